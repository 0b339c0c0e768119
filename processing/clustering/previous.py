"""The result of an earlier run: its clusters, their members and hulls, and the numbers that are taken for good."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..analysis.errors import LocationError
from ..frames import definition
from ..inputs import Factories
from ..storage.apart import connect, crs_of, rows_in, wkb_of
from ..storage.sqlite_rows import quoted

if TYPE_CHECKING:
    import numpy as np

    from ..analysis.lineage import Lineage, Overlaps
    from .search import Found

_NEEDED = {"clusters": ("cluster_id", "factories"), "members": ("factory_id", "cluster_id")}
_ID = re.compile(r"C(\d+)")
# What stands in for the id of a factory without one, see `inputs.factories_of`: another one next year.
_NO_ID = re.compile(r"feature -?\d+")
FACTORY_IDS, HULLS = "factory ids", "hulls"
# Below this share of ids in common the register was numbered anew, or is another one: a convention of this project.
LEAST_COMMON = 0.1


@dataclass(frozen=True)
class Previous:
    """An earlier result.

    Attributes
    ----------
    path : Path
    ids : (p,) object array of str
        Of the clusters, ascending.
    members : (p,) int64 array
    groups : (p,) object array of str
        The sector that each was looked for in; empty where all were together.
    factory_ids : (m,) object array of str
    cluster : (m,) int64 array
        Of each factory, -1 for none.
    last : int
        The highest number ever given to a cluster.
    settings : mapping of str to str
    """

    path: Path
    ids: np.ndarray
    members: np.ndarray
    groups: np.ndarray
    factory_ids: np.ndarray
    cluster: np.ndarray
    last: int
    settings: Mapping[str, str]


@dataclass(frozen=True)
class Common:
    """How many factory ids that can be known again are in both results, and of how many (of the smaller register)."""

    ids: int
    of: int

    @property
    def enough(self) -> bool:
        """Whether ids tell anything: one accidental common id does not."""
        return self.ids > 0 and self.ids >= LEAST_COMMON * self.of


def check_previous(path: str) -> None:
    """Raise `LocationError` where a file is no earlier result of this algorithm."""
    if not Path(path).is_file():
        raise LocationError("The earlier result (PREVIOUS): there is no file “{path}”.", path=path)
    try:
        with closing(connect(path)) as connection:
            for table, columns in _NEEDED.items():
                known = _columns(connection, table)
                if not known:
                    raise LocationError(
                        "The earlier result (PREVIOUS): “{path}” has no table “{table}”. Choose the GeoPackage that an "
                        "earlier run of this algorithm wrote.",
                        path=path,
                        table=table,
                    )
                for column in columns:
                    if column not in known:
                        raise LocationError(
                            "The earlier result (PREVIOUS): table “{table}” of “{path}” has no column “{column}”. "
                            "Choose the GeoPackage that an earlier run of this algorithm wrote.",
                            path=path,
                            table=table,
                            column=column,
                        )
            twice = connection.execute(
                "SELECT cluster_id FROM clusters WHERE cluster_id IS NOT NULL GROUP BY cluster_id HAVING count(*) > 1 "
                "ORDER BY cluster_id"
            ).fetchone()
            if twice:
                raise LocationError(
                    "The earlier result (PREVIOUS): table “clusters” of “{path}” holds cluster “{id}” more than once, "
                    "so it was edited. Choose the file as the run wrote it, or give each cluster its own id again.",
                    path=path,
                    id=twice[0],
                )
    except sqlite3.Error as error:
        raise LocationError(
            "The earlier result (PREVIOUS): “{path}” is no GeoPackage that can be read ({why}).", path=path, why=error
        ) from error


def read_previous(path: str) -> Previous:
    """Return an earlier result; what is asked for is there, see `check_previous`."""
    import numpy as np
    import pandas as pd

    check_previous(path)
    with closing(connect(path)) as connection:
        clusters, members = (_table(connection, name) for name in ("clusters", "members"))
        settings = dict(_rows(connection, "settings", ("item", "value")))
        former = [id_ for row in _rows(connection, "lineage", ("previous_id", "cluster_id")) for id_ in row]
    clusters = clusters[clusters["cluster_id"].notna()].sort_values("cluster_id", kind="stable")
    ids = clusters["cluster_id"].astype(str).to_numpy(dtype=object)
    within = clusters["within_sector"] if "within_sector" in clusters else pd.Series("", index=clusters.index)
    cluster = pd.Index(ids).get_indexer(members["cluster_id"].astype(object)) if len(ids) else np.full(len(members), -1)
    given = [int(found[1]) for id_ in [*ids, *former] if id_ and (found := _ID.fullmatch(str(id_)))]
    counted = str(settings.get("last_number") or "")
    return Previous(
        path=Path(path),
        ids=ids,
        members=np.bincount(cluster[cluster >= 0], minlength=len(ids)),
        groups=within.fillna("").astype(str).to_numpy(dtype=object),
        factory_ids=members["factory_id"].to_numpy(dtype=object),
        cluster=cluster.astype("int64"),
        last=max([*given, int(counted) if counted.isdecimal() else 0, 0]),
        settings=settings,
    )


def _columns(connection: sqlite3.Connection, table: str) -> list[str]:
    """Return the columns of a table, none where there is no such table."""
    return [name for (name,) in connection.execute("SELECT name FROM pragma_table_info(?)", (table,))]


def _table(connection: sqlite3.Connection, name: str) -> Any:
    import pandas as pd

    known = _columns(connection, name)
    wanted = [c for c in known if c in ("cluster_id", "factory_id", "within_sector")]
    rows = connection.execute(" ".join(["SELECT", ", ".join(map(quoted, wanted)), "FROM", quoted(name)])).fetchall()
    return pd.DataFrame(rows, columns=wanted, dtype=object)


def _rows(connection: sqlite3.Connection, name: str, columns: tuple[str, ...]) -> list[tuple[Any, ...]]:
    """Return columns of a table that may not be there."""
    if not set(_columns(connection, name)) >= set(columns):
        return []
    return connection.execute(" ".join(["SELECT", ", ".join(map(quoted, columns)), "FROM", quoted(name)])).fetchall()


def overlaps(
    previous: Previous, factories: Factories, found: Found, groups: np.ndarray, crs: str, least: float
) -> tuple[Overlaps, Common]:
    """Return what the clusters of both runs have in common: by factory ids, else by the ground that they cover.

    Ids that a register uses twice, and what stands in for missing ones, cannot be known again. Where hardly any id is
    in both registers, ids say nothing: all clusters are compared by their ground.
    """
    import numpy as np
    import pandas as pd

    from ..analysis.lineage import by_hulls, by_members, together

    earlier, today = pd.Series(previous.factory_ids, dtype=object), pd.Series(factories.ids, dtype=object)
    numbers, _ = pd.factorize(pd.concat([earlier.where(_usable(earlier), None), today.where(_usable(today), None)]))
    rows = numbers[: len(earlier)], numbers[len(earlier) :]
    both = int(np.isin(rows[1][rows[1] >= 0], rows[0]).sum())
    common = Common(both, min(int((part >= 0).sum()) for part in rows))
    counts = previous.members, found.members
    hulls = by_hulls(_hulls(previous, crs), found.hulls, counts, (previous.groups, groups))
    if not common.enough:
        return hulls, common
    members = by_members(previous.cluster, found.cluster, (len(previous.ids), len(found.members)), rows)
    there = earlier.isin(today.dropna()).to_numpy(), today.isin(earlier.dropna()).to_numpy()
    sides = zip((previous.cluster, found.cluster), counts, there, (members.ids_before, members.ids_now))
    renewed = [
        ids & (2 * np.bincount(cluster[(cluster >= 0) & known], minlength=len(count)) < count)
        for cluster, count, known, ids in sides
    ]
    return together(members, hulls, (renewed[0], renewed[1]), least), common


def _usable(ids: Any) -> Any:
    plain = ids.notna() & ~ids.duplicated(keep=False)
    return plain & ~ids.astype(str).str.fullmatch(_NO_ID.pattern)


def _hulls(previous: Previous, crs: str) -> np.ndarray:
    """Return the hulls of the earlier clusters in the working CRS, None for one that is not there."""
    import numpy as np
    import shapely

    from ..analysis.crs import operation

    hulls = np.full(len(previous.ids), None, dtype=object)
    own = crs_of(previous.path, "clusters")
    if not len(hulls) or not own.isValid():
        return hulls
    place = {id_: i for i, id_ in enumerate(previous.ids)}
    for row in rows_in(previous.path, "clusters"):
        shape, at = shapely.from_wkb(wkb_of(row.get("geom"))), place.get(str(row["cluster_id"]))
        if at is not None and shape is not None and not shape.is_empty:
            hulls[at] = shape
    hulls = shapely.transform(hulls, operation(definition(own), crs).points)
    return np.where(shapely.is_valid(hulls), hulls, shapely.make_valid(hulls))


def ids_of(found: Found, previous: Previous | None, line: Lineage | None) -> tuple[np.ndarray, int]:
    """Return the id of each cluster, and the highest number ever given: (c,) object array, int."""
    import numpy as np

    last = previous.last if previous is not None else 0
    out = np.empty(len(found.members), dtype=object)
    for i in range(len(out)):
        if previous is not None and line is not None and line.heir[i] >= 0:
            out[i] = previous.ids[line.heir[i]]
            continue
        last += 1
        out[i] = f"C{last:04d}"
    return out, last

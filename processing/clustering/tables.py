"""The tables of a result: clusters, members, sectors, what changed since an earlier run, and the settings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from qgis.core import QgsCoordinateReferenceSystem

from ..analysis import specialisation as why
from ..analysis.hulls import spans_area
from ..analysis.specialisation import LEAST_IN_CLUSTER, LEAST_IN_REFERENCE, Sectors
from ..i18n import tr
from ..paths import STYLES
from ..storage.geopackage import Table
from .candidates import Verdicts, named, percent
from .previous import FACTORY_IDS, HULLS, Common, Previous
from .search import NO_LOCATION, NO_SECTOR, NOISE, Found
from .subjects import Coded, Subjects

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd

    from ..analysis.lineage import Lineage, Overlaps

CLUSTER_FIELDS = (
    ("cluster_id", "text"),
    ("factories", "integer"),
    ("dominant_sector", "text"),
    ("dominant_title", "text"),
    ("dominant_share", "real"),
    ("dominant_staff_share", "real"),
    ("special_sector", "text"),
    ("special_title", "text"),
    ("special_lq", "real"),
    ("special_factories", "integer"),
    ("sector_count", "integer"),
    ("sectors", "text"),
    ("candidate", "text"),
    ("criteria", "text"),
    ("sme", "integer"),
    ("sme_share", "real"),
    ("size_unknown", "integer"),
    ("inside_parks", "integer"),
    ("inside_parks_share", "real"),
    ("parks", "text"),
    ("provinces", "text"),
    ("employees", "real"),
    ("employees_unknown", "integer"),
    ("area_ha", "real"),
    ("per_km2", "real"),
    ("within_sector", "text"),
    ("lineage", "text"),
    ("previous_ids", "text"),
    ("factories_before", "integer"),
    ("note", "text"),
)
MEMBER_FIELDS = (
    ("factory_id", "text"),
    ("factory_name", "text"),
    ("cluster_id", "text"),
    ("standing", "text"),
    ("probability", "real"),
    ("sector", "text"),
    ("sector_title", "text"),
    ("employees", "real"),
    ("size_class", "text"),
    ("province", "text"),
    ("park_id", "text"),
    ("note", "text"),
)
SECTOR_FIELDS = (
    ("cluster_id", "text"),
    ("sector", "text"),
    ("sector_title", "text"),
    ("factories", "integer"),
    ("factory_share", "real"),
    ("employees", "real"),
    ("employee_share", "real"),
    ("lq", "real"),
    ("lq_note", "text"),
    ("lq_province", "real"),
    ("lq_province_note", "text"),
)
LINEAGE_FIELDS = (
    ("lineage", "text"),
    ("previous_id", "text"),
    ("cluster_id", "text"),
    ("factories_before", "integer"),
    ("factories_now", "integer"),
    ("known_before", "integer"),
    ("known_now", "integer"),
    ("shared", "integer"),
    ("shared_ha", "real"),
    ("share_before", "real"),
    ("share_now", "real"),
    ("compared_by", "text"),
    ("message", "text"),
)
SETTING_FIELDS = (("item", "text"), ("value", "text"), ("meaning", "text"))


@dataclass(frozen=True)
class Result:
    """What was found of c clusters; `line`, `overlaps` and `common` where there was an earlier result.

    `stated`: how many factories with a sector state their employees, and of how many.
    """

    subjects: Subjects
    found: Found
    ids: np.ndarray
    sectors: Sectors
    dominant: np.ndarray
    special: np.ndarray
    verdicts: Verdicts
    by_employees: bool
    asked_employees: bool
    stated: tuple[int, int]
    last: int
    previous: Previous | None = None
    line: Lineage | None = None
    overlaps: Overlaps | None = None
    common: Common | None = None

    @property
    def groups(self) -> np.ndarray:
        """The sector that each cluster was looked for in, empty where all were together."""
        return groups_of(self.found, self.subjects)


def groups_of(found: Found, subjects: Subjects) -> np.ndarray:
    """Return the name of the sector that each cluster was looked for in: (c,) object array."""
    import numpy as np

    return np.array([*subjects.sector.names, ""], dtype=object)[found.group]


def tables(result: Result, crs: QgsCoordinateReferenceSystem, settings: Sequence[tuple[str, str, str]]) -> list[Table]:
    """Return the tables to write."""
    import numpy as np
    import pandas as pd
    import shapely

    factories = result.subjects.factories
    hulls = np.asarray(result.found.hulls, dtype=object)
    about = tr("Where factories of “{layer}” crowd together.").format(layer=factories.layer.name)
    points = np.where(shapely.is_missing(result.subjects.points), None, result.subjects.points)
    told = tr("Each factory with its cluster; noise is in none.")
    sectors = tr("The sectors of each cluster, with location quotients.")
    return [
        Table("clusters", CLUSTER_FIELDS, _clusters(result), hulls, "Polygon", crs, about, STYLES / "clusters.qml"),
        Table("members", MEMBER_FIELDS, _members(result), points, "Point", crs, told, STYLES / "cluster_members.qml"),
        Table("sectors", SECTOR_FIELDS, _sectors(result), description=sectors, style=STYLES / "cluster_sectors.qml"),
        Table(
            "lineage",
            LINEAGE_FIELDS,
            lineage_rows(result),
            description=tr("What became of the clusters of the earlier result."),
            style=STYLES / "cluster_lineage.qml",
        ),
        Table(
            "settings",
            SETTING_FIELDS,
            pd.DataFrame(list(settings), columns=[name for name, _ in SETTING_FIELDS], dtype=object),
            description=tr("How the clusters were found, for the next run."),
        ),
    ]


def _of_rows(values: Sequence[Any], rows: np.ndarray) -> np.ndarray:
    """Return a value for each row, None for a negative one."""
    import numpy as np

    return np.array([*values, None], dtype=object)[np.where(rows < 0, len(values), rows)]


def _at(values: np.ndarray, rows: np.ndarray) -> np.ndarray:
    """Return values at rows as numbers, NaN for a negative row."""
    import numpy as np

    return np.append(values.astype("float64"), np.nan)[rows]


def _clusters(result: Result) -> pd.DataFrame:
    import numpy as np
    import pandas as pd

    subjects, found, sectors, verdicts = result.subjects, result.found, result.sectors, result.verdicts
    count, members = len(result.ids), found.members
    dominant, special = (np.append(sectors.sector, -1)[rows] for rows in (result.dominant, result.special))
    inside = found.cluster >= 0
    known = np.isfinite(subjects.employees)
    staff = np.bincount(found.cluster[inside & known], weights=subjects.employees[inside & known], minlength=count)
    stated = np.bincount(found.cluster[inside & known], minlength=count)
    area = areas_ha(found, subjects)
    flat = ~spans_area(found.hulls)
    parks, has_sizes = subjects.parks is not None, subjects.has_sizes
    kinds, before, was = _ancestry(result)
    with np.errstate(divide="ignore", invalid="ignore"):
        density = members / (area / 100.0)
    nothing = np.full(count, np.nan)
    return pd.DataFrame(
        {
            "cluster_id": result.ids,
            "factories": members,
            "dominant_sector": _of_rows(subjects.sector.names, dominant),
            "dominant_title": _of_rows(subjects.sector.titles, dominant),
            "dominant_share": np.round(_at(sectors.factory_share, result.dominant), 4),
            "dominant_staff_share": np.round(_at(sectors.employee_share, result.dominant), 4),
            "special_sector": _of_rows(subjects.sector.names, special),
            "special_title": _of_rows(subjects.sector.titles, special),
            "special_lq": np.round(_at(sectors.quotient, result.special), 3),
            "special_factories": _at(sectors.factories, result.special),
            "sector_count": np.bincount(sectors.cluster[sectors.sector >= 0], minlength=count),
            "sectors": mixes(result),
            "candidate": verdicts.candidate,
            "criteria": verdicts.criteria,
            "sme": verdicts.smes if has_sizes else nothing,
            "sme_share": np.round(verdicts.smes / members, 4) if has_sizes else nothing,
            "size_unknown": verdicts.unknown,
            "inside_parks": verdicts.inside if parks else nothing,
            "inside_parks_share": np.round(verdicts.inside / members, 4) if parks else nothing,
            "parks": _listed(found.cluster, subjects.park, count),
            "provinces": _listed(found.cluster, subjects.province, count),
            "employees": np.where(stated > 0, np.round(staff, 3), np.nan),
            "employees_unknown": members - stated if subjects.has_employees else nothing,
            "area_ha": np.where(flat, np.nan, np.round(area, 2)),
            "per_km2": np.where(flat, np.nan, np.round(density, 2)),
            "within_sector": np.where(result.groups == "", None, result.groups),
            "lineage": kinds,
            "previous_ids": before,
            "factories_before": was,
            "note": np.where(
                flat, tr("Too narrow to tell an area (one spot, one line or nearly so): no area, no density."), None
            ),
        }
    )


def areas_ha(found: Found, subjects: Subjects) -> np.ndarray:
    """Return the ground that each hull covers, in hectares."""
    import numpy as np
    import shapely

    from ..analysis.crs import scale

    if not len(found.hulls):
        return np.zeros(0)
    middle = shapely.centroid(found.hulls)
    factor = scale(
        np.column_stack([shapely.get_x(middle), shapely.get_y(middle)]), subjects.factories.layer.frame.crs.to_wkt()
    )
    return shapely.area(found.hulls) / factor**2 / 1e4


def _listed(cluster: np.ndarray, coded: Coded, count: int) -> np.ndarray:
    """Return for each cluster what its members are in and how many, most first; None where in none."""
    import numpy as np
    import pandas as pd

    out = np.full(count, None, dtype=object)
    has = (cluster >= 0) & (coded.code >= 0)
    rows = pd.DataFrame({"c": cluster[has], "code": coded.code[has]}).value_counts(["c", "code"]).reset_index(name="n")
    rows = rows.sort_values(["c", "n", "code"], ascending=[True, False, True])
    for number, part in rows.groupby("c", sort=False):
        out[number] = named([(coded.titles[code], n) for code, n in zip(part["code"], part["n"])])
    return out


def mixes(result: Result) -> np.ndarray:
    """Return the mix of sectors of each cluster in words: (c,) object array."""
    import numpy as np

    sectors, titles = result.sectors, result.subjects.sector.titles
    out = np.full(len(result.ids), None, dtype=object)
    order = np.lexsort((sectors.sector, -sectors.factories, sectors.sector < 0, sectors.cluster))
    for number, rows in zip(*_runs(sectors.cluster[order], order)):
        told = [
            (f"{titles[sectors.sector[row]]}:", int(sectors.factories[row])) for row in rows if sectors.sector[row] >= 0
        ]
        words = [named(told)] if told else []
        words += [
            tr("not recorded: {count}").format(count=int(sectors.factories[row]))
            for row in rows
            if sectors.sector[row] < 0
        ]
        out[number] = ", ".join(words)
    return out


def _runs(keys: np.ndarray, values: np.ndarray) -> tuple[np.ndarray, list[np.ndarray]]:
    """Return each key of a sorted array, and its values."""
    import numpy as np

    distinct, first = np.unique(keys, return_index=True)
    return distinct, np.split(values, first[1:]) if len(distinct) else []


def _ancestry(result: Result) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return for each cluster what happened to it, the earlier ids it comes from, and how many it had."""
    import numpy as np

    count = len(result.ids)
    kinds, before, was = (
        np.full(count, None, dtype=object),
        np.full(count, None, dtype=object),
        np.full(count, np.nan),
    )
    line, previous = result.line, result.previous
    if line is None or previous is None:
        return kinds, before, was
    linked = np.flatnonzero((line.before >= 0) & (line.now >= 0))
    for row in linked[np.lexsort((line.before[linked], -line.shared[linked], line.by_hulls[linked]))]:
        number, id_ = line.now[row], str(previous.ids[line.before[row]])
        before[number] = id_ if before[number] is None else f"{before[number]}, {id_}"
    kept = line.heir >= 0
    was[kept] = previous.members[line.heir[kept]]
    return line.change, before, was


def _members(result: Result) -> pd.DataFrame:
    import numpy as np
    import pandas as pd

    subjects, found = result.subjects, result.found
    cluster = _of_rows(result.ids, found.cluster)
    cluster[found.standing == NOISE] = NOISE
    notes = np.where(found.standing == NO_LOCATION, subjects.factories.layer.notes, None)
    notes[found.standing == NO_SECTOR] = tr("No sector is recorded, and each sector was looked at by itself.")
    return pd.DataFrame(
        {
            "factory_id": subjects.factories.ids,
            "factory_name": subjects.factories.names,
            "cluster_id": cluster,
            "standing": found.standing,
            "probability": np.full(len(cluster), np.nan)
            if found.probability is None
            else np.round(found.probability, 4),
            "sector": _of_rows(subjects.sector.names, subjects.sector.code),
            "sector_title": _of_rows(subjects.sector.titles, subjects.sector.code),
            "employees": subjects.employees,
            "size_class": subjects.size,
            "province": _of_rows(subjects.province.titles, subjects.province.code),
            "park_id": _of_rows(subjects.park.names, subjects.park.code),
            "note": notes,
        }
    )


def few_words(by_employees: bool) -> dict[int, str]:
    """Return why a location quotient should not be read, by its weight."""
    few, country = {"least": LEAST_IN_CLUSTER}, {"least": LEAST_IN_REFERENCE}
    none = tr("none: nothing recorded to compare")
    return {
        why.FEW_IN_CLUSTER: tr("few: fewer than {least} factories of the sector in the cluster").format(**few),
        why.FEW_IN_REFERENCE: tr("few: fewer than {least} factories of the sector in the reference").format(**country),
        why.NO_QUOTIENT: none,
        why.NONE_STATE: tr("none: no factory of the sector in the cluster states its employees")
        if by_employees
        else none,
        why.FEW_STATE_IN_CLUSTER: tr(
            "few: of those that state employees, fewer than {least} factories of the sector in the cluster"
        ).format(**few),
        why.FEW_STATE_IN_REFERENCE: tr(
            "few: of those that state employees, fewer than {least} factories of the sector in the reference"
        ).format(**country),
        why.MOST_DO_NOT_STATE: tr("few: fewer than half of the factories of the cluster state their employees"),
    }


def _sectors(result: Result) -> pd.DataFrame:
    import numpy as np
    import pandas as pd

    sectors, coded = result.sectors, result.subjects.sector
    order = np.lexsort((sectors.sector, -sectors.factories, sectors.sector < 0, sectors.cluster))
    words = np.array([None, *(text for _, text in sorted(few_words(result.by_employees).items()))], dtype=object)
    frame = pd.DataFrame(
        {
            "cluster_id": result.ids[sectors.cluster],
            "sector": _of_rows(coded.names, sectors.sector),
            "sector_title": _of_rows(coded.titles, sectors.sector),
            "factories": sectors.factories,
            "factory_share": np.round(sectors.factory_share, 4),
            "employees": np.round(sectors.employees, 3),
            "employee_share": np.round(sectors.employee_share, 4),
            "lq": np.round(sectors.quotient, 3),
            "lq_note": words[sectors.weight],
            "lq_province": np.round(sectors.province_quotient, 3),
            "lq_province_note": words[sectors.province_weight],
        }
    )
    frame.loc[frame["sector"].isna(), "sector_title"] = tr("not recorded")
    return frame.iloc[order].reset_index(drop=True)


def lineage_rows(result: Result) -> pd.DataFrame:
    """Return the table of what became of earlier clusters; empty without an earlier result."""
    import numpy as np
    import pandas as pd

    names = [name for name, _ in LINEAGE_FIELDS]
    line, previous = result.line, result.previous
    if line is None or previous is None:
        return pd.DataFrame({name: np.empty(0, dtype=object) for name in names})
    linked, ground = (line.before >= 0) & (line.now >= 0), line.by_hulls
    by_ids = linked & ~ground
    with np.errstate(divide="ignore", invalid="ignore"):
        shares = [np.round(line.shared / size, 4) for size in (line.size_before, line.size_now)]
    frame = pd.DataFrame(
        {
            "lineage": line.kind,
            "previous_id": _of_rows(previous.ids, line.before),
            "cluster_id": _of_rows(result.ids, line.now),
            "factories_before": _at(previous.members, line.before),
            "factories_now": _at(result.found.members, line.now),
            "known_before": np.where(by_ids, line.size_before, np.nan),
            "known_now": np.where(by_ids, line.size_now, np.nan),
            "shared": np.where(by_ids, line.shared, np.nan),
            "shared_ha": np.where(linked & ground, np.round(line.shared / result.found.scale**2 / 1e4, 2), np.nan),
            "share_before": np.where(linked, shares[0], np.nan),
            "share_now": np.where(linked, shares[1], np.nan),
            "compared_by": np.where(ground, HULLS, FACTORY_IDS),
        }
    )
    frame["message"] = [_told(row) for row in frame.to_dict("records")]
    return frame[names]


def _told(row: Mapping[str, Any]) -> str:
    """Return one link of the lineage in words."""
    from ..analysis import lineage as line

    ground = row["compared_by"] == HULLS
    words = {
        line.SAME: tr("{id}: as it was, {now} factories."),
        line.GROWN: tr("{id}: grown from {before} to {now} factories."),
        line.SHRUNK: tr("{id}: shrunk from {before} to {now} factories."),
        line.CHANGED: tr("{id}: as many factories as before ({now}), but not all the same."),
        line.AS_MANY: tr("{id}: as many factories as before ({now}); whether they are the same is not known."),
        line.BORN: tr("{id}: new, {now} factories."),
        line.DIED: tr("{was}: gone; it had {before} factories."),
        line.MERGED: tr("{was} merged into {id}: {share} of it is there now."),
        line.SPLIT: tr("{was} split: {share} of it is in {id} now."),
        line.MIXED: tr("{was} split and merged with others: {share} of it is in {id} now."),
        line.UNKNOWN: tr("{was}: what became of it is not known: it has neither factory ids nor an outline to compare.")
        if row["previous_id"] is not None
        else tr("{id}: whether it is new is not known, as not all earlier clusters can be compared; {now} factories."),
    }
    told = {name: _whole(row[f"factories_{name}"]) for name in ("before", "now")}
    known = {f"known_{name}": _whole(row[f"known_{name}"]) for name in ("before", "now")}
    share = percent(row["share_before"]) if row["share_before"] > 0 else ""
    text = words[row["lineage"]]
    if ground and row["lineage"] != line.UNKNOWN:
        text += " " + tr("Compared by the ground, not by the factories.")
    elif row["shared"] > 0 and (known["known_before"] < told["before"] or known["known_now"] < told["now"]):
        text += " " + tr("Known again by their ids: {known_before} of {before} before, {known_now} of {now} now.")
    return text.format(id=row["cluster_id"], was=row["previous_id"], share=share, **told, **known)


def _whole(number: float) -> int:
    return int(number) if number > 0 else 0

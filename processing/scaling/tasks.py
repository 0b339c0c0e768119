"""What a worker does with one part: read it and what lies around it, ask the engine, give back tables."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .layers import Layer, texts

if TYPE_CHECKING:
    import geopandas as gpd
    import numpy as np

    from ..analysis.areas import Candidates
    from ..analysis.partitions import LocalClusters, Part, Tile


@dataclass(frozen=True)
class Near:
    """What is asked of each target layer; distances in metres."""

    k: int = 1
    edges: Sequence[float] = ()
    farthest: float = float("inf")
    sums: Sequence[str] = ()


@dataclass(frozen=True)
class Permits:
    """What zones permit: the table of each zone code, and the section of each ISIC code."""

    zones: Mapping[str, Any]
    sections: Mapping[str, str]


def own_part(factories: Layer, tile: Tile | np.ndarray, columns: Sequence[str]) -> Part:
    """Read the places of a tile, or features by number."""
    import numpy as np

    from ..analysis.neighbours import Places
    from ..analysis.partitions import Part, Tile

    if not isinstance(tile, Tile):
        return factories.rows(tile, columns)
    part = factories.read(_a_little_more(tile.bounds), columns)
    rows = np.flatnonzero(tile.holds(Places(part.geometries).xy)) if len(part.numbers) else part.numbers
    return Part(part.numbers[rows], part.geometries[rows], {name: c[rows] for name, c in part.columns.items()})


def _a_little_more(box: tuple[float, float, float, float]) -> tuple[float, float, float, float]:
    """Return a box that still has what is on its sides after it was carried into the layer's own CRS."""
    from ..analysis.partitions import grown

    return grown(box, 0.01)


def near(
    factories: Layer, targets: Sequence[Layer], prefixes: Sequence[str], tile: Tile | np.ndarray, asked: Near
) -> dict[str, Any]:
    """Return the tables ``factories`` and ``od`` of a part, indexed by the numbers that its rows get in the file."""
    return near_of(factories, own_part(factories, tile, ("id", "name")), targets, prefixes, asked)


def near_of(
    factories: Layer, part: Part, targets: Sequence[Layer], prefixes: Sequence[str], asked: Near
) -> dict[str, Any]:
    """Do what `near` does, with the places of a part that were read already."""
    import pandas as pd

    from ..analysis import proximity as engine

    places = engine.Factories(part.geometries, factories.crs)
    ids = _ids(part)
    columns: dict[str, Any] = {"factory_id": ids, "factory_name": texts(part.columns["name"])}
    pairs = []
    for number, (layer, prefix) in enumerate(zip(targets, prefixes)):
        found = _nearest(factories, part, ids, places, layer, asked)
        first = found[found["rank"] == 1].set_index("place").reindex(range(len(ids)))
        for name, column in (
            ("id", "target_id"),
            ("name", "target_name"),
            ("m", "distance_m"),
            ("deg", "bearing_deg"),
            ("dir", "direction"),
        ):
            columns[f"{prefix}_{name}"] = first[column].to_numpy()
        if asked.edges:
            columns.update(_rings(factories, part, ids, places, layer, prefix, asked))
        # A number for each pair that may be, so that the table comes in the same order however it was divided.
        place, rank = found["place"].to_numpy(dtype="int64"), found["rank"].to_numpy(dtype="int64")
        found.insert(0, "factory_id", ids[place])
        found.insert(1, "layer", layer.called)
        found.index = (part.numbers[place] * len(targets) + number) * asked.k + rank
        pairs.append(found.drop(columns="place"))
    together = pd.concat(pairs)
    return {"factories": _frame(columns, part, factories.crs), "od": together.sort_index()}


def _ids(part: Part) -> np.ndarray:
    import numpy as np

    given = texts(part.columns["id"])
    nameless = np.array([f"feature {number}" for number in part.numbers.tolist()], dtype=object)
    return np.where([id_ is None for id_ in given], nameless, given).astype(object)


def _own_keys(factories: Layer, part: Part, ids: np.ndarray, layer: Layer) -> Any:
    """Return what tells which feature is which factory: the number in the same layer, the same factory id."""
    import pandas as pd

    same = (layer.path, layer.called) == (factories.path, factories.called)

    def keys(other: Part) -> list[tuple[np.ndarray, np.ndarray]]:
        found = []
        if same:
            found.append((part.numbers, other.numbers))
        if layer.fields.get("factory"):
            codes, _ = pd.factorize(pd.Series([*ids, *texts(other.columns["factory"])], dtype=object))
            found.append((codes[: len(ids)], codes[len(ids) :]))
        return found

    return keys


def _target_columns(layer: Layer) -> list[str]:
    return ["by", "id", "name", *(["factory"] if layer.fields.get("factory") else [])]


def _nearest(factories: Layer, part: Part, ids: np.ndarray, places: Any, layer: Layer, asked: Near) -> Any:
    import numpy as np
    import pandas as pd

    from ..analysis import partitioned
    from ..analysis.proximity import compass

    def read(box: Any) -> Part:
        return _usable(layer.read(box, _target_columns(layer)))

    west, south, east, north = layer.extent
    room = (east - west) * (north - south) or max(east - west, north - south, 1.0) ** 2
    halo = 2.0 * float(np.sqrt(room * (asked.k + 1) / max(int(layer.info["features"]), 1))) + 1.0
    own = _own_keys(factories, part, ids, layer)
    tables = []
    for found, there in partitioned.nearest(places, read, asked.k, asked.farthest, halo, layer.extent, own):
        tables.append(
            pd.DataFrame(
                {
                    "place": found.place,
                    "rank": found.rank,
                    "target_id": _feature_ids(there)[found.feature],
                    "target_name": texts(there.columns["name"])[found.feature],
                    "distance_m": np.round(found.distance, 2),
                    "bearing_deg": np.round(found.bearing, 1) % 360.0,
                    "direction": compass(found.bearing),
                }
            )
        )
    none = pd.DataFrame(
        {name: pd.Series(dtype="int64") for name in ("place", "rank")}
        | {name: pd.Series(dtype="object") for name in ("target_id", "target_name")}
        | {name: pd.Series(dtype="float64") for name in ("distance_m", "bearing_deg")}
        | {"direction": pd.Series(dtype="object")}
    )
    some = [table for table in tables if len(table)]
    return pd.concat(some, ignore_index=True) if some else none


def _rings(
    factories: Layer, part: Part, ids: np.ndarray, places: Any, layer: Layer, prefix: str, asked: Near
) -> dict[str, np.ndarray]:
    import numpy as np
    import pandas as pd
    import shapely

    from ..analysis import partitioned
    from ..analysis.partitions import Part

    known = set(layer.info["fields"].tolist())
    sums = [name for name in asked.sums if name in known]

    def read(box: Any) -> Part:
        there = _usable(layer.read(box, [*_target_columns(layer), *sums]))
        numbers = {name: pd.to_numeric(pd.Series(there.columns[name]), errors="coerce").to_numpy() for name in sums}
        return Part(there.numbers, there.geometries, {**there.columns, **numbers})

    found = partitioned.rings(places, read, asked.edges, sums, _own_keys(factories, part, ids, layer))
    located = ~shapely.is_missing(part.geometries)
    out = {}
    for number, ring in enumerate(zip(asked.edges, asked.edges[1:])):
        suffix = "_".join(f"{edge:g}".replace(".", "p") for edge in ring)
        count = found.count[:, number].astype("float64")
        out[f"{prefix}_n_{suffix}"] = pd.array(np.where(located, count, np.nan)).astype("Int64")
        for name in sums:
            value = np.round(found.sums[name][:, number], 6)
            out[f"{prefix}_{name}_{suffix}"] = np.where(located, value, np.nan)
    return out


def _usable(part: Part) -> Part:
    """Return a part without the features that have no usable geometry."""
    import numpy as np
    import shapely

    from ..analysis.partitions import Part

    rows = np.flatnonzero(~shapely.is_missing(part.geometries))
    return Part(part.numbers[rows], part.geometries[rows], {name: c[rows] for name, c in part.columns.items()})


def _feature_ids(part: Part) -> np.ndarray:
    import numpy as np

    given = texts(part.columns["id"])
    return np.array([str(n) if id_ is None else id_ for id_, n in zip(given, part.numbers.tolist())], dtype=object)


def zones(
    factories: Layer, plan: Layer, parks: Layer | None, tile: Tile | np.ndarray, permits: Permits, accuracy: float
) -> dict[str, Any]:
    """Return the table ``factories`` of a part: the zone of each, whether it permits the activity, and the park."""
    import numpy as np
    import pandas as pd
    import shapely

    from ..analysis import activities as act
    from ..analysis import zoning

    part = own_part(factories, tile, ("id", "name", "activity", "accuracy"))
    points = part.geometries
    given = pd.to_numeric(pd.Series(part.columns["accuracy"], dtype=object), errors="coerce").to_numpy("float64")
    radius = np.where(np.isfinite(given) & (given >= 0), given, accuracy)
    found, plan_part = _areas(points, radius, plan, ("zone", "id", "name"), borders=True)
    codes = np.array([code or None for code in texts(plan_part.columns["zone"])], dtype=object)
    zone, distinct_zones = act.factorise(codes)
    activity, distinct = act.factorise([act.normalise(v, permits.sections) for v in part.columns["activity"].tolist()])
    names = [None if c is None else str(c) for c in distinct_zones]
    matrix = act.permits_matrix([str(a) for a in distinct], names, permits.zones, permits.sections)
    judged = zoning.judge_points(found, ~shapely.is_missing(points), activity, zone, matrix)
    outcome = matrix[activity[found.point], zone[found.area]] if len(found.point) else np.empty(0, dtype="int64")
    zoning.explain_differing(judged, found, points, plan_part.geometries, outcome, radius)
    columns: dict[str, Any] = {
        "factory_id": _ids(part),
        "factory_name": texts(part.columns["name"]),
        "accuracy_m": radius,
        "zone_id": _taken(_feature_ids(plan_part), judged.area),
        "zone_code": _taken(codes, judged.area),
        "zone_name": _taken(texts(plan_part.columns["name"]), judged.area),
        "zone_verdict": judged.verdict,
        "zone_reason": judged.reason,
    }
    if parks is not None:
        columns.update(_parks(points, radius, parks))
    return {"factories": _frame(columns, part, factories.crs)}


def _parks(points: np.ndarray, radius: np.ndarray, parks: Layer) -> dict[str, np.ndarray]:
    import numpy as np

    found, part = _areas(points, radius, parks, ("id", "name"))
    near = np.bincount(found.point, minlength=len(points)) > 0
    within = (found.home >= 0) & ~found.open
    words = np.select([within, near], ["inside", "on_edge"], "outside").astype(object)
    words[[point is None for point in points]] = None
    return {
        "park_id": _taken(_feature_ids(part), found.home),
        "park_name": _taken(texts(part.columns["name"]), found.home),
        "park": words,
    }


def _areas(
    points: np.ndarray, radius: np.ndarray, layer: Layer, columns: Sequence[str], *, borders: bool = False
) -> tuple[Candidates, Part]:
    import numpy as np

    from ..analysis import partitioned
    from ..analysis.partitions import Part

    def read(box: Any) -> Part:
        return _usable(layer.read(box, columns))

    found, part = partitioned.candidates(points, radius, read, borders=borders)
    if not part.columns:
        part = Part(part.numbers, part.geometries, {name: np.empty(0, dtype=object) for name in columns})
    return found, part


def _taken(values: np.ndarray, rows: np.ndarray) -> np.ndarray:
    import numpy as np

    return np.append(values, None)[rows]


def buffers(
    factories: Layer, receptors: Layer, tile: Tile | np.ndarray, reach: Sequence[float], fields: Sequence[str]
) -> dict[str, Any]:
    """Return the tables ``factories`` and ``inside`` of a part: what lies in the nested zones of each factory.

    `fields` hold the metres of each level, from the innermost, where `reach` is empty.
    """
    import numpy as np
    import pandas as pd

    from ..analysis import partitioned
    from ..analysis.neighbours import ranks
    from ..analysis.zones import Sources

    part = own_part(factories, tile, ("id", "name", *fields))
    ids, count = _ids(part), len(part.numbers)
    metres = np.tile(np.asarray(reach, dtype="float64"), (count, 1))
    if fields:
        given = [pd.to_numeric(pd.Series(part.columns[name], dtype=object), errors="coerce") for name in fields]
        metres = np.column_stack([column.to_numpy("float64") for column in given]).reshape(count, len(fields))
    sources = Sources(part.geometries, factories.crs, metres, np.zeros(count), np.zeros(count, dtype="int64"))

    def read(box: Any) -> Part:
        return _usable(receptors.read(box, _target_columns(receptors)))

    found, there = partitioned.inside(sources, read, _own_keys(factories, part, ids, receptors))
    columns: dict[str, Any] = {"factory_id": ids, "factory_name": texts(part.columns["name"])}
    levels = metres.shape[1]
    for level in range(levels):
        within = np.bincount(found.source[found.level <= level], minlength=count)
        columns[f"zone_{level + 1}_m"] = metres[:, level]
        columns[f"zone_{level + 1}_n"] = within.astype("int64")
    rows, at = found.source, found.receptor
    named = texts(there.columns["name"]) if there.columns else np.empty(0, dtype=object)
    inside = pd.DataFrame(
        {
            "factory_id": ids[rows],
            "receptor_id": (_feature_ids(there) if there.columns else named)[at],
            "receptor_name": named[at],
            "zone": found.level + 1,
            "distance_m": np.round(found.distance, 2),
        }
    )
    # In the order of factory and receptor however the work was divided: no row has the number of another.
    inside.index = part.numbers[rows] * int(receptors.info["features"] + 1) + ranks(rows)
    return {"factories": _frame(columns, part, factories.crs), "inside": inside}


def clusters(
    factories: Layer, tile: Tile | np.ndarray, distance: float, least: float, weight: str
) -> tuple[LocalClusters | None, dict[str, Any]]:
    """Return the clusters of a part as far as it sees them, and the table ``factories`` without their numbers.

    Of features by number, which have no place, there are no clusters to number: their columns are there, and empty.
    """
    import numpy as np
    import pandas as pd

    from ..analysis import partitioned
    from ..analysis.neighbours import Places
    from ..analysis.partitions import Tile

    if not isinstance(tile, Tile):
        return None, {"factories": _in_no_cluster(factories, own_part(factories, tile, ("id", "name")))}
    columns = ("id", "name", *([weight] if weight else []))
    part = factories.read(partitioned.halo_of_clusters(tile.bounds, distance), columns)
    xy = Places(part.geometries).xy
    own = tile.holds(xy)
    weights = None
    if weight:
        numbers = pd.to_numeric(pd.Series(part.columns[weight], dtype=object), errors="coerce")
        weights = np.nan_to_num(numbers.to_numpy("float64"), nan=0.0, posinf=np.inf, neginf=-np.inf)
    found = partitioned.clusters(part.numbers, xy, own, distance, least, weights)
    rows = np.flatnonzero(own)
    mine = type(part)(part.numbers[rows], part.geometries[rows], {n: c[rows] for n, c in part.columns.items()})
    frame = _frame(
        {"factory_id": _ids(mine), "factory_name": texts(mine.columns["name"]), "core": found.core}, mine, factories.crs
    )
    return found, {"factories": frame}


def _in_no_cluster(factories: Layer, part: Part) -> gpd.GeoDataFrame:
    """Return rows that were not looked at: neither noise nor core is known of them."""
    import pandas as pd

    count = len(part.numbers)
    columns = {
        "factory_id": _ids(part),
        "factory_name": texts(part.columns["name"]),
        "cluster": pd.array([None] * count, dtype="Int64"),
        "core": pd.array([None] * count, dtype="boolean"),
    }
    return _frame(columns, part, factories.crs)


def _frame(columns: Mapping[str, Any], part: Part, crs: str) -> gpd.GeoDataFrame:
    import geopandas as gpd

    return gpd.GeoDataFrame(columns, geometry=part.geometries, index=part.numbers, crs=crs)


def into_folder(
    folder: str, number: int, function: Callable[..., Mapping[str, Any]], *arguments: Any
) -> dict[str, int]:
    """Run a task on a worker, and write its tables as GeoParquet files there; return the number of rows of each.

    The index of each file, ``fid``, is the number of the row in the one table that the files are parts of.
    """
    rows = {}
    for name, frame in function(*arguments).items():
        place = Path(folder) / name
        place.mkdir(parents=True, exist_ok=True)
        frame.rename_axis("fid").to_parquet(place / f"part-{number:05d}.parquet")
        rows[name] = len(frame)
    return rows

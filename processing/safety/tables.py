"""The tables of safety buffers."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from qgis.core import QgsCoordinateReferenceSystem

from ..i18n import tr
from ..paths import STYLES
from ..storage.geopackage import Table
from .distances import ALL_CLASSES
from .findings import Exposure, Findings, Receptors
from .sources import Hazards

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd

# Rows of a table made at once, while it is written.
_LOT = 20_000
MUTUAL, ONE_WAY = "mutual", "one way"
_LEVEL = (("class", "text"), ("level", "text"), ("level_no", "integer"))
_FACTORY = (("factory_id", "text"), ("factory_name", "text"))
ZONE_FIELDS = (
    *_FACTORY,
    ("source_id", "text"),
    *_LEVEL,
    ("distance_m", "real"),
    ("measured_from", "text"),
    ("distance_from", "text"),
    ("area_ha", "real"),
)
DISSOLVED_FIELDS = (*_LEVEL, ("factories", "integer"), ("area_ha", "real"))
FREE_FIELDS = (("rank", "integer"), *_LEVEL, ("area_ha", "real"))
PROVINCE_FIELDS = (
    ("province_code", "text"),
    ("province_name", "text"),
    *_LEVEL,
    ("area_ha", "real"),
    ("people", "real"),
)
RECEPTOR_FIELDS = (
    ("receptor_id", "text"),
    ("receptor_name", "text"),
    ("layer", "text"),
    ("class", "text"),
    ("level", "text"),
    ("level_no", "integer"),
    *_FACTORY,
    ("distance_m", "real"),
    ("factories", "integer"),
)
_COUNTS = (
    ("receptors", "integer"),
    ("receptors_ring", "integer"),
    ("people", "real"),
    ("people_ring", "real"),
)
EXPOSURE_FIELDS = (*_FACTORY, *_LEVEL, ("distance_m", "real"), *_COUNTS, ("names", "text"))
OVERALL_FIELDS = (*_LEVEL, ("factories", "integer"), ("area_ha", "real"), *_COUNTS)
DOMINO_FIELDS = (
    *_FACTORY,
    ("other_id", "text"),
    ("other_name", "text"),
    ("level", "text"),
    ("level_no", "integer"),
    ("distance_m", "real"),
    ("relation", "text"),
)
FACTORY_FIELDS = (*_FACTORY, ("class", "text"), ("measured_from", "text"), ("sources", "integer"))
FACTORY_MORE = (
    ("reach_m", "real"),
    ("distance_from", "text"),
    ("accuracy_m", "real"),
    ("receptors", "integer"),
    ("people", "real"),
    ("endangers", "integer"),
    ("endangered_by", "integer"),
    ("note", "text"),
)
OUTLINE_FIELDS = (
    *_FACTORY,
    ("source_id", "text"),
    ("class", "text"),
    ("reach_m", "real"),
    ("accuracy_m", "real"),
    ("area_ha", "real"),
)


@dataclass(frozen=True)
class Choice:
    """What of the tables can be chosen."""

    crs: QgsCoordinateReferenceSystem
    rings: bool = False
    outline: bool = True
    names: int = 10
    segments: int = 16


def tables(
    hazards: Hazards,
    receptors: Receptors,
    found: Findings,
    provinces: tuple[np.ndarray, np.ndarray] | None,
    choice: Choice,
) -> list[Table]:
    """Return the tables to write; `provinces` are their codes and names."""
    out = [
        _zones(hazards, choice),
        _dissolved(hazards, found, choice),
        _overlap_free(hazards, found, choice),
    ]
    if provinces is not None and found.pieces is not None:
        out.append(_by_province(hazards, found, provinces, choice))
    out.append(_receptors(hazards, receptors, found, choice))
    out.append(_exposure(hazards, receptors, found, choice))
    out.append(_overall(hazards, receptors, found))
    out.append(_dominoes(hazards, found, choice))
    out.append(_factories(hazards, found, choice))
    if choice.outline:
        out.append(_outline(hazards, choice))
    return out


def multi(polygons: np.ndarray) -> np.ndarray:
    """Return polygons as multi-polygons, all at once; None stays None."""
    import numpy as np
    import shapely

    out = polygons.copy()
    single = np.flatnonzero(shapely.get_type_id(polygons) == 3)
    if len(single):
        out[single] = shapely.multipolygons(polygons[single], indices=np.arange(len(single)))
    return out


def hectares(polygons: np.ndarray, crs: str) -> np.ndarray:
    """Return areas on the ground, 0 for None; the CRS's scale is taken where each part lies."""
    import numpy as np
    import shapely

    from ..analysis.crs import scale

    parts, owner = shapely.get_parts(polygons, return_index=True)
    bounds = shapely.bounds(parts).reshape(-1, 4)
    there = np.isfinite(bounds).all(axis=1)
    parts, owner, bounds = parts[there], owner[there], bounds[there]
    ground = shapely.area(parts) / scale((bounds[:, :2] + bounds[:, 2:]) / 2, crs) ** 2 if len(parts) else np.empty(0)
    return np.round(np.bincount(owner, ground, minlength=len(polygons)) / 1e4, 4)


def _who(hazards: Hazards, factory: np.ndarray) -> dict[str, np.ndarray]:
    """Return id and name of factories, None for a row below 0 or beyond the last."""
    import numpy as np

    known = (factory >= 0) & (factory < len(hazards.factories.ids))
    out = {}
    for name, values in (("factory_id", hazards.factories.ids), ("factory_name", hazards.factories.names)):
        column = np.full(len(factory), None, dtype=object)
        column[known] = values[factory[known]]
        out[name] = column
    return out


def _levels(hazards: Hazards, level: np.ndarray) -> dict[str, np.ndarray]:
    import numpy as np

    return {"level": np.array(hazards.levels, dtype=object)[level], "level_no": level + 1}


def _classes(hazards: Hazards, kind: np.ndarray) -> np.ndarray:
    """Return the names of classes; the number after the last is all of them."""
    import numpy as np

    return np.array([*hazards.classes, ALL_CLASSES], dtype=object)[kind]


def _lots(count: int) -> Iterator[slice]:
    """Yield the rows of a table, so many at once as may be held."""
    return (slice(start, start + _LOT) for start in range(0, count, _LOT))


def _zones(hazards: Hazards, choice: Choice) -> Table:
    from ..analysis.zones import nested

    # The widest first, so that the inner ones are drawn on top of them.
    level, source = hazards.present.T[::-1].nonzero()
    level = hazards.k - 1 - level

    def whole() -> Iterator[tuple[pd.DataFrame, np.ndarray]]:
        for lot in _lots(len(source)):
            polygons = hazards.zones[source[lot], level[lot]]
            yield _zone_rows(hazards, source[lot], level[lot], polygons), polygons if single else multi(polygons)

    def rings() -> Iterator[tuple[pd.DataFrame, np.ndarray]]:
        for lot in _lots(len(hazards.zones)):
            shapes = nested(hazards.zones[lot], hazards.filled[lot])
            levels, sources = (~_missing(shapes)).T[::-1].nonzero()
            levels = hazards.k - 1 - levels
            polygons = shapes[sources, levels]
            yield _zone_rows(hazards, sources + lot.start, levels, polygons), multi(polygons)

    single = not choice.rings and _all_single(hazards.zones[source, level])
    kind, style = "Polygon" if single else "MultiPolygon", STYLES / "safety_zones.qml"
    told = tr("Safety zones, one a source and level.")
    pieces = rings if choice.rings else whole
    return Table("zones", ZONE_FIELDS, None, None, kind, choice.crs, told, style, pieces, len(source))


def _zone_rows(hazards: Hazards, source: np.ndarray, level: np.ndarray, polygons: np.ndarray) -> pd.DataFrame:
    import pandas as pd

    return pd.DataFrame(
        {
            **_who(hazards, hazards.factory[source]),
            "source_id": hazards.ids[source],
            "class": _classes(hazards, hazards.kind[source]),
            **_levels(hazards, level),
            "distance_m": hazards.metres[source, level],
            "measured_from": hazards.measured[source],
            "distance_from": hazards.told[source, level],
            "area_ha": hectares(polygons, hazards.sources.crs),
        }
    )


def _all_single(polygons: np.ndarray) -> bool:
    import shapely

    return bool((shapely.get_type_id(polygons) == 3).all())


def _missing(polygons: np.ndarray) -> np.ndarray:
    import shapely

    return shapely.is_missing(polygons)


def _factories_within(hazards: Hazards) -> np.ndarray:
    """Return how many units have a zone of each class at each level or further in: (c + 1, k) ints."""
    import numpy as np

    classes, k = len(hazards.classes), hazards.k
    out = np.zeros((classes + 1, k), dtype="int64")
    there = ~_missing(hazards.filled)
    for level in range(k):
        pairs = np.unique(np.column_stack([hazards.kind, hazards.unit])[there[:, level]], axis=0)
        out[:classes, level] = np.bincount(pairs[:, 0], minlength=classes)
        out[classes, level] = len(np.unique(pairs[:, 1]))
    return out


def _dissolved(hazards: Hazards, found: Findings, choice: Choice) -> Table:
    import numpy as np
    import pandas as pd

    areas = np.concatenate([found.covered, found.covered_all[None]])
    level, kind = (~_missing(areas)).T[::-1].nonzero()
    level = hazards.k - 1 - level
    polygons = areas[kind, level]
    frame = pd.DataFrame(
        {
            "class": _classes(hazards, kind),
            **_levels(hazards, level),
            "factories": _factories_within(hazards)[kind, level],
            "area_ha": hectares(polygons, hazards.sources.crs),
        }
    )
    told = tr("All ground within each level, counted once; by class, which may overlap, and of all classes.")
    style = STYLES / "safety_dissolved.qml"
    return Table("dissolved", DISSOLVED_FIELDS, frame, multi(polygons), "MultiPolygon", choice.crs, told, style)


def _overlap_free(hazards: Hazards, found: Findings, choice: Choice) -> Table:
    import pandas as pd

    kind, level = (~_missing(found.free)).nonzero()
    polygons = found.free[kind, level]
    frame = pd.DataFrame(
        {
            "rank": kind + 1,
            "class": _classes(hazards, kind),
            **_levels(hazards, level),
            "area_ha": hectares(polygons, hazards.sources.crs),
        }
    )
    told = tr("Safety zones without overlap: the gravest class has the ground, and in it the innermost level.")
    style = STYLES / "safety_overlap_free.qml"
    return Table("overlap_free", FREE_FIELDS, frame, multi(polygons), "MultiPolygon", choice.crs, told, style)


def _by_province(hazards: Hazards, found: Findings, provinces: tuple[np.ndarray, np.ndarray], choice: Choice) -> Table:
    import numpy as np
    import pandas as pd

    if found.pieces is None:
        raise ValueError("no provinces")
    area, by, polygons, people = found.pieces
    kind, level = np.divmod(area, hazards.k)
    codes, names = provinces
    # All classes first, then the gravest one; the widest level first, as it is drawn.
    order = np.lexsort((by, -level, np.where(kind == len(hazards.classes), -1, kind)))
    kind, level, by, polygons, people = kind[order], level[order], by[order], polygons[order], people[order]
    frame = pd.DataFrame(
        {
            "province_code": codes[by],
            "province_name": names[by],
            "class": _classes(hazards, kind),
            **_levels(hazards, level),
            "area_ha": hectares(polygons, hazards.sources.crs),
            "people": np.round(people, 2),
        }
    )
    told = tr("Ground and people within each level, by province; classes may overlap, “all classes” counts once.")
    style = STYLES / "safety_provinces.qml"
    return Table("by_province", PROVINCE_FIELDS, frame, multi(polygons), "MultiPolygon", choice.crs, told, style)


def _receptors(hazards: Hazards, receptors: Receptors, found: Findings, choice: Choice) -> Table:
    import numpy as np
    import pandas as pd
    import shapely

    rows = found.by_all.receptor
    pairs = found.by_unit
    # The nearest of those that reach it; of equally near ones the one with the lowest id.
    n = len(hazards.factories.ids)
    ids = np.array([*map(str, hazards.factories.ids), *["\uffff"] * (hazards.units - n)], dtype=object)
    rank = np.empty(len(ids), dtype="int64")
    rank[np.argsort(ids.astype(str), kind="stable")] = np.arange(len(ids))
    order = np.lexsort((rank[pairs.who], np.round(np.nan_to_num(pairs.distance, nan=np.inf), 6), pairs.receptor))
    first = order[np.searchsorted(pairs.receptor[order], rows)] if len(rows) else order

    def drawn() -> Iterator[tuple[pd.DataFrame, np.ndarray]]:
        for lot in _lots(len(rows)):
            some, pair = rows[lot], first[lot]
            frame = pd.DataFrame(
                {
                    "receptor_id": receptors.ids[some],
                    "receptor_name": receptors.names[some],
                    "layer": receptors.layers[some],
                    "class": np.array([*receptors.classes, ""], dtype=object)[receptors.kind[some]],
                    **_levels(hazards, found.by_all.level[lot]),
                    **_who(hazards, pairs.who[pair]),
                    "distance_m": np.round(pairs.distance[pair], 2),
                    "factories": found.reached_by[some],
                }
            )
            yield frame, shapely.point_on_surface(receptors.geometries[some])

    told = tr("Receptors in the zones, each once, with the innermost level that reaches it.")
    style = STYLES / "safety_receptors.qml"
    return Table("receptors", RECEPTOR_FIELDS, None, None, "Point", choice.crs, told, style, drawn, len(rows))


def count_columns(classes: Iterable[str], taken: Iterable[str]) -> list[str]:
    """Return a column's name for each class of receptors: ``n_`` and its name in letters, digits and ``_``."""
    known = {name.casefold() for name in taken}
    out = []
    for class_ in classes:
        plain = "".join(c if unicodedata.category(c)[0] in "LMN" else "_" for c in class_.casefold())
        plain = f"n_{'_'.join(part for part in plain.split('_') if part)[:40] or 'others'}"
        names = [plain, *(f"{plain}_{number}" for number in range(2, len(known) + 3))]
        name = next(name for name in names if name not in known)
        known.add(name)
        out.append(name)
    return out


def _counted(fields: Sequence[tuple[str, str]], receptors: Receptors) -> tuple[list[str], list[tuple[str, str]]]:
    columns = count_columns(receptors.classes, (name for name, _ in fields))
    return columns, [*fields, *((name, "integer") for name in columns)]


def _exposure(hazards: Hazards, receptors: Receptors, found: Findings, choice: Choice) -> Table:
    import numpy as np
    import pandas as pd

    exposure = found.exposure
    n = len(hazards.factories.ids)
    columns, fields = _counted(EXPOSURE_FIELDS, receptors)
    total = exposure.counts.sum(axis=1)
    farthest = np.full((hazards.units, hazards.k), np.nan)
    with_metres = np.isfinite(hazards.metres)
    row, level = np.nonzero(with_metres)
    np.fmax.at(farthest, (hazards.unit[row], level), hazards.metres[row, level])
    own = np.full(hazards.units, len(hazards.classes), dtype="int64")
    np.minimum.at(own, hazards.unit[hazards.own :], hazards.kind[hazards.own :])
    # Its own class before that of a model's zones; of several rows of its id the gravest.
    mine = np.full(hazards.units, len(hazards.classes), dtype="int64")
    np.minimum.at(mine, hazards.unit[: hazards.own], hazards.kind[: hazards.own])
    own = np.where(mine < len(hazards.classes), mine, own)
    total_ring, people_ring = exposure.ring(total), np.round(exposure.ring(exposure.people), 2)
    called = {int(u): hazards.ids[s] for s, u in enumerate(hazards.unit) if u >= n}
    listed = [name or id_ for name, id_ in zip(receptors.names, receptors.ids)]

    def rows() -> Iterator[tuple[pd.DataFrame, None]]:
        for lot in _lots(len(exposure.unit)):
            unit, level = exposure.unit[lot], exposure.level[lot]
            who = _who(hazards, unit)
            outside = unit >= n
            who["factory_name"][outside] = [called[int(u)] for u in unit[outside]]
            frame = pd.DataFrame(
                {
                    **who,
                    "class": _classes(hazards, own[unit]),
                    **_levels(hazards, level),
                    "distance_m": farthest[unit, level],
                    "receptors": total[lot],
                    "receptors_ring": total_ring[lot],
                    "people": np.round(exposure.people[lot], 2),
                    "people_ring": people_ring[lot],
                    "names": _names(listed, exposure, lot, choice.names),
                    **{name: exposure.counts[lot, i] for i, name in enumerate(columns)},
                }
            )
            yield frame, None

    told = tr("Receptors and people by factory and level. Not to be added up: zones of factories overlap.")
    style = STYLES / "safety_exposure.qml"
    return Table("exposure", fields, description=told, style=style, pieces=rows, rows=len(exposure.unit))


def _names(called: Sequence[str], exposure: Exposure, lot: slice, limit: int) -> np.ndarray:
    """Return the names of the first receptors of some rows of the exposure, and how many there are beside."""
    import numpy as np

    starts, lengths = exposure.start[lot], exposure.length[lot]
    out = np.full(len(starts), None, dtype=object)
    for row in np.flatnonzero(lengths).tolist() if limit else ():
        first, length = int(starts[row]), int(lengths[row])
        text = "; ".join(called[i] for i in exposure.order[first : first + min(limit, length)].tolist())
        out[row] = f"{text}; … (+{length - limit})" if length > limit else text
    return out


def overall_counts(hazards: Hazards, receptors: Receptors, found: Findings) -> np.ndarray:
    """Return the receptors of each class within each level of each class of sources, once: (c + 1, k, q) ints."""
    import numpy as np

    c, k, q = len(hazards.classes), hazards.k, len(receptors.classes)
    out = np.zeros((c + 1, k, q), dtype="int64")
    for pairs, base in ((found.by_class, 0), (found.by_all, c)):
        np.add.at(out, (pairs.who + base, pairs.level, receptors.kind[pairs.receptor]), 1)
    return np.cumsum(out, axis=1)


def _overall(hazards: Hazards, receptors: Receptors, found: Findings) -> Table:
    import numpy as np
    import pandas as pd

    c, k = len(hazards.classes), hazards.k
    columns, fields = _counted(OVERALL_FIELDS, receptors)
    counts = overall_counts(hazards, receptors, found)
    within = _factories_within(hazards)
    # All classes first, then the gravest one; a class has no row for a level within which it has no zone.
    kinds = [c, *range(c)]
    kind, level = np.array([(i, j) for i in kinds for j in range(k) if within[i, j]], dtype="int64").reshape(-1, 2).T
    total = counts.sum(axis=2)
    people = np.nan_to_num(found.people) if np.isfinite(found.people).any() else found.people
    areas = hectares(found.areas, hazards.sources.crs).reshape(c + 1, k)
    frame = pd.DataFrame(
        {
            "class": _classes(hazards, kind),
            **_levels(hazards, level),
            "factories": within[kind, level],
            "area_ha": areas[kind, level],
            "receptors": total[kind, level],
            "receptors_ring": np.diff(total, axis=1, prepend=0)[kind, level],
            "people": np.round(people, 2)[kind, level],
            "people_ring": np.round(np.diff(people, axis=1, prepend=0.0), 2)[kind, level],
            **{name: counts[kind, level, i] for i, name in enumerate(columns)},
        }
    )
    told = tr("Receptors and people within each level, each counted once.")
    return Table("overall", fields, frame, description=told, style=STYLES / "safety_overall.qml")


def _dominoes(hazards: Hazards, found: Findings, choice: Choice) -> Table:
    import numpy as np
    import pandas as pd
    import shapely

    d, factories = found.dominoes, hazards.factories

    def rows() -> Iterator[tuple[pd.DataFrame, np.ndarray]]:
        for lot in _lots(len(d.source)):
            frame = pd.DataFrame(
                {
                    **_who(hazards, d.source[lot]),
                    "other_id": factories.ids[d.other[lot]],
                    "other_name": factories.names[d.other[lot]],
                    **_levels(hazards, d.level[lot]),
                    "distance_m": np.round(d.distance[lot], 2),
                    "relation": np.where(d.mutual[lot], MUTUAL, ONE_WAY).astype(object),
                }
            )
            lines = np.full(len(frame), None, dtype=object)
            ends = np.stack([d.start[lot], d.end[lot]], axis=1)
            apart = np.flatnonzero((ends[:, 0] != ends[:, 1]).any(axis=1))
            if len(apart):
                lines[apart] = shapely.linestrings(ends[apart])
            yield frame, lines

    told = tr("From each factory to every factory in its zone.")
    style = STYLES / "safety_dominoes.qml"
    return Table("dominoes", DOMINO_FIELDS, None, None, "LineString", choice.crs, told, style, rows, len(d.source))


def level_columns(levels: Sequence[str]) -> list[str]:
    """Return a column of metres for each level: its name in letters, digits and ``_``, and ``_m``."""
    fixed = [name for name, _ in (*FACTORY_FIELDS, *FACTORY_MORE)]
    out: list[str] = []
    for name in count_columns(levels, ()):
        plain = f"{name[2:]}_m"
        out.append(f"level_{plain}" if plain in (*fixed, *out) else plain)
    return out


def _factories(hazards: Hazards, found: Findings, choice: Choice) -> Table:
    import numpy as np
    import pandas as pd

    factories, reach = hazards.factories, hazards.reach
    n = len(factories.ids)
    names = level_columns(hazards.levels)
    count = np.bincount(hazards.factory[hazards.factory >= 0], minlength=n)
    mine = np.where(count[:, None] > 0, reach.metres, np.nan)
    own_sources = np.bincount(hazards.factory[: hazards.own], minlength=n)
    mine[own_sources == 0] = np.nan
    measured = np.full(n, None, dtype=object)
    with_factory = np.flatnonzero(hazards.factory >= 0)[::-1]
    measured[hazards.factory[with_factory]] = hazards.measured[with_factory]
    total, people = np.zeros(n), np.full(n, np.nan)
    here = found.exposure.unit < n
    # Rows are in the order of levels: what is said last is of the outermost.
    total[found.exposure.unit[here]] = found.exposure.counts.sum(axis=1)[here]
    people[found.exposure.unit[here]] = found.exposure.people[here]
    # What is found of a factory is said in each of its rows that has a zone.
    first = hazards.first_row
    total, people = np.where(count > 0, total[first], np.nan), np.where(count > 0, people[first], np.nan)
    known = factories.stated | (factories.accuracy_from == "method")
    frame = pd.DataFrame(
        {
            **_who(hazards, np.arange(n)),
            "class": reach.classes,
            "measured_from": measured,
            "sources": count,
            **{name: mine[:, i] for i, name in enumerate(names)},
            "reach_m": np.fmax.reduce(mine, axis=1),
            "distance_from": _said(reach.told, own_sources > 0),
            "accuracy_m": np.where(known, factories.accuracy, np.nan),
            "receptors": total,
            "people": np.round(people, 2),
            "endangers": np.where(count > 0, np.bincount(found.dominoes.source, minlength=n)[first], np.nan),
            "endangered_by": np.bincount(found.dominoes.other, minlength=n)[first],
            "note": notes(hazards, own_sources > 0),
        }
    )
    fields = [*FACTORY_FIELDS, *((name, "real") for name in names), *FACTORY_MORE]
    kind = "MultiPolygon" if factories.polygonal else "Point"
    shapes = multi(factories.geometries) if factories.polygonal else factories.geometries
    told = tr("The factories of “{layer}”: how far their zones reach, or why they have none.").format(
        layer=factories.layer.name
    )
    style = STYLES / ("safety_factories_polygon.qml" if factories.polygonal else "safety_factories.qml")
    return Table("factories", fields, frame, shapes, kind, choice.crs, told, style)


def _said(told: np.ndarray, drawn: np.ndarray) -> np.ndarray:
    """Return where the distances of each factory are from, the outermost first, each once."""
    import numpy as np
    import pandas as pd

    if not len(told):
        return np.empty(0, dtype=object)
    codes = np.column_stack([pd.factorize(column)[0] for column in told.T])
    _, first, row = np.unique(codes, axis=0, return_index=True, return_inverse=True)
    said = [list(dict.fromkeys(word for word in words[::-1] if word)) for words in told[first]]
    joined = np.array(["; ".join(words) or None for words in said], dtype=object)
    return np.where(drawn, joined[row.reshape(-1)], None)


def notes(hazards: Hazards, drawn: np.ndarray) -> np.ndarray:
    """Return why each factory has no zone of its own, or what may reach farther."""
    import numpy as np
    import shapely

    reach, layer = hazards.reach, hazards.factories.layer
    nowhere = shapely.is_missing(hazards.factories.geometries)
    out = np.full(len(drawn), None, dtype=object)
    of_model = tr("only the threat zones of a model")
    elsewhere = tr("its zones start from its installations: see the other row with its id")
    replaced = ~drawn & np.isfinite(reach.metres).any(axis=1) & ~nowhere
    for row in np.flatnonzero(~drawn | (reach.doubt != None)).tolist():  # noqa: E711 - an array of objects
        parts = [] if drawn[row] else [layer.notes[row] if nowhere[row] else reach.why[row]]
        parts = [elsewhere] if replaced[row] else parts
        parts = [of_model, *parts] if hazards.with_zone[row] and not drawn[row] else parts
        parts += [] if nowhere[row] else [reach.doubt[row]]
        out[row] = "; ".join(part for part in parts if part) or None
    return out


def _outline(hazards: Hazards, choice: Choice) -> Table:
    import numpy as np
    import pandas as pd

    from ..analysis.zones import Sources, widened

    sources = hazards.sources
    uncertain = np.flatnonzero(sources.accuracy > 0)
    single = not sources.areal

    def rows() -> Iterator[tuple[pd.DataFrame, np.ndarray]]:
        for lot in _lots(len(uncertain)):
            some = uncertain[lot]
            columns = (sources.reach[some], sources.accuracy[some], sources.kind[some])
            polygons = widened(Sources(sources.geometries[some], sources.crs, *columns), choice.segments)
            there = ~_missing(polygons)
            some, polygons = some[there], polygons[there]
            frame = pd.DataFrame(
                {
                    **_who(hazards, hazards.factory[some]),
                    "source_id": hazards.ids[some],
                    "class": _classes(hazards, hazards.kind[some]),
                    "reach_m": sources.outermost[some],
                    "accuracy_m": sources.accuracy[some],
                    "area_ha": hectares(polygons, sources.crs),
                }
            )
            yield frame, polygons if single else multi(polygons)

    told = tr("The outer zones, wider by the accuracy of the coordinate.")
    kind, style = "Polygon" if single else "MultiPolygon", STYLES / "safety_outline.qml"
    return Table("accuracy_outline", OUTLINE_FIELDS, None, None, kind, choice.crs, told, style, rows, len(uncertain))

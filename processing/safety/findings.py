"""What lies in the zones: ground, receptors, people, and other factories."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from ..frames import LayerFrame, Tick
from ..i18n import tr
from ..inputs import texts
from .people import People
from .sources import Hazards

if TYPE_CHECKING:
    import numpy as np

    from ..analysis.exposure import Inside

MOST_CLASSES = 60
# Polygons cut at once: between lots a run can be cancelled.
_LOT = 64


@dataclass(frozen=True)
class Receptors:
    """What is to be protected, of all layers; r rows in the order of layer and id.

    Attributes
    ----------
    geometries, ids, names, layers : (r,) object arrays
    kind : (r,) int array
        Number of the class.
    classes : list of str
    """

    geometries: np.ndarray
    ids: np.ndarray
    names: np.ndarray
    layers: np.ndarray
    kind: np.ndarray
    classes: list[str]


def receptors_of(layers: Sequence[tuple[LayerFrame, dict[str, str]]]) -> Receptors:
    """Put the layers of receptors together; fields by purpose: ``id``, ``name``, ``class``."""
    import numpy as np

    none = np.empty(0, dtype=object)
    columns: dict[str, list[np.ndarray]] = {name: [none] for name in ("shapes", "ids", "names", "layers", "class")}
    for layer, fields in layers:
        frame = layer.frame[layer.frame.geometry.notna()].sort_index()
        blank = np.full(len(frame), None, dtype=object)
        given = {name: texts(frame[field]) if field else blank for name, field in fields.items()}
        ids = [id_ or str(number) for id_, number in zip(given["id"], frame.index)]
        order = np.array(sorted(range(len(ids)), key=lambda i: (ids[i], frame.index[i])), dtype="int64")
        columns["shapes"].append(np.asarray(frame.geometry.array, dtype=object)[order])
        columns["ids"].append(np.array(ids, dtype=object)[order])
        columns["names"].append(given["name"][order])
        columns["layers"].append(np.full(len(ids), layer.name, dtype=object))
        classes = [word or (tr("no class") if fields["class"] else layer.name) for word in given["class"]]
        columns["class"].append(np.array(classes, dtype=object)[order])
    all_ = {name: np.concatenate(parts) for name, parts in columns.items()}
    called = list(dict.fromkeys(all_["class"])) if len(layers) < 2 else sorted(set(all_["class"]), key=str)
    called = sorted(called, key=str)
    number = {name: i for i, name in enumerate(called)}
    return Receptors(
        all_["shapes"],
        all_["ids"],
        all_["names"],
        all_["layers"],
        np.array([number[name] for name in all_["class"]], dtype="int64"),
        called,
    )


@dataclass(frozen=True)
class Reached:
    """Pairs of somebody (a unit, a class) and a receptor: the innermost level and the shortest distance."""

    who: np.ndarray
    receptor: np.ndarray
    level: np.ndarray
    distance: np.ndarray


def reduced(who: np.ndarray, receptor: np.ndarray, level: np.ndarray, distance: np.ndarray) -> Reached:
    """Return each pair of `who` and `receptor` once, with its lowest level and its shortest distance."""
    import numpy as np

    order = np.lexsort((level, receptor, who))
    who, receptor, level, distance = who[order], receptor[order], level[order], distance[order]
    new = np.ones(len(who), dtype=bool)
    new[1:] = (who[1:] != who[:-1]) | (receptor[1:] != receptor[:-1])
    first = np.flatnonzero(new)
    nearest = np.fmin.reduceat(distance, first) if len(first) else distance
    return Reached(who[first], receptor[first], level[first], nearest)


@dataclass(frozen=True)
class Domino:
    """Factories in the zones of others, each direction once; rows of the factories, the first of each id."""

    source: np.ndarray
    other: np.ndarray
    level: np.ndarray
    distance: np.ndarray
    start: np.ndarray
    end: np.ndarray
    mutual: np.ndarray

    @property
    def pairs(self) -> tuple[int, int]:
        """Pairs of factories, whichever endangers the other: mutual ones, and one-way ones."""
        mutual = int(self.mutual.sum())
        return mutual // 2, len(self.mutual) - mutual


@dataclass(frozen=True)
class Exposure:
    """What lies within each level of somebody: m rows by unit and level.

    Attributes
    ----------
    unit, level : (m,) int arrays
    counts : (m, c) int array
        Receptors of each class within the level.
    people : (m,) float array, NaN where people were not asked for
    start, length : (m,) int arrays
        Where the receptors within stand in `order`, the innermost and nearest first.
    order : (p,) int array
        Receptors, unit by unit.
    """

    unit: np.ndarray
    level: np.ndarray
    counts: np.ndarray
    people: np.ndarray
    start: np.ndarray
    length: np.ndarray
    order: np.ndarray

    def ring(self, values: np.ndarray) -> np.ndarray:
        """Return values without those of the next level further in that the same unit has."""
        import numpy as np

        inner = np.zeros_like(values)
        again = np.zeros(len(self.unit), dtype=bool)
        again[1:] = self.unit[1:] == self.unit[:-1]
        inner[again] = values[np.flatnonzero(again) - 1]
        return values - inner


@dataclass(frozen=True)
class Findings:
    """All that was found.

    Attributes
    ----------
    covered : (c, k) object array
        Ground within each level of each class.
    covered_all : (k,) object array
        The same of all classes.
    free : (c, k) object array
        The ground of `covered` that no graver class, or level further in, has.
    by_unit, by_class, by_all : Reached
        Receptors by unit, by class of source, and altogether.
    reached_by : (r,) int array
        How many units reach each receptor.
    exposure : Exposure
    people : (c + 1, k) float array
        Within each level, counted once; the last row is of all classes.
    dominoes : Domino
    pieces : (area, province, polygon, people) or None
        The ground cut by provinces; area is class times k plus level, then those of all classes.
    """

    covered: np.ndarray
    covered_all: np.ndarray
    free: np.ndarray
    by_unit: Reached
    by_class: Reached
    by_all: Reached
    reached_by: np.ndarray
    exposure: Exposure
    people: np.ndarray
    dominoes: Domino
    pieces: tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray] | None

    @cached_property
    def areas(self) -> np.ndarray:
        """Ground of all classes, then of each level of all together: (c * k + k,) polygons."""
        import numpy as np

        return np.concatenate([self.covered.ravel(), self.covered_all])


def find(
    hazards: Hazards, receptors: Receptors, people: People | None, provinces: np.ndarray | None, tick: Tick
) -> Findings:
    """Look at what lies in the zones."""
    import numpy as np

    from ..analysis.zones import cut, dissolved

    def span(low: float, high: float) -> Tick:
        return lambda share: tick(low + (high - low) * share)

    k, classes = hazards.k, len(hazards.classes)
    group = (hazards.kind[:, None] * k + np.arange(k)).ravel()
    covered = dissolved(hazards.filled.ravel(), group, classes * k, span(0, 0.3))
    # From the zones again, not from the classes: many small polygons are joined far faster than a few large ones.
    level = np.tile(np.arange(k), len(hazards.filled))
    together = covered if classes == 1 else dissolved(hazards.filled.ravel(), level, k, span(0.3, 0.38))
    free = _free_of_overlap(covered.reshape(classes, k), span(0.38, 0.45))
    pairs = _inside(hazards, receptors.geometries, span(0.45, 0.6))
    by_unit = reduced(hazards.unit[pairs.source], pairs.receptor, pairs.level, pairs.distance)
    by_class = reduced(hazards.kind[pairs.source], pairs.receptor, pairs.level, pairs.distance)
    by_all = reduced(np.zeros(len(pairs), dtype="int64"), pairs.receptor, pairs.level, pairs.distance)
    areas = np.concatenate([covered, together])
    counted = np.full(len(areas), np.nan)
    if people is not None:
        counted = people.within(areas, np.arange(len(areas)), len(areas), span(0.6, 0.65))
    pieces = None
    if provinces is not None:
        area, by, polygons = cut(areas, provinces, span(0.65, 0.7))
        there = np.full(len(polygons), np.nan)
        if people is not None:
            there = people.apart(polygons, by, provinces, span(0.7, 0.75))
        pieces = area, by, polygons, there
    exposure = _exposure(hazards, receptors, by_unit, people, span(0.75, 0.9))
    return Findings(
        covered=covered.reshape(classes, k),
        covered_all=together,
        free=free,
        by_unit=by_unit,
        by_class=by_class,
        by_all=by_all,
        reached_by=np.bincount(by_unit.receptor, minlength=len(receptors.ids)),
        exposure=exposure,
        people=counted.reshape(classes + 1, k),
        dominoes=_dominoes(hazards, span(0.9, 1)),
        pieces=pieces,
    )


def _free_of_overlap(covered: np.ndarray, tick: Tick) -> np.ndarray:
    """Return the ground of each class that no graver one has, and of each level without the one further in.

    As `ranked` of all areas, but with less to look at: the outermost level holds the others, so that it alone decides
    between classes.
    """
    import numpy as np

    from ..analysis.zones import ranked

    classes, k = covered.shape
    held = covered.copy()
    held[:, k - 1] = ranked(covered[:, k - 1], lambda share: tick(0.6 * share))
    for kind in range(classes):
        for level in range(k - 1):
            held[kind, level] = _common(covered[kind, level], held[kind, k - 1])
        tick(0.6 + 0.2 * (kind + 1) / classes)
    out = held.copy()
    for kind in range(classes):
        for level in range(1, k):
            done = 0.8 + 0.2 * kind / classes
            out[kind, level] = _without(held[kind, level], held[kind, level - 1], lambda _, done=done: tick(done))
    return np.where(held == None, None, out)  # noqa: E711 - an array of objects


def _common(area: Any, by: Any) -> Any:
    """Return the ground that an area of many small parts has in common with another of few large ones."""
    import numpy as np
    import shapely
    from shapely import STRtree

    if area is None or by is None:
        return None
    parts, holders = shapely.get_parts(area), shapely.get_parts(by)
    tree = STRtree(parts)
    holder, part = tree.query(holders, predicate="intersects")
    whole = np.unique(tree.query(holders, predicate="covers")[1])  # most of them: they need not be cut
    crossing = ~np.isin(part, whole)
    pieces = shapely.get_parts(
        shapely.get_parts(shapely.intersection(parts[part[crossing]], holders[holder[crossing]]))
    )
    return _together(np.concatenate([parts[whole], pieces]))


def _without(area: Any, inner: Any, tick: Tick) -> Any:
    """Return an area without another inside of it, the parts of which do not overlap."""
    import numpy as np
    import shapely
    from shapely import STRtree

    from ..analysis.parallel import in_two_threads

    if area is None or inner is None:
        return area
    parts, holes = shapely.get_parts(area), shapely.get_parts(inner)
    part, hole = STRtree(holes).query(parts, predicate="intersects")
    order = np.lexsort((hole, part))
    met, index = np.unique(part[order], return_inverse=True)
    taken = shapely.multipolygons(holes[hole[order]], indices=index) if len(met) else parts[:0]
    lots = [np.arange(start, min(start + _LOT, len(met))) for start in range(0, len(met), _LOT)]
    for left, lot in zip(in_two_threads(lambda lot: shapely.difference(parts[met[lot]], taken[lot]), lots, tick), lots):
        parts[met[lot]] = left
    return _together(shapely.get_parts(shapely.get_parts(parts)))


def _together(pieces: np.ndarray) -> Any:
    """Return the polygons among some pieces that do not overlap, as one geometry; None where there are none."""
    import shapely

    polygons = pieces[(shapely.get_type_id(pieces) == 3) & ~shapely.is_empty(pieces)]
    return shapely.multipolygons(polygons) if len(polygons) else None


def _given_zones(hazards: Hazards) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """Return the zones of releases, with their release and level, and the place of the factory of each release."""
    import numpy as np

    zones = hazards.zones[hazards.own :]
    row, level = np.nonzero(hazards.present[hazards.own :])
    factory = hazards.factory[hazards.own :]
    places = np.full(len(factory), None, dtype=object)
    places[factory >= 0] = hazards.factories.geometries[factory[factory >= 0]]
    return zones[row, level], row, level, places


def _inside(hazards: Hazards, geometries: np.ndarray, tick: Tick) -> Inside:
    """Return which receptors the zones of all sources reach, own ones and releases."""
    import numpy as np

    from ..analysis.exposure import Inside, inside, inside_given

    parts = []
    if len(geometries) and hazards.own:
        parts.append(inside(hazards.sources, geometries, tick=tick))
    if len(geometries) and len(hazards.zones) > hazards.own:
        zones, row, level, places = _given_zones(hazards)
        given = inside_given(zones, row, level, geometries, places, hazards.sources.crs)
        parts.append(Inside(given.source + hazards.own, given.receptor, given.level, given.distance))
    none = np.empty(0, dtype="int64")
    parts = parts or [Inside(none, none, none, np.empty(0))]
    names = ("source", "receptor", "level", "distance")
    return Inside(**{name: np.concatenate([getattr(part, name) for part in parts]) for name in names})


def _exposure(hazards: Hazards, receptors: Receptors, by_unit: Reached, people: People | None, tick: Tick) -> Exposure:
    import numpy as np

    k, units, classes = hazards.k, hazards.units, len(receptors.classes)
    source, level = np.nonzero(hazards.present)
    rows = np.unique(hazards.unit[source] * k + level)
    unit, level = np.divmod(rows, k)
    counts = np.zeros((len(rows), classes), dtype="int64")
    length = np.zeros(len(rows), dtype="int64")
    for one in range(k):
        near = by_unit.level <= one
        cells = by_unit.who[near] * classes + receptors.kind[by_unit.receptor[near]]
        here = np.flatnonzero(level == one)
        within = np.bincount(cells, minlength=units * classes).reshape(units, classes) if classes else None
        if within is not None:
            counts[here] = within[unit[here]]
        length[here] = np.bincount(by_unit.who[near], minlength=units)[unit[here]]
    order = np.lexsort((by_unit.receptor, np.nan_to_num(by_unit.distance, nan=0.0), by_unit.level, by_unit.who))
    first = np.searchsorted(by_unit.who[order], unit)
    counted = np.full(len(rows), np.nan)
    if people is not None:
        group = np.full(hazards.filled.shape, -1, dtype="int64")
        at = np.searchsorted(rows, (hazards.unit[:, None] * k + np.arange(k)).ravel())
        at = np.minimum(at, max(len(rows) - 1, 0))
        wanted = rows[at] == (hazards.unit[:, None] * k + np.arange(k)).ravel() if len(rows) else at < 0
        group = np.where(wanted, at, -1)
        counted = people.within(hazards.filled.ravel(), group, len(rows), tick)
    return Exposure(unit, level, counts, counted, first, length, by_unit.receptor[order])


def _dominoes(hazards: Hazards, tick: Tick) -> Domino:
    """Return which factories stand in the zones of others, each pair once with its innermost level."""
    import numpy as np
    import shapely

    from ..analysis.dominoes import dominoes
    from ..analysis.exposure import inside_given

    factories, codes, own = hazards.factories, hazards.first_row, hazards.own
    others = np.where(hazards.closed, None, factories.geometries)
    none = np.empty(0, dtype="int64")
    parts = [(none, none, none, np.empty(0), np.empty((0, 2)), np.empty((0, 2)))]
    if own:
        keys = [(codes[hazards.factory[:own]], codes)]
        found = dominoes(hazards.sources, others, keys, tick)
        whose = hazards.factory[found.source]
        parts.append((whose, found.other, found.level, found.distance, found.start, found.end))
    if len(hazards.zones) > own:
        zones, row, level, places = _given_zones(hazards)
        given = inside_given(zones, row, level, others, places, hazards.sources.crs)
        whose = hazards.factory[own:][given.source]
        good = (whose >= 0) & (codes[whose] != codes[given.receptor])
        whose, other = whose[good], given.receptor[good]
        lines = shapely.shortest_line(factories.geometries[whose], factories.geometries[other])
        ends = np.zeros((len(lines), 2, 2))  # a factory without a place endangers others too: a row without a line
        ends[~shapely.is_missing(lines)] = shapely.get_coordinates(lines).reshape(-1, 2, 2)
        parts.append((whose, other, given.level[good], given.distance[good], ends[:, 0], ends[:, 1]))
    source, other, level, distance, start, end = (np.concatenate(columns) for columns in zip(*parts))
    source, other = codes[source], codes[other]
    # Of several rows of one id the nearest, and of equally near ones always the same.
    order = np.lexsort((*end.T, *start.T, distance, level, other, source))
    new = np.ones(len(order), dtype=bool)
    new[1:] = (source[order][1:] != source[order][:-1]) | (other[order][1:] != other[order][:-1])
    keep = order[new]
    n = len(factories.ids)
    there, back = source * n + other, other * n + source
    mutual = np.isin(there, back)
    return Domino(source[keep], other[keep], level[keep], distance[keep], start[keep], end[keep], mutual[keep])

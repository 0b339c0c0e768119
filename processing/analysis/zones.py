"""Safety zones: buffers around sources, what a class of them covers together, and how zones share the ground.

A zone's radius is a distance on the ground; in the plane it is as much longer or shorter as the working CRS stretches
the ground at its source. The polygons are those of GEOS at the same number of segments, to the last bit.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import shapely
from scipy.sparse import coo_matrix, csgraph
from shapely import STRtree

from .crs import geodesic_m, scale
from .geometry import POLYGONAL, polygonal_part
from .neighbours import Places, along_curve
from .parallel import in_two_threads

Tick = Callable[[float], None]

# Segments of a quarter circle.
QUARTER = 16
# Corners of circles computed at once: so few that they stay in the processor's cache.
_CORNERS_AT_ONCE = 50_000
# Circles smaller than this (metres), and coordinates larger, are left to GEOS: it drops corners that fall together.
_LEAST_M, _FARTHEST_M = 1.0, 1e9
_AT_ONCE = 2_000
# Pairs of bounds that touch, held at once by each of two threads, and places that tell how many a place has.
_PAIRS_AT_ONCE, _SAMPLE = 500_000, 100
_LOTS_AT_ONCE = 8
# Where polygons meet more others than this, those in one cell of a grid are taken as one.
_CROWD = 50
# Polygons joined in one go; of more first those that are near each other, then a few of these unions.
_HEAP, _UNIONS = 400, 8
# Corners of polygons that are joined between two looks at whether the person has cancelled.
_CORNERS_OF_LOT = 100_000
# Places of the extent, along each side, and directions, in which the error of planar radii is looked for.
_GRID, _DIRECTIONS = 5, 16


@dataclass(frozen=True)
class Sources(Places):
    """What zones are drawn around.

    Attributes
    ----------
    geometries : (n,) object array
        Points or polygons in the working CRS (metres), None where there is no place.
    crs : str
        WKT or authority code of the working CRS.
    reach : (n, k) float array
        Ground metres of the k nested levels, level 0 the innermost; not decreasing along a row. NaN: this source has
        no such level.
    accuracy : (n,) float array
        Ground metres within which the place may truly lie, 0 where exact.
    kind : (n,) int array
        Class number, 0 and up; the lowest is the highest hazard.
    """

    crs: str
    reach: np.ndarray
    accuracy: np.ndarray
    kind: np.ndarray

    @cached_property
    def stretch(self) -> np.ndarray:
        """Metres in the plane for a metre on the ground, at each source: (n,) floats."""
        return scale(self.xy, self.crs)

    @cached_property
    def outermost(self) -> np.ndarray:
        """Ground metres of the outermost level of each source, NaN without one: (n,) floats."""
        most = np.where(np.isnan(self.reach), -np.inf, self.reach).max(axis=1, initial=-np.inf)
        return np.where(np.isfinite(most), most, np.nan)


def buffers(sources: Sources, quad_segs: int = QUARTER, tick: Tick = lambda _: None) -> np.ndarray:
    """Return the zone of each level of each source.

    Parameters
    ----------
    sources : Sources
        n of them, with k levels.
    quad_segs : int
        Segments of a quarter circle.
    tick : callable
        Progress between 0 and 1; raises to cancel.

    Returns
    -------
    (n, k) object array of polygons
        Identical to ``shapely.buffer(geometry, reach * stretch, quad_segs=quad_segs)``; None where there is no place,
        no such level, or no ground (a point with reach 0).
    """
    radii = sources.reach * sources.stretch[:, None]
    out = np.full(radii.shape, None, dtype=object)
    for level in range(radii.shape[1]):
        out[:, level] = _grown(sources.geometries, radii[:, level], quad_segs, _part(tick, level, radii.shape[1]))
    return out


def widened(sources: Sources, quad_segs: int = QUARTER, tick: Tick = lambda _: None) -> np.ndarray:
    """Return the outline of the outermost level of each source grown by its accuracy: (n,) polygons or None."""
    reach = sources.outermost + np.nan_to_num(sources.accuracy)
    return _grown(sources.geometries, reach * sources.stretch, quad_segs, tick)


def _part(tick: Tick, part: int, parts: int) -> Tick:
    """Return the progress of one of several equal parts of a task."""
    return lambda share: tick((part + share) / parts)


def _grown(geometries: np.ndarray, radius: np.ndarray, quad_segs: int, tick: Tick) -> np.ndarray:
    """Return buffers of planar radii, None for a radius that is NaN and where no ground is in reach."""
    out = np.full(len(geometries), None, dtype=object)
    there = np.isfinite(radius) & ~shapely.is_missing(geometries)
    rows = np.flatnonzero(there & (shapely.get_type_id(geometries) == 0) & (radius >= _LEAST_M))
    rows = rows[_are_circles(geometries, radius, rows, quad_segs)]
    circle, xy = _circle(quad_segs), shapely.get_coordinates(geometries[rows])
    size = max(_CORNERS_AT_ONCE // len(circle), 1)
    for start in range(0, len(rows), size):
        some = rows[start : start + size]
        corners = xy[start : start + size, None, :] + radius[some, None, None] * circle
        out[some] = shapely.polygons(shapely.linearrings(corners))
        tick((start + len(some)) / len(geometries))
    there[rows] = False
    others = np.flatnonzero(there)
    lots = [others[start : start + _AT_ONCE] for start in range(0, len(others), _AT_ONCE)]

    def grow(lot: np.ndarray) -> np.ndarray:
        return _polygonal(shapely.buffer(geometries[lot], radius[lot], quad_segs=quad_segs))

    done = len(rows) / max(len(geometries), 1)
    for grown, lot in zip(in_two_threads(grow, lots, lambda share: tick(done + (1 - done) * share)), lots):
        out[lot] = grown
    return out


def _circle(quad_segs: int) -> np.ndarray:
    """Return the corners of GEOS's buffer of radius 1 around 0, 0: any other circle of it is moved and stretched."""
    return shapely.get_coordinates(shapely.buffer(shapely.Point(0, 0), 1.0, quad_segs=quad_segs))


def _are_circles(geometries: np.ndarray, radius: np.ndarray, rows: np.ndarray, quad_segs: int) -> np.ndarray:
    """Return, for points at `rows`, whether the moved and stretched circle is GEOS's buffer to the last bit.

    GEOS promises no such thing, so the smallest, the largest and the farthest are compared with what it makes.
    """
    xy = shapely.get_coordinates(geometries[rows])
    near = (np.abs(xy) < _FARTHEST_M).all(axis=1)
    some, away = rows[near], np.abs(xy[near]).sum(axis=1)
    if not len(some):
        return near
    sample = some[[radius[some].argmin(), radius[some].argmax(), away.argmin(), away.argmax()]]
    mine = shapely.get_coordinates(geometries[sample])[:, None, :] + radius[sample, None, None] * _circle(quad_segs)
    theirs = shapely.get_coordinates(shapely.buffer(geometries[sample], radius[sample], quad_segs=quad_segs))
    return near & np.array_equal(theirs, mine.reshape(-1, 2))


def _polygonal(geometries: np.ndarray) -> np.ndarray:
    """Return the polygons of each geometry, None where it has none."""
    out = geometries.copy()
    out[shapely.is_empty(out)] = None
    for row in np.flatnonzero(~np.isin(shapely.get_type_id(out), (-1, *POLYGONAL))):
        out[row] = polygonal_part(out[row])
    return out


def nested(zones: np.ndarray, tick: Tick = lambda _: None) -> np.ndarray:
    """Return the rings of nested zones: each level without the next inner one that there is.

    Parameters
    ----------
    zones : (n, k) object array of polygons or None
        As `buffers` returns them.
    tick : callable

    Returns
    -------
    (n, k) object array of polygons or None
        None also where a level adds no ground to the one inside of it.
    """
    out = zones.copy()
    inner = np.full(len(zones), None, dtype=object)
    for level in range(zones.shape[1]):
        there = ~shapely.is_missing(zones[:, level])
        both = np.flatnonzero(there & ~shapely.is_missing(inner))
        out[both, level] = _differences(zones[both, level], inner[both], _part(tick, level, zones.shape[1]))
        inner = np.where(there, zones[:, level], inner)
    return out


def _differences(ones: np.ndarray, others: np.ndarray, tick: Tick) -> np.ndarray:
    """Return each polygon without the other of its pair, None where nothing is left."""
    lots = [np.arange(start, min(start + _AT_ONCE, len(ones))) for start in range(0, len(ones), _AT_ONCE)]
    out = np.full(len(ones), None, dtype=object)

    def differ(lot: np.ndarray) -> np.ndarray:
        return _polygonal(shapely.difference(ones[lot], others[lot]))

    for different, lot in zip(in_two_threads(differ, lots, tick), lots):
        out[lot] = different
    return out


def dissolved(polygons: np.ndarray, group: np.ndarray, groups: int, tick: Tick = lambda _: None) -> np.ndarray:
    """Return what the polygons of each group cover together.

    Parameters
    ----------
    polygons : (n,) object array of valid polygons, multi-polygons or None
    group : (n,) int array
        0 to ``groups - 1``; polygons of a negative group count in none.
    groups : int
    tick : callable

    Returns
    -------
    (groups,) object array of polygons or multi-polygons
        As a set of points that of ``shapely.union_all``; None for an empty group.
    """
    rows = _in_order(polygons, group)
    if not len(rows):
        return np.full(groups, None, dtype=object)
    heap = np.empty(len(rows), dtype="int64")
    begins = np.flatnonzero(np.append(True, np.diff(group[rows]) != 0)).tolist()
    count = 0
    for start, end in zip(begins, [*begins[1:], len(rows)]):
        heap[start:end] = count + _heaps(polygons[rows[start:end]], lambda: tick(0.2 * start / len(rows)))  # noqa: B023
        count = int(heap[start:end].max()) + 1
        tick(0.2 * end / len(rows))
    order = np.argsort(heap, kind="stable")
    # Heaps are numbered within their group and groups follow each other: the unions are sorted by group.
    first = order[np.flatnonzero(np.append(True, np.diff(heap[order]) != 0))]
    joined = unions(polygons[rows[order]], heap[order], lambda share: tick(0.2 + 0.8 * share))
    return _collected(joined, group[rows[first]], groups)


def _in_order(polygons: np.ndarray, group: np.ndarray) -> np.ndarray:
    """Return the rows to join by group and then along a curve, whatever order they came in; equal ones only once."""
    rows = np.flatnonzero((group >= 0) & ~shapely.is_missing(polygons) & ~shapely.is_empty(polygons))
    bounds = shapely.bounds(polygons[rows]).reshape(-1, 4)
    order = np.lexsort(bounds.T)
    if (bounds[order[1:]] == bounds[order[:-1]]).all(axis=1).any():
        order = np.lexsort((shapely.area(polygons[rows]), *bounds.T))
    order = order[along_curve(bounds[order, :2] + bounds[order, 2:])]
    order = order[np.argsort(group[rows[order]], kind="stable")]
    rows, bounds = rows[order], bounds[order]
    same = (bounds[1:] == bounds[:-1]).all(axis=1) & (group[rows[1:]] == group[rows[:-1]])
    again = np.flatnonzero(same) + 1
    equal = shapely.equals_exact(polygons[rows[again]], polygons[rows[again - 1]], tolerance=0.0)
    return np.delete(rows, again[equal])


def _heaps(polygons: np.ndarray, look: Callable[[], None]) -> np.ndarray:
    """Return a number for each polygon: the bounds of two with different numbers never touch."""
    tree = STRtree(polygons)
    most = _most(tree, polygons)
    if most <= _CROWD:
        return _components(tree, polygons, most, look)
    cell, boxes = _cells(shapely.bounds(polygons))
    tree = STRtree(boxes)
    return _components(tree, boxes, _most(tree, boxes), look)[cell]


def _most(tree: STRtree, polygons: np.ndarray) -> int:
    """Return about how many others the bounds of a polygon meet at most, from a sample."""
    some = np.unique(np.linspace(0, len(polygons) - 1, _SAMPLE).astype("int64"))
    return int(np.bincount(tree.query(polygons[some])[0], minlength=1).max())


def _cells(bounds: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return the cell of a grid, about as wide as a radius, that each middle lies in, and the bounds of each cell.

    What is in one cell mostly touches anyway, and a heap may well hold polygons that do not touch.
    """
    width = float(np.median(bounds[:, 2:] - bounds[:, :2])) / 2
    place = np.floor((bounds[:, :2] + bounds[:, 2:]) / (2 * max(width, _LEAST_M))).astype("int64")
    cell = np.unique(place, axis=0, return_inverse=True)[1].reshape(-1)
    order = np.argsort(cell, kind="stable")
    start = np.flatnonzero(np.append(True, np.diff(cell[order]) != 0))
    low = np.minimum.reduceat(bounds[order, :2], start)
    high = np.maximum.reduceat(bounds[order, 2:], start)
    return cell, shapely.box(*low.T, *high.T)


def _components(tree: STRtree, polygons: np.ndarray, most: int, look: Callable[[], None]) -> np.ndarray:
    """Return 0, 1, 2, ... for polygons whose bounds meet, directly or over others."""
    n = len(polygons)
    size = min(max(_PAIRS_AT_ONCE // most, 1), 5 * _AT_ONCE)
    lots = [np.arange(start, min(start + size, n)) for start in range(0, n, size)]
    heap = np.arange(n)

    def meet(lot: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        one, other = tree.query(polygons[lot])
        one = lot[one]
        return one[one < other], other[one < other]

    for start in range(0, len(lots), _LOTS_AT_ONCE):
        met = list(in_two_threads(meet, lots[start : start + _LOTS_AT_ONCE], lambda _: look()))
        one = np.concatenate([np.arange(n), *(pair[0] for pair in met)])
        other = np.concatenate([heap, *(pair[1] for pair in met)])
        graph = coo_matrix((np.ones(len(one), dtype="int8"), (one, other)), shape=(n, n))
        number = csgraph.connected_components(graph, directed=False)[1]
        # Each is tied to the first of its heap, so that the pairs themselves need not be kept.
        heap = np.unique(number, return_index=True)[1][number]
    return np.unique(heap, return_inverse=True)[1].reshape(-1)


def unions(polygons: np.ndarray, label: np.ndarray, tick: Tick = lambda _: None) -> np.ndarray:
    """Return the union of the polygons of each label.

    Parameters
    ----------
    polygons : (n,) object array of valid polygons or multi-polygons
    label : (n,) int array
        Ascending; polygons of one label that are near each other in the array should be so on the ground.
    tick : callable

    Returns
    -------
    (c,) object array
        One for each label that there is, in their order.
    """
    most, rounds = _HEAP, 0
    while True:
        start = np.flatnonzero(np.append(True, np.diff(label) != 0)) if len(label) else label
        length = np.diff(np.append(start, len(label)))
        if not (length > 1).any():
            return polygons
        place = np.arange(len(label)) - np.repeat(start, length)
        first = np.flatnonzero(place % most == 0)
        polygons = _joined(polygons, first, lambda share: tick(1 - 0.1**rounds * (1 - 0.9 * share)))  # noqa: B023
        label, most, rounds = label[first], _UNIONS, rounds + 1


def _joined(polygons: np.ndarray, first: np.ndarray, tick: Tick) -> np.ndarray:
    """Return the unions of runs of polygons, of which the first of each is given."""
    length = np.diff(np.append(first, len(polygons)))
    out = polygons[first]
    several = np.flatnonzero(length > 1)
    run = np.repeat(np.arange(len(several)), length[several])
    members = polygons[np.repeat(length > 1, length)]
    corners = np.bincount(run, shapely.get_num_coordinates(members), minlength=len(several))
    lot = (np.cumsum(corners) - corners) // _CORNERS_OF_LOT
    ends = np.flatnonzero(np.diff(lot)) + 1
    lots = [rows for rows in np.split(np.arange(len(several)), ends) if len(rows)]

    def join(rows: np.ndarray) -> np.ndarray:
        begin, end = np.searchsorted(run, (rows[0], rows[-1] + 1))
        together = shapely.geometrycollections(members[begin:end], indices=run[begin:end] - rows[0])
        return shapely.union_all(together[:, None], axis=1)  # one call of GEOS for all: none waits for Python

    for made, rows in zip(in_two_threads(join, lots, tick), lots):
        out[several[rows]] = made
    return out


def _exploded(geometries: np.ndarray, owner: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return the single polygons of polygons and multi-polygons, in order, and the owner of each."""
    many = shapely.get_type_id(geometries) == POLYGONAL[1]
    count = np.where(many, shapely.get_num_geometries(geometries), 1)
    parts = np.repeat(geometries, count)
    parts[np.repeat(many, count)] = shapely.get_parts(geometries[many])  # the others need not be copied
    return parts, np.repeat(owner, count)


def _collected(geometries: np.ndarray, owner: np.ndarray, owners: int) -> np.ndarray:
    """Return the polygons of each owner as one polygon or multi-polygon, None where there are none; owners ascend."""
    there = ~shapely.is_missing(geometries)
    parts, owner = _exploded(geometries[there], owner[there])
    out = np.full(owners, None, dtype=object)
    if len(parts):
        shapely.multipolygons(parts, indices=owner, out=out)
        count = np.bincount(owner, minlength=owners)
        alone = count[owner] == 1
        out[owner[alone]] = parts[alone]
    return out


def ranked(areas: np.ndarray, tick: Tick = lambda _: None) -> np.ndarray:
    """Return areas made free of overlap: each without what those before it cover; None where nothing is left.

    Parameters
    ----------
    areas : (g,) object array of valid polygons, multi-polygons or None
        The highest class first.
    tick : callable
    """
    out = np.full(len(areas), None, dtype=object)
    higher = np.empty(0, dtype=object)
    for number, area in enumerate(areas):
        progress = _part(tick, number, len(areas))
        if area is None:
            continue
        parts, owner = _exploded(areas[[number]], np.zeros(1, dtype="int64"))
        part, above = _meeting(parts, higher, lambda share: progress(0.2 * share))  # noqa: B023
        met = np.unique(part)
        taken = unions(higher[above], part, lambda share: progress(0.2 + 0.4 * share))  # noqa: B023
        left = parts.copy()
        left[met] = _differences(parts[met], taken, lambda share: progress(0.6 + 0.4 * share))  # noqa: B023
        out[number] = _collected(left, owner, 1)[0]
        higher = np.concatenate([higher, parts])
    return out


def _meeting(ones: np.ndarray, others: np.ndarray, tick: Tick) -> tuple[np.ndarray, np.ndarray]:
    """Return pairs of polygons that touch, sorted; of the two arrays the second has the larger number of them."""
    none = np.empty(0, dtype="int64")
    if not len(ones) or not len(others):
        return none, none
    tree = STRtree(others)
    lots = [np.arange(start, min(start + _AT_ONCE, len(ones))) for start in range(0, len(ones), _AT_ONCE)]

    def ask(lot: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        one, other = tree.query(ones[lot], predicate="intersects")
        return lot[one], other

    found = list(in_two_threads(ask, lots, tick))
    one, other = (np.concatenate([pair[side] for pair in found]) for side in (0, 1))
    order = np.lexsort((other, one))
    return one[order], other[order]


def cut(areas: np.ndarray, by: np.ndarray, tick: Tick = lambda _: None) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Cut areas by other polygons, such as provinces.

    Parameters
    ----------
    areas : (g,) object array of valid polygons, multi-polygons or None
    by : (b,) object array of valid polygons, multi-polygons or None
    tick : callable

    Returns
    -------
    area, by : (m,) int arrays
        Which area lies in which polygon, sorted.
    pieces : (m,) object array of polygons or multi-polygons
        The ground that they share. What lies in no polygon of `by` is in no piece.
    """
    none = np.empty(0, dtype="int64")
    here = np.flatnonzero(~shapely.is_missing(areas))
    parts, of = _exploded(areas[here], here)
    polygon, part = _meeting(by, parts, lambda share: tick(0.3 * share))
    if not len(part):
        return none, none, np.empty(0, dtype=object)
    shapely.prepare(by)
    within = shapely.contains_properly(by[polygon], parts[part])
    pieces = parts[part]
    crossing = np.flatnonzero(~within)
    lots = [crossing[start : start + _AT_ONCE] for start in range(0, len(crossing), _AT_ONCE)]

    def share_ground(lot: np.ndarray) -> np.ndarray:
        return _polygonal(shapely.intersection(by[polygon[lot]], parts[part[lot]]))

    for common, lot in zip(in_two_threads(share_ground, lots, lambda share: tick(0.3 + 0.7 * share)), lots):
        pieces[lot] = common
    there = ~shapely.is_missing(pieces)
    key = of[part[there]] * len(by) + polygon[there]
    order = np.lexsort((part[there], key))
    key, number = np.unique(key[order], return_inverse=True)
    area, polygon = np.divmod(key, len(by))
    return area, polygon, _collected(pieces[there][order], number, len(key))


def planar_error(sources: Sources) -> float:
    """Return by what share a planar radius may differ from the ground radius, at most, over the sources' extent.

    0.0004 means: 40 cm in a kilometre. 0 without any zone.
    """
    reach = float(np.nanmax(sources.outermost, initial=0.0))
    there = np.isfinite(sources.outermost) & ~shapely.is_missing(sources.geometries)
    if reach <= 0 or not there.any():
        return 0.0
    left, bottom, right, top = shapely.total_bounds(sources.geometries[there]).tolist()
    x, y = np.meshgrid(np.linspace(left, right, _GRID), np.linspace(bottom, top, _GRID))
    middle = np.column_stack([x.ravel(), y.ravel()])
    angle = np.linspace(0.0, 2 * np.pi, _DIRECTIONS, endpoint=False)
    spoke = reach * scale(middle, sources.crs)[:, None, None] * np.column_stack([np.cos(angle), np.sin(angle)])
    centre = np.repeat(middle, _DIRECTIONS, axis=0)
    ground = geodesic_m(centre, centre + spoke.reshape(-1, 2), sources.crs)
    return float(np.nanmax(np.abs(ground / reach - 1.0), initial=0.0))


def area_deficit(quad_segs: int = QUARTER) -> float:
    """Return the share of a circle's area that a polygon of ``4 * quad_segs`` corners on the circle lacks."""
    corners = 4 * quad_segs
    return float(1.0 - corners / (2 * np.pi) * np.sin(2 * np.pi / corners))


def radius_deficit(quad_segs: int = QUARTER) -> float:
    """Return the share of the radius by which the middle of that polygon's edges falls short of the circle."""
    return float(1.0 - np.cos(np.pi / (4 * quad_segs)))

"""Safety zones: buffers around sources, and how zones share the ground.

A zone's radius is a distance on the ground; in the plane it is as much longer or shorter as the working CRS stretches
the ground at its source. The polygons are those of GEOS at the same number of segments, to the last bit.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import shapely
from shapely import STRtree

from .crs import geodesic_m, scale
from .dissolve import collected, exploded, unions
from .dissolve import dissolved as dissolved
from .geometry import POLYGONAL, polygonal_part
from .neighbours import Places
from .parallel import in_two_threads

Tick = Callable[[float], None]

# Segments of a quarter circle.
QUARTER = 16
# Corners of circles computed at once: so few that they stay in the processor's cache.
_CORNERS_AT_ONCE = 50_000
# Circles smaller than this (metres), and coordinates larger, are left to GEOS: it drops corners that fall together.
_SMALLEST_M, _FARTHEST_M = 1.0, 1e9
# Corners of a circle are as far from its middle as its radius, but for this much (metres).
_ROUND_M = 1e-6
_AT_ONCE = 2_000
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
    rows = np.flatnonzero(there & (shapely.get_type_id(geometries) == 0) & (radius >= _SMALLEST_M))
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


def nested(zones: np.ndarray, filled: np.ndarray | None = None, tick: Tick = lambda _: None) -> np.ndarray:
    """Return the rings of nested zones: each level without the next inner one that there is.

    Parameters
    ----------
    zones : (n, k) object array of polygons or None
        As `buffers` returns them.
    filled : (n, k) object array of polygons or None, optional
        The ground of each level with all further in, for zones that need not be nested: that is left out instead.
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
        out[both, level] = _rings(zones[both, level], inner[both], _part(tick, level, zones.shape[1]))
        inner = np.where(there, zones[:, level], inner) if filled is None else filled[:, level]
    return out


def _rings(ones: np.ndarray, others: np.ndarray, tick: Tick) -> np.ndarray:
    """Return what `_differences` does; of two circles around one point the ring is made from their borders."""
    out = np.full(len(ones), None, dtype=object)
    corners = shapely.get_num_coordinates(ones)
    alike = (shapely.get_type_id(ones) == POLYGONAL[0]) & (corners == shapely.get_num_coordinates(others))
    alike &= shapely.get_type_id(others) == POLYGONAL[0]
    common = int(np.bincount(corners[alike], minlength=1).argmax())
    rows = np.flatnonzero(alike & (corners == common) & (corners > 0))
    size = max(_CORNERS_AT_ONCE // max(common, 1), 1)
    rest = np.ones(len(ones), dtype=bool)
    for start in range(0, len(rows), size):
        some = rows[start : start + size]
        rims = [shapely.get_coordinates(zones[some]).reshape(len(some), common, 2) for zones in (ones, others)]
        fit = _concentric(*rims)
        holes = shapely.linearrings(rims[1][fit, ::-1])  # the other way round, as GEOS draws them
        out[some[fit]] = shapely.polygons(shapely.linearrings(rims[0][fit]), holes=holes[:, None])
        rest[some[fit]] = False
        tick(0.5 * start / len(ones))
    out[rest] = _differences(ones[rest], others[rest], lambda share: tick(0.5 + 0.5 * share))
    return out


def _concentric(outer: np.ndarray, inner: np.ndarray) -> np.ndarray:
    """Return which circles have the same corners as wider ones, nearer to the same middle: (m, k, 2) floats each."""
    low, high = outer.min(axis=1, keepdims=True), outer.max(axis=1, keepdims=True)
    outer, inner = outer - (low + high) / 2, inner - (low + high) / 2
    far, near = np.hypot(outer[..., 0], outer[..., 1]), np.hypot(inner[..., 0], inner[..., 1])
    radius, share = far.mean(axis=1), near.mean(axis=1) / far.mean(axis=1)
    round_ = np.abs(far - radius[:, None]).max(axis=1) < _ROUND_M
    same = np.abs(inner - share[:, None, None] * outer).max(axis=(1, 2)) < _ROUND_M
    # As far apart as this, no rounding of corners can make the two touch.
    return round_ & same & (radius * (1 - share) > 1e3 * _ROUND_M) & (near.min(axis=1) > 0)


def _differences(ones: np.ndarray, others: np.ndarray, tick: Tick) -> np.ndarray:
    """Return each polygon without the other of its pair, None where nothing is left."""
    lots = [np.arange(start, min(start + _AT_ONCE, len(ones))) for start in range(0, len(ones), _AT_ONCE)]
    out = np.full(len(ones), None, dtype=object)

    def differ(lot: np.ndarray) -> np.ndarray:
        return _polygonal(shapely.difference(ones[lot], others[lot]))

    for different, lot in zip(in_two_threads(differ, lots, tick), lots):
        out[lot] = different
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
        parts, owner = exploded(areas[[number]], np.zeros(1, dtype="int64"))
        part, above = _meeting(parts, higher, lambda share: progress(0.2 * share))  # noqa: B023
        left = parts.copy()
        shapely.prepare(higher)
        hidden = np.zeros(len(parts), dtype=bool)
        hidden[part[shapely.covers(higher[above], parts[part])]] = True
        left[hidden] = None
        part, above = part[~hidden[part]], above[~hidden[part]]
        met = np.unique(part)
        taken = unions(higher[above], part, lambda share: progress(0.2 + 0.4 * share))  # noqa: B023
        left[met] = _differences(parts[met], taken, lambda share: progress(0.6 + 0.4 * share))  # noqa: B023
        out[number] = collected(left, owner, 1)[0]
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
    parts, of = exploded(areas[here], here)
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
    return area, polygon, collected(pieces[there][order], number, len(key))


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

"""Which polygons a point lies in, and which others it may lie in given its accuracy.

The accuracy radius around a coordinate is the ground on which the true place lies. An answer is certain only when it
is the same everywhere on that ground, so what matters is not one polygon but every *candidate*: each polygon nearer
than the radius, and whether part of the ground lies in no polygon at all.
"""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import numpy as np
import shapely
from shapely import STRtree

Tick = Callable[[float], None]

# Gaps between neighbouring polygons narrower than this are drawing noise, not unplanned land (metres).
SNAP_M = 0.01
_CHUNK = 20_000


@dataclass(frozen=True)
class Candidates:
    """For n points among k polygons, every polygon that may hold each point.

    Attributes
    ----------
    point, area : (m,) int arrays
        Pairs, sorted by point, then area.
    inside : (m,) bool array
        The polygon holds the coordinate itself, border included.
    open : (n,) bool array
        Part of the ground within the accuracy, or the coordinate itself, lies in no polygon.
    home : (n,) int array
        The polygon to name for the coordinate: the lowest of those that hold it, -1 for none.
    on_border : (n,) bool array
        The coordinate lies exactly on the border of its home.
    overlapping : (n,) bool array
        The coordinate lies inside two polygons at once: the layer overlaps itself there.
    """

    point: np.ndarray
    area: np.ndarray
    inside: np.ndarray
    open: np.ndarray
    home: np.ndarray
    on_border: np.ndarray
    overlapping: np.ndarray

    def home_or_near(self) -> np.ndarray:
        """Return, per point, its home, else the lowest polygon within reach, else -1."""
        near = np.full(len(self.home), -1, dtype="int64")
        near[self.point[::-1]] = self.area[::-1]
        return np.where(self.home >= 0, self.home, near)


def candidates(points: np.ndarray, accuracy: np.ndarray, areas: np.ndarray, tick: Tick = lambda _: None) -> Candidates:
    """Find the polygons that may hold each point.

    Parameters
    ----------
    points : (n,) object array of shapely points or None
        Coordinates in metres.
    accuracy : (n,) float array
        Radius in metres around each point within which the true place lies; 0 takes the coordinate as exact.
    areas : (k,) object array of valid shapely polygons, multi-polygons or None
    tick : callable
        Progress between 0 and 1; raises to cancel.

    Returns
    -------
    Candidates

    Notes
    -----
    A polygon that touches the accuracy radius from outside (distance equal to it) is no candidate. A point on a border
    shared by several polygons belongs to the lowest of them; inside two polygons at once it belongs to both.
    """
    point, area = _containing(points, areas, tick)
    home = np.full(len(points), -1, dtype="int64")
    home[point[::-1]] = area[::-1]
    holders = np.bincount(point, minlength=len(points))
    on_border, overlapping = _borders(points, areas, point, area, holders)
    drop = on_border[point] & ~overlapping[point] & (area != home[point]) & (accuracy[point] <= 0)
    point, area = point[~drop], area[~drop]

    unsure = _reaches_out(points, accuracy, areas, home) & ~shapely.is_missing(points)
    more_point, more_area = _within_reach(points, accuracy, areas, np.flatnonzero(unsure), tick)
    inside = np.concatenate([np.ones(len(point), dtype=bool), np.zeros(len(more_point), dtype=bool)])
    point, area = np.concatenate([point, more_point]), np.concatenate([area, more_area])
    point, area, inside = _unique_pairs(point, area, inside)

    open_ = home < 0
    edge = np.flatnonzero(unsure & ~open_)
    open_[edge] = _partly_uncovered(points, accuracy, areas, edge, point, area)
    tick(1.0)
    return Candidates(point, area, inside, open_, home, on_border, overlapping)


def _containing(points: np.ndarray, areas: np.ndarray, tick: Tick) -> tuple[np.ndarray, np.ndarray]:
    """Return pairs (point, area) where the area holds the point, border included, sorted.

    A tree of the points, asked by the polygons in two threads, is the fastest arrangement measured: a polygon is
    prepared once and tested against few points.
    """
    tree = STRtree(points)
    # Enough batches that a cancelled run stops soon; strided, so that each holds large and small polygons.
    count = min(len(areas), max(16, len(points) // 50_000))
    batches = [np.arange(first, len(areas), count) for first in range(count)]

    def ask(rows: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        area, point = tree.query(areas[rows], predicate="intersects")
        return point, rows[area]

    found = [(np.empty(0, dtype="int64"), np.empty(0, dtype="int64"))]
    with ThreadPoolExecutor(2) as pool:
        try:
            for done, pair in enumerate(pool.map(ask, batches)):
                found.append(pair)
                tick(0.6 * (done + 1) / len(batches))
        except BaseException:
            pool.shutdown(cancel_futures=True)
            raise
    point = np.concatenate([p for p, _ in found])
    area = np.concatenate([a for _, a in found])
    order = np.lexsort((area, point))
    return point[order], area[order]


def _borders(
    points: np.ndarray, areas: np.ndarray, point: np.ndarray, area: np.ndarray, holders: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """Return, per point, whether it is on its home's border, and whether it is inside two areas at once."""
    on_border = np.zeros(len(points), dtype=bool)
    overlapping = np.zeros(len(points), dtype=bool)
    several = holders[point] > 1
    touching = shapely.touches(areas[area[several]], points[point[several]])
    on_border[point[several][touching]] = True
    interior = np.bincount(point[several][~touching], minlength=len(points))
    overlapping[interior > 1] = True
    on_border[interior > 0] = False
    return on_border, overlapping


def _reaches_out(points: np.ndarray, accuracy: np.ndarray, areas: np.ndarray, home: np.ndarray) -> np.ndarray:
    """Return whether the ground within the accuracy leaves the home polygon (or there is no home)."""
    reach = accuracy > 0
    rows = np.flatnonzero(reach & (home >= 0))
    if len(rows):
        used, which = np.unique(home[rows], return_inverse=True)
        borders = shapely.boundary(areas[used])
        shapely.prepare(borders)
        reach[rows] = shapely.dwithin(borders[which], points[rows], accuracy[rows])
        near = reach[rows]  # an exact touch counts as near here, but leaves the answer certain
        close = rows[near]
        reach[close] = shapely.distance(borders[which[near]], points[close]) < accuracy[close]
    return reach


def _within_reach(
    points: np.ndarray, accuracy: np.ndarray, areas: np.ndarray, rows: np.ndarray, tick: Tick
) -> tuple[np.ndarray, np.ndarray]:
    """Return pairs (point, area) nearer than the accuracy, for the points at `rows`."""
    tree = STRtree(areas)
    found_point, found_area = [np.empty(0, dtype="int64")], [np.empty(0, dtype="int64")]
    for start in range(0, len(rows), _CHUNK):
        chunk = rows[start : start + _CHUNK]
        near, area = tree.query(points[chunk], predicate="dwithin", distance=accuracy[chunk])
        point = chunk[near]
        strictly = shapely.distance(points[point], areas[area]) < accuracy[point]
        found_point.append(point[strictly])
        found_area.append(area[strictly])
        tick(0.6 + 0.3 * (start + len(chunk)) / len(rows))
    return np.concatenate(found_point), np.concatenate(found_area)


def _unique_pairs(point: np.ndarray, area: np.ndarray, inside: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Sort pairs and keep each once, remembering that it was found inside."""
    order = np.lexsort((~inside, area, point))
    point, area, inside = point[order], area[order], inside[order]
    first = np.ones(len(point), dtype=bool)
    first[1:] = (point[1:] != point[:-1]) | (area[1:] != area[:-1])
    return point[first], area[first], inside[first]


def _partly_uncovered(
    points: np.ndarray,
    accuracy: np.ndarray,
    areas: np.ndarray,
    rows: np.ndarray,
    point: np.ndarray,
    area: np.ndarray,
) -> np.ndarray:
    """Return, for the points at `rows`, whether part of the ground around them lies in none of their candidates."""
    uncovered = np.zeros(len(rows), dtype=bool)
    starts = np.searchsorted(point, rows, side="left")
    ends = np.searchsorted(point, rows, side="right")
    uncovered[ends - starts == 1] = True  # the ground leaves its only candidate
    for i in np.flatnonzero(~uncovered):
        row = rows[i]
        radius = accuracy[row]
        x, y = shapely.get_x(points[row]), shapely.get_y(points[row])
        box = (x - 1.01 * radius, y - 1.01 * radius, x + 1.01 * radius, y + 1.01 * radius)
        pieces = shapely.clip_by_rect(areas[area[starts[i] : ends[i]]], *box)
        covered = shapely.union_all(shapely.make_valid(pieces), grid_size=min(SNAP_M, radius / 1000))
        uncovered[i] = not shapely.contains_properly(covered, points[row]) or (
            shapely.distance(shapely.boundary(covered), points[row]) < radius - SNAP_M
        )
    return uncovered


def shares(polygons: np.ndarray, areas: np.ndarray, tick: Tick = lambda _: None) -> tuple[np.ndarray, ...]:
    """Return how much of each polygon lies in each area.

    Parameters
    ----------
    polygons : (n,) object array of valid polygons or None
    areas : (k,) object array of valid polygons or None

    Returns
    -------
    polygon, area : (m,) int arrays
        Pairs that share some ground, sorted.
    share : (m,) float array
        Share of the polygon's own area, 0 to 1.
    """
    tree = STRtree(areas)
    polygon, area = tree.query(polygons, predicate="intersects")
    common = np.empty(len(polygon))
    for start in range(0, len(polygon), _CHUNK):
        part = slice(start, start + _CHUNK)
        common[part] = shapely.area(shapely.intersection(polygons[polygon[part]], areas[area[part]]))
        tick((start + _CHUNK) / max(len(polygon), _CHUNK))
    share = common / shapely.area(polygons[polygon])
    keep = share > 0
    polygon, area, share = polygon[keep], area[keep], share[keep]
    order = np.lexsort((area, polygon))
    return polygon[order], area[order], share[order]


def overlaps(areas: np.ndarray, least_m2: float = 1.0) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return the pairs of polygons that share ground.

    Parameters
    ----------
    areas : (k,) object array of valid polygons or None
    least_m2 : float
        Common ground, in square metres, below which a pair is drawing noise.

    Returns
    -------
    first, second : (m,) int arrays
        ``first < second``.
    common_m2 : (m,) float array
        Area shared.
    """
    first, second = STRtree(areas).query(areas, predicate="intersects")
    first, second = first[first < second], second[first < second]
    common = shapely.area(shapely.intersection(areas[first], areas[second]))
    keep = common > least_m2
    return first[keep], second[keep], common[keep]

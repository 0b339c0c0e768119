"""Which polygons a point lies in, and which others it may lie in given its accuracy.

The accuracy radius around a coordinate is the ground on which the true place lies. An answer is certain only when it
is the same everywhere on that ground, so what matters is not one polygon but every *candidate*: each polygon nearer
than the radius, and whether part of the ground lies in no polygon at all.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np
import shapely
from shapely import STRtree

from .geometry import pieces, polygonal_part
from .parallel import in_two_threads

Tick = Callable[[float], None]

# Gaps between neighbouring polygons narrower than this are drawing noise, not unplanned land (metres).
SNAP_M = 0.01
# An exact coordinate nearer to a border than this (metres) is on it: another reference system gives it back to some
# millionth of a metre, on either side of the border, and nobody surveys to a millimetre.
BORDER_M = 0.001
_CHUNK = 20_000
# Pairs of point and piece of a border held at once.
_PAIRS_AT_ONCE = 2_000_000
_PROBES = 16
# Places that are few enough to look around each of them.
_FEW = 1000
# Points times areas that are not worth a second thread.
_AT_A_STROKE = 20_000


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
        The polygon to name for the coordinate: the lowest of those it is inside of, else the lowest of those whose
        border it is on, else the nearest within `SNAP_M`, else -1.
    on_border : (n,) bool array
        The coordinate lies on a border that its home shares, and inside no area: exactly, or within `BORDER_M` where
        all that share it are asked for.
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

    def home_or_near(self, points: np.ndarray, areas: np.ndarray) -> np.ndarray:
        """Return, per point, its home, else the nearest polygon within reach, else -1."""
        return np.where(self.home >= 0, self.home, self.nearest(self.home[self.point] < 0, points, areas))

    def nearest(self, pairs: np.ndarray, points: np.ndarray, areas: np.ndarray) -> np.ndarray:
        """Return, per point, the nearest polygon of some of the pairs (a bool array), the lowest of those as near."""
        point, area = self.point[pairs], self.area[pairs]
        order = np.lexsort((-area, -shapely.distance(areas[area], points[point])))
        near = np.full(len(self.home), -1, dtype="int64")
        near[point[order]] = area[order]
        return near


def candidates(
    points: np.ndarray,
    accuracy: np.ndarray,
    areas: np.ndarray,
    tick: Tick = lambda _: None,
    tree: STRtree | None = None,
    *,
    borders: bool = False,
) -> Candidates:
    """Find the polygons that may hold each point.

    Parameters
    ----------
    points : (n,) object array of shapely points or None
        Coordinates in metres.
    accuracy : (n,) float array
        Radius in metres around each point within which the true place lies; 0 or NaN takes the coordinate as exact.
    areas : (k,) object array of valid shapely polygons, multi-polygons or None
    tick : callable
        Progress between 0 and 1; raises to cancel.
    tree : shapely.STRtree or None
        Of `points`, for whoever asks for the same points among several layers.
    borders : bool
        Of an exact point on a shared border, or within `BORDER_M` of one, return every polygon that shares it, not only
        its home.

    Returns
    -------
    Candidates

    Notes
    -----
    A polygon that touches the accuracy radius from outside (distance equal to it) is no candidate. A point on a border
    shared by several polygons belongs to the lowest of them; inside two polygons at once it belongs to both.
    """
    accuracy = np.maximum(np.nan_to_num(accuracy, nan=0.0, posinf=np.inf), 0.0)
    rows = in_reach(points, float(accuracy.max(initial=0.0)), areas)
    if len(rows) == len(areas):
        return _candidates(points, accuracy, areas, tick, tree, borders)
    found = _candidates(points, accuracy, areas[rows], tick, tree, borders)
    return replace(found, area=rows[found.area], home=np.append(rows, -1)[found.home])


def in_reach(places: np.ndarray, radius: float, areas: np.ndarray) -> np.ndarray:
    """Return the rows of the areas whose bounds come near those of places; the first if none does.

    A few places in a corner of a large layer are not worth the preparation of all of it.

    Parameters
    ----------
    places : (n,) object array of geometries or None
    radius : float
        Metres; no area that comes nearer to a place than this is left out.
    areas : (k,) object array of polygons or None

    Returns
    -------
    (m,) int array, ascending
    """
    many = len(places) > _FEW  # only the extent of all is asked then
    bounds = (shapely.total_bounds(places) if many else shapely.bounds(places)).reshape(-1, 4)
    bounds = bounds[np.isfinite(bounds).all(axis=1)]
    if not len(bounds) or not np.isfinite(radius):
        return np.arange(len(areas))
    left, bottom = bounds[:, :2].min(axis=0) - radius - SNAP_M
    right, top = bounds[:, 2:].max(axis=0) + radius + SNAP_M
    theirs = shapely.bounds(areas).reshape(-1, 4)
    near = (theirs[:, 0] <= right) & (theirs[:, 2] >= left) & (theirs[:, 1] <= top) & (theirs[:, 3] >= bottom)
    rows = np.flatnonzero(near)
    if 1 < len(bounds) <= _FEW and len(rows) > _PROBES:
        boxes = shapely.box(*(bounds + (radius + SNAP_M) * np.array([-1, -1, 1, 1])).T)
        rows = rows[np.unique(STRtree(boxes).query(areas[rows])[0])]
    return rows if len(rows) else np.arange(min(1, len(areas)))


def _candidates(
    points: np.ndarray,
    accuracy: np.ndarray,
    areas: np.ndarray,
    tick: Tick,
    tree: STRtree | None,
    borders: bool = False,
) -> Candidates:
    tree = STRtree(points) if tree is None else tree
    point, area = _containing(tree, areas, tick)
    touching = _touching(points, areas, point, area)
    home = _homes(len(points), point, area, touching)
    within = np.bincount(point[~touching], minlength=len(points))
    overlapping = within > 1
    on_border = (within == 0) & (np.bincount(point, minlength=len(points)) > 1)
    drop = touching & (area != home[point]) & (accuracy[point] <= 0)
    held = point, area
    point, area = point[~drop], area[~drop]
    beside, neighbour = _beside(points, tree, home < 0, areas)
    if len(beside):
        home[beside] = neighbour
        point, area = np.append(point, beside), np.append(area, neighbour)
        order = np.lexsort((area, point))
        point, area = point[order], area[order]

    exact = borders & (accuracy <= 0)
    near_point, near_area, doubtful = _borders_in_reach(points, np.where(exact, BORDER_M, accuracy), areas, tick)
    doubtful = doubtful[~exact[doubtful]]
    meet = exact & ~overlapping & _only_near(len(points), *held, near_point, near_area)
    keep = ~exact[near_point] | meet[near_point]
    near_point, near_area = near_point[keep], near_area[keep]
    inside = np.concatenate([np.ones(len(point), dtype=bool), np.zeros(len(near_point), dtype=bool)])
    point, area = np.concatenate([point, near_point]), np.concatenate([area, near_area])
    point, area, inside = _unique_pairs(point, area, inside)
    inside |= meet[point]
    home[meet] = area[np.searchsorted(point, np.flatnonzero(meet))]  # the lowest: they are sorted
    on_border |= meet

    open_ = home < 0
    doubtful = doubtful[home[doubtful] >= 0]
    open_[doubtful] = _partly_uncovered(points, accuracy, areas, doubtful, point, area, tick)
    tick(1.0)
    return Candidates(point, area, inside, open_, home, on_border, overlapping)


def _containing(tree: STRtree, areas: np.ndarray, tick: Tick) -> tuple[np.ndarray, np.ndarray]:
    """Return pairs (point, area) where the area holds the point, border included, sorted.

    A tree of the points, asked by the polygons in two threads, is the fastest arrangement measured: a polygon is
    prepared once and tested against few points.
    """
    # Enough batches that a cancelled run stops soon; strided, so that each holds large and small polygons.
    count = min(len(areas), max(16, len(tree) // 50_000)) if len(areas) * len(tree) > _AT_A_STROKE else 1
    batches = [np.arange(first, len(areas), count) for first in range(count)]

    def ask(rows: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        area, point = tree.query(areas[rows], predicate="intersects")
        return point, rows[area]

    found = [(np.empty(0, dtype="int64"), np.empty(0, dtype="int64"))]
    found.extend(in_two_threads(ask, batches, lambda share: tick(0.6 * share)))
    point = np.concatenate([p for p, _ in found])
    area = np.concatenate([a for _, a in found])
    pairs = np.sort(point * len(areas) + area)  # one number a pair: sorted three times as fast as two keys
    return np.divmod(pairs, max(len(areas), 1))


def _touching(points: np.ndarray, areas: np.ndarray, point: np.ndarray, area: np.ndarray) -> np.ndarray:
    """Return, per pair, whether the point is only on the area's border; asked where several areas hold the point."""
    touching = np.zeros(len(point), dtype=bool)
    several = np.flatnonzero(np.bincount(point, minlength=len(points))[point] > 1)
    touching[several] = shapely.touches(areas[area[several]], points[point[several]])
    return touching


def _homes(n: int, point: np.ndarray, area: np.ndarray, touching: np.ndarray) -> np.ndarray:
    """Return the lowest area that each point is inside of, else the lowest whose border it is on, else -1."""
    home = np.full(n, -1, dtype="int64")
    for rows in (np.flatnonzero(touching), np.flatnonzero(~touching)):
        home[point[rows[::-1]]] = area[rows[::-1]]
    return home


def _only_near(
    n: int, point: np.ndarray, area: np.ndarray, near_point: np.ndarray, near_area: np.ndarray
) -> np.ndarray:
    """Return which points are near the borders of several areas and deep inside none.

    Parameters
    ----------
    n : int
        Number of points.
    point, area : (m,) int arrays
        Pairs where the area holds the point.
    near_point, near_area : (k,) int arrays
        Pairs where the area's border is near the point, each once.
    """
    count = max(area.max(initial=0), near_area.max(initial=0)) + 1
    deep = ~np.isin(point * count + area, near_point * count + near_area)
    return (np.bincount(near_point, minlength=n) > 1) & (np.bincount(point[deep], minlength=n) == 0)


def _beside(
    points: np.ndarray, tree: STRtree, homeless: np.ndarray, areas: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """Return the homeless points that are within `SNAP_M` of an area, and the nearest, the lowest of those as near."""
    if not homeless.any():
        return np.empty(0, dtype="int64"), np.empty(0, dtype="int64")
    # Asked coarsely first: a distance to a whole polygon costs as much as a hundred such questions.
    bounds = shapely.bounds(areas) + np.array([-SNAP_M, -SNAP_M, SNAP_M, SNAP_M])
    area, row = tree.query(shapely.box(*bounds.T))
    area, row = area[homeless[row]], row[homeless[row]]
    shapely.prepare(areas[np.unique(area)])
    rows, which = np.unique(row, return_inverse=True)
    near = shapely.intersects(areas[area], shapely.box(*_reach_box(points[rows], SNAP_M))[which])
    area, row = area[near], row[near]
    away = np.round(shapely.distance(areas[area], points[row]), 6)  # as near, rounding aside
    area, row, away = area[away <= SNAP_M], row[away <= SNAP_M], away[away <= SNAP_M]
    order = np.lexsort((area, away, row))
    row, first = np.unique(row[order], return_index=True)
    return row, area[order][first]


def _borders_in_reach(
    points: np.ndarray, accuracy: np.ndarray, areas: np.ndarray, tick: Tick
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return pairs (point, area) where the area's border is nearer than the accuracy, and points near a loose border.

    Borders are cut into short pieces first: one distance to a whole border costs as much as a query for many points.
    """
    none = np.empty(0, dtype="int64")
    rows = np.flatnonzero((accuracy > 0) & ~shapely.is_missing(points))
    if not len(rows):
        return none, none, none
    # The borders of all areas, each ring with its inside on the same hand, cut into lines of a few segments.
    lines, owner = pieces(shapely.boundary(shapely.normalize(areas)))
    tree = STRtree(lines)
    rows = rows[np.argsort(accuracy[rows], kind="stable")]
    found_point, found_area, near_point, near_piece = [none], [none], [none], [none]
    start = 0
    while start < len(rows):
        chunk = rows[start : start + _CHUNK]
        chunk = chunk[: max(_PAIRS_AT_ONCE // _most_pieces(tree, points[chunk], accuracy[chunk]), 1)]
        near, piece = tree.query(points[chunk], predicate="dwithin", distance=accuracy[chunk])
        strictly = shapely.distance(points[chunk[near]], lines[piece]) < accuracy[chunk[near]]
        point, piece = chunk[near[strictly]], piece[strictly]
        near_point.append(point)
        near_piece.append(piece)
        point, area, _ = _unique_pairs(point, owner[piece], np.zeros(len(point), dtype=bool))
        found_point.append(point)
        found_area.append(area)
        start += len(chunk)
        tick(0.6 + 0.2 * start / len(rows))
    near, which = np.unique(np.concatenate(near_piece), return_inverse=True)
    doubtful = np.unique(np.concatenate(near_point)[_loose(lines, near, tree)[which]])
    return np.concatenate(found_point), np.concatenate(found_area), doubtful


def _most_pieces(tree: STRtree, points: np.ndarray, accuracy: np.ndarray) -> int:
    """Return about how many pieces the widest circles of a chunk meet, from a sample of them."""
    sample = points[-1 :: -max(len(points) // 8, 1)]
    boxes = shapely.box(*_reach_box(sample, np.full(len(sample), accuracy[-1])))
    return max(int(np.bincount(tree.query(boxes)[0], minlength=1).max()), 1)


def _reach_box(points: np.ndarray, radius: np.ndarray | float) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    x, y = shapely.get_x(points), shapely.get_y(points)
    return x - radius, y - radius, x + radius, y + radius


def _loose(lines: np.ndarray, rows: np.ndarray, tree: STRtree) -> np.ndarray:
    """Return, for the pieces of normalised borders at `rows`, whether a segment of it has a free side.

    Normalised rings all run with their inside on the same hand, so a segment that another ring runs backwards has
    ground on both sides: no open ground begins there. This spares nearly every point the union of its surroundings.
    Only pieces near a point are asked for; who shares a segment with them lies where they lie.
    """
    around = np.union1d(rows, tree.query(lines[rows])[1])
    xy, piece = shapely.get_coordinates(lines[around], return_index=True)
    corner = np.unique(xy[:, 0] + 1j * xy[:, 1], return_inverse=True)[1].reshape(-1)
    count = max(len(corner), 1)
    forth, back = corner[:-1] * count + corner[1:], corner[1:] * count + corner[:-1]
    in_piece = piece[1:] == piece[:-1]
    free = in_piece & ~np.isin(forth, back[in_piece])
    loose = np.zeros(len(around), dtype=bool)
    loose[piece[:-1][free]] = True
    return loose[np.searchsorted(around, rows)]


def _unique_pairs(point: np.ndarray, area: np.ndarray, inside: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Sort pairs and keep each once, remembering that it was found inside."""
    if inside.all():  # nothing within reach but what holds the points: sorted already
        return point, area, inside
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
    tick: Tick,
) -> np.ndarray:
    """Return, for the points at `rows`, whether part of the ground around them lies in none of their candidates."""
    uncovered = np.zeros(len(rows), dtype=bool)
    starts = np.searchsorted(point, rows, side="left")
    ends = np.searchsorted(point, rows, side="right")
    only = np.flatnonzero(ends - starts == 1)
    uncovered[only[_is_one_ring(areas[area[starts[only]]])]] = True  # the ground leaves its only candidate
    for count, i in enumerate(np.flatnonzero(~uncovered)):
        tick(0.8 + 0.2 * count / len(rows))
        row, around = rows[i], areas[area[starts[i] : ends[i]]]
        uncovered[i] = not _covers(around, points[row], accuracy[row])
    return uncovered


def _is_one_ring(areas: np.ndarray) -> np.ndarray:
    """Return whether each area is one polygon without holes, which has no gaps of its own."""
    one_part = shapely.get_num_geometries(areas) == 1
    return one_part & (shapely.get_num_interior_rings(shapely.get_geometry(areas, 0)) == 0)


def _covers(areas: np.ndarray, point: shapely.Point, radius: float) -> bool:
    """Return whether areas cover the ground around a point, gaps narrower than `SNAP_M` aside."""
    if not np.isfinite(radius):
        return False
    probed, _ = STRtree(areas).query(_rim(point, radius), predicate="dwithin", distance=SNAP_M)
    if len(np.unique(probed)) < _PROBES:
        return False  # the usual case, found without joining the areas: part of the rim is on open ground
    box = [float(side) for side in _reach_box(point, 1.01 * radius + 1.0)]
    pieces = shapely.make_valid(shapely.clip_by_rect(areas, *box))
    for grown in (0.0, SNAP_M / 2):  # most neighbours share their border exactly; growing them all costs more
        covered = shapely.union_all(shapely.buffer(pieces, grown, join_style="mitre") if grown else pieces)
        border = shapely.boundary(polygonal_part(covered))
        if shapely.contains(covered, point) and shapely.distance(border, point) >= radius - SNAP_M:
            return True
    return False


def _rim(point: shapely.Point, radius: float) -> np.ndarray:
    """Return points just inside the circle around a point."""
    angle = np.linspace(0.0, 2 * np.pi, _PROBES, endpoint=False)
    reach = max(radius - SNAP_M, 0.0)
    return shapely.points(point.x + reach * np.cos(angle), point.y + reach * np.sin(angle))


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
    near = in_reach(polygons, 0.0, areas)
    polygon, area = STRtree(areas[near]).query(polygons, predicate="intersects")
    area = near[area]
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


def covered(polygons: np.ndarray, polygon: np.ndarray, area: np.ndarray, areas: np.ndarray) -> np.ndarray:
    """Return how much of each polygon lies in any area; ground in several of them counts once.

    Parameters
    ----------
    polygons : (n,) object array of valid polygons or None
    polygon, area : (m,) int arrays
        See `shares`.
    areas : (k,) object array of valid polygons or None

    Returns
    -------
    (n,) float array, 0 to 1; 0 for a missing polygon
    """
    count = np.bincount(polygon, minlength=len(polygons))
    together = np.full(len(polygons), None, dtype=object)
    together[polygon] = areas[area]
    starts = np.cumsum(count) - count
    for row in np.flatnonzero(count > 1):
        mine = areas[area[starts[row] : starts[row] + count[row]]]
        together[row] = shapely.union_all(shapely.intersection(mine, polygons[row]))
    common = shapely.area(shapely.intersection(polygons, together))
    return np.clip(np.nan_to_num(common / shapely.area(polygons)), 0.0, 1.0)


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

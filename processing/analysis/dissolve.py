"""What many overlapping polygons cover together, joined heap by heap.

One union of all polygons would compare what lies far apart. Polygons whose bounds touch, directly or over others, form
a heap; heaps are joined each for itself, in two threads, and what stands alone is not touched at all.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import shapely
from scipy.sparse import coo_matrix, csgraph
from shapely import STRtree

from .geometry import POLYGONAL
from .neighbours import along_curve
from .parallel import in_two_threads

Tick = Callable[[float], None]

# Pairs of bounds that touch, held at once by each of two threads, and places that tell how many a place has.
_PAIRS_AT_ONCE, _SAMPLE = 500_000, 100
_POLYGONS_AT_ONCE, _LOTS_AT_ONCE = 10_000, 8
# So few polygons of a group are one heap, wherever they lie.
_FEW = 8
# Where polygons meet more others than this, those in one cell of a grid are taken as one.
_CROWD = 50
# A cell is no narrower than this (metres).
_LEAST_M = 1.0
# Polygons joined in one go; of more first those that are near each other, then a few of these unions.
_HEAP, _UNIONS = 400, 8
# Corners of polygons that are joined between two looks at whether the person has cancelled.
_CORNERS_OF_LOT = 100_000


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
        if end - start <= _FEW:
            heap[start:end] = count
            count += 1
            continue
        heap[start:end] = count + _heaps(polygons[rows[start:end]], lambda: tick(0.2 * start / len(rows)))  # noqa: B023
        count = int(heap[start:end].max()) + 1
        tick(0.2 * end / len(rows))
    order = np.argsort(heap, kind="stable")
    # Heaps are numbered within their group and groups follow each other: the unions are sorted by group.
    first = order[np.flatnonzero(np.append(True, np.diff(heap[order]) != 0))]
    joined = unions(polygons[rows[order]], heap[order], lambda share: tick(0.2 + 0.8 * share))
    return collected(joined, group[rows[first]], groups)


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
    size = min(max(_PAIRS_AT_ONCE // most, 1), _POLYGONS_AT_ONCE)
    lots = [np.arange(start, min(start + size, n)) for start in range(0, n, size)]
    heap, number = np.arange(n), np.arange(n)

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
        first = np.empty(n, dtype="int64")
        first[number[::-1]] = np.arange(n)[::-1]
        heap = first[number]
    return number


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


def exploded(geometries: np.ndarray, owner: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return the single polygons of polygons and multi-polygons, in order, and the owner of each.

    Parameters
    ----------
    geometries : (n,) object array of polygons and multi-polygons
    owner : (n,) int array
    """
    many = shapely.get_type_id(geometries) == POLYGONAL[1]
    count = np.where(many, shapely.get_num_geometries(geometries), 1)
    parts = np.repeat(geometries, count)
    parts[np.repeat(many, count)] = shapely.get_parts(geometries[many])  # the others need not be copied
    return parts, np.repeat(owner, count)


def collected(geometries: np.ndarray, owner: np.ndarray, owners: int) -> np.ndarray:
    """Return the polygons of each owner as one polygon or multi-polygon, None where there are none.

    Parameters
    ----------
    geometries : (n,) object array of polygons, multi-polygons or None
        Those of one owner share no ground.
    owner : (n,) int array
        Ascending, 0 to ``owners - 1``.
    owners : int
    """
    there = ~shapely.is_missing(geometries)
    parts, owner = exploded(geometries[there], owner[there])
    out = np.full(owners, None, dtype=object)
    if len(parts):
        shapely.multipolygons(parts, indices=owner, out=out)
        count = np.bincount(owner, minlength=owners)
        alone = count[owner] == 1
        out[owner[alone]] = parts[alone]
    return out

"""Points in square cells, so that few pairs have to be measured to know which are within one distance of each other.

The side of a cell is a little under the distance over the square root of two: all points of a cell are within the
distance of each other, and what is within it of a point stands in its cell or the two next in each direction (Gunawan
2013, "A faster algorithm for DBSCAN"). Squared distances are compared, in float64 and inclusively, as scikit-learn's
k-d tree does: the answers are the same to the last bit.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components
from scipy.spatial import cKDTree

from .errors import LocationError

Tick = Callable[[float], None]

# Room for the rounding of cell numbers, as a share of a side.
_ROOM = 1e-3
# Cells along an axis, and in all, whose numbers a float64 holds to a fraction well below that.
_MOST_CELLS = 2.0**40
# How far into the second cell the distance may reach, as a share of a side (rounded up).
_REACH = 0.42
# Pairs measured at once: arrays of this length stay in the processor's cache.
_PAIRS_AT_ONCE = 50_000
# Up to so many cells a point, or so many at all, each has its place in a table; of more, those in use are searched.
_CELLS_A_POINT, _FEW_CELLS = 8, 1_000_000
# Empty columns between the rows of cells, so that looking two cells aside never meets the next row.
_PAD = 4
# Where the other cell of a pair stands, in columns and rows: each pair once.
_NEXT = ((1, 0), (0, 1))
_FARTHER = ((1, 1), (-1, 1), (2, 0), (-2, 1), (2, 1), (-2, 2), (-1, 2), (0, 2), (1, 2), (2, 2))


@dataclass(frozen=True)
class Cells:
    """Points sorted by cell.

    Attributes
    ----------
    x, y : (n,) float64 arrays
        Metres, in the order of the cells.
    into_x, into_y : (n,) float32 arrays
        How far into its cell each point stands, as a share of the side.
    number : (c,) int64 array
        Of each cell that has points, ascending; `width` numbers a row of cells.
    start : (c + 1,) int64 array
        Where the points of each cell begin.
    width : int
    distance : float
        Metres.
    """

    x: np.ndarray
    y: np.ndarray
    into_x: np.ndarray
    into_y: np.ndarray
    number: np.ndarray
    start: np.ndarray
    width: int
    distance: float

    @property
    def limit(self) -> float:
        """The distance squared."""
        return self.distance * self.distance

    @cached_property
    def size(self) -> np.ndarray:
        """Points of each cell: (c,) int64."""
        return np.diff(self.start)

    @cached_property
    def owner(self) -> np.ndarray:
        """The cell of each point, by its place in `number`: (n,) int64."""
        return np.repeat(np.arange(len(self.number)), self.size)

    @cached_property
    def _until(self) -> np.ndarray | None:
        """How many points stand before each cell number, where there are not too many of these."""
        last = int(self.number[-1]) + 3 * self.width if len(self.number) else 0
        if last > _CELLS_A_POINT * len(self.x) + _FEW_CELLS:
            return None
        size = np.zeros(last + 1, dtype="int32")
        size[self.number + 1] = self.size
        return np.cumsum(size, dtype="int32")

    def before(self, number: np.ndarray) -> np.ndarray:
        """Return how many points stand in cells before some, which may be two rows beyond all others."""
        until = self._until
        if until is None:
            return self.start[np.searchsorted(self.number, number)]
        return until[np.minimum(number, len(until) - 1)]

    def only(self, keep: np.ndarray) -> Cells:
        """Return the cells with some of their points; `keep` is a boolean a point."""
        size = np.add.reduceat(keep, self.start[:-1], dtype="int64") if len(self.number) else self.size
        there = size > 0
        start = np.append(0, np.cumsum(size[there]))
        points = (self.x[keep], self.y[keep], self.into_x[keep], self.into_y[keep])
        return Cells(*points, self.number[there], start, self.width, self.distance)


def in_cells(xy: np.ndarray, distance: float, weight: np.ndarray | None = None) -> tuple[Cells, np.ndarray]:
    """Sort points into cells.

    Parameters
    ----------
    xy : (n, 2) float64 array, finite
    distance : float
        Metres.
    weight : (n,) float array or None
        With it, the points of a cell are sorted by x, y and weight, so that sums are of one order whatever the rows'.

    Returns
    -------
    cells : Cells
    order : (n,) int64 array
        The point that stands at each place of the sorted ones.

    Raises
    ------
    LocationError
        If the distance is too small to be told beside the extent.
    """
    side = distance / np.sqrt(2.0) * (1.0 - _ROOM)
    columns, rows = ((xy[:, axis] - xy[:, axis].min(initial=np.inf)) / side for axis in (0, 1))
    if max(columns.max(initial=0.0), rows.max(initial=0.0)) >= _MOST_CELLS:
        raise LocationError(
            "A distance of {distance} m is too small for places as far apart as these: give a larger one",
            distance=f"{distance:g}",
        )
    column, row = np.floor(columns), np.floor(rows)
    into_x, into_y = columns - column, (rows - row).astype("float32")
    column, row = column.astype("int64"), row.astype("int64")
    if (column.max(initial=0) + 2.0 * _PAD) * (row.max(initial=0) + 1.0) >= _MOST_CELLS:
        column, row = _squeezed(column), _squeezed(row)
    width = int(column.max(initial=0)) + 2 * _PAD
    cell = (row + 2) * width + (column + _PAD)
    if float(cell.max(initial=0)) < _MOST_CELLS:
        # One sort for cells and, in a cell, for x: a number that is rounded up to the next is that cell's.
        key = cell + into_x
        order = np.argsort(key)
        key = key[order]
        cell = np.floor(key)
        into_x, cell = (key - cell).astype("float32"), cell.astype("int64")
    else:
        order = np.argsort(cell, kind="stable")
        into_x, cell = into_x[order].astype("float32"), cell[order]
    if weight is not None:
        again = np.lexsort((weight[order], xy[order, 1], xy[order, 0], cell))
        order, into_x = order[again], into_x[again]
    first = np.flatnonzero(np.append(True, cell[1:] != cell[:-1])) if len(cell) else np.empty(0, dtype="int64")
    start = np.append(first, len(cell))
    return Cells(xy[order, 0], xy[order, 1], into_x, into_y[order], cell[first], start, width, distance), order


def _squeezed(index: np.ndarray) -> np.ndarray:
    """Return column or row numbers with wide gaps made narrow; what is within two of another stays so."""
    present, which = np.unique(index, return_inverse=True)
    return np.append(0, np.cumsum(np.minimum(np.diff(present), _PAD)))[which]


@dataclass(frozen=True)
class Windows:
    """For p points, the runs of sorted points among which all are that may be within the distance.

    Attributes
    ----------
    start, size : (p, 5) int64 arrays
        One run for each row of cells, from two below to two above.
    """

    start: np.ndarray
    size: np.ndarray

    @cached_property
    def total(self) -> np.ndarray:
        """Points in all runs of each: (p,) int64."""
        return self.size.sum(axis=1)

    def at(self, rows: np.ndarray | slice) -> Windows:
        """Return those of some of the points."""
        return Windows(self.start[rows], self.size[rows])

    def members(self) -> np.ndarray:
        """Return the places of all points in all runs, one point's after the other's."""
        size = self.size.ravel()
        shift = self.start.ravel() - (np.cumsum(size) - size)
        return np.repeat(shift, size) + np.arange(int(size.sum()))

    def parts(self) -> Iterator[slice]:
        """Yield lots that have few enough members, never less than a point."""
        end = np.cumsum(self.total)
        begin, before = 0, 0
        while begin < len(end):
            stop = max(int(np.searchsorted(end, before + _PAIRS_AT_ONCE, side="right")), begin + 1)
            yield slice(begin, stop)
            begin, before = stop, int(end[stop - 1])


def windows(points: Cells, rows: np.ndarray, among: Cells) -> Windows:
    """Return where to look, among some points, for what is within the distance of others.

    Parameters
    ----------
    points : Cells
    rows : (p,) int64 array
        The points asked about, ascending.
    among : Cells
        Some of `points`, in the same cells.
    """
    own = points.number[points.owner[rows]]
    left = own - 1 - (points.into_x[rows] < _REACH)
    right = own + 2 + (points.into_x[rows] > 1 - _REACH)  # the first beyond
    start, size = (np.empty((len(rows), 5), dtype="int64") for _ in range(2))
    for i in range(5):
        row = (i - 2) * among.width
        start[:, i] = among.before(left + row)
        size[:, i] = among.before(right + row) - start[:, i]
    size[~(points.into_y[rows] < _REACH), 0] = 0
    size[~(points.into_y[rows] > 1 - _REACH), 4] = 0
    return Windows(start, size)


def squared(points: Cells, rows: np.ndarray, among: Cells, member: np.ndarray, total: np.ndarray) -> np.ndarray:
    """Return squared metres between each point and each member of its windows."""
    across = np.repeat(points.x[rows], total)
    across -= among.x[member]
    across *= across
    along = np.repeat(points.y[rows], total)
    along -= among.y[member]
    along *= along
    across += along
    return across


def connected(cells: Cells, tick: Tick) -> np.ndarray:
    """Return a number for each cell: the same for two if a chain of points joins them, each near enough to the next.

    Most cells are joined by one pair of points that face each other; all pairs of points are measured only of cells
    that are still apart after that.

    Parameters
    ----------
    cells : Cells
    tick : callable
        Progress between 0 and 1; raises to cancel.

    Returns
    -------
    (c,) int array
    """
    beside = [(direction, *_beside(cells, direction)) for direction in _NEXT]
    facing = [_facing(cells, *pair) for pair in beside]
    label = _components(len(cells.number), np.concatenate(facing, axis=1))
    for turn, directions in enumerate((_NEXT, _FARTHER)):
        share = 0.3 + 0.3 * turn
        tick(share)
        apart = []
        for _, one, other in beside if not turn else ((way, *_beside(cells, way)) for way in directions):
            differ = label[one] != label[other]
            apart.append(np.stack([one[differ], other[differ]]))
        joined = _measured(cells, np.concatenate(apart, axis=1), label, lambda: tick(share))  # noqa: B023
        label = _components(int(label.max()) + 1, label[joined])[label]
    return label


def _components(count: int, pairs: np.ndarray) -> np.ndarray:
    graph = coo_array((np.ones(pairs.shape[1], dtype=bool), (pairs[0], pairs[1])), shape=(count, count))
    return connected_components(graph, directed=False)[1]


def _beside(cells: Cells, direction: tuple[int, int]) -> tuple[np.ndarray, np.ndarray]:
    """Return the pairs of cells of which the second stands in a direction from the first."""
    wanted = cells.number + (direction[1] * cells.width + direction[0])
    first = cells.before(wanted)
    there = np.flatnonzero(cells.before(wanted + 1) > first)
    return there, cells.owner[first[there]]


def _facing(cells: Cells, direction: tuple[int, int], one: np.ndarray, other: np.ndarray) -> np.ndarray:
    """Return those of the pairs of which the two points farthest towards the other cell are within the distance."""
    along = cells.x * direction[0] + cells.y * direction[1]
    near, far = _highest(cells, along)[one], _highest(cells, -along)[other]
    apart = (cells.x[near] - cells.x[far]) ** 2 + (cells.y[near] - cells.y[far]) ** 2
    close = apart <= cells.limit
    return np.stack([one[close], other[close]])


def _highest(cells: Cells, value: np.ndarray) -> np.ndarray:
    """Return the first point of each cell that has its greatest value."""
    best = np.maximum.reduceat(value, cells.start[:-1])
    hit = np.flatnonzero(value == best[cells.owner])
    return hit[np.searchsorted(hit, cells.start[:-1])]


def _measured(cells: Cells, pairs: np.ndarray, label: np.ndarray, still: Callable[[], None]) -> np.ndarray:
    """Return those of the pairs of cells that have two points within the distance; of large ones, enough of them."""
    low = [np.minimum.reduceat(values, cells.start[:-1]) for values in (cells.x, cells.y)]
    high = [np.maximum.reduceat(values, cells.start[:-1]) for values in (cells.x, cells.y)]
    one, other = pairs
    gap = [np.maximum(np.maximum(b[other] - t[one], b[one] - t[other]), 0.0) for b, t in zip(low, high)]
    one, other = pairs[:, gap[0] ** 2 + gap[1] ** 2 <= cells.limit]
    product = cells.size[one] * cells.size[other]
    small = product <= _PAIRS_AT_ONCE
    found = [_small(cells, one[small], other[small], still)]
    large = np.flatnonzero(~small)
    if len(large):
        found.append(_large(cells, one[large], other[large], label, found[0], still))
    return np.concatenate(found, axis=1)


def _small(cells: Cells, one: np.ndarray, other: np.ndarray, still: Callable[[], None]) -> np.ndarray:
    close = np.zeros(len(one), dtype=bool)
    columns = cells.size[other]
    runs = Windows(cells.start[other][:, None], (cells.size[one] * columns)[:, None])
    for part in runs.parts():
        total = runs.total[part]
        first = np.cumsum(total) - total
        place = np.arange(int(total.sum())) - np.repeat(first, total)
        wide = np.repeat(columns[part], total)
        a = np.repeat(cells.start[one[part]], total) + place // wide
        b = np.repeat(cells.start[other[part]], total) + place % wide
        near = (cells.x[a] - cells.x[b]) ** 2 + (cells.y[a] - cells.y[b]) ** 2 <= cells.limit
        close[part] = np.logical_or.reduceat(near, first)
        still()
    return np.stack([one[close], other[close]])


def _large(
    cells: Cells, one: np.ndarray, other: np.ndarray, label: np.ndarray, known: np.ndarray, still: Callable[[], None]
) -> np.ndarray:
    """Measure pairs of cells with many points one after the other, as long as they are still apart."""
    groups = _components(int(label.max()) + 1, label[known])
    parent = list(range(int(groups.max()) + 1))

    def root(cell: int) -> int:
        at = int(groups[label[cell]])
        while parent[at] != at:
            parent[at] = at = parent[parent[at]]
        return at

    found = []
    for a, b in zip(one.tolist(), other.tolist()):
        if root(a) != root(b) and _touch(cells, a, b):
            parent[root(a)] = root(b)
            found.append((a, b))
        still()
    return np.array(found, dtype="int64").reshape(-1, 2).T


def _touch(cells: Cells, one: int, other: int) -> bool:
    """Return whether two cells have points within the distance: those near enough to the other's box, in a tree."""
    limit = cells.limit
    mine, theirs = (
        np.unique(np.c_[cells.x[points], cells.y[points]], axis=0)  # one of a pile: a tree of equal points is a list
        for points in (slice(cells.start[cell], cells.start[cell + 1]) for cell in (one, other))
    )
    for _ in range(2):
        gap = np.maximum(np.maximum(theirs.min(axis=0) - mine, mine - theirs.max(axis=0)), 0.0) ** 2
        mine = mine[gap[:, 0] + gap[:, 1] <= limit]
        if not len(mine):
            return False
        mine, theirs = theirs, mine
    away, near = cKDTree(theirs).query(mine, distance_upper_bound=cells.distance * (1 + 1e-9))
    here = np.isfinite(away)
    apart = (mine[here] - theirs[near[here]]) ** 2
    return bool((apart[:, 0] + apart[:, 1] <= limit).any())

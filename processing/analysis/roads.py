"""Distances along roads: a graph made of lines, shortest ways in it, and what cannot be reached.

The graph has no directions, turns or speeds: it answers how far the way is, not how long it takes. Where two roads have
a vertex in common they are connected; where one ends beside another they are, if the gap is small. Roads that merely
cross, as on a bridge, are not.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import shapely
from scipy.sparse import coo_matrix, csr_matrix
from scipy.sparse.csgraph import connected_components, dijkstra
from shapely import STRtree

from .crs import scale
from .neighbours import along_curve

Tick = Callable[[float], None]

# Why a way has no length.
NO_ROAD_FROM = "no road near the factory"
NO_ROAD_TO = "no road near the target"
NOT_CONNECTED = "not connected by road"
REACHED = ""
# Vertices that are nearer than this are one (metres): what is left of storing one place twice.
_SAME_M = 0.01
_CELL_M = 1_000.0
# Numbers of a table of distances held at once, and how much farther is looked where a way was not found.
_CELLS = 4_000_000
_SOURCES = 200
_FARTHER = 4.0


@dataclass(frozen=True)
class Ways:
    """Ways along roads between m pairs of points.

    Attributes
    ----------
    metres : (m,) float array
        From the one point straight to the road, along roads, and straight to the other; NaN where there is no way.
    off_start, off_end : (m,) float arrays
        Those straight ends, in metres on the ground; also where they are too long.
    why : (m,) object array of str
        `REACHED`, or why there is none.
    """

    metres: np.ndarray
    off_start: np.ndarray
    off_end: np.ndarray
    why: np.ndarray


class Roads:
    """A graph of roads.

    Parameters
    ----------
    lines : (k,) object array of lines, multi-lines or None
        In a CRS in metres.
    crs : str
        That CRS.
    gap : float
        Metres up to which an end of a road is connected with the road beside it.
    crossings : bool
        Roads are also connected where they cross without a common vertex, bridges among them.
    """

    def __init__(self, lines: np.ndarray, crs: str, gap: float = 20.0, *, crossings: bool = False) -> None:
        parts = shapely.get_parts(lines[~shapely.is_missing(lines)])
        xy, part = shapely.get_coordinates(parts, return_index=True)
        joins = part[1:] == part[:-1]
        self._crs = crs
        cell = np.round(xy / _SAME_M).astype("int64")
        _, first, node = np.unique(_one_number(cell), return_index=True, return_inverse=True)
        self._xy = cell[first] * _SAME_M
        ends = np.column_stack([node[:-1][joins], node[1:][joins]])
        self._ends = ends[ends[:, 0] != ends[:, 1]]
        self._tree = STRtree(shapely.linestrings(self._xy[self._ends])) if len(self._ends) else STRtree([])
        self._bridges = self._across_gaps(gap)
        self._crossings = self._crossed() if crossings else np.empty((0, 4))

    def __len__(self) -> int:
        return len(self._ends)

    def _across_gaps(self, gap: float) -> np.ndarray:
        """Return connections of dead ends with the roads beside them: end, segment and the place on it."""
        degree = np.bincount(self._ends.ravel(), minlength=len(self._xy))
        dead = np.flatnonzero(degree == 1)
        if not len(dead) or gap <= 0:
            return np.empty((0, 4))
        points = shapely.points(self._xy[dead])
        row, segment = self._tree.query(points, predicate="dwithin", distance=gap)
        other = (self._ends[segment] != dead[row][:, None]).all(axis=1)
        row, segment = row[other], segment[other]
        return np.column_stack([dead[row], segment, _feet(points[row], self._tree.geometries[segment])])

    def _crossed(self) -> np.ndarray:
        """Return where segments meet that have no node in common: the one, the other and the place."""
        one, other = self._tree.query(self._tree.geometries, predicate="intersects")
        one, other = one[one < other], other[one < other]
        apart = (self._ends[one][:, :, None] != self._ends[other][:, None, :]).all(axis=(1, 2))
        one, other = one[apart], other[apart]
        place = shapely.intersection(self._tree.geometries[one], self._tree.geometries[other])
        xy = shapely.get_coordinates(shapely.point_on_surface(place))
        return np.column_stack([one, other, xy])

    def islands(self) -> tuple[int, float]:
        """Return how many parts without a way between them the roads have, and the largest's share of the length."""
        if not len(self._ends):
            return 0, 0.0
        bridge = np.column_stack([self._bridges[:, 0], self._ends[self._bridges[:, 1].astype("int64"), 0]])
        crossed = self._ends[self._crossings[:, :2].astype("int64"), 0]
        pairs = np.concatenate([self._ends, bridge.astype("int64"), crossed])
        size = len(self._xy)
        graph = coo_matrix((np.ones(len(pairs)), pairs.T), shape=(size, size))
        _, island = connected_components(graph, directed=False)
        metres = np.bincount(island[self._ends[:, 0]], shapely.length(self._tree.geometries))
        return int((metres > 0).sum()), float(metres.max() / metres.sum())

    def ways(self, start: np.ndarray, end: np.ndarray, farthest_off: float, tick: Tick = lambda _: None) -> Ways:
        """Find the shortest way between pairs of points.

        Parameters
        ----------
        start, end : (m, 2) float arrays
            In the CRS of the roads.
        farthest_off : float
            Metres from a point to a road beyond which it counts as having none.
        tick : callable
            Progress between 0 and 1; raises to cancel.
        """
        points, which = np.unique(np.concatenate([start, end]), axis=0, return_inverse=True)
        which = which.reshape(-1)
        from_, to = which[: len(start)], which[len(start) :]
        segment, foot, off = self._snapped(points, farthest_off)
        why = np.select([segment[from_] < 0, segment[to] < 0], [NO_ROAD_FROM, NO_ROAD_TO], REACHED).astype(object)
        metres = np.full(len(start), np.nan)
        rows = np.flatnonzero(why == REACHED)
        if len(rows):
            tick(0.1)
            on_road = np.flatnonzero(segment >= 0)
            place = np.full(len(points), -1)
            place[on_road] = np.arange(len(on_road))
            graph, xy, node = self._graph(segment[on_road], foot[on_road])
            one, other = node[place[from_[rows]]], node[place[to[rows]]]
            tick(0.2)
            _, island = connected_components(graph, directed=False)
            together = island[one] == island[other]
            why[rows[~together]] = NOT_CONNECTED
            rows, one, other = rows[together], one[together], other[together]
            straight = np.hypot(*(start[rows] - end[rows]).T)
            metres[rows] = (
                _shortest(graph, xy, one, other, straight, lambda share: tick(0.2 + 0.8 * share))
                + off[from_[rows]]
                + off[to[rows]]
            )
        tick(1.0)
        return Ways(metres, off[from_], off[to], why)

    def _snapped(self, points: np.ndarray, farthest: float) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """Return the nearest segment of each point (-1 where it is too far), the place on it, and metres to it."""
        segment, foot, off = np.full(len(points), -1), np.full(points.shape, np.nan), np.full(len(points), np.nan)
        finite = np.flatnonzero(np.isfinite(points).all(axis=1))
        if not len(finite) or not len(self._ends):
            return segment, foot, off
        shapes = shapely.points(points[finite])
        row, nearest = self._tree.query_nearest(shapes, all_matches=True)
        row, first = np.unique(row, return_index=True)
        rows, nearest = finite[row], np.minimum.reduceat(nearest, first)
        foot[rows] = _feet(shapes[row], self._tree.geometries[nearest])
        off[rows] = np.hypot(*(foot[rows] - points[rows]).T) / scale(points[rows], self._crs)
        segment[rows] = np.where(off[rows] <= farthest, nearest, -1)
        return segment, foot, off

    def _graph(self, segment: np.ndarray, foot: np.ndarray) -> tuple[csr_matrix, np.ndarray, np.ndarray]:
        """Return the graph with points put on its segments: a table of metres, the nodes' places, each point's node.

        Vertices where nothing branches are left out: a road of a thousand bends is one edge.
        """
        gaps, crossed = self._bridges, self._crossings
        cuts = np.concatenate([segment, gaps[:, 1], crossed[:, 0], crossed[:, 1]]).astype("int64")
        feet = np.concatenate([foot, gaps[:, 2:], crossed[:, 2:], crossed[:, 2:]])
        first, second = self._xy[self._ends[cuts, 0]], self._xy[self._ends[cuts, 1]]
        share = np.hypot(*(feet - first).T) / np.hypot(*(second - first).T)
        number = len(self._xy) + np.arange(len(cuts))
        xy = np.concatenate([self._xy, feet])
        whole = np.ones(len(self._ends), dtype=bool)
        whole[cuts] = False
        edges = [self._ends[whole]]
        order = np.lexsort((number, share, cuts))
        cut, chain = cuts[order], number[order]
        begins = np.append(True, cut[1:] != cut[:-1]) if len(cut) else np.zeros(0, dtype=bool)
        closes = np.append(begins[1:], True) if len(cut) else begins
        edges.append(np.column_stack([np.where(begins, self._ends[cut, 0], np.roll(chain, 1)), chain]))
        edges.append(np.column_stack([chain[closes], self._ends[cut[closes], 1]]))
        ends = np.split(number, np.cumsum([len(segment), len(gaps), len(crossed)]))
        edges.append(np.column_stack([gaps[:, 0].astype("int64"), ends[1]]))
        edges.append(np.column_stack([ends[2], ends[3]]))
        pairs = np.concatenate(edges).astype("int64")
        metres = np.hypot(*(xy[pairs[:, 0]] - xy[pairs[:, 1]]).T) / _scale(xy[pairs].mean(axis=1), self._crs)
        keep = np.zeros(len(xy), dtype=bool)
        keep[number[: len(segment)]] = True
        graph, node, kept = _contracted(pairs, metres, len(xy), keep, number[: len(segment)])
        return graph, xy[kept], node


def _one_number(cell: np.ndarray) -> np.ndarray:
    """Return a number for each pair of whole numbers, of which equal ones have the same."""
    if not len(cell):
        return np.empty(0, dtype="int64")
    low, high = cell.min(axis=0), cell.max(axis=0)
    return (cell[:, 0] - low[0]) * (high[1] - low[1] + 1) + cell[:, 1] - low[1]


def _scale(xy: np.ndarray, crs: str) -> np.ndarray:
    """Return the scale of the CRS at points, to a few millionths: it is asked for once a square kilometre."""
    cell = np.floor(xy / _CELL_M).astype("int64")
    _, first, which = np.unique(_one_number(cell), return_index=True, return_inverse=True)
    return scale((cell[first] + 0.5) * _CELL_M, crs)[which]


def _feet(points: np.ndarray, lines: np.ndarray) -> np.ndarray:
    """Return the point of each line that is nearest to a point: (m, 2) floats."""
    return shapely.get_coordinates(shapely.line_interpolate_point(lines, shapely.line_locate_point(lines, points)))


def _contracted(
    pairs: np.ndarray, metres: np.ndarray, count: int, keep: np.ndarray, wanted: np.ndarray
) -> tuple[csr_matrix, np.ndarray, np.ndarray]:
    """Return a graph without nodes that only pass on, the new numbers of the wanted nodes, and the nodes that stay."""
    degree = np.bincount(pairs.ravel(), minlength=count)
    keep = keep | (degree != 2)
    passing = ~keep[pairs].any(axis=1)
    inner = coo_matrix((np.ones(int(passing.sum())), pairs[passing].T), shape=(count, count))
    _, chain = connected_components(inner, directed=False)
    # Each chain of nodes that pass on hangs on two others; a ring that hangs on none is no way to anywhere.
    on_chain = ~keep[pairs].all(axis=1)
    of = np.where(keep[pairs[:, 0]], chain[pairs[:, 1]], chain[pairs[:, 0]])
    length = np.bincount(of[on_chain], metres[on_chain], minlength=int(chain.max(initial=0)) + 1)
    hanging = np.flatnonzero(on_chain & keep[pairs].any(axis=1))
    ends = np.where(keep[pairs[hanging, 0]], pairs[hanging, 0], pairs[hanging, 1])
    hung, ends = of[hanging], ends
    order = np.argsort(hung, kind="stable")
    hung, ends = hung[order], ends[order]
    kept = ~on_chain
    one = np.concatenate([pairs[kept, 0], ends[::2]])
    other = np.concatenate([pairs[kept, 1], ends[1::2]])
    long = np.concatenate([metres[kept], length[hung[::2]]])
    number = np.cumsum(keep) - 1
    one, other = number[one], number[other]
    apart = one != other
    one, other, long = one[apart], other[apart], long[apart]
    low, high = np.minimum(one, other), np.maximum(one, other)
    order = np.lexsort((long, high, low))  # of several ways between two nodes the shortest
    low, high, long = low[order], high[order], np.maximum(long[order], 1e-9)  # a length of 0 would be no edge
    first = np.append(True, (low[1:] != low[:-1]) | (high[1:] != high[:-1])) if len(low) else np.zeros(0, dtype=bool)
    size = int(keep.sum())
    graph = coo_matrix((long[first], (low[first], high[first])), shape=(size, size)).tocsr()
    return graph, number[wanted], np.flatnonzero(keep)


def _shortest(
    graph: csr_matrix, xy: np.ndarray, one: np.ndarray, other: np.ndarray, straight: np.ndarray, tick: Tick
) -> np.ndarray:
    """Return the length of the shortest way between pairs of nodes that are connected.

    Ways are looked for from the side that has fewer nodes, at first no farther than a few times the straight line, and
    in the part of the graph that is not farther than that: a way does not leave a circle as wide as it is long.
    """
    if len(np.unique(one)) > len(np.unique(other)):
        one, other = other, one
    out = np.full(len(one), np.inf)
    total = float(graph.data.sum()) + 1.0
    place = np.empty(len(xy), dtype="int64")
    place[along_curve(xy)] = np.arange(len(xy))
    limit = np.zeros(len(xy))
    np.maximum.at(limit, one, _FARTHER * straight + 1_000.0)
    waiting = np.arange(len(one))
    while len(waiting):
        kind = np.ceil(np.log2(limit[one[waiting]]))
        order = waiting[np.lexsort((place[one[waiting]], kind))]
        for lot in _lots(one[order]):
            pairs = order[lot]
            out[pairs] = _table(graph, xy, one[pairs], other[pairs], min(float(limit[one[pairs]].max()), total))
            tick(float(np.isfinite(out).mean()))
        waiting = waiting[np.isinf(out[waiting])]
        limit *= _FARTHER
    return out


def _lots(source: np.ndarray) -> list[np.ndarray]:
    """Return rows in lots of few sources each; the rows of a source are together."""
    number = np.cumsum(np.append(False, source[1:] != source[:-1])) // _SOURCES
    return np.split(np.arange(len(source)), np.flatnonzero(np.diff(number)) + 1)


def _table(graph: csr_matrix, xy: np.ndarray, one: np.ndarray, other: np.ndarray, limit: float) -> np.ndarray:
    """Return the lengths of ways up to a limit, infinite where they are longer."""
    low, high = xy[one].min(axis=0) - 1.02 * limit, xy[one].max(axis=0) + 1.02 * limit
    near = np.flatnonzero(((xy >= low) & (xy <= high)).all(axis=1))
    part = graph if len(near) == len(xy) else graph[near][:, near]
    number = np.full(len(xy), -1)
    number[near] = np.arange(len(near))
    unique, row = np.unique(one, return_inverse=True)
    out = np.full(len(one), np.inf)
    many = max(_CELLS // max(len(near), 1), 1)
    for start in range(0, len(unique), many):
        found = dijkstra(part, directed=False, indices=number[unique[start : start + many]], limit=limit)
        mine = np.flatnonzero((row >= start) & (row < start + many) & (number[other] >= 0))
        out[mine] = found[row[mine] - start, number[other[mine]]]
    return out

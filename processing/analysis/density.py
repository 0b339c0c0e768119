"""Where places are dense: clusters by DBSCAN, and the distance that tells dense from sparse.

DBSCAN: Ester, Kriegel, Sander and Xu 1996, "A density-based algorithm for discovering clusters in large spatial
databases with noise", KDD-96. Its answer depends on the order of the rows where a border point is near two clusters,
and in how the clusters are numbered; here both follow a written rule.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from scipy.spatial import cKDTree

from .density_grid import Cells, Windows, connected, in_cells, squared, windows
from .errors import LocationError
from .hierarchy import hdbscan
from .hulls import hulls
from .labels import NOISE, Labels, numbered
from .neighbours import along_curve
from .parallel import in_two_threads

__all__ = ["NOISE", "Labels", "dbscan", "hdbscan", "hulls", "k_distances", "suggested_distance"]

Tick = Callable[[float], None]

# Points gone through at once, by each of two threads.
_CHUNK = 20_000
# A point with more than these to measure asks a tree, which counts many at once.
_MANY = 500
# By how much the sums of a tree may be off, as a share of the distance.
_TREE_OFF = 1e-9


def dbscan(
    xy: np.ndarray, distance: float, least: float, weights: np.ndarray | None = None, tick: Tick = lambda _: None
) -> Labels:
    """Find clusters: places with enough around them, joined where they are near each other, and what is near those.

    A core point has at least `least` places, itself included, or places of that weight together, within the distance.
    Core points within the distance of each other are in one cluster. A border point, which is within the distance of a
    core point and none itself, is in the cluster of the nearest; of several exactly as near, of the westmost, then of
    the southmost. Whether two places are near is decided by their squared distance in float64, as scikit-learn does.

    Parameters
    ----------
    xy : (n, 2) float64 array
        Metres in a plane; NaN for no place.
    distance : float
        Metres of that plane, above 0; what is exactly that far counts.
    least : float
        How many places, or how much weight, above 0.
    weights : (n,) float array or None
        What each place counts, 0 or more; NaN counts 0. Without: 1 each.
    tick : callable
        Progress between 0 and 1; raises to cancel.

    Returns
    -------
    Labels

    Raises
    ------
    LocationError
        If the distance or `least` is not above 0, or a weight is negative or infinite.
    """
    xy = np.asarray(xy, dtype="float64")
    _check(distance, least)
    here = np.flatnonzero(np.isfinite(xy).all(axis=1))
    weight = None if weights is None else _weights(weights)[here]
    cluster, core = np.full(len(xy), NOISE, dtype="int64"), np.zeros(len(xy), dtype=bool)
    if not len(here):
        return Labels(cluster, core)
    cells, order = in_cells(xy[here], distance, weight)
    weight = None if weight is None else weight[order]
    is_core = _core(cells, least, weight, lambda share: tick(0.5 * share))
    kernel = cells.only(is_core)
    found = np.full(len(here), NOISE, dtype="int64")
    if len(kernel.x):
        group = connected(kernel, lambda share: tick(0.5 + 0.2 * share))[kernel.owner]
        found[is_core] = group
        border, nearest = _border(cells, np.flatnonzero(~is_core), kernel, lambda share: tick(0.7 + 0.3 * share))
        found[border] = group[nearest]
    core[here[order]] = is_core
    cluster[here[order]] = numbered(cells.x, cells.y, found)
    return Labels(cluster, core)


def _check(distance: float, least: float) -> None:
    if not (0 < distance < np.inf):
        raise LocationError(
            "The distance of clusters is {distance}: it must be a number of metres above 0", distance=distance
        )
    if not (0 < least < np.inf):
        raise LocationError("The minimum of a cluster is {least}: it must be a number above 0", least=least)


def _weights(weights: np.ndarray) -> np.ndarray:
    given = np.asarray(weights, dtype="float64")
    wrong = given[(given < 0) | np.isinf(given)]
    if len(wrong):
        raise LocationError(
            "{count} places have a weight below 0 or without end, such as {value}: correct it, or leave it empty to "
            "count nothing",
            count=len(wrong),
            value=f"{wrong[0]:g}",
        )
    return np.nan_to_num(given)


def _core(cells: Cells, least: float, weight: np.ndarray | None, tick: Tick) -> np.ndarray:
    """Return which of the points in cells are core points."""
    if weight is None:
        enough = (cells.size >= least)[cells.owner]
        counted = cells
    else:
        enough = (np.add.reduceat(weight, cells.start[:-1]) >= least)[cells.owner]
        counted, weight = cells.only(weight > 0), weight[weight > 0]
    rows = np.flatnonzero(~enough)
    asked = _Counted(cells, counted, weight, least)
    parts = [rows[i : i + _CHUNK] for i in range(0, len(rows), _CHUNK)]
    for part, is_core in zip(parts, in_two_threads(asked.core, parts, tick)) if parts else ():
        enough[part] = is_core
    return enough


@dataclass(frozen=True)
class _Counted:
    """Points of which some count towards the minimum."""

    cells: Cells
    counted: Cells
    weight: np.ndarray | None
    least: float

    def core(self, rows: np.ndarray) -> np.ndarray:
        """Return whether each of some points is a core point."""
        around = windows(self.cells, rows, self.counted)
        out = np.zeros(len(rows), dtype=bool)
        total = around.total
        maybe = total >= self.least if self.weight is None else self._heavy(around)
        if self.weight is None and (total[maybe] > _MANY).any():
            many = np.flatnonzero(maybe & (total > _MANY))
            out[many], certain = self._by_tree(rows[many])
            maybe[many[certain]] = False
        maybe_rows = np.flatnonzero(maybe & (total > 0))
        around = around.at(maybe_rows)
        limit = self.cells.distance**2
        for part in around.parts():
            some = around.at(part)
            member = some.members()
            near = squared(self.cells, rows[maybe_rows[part]], self.counted, member, some.total) <= limit
            first = np.cumsum(some.total) - some.total
            if self.weight is None:
                out[maybe_rows[part]] = np.add.reduceat(near, first, dtype="int64") >= self.least
            else:
                out[maybe_rows[part]] = np.add.reduceat(near * self.weight[member], first) >= self.least
        return out

    def _heavy(self, around: Windows) -> np.ndarray:
        """Return whether the weight in the windows of each point may be enough."""
        until, off = self._until
        size = until[around.start + around.size] - until[around.start]
        return size.sum(axis=1) >= self.least - off

    @cached_property
    def _until(self) -> tuple[np.ndarray, float]:
        """The weight before each place, and by how much the sums may be off."""
        until = np.append(0.0, np.cumsum(self.weight))
        return until, 1e-9 * float(until[-1])

    @cached_property
    def _tree(self) -> cKDTree:
        return cKDTree(np.c_[self.counted.x, self.counted.y])

    def _by_tree(self, rows: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Return whether each point is a core point, and whether that is certain whatever the tree's rounding."""
        xy, distance = np.c_[self.cells.x[rows], self.cells.y[rows]], self.cells.distance
        fewest, most = (
            self._tree.query_ball_point(xy, distance * (1 + off), return_length=True) for off in (-_TREE_OFF, _TREE_OFF)
        )
        return fewest >= self.least, (fewest >= self.least) | (most < self.least)


def _border(cells: Cells, rows: np.ndarray, kernel: Cells, tick: Tick) -> tuple[np.ndarray, np.ndarray]:
    """Return those of the points that are within the distance of a core point, and the nearest core point of each."""
    asked = _Nearest(cells, kernel)
    parts = [rows[i : i + _CHUNK] for i in range(0, len(rows), _CHUNK)]
    found = list(in_two_threads(asked.nearest, parts, tick)) if parts else []
    near = np.concatenate([rows[:0], *found])
    return rows[near >= 0], near[near >= 0]


@dataclass(frozen=True)
class _Nearest:
    """Points, and the core points of which the nearest is looked for."""

    cells: Cells
    kernel: Cells

    def nearest(self, rows: np.ndarray) -> np.ndarray:
        """Return the nearest core point of each of some points, -1 where none is within the distance."""
        around = windows(self.cells, rows, self.kernel)
        out = np.full(len(rows), -1, dtype="int64")
        many = np.flatnonzero(around.total > _MANY)
        for start in range(0, len(many), _CHUNK // 10):
            some = many[start : start + _CHUNK // 10]
            out[some] = self._by_tree(rows[some])
        few = np.flatnonzero((around.total > 0) & (around.total <= _MANY))
        around = around.at(few)
        for part in around.parts():
            some = around.at(part)
            member = some.members()
            apart = squared(self.cells, rows[few[part]], self.kernel, member, some.total)
            out[few[part]] = self._first(apart, member, some.total)
        return out

    def _first(self, apart: np.ndarray, member: np.ndarray, total: np.ndarray) -> np.ndarray:
        """Return the member of each run that is nearest, then westmost, then southmost; -1 where it is too far."""
        start = np.cumsum(total) - total
        least = np.minimum.reduceat(apart, start)
        tied = np.flatnonzero(apart == np.repeat(least, total))
        run = np.searchsorted(start, tied, side="right") - 1
        if len(tied) > len(start):
            order = np.lexsort((self.kernel.y[member[tied]], self.kernel.x[member[tied]], run))
            order = order[np.append(True, np.diff(run[order]) != 0)]
            tied = tied[order]
        return np.where(least <= self.cells.distance**2, member[tied], -1)

    @cached_property
    def _places(self) -> tuple[cKDTree, np.ndarray]:
        """A tree of the core points, one of each pile, and which they are."""
        order = np.lexsort((self.kernel.y, self.kernel.x))
        x, y = self.kernel.x[order], self.kernel.y[order]
        order = order[np.append(True, (np.diff(x) != 0) | (np.diff(y) != 0))]
        return cKDTree(np.c_[self.kernel.x[order], self.kernel.y[order]]), order

    def _by_tree(self, rows: np.ndarray) -> np.ndarray:
        tree, which = self._places
        xy = np.c_[self.cells.x[rows], self.cells.y[rows]]
        out = np.full(len(rows), -1, dtype="int64")
        away, _ = tree.query(xy, distance_upper_bound=self.cells.distance * (1 + _TREE_OFF))
        here = np.flatnonzero(np.isfinite(away))
        lists = tree.query_ball_point(xy[here], away[here] * (1 + _TREE_OFF)) if len(here) else []
        total = np.array([len(one) for one in lists], dtype="int64")
        member = which[np.concatenate([np.empty(0, dtype="int64"), *lists]).astype("int64")]
        if len(here):
            out[here] = self._first(squared(self.cells, rows[here], self.kernel, member, total), member, total)
        return out


def k_distances(xy: np.ndarray, k: int, tick: Tick = lambda _: None) -> np.ndarray:
    """Return how far the k-th nearest other place is from each, ascending.

    Parameters
    ----------
    xy : (n, 2) float64 array
        Metres in a plane; NaN for no place.
    k : int
        1 or more; for a minimum of m places in a cluster, m - 1.
    tick : callable
        Progress between 0 and 1; raises to cancel.

    Returns
    -------
    (m,) float64 array
        Metres, one for each row with a place; none at all where there are no more than `k` places.
    """
    xy = np.asarray(xy, dtype="float64")
    xy = xy[np.isfinite(xy).all(axis=1)]
    if len(xy) <= k:
        return np.empty(0)
    # One of each pile: a tree of equal points is a list.
    places, count = np.unique(xy, axis=0, return_counts=True)
    order = along_curve(places)
    places, count = places[order], count[order]
    tree = cKDTree(places)
    piles = bool((count > 1).any())

    def ask(part: slice) -> np.ndarray:
        wanted = min(k + 1, len(places))
        away, near = tree.query(places[part], k=list(range(1, wanted + 1)) if piles else [wanted])
        if not piles:
            return away[:, 0]
        enough = np.cumsum(count[near], axis=1) > k
        return away[np.arange(len(away)), np.argmax(enough, axis=1)]

    size = max(_CHUNK // (k + 1 if piles else 1), 1)
    parts = [slice(i, i + size) for i in range(0, len(places), size)]
    return np.sort(np.repeat(np.concatenate(list(in_two_threads(ask, parts, tick))), count))


def suggested_distance(distances: np.ndarray) -> float:
    """Return where ascending distances to the k-th nearest place begin to rise steeply.

    The knee of the curve: the point farthest below the straight line from its first to its last point, both axes scaled
    to 1 (Satopää, Albrecht, Irwin and Raghavan 2011, "Finding a 'Kneedle' in a haystack", ICDCSW, without its
    smoothing). Taking the distance of DBSCAN from this curve is what Ester et al. 1996 propose. Places at distance 0,
    several at one spot, are left out: they tell nothing about how far apart others are.

    Parameters
    ----------
    distances : (m,) float array, ascending
        Metres; as from `k_distances`.

    Returns
    -------
    float
        Metres, NaN where there is no knee: fewer than three distances, or a curve that is straight or bends down.
    """
    curve = np.asarray(distances, dtype="float64")
    curve = curve[np.isfinite(curve) & (curve > 0)]
    if len(curve) < 3 or curve[-1] <= curve[0]:
        return float("nan")
    below = np.linspace(0.0, 1.0, len(curve)) - (curve - curve[0]) / (curve[-1] - curve[0])
    knee = int(np.argmax(below))
    return float(curve[knee]) if below[knee] > 1e-9 else float("nan")

"""Where places are dense: clusters by DBSCAN, and what else is asked about them.

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
from .hulls import hulls, spans_area
from .labels import NOISE, Labels, numbered
from .parallel import in_two_threads
from .spacing import k_distances, suggested_distance

__all__ = ["NOISE", "Labels", "dbscan", "hdbscan", "hulls", "k_distances", "spans_area", "suggested_distance"]

Tick = Callable[[float], None]

# Points gone through at once, by each of two threads.
_CHUNK = 10_000
# A point with more than these to measure asks a tree, which counts many at once.
_MANY = 500
# By how much a tree's distances may be off, as a share; and sums of weights, as a share of all weight.
_TREE_OFF = 1e-9
_SUMS_OFF = 1e-9


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
    cells, order = in_cells(xy[here], float(distance), weight)
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
            "Weights below 0 or without end: {count}, such as {value}. Correct them, or leave them empty to count "
            "nothing",
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
    parts = _parts(rows)
    for part, is_core in zip(parts, in_two_threads(asked.core, parts, tick)):
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
        out, open_ = np.zeros(len(rows), dtype=bool), self._most(around) >= self.least
        if self.weight is None:
            many = np.flatnonzero(open_ & (around.total > _MANY))
            if len(many):
                out[many], certain = self._by_tree(rows[many])
                open_[many[certain]] = False
        some = np.flatnonzero(open_)
        out[some] = self._measured(rows[some], around.at(some))
        return out

    def _most(self, around: Windows) -> np.ndarray:
        """Return what counts in the windows of each point, near enough or not: never less than it is."""
        if self.weight is None:
            return around.total
        until = self._until
        sums = (until[around.start + around.size] - until[around.start]).sum(axis=1)
        return np.where(around.total > 0, sums + _SUMS_OFF * until[-1], 0.0)

    @cached_property
    def _until(self) -> np.ndarray:
        """The weight of all that stand before each place."""
        return np.append(0.0, np.cumsum(np.asarray(self.weight)))

    def _measured(self, rows: np.ndarray, around: Windows) -> np.ndarray:
        out, limit = np.zeros(len(rows), dtype=bool), self.cells.limit
        for part in around.parts():
            some = around.at(part)
            member = some.members()
            near = squared(self.cells, rows[part], self.counted, member, some.total) <= limit
            counts = near.astype("int32") if self.weight is None else near * self.weight[member]
            out[part] = np.add.reduceat(counts, np.cumsum(some.total) - some.total) >= self.least
        return out

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


def _parts(rows: np.ndarray) -> list[np.ndarray]:
    return [rows[start : start + _CHUNK] for start in range(0, len(rows), _CHUNK)]


def _border(cells: Cells, rows: np.ndarray, kernel: Cells, tick: Tick) -> tuple[np.ndarray, np.ndarray]:
    """Return those of the points that are within the distance of a core point, and the nearest core point of each."""
    asked = _Nearest(cells, kernel)
    near = np.concatenate([rows[:0], *in_two_threads(asked.nearest, _parts(rows), tick)])
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
        for start in range(0, len(many), _CHUNK // 5):
            some = many[start : start + _CHUNK // 5]
            out[some] = self._by_tree(rows[some])
        few = np.flatnonzero((around.total > 0) & (around.total <= _MANY))
        left = around.at(few)
        for part in left.parts():
            lot = left.at(part)
            member = lot.members()
            apart = squared(self.cells, rows[few[part]], self.kernel, member, lot.total)
            out[few[part]] = self._first(apart, member, lot.total)
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
        return np.where(least <= self.cells.limit, member[tied], -1)

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

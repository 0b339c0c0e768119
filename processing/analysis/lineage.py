"""Which cluster of an earlier run is which of today: ids that survive, and what was born, died, merged or split.

The transitions are those of Spiliopoulou, Ntoutsi, Theodoridis and Schult 2006, "MONIC: modeling and monitoring cluster
transitions", KDD-06; the id goes with the best one-to-one assignment instead of the first that is large enough.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely
from scipy import sparse
from scipy.optimize import linear_sum_assignment
from scipy.sparse import csgraph
from shapely import STRtree

SAME, GROWN, SHRUNK, CHANGED, MERGED, SPLIT, MIXED, BORN, DIED = (
    "same",
    "grown",
    "shrunk",
    "changed",
    "merged",
    "split",
    "merged and split",
    "born",
    "died",
)
# Areas (m²) below this are what rounding leaves of two hulls that touch.
_SLIVER_M2 = 1.0


@dataclass(frozen=True)
class Overlaps:
    """What p earlier and c present clusters have in common.

    Attributes
    ----------
    before, now : (m,) int64 arrays
        Pairs with something in common, sorted.
    shared : (m,) float64 array
        How many members, or square metres of hull.
    size_before, size_now : (p,), (c,) float64 arrays
        In the same unit: of what can be compared.
    count_before, count_now : (p,), (c,) float64 arrays
        All members, which tell whether a cluster grew.
    """

    before: np.ndarray
    now: np.ndarray
    shared: np.ndarray
    size_before: np.ndarray
    size_now: np.ndarray
    count_before: np.ndarray
    count_now: np.ndarray


@dataclass(frozen=True)
class Lineage:
    """What became of p earlier clusters, and what c present ones come from.

    Attributes
    ----------
    heir : (c,) int64 array
        The earlier cluster whose id each present one keeps; -1 for a new id.
    change : (c,) object array of str
        What happened to each present cluster.
    before, now : (r,) int64 arrays
        Links between them, -1 in `before` for a birth and in `now` for a death; by `before`, then `now`, births last.
    shared : (r,) float64 array
        As in the overlaps; 0 for births and deaths.
    kind : (r,) object array of str
        What each link is.
    """

    heir: np.ndarray
    change: np.ndarray
    before: np.ndarray
    now: np.ndarray
    shared: np.ndarray
    kind: np.ndarray


def by_members(
    before: np.ndarray, now: np.ndarray, clusters: tuple[int, int], rows: tuple[np.ndarray, np.ndarray]
) -> Overlaps:
    """Return what clusters have in common, by their members.

    Parameters
    ----------
    before, now : (m,), (n,) int64 arrays
        The cluster of each factory of the earlier and of the present run; negative for none.
    clusters : (int, int)
        p and c.
    rows : ((m,) int64 array, (n,) int64 array)
        A number for each of them, the same in both runs for the same factory; negative for one that cannot be known
        again: it counts as a member, but not in the shares.
    """
    sizes, counts, parts = [], [], []
    for cluster, count, factory in zip((before, now), clusters, rows):
        known = (cluster >= 0) & (factory >= 0)
        counts.append(np.bincount(cluster[cluster >= 0], minlength=count).astype("float64"))
        sizes.append(np.bincount(cluster[known], minlength=count).astype("float64"))
        parts.append((factory[known], cluster[known]))
    (one, first), (other, second) = parts
    _, i, j = np.intersect1d(one, other, assume_unique=True, return_indices=True)
    keys, shared = np.unique(first[i] * np.int64(len(sizes[1])) + second[j], return_counts=True)
    pairs = np.divmod(keys, max(len(sizes[1]), 1))
    return Overlaps(*pairs, shared.astype("float64"), *sizes, *counts)


def by_hulls(
    before: np.ndarray,
    now: np.ndarray,
    counts: tuple[np.ndarray, np.ndarray],
    groups: tuple[np.ndarray, np.ndarray],
) -> Overlaps:
    """Return what clusters have in common, by the ground that their hulls cover.

    Parameters
    ----------
    before, now : (p,), (c,) object arrays of polygons in one metric CRS
    counts : ((p,) array, (c,) array)
        Members of each.
    groups : ((p,) object array, (c,) object array)
        Only hulls of one group are compared.
    """
    first, second = STRtree(now).query(before, predicate="intersects")
    alike = groups[0][first] == groups[1][second]
    first, second = first[alike], second[alike]
    shared = shapely.area(shapely.intersection(before[first], now[second]))
    kept = shared > _SLIVER_M2
    first, second, shared = first[kept], second[kept], shared[kept]
    order = np.lexsort((second, first))
    sizes = shapely.area(before), shapely.area(now)
    return Overlaps(first[order], second[order], shared[order], *sizes, *(np.asarray(n, "float64") for n in counts))


def lineage(overlaps: Overlaps, least: float = 0.5) -> Lineage:
    """Return which clusters go on, and how.

    Parameters
    ----------
    overlaps : Overlaps
    least : float
        Two clusters are linked when they have in common at least this share (above 0, up to 1) of the smaller one.

    Returns
    -------
    Lineage

    Notes
    -----
    Of linked clusters, ids are kept along the one-to-one assignment with the largest sum of Jaccard indices (shared by
    all that either has). An earlier cluster with several links is split, a present one with several is merged. A link
    that is the only one of both is the same cluster: with the same members, more, fewer, or as many but others.
    """
    p, c = len(overlaps.size_before), len(overlaps.size_now)
    first, second, shared = _links(overlaps, least)
    jaccard = shared / (overlaps.size_before[first] + overlaps.size_now[second] - shared)
    heir = _assigned(first, second, jaccard, p, c)
    several_now = np.bincount(first, minlength=p) > 1
    several_before = np.bincount(second, minlength=c) > 1
    split, merged = several_now[first], several_before[second]
    before, now = overlaps.count_before[first], overlaps.count_now[second]
    all_ = np.isclose(shared, overlaps.size_before[first]) & np.isclose(shared, overlaps.size_now[second])
    cases = [merged & split, merged, split, all_ & (before == now), now > before]
    kind = np.select([*cases, now < before], [MIXED, MERGED, SPLIT, SAME, GROWN, SHRUNK], CHANGED).astype(object)
    change = np.full(c, BORN, dtype=object)
    for what in (SAME, GROWN, SHRUNK, CHANGED, SPLIT, MERGED, MIXED):  # of several links the last word holds
        change[second[kind == what]] = what
    died = np.flatnonzero(np.bincount(first, minlength=p) == 0)
    born = np.flatnonzero(np.bincount(second, minlength=c) == 0)
    rows = (
        np.concatenate([first, died, np.full(len(born), -1)]).astype("int64"),
        np.concatenate([second, np.full(len(died), -1), born]).astype("int64"),
        np.concatenate([shared, np.zeros(len(died) + len(born))]),
        np.concatenate([kind, np.full(len(died), DIED, object), np.full(len(born), BORN, object)]),
    )
    order = np.lexsort((rows[1], rows[0], rows[0] < 0))
    return Lineage(heir, change, *(values[order] for values in rows))


def _links(overlaps: Overlaps, least: float) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    smaller = np.minimum(overlaps.size_before[overlaps.before], overlaps.size_now[overlaps.now])
    kept = (overlaps.shared > 0) & (overlaps.shared >= least * smaller * (1 - 1e-12))
    return overlaps.before[kept], overlaps.now[kept], overlaps.shared[kept]


def _assigned(first: np.ndarray, second: np.ndarray, jaccard: np.ndarray, p: int, c: int) -> np.ndarray:
    """Return the earlier cluster that each present one continues: per group of linked clusters, the best assignment."""
    heir = np.full(c, -1, dtype="int64")
    if not len(first):
        return heir
    graph = sparse.coo_matrix((np.ones(len(first)), (first, second + p)), shape=(p + c, p + c))
    _, part = csgraph.connected_components(graph, directed=False)
    order = np.argsort(part[first], kind="stable")
    alone = np.bincount(part[first], minlength=1)[part[first]] == 1
    heir[second[alone]] = first[alone]
    for links in np.split(order, np.flatnonzero(np.diff(part[first][order])) + 1):
        if len(links) < 2:
            continue
        rows, i = np.unique(first[links], return_inverse=True)
        columns, j = np.unique(second[links], return_inverse=True)
        gain = np.zeros((len(rows), len(columns)))
        gain[i, j] = jaccard[links]
        for row, column in zip(*linear_sum_assignment(gain, maximize=True)):
            if gain[row, column] > 0:
                heir[columns[column]] = rows[row]
    return heir

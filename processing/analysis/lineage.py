"""Which cluster of an earlier run is which of today: ids that survive, and what was born, died, merged or split.

The transitions are those of Spiliopoulou, Ntoutsi, Theodoridis and Schult 2006, "MONIC: modeling and monitoring cluster
transitions", KDD-06; the id goes with the best one-to-one assignment instead of the first that is large enough.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
import shapely
from scipy import sparse
from scipy.optimize import linear_sum_assignment
from scipy.sparse import csgraph
from shapely import STRtree

from .hulls import spans_area

SAME, GROWN, SHRUNK, CHANGED, AS_MANY, MERGED, SPLIT, MIXED, BORN, DIED, UNKNOWN = (
    "same",
    "grown",
    "shrunk",
    "changed",
    "as many",
    "merged",
    "split",
    "merged and split",
    "born",
    "died",
    "not known",
)
# Areas (m²) below this are what rounding leaves of two hulls that touch.
_SLIVER_M2 = 1.0
# A hull without an area is a spot or a line: another CRS or a new measurement moves it by more than it is wide.
_NEAR_M = 5.0
# Of the members of a cluster that must be known again for it to be compared by them: a convention of this project.
_LEAST_KNOWN = 0.5


@dataclass(frozen=True)
class Overlaps:
    """What p earlier and c present clusters have in common.

    Attributes
    ----------
    before, now : (m,) int64 arrays
        Pairs with something in common, sorted.
    shared : (m,) float64 array
        How many members, or square metres of hull.
    size_before, size_now : (m,) float64 arrays
        Of both of each pair, in the same unit: of what can be compared.
    by_hulls : (m,) bool array
        Which pairs are compared by their hulls.
    count_before, count_now : (p,), (c,) float64 arrays
        All members, which tell whether a cluster grew.
    ids_before, ids_now : (p,), (c,) bool arrays
        Which clusters are compared by their members, where the other one is too.
    lost : (p,) bool array
        Earlier clusters that can be compared by neither.
    """

    before: np.ndarray
    now: np.ndarray
    shared: np.ndarray
    size_before: np.ndarray
    size_now: np.ndarray
    by_hulls: np.ndarray
    count_before: np.ndarray
    count_now: np.ndarray
    ids_before: np.ndarray
    ids_now: np.ndarray
    lost: np.ndarray


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
    shared, size_before, size_now : (r,) float64 arrays
        As in the overlaps; 0 for births and deaths.
    by_hulls : (r,) bool array
        As in the overlaps; for births and deaths whether the cluster has too few members that can be known again.
    kind : (r,) object array of str
        What each link is.
    """

    heir: np.ndarray
    change: np.ndarray
    before: np.ndarray
    now: np.ndarray
    shared: np.ndarray
    size_before: np.ndarray
    size_now: np.ndarray
    by_hulls: np.ndarray
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
    had, has = ((size > 0) & (size >= _LEAST_KNOWN * count) for size, count in zip(sizes, counts))
    return Overlaps(
        before=pairs[0],
        now=pairs[1],
        shared=shared.astype("float64"),
        size_before=sizes[0][pairs[0]],
        size_now=sizes[1][pairs[1]],
        by_hulls=np.zeros(len(keys), dtype=bool),
        count_before=counts[0],
        count_now=counts[1],
        ids_before=had,
        ids_now=has,
        lost=~had,
    )


def by_hulls(
    before: np.ndarray,
    now: np.ndarray,
    counts: tuple[np.ndarray, np.ndarray],
    groups: tuple[np.ndarray, np.ndarray],
) -> Overlaps:
    """Return what clusters have in common, by the ground that their hulls cover.

    Hulls of a spot or a line are grown by a few metres first.

    Parameters
    ----------
    before, now : (p,), (c,) object arrays of polygons in one metric CRS, None for none
    counts : ((p,) array, (c,) array)
        Members of each.
    groups : ((p,) object array, (c,) object array)
        Only hulls of one group are compared.
    """
    lost = shapely.is_missing(before) if len(before) else np.zeros(0, dtype=bool)
    before, now = _widened(before), _widened(now)
    first, second = STRtree(now).query(before, predicate="intersects")
    alike = groups[0][first] == groups[1][second]
    first, second = first[alike], second[alike]
    shared = shapely.area(shapely.intersection(before[first], now[second]))
    kept = shared > _SLIVER_M2
    first, second, shared = first[kept], second[kept], shared[kept]
    order = np.lexsort((second, first))
    first, second, shared = first[order], second[order], shared[order]
    return Overlaps(
        before=first,
        now=second,
        shared=shared,
        size_before=shapely.area(before[first]),
        size_now=shapely.area(now[second]),
        by_hulls=np.ones(len(first), dtype=bool),
        count_before=np.asarray(counts[0], "float64"),
        count_now=np.asarray(counts[1], "float64"),
        ids_before=np.zeros(len(before), dtype=bool),
        ids_now=np.zeros(len(now), dtype=bool),
        lost=lost,
    )


def _widened(hulls: np.ndarray) -> np.ndarray:
    if not len(hulls):
        return np.empty(0, dtype=object)
    return np.where(spans_area(hulls), hulls, shapely.buffer(hulls, _NEAR_M))


def together(members: Overlaps, hulls: Overlaps, renewed: tuple[np.ndarray, np.ndarray], least: float) -> Overlaps:
    """Return what clusters have in common, each pair by members where both can be, else by hulls.

    Parameters
    ----------
    members, hulls : Overlaps
        Of the same clusters.
    renewed : ((p,) bool array, (c,) bool array)
        Clusters of whose members fewer than half are known in the other run. Two such without a link are compared by
        their hulls: the ids may have been given anew.
    least : float
        As in `lineage`.
    """
    by_ids = members.ids_before[members.before] & members.ids_now[members.now]
    linked = _linked(members, least) & by_ids
    free_before, free_now = renewed[0].copy(), renewed[1].copy()
    free_before[members.before[linked]] = False
    free_now[members.now[linked]] = False
    both = hulls.before, hulls.now
    by_ground = ~(members.ids_before[both[0]] & members.ids_now[both[1]])
    # Two that were perhaps numbered anew must have most ground in common: new crowds within a wide hull do not.
    jaccard = hulls.shared / (hulls.size_before + hulls.size_now - hulls.shared)
    by_ground |= free_before[both[0]] & free_now[both[1]] & (jaccard >= 0.5)

    def joined(name: str) -> np.ndarray:
        return np.concatenate([getattr(members, name)[by_ids], getattr(hulls, name)[by_ground]])

    order = np.lexsort((joined("now"), joined("before")))
    joint = {name: joined(name)[order] for name in ("before", "now", "shared", "size_before", "size_now", "by_hulls")}
    return replace(members, **joint, lost=~members.ids_before & hulls.lost)


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
    that is the only one of both is the same cluster: with more members, fewer, or as many: the same, or not all the
    same, where all could be compared. A cluster without a link died or was born; it is not known what became of an
    earlier one that could not be compared, nor then whether a present one without a link is new.
    """
    p, c = len(overlaps.count_before), len(overlaps.count_now)
    kept = _linked(overlaps, least)
    first, second, shared = overlaps.before[kept], overlaps.now[kept], overlaps.shared[kept]
    sizes, ground = (overlaps.size_before[kept], overlaps.size_now[kept]), overlaps.by_hulls[kept]
    heir = _assigned(first, second, shared / (sizes[0] + sizes[1] - shared), p, c)
    several_now = np.bincount(first, minlength=p) > 1
    several_before = np.bincount(second, minlength=c) > 1
    split, merged = several_now[first], several_before[second]
    before, now = overlaps.count_before[first], overlaps.count_now[second]
    all_known = ~ground & (sizes[0] == before) & (sizes[1] == now)
    cases = [merged & split, merged, split, now > before, now < before, ~all_known, shared == before]
    kind = np.select(cases, [MIXED, MERGED, SPLIT, GROWN, SHRUNK, AS_MANY, SAME], CHANGED).astype(object)
    # What has no link cannot be called new while an earlier cluster could not be compared with anything.
    change = np.full(c, UNKNOWN if overlaps.lost.any() else BORN, dtype=object)
    for what in (SAME, AS_MANY, GROWN, SHRUNK, CHANGED, SPLIT, MERGED, MIXED):  # of several links the last word holds
        change[second[kind == what]] = what
    died = np.flatnonzero(np.bincount(first, minlength=p) == 0)
    born = np.flatnonzero(np.bincount(second, minlength=c) == 0)
    nothing = np.zeros(len(died) + len(born))
    rows = (
        np.concatenate([first, died, np.full(len(born), -1)]).astype("int64"),
        np.concatenate([second, np.full(len(died), -1), born]).astype("int64"),
        *(np.concatenate([values, nothing]) for values in (shared, *sizes)),
        np.concatenate([ground, ~overlaps.ids_before[died], ~overlaps.ids_now[born]]),
        np.concatenate([kind, np.where(overlaps.lost[died], UNKNOWN, DIED).astype(object), change[born]]),
    )
    order = np.lexsort((rows[1], rows[0], rows[0] < 0))
    return Lineage(heir, change, *(values[order] for values in rows))


def _linked(overlaps: Overlaps, least: float) -> np.ndarray:
    smaller = np.minimum(overlaps.size_before, overlaps.size_now)
    return (overlaps.shared > 0) & (overlaps.shared >= least * smaller * (1 - 1e-12))


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

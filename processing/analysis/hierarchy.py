"""Clusters of different density: HDBSCAN (Campello, Moulavi and Sander 2013, doi:10.1007/978-3-642-37456-2_14).

Two places are as far apart as their reachability says: the greatest of their distance and of how far each of the two
is from its k-th nearest place. HDBSCAN needs no more of that than a minimum spanning tree. To make it, scikit-learn
looks at all pairs: ten seconds for fifty thousand places, four times that for twice as many, in which nothing else runs
and nobody can stop it. So the tree is made here, of the few pairs that can be in it; scikit-learn takes it from there.

Which pairs can be in it. Be d the distance of two places a and b, and w their reachability.

- w > d: it is how far one of the two is from its k-th nearest place, so the other is among its k nearest.
- w = d: a place c in the circle that has a and b at its ends is nearer than d to both. If its own k-th distance is not
  above d, the way over c is as good, and the pair not needed. So all such c have a k-th distance above d; and as the
  Delaunay edges between the places in a circle join all of them, b is reached from a along such edges, over such c.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from scipy.sparse import coo_array, csr_array
from scipy.sparse.csgraph import minimum_spanning_tree
from scipy.spatial import Delaunay, QhullError, cKDTree

from .errors import LocationError
from .labels import NOISE, Labels, numbered
from .parallel import in_a_thread
from .spacing import kth_nearest

Tick = Callable[[float], None]

# Places nearer than a millimetre are taken to be that far apart: one over the distance is a density.
_NEAREST_M = 1e-3
# Places from which pairs are looked for at once.
_CHUNK = 20_000


def hdbscan(xy: np.ndarray, least_size: int, least: int | None = None, tick: Tick = lambda _: None) -> Labels:
    """Find clusters of different density with scikit-learn's HDBSCAN.

    The places are brought into one order first (by x, then y), so that the answer does not depend on the order of the
    rows. Where all places are one crowd no cluster is found: HDBSCAN tells crowds from each other.

    Parameters
    ----------
    xy : (n, 2) float64 array
        Metres in a plane; NaN for no place.
    least_size : int
        Members of the smallest cluster, 2 or more.
    least : int or None
        The k of the k-th nearest place that tells how dense it is around a place, which is the first itself; the
        larger, the more places are in no cluster. Without: `least_size`.
    tick : callable
        Progress between 0 and 1; raises to cancel.

    Returns
    -------
    Labels
        With `probability`, which is 0 for a place in no cluster; no core points.

    Raises
    ------
    LocationError
        If `least_size` is below 2, or `least` below 1.
    ImportError
        Without scikit-learn 1.3 or later.
    """
    least = least_size if least is None else least
    if least_size < 2 or least < 1:
        raise LocationError(
            "The smallest cluster has {size} members, and the density around a place is told by {least}: the first has "
            "to be 2 or more, the second 1 or more",
            size=least_size,
            least=least,
        )
    xy = np.asarray(xy, dtype="float64")
    here = np.flatnonzero(np.isfinite(xy).all(axis=1))
    here = here[np.lexsort((xy[here, 1], xy[here, 0]))]
    cluster, probability = np.full(len(xy), NOISE, dtype="int64"), np.zeros(len(xy))
    if len(here) >= max(least_size, least, 2):
        tree = spanning_tree(xy[here], least, lambda share: tick(0.7 * share))
        found, firmly = in_a_thread(lambda: _clusters(tree, least_size), lambda: tick(0.7))
        first = _first_of_pile(xy[here])  # which of equal places is which depends on the rows: all are as the first
        found, probability[here] = found[first], firmly[first]
        cluster[here] = numbered(xy[here, 0], xy[here, 1], found)
    tick(1.0)
    return Labels(cluster, np.zeros(len(xy), dtype=bool), probability)


def _clusters(tree: csr_array, least_size: int) -> tuple[np.ndarray, np.ndarray]:
    from scipy.sparse import csr_matrix
    from sklearn.cluster import HDBSCAN

    # With one place to look at, the distances of a tree are their own reachability distances: they stay as they are.
    model = HDBSCAN(min_cluster_size=least_size, min_samples=1, metric="precomputed", copy=False)
    model.fit(csr_matrix(tree + tree.T))
    return model.labels_.astype("int64"), np.round(model.probabilities_, 9)  # without the bits that tell equals apart


def spanning_tree(xy: np.ndarray, least: int, tick: Tick = lambda _: None) -> csr_array:
    """Return a minimum spanning tree of places by their reachability distances.

    Parameters
    ----------
    xy : (n, 2) float64 array, sorted by x, then y
        Metres; two or more.
    least : int
        As of `hdbscan`, at most n.
    tick : callable
        Progress between 0 and 1; raises to cancel.

    Returns
    -------
    (n, n) csr_array
        n - 1 distances, each once, none below a millimetre.
    """
    reach = kth_nearest(xy, least - 1, lambda share: tick(0.3 * share))
    # The others of a pile hang on its first, which nothing can be nearer than.
    of = _first_of_pile(xy)
    first, rest = np.unique(of), np.flatnonzero(of != np.arange(len(xy)))
    edges = [np.stack([of[rest], rest])]
    places, known = xy[first], reach[first]
    if len(places) > 1:
        edges.append(first[_nearest(places, least)])
        steps = in_a_thread(lambda: _delaunay(places), lambda: tick(0.4))
        for start in range(0, len(places), _CHUNK):
            rows = np.arange(start, min(start + _CHUNK, len(places)))
            edges.append(first[_reached(places, known, steps, rows, least)])
            tick(0.5 + 0.4 * start / len(places))
    one, other = _each_once(np.concatenate(edges, axis=1), len(xy))
    apart = _apart(xy[one], xy[other])
    weight = np.maximum(np.maximum(apart, _NEAREST_M), np.maximum(reach[one], reach[other]))
    tree = _least_tree(one, other, weight, len(xy))
    tick(1.0)
    return tree


def _first_of_pile(xy: np.ndarray) -> np.ndarray:
    """Return the first of those that stand where each of some sorted places stands."""
    new = np.append(True, (xy[1:] != xy[:-1]).any(axis=1))
    return np.flatnonzero(new)[np.cumsum(new) - 1]


def _apart(one: np.ndarray, other: np.ndarray) -> np.ndarray:
    """Return distances as the trees of SciPy have them, to the last bit: many are compared for being equal."""
    across, along = (one - other).T
    return np.sqrt(across * across + along * along)


def _least_tree(one: np.ndarray, other: np.ndarray, weight: np.ndarray, count: int) -> csr_array:
    """Return the minimum spanning tree that is the only one if equal weights follow the order of the pairs.

    In the tree equal weights are told apart by the last bits, in that order: how equal numbers are sorted is not the
    same in all versions of NumPy.
    """
    order = np.lexsort((other, one, weight))
    rank = np.empty(len(order))
    rank[order] = np.arange(1, len(order) + 1)
    ends = one.astype("int32"), other.astype("int32")  # of arrays SciPy keeps wider ones, and then refuses them here
    tree = csr_array(minimum_spanning_tree(csr_array((rank, ends), shape=(count, count))))
    taken = np.sort(tree.data).astype("int64") - 1
    least = weight[order[taken]]
    new = np.append(True, np.diff(least) > 0)
    since = np.arange(len(least)) - np.flatnonzero(new)[np.cumsum(new) - 1]
    tree.data = (least + since * np.spacing(least))[np.searchsorted(taken + 1, tree.data)]
    return tree


def _each_once(pairs: np.ndarray, count: int) -> np.ndarray:
    """Return pairs sorted, each once, the lower number first."""
    keys = np.unique(pairs.min(axis=0) * count + pairs.max(axis=0))
    one, other = np.divmod(keys, count)
    return np.stack([one, other])[:, one != other]


def _nearest(places: np.ndarray, least: int) -> np.ndarray:
    """Return each place with those that its reachability may come from."""
    if least < 2:
        return np.empty((2, 0), dtype="int64")
    near = cKDTree(places).query(places, k=list(range(1, min(least, len(places)) + 1)))[1]
    one = np.repeat(np.arange(len(places)), near.shape[1])
    return np.stack([one, near.ravel()])


def _delaunay(places: np.ndarray) -> csr_array:
    """Return which places are joined by Delaunay edges, both ways; of places in a line, each with the next."""
    row = np.arange(len(places))
    try:
        corners = Delaunay(places - places.mean(axis=0))
        edges = [corners.simplices[:, [i, j]].T for i, j in ((0, 1), (1, 2), (2, 0))]
        edges.append(corners.coplanar[:, [0, 2]].T)  # left out for being too near to another
    except (QhullError, ValueError):  # fewer than four places, or all in a line
        edges = [np.stack([row[:-1], row[1:]])]
    if len(places) == 3:
        edges.append(np.array([[0], [2]]))
    one, other = np.concatenate(edges, axis=1)
    both = coo_array(
        (np.ones(2 * len(one), dtype="int8"), (np.append(one, other), np.append(other, one))), shape=(len(places),) * 2
    )
    return both.tocsr()


def _reached(places: np.ndarray, reach: np.ndarray, steps: csr_array, rows: np.ndarray, least: int) -> np.ndarray:
    """Return pairs of each of some places and all reached along edges, over places of larger k-th distance only.

    Such a way has fewer places on it than `least`: one with as many in its circle has a smaller k-th distance.
    """
    count = np.diff(steps.indptr)
    start, at, found = rows, rows, []
    seen = np.empty(0, dtype="int64")
    for _ in range(max(least - 1, 1)):
        total = count[at]
        shift = steps.indptr[at] - (np.cumsum(total) - total)
        start, to = np.repeat(start, total), steps.indices[np.repeat(shift, total) + np.arange(int(total.sum()))]
        keys = np.setdiff1d(start.astype("int64") * len(places) + to, seen)
        start, at = np.divmod(keys, len(places))
        start, at = start[start != at], at[start != at]
        found.append(np.stack([start, at]))
        seen = np.union1d(seen, keys)
        apart = _apart(places[start], places[at])
        onward = reach[at] > np.maximum(reach[start], apart)
        start, at = start[onward], at[onward]
        if not len(start):
            break
    return np.concatenate(found, axis=1)

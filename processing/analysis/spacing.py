"""How far places are from their neighbours, and which distance tells dense from sparse."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from scipy.spatial import cKDTree

from .neighbours import along_curve
from .parallel import in_two_threads

Tick = Callable[[float], None]

# Distances looked up at once, by each of two threads.
_AT_ONCE = 100_000
# The share of places, the farthest from others, that a distance is not suggested by.
_FAR = 0.02


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
    return np.sort(kth_nearest(xy, k, tick)) if len(xy) > k else np.empty(0)


def kth_nearest(xy: np.ndarray, k: int, tick: Tick = lambda _: None) -> np.ndarray:
    """Return how far the k-th nearest other place is from each; 0 for `k` 0.

    Parameters
    ----------
    xy : (n, 2) float64 array, finite
        More than `k` of them.
    k : int
    tick : callable

    Returns
    -------
    (n,) float64 array
    """
    # One of each pile: a tree of equal points is a list.
    spots, of, count = np.unique(xy[:, 0] + 1j * xy[:, 1], return_inverse=True, return_counts=True)
    places = np.c_[spots.real, spots.imag]
    order = along_curve(places)
    tree, piles = cKDTree(places), bool((count > 1).any())
    wanted = min(k + 1, len(places))

    def ask(rows: np.ndarray) -> np.ndarray:
        away, near = tree.query(places[rows], k=list(range(1, wanted + 1)) if piles else [wanted])
        if not piles:
            return away[:, 0]
        enough = np.cumsum(count[near], axis=1) > k
        return away[np.arange(len(away)), np.argmax(enough, axis=1)]

    size = max(_AT_ONCE // (k + 1), 1)
    parts = [order[i : i + size] for i in range(0, len(order), size)]
    out = np.empty(len(places))
    for rows, away in zip(parts, in_two_threads(ask, parts, tick)):
        out[rows] = away
    return out[of]


def suggested_distance(distances: np.ndarray) -> float:
    """Return where ascending distances to the k-th nearest place begin to rise steeply.

    The knee of the curve: the point farthest below the straight line from its first to its last point, both axes scaled
    to 1 (Satopää, Albrecht, Irwin and Raghavan 2011, "Finding a 'Kneedle' in a haystack", ICDCSW, without its
    smoothing). Taking the distance of DBSCAN from this curve is what Ester et al. 1996 propose. Left out are places at
    distance 0, several at one spot, which tell nothing about how far apart others are; and of ten and more the farthest
    one in fifty, at least one, as a single wrong coordinate would bend the whole curve.

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
    if len(curve) >= 10:
        curve = curve[: -max(int(len(curve) * _FAR), 1)]
    if len(curve) < 3 or curve[-1] <= curve[0]:
        return float("nan")
    below = np.linspace(0.0, 1.0, len(curve)) - (curve - curve[0]) / (curve[-1] - curve[0])
    knee = int(np.argmax(below))
    return float(curve[knee]) if below[knee] > 1e-9 else float("nan")

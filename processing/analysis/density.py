"""Where places are dense: clusters by DBSCAN and HDBSCAN, and the distance that tells dense from sparse.

DBSCAN: Ester, Kriegel, Sander and Xu 1996, "A density-based algorithm for discovering clusters", KDD-96.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from .hulls import hulls

Tick = Callable[[float], None]

# The cluster of a place that is in none.
NOISE = -1

__all__ = ["NOISE", "Labels", "dbscan", "hdbscan", "hulls", "k_distances", "suggested_distance"]


@dataclass(frozen=True)
class Labels:
    """The cluster of each of n places.

    Attributes
    ----------
    cluster : (n,) int64 array
        0, 1, ...: by number of members downwards, then by the westmost, then the southmost member; `NOISE` for a place
        in no cluster and for a row without a place.
    core : (n,) bool array
        Whether enough is within the distance of the place; all False for HDBSCAN.
    probability : (n,) float64 array or None
        How firmly the place belongs to its cluster, between 0 and 1; HDBSCAN only.
    """

    cluster: np.ndarray
    core: np.ndarray
    probability: np.ndarray | None = None


def dbscan(
    xy: np.ndarray, distance: float, least: float, weights: np.ndarray | None = None, tick: Tick = lambda _: None
) -> Labels:
    """Find clusters of places of which each has enough within a distance.

    Parameters
    ----------
    xy : (n, 2) float64 array
        Metres in a plane; NaN for no place.
    distance : float
        Metres of that plane, above 0; what is exactly that far counts.
    least : float
        How many places, or how much weight, within the distance make a core point, the place itself included.
    weights : (n,) float array or None
        What each place counts, 0 or more; NaN counts 0. Without: 1 each.
    tick : callable
        Progress between 0 and 1; raises to cancel.
    """
    raise NotImplementedError


def hdbscan(xy: np.ndarray, least_size: int, least: int | None = None, tick: Tick = lambda _: None) -> Labels:
    """Find clusters of different density with scikit-learn's HDBSCAN."""
    raise NotImplementedError


def k_distances(xy: np.ndarray, k: int, tick: Tick = lambda _: None) -> np.ndarray:
    """Return the metres from each place to its k-th nearest other place, ascending: (m,) floats."""
    raise NotImplementedError


def suggested_distance(distances: np.ndarray) -> float:
    """Return the knee of ascending distances, in metres; NaN where there is none."""
    raise NotImplementedError

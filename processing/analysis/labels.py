"""The cluster of each place, numbered by a rule that does not depend on the order of the rows."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

# The cluster of a place that is in none.
NOISE = -1


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


def numbered(x: np.ndarray, y: np.ndarray, group: np.ndarray) -> np.ndarray:
    """Return the clusters of places numbered by members downwards, then the westmost, then the southmost member.

    Parameters
    ----------
    x, y : (n,) float arrays
    group : (n,) int array
        Any numbers from 0, `NOISE` for none.
    """
    members = np.flatnonzero(group >= 0)
    if not len(members):
        return np.full(len(group), NOISE, dtype="int64")
    size = np.bincount(group[members])
    members = members[np.argsort(group[members], kind="stable")]
    start = np.cumsum(size) - size
    there = size > 0
    west = np.full(len(size), np.inf)
    south = west.copy()
    west[there] = np.minimum.reduceat(x[members], start[there])
    westmost = x[members] == np.repeat(west, size)
    south[there] = np.minimum.reduceat(np.where(westmost, y[members], np.inf), start[there])
    number = np.empty(len(size), dtype="int64")
    number[np.lexsort((south, west, -size))] = np.arange(len(size))
    return np.where(group >= 0, number[group], NOISE)

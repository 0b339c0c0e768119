"""Dividing places into parts that can be worked on apart, and putting what was found together again.

A part is a rectangle of the plane and the places in it. What an operation needs to know around a part, its halo, is
asked for by a box, so that nobody holds everything; what it finds is the same as if all had been asked at once.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components

from .density import NOISE

# West, south, east, north, in metres of the working CRS.
Box = tuple[float, float, float, float]


@dataclass(frozen=True)
class Tile:
    """A rectangle that has its western and southern side, but not the other two; the outermost ones are infinite.

    Attributes
    ----------
    west, south, east, north : float
        Metres in the working CRS.
    bounds : tuple of four floats
        West, south, east and north of the places in it.
    count : int
        How many they are.
    """

    west: float
    south: float
    east: float
    north: float
    bounds: Box
    count: int

    def holds(self, xy: np.ndarray) -> np.ndarray:
        """Return which of (n, 2) coordinates lie in it; every place lies in one tile only, NaN in none."""
        x, y = xy[:, 0], xy[:, 1]
        return (x >= self.west) & (x < self.east) & (y >= self.south) & (y < self.north)


def tiles(xy: np.ndarray, most: int) -> list[Tile]:
    """Divide the plane so that no tile holds more places than wanted, halving the longer side again and again.

    Parameters
    ----------
    xy : (n, 2) float array
        Rows that are not finite are in no tile.
    most : int
        Places in a tile. Only places at one and the same point can be more.

    Returns
    -------
    list of Tile
        None empty, each near the one before it. They do not depend on the order of the rows.
    """
    xy = xy[np.isfinite(xy).all(axis=1)]
    out: list[Tile] = []
    waiting = [(xy, (-np.inf, -np.inf, np.inf, np.inf))] if len(xy) else []
    while waiting:
        some, sides = waiting.pop()
        low, high = some.min(axis=0), some.max(axis=0)
        axis = int(high[1] - low[1] > high[0] - low[0])
        if len(some) <= most or high[axis] == low[axis]:
            bounds = (float(low[0]), float(low[1]), float(high[0]), float(high[1]))
            out.append(Tile(*sides, bounds, len(some)))
            continue
        cut = _middle(some[:, axis])
        left, right = list(sides), list(sides)
        left[2 + axis] = right[axis] = cut
        below = some[:, axis] < cut
        waiting += [(some[~below], (right[0], right[1], right[2], right[3]))]
        waiting += [(some[below], (left[0], left[1], left[2], left[3]))]
    return out


def _middle(values: np.ndarray) -> float:
    """Return the median, or the next value above it where nothing would be below."""
    middle = float(np.partition(values, len(values) // 2)[len(values) // 2])
    return middle if middle > values.min() else float(values[values > middle].min())


def grown(box: Box, metres: float) -> Box:
    """Return a box with a margin on all sides."""
    west, south, east, north = box
    return west - metres, south - metres, east + metres, north + metres


@dataclass(frozen=True)
class Part:
    """The features of a layer that a part of the work needs, in the order in which the whole layer has them.

    Attributes
    ----------
    numbers : (k,) int array
        Of the features in the layer.
    geometries : (k,) object array of shapely geometries or None
        In the working CRS.
    columns : mapping of str to (k,) arrays
    """

    numbers: np.ndarray
    geometries: np.ndarray
    columns: Mapping[str, np.ndarray] = field(default_factory=dict)


# Gives all features of a layer that come into a box, and maybe more; of the whole layer for None.
Read = Callable[["Box | None"], Part]


@dataclass(frozen=True)
class LocalClusters:
    """The clusters of one part, as far as it sees them.

    Attributes
    ----------
    numbers : (n,) int array
        Of its own places.
    xy : (n, 2) float array
    cluster : (n,) int array
        Numbered within the part; `NOISE` for noise.
    core : (n,) bool array
    near : (h,) int array
        Numbers of core points of other parts, near enough to belong to the same clusters.
    near_cluster : (h,) int array
        The cluster of each, numbered within the part.
    """

    numbers: np.ndarray
    xy: np.ndarray
    cluster: np.ndarray
    core: np.ndarray
    near: np.ndarray
    near_cluster: np.ndarray


def merged(parts: Sequence[LocalClusters]) -> list[np.ndarray]:
    """Put the clusters of parts together: those that share a core point are one.

    Parameters
    ----------
    parts : sequence of LocalClusters
        Of all places, each the own of one part.

    Returns
    -------
    list of (n,) int arrays
        The cluster of each part's own places, numbered as `density.dbscan` numbers them: by members downwards, then by
        the westmost, then the southmost member.
    """
    if not parts:
        return []
    most = [int(max(part.cluster.max(initial=NOISE), part.near_cluster.max(initial=NOISE))) + 1 for part in parts]
    first = np.cumsum([0, *most])
    number = np.concatenate([part.numbers for part in parts])
    label = np.concatenate([np.where(p.cluster == NOISE, NOISE, p.cluster + at) for p, at in zip(parts, first)])
    core = np.concatenate([part.core for part in parts])
    near = np.concatenate([part.near for part in parts])
    near_label = np.concatenate([part.near_cluster + at for part, at in zip(parts, first)])
    known, known_label = number[core], label[core]
    order = np.argsort(known, kind="stable")
    there = known_label[order][np.searchsorted(known[order], near)] if len(near) else near
    count = max(int(first[-1]), 1)
    ones = np.ones(len(near), dtype="int8")
    _, together = connected_components(coo_array((ones, (near_label, there)), shape=(count, count)), directed=False)
    cluster = np.where(label == NOISE, NOISE, together[label])
    cluster = _numbered(cluster, np.concatenate([part.xy for part in parts]))
    return np.split(cluster, np.cumsum([len(part.numbers) for part in parts])[:-1])


def _numbered(cluster: np.ndarray, xy: np.ndarray) -> np.ndarray:
    """Return clusters numbered by size downwards, then by their westmost, then southmost member."""
    rows = np.flatnonzero(cluster != NOISE)
    if not len(rows):
        return cluster
    rows = rows[np.lexsort((xy[rows, 1], xy[rows, 0], cluster[rows]))]
    old, start, size = np.unique(cluster[rows], return_index=True, return_counts=True)
    corner = xy[rows[start]]
    order = np.lexsort((corner[:, 1], corner[:, 0], -size))
    new = np.empty(len(old), dtype="int64")
    new[order] = np.arange(len(old))
    out = cluster.copy()
    out[rows] = new[np.searchsorted(old, cluster[rows])]
    return out

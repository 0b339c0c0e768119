"""Which factory stands in the safety zone of which other."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import shapely

from .exposure import reached
from .neighbours import Own
from .zones import Sources

Tick = Callable[[float], None]


@dataclass(frozen=True)
class Domino:
    """Factories in the zones of others: m directed pairs, sorted by source and other.

    Attributes
    ----------
    source, other : (m,) int64 arrays
        `other` stands in the zone of `source`.
    level : (m,) int64 array
        The innermost level whose zone reaches it.
    distance : (m,) float64 array
        Geodesic metres between the nearest points of the two, 0 where they share ground.
    start, end : (m, 2) float64 arrays
        These points, in the working CRS, of the source and of the other; equal at distance 0.
    """

    source: np.ndarray
    other: np.ndarray
    level: np.ndarray
    distance: np.ndarray
    start: np.ndarray
    end: np.ndarray

    def __len__(self) -> int:
        return len(self.source)


def dominoes(sources: Sources, others: np.ndarray | None = None, own: Own = (), tick: Tick = lambda _: None) -> Domino:
    """Find the factories that stand in the zone of another.

    Parameters
    ----------
    sources : Sources
        n of them; a polygon's zone reaches from its edge.
    others : (r,) object array of points, polygons or None, optional
        By default the sources themselves, and then none is its own neighbour.
    own : sequence of ((n,) int array, (r,) int array)
        An other with a key of the source is the same factory, and left out; a negative key is none.
    tick : callable
        Progress between 0 and 1; raises to cancel.
    """
    if others is None:
        others, own = sources.geometries, [*own, (np.arange(len(sources.geometries)),) * 2]
    found, ends = reached(sources, others, own, tick)
    together = np.flatnonzero(found.distance == 0)
    line = shapely.shortest_line(sources.geometries[found.source[together]], others[found.receptor[together]])
    ends[together] = shapely.get_coordinates(line).reshape(-1, 2, 2)
    return Domino(found.source, found.receptor, found.level, found.distance, ends[:, 0], ends[:, 1])

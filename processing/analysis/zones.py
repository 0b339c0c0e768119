"""Safety zones: buffers around sources, what a class of them covers together, and how zones share the ground.

A zone's radius is a distance on the ground; in the plane it is as much longer or shorter as the working CRS stretches
the ground at its source. The polygons are those of GEOS at the same number of segments, to the last bit.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import shapely

from .neighbours import Places

Tick = Callable[[float], None]

# Segments of a quarter circle.
QUARTER = 16


@dataclass(frozen=True)
class Sources(Places):
    """What zones are drawn around.

    Attributes
    ----------
    geometries : (n,) object array
        Points or polygons in the working CRS (metres), None where there is no place.
    crs : str
        WKT or authority code of the working CRS.
    reach : (n, k) float array
        Ground metres of the k nested levels, level 0 the innermost; not decreasing along a row. NaN: this source has
        no such level.
    accuracy : (n,) float array
        Ground metres within which the place may truly lie, 0 where exact.
    kind : (n,) int array
        Class number, 0 and up; the lowest is the highest hazard.
    """

    crs: str
    reach: np.ndarray
    accuracy: np.ndarray
    kind: np.ndarray

    @cached_property
    def stretch(self) -> np.ndarray:
        """Metres in the plane for a metre on the ground, at each source: (n,) floats."""
        raise NotImplementedError

    @cached_property
    def outermost(self) -> np.ndarray:
        """Ground metres of the outermost level of each source, NaN without one: (n,) floats."""
        raise NotImplementedError


def buffers(sources: Sources, quad_segs: int = QUARTER, tick: Tick = lambda _: None) -> np.ndarray:
    """Return the zone of each level of each source.

    Parameters
    ----------
    sources : Sources
        n of them, with k levels.
    quad_segs : int
        Segments of a quarter circle.
    tick : callable
        Progress between 0 and 1; raises to cancel.

    Returns
    -------
    (n, k) object array of polygons
        Identical to ``shapely.buffer(geometry, reach * stretch, quad_segs=quad_segs)``; None where there is no place,
        no such level, or no ground (a point with reach 0).
    """
    raise NotImplementedError


def widened(sources: Sources, quad_segs: int = QUARTER, tick: Tick = lambda _: None) -> np.ndarray:
    """Return the outline of the outermost level of each source grown by its accuracy: (n,) polygons or None."""
    raise NotImplementedError


def nested(zones: np.ndarray, tick: Tick = lambda _: None) -> np.ndarray:
    """Return the rings of nested zones: each level without the next inner one that there is.

    Parameters
    ----------
    zones : (n, k) object array of polygons or None
        As `buffers` returns them.
    tick : callable

    Returns
    -------
    (n, k) object array of polygons or None
        None also where a level adds no ground to the one inside of it.
    """
    raise NotImplementedError


def dissolved(polygons: np.ndarray, group: np.ndarray, groups: int, tick: Tick = lambda _: None) -> np.ndarray:
    """Return what the polygons of each group cover together.

    Parameters
    ----------
    polygons : (n,) object array of valid polygons, multi-polygons or None
    group : (n,) int array
        0 to ``groups - 1``; polygons of a negative group count in none.
    groups : int
    tick : callable

    Returns
    -------
    (groups,) object array of polygons or multi-polygons
        As a set of points that of ``shapely.union_all``; None for an empty group.
    """
    raise NotImplementedError


def ranked(areas: np.ndarray, tick: Tick = lambda _: None) -> np.ndarray:
    """Return areas made free of overlap: each without what those before it cover; None where nothing is left.

    Parameters
    ----------
    areas : (g,) object array of valid polygons, multi-polygons or None
        The highest class first.
    tick : callable
    """
    raise NotImplementedError


def cut(areas: np.ndarray, by: np.ndarray, tick: Tick = lambda _: None) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Cut areas by other polygons, such as provinces.

    Parameters
    ----------
    areas : (g,) object array of valid polygons, multi-polygons or None
    by : (b,) object array of valid polygons, multi-polygons or None
    tick : callable

    Returns
    -------
    area, by : (m,) int arrays
        Which area lies in which polygon, sorted.
    pieces : (m,) object array of polygons or multi-polygons
        The ground that they share. What lies in no polygon of `by` is in no piece.
    """
    raise NotImplementedError


def planar_error(sources: Sources) -> float:
    """Return by what share a planar radius may differ from the ground radius, at most, over the sources' extent.

    0.0004 means: 40 cm in a kilometre. 0 without any zone.
    """
    raise NotImplementedError


def area_deficit(quad_segs: int = QUARTER) -> float:
    """Return the share of a circle's area that a polygon of ``4 * quad_segs`` corners on the circle lacks."""
    raise NotImplementedError


def radius_deficit(quad_segs: int = QUARTER) -> float:
    """Return the share of the radius by which the middle of that polygon's edges falls short of the circle."""
    raise NotImplementedError

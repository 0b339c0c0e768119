"""What and who lies in safety zones: receptors by exact distance, people counted once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from .neighbours import Own, Targets
from .zones import Sources

Tick = Callable[[float], None]


@dataclass(frozen=True)
class Inside:
    """Receptors in the zones of sources: m pairs, sorted by source and receptor.

    Attributes
    ----------
    source, receptor : (m,) int64 arrays
    level : (m,) int64 array
        The innermost level whose zone reaches the receptor.
    distance : (m,) float64 array
        Geodesic metres from the source's geometry to the nearest point of the receptor, 0 inside.
    """

    source: np.ndarray
    receptor: np.ndarray
    level: np.ndarray
    distance: np.ndarray

    def __len__(self) -> int:
        return len(self.source)


def inside(sources: Sources, receptors: Targets | np.ndarray, own: Own = (), tick: Tick = lambda _: None) -> Inside:
    """Find the receptors that the zones of sources reach.

    The distance decides, not a polygon drawn for it: what is exactly as far as the zone reaches is inside.

    Parameters
    ----------
    sources : Sources
        n of them.
    receptors : Targets or (r,) object array of valid points, lines, polygons or None
        In the working CRS.
    own : sequence of ((n,) int array, (r,) int array)
        A receptor with a key of the source is the source itself, and left out; a negative key is none.
    tick : callable
        Progress between 0 and 1; raises to cancel.
    """
    raise NotImplementedError


def inside_given(
    zones: np.ndarray,
    zone_source: np.ndarray,
    zone_level: np.ndarray,
    receptors: np.ndarray,
    geometries: np.ndarray,
    crs: str,
    tick: Tick = lambda _: None,
) -> Inside:
    """Find the receptors that intersect zones given as polygons, such as imported threat zones.

    Parameters
    ----------
    zones : (z,) object array of valid polygons or None
    zone_source, zone_level : (z,) int arrays
        Whose zone each is, and which level; one source may have several polygons of a level.
    receptors : (r,) object array of valid points, lines, polygons or None
    geometries : (n,) object array of points or polygons or None
        The sources themselves, from which distances are measured; NaN distance for a source that is None.
    crs : str
        The working CRS of all.
    tick : callable
    """
    raise NotImplementedError


def people_in(
    zones: np.ndarray,
    zone_group: np.ndarray,
    groups: int,
    geometries: np.ndarray,
    people: np.ndarray,
    tick: Tick = lambda _: None,
) -> np.ndarray:
    """Return the people in the zones of each group, each person once however many zones of the group overlap.

    Parameters
    ----------
    zones : (z,) object array of valid polygons or None
    zone_group : (z,) int array
        0 to ``groups - 1``; zones of a negative group count in none.
    groups : int
    geometries : (p,) object array of points, valid polygons or None
        Where people live: all people of a point that is inside or on the border; of a polygon the share of its area
        that the zones of the group cover.
    people : (p,) float array
        NaN counts as 0.
    tick : callable

    Returns
    -------
    (groups,) float array
    """
    raise NotImplementedError


def people_each(
    zones: np.ndarray, geometries: np.ndarray, people: np.ndarray, tick: Tick = lambda _: None
) -> np.ndarray:
    """Return the people in each zone, as `people_in` counts them: (z,) floats."""
    raise NotImplementedError


def raster_people(
    zones: np.ndarray,
    zone_group: np.ndarray,
    groups: int,
    cell_xy: np.ndarray,
    cell_people: np.ndarray,
    tick: Tick = lambda _: None,
) -> np.ndarray:
    """Return the people of a population raster in the zones of each group; a cell counts where its centre lies.

    Parameters
    ----------
    zones, zone_group, groups, tick
        As for `people_in`; for each zone by itself, ``np.arange(z), z``.
    cell_xy : (c, 2) float array
        Centres of cells in the working CRS, NaN outside of it.
    cell_people : (c,) float array
        NaN and negative values (no data) count as 0.

    Returns
    -------
    (groups,) float array
    """
    raise NotImplementedError


def people_reached(group: np.ndarray, receptor: np.ndarray, groups: int, people: np.ndarray) -> np.ndarray:
    """Return the people of the receptors found in each group of sources, each receptor once: (groups,) floats.

    Parameters
    ----------
    group : (m,) int array
        Group of the source of each pair that `inside` found; pairs of a negative group count in none.
    receptor : (m,) int array
    groups : int
    people : (r,) float array
        People of each receptor, NaN counts as 0.
    """
    raise NotImplementedError

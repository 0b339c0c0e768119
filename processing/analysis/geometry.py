"""Cleaning geometries before they are judged, saying what was done to each."""

from __future__ import annotations

import numpy as np
import shapely

POLYGONAL = (3, 6)
# Segments in one piece of a cut line: a query for a whole long line costs as much as one for many points.
_SEGMENTS = 8

# Why a feature has no usable geometry, or what was done to make it usable.
NO_GEOMETRY = "no geometry"
EMPTY = "empty geometry"
NOT_FINITE = "coordinates are not finite numbers"
UNREADABLE = "geometry that cannot be read, such as a ring that is not closed"
NO_AREA = "no area is left after repair"
REPAIRED = "repaired"


def clean(geometries: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Drop Z, blank what cannot be used and repair invalid polygons.

    Parameters
    ----------
    geometries : (n,) object array of shapely geometries or None

    Returns
    -------
    geometries : (n,) object array
        Two-dimensional; None where the row has no usable geometry.
    notes : (n,) object array of str or None
        The reason of a None, or ``repaired: <what was wrong>``.
    """
    notes = np.full(len(geometries), None, dtype=object)
    missing = shapely.is_missing(geometries)
    notes[missing] = NO_GEOMETRY
    empty = shapely.is_empty(geometries)
    notes[empty] = EMPTY
    out = geometries.copy()
    out[missing | empty] = None  # before any coordinate is asked for: GEOS 3.11 raises for an empty point
    infinite = ~(missing | empty | finite(out))
    notes[infinite] = NOT_FINITE
    out[infinite] = None
    if shapely.has_z(out).any():
        out = shapely.force_2d(out)
    return repair(out, notes)


def finite(geometries: np.ndarray) -> np.ndarray:
    """Return a boolean per geometry, none of them empty: every coordinate is a finite number.

    False for a missing geometry where all others are points, true where they are not.
    """
    if (shapely.get_type_id(geometries) <= 0).all():
        return np.isfinite(shapely.get_x(geometries)) & np.isfinite(shapely.get_y(geometries))
    coordinates, index = shapely.get_coordinates(geometries, return_index=True)
    finite = np.ones(len(geometries), dtype=bool)
    finite[index[~np.isfinite(coordinates).all(axis=1)]] = False
    return finite


def repair(geometries: np.ndarray, notes: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Repair invalid polygons, in place, and note it; arrays as returned by `clean`."""
    polygonal = np.flatnonzero(np.isin(shapely.get_type_id(geometries), POLYGONAL))
    bad = polygonal[~shapely.is_valid(geometries[polygonal])]
    for row in bad:
        reason = shapely.is_valid_reason(geometries[row])
        geometries[row] = _repaired(geometries[row])
        notes[row] = NO_AREA if geometries[row] is None else f"{REPAIRED}: {reason}"
    return geometries, notes


def _repaired(geometry: shapely.Geometry) -> shapely.Geometry | None:
    """Return the ground of an invalid polygon, None where there is none.

    Each part is repaired on its own: `make_valid` counts how often ground is enclosed, and what two parts of a
    multi-polygon share, enclosed twice, would be lost.
    """
    parts = [polygonal_part(part) for part in shapely.make_valid(shapely.get_parts(geometry))]
    return polygonal_part(shapely.union_all([part for part in parts if part is not None]))


def polygonal_part(geometry: shapely.Geometry) -> shapely.Geometry | None:
    """Return the polygons of a geometry as one geometry, or None if it has none.

    Repair may leave lines and points where a polygon collapsed; only area counts here.
    """
    if shapely.get_type_id(geometry) in POLYGONAL:
        return None if shapely.is_empty(geometry) else geometry
    parts = shapely.get_parts(shapely.get_parts(geometry))
    polygons = parts[np.isin(shapely.get_type_id(parts), POLYGONAL)]
    if not len(polygons):
        return None
    return polygons[0] if len(polygons) == 1 else shapely.union_all(polygons)


def as_multi(polygons: np.ndarray) -> np.ndarray:
    """Return polygons as multi-polygons, for a table that holds both; None stays None."""
    single = shapely.get_type_id(polygons) == 3
    out = polygons.copy()
    out[single] = np.array([shapely.multipolygons([p]) for p in polygons[single]], dtype=object)
    return out


def pieces(lines: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Cut lines into short ones, which a spatial index can tell apart.

    Parameters
    ----------
    lines : (n,) object array of lines, multi-lines or None

    Returns
    -------
    pieces : (m,) object array of lines of a few segments
    owner : (m,) int array
        The line each comes from.
    """
    parts, owner = shapely.get_parts(lines, return_index=True)
    xy, part = shapely.get_coordinates(parts, return_index=True)
    first = np.searchsorted(part, np.arange(len(parts)), side="left")
    last = np.searchsorted(part, np.arange(len(parts)), side="right") - 1
    place = np.arange(len(xy)) - first[part]
    start = np.flatnonzero((place % _SEGMENTS == 0) & (np.arange(len(xy)) < last[part]))
    end = np.minimum(start + _SEGMENTS, last[part[start]])
    length = end - start + 1
    piece = np.repeat(np.arange(len(start)), length)
    offset = np.arange(len(piece)) - np.repeat(np.cumsum(length) - length, length)
    return shapely.linestrings(xy[start[piece] + offset], indices=piece), owner[part[start]]

"""Coordinate operations: pinned where the common default is wrong, refused where only a guess is left.

PROJ applies *no* datum shift from Indian 1960 over most of Cambodia unless it is told which operation to use,
because no published operation names Cambodia as its area of use: points land 432 to 504 m off. QGIS applies
198, 881, 317 m (EPSG:1542's values, accuracy 44 m). One operation is pinned here, so that every path agrees.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import shapely
from pyproj import CRS, Geod, Transformer
from pyproj.crs import BoundCRS
from pyproj.crs.coordinate_operation import ToWGS84Transformation
from pyproj.transformer import TransformerGroup

from .errors import LocationError
from .geometry import POLYGONAL

WGS84 = CRS.from_epsg(4326)
GEOD = Geod(ellps="WGS84")

# What PROJ calls the steps in which a datum changes.
_DATUM_STEPS = frozenset(
    f"proj={name}"
    for name in (
        "helmert",
        "molobadekas",
        "molodensky",
        "hgridshift",
        "gridshift",
        "xyzgridshift",
        "deformation",
        "geogoffset",
    )
)
# How far a straight edge of another CRS may be from where it should run (metres): well below `areas.SNAP_M`.
_BENT_M = 0.002
# Edges up to this length (metres) are not bent as much, anywhere below 65 degrees of latitude.
_SHORT_M = 200.0
# Beyond this length an edge may be bent both ways, so that its middle tells nothing.
_LONG_M = 5_000.0
_MOST_PIECES = 10_000

# Datum name (lower case, no separators) -> geocentric translation to WGS 84 in metres, accuracy in metres.
PINNED = {"indian1960": ((198.0, 881.0, 317.0), 44.0)}


@dataclass(frozen=True)
class Operation:
    """One coordinate operation between two CRSs.

    Attributes
    ----------
    transformer : pyproj.Transformer or None
        None when source and target are the same.
    description : str
        What PROJ calls it, for the provenance of a run.
    accuracy_m : float
        Stated accuracy in metres; 0 when no datum changes, NaN when nobody states one.
    shift : str
        The steps that change the datum: two layers in which they are equal were moved by the same unknown error.
    """

    transformer: Transformer | None
    description: str
    accuracy_m: float
    shift: str = ""

    def points(self, xy: np.ndarray) -> np.ndarray:
        """Transform an (n, 2) float array of x, y; rows that cannot be transformed come back as infinity."""
        if self.transformer is None or not len(xy):
            return xy
        x, y = self.transformer.transform(xy[:, 0], xy[:, 1])
        return np.column_stack([x, y])

    def geometries(self, geometries: np.ndarray) -> np.ndarray:
        """Transform an array of shapely geometries; None stays None.

        What is straight in one CRS is bent in another, so the long edges of polygons gain vertices: their borders stay
        within `_BENT_M` of where their own CRS draws them, and neighbours stay neighbours where only one of them has a
        vertex.
        """
        if self.transformer is None:
            return geometries
        moved = shapely.transform(geometries, self.points)
        polygonal = np.flatnonzero(np.isin(shapely.get_type_id(geometries), POLYGONAL))
        xy, owner = shapely.get_coordinates(geometries[polygonal], return_index=True)
        there = shapely.get_coordinates(moved[polygonal])
        pieces = self._pieces(xy[:-1], xy[1:], there[:-1], there[1:])
        bent = np.unique(owner[:-1][(pieces > 1) & (owner[:-1] == owner[1:])])
        if len(bent):
            rows = polygonal[bent]
            moved[rows] = shapely.transform(self._with_vertices(geometries[rows]), self.points)
        return moved

    def _pieces(self, start: np.ndarray, end: np.ndarray, moved_start: np.ndarray, moved_end: np.ndarray) -> np.ndarray:
        """Return into how many pieces each edge must be cut so that none is bent much."""
        along = moved_end - moved_start
        length = np.hypot(along[:, 0], along[:, 1])
        rows = np.flatnonzero(np.isfinite(length) & (length > _SHORT_M))
        bend = np.zeros(len(start))
        for share, some in ((0.5, rows), (0.25, rows[length[rows] > _LONG_M]), (0.75, rows[length[rows] > _LONG_M])):
            middle = self.points(start[some] + share * (end[some] - start[some])) - moved_start[some]
            across = np.abs(along[some, 0] * middle[:, 1] - along[some, 1] * middle[:, 0]) / length[some]
            bend[some] = np.fmax(bend[some], across)
        bend[~np.isfinite(bend)] = 0.0
        # An edge of half the length is bent a quarter as much.
        return np.clip(np.ceil(np.sqrt(bend / _BENT_M)), 1, _MOST_PIECES).astype("int64")

    def _with_vertices(self, polygons: np.ndarray) -> np.ndarray:
        """Return polygons in their own CRS with vertices added on edges that would be bent.

        Where the new vertices lie depends on the two ends alone, not on the way between them: an edge that two
        polygons share stays shared.
        """
        parts, polygon = shapely.get_parts(polygons, return_index=True)
        rings, part = shapely.get_rings(parts, return_index=True)
        xy, ring = shapely.get_coordinates(rings, return_index=True)
        following = np.append(xy[1:], xy[-1:], axis=0)
        turned = (xy[:, 0] > following[:, 0]) | ((xy[:, 0] == following[:, 0]) & (xy[:, 1] > following[:, 1]))
        start, end = np.where(turned[:, None], following, xy), np.where(turned[:, None], xy, following)
        pieces = self._pieces(start, end, self.points(start), self.points(end))
        pieces[np.append(ring[1:] != ring[:-1], True)] = 1  # the last vertex of a ring begins no edge
        vertex = np.repeat(np.arange(len(xy)), pieces)
        step = np.arange(len(vertex)) - np.repeat(np.cumsum(pieces) - pieces, pieces)
        share = np.where(turned[vertex], pieces[vertex] - step, step) / pieces[vertex]
        added = start[vertex] + share[:, None] * (end[vertex] - start[vertex])
        added = np.where((step == 0)[:, None], xy[vertex], added)
        made = shapely.polygons(shapely.linearrings(added, indices=ring[vertex]), indices=part)
        first = np.searchsorted(polygon, np.arange(len(polygons)))
        single = shapely.get_type_id(polygons) == POLYGONAL[0]
        return np.where(single, made[first], shapely.multipolygons(made, indices=polygon))


def working_crs(definition: str) -> CRS:
    """Return the CRS that distances are measured in.

    Parameters
    ----------
    definition : str
        Anything PROJ reads: ``EPSG:32648`` or WKT.

    Raises
    ------
    LocationError
        If it is geographic or its unit is not the metre.
    """
    crs = CRS.from_user_input(definition)
    if not crs.is_projected:
        raise LocationError(
            "The working CRS {crs} is in degrees. Distances need metres: "
            "choose a projected CRS such as EPSG:32648, WGS 84 / UTM zone 48N.",
            crs=crs.name,
        )
    unit = crs.axis_info[0].unit_name
    if unit not in ("metre", "meter"):
        raise LocationError(
            "The working CRS {crs} measures in {unit}. Choose one in metres, such as EPSG:32648.",
            crs=crs.name,
            unit=unit,
        )
    return crs


def check_scale(crs: str, xy: np.ndarray, most: float = 0.01) -> None:
    """Refuse a working CRS that stretches distances where the work is, as Web Mercator does.

    Parameters
    ----------
    crs : str
        The working CRS.
    xy : (n, 2) float array
        Coordinates in it; those that are not finite do not count.
    most : float
        Largest share by which a distance may be wrong.

    Raises
    ------
    LocationError
        If a kilometre at the middle of the coordinates is not a kilometre on the ground.
    """
    xy = xy[np.isfinite(xy).all(axis=1)]
    if not len(xy):
        return
    middle = np.median(xy, axis=0)
    ends = middle + np.array([[1000.0, 0.0], [0.0, 1000.0]])
    ground = geodesic_m(np.array([middle, middle]), ends, crs)
    off = np.abs(1000.0 / ground - 1.0)
    if np.isfinite(off).all() and off.max() > most:
        raise LocationError(
            "Distances in the working CRS {crs} are {percent} % wrong where the factories are. "
            "Choose one made for the region; in Cambodia that is EPSG:32648.",
            crs=CRS.from_user_input(crs).name,
            percent=round(100 * float(off.max()), 1),
        )


def beyond(crs: str, lon_lat: np.ndarray, slack_deg: float = 1.0) -> np.ndarray:
    """Return which places lie outside of the area that a working CRS is made for.

    Parameters
    ----------
    crs : str
        The working CRS; one that states no area has none.
    lon_lat : (n, 2) float array
        Degrees on WGS 84; NaN is nowhere, and so not outside.
    slack_deg : float
        Degrees beyond the area that are still accepted.
    """
    area = working_crs(crs).area_of_use
    if area is None:
        return np.zeros(len(lon_lat), dtype=bool)
    lon, lat = lon_lat[:, 0], lon_lat[:, 1]
    wide = (lon < area.west - slack_deg) | (lon > area.east + slack_deg) if area.west <= area.east else lon != lon
    return wide | (lat < area.south - slack_deg) | (lat > area.north + slack_deg)


@lru_cache(maxsize=64)
def operation(source: str, target: str) -> Operation:
    """Return the operation from one CRS to another, axes in x, y order.

    Parameters
    ----------
    source, target : str
        Anything PROJ reads.

    Raises
    ------
    LocationError
        If PROJ knows no operation but a ballpark one; both CRSs are named.
    """
    from_crs, to_crs = CRS.from_user_input(source), CRS.from_user_input(target)
    if from_crs.equals(to_crs, ignore_axis_order=True):
        return Operation(None, "none: already in the working CRS", 0.0)
    pinned_from, pinned_to = _pinned(from_crs), _pinned(to_crs)
    candidates = TransformerGroup(pinned_from, pinned_to, always_xy=True, allow_ballpark=False).transformers
    if not candidates:
        raise LocationError(
            "No reliable coordinate operation leads from {source} to {target}: only a ballpark one, which can be "
            "hundreds of metres off. Check the layer's CRS, or reproject it with a known operation first.",
            source=from_crs.name,
            target=to_crs.name,
        )
    best = candidates[0]
    pinned = "pinned datum shift; " if pinned_from is not from_crs or pinned_to is not to_crs else ""
    # Made again from its definition: what the group holds must not be used in two threads.
    transformer = Transformer.from_pipeline(best.definition)
    return Operation(
        transformer,
        f"{pinned}{best.description}; {best.definition}",
        _accuracy(best.accuracy, from_crs, to_crs),
        _shift(best.definition),
    )


def geodesic_m(a: np.ndarray, b: np.ndarray, crs: str) -> np.ndarray:
    """Return geodesic distances on WGS 84 between paired points.

    Parameters
    ----------
    a, b : (n, 2) float arrays
        x, y in `crs`.
    crs : str
        The CRS of both.

    Returns
    -------
    (n,) float array
        Metres; NaN where a coordinate is not finite.
    """
    to_degrees = operation(crs, "EPSG:4326")
    lon_lat_a, lon_lat_b = to_degrees.points(a), to_degrees.points(b)
    finite = np.isfinite(lon_lat_a).all(axis=1) & np.isfinite(lon_lat_b).all(axis=1)
    metres = np.full(len(a), np.nan)
    metres[finite] = GEOD.inv(*lon_lat_a[finite].T, *lon_lat_b[finite].T)[2]
    return metres


def _shift(definition: str) -> str:
    """Return the steps of a pipeline that change the datum, without projections, units and axes."""
    steps = [step.split() for step in definition.split("step ")]
    return " step ".join(" ".join(step) for step in steps if _DATUM_STEPS.intersection(step))


def scale(xy: np.ndarray, crs: str) -> np.ndarray:
    """Return how many metres of a CRS a metre on the ground is, at each of some points.

    Parameters
    ----------
    xy : (n, 2) float array
    crs : str

    Returns
    -------
    (n,) float array
        The mean of east-west and north-south; 1 where it cannot be told.
    """
    half = 500.0
    along = [geodesic_m(xy - step, xy + step, crs) for step in (np.array([half, 0.0]), np.array([0.0, half]))]
    ground = np.mean(along, axis=0)
    return np.where(np.isfinite(ground) & (ground > 0), 2 * half / ground, 1.0)


def _datum(crs: CRS) -> str:
    geodetic = crs.geodetic_crs
    name = geodetic.datum.name if geodetic is not None and geodetic.datum is not None else ""
    return "".join(c for c in name.lower() if c.isalnum())


def _pinned(crs: CRS) -> CRS:
    """Bind `crs` to WGS 84 by its pinned shift; a CRS that carries its own shift is left alone."""
    if crs.is_bound or _datum(crs) not in PINNED:
        return crs
    shift, _ = PINNED[_datum(crs)]
    return BoundCRS(crs, WGS84, ToWGS84Transformation(crs.geodetic_crs, *shift))


def _accuracy(stated: float, source: CRS, target: CRS) -> float:
    datums = _datum(source), _datum(target)
    if datums[0] == datums[1]:
        return 0.0
    pinned = [PINNED[datum][1] for datum, crs in zip(datums, (source, target)) if datum in PINNED and not crs.is_bound]
    if pinned:
        return max(pinned)
    return stated if stated >= 0 else float("nan")

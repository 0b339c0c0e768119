"""Where people live: points or polygons with a number of people, or the cells of a population raster."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from qgis.core import Qgis, QgsRasterLayer, QgsRasterRange, QgsRectangle

from ..analysis.errors import LocationError
from ..frames import LayerFrame, LayerProblem, Tick, definition
from ..i18n import tr

if TYPE_CHECKING:
    import numpy as np

BLOCK = 512
PER_CELL, PER_KM2 = range(2)
_EQUAL_AREA = "EPSG:6933"  # on the ellipsoid of WGS 84
# Points along each edge of the ground asked about, when it is looked up in the raster's CRS.
_ALONG = 21


@dataclass(frozen=True)
class People:
    """Numbers of people with their places in the working CRS: points, polygons, or cells of a raster.

    Attributes
    ----------
    name : str
        The layer.
    geometries : (p,) object array of points or polygons, None for a raster
    xy : (p, 2) float array of the centres of cells, None for a layer
    people : (p,) float array
    """

    name: str
    people: np.ndarray
    geometries: np.ndarray | None = None
    xy: np.ndarray | None = None

    @property
    def total(self) -> float:
        """All people that were read."""
        return float(self.people.sum())

    def apart(self, zones: np.ndarray, part: np.ndarray, parts: np.ndarray, tick: Tick) -> np.ndarray:
        """Return the people in each zone, each of which lies in one of some parts of the ground, such as provinces.

        Who lives exactly on the border of several parts counts in the first of them.

        Parameters
        ----------
        zones : (z,) object array of polygons
        part : (z,) int array
        parts : (b,) object array of polygons or None
        tick : callable
        """
        import numpy as np
        import shapely
        from shapely import STRtree

        points = shapely.points(self.xy) if self.geometries is None else self.geometries
        single = np.isin(shapely.get_type_id(points), (0, 4))
        tree, first = STRtree(np.where(single, points, None)), np.full(len(points), -1, dtype="int64")
        out = np.zeros(len(zones))
        for number in range(len(parts)):
            here = np.flatnonzero(part == number)
            mine = np.empty(0, dtype="int64") if parts[number] is None else tree.query(parts[number], "intersects")
            mine = mine[first[mine] < 0]
            first[mine] = number
            if len(here) and len(mine):
                group = np.arange(len(here))
                out[here] = self._some(mine).within(zones[here], group, len(here), lambda _: None)
            tick((number + 1) / len(parts))
        areal = np.flatnonzero(~single)
        if len(areal):
            out += self._some(areal).within(zones, np.arange(len(zones)), len(zones), lambda _: None)
        return out

    def _some(self, rows: np.ndarray) -> People:
        """Return the people of some rows."""
        geometries = None if self.geometries is None else self.geometries[rows]
        return People(self.name, self.people[rows], geometries, None if self.xy is None else self.xy[rows])

    def within(self, zones: np.ndarray, group: np.ndarray, groups: int, tick: Tick) -> np.ndarray:
        """Return the people in the zones of each group, each once in a group."""
        from ..analysis.exposure import people_in, raster_people

        if self.xy is not None:
            return raster_people(zones, group, groups, self.xy, self.people, tick)
        return people_in(zones, group, groups, self.geometries, self.people, tick)


def people_of(layer: LayerFrame, field: str) -> People:
    """Return the people of a layer of points or polygons; a missing number is nobody and reported.

    Raises
    ------
    LocationError
        If the field holds no number at all, or one below 0.
    """
    import numpy as np
    import pandas as pd

    values = pd.to_numeric(layer.frame[field], errors="coerce").to_numpy("float64", na_value=np.nan)
    values = np.where(np.isfinite(values), values, np.nan)
    if len(values) and np.isnan(values).all():
        raise LocationError(
            "Field “{field}” (PEOPLE_FIELD) of layer “{layer}” holds no numbers of people.",
            field=field,
            layer=layer.name,
        )
    if (values < 0).any():
        row = int(np.flatnonzero(values < 0)[0])
        raise LocationError(
            "Layer “{layer}”, feature {id}: {value} people (field “{field}”) is below 0.",
            layer=layer.name,
            id=layer.frame.index[row],
            value=f"{values[row]:g}",
            field=field,
        )
    missing = int(np.isnan(values).sum())
    if missing:
        layer.problems.append(
            LayerProblem(
                layer.name,
                None,
                tr("features without a number in field “{field}”: {count}").format(field=field, count=missing),
                tr("They count as nobody."),
            )
        )
    return People(layer.name, np.nan_to_num(values), np.asarray(layer.frame.geometry.array, dtype=object))


def read_raster(layer: QgsRasterLayer, unit: int, crs: str, bounds: np.ndarray, tick: Tick) -> People:
    """Read the cells of a population raster that may lie in some zones, block by block.

    A cell keeps its people and stands for its centre: nothing is resampled, so that the total is preserved.

    Parameters
    ----------
    layer : QgsRasterLayer
        With a CRS; band 1 is read as QGIS gives it, with its scale, offset and values without data.
    unit : int
        `PER_CELL`, or `PER_KM2`, for which the ground of each cell is measured.
    crs : str
        The working CRS.
    bounds : (4,) float array
        Of the zones, in the working CRS; only cells around them are read. NaN: none are.
    """
    import numpy as np

    from ..analysis.crs import operation

    raster_crs = definition(layer.crs())
    provider, extent = layer.dataProvider(), layer.extent()
    wide, high = provider.xSize(), provider.ySize()
    dx, dy = extent.width() / wide, extent.height() / high
    columns, rows = _window(operation(crs, raster_crs), bounds, extent, dx, dy, wide, high)
    to_working = operation(raster_crs, crs)
    xy, people = [np.empty((0, 2))], [np.empty(0)]
    for top in range(rows[0], rows[1], BLOCK):
        for left in range(columns[0], columns[1], BLOCK):
            across, down = min(BLOCK, columns[1] - left), min(BLOCK, rows[1] - top)
            rectangle = QgsRectangle(
                extent.xMinimum() + left * dx,
                extent.yMaximum() - (top + down) * dy,
                extent.xMinimum() + (left + across) * dx,
                extent.yMaximum() - top * dy,
            )
            values = _block(provider, rectangle, across, down, layer.name())
            row, column = np.nonzero(values > 0)  # not a number is not above 0 either
            centres = np.column_stack(
                [extent.xMinimum() + (left + column + 0.5) * dx, extent.yMaximum() - (top + row + 0.5) * dy]
            )
            held = values[row, column]
            if unit == PER_KM2:
                held = held * _km2(centres, dx, dy, raster_crs)
            xy.append(to_working.points(centres) if len(centres) else centres)
            people.append(held)
        tick((top - rows[0] + 1) / max(rows[1] - rows[0], 1))
    return People(layer.name(), np.concatenate(people), xy=np.concatenate(xy))


def _window(
    to_raster: object, bounds: np.ndarray, extent: QgsRectangle, dx: float, dy: float, wide: int, high: int
) -> tuple[tuple[int, int], tuple[int, int]]:
    """Return first and last (exclusive) column and row of the cells around the bounds."""
    import numpy as np

    if np.isnan(bounds).any():
        return (0, 0), (0, 0)
    x, y = np.meshgrid(np.linspace(bounds[0], bounds[2], _ALONG), np.linspace(bounds[1], bounds[3], _ALONG))
    there = to_raster.points(np.column_stack([x.ravel(), y.ravel()]))  # type: ignore[attr-defined]
    there = there[np.isfinite(there).all(axis=1)]
    if not len(there):
        return (0, 0), (0, 0)
    (left, bottom), (right, top) = there.min(axis=0), there.max(axis=0)
    # Half a step more: between the points asked about, an edge may bulge.
    across, up = (right - left) / (2 * _ALONG) + dx, (top - bottom) / (2 * _ALONG) + dy
    columns = [(left - across - extent.xMinimum()) / dx, (right + across - extent.xMinimum()) / dx + 1]
    rows = [(extent.yMaximum() - top - up) / dy, (extent.yMaximum() - bottom + up) / dy + 1]
    first, last = np.clip(np.floor(columns), 0, wide).astype(int).tolist()
    upper, lower = np.clip(np.floor(rows), 0, high).astype(int).tolist()
    return (first, last), (upper, lower)


def _block(provider: object, rectangle: QgsRectangle, across: int, down: int, name: str) -> np.ndarray:
    """Return a block of cells as floats, NaN without data."""
    import numpy as np

    kinds = {
        Qgis.DataType.Byte: "u1",
        Qgis.DataType.UInt16: "u2",
        Qgis.DataType.Int16: "i2",
        Qgis.DataType.UInt32: "u4",
        Qgis.DataType.Int32: "i4",
        Qgis.DataType.Float32: "f4",
        Qgis.DataType.Float64: "f8",
    }
    block = provider.block(1, rectangle, across, down)  # type: ignore[attr-defined]
    if block is None or not block.isValid() or block.isEmpty() or block.dataType() not in kinds:
        raise LocationError("Raster “{layer}” cannot be read, or holds no plain numbers.", layer=name)
    data = bytes(block.data())
    values = np.frombuffer(data, dtype=kinds[block.dataType()]).reshape(down, across).astype("float64")
    if block.hasNoDataValue():
        values[values == block.noDataValue()] = np.nan
    # The block only marks these, where the file has no value of its own for cells without data.
    for given in provider.userNoDataValues(1):  # type: ignore[attr-defined]
        values[_within(values, given)] = np.nan
    return values


def _within(values: np.ndarray, given: QgsRasterRange) -> np.ndarray:
    """Return which values lie in a range; an end that is not a number is open."""
    import numpy as np

    kinds, low, high = QgsRasterRange.BoundsType, given.min(), given.max()
    with_low = given.bounds() in (kinds.IncludeMinAndMax, kinds.IncludeMin)
    with_high = given.bounds() in (kinds.IncludeMinAndMax, kinds.IncludeMax)
    above = np.ones(values.shape, bool) if math.isnan(low) else (values > low) | (with_low & (values == low))
    below = np.ones(values.shape, bool) if math.isnan(high) else (values < high) | (with_high & (values == high))
    return above & below


def _km2(centres: np.ndarray, dx: float, dy: float, crs: str) -> np.ndarray:
    """Return the ground of each cell in square kilometres: of its four corners on a map of equal areas.

    Right in any CRS, also where it stretches the two axes differently, or shears.
    """
    import numpy as np

    from ..analysis.crs import operation

    if not len(centres):
        return np.empty(0)
    corners = [np.array([x * dx / 2, y * dy / 2]) for x, y in ((-1, -1), (1, -1), (1, 1), (-1, 1))]
    to_equal = operation(crs, _EQUAL_AREA)
    a, b, c, d = (to_equal.points(centres + corner) for corner in corners)
    (x1, y1), (x2, y2) = (c - a).T, (d - b).T
    area = np.abs(x1 * y2 - x2 * y1) / 2e6  # half the cross product of the diagonals
    return np.where(np.isfinite(area), area, 0.0)

"""Factories that share an id: in a check's tables, which name a factory by its id, their places tell them apart."""

from __future__ import annotations

import math
from collections.abc import Iterable

from qgis.core import (
    QgsCoordinateTransform,
    QgsCsException,
    QgsFeatureRequest,
    QgsGeometry,
    QgsProject,
    QgsVectorLayer,
    QgsWkbTypes,
)

from ..register.words import plain_text
from .scopes import Scope, is_any

# Places are compared in steps: two ways of calculating one differ by less. Of 10 cm, where a map is in metres.
_METRES, _DEGREES = 10, 1_000_000
# Their places are read while somebody waits; a register with more of them has no ids worth the name.
_MOST = 5_000
_SHAPES = QgsWkbTypes.GeometryType


def without_namesakes(scope: Scope, register: QgsVectorLayer | None, table: QgsVectorLayer, id_field: str) -> str:
    """Return the expression that keeps the rows of other factories out, empty where no other one has the same id.

    Rows stay in where both stand in one place, where the other one has moved since the check, and where far too many
    factories share ids.

    Parameters
    ----------
    scope : Scope
    register : QgsVectorLayer or None
    table : QgsVectorLayer
        Of a check: its findings, its factories, or the lines of its evidence.
    id_field : str
        Of the register.
    """
    if register is None or not scope.namesakes or len(scope.namesakes) + len(scope.sharing) > _MOST:
        return ""
    steps = _DEGREES if table.crs().isGeographic() else _METRES
    transform = QgsCoordinateTransform(register.crs(), table.crs(), QgsProject.instance())
    places = _Places(register, id_field, transform, steps)
    others = places.of(scope.namesakes) - places.of(scope.sharing)
    point = "start_point($geometry)" if table.geometryType() == _SHAPES.LineGeometry else "$geometry"
    x, y = (f"to_string(to_int(floor({axis}({point}) * {steps} + 0.5)))" for axis in ("x_min", "y_min"))
    row = f"trim(\"factory_id\") || ' ' || coalesce({x} || ' ' || {y}, '')"
    return f"NOT {is_any(row, sorted(others))}" if others else ""


class _Places:
    """Ids of factories with where these stand, as the expression makes them of a row."""

    def __init__(self, register: QgsVectorLayer, id_field: str, transform: QgsCoordinateTransform, steps: int) -> None:
        self._register, self._transform, self._steps = register, transform, steps
        self._field = register.fields().lookupField(id_field)

    def of(self, fids: Iterable[int]) -> set[str]:
        request = QgsFeatureRequest().setFilterFids(list(fids)).setSubsetOfAttributes([self._field])
        features = self._register.getFeatures(request)
        return {f"{plain_text(one[self._field])} {self._place(one.geometry())}" for one in features}

    def _place(self, shape: QgsGeometry) -> str:
        if shape.isNull():
            return ""
        moved = QgsGeometry(shape)
        try:
            moved.transform(self._transform)
        except QgsCsException:
            return ""
        point = moved if moved.type() == _SHAPES.PointGeometry else moved.pointOnSurface()
        box = point.boundingBox()
        return " ".join(str(math.floor(one * self._steps + 0.5)) for one in (box.xMinimum(), box.yMinimum()))

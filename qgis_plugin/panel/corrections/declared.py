"""The unit that the register says a factory is in: its outline, so that one sees what a place is outside of."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from qgis.core import (
    QgsCoordinateTransform,
    QgsCsException,
    QgsExpression,
    QgsExpressionContext,
    QgsExpressionContextUtils,
    QgsFeature,
    QgsFeatureRequest,
    QgsGeometry,
    QgsProject,
    QgsVectorLayer,
)

from ....processing.register.one_record import level_of
from ...project.localise import name_expression
from ..register.words import plain_text
from ..site.drawing import WGS84

# From the smallest unit to the largest: the parameter of the search, the field of the register, the digits of a code.
_LEVELS = (
    ("ADMIN_COMMUNES", "commune_code", 6),
    ("ADMIN_DISTRICTS", "district_code", 4),
    ("ADMIN_PROVINCES", "province_code", 2),
)


@dataclass(frozen=True)
class Declared:
    """A unit that a factory declares.

    Attributes
    ----------
    outline : QgsGeometry
        In degrees of WGS 84.
    called : str
        Its code and its name.
    """

    outline: QgsGeometry
    called: str


def declared_unit(
    register: QgsVectorLayer | None,
    factory_id: str,
    units: Callable[[str], QgsVectorLayer | None],
    project: QgsProject,
) -> Declared | None:
    """Return the smallest unit that a factory declares and a layer shows; None where there is none.

    Parameters
    ----------
    register : QgsVectorLayer or None
    factory_id : str
    units : callable
        Returns the layer of a level, by the parameter of ``check_coordinates``.
    project : QgsProject
        Says how coordinate systems are transformed.
    """
    row = None if register is None or not factory_id else _first(register, "factory_id", factory_id)
    if row is None:
        return None
    for parameter, name, digits in _LEVELS:
        layer, place = units(parameter), row.fields().lookupField(name)
        code = plain_text(row.attributes()[place]) if place >= 0 else ""
        known = level_of(layer) if layer is not None and code.isdecimal() else None
        if layer is None or known is None or known[0] != parameter:
            continue
        unit = _first(layer, known[1], code.zfill(digits), with_shape=True)
        outline = None if unit is None else _in_degrees(unit, layer, project)
        if unit is not None and outline is not None:
            return Declared(outline, f"{code.zfill(digits)} {_name(unit, layer)}".strip())
    return None


def _first(layer: QgsVectorLayer, field: str, value: str, *, with_shape: bool = False) -> QgsFeature | None:
    if layer.fields().lookupField(field) < 0:
        return None
    wanted = f"{QgsExpression.quotedColumnRef(field)} = {QgsExpression.quotedValue(value)}"
    request = QgsFeatureRequest().setFilterExpression(wanted).setLimit(1)
    if not with_shape:
        request.setFlags(QgsFeatureRequest.Flag.NoGeometry)
    return next(layer.getFeatures(request), None)


def _in_degrees(unit: QgsFeature, layer: QgsVectorLayer, project: QgsProject) -> QgsGeometry | None:
    outline = QgsGeometry(unit.geometry())
    try:
        outline.transform(QgsCoordinateTransform(layer.crs(), WGS84, project.transformContext()))
    except QgsCsException:
        return None
    return None if outline.isNull() else outline


def _name(unit: QgsFeature, layer: QgsVectorLayer) -> str:
    context = QgsExpressionContext(QgsExpressionContextUtils.globalProjectLayerScopes(layer))
    context.setFeature(unit)
    return plain_text(QgsExpression(name_expression(layer)).evaluate(context) or "")

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

from ....processing.admin_layers import LEVELS, level_of
from ...project.localise import name_expression
from ..register.words import plain_text
from ..site.drawing import WGS84


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
    row = (
        None
        if register is None or not factory_id
        else _first(register, QgsExpression.quotedColumnRef("factory_id"), factory_id)
    )
    if row is None:
        return None
    for level in LEVELS:
        layer, place = units(level.parameter), row.fields().lookupField(level.field)
        code = plain_text(row.attributes()[place]) if place >= 0 else ""
        known = level_of(layer) if layer is not None and code.isdecimal() else None
        if layer is None or known is None or known[0] != level:
            continue
        code = code.zfill(level.digits)
        unit = _first(layer, _code_in(known[1], level.digits), code, with_shape=True)
        outline = None if unit is None else _in_degrees(unit, layer, project)
        if unit is not None and outline is not None:
            return Declared(outline, f"{code} {_name(unit, layer)}".strip())
    return None


def _code_in(field: str, digits: int) -> str:
    """Return an expression for a code that may be a number, or stand behind letters, as OCHA's ``KH0102``."""
    return f"lpad(regexp_replace(to_string({QgsExpression.quotedColumnRef(field)}), '[^0-9]', ''), {digits}, '0')"


def _first(layer: QgsVectorLayer, what: str, value: str, *, with_shape: bool = False) -> QgsFeature | None:
    wanted = f"{what} = {QgsExpression.quotedValue(value)}"
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

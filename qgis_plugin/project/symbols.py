"""Quiet styles for the demo's background layers, and what the panel adds to the styles that ship."""

from __future__ import annotations

from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsFeatureRequest,
    QgsFillSymbol,
    QgsLineSymbol,
    QgsMarkerSymbol,
    QgsPalLayerSettings,
    QgsRendererCategory,
    QgsSingleSymbolRenderer,
    QgsTextBufferSettings,
    QgsTextFormat,
    QgsVectorLayer,
    QgsVectorLayerSimpleLabeling,
)
from qgis.PyQt.QtGui import QColor

from ...processing.i18n import tr
from ...processing.reports.symbols import VerdictStyle, marker

_FILLS = {
    "country": {"color": "#fbfaf6", "outline_color": "#7d7768", "outline_width": "0.5"},
    "provinces": {
        "style": "no",
        "outline_color": "#b9b3a4",
        "outline_width": "0.26",
        "outline_style": "dash",
    },
    "protected": {"color": "95,150,90,70", "outline_color": "#5f965a", "outline_width": "0.2"},
    "salt_farmland": {"color": "190,190,215,140", "outline_color": "#8a8ab0", "outline_width": "0.2"},
    "flood_zones": {"color": "70,110,170,45", "outline_color": "#6d87ad", "outline_width": "0.15"},
    "lakes": {"color": "#d3e6ef", "outline_color": "#8fb8d8", "outline_width": "0.15"},
    "residential": {"color": "200,180,170,120", "outline_color": "#a89488", "outline_width": "0.1"},
    "zoning": {"color": "220,220,220,120", "outline_color": "#999999", "outline_width": "0.15"},
    "parks": {"style": "no", "outline_color": "#00724f", "outline_width": "0.6"},
}
_LINES = {
    "rivers": {"line_color": "#8fb8d8", "line_width": "0.35"},
    "roads": {"line_color": "#c9b8a2", "line_width": "0.3"},
}
_MARKERS = {
    "factories": {"name": "circle", "color": "#3f7cac", "outline_color": "#ffffff", "size": "1.8"},
    "water_intakes": {"name": "triangle", "color": "#2b83ba", "outline_color": "#ffffff", "size": "2.6"},
    "wells": {"name": "circle", "color": "#a9d3e8", "outline_color": "#2b83ba", "size": "1.6"},
    "pagodas": {"name": "pentagon", "color": "#d9a520", "outline_color": "#ffffff", "size": "2.2"},
    "markets": {"name": "diamond", "color": "#8c6bb1", "outline_color": "#ffffff", "size": "2.2"},
    "receptors": {"name": "square", "color": "#a6761d", "outline_color": "#ffffff", "size": "1.6"},
    "schools": {"name": "square", "color": "#a6761d", "outline_color": "#ffffff", "size": "1.6"},
    "hospitals": {"name": "cross_fill", "color": "#c51b7d", "outline_color": "#ffffff", "size": "2.4"},
}
_NEAREST_SCALE = 400_000
# A broken rule that is no violation is not drawn like one: as in the panel's list; the angle turns the triangle over.
SEVERITIES = {
    "assessment": (VerdictStyle("#8e3b78", "triangle", "#4c1f40", 1.3), 180.0),
    "advice": (VerdictStyle("#3493d1", "star", "#174a6d", 1.35), 0.0),
}
_ON_SCREEN = 2.6
# Gravest last: on top of what stands at the same place.
_DRAWN = ("not checked", "pass", "exempt", "advice", "no data", "undecided", "assessment", "fail")


def severity_style(layer: QgsVectorLayer) -> None:
    """Tell violations, assessments and advice apart in a layer of findings that is drawn by verdict."""
    renderer = layer.renderer()
    known = {field.name() for field in layer.fields()}
    if not isinstance(renderer, QgsCategorizedSymbolRenderer) or not {"verdict", "severity"} <= known:
        return
    violation = renderer.categoryIndexForValue("fail")
    if violation < 0:
        return
    renderer.updateCategoryLabel(violation, tr("Violation"))
    titles = {"assessment": tr("Assessment"), "advice": tr("Advice")}
    for place, (severity, (style, angle)) in enumerate(SEVERITIES.items(), violation + 1):
        symbol = marker(style, _ON_SCREEN)
        symbol.setAngle(angle)
        renderer.addCategory(QgsRendererCategory(severity, symbol, titles[severity]))
        renderer.moveCategory(len(renderer.categories()) - 1, place)
    kind = (
        "CASE WHEN \"verdict\" = 'fail' AND \"severity\" IN ('assessment', 'advice') "
        'THEN "severity" ELSE "verdict" END'
    )
    renderer.setClassAttribute(kind)
    order = f"array_find(array({', '.join(repr(name) for name in _DRAWN)}), {kind})"
    renderer.setOrderBy(QgsFeatureRequest.OrderBy([QgsFeatureRequest.OrderByClause(order, True)]))
    renderer.setOrderByEnabled(True)


def plain_style(layer: QgsVectorLayer, table: str) -> None:
    """Give `layer` the quiet style of the demo's `table`; a table without one keeps what it has."""
    if table in _FILLS:
        symbol = QgsFillSymbol.createSimple(_FILLS[table])
    elif table in _LINES:
        symbol = QgsLineSymbol.createSimple(_LINES[table])
    elif table in _MARKERS:
        symbol = QgsMarkerSymbol.createSimple(_MARKERS[table])
    else:
        return
    layer.setRenderer(QgsSingleSymbolRenderer(symbol))
    if table == "provinces":
        _label(layer, "name_en", QColor("#8a8577"))


def _label(layer: QgsVectorLayer, name: str, colour: QColor) -> None:
    if layer.fields().lookupField(name) < 0:
        return
    halo = QgsTextBufferSettings()
    halo.setEnabled(True)
    halo.setSize(0.7)
    halo.setColor(QColor("#fbfaf6"))
    text = QgsTextFormat()
    text.setSize(8)
    text.setColor(colour)
    text.setBuffer(halo)
    settings = QgsPalLayerSettings()
    settings.fieldName = name
    settings.setFormat(text)
    settings.scaleVisibility = True
    settings.maximumScale = _NEAREST_SCALE  # nearer, the name of the province is in the way
    layer.setLabeling(QgsVectorLayerSimpleLabeling(settings))
    layer.setLabelsEnabled(True)

"""Quiet styles for the layers that a check is about, and what the panel adds to the styles that ship."""

from __future__ import annotations

from qgis.core import (
    QgsFillSymbol,
    QgsLineSymbol,
    QgsMarkerSymbol,
    QgsPalLayerSettings,
    QgsProperty,
    QgsSingleSymbolRenderer,
    QgsSymbol,
    QgsTextBufferSettings,
    QgsTextFormat,
    QgsVectorLayer,
    QgsVectorLayerSimpleLabeling,
    QgsWkbTypes,
)
from qgis.PyQt.QtGui import QColor

from ...processing.provinces import PROVINCE_NAMES
from .localise import name_expression

_FILLS = {
    "country": {"color": "#fbfaf6", "outline_color": "#7d7768", "outline_width": "0.5"},
    "admin": {
        "style": "no",
        "outline_color": "#b9b3a4",
        "outline_width": "0.26",
        "outline_style": "dash",
    },
    "units": {"style": "no", "outline_color": "#b9b3a4", "outline_width": "0.2", "outline_style": "dot"},
    "protected": {"color": "95,150,90,70", "outline_color": "#5f965a", "outline_width": "0.2"},
    "salt_farmland": {"color": "190,190,215,140", "outline_color": "#8a8ab0", "outline_width": "0.2"},
    "hazard_zones": {"color": "70,110,170,45", "outline_color": "#6d87ad", "outline_width": "0.15"},
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
# Where one finding is looked at, the place it is about must show beside the arrow that ends there, with its name.
_CLOSE_SCALE = 25_000
_CLOSE_MM = 4.5
_PLACES = ("water_intakes", "wells", "hospitals", "schools", "pagodas", "markets", "receptors")


def plain_style(layer: QgsVectorLayer, role: str) -> None:
    """Give `layer` the quiet style of a role, the ``country`` or smaller ``units``, whatever its geometry.

    Others keep what they have. Names are labels, in the language of the interface as far as the layer has them.
    """
    symbol = _symbol(role, layer.geometryType())
    if symbol is None:
        return
    if isinstance(symbol, QgsMarkerSymbol) and role in _PLACES:
        size = f"if(@map_scale <= {_CLOSE_SCALE}, {_CLOSE_MM}, {_MARKERS[role]['size']})"
        symbol.setDataDefinedSize(QgsProperty.fromExpression(size))
    layer.setRenderer(QgsSingleSymbolRenderer(symbol))
    if role == "admin":
        named = name_expression(layer, PROVINCE_NAMES)
        _label(layer, QColor("#8a8577"), named, nearest=_NEAREST_SCALE)  # nearer, it is in the way
    elif role == "parks":
        _label(layer, QColor("#00553b"), name_expression(layer), farthest=_NEAREST_SCALE)
    elif role in _PLACES:
        _label(layer, QColor("#4f4a3f"), name_expression(layer), farthest=_CLOSE_SCALE)


def _symbol(role: str, geometry: QgsWkbTypes.GeometryType) -> QgsSymbol | None:
    """Return the symbol of a role; where the layer has another geometry than usual, one of the same colours."""
    usual = _FILLS.get(role) or _LINES.get(role) or _MARKERS.get(role)
    if usual is None:
        return None
    colour = usual.get("color") or usual.get("line_color") or usual["outline_color"]
    if geometry == QgsWkbTypes.GeometryType.PolygonGeometry:
        outline = {"color": colour, "outline_color": colour, "outline_width": "0.2"}
        return QgsFillSymbol.createSimple(_FILLS.get(role, outline))
    if geometry == QgsWkbTypes.GeometryType.LineGeometry:
        return QgsLineSymbol.createSimple(_LINES.get(role, {"line_color": colour, "line_width": "0.3"}))
    if geometry == QgsWkbTypes.GeometryType.PointGeometry:
        dot = {"name": "circle", "color": colour, "outline_color": "#ffffff", "size": "1.6"}
        return QgsMarkerSymbol.createSimple(_MARKERS.get(role, dot))
    return None


def _label(layer: QgsVectorLayer, colour: QColor, name: str, nearest: float = 0, farthest: float = 0) -> None:
    if not name:
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
    settings.fieldName, settings.isExpression = name, True
    settings.setFormat(text)
    settings.scaleVisibility = True
    settings.maximumScale, settings.minimumScale = nearest, farthest
    if farthest:
        settings.dist = _CLOSE_MM / 2  # beside the marker, not on it
    layer.setLabeling(QgsVectorLayerSimpleLabeling(settings))
    layer.setLabelsEnabled(True)

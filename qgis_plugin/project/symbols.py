"""Quiet styles for the demo's background layers, and what the panel adds to the styles that ship."""

from __future__ import annotations

from qgis.core import (
    QgsFillSymbol,
    QgsLineSymbol,
    QgsMarkerSymbol,
    QgsPalLayerSettings,
    QgsProperty,
    QgsSingleSymbolRenderer,
    QgsTextBufferSettings,
    QgsTextFormat,
    QgsVectorLayer,
    QgsVectorLayerSimpleLabeling,
)
from qgis.PyQt.QtGui import QColor

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
# Where one finding is looked at, the place it is about must show beside the arrow that ends there, with its name.
_CLOSE_SCALE = 25_000
_CLOSE_MM = 4.5
_PLACES = ("water_intakes", "wells", "hospitals", "schools", "pagodas", "markets", "receptors")


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
    if table in _PLACES:
        size = f"if(@map_scale <= {_CLOSE_SCALE}, {_CLOSE_MM}, {_MARKERS[table]['size']})"
        symbol.setDataDefinedSize(QgsProperty.fromExpression(size))
    layer.setRenderer(QgsSingleSymbolRenderer(symbol))
    if table == "provinces":
        _label(layer, "name_en", QColor("#8a8577"), nearest=_NEAREST_SCALE)  # nearer, it is in the way
    elif table in _PLACES:
        _label(layer, "name", QColor("#4f4a3f"), farthest=_CLOSE_SCALE)


def _label(layer: QgsVectorLayer, name: str, colour: QColor, nearest: float = 0, farthest: float = 0) -> None:
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
    settings.maximumScale, settings.minimumScale = nearest, farthest
    if farthest:
        settings.dist = _CLOSE_MM / 2  # beside the marker, not on it
    layer.setLabeling(QgsVectorLayerSimpleLabeling(settings))
    layer.setLabelsEnabled(True)

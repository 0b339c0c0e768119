"""Symbols of pairs and groups that may be one factory, by certainty: to be told apart without colours, too."""

from __future__ import annotations

from collections.abc import Mapping

from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsLineSymbol,
    QgsRendererCategory,
    QgsSimpleLineSymbolLayer,
    QgsUnitTypes,
)
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QColor

from .symbols import VerdictStyle, marker

# Certainty -> marker of a group, width of a line in millimetres, its pen, title.
CERTAINTIES: Mapping[str, tuple[VerdictStyle, float, Qt.PenStyle, str]] = {
    "certain": (VerdictStyle("#D55E00", "triangle", "#5c2900", 1.3), 0.9, Qt.PenStyle.SolidLine, "Certain"),
    "likely": (VerdictStyle("#E69F00", "diamond", "#5f4200", 1.3), 0.6, Qt.PenStyle.DashLine, "Likely"),
    "possible": (VerdictStyle("#56B4E9", "circle", "#0b3d5c", 1.0), 0.4, Qt.PenStyle.DotLine, "Possible"),
}


def certainty_renderer(field: str, marker_size: float | None = None) -> QgsCategorizedSymbolRenderer:
    """Return a renderer by certainty: of points in millimetres where a size is given, else of lines."""
    categories = []
    for certainty, (style, width, pen, title) in CERTAINTIES.items():
        symbol = marker(style, marker_size) if marker_size is not None else _line(style.colour, width, pen)
        categories.append(QgsRendererCategory(certainty, symbol, title))
    return QgsCategorizedSymbolRenderer(field, categories)


def _line(colour: str, width: float, pen: Qt.PenStyle) -> QgsLineSymbol:
    layer = QgsSimpleLineSymbolLayer(QColor(colour), width, pen)
    layer.setWidthUnit(QgsUnitTypes.RenderUnit.RenderMillimeters)
    symbol = QgsLineSymbol()
    symbol.changeSymbolLayer(0, layer)
    return symbol

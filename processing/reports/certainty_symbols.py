"""Symbols by certainty, of proposed places, moves and pairs: to be told apart without colours, too."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsLineSymbol,
    QgsRendererCategory,
    QgsSimpleLineSymbolLayer,
    QgsUnitTypes,
)
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QColor

from .symbols import VerdictStyle, arrow_head, marker

# Certainty -> marker of a group, width of a line in millimetres, its pen, title. What is certain has neither the shape
# nor the colour of a verdict: a red triangle is a violation.
CERTAINTIES: Mapping[str, tuple[VerdictStyle, float, Qt.PenStyle, str]] = {
    "certain": (VerdictStyle("#CC79A7", "cross_fill", "#5a2d47", 1.5), 0.9, Qt.PenStyle.SolidLine, "Certain"),
    "likely": (VerdictStyle("#E69F00", "diamond", "#5f4200", 1.3), 0.6, Qt.PenStyle.DashLine, "Likely"),
    "possible": (VerdictStyle("#56B4E9", "circle", "#0b3d5c", 1.0), 0.4, Qt.PenStyle.DotLine, "Possible"),
}


def certainty_renderer(
    field: str, marker_size: float | None = None, *, hollow: bool = False, arrow: bool = False
) -> QgsCategorizedSymbolRenderer:
    """Return a renderer by certainty.

    Parameters
    ----------
    field : str
        Holds the certainty.
    marker_size : float, optional
        Millimetres of a point's marker; None for lines.
    hollow : bool
        Markers with a white middle: where something stands, beside where it may really stand.
    arrow : bool
        Lines with an arrow head on their middle.
    """
    categories = []
    for certainty, (style, width, pen, title) in CERTAINTIES.items():
        if marker_size is None:
            symbol = _line(style.colour, width, pen, arrow)
        else:
            symbol = marker(replace(style, colour="#ffffff", outline=style.colour) if hollow else style, marker_size)
        categories.append(QgsRendererCategory(certainty, symbol, title))
    return QgsCategorizedSymbolRenderer(field, categories)


def _line(colour: str, width: float, pen: Qt.PenStyle, arrow: bool) -> QgsLineSymbol:
    layer = QgsSimpleLineSymbolLayer(QColor(colour), width, pen)
    layer.setWidthUnit(QgsUnitTypes.RenderUnit.RenderMillimeters)
    symbol = QgsLineSymbol()
    symbol.changeSymbolLayer(0, layer)
    if arrow:
        symbol.appendSymbolLayer(arrow_head(colour, 2.6, "centralpoint"))  # a marker stands on its end
    return symbol

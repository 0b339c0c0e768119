"""A thin hand on `QgsLayout`: texts, boxes, lines and markers at places in millimetres.

Text is set one line an item and wrapped here, by measured width: QGIS 3.22 and later versions wrap and lead several
lines differently, and a map must not change with the version that prints it.
"""

from __future__ import annotations

from qgis.core import (
    QgsFillSymbol,
    QgsLayoutItem,
    QgsLayoutItemLabel,
    QgsLayoutItemMarker,
    QgsLayoutItemPolyline,
    QgsLayoutItemShape,
    QgsLayoutPoint,
    QgsLayoutSize,
    QgsLineSymbol,
    QgsMarkerSymbol,
    QgsPrintLayout,
    QgsUnitTypes,
)
from qgis.PyQt.QtCore import QPointF, Qt
from qgis.PyQt.QtGui import QColor, QFont, QFontMetricsF, QPolygonF

from .page import Box
from .symbols import font, text_format

MM_PER_POINT = 25.4 / 72
ZERO_WIDTH_SPACE = "\u200b"
LEFT = Qt.AlignmentFlag.AlignLeft
RIGHT = Qt.AlignmentFlag.AlignRight
CENTRE = Qt.AlignmentFlag.AlignHCenter
_MEASURED_AT = 400  # pixels: large enough for hinting to round nothing off


def text_width(text: str, points: float, *, bold: bool = False, khmer: bool = False) -> float:
    """Return the width in millimetres of a line of text set at `points`."""
    face = QFont(font(points, bold=bold, khmer=khmer))
    face.setPixelSize(_MEASURED_AT)
    return QFontMetricsF(face).horizontalAdvance(text) / _MEASURED_AT * points * MM_PER_POINT


def wrap(text: str, width: float, points: float, *, bold: bool = False, khmer: bool = False) -> list[str]:
    """Return `text` cut into lines at most `width` millimetres wide, broken at spaces.

    A single word wider than that stays whole; `fit` shrinks or shortens it.
    """
    lines: list[str] = []
    for word in text.split(" "):
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and text_width(longer, points, bold=bold, khmer=khmer) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def fit(text: str, width: float, points: float, least: float, *, bold: bool = False, khmer: bool = False):
    """Return text and size in points that fit `width` millimetres: first smaller, then shortened with an ellipsis."""
    natural = text_width(text, points, bold=bold, khmer=khmer)
    if natural <= width:
        return text, points
    size = max(points * width / natural * 0.99, least)
    while len(text) > 1 and text_width(text, size, bold=bold, khmer=khmer) > width:
        text = text.rstrip("…")[:-1].rstrip() + "…"
    return text, size


class Sheet:
    """Puts items on one page of a layout.

    Parameters
    ----------
    layout : QgsPrintLayout
        With its page already made.
    khmer : bool
        Whether text is mainly Khmer.
    """

    def __init__(self, layout: QgsPrintLayout, *, khmer: bool) -> None:
        self.layout = layout
        self.khmer = khmer

    def text(
        self,
        text: str,
        box: Box,
        points: float,
        *,
        colour: str,
        bold: bool = False,
        align: Qt.AlignmentFlag = LEFT,
        least: float | None = None,
    ) -> QgsLayoutItemLabel:
        """Set one line in the middle of a box's height; it shrinks to `least` points (or is shortened) to fit."""
        said, size = fit(text, box.w, points, least or points * 0.8, bold=bold, khmer=self.khmer)
        item = QgsLayoutItemLabel(self.layout)
        item.setText(said)
        form = text_format(size, colour, bold=bold, khmer=self.khmer)
        if hasattr(item, "setTextFormat"):
            item.setTextFormat(form)
        else:  # before QGIS 3.24
            item.setFont(font(size, bold=bold, khmer=self.khmer))
            item.setFontColor(QColor(colour))
        item.setHAlign(align)
        item.setVAlign(Qt.AlignmentFlag.AlignVCenter)
        item.setMarginX(0)
        item.setMarginY(0)
        # The item may be larger than its box without any harm, but a clipped line shows.
        slack = max(0.0, size * MM_PER_POINT * 1.9 - box.h) / 2
        # Drawn text can be a little wider than measured, and QGIS would then break the line.
        side = 0.6 + 0.02 * box.w
        x = box.x - (side * 2 if align == RIGHT else side if align == CENTRE else 0)
        return self._place(item, Box(x, box.y - slack, box.w + 2 * side, box.h + 2 * slack))

    def lines(
        self, lines: list[str], box: Box, points: float, pitch: float, *, colour: str, bold: bool = False
    ) -> None:
        """Set several lines from a box's top, `pitch` millimetres apart."""
        for number, line in enumerate(lines):
            self.text(line, Box(box.x, box.y + number * pitch, box.w, pitch), points, colour=colour, bold=bold)

    def area(self, box: Box, symbol: QgsFillSymbol) -> QgsLayoutItemShape:
        """Draw a rectangle."""
        item = QgsLayoutItemShape(self.layout)
        item.setShapeType(QgsLayoutItemShape.Shape.Rectangle)
        item.setSymbol(symbol)
        return self._place(item, box)

    def line(self, x1: float, y1: float, x2: float, y2: float, symbol: QgsLineSymbol) -> QgsLayoutItemPolyline:
        """Draw a straight line."""
        item = QgsLayoutItemPolyline(QPolygonF([QPointF(x1, y1), QPointF(x2, y2)]), self.layout)
        item.setSymbol(symbol)
        self.layout.addLayoutItem(item)
        return item

    def marker(self, x: float, y: float, symbol: QgsMarkerSymbol) -> QgsLayoutItemMarker:
        """Draw a marker centred on a place."""
        item = QgsLayoutItemMarker(self.layout)
        item.setSymbol(symbol)
        self.layout.addLayoutItem(item)
        item.setReferencePoint(QgsLayoutItem.ReferencePoint.Middle)
        item.attemptMove(_point(x, y))
        return item

    def add(self, item: QgsLayoutItem, box: Box) -> QgsLayoutItem:
        """Put an item made elsewhere into a box."""
        return self._place(item, box)

    def _place(self, item, box: Box):
        self.layout.addLayoutItem(item)
        item.attemptMove(_point(box.x, box.y))
        item.attemptResize(QgsLayoutSize(box.w, box.h, QgsUnitTypes.LayoutUnit.LayoutMillimeters))
        return item


def _point(x: float, y: float) -> QgsLayoutPoint:
    return QgsLayoutPoint(x, y, QgsUnitTypes.LayoutUnit.LayoutMillimeters)

"""What drawings on a certificate share: words with a white rim, a scale bar, an arrow to the north."""

from __future__ import annotations

import math

from qgis.PyQt.QtCore import QLineF, QPointF, QRectF, Qt
from qgis.PyQt.QtGui import QBrush, QColor, QFont, QPainter, QPainterPath, QPen, QPolygonF

from .. import khmer_fonts
from ..i18n import tr
from ..messages import metres

INK, GREY = "#1b1b1b", "#5a5a5a"
_FAMILIES = ["Noto Sans", *khmer_fonts.USUAL]
_EDGE = 3.0


def face(pixels: int) -> QFont:
    """Return the certificate's type face in a size of a drawing's own pixels."""
    font = QFont(_FAMILIES[0])
    font.setFamilies(_FAMILIES)
    font.setPixelSize(pixels)
    return font


def write(painter: QPainter, at: QPointF, text: str, room: QRectF) -> None:
    """Write a word with a white rim, its left end on the line at `at`, moved as little as keeps it in `room`."""
    measured = painter.fontMetrics()
    left, right = room.left() + _EDGE, room.right() - _EDGE - measured.horizontalAdvance(text)
    top, bottom = room.top() + measured.ascent(), room.bottom() - measured.descent()
    path = QPainterPath()
    place = QPointF(min(max(left, at.x()), max(left, right)), min(max(top, at.y()), bottom))
    path.addText(place, painter.font(), text)
    painter.strokePath(path, QPen(QColor("#ffffff"), 2.4))
    painter.fillPath(path, QColor(INK))


def scale_bar(painter: QPainter, room: QRectF, scale: float, beside: str = "") -> None:
    """Draw a bar of a round length in the lower left corner.

    Parameters
    ----------
    painter : QPainter
    room : QRectF
        Of the drawing.
    scale : float
        Pixels for a metre.
    beside : str
        What stands right of the bar.
    """
    longest = 0.4 * room.width() / scale
    step = 10 ** math.floor(math.log10(longest))
    length = next(step * times for times in (5, 2, 1) if step * times <= longest)
    base = room.bottomLeft() + QPointF(8, -8)
    bar = QLineF(base, base + QPointF(length * scale, 0))
    painter.setPen(QPen(QColor("#ffffff"), 4.0))
    painter.drawLine(bar)
    painter.setPen(QPen(QColor(INK), 1.4))
    painter.drawLine(bar)
    write(painter, base + QPointF(0, -3), tr("{number} m").format(number=metres(length)), room)
    if beside:
        write(painter, bar.p2() + QPointF(10, 3), beside, room)


def north_arrow(painter: QPainter, room: QRectF) -> None:
    """Draw the arrow of the printed maps in the upper right corner, its left half filled."""
    tip = room.topRight() + QPointF(-14, 16)
    foot, notch = 20.0, QPointF(0, 16)
    halves = (QPointF(-6, foot), "#1f2933"), (QPointF(6, foot), "#ffffff")
    painter.setPen(QPen(QColor("#1f2933"), 0.8, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    for side, colour in halves:
        painter.setBrush(QBrush(QColor(colour)))
        painter.drawPolygon(QPolygonF([tip, tip + side, tip + notch]))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    word = tr("N")
    write(painter, tip + QPointF(-painter.fontMetrics().horizontalAdvance(word) / 2, -3), word, room)

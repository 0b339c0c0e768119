"""How each certainty, and each decision, looks and reads."""

from __future__ import annotations

from collections.abc import Callable

from qgis.PyQt.QtCore import QPointF, QRectF, Qt
from qgis.PyQt.QtGui import QColor, QIcon, QPainter, QPainterPath, QPen, QPixmap, QPolygonF

from ....processing.i18n import tr
from ....processing.reports.certainty_symbols import CERTAINTIES
from .proposals import ACCEPTED, APPLIED, REJECTED, UNDECIDED

ORDER = ("certain", "likely", "possible")
_SIZES = (16, 24, 32, 48)
_SHAPES = {  # of QGIS, with arms that are thick enough for a small sign
    "cross_fill": (
        (0.33, 0.0),
        (0.67, 0.0),
        (0.67, 0.33),
        (1.0, 0.33),
        (1.0, 0.67),
        (0.67, 0.67),
        (0.67, 1.0),
        (0.33, 1.0),
        (0.33, 0.67),
        (0.0, 0.67),
        (0.0, 0.33),
        (0.33, 0.33),
    ),
    "diamond": ((0.5, 0.0), (1.0, 0.5), (0.5, 1.0), (0.0, 0.5)),
}
_TICK = ((0.2, 0.54), (0.43, 0.76), (0.8, 0.28))
_CROSS = (((0.24, 0.24), (0.76, 0.76)), ((0.76, 0.24), (0.24, 0.76)))
_GREEN, _RED, _GREY = "#00896b", "#c0392b", "#8a8a8a"


def colour(certainty: str) -> QColor:
    """Return the colour of a certainty, that of the layers of proposals; grey for an unknown word."""
    known = CERTAINTIES.get(certainty)
    return QColor(known[0].colour if known else _GREY)


def rim(certainty: str) -> QColor:
    """Return the dark colour around the marker of a certainty."""
    known = CERTAINTIES.get(certainty)
    return QColor(known[0].outline if known else "#333333")


def label(certainty: str) -> str:
    """Return a certainty as people read it."""
    labels = {"certain": tr("Certain"), "likely": tr("Likely"), "possible": tr("Possible")}
    return labels.get(certainty, certainty)


def meaning(certainty: str) -> str:
    """Return what a certainty says about a proposal, in one sentence."""
    meanings = {
        "certain": tr("The numbers allow nothing else, or many factories say it together."),
        "likely": tr("One explanation fits, and no other does as well."),
        "possible": tr("A person has to look."),
    }
    return meanings.get(certainty, "")


def state_label(state: str) -> str:
    """Return what was decided on a proposal, as people read it."""
    labels = {
        UNDECIDED: tr("Not decided"),
        ACCEPTED: tr("Accepted"),
        REJECTED: tr("Rejected"),
        APPLIED: tr("Applied"),
    }
    return labels[state]


def draw(painter: QPainter, box: QRectF, certainty: str, *, hollow: bool = False) -> None:
    """Draw the marker of a certainty to fill `box`."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    width = max(1.0, box.width() * (0.16 if hollow else 0.06))
    painter.setPen(QPen(colour(certainty) if hollow else rim(certainty), width))
    painter.setBrush(QColor("#ffffff") if hollow else colour(certainty))
    known = CERTAINTIES.get(certainty)
    shape = _SHAPES.get(known[0].shape) if known else None
    inside = box.adjusted(width / 2, width / 2, -width / 2, -width / 2)
    if shape is None:
        painter.drawEllipse(inside)
    else:
        corners = [QPointF(inside.x() + x * inside.width(), inside.y() + y * inside.height()) for x, y in shape]
        painter.drawPolygon(QPolygonF(corners))
    painter.restore()


def draw_state(painter: QPainter, box: QRectF, state: str) -> None:
    """Draw the sign of a decision to fill `box`: a tick, a cross, a tick on a disc, or an empty ring."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if state == UNDECIDED:
        painter.setPen(QPen(QColor(_GREY), max(1.0, box.width() * 0.08)))
        painter.drawEllipse(box.adjusted(2, 2, -2, -2))
    elif state == APPLIED:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(_GREEN))
        painter.drawEllipse(box)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        _stroke(painter, _path(box, _TICK), box.width() * 0.17, "#ffffff")
    else:
        path = _path(box, *((_TICK,) if state == ACCEPTED else _CROSS))
        _stroke(painter, path, box.width() * 0.34, "#ffffff")  # a rim, for rows in the colour of a selection
        _stroke(painter, path, box.width() * 0.17, _GREEN if state == ACCEPTED else _RED)
    painter.restore()


def _path(box: QRectF, *lines: tuple[tuple[float, float], ...]) -> QPainterPath:
    path = QPainterPath()
    for line in lines:
        points = [QPointF(box.x() + x * box.width(), box.y() + y * box.height()) for x, y in line]
        path.moveTo(points[0])
        for point in points[1:]:
            path.lineTo(point)
    return path


def _stroke(painter: QPainter, path: QPainterPath, width: float, colour: str) -> None:
    pen = QPen(QColor(colour), width)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.drawPath(path)


def icon(certainty: str) -> QIcon:
    """Return the marker of a certainty as an icon."""
    return _icon(lambda painter, box: draw(painter, box, certainty))


def state_icon(state: str) -> QIcon:
    """Return the sign of a decision as an icon."""
    return _icon(lambda painter, box: draw_state(painter, box, state))


def _icon(paint: Callable[[QPainter, QRectF], None]) -> QIcon:
    result = QIcon()
    for size in _SIZES:
        pixmap = QPixmap(size, size)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        margin = size * 0.12
        paint(painter, QRectF(margin, margin, size - 2 * margin, size - 2 * margin))
        painter.end()
        for mode in (QIcon.Mode.Normal, QIcon.Mode.Selected):  # a selected row must not tint it
            result.addPixmap(pixmap, mode)
    return result

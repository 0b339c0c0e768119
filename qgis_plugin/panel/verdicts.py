"""How each verdict looks and reads: the same shapes and colours as on the maps."""

from __future__ import annotations

from qgis.PyQt.QtCore import QPointF, QRectF, Qt
from qgis.PyQt.QtGui import QColor, QIcon, QPainter, QPen, QPixmap, QPolygonF

from ...processing.i18n import tr
from ...processing.reports.symbols import VERDICTS

# Worst first: the order of the chips and of the table.
ORDER = ("fail", "undecided", "no data", "exempt", "pass")

# The maps' own; “no data” is white there, so its outline stands for it.
COLOURS = {verdict: VERDICTS[verdict].colour for verdict in ORDER}
COLOURS["no data"] = VERDICTS["no data"].outline

_SIZES = (16, 24, 32, 48)
_UNIT_SHAPES = {
    "fail": ((0.5, 0.06), (0.98, 0.92), (0.02, 0.92)),
    "undecided": ((0.5, 0.0), (1.0, 0.5), (0.5, 1.0), (0.0, 0.5)),
    "no data": ((0.1, 0.1), (0.9, 0.1), (0.9, 0.9), (0.1, 0.9)),
    "exempt": ((0.5, 0.02), (0.98, 0.37), (0.8, 0.94), (0.2, 0.94), (0.02, 0.37)),
}


def rank(verdict: str) -> int:
    """Return the place of `verdict` in `ORDER`; unknown words come last."""
    return ORDER.index(verdict) if verdict in ORDER else len(ORDER)


def colour(verdict: str) -> QColor:
    """Return the colour of `verdict`; grey for an unknown word."""
    return QColor(COLOURS.get(verdict, "#666666"))


def label(verdict: str) -> str:
    """Return `verdict` as people read it."""
    labels = {
        "fail": tr("Fails"),
        "undecided": tr("Undecided"),
        "no data": tr("No data"),
        "exempt": tr("Exempt"),
        "pass": tr("Passes"),
    }
    return labels.get(verdict, verdict)


def meaning(verdict: str) -> str:
    """Return what `verdict` says about a factory, in one sentence."""
    meanings = {
        "fail": tr("The place breaks the rule, wherever the factory lies within its accuracy."),
        "undecided": tr("The answer changes within the accuracy of the coordinates: survey the place."),
        "no data": tr("No layer says anything about this place or activity. This is not compliance."),
        "exempt": tr("An exemption of the rule applies."),
        "pass": tr("Allowed, on a condition that the finding names."),
    }
    return meanings.get(verdict, "")


def draw(painter: QPainter, box: QRectF, verdict: str) -> None:
    """Draw the marker of `verdict` to fill `box`."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour(verdict))
    if verdict == "no data":
        painter.setBrush(QColor("#ffffff"))
        painter.setPen(QPen(colour(verdict), max(1.5, box.width() * 0.14)))
    shape = _UNIT_SHAPES.get(verdict)
    if shape is None:
        inset = box.width() * 0.04
        painter.drawEllipse(box.adjusted(inset, inset, -inset, -inset))
    else:
        corners = [QPointF(box.x() + x * box.width(), box.y() + y * box.height()) for x, y in shape]
        painter.drawPolygon(QPolygonF(corners))
    painter.restore()


def icon(verdict: str) -> QIcon:
    """Return the marker of `verdict` as an icon, sharp on every screen."""
    result = QIcon()
    for size in _SIZES:
        pixmap = QPixmap(size, size)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        margin = size * 0.14
        draw(painter, QRectF(margin, margin, size - 2 * margin, size - 2 * margin), verdict)
        painter.end()
        for mode in (QIcon.Mode.Normal, QIcon.Mode.Selected):  # a selected row must not tint the verdict
            result.addPixmap(pixmap, mode)
    return result

"""What the open rules of a site measured, and how it is drawn: lines with their metres, the accuracy, the site."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Any

from qgis.PyQt.QtCore import QLineF, QPointF, QRectF, Qt
from qgis.PyQt.QtGui import QColor, QPainter, QPen

from ..i18n import tr
from ..messages import metres
from ..sites.words import ADVICE, ASSESSMENT
from .strokes import GREY, INK, write
from .symbols import VERDICTS

OPEN = ("fail", "undecided")
_M_PER_DEG = 111_320.0
# No line to a far feature may make what is near unreadable (metres).
_FARTHEST_M = 3000.0
_CALMER = {ASSESSMENT: "#8e3b78", ADVICE: "#2a76a8"}

Line = tuple[Mapping[str, Any], QPointF]


def colour_of(row: Mapping[str, Any]) -> str:
    """Return the colour of a verdict: only what prohibits looks like it."""
    if row["verdict"] == "fail" and row["severity"] in _CALMER:
        return _CALMER[row["severity"]]
    style = VERDICTS[row["verdict"]]
    return style.outline if row["verdict"] == "no data" else style.colour


def measured_lines(site: Mapping[str, Any]) -> list[Line]:
    """Return the findings that are open and measured to a place near by, with its metres to the east and north."""
    if site["longitude"] is None:
        return []
    here = (site["longitude"], site["latitude"])
    rows = [row for row in site["findings"] if row["line"] and row["verdict"] in OPEN]
    lines = [(row, _offset(here, row["line"][1])) for row in rows]
    return [(row, end) for row, end in lines if 0 < length(end) <= _FARTHEST_M]


def length(end: QPointF) -> float:
    """Return the metres to the end of a line."""
    return math.hypot(end.x(), end.y())


def draw_site(painter: QPainter, site: Mapping[str, Any], lines: Sequence[Line], room: QRectF, scale: float) -> None:
    """Draw a site in the middle of a drawing: its accuracy, what was measured from it, and itself on top.

    Parameters
    ----------
    painter : QPainter
    site : mapping
        One of the sites of `sites.summary.document`.
    lines : sequence of (finding, end)
        See `measured_lines`.
    room : QRectF
        Of the drawing.
    scale : float
        Pixels for a metre.
    """
    middle = room.center()
    radius = site["accuracy_m"] * scale
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if radius > 3:
        for pen in (QPen(QColor("#ffffff"), 2.2), QPen(QColor(GREY), 0.9, Qt.PenStyle.DashLine)):
            painter.setPen(pen)
            painter.drawEllipse(middle, radius, radius)
    ends = [(row, middle + QPointF(end.x() * scale, -end.y() * scale)) for row, end in lines]
    for row, at in ends:
        for pen in (QPen(QColor("#ffffff"), 3.0), QPen(QColor(colour_of(row)), 1.6)):
            painter.setPen(pen)
            painter.drawLine(QLineF(middle, at))
        painter.drawEllipse(at, 2, 2)
    for row, at in ends:
        told = tr("{number} m").format(number=metres(row["measured_m"])) if row["measured_m"] else ""
        write(painter, at + QPointF(-10 if at.x() > room.left() + room.width() * 0.7 else 4, -3), told, room)
    painter.setPen(QPen(QColor("#ffffff"), 1.4))
    painter.setBrush(QColor(INK))
    painter.drawEllipse(middle, 4, 4)
    painter.setBrush(Qt.BrushStyle.NoBrush)


def _offset(here: Sequence[float], there: Sequence[float]) -> QPointF:
    """Return metres to the east and north of a place near by."""
    east = (there[0] - here[0]) * _M_PER_DEG * math.cos(math.radians(here[1]))
    return QPointF(east, (there[1] - here[1]) * _M_PER_DEG)

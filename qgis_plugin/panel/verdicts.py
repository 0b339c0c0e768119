"""How each kind of finding looks and reads: a verdict, and for a broken rule what that amounts to."""

from __future__ import annotations

from qgis.PyQt.QtCore import QPointF, QRectF, Qt
from qgis.PyQt.QtGui import QColor, QIcon, QPainter, QPen, QPixmap, QPolygonF

from ...processing.i18n import tr
from ...processing.reports.symbols import VERDICTS

ASSESSMENT, ADVICE = "assessment", "advice"

# Worst first: the order of the chips and of the table. A plain “fail” is a violation.
ORDER = ("fail", ASSESSMENT, "undecided", "no data", ADVICE, "exempt", "pass")

# The maps' own; “no data” is white there, so its outline stands for it.
COLOURS = {verdict: style.colour for verdict, style in VERDICTS.items()}
COLOURS["no data"] = VERDICTS["no data"].outline
# Neither looks like a violation: only that is red, and an advice is the calmest of all that is not kept.
COLOURS[ASSESSMENT] = "#8e3b78"
COLOURS[ADVICE] = "#3493d1"

_SIZES = (16, 24, 32, 48)
_STAR = (
    (0.5, 0.02),
    (0.63, 0.36),
    (0.99, 0.38),
    (0.71, 0.61),
    (0.81, 0.96),
    (0.5, 0.76),
    (0.19, 0.96),
    (0.29, 0.61),
    (0.01, 0.38),
    (0.37, 0.36),
)
_UNIT_SHAPES = {
    "fail": ((0.5, 0.06), (0.98, 0.92), (0.02, 0.92)),
    ASSESSMENT: ((0.02, 0.08), (0.98, 0.08), (0.5, 0.94)),
    ADVICE: _STAR,
    "undecided": ((0.5, 0.0), (1.0, 0.5), (0.5, 1.0), (0.0, 0.5)),
    "no data": ((0.1, 0.1), (0.9, 0.1), (0.9, 0.9), (0.1, 0.9)),
    "exempt": ((0.5, 0.02), (0.98, 0.37), (0.8, 0.94), (0.2, 0.94), (0.02, 0.37)),
}


def kind(verdict: str, severity: str | None) -> str:
    """Return what a finding amounts to: its verdict, or for a broken rule its severity, as in `ORDER`.

    A broken rule without a severity, as earlier versions wrote it, counts as a violation.
    """
    return severity if verdict == "fail" and severity in (ASSESSMENT, ADVICE) else verdict


def rank(verdict: str) -> int:
    """Return the place of `verdict` in `ORDER`; unknown words come last."""
    return ORDER.index(verdict) if verdict in ORDER else len(ORDER)


def colour(verdict: str) -> QColor:
    """Return the colour of `verdict`; grey for an unknown word."""
    return QColor(COLOURS.get(verdict, "#666666"))


def label(verdict: str) -> str:
    """Return a verdict, or a kind of `ORDER`, as people read it."""
    labels = {
        "fail": tr("Violation"),
        ASSESSMENT: tr("Assessment"),
        ADVICE: tr("Advice"),
        "undecided": tr("Undecided"),
        "no data": tr("No data"),
        "exempt": tr("Exempt"),
        "pass": tr("Pass on condition"),  # plain passes are no findings
    }
    return labels.get(verdict, verdict)


def meaning(verdict: str) -> str:
    """Return what `verdict` says about a factory, in one sentence."""
    meanings = {
        "fail": tr("The place breaks the rule, wherever the factory lies within its accuracy."),
        ASSESSMENT: tr("The rule asks for an assessment here; the place is not prohibited."),
        ADVICE: tr("A recommendation is not kept. The factory does not fail for it."),
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

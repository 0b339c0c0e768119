"""A sentence beside a field about what is wrong with it; no room is taken while nothing is."""

from __future__ import annotations

from qgis.PyQt.QtGui import QPalette
from qgis.PyQt.QtWidgets import QLabel, QSizePolicy, QWidget

_ON_LIGHT, _ON_DARK = "#c0392b", "#ff8a7a"
_HALF = 128


def warning_colour(palette: QPalette) -> str:
    """Return a red that is readable on the background of `palette`."""
    return _ON_LIGHT if palette.color(QPalette.ColorRole.Window).lightness() >= _HALF else _ON_DARK


class ProblemLabel(QLabel):
    """A red sentence, hidden while it is empty."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWordWrap(True)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.show_problem("")

    def show_problem(self, text: str, more: str = "") -> None:
        """Show `text`, with `more` for who points at it; hide when it is empty."""
        self.setText(text)
        self.setToolTip(more or text)
        self.setStyleSheet(f"QLabel {{ color: {warning_colour(self.palette())}; }}")
        self.setVisible(bool(text))

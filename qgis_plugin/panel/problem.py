"""A sentence beside a field about what is wrong with it; no room is taken while nothing is."""

from __future__ import annotations

from qgis.PyQt.QtWidgets import QSizePolicy, QWidget

from .inks import ThemedLabel


class ProblemLabel(ThemedLabel):
    """A red sentence, hidden while it is empty."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setWordWrap(True)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.show_as_wrong(True)
        self.show_problem("")

    def show_problem(self, text: str, more: str = "") -> None:
        """Show `text`, with `more` for who points at it; hide when it is empty."""
        self.setText(text)
        self.setToolTip(more or text)
        self.setVisible(bool(text))

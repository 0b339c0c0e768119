"""What the list of findings is narrowed to from elsewhere, as a button that takes it back."""

from __future__ import annotations

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QSize, Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QToolButton, QWidget

from ...processing.i18n import tr


class NarrowingBar(QWidget):
    """Says what the list is narrowed to; hidden while it is not."""

    removed = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label = QLabel()
        self.button = QToolButton()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._label, 1)
        row.addWidget(self.button)
        self._label.setWordWrap(True)
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self._label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        font = self._label.font()
        font.setBold(True)
        self._label.setFont(font)
        self.button.setIcon(QgsApplication.getThemeIcon("/mIconClearText.svg"))
        self.button.setIconSize(QSize(16, 16))
        self.button.setAutoRaise(True)
        self.button.setToolTip(tr("List all findings again"))
        self.button.setAccessibleName(tr("List all findings again"))
        self.button.clicked.connect(self.removed)
        self.show_text("")

    def text(self) -> str:
        """Return what the list is narrowed to, empty for nothing."""
        return str(self._label.text())

    def show_text(self, text: str) -> None:
        """Say what the list is narrowed to, empty for nothing."""
        self._label.setText(text)
        self.setVisible(bool(text))

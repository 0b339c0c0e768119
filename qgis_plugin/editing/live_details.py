"""Everything that was found about a factory that is edited, to read beside the map."""

from __future__ import annotations

from qgis.PyQt.QtCore import QPoint, Qt
from qgis.PyQt.QtGui import QShowEvent
from qgis.PyQt.QtWidgets import QDialog, QDialogButtonBox, QTextBrowser, QVBoxLayout, QWidget

from ...processing.i18n import tr
from ..buttons import button_box
from ..panel.inks import show_page
from .live_words import Message

_FROM_CORNER = QPoint(12, 12)


class LiveDetails(QDialog):
    """Stays open over a corner of the map, and shows what it is given."""

    def __init__(self, over: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._over = over
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Check while editing"))
        self.resize(440, 420)
        self.text = QTextBrowser()
        self.text.setOpenExternalLinks(True)
        self.text.setAccessibleName(tr("What was found about this factory"))
        buttons = button_box(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(self.text)
        column.addWidget(buttons)

    def show_message(self, message: Message) -> None:
        """Show everything behind a message."""
        self.setWindowTitle(tr("Check while editing: {factory}").format(factory=message.called))
        show_page(self.text, message.page)

    def showEvent(self, event: QShowEvent) -> None:
        """Begin in the lower right corner of the map, where the place that is edited seldom is."""
        super().showEvent(event)
        if not event.spontaneous():
            corner = self._over.mapToGlobal(self._over.rect().bottomRight()) - _FROM_CORNER
            self.move(corner - QPoint(self.width(), self.height()))

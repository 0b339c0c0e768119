"""The one item in QGIS's message bar that says what the check while editing found."""

from __future__ import annotations

from qgis.gui import QgsMessageBar, QgsMessageBarItem
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal

from .live_line import LiveLine
from .live_words import Message

ITEM = "FactoryLocationsLiveCheck"
_PASSING_MS = 5000


class LiveBar(QObject):
    """Shows one message, changes it in its place, and never takes the focus."""

    details_wanted = pyqtSignal(object)  # Message

    def __init__(self, bar: QgsMessageBar, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bar = bar
        self._item: QgsMessageBarItem | None = None
        self._line: LiveLine | None = None
        self._message: Message | None = None
        self._closed: Message | None = None
        self._passing = QTimer(self)
        self._passing.setSingleShot(True)
        self._passing.setInterval(_PASSING_MS)
        self._passing.timeout.connect(self.clear)

    @property
    def message(self) -> Message | None:
        """What is shown; None for nothing."""
        return self._message if self._there() else None

    def show(self, message: Message) -> None:
        """Show a message instead of the one before; not again one that was just closed by hand."""
        if self._message is not None and not self._there():
            self._closed = self._message
        if message == self._closed:
            return
        self._closed = None
        if self._there() and self._bar.currentItem() is not self._item:  # it would stay behind another message
            self.clear()
        self._message = message
        if self._there():
            self._fill()
        else:
            self._push()
        if message.passing:
            self._passing.start()
        else:
            self._passing.stop()

    def clear(self) -> None:
        """Take the message away."""
        self._passing.stop()
        item, there = self._item, self._there()
        self._item = self._line = self._message = None
        if there:
            self._bar.popWidget(item)

    def _there(self) -> bool:
        return self._item is not None and not sip.isdeleted(self._item) and self._item in self._bar.items()

    def _push(self) -> None:
        line = LiveLine()
        line.button.clicked.connect(self._ask)
        item = self._bar.createMessage(line)
        item.setObjectName(ITEM)
        self._item, self._line = item, line
        self._fill()
        self._bar.pushItem(item)

    def _fill(self) -> None:
        if self._item is None or self._line is None or self._message is None:
            return
        self._line.text.show_text(self._message.called, self._message.sentence, self._message.tail)
        self._line.button.setVisible(bool(self._message.page))
        self._item.setLevel(self._message.level)

    def _ask(self) -> None:
        if self._message is not None:
            self.details_wanted.emit(self._message)

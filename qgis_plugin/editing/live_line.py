"""What stands in the message bar: a sentence of two lines at most, and a button beside it."""

from __future__ import annotations

from html import escape

from qgis.PyQt.QtCore import QRect, QSize, Qt
from qgis.PyQt.QtGui import QResizeEvent
from qgis.PyQt.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from ...processing.i18n import tr
from ..qt import number

_LINES = 2
_NARROWEST = 60
_MARGIN = 6
_BOLD = 8  # a bold text is wider by about one letter in so many


class ShortText(QLabel):
    """A name in bold and a sentence, cut off where it takes more than two lines; the tooltip has all of it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = self._sentence = self._tail = ""
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def show_text(self, name: str, sentence: str, tail: str = "") -> None:
        """Show a sentence about something; `name` may be empty, and `tail` is never cut off."""
        self._name, self._sentence, self._tail = f"{name}: " if name else "", sentence, tail
        whole = self._name + sentence + tail
        self.setToolTip(escape(whole))
        self.setAccessibleName(whole)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        return QSize(_NARROWEST, self.fontMetrics().lineSpacing())

    def sizeHint(self) -> QSize:
        return QSize(_NARROWEST, self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def _fit(self) -> None:
        shown = self._shown()
        self.setText(f"<b>{escape(self._name)}</b>{escape(shown)}")
        lines = round(self._needed(shown) / self.fontMetrics().lineSpacing())
        self.setFixedHeight(self.fontMetrics().lineSpacing() * max(1, min(_LINES, lines)))

    def _shown(self) -> str:
        """Return as many words of the sentence as there is room for, and the tail."""
        room = _LINES * self.fontMetrics().lineSpacing()
        words = self._sentence.split(" ")
        shown = self._sentence + self._tail
        while len(words) > 1 and self._needed(shown) > room:
            words.pop()
            shown = " ".join(words) + "…" + self._tail
        return shown

    def _needed(self, text: str) -> int:
        """Return the height that a text takes at this width; the name is bold, and so wider than it is measured."""
        wider = self._name[: len(self._name) // _BOLD]
        box = QRect(0, 0, max(_NARROWEST, self.width() - _MARGIN), 10_000)
        return (
            self.fontMetrics().boundingRect(box, number(Qt.TextFlag.TextWordWrap), self._name + wider + text).height()
        )


class LiveLine(QWidget):
    """The sentence, and the button that shows everything."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text = ShortText()
        self.button = QPushButton(tr("Details"))
        self.button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.button.setToolTip(tr("Read everything that was found about this factory"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.text, 1)
        row.addWidget(self.button)

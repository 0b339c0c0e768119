"""A line that finds an activity of ISIC Rev. 4 while one types: words in Khmer or English, or the code."""

from __future__ import annotations

from typing import Any

from qgis.gui import QgsFilterLineEdit
from qgis.PyQt.QtCore import QAbstractListModel, QModelIndex, QObject, QRect, Qt, pyqtSignal
from qgis.PyQt.QtGui import QFocusEvent
from qgis.PyQt.QtWidgets import QCompleter, QWidget

from ....processing.i18n import tr
from ...project.activities import Activity, activities

_POPUP_WIDTH = 460
_ROWS = 14


class _Found(QAbstractListModel):
    """The activities that the text may mean."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Activity] = []

    def show(self, rows: list[Activity]) -> None:
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def at(self, row: int) -> Activity | None:
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def rowCount(self, parent: QModelIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        activity = self.at(index.row())
        if activity is None:
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return activity.label
        if role == Qt.ItemDataRole.ToolTipRole:
            return "\n".join(text for text in (activity.label, activity.other) if text)
        return None


class ActivityField(QgsFilterLineEdit):
    """The activity that was chosen, and the search for another."""

    chosen = pyqtSignal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._code = ""
        self._found = _Found(self)
        self._completer = QCompleter(self._found, self)
        self._completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._completer.setMaxVisibleItems(_ROWS)
        self._completer.setWidget(self)
        self._completer.activated[QModelIndex].connect(lambda index: self._take(index.row()))
        self.setShowSearchIcon(True)
        self.setPlaceholderText(tr("What it makes, in Khmer or English, or the ISIC code"))
        self.setAccessibleName(tr("Activity (ISIC Rev. 4)"))
        self.setMinimumWidth(60)
        self.setToolTip(self.placeholderText())
        self.textEdited.connect(self._search)
        self.cleared.connect(lambda: self.choose(""))
        self.returnPressed.connect(self._take_first)

    def code(self) -> str:
        """Return the code that was chosen; empty for none."""
        return self._code

    def choose(self, code: str) -> None:
        """Choose an activity, and announce it where it is another one."""
        activity = activities().named(code) if code else None
        changed = (activity.code if activity else "") != self._code
        self._code = activity.code if activity else ""
        self._show()
        if changed:
            self.chosen.emit(self._code)

    def offered(self) -> list[str]:
        """Return the codes that the list shows."""
        return [row.code for i in range(self._found.rowCount()) if (row := self._found.at(i)) is not None]

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show the activity that counts again, where a search was left half-way."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason and not self._completer.popup().isVisible():
            self._show()

    def _search(self, text: str) -> None:
        self._found.show(activities().find(text))
        if self._found.rowCount():
            # Wider than the field, to its left: the panel mostly stands at the right edge of the screen.
            width = max(self.width(), _POPUP_WIDTH)
            self._completer.complete(QRect(self.width() - width, 0, width, self.height()))
        else:
            self._completer.popup().hide()

    def _take(self, row: int) -> None:
        activity = self._found.at(row)
        if activity is not None:
            self.choose(activity.code)

    def _take_first(self) -> None:
        """Enter takes the likeliest; a list that is open answers Enter itself."""
        if self.text().strip() != self._label():
            self._take(0)

    def _show(self) -> None:
        self._completer.popup().hide()
        self.setText(self._label())
        self.setCursorPosition(0)
        activity = activities().named(self._code)
        about = [activity.label, activity.other] if activity else []
        self.setToolTip("\n".join(text for text in about if text) or self.placeholderText())

    def _label(self) -> str:
        activity = activities().named(self._code)
        return activity.label if activity else ""

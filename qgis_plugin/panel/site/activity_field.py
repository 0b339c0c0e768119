"""A line that finds an activity of ISIC Rev. 4 while one types: words in Khmer or English, or the code."""

from __future__ import annotations

from typing import Any

from qgis.gui import QgsFilterLineEdit
from qgis.PyQt.QtCore import QAbstractListModel, QModelIndex, QObject, QRect, Qt, pyqtSignal
from qgis.PyQt.QtGui import QFocusEvent, QKeyEvent
from qgis.PyQt.QtWidgets import QCompleter, QWidget

from ....processing.i18n import tr
from ...project.activities import Activity, activities, unknown

_POPUP_WIDTH = 460
_ROWS = 14


class _Found(QAbstractListModel):
    """The activities that the text may mean."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Activity] = []
        self._nothing = ""

    def show(self, rows: list[Activity], nothing: str = "") -> None:
        """Show other activities, or a line that says why there are none."""
        self.beginResetModel()
        self._rows, self._nothing = rows, "" if rows else nothing
        self.endResetModel()

    def at(self, row: int) -> Activity | None:
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def rowCount(self, parent: QModelIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows) or int(bool(self._nothing))

    def flags(self, index: QModelIndex) -> Any:
        return super().flags(index) if self._rows else Qt.ItemFlag.NoItemFlags

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        activity = self.at(index.row())
        if activity is None:
            return self._nothing if role == Qt.ItemDataRole.DisplayRole and self._nothing else None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return activity.label
        if role == Qt.ItemDataRole.ToolTipRole:
            return "\n".join(text for text in (activity.label, activity.other) if text)
        return None


class ActivityField(QgsFilterLineEdit):
    """The activity that was chosen, and the search for another.

    While the text is another than that of the activity that was chosen, `is_settled` is False: nothing may be signed.
    """

    chosen = pyqtSignal(str)
    settled_changed = pyqtSignal()
    told = pyqtSignal(str)  # what is wrong with the text; empty for nothing

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._code = ""
        self._settled = True
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

    def is_settled(self) -> bool:
        """Return whether the text is that of the activity that counts."""
        return self._settled

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
        """Take or refuse a text that was left; another window or a menu is no end of a search."""
        super().focusOutEvent(event)
        reasons = Qt.FocusReason
        away = (reasons.PopupFocusReason, reasons.ActiveWindowFocusReason, reasons.MenuBarFocusReason)
        if event.reason() not in away and not self._completer.popup().isVisible():
            self._leave()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc gives up a search: the activity that counts stands there again."""
        if event.key() == Qt.Key.Key_Escape and not self._settled and self._code:
            self._show()
            event.accept()
            return
        super().keyPressEvent(event)

    def _search(self, text: str) -> None:
        self._set_settled(text.strip() == self._label())
        self.told.emit("")
        self._found.show(activities().find(text), unknown(text) if text.strip() else "")
        if self._found.rowCount():
            # Wider than the field, to its left: the panel mostly stands at the right edge of the screen.
            width = max(self.width(), _POPUP_WIDTH)
            self._completer.complete(QRect(self.width() - width, 0, width, self.height()))
        else:
            self._completer.popup().hide()

    def _leave(self) -> None:
        """Take a text that is a code; let any other count as no activity, rather than as the one before."""
        text = self.text().strip()
        exact = activities().coded(text)
        if self._settled or text == self._label():
            self._show()
        elif exact is not None or not text:
            self.choose(exact.code if exact is not None else "")
        else:
            self._refuse(text)

    def _refuse(self, text: str) -> None:
        """Let no activity count, and say why: the text stays, to be mended."""
        self._completer.popup().hide()
        changed, self._code = bool(self._code), ""
        self._set_settled(False)
        if changed:
            self.chosen.emit("")
        if activities().find(text):
            self.told.emit(tr("“{text}” is not yet an activity: choose one from the list.").format(text=text))
            return
        how = tr("Type a word or an ISIC code, and choose from the list.")
        self.told.emit(f"{unknown(text)}. {how}")

    def _set_settled(self, settled: bool) -> None:
        changed, self._settled = settled != self._settled, settled
        if changed:
            self.settled_changed.emit()

    def _take(self, row: int) -> None:
        activity = self._found.at(row)
        if activity is not None:
            self.choose(activity.code)

    def _take_first(self) -> None:
        """Enter takes the likeliest; a list that is open answers Enter itself."""
        text = self.text().strip()
        if text == self._label():
            return
        first = next(iter(activities().find(text)), None)
        if first is not None or not text:
            self.choose(first.code if first is not None else "")
        else:
            self._refuse(text)

    def _show(self) -> None:
        self._completer.popup().hide()
        self.setText(self._label())
        self.setCursorPosition(0)
        self._set_settled(True)
        self.told.emit("")
        activity = activities().named(self._code)
        about = [activity.label, activity.other] if activity else []
        self.setToolTip("\n".join(text for text in about if text) or self.placeholderText())

    def _label(self) -> str:
        activity = activities().named(self._code)
        return activity.label if activity else ""

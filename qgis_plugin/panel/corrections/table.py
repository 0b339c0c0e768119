"""The table of the proposals, with keys to decide."""

from __future__ import annotations

import numpy as np
from qgis.PyQt.QtCore import QEvent, QItemSelectionModel, QModelIndex, QPoint, Qt, pyqtSignal
from qgis.PyQt.QtGui import QKeyEvent, QPainter, QResizeEvent
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QMenu,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from ....processing.i18n import tr
from ..two_lines import TWO_LINES, as_list, draw_two_lines, draw_without_text
from .model import BELOW_ROLE, COLUMNS, ProposalsModel, column_title
from .proposals import ACCEPTED, REJECTED, UNDECIDED

_MARK = 26
_KIND, _MOVED = COLUMNS.index("kind"), COLUMNS.index("moved")
_LETTERS = {"factory": 16, "kind": 18, "moved": 13}
_KEYS = {
    Qt.Key.Key_A: ACCEPTED,
    Qt.Key.Key_R: REJECTED,
    Qt.Key.Key_Delete: UNDECIDED,
    Qt.Key.Key_Backspace: UNDECIDED,
}
_NONE = Qt.KeyboardModifier.NoModifier
_KEYPAD = Qt.KeyboardModifier.KeypadModifier


class ProposalsDelegate(QStyledItemDelegate):
    """Draws a second line below the first where there is one."""

    def __init__(self, table: ProposalsTable) -> None:
        super().__init__(table)
        self._table = table

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        below = index.data(BELOW_ROLE)
        if index.column() == _KIND and self._table.isColumnHidden(_MOVED):
            moved = index.sibling(index.row(), _MOVED).data()
            below = " · ".join(part for part in (moved, below) if part)
        if not below:
            super().paint(painter, option, index)
            return
        made, text = draw_without_text(self, painter, option, index)
        draw_two_lines(painter, made, text, str(below))


class ProposalsTable(QTableView):
    """The proposals; a click or the arrow keys look at one, A, R and Delete decide."""

    looked_at = pyqtSignal(int)  # the proposal that a person went to, -1 for none
    selected = pyqtSignal()
    decision_made = pyqtSignal(str)
    chosen = pyqtSignal(int)
    menu_requested = pyqtSignal(QPoint)
    sort_requested = pyqtSignal(int, Qt.SortOrder)

    def __init__(self, model: ProposalsModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.source = model
        self._quiet = False
        self.setModel(model)
        self.setItemDelegate(ProposalsDelegate(self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        as_list(self, tr("Proposals"))
        self.customContextMenuRequested.connect(self.menu_requested)
        header = self.horizontalHeader()
        header.setSortIndicator(COLUMNS.index("kind"), Qt.SortOrder.AscendingOrder)
        header.sortIndicatorChanged.connect(self.sort_requested)
        # Of its own: to draw itself, the head asks of every row whether it is selected.
        header.setSelectionModel(QItemSelectionModel(model, header))
        header.customContextMenuRequested.connect(self._offer_sorting)
        self.selectionModel().currentRowChanged.connect(self._went)
        self.selectionModel().selectionChanged.connect(lambda *_: self.selected.emit())
        self.doubleClicked.connect(lambda index: self.chosen.emit(self.proposal(index.row())))
        self.lay_out()

    def lay_out(self) -> None:
        """Give rows and columns their sizes."""
        self.verticalHeader().setDefaultSectionSize(round(self.fontMetrics().height() * TWO_LINES) + 2)
        self._fit()

    def proposal(self, row: int) -> int:
        """Return the proposal in a row; -1 for no row."""
        return int(self.source.rows[row]) if 0 <= row < len(self.source.rows) else -1

    def current(self) -> int:
        """Return the proposal that the cursor is at; -1 for none."""
        return self.proposal(self.currentIndex().row())

    def chosen_proposals(self) -> np.ndarray:
        """Return the proposals that are selected; ranges are asked for, as there may be a hundred thousand rows."""
        ranges = [range(one.top(), one.bottom() + 1) for one in self.selectionModel().selection()]
        rows = np.unique(np.concatenate([np.asarray(one, dtype="int64") for one in ranges])) if ranges else []
        return self.source.rows[np.asarray(rows, dtype="int64")]

    def selected_count(self) -> int:
        """Return how many rows are selected."""
        return sum(one.bottom() - one.top() + 1 for one in self.selectionModel().selection())

    def go_to(self, row: int) -> None:
        """Select a row, and bring it into sight."""
        row = min(max(row, 0), self.source.rowCount() - 1)
        if row >= 0:
            index = self.source.index(row, COLUMNS.index("factory"))
            self.setCurrentIndex(index)
            self.scrollTo(index)

    def restore(self, proposal: int) -> bool:
        """Put the cursor back to a proposal without moving the map; return whether it is still shown."""
        row = self.source.row_of(proposal) if proposal >= 0 else -1
        if row < 0:
            self.looked_at.emit(-1)
            self.scrollToTop()
            return False
        self._quiet = True
        try:
            self.go_to(row)
        finally:
            self._quiet = False
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, modifiers = event.key(), event.modifiers() & ~_KEYPAD
        if key in _KEYS and modifiers == _NONE:
            self.decision_made.emit(_KEYS[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.chosen.emit(self.current())
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, _search: str) -> None:
        """Letters decide; the box above searches."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.lay_out()

    def _went(self, index: QModelIndex, _before: QModelIndex) -> None:
        if not self._quiet:
            self.looked_at.emit(self.proposal(index.row()))

    def _fit(self) -> None:
        """Share the room: marks and distances take what they need, factory and problem the rest."""
        unit, header = self.fontMetrics().averageCharWidth(), self.horizontalHeader()
        for name in ("state", "certainty"):
            header.resizeSection(COLUMNS.index(name), _MARK)
        room = self.viewport().width() - 2 * _MARK
        wide = room >= unit * sum(_LETTERS.values())
        self.setColumnHidden(_MOVED, not wide)  # then it stands below the problem
        if wide:
            header.resizeSection(_MOVED, _LETTERS["moved"] * unit)
            room -= _LETTERS["moved"] * unit
        kind = round(room * 0.5)
        header.resizeSection(COLUMNS.index("kind"), kind)
        header.resizeSection(COLUMNS.index("factory"), room - kind)

    def _offer_sorting(self, where: QPoint) -> None:
        """Offer to sort by a column that a narrow panel has no room for, too."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        titles = [(tr("Sort by {column}").format(column=column_title(name)), name) for name in COLUMNS]
        for title, name in titles:
            descending = name == "moved"  # the farthest first
            order = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
            column = COLUMNS.index(name)
            menu.addAction(title, lambda column=column, order=order: self.sortByColumn(column, order))
        menu.popup(self.horizontalHeader().mapToGlobal(where))

"""The table of the register: a hundred thousand rows, of which any number may be selected.

Qt keeps a selection as ranges, and asks all of them for every cell it draws: thousands of single rows stop the window.
So the rows selected are kept by the model, as QGIS's own attribute table does, and Qt only knows the current one.
"""

from __future__ import annotations

from qgis.core import QgsSettings
from qgis.PyQt.QtCore import QEvent, QModelIndex, QPoint, QRect, Qt, pyqtSignal
from qgis.PyQt.QtGui import (
    QIcon,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
)
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QMenu,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from ....processing.i18n import tr
from ..two_lines import TWO_LINES, as_list, draw_two_lines, draw_without_text, offer_sorting
from .model import OTHER_NAME_ROLE, RegisterModel

_SETTING = "factory_locations/register/column_"
_LETTERS = {"verdict": 0, "name": 20, "id": 12, "province": 14, "sector": 22, "status": 16, "accuracy": 10}
_ICON = 26
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_CONTROL = Qt.KeyboardModifier.ControlModifier


class RegisterDelegate(QStyledItemDelegate):
    """Draws what is selected as the model has it, the other name below the name, and two lines in a narrow panel."""

    def __init__(self, table: RegisterTable) -> None:
        super().__init__(table)
        self._table = table

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        super().initStyleOption(option, index)
        model = self._table.register
        if model.is_selected(index.row()):
            option.state |= QStyle.StateFlag.State_Selected
        middle = model.columns[index.column()] == "id"
        option.textElideMode = Qt.TextElideMode.ElideMiddle if middle else Qt.TextElideMode.ElideRight

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        if self._table.register.columns[index.column()] == "verdict":
            self._verdict(painter, option, index)
            return
        narrow = self._table.narrow
        other = "" if narrow else index.data(OTHER_NAME_ROLE)
        if not narrow and not other:
            super().paint(painter, option, index)
            return
        made, text = draw_without_text(self, painter, option, index)
        draw_two_lines(painter, made, *(self._table.register.lines(index.row()) if narrow else (text, str(other))))

    def _verdict(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        """Draw a marker; on the colour of a selection it stands on a disc, or a blue one would be lost."""
        made = QStyleOptionViewItem(option)
        self.initStyleOption(made, index)
        icon, made.icon = QIcon(made.icon), QIcon()
        made.features &= ~QStyleOptionViewItem.ViewItemFeature.HasDecoration
        style = made.widget.style() if made.widget is not None else QApplication.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, made, painter, made.widget)
        if icon.isNull():
            return
        size = made.decorationSize.width()
        box = QRect(0, 0, size, size)
        box.moveCenter(made.rect.center())
        if made.state & QStyle.StateFlag.State_Selected:
            painter.save()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(made.palette.color(QPalette.ColorRole.Base))
            painter.drawEllipse(box.adjusted(-2, -2, 2, 2))
            painter.restore()
        icon.paint(painter, box)


class RegisterTable(QTableView):
    """The factories; a click selects, a double click or Enter chooses."""

    selection_made = pyqtSignal()
    chosen = pyqtSignal(QModelIndex)
    copy_requested = pyqtSignal()
    menu_requested = pyqtSignal(QPoint)
    sort_requested = pyqtSignal(int, Qt.SortOrder)

    def __init__(self, model: RegisterModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.register = model
        self._anchor = self._dragged_to = -1
        self._fitting = False
        self._drawn: set[str] = set()
        self.narrow = False
        self.setModel(model)
        self.setItemDelegate(RegisterDelegate(self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        as_list(self, tr("Factories"))
        self.customContextMenuRequested.connect(self.menu_requested)
        header = self.horizontalHeader()
        header.customContextMenuRequested.connect(self._offer_head_menu)
        header.sectionResized.connect(self._resized)
        header.sortIndicatorChanged.connect(self.sort_requested)
        self.doubleClicked.connect(self.chosen)

    def lay_out(self) -> None:
        """Give rows and columns their sizes, and the head its arrow; after another table has been set."""
        column, order = self.register.sorted_by()
        header = self.horizontalHeader()
        header.blockSignals(True)
        header.setSortIndicator(column, order)
        header.blockSignals(False)
        self._apply_widths()

    def reset_widths(self) -> None:
        """Forget the widths that a person gave to the columns."""
        settings = QgsSettings()
        for name in _LETTERS:
            settings.remove(_SETTING + name)
        self._apply_widths()

    def make_current(self, row: int) -> None:
        """Move the cursor to a row, and the row into sight."""
        self._anchor = row
        index = self.register.index(row, max(self.currentIndex().column(), 0))
        if index.isValid():
            self.setCurrentIndex(index)
            self.scrollTo(index)

    def select_row(self, row: int) -> None:
        """Select a row alone, as a click on it does."""
        self._pick(row, Qt.KeyboardModifier.NoModifier)

    def forget_place(self) -> None:
        """Go to the top; what Shift would select begins nowhere any more."""
        self._anchor = -1
        self.scrollToTop()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw all cells in one go: entering Python once a cell means waiting once a cell for a thread that reads."""
        super().paintEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        row = self.indexAt(event.pos()).row()
        if row < 0:
            return
        if event.button() == Qt.MouseButton.RightButton:
            if not self.register.is_selected(row):
                self._pick(row, Qt.KeyboardModifier.NoModifier)
        elif event.button() == Qt.MouseButton.LeftButton:
            self._pick(row, event.modifiers())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        row = self.indexAt(event.pos()).row()
        if event.buttons() & Qt.MouseButton.LeftButton and row >= 0 and row != self._dragged_to:
            self._dragged_to = row
            if row != self._anchor or len(self.register.selected_rows()) > 1:
                self._range_to(row, keep=False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, modifiers = event.key(), event.modifiers()
        target = self._target(key)
        if target is not None:
            self._walk(target, modifiers)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.chosen.emit(self.currentIndex())
        elif key == Qt.Key.Key_A and modifiers & _CONTROL:
            self._say(self.register.select_rows(range(self.register.rowCount())))
        elif key == Qt.Key.Key_C and modifiers & _CONTROL:
            self.copy_requested.emit()
        elif key == Qt.Key.Key_Space and self.currentIndex().isValid():
            self._pick(self.currentIndex().row(), modifiers)
        else:
            super().keyPressEvent(event)

    def _target(self, key: int) -> int | None:
        """Return the row that a key leads to; None for a key that leads nowhere."""
        here, last = self.currentIndex().row(), self.register.rowCount() - 1
        page = max(self.viewport().height() // max(self.verticalHeader().defaultSectionSize(), 1) - 1, 1)
        steps = {
            Qt.Key.Key_Up: here - 1,
            Qt.Key.Key_Down: here + 1,
            Qt.Key.Key_PageUp: here - page,
            Qt.Key.Key_PageDown: here + page,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: last,
        }
        if key not in steps or last < 0:
            return None
        return min(max(steps[key], 0), last)

    def _walk(self, row: int, modifiers: Qt.KeyboardModifier) -> None:
        anchor = self._anchor
        self.make_current(row)
        if modifiers & _SHIFT:
            self._anchor = anchor
            self._range_to(row, keep=False)
        elif not modifiers & _CONTROL:
            self._say(self.register.select_rows([row]))

    def _pick(self, row: int, modifiers: Qt.KeyboardModifier) -> None:
        self._dragged_to = row
        if modifiers & _SHIFT and self._anchor >= 0:
            self._range_to(row, keep=bool(modifiers & _CONTROL))
            return
        self._anchor = row
        toggled = bool(modifiers & _CONTROL)
        self._say(self.register.toggle_row(row) if toggled else self.register.select_rows([row]))

    def _range_to(self, row: int, keep: bool) -> None:
        first = min(max(self._anchor, 0), self.register.rowCount() - 1)
        self._say(self.register.select_rows(range(min(first, row), max(first, row) + 1), keep))

    def _say(self, changed: bool) -> None:
        if changed:
            self.viewport().update()
            self.selection_made.emit()

    def _apply_widths(self) -> None:
        unit, settings = self.fontMetrics().averageCharWidth(), QgsSettings()
        self._drawn = set()
        self._fitting = True
        for column, name in enumerate(self.register.columns):
            own = settings.value(_SETTING + name, 0, type=int)
            self.horizontalHeader().resizeSection(column, own or max(_LETTERS[name] * unit, _ICON))
            if own:
                self._drawn.add(name)
        self._fitting = False
        self._fit()

    def _fit(self) -> None:
        """Show columns, the name with the room that is left; where not all fit, two lines a factory instead."""
        columns, room = self.register.columns, self.viewport().width()
        if "name" not in columns:
            self._set_narrow(False)
            return
        unit, name = self.fontMetrics().averageCharWidth(), columns.index("name")
        self._set_narrow(room < sum(max(_LETTERS[one] * unit, _ICON) for one in columns))
        self._fitting = True
        if self.narrow:
            mark = self.columnWidth(columns.index("verdict")) if "verdict" in columns else 0
            self.horizontalHeader().resizeSection(name, room - mark)
        elif "name" not in self._drawn:
            others = sum(self.columnWidth(column) for column in range(len(columns)) if column != name)
            self.horizontalHeader().resizeSection(name, max(room - others, _LETTERS["name"] * unit))
        self._fitting = False

    def _set_narrow(self, narrow: bool) -> None:
        """Hide the columns that two lines tell; a person's own widths come back with them."""
        changed, self.narrow = narrow != self.narrow, narrow
        self._fitting = True
        for column, name in enumerate(self.register.columns):
            self.setColumnHidden(column, narrow and name not in ("verdict", "name"))
        self._fitting = False
        line = self.fontMetrics().height()
        bilingual = self.register.table is not None and self.register.table.bilingual
        self.verticalHeader().setDefaultSectionSize(round(line * TWO_LINES) + 2 if narrow or bilingual else line + 8)
        if changed and not narrow:
            self._apply_widths()

    def _resized(self, column: int, _before: int, width: int) -> None:
        if self._fitting or not width or column >= len(self.register.columns):
            return
        name = self.register.columns[column]
        if not self.narrow:
            self._drawn.add(name)
            QgsSettings().setValue(_SETTING + name, width)
        self._fit()

    def _offer_head_menu(self, where: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        offer_sorting(menu, self)
        if not self.narrow:
            menu.addAction(tr("Usual column widths"), self.reset_widths)
        menu.popup(self.horizontalHeader().mapToGlobal(where))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.lay_out()

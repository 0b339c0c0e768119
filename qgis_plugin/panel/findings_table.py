"""The table of findings: columns that stay as a person drew them; in a narrow panel, two lines a finding instead."""

from __future__ import annotations

import heapq

from qgis.core import QgsSettings
from qgis.PyQt.QtCore import QItemSelectionModel, QModelIndex, QPoint, QSize, Qt, pyqtSignal
from qgis.PyQt.QtGui import QKeyEvent, QResizeEvent
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QMenu,
    QStyle,
    QTableView,
    QWidget,
)

from ...processing.i18n import tr
from .findings_model import COLUMNS, FindingsModel
from .group_head import FindingDelegate, head_height
from .two_lines import TWO_LINES, offer_sorting

_SETTING = "factory_locations/panel/column_"
_KIND, _NAME, _WHY = (COLUMNS.index(name) for name in ("kind", "factory_name", "message"))
_ICON = 26
_LEAST_ID, _MOST_ID = 11, 26  # letters
_MEASURED = 50  # the longest ids: reading every one of a large register takes time
_LEAST_NAME, _LEAST_WHY = 22, 32  # letters


class FindingsTable(QTableView):
    """A table where Enter does what a click does.

    Heads of groups take a line of their own: a click, Enter or Space opens and closes them, and the arrow keys, plus,
    minus and asterisk do what they do in every tree.
    """

    chosen = pyqtSignal(QModelIndex)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fitting = False
        self._drawn: dict[int, int] = {}  # by column, the width that a person gave it
        self._needed = 0  # pixels for all columns
        self.narrow = False
        self._tall: list[int] = []
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setAlternatingRowColors(True)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSortingEnabled(True)
        self.setIconSize(QSize(16, 16))
        self.setItemDelegate(FindingDelegate(self, (_NAME, _WHY)))
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 8)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.clicked.connect(self._clicked)

    def lay_out(self) -> None:
        """Give the columns their widths, the person's own where there are such; needs a model."""
        header = self.horizontalHeader()
        header.setMinimumSectionSize(24)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setStretchLastSection(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(self._offer_head_menu)
        header.sectionResized.connect(self._resized)
        self.model().modelReset.connect(self._lay_out_heads)
        self._apply_widths()

    def model(self) -> FindingsModel:
        return super().model()

    def reset_widths(self) -> None:
        """Forget the widths that a person gave to the columns."""
        settings = QgsSettings()
        for name in COLUMNS:
            settings.remove(_SETTING + name)
        self._apply_widths()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
        self._size_heads()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        line = self.currentIndex().row()
        if line < 0 or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier or not self._does(event.key(), line):
            super().keyPressEvent(event)

    def make_current(self, line: int) -> None:
        """Put the cursor on a line, and select it."""
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        index = self.model().index(line, 0)
        self.selectionModel().setCurrentIndex(index, flags)
        self.scrollTo(index)

    def open_group(self, line: int, is_open: bool) -> None:
        """Open or close the group whose head is in a line; the cursor stays on the head."""
        group = self.model().group(line)
        if group is not None:
            self.model().open_group(group.key, is_open)
            self.make_current(self.model().line_of_group(group.key))

    def open_all(self, is_open: bool) -> None:
        """Open or close all groups; the cursor stays where it is, or goes to the head that hides it now."""
        line = self.currentIndex().row()
        finding = self.model().finding(line) if line >= 0 else None
        head = self.model().group(self.model().head_above(line)) if line >= 0 and self.model().heads else None
        self.model().open_all(is_open)
        if head is not None:
            index = self.model().index_of(finding.fid) if finding is not None else QModelIndex()
            self.make_current(index.row() if index.isValid() else self.model().line_of_group(head.key))

    def _does(self, key: int, line: int) -> bool:
        """Do what a key means in a line; return whether it means anything there."""
        group = self.model().group(line)
        if group is None:
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.chosen.emit(self.currentIndex())
            elif key == Qt.Key.Key_Left and self.model().heads:
                self.make_current(self.model().head_above(line))
            elif key == Qt.Key.Key_Asterisk and self.model().heads:
                self.open_all(True)
            else:
                return False
            return True
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.open_group(line, not group.open)
        elif key in (Qt.Key.Key_Right, Qt.Key.Key_Plus):
            if group.open and key == Qt.Key.Key_Right:
                self.make_current(line + 1)
            self.open_group(line, True) if not group.open else None
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Minus):
            self.open_group(line, False)
        elif key == Qt.Key.Key_Asterisk:
            self.open_all(True)
        else:
            return False
        return True

    def _clicked(self, index: QModelIndex) -> None:
        group = self.model().group(index.row())
        if group is None:
            self.chosen.emit(index)
        else:
            self.open_group(index.row(), not group.open)

    def _lay_out_heads(self) -> None:
        self.clearSpans()
        for line in self.model().heads:
            self.setSpan(line, 0, 1, len(COLUMNS))
        self._size_heads()

    def _size_heads(self) -> None:
        """Give heads the height of their titles, and lines that were heads before that of the others."""
        header, model = self.verticalHeader(), self.model()
        if model is None:
            return
        heads = model.heads
        for line in set(self._tall) - set(heads):
            if line < header.count():
                header.resizeSection(line, header.defaultSectionSize())
        self._tall = heads
        for line in heads:
            group = model.group(line)
            if group is not None:
                header.resizeSection(line, head_height(group, self.viewport().width(), self.font()))

    def fit_columns(self) -> None:
        """Give the columns their widths, the person's own where there are such: other findings are listed."""
        self._apply_widths()

    def _apply_widths(self) -> None:
        unit = self.fontMetrics().averageCharWidth()
        letters = (0, 0, _LEAST_NAME, _LEAST_WHY, 13, 10)
        usual = dict(zip(COLUMNS, (one * unit for one in letters)))
        usual.update(kind=_ICON, factory_id=self._id_width())
        self._needed = sum(usual.values())
        settings = QgsSettings()
        self._drawn = {}
        for column, name in enumerate(COLUMNS):
            own = settings.value(_SETTING + name, 0, type=int)
            if own:
                self._drawn[column] = own
            self._resize(column, own or usual[name])
        self._fit()

    def _id_width(self) -> int:
        """Return the room that the ids take: an id that is cut off is none."""
        model, metrics, style = self.model(), self.fontMetrics(), self.style()
        ids = set() if model.content is None else set(model.content.texts["factory_id"])
        longest = heapq.nlargest(_MEASURED, ids, key=len)
        margin = 2 * (style.pixelMetric(QStyle.PixelMetric.PM_FocusFrameHMargin, None, self) + 1) + 2
        needed = max((metrics.horizontalAdvance(one) for one in longest), default=0) + margin
        unit = metrics.averageCharWidth()
        return min(max(needed, _LEAST_ID * unit), _MOST_ID * unit)

    def _fit(self) -> None:
        """Show columns, with the room that is left for the sentence; where not all fit, two lines a finding instead."""
        if self.model() is None:
            return
        room = self.viewport().width()
        self._set_narrow(room < self._needed)
        if self.narrow:
            self._resize(_NAME, room - self.columnWidth(_KIND))
        elif _WHY not in self._drawn:
            others = sum(self.columnWidth(column) for column in range(len(COLUMNS)) if column != _WHY)
            self._resize(_WHY, max(room - others, _LEAST_WHY * self.fontMetrics().averageCharWidth()))

    def _set_narrow(self, narrow: bool) -> None:
        if narrow == self.narrow:
            return
        self.narrow = narrow
        self._fitting = True
        for column in range(len(COLUMNS)):
            self.setColumnHidden(column, narrow and column not in (_KIND, _NAME))
        self._fitting = False
        self._resize(_NAME, self._drawn.get(_NAME, _LEAST_NAME * self.fontMetrics().averageCharWidth()))
        line = self.fontMetrics().height()
        self.verticalHeader().setDefaultSectionSize(round(line * TWO_LINES) + 2 if narrow else line + 8)
        self._size_heads()

    def _resize(self, column: int, width: int) -> None:
        self._fitting = True
        self.horizontalHeader().resizeSection(column, width)
        self._fitting = False

    def _resized(self, column: int, _before: int, width: int) -> None:
        if self._fitting or not width:
            return
        if not self.narrow:
            self._drawn[column] = width
            QgsSettings().setValue(_SETTING + COLUMNS[column], width)
        if self.narrow or column != _WHY:
            self._fit()

    def _offer_head_menu(self, where: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        offer_sorting(menu, self)
        if not self.narrow:
            menu.addAction(tr("Usual column widths"), self.reset_widths)
        menu.popup(self.horizontalHeader().mapToGlobal(where))

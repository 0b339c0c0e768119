"""The table of findings: columns that fit a narrow panel, and that stay as a person drew them."""

from __future__ import annotations

from qgis.core import QgsSettings
from qgis.PyQt.QtCore import QModelIndex, QPoint, QSize, Qt, pyqtSignal
from qgis.PyQt.QtGui import QKeyEvent, QResizeEvent
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QMenu,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from ...processing.i18n import tr
from .findings_model import COLUMNS

_SETTING = "factory_locations/panel/column_"
_WHY = COLUMNS.index("message")
_NAME = COLUMNS.index("factory_name")
_ID = COLUMNS.index("factory_id")
_LEAST_ID, _MOST_ID = 11, 26  # letters
_MEASURED = 50  # the longest ids: reading every one of a large register takes time
_LEAST_NAME, _LEAST_WHY = 11, 16  # letters


class _Delegate(QStyledItemDelegate):
    """Shortens ids, where a person drew their column narrow, in the middle, and names and sentences at their end."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        super().initStyleOption(option, index)
        text = index.column() in (_NAME, _WHY)
        option.textElideMode = Qt.TextElideMode.ElideRight if text else Qt.TextElideMode.ElideMiddle


class FindingsTable(QTableView):
    """A table where Enter does what a click does."""

    chosen = pyqtSignal(QModelIndex)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fitting = False
        self._drawn: set[int] = set()
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setAlternatingRowColors(True)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSortingEnabled(True)
        self.setIconSize(QSize(16, 16))
        self.setItemDelegate(_Delegate(self))
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 8)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.clicked.connect(self.chosen)

    def lay_out(self) -> None:
        """Give the columns their widths, the person's own where there are such; needs a model."""
        header = self.horizontalHeader()
        header.setMinimumSectionSize(24)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setStretchLastSection(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(self._offer_reset)
        header.sectionResized.connect(self._resized)
        self.model().modelReset.connect(self._apply_widths)
        self._apply_widths()

    def reset_widths(self) -> None:
        """Forget the widths that a person gave to the columns."""
        settings = QgsSettings()
        for name in COLUMNS:
            settings.remove(_SETTING + name)
        self._apply_widths()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.chosen.emit(self.currentIndex())
            return
        super().keyPressEvent(event)

    def _apply_widths(self) -> None:
        unit = self.fontMetrics().averageCharWidth()
        usual = dict(zip(COLUMNS, (26, self._id_width(), _LEAST_NAME * unit, 24 * unit, 13 * unit, 10 * unit)))
        settings = QgsSettings()
        self._drawn = set()
        self._fitting = True
        for column, name in enumerate(COLUMNS):
            own = settings.value(_SETTING + name, 0, type=int)
            self.horizontalHeader().resizeSection(column, own or usual[name])
            if own:
                self._drawn.add(column)
        self._fitting = False
        self._fit()

    def _id_width(self) -> int:
        """Return the room that the ids take: an id that is cut off is none."""
        model, metrics, style = self.model(), self.fontMetrics(), self.style()
        ids = {str(model.index(row, _ID).data() or "") for row in range(model.rowCount())}
        longest = sorted(ids, key=len, reverse=True)[:_MEASURED]
        margin = 2 * (style.pixelMetric(QStyle.PixelMetric.PM_FocusFrameHMargin, None, self) + 1) + 2
        needed = max((metrics.horizontalAdvance(one) for one in longest), default=0) + margin
        unit = metrics.averageCharWidth()
        return min(max(needed, _LEAST_ID * unit), _MOST_ID * unit)

    def _fit(self) -> None:
        """Share the room that is left between the name and the sentence, unless a person drew their columns.

        All columns where there is room for them; else the sentence up to the edge, and the last ones a scroll away.
        """
        if self.model() is None:
            return
        unit = self.fontMetrics().averageCharWidth()
        widths = [self.columnWidth(column) for column in range(len(COLUMNS))]
        name = widths[_NAME] if _NAME in self._drawn else _LEAST_NAME * unit
        room = self.viewport().width() - sum(widths[:_NAME]) - name
        after = sum(widths[_WHY + 1 :])
        if room - after >= 2 * _LEAST_WHY * unit:
            room -= after
            if _NAME not in self._drawn:
                grown = min(room - 2 * _LEAST_WHY * unit, _LEAST_NAME * unit)
                name, room = name + grown, room - grown
        self._fitting = True
        self.horizontalHeader().resizeSection(_NAME, name)
        if _WHY not in self._drawn:
            self.horizontalHeader().resizeSection(_WHY, max(room, _LEAST_WHY * unit))
        self._fitting = False

    def _resized(self, column: int, _before: int, width: int) -> None:
        if self._fitting or not width:
            return
        self._drawn.add(column)
        QgsSettings().setValue(_SETTING + COLUMNS[column], width)
        if column != _WHY:
            self._fit()

    def _offer_reset(self, where: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(tr("Usual column widths"), self.reset_widths)
        menu.popup(self.horizontalHeader().mapToGlobal(where))

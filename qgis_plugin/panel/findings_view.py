"""Step 3 of the panel: the findings, counted, filtered, listed and explained."""

from __future__ import annotations

from html import escape

from qgis.core import QgsFeature, QgsVectorLayer
from qgis.gui import QgsFilterLineEdit
from qgis.PyQt.QtCore import QLocale, QModelIndex, QSize, Qt, pyqtSignal
from qgis.PyQt.QtGui import QKeyEvent
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QSplitter,
    QStackedLayout,
    QTableView,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from ...processing.i18n import tr
from ..project.results import CheckLayers
from .chips import VerdictChips
from .details import details_html
from .findings_model import FINDING_ROLE, FindingsFilter, FindingsModel, read_findings


class FindingsTable(QTableView):
    """A table where Enter does what a click does."""

    chosen = pyqtSignal(QModelIndex)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setAlternatingRowColors(True)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSortingEnabled(True)
        self.setIconSize(QSize(16, 16))
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 8)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.clicked.connect(self.chosen)

    def lay_out(self) -> None:
        """Give the columns their widths; needs a model."""
        header = self.horizontalHeader()
        header.setMinimumSectionSize(24)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setStretchLastSection(True)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        unit = self.fontMetrics().averageCharWidth()
        for column, width in enumerate((28, 17 * unit, 13 * unit, 10 * unit)):
            header.resizeSection(column, width)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.chosen.emit(self.currentIndex())
            return
        super().keyPressEvent(event)


class FindingsView(QWidget):
    """The findings of one check, or a word about why there are none."""

    finding_chosen = pyqtSignal(QgsFeature)
    demo_requested = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._layer: QgsVectorLayer | None = None
        self._model = FindingsModel(self)
        self._filter = FindingsFilter(self)
        self._filter.setSourceModel(self._model)
        self._message = QLabel()
        self._headline = QLabel()
        self.chips = VerdictChips()
        self.search = QgsFilterLineEdit()
        self.table = FindingsTable()
        self._details = QTextBrowser()
        self._shown = QLabel()
        self._page = QWidget()
        self._build()
        self.clear()

    def show_results(self, layers: CheckLayers, outcome: str) -> None:
        """Show the findings of a check under a sentence about its outcome."""
        self._layer = layers.findings
        self._model.set_findings(read_findings(layers.findings))
        self.search.clear()
        self.chips.set_counts(self._model.counts())
        self._headline.setText(outcome)
        self._details.setHtml(self._hint())
        self._pages.setCurrentIndex(1)
        self.table.sortByColumn(0, Qt.SortOrder.AscendingOrder)
        self._count_shown()

    def clear(self) -> None:
        """Show how to begin in place of findings."""
        self._layer = None
        self._model.set_findings([])
        begin = tr("No check has been run yet. Choose the layers and press Run check.")
        demo = tr("Or begin with the demo project")
        self._message.setText(f"<p>{escape(begin)}</p><p><a href='demo'>{escape(demo)}</a></p>")
        self._pages.setCurrentIndex(0)

    def shows(self, layer_id: str) -> bool:
        """Return whether the findings come from the layer with this id."""
        return self._layer is not None and self._layer.id() == layer_id

    def row_count(self) -> int:
        """Return how many findings pass the filters."""
        return self._filter.rowCount()

    def choose(self, index: QModelIndex) -> None:
        """Explain the finding at `index` of the table and announce it."""
        finding = index.data(FINDING_ROLE)
        if self._layer is None or finding is None:
            return
        feature = self._layer.getFeature(finding.fid)
        if not feature.isValid():
            self._details.setPlainText(tr("This finding is no longer in its layer. Run the check again."))
            return
        names = [field.name() for field in feature.fields()]
        self._details.setHtml(details_html(dict(zip(names, feature.attributes()))))
        self.finding_chosen.emit(feature)

    def _build(self) -> None:
        self._pages = QStackedLayout(self)
        self._message.setWordWrap(True)
        self._message.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._message.setMargin(12)
        self._message.linkActivated.connect(lambda _link: self.demo_requested.emit())
        self._pages.addWidget(self._message)
        self._pages.addWidget(self._page)
        self._build_filters()
        self._build_table()
        column = QVBoxLayout(self._page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        row = QHBoxLayout()
        row.addWidget(self.search, 1)
        row.addWidget(self._shown)
        column.addWidget(self._headline)
        column.addWidget(self.chips)
        column.addLayout(row)
        column.addWidget(self._split(), 1)

    def _build_filters(self) -> None:
        self._headline.setWordWrap(True)
        self.search.setPlaceholderText(tr("Factory, rule or words"))
        self.search.setShowSearchIcon(True)
        self.search.setAccessibleName(tr("Filter the findings"))
        self.search.textChanged.connect(self._search)
        self.chips.selection_changed.connect(self._select_verdicts)

    def _build_table(self) -> None:
        self.table.setModel(self._filter)
        self.table.lay_out()
        self.table.setAccessibleName(tr("Findings"))
        self.table.chosen.connect(self.choose)
        self._details.setAccessibleName(tr("About the finding"))
        self._details.setOpenExternalLinks(True)

    def _split(self) -> QSplitter:
        split = QSplitter(Qt.Orientation.Vertical)
        for widget, least in ((self.table, 90), (self._details, 80)):
            widget.setMinimumHeight(least)
            split.addWidget(widget)
        split.setChildrenCollapsible(False)
        split.setSizes([300, 220])
        return split

    def _search(self, text: str) -> None:
        self._filter.set_text(text)
        self._count_shown()

    def _select_verdicts(self, wanted: set[str]) -> None:
        self._filter.set_verdicts(wanted)
        self._count_shown()

    def _count_shown(self) -> None:
        self.table.scrollToTop()
        shown, total = self._filter.rowCount(), self._model.rowCount()
        locale = QLocale()
        self._shown.setText(tr("{shown} of {total}").format(shown=locale.toString(shown), total=locale.toString(total)))

    @staticmethod
    def _hint() -> str:
        return "<p>" + tr("Click a finding to see it on the map and to read why.") + "</p>"

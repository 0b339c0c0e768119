"""Step 3 of the panel: the findings, counted, filtered, listed and explained."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from html import escape

from qgis.core import QgsFeature, QgsVectorLayer
from qgis.gui import QgsFilterLineEdit
from qgis.PyQt.QtCore import QItemSelectionModel, QLocale, QModelIndex, Qt, QTimer, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QSplitter,
    QStackedLayout,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from ...processing.checks.history import Decision
from ...processing.i18n import tr
from ..project.results import CheckLayers
from .chips import VerdictChips
from .details import details_html
from .findings_model import FINDING_ROLE, FindingsFilter, FindingsModel, plain, read_findings
from .findings_table import FindingsTable
from .outcome import Outcome

# The map follows the arrow keys when they rest: somebody who runs down the list does not want every place drawn.
_REST_MS = 350
_DECIDABLE = ("fail", "undecided")


class FindingsView(QWidget):
    """The findings of one check, or a word about why there are none.

    What is explained is the row under the cursor: when that moves on, or a filter takes the row away, `finding_left`
    says that nothing shown for it elsewhere holds any longer.
    """

    finding_chosen = pyqtSignal(QgsFeature)
    finding_left = pyqtSignal()
    decision_requested = pyqtSignal(QgsFeature)
    demo_requested = pyqtSignal()
    project_requested = pyqtSignal()
    layers_requested = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._layer: QgsVectorLayer | None = None
        self._names: Mapping[str, str] = {}
        self._decisions: Mapping[str, Decision] = {}
        self._explained: int | None = None
        self._filtering = False
        self._model = FindingsModel(self)
        self._filter = FindingsFilter(self)
        self._filter.setSourceModel(self._model)
        self._message = QLabel()
        self._earlier = QLabel()
        self._headline = QLabel()
        self._unchecked = QLabel()
        self.chips = VerdictChips()
        self.search = QgsFilterLineEdit()
        self.table = FindingsTable()
        self._details = QTextBrowser()
        self._shown = QLabel()
        self.decide_button = QPushButton(tr("Record &decision…"))
        self._page = QWidget()
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._rest.timeout.connect(lambda: self.choose(self.table.currentIndex()))
        self._build()
        self.clear()

    def show_results(
        self,
        layers: CheckLayers,
        outcome: Outcome,
        names: Mapping[str, str] | None = None,
        decisions: Mapping[str, Decision] | None = None,
    ) -> None:
        """Show the findings of a check under a sentence about its outcome.

        Parameters
        ----------
        layers : CheckLayers
        outcome : Outcome
        names : mapping of str to str, optional
            By factory id, the name to show in place of the finding's own.
        decisions : mapping of str to Decision, optional
            By finding id, what officers have decided.
        """
        self._layer = layers.findings
        self._names, self._decisions = names or {}, decisions or {}
        self._explain_nothing()
        self._model.set_findings(read_findings(layers.findings, self._names))
        self.search.clear()
        self.chips.set_counts(self._model.counts())
        self._earlier.hide()
        self._headline.setText(outcome.headline)
        self._unchecked.setText(outcome.unchecked)
        self._unchecked.setToolTip(outcome.unchecked_all)
        self._unchecked.setVisible(bool(outcome.unchecked))
        self._pages.setCurrentIndex(1)
        self.table.sortByColumn(0, Qt.SortOrder.AscendingOrder)
        self._explain_nothing()
        self._count_shown()

    def mark_earlier(self) -> None:
        """Say that what is shown comes from before the run that has just failed or was cancelled."""
        self._earlier.setVisible(self._layer is not None)

    def show_decisions(self, decisions: Mapping[str, Decision]) -> None:
        """Show other decisions, also in the finding that is explained."""
        self._decisions = decisions
        if self._explained is not None:
            self._explain(self._explained)

    def clear(self) -> None:
        """Show how to begin in place of findings."""
        self._layer = None
        self._explain_nothing()
        self._model.set_findings([])
        begin = tr("No check has been run yet. Choose the layers and press Run check.")
        links = {
            "project": tr("Set up a new factory project"),
            "layers": tr("Load factory layers"),
            "demo": tr("Or begin with the demo project"),
        }
        told = "<br>".join(f"<a href='{name}'>{escape(text)}</a>" for name, text in links.items())
        self._message.setText(f"<p>{escape(begin)}</p><p>{told}</p>")
        self._pages.setCurrentIndex(0)

    def shows(self, layer_id: str) -> bool:
        """Return whether the findings come from the layer with this id."""
        return self._layer is not None and self._layer.id() == layer_id

    def row_count(self) -> int:
        """Return how many findings pass the filters."""
        return self._filter.rowCount()

    def name_of(self, finding: QgsFeature) -> str:
        """Return what the panel calls the factory of a finding."""
        known = {field.name() for field in finding.fields()}
        factory, name = (
            str(plain(finding[field]) or "") if field in known else "" for field in ("factory_id", "factory_name")
        )
        return self._names.get(factory) or name

    def details_text(self) -> str:
        """Return what stands below the table, without its looks."""
        return str(self._details.toPlainText())

    def choose(self, index: QModelIndex) -> None:
        """Explain the finding at `index` of the table and announce it."""
        self._rest.stop()
        finding = index.data(FINDING_ROLE)
        if self._layer is None or finding is None:
            return
        if self.table.currentIndex().row() != index.row():
            self._make_current(index)
        feature = self._explain(finding.fid)
        if feature is not None:
            self.finding_chosen.emit(feature)

    def _follow(self, link: str) -> None:
        asked = {"project": self.project_requested, "layers": self.layers_requested}
        asked.get(link, self.demo_requested).emit()

    def _build(self) -> None:
        self._pages = QStackedLayout(self)
        self._message.setWordWrap(True)
        self._message.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._message.setMargin(12)
        self._message.linkActivated.connect(self._follow)
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
        column.addWidget(self._earlier)
        column.addWidget(self._headline)
        column.addWidget(self._unchecked)
        column.addWidget(self.chips)
        column.addLayout(row)
        column.addWidget(self._split(), 1)

    def _build_filters(self) -> None:
        self._earlier.setText(tr("These findings are from an earlier run."))
        self._earlier.setStyleSheet("QLabel { background: #fff3cd; color: #5c4400; padding: 4px; }")
        for label in (self._earlier, self._headline, self._unchecked):
            label.setWordWrap(True)
        self.search.setPlaceholderText(tr("Factory, rule or words"))
        self.search.setShowSearchIcon(True)
        self.search.setAccessibleName(tr("Filter the findings"))
        self.search.textChanged.connect(lambda text: self._refilter(lambda: self._filter.set_text(text)))
        self.chips.selection_changed.connect(lambda wanted: self._refilter(lambda: self._filter.set_kinds(wanted)))

    def _build_table(self) -> None:
        self.table.setModel(self._filter)
        self.table.lay_out()
        self.table.setAccessibleName(tr("Findings"))
        self.table.chosen.connect(self.choose)
        self.table.selectionModel().currentRowChanged.connect(self._current_changed)
        self._details.setAccessibleName(tr("About the finding"))
        self._details.setOpenExternalLinks(True)
        self.decide_button.clicked.connect(self._ask_decision)

    def _split(self) -> QSplitter:
        split = QSplitter(Qt.Orientation.Vertical)
        for widget, least in ((self.table, 110), (self._details, 100)):
            widget.setMinimumHeight(least)
            split.addWidget(widget)
        split.setChildrenCollapsible(False)
        # The room that is there, and no more: what stands below must not slip out of sight.
        split.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        split.setSizes([300, 220])
        return split

    def _current_changed(self, current: QModelIndex, _previous: QModelIndex) -> None:
        """Explain the row that the cursor moved to; the map follows when it rests there."""
        finding = current.data(FINDING_ROLE)
        if self._filtering or finding is None or finding.fid == self._explained:
            return
        self.finding_left.emit()
        if self._explain(finding.fid) is not None:
            self._rest.start()

    def _refilter(self, change: Callable[[], None]) -> None:
        """Change the filter; the finding explained stays under the cursor, or is no longer explained."""
        self._filtering = True  # Qt moves the cursor to a neighbour of a row that goes: nobody chose that one
        try:
            change()
        finally:
            self._filtering = False
        index = self._filter.mapFromSource(self._model.index_of(self._explained))
        if index.isValid():
            self._make_current(index)
            self.table.scrollTo(index)
        else:
            self._explain_nothing()
            self.table.scrollToTop()
        self._count_shown()

    def _make_current(self, index: QModelIndex) -> None:
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        self._filtering = True
        try:
            self.table.selectionModel().setCurrentIndex(index, flags)
        finally:
            self._filtering = False

    def _explain(self, fid: int) -> QgsFeature | None:
        """Write about a finding below the table and return it; None where its row is gone."""
        feature = self._layer.getFeature(fid) if self._layer is not None else QgsFeature()
        if not feature.isValid():
            self._explain_nothing()
            self._details.setPlainText(tr("This finding is no longer in its layer. Run the check again."))
            return None
        self._explained = fid
        values = dict(zip([field.name() for field in feature.fields()], feature.attributes()))
        values["factory_name"] = self.name_of(feature)
        decision = self._decisions.get(str(plain(values.get("finding_id")) or ""))
        self._details.setHtml(details_html(values, decision, located=_located(feature)))
        self.decide_button.setEnabled(bool(decision) or str(values.get("verdict")) in _DECIDABLE)
        return feature

    def _explain_nothing(self) -> None:
        self._rest.stop()
        if self._explained is not None:
            self._explained = None
            self.finding_left.emit()
        self._filtering = True
        try:
            self.table.selectionModel().clear()
        finally:
            self._filtering = False
        self.decide_button.setEnabled(False)
        hint = tr("Click a finding to see it on the map and to read why.")
        self._details.setHtml("<p>" + hint + "</p>")

    def _ask_decision(self) -> None:
        if self._layer is None or self._explained is None:
            return
        feature = self._layer.getFeature(self._explained)
        if feature.isValid():
            self.decision_requested.emit(feature)

    def _count_shown(self) -> None:
        shown, total = self._filter.rowCount(), self._model.rowCount()
        locale = QLocale()
        self._shown.setText(tr("{shown} of {total}").format(shown=locale.toString(shown), total=locale.toString(total)))


def _located(feature: QgsFeature) -> bool:
    return feature.hasGeometry() and not feature.geometry().isEmpty()

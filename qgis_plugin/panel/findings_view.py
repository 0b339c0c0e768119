"""Step 3 of the panel: the findings, counted, filtered, listed and explained."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from html import escape
from typing import TYPE_CHECKING, Any

from qgis.core import QgsApplication, QgsFeature, QgsVectorLayer
from qgis.gui import QgsFilterLineEdit
from qgis.PyQt.QtCore import QLocale, QModelIndex, Qt, QTimer, pyqtSignal
from qgis.PyQt.QtGui import QResizeEvent
from qgis.PyQt.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QSplitter,
    QStackedLayout,
    QTextBrowser,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ...processing.checks.history import Decision
from ...processing.i18n import tr
from .. import settings
from .chips import VerdictChips
from .details import details_html
from .findings_model import FINDING_ROLE, GROUPINGS, FindingsModel, Group, plain
from .findings_table import FindingsTable
from .inks import ThemedLabel, show_page
from .narrowing import NarrowingBar
from .since_line import SinceLine

if TYPE_CHECKING:
    import numpy as np

    from .check_reader import CheckRead
    from .comparison import Comparison
    from .findings_data import FindingsData

# The map follows the arrow keys when they rest: somebody who runs down the list does not want every place drawn.
_REST_MS = 350
# Lower than this the list needs the room that names below the numbers of the verdicts would take.
_LOW = 420
_DECIDABLE = ("fail", "undecided")


class FindingsView(QWidget):
    """The findings of one check, or a word about why there are none.

    What is explained is the row under the cursor: when that moves on, or a filter takes the row away, `finding_left`
    says that nothing shown for it elsewhere holds any longer.
    """

    finding_chosen = pyqtSignal(QgsFeature, QgsVectorLayer)
    finding_left = pyqtSignal()
    decision_requested = pyqtSignal(QgsFeature)
    demo_requested = pyqtSignal()
    project_requested = pyqtSignal()
    layers_requested = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._layer: QgsVectorLayer | None = None
        self._results: CheckRead | None = None
        self._results_layer: QgsVectorLayer | None = None
        self._comparison: Comparison | None = None
        self._decisions: Mapping[str, Decision] = {}
        self._explained: int | None = None
        self._reading, self._awaited = False, ""
        self._filtering = False
        self._model = FindingsModel(self)
        self._message = ThemedLabel()
        self._earlier = QLabel()
        self._headline = QLabel()
        self._unchecked = QLabel()
        self.since = SinceLine()
        self.narrowing = NarrowingBar()
        self.group_box = QComboBox()
        self.groups_button = QToolButton()
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
        self, layer: QgsVectorLayer, read: CheckRead, decisions: Mapping[str, Decision] | None = None
    ) -> None:
        """Show the findings of a check under a sentence about its outcome.

        Parameters
        ----------
        layer : QgsVectorLayer
            The findings.
        read : CheckRead
        decisions : mapping of str to Decision, optional
            By finding id, what officers have decided.
        """
        self._results, self._results_layer = read, layer
        self._decisions = decisions or {}
        self.show_comparison(None)
        self._list(layer, read.findings)
        self._earlier.hide()
        self._headline.setText(read.outcome.headline)
        self._unchecked.setText(read.outcome.unchecked)
        self._unchecked.setToolTip(read.outcome.unchecked_all)
        self._unchecked.setVisible(bool(read.outcome.unchecked))
        self._pages.setCurrentIndex(1)
        self._reading = False
        if self._awaited:
            self.narrow_to_factory(self._awaited)

    def show_comparison(self, comparison: Comparison | None, why_not: str = "") -> None:
        """Say what changed since an earlier check, or why that cannot be said; None and no reason for nothing."""
        self._comparison = comparison
        self.since.show_comparison(comparison, why_not)

    def narrow_to_factory(self, factory_id: str) -> bool:
        """List what was found about one factory; return whether there is anything, or may be while it is read."""
        self._awaited = factory_id if self._results is None else ""
        if self._results is None:
            return self._reading
        data = self._results.findings
        mask = data.holding("factory_id", {factory_id})
        self._narrow(tr("Factory {factory}").format(factory=factory_id), mask)
        return bool(mask.any())

    def widen(self) -> None:
        """List all findings of the check again."""
        if self._results is None or self._results_layer is None:
            return
        if self._model.content is self._results.findings:
            self.narrowing.show_text("")
            self._refilter(lambda: self._model.set_only(None))
        else:
            self._list(self._results_layer, self._results.findings)

    def show_reading(self) -> None:
        """Say that findings are about to come, in place of those that there were."""
        self.clear()
        self._reading = True
        self._message.setText(escape(tr("Reading the findings…")))

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
        self._layer = self._results = self._results_layer = None
        self._reading, self._awaited = False, ""
        self.show_comparison(None)
        self.narrowing.show_text("")
        self._explain_nothing()
        self._model.set_data(None)
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
        """Return how many findings pass the filters, also in groups that are closed."""
        return self._model.wanted

    def name_of(self, finding: QgsFeature) -> str:
        """Return what the panel calls the factory of a finding."""
        data = self._model.content
        row = -1 if data is None else data.row_of(finding.id())
        return "" if data is None or row < 0 else data.texts["factory_name"][row]

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
        if feature is not None and self._layer is not None:
            self.finding_chosen.emit(feature, self._layer)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.chips.set_compact(event.size().height() < _LOW)

    def _follow(self, link: str) -> None:
        asked = {"project": self.project_requested, "layers": self.layers_requested}
        asked.get(link, self.demo_requested).emit()

    def _build(self) -> None:
        self._pages = QStackedLayout(self)
        self._message.setWordWrap(True)
        # At the top: the middle of a box that reaches below the edge of a low screen is not seen.
        self._message.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
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
        row.addWidget(self.group_box)
        row.addWidget(self.groups_button)
        row.addWidget(self._shown)
        column.addWidget(self._earlier)
        column.addWidget(self._headline)
        column.addWidget(self._unchecked)
        column.addWidget(self.since)
        column.addWidget(self.chips)
        column.addWidget(self.narrowing)
        column.addLayout(row)
        column.addWidget(self._split(), 1)

    def _build_filters(self) -> None:
        self._earlier.setText(tr("These findings are from an earlier run."))
        self._earlier.setStyleSheet("QLabel { background: #fff3cd; color: #5c4400; padding: 4px; }")
        for label in (self._earlier, self._headline, self._unchecked):
            label.setWordWrap(True)
        self.search.setPlaceholderText(tr("Factory, rule or words"))
        self.search.setToolTip(tr("Factory, rule or words"))
        self.search.setShowSearchIcon(True)
        self.search.setAccessibleName(tr("Filter the findings"))
        self.search.textChanged.connect(lambda text: self._refilter(lambda: self._model.set_text(text)))
        self.chips.selection_changed.connect(lambda wanted: self._refilter(lambda: self._model.set_kinds(wanted)))
        self.narrowing.removed.connect(self.widen)
        self.since.asked.connect(self._show_changes)
        titles = (tr("No groups"), tr("By rule"), tr("By province"), tr("By severity"))
        for key, title in zip(GROUPINGS, titles):
            self.group_box.addItem(title, key)
        self.group_box.setAccessibleName(tr("Group the findings"))
        self.group_box.setToolTip(tr("Group the findings"))
        self.group_box.setCurrentIndex(max(self.group_box.findData(settings.grouping()), 0))
        self._model.set_grouping(str(self.group_box.currentData()))
        self.group_box.activated.connect(lambda _index: self._regroup())

        self.groups_button.setAutoRaise(True)
        self.groups_button.clicked.connect(lambda: self.table.open_all(not self._model.all_open))
        self._model.modelReset.connect(self._offer_groups)

    def _offer_groups(self) -> None:
        """Offer to open all groups, or to close them where all are open."""
        is_open = self._model.all_open
        words = tr("Close all groups") if is_open else tr("Open all groups")
        icon = "/mActionCollapseTree.svg" if is_open else "/mActionExpandTree.svg"
        self.groups_button.setIcon(QgsApplication.getThemeIcon(icon))
        self.groups_button.setToolTip(words)
        self.groups_button.setAccessibleName(words)
        self.groups_button.setVisible(bool(self._model.heads))

    def _build_table(self) -> None:
        self.table.setModel(self._model)
        self.table.lay_out()
        self.table.setAccessibleName(tr("Findings"))
        self.table.chosen.connect(self.choose)
        self.table.selectionModel().currentRowChanged.connect(self._current_changed)
        self._details.setAccessibleName(tr("About the finding"))
        self._details.setOpenExternalLinks(True)
        self.decide_button.clicked.connect(self._ask_decision)

    def _split(self) -> QSplitter:
        split = QSplitter(Qt.Orientation.Vertical)
        for widget, least in ((self.table, 110), (self._details, 70)):
            widget.setMinimumHeight(least)
            split.addWidget(widget)
        split.setChildrenCollapsible(False)
        # The room that is there, and no more: what stands below must not slip out of sight.
        split.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        split.setMinimumHeight(split.minimumSizeHint().height())  # with less, the list would cover what is told
        split.setSizes([340, 150])
        return split

    def _list(self, layer: QgsVectorLayer, data: FindingsData) -> None:
        """List findings of a layer, all of them."""
        self._explain_nothing()
        self._layer = layer
        self.narrowing.show_text("")
        self._filtering = True
        try:
            self.search.clear()
            self.table.sortByColumn(0, Qt.SortOrder.AscendingOrder)
            self._model.set_data(data)
            self.chips.set_counts(self._model.counts())
        finally:
            self._filtering = False
        self.table.fit_columns()
        self.table.scrollToTop()
        self._explain_nothing()
        self._count_shown()

    def _narrow(self, title: str, mask: np.ndarray) -> None:
        """List only some findings of the check that is shown."""
        if self._results is None or self._results_layer is None:
            return
        self._list(self._results_layer, self._results.findings)
        self._refilter(lambda: self._model.set_only(mask))
        self.narrowing.show_text(title)

    def _show_changes(self, which: str) -> None:
        """List what is new, changed, resolved, or of the factories that are worse or better."""
        comparison, results = self._comparison, self._results
        if comparison is None or results is None:
            return
        title = comparison.title(which)
        mask = comparison.mask_now(which, results.findings)
        if mask is not None:
            self._narrow(title, mask)
        else:  # what is no more: as it was in the earlier check
            self._list(comparison.layer, comparison.earlier)
            self._refilter(lambda: self._model.set_only(comparison.mask_then(which)))
            self.narrowing.show_text(title)

    def _regroup(self) -> None:
        """Group by what was chosen; the finding explained stays under the cursor."""
        grouping = str(self.group_box.currentData())
        settings.set_grouping(grouping)
        explained = self._explained
        self._refilter(lambda: self._model.set_grouping(grouping), lambda: self._model.reveal(explained))

    def _current_changed(self, current: QModelIndex, _previous: QModelIndex) -> None:
        """Explain the row that the cursor moved to; the map follows when it rests there."""
        if self._filtering or not current.isValid():
            return
        finding = current.data(FINDING_ROLE)
        if finding is None:
            self._explain_group(self._model.group(current.row()))
        elif finding.fid != self._explained:
            self.finding_left.emit()
            if self._explain(finding.fid) is not None:
                self._rest.start()

    def _refilter(self, change: Callable[[], None], find: Callable[[], QModelIndex] | None = None) -> None:
        """Change what is listed; the finding explained stays under the cursor, or is no longer explained."""
        if self._filtering:
            return
        self._filtering = True  # Qt moves the cursor to a neighbour of a row that goes: nobody chose that one
        try:
            change()
            index = find() if find is not None else self._model.index_of(self._explained)
        finally:
            self._filtering = False
        if index.isValid():
            self._make_current(index)
            self.table.scrollTo(index)
        else:
            self._explain_nothing()
            self.table.scrollToTop()
        self._count_shown()

    def _make_current(self, index: QModelIndex) -> None:
        self._filtering = True
        try:
            self.table.make_current(index.row())
        finally:
            self._filtering = False

    def _explain_group(self, group: Group | None) -> None:
        """Write about a group below the table: the finding before it is left."""
        self._rest.stop()
        if group is None:
            return
        if self._explained is not None:
            self._explained = None
            self.finding_left.emit()
        self.decide_button.setEnabled(False)
        lines = "<br>".join(escape(line) for line in (group.counted, group.kinds_told))
        self._details.setHtml(f"<p style='margin:0'><b>{escape(group.title)}</b></p><p>{lines}</p>")

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
        pack = self._results.pack if self._results is not None and self._layer is self._results_layer else ""
        show_page(self._details, details_html(_as_found(values), decision, located=_located(feature), pack=pack))
        decidable = bool(decision) or str(values.get("verdict")) in _DECIDABLE
        self.decide_button.setEnabled(decidable and self._layer is self._results_layer)
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
        shown, total = self._model.wanted, self._model.total
        locale = QLocale()
        self._shown.setVisible(shown < total)  # the search needs the room
        self._shown.setText(tr("{shown} of {total}").format(shown=locale.toString(shown), total=locale.toString(total)))


def _as_found(values: Mapping[str, Any]) -> dict[str, Any]:
    """Return a finding; of a row of changes, the finding as it was, and below it what the later check says."""
    if "verdict_before" not in values:
        return dict(values)
    renamed = {"verdict": "verdict_before", "message": "message_before", "measured_m": "measured_before_m"}
    renamed.update(feature_name="feature_before", layer_vintage="vintage_before")
    found = {**values, **{name: values.get(other) for name, other in renamed.items()}}
    return {**found, "action": tr("Now: {message}").format(message=plain(values.get("message_after")) or "")}


def _located(feature: QgsFeature) -> bool:
    return feature.hasGeometry() and not feature.geometry().isEmpty()

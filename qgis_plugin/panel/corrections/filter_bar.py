"""What to look for: words, a kind of problem, a decision, and how sure it is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from qgis.gui import QgsFilterLineEdit
from qgis.PyQt.QtCore import QTimer, pyqtSignal
from qgis.PyQt.QtGui import QStandardItemModel
from qgis.PyQt.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ....processing.i18n import tr
from ..chips import VerdictChips
from ..elided import ElidedBox
from ..forms import let_shrink
from ..register.model import count
from . import certainty
from .proposals import STATES, Found, Wanted

_REST_MS = 150
_WIDEST_LIST = 420


class ChoiceBox(ElidedBox):
    """One entry of several, or all; each says how many proposals it leaves."""

    def __init__(self, title: str, all_: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._all = all_
        self._labels: list[str] = []
        let_shrink(self)
        self.setStyleSheet("QComboBox { combobox-popup: 0; }")  # a list below the box, not one as high as the screen
        self.setMaxVisibleItems(18)
        self.setAccessibleName(title)
        self.setToolTip(title)
        self.offer(())

    def offer(self, entries: Sequence[tuple[str, str]]) -> None:
        """Offer entries, keys and labels; the one that is chosen stays where it is among them."""
        chosen = self.chosen()
        self.clear()
        self._labels = [self._all, *(label for _, label in entries)]
        self.addItem(self._all, None)
        for key, label in entries:
            self.addItem(label, key)
        self.choose(chosen)
        self.view().setMinimumWidth(min(self.view().sizeHintForColumn(0) + 60, _WIDEST_LIST))

    def show_counts(self, counts: Mapping[str | None, int]) -> None:
        """Show how many proposals each entry leaves."""
        entries = self.model()
        for index, label in enumerate(self._labels):
            number = counts.get(self.itemData(index), 0)
            self.setItemText(index, tr("{entry} ({count})").format(entry=label, count=count(number)))
            if isinstance(entries, QStandardItemModel):
                entries.item(index).setEnabled(number > 0 or index in (0, self.currentIndex()))

    def chosen(self) -> str | None:
        """Return the key chosen; None for all."""
        key = self.currentData()
        return None if key is None else str(key)

    def choose(self, key: str | None) -> None:
        """Choose an entry; all where it is not offered."""
        self.setCurrentIndex(max(0 if key is None else self.findData(key), 0))


class FilterBar(QWidget):
    """The search box, the two choices and the chips."""

    changed = pyqtSignal()
    entered = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.search = QgsFilterLineEdit()
        self.counted = QLabel()
        self.kinds = ChoiceBox(tr("Kind of problem"), tr("All problems"))
        self.states = ChoiceBox(tr("Decision"), tr("All decisions"))
        self.chips = VerdictChips(look=certainty)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._rest.timeout.connect(self.changed)
        self._quiet = False
        self._build()

    def wanted(self) -> Wanted:
        """Return what is looked for."""
        return Wanted(
            self.search.text().strip(), self.kinds.chosen(), self.states.chosen(), frozenset(self.chips.selected())
        )

    def look_for(self, wanted: Wanted) -> None:
        """Look for something else."""
        self._quiet = True
        try:
            self.search.setText(wanted.words)
            self.kinds.choose(wanted.code)
            self.states.choose(wanted.state)
            for chip in self.chips.chips():
                chip.setChecked(chip.verdict in wanted.certainties)
        finally:
            self._quiet = False
        self._rest.stop()
        self.changed.emit()

    def offer(self, kinds: Sequence[tuple[str, str]]) -> None:
        """Offer the kinds of problems of a result."""
        self.kinds.offer(kinds)

    def show_counts(self, found: Found | None) -> None:
        """Show how many proposals each choice leaves."""
        if found is None:
            return
        self._quiet = True
        try:
            self.kinds.show_counts(found.codes)
            self.states.show_counts(found.states)
            for chip in self.chips.chips():
                chip.set_count(found.certainties.get(chip.verdict, 0), keep=True)
        finally:
            self._quiet = False

    def tab_order(self) -> list[QWidget]:
        """Return the widgets in the order of the Tab key."""
        return [self.search, self.kinds, self.states, *self.chips.chips()]

    def _build(self) -> None:
        self.search.setShowClearButton(True)
        self.search.setPlaceholderText(tr("Search name or id"))
        self.search.setAccessibleName(tr("Search name or id"))
        self.search.textChanged.connect(lambda _text: self._rest.start() if not self._quiet else None)
        self.search.returnPressed.connect(self._enter)
        self.states.offer([(state, certainty.state_label(state)) for state in STATES])
        self.kinds.activated.connect(lambda _index: self.changed.emit())
        self.states.activated.connect(lambda _index: self.changed.emit())
        self.chips.selection_changed.connect(lambda _chosen: None if self._quiet else self.changed.emit())
        grid = QGridLayout()
        grid.setSpacing(4)
        row = QHBoxLayout()
        row.addWidget(self.search, 1)
        row.addWidget(self.counted)
        grid.addLayout(row, 0, 0, 1, 2)
        grid.addWidget(self.kinds, 1, 0)
        grid.addWidget(self.states, 1, 1)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(grid)
        column.addWidget(self.chips)

    def _enter(self) -> None:
        if self._rest.isActive():
            self._rest.stop()
            self.changed.emit()
        self.entered.emit()

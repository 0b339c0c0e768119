"""What to look for: words, and a choice of province, sector, status, verdict and accuracy."""

from __future__ import annotations

from qgis.core import QgsApplication
from qgis.gui import QgsFilterLineEdit
from qgis.PyQt.QtCore import Qt, QTimer, pyqtSignal
from qgis.PyQt.QtGui import QFont, QPaintEvent, QStandardItemModel
from qgis.PyQt.QtWidgets import (
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ....processing.i18n import named, tr
from ..forms import let_shrink
from . import lists
from .columns import FACETS, Facet, Table, Wanted
from .model import count

# Somebody who types is not done with every letter.
_REST_MS = 150
_INDENT = "    "
_MOST_ENTRIES = 18
_LONGEST = 52  # letters of an entry
_WIDEST_LIST = 460


class FacetBox(QComboBox):
    """A choice of one entry of a facet, or all; every entry says how many factories it leaves."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._labels: list[str] = []
        self._offered = self._khmer = False
        let_shrink(self)
        # A list below the box with a scroll bar, not one as high as the screen.
        self.setStyleSheet("QComboBox { combobox-popup: 0; }")
        self.setMaxVisibleItems(_MOST_ENTRIES)
        self.setAccessibleName(facet_title(name))
        self.setToolTip(facet_title(name))
        self._add(facet_all(name), None, facet_all(name))
        self.activated.connect(lambda _index: self._show_chosen())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw what is chosen without the indent of its list, shortened so that its count can be read."""
        painter, option = QStylePainter(self), QStyleOptionComboBox()
        self.initStyleOption(option)
        room = self.style().subControlRect(
            QStyle.ComplexControl.CC_ComboBox, option, QStyle.SubControl.SC_ComboBoxEditField, self
        )
        text, width = option.currentText.strip(), room.width() - 2
        option.currentText = self.fontMetrics().elidedText(text, Qt.TextElideMode.ElideMiddle, width)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)

    def offer(self, facet: Facet | None, khmer: bool) -> None:
        """Offer the entries of a facet; the one that is chosen stays, also where no factory has it.

        A facet that is not there, such as the verdicts without a check, cannot be chosen from.
        """
        chosen = self.chosen()
        self.clear()
        self._labels = []
        self._offered = facet is not None
        self._khmer = khmer
        self._add(facet_all(self._name), None, facet_all(self._name))
        if facet is not None:
            titles = lists.activities(khmer) if self._name == "sector" else {}
            group = ""
            for key, label, whole, wider in zip(facet.keys, facet.shorts, facet.labels, facet.groups):
                if wider and wider != group:
                    group = wider
                    title = f"{wider}  {titles[wider].full}" if wider in titles else wider
                    self._add(title, wider, title)
                if not wider or key != wider:
                    self._add((_INDENT if wider else "") + label, key, whole)
        self.choose(chosen)
        # The list may be wider than the box, which has to share a narrow panel.
        needed = self.view().sizeHintForColumn(0) + 40
        self.view().setMinimumWidth(min(needed, _WIDEST_LIST))

    def show_counts(self, counts: dict[str | None, int]) -> None:
        """Show how many factories each entry leaves, by its key; None is the one for all."""
        entries = self.model()
        for index, label in enumerate(self._labels):
            number = counts.get(self.itemData(index), 0)
            self.setItemText(index, tr("{entry} ({count})").format(entry=label, count=count(number)))
            if isinstance(entries, QStandardItemModel):  # nothing is left where nothing is: no use in choosing it
                entries.item(index).setEnabled(number > 0 or index in (0, self.currentIndex()))

    def chosen(self) -> str | None:
        """Return the key chosen; None for all."""
        key = self.currentData()
        return None if key is None else str(key)

    def choose(self, key: str | None) -> None:
        """Choose an entry without announcing it; all where there is nothing to choose from."""
        index = 0 if key is None or not self._offered else self.findData(key)
        if index < 0 and key is not None:
            label = entry_label(self._name, key, self._khmer)
            self._add(label, key, label)
            index = self.count() - 1
        self.setCurrentIndex(index)
        self._show_chosen()

    def _add(self, label: str, key: str | None, whole: str) -> None:
        shown = label if len(label) <= _LONGEST else label[: _LONGEST - 1].rstrip() + "…"
        self.addItem(shown, key)
        place, font = self.count() - 1, QFont(self.font())
        font.setBold(False)  # the list would follow the box, see _show_chosen
        self.setItemData(place, font, Qt.ItemDataRole.FontRole)
        self.setItemData(place, whole, Qt.ItemDataRole.ToolTipRole)
        self._labels.append(shown)

    def _show_chosen(self) -> None:
        """Set a box that filters apart from those that do not."""
        font = self.font()
        font.setBold(self.currentIndex() > 0)
        self.setFont(font)
        told = facet_title(self._name)
        self.setToolTip(told if self.currentIndex() <= 0 else named(told, self._labels[self.currentIndex()].strip()))


class FilterBar(QWidget):
    """The search box, the facets, and what to do with all of them."""

    changed = pyqtSignal()
    entered = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.search = QgsFilterLineEdit()
        self.boxes = {name: FacetBox(name) for name in FACETS}
        self.selected_button = QToolButton()
        self.saved_button = QToolButton()
        self.clear_button = QPushButton(tr("Clear all"))
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._rest.timeout.connect(self._announce)
        self._build()

    def wanted(self) -> Wanted:
        """Return what is looked for."""
        return Wanted(
            text=self.search.text().strip(),
            only_selected=self.selected_button.isChecked(),
            **{name: box.chosen() for name, box in self.boxes.items()},
        )

    def show_wanted(self, wanted: Wanted) -> None:
        """Look for something else, and announce it."""
        self.search.blockSignals(True)
        self.search.setText(wanted.text)
        self.search.blockSignals(False)
        for name, box in self.boxes.items():
            box.choose(getattr(wanted, name))
        self.selected_button.blockSignals(True)
        self.selected_button.setChecked(wanted.only_selected)
        self.selected_button.blockSignals(False)
        self._announce()

    def clear(self) -> None:
        """Look for everything."""
        self.show_wanted(Wanted())

    def tab_order(self) -> list[QWidget]:
        """Return the controls in the order in which the tab key visits them."""
        return [self.search, self.selected_button, self.saved_button, *self.boxes.values(), self.clear_button]

    def offer(self, table: Table, khmer: bool) -> None:
        """Offer what is in a table; boxes for what it does not have are hidden."""
        for name, box in self.boxes.items():
            box.offer(table.facets.get(name), khmer)
            box.setVisible(name in table.facets or name == "verdict")
        checked = "verdict" in table.facets
        self.boxes["verdict"].setEnabled(checked)
        if not checked:
            self.boxes["verdict"].setToolTip(tr("There is no check in the project yet: run one in the tab Check."))

    def show_counts(self, table: Table, counts: dict[str, list[int]]) -> None:
        """Show how many factories each entry of each box leaves."""
        for name, facet in table.facets.items():
            numbers: dict[str | None, int] = {None: sum(counts[name])}
            for key, group, number in zip(facet.keys, facet.groups, counts[name]):
                numbers[key] = numbers.get(key, 0) + number
                if group and group != key:
                    numbers[group] = numbers.get(group, 0) + number
            self.boxes[name].show_counts(numbers)

    def _build(self) -> None:
        self.search.setPlaceholderText(tr("Name, id, licence or operator"))
        self.search.setShowSearchIcon(True)
        self.search.setAccessibleName(tr("Search the register"))
        self.search.setMinimumWidth(80)
        self.search.textChanged.connect(lambda _text: self._rest.start())
        self.search.returnPressed.connect(self._entered)
        self.selected_button.setCheckable(True)
        self.selected_button.setIcon(QgsApplication.getThemeIcon("/mActionOpenTableSelected.svg"))
        self.selected_button.toggled.connect(lambda _checked: self._announce())
        self.saved_button.setIcon(QgsApplication.getThemeIcon("/mActionShowBookmarks.svg"))
        self.saved_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        _explain(self.selected_button, tr("Only what is selected on the map"))
        _explain(self.saved_button, tr("Saved filters"))
        for button in (self.selected_button, self.saved_button):
            button.setAutoRaise(True)
        self.clear_button.setToolTip(tr("Look for everything again"))
        self.clear_button.clicked.connect(self.clear)
        self.clear_button.setEnabled(False)
        row = QHBoxLayout()
        row.setSpacing(4)
        for widget in (self.search, self.selected_button, self.saved_button):
            row.addWidget(widget)
        grid = QGridLayout()
        grid.setSpacing(4)
        for number, widget in enumerate((*self.boxes.values(), self.clear_button)):
            grid.addWidget(widget, number // 2, number % 2)
        for half in range(2):
            grid.setColumnStretch(half, 1)
        for box in self.boxes.values():
            box.activated.connect(lambda _index: self._announce())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(row)
        column.addLayout(grid)

    def _entered(self) -> None:
        self._announce()
        self.entered.emit()

    def _announce(self) -> None:
        self._rest.stop()
        self.clear_button.setEnabled(not self.wanted().everything)
        self.changed.emit()


def facet_title(name: str) -> str:
    """Return what a facet is called."""
    titles = {
        "province": tr("Province"),
        "sector": tr("Sector"),
        "status": tr("Status"),
        "verdict": tr("Verdict of the last check"),
        "quality": tr("Accuracy of the location"),
    }
    return titles[name]


def facet_all(name: str) -> str:
    """Return the entry that leaves nothing out."""
    entries = {
        "province": tr("All provinces"),
        "sector": tr("All sectors"),
        "status": tr("Any status"),
        "verdict": tr("Any verdict"),
        "quality": tr("Any accuracy"),
    }
    return entries[name]


def entry_label(name: str, key: str, khmer: bool) -> str:
    """Return what an entry is called that no factory of the register has."""
    if name == "verdict":
        return lists.verdict_label(key)
    if name == "quality":
        return lists.accuracy_label(key)
    if name == "sector" and key in lists.activities(khmer):
        return f"{key} {lists.activities(khmer)[key].short}"
    known = {"province": lists.provinces, "status": lists.statuses}
    labels = known[name](khmer) if name in known else {}
    return labels.get(key, key) or tr("Not stated")


def _explain(button: QToolButton, text: str) -> None:
    button.setToolTip(text)
    button.setAccessibleName(text)

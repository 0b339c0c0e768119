"""The answer: the whole verdict large, every rule below it, and other places where they are asked for."""

from __future__ import annotations

from html import escape

from qgis.PyQt.QtCore import QModelIndex, QSize, Qt, pyqtSignal
from qgis.PyQt.QtGui import QColor, QKeyEvent
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QLabel,
    QListView,
    QPushButton,
    QSizePolicy,
    QSplitter,
    QTabBar,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from ....processing.i18n import tr
from ...trouble import CopyButton
from .. import verdicts
from ..details import details_html
from ..inks import ThemedLabel, show_page
from .answer import Alternative, Answer, Rule, details
from .rows import ROW_ROLE, RowsModel, TwoLines

RULES, PLACES = 0, 1
_MARK = 28
_TINT = 38  # of 255: light enough for dark text, and for light text in a dark theme


class Rows(QListView):
    """A list that is walked with the arrow keys, and answers a click or Enter."""

    reached = pyqtSignal(int)
    chosen = pyqtSignal(int)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = RowsModel(self)
        self.setModel(self._model)
        self.setItemDelegate(TwoLines(self))
        self.setAccessibleName(name)
        self.setAlternatingRowColors(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setResizeMode(QListView.ResizeMode.Adjust)  # titles wrap anew
        self.setMinimumHeight(96)
        self.clicked.connect(lambda index: self.chosen.emit(index.row()))
        self.selectionModel().currentRowChanged.connect(self._moved)

    def show_rows(self, rows: tuple[Rule | Alternative, ...]) -> None:
        """Show other rows; the one that was current stays so where it is still there."""
        current = self.currentIndex().row()
        self._model.show(rows)
        if 0 <= current < len(rows):
            self.setCurrentIndex(self._model.index(current, 0))

    def row_count(self) -> int:
        """Return how many rows there are."""
        return self._model.rowCount()

    def current(self) -> Rule | Alternative | None:
        """Return what the row under the cursor shows."""
        return self.currentIndex().data(ROW_ROLE)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.chosen.emit(self.currentIndex().row())
            return
        super().keyPressEvent(event)

    def _moved(self, current: QModelIndex, _previous: QModelIndex) -> None:
        self.reached.emit(current.row())


class AnswerBox(QWidget):
    """Shows an answer, and asks for other places."""

    rule_reached = pyqtSignal(int)
    rule_chosen = pyqtSignal(int)
    places_wanted = pyqtSignal()
    place_chosen = pyqtSignal(int)
    move_wanted = pyqtSignal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._answer: Answer | None = None
        self._banner = QFrame()
        self._mark = QLabel()
        self._headline = QLabel()
        self._below = ThemedLabel()
        self._trouble = ""
        self._copy_button = CopyButton(lambda: self._trouble)
        self.tabs = QTabBar()
        self.rules = Rows(tr("What every rule says"))
        self.places = Rows(tr("Other places"))
        self._said = QLabel()
        self._details = QTextBrowser()
        self.move_button = QPushButton(tr("&Move the site here"))
        self._build()
        self.show_nothing("")

    def show_answer(self, answer: Answer) -> None:
        """Show what the rules say; other places that are listed were those of an earlier place."""
        self._answer = answer
        self._copy_button.hide()
        self._tint("fail" if answer.abroad else answer.kind)
        self._headline.setText(answer.headline)
        self._below.setText("\n".join(part for part in (answer.checked, answer.where) if part))
        self.tabs.setTabText(RULES, tr("Rules ({count})").format(count=len(answer.rules)))
        current = self.rules.currentIndex().row()
        self.rules.show_rows(answer.rules)
        if current < 0 and answer.rules:
            self.rules.setCurrentIndex(self.rules.model().index(0, 0))
        self.tabs.setEnabled(True)
        if self.tabs.currentIndex() == PLACES:
            self.places_wanted.emit()
        self._show_tab()

    def show_places(self, answer: Answer) -> None:
        """List other places."""
        self.places.show_rows(answer.alternatives)
        self.places.setCurrentIndex(QModelIndex())
        if not answer.failing:
            self._said.setText(tr("Other places are looked for where the site breaks a rule. This one does not."))
        elif answer.alternatives:
            self._said.setText("")
        else:
            self._said.setText(answer.notes[-1] if answer.notes else tr("No other place was found."))
        self._show_tab()

    def show_searching(self) -> None:
        """Say that other places are looked for."""
        self.places.show_rows(())
        self._said.setText(tr("Looking for other places…"))
        self._show_tab()

    def show_nothing(self, why: str, wrong: bool = False, details: str = "") -> None:
        """Show how to begin, or what is missing, in place of an answer; `details` are to be copied for who helps."""
        self._answer = None
        self._trouble = details
        self._copy_button.setVisible(bool(details))
        self._tint("")
        self._headline.setText("")
        self._below.setText(why)
        self._below.show_as_wrong(wrong)
        self.rules.show_rows(())
        self.places.show_rows(())
        self._said.setText("")
        self.tabs.setCurrentIndex(RULES)
        self.tabs.setTabText(RULES, tr("Rules"))
        self.tabs.setEnabled(False)
        self._show_tab()

    def show_busy(self) -> None:
        """Say that an answer is under way."""
        self._copy_button.hide()
        self._below.show_as_wrong(False)
        self._below.setText(tr("Checking…"))

    def headline(self) -> str:
        """Return the whole verdict as it is shown."""
        return str(self._headline.text())

    def told(self) -> str:
        """Return the lines below the verdict."""
        return str(self._below.text())

    def places_told(self) -> str:
        """Return what is said in place of other places."""
        return str(self._said.text())

    def details_text(self) -> str:
        """Return what stands below the list."""
        return str(self._details.toPlainText())

    def _build(self) -> None:
        self._headline.setWordWrap(True)
        font = self._headline.font()
        font.setPointSizeF(font.pointSizeF() * 1.6)
        font.setBold(True)
        self._headline.setFont(font)
        for label in (self._headline, self._below, self._said):
            label.setWordWrap(True)
            label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._banner.setObjectName("SiteVerdict")
        self.tabs.addTab(tr("Rules"))
        self.tabs.addTab(tr("Other places"))
        self.tabs.setTabToolTip(PLACES, tr("Look for the nearest places that keep every prohibition"))
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setAccessibleName(tr("Rules, or other places"))
        self._details.setAccessibleName(tr("About the rule"))
        self._details.setOpenExternalLinks(True)
        self._details.setMinimumHeight(72)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._banner_row())
        column.addWidget(self.tabs)
        column.addWidget(self._split(), 1)
        self._connect()

    def _banner_row(self) -> QFrame:
        texts = QVBoxLayout()
        texts.setSpacing(1)
        texts.addWidget(self._headline)
        texts.addWidget(self._below)
        texts.addWidget(self._copy_button, 0, Qt.AlignmentFlag.AlignRight)
        row = QHBoxLayout(self._banner)
        row.setContentsMargins(8, 6, 8, 6)
        row.setSpacing(8)
        row.addWidget(self._mark)
        row.addLayout(texts, 1)
        return self._banner

    def _split(self) -> QSplitter:
        lists = QWidget()
        column = QVBoxLayout(lists)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for widget in (self.rules, self._said, self.places):
            column.addWidget(widget, 0 if widget is self._said else 1)
        column.addWidget(self.move_button)
        split = QSplitter(Qt.Orientation.Vertical)
        split.addWidget(lists)
        split.addWidget(self._details)
        split.setChildrenCollapsible(False)
        split.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        split.setSizes([220, 130])
        return split

    def _connect(self) -> None:
        self.rules.reached.connect(self._explain)
        self.rules.reached.connect(self.rule_reached)
        self.rules.chosen.connect(self.rule_chosen)
        self.places.reached.connect(self._explain)
        self.places.reached.connect(lambda row: self.move_button.setEnabled(row >= 0))
        self.places.chosen.connect(self.place_chosen)
        self.move_button.clicked.connect(lambda: self.move_wanted.emit(self.places.currentIndex().row()))
        self.tabs.currentChanged.connect(self._tab_changed)

    def _tab_changed(self, tab: int) -> None:
        if tab == PLACES and self._answer is not None:
            self.places_wanted.emit()
        self._show_tab()

    def _show_tab(self) -> None:
        places = self.tabs.currentIndex() == PLACES
        listed = self.places.row_count() > 0
        self.rules.setVisible(not places)
        self._said.setVisible(places and bool(self._said.text()))
        self.places.setVisible(places and listed)
        self.move_button.setVisible(places and listed)
        self.move_button.setEnabled(self.places.currentIndex().isValid())
        self._explain()

    def _explain(self, *_: object) -> None:
        rows = self.places if self.tabs.currentIndex() == PLACES else self.rules
        row = rows.current()
        if isinstance(row, Rule):
            show_page(self._details, details_html(details(row), verdict=row.word))
        elif isinstance(row, Alternative):
            lines = [f"<b>{escape(row.title)}</b>", *map(escape, str(row.values["remaining"] or "").split("\n"))]
            self._details.setHtml("".join(f"<p style='margin:0 0 3px 0'>{line}</p>" for line in lines if line))
        else:
            self._details.clear()
        self._details.setVisible(row is not None)

    def _tint(self, kind: str) -> None:
        self._mark.setVisible(bool(kind))
        self._below.show_as_wrong(False)
        if not kind:
            self._banner.setStyleSheet("")
            return
        self._mark.setPixmap(verdicts.icon(kind).pixmap(QSize(_MARK, _MARK)))
        colour = QColor(verdicts.colour(kind))
        tint = f"rgba({colour.red()}, {colour.green()}, {colour.blue()}, {_TINT})"
        self._banner.setStyleSheet(
            f"QFrame#SiteVerdict {{ background: {tint}; border-left: 4px solid {colour.name()}; }}"
        )

"""What the tab shows: find problems, the proposals, what to decide on them, and what to do with what is decided."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsApplication, QgsSettings
from qgis.PyQt.QtCore import Qt, QUrl, pyqtSignal
from qgis.PyQt.QtGui import QDesktopServices, QHideEvent, QIcon, QShowEvent
from qgis.PyQt.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QMenu,
    QProgressBar,
    QPushButton,
    QSizePolicy,
    QSplitter,
    QTextBrowser,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ....processing.i18n import tr
from ....processing.paths import ICONS
from ...project.roles import LayerRoles
from ..inks import ThemedLabel
from ..problem import ProblemLabel
from . import certainty
from .filter_bar import FilterBar
from .layers_box import LayersBox
from .model import ProposalsModel
from .proposals import ACCEPTED, REJECTED, UNDECIDED
from .table import ProposalsTable

_SPLIT = "factory_locations/corrections/split"
_NOTE = "QLabel { background: #fff3cd; color: #5c4400; padding: 4px; }"


class CorrectionsView(QWidget):
    """The widgets, and nothing that they lead to."""

    seen = pyqtSignal(bool)
    decision_wanted = pyqtSignal(str)
    link_followed = pyqtSignal(str)

    def __init__(self, roles: LayerRoles, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.layers = LayersBox(roles)
        self.find_button = QPushButton(QIcon(str(ICONS / "check_coordinates.svg")), tr("&Find problems"))
        self.open_button = QPushButton(QgsApplication.getThemeIcon("/mActionFileOpen.svg"), tr("&Open…"))
        self.cancel_button = QPushButton(tr("&Cancel"))
        self.progress = QProgressBar()
        self.step = QLabel()
        self.problem = ProblemLabel()
        self.begin = ThemedLabel()
        self.rest = QWidget()
        self.layers_button = QToolButton()
        self.folder_button = QToolButton()
        self.filters = FilterBar()
        self.model = ProposalsModel(self)
        self.table = ProposalsTable(self.model)
        self.details = QTextBrowser()
        self.split = QSplitter(Qt.Orientation.Vertical)
        self.buttons = {state: QPushButton() for state in (ACCEPTED, REJECTED, UNDECIDED)}
        self.bulk_button = QToolButton()
        self.note = QLabel()
        self.told = QLabel()
        self.apply_button = QPushButton(QIcon(str(ICONS / "apply_corrections.svg")), "")
        self.undo_button = QToolButton()
        self.result = QWidget()
        self._file: Path | None = None
        self._build()
        self.show_result(None)
        self.show_running(False)

    def show_result(self, path: Path | None) -> None:
        """Show a result's file and the proposals, or how to begin."""
        self._file = path
        self.result.setVisible(path is not None)
        self.begin.setVisible(path is None)
        self.rest.setVisible(path is None)
        self.layers_button.setChecked(path is None)
        self.folder_button.setVisible(path is not None)
        self.folder_button.setToolTip(tr("Open the folder of {file}").format(file=path))

    def show_begin(self, text: str) -> None:
        """Say how to begin; links are followed by `link_followed`."""
        self.begin.setText(text)

    def show_running(self, running: bool, step: str = "") -> None:
        """Show that something runs, and what."""
        self.cancel_button.setVisible(running)
        self.open_button.setVisible(not running)
        self.progress.setVisible(running)
        self.step.setText(step)
        self.step.setVisible(running and bool(step))
        if not running:
            self.progress.setValue(0)

    def show_told(self, text: str) -> None:
        """Say what was done last; nothing where the text is empty."""
        self.told.setText(text)
        self.told.setVisible(bool(text))

    def menu(self) -> QMenu:
        """Return what can be done with what is selected."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for button in self.buttons.values():
            menu.addAction(button.icon(), button.text(), button.click).setEnabled(button.isEnabled())
        menu.addSeparator()
        current = self.table.current()
        icon = QgsApplication.getThemeIcon("/mActionZoomToSelected.svg")
        menu.addAction(icon, tr("Zoom to"), lambda: self.table.chosen.emit(current)).setEnabled(current >= 0)
        return menu

    def show_note(self, html: str) -> None:
        """Say what stands in the way of applying."""
        self.note.setText(html)
        self.note.setVisible(bool(html))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.seen.emit(True)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.seen.emit(False)

    # -- building ---------------------------------------------------------------------------------

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(6, 6, 6, 6)
        column.setSpacing(6)
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(self.find_button, 1)
        row.addWidget(self.layers_button)
        row.addWidget(self.open_button)
        row.addWidget(self.folder_button)
        row.addWidget(self.cancel_button)
        self._build_tools()
        self.open_button.setToolTip(tr("Open the result of an earlier search"))
        self.progress.setRange(0, 100)
        self.progress.setTextVisible(False)
        self.progress.setMaximumHeight(12)
        self.progress.setAccessibleName(tr("Progress"))
        for label in (self.step, self.begin, self.note, self.told):
            label.setWordWrap(True)
            label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        for label in (self.begin, self.note):
            label.linkActivated.connect(self.link_followed)
        self.problem.linkActivated.connect(self.link_followed)
        self.note.setStyleSheet(_NOTE)
        self.note.hide()
        self.told.hide()
        column.addLayout(row)
        column.addWidget(self.progress)
        column.addWidget(self.step)
        column.addWidget(self.problem)
        column.addWidget(self.begin)
        column.addWidget(self.layers)
        column.addWidget(self.rest, 1)
        column.addWidget(self._build_result(), 1)
        for button, least in (
            (self.find_button, 100),
            (self.open_button, 60),
            (self.cancel_button, 60),
            (self.bulk_button, 120),
            (self.apply_button, 120),
        ):
            button.setMinimumWidth(least)  # long texts, as in Khmer, must not make the panel wider
        self._order_tabs()

    def _build_result(self) -> QWidget:
        column = QVBoxLayout(self.result)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(5)
        column.addWidget(self.filters)
        self.details.setOpenLinks(False)
        self.details.anchorClicked.connect(lambda url: self.link_followed.emit(url.toString()))
        self.details.setAccessibleName(tr("The proposal"))
        self.details.setMinimumHeight(60)
        self.table.setMinimumHeight(90)
        self.split.addWidget(self.table)
        self.split.addWidget(self.details)
        self.split.setStretchFactor(0, 3)
        self.split.setStretchFactor(1, 2)
        self.split.setSizes([260, 150])
        # It takes what the others leave: as high as it would like to be, the buttons below were out of sight.
        self.split.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        self.split.setChildrenCollapsible(False)
        self.split.setMinimumHeight(self.split.minimumSizeHint().height())  # or the list covers what is told
        state = QgsSettings().value(_SPLIT)
        if state:
            self.split.restoreState(state)
        self.split.splitterMoved.connect(lambda *_: QgsSettings().setValue(_SPLIT, self.split.saveState()))
        column.addWidget(self.split, 1)
        column.addLayout(self._build_decisions())
        column.addWidget(self.told)
        column.addWidget(self.note)
        row = QHBoxLayout()
        row.addWidget(self.apply_button, 1)
        row.addWidget(self.undo_button)
        column.addLayout(row)
        self.undo_button.setText(tr("&Undo"))
        self.undo_button.setIcon(QgsApplication.getThemeIcon("/mActionUndo.svg"))
        self.undo_button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.undo_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.undo_button.setToolTip(tr("Take back corrections that were applied to the register"))
        self.undo_button.setMenu(QMenu(self))
        self.undo_button.menu().setToolTipsVisible(True)
        return self.result

    def _build_tools(self) -> None:
        """Give the small buttons beside the search their looks."""
        looks = (
            (self.layers_button, "/mIconVector.svg", tr("What is looked at")),
            (self.folder_button, "/mIconFolderOpen.svg", tr("Open the folder")),
        )
        for button, icon, title in looks:
            button.setIcon(QgsApplication.getThemeIcon(icon))
            button.setToolTip(title)
            button.setAccessibleName(title)
            button.setAutoRaise(True)
        self.layers_button.setCheckable(True)
        self.layers_button.toggled.connect(self.layers.setVisible)
        self.folder_button.clicked.connect(self._open_folder)

    def _build_decisions(self) -> QVBoxLayout:
        texts = {
            ACCEPTED: (tr("&Accept"), tr("Accept what is selected (key A in the list)")),
            REJECTED: (tr("&Reject"), tr("Reject what is selected (key R in the list)")),
            UNDECIDED: (tr("&Not decided"), tr("Take the decision back (key Delete in the list)")),
        }
        row = QHBoxLayout()
        row.setSpacing(4)
        for state, button in self.buttons.items():
            text, tip = texts[state]
            button.setText(text)
            button.setToolTip(tip)
            button.setIcon(certainty.state_icon(state))
            button.setMinimumWidth(60)
            button.clicked.connect(lambda _checked=False, state=state: self.decision_wanted.emit(state))
            row.addWidget(button, 1)
        self.table.decision_made.connect(self.decision_wanted)
        self.table.menu_requested.connect(lambda at: self.menu().popup(self.table.viewport().mapToGlobal(at)))
        self.bulk_button.setPopupMode(QToolButton.ToolButtonPopupMode.MenuButtonPopup)
        self.bulk_button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.bulk_button.setIcon(certainty.icon("certain"))
        self.bulk_button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.bulk_button.setMenu(QMenu(self))
        column = QVBoxLayout()
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(self.bulk_button)
        return column

    def _order_tabs(self) -> None:
        order = (
            self.find_button,
            self.layers_button,
            self.open_button,
            self.folder_button,
            self.cancel_button,
            *self.filters.tab_order(),
            self.table,
            self.details,
            *self.buttons.values(),
            self.bulk_button,
            self.apply_button,
            self.undo_button,
        )
        for before, after in zip(order, order[1:]):
            QWidget.setTabOrder(before, after)

    def _open_folder(self) -> None:
        if self._file is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._file.parent)))

"""The panel: a tab for each job. Its own is the check, three steps from layers to findings.

It asks by signals and is told by its slots.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from qgis.core import QgsApplication
from qgis.gui import QgsDockWidget
from qgis.PyQt import sip
from qgis.PyQt.QtCore import Qt, QTimer, QUrl, pyqtSignal
from qgis.PyQt.QtGui import QDesktopServices, QIcon
from qgis.PyQt.QtWidgets import (
    QGroupBox,
    QHBoxLayout,
    QMenu,
    QProgressBar,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ...processing.i18n import tr
from ...processing.paths import ICONS
from ..project.roles import LayerRoles
from .inks import ThemedLabel
from .job_tabs import JobTabs

if TYPE_CHECKING:
    from ...processing.checks.history import Decision
    from ..project.results import CheckLayers
    from .check_reader import CheckRead
    from .findings_view import FindingsView
    from .inputs import LayersSection

_MINIMUM_WIDTH = 320
_IN_BOX = 4, 4, 4, 4  # pixels: a low and narrow panel needs them for what is in the box


class Page(QWidget):
    """A tab that is built when it is looked at for the first time, so that QGIS starts no slower for it."""

    built = pyqtSignal()

    def __init__(self, build: Callable[[], QWidget]) -> None:
        super().__init__()
        self._build = build
        self.content: QWidget | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)

    def filled(self) -> QWidget:
        """Return what is in the tab."""
        if self.content is None:
            self.content = self._build()
            self.layout().addWidget(self.content)
            self.content.show()  # at once: in a tab that is looked at, layouts would do it later
            self.built.emit()
        return self.content


class CheckDock(QgsDockWidget):
    """Choose the layers, run the check, read the findings; and the tabs of other jobs.

    Every tab, the one of the check too, is built when somebody looks at it or asks for something in it.
    """

    check_built = pyqtSignal()

    run_requested = pyqtSignal()
    cancel_requested = pyqtSignal()
    demo_requested = pyqtSignal()
    project_requested = pyqtSignal()
    layers_requested = pyqtSignal()
    map_requested = pyqtSignal()
    register_requested = pyqtSignal()
    help_requested = pyqtSignal()

    def __init__(self, roles: LayerRoles, parent: QWidget | None = None) -> None:
        super().__init__(tr("Factory Locations"), parent)
        self.setObjectName("FactoryLocationsPanel")
        self._roles = roles
        self._built = False
        # What is copied about a check that failed; who runs it knows.
        self.details: Callable[[], str] = str
        self.tabs = JobTabs()
        self.more_menu = QMenu(self)
        self._running = self._reading = False
        self._advice = ""
        self._step = ""
        self._outcome = ""
        self._failed = False
        self._path: Path | None = None
        self._check = Page(self._build_check)
        self._check.setAccessibleName(tr("Check"))
        self._check.built.connect(self.check_built)
        self._build()

    @property
    def layers(self) -> LayersSection:
        """Step 1: the layers and the rules."""
        self._check.filled()
        return self._layers

    @property
    def findings(self) -> FindingsView:
        """Step 3: the findings."""
        self._check.filled()
        return self._findings

    @property
    def run_button(self) -> QPushButton:
        """Starts the check."""
        self._check.filled()
        return self._run_button

    @property
    def cancel_button(self) -> QPushButton:
        """Stops the check."""
        self._check.filled()
        return self._cancel_button

    @property
    def map_button(self) -> QPushButton:
        """Makes a map of the findings."""
        self._check.filled()
        return self._map_button

    def add_page(self, title: str, icon: str, build: Callable[[], QWidget], *, first: bool = False) -> Page:
        """Add a tab.

        Parameters
        ----------
        title : str
        icon : str
            Name of an SVG of the plugin, without its ending.
        build : callable
            Makes what is in it, once, when it is shown.
        first : bool
            Left of the check instead of right of all others.
        """
        page = Page(build)
        page.setAccessibleName(title)
        self.tabs.add(page, QIcon(str(ICONS / f"{icon}.svg")), first=first)
        return page

    def build_no_more(self) -> None:
        """Leave tabs unbuilt: as the panel goes, it brings one after the other to the front."""
        self.tabs.currentChanged.disconnect(self._fill_page)
        self.visibilityChanged.disconnect(self._fill_page)

    def show_page(self, page: Page) -> QWidget:
        """Bring a tab to the front, and return what is in it."""
        self.tabs.setCurrentWidget(page)
        self.show()
        self.raise_()
        return page.filled()

    def show_check(self) -> None:
        """Bring the tab of the check to the front."""
        self.tabs.setCurrentWidget(self._check)

    def show_findings(self) -> None:
        """Bring the list of findings into sight, and the keyboard to it."""
        self.show_check()
        self.layers.setCollapsed(True)  # or the findings stand below the edge of a low screen
        QTimer.singleShot(0, self._scroll_to_findings)
        self.findings.table.setFocus()

    def _scroll_to_findings(self) -> None:
        if not sip.isdeleted(self):
            self._area.ensureWidgetVisible(self.findings.table)

    def _fill_page(self, *_: object) -> None:
        page = self.tabs.currentWidget()
        if isinstance(page, Page) and self.isVisible():
            page.filled()

    def show_unavailable(self, advice: str) -> None:
        """Say why checks cannot run on this machine; an empty text means that they can."""
        self._advice = advice
        self._refresh_run()

    def show_running(self) -> None:
        """Show that a check has begun."""
        self._check.filled()
        self._running = True
        self._step = tr("Checking…")
        self._progress.setValue(0)
        self._refresh_run()

    def show_progress(self, percent: float) -> None:
        """Move the progress bar to `percent`."""
        self._progress.setValue(round(percent))

    def show_step(self, text: str) -> None:
        """Show what the check is doing now."""
        if self._running and text:
            self._step = text
            self._refresh_run()

    def show_reading(self) -> None:
        """Show that a check has ended, and that what it found is being read."""
        self._running = self._reading = True
        self._step = tr("Reading the findings…")
        self._progress.setValue(100)
        self._refresh_run()

    def show_results(
        self, layers: CheckLayers, read: CheckRead, decisions: Mapping[str, Decision] | None = None
    ) -> None:
        """Show the findings of a finished check under a sentence about its outcome; see `FindingsView.show_results`."""
        self._check.filled()
        self._path = layers.path
        self.folder_button.setToolTip(f"{tr('Open the folder')}\n{layers.path}")
        self._end("")
        self.findings.show_results(layers.findings, read, decisions)
        self._map_button.setEnabled(True)
        self.layers.setCollapsed(True)

    def show_failed(self, why: str) -> None:
        """Show why a check did not finish."""
        self._end(why, failed=True)
        self.findings.mark_earlier()

    def show_cancelled(self) -> None:
        """Show that the check was stopped."""
        self._end(tr("Cancelled. Nothing was written."))
        self.findings.mark_earlier()

    def show_outcome(self, told: str) -> None:
        """Show that a check has ended, and what there is to say of it; what is listed stays."""
        self._end(told)

    def result_told(self) -> str:
        """Return the path of the findings that are shown."""
        return "" if self._path is None else str(self._path)

    def forget_results(self, why: str = "") -> None:
        """Return to the state before any check, and say why."""
        if not self._built:
            return
        self.findings.clear()
        self._path = None
        self.layers.setCollapsed(False)
        self._map_button.setEnabled(False)
        self._end(why)

    def forget_project(self) -> None:
        """Return to the state before any project: results, the last outcome, and the file that was typed."""
        self.forget_results()
        if self._built:
            self._layers.forget()

    def _build(self) -> None:
        self.tabs.add(self._check, QIcon(str(ICONS / "check_locations.svg")))
        self.tabs.currentChanged.connect(self._fill_page)
        self.visibilityChanged.connect(self._fill_page)
        self._fill_more_menu()
        self.setWidget(self.tabs)
        self.setMinimumWidth(_MINIMUM_WIDTH)

    def _build_check(self) -> QWidget:
        from ..trouble import CopyButton
        from .findings_view import FindingsView
        from .forms import ScrolledForm
        from .inputs import LayersSection

        self._layers, self._findings = LayersSection(self._roles), FindingsView()
        self._run_button = QPushButton(QIcon(str(ICONS / "check_locations.svg")), tr("Ru&n check"))
        self._cancel_button = QPushButton(tr("Ca&ncel"))
        self._map_button = QPushButton(QIcon(str(ICONS / "location_map.svg")), tr("Report m&ap…"))
        self._progress, self._status = QProgressBar(), ThemedLabel()
        self._copy_button = CopyButton(lambda: self.details())
        self.folder_button = self._build_folder_button()
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(6, 6, 6, 6)
        column.setSpacing(6)
        column.addWidget(self._layers)
        column.addWidget(self._run_box())
        column.addWidget(self._results_box(), 1)
        area = self._area = ScrolledForm(body)
        self._layers.rules.changed.connect(self._forget_failure)
        self._layers.changed.connect(self._refresh_run)
        self._built = True
        self._refresh_run()
        return area

    def _run_box(self) -> QGroupBox:
        box = QGroupBox(tr("2  Check"))
        column = QVBoxLayout(box)
        column.setContentsMargins(*_IN_BOX)
        row = QHBoxLayout()
        row.addWidget(self._run_button, 1)
        row.addWidget(self._cancel_button)
        row.addWidget(self.folder_button)
        row.addWidget(self._more_button())
        self._progress.setRange(0, 100)
        self._progress.setTextVisible(False)
        self._progress.setMaximumHeight(12)
        self._status.setWordWrap(True)
        self._status.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._status.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column.addLayout(row)
        column.addWidget(self._progress)
        told = QHBoxLayout()
        told.addWidget(self._status, 1)
        told.addWidget(self._copy_button, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(told)
        self._run_button.clicked.connect(self.run_requested)
        self._cancel_button.clicked.connect(self.cancel_requested)
        return box

    def _build_folder_button(self) -> QToolButton:
        button = QToolButton()
        button.setIcon(QgsApplication.getThemeIcon("/mActionFileOpen.svg"))
        button.setAccessibleName(tr("Open the folder"))
        button.setAutoRaise(True)
        button.clicked.connect(self._open_folder)
        return button

    def _open_folder(self) -> None:
        if self._path is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._path.parent)))

    def _results_box(self) -> QGroupBox:
        box = QGroupBox(tr("3  Findings"))
        column = QVBoxLayout(box)
        column.setContentsMargins(*_IN_BOX)
        row = QHBoxLayout()
        for button in (self._findings.decide_button, self._map_button):
            button.setMinimumWidth(90)
            row.addWidget(button, 1)
        column.addWidget(self._findings, 1)
        column.addLayout(row)
        self._findings.demo_requested.connect(self.demo_requested)
        self._findings.project_requested.connect(self.project_requested)
        self._findings.layers_requested.connect(self.layers_requested)
        self._map_button.setEnabled(False)
        self._map_button.clicked.connect(self.map_requested)
        return box

    def _fill_more_menu(self) -> None:
        menu = self.more_menu
        menu.addAction(QIcon(str(ICONS / "demo_project.svg")), tr("Load &demo project"), self.demo_requested.emit)
        menu.addAction(QIcon(str(ICONS / "create_register.svg")), tr("Create &register…"), self.register_requested.emit)
        menu.addSeparator()  # the parts add theirs below, and `end_menu` the help

    def end_menu(self) -> None:
        """Add what stands last in the menu, when all others have added theirs."""
        self.more_menu.addSeparator()
        icon = QgsApplication.getThemeIcon("/mActionHelpContents.svg")
        self.more_menu.addAction(icon, tr("&Help"), self.help_requested.emit)

    def _more_button(self) -> QToolButton:
        button = QToolButton()
        button.setIcon(QgsApplication.getThemeIcon("/mActionOptions.svg"))
        button.setToolTip(tr("More"))
        button.setAccessibleName(tr("More"))
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setMenu(self.more_menu)
        button.setAutoRaise(True)
        return button

    def _end(self, outcome: str, failed: bool = False) -> None:
        self._running = self._reading = False
        self._outcome, self._failed = outcome, failed
        if self._built:
            self._layers.refresh_output()
            self._refresh_run()

    def _forget_failure(self) -> None:
        """Take back why the last run failed: other rules may do better."""
        if self._failed:
            self._outcome, self._failed = "", False
            self._refresh_run()

    def _refresh_run(self) -> None:
        if not self._built:
            return
        missing = self._advice or self._layers.missing()
        self._run_button.setEnabled(not self._running and not missing)
        self._layers.setEnabled(not self._running)
        self._cancel_button.setVisible(self._running and not self._reading)
        self._progress.setVisible(self._running)
        text = self._step if self._running else missing or self._outcome
        warning = not self._running and bool(self._advice or (self._failed and not missing))
        self._copy_button.setVisible(self._failed and bool(text) and text == self._outcome)
        self._status.setText(text)
        self._status.setVisible(bool(text))
        self.folder_button.setVisible(self._path is not None and not self._running and not self._outcome)
        self._status.show_as_wrong(warning)

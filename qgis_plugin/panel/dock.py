"""The panel: a tab for each job. Its own is the check, three steps from layers to findings.

It asks by signals and is told by its slots.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from qgis.core import QgsApplication
from qgis.gui import QgsDockWidget, QgsScrollArea
from qgis.PyQt.QtCore import Qt, QUrl, pyqtSignal
from qgis.PyQt.QtGui import QDesktopServices, QIcon
from qgis.PyQt.QtWidgets import (
    QGroupBox,
    QHBoxLayout,
    QLabel,
    QMenu,
    QProgressBar,
    QPushButton,
    QSizePolicy,
    QTabWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ...processing.checks.history import Decision
from ...processing.i18n import tr
from ...processing.paths import ICONS
from ..project.results import CheckLayers
from ..project.roles import LayerRoles
from .elided import ElidedLabel
from .findings_view import FindingsView
from .inputs import LayersSection
from .outcome import Outcome

_MINIMUM_WIDTH = 320


class Page(QWidget):
    """A tab that is built when it is looked at for the first time, so that QGIS starts no slower for it."""

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
        return self.content


class CheckDock(QgsDockWidget):
    """Choose the layers, run the check, read the findings; and the tabs of other jobs."""

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
        self.layers = LayersSection(roles)
        self.findings = FindingsView()
        self.run_button = QPushButton(QIcon(str(ICONS / "check_locations.svg")), tr("Ru&n check"))
        self.cancel_button = QPushButton(tr("Ca&ncel"))
        self.map_button = QPushButton(QIcon(str(ICONS / "location_map.svg")), tr("Report m&ap…"))
        self.tabs = QTabWidget()
        self.more_menu = QMenu(self)
        self._progress = QProgressBar()
        self._status = QLabel()
        self._result = QWidget()
        self._result_path = ElidedLabel()
        self._running = False
        self._advice = ""
        self._step = ""
        self._outcome = ""
        self._failed = False
        self._path: Path | None = None
        self._build()
        self.layers.rules.changed.connect(self._forget_failure)
        self.layers.changed.connect(self._refresh_run)
        self._refresh_run()

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
        self.tabs.insertTab(0 if first else self.tabs.count(), page, QIcon(str(ICONS / f"{icon}.svg")), title)
        return page

    def show_page(self, page: Page) -> QWidget:
        """Bring a tab to the front, and return what is in it."""
        self.tabs.setCurrentWidget(page)
        self.show()
        self.raise_()
        return page.filled()

    def show_check(self) -> None:
        """Bring the tab of the check to the front."""
        self.tabs.setCurrentWidget(self._check)

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

    def show_results(
        self,
        layers: CheckLayers,
        outcome: Outcome,
        names: Mapping[str, str] | None = None,
        decisions: Mapping[str, Decision] | None = None,
    ) -> None:
        """Show the findings of a finished check under a sentence about its outcome; see `FindingsView.show_results`."""
        self._path = layers.path
        self._result_path.show_text(str(layers.path))
        self._end("")
        self.findings.show_results(layers, outcome, names, decisions)
        self.map_button.setEnabled(True)
        self.layers.setCollapsed(True)

    def show_failed(self, why: str) -> None:
        """Show why a check did not finish."""
        self._end(why, failed=True)
        self.findings.mark_earlier()

    def show_cancelled(self) -> None:
        """Show that the check was stopped."""
        self._end(tr("Cancelled. Nothing was written."))
        self.findings.mark_earlier()

    def result_told(self) -> str:
        """Return the path that the line about the result shows."""
        return str(self._result_path.text())

    def forget_results(self) -> None:
        """Return to the state before any check."""
        self.findings.clear()
        self._path = None
        self.layers.setCollapsed(False)
        self.map_button.setEnabled(False)
        self._end("")

    def _build(self) -> None:
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(6, 6, 6, 6)
        column.setSpacing(6)
        column.addWidget(self.layers)
        column.addWidget(self._run_box())
        column.addWidget(self._results_box(), 1)
        area = QgsScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QgsScrollArea.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(body)
        self._check = area
        self.tabs.setDocumentMode(True)
        self.tabs.addTab(area, QIcon(str(ICONS / "check_locations.svg")), tr("Check"))
        self.tabs.currentChanged.connect(self._fill_page)
        self.visibilityChanged.connect(self._fill_page)
        self.setWidget(self.tabs)
        self.setMinimumWidth(_MINIMUM_WIDTH)

    def _run_box(self) -> QGroupBox:
        box = QGroupBox(tr("2  Check"))
        column = QVBoxLayout(box)
        row = QHBoxLayout()
        row.addWidget(self.run_button, 1)
        row.addWidget(self.cancel_button)
        row.addWidget(self._more_button())
        self._progress.setRange(0, 100)
        self._progress.setTextVisible(False)
        self._progress.setMaximumHeight(12)
        self._status.setWordWrap(True)
        self._status.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._status.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column.addLayout(row)
        column.addWidget(self._progress)
        column.addWidget(self._status)
        column.addWidget(self._build_result())
        self.run_button.clicked.connect(self.run_requested)
        self.cancel_button.clicked.connect(self.cancel_requested)
        return box

    def _build_result(self) -> QWidget:
        row = QHBoxLayout(self._result)
        row.setContentsMargins(0, 0, 0, 0)
        button = QToolButton()
        button.setIcon(QgsApplication.getThemeIcon("/mActionFileOpen.svg"))
        button.setToolTip(tr("Open the folder"))
        button.setAccessibleName(tr("Open the folder"))
        button.setAutoRaise(True)
        button.clicked.connect(self._open_folder)
        row.addWidget(QLabel(tr("Findings:")))
        row.addWidget(self._result_path, 1)
        row.addWidget(button)
        return self._result

    def _open_folder(self) -> None:
        if self._path is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._path.parent)))

    def _results_box(self) -> QGroupBox:
        box = QGroupBox(tr("3  Findings"))
        column = QVBoxLayout(box)
        row = QHBoxLayout()
        for button in (self.findings.decide_button, self.map_button):
            button.setMinimumWidth(90)
            row.addWidget(button, 1)
        column.addWidget(self.findings, 1)
        column.addLayout(row)
        self.findings.demo_requested.connect(self.demo_requested)
        self.findings.project_requested.connect(self.project_requested)
        self.findings.layers_requested.connect(self.layers_requested)
        self.map_button.setEnabled(False)
        self.map_button.clicked.connect(self.map_requested)
        return box

    def _more_button(self) -> QToolButton:
        menu = self.more_menu
        menu.addAction(QIcon(str(ICONS / "demo_project.svg")), tr("Load &demo project"), self.demo_requested.emit)
        menu.addAction(QIcon(str(ICONS / "create_register.svg")), tr("Create &register…"), self.register_requested.emit)
        menu.addSeparator()
        menu.addAction(QgsApplication.getThemeIcon("/mActionHelpContents.svg"), tr("&Help"), self.help_requested.emit)
        menu.addSeparator()  # the parts add theirs below
        button = QToolButton()
        button.setIcon(QgsApplication.getThemeIcon("/mActionOptions.svg"))
        button.setToolTip(tr("More"))
        button.setAccessibleName(tr("More"))
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setMenu(menu)
        button.setAutoRaise(True)
        return button

    def _end(self, outcome: str, failed: bool = False) -> None:
        self._running = False
        self._outcome, self._failed = outcome, failed
        self.layers.refresh_output()
        self._refresh_run()

    def _forget_failure(self) -> None:
        """Take back why the last run failed: other rules may do better."""
        if self._failed:
            self._outcome, self._failed = "", False
            self._refresh_run()

    def _refresh_run(self) -> None:
        missing = self._advice or self.layers.missing()
        self.run_button.setEnabled(not self._running and not missing)
        self.layers.setEnabled(not self._running)
        self.cancel_button.setVisible(self._running)
        self._progress.setVisible(self._running)
        text = self._step if self._running else missing or self._outcome
        warning = not self._running and bool(self._advice or (self._failed and not missing))
        self._status.setText(text)
        self._status.setVisible(bool(text))
        self._result.setVisible(self._path is not None and not self._running and not self._outcome)
        self._status.setStyleSheet("QLabel { color: #c0392b; }" if warning else "")

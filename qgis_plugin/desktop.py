"""The desktop side: panel, runs, map and windows, joined up for one QGIS window."""

from __future__ import annotations

from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import Qgis, QgsFeature, QgsProject, QgsReferencedRectangle, QgsVectorLayer
from qgis.gui import QgisInterface
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QObject, Qt, QTimer

from ..processing.i18n import tr
from ..processing.uri import without_passwords
from . import settings
from .editing.live_check import LiveCheckPart
from .editing.part import EditingPart
from .locator.part import LocatorPart
from .options.part import OptionsPart
from .panel.controller import CheckController
from .panel.corrections.part import CorrectionsPart
from .panel.dock import CheckDock
from .panel.navigator import FindingNavigator
from .panel.register.part import RegisterPart
from .panel.reports.part import ReportsPart
from .panel.site.part import SiteCheckPart
from .part import Part, Surroundings
from .project.part import ProjectPart
from .project.results import CheckLayers, latest_results, show_on_map
from .project.roles import LayerRoles

if TYPE_CHECKING:
    from qgis.PyQt.QtWidgets import QDialog, QMenu, QPushButton, QToolBar

    from ..processing.checks.history import Decision
    from .panel.check_reader import CheckRead, CheckReader
    from .panel.comparer import RunComparer
    from .panel.decision_dialog import DecisionDialog
    from .panel.dialogs import HelpWindow

# What the desktop consists of beside the check, in the order of the tabs.
PARTS: tuple[type[Part], ...] = (
    ProjectPart,
    RegisterPart,
    CorrectionsPart,
    SiteCheckPart,
    ReportsPart,
    LocatorPart,
    EditingPart,
    OptionsPart,
    LiveCheckPart,
)
_SECONDS = 8
_MESSAGE = "FactoryLocationsMessage"
_OF_RUN = "factoryLocationsRun"  # a message about a run that failed, which goes with the project


class Desktop(QObject):
    """Owns the dock and everything it works with; `remove` takes all of it away."""

    def __init__(self, iface: QgisInterface) -> None:
        super().__init__(iface.mainWindow())
        self._iface = iface
        self._project = QgsProject.instance()
        self._layers: CheckLayers | None = None
        self._register: QgsVectorLayer | None = None  # whose check is shown
        self._source = ""
        self._soon = QTimer(self)  # not at once: a project that is read tells of its layers one by one
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._follow_register)
        self._fresh = False
        self.help_window: HelpWindow | None = None
        self.decision_dialog: DecisionDialog | None = None
        self._opened: list[QDialog] = []  # Processing's, of the plugin's algorithms
        self.roles = LayerRoles(self._project, self)
        self.controller = CheckController(self._project, self)
        self._reader: CheckReader | None = None
        self._comparer: RunComparer | None = None
        self.navigator = FindingNavigator(iface.mapCanvas(), self)
        self.dock = CheckDock(self.roles, iface.mainWindow())
        iface.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, self.dock)
        self.dock.hide()
        self._parts: list[Part] = []
        around = Surroundings(iface, self._project, self.roles, self.dock, self._tell, lambda: self._parts)
        self._parts += [part(around) for part in PARTS]
        self._connect()
        self.fill_menu(self.dock.more_menu)
        self.dock.end_menu()
        self._find_results()

    @property
    def reader(self) -> CheckReader:
        """What reads the findings of a check."""
        return self._readers()[0]

    @property
    def comparer(self) -> RunComparer:
        """What compares a check with the one before."""
        return self._readers()[1]

    def load_demo_project(self) -> bool:
        """Replace the project by the demo; return whether that was done.

        A modified project is asked about first; nothing happens when the person cancels.
        """
        from .project.demo import DemoError, build_demo, demo_copy, require_demo

        try:
            require_demo()
            if not self._empty_project():
                return False
            view = build_demo(self._project, self.roles, demo_copy())
        except DemoError as error:
            self._tell(str(error), Qgis.MessageLevel.Critical)
            return False
        self.dock.show()
        self.dock.raise_()
        # Later, because QGIS itself zooms to all layers when the first ones of a project arrive.
        QTimer.singleShot(0, partial(self._look_at, view))
        return True

    def proposed(self, algorithm: str) -> dict[str, Any]:
        """Return what Processing's dialog of an algorithm starts with, by parameter."""
        from .project.proposals import proposed

        shown = self.dock.layers.parameters()
        fields = {name: field for name, field in shown.items() if name.endswith("_FIELD")}
        return {**fields, **proposed(self.roles, algorithm)}

    def run_check(self) -> None:
        """Check the layers that the panel shows."""
        self.dock.layers.remember()
        parameters = {**self.dock.layers.parameters(), **self._decided()}
        if settings.accuracy_m() > 0:
            parameters["DEFAULT_ACCURACY"] = settings.accuracy_m()
        self.controller.start(parameters, self.dock.layers.output_file())

    def record_decision(self, finding: QgsFeature) -> None:
        """Ask for a decision on a finding, and record it in the file of the findings shown."""
        from .panel.decision_dialog import DecisionDialog
        from .project.decisions import read_decisions

        if self._layers is None:
            return
        path = self._layers.path
        values = dict(zip([field.name() for field in finding.fields()], finding.attributes()))
        values["factory_name"] = self.dock.findings.name_of(finding)
        earlier = read_decisions(path).get(str(values.get("finding_id")))
        dialog = DecisionDialog(values, earlier, date.today(), self._iface.mainWindow())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self._record(path, values, dialog.decision()))
        dialog.finished.connect(self._decision_closed)
        self.decision_dialog = dialog
        dialog.open()

    def show_map_report(self) -> None:
        """Show the tab of the reports, with the map chosen."""
        for part in self._parts:
            if isinstance(part, ReportsPart):
                part.show("map")

    def open_register_dialog(self) -> None:
        """Open the dialog that creates an empty register."""
        self._open_algorithm("factory:create_register", {})

    def show_help(self) -> None:
        """Open the guide to the panel."""
        from .panel.dialogs import HelpWindow

        if self.help_window is None or sip.isdeleted(self.help_window):
            self.help_window = HelpWindow(parent=self._iface.mainWindow())
        self.help_window.show()
        self.help_window.raise_()

    def fill_menu(self, menu: QMenu) -> None:
        """Add the entries of the parts to a menu."""
        for part in self._parts:
            part.fill_menu(menu)

    def fill_toolbar(self, toolbar: QToolBar) -> None:
        """Add the buttons of the parts to a toolbar."""
        for part in self._parts:
            part.fill_toolbar(toolbar)

    def remove(self) -> None:
        """Stop a running check and take away the dock, the drawing on the map and every connection."""
        self._soon.stop()
        self.dock.build_no_more()
        self._note_register(None)
        self.controller.shutdown()
        if self._reader is not None and self._comparer is not None:
            self._reader.stop()
            self._comparer.shutdown()
        for part in self._parts:
            part.remove()
        self._parts = []
        for window in (self.decision_dialog, self.help_window, *self._opened):
            if window is not None and not sip.isdeleted(window):
                window.close()
        self._project.layersWillBeRemoved.disconnect(self._layers_leave)
        self._project.cleared.disconnect(self._project_left)
        self._project.readProject.disconnect(self._find_results)
        self.roles.detach()
        self.navigator.remove()
        bar = self._iface.messageBar()
        for item in [one for one in bar.items() if one.objectName() == _MESSAGE]:
            bar.popWidget(item)
        self._iface.removeDockWidget(self.dock)
        self.dock.deleteLater()
        self.deleteLater()

    def _connect(self) -> None:
        dock, controller = self.dock, self.controller
        dock.run_requested.connect(self.run_check)
        dock.cancel_requested.connect(controller.cancel)
        dock.demo_requested.connect(self.load_demo_project)
        dock.map_requested.connect(self.show_map_report)
        dock.register_requested.connect(self.open_register_dialog)
        dock.help_requested.connect(self.show_help)
        dock.details = self.controller.details
        dock.check_built.connect(self._connect_findings)
        controller.started.connect(dock.show_running)
        controller.progressed.connect(dock.show_progress)
        controller.said.connect(dock.show_step)
        controller.finished.connect(self._finished)
        controller.cancelled.connect(dock.show_cancelled)
        controller.failed.connect(self._failed)
        self._project.layersWillBeRemoved.connect(self._layers_leave)
        self._project.cleared.connect(self._project_left)
        self._project.readProject.connect(self._find_results)
        self.roles.changed.connect(self._soon.start)
        self.roles.assigned.connect(lambda _role: self._soon.start())

    def _connect_findings(self) -> None:
        """Listen to the tab of the check, which was looked at for the first time."""
        findings = self.dock.findings
        findings.finding_chosen.connect(self._show_finding)
        findings.finding_left.connect(self.navigator.clear)
        findings.decision_requested.connect(self.record_decision)
        self.dock.show_unavailable(self.controller.unavailable())

    def _empty_project(self) -> bool:
        """Close the project, unless the person wants to keep it; return whether it is empty now."""
        closed: list[bool] = []
        self._project.cleared.connect(lambda: closed.append(True))
        self._iface.newProject(True)
        if not closed:
            return False
        self._project.clear()  # the person's own template may have brought layers
        return True

    def _look_at(self, view: QgsReferencedRectangle) -> None:
        canvas = self._iface.mapCanvas()
        canvas.setDestinationCrs(self._project.crs())
        canvas.setReferencedExtent(view)
        canvas.refresh()
        self._project.setDirty(False)  # nothing in the demo is anybody's work yet

    def _finished(self, layers: CheckLayers) -> None:
        if not self._is_of(self.roles.layer("factories"), layers):
            told = tr("The check that is done is of another register: choose that one to see its findings.")
            self.dock.show_outcome(told)
            self._tell(told, Qgis.MessageLevel.Info)
            show_on_map(self._project, self._layers)
            return
        self._fresh = True
        self._read(layers)
        self.dock.show_reading()

    def _read(self, layers: CheckLayers) -> None:
        """Read a check, and then show it."""
        self.navigator.clear()
        reader, comparer = self._readers()
        comparer.stop()
        self._layers = layers
        self.dock.findings.show_reading()
        reader.read(layers, self.roles.layer("admin"))

    def _readers(self) -> tuple[CheckReader, RunComparer]:
        """Return what reads a check and what compares it with the one before; made when there is a check."""
        from .panel.check_reader import CheckReader
        from .panel.comparer import RunComparer

        if self._reader is None or self._comparer is None:
            findings = self.dock.findings
            self._reader, self._comparer = CheckReader(self), RunComparer(self._project, self)
            self._reader.ready.connect(self._show)
            self._reader.failed.connect(self._failed)
            self._comparer.compared.connect(findings.show_comparison)
            self._comparer.told.connect(lambda why: findings.show_comparison(None, why))
        return self._reader, self._comparer

    def _stop_reading(self) -> None:
        if self._reader is not None and self._comparer is not None:
            self._reader.stop()
            self._comparer.stop()

    def _show(self, layers: CheckLayers, read: CheckRead) -> None:
        """Show a check in the panel; where that is closed, say what it comes to."""
        from .project.decisions import read_decisions

        self.dock.show_results(layers, read, read_decisions(layers.path))
        self.comparer.compare(layers.findings, read.findings)
        if self._fresh and not self.dock.isVisible():  # the panel says the same, and does not cover the map
            told = tr("The check is done. {outcome}").format(outcome=read.outcome.headline)
            self._tell(told, Qgis.MessageLevel.Success)
        self._fresh = False

    def _decided(self) -> dict[str, Any]:
        """Return the parameter for the decisions recorded so far."""
        from .project.decisions import exceptions, files

        layers = self.dock.layers
        return exceptions(files(self._project, layers.layer("factories"), self._layers, layers.output_file()))

    def _decision_closed(self, _result: int) -> None:
        self.decision_dialog = None

    def _record(self, path: Path, finding: dict[str, Any], decision: Decision) -> None:
        from .project.decisions import DecisionError, read_decisions, record
        from .project.relations import show_decisions

        try:
            record(path, finding, decision)
        except DecisionError as error:
            self._tell(str(error), Qgis.MessageLevel.Critical)
            return
        if self._layers is not None and self._layers.path == path:
            self.dock.findings.show_decisions(read_decisions(path))
            show_decisions(self._project, self.roles.layer("factories"), self._layers.findings)

    def _failed(self, why: str) -> None:
        from .trouble import Trouble

        self.dock.show_failed(why)
        details = self.controller.details() or Trouble(sentence=why).text()
        self._tell(why, Qgis.MessageLevel.Critical, details)

    def _show_finding(self, feature: QgsFeature, layer: QgsVectorLayer) -> None:
        if self._layers is not None:
            evidence = self._layers.evidence if layer is self._layers.findings else None
            chosen = self.dock.layers
            id_field = str(chosen.parameters().get("FACTORY_ID_FIELD") or "")
            self.navigator.show(feature, layer, evidence, chosen.layer("factories"), id_field)

    def _find_results(self, *_: object) -> None:
        """Show the last check of the register."""
        self._fresh, self._layers = False, None
        register = self.roles.layer("factories")
        self._note_register(register)
        if latest_results(self._project) is None:  # as when QGIS starts
            return
        from .project.earlier import latest_of

        self._layers = latest_of(self._project, register)
        if self._layers is not None:
            self._read(self._layers)

    def _follow_register(self) -> None:
        """Show the check of another register that was chosen, and nothing where it has none."""
        register = self.roles.layer("factories")
        if register is None or (register is self._register and register.source() == self._source):
            return
        shown = self._layers
        if shown is not None and self._is_of(register, shown):
            self._note_register(register)
            return
        self._find_results()
        if shown is not None and self._layers is None:
            self._show_nothing(tr("This register has not been checked yet."))
        if shown is not self._layers:
            show_on_map(self._project, self._layers)

    def _note_register(self, register: QgsVectorLayer | None) -> None:
        """Note whose check is shown, and listen whether the layer is pointed to another file."""
        if self._register is not None and not sip.isdeleted(self._register):
            self._register.dataSourceChanged.disconnect(self._soon.start)
        self._register, self._source = register, "" if register is None else register.source()
        if register is not None:
            register.dataSourceChanged.connect(self._soon.start)

    def _is_of(self, register: QgsVectorLayer | None, check: CheckLayers) -> bool:
        from .project.earlier import is_of, register_of

        return is_of(register, register_of(check.findings))

    def _show_nothing(self, why: str = "") -> None:
        self._layers = None
        self._stop_reading()
        self.navigator.clear()
        self.dock.forget_results(why)

    def _project_left(self) -> None:
        """Nothing of one project shall stand in the next."""
        self._layers = None
        self._stop_reading()
        self.navigator.clear()
        if self.decision_dialog is not None:
            self.decision_dialog.reject()
        self.dock.forget_project()
        bar = self._iface.messageBar()
        for item in [one for one in bar.items() if one.objectName() == _MESSAGE and one.property(_OF_RUN)]:
            bar.popWidget(item)

    def _layers_leave(self, identifiers: list[str]) -> None:
        layers = self._layers
        if layers is None:
            return
        own = [one for one in (layers.findings, layers.factories, layers.evidence) if one is not None]
        if any(one.id() in identifiers for one in own):
            self._show_nothing()

    def _open_algorithm(self, identifier: str, parameters: dict[str, Any]) -> None:
        from .panel.dialogs import DialogError, open_algorithm

        try:
            self._opened.append(open_algorithm(identifier, parameters))
        except DialogError as error:
            self._tell(str(error), Qgis.MessageLevel.Warning)

    def _tell(self, text: str, level: Qgis.MessageLevel, details: str = "", button: QPushButton | None = None) -> None:
        bar = self._iface.messageBar()
        item = bar.createMessage(tr("Factory Locations"), without_passwords(text))
        item.setObjectName(_MESSAGE)
        item.setLevel(level)
        item.setDuration(_SECONDS)
        item.setProperty(_OF_RUN, bool(details))
        if button is not None:
            item.layout().addWidget(button)
            item.setDuration(0)  # time to press it
        if level == Qgis.MessageLevel.Critical:
            from .trouble import CopyButton, Trouble

            item.layout().addWidget(CopyButton(lambda: details or Trouble(sentence=text).text()))
            item.setDuration(0)  # it stays until somebody has read it
        for earlier in [one for one in bar.items() if one.objectName() == _MESSAGE]:
            if earlier.duration() or earlier.text() == item.text():  # what lies below another one does not go by itself
                bar.popWidget(earlier)
        bar.pushItem(item)

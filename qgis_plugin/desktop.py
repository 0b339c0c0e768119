"""The desktop side: panel, runs, map and windows, joined up for one QGIS window."""

from __future__ import annotations

from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import Qgis, QgsFeature, QgsProject, QgsReferencedRectangle
from qgis.gui import QgisInterface
from qgis.PyQt.QtCore import QObject, Qt, QTimer

from ..processing.checks.history import Decision
from ..processing.i18n import tr
from . import settings
from .locator.part import LocatorPart
from .options.part import OptionsPart
from .panel.controller import CheckController
from .panel.decision_dialog import DecisionDialog
from .panel.dialogs import DialogError, HelpWindow, open_algorithm
from .panel.dock import CheckDock
from .panel.navigator import FindingNavigator
from .panel.outcome import Outcome, khmer_names, outcome
from .panel.register.part import RegisterPart
from .panel.site.part import SiteCheckPart
from .part import Part, Surroundings
from .project.decisions import DecisionError, read_decisions, record, source
from .project.demo import DemoError, build_demo, demo_copy, require_demo
from .project.localise import in_khmer
from .project.part import ProjectPart
from .project.results import CheckLayers, chosen_path, latest_results
from .project.roles import LayerRoles

if TYPE_CHECKING:
    from qgis.PyQt.QtWidgets import QMenu

# What the desktop consists of beside the check, in the order of the tabs.
PARTS: tuple[type[Part], ...] = (
    ProjectPart,
    RegisterPart,
    SiteCheckPart,
    LocatorPart,
    OptionsPart,
)
_SECONDS = 8
_MESSAGE = "FactoryLocationsMessage"


class Desktop(QObject):
    """Owns the dock and everything it works with; `remove` takes all of it away."""

    def __init__(self, iface: QgisInterface) -> None:
        super().__init__(iface.mainWindow())
        self._iface = iface
        self._project = QgsProject.instance()
        self._layers: CheckLayers | None = None
        self.help_window: HelpWindow | None = None
        self.decision_dialog: DecisionDialog | None = None
        self.roles = LayerRoles(self._project, self)
        self.controller = CheckController(self._project, self)
        self.navigator = FindingNavigator(iface.mapCanvas(), self)
        self.dock = CheckDock(self.roles, iface.mainWindow())
        iface.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, self.dock)
        self.dock.hide()
        self._parts: list[Part] = []
        around = Surroundings(iface, self._project, self.roles, self.dock, self._tell, lambda: self._parts)
        self._parts += [part(around) for part in PARTS]
        self._connect()
        self.fill_menu(self.dock.more_menu)
        self.dock.show_unavailable(self.controller.unavailable())
        self._find_results()

    def load_demo_project(self) -> bool:
        """Replace the project by the demo; return whether that was done.

        A modified project is asked about first; nothing happens when the person cancels.
        """
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

    def run_check(self) -> None:
        """Check the layers that the panel shows."""
        self.dock.layers.remember()
        parameters = {**self.dock.layers.parameters(), **self._decided()}
        if settings.accuracy_m() > 0:
            parameters["DEFAULT_ACCURACY"] = settings.accuracy_m()
        self.controller.start(parameters, self.dock.layers.output_file())

    def record_decision(self, finding: QgsFeature) -> None:
        """Ask for a decision on a finding, and record it in the file of the findings shown."""
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

    def open_map_dialog(self) -> None:
        """Open the dialog that makes a report map of the findings shown."""
        self._open_algorithm("factory:location_map", self._map_parameters())

    def open_register_dialog(self) -> None:
        """Open the dialog that creates an empty register."""
        self._open_algorithm("factory:create_register", {})

    def show_help(self) -> None:
        """Open the guide to the panel."""
        self.help_window = HelpWindow(parent=self._iface.mainWindow())
        self.help_window.show()

    def fill_menu(self, menu: QMenu) -> None:
        """Add the entries of the parts to a menu."""
        for part in self._parts:
            part.fill_menu(menu)

    def remove(self) -> None:
        """Stop a running check and take away the dock, the drawing on the map and every connection."""
        self.controller.shutdown()
        for part in self._parts:
            part.remove()
        self._parts = []
        if self.decision_dialog is not None:
            self.decision_dialog.reject()
        self._project.layersWillBeRemoved.disconnect(self._layers_leave)
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
        dock.map_requested.connect(self.open_map_dialog)
        dock.register_requested.connect(self.open_register_dialog)
        dock.help_requested.connect(self.show_help)
        dock.findings.finding_chosen.connect(self._show_finding)
        dock.findings.finding_left.connect(self.navigator.clear)
        dock.findings.decision_requested.connect(self.record_decision)
        controller.started.connect(dock.show_running)
        controller.progressed.connect(dock.show_progress)
        controller.said.connect(dock.show_step)
        controller.finished.connect(self._finished)
        controller.cancelled.connect(dock.show_cancelled)
        controller.failed.connect(self._failed)
        self._project.layersWillBeRemoved.connect(self._layers_leave)
        self._project.readProject.connect(self._find_results)

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
        said = self._show(layers)
        if not self.dock.isVisible():  # the panel says the same, and does not cover the map
            self._tell(tr("The check is done. {outcome}").format(outcome=said.headline), Qgis.MessageLevel.Success)

    def _show(self, layers: CheckLayers) -> Outcome:
        """Show a check in the panel, and return what it comes to."""
        self.navigator.clear()
        self._layers = layers
        said = outcome(layers)
        names = khmer_names(layers.factories) if in_khmer() else {}
        self.dock.show_results(layers, said, names, read_decisions(layers.path))
        return said

    def _decided(self) -> dict[str, Any]:
        """Return the parameter for the decisions recorded so far: in the findings shown, or the file to be numbered."""
        shown = self._layers.path if self._layers is not None else None
        for path in (shown, chosen_path(self._project, self.dock.layers.output_file())):
            if path is not None and read_decisions(path):
                return {"EXCEPTIONS": source(path)}
        return {}

    def _decision_closed(self, _result: int) -> None:
        self.decision_dialog = None

    def _record(self, path: Path, finding: dict[str, Any], decision: Decision) -> None:
        try:
            record(path, finding, decision)
        except DecisionError as error:
            self._tell(str(error), Qgis.MessageLevel.Critical)
            return
        if self._layers is not None and self._layers.path == path:
            self.dock.findings.show_decisions(read_decisions(path))

    def _failed(self, why: str) -> None:
        self.dock.show_failed(why)
        self._tell(why, Qgis.MessageLevel.Critical)

    def _show_finding(self, feature: QgsFeature) -> None:
        if self._layers is not None:
            self.navigator.show(feature, self._layers, self.dock.layers.layer("factories"))

    def _find_results(self, *_: object) -> None:
        self._layers = latest_results(self._project)
        if self._layers is not None:
            self._show(self._layers)

    def _layers_leave(self, identifiers: list[str]) -> None:
        layers = self._layers
        if layers is None:
            return
        own = [one for one in (layers.findings, layers.factories, layers.evidence) if one is not None]
        if any(one.id() in identifiers for one in own):
            self._layers = None
            self.navigator.clear()
            self.dock.forget_results()

    def _map_parameters(self) -> dict[str, Any]:
        chosen = self.dock.layers.parameters()
        shown = {"PROVINCES": self.roles.layer("admin")}
        if self._layers is not None:
            shown.update(FACTORIES=self._layers.factories, EVIDENCE=self._layers.evidence)
        chosen.update({name: layer.id() for name, layer in shown.items() if layer is not None})
        return chosen

    def _open_algorithm(self, identifier: str, parameters: dict[str, Any]) -> None:
        try:
            open_algorithm(identifier, parameters)
        except DialogError as error:
            self._tell(str(error), Qgis.MessageLevel.Warning)

    def _tell(self, text: str, level: Qgis.MessageLevel) -> None:
        bar = self._iface.messageBar()
        item = bar.createMessage(tr("Factory Locations"), text)
        item.setObjectName(_MESSAGE)
        item.setLevel(level)
        item.setDuration(_SECONDS)
        bar.pushItem(item)

"""Setting up projects: the wizard, the loading of layers, and a word when layers of a project have gone."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from qgis.core import (
    Qgis,
    QgsApplication,
    QgsCoordinateTransform,
    QgsCsException,
    QgsRectangle,
    QgsReferencedRectangle,
)
from qgis.PyQt.QtCore import Qt, QTimer
from qgis.PyQt.QtGui import QIcon

from ...processing.i18n import tr
from ...processing.paths import ICONS
from ..part import Part, Surroundings
from .roles import RESULT_PROPERTY, ROLES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from qgis.core import QgsMapLayer, QgsProject, QgsVectorLayer
    from qgis.PyQt.QtWidgets import QDialog, QMenu

_NAMED = 4
_REGISTER = "factory:create_register"


class ProjectPart(Part):
    """Two menu entries, each with a window; and a message when a project is opened whose layers are not there."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__(around)
        self.dialog: QDialog | None = None
        self._made = ""
        self._soon = QTimer(around.dock)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._open)
        around.dock.project_requested.connect(self.new_project)
        around.dock.layers_requested.connect(self.load_layers)
        self._checked = QTimer(around.dock)
        self._checked.setSingleShot(True)
        self._checked.timeout.connect(self._relate)
        around.project.readProject.connect(self._look_at_project)
        around.project.layersAdded.connect(self._look_for_check)

    def fill_menu(self, menu: QMenu) -> None:
        """Add the entries."""
        menu.addAction(QIcon(str(ICONS / "new_project.svg")), tr("&New factory project…"), self.new_project)
        menu.addAction(QIcon(str(ICONS / "load_layers.svg")), tr("Load factory &layers…"), self.load_layers)

    def new_project(self) -> None:
        """Open the wizard."""
        from .wizard import ProjectWizard

        if self._raised():
            return
        algorithm = QgsApplication.processingRegistry().algorithmById(_REGISTER)
        able, advice = algorithm.canExecute() if algorithm is not None else (True, "")
        layers = self.around.roles.candidates()
        wizard = ProjectWizard(layers, "" if able else advice, self.around.iface.mainWindow())
        wizard.made.connect(self._open_soon)
        self._show(wizard)

    def load_layers(self) -> None:
        """Open the window that loads layers."""
        from .load_dialog import LoadDialog

        if self._raised():
            return
        dialog = LoadDialog(self.around.project, self.around.roles, self.around.iface.mainWindow())
        dialog.loaded.connect(self._loaded)
        self._show(dialog)

    def remove(self) -> None:
        """Close the window, and stop listening."""
        self._soon.stop()
        self._checked.stop()
        self.around.project.layersAdded.disconnect(self._look_for_check)
        self.around.dock.project_requested.disconnect(self.new_project)
        self.around.dock.layers_requested.disconnect(self.load_layers)
        self.around.project.readProject.disconnect(self._look_at_project)
        if self.dialog is not None:
            self.dialog.reject()

    def _raised(self) -> bool:
        """Bring the window that is open to the front; return whether there is one."""
        if self.dialog is not None:
            self.dialog.raise_()
            self.dialog.activateWindow()
        return self.dialog is not None

    def _show(self, dialog: QDialog) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.finished.connect(self._closed)
        self.dialog = dialog
        dialog.open()

    def _closed(self, _result: int) -> None:
        self.dialog = None

    def _open_soon(self, path: str) -> None:
        # When the wizard has gone: QGIS may ask about unsaved changes in the project that is open now.
        self._made = path
        self._soon.start(0)

    def _open(self) -> None:
        path = self._made
        around = self.around
        if around.iface.addProject(path) and around.project.fileName():
            around.dock.show()
            around.dock.raise_()
            around.tell(tr("The project {name} is ready.").format(name=Path(path).name), Qgis.MessageLevel.Success)
        else:
            around.tell(tr("The project is made, and not opened: {path}").format(path=path), Qgis.MessageLevel.Info)

    def _loaded(self) -> None:
        shown = self._to_show()
        if shown is not None:
            canvas = self.around.iface.mapCanvas()
            extent = QgsRectangle(shown)
            extent.scale(1.1)
            canvas.setReferencedExtent(QgsReferencedRectangle(extent, shown.crs()))
            canvas.refresh()

    def _to_show(self) -> QgsReferencedRectangle | None:
        """Return where the factories are, else the provinces, else all layers that have a role.

        A layer of rivers alone would show the whole Mekong, and the country small.
        """
        known = {role: self.around.roles.layer(role) for role in ROLES}
        layers = {role: one for role, one in known.items() if one is not None and one.featureCount()}
        for role in ("factories", "admin"):
            if role in layers:
                return QgsReferencedRectangle(layers[role].extent(), layers[role].crs())
        return together(layers.values(), self.around.project)

    def _look_for_check(self, layers: list[QgsMapLayer]) -> None:
        # While a project is being read, more of it may come: a window about lost layers lets this timer run meanwhile.
        if not self.around.project.layerTreeRegistryBridge().isEnabled():
            return
        if any(one.customProperty(RESULT_PROPERTY, "") == "findings" for one in layers):
            self._checked.start(0)  # when all layers of the check are there

    def _look_at_project(self, *_: object) -> None:
        self._checked.start(0)
        self._look_for_broken()

    def _relate(self) -> None:
        from .earlier import latest_of
        from .relations import follow

        register = self.around.roles.layer("factories")
        check = latest_of(self.around.project, register)
        follow(self.around.project, register, check.findings if check is not None else None)

    def _look_for_broken(self) -> None:
        from .broken import broken
        from .layer_groups import role_title

        gone = broken(self.around.roles)
        if not gone:
            return
        names = [role_title(role) for role in gone]
        if len(names) == 1:
            (what,) = gone.values()
            told = tr("{layer}: {told}").format(layer=names[0], told=what.told)
        else:
            listed = ", ".join(names[:_NAMED])
            if len(names) > _NAMED:
                listed = tr("{some} and {count} more").format(some=listed, count=len(names) - _NAMED)
            told = tr(
                "Layers of this project cannot be read: {layers}. The panel says what to do, under Check."
            ).format(layers=listed)
        self.around.tell(told, Qgis.MessageLevel.Warning)


def together(layers: Iterable[QgsVectorLayer], project: QgsProject) -> QgsReferencedRectangle | None:
    """Return what holds all layers, in the CRS of the project; None where that is nothing."""
    extent = QgsRectangle()
    extent.setMinimal()
    for layer in layers:
        into = QgsCoordinateTransform(layer.crs(), project.crs(), project)
        try:
            extent.combineExtentWith(into.transformBoundingBox(layer.extent()))
        except QgsCsException:  # a layer that says a wrong CRS
            continue
    return None if extent.isNull() or extent.isEmpty() else QgsReferencedRectangle(extent, project.crs())

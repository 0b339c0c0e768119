"""The job of the register in the desktop: a tab that stands first, and follows the project."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.core import Qgis, QgsVectorLayer
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QTimer
from qgis.PyQt.QtWidgets import QWidget

from ....processing.i18n import tr
from ...part import Part, Surroundings

if TYPE_CHECKING:
    from ...project.results import CheckLayers
    from .feed import RegisterFeed
    from .map_link import MapLink
    from .view import RegisterView

# Field that the check asks for -> what it is in the register, see `columns.USUAL_FIELDS`.
_CHOSEN = {"FACTORY_ID_FIELD": "id", "NAME_FIELD": "name_en", "ACTIVITY_FIELD": "isic", "ACCURACY_FIELD": "accuracy"}


class RegisterPart(Part):
    """The tab; nothing of it is there before somebody looks."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__(around)
        self.view: RegisterView | None = None
        self._feed: RegisterFeed | None = None
        self._link: MapLink | None = None
        self._soon: QTimer | None = None
        self.page = around.dock.add_page(tr("Register"), "register", self._build, first=True)

    def remove(self) -> None:
        """Stop reading, listen to nothing, and take the tab away."""
        dock = self.around.dock
        if self._feed is not None and self._soon is not None:
            self.around.roles.changed.disconnect(self._soon.start)
            self.around.roles.assigned.disconnect(self._assigned)
            dock.layers.changed.disconnect(self._soon.start)
            self.around.iface.mapCanvas().destinationCrsChanged.disconnect(self._crs_changed)
            self.around.project.cleared.disconnect(self._project_left)
            self._soon.stop()
            self._feed.shutdown()
        if self._link is not None:
            self._link.clear()
        if self.view is not None and self.view.name_dialog is not None:
            self.view.name_dialog.reject()
        if not sip.isdeleted(self.page):
            dock.tabs.removeTab(dock.tabs.indexOf(self.page))
            self.page.deleteLater()
        self.view = self._feed = self._link = self._soon = None

    def feed(self) -> RegisterFeed:
        """Return what reads the register for the tab, and for whoever else asks about factories."""
        if self._feed is None:
            from .feed import RegisterFeed

            around = self.around
            self._feed = RegisterFeed(self.page)
            self._soon = QTimer(self.page)  # many layers of a project arrive one after the other
            self._soon.setSingleShot(True)
            self._soon.setInterval(0)
            self._soon.timeout.connect(self._follow)
            self._feed.source_changed.connect(self._soon.start)
            around.roles.changed.connect(self._soon.start)
            around.roles.assigned.connect(self._assigned)
            around.dock.layers.changed.connect(self._soon.start)
            around.iface.mapCanvas().destinationCrsChanged.connect(self._crs_changed)
            around.project.cleared.connect(self._project_left)
            self._follow()
        return self._feed

    def show_findings(self, factory_id: str) -> None:
        """Show what the last check found about a factory, in the tab of the check."""
        dock = self.around.dock
        if not dock.findings.narrow_to_factory(factory_id):
            told = tr("The last check found nothing to say about {factory}.").format(factory=factory_id)
            self.around.tell(told, Qgis.MessageLevel.Info)
        dock.show_findings()

    def move_factory(self, fid: int) -> None:
        """Take a factory into the hand of the tool that moves factories."""
        from ...editing.part import EditingPart

        for part in self.around.parts():
            if isinstance(part, EditingPart):
                part.mover().take(fid)

    def undo_changes(self) -> None:
        """Show the last changes of the register, to take one of them back."""
        from ...editing.part import EditingPart

        for part in self.around.parts():
            if isinstance(part, EditingPart):
                part.undo_changes()

    def begin(self, how: str) -> None:
        """Import a list into an empty register, or draw its first factory."""
        from ..dialogs import DialogError, open_algorithm
        from .view import IMPORT

        layer = self.around.roles.layer("factories")
        if layer is None:
            return
        if how == IMPORT:
            try:
                open_algorithm("factory:import_register", {"REGISTER": layer})
            except DialogError as error:
                self.around.tell(str(error), Qgis.MessageLevel.Warning)
            return
        self.around.iface.setActiveLayer(layer)
        if layer.isEditable() or layer.startEditing():
            self.around.iface.actionAddFeature().trigger()
        else:
            told = tr("“{layer}” cannot be edited now.").format(layer=layer.name())
            self.around.tell(told, Qgis.MessageLevel.Warning)

    def _build(self) -> QWidget:
        from .map_link import MapLink
        from .view import RegisterView

        around, dock = self.around, self.around.dock
        feed = self.feed()
        self._link = MapLink(around.iface)
        self.view = RegisterView(around.project, feed, self._link, self._has_findings)
        self.view.demo_requested.connect(dock.demo_requested)
        self.view.register_requested.connect(dock.register_requested)
        self.view.findings_requested.connect(self.show_findings)
        self.view.move_requested.connect(self.move_factory)
        self.view.undo_requested.connect(self.undo_changes)
        self.view.begin_requested.connect(self.begin)
        self.view.told.connect(lambda text: around.tell(text, Qgis.MessageLevel.Info))
        feed.tell_again()  # somebody else may have asked before the tab was looked at
        return self.view

    def _project_left(self) -> None:
        """Look for everything again: a copy of the project has layers of the same ids."""
        if self.view is not None:
            self.view.forget()

    def _assigned(self, _role: str) -> None:
        self._soon.start()

    def _crs_changed(self) -> None:
        if self.view is not None:
            self.view.mark_again()

    def _has_findings(self) -> bool:
        return self._results() is not None

    def _results(self) -> CheckLayers | None:
        """Return the last check, where it was of this register."""
        from ...project.earlier import latest_of

        return latest_of(self.around.project, self.around.roles.layer("factories"))

    def _unreadable(self) -> QgsVectorLayer | None:
        """Return the layer that was chosen for the register, where it cannot be read."""
        layer = self.around.project.mapLayer(self.around.roles.chosen().get("factories", ""))
        return layer if isinstance(layer, QgsVectorLayer) else None

    def _follow(self) -> None:
        if self._feed is None:
            return
        results = self._results()
        parameters = self.around.dock.layers.parameters()
        chosen = {name: str(parameters[field]) for field, name in _CHOSEN.items() if parameters.get(field)}
        layer = self.around.roles.layer("factories") or self._unreadable()
        self._feed.follow(
            layer, None if results is None else results.factories, chosen, self.around.roles.layer("admin")
        )
        if self.view is not None:
            self.view.show_layer()

"""Follows the layer of the factories, whichever it is at the moment, and tells what is edited in it."""

from __future__ import annotations

from functools import partial
from typing import Any

from qgis.core import QgsProject, QgsVectorLayer
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal

from ..project.roles import LayerRoles

ROLE = "factories"


class RegisterWatch(QObject):
    """Tells what is edited in the register of the project; every signal names the layer first.

    Every layer of the project that shows the same table is followed: a copy, a layer with a filter.

    A layer that is being edited when another one becomes the register is followed until its editing ends, so that
    nothing of it is lost.

    While a layer is committed, QGIS tells of every new feature that the one with its temporary id is deleted and
    one with its real id is added; `committing` is True then.
    """

    register_changed = pyqtSignal(object)  # the layer, or None
    editing_started = pyqtSignal(object)
    editing_ended = pyqtSignal(object)
    feature_added = pyqtSignal(object, "qlonglong")
    feature_deleted = pyqtSignal(object, "qlonglong")
    geometry_changed = pyqtSignal(object, "qlonglong")
    attribute_changed = pyqtSignal(object, "qlonglong", int)
    about_to_commit = pyqtSignal(object)
    committed = pyqtSignal(object)
    reloaded = pyqtSignal(object)  # such as after a tool has written into its table
    commit_failed = pyqtSignal(object)  # in part, perhaps: what was stored by then stays stored

    def __init__(self, project: QgsProject, roles: LayerRoles, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._project = project
        self._roles = roles
        self._layer: QgsVectorLayer | None = None
        self._followed: dict[str, tuple[QgsVectorLayer, list[tuple[Any, Any]]]] = {}
        self._late: set[str] = set()
        self._committing: dict[str, QgsVectorLayer] = {}
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._end_failed)
        roles.changed.connect(self._look)
        roles.assigned.connect(self._assigned)
        project.layersWillBeRemoved.connect(self._layers_leave)
        self._look()

    @property
    def layer(self) -> QgsVectorLayer | None:
        """The register of the project now; None without one."""
        return self._layer

    @property
    def edited(self) -> list[QgsVectorLayer]:
        """The layers followed that are being edited."""
        return [layer for layer, _ in self._followed.values() if layer.isEditable()]

    def is_late(self, layer: QgsVectorLayer) -> bool:
        """Return whether a layer was being edited already when it was followed, and still is."""
        return layer.id() in self._late

    @property
    def committing(self) -> bool:
        """Whether QGIS is storing edits of a layer at this moment."""
        return bool(self._committing)

    def detach(self) -> None:
        """Listen to nothing any more."""
        self._roles.changed.disconnect(self._look)
        self._roles.assigned.disconnect(self._assigned)
        self._project.layersWillBeRemoved.disconnect(self._layers_leave)
        self._end_failed()
        for identifier in list(self._followed):
            self._release(identifier)
        self._layer = None

    def _assigned(self, role: str) -> None:
        if role == ROLE:
            self._look()

    def _look(self) -> None:
        layer = self._roles.layer(ROLE)
        wanted = {} if layer is None else {one.id(): one for one in self._same_table(layer)}
        for identifier, (other, _) in list(self._followed.items()):
            if identifier not in wanted and not other.isEditable():
                self._release(identifier)
        new = [one for identifier, one in wanted.items() if identifier not in self._followed]
        for one in new:
            self._follow(one)
        if layer is not self._layer:
            self._layer = layer
            self.register_changed.emit(layer)
            if layer is not None and layer not in new:
                new.append(layer)
        for one in new:
            if one.isEditable():
                self.editing_started.emit(one)

    def _same_table(self, register: QgsVectorLayer) -> list[QgsVectorLayer]:
        """Return the register and the layers of the project that show its table as well."""
        from ...processing.storage.files import same_table

        names = register.dataProvider().fields().names()  # a project has many layers, and to take one's address is slow
        others = (one for one in self._project.mapLayers().values() if isinstance(one, QgsVectorLayer))
        alike = (one for one in others if one.isValid() and one.dataProvider().fields().names() == names)
        return [register, *(one for one in alike if one is not register and same_table(register, one))]

    def _follow(self, layer: QgsVectorLayer) -> None:
        connections: list[tuple[Any, Any]] = [
            (layer.editingStarted, partial(self._editing_started, layer)),
            (layer.editingStopped, partial(self._editing_stopped, layer)),
            (layer.featureAdded, partial(self._told, self.feature_added, layer)),
            (layer.featureDeleted, partial(self._told, self.feature_deleted, layer)),
            (layer.geometryChanged, partial(self._moved, layer)),
            (layer.attributeValueChanged, partial(self._value_changed, layer)),
            (layer.beforeCommitChanges, partial(self._commit_begins, layer)),
            (layer.afterCommitChanges, partial(self._commit_ended, layer)),
            (layer.dataChanged, partial(self._reloaded, layer)),
        ]
        for signal, slot in connections:
            signal.connect(slot)
        self._followed[layer.id()] = (layer, connections)
        if layer.isEditable():
            self._late.add(layer.id())

    def _release(self, identifier: str) -> None:
        layer, connections = self._followed.pop(identifier)
        self._committing.pop(identifier, None)
        self._late.discard(identifier)
        if not sip.isdeleted(layer):
            for signal, slot in connections:
                signal.disconnect(slot)

    def _layers_leave(self, identifiers: list[str]) -> None:
        """Let go of layers before they are deleted; `LayerRoles` tells afterwards what the register is then."""
        for identifier in identifiers:
            if identifier not in self._followed:
                continue
            layer = self._followed[identifier][0]
            self._release(identifier)
            if layer.isEditable():
                self.editing_ended.emit(layer)
            if layer is self._layer:
                self._layer = None
                self.register_changed.emit(None)

    def _editing_started(self, layer: QgsVectorLayer) -> None:
        self.editing_started.emit(layer)

    def _editing_stopped(self, layer: QgsVectorLayer) -> None:
        self._late.discard(layer.id())
        self.editing_ended.emit(layer)
        register = self._layer
        if layer.id() in self._followed and (register is None or layer not in self._same_table(register)):
            self._release(layer.id())

    def _told(self, signal: Any, layer: QgsVectorLayer, fid: int) -> None:
        signal.emit(layer, fid)

    def _moved(self, layer: QgsVectorLayer, fid: int, _geometry: object) -> None:
        self.geometry_changed.emit(layer, fid)

    def _value_changed(self, layer: QgsVectorLayer, fid: int, index: int, _value: object) -> None:
        self.attribute_changed.emit(layer, fid, index)

    def _reloaded(self, layer: QgsVectorLayer) -> None:
        self.reloaded.emit(layer)

    def _commit_begins(self, layer: QgsVectorLayer, _stop: bool) -> None:
        self._committing[layer.id()] = layer
        self.about_to_commit.emit(layer)
        self._soon.start()  # QGIS says nothing of a commit that fails: it is over when Qt comes to this

    def _commit_ended(self, layer: QgsVectorLayer) -> None:
        if self._committing.pop(layer.id(), None) is not None:
            self.committed.emit(layer)

    def _end_failed(self) -> None:
        self._soon.stop()
        failed, self._committing = self._committing, {}
        for layer in failed.values():
            if not sip.isdeleted(layer):
                self.commit_failed.emit(layer)

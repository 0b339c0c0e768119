"""Moving a factory: the tool on the map, the questions about the new place, and one edit that does it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from qgis.core import (
    Qgis,
    QgsCsException,
    QgsFeature,
    QgsFeatureRequest,
    QgsGeometry,
    QgsPointXY,
    QgsProject,
    QgsRectangle,
    QgsVectorDataProvider,
    QgsVectorLayer,
    QgsWkbTypes,
)
from qgis.gui import QgisInterface, QgsMapTool
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QObject, Qt, pyqtSignal
from qgis.PyQt.QtGui import QCursor
from qgis.PyQt.QtWidgets import QMenu

from ...processing.i18n import tr
from ...processing.messages import metres
from ..maptools.ground import click_accuracy_m
from ..maptools.move_factory import MoveFactoryTool
from ..project.localise import in_khmer
from ..project.roles import LayerRoles
from . import description as d
from .commands import edit_command, put
from .move_dialog import Move, MoveDialog
from .telling import Tell
from .units import DIGITS, PROVINCE, VINTAGE, kept_as, units_at, whole_code, year_of
from .watch import RegisterWatch

_REACH = 12  # pixels
_MOST_OFFERED = 12
_POINT = QgsWkbTypes.GeometryType.PointGeometry


class _NotMoved(Exception):
    """The layer took no other place."""


@dataclass(frozen=True)
class _Taken:
    """The factory in the hand."""

    layer: QgsVectorLayer
    fid: int
    at: QgsPointXY  # in the coordinates of the map


class FactoryMover(QObject):
    """Moves one factory after the other while its tool is on the map."""

    carried = pyqtSignal(object, object, object)  # layer, feature, where it would be in the layer's CRS
    let_go = pyqtSignal()

    def __init__(
        self, iface: QgisInterface, watch: RegisterWatch, roles: LayerRoles, tell: Tell, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._iface, self._watch, self._roles, self._tell = iface, watch, roles, tell
        self._project: QgsProject = roles.project
        self._canvas = iface.mapCanvas()
        self._taken: _Taken | None = None
        self._before: QgsMapTool | None = None
        self.dialog: MoveDialog | None = None
        self.menu: QMenu | None = None
        self.tool = MoveFactoryTool(self._canvas, self._project)
        self.tool.pressed.connect(self._pressed)
        self.tool.carried.connect(self._carried)
        self.tool.dropped.connect(self._dropped)
        self.tool.escaped.connect(self._escaped)
        self.tool.left.connect(self._let_go)
        watch.register_changed.connect(self._register_changed)

    def start(self) -> bool:
        """Put the tool on the map; say why not, where nothing can be moved."""
        why = self._why_not()
        if why:
            self._tell(why, Qgis.MessageLevel.Warning)
            return False
        if self._canvas.mapTool() is not self.tool:
            self._before = self._canvas.mapTool()
            self._canvas.setMapTool(self.tool)
        self._canvas.setFocus()
        return True

    def take(self, fid: int) -> None:
        """Take a factory of the register into the hand, and show where it stands."""
        layer = self._watch.layer
        if layer is None or not self.start():
            return
        at = self._on_map(layer, fid)
        if at is None:
            told = tr("Factory {factory} has no place on the map. Draw it, or type its coordinate.")
            self._tell(told.format(factory=_called(layer.getFeature(fid))), Qgis.MessageLevel.Warning)
            return
        if not self._canvas.extent().contains(at):
            self._canvas.setCenter(at)
            self._canvas.refresh()
        self._hold(layer, fid, at)

    def stop(self) -> None:
        """Take the tool off the map."""
        if self._canvas.mapTool() is self.tool:
            if self._before is not None and not sip.isdeleted(self._before):
                self._canvas.setMapTool(self._before)
            else:
                self._canvas.unsetMapTool(self.tool)
        self._before = None

    def remove(self) -> None:
        """Leave nothing on the map."""
        self._watch.register_changed.disconnect(self._register_changed)
        self._let_go()
        self.stop()
        self.tool.deleteLater()

    def _why_not(self) -> str:
        layer = self._watch.layer
        if layer is None:
            return tr("Choose the layer with the factories in the tab Check.")
        if layer.geometryType() != _POINT:
            told = tr("“{layer}” holds no points. Move premises with QGIS's own tool: Edit → Move Feature(s).")
            return told.format(layer=layer.name())
        able = bool(layer.dataProvider().capabilities() & QgsVectorDataProvider.Capability.ChangeGeometries)
        if layer.readOnly() or not able:
            told = tr("“{layer}” is read-only: its factories cannot be moved. Work on a copy, or ask who keeps it.")
            return told.format(layer=layer.name())
        return ""

    def _pressed(self, place: QgsPointXY) -> None:
        layer = self._watch.layer
        if layer is None:
            return
        found = self._near(layer, place)
        if not found:
            self._tell(tr("No factory here: click on one, or zoom in."), Qgis.MessageLevel.Info)
        elif len(found) == 1:
            self._hold(layer, found[0].id(), self._on_map(layer, found[0].id()) or place)
        else:
            self._ask_which(layer, found)

    def _near(self, layer: QgsVectorLayer, place: QgsPointXY) -> list[QgsFeature]:
        """Return the factories within reach, the nearest first; those that lie clearly nearer than others, alone."""
        reach = _REACH * self._canvas.mapUnitsPerPixel()
        box = QgsRectangle(place.x() - reach, place.y() - reach, place.x() + reach, place.y() + reach)
        try:
            request = QgsFeatureRequest().setFilterRect(self._canvas.mapSettings().mapToLayerCoordinates(layer, box))
        except QgsCsException:
            return []
        away: list[tuple[float, QgsFeature]] = []
        for feature in layer.getFeatures(request):
            at = self._of(layer, feature.geometry())
            if at is not None and at.distance(place) <= reach:
                away.append((at.distance(place), feature))
        away.sort(key=lambda one: one[0])
        if len(away) > 1 and away[1][0] - away[0][0] > reach / 2:
            del away[1:]
        return [feature for _, feature in away]

    def _ask_which(self, layer: QgsVectorLayer, found: list[QgsFeature]) -> None:
        menu = QMenu(self._canvas)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        head = menu.addAction(tr("{count} factories here. Which one?").format(count=len(found)))
        head.setEnabled(False)
        menu.addSeparator()
        for feature in found[:_MOST_OFFERED]:
            at = self._on_map(layer, feature.id())
            if at is not None:
                text = _called(feature).replace("&", "&&")
                menu.addAction(text, partial(self._hold, layer, feature.id(), at))
        if len(found) > _MOST_OFFERED:
            menu.addAction(tr("Zoom in to see the others")).setEnabled(False)
        self.menu = menu
        menu.popup(QCursor.pos())

    def _hold(self, layer: QgsVectorLayer, fid: int, at: QgsPointXY, *_: object) -> None:
        self._taken = _Taken(layer, fid, at)
        self.tool.take(at)

    def _carried(self, place: QgsPointXY) -> None:
        taken = self._taken
        geometry = None if taken is None else self._moved(taken, place)
        if taken is not None and geometry is not None:
            self.carried.emit(taken.layer, taken.layer.getFeature(taken.fid), QgsPointXY(geometry.vertexAt(0)))

    def _dropped(self, place: QgsPointXY) -> None:
        self._carried(place)
        taken = self._taken
        if taken is None:
            self.tool.let_go()
            return
        feature = taken.layer.getFeature(taken.fid)
        move = self._move(taken, feature, place)
        if move is None:
            self._tell(tr("The map has no such place."), Qgis.MessageLevel.Warning)
            self._let_go()
            return
        dialog = MoveDialog(move, self._iface.mainWindow())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self._do(taken, place, move, dialog.values()))
        dialog.finished.connect(self._dialog_closed)
        self.dialog = dialog
        dialog.open()

    def _move(self, taken: _Taken, feature: QgsFeature, place: QgsPointXY) -> Move | None:
        layer, scale = taken.layer, self._canvas.scale()
        geometry = self._moved(taken, place)
        end = None if geometry is None else d.place_of(layer, geometry, self._project)
        if end is None:
            return None
        accuracy = click_accuracy_m(scale)
        return Move(
            factory=_called(feature),
            start=d.place_of(layer, feature.geometry(), self._project),
            end=end,
            metres=self.tool.distance_m(taken.at, place),
            scale=scale,
            accuracy_m=accuracy,
            units=self._other_units(layer, feature, end, accuracy),
            starts_editing="" if layer.isEditable() else layer.name(),
        )

    def _other_units(
        self, layer: QgsVectorLayer, feature: QgsFeature, place: QgsPointXY, accuracy: float
    ) -> dict[str, tuple[Any, Any]]:
        """Return the declared codes that differ from those of a place, and those that would be wrong below them."""
        units = units_at(self._roles.layer("admin"), place, accuracy, self._project)
        stated = d.value_of(feature, VINTAGE)
        same_list = units.vintage is None or stated is None or year_of(stated) == units.vintage
        codes = {name: code for name, code in units.codes.items() if same_list or name == PROVINCE}
        declared = {
            name: old for name in DIGITS if layer.fields().lookupField(name) >= 0 for old in [d.value_of(feature, name)]
        }
        short = any(isinstance(old, str) and old.strip() != _whole(name, old) for name, old in declared.items())
        differ: dict[str, tuple[Any, Any]] = {}
        outer = ""
        for name, old in declared.items():
            whole, new = _whole(name, old), codes.get(name)
            if new is None:  # the map does not tell this level: what is declared stays where it can be true
                new = whole if whole is None or whole.startswith(outer) else None
            if whole != new:
                kept = layer.fields().at(layer.fields().lookupField(name))
                differ[name] = (old, None if new is None else kept_as(new, kept, short=short))
            outer = new or outer
        return differ if any(old is not None for old, _ in differ.values()) else {}

    def _moved(self, taken: _Taken, place: QgsPointXY) -> QgsGeometry | None:
        """Return the point of a factory at another place, in the coordinates of its layer."""
        try:
            at = self._canvas.mapSettings().mapToLayerCoordinates(taken.layer, place)
        except QgsCsException:
            return None
        geometry = QgsGeometry(taken.layer.getGeometry(taken.fid))
        vertex = geometry.vertexAt(0)
        vertex.setX(at.x())
        vertex.setY(at.y())
        return geometry if geometry.moveVertex(vertex, 0) else None

    def _do(self, taken: _Taken, place: QgsPointXY, move: Move, told: Mapping[str, Any]) -> None:
        layer = taken.layer
        before = layer.getFeature(taken.fid)
        if not before.isValid():
            told = tr("{factory} was not moved: it is no longer in “{layer}”.")
            self._tell(told.format(factory=move.factory, layer=layer.name()), Qgis.MessageLevel.Warning)
            return
        geometry = self._moved(taken, place)
        self._iface.setActiveLayer(layer)  # QGIS's Save and Undo are about that one
        if geometry is None or not (layer.isEditable() or layer.startEditing()):
            self._say_locked(layer)
            return
        values = {d.DATE: d.today(), d.DATUM: d.datum_of(layer), d.REFERENCE: None, **told}
        if taken.fid >= 0 and move.start is not None and d.value_of(before, d.ORIGINAL) is None:
            values[d.ORIGINAL] = d.as_original(move.start)
        try:
            with edit_command(layer, tr("Move factory")):
                if not layer.changeGeometry(taken.fid, geometry):
                    raise _NotMoved
                put(layer, taken.fid, values)
        except _NotMoved:  # nothing of the step stays
            self._say_locked(layer)
            return
        layer.triggerRepaint()
        said = tr("{factory} was moved by {metres} m. It is kept when you save “{layer}”.")
        said = said.format(
            factory=d.value_of(before, "factory_id") or move.factory, metres=metres(move.metres), layer=layer.name()
        )
        self._tell(said, Qgis.MessageLevel.Info)

    def _say_locked(self, layer: QgsVectorLayer) -> None:
        self._tell(tr("“{layer}” cannot be edited now.").format(layer=layer.name()), Qgis.MessageLevel.Critical)

    def _dialog_closed(self, _result: int) -> None:
        self.dialog = None
        self._let_go()

    def _escaped(self) -> None:
        if self._taken is not None:
            self._let_go()
        else:
            self.stop()

    def _let_go(self) -> None:
        self._taken = None
        self.let_go.emit()
        self.tool.let_go()
        dialog, self.dialog = self.dialog, None
        if dialog is not None and not sip.isdeleted(dialog):
            dialog.reject()
        if self.menu is not None and not sip.isdeleted(self.menu):
            self.menu.close()
        self.menu = None

    def _register_changed(self, _layer: object) -> None:
        self._let_go()
        self.stop()

    def _on_map(self, layer: QgsVectorLayer, fid: int) -> QgsPointXY | None:
        return self._of(layer, layer.getGeometry(fid))

    def _of(self, layer: QgsVectorLayer, geometry: QgsGeometry) -> QgsPointXY | None:
        """Return where a factory stands, in the coordinates of the map."""
        if geometry.isNull() or geometry.isEmpty():
            return None
        try:
            at = QgsPointXY(geometry.vertexAt(0))
            return QgsPointXY(self._canvas.mapSettings().layerToMapCoordinates(layer, at))
        except QgsCsException:
            return None


def _whole(name: str, code: Any) -> str | None:
    """Return a declared code with all its digits."""
    return None if code is None else whole_code(code, DIGITS[name])


def _called(feature: QgsFeature) -> str:
    """Return id and name of a factory."""
    names = ("name_km", "name_en") if in_khmer() else ("name_en", "name_km")
    name = next((value for one in names if (value := d.value_of(feature, one)) is not None), None)
    factory = d.value_of(feature, "factory_id")
    return ", ".join(str(one) for one in (factory, name) if one is not None) or tr("A factory without an id")

"""Says of a factory that is put or moved on the map where it lies and how well that is known.

Nothing that a person has typed, and no default, is replaced. Where QGIS shows its form, the values stand in the form
before it is saved; otherwise they come with the feature, in the same step, so that Ctrl+Z takes back both.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from qgis.core import Qgis, QgsFeature, QgsGeometry, QgsProject, QgsVectorLayer, QgsWkbTypes
from qgis.gui import QgsAttributeDialog, QgsAttributeEditorContext, QgsAttributeForm, QgsMapCanvas, QgsMapTool
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QEvent, QObject, QTimer
from qgis.PyQt.QtWidgets import QApplication

from ...processing.i18n import tr
from ...processing.messages import metres
from ..project.localise import language
from ..project.roles import LayerRoles
from . import description as d
from .commands import edit_command, put, together
from .telling import Teller
from .units import PROVINCE, VINTAGE, Units, units_at, year_of
from .watch import RegisterWatch

_HANDS = (QEvent.Type.MouseButtonRelease, QEvent.Type.KeyPress, QEvent.Type.KeyRelease)
_POINT = QgsWkbTypes.GeometryType.PointGeometry
_ADDING = QgsAttributeEditorContext.Mode.AddFeatureMode
# Ways in which a place is known that a click on the map is one of.
_CLICKED = (None, d.ON_MAP, "image")


@dataclass(frozen=True)
class Missing:
    """What a new factory does not say of its place and can be said for it; and what cannot, as sentences."""

    values: Mapping[str, Any]
    notes: tuple[str, ...] = ()


class PlaceFiller(QObject):
    """Watches the hands on the map: only what is drawn there is described as digitised, nothing pasted or undone."""

    def __init__(
        self,
        watch: RegisterWatch,
        canvas: QgsMapCanvas,
        roles: LayerRoles,
        teller: Teller,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._watch, self._canvas, self._roles, self._teller = watch, canvas, roles, teller
        self._project: QgsProject = roles.project
        self._drawing = False
        self._added: list[tuple[QgsVectorLayer, int]] = []
        self._moved: dict[str, tuple[QgsVectorLayer, dict[int, None]]] = {}
        self._forms: list[QgsAttributeForm] = []
        self._offered = ""  # id of the layer whose old descriptions can be had back
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._drawn)
        self._filtered = (canvas, canvas.viewport())
        self._listening = False
        watch.editing_started.connect(self._attend)
        watch.editing_ended.connect(self._rest)
        watch.about_to_commit.connect(self._take_offer_back)
        watch.editing_ended.connect(self._take_offer_back)
        watch.feature_added.connect(self._feature_added)
        watch.geometry_changed.connect(self._geometry_changed)
        for layer in watch.edited:
            self._attend(layer)

    def detach(self) -> None:
        """Listen to nothing any more."""
        self._soon.stop()
        self._listen(False)
        self._watch.editing_started.disconnect(self._attend)
        self._watch.editing_ended.disconnect(self._rest)
        self._watch.about_to_commit.disconnect(self._take_offer_back)
        self._watch.editing_ended.disconnect(self._take_offer_back)
        self._watch.feature_added.disconnect(self._feature_added)
        self._watch.geometry_changed.disconnect(self._geometry_changed)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Note that a person works on the map with one of QGIS's tools for editing."""
        if event.type() in _HANDS and self._edits():
            self._drawing = True
            self._soon.start()
        return False

    def missing(self, layer: QgsVectorLayer, feature: QgsFeature) -> Missing:
        """Return what can be said of the place of a factory that was just put on the map."""
        place = d.place_of(layer, feature.geometry(), self._project)
        if place is None:
            return Missing({})
        told = d.on_map(layer, self._canvas.scale())
        # Another way than a click has another accuracy, source and day.
        clicked = d.value_of(feature, d.METHOD) in _CLICKED
        accuracy = d.value_of(feature, d.ACCURACY)
        values = told if clicked else {}
        units = units_at(
            self._roles.layer("admin"),
            place,
            float(accuracy if accuracy is not None else told[d.ACCURACY]),
            self._project,
        )
        notes = self._fill_units(feature, units, values, told[d.ACCURACY])
        fields = feature.fields()
        empty = {
            name: value
            for name, value in values.items()
            if fields.lookupField(name) >= 0 and d.value_of(feature, name) is None
        }
        return Missing(empty, notes)

    def _fill_units(
        self, feature: QgsFeature, units: Units, values: dict[str, Any], accuracy: float
    ) -> tuple[str, ...]:
        stated, codes = d.value_of(feature, VINTAGE), dict(units.codes)
        if units.vintage is not None and stated is not None and year_of(stated) != units.vintage:
            # Provinces have kept their codes from list to list; those of districts and communes change their meaning.
            inner = [name for name in codes if name != PROVINCE and d.value_of(feature, name) is None]
            values.update({name: code for name, code in codes.items() if name == PROVINCE})
            told = tr("Not filled in, as the map has the codes of {year}, not of {other}: {fields}.")
            named = ", ".join(map(title, inner))
            return (told.format(year=units.vintage, other=stated, fields=named),) if inner else ()
        values.update(codes)
        if codes and units.vintage is not None:
            values[VINTAGE] = units.vintage
        unsure = [name for name in units.unsure if d.value_of(feature, name) is None]
        if not unsure:
            return ()
        told = tr("Left empty, as a border is within {metres} m: {fields}.")
        return (told.format(metres=metres(accuracy), fields=", ".join(map(title, unsure))),)

    def _attend(self, _layer: QgsVectorLayer) -> None:
        self._listen(True)

    def _rest(self, _layer: QgsVectorLayer) -> None:
        self._listen(bool(self._watch.edited))

    def _listen(self, wanted: bool) -> None:
        if wanted == self._listening:
            return
        self._listening = wanted
        for widget in self._filtered:
            if not sip.isdeleted(widget):
                (widget.installEventFilter if wanted else widget.removeEventFilter)(self)

    def _edits(self) -> bool:
        tool = self._canvas.mapTool()
        return tool is not None and bool(tool.flags() & QgsMapTool.Flag.EditTool)

    def _feature_added(self, layer: QgsVectorLayer, fid: int) -> None:
        self._forms = [form for form in self._forms if not sip.isdeleted(form) and form.mode() == _ADDING]
        by_form = any(form.layer().id() == layer.id() for form in self._forms)
        if self._drawing and not self._watch.committing and not by_form:
            self._added.append((layer, fid))

    def _geometry_changed(self, layer: QgsVectorLayer, fid: int) -> None:
        if self._drawing and not self._watch.committing and layer.geometryType() == _POINT:
            self._moved.setdefault(layer.id(), (layer, {}))[1][fid] = None

    def _drawn(self) -> None:
        """Do what there is to do after a hand was on the map; QGIS has finished its own step."""
        self._drawing = False
        added, self._added = self._added, []
        moved, self._moved = self._moved, {}
        self._fill_forms()
        if len(added) == 1:
            self._fill_added(*added[0])
        for layer, fids in moved.values():
            if layer.isEditable() and not any(one is layer for one, _ in added):
                self._describe_moved(layer, list(fids))

    def _fill_forms(self) -> None:
        """Fill in the form that QGIS has opened for a new factory."""
        for form in _open_forms():
            if form in self._forms or form.mode() != _ADDING:
                continue
            layer = next((one for one in self._watch.edited if one.id() == form.layer().id()), None)
            if layer is None:
                continue
            self._forms.append(form)
            found = self.missing(layer, form.feature())
            for name, value in found.values.items():
                form.changeAttribute(layer.fields().at(layer.fields().lookupField(name)).name(), value)
            self._say_filled(found)

    def _fill_added(self, layer: QgsVectorLayer, fid: int) -> None:
        feature = layer.getFeature(fid) if layer.isEditable() else QgsFeature()
        found = self.missing(layer, feature) if feature.isValid() else Missing({})
        if found.values:
            filled = QgsFeature(feature)
            for name, value in found.values.items():
                filled.setAttribute(filled.fields().lookupField(name), value)
            together(
                layer, tr("Add factory"), 1, lambda: layer.addFeature(filled), lambda: put(layer, fid, found.values)
            )
        self._say_filled(found)

    def _say_filled(self, found: Missing) -> None:
        said = [tr("Filled in: {fields}.").format(fields=listed(found.values))] if found.values else []
        if said or found.notes:
            self._teller.tell(" ".join([*said, *found.notes]), Qgis.MessageLevel.Info)

    def _describe_moved(self, layer: QgsVectorLayer, fids: list[int]) -> None:
        """Say of places that were moved on the map what is true of them now."""
        told = {**d.on_map(layer, self._canvas.scale()), d.REFERENCE: None}
        told = {name: value for name, value in told.items() if layer.fields().lookupField(name) >= 0}
        if not told:
            return
        now = {fid: QgsGeometry(layer.getGeometry(fid)) for fid in fids}
        before = {fid: {name: d.value_of(layer.getFeature(fid), name) for name in (*told, d.ORIGINAL)} for fid in fids}
        after = {fid: {**told, **self._original(layer, fid, before[fid])} for fid in fids}

        def more() -> None:
            for fid, values in after.items():
                put(layer, fid, values)

        def again() -> None:
            for fid, geometry in now.items():
                layer.changeGeometry(fid, geometry)
            more()

        together(layer, tr("Move factory"), len(fids), again, more)
        self._offer_old(layer, before, told)

    def _original(self, layer: QgsVectorLayer, fid: int, before: Mapping[str, Any]) -> dict[str, str]:
        """Return the first coordinate of a factory, where the register does not hold one."""
        if fid < 0 or before[d.ORIGINAL] is not None or layer.fields().lookupField(d.ORIGINAL) < 0:
            return {}
        stored = next(layer.dataProvider().getFeatures(_only(fid)), None)
        place = d.place_of(layer, stored.geometry(), self._project) if stored is not None else None
        return {} if place is None else {d.ORIGINAL: d.as_original(place)}

    def _offer_old(
        self, layer: QgsVectorLayer, before: Mapping[int, Mapping[str, Any]], told: Mapping[str, Any]
    ) -> None:
        names = [str(d.value_of(layer.getFeature(fid), "factory_id") or "?") for fid in before]
        if len(names) == 1:
            sentence = tr("{factory} was moved. Described anew: {fields}.")
            sentence = sentence.format(factory=names[0], fields=listed(told))
        else:
            sentence = tr("{count} factories were moved. Described anew: {fields}.")
            sentence = sentence.format(count=len(names), fields=listed(told))
        self._teller.offer(sentence, tr("Keep the old description"), self._back(layer, before))
        self._offered = layer.id()

    def _take_offer_back(self, layer: QgsVectorLayer) -> None:
        """Offer nothing about features whose numbers are those of others once they are stored."""
        if layer.id() == self._offered:
            self._offered = ""
            self._teller.clear()

    def _back(self, layer: QgsVectorLayer, before: Mapping[int, Mapping[str, Any]]) -> Callable[[], None]:
        def back() -> None:
            if sip.isdeleted(layer) or not layer.isEditable():
                return
            with edit_command(layer, tr("Keep the old description")):
                for fid, values in before.items():
                    put(layer, fid, values)

        return back


def _open_forms() -> Iterator[QgsAttributeForm]:
    """Yield the forms in windows of their own; Python knows a window that QGIS has made as a dialog only."""
    for window in QApplication.topLevelWidgets():
        if window.metaObject().className() == "QgsAttributeDialog":
            yield sip.cast(window, QgsAttributeDialog).attributeForm()


def listed(values: Mapping[str, Any]) -> str:
    """Return what is said of a place, short enough for the message bar."""
    plain = (d.DATUM, d.DATE)  # nobody needs to be told that it is today
    return ", ".join(_said(name, value) for name, value in values.items() if value is not None and name not in plain)


def title(name: str) -> str:
    """Return what the schema calls a field in the language of QGIS."""
    from ...processing.register.schema import load_schema

    known = {field.name: field for field in load_schema().fields}
    return str(known[name].title(language())) if name in known else name


def _said(name: str, value: Any) -> str:
    if name == d.METHOD:
        return str(dict(d.methods()).get(value, value))
    if name == d.ACCURACY:
        return tr("± {metres} m").format(metres=metres(value))
    return str(value) if name == d.SOURCE else f"{title(name)} {value}"


def _only(fid: int) -> Any:
    from qgis.core import QgsFeatureRequest

    return QgsFeatureRequest().setFilterFid(fid).setNoAttributes()

"""Step 1 of the panel: which layers and fields to check, and against which rules."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from html import escape
from typing import Any

from qgis.core import QgsFeatureSource, QgsFieldProxyModel, QgsVectorLayer, QgsWkbTypes
from qgis.gui import QgsCollapsibleGroupBox, QgsFieldComboBox, QgsFileWidget
from qgis.PyQt.QtCore import QLocale, QTimer, pyqtSignal
from qgis.PyQt.QtGui import QShowEvent
from qgis.PyQt.QtWidgets import QLabel, QVBoxLayout, QWidget

from ...processing.checks.role_layers import CLASS_FIELDS, ROLE_LAYERS
from ...processing.i18n import named, tr
from ...processing.parameters import OTHER_FIELDS, USUAL_FIELDS
from ..project import packs
from ..project.broken import Broken, broken
from ..project.changes import LayerChanges
from ..project.results import findings_path, name_problem, usual_folder
from ..project.roles import LayerRoles
from ..qt import POINTS_AND_POLYGONS, POLYGONS
from .elided import ElidedLabel
from .forms import form, inside, layer_combo, let_shrink, show_layer, told_below
from .inks import WRONG, ThemedLabel, warning_colour
from .more_layers import MORE_LAYERS, PROVINCES, MoreLayers
from .problem import ProblemLabel
from .rules_chooser import RulesChooser

# Parameter -> the field that the algorithm takes by itself: the panel asks only when a layer lacks it.
_USUAL = {name: usual for fields in USUAL_FIELDS.values() for name, usual in fields.items()}


@dataclass(frozen=True)
class FieldSlot:
    """A field that the check reads.

    Attributes
    ----------
    parameter : str
        Parameter of ``check_locations`` that names it.
    role : str
        The layer it is in.
    likely : tuple of str
        Names to propose when the usual one is missing, lower case.
    needed : bool
        Whether the check cannot answer without it.
    numeric : bool
        Whether only fields with numbers fit.
    """

    parameter: str
    role: str
    likely: tuple[str, ...]
    needed: bool = False
    numeric: bool = False

    @property
    def usual(self) -> tuple[str, ...]:
        """The fields that are taken without asking, the first that there is; no ids, which verdicts hang on."""
        if self.parameter not in _USUAL:
            return CLASS_FIELDS
        return (_USUAL[self.parameter], *(self.likely if self.parameter == "NAME_FIELD" else ()))

    @property
    def of_class(self) -> bool:
        """Whether it holds classes that rules name: without such rules it is not asked for."""
        return self.parameter not in _USUAL


FIELD_SLOTS = (
    FieldSlot("FACTORY_ID_FIELD", "factories", ("id", "fid", "factory", "code")),
    FieldSlot("NAME_FIELD", "factories", OTHER_FIELDS["NAME_FIELD"]),
    FieldSlot("ACTIVITY_FIELD", "factories", ("isic_code", "isic4", "activity"), needed=True),
    FieldSlot("ACCURACY_FIELD", "factories", ("accuracy", "accuracy_m"), numeric=True),
    FieldSlot("DECLARED_PARK_FIELD", "factories", ("park", "sez", "sez_id")),
    FieldSlot("ZONE_FIELD", "zoning", ("zone", "code", "zoning", "class"), needed=True),
    FieldSlot("PARK_ID_FIELD", "parks", OTHER_FIELDS["PARK_ID_FIELD"], needed=True),
    *(
        FieldSlot(layer.class_parameter, parameter.lower(), ("klass", "zone", "level", "highway"))
        for parameter, layer in ROLE_LAYERS.items()
        if layer.class_parameter
    ),
)
_FIRST = ("factories", "zoning", "parks")
_NAMED = 3
_MISTAKES, _LETTERS = 2, 90
_POLYGON = QgsWkbTypes.GeometryType.PolygonGeometry


class LayersSection(QgsCollapsibleGroupBox):
    """Layers for the roles, the fields that differ from the register's, the rules and the file to write."""

    changed = pyqtSignal()

    def __init__(self, roles: LayerRoles, parent: QWidget | None = None) -> None:
        super().__init__(tr("1  Layers"), parent)
        self._roles = roles
        self._needs: tuple[packs.Need, ...] | None = None
        self._more = MoreLayers()
        self._layers = {
            "factories": layer_combo(POINTS_AND_POLYGONS, tr("Choose a layer")),
            "zoning": layer_combo(POLYGONS, tr("None: zoning is not checked")),
            "parks": layer_combo(POLYGONS, tr("None: parks are not checked")),
            **self._more.combos,
        }
        self._problems = {**{role: ProblemLabel() for role in _FIRST}, **self._more.problems}
        self._gone: dict[str, Broken] = {}
        self._seen_gone: set[str] = set()
        self._fields = {slot.parameter: _field_combo(slot) for slot in FIELD_SLOTS}
        self.rules = RulesChooser()
        self._needed = ThemedLabel()
        self._output = QgsFileWidget()
        self._where = ElidedLabel()
        self._fields_box = self._build()
        for role, combo in self._layers.items():
            # `activated` and not `layerChanged`: a combo box also moves on when its layer leaves the project.
            combo.activated.connect(lambda _index, role=role: self._layer_chosen(role))
        self.rules.changed.connect(self._rules_chosen)
        self._output.fileChanged.connect(lambda _path: self._output_changed())
        # Later and once: the combo boxes learn of new layers from the same signal, and a project brings many.
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self.refresh)
        roles.changed.connect(self._soon.start)
        self._counted = LayerChanges(self)
        self._counted.changed.connect(self._counted_anew)
        self.refresh()

    def layer(self, role: str) -> QgsVectorLayer | None:
        """Return the layer shown for `role`: factories, zoning, parks, or one of `MORE_LAYERS`."""
        layer = self._layers[role].currentLayer()
        return layer if isinstance(layer, QgsVectorLayer) else None

    def set_layer(self, role: str, layer: QgsVectorLayer | None) -> None:
        """Choose `layer` for `role`, as a person does."""
        self._layers[role].setLayer(layer)
        self._layer_chosen(role)

    def field_combo(self, parameter: str) -> QgsFieldComboBox:
        """Return the widget that asks for the field of `parameter`."""
        return self._fields[parameter]

    def output_file(self) -> str:
        """Return the file typed for the findings, or an empty text for the usual place."""
        return str(self._output.filePath())

    def set_output_file(self, path: str) -> None:
        """Type a file for the findings."""
        self._output.setFilePath(path)

    def forget(self) -> None:
        """Forget what was typed and is not stored in the project."""
        self.rules.forget()
        self.set_output_file("")
        # Unfolding the sections lets Qt do what is waiting: the refresh may have been, with what is forgotten only now.
        self._show_rules()

    def output_told(self) -> str:
        """Return the full path that the panel says the findings will have, or why they cannot have the one typed."""
        return str(self._where.text())

    def needs_told(self) -> str:
        """Return the line about the layers that the rules need."""
        return str(self._needed.text())

    def problem_told(self, role: str) -> str:
        """Return what stands in red below the layer of a role, empty for nothing."""
        return str(self._problems[role].text())

    def more_layers(self) -> MoreLayers:
        """Return the folded section with the layers beyond zoning and parks."""
        return self._more

    def parameters(self) -> dict[str, Any]:
        """Return the parameters of ``check_locations`` that were chosen; the others keep their defaults.

        Layers that no rule of the pack is about are left out: reading them would only take time.
        """
        chosen: dict[str, Any] = {}
        for role in self._layers:
            layer = self.layer(role)
            if layer is not None and self._serves(role):
                chosen[role.upper()] = layer.id()
        for slot in FIELD_SLOTS:
            if self._asks(slot) and self._fields[slot.parameter].currentField():
                chosen[slot.parameter] = self._fields[slot.parameter].currentField()
        if self.rules.path():
            chosen["RULES"] = self.rules.path()
        return chosen

    def lacking(self) -> tuple[str, str, bool]:
        """Return which layers the rules still lack, the rules that ask for each, and whether there are any.

        The first is empty where nothing is missing; where the rules cannot be read it says what is wrong with them.
        """
        wanted = self._wanted()
        broken = "" if wanted else self._broken()
        lacking = self._lacking(wanted)
        if broken or not lacking:
            return broken, "", bool(broken)
        return _still_missing(lacking), _rules_of(lacking), True

    def missing(self) -> str:
        """Return what has to be chosen before a check can run, or an empty text."""
        if self.layer("factories") is None:
            return tr("Choose the layer with the factories.")
        if self._holds_none():
            return self._begin_told()
        against = [role for role in self._layers if role != "factories" and self.layer(role) is not None]
        alone = not self._wanted() and self._pack() is not None  # rules about nothing but factories
        if not alone and not any(self._serves(role) for role in against):
            return tr("Choose a zoning layer, a parks layer, or another that the rules are about.")
        if self.rules.incomplete():
            return tr("Choose the file with the rules.")
        for slot in FIELD_SLOTS:
            # The activity serves the zoning check only.
            serves = slot.parameter != "ACTIVITY_FIELD" or self.layer("zoning") is not None
            if slot.needed and serves and self._asks(slot) and not self._fields[slot.parameter].currentField():
                return tr("Choose a field: {field}.").format(field=_field_label(slot.parameter).replace("&", ""))
        return name_problem(self._roles.project, self.output_file())

    def _holds_none(self) -> bool:
        """Return whether the register is empty; a count may be one from before an import, so one factory is read."""
        register = self.layer("factories")
        if register is None or register.featureCount() != 0:
            return False
        return register.hasFeatures() == QgsFeatureSource.FeatureAvailability.NoFeaturesAvailable

    def _begin_told(self) -> str:
        register = self.layer("factories")
        if register is not None and register.subsetString():
            told = tr("The filter of “{layer}” leaves no factory to check: change the filter first.")
            return told.format(layer=register.name())
        return tr("This register holds no factory yet: import a list or draw a factory in the tab Register.")

    def remember(self) -> None:
        """Store the layers and the rules shown in the project."""
        for role in self._layers:
            if self.layer(role) is not None:  # a layer that comes later may still be proposed
                self._roles.assign(role, self.layer(role))
        self._roles.assign_rules(self.rules.path())

    def refresh(self) -> None:
        """Offer the project's layers, and show each role's own and the project's rules."""
        results = self._roles.results()
        for role, combo in self._layers.items():
            combo.blockSignals(True)
            combo.setExceptedLayerList(results)
            show_layer(combo, self._roles.layer(role))
            combo.blockSignals(False)
        self._show_broken()
        self._show_rules()
        self._show_fields()
        self.refresh_output()
        self.changed.emit()

    def refresh_output(self) -> None:
        """Say again where the findings will go: the last run has taken a name."""
        project, typed = self._roles.project, self.output_file()
        problem = name_problem(project, typed)
        self._output.setDefaultRoot(str(usual_folder(project)))
        self._output.lineEdit().setPlaceholderText(tr("The usual place"))
        self._where.show_text(problem or str(findings_path(project, typed, datetime.now())))
        self._where.setStyleSheet(f"QLabel {{ color: {warning_colour(self)}; }}" if problem else "")

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh_output()  # the day may have changed
        self._counted_anew()
        self.rules.show_titles()  # last: the other packs are read while nobody waits

    def _build(self) -> QgsCollapsibleGroupBox:
        column = inside(self, QVBoxLayout())
        first = form()
        for role, text in (
            ("factories", tr("&Factories")),
            ("zoning", tr("&Zoning")),
            ("parks", tr("Par&ks")),
        ):
            label = QLabel(text)
            label.setBuddy(self._layers[role])
            first.addRow(label, told_below(self._layers[role], self._problems[role]))
        first.addRow(tr("R&ules"), self.rules)
        self._needed.setWordWrap(True)
        self._needed.linkActivated.connect(lambda _link: self._more.setCollapsed(False))
        column.addLayout(first)
        column.addWidget(self._needed)
        column.addWidget(self._more)
        box = QgsCollapsibleGroupBox(tr("Fields"), self)
        box.setToolTip(tr("These layers have other field names than the register: say which field is which."))
        self._fields_form = inside(box, form())
        self._fields_form.setVerticalSpacing(1)  # hidden rows keep theirs
        for slot in FIELD_SLOTS:
            label = QLabel(_field_label(slot.parameter))
            label.setBuddy(self._fields[slot.parameter])
            self._fields_form.addRow(label, self._fields[slot.parameter])
            self._fields[slot.parameter].fieldChanged.connect(lambda _name: self.changed.emit())
        column.addWidget(box)
        column.addLayout(self._build_output())
        return box

    def _build_output(self) -> Any:
        self._output.setStorageMode(QgsFileWidget.StorageMode.SaveFile)
        self._output.setDialogTitle(tr("Save the findings"))
        self._output.setFilter(tr("GeoPackage (*.gpkg)"))
        self._output.setConfirmOverwrite(False)  # nothing is overwritten: the findings get a numbered name
        self._output.lineEdit().setMinimumWidth(60)
        last = form()
        last.addRow(tr("Save &to"), self._output)
        last.addRow("", self._where)
        return last

    def _layer_chosen(self, role: str) -> None:
        self._roles.assign(role, self.layer(role))
        self._show_broken()
        self._show_needs()
        self._show_fields()
        self.changed.emit()

    def _rules_chosen(self) -> None:
        self._needs = None
        self._roles.assign_rules(self.rules.path())
        self._show_needs()
        self._show_fields()
        self.changed.emit()

    def _output_changed(self) -> None:
        self.refresh_output()
        self.changed.emit()

    def _pack(self) -> Any:
        """Return the pack chosen, or None while it cannot be read: the run then says what is wrong with it."""
        try:
            return packs.pack_at(self.rules.path())
        except packs.PackError:
            return None

    def _wanted(self) -> tuple[packs.Need, ...]:
        if self._needs is None:
            pack = self._pack()
            self._needs = () if pack is None else packs.needs(pack)
        return self._needs

    def _serves(self, role: str) -> bool:
        """Return whether the check reads the layer of a role; all are read while the rules are not known."""
        if role in _FIRST or role == PROVINCES or self.layer(role) is None:
            return role in _FIRST
        wanted = self._wanted()
        return not wanted or any(role in need.layers for need in wanted)

    def _counted_anew(self) -> None:
        """Say on how many factories the rules can be checked, and whether there are any."""
        self._show_needs()
        self.changed.emit()

    def _show_needs(self) -> None:
        """Say which layers the rules are about and still lack; read when somebody looks, as packs take time."""
        if not self.isVisible():
            return
        register = self.layer("factories")
        self._counted.follow([] if register is None else [register])
        wanted = self._wanted()
        given = self._given()
        lacking = self._lacking(wanted)
        about = {name for need in wanted for name in need.layers if name in need.proper or name in given}
        self._unfold_gone({name for need in wanted for name in need.layers})
        self._more.emphasise(about, {name for need in lacking for name in need.proper})
        broken = "" if wanted else self._broken()
        rules = _rules_of(lacking)
        self._needed.setText(_mistakes(broken) if broken else self._told(wanted, lacking))
        self._needed.setToolTip(f"<p>{escape(broken).replace(chr(10), '<br>')}</p>" if broken else rules)

    def _show_rules(self) -> None:
        """Show the rules that the project goes by, and which layers they need."""
        self.rules.show_path(self._roles.rules())
        self._needs = None
        self._show_needs()

    def _show_broken(self) -> None:
        """Say below each layer that cannot be read any more what to do about it."""
        self._gone = broken(self._roles)
        for role, label in self._problems.items():
            gone = self._gone.get(role)
            label.show_problem(gone.told if gone else "", gone.place if gone else "")

    def _unfold_gone(self, about: set[str]) -> None:
        """Unfold the other layers, once, when one of them has gone that is asked about."""
        fresh = {role for role in self._gone if role in MORE_LAYERS} - self._seen_gone
        self._seen_gone = set(self._gone)
        if fresh & (about | {PROVINCES}):
            self._more.setCollapsed(False)

    def _given(self) -> dict[str, QgsVectorLayer]:
        return {role: layer for role in self._layers if (layer := self.layer(role)) is not None}

    def _lacking(self, wanted: tuple[packs.Need, ...]) -> list[packs.Need]:
        given = self._given()
        areal = {role for role, layer in given.items() if layer.geometryType() == _POLYGON}
        return packs.missing(wanted, given, areal)

    def _broken(self) -> str:
        """Return what is wrong with the pack chosen, empty where it can be read."""
        try:
            packs.pack_at(self.rules.path())
        except packs.PackError as error:
            return str(error)
        return ""

    def _told(self, wanted: tuple[packs.Need, ...], lacking: list[packs.Need]) -> str:
        told = escape(self.coverage_told(lacking))
        if not wanted:
            return told + escape(tr("These rules need no layer but the factories."))
        if not lacking:
            return told + escape(tr("All layers that these rules need are chosen."))
        said = _still_missing(lacking)
        choose = tr("Choose them")
        folded = any(name in MORE_LAYERS for need in lacking for name in need.layers)
        return told + escape(said) + (f" <a href='more'>{escape(choose)}</a>" if folded else "")

    def coverage_told(self, lacking: Collection[packs.Need]) -> str:
        """Return how many rules of which year can be checked on how many factories, empty without either.

        Only what is known without reading the layer: a layer that does not say how many features it has is not asked.
        """
        pack, register = self._pack(), self.layer("factories")
        if pack is None or register is None:
            return ""
        locale = QLocale()
        total = len(pack.rules)
        able = total - len({rule for need in lacking for rule in need.rules})
        rules = {"able": locale.toString(able), "total": locale.toString(total), "year": str(pack.vintage)}
        count = register.featureCount()
        if count < 0:
            return tr("{able} of {total} rules ({year}) can be checked.").format(**rules) + " "
        return (
            tr("{able} of {total} rules ({year}) can be checked on {count} factories.").format(
                count=locale.toString(count), **rules
            )
            + " "
        )

    def _asks(self, slot: FieldSlot) -> bool:
        layer = self.layer(slot.role)
        if layer is None or any(layer.fields().lookupField(name) >= 0 for name in slot.usual):
            return False
        if not slot.of_class:
            return True
        pack = self._pack()
        return pack is not None and packs.names_classes(pack, slot.role)

    def _show_fields(self) -> None:
        asked = [slot for slot in FIELD_SLOTS if self._asks(slot)]
        for slot in FIELD_SLOTS:
            combo = self._fields[slot.parameter]
            combo.setVisible(slot in asked)
            self._fields_form.labelForField(combo).setVisible(slot in asked)
            layer = self.layer(slot.role)
            if combo.layer() != layer:
                combo.setLayer(layer)
                combo.setField(_likely_field(layer, slot))
        self._fields_box.setVisible(bool(asked))
        self._fields_box.setCollapsed(not any(slot.needed or slot.of_class for slot in asked))


def _still_missing(lacking: list[packs.Need]) -> str:
    named = ", ".join(str(need) for need in lacking[:_NAMED])
    if len(lacking) > _NAMED:
        named = tr("{some} and {count} more").format(some=named, count=len(lacking) - _NAMED)
    return tr("Layers still missing: {layers}. Rules about them are not checked.").format(layers=named)


def _rules_of(lacking: list[packs.Need]) -> str:
    return "\n".join(named(str(need), ", ".join(need.rules)) for need in lacking)


def _mistakes(told: str) -> str:
    """Return an error in red: its first line and the first mistakes, each shortened to about two lines of the panel."""
    head, *mistakes = told.splitlines()
    shown = [one if len(one) <= _LETTERS else one[:_LETTERS].rstrip() + "…" for one in mistakes[:_MISTAKES]]
    lines = [head, *shown, *(["…"] if len(mistakes) > _MISTAKES else [])]
    return f"<span class='{WRONG}'>{'<br>'.join(escape(line) for line in lines)}</span>"


def _likely_field(layer: QgsVectorLayer | None, slot: FieldSlot) -> str:
    if layer is None:
        return ""
    by_name = {field.name().casefold(): field.name() for field in layer.fields()}
    return next((by_name[name] for name in slot.likely if name in by_name), "")


def _field_label(parameter: str) -> str:
    labels = {
        "FACTORY_ID_FIELD": tr("Factory id"),
        "NAME_FIELD": tr("Name"),
        "ACTIVITY_FIELD": tr("Activity (ISIC)"),
        "ACCURACY_FIELD": tr("Accuracy (m)"),
        "DECLARED_PARK_FIELD": tr("Declared park"),
        "ZONE_FIELD": tr("Zone code"),
        "PARK_ID_FIELD": tr("Park id"),
    }
    if parameter in labels:
        return labels[parameter]
    layer = next(name for name, which in ROLE_LAYERS.items() if which.class_parameter == parameter)
    return tr("{layer}: class").format(layer=packs.label(layer.lower()))


def _field_combo(slot: FieldSlot) -> QgsFieldComboBox:
    combo = QgsFieldComboBox()
    combo.setAllowEmptyFieldName(True)
    if slot.numeric:
        combo.setFilters(QgsFieldProxyModel.Filter.Numeric)
    let_shrink(combo)
    return combo

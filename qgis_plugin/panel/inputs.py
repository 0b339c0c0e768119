"""Step 1 of the panel: which layers and fields to check, and against which rules."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, TypeVar

from qgis.core import QgsFieldProxyModel, QgsVectorLayer
from qgis.gui import QgsCollapsibleGroupBox, QgsFieldComboBox, QgsFileWidget, QgsMapLayerComboBox
from qgis.PyQt.QtCore import QTimer, pyqtSignal
from qgis.PyQt.QtWidgets import QComboBox, QFormLayout, QLabel, QLayout, QSizePolicy, QVBoxLayout, QWidget

from ...processing.i18n import tr
from ...processing.parameters import USUAL_FIELDS
from ..project.roles import LayerRoles
from ..qt import POINTS_AND_POLYGONS, POLYGONS

_Layout = TypeVar("_Layout", bound=QLayout)

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
    def usual(self) -> str:
        """The field that is taken without asking."""
        return _USUAL[self.parameter]


FIELD_SLOTS = (
    FieldSlot("FACTORY_ID_FIELD", "factories", ("id", "fid", "factory", "code")),
    FieldSlot("NAME_FIELD", "factories", ("name", "factory_name", "name_km")),
    FieldSlot("ACTIVITY_FIELD", "factories", ("isic_code", "isic4", "activity"), needed=True),
    FieldSlot("ACCURACY_FIELD", "factories", ("accuracy", "accuracy_m"), numeric=True),
    FieldSlot("DECLARED_PARK_FIELD", "factories", ("park", "sez", "sez_id")),
    FieldSlot("ZONE_FIELD", "zoning", ("zone", "code", "zoning", "class"), needed=True),
    FieldSlot("PARK_ID_FIELD", "parks", ("id", "code", "park", "sez", "name"), needed=True),
)


class LayersSection(QgsCollapsibleGroupBox):
    """Layers for the roles, the fields that differ from the register's, the rules and the file to write."""

    changed = pyqtSignal()

    def __init__(self, roles: LayerRoles, parent: QWidget | None = None) -> None:
        super().__init__(tr("1  Layers"), parent)
        self._roles = roles
        self._layers = {
            "factories": _layer_combo(POINTS_AND_POLYGONS, tr("Choose a layer")),
            "zoning": _layer_combo(POLYGONS, tr("None: zoning is not checked")),
            "parks": _layer_combo(POLYGONS, tr("None: parks are not checked")),
        }
        self._fields = {slot.parameter: _field_combo(slot) for slot in FIELD_SLOTS}
        self.rules_file = _file_widget(
            QgsFileWidget.StorageMode.GetFile,
            tr("Rule pack"),
            tr("Rule packs (*.yaml *.yml)"),
        )
        self.rules_file.lineEdit().setPlaceholderText(tr("The plugin's own rules"))
        self._output = _file_widget(
            QgsFileWidget.StorageMode.SaveFile,
            tr("Save the findings"),
            tr("GeoPackage (*.gpkg)"),
        )
        self._fields_box = self._build()
        for role, combo in self._layers.items():
            # `activated` and not `layerChanged`: a combo box also moves on when its layer leaves the project.
            combo.activated.connect(lambda _index, role=role: self._layer_chosen(role))
        # Later and once: the combo boxes learn of new layers from the same signal, and a project brings many.
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self.refresh)
        roles.changed.connect(self._soon.start)
        self.refresh()

    def layer(self, role: str) -> QgsVectorLayer | None:
        """Return the layer shown for `role` (factories, zoning or parks)."""
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

    def parameters(self) -> dict[str, Any]:
        """Return the parameters of ``check_locations`` that were chosen; the others keep their defaults."""
        chosen: dict[str, Any] = {}
        for role in self._layers:
            layer = self.layer(role)
            if layer is not None:
                chosen[role.upper()] = layer.id()
        for slot in FIELD_SLOTS:
            if self._asks(slot) and self._fields[slot.parameter].currentField():
                chosen[slot.parameter] = self._fields[slot.parameter].currentField()
        if self.rules_file.filePath():
            chosen["RULES"] = self.rules_file.filePath()
        return chosen

    def missing(self) -> str:
        """Return what has to be chosen before a check can run, or an empty text."""
        if self.layer("factories") is None:
            return tr("Choose the layer with the factories.")
        if self.layer("zoning") is None and self.layer("parks") is None:
            return tr("Choose a zoning layer, a parks layer, or both.")
        for slot in FIELD_SLOTS:
            # The activity serves the zoning check only.
            serves = slot.parameter != "ACTIVITY_FIELD" or self.layer("zoning") is not None
            if slot.needed and serves and self._asks(slot) and not self._fields[slot.parameter].currentField():
                return tr("Choose a field: {field}.").format(field=_field_label(slot.parameter).replace("&", ""))
        return ""

    def remember(self) -> None:
        """Store the layers shown as the project's roles."""
        for role in self._layers:
            self._roles.assign(role, self.layer(role))

    def refresh(self) -> None:
        """Offer the project's layers and show the role's one in each."""
        results = self._roles.results()
        for role, combo in self._layers.items():
            combo.blockSignals(True)
            combo.setExceptedLayerList(results)
            combo.setLayer(self._roles.layer(role))
            combo.blockSignals(False)
        self._output.lineEdit().setPlaceholderText(
            tr("Beside the project") if self._roles.project_saved() else tr("A temporary file")
        )
        self._show_fields()
        self.changed.emit()

    def _build(self) -> QgsCollapsibleGroupBox:
        column = _inside(self, QVBoxLayout())
        form = _form()
        for role, text in (
            ("factories", tr("&Factories")),
            ("zoning", tr("&Zoning")),
            ("parks", tr("Par&ks")),
        ):
            form.addRow(text, self._layers[role])
        form.addRow(tr("R&ules"), self.rules_file)
        form.addRow(tr("Save &to"), self._output)
        column.addLayout(form)
        box = QgsCollapsibleGroupBox(tr("Fields"), self)
        box.setToolTip(tr("These layers have other field names than the register: say which field is which."))
        self._fields_form = _inside(box, _form())
        self._fields_form.setVerticalSpacing(1)  # hidden rows keep theirs
        for slot in FIELD_SLOTS:
            label = QLabel(_field_label(slot.parameter))
            label.setBuddy(self._fields[slot.parameter])
            self._fields_form.addRow(label, self._fields[slot.parameter])
            self._fields[slot.parameter].fieldChanged.connect(lambda _name: self.changed.emit())
        column.addWidget(box)
        return box

    def _layer_chosen(self, role: str) -> None:
        self._roles.assign(role, self.layer(role))
        self._show_fields()
        self.changed.emit()

    def _asks(self, slot: FieldSlot) -> bool:
        layer = self.layer(slot.role)
        return layer is not None and layer.fields().lookupField(slot.usual) < 0

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
        self._fields_box.setCollapsed(not any(slot.needed for slot in asked))


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
    return labels[parameter]


def _inside(box: QgsCollapsibleGroupBox, layout: _Layout) -> _Layout:
    """Put `layout` into a widget of its own in `box`: opening the box shows all its children, hidden ones too."""
    holder = QWidget()
    holder.setLayout(layout)
    layout.setContentsMargins(0, 0, 0, 0)
    column = QVBoxLayout(box)
    column.addWidget(holder)
    return layout


def _form() -> QFormLayout:
    form = QFormLayout()
    form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
    form.setContentsMargins(0, 0, 0, 0)
    form.setVerticalSpacing(4)
    return form


def _layer_combo(kinds: Any, empty: str) -> QgsMapLayerComboBox:
    combo = QgsMapLayerComboBox()
    combo.setFilters(kinds)
    combo.setAllowEmptyLayer(True, empty)
    combo.setLayer(None)
    _let_shrink(combo)
    return combo


def _field_combo(slot: FieldSlot) -> QgsFieldComboBox:
    combo = QgsFieldComboBox()
    combo.setAllowEmptyFieldName(True)
    if slot.numeric:
        combo.setFilters(QgsFieldProxyModel.Filter.Numeric)
    _let_shrink(combo)
    return combo


def _let_shrink(combo: QComboBox) -> None:
    """Long layer names must not widen the dock."""
    combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    combo.setMinimumContentsLength(12)
    combo.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)


def _file_widget(mode: Any, title: str, kinds: str) -> QgsFileWidget:
    widget = QgsFileWidget()
    widget.setStorageMode(mode)
    widget.setDialogTitle(title)
    widget.setFilter(kinds)
    widget.setConfirmOverwrite(False)  # an existing file is never overwritten: the findings get a numbered name
    widget.lineEdit().setMinimumWidth(60)
    return widget

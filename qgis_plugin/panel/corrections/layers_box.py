"""What the search for problems looks at beside the register: proposed from the project, and changed by a person."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from qgis.core import QgsProject, QgsVectorLayer, QgsWkbTypes
from qgis.gui import QgsMapLayerComboBox
from qgis.PyQt.QtCore import QSignalBlocker, pyqtSignal
from qgis.PyQt.QtWidgets import QGroupBox, QLabel, QSizePolicy, QWidget

from ....processing.admin_layers import COMMUNES, DISTRICTS, LEVELS, level_of
from ....processing.i18n import tr
from ...project.roles import SCOPE, Hint, LayerRoles, guess
from ...qt import POINTS_AND_POLYGONS, POLYGONS
from ..forms import form, layer_combo, show_layer
from ..inks import ThemedLabel

_POINT = QgsWkbTypes.GeometryType.PointGeometry
_POLYGON = QgsWkbTypes.GeometryType.PolygonGeometry
_SMALL = (DISTRICTS.parameter, COMMUNES.parameter)
_UNIT_WORDS = ("province", "district", "commune", "khum", "srok", "admin", "ខេត្ត", "ស្រុក", "ឃុំ")
# Parameter -> the role that the project has a layer for.
_ROLES = {"PARKS": "parks", "WATER": "lakes"}
_HINTS = {
    "LAND": Hint(("country", "cambodia", "coastline", "national border"), (), (_POLYGON,)),
    "OFFICES": Hint(("office", "ministry", "ministries", "department"), (), (_POINT,)),
    "SITES": Hint(("premises", "parcel"), (), (_POLYGON,)),
}
PARAMETERS = (*(level.parameter for level in reversed(LEVELS)), "PARKS", "WATER", "LAND", "SITES", "OFFICES")


class LayersBox(QGroupBox):
    """A choice of a layer for each thing that the search can compare with."""

    changed = pyqtSignal()

    def __init__(self, roles: LayerRoles, parent: QWidget | None = None) -> None:
        super().__init__(tr("What is looked at"), parent)
        self._roles, self._project = roles, roles.project
        self._combos: dict[str, QgsMapLayerComboBox] = {}
        self._lack = ThemedLabel()
        self._lack.setWordWrap(True)
        self._lack.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.setToolTip(tr("Every layer lets more be found. Communes are the strongest evidence."))
        rows = form()
        rows.setContentsMargins(6, 2, 6, 4)
        self.setLayout(rows)
        for parameter, title in titles().items():
            kinds = POINTS_AND_POLYGONS if parameter == "OFFICES" else POLYGONS
            combo = layer_combo(kinds, tr("None"))
            combo.setAccessibleName(title)
            label = QLabel(title)
            label.setBuddy(combo)
            rows.addRow(label, combo)
            # `activated` and not `layerChanged`: a combo box also moves on when its layer leaves the project.
            combo.activated.connect(lambda _index, name=parameter: self._choose(name))
            self._combos[parameter] = combo
        rows.addRow(self._lack)
        self.changed.connect(self._tell_lack)
        self.refresh()

    def layer(self, parameter: str) -> QgsVectorLayer | None:
        """Return the layer shown for a parameter of ``check_coordinates``."""
        layer = self._combos[parameter].currentLayer()
        return layer if isinstance(layer, QgsVectorLayer) else None

    def set_layer(self, parameter: str, layer: QgsVectorLayer | None) -> None:
        """Choose a layer, as a person does."""
        show_layer(self._combos[parameter], layer)
        self._choose(parameter)

    def parameters(self) -> dict[str, Any]:
        """Return the layers chosen as parameters of ``check_coordinates``, by id."""
        chosen = {parameter: self.layer(parameter) for parameter in PARAMETERS}
        return {parameter: layer.id() for parameter, layer in chosen.items() if layer is not None}

    def told(self) -> str:
        """Return in a line what is looked at beside the register."""
        names = [title for parameter, title in titles().items() if self.layer(parameter) is not None]
        return ", ".join(names)

    def lack_told(self) -> str:
        """Return what is said of evidence that is missing."""
        return str(self._lack.text())

    def refresh(self) -> None:
        """Offer the project's layers, and show what was chosen, or is likely."""
        chosen = proposed(self._roles)
        results = self._roles.results()
        for parameter, combo in self._combos.items():
            blocked = QSignalBlocker(combo)
            combo.setExceptedLayerList(results)
            show_layer(combo, chosen.get(parameter))
            blocked.unblock()
        self.changed.emit()

    def _tell_lack(self) -> None:
        """Say what to do where no units are looked at that are small enough for a coordinate to miss."""
        lacking = not any(self.layer(parameter) for parameter in _SMALL)
        told = tr(
            "Without a layer of communes most shifted coordinates cannot be told: add one to the project, "
            "then Find problems."
        )
        self._lack.setText(told if lacking else "")
        self._lack.setVisible(lacking)

    def _choose(self, parameter: str) -> None:
        """Keep in the project what a person chose; an empty choice as well."""
        layer = self.layer(parameter)
        self._project.writeEntry(SCOPE, _key(parameter), "" if layer is None else layer.id())
        self.changed.emit()


def proposed(roles: LayerRoles) -> dict[str, QgsVectorLayer]:
    """Return the layer for each parameter: as chosen earlier, else the layer of its role, else a likely one."""
    project = roles.project
    register = roles.layer("factories")
    candidates = [one for one in roles.candidates() if one.isValid() and one != register]
    found: dict[str, QgsVectorLayer] = dict(_units(candidates, roles.layer("admin")))
    for parameter, role in _ROLES.items():
        layer = roles.layer(role)
        if layer is not None:
            found[parameter] = layer
    for parameter, hint in _HINTS.items():
        layer = guess([one for one in candidates if one not in found.values()], hint)
        if layer is not None and (parameter != "SITES" or layer.fields().lookupField("factory_id") >= 0):
            found[parameter] = layer
    for parameter in PARAMETERS:
        identifier, stored = project.readEntry(SCOPE, _key(parameter))
        if not stored or (identifier and project.mapLayer(identifier) is None):
            continue  # what was chosen has left the project: it may come again, by another id
        found.pop(parameter, None)
        layer = _layer(project, identifier)
        if layer is not None:
            found[parameter] = layer
    return found


def _units(candidates: list[QgsVectorLayer], admin: QgsVectorLayer | None) -> Mapping[str, QgsVectorLayer]:
    """Return the layers of administrative units by their level; the one of the role is preferred."""
    found: dict[str, QgsVectorLayer] = {}
    named = [one for one in candidates if any(word in one.name().casefold() for word in _UNIT_WORDS)]
    for layer in ([admin] if admin is not None else []) + named:
        known = level_of(layer) if layer.geometryType() == _POLYGON else None
        if known is not None:
            found.setdefault(known[0].parameter, layer)
    return found


def titles() -> dict[str, str]:
    """Return what each parameter is called, in the order of the list."""
    return {
        "ADMIN_COMMUNES": tr("Communes"),
        "ADMIN_DISTRICTS": tr("Districts"),
        "ADMIN_PROVINCES": tr("Provinces"),
        "PARKS": tr("Industrial parks"),
        "WATER": tr("Lakes and rivers"),
        "LAND": tr("Land of the country"),
        "SITES": tr("Premises"),
        "OFFICES": tr("Offices"),
    }


def _layer(project: QgsProject, identifier: str) -> QgsVectorLayer | None:
    layer = project.mapLayer(identifier) if identifier else None
    return layer if isinstance(layer, QgsVectorLayer) and layer.isValid() else None


def _key(parameter: str) -> str:
    return f"corrections/layers/{parameter}"

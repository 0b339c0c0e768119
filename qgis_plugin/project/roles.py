"""Which layer of the project plays which part: the factories, the zoning, the parks, and so on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from qgis.core import QgsExpressionContextUtils, QgsMapLayer, QgsProject, QgsVectorLayer, QgsWkbTypes
from qgis.PyQt.QtCore import QObject, pyqtSignal

from ...processing.expressions import PACK_VARIABLE
from ...processing.paths import DEFAULT_PACK
from .. import settings

SCOPE = "factory_locations"
RESULT_PROPERTY = "factory_locations/result"

_RULES = "rules"
_SHIPPED = "shipped:"

_POINT = QgsWkbTypes.GeometryType.PointGeometry
_LINE = QgsWkbTypes.GeometryType.LineGeometry
_POLYGON = QgsWkbTypes.GeometryType.PolygonGeometry


@dataclass(frozen=True)
class Hint:
    """What a layer of one role usually looks like.

    Attributes
    ----------
    words : tuple of str
        Pieces of a layer name, lower case; any of them counts.
    fields : tuple of str
        Field names, lower case; half of them or more count.
    geometries : tuple of int
        Geometry types that the role can have.
    """

    words: tuple[str, ...]
    fields: tuple[str, ...]
    geometries: tuple[int, ...]


@dataclass(frozen=True)
class Looks:
    """What a layer is guessed by, so that it need not be open.

    Attributes
    ----------
    name : str
    geometry : int
        Geometry type.
    fields : frozenset of str
        Field names, lower case.
    """

    name: str
    geometry: int
    fields: frozenset[str]


ROLES: dict[str, Hint] = {
    "factories": Hint(("factor", "register", "រោងចក្រ"), ("factory_id", "isic", "loc_accuracy_m"), (_POINT, _POLYGON)),
    "zoning": Hint(("zoning", "zone plan", "land use", "landuse"), ("zone_code", "plan"), (_POLYGON,)),
    "parks": Hint(
        ("parks", "industrial park", "sez", "special economic", "តំបន់សេដ្ឋកិច្ចពិសេស"),
        ("park_id", "licence_no"),
        (_POLYGON,),
    ),
    "protected": Hint(("protected",), (), (_POLYGON,)),
    "salt_farmland": Hint(("salt",), (), (_POLYGON,)),
    "water_intakes": Hint(("water_intake", "intake"), (), (_POINT, _POLYGON)),
    "wells": Hint(("wells", "borehole"), (), (_POINT, _POLYGON)),
    "rivers": Hint(("river", "canal", "stream"), (), (_LINE, _POLYGON)),
    "lakes": Hint(("lake", "pond", "reservoir"), (), (_POLYGON,)),
    "residential": Hint(("residential", "housing"), (), (_POINT, _POLYGON)),
    "schools": Hint(("school",), (), (_POINT, _POLYGON)),
    "hospitals": Hint(("hospital", "health cent"), (), (_POINT, _POLYGON)),
    "pagodas": Hint(("pagoda", "worship"), (), (_POINT, _POLYGON)),
    "markets": Hint(("market",), (), (_POINT, _POLYGON)),
    "receptors": Hint(("receptor",), (), (_POINT, _POLYGON)),
    "roads": Hint(("road",), (), (_LINE, _POLYGON)),
    "hazard_zones": Hint(("hazard", "flood"), (), (_POLYGON,)),
    "admin": Hint(("province", "admin", "district", "commune"), ("province_code",), (_POLYGON,)),
}


class LayerRoles(QObject):
    """Role to layer, stored in the project and guessed where nothing was chosen yet.

    A guess is not written to the project: looking at the panel must not mark a project as changed.
    """

    changed = pyqtSignal()

    def __init__(self, project: QgsProject, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._project = project
        project.layersRemoved.connect(self._forget)
        project.layersAdded.connect(self._announce)
        project.readProject.connect(self._read)
        project.cleared.connect(self._announce)
        project.projectSaved.connect(self._announce)

    def detach(self) -> None:
        """Stop listening to the project."""
        self._project.layersRemoved.disconnect(self._forget)
        self._project.layersAdded.disconnect(self._announce)
        self._project.readProject.disconnect(self._read)
        self._project.cleared.disconnect(self._announce)
        self._project.projectSaved.disconnect(self._announce)

    def layer(self, role: str) -> QgsVectorLayer | None:
        """Return the layer chosen for `role`, else the likeliest one, else None.

        A chosen layer that cannot be read any more is None, and nothing is guessed in its place; see `broken.broken`.

        Raises
        ------
        KeyError
            If there is no such role.
        """
        hint = ROLES[role]
        identifier, chosen = self._project.readEntry(SCOPE, _key(role))
        if not chosen:
            return guess(self.candidates(), hint)
        layer = self._project.mapLayer(identifier)
        return layer if isinstance(layer, QgsVectorLayer) and layer.isValid() else None

    def assign(self, role: str, layer: QgsMapLayer | None) -> None:
        """Store `layer` for `role`; None means that the project deliberately has none.

        Raises
        ------
        KeyError
            If there is no such role.
        """
        if role not in ROLES:
            raise KeyError(role)
        identifier = "" if layer is None else layer.id()
        if self._project.readEntry(SCOPE, _key(role)) != (identifier, True):
            self._project.writeEntry(SCOPE, _key(role), identifier)

    def rules(self) -> str:
        """Return the file of the rule pack chosen, empty for the plugin's usual one.

        Before any is chosen in the project, it is the one of the options.
        """
        chosen = self._project.readEntry(SCOPE, _RULES)[1]
        return self._chosen_rules() if chosen else settings.rules()

    def _chosen_rules(self) -> str:
        """Return the file of the rule pack that is stored in the project, empty for none and for the usual one."""
        stored, chosen = self._project.readEntry(SCOPE, _RULES)
        if not chosen or not stored:
            return ""
        if stored.startswith(_SHIPPED):
            return str(DEFAULT_PACK.parent / Path(stored[len(_SHIPPED) :]).name)
        return str(self._project.pathResolver().readPath(stored))

    def assign_rules(self, path: str) -> None:
        """Store the file of a rule pack: one that came with the plugin by its name, another relative to the project.

        The functions for expressions go by the same pack: its path is in the project variable `factory_rules`, which
        is absent for the usual one.
        """
        stored = ""
        if path:
            own = Path(path).parent == DEFAULT_PACK.parent
            stored = _SHIPPED + Path(path).name if own else self._project.pathResolver().writePath(path)
        if self._project.readEntry(SCOPE, _RULES) != (stored, True):
            self._project.writeEntry(SCOPE, _RULES, stored)
        self._tell_functions()

    def chosen(self) -> dict[str, str]:
        """Return the id of the layer chosen for each role that a person, or a set-up, has decided on."""
        entries = ((role, *self._project.readEntry(SCOPE, _key(role))) for role in ROLES)
        return {role: identifier for role, identifier, known in entries if known and identifier}

    def candidates(self) -> list[QgsVectorLayer]:
        """Return the vector layers of the project that are not the results of a check."""
        layers = self._project.mapLayers().values()
        return [one for one in layers if isinstance(one, QgsVectorLayer) and not is_result(one)]

    def results(self) -> list[QgsMapLayer]:
        """Return the layers of the project that a check made."""
        return [one for one in self._project.mapLayers().values() if is_result(one)]

    @property
    def project(self) -> QgsProject:
        """The project that the roles are of."""
        return self._project

    def _tell_functions(self) -> None:
        """Set the variable that the functions for expressions read to the pack that is chosen."""
        path = self._chosen_rules()
        if str(self._project.customVariables().get(PACK_VARIABLE, "")) == path:
            return
        if path:
            QgsExpressionContextUtils.setProjectVariable(self._project, PACK_VARIABLE, path)
        else:
            QgsExpressionContextUtils.removeProjectVariable(self._project, PACK_VARIABLE)

    def _read(self, *_: object) -> None:
        if self._chosen_rules():  # the project, or the plugin, may lie elsewhere than when it was saved
            dirty = self._project.isDirty()
            self._tell_functions()
            self._project.setDirty(dirty)
        self._announce()

    def _forget(self, identifiers: list[str]) -> None:
        for role in ROLES:
            identifier, chosen = self._project.readEntry(SCOPE, _key(role))
            if chosen and identifier in identifiers:
                self._project.removeEntry(SCOPE, _key(role))
        self.changed.emit()

    def _announce(self, *_: object) -> None:
        self.changed.emit()


def is_result(layer: QgsMapLayer) -> bool:
    """Return whether a check made `layer`."""
    return bool(layer.customProperty(RESULT_PROPERTY, ""))


def looks_of(layer: QgsVectorLayer) -> Looks:
    """Return what `layer` is guessed by."""
    return Looks(layer.name(), layer.geometryType(), frozenset(field.name().casefold() for field in layer.fields()))


def guess(layers: list[QgsVectorLayer], hint: Hint) -> QgsVectorLayer | None:
    """Return the layer that fits `hint` best, or None when nothing speaks for any of them."""
    scored = [(_score(looks_of(layer), hint), layer.name(), layer) for layer in layers if layer.isValid()]
    best = max(scored, key=lambda entry: (entry[0], entry[1]), default=None)
    return best[2] if best is not None and best[0] > 0 else None


def propose(looks: Sequence[Looks], roles: Sequence[str] = tuple(ROLES)) -> dict[str, int]:
    """Return for each role the place in `looks` of the layer that fits it best; a layer gets one role at most.

    Of roles that want the same layer, the one it fits better has it, then the one named first.
    """
    scored = [
        (-_score(one, ROLES[role]), rank, one.name, place)
        for rank, role in enumerate(roles)
        for place, one in enumerate(looks)
    ]
    proposed: dict[str, int] = {}
    for score, rank, _name, place in sorted(scored):
        if score < 0 and roles[rank] not in proposed and place not in proposed.values():
            proposed[roles[rank]] = place
    return proposed


def fits(looks: Looks, role: str) -> bool:
    """Return whether a layer has a geometry that `role` can have.

    Raises
    ------
    KeyError
        If there is no such role.
    """
    return looks.geometry in ROLES[role].geometries


def _score(looks: Looks, hint: Hint) -> float:
    if looks.geometry not in hint.geometries:
        return 0.0
    name = looks.name.casefold()
    named = 2.0 if any(word in name for word in hint.words) else 0.0
    share = sum(field in looks.fields for field in hint.fields) / len(hint.fields) if hint.fields else 0.0
    return named + (2.0 * share if share >= 0.5 else 0.0)


def _key(role: str) -> str:
    return f"roles/{role}"

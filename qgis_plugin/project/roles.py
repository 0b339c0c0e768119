"""Which layer of the project plays which part: the factories, the zoning, the parks, and so on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from qgis.core import (
    QgsExpressionContextUtils,
    QgsFeatureRequest,
    QgsMapLayer,
    QgsProject,
    QgsVectorLayer,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QObject, pyqtSignal

from ...processing.admin_layers import ANY_CODE, COMMUNES, DISTRICTS
from ...processing.expressions import PACK_VARIABLE
from ...processing.paths import DEFAULT_PACK
from .. import settings
from .layer_names import rest, says, says_only

SCOPE = "factory_locations"
RESULT_PROPERTY = "factory_locations/result"

_RULES = "rules"
_SHIPPED = "shipped:"
_ENOUGH = 0.5  # of the fields of a role: they speak for a layer

_POINT = QgsWkbTypes.GeometryType.PointGeometry
_LINE = QgsWkbTypes.GeometryType.LineGeometry
_POLYGON = QgsWkbTypes.GeometryType.PolygonGeometry


@dataclass(frozen=True)
class Hint:
    """What a layer of one role usually looks like.

    Attributes
    ----------
    words : tuple of str
        What a layer name says, lower case; any of them counts. See `layer_names.says`.
    fields : tuple of str
        Field names, lower case; half of them or more count, or any where `any_field` says so.
    geometries : tuple of int
        Geometry types that the role can have.
    alone : tuple of str
        Words that count only in a name that says nothing else, or beside a field that the role has: there are
        national parks, and registers of much.
    any_field : bool
        Whether the fields are other names for one thing.
    """

    words: tuple[str, ...]
    fields: tuple[str, ...]
    geometries: tuple[int, ...]
    alone: tuple[str, ...] = ()
    any_field: bool = False


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
    digits : int
        How many its first code has, of areas that no other field tells the level of; 0 for none.
    """

    name: str
    geometry: int
    fields: frozenset[str]
    digits: int = 0


# What districts and communes are known by. They hold the provinces too, but only in pieces: see `smaller_units`.
_SMALLER_WORDS = ("district", "commune", "srok", "khum", "ស្រុក", "ឃុំ", "សង្កាត់")
_SMALLER_FIELDS = {name.casefold() for level in (COMMUNES, DISTRICTS) for name in level.codes}
# And provinces, whatever their layer is called: any of these. OCHA's files have names like "khm_admbnda_adm1".
_PROVINCE_FIELDS = ("province_code", "adm1_pcode")
_PROVINCE_WORDS = ("province", "ខេត្ត")
_PROVINCE_DIGITS = 2
_LAST_RESORT = 0.5
# Fields that a layer of factories alone has, also where it is not called one.
_FACTORY_FIELDS = {"factory_id", "isic", "factory_name", "company_name", "company", "enterprise", "plant_name"}

_HEALTH = ("hospital", "health centre", "health center", "health facility", "health facilities", "health post")

ROLES: dict[str, Hint] = {
    "factories": Hint(
        ("factory", "factories", "រោងចក្រ"),
        ("factory_id", "isic", "loc_accuracy_m"),
        (_POINT, _POLYGON),
        alone=("register",),
    ),
    "zoning": Hint(("zoning", "zone plan", "land use"), ("zone_code", "plan"), (_POLYGON,)),
    "parks": Hint(
        ("industrial park", "sez", "special economic", "តំបន់សេដ្ឋកិច្ចពិសេស"),
        ("park_id", "licence_no"),
        (_POLYGON,),
        alone=("parks",),
    ),
    "protected": Hint(("protected", "national park"), (), (_POLYGON,)),
    "salt_farmland": Hint(("salt farm", "salt farmland", "salt field", "salt pan"), (), (_POLYGON,), alone=("salt",)),
    "water_intakes": Hint(("intake",), (), (_POINT, _POLYGON)),
    "wells": Hint(("wells", "borehole"), (), (_POINT, _POLYGON)),
    "rivers": Hint(("river", "canal", "stream"), (), (_LINE, _POLYGON)),
    "lakes": Hint(("lake", "pond", "reservoir"), (), (_POLYGON,)),
    "residential": Hint(("residential", "housing"), (), (_POINT, _POLYGON)),
    "schools": Hint(("school",), (), (_POINT, _POLYGON)),
    "hospitals": Hint(_HEALTH, (), (_POINT, _POLYGON)),
    "pagodas": Hint(("pagoda", "worship"), (), (_POINT, _POLYGON)),
    "markets": Hint(("market",), (), (_POINT, _POLYGON)),
    "receptors": Hint(("receptor",), (), (_POINT, _POLYGON)),
    "roads": Hint(("road",), (), (_LINE, _POLYGON)),
    "hazard_zones": Hint(("hazard", "flood", "flooded", "flooding", "floodplain"), (), (_POLYGON,)),
    "admin": Hint(
        (*_PROVINCE_WORDS, "admin", "administrative", "administration", *_SMALLER_WORDS),
        _PROVINCE_FIELDS,
        (_POLYGON,),
        any_field=True,
    ),
}


class LayerRoles(QObject):
    """Role to layer, stored in the project and guessed where nothing was chosen yet.

    A guess is not written to the project: looking at the panel must not mark a project as changed.
    """

    changed = pyqtSignal()
    assigned = pyqtSignal(str)  # the role that was given to another layer, by a person or a set-up

    def __init__(self, project: QgsProject, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._project = project
        self._guessed: dict[str, str] = {}  # role to the id of a layer
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
        if role not in ROLES:
            raise KeyError(role)
        identifier, chosen = self._project.readEntry(SCOPE, _key(role))
        if not chosen:
            return self._guess(role)
        layer = self._project.mapLayer(identifier)
        return layer if isinstance(layer, QgsVectorLayer) and layer.isValid() else None

    def _guess(self, role: str) -> QgsVectorLayer | None:
        """Return the likeliest layer; one that was guessed before keeps the role, so that a copy does not take it.

        One that only its name speaks for yields to a likelier one.
        """
        candidates, hint = self.candidates(), ROLES[role]
        likeliest = guess(candidates, hint)
        before = next((one for one in candidates if one.isValid() and one.id() == self._guessed.get(role)), None)
        if before is not None and likeliest is not None and _keeps(before, likeliest, hint):
            return before
        self._guessed[role] = "" if likeliest is None else likeliest.id()
        return likeliest

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
            self.assigned.emit(role)

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
        self._guessed.clear()  # QGIS tells of its layers one by one while it reads a project
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


def looks_of(layer: QgsVectorLayer, codes: bool = True) -> Looks:
    """Return what `layer` is guessed by; without `codes` nothing is read from it."""
    fields = frozenset(field.name().casefold() for field in layer.fields())
    geometry = layer.geometryType()
    digits = _digits(layer) if codes and level_is_open(geometry, fields) else 0
    return Looks(layer.name(), geometry, fields, digits)


def level_is_open(geometry: int, fields: frozenset[str]) -> bool:
    """Return whether only its codes tell the level of a layer of areas: its fields do not."""
    told = fields & {*_PROVINCE_FIELDS, *_SMALLER_FIELDS}
    return geometry == _POLYGON and ANY_CODE in fields and not told


def digits_in(code: object) -> int:
    """Return how many digits a code has."""
    return sum(sign.isdigit() for sign in str(code))


def smaller_units(looks: Looks) -> bool:
    """Return whether a layer holds districts, communes or villages, and not provinces as a whole."""
    named = says(looks.name, _SMALLER_WORDS) and not says(looks.name, _PROVINCE_WORDS)
    return named or looks.digits > _PROVINCE_DIGITS or bool(looks.fields & _SMALLER_FIELDS)


def is_unit(looks: Looks) -> bool:
    """Return whether a layer of areas holds districts, communes or villages, and nothing that lies in such."""
    likely = likeliest_role(looks) in ("", "admin") and not speaks_for_factories(looks)
    return likely and looks.geometry == _POLYGON and smaller_units(looks)


def guess(layers: list[QgsVectorLayer], hint: Hint) -> QgsVectorLayer | None:
    """Return the layer that fits `hint` best, or None when nothing speaks for any of them.

    Of those that fit alike, it is one whose name says least beside that.
    """
    codes = hint is ROLES["admin"]
    looks = [(layer, looks_of(layer, codes)) for layer in layers if layer.isValid()]
    scored = [(_score(one, hint), -_beside(one, hint), one.name, layer) for layer, one in looks]
    best = max(scored, key=lambda entry: entry[:3], default=None)
    return best[3] if best is not None and best[0] > 0 else None


def propose(looks: Sequence[Looks], roles: Sequence[str] = tuple(ROLES)) -> dict[str, int]:
    """Return for each role the place in `looks` of the layer that fits it best; a layer gets one role at most.

    Of roles that want the same layer, the one it fits better has it, then the one named first. Of layers that fit a
    role alike, it is one whose name says least beside that: "Roads" comes before "Reservoir roads".
    """
    scored = [
        (-_score(one, ROLES[role]), rank, _beside(one, ROLES[role]), one.name, place)
        for rank, role in enumerate(roles)
        for place, one in enumerate(looks)
    ]
    proposed: dict[str, int] = {}
    for score, rank, _more, _name, place in sorted(scored):
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


def speaks_for_factories(looks: Looks) -> bool:
    """Return whether a layer looks like a register: by one of its fields, else by a name that no other role claims."""
    return bool(looks.fields & _FACTORY_FIELDS) or likeliest_role(looks) == "factories"


def likeliest_role(looks: Looks) -> str:
    """Return the role that a layer fits best, empty where nothing speaks for any."""
    return next(iter(propose([looks])), "")


def _keeps(layer: QgsVectorLayer, likeliest: QgsVectorLayer, hint: Hint) -> bool:
    score = _score(looks_of(layer), hint)
    return score >= _score(looks_of(likeliest), hint) or (
        score > _LAST_RESORT and _share(looks_of(layer), hint) >= _ENOUGH
    )


def _share(looks: Looks, hint: Hint) -> float:
    if hint.any_field:
        return float(not looks.fields.isdisjoint(hint.fields))
    return sum(field in looks.fields for field in hint.fields) / len(hint.fields) if hint.fields else 0.0


def _score(looks: Looks, hint: Hint) -> float:
    if looks.geometry not in hint.geometries:
        return 0.0
    named = 2.0 if _named(looks, hint) else 0.0
    share = _share(looks, hint)
    score = named + (2.0 * share if share >= _ENOUGH else 0.0)
    if hint is ROLES["admin"] and smaller_units(looks):
        return min(score, _LAST_RESORT)  # provinces can be put together from them, where there are no others
    return score


def _named(looks: Looks, hint: Hint) -> bool:
    if says(looks.name, hint.words):
        return True
    own = set(hint.fields) | (_FACTORY_FIELDS if hint is ROLES["factories"] else set())
    return says_only(looks.name, hint.alone) or (says(looks.name, hint.alone) and bool(looks.fields & own))


def _beside(looks: Looks, hint: Hint) -> int:
    """Return how many words the name of a layer has beside those that speak for a role."""
    return len(rest(looks.name, (*hint.words, *hint.alone)))


def _digits(layer: QgsVectorLayer) -> int:
    """Return how many digits the first code has."""
    index = layer.fields().lookupField(ANY_CODE)
    request = QgsFeatureRequest().setLimit(1).setFlags(QgsFeatureRequest.Flag.NoGeometry)
    return next((digits_in(one[index]) for one in layer.getFeatures(request)), 0)


def _key(role: str) -> str:
    return f"roles/{role}"

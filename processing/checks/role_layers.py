"""The layers beyond zoning and parks that rules are about: which parameter holds which role and class."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING

from ..analysis.errors import LocationError
from ..frames import LayerFrame, LayerProblem
from ..i18n import tr
from ..inputs import UNSEEN, Areas

if TYPE_CHECKING:
    import numpy as np

    from ..analysis.nearest import Features

RECEPTORS, WATER_SUPPLY = "receptors", "water_supply"
RECEPTOR_CLASSES = ("residential", "school", "hospital", "pagoda", "market")
# Names under which layers keep what a finding tells of a feature, in any case; the first that a layer has is used.
# “facilitnam” and “facilitcod” are what shapefiles leave of facility names and codes.
ID_FIELDS = ("feature_id", "id", "code", "osm_id", "facility_id", "facilityid", "facilitcod")
FACILITY_NAMES = ("facility_name", "facilityname", "facilitnam", "facility", "site_name")
NAME_FIELDS = ("name_en", "name", *FACILITY_NAMES, "name_km")
CLASS_FIELDS = ("class", "category", "kind", "fclass", "type")
ACCURACY_FIELDS = ("accuracy_m",)


@dataclass(frozen=True)
class RoleLayer:
    """One input layer: its parameter, the role it plays, and the class of its features.

    Attributes
    ----------
    parameter, role : str
    class_ : str
        The class of all its features; empty where a field holds it.
    class_parameter : str
        The parameter that names that field, empty where there is none.
    polygons : bool
        Only polygons make sense.
    """

    parameter: str
    role: str
    class_: str = ""
    class_parameter: str = ""
    polygons: bool = False


ROLE_LAYERS = {
    layer.parameter: layer
    for layer in (
        RoleLayer("PROTECTED", "protected", class_parameter="PROTECTED_CLASS_FIELD", polygons=True),
        RoleLayer("SALT_FARMLAND", "salt_farmland", polygons=True),
        RoleLayer("WATER_INTAKES", WATER_SUPPLY, "intake"),
        RoleLayer("WELLS", WATER_SUPPLY, "well"),
        RoleLayer("RIVERS", WATER_SUPPLY, "water_body"),
        RoleLayer("LAKES", WATER_SUPPLY, "water_body", polygons=True),
        RoleLayer("RESIDENTIAL", RECEPTORS, "residential"),
        RoleLayer("SCHOOLS", RECEPTORS, "school"),
        RoleLayer("HOSPITALS", RECEPTORS, "hospital"),
        RoleLayer("PAGODAS", RECEPTORS, "pagoda"),
        RoleLayer("MARKETS", RECEPTORS, "market"),
        RoleLayer("RECEPTORS", RECEPTORS, class_parameter="RECEPTORS_CLASS_FIELD"),
        RoleLayer("ROADS", "roads", class_parameter="ROADS_CLASS_FIELD"),
        RoleLayer("HAZARD_ZONES", "hazard_zones", class_parameter="HAZARD_ZONES_CLASS_FIELD", polygons=True),
    )
}


def labels() -> dict[str, tuple[str, str]]:
    """Return label and help of each parameter of a role layer."""
    return {
        "PROTECTED": (tr("Protected areas"), tr("Parks, sanctuaries and forests under protection, as polygons.")),
        "SALT_FARMLAND": (tr("Salt farmland"), tr("Salt fields to be conserved, such as those of Kampot and Kep.")),
        "WATER_INTAKES": (tr("Water intakes"), tr("Where water is taken for supply.")),
        "WELLS": (tr("Wells"), tr("Wells that people drink from.")),
        "RIVERS": (tr("Rivers and canals"), tr("Public water areas, as lines or polygons; a line has no inside.")),
        "LAKES": (tr("Lakes and ponds"), tr("Public water areas, as polygons.")),
        "RESIDENTIAL": (tr("Residential areas"), tr("Where people live: polygons, or points of houses.")),
        "SCHOOLS": (tr("Schools"), tr("Schools, as points or polygons.")),
        "HOSPITALS": (tr("Hospitals"), tr("Hospitals and health centres, as points or polygons.")),
        "PAGODAS": (tr("Pagodas"), tr("Pagodas and other places of worship.")),
        "MARKETS": (tr("Markets"), tr("Markets and other public places.")),
        "RECEPTORS": (
            tr("Receptors of several classes"),
            tr("One layer of what factories must keep away from, with a class field: {classes}.").format(
                classes=", ".join(RECEPTOR_CLASSES)
            ),
        ),
        "ROADS": (tr("Roads"), tr("Roads, as lines, with a class field where rules name classes.")),
        "HAZARD_ZONES": (tr("Hazard zones"), tr("Consultation zones around hazards, with a class field.")),
    }


@dataclass(frozen=True)
class RoleFeatures(Areas):
    """All features of one role, from one or several layers; arrays as in `Areas`, any geometry type.

    Attributes
    ----------
    role : str
    layers : sequence of LayerFrame
    layer_of : (k,) int array
        Which of `layers` each feature is from.
    classes : (k,) object array of str, lower case
    rows : (k,) int array
        The place of each feature among all of the role; of other factories, its row in the register.
    given : frozenset of str
        The classes for which there is a layer or at least one feature.
    parameters : sequence of str
        The parameter that each of `layers` was given in.
    accuracy : (k,) float array
        Metres within which each feature may truly lie: the largest that its layer states, 0 where it states none; of
        factories each its own.
    """

    role: str = ""
    layers: Sequence[LayerFrame] = ()
    layer_of: np.ndarray = field(default=None)  # type: ignore[assignment]
    classes: np.ndarray = field(default=None)  # type: ignore[assignment]
    rows: np.ndarray = field(default=None)  # type: ignore[assignment]
    given: frozenset[str] = frozenset()
    parameters: Sequence[str] = ()
    accuracy: np.ndarray = field(default=None)  # type: ignore[assignment]

    @property
    def used_layers(self) -> Sequence[LayerFrame]:
        return [self.layers[i] for i in sorted(set(self.layer_of.tolist()))]

    @property
    def accuracy_m(self) -> float:
        return float(self.accuracy.max(initial=0.0))

    @cached_property
    def index(self) -> Features:
        """The index of the geometries; made once for all rules."""
        from ..analysis.nearest import Features

        return Features(self.geometries)

    @cached_property
    def labels(self) -> list[str]:
        """What a finding calls each feature: its name, or its class and id."""
        from ..rules.words import word

        return [
            name or " ".join(part for part in (class_ and word(class_), id_) if part)
            for name, class_, id_ in zip(self.names, self.classes, self.ids)
        ]

    @property
    def keys(self) -> np.ndarray:
        """Parameter and id: the layers of a role number their features each for itself, and may be renamed."""
        import numpy as np

        return np.array([f"{self.parameters[i]}/{id_}" for i, id_ in zip(self.layer_of, self.ids)], dtype=object)

    @property
    def layer_names(self) -> list[str]:
        return [self.layers[i].name for i in self.layer_of]

    def of_classes(self, wanted: Iterable[str]) -> np.ndarray:
        """Return the rows of some classes; of all where none are named."""
        import numpy as np

        classes = {plain_class(class_) for class_ in wanted}
        if not classes:
            return np.arange(len(self.classes))
        return np.flatnonzero([class_ in classes for class_ in self.classes])

    @cached_property
    def _parts(self) -> dict[frozenset[str], RoleFeatures]:
        return {}

    def part(self, wanted: Iterable[str]) -> RoleFeatures:
        """Return the features of some classes; asked again, the same object, with the index it has by then."""
        classes = frozenset(map(plain_class, wanted))
        if not classes:
            return self
        if classes not in self._parts:
            self._parts[classes] = self.subset(self.of_classes(classes))
        return self._parts[classes]

    @cached_property
    def areal(self) -> RoleFeatures:
        """Those of the features that have an inside."""
        import numpy as np
        import shapely

        rows = np.flatnonzero(shapely.get_dimensions(self.geometries) == 2)
        return self if len(rows) == len(self.geometries) else self.subset(rows)

    def missing(self, wanted: Iterable[str]) -> list[str]:
        """Return those of the classes wanted for which nothing was given."""
        return [class_ for class_ in wanted if plain_class(class_) not in self.given]

    def subset(self, rows: np.ndarray) -> RoleFeatures:
        """Return the features at `rows`; the layer is the first that one of them is from."""
        arrays = ("geometries", "ids", "codes", "names", "vintages", "layer_of", "classes", "rows", "accuracy")
        layer = self.layers[self.layer_of[rows[0]]] if len(rows) else self.layer
        return replace(self, layer=layer, **{name: getattr(self, name)[rows] for name in arrays})


def first_of(names: Iterable[str], known: Sequence[str]) -> str:
    """Return the field that has the first of the usual names that a layer has, in any case; empty for none."""
    by_name = {name.casefold(): name for name in reversed(known)}
    found = next((name for name in names if name.casefold() in by_name), "")
    return found if found in known else by_name.get(found.casefold(), "")


def role_features(role: str, parts: Sequence[tuple[RoleLayer, LayerFrame, dict[str, str]]]) -> RoleFeatures:
    """Put the layers of a role together.

    Parameters
    ----------
    role : str
    parts : sequence of (RoleLayer, LayerFrame, fields)
        Fields by purpose: ``id``, ``name``, ``class``, ``vintage``, ``accuracy``; empty where the layer has none.

    Raises
    ------
    LocationError
        If a layer has no usable geometry: everything would seem far away from it.
    """
    import numpy as np

    read = [_read(which, layer, fields) for which, layer, fields in parts]
    given = {which.class_ for which, _, _ in parts if which.class_}
    columns = {name: np.concatenate([part[name] for part in read]) for name in read[0]}
    classes = columns.pop("classes")
    return RoleFeatures(
        layer=parts[0][1],
        codes=np.full(len(classes), "", dtype=object),
        role=role,
        layers=[layer for _, layer, _ in parts],
        layer_of=np.repeat(np.arange(len(parts)), [len(part["ids"]) for part in read]),
        classes=classes,
        rows=np.arange(len(classes)),
        given=frozenset(given | set(classes) - {""}),
        parameters=[which.parameter for which, _, _ in parts],
        **columns,
    )


def _read(which: RoleLayer, layer: LayerFrame, fields: dict[str, str]) -> dict[str, np.ndarray]:
    """Return the columns of one layer's usable features, in the order of their ids."""
    import numpy as np
    import pandas as pd

    from ..inputs import texts

    frame = layer.frame[layer.frame.geometry.notna()].sort_index()
    if not len(frame):
        raise LocationError(
            "No feature of layer “{layer}” can be used: {why}. Correct the layer, or leave it out.",
            layer=layer.name,
            why=layer.notes[0],
        )

    def text(purpose: str) -> np.ndarray:
        values = texts(frame[fields[purpose]]) if fields[purpose] else np.full(len(frame), None, dtype=object)
        return np.array([value or "" for value in values], dtype=object)

    ids = text("id")
    numbers = np.array([str(i) for i in frame.index], dtype=object)
    accuracy = 0.0
    if fields["accuracy"]:
        stated = pd.to_numeric(frame[fields["accuracy"]], errors="coerce").to_numpy("float64", na_value=np.nan)
        accuracy = float(stated[np.isfinite(stated) & (stated >= 0)].max(initial=0.0))
    named = np.full(len(frame), which.class_, dtype=object) if which.class_ else text("class")
    classes = np.array([plain_class(class_) for class_ in named], dtype=object)
    _report_classes(which, layer, classes)
    return {
        "geometries": np.asarray(frame.geometry.array, dtype=object),
        "ids": np.where(ids == "", numbers, ids).astype(object),
        "names": text("name"),
        "vintages": np.array([year or layer.vintage for year in text("vintage")], dtype=object),
        "classes": classes,
        "accuracy": np.full(len(frame), accuracy),
    }


def plain_class(text: str) -> str:
    """Return a class without what people do not see as a difference: case, spaces around it, zero-width signs."""
    return "".join(c for c in text if c not in UNSEEN).strip().casefold()


def _report_classes(which: RoleLayer, layer: LayerFrame, classes: np.ndarray) -> None:
    """Report receptors of no class that a rule can name: nothing is kept away from them."""
    if which.role != RECEPTORS or which.class_:
        return
    odd = sorted({class_ for class_ in classes if class_ not in RECEPTOR_CLASSES})
    if odd:
        layer.problems.append(
            LayerProblem(
                layer.name,
                None,
                tr("features of a class that no rule can name: {count} ({classes})").format(
                    count=sum(class_ in odd for class_ in classes),
                    classes=", ".join(class_ or tr("none") for class_ in odd),
                ),
                tr("Rules about receptors do not see them. Known classes: {classes}.").format(
                    classes=", ".join(RECEPTOR_CLASSES)
                ),
            )
        )

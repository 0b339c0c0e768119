"""What the checks have in common: their parameters, the sentences about bad ones, and reading the layers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeatureSource,
    QgsProcessingFeedback,
    QgsProcessingParameterCrs,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterFile,
    QgsProcessingParameterNumber,
    QgsProviderRegistry,
    QgsWkbTypes,
)

from .analysis.errors import LocationError
from .base import FactoryAlgorithm
from .frames import LayerFrame, LayerProblem, Tick, read_layer
from .i18n import tr

if TYPE_CHECKING:
    import numpy as np

# Parameter of a field -> the register's own name for it, used when the parameter is left empty.
FACTORY_FIELDS = {
    "FACTORY_ID_FIELD": "factory_id",
    "NAME_FIELD": "name_en",
    "ACTIVITY_FIELD": "isic",
    "ACCURACY_FIELD": "loc_accuracy_m",
    "PROVINCE_FIELD": "province_code",
    "DECLARED_PARK_FIELD": "park_id",
}
ZONING_FIELDS = {"ZONE_FIELD": "zone_code", "ZONE_NAME_FIELD": "zone_name", "ZONE_ID_FIELD": "zone_id"}
PARK_FIELDS = {"PARK_ID_FIELD": "park_id", "PARK_NAME_FIELD": "name_en"}
VINTAGE = "vintage"
WORKING_CRS = "EPSG:32648"
POLYGON_RULES = ("any", "majority", "all")
PROBLEMS_SHOWN = 20


@dataclass(frozen=True)
class Factories:
    """The factories of a run, as the engine wants them; every array has n rows.

    Attributes
    ----------
    layer : LayerFrame
    ids : object array of str
        The factory's id, or ``feature <number>`` where it has none.
    names, provinces, declared : object arrays of str or None
    activities : object array of str
        Normalised ISIC codes, empty where none is recorded.
    accuracy : float array
        Metres; the default of the run where none is stated. Without what a datum shift adds, see `reach`.
    stated : bool array
        The accuracy comes from the layer.
    geometries : object array of points or polygons, None where there is no usable location
    polygonal : bool
        Whether the factories are polygons.
    can_declare : bool
        The layer has a field for the declared park.
    """

    layer: LayerFrame
    ids: np.ndarray
    names: np.ndarray
    provinces: np.ndarray
    declared: np.ndarray
    activities: np.ndarray
    accuracy: np.ndarray
    stated: np.ndarray
    geometries: np.ndarray
    polygonal: bool
    can_declare: bool


@dataclass(frozen=True)
class Areas:
    """Zones or parks; every array has k rows.

    Attributes
    ----------
    layer : LayerFrame
    geometries : object array of polygons or None
    ids, codes, names, vintages : object arrays of str
        Empty strings where the layer has no such field or value.
    """

    layer: LayerFrame
    geometries: np.ndarray
    ids: np.ndarray
    codes: np.ndarray
    names: np.ndarray
    vintages: np.ndarray


def reach(factories: Factories, areas: Areas) -> np.ndarray:
    """Return the radius in metres within which each factory may lie relative to `areas`.

    A datum shift moves a whole layer by an unknown part of its stated accuracy, so it counts once for each layer that
    was shifted, and not at all where both were shifted alike.
    """
    shifts = [max(layer.accuracy_m, 0.0) for layer in (factories.layer, areas.layer)]
    return factories.accuracy + (0.0 if shifts[0] == shifts[1] else sum(shifts))


class CheckAlgorithm(FactoryAlgorithm):
    """Base of the checks: declares shared parameters, reads shared layers."""

    GROUP_ID = "checks"

    def declare_factories(self) -> None:
        self.add(
            QgsProcessingParameterFeatureSource(
                "FACTORIES",
                tr("Factories"),
                [QgsProcessing.SourceType.TypeVectorPoint, QgsProcessing.SourceType.TypeVectorPolygon],
            ),
            tr("The register, or any layer of factories: points, or polygons of their premises."),
        )
        self._add_field(
            "FACTORY_ID_FIELD",
            tr("Factory id field"),
            "FACTORIES",
            tr("Identifies a factory in the findings."),
        )
        self._add_field("NAME_FIELD", tr("Factory name field"), "FACTORIES", tr("Shown beside the id."))
        self._add_field(
            "ACCURACY_FIELD",
            tr("Accuracy field (metres)"),
            "FACTORIES",
            tr(
                "Radius in metres around the coordinate within which the true place lies. "
                "A verdict is given only when it is the same everywhere within it."
            ),
        )
        self.add(
            QgsProcessingParameterNumber(
                "DEFAULT_ACCURACY",
                tr("Accuracy where none is stated (metres)"),
                QgsProcessingParameterNumber.Type.Double,
                0.0,
                minValue=0.0,
            ),
            tr("Used for factories without an accuracy. 0 takes their coordinates as exact."),
            advanced=True,
        )

    def declare_activity(self) -> None:
        self._add_field(
            "ACTIVITY_FIELD",
            tr("Activity field (ISIC Rev. 4)"),
            "FACTORIES",
            tr("Main activity as an ISIC Rev. 4 code of 2 to 4 digits; a fifth, national digit is ignored."),
        )

    def declare_declared_park(self) -> None:
        self._add_field(
            "DECLARED_PARK_FIELD",
            tr("Declared park field"),
            "FACTORIES",
            tr("Id or name of the industrial park the factory says it is in; empty for none."),
        )

    def declare_zoning(self, *, optional: bool) -> None:
        self._add_polygons("ZONING", tr("Zoning"), optional, tr("Land-use zones of the plans in force, as polygons."))
        self._add_field("ZONE_FIELD", tr("Zone code field"), "ZONING", tr("Holds the zone codes of the rule pack."))
        self._add_field("ZONE_NAME_FIELD", tr("Zone name field"), "ZONING", tr("Shown beside the code."), advanced=True)
        self._add_field(
            "ZONE_ID_FIELD",
            tr("Zone id field"),
            "ZONING",
            tr("Names one zone polygon in the findings."),
            advanced=True,
        )

    def declare_parks(self, *, optional: bool) -> None:
        self._add_polygons("PARKS", tr("Industrial parks"), optional, tr("Boundaries of industrial parks and SEZs."))
        self._add_field("PARK_ID_FIELD", tr("Park id field"), "PARKS", tr("The ids that factories declare."))
        self._add_field("PARK_NAME_FIELD", tr("Park name field"), "PARKS", tr("A factory may also declare the name."))

    def declare_rules(self) -> None:
        self.add(
            QgsProcessingParameterFile(
                "RULES", tr("Rule pack"), fileFilter=tr("Rule packs (*.yaml *.yml)"), optional=True
            ),
            tr("YAML file of rules; empty for the pack that ships with the plugin."),
        )

    def declare_judging(self) -> None:
        self.add(
            QgsProcessingParameterEnum(
                "POLYGON_RULE",
                tr("A polygon factory fails when the rule is broken on"),
                [tr("any part of its ground"), tr("the majority of its ground"), tr("all of its ground")],
                defaultValue=0,
            ),
            tr(
                "Any: a broken part, however small, fails. Majority: the verdict that holds on more than half. "
                "All: the verdict must hold on the whole ground, otherwise it is undecided. Slivers under 1 m² do not count."
            ),
            advanced=True,
        )
        self.add(
            QgsProcessingParameterCrs("CRS", tr("Working CRS"), WORKING_CRS, optional=True),
            tr("Distances are measured in this CRS. It must be projected, in metres."),
            advanced=True,
        )

    def _add_polygons(self, name: str, label: str, optional: bool, help_text: str) -> None:
        kinds = [QgsProcessing.SourceType.TypeVectorPolygon]
        self.add(QgsProcessingParameterFeatureSource(name, label, kinds, optional=optional), help_text)

    def _add_field(self, name: str, label: str, parent: str, help_text: str, *, advanced: bool = False) -> None:
        usual = {**FACTORY_FIELDS, **ZONING_FIELDS, **PARK_FIELDS}[name]
        note = tr("Empty: “{field}”, if the layer has it.").format(field=usual)
        self.add(
            QgsProcessingParameterField(name, label, parentLayerParameterName=parent, optional=True),
            f"{help_text} {note}",
            advanced=advanced,
        )

    def checkParameterValues(self, parameters: dict[str, Any], context: QgsProcessingContext) -> tuple[bool, str]:
        """Refuse what cannot work before anything is read, in sentences an officer can act on."""
        for check in (self._check_layers, self._check_fields, self._check_crs):
            sentence = check(parameters, context)
            if sentence:
                return False, sentence
        return super().checkParameterValues(parameters, context)

    def _check_layers(self, parameters: dict[str, Any], context: QgsProcessingContext) -> str:
        for name, role in (("FACTORIES", tr("Factories")), ("ZONING", tr("Zoning")), ("PARKS", tr("Parks"))):
            definition = self.parameterDefinition(name)
            if definition is None:
                continue
            source = self.parameterAsSource(parameters, name, context)
            if source is None:
                given = self.parameterAsString(parameters, name, context)
                if given:
                    return _unreadable(role, given)
                continue  # an absent optional layer; Processing itself complains of an absent required one
            sentence = _unsuitable(role, source, points=name == "FACTORIES")
            if sentence:
                return sentence
        return ""

    def _check_fields(self, parameters: dict[str, Any], context: QgsProcessingContext) -> str:
        for layer, fields in (
            ("FACTORIES", FACTORY_FIELDS),
            ("ZONING", ZONING_FIELDS),
            ("PARKS", PARK_FIELDS),
        ):
            if self.parameterDefinition(layer) is None:
                continue
            source = self.parameterAsSource(parameters, layer, context)
            for name in fields if source is not None else ():
                given = self._given(parameters, name, context)
                if given and source.fields().lookupField(given) < 0:
                    return tr("Layer “{layer}” has no field “{field}” ({parameter}). It has: {fields}.").format(
                        layer=source.sourceName(),
                        field=given,
                        parameter=name,
                        fields=", ".join(source.fields().names()),
                    )
        needed = (
            {"ZONE_FIELD": "ZONING", "ACTIVITY_FIELD": "FACTORIES"} if self._has(parameters, "ZONING", context) else {}
        )
        if self._has(parameters, "PARKS", context):
            needed["PARK_ID_FIELD"] = "PARKS"
        for name, layer in needed.items():
            source = self.parameterAsSource(parameters, layer, context)
            if source is not None and not self._field(parameters, name, source, context):
                usual = {**FACTORY_FIELDS, **ZONING_FIELDS, **PARK_FIELDS}[name]
                return tr(
                    "Say which field of layer “{layer}” is the {label} ({parameter}): it has no field “{usual}”. It has: {fields}."
                ).format(
                    layer=source.sourceName(),
                    label=self.parameterDefinition(name).description(),
                    parameter=name,
                    usual=usual,
                    fields=", ".join(source.fields().names()),
                )
        return ""

    def _check_crs(self, parameters: dict[str, Any], context: QgsProcessingContext) -> str:
        crs = self.parameterAsCrs(parameters, "CRS", context)
        if not crs.isValid():
            return tr("The working CRS is not known. Choose a projected one in metres, such as EPSG:32648.")
        if crs.isGeographic():
            return tr(
                "The working CRS {crs} is in degrees. Distances need metres: choose a projected CRS such as EPSG:32648."
            ).format(crs=crs.authid())
        return ""

    def _has(self, parameters: dict[str, Any], name: str, context: QgsProcessingContext) -> bool:
        return (
            self.parameterDefinition(name) is not None and self.parameterAsSource(parameters, name, context) is not None
        )

    def _given(self, parameters: dict[str, Any], name: str, context: QgsProcessingContext) -> str:
        if self.parameterDefinition(name) is None:
            return ""
        return self.parameterAsString(parameters, name, context)

    def _field(
        self,
        parameters: dict[str, Any],
        name: str,
        source: QgsProcessingFeatureSource,
        context: QgsProcessingContext,
    ) -> str:
        """Return the field chosen for a purpose, or the register's own name if the layer has it, or nothing."""
        given = self._given(parameters, name, context)
        usual = {**FACTORY_FIELDS, **ZONING_FIELDS, **PARK_FIELDS}[name]
        index = source.fields().lookupField(given or usual)
        if index < 0 or self.parameterDefinition(name) is None:
            return ""
        return source.fields().at(index).name()

    def working_crs(self, parameters: dict[str, Any], context: QgsProcessingContext) -> str:
        """Return the working CRS as a definition PROJ reads."""
        from .analysis.crs import working_crs
        from .frames import definition

        crs: QgsCoordinateReferenceSystem = self.parameterAsCrs(parameters, "CRS", context)
        working_crs(definition(crs))
        return definition(crs)

    def refuse_inputs_as_output(self, parameters: dict[str, Any], output: str, context: QgsProcessingContext) -> None:
        """Raise `LocationError` where the output would replace a file that is being read."""
        for name in ("FACTORIES", "ZONING", "PARKS"):
            if self.parameterDefinition(name) is None:
                continue
            layer = self.parameterAsVectorLayer(parameters, name, context)
            if layer is None or layer.providerType() != "ogr":
                continue
            path = QgsProviderRegistry.instance().decodeUri("ogr", layer.source()).get("path")
            if path and Path(output).exists() and Path(path).exists() and Path(path).samefile(output):
                raise LocationError(
                    "The output “{path}” is the file of input layer “{layer}”. Choose another name; inputs are never overwritten.",
                    path=output,
                    layer=layer.name(),
                )

    def report_problems(self, problems: Sequence[LayerProblem], feedback: QgsProcessingFeedback) -> None:
        """Say in the log what is wrong with the layers, the first few one by one."""
        for problem in problems[:PROBLEMS_SHOWN]:
            feature = "" if problem.feature_id is None else tr(", feature {id}").format(id=problem.feature_id)
            feedback.pushWarning(f"{problem.layer}{feature}: {problem.problem}. {problem.advice}")
        if len(problems) > PROBLEMS_SHOWN:
            feedback.pushWarning(tr("… and {count} more problems.").format(count=len(problems) - PROBLEMS_SHOWN))

    def polygon_rule(self, parameters: dict[str, Any], context: QgsProcessingContext) -> str:
        return POLYGON_RULES[self.parameterAsEnum(parameters, "POLYGON_RULE", context)]

    def read_factories(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        crs: str,
        tick: Tick,
        *,
        keep_all: bool = False,
    ) -> Factories:
        """Read the factories.

        Parameters
        ----------
        keep_all : bool
            Also read every other field and the stored geometries, for an output that carries them on.
        """
        source = self.parameterAsSource(parameters, "FACTORIES", context)
        fields = {name: self._field(parameters, name, source, context) for name in FACTORY_FIELDS}
        wanted = source.fields().names() if keep_all else _distinct(fields.values())
        layer = read_layer(
            source,
            self.parameterAsVectorLayer(parameters, "FACTORIES", context),
            role="factories",
            fields=wanted,
            crs=crs,
            tick=tick,
            keep_wkb=keep_all,
        )
        if not len(layer.frame):
            raise LocationError("Layer “{layer}” has no features to check.", layer=layer.name)
        return _factories(layer, fields, self.parameterAsDouble(parameters, "DEFAULT_ACCURACY", context))

    def read_areas(
        self, parameters: dict[str, Any], name: str, context: QgsProcessingContext, crs: str, tick: Tick
    ) -> Areas | None:
        """Read zones or parks; None where the parameter was left empty."""
        source = self.parameterAsSource(parameters, name, context)
        if source is None:
            return None
        zoning = name == "ZONING"
        fields = {p: self._field(parameters, p, source, context) for p in (ZONING_FIELDS if zoning else PARK_FIELDS)}
        vintage = VINTAGE if source.fields().lookupField(VINTAGE) >= 0 else ""
        layer = read_layer(
            source,
            self.parameterAsVectorLayer(parameters, name, context),
            role=name.lower(),
            fields=_distinct([*fields.values(), vintage]),
            crs=crs,
            tick=tick,
        )
        if not len(layer.frame):
            raise LocationError("Layer “{layer}” has no features. Choose another, or leave it out.", layer=layer.name)
        if zoning:
            return _areas(layer, fields["ZONE_ID_FIELD"], fields["ZONE_FIELD"], fields["ZONE_NAME_FIELD"], vintage)
        return _areas(layer, fields["PARK_ID_FIELD"], fields["PARK_ID_FIELD"], fields["PARK_NAME_FIELD"], vintage)


def _unreadable(role: str, given: str) -> str:
    path = Path(given.split("|", maxsplit=1)[0])
    if path.is_file() and path.stat().st_size == 0:
        return tr("{role}: the file “{path}” is empty (0 bytes). Get it again from its source.").format(
            role=role, path=path
        )
    if path.is_file():
        return tr(
            "{role}: “{path}” cannot be opened as a layer. It may be damaged, or have no layer of that name."
        ).format(role=role, path=given)
    return tr("{role}: there is no layer or file “{path}”.").format(role=role, path=given)


def _unsuitable(role: str, source: QgsProcessingFeatureSource, *, points: bool) -> str:
    name = source.sourceName()
    kind = QgsWkbTypes.geometryType(source.wkbType())
    polygon = kind == QgsWkbTypes.GeometryType.PolygonGeometry
    if not polygon and not (points and kind == QgsWkbTypes.GeometryType.PointGeometry):
        wanted = tr("points or polygons") if points else tr("polygons")
        return tr("{role}: layer “{layer}” holds {found}; {wanted} are needed.").format(
            role=role, layer=name, found=QgsWkbTypes.displayString(source.wkbType()), wanted=wanted
        )
    if not source.sourceCrs().isValid():
        return tr(
            "{role}: layer “{layer}” has no coordinate reference system. Set it in the layer's properties; "
            "for coordinates in UTM metres that is usually EPSG:32648."
        ).format(role=role, layer=name)
    if source.featureCount() == 0:
        return tr("{role}: layer “{layer}” has no features.").format(role=role, layer=name)
    return ""


def _distinct(names: Any) -> list[str]:
    return list(dict.fromkeys(name for name in names if name))


def _factories(layer: LayerFrame, fields: Mapping[str, str], default_accuracy: float) -> Factories:
    import numpy as np
    import pandas as pd

    from .analysis.activities import normalise

    frame = layer.frame
    blank = np.full(len(frame), None, dtype=object)

    def text(name: str) -> np.ndarray:
        return _texts(frame[fields[name]]) if fields[name] else blank

    ids = text("FACTORY_ID_FIELD")
    nameless = np.array([not value for value in ids], dtype=bool)
    ids = np.where(nameless, [f"feature {i}" for i in frame.index] if nameless.any() else "", ids).astype(object)
    if fields["ACTIVITY_FIELD"]:
        codes, distinct = pd.factorize(frame[fields["ACTIVITY_FIELD"]], use_na_sentinel=True)
        activities = np.array([*map(normalise, distinct), ""], dtype=object)[codes]
    else:
        activities = np.full(len(frame), "", dtype=object)
    accuracy = np.full(len(frame), np.nan)
    if fields["ACCURACY_FIELD"]:
        accuracy = pd.to_numeric(frame[fields["ACCURACY_FIELD"]], errors="coerce").to_numpy("float64", na_value=np.nan)
    stated = np.isfinite(accuracy) & (accuracy >= 0)
    geometries, polygonal = _one_place(layer)
    _report_repeated(layer, ids)
    return Factories(
        layer=layer,
        ids=ids,
        names=text("NAME_FIELD"),
        provinces=text("PROVINCE_FIELD"),
        declared=text("DECLARED_PARK_FIELD"),
        activities=activities,
        accuracy=np.where(stated, accuracy, default_accuracy),
        stated=stated,
        geometries=geometries,
        polygonal=polygonal,
        can_declare=bool(fields["DECLARED_PARK_FIELD"]),
    )


def _texts(column: Any) -> np.ndarray:
    """Return a column as text, without the ``.0`` of whole numbers; None where missing or blank."""
    import numpy as np

    out = np.empty(len(column), dtype=object)
    out[:] = [
        None
        if missing
        else f"{value:.0f}"
        if isinstance(value, float) and value.is_integer()
        else str(value).strip() or None
        for value, missing in zip(column.tolist(), column.isna().tolist())
    ]
    return out


def _one_place(layer: LayerFrame) -> tuple[np.ndarray, bool]:
    """Return one point or polygonal geometry a factory; a multi-point of several points is no single place."""
    import numpy as np
    import shapely

    geometries = np.asarray(layer.frame.geometry.array, dtype=object)
    polygonal = QgsWkbTypes.geometryType(layer.wkb_type) == QgsWkbTypes.GeometryType.PolygonGeometry
    multi = np.flatnonzero(shapely.get_type_id(geometries) == 4)
    for row in multi:
        if shapely.get_num_geometries(geometries[row]) == 1:
            geometries[row] = shapely.get_geometry(geometries[row], 0)
            continue
        geometries[row] = None
        layer.notes[row] = "several points in one feature"
        layer.problems.append(
            LayerProblem(
                layer.name,
                int(layer.frame.index[row]),
                tr("several points in one feature"),
                tr("Not judged: one factory, one place. Split it with “Multipart to singleparts”."),
            )
        )
    return geometries, polygonal


def _report_repeated(layer: LayerFrame, ids: np.ndarray) -> None:
    import pandas as pd

    repeated = pd.Series(ids).duplicated(keep="first").to_numpy()
    for row in repeated.nonzero()[0]:
        layer.problems.append(
            LayerProblem(
                layer.name,
                int(layer.frame.index[row]),
                tr("factory id “{id}” is used more than once").format(id=ids[row]),
                tr("Give each factory its own id; its findings carry a number after the id meanwhile."),
            )
        )


def _areas(layer: LayerFrame, id_field: str, code_field: str, name_field: str, vintage: str) -> Areas:
    import numpy as np

    frame = layer.frame.sort_index()  # "the lowest id" of a shared border is the lowest feature id

    def text(field: str) -> np.ndarray:
        values = _texts(frame[field]) if field else np.full(len(frame), None, dtype=object)
        return np.where([v is None for v in values], "", values).astype(object)

    ids = text(id_field)
    numbers = np.array([str(i) for i in frame.index], dtype=object)
    return Areas(
        layer=layer,
        geometries=np.asarray(frame.geometry.array, dtype=object),
        ids=np.where(ids == "", numbers, ids).astype(object),
        codes=text(code_field),
        names=text(name_field),
        vintages=text(vintage),
    )

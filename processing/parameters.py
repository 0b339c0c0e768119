"""What the checks have in common: their parameters, and the sentences about bad ones."""

from __future__ import annotations

import math
import os
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFields,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeatureSource,
    QgsProcessingFeedback,
    QgsProcessingParameterCrs,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterFile,
    QgsProcessingParameterNumber,
    QgsProcessingUtils,
    QgsVectorLayer,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QMetaType

from .analysis.errors import LocationError
from .base import FactoryAlgorithm, said
from .checks.role_layers import (
    ACCURACY_FIELDS,
    CLASS_FIELDS,
    FACILITY_NAMES,
    ID_FIELDS,
    NAME_FIELDS,
    ROLE_LAYERS,
    RoleFeatures,
    RoleLayer,
    first_of,
    labels,
    role_features,
)
from .frames import LayerFrame, LayerProblem, Tick, definition, display_name, read_layer
from .i18n import tr
from .inputs import KHMER_NAME, Areas, Factories, areas_of, factories_of
from .paths import DEFAULT_PACK
from .storage.files import (
    check_not_read,
    file_written,
    files_read,
    is_appending,
    is_table_of,
    overwrites,
    side_files,
)
from .unopened import refuse_unopened, unopened

# Parameter of a field -> the register's own name for it, used when the parameter is left empty; by layer.
USUAL_FIELDS = {
    "FACTORIES": {
        "FACTORY_ID_FIELD": "factory_id",
        "NAME_FIELD": "name_en",
        "ACTIVITY_FIELD": "isic",
        "ACCURACY_FIELD": "loc_accuracy_m",
        "PROVINCE_FIELD": "province_code",
        "DECLARED_PARK_FIELD": "park_id",
        "SIZE_FIELD": "size_class",
        "STATUS_FIELD": "status",
        "METHOD_FIELD": "loc_method",
        "DISTRICT_FIELD": "district_code",
        "COMMUNE_FIELD": "commune_code",
        "EMPLOYEES_FIELD": "employees",
        "SIZE_YEAR_FIELD": "size_definition_year",
        "NAME_KM_FIELD": "name_km",
        "LICENCE_FIELD": "licence_no",
        "OPERATOR_FIELD": "operator_id",
    },
    "ZONING": {"ZONE_FIELD": "zone_code", "ZONE_NAME_FIELD": "zone_name", "ZONE_ID_FIELD": "zone_id"},
    "PARKS": {
        "PARK_ID_FIELD": "park_id",
        "PARK_NAME_FIELD": "name_en",
        "PARK_AREA_FIELD": "area_ha",
        "PARK_PERMITS_FIELD": "permitted_isic",
    },
    "SITES": {
        "SITE_ID_FIELD": "site_id",
        "SITE_NAME_FIELD": "name",
        "SITE_ACTIVITY_FIELD": "isic",
        "SITE_SIZE_FIELD": "size_class",
        "SITE_ACCURACY_FIELD": "accuracy_m",
        "SITE_METHOD_FIELD": "loc_method",
        "SITE_PARK_FIELD": "park_id",
    },
    "ADMIN": {"ADMIN_CODE_FIELD": "code", "ADMIN_NAME_FIELD": "name_en"},
    **{layer.parameter: {} for layer in ROLE_LAYERS.values()},
}
# Parameter of a field -> further usual names of it, in any case, where a layer has not the register's own.
OTHER_FIELDS = {
    "NAME_FIELD": ("name", "factory_name", *FACILITY_NAMES, "company_name", "company", "enterprise", "plant_name"),
    "PARK_ID_FIELD": ("sez_id", "map_id", "id", "code", "park", "sez", "park_name", "sez_name", "name"),
    "PARK_NAME_FIELD": ("name", "park_name", "sez_name", "zone_name", *FACILITY_NAMES),
    "SITE_NAME_FIELD": ("site_name", *FACILITY_NAMES),
    "ADMIN_NAME_FIELD": ("name",),
}
# A field of proposed sites -> what it is for a factory.
_AS_FACTORY = {
    "SITE_ID_FIELD": "FACTORY_ID_FIELD",
    "SITE_NAME_FIELD": "NAME_FIELD",
    "SITE_ACTIVITY_FIELD": "ACTIVITY_FIELD",
    "SITE_SIZE_FIELD": "SIZE_FIELD",
    "SITE_ACCURACY_FIELD": "ACCURACY_FIELD",
    "SITE_METHOD_FIELD": "METHOD_FIELD",
    "SITE_PARK_FIELD": "DECLARED_PARK_FIELD",
}
VINTAGE = "vintage"
WORKING_CRS = "EPSG:32648"
_SAMPLE = 1000
_SHAPEFILE_NAME = 10  # characters of a field's name
POLYGON_RULES = ("any", "majority", "all")
PROBLEMS_SHOWN = 20
EVERY_GEOMETRY = (
    QgsWkbTypes.GeometryType.PolygonGeometry,
    QgsWkbTypes.GeometryType.PointGeometry,
    QgsWkbTypes.GeometryType.LineGeometry,
)


class CheckAlgorithm(FactoryAlgorithm):
    """Base of the checks: declares shared parameters, reads shared layers."""

    GROUP_ID = "checks"

    def declare_factory_layer(self) -> None:
        kinds = QgsProcessing.SourceType
        self.add(
            QgsProcessingParameterFeatureSource(
                "FACTORIES", tr("Factories"), [kinds.TypeVectorPoint, kinds.TypeVectorPolygon]
            ),
            tr("The register, or any layer of factories: points, or polygons of their premises."),
        )

    def declare_factories(self) -> None:
        self.declare_factory_layer()
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
        self.declare_default_accuracy()

    def declare_default_accuracy(self) -> None:
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

    def declare_facts(self) -> None:
        """Declare the fields that tell which rules apply to a factory, and how well its place is known."""
        size = tr("Holds micro, small, medium or large: some rules depend on it.")
        self._add_field("SIZE_FIELD", tr("Size class field"), "FACTORIES", size, advanced=True)
        self.declare_status_and_method()

    def declare_status_and_method(self) -> None:
        for name, label, help_text in (
            (
                "STATUS_FIELD",
                tr("Operating status field"),
                tr("Rules for new factories apply where it says projected or underConstruction."),
            ),
            (
                "METHOD_FIELD",
                tr("Location method field"),
                tr("Where no accuracy is stated, the usual one of the method is taken, where the schema has one."),
            ),
        ):
            self._add_field(name, label, "FACTORIES", help_text, advanced=True)

    def declare_roles(self) -> None:
        """Declare the layers beyond zoning and parks."""
        told = labels()
        for layer in ROLE_LAYERS.values():
            label, help_text = told[layer.parameter]
            kinds = QgsProcessing.SourceType
            accepted = kinds.TypeVectorPolygon if layer.polygons else kinds.TypeVectorAnyGeometry
            unused = tr("Empty: rules about it answer “no data”.")
            self.add(
                QgsProcessingParameterFeatureSource(layer.parameter, label, [accepted], optional=True),
                f"{help_text} {unused}",
            )
            if layer.class_parameter:
                self.add(
                    QgsProcessingParameterField(
                        layer.class_parameter,
                        tr("{layer}: class field").format(layer=label),
                        parentLayerParameterName=layer.parameter,
                        optional=True,
                    ),
                    tr("Holds the classes that rules name. Empty: the first there is of {fields}.").format(
                        fields=", ".join(CLASS_FIELDS)
                    ),
                    advanced=True,
                )

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
                "All: the verdict must hold on the whole ground, otherwise it is undecided. "
                "Slivers under 1 m² do not count."
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
        usual = USUAL_FIELDS[parent][name]
        note = tr("Empty: “{field}”, if the layer has it.").format(field=usual)
        if name in OTHER_FIELDS:
            note = tr("Empty: the first there is of {fields}.").format(fields=", ".join((usual, *OTHER_FIELDS[name])))
        self.add(
            QgsProcessingParameterField(name, label, parentLayerParameterName=parent, optional=True),
            f"{help_text} {note}",
            advanced=advanced,
        )

    def checkParameterValues(self, parameters: dict[str, Any], context: QgsProcessingContext) -> tuple[bool, str]:
        """Refuse what cannot work before anything is read, in sentences an officer can act on."""
        sentence = self.refusal(parameters, context)
        return (False, sentence) if sentence else super().checkParameterValues(parameters, context)

    def refuse(self, parameters: dict[str, Any], context: QgsProcessingContext) -> None:
        """Raise what `checkParameterValues` says: a model does not ask it."""
        sentence = self.refusal(parameters, context)
        if sentence:
            raise QgsProcessingException(sentence)

    def refusal(self, parameters: dict[str, Any], context: QgsProcessingContext) -> str:
        """Return why the parameters cannot work, nothing if they can."""
        for check in (self._check_layers, self._check_fields, self._check_numbers, self._check_crs):
            sentence = check(parameters, context)
            if sentence:
                return sentence
        try:
            self._check_files(parameters, context)
        except LocationError as error:
            return said(error)
        return ""

    def _check_layers(self, parameters: dict[str, Any], context: QgsProcessingContext) -> str:
        for name in self._layers():
            label = self.parameterDefinition(name).description()
            layer = self.layer_of(parameters, name, context)
            try:
                source = self.parameterAsSource(parameters, name, context)
            except Exception:  # what QGIS throws over the extent of a layer with an infinite coordinate has no name
                return tr(
                    "{role}: QGIS itself cannot open “{layer}”. Correct a coordinate of it that is infinite."
                ).format(role=label, layer=layer.name() if layer is not None else name)
            if source is not None and (layer is None or layer.isValid()):
                called = display_name(source, layer)
                sentence = unsuitable(label, called, layer, source, accepts=_accepted(name))
            else:
                sentence = unopened(label, self.given(parameters, name, context), context)
            if sentence:
                return sentence
        return ""

    def check_optional(
        self,
        parameters: dict[str, Any],
        name: str,
        context: QgsProcessingContext,
        *,
        accepts: Sequence[QgsWkbTypes.GeometryType],
    ) -> str:
        """Return why a layer that may be left out cannot be used, nothing if it can or none was given."""
        label = self.parameterDefinition(name).description()
        source, layer = self.parameterAsSource(parameters, name, context), self.layer_of(parameters, name, context)
        if source is None or (layer is not None and not layer.isValid()):
            return unopened(label, self.given(parameters, name, context), context)
        return unsuitable(label, display_name(source, layer), layer, source, accepts=accepts)

    def _check_fields(self, parameters: dict[str, Any], context: QgsProcessingContext) -> str:
        """Complain of a chosen field that is not there, and of a needed one that is neither chosen nor there."""
        needed = {"PARK_ID_FIELD", "SITE_ACTIVITY_FIELD"}
        if self._has(parameters, "ZONING", context):
            needed |= {"ZONE_FIELD", "ACTIVITY_FIELD"}
        for layer in self._layers():
            source = self.parameterAsSource(parameters, layer, context)
            for name, usual in USUAL_FIELDS[layer].items() if source is not None else ():
                if self.parameterDefinition(name) is None or self._field(parameters, name, source, context):
                    continue
                told = {
                    "layer": display_name(source, self.layer_of(parameters, layer, context)),
                    "parameter": name,
                    "fields": ", ".join(source.fields().names()),
                }
                given = self.parameterAsString(parameters, name, context)
                if given:
                    return tr("Layer “{layer}” has no field “{field}” ({parameter}). It has: {fields}.").format(
                        field=given, **told
                    )
                if name in needed:
                    return tr(
                        "Say which field of layer “{layer}” is the {label} ({parameter}): "
                        "it has no field “{usual}”. It has: {fields}."
                    ).format(label=self.parameterDefinition(name).description(), usual=usual, **told)
        return ""

    def _check_numbers(self, parameters: dict[str, Any], context: QgsProcessingContext) -> str:
        given = self.parameterAsString(parameters, "DEFAULT_ACCURACY", context)
        if given and not _is_distance(given):
            return tr("“{value}” is no accuracy (DEFAULT_ACCURACY): give a number of metres, 0 or more.").format(
                value=given
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

    def _layers(self) -> list[str]:
        """Return the layer parameters that this algorithm has."""
        return [name for name in USUAL_FIELDS if self.parameterDefinition(name) is not None]

    def _has(self, parameters: dict[str, Any], name: str, context: QgsProcessingContext) -> bool:
        return name in self._layers() and self.parameterAsSource(parameters, name, context) is not None

    def _field(
        self, parameters: dict[str, Any], name: str, source: QgsProcessingFeatureSource, context: QgsProcessingContext
    ) -> str:
        """Return the field chosen for a purpose, else the one with the register's own name, or another usual one."""
        if self.parameterDefinition(name) is None:
            return ""
        return field_in(source.fields(), name, self.parameterAsString(parameters, name, context))

    def source_of(self, layer: QgsVectorLayer, context: QgsProcessingContext) -> QgsProcessingFeatureSource:
        """Return a layer of a list as a source, which the algorithms read from."""
        return self.parameterAsSource({"FACTORIES": layer}, "FACTORIES", context)

    def layers_in(self, parameters: dict[str, Any], name: str, context: QgsProcessingContext) -> list[QgsVectorLayer]:
        """Return the vector layers of a parameter that takes several, each once.

        Raises
        ------
        LocationError
            If one of them cannot be opened, or is no vector layer.
        """
        label = self.parameterDefinition(name).description()
        given = parameters.get(name)
        for one in given if isinstance(given, (list, tuple)) else []:
            layer = QgsProcessingUtils.mapLayerFromString(one, context) if isinstance(one, str) else one
            if not isinstance(layer, QgsVectorLayer) or not layer.isValid():
                refuse_unopened(label, one, context)
        found = self.parameterAsLayerList(parameters, name, context)
        layers = [layer for layer in dict.fromkeys(found) if isinstance(layer, QgsVectorLayer)]
        if given and not layers:
            refuse_unopened(label, str(given), context)
        return layers

    def working_crs(self, parameters: dict[str, Any], context: QgsProcessingContext) -> str:
        """Return the working CRS as a definition PROJ reads."""
        from .analysis.crs import working_crs

        crs: QgsCoordinateReferenceSystem = self.parameterAsCrs(parameters, "CRS", context)
        working_crs(definition(crs))
        return definition(crs)

    def _check_files(self, parameters: dict[str, Any], context: QgsProcessingContext) -> None:
        """Raise `LocationError` where an output cannot be written, or would replace what is read or written."""
        from .storage.geopackage import check_destination

        rules = self.parameterAsFile(parameters, "RULES", context) if self.parameterDefinition("RULES") else ""
        if rules and not rules.lower().endswith((".yaml", ".yml")):
            raise LocationError("Rule pack “{path}”: choose a file whose name ends in .yaml or .yml.", path=rules)
        files = {name: self.destination(parameters, name) for name in ("OUTPUT", "SUMMARY")}
        read = list(self._files_read(parameters, context))
        for name, output in files.items():
            if output and not _is_no_file(output):
                check_destination(output)
            path = file_written(output) if name == "OUTPUT" else output
            written = [path, *side_files(path)] if name == "OUTPUT" else [path]
            check_not_read(output, read, written)
        for name in self._layers():
            layer = self.layer_of(parameters, name, context)
            if layer is not None and is_table_of(files["OUTPUT"], layer):
                raise overwrites(files["OUTPUT"], _called(layer, self.parameterAsSource(parameters, name, context)))
        path = file_written(files["OUTPUT"])
        if path and not files["OUTPUT"].startswith("ogr:") and not is_appending(parameters, "OUTPUT"):
            self.check_replaced(path, context)
        if files["SUMMARY"] and os.path.abspath(files["SUMMARY"]) == os.path.abspath(files["OUTPUT"]):
            raise LocationError("The summary and the findings need two files: both are “{path}”.", path=files["OUTPUT"])

    def _files_read(self, parameters: dict[str, Any], context: QgsProcessingContext) -> Iterator[tuple[str, str]]:
        """Yield what to call an input, and a file that it is read from, for all of them."""
        yield from self.files_read(parameters, self._layers(), context)
        find = partial(QgsProcessingUtils.mapLayerFromString, context=context, allowLoadingNewLayers=False)
        decisions = (
            self.parameterAsVectorLayer(parameters, "EXCEPTIONS", context) if self._takes("EXCEPTIONS") else None
        )
        if decisions is not None:
            for path in sorted(files_read(decisions, find)):
                yield tr("the table of recorded decisions"), path
        if self._takes("RULES"):
            for path in _files_of_pack(self.parameterAsFile(parameters, "RULES", context)):
                yield tr("the rule pack"), path

    def _takes(self, name: str) -> bool:
        return self.parameterDefinition(name) is not None

    def report_layers(
        self, layers: Sequence[LayerFrame], problems: Sequence[LayerProblem], feedback: QgsProcessingFeedback
    ) -> None:
        """Say in the log what is not used of the layers, and what is wrong with them, the first few one by one."""
        for layer in layers:
            for remark in layer.remarks:
                feedback.pushInfo(f"{layer.name}: {remark}")
        for problem in problems[:PROBLEMS_SHOWN]:
            feature = "" if problem.feature_id is None else tr(", feature {id}").format(id=problem.feature_id)
            feedback.pushWarning(f"{problem.layer}{feature}: {problem.problem}. {problem.advice}")
        more = sum(problem.count for problem in problems[PROBLEMS_SHOWN:])
        if more:
            feedback.pushWarning(tr("… and {count} more problems.").format(count=more))

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
        name: str = "FACTORIES",
        more: Sequence[str] = (),
    ) -> Factories:
        """Read the factories, or proposed sites.

        Parameters
        ----------
        name : str
            The parameter: ``FACTORIES`` or ``SITES``.
        keep_all : bool
            Also read every other field and the stored geometries, for an output that carries them on.
        more : sequence of str
            Further fields to read.
        """
        source = self.parameterAsSource(parameters, name, context)
        fields = dict.fromkeys(USUAL_FIELDS["FACTORIES"], "")
        for purpose in USUAL_FIELDS[name]:
            fields[_AS_FACTORY.get(purpose, purpose)] = self._field(parameters, purpose, source, context)
        named = source.fields().lookupField(KHMER_NAME)
        fields[KHMER_NAME] = source.fields().at(named).name() if named >= 0 else ""
        wanted = source.fields().names() if keep_all else _distinct([*fields.values(), *more])
        layer = read_layer(
            source,
            self.layer_of(parameters, name, context),
            role=name.lower(),
            fields=wanted,
            crs=crs,
            tick=tick,
            keep_wkb=keep_all,
        )
        if not len(layer.frame):
            raise LocationError("Layer “{layer}” has no features to check.", layer=layer.name)
        refuse_degrees(layer)
        layer = self._telling_fields(layer, parameters, source, name, context)
        factories = factories_of(layer, fields, self.default_accuracy(parameters, context, name), lambda _: tick(1.0))
        _refuse_stretched(factories, crs)
        return factories

    def _telling_fields(
        self,
        layer: LayerFrame,
        parameters: dict[str, Any],
        source: QgsProcessingFeatureSource,
        name: str,
        context: QgsProcessingContext,
    ) -> LayerFrame:
        """Return the layer with a remark on each field that was neither chosen nor has the register's own name."""
        remarks = []
        for purpose, usual in USUAL_FIELDS[name].items():
            field = self._field(parameters, purpose, source, context) if purpose in OTHER_FIELDS else ""
            chosen = self.parameterAsString(parameters, purpose, context) if field else ""
            if field and not chosen and not usual.startswith(field):
                label = self.parameterDefinition(purpose).description()
                remarks.append(
                    tr("“{field}” was taken as {label} ({parameter}).").format(
                        field=field, label=label, parameter=purpose
                    )
                )
        return replace(layer, remarks=(*layer.remarks, *remarks))

    def default_accuracy(self, parameters: dict[str, Any], context: QgsProcessingContext, name: str) -> float:
        """Return the metres that hold for the features of a layer that state none."""
        given = "ACCURACY" if name == "SITES" else "DEFAULT_ACCURACY"
        return self.parameterAsDouble(parameters, given, context) if self.parameterDefinition(given) else 0.0

    def read_areas(
        self, parameters: dict[str, Any], name: str, context: QgsProcessingContext, crs: str, tick: Tick
    ) -> Areas | None:
        """Read zones or parks; None where the parameter was left empty."""
        source = self.parameterAsSource(parameters, name, context)
        if source is None:
            return None
        fields = {purpose: self._field(parameters, purpose, source, context) for purpose in USUAL_FIELDS[name]}
        dated = source.fields().lookupField(VINTAGE)
        vintage = source.fields().at(dated).name() if dated >= 0 else ""
        kind = first_of(CLASS_FIELDS, source.fields().names()) if name == "PARKS" else ""
        layer = read_layer(
            source,
            self.layer_of(parameters, name, context),
            role=name.lower(),
            fields=_distinct([*fields.values(), vintage, kind]),
            crs=crs,
            tick=tick,
        )
        if not len(layer.frame):
            raise LocationError("Layer “{layer}” has no features. Choose another, or leave it out.", layer=layer.name)
        refuse_degrees(layer)
        layer = self._telling_fields(layer, parameters, source, name, context)
        if name == "ZONING":
            return areas_of(layer, fields["ZONE_ID_FIELD"], fields["ZONE_FIELD"], fields["ZONE_NAME_FIELD"], vintage)
        id_, named = fields["PARK_ID_FIELD"], fields["PARK_NAME_FIELD"]
        return areas_of(layer, id_, id_, named, vintage, class_field=kind)

    def read_optional(
        self,
        parameters: dict[str, Any],
        name: str,
        context: QgsProcessingContext,
        crs: str,
        tick: Tick,
        *,
        fields: Sequence[str] = (),
        role: str = "",
        table: bool = False,
    ) -> LayerFrame | None:
        """Read a layer that is neither factories, areas nor a role; None where the parameter was left empty.

        Parameters
        ----------
        fields : sequence of str
            Fields to read, in any case; empty names are passed over.
        role : str
            What the layer is for, as the summary tells it; the parameter's name where empty.
        table : bool
            Its rows need no geometry.
        """
        source = self.parameterAsSource(parameters, name, context)
        if source is None:
            return None
        known = source.fields()
        frame = read_layer(
            source,
            self.layer_of(parameters, name, context),
            role=role or name.lower(),
            fields=[known.at(known.lookupField(field)).name() for field in _distinct(fields)],
            crs=crs,
            tick=tick,
            tables=table,
        )
        if not table:
            refuse_degrees(frame)
        return frame

    def read_roles(
        self, parameters: dict[str, Any], context: QgsProcessingContext, crs: str, tick: Tick
    ) -> dict[str, RoleFeatures]:
        """Read the layers of all roles that were given, each once."""
        given = [layer for layer in ROLE_LAYERS.values() if self._has(parameters, layer.parameter, context)]
        parts: dict[str, list[tuple[RoleLayer, LayerFrame, dict[str, str]]]] = {}
        for done, layer in enumerate(given):
            parts.setdefault(layer.role, []).append(self._read_role(layer, parameters, context, crs, tick))
            tick((done + 1) / len(given))
        return {role: role_features(role, layers) for role, layers in parts.items()}

    def _read_role(
        self, which: RoleLayer, parameters: dict[str, Any], context: QgsProcessingContext, crs: str, tick: Tick
    ) -> tuple[RoleLayer, LayerFrame, dict[str, str]]:
        source = self.parameterAsSource(parameters, which.parameter, context)
        known = source.fields().names()
        chosen = self.parameterAsString(parameters, which.class_parameter, context) if which.class_parameter else ""
        fields = {
            "id": first_of(ID_FIELDS, known),
            "name": first_of(NAME_FIELDS, known) or shown_as(self.layer_of(parameters, which.parameter, context)),
            "class": "" if which.class_ else chosen or first_of(CLASS_FIELDS, known),
            "vintage": first_of((VINTAGE,), known),
            "accuracy": first_of(ACCURACY_FIELDS, known),
        }
        layer = read_layer(
            source,
            self.layer_of(parameters, which.parameter, context),
            role=which.role,
            fields=_distinct(fields.values()),
            crs=crs,
            tick=lambda _: tick(0.0),
        )
        refuse_degrees(layer)
        return which, layer, fields


def field_in(fields: QgsFields, purpose: str, chosen: str = "") -> str:
    """Return the field for a purpose, such as ``ACTIVITY_FIELD``: the chosen one, else the usual one, else nothing."""
    usual = next(names[purpose] for names in USUAL_FIELDS.values() if purpose in names)
    index = fields.lookupField(chosen or usual)
    if index < 0 and not chosen:
        index = fields.lookupField(usual[:_SHAPEFILE_NAME])  # what a shapefile leaves of it
        if index < 0:
            return first_of(OTHER_FIELDS.get(purpose, ()), fields.names())
    return fields.at(index).name() if index >= 0 else ""


def shown_as(layer: QgsVectorLayer | None) -> str:
    """Return the text field by which QGIS calls the layer's features (its display name), empty where it is none."""
    name = layer.displayField() if layer is not None else ""
    index = layer.fields().lookupField(name) if name else -1
    return name if index >= 0 and layer.fields().at(index).type() == QMetaType.Type.QString else ""


def _called(layer: QgsVectorLayer, source: QgsProcessingFeatureSource) -> str:
    return tr("input layer “{layer}”").format(layer=display_name(source, layer))


def _files_of_pack(path: str) -> list[str]:
    """Return the file of a rule pack, and those of the packs that it includes as far as they can be read."""
    from .sites.layer_store import remembered_pack

    own = path or str(DEFAULT_PACK)
    try:
        pack = remembered_pack(path)
    except LocationError:  # what is wrong with it is told when the rules are read
        return [own]
    return [own, *(str(pack.path.parent / name) for name in pack.files)]


def _accepted(parameter: str) -> tuple[QgsWkbTypes.GeometryType, ...]:
    """Return the geometry types that make sense for a layer parameter."""
    kinds = QgsWkbTypes.GeometryType
    if parameter in ("FACTORIES", "SITES"):
        return kinds.PolygonGeometry, kinds.PointGeometry
    if parameter in ROLE_LAYERS and not ROLE_LAYERS[parameter].polygons:
        return kinds.PolygonGeometry, kinds.PointGeometry, kinds.LineGeometry
    return (kinds.PolygonGeometry,)


def unsuitable(
    role: str,
    name: str,
    layer: QgsVectorLayer | None,
    source: QgsProcessingFeatureSource,
    *,
    accepts: Sequence[QgsWkbTypes.GeometryType],
) -> str:
    """Say why a layer cannot be judged, or judged against."""
    kind = QgsWkbTypes.geometryType(source.wkbType())
    wanted = [tr("polygons"), tr("points or polygons"), tr("points, lines or polygons")][len(accepts) - 1]
    if kind == QgsWkbTypes.GeometryType.NullGeometry:
        return tr(
            "{role}: layer “{layer}” is a table without geometry; {wanted} are needed. If it has columns of "
            "coordinates, make points of them first (“Create points layer from table”)."
        ).format(role=role, layer=name, wanted=wanted)
    if kind not in accepts:
        return tr("{role}: layer “{layer}” holds {found}; {wanted} are needed.").format(
            role=role, layer=name, found=_kind(kind, source.wkbType()), wanted=wanted
        )
    if not source.sourceCrs().isValid():
        return tr(
            "{role}: layer “{layer}” has no coordinate reference system. Set it in the layer's properties, "
            "or in the address of a table of coordinates (crs=EPSG:…); for UTM metres it is usually EPSG:32648."
        ).format(role=role, layer=name)
    if source.featureCount() == 0:
        if layer is not None and layer.featureCount() > 0:
            return tr(
                "{role}: no feature of layer “{layer}” is selected. Select some, or untick “Selected features only”."
            ).format(role=role, layer=name)
        return tr("{role}: layer “{layer}” has no features.").format(role=role, layer=name)
    return ""


def _kind(kind: QgsWkbTypes.GeometryType, exact: QgsWkbTypes.Type) -> str:
    words = {
        QgsWkbTypes.GeometryType.PointGeometry: tr("points"),
        QgsWkbTypes.GeometryType.LineGeometry: tr("lines"),
    }
    return f"{words.get(kind, tr('unknown geometries'))} ({QgsWkbTypes.displayString(exact)})"


def _refuse_stretched(factories: Factories, crs: str) -> None:
    """Raise `LocationError` where a metre of the working CRS is no metre on the ground."""
    import numpy as np
    import shapely

    from .analysis.crs import check_scale

    some = factories.geometries[:: max(len(factories.geometries) // _SAMPLE, 1)]  # the middle is all that is asked
    centres = shapely.centroid(some)
    check_scale(crs, np.column_stack([shapely.get_x(centres), shapely.get_y(centres)]))


def refuse_degrees(layer: LayerFrame) -> None:
    """Raise `LocationError` for longitudes and latitudes under a CRS in metres, a few steps from its origin."""
    import numpy as np
    import shapely

    from .analysis.crs import operation

    bounds = shapely.total_bounds(layer.frame.geometry.array[:1000])
    if layer.crs.isGeographic() or np.isnan(bounds).any():
        return
    as_stored = operation(layer.frame.crs.to_wkt(), definition(layer.crs)).points(bounds.reshape(2, 2))
    x, y = np.abs(as_stored).max(axis=0)
    if 0.01 < x <= 360 and 0.01 < y <= 90:
        raise LocationError(
            "Layer “{layer}” is labelled {crs}, but its coordinates look like degrees. "
            "Set the CRS that they are in, often EPSG:4326.",
            layer=layer.name,
            crs=layer.crs.authid() or layer.crs.description(),
        )


def refuse_unusable(layer: LayerFrame) -> None:
    """Raise `LocationError` for a layer none of whose features has a place."""
    if layer.frame.geometry.isna().all():
        raise LocationError(
            "No feature of layer “{layer}” can be used: {why}. Correct the layer, or leave it out.",
            layer=layer.name,
            why=layer.notes[0] if len(layer.notes) else tr("it has none"),
        )


def _is_distance(text: str) -> bool:
    try:
        return 0 <= float(text) < math.inf
    except ValueError:
        return False


def _is_no_file(output: str) -> bool:
    """Return whether an output goes to memory or a database, or to a format's own address, and not to a plain path."""
    return output.startswith(("memory:", "ogr:", "postgres:", "postgis:", "TEMPORARY_OUTPUT"))


def _distinct(names: Any) -> list[str]:
    return list(dict.fromkeys(name for name in names if name))

"""How far the hazards of factories reach, who lies inside, and which factories endanger each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import nullcontext
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeatureSource,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingOutputVectorLayer,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterCrs,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingParameterNumber,
    QgsProcessingParameterRasterLayer,
    QgsProcessingParameterString,
    QgsProcessingParameterVectorDestination,
    QgsRasterLayer,
    QgsVectorLayer,
    QgsWkbTypes,
)

from ..analysis.errors import LocationError
from ..base import said, ticker
from ..frames import display_name
from ..i18n import tr
from ..parameters import WORKING_CRS, CheckAlgorithm, _files_of_pack, refuse_degrees, shown_as, unsuitable
from ..unopened import refuse_unopened

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd

    from ..frames import LayerFrame, Tick
    from ..inputs import Factories
    from ..rules.pack import Pack
    from ..safety.distances import Reach
    from ..safety.people import People
    from ..safety.threats import Threats
    from ..storage.geopackage import Table

BY_RULES, BY_FIELDS, BY_CLASSES = range(3)
_MOST_SEGMENTS = 90
_MOST_NAMES = 1000
_LAYERS = ("INSTALLATIONS", "PEOPLE", "PROVINCES", "CLASS_TABLE")
_LISTS = ("RECEPTORS", "THREAT_ZONES")
_IDS = ("factory_id", "park_id", "site_id")


class SafetyBuffers(CheckAlgorithm):
    """Nested zones around hazards, what lies inside them, and pairs of factories in each other's zone."""

    ID = "safety_buffers"
    GROUP_ID = "analysis"
    ICON = "safety_buffers.svg"
    TABLES = (
        "zones",
        "dissolved",
        "overlap_free",
        "by_province",
        "receptors",
        "exposure",
        "overall",
        "dominoes",
        "factories",
        "accuracy_outline",
    )
    MARKS = ("zones", "exposure", "dominoes")

    def displayName(self) -> str:
        return tr("Safety buffers and who is inside")

    def tags(self) -> list[str]:
        return tr(
            "safety,buffer,zone,hazard,risk,separation,receptor,population,exposure,domino,ALOHA,threat zone"
        ).split(",")

    def description(self) -> str:
        return tr(
            "Draws nested zones around factories, or around their tanks and stacks, and says who and what lies inside "
            "(schools, homes, people, each counted once) and which factories stand in one another's zone.\n\n"
            "Distances come from a rule pack, from fields, or from a table of classes. It draws distances and models "
            "no gas, fire or explosion; zones that a model gave, such as ALOHA's, can be brought in. Inputs are never "
            "changed."
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        self.declare_factory_layer()
        self._declare_distances()
        self._declare_sources()
        self._declare_inside()
        self._declare_shapes()
        self._declare_fields()
        kinds = QgsProcessing.SourceType
        self.add(
            QgsProcessingParameterVectorDestination("OUTPUT", tr("Safety GeoPackage"), kinds.TypeVectorAnyGeometry),
            tr(
                "A .gpkg file with the tables zones, dissolved, overlap_free, by_province, receptors, exposure, "
                "overall, dominoes, factories and accuracy_outline."
            ),
        )
        self.add(
            QgsProcessingParameterFileDestination(
                "SUMMARY", tr("Summary (JSON)"), tr("JSON files (*.json)"), optional=True, createByDefault=False
            ),
            tr("What was found of all factories together, and where it comes from."),
        )
        self.addOutput(QgsProcessingOutputVectorLayer("ZONES_TABLE", tr("Safety zones")))
        self.addOutput(QgsProcessingOutputVectorLayer("EXPOSURE_TABLE", tr("Who and what lies inside, by factory")))
        self.addOutput(QgsProcessingOutputVectorLayer("OVERALL_TABLE", tr("Who and what lies inside, counted once")))
        self.addOutput(QgsProcessingOutputVectorLayer("DOMINO_TABLE", tr("Factories in the zone of another")))
        self.addOutput(QgsProcessingOutputNumber("ZONES_COUNT", tr("Number of zones")))
        self.addOutput(QgsProcessingOutputNumber("RECEPTORS_COUNT", tr("Number of receptors inside")))
        self.addOutput(QgsProcessingOutputNumber("PEOPLE_COUNT", tr("Number of people inside")))
        self.addOutput(QgsProcessingOutputNumber("PAIRS_COUNT", tr("Number of pairs of factories")))

    def _declare_distances(self) -> None:
        options = [tr("a rule pack"), tr("fields of metres"), tr("a class table")]
        self.add(
            QgsProcessingParameterEnum("DISTANCES", tr("Distances from"), options, defaultValue=BY_RULES),
            tr("Where the metres of the zones come from."),
        )
        self.declare_rules()
        self.parameterDefinition("RULES").setHelp(
            tr(
                "YAML file of rules; its distances to receptors become zones. Empty: the packs of Viet Nam (TCVN 4449) "
                "and Hong Kong that ship with the plugin, for screening."
            )
        )
        field = QgsProcessingParameterField
        self.add(
            field(
                "DISTANCE_FIELDS",
                tr("Fields of metres"),
                parentLayerParameterName="FACTORIES",
                allowMultiple=True,
                optional=True,
            ),
            tr("Of the factories, the innermost level first. An empty value, or 0, is no zone of that level."),
        )
        self.add(
            field("CLASS_FIELD", tr("Class field"), parentLayerParameterName="FACTORIES", optional=True),
            tr("What the class table speaks of, and by what results are divided. Empty: the ISIC code."),
        )
        self.add(
            QgsProcessingParameterString("CLASS_TEXT", tr("Classes and metres"), optional=True, multiLine=True),
            tr("Such as: chemicals: 300, 600, 1000; textiles: 50, 100. Of ISIC codes the longest that fits wins."),
        )
        self.add(
            QgsProcessingParameterFeatureSource(
                "CLASS_TABLE", tr("Table of classes"), [QgsProcessing.SourceType.TypeVector], optional=True
            ),
            tr("Instead of typing them: a column “class”, and columns of metres named like the levels."),
        )
        self.add(
            QgsProcessingParameterString("LEVELS", tr("Names of the levels"), "inner, middle, outer"),
            tr("The innermost first. Where rules ask a factory for more distances, further levels get plain names."),
            advanced=True,
        )

    def _declare_sources(self) -> None:
        kinds = QgsProcessing.SourceType
        self.add(
            QgsProcessingParameterFeatureSource(
                "INSTALLATIONS",
                tr("Hazard installations"),
                [kinds.TypeVectorPoint, kinds.TypeVectorPolygon],
                optional=True,
            ),
            tr("Tanks, stacks or stores: zones start from there where a factory has one."),
        )
        self.add(
            QgsProcessingParameterField(
                "INSTALLATION_FACTORY_FIELD",
                tr("Installations: factory id field"),
                parentLayerParameterName="INSTALLATIONS",
                optional=True,
            ),
            tr("Whose they are. Empty: “factory_id”."),
            advanced=True,
        )
        self.add(
            QgsProcessingParameterMultipleLayers(
                "THREAT_ZONES", tr("Threat zones of a model"), kinds.TypeVector, optional=True
            ),
            tr("KML of ALOHA, GeoJSON or any polygons; levels by a field, or by names with red, orange, yellow."),
        )
        for name, label, help_text in (
            (
                "THREAT_LEVEL_FIELD",
                tr("Threat zones: level field"),
                tr("Holds a level's name, its number from 1 (innermost), red, orange or yellow. Empty: the names."),
            ),
            (
                "THREAT_FACTORY_FIELD",
                tr("Threat zones: factory id field"),
                tr("Empty: the factory in the innermost zone, or the nearest within 1 km; the log says which."),
            ),
        ):
            self.add(QgsProcessingParameterString(name, label, optional=True), help_text, advanced=True)

    def _declare_inside(self) -> None:
        kinds = QgsProcessing.SourceType
        self.add(
            QgsProcessingParameterMultipleLayers(
                "RECEPTORS", tr("Receptors"), kinds.TypeVectorAnyGeometry, optional=True
            ),
            tr("What is to be protected, such as schools, hospitals and homes: points, lines or polygons."),
        )
        self.add(
            QgsProcessingParameterString("RECEPTOR_CLASS_FIELD", tr("Receptors: class field"), optional=True),
            tr("For the layers that have it. Otherwise the class is the name of the layer."),
        )
        self.add(
            QgsProcessingParameterFeatureSource(
                "PEOPLE", tr("People"), [kinds.TypeVectorPoint, kinds.TypeVectorPolygon], optional=True
            ),
            tr("Points or polygons with a number of people; polygons count by the share of their area."),
        )
        self.add(
            QgsProcessingParameterField(
                "PEOPLE_FIELD",
                tr("People: field"),
                parentLayerParameterName="PEOPLE",
                type=QgsProcessingParameterField.DataType.Numeric,
                optional=True,
            ),
            tr("Holds the number of people."),
        )
        self.add(
            QgsProcessingParameterRasterLayer("POPULATION", tr("Population raster"), optional=True),
            tr("Instead of a layer of people. A cell counts where its centre lies."),
        )
        self.add(
            QgsProcessingParameterEnum(
                "POPULATION_UNIT",
                tr("Population raster: values are"),
                [tr("people in each cell"), tr("people per km²")],
                defaultValue=0,
            ),
            tr("People per km² are multiplied by the ground of the cell."),
            advanced=True,
        )
        self._add_polygons("PROVINCES", tr("Provinces"), True, tr("Areas and people are also told for each of them."))

    def _declare_shapes(self) -> None:
        number = QgsProcessingParameterNumber.Type
        self.add(
            QgsProcessingParameterBoolean("RINGS", tr("Zones as rings"), False),
            tr("In the table zones: each level without the levels further in."),
            advanced=True,
        )
        self.add(
            QgsProcessingParameterBoolean("ACCURACY_OUTLINE", tr("Outline of the accuracy"), True),
            tr("The outer zone, wider by what the coordinate is uncertain, as a layer of its own."),
            advanced=True,
        )
        self.add(
            QgsProcessingParameterString("CLASS_ORDER", tr("Order of the classes"), optional=True),
            tr("The gravest first, with commas between: it has the ground where zones overlap. Empty: by reach."),
            advanced=True,
        )
        self.add(
            QgsProcessingParameterNumber("NAMES", tr("Names in a row"), number.Integer, 10, False, 0, _MOST_NAMES),
            tr("How many receptors are named in the table exposure."),
            advanced=True,
        )
        self.add(
            QgsProcessingParameterNumber(
                "SEGMENTS", tr("Segments of a quarter circle"), number.Integer, 16, False, 1, _MOST_SEGMENTS
            ),
            tr("How round zones are drawn. Receptors are decided by distance, not by the drawing."),
            advanced=True,
        )

    def _declare_fields(self) -> None:
        for name, label, help_text in (
            ("FACTORY_ID_FIELD", tr("Factory id field"), tr("Two rows with one id are one factory.")),
            ("NAME_FIELD", tr("Factory name field"), tr("Shown beside the id.")),
            ("ACCURACY_FIELD", tr("Accuracy field (metres)"), tr("Radius within which the true place lies.")),
            (
                "ACTIVITY_FIELD",
                tr("Activity field (ISIC Rev. 4)"),
                tr("Main activity, an ISIC Rev. 4 code of 2 to 4 digits: rules and ISIC classes ask for it."),
            ),
        ):
            self._add_field(name, label, "FACTORIES", help_text, advanced=True)
        for name, label, help_text in (
            ("SIZE_FIELD", tr("Size class field"), tr("Holds micro, small, medium or large: some rules depend on it.")),
            (
                "STATUS_FIELD",
                tr("Operating status field"),
                tr(
                    "Rules for new factories apply to projected or underConstruction; decommissioned ones have no zone."
                ),
            ),
        ):
            self._add_field(name, label, "FACTORIES", help_text, advanced=True)
        self.add(
            QgsProcessingParameterCrs("CRS", tr("Working CRS"), WORKING_CRS, optional=True),
            tr("Zones are drawn in this CRS. It must be projected, in metres."),
            advanced=True,
        )

    def _layers(self) -> list[str]:
        return ["FACTORIES"]

    # --- opening ------------------------------------------------------------------------------------------------------

    # The layers of files of threat zones, by the id of the one that was given: a thread must not open them.
    _parts_of: dict[str, list[QgsVectorLayer] | LocationError] | None = None

    def prepareAlgorithm(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> bool:
        """Open all folders of the files of threat zones, too."""
        ready = super().prepareAlgorithm(parameters, context, feedback)
        given = (self._at_hand or {}).get("THREAT_ZONES")
        layers = given if isinstance(given, (list, tuple)) else [given]
        self._parts_of = {
            layer.id(): self._opened_parts(layer, context)
            for layer in layers
            if isinstance(layer, QgsVectorLayer) and layer.isValid()
        }
        return ready

    def _opened_parts(
        self, layer: QgsVectorLayer, context: QgsProcessingContext
    ) -> list[QgsVectorLayer] | LocationError:
        from ..safety.files import all_layers

        try:
            parts = all_layers(layer)
        except LocationError as error:  # the run tells of it
            return error.with_traceback(None)  # its frames hold layers
        self.keep((one for one in parts if one is not layer), context)
        return parts

    def _parts(self, layer: QgsVectorLayer, list_: str) -> list[QgsVectorLayer]:
        from ..safety.files import all_layers

        if list_ != "THREAT_ZONES":
            return [layer]
        parts = (self._parts_of or {}).get(layer.id())
        if isinstance(parts, LocationError):
            raise parts
        return all_layers(layer) if parts is None else parts

    # --- refusing -----------------------------------------------------------------------------------------------------

    def refusal(self, parameters: dict[str, Any], context: QgsProcessingContext) -> str:
        """Return why the parameters cannot work, nothing if they can."""
        for check in (self._check_layers, self._check_fields, self._check_crs):
            sentence = check(parameters, context)
            if sentence:
                return sentence
        try:
            kinds = QgsWkbTypes.GeometryType
            for name in ("INSTALLATIONS", "PEOPLE", "PROVINCES"):
                points = () if name == "PROVINCES" else (kinds.PointGeometry,)
                sentence = self.check_optional(parameters, name, context, accepts=(kinds.PolygonGeometry, *points))
                if sentence:
                    return sentence
            for name in _LISTS:
                self._check_list(parameters, name, context)
            self._check_people(parameters, context)
            self._check_chosen(parameters, context)
            self._check_distances(parameters, context)
            self.check_outputs(parameters, list(self._read(parameters, context)), context)
        except LocationError as error:
            return said(error)
        return ""

    def _read(self, parameters: dict[str, Any], context: QgsProcessingContext) -> Iterator[tuple[str, str]]:
        """Yield what to call each input, and a file that it is read from."""
        yield from self.files_read(parameters, ("FACTORIES", *_LAYERS), context)
        for name in _LISTS:
            for layer in self.layers_in(parameters, name, context):
                yield from self.files_read({"FACTORIES": layer}, ("FACTORIES",), context)
        raster = self.parameterAsRasterLayer(parameters, "POPULATION", context)
        if raster is not None:
            yield tr("input layer “{layer}”").format(layer=raster.name()), raster.source().split("|")[0]
        if self._way(parameters, context) == BY_RULES and self.parameterAsFile(parameters, "RULES", context):
            for path in _files_of_pack(self.parameterAsFile(parameters, "RULES", context)):
                yield tr("the rule pack"), path

    def _check_list(self, parameters: dict[str, Any], name: str, context: QgsProcessingContext) -> None:
        label = self.parameterDefinition(name).description()
        kinds = QgsWkbTypes.GeometryType
        accepts = kinds.PolygonGeometry, kinds.PointGeometry, kinds.LineGeometry
        for layer in self.layers_in(parameters, name, context):
            source = self.source_of(layer, context)
            if name == "THREAT_ZONES" and source.sourceCrs().isValid() and source.featureCount() != 0:
                continue  # a file of zones may hold anything besides
            sentence = unsuitable(label, layer.name(), layer, source, accepts=accepts)
            if sentence:
                raise LocationError("{why}", why=sentence)

    def _check_people(self, parameters: dict[str, Any], context: QgsProcessingContext) -> None:
        """Raise `LocationError` for two sources of people, none of a field, or a raster that cannot be placed."""
        label = self.parameterDefinition("POPULATION").description()
        people = self.parameterAsSource(parameters, "PEOPLE", context)
        raster = self.parameterAsRasterLayer(parameters, "POPULATION", context)
        given = self.given(parameters, "POPULATION", context)
        if raster is None and given:
            raise LocationError("{label}: “{path}” cannot be opened as a raster.", label=label, path=given)
        if raster is not None and not raster.isValid():
            raise LocationError("{label}: “{path}” cannot be opened as a raster.", label=label, path=raster.name())
        if raster is not None and people is not None:
            raise LocationError(
                "People come either from a layer (PEOPLE) or from a raster (POPULATION), not from both: they would be "
                "counted twice. Leave one empty."
            )
        if raster is not None and not raster.crs().isValid():
            raise LocationError(
                "{label}: raster “{layer}” has no coordinate reference system. Set it in the layer's properties.",
                label=label,
                layer=raster.name(),
            )
        field = self.parameterAsString(parameters, "PEOPLE_FIELD", context)
        if people is not None and not field:
            raise LocationError(
                "Say which field of layer “{layer}” holds the number of people (PEOPLE_FIELD). It has: {fields}.",
                layer=display_name(people, self.layer_of(parameters, "PEOPLE", context)),
                fields=", ".join(people.fields().names()),
            )
        if people is not None:
            self._known_field(people, "PEOPLE_FIELD", field)
            if not people.fields().field(people.fields().lookupField(field)).isNumeric():
                raise LocationError(
                    "Field “{field}” (PEOPLE_FIELD) of layer “{layer}” holds no numbers.",
                    field=field,
                    layer=display_name(people, self.layer_of(parameters, "PEOPLE", context)),
                )

    def _known_field(self, source: QgsProcessingFeatureSource, parameter: str, field: str) -> None:
        if source.fields().lookupField(field) < 0:
            raise LocationError(
                "Layer “{layer}” has no field “{field}” ({parameter}). It has: {fields}.",
                layer=source.sourceName(),
                field=field,
                parameter=parameter,
                fields=", ".join(source.fields().names()),
            )

    def _check_chosen(self, parameters: dict[str, Any], context: QgsProcessingContext) -> None:
        """Raise `LocationError` for a field that no layer has."""
        factories = self.parameterAsSource(parameters, "FACTORIES", context)
        field = self.parameterAsString(parameters, "CLASS_FIELD", context)
        if field:
            self._known_field(factories, "CLASS_FIELD", field)
        installations = self.parameterAsSource(parameters, "INSTALLATIONS", context)
        if installations is not None:
            field = self.parameterAsString(parameters, "INSTALLATION_FACTORY_FIELD", context) or "factory_id"
            self._known_field(installations, "INSTALLATION_FACTORY_FIELD", field)
        for name, list_ in (
            ("RECEPTOR_CLASS_FIELD", "RECEPTORS"),
            ("THREAT_LEVEL_FIELD", "THREAT_ZONES"),
            ("THREAT_FACTORY_FIELD", "THREAT_ZONES"),
        ):
            wanted = self.parameterAsString(parameters, name, context)
            layers = [one for layer in self.layers_in(parameters, list_, context) for one in self._parts(layer, list_)]
            fields = list(dict.fromkeys(field.name() for layer in layers for field in layer.fields()))
            if wanted and wanted not in fields:
                raise LocationError(
                    "No layer of “{label}” has a field “{field}” ({parameter}). They have: {fields}.",
                    label=self.parameterDefinition(list_).description(),
                    field=wanted,
                    parameter=name,
                    fields=", ".join(fields) or "–",
                )

    def _check_distances(self, parameters: dict[str, Any], context: QgsProcessingContext) -> None:
        """Raise `LocationError` where the chosen way to the distances lacks what it needs."""
        from ..safety.distances import class_columns, level_names, typed_classes

        levels = level_names(self.parameterAsString(parameters, "LEVELS", context))
        way = self._way(parameters, context)
        if way == BY_RULES:
            rules = self.parameterAsFile(parameters, "RULES", context)
            if rules and not rules.lower().endswith((".yaml", ".yml")):
                raise LocationError("Rule pack “{path}”: choose a file whose name ends in .yaml or .yml.", path=rules)
        elif way == BY_FIELDS:
            fields = self._distance_fields(parameters, context)
            if not fields:
                raise LocationError("Choose the fields of metres of the factories (DISTANCE_FIELDS).")
            source = self.parameterAsSource(parameters, "FACTORIES", context)
            for field in fields:
                self._known_field(source, "DISTANCE_FIELDS", field)
        else:
            table = self.parameterAsSource(parameters, "CLASS_TABLE", context)
            text = self.parameterAsString(parameters, "CLASS_TEXT", context)
            given = self.given(parameters, "CLASS_TABLE", context)
            if table is None:
                refuse_unopened(self.parameterDefinition("CLASS_TABLE").description(), given, context)
            if table is not None and text.strip():
                raise LocationError("Type the classes (CLASS_TEXT) or choose a table of them (CLASS_TABLE), not both.")
            if table is None:
                typed_classes(text, len(levels))
            else:
                class_columns(table.fields().names(), table.sourceName(), levels)

    def _way(self, parameters: dict[str, Any], context: QgsProcessingContext) -> int:
        return self.parameterAsEnum(parameters, "DISTANCES", context)

    def _distance_fields(self, parameters: dict[str, Any], context: QgsProcessingContext) -> list[str]:
        # Newer QGIS has another name for it.
        read = getattr(self, "parameterAsStrings", None) or self.parameterAsFields
        names = dict.fromkeys(name for name in read(parameters, "DISTANCE_FIELDS", context) if name)
        return [self._exact(parameters, name, context) for name in names]

    def _class_field(self, parameters: dict[str, Any], context: QgsProcessingContext) -> str:
        return self._exact(parameters, self.parameterAsString(parameters, "CLASS_FIELD", context), context)

    def _exact(self, parameters: dict[str, Any], name: str, context: QgsProcessingContext) -> str:
        """Return a field of the factories as the layer spells it; one that is not there stays as it is."""
        known = self.parameterAsSource(parameters, "FACTORIES", context).fields()
        at = known.lookupField(name)
        return known.at(at).name() if at >= 0 else name

    # --- running ------------------------------------------------------------------------------------------------------

    def execute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        import numpy as np

        from ..checks.role_layers import ID_FIELDS
        from ..provenance import Run
        from ..provinces import PROVINCE_CODES, read_provinces
        from ..safety.distances import enough, level_names, without_closed
        from ..safety.findings import find, receptors_of
        from ..safety.report import as_json, sentences
        from ..safety.sources import hazards_of
        from ..safety.tables import Choice, tables
        from ..storage.geopackage import whole_file, write_geopackage

        self.refuse(parameters, context)
        run = Run()
        crs = self.working_crs(parameters, context)
        levels = level_names(self.parameterAsString(parameters, "LEVELS", context))
        segments = self.parameterAsInt(parameters, "SEGMENTS", context)
        more = [self._class_field(parameters, context)]
        more += self._distance_fields(parameters, context) if self._way(parameters, context) == BY_FIELDS else []
        factories = self.read_factories(parameters, context, crs, ticker(feedback, 0, 5), more=more)
        reach, packs = self._reach(parameters, context, factories, levels, crs)
        closed = self._closed(parameters, context, factories)
        reach = without_closed(reach, closed)
        open_ = replace(factories, geometries=np.where(closed, None, factories.geometries))
        read = [factories.layer]
        tick = ticker(feedback, 5, 15)
        named = levels
        levels = enough(named, reach.metres.shape[1])
        if len(levels) > len(named):
            feedback.pushInfo(
                tr(
                    "The rules ask for up to {count} different distances a factory; there are {named} names of levels "
                    "(LEVELS), so that there is also: {more}. None is left out."
                ).format(count=len(levels), named=len(named), more=", ".join(levels[len(named) :]))
            )
        installations = self._installations(parameters, context, crs, tick)
        read += [installations[0]] if installations is not None else []
        threats = self._threats(parameters, context, crs, open_, named, read)
        order = self.parameterAsString(parameters, "CLASS_ORDER", context)
        hazards = hazards_of(
            factories, reach, levels, installations, threats, order, segments, crs, ticker(feedback, 15, 25), closed
        )
        layers = [
            self._receptors(layer, parameters, context, crs)
            for layer in self.layers_in(parameters, "RECEPTORS", context)
        ]
        receptors = receptors_of(layers)
        _check_classes(receptors.classes)
        read += [layer for layer, _ in layers]
        given = read_provinces(self, parameters, context, crs, codes=(*PROVINCE_CODES, *ID_FIELDS))
        provinces = given.by_code() if given is not None else None
        if provinces is not None:
            read.append(provinces.layer)
        people = self._people(parameters, context, crs, hazards.filled, read, ticker(feedback, 25, 35))
        problems = [problem for layer in read for problem in layer.problems]
        # That every KML has heights need not be said of each of its folders.
        self.report_layers([layer for layer in read if layer.role != "threat_zones"], problems, feedback)
        for sentence in threats.sentences if threats is not None else ():
            feedback.pushInfo(sentence)
        shapes = provinces.shapes if provinces is not None else None
        found = find(hazards, receptors, people, shapes, ticker(feedback, 35, 65))
        for sentence in sentences(hazards, receptors, people, found, segments):
            feedback.pushInfo(sentence)
        choice = Choice(
            crs=self.parameterAsCrs(parameters, "CRS", context),
            rings=self.parameterAsBool(parameters, "RINGS", context),
            outline=self.parameterAsBool(parameters, "ACCURACY_OUTLINE", context),
            names=self.parameterAsInt(parameters, "NAMES", context),
            segments=segments,
        )
        called = (provinces.codes, provinces.names) if provinces is not None else None
        counts: dict[str, int] = {}
        written = [_counted(table, counts) for table in tables(hazards, receptors, found, called, choice)]
        output = self.parameterAsOutputLayer(parameters, "OUTPUT", context)
        summary = self.parameterAsFileOutput(parameters, "SUMMARY", context)
        told = self._told(parameters, context) if summary else {}
        with whole_file(summary) if summary else nullcontext() as summary_file:
            write_geopackage(output, written, ticker(feedback, 65, 100))
            if summary_file is not None:
                text = as_json(run, hazards, receptors, people, found, read, problems, packs, segments, crs, told)
                summary_file.write_text(text, encoding="utf-8")
        self.load_tables(output, self._shown(written), context)
        # Without people nobody was counted, which is not the same as that nobody is there.
        everybody = {} if people is None else {"PEOPLE_COUNT": float(found.people[-1, -1])}
        return {
            "OUTPUT": output,
            "SUMMARY": summary,
            "ZONES_TABLE": f"{output}|layername=zones",
            "EXPOSURE_TABLE": f"{output}|layername=exposure",
            "OVERALL_TABLE": f"{output}|layername=overall",
            "DOMINO_TABLE": f"{output}|layername=dominoes",
            "ZONES_COUNT": counts["zones"],
            "RECEPTORS_COUNT": counts["receptors"],
            **everybody,
            "PAIRS_COUNT": sum(found.dominoes.pairs),
        }

    def _shown(self, written: Sequence[Any]) -> list[tuple[str, str]]:
        """Return the tables to open and their labels, from the lowest layer to the topmost."""
        labels = {
            "overall": tr("Who and what lies inside, counted once"),
            "exposure": tr("Who and what lies inside, by factory"),
            "dissolved": tr("Safety zones of all factories"),
            "accuracy_outline": tr("Outer zones with the accuracy"),
            "receptors": tr("Receptors inside"),
            "dominoes": tr("Factories in the zone of another"),
            "factories": tr("Factories and their zones"),
        }
        there = {table.name for table in written}
        return [(name, label) for name, label in labels.items() if name in there]

    def _told(self, parameters: dict[str, Any], context: QgsProcessingContext) -> dict[str, Any]:
        """Return the parameters of the run that are no layers, for the record."""
        names = ("DISTANCES", "CLASS_FIELD", "CLASS_TEXT", "LEVELS", "RECEPTOR_CLASS_FIELD", "PEOPLE_FIELD")
        names = (*names, "POPULATION_UNIT", "RINGS", "ACCURACY_OUTLINE", "CLASS_ORDER", "NAMES", "SEGMENTS")
        told = {name: self.parameterAsString(parameters, name, context) for name in names}
        return {**told, "DISTANCE_FIELDS": self._distance_fields(parameters, context)}

    def _closed(self, parameters: dict[str, Any], context: QgsProcessingContext, factories: Factories) -> np.ndarray:
        """Return which factories are closed for good."""
        from ..capacity.inputs import statuses_of

        source = self.parameterAsSource(parameters, "FACTORIES", context)
        return statuses_of(factories, self._field(parameters, "STATUS_FIELD", source, context))[1]

    def _reach(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        factories: Factories,
        levels: Sequence[str],
        crs: str,
    ) -> tuple[Reach, list[Pack]]:
        """Return how far the zones of each factory reach, and the rule packs that were asked."""
        from ..inputs import texts
        from ..rules.pack import read_pack
        from ..safety import distances as d

        field = self._class_field(parameters, context)
        classes = texts(factories.layer.frame[field]) if field else None
        k, way = len(levels), self._way(parameters, context)
        if way == BY_RULES:
            rules = self.parameterAsFile(parameters, "RULES", context)
            packs = [read_pack(path) for path in ([rules] if rules else d.DISTANCE_PACKS)]
            return d.by_rules(factories, packs, k, classes), packs
        if way == BY_FIELDS:
            return d.by_fields(factories, self._distance_fields(parameters, context), k, classes), []
        table = self.parameterAsSource(parameters, "CLASS_TABLE", context)
        if table is None:
            rows = d.typed_classes(self.parameterAsString(parameters, "CLASS_TEXT", context), k)
        else:
            columns = d.class_columns(table.fields().names(), table.sourceName(), levels)
            fields = [columns["class"], *columns["levels"], columns["citation"]]
            frame = self.read_optional(
                parameters, "CLASS_TABLE", context, crs, lambda _: None, fields=fields, table=True
            )
            rows = d.tabled_classes(frame.frame, frame.name, columns, factories.layer.problems)
        return d.by_classes(factories, rows, k, classes), []

    def _installations(
        self, parameters: dict[str, Any], context: QgsProcessingContext, crs: str, tick: Tick
    ) -> tuple[LayerFrame, dict[str, str]] | None:
        from ..checks.role_layers import ACCURACY_FIELDS, ID_FIELDS, first_of

        source = self.parameterAsSource(parameters, "INSTALLATIONS", context)
        if source is None:
            return None
        known = source.fields()
        chosen = self.parameterAsString(parameters, "INSTALLATION_FACTORY_FIELD", context) or "factory_id"
        fields = {
            "factory": known.at(known.lookupField(chosen)).name(),
            "id": first_of(("installation_id", *ID_FIELDS), known.names()),
            "accuracy": first_of((*ACCURACY_FIELDS, "loc_accuracy_m"), known.names()),
        }
        layer = self.read_optional(parameters, "INSTALLATIONS", context, crs, tick, fields=list(fields.values()))
        return layer, fields

    def _threats(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        crs: str,
        factories: Factories,
        levels: Sequence[str],
        read: list[LayerFrame],
    ) -> Threats | None:
        from ..checks.role_layers import first_of
        from ..frames import read_layer
        from ..safety.files import release_of
        from ..safety.threats import NAME_FIELDS, ThreatLayer, threats_of

        chosen = {
            name: self.parameterAsString(parameters, name, context)
            for name in ("THREAT_LEVEL_FIELD", "THREAT_FACTORY_FIELD")
        }
        layers = []
        for given in self.layers_in(parameters, "THREAT_ZONES", context):
            for layer in self._parts(given, "THREAT_ZONES"):
                known = layer.fields().names()
                names = [name for usual in NAME_FIELDS for name in known if name.casefold() == usual]
                level, whose = (first_of([field], known) for field in chosen.values())
                frame = read_layer(
                    self.source_of(layer, context),
                    layer,
                    role="threat_zones",
                    fields=list(dict.fromkeys(name for name in (*names, level, whose) if name)),
                    crs=crs,
                    tick=lambda _: None,
                )
                refuse_degrees(frame)
                layers.append(ThreatLayer(frame, release_of(layer), level, whose, names))
                read.append(frame)
        return threats_of(layers, factories, levels) if layers else None

    def _receptors(
        self, layer: QgsVectorLayer, parameters: dict[str, Any], context: QgsProcessingContext, crs: str
    ) -> tuple[LayerFrame, dict[str, str]]:
        from ..checks.role_layers import ID_FIELDS, NAME_FIELDS, first_of
        from ..frames import read_layer

        source = self.source_of(layer, context)
        known = source.fields().names()
        fields = {
            "id": first_of((*_IDS, *ID_FIELDS), known),
            "name": first_of(NAME_FIELDS, known) or shown_as(layer),
            "class": first_of([self.parameterAsString(parameters, "RECEPTOR_CLASS_FIELD", context)], known),
        }
        wanted = list(dict.fromkeys(name for name in fields.values() if name))
        frame = read_layer(source, layer, role="receptors", fields=wanted, crs=crs, tick=lambda _: None)
        refuse_degrees(frame)
        return frame, fields

    def _people(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        crs: str,
        zones: np.ndarray,
        read: list[LayerFrame],
        tick: Tick,
    ) -> People | None:
        import shapely

        from ..safety.people import people_of, read_raster

        raster = self.parameterAsRasterLayer(parameters, "POPULATION", context)
        if isinstance(raster, QgsRasterLayer):
            unit = self.parameterAsEnum(parameters, "POPULATION_UNIT", context)
            return read_raster(raster, unit, crs, shapely.total_bounds(zones.ravel()), tick)
        source = self.parameterAsSource(parameters, "PEOPLE", context)
        if source is None:
            return None
        known = source.fields()
        field = known.at(known.lookupField(self.parameterAsString(parameters, "PEOPLE_FIELD", context))).name()
        layer = self.read_optional(parameters, "PEOPLE", context, crs, tick, fields=[field])
        read.append(layer)
        return people_of(layer, field)


def _counted(table: Table, counts: dict[str, int]) -> Table:
    """Return a table that notes its rows, by its name, when they are written."""
    if table.values is not None:
        counts[table.name] = len(table.values)
        return table
    make = table.pieces

    def pieces() -> Iterator[tuple[pd.DataFrame, Any]]:
        counts[table.name] = 0
        for values, geometries in make() if make is not None else ():
            counts[table.name] += len(values)
            yield values, geometries

    return replace(table, pieces=pieces)


def _check_classes(classes: Sequence[str]) -> None:
    from ..safety.findings import MOST_CLASSES

    if len(classes) > MOST_CLASSES:
        raise LocationError(
            "The receptors have more than {most} classes: each would be a column. Choose a field with fewer, or none "
            "(RECEPTOR_CLASS_FIELD).",
            most=MOST_CLASSES,
        )

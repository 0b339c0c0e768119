"""What is near the factories: the nearest targets of each layer, and what lies in rings."""

from __future__ import annotations

import math
from collections.abc import Sequence
from contextlib import nullcontext
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingOutputVectorLayer,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterCrs,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
    QgsProcessingParameterVectorDestination,
    QgsVectorLayer,
)

from ..analysis.errors import LocationError
from ..base import said, ticker
from ..i18n import tr
from ..parameters import EVERY_GEOMETRY, WORKING_CRS, shown_as, unsuitable
from ..road_parameters import ROAD_PARAMETERS, RoadAlgorithm

if TYPE_CHECKING:
    from ..frames import Tick
    from ..proximity import Answer, Question, TargetLayer

DEFAULT_RINGS = "0, 500, 1000, 5000"
_MOST = 1000
_CHOSEN = ("TARGET_ID_FIELD", "TARGET_NAME_FIELD")
_MORE_IDS = ("factory_id", "park_id", "zone_id", "site_id", "province_code", "district_code", "commune_code")


class Proximity(RoadAlgorithm):
    """The nearest targets of each factory, what lies in rings around it, and how far it is by road."""

    ID = "proximity"
    GROUP_ID = "analysis"
    ICON = "proximity.svg"
    TABLES = ("factories", "lines", "od", "columns")
    MARKS = ("factories", "od", "columns")

    def displayName(self) -> str:
        return tr("What is near the factories")

    def tags(self) -> list[str]:
        return tr("proximity,nearest,distance,neighbour,ring,donut,count,road,origin-destination,matrix").split(",")

    def description(self) -> str:
        return tr(
            "For every factory: the nearest target of each layer or class, how far and in which direction; how many "
            "there are in rings around it, sums of their values, the share of the ground they cover; and, with a layer "
            "of roads, the distance by road.\n\nDistances are geodesic, to the nearest point of a target, 0 inside a "
            "polygon. The register itself may be a target: a factory is not its own neighbour. Inputs are never "
            "changed."
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        kinds = QgsProcessing.SourceType
        self.declare_factory_layer()
        self.add(
            QgsProcessingParameterMultipleLayers("TARGETS", tr("Targets"), kinds.TypeVectorAnyGeometry),
            tr("What may be near: layers of points, lines or polygons, each asked for by itself."),
        )
        self._declare_question()
        self.declare_roads(
            tr("Lines; adds the distance by road to every pair. Directions and speeds are not known to it.")
        )
        self._declare_fields()
        self.add(
            QgsProcessingParameterVectorDestination("OUTPUT", tr("Proximity GeoPackage"), kinds.TypeVectorAnyGeometry),
            tr("A .gpkg file with the tables factories, lines, od (one row a pair) and columns."),
        )
        self.add(
            QgsProcessingParameterFileDestination(
                "SUMMARY", tr("Summary (JSON)"), tr("JSON files (*.json)"), optional=True, createByDefault=False
            ),
            tr("What was found of all factories together, and where it comes from."),
        )
        self.addOutput(QgsProcessingOutputVectorLayer("FACTORY_TABLE", tr("Factories and what is near")))
        self.addOutput(QgsProcessingOutputVectorLayer("OD_TABLE", tr("Factories and targets, one row a pair")))
        self.addOutput(QgsProcessingOutputVectorLayer("LINE_TABLE", tr("Lines to what is near")))
        self.addOutput(QgsProcessingOutputNumber("FACTORIES_COUNT", tr("Number of factories")))
        self.addOutput(QgsProcessingOutputNumber("PAIRS_COUNT", tr("Number of pairs")))

    def _declare_question(self) -> None:
        number = QgsProcessingParameterNumber.Type
        text = QgsProcessingParameterString
        self.add(
            text("CLASS_FIELD", tr("Class field of the targets"), optional=True),
            tr("Divides every layer that has this field: each class is asked for by itself. Empty: no division."),
        )
        self.add(
            QgsProcessingParameterNumber("K", tr("How many of each"), number.Integer, 1, minValue=1, maxValue=_MOST),
            tr("The nearest one or few of every layer or class, in the tables od and lines."),
        )
        self.add(
            text("RINGS", tr("Rings (metres)"), DEFAULT_RINGS, optional=True),
            tr(
                "Limits of the rings in which targets are counted, growing, without a sign for thousands. A first "
                "limit above 0 leaves a hole. Empty: no counts."
            ),
        )
        self.add(
            text("SUM_FIELDS", tr("Fields to add up in the rings"), optional=True),
            tr("Names of fields of numbers, with commas between, such as employees. Layers without them only count."),
        )
        for name, label, help_text in (
            (
                "BY_AREA",
                tr("Add up polygons by the share of their area"),
                tr("As if what they hold were evenly spread. Otherwise each counts whole, where its edge is nearest."),
            ),
            (
                "SHARES",
                tr("Share of the ground in the rings"),
                tr("For polygons: how much of each ring they cover. This takes longest of all."),
            ),
            (
                "EXTEND",
                tr("Extend to the nearest when all rings are empty"),
                tr("The last ring then reaches to the nearest target; a column says how far."),
            ),
        ):
            self.add(QgsProcessingParameterBoolean(name, label, False), help_text)
        self.add(
            QgsProcessingParameterNumber(
                "MAX_DISTANCE", tr("Farthest distance (metres)"), number.Double, optional=True, minValue=0.0
            ),
            tr("Targets beyond it are not looked for. Empty: no limit."),
        )
        self.add(
            QgsProcessingParameterBoolean("LINES", tr("Connecting lines"), True),
            tr("A line from each factory to each of its targets."),
        )

    def _declare_fields(self) -> None:
        for name, label, help_text in (
            (
                "TARGET_FIELDS",
                tr("Fields of the targets to carry over"),
                tr("Into the table od, with commas between; there with “target_” before the name."),
            ),
            ("TARGET_ID_FIELD", tr("Target id field"), tr("For layers that have it. Empty: the usual names.")),
            ("TARGET_NAME_FIELD", tr("Target name field"), tr("For layers that have it. Empty: the usual names.")),
        ):
            self.add(QgsProcessingParameterString(name, label, optional=True), help_text, advanced=True)
        for name, label, help_text in (
            (
                "FACTORY_ID_FIELD",
                tr("Factory id field"),
                tr("Names the factory; a target with the same field and id is that factory itself."),
            ),
            ("NAME_FIELD", tr("Factory name field"), tr("Shown beside the id.")),
            ("ACCURACY_FIELD", tr("Accuracy field (metres)"), tr("Radius within which the true place lies.")),
        ):
            self._add_field(name, label, "FACTORIES", help_text, advanced=True)
        self.add(
            QgsProcessingParameterCrs("CRS", tr("Working CRS"), WORKING_CRS, optional=True),
            tr("What is near is looked for in this CRS. It must be projected, in metres."),
            advanced=True,
        )

    def _layers(self) -> list[str]:
        return ["FACTORIES"]

    def refusal(self, parameters: dict[str, Any], context: QgsProcessingContext) -> str:
        """Return why the parameters cannot work, nothing if they can."""
        for check in (self._check_layers, self._check_fields, self._check_crs):
            sentence = check(parameters, context)
            if sentence:
                return sentence
        try:
            targets = self._targets(parameters, context)
            sentence = self._check_targets(targets, context) or self.check_roads(parameters, context)
            if sentence:
                return sentence
            self._check_target_fields(parameters, targets, context)
            self._question(parameters, context)
            read = list(self.files_read(parameters, ("FACTORIES", "ROADS"), context))
            for layer in targets:
                read += self.files_read({"FACTORIES": layer}, ("FACTORIES",), context)
            self.check_outputs(parameters, read, context)
        except LocationError as error:
            return said(error)
        return ""

    def _targets(self, parameters: dict[str, Any], context: QgsProcessingContext) -> list[QgsVectorLayer]:
        """Return the target layers, each once."""
        layers = self.layers_in(parameters, "TARGETS", context)
        if not layers:
            raise LocationError("Choose at least one layer of targets (TARGETS).")
        return layers

    def _check_targets(self, targets: Sequence[QgsVectorLayer], context: QgsProcessingContext) -> str:
        """Return why a layer cannot be a target, nothing if all can."""
        label = self.parameterDefinition("TARGETS").description()
        said = (
            unsuitable(label, one.name(), one, self.source_of(one, context), accepts=EVERY_GEOMETRY) for one in targets
        )
        return next((sentence for sentence in said if sentence), "")

    def _check_target_fields(
        self, parameters: dict[str, Any], targets: Sequence[QgsVectorLayer], context: QgsProcessingContext
    ) -> None:
        """Refuse a field that no target layer has, and one to add up that holds no numbers."""
        fields = {field.name(): field for layer in targets for field in layer.fields()}
        for name in ("CLASS_FIELD", "SUM_FIELDS", "TARGET_FIELDS", "TARGET_ID_FIELD", "TARGET_NAME_FIELD"):
            for wanted in self.names_given(parameters, name, context):
                if wanted not in fields:
                    raise LocationError(
                        "No layer of targets has a field “{field}” ({parameter}). They have: {fields}.",
                        field=wanted,
                        parameter=name,
                        fields=", ".join(fields),
                    )
                if name == "SUM_FIELDS" and not fields[wanted].isNumeric():
                    raise LocationError(
                        "Field “{field}” (SUM_FIELDS) holds no numbers that could be added up: its type is {type}.",
                        field=wanted,
                        type=fields[wanted].typeName(),
                    )

    def _question(self, parameters: dict[str, Any], context: QgsProcessingContext) -> Question:
        from ..analysis.proximity import ring_edges
        from ..proximity import Question

        edges = ring_edges(self.parameterAsString(parameters, "RINGS", context))
        sums = self.names_given(parameters, "SUM_FIELDS", context)
        k = self.parameterAsInt(parameters, "K", context)
        if not 1 <= k <= _MOST:
            raise LocationError("K is {k}: ask for 1 to {most} of each layer or class.", k=k, most=_MOST)
        given = self.number_given(parameters, "MAX_DISTANCE", context)
        farthest = math.inf if given is None else given
        self.road_settings(parameters, context)
        if not farthest > 0:
            raise LocationError(
                "The farthest distance (MAX_DISTANCE) is {metres} m: give more than 0.",
                metres=f"{farthest:g}",
            )
        return Question(
            k=k,
            edges=edges,
            farthest=farthest,
            sum_fields=sums if edges else (),
            carried=self.names_given(parameters, "TARGET_FIELDS", context),
            by_area=self.parameterAsBool(parameters, "BY_AREA", context),
            shares=self.parameterAsBool(parameters, "SHARES", context),
            extend=self.parameterAsBool(parameters, "EXTEND", context),
        )

    def execute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        from ..analysis import proximity as engine
        from ..provenance import Run
        from ..proximity import along_roads, as_json, ask, groups_of, problems_of, report, tables
        from ..storage.geopackage import whole_file, write_geopackage

        self.refuse(parameters, context)
        run = Run()
        crs = self.working_crs(parameters, context)
        question = self._question(parameters, context)
        factories = self.read_factories(parameters, context, crs, ticker(feedback, 0, 8))
        layers = self._read_targets(parameters, context, crs, question, ticker(feedback, 8, 20))
        roads = self.read_roads(parameters, context, crs, ticker(feedback, 20, 24))
        groups = groups_of(factories, layers, question)
        read = [factories.layer, *(target.layer for target in layers), *([roads] if roads is not None else [])]
        # Of the register itself all was said when it was read as the factories.
        told_of = [
            factories.layer,
            *(t.layer for t in layers if not t.register),
            *([roads] if roads is not None else []),
        ]
        problems = [problem for layer in told_of for problem in layer.problems] + problems_of(groups)
        self.report_layers(read, problems, feedback)
        places = engine.Factories(factories.geometries, crs)
        end = 70 if roads is not None else 85
        answers: list[Answer] = []
        for i, group in enumerate(groups):
            span = (end - 24) / len(groups)
            answers.append(ask(group, places, question, ticker(feedback, 24 + i * span, 24 + (i + 1) * span)))
        if roads is not None:
            set_ = self.road_settings(parameters, context)
            tick = ticker(feedback, 70, 85)
            feedback.pushInfo(along_roads(answers, roads, crs, set_.gap, set_.off, tick, crossings=set_.crossings))
        for answer in answers:
            for sentence in report(answer, len(factories.ids), question):
                feedback.pushInfo(sentence)
        lines = self.parameterAsBool(parameters, "LINES", context)
        drawn_in = self.parameterAsCrs(parameters, "CRS", context)
        written = tables(factories, answers, question, drawn_in, roads=roads is not None, lines=lines)
        output = self.parameterAsOutputLayer(parameters, "OUTPUT", context)
        summary = self.parameterAsFileOutput(parameters, "SUMMARY", context)
        told = self._told(parameters, context) if summary else {}
        with whole_file(summary) if summary else nullcontext() as summary_file:
            write_geopackage(output, written, ticker(feedback, 85, 100))
            if summary_file is not None:
                text = as_json(run, factories, answers, read, question, problems, crs, told)
                summary_file.write_text(text, encoding="utf-8")
        shown = [("od", tr("Factories and targets, one row a pair"))]
        shown += [("lines", tr("Lines to what is near"))] if lines else []
        self.load_tables(output, [*shown, ("factories", tr("Factories and what is near"))], context)
        results = {
            "OUTPUT": output,
            "SUMMARY": summary,
            "FACTORY_TABLE": f"{output}|layername=factories",
            "OD_TABLE": f"{output}|layername=od",
            "FACTORIES_COUNT": len(factories.ids),
            "PAIRS_COUNT": sum(len(answer.near.place) for answer in answers),
        }
        return {**results, "LINE_TABLE": f"{output}|layername=lines"} if lines else results

    def _told(self, parameters: dict[str, Any], context: QgsProcessingContext) -> dict[str, Any]:
        """Return the parameters of the run that are no layers, for the record."""
        names = ("CLASS_FIELD", "K", "RINGS", "SUM_FIELDS", "BY_AREA", "SHARES", "EXTEND", "MAX_DISTANCE")
        return {name: self.parameterAsString(parameters, name, context) for name in (*names, *ROAD_PARAMETERS)}

    def _read_targets(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        crs: str,
        question: Question,
        tick: Tick,
    ) -> list[TargetLayer]:
        layers = self._targets(parameters, context)
        read = []
        for done, layer in enumerate(layers):
            read.append(self._read_target(layer, parameters, context, crs, question))
            tick((done + 1) / len(layers))
        return read

    def _read_target(
        self,
        layer: QgsVectorLayer,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        crs: str,
        question: Question,
    ) -> TargetLayer:
        from ..checks.role_layers import ID_FIELDS, NAME_FIELDS, first_of
        from ..frames import read_layer
        from ..parameters import refuse_degrees
        from ..proximity import TargetLayer
        from ..storage.files import same_table

        source = self.source_of(layer, context)
        known = source.fields().names()
        register = self.parameterAsSource(parameters, "FACTORIES", context)
        factory = self._field(parameters, "FACTORY_ID_FIELD", register, context)
        chosen = {name: self.parameterAsString(parameters, name, context) for name in ("CLASS_FIELD", *_CHOSEN)}
        usual = (chosen["TARGET_ID_FIELD"], factory, *ID_FIELDS, *_MORE_IDS)
        fields = {
            "id": first_of([name for name in usual if name], known),
            "name": first_of([n for n in (chosen["TARGET_NAME_FIELD"], *NAME_FIELDS) if n], known) or shown_as(layer),
            "class": first_of([chosen["CLASS_FIELD"]], known),
            "factory": first_of([factory], known),
        }
        more = [name for name in (*question.sum_fields, *question.carried) if name in known]
        frame = read_layer(
            source,
            layer,
            role="targets",
            fields=list(dict.fromkeys([name for name in fields.values() if name] + more)),
            crs=crs,
            tick=lambda _: None,
        )
        refuse_degrees(frame)
        return TargetLayer(frame, fields, same_table(layer, self.layer_of(parameters, "FACTORIES", context)))

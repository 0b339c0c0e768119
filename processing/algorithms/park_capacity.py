"""How full the industrial parks are, what their permits allow, and which suits an activity that looks for a place."""

from __future__ import annotations

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
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
    QgsProcessingParameterVectorDestination,
    QgsVectorLayer,
    QgsWkbTypes,
)

from ..analysis.errors import LocationError
from ..base import said, ticker
from ..frames import display_name
from ..i18n import tr
from ..parameters import EVERY_GEOMETRY, WORKING_CRS, refuse_unusable, shown_as, unsuitable
from ..road_parameters import ROAD_PARAMETERS, RoadAlgorithm
from ..unopened import refuse_unopened

if TYPE_CHECKING:
    from ..capacity.assess import Question, Staff
    from ..capacity.inputs import FacilityLayer, Parks
    from ..frames import LayerFrame, Tick
    from ..inputs import Factories

DEFAULT_SIZES = "micro 0.2, small 0.5, medium 2, large 8"
DEFAULT_WEIGHTS = "vacancy 3, port 2, power 2, border 1, same sector 1"
DEFAULT_FAR = "port 200, airport 200, border 200, highway 20, power 20, power plant 50, substation 20, other 50"
# Parameter of a layer of facilities -> their kind, see `analysis.park_ranking.KINDS`.
FACILITY_LAYERS = {
    "PORTS": "port",
    "AIRPORTS": "airport",
    "BORDER_CROSSINGS": "border",
    "HIGHWAYS": "highway",
    "POWER_PLANTS": "power plant",
    "SUBSTATIONS": "substation",
}
_PERMIT_COLUMNS = ("park_id", "isic")


class ParkCapacity(RoadAlgorithm):
    """Area, occupied ground, vacancy, activities and surroundings of each park; a ranking for who needs a place."""

    ID = "park_capacity"
    GROUP_ID = "analysis"
    ICON = "park_capacity.svg"
    TABLES = ("parks", "factories", "distances", "neighbours", "mix", "ranking", "criteria")
    MARKS = ("parks", "mix", "distances")

    def displayName(self) -> str:
        return tr("How full the industrial parks are")

    def tags(self) -> list[str]:
        return tr("industrial park,SEZ,capacity,vacancy,occupancy,land,permit,ranking,site selection").split(",")

    def description(self) -> str:
        return tr(
            "For every park: its area against the licence, the factories inside and how surely, the occupied and the "
            "vacant ground as a range, employees per hectare, what its permit allows, the way to port, border and "
            "power, and the factories around it. With an activity or an area needed, the parks are ranked by weights "
            "of your own.\n\nGround of factories without premises is assumed by size class, and every figure that "
            "hangs on it says so. What is not known is a range, never a zero. Inputs are never changed."
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        self.declare_factories()
        self.declare_activity()
        self.declare_declared_park()
        self.declare_parks(optional=False)
        self._declare_ground()
        self._declare_facilities()
        self.declare_roads(tr("Lines; adds the distance by road to every facility, and ranks by it."))
        self._declare_ranking()
        self._declare_fields()
        kinds = QgsProcessing.SourceType
        self.add(
            QgsProcessingParameterVectorDestination("OUTPUT", tr("Capacity GeoPackage"), kinds.TypeVectorAnyGeometry),
            tr("A .gpkg file with the tables parks, factories, distances, neighbours, mix, ranking and criteria."),
        )
        self.add(
            QgsProcessingParameterFileDestination(
                "SUMMARY", tr("Summary (JSON)"), tr("JSON files (*.json)"), optional=True, createByDefault=False
            ),
            tr("The same figures, the ranking, what was assumed, and where it comes from."),
        )
        for name, label in (
            ("PARK_TABLE", tr("Parks by vacancy")),
            ("RANKING_TABLE", tr("Ranking of parks")),
            ("FACTORY_TABLE", tr("Factories in parks")),
            ("DISTANCE_TABLE", tr("Distances of parks")),
            ("NEIGHBOUR_TABLE", tr("Factories around parks")),
            ("MIX_TABLE", tr("Sectors of parks")),
        ):
            self.addOutput(QgsProcessingOutputVectorLayer(name, label))
        self.addOutput(QgsProcessingOutputNumber("PARKS_COUNT", tr("Number of parks")))
        self.addOutput(QgsProcessingOutputNumber("FACTORIES_COUNT", tr("Number of factories inside")))

    def _declare_ground(self) -> None:
        kinds, number = QgsProcessing.SourceType, QgsProcessingParameterNumber.Type.Double
        self.add(
            QgsProcessingParameterFeatureSource(
                "PREMISES", tr("Premises of factories"), [kinds.TypeVectorPolygon], optional=True
            ),
            tr("Polygons of the ground that factories occupy. Empty: it is assumed for all of them."),
        )
        self.add(
            QgsProcessingParameterField(
                "PREMISES_ID_FIELD",
                tr("Premises: factory id field"),
                parentLayerParameterName="PREMISES",
                optional=True,
            ),
            tr("Says whose premises they are. Empty: “factory_id”, or else whose coordinate lies in them."),
            advanced=True,
        )
        self.add(
            QgsProcessingParameterString("SIZE_AREAS", tr("Ground by size class (hectares)"), DEFAULT_SIZES),
            tr("Assumed for factories without premises. The preset figures are planning assumptions: put in your own."),
        )
        self.add(
            QgsProcessingParameterNumber(
                "USABLE", tr("Share of a park that can be let (per cent)"), number, 100.0, minValue=1.0, maxValue=100.0
            ),
            tr("Roads, drains and green belts are not let."),
        )
        self.add(
            QgsProcessingParameterBoolean("COMPLETE", tr("The register is complete"), False),
            tr("A park without a factory in it is then taken as empty. Otherwise nobody knows how full it is."),
        )
        self._add_field(
            "PARK_AREA_FIELD",
            tr("Licensed area field (hectares)"),
            "PARKS",
            tr("Compared with the area as drawn."),
            advanced=True,
        )
        self.add(
            QgsProcessingParameterNumber(
                "AREA_TOLERANCE", tr("Difference of areas to report (per cent)"), number, 5.0, minValue=0.0
            ),
            tr("By how much the drawn and the licensed area may differ unsaid."),
            advanced=True,
        )
        self._add_field(
            "PARK_PERMITS_FIELD",
            tr("Permitted activities field"),
            "PARKS",
            tr("ISIC codes of 2 to 4 digits or a section letter that the permit allows, with commas between."),
            advanced=True,
        )
        self.add(
            QgsProcessingParameterFeatureSource(
                "PERMITS", tr("Permitted activities (table)"), [kinds.TypeVector], optional=True
            ),
            tr("A table with the columns park_id and isic; goes before the field for the parks that it lists."),
        )

    def _declare_facilities(self) -> None:
        kinds = QgsProcessing.SourceType
        labels = {
            "PORTS": tr("Ports"),
            "AIRPORTS": tr("Airports"),
            "BORDER_CROSSINGS": tr("Border crossings"),
            "HIGHWAYS": tr("Highways"),
            "POWER_PLANTS": tr("Power plants"),
            "SUBSTATIONS": tr("Substations"),
        }
        for name in FACILITY_LAYERS:
            self.add(
                QgsProcessingParameterFeatureSource(name, labels[name], [kinds.TypeVectorAnyGeometry], optional=True),
                tr("Points, lines or polygons, measured from the edge of each park. Empty: no such distance."),
            )
        self.add(
            QgsProcessingParameterMultipleLayers(
                "FACILITIES", tr("More facilities"), kinds.TypeVectorAnyGeometry, optional=True
            ),
            tr("Layers of any other kind, such as railway stations; the kind is that of a field, or the layer's name."),
        )
        self.add(
            QgsProcessingParameterString("FACILITY_KIND_FIELD", tr("Kind field of more facilities"), optional=True),
            tr("For layers that have it, such as kind. Empty: the layer's name is the kind of all its features."),
            advanced=True,
        )
        self.add(
            QgsProcessingParameterNumber(
                "NEIGHBOUR_DISTANCE",
                tr("Neighbours within (metres)"),
                QgsProcessingParameterNumber.Type.Double,
                5000.0,
                minValue=0.0,
            ),
            tr("Factories outside a park and so near to its edge are its neighbours."),
        )

    def _declare_ranking(self) -> None:
        text = QgsProcessingParameterString
        self.add(
            text("ACTIVITY", tr("Activity looking for a place (ISIC)"), optional=True),
            tr("An ISIC Rev. 4 code, or several with commas between: parks are ranked, and each must be permitted."),
        )
        self.add(
            QgsProcessingParameterNumber(
                "AREA_NEEDED",
                tr("Area needed (hectares)"),
                QgsProcessingParameterNumber.Type.Double,
                optional=True,
                minValue=0.0,
            ),
            tr("Parks are ranked, and each must have so much free ground. Empty: any."),
        )
        self.add(
            text("WEIGHTS", tr("Weights of the ranking"), DEFAULT_WEIGHTS),
            tr(
                "Criterion and weight, with commas between: vacancy, same sector, port, airport, border, highway, "
                "power (plant or substation), power plant, substation, or another kind of facilities."
            ),
        )
        self.add(
            text("FAR", tr("Distances that count for nothing (km)"), DEFAULT_FAR),
            tr("From one point at the park's edge down to none at this distance. The preset ones are assumptions."),
            advanced=True,
        )

    def _declare_fields(self) -> None:
        for name, label, help_text in (
            (
                "SIZE_FIELD",
                tr("Size class field"),
                tr("Holds micro, small, medium or large: the ground is assumed by it."),
            ),
            ("EMPLOYEES_FIELD", tr("Employees field"), tr("Number of employees.")),
            (
                "STATUS_FIELD",
                tr("Operating status field"),
                tr("A factory that is decommissioned counts nowhere; one still to come has its plot already."),
            ),
            (
                "METHOD_FIELD",
                tr("Location method field"),
                tr("Where no accuracy is stated, the usual one of the method is taken, where the schema has one."),
            ),
        ):
            self._add_field(name, label, "FACTORIES", help_text, advanced=True)
        self.add(
            QgsProcessingParameterCrs("CRS", tr("Working CRS"), WORKING_CRS, optional=True),
            tr("Parks are intersected and neighbours looked for in this CRS. It must be projected, in metres."),
            advanced=True,
        )

    def _layers(self) -> list[str]:
        return ["FACTORIES", "PARKS"]

    def refusal(self, parameters: dict[str, Any], context: QgsProcessingContext) -> str:
        """Return why the parameters cannot work, nothing if they can."""
        try:
            self._refuse_undrawn(parameters, context)
        except LocationError as error:
            return said(error)
        for check in (self._check_layers, self._check_fields, self._check_numbers, self._check_crs):
            sentence = check(parameters, context)
            if sentence:
                return sentence
        try:
            sentence = self._check_more_layers(parameters, context)
            if sentence:
                return sentence
            self._permit_fields(parameters, context)
            self._question(parameters, context)
            read = list(self.files_read(parameters, self._all_layers(), context))
            for layer in self._facilities(parameters, context):
                read += self.files_read({"FACTORIES": layer}, ("FACTORIES",), context)
            self.check_outputs(parameters, read, context)
        except LocationError as error:
            return said(error)
        return ""

    def _all_layers(self) -> tuple[str, ...]:
        return ("FACTORIES", "PARKS", "PREMISES", "PERMITS", *FACILITY_LAYERS, "ROADS")

    def _refuse_undrawn(self, parameters: dict[str, Any], context: QgsProcessingContext) -> None:
        """Raise `LocationError` for parks of which only a point, a line or a row of a table is known."""
        source = self.parameterAsSource(parameters, "PARKS", context)
        if source is None or QgsWkbTypes.geometryType(source.wkbType()) == QgsWkbTypes.GeometryType.PolygonGeometry:
            return
        raise LocationError(
            "{label}: layer “{layer}” has no boundaries of parks, only {what}: how full a park is, and what stands in "
            "it, can be told of its boundary alone. Draw the boundaries as polygons, or get them from the licences.",
            label=self.parameterDefinition("PARKS").description(),
            layer=display_name(source, self.layer_of(parameters, "PARKS", context)),
            what={
                QgsWkbTypes.GeometryType.PointGeometry: tr("points"),
                QgsWkbTypes.GeometryType.LineGeometry: tr("lines"),
            }.get(QgsWkbTypes.geometryType(source.wkbType()), tr("rows without geometry")),
        )

    def _check_more_layers(self, parameters: dict[str, Any], context: QgsProcessingContext) -> str:
        """Return why a layer beside factories and parks cannot be used, nothing if all can."""
        polygons = (QgsWkbTypes.GeometryType.PolygonGeometry,)
        for name in ("PREMISES", *FACILITY_LAYERS):
            accepts = polygons if name == "PREMISES" else EVERY_GEOMETRY
            sentence = self.check_optional(parameters, name, context, accepts=accepts)
            if sentence:
                return sentence
        sentence = self.check_roads(parameters, context)
        if sentence:
            return sentence
        if self.parameterAsSource(parameters, "PERMITS", context) is None:
            label = self.parameterDefinition("PERMITS").description()
            refuse_unopened(label, self.given(parameters, "PERMITS", context), context)
        label = self.parameterDefinition("FACILITIES").description()
        told = (
            unsuitable(label, one.name(), one, self.source_of(one, context), accepts=EVERY_GEOMETRY)
            for one in self._facilities(parameters, context)
        )
        return next((sentence for sentence in told if sentence), "")

    def _facilities(self, parameters: dict[str, Any], context: QgsProcessingContext) -> list[QgsVectorLayer]:
        """Return the layers of more facilities, each once."""
        layers = self.layers_in(parameters, "FACILITIES", context)
        kind = self.parameterAsString(parameters, "FACILITY_KIND_FIELD", context)
        fields = dict.fromkeys(name for layer in layers for name in layer.fields().names())
        if kind and layers and kind not in fields:
            raise LocationError(
                "No layer of more facilities has a field “{field}” (FACILITY_KIND_FIELD). They have: {fields}.",
                field=kind,
                fields=", ".join(fields),
            )
        return layers

    def _permit_fields(self, parameters: dict[str, Any], context: QgsProcessingContext) -> tuple[str, ...]:
        """Return the two columns of the table of permits, none without one."""
        source = self.parameterAsSource(parameters, "PERMITS", context)
        if source is None:
            return ()
        rows = [source.fields().lookupField(name) for name in _PERMIT_COLUMNS]
        if min(rows) < 0:
            raise LocationError(
                "The table of permits “{layer}” needs the columns park_id and isic. It has: {fields}.",
                layer=display_name(source, self.layer_of(parameters, "PERMITS", context)),
                fields=", ".join(source.fields().names()),
            )
        return tuple(source.fields().at(row).name() for row in rows)

    def _question(self, parameters: dict[str, Any], context: QgsProcessingContext) -> Question:
        from ..analysis.applies import SIZES
        from ..analysis.park_ranking import check_criteria, check_far, read_far, read_sizes, read_weights
        from ..capacity.assess import Question
        from ..capacity.inputs import activities_asked

        def text(name: str) -> str:
            return self.parameterAsString(parameters, name, context)

        weights = read_weights(text("WEIGHTS") or DEFAULT_WEIGHTS)
        far = read_far(text("FAR") or DEFAULT_FAR)
        if not self._facilities(parameters, context):  # of what kinds they are is known when they are read
            check_criteria(weights, ())
            check_far(far, ())
        self.road_settings(parameters, context)
        return Question(
            sizes=read_sizes(text("SIZE_AREAS") or DEFAULT_SIZES, SIZES),
            usable=self.number_between(parameters, "USABLE", 1.0, 100.0, context) / 100.0,
            tolerance=self.number_between(parameters, "AREA_TOLERANCE", 0.0, 1e6, context) / 100.0,
            radius=self.number_between(parameters, "NEIGHBOUR_DISTANCE", 0.0, 1e6, context),
            activities=activities_asked(text("ACTIVITY")),
            needed=self._needed(parameters, context),
            weights=weights,
            far=far,
            complete=self.parameterAsBool(parameters, "COMPLETE", context),
        )

    def _needed(self, parameters: dict[str, Any], context: QgsProcessingContext) -> float | None:
        """Return the hectares that are needed, None for none."""
        if self.number_given(parameters, "AREA_NEEDED", context) is None:
            return None
        needed = self.number_between(parameters, "AREA_NEEDED", 0.0, 1e6, context)
        return needed if needed > 0 else None

    def execute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        from ..analysis.park_ranking import check_criteria, check_far
        from ..capacity.assess import along_roads, assess
        from ..capacity.inputs import facilities_of, fifth_digits, report_unknown_parks
        from ..capacity.ranking import rank_parks
        from ..capacity.report import as_json, sentences
        from ..capacity.tables import tables
        from ..checks.rule_check import declared_index
        from ..provenance import Run
        from ..storage.geopackage import whole_file, write_geopackage

        self.refuse(parameters, context)
        run = Run()
        crs = self.working_crs(parameters, context)
        question = self._question(parameters, context)
        register = self.read_factories(parameters, context, crs, ticker(feedback, 0, 10))
        staff = self._read_staff(parameters, context, register)
        parks, permit_rows = self._read_parks(parameters, context, crs, ticker(feedback, 10, 14))
        premises, premises_field = self._read_premises(parameters, context, crs, ticker(feedback, 14, 18))
        given = self._read_facilities(parameters, context, crs, ticker(feedback, 18, 24))
        roads = self.read_roads(parameters, context, crs, ticker(feedback, 24, 26))
        declared = declared_index(register, parks.areas)
        report_unknown_parks(register, parks.areas, declared)
        facilities = facilities_of(given)
        kinds = [one.kind for one in facilities]
        check_far(question.far, kinds)
        if question.ranks:
            check_criteria(question.weights, kinds)
        span = ticker(feedback, 26, 75)
        found = assess(parks, register, staff, declared, premises, premises_field, facilities, question, crs, span)
        if roads is not None:
            set_ = self.road_settings(parameters, context)
            tick = ticker(feedback, 75, 88)
            near, told = along_roads(
                found.near, parks.areas.geometries, roads, crs, set_.gap, set_.off, tick, crossings=set_.crossings
            )
            found = found.with_near(near)
            feedback.pushInfo(told)
        ranked = rank_parks(found, question) if question.ranks else None
        read = [register.layer, parks.areas.layer, *(one.layer for one in given)]
        read += [layer for layer in (permit_rows, premises, roads) if layer is not None]
        problems = [problem for layer in read for problem in layer.problems]
        self.report_layers(read, problems, feedback)
        told = fifth_digits(self.parameterAsString(parameters, "ACTIVITY", context))
        for sentence in [*told, *sentences(found, ranked, question)]:
            feedback.pushInfo(sentence)
        output = self.parameterAsOutputLayer(parameters, "OUTPUT", context)
        summary = self.parameterAsFileOutput(parameters, "SUMMARY", context)
        drawn_in = self.parameterAsCrs(parameters, "CRS", context)
        written = tables(found, ranked, question, drawn_in, roads=roads is not None)
        record = self._told(parameters, context) if summary else {}
        with whole_file(summary) if summary else nullcontext() as summary_file:
            write_geopackage(output, written, ticker(feedback, 90, 100))
            if summary_file is not None:
                text = as_json(run, found, ranked, read, question, problems, crs, record)
                summary_file.write_text(text, encoding="utf-8")
        self._load(output, context, ranked=ranked is not None)
        return self._results(output, summary, found, ranked=ranked is not None)

    def _load(self, output: str, context: QgsProcessingContext, *, ranked: bool) -> None:
        shown = [
            ("mix", tr("Sectors of parks")),
            ("parks", tr("Parks by vacancy")),
            *([("criteria", tr("Points of the ranking")), ("ranking", tr("Ranking of parks"))] if ranked else []),
            ("distances", tr("Distances of parks")),
            ("neighbours", tr("Factories around parks")),
            ("factories", tr("Factories in parks")),
        ]
        self.load_tables(output, shown, context)

    def _results(self, output: str, summary: str, found: Any, *, ranked: bool) -> dict[str, Any]:
        from ..capacity.report import inside

        names = {
            "PARK_TABLE": "parks",
            "FACTORY_TABLE": "factories",
            "DISTANCE_TABLE": "distances",
            "NEIGHBOUR_TABLE": "neighbours",
            "MIX_TABLE": "mix",
            **({"RANKING_TABLE": "ranking"} if ranked else {}),
        }
        return {
            "OUTPUT": output,
            "SUMMARY": summary,
            **{name: f"{output}|layername={table}" for name, table in names.items()},
            "PARKS_COUNT": len(found.parks),
            "FACTORIES_COUNT": len(inside(found)),
        }

    def _told(self, parameters: dict[str, Any], context: QgsProcessingContext) -> dict[str, Any]:
        """Return the parameters of the run that are no layers, for the record."""
        names = (
            *(
                "SIZE_AREAS",
                "USABLE",
                "COMPLETE",
                "AREA_TOLERANCE",
                "FACILITY_KIND_FIELD",
                "NEIGHBOUR_DISTANCE",
                "ACTIVITY",
            ),
            *("AREA_NEEDED", "WEIGHTS", "FAR", "DEFAULT_ACCURACY"),
            *ROAD_PARAMETERS,
        )
        return {name: self.parameterAsString(parameters, name, context) for name in names}

    def _read_staff(self, parameters: dict[str, Any], context: QgsProcessingContext, register: Factories) -> Staff:
        from ..capacity.assess import Staff
        from ..capacity.inputs import employees_of, statuses_of

        source = self.parameterAsSource(parameters, "FACTORIES", context)
        employees, status = (
            self._field(parameters, name, source, context) for name in ("EMPLOYEES_FIELD", "STATUS_FIELD")
        )
        return Staff(employees_of(register, employees), *statuses_of(register, status))

    def _read_parks(
        self, parameters: dict[str, Any], context: QgsProcessingContext, crs: str, tick: Tick
    ) -> tuple[Parks, LayerFrame | None]:
        """Read the parks, and the table of their permits where there is one."""
        from ..capacity.inputs import by_id, parks_of, permits_table
        from ..checks.rule_check import merge_parks

        source = self.parameterAsSource(parameters, "PARKS", context)
        area, permits = (
            self._field(parameters, name, source, context) for name in ("PARK_AREA_FIELD", "PARK_PERMITS_FIELD")
        )
        drawn = self.read_areas(parameters, "PARKS", context, crs, tick)
        columns = self._permit_fields(parameters, context)
        permit_rows = self.read_optional(parameters, "PERMITS", context, crs, tick, fields=columns, table=True)
        table = {} if permit_rows is None else permits_table(permit_rows, *columns)
        return parks_of(drawn, by_id(merge_parks(drawn)), area, permits, table), permit_rows

    def _read_premises(
        self, parameters: dict[str, Any], context: QgsProcessingContext, crs: str, tick: Tick
    ) -> tuple[LayerFrame | None, str]:
        source = self.parameterAsSource(parameters, "PREMISES", context)
        if source is None:
            return None, ""
        chosen = self.parameterAsString(parameters, "PREMISES_ID_FIELD", context) or "factory_id"
        row = source.fields().lookupField(chosen)
        field = source.fields().at(row).name() if row >= 0 else ""
        return self.read_optional(parameters, "PREMISES", context, crs, tick, fields=[field]), field

    def _read_facilities(
        self, parameters: dict[str, Any], context: QgsProcessingContext, crs: str, tick: Tick
    ) -> list[FacilityLayer]:
        """Read the layers of facilities, each once."""
        given = [
            (name, parameters, kind)
            for name, kind in FACILITY_LAYERS.items()
            if self.parameterAsSource(parameters, name, context) is not None
        ]
        # Another layer is read as if it were given for a single kind: of which kind it is, its features say.
        given += [("PORTS", {"PORTS": layer}, "") for layer in self._facilities(parameters, context)]
        wanted = self.parameterAsString(parameters, "FACILITY_KIND_FIELD", context)
        out = []
        for done, (name, source, kind) in enumerate(given):
            out.append(self._read_kind(source, name, kind, wanted, context, crs))
            tick((done + 1) / len(given))
        return out

    def _read_kind(
        self, given: dict[str, Any], name: str, kind: str, wanted: str, context: QgsProcessingContext, crs: str
    ) -> FacilityLayer:
        from ..capacity.inputs import FacilityLayer
        from ..checks.role_layers import ID_FIELDS, NAME_FIELDS, first_of

        known = self.parameterAsSource(given, name, context).fields().names()
        id_ = first_of(ID_FIELDS, known)
        named = first_of(NAME_FIELDS, known) or shown_as(self.layer_of(given, name, context))
        kind_field = wanted if not kind and wanted in known else ""
        frame = self.read_optional(
            given,
            name,
            context,
            crs,
            lambda _: None,
            fields=(id_, named, kind_field),
            role=name.lower() if kind else "facilities",
        )
        refuse_unusable(frame)
        return FacilityLayer(frame, id_, named, kind, kind_field)

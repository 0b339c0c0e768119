"""Where there are significantly more factories, or more of what they have, than elsewhere."""

from __future__ import annotations

from contextlib import nullcontext
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingOutputVectorLayer,
    QgsProcessingParameterCrs,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterNumber,
    QgsProcessingParameterVectorDestination,
    QgsWkbTypes,
)

from ..analysis.errors import LocationError
from ..base import said, ticker
from ..frames import display_name
from ..i18n import tr
from ..parameters import WORKING_CRS, CheckAlgorithm, unsuitable
from ..unopened import unopened

if TYPE_CHECKING:
    from ..frames import LayerFrame, Tick
    from ..hot_spots import Question

# The least as `hot_spots.LEAST_SIZE`.
LEAST_SIZE, MOST_SIZE = 10.0, 500_000.0
LEAST_DRAWS, MOST_DRAWS, DRAWS = 999, 999_999, 99_999
MOST_RINGS = 3


class HotSpots(CheckAlgorithm):
    """Getis-Ord Gi* and Moran's I of factories, or of what they have, on a grid of hexagons."""

    ID = "hot_spots"
    GROUP_ID = "analysis"
    ICON = "hot_spots.svg"
    TABLES = ("cells", "factories", "summary")
    MARKS = ("cells", "factories", "summary")
    PACKAGES = ("esda", "libpysal")

    def displayName(self) -> str:
        return tr("Hot spots of factories")

    def tags(self) -> list[str]:
        return tr("hot spot,cold spot,cluster,hexagon,grid,density,getis-ord,gi*,moran,lisa,autocorrelation").split(",")

    def description(self) -> str:
        return tr(
            "Where there are significantly more factories, or employees, than elsewhere, and whether that is more than "
            "chance: the ground is divided into hexagons, and each with its neighbours is compared with all of them "
            "(Getis-Ord Gi*). Moran's I says whether high and low values lie together at all.\n\nIt compares with "
            "other places of the area, not with how many people or how much industrial land there are. Inputs are "
            "never changed."
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        kinds = QgsProcessing.SourceType
        self.declare_factory_layer()
        self.add(
            QgsProcessingParameterField(
                "VALUE_FIELD",
                tr("Field to add up"),
                parentLayerParameterName="FACTORIES",
                type=QgsProcessingParameterField.DataType.Numeric,
                optional=True,
            ),
            tr("Such as employees. Empty: factories are counted. A missing number adds 0 and is reported."),
        )
        self.add(
            QgsProcessingParameterFeatureSource("AREA", tr("Area"), [kinds.TypeVectorPolygon], optional=True),
            tr(
                "The country or a province: all its cells take part, also the empty ones, and only factories in it "
                "count. Recommended. Empty: the ground between the outermost factories."
            ),
        )
        self._declare_grid()
        self._declare_chance()
        for name, label, help_text in (
            ("FACTORY_ID_FIELD", tr("Factory id field"), tr("Names the factory.")),
            ("NAME_FIELD", tr("Factory name field"), tr("Shown beside the id.")),
            ("ACCURACY_FIELD", tr("Accuracy field (metres)"), tr("Radius within which the true place lies.")),
            ("METHOD_FIELD", tr("Location method field"), tr("Tells the accuracy where none is stated.")),
        ):
            self._add_field(name, label, "FACTORIES", help_text, advanced=True)
        self.add(
            QgsProcessingParameterCrs("CRS", tr("Working CRS"), WORKING_CRS, optional=True),
            tr("The grid is laid out in this CRS, from its origin. It must be projected, in metres."),
            advanced=True,
        )
        self.add(
            QgsProcessingParameterVectorDestination("OUTPUT", tr("Hot spots GeoPackage"), kinds.TypeVectorPolygon),
            tr("A .gpkg file with the tables cells, factories and summary."),
        )
        self.add(
            QgsProcessingParameterFileDestination(
                "SUMMARY", tr("Summary (JSON)"), tr("JSON files (*.json)"), optional=True, createByDefault=False
            ),
            tr("What was found of all cells together, and where it comes from."),
        )
        self.addOutput(QgsProcessingOutputVectorLayer("CELL_TABLE", tr("Hot spots and cold spots")))
        self.addOutput(QgsProcessingOutputVectorLayer("FACTORY_TABLE", tr("Factories by class of their cell")))
        self.addOutput(QgsProcessingOutputNumber("CELLS_COUNT", tr("Number of cells")))
        self.addOutput(QgsProcessingOutputNumber("HOT_COUNT", tr("Number of hot cells")))
        self.addOutput(QgsProcessingOutputNumber("COLD_COUNT", tr("Number of cold cells")))
        self.addOutput(QgsProcessingOutputNumber("CELL_SIZE_USED", tr("Cell size used (metres)")))
        self.addOutput(QgsProcessingOutputNumber("MORANS_I", tr("Moran's I")))

    def _declare_grid(self) -> None:
        number = QgsProcessingParameterNumber.Type
        self.add(
            QgsProcessingParameterNumber(
                "CELL_SIZE",
                tr("Cell size (metres)"),
                number.Double,
                optional=True,
                minValue=LEAST_SIZE,
                maxValue=MOST_SIZE,
            ),
            tr(
                "Width of a hexagon across flats, which is also how far the centres of neighbours are apart. Empty: "
                "suggested from the number of factories and the area."
            ),
        )
        self.add(
            QgsProcessingParameterNumber(
                "RINGS", tr("Rings of neighbours"), number.Integer, 1, minValue=1, maxValue=MOST_RINGS
            ),
            tr("1: a cell and the six around it are looked at together; 2: eighteen; 3: thirty-six."),
        )

    def _declare_chance(self) -> None:
        number = QgsProcessingParameterNumber.Type
        self.add(
            QgsProcessingParameterNumber(
                "PERMUTATIONS",
                tr("Number of random draws"),
                number.Integer,
                DRAWS,
                minValue=LEAST_DRAWS,
                maxValue=MOST_DRAWS,
            ),
            tr("The more, the smaller the chances that can be told apart."),
            advanced=True,
        )
        self.add(
            QgsProcessingParameterNumber("SEED", tr("Seed of the random draws"), number.Integer, 1, minValue=0),
            tr("The same seed gives the same result."),
            advanced=True,
        )

    def _layers(self) -> list[str]:
        return ["FACTORIES"]

    def refusal(self, parameters: dict[str, Any], context: QgsProcessingContext) -> str:
        """Return why the parameters cannot work, nothing if they can."""
        for check in (self._check_layers, self._check_area, self._check_fields, self._check_crs):
            sentence = check(parameters, context)
            if sentence:
                return sentence
        try:
            self._question(parameters, context)
            self.check_outputs(parameters, self.files_read(parameters, ("FACTORIES", "AREA"), context), context)
        except LocationError as error:
            return said(error)
        return ""

    def _check_area(self, parameters: dict[str, Any], context: QgsProcessingContext) -> str:
        label = self.parameterDefinition("AREA").description()
        source = self.parameterAsSource(parameters, "AREA", context)
        layer = self.layer_of(parameters, "AREA", context)
        if source is None or (layer is not None and not layer.isValid()):
            return unopened(label, self.given(parameters, "AREA", context), context)
        accepts = (QgsWkbTypes.GeometryType.PolygonGeometry,)
        return unsuitable(label, display_name(source, layer), layer, source, accepts=accepts)

    def _question(self, parameters: dict[str, Any], context: QgsProcessingContext) -> Question:
        from ..hot_spots import Question

        self._check_value_field(parameters, context)
        size = self.number_given(parameters, "CELL_SIZE", context)
        if size is not None and not LEAST_SIZE <= size <= MOST_SIZE:
            raise LocationError(
                "The cell size (CELL_SIZE) is {size} m: give {least} to {most}, or nothing for a suggestion.",
                size=f"{size:g}",
                least=f"{LEAST_SIZE:g}",
                most=f"{MOST_SIZE:,g}",
            )
        numbers = {}
        for name, least, most in (
            ("RINGS", 1, MOST_RINGS),
            ("PERMUTATIONS", LEAST_DRAWS, MOST_DRAWS),
            ("SEED", 0, 2**31 - 1),
        ):
            numbers[name] = self.parameterAsInt(parameters, name, context)
            if not least <= numbers[name] <= most:
                raise LocationError(
                    "{label} ({name}) is {value}: give a whole number from {least} to {most}.",
                    label=self.parameterDefinition(name).description(),
                    name=name,
                    value=numbers[name],
                    least=least,
                    most=most,
                )
        return Question(
            field=self.parameterAsString(parameters, "VALUE_FIELD", context),
            size=size,
            rings=numbers["RINGS"],
            draws=numbers["PERMUTATIONS"],
            seed=numbers["SEED"],
        )

    def _check_value_field(self, parameters: dict[str, Any], context: QgsProcessingContext) -> None:
        name = self.parameterAsString(parameters, "VALUE_FIELD", context)
        if not name:
            return
        source = self.parameterAsSource(parameters, "FACTORIES", context)
        index = source.fields().lookupField(name)
        layer = display_name(source, self.layer_of(parameters, "FACTORIES", context))
        if index < 0:
            raise LocationError(
                "Layer “{layer}” has no field “{field}” (VALUE_FIELD). It has: {fields}.",
                layer=layer,
                field=name,
                fields=", ".join(source.fields().names()),
            )
        if not source.fields().at(index).isNumeric():
            raise LocationError(
                "Field “{field}” (VALUE_FIELD) of layer “{layer}” holds no numbers that could be added up: its type is "
                "{type}.",
                field=name,
                layer=layer,
                type=source.fields().at(index).typeName(),
            )

    def execute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        from ..analysis.hot_spots import COLD, HOT
        from ..hot_spots import as_json, ask, counts, grid_of, report, tables
        from ..provenance import Run
        from ..storage.geopackage import whole_file, write_geopackage

        self.refuse(parameters, context)
        run = Run()
        crs = self.working_crs(parameters, context)
        question = self._question(parameters, context)
        more = [question.field] if question.field else []
        factories = self.read_factories(parameters, context, crs, ticker(feedback, 0, 20), more=more)
        area = self._read_area(parameters, context, crs, ticker(feedback, 20, 30))
        grid = grid_of(factories, area, question, ticker(feedback, 30, 50))
        layers = [factories.layer, *([area] if area is not None else [])]
        problems = [problem for layer in layers for problem in layer.problems]
        self.report_layers(layers, problems, feedback)
        answer = ask(grid, question, ticker(feedback, 50, 85))
        found, doubts = report(factories, answer, question)
        for sentence in found:
            feedback.pushInfo(sentence)
        for sentence in doubts:
            feedback.pushWarning(sentence)
        written = tables(factories, answer, question, self.parameterAsCrs(parameters, "CRS", context))
        output = self.parameterAsOutputLayer(parameters, "OUTPUT", context)
        summary = self.parameterAsFileOutput(parameters, "SUMMARY", context)
        told = self._told(parameters, context) if summary else {}
        with whole_file(summary) if summary else nullcontext() as summary_file:
            write_geopackage(output, written, ticker(feedback, 85, 100))
            if summary_file is not None:
                text = as_json(run, factories, answer, layers, problems, crs, told)
                summary_file.write_text(text, encoding="utf-8")
        shown = [("summary", tr("Hot spots: summary")), ("cells", tr("Hot spots and cold spots"))]
        self.load_tables(output, shown, context)
        cells = {name: one["cells"] for name, one in counts(factories, answer)["classes"].items()}
        results = {
            "OUTPUT": output,
            "SUMMARY": summary,
            "CELL_TABLE": f"{output}|layername=cells",
            "FACTORY_TABLE": f"{output}|layername=factories",
            "CELLS_COUNT": len(grid.cells),
            "HOT_COUNT": sum(count for name, count in cells.items() if name.startswith(HOT)),
            "COLD_COUNT": sum(count for name, count in cells.items() if name.startswith(COLD)),
            "CELL_SIZE_USED": grid.size,
        }
        return {**results, "MORANS_I": answer.found.whole.i} if answer.found.whole is not None else results

    def _told(self, parameters: dict[str, Any], context: QgsProcessingContext) -> dict[str, Any]:
        """Return the parameters of the run that are no layers, for the record."""
        names = ("VALUE_FIELD", "CELL_SIZE", "RINGS", "PERMUTATIONS", "SEED")
        return {name: self.parameterAsString(parameters, name, context) for name in names}

    def _read_area(
        self, parameters: dict[str, Any], context: QgsProcessingContext, crs: str, tick: Tick
    ) -> LayerFrame | None:
        from ..frames import read_layer
        from ..parameters import refuse_degrees

        source = self.parameterAsSource(parameters, "AREA", context)
        if source is None:
            return None
        layer = self.layer_of(parameters, "AREA", context)
        area = read_layer(source, layer, role="area", fields=[], crs=crs, tick=tick)
        refuse_degrees(area)
        return area

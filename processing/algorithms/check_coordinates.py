"""What is wrong with the locations of a register, and where the factories may really stand."""

from __future__ import annotations

from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeatureSource,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingOutputVectorLayer,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterFile,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterNumber,
    QgsProcessingParameterVectorDestination,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QMetaType

from ..admin_layers import ANY_CODE, UNIT_NAMES
from ..admin_layers import LEVELS as ADMIN_LEVELS
from ..analysis.errors import LocationError
from ..base import FactoryAlgorithm, said, ticker
from ..checks.role_layers import NAME_FIELDS, first_of
from ..coordinates.inputs import AREA_FIELDS, FIELDS, LEVELS, chosen_fields, wordy_fields
from ..i18n import tr
from ..unopened import refuse_unopened

if TYPE_CHECKING:
    from ..analysis.coordinate_checks import Context, Settings
    from ..coordinates.inputs import Loaded
    from ..frames import LayerFrame

_METRIC = "EPSG:32648"
_CODES = {
    **{level.parameter: (*level.codes, ANY_CODE) for level in reversed(ADMIN_LEVELS)},
    "CENTRES": ("code", "village_code", "commune_code", "id"),
    "PARKS": ("park_id", "code", "id"),
    "SITES": ("factory_id", "site_id", "id"),
    "OFFICES": ("office_id", "id", "code"),
}
_CODE_FIELD = {
    **{name: f"{name}_CODE_FIELD" for name in (*LEVELS, "CENTRES")},
    "PARKS": "PARK_ID_FIELD",
    "SITES": "SITE_ID_FIELD",
}
_AREA_FIELD = {"PARKS": "PARK_AREA_FIELD", "SITES": "SITE_AREA_FIELD"}
_POLYGONS = (*LEVELS, "LAND", "WATER", "PARKS", "SITES")
_POINTS = ("OFFICES", "CENTRES")


class CheckCoordinates(FactoryAlgorithm):
    """Problems of locations with the proposed repairs, for a person to accept."""

    ID = "check_coordinates"
    GROUP_ID = "register"
    ICON = "check_coordinates.svg"
    TABLES = ("problems", "proposals", "moves", "votes", "best_pick")
    MARKS = ("problems", "proposals", "moves", "votes")

    def displayName(self) -> str:
        return tr("Check coordinates")

    def tags(self) -> list[str]:
        return tr("register,coordinates,location,quality,repair,swapped,UTM,Indian 1960,datum,centroid,cleaning").split(
            ","
        )

    def description(self) -> str:
        return tr(
            "Looks for 25 kinds of errors in the locations of a register (C01 to C25): swapped numbers, metres in "
            "fields of degrees, a wrong UTM zone, Indian 1960 read as WGS 84, minutes read as decimals, mistyped "
            "digits, centres of communes, places that many share, places outside of the declared unit or park. For "
            "each it says what the evidence is, and where the factory may really stand.\n\n"
            "Nothing is moved: the proposals are a table to accept or not, and “Apply corrections” takes what was "
            "accepted. A factory inside of its declared commune is left alone, unless many of one source say together "
            "that their datum is wrong. Every layer that is given lets more be checked; the log and the summary say "
            "what was not."
        )

    # -- parameters -----------------------------------------------------------------------------------

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        kinds = QgsProcessing.SourceType
        self.add(
            QgsProcessingParameterFeatureSource("FACTORIES", tr("Factories"), [kinds.TypeVector]),
            tr("The register, or any layer of factories; also a table, whose texts of coordinates are then read."),
        )
        self._add_context()
        for _, (parameter, usual) in FIELDS.items():
            label, help_text = _field_texts()[parameter]
            note = tr("Empty: “{field}”, if the layer has it.").format(field=usual[0])
            self.add(
                QgsProcessingParameterField(parameter, label, parentLayerParameterName="FACTORIES", optional=True),
                f"{help_text} {note}",
                advanced=True,
            )
        self._add_settings()
        self.add(
            QgsProcessingParameterFile("DECISIONS", tr("Earlier result"), extension="gpkg", optional=True),
            tr(
                "What was decided in it is kept where the same place is proposed for the same problem. A decision in "
                "the file that is replaced counts before it."
            ),
            advanced=True,
        )
        self.add(
            QgsProcessingParameterVectorDestination(
                "OUTPUT", tr("Problems and proposals"), kinds.TypeVectorAnyGeometry
            ),
            tr("A .gpkg file with the tables problems, proposals, moves and votes, and best_pick where there is one.")
            + " "
            + tr("Decisions in an earlier result of the same name are kept."),
        )
        self.add(
            QgsProcessingParameterFileDestination(
                "SUMMARY", tr("Summary (JSON)"), tr("JSON files (*.json)"), optional=True, createByDefault=False
            ),
            tr("The counts of each code for other programs, and which codes were not applied."),
        )
        for name, label in (("PROBLEMS", tr("Problems")), ("PROPOSALS", tr("Proposals")), ("MOVES", tr("Moves"))):
            self.addOutput(QgsProcessingOutputVectorLayer(name, label))
        for name, label in (
            ("FACTORIES_COUNT", tr("Number of factories")),
            ("PROBLEMS_COUNT", tr("Number of problems")),
            ("PROPOSALS_COUNT", tr("Number of proposals")),
        ):
            self.addOutput(QgsProcessingOutputNumber(name, label))

    def _add_context(self) -> None:
        kinds = QgsProcessing.SourceType
        for name, (label, help_text) in _layer_texts().items():
            kind = kinds.TypeVectorPoint if name in _POINTS else kinds.TypeVectorPolygon
            kind = kinds.TypeVector if name == "CANDIDATES" else kind
            self.add(
                QgsProcessingParameterFeatureSource(name, label, [kind], optional=True),
                help_text,
                advanced=name == "CANDIDATES",
            )
        for name, parameter in _CODE_FIELD.items():
            label = _layer_texts()[name][0]
            self.add(
                QgsProcessingParameterField(
                    parameter,
                    tr("{layer}: code field").format(layer=label),
                    parentLayerParameterName=name,
                    optional=True,
                ),
                tr("Empty: the first there is of {fields}.").format(fields=", ".join(_CODES[name])),
                advanced=True,
            )
        for name, parameter in _AREA_FIELD.items():
            label = _layer_texts()[name][0]
            self.add(
                QgsProcessingParameterField(
                    parameter,
                    tr("{layer}: area field").format(layer=label),
                    parentLayerParameterName=name,
                    optional=True,
                ),
                tr(
                    "In hectares, or as the end of its name says (_m2, _km2). Empty: the first there is of {fields}."
                ).format(fields=", ".join(AREA_FIELDS)),
                advanced=True,
            )

    def _add_settings(self) -> None:
        self.add(
            QgsProcessingParameterBoolean("DUPLICATES", tr("Look for duplicates"), defaultValue=True),
            tr("Tell of records that look like another (C18), where the packages for comparing names are there."),
            advanced=True,
        )
        number = QgsProcessingParameterNumber
        for name, label, kind, default, least, help_text in (
            (
                "BORDER_TOLERANCE",
                tr("Inaccuracy of borders (metres)"),
                number.Type.Double,
                100.0,
                0.0,
                tr("A point no farther outside of its unit is not repaired. Raise it for generalised borders."),
            ),
            (
                "HOT_SPOT",
                tr("Operators at one coordinate"),
                number.Type.Integer,
                3,
                2,
                tr("So many unrelated operators at one coordinate are told."),
            ),
            (
                "CENTRE_TOLERANCE",
                tr("Distance from a centre (metres)"),
                number.Type.Double,
                50.0,
                0.0,
                tr("A point so near to the centre of a unit may be that centre."),
            ),
            (
                "OFFICE_TOLERANCE",
                tr("Distance from an office (metres)"),
                number.Type.Double,
                100.0,
                0.0,
                tr("A point so near to an office may be that office."),
            ),
            (
                "LICENCE_TOLERANCE",
                tr("Distance of one licence's places (metres)"),
                number.Type.Double,
                250.0,
                0.0,
                tr("Factories with one licence number that are farther apart are told."),
            ),
            (
                "MOST_PROPOSALS",
                tr("Proposals for one problem"),
                number.Type.Integer,
                10,
                1,
                tr("Where more places fit, only so many are listed."),
            ),
        ):
            self.add(number(name, label, kind, default, minValue=least), help_text, advanced=True)

    # -- refusals -------------------------------------------------------------------------------------

    def checkParameterValues(self, parameters: dict[str, Any], context: QgsProcessingContext) -> tuple[bool, str]:
        """Refuse what cannot work before anything is read, in sentences an officer can act on."""
        sentence = self.refusal(parameters, context)
        return (False, sentence) if sentence else super().checkParameterValues(parameters, context)

    def refusal(self, parameters: dict[str, Any], context: QgsProcessingContext) -> str:
        """Return why the parameters cannot work, nothing if they can."""
        try:
            for name in ("FACTORIES", *_layer_texts()):
                self._check_layer(parameters, name, context)
            self._check_fields(parameters, context)
            self._earlier(parameters, context)
            read = list(self.files_read(parameters, ("FACTORIES", *_layer_texts()), context))
            self.check_outputs(parameters, read, context)
        except LocationError as error:
            return said(error)
        return ""

    def _check_layer(self, parameters: dict[str, Any], name: str, context: QgsProcessingContext) -> None:
        label = self.parameterDefinition(name).description()
        source = self._source(parameters, name, context)
        layer = self.layer_of(parameters, name, context)
        if source is None or (layer is not None and not layer.isValid()):
            given = self.given(parameters, name, context)
            refuse_unopened(label, given, context)
            return
        called = self._called(parameters, name, context)
        if source.featureCount() == 0:
            raise LocationError("{label}: layer “{layer}” has no features.", label=label, layer=called)
        kind = QgsWkbTypes.geometryType(source.wkbType())
        kinds = QgsWkbTypes.GeometryType
        accepted = {kinds.PolygonGeometry} if name in _POLYGONS else {kinds.PointGeometry}
        if name in ("FACTORIES", "CANDIDATES"):
            accepted |= {kinds.NullGeometry, kinds.PolygonGeometry}
        if kind not in accepted:
            raise LocationError(
                "{label}: layer “{layer}” holds {found}; {wanted} are needed.",
                label=label,
                layer=called,
                found=QgsWkbTypes.displayString(source.wkbType()),
                wanted=tr("polygons") if name in _POLYGONS else tr("points"),
            )
        if kind != kinds.NullGeometry and not source.sourceCrs().isValid():
            raise LocationError(
                "{label}: layer “{layer}” has no coordinate reference system. Set it in the layer's properties, or "
                "in the address of a table of coordinates (crs=EPSG:…); for UTM metres it is usually EPSG:32648.",
                label=label,
                layer=called,
            )

    def _source(
        self, parameters: dict[str, Any], name: str, context: QgsProcessingContext
    ) -> QgsProcessingFeatureSource | None:
        try:
            return self.parameterAsSource(parameters, name, context)
        except Exception as error:  # QGIS's own, over the extent of a layer with an infinite coordinate, has no name
            raise LocationError(
                "{label}: QGIS itself cannot open the layer. Correct a coordinate of it that is infinite.",
                label=self.parameterDefinition(name).description(),
            ) from error

    def _called(self, parameters: dict[str, Any], name: str, context: QgsProcessingContext) -> str:
        from ..frames import display_name

        return display_name(self._source(parameters, name, context), self.layer_of(parameters, name, context))

    def _check_fields(self, parameters: dict[str, Any], context: QgsProcessingContext) -> None:
        factories = self._source(parameters, "FACTORIES", context)
        if factories is None:
            return
        known = factories.fields().names()
        for _, (parameter, _) in FIELDS.items():
            self._check_field(parameters, parameter, "FACTORIES", known, context)
        bare = QgsWkbTypes.geometryType(factories.wkbType()) == QgsWkbTypes.GeometryType.NullGeometry
        if bare and "loc_original" not in self._fields(parameters, factories, context):
            raise LocationError(
                "{label}: “{layer}” is a table without points. Say which field holds the text of the coordinates "
                "(ORIGINAL_FIELD). It has: {fields}.",
                label=self.parameterDefinition("FACTORIES").description(),
                layer=self._called(parameters, "FACTORIES", context),
                fields=", ".join(known),
            )
        for name in _layer_texts():
            source = self._source(parameters, name, context)
            if source is None:
                continue
            names = source.fields().names()
            for parameter in filter(None, (_CODE_FIELD.get(name), _AREA_FIELD.get(name))):
                self._check_field(parameters, parameter, name, names, context)
            needs_code = name in (*LEVELS, "SITES")
            if needs_code and not self._code_field(parameters, name, source, context):
                raise LocationError(
                    "Say which field of layer “{layer}” holds the codes ({parameter}): it has none of {usual}. "
                    "It has: {fields}.",
                    layer=self._called(parameters, name, context),
                    parameter=_CODE_FIELD[name],
                    usual=", ".join(_CODES[name]),
                    fields=", ".join(names),
                )
            if name == "CANDIDATES" and "factory_id" not in self._fields(parameters, source, context):
                raise LocationError(
                    "Layer “{layer}” of further coordinates has no field of the factory's id, such as factory_id. "
                    "It has: {fields}.",
                    layer=self._called(parameters, name, context),
                    fields=", ".join(names),
                )

    def _check_field(
        self, parameters: dict[str, Any], parameter: str, layer: str, known: list[str], context: QgsProcessingContext
    ) -> None:
        chosen = self.parameterAsString(parameters, parameter, context)
        if chosen and chosen.casefold() not in {name.casefold() for name in known}:
            raise LocationError(
                "Layer “{layer}” has no field “{field}” ({parameter}). It has: {fields}.",
                layer=self._called(parameters, layer, context),
                field=chosen,
                parameter=parameter,
                fields=", ".join(known),
            )

    def _fields(
        self, parameters: dict[str, Any], source: QgsProcessingFeatureSource, context: QgsProcessingContext
    ) -> dict[str, str]:
        chosen = {parameter: self.parameterAsString(parameters, parameter, context) for parameter, _ in FIELDS.values()}
        return chosen_fields(chosen, source.fields().names())

    def _code_field(
        self,
        parameters: dict[str, Any],
        name: str,
        source: QgsProcessingFeatureSource,
        context: QgsProcessingContext,
    ) -> str:
        chosen = self.parameterAsString(parameters, _CODE_FIELD[name], context) if name in _CODE_FIELD else ""
        return chosen or first_of(_CODES.get(name, ()), source.fields().names())

    # -- the run --------------------------------------------------------------------------------------

    def execute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        from ..coordinates.decisions import decisions_in
        from ..coordinates.inputs import best_pick, duplicates, run
        from ..coordinates.report import as_json, not_applied, report, tables
        from ..provenance import Run
        from ..storage.geopackage import whole_file, write_geopackage

        sentence = self.refusal(parameters, context)
        if sentence:  # a model does not ask
            raise QgsProcessingException(sentence)
        started = Run()
        output = self.parameterAsOutputLayer(parameters, "OUTPUT", context)
        earlier = self._earlier(parameters, context)
        decided = {**(decisions_in(earlier, self.MARKS) if earlier else {}), **decisions_in(output, self.MARKS)}
        loaded = self.read_factories(parameters, "FACTORIES", context, feedback)
        around, layers = self.read_context(parameters, context, feedback)
        settings = self._settings(parameters, context)
        twins = None
        if self.parameterAsBool(parameters, "DUPLICATES", context):
            twins = duplicates(loaded, ticker(feedback, 40, 55))
        result = run(loaded, around, settings, ticker(feedback, 55, 75), twins)
        more = None
        if self._source(parameters, "CANDIDATES", context) is not None:
            more = self.read_factories(parameters, "CANDIDATES", context, feedback)
            layers.append(more.layer)
        picks = best_pick(loaded, more, around)
        about = tr("Checked: {layer}.").format(layer=loaded.layer.name)
        written, kept = tables(loaded, result, picks if len(picks) else None, about, decided)
        decisions = {"kept": kept, "not_kept": sum(map(len, decided.values())) - kept}
        summary = self.parameterAsFileOutput(parameters, "SUMMARY", context)
        settled = {name: getattr(settings, name) for name in settings.__dataclass_fields__}
        with whole_file(summary) if summary else nullcontext() as summary_file:
            write_geopackage(output, written, ticker(feedback, 80, 100))
            if summary_file is not None:
                every = [loaded.layer, *layers]
                text = as_json(started, loaded, every, result, written, settled, decisions)
                summary_file.write_text(text, encoding="utf-8")
        for line in report(loaded, result):
            feedback.pushInfo(line)
        for line in not_applied(result):
            feedback.pushInfo(line)
        self._report_decisions(decisions, feedback)
        self.load_tables(
            output,
            [("moves", tr("Moves")), ("proposals", tr("Proposals")), ("problems", tr("Problems"))],
            context,
        )
        return {
            "OUTPUT": output,
            "SUMMARY": summary,
            "PROBLEMS": f"{output}|layername=problems",
            "PROPOSALS": f"{output}|layername=proposals",
            "MOVES": f"{output}|layername=moves",
            "FACTORIES_COUNT": len(loaded.ids),
            "PROBLEMS_COUNT": len(result.findings),
            "PROPOSALS_COUNT": len(written[1].values),
        }

    def _earlier(self, parameters: dict[str, Any], context: QgsProcessingContext) -> str:
        """Return the file of an earlier result, empty where none was given; raise `LocationError` where it is none."""
        from ..storage.geopackage import tables_in

        path = self.parameterAsFile(parameters, "DECISIONS", context)
        if path and (not Path(path).is_file() or not {*self.MARKS} <= {*tables_in(path)}):
            raise LocationError(
                "{label}: “{path}” is no result of “Check coordinates”. Choose the GeoPackage that it wrote, or none.",
                label=self.parameterDefinition("DECISIONS").description(),
                path=path,
            )
        return path or ""

    def _report_decisions(self, decisions: dict[str, int], feedback: QgsProcessingFeedback) -> None:
        if decisions["kept"]:
            feedback.pushInfo(tr("Decisions kept from the earlier result: {count}.").format(count=decisions["kept"]))
        if decisions["not_kept"]:
            feedback.pushWarning(
                tr(
                    "Decisions of the earlier result whose place is not proposed any more, and that are not kept: "
                    "{count}."
                ).format(count=decisions["not_kept"])
            )

    def _settings(self, parameters: dict[str, Any], context: QgsProcessingContext) -> Settings:
        from ..analysis.coordinate_checks import Settings

        return Settings(
            border_m=self.parameterAsDouble(parameters, "BORDER_TOLERANCE", context),
            hot_spot=self.parameterAsInt(parameters, "HOT_SPOT", context),
            centroid_m=self.parameterAsDouble(parameters, "CENTRE_TOLERANCE", context),
            office_m=self.parameterAsDouble(parameters, "OFFICE_TOLERANCE", context),
            licence_m=self.parameterAsDouble(parameters, "LICENCE_TOLERANCE", context),
            most=self.parameterAsInt(parameters, "MOST_PROPOSALS", context),
        )

    def read_factories(
        self, parameters: dict[str, Any], name: str, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> Loaded:
        """Return the register of a parameter as the engine wants it."""
        from ..coordinates.inputs import load_register
        from ..frames import definition, read_layer

        source = self._source(parameters, name, context)
        fields = self._fields(parameters, source, context)
        of_text = [field.name() for field in source.fields() if field.type() == QMetaType.Type.QString]
        wordy = wordy_fields(fields, of_text)
        bare = QgsWkbTypes.geometryType(source.wkbType()) == QgsWkbTypes.GeometryType.NullGeometry
        crs = "EPSG:4326" if bare else definition(source.sourceCrs())
        layer = read_layer(
            source,
            self.layer_of(parameters, name, context),
            role=name.lower(),
            fields=list(dict.fromkeys([*fields.values(), *wordy])),
            crs=crs,
            tick=ticker(feedback, 0, 25),
            tables=True,
        )
        return load_register(layer, fields, crs, wordy)

    def read_context(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> tuple[Context, list[LayerFrame]]:
        """Return what surrounds the factories, and the layers it was read from."""
        import numpy as np

        from ..analysis.coordinate_checks import Context, with_coarser
        from ..coordinates.inputs import (
            centre_codes,
            listed_units,
            load_areas,
            load_points,
            load_polygons,
            load_units,
        )

        read: dict[str, tuple[LayerFrame, str, str, str]] = {}
        names = [name for name in _layer_texts() if name != "CANDIDATES"]
        for done, name in enumerate(names):
            found = self._read_layer(parameters, name, context, feedback)
            if found is not None:
                read[name] = found
            ticker(feedback, 25, 40)((done + 1) / len(names))
        units = {
            level: load_units(read[name][0], read[name][1], read[name][2], level)
            for name, level in LEVELS.items()
            if name in read
        }
        former, listed, names = listed_units()
        around = Context(
            units=with_coarser(units, listed, names),
            land=load_polygons(read["LAND"][0]) if "LAND" in read else None,
            water=load_polygons(read["WATER"][0]) if "WATER" in read else None,
            parks=load_areas(*read["PARKS"]) if "PARKS" in read else None,
            sites=load_areas(*read["SITES"]) if "SITES" in read else None,
            offices=load_points(*read["OFFICES"][:3]) if "OFFICES" in read else None,
            centres=centre_codes(load_points(*read["CENTRES"][:3])) if "CENTRES" in read else None,
            former=former,
            listed=listed,
            names=names,
            today=np.datetime64("today"),
        )
        return around, [layer for layer, *_ in read.values()]

    def _read_layer(
        self, parameters: dict[str, Any], name: str, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> tuple[LayerFrame, str, str, str] | None:
        """Return a layer in the metric CRS with its fields of codes, names and areas; None where none was given."""
        from ..frames import read_layer

        source = self._source(parameters, name, context)
        if source is None:
            return None
        known = source.fields().names()
        code = self._code_field(parameters, name, source, context)
        named = first_of(UNIT_NAMES if name in LEVELS else NAME_FIELDS, known)
        area = ""
        if name in _AREA_FIELD:
            chosen = self.parameterAsString(parameters, _AREA_FIELD[name], context)
            area = chosen or first_of(AREA_FIELDS, known)
        layer = read_layer(
            source,
            self.layer_of(parameters, name, context),
            role=name.lower(),
            fields=list(dict.fromkeys(field for field in (code, named, area) if field)),
            crs=_METRIC,
            tick=ticker(feedback, 25, 25),
        )
        if name in LEVELS and layer.vintage:
            feedback.pushInfo(
                tr("{layer}: units of {year}; codes of other years are compared as far as they are known.").format(
                    layer=layer.name, year=layer.vintage
                )
            )
        return layer, code, named, area


def _layer_texts() -> dict[str, tuple[str, str]]:
    """Return the label and the help of each layer beside the factories."""
    return {
        "ADMIN_PROVINCES": (tr("Provinces"), tr("Polygons with their codes (2 digits).")),
        "ADMIN_DISTRICTS": (tr("Districts"), tr("Polygons with their codes (4 digits).")),
        "ADMIN_COMMUNES": (
            tr("Communes"),
            tr("Polygons with their codes (6 digits): the strongest evidence for a repair."),
        ),
        "LAND": (tr("Land of the country"), tr("Polygons. Empty: the units of the coarsest level that is given.")),
        "WATER": (tr("Lakes and rivers"), tr("Polygons in which no factory stands.")),
        "PARKS": (tr("Industrial parks"), tr("Boundaries of industrial parks and SEZs, by id or name.")),
        "SITES": (tr("Premises"), tr("Polygons of the premises of the same factories, by their ids.")),
        "OFFICES": (tr("Offices"), tr("Points of ministries, departments and head offices.")),
        "CENTRES": (
            tr("Centres of units"),
            tr("Points of a gazetteer, by code. The centres of the polygons given are looked at besides."),
        ),
        "CANDIDATES": (
            tr("Further coordinates"),
            tr("Other coordinates of the same factories, by factory id: the best of all is flagged in best_pick."),
        ),
    }


def _field_texts() -> dict[str, tuple[str, str]]:
    """Return the label and the help of each field of the factories."""
    declared = tr("The unit that the factory declares, by code.")
    told = tr("Compared with the other columns.")
    return {
        "FACTORY_ID_FIELD": (tr("Factory id field"), tr("Identifies a factory in the tables.")),
        "NAME_FIELD": (tr("Factory name field"), tr("Shown beside the id.")),
        "PROVINCE_FIELD": (tr("Province code field"), declared),
        "DISTRICT_FIELD": (tr("District code field"), declared),
        "COMMUNE_FIELD": (tr("Commune code field"), declared),
        "VILLAGE_FIELD": (tr("Village code field"), declared),
        "ORIGINAL_FIELD": (tr("Original text field"), tr("The coordinate as it was received.")),
        "DATUM_FIELD": (tr("Datum field"), tr("What the original text is in, such as EPSG:4326 or EPSG:3148.")),
        "METHOD_FIELD": (tr("Location method field"), tr("How the coordinate was obtained.")),
        "ACCURACY_FIELD": (
            tr("Accuracy field (metres)"),
            tr("Within it a border contradicts nothing."),
        ),
        "SOURCE_FIELD": (
            tr("Location source field"),
            tr("Factories of one source are judged together: a wrong datum shows in many."),
        ),
        "REFERENCE_FIELD": (tr("Reference point field"), tr("What of the factory the coordinate is of.")),
        "LOC_DATE_FIELD": (tr("Location date field"), told),
        "VERIFIED_FIELD": (
            tr("Verified field"),
            tr("True where a person has verified the coordinate: it is always preferred."),
        ),
        "ACTIVITY_FIELD": (tr("Activity field (ISIC Rev. 4)"), tr("Should be a code of ISIC Rev. 4.")),
        "SIZE_FIELD": (tr("Size class field"), told),
        "SIZE_YEAR_FIELD": (tr("Size definition year field"), tr("Says which definition the size class follows.")),
        "EMPLOYEES_FIELD": (tr("Employees field"), told),
        "OPERATOR_FIELD": (tr("Operator id field"), tr("Unrelated operators at one coordinate are told.")),
        "LICENCE_FIELD": (tr("Licence number field"), tr("Should be that of one place.")),
        "DECLARED_PARK_FIELD": (
            tr("Declared park field"),
            tr("Id or name of the industrial park the factory says it is in; empty for none."),
        ),
        "REGISTRATION_STATUS_FIELD": (tr("Registration status field"), told),
        "REGISTRATION_DATE_FIELD": (tr("Registration date field"), told),
        "STATUS_FIELD": (tr("Operating status field"), told),
        "STATUS_FROM_FIELD": (tr("Status from field"), told),
        "STATUS_TO_FIELD": (tr("Status to field"), told),
        "AREA_FIELD": (
            tr("Stated area field (hectares)"),
            tr("Zero, and what is a thousand or ten thousand times off what the others state, is told."),
        ),
        "ADMIN_YEAR_FIELD": (
            tr("Year of the admin codes field"),
            tr("Codes of before 2014 are not held against the provinces of today."),
        ),
    }

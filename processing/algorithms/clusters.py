"""Where factories crowd together, of which sectors, and what changed since an earlier run."""

from __future__ import annotations

import math
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingOutputVectorLayer,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterCrs,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterFile,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterNumber,
    QgsProcessingParameterVectorDestination,
    QgsWkbTypes,
)

from .. import dependencies
from ..analysis.errors import LocationError
from ..base import said, ticker
from ..frames import display_name
from ..i18n import tr
from ..parameters import WORKING_CRS, CheckAlgorithm

if TYPE_CHECKING:
    from ..analysis.lineage import Lineage
    from ..clustering.candidates import Criteria
    from ..clustering.previous import Previous
    from ..clustering.search import Found, Search
    from ..clustering.subjects import Subjects
    from ..clustering.tables import Result
    from ..frames import LayerFrame, Tick

# As `clustering.search.METHODS` and `clustering.subjects.LEVELS`.
_METHODS = ("DBSCAN", "HDBSCAN")
_LEVELS = ("section", "division", "group", "field")
_LEAST = 2.0


class Clusters(CheckAlgorithm):
    """Clusters of factories: members, sectors, SME candidates, and ids that survive a new run."""

    ID = "clusters"
    GROUP_ID = "analysis"
    ICON = "clusters.svg"
    TABLES = ("clusters", "members", "sectors", "lineage", "settings")
    MARKS = ("clusters", "members", "settings")

    def displayName(self) -> str:
        return tr("Where factories crowd together")

    def tags(self) -> list[str]:
        return tr("clusters,density,dbscan,hdbscan,sector,location quotient,specialisation,sme,hull,lineage").split(",")

    def description(self) -> str:
        return tr(
            "Where factories stand close together: each crowd with its outline, its factories, the mix of its sectors, "
            "what it is specialised in (location quotient), how much of it lies in parks, and whether it is a "
            "candidate for an SME cluster, with the reason in words.\n\nWith the result of an earlier run the clusters "
            "keep their ids, and a table tells which grew, shrank, merged, split, are new or gone. Inputs are never "
            "changed."
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        self.declare_factory_layer()
        self._declare_search()
        self._declare_sectors()
        self.declare_parks(optional=True)
        self.add(
            QgsProcessingParameterFeatureSource(
                "PROVINCES", tr("Provinces"), [QgsProcessing.SourceType.TypeVectorPolygon], optional=True
            ),
            tr("Boundaries of provinces: each factory is in the one it stands in. Empty: as the province field says."),
        )
        self._declare_previous()
        self._declare_criteria()
        self._declare_fields()
        self._declare_outputs()

    def _declare_search(self) -> None:
        number = QgsProcessingParameterNumber.Type
        self.add(
            QgsProcessingParameterEnum(
                "METHOD",
                tr("Method"),
                [tr("DBSCAN: one distance everywhere"), tr("HDBSCAN: dense and loose crowds alike")],
                defaultValue=0,
            ),
            tr("DBSCAN takes a distance and a minimum; HDBSCAN only the size of the smallest cluster."),
        )
        self.add(
            QgsProcessingParameterNumber("DISTANCE", tr("Distance (metres)"), number.Double, optional=True),
            tr("On the ground, for DBSCAN. Empty: the suggested one, where the curve of distances turns upward."),
        )
        self.add(
            QgsProcessingParameterNumber("MINIMUM", tr("Minimum"), number.Double, 5.0),
            tr(
                "So many factories within the distance, the factory itself included, make the core of a cluster; with "
                "a weight field so much in sum. For HDBSCAN the smallest cluster."
            ),
        )
        self.add(
            QgsProcessingParameterField(
                "WEIGHT_FIELD",
                tr("Weight field"),
                parentLayerParameterName="FACTORIES",
                type=QgsProcessingParameterField.DataType.Any,
                optional=True,
            ),
            tr("Such as employees: the minimum is then a sum of it. Empty: each factory counts 1."),
        )
        self.add(
            QgsProcessingParameterEnum("HULL", tr("Outline"), [tr("convex"), tr("concave")], defaultValue=0),
            tr("A concave outline follows a bent row of factories; a convex one is simpler."),
            advanced=True,
        )

    def _declare_sectors(self) -> None:
        self.add(
            QgsProcessingParameterEnum(
                "SECTORS",
                tr("Sectors"),
                [tr("ISIC section"), tr("ISIC division"), tr("ISIC group"), tr("a field")],
                defaultValue=1,
            ),
            tr("What the mix, the dominant and the specialised sector are made of."),
        )
        self.add(
            QgsProcessingParameterField(
                "SECTOR_FIELD", tr("Sector field"), parentLayerParameterName="FACTORIES", optional=True
            ),
            tr("Where sectors are of a field of your own, such as a product."),
        )
        self.add(
            QgsProcessingParameterBoolean("EACH_SECTOR", tr("Each sector by itself"), False),
            tr("Garment factories then crowd with garment factories only. Otherwise all factories count together."),
        )
        self.add(
            QgsProcessingParameterEnum(
                "LQ_BY", tr("Location quotient by"), [tr("employees, where there are"), tr("factories")], defaultValue=0
            ),
            tr("What the shares are of that a sector has in the cluster and in the country."),
            advanced=True,
        )

    def _declare_previous(self) -> None:
        number = QgsProcessingParameterNumber.Type
        self.add(
            QgsProcessingParameterFile("PREVIOUS", tr("Earlier result"), extension="gpkg", optional=True),
            tr("The GeoPackage of an earlier run: clusters keep their ids, and the table lineage tells what changed."),
        )
        self.add(
            QgsProcessingParameterNumber(
                "OVERLAP",
                tr("Share that makes it the same cluster (per cent)"),
                number.Double,
                50.0,
                minValue=1.0,
                maxValue=100.0,
            ),
            tr("Of the factories of the smaller one of the earlier and the present cluster."),
            advanced=True,
        )

    def _declare_criteria(self) -> None:
        number = QgsProcessingParameterNumber.Type
        assumed = tr("A planning assumption: change it.")
        share = {"minValue": 0.0, "maxValue": 100.0}
        for name, label, kind, value, limits, help_text in (
            (
                "SME_MINIMUM",
                tr("SME candidate: small and medium factories, at least"),
                number.Integer,
                5,
                {"minValue": 0},
                tr("How many there must be."),
            ),
            (
                "SME_SHARE",
                tr("SME candidate: their share, at least (per cent)"),
                number.Double,
                50.0,
                share,
                tr("Of all factories of the cluster."),
            ),
            (
                "SECTOR_LQ",
                tr("SME candidate: location quotient of a sector, at least"),
                number.Double,
                1.25,
                {"minValue": 0.0},
                tr("1 is as in the country; 2 is twice the share."),
            ),
            (
                "SECTOR_MINIMUM",
                tr("SME candidate: factories of that sector, at least"),
                number.Integer,
                5,
                {"minValue": 1},
                tr("So that one factory makes no specialisation."),
            ),
            (
                "OUTSIDE_SHARE",
                tr("SME candidate: outside parks, at least (per cent)"),
                number.Double,
                50.0,
                share,
                tr("Asked only with a layer of parks."),
            ),
        ):
            parameter = QgsProcessingParameterNumber(name, label, kind, value, **limits)
            self.add(parameter, f"{help_text} {assumed}", advanced=True)
        self.add(
            QgsProcessingParameterBoolean("COUNT_MICRO", tr("SME candidate: micro factories count too"), True),
            tr("Otherwise only small and medium ones."),
            advanced=True,
        )

    def _declare_fields(self) -> None:
        for name, label, help_text in (
            ("FACTORY_ID_FIELD", tr("Factory id field"), tr("By it clusters are known again in a later run.")),
            ("NAME_FIELD", tr("Factory name field"), tr("Shown beside the id.")),
            ("ACTIVITY_FIELD", tr("Activity field (ISIC Rev. 4)"), tr("The sectors are made of it.")),
            ("EMPLOYEES_FIELD", tr("Employees field"), tr("Added up; tells the size where no class is recorded.")),
            ("SIZE_FIELD", tr("Size class field"), tr("Holds micro, small, medium or large.")),
            (
                "SIZE_YEAR_FIELD",
                tr("Field of the year of the size definition"),
                tr("Classes of an earlier definition are not used."),
            ),
            ("PROVINCE_FIELD", tr("Province field"), tr("Where there is no layer of provinces.")),
        ):
            self._add_field(name, label, "FACTORIES", help_text, advanced=True)
        self.add(
            QgsProcessingParameterCrs("CRS", tr("Working CRS"), WORKING_CRS, optional=True),
            tr("Clusters are looked for in this CRS. It must be projected, in metres."),
            advanced=True,
        )

    def _declare_outputs(self) -> None:
        kinds = QgsProcessing.SourceType
        self.add(
            QgsProcessingParameterVectorDestination("OUTPUT", tr("Clusters GeoPackage"), kinds.TypeVectorPolygon),
            tr("A .gpkg file with the tables clusters, members, sectors, lineage and settings."),
        )
        for name, label, filter_, help_text in (
            (
                "PLOT",
                tr("Plot of distances"),
                tr("HTML files (*.html);;SVG files (*.svg)"),
                tr("A picture of the curve, with the suggested distance and the one used. For DBSCAN."),
            ),
            (
                "SUMMARY",
                tr("Summary (JSON)"),
                tr("JSON files (*.json)"),
                tr("What was found of all clusters together, and where it comes from."),
            ),
        ):
            made = QgsProcessingParameterFileDestination(name, label, filter_, optional=True, createByDefault=False)
            self.add(made, help_text)
        for name, label in (
            ("CLUSTER_TABLE", tr("Clusters")),
            ("MEMBER_TABLE", tr("Factories and their clusters")),
            ("SECTOR_TABLE", tr("Sectors of the clusters")),
            ("LINEAGE_TABLE", tr("What became of the clusters")),
        ):
            self.addOutput(QgsProcessingOutputVectorLayer(name, label))
        for name, label in (
            ("CLUSTERS_COUNT", tr("Number of clusters")),
            ("CANDIDATES_COUNT", tr("Number of candidates for an SME cluster")),
            ("NOISE_COUNT", tr("Number of factories in no cluster")),
            ("DISTANCE_USED", tr("Distance used (metres)")),
        ):
            self.addOutput(QgsProcessingOutputNumber(name, label))

    def _layers(self) -> list[str]:
        return ["FACTORIES", "PARKS"]

    # --- what is refused ---------------------------------------------------------------------------------------------

    def refusal(self, parameters: dict[str, Any], context: QgsProcessingContext) -> str:
        """Return why the parameters cannot work, nothing if they can."""
        for check in (self._check_layers, self._check_fields, self._check_crs):
            sentence = check(parameters, context)
            if sentence:
                return sentence
        polygons = (QgsWkbTypes.GeometryType.PolygonGeometry,)
        sentence = self.check_optional(parameters, "PROVINCES", context, accepts=polygons)
        if sentence:
            return sentence
        try:
            self._check_sectors(parameters, context)
            self._check_search(parameters, context)
            self._check_criteria(parameters, context)
            self._check_written(parameters, context)
        except LocationError as error:
            return said(error)
        return ""

    def _check_sectors(self, parameters: dict[str, Any], context: QgsProcessingContext) -> None:
        source = self.parameterAsSource(parameters, "FACTORIES", context)
        told = {
            "layer": display_name(source, self.layer_of(parameters, "FACTORIES", context)),
            "fields": ", ".join(source.fields().names()),
        }
        for name in ("WEIGHT_FIELD", "SECTOR_FIELD"):
            field = self.parameterAsString(parameters, name, context)
            if field and source.fields().lookupField(field) < 0:
                raise LocationError(
                    "Layer “{layer}” has no field “{field}” ({parameter}). It has: {fields}.",
                    field=field,
                    parameter=name,
                    **told,
                )
        if self._level(parameters, context) == "field":
            if not self.parameterAsString(parameters, "SECTOR_FIELD", context):
                raise LocationError(
                    "Say which field of layer “{layer}” holds the sectors (SECTOR_FIELD), or take ISIC (SECTORS). It "
                    "has: {fields}.",
                    **told,
                )
        elif not self._field(parameters, "ACTIVITY_FIELD", source, context) and self._is_on(
            parameters, "EACH_SECTOR", context
        ):
            raise LocationError(
                "Layer “{layer}” has no field of activities (isic), so no sector can be looked at by itself. Choose it "
                "(ACTIVITY_FIELD), or a field of sectors (SECTORS, SECTOR_FIELD), or untick “Each sector by itself”. "
                "It has: {fields}.",
                **told,
            )

    def _check_search(self, parameters: dict[str, Any], context: QgsProcessingContext) -> None:
        weighted = bool(self.parameterAsString(parameters, "WEIGHT_FIELD", context))
        minimum = self._number(parameters, "MINIMUM", context)
        hdbscan = self._method(parameters, context) == "HDBSCAN"
        if hdbscan:
            absent = dependencies.missing(("sklearn",))
            if absent:
                raise LocationError("HDBSCAN cannot be used here: {advice}", advice=dependencies.advice(absent))
            if weighted:
                raise LocationError(
                    "HDBSCAN counts factories and knows no weight field (WEIGHT_FIELD): leave it empty, or choose "
                    "DBSCAN (METHOD)."
                )
        if weighted and not minimum > 0:
            raise LocationError(
                "The minimum (MINIMUM) is {value}: with a weight field give a sum above 0.", value=f"{minimum:g}"
            )
        if not weighted and not (minimum >= _LEAST and float(minimum).is_integer()):
            raise LocationError(
                "The minimum (MINIMUM) is {value}: give a whole number of factories, 2 or more.", value=f"{minimum:g}"
            )
        distance = self._distance(parameters, context)
        if distance is not None and not 0 < distance < math.inf:
            raise LocationError(
                "The distance (DISTANCE) is {value} m: give more than 0, or leave it empty for the suggested one.",
                value=f"{distance:g}",
            )

    def _check_criteria(self, parameters: dict[str, Any], context: QgsProcessingContext) -> None:
        for name in ("SME_SHARE", "OUTSIDE_SHARE", "OVERLAP"):
            value = self._number(parameters, name, context)
            if not (0 <= value <= 100) or (name == "OVERLAP" and value == 0):
                raise LocationError(
                    "“{label}” ({name}) is {value}: give a share in per cent, up to 100.",
                    label=self.parameterDefinition(name).description(),
                    name=name,
                    value=f"{value:g}",
                )

    def _check_written(self, parameters: dict[str, Any], context: QgsProcessingContext) -> None:
        from ..clustering.previous import check_previous

        read = list(self.files_read(parameters, ("FACTORIES", "PARKS", "PROVINCES"), context))
        previous = self.parameterAsFile(parameters, "PREVIOUS", context)
        if previous:
            check_previous(previous)
            read.append((tr("the earlier result"), previous))
        plot = self.destination(parameters, "PLOT")
        if plot and Path(plot).suffix.lower() not in (".html", ".htm", ".svg"):
            raise LocationError("The plot (PLOT) needs a name that ends in .html or .svg, not “{path}”.", path=plot)
        if plot and self._method(parameters, context) == "HDBSCAN":
            raise LocationError("The plot (PLOT) is of the distance of DBSCAN: HDBSCAN has none. Leave the plot out.")
        self.check_outputs(parameters, read, context, files=("PLOT", "SUMMARY"))

    # --- parameters --------------------------------------------------------------------------------------------------

    def _method(self, parameters: dict[str, Any], context: QgsProcessingContext) -> str:
        return _METHODS[self.parameterAsEnum(parameters, "METHOD", context)]

    def _level(self, parameters: dict[str, Any], context: QgsProcessingContext) -> str:
        return _LEVELS[self.parameterAsEnum(parameters, "SECTORS", context)]

    def _is_on(self, parameters: dict[str, Any], name: str, context: QgsProcessingContext) -> bool:
        return self.parameterAsBool(parameters, name, context)

    def _number(self, parameters: dict[str, Any], name: str, context: QgsProcessingContext) -> float:
        return self.number_given(parameters, name, context) or 0.0  # none of these is without a preset

    def _distance(self, parameters: dict[str, Any], context: QgsProcessingContext) -> float | None:
        return self.number_given(parameters, "DISTANCE", context)

    def _search(self, parameters: dict[str, Any], context: QgsProcessingContext) -> Search:
        from ..clustering.search import Search

        return Search(
            method=self._method(parameters, context),
            distance=self._distance(parameters, context),
            minimum=self._number(parameters, "MINIMUM", context),
            separate=self._is_on(parameters, "EACH_SECTOR", context),
            concave=self.parameterAsEnum(parameters, "HULL", context) == 1,
        )

    def _criteria(self, parameters: dict[str, Any], context: QgsProcessingContext) -> Criteria:
        from ..clustering.candidates import Criteria

        return Criteria(
            smes=self.parameterAsInt(parameters, "SME_MINIMUM", context),
            sme_share=self._number(parameters, "SME_SHARE", context) / 100,
            quotient=self._number(parameters, "SECTOR_LQ", context),
            in_sector=self.parameterAsInt(parameters, "SECTOR_MINIMUM", context),
            outside_share=self._number(parameters, "OUTSIDE_SHARE", context) / 100,
            micro=self._is_on(parameters, "COUNT_MICRO", context),
        )

    def _told(self, parameters: dict[str, Any], context: QgsProcessingContext) -> dict[str, Any]:
        """Return the parameters of the run that are no layers, for the record."""
        names = ("METHOD", "DISTANCE", "MINIMUM", "WEIGHT_FIELD", "HULL", "SECTORS", "SECTOR_FIELD", "EACH_SECTOR")
        names = (*names, "LQ_BY", "PREVIOUS", "OVERLAP", "SME_MINIMUM", "SME_SHARE", "SECTOR_LQ", "SECTOR_MINIMUM")
        names = (*names, "OUTSIDE_SHARE", "COUNT_MICRO")
        return {name: self.parameterAsString(parameters, name, context) for name in names}

    # --- the run -----------------------------------------------------------------------------------------------------

    def execute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        from ..clustering.candidates import YES
        from ..clustering.previous import read_previous
        from ..clustering.report import differences, doubts, report, settings_of
        from ..clustering.search import NOISE, find
        from ..clustering.subjects import problems_of
        from ..provenance import Run

        self.refuse(parameters, context)
        run = Run()
        crs = self.working_crs(parameters, context)
        search, level = self._search(parameters, context), self._level(parameters, context)
        given = self.parameterAsFile(parameters, "PREVIOUS", context)
        previous = read_previous(given) if given else None
        plot = self.parameterAsFileOutput(parameters, "PLOT", context)
        weight_field = self.parameterAsString(parameters, "WEIGHT_FIELD", context)
        subjects, read = self._subjects(parameters, context, crs, ticker(feedback, 0, 30))
        problems = [p for layer in read for p in layer.problems] + problems_of(subjects, level, weight_field)
        self.report_layers(read, problems, feedback)
        if search.method == "HDBSCAN" and search.distance is not None:
            feedback.pushInfo(tr("HDBSCAN takes no distance: the one given (DISTANCE) was not used."))
        found = find(subjects, search, ticker(feedback, 30, 70), curve=bool(plot))
        result = self._result(parameters, context, subjects, found, previous, crs)
        field = self.parameterAsString(parameters, "SECTOR_FIELD", context) if level == "field" else ""
        layer = subjects.factories.layer
        name = self.parameterAsCrs(parameters, "CRS", context)
        name = name.authid() or name.description()
        settings = settings_of(run, found, search, weight_field, level, field, result.last, previous, layer, name)
        for sentence in report(result, search, weight_field):
            feedback.pushInfo(sentence)
        changed = differences(previous, settings) if previous is not None else []
        for sentence in [*doubts(result, search), *changed]:
            feedback.pushWarning(sentence)
        output, summary = self._write(parameters, context, feedback, run, result, search, read, problems, settings, crs)
        return {
            "OUTPUT": output,
            "PLOT": plot,
            "SUMMARY": summary,
            "CLUSTER_TABLE": f"{output}|layername=clusters",
            "MEMBER_TABLE": f"{output}|layername=members",
            "SECTOR_TABLE": f"{output}|layername=sectors",
            "LINEAGE_TABLE": f"{output}|layername=lineage",
            "CLUSTERS_COUNT": len(result.ids),
            "CANDIDATES_COUNT": result.verdicts.candidate.tolist().count(YES),
            "NOISE_COUNT": found.standing.tolist().count(NOISE),
            "DISTANCE_USED": found.distance if found.distance > 0 else None,
        }

    def _subjects(
        self, parameters: dict[str, Any], context: QgsProcessingContext, crs: str, tick: Tick
    ) -> tuple[Subjects, list[LayerFrame]]:
        """Return the factories with all that is asked of them, and the layers read."""
        import numpy as np

        from ..clustering import subjects as make
        from ..provinces import read_provinces

        source = self.parameterAsSource(parameters, "FACTORIES", context)
        weight = self.parameterAsString(parameters, "WEIGHT_FIELD", context)
        level = self._level(parameters, context)
        sector = self.parameterAsString(parameters, "SECTOR_FIELD", context) if level == "field" else ""
        own = [source.fields().at(source.fields().lookupField(name)).name() for name in (weight, sector) if name]
        factories = self.read_factories(parameters, context, crs, lambda share: tick(0.5 * share), more=own)
        points, xy = make.places_of(factories)
        employees_field, size, year = (
            self._field(parameters, name, source, context)
            for name in ("EMPLOYEES_FIELD", "SIZE_FIELD", "SIZE_YEAR_FIELD")
        )
        layer = factories.layer
        nothing = np.full(len(factories.ids), np.nan)
        employees = make.numbers_of(layer, employees_field) if employees_field else nothing
        parks = self.read_areas(parameters, "PARKS", context, crs, lambda share: tick(0.5 + 0.1 * share))
        provinces = read_provinces(self, parameters, context, crs)
        tick(0.7)
        subjects = make.Subjects(
            factories=factories,
            points=points,
            xy=xy,
            sector=make.sectors(factories, level, own[-1] if sector else ""),
            province=make.provinces(factories, points, provinces, lambda share: tick(0.7 + 0.15 * share)),
            park=make.parks_of(points, parks, lambda share: tick(0.85 + 0.15 * share)),
            employees=employees,
            has_employees=bool(employees_field),
            weight=make.numbers_of(layer, own[0]) if weight else None,
            size=make.sizes(factories, employees, year),
            has_sizes=bool(employees_field or size),
            parks=parks,
        )
        read = [layer, *(one.layer for one in (parks, provinces) if one is not None)]
        return subjects, read

    def _result(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        subjects: Subjects,
        found: Found,
        previous: Previous | None,
        crs: str,
    ) -> Result:
        from ..analysis.lineage import lineage
        from ..analysis.specialisation import enough_stated, leading, sectors_of
        from ..clustering.candidates import judge
        from ..clustering.previous import ids_of, overlaps
        from ..clustering.tables import Result, groups_of

        stated, of, enough = enough_stated(subjects.sector.code, subjects.employees)
        asked = self.parameterAsEnum(parameters, "LQ_BY", context) == 0
        by_employees = enough and asked
        sectors = sectors_of(
            found.cluster, subjects.sector.code, subjects.province.code, subjects.employees, by_employees=by_employees
        )
        dominant, special = leading(sectors, len(found.members))
        criteria = self._criteria(parameters, context)
        verdicts = judge(subjects, found.cluster, found.members, sectors, special, criteria)
        line: Lineage | None = None
        shared, common = None, None
        if previous is not None:
            least = self._number(parameters, "OVERLAP", context) / 100
            groups = groups_of(found, subjects)
            shared, common = overlaps(previous, subjects.factories, found, groups, crs, least)
            line = lineage(shared, least)
        ids, last = ids_of(found, previous, line)
        return Result(
            subjects=subjects,
            found=found,
            ids=ids,
            sectors=sectors,
            dominant=dominant,
            special=special,
            verdicts=verdicts,
            by_employees=by_employees,
            asked_employees=asked,
            stated=(stated, of),
            last=last,
            previous=previous,
            line=line,
            overlaps=shared,
            common=common,
        )

    def _write(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
        run: Any,
        result: Result,
        search: Search,
        read: list[LayerFrame],
        problems: list[Any],
        settings: list[tuple[str, str, str]],
        crs: str,
    ) -> tuple[str, str]:
        """Write the GeoPackage, the plot and the summary, all or none, and return where the first and last are."""
        from ..clustering.plot import as_html, as_svg
        from ..clustering.report import as_json
        from ..clustering.tables import tables
        from ..storage.geopackage import whole_file, write_geopackage

        output = self.parameterAsOutputLayer(parameters, "OUTPUT", context)
        plot = self.parameterAsFileOutput(parameters, "PLOT", context)
        summary = self.parameterAsFileOutput(parameters, "SUMMARY", context)
        written = tables(result, self.parameterAsCrs(parameters, "CRS", context), settings)
        told, criteria = self._told(parameters, context), self._criteria(parameters, context)
        # All that can fail comes before the first file takes its place.
        texts = {}
        if plot:
            draw = as_svg if Path(plot).suffix.lower() == ".svg" else as_html
            texts[plot] = draw(result.found, result.subjects.factories.layer.name)
        if summary:
            texts[summary] = as_json(run, result, search, criteria, read, problems, settings, crs, told)
        with ExitStack() as stack:
            for path, text in texts.items():
                stack.enter_context(whole_file(path)).write_text(text, encoding="utf-8")
            write_geopackage(output, written, ticker(feedback, 70, 100))
        shown = [("sectors", tr("Sectors of the clusters"))]
        shown += [("lineage", tr("What became of the clusters"))] if result.previous is not None else []
        shown += [("clusters", tr("Clusters")), ("members", tr("Factories and their clusters"))]
        self.load_tables(output, shown, context)
        return output, summary

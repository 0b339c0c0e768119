"""The main job: every rule of a pack on every factory."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingOutputVectorLayer,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterVectorDestination,
)

from ..base import ticker
from ..i18n import tr
from ..inputs import Factories, limited
from ..parameters import CheckAlgorithm
from ..paths import STYLES

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd

    from ..geopackage import Table

FAIL_ON = ("nothing", "fail", "undecided", "no data")


class CheckLocations(CheckAlgorithm):
    """Zones and parks in one pass: findings, a summary row a factory, a JSON summary."""

    ID = "check_locations"
    ICON = "check_locations.svg"

    def displayName(self) -> str:
        return tr("Check factory locations")

    def tags(self) -> list[str]:
        return tr("factory,zoning,industrial park,SEZ,compliance,register,rules,land use").split(",")

    def description(self) -> str:
        return tr(
            "Says for every factory whether its place agrees with the zoning and the industrial-park boundaries, and "
            "why.\n\nEach rule of the pack gives a verdict: pass, fail, undecided (the answer changes within the "
            "coordinate's accuracy), no data (the layer does not cover the place) or exempt. The findings GeoPackage "
            "holds the findings, evidence lines, one summary row a factory and the layers' own problems, and opens "
            "styled. Inputs are never changed."
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        self.declare_factories()
        self.declare_activity()
        self.declare_declared_park()
        self._add_field(
            "PROVINCE_FIELD",
            tr("Province code field"),
            "FACTORIES",
            tr("Groups the coverage report."),
            advanced=True,
        )
        self.declare_zoning(optional=True)
        self.declare_parks(optional=True)
        self.declare_rules()
        self.declare_judging()
        self.add(
            QgsProcessingParameterBoolean("ALL_ROWS", tr("Also list plain passes"), False),
            tr("Otherwise the findings hold only what needs a look: everything but plain passes."),
            advanced=True,
        )
        self.add(
            QgsProcessingParameterEnum(
                "FAIL_ON",
                tr("End with an error when a verdict is"),
                [tr("nothing: never"), tr("fail"), tr("fail or undecided"), tr("fail, undecided or no data")],
                defaultValue=0,
            ),
            tr("For schedulers: the outputs are written first, then the run ends with an error exit status."),
            advanced=True,
        )
        self.add(
            QgsProcessingParameterVectorDestination(
                "OUTPUT", tr("Findings GeoPackage"), QgsProcessing.SourceType.TypeVectorAnyGeometry
            ),
            tr("A .gpkg file with the tables findings, evidence, factory_summary and layer_problems."),
        )
        self.add(
            QgsProcessingParameterFileDestination(
                "SUMMARY",
                tr("Summary (JSON)"),
                tr("JSON files (*.json)"),
                optional=True,
                createByDefault=False,
            ),
            tr("Counts per rule and verdict, coverage per province, and where everything came from."),
        )
        for name, label in (
            ("FINDINGS", tr("Findings")),
            ("EVIDENCE", tr("Evidence lines")),
            ("FACTORIES_CHECKED", tr("Factories by verdict")),
        ):
            self.addOutput(QgsProcessingOutputVectorLayer(name, label))
        for name, label in (
            ("FAILS", tr("Factories that fail")),
            ("UNDECIDED", tr("Factories undecided")),
            ("NO_DATA", tr("Factories without data")),
        ):
            self.addOutput(QgsProcessingOutputNumber(name, label))

    def refusal(self, parameters: dict[str, Any], context: QgsProcessingContext) -> str:
        if not any(self.given(parameters, name, context) for name in ("ZONING", "PARKS")):
            return tr("Choose a zoning layer, a parks layer, or both: there is nothing to check against.")
        output = self.destination(parameters, "OUTPUT")
        if output and Path(output).suffix.lower() != ".gpkg":
            return tr("The findings are a GeoPackage: give the output a name that ends in .gpkg, not “{name}”.").format(
                name=Path(output).name
            )
        return super().refusal(parameters, context)

    def tables_lost(self, path: str, tables: Sequence[str]) -> list[str]:
        ours = {"findings", "evidence", "factory_summary", "layer_problems"}
        earlier = {"findings", "factory_summary"} <= set(tables)
        return [table for table in tables if not earlier or table not in ours]

    def execute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        from ..analysis.verdicts import FAIL, NO_DATA, UNDECIDED
        from ..check import check_parks, check_zoning, merge_parks
        from ..findings import finding_rows, measure, sentences, summary_rows
        from ..geopackage import whole_file, write_geopackage
        from ..rules import read_pack
        from ..summary import Run, as_json, summarise

        self.refuse(parameters, context)
        run = Run()
        pack = read_pack(self.parameterAsFile(parameters, "RULES", context))
        crs = self.working_crs(parameters, context)
        output = self.parameterAsOutputLayer(parameters, "OUTPUT", context)

        factories = self.read_factories(parameters, context, crs, ticker(feedback, 0, 15))
        zones = self.read_areas(parameters, "ZONING", context, crs, ticker(feedback, 15, 25))
        parks = self.read_areas(parameters, "PARKS", context, crs, ticker(feedback, 25, 30))
        if parks is not None:
            parks = merge_parks(parks)
        rule = self.polygon_rule(parameters, context)
        park_results, home, exemption = check_parks(factories, parks, pack, rule, ticker(feedback, 30, 40))
        zoning = check_zoning(factories, zones, pack, rule, ticker(feedback, 40, 60), exemption)
        if zoning is not None and zoning.rule.exempt_inside and parks is None:
            feedback.pushWarning(
                tr("No parks layer was given: the exemption inside parks of rule {rule} is not applied.").format(
                    rule=zoning.rule.id
                )
            )
        results = [*([zoning] if zoning is not None else []), *park_results]

        evidence = [measure(result, factories, ticker(feedback, 60, 63)) for result in results]
        texts = [
            sentences(result, factories, e.measured_m, ticker(feedback, 63, 66)) for result, e in zip(results, evidence)
        ]
        all_rows = self.parameterAsBool(parameters, "ALL_ROWS", context)
        found, points, lines = finding_rows(
            results, evidence, texts, factories, pack, ticker(feedback, 66, 75), all_rows=all_rows
        )
        per_factory = summary_rows(results, evidence, texts, factories, home, parks, run.started.astimezone().date())
        areas = [a for a in (zones, parks) if a is not None]
        layers = [factories.layer, *(a.layer for a in areas)]
        problems = limited([p for layer in layers for p in layer.problems])
        tables = _tables(crs, factories, found, points, lines, per_factory, problems, _about(factories, areas))
        summary_path = self.parameterAsFileOutput(parameters, "SUMMARY", context)
        # The summary's place is taken first: findings without the summary asked for would be half a run.
        with whole_file(summary_path) if summary_path else nullcontext() as summary_file:
            write_geopackage(output, tables, ticker(feedback, 75, 100))
            summary = summarise(
                run,
                pack,
                factories,
                areas,
                results,
                per_factory["verdict"].to_numpy(),
                problems,
                crs,
                self._told(parameters, context),
            )
            if summary_file is not None:
                summary_file.write_text(as_json(summary), encoding="utf-8")
        verdicts = summary["counts"]["verdicts"]
        self.report_layers(layers, problems, feedback)
        self._report(summary, feedback)
        self._load(output, context)
        self._fail_on(parameters, context, verdicts)
        return {
            "OUTPUT": output,
            "SUMMARY": summary_path,
            "FINDINGS": f"{output}|layername=findings",
            "EVIDENCE": f"{output}|layername=evidence",
            "FACTORIES_CHECKED": f"{output}|layername=factory_summary",
            "FAILS": verdicts[FAIL],
            "UNDECIDED": verdicts[UNDECIDED],
            "NO_DATA": verdicts[NO_DATA],
        }

    def _told(self, parameters: dict[str, Any], context: QgsProcessingContext) -> dict[str, Any]:
        """Return the settings that shaped the verdicts, for the record."""
        return {
            "DEFAULT_ACCURACY": self.parameterAsDouble(parameters, "DEFAULT_ACCURACY", context),
            "POLYGON_RULE": self.polygon_rule(parameters, context),
            "ALL_ROWS": self.parameterAsBool(parameters, "ALL_ROWS", context),
            "FAIL_ON": FAIL_ON[self.parameterAsEnum(parameters, "FAIL_ON", context)],
        }

    def _report(self, summary: dict[str, Any], feedback: QgsProcessingFeedback) -> None:
        """Say in the log what came out."""
        assumed = summary["accuracy"]["assumed"]
        if assumed:
            feedback.pushWarning(
                tr("Factories that state no accuracy: {count}; {metres} m was assumed.").format(
                    count=assumed, metres=f"{summary['accuracy']['assumed_m']:g}"
                )
            )
        for rule_id, row in summary["counts"]["rules"].items():
            counts = ", ".join(f"{verdict} {count}" for verdict, count in row.items() if verdict in _VERDICTS and count)
            feedback.pushInfo(f"{rule_id}  {row['title']}: {counts or tr('nothing to check')}")

    def _load(self, output: str, context: QgsProcessingContext) -> None:
        """Where the toolbox was asked to open the output, open its three layers instead of the first table."""
        if not context.willLoadLayerOnCompletion(output):
            return
        wanted = context.layersToLoadOnCompletion()
        details = wanted.pop(output)
        context.setLayersToLoadOnCompletion(wanted)
        for table, label in (
            ("factory_summary", tr("Factories by verdict")),
            ("findings", tr("Findings")),
            ("evidence", tr("Evidence lines")),
        ):
            layer_details = QgsProcessingContext.LayerDetails(label, details.project, label)
            context.addLayerToLoadOnCompletion(f"{output}|layername={table}", layer_details)

    def _fail_on(self, parameters: dict[str, Any], context: QgsProcessingContext, verdicts: dict[str, int]) -> None:
        limit = FAIL_ON[self.parameterAsEnum(parameters, "FAIL_ON", context)]
        counted = FAIL_ON[1 : FAIL_ON.index(limit) + 1]
        if any(verdicts[verdict] for verdict in counted):
            raise QgsProcessingException(
                tr("The outputs are written. Ended with an error as asked (FAIL_ON = {limit}): {counts}.").format(
                    limit=limit, counts=", ".join(f"{verdict} {verdicts[verdict]}" for verdict in counted)
                )
            )


_VERDICTS = ("pass", "fail", "undecided", "no data", "exempt")


# In English whatever the language of QGIS: maps and other programs look for the word.
_ILLUSTRATIVE = "Illustrative data, not for decisions."


def _about(factories: Factories, areas: list[Any]) -> str:
    """Return the description of the outputs: what they come from, and what their sources say of themselves."""
    layers = [factories.layer, *(a.layer for a in areas)]
    sources = tr("Checked: {layers}.").format(layers=", ".join(layer.name for layer in layers))
    illustrative = any("illustrative" in layer.abstract.lower() for layer in layers)
    return f"{_ILLUSTRATIVE} {sources}" if illustrative else sources


def _tables(
    crs: str,
    factories: Factories,
    found: pd.DataFrame,
    points: np.ndarray,
    lines: np.ndarray,
    per_factory: pd.DataFrame,
    problems: list[Any],
    about: str,
) -> list[Table]:
    import pandas as pd
    import shapely
    from qgis.core import QgsCoordinateReferenceSystem

    from ..findings import EVIDENCE_FIELDS, FINDING_FIELDS, PROBLEM_FIELDS, SUMMARY_FIELDS
    from ..geopackage import Table

    working = QgsCoordinateReferenceSystem(crs)
    drawn = ~shapely.is_missing(lines)
    kind = "MultiPolygon" if factories.polygonal else "Point"
    shapes = _as_multi(factories.geometries) if factories.polygonal else factories.geometries
    listed = pd.DataFrame(
        [(p.layer, p.feature_id, p.problem, p.advice) for p in problems],
        columns=[n for n, _ in PROBLEM_FIELDS],
    )
    return [
        Table("findings", FINDING_FIELDS, found, points, "Point", working, about, STYLES / "findings.qml"),
        Table(
            "evidence",
            EVIDENCE_FIELDS,
            found.loc[drawn, [name for name, _ in EVIDENCE_FIELDS]],
            lines[drawn],
            "LineString",
            working,
            about,
            STYLES / "evidence.qml",
        ),
        Table(
            "factory_summary",
            SUMMARY_FIELDS,
            per_factory,
            shapes,
            kind,
            working,
            about,
            STYLES / ("factory_summary_polygon.qml" if factories.polygonal else "factory_summary.qml"),
        ),
        Table("layer_problems", PROBLEM_FIELDS, listed, description=about),
    ]


def _as_multi(polygons: np.ndarray) -> np.ndarray:
    import numpy as np
    import shapely

    single = shapely.get_type_id(polygons) == 3
    out = polygons.copy()
    out[single] = np.array([shapely.multipolygons([p]) for p in polygons[single]], dtype=object)
    return out

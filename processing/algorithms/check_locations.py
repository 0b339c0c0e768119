"""The main job: every rule of a pack on every factory."""

from __future__ import annotations

from collections.abc import Callable
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
    QgsProcessingParameterNumber,
    QgsProcessingParameterVectorDestination,
    QgsProcessingParameterVectorLayer,
)

from ..base import ticker
from ..checks.role_layers import ROLE_LAYERS
from ..i18n import tr
from ..inputs import Factories, limited
from ..parameters import CheckAlgorithm
from ..paths import STYLES
from ..unopened import unopened

if TYPE_CHECKING:
    from datetime import date

    import numpy as np
    import pandas as pd

    from ..checks.history import Decision, Kept, Recorded
    from ..checks.role_layers import RoleFeatures
    from ..checks.rule_check import RuleResult
    from ..frames import LayerFrame
    from ..inputs import Areas
    from ..rules.pack import Pack
    from ..storage.geopackage import Table

BOUNDARY_AGE = 5
FAIL_ON = ("nothing", "fail", "undecided", "no data")


class CheckLocations(CheckAlgorithm):
    """Zones and parks in one pass: findings, a summary row a factory, a JSON summary."""

    ID = "check_locations"
    ICON = "check_locations.svg"
    TABLES = ("findings", "evidence", "factory_summary", "layer_problems", "rules", "exceptions", "runs")
    MARKS = ("findings", "factory_summary")

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
        self.declare_facts()
        self.declare_zoning(optional=True)
        self.declare_parks(optional=True)
        self.declare_roles()
        self.declare_rules()
        self.declare_judging()
        self.add(
            QgsProcessingParameterNumber(
                "BOUNDARY_AGE",
                tr("Verify boundaries older than (years)"),
                QgsProcessingParameterNumber.Type.Integer,
                BOUNDARY_AGE,
                minValue=0,
            ),
            tr(
                "Where a rule is not surely kept and the boundary in question is older, the finding says so: "
                "verify the boundary before acting. 0: never."
            ),
            advanced=True,
        )
        self.add(
            QgsProcessingParameterVectorLayer(
                "EXCEPTIONS", tr("Recorded decisions"), [QgsProcessing.SourceType.TypeVector], optional=True
            ),
            tr(
                "A table of officers' decisions on findings (finding_id, decision, reason, officer, decided_on, "
                "expires_on). It adds to those kept in the findings GeoPackage that is replaced; of two on one finding "
                "the later counts."
            ),
            advanced=True,
        )
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
            tr(
                "A .gpkg file with the tables findings, evidence, factory_summary, layer_problems, rules, exceptions "
                "and runs. A findings file that is there is replaced, but its exceptions and runs are kept."
            ),
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
        layers = any(self.given(parameters, name, context) for name in ("ZONING", "PARKS", *ROLE_LAYERS))
        if not layers and not self.parameterAsFile(parameters, "RULES", context):  # rules may be about factories alone
            return tr("Choose a zoning layer, a parks layer or another: there is nothing to check against.")
        output = self.destination(parameters, "OUTPUT")
        if output and Path(output).suffix.lower() != ".gpkg":
            return tr("The findings are a GeoPackage: give the output a name that ends in .gpkg, not “{name}”.").format(
                name=Path(output).name
            )
        return super().refusal(parameters, context) or self._decisions_refused(parameters, context)

    def execute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        from ..analysis.verdicts import FAIL, NO_DATA, UNDECIDED
        from ..checks.findings import finding_rows, measure, sentences, summary_rows
        from ..checks.history import apply_decisions, decisions_of, kept_in, without_finding
        from ..checks.role_check import governed
        from ..checks.rule_check import merge_parks, not_checked
        from ..checks.summary import summarise
        from ..provenance import Run, summary_text
        from ..rules.pack import read_pack
        from ..storage.geopackage import whole_file, write_geopackage

        self.refuse(parameters, context)
        run = Run()
        today = run.started.astimezone().date()
        pack = read_pack(self.parameterAsFile(parameters, "RULES", context))
        crs = self.working_crs(parameters, context)
        output = self.parameterAsOutputLayer(parameters, "OUTPUT", context)
        kept = kept_in(output)
        given = self._given(parameters, context)
        recorded = kept.recorded.with_others(given)

        factories = self.read_factories(parameters, context, crs, ticker(feedback, 0, 15))
        zones = self.read_areas(parameters, "ZONING", context, crs, ticker(feedback, 15, 20))
        parks = self.read_areas(parameters, "PARKS", context, crs, ticker(feedback, 20, 25))
        if parks is not None:
            parks = merge_parks(parks)
        roles = self.read_roles(parameters, context, crs, ticker(feedback, 25, 35))
        areas = [a for a in (zones, parks, *roles.values()) if a is not None]
        results, home = self._judge(parameters, context, feedback, factories, zones, parks, roles, pack)
        decisions = decisions_of(recorded)
        results = governed(apply_decisions(results, factories, decisions, today))

        evidence = [measure(result, factories, ticker(feedback, 60, 63)) for result in results]
        texts = [
            sentences(result, factories, e.measured_m, ticker(feedback, 63, 66)) for result, e in zip(results, evidence)
        ]
        age = self.parameterAsInt(parameters, "BOUNDARY_AGE", context)
        found, points, lines = finding_rows(
            results,
            evidence,
            texts,
            factories,
            ticker(feedback, 66, 75),
            all_rows=self.parameterAsBool(parameters, "ALL_ROWS", context),
            oldest=today.year - age if age else 0,
        )
        per_factory = summary_rows(results, evidence, texts, factories, home, parks, today)
        layers = [factories.layer, *(layer for a in areas for layer in a.layers)]
        problems = limited([*not_checked(results, pack), *(p for layer in layers for p in layer.problems)])
        about = _about(layers)
        tables = _tables(crs, factories, found, points, lines, per_factory, problems, about)
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
        tables += [_catalogue(results, about), *_lasting(recorded, kept.runs, summary)]
        late = _Late(
            output,
            kept,
            lambda: self.check_replaced(output, context),
            lambda now: _lasting(now.recorded.with_others(given), now.runs, summary),
        )
        summary_path = self.parameterAsFileOutput(parameters, "SUMMARY", context)
        # The summary's place is taken first: findings without the summary asked for would be half a run.
        with whole_file(summary_path) if summary_path else nullcontext() as summary_file:
            write_geopackage(output, tables, ticker(feedback, 75, 100), late.tables)
            if summary_file is not None:
                summary_file.write_text(summary_text(summary), encoding="utf-8")
        verdicts = summary["counts"]["verdicts"]
        self.report_layers(layers, problems, feedback)
        self._report(summary, feedback)
        unknown = without_finding(decisions, found["finding_id"], results, factories)
        _report_decisions(decisions, results, unknown, today, feedback)
        if late.found:
            feedback.pushWarning(
                tr(
                    "“{path}” was changed while the check ran. The decisions and runs that it has now are kept; new "
                    "decisions apply from the next check on."
                ).format(path=output)
            )
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

    def _judge(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
        factories: Factories,
        zones: Areas | None,
        parks: Areas | None,
        roles: dict[str, RoleFeatures],
        pack: Pack,
    ) -> tuple[list[RuleResult], np.ndarray]:
        """Return the answer of every rule of the pack, and the park that each factory stands in."""
        from ..checks.role_check import as_role, check_roles, unused
        from ..checks.rule_check import check_parks, check_zoning

        rule = self.polygon_rule(parameters, context)
        park_results, home, exemption = check_parks(factories, parks, pack, rule, ticker(feedback, 35, 40))
        zoning = check_zoning(factories, zones, pack, rule, ticker(feedback, 40, 50), exemption)
        every = {name: as_role(a, name) for name, a in (("zoning", zones), ("parks", parks)) if a is not None}
        others = check_roles(factories, {**roles, **every}, pack, rule, exemption, ticker(feedback, 50, 60))
        exempting = [r.id for r in pack.rules if r.exempt_inside]
        if exempting and parks is None:
            feedback.pushWarning(
                tr("No parks layer was given: the exemption inside parks is not applied; rules: {rules}.").format(
                    rules=", ".join(exempting)
                )
            )
        for remark in unused(pack, roles):
            feedback.pushWarning(remark)
        return [*([zoning] if zoning is not None else []), *park_results, *others], home

    def _decisions_refused(self, parameters: dict[str, Any], context: QgsProcessingContext) -> str:
        """Say why the table of recorded decisions is none, nothing where it is one or is not given."""
        layer = self.parameterAsVectorLayer(parameters, "EXCEPTIONS", context)
        given = self.given(parameters, "EXCEPTIONS", context)
        if layer is None or not layer.isValid():
            return unopened(self.parameterDefinition("EXCEPTIONS").description(), given, context)
        known = layer.fields().names()
        for field in ("finding_id", "decision"):
            if field not in known:
                return tr(
                    "Table “{layer}” has no field “{field}”, so it holds no decisions on findings. It has: {fields}."
                ).format(layer=layer.name(), field=field, fields=", ".join(known))
        return ""

    def _given(self, parameters: dict[str, Any], context: QgsProcessingContext) -> Recorded:
        """Return the decisions of the table given, none where none was."""
        import pandas as pd

        from ..checks.history import EXCEPTION_FIELDS, checked_decisions
        from ..frames import python_value

        layer = self.parameterAsVectorLayer(parameters, "EXCEPTIONS", context)
        known, names = layer.fields().names() if layer is not None else [], [name for name, _ in EXCEPTION_FIELDS]
        features = layer.getFeatures() if layer is not None else ()
        rows = [[python_value(f[name]) if name in known else None for name in names] for f in features]
        called = layer.name() if layer is not None else ""
        return checked_decisions(pd.DataFrame(rows, columns=names, dtype=object), called)

    def _told(self, parameters: dict[str, Any], context: QgsProcessingContext) -> dict[str, Any]:
        """Return the settings that shaped the verdicts, for the record."""
        return {
            "BOUNDARY_AGE": self.parameterAsInt(parameters, "BOUNDARY_AGE", context),
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
        labels = (
            ("factory_summary", tr("Factories by verdict")),
            ("findings", tr("Findings")),
            ("evidence", tr("Evidence lines")),
        )
        self.load_tables(output, labels, context)

    def _fail_on(self, parameters: dict[str, Any], context: QgsProcessingContext, verdicts: dict[str, int]) -> None:
        limit = FAIL_ON[self.parameterAsEnum(parameters, "FAIL_ON", context)]
        counted = FAIL_ON[1 : FAIL_ON.index(limit) + 1]
        if any(verdicts[verdict] for verdict in counted):
            asked = self.parameterDefinition("FAIL_ON").options()[FAIL_ON.index(limit)]
            raise QgsProcessingException(
                tr("The outputs are written. Ended with an error as asked (FAIL_ON: {limit}): {counts}.").format(
                    limit=asked, counts=", ".join(f"{verdict} {verdicts[verdict]}" for verdict in counted)
                )
            )


# Decisions without a finding that the log names.
_IDS_TOLD = 5
_VERDICTS = ("pass", "fail", "undecided", "no data", "exempt")


# In English whatever the language of QGIS: maps and other programs look for the word.
_ILLUSTRATIVE = "Illustrative data, not for decisions."


def _report_decisions(
    decisions: dict[str, Decision],
    results: list[RuleResult],
    unknown: list[str],
    today: date,
    feedback: QgsProcessingFeedback,
) -> None:
    """Say in the log what became of the recorded decisions."""
    from ..checks.history import ACCEPTED, EXCEPTION

    if not decisions:
        return
    accepted = [made for made in decisions.values() if made.decision == ACCEPTED]
    expired = sum(not made.holds(today) for made in accepted)
    idle = sum(made.holds(today) and made.finding_id not in unknown for made in accepted)
    applied = sum(int((result.reason == EXCEPTION).sum()) for result in results)
    feedback.pushInfo(
        tr(
            "Findings with a recorded decision: {count}; exempted by it: {applied}; accepted but expired: {expired}; "
            "accepted, and now neither failing nor undecided: {idle}."
        ).format(count=len(decisions), applied=applied, expired=expired, idle=idle - applied)
    )
    if unknown:
        more = ", …" if len(unknown) > _IDS_TOLD else ""
        feedback.pushInfo(
            tr(
                "Recorded decisions on findings that this check does not have: {count} ({ids}). The finding is of "
                "another register, rule or feature, or of a layer that was not given, or its id is mistyped."
            ).format(count=len(unknown), ids=", ".join(unknown[:_IDS_TOLD]) + more)
        )


class _Late:
    """Looks, until the new findings file takes its place, for what is saved into the old one meanwhile.

    A check of a national register takes minutes, in which officers go on recording decisions.
    """

    def __init__(self, path: str, kept: Kept, check: Callable[[], None], make: Callable[[Kept], list[Table]]) -> None:
        self._path, self._kept, self._check, self._make = path, kept, check, make
        self.found = False

    def tables(self) -> list[Table]:
        """Return the tables to write again, none where nothing has changed since the last look."""
        from ..checks.history import kept_in

        self._check()
        now = kept_in(self._path)
        if now.is_as(self._kept):
            return []
        self._kept, self.found = now, True
        return self._make(now)


def _catalogue(results: list[RuleResult], about: str) -> Table:
    """Return the table that tells what the rules were, and what came of them."""
    from ..checks.history import RULE_FIELDS, rule_rows
    from ..storage.geopackage import Table

    return Table("rules", RULE_FIELDS, rule_rows(results), description=about)


def _lasting(recorded: Recorded, runs: pd.DataFrame, summary: dict[str, Any]) -> list[Table]:
    """Return the tables that outlive a run."""
    import pandas as pd

    from ..checks.history import EXCEPTIONS, RUN_FIELDS, RUNS, run_row
    from ..storage.geopackage import Table

    runs = pd.concat([runs, pd.DataFrame([run_row(summary)], dtype=object)], ignore_index=True)
    return [
        Table(
            EXCEPTIONS,
            recorded.fields,
            recorded.rows,
            description=tr("Decisions of officers on findings."),
            style=STYLES / "exceptions.qml",
        ),
        Table(RUNS, RUN_FIELDS, runs, description=tr("Every run into this file: who, when, with what.")),
    ]


def _about(layers: list[LayerFrame]) -> str:
    """Return the description of the outputs: what they come from, and what their sources say of themselves."""
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

    from ..analysis.geometry import as_multi
    from ..checks.findings import EVIDENCE_FIELDS, FINDING_FIELDS, PROBLEM_FIELDS, SUMMARY_FIELDS
    from ..storage.geopackage import Table

    working = QgsCoordinateReferenceSystem(crs)
    drawn = ~shapely.is_missing(lines)
    kind = "MultiPolygon" if factories.polygonal else "Point"
    shapes = as_multi(factories.geometries) if factories.polygonal else factories.geometries
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

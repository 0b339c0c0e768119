"""What changed between two checks."""

from __future__ import annotations

import os
from contextlib import nullcontext
from typing import Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingOutputVectorLayer,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterVectorDestination,
    QgsProcessingParameterVectorLayer,
)

from ..analysis.errors import LocationError
from ..base import FactoryAlgorithm, said, ticker
from ..i18n import tr

INPUTS = ("BEFORE", "AFTER")


class CompareRuns(FactoryAlgorithm):
    """Two findings files: what is new, resolved or changed, and which factories got better or worse."""

    ID = "compare_runs"
    GROUP_ID = "checks"
    ICON = "compare_runs.svg"
    TABLES = ("changes", "factory_changes", "summary")
    MARKS = ("changes", "factory_changes")

    def displayName(self) -> str:
        return tr("Compare two checks")

    def tags(self) -> list[str]:
        return tr("findings,compare,difference,change,history,monitoring,progress").split(",")

    def description(self) -> str:
        return tr(
            "Says what changed between two findings files of “Check factory locations”: findings that are new, "
            "resolved or changed, and factories that are better, worse, added or removed.\n\nA finding that is gone "
            "is resolved only if its factory is still in the register, its rule still in the pack, and the rule was "
            "checked. Where the verdict is the same and only the measured distance, the feature or the year of the "
            "layer moved, the change says so. Inputs are never changed."
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        kinds = [QgsProcessing.SourceType.TypeVector]
        self.add(
            QgsProcessingParameterVectorLayer("BEFORE", tr("Findings before"), kinds),
            tr("The findings GeoPackage of the earlier check, or any layer in it."),
        )
        self.add(
            QgsProcessingParameterVectorLayer("AFTER", tr("Findings after"), kinds),
            tr("The findings GeoPackage of the later check, or any layer in it."),
        )
        self.add(
            QgsProcessingParameterBoolean("UNCHANGED", tr("Also list findings that are unchanged"), True),
            tr("Otherwise the table of changes holds only what is not as it was; the counts are of all."),
            advanced=True,
        )
        self.add(
            QgsProcessingParameterVectorDestination(
                "OUTPUT", tr("Changes GeoPackage"), QgsProcessing.SourceType.TypeVectorPoint
            ),
            tr("A .gpkg file with the tables changes, factory_changes and summary."),
        )
        self.add(
            QgsProcessingParameterFileDestination(
                "SUMMARY", tr("Summary (JSON)"), tr("JSON files (*.json)"), optional=True, createByDefault=False
            ),
            tr("Counts by rule and change, and which runs were compared."),
        )
        self.addOutput(QgsProcessingOutputVectorLayer("CHANGES", tr("Changes of findings")))
        self.addOutput(QgsProcessingOutputVectorLayer("FACTORY_CHANGES", tr("Changes of factories")))
        for name, label in (
            ("NEW", tr("New findings")),
            ("RESOLVED", tr("Resolved findings")),
            ("CHANGED", tr("Changed findings")),
            ("WORSE", tr("Factories that got worse")),
            ("BETTER", tr("Factories that got better")),
        ):
            self.addOutput(QgsProcessingOutputNumber(name, label))

    def checkParameterValues(self, parameters: dict[str, Any], context: QgsProcessingContext) -> tuple[bool, str]:
        """Refuse what cannot be compared, in sentences an officer can act on."""
        try:
            self._check(parameters, context)
        except LocationError as error:
            return False, said(error)
        return super().checkParameterValues(parameters, context)

    def _check(self, parameters: dict[str, Any], context: QgsProcessingContext) -> None:
        from ..checks.findings_file import check_findings_file

        files = {name: self._file(parameters, name, context) for name in INPUTS}
        for name, path in files.items():
            if path:
                check_findings_file(path, self.parameterDefinition(name).description())
        if all(files.values()) and os.path.samefile(*files.values()):
            raise LocationError(
                "BEFORE and AFTER are the same file, “{path}”. A new check replaces its file: keep a copy of the old "
                "one, or give each check a name of its own.",
                path=files["BEFORE"],
            )
        read = [*files.items(), *self.files_read(parameters, INPUTS, context)]
        self.check_outputs(parameters, read, context)

    def _file(self, parameters: dict[str, Any], name: str, context: QgsProcessingContext) -> str:
        """Return the file of an input, nothing where none was given."""
        from ..checks.findings_file import path_of

        return path_of(
            self.parameterAsVectorLayer(parameters, name, context),
            self.parameterDefinition(name).description(),
            self.given(parameters, name, context),
            context,
        )

    def execute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        from ..analysis.comparison import BETTER, CHANGED, NEW, RESOLVED, WORSE
        from ..checks.changes import Comparison, doubts, refuse_strangers, report
        from ..checks.findings_file import read_findings
        from ..storage.geopackage import whole_file, write_geopackage

        self._check(parameters, context)
        tick = ticker(feedback, 0, 100)
        paths = [self._file(parameters, name, context) for name in INPUTS]
        if not all(paths):
            raise QgsProcessingException(tr("Choose two findings files: BEFORE and AFTER."))
        before = read_findings(paths[0])
        tick(0.2)
        after = read_findings(paths[1])
        tick(0.4)
        for doubt in doubts(before, after):
            feedback.pushWarning(doubt)
        refuse_strangers(before, after)
        comparison = Comparison(before, after)
        tick(0.6)
        tables = comparison.tables(unchanged=self.parameterAsBool(parameters, "UNCHANGED", context))
        output = self.parameterAsOutputLayer(parameters, "OUTPUT", context)
        summary = self.parameterAsFileOutput(parameters, "SUMMARY", context)
        with whole_file(summary) if summary else nullcontext() as summary_file:
            write_geopackage(output, tables, ticker(feedback, 60, 100))
            if summary_file is not None:
                summary_file.write_text(comparison.as_json(), encoding="utf-8")
        counts, factories = comparison.by_change, comparison.by_factory_change
        for sentence in report(counts, factories):
            feedback.pushInfo(sentence)
        self.load_tables(
            output,
            (("factory_changes", tr("Changes of factories")), ("changes", tr("Changes of findings"))),
            context,
        )
        _let_go(tables, vars(comparison), vars(before), vars(after))
        return {
            "OUTPUT": output,
            "SUMMARY": summary,
            "CHANGES": f"{output}|layername=changes",
            "FACTORY_CHANGES": f"{output}|layername=factory_changes",
            "NEW": counts[NEW],
            "RESOLVED": counts[RESOLVED],
            "CHANGED": counts[CHANGED],
            "WORSE": factories[WORSE],
            "BETTER": factories[BETTER],
        }


def _let_go(*held: list[Any] | dict[str, Any]) -> None:
    """Forget large things one by one: all at once, as a function ends, would keep a window beside still meanwhile."""
    for things in held:
        while things:
            things.pop() if isinstance(things, list) else things.popitem()

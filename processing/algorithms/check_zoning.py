"""The zone of each factory, and whether it permits the activity."""

from __future__ import annotations

from typing import Any

from qgis.core import QgsProcessingContext, QgsProcessingFeedback, QgsProcessingParameterFeatureSink

from ..base import ticker
from ..i18n import tr
from ..parameters import CheckAlgorithm

FIELDS = (
    ("zone_code", "text"),
    ("zone_name", "text"),
    ("zone_verdict", "text"),
    ("zone_reason", "text"),
    ("zone_candidates", "text"),
    ("zone_message", "text"),
)


class CheckZoning(CheckAlgorithm):
    """Adds zone, verdict and reason to each factory."""

    ID = "check_zoning"
    ICON = "check_zoning.svg"

    def displayName(self) -> str:
        return tr("Check zoning")

    def tags(self) -> list[str]:
        return tr("factory,zoning,land use,zone,permit,activity,ISIC").split(",")

    def description(self) -> str:
        return tr(
            "Finds the zone of each factory and whether it permits the factory's activity.\n\nThe output is the "
            "factory layer with the zone, the verdict, its reason and a sentence. Where zones within the coordinate's "
            "accuracy answer differently the verdict is undecided and the candidates are named; where no zone is "
            "drawn it is “no data”, never “pass”."
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        self.declare_factories()
        self.declare_activity()
        self.declare_zoning(optional=False)
        self.declare_rules()
        self.declare_judging()
        self.add(
            QgsProcessingParameterFeatureSink("OUTPUT", tr("Factories with zone")),
            tr("The factories, unchanged, with the fields {fields}.").format(fields=", ".join(n for n, _ in FIELDS)),
        )

    def execute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        import pandas as pd

        from ..analysis.errors import LocationError
        from ..checks.findings import measure, sentences, taken
        from ..checks.rule_check import check_zoning
        from ..rules.pack import ZONE_PERMITS, read_pack
        from ..storage.outputs import write_features

        self.refuse(parameters, context)
        pack = read_pack(self.parameterAsFile(parameters, "RULES", context))
        if pack.rule(ZONE_PERMITS) is None:
            raise LocationError("Rule pack “{pack}” has no rule that tests “zone permits”.", pack=pack.path.name)
        crs = self.working_crs(parameters, context)
        factories = self.read_factories(parameters, context, crs, ticker(feedback, 0, 20), keep_all=True)
        zones = self.read_areas(parameters, "ZONING", context, crs, ticker(feedback, 20, 30))
        result = check_zoning(factories, zones, pack, self.polygon_rule(parameters, context), ticker(feedback, 30, 60))
        if result.rule.exempt_inside:
            feedback.pushWarning(
                tr("The rule's exemption inside parks is not applied here; use “Check factory locations”.")
            )
        count = len(factories.ids)
        measured = measure(result, factories, ticker(feedback, 60, 62)).measured_m
        results = pd.DataFrame(
            {
                "zone_code": taken(result, "codes", count),
                "zone_name": taken(result, "names", count),
                "zone_verdict": result.verdict,
                "zone_reason": result.reason,
                "zone_candidates": result.candidates,
                "zone_message": sentences(result, factories, measured, ticker(feedback, 62, 65)),
            }
        )
        layers = [factories.layer, zones.layer]
        self.report_layers(layers, [p for layer in layers for p in layer.problems], feedback)
        output = write_features(
            self, parameters, "OUTPUT", context, factories.layer, results, FIELDS, ticker(feedback, 65, 100)
        )
        return {"OUTPUT": output}

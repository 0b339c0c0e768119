"""Inside, outside or on the edge of which industrial park; declared against actual."""

from __future__ import annotations

from typing import Any

from qgis.core import QgsProcessingContext, QgsProcessingFeedback, QgsProcessingParameterFeatureSink

from ..base import ticker
from ..i18n import tr
from ..parameters import CheckAlgorithm

FIELDS = (
    ("in_park_id", "text"),
    ("in_park_name", "text"),
    ("park_verdict", "text"),
    ("park_reason", "text"),
    ("park_distance_m", "real"),
    ("park_message", "text"),
)


class CheckParks(CheckAlgorithm):
    """Adds the park each factory stands in, and whether that is the one it declares."""

    ID = "check_parks"
    ICON = "check_parks.svg"

    def displayName(self) -> str:
        return tr("Check industrial parks")

    def tags(self) -> list[str]:
        return tr("factory,industrial park,SEZ,special economic zone,boundary,containment").split(",")

    def description(self) -> str:
        return tr(
            "Finds the industrial park each factory stands in and compares it with the one it declares.\n\nReasons: "
            "inside_declared, outside_declared (with the distance), inside_other, on_edge (the border is nearer than "
            "the coordinate's accuracy), undeclared (inside a park it does not declare), outside, unknown_park. "
            "Overlapping and repeated park polygons are reported once."
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        self.declare_factories()
        self.declare_declared_park()
        self.declare_parks(optional=False)
        self.declare_judging()
        self.add(
            QgsProcessingParameterFeatureSink("OUTPUT", tr("Factories with park")),
            tr("The factories, unchanged, with the fields {fields}.").format(fields=", ".join(n for n, _ in FIELDS)),
        )

    def execute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        import numpy as np
        import pandas as pd

        from ..checks.findings import at, measure, sentences
        from ..checks.rule_check import check_parks, merge_parks
        from ..rules.pack import read_pack
        from ..storage.outputs import write_features

        self.refuse(parameters, context)
        crs = self.working_crs(parameters, context)
        factories = self.read_factories(parameters, context, crs, ticker(feedback, 0, 20), keep_all=True)
        parks = merge_parks(self.read_areas(parameters, "PARKS", context, crs, ticker(feedback, 20, 30)))
        rule = self.polygon_rule(parameters, context)
        judged, home, _ = check_parks(factories, parks, read_pack(), rule, ticker(feedback, 30, 60))
        blank = np.full(len(factories.ids), None, dtype=object)
        results = pd.DataFrame(
            {
                "in_park_id": at(parks.ids, home),
                "in_park_name": at(parks.names, home),
                "park_verdict": blank,
                "park_reason": blank,
                "park_distance_m": np.nan,
                "park_message": blank,
            }
        )
        for result in judged:
            rows = np.flatnonzero(result.verdict != None)  # noqa: E711  (element by element on an object array)
            measured = measure(result, factories, ticker(feedback, 60, 62)).measured_m
            results.loc[rows, "park_verdict"] = result.verdict[rows]
            results.loc[rows, "park_reason"] = result.reason[rows]
            results.loc[rows, "park_distance_m"] = np.round(measured[rows], 2)
            results.loc[rows, "park_message"] = sentences(result, factories, measured, ticker(feedback, 62, 65))[rows]
        layers = [factories.layer, parks.layer]
        self.report_layers(layers, [p for layer in layers for p in layer.problems], feedback)
        output = write_features(
            self, parameters, "OUTPUT", context, factories.layer, results, FIELDS, ticker(feedback, 65, 100)
        )
        return {"OUTPUT": output}

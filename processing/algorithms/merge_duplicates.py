"""Records that a person has confirmed to be one factory, merged."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingParameterVectorLayer,
)

from ..base import ticker
from ..i18n import tr
from ..register.algorithm import RegisterAlgorithm

_SHOWN = 10


class MergeDuplicates(RegisterAlgorithm):
    """Confirmed pairs of `find_duplicates`: one record stays, the other goes into the log."""

    ID = "merge_duplicates"
    ICON = "merge_duplicates.svg"
    INPUTS = ("PAIRS",)
    TABLES = ("merges", "merged_values")
    MARKS = ("merges", "merged_values")

    def displayName(self) -> str:
        return tr("Merge duplicates")

    def tags(self) -> list[str]:
        return tr("register,duplicates,merge,pairs,deduplicate,audit,log").split(",")

    def description(self) -> str:
        return tr(
            "Makes one record of two that a person has confirmed to be the same factory.\n\nThe record kept takes over "
            "what it does not say itself; nothing that it says is overwritten, and where the two differ the report "
            "lists both. The other record leaves the register and stands whole in the table “audit”: “Undo changes” "
            "brings it back. Pairs that nobody has confirmed are left alone."
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        self.declare_register()
        self.add(
            QgsProcessingParameterVectorLayer(
                "PAIRS", tr("Pairs of duplicates"), [QgsProcessing.SourceType.TypeVector]
            ),
            tr(
                "The layer “pairs” of “Find duplicates”, with “confirmed” filled in where a person has decided. “keep” "
                "is the factory id to keep; empty, the better located one stays."
            ),
        )
        self.declare_run()
        self.declare_outputs(
            tr("Report"),
            tr("A .gpkg file with the tables merges (each pair) and merged_values (what was taken over or differs)."),
        )
        self.declare_count("MERGED", tr("Pairs merged"))
        self.declare_count("LEFT", tr("Pairs left"))
        self.declare_count("REMOVED", tr("Records that left the register"))

    def execute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        from collections import Counter

        from ..checks.history import person
        from ..frames import describe_source
        from ..register.merging import LEFT, MERGED, merge, read_pairs, report_tables
        from ..register.store import MERGE, change_register

        self.check(parameters, context)
        register, layer = (self.layer(parameters, name, context) for name in ("REGISTER", "PAIRS"))
        dry_run = self.parameterAsBool(parameters, "DRY_RUN", context)
        who = self.parameterAsString(parameters, "WHO", context).strip() or person()
        reason = self.parameterAsString(parameters, "REASON", context).strip()
        pairs = read_pairs(layer, self.parameterDefinition("PAIRS").description())
        with self.outputs(parameters, context) as outputs:
            source = describe_source(layer)
            opened = change_register(register, who, reason, MERGE, source, dry_run=dry_run, edited=self.edited(context))
            with opened as change:
                outcomes, values = merge(change, pairs, reason, ticker(feedback, 10, 80))
                batch = change.batch_id if change.logged and not dry_run else ""
                found = Counter(one.outcome for one in outcomes)
                summary = {
                    "batch_id": batch or None,
                    "dry_run": dry_run,
                    "register": describe_source(register),
                    "pairs": source,
                    "who": who,
                    "reason": reason or None,
                    "counts": {
                        "pairs": len(outcomes),
                        MERGED: found[MERGED],
                        LEFT: found[LEFT],
                        "removed": len(change.removed),
                    },
                    "reasons": dict(Counter(one.reason for one in outcomes)),
                    "values": dict(Counter(one.taken.outcome for one in values)),
                }
                outputs.write(report_tables(outcomes, values, batch, dry_run=dry_run), summary)
                ticker(feedback, 90, 95)(1.0)
                removed = len(change.removed)
        if batch:
            self.changed(parameters, context)
        if dry_run:
            feedback.pushInfo(tr("Only tried out, nothing was changed."))
        feedback.pushInfo(
            tr("Merged: {merged} of {pairs} pairs; records that left the register: {removed}.").format(
                merged=found[MERGED], pairs=len(outcomes), removed=removed
            )
        )
        for one in [one for one in outcomes if one.outcome == MERGED and one.why][:_SHOWN]:
            feedback.pushInfo(tr("Pair {pair}: {why}").format(pair=one.pair.pair_id, why=one.why))
        refused = [one for one in outcomes if one.outcome == LEFT and one.pair.confirmed]
        for one in refused[:_SHOWN]:
            feedback.pushWarning(tr("Pair {pair} is left: {why}").format(pair=one.pair.pair_id, why=one.why))
        if len(refused) > _SHOWN:
            feedback.pushWarning(tr("And {count} more; the report has them all.").format(count=len(refused) - _SHOWN))
        if batch:
            feedback.pushInfo(tr("To take it back: “Undo changes” with batch {batch}.").format(batch=batch))
        return {
            "REPORT": outputs.report,
            "SUMMARY": outputs.summary,
            "BATCH": batch,
            "MERGED": found[MERGED],
            "LEFT": found[LEFT],
            "REMOVED": removed,
        }

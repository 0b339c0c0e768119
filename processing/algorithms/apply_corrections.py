"""Accepted corrections into the register."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterEnum,
    QgsProcessingParameterString,
    QgsProcessingParameterVectorLayer,
)

from ..base import ticker
from ..i18n import tr
from ..register.algorithm import RegisterAlgorithm

_SHOWN = 10
# As in `analysis.corrections`, which is not there where its packages are missing.
_CERTAINTIES = ("certain", "likely", "possible")


class ApplyCorrections(RegisterAlgorithm):
    """Proposals that a person has accepted, written into the register with a line of the log each."""

    ID = "apply_corrections"
    ICON = "apply_corrections.svg"
    INPUTS = ("PROPOSALS",)
    TABLES = ("corrections",)
    MARKS = ("corrections",)

    def displayName(self) -> str:
        return tr("Apply corrections")

    def tags(self) -> list[str]:
        return tr("register,correct,repair,coordinates,proposals,accept,audit,log").split(",")

    def description(self) -> str:
        return tr(
            "Writes accepted proposals of “Check coordinates” into the register: the place, and how it is known. "
            "Every change is kept in the table “audit” beside the register, and “Undo changes” takes it back.\n\nA "
            "proposal marked as not accepted is never applied. A factory whose location has changed since the "
            "proposals were made is left, and so is one for which several proposals are chosen. The original "
            "coordinate stays in loc_original. All is written, or nothing."
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        self.declare_register()
        self.add(
            QgsProcessingParameterVectorLayer("PROPOSALS", tr("Proposals"), [QgsProcessing.SourceType.TypeVector]),
            tr("The layer “proposals” of “Check coordinates”, with “accepted” filled in where a person has decided."),
        )
        self.add(
            QgsProcessingParameterBoolean("ACCEPTED_ONLY", tr("Only what a person has accepted"), True),
            tr(
                "Off: also what nobody has decided on, where it is the best proposal for its finding and as certain as "
                "asked for below."
            ),
        )
        self.add(
            QgsProcessingParameterString("CODES", tr("Only these codes"), optional=True),
            tr("Codes of problems separated by commas, such as C01,C02. Empty: all."),
        )
        self.add(
            QgsProcessingParameterEnum(
                "MIN_CERTAINTY",
                tr("Least certainty of what nobody has decided on"),
                [tr("certain"), tr("likely"), tr("possible")],
                defaultValue=0,
            ),
            tr("Used only where not just what was accepted is applied: 0 certain, 1 likely, 2 possible."),
        )
        self.declare_run()
        self.declare_outputs(
            tr("Report"), tr("A .gpkg file with the table corrections: what was applied, what was left, and why.")
        )
        self.declare_count("APPLIED", tr("Proposals applied"))
        self.declare_count("LEFT", tr("Proposals left"))
        self.declare_count("UNCHANGED", tr("Proposals that the register says already"))

    def execute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        from ..analysis.corrections import choose
        from ..checks.history import person
        from ..frames import describe_source
        from ..register.corrections import (
            APPLIED,
            LEFT,
            UNCHANGED,
            apply_proposals,
            counts,
            read_proposals,
            report_table,
        )
        from ..register.store import CORRECT, change_register

        self.check(parameters, context)
        register, layer = (self.layer(parameters, name, context) for name in ("REGISTER", "PROPOSALS"))
        dry_run = self.parameterAsBool(parameters, "DRY_RUN", context)
        who = self.parameterAsString(parameters, "WHO", context).strip() or person()
        reason = self.parameterAsString(parameters, "REASON", context).strip()
        codes = [code.strip().upper() for code in self.parameterAsString(parameters, "CODES", context).split(",")]
        proposals = read_proposals(layer, self.parameterDefinition("PROPOSALS").description())
        words = choose(
            proposals,
            accepted_only=self.parameterAsBool(parameters, "ACCEPTED_ONLY", context),
            codes=[code for code in codes if code],
            min_certainty=_CERTAINTIES[self.parameterAsEnum(parameters, "MIN_CERTAINTY", context)],
        )
        with self.outputs(parameters, context) as outputs:
            source = describe_source(layer)
            opened = change_register(
                register, who, reason, CORRECT, source, dry_run=dry_run, edited=self.edited(context)
            )
            with opened as change:
                outcomes = apply_proposals(change, proposals, words, reason, ticker(feedback, 10, 80))
                batch = change.batch_id if change.logged and not dry_run else ""
                told = counts(proposals, outcomes)
                summary = {
                    "batch_id": batch or None,
                    "dry_run": dry_run,
                    "register": describe_source(register),
                    "proposals": source,
                    "who": who,
                    "reason": reason or None,
                    **told,
                }
                outputs.write([report_table(proposals, outcomes, batch, dry_run=dry_run)], summary)
                ticker(feedback, 90, 95)(1.0)
        if batch:
            self.changed(parameters, context)
        for sentence in _said(told["counts"], batch, dry_run=dry_run):
            feedback.pushInfo(sentence)
        decided = [(p, o) for p, o in zip(proposals["factory_id"], outcomes) if o.outcome == LEFT and o.reason in _WARN]
        for factory, one in decided[:_SHOWN]:
            feedback.pushWarning(tr("Factory {factory} is left: {why}").format(factory=factory, why=one.why))
        if len(decided) > _SHOWN:
            feedback.pushWarning(tr("And {count} more; the report has them all.").format(count=len(decided) - _SHOWN))
        return {
            "REPORT": outputs.report,
            "SUMMARY": outputs.summary,
            "BATCH": batch,
            **{
                name: told["counts"][key]
                for name, key in (("APPLIED", APPLIED), ("LEFT", LEFT), ("UNCHANGED", UNCHANGED))
            },
        }


# Reasons that a person has to look at: what was chosen, and could not be applied.
_WARN = (
    "conflict",
    "changed meanwhile",
    "not in the register",
    "id not unique",
    "no usable place",
    "does not fit",
    "no factory",
)


def _said(counts: dict[str, int], batch: str, *, dry_run: bool) -> list[str]:
    applied = tr("Applied: {applied} of {proposals} proposals; left: {left}; as proposed already: {unchanged}.").format(
        **counts
    )
    if dry_run:
        return [tr("Only tried out, nothing was changed."), applied]
    if not batch:
        return [applied]
    return [applied, tr("To take it back: “Undo changes” with batch {batch}.").format(batch=batch)]

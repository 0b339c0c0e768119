"""Taking a batch of changes of the register back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qgis.core import QgsProcessingContext, QgsProcessingFeedback, QgsProcessingParameterString

from ..base import ticker
from ..i18n import tr
from ..register.algorithm import RegisterAlgorithm

if TYPE_CHECKING:
    import pandas as pd

    from ..register.undo import BatchOfLog, Undone
    from ..storage.geopackage import Table

_SHOWN = 10
_BATCH_FIELDS = (
    ("batch_id", "text"),
    ("changed_at", "text"),
    ("who", "text"),
    ("action", "text"),
    ("why", "text"),
    ("source", "text"),
    ("factories", "integer"),
    ("changes", "integer"),
    ("undone", "integer"),
    ("undone_by", "text"),
)
_UNDONE_FIELDS = (
    ("factory_id", "text"),
    ("outcome", "text"),
    ("fields", "text"),
    ("why", "text"),
    ("undone_batch", "text"),
    ("dry_run", "boolean"),
    ("batch_id", "text"),
)


class UndoChanges(RegisterAlgorithm):
    """A batch of the log, undone; without a batch, the list of them."""

    ID = "undo_changes"
    ICON = "undo_changes.svg"
    TABLES = ("batches", "undone")
    MARKS = ("batches",)

    def displayName(self) -> str:
        return tr("Undo changes")

    def tags(self) -> list[str]:
        return tr("register,undo,restore,audit,log,batch,history,merge,correct").split(",")

    def description(self) -> str:
        return tr(
            "Restores what one batch of the log has changed: places and values to the last digit, rows that it took "
            "out, and without those that it added. Without a batch it lists the batches.\n\nA factory that has been "
            "changed since stays as it is, and the report names the batch that changed it. An undo is a batch of its "
            "own in the log, and can be undone."
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        self.declare_register()
        self.add(
            QgsProcessingParameterString("BATCH", tr("Batch to undo"), optional=True),
            tr("Its id in the table “audit”. Empty: nothing is undone, and the batches are listed."),
        )
        self.declare_run()
        self.declare_outputs(
            tr("Report"),
            tr("A .gpkg file with the table batches, all that the log knows, and undone, what became of each factory."),
        )
        self.declare_count("RESTORED", tr("Factories restored"))
        self.declare_count("LEFT", tr("Factories left"))

    def changes(self, parameters: dict[str, Any], context: QgsProcessingContext) -> bool:
        """Return whether a batch is to be undone: the list can be read while somebody edits."""
        batch = self.parameterAsString(parameters, "BATCH", context).strip()
        return bool(batch) and super().changes(parameters, context)

    def execute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        from ..checks.history import person
        from ..frames import describe_source
        from ..register.undo import LEFT, RESTORED, batches, undo

        self.check(parameters, context)
        register = self.layer(parameters, "REGISTER", context)
        batch = self.parameterAsString(parameters, "BATCH", context).strip()
        dry_run = self.parameterAsBool(parameters, "DRY_RUN", context)
        who = self.parameterAsString(parameters, "WHO", context).strip() or person()
        why = self.parameterAsString(parameters, "REASON", context).strip()
        known = batches(register)
        undone: Undone | None = None
        summary: dict[str, Any] = {"register": describe_source(register), "dry_run": dry_run, "who": who}
        with self.outputs(parameters, context) as outputs:

            def write(done: Undone | None) -> None:
                tables = [_batches(known), *([] if done is None else [_undone(done)])]
                outputs.write(tables, {**summary, **_told(done, known)})

            if batch:
                undone = undo(
                    register,
                    batch,
                    who,
                    why,
                    dry_run=dry_run,
                    edited=self.edited(context),
                    tick=ticker(feedback, 5, 95),
                    before_commit=write,
                )
            else:
                write(None)
        if undone is None:
            for one in known:
                feedback.pushInfo(_line(one))
            if not known:
                feedback.pushInfo(tr("The register has no log yet: nothing was changed by these tools."))
        else:
            if undone.batch_id and not dry_run:
                self.changed(parameters, context)
            _report(undone, feedback)
        counts = {RESTORED: 0, LEFT: 0} if undone is None else {name: undone.count(name) for name in (RESTORED, LEFT)}
        return {
            "REPORT": outputs.report,
            "SUMMARY": outputs.summary,
            "BATCH": "" if undone is None or dry_run else undone.batch_id,
            "RESTORED": counts[RESTORED],
            "LEFT": counts[LEFT],
        }


def _told(undone: Undone | None, known: list[BatchOfLog]) -> dict[str, Any]:
    from ..register.undo import LEFT, RESTORED

    told: dict[str, Any] = {"batches": [vars(one) for one in known]}
    if undone is not None:
        told["undone_batch"] = undone.undone
        told["batch_id"] = undone.batch_id or None if not undone.dry_run else None
        told["counts"] = {name: undone.count(name) for name in (RESTORED, LEFT)}
    return told


def _frame(rows: list[dict[str, Any]], fields: tuple[tuple[str, str], ...]) -> pd.DataFrame:
    import pandas as pd

    return pd.DataFrame(rows, columns=[name for name, _ in fields], dtype=object)


def _batches(known: list[BatchOfLog]) -> Table:
    from ..storage.geopackage import Table

    about = tr("The batches in the log of the register, the latest first, as they were before this run.")
    return Table("batches", _BATCH_FIELDS, _frame([vars(one) for one in known], _BATCH_FIELDS), description=about)


def _undone(undone: Undone) -> Table:
    from ..storage.geopackage import Table

    batch = None if undone.dry_run else undone.batch_id or None
    rows = [
        {
            "factory_id": row.factory_id,
            "outcome": row.outcome,
            "fields": ", ".join(row.fields),
            "why": row.why or None,
            "undone_batch": undone.undone,
            "dry_run": undone.dry_run,
            "batch_id": batch,
        }
        for row in undone.rows
    ]
    about = tr("What became of each factory of the batch.")
    return Table("undone", _UNDONE_FIELDS, _frame(rows, _UNDONE_FIELDS), description=about)


def _line(one: BatchOfLog) -> str:
    line = tr("{batch}  {action}  {who}; factories: {factories}, changes: {changes}").format(
        batch=one.batch_id, action=one.action, who=one.who, changes=one.changes, factories=one.factories
    )
    if not one.undone:
        return line
    whole = one.undone == one.changes
    by = tr("undone by {batches}") if whole else tr("partly undone by {batches}")
    return f"{line}; {by.format(batches=one.undone_by)}"


def _report(undone: Undone, feedback: QgsProcessingFeedback) -> None:
    from ..register.undo import LEFT, RESTORED

    if undone.dry_run:
        feedback.pushInfo(tr("Only tried out, nothing was changed."))
    feedback.pushInfo(
        tr("Batch {batch}; factories restored: {restored}, left: {left}.").format(
            batch=undone.undone, restored=undone.count(RESTORED), left=undone.count(LEFT)
        )
    )
    for row in [row for row in undone.rows if row.outcome == RESTORED and row.why][:_SHOWN]:
        feedback.pushWarning(tr("Factory {factory}: {why}").format(factory=row.factory_id, why=row.why))
    left = [row for row in undone.rows if row.outcome == LEFT]
    for row in left[:_SHOWN]:
        feedback.pushWarning(tr("Factory {factory} is left: {why}").format(factory=row.factory_id, why=row.why))
    if len(left) > _SHOWN:
        feedback.pushWarning(tr("And {count} more; the report has them all.").format(count=len(left) - _SHOWN))
    if undone.batch_id and not undone.dry_run:
        feedback.pushInfo(tr("To take it back: “Undo changes” with batch {batch}.").format(batch=undone.batch_id))

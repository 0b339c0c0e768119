"""Any table into the register, by a mapping profile."""

from __future__ import annotations

import os
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
    QgsProcessingOutputVectorLayer,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterFile,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterString,
    QgsProcessingParameterVectorDestination,
    QgsProcessingParameterVectorLayer,
    QgsVectorLayer,
)

from ..analysis.errors import LocationError
from ..base import ticker
from ..i18n import tr
from ..mapping.table_algorithm import TableAlgorithm
from ..register.algorithm import refresh
from ..unopened import refuse_unopened

if TYPE_CHECKING:
    from ..mapping.profile import Profile
    from ..mapping.table_input import TableInput
    from ..register.importing import Import


class ImportRegister(TableAlgorithm):
    """New factories in, known ones updated, the rest set aside with a reason."""

    ID = "import_register"
    ICON = "import_register.svg"
    TABLES = ("rejects", "changes", "notices")
    MARKS = ("rejects", "changes", "notices")
    PACKAGES = ("rapidfuzz", "unidecode")

    def __init__(self) -> None:
        super().__init__()
        self._to_refresh: Any = None

    def displayName(self) -> str:
        return tr("Import into the register")

    def tags(self) -> list[str]:
        return tr("register,import,CSV,Excel,spreadsheet,mapping,profile,update,registration").split(",")

    def description(self) -> str:
        return tr(
            "Reads a table or layer as a mapping profile says, and makes a register of it or updates one: new "
            "factories are added, known ones are found by their key and changed where the source says otherwise.\n\n"
            "No row is lost: those that cannot be taken are in the report with every value and the reasons. "
            "Coordinates are read in any usual spelling; the text is kept. What was not taken as it stood is a notice. "
            "Without a profile one is suggested from names and values of the columns."
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        self.declare_table()
        self.add(
            QgsProcessingParameterFile(
                "PROFILE", tr("Mapping profile"), fileFilter=tr("Mapping profiles (*.yaml *.yml)"), optional=True
            ),
            tr("Which column holds what. Empty: suggested from the table, as “Suggest a mapping” does; see the log."),
        )
        self.add(
            QgsProcessingParameterVectorLayer(
                "REGISTER", tr("Register to update"), [QgsProcessing.SourceType.TypeVectorPoint], optional=True
            ),
            tr(
                "Changed in one step, with a line in its table “audit” for every change. Empty: a new register is made."
            ),
        )
        self.add(
            QgsProcessingParameterVectorDestination(
                "OUTPUT",
                tr("New register"),
                QgsProcessing.SourceType.TypeVectorPoint,
                optional=True,
                createByDefault=False,
            ),
            tr("A .gpkg file that is not there yet. Needed where no register is updated."),
        )
        self.add(
            QgsProcessingParameterVectorDestination("REPORT", tr("Report"), QgsProcessing.SourceType.TypeVector),
            tr("A .gpkg file with the tables rejects, changes and notices."),
        )
        self.add(
            QgsProcessingParameterFileDestination(
                "SUMMARY", tr("Summary (JSON)"), tr("JSON files (*.json)"), optional=True, createByDefault=False
            ),
            tr("The counts for other programs, with the source and the profile."),
        )
        self.add(
            QgsProcessingParameterString("WHO", tr("Officer"), optional=True),
            tr("For the table “audit”. Empty: the name of the account."),
            advanced=True,
        )
        self.add(
            QgsProcessingParameterBoolean("DRY_RUN", tr("Only try it"), defaultValue=False),
            tr("The report is written, the register to update is left as it is."),
            advanced=True,
        )
        for name, label in (("REJECTS", tr("Rejects")), ("CHANGES", tr("Changes")), ("NOTICES", tr("Notices"))):
            self.addOutput(QgsProcessingOutputVectorLayer(name, label))
        for name, label in (
            ("ROWS_READ", tr("Rows read")),
            ("NEW", tr("New factories")),
            ("UPDATED", tr("Updated factories")),
            ("UNCHANGED", tr("Unchanged factories")),
            ("REJECTED", tr("Rejected rows")),
        ):
            self.addOutput(QgsProcessingOutputNumber(name, label))
        self.addOutput(QgsProcessingOutputString("BATCH", tr("Batch of changes")))

    def check(self, parameters: dict[str, Any], context: QgsProcessingContext) -> None:
        profile = self.parameterAsFile(parameters, "PROFILE", context)
        read = self.table_files(parameters, context)
        if profile:
            if self.canExecute()[0]:
                from ..mapping.profile import load_profile

                load_profile(profile)
            read.append((self.parameterDefinition("PROFILE").description(), profile))
        register = self._register(parameters, context)
        if register is not None:
            read += self.files_read(parameters, ("REGISTER",), context)
        self._check_output(parameters, register)
        self.check_outputs(parameters, read, context, tables="REPORT", files=("OUTPUT", "SUMMARY"))

    def _register(self, parameters: dict[str, Any], context: QgsProcessingContext) -> QgsVectorLayer | None:
        layer = self.parameterAsVectorLayer(parameters, "REGISTER", context)
        given = self.given(parameters, "REGISTER", context)
        label = self.parameterDefinition("REGISTER").description()
        if layer is None:
            refuse_unopened(label, given, context)
        if layer is not None:
            from ..register.table import check_register

            check_register(layer, label)
        return layer

    def _check_output(self, parameters: dict[str, Any], register: QgsVectorLayer | None) -> None:
        output = self.destination(parameters, "OUTPUT")
        if register is not None:
            if output:
                raise LocationError("A register to update and a new register were both named. Leave one of them empty.")
            return
        if not output:
            raise LocationError("Name the new register (OUTPUT), or the register to update (REGISTER).")
        if Path(output).suffix.lower() != ".gpkg":
            raise LocationError(
                "A register is a GeoPackage: give the output a name that ends in .gpkg, not “{name}”.",
                name=Path(output).name,
            )
        if os.path.exists(output):
            raise LocationError(
                "“{path}” is there already. To update it name it as the register to update (REGISTER); a new register "
                "needs another name.",
                path=output,
            )

    def execute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        from ..register.importing import Import, as_json, report_at, sentences, warnings_of_defaults
        from ..register.table import place_of
        from ..storage.geopackage import whole_file

        self.refuse(parameters, context)
        table, profile = self.table_and_profile(parameters, context, feedback)
        for warning in _not_used(table, profile):
            feedback.pushWarning(warning)
        register = self._register(parameters, context)
        output = self.parameterAsOutputLayer(parameters, "OUTPUT", context) if register is None else ""
        report = self.parameterAsOutputLayer(parameters, "REPORT", context)
        replaced = os.path.exists(report)
        summary = self.parameterAsFileOutput(parameters, "SUMMARY", context)
        dry_run = register is not None and self.parameterAsBoolean(parameters, "DRY_RUN", context)
        batch = ""
        with ExitStack() as whole:
            summary_file = whole.enter_context(whole_file(summary)) if summary else None
            report_file = whole.enter_context(whole_file(report))
            register_file = whole.enter_context(whole_file(output)) if register is None else None
            with report_at(report_file, tr("Import of {source}.").format(source=table.name)) as writers:
                done = Import(table, profile, writers)
                whole.callback(done.close)
                if register_file is not None:
                    done.into_new(register_file, ticker(feedback, 2, 98))
                else:
                    who = self.parameterAsString(parameters, "WHO", context)
                    batch = self._update(done, register, who, dry_run, context, feedback)
                    self._to_refresh = place_of(register) if batch else None
            if summary_file is not None:
                name = Path(output).name if register is None else register.name()
                summary_file.write_text(as_json(done, name, batch, dry_run), encoding="utf-8")
        for sentence in sentences(done.counts):
            feedback.pushInfo(sentence)
        for warning in warnings_of_defaults(done.counts):
            feedback.pushWarning(warning)
        if not done.counts.read:
            feedback.pushWarning(table.without_rows)
        if replaced:
            feedback.pushInfo(tr("The report of an earlier run was replaced: {path}.").format(path=report))
        if dry_run:
            feedback.pushInfo(tr("Only tried: the register was left as it is."))
        if batch:
            feedback.pushInfo(tr("To take it back: “Undo changes” with batch {batch}.").format(batch=batch))
        if feedback.isCanceled() and not dry_run:
            feedback.pushWarning(_too_late(output, batch))
        self.load_tables(
            report, [("changes", tr("Changes")), ("notices", tr("Notices")), ("rejects", tr("Rejects"))], context
        )
        counts = done.counts
        return {
            "OUTPUT": output or None,
            "REPORT": report,
            "SUMMARY": summary,
            "REJECTS": f"{report}|layername=rejects",
            "CHANGES": f"{report}|layername=changes",
            "NOTICES": f"{report}|layername=notices",
            "ROWS_READ": counts.read,
            "NEW": counts.new,
            "UPDATED": counts.updated,
            "UNCHANGED": counts.unchanged,
            "REJECTED": counts.rejected,
            "BATCH": batch,
        }

    def postProcessAlgorithm(self, context: QgsProcessingContext, feedback: QgsProcessingFeedback) -> dict[str, Any]:
        if self._to_refresh is not None:
            refresh(self._to_refresh, context)
        return {}

    def _update(
        self,
        done: Import,
        register: QgsVectorLayer | None,
        who: str,
        dry_run: bool,
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> str:
        from ..register.store import change_register

        if register is None:
            raise LocationError("Name the new register (OUTPUT), or the register to update (REGISTER).")
        why = tr("Import of {source} with profile {profile} {version}").format(
            source=done.table.name, profile=done.profile.id, version=done.profile.version
        )
        with change_register(
            register, who, why, "import", done.table.name, dry_run=dry_run, edited=self.edited(context)
        ) as change:
            done.into(change, ticker(feedback, 2, 98))
            return str(change.batch_id) if change.logged and not dry_run else ""


def _not_used(table: TableInput, profile: Profile) -> list[str]:
    """Return warnings about columns that nobody reads, above all where a default stands in for one."""
    from ..mapping.profile import mapped_fields, unused
    from ..mapping.suggest import columns_for

    left = unused(profile, table.names)
    told = []
    if left:
        told.append(tr("Columns that are not used: {names}.").format(names=", ".join(left)))
    mapped = {*mapped_fields(profile)}
    for field, value in profile.defaults.items():
        columns = columns_for(field, left) if field not in mapped else []
        if columns:
            told.append(
                tr(
                    "New factories get {field} “{value}”, the profile's default, though column “{column}” seems to say "
                    "it. Map it under “fields” if it does."
                ).format(field=field, value=value, column=columns[0])
            )
    return told


def _too_late(output: str, batch: str) -> str:
    """Say what is written although the run was cancelled: the cancel came after the last step that could be undone."""
    if output:
        return tr("Too late to cancel: the new register “{path}” is already written.").format(path=output)
    if not batch:
        return tr("Too late to cancel: the report is already written. The register was left as it is.")
    return tr("Too late to cancel: already written; batch {batch}. “Undo changes” takes it back.").format(batch=batch)

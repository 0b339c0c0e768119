"""The register against an extract of the registration system."""

from __future__ import annotations

from contextlib import nullcontext
from datetime import date
from typing import TYPE_CHECKING, Any

from qgis.core import (
    NULL,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingOutputVectorLayer,
    QgsProcessingParameterDateTime,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterFile,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
    QgsProcessingParameterVectorDestination,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QDate, QDateTime, QTime

from ..analysis.errors import LocationError
from ..base import ticker
from ..i18n import tr
from ..mapping.table_algorithm import TableAlgorithm
from ..unopened import refuse_unopened

if TYPE_CHECKING:
    import numpy as np

    from ..frames import LayerFrame
    from ..mapping.profile import Profile
    from ..mapping.table_input import TableInput
    from ..registration.inputs import Listed

_DAYS = ("DEADLINE", "AS_OF")
_PROBLEMS_TOLD = 5
# The register's field for the source of a location holds no more.
_LONGEST_SOURCE = 120


class ReconcileRegistration(TableAlgorithm):
    """Matched, missing on either side, in conflict, expired, overdue; how far the registration is."""

    ID = "reconcile_registration"
    GROUP_ID = "register"
    ICON = "reconcile_registration.svg"
    TABLE = "EXTRACT"
    TABLES = (
        "matched",
        "not_located",
        "extract_only",
        "field_finds",
        "register_only",
        "ambiguous",
        "conflicts",
        "expired",
        "overdue",
        "proposals",
        "progress",
        "unread",
    )
    MARKS = ("matched", "not_located", "field_finds", "progress")
    PACKAGES = ("rapidfuzz", "unidecode")

    def displayName(self) -> str:
        return tr("Compare register and registration")

    def tags(self) -> list[str]:
        return tr("register,registration,CamDX,reconcile,match,conflict,deadline,expired,progress").split(",")

    def description(self) -> str:
        return tr(
            "Holds the register against an extract of the registration system: which factories are registered and "
            "located, registered without a location, located without a registration; where the two disagree; which "
            "permits have run out and which registrations are overdue; and how far the registration is, per province."
            "\n\nLicence and factory ids decide first, then operator and name, then name and place. What fits two "
            "records equally well is told, not guessed. All rows are accounted for. These are proposals: neither the "
            "register nor the extract is changed."
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        kinds = QgsProcessing.SourceType
        self.add(
            QgsProcessingParameterFeatureSource(
                "REGISTER", tr("Register"), [kinds.TypeVectorPoint, kinds.TypeVectorPolygon]
            ),
            tr("The factories, with the fields of the register; see “Create an empty register”."),
        )
        self.declare_table(tr("Extract of the registration system"))
        self.add(
            QgsProcessingParameterFile(
                "PROFILE", tr("Mapping profile"), fileFilter=tr("Mapping profiles (*.yaml *.yml)"), optional=True
            ),
            tr("Which column of the extract holds what. Empty: suggested from the names of its columns; see the log."),
        )
        self.add(
            QgsProcessingParameterDateTime(
                "DEADLINE", tr("Deadline"), QgsProcessingParameterDateTime.Type.Date, optional=True
            ),
            tr("The last day for completing the registration, as 2024-12-31 or 31/12/2024. Empty: nothing is overdue."),
        )
        self.add(
            QgsProcessingParameterFile(
                "DEADLINES",
                tr("Deadlines of provinces"),
                fileFilter=tr("Tables of deadlines (*.csv *.yaml *.yml)"),
                optional=True,
            ),
            tr("CSV with the columns province_code and deadline, or YAML. The deadline above is that of the others."),
        )
        self.add(
            QgsProcessingParameterDateTime(
                "AS_OF", tr("As of"), QgsProcessingParameterDateTime.Type.Date, optional=True
            ),
            tr("The day for which expiry and deadlines are told. Empty: today."),
            advanced=True,
        )
        self.add(
            QgsProcessingParameterNumber(
                "MAX_DISTANCE",
                tr("Places agree up to (metres)"),
                QgsProcessingParameterNumber.Type.Double,
                500.0,
                minValue=0.0,
            ),
            tr("Metres between two coordinates, beyond their accuracies, up to which they are one place."),
            advanced=True,
        )
        for name, label, text in (
            ("EXPIRY_FIELD", tr("Expiry column of the extract"), tr("The last day of the permit.")),
            ("UPDATED_FIELD", tr("Update column of the extract"), tr("The day on which the record was changed.")),
        ):
            usual = tr("Empty: found by its name, such as {names}.")
            names = {"EXPIRY_FIELD": "expiry_date, valid_until", "UPDATED_FIELD": "updated_on, last_updated"}[name]
            self.add(
                QgsProcessingParameterString(name, label, optional=True),
                f"{text} {usual.format(names=names)}",
                advanced=True,
            )
        self.add(
            QgsProcessingParameterVectorDestination("OUTPUT", tr("Comparison"), kinds.TypeVectorAnyGeometry),
            tr(
                "A .gpkg file with the tables matched, not_located, extract_only, field_finds, register_only, "
                "ambiguous, conflicts, expired, overdue, proposals, progress and unread."
            ),
        )
        self.add(
            QgsProcessingParameterFileDestination(
                "SUMMARY", tr("Summary (JSON)"), tr("JSON files (*.json)"), optional=True, createByDefault=False
            ),
            tr("The counts for other programs, and where every row went."),
        )
        for name, label in (
            ("MATCHED", tr("Registered and located")),
            ("FIELD_FINDS", tr("Located, not registered")),
            ("PROGRESS", tr("Progress of the registration")),
        ):
            self.addOutput(QgsProcessingOutputVectorLayer(name, label))
        for name, label in (
            ("COMPLETED", tr("Registrations completed")),
            ("TO_REGISTER", tr("To be registered")),
            ("MATCHED_COUNT", tr("Matched")),
            ("NOT_LOCATED_COUNT", tr("Registered, not located")),
            ("FIELD_FINDS_COUNT", tr("Located, not registered")),
            ("CONFLICTS_COUNT", tr("Conflicts")),
            ("EXPIRED_COUNT", tr("Permits that have run out")),
            ("OVERDUE_COUNT", tr("Overdue")),
        ):
            self.addOutput(QgsProcessingOutputNumber(name, label))

    def check(self, parameters: dict[str, Any], context: QgsProcessingContext) -> None:
        from ..registration.inputs import read_deadlines

        self._check_register(parameters, context)
        read = [*self.table_files(parameters, context), *self.files_read(parameters, ("REGISTER",), context)]
        for name in ("PROFILE", "DEADLINES"):
            path = self.parameterAsFile(parameters, name, context)
            if path:
                read.append((self.parameterDefinition(name).description(), path))
        for name in _DAYS:
            self._day(parameters, name, context)
        deadlines = self.parameterAsFile(parameters, "DEADLINES", context)
        if deadlines:
            read_deadlines(deadlines)
        self.check_outputs(parameters, read, context)

    def _check_register(self, parameters: dict[str, Any], context: QgsProcessingContext) -> None:
        from ..frames import display_name
        from ..registration.inputs import IDENTIFYING, register_columns

        label = self.parameterDefinition("REGISTER").description()
        source = self.parameterAsSource(parameters, "REGISTER", context)
        given = self.given(parameters, "REGISTER", context)
        if source is None:
            refuse_unopened(label, given, context, needed=True)
        name = display_name(source, self.layer_of(parameters, "REGISTER", context))
        kinds = QgsWkbTypes.GeometryType
        if QgsWkbTypes.geometryType(source.wkbType()) not in (kinds.PointGeometry, kinds.PolygonGeometry):
            raise LocationError(
                "{label}: layer “{layer}” has neither points nor polygons, so it is no register.",
                label=label,
                layer=name,
            )
        columns = register_columns(source.fields().names())
        if not {*columns} & {*IDENTIFYING}:
            raise LocationError(
                "{label}: layer “{layer}” has none of the fields {wanted}, so nothing of the extract can be found in "
                "it. It has: {fields}.",
                label=label,
                layer=name,
                wanted=", ".join(IDENTIFYING),
                fields=", ".join(source.fields().names()),
            )
        if source.featureCount() == 0:
            raise LocationError("{label}: layer “{layer}” has no features.", label=label, layer=name)

    def checkParameterValues(self, parameters: dict[str, Any], context: QgsProcessingContext) -> tuple[bool, str]:
        """Refuse what cannot work; QGIS itself knows days only as 2024-12-31."""
        sentence = self.refusal(parameters, context)
        if sentence:
            return False, sentence
        days = {name: self._day(parameters, name, context) for name in _DAYS}
        plain = {
            name: QDateTime(QDate(day.year, day.month, day.day), QTime(0, 0))
            for name, day in days.items()
            if day is not None
        }
        return super().checkParameterValues({**parameters, **plain}, context)

    def _day(self, parameters: dict[str, Any], name: str, context: QgsProcessingContext) -> date | None:
        """Return the day that was given, None for none."""
        given = parameters.get(name)
        # The calendar of the dialog gives a null date where nothing was chosen.
        if given is None or given == NULL or given == "" or (isinstance(given, (QDate, QDateTime)) and given.isNull()):
            return None
        label = self.parameterDefinition(name).description()
        if isinstance(given, str):
            from ..registration.inputs import parameter_day

            return parameter_day(given, label)
        moment = self.parameterAsDateTime(parameters, name, context)
        if not moment.isValid():
            raise LocationError("{label}: “{value}” is not a date. Give it as 2024-12-31.", label=label, value=given)
        day = moment.date()
        return date(day.year(), day.month(), day.day())

    def execute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        from ..registration.report import (
            as_json,
            completed_caveat,
            labels,
            progress_lines,
            reconcile,
            sentences,
            tables,
            warnings,
        )
        from ..rules.pack import isic_sections
        from ..storage.geopackage import whole_file, write_geopackage

        self.refuse(parameters, context)
        as_of = self._day(parameters, "AS_OF", context) or date.today()
        deadlines = self._deadlines(parameters, context)
        table, profile = self.table_and_profile(
            parameters,
            context,
            feedback,
            unique=False,
            elsewhere=lambda table: self._days_of_extract(parameters, table, context).values(),
        )
        suggested = not self.parameterAsFile(parameters, "PROFILE", context)
        profile = self._with_states(table, profile, suggested, feedback)
        columns = self._days_of_extract(parameters, table, context)
        layer, register = self._read_register(parameters, context, feedback)
        extract = self._read_extract(table, profile, columns, feedback)
        done = reconcile(
            register,
            extract,
            self.parameterAsDouble(parameters, "MAX_DISTANCE", context),
            as_of,
            deadlines,
            isic_sections(),
            ticker(feedback, 30, 80),
        )
        about = tr("{register} against {extract}, as of {day}.").format(
            register=layer.name, extract=table.name, day=as_of.isoformat()
        )
        source = tr("Registration extract {name}, {day}").format(name=table.name, day=as_of.isoformat())
        written = tables(done, about, source[:_LONGEST_SOURCE], ticker(feedback, 80, 88))
        output = self.parameterAsOutputLayer(parameters, "OUTPUT", context)
        summary = self.parameterAsFileOutput(parameters, "SUMMARY", context)
        with whole_file(summary) if summary else nullcontext() as summary_file:
            write_geopackage(output, written, ticker(feedback, 88, 100))
            if summary_file is not None:
                summary_file.write_text(as_json(done, layer, table, profile, deadlines), encoding="utf-8")
        for sentence in warnings(done):
            feedback.pushWarning(sentence)
        for sentence in [*progress_lines(done), *sentences(done)]:
            feedback.pushInfo(sentence)
        if completed_caveat(done):  # beside the total, where it is read
            feedback.pushWarning(completed_caveat(done))
        self.load_tables(output, labels().items(), context)
        country = done.progress.iloc[0]
        counted = {
            "COMPLETED": "completed",
            "TO_REGISTER": "to_register",
            "MATCHED_COUNT": "matched",
            "NOT_LOCATED_COUNT": "not_located",
            "FIELD_FINDS_COUNT": "field_finds",
            "EXPIRED_COUNT": "expired",
            "OVERDUE_COUNT": "overdue",
        }
        return {
            "OUTPUT": output,
            "SUMMARY": summary,
            **{name.upper(): f"{output}|layername={name}" for name in ("matched", "field_finds", "progress")},
            **{name: int(country[column]) for name, column in counted.items()},
            "CONFLICTS_COUNT": done.conflict_count,
        }

    def _deadlines(self, parameters: dict[str, Any], context: QgsProcessingContext) -> dict[str, np.datetime64]:
        """Return the deadline of each province, that of all others under the empty code."""
        import numpy as np

        from ..registration.inputs import read_deadlines

        path = self.parameterAsFile(parameters, "DEADLINES", context)
        deadlines = read_deadlines(path) if path else {}
        of_all = self._day(parameters, "DEADLINE", context)
        return {**deadlines, "": np.datetime64(of_all)} if of_all is not None else deadlines

    def _with_states(
        self, table: TableInput, profile: Profile, suggested: bool, feedback: QgsProcessingFeedback
    ) -> Profile:
        """Return the profile with what is known of the states of registrations, whichever column says them."""
        from ..registration.states import FIELD, column_of_states, with_column, with_words

        if profile.field(FIELD) is None:
            column = column_of_states(table, profile)
            if column and suggested:
                profile = with_column(profile, column)
                feedback.pushWarning(
                    tr("Column “{column}” was taken for the registration status, by its values.").format(column=column)
                )
            elif column:
                feedback.pushWarning(
                    tr(
                        "The values of column “{column}” look like states of a registration, but the profile does not "
                        "use it: give it as registration_status."
                    ).format(column=column)
                )
        return with_words(profile)

    def _days_of_extract(
        self, parameters: dict[str, Any], table: TableInput, context: QgsProcessingContext
    ) -> dict[str, str]:
        from ..registration.inputs import EXPIRY_NAMES, UPDATED_NAMES, chosen_column

        found = {}
        for name, parameter, usual in (
            ("expires", "EXPIRY_FIELD", EXPIRY_NAMES),
            ("updated", "UPDATED_FIELD", UPDATED_NAMES),
        ):
            given = self.parameterAsString(parameters, parameter, context)
            column = chosen_column(table, given, usual, parameter)
            if column:
                found[name] = column
        return found

    def _read_register(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> tuple[LayerFrame, Listed]:
        from ..analysis.geometry import NO_GEOMETRY
        from ..frames import read_layer
        from ..registration.inputs import CRS, of_register, register_columns

        source = self.parameterAsSource(parameters, "REGISTER", context)
        columns = register_columns(source.fields().names())
        layer = read_layer(
            source,
            self.layer_of(parameters, "REGISTER", context),
            role="factories",
            fields=list(dict.fromkeys(columns.values())),
            crs=CRS,
            tick=ticker(feedback, 2, 10),
        )
        register = of_register(layer, columns)
        # A factory without a location is counted among those; what the checks advise about it is not for here.
        told = [problem for problem in layer.problems if problem.problem != NO_GEOMETRY]
        for problem in told[:_PROBLEMS_TOLD]:
            feedback.pushWarning(f"{problem.layer}: {problem.problem}.")
        if len(told) > _PROBLEMS_TOLD:
            feedback.pushWarning(tr("… and {count} more problems.").format(count=len(told) - _PROBLEMS_TOLD))
        return layer, register

    def _read_extract(
        self, table: TableInput, profile: Profile, columns: dict[str, str], feedback: QgsProcessingFeedback
    ) -> Listed:
        from ..registration.inputs import check_identifying, of_extract, told_columns

        known = check_identifying(profile, table)
        for sentence in told_columns(table, profile, columns):
            feedback.pushInfo(sentence)
        if not {*known} & {"factory_id", "licence_no", "operator_id"}:
            feedback.pushWarning(tr("The extract has no column of ids: only names and places can match."))
        if "expires" not in columns:
            feedback.pushInfo(
                tr("The extract has no column with the expiry of permits (EXPIRY_FIELD): the register's is used.")
            )
        return of_extract(table, profile, columns, ticker(feedback, 10, 30))

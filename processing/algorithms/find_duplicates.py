"""Records that look like one factory."""

from __future__ import annotations

from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingOutputVectorLayer,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterNumber,
    QgsProcessingParameterVectorDestination,
)

from ..analysis.errors import LocationError
from ..base import said, ticker
from ..i18n import tr
from ..parameters import USUAL_FIELDS, CheckAlgorithm

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..inputs import Factories

_CRS = "EPSG:4326"
_CERTAINTIES = ("certain", "likely", "possible")
_MOST_METRES = 50_000.0


class FindDuplicates(CheckAlgorithm):
    """Pairs and groups of records that look like one factory, with the evidence; nothing is merged."""

    ID = "find_duplicates"
    GROUP_ID = "register"
    ICON = "find_duplicates.svg"
    TABLES = ("pairs", "groups")
    MARKS = TABLES
    PACKAGES = ("rapidfuzz", "unidecode")

    def displayName(self) -> str:
        return tr("Find duplicates")

    def tags(self) -> list[str]:
        return tr("register,duplicates,double,same,names,licence,Khmer,matching,merge").split(",")

    def description(self) -> str:
        return tr(
            "Finds records of the register that look like one factory: by licence, operator, place within the accuracy "
            "of both, activity, and names in Khmer and Latin letters whatever their legal forms and spelling.\n\nEach "
            "pair comes with its evidence, what speaks against it and a certainty: certain, likely or possible. "
            "Nothing is merged and the register is not changed: a person decides each pair in the table “pairs”. "
            "Decisions in an earlier result of the same name are kept."
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        kinds = QgsProcessing.SourceType
        self.declare_factory_layer()
        self._add_register_fields()
        self.add(
            QgsProcessingParameterNumber(
                "MAX_DISTANCE",
                tr("Near is within (metres)"),
                QgsProcessingParameterNumber.Type.Double,
                500.0,
                minValue=0.0,
                maxValue=_MOST_METRES,
            ),
            tr("Two records this far apart may be one factory; the accuracies of both are added to it."),
        )
        self.add(
            QgsProcessingParameterEnum(
                "MIN_CERTAINTY",
                tr("List pairs that are at least"),
                [tr("certain"), tr("likely"), tr("possible")],
                defaultValue=2,
            ),
            tr("Possible pairs are many, and most of them are two factories; groups are made of likely ones."),
        )
        self.add(
            QgsProcessingParameterVectorDestination("OUTPUT", tr("Duplicates GeoPackage"), kinds.TypeVectorLine),
            tr("A .gpkg file with the tables pairs, to decide in, and groups."),
        )
        self.add(
            QgsProcessingParameterFileDestination(
                "SUMMARY", tr("Summary (JSON)"), tr("JSON files (*.json)"), optional=True, createByDefault=False
            ),
            tr("How many pairs and groups there are, and the rules they were judged by, for other programs."),
        )
        self.addOutput(QgsProcessingOutputVectorLayer("PAIRS", tr("Pairs that may be one factory")))
        self.addOutput(QgsProcessingOutputVectorLayer("GROUPS", tr("Groups that may be one factory")))
        for name, label in (
            ("CERTAIN", tr("Certain pairs")),
            ("LIKELY", tr("Likely pairs")),
            ("POSSIBLE", tr("Possible pairs")),
            ("GROUPS_COUNT", tr("Number of groups")),
        ):
            self.addOutput(QgsProcessingOutputNumber(name, label))

    def _add_register_fields(self) -> None:
        for name, label, help_text in (
            ("FACTORY_ID_FIELD", tr("Factory id field"), tr("Names the records in the result.")),
            ("NAME_FIELD", tr("Factory name field"), tr("The name in Latin letters, or in both scripts.")),
            ("NAME_KM_FIELD", tr("Field of the name in Khmer"), tr("Compared with the other names in Khmer.")),
            ("LICENCE_FIELD", tr("Licence number field"), tr("One licence for two records is strong evidence.")),
            ("OPERATOR_FIELD", tr("Operator id field"), tr("One operator may run several factories: some evidence.")),
            ("ACTIVITY_FIELD", tr("Activity field (ISIC Rev. 4)"), tr("Different activities speak against a pair.")),
            ("COMMUNE_FIELD", tr("Commune code field"), tr("One commune is some evidence.")),
            ("PROVINCE_FIELD", tr("Province code field"), tr("Different provinces speak against a pair.")),
            ("EMPLOYEES_FIELD", tr("Employees field"), tr("About as many employees is some evidence.")),
            ("ACCURACY_FIELD", tr("Accuracy field (metres)"), tr("Radius within which the true place lies.")),
            ("METHOD_FIELD", tr("Location method field"), tr("Gives the accuracy where none is stated.")),
        ):
            self._add_field(name, label, "FACTORIES", help_text, advanced=True)

    def refusal(self, parameters: dict[str, Any], context: QgsProcessingContext) -> str:
        """Return why the parameters cannot work, nothing if they can."""
        sentence = self._check_layers(parameters, context) or self._check_fields(parameters, context)
        if sentence:
            return sentence
        try:
            self._check_evidence(parameters, context)
            output = self.destination(parameters, "OUTPUT")
            if output and Path(output).suffix.lower() != ".gpkg":
                raise LocationError(
                    "The duplicates are a GeoPackage: give the output a name that ends in .gpkg, not “{name}”.",
                    name=Path(output).name,
                )
            self._check_files(parameters, context)
        except LocationError as error:
            return said(error)
        return ""

    def _check_evidence(self, parameters: dict[str, Any], context: QgsProcessingContext) -> None:
        """Raise `LocationError` where nothing but the place could tell two factories from one."""
        source = self.parameterAsSource(parameters, "FACTORIES", context)
        telling = ("NAME_FIELD", "NAME_KM_FIELD", "LICENCE_FIELD")
        if not any(self._field(parameters, name, source, context) for name in telling):
            raise LocationError(
                "Say which field of the factories holds the name or the licence number ({parameters}): without them "
                "only the place could tell two factories from one. The layer has: {fields}.",
                parameters=", ".join(telling),
                fields=", ".join(source.fields().names()),
            )

    def _report_register(self, factories: Factories, feedback: QgsProcessingFeedback) -> None:
        """Tell what is odd in the register; a record without a location is compared all the same."""
        import shapely

        lost = int(shapely.is_missing(factories.geometries).sum())
        if lost:
            feedback.pushInfo(
                tr("Records without a usable location: {count}. They are compared by ids and names alone.").format(
                    count=lost
                )
            )
        told = [problem for problem in factories.layer.problems if problem.feature_id is None]
        self.report_layers([factories.layer], told, feedback)

    def execute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        from ..analysis.duplicates import find
        from ..register.duplicates import as_json, counts, decided_in, pair_rows, register_of, tables
        from ..storage.geopackage import whole_file, write_geopackage

        self.refuse(parameters, context)
        factories, fields = self.read_register(parameters, context, feedback)
        self._report_register(factories, feedback)
        limit = self.parameterAsDouble(parameters, "MAX_DISTANCE", context)
        least = _CERTAINTIES[self.parameterAsEnum(parameters, "MIN_CERTAINTY", context)]
        register = register_of(factories, fields)
        output = self.parameterAsOutputLayer(parameters, "OUTPUT", context)
        summary = self.parameterAsFileOutput(parameters, "SUMMARY", context)
        decided = decided_in(output)
        found = find(register, limit, least, ticker(feedback, 30, 85))
        pairs = pair_rows(register, found, factories.layer.frame.index.tolist(), limit, decided)
        answered = int(pairs["confirmed"].notna().sum())
        about = tr("Compared: {layers}.").format(layers=factories.layer.name)
        with whole_file(summary) if summary else nullcontext() as summary_file:
            write_geopackage(output, tables(register, found, pairs, about), ticker(feedback, 85, 100))
            if summary_file is not None:
                summary_file.write_text(as_json(factories, found, limit, answered), encoding="utf-8")
        told = counts(found)
        self._report_ignored(found.ignored, feedback)
        self._report(told, len(found.groups), len(decided), len(pairs) - len(found.pairs), feedback)
        labels = [("groups", tr("Groups that may be one factory")), ("pairs", tr("Pairs that may be one factory"))]
        self.load_tables(output, labels, context)
        return {
            "OUTPUT": output,
            "SUMMARY": summary,
            "PAIRS": f"{output}|layername=pairs",
            "GROUPS": f"{output}|layername=groups",
            **{word.upper(): count for word, count in told.items()},
            "GROUPS_COUNT": len(found.groups),
        }

    def _report_ignored(self, ignored: Sequence[tuple[str, str, int]], feedback: QgsProcessingFeedback) -> None:
        sentences = {
            "licence": tr("Licence number “{text}” is on {count} records, and is taken for none."),
            "id": tr("Factory id “{text}” is on {count} records, and is taken for none."),
        }
        for what, text, count in ignored:
            feedback.pushWarning(sentences[what].format(text=text, count=count))

    def _report(
        self, told: dict[str, int], groups: int, kept: int, not_found: int, feedback: QgsProcessingFeedback
    ) -> None:
        feedback.pushInfo(
            tr("Pairs: certain {certain}, likely {likely}, possible {possible}; groups: {groups}.").format(
                groups=groups, **told
            )
        )
        if kept:
            feedback.pushInfo(tr("Decisions kept from the earlier result: {count}.").format(count=kept))
        if not_found:
            feedback.pushWarning(
                tr(
                    "Decided pairs that are not found any more: {count}. They stay in the table, and say so in the "
                    "column “against”."
                ).format(count=not_found)
            )

    def read_register(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> tuple[Factories, dict[str, str]]:
        """Return the register, and the field of each purpose."""
        from ..frames import read_layer
        from ..inputs import factories_of

        source = self.parameterAsSource(parameters, "FACTORIES", context)
        fields = {name: self._field(parameters, name, source, context) for name in USUAL_FIELDS["FACTORIES"]}
        layer = read_layer(
            source,
            self.layer_of(parameters, "FACTORIES", context),
            role="factories",
            fields=source.fields().names(),
            crs=_CRS,
            tick=ticker(feedback, 0, 30),
        )
        return factories_of(layer, fields, 0.0), fields

"""Whether a rule pack can be used, what it covers, and its rules as a page to print."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputBoolean,
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
    QgsProcessingParameterFile,
    QgsProcessingParameterFileDestination,
)

from ..analysis.errors import LocationError
from ..base import FactoryAlgorithm, said
from ..i18n import tr
from ..storage.files import check_not_read

if TYPE_CHECKING:
    from ..rules.pack import Pack


class ValidateRules(FactoryAlgorithm):
    """Reads a pack, says what it covers, and writes its catalogue."""

    ID = "validate_rules"
    GROUP_ID = "checks"
    ICON = "validate_rules.svg"

    def displayName(self) -> str:
        return tr("Validate a rule pack")

    def tags(self) -> list[str]:
        return tr("rules,rule pack,validate,YAML,schema,catalogue,ISIC").split(",")

    def description(self) -> str:
        return tr(
            "Reads a rule pack with the packs it includes and says every mistake, with file, line, rule and value.\n\n"
            "For a pack without mistakes the log tells what it covers: rules by theme, layer and severity, the "
            "included packs, divisions of manufacturing that no rule names, and what is worth a second look. The "
            "catalogue is a page with every rule in words, to read and to print. A pack with mistakes ends the run "
            "with an error."
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        self.add(
            QgsProcessingParameterFile(
                "RULES", tr("Rule pack"), fileFilter=tr("Rule packs (*.yaml *.yml)"), optional=True
            ),
            tr("YAML file of rules; empty for the pack that ships with the plugin."),
        )
        self.add(
            QgsProcessingParameterFileDestination(
                "OUTPUT_HTML",
                tr("Catalogue of rules"),
                tr("HTML pages (*.html)"),
                optional=True,
                createByDefault=False,
            ),
            tr("A page with every rule in words, in the language of QGIS. Its name must end in .html."),
        )
        self.addOutput(QgsProcessingOutputNumber("RULES_COUNT", tr("Number of rules")))
        self.addOutput(QgsProcessingOutputString("ROLES", tr("Layers that the pack needs")))
        self.addOutput(QgsProcessingOutputBoolean("VALID", tr("The pack can be used")))

    def checkParameterValues(self, parameters: dict[str, Any], context: QgsProcessingContext) -> tuple[bool, str]:
        try:
            self._check_files(parameters, context)
        except LocationError as error:
            return False, said(error)
        return super().checkParameterValues(parameters, context)

    def _check_files(self, parameters: dict[str, Any], context: QgsProcessingContext) -> None:
        from ..storage.geopackage import check_destination

        rules = self.parameterAsFile(parameters, "RULES", context)
        if rules and not rules.lower().endswith((".yaml", ".yml")):
            raise LocationError("Rule pack “{path}”: choose a file whose name ends in .yaml or .yml.", path=rules)
        output = self.destination(parameters, "OUTPUT_HTML")
        if not output:
            return
        if Path(output).suffix.lower() not in (".html", ".htm"):
            raise LocationError(
                "The catalogue is a web page: give the output a name that ends in .html, not “{name}”.",
                name=Path(output).name,
            )
        check_destination(output)

    def execute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        from ..base import ticker
        from ..reports.rule_catalogue import catalogue
        from ..rules.pack import read_pack
        from ..storage.geopackage import whole_file

        self._check_files(parameters, context)
        pack = read_pack(self.parameterAsFile(parameters, "RULES", context))
        ticker(feedback, 0, 100)(0.5)
        _report(pack, feedback)
        output = self.parameterAsFileOutput(parameters, "OUTPUT_HTML", context)
        if output:
            _refuse_own_files(pack, output)
            with whole_file(output) as partial:
                partial.write_text(catalogue(pack), encoding="utf-8")
        ticker(feedback, 0, 100)(1.0)
        roles = sorted({rule.role for rule in pack.rules} | {"parks" for rule in pack.rules if rule.exempt_inside})
        results = {"RULES_COUNT": len(pack.rules), "ROLES": ",".join(roles), "VALID": True}
        return {**results, "OUTPUT_HTML": output} if output else results


def _refuse_own_files(pack: Pack, output: str) -> None:
    """Raise `LocationError` if the catalogue would replace a file of the pack."""
    check_not_read(output, [(tr("the rule pack"), str(pack.path.parent / name)) for name in pack.files])


def _report(pack: Pack, feedback: QgsProcessingFeedback) -> None:
    """Say in the log what a pack covers."""
    from ..messages import activity_label
    from ..rules.notes import all_included, counts, names_none, notes, unnamed_divisions
    from ..rules.words import word

    feedback.pushInfo(tr("The pack is valid: {title}. Rules: {count}.").format(title=pack.title, count=len(pack.rules)))
    feedback.pushInfo(_called(pack))
    for included in all_included(pack):
        feedback.pushInfo(tr("Includes {pack}").format(pack=_called(included)))
    for line, attribute in (
        (tr("Rules by theme: {list}"), "theme"),
        (tr("Rules by layer: {list}"), "role"),
        (tr("Rules by what breaking them is: {list}"), "severity"),
    ):
        listed = ", ".join(f"{word(value)} {count}" for value, count in counts(pack, attribute).items())
        feedback.pushInfo(line.format(list=listed))
    unnamed = unnamed_divisions(pack)
    for division in unnamed:
        feedback.pushInfo(tr("No rule names division {division}").format(division=activity_label(division)))
    if not unnamed:
        feedback.pushInfo(tr("Every division of manufacturing (ISIC 10 to 33) is named by a rule."))
    everyone = sum(names_none(rule) for rule in pack.rules)
    if everyone:
        feedback.pushInfo(tr("Rules for every activity alike: {count}.").format(count=everyone))
    for note in notes(pack):
        feedback.pushInfo(tr("Note: {note}").format(note=note))


def _called(pack: Pack) -> str:
    from ..rules.words import word

    return f"{pack.id} {pack.version}, {word(pack.status)}, {pack.vintage}"

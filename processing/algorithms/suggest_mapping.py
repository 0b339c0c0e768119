"""A mapping profile for a table, proposed from its columns."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterFileDestination,
)

from ..analysis.errors import LocationError
from ..base import said, ticker
from ..i18n import tr
from ..mapping.table_algorithm import TableAlgorithm


class SuggestMapping(TableAlgorithm):
    """Writes a profile that `import_register` takes, with the reason of every line."""

    ID = "suggest_mapping"
    ICON = "suggest_mapping.svg"
    PACKAGES = ("rapidfuzz", "unidecode")

    def displayName(self) -> str:
        return tr("Suggest a mapping")

    def tags(self) -> list[str]:
        return tr("register,import,mapping,profile,columns,CSV,Excel").split(",")

    def description(self) -> str:
        return tr(
            "Looks at the names and the values of a table's columns and proposes which field of the register each one "
            "holds, as a mapping profile for “Import into the register”.\n\nEvery line says how sure it is and why; "
            "columns that are not used are listed at the end. Change the file in any text editor."
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        self.declare_table()
        self.add(
            QgsProcessingParameterFileDestination(
                "OUTPUT", tr("Mapping profile"), tr("Mapping profiles (*.yaml *.yml)")
            ),
            tr("The YAML file to write."),
        )
        self.addOutput(QgsProcessingOutputNumber("COLUMNS_USED", tr("Columns used")))
        self.addOutput(QgsProcessingOutputNumber("COLUMNS_LEFT", tr("Columns not used")))

    def check(self, parameters: dict[str, Any], context: QgsProcessingContext) -> None:
        output = self.destination(parameters, "OUTPUT")
        if output and Path(output).suffix.lower() not in (".yaml", ".yml"):
            raise LocationError(
                "A mapping profile is YAML: give the output a name that ends in .yaml, not “{name}”.",
                name=Path(output).name,
            )
        if output and Path(output).exists():
            raise LocationError(
                "“{path}” is there already, and somebody may have changed it. Delete it, or choose another name.",
                path=output,
            )
        self.check_outputs(parameters, self.table_files(parameters, context), context, tables="", files=("OUTPUT",))

    def execute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        from ..mapping.suggest import suggest, write_profile, write_skeleton
        from ..storage.geopackage import whole_file

        self.refuse(parameters, context)
        table = self.open_table(parameters, context, self._how(parameters, context)[0])
        for remark in table.remarks:
            feedback.pushInfo(remark)
        ticker(feedback, 0, 100)(0.3)
        found = suggest(table)
        output = self.parameterAsFileOutput(parameters, "OUTPUT", context)
        name = re.sub("[^a-z0-9]+", "-", Path(output).stem.lower()).strip("-") or "suggested"
        lacks = found.lacks
        try:
            text = write_profile(found, name)
        except LocationError as error:
            lacks.append(tr("{why} The profile is to be filled in before it can be used.").format(why=said(error)))
            text = write_skeleton(found, name, said(error))
        with whole_file(output) as partial:
            partial.write_text(text, encoding="utf-8")
        feedback.pushInfo(text)
        for sentence in lacks:
            feedback.pushWarning(sentence)
        return {"OUTPUT": output, "COLUMNS_USED": len(table.names) - len(found.left), "COLUMNS_LEFT": len(found.left)}

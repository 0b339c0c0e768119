"""What the algorithms have in common that read any table: a layer of the project, or a file."""

from __future__ import annotations

import os
from typing import Any

from qgis.core import (
    QgsMapLayer,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingParameterString,
    QgsProcessingParameterVectorLayer,
    QgsVectorLayer,
)

from .analysis.errors import LocationError
from .base import FactoryAlgorithm, said
from .i18n import tr


class TableAlgorithm(FactoryAlgorithm):
    """Base of what reads any table: a layer of the project, or a file that QGIS itself may not open."""

    GROUP_ID = "register"

    def declare_table(self) -> None:
        """Declare the table and the sheet of it."""
        self.add(
            QgsProcessingParameterVectorLayer("INPUT", tr("Table or layer"), [QgsProcessing.SourceType.TypeVector]),
            tr(
                "A layer, or a file: CSV or other delimited text, XLSX, ODS, a JSON list, GeoJSON, Shapefile, "
                "GeoPackage. It is never changed."
            ),
        )
        self.add(
            QgsProcessingParameterString("SHEET", tr("Sheet or table of the file"), optional=True),
            tr("Empty: the one the profile names, else the first that holds something."),
        )

    def checkParameterValues(self, parameters: dict[str, Any], context: QgsProcessingContext) -> tuple[bool, str]:
        """Refuse what cannot work before anything is read, in sentences an officer can act on."""
        sentence = self.refusal(parameters, context)
        if sentence:
            return False, sentence
        # QGIS would refuse a file that it cannot open as a layer, such as a JSON list.
        stand_in = QgsVectorLayer("NoGeometry", "table", "memory")
        return super().checkParameterValues({**parameters, "INPUT": stand_in}, context)

    def refuse(self, parameters: dict[str, Any], context: QgsProcessingContext) -> None:
        """Raise what `checkParameterValues` says: a model does not ask it."""
        sentence = self.refusal(parameters, context)
        if sentence:
            raise QgsProcessingException(sentence)

    def refusal(self, parameters: dict[str, Any], context: QgsProcessingContext) -> str:
        """Return why the parameters cannot work, nothing if they can."""
        try:
            self.check(parameters, context)
        except LocationError as error:
            return said(error)
        return ""

    def check(self, parameters: dict[str, Any], context: QgsProcessingContext) -> None:
        """Raise `LocationError` where the parameters cannot work."""
        raise NotImplementedError

    def source(self, parameters: dict[str, Any], context: QgsProcessingContext) -> str | QgsVectorLayer:
        """Return the file of the table where one was named, otherwise the layer."""
        given = self.given(parameters, "INPUT", context)
        if not isinstance(parameters.get("INPUT"), QgsMapLayer):
            path = given.partition("|")[0]
            if os.path.exists(path):
                return given
        layer = self.parameterAsVectorLayer(parameters, "INPUT", context)
        if layer is None:
            label = self.parameterDefinition("INPUT").description()
            if not given:
                raise LocationError("{label}: nothing was chosen.", label=label)
            raise LocationError("{label}: “{path}” is neither a file nor a layer.", label=label, path=given)
        return layer

    def table_files(self, parameters: dict[str, Any], context: QgsProcessingContext) -> list[tuple[str, str]]:
        """Return what to call the table, with each file that it is read from."""
        source = self.source(parameters, context)
        if isinstance(source, str):
            from .files import side_files

            path = source.partition("|")[0]
            return [(self.parameterDefinition("INPUT").description(), file) for file in (path, *side_files(path))]
        return list(self.files_read(parameters, ("INPUT",), context))

"""What the algorithms have in common that read any table: a layer of the project, or a file."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsMapLayer,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingParameterString,
    QgsProcessingParameterVectorLayer,
    QgsVectorLayer,
)

from ..analysis.errors import LocationError
from ..base import FactoryAlgorithm, said
from ..i18n import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from .profile import Profile
    from .table_input import TableInput


class TableAlgorithm(FactoryAlgorithm):
    """Base of what reads any table: a layer of the project, or a file that QGIS itself may not open."""

    GROUP_ID = "register"
    # The parameter of the table.
    TABLE = "INPUT"

    def declare_table(self, label: str = "") -> None:
        """Declare the table and the sheet of it."""
        called = label or tr("Table or layer")
        self.add(
            QgsProcessingParameterVectorLayer(self.TABLE, called, [QgsProcessing.SourceType.TypeVector]),
            tr(
                "A layer, or a file: CSV or other delimited text, XLSX, ODS, a JSON list, GeoJSON, Shapefile, "
                "GeoPackage. It is never changed."
            ),
        )
        self.add(
            QgsProcessingParameterString("SHEET", tr("Sheet or table of the file"), optional=True),
            tr("Empty: the one the profile names, else the sheet that is most like a table, or the first table."),
        )

    def checkParameterValues(self, parameters: dict[str, Any], context: QgsProcessingContext) -> tuple[bool, str]:
        """Refuse what cannot work before anything is read, in sentences an officer can act on."""
        sentence = self.refusal(parameters, context)
        if sentence:
            return False, sentence
        # QGIS would refuse a file that it cannot open as a layer, such as a JSON list.
        stand_in = QgsVectorLayer("NoGeometry", "table", "memory")
        return super().checkParameterValues({**parameters, self.TABLE: stand_in}, context)

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
        given = self.given(parameters, self.TABLE, context)
        if not isinstance(parameters.get(self.TABLE), QgsMapLayer):
            path = given.partition("|")[0]
            if os.path.exists(path):
                return given
        layer = self.parameterAsVectorLayer(parameters, self.TABLE, context)
        if layer is None:
            label = self.parameterDefinition(self.TABLE).description()
            if not given:
                raise LocationError("{label}: nothing was chosen.", label=label)
            raise LocationError("{label}: “{path}” is neither a file nor a layer.", label=label, path=given)
        return layer

    def table_files(self, parameters: dict[str, Any], context: QgsProcessingContext) -> list[tuple[str, str]]:
        """Return what to call the table, with each file that it is read from."""
        source = self.source(parameters, context)
        if isinstance(source, str):
            from ..storage.files import side_files

            path = source.partition("|")[0]
            return [(self.parameterDefinition(self.TABLE).description(), file) for file in (path, *side_files(path))]
        return list(self.files_read(parameters, (self.TABLE,), context))

    def table_and_profile(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
        *,
        unique: bool = True,
        elsewhere: Callable[[TableInput], Iterable[str]] | None = None,
    ) -> tuple[TableInput, Profile]:
        """Open the table, read the profile or suggest one, and say in the log how the table is read.

        `unique` is whether the rows go into a register, so that they have to be told apart and to be complete.
        `elsewhere` returns the columns that are used without the profile, so that they are not told as left over.
        """
        from dataclasses import replace

        from .profile import Source, bind, load_profile, skipped
        from .table_input import open_table

        path = self.parameterAsFile(parameters, "PROFILE", context)
        profile = load_profile(path) if path else None
        how = profile.source if profile is not None else Source()
        sheet = self.parameterAsString(parameters, "SHEET", context)
        table = open_table(self.source(parameters, context), replace(how, sheet=sheet) if sheet else how)
        feedback.pushInfo(
            tr("Read: {source}. Columns: {names}.").format(source=table.name, names=", ".join(table.names))
        )
        for remark in table.remarks:
            feedback.pushInfo(remark)
        if profile is None:
            from .profile import parse_profile
            from .suggest import suggest, write_profile

            found = suggest(table)
            for column in elsewhere(table) if elsewhere is not None else ():
                found.left.pop(column, None)
            text = write_profile(found, unique=unique)
            feedback.pushWarning(tr("No profile was given. This one was suggested from the table:"))
            feedback.pushInfo(text)
            for sentence in found.lacks if unique else ():
                feedback.pushWarning(sentence)
            profile = parse_profile(text, tr("suggested mapping"))
        bound = bind(profile, table.names, table.has_geometry)
        absent = skipped(profile, bound)
        if absent:
            feedback.pushWarning(
                tr(
                    "The profile names columns that the source does not have; their fields are left alone: {names}."
                ).format(names=", ".join(absent))
            )
        return table, bound

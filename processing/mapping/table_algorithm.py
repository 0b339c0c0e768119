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
from ..at_hand import in_project
from ..base import FactoryAlgorithm, said
from ..i18n import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from .profile import Profile, Source
    from .table_input import FileLayer, TableInput


class TableAlgorithm(FactoryAlgorithm):
    """Base of what reads any table: a layer of the project, or a file that QGIS itself may not open."""

    GROUP_ID = "register"
    # The parameter of the table.
    TABLE = "INPUT"

    # What `prepareAlgorithm` has made of a file that QGIS opens: a thread must not open it.
    _opened: FileLayer | Exception | None = None

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

    def prepareAlgorithm(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> bool:
        """Open a file here, with the sheet and the encoding that are asked for; `at_hand` does not know of them."""
        self._opened = None
        file = self._file(parameters, context)
        if not file or not self.canExecute()[0] or in_project(file, context) is not None:
            return super().prepareAlgorithm(parameters, context, feedback)
        ready = super().prepareAlgorithm({**parameters, self.TABLE: None}, context, feedback)
        self._at_hand = {**(self._at_hand or {}), self.TABLE: file}
        try:
            self._opened = self._layer_of(file, parameters, context)
        except Exception as error:  # the run tells of it, after all else that it refuses
            self._opened = error.with_traceback(None)  # its frames hold layers
        return ready

    def _layer_of(self, file: str, parameters: dict[str, Any], context: QgsProcessingContext) -> FileLayer | None:
        from .table_input import layer_of_file

        opened = layer_of_file(file, self._how(parameters, context)[0])
        if opened is not None:
            self.keep([opened.layer], context)
        return opened

    def _how(self, parameters: dict[str, Any], context: QgsProcessingContext) -> tuple[Source, Profile | None]:
        """Return how the table is to be read, and the profile that says so where one was given."""
        from dataclasses import replace

        from .profile import Source, load_profile

        # Not every algorithm of a table takes a profile.
        path = self.parameterAsFile(parameters, "PROFILE", context) if self.parameterDefinition("PROFILE") else ""
        profile = load_profile(path) if path else None
        how = profile.source if profile is not None else Source()
        sheet = self.parameterAsString(parameters, "SHEET", context)
        return (replace(how, sheet=sheet) if sheet else how), profile

    def open_table(self, parameters: dict[str, Any], context: QgsProcessingContext, how: Source) -> TableInput:
        """Open the table; `prepareAlgorithm` may have opened its file."""
        from .table_input import open_table

        if isinstance(self._opened, Exception):
            raise self._opened
        return open_table(self.source(parameters, context), how, self._opened)

    def _file(self, parameters: dict[str, Any], context: QgsProcessingContext) -> str:
        """Return the file that was named for the table, with what is asked for in it; empty where none was."""
        if isinstance(parameters.get(self.TABLE), QgsMapLayer):
            return ""
        given = self.given(parameters, self.TABLE, context)
        return given if os.path.exists(given.partition("|")[0]) else ""

    def source(self, parameters: dict[str, Any], context: QgsProcessingContext) -> str | QgsVectorLayer:
        """Return the file of the table where one was named, otherwise the layer."""
        file = self._file(parameters, context)
        if file:
            return file
        layer = self.parameterAsVectorLayer(parameters, self.TABLE, context)
        if layer is None:
            given = self.given(parameters, self.TABLE, context)
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
        from .profile import bind, skipped

        how, profile = self._how(parameters, context)
        table = self.open_table(parameters, context, how)
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

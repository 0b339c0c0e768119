"""What the algorithms that change a register have in common: their parameters, their refusals, and what follows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterString,
    QgsProcessingParameterVectorDestination,
    QgsProcessingParameterVectorLayer,
    QgsVectorLayer,
)

from ..analysis.errors import LocationError
from ..base import FactoryAlgorithm, said
from ..i18n import tr
from ..unopened import refuse_unopened

if TYPE_CHECKING:
    from ..storage.geopackage import Table


class RegisterAlgorithm(FactoryAlgorithm):
    """Base of the algorithms that change a register; subclasses name the layers that they read in `INPUTS`."""

    GROUP_ID = "register"
    INPUTS: tuple[str, ...] = ()

    def __init__(self) -> None:
        super().__init__()
        self._to_refresh: Any = None

    def declare_register(self) -> None:
        self.add(
            QgsProcessingParameterVectorLayer("REGISTER", tr("Register"), [QgsProcessing.SourceType.TypeVector]),
            tr("The register to change: a GeoPackage, or a table of PostGIS. It must not be in edit mode."),
        )

    def declare_run(self, *, reason: bool = True) -> None:
        self.add(
            QgsProcessingParameterBoolean("DRY_RUN", tr("Only try it out"), False),
            tr("Everything is looked up and reported, and nothing is changed."),
        )
        self.add(
            QgsProcessingParameterString("WHO", tr("Who decides"), optional=True),
            tr("The name kept in the log. Empty: the name of the account."),
        )
        if reason:
            self.add(
                QgsProcessingParameterString("REASON", tr("Reason"), optional=True),
                tr("Kept in the log beside every change. Empty: the evidence."),
            )

    def declare_outputs(self, report: str, report_help: str) -> None:
        self.add(
            QgsProcessingParameterVectorDestination(
                "REPORT", report, QgsProcessing.SourceType.TypeVector, optional=True, createByDefault=True
            ),
            report_help,
        )
        self.add(
            QgsProcessingParameterFileDestination(
                "SUMMARY", tr("Summary (JSON)"), tr("JSON files (*.json)"), optional=True, createByDefault=False
            ),
            tr("Counts, and the batch by which the changes can be undone."),
        )
        self.addOutput(QgsProcessingOutputString("BATCH", tr("Batch in the log")))

    def declare_count(self, name: str, label: str) -> None:
        self.addOutput(QgsProcessingOutputNumber(name, label))

    def checkParameterValues(self, parameters: dict[str, Any], context: QgsProcessingContext) -> tuple[bool, str]:
        """Refuse what cannot work before anything is read, in sentences an officer can act on."""
        try:
            self.check(parameters, context)
        except LocationError as error:
            return False, said(error)
        return super().checkParameterValues(parameters, context)

    def check(self, parameters: dict[str, Any], context: QgsProcessingContext) -> None:
        """Raise `LocationError` where the register cannot be changed, or an output would replace an input."""
        from ..storage.files import check_not_read, files_read
        from ..storage.geopackage import check_destination
        from .table import check_no_result, check_not_edited, place_of

        register = self.layer(parameters, "REGISTER", context)
        check_no_result(register, self.parameterDefinition("REGISTER").description())
        place = place_of(register)
        if self.changes(parameters, context):
            check_not_edited(register, place, self.edited(context))
        read = [(self.parameterDefinition("REGISTER").description(), place.path)] if place.path else []
        for name in self.INPUTS:
            layer = self.layer(parameters, name, context)
            label = self.parameterDefinition(name).description()
            read += [(label, file) for file in files_read(layer, context.getMapLayer)]
        report, summary = (self.destination(parameters, name) for name in ("REPORT", "SUMMARY"))
        if report and Path(report).suffix.lower() != ".gpkg":
            raise LocationError(
                "The report is a GeoPackage: give it a name that ends in .gpkg, not “{name}”.", name=Path(report).name
            )
        for path in filter(None, (report, summary)):
            check_destination(path)
            check_not_read(path, read)
        if report and Path(report) == Path(summary or "."):
            raise LocationError("The summary and the report need two files: both are “{path}”.", path=report)
        if report:
            self.check_replaced(report, context)

    def changes(self, parameters: dict[str, Any], context: QgsProcessingContext) -> bool:
        """Return whether a run changes the register, and does not only look."""
        return not self.parameterAsBool(parameters, "DRY_RUN", context)

    def layer(self, parameters: dict[str, Any], name: str, context: QgsProcessingContext) -> QgsVectorLayer:
        """Return the layer of an input; raise `LocationError` where there is none."""
        layer = self.parameterAsVectorLayer(parameters, name, context)
        if layer is None or not layer.isValid():
            label = self.parameterDefinition(name).description()
            refuse_unopened(label, self.given(parameters, name, context), context, needed=True)
        return layer

    @contextmanager
    def outputs(self, parameters: dict[str, Any], context: QgsProcessingContext) -> Iterator[Outputs]:
        """Give what the report and the summary are written to; they take their places when the register is changed."""
        from ..storage.geopackage import whole_file

        report = self.parameterAsOutputLayer(parameters, "REPORT", context)
        summary = self.parameterAsFileOutput(parameters, "SUMMARY", context)
        with ExitStack() as stack:
            files = [Path(stack.enter_context(whole_file(path))) if path else None for path in (report, summary)]
            yield Outputs(report, summary, *files)

    def changed(self, parameters: dict[str, Any], context: QgsProcessingContext) -> None:
        """Have the layers of the register drawn again when the run is over."""
        from .table import place_of

        self._to_refresh = place_of(self.layer(parameters, "REGISTER", context))

    def postProcessAlgorithm(self, context: QgsProcessingContext, feedback: QgsProcessingFeedback) -> dict[str, Any]:
        if self._to_refresh is not None:
            refresh(self._to_refresh, context)
        return {}


class Outputs:
    """The report and the summary of a run, not yet in their places."""

    def __init__(self, report: str, summary: str, report_file: Path | None, summary_file: Path | None) -> None:
        self.report, self.summary = report, summary
        self._report_file, self._summary_file = report_file, summary_file

    def write(self, tables: Sequence[Table], summary: Mapping[str, Any]) -> None:
        """Write both, as far as they were asked for."""
        from ..provenance import head, summary_text
        from ..storage.geopackage import write_geopackage

        if self._report_file is not None:
            write_geopackage(self._report_file, tables)
        if self._summary_file is not None:
            told = {**head(1), **summary}
            self._summary_file.write_text(summary_text(told), encoding="utf-8")


def refresh(place: Any, context: QgsProcessingContext) -> None:
    """Let the layers of a project that show a register read it again."""
    from ..storage.files import are_one, files_read

    project = context.project()
    for layer in project.mapLayers().values() if project is not None else ():
        if not isinstance(layer, QgsVectorLayer) or layer.isEditable():
            continue
        of_file = place.path and any(are_one(place.path, file) for file in files_read(layer, project.mapLayer))
        if of_file or (not place.path and layer.providerType() == "postgres"):
            layer.dataProvider().reloadData()
            layer.updateExtents()
            layer.triggerRepaint()

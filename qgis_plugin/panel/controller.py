"""Runs the check in the background: the same algorithm and parameters as the toolbox and qgis_process."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from qgis.core import (
    Qgis,
    QgsApplication,
    QgsMessageLog,
    QgsProcessingAlgRunnerTask,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProject,
)
from qgis.PyQt.QtCore import QObject, pyqtSignal

from ...processing.i18n import tr
from ..project.in_hand import in_hand
from ..project.results import ResultError, add_results, findings_path

ALGORITHM = "factory:check_locations"
LOG = "Factory Locations"

_WAIT_MS = 10_000


class RunFeedback(QgsProcessingFeedback):
    """Passes on what the algorithm says, from its thread to the panel's, and keeps its errors."""

    said = pyqtSignal(str)

    def __init__(self) -> None:
        super().__init__(False)
        self.errors: list[str] = []

    def reportError(self, error: str, fatalError: bool = False) -> None:
        self.errors.append(error)
        super().reportError(error, fatalError)

    def setProgressText(self, text: str) -> None:
        super().setProgressText(text)
        self.said.emit(text)


class CheckController(QObject):
    """Starts, stops and finishes one check at a time."""

    started = pyqtSignal()
    progressed = pyqtSignal(float)
    said = pyqtSignal(str)
    finished = pyqtSignal(object)
    failed = pyqtSignal(str)
    cancelled = pyqtSignal()

    def __init__(self, project: QgsProject, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._project = project
        # The task uses both from its thread: they live as long as it does.
        self._context: QgsProcessingContext | None = None
        self._feedback: RunFeedback | None = None
        self._task: QgsProcessingAlgRunnerTask | None = None
        self._began = datetime.now()
        self._asked_to_stop = False
        self._register_labelled = False
        self._layers: set[str] = set()
        project.layersWillBeRemoved.connect(self._layers_leave)
        self._listening = True

    @property
    def running(self) -> bool:
        """Whether a check is under way."""
        return self._task is not None

    def unavailable(self) -> str:
        """Return what to install before a check can run, or an empty text."""
        algorithm = QgsApplication.processingRegistry().algorithmById(ALGORITHM)
        if algorithm is None:
            return tr("The algorithm {name} is missing: enable the plugin again.").format(name=ALGORITHM)
        able, advice = algorithm.canExecute()
        return "" if able else advice

    def start(self, parameters: dict[str, Any], chosen_file: str = "") -> None:
        """Begin a check; its outcome arrives as `finished`, `failed` or `cancelled`.

        Parameters
        ----------
        parameters : dict
            Parameters of ``check_locations`` without ``OUTPUT``; layers by id.
        chosen_file : str
            GeoPackage for the findings; empty for the usual place. An existing file is kept.
        """
        if self.running:
            return
        unavailable = self.unavailable()
        if unavailable:
            self.failed.emit(unavailable)
            return
        self._began = datetime.now()
        parameters = {**parameters, "OUTPUT": str(findings_path(self._project, chosen_file, self._began))}
        algorithm = QgsApplication.processingRegistry().createAlgorithmById(ALGORITHM)
        self._context = QgsProcessingContext()
        self._context.setProject(self._project)
        self._feedback = RunFeedback()
        self._context.setFeedback(self._feedback)
        fine, why = algorithm.checkParameterValues(parameters, self._context)
        if not fine:
            self._release()
            self.failed.emit(why)
            return
        given = in_hand(self._project, parameters)
        self._run(QgsProcessingAlgRunnerTask(algorithm, given, self._context, self._feedback), parameters)

    def cancel(self) -> None:
        """Ask the check to stop; `cancelled` follows."""
        if self._task is not None:
            self._asked_to_stop = True
            self._task.cancel()

    def shutdown(self) -> None:
        """Stop the check and wait for its thread: the plugin is about to go."""
        if self._listening:
            self._project.layersWillBeRemoved.disconnect(self._layers_leave)
            self._listening = False
        if self._task is None:
            return
        self.blockSignals(True)
        self._stop()

    def _stop(self) -> None:
        task = self._task
        self.cancel()
        if task is not None:
            task.waitForFinished(_WAIT_MS)

    def _layers_leave(self, identifiers: list[str]) -> None:
        """Stop before a layer that is being read is deleted: its thread has it in hand."""
        if self._layers.intersection(identifiers):
            self._stop()

    def _run(self, task: QgsProcessingAlgRunnerTask, parameters: dict[str, Any]) -> None:
        self._asked_to_stop = False
        if task.isCanceled():  # QGIS prepares the algorithm at once, and cancels the task when that fails
            self._fail()
            return
        task.setDescription(tr("Check factory locations"))
        register = self._project.mapLayer(str(parameters.get("FACTORIES")))
        self._register_labelled = register is not None and register.labelsEnabled()
        layers = [self._project.mapLayer(str(value)) for value in parameters.values()]
        task.setDependentLayers([layer for layer in layers if layer is not None])
        self._layers = {layer.id() for layer in layers if layer is not None}
        task.executed.connect(self._executed)
        task.progressChanged.connect(self.progressed)
        if self._feedback is not None:
            self._feedback.said.connect(self.said)
        self._task = task
        self.started.emit()
        QgsApplication.taskManager().addTask(task)

    def _executed(self, successful: bool, outputs: dict[str, Any]) -> None:
        self._task = None
        self._write_log()
        if not successful:
            self._fail()
            return
        try:
            layers = add_results(self._project, outputs["OUTPUT"], self._began, not self._register_labelled)
        except ResultError as error:
            self._release()
            self.failed.emit(str(error))
            return
        self._release()
        self.finished.emit(layers)

    def _fail(self) -> None:
        errors = self._feedback.errors if self._feedback is not None else []
        why = (
            errors[-1] if errors else tr("The check stopped without saying why; see the log “{name}”.").format(name=LOG)
        )
        stopped = self._asked_to_stop
        self._release()
        if stopped:
            self.cancelled.emit()
        else:
            self.failed.emit(why)

    def _write_log(self) -> None:
        if self._feedback is not None:
            QgsMessageLog.logMessage(self._feedback.textLog().strip(), LOG, Qgis.MessageLevel.Info, False)

    def _release(self) -> None:
        self._layers = set()
        self._task = None
        self._context = None
        self._feedback = None

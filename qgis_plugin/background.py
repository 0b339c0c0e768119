"""An algorithm in the background: the same one, with the same parameters, as in the toolbox and in qgis_process."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from qgis.core import (
    Qgis,
    QgsApplication,
    QgsMessageLog,
    QgsProcessingAlgRunnerTask,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProject,
    QgsTask,
)
from qgis.PyQt.QtCore import QObject, pyqtSignal

from ..processing.i18n import tr
from ..processing.uri import without_passwords
from .project.in_hand import in_hand, layers_of
from .trouble import Trouble

LOG = "Factory Locations"

WAIT_MS = 10_000
# QGIS 3.26 learned not to show every task in the status bar: a run of 50 ms would only flicker there.
HIDDEN = getattr(QgsTask.Flag, "Hidden", None)


class RunFeedback(QgsProcessingFeedback):
    """Passes on what the algorithm says, from its thread to the panel's, and keeps its errors and warnings."""

    said = pyqtSignal(str)

    def __init__(self) -> None:
        super().__init__(False)
        self.errors: list[str] = []
        self.warnings: list[str] = []
        # Algorithms of QGIS let go of it in their thread, where Qt asks it for `disconnectNotify` with a lock in hand.
        # The first time that waits for Python; the window may have Python, and want the lock: neither would go on.
        self.progressChanged.connect(self._forget)
        self.progressChanged.disconnect(self._forget)

    def _forget(self, _percent: float) -> None:
        """Hear of nothing."""

    def reportError(self, error: str, fatalError: bool = False) -> None:
        self.errors.append(error)
        super().reportError(error, fatalError)

    def pushWarning(self, warning: str) -> None:
        self.warnings.append(warning)
        super().pushWarning(warning)

    def setProgressText(self, text: str) -> None:
        super().setProgressText(text)
        self.said.emit(text)


def unavailable(identifier: str) -> str:
    """Return what to install before an algorithm can run, or an empty text."""
    algorithm = QgsApplication.processingRegistry().algorithmById(identifier)
    if algorithm is None:
        return tr("The algorithm {name} is missing: enable the plugin again.").format(name=identifier)
    able, advice = algorithm.canExecute()
    return "" if able else str(advice)


class BackgroundRun(QObject):
    """Starts, stops and finishes one run at a time.

    Every `start` is followed by exactly one of `finished` (with the outputs), `failed` (with the reason) or
    `cancelled`; where the run cannot begin, before `start` returns. It is stopped, and waited for, before a layer that
    it reads is deleted, and when its project is closed: what comes out must not arrive in the next one.
    """

    started = pyqtSignal()
    progressed = pyqtSignal(float)
    said = pyqtSignal(str)
    finished = pyqtSignal(dict)
    failed = pyqtSignal(str)
    cancelled = pyqtSignal()

    def __init__(self, project: QgsProject, parent: QObject | None = None, *, hidden: bool = False) -> None:
        super().__init__(parent)
        self._project = project
        self._hidden = hidden
        # The task uses both from its thread: they live as long as it does.
        self._context: QgsProcessingContext | None = None
        self._feedback: RunFeedback | None = None
        self._task: QgsProcessingAlgRunnerTask | None = None
        self._asked_to_stop = False
        self.warnings: list[str] = []  # of the last run that finished
        self._layers: set[str] = set()
        self._trouble = Trouble()
        project.layersWillBeRemoved.connect(self._layers_leave)
        project.cleared.connect(self._project_left)
        self._listening = True

    def details(self) -> str:
        """Return what somebody who helps wants to know about the run that failed last; without passwords."""
        return self._trouble.text()

    @property
    def running(self) -> bool:
        """Whether a run is under way."""
        return self._task is not None

    def start(self, identifier: str, parameters: Mapping[str, Any], title: str) -> None:
        """Begin a run; nothing happens while another one is under way.

        Parameters
        ----------
        identifier : str
            Of an algorithm, such as ``factory:check_locations``.
        parameters : mapping
            As for the algorithm; layers of the project by id.
        title : str
            What QGIS calls the run in its status bar.
        """
        if self.running:
            return
        missing = unavailable(identifier)
        self._trouble = Trouble(identifier, dict(parameters))
        if missing:
            self._tell_failed(missing)
            return
        given = in_hand(self._project, parameters)
        algorithm = QgsApplication.processingRegistry().createAlgorithmById(identifier)
        self._context, self._feedback = QgsProcessingContext(), RunFeedback()
        self._context.setProject(self._project)
        self._context.setFeedback(self._feedback)
        fine, why = algorithm.checkParameterValues(given, self._context)
        if not fine:
            self._release()
            self._tell_failed(why)
            return
        flags = (QgsTask.Flag.CanCancel | HIDDEN,) if self._hidden and HIDDEN is not None else ()
        task = QgsProcessingAlgRunnerTask(algorithm, given, self._context, self._feedback, *flags)
        self._asked_to_stop = False
        if task.isCanceled():  # QGIS prepares the algorithm at once, and cancels the task when that fails
            self._fail()
            return
        self._begin(task, title, given)

    def reads(self, identifiers: Iterable[str]) -> bool:
        """Return whether the run reads one of these layers."""
        return not self._layers.isdisjoint(identifiers)

    def cancel(self) -> None:
        """Ask the run to stop; `cancelled` follows."""
        if self._task is not None:
            self._asked_to_stop = True
            self._task.cancel()

    def stop(self) -> None:
        """Stop the run, and wait for its thread."""
        task = self._task
        self.cancel()
        if task is not None:
            task.waitForFinished(WAIT_MS)

    def shutdown(self) -> None:
        """Stop for good, and say nothing more: the plugin is about to go."""
        if self._listening:
            self._project.layersWillBeRemoved.disconnect(self._layers_leave)
            self._project.cleared.disconnect(self._project_left)
            self._listening = False
        self.blockSignals(True)
        self.stop()

    def _begin(self, task: QgsProcessingAlgRunnerTask, title: str, given: Mapping[str, Any]) -> None:
        task.setDescription(title)
        layers = layers_of(given)
        task.setDependentLayers([layer for layer in layers if layer.id() in self._project.mapLayers()])
        self._layers = {layer.id() for layer in layers}
        task.executed.connect(self._executed)
        task.progressChanged.connect(self.progressed)
        if self._feedback is not None:
            self._feedback.said.connect(self.said)
        self._task = task
        self.started.emit()
        QgsApplication.taskManager().addTask(task)

    def _layers_leave(self, identifiers: list[str]) -> None:
        """Stop before a layer that is being read is deleted: its thread has it in hand."""
        if not self.reads(identifiers):
            return
        if set(identifiers) >= set(self._project.mapLayers()):
            self._project_left()  # is being closed; `cleared` comes when the layers have gone
        else:
            self.stop()

    def _project_left(self) -> None:
        """Let go of a run whose project is closed, also of one that has just ended and was not told yet."""
        task, kept = self._task, (self._context, self._feedback)
        if task is None:
            return
        task.executed.disconnect(self._executed)  # first: whoever waits for a task is told its end meanwhile
        task.executed.connect(lambda *_: kept)  # the task uses both until it has said its last word
        self.stop()
        self._release()
        self.cancelled.emit()

    def _executed(self, successful: bool, outputs: dict[str, Any]) -> None:
        if not self._hidden or not successful:
            self._write_log()
        if not successful:
            self._fail()
            return
        self.warnings = self._feedback.warnings if self._feedback is not None else []
        self._release()
        self.finished.emit(outputs)  # also where it was asked to stop too late: the outputs are there

    def _fail(self) -> None:
        errors = self._feedback.errors if self._feedback is not None else []
        why = errors[-1] if errors else tr("It stopped without saying why; see the log “{name}”.").format(name=LOG)
        stopped = self._asked_to_stop
        log = self._feedback.textLog() if self._feedback is not None else ""
        self._release()
        if stopped:
            self.cancelled.emit()
        else:
            self._tell_failed(why, log)

    def _tell_failed(self, why: str, log: str = "") -> None:
        why = without_passwords(why)
        self._trouble = replace(self._trouble, sentence=why, log=log)
        self.failed.emit(why)

    def _write_log(self) -> None:
        if self._feedback is not None:
            told = without_passwords(self._feedback.textLog().strip())
            QgsMessageLog.logMessage(told, LOG, Qgis.MessageLevel.Info, False)

    def _release(self) -> None:
        self._layers = set()
        self._task = None
        self._context = None
        self._feedback = None

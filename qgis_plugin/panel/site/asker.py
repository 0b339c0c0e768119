"""Asks `factory:assess_site` in the background, one question after another.

While one is under way only the last of those that follow waits: a place that is dragged over the map leaves dozens.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from qgis.core import (
    Qgis,
    QgsApplication,
    QgsMessageLog,
    QgsProcessingAlgRunnerTask,
    QgsProcessingContext,
    QgsProject,
    QgsTask,
)
from qgis.PyQt.QtCore import QObject, pyqtSignal

from ....processing.i18n import tr
from ....processing.threads import keep_python_state
from ...project.in_hand import in_hand, layers_of
from ..controller import LOG, RunFeedback
from .answer import answer

ALGORITHM = "factory:assess_site"

_WAIT_MS = 10_000
# QGIS 3.26 learned not to show every task in the status bar: an answer of 50 ms would only flicker there.
_HIDDEN = getattr(QgsTask.Flag, "Hidden", None)


@dataclass(frozen=True)
class Question:
    """What is asked about a place.

    Attributes
    ----------
    lon, lat : float
        Degrees of WGS 84.
    parameters : dict
        Further parameters of ``factory:assess_site``; layers by id.
    """

    lon: float
    lat: float
    parameters: dict[str, Any] = field(default_factory=dict)

    def given(self) -> dict[str, Any]:
        """Return all parameters."""
        return {**self.parameters, "POINT": f"{self.lon!r},{self.lat!r} [EPSG:4326]"}


def known(parameters: dict[str, Any]) -> dict[str, Any]:
    """Return those parameters that ``factory:assess_site`` has: others are for the check of a register."""
    algorithm = QgsApplication.processingRegistry().algorithmById(ALGORITHM)
    if algorithm is None:
        return {}
    return {name: value for name, value in parameters.items() if algorithm.parameterDefinition(name) is not None}


def unavailable() -> str:
    """Return what to install before a site can be checked, or an empty text."""
    algorithm = QgsApplication.processingRegistry().algorithmById(ALGORITHM)
    if algorithm is None:
        return tr("The algorithm {name} is missing: enable the plugin again.").format(name=ALGORITHM)
    able, advice = algorithm.canExecute()
    return "" if able else str(advice)


class Asker(QObject):
    """Answers questions in tasks of QGIS."""

    answered = pyqtSignal(object, object)  # Question, Answer
    written = pyqtSignal(object, dict)  # Question, outputs: where files were asked for
    failed = pyqtSignal(object, str)  # Question, why
    busy_changed = pyqtSignal(bool)

    def __init__(self, project: QgsProject, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._project = project
        # The task uses both from its thread: they live as long as it does.
        self._context: QgsProcessingContext | None = None
        self._feedback: RunFeedback | None = None
        self._task: QgsProcessingAlgRunnerTask | None = None
        self._asked: Question | None = None
        self._next: Question | None = None
        self._dropped = False
        self._layers: set[str] = set()
        project.layersWillBeRemoved.connect(self._layers_leave)

    @property
    def busy(self) -> bool:
        """Whether an answer is under way."""
        return self._task is not None

    def ask(self, question: Question) -> None:
        """Ask now, or as soon as the answer under way is there; a question that still waits is replaced."""
        if self._task is not None:
            self._next = question
            return
        self._start(question)

    def drop(self) -> None:
        """Want no answer any more, neither to what is under way nor to what waits."""
        self._next = None
        if self._task is not None:
            self._dropped = True
            self._task.cancel()

    def shutdown(self) -> None:
        """Stop and wait for the thread: the plugin is about to go."""
        self._project.layersWillBeRemoved.disconnect(self._layers_leave)
        self.blockSignals(True)
        self._stop()

    def _stop(self) -> None:
        task = self._task
        self.drop()
        if task is not None:
            task.waitForFinished(_WAIT_MS)

    def _layers_leave(self, identifiers: list[str]) -> None:
        """Let go of layers before they are deleted; an answer takes a moment, and stops within less."""
        if self._task is not None and self._layers.intersection(identifiers):
            self._stop()

    def _start(self, question: Question) -> None:
        parameters = in_hand(self._project, question.given())
        algorithm = QgsApplication.processingRegistry().createAlgorithmById(ALGORITHM)
        if algorithm is None:
            self.failed.emit(question, unavailable())
            return
        self._context = QgsProcessingContext()
        self._context.setProject(self._project)
        self._feedback = RunFeedback()
        self._context.setFeedback(self._feedback)
        flags = () if _HIDDEN is None else (QgsTask.Flag.CanCancel | _HIDDEN,)
        task = QgsProcessingAlgRunnerTask(algorithm, parameters, self._context, self._feedback, *flags)
        self._asked, self._dropped = question, False
        if task.isCanceled():  # QGIS prepares the algorithm at once, and cancels the task when that fails
            self._release()
            self.failed.emit(question, self._why())
            return
        task.setDescription(tr("Check a site"))
        self._layers = {layer.id() for layer in layers_of(parameters)}
        task.executed.connect(self._executed)
        self._task = task
        self.busy_changed.emit(True)
        QgsApplication.taskManager().addTask(task)

    def _executed(self, successful: bool, outputs: dict[str, Any]) -> None:
        question, why, dropped = self._asked, self._why(), self._dropped
        log = self._feedback.textLog().strip() if self._feedback is not None else ""
        self._release()
        following, self._next = self._next, None
        if following is not None:  # first of all: the next answer is made while this one is shown
            self._start(following)
        else:
            self.busy_changed.emit(False)
        if dropped or question is None:
            return
        if not successful:
            QgsMessageLog.logMessage(log, LOG, Qgis.MessageLevel.Info, False)
            self.failed.emit(question, why)
        elif "RESULT" in outputs:
            self.answered.emit(question, answer(str(outputs["RESULT"])))
        else:
            self.written.emit(question, dict(outputs))

    def _why(self) -> str:
        errors = self._feedback.errors if self._feedback is not None else []
        return errors[-1] if errors else tr("It stopped without saying why; see the log “{name}”.").format(name=LOG)

    def _release(self) -> None:
        self._task = None
        self._context = None
        self._feedback = None


class Preparation(QgsTask):
    """Runs something once in a thread, and says when it is done."""

    ready = pyqtSignal()

    def __init__(self, work: Callable[[], None]) -> None:
        flags = QgsTask.Flag.CanCancel if _HIDDEN is None else QgsTask.Flag.CanCancel | _HIDDEN
        super().__init__(tr("Prepare the site check"), flags)
        self._work = work

    def run(self) -> bool:
        keep_python_state()
        try:
            self._work()
        except ImportError:  # what is missing is said when a question is asked
            return False
        return True

    def finished(self, _successful: bool) -> None:
        self.ready.emit()

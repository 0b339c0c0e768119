"""Asks `factory:assess_site` in the background, one question after another.

While one is under way only the last of those that follow waits: a place that is dragged over the map leaves dozens.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from qgis.core import QgsApplication, QgsProject, QgsTask
from qgis.PyQt.QtCore import QObject, pyqtSignal

from ....processing.i18n import tr
from ....processing.threads import keep_python_state
from ...background import HIDDEN, WAIT_MS, BackgroundRun
from .answer import answer

ALGORITHM = "factory:assess_site"


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


class Asker(QObject):
    """Answers questions in tasks of QGIS."""

    answered = pyqtSignal(object, object)  # Question, Answer
    written = pyqtSignal(object, dict)  # Question, outputs: where files were asked for
    failed = pyqtSignal(object, str, str)  # Question, why, details for who helps
    busy_changed = pyqtSignal(bool)

    def __init__(self, project: QgsProject, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._asked: Question | None = None
        self._next: Question | None = None
        self._dropped = False
        self._project = project
        project.layersWillBeRemoved.connect(self._layers_leave)  # before the run hears it, and starts what waits
        self._run = BackgroundRun(project, self, hidden=True)
        self._run.started.connect(lambda: self.busy_changed.emit(True))
        self._run.finished.connect(self._finished)
        self._run.failed.connect(self._failed)
        self._run.cancelled.connect(self._go_on)

    @property
    def busy(self) -> bool:
        """Whether an answer is under way."""
        return self._run.running

    def ask(self, question: Question) -> None:
        """Ask now, or as soon as the answer under way is there; a question that still waits is replaced."""
        if self.busy:
            self._next = question
            return
        self._start(question)

    def drop(self) -> None:
        """Want no answer any more, neither to what is under way nor to what waits."""
        self._next = None
        if self.busy:
            self._dropped = True
            self._run.cancel()

    def shutdown(self) -> None:
        """Stop and wait for the thread: the plugin is about to go."""
        self._project.layersWillBeRemoved.disconnect(self._layers_leave)
        self.blockSignals(True)
        self._next = None
        self._run.shutdown()

    def _layers_leave(self, identifiers: list[str]) -> None:
        if self._run.reads(identifiers):
            self.drop()

    def _start(self, question: Question) -> None:
        self._asked, self._dropped = question, False
        self._run.start(ALGORITHM, question.given(), tr("Check a site"))

    def _finished(self, outputs: dict[str, Any]) -> None:
        question, dropped = self._go_on()
        if dropped or question is None:
            return
        if "RESULT" in outputs:
            self.answered.emit(question, answer(str(outputs["RESULT"])))
        else:
            self.written.emit(question, dict(outputs))

    def _failed(self, why: str) -> None:
        details = self._run.details()  # before the next question has some of its own
        question, dropped = self._go_on()
        if not dropped and question is not None:
            self.failed.emit(question, why, details)

    def _go_on(self) -> tuple[Question | None, bool]:
        """Start with what waits before anything is shown: the next answer is made meanwhile."""
        question, dropped = self._asked, self._dropped
        following, self._next = self._next, None
        if following is not None:
            self._start(following)
        else:
            self.busy_changed.emit(False)
        return question, dropped


class Preparation(QgsTask):
    """Runs something once in a thread, and says when it is done."""

    ready = pyqtSignal()

    def __init__(self, work: Callable[[], None]) -> None:
        flags = QgsTask.Flag.CanCancel if HIDDEN is None else QgsTask.Flag.CanCancel | HIDDEN
        super().__init__(tr("Prepare the site check"), flags)
        self._work = work

    def run(self) -> bool:
        keep_python_state()
        try:
            self._work()
        except ImportError:  # what is missing is said when a question is asked
            return False
        except KeyError:  # of a module that leaves with the plugin, on a machine too busy to wait for
            if not self.isCanceled():
                raise
            return False
        return True

    def finished(self, _successful: bool) -> None:
        self.ready.emit()

    def stop(self) -> None:
        """Wait for the thread: what it loads must not be taken away meanwhile."""
        self.cancel()
        self.waitForFinished(WAIT_MS)

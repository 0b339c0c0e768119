"""One report after the other, in the background: what waits, what runs, and what became of the rest."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from qgis.core import QgsProject
from qgis.PyQt.QtCore import QObject, pyqtSignal

from ....processing.i18n import tr
from .runner import JobRunner
from .steps import Excerpt, Step

WAITING, RUNNING, DONE, FAILED, CANCELLED = "waiting", "running", "done", "failed", "cancelled"
OVER = (DONE, FAILED, CANCELLED)


@dataclass
class Job:
    """One file to be made.

    Attributes
    ----------
    title : str
        As people read it: template, scope, language.
    folder : Path
    stem : str
        Of the file; another is taken where one of that name is there.
    suffix : str
    steps : sequence of Step
    state : str
        One of `WAITING`, `RUNNING` and `OVER`.
    progress : float
        Per cent.
    reason : str
        Why it failed or was cancelled.
    path : Path or None
        What was written.
    """

    title: str
    folder: Path
    stem: str
    suffix: str
    steps: Sequence[Step]
    state: str = WAITING
    progress: float = 0.0
    reason: str = ""
    path: Path | None = None
    number: int = field(default_factory=itertools.count(1).__next__)

    @property
    def over(self) -> bool:
        """Whether nothing more will happen to it."""
        return self.state in OVER

    def reads(self, identifiers: Sequence[str]) -> bool:
        """Return whether it needs one of these layers."""
        return any(excerpt.layer_id in identifiers for step in self.steps for excerpt in step.all(Excerpt))

    def details(self) -> str:
        """Return what somebody who helps has to know."""
        runs = "\n".join(f"{step.algorithm} {dict(step.parameters)}" for step in self.steps)
        return f"{self.title}\n{self.folder / (self.stem + self.suffix)}\n{self.state}: {self.reason}\n\n{runs}"


class JobQueue(QObject):
    """Makes jobs one at a time.

    A job is cancelled before a layer that it reads leaves the project, as all of them do when the project is closed.
    """

    changed = pyqtSignal(object)  # Job
    reset = pyqtSignal()  # jobs were added or taken from the list
    drained = pyqtSignal()

    def __init__(self, project: QgsProject, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.jobs: list[Job] = []
        self.batch: list[Job] = []  # what was added since the queue was empty last
        self._project = project
        self._current: Job | None = None
        self._runner = JobRunner(project, self)
        self._runner.progressed.connect(self._progressed)
        self._runner.finished.connect(self._finished)
        self._runner.failed.connect(lambda why: self._end(FAILED, why))
        self._runner.cancelled.connect(lambda: self._end(CANCELLED, self._why))
        self._why = ""
        project.layersWillBeRemoved.connect(self._layers_leave)

    @property
    def busy(self) -> bool:
        """Whether a job is being made, or waits."""
        return any(not job.over for job in self.jobs)

    def add(self, jobs: Sequence[Job]) -> None:
        """Add jobs, and begin with the first that waits."""
        self.batch = [*self.batch, *jobs] if self.busy else list(jobs)
        self.jobs += jobs
        self.reset.emit()
        self._advance()

    def cancel(self, jobs: Sequence[Job], why: str = "") -> None:
        """Cancel jobs that are not over; the one that runs is stopped."""
        mine = [job for job in jobs if not job.over]
        for job in mine:
            if job.state == WAITING:
                job.state, job.reason = CANCELLED, why
                self.changed.emit(job)
        if self._current in mine:
            self._why = why
            self._runner.cancel()
        elif mine and not self.busy:
            self.drained.emit()

    def clear_over(self) -> None:
        """Take from the list what is over; files stay."""
        self.jobs = [job for job in self.jobs if not job.over]
        self.reset.emit()

    def shutdown(self) -> None:
        """Stop for good, and say nothing more: the plugin is about to go."""
        self._project.layersWillBeRemoved.disconnect(self._layers_leave)
        self.blockSignals(True)
        self._current = None
        for job in self.jobs:
            if not job.over:
                job.state = CANCELLED
        self._runner.shutdown()

    def _layers_leave(self, identifiers: list[str]) -> None:
        mine = [job for job in self.jobs if job.reads(identifiers)]
        if mine:
            self.cancel(mine, tr("A layer that it reads has left the project."))

    def _advance(self) -> None:
        if self._current is not None:
            return
        job = next((one for one in self.jobs if one.state == WAITING), None)
        if job is None:
            return
        self._current, self._why = job, ""
        job.state = RUNNING
        self.changed.emit(job)
        self._runner.start(job.steps, job.folder, job.stem, job.suffix)

    def _progressed(self, percent: float) -> None:
        if self._current is not None:
            self._current.progress = percent
            self.changed.emit(self._current)

    def _finished(self, path: str) -> None:
        if self._current is not None:
            self._current.path = Path(path)
        self._end(DONE, "")

    def _end(self, state: str, reason: str) -> None:
        job, self._current = self._current, None
        if job is None:
            return
        job.state, job.reason = state, reason
        self.changed.emit(job)
        self._advance()
        if not self.busy:
            self.drained.emit()

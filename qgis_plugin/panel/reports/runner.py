"""Makes one report: its steps one after the other, in a folder that goes afterwards."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from qgis.core import QgsProject
from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal

from ....processing.i18n import tr
from ...background import BackgroundRun
from .copies import Copies, CopyError
from .names import free_stem
from .program import OwnProgram, values_of
from .steps import Excerpt, Result, Step, Table


class JobRunner(QObject):
    """Makes one report at a time.

    Every `start` is followed by exactly one of `finished` (with the file), `failed` (with the reason) or `cancelled`,
    after `start` has returned. Files reach the person's folder when all of them are complete.
    """

    progressed = pyqtSignal(float)
    finished = pyqtSignal(str)
    failed = pyqtSignal(str)
    cancelled = pyqtSignal()

    def __init__(self, project: QgsProject, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._project = project
        self._folder: Path | None = None
        self._copies: Copies | None = None
        self._steps: list[Step] = []
        self._place = 0
        self._target = (Path(), "", "")
        self._asked_to_stop = False
        self._next = QTimer(self)
        self._next.setSingleShot(True)
        self._next.timeout.connect(self._go_on)
        self._here = BackgroundRun(project, self, hidden=True)
        self._apart = OwnProgram(self)
        self._here.finished.connect(lambda _outputs: self._step_done())
        self._apart.finished.connect(self._step_done)
        for run in (self._here, self._apart):
            run.progressed.connect(self._progressed)
            run.failed.connect(self._fail)
            run.cancelled.connect(self._stopped)

    @property
    def running(self) -> bool:
        """Whether a report is being made."""
        return self._folder is not None

    def start(self, steps: Sequence[Step], folder: Path, stem: str, suffix: str) -> None:
        """Begin.

        Parameters
        ----------
        steps : sequence of Step
        folder, stem, suffix
            Of the file to be made; a number is added where it is there.
        """
        self._folder = Path(tempfile.mkdtemp(prefix="factory_report_"))
        self._copies = Copies(self._project, self._folder, stem)
        self._steps, self._place, self._asked_to_stop = list(steps), -1, False
        self._target = (folder, stem, suffix)
        self._next.start(0)

    def cancel(self) -> None:
        """Stop; `cancelled` follows, unless the report is complete by then."""
        if not self.running:
            return
        self._asked_to_stop = True
        if self._next.isActive():
            self._next.stop()
            QTimer.singleShot(0, self._stopped)
        self._here.cancel()  # not waited for: it reads copies, or the project's layers until those leave
        self._apart.cancel()

    def shutdown(self) -> None:
        """Stop for good, and leave nothing."""
        self.blockSignals(True)
        self._next.stop()
        self._here.shutdown()
        self._apart.shutdown()
        self._clean()

    def _go_on(self) -> None:
        try:
            if self._place < 0 and self._copies is not None:
                self._steps = [*self._copies.extracts(self._steps), *self._steps]
                self._place = 0
            self._begin(self._steps[self._place])
        except (CopyError, OSError) as error:
            self._fail(str(error))

    def _begin(self, step: Step) -> None:
        copies, folder = self._copies, self._folder
        if copies is None or folder is None:
            return
        if step.language:
            project_file, ids = copies.write_project(step)
            given = _resolved(step, {Excerpt: ids.__getitem__, Result: copies.path})
            self._apart.start(step.algorithm, values_of(given), folder, step.language, project_file if ids else None)
        else:
            given = _resolved(step, {Excerpt: copies.layer, Result: lambda one: str(copies.path(one)),
                                     Table: copies.table})  # fmt: skip
            lists = {name: list(value) if isinstance(value, tuple) else value for name, value in given.items()}
            self._here.start(step.algorithm, lists, tr("Make a report"))

    def _progressed(self, percent: float) -> None:
        if self._steps:
            self.progressed.emit((max(self._place, 0) * 100.0 + percent) / len(self._steps))

    def _step_done(self) -> None:
        if self._asked_to_stop:
            self._stopped()
            return
        self._place += 1
        if self._place < len(self._steps):
            self._next.start(0)
            return
        try:
            path = self._deliver()
        except OSError as error:
            self._fail(tr("The report cannot be written: {why}").format(why=error.strerror or error))
            return
        self._clean()
        self.finished.emit(str(path))

    def _deliver(self) -> Path:
        """Move what was made to where the person wants it, under a name that nothing has."""
        folder, stem, suffix = self._target
        results = dict.fromkeys(one for step in self._steps for one in step.all(Result) if one.kept)
        free = free_stem(folder, stem, [one.suffix for one in results])
        for one in results:
            if self._copies is not None and self._copies.path(one).exists():
                part = folder / f".{free}{one.suffix}.part"  # another disk may fill up on the way
                try:
                    shutil.move(str(self._copies.path(one)), str(part))
                    part.replace(folder / (free + one.suffix))
                finally:
                    part.unlink(missing_ok=True)
        made = folder / (free + suffix)
        if not made.is_file():
            raise FileNotFoundError(0, tr("nothing was made"))
        return made

    def _fail(self, why: str) -> None:
        if self._asked_to_stop:
            self._stopped()
            return
        self._clean()
        self.failed.emit(why)

    def _stopped(self) -> None:
        if self.running:
            self._clean()
            self.cancelled.emit()

    def _clean(self) -> None:
        if self._copies is not None:
            self._copies.close()
        folder, self._folder, self._copies = self._folder, None, None
        if folder is not None:
            shutil.rmtree(folder, ignore_errors=True)


def _resolved(step: Step, makers: dict[type, Callable[[Any], Any]]) -> dict[str, Any]:
    """Return the parameters of a step with what stands for layers and files replaced."""
    return {name: _made(value, makers) for name, value in step.parameters.items()}


def _made(value: Any, makers: dict[type, Callable[[Any], Any]]) -> Any:
    if isinstance(value, tuple):
        return tuple(map(partial(_made, makers=makers), value))
    make = makers.get(type(value))
    return value if make is None else make(value)

"""Changes to the register: tried out, applied and taken back by the algorithms, in the background."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path
from typing import Any

from qgis.core import QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import QObject, pyqtSignal

from ....processing.i18n import tr
from ....processing.storage.apart import connect
from ...background import BackgroundRun
from .apply_dialog import Trial
from .results_file import source

APPLY, UNDO = "factory:apply_corrections", "factory:undo_changes"
# What nobody asked to be applied is not worth a word.
_TRIED = "SELECT proposal_id, factory_id, outcome, why FROM corrections WHERE reason NOT IN ('undecided', 'rejected')"
_UNDONE = "SELECT NULL, factory_id, outcome, why FROM undone"


class RegisterChanges(QObject):
    """One run at a time; each ends with `tried`, `applied`, `undo_tried`, `undone`, `failed` or `cancelled`."""

    started = pyqtSignal()
    progressed = pyqtSignal(float)
    tried = pyqtSignal(object)  # Trial
    applied = pyqtSignal(int, str)  # how many, and the batch
    undo_tried = pyqtSignal(object)  # Trial: how many would be restored, and those left
    undone = pyqtSignal(int, object)  # how many, and those left by the sentence why
    failed = pyqtSignal(str)
    cancelled = pyqtSignal()

    def __init__(self, project: QgsProject, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._run = BackgroundRun(project, self)
        self._doing = ""
        self._known: frozenset[str] = frozenset()
        self._folder = ""
        self._run.finished.connect(self._finished)
        self._run.failed.connect(self._failed)
        self._run.cancelled.connect(self._cancelled)
        for name in ("started", "progressed"):
            getattr(self._run, name).connect(getattr(self, name))

    @property
    def running(self) -> bool:
        """Whether a run is under way."""
        return self._run.running

    def try_out(self, register: QgsVectorLayer, path: Path, known: Iterable[str] = ()) -> None:
        """Look up what applying would do; proposals known to be applied are not told of."""
        self._known = frozenset(known)
        parameters = {"PROPOSALS": source(path), "DRY_RUN": True, "REPORT": self._report()}
        self._start("tried", APPLY, register, parameters, tr("Try out corrections"))

    def apply(self, register: QgsVectorLayer, path: Path, who: str, why: str) -> None:
        """Write what is accepted into the register."""
        parameters = {"PROPOSALS": source(path), "WHO": who, "REASON": why}
        self._start("applied", APPLY, register, parameters, tr("Apply corrections"))

    def try_undo(self, register: QgsVectorLayer, batch: str) -> None:
        """Look up what taking a batch back would do."""
        parameters = {"BATCH": batch, "DRY_RUN": True, "REPORT": self._report()}
        self._start("undo_tried", UNDO, register, parameters, tr("Try out undoing changes"))

    def undo(self, register: QgsVectorLayer, batch: str, who: str) -> None:
        """Take a batch back."""
        parameters = {"BATCH": batch, "WHO": who, "REPORT": self._report()}
        self._start("undone", UNDO, register, parameters, tr("Undo changes"))

    def details(self) -> str:
        """Return what somebody who helps wants to know about the run that failed last."""
        return self._run.details()

    def cancel(self) -> None:
        """Ask the run to stop; `cancelled` follows, and nothing was changed."""
        self._run.cancel()

    def shutdown(self) -> None:
        """Stop, and wait for the thread: the plugin is about to go."""
        self.blockSignals(True)
        self._run.shutdown()
        self._clean()

    def _start(
        self, doing: str, algorithm: str, register: QgsVectorLayer, parameters: dict[str, Any], title: str
    ) -> None:
        self._doing = doing
        self._run.start(algorithm, {"REGISTER": register.id(), **parameters}, title)

    def _report(self) -> str:
        self._clean()
        self._folder = tempfile.mkdtemp(prefix="factory-corrections-")
        return str(Path(self._folder) / "report.gpkg")

    def _finished(self, outputs: dict[str, Any]) -> None:
        doing = self._doing
        if doing == "applied":
            self.applied.emit(int(outputs["APPLIED"]), str(outputs["BATCH"]))
            return
        report = str(outputs["REPORT"])
        rows = [row for row in _rows(report, _TRIED if doing == "tried" else _UNDONE) if row[0] not in self._known]
        self._clean()
        left = _left(rows)
        if doing == "tried":
            outcomes = [outcome for _, _, outcome, _ in rows]
            self.tried.emit(Trial(outcomes.count("applied"), outcomes.count("unchanged"), left))
        elif doing == "undo_tried":
            self.undo_tried.emit(Trial(int(outputs["RESTORED"]), 0, left))
        else:
            self.undone.emit(int(outputs["RESTORED"]), left)

    def _failed(self, why: str) -> None:
        self._clean()
        self.failed.emit(why)

    def _cancelled(self) -> None:
        self._clean()
        self.cancelled.emit()

    def _clean(self) -> None:
        folder, self._folder = self._folder, ""
        if folder:
            shutil.rmtree(folder, ignore_errors=True)


def _rows(report: str, query: str) -> list[tuple[str, str, str, str]]:
    """Return proposal, factory, outcome and reason of the rows of a report."""
    with closing(connect(report)) as connection:
        return connection.execute(query).fetchall()


def _left(rows: list[tuple[str, str, str, str]]) -> dict[str, list[str]]:
    """Return the factories that are left, by the sentence why."""
    found: dict[str, list[str]] = {}
    for _, factory, outcome, why in rows:
        if outcome == "left":
            found.setdefault(str(why or ""), []).append(str(factory or tr("(no id)")))
    return found

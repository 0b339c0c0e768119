"""Compares a check with the one before it, by `factory:compare_runs` in the background."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import QgsProject, QgsVectorLayer
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QLocale, QObject, QTemporaryDir, QTime, pyqtSignal

from ...processing.i18n import tr
from ..background import BackgroundRun
from ..project.earlier import EarlierCheck, are_same, earlier_checks, moment_of, path_of, register_of, remember_earlier
from ..project.localise import in_khmer
from ..reading import Pace, Reading
from .check_reader import pack_in

if TYPE_CHECKING:
    from .findings_data import FindingsData

ALGORITHM = "factory:compare_runs"


class RunComparer(QObject):
    """Compares one check at a time.

    `compared` brings a `Comparison`; `told` a sentence in its place: what is being done, or why nothing can be
    compared. Neither comes for a first check. What was written lies in a temporary folder: it can be made again at any
    time from the two files, and goes with the plugin.
    """

    compared = pyqtSignal(object)
    told = pyqtSignal(str)

    def __init__(self, project: QgsProject, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._project = project
        self._folder: QTemporaryDir | None = None
        self._number = 0
        self._run: BackgroundRun | None = None
        self._task: Reading | None = None
        self._findings: QgsVectorLayer | None = None
        self._data: FindingsData | None = None
        self._layer_before: QgsVectorLayer | None = None
        self._when = ""

    @property
    def comparing(self) -> bool:
        """Whether it is under way."""
        return self._run is not None or self._task is not None

    def compare(self, findings: QgsVectorLayer, data: FindingsData) -> None:
        """Compare a check with the newest one before it that was of the same register and by the same rules."""
        self.stop()
        checks = earlier_checks(self._project, findings)
        if not checks:
            return
        self._findings, self._data = findings, data
        own, register = path_of(findings), register_of(findings)
        same = [one for one in checks if are_same(register, one.register)]
        if not same:
            when = said_when(checks[0].when, moment_of(findings))
            self.told.emit(tr("Not compared with the check of {when}: it was of another register.").format(when=when))
            return
        self._read(lambda _pace: choose(same, own), self._chosen)

    def stop(self) -> None:
        """Compare no more; nothing is waited for."""
        task, run = self._task, self._run
        self._task = self._run = None
        self._findings = self._data = None
        if task is not None:
            task.cancel()
        if run is not None:
            run.cancel()

    def shutdown(self) -> None:
        """Stop for good, and delete what was written."""
        self.blockSignals(True)
        self.stop()
        for run in self.findChildren(BackgroundRun):
            run.shutdown()
        self._layer_before = None
        if self._folder is not None:
            self._folder.remove()

    def _read(self, work: Any, then: Any) -> None:
        def ended(task: Reading) -> None:
            if sip.isdeleted(self) or task is not self._task:
                return
            self._task = None
            if task.problem:
                self._failed(task.problem)
            elif task.result is not None:
                then(task.result)

        self._task = Reading(tr("Compare with the check before"), work, ended)
        self._task.begin()

    def _chosen(self, chosen: tuple[EarlierCheck, str]) -> None:
        """Run the comparison with the check that was chosen, or say why there is none."""
        earlier, other_rules = chosen
        if self._findings is None or sip.isdeleted(self._findings):
            return
        self._when = said_when(earlier.when, moment_of(self._findings))
        if other_rules:
            self.told.emit(
                tr("Not compared with the check of {when}: it went by other rules ({rules}).").format(
                    when=self._when, rules=other_rules
                )
            )
            return
        remember_earlier(self._project, self._findings, earlier)
        self._layer_before = QgsVectorLayer(f"{earlier.path}|layername=findings", earlier.path.stem, "ogr")
        self.told.emit(tr("Comparing with the check of {when}…").format(when=self._when))
        output = str(self._place() / f"changes_{self._number}.gpkg")
        run = BackgroundRun(self._project, self, hidden=True)
        run.finished.connect(lambda outputs: self._ended(run, str(outputs["OUTPUT"])))
        run.failed.connect(lambda why: self._ended(run, "", why))
        run.cancelled.connect(lambda: self._ended(run, ""))
        self._run = run
        given = {"BEFORE": self._layer_before, "AFTER": self._findings, "UNCHANGED": False, "OUTPUT": output}
        run.start(ALGORITHM, given, tr("Compare with the check before"))

    def _place(self) -> Path:
        if self._folder is None:
            self._folder = QTemporaryDir()
        self._number += 1
        return Path(self._folder.path())

    def _ended(self, run: BackgroundRun, output: str, why: str = "") -> None:
        run.shutdown()
        run.deleteLater()
        if run is not self._run:
            return  # of a check that is not shown any more
        self._run = None
        if why:
            self._failed(why)
        elif output and self._data is not None:
            self._open(output, run.warnings, self._data)

    def _open(self, output: str, doubts: Sequence[str], now: FindingsData) -> None:
        from .comparison import Comparison, changes_layer, read_changes, source_of

        source, khmer = source_of(output), in_khmer()

        def work(pace: Pace) -> dict[str, Any]:
            return read_changes(source, now, khmer, pace)

        def show(read: dict[str, Any]) -> None:
            more = "\n".join([*read.pop("sentences"), *doubts])
            self.compared.emit(Comparison(when=self._when, layer=changes_layer(output), more=more, **read))

        self._read(work, show)

    def _failed(self, why: str) -> None:
        self.told.emit(tr("Not compared with the check of {when}: {reason}").format(when=self._when, reason=why))


def choose(checks: Sequence[EarlierCheck], own: Path) -> tuple[EarlierCheck, str]:
    """Return the newest check that went by the same rules, else the newest, and by which rules that one went.

    Parameters
    ----------
    checks : sequence of EarlierCheck
        Newest first, at least one.
    own : Path
        The findings GeoPackage to compare.
    """
    mine = pack_id_in(own)
    packs = [pack_id_in(one.path) for one in checks]
    for check, pack in zip(checks, packs):
        if not mine or not pack or pack == mine:  # what a file does not say, the comparison tells of
            return check, ""
    return checks[0], packs[0]


def pack_id_in(path: Path) -> str:
    """Return the id of the rule pack of the last run in a findings file, empty where it does not say."""
    pack = pack_in(path)
    return pack.rpartition(" ")[0] or pack


def said_when(then: datetime | None, now: datetime | None) -> str:
    """Return when a check was made: the day, and the time too where the later one was made on the same day."""
    if then is None:
        return "?"
    locale = QLocale()
    day = str(locale.toString(then.date(), tr("d MMM yyyy")))
    if now is None or then.date() != now.date():
        return day
    return f"{day}, {locale.toString(QTime(then.hour, then.minute), 'HH:mm')}"

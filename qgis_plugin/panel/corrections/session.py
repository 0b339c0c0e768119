"""The result that is worked on: read in the background, decided upon at once, written behind."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
from qgis.core import QgsProject, QgsVectorLayer
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QObject, pyqtSignal

from ....processing.analysis.errors import LocationError
from ....processing.i18n import tr
from ....processing.storage.files import edited_in, layer_edited
from ... import settings
from ...project.earlier import is_of
from ...project.register_name import RegisterName
from . import kept, names, register_log, results_file
from .proposals import UNDECIDED, Change, Decisions, Proposals
from .register_log import RegisterLog
from .work import Work

_WAIT_MS = 20_000
_NAMES_SHARE = 0.3


class Session(QObject):
    """One result at a time, of the register that is chosen, and what the log of the register says of it."""

    reading_changed = pyqtSignal(bool)
    opened = pyqtSignal()  # another result, or none
    decided = pyqtSignal()
    log_read = pyqtSignal()
    failed = pyqtSignal(str)

    def __init__(
        self, project: QgsProject, register: Callable[[], QgsVectorLayer | None], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._project, self._register = project, register
        self.path: Path | None = None
        self._known: RegisterName | None = None  # the register that the result is of
        self.proposals: Proposals | None = None
        self.log = RegisterLog()
        self._reader: Work | None = None
        self._log_reader: Work | None = None
        self._writer: Work | None = None
        self._pending: set[int] = set()  # rows whose decision is to be written
        self._then: list[Callable[[], Any]] = []
        self._safe: Decisions | None = None  # as they are in the file
        self._on_its_way: Decisions | None = None  # as they will be when the writer has ended

    @property
    def reading(self) -> bool:
        """Whether a result is being read."""
        return self._reader is not None

    @property
    def writing(self) -> bool:
        """Whether decisions are still on their way into the file."""
        return self._writer is not None or bool(self._pending)

    def restore(self) -> None:
        """Open the result that the project remembers for the register; none where it remembers none."""
        found = kept.result_of(self._project, self._register())
        if found is None:
            self.forget()
        elif found.path != self.path:
            self._show(found)

    def follow_register(self) -> None:
        """Show the result of the register that is chosen now; while none is chosen, all stays."""
        if self._register() is not None and (self.path is not None or kept.results_in(self._project)):
            self.restore()

    def open(self, path: Path) -> None:
        """Read a result as one of the register that is chosen, and have the project remember it."""
        found = kept.Kept(path, kept.noted(self._register(), path))
        kept.keep(self._project, found)
        self._show(found)

    def take(self, found: kept.Kept) -> None:
        """Have the project remember a new result; its register may not be the one that is chosen by now."""
        kept.keep(self._project, found)
        self.restore()

    def is_of(self, register: QgsVectorLayer) -> bool:
        """Return whether the result is one of this register."""
        return is_of(register, self._known)

    def elsewhere(self) -> bool:
        """Return whether there are results, of which none is of the register that is chosen."""
        found = kept.results_in(self._project)
        return bool(found) and kept.result_of(self._project, self._register()) is None

    def _show(self, found: kept.Kept) -> None:
        self._leave()
        self.path, self._known = found.path, found.register
        self.opened.emit()
        self._read()

    def read_again(self) -> None:
        """Read the result once more."""
        if self.path is not None:
            self._write_rest()
            self._read()

    def forget(self) -> None:
        """Have no result."""
        nothing = self.path is None
        self._leave()
        self.path = None
        if not nothing:
            self.opened.emit()

    def read_log(self) -> None:
        """Read the log of the register, to know which corrections it has; at once where nothing was written since."""
        self._cancel(self._log_reader)
        self._log_reader = None
        register, path = self._register(), self.path
        if path is None or register is None or not register.isValid():
            return
        try:
            source = register_log.source_of(register)
        except LocationError:  # kept in what has no log: applying says so
            self._know(RegisterLog())
            return
        before = self.log
        title = tr("Read the log of the register")
        self._log_reader = Work(title, lambda _tick: register_log.read(source, path, before), self._log_ended).start()

    def decide(self, rows: Sequence[int] | np.ndarray, state: str) -> Change | None:
        """Decide on rows, and write it down; None where that cannot be now, and `failed` says why."""
        proposals, path = self.proposals, self.path
        if proposals is None or path is None:
            return None
        edited = layer_edited(str(path), edited_in(self._project))
        if edited is not None:
            self.failed.emit(
                tr("Layer “{layer}” of {file} is being edited. Save or discard its edits, then decide here.").format(
                    layer=edited.name, file=path.name
                )
            )
            return None
        if not path.is_file():
            self.failed.emit(results_file.gone(path))
            return None
        if not self.writing:
            self._safe = proposals.decisions()
        who = settings.officer() if state != UNDECIDED else ""
        change = proposals.decide(rows, state, who, date.today().isoformat())
        self._pending.update(change.rows.tolist())
        self._write()
        self.decided.emit()
        return change

    def when_written(self, then: Callable[[], Any]) -> None:
        """Call something as soon as all decisions are in the file; not at all where they cannot be written."""
        if self.writing:
            self._then.append(then)
        else:
            then()

    def shutdown(self) -> None:
        """Write what is still to be written, and stop."""
        self.blockSignals(True)
        self._leave()

    # -- reading ----------------------------------------------------------------------------------

    def _read(self) -> None:
        path = self.path
        if path is None:
            return
        self._cancel(self._reader)
        source = names.source_of(self._register())

        def read(tick: Callable[[float], None]) -> Proposals:
            called = names.khmer_names(source, lambda share: tick(_NAMES_SHARE * share))
            return results_file.read(path, lambda share: tick(_NAMES_SHARE + (1 - _NAMES_SHARE) * share), called)

        work = Work(tr("Read the proposals"), read, self._ended)
        self._reader = work.start()
        self.reading_changed.emit(True)

    def _ended(self, work: Work) -> None:
        if sip.isdeleted(self) or work is not self._reader:
            return  # of a result that nobody wants any more
        self._reader = None
        self.proposals = work.result
        self.reading_changed.emit(False)
        if work.result is None and work.problem:
            self.failed.emit(work.problem)
        self.opened.emit()
        self.log = RegisterLog()  # what it says is new to these proposals
        self.read_log()

    def _log_ended(self, work: Work) -> None:
        if sip.isdeleted(self) or work is not self._log_reader:
            return
        self._log_reader = None
        if work.problem:
            self.failed.emit(work.problem)
        if work.result is not self.log:
            self._know(work.result or RegisterLog())

    def _know(self, log: RegisterLog) -> None:
        before, self.log = self.log, log
        if self.proposals is not None:
            self.proposals.show_applied(log.standing)
            # Who moved the factory since has decided otherwise: nothing may put it back unasked. Who accepts it after
            # that has been asked.
            again = self.proposals.accepted_of(log.replaced - before.replaced)
            if len(again) and self.decide(again, UNDECIDED) is None:
                self.log = replace(log, replaced=before.replaced, seen=())  # to be tried the next time
        self.log_read.emit()

    # -- writing ----------------------------------------------------------------------------------

    def _write(self) -> None:
        path, proposals = self.path, self.proposals
        if self._writer is not None or not self._pending or path is None or proposals is None:
            return
        batch, self._on_its_way = results_file.to_write(proposals, self._taken()), proposals.decisions()
        work = Work(tr("Write the decisions"), lambda _tick: results_file.write(path, batch), self._written)
        self._writer = work.start()

    def _written(self, work: Work) -> None:
        if sip.isdeleted(self) or work is not self._writer:
            return
        self._writer = None
        if work.problem:
            self._pending, self._then = set(), []
            if self.proposals is not None and self._safe is not None:
                self.proposals.put_back(self._safe)  # what is shown must be what is written
            self.decided.emit()
            self.failed.emit(work.problem)
            return
        self._safe = self._on_its_way
        self._write()
        if not self.writing:
            waiting, self._then = self._then, []
            for then in waiting:
                then()

    def _write_rest(self) -> None:
        """Write what waits, before this result is left."""
        self._then = []
        writer, self._writer = self._writer, None
        if writer is not None and not sip.isdeleted(writer):
            writer.waitForFinished(_WAIT_MS)
        rest = self._taken()
        if len(rest) and self.path is not None and self.proposals is not None:
            try:
                results_file.write(self.path, results_file.to_write(self.proposals, rest))
            except results_file.ResultFileError as error:
                self.failed.emit(str(error))

    def _taken(self) -> np.ndarray:
        """Return the rows to write, of which none waits any more."""
        rows, self._pending = np.array(sorted(self._pending), dtype="int64"), set()
        return rows

    def _leave(self) -> None:
        self._write_rest()
        self._cancel(self._reader)
        self._cancel(self._log_reader)
        reading = self._reader is not None
        self._reader = self._log_reader = None
        self.proposals, self.log = None, RegisterLog()
        if reading:
            self.reading_changed.emit(False)

    @staticmethod
    def _cancel(work: Work | None) -> None:
        if work is not None and not sip.isdeleted(work):
            work.cancel()

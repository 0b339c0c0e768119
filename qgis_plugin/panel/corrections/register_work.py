"""What is decided, into the register: tried out, asked about, applied, and taken back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
from qgis.core import QgsVectorLayer
from qgis.PyQt.QtCore import QObject, pyqtSignal
from qgis.PyQt.QtWidgets import QMenu

from ....processing.i18n import tr
from ... import settings
from ...part import Surroundings
from ..register.model import count
from .apply_dialog import ApplyDialog, Trial, left_html
from .changes import RegisterChanges
from .questions import Questions
from .session import Session
from .told import batch_told, elsewhere_told, register_problem, text_of

_MOST_BATCHES = 12


class RegisterWork(QObject):
    """Leads from a button to a register that is changed, with the questions between."""

    began = pyqtSignal(str)
    ended = pyqtSignal(str)
    failed = pyqtSignal(str)

    def __init__(self, around: Surroundings, session: Session, questions: Questions, parent: QObject) -> None:
        super().__init__(parent)
        self._around, self._session, self._questions = around, session, questions
        self._tried_out: tuple[QgsVectorLayer, Path] | None = None
        self.changes = RegisterChanges(around.project, self)
        self.changes.tried.connect(self._tried)
        self.changes.applied.connect(self._applied)
        self.changes.undone.connect(self._undone)
        self.changes.cancelled.connect(lambda: self.ended.emit(tr("Cancelled. The register is as it was.")))
        self.changes.failed.connect(self._run_failed)

    def shutdown(self) -> None:
        """Stop, and wait for the thread: the plugin is about to go."""
        self.blockSignals(True)
        self.changes.shutdown()

    def try_out(self) -> None:
        """Look up what applying would do, and then ask."""
        register = self._register()
        why = register_problem(register)
        if why or self.changes.running:
            self.failed.emit(why)
            return
        self._session.when_written(self._try_out)

    def _try_out(self) -> None:
        proposals, wanted = self._session.proposals, self._joined()
        if proposals is None or wanted is None:
            return
        self._tried_out = register, path = wanted
        applied = np.flatnonzero(proposals.applied).tolist()
        self.began.emit(tr("Looking up what would change…"))
        self.changes.try_out(register, path, [proposals.texts["proposal_id"][row] for row in applied])

    def _tried(self, trial: Trial) -> None:
        self.ended.emit("")
        wanted = self._joined()
        if wanted is None or wanted != self._tried_out:
            return
        dialog = ApplyDialog(trial, wanted[0].name(), self._around.iface.mainWindow())
        dialog.accepted.connect(lambda: self._apply(dialog.who(), dialog.why()))
        self._questions.open(dialog)

    def _apply(self, who: str, why: str) -> None:
        wanted = self._joined()
        if wanted is None or wanted != self._tried_out or self.changes.running:
            return
        settings.set_officer(who)
        self.began.emit(tr("Applying…"))
        self.changes.apply(*wanted, who, why)

    def _joined(self) -> tuple[QgsVectorLayer, Path] | None:
        """Return the register and its result; None where either is not there, or the result is of another register."""
        register, path = self._register(), self._session.path
        if register is None or path is None:
            return None
        if not self._session.is_of(register):  # the layer was pointed to another table, and nobody was told
            self.failed.emit(elsewhere_told())
            return None
        return register, path

    def _applied(self, applied: int, _batch: str) -> None:
        self.ended.emit(tr("Applied: {count}. Undo takes it back.").format(count=count(applied)))
        self._session.read_log()

    def fill_undo(self, menu: QMenu) -> None:
        """List in a menu the corrections of the register that can be taken back."""
        menu.clear()
        for batch in self._session.log.batches[:_MOST_BATCHES]:
            text = batch_told(batch.changed_at, batch.who, batch.factories)
            action = menu.addAction(text.replace("&", "&&"))
            action.setToolTip("\n".join(part for part in (batch.source, batch.batch_id) if part))
            action.triggered.connect(lambda _checked=False, batch=batch: self.ask_undo(batch.batch_id, text_of(batch)))
        if menu.isEmpty():
            menu.addAction(tr("No corrections were applied to this register")).setEnabled(False)

    def ask_undo(self, batch: str, told: str) -> None:
        """Ask whether to take a batch back."""
        why = register_problem(self._register())
        if why or self.changes.running:
            self.failed.emit(why)
            return
        text = "\n\n".join(
            (
                tr("Take back these corrections?"),
                told,
                tr("Factories that have been changed since stay as they are. The proposals stay accepted."),
            )
        )
        self._questions.ask(tr("Undo corrections"), text, tr("&Undo"), lambda: self._undo(batch))

    def _undo(self, batch: str) -> None:
        register = self._register()
        if register is not None and not self.changes.running:
            self.began.emit(tr("Taking back…"))
            self.changes.undo(register, batch, settings.officer())

    def _undone(self, restored: int, left: Mapping[str, Sequence[str]]) -> None:
        self.ended.emit(tr("Factories taken back: {count}.").format(count=count(restored)))
        if left:
            title = tr("Left as they are: {count}").format(count=count(sum(map(len, left.values()))))
            self.failed.emit(f"<b>{title}</b>{left_html(left)}")
        self._session.read_log()

    def _run_failed(self, why: str) -> None:
        self.ended.emit("")
        self.failed.emit(why)

    def _register(self) -> QgsVectorLayer | None:
        return self._around.roles.layer("factories")

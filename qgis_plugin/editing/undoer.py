"""Takes changes of the register back: lists the last batches, tries one out, and undoes it in the background."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from qgis.core import Qgis, QgsVectorLayer
from qgis.PyQt.QtCore import QObject

from ...processing.analysis.errors import LocationError
from ...processing.base import said
from ...processing.i18n import tr
from ..panel.corrections.apply_dialog import Trial
from ..panel.corrections.changes import RegisterChanges
from ..panel.corrections.questions import Questions
from ..panel.corrections.register_log import source_of
from ..panel.corrections.told import register_problem
from ..panel.corrections.work import Work
from ..panel.register.model import count
from ..part import Surroundings
from ..settings import officer
from . import batches
from .undo_dialog import UndoDialog

_NAMED = 5


class ChangesUndoer(QObject):
    """Opens the dialog, and does what is decided there; `done` is called when the register has changed."""

    def __init__(self, around: Surroundings, done: Callable[[], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._around, self._done = around, done
        self._questions = Questions(around.iface.mainWindow())
        self.changes = RegisterChanges(around.project, self)
        self._reader: Work | None = None
        self._trying = self._next = ""
        self.changes.undo_tried.connect(self._tried)
        self.changes.undone.connect(self._undone)
        self.changes.failed.connect(self._failed)
        self.changes.cancelled.connect(self._go_on)
        around.project.cleared.connect(self._questions.close)

    @property
    def dialog(self) -> UndoDialog | None:
        """The dialog, while it is open."""
        return self._questions.dialog

    def open(self, batch: str = "") -> None:
        """Show the last batches, one of them chosen; say why not, where nothing can be taken back now."""
        register = self._around.roles.layer("factories")
        why = _problem(register)
        if why or register is None:
            self._around.tell(why, Qgis.MessageLevel.Warning)
            return
        try:
            source = source_of(register)
        except LocationError as error:
            self._around.tell(said(error), Qgis.MessageLevel.Warning)
            return
        dialog = UndoDialog(register, self._around.iface.mainWindow())
        dialog.looked_at.connect(self._look)
        dialog.wanted.connect(self._undo)
        self._questions.open(dialog)

        def ended(work: Work) -> None:
            if self.dialog is not dialog:
                return
            if work.problem:
                dialog.show_problem(work.problem)
            elif work.result is not None:
                dialog.show_batches(work.result, batch)

        self._reader = Work(tr("Read the log of the register"), lambda _tick: batches.read(source), ended).start()

    def remove(self) -> None:
        """Stop, and close the dialog."""
        self._around.project.cleared.disconnect(self._questions.close)
        self._questions.close()
        self.changes.shutdown()

    def _look(self, batch: str) -> None:
        """Try a batch out, after the one that is being tried out now."""
        self._next = batch
        if not self.changes.running:
            self._go_on()

    def _go_on(self) -> None:
        batch, self._next = self._next, ""
        register = self._around.roles.layer("factories")
        if batch and register is not None and self.dialog is not None:
            self._trying = batch
            self.changes.try_undo(register, batch)

    def _tried(self, trial: Trial) -> None:
        if self.dialog is not None:
            self.dialog.show_trial(self._trying, trial)
        self._go_on()

    def _undo(self, batch: str) -> None:
        register, dialog = self._around.roles.layer("factories"), self.dialog
        if register is None or dialog is None or self.changes.running:
            return
        why = _problem(register)
        if not why and register.isEditable():
            register.rollBack()  # nothing is unsaved
            why = register_problem(register)
        if why:
            dialog.show_problem(why)
            return
        dialog.show_running()
        self.changes.undo(register, batch, officer())

    def _undone(self, restored: int, left: Mapping[str, Sequence[str]]) -> None:
        self._questions.close()
        told = tr("Factories taken back: {count}.").format(count=count(restored))
        if left:
            named = [factory for factories in left.values() for factory in factories]
            names = ", ".join(named[:_NAMED]) + ("…" if len(named) > _NAMED else "")
            told += " " + tr("Left as they are, because they were changed since: {factories}.").format(factories=names)
        self._around.tell(told, Qgis.MessageLevel.Warning if left else Qgis.MessageLevel.Success)
        self._done()

    def _failed(self, why: str) -> None:
        dialog = self.dialog
        if dialog is None:
            self._around.tell(why, Qgis.MessageLevel.Critical, self.changes.details())
            return
        dialog.list.setEnabled(True)
        dialog.show_problem(why)
        self._go_on()


def _problem(register: QgsVectorLayer | None) -> str:
    """Return why nothing can be taken back now, and what to do; empty where it can."""
    if register is None or not register.isEditable():
        return register_problem(register)
    if not register.isModified():
        return ""
    return tr(
        "“{layer}” has edits that are not saved. Save them, or discard them, and then choose “Undo changes” again."
    ).format(layer=register.name())

"""The job of editing by hand in the desktop: what is changed is logged, what is drawn is described, factories move."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import QLocale
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import QMenu, QToolBar

from ...processing.i18n import tr
from ...processing.paths import ICONS
from ..panel.corrections.part import CorrectionsPart
from ..part import Part, Surroundings
from .filler import PlaceFiller
from .live_check import LiveCheckPart
from .recorder import EditRecorder
from .telling import Teller
from .watch import RegisterWatch

if TYPE_CHECKING:
    from ...processing.register.edits import LoggedEdits
    from .mover import FactoryMover
    from .undoer import ChangesUndoer


class EditingPart(Part):
    """Follows the register while it is edited, moves factories, and takes back what was saved."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__(around)
        window = around.iface.mainWindow()
        self.teller = Teller(around.iface, around.tell)
        self.watch = RegisterWatch(around.project, around.roles, window)
        self.recorder = EditRecorder(self.watch, around.tell, window)
        self.filler = PlaceFiller(self.watch, around.iface.mapCanvas(), around.roles, self.teller, window)
        self.recorder.logged.connect(self._logged)
        self.watch.reloaded.connect(self._log_changed)
        self._mover: FactoryMover | None = None
        self._undoer: ChangesUndoer | None = None
        # One action for menus and toolbar, which shows whether its tool is on the map; a menu makes it, because the
        # class QAction lies in different modules in Qt 5 and Qt 6.
        self._menu = QMenu(window)
        self.move_action = self._menu.addAction(QIcon(str(ICONS / "move_factory.svg")), tr("Mo&ve factory"))
        self.move_action.setCheckable(True)
        self.move_action.setToolTip(tr("Move a factory on the map, and say how its new place is known"))
        self.move_action.triggered.connect(self._move)

    def fill_menu(self, menu: QMenu) -> None:
        """Add the tool that moves factories, and what takes changes back."""
        menu.addAction(self.move_action)
        menu.addAction(QIcon(str(ICONS / "undo_changes.svg")), tr("&Undo changes…"), lambda: self.undo_changes())

    def fill_toolbar(self, toolbar: QToolBar) -> None:
        """Add the tool that moves factories."""
        toolbar.addAction(self.move_action)

    def mover(self) -> FactoryMover:
        """Return what moves factories."""
        if self._mover is None:
            from .mover import FactoryMover

            around = self.around
            self._mover = FactoryMover(around.iface, self.watch, around.roles, around.tell, around.iface.mainWindow())
            self._mover.tool.setAction(self.move_action)
            for part in around.parts():
                if isinstance(part, LiveCheckPart):
                    self._mover.carried.connect(part.check_place)
                    self._mover.let_go.connect(part.forget_place)
        return self._mover

    def undoer(self) -> ChangesUndoer:
        """Return what takes changes back."""
        if self._undoer is None:
            from .undoer import ChangesUndoer

            self._undoer = ChangesUndoer(self.around, self._log_changed, self.around.iface.mainWindow())
        return self._undoer

    def undo_changes(self, batch: str = "") -> None:
        """Show the last changes of the register, to take one of them back."""
        self.undoer().open(batch)

    def remove(self) -> None:
        """Write what is still to be logged, leave nothing on the map, and listen to nothing any more."""
        if self._mover is not None:
            self._mover.remove()
            self._mover.deleteLater()
            self._mover = None
        if self._undoer is not None:
            self._undoer.remove()
            self._undoer.deleteLater()
            self._undoer = None
        self.filler.detach()
        self.recorder.detach(self.teller.tell_for_good)
        self.watch.detach()
        self.teller.clear()
        for one in (self.filler, self.recorder, self.watch, self._menu):
            one.deleteLater()

    def _logged(self, edits: LoggedEdits) -> None:
        """Offer for a while to take back what was saved."""
        if edits.batch_id:
            self._log_changed()
            factories = len(edits.factories)
            told = tr("1 factory changed, saved and logged.")
            if factories != 1:
                many = tr("{count} factories changed, saved and logged.")
                told = many.format(count=QLocale().toString(factories))
            self.teller.offer(told, tr("Take back…"), lambda: self.undo_changes(edits.batch_id))

    def _log_changed(self) -> None:
        """Let the tab of the corrections read the log again."""
        for part in self.around.parts():
            if isinstance(part, CorrectionsPart):
                part.read_log()

    def _move(self, wanted: bool) -> None:
        if wanted:
            self.move_action.setChecked(self.mover().start())
        elif self._mover is not None:
            self._mover.stop()

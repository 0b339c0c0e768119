"""Checks the factory that is being added or moved, while it is edited; it says what it finds, and hinders nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qgis.core import QgsFeature, QgsPointXY, QgsVectorLayer
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QObject, QTimer

from ...processing.i18n import tr
from .. import settings
from ..part import Part, Surroundings
from .watch import RegisterWatch

if TYPE_CHECKING:
    from qgis.PyQt.QtWidgets import QMenu

    from ..panel.site.answer import Answer
    from .live_bar import LiveBar
    from .live_details import LiveDetails
    from .live_look import LiveLook, Wanted
    from .live_subject import Subject
    from .live_task import Told
    from .live_words import Message

# So long no further change must come before a factory is looked at: what one click changes comes at once.
_QUIET_MS = 120


class LiveCheckPart(Part):
    """The check while editing; nothing of it is made before the register is edited."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__(around)
        self.check: LiveCheck | None = None
        self.watch = RegisterWatch(around.project, around.roles, around.dock)
        self._actions: list[Any] = []  # the menus own them
        self.watch.editing_started.connect(self._started)

    def fill_menu(self, menu: QMenu) -> None:
        """Add the switch."""
        action = menu.addAction(tr("Check while editing"))
        action.setCheckable(True)
        action.setToolTip(tr("Say in the message bar what is wrong with a factory that is added or moved"))
        action.setChecked(settings.check_while_editing())
        action.toggled.connect(self._switch)
        self._actions.append(action)

    def apply_settings(self) -> None:
        """Do what the options say now."""
        self._switch(settings.check_while_editing())

    def check_place(self, layer: QgsVectorLayer, feature: QgsFeature, point: QgsPointXY) -> None:
        """Check a factory where it would be let go: for a tool that drags it.

        As often as the mouse moves: while one place is checked, only the last of those that follow waits.

        Parameters
        ----------
        layer : QgsVectorLayer
            The register.
        feature : QgsFeature
            The factory, where it still stands.
        point : QgsPointXY
            In the layer's CRS. Of premises, where their middle would be.
        """
        check = self._made()
        if check is not None:
            check.look_at(layer, feature, point)

    def forget_place(self) -> None:
        """Take away what was said of a place where the factory was not let go.

        Nothing happens where it was: then the factory itself is checked, as after any other change.
        """
        if self.check is not None:
            self.check.forget_place()

    def remove(self) -> None:
        """Stop, and take away the message, the window and every connection."""
        if self.check is not None:
            self.check.remove()
            self.check = None
        self.watch.detach()
        self.watch.deleteLater()
        self._actions = []

    def _made(self) -> LiveCheck | None:
        if not settings.check_while_editing():
            return None
        if self.check is None:
            self.check = LiveCheck(self.around, self.watch)
        return self.check

    def _started(self, layer: QgsVectorLayer) -> None:
        check = self._made()
        if check is not None:
            check.begin(layer)

    def _switch(self, on: bool) -> None:
        settings.set_check_while_editing(on)
        for action in self._actions:
            if not sip.isdeleted(action) and action.isChecked() != on:
                action.setChecked(on)
        if not on and self.check is not None:
            self.check.remove()
            self.check = None
        if on and self.check is None:
            for layer in self.watch.edited:
                self._started(layer)


class LiveCheck(QObject):
    """Waits until the hand rests, looks at the one factory that was changed, and says what is wrong with it."""

    def __init__(self, around: Surroundings, watch: RegisterWatch) -> None:
        super().__init__(around.dock)
        from .live_bar import LiveBar
        from .live_look import LiveLook

        self._around, self._watch = around, watch
        self._changed: dict[int, None] = {}
        self._layer: QgsVectorLayer | None = None
        self._shown: tuple[str, int] | None = None
        self._trying = False
        self._details: LiveDetails | None = None
        self.bar: LiveBar = LiveBar(around.iface.messageBar(), self)
        self.looker: LiveLook = LiveLook(around, self)
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(_QUIET_MS)
        self._quiet.timeout.connect(self._look)
        self.bar.details_wanted.connect(self._show_details)
        self.looker.seen.connect(self._seen)
        self.looker.missed.connect(self._missed)
        self._connections = (
            (watch.feature_added, self._touched),
            (watch.geometry_changed, self._touched),
            (watch.attribute_changed, self._touched),
            (watch.feature_deleted, self._deleted),
            (watch.committed, self._committed),
            (watch.editing_ended, self._ended),
        )
        for signal, slot in self._connections:
            signal.connect(slot)

    @property
    def details(self) -> LiveDetails | None:
        """The window with everything that was found, while it is open."""
        return self._details

    @property
    def waiting(self) -> bool:
        """Whether something was changed and not looked at yet."""
        return self._quiet.isActive() or self.looker.busy

    def begin(self, layer: QgsVectorLayer) -> None:
        """Get ready for a layer that begins to be edited."""
        self.looker.prepare(layer)

    def look_at(self, layer: QgsVectorLayer, feature: QgsFeature, point: QgsPointXY) -> None:
        """Look at a factory as if it were at a point."""
        from .live_look import Wanted
        from .live_subject import moved

        self._quiet.stop()
        self._changed.clear()
        self._trying = True
        self.looker.look(Wanted(layer, feature.id(), moved(feature, point)))

    def forget(self) -> None:
        """Want to know nothing any more, and say nothing."""
        self._quiet.stop()
        self._changed.clear()
        self._layer = self._shown = None
        self._trying = False
        self.looker.drop()
        self.bar.clear()

    def forget_place(self) -> None:
        """Forget a place that was only tried."""
        if not self._trying:
            return
        self.forget()
        if not self._watch.edited:
            self.looker.leave()

    def remove(self) -> None:
        """Stop, and leave nothing behind."""
        for signal, slot in self._connections:
            signal.disconnect(slot)
        self._quiet.stop()
        self.looker.shutdown()
        self.bar.clear()
        if self._details is not None:
            self._details.close()
        self.deleteLater()

    def _touched(self, layer: QgsVectorLayer, fid: int, _index: int = -1) -> None:
        if self._watch.committing:  # QGIS gives new features their real ids
            return
        if layer is not self._layer:
            self._layer = layer
            self._changed.clear()
        self._trying = False
        self._changed.pop(fid, None)
        self._changed[fid] = None
        self._quiet.start()

    def _deleted(self, layer: QgsVectorLayer, fid: int) -> None:
        if self._watch.committing:
            return
        self._changed.pop(fid, None)
        looked = self.looker.subject
        if (looked is not None and (looked.layer_id, looked.fid) == (layer.id(), fid)) or self._shown == (
            layer.id(),
            fid,
        ):
            self.looker.drop()
            self._shown = None
            self.bar.clear()

    def _committed(self, layer: QgsVectorLayer) -> None:
        """Keep what is said; ids have changed, and what is saved is to be read anew."""
        self._quiet.stop()
        self._changed.clear()
        self._shown = None
        self.looker.forget_saved()

    def _ended(self, layer: QgsVectorLayer) -> None:
        self.forget()
        self.looker.leave()
        if self._details is not None:
            self._details.close()

    def _look(self) -> None:
        """Look at what was changed: one factory, or the one that is selected; of many say only that they are."""
        from .live_look import Wanted
        from .live_words import many

        layer, changed = self._layer, list(self._changed)
        self._changed.clear()
        if layer is None or sip.isdeleted(layer) or not changed:
            return
        if not layer.isModified():  # everything was taken back
            self.forget()
            return
        fid = changed[-1]
        if len(changed) > 1:
            selected = layer.selectedFeatureIds()
            if len(selected) != 1 or selected[0] not in changed:
                self.looker.drop()
                self._show(many(len(changed)), None)
                return
            fid = selected[0]
        self.looker.look(Wanted(layer, fid))

    def _seen(self, subject: Subject, answer: Answer | None, told: Told) -> None:
        from .live_words import message

        self._show(message(subject.called, answer, told), (subject.layer_id, subject.fid))

    def _missed(self, wanted: Wanted) -> None:
        """Say nothing of what has no place, nor leave what was said before as if it were of that."""
        self._show(None, None)

    def _show(self, message: Message | None, about: tuple[str, int] | None) -> None:
        self._shown = about
        if message is None:
            self.bar.clear()
            return
        self.bar.show(message)
        if self._details is not None and message.page:
            self._details.show_message(message)

    def _show_details(self, message: Message) -> None:
        from .live_details import LiveDetails

        if self._details is None:
            self._details = LiveDetails(self._around.iface.mapCanvas(), self._around.iface.mainWindow())
            self._details.finished.connect(self._details_closed)
        self._details.show_message(message)
        self._details.show()

    def _details_closed(self, _result: int) -> None:
        self._details = None

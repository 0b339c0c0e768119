"""Keeps a table of the register: reads it in the background, and follows what happens to the layer."""

from __future__ import annotations

from typing import Any

from qgis.core import QgsProject, QgsVectorLayer
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal

from ...project.localise import in_khmer
from ...reading import Source
from .columns import Table
from .reader import Job, ReadTask, read_some, source_of, verdicts_of

_SOON_MS = 120
# More changes than these are read with all the rest, in the background.
_FEW = 1000


class RegisterFeed(QObject):
    """Table of the register; one task at a time, and what happens meanwhile comes with the next."""

    started = pyqtSignal()
    progressed = pyqtSignal(float)
    ready = pyqtSignal(object)
    failed = pyqtSignal(str)
    selection_changed = pyqtSignal()
    moved = pyqtSignal()
    source_changed = pyqtSignal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._layer: QgsVectorLayer | None = None
        self._chosen: dict[str, str] = {}
        self._results: QgsVectorLayer | None = None
        self._admin: QgsVectorLayer | None = None
        self._source: Source | None = None
        self._table: Table | None = None
        self._checked: dict[str, str] | None = None
        self._task: ReadTask | None = None
        self._awake = False
        self._once = False
        self._all = False
        self._again = False
        self._changed: set[int] = set()
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_SOON_MS)
        self._soon.timeout.connect(self._work)

    @property
    def layer(self) -> QgsVectorLayer | None:
        """The register; None without one."""
        return self._layer

    @property
    def reading(self) -> bool:
        """Whether a task is under way."""
        return self._task is not None

    @property
    def table(self) -> Table | None:
        """The register as it was read last; None before that, and where it cannot be read."""
        return self._table

    @property
    def current(self) -> bool:
        """Whether nothing has happened to the register since it was read."""
        return self._task is None and not (self._all or self._again or self._changed)

    def follow(
        self,
        layer: QgsVectorLayer | None,
        results: QgsVectorLayer | None,
        chosen: dict[str, str] | None = None,
        admin: QgsVectorLayer | None = None,
    ) -> None:
        """Show another register or another check; what is shown already is not read again.

        Parameters
        ----------
        layer : QgsVectorLayer or None
            The register.
        results : QgsVectorLayer or None
            The factories of the last check.
        chosen : dict of str to str, optional
            Fields of the register that a person chose, see `reader.source_of`.
        admin : QgsVectorLayer, optional
            Units, which tell the provinces of a register that has no field for them.
        """
        chosen = chosen or {}
        if layer is not self._layer or chosen != self._chosen:
            self._leave()
            self._layer, self._chosen = layer, chosen
            self._table = None
            self._all = True
            if layer is not None:
                self._listen(layer)
        if admin is not self._admin:
            self._admin = admin
            self._all = self._all or self._source is None or not _tells_provinces(self._source)
        if results is not self._results:
            self._results, self._checked = results, None
            self._again = True
        self._schedule(0)

    def wake(self) -> None:
        """Work from now on: somebody looks."""
        self._awake = True
        self._schedule(0)

    def rest(self) -> None:
        """Read nothing until somebody looks again; what happens meanwhile is noted."""
        self._awake = False

    def catch_up(self) -> None:
        """Read what has changed meanwhile, this once: somebody asks, and does not go on looking."""
        self._once = True
        self._schedule(0)

    def tell_again(self) -> None:
        """Announce the table that there is, for somebody who has come later."""
        if self._table is not None:
            self.ready.emit(self._table)

    def read_again(self) -> None:
        """Read all of the layer again."""
        self._all = True
        self._schedule(_SOON_MS)

    def shutdown(self) -> None:
        """Stop, and listen to no layer."""
        self._soon.stop()
        self._leave()
        self._layer = self._results = self._admin = self._source = self._table = None

    def _schedule(self, wait: int) -> None:
        if not (self._awake or self._once) or not (self._all or self._again or self._changed):
            return
        if not self._soon.isActive() or wait < self._soon.remainingTime():
            self._soon.start(wait)

    def _work(self) -> None:
        asked = self._awake or self._once
        if self._task is not None or not asked or self._layer is None or not self._layer.isValid():
            return  # what there is to do is done when the task has ended
        job = self._job(self._layer)
        self._all = self._again = False
        self._changed = set()
        task = ReadTask(job, self._ended)
        task.progressChanged.connect(self.progressed)
        self._task = task
        self.started.emit()
        task.begin()

    def _job(self, layer: QgsVectorLayer) -> Job:
        results = None if self._results is None or sip.isdeleted(self._results) else self._results
        verdicts = verdicts_of(results) if self._checked is None else None
        others: dict[str, Any] = {"verdicts": verdicts, "checked": self._checked, "khmer": in_khmer()}
        if self._all or self._table is None or self._source is None or len(self._changed) > _FEW:
            self._source = self._placed(layer, source_of(layer, self._chosen))
            return Job(self._source, **others)
        fresh = read_some(layer, self._source, self._changed) if self._changed else {}
        gone = frozenset(self._changed - set(fresh))
        return Job(None, raw=self._table.raw, gone=gone, fresh=fresh, **others)

    def _placed(self, layer: QgsVectorLayer, source: Source) -> Source:
        if _tells_provinces(source) or self._admin is None or sip.isdeleted(self._admin):
            return source
        from .by_place import outlines_of, placed

        return placed(source, outlines_of(self._admin, layer.crs(), QgsProject.instance()))

    def _ended(self, task: ReadTask) -> None:
        if task is not self._task or sip.isdeleted(self):
            return  # of a register that is not shown any more
        self._task = None
        if task.table is not None:
            self._table, self._checked = task.table, task.checked
            self.ready.emit(task.table)
        else:
            self._table = None
            self.failed.emit(task.problem)
        if self.current:
            self._once = False
        self._schedule(0)

    def _listen(self, layer: QgsVectorLayer) -> None:
        for signal, slot in self._connections(layer):
            signal.connect(slot)

    def _connections(self, layer: QgsVectorLayer) -> list[tuple[Any, Any]]:
        return [
            (layer.featureAdded, self._one_changed),
            (layer.featureDeleted, self._one_changed),
            (layer.attributeValueChanged, self._value_changed),
            (layer.updatedFields, self.read_again),
            (layer.afterCommitChanges, self.read_again),  # the data source may have its own ideas of values
            (layer.afterRollBack, self.read_again),
            (layer.subsetStringChanged, self.read_again),
            (layer.dataChanged, self.read_again),
            (layer.dataSourceChanged, self._other_source),
            (layer.selectionChanged, self._selected),
            (layer.geometryChanged, self._one_moved),
            (layer.willBeDeleted, self._layer_goes),
        ]

    def _leave(self) -> None:
        """Stop the task, and listen to the layer no more."""
        layer, task = self._layer, self._task
        self._task = None
        self._changed = set()
        if task is not None:
            task.cancel()
        if layer is not None and not sip.isdeleted(layer):
            for signal, slot in self._connections(layer):
                signal.disconnect(slot)

    def _layer_goes(self) -> None:
        self._leave()
        self._layer = self._table = None

    def _one_changed(self, fid: int) -> None:
        self._changed.add(fid)
        self._schedule(_SOON_MS)

    def _value_changed(self, fid: int, index: int, _value: object) -> None:
        if self._source is not None and index in self._source.fields:
            self._one_changed(fid)

    def _one_moved(self, fid: int, *_: object) -> None:
        if self._source is not None and self._source.by_place:
            self._one_changed(fid)
        self.moved.emit()

    def _other_source(self) -> None:
        self.read_again()
        self.source_changed.emit()

    def _selected(self, *_: object) -> None:
        self.selection_changed.emit()


def _tells_provinces(source: Source) -> bool:
    return "province" in source.known and not source.by_place

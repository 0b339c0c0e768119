"""Writes what officers change by hand into the log of the register, after every commit.

The rows are held before QGIS stores the edits, and read again afterwards: what differs is what was stored. That holds
for a commit that fails half way, and for one that goes through a transaction of the project.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from qgis.core import Qgis, QgsFeature, QgsFeatureRequest, QgsFields, QgsMessageLog, QgsVectorLayer
from qgis.PyQt.QtCore import QObject, pyqtSignal

from ...processing.base import said
from ...processing.i18n import tr
from ..background import LOG
from ..settings import officer
from .telling import Tell
from .watch import RegisterWatch

if TYPE_CHECKING:
    from .log_writer import FieldChanges, LogWriter

ID_FIELD = "factory_id"
# For the log of more rows than these the window does not wait.
_FEW = 500
_NAMED = 8
_FROM_TABLE, _FROM_EDITS = QgsFields.FieldOrigin.OriginProvider, QgsFields.FieldOrigin.OriginEdit


class EditRecorder(QObject):
    """Logs the commits of the register that a `RegisterWatch` follows.

    Parameters
    ----------
    watch : RegisterWatch
    tell : callable
        Shows a sentence in QGIS's message bar.
    """

    logged = pyqtSignal(object)  # `LoggedEdits`
    failed = pyqtSignal(str)
    _ended = pyqtSignal(object)

    def __init__(self, watch: RegisterWatch, tell: Tell, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._watch = watch
        self._tell = tell
        self._touched: dict[str, set[int]] = {}
        self._fields: dict[str, list[str]] = {}  # by layer, those that its table had when it was last stored
        self._commits: dict[str, LogWriter] = {}  # by layer, of what QGIS is storing
        self._told: set[str] = set()
        self._writer: LogWriter | None = None  # of what is stored
        self._connections = [
            (watch.editing_started, self._editing_started),
            (watch.editing_ended, self._editing_ended),
            (watch.feature_added, self._touch),
            (watch.feature_deleted, self._touch),
            (watch.geometry_changed, self._touch),
            (watch.attribute_changed, self._touch),
            (watch.about_to_commit, self._about_to_commit),
            (watch.committed, self._committed),
            (watch.commit_failed, self._write),
        ]
        for signal, slot in self._connections:
            signal.connect(slot)
        self._ended.connect(self._say)
        for layer in watch.edited:
            self._editing_started(layer)

    @property
    def busy(self) -> bool:
        """Whether the log is being written beside the window's thread."""
        return self._writer is not None and self._writer.is_alive()

    def finish(self) -> None:
        """Wait until all that was stored is in the log."""
        writer, self._writer = self._writer, None
        if writer is not None:
            writer.join()
            self._say(writer)

    def finish_all(self) -> None:
        """Log also what nobody told the end of: a layer may go while it is stored. Then finish."""
        commits, self._commits = self._commits, {}
        for writer in commits.values():
            self._write_all(writer)
        self.finish()

    def detach(self, tell: Tell | None = None) -> None:
        """Finish, and listen to nothing any more.

        Parameters
        ----------
        tell : callable, optional
            Shows what is still to be said, where the other way of saying ends with the plugin.
        """
        self._tell = tell or self._tell
        self.finish_all()
        for signal, slot in self._connections:
            signal.disconnect(slot)

    def _editing_started(self, layer: QgsVectorLayer) -> None:
        """Say before anything is changed that it will not be logged."""
        problem, begins = _address(layer)[1], layer.id() not in self._touched
        if begins:
            self._begin(layer)
        if problem and layer.id() not in self._told:
            self._told.add(layer.id())
            self._say_not_logged(layer, problem)
        elif not problem and begins and self._watch.is_late(layer) and _in_transaction(layer):
            # QGIS stores a transaction for whoever asked first: it has stored all before the rows can be held.
            why = tr(
                "The project stores in transactions, and this one had begun before the layer was followed. Save and "
                "end editing, then start again."
            )
            self._say_not_logged(layer, why)

    def _say_not_logged(self, layer: QgsVectorLayer, why: str) -> None:
        told = tr("What you change by hand in “{layer}” is not logged and cannot be undone later. {why}")
        self._tell(told.format(layer=layer.name(), why=why), Qgis.MessageLevel.Warning)

    def _begin(self, layer: QgsVectorLayer) -> None:
        self._touched[layer.id()] = set()
        self._fields[layer.id()] = layer.dataProvider().fields().names()

    def _editing_ended(self, layer: QgsVectorLayer) -> None:
        self._touched.pop(layer.id(), None)
        self._fields.pop(layer.id(), None)

    def _touch(self, layer: QgsVectorLayer, fid: int, *_: object) -> None:
        if fid >= 0:  # below are those that are not stored yet
            self._touched.setdefault(layer.id(), set()).add(fid)

    def _about_to_commit(self, layer: QgsVectorLayer) -> None:
        register, problem = _address(layer)
        if problem:
            return
        self._write(layer)  # one that has failed, and is tried again
        self.finish()  # what another commit has left is read before this one changes it
        from .log_writer import LogWriter

        fields = _field_changes(layer, self._fields.get(layer.id(), []))
        if fields and layer.providerType() == "postgres" and _in_transaction(layer):
            # Reading would wait for the commit, and the commit for the reading.
            self._say_not_logged(layer, tr("The fields of a table in a database were changed in a transaction."))
            return
        fids = self._touched.get(layer.id(), set()) | _changed(layer)
        self._touched[layer.id()] = fids
        buffer = layer.editBuffer()
        new = _ids(layer, buffer.addedFeatures().values() if buffer is not None else ())
        keys = _keys(layer, fids)
        writer = LogWriter(register, layer.name(), keys, officer(), fields, self._ended.emit)
        writer.begin()
        # Where the log cannot be begun, the person saves all the same, and has to know what it lacks.
        old = _ids(layer, layer.dataProvider().getFeatures(_request(fids))) if writer.problem else []
        writer.factories += [*old, *new]
        self._commits[layer.id()] = writer

    def _committed(self, layer: QgsVectorLayer) -> None:
        self._write(layer)
        self._begin(layer)

    def _write(self, layer: QgsVectorLayer) -> None:
        writer = self._commits.pop(layer.id(), None)
        if writer is not None:
            writer.keys |= _keys(layer, self._touched.get(layer.id(), set()))  # new rows have their keys now
            self._write_all(writer)

    def _write_all(self, writer: LogWriter) -> None:
        self.finish()
        self._writer = writer
        writer.go_on()
        if len(writer.keys) <= _FEW or writer.problem:
            self.finish()

    def _say(self, writer: LogWriter) -> None:
        """Tell how it went, once: it is asked for when a log is waited for, and when it ends."""
        if writer.told:
            return
        writer.told = True
        if not writer.problem:
            self.logged.emit(writer.logged)
            return
        told = tr("The changes are saved, but could not be logged, and cannot be undone later: {factories}. {why}")
        names = list(dict.fromkeys(writer.factories))
        whole = told.format(factories=", ".join(names), why=writer.problem)
        QgsMessageLog.logMessage(whole, LOG, Qgis.MessageLevel.Critical, False)
        sentence = told.format(factories=_some(names), why=writer.problem)
        self._tell(sentence, Qgis.MessageLevel.Critical)
        self.failed.emit(sentence)


def _address(layer: QgsVectorLayer) -> tuple[str, str]:
    """Return what a register is opened by, and why nothing can be logged in it."""
    from ...processing.analysis.errors import LocationError
    from ...processing.register.edits import address_of

    try:
        return address_of(layer), ""
    except LocationError as error:
        return "", said(error)


def _in_transaction(layer: QgsVectorLayer) -> bool:
    return layer.dataProvider().transaction() is not None


def _changed(layer: QgsVectorLayer) -> set[int]:
    """Return the stored rows that QGIS holds edits of, also of the time before the layer was followed."""
    buffer = layer.editBuffer()
    if buffer is None:
        return set()
    rows = (*buffer.changedAttributeValues(), *buffer.changedGeometries(), *buffer.deletedFeatureIds())
    return {fid for fid in rows if fid >= 0}


def _field_changes(layer: QgsVectorLayer, before: Sequence[str]) -> FieldChanges:
    """Return what has become of the fields that the table of a layer had; a transaction does not tell new names."""
    from .log_writer import FieldChanges

    fields, stored = layer.fields(), layer.dataProvider().fields()
    own = [i for i in range(fields.count()) if fields.fieldOrigin(i) in (_FROM_TABLE, _FROM_EDITS)]
    kept = {i: stored.at(fields.fieldOriginIndex(i)).name() for i in own if fields.fieldOrigin(i) == _FROM_TABLE}
    renamed = {name: fields.at(i).name() for i, name in kept.items() if name != fields.at(i).name()}
    now = {fields.at(i).name() for i in own}
    return FieldChanges(
        added=frozenset(now.difference(before, renamed.values())),
        deleted=frozenset(before).difference(now, renamed),
        renamed=renamed,
    )


def _keys(layer: QgsVectorLayer, fids: set[int]) -> set[int]:
    """Return the primary keys of rows: of a file they are QGIS's own numbers."""
    if layer.providerType() != "postgres" or not fids:
        return set(fids)
    keys = layer.primaryKeyAttributes()
    if len(keys) != 1:
        return set(fids)
    # Rows that a transaction of the project has deleted are not found; of a key of 32 bits the numbers are the same.
    rows = layer.dataProvider().getFeatures(_request(fids))
    return {*fids, *(int(row.attributes()[keys[0]]) for row in rows)}


def _request(fids: set[int]) -> QgsFeatureRequest:
    return QgsFeatureRequest().setFilterFids(sorted(fids)).setFlags(QgsFeatureRequest.Flag.NoGeometry)


def _ids(layer: QgsVectorLayer, rows: Iterable[QgsFeature]) -> list[str]:
    place = layer.fields().lookupField(ID_FIELD)
    return [str(row.attributes()[place]) for row in rows] if place >= 0 else []


def _some(names: Sequence[str]) -> str:
    listed = ", ".join(names[:_NAMED])
    if len(names) <= _NAMED:
        return listed
    return tr("{some} and {count} more").format(some=listed, count=len(names) - _NAMED)

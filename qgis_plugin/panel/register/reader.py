"""Reads a register in the background, in slices that leave the window its time."""

from __future__ import annotations

import time
import traceback
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from qgis.core import (
    NULL,
    Qgis,
    QgsFeature,
    QgsFeatureRequest,
    QgsMessageLog,
    QgsTask,
    QgsVectorLayer,
    QgsVectorLayerFeatureSource,
)

from ....processing.i18n import tr
from ...qt import QUIET_TASK
from .. import verdicts
from .columns import USUAL_FIELDS, Raw, Table, build

LOG = "Factory Locations"
# Python runs one thread at a time: the window, whose table asks Python for every cell, waits for slices of this length.
_WORK_SECONDS = 0.004
_REST_SECONDS = 0.001
_READ_SHARE = 0.6
_REPORT_SECONDS = 0.1


class Stopped(Exception):
    """Somebody wants no more of it."""


@dataclass(frozen=True)
class Source:
    """A layer as it is now, also its edits, to be read in another thread.

    Attributes
    ----------
    features : QgsVectorLayerFeatureSource
    count : int
        How many features to expect.
    known : tuple of str
        What the values are, see `columns.USUAL_FIELDS`.
    fields : tuple of int
        The field of each.
    """

    features: QgsVectorLayerFeatureSource
    count: int
    known: tuple[str, ...]
    fields: tuple[int, ...]

    def request(self) -> QgsFeatureRequest:
        """Return a request for these fields alone."""
        return _request(self.fields)

    def values(self, feature: QgsFeature) -> tuple[Any, ...]:
        """Return the values of a feature, every kind of null as None."""
        return _values(feature, self.fields)


def source_of(layer: QgsVectorLayer, chosen: Mapping[str, str] | None = None) -> Source:
    """Return what to read of a register.

    Parameters
    ----------
    layer : QgsVectorLayer
    chosen : mapping of str to str, optional
        By key of `columns.USUAL_FIELDS`, the field that a person chose.
    """
    return _source(layer, {name: ((chosen or {}).get(name, ""), *usual) for name, usual in USUAL_FIELDS.items()})


def verdicts_of(layer: QgsVectorLayer | None) -> Source | None:
    """Return what to read of the factories of a check; None where they do not say."""
    if layer is None or not layer.isValid():
        return None
    source = _source(layer, {name: (name,) for name in ("factory_id", "verdict", "severity")})
    return source if {"factory_id", "verdict"} <= set(source.known) else None


def read_some(layer: QgsVectorLayer, source: Source, fids: Collection[int]) -> dict[int, tuple[Any, ...]]:
    """Return the values of a few features; for use in the window's own thread."""
    request = source.request().setFilterFids(list(fids))
    return {feature.id(): source.values(feature) for feature in layer.getFeatures(request)}


def _source(layer: QgsVectorLayer, names: Mapping[str, Sequence[str]]) -> Source:
    found = {}
    for name, candidates in names.items():
        indexes = [layer.fields().lookupField(one) for one in candidates if one]
        found[name] = next((index for index in indexes if index >= 0), -1)
    pairs = [(name, index) for name, index in found.items() if index >= 0]
    return Source(
        features=QgsVectorLayerFeatureSource(layer),
        count=max(layer.featureCount(), 0),
        known=tuple(name for name, _ in pairs),
        fields=tuple(index for _, index in pairs),
    )


def _request(fields: Sequence[int]) -> QgsFeatureRequest:
    request = QgsFeatureRequest()
    request.setFlags(QgsFeatureRequest.Flag.NoGeometry)
    return request.setSubsetOfAttributes(list(fields))


def _values(feature: QgsFeature, fields: Sequence[int]) -> tuple[Any, ...]:
    values = [feature[index] for index in fields]
    return tuple([None if value is None or value == NULL else value for value in values])


@dataclass(frozen=True)
class Job:
    """What a task does: read all, or change a table that was read before; and the verdicts, where they are others.

    Attributes
    ----------
    source : Source or None
        Read all of it; None to go on from `raw`.
    raw : Raw or None
    gone : frozenset of int
        Features that are no more.
    fresh : dict of int to tuple
        New values of features, and new features.
    verdicts : Source or None
        The factories of a check.
    checked : dict of str to str or None
        What they say, where that is known already.
    """

    source: Source | None
    raw: Raw | None = None
    gone: frozenset[int] = frozenset()
    fresh: dict[int, tuple[Any, ...]] = field(default_factory=dict)
    verdicts: Source | None = None
    checked: dict[str, str] | None = None
    khmer: bool = False


class ReadTask(QgsTask):
    """Makes a table; `ended` is called with the task, in the window's thread.

    After it, `table` and `checked` hold what was made, or `problem` why there is nothing: empty for a task that was
    stopped.
    """

    def __init__(self, job: Job, ended: Callable[[ReadTask], None]) -> None:
        super().__init__(tr("Read the register"), QgsTask.Flag.CanCancel if job.source is not None else QUIET_TASK)
        self._job = job
        self._ended = ended
        self._began = self._told = 0.0
        self._span = (0.0, 1.0)
        self.table: Table | None = None
        self.checked = job.checked
        self.problem = ""

    def run(self) -> bool:
        """Work, in a thread of its own; nothing may be raised there."""
        try:
            self._run()
        except Stopped:
            return False
        except Exception as error:  # whatever a data source does: the panel says so, and the log has the rest
            self.problem = tr("The register cannot be read: {reason}").format(reason=error)
            QgsMessageLog.logMessage(traceback.format_exc(), LOG, Qgis.MessageLevel.Warning)
            return False
        return True

    def finished(self, _successful: bool) -> None:
        """Hand over; QGIS calls it in the window's thread."""
        self._ended(self)

    def _run(self) -> None:
        self._began = time.perf_counter()
        job = self._job
        if job.source is not None:
            self._span = (0.0, _READ_SHARE)
            raw = self._read(job.source)
        elif job.raw is not None:
            raw = job.raw.changed(job.gone, job.fresh) if job.gone or job.fresh else job.raw
        else:
            raw = Raw((), [], ())
        self._span = (_READ_SHARE, 1.0)
        if self.checked is None and job.verdicts is not None:
            self.checked = self._read_verdicts(job.verdicts)
        self.table = build(raw, self.checked, job.khmer, self._pace)

    def _read(self, source: Source) -> Raw:
        fids: list[int] = []
        columns: tuple[list[Any], ...] = tuple([] for _ in source.known)
        for feature in source.features.getFeatures(source.request()):
            fids.append(feature.id())
            for column, value in zip(columns, source.values(feature)):
                column.append(value)
            self._pace(len(fids) / max(source.count, len(fids)))
        return Raw(source.known, fids, columns)

    def _read_verdicts(self, source: Source) -> dict[str, str]:
        found = {}
        for feature in source.features.getFeatures(source.request()):
            values = dict(zip(source.known, source.values(feature)))
            kind = str(values["verdict"] or "")
            if kind:
                found[str(values["factory_id"] or "")] = verdicts.kind(kind, values.get("severity"))
            self._pace(0.0)
        return found

    def _pace(self, share: float) -> None:
        """Rest now and then, so that the window gets its turn; stop when asked to."""
        now = time.perf_counter()
        if now - self._began < _WORK_SECONDS:
            return
        if self.isCanceled():
            raise Stopped
        if now - self._told > _REPORT_SECONDS:
            first, last = self._span
            self.setProgress(100 * (first + min(share, 1.0) * (last - first)))
            self._told = now
        time.sleep(_REST_SECONDS)
        self._began = time.perf_counter()

"""Reading in the background, in slices that leave the window its time."""

from __future__ import annotations

import time
import traceback
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from qgis.core import (
    NULL,
    Qgis,
    QgsApplication,
    QgsFeature,
    QgsFeatureRequest,
    QgsMessageLog,
    QgsTask,
    QgsVectorLayer,
    QgsVectorLayerFeatureSource,
)

from ..processing.uri import without_passwords
from .background import LOG
from .qt import QUIET_TASK

# Python runs one thread at a time: the window, whose tables ask Python for every cell, waits for slices of this length.
_WORK_SECONDS = 0.004
_REST_SECONDS = 0.001
_REPORT_SECONDS = 0.1
# The manager of tasks does not keep Python's part of a task alive.
RUNNING: set[Reading] = set()


class Stopped(Exception):
    """Somebody wants no more of it."""


class Pace:
    """To be called every few rows: rests now and then, and raises `Stopped` when nobody waits any more.

    Parameters
    ----------
    stopped : callable
        Whether to stop.
    tell : callable
        Called now and then with the share done.
    """

    def __init__(self, stopped: Callable[[], bool], tell: Callable[[float], None]) -> None:
        self._stopped, self._tell = stopped, tell
        self._began = self._told = time.perf_counter()

    def __call__(self, share: float = 0.0) -> None:
        now = time.perf_counter()
        if now - self._began < _WORK_SECONDS:
            return
        if self._stopped():
            raise Stopped
        if now - self._told > _REPORT_SECONDS:
            self._tell(share)
            self._told = now
        time.sleep(_REST_SECONDS)
        self._began = time.perf_counter()


class Reading(QgsTask):
    """Does some work in a thread of its own; `ended` is then called with the task, in the window's thread.

    Afterwards `result` holds what the work returned, or `problem` why there is nothing: empty for a task that was
    stopped.

    Parameters
    ----------
    title : str
        What QGIS calls it in its status bar, where it shows it.
    work : callable
        Given a `Pace`; runs in the other thread.
    ended : callable
    quiet : bool, optional
        Not worth a word in the status bar.
    """

    def __init__(
        self, title: str, work: Callable[[Pace], Any], ended: Callable[[Any], None], *, quiet: bool = True
    ) -> None:
        super().__init__(title, QUIET_TASK if quiet else QgsTask.Flag.CanCancel)
        self._work, self._ended = work, ended
        self.result: Any = None
        self.problem = ""

    def begin(self) -> None:
        """Start, when a thread is free."""
        RUNNING.add(self)
        QgsApplication.taskManager().addTask(self)

    def run(self) -> bool:
        """Work; nothing may be raised in a thread of QGIS."""
        try:
            self.result = self._work(Pace(self.isCanceled, lambda share: self.setProgress(100 * share)))
        except Stopped:
            return False
        except Exception as error:  # whatever a data source does: the panel says so, and the log has the rest
            self.problem = without_passwords(str(error)) or type(error).__name__
            QgsMessageLog.logMessage(without_passwords(traceback.format_exc()), LOG, Qgis.MessageLevel.Warning)
            return False
        return True

    def finished(self, _successful: bool) -> None:
        """Hand over; QGIS calls it in the window's thread.

        What the task holds is let go of here, in the thread that it belongs to.
        """
        RUNNING.discard(self)
        ended = self._ended
        self._work = self._ended = _nothing
        ended(self)


def _nothing(*_: object) -> None:
    """Stand for what a task has done."""


@dataclass(frozen=True)
class Source:
    """A layer as it is now, also its edits, to be read in another thread.

    Attributes
    ----------
    features : QgsVectorLayerFeatureSource
    count : int
        How many features to expect.
    known : tuple of str
        What the values are called by who reads.
    fields : tuple of int
        The field of each.
    """

    features: QgsVectorLayerFeatureSource
    count: int
    known: tuple[str, ...]
    fields: tuple[int, ...]

    @property
    def by_place(self) -> bool:
        """Whether a value depends on where a feature is."""
        return False

    def request(self) -> QgsFeatureRequest:
        """Return a request for these fields alone."""
        request = QgsFeatureRequest()
        request.setFlags(QgsFeatureRequest.Flag.NoGeometry)
        return request.setSubsetOfAttributes(list(self.fields))

    def values(self, feature: QgsFeature) -> tuple[Any, ...]:
        """Return the values of a feature, every kind of null as None."""
        values = [feature[index] for index in self.fields]
        return tuple([None if value is None or value == NULL else value for value in values])

    def columns(self, pace: Callable[[float], None]) -> tuple[list[int], tuple[list[Any], ...]]:
        """Read all; return the feature ids, and a list of values for each of `known`."""
        fids: list[int] = []
        columns: tuple[list[Any], ...] = tuple([] for _ in self.known)
        for feature in self.features.getFeatures(self.request()):
            fids.append(feature.id())
            for column, value in zip(columns, self.values(feature)):
                column.append(value)
            pace(len(fids) / max(self.count, len(fids)))
        return fids, columns


def source_with(layer: QgsVectorLayer, names: Mapping[str, Sequence[str]]) -> Source:
    """Return what to read of a layer.

    Parameters
    ----------
    layer : QgsVectorLayer
    names : mapping of str to sequence of str
        What a value is called by who reads, and the fields that may hold it, the first that there is; a value that no
        field holds is left out.
    """
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

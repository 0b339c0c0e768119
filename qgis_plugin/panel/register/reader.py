"""Reads a register in the background, in slices that leave the window its time."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from typing import Any

from qgis.core import QgsVectorLayer

from ....processing.i18n import tr
from ...reading import Pace, Reading, Source, source_with
from .. import verdicts
from .columns import USUAL_FIELDS, Raw, Table, build

_READ_SHARE = 0.6


def source_of(layer: QgsVectorLayer, chosen: Mapping[str, str] | None = None) -> Source:
    """Return what to read of a register.

    Parameters
    ----------
    layer : QgsVectorLayer
    chosen : mapping of str to str, optional
        By key of `columns.USUAL_FIELDS`, the field that a person chose.
    """
    return source_with(layer, {name: ((chosen or {}).get(name, ""), *usual) for name, usual in USUAL_FIELDS.items()})


def verdicts_of(layer: QgsVectorLayer | None) -> Source | None:
    """Return what to read of the factories of a check; None where they do not say."""
    if layer is None or not layer.isValid():
        return None
    source = source_with(layer, {name: (name,) for name in ("factory_id", "verdict", "severity")})
    return source if {"factory_id", "verdict"} <= set(source.known) else None


def read_some(layer: QgsVectorLayer, source: Source, fids: Collection[int]) -> dict[int, tuple[Any, ...]]:
    """Return the values of a few features; for use in the window's own thread."""
    request = source.request().setFilterFids(list(fids))
    return {feature.id(): source.values(feature) for feature in layer.getFeatures(request)}


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


class ReadTask(Reading):
    """Makes a table; `ended` is called with the task, in the window's thread.

    After it, `table` and `checked` hold what was made, or `problem` why there is nothing: empty for a task that was
    stopped.
    """

    def __init__(self, job: Job, ended: Callable[[ReadTask], None]) -> None:
        super().__init__(tr("Read the register"), self._make, ended, quiet=job.source is None)
        self._job = job
        self.checked = job.checked

    @property
    def table(self) -> Table | None:
        """What was made."""
        return self.result

    def finished(self, successful: bool) -> None:
        """Hand over; QGIS calls it in the window's thread."""
        if self.problem:
            self.problem = tr("The register cannot be read: {reason}").format(reason=self.problem)
        super().finished(successful)

    def _make(self, pace: Pace) -> Table:
        job = self._job
        if job.source is not None:
            read = job.source.columns(lambda share: pace(share * _READ_SHARE))
            raw = Raw(job.source.known, *read, job.source.by_place)
        elif job.raw is not None:
            raw = job.raw.changed(job.gone, job.fresh) if job.gone or job.fresh else job.raw
        else:
            raw = Raw((), [], ())
        if self.checked is None and job.verdicts is not None:
            self.checked = verdicts_in(job.verdicts, pace)
        return build(raw, self.checked, job.khmer, lambda share: pace(_READ_SHARE + share * (1 - _READ_SHARE)))


def _worst_first(kind: str) -> int:
    return verdicts.ORDER.index(kind) if kind in verdicts.ORDER else len(verdicts.ORDER)


def verdicts_in(source: Source, pace: Callable[[float], None]) -> dict[str, str]:
    """Return what each factory of a check comes to at worst, as in `verdicts.ORDER`, by its id; see `verdicts_of`."""
    found: dict[str, str] = {}
    for feature in source.features.getFeatures(source.request()):
        values = dict(zip(source.known, source.values(feature)))
        kind = str(values["verdict"] or "")
        if kind:
            factory, now = str(values["factory_id"] or ""), verdicts.kind(kind, values.get("severity"))
            found[factory] = min(found.get(factory, now), now, key=_worst_first)
        pace(_READ_SHARE)
    return found

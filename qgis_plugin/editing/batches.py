"""What the log of a register tells of its last batches, for a list to choose one to take back."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ...processing.register.undo import BatchOfLog

MOST = 50
_LINES = 40


@dataclass(frozen=True)
class LastBatches:
    """The batches that stand, or a part of which does, the latest first, and the first lines of each.

    Attributes
    ----------
    batches : tuple of BatchOfLog
    lines : mapping of str to list of mapping
        By batch, as `store.read_log` returns them.
    """

    batches: tuple[BatchOfLog, ...]
    lines: Mapping[str, list[Mapping[str, Any]]]


def read(register: str) -> LastBatches:
    """Read the log of a register, in whatever thread.

    Raises
    ------
    LocationError
        If the register cannot be read.
    """
    from ...processing.register.store import read_log

    return last(read_log(register))


def last(log: Iterable[Mapping[str, Any]]) -> LastBatches:
    """Return the last batches in the lines of a log."""
    from ...processing.register.undo import batches_in

    log = list(log)
    batches = [one for one in batches_in(log) if one.undone < one.changes][:MOST]
    lines: dict[str, list[Mapping[str, Any]]] = defaultdict(list)
    wanted = {one.batch_id for one in batches}
    for line in log:
        if line["batch_id"] in wanted and not line["undone_by"] and len(lines[line["batch_id"]]) < _LINES:
            lines[line["batch_id"]].append(line)
    return LastBatches(tuple(batches), lines)

"""What the log of a register says of corrections: which were applied from a result, and the batches to undo."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import QgsVectorLayer

from ....processing.coordinates.decisions import PROPOSALS

if TYPE_CHECKING:
    from ....processing.register.undo import BatchOfLog

# As in `processing.register.store`, which takes its time to import.
_CORRECT, _UNDO, _PLACE = "correct", "undo", "geometry"


@dataclass(frozen=True)
class RegisterLog:
    """What was corrected.

    Attributes
    ----------
    standing : frozenset of (str, str)
        Findings and factories corrected from the result, and neither undone nor moved otherwise since.
    replaced : frozenset of (str, str)
        Findings and factories corrected from the result that have been moved since, such as by hand.
    batches : tuple of BatchOfLog
        Corrections that stand, or a part of which does, the latest first.
    seen : tuple
        What the log was read from, and how the files looked then; empty where that cannot be told.
    """

    standing: frozenset[tuple[str, str]] = frozenset()
    replaced: frozenset[tuple[str, str]] = frozenset()
    batches: tuple[BatchOfLog, ...] = field(default_factory=tuple)
    seen: tuple[Any, ...] = ()


def source_of(layer: QgsVectorLayer) -> str:
    """Return where a register is, to be read in another thread.

    Raises
    ------
    LocationError
        If it is kept in what has no log.
    """
    from ....processing.register.table import place_of

    place = place_of(layer)
    if not place.path:
        return f"{place.address}|layername={place.schema}.{place.table}"
    return f"{place.path}|layername={place.table}" if place.table else place.path


def read(register: str, result: Path, before: RegisterLog | None = None) -> RegisterLog:
    """Return what the log of a register says.

    Parameters
    ----------
    register : str
        Of `source_of`.
    result : Path
        Whose proposals are asked about.
    before : RegisterLog, optional
        What was read last; it is returned where nothing has been written since.

    Raises
    ------
    LocationError
        If the register cannot be read.
    """
    seen = _seen(register, result)  # before it is read: what is written meanwhile is read the next time
    if before is not None and seen and seen == before.seen:
        return before
    from ....processing.register.store import read_log
    from ....processing.register.undo import batches_in

    lines = read_log(register)
    ours = f"{result.name}|{PROPOSALS}"  # as `frames.describe_source` writes it
    corrected = [line for line in lines if line["action"] == _CORRECT]
    done = [line for line in corrected if line["source"] == ours and not line["undone_by"]]
    moves = {line["factory_id"]: line for line in lines if _moves(line)}  # the last one of each: the oldest comes first
    replaced = {_subject(line) for line in done if _moved_since(line, moves.get(line["factory_id"]))}
    batches = [batch for batch in batches_in(corrected) if batch.undone < batch.changes]
    return RegisterLog(frozenset(map(_subject, done)) - replaced, frozenset(replaced), tuple(batches), seen)


def _seen(register: str, result: Path) -> tuple[Any, ...]:
    """Return what is different as soon as somebody has written into a file; empty for a database."""
    file = Path(register.split("|", maxsplit=1)[0])
    if not file.is_file():
        return ()
    looks = [one.stat() for one in (file, file.with_name(f"{file.name}-wal")) if one.is_file()]
    return (register, result, *((look.st_mtime_ns, look.st_size) for look in looks))


def _moves(line: Mapping[str, Any]) -> bool:
    """Return whether a line tells where a factory stands now; what an undo does is told by the line undone."""
    return line["field"] == _PLACE and not line["undone_by"] and line["action"] != _UNDO


def _moved_since(line: Mapping[str, Any], move: Mapping[str, Any] | None) -> bool:
    later = move is not None and move["audit_id"] > line["audit_id"]
    return later and move["batch_id"] != line["batch_id"]


def _subject(line: Mapping[str, Any]) -> tuple[str, str]:
    return str(line["finding_id"] or ""), str(line["factory_id"] or "")

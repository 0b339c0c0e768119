"""The file with the proposals: read it, write decisions into it."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from ....processing.analysis.errors import LocationError
from ....processing.base import said
from ....processing.coordinates.decisions import PROPOSALS
from ....processing.decisions import NO, YES, decision
from ....processing.i18n import tr
from ....processing.storage.apart import connect
from ....processing.storage.geopackage import tables_in
from ..register.words import folded, sort_key
from .proposals import ACCEPTED, CERTAINTIES, REJECTED, STATES, UNDECIDED, Proposals

_NUMBERS = ("rank", "moved_m", "new_lon", "new_lat", "new_accuracy_m", "old_lon", "old_lat")
_TEXTS = (
    "proposal_id",
    "finding_id",
    "factory_id",
    "factory_name",
    "code",
    "problem",
    "direction",
    "evidence",
    "new_method",
    "new_datum",
    "new_source",
    "note",
)
_OPEN = STATES.index(UNDECIDED)
_WORDS = {STATES.index(ACCEPTED): YES, STATES.index(REJECTED): NO}
_PIECE = 5000
_BUSY_SECONDS = 10.0


class ResultFileError(Exception):
    """The file cannot be read or written; the text says why and what to do."""


def source(path: Path) -> str:
    """Return where the proposals of a result are, as QGIS names a table."""
    return f"{path}|layername={PROPOSALS}"


def read(
    path: Path, tick: Callable[[float], None] = lambda _: None, called: Mapping[str, str] | None = None
) -> Proposals:
    """Return the proposals of a result.

    Parameters
    ----------
    path : Path
        What ``factory:check_coordinates`` wrote.
    tick : callable
        Progress between 0 and 1; raises to stop.
    called : mapping of str to str, optional
        Names by the factories' ids, in place of those that the result has.

    Raises
    ------
    ResultFileError
        If it is not there, or no result.
    """
    if not path.is_file():
        raise ResultFileError(gone(path))
    try:
        with closing(connect(path)) as connection:
            rowids, columns = _columns(connection, tick)
            problems = _problems(connection, path)
    except sqlite3.Error as error:
        if any(word in str(error) for word in ("locked", "busy", "disk I/O")):
            told = tr("{file} cannot be read now: {why}. Close whatever has it open, and open it again.")
            raise ResultFileError(told.format(file=path, why=error)) from error
        raise ResultFileError(_no_result(path)) from error
    if columns is None:
        raise ResultFileError(_no_result(path))
    try:
        told = zip(columns["accepted"], rowids, columns.get("proposal_id", columns["factory_id"]))
        decisions = [decision(value, PROPOSALS, row, "accepted", str(id_ or "")) for value, row, id_ in told]
    except LocationError as error:
        raise ResultFileError(said(error)) from None
    return build(path, rowids, columns, decisions, problems, lambda share: tick(0.5 + share / 2), called)


@dataclass(frozen=True)
class ToWrite:
    """Decisions on some rows, as they were at one moment; n rows each.

    Attributes
    ----------
    rowids, decided : (n,) int array
        The rows of the table, and what was decided: a place in `STATES`.
    ids : list of str
        The proposals.
    by, on : (n,) object array of str
    """

    rowids: np.ndarray
    ids: list[str]
    decided: np.ndarray
    by: np.ndarray
    on: np.ndarray

    def values(self) -> list[tuple[Any, ...]]:
        """Return what to put into the table."""
        words = [None if state == _OPEN else _WORDS[state] for state in self.decided.tolist()]
        columns = (words, self.by.tolist(), self.on.tolist(), self.rowids.tolist(), self.ids)
        return [(word, by or None, on or None, rowid, id_) for word, by, on, rowid, id_ in zip(*columns)]


def to_write(proposals: Proposals, rows: np.ndarray) -> ToWrite:
    """Return what to write for some rows, as they are decided now."""
    ids = proposals.texts["proposal_id"]
    return ToWrite(
        proposals.rowids[rows],
        [ids[row] for row in rows.tolist()],
        proposals.decided[rows],
        proposals.by[rows],
        proposals.on[rows],
    )


def write(path: Path, decided: ToWrite) -> None:
    """Write decisions beside their proposals, all or none.

    Raises
    ------
    ResultFileError
        If the file has gone, is in use, or holds other proposals by now.
    """
    rows = decided.values()
    if not path.is_file():
        raise ResultFileError(gone(path))
    query = "UPDATE proposals SET accepted = ?, decided_by = ?, decided_on = ? WHERE rowid = ? AND proposal_id IS ?"
    try:
        where = f"{path.resolve().as_uri()}?mode=rw"
        with closing(sqlite3.connect(where, uri=True, timeout=_BUSY_SECONDS)) as connection:
            _know_functions(connection)
            with connection:
                before = connection.total_changes
                connection.executemany(query, rows)
                if connection.total_changes - before != len(rows):
                    connection.rollback()
                    raise ResultFileError(
                        tr("{file} holds other proposals by now. Open it again, and decide again.").format(
                            file=path.name
                        )
                    )
    except sqlite3.Error as error:
        raise ResultFileError(
            tr(
                "The decisions were not written to {file}: {why}. Close whatever has the file open, or see whether "
                "you may write to it, and decide again."
            ).format(file=path, why=error)
        ) from error


def gone(path: Path) -> str:
    """Return what to do where a result is not there any more."""
    return tr("The file {file} is not there any more. Put it back, open another, or find the problems again.").format(
        file=path
    )


def _no_result(path: Path) -> str:
    return tr("{file} is no result of “Check coordinates”: choose the GeoPackage that it wrote.").format(file=path)


def _columns(
    connection: sqlite3.Connection, tick: Callable[[float], None]
) -> tuple[list[int], dict[str, list[Any]] | None]:
    """Return the number of each row and the columns; None in place of them where the table is another one."""
    from ....processing.register.corrections import NEEDED

    total = max(connection.execute("SELECT count(*) FROM proposals").fetchone()[0], 1)
    cursor = connection.execute("SELECT rowid AS row_number, * FROM proposals ORDER BY rowid")
    names = [one[0] for one in cursor.description]
    if not set(NEEDED) <= set(names):
        return [], None
    rows: list[tuple[Any, ...]] = []
    while piece := cursor.fetchmany(_PIECE):
        rows += piece
        tick(0.5 * len(rows) / total)
    columns = dict(zip(names, map(list, zip(*rows)))) if rows else {name: [] for name in names}
    return columns.pop("row_number"), columns


def _problems(connection: sqlite3.Connection, path: Path) -> tuple[int, int]:
    """Return how many problems there are, and how many without a proposal."""
    if "problems" not in tables_in(path):
        return 0, 0
    query = "SELECT count(*), coalesce(sum(NOT repairable), 0) FROM problems"
    all_, hopeless = connection.execute(query).fetchone()
    return int(all_), int(hopeless)


def _know_functions(connection: sqlite3.Connection) -> None:
    """Let SQLite prepare the triggers of the spatial index; a decision moves nothing, so none of them runs."""
    for name in ("ST_IsEmpty", "ST_MinX", "ST_MaxX", "ST_MinY", "ST_MaxY"):
        connection.create_function(name, 1, lambda _geometry: None)


def build(
    path: Path,
    rowids: Sequence[int],
    columns: Mapping[str, Sequence[Any]],
    decisions: Sequence[bool | None],
    problems: tuple[int, int] = (0, 0),
    tick: Callable[[float], None] = lambda _: None,
    called: Mapping[str, str] | None = None,
) -> Proposals:
    """Return proposals from columns as they are stored; what is missing is empty.

    Parameters
    ----------
    path : Path
    rowids : sequence of int
    columns : mapping of str to sequence
    decisions : sequence of bool or None
    problems : (int, int)
        All problems of the result, and those without a proposal.
    tick : callable
        Progress between 0 and 1; raises to stop.
    called : mapping of str to str, optional
        Names by the factories' ids, which are shown; those of the result are found as well.
    """
    count = len(rowids)
    texts = {name: _texts(columns.get(name), count) for name in _TEXTS}
    own = texts["factory_name"]
    if called:
        texts["factory_name"] = [called.get(id_) or name for id_, name in zip(texts["factory_id"], own)]
    tick(0.2)
    numbers = {
        name: np.array([_number(v) for v in columns.get(name, [None] * count)], dtype="float64") for name in _NUMBERS
    }
    tick(0.4)
    codes = sorted(set(texts["code"]))
    by_code = {code: place for place, code in enumerate(codes)}
    sure = {name: place for place, name in enumerate(CERTAINTIES)}
    by_id = {id_: place for place, id_ in enumerate(dict.fromkeys(id_ for id_ in texts["factory_id"] if id_))}
    factory = np.array([by_id.get(id_, -1) for id_ in texts["factory_id"]], dtype="int64")
    by_finding: dict[str, int] = {}
    finding = np.array([by_finding.setdefault(id_, len(by_finding)) for id_ in texts["finding_id"]], dtype="int64")
    tick(0.5)
    made = Proposals(
        path=path,
        rowids=np.array(rowids, dtype="int64"),
        texts=texts,
        numbers=numbers,
        problems=problems[0],
        hopeless=problems[1],
        codes=codes,
        code=np.array([by_code[code] for code in texts["code"]], dtype="int64"),
        certainty=np.array([sure.get(str(v), len(CERTAINTIES)) for v in columns["certainty"]], dtype="int64"),
        factory=factory,
        finding=finding,
        places=np.bincount(finding)[finding] if count else finding,
        decided=np.array([_DECIDED[one] for one in decisions], dtype="int64"),
        by=np.array(_texts(columns.get("decided_by"), count), dtype=object),
        on=np.array(_texts(columns.get("decided_on"), count), dtype=object),
        applied=np.zeros(count, dtype=bool),
    )
    names = [name or id_ for name, id_ in zip(texts["factory_name"], texts["factory_id"])]
    searched = own if called else [""] * count
    made.haystack = [folded(f"{name} {id_} {other}") for name, id_, other in zip(names, texts["factory_id"], searched)]
    tick(0.7)
    keys = [sort_key(name) for name in names]
    tick(0.8)
    ranks = {key: place for place, key in enumerate(sorted(set(keys)))}
    made.names = np.array([ranks[key] for key in keys], dtype="int64")
    made.by_id = by_id
    made.count = np.bincount(factory[factory >= 0], minlength=len(by_id))
    order = np.lexsort((numbers["rank"], finding, factory, made.names, made.certainty, made.code))
    # The places of a finding stand together: the best tells where.
    first = np.full(len(by_finding), count, dtype="int64")
    position = np.empty(count, dtype="int64")
    position[order] = np.arange(count)
    np.minimum.at(first, finding, position)
    made.usual = np.empty(count, dtype="int64")
    made.usual[np.lexsort((numbers["rank"], first[finding]))] = np.arange(count)
    tick(1.0)
    return made


_DECIDED = {None: STATES.index(UNDECIDED), True: STATES.index(ACCEPTED), False: STATES.index(REJECTED)}


def _texts(values: Sequence[Any] | None, count: int) -> list[str]:
    return [""] * count if values is None else ["" if value is None else str(value) for value in values]


def _number(value: Any) -> float:
    try:
        return float("nan") if value is None else float(value)
    except (TypeError, ValueError):
        return float("nan")

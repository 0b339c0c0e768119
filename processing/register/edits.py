"""Logging what somebody else has changed in a register: rows are read before and after, and what differs is logged.

What the file holds is compared, not what was meant to be written, so that a change that was stored in part is logged
in part, and an undo finds exactly what it expects. What was there before can be read when the change is over: a
transaction that was begun earlier still sees it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Any

from qgis.core import QgsVectorLayer

from ..analysis.errors import LocationError
from ..storage.sqlite_rows import quoted
from .store import EDIT, GEOMETRY, PLACE_UNIT, WHOLE_ROW, Change, change_register, logged_as, whole_row
from .stored import Raw, StoredValues
from .table import GEOPACKAGE, ID_FIELD, POSTGRESQL, RegisterTable, as_text, asked, done, opened, place_of, wkt_of

_AT_ONCE = 500  # rows that one statement asks about


@dataclass(frozen=True)
class RowNow:
    """A row of a register as the file holds it at one moment.

    Attributes
    ----------
    key : int
    factory_id : str
        Without blanks around it; empty where the row has none.
    values : dict
    wkt : str or None
    held : dict of str to `stored.Raw`
        What the file holds otherwise than it reads.
    """

    key: int
    factory_id: str
    values: Mapping[str, Any]
    wkt: str | None
    held: Mapping[str, Raw]


@dataclass(frozen=True)
class LoggedEdits:
    """What of the edits stands in the log.

    Attributes
    ----------
    batch_id : str
        Empty where nothing differed.
    factories : tuple of str
    lines : int
    """

    batch_id: str
    factories: tuple[str, ...]
    lines: int


def address_of(layer: QgsVectorLayer) -> str:
    """Return what `read_rows` and `log_edits` open a register by, in whatever thread; it may hold a password.

    Raises
    ------
    LocationError
        If changes cannot be logged where it is kept, or its factories have no ids that the log knows them by.
    """
    place = place_of(layer)
    names = layer.fields().names()
    if ID_FIELD not in names:
        raise LocationError(
            "The register “{register}” has no field “{field}”. It has: {fields}.",
            register=place.called,
            field=ID_FIELD,
            fields=", ".join(names),
        )
    table = f"{place.schema}.{place.table}" if place.kind == POSTGRESQL else place.table
    return f"{place.address}|layername={table}" if table else place.address


def read_rows(register: str, keys: Iterable[int]) -> dict[int, RowNow]:
    """Return the rows of these keys as they are now, those that there are.

    Parameters
    ----------
    register : str
        Of `address_of`.
    keys : iterable of int

    Raises
    ------
    LocationError
        If the register cannot be read.
    """
    with opened(place_of(register), write=False) as table:
        return _rows(table, keys)


class Moment:
    """Rows of a register as they were when this was made, however late they are read.

    Attributes
    ----------
    factories : dict of int to str
        The ids of the factories by the keys of the rows.
    """

    def __init__(self, table: RegisterTable, keys: Iterable[int] | None, *, holds: bool) -> None:
        # Asked in any case: a transaction sees what was there at its first question.
        self.factories = _all_factories(table) if keys is None else _factories(table, sorted(set(keys)))
        self._table, self._keys = table, sorted(self.factories)
        self._rows = None if holds else _rows(table, self._keys)

    def rows(self) -> dict[int, RowNow]:
        """Return the rows, those that there were."""
        return _rows(self._table, self._keys) if self._rows is None else self._rows


@contextmanager
def moment_of(register: str, keys: Iterable[int] | None, *, at_once: bool = False) -> Iterator[Moment]:
    """Hold the rows of these keys as they are now; others may write the register meanwhile.

    Reading 10,000 rows takes half a second. A database, and a GeoPackage with a log of its own beside it (SQLite's
    write-ahead log, which QGIS turns on for what it edits on a local disk), let a reader see what was there when it
    began, so that nobody waits for the reading. Elsewhere a reader would hold up whoever writes: there all is read at
    once.

    Parameters
    ----------
    register : str
        Of `address_of`.
    keys : iterable of int or None
        None for all rows.
    at_once : bool
        The fields of the table are about to change, for which a database waits until nobody reads it.

    Raises
    ------
    LocationError
        If the register cannot be read.
    """
    with opened(place_of(register), write=False) as table:
        holds = _has_write_ahead_log(table) if table.place.kind == GEOPACKAGE else not at_once
        if holds:
            done(asked(table.dataset.StartTransaction))
        try:
            if table.place.kind == POSTGRESQL:
                table.run("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
            yield Moment(table, keys, holds=holds)
        finally:
            if holds:
                done(asked(table.dataset.RollbackTransaction))


def log_edits(
    register: str,
    before: Mapping[int, RowNow],
    keys: Iterable[int],
    who: str,
    source: str,
    renamed: Mapping[str, str] | None = None,
) -> LoggedEdits:
    """Log what has become of rows.

    Parameters
    ----------
    register : str
        Of `address_of`.
    before : mapping of int to RowNow
        The rows as they were, of `read_rows`.
    keys : iterable of int
        The rows that may differ now, also those that there were not.
    who : str
        Empty for the name of the account.
    source : str
        What changed them.
    renamed : mapping of str to str, optional
        The new names of fields by their old ones.

    Raises
    ------
    LocationError
        If the log cannot be written; then nothing is in it.
    """
    wanted = sorted({*keys, *before})
    with change_register(register, who, action=EDIT, source=source) as change:
        new_names = {old: new for old, new in (renamed or {}).items() if new in change.fields}
        before = {key: _under(row, new_names) for key, row in before.items()} if new_names else before
        after = _rows(change.table, wanted)
        factories = _note_all(change, before, after)
        return LoggedEdits(change.batch_id if factories else "", tuple(factories), change.logged)


def differing(before: Mapping[int, RowNow], after: Mapping[int, RowNow]) -> list[str]:
    """Return the ids of the factories whose rows differ."""
    keys = sorted({*before, *after})
    rows = [row for key in keys if before.get(key) != after.get(key) for row in (before.get(key), after.get(key))]
    return list(dict.fromkeys(row.factory_id for row in rows if row is not None))


def _has_write_ahead_log(table: RegisterTable) -> bool:
    return any(row.GetFieldAsString(0).lower() == "wal" for row in table.query("PRAGMA journal_mode"))


def _factories(table: RegisterTable, keys: Sequence[int]) -> dict[int, str]:
    found: dict[int, str] = {}
    for i in range(0, max(len(keys), 1), _AT_ONCE):
        some = ", ".join(str(int(one)) for one in keys[i : i + _AT_ONCE])
        found.update(_all_factories(table, "WHERE", quoted(table.key), "IN (", some or "NULL", ")"))
    return found


def _all_factories(table: RegisterTable, *where: str) -> dict[int, str]:
    """Return the ids of the factories by the keys of their rows: of all, or of those that a condition names."""
    key = quoted(table.key)
    words = ("SELECT", key, "+ 0 AS row_key,", quoted(ID_FIELD), "AS row_id FROM", table.full_name(table.name))
    return {row.GetFieldAsInteger64(0): row.GetFieldAsString(1).strip() for row in table.query(*words, *where)}


def _under(row: RowNow, new_names: Mapping[str, str]) -> RowNow:
    """Return a row with the names that its fields have now."""
    values = {new_names.get(name, name): value for name, value in row.values.items()}
    return replace(row, values=values, held={new_names.get(name, name): raw for name, raw in row.held.items()})


def _rows(table: RegisterTable, keys: Iterable[int]) -> dict[int, RowNow]:
    wanted = sorted(set(keys))
    found: dict[int, RowNow] = {}
    for i in range(0, len(wanted), _AT_ONCE):
        some = wanted[i : i + _AT_ONCE]
        stored = StoredValues(table, some)
        for key in some:
            row = _row(table, stored, key)
            if row is not None:
                found[key] = row
    return found


def _row(table: RegisterTable, stored: StoredValues, key: int) -> RowNow | None:
    try:
        feature = table.layer.GetFeature(key)
    except RuntimeError:  # newer QGIS lets GDAL raise
        return None
    if feature is None:
        return None
    values = table.values(feature)
    own = feature.GetFieldAsString(ID_FIELD).strip() if feature.IsFieldSetAndNotNull(ID_FIELD) else ""
    return RowNow(key, own, values, wkt_of(feature.GetGeometryRef()), stored.odd(key, values))


def _note_all(change: Change, before: Mapping[int, RowNow], after: Mapping[int, RowNow]) -> list[str]:
    """Log every row that differs: what went first, so that an undo, which goes backwards, has its key free again."""
    changed, gone, came = _matched(before, after)
    noted: dict[str, None] = {}
    for row in gone:
        noted[row.factory_id] = None
        change.note(row.factory_id, WHOLE_ROW, _whole(change, row), None, row.key)
        if row.wkt is not None:
            change.note(row.factory_id, GEOMETRY, row.wkt, None, row.key)
    for old, new in changed:
        lines = change.logged
        _note_changed(change, old, new)
        if change.logged > lines:
            noted[new.factory_id] = None
    for row in came:
        noted[row.factory_id] = None
        change.note(row.factory_id, WHOLE_ROW, None, _whole(change, row), row.key)
        if row.wkt is not None:
            change.note(row.factory_id, GEOMETRY, None, row.wkt, row.key)
    return list(noted)


def _matched(
    before: Mapping[int, RowNow], after: Mapping[int, RowNow]
) -> tuple[list[tuple[RowNow, RowNow]], list[RowNow], list[RowNow]]:
    """Return the rows that have changed, that went and that came.

    A row that was given another id is another factory. A factory that has another row, as it was cut and pasted or
    its id was given to that row, went with the one and came with the other: so an undo gives it its own row back.
    """
    differ = [key for key in dict.fromkeys((*before, *after)) if before.get(key) != after.get(key)]
    changed: list[tuple[RowNow, RowNow]] = []
    gone: list[RowNow] = []
    came: list[RowNow] = []
    for key in differ:
        old, new = before.get(key), after.get(key)
        if old is not None and new is not None and old.factory_id == new.factory_id:
            changed.append((old, new))
            continue
        gone += [old] if old is not None else []
        came += [new] if new is not None else []
    return changed, gone, came


def _note_changed(change: Change, old: RowNow, new: RowNow) -> None:
    location = _location(change, new)
    for name in {**old.values, **new.values}:  # also fields that the table has got since, or has no more
        texts = as_text(old.values.get(name)), as_text(new.values.get(name))
        if texts[0] != texts[1] or old.held.get(name) != new.held.get(name):
            place = location if name in PLACE_UNIT[1:] else None
            change.note(new.factory_id, logged_as(name), *texts, new.key, stored=old.held.get(name), location=place)
    if old.wkt != new.wkt:
        change.note(new.factory_id, GEOMETRY, old.wkt, new.wkt, new.key, location=location)


def _location(change: Change, row: RowNow) -> dict[str, str | None]:
    names = [name for name in PLACE_UNIT[1:] if name in change.fields]
    return {GEOMETRY: row.wkt, **{name: as_text(row.values[name]) for name in names}}


def _whole(change: Change, row: RowNow) -> str:
    return whole_row(change.table, row.key, row.values, row.held)

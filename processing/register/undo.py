"""Undoing a batch of changes of a register, from the lines that it left in the log."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from qgis.core import QgsVectorLayer

from ..analysis.errors import LocationError
from ..base import said
from ..i18n import tr
from ..storage.files import Edited
from .store import (
    GEOMETRY,
    KEEP,
    PLACE_UNIT,
    STORED,
    UNDO,
    WHOLE_ROW,
    Change,
    Logged,
    attribute,
    change_register,
    read_log,
)
from .stored import Raw
from .table import geometry_of

RESTORED, LEFT = "restored", "left"
_BATCHES_NAMED = 5


@dataclass(frozen=True)
class Restored:
    """What became of one factory of a batch.

    Attributes
    ----------
    factory_id : str
    outcome : {'restored', 'left'}
    fields : sequence of str
        The fields that the batch had changed; ``geometry`` for the place, ``*`` for the whole row.
    why : str
        Why it was left, or what of it could not be restored; empty where all was.
    """

    factory_id: str
    outcome: str
    fields: Sequence[str]
    why: str = ""


@dataclass(frozen=True)
class Undone:
    """What an undo has done.

    Attributes
    ----------
    batch_id : str
        Of the undo itself, by which it can be undone; empty where nothing was restored.
    undone : str
        The batch that was undone.
    rows : sequence of Restored
    dry_run : bool
    """

    batch_id: str
    undone: str
    rows: Sequence[Restored]
    dry_run: bool

    def count(self, outcome: str) -> int:
        """Return how many factories were `RESTORED`, or `LEFT`."""
        return sum(row.outcome == outcome for row in self.rows)


@dataclass(frozen=True)
class BatchOfLog:
    """One batch in the log, for a list to choose from."""

    batch_id: str
    changed_at: str
    who: str
    action: str
    why: str
    source: str
    factories: int
    changes: int
    undone: int
    undone_by: str


@dataclass
class _Before:
    """What a batch did to one factory: each field before and after, and the lines that say so."""

    lines: list[Logged]
    old: dict[str, str | None]
    new: dict[str, str | None]
    stored: dict[str, Raw]
    gone: list[str]

    @property
    def key(self) -> int | None:
        """The primary key that the row had, None where the log does not tell."""
        return next((line.row_key for line in reversed(self.lines) if line.row_key is not None), None)

    @property
    def location(self) -> dict[str, str | None] | None:
        """The place and what describes it as the batch left them; None where it changed neither, or the log is old."""
        told = next((line.location for line in reversed(self.lines) if line.location), None)
        return None if told is None else json.loads(told)

    @property
    def nothing_left(self) -> bool:
        """Whether the register has none of the fields any more."""
        return bool(self.gone) and not self.old

    @property
    def came(self) -> bool:
        """Whether the factory has a row now that it had not; it may have had another one."""
        return self.new.get(WHOLE_ROW) is not None

    @property
    def went(self) -> bool:
        """Whether a row of the factory was taken out; it may have another one now."""
        return self.old.get(WHOLE_ROW) is not None

    def lines_of_rows(self, side: str) -> list[Logged]:
        """Return the lines of whole rows that went (`old_value`) or came (`new_value`)."""
        return [line for line in self.lines if line.field == WHOLE_ROW and getattr(line, side) is not None]

    @property
    def added(self) -> bool:
        return self.came and not self.went

    @property
    def removed(self) -> bool:
        return self.went and not self.came


def undo(
    register: QgsVectorLayer | str | Path,
    batch_id: str,
    who: str = "",
    why: str = "",
    *,
    dry_run: bool = False,
    edited: Iterable[Edited] = (),
    tick: Callable[[float], None] = lambda _: None,
    before_commit: Callable[[Undone], None] = lambda _: None,
) -> Undone:
    """Restore what a batch has changed, to the last digit.

    A factory that is no longer as the batch left it stays as it is, and the answer names the batch that has changed it
    since. Of a merge, all that was merged into one record is restored, or nothing.

    Parameters
    ----------
    register, who, why, dry_run, edited
        See `store.change_register`.
    batch_id : str
        Also that of an undo.
    tick : callable
        Progress between 0 and 1; raises to cancel, and then nothing is changed.
    before_commit : callable
        Given the answer when all is done but for making it last; what it raises takes everything back.

    Raises
    ------
    LocationError
        If the log knows no such batch, it is undone already, or the register cannot be changed.
    """
    batch_id = batch_id.strip()
    source = tr("undo of {batch}").format(batch=batch_id)
    with change_register(register, who, why, UNDO, source, dry_run=dry_run, edited=edited) as change:
        lines = change.logged_of(batch_id)
        _check_batch(change, batch_id, lines)
        standing = _by_factory(change, [line for line in lines if line.undone_by is None])
        why_not = _refusals(change, batch_id, standing, tick)
        # The last change first: a value that no two rows may have is free again before another row gets it back.
        restored = {factory for factory in standing if factory not in why_not}
        # Rows that came go before all: two factories may have taken each other's place.
        for factory, before in reversed(standing.items()):
            if factory in restored and before.came:
                change.remove(factory, before.lines[-1].finding_id)
        for i, (factory, before) in enumerate(reversed(standing.items())):
            tick(0.4 + 0.4 * i / len(standing))
            if factory in restored and not before.added:
                _restore(change, factory, before)
        tick(0.85)
        change.mark(_marks(change, batch_id, lines, restored))
        rows = [
            Restored(
                factory,
                LEFT if factory in why_not else RESTORED,
                sorted([*before.old, *before.gone]),
                why_not.get(factory) or _not_restored(before),
            )
            for factory, before in standing.items()
        ]
        answer = Undone(change.batch_id if restored else "", batch_id, rows, dry_run)
        before_commit(answer)
        tick(1.0)
    return answer


def _check_batch(change: Change, batch_id: str, lines: Sequence[Logged]) -> None:
    if not lines:
        others = change.tables_of(batch_id)
        if others and not all(others):
            raise LocationError(
                "The log of an earlier version does not say which table batch {batch} is of, and “{register}” has "
                "several with factories. Restore it by hand from the table “audit”.",
                batch=batch_id,
                register=change.register,
            )
        if others:
            raise LocationError(
                "Batch {batch} has changed the table {tables}, not “{register}”. Choose that table as the register.",
                batch=batch_id,
                tables=", ".join(f"“{name}”" for name in others),
                register=change.register,
            )
        known = list(dict.fromkeys(line.batch_id for line in change.logged_of()))
        raise LocationError(
            "The log of the register has no batch “{batch}”. The latest are: {known}.",
            batch=batch_id,
            known=", ".join(known[: -_BATCHES_NAMED - 1 : -1]) or tr("none yet"),
        )
    if all(line.undone_by for line in lines):
        raise LocationError(
            "Batch {batch} is undone already, by batch {by}. Undo that one to have it back.",
            batch=batch_id,
            by=", ".join(dict.fromkeys(str(line.undone_by) for line in lines)),
        )


def _by_factory(change: Change, lines: Iterable[Logged]) -> dict[str, _Before]:
    """Return for each factory what was before the first and after the last change of every field there still is."""
    found: dict[str, _Before] = {}
    for line in lines:
        before = found.setdefault(line.factory_id, _Before([], {}, {}, {}, []))
        before.lines.append(line)
        if line.field not in (GEOMETRY, WHOLE_ROW) and attribute(line.field) not in change.fields:
            before.gone += [line.field] if line.field not in before.gone else []
            continue
        if line.field not in before.old and line.stored:
            before.stored[attribute(line.field)] = json.loads(line.stored)
        before.old.setdefault(line.field, line.old_value)
        before.new[line.field] = line.new_value
    for before in found.values():
        if before.went:
            values, held = _row_of(before)
            before.stored = {name: raw for name, raw in held.items() if name in change.fields}
            before.gone = [name for name, value in values.items() if name not in change.fields and value is not None]
    return found


def _row_of(before: _Before) -> tuple[dict[str, Any], dict[str, Raw]]:
    """Return the values of a row that a batch took out, and what the file held otherwise."""
    row = json.loads(before.old[WHOLE_ROW] or "{}")
    held = row.pop(STORED, {})
    row.pop(next(iter(row), ""), None)  # the first is the primary key
    return row, held


def _not_restored(before: _Before) -> str:
    if not before.gone:
        return ""
    return tr("Not restored, as the register no longer has these fields: {fields}.").format(
        fields=", ".join(_called(field) for field in before.gone)
    )


def _marks(change: Change, batch_id: str, lines: Sequence[Logged], restored: set[str]) -> dict[int, str | None]:
    """Return for each line of the log that is undone or stands again which batch has undone it.

    What an undo had undone stands again when the undo is undone, and so on down the chain: of the undo of an undo of an
    undo, the first batch is undone again.
    """
    marks: dict[int, str | None] = {}
    known = {batch_id: list(lines)}

    def concerned(batch: str, factories: set[str], by: str | None) -> list[Logged]:
        if batch not in known:
            known[batch] = change.logged_of(batch)
        mine = [line for line in known[batch] if line.factory_id in factories and _is_there(change, line)]
        return [line for line in mine if marks.get(line.audit_id, line.undone_by) == by]

    batch: str | None = batch_id
    before: str | None = None
    by: str | None = change.batch_id
    factories = restored
    while batch is not None:
        found = concerned(batch, factories, before)
        marks.update({line.audit_id: by for line in found})
        factories = {line.factory_id for line in found}
        undoes = next((line.undoes for line in known[batch] if line.undoes), None)
        # What a batch that is undone had undone stands again; what one that stands again had undone is undone by it.
        batch, before, by = undoes, (None if by is None else batch), (batch if by is None else None)
    return marks


def _is_there(change: Change, line: Logged) -> bool:
    return line.field in (GEOMETRY, WHOLE_ROW) or attribute(line.field) in change.fields


def _refusals(
    change: Change, batch_id: str, standing: Mapping[str, _Before], tick: Callable[[float], None]
) -> dict[str, str]:
    """Return for each factory that cannot be restored the sentence that says why."""
    differing: dict[str, list[str]] = {}
    refused: dict[str, str] = {}
    other_rows, later_places = _OtherRows(change), _LaterPlaces(change)
    for i, (factory, before) in enumerate(standing.items()):
        tick(0.4 * i / len(standing))
        why = _unknown_row(change, factory, before, later_places)
        why = why or (_not_restored(before) if before.nothing_left else "")
        if why:
            refused[factory] = why
            continue
        fields = _changed_since(change, factory, before, later_places)
        # Another row has another place: that it is another is what to say, if all else is as the batch left it.
        own = any(field in (WHOLE_ROW, *map(attribute, before.new)) for field in fields)
        another = not own and not before.removed and other_rows.has_another(factory, before)
        if another and other_rows.later(factory, before):
            differing[factory] = [WHOLE_ROW]
        elif another:
            refused[factory] = tr(
                "The row with this id is another one now ({key} {now}, and {then} was changed): the id was given by "
                "hand. Give the row its own id back first."
            ).format(key=change.key_field, now=change.key(factory), then=before.key)
        elif fields:
            differing[factory] = fields
        else:
            why = _unfit(change, factory, before)
            if why:
                refused[factory] = why
    later = _later_batches(change, standing, differing)
    for factory, fields in differing.items():
        named = ", ".join(_called(field) for field in fields)
        if later.get(factory):
            refused[factory] = tr("{fields}: changed since by batch {batch}. Undo that one first.").format(
                fields=named, batch=later[factory]
            )
        elif standing[factory].removed:
            refused[factory] = tr("A row of the register has this id now. Give that one an id of its own first.")
        else:
            refused[factory] = tr("{fields}: changed since, outside of the log.").format(fields=named)
    for together in _merged(standing):
        held = [factory for factory in together if factory in refused]
        for factory in together if held else ():
            refused.setdefault(
                factory, tr("It was merged with {others}, which cannot be restored.").format(others=", ".join(held))
            )
    _keep_rows(standing, refused)
    return refused


def _keep_rows(standing: Mapping[str, _Before], refused: dict[str, str]) -> None:
    """Refuse also what a row has become that was another factory, which cannot be restored: it would only go."""
    came = {line.row_key: factory for factory, before in standing.items() for line in before.lines_of_rows("new_value")}
    todo = list(refused)
    while todo:
        former = todo.pop()
        for line in standing[former].lines_of_rows("old_value"):
            now = None if line.row_key is None else came.get(line.row_key)
            if now is not None and now not in refused:
                other = former or tr("a row without an id")
                refused[now] = tr("Its row was that of {other}, which cannot be restored.").format(other=other)
                todo.append(now)


def _unknown_row(change: Change, factory: str, before: _Before, later: _LaterPlaces) -> str:
    """Return why nobody can tell which row was changed by hand: it has no id, or shares it; empty if one can."""
    if not factory:
        return tr("The row has no factory id, by which it could be found again. The log tells what was there.")
    whole = [line for line in before.lines if line.field == WHOLE_ROW]
    went = sum(line.old_value is not None for line in whole)
    there = 0 if before.removed else change.count(factory)
    count = max(went, len(whole) - went, there)
    if count > 1:
        own = _own_row(change, factory, before, later) if count == there else None
        change.mean(factory, own)
        if own is not None:
            return ""
        return tr("{count} rows of the register have this id. Give each an id of its own.").format(count=count)
    return ""


def _own_row(change: Change, factory: str, before: _Before, later: _LaterPlaces) -> int | None:
    """Return which of several rows a batch has changed: the one with its key, if it alone is as it was left.

    None where that is not sure, and where a row would have to come back under an id that others have.
    """
    keys = {line.row_key for line in before.lines}
    if before.went or len(keys) != 1:
        return None
    alike = []
    for key in change.keys_of(factory):
        change.mean(factory, key)
        if not _changed_since(change, factory, before, later, whatever=change.key_field):
            alike.append(key)
    return alike[0] if alike == list(keys) else None


class _OtherRows:
    """Tells by the log whether a factory has another row than it had; that is read only when one is in doubt."""

    def __init__(self, change: Change) -> None:
        self._change = change
        self._came: dict[str, list[Logged]] | None = None
        self._owner: dict[tuple[str, int | None], str] = {}  # of a row that came in a batch

    def has_another(self, factory: str, before: _Before) -> bool:
        """Return whether the row that has an id now is not the one that a batch has changed.

        A factory that was deleted and brought back, or cut and pasted, is the same under another key; one whose row
        has become another factory is not.
        """
        now, key = self._change.key(factory), before.key
        if key is None or key == now:
            return False
        for line in self.later(factory, before):
            if self._owner.get((line.batch_id, key), factory) != factory:
                return True
            key = line.row_key
        return key != now

    def later(self, factory: str, before: _Before) -> list[Logged]:
        """Return the lines that tell of rows that a factory got after a batch, oldest first."""
        if self._came is None:
            self._came = {}
            for line in self._change.logged_of():
                if line.field == WHOLE_ROW and line.new_value is not None:
                    self._came.setdefault(line.factory_id, []).append(line)
                    self._owner[line.batch_id, line.row_key] = line.factory_id
        return [line for line in self._came.get(factory, ()) if line.audit_id > before.lines[-1].audit_id]


class _LaterPlaces:
    """What the log tells of a place after a batch whose own lines do not; it is read only for such a batch."""

    def __init__(self, change: Change) -> None:
        self._change = change
        self._lines: dict[str, list[Logged]] | None = None

    def after(self, factory: str, before: _Before) -> dict[str, str | None]:
        """Return a place and what describes it as far as the log tells what was there before a later change."""
        if self._lines is None:
            self._lines = {}
            for line in self._change.logged_of():
                if line.field in PLACE_UNIT:
                    self._lines.setdefault(line.factory_id, []).append(line)
        found: dict[str, str | None] = {}
        for line in self._lines.get(factory, ()):
            if line.audit_id > before.lines[-1].audit_id:
                found.setdefault(line.field, line.old_value)
        return found


def _unfit(change: Change, factory: str, before: _Before) -> str:
    """Return why the register, whose fields may have changed, cannot take a factory's values back; empty if it can."""
    try:
        if before.went:
            values, _ = _row_of(before)
            change.check_values(factory, _present(change, values, before))
        elif not before.came:
            change.check_values(factory, _values(change, before))
    except LocationError as error:
        return said(error)
    return ""


def _called(field: str) -> str:
    return {WHOLE_ROW: tr("the whole row"), GEOMETRY: tr("the place")}.get(field, field)


def _changed_since(
    change: Change, factory: str, before: _Before, later: _LaterPlaces, *, whatever: str = ""
) -> list[str]:
    """Return the fields of a factory that are not as a batch left them; of a whole row not the field `whatever`."""
    if before.removed:
        return [WHOLE_ROW] if factory in change else []
    if change.count(factory) != 1:
        return [WHOLE_ROW]
    if before.came:
        whole, wkt = change.as_logged(factory)
        same = _same_row(whole, before.new[WHOLE_ROW], whatever) and wkt == before.new.get(GEOMETRY)
        return [] if same else [WHOLE_ROW]
    # What the batch has not changed of a place is compared too: an old point must not stand under a new description.
    left = {**before.new, **_place_after(factory, before, later), **before.new}
    return [
        attribute(field) if field != GEOMETRY else field
        for field, value in left.items()
        if (field == GEOMETRY or attribute(field) in change.fields) and change.text_of(factory, field) != value
    ]


def _place_after(factory: str, before: _Before, later: _LaterPlaces) -> dict[str, str | None]:
    """Return what a batch that has changed a place, or what describes it, left of both; nothing of another batch."""
    if before.new.keys().isdisjoint(PLACE_UNIT):
        return {}
    return later.after(factory, before) if before.location is None else before.location


def _same_row(now: str, logged: str | None, whatever: str) -> bool:
    """Return whether two rows are the same in all fields that both have, but for the field `whatever`."""
    if logged is None:
        return False
    one, other = json.loads(now), json.loads(logged)
    held, held_then = one.pop(STORED, {}), other.pop(STORED, {})
    pairs = [(one[name], other[name]) for name in one.keys() & other.keys() - {whatever}]
    pairs += [(held[name], held_then[name]) for name in held.keys() & held_then.keys()]
    return all(a == b for a, b in pairs)


def _later_batches(
    change: Change, standing: Mapping[str, _Before], differing: Mapping[str, list[str]]
) -> dict[str, str]:
    """Return the latest batch that has changed each of these factories after the one to be undone."""
    later: dict[str, str] = {}
    last = {factory: standing[factory].lines[-1].audit_id for factory in differing}
    for line in change.logged_of() if differing else ():
        factory = line.factory_id
        concerned = differing.get(factory, ())
        whole = WHOLE_ROW in concerned or line.field == WHOLE_ROW
        if factory in last and line.audit_id > last[factory] and (whole or line.field in concerned):
            later[factory] = line.batch_id
    return later


def _merged(standing: Mapping[str, _Before]) -> list[list[str]]:
    """Return the factories that a merge has made one of, by the finding that their lines share."""
    together: dict[str, dict[str, None]] = {}
    of_rows: set[str] = set()
    for factory, before in standing.items():
        for line in before.lines:
            if line.finding_id:
                together.setdefault(line.finding_id, {})[factory] = None
                if line.field == WHOLE_ROW:
                    of_rows.add(line.finding_id)
    return [list(factories) for finding, factories in together.items() if finding in of_rows and len(factories) > 1]


def _restore(change: Change, factory: str, before: _Before) -> None:
    finding = before.lines[-1].finding_id
    if before.went:
        row, _ = _row_of(before)
        key = next(iter(json.loads(before.old[WHOLE_ROW] or "{}").values()))
        place, values = geometry_of(before.old.get(GEOMETRY)), _present(change, row, before)
        change.add(values, place, finding, key=int(key), stored=before.stored)
        return
    shape = geometry_of(before.old[GEOMETRY]) if GEOMETRY in before.old else KEEP
    change.update(factory, _values(change, before), shape, finding, stored=before.stored)


def _values(change: Change, before: _Before) -> dict[str, Any]:
    old = {attribute(name): text for name, text in before.old.items() if name != GEOMETRY}
    return _present(change, old, before)


def _present(change: Change, row: Mapping[str, Any], before: _Before) -> dict[str, Any]:
    """Return the values for the fields that there are; without those that only the file can hold, as it held them."""
    values = {name: value for name, value in row.items() if name in change.fields}
    return {name: None if name in before.stored and not change.takes(name, v) else v for name, v in values.items()}


def batches(register: QgsVectorLayer | str | Path) -> list[BatchOfLog]:
    """Return the batches in the log of a register, the latest first; none where there is no log yet.

    Raises
    ------
    LocationError
        If the register cannot be read.
    """
    return batches_in(read_log(register))


def batches_in(lines: Iterable[Mapping[str, Any]]) -> list[BatchOfLog]:
    """Return the batches in lines of a log as `store.read_log` returns them, the latest first."""
    found: dict[str, dict[str, Any]] = {}
    for line in lines:
        batch = found.setdefault(
            line["batch_id"],
            {**{name: line[name] or "" for name in ("changed_at", "who", "action", "why", "source")},
             "factories": set(), "changes": 0, "undone": 0, "undone_by": {}},
        )  # fmt: skip
        batch["factories"].add(line["factory_id"])
        batch["changes"] += 1
        if line["undone_by"]:
            batch["undone"] += 1
            batch["undone_by"][line["undone_by"]] = None
    return [
        BatchOfLog(
            batch_id,
            **{
                **batch,
                "factories": len(batch["factories"]),
                "undone_by": ", ".join(batch["undone_by"]),
            },
        )
        for batch_id, batch in reversed(found.items())
    ]

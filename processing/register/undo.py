"""Undoing a batch of changes of a register, from the lines that it left in the log."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from qgis.core import QgsProject, QgsVectorLayer

from ..analysis.errors import LocationError
from ..i18n import tr
from .store import GEOMETRY, KEEP, UNDO, WHOLE_ROW, Change, Logged, change_register, read_log
from .table import ID_FIELD, fit, from_text, geometry_of

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
        Why it was left, empty where it was not.
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

    @property
    def added(self) -> bool:
        return WHOLE_ROW in self.old and self.old[WHOLE_ROW] is None

    @property
    def removed(self) -> bool:
        return WHOLE_ROW in self.new and self.new[WHOLE_ROW] is None


def undo(
    register: QgsVectorLayer | str | Path,
    batch_id: str,
    who: str = "",
    why: str = "",
    *,
    dry_run: bool = False,
    project: QgsProject | None = None,
    tick: Callable[[float], None] = lambda _: None,
    before_commit: Callable[[Undone], None] = lambda _: None,
) -> Undone:
    """Restore what a batch has changed, to the last digit.

    A factory that is no longer as the batch left it stays as it is, and the answer names the batch that has changed it
    since. Of a merge, all that was merged into one record is restored, or nothing.

    Parameters
    ----------
    register, who, why, dry_run, project
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
    with change_register(register, who, why, UNDO, source, dry_run=dry_run, project=project) as change:
        lines = list(change.logged_of(batch_id))
        _check_batch(change, batch_id, lines)
        standing = _by_factory(line for line in lines if line.undone_by is None)
        why_not = _refusals(change, batch_id, standing, tick)
        undone: dict[int, str | None] = {}
        # The last change first: a value that no two rows may have is free again before another row gets it back.
        for i, (factory, before) in enumerate(reversed(standing.items())):
            tick(0.4 + 0.4 * i / len(standing))
            if factory not in why_not:
                _restore(change, factory, before)
                if why_not:  # otherwise all of them at once, below
                    undone.update(dict.fromkeys((line.audit_id for line in before.lines), change.batch_id))
        restored = {factory for factory in standing if factory not in why_not}
        tick(0.85)
        if why_not:
            # What an undo had undone stands again when the undo is undone.
            again = change.logged_undone_by(batch_id)
            change.mark({**undone, **{line.audit_id: None for line in again if line.factory_id in restored}})
        else:
            change.mark_batch(batch_id, change.batch_id)
        rows = [
            Restored(factory, LEFT if factory in why_not else RESTORED, sorted(before.old), why_not.get(factory, ""))
            for factory, before in standing.items()
        ]
        answer = Undone(change.batch_id if restored else "", batch_id, rows, dry_run)
        before_commit(answer)
        tick(1.0)
    return answer


def _check_batch(change: Change, batch_id: str, lines: Sequence[Logged]) -> None:
    if not lines:
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


def _by_factory(lines: Iterable[Logged]) -> dict[str, _Before]:
    """Return for each factory what was before the first and after the last change of every field."""
    found: dict[str, _Before] = {}
    for line in lines:
        before = found.setdefault(line.factory_id, _Before([], {}, {}))
        before.lines.append(line)
        before.old.setdefault(line.field, line.old_value)
        before.new[line.field] = line.new_value
    return found


def _refusals(
    change: Change, batch_id: str, standing: Mapping[str, _Before], tick: Callable[[float], None]
) -> dict[str, str]:
    """Return for each factory that cannot be restored the sentence that says why."""
    differing: dict[str, list[str]] = {}
    for i, (factory, before) in enumerate(standing.items()):
        tick(0.4 * i / len(standing))
        fields = _changed_since(change, factory, before)
        if fields:
            differing[factory] = fields
    later = _later_batches(change, standing, differing)
    refused: dict[str, str] = {}
    for factory, fields in differing.items():
        named = ", ".join(_called(field) for field in fields)
        if later.get(factory):
            refused[factory] = tr("{fields}: changed since by batch {batch}. Undo that one first.").format(
                fields=named, batch=later[factory]
            )
        else:
            refused[factory] = tr("{fields}: changed since, outside of the log.").format(fields=named)
    for together in _merged(standing):
        held = [factory for factory in together if factory in refused]
        for factory in together if held else ():
            refused.setdefault(
                factory, tr("It was merged with {others}, which cannot be restored.").format(others=", ".join(held))
            )
    return refused


def _called(field: str) -> str:
    return {WHOLE_ROW: tr("the whole row"), GEOMETRY: tr("the place")}.get(field, field)


def _changed_since(change: Change, factory: str, before: _Before) -> list[str]:
    """Return the fields of a factory that are not as a batch left them."""
    if before.removed:
        return [WHOLE_ROW] if factory in change else []
    if change.count(factory) != 1:
        return [WHOLE_ROW]
    if before.added:
        whole, wkt = change.as_logged(factory)
        same = _same_row(whole, before.new[WHOLE_ROW]) and wkt == before.new.get(GEOMETRY)
        return [] if same else [WHOLE_ROW]
    return [
        field
        for field, value in before.new.items()
        if (field != GEOMETRY and field not in change.fields) or change.text_of(factory, field) != value
    ]


def _same_row(now: str, logged: str | None) -> bool:
    return logged is not None and json.loads(now) == json.loads(logged)


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
    if before.added:
        change.remove(factory, finding)
        return
    if before.removed:
        values = json.loads(before.old[WHOLE_ROW] or "{}")
        key = next((values.pop(name) for name in list(values) if name not in change.fields), None)
        kinds = change.fields
        row = {name: fit(value, kinds[name]) for name, value in values.items()}
        change.add({**row, ID_FIELD: row.get(ID_FIELD)}, geometry_of(before.old.get(GEOMETRY)), finding, key=key)
        return
    values = {name: from_text(text, change.fields[name]) for name, text in before.old.items() if name != GEOMETRY}
    shape = geometry_of(before.old[GEOMETRY]) if GEOMETRY in before.old else KEEP
    change.update(factory, values, shape, finding)


def batches(register: QgsVectorLayer | str | Path) -> list[BatchOfLog]:
    """Return the batches in the log of a register, the latest first; none where there is no log yet.

    Raises
    ------
    LocationError
        If the register cannot be read.
    """
    found: dict[str, dict[str, Any]] = {}
    for line in read_log(register):
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

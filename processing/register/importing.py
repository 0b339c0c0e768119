"""Rows of a source into a register: new ones added, known ones updated, the others set aside with a reason.

No row is lost: each is new, updated, unchanged or rejected, and the four are counted against the rows read.
"""

from __future__ import annotations

import json
import math
import os
import sqlite3
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..analysis.id_keys import id_key
from ..i18n import tr
from ..mapping.apply import RESOLUTION, made_id
from ..mapping.profile import ROW, Profile, apply_profile, mapped_fields
from ..mapping.table_input import GEOMETRY, TableInput
from ..provenance import checksum, head, summary_text
from ..storage.geopackage import RowWriter, Table, adding_rows, write_geopackage
from .received import ADMIN_CODES, apart_m, fit_units, kept_place, key_of, loose_key_of, same_place
from .schema import create_register, load_schema

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd

    from .merging import MergedAway
    from .store import Change

SUMMARY_VERSION = 1
REJECT_FIELDS = (("row", "integer"), ("reasons", "text"), ("values", "text"))
CHANGE_FIELDS = (
    ("row", "integer"),
    ("factory_id", "text"),
    ("field", "text"),
    ("old", "text"),
    ("new", "text"),
    ("kind", "text"),
)
NOTICE_FIELDS = (
    ("row", "integer"),
    ("factory_id", "text"),
    ("field", "text"),
    ("kind", "text"),
    ("value", "text"),
    ("notice", "text"),
)
REPORT = {"rejects": REJECT_FIELDS, "changes": CHANGE_FIELDS, "notices": NOTICE_FIELDS}
NEW, UPDATED, UNCHANGED = "new", "updated", "unchanged"
WHOLE_ROW, PLACE = "*", "geometry"
# The kind of a notice about a value that could not be used, until it is known what the register has instead.
LEFT_EMPTY = "left empty"
# Kinds of notices about what stood in a cell and was not taken.
_UNUSABLE = frozenset((LEFT_EMPTY, "unit not found", "unit not taken"))
# What a point brings along: changed with it, or not at all.
_OF_PLACE = ("loc_original", "loc_datum", "loc_accuracy_m")
# Where more than one in three of the matched rows, and at least three or all, would become other factories, keys are
# mixed up. A list of one row that has another name alone is a factory renamed.
_OTHERS_SHARE, _OTHERS_LEAST, _OTHERS_SHOWN = 3, 3, 3
# Names less alike than this are of two factories, or of one that has changed hands.
_OTHER_NAME = 0.5
_NAMES = ("name_en", "name_km")
_ROWS_A_TICK = 500
# Fields that the register has a neutral answer for, where neither source nor profile gives one.
_IMPLIED = {"loc_method": "unknown"}
# A default of this field says of a factory that the law is kept.
_STATE = "registration_status"

Tick = Callable[[float], None]


@dataclass
class Counts:
    """How many rows became what."""

    read: int = 0
    new: int = 0
    updated: int = 0
    unchanged: int = 0
    rejected: int = 0
    without_place: int = 0
    without_accuracy: int = 0
    notices: Counter[str] = field(default_factory=Counter)
    reasons: Counter[str] = field(default_factory=Counter)
    # What new factories have because the profile, or the register, says so by default: (field, value) to how many.
    defaults: Counter[tuple[str, str]] = field(default_factory=Counter)

    def check(self) -> None:
        """Raise where a row was lost."""
        if self.read != self.new + self.updated + self.unchanged + self.rejected:
            raise RuntimeError(f"rows are lost: {self}")


class _Seen:
    """Keys seen before, and in which row; kept on disk, so that it does not grow with the source.

    Spellings of one key are one, by `of`.
    """

    def __init__(self, of: Callable[[str], str] = key_of) -> None:
        self._of = of
        self._known = sqlite3.connect("")
        self._known.execute("CREATE TABLE seen (key TEXT PRIMARY KEY, row INTEGER, text TEXT) WITHOUT ROWID")

    def close(self) -> None:
        self._known.close()

    def before(self, key: str, row: int) -> int | None:
        """Return the row in which a key stood before; None the first time."""
        found = self.spelled_before(key, row)
        return None if found is None else found[0]

    def spelled_before(self, key: str, row: int, exactly: bool = False) -> tuple[int, str] | None:
        """Return the row in which a key stood before and how it was spelled; None the first time.

        With `exactly`, other spellings are other keys.
        """
        wanted = f"={key}" if exactly else self._of(key)
        if self._known.execute("INSERT OR IGNORE INTO seen VALUES (?, ?, ?)", (wanted, row, key)).rowcount:
            return None
        first = self._known.execute("SELECT row, text FROM seen WHERE key = ?", (wanted,)).fetchone()
        return int(first[0]), str(first[1])

    def __contains__(self, key: object) -> bool:
        return self._known.execute("SELECT 1 FROM seen WHERE key = ?", (self._of(str(key)),)).fetchone() is not None


class _Rejects:
    """Why rows of a piece are rejected."""

    def __init__(self) -> None:
        self.reasons: dict[int, list[tuple[str, str]]] = {}

    def add(self, position: int, kind: str, told: str) -> None:
        self.reasons.setdefault(position, []).append((kind, told))

    def __contains__(self, position: object) -> bool:
        return position in self.reasons


@dataclass
class Import:
    """One import: what is read and how, and what has become of it so far."""

    table: TableInput
    profile: Profile
    report: Mapping[str, RowWriter]
    counts: Counts = field(default_factory=Counts)
    seen: _Seen = field(default_factory=_Seen)
    ids: _Seen = field(default_factory=_Seen)
    # Ids that stand somewhere in the source, and those of factories that were merged into others: none to be made.
    taken: _Seen = field(default_factory=_Seen)
    # By key: factories that a merge has taken out of the register.
    gone: dict[str, MergedAway] = field(default_factory=dict)
    # By factory id, in any spelling: the same.
    gone_ids: dict[str, MergedAway] = field(default_factory=dict)
    matched: int = 0
    others: list[str] = field(default_factory=list)
    # How many of these have nothing but another name.
    renamed: int = 0
    # The names of the register, normalised, and how many factories have each; made when they are needed.
    names: Counter[str] | None = None
    # Keys without their leading zeros, and the keys of the register by what of them counts.
    near: _Seen = field(default_factory=lambda: _Seen(loose_key_of))
    noted: bool = False
    spellings: dict[str, list[str]] = field(default_factory=dict)
    id_keys: set[str] = field(default_factory=set)
    free: dict[str, int] = field(default_factory=dict)
    # About how many rows there are, 0 as long as nobody asked.
    expected: int = 0

    def close(self) -> None:
        """Let go of the keys seen; the counts stay."""
        for one in (self.seen, self.ids, self.taken, self.near):
            one.close()

    def into_new(self, path: Path, tick: Tick) -> None:
        """Read the source into a register that this makes."""
        import numpy as np
        import shapely

        from ..analysis.crs import operation

        schema = load_schema()
        self._note_ids()
        create_register(path, schema=schema, overwrite=True)
        to_register = operation("EPSG:4326", schema.crs)
        with adding_rows(path, {schema.layer: [(f.name, f.type) for f in schema.fields]}) as writers:
            for chunk, rows, problems in self._pieces(tick):
                rejects = self._rejected(rows, problems)
                self._give_ids(rows, rejects)
                self._complete(rows, range(len(rows)), rejects, problems)
                self._note_near(rows, range(len(rows)), rejects, problems)
                kept = np.array([i for i in range(len(rows)) if i not in rejects], dtype=int)
                good = rows.iloc[kept]
                xy = to_register.points(good[["lon", "lat"]].to_numpy("float64"))
                points = np.full(len(good), None, dtype=object)
                placed = np.isfinite(xy).all(axis=1)
                points[placed] = shapely.points(xy[placed])
                writers[schema.layer].add(good, points)
                self._report_whole(good, NEW)
                self.counts.new += len(good)
                self.counts.without_place += int((~placed).sum())
                for record in good[placed].to_dict("records"):
                    self.counts.without_accuracy += _taken_as_exact(record)
                self._report_rows(chunk, rows, problems, rejects)
        self.counts.check()
        tick(1.0)

    def into(self, change: Change, tick: Tick) -> None:
        """Read the source into a register that is there.

        Raises
        ------
        LocationError
            If the keys of the source do not mean the same factories as in the register.
        """
        self._note_ids()
        known = self._known_keys(change)
        self._note_merged(change)
        self._note_spellings(change.ids() if known is None else known, change)
        for chunk, rows, problems in self._pieces(tick):
            rejects = self._rejected(rows, problems)
            factories = self._found(rows, known, change, rejects)
            unknown = [i for i, factory in enumerate(factories) if factory is None and i not in rejects]
            self._give_ids(rows, rejects, change, unknown)
            self._complete(rows, unknown, rejects, problems)
            self._note_near(rows, unknown, rejects, problems)
            self._store(rows, factories, change, rejects, problems, tick)
            self._report_rows(chunk, rows, problems, rejects)
        self.counts.check()
        self._check_identity()
        tick(1.0)

    # -- reading ----------------------------------------------------------------------------------------

    def _pieces(self, tick: Tick) -> Iterator[tuple[pd.DataFrame, pd.DataFrame, _Notes]]:
        tick(0.0)
        for chunk in self.table.chunks():
            rows, problems = apply_profile(self.profile, chunk, self.table.crs)
            self.counts.read += len(rows)
            yield chunk, rows, _Notes(problems, rows[ROW].to_numpy())
            tick(self._share(self.counts.read))

    def _share(self, rows: int) -> float:
        """Return the share of the source that so many rows are, the last step of the run left out."""
        if not self.expected:
            self.expected = self.table.count or _lines_in(self.table.path) or 1
        return 0.99 * min(rows / self.expected, 1.0)

    def _note_ids(self) -> None:
        """Note the ids that stand anywhere in the source, where some are to be made."""
        one, made = self.profile.field("factory_id"), self.profile.ids
        if one is None or made is None or made.number or self.profile.key == "factory_id":
            return
        alone = replace(self.profile, fields=(one,), coordinates=None, admin=None, ids=None)
        for chunk in self.table.chunks():
            rows, _ = apply_profile(alone, chunk)
            for factory, number in zip(rows["factory_id"].tolist(), rows[ROW].tolist()):
                if factory is not None:
                    self.taken.before(factory, int(number))

    def _rejected(self, rows: pd.DataFrame, problems: _Notes) -> _Rejects:
        """Return the rows that cannot be used as they are: a wrong value, no key, the key of an earlier row."""
        rejects = _Rejects()
        for position, kind, told in problems.fatal():
            rejects.add(position, kind, told)
        key = self.profile.key
        column = rows[key].tolist() if key in rows else [None] * len(rows)
        for i, (value, number) in enumerate(zip(column, rows[ROW].tolist())):
            if value is None:
                told = tr(
                    "no {field}, by which the row would be found again: give the row one, or choose another key in the "
                    "profile"
                ).format(field=key)
                rejects.add(i, "no key", " ".join([told, *problems.about(i, key)]))
                continue
            # What stands for no licence stands in many rows, which are not one factory.
            if key != "factory_id" and not id_key(str(value)):
                told = tr("“{value}” is no {field}, by which the row would be found again")
                rejects.add(i, "no key", told.format(value=value, field=key))
                continue
            if i in rejects:
                continue
            # What a row lacks depends on the register, so a row that may be rejected for that has its key all the same:
            # otherwise the next import would let it in, and the row that was taken instead of it out.
            first = self.seen.spelled_before(str(value), number, self._spelled_apart(value))
            if first is not None:
                row, spelled = first
                told = (
                    tr("{field} “{value}” stands in row {row} already")
                    if spelled == str(value)
                    else tr("{field} “{value}” stands in row {row} already, spelled “{other}”")
                )
                rejects.add(i, "duplicate key", told.format(field=key, value=value, row=row, other=spelled))
        return rejects

    def _give_ids(
        self, rows: pd.DataFrame, rejects: _Rejects, change: Change | None = None, among: Sequence[int] | None = None
    ) -> None:
        """Make the ids that are still missing, and reject rows whose id another row has."""
        made = self.profile.ids
        column = rows["factory_id"].tolist()
        for i in range(len(rows)) if among is None else among:
            if i in rejects:
                continue
            if column[i] is None and made is not None and not made.number:
                column[i] = self._next_id(rows.iloc[i], change)
            if column[i] is None:
                rejects.add(i, "no id", tr("no factory_id, and none could be made"))
                continue
            if self.profile.key == "factory_id":
                continue
            first = self.ids.before(column[i], int(rows[ROW].iloc[i]))
            if first is not None:
                told = tr("factory_id “{value}” stands in row {row} already").format(value=column[i], row=first)
                rejects.add(i, "duplicate id", told)
            elif change is not None and (column[i] in change or key_of(column[i]) in self.id_keys):
                told = tr("factory_id “{value}” is another factory's in the register").format(value=column[i])
                rejects.add(i, "duplicate id", told)
        rows["factory_id"] = _objects(column)

    def _next_id(self, row: pd.Series, change: Change | None) -> str | None:
        """Return the next free id of the profile's pattern."""
        ids = self.profile.ids
        if ids is None:
            return None
        group = made_id(ids.pattern, 1, "0", row)
        if group is None:
            return None
        while True:
            self.free[group] = self.free.get(group, 0) + 1
            proposed = made_id(ids.pattern, ids.digits, str(self.free[group]), row)
            free = proposed not in self.ids and proposed not in self.taken
            if proposed is None or (free and (change is None or proposed not in change)):
                return proposed

    def _complete(self, rows: pd.DataFrame, among: Sequence[int], rejects: _Rejects, problems: _Notes) -> None:
        """Fill in the defaults of new factories, and reject those that lack what a register needs."""
        wanted = [i for i in among if i not in rejects]
        taken: list[tuple[int, str, str]] = []
        for one in load_schema().fields:
            default = self.profile.defaults.get(one.name, one.default if one.required else None)
            default = _IMPLIED.get(one.name) if default is None else default
            column = rows[one.name].tolist() if one.name in rows else [None] * len(rows)
            if default is not None:
                for i in wanted:
                    if column[i] is None:
                        column[i] = default
                        problems.settle(i, one.name, "default taken", default)
                        taken.append((i, one.name, str(default)))
                rows[one.name] = _objects(column)
            if one.required and one.name != "factory_id":
                for i in wanted:
                    if column[i] is None:
                        told = tr("{field} is missing, and the profile has no default").format(field=one.name)
                        rejects.add(i, "missing value", " ".join([told, *problems.about(i, one.name)]))
        self.counts.defaults.update((name, value) for i, name, value in taken if i not in rejects)

        self._fit_new(rows, [i for i in wanted if i not in rejects], problems)

    def _fit_new(self, rows: pd.DataFrame, among: Sequence[int], problems: _Notes) -> None:
        """Leave out codes of units that are not within the coarser ones of a new factory."""
        names = [name for name in ADMIN_CODES if name in rows]
        columns = {name: rows[name].tolist() for name in names}
        changed = set()
        for i in among:
            values = {name: columns[name][i] for name in names if columns[name][i] is not None}
            for name, code, told in fit_units(values, {}):
                problems.add(i, name, "unit left out", code, told)
                columns[name][i] = None
                changed.add(name)
        for name in changed:
            rows[name] = _objects(columns[name])

    # -- an existing register ---------------------------------------------------------------------------

    def _note_merged(self, change: Change) -> None:
        """Note the factories that were merged into others: they are not new, and nobody else gets their ids."""
        from .merging import merged_away

        for one in merged_away(change):
            self.taken.before(one.factory_id, 0)
            by_id = self.profile.key == "factory_id"
            value = one.factory_id if by_id else one.values.get(self.profile.key)
            if value is not None and (by_id or id_key(str(value))):
                self.gone[key_of(str(value))] = one
            self.gone_ids[key_of(one.factory_id)] = one

    def _check_identity(self) -> None:
        """Refuse an update that would make other factories of those in the register."""
        from ..analysis.errors import LocationError

        count = len(self.others)
        several = count >= _OTHERS_LEAST or (count == self.matched and (count > 1 or not self.renamed))
        if self.profile.trust or not several or count * _OTHERS_SHARE <= self.matched:
            return
        raise LocationError(
            "The keys ({key}) do not mean the same factories in “{source}” and in the register: {count} of {matched} "
            "matched rows would become another factory, with another name, licence or province. {examples}. Nothing "
            "was changed. Find the rows by another key, such as the licence number; or, if the list is right all the "
            "same, write “identity: trust” into the mapping profile.",
            key=self.profile.key,
            source=self.table.name,
            count=len(self.others),
            matched=self.matched,
            examples="; ".join(self.others[:_OTHERS_SHOWN]),
        )

    def _known_keys(self, change: Change) -> dict[str, list[str]] | None:
        """Return the factory ids by key; None where the id itself is the key."""
        key = self.profile.key
        if key == "factory_id":
            return None
        if key not in change.fields:
            from ..analysis.errors import LocationError

            raise LocationError("The register has no field “{field}”, by which rows would be found again.", field=key)
        known: dict[str, list[str]] = {}
        for factory in change.ids():
            for values in change.values_of(factory):
                if values.get(key) is not None:
                    known.setdefault(str(values[key]), []).append(factory)
        return known

    def _note_spellings(self, keys: Iterable[str], change: Change) -> None:
        """Note how the register spells its keys."""
        for text in keys:
            self.spellings.setdefault(key_of(text), []).append(text)
        if self.profile.key != "factory_id":
            self.id_keys.update(map(key_of, change.ids()))

    def _spelled_apart(self, value: object) -> bool:
        """Return whether the register has several factories whose keys differ in their spelling alone."""
        return len(self.spellings.get(key_of(str(value)), ())) > 1

    def _matching(self, value: object, known: dict[str, list[str]] | None, change: Change) -> list[str]:
        """Return the factories that have a key: as it is spelled, or else in another spelling."""

        def having(text: str) -> list[str]:
            return known.get(text, []) if known is not None else [text] * change.count(text)

        own = having(str(value))
        return own or [factory for text in self.spellings.get(key_of(str(value)), ()) for factory in having(text)]

    def _note_near(self, rows: pd.DataFrame, among: Sequence[int], rejects: _Rejects, problems: _Notes) -> None:
        """Note new factories whose key differs from another one by leading zeros, which spreadsheets drop."""
        numbers = rows[ROW].tolist()
        column = rows[self.profile.key].tolist()
        if among and not self.noted:  # a list without new factories needs none of it
            self.noted = True
            for texts in self.spellings.values():
                self.near.before(texts[0], 0)
        for i in among:
            if i in rejects:
                continue
            first = self.near.spelled_before(str(column[i]), numbers[i])
            if first is None or key_of(first[1]) == key_of(str(column[i])):
                continue
            told = (
                tr("“{value}” looks like “{other}” of row {row}; they were taken for two factories")
                if first[0]
                else tr("“{value}” looks like “{other}” of the register; they were taken for two factories")
            )
            said = told.format(value=column[i], other=first[1], row=first[0])
            problems.add(i, self.profile.key, "looks like", column[i], said)

    def _note_spelling(self, old: object, record: Mapping[str, Any], problems: _Notes, position: int) -> None:
        """Note a key that the register spells otherwise: its own spelling stays."""
        new = record[self.profile.key]
        if old is not None and str(old) != str(new):
            told = tr("“{value}” is “{old}” of the register in another spelling; the register's was kept")
            problems.add(position, self.profile.key, "spelled otherwise", new, told.format(value=new, old=old))

    def _found(
        self, rows: pd.DataFrame, known: dict[str, list[str]] | None, change: Change, rejects: _Rejects
    ) -> list[str | None]:
        """Return the factory that each row is about, None where the register does not have it."""
        out: list[str | None] = []
        ids = rows["factory_id"].tolist() if "factory_id" in rows else [None] * len(rows)
        for i, value in enumerate(rows[self.profile.key].tolist()):
            if value is None or i in rejects:
                out.append(None)
                continue
            gone = self._merged_id(ids[i])
            if gone is not None:
                rejects.add(i, "merged", self._told_merged(gone, ids[i], "factory_id"))
                out.append(None)
                continue
            found = self._matching(value, known, change)
            if len(found) > 1:
                told = tr("{count} factories of the register have {field} “{value}”").format(
                    count=len(found), field=self.profile.key, value=value
                )
                rejects.add(i, "key not unique", told)
            elif len(found) == 1 and change.count(found[0]) > 1:
                told = tr("{field} “{value}” is {factory}, and {count} rows of the register have that id")
                said = told.format(field=self.profile.key, value=value, factory=found[0], count=change.count(found[0]))
                rejects.add(i, "key not unique", said)
            elif not found and key_of(str(value)) in self.gone:
                rejects.add(i, "merged", self._told_merged(self.gone[key_of(str(value))], value))
            elif len(found) == 1 and self.profile.key in _NAMES and not self.profile.trust:
                self._check_unit(i, rows.iloc[i], change.row(found[0]).values, found[0], rejects)
            out.append(found[0] if len(found) == 1 else None)
        return out

    def _check_unit(self, i: int, row: pd.Series, before: Mapping[str, Any], factory: str, rejects: _Rejects) -> None:
        """Reject a row that has the name of a factory elsewhere: many have the same one."""
        units = _other_unit(before, row)
        if units is not None:
            told = tr(
                "{field} “{value}” is {factory} in {old}, and the row is about {new}: another factory of that name?"
            )
            said = told.format(
                field=self.profile.key, value=row[self.profile.key], factory=factory, old=units[0], new=units[1]
            )
            rejects.add(i, "another factory", said)

    def _merged_id(self, factory: Any) -> MergedAway | None:
        """Return the factory that was merged into another one whose id a row gives, beside its key."""
        if factory is None or self.profile.key == "factory_id" or key_of(str(factory)) in self.id_keys:
            return None
        return self.gone_ids.get(key_of(str(factory)))

    def _told_merged(self, gone: MergedAway, value: Any, name: str = "") -> str:
        told = (
            tr("{field} “{value}”: {factory} was merged into {kept} on {day}; the row was not imported")
            if gone.kept
            else tr("{field} “{value}”: {factory} was merged into another factory on {day}; the row was not imported")
        )
        return told.format(
            field=name or self.profile.key, value=value, factory=gone.factory_id, kept=gone.kept, day=gone.day
        )

    def _store(
        self,
        rows: pd.DataFrame,
        factories: Sequence[str | None],
        change: Change,
        rejects: _Rejects,
        problems: _Notes,
        tick: Tick,
    ) -> None:
        from ..analysis.crs import operation

        to_register = operation("EPSG:4326", change.crs)
        xy = to_register.points(rows[["lon", "lat"]].to_numpy("float64"))
        names = [name for name in mapped_fields(self.profile) if name in change.fields and name != "factory_id"]
        whole = [name for name in load_schema().names if name in change.fields and name in rows]
        changes: list[tuple[Any, ...]] = []
        before = self.counts.read - len(rows)
        for i, record in enumerate(rows.to_dict("records")):
            if i % _ROWS_A_TICK == 0:
                tick(self._share(before + i))
            if i in rejects:
                continue
            point = _point(xy[i])
            self.counts.without_place += point is None and factories[i] is None
            factory = factories[i]
            if factory is None:
                values = {name: record[name] for name in whole if record[name] is not None}
                change.add(values, point)
                changes.append((record[ROW], record["factory_id"], WHOLE_ROW, None, None, NEW))
                self.counts.new += 1
                self.counts.without_accuracy += point is not None and _taken_as_exact(record)
                continue
            rows.at[rows.index[i], "factory_id"] = factory
            made = self._update(factory, record, names, point, change, problems, i)
            changes += [(record[ROW], factory, *one, UPDATED) for one in made]
            if not made:
                changes.append((record[ROW], factory, WHOLE_ROW, None, None, UNCHANGED))
            self.counts.updated += bool(made)
            self.counts.unchanged += not made
        self._write("changes", changes)

    def _update(
        self,
        factory: str,
        record: Mapping[str, Any],
        names: Sequence[str],
        point: Any,
        change: Change,
        problems: _Notes,
        position: int,
    ) -> list[tuple[str, str | None, str | None]]:
        """Change what the source says otherwise; return field, old and new text of each."""
        from .store import KEEP

        before = change.row(factory)
        self._compare(factory, before.values, record, change, problems, position)
        key = self.profile.key
        self._note_spelling(factory if key == "factory_id" else before.values.get(key), record, problems, position)
        own = {one.field for one in self.profile.fields}
        moves = point is not None and _moves(before, point, record)
        kept = self._kept_place(before, point if moves else None, record, own, change, problems, position)
        moves = moves and not kept
        # What a source says of a place that is not taken would be said of another one.
        elsewhere = kept or (point is None and before.placed and self.profile.coordinates is not None)
        anew = self._of_new_place(change) if moves else {}
        values = {name: value for name, value in anew.items() if _shown(value) != _shown(before.values.get(name))}
        required = {one.name for one in load_schema().fields if one.required}
        for name in names:
            if (name in _OF_PLACE and name not in own and not moves) or (elsewhere and name.startswith("loc_")):
                continue
            if name == key:
                continue
            new, old = record[name], before.values.get(name)
            if new is None and name in anew:
                if anew[name] is not None:
                    problems.settle(position, name, "default taken", _shown(anew[name]))
                continue
            stays = not self.profile.erase or name in required or (name == "admin_vintage" and name not in own)
            if new is None and (stays or problems.unusable(position, name)):
                if old is not None:
                    problems.settle(position, name, "value kept", _shown(old))
                continue
            values.pop(name, None)
            if _shown(new) != _shown(old):
                values[name] = new
        if before.placed or moves:
            self.counts.without_accuracy += _taken_as_exact({**before.values, **values})
        for name, code, told in fit_units(values, before.values):
            problems.add(position, name, "unit left out", code, told)
        if not values and not moves:
            return []
        change.update(factory, values, point if moves else KEEP)
        made = [(name, _shown(before.values.get(name)), _shown(new)) for name, new in values.items()]
        if moves:
            made.append((PLACE, _wkt(before.geometry), _wkt(point)))
        return made

    def _of_new_place(self, change: Change) -> dict[str, Any]:
        """Return what the register is to say of a place that the source gives, where the source says nothing of it.

        What described the place before is no description of this one.
        """
        from ..analysis.corrections import NEW_PLACE

        return {
            name: self.profile.defaults.get(name, value) for name, value in NEW_PLACE.items() if name in change.fields
        }

    def _is_known(
        self, names: Sequence[str], before: Mapping[str, Any], record: Mapping[str, Any], change: Change
    ) -> bool:
        """Return whether a name that a factory would get is that of another factory of the register."""
        from ..analysis.names import normalise

        if self.names is None:
            rows = [values for factory in change.ids() for values in change.values_of(factory)]
            self.names = Counter(normalise([row.get(name) for row in rows for name in _NAMES]))
        own = normalise([before.get(name) for name in _NAMES])
        return any(self.names[name] > own.count(name) for name in normalise([record[name] for name in names]))

    def _compare(
        self,
        factory: str,
        before: Mapping[str, Any],
        record: Mapping[str, Any],
        change: Change,
        problems: _Notes,
        position: int,
    ) -> None:
        """Note where a row seems to be about another factory than the one that has its key."""
        self.matched += 1
        names, licence, province = _differing(before, record)
        by_name = self.profile.key in _NAMES
        renamed = bool(names) and not (licence or province)
        if renamed:
            # Nothing but the names tells: they must have nothing in common, or one be that of another factory.
            if self._is_known(names, before, record, change):
                renamed = False
            elif by_name or not _wholly_other(before, record):
                return
        elif not names and not (by_name and licence and province):
            return
        self.renamed += renamed
        differs = [(before[name], record[name]) for name in (*names, *licence, *province)]
        told = ", ".join(f"“{_shown(old)}” → “{_shown(new)}”" for old, new in differs)
        self.others.append(f"{factory}: {told}" if len(self.others) < _OTHERS_SHOWN else factory)
        problems.add(
            position, self.profile.key, "another factory?", None, tr("another factory? {changes}").format(changes=told)
        )

    def _kept_place(
        self,
        before: Any,
        point: Any,
        record: Mapping[str, Any],
        own: set[str],
        change: Change,
        problems: _Notes,
        position: int,
    ) -> bool:
        """Return whether a place stays that the source would change, and note why."""
        from ..analysis.crs import operation

        how = self.profile.coordinates
        if point is None or how is None:
            return False
        apart = "loc_original" in own
        told = kept_place(before, point, record, how, operation("EPSG:4326", change.crs), apart)
        if told:
            problems.add(position, PLACE, "place kept", record["loc_original"], told)
        return bool(told)

    # -- the report -------------------------------------------------------------------------------------

    def _report_whole(self, rows: pd.DataFrame, kind: str) -> None:
        self._write(
            "changes",
            [
                (number, factory, WHOLE_ROW, None, None, kind)
                for number, factory in zip(rows[ROW].tolist(), rows["factory_id"].tolist())
            ],
        )

    def _report_rows(self, chunk: pd.DataFrame, rows: pd.DataFrame, problems: _Notes, rejects: _Rejects) -> None:
        """Write the rejects with all that stood in them, and the notices of the other rows."""
        positions = sorted(rejects.reasons)
        if positions:
            names = [name for name in chunk if name not in (ROW, GEOMETRY)]
            columns = [name for name in names if not name.startswith("__")]
            records = chunk[columns].iloc[positions].to_dict("records")
            told = []
            for position, record in zip(positions, records):
                reasons = rejects.reasons[position]
                self.counts.reasons.update({kind for kind, _ in reasons})
                stood = json.dumps({name: _plain(value) for name, value in record.items()}, ensure_ascii=False)
                told.append((rows[ROW].iloc[position], "; ".join(text for _, text in reasons), stood))
            self._write("rejects", told)
            self.counts.rejected += len(positions)
        factories = rows["factory_id"].tolist()
        notices = [
            (number, factories[position], *rest)
            for position, number, *rest in problems.notices()
            if position not in rejects
        ]
        self.counts.notices.update(kind for _, _, _, kind, _, _ in notices)
        self._write("notices", notices)

    def _write(self, table: str, records: Sequence[tuple[Any, ...]]) -> None:
        import pandas as pd

        if records:
            names = [name for name, _ in REPORT[table]]
            self.report[table].add(pd.DataFrame(records, columns=names, dtype=object))


class _Notes:
    """What there is to say about the rows of a piece, by position."""

    def __init__(self, problems: pd.DataFrame, numbers: np.ndarray) -> None:
        import numpy as np

        order = np.searchsorted(numbers, problems["row"].to_numpy(dtype=numbers.dtype))
        self._numbers = numbers
        self._positions = order.tolist()
        self._columns = [problems[name].tolist() for name in ("field", "kind", "value", "said", "fatal")]
        self._by_row: dict[tuple[int, str], list[str]] | None = None
        self._unusable: set[tuple[int, str]] | None = None
        kinds = zip(self._positions, self._columns[0], self._columns[1])
        self._settled: dict[tuple[int, str], tuple[str, Any]] = {
            (at, name): (kind, None) for at, name, kind in kinds if kind == LEFT_EMPTY
        }

    def add(self, position: int, name: str, kind: str, value: Any, told: str) -> None:
        """Note one thing more."""
        self._positions.append(position)
        for column, one in zip(self._columns, (name, kind, value, told, False)):
            column.append(one)

    def settle(self, position: int, name: str, kind: str, value: Any) -> None:
        """Say what the register has in a field in place of a value that could not be used."""
        if (position, name) in self._settled:
            self._settled[position, name] = (kind, value)

    def fatal(self) -> Iterator[tuple[int, str, str]]:
        """Yield position, kind and sentence of what rejects a row."""
        for position, name, kind, _, told, fatal in zip(self._positions, *self._columns):
            if fatal:
                yield position, kind, f"{name}: {told}" if name else told

    def about(self, position: int, name: str) -> list[str]:
        """Return what is said about a field of a row."""
        if self._by_row is None:
            self._by_row = {}
            for at, of, _, _, told, _ in zip(self._positions, *self._columns):
                self._by_row.setdefault((at, of), []).append(f"({told})")
        return self._by_row.get((position, name), [])

    def unusable(self, position: int, name: str) -> bool:
        """Return whether something stood in a cell that could not be used, which is not the same as nothing."""
        if self._unusable is None:
            read = zip(self._positions, *self._columns)
            self._unusable = {(at, of) for at, of, kind, value, _, _ in read if kind in _UNUSABLE and value is not None}
        return (position, name) in self._unusable

    def notices(self) -> Iterator[tuple[Any, ...]]:
        """Yield position, row, field, kind, value and sentence of what is not fatal, in the order of the rows."""
        everything = list(zip(self._positions, *self._columns))
        everything.sort(key=lambda one: one[0])
        for position, name, kind, value, told, fatal in everything:
            if fatal:
                continue
            if kind == LEFT_EMPTY:
                kind, instead = self._settled[position, name]
                told = _endings()[kind].format(why=told, value=instead)
            yield position, int(self._numbers[position]), name, kind, value, told


def _endings() -> dict[str, str]:
    """Return how a notice ends about a value that could not be used, by its kind."""
    return {
        LEFT_EMPTY: tr("{why}; the field was left empty"),
        "default taken": tr("{why}; the default “{value}” was taken"),
        "value kept": tr("{why}; the register's “{value}” was kept"),
    }


def _taken_as_exact(record: Mapping[str, Any]) -> bool:
    """Return whether nothing says how well the place of a factory is known, so that checks take it as exact."""
    from ..inputs import typical_accuracies

    accuracy = record.get("loc_accuracy_m")
    return (accuracy is None or accuracy != accuracy) and record.get("loc_method") not in typical_accuracies()


def _differing(before: Mapping[str, Any], record: Mapping[str, Any]) -> tuple[list[str], list[str], list[str]]:
    """Return the fields of names, licence and province that say something else, spelling set aside."""

    def other(*wanted: str) -> list[str]:
        told = {name: (_spoken(before.get(name)), _spoken(record.get(name))) for name in wanted}
        return [name for name, (old, new) in told.items() if old and new and old != new]

    names = other(*_NAMES)
    if names:
        from ..analysis.names import normalise

        names = [name for name in names if len({*normalise([before[name], record[name]])}) > 1]
    return names, other("licence_no"), other("province_code")


def _wholly_other(before: Mapping[str, Any], record: Mapping[str, Any]) -> bool:
    """Return whether no name of a factory has anything to do with the one it would get.

    A name in another script may be the same one translated, and tells nothing.
    """
    from ..analysis.names import normalise, similarity

    compared = False
    for name in _NAMES:
        old, new = normalise([before.get(name), record.get(name)])
        if not old or not new or _has_khmer(old) != _has_khmer(new):
            continue
        if _within(old, new) or _within(new, old) or similarity([old], [new])[0] >= _OTHER_NAME:
            return False
        compared = True
    return compared


def _within(name: str, other: str) -> bool:
    """Return whether a normalised name is a part of another one, as whole words where it is short."""
    return f" {name} " in f" {other} " or (len(name) > 3 and name in other)


def _has_khmer(name: str) -> bool:
    return any("\u1780" <= char <= "\u17ff" for char in name)


def _other_unit(before: Mapping[str, Any], record: Mapping[str, Any]) -> tuple[str, str] | None:
    """Return the codes of the province, or else the district, of a factory and of a row where they differ."""
    for name in ("province_code", "district_code"):
        new = record.get(name)
        if new is None:
            continue
        old = before.get(name) or before.get("province_code")
        if old is None:
            return None
        shared = min(len(str(old)), len(str(new)))
        return None if str(old)[:shared] == str(new)[:shared] else (str(old), str(new))
    return None


def _spoken(value: Any) -> str:
    """Return the letters, with their vowels, and the digits of a text."""
    text = "" if value is None else str(value).casefold()
    return "".join(char for char in text if unicodedata.category(char)[0] in "LMN")


def _lines_in(path: str) -> int:
    """Return how many lines a file has, about as many as rows; 0 where there is none."""
    if not path or not os.path.isfile(path):
        return 0
    with open(path, "rb") as file:
        return sum(block.count(b"\n") for block in iter(lambda: file.read(1 << 20), b""))


def _objects(values: Sequence[Any]) -> Any:
    import pandas as pd

    return pd.Series(list(values), dtype=object)


def _point(xy: np.ndarray) -> Any:
    import shapely

    return shapely.Point(xy) if math.isfinite(xy[0]) and math.isfinite(xy[1]) else None


def _moves(before: Any, point: Any, record: Mapping[str, Any]) -> bool:
    """Return whether a point is elsewhere than the factory, as far as the digits of the source tell."""
    return not before.placed or apart_m(point, before.geometry) > same_place(record[RESOLUTION])


def _shown(value: Any) -> str | None:
    """Return a value as the report shows it."""
    if value is None or value != value or value == "":
        return None
    if isinstance(value, float):
        return repr(int(value)) if value.is_integer() else repr(value)
    if isinstance(value, datetime):
        return value.date().isoformat()
    return value.isoformat() if isinstance(value, date) else str(value)


def _wkt(shape: Any) -> str | None:
    import shapely

    return None if shape is None else shapely.to_wkt(shape, rounding_precision=-1)


def _plain(value: Any) -> Any:
    return value if value is None or isinstance(value, (str, int, float, bool)) else str(value)


@contextmanager
def report_at(path: Path, about: str) -> Iterator[Mapping[str, RowWriter]]:
    """Make the report and give what its rows are written with."""
    import pandas as pd

    described = {
        "rejects": tr("Rows that were not taken, with the reasons and everything that stood in them."),
        "changes": tr("What became of every other row."),
        "notices": tr("What was not taken as it stood, and how it was read."),
    }
    tables = [
        Table(
            name,
            columns,
            pd.DataFrame({column: pd.Series(dtype=object) for column, _ in columns}),
            description=f"{described[name]} {about}",
        )
        for name, columns in REPORT.items()
    ]
    write_geopackage(path, tables)
    with adding_rows(path, REPORT) as writers:
        yield writers


def as_json(done: Import, register: str, batch: str, dry_run: bool) -> str:
    """Return what was done as the text of the JSON summary."""
    counts, profile, table = done.counts, done.profile, done.table
    told = {
        **head(SUMMARY_VERSION),
        "source": {
            "name": table.name,
            "sheet": table.sheet or None,
            "sha256": checksum(table.path) if table.path else None,
            "how": table.remarks,
        },
        "profile": {
            "id": profile.id,
            "version": profile.version,
            "sha256": profile.sha256 or None,
            "key": profile.key,
        },
        "register": {"file": register, "batch_id": batch or None, "dry_run": dry_run},
        "rows": {
            "read": counts.read,
            NEW: counts.new,
            UPDATED: counts.updated,
            UNCHANGED: counts.unchanged,
            "rejected": counts.rejected,
            "new_without_place": counts.without_place,
            "without_accuracy": counts.without_accuracy,
        },
        "reasons": dict(sorted(counts.reasons.items())),
        "notices": dict(sorted(counts.notices.items())),
    }
    return summary_text(told)


def sentences(counts: Counts) -> list[str]:
    """Return what was done as sentences for the log."""
    told = [
        tr("Rows read: {read} = new {new} + updated {updated} + unchanged {unchanged} + rejected {rejected}.").format(
            read=counts.read,
            new=counts.new,
            updated=counts.updated,
            unchanged=counts.unchanged,
            rejected=counts.rejected,
        )
    ]
    if counts.without_place:
        told.append(tr("New factories without a point: {count}.").format(count=counts.without_place))
    if counts.without_accuracy:
        told.append(
            tr(
                "Factories with a point and nothing that says how well it is known: {count}. Checks take them as exact "
                "unless DEFAULT_ACCURACY is set."
            ).format(count=counts.without_accuracy)
        )
    if counts.reasons:
        listed = ", ".join(f"{kind} {count}" for kind, count in counts.reasons.most_common())
        told.append(tr("Rejected for: {list}.").format(list=listed))
    if counts.notices:
        listed = ", ".join(f"{kind} {count}" for kind, count in counts.notices.most_common())
        told.append(tr("Notices: {list}.").format(list=listed))
    others = [(one, count) for one, count in counts.defaults.most_common() if one[0] != _STATE]
    if others:
        listed = ", ".join(f"{field} “{value}” {count}" for (field, value), count in others)
        told.append(tr("New factories have by default: {list}.").format(list=listed))
    return told


def warnings_of_defaults(counts: Counts) -> list[str]:
    """Return warnings about what new factories are called although nothing in the source says so."""
    return [
        tr(
            "New factories called “{value}” in {field} because the profile says so by default, not the source: "
            "{count}. Check that it is true of each."
        ).format(value=value, field=field, count=count)
        for (field, value), count in counts.defaults.most_common()
        if field == _STATE
    ]

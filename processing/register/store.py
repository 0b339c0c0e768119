"""The one way in which a register is changed: in one transaction, with a line in the table `audit` for every change.

The table stands beside the register, in the same GeoPackage or database schema, and is made when it is first needed.
A batch is what one run changed. It is whole in the register and in the log, or in neither.
"""

from __future__ import annotations

import json
import re
import uuid
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from dataclasses import fields as dataclass_fields
from datetime import datetime, timezone
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import QgsVectorLayer

from ..analysis.errors import LocationError
from ..analysis.merging import LOCATION
from ..checks.history import person
from ..storage.files import Edited
from ..storage.sqlite_rows import quoted
from .stored import Raw, StoredValues
from .table import (
    GEOPACKAGE,
    ID_FIELD,
    POSTGRESQL,
    Failed,
    RegisterTable,
    as_text,
    asked,
    check_not_edited,
    done,
    id_text,
    is_placed,
    literal,
    ogr_geometry,
    opened,
    place_of,
    read_value,
    shapely_geometry,
    wkt_of,
)

if TYPE_CHECKING:
    from osgeo import ogr


AUDIT = "audit"
IMPORT, CORRECT, MERGE, EDIT, UNDO = "import", "correct", "merge", "edit", "undo"
ACTIONS = (IMPORT, CORRECT, MERGE, EDIT, UNDO)
# In the column `field`: the place of the factory, and the whole row as JSON.
GEOMETRY, WHOLE_ROW = "geometry", "*"
# A place and what describes it are true only together. `loc_original` is what was received, wherever the place is now.
PLACE_UNIT = (GEOMETRY, *(name for name in LOCATION if name != "loc_original"))
AUDIT_KEY = "audit_id"
AUDIT_FIELDS = (
    ("batch_id", "text"),
    ("changed_at", "datetime"),
    ("who", "text"),
    ("action", "text"),
    ("factory_id", "text"),
    ("field", "text"),
    ("old_value", "text"),
    ("new_value", "text"),
    ("finding_id", "text"),
    ("why", "text"),
    ("source", "text"),
    ("undone_by", "text"),
)
# Columns that the log of an earlier version lacks; they are added when it is next written to.
LATER_FIELDS = (
    ("table_name", "text"),
    ("row_key", "integer"),
    ("became", "text"),
    ("stored", "text"),
    ("location", "text"),
)
_COLUMNS = {name: place for place, (name, _) in enumerate(AUDIT_FIELDS)}
_OF_A_LINE = (
    "factory_id",
    "field",
    "old_value",
    "new_value",
    "finding_id",
    "why",
    "row_key",
    "became",
    "stored",
    "location",
)
# In the JSON of a whole row: what the file holds otherwise than it reads, see `stored`.
STORED = "*stored"
_AT_ONCE = 500  # lines of the log marked by one statement
_BATCH_ID = re.compile(r"\d{8}T\d{6}Z-[0-9a-f]{8}")


class _Keep:
    """The place of a factory stays as it is."""

    def __repr__(self) -> str:
        return "KEEP"


KEEP = _Keep()


@dataclass(frozen=True)
class RegisterRow:
    """One row of a register.

    Attributes
    ----------
    values : dict
        Plain Python values by field, None where empty.
    geometry : shapely geometry or None
        In the CRS of the register.
    placed : bool
        Whether the geometry has a place on the map.
    """

    values: Mapping[str, Any]
    geometry: Any
    placed: bool


@dataclass(frozen=True)
class _Batch:
    """What all the changes of one run have in common."""

    id: str
    at: datetime
    who: str
    why: str
    action: str
    source: str


@dataclass(frozen=True)
class Logged:
    """One line of the table `audit`; what a log of an earlier version does not tell is None."""

    audit_id: int
    batch_id: str
    action: str
    factory_id: str
    field: str
    old_value: str | None
    new_value: str | None
    finding_id: str | None
    source: str | None
    undone_by: str | None
    table_name: str | None
    row_key: int | None
    became: str | None
    stored: str | None
    location: str | None
    changed_at: str | None

    @property
    def undoes(self) -> str | None:
        """The batch that this line has undone; None of any other change."""
        found = _BATCH_ID.search(self.source or "") if self.action == UNDO else None
        return found.group() if found else None


@dataclass
class Change:
    """A register being changed; given by `change_register`.

    Attributes
    ----------
    batch_id : str
        Names what this run changes, in the log and for whoever undoes it.
    fields : dict of str to str
        Kind of each field of the register.
    crs : str
        The CRS of the register; geometries given must be in it.
    updated, added, removed : set of str
        Factory ids.
    logged : int
        Lines written to the table `audit`.
    """

    batch_id: str
    fields: Mapping[str, str]
    crs: str
    dry_run: bool
    _table: RegisterTable
    _batch: _Batch
    updated: set[str] = field(default_factory=set)
    added: set[str] = field(default_factory=set)
    removed: set[str] = field(default_factory=set)
    logged: int = 0
    _log: _Log | None = None
    _tried: dict[int, Any] = field(default_factory=dict)
    _moved: bool = False
    _written: Sequence[int] | None = None
    _meant: dict[str, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._geometry_type = self._table.geometry_type
        self._stored = StoredValues(self._table)

    @cached_property
    def _keys(self) -> dict[str, list[int]]:
        """Keys of the rows by factory id; read when first asked for, which is before anything is written."""
        return self._table.rows_by_id()

    def __contains__(self, factory_id: object) -> bool:
        return bool(self._keys.get(str(factory_id).strip()))

    def ids(self) -> list[str]:
        """Return the factory ids of the register, each once, as it is now."""
        return [factory for factory, keys in self._keys.items() if keys]

    def count(self, factory_id: str) -> int:
        """Return how many rows are meant by a factory id; only of one can be said what is to change."""
        return len(self._rows_of(factory_id))

    def keys_of(self, factory_id: str) -> list[int]:
        """Return the primary keys of all rows that have a factory id, which should be one."""
        return list(self._keys.get(factory_id.strip(), ()))

    def mean(self, factory_id: str, key: int | None) -> None:
        """Say which of several rows with a factory id is meant by it from now on; None for all of them again."""
        if key is None:
            self._meant.pop(factory_id.strip(), None)
        else:
            self._meant[factory_id.strip()] = key

    def row(self, factory_id: str) -> RegisterRow:
        """Return the row of a factory as it is now.

        Raises
        ------
        LocationError
            If no row, or more than one, has the id.
        """
        feature = self._feature(factory_id)
        shape = feature.GetGeometryRef()
        return RegisterRow(self._table.values(feature), shapely_geometry(shape), is_placed(shape))

    def values_of(self, factory_id: str) -> list[Mapping[str, Any]]:
        """Return the values of every row that has an id, which should be one."""
        if self.count(factory_id) == 1:
            return [self._table.values(self._feature(factory_id))]
        return [self._table.values(self._table.feature(key)) for key in self._rows_of(factory_id)]

    def update(
        self,
        factory_id: str,
        values: Mapping[str, Any],
        geometry: Any = KEEP,
        finding_id: str | None = None,
        why: str | None = None,
        stored: Mapping[str, Raw] | None = None,
    ) -> int:
        """Change fields of a factory, and its place.

        Parameters
        ----------
        factory_id : str
        values : mapping of field to value
            Only what differs from what is there is written and logged; None empties a field.
        geometry : shapely or OGR geometry, None or `KEEP`
            In the CRS of the register; None takes the place away. `table.point_at` makes a point fastest.
        finding_id : str, optional
            What the change answers.
        why : str, optional
            Instead of the reason of the whole run.
        stored : mapping of field to `stored.Raw`, optional
            What the file is to hold of some of these values, where that is not what GDAL writes.

        Returns
        -------
        int
            How many fields changed, the place counted as one.

        Raises
        ------
        LocationError
            If no row, or more than one, has the id, or a value does not fit its field.
        """
        factory_id = factory_id.strip()
        if factory_id in self.added:
            raise _twice(factory_id)
        feature = self._feature(factory_id)
        changes: list[tuple[str, Any, Any]] = []
        for name, value in values.items():
            new = self._table.fitting(name, value, factory_id)
            old = self._value(feature, name)
            if as_text(old) != as_text(new):
                changes.append((name, old, new))
        if any(name == ID_FIELD and id_text(new) != factory_id for name, _, new in changes):  # blanks around it may go
            raise LocationError(
                "Factory {factory}: its id cannot be changed; the log knows it by it.", factory=factory_id
            )
        old_shape = feature.GetGeometryRef()
        old_wkt = wkt_of(old_shape)
        new_shape = old_shape if geometry is KEEP else self._fitting_shape(geometry, old_shape, factory_id)
        new_wkt = old_wkt if geometry is KEEP else wkt_of(new_shape)
        moves = new_wkt != old_wkt
        if not changes and not moves:
            return 0
        key = feature.GetFID()
        held = {} if self.dry_run else self._stored.odd(key, {name: old for name, old, _ in changes})
        # Only what is set is written: what other programs keep in the row stays as it is to the last byte.
        row = self._table.new_row()
        row.SetFID(key)
        for name, _, new in changes:
            self._table.put(row, name, new)
        if new_shape is not None:
            row.SetGeometry(new_shape)
        self._write(row, sorted(self._table.places[name] for name, _, _ in changes))
        # Of any point that it writes, also where it was, GDAL notes the extent in its own way.
        self._moved |= moves or new_shape is not None
        if not self.dry_run:
            self._stored.write(key, {name: raw for name, raw in (stored or {}).items() if name in self.fields})
            # The log says what is there now: a table may keep less of a value than it was given.
            feature = self._table.feature(key) if changes else feature
        location = self._location(feature, new_wkt)
        for name, old, new in changes:
            now = new if self.dry_run else self._value(feature, name)
            raw = json.dumps(held[name], ensure_ascii=False) if name in held else None
            place = location if name in PLACE_UNIT[1:] else None
            note = (factory_id, logged_as(name), as_text(old), as_text(now), finding_id, why, key)
            self._note(*note, stored=raw, location=place)
        if moves:
            self._note(factory_id, GEOMETRY, old_wkt, new_wkt, finding_id, why, key, location=location)
        self.updated.add(factory_id)
        return len(changes) + moves

    def add(
        self,
        values: Mapping[str, Any],
        geometry: Any = None,
        finding_id: str | None = None,
        why: str | None = None,
        key: int | None = None,
        stored: Mapping[str, Raw] | None = None,
    ) -> None:
        """Add a factory.

        Parameters
        ----------
        values : mapping of field to value
            With the factory id, which no row may have yet, or none any more.
        geometry : shapely geometry or None
            In the CRS of the register.
        finding_id, why : str, optional
        key : int, optional
            The primary key that the row had before; another where it is taken. Such a row is a restored one: what is
            None in it is empty, whatever the table would put there by itself.
        stored : mapping of field to `stored.Raw`, optional
            What the file is to hold of some of these values, where that is not what GDAL writes.

        Raises
        ------
        LocationError
            If the id is missing or taken, or a value does not fit its field.
        """
        factory_id = id_text(values.get(ID_FIELD))
        if not factory_id:
            raise LocationError("A factory without an id ({field}) cannot be added.", field=ID_FIELD)
        if factory_id in self:
            raise LocationError("Factory {factory} is in the register already.", factory=factory_id)
        row = self._table.new_row()
        for name, value in values.items():
            new = self._table.fitting(name, value, factory_id)
            if new is not None or key is not None:
                self._table.put(row, name, new)
        shape = self._fitting_shape(geometry, None, factory_id)
        if shape is not None:
            row.SetGeometry(shape)
            self._moved = True
        if key is not None and self._is_free(key):
            row.SetFID(key)
        if self.dry_run:
            row.SetFID(-1 - len(self._tried))
            self._tried[row.GetFID()] = row
        else:
            done(asked(self._table.layer.CreateFeature, row))
            self._stored.write(row.GetFID(), {name: raw for name, raw in (stored or {}).items() if name in self.fields})
            row = self._table.feature(row.GetFID())  # with what the table fills in by itself
        key = row.GetFID()
        self._keys[factory_id] = [key]
        self._note(factory_id, WHOLE_ROW, None, self._whole(row), finding_id, why, key)
        if shape is not None:
            self._note(factory_id, GEOMETRY, None, wkt_of(row.GetGeometryRef()), finding_id, why, key)
        self.added.add(factory_id)

    def remove(
        self, factory_id: str, finding_id: str | None = None, why: str | None = None, became: str | None = None
    ) -> None:
        """Take a factory out of the register; its whole row stands in the log.

        Parameters
        ----------
        factory_id : str
        finding_id, why : str, optional
        became : str, optional
            The factory that this one was merged into.

        Raises
        ------
        LocationError
            If no row, or more than one, has the id, or its row was changed in this run already.
        """
        factory_id = factory_id.strip()
        if factory_id in self.updated or factory_id in self.added:
            raise _twice(factory_id)
        feature = self._feature(factory_id)
        whole, wkt = self._whole(feature), wkt_of(feature.GetGeometryRef())
        if not self.dry_run:
            done(asked(self._table.layer.DeleteFeature, feature.GetFID()))
        key = feature.GetFID()
        self._keys[factory_id] = [one for one in self.keys_of(factory_id) if one != key]
        self.mean(factory_id, None)
        self._note(factory_id, WHOLE_ROW, whole, None, finding_id, why, key, became=became)
        if wkt is not None:
            self._moved = True
            self._note(factory_id, GEOMETRY, wkt, None, finding_id, why, key)
        self.removed.add(factory_id)

    @property
    def table(self) -> RegisterTable:
        """The table itself, to read what the file holds."""
        return self._table

    def note(
        self,
        factory_id: str,
        name: str,
        old: str | None,
        new: str | None,
        key: int,
        *,
        stored: Raw | None = None,
        location: Mapping[str, str | None] | None = None,
    ) -> None:
        """Write a line into the log about a change that somebody else has made in the register.

        Parameters
        ----------
        factory_id : str
        name : str
            The attribute that changed, or the words of the log for the place and for a whole row.
        old, new : str or None
            As the log keeps them.
        key : int
            The primary key of the row.
        stored : `stored.Raw`, optional
            What the file held of the old value, where that is more than the text says.
        location : mapping of field to text, optional
            After a change of the place or of what describes it: all of these.
        """
        raw, place = ((None if one is None else json.dumps(one, ensure_ascii=False)) for one in (stored, location))
        self._note(factory_id, name, old, new, None, None, key, stored=raw, location=place)

    @property
    def register(self) -> str:
        """The name of the register's table."""
        return self._table.name

    @property
    def key_field(self) -> str:
        """The column of the primary key."""
        return self._table.key

    def takes(self, name: str, value: Any) -> bool:
        """Return whether a field can be given a value."""
        try:
            self._table.fitting(name, value, "")
        except LocationError:
            return False
        return True

    def check_values(self, factory_id: str, values: Mapping[str, Any]) -> None:
        """Raise `LocationError` where a value does not fit its field; nothing is written."""
        for name, value in values.items():
            self._table.fitting(name, value, factory_id)

    def check(self, factory_id: str, values: Mapping[str, Any], geometry: Any = KEEP) -> None:
        """Raise `LocationError` where `update` would refuse this; nothing is written."""
        before = self._feature(factory_id)  # held: its geometry goes with it
        self.check_values(factory_id, values)
        if geometry is not KEEP:
            self._fitting_shape(geometry, before.GetGeometryRef(), factory_id)

    def as_logged(self, factory_id: str) -> tuple[str, str | None]:
        """Return the row of a factory as the log keeps it: JSON of its values, and WKT."""
        feature = self._feature(factory_id)
        return self._whole(feature), wkt_of(feature.GetGeometryRef())

    def text_of(self, factory_id: str, name: str) -> str | None:
        """Return a field of a factory, or its place (`GEOMETRY`), by its name in the log and as that keeps it."""
        feature = self._feature(factory_id)
        if name == GEOMETRY:
            return wkt_of(feature.GetGeometryRef())
        return as_text(self._value(feature, attribute(name)))

    def key(self, factory_id: str) -> int:
        """Return the primary key of the row of a factory."""
        return int(self._feature(factory_id).GetFID())

    def place(self, factory_id: str) -> tuple[float, float] | None:
        """Return x and y of a factory in the CRS of the register, of an area its middle; None where it has no place."""
        feature = self._feature(factory_id)  # held: its geometry goes with it
        shape = feature.GetGeometryRef()
        if not is_placed(shape):
            return None
        point = shape if shape.GetGeometryName() == "POINT" else shape.Centroid()
        return point.GetX(), point.GetY()

    def _rows_of(self, factory_id: str) -> Sequence[int]:
        meant = self._meant.get(factory_id.strip())
        return self._keys.get(factory_id.strip(), ()) if meant is None else (meant,)

    def _feature(self, factory_id: str) -> ogr.Feature:
        keys = self._rows_of(factory_id)
        if not keys:
            raise LocationError(
                "Factory {factory} is not in the register “{register}”.",
                factory=factory_id,
                register=self._table.place.called,
            )
        if len(keys) > 1:
            raise LocationError(
                "Factory id {factory} is in the register “{register}” {count} times, so that nobody can tell which "
                "row is meant. Give each factory an id of its own first.",
                factory=factory_id,
                register=self._table.place.called,
                count=len(keys),
            )
        return self._tried.get(keys[0]) or self._table.feature(keys[0])

    def _value(self, feature: ogr.Feature, name: str) -> Any:
        return read_value(feature, self._table.places[name], self.fields[name])

    def _location(self, feature: ogr.Feature, wkt: str | None) -> str:
        """Return a place and what describes it as JSON, each as the log keeps it."""
        names = [name for name in PLACE_UNIT[1:] if name in self.fields]
        told = {GEOMETRY: wkt, **{name: as_text(self._value(feature, name)) for name in names}}
        return json.dumps(told, ensure_ascii=False)

    def _is_free(self, key: int) -> bool:
        try:
            return self._table.layer.GetFeature(key) is None
        except RuntimeError:  # newer QGIS lets GDAL raise
            return True

    def _fitting_shape(self, shape: Any, before: ogr.Geometry | None, factory: str) -> ogr.Geometry | None:
        """Return a geometry of the type of the register; a new point in the plane keeps the height that was there."""
        if shape is None:
            return None
        made = ogr_geometry(shape) if hasattr(shape, "geom_type") else shape
        kind = self._geometry_type
        if made is None or kind == made.GetGeometryType():
            return made
        from osgeo import ogr

        if kind == ogr.wkbUnknown:
            return made
        if kind == ogr.wkbNone or ogr.GT_Flatten(made.GetGeometryType()) not in _accepted(kind):
            raise LocationError(
                "Factory {factory}: a {given} does not fit the register “{register}”, which holds: {kind}.",
                factory=factory,
                given=made.GetGeometryName(),
                register=self._table.place.called,
                kind=ogr.GeometryTypeToName(kind),
            )
        fitted = ogr.ForceTo(made, kind)
        if not made.Is3D() and ogr.GT_HasZ(kind) and before is not None and before.GetGeometryName() == "POINT":
            fitted = before.Clone()
            fitted.SetPoint(0, made.GetX(), made.GetY(), before.GetZ())
        return fitted

    def _write(self, row: ogr.Feature, fields: Sequence[int]) -> None:
        if self.dry_run:
            whole = (self._tried.get(row.GetFID()) or self._table.feature(row.GetFID())).Clone()
            for name, kind in self.fields.items():
                if self._table.places[name] in fields:
                    self._table.put(whole, name, read_value(row, self._table.places[name], kind))
            whole.SetGeometry(row.GetGeometryRef())
            self._tried[row.GetFID()] = whole
            return
        if self._written != fields:
            # GDAL keeps its statement from row to row, also where other fields are set (seen in 3.6): this drops it.
            self._table.layer.ResetReading()
            self._written = fields
        done(asked(self._table.layer.SetFeature, row))

    def _whole(self, feature: ogr.Feature) -> str:
        """Return all of a row but its geometry as JSON, by field; the primary key under its own name."""
        values, key = self._table.values(feature), feature.GetFID()
        return whole_row(self._table, key, values, {} if key < 0 else self._stored.odd(key, values))

    def _note(
        self,
        factory: str,
        name: str,
        old: str | None,
        new: str | None,
        finding_id: str | None,
        why: str | None,
        key: int,
        *,
        became: str | None = None,
        stored: str | None = None,
        location: str | None = None,
    ) -> None:
        self.logged += 1
        if self.dry_run:
            return
        if self._log is None:
            self._log = _Log(self._table, self._batch)
        self._log.write(factory, name, old, new, finding_id, why, str(key), became, stored, location)

    def logged_of(self, batch_id: str | None = None) -> list[Logged]:
        """Return the lines of the log that are of this register, of one batch or of all, oldest first."""
        ours = _own_lines(self._table)
        return [line for line in _logged(self._table, batch_id) if ours(line.table_name)]

    def merged_before(self) -> dict[str, tuple[str, str]]:
        """Return for each factory that a merge has taken out the one that it became, and the batch."""
        lines = [line for line in self.logged_of() if line.action == MERGE and line.field == WHOLE_ROW]
        return {
            line.factory_id: (line.became, line.batch_id)
            for line in lines
            if line.became and line.undone_by is None and line.factory_id not in self
        }

    def tables_of(self, batch_id: str) -> list[str]:
        """Return the tables whose factories a batch has changed; an empty name where the log does not tell."""
        return list(dict.fromkeys(line.table_name or "" for line in _logged(self._table, batch_id)))

    def mark(self, undone: Mapping[int, str | None]) -> None:
        """Write into lines of the log, by their id, which batch has undone them; None where it stands again."""
        if self.dry_run:
            return
        lines_by: dict[str | None, list[int]] = {}
        for audit_id, by in undone.items():
            lines_by.setdefault(by, []).append(audit_id)
        for by, lines in lines_by.items():
            value = "NULL" if by is None else literal(by)
            update = ("UPDATE", self._table.full_name(AUDIT), "SET", quoted("undone_by"), "=", value)
            for i in range(0, len(lines), _AT_ONCE):
                some = ", ".join(str(int(line)) for line in lines[i : i + _AT_ONCE])
                self._table.run(*update, "WHERE", quoted(AUDIT_KEY), "IN (", some, ")")


class _Log:
    """Writes lines of the table `audit`, which it makes where there is none."""

    def __init__(self, table: RegisterTable, batch: _Batch) -> None:
        from osgeo import ogr

        self._layer = _log_layer(table) or _create_log(table)
        _complete_log(table, self._layer)
        self._why = batch.why or None
        self._before: Sequence[str | None] = [None] * len(_OF_A_LINE)
        places = _places(self._layer)
        self._places = [places[name] for name in _OF_A_LINE]
        # One line, filled again and again: what they have in common is set once.
        self._line = ogr.Feature(self._layer.GetLayerDefn())
        at = batch.at
        self._line.SetField(
            _COLUMNS["changed_at"], at.year, at.month, at.day, at.hour, at.minute, float(at.second), 100
        )
        common = {"batch_id": batch.id, "who": batch.who, "action": batch.action, "source": batch.source}
        common["table_name"] = table.name
        for name, value in common.items():
            if value:
                self._line.SetFieldString(places[name], value)

    def write(
        self,
        factory: str,
        name: str,
        old: str | None,
        new: str | None,
        finding_id: str | None,
        why: str | None,
        *more: str | None,
    ) -> None:
        line, values = self._line, (factory, name, old, new, finding_id, why or self._why, *more)
        line.SetFID(-1)
        for place, value, before in zip(self._places, values, self._before):
            if value is None:
                line.SetFieldNull(place)
            elif value != before:
                line.SetFieldString(place, value)
        self._before = values
        done(asked(self._layer.CreateFeature, line))


def _log_layer(table: RegisterTable) -> ogr.Layer | None:
    """Return the table `audit`, None where there is none yet."""
    layer = table.find(AUDIT)
    if layer is None:
        return None
    names = list(_places(layer))
    if names[: len(AUDIT_FIELDS)] != [name for name, _ in AUDIT_FIELDS]:
        raise LocationError(
            "“{register}” has a table “{table}” that is not the log of changes. Give it another name first.",
            register=table.place.called,
            table=AUDIT,
        )
    return layer


def _create_log(table: RegisterTable) -> ogr.Layer:
    from osgeo import ogr

    options = [f"FID={AUDIT_KEY}"]
    if table.place.kind == POSTGRESQL:
        options.append(f"SCHEMA={table.place.schema}")
    else:
        options.append("DESCRIPTION=Every change of the register: what it was, what it became, who and why")
    layer = asked(table.dataset.CreateLayer, AUDIT, None, ogr.wkbNone, options)
    if layer is None:
        done(1)
    for name, kind in AUDIT_FIELDS:
        done(asked(layer.CreateField, _definition(name, kind)))
    return layer


def _definition(name: str, kind: str) -> ogr.FieldDefn:
    from osgeo import ogr

    kinds = {"text": ogr.OFTString, "datetime": ogr.OFTDateTime, "integer": ogr.OFTInteger64}
    return ogr.FieldDefn(name, kinds[kind])


def _complete_log(table: RegisterTable, layer: ogr.Layer) -> None:
    """Add the columns that the log of an earlier version lacks, and say of its lines which table they are of."""
    absent = [one for one in LATER_FIELDS if one[0] not in _places(layer)]
    for name, kind in absent:
        done(asked(layer.CreateField, _definition(name, kind)))
    if any(name == "table_name" for name, _ in absent) and _is_only_register(table):
        column = quoted("table_name")
        update = ("UPDATE", table.full_name(AUDIT), "SET", column, "=", literal(table.name))
        table.run(*update, "WHERE", column, "IS NULL")


def _places(layer: ogr.Layer) -> dict[str, int]:
    definition = layer.GetLayerDefn()
    return {definition.GetFieldDefn(i).GetName(): i for i in range(definition.GetFieldCount())}


def _is_only_register(table: RegisterTable) -> bool:
    """Return whether no other table of the file or schema has factories, whose changes the log may tell as well."""
    for i in range(table.dataset.GetLayerCount()):
        layer = table.dataset.GetLayer(i)
        schema, _, name = layer.GetName().rpartition(".")
        elsewhere = table.place.schema and (schema or "public") != table.place.schema
        if elsewhere or (name if table.place.schema else layer.GetName()) in (table.name, AUDIT):
            continue
        if ID_FIELD in _places(layer):
            return False
    return True


def _own_lines(table: RegisterTable) -> Callable[[str | None], bool]:
    """Return what tells of a line's `table_name` whether the line is of this register."""
    only: list[bool] = []

    def ours(name: str | None) -> bool:
        if name is not None:
            return name == table.name
        if not only:
            only.append(_is_only_register(table))
        return only[0]

    return ours


def _logged(table: RegisterTable, batch_id: str | None) -> Iterator[Logged]:
    names = [each.name for each in dataclass_fields(Logged) if each.name != AUDIT_KEY]
    for line in _lines(table, names, batch_id):
        key = line["row_key"]
        yield Logged(**{**line, "row_key": None if key is None else int(key)})


def _lines(table: RegisterTable, names: Sequence[str], batch_id: str | None = None) -> list[dict[str, Any]]:
    """Return columns of the lines of the log as text, oldest first: of all, or of those of a batch."""
    layer = _log_layer(table)
    if layer is None:
        return []
    # A filter of the layer rather than a statement: GDAL speaks the same to both kinds of database.
    wanted = None if batch_id is None else " ".join([quoted("batch_id"), "=", literal(batch_id)])
    done(asked(layer.SetAttributeFilter, wanted))
    try:
        known = _places(layer)
        places = [known.get(name) for name in names]
        found = []
        for line in layer:
            texts = [
                line.GetFieldAsString(p) if p is not None and line.IsFieldSetAndNotNull(p) else None for p in places
            ]
            found.append({AUDIT_KEY: line.GetFID(), **dict(zip(names, texts))})
    finally:
        layer.SetAttributeFilter(None)
    return sorted(found, key=lambda line: int(line[AUDIT_KEY]))


def read_log(register: QgsVectorLayer | str | Path) -> list[dict[str, Any]]:
    """Return the lines of the log that are of a register, oldest first; none where there is no log yet.

    Raises
    ------
    LocationError
        If the register cannot be read.
    """
    with opened(place_of(register), write=False) as table:
        ours = _own_lines(table)
        names = [name for name, _ in (*AUDIT_FIELDS, *LATER_FIELDS)]
        return [line for line in _lines(table, names) if ours(line["table_name"])]


def _accepted(kind: int) -> tuple[int, ...]:
    """Return the flat geometry types that can be made into one without loss."""
    from osgeo import ogr

    flat = ogr.GT_Flatten(kind)
    single = {ogr.wkbMultiPoint: ogr.wkbPoint, ogr.wkbMultiPolygon: ogr.wkbPolygon}
    return (flat, single.get(flat, flat))


def whole_row(table: RegisterTable, key: int, values: Mapping[str, Any], held: Mapping[str, Raw]) -> str:
    """Return all of a row but its geometry as JSON, by field; the primary key first, under its own name.

    Parameters
    ----------
    table : RegisterTable
    key : int
    values : mapping of field to value
    held : mapping of field to `stored.Raw`
        What the file holds otherwise than it reads.

    Raises
    ------
    LocationError
        If a field is of a kind that the log cannot keep.
    """
    for name, value in values.items():
        if table.fields.get(name) == "list" and value is not None:
            raise LocationError(
                "Field “{field}” holds lists, which the log cannot keep: the row could not be brought back.",
                field=name,
            )
    told = {name: _plain(value) for name, value in values.items()}
    if held:
        told[STORED] = held
    return json.dumps({table.key: key, **told}, ensure_ascii=False, allow_nan=False)


def logged_as(name: str) -> str:
    """Return how the log names an attribute: as it is called, in quotes where the log means something else by that."""
    return quoted(name) if name in (GEOMETRY, WHOLE_ROW) else name


def _plain(value: Any) -> Any:
    """Return a value as JSON holds it; what JSON has no word for as the log's text."""
    if value is None or isinstance(value, (str, bool, int)):
        return value
    if isinstance(value, float):
        return value if abs(value) < float("inf") else repr(value)
    return as_text(value)


def attribute(name: str) -> str:
    """Return the attribute that the log means."""
    return name[1:-1] if name in (quoted(GEOMETRY), quoted(WHOLE_ROW)) else name


def _twice(factory: str) -> LocationError:
    return LocationError(
        "Factory {factory} is changed twice in one run in ways that cannot be undone together.", factory=factory
    )


@contextmanager
def change_register(
    register: QgsVectorLayer | str | Path,
    who: str = "",
    why: str = "",
    action: str = CORRECT,
    source: str = "",
    *,
    dry_run: bool = False,
    edited: Iterable[Edited] = (),
) -> Iterator[Change]:
    """Change a register in one transaction: everything that is asked of it within the context, or nothing.

    Parameters
    ----------
    register : QgsVectorLayer, str or Path
        A GeoPackage table or a table of PostgreSQL; see `table.place_of`.
    who : str
        The person, for the log; empty for the name of the account.
    why : str
        The reason, for the log.
    action : {'import', 'correct', 'merge', 'edit', 'undo'}
    source : str
        What the changes come from, for the log: a file's name, a layer.
    dry_run : bool
        Everything is looked up and checked, and nothing is written.
    edited : iterable of Edited
        The layers in edit mode: a register that is among them is refused.

    Yields
    ------
    Change

    Raises
    ------
    LocationError
        If the register cannot be changed: it is being edited, locked, read-only, or kept where nothing can be logged.
        Any error raised within the context takes all of it back.
    """
    if action not in ACTIONS:
        raise ValueError(action)
    place = place_of(register)
    if not dry_run:
        check_not_edited(register, place, edited)
    at = datetime.now(timezone.utc).replace(microsecond=0)
    batch = _Batch(f"{at:%Y%m%dT%H%M%SZ}-{uuid.uuid4().hex[:8]}", at, who or person(), why, action, source)
    with opened(place, write=not dry_run) as table:
        change = Change(batch.id, table.fields, table.crs, dry_run, table, batch)
        yield change
        if change._moved and not dry_run and place.kind == GEOPACKAGE:
            _recompute_extent(table)


def _recompute_extent(table: RegisterTable) -> None:
    """Have GDAL note the extent of a table anew: by itself it only lets it grow."""
    done(asked(table.layer.SyncToDisk))
    try:
        result = table.run("RECOMPUTE EXTENT ON", table.name)  # GDAL takes the name as it stands, without quotes
    except Failed:  # newer GDAL cannot with a coordinate beyond 1e38; what is noted then is larger than it need be
        return
    if result is not None:
        table.dataset.ReleaseResultSet(result)

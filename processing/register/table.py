"""The table of a register as GDAL sees it, in a GeoPackage or in PostgreSQL: opening it, its values, its geometries.

What is recorded of a value or a geometry is text from which exactly the same can be made again.
"""

from __future__ import annotations

import math
import os
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, nullcontext, suppress
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta, timezone
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import QgsDataSourceUri, QgsProviderRegistry, QgsVectorLayer

from ..analysis.errors import LocationError
from ..storage.files import Edited, is_table_of, layer_edited
from ..storage.sqlite_rows import quoted

if TYPE_CHECKING:
    from osgeo import gdal, ogr

GEOPACKAGE, POSTGRESQL = "GPKG", "PostgreSQL"
ID_FIELD = "factory_id"
# How GDAL writes a moment's zone: none, and UTC; from there on in quarters of an hour.
_NO_ZONE, _UTC = 0, 100
_QUARTER = timedelta(minutes=15)
_NOT_FINITE = re.compile(r"\b(nan|inf)\b")
UNREADABLE = "\ufffd"  # what stands for bytes that are no text
_SECONDS_TO_WAIT = 5
_POINT = 1  # in the plane, as OGR numbers it
# Fields by which a table of results is known, that of a check, of duplicates, of a reconciliation.
_OF_RESULTS = ("finding_id", "proposal_id", "pair_id", "extract_row", "zone_verdict")
# Geometries whose parts carry no name of their own in WKT.
_OF_ONE_KIND = ("POLYGON", "MULTIPOINT", "MULTILINESTRING", "MULTIPOLYGON")


class Failed(Exception):
    """GDAL could not do what it was asked; the text is its own."""


@dataclass(frozen=True)
class Place:
    """Where a register is kept.

    Attributes
    ----------
    kind : str
        `GEOPACKAGE` or `POSTGRESQL`.
    address : str
        What GDAL opens; may hold a password, so that it is shown nowhere.
    table : str
        Name of the table, empty for the first of a file.
    schema : str
        Of a database, otherwise empty.
    called : str
        What a sentence calls it, without folders and credentials.
    path : str
        The file, empty for a database.
    """

    kind: str
    address: str = field(repr=False)
    table: str
    schema: str
    called: str
    path: str


def place_of(register: QgsVectorLayer | str | Path) -> Place:
    """Return where a register is kept.

    Parameters
    ----------
    register : QgsVectorLayer, str or Path
        A layer, or its source as QGIS writes it: ``register.gpkg|layername=factories``; of PostgreSQL also
        ``PG:dbname=...|layername=schema.table``.

    Raises
    ------
    LocationError
        If it is kept in what has no transactions, or is not there.
    """
    if isinstance(register, QgsVectorLayer):
        if register.providerType() == "postgres":
            return _in_database(register)
        if register.providerType() != "ogr":
            raise _without_transactions(register.name(), register.storageType() or register.providerType())
        register = register.source()
    text = str(register)
    if text.startswith("PG:"):
        address, _, table = text.partition("|layername=")
        schema, _, name = table.rpartition(".")
        return Place(POSTGRESQL, address, name, schema or "public", table, "")
    parts = QgsProviderRegistry.instance().decodeUri("ogr", text)
    path = parts.get("path") or ""
    if not os.path.isfile(path) or parts.get("vsiPrefix"):
        raise LocationError(
            "The register “{register}” is not a file that can be changed. Give a GeoPackage, such as "
            "register.gpkg|layername=factories.",
            register=text,
        )
    from osgeo import gdal

    driver = gdal.IdentifyDriverEx(path, gdal.OF_VECTOR)
    if driver is None or driver.ShortName != GEOPACKAGE:
        raise _without_transactions(Path(path).name, driver.LongName if driver is not None else Path(path).suffix)
    table = parts.get("layerName") or ""
    return Place(GEOPACKAGE, path, table, "", f"{Path(path).name}|{table}" if table else Path(path).name, path)


def _in_database(layer: QgsVectorLayer) -> Place:
    uri = QgsDataSourceUri(layer.source())
    if not uri.table() or uri.table().startswith("("):
        raise LocationError(
            "The register “{register}” is a query, not a table. Add the table itself to the project.",
            register=layer.name(),
        )
    schema = uri.schema() or "public"
    return Place(POSTGRESQL, f"PG:{uri.connectionInfo(True)}", uri.table(), schema, layer.name(), "")


def _without_transactions(register: str, kind: str) -> LocationError:
    return LocationError(
        "The register “{register}” is kept as {kind}, in which changes cannot be logged and undone. Convert it to a "
        "GeoPackage first (Export → Save Features As…, format GeoPackage), or keep it in PostGIS.",
        register=register,
        kind=kind,
    )


def check_no_result(layer: QgsVectorLayer, called: str) -> None:
    """Raise `LocationError` where a layer is a table of results that has factory ids, not a register.

    Parameters
    ----------
    layer : QgsVectorLayer
    called : str
        What the person calls the input.
    """
    names = layer.fields().names()
    mark = next((name for name in _OF_RESULTS if name in names), "")
    if mark:
        raise LocationError(
            "{label}: layer “{layer}” is a table of results (it has the field {field}), not the register. Choose the "
            "layer of the factories themselves.",
            label=called,
            layer=layer.name(),
            field=mark,
        )


def check_register(layer: QgsVectorLayer, called: str) -> None:
    """Raise `LocationError` where a layer lacks what new factories need; see `check_no_result` for the parameters."""
    from .schema import load_schema

    check_no_result(layer, called)
    names = layer.fields().names()
    absent = [one.name for one in load_schema().fields if one.required and one.name not in names]
    if absent:
        raise LocationError(
            "{label}: layer “{layer}” has no field {absent}, so it is no register. It has: {fields}.",
            label=called,
            layer=layer.name(),
            absent=", ".join(absent),
            fields=", ".join(names),
        )


def check_not_edited(register: QgsVectorLayer | str | Path, place: Place, edited: Iterable[Edited]) -> None:
    """Raise `LocationError` where one of the layers in edit mode is of the register, or it is marked read-only."""
    layer = register if isinstance(register, QgsVectorLayer) else None
    names = [one.name for one in edited if _is_of(one, place, layer)]
    if layer is not None and layer.isEditable():
        names.append(layer.name())
    if names:
        raise LocationError(
            "Layer “{layer}” of the register is being edited. Save or discard its edits and end editing first.",
            layer=names[0],
        )
    if layer is not None and layer.readOnly():
        raise LocationError(
            "Layer “{layer}” is set to read-only in the project (Project → Properties → Data Sources). "
            "Take that away first, if the register is yours to change.",
            layer=layer.name(),
        )


def _is_of(edited: Edited, place: Place, register: QgsVectorLayer | None) -> bool:
    if place.path and layer_edited(place.path, [edited]) is not None:
        return True
    same = register is not None and edited.provider == "postgres"
    return same and is_table_of(f"postgres:{edited.source}", register)


def literal(text: str) -> str:
    """Return a text as an SQL literal."""
    return "'" + text.replace("'", "''") + "'"


def asked(call: Callable[..., Any], *arguments: Any) -> Any:
    """Call GDAL; newer QGIS lets it raise what it otherwise returns as a number."""
    try:
        return call(*arguments)
    except RuntimeError as error:
        raise Failed(str(error)) from error


def done(code: int | None) -> None:
    """Raise what GDAL complained of, where a call returned other than 0."""
    from osgeo import gdal

    if code:
        raise Failed(gdal.GetLastErrorMsg() or str(code))


class RegisterTable:
    """The open table of a register.

    Attributes
    ----------
    place : Place
    dataset : gdal.Dataset
    layer : ogr.Layer
    fields : dict of str to str
        Kind of each field: one of `fields.KINDS`, or ``time``, ``binary``, ``list``.
    bounds : dict of str to (int, int)
        The least and the largest number of the fields of whole numbers that do not hold all of 64 bits.
    single : frozenset of str
        Fields of numbers of single precision.
    """

    def __init__(self, place: Place, dataset: gdal.Dataset) -> None:
        from osgeo import ogr

        self.place = place
        self._new = ogr.Feature
        self.dataset = dataset
        self.layer = self._find(place.table, place.schema) if place.table else asked(dataset.GetLayer, 0)
        if self.layer is None:
            raise LocationError("The register “{register}” has no such table.", register=place.called)
        self._row = definition = self.layer.GetLayerDefn()
        self._definitions = [definition.GetFieldDefn(i) for i in range(definition.GetFieldCount())]
        self.fields = {d.GetName(): _kind(d) for d in self._definitions}
        self.places = {d.GetName(): i for i, d in enumerate(self._definitions)}
        self.bounds = {d.GetName(): limits for d in self._definitions if (limits := _bounds(d)) is not None}
        self.single = frozenset(d.GetName() for d in self._definitions if d.GetSubType() == ogr.OFSTFloat32)
        if ID_FIELD not in self.fields:
            raise LocationError(
                "The register “{register}” has no field “{field}”. It has: {fields}.",
                register=place.called,
                field=ID_FIELD,
                fields=", ".join(self.fields),
            )
        if not self.layer.GetFIDColumn():
            raise LocationError(
                "The register “{register}” has no primary key of whole numbers, so that its rows cannot be told "
                "apart. It is a view, or a table without such a key: give the table, or add one.",
                register=place.called,
            )

    def close(self) -> None:
        """Close the file, which GDAL does when nobody holds the data set any more.

        Newer GDAL wants to make triggers of a log that was taken back even then, and must not raise for want of it.
        """
        from osgeo import gdal

        manager = getattr(gdal, "ExceptionMgr", None)
        self.layer = None
        with nullcontext() if manager is None else manager(useExceptions=False):
            self.dataset = None

    @property
    def name(self) -> str:
        """The table's own name, as the file or database writes it."""
        return self.place.table if self.place.schema else str(self.layer.GetName())

    @property
    def key(self) -> str:
        """The column of the primary key."""
        return str(self.layer.GetFIDColumn())

    @property
    def crs(self) -> str:
        """The CRS of the geometries as PROJ reads it, empty where there is none."""
        reference = self.layer.GetSpatialRef()
        if reference is None:
            return ""
        code = reference.GetAuthorityCode(None)
        return f"{reference.GetAuthorityName(None)}:{code}" if code else str(reference.ExportToWkt())

    @property
    def geometry_type(self) -> int:
        """The OGR type of the geometries."""
        return int(self.layer.GetGeomType())

    def full_name(self, table: str) -> str:
        """Return a table of the same file or schema as an SQL identifier."""
        return f"{quoted(self.place.schema)}.{quoted(table)}" if self.place.schema else quoted(table)

    def find(self, table: str) -> ogr.Layer | None:
        """Return a table beside the register, None where there is none."""
        return self._find(table, self.place.schema)

    def _find(self, table: str, schema: str) -> ogr.Layer | None:
        # Newer GDAL raises where there is no layer of a name.
        names = [f"{schema}.{table}", table] if schema and schema != "public" else [table]
        for name in names:
            try:
                layer = self.dataset.GetLayerByName(name)
            except RuntimeError:
                layer = None
            if layer is not None:
                return layer
        return None

    def query(self, *words: str) -> Iterator[Any]:
        """Yield the features that a statement selects."""
        result = self.run(*words)
        if result is None:
            return
        try:
            yield from result
        finally:
            self.dataset.ReleaseResultSet(result)

    def run(self, *words: str) -> Any:
        """Run a statement and return its result set, which is for the caller to release."""
        from osgeo import gdal

        gdal.ErrorReset()
        result = asked(self.dataset.ExecuteSQL, " ".join(words))
        if gdal.GetLastErrorType() >= gdal.CE_Failure:
            raise Failed(gdal.GetLastErrorMsg())
        return result

    def rows_by_id(self) -> dict[str, list[int]]:
        """Return the keys of the rows that have each factory id, blanks around it set aside."""
        words = ("SELECT", quoted(self.key), "AS row_key,", quoted(ID_FIELD), "AS row_id FROM")
        found: dict[str, list[int]] = {}
        for feature in self.query(*words, self.full_name(self.name)):
            if feature.IsFieldSetAndNotNull("row_id"):
                # A key called fid is GDAL's own in the result, whatever it is called there.
                key = feature.GetFID() if feature.GetFieldIndex("row_key") < 0 else feature.GetField("row_key")
                found.setdefault(feature.GetFieldAsString("row_id").strip(), []).append(int(key))
        return found

    def new_row(self) -> ogr.Feature:
        """Return a row in which nothing is set."""
        return self._new(self._row)

    def feature(self, key: int) -> ogr.Feature:
        """Return the row of a key."""
        feature = asked(self.layer.GetFeature, key)
        if feature is None:
            raise Failed(f"{self.key} = {key}")
        return feature

    def values(self, feature: ogr.Feature) -> dict[str, Any]:
        """Return the values of a row by field, as plain Python values."""
        is_set = feature.IsFieldSetAndNotNull
        kinds = enumerate(self.fields.items())
        return {name: _read_set(feature, i, kind) if is_set(i) else None for i, (name, kind) in kinds}

    def put(self, feature: ogr.Feature, name: str, value: Any) -> None:
        """Set one value of a row."""
        _put(feature, self.places[name], value)

    def fitting(self, name: str, value: Any, factory: str) -> Any:
        """Return a value as the plain Python value of a field's kind.

        Raises
        ------
        LocationError
            If there is no such field, or the value is none of its kind.
        """
        if name not in self.fields:
            raise LocationError(
                "The register “{register}” has no field “{field}” for factory {factory}. It has: {fields}.",
                register=self.place.called,
                field=name,
                factory=factory,
                fields=", ".join(self.fields),
            )
        kind = self.fields[name]
        try:
            fitted = fit(value, kind)
            if fitted is not None and name in self.bounds:
                low, high = self.bounds[name]
                kind = f"{kind}, {low} … {high}"
                if not low <= fitted <= high:
                    raise OverflowError(value)
            # SQLite keeps no zero below zero.
            return fitted + 0.0 if kind == "real" and fitted == 0 and self.place.kind == GEOPACKAGE else fitted
        except (ValueError, TypeError, OverflowError, UnicodeEncodeError) as error:
            raise LocationError(
                "Factory {factory}: “{value}” does not fit field “{field}”, which holds: {kind}.",
                factory=factory,
                value=value,
                field=name,
                kind=kind,
            ) from error


@contextmanager
def opened(place: Place, *, write: bool) -> Iterator[RegisterTable]:
    """Open the table of a register; to write, in one transaction that ends with the context: all of it, or nothing.

    Raises
    ------
    LocationError
        If it cannot be opened, is locked by another program, or takes a change no more.
    """
    from osgeo import gdal

    if write and place.path and not os.access(place.path, os.W_OK):
        raise LocationError(
            "“{path}” may not be written to. Ask for the right to change it, or work on a copy.", path=place.path
        )
    gdal.PushErrorHandler("CPLQuietErrorHandler")  # what fails is raised
    table = None
    try:
        table = RegisterTable(place, _dataset(place, write=write))
        if write:
            with _transaction(table):
                yield table
            _settle(table)
        else:
            yield table
    except Failed as error:
        raise _refused(place, str(error)) from error
    finally:
        if table is not None:
            table.close()
        gdal.PopErrorHandler()


def _dataset(place: Place, *, write: bool) -> gdal.Dataset:
    from osgeo import gdal

    gdal.ErrorReset()
    mode = gdal.OF_UPDATE if write else gdal.OF_READONLY
    dataset = asked(gdal.OpenEx, place.address, gdal.OF_VECTOR | mode, [place.kind])
    if dataset is None:
        raise Failed(gdal.GetLastErrorMsg())
    return dataset


@contextmanager
def _transaction(table: RegisterTable) -> Iterator[None]:
    done(asked(table.dataset.StartTransaction))
    try:
        _lock(table)
        yield
        done(asked(table.dataset.CommitTransaction))
    except BaseException:
        with suppress(RuntimeError):  # where the commit itself has failed, it has taken everything back
            table.dataset.RollbackTransaction()
        raise


def _lock(table: RegisterTable) -> None:
    """Take the right to write before anything is read, so that nobody changes a row between its look and its change."""
    if table.place.kind == GEOPACKAGE:
        # Any statement that writes takes it, also one that finds nothing to write.
        table.run("UPDATE gpkg_contents SET last_change = last_change WHERE table_name IS NULL")
        return
    table.run(f"SET LOCAL lock_timeout = '{_SECONDS_TO_WAIT}s'")
    table.run("LOCK TABLE", table.full_name(table.name), "IN SHARE ROW EXCLUSIVE MODE")


def _settle(table: RegisterTable) -> None:
    """Bring what is committed from the log beside a GeoPackage into the file itself, as far as nobody reads it."""
    if table.place.kind == GEOPACKAGE and os.path.exists(f"{table.place.path}-wal"):
        try:
            result = table.run("PRAGMA wal_checkpoint(PASSIVE)")
        except Failed:  # it is committed all the same; whoever closes the file last does this
            return
        if result is not None:
            table.dataset.ReleaseResultSet(result)


def _refused(place: Place, why: str) -> LocationError:
    if any(word in why.lower() for word in ("locked", "busy", "lock timeout")):
        return LocationError(
            "The register “{register}” is locked: another program is writing to it. Save or close it there and try "
            "again. Nothing was changed.",
            register=place.called,
        )
    if "readonly" in why.lower() or "permission denied" in why.lower():
        return LocationError(
            "The register “{register}” may not be written to ({why}). Nothing was changed.",
            register=place.called,
            why=why,
        )
    return LocationError(
        "The register “{register}” cannot be used: {why}. Nothing was changed.", register=place.called, why=why
    )


def _bounds(definition: ogr.FieldDefn) -> tuple[int, int] | None:
    from osgeo import ogr

    if definition.GetType() != ogr.OFTInteger or definition.GetSubType() == ogr.OFSTBoolean:
        return None
    bits = 15 if definition.GetSubType() == ogr.OFSTInt16 else 31
    return -(2**bits), 2**bits - 1


def _kind(definition: ogr.FieldDefn) -> str:
    from osgeo import ogr

    kind = definition.GetType()
    if kind == ogr.OFTInteger and definition.GetSubType() == ogr.OFSTBoolean:
        return "boolean"
    return {
        ogr.OFTString: "text",
        ogr.OFTInteger: "integer",
        ogr.OFTInteger64: "integer",
        ogr.OFTReal: "real",
        ogr.OFTDate: "date",
        ogr.OFTDateTime: "datetime",
        ogr.OFTTime: "time",
        ogr.OFTBinary: "binary",
    }.get(kind, "list")


def read_value(feature: ogr.Feature, place: int, kind: str) -> Any:
    """Return a field of a row as a plain Python value, None where it is empty."""
    return _read_set(feature, place, kind) if feature.IsFieldSetAndNotNull(place) else None


def _read_set(feature: ogr.Feature, place: int, kind: str) -> Any:
    try:
        return _read_kind(feature, place, kind)
    except ValueError:  # a day that no calendar has, such as 30 February
        return None


def _read_kind(feature: ogr.Feature, place: int, kind: str) -> Any:
    if kind in ("text", "list"):
        return _clean(feature.GetFieldAsString(place))
    if kind == "integer":
        return feature.GetFieldAsInteger64(place)
    if kind == "real":
        return feature.GetFieldAsDouble(place)
    if kind == "boolean":
        return bool(feature.GetFieldAsInteger(place))
    if kind == "binary":
        return bytes(feature.GetFieldAsBinary(place))
    year, month, day, hour, minute, second, zone = feature.GetFieldAsDateTime(place)
    if kind == "date":
        return date(year, month, day)
    milliseconds = round(second * 1000)
    seconds, milliseconds = divmod(min(milliseconds, 59_999), 1000)
    if kind == "time":
        return time(hour, minute, seconds, milliseconds * 1000)
    moment = datetime(year, month, day, hour, minute, seconds, milliseconds * 1000)
    return moment if zone <= 1 else moment.replace(tzinfo=timezone((zone - _UTC) * _QUARTER))


def _clean(text: str | bytes) -> str:
    """Return a text in which what is no Unicode is shown as `UNREADABLE`."""
    if isinstance(text, bytes):
        return text.decode("utf-8", "replace")
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return text.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    return text


def _put(feature: ogr.Feature, place: int, value: Any) -> None:
    if value is None:
        feature.SetFieldNull(place)
    elif isinstance(value, bool):
        feature.SetField(place, int(value))
    elif isinstance(value, datetime):
        offset = value.utcoffset()
        zone = _NO_ZONE if offset is None else _UTC + round(offset / _QUARTER)
        second = value.second + value.microsecond / 1e6
        feature.SetField(place, value.year, value.month, value.day, value.hour, value.minute, second, zone)
    elif isinstance(value, date):
        feature.SetField(place, value.year, value.month, value.day, 0, 0, 0.0, _NO_ZONE)
    elif isinstance(value, time):
        feature.SetField(place, 0, 0, 0, value.hour, value.minute, value.second + value.microsecond / 1e6, _NO_ZONE)
    elif isinstance(value, bytes):
        feature.SetFieldBinaryFromHexString(place, value.hex())
    else:
        feature.SetField(place, value)


def fit(value: Any, kind: str) -> Any:
    """Return a value as the plain Python value of a kind; raise `ValueError` or `TypeError` where it is none."""
    value = value.item() if hasattr(value, "item") and not isinstance(value, (str, bytes)) else value  # NumPy's own
    if value is None or value != value:  # not a number, not a time
        return None
    if isinstance(value, str) and kind != "text":
        return from_text(value, kind)
    if kind == "text":
        text = value if isinstance(value, str) else as_text(value) or ""
        if "\0" in text:
            raise ValueError(text)
        text.encode("utf-8")
        return text
    if kind == "integer" and (isinstance(value, int) or float(value).is_integer()):
        number = int(value)
        if abs(number) >= 2**63:
            raise ValueError(value)
        return number
    if kind == "real":
        return float(value)
    if kind == "boolean" and value in (0, 1):
        return bool(value)
    if kind == "date" and isinstance(value, date):
        return value.date() if isinstance(value, datetime) else value
    if kind == "datetime" and isinstance(value, datetime):
        moment = value.to_pydatetime() if hasattr(value, "to_pydatetime") else value
        return moment.replace(microsecond=moment.microsecond // 1000 * 1000)
    if (kind == "time" and isinstance(value, time)) or (kind == "binary" and isinstance(value, bytes)):
        return value
    raise ValueError(value)


def id_text(value: Any) -> str:
    """Return a factory id as text, as a register says it that keeps ids as numbers: 5 also where another says 5.0."""
    if value is None or value != value:
        return ""
    whole = isinstance(value, float) and value.is_integer()
    return str(int(value) if whole else value).strip()


def as_text(value: Any) -> str | None:
    """Return a value as it is recorded: text from which `from_text` makes the same value."""
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return repr(value)
    if isinstance(value, datetime):  # of one moment one text, whatever zone a database speaks in
        return (value.astimezone(timezone.utc) if value.tzinfo else value).isoformat()
    if isinstance(value, (date, time)):
        return value.isoformat()
    return value.hex() if isinstance(value, bytes) else str(value)


_READERS: Mapping[str, Callable[[str], Any]] = {
    "text": str,
    "integer": int,
    "real": float,
    "date": date.fromisoformat,
    "datetime": lambda text: datetime.fromisoformat(text.replace("Z", "+00:00")),
    "time": time.fromisoformat,
    "binary": bytes.fromhex,
    "boolean": lambda text: {"true": True, "false": False, "1": True, "0": False}[text.lower()],
}


def from_text(text: str | None, kind: str) -> Any:
    """Return the value that `as_text` recorded; raise `ValueError` where the text is none of the kind."""
    if text is None:
        return None
    try:
        return _READERS[kind](text)
    except KeyError as error:
        raise ValueError(text) from error


def wkt_of(geometry: ogr.Geometry | None) -> str | None:
    """Return a geometry as WKT in which every number has all its digits.

    Raises
    ------
    LocationError
        If the geometry is of a kind of which WKT does not tell everything.
    """
    if geometry is None:
        return None
    kind = geometry.GetGeometryType()
    if kind == _POINT and not geometry.IsEmpty():  # nearly all there are
        return f"POINT ({geometry.GetX()!r} {geometry.GetY()!r})"
    text = _wkt(geometry)
    name = geometry.GetGeometryName()
    if name != "POINT":
        again = geometry_of(text)
        if again is None or bytes(again.ExportToIsoWkb()) != bytes(geometry.ExportToIsoWkb()):
            raise LocationError(
                "A geometry of the kind {kind} cannot be recorded exactly, so that its change could not be undone.",
                kind=name,
            )
    return text


def _wkt(geometry: ogr.Geometry) -> str:
    name = geometry.GetGeometryName()
    space = ("Z" if geometry.Is3D() else "") + ("M" if geometry.IsMeasured() else "")
    head = f"{name} {space}".strip()
    body = _body(geometry, space)
    return f"{head} EMPTY" if geometry.IsEmpty() else f"{head} {body}"


def _body(geometry: ogr.Geometry, space: str) -> str:
    parts = geometry.GetGeometryCount()
    if parts:
        bare = geometry.GetGeometryName() in _OF_ONE_KIND
        inner = [geometry.GetGeometryRef(i) for i in range(parts)]
        return "(" + ", ".join(_body(part, space) if bare else _wkt(part) for part in inner) + ")"
    axes = [geometry.GetX, geometry.GetY, *([geometry.GetZ] if "Z" in space else [])]
    axes += [geometry.GetM] if "M" in space else []
    points = (" ".join(repr(axis(i)) for axis in axes) for i in range(geometry.GetPointCount()))
    return "(" + ", ".join(points) + ")"


def geometry_of(text: str | None) -> ogr.Geometry | None:
    """Return the geometry that `wkt_of` recorded."""
    from osgeo import ogr

    if text is None:
        return None
    if not (text.startswith("POINT") and _NOT_FINITE.search(text)):
        return ogr.CreateGeometryFromWkt(text)
    head, _, numbers = text.partition("(")  # GDAL writes such numbers, and does not read them
    values = [float(number) for number in numbers.rstrip(")").split()]
    space = head.replace("POINT", "").strip()
    kind = ogr.GT_SetModifier(ogr.wkbPoint, int("Z" in space), int("M" in space))
    point = ogr.Geometry(kind)
    point.SetPoint_2D(0, *values[:2]) if not space else {
        "Z": point.SetPoint,
        "M": point.SetPointM,
        "ZM": point.SetPointZM,
    }[space](0, *values)
    return point


def point_at(x: float, y: float) -> ogr.Geometry:
    """Return a point in the plane as GDAL's geometry."""
    from osgeo import ogr

    point = ogr.Geometry(_POINT)
    point.SetPoint_2D(0, x, y)
    return point


def ogr_geometry(shape: Any) -> ogr.Geometry | None:
    """Return a shapely geometry as GDAL's."""
    import shapely
    from osgeo import ogr

    return None if shape is None else ogr.CreateGeometryFromWkb(shapely.to_wkb(shape, flavor="iso"))


def shapely_geometry(geometry: ogr.Geometry | None) -> Any:
    """Return GDAL's geometry as shapely's; measures are left out."""
    import shapely

    if geometry is None:
        return None
    if geometry.GetGeometryType() == _POINT and not geometry.IsEmpty():
        return shapely.Point(geometry.GetX(), geometry.GetY())
    return shapely.from_wkb(bytes(geometry.ExportToIsoWkb()), on_invalid="ignore")


def is_placed(geometry: ogr.Geometry | None) -> bool:
    """Return whether a geometry has a place: it is there, not empty, and its coordinates are numbers."""
    return (
        geometry is not None and not geometry.IsEmpty() and all(math.isfinite(side) for side in geometry.GetEnvelope())
    )

"""Writing GeoPackages: whole or not at all, fast, with styles inside.

GDAL makes the file and its tables; the rows go in through SQLite in one transaction, which is several times faster
than feature by feature. The file is built beside its destination and moved there when it is complete.
"""

from __future__ import annotations

import itertools
import os
import sqlite3
import struct
import uuid
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from datetime import date, datetime, timezone
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..analysis.errors import LocationError
from .apart import connect
from .spatial_index import fill_index
from .sqlite_rows import insert_rows, quoted

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd
    from qgis.core import QgsCoordinateReferenceSystem

GEOMETRY = "geom"
_FID = "fid"
# Version 1.3 opens without warnings in the GDAL of every QGIS from 3.22 on.
_VERSION = "1.3"
_BATCH = 20_000
# Tables that SQLite and GDAL keep for themselves in every file.
_HOUSEKEEPING = ("gpkg_", "sqlite_", "rtree_", "ogr_empty_table")
_MISSING = float("nan")

Tick = Callable[[float], None]


@dataclass(frozen=True)
class Table:
    """One table to write.

    Attributes
    ----------
    name : str
    columns : sequence of (name, kind)
        Kinds as in `fields.KINDS`.
    values : pandas.DataFrame
        One column per entry of `columns`, same names, n rows.
    geometries : (n,) object array of shapely geometries, n WKB byte strings, or None for a table without geometry
    geometry_type : str
        ``Point``, ``LineString``, ``MultiPolygon``, ... with ``Z`` or ``M`` appended where it has them.
    crs : QgsCoordinateReferenceSystem or None
    description : str
        What the layer is; kept in the file, shown by QGIS as the layer's abstract.
    style : Path or None
        QML that QGIS applies when it opens the table.
    pieces : callable or None
        For a table too long to be held, instead of `values` and `geometries`: yields frames of its rows and their
        geometries, None where the table has none.
    rows : int
        How many rows the pieces have together.
    """

    name: str
    columns: Sequence[tuple[str, str]]
    values: pd.DataFrame | None = None
    geometries: Any = None
    geometry_type: str = "None"
    crs: QgsCoordinateReferenceSystem | None = None
    description: str = ""
    style: Path | None = None
    pieces: Callable[[], Iterator[tuple[pd.DataFrame, Any]]] | None = None
    rows: int = 0

    @property
    def spatial(self) -> bool:
        """Whether it has geometries."""
        return self.geometry_type != "None"


def check_destination(destination: str | Path) -> None:
    """Raise `LocationError` where no file can be written: a folder, a missing folder, a device or a pipe."""
    destination = Path(destination)
    try:
        destination.stat()
    except (FileNotFoundError, NotADirectoryError):
        pass
    except OSError as error:
        raise unwritable(destination, error) from error
    if destination.is_dir():
        raise LocationError("“{path}” is a folder. Give the output a file name.", path=destination)
    if not destination.parent.is_dir():
        raise LocationError("The folder of “{path}” does not exist. Create it or choose another.", path=destination)
    if destination.exists() and not destination.is_file():  # an administrator's rename would replace /dev/null
        raise LocationError("“{path}” is not a regular file. Give the output another name.", path=destination)
    log = destination.with_name(f"{destination.name}-wal")
    if log.exists() and log.stat().st_size:  # SQLite would take it for a part of the new file
        raise LocationError(
            "“{path}” is open for editing in another program (there is a “{log}”). "
            "Save and close it there, or choose another name.",
            path=destination,
            log=log.name,
        )


def tables_in(path: str | Path) -> list[str]:
    """Return the tables of a GeoPackage that hold somebody's content; none where it is no GeoPackage, or not there."""
    path = Path(path)
    if not path.is_file():
        return []
    query = "SELECT name FROM sqlite_master WHERE type IN ('table', 'view') ORDER BY rowid"
    try:
        with closing(connect(path)) as connection:
            names = [name for (name,) in connection.execute(query)]
    except sqlite3.Error:
        return []
    if "gpkg_contents" not in names:
        return []
    return [name for name in names if name != "layer_styles" and not name.lower().startswith(_HOUSEKEEPING)]


@contextmanager
def whole_file(destination: str | Path) -> Iterator[Path]:
    """Give a path beside `destination` to write to, and move it there if nothing went wrong.

    Raises
    ------
    LocationError
        If the folder is missing or cannot be written to, or the destination cannot be replaced.
    """
    destination = Path(destination)
    check_destination(destination)
    partial = destination.with_name(f".{destination.stem}-{uuid.uuid4().hex[:8]}{destination.suffix}")
    try:
        with partial.open("wb"):
            pass
        yield partial
        os.replace(partial, destination)
        # SQLite would apply the log of the file that was replaced to the new one.
        _remove_companions(destination)
    except (OSError, sqlite3.Error) as error:
        raise unwritable(destination, error) from error
    finally:
        with suppress(FileNotFoundError):
            partial.unlink()
        _remove_companions(partial)


def _remove_companions(path: Path) -> None:
    """Remove the logs that SQLite keeps beside a database."""
    for ending in ("-wal", "-shm", "-journal"):
        with suppress(FileNotFoundError):
            Path(f"{path}{ending}").unlink()


def unwritable(path: Path, error: Exception) -> LocationError:
    """Return the sentence about a file that cannot be written or replaced."""
    return LocationError(
        "“{path}” cannot be written: {why}. Close whatever has it open, or choose another place.",
        path=path,
        why=getattr(error, "strerror", None) or error,
    )


def table_name(path: Path) -> str:
    """Return a table name for a file: its own, without the signs and words that GDAL refuses at the beginning."""
    name = path.stem.lstrip("`~!@#$%^&*()+-={}|[]\\:\";'<>?,./ ")
    return f"t_{name}" if not name or name.lower().startswith(("gpkg", "sqlite_", "rtree_")) else name


def write_geopackage(
    destination: str | Path,
    tables: Sequence[Table],
    tick: Tick = lambda _: None,
    newer: Callable[[], Sequence[Table]] = tuple,
) -> None:
    """Write tables into a new GeoPackage that replaces `destination`.

    Parameters
    ----------
    destination : str or Path
    tables : sequence of Table
    tick : callable
        Progress between 0 and 1; raises to cancel, and then nothing is left behind.
    newer : callable
        Asked just before the file takes its place, until it returns nothing: the tables to replace, because what they
        were made from has changed since.

    Raises
    ------
    LocationError
        If the destination cannot be written.
    """
    with whole_file(destination) as path:
        path.unlink()
        _create(path, tables)
        for i, table in enumerate(tables):
            _fill(path, table, lambda share, i=i: tick((i + share) / len(tables)))
        _store_styles(path, tables)
        _settle(path)
        while changed := newer():
            _drop(path, changed)
            _create(path, changed)
            for table in changed:
                _fill(path, table, lambda _: None)
            _store_styles(path, changed)
            _settle(path)


def _drop(path: Path, tables: Sequence[Table]) -> None:
    """Take tables out of a file, with their styles."""
    from osgeo import gdal

    gdal.PushErrorHandler("CPLQuietErrorHandler")
    try:
        source = gdal.OpenEx(str(path), gdal.OF_VECTOR | gdal.OF_UPDATE)
        if source is None:
            raise OSError(gdal.GetLastErrorMsg())
        for table in tables:
            source.ExecuteSQL(" ".join(["DROP TABLE", quoted(table.name)]))
        del source
    except RuntimeError as error:  # newer QGIS lets GDAL raise
        raise OSError(str(error)) from error
    finally:
        gdal.PopErrorHandler()
    with closing(sqlite3.connect(path)) as connection, connection:
        if connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'layer_styles'").fetchone():
            names = [(table.name,) for table in tables]
            connection.executemany("DELETE FROM layer_styles WHERE f_table_name = ?", names)


def _create(path: Path, tables: Sequence[Table]) -> None:
    from osgeo import gdal, ogr

    gdal.PushErrorHandler("CPLQuietErrorHandler")  # what fails is raised below
    try:
        if path.exists():
            source = gdal.OpenEx(str(path), gdal.OF_VECTOR | gdal.OF_UPDATE)
        else:
            source = ogr.GetDriverByName("GPKG").CreateDataSource(str(path), options=[f"VERSION={_VERSION}"])
        if source is None:
            raise OSError(gdal.GetLastErrorMsg())
        for table in tables:
            _create_table(source, table)
        del source
    except RuntimeError as error:  # newer QGIS lets GDAL raise instead of returning nothing
        raise OSError(str(error)) from error
    finally:
        gdal.PopErrorHandler()


def _create_table(source: Any, table: Table) -> None:
    from osgeo import gdal, osr

    from ..frames import definition

    reference = None
    if table.crs is not None:
        reference = osr.SpatialReference()
        reference.SetFromUserInput(definition(table.crs))
    geometry = _geometry_column(table)
    options = [
        f"GEOMETRY_NAME={geometry}",
        f"FID={_FID}",
        "SPATIAL_INDEX=NO",
        f"DESCRIPTION={table.description}",
    ]
    layer = source.CreateLayer(table.name, reference, _ogr_geometry(table.geometry_type), options)
    if layer is None:
        raise OSError(gdal.GetLastErrorMsg())
    for name, kind in table.columns:
        if name != _FID and layer.CreateField(_ogr_field(name, kind)) != 0:
            raise OSError(gdal.GetLastErrorMsg())
    if layer.SyncToDisk() != 0:
        raise OSError(gdal.GetLastErrorMsg())
    if table.spatial:
        # On the empty table this only makes the tree and its triggers; GDAL needs the name in an SQL call.
        name = table.name.replace("'", "''")
        source.ExecuteSQL(" ".join(["SELECT", f"CreateSpatialIndex('{name}', '{geometry}')"]))


def _geometry_column(table: Table) -> str:
    """Return the name of the geometry column, not one that a field has."""
    taken = {name.lower() for name, _ in table.columns}
    names = itertools.chain([GEOMETRY], (f"{GEOMETRY}_{i}" for i in itertools.count(2)))
    return next(name for name in names if name not in taken)


def _ogr_geometry(name: str) -> int:
    from osgeo import ogr

    if name == "None":
        return ogr.wkbNone
    code = {
        "Point": 1,
        "LineString": 2,
        "Polygon": 3,
        "MultiPoint": 4,
        "MultiLineString": 5,
        "MultiPolygon": 6,
    }
    plain = name.rstrip("ZM")
    kind = code.get(plain, 0)
    if "Z" in name[len(plain) :]:
        kind = ogr.GT_SetZ(kind)
    return ogr.GT_SetM(kind) if "M" in name[len(plain) :] else kind


def _ogr_field(name: str, kind: str) -> Any:
    from osgeo import ogr

    kinds = {
        "text": ogr.OFTString,
        "integer": ogr.OFTInteger64,
        "real": ogr.OFTReal,
        "boolean": ogr.OFTInteger,
        "date": ogr.OFTDate,
        "datetime": ogr.OFTDateTime,
    }
    field = ogr.FieldDefn(name, kinds[kind])
    if kind == "boolean":
        field.SetSubType(ogr.OFSTBoolean)
    return field


def _fill(path: Path, table: Table, tick: Tick) -> None:
    """Insert all rows of a table, piece by piece: never more of it is held as plain Python values."""
    count = table.rows if table.values is None else len(table.values)
    with adding_rows(path, {table.name: table.columns}, lambda share: tick(0.9 + 0.1 * share)) as writers:
        writer = writers[table.name]
        for values, geometries in _pieces(table):
            ids = values[_FID] if _FID in values and values[_FID].notna().all() else None
            writer.add(values, geometries, ids)
            tick(0.9 * min(writer.count / max(count, 1), 1.0))
    tick(1.0)


def _pieces(table: Table) -> Iterator[tuple[pd.DataFrame, Any]]:
    """Yield the rows of a table and their geometries, a batch at a time."""
    wholes = iter([(table.values, table.geometries)]) if table.pieces is None else table.pieces()
    for values, geometries in wholes:
        for start in range(0, len(values), _BATCH):
            part = slice(start, start + _BATCH)
            yield values.iloc[part], None if geometries is None else geometries[part]


def _register_boxes(
    connection: sqlite3.Connection, table: str, column: str, ids: Any, boxes: np.ndarray, tick: Tick
) -> None:
    """Fill the spatial index and note the layer's extent; features without geometry are in neither."""
    import numpy as np

    placed = ~np.isnan(boxes[:, 0])
    if not placed.any():
        return
    fill_index(connection, f"rtree_{table}_{column}", np.asarray(ids)[placed], boxes[placed], tick)
    extent = (*boxes[placed, :2].min(axis=0).tolist(), *boxes[placed, 2:].max(axis=0).tolist())
    connection.execute(
        "UPDATE gpkg_contents SET min_x = ?, min_y = ?, max_x = ?, max_y = ? WHERE table_name = ?", (*extent, table)
    )


class RowWriter:
    """Puts rows into one new table of a GeoPackage, piece by piece; see `adding_rows`.

    Attributes
    ----------
    count : int
        Rows put in so far.
    """

    def __init__(self, connection: sqlite3.Connection, table: str, kinds: Sequence[tuple[str, str]]) -> None:
        self.count = 0
        self._connection, self._table, self._kinds = connection, table, kinds
        query = "SELECT column_name FROM gpkg_geometry_columns WHERE table_name = ?"
        found = connection.execute(query, (table,)).fetchone()
        self._column = found[0] if found else ""
        self._boxes: list[np.ndarray] = []
        self._ids: list[np.ndarray] = []
        self._triggers = _set_triggers_aside(connection, table)

    def add(self, values: pd.DataFrame, geometries: np.ndarray | None = None, ids: np.ndarray | None = None) -> None:
        """Put in rows, with their shapely geometries where the table has some; columns that are absent stay empty.

        Parameters
        ----------
        values : pandas.DataFrame
            n rows.
        geometries : (n,) object array or None
        ids : (n,) int array or None
            The feature number of each, in all calls or in none; without, they are counted from 1. Readers get the rows
            in the order of these numbers, however they were put in.
        """
        import numpy as np

        if not len(values):
            return
        ids = np.arange(self.count + 1, self.count + len(values) + 1) if ids is None else np.asarray(ids)
        columns: dict[str, list[Any]] = {_FID: ids.tolist()}
        for name, kind in self._kinds:
            if name == _FID:
                continue
            present = values[name].notna().to_numpy() if name in values else None
            if present is not None and present.any():
                columns[name] = _as_sqlite(values[name], present, kind)
        if self._column and geometries is not None:
            columns[self._column], boxes = _blobs(geometries, _srs_id(self._connection, self._table))
            self._boxes.append(boxes)
            self._ids.append(ids)
        insert_rows(self._connection, self._table, columns)
        self.count += len(values)

    def finish(self, tick: Tick = lambda _: None) -> None:
        """Do the work of the triggers that were set aside, and put them back."""
        import numpy as np

        if self._boxes:
            boxes, ids = np.concatenate(self._boxes), np.concatenate(self._ids)
            _register_boxes(self._connection, self._table, self._column, ids, boxes, tick)
        query = "UPDATE gpkg_ogr_contents SET feature_count = ? WHERE table_name = ?"
        self._connection.execute(query, (self.count, self._table))
        for sql in self._triggers:
            self._connection.execute(sql)


@contextmanager
def adding_rows(
    path: str | Path, kinds: dict[str, Sequence[tuple[str, str]]], tick: Tick = lambda _: None
) -> Iterator[dict[str, RowWriter]]:
    """Fill empty tables of a GeoPackage that nobody else has open, in one transaction, without holding their rows.

    Parameters
    ----------
    path : str or Path
    kinds : mapping of table to pairs of column and kind
        Kinds as in `fields.KINDS`.
    tick : callable
        Progress, between 0 and 1, of what is done at the end: the spatial index of each table.

    Yields
    ------
    dict of table to RowWriter
    """
    with closing(sqlite3.connect(path)) as connection, connection:
        # A crash loses only a partial file, so SQLite need not guard against one.
        connection.execute("PRAGMA journal_mode = OFF")
        connection.execute("PRAGMA synchronous = OFF")
        writers = {table: RowWriter(connection, table, columns) for table, columns in kinds.items()}
        yield writers
        for writer in writers.values():
            writer.finish(tick)


def _set_triggers_aside(connection: sqlite3.Connection, table: str) -> list[str]:
    found = connection.execute(
        "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = ?", (table,)
    ).fetchall()
    for name, _ in found:
        connection.execute(" ".join(["DROP TRIGGER", quoted(name)]))
    return [sql for _, sql in found]


def _srs_id(connection: sqlite3.Connection, table: str) -> int:
    query = "SELECT srs_id FROM gpkg_geometry_columns WHERE table_name = ?"
    return int(connection.execute(query, (table,)).fetchone()[0])


def _as_sqlite(column: Any, present: np.ndarray, kind: str) -> list[Any]:
    """Return a column as plain Python values, missing ones as NaN.

    SQLite stores NaN as NULL, and Python's sqlite3 hands a float over directly; None takes it as long as eight numbers.
    """
    values = column.to_numpy(dtype=object, na_value=_MISSING, copy=True)
    values[~present] = _MISSING
    convert: Callable[[Any], Any] | None = {"datetime": _utc_text, "date": date.isoformat, "boolean": int}.get(kind)
    if kind == "integer" and column.dtype == object:
        convert = int  # SQLite stores NumPy's own integers as bytes
    if convert is not None:
        known = lru_cache(maxsize=1000)(convert)  # the same day in every row
        values[present] = [known(value) for value in values[present]]
    return values.tolist()


def _utc_text(moment: datetime) -> str:
    """Return a moment as GeoPackage wants it; one without a zone is taken as it stands."""
    utc = moment.astimezone(timezone.utc) if moment.tzinfo else moment
    return utc.strftime("%Y-%m-%dT%H:%M:%S.") + f"{utc.microsecond // 1000:03d}Z"


def _blobs(geometries: Any, srs_id: int) -> tuple[list[bytes | None], np.ndarray]:
    """Return GeoPackage geometry blobs, and each geometry's bounds: NaN where there is none."""
    import numpy as np
    import shapely

    stored = not isinstance(geometries, np.ndarray)
    shapes = shapely.from_wkb(np.array(geometries, dtype=object), on_invalid="ignore") if stored else geometries
    wkb: Iterable[bytes | None] = geometries if stored else _wkb(geometries)
    header = b"GP\x00" + struct.pack("<Bi", 1, srs_id)
    empty_header = b"GP\x00" + struct.pack("<Bi", 1 | 0b10000, srs_id)
    empties = shapely.is_empty(shapes)
    blobs = [None if w is None else (empty_header if e else header) + w for w, e in zip(wkb, empties.tolist())]
    return blobs, shapely.bounds(shapes)


_POINT = [("order", "u1"), ("type", "<u4"), ("x", "<f8"), ("y", "<f8")]


def _wkb(geometries: np.ndarray) -> Iterable[bytes | None]:
    import numpy as np
    import shapely

    if len(geometries) and (shapely.get_type_id(geometries) == 0).all() and not shapely.is_empty(geometries).any():
        records = np.empty(len(geometries), dtype=_POINT)
        records["order"], records["type"] = 1, 1
        records["x"], records["y"] = shapely.get_x(geometries), shapely.get_y(geometries)
        return records.view("V21").tolist()
    return shapely.to_wkb(geometries)


def _store_styles(path: Path, tables: Sequence[Table]) -> None:
    for table in tables:
        if table.style is not None:
            _store_style(path, table)


def _store_style(path: Path, table: Table) -> None:
    from qgis.core import QgsVectorLayer

    from ..titles import translate_titles

    layer = QgsVectorLayer(f"{path}|layername={table.name}", table.name, "ogr")
    layer.loadNamedStyle(str(table.style))
    translate_titles(layer)
    why = layer.saveStyleToDatabase(table.name, "", True, "")
    del layer
    if why:
        raise OSError(why)


def _settle(path: Path) -> None:
    """Leave one plain file: QGIS opens a GeoPackage with a write-ahead log, which every reader would make again."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA journal_mode = DELETE")

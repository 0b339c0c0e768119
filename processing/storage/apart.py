"""GeoPackages read apart from QGIS: in a thread, beside a window that may have the same file open.

A layer of a file must not be opened there, nor let go of. QGIS locks its list of open files and the file itself in
either order: a thread and the window that do it with the same file at the same moment wait for each other for ever
(QGIS 3.22 and 3.44: within seconds, where both do it again and again).
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .sqlite_rows import quoted

if TYPE_CHECKING:
    from qgis.core import QgsCoordinateReferenceSystem

# Authorities whose numbers mean something else on each computer.
_OF_A_PERSON = ("USER", "CUSTOM", "INTERNAL", "QGIS")
_HEAD = 8
# Bytes of the box that stands before a geometry, by the number in its head that tells the kind of box.
_BOXES = (0, 32, 48, 48, 64)


def connect(path: str | Path) -> sqlite3.Connection:
    """Open a file for reading only; `contextlib.closing` closes it."""
    address = Path(path).resolve().as_uri()
    connection = sqlite3.connect(f"{address}?mode=ro", uri=True)
    try:
        connection.execute("SELECT 1 FROM sqlite_master").fetchone()
    except sqlite3.OperationalError as error:
        if "locked" not in str(error):  # with a write-ahead log, in a folder that refuses what SQLite writes beside it
            connection.close()
            return sqlite3.connect(f"{address}?immutable=1", uri=True)
    except sqlite3.DatabaseError:
        pass  # no database: whoever reads is told
    return connection


def columns_in(path: str | Path, table: str) -> list[str]:
    """Return the columns of a table; none where there is no such table, or the file is no database."""
    try:
        with closing(connect(path)) as connection:
            return [name for (name,) in connection.execute("SELECT name FROM pragma_table_info(?)", (table,))]
    except sqlite3.DatabaseError:
        return []


def rows_in(path: str | Path, table: str) -> list[dict[str, Any]]:
    """Return the rows of a small table, by column, in the order of its key; none where there is no such table."""
    if not columns_in(path, table):
        return []
    with closing(connect(path)) as connection:
        connection.row_factory = sqlite3.Row
        rows = connection.execute(" ".join(["SELECT * FROM", quoted(table), "ORDER BY 1"]))
        return [dict(row) for row in rows]


def crs_of(path: str | Path, table: str) -> QgsCoordinateReferenceSystem:
    """Return the CRS of a table with places; an invalid one where the file names none.

    Raises
    ------
    sqlite3.DatabaseError
        If the file cannot be read.
    """
    from qgis.core import QgsCoordinateReferenceSystem  # region-wide runs write GeoPackages where there is no QGIS

    query = """
        SELECT organization, organization_coordsys_id, definition FROM gpkg_geometry_columns
        JOIN gpkg_spatial_ref_sys USING (srs_id) WHERE lower(table_name) = lower(?)
    """
    with closing(connect(path)) as connection:
        found = connection.execute(query, (table,)).fetchone()
    if found is None:
        return QgsCoordinateReferenceSystem()
    authority, code, definition = found
    named = QgsCoordinateReferenceSystem()
    if str(authority).upper() not in _OF_A_PERSON:
        named = QgsCoordinateReferenceSystem(f"{authority}:{code}")
    return named if named.isValid() else QgsCoordinateReferenceSystem.fromWkt(definition or "")


def wkb_of(blob: bytes | None) -> bytes | None:
    """Return a geometry as well-known binary, without the head that a GeoPackage puts before it."""
    return None if blob is None else blob[_HEAD + _BOXES[(blob[3] >> 1) & 7] :]

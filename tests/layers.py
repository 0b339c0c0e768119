"""Tiny layers from WKT, for tests whose answers are computed by hand.

Test modules write ``from factory_locations.tests import layers``: conftest has loaded the root as that package.
Everything stands around `X0`, `Y0` in EPSG:32648, a place between Phnom Penh and the sea.
"""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterable, Sequence
from contextlib import closing
from pathlib import Path
from urllib.parse import quote

X0, Y0 = 500_000.0, 1_250_000.0  # on the central meridian: planar metres are 0.9996 of geodesic ones
CRS = "EPSG:32648"

FACTORY_FIELDS = (
    ("factory_id", "text"),
    ("name_en", "text"),
    ("isic", "text"),
    ("loc_accuracy_m", "real"),
    ("province_code", "text"),
    ("park_id", "text"),
)
ZONE_FIELDS = (("zone_id", "text"), ("zone_code", "text"), ("zone_name", "text"), ("vintage", "integer"))
PARK_FIELDS = (("park_id", "text"), ("name_en", "text"), ("vintage", "integer"))


def box(x: float, y: float, width: float, height: float | None = None, origin: tuple[float, float] = (X0, Y0)) -> str:
    """Return a rectangle whose lower left corner is at (x, y) from the origin, as WKT."""
    left, bottom = origin[0] + x, origin[1] + y
    right, top = left + width, bottom + (width if height is None else height)
    return (
        f"POLYGON (({left!r} {bottom!r}, {right!r} {bottom!r}, {right!r} {top!r}, {left!r} {top!r}, "
        f"{left!r} {bottom!r}))"
    )


def point(x: float, y: float, origin: tuple[float, float] = (X0, Y0)) -> str:
    """Return a point at (x, y) from the origin, as WKT."""
    return f"POINT ({origin[0] + x!r} {origin[1] + y!r})"


def layer(
    geometry_type: str,
    fields: Sequence[tuple[str, str]],
    rows: Iterable[tuple],
    crs: str = CRS,
    name: str = "layer",
):
    """Return a memory layer; each row is (WKT or QgsGeometry or None, value, value, ...)."""
    from factory_locations.processing.fields import make_field
    from qgis.core import QgsCoordinateReferenceSystem, QgsFeature, QgsGeometry, QgsVectorLayer

    made = QgsVectorLayer(geometry_type, name, "memory")
    made.setCrs(QgsCoordinateReferenceSystem(crs) if crs else QgsCoordinateReferenceSystem())
    made.dataProvider().addAttributes([make_field(*field) for field in fields])
    made.updateFields()
    features = []
    for shape, *values in rows:
        feature = QgsFeature(made.fields())
        feature.setAttributes(values)
        if shape is not None:
            geometry = QgsGeometry.fromWkt(shape) if isinstance(shape, str) else shape
            feature.setGeometry(geometry)
        features.append(feature)
    added, _ = made.dataProvider().addFeatures(features)
    if not added:
        raise ValueError(f"the rows do not fit a layer of {geometry_type}")
    made.updateExtents()
    return made


def factories(rows: Iterable[tuple], crs: str = CRS, name: str = "factories", geometry_type: str = "Point"):
    """Return factories from rows of (WKT, id, name, isic, accuracy, province, park), the last ones optional."""
    full = [(*row, *[None] * (1 + len(FACTORY_FIELDS) - len(row))) for row in rows]
    return layer(geometry_type, FACTORY_FIELDS, full, crs, name)


def zoning(rows: Iterable[tuple], crs: str = CRS, name: str = "zoning"):
    """Return zones from rows of (WKT, id, code, name, vintage); trailing values may be left out."""
    full = [(*row, *[None] * (1 + len(ZONE_FIELDS) - len(row))) for row in rows]
    return layer("MultiPolygon", ZONE_FIELDS, full, crs, name)


def parks(rows: Iterable[tuple], crs: str = CRS, name: str = "parks"):
    """Return parks from rows of (WKT, id, name, vintage); trailing values may be left out."""
    full = [(*row, *[None] * (1 + len(PARK_FIELDS) - len(row))) for row in rows]
    return layer("MultiPolygon", PARK_FIELDS, full, crs, name)


def saved(made, path: str | Path, table: str | None = None) -> str:
    """Write a memory layer into a GeoPackage and return the source that opens it; `path` may hold other tables."""
    from qgis.core import QgsCoordinateTransformContext, QgsVectorFileWriter

    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName = "GPKG"
    options.layerName = table or made.name()
    options.layerOptions = ["GEOMETRY_NAME=geom"]
    if Path(path).exists():
        options.actionOnExistingFile = QgsVectorFileWriter.ActionOnExistingFile.CreateOrOverwriteLayer
    result = QgsVectorFileWriter.writeAsVectorFormatV3(made, str(path), QgsCoordinateTransformContext(), options)
    if result[0] != QgsVectorFileWriter.WriterError.NoError:
        raise OSError(result[1])
    return f"{path}|layername={options.layerName}"


def moved(made, crs: str):
    """Return a copy of a memory layer in another CRS, by QGIS's own transformation."""
    from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransform, QgsCoordinateTransformContext

    target = QgsCoordinateReferenceSystem(crs)
    transform = QgsCoordinateTransform(made.crs(), target, QgsCoordinateTransformContext())
    copy = made.clone()
    copy.setCrs(target)
    changes = {}
    for feature in copy.getFeatures():
        geometry = feature.geometry()
        if not geometry.isNull():
            geometry.transform(transform)
            changes[feature.id()] = geometry
    copy.dataProvider().changeGeometryValues(changes)
    copy.updateExtents()
    return copy


def rows(gpkg: str | Path, table: str) -> list[dict]:
    """Return a table of a GeoPackage as plain dicts, geometry as (blob) under its own column name."""
    with closing(sqlite3.connect(f"file:{quote(str(gpkg))}?mode=ro", uri=True)) as connection:
        connection.row_factory = sqlite3.Row
        return [dict(row) for row in connection.execute(f'SELECT * FROM "{table}" ORDER BY fid')]


def shapes(gpkg: str | Path, table: str) -> list:
    """Return the geometries of a table as shapely geometries (None where there is none), in fid order."""
    import shapely

    def decoded(blob: bytes | None):
        if blob is None:
            return None
        envelope = (blob[3] >> 1) & 7
        return shapely.from_wkb(blob[8 + (0, 32, 48, 48, 64)[envelope] :])

    return [decoded(row["geom"]) for row in rows(gpkg, table)]


def checksums(folder: Path) -> dict[str, str]:
    """Return the SHA-256 of every file below a folder, by its path."""
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }

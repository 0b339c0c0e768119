"""The one place where QGIS layers become GeoDataFrames.

A file-backed, unedited layer is read straight from its source as an Arrow stream; everything else, through QGIS's
feature iterator, which knows about edits, joins, virtual fields, selections and filters. Both give equal frames.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from datetime import timedelta, timezone
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis import core
from qgis.core import (
    NULL,
    QgsCoordinateReferenceSystem,
    QgsFeatureRequest,
    QgsFields,
    QgsGeometry,
    QgsProcessingFeatureSource,
    QgsProviderRegistry,
    QgsVectorLayer,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QDate, QDateTime, QMetaType, Qt

from .analysis.errors import LocationError
from .storage.apart import connect
from .storage.spatial_index import quoted
from .uri import decoded

if TYPE_CHECKING:
    import geopandas as gpd
    import numpy as np

# Formats whose text is always UTF-8, so that the stream and QGIS agree on every character.
STREAMED_FORMATS = ("GPKG", "FlatGeobuf")
# Parts of a source that the stream follows; another, such as a geometry type or an archive, chooses other features.
STREAMED_PARTS = ("path", "layerName", "layerId", "subset")
# What a stream calls the key and the geometry where the file has no name for them.
STREAM_COLUMNS = frozenset(("OGC_FID", "wkb_geometry"))
# Field types whose stream values can be trusted: it loses a date-time's zone, and GDAL 3.6 mixes up booleans.
INTEGERS = (QMetaType.Type.Int, QMetaType.Type.UInt, QMetaType.Type.LongLong)
STREAMED_TYPES = (
    *INTEGERS,
    QMetaType.Type.Double,
    QMetaType.Type.QString,
    QMetaType.Type.QDate,
)
PLAIN_TYPES = tuple(
    QgsWkbTypes.Type(code) for code in (*range(1, 7), *range(1001, 1007))
)  # points to multi-polygons, with or without Z; not curves, not M
PLAIN_KINDS = range(8)  # in WKB, without Z and M: points to collections; beyond are curves
BATCH = 4096
# Newer QGIS has a value of its own for what the data source will fill in.
_UNSET = getattr(core, "QgsUnsetAttributeValue", None)
# Why a feature of a layer under the wrong CRS has no location.
MISFIT = "the coordinates do not fit the layer's CRS"

Tick = Callable[[float], None]


@dataclass(frozen=True)
class LayerProblem:
    """Something wrong with a layer or one of its features that a person should look at; `count` of a kind."""

    layer: str
    feature_id: int | None
    problem: str
    advice: str
    count: int = 1


@dataclass(frozen=True)
class LayerFrame:
    """One layer, read.

    Attributes
    ----------
    role : str
        What the layer is for: ``factories``, ``zoning``, ``parks``, ...
    name, source, crs : str
        The layer's name, its file or connection without credentials, and its own CRS.
    operation, shift : str
        The coordinate operation applied, and what of it changes the datum.
    path : str
        The file that the layer is in, empty where there is none.
    vintage : str
        The year of the whole layer, for features that state none; empty where nobody says.
    frame : geopandas.GeoDataFrame
        Index ``feature_id`` (int64); the fields asked for; the geometry in the working CRS, None where unusable, in a
        column named ``geometry`` unless a field has that name: use ``frame.geometry``.
    notes : (n,) object array of str or None
        Why a geometry is None, or what was repaired; see `analysis.geometry`.
    fields : QgsFields
        Definitions of the fields read, for writing them again.
    remarks : sequence of str
        What of the layer is not used, for the log and the record: heights, measures, curves.
    source_wkb : sequence of bytes or None
        The geometries as stored, kept only on request, so that an output can carry them unchanged.
    """

    role: str
    name: str
    source: str
    crs: QgsCoordinateReferenceSystem
    operation: str
    accuracy_m: float
    frame: gpd.GeoDataFrame
    notes: np.ndarray
    fields: QgsFields
    wkb_type: QgsWkbTypes.Type
    path: str = ""
    vintage: str = ""
    abstract: str = ""
    source_wkb: Sequence[bytes] | None = None
    problems: list[LayerProblem] = field(default_factory=list)
    remarks: Sequence[str] = ()
    shift: str = ""


@dataclass(frozen=True)
class _Raw:
    """Features as they come out of a reader: ids, columns by name, geometries in the layer's CRS.

    Where the stored geometry is broken beyond reading, `unreadable` is true and the geometry None.
    """

    ids: np.ndarray
    columns: dict[str, Any]
    geometries: np.ndarray
    unreadable: np.ndarray
    wkb: Sequence[bytes | None] | None


def read_layer(
    source: QgsProcessingFeatureSource,
    layer: QgsVectorLayer | None,
    *,
    role: str,
    fields: Sequence[str],
    crs: str,
    tick: Tick,
    keep_wkb: bool = False,
    tables: bool = False,
) -> LayerFrame:
    """Read a Processing source into a frame in the working CRS.

    Parameters
    ----------
    source : QgsProcessingFeatureSource
        Honours selection, filter and feature limit.
    layer : QgsVectorLayer or None
        The layer behind the source, where there is one: opens the fast path and names the problems.
    role : str
        What the layer is for.
    fields : sequence of str
        The fields in use; others are not read.
    crs : str
        The working CRS, see `analysis.crs.working_crs`.
    tick : callable
        Progress between 0 and 1; raises to cancel.
    keep_wkb : bool
        Also keep the stored geometries.
    tables : bool
        Also read a table without geometry, which needs no CRS of its own.

    Raises
    ------
    LocationError
        No CRS, an unreadable file, or no reliable coordinate operation.
    """
    import geopandas as gpd
    import pandas as pd

    from .analysis.crs import operation
    from .analysis.geometry import UNREADABLE, clean

    name = display_name(source, layer)
    bare = tables and source.wkbType() == QgsWkbTypes.Type.NoGeometry
    if not source.sourceCrs().isValid() and not bare:
        raise LocationError(
            "Layer “{layer}” has no coordinate reference system. Set it in the layer's properties, or in the "
            "address of a table of coordinates (crs=EPSG:…); for UTM metres it is usually EPSG:32648.",
            layer=name,
        )
    to_working = operation(crs if bare else definition(source.sourceCrs()), crs)
    _refuse_damaged(layer)
    if layer is not None and can_stream(source, layer, fields):
        raw = _read_stream(layer, fields, tick, keep_wkb)
    else:
        raw = _read_features(source, layer, fields, tick, keep_wkb)
    if not len(raw.ids) and source.featureCount() > 0:
        raise _gone(describe_source(layer) or name)
    geometries, notes = clean(raw.geometries)
    notes[raw.unreadable] = UNREADABLE
    geometries, notes = _reproject(geometries, notes, to_working, source.sourceCrs())
    shape = next(name for name in ("geometry", *map("geometry_{}".format, fields)) if name not in fields)
    frame = gpd.GeoDataFrame(
        {**raw.columns, shape: gpd.array.GeometryArray(geometries)},
        geometry=shape,
        index=pd.Index(raw.ids, name="feature_id"),
        crs=crs,
    )
    return LayerFrame(
        role=role,
        name=name,
        source=describe_source(layer),
        crs=source.sourceCrs(),
        operation=to_working.description,
        accuracy_m=to_working.accuracy_m,
        shift=to_working.shift,
        frame=frame,
        notes=notes,
        fields=_subset(source.fields(), fields),
        wkb_type=source.wkbType(),
        path=file_of(layer),
        vintage=vintage_of(layer),
        abstract=abstract(layer),
        source_wkb=raw.wkb,
        problems=_geometry_problems(name, raw.ids, notes),
        remarks=_remarks(source.wkbType()),
    )


def _remarks(kind: QgsWkbTypes.Type) -> list[str]:
    """Say what of a geometry type the checks leave aside."""
    from .i18n import tr

    remarks = []
    if QgsWkbTypes.hasZ(kind) or QgsWkbTypes.hasM(kind):
        remarks.append(
            tr("Heights and measures (Z, M) are not used; the output keeps them where it carries the layer.")
        )
    if QgsWkbTypes.isCurvedType(kind):
        remarks.append(tr("Curves are taken as short straight lines."))
    return remarks


def _refuse_damaged(layer: QgsVectorLayer | None) -> None:
    """Raise `LocationError` where pages of a GeoPackage's table are lost.

    QGIS hands out the features before the damage as if they were all, and GDAL's stream never ends there. Counting the
    rows visits every page of the table, for a twentieth of a microsecond a row.
    """
    if layer is None or layer.providerType() != "ogr" or layer.dataProvider().storageType() != "GPKG":
        return
    parts = QgsProviderRegistry.instance().decodeUri("ogr", layer.source())
    path = Path(parts.get("path") or "")
    if not path.is_file() or parts.get("vsiPrefix"):  # in an archive
        return
    try:
        with closing(connect(path)) as connection:
            known = "SELECT table_name FROM gpkg_contents WHERE data_type IN ('features', 'attributes')"
            tables = [parts["layerName"]] if parts.get("layerName") else [t for (t,) in connection.execute(known)]
            for table in tables:
                connection.execute(" ".join(["SELECT count(*) FROM", quoted(table), "NOT INDEXED"])).fetchone()
    except sqlite3.OperationalError:
        return  # busy, or a view: no sign of damage
    except sqlite3.DatabaseError as error:
        raise LocationError(
            "“{path}” is damaged ({why}): part of its features is lost. Take a copy from before, or recover the file.",
            path=path,
            why=error,
        ) from error


def display_name(source: QgsProcessingFeatureSource, layer: QgsVectorLayer | None) -> str:
    """Return what to call a layer: its name, or its table's where QGIS knows only the file's."""
    if layer is None:
        return source.sourceName()
    parts = decoded(layer.providerType(), layer.source())
    table, path = parts.get("layerName"), parts.get("path")
    if not layer.name():  # a delimited text named on the command line
        return Path(path).name if path else source.sourceName()
    return table if table and path and layer.name() == Path(path).stem else layer.name()


def definition(crs: QgsCoordinateReferenceSystem) -> str:
    """Return a definition of a QGIS CRS that PROJ reads: its code, or WKT for a custom one."""
    return crs.authid() if crs.authid().startswith(("EPSG:", "OGC:", "ESRI:")) else crs.toWkt()


def describe_source(layer: QgsVectorLayer | None) -> str:
    """Return where a layer comes from, without passwords, with a file's name but not its folder."""
    if layer is None:
        return ""
    parts = QgsProviderRegistry.instance().decodeUri(layer.providerType(), layer.source())
    place = Path(parts["path"]).name if parts.get("path") else layer.publicSource()
    table = parts.get("layerName")
    return f"{place}|{table}" if table else place


def file_of(layer: QgsVectorLayer | None) -> str:
    """Return the file that a layer is in, empty where it is in memory, in a database or in an archive."""
    if layer is None or layer.providerType() != "ogr":
        return ""
    path = QgsProviderRegistry.instance().decodeUri("ogr", layer.source()).get("path") or ""
    return path if Path(path).is_file() else ""


def vintage_of(layer: QgsVectorLayer | None) -> str:
    """Return the year of a layer: the end of the period in its metadata, else one at the end of its file's name."""
    if layer is None:
        return ""
    ends = [period.end() for period in layer.metadata().extent().temporalExtents()]
    years = [end.date().year() for end in ends if end.isValid()]
    if years:
        return str(max(years))
    named = re.search(r"(?<![0-9])(19|20)[0-9]{2}$", Path(file_of(layer)).stem)
    return named[0] if named else ""


def abstract(layer: QgsVectorLayer | None) -> str:
    """Return what the layer says of itself: its metadata's abstract, or its data source's comment."""
    if layer is None:
        return ""
    return layer.metadata().abstract() or layer.dataComment()


def can_stream(source: QgsProcessingFeatureSource, layer: QgsVectorLayer, fields: Sequence[str]) -> bool:
    """Return whether the layer's file holds exactly what QGIS would hand out, feature by feature.

    A selection, a filter expression or a feature limit shows as a source with fewer (or an unknown number of)
    features than its layer.
    """
    if layer.providerType() != "ogr" or layer.dataProvider().storageType() not in STREAMED_FORMATS:
        return False
    # Of none or of an unknown number nothing can be told; and GDAL 3.6 never ends the stream of an empty FlatGeobuf.
    if layer.isModified() or not 0 < layer.featureCount() == source.featureCount():
        return False
    parts = QgsProviderRegistry.instance().decodeUri("ogr", layer.source())
    if not Path(parts.get("path") or "").is_file() or any(parts[key] for key in parts if key not in STREAMED_PARTS):
        return False
    if (parts.get("subset") or "").lstrip().upper().startswith("SELECT"):
        return False
    if layer.wkbType() not in PLAIN_TYPES or not STREAM_COLUMNS.isdisjoint(fields):
        return False
    known = layer.fields()
    return all(
        known.fieldOrigin(known.lookupField(name)) == QgsFields.FieldOrigin.OriginProvider
        and known.field(known.lookupField(name)).type() in STREAMED_TYPES
        for name in fields
    )


def _read_stream(layer: QgsVectorLayer, fields: Sequence[str], tick: Tick, keep_wkb: bool) -> _Raw:
    import numpy as np
    from osgeo import gdal

    parts = QgsProviderRegistry.instance().decodeUri("ogr", layer.source())
    gdal.PushErrorHandler("CPLQuietErrorHandler")  # newer GeoPackages only warn
    gdal.ErrorReset()
    try:
        dataset = gdal.OpenEx(parts["path"], gdal.OF_VECTOR | gdal.OF_READONLY)
        opened = None if dataset is None else _table(dataset, parts)
        if opened is None:
            raise _gone(parts["path"])
        if parts.get("subset"):
            opened.SetAttributeFilter(parts["subset"])
        id_column = opened.GetFIDColumn() or "OGC_FID"
        geometry_column = opened.GetGeometryColumn() or "wkb_geometry"
        present = [d.name for d in opened.schema]
        opened.SetIgnoredFields([name for name in present if name not in fields])
        batches = []
        total, done = max(layer.featureCount(), 1), 0
        for batch in opened.GetArrowStreamAsNumPy():
            batches.append(batch)
            done += len(batch[id_column])
            tick(done / total)
        if gdal.GetLastErrorType() >= gdal.CE_Failure:  # a damaged file ends the stream early
            raise _gone(parts["path"])
    except RuntimeError as error:  # newer QGIS lets GDAL raise
        raise _gone(parts["path"]) from error
    finally:
        gdal.PopErrorHandler()
    ids = np.concatenate([b[id_column] for b in batches]) if batches else np.empty(0, dtype="int64")
    columns = {
        name: _column(
            [b[name] for b in batches],
            QMetaType.Type.LongLong if name == id_column else layer.fields().field(name).type(),
        )
        for name in fields
    }
    stored = [b[geometry_column] for b in batches]
    geometries, unreadable = _decode(stored)
    return _Raw(ids, columns, geometries, unreadable, _as_bytes(stored) if keep_wkb else None)


def _table(dataset: Any, parts: dict[str, Any]) -> Any:
    """Return the table of an open file that a decoded source names, by name or number, else the first."""
    if parts.get("layerName"):
        return dataset.GetLayerByName(parts["layerName"])
    number = parts.get("layerId")
    return dataset.GetLayer(int(number) if isinstance(number, (int, str)) else 0)


def _gone(place: str) -> LocationError:
    return LocationError(
        "“{path}” can no longer be read. Was it moved, replaced or damaged, or is it in use?", path=place
    )


def _decode(batches: list[np.ndarray]) -> tuple[np.ndarray, np.ndarray]:
    """Return shapely geometries from batches of WKB, and which cannot be read.

    Plain points come as fixed-width records, everything else as byte strings.
    """
    import numpy as np

    parts = [(_decode_points(b), np.zeros(len(b), bool)) if _all_points(b) else _from_wkb(_objects(b)) for b in batches]
    if not parts:
        return np.empty(0, dtype=object), np.empty(0, dtype=bool)
    return np.concatenate([shapes for shapes, _ in parts]), np.concatenate([bad for _, bad in parts])


def _from_wkb(stored: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return shapely geometries, and which are broken beyond reading: an unclosed ring, a ring of two points."""
    import numpy as np
    import shapely

    # A library that shares QGIS's GDAL, as pyogrio does, can tell it to hide curves; the stream has them still.
    curved = [i for i, wkb in enumerate(stored) if wkb is not None and _kind(wkb) not in PLAIN_KINDS]
    for row in curved:
        geometry = QgsGeometry()
        geometry.fromWkb(stored[row])
        stored[row] = _flat_wkb(geometry)
    shapes = shapely.from_wkb(stored, on_invalid="ignore")
    return shapes, shapely.is_missing(shapes) & np.array([wkb is not None for wkb in stored], dtype=bool)


def _kind(wkb: bytes) -> int:
    """Return a geometry's type code without Z and M, in whichever byte order it is stored."""
    return int.from_bytes(wkb[1:5], "little" if wkb[0] else "big") % 0x20000000 % 1000


_PIECE = 10_000
_POINT = [("order", "u1"), ("type", "<u4"), ("x", "<f8"), ("y", "<f8")]


def _all_points(batch: np.ndarray) -> bool:
    import numpy as np

    if batch.dtype.kind != "V" or batch.dtype.itemsize != 21 or np.ma.is_masked(batch):
        return False
    records = np.ma.getdata(batch).view(_POINT)
    return bool((records["order"] == 1).all() and (records["type"] == 1).all())


def _decode_points(batch: np.ndarray) -> np.ndarray:
    import numpy as np
    import shapely

    records = np.ma.getdata(batch).view(_POINT)
    # In pieces: shapely lets no other thread run while it makes points, and the window would stand still.
    points = np.empty(len(records), dtype=object)
    for start in range(0, len(records), _PIECE):
        piece = records[start : start + _PIECE]
        points[start : start + _PIECE] = shapely.points(piece["x"], piece["y"])
    empty = np.isnan(records["x"]) & np.isnan(records["y"])  # how WKB spells an empty point
    return np.where(empty, shapely.from_wkt("POINT EMPTY"), points) if empty.any() else points


def _objects(batch: np.ndarray) -> np.ndarray:
    import numpy as np

    out = np.empty(len(batch), dtype=object)
    out[:] = [_as_wkb(value) for value in np.ma.getdata(batch).tolist()]
    out[np.ma.getmaskarray(batch)] = None
    return out


def _as_wkb(value: Any) -> bytes | None:
    return bytes(value) if value else None


def _as_bytes(batches: list[np.ndarray]) -> list[bytes | None]:
    return [wkb for batch in batches for wkb in _objects(batch)]


def _column(batches: list[np.ndarray], kind: int) -> Any:
    """Return one column as pandas holds it: nullable integers and booleans, text and dates as objects with None."""
    import numpy as np
    import pandas as pd

    values = np.ma.concatenate(batches) if batches else np.ma.empty(0)
    data, null = np.ma.getdata(values), np.ma.getmaskarray(values)
    if kind in INTEGERS:
        return pd.arrays.IntegerArray(data.astype("int64"), null)
    if kind == QMetaType.Type.Double:
        return np.where(null, np.nan, data.astype("float64"))
    if kind == QMetaType.Type.QDate:
        return _with_nulls(data.astype("datetime64[D]").tolist(), null)
    return _with_nulls(_decoded(data), null)


def _decoded(data: np.ndarray) -> list[Any]:
    """Return text from UTF-8 bytes; a column of few distinct values is decoded once for each of them.

    Shared strings also carry their hash along, which makes every later grouping cheaper.
    """
    import numpy as np
    import pandas as pd

    if data.dtype.kind == "S" and 0 < data.dtype.itemsize <= 8 and len(data) > 1000:
        words = np.frombuffer(data.astype("S8").tobytes(), dtype="int64")
        codes, distinct = pd.factorize(words)
        if len(distinct) < len(data) // 8:
            texts = np.array([text.decode("utf-8") for text in distinct.view("S8").tolist()], dtype=object)
            return texts[codes].tolist()
    return [text.decode("utf-8") if isinstance(text, bytes) else text for text in data.tolist()]


def _with_nulls(values: list[Any], null: np.ndarray) -> np.ndarray:
    import numpy as np

    out = np.empty(len(values), dtype=object)
    out[:] = values
    out[null] = None
    return out


def _read_features(
    source: QgsProcessingFeatureSource, layer: QgsVectorLayer | None, fields: Sequence[str], tick: Tick, keep_wkb: bool
) -> _Raw:
    import numpy as np

    known = source.fields()
    indexes = [known.lookupField(name) for name in fields]
    request = QgsFeatureRequest().setSubsetOfAttributes(indexes)
    ids: list[int] = []
    rows: list[list[Any]] = []
    clauses = _clauses(layer, fields)
    flat: list[bytes | None] = []
    stored: list[bytes | None] = []
    total = max(source.featureCount(), 1)
    # This module reports invalid geometries itself; QGIS would stop at the first.
    unchecked = QgsProcessingFeatureSource.Flag.FlagSkipGeometryValidityChecks
    for count, feature in enumerate(source.getFeatures(request, unchecked)):
        if count % BATCH == 0:
            tick(count / total)
        ids.append(feature.id())
        values = [python_value(feature.attribute(i)) for i in indexes]
        if clauses and feature.id() < 0:  # a new feature that is not saved yet
            values = [None if clause and value == clause else value for value, clause in zip(values, clauses)]
        rows.append(values)
        geometry = feature.geometry()
        flat.append(_flat_wkb(geometry))
        if keep_wkb:
            stored.append(None if geometry.isNull() else bytes(geometry.asWkb()))
    columns = {name: _typed([row[i] for row in rows], known.field(indexes[i]).type()) for i, name in enumerate(fields)}
    geometries = np.empty(len(flat), dtype=object)
    geometries[:] = flat
    return _Raw(np.array(ids, dtype="int64"), columns, *_from_wkb(geometries), stored if keep_wkb else None)


def _clauses(layer: QgsVectorLayer | None, fields: Sequence[str]) -> list[str]:
    """Return what stands in each field of a new feature for a value that the data source makes when it is saved.

    Such as “Autogenerate” for the key of a GeoPackage; empty where nothing does.
    """
    if layer is None or not layer.isEditable() or layer.dataProvider() is None:
        return []
    known = layer.fields()
    places = [known.lookupField(name) for name in fields]
    stored = [known.fieldOrigin(i) == QgsFields.FieldOrigin.OriginProvider for i in places]
    return [
        layer.dataProvider().defaultValueClause(known.fieldOriginIndex(i)) if own else ""
        for i, own in zip(places, stored)
    ]


def _flat_wkb(geometry: QgsGeometry) -> bytes | None:
    """Return WKB that the engine reads: straight segments, no Z, no M."""
    if geometry.isNull():
        return None
    kind = geometry.wkbType()
    if QgsWkbTypes.isCurvedType(kind):
        geometry = QgsGeometry(geometry.constGet().segmentize())
    if QgsWkbTypes.hasZ(kind) or QgsWkbTypes.hasM(kind):
        flat = geometry.constGet().clone()
        flat.dropZValue()
        flat.dropMValue()
        geometry = QgsGeometry(flat)
    return bytes(geometry.asWkb())


def python_value(value: Any) -> Any:
    """Return an attribute as plain Python; a date-time keeps its offset from UTC where it has one."""
    if value is None or value == NULL or (_UNSET is not None and isinstance(value, _UNSET)):
        return None
    if isinstance(value, QDateTime):
        moment = value.toPyDateTime()
        if value.timeSpec() == Qt.TimeSpec.LocalTime:
            return moment
        return moment.replace(tzinfo=timezone(timedelta(seconds=value.offsetFromUtc())))
    return value.toPyDate() if isinstance(value, QDate) else value


def _typed(values: list[Any], kind: int) -> Any:
    import numpy as np
    import pandas as pd

    if kind in INTEGERS:
        return pd.array(values, dtype="Int64")
    if kind == QMetaType.Type.ULongLong:
        return pd.array(values, dtype="UInt64")
    if kind == QMetaType.Type.Bool:
        return pd.array(values, dtype="boolean")
    if kind == QMetaType.Type.Double:
        return np.array([np.nan if v is None else v for v in values], dtype="float64")
    return _with_nulls(values, np.array([v is None for v in values], dtype=bool))


def _reproject(
    geometries: np.ndarray, notes: np.ndarray, to_working: Any, crs: QgsCoordinateReferenceSystem
) -> tuple[np.ndarray, np.ndarray]:
    """Bring geometries into the working CRS; those it cannot hold become None with a note."""
    from .analysis.geometry import finite, repair

    moved = to_working.geometries(geometries)
    if moved is geometries:
        return geometries, notes
    import shapely

    moved[shapely.is_empty(moved)] = None  # so GEOS takes a point at NaN, NaN
    lost = ~shapely.is_missing(geometries) & (shapely.is_missing(moved) | ~finite(moved))
    moved[lost] = None
    notes[lost] = f"{MISFIT} ({crs.authid()})" if crs.authid() else MISFIT
    return repair(moved, notes)  # borders that just miss each other in one CRS may cross in another


def _geometry_problems(layer: str, ids: np.ndarray, notes: np.ndarray) -> list[LayerProblem]:
    from .analysis.geometry import REPAIRED
    from .i18n import tr

    problems = []
    for row in [i for i, note in enumerate(notes) if note]:
        if notes[row].startswith(REPAIRED):
            advice = tr("Its repaired shape was used; repair the layer itself with “Fix geometries”.")
        elif notes[row].startswith(MISFIT):
            advice = tr(
                "Nothing is known of where it stands; correct the coordinates, or set the CRS they are really in."
            )
        else:
            advice = tr("Nothing is known of where it stands; give the feature a location.")
        problems.append(LayerProblem(layer, int(ids[row]), notes[row], advice))
    return problems


def _subset(fields: QgsFields, names: Sequence[str]) -> QgsFields:
    out = QgsFields()
    for name in names:
        out.append(fields.field(fields.lookupField(name)))
    return out

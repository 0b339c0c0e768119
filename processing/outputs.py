"""Features out: the input's own fields and geometries, with result fields beside them."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from contextlib import suppress
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsFeature,
    QgsFeatureSink,
    QgsFields,
    QgsGeometry,
    QgsProcessingContext,
    QgsProcessingUtils,
    QgsProviderRegistry,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QDate, QDateTime, QMetaType, Qt

from .analysis.errors import LocationError
from .base import FactoryAlgorithm
from .fields import KINDS, make_fields
from .files import is_appending
from .frames import PLAIN_TYPES, LayerFrame, Tick
from .geopackage import Table, table_name, write_geopackage
from .i18n import tr

if TYPE_CHECKING:
    import pandas as pd

_BATCH = 2000
_KIND_OF_TYPE = {
    **{meta: kind for kind, meta in KINDS.items()},
    QMetaType.Type.Int: "integer",
    QMetaType.Type.UInt: "integer",
}


def write_features(
    algorithm: FactoryAlgorithm,
    parameters: dict[str, Any],
    name: str,
    context: QgsProcessingContext,
    layer: LayerFrame,
    results: pd.DataFrame,
    result_fields: Sequence[tuple[str, str]],
    tick: Tick,
) -> str:
    """Write every input feature unchanged, in its own CRS, with the result fields added.

    Parameters
    ----------
    algorithm, parameters, name, context
        The destination, as Processing hands it to the algorithm.
    layer : LayerFrame
        Read with every field and `keep_wkb`.
    results : pandas.DataFrame
        n rows, a column per entry of `result_fields`.
    result_fields : sequence of (name, kind)
    tick : callable
        Progress between 0 and 1; raises to cancel, and then nothing is left behind.

    Returns
    -------
    str
        The layer id or path that Processing returns as the output.

    Raises
    ------
    LocationError
        If the destination cannot be written.
    """
    fields = QgsProcessingUtils.combineFields(layer.fields, make_fields(result_fields))
    added = fields.names()[len(layer.fields) :]
    values = layer.frame.drop(columns=layer.frame.geometry.name).reset_index(drop=True)
    values = values.assign(**{new: results[old].to_numpy() for new, (old, _) in zip(added, result_fields)})
    path = algorithm.destination(parameters, name)
    plain = layer.wkb_type in PLAIN_TYPES and all(f.type() in _KIND_OF_TYPE for f in fields)
    if _is_new_geopackage(path) and plain and not is_appending(parameters, name):
        path = algorithm.parameterAsOutputLayer(parameters, name, context)  # now it may be loaded afterwards
        columns = [(f.name(), _KIND_OF_TYPE[f.type()]) for f in fields]
        return _write_file(Path(path), columns, values, layer, tick)
    return _write_sink(algorithm, parameters, name, context, fields, values, layer, tick)


def _is_new_geopackage(path: str) -> bool:
    return bool(path) and path.lower().endswith(".gpkg") and not path.startswith(("ogr:", "memory:", "postgres:"))


def _write_file(
    path: Path, columns: Sequence[tuple[str, str]], values: pd.DataFrame, layer: LayerFrame, tick: Tick
) -> str:
    values, columns = _with_own_names(*_with_free_fid(values, columns))
    about = tr("Checked: {layers}.").format(layers=layer.name)
    table = Table(
        table_name(path),
        columns,
        values,
        list(layer.source_wkb or []),
        QgsWkbTypes.displayString(layer.wkb_type),
        layer.crs,
        f"{layer.abstract} {about}".strip(),
    )
    write_geopackage(path, [table], tick)
    return str(path)


def _with_free_fid(
    values: pd.DataFrame, columns: Sequence[tuple[str, str]]
) -> tuple[pd.DataFrame, Sequence[tuple[str, str]]]:
    """Let a field called fid, in any case, be the GeoPackage's own key if it can, else give it another name."""
    names = [name for name, _ in columns]
    mine = next((name for name in names if name.lower() == "fid"), None)
    if mine is None:
        return values, columns
    key = dict(columns)[mine] == "integer" and values[mine].notna().all() and values[mine].is_unique
    new = "fid" if key else next(f"fid_{i}" for i in itertools.count(2) if f"fid_{i}" not in names)
    return values.rename(columns={mine: new}), [(new if name == mine else name, kind) for name, kind in columns]


def _with_own_names(
    values: pd.DataFrame, columns: Sequence[tuple[str, str]]
) -> tuple[pd.DataFrame, Sequence[tuple[str, str]]]:
    """Number names that differ only by case: SQLite takes them for one."""
    taken = {name.lower() for name, _ in columns}
    new: list[str] = []
    seen: set[str] = set()
    for name, _ in columns:
        if name.lower() in seen:
            name = next(n for n in (f"{name}_{i}" for i in itertools.count(2)) if n.lower() not in taken)
        seen.add(name.lower())
        taken.add(name.lower())
        new.append(name)
    kinds = [kind for _, kind in columns]
    return values.set_axis(new, axis="columns"), list(zip(new, kinds))


def _write_sink(
    algorithm: FactoryAlgorithm,
    parameters: dict[str, Any],
    name: str,
    context: QgsProcessingContext,
    fields: QgsFields,
    values: pd.DataFrame,
    layer: LayerFrame,
    tick: Tick,
) -> str:
    sink, destination = algorithm.parameterAsSink(parameters, name, context, fields, layer.wkb_type, layer.crs)
    if sink is None:
        raise LocationError(
            "The output “{path}” cannot be created. Choose another place or format.",
            path=algorithm.destination(parameters, name),
        )
    try:
        for start in range(0, len(values), _BATCH):
            rows = values.iloc[start : start + _BATCH]
            wkb = (layer.source_wkb or [])[start : start + _BATCH]
            features = [_feature(fields, row, shape) for row, shape in zip(_rows(rows), wkb)]
            if not sink.addFeatures(features, QgsFeatureSink.Flag.FastInsert):
                raise LocationError(
                    "The output “{path}” took no more rows: {why}", path=destination, why=sink.lastError()
                )
            tick((start + len(rows)) / len(values))
        sink.flushBuffer()
    except Exception:
        del sink
        if not is_appending(parameters, name):
            _remove(destination)
        raise
    return destination


def _rows(values: pd.DataFrame) -> Any:
    columns = [values[name].astype(object).where(values[name].notna(), None).tolist() for name in values]
    return zip(*columns)


def _feature(fields: QgsFields, row: Sequence[Any], wkb: bytes | None) -> QgsFeature:
    feature = QgsFeature(fields)
    feature.setAttributes([_qt(value) for value in row])
    if wkb is not None:
        geometry = QgsGeometry()
        geometry.fromWkb(wkb)
        feature.setGeometry(geometry)
    return feature


def _qt(value: Any) -> Any:
    """Return a value as a QGIS attribute; a date-time keeps its offset from UTC."""
    if isinstance(value, datetime):
        return QDateTime.fromString(value.isoformat(timespec="milliseconds"), Qt.DateFormat.ISODateWithMs)
    return QDate(value.year, value.month, value.day) if isinstance(value, date) else value


# What GDAL makes beside a file of these formats; a neighbour with another ending is somebody else's.
_PARTS = {
    ".shp": (".shp", ".shx", ".dbf", ".prj", ".cpg", ".qix", ".qmd"),
    ".tab": (".tab", ".dat", ".map", ".id", ".ind"),
    ".mif": (".mif", ".mid"),
}


def _remove(destination: str) -> None:
    """Remove a half-written table or file, and what belongs to it."""
    place, _, table = destination.partition("|layername=")
    path = Path(place)
    if not path.is_file():
        return
    if table and path.suffix.lower() == ".gpkg":
        others = _drop_table(path, table)
        if others:
            return
    for suffix in _PARTS.get(path.suffix.lower(), (path.suffix,)):
        with suppress(OSError):
            path.with_suffix(suffix).unlink()


def _drop_table(path: Path, table: str) -> bool:
    """Drop one table of a GeoPackage; return whether it holds others, which were there before."""
    database = QgsProviderRegistry.instance().providerMetadata("ogr").createConnection(str(path), {})
    others = any(t.tableName() != table for t in database.tables())
    if others:
        database.dropVectorTable("", table)
    return others

"""Features out: the input's own fields and geometries, with result fields beside them."""

from __future__ import annotations

import itertools
import os
import shutil
import tempfile
import uuid
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, nullcontext, suppress
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsDataSourceUri,
    QgsFeature,
    QgsFeatureSink,
    QgsFields,
    QgsGeometry,
    QgsProcessingContext,
    QgsProcessingOutputLayerDefinition,
    QgsProcessingUtils,
    QgsProperty,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QDate, QDateTime, QMetaType, Qt

from ..analysis.errors import LocationError
from ..base import FactoryAlgorithm
from ..fields import KINDS, make_fields
from ..frames import PLAIN_TYPES, LayerFrame, Tick
from ..i18n import tr
from .files import is_appending, side_files
from .geopackage import Table, table_name, unwritable, write_geopackage

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
    path = algorithm.destination(parameters, name)
    if _is_file(parameters.get(name)) and not is_appending(parameters, name):
        stage: Any = _beside(path)
    elif _is_table(path) and not is_appending(parameters, name):
        stage = _under_another_name(path)
    else:
        stage = nullcontext(_Stage(parameters.get(name), lambda written: written))
        tick(0.0)
        # QGIS replaces a database's table, or fills the one named, as it writes: no cancelling half-way through that.
        in_place = is_appending(parameters, name) or path.startswith(("ogr:", "postgres:", "postgis:"))
        tick = _unheeded if in_place else tick
    with stage as staged:
        aimed = {**parameters, name: _aimed(parameters.get(name), staged.place)}
        written = _fill(algorithm, aimed, name, context, fields, values, layer, tick)
        output = staged.settle(written)
    if output != written:  # what is to be loaded afterwards was not known to the sink
        load = {**parameters, name: _aimed(parameters.get(name), output, load=True)}
        algorithm.parameterAsOutputLayer(load, name, context)
    return output


def _fill(
    algorithm: FactoryAlgorithm,
    parameters: dict[str, Any],
    name: str,
    context: QgsProcessingContext,
    fields: QgsFields,
    values: pd.DataFrame,
    layer: LayerFrame,
    tick: Tick,
) -> str:
    """Write the rows and return where they are; everything is on disk when this returns."""
    sink, destination = algorithm.parameterAsSink(parameters, name, context, fields, layer.wkb_type, layer.crs)
    if sink is None:
        raise LocationError(
            "The output “{path}” cannot be created. Choose another place or format.",
            path=algorithm.destination(parameters, name),
        )
    size = len(values) if is_appending(parameters, name) else _BATCH  # appended in one go, or not at all
    for start in range(0, len(values), size):
        rows = values.iloc[start : start + size]
        wkb = (layer.source_wkb or [])[start : start + size]
        features = [_feature(fields, row, shape) for row, shape in zip(_rows(rows), wkb)]
        if not sink.addFeatures(features, QgsFeatureSink.Flag.FastInsert):
            raise LocationError("The output “{path}” took no more rows: {why}", path=destination, why=sink.lastError())
        tick((start + len(rows)) / len(values))
    sink.flushBuffer()
    del sink
    return destination


@dataclass(frozen=True)
class _Stage:
    """Where to write for the time being, and what brings it to where it was asked for and says what it is called."""

    place: Any
    settle: Callable[[str], str]


def _is_file(value: Any) -> bool:
    if isinstance(value, QgsProcessingOutputLayerDefinition):
        value = value.sink.staticValue()
    return isinstance(value, str) and not value.startswith(
        ("memory:", "ogr:", "postgres:", "postgis:", "TEMPORARY_OUTPUT")
    )


def _is_table(path: str) -> bool:
    return path.startswith("ogr:") and bool(QgsDataSourceUri(path[len("ogr:") :]).table())


def _aimed(value: Any, place: Any, *, load: bool = False) -> Any:
    """Return an output parameter with another place in it, to be loaded afterwards only on request."""
    if value is place or not isinstance(value, QgsProcessingOutputLayerDefinition):
        return place
    aimed = QgsProcessingOutputLayerDefinition(value)
    aimed.sink = QgsProperty.fromValue(place)
    if not load:
        aimed.destinationProject = None
    return aimed


def _unheeded(_: float) -> None:
    """Show no progress and take no cancelling."""


@contextmanager
def _beside(path: str) -> Iterator[_Stage]:
    """Let a file of any format, with all its parts, be written in a folder of its own and moved when it is whole."""
    target = Path(path)
    try:
        folder = Path(tempfile.mkdtemp(prefix=f".{target.stem[:20]}-", dir=target.parent))
    except OSError as error:
        raise LocationError(
            "The output “{path}” cannot be created. Choose another place or format.", path=path
        ) from error
    new, old = folder / "new", folder / "old"

    def settle(written: str) -> str:
        place, mark, table = written.partition("|layername=")
        final = target.parent / Path(place).name
        parts = [part.name for part in new.iterdir()]
        stale = [Path(side).name for side in side_files(str(final))]
        _swap(new, old, target.parent, list(dict.fromkeys([final.name, *parts, *stale])))
        return f"{final}{mark}{table}"

    try:
        new.mkdir()
        old.mkdir()
        yield _Stage(str(new / target.name), settle)
    except OSError as error:
        raise unwritable(target, error) from error
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _swap(new: Path, old: Path, folder: Path, names: Sequence[str]) -> None:
    """Put the files of `new` into `folder`, those they replace into `old`; all of them, or none."""
    done: list[tuple[Path, Path]] = []
    try:
        for name in names:
            for source, target in ((folder / name, old / name), (new / name, folder / name)):
                if source.exists():
                    os.replace(source, target)
                    done.append((source, target))
    except OSError:
        for source, target in reversed(done):
            os.replace(target, source)
        raise


@contextmanager
def _under_another_name(address: str) -> Iterator[_Stage]:
    """Let a table of a GeoPackage be written under another name, to take its own, in one transaction, when whole."""
    uri = QgsDataSourceUri(address[len("ogr:") :])
    path, table = Path(uri.database()), uri.table()
    existed = path.exists()
    partial = f"{table}_{uuid.uuid4().hex[:8]}"
    place = QgsDataSourceUri()
    place.setDatabase(uri.database())
    place.setDataSource("", partial, uri.geometryColumn())

    def settle(written: str) -> str:
        _rename(path, partial, table)
        return written.replace(f"|layername={partial}", f"|layername={table}")

    try:
        yield _Stage(f"ogr:{place.uri(False)}", settle)
    except BaseException:
        if existed:
            with suppress(LocationError):
                _rename(path, partial, None)
        else:
            for file in (path, *map(Path, side_files(str(path)))):
                with suppress(OSError):
                    file.unlink()
        raise


def _rename(path: Path, table: str, new: str | None) -> None:
    """Give a table of a database the name of another, which it replaces, or remove it."""
    from osgeo import gdal

    gdal.PushErrorHandler("CPLQuietErrorHandler")  # what fails is raised
    try:
        database = gdal.OpenEx(str(path), gdal.OF_VECTOR | gdal.OF_UPDATE)
        if database is None or database.StartTransaction() != 0:
            raise unwritable(path, OSError(gdal.GetLastErrorMsg()))
        gdal.ErrorReset()
        names = [database.GetLayer(i).GetName() for i in range(database.GetLayerCount())]
        drop = new if new is not None else table
        if drop in names:
            database.DeleteLayer(names.index(drop))
        if new is not None:
            quotes = ['"' + name.replace('"', '""') + '"' for name in (table, new)]
            database.ExecuteSQL(" ".join(["ALTER TABLE", quotes[0], "RENAME TO", quotes[1]]))
        if gdal.GetLastErrorType() >= gdal.CE_Failure or database.CommitTransaction() != 0:
            why = gdal.GetLastErrorMsg()
            database.RollbackTransaction()
            raise unwritable(path, OSError(why))
    except RuntimeError as error:  # newer QGIS lets GDAL raise
        raise unwritable(path, error) from error
    finally:
        gdal.PopErrorHandler()


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

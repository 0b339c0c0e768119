"""QgsVectorFileWriter, features in batches: what an algorithm's sink does. Making the features is part of it."""

from __future__ import annotations

from pathlib import Path

import geopandas as gpd
import shapely
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransformContext,
    QgsFeature,
    QgsGeometry,
    QgsPoint,
    QgsVectorFileWriter,
    QgsWkbTypes,
)

from ...processing.fields import make_fields
from ..near import timed
from ..writing import GEOMETRY, Loaded, collect
from ..writing import load as load_frames
from .with_qgis import start

__all__ = ["answer", "collect", "load"]

_BATCH = 10_000


def load(size, folder) -> Loaded:
    start()
    return load_frames(size, folder)


def answer(loaded: Loaded) -> None:
    for name, frame in loaded.layers.items():
        path = loaded.path(name)
        timed(loaded, name, lambda: write(path, name, frame))  # noqa: B023


def write(path: Path, name: str, frame: gpd.GeoDataFrame) -> None:
    values = frame.drop(columns="geometry")
    kinds = [(column, "integer" if values[column].dtype.kind == "i" else "text") for column in values.columns]
    fields = make_fields(kinds)
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName, options.layerName = "GPKG", name
    kind = {"Point": QgsWkbTypes.Type.Point, "Polygon": QgsWkbTypes.Type.Polygon}[GEOMETRY[name]]
    crs = QgsCoordinateReferenceSystem("EPSG:32648")
    writer = QgsVectorFileWriter.create(str(path), fields, kind, crs, QgsCoordinateTransformContext(), options)
    rows = list(zip(*(values[column].tolist() for column in values.columns)))
    shapes = frame.geometry.to_numpy()
    if GEOMETRY[name] == "Point":
        geometries = [QgsGeometry(QgsPoint(x, y)) for x, y in shapely.get_coordinates(shapes).tolist()]
    else:
        geometries = []
        for wkb in shapely.to_wkb(shapes).tolist():
            geometry = QgsGeometry()
            geometry.fromWkb(wkb)
            geometries.append(geometry)
    for start_ in range(0, len(rows), _BATCH):
        batch = []
        for row, geometry in zip(rows[start_ : start_ + _BATCH], geometries[start_ : start_ + _BATCH]):
            feature = QgsFeature(fields)
            feature.setAttributes(list(row))
            feature.setGeometry(geometry)
            batch.append(feature)
        writer.addFeatures(batch)
    del writer

"""This project's reader on a file-backed layer: the Arrow stream of its source."""

from __future__ import annotations

from pathlib import Path

import geopandas as gpd
import numpy as np
from qgis.core import QgsProcessingContext, QgsProcessingFeatureSource, QgsVectorLayer

from ...processing.frames import read_layer
from ..paths import Inputs
from .with_qgis import start

FIELDS = ("factory_id", "name_en", "isic")


def load(size: str, folder: Path) -> QgsVectorLayer:
    start()
    return QgsVectorLayer(str(Inputs(size, folder).factories), "factories", "ogr")


def answer(layer: QgsVectorLayer) -> gpd.GeoDataFrame:
    return read(layer, layer)


def read(layer: QgsVectorLayer, behind: QgsVectorLayer | None) -> gpd.GeoDataFrame:
    """Read; without the layer behind the source, the reader must take the feature iterator."""
    context = QgsProcessingContext()
    source = QgsProcessingFeatureSource(layer, context)
    return read_layer(source, behind, role="factories", fields=FIELDS, crs="EPSG:32648", tick=lambda _: None).frame


def collect(layer: object, frame: gpd.GeoDataFrame) -> dict[str, np.ndarray]:
    return {
        **{name: frame[name].to_numpy().astype(str) for name in FIELDS},
        "x": frame.geometry.x.to_numpy(),
        "y": frame.geometry.y.to_numpy(),
    }

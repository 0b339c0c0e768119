"""This project's writer: rows through SQLite, the spatial index packed at the end."""

from __future__ import annotations

from qgis.core import QgsCoordinateReferenceSystem

from ...processing.storage.geopackage import Table, write_geopackage
from ..near import timed
from ..writing import GEOMETRY, Loaded, collect
from ..writing import load as load_frames
from .with_qgis import start

__all__ = ["answer", "collect", "load"]


def load(size, folder) -> Loaded:
    start()
    return load_frames(size, folder)


def answer(loaded: Loaded) -> None:
    crs = QgsCoordinateReferenceSystem("EPSG:32648")
    for name, frame in loaded.layers.items():
        values = frame.drop(columns="geometry")
        columns = [(one, "integer" if values[one].dtype.kind == "i" else "text") for one in values.columns]
        table = Table(name, columns, values, frame.geometry.to_numpy(), GEOMETRY[name], crs)
        path = loaded.path(name)
        timed(loaded, name, lambda: write_geopackage(path, [table]))  # noqa: B023

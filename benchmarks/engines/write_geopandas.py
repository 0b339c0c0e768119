"""geopandas.to_file, row by row through GDAL."""

from __future__ import annotations

from ..near import timed
from ..writing import GEOMETRY, Loaded, collect, load

__all__ = ["answer", "collect", "load"]


def answer(loaded: Loaded, **options: bool) -> None:
    for name, frame in loaded.layers.items():
        path = loaded.path(name)
        more = {"geometry_type": GEOMETRY[name], "layer": name, "driver": "GPKG", "engine": "pyogrio", **options}
        timed(loaded, name, lambda: frame.to_file(path, **more))  # noqa: B023

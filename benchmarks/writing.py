"""What the engines of the part `writing` have in common: the layers, where they go, and what was written."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass, field
from pathlib import Path

import geopandas as gpd
import numpy as np
import shapely

from .paths import Inputs

# Question -> what its table is called.
TITLES = {
    "points": "Writing the factories: points, five fields, spatial index",
    "zones": "Writing the zones: polygons of 196 vertices, four fields, spatial index",
}
GEOMETRY = {"points": "Point", "zones": "Polygon"}


@dataclass(frozen=True)
class Loaded:
    """Frames in memory, where they are written, and the seconds and processor seconds that each took so far."""

    layers: dict[str, gpd.GeoDataFrame]
    folder: Path
    took: dict[str, list[tuple[float, float]]] = field(default_factory=dict)

    def path(self, name: str) -> Path:
        """Return where a layer goes; what a run before has left there is gone."""
        path = self.folder / f"{name}.gpkg"
        path.unlink(missing_ok=True)
        return path

    def times(self) -> dict[str, np.ndarray]:
        return {f"seconds {name}": np.array(runs) for name, runs in self.took.items()}


def load(size: str, folder: Path) -> Loaded:
    inputs = Inputs(size, folder)
    frames = {"points": gpd.read_file(inputs.factories), "zones": gpd.read_file(inputs.zones)}
    return Loaded(frames, Path(tempfile.mkdtemp(dir=folder)))


def collect(loaded: Loaded, _: object) -> dict[str, np.ndarray]:
    """Return what is in the files, row by row, and remove them."""
    out = loaded.times()
    for name in TITLES:
        path = loaded.folder / f"{name}.gpkg"
        frame = gpd.read_file(path)
        path.unlink()
        wkb = shapely.to_wkb(shapely.normalize(frame.geometry.to_numpy()))
        rows = zip(*(frame[column].astype(str) for column in sorted(frame.columns) if column != "geometry"), wkb)
        out[name] = np.array([hash_of(row) for row in rows])
    loaded.folder.rmdir()
    return out


def hash_of(row: tuple) -> int:
    """Return a number for the content of a row, the same in every process."""
    import zlib

    return zlib.crc32(repr(row).encode())


def different(one: np.ndarray, other: np.ndarray) -> int:
    """Return how many rows have another content."""
    return abs(len(one) - len(other)) or int((one != other).sum())

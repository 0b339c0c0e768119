"""geopandas.read_file with the columns in use, as it comes."""

from __future__ import annotations

from pathlib import Path

import geopandas as gpd
import numpy as np

from ..paths import Inputs

FIELDS = ("factory_id", "name_en", "isic")


def load(size: str, folder: Path) -> Path:
    return Inputs(size, folder).factories


def answer(path: Path) -> gpd.GeoDataFrame:
    return gpd.read_file(path, engine="pyogrio", columns=list(FIELDS))


def collect(path: Path, frame: gpd.GeoDataFrame) -> dict[str, np.ndarray]:
    return {
        **{name: frame[name].to_numpy().astype(str) for name in FIELDS},
        "x": frame.geometry.x.to_numpy(),
        "y": frame.geometry.y.to_numpy(),
    }

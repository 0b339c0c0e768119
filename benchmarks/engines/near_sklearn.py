"""scikit-learn's k-d tree: points only."""

from __future__ import annotations

from pathlib import Path

import geopandas as gpd
import numpy as np
import shapely
from sklearn.neighbors import KDTree

from ..near import QUESTIONS, Loaded, timed
from ..paths import Inputs


def load(size: str, folder: Path) -> Loaded:
    inputs = Inputs(size, folder)
    paths = {"factories": inputs.factories, "receptors": inputs.receptors}
    return Loaded(
        {name: shapely.get_coordinates(gpd.read_file(path).geometry.to_numpy()) for name, path in paths.items()}
    )


def answer(loaded: Loaded) -> dict[str, np.ndarray]:
    asked = [question for question in QUESTIONS if question[1] in loaded.layers]
    return {name: timed(loaded, name, lambda layer=layer, k=k: _nearest(loaded, layer, k)) for name, layer, k in asked}


def _nearest(loaded: Loaded, layer: str, k: int) -> np.ndarray:
    return KDTree(loaded.layers[layer]).query(loaded.layers["factories"], k=k)[0]


def collect(loaded: Loaded, result: dict[str, np.ndarray]) -> dict[str, np.ndarray]:
    return {**result, **loaded.times()}

"""scikit-learn's DBSCAN, and shapely for the hulls."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import shapely
from sklearn.cluster import DBSCAN

from ..clusters import DISTANCE_M, LEAST, hulls, places
from ..paths import Inputs


def load(size: str, folder: Path) -> np.ndarray:
    return places(Inputs(size, folder))


def answer(xy: np.ndarray) -> tuple[DBSCAN, np.ndarray]:
    found = DBSCAN(eps=DISTANCE_M, min_samples=LEAST).fit(xy)
    return found, hulls(xy, found.labels_)


def collect(xy: np.ndarray, result: tuple[DBSCAN, np.ndarray]) -> dict[str, np.ndarray]:
    found, outlines = result
    core = np.zeros(len(xy), dtype=bool)
    core[found.core_sample_indices_] = True
    return {"cluster": found.labels_, "core": core, "area": shapely.area(outlines)}

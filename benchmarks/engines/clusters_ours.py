"""This project's engine: DBSCAN by cells, and hulls."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import shapely

from ...processing.analysis.density import Labels, dbscan, hulls
from ..clusters import DISTANCE_M, LEAST, places
from ..paths import Inputs


def load(size: str, folder: Path) -> np.ndarray:
    return places(Inputs(size, folder))


def answer(xy: np.ndarray) -> tuple[Labels, np.ndarray]:
    found = dbscan(xy, DISTANCE_M, LEAST)
    return found, hulls(xy, found.cluster)


def collect(xy: np.ndarray, result: tuple[Labels, np.ndarray]) -> dict[str, np.ndarray]:
    found, outlines = result
    return {"cluster": found.cluster, "core": found.core, "area": shapely.area(outlines)}

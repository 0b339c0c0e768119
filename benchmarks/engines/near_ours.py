"""This project's engine: the nearest few of points and of lines, on loaded layers."""

from __future__ import annotations

from pathlib import Path

import geopandas as gpd
import numpy as np

from ...processing.analysis.neighbours import Places, Targets
from ..near import QUESTIONS, Loaded, timed
from ..paths import Inputs


def load(size: str, folder: Path) -> Loaded:
    inputs = Inputs(size, folder)
    paths = {"factories": inputs.factories, "receptors": inputs.receptors, "rivers": inputs.rivers}
    return Loaded({name: gpd.read_file(path).geometry.to_numpy() for name, path in paths.items()})


def answer(loaded: Loaded) -> dict[str, np.ndarray]:
    out = {}
    for name, layer, k in QUESTIONS:
        places = Places(loaded.layers["factories"])
        far = np.full(len(places.xy), np.inf)  # their coordinates are taken out here, as the other tools have theirs
        others = loaded.layers[layer]
        found = timed(loaded, name, lambda: Targets(others).nearest(places, k, far))  # noqa: B023
        # Sorted for the comparison; `analysis.proximity` does it when it ranks by geodesic distance.
        order = np.argsort(found.place, kind="stable")
        start = np.searchsorted(found.place[order], np.arange(len(far)))
        out[name] = found.distance[order[start[:, None] + np.arange(k)]]
    return out


def collect(loaded: Loaded, result: dict[str, np.ndarray]) -> dict[str, np.ndarray]:
    return {**result, **loaded.times()}

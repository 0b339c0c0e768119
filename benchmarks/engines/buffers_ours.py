"""This project's engine: zones, their unions, receptors and factories inside; distances on the ground."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import geopandas as gpd
import numpy as np

from ...processing.analysis import dominoes, exposure, zones
from ..buffers import REACH, SEGMENTS, answers
from ..layers import CRS
from ..near import Loaded, timed
from ..paths import Inputs


def load(size: str, folder: Path) -> Loaded:
    inputs = Inputs(size, folder)
    factories, receptors = gpd.read_file(inputs.factories), gpd.read_file(inputs.receptors)
    codes = sorted(REACH)
    return Loaded(
        {
            "factories": factories.geometry.to_numpy(),
            "receptors": receptors.geometry.to_numpy(),
            "reach": factories["isic"].map(REACH).to_numpy(),
            "kind": factories["isic"].map(codes.index).to_numpy(),
        }
    )


def answer(loaded: Loaded) -> dict[str, Any]:
    layers, kind = loaded.layers, loaded.layers["kind"]
    exact = np.zeros(len(kind))
    sources = zones.Sources(layers["factories"], CRS, layers["reach"][:, None], exact, kind)
    buffers = timed(loaded, "buffers", lambda: zones.buffers(sources, SEGMENTS)[:, 0])
    return {
        "buffers": buffers,
        "dissolved": timed(loaded, "dissolved", lambda: zones.dissolved(buffers, kind, len(REACH))),
        "receptors": timed(loaded, "receptors", lambda: exposure.inside(sources, layers["receptors"])),
        "overlapping": timed(loaded, "overlapping", lambda: dominoes.dominoes(sources)),
    }


def collect(loaded: Loaded, result: dict[str, Any]) -> dict[str, np.ndarray]:
    inside, near = result["receptors"], result["overlapping"]
    pairs = np.c_[inside.source, inside.receptor], np.c_[near.source, near.other]
    return {**answers(result["buffers"], result["dissolved"], *pairs), **loaded.times()}

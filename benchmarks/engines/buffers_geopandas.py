"""geopandas: buffer, dissolve, and spatial joins with the polygons on the left, so that each is prepared once."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import geopandas as gpd
import numpy as np

from ..buffers import SEGMENTS, answers, with_radii
from ..near import Loaded, timed
from ..paths import Inputs

METHOD = "unary"


def load(size: str, folder: Path) -> Loaded:
    inputs = Inputs(size, folder)
    return Loaded({"factories": with_radii(inputs), "receptors": gpd.read_file(inputs.receptors)})


def answer(loaded: Loaded, method: str = METHOD) -> dict[str, Any]:
    factories, receptors = loaded.layers["factories"], loaded.layers["receptors"]
    buffers = timed(loaded, "buffers", lambda: _buffers(factories))
    return {
        "buffers": buffers,
        "dissolved": timed(loaded, "dissolved", lambda: buffers.dissolve("isic", method=method)),
        "receptors": timed(loaded, "receptors", lambda: _inside(buffers, receptors)),
        "overlapping": timed(loaded, "overlapping", lambda: _inside(buffers, factories)),
    }


def _buffers(factories: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    grown = factories.geometry.buffer(factories["radius"], SEGMENTS)
    return factories[["isic"]].set_geometry(grown)


def _inside(buffers: gpd.GeoDataFrame, places: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    return buffers.sjoin(places[["geometry"]], predicate="intersects")


def collect(loaded: Loaded, result: dict[str, Any]) -> dict[str, np.ndarray]:
    pairs = [np.c_[found.index, found["index_right"]] for found in (result["receptors"], result["overlapping"])]
    others = pairs[1][pairs[1][:, 0] != pairs[1][:, 1]]
    dissolved = result["dissolved"].sort_index().geometry.to_numpy()
    return {**answers(result["buffers"].geometry.to_numpy(), dissolved, pairs[0], others), **loaded.times()}

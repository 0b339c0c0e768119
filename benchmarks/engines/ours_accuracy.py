"""This project's engine on the register: coordinates good to 5 to 15 m, and declared parks."""

from __future__ import annotations

from pathlib import Path

import geopandas as gpd

from ..paths import Inputs
from .ours import Loaded, answer, collect, from_frames

__all__ = ["answer", "collect", "load"]


def load(size: str, folder: Path) -> Loaded:
    inputs = Inputs(size, folder)
    register = gpd.read_file(inputs.register)
    return from_frames(inputs, register, register["loc_accuracy_m"].to_numpy(), register["park_id"].to_numpy())

"""geopandas with the union of disjoint subsets, which has to be asked for."""

from __future__ import annotations

from typing import Any

from ..near import Loaded
from . import buffers_geopandas
from .buffers_geopandas import collect, load

__all__ = ["answer", "collect", "load"]


def answer(loaded: Loaded) -> dict[str, Any]:
    return buffers_geopandas.answer(loaded, "disjoint_subset")

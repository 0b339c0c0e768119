"""geopandas.to_file through Arrow (needs pyarrow)."""

from __future__ import annotations

from ..writing import Loaded, collect, load
from . import write_geopandas

__all__ = ["answer", "collect", "load"]


def answer(loaded: Loaded) -> None:
    write_geopandas.answer(loaded, use_arrow=True)

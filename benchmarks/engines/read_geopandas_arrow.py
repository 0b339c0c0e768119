"""geopandas.read_file through Arrow (needs pyarrow)."""

from __future__ import annotations

from pathlib import Path

import geopandas as gpd

from .read_geopandas import FIELDS, collect, load

__all__ = ["answer", "collect", "load"]


def answer(path: Path) -> gpd.GeoDataFrame:
    return gpd.read_file(path, engine="pyogrio", columns=list(FIELDS), use_arrow=True)

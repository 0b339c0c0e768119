"""geopandas: two spatial joins and a table join. Polygons on the left, its fastest arrangement for points."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from typing import NamedTuple

import geopandas as gpd
import numpy as np
import pandas as pd

from ..paths import Inputs

ARROW = importlib.util.find_spec("pyarrow") is not None


class Loaded(NamedTuple):
    factories: gpd.GeoDataFrame
    zones: gpd.GeoDataFrame
    parks: gpd.GeoDataFrame
    permits: pd.DataFrame


def load(size: str, folder: Path) -> Loaded:
    inputs = Inputs(size, folder)
    factories = gpd.read_file(inputs.factories, columns=["factory_id", "name_en", "isic"], use_arrow=ARROW)
    zones = gpd.read_file(inputs.zones, columns=["zone_id", "zone_code", "zone_name"], use_arrow=ARROW)
    parks = gpd.read_file(inputs.parks, use_arrow=ARROW).rename(columns={"name_en": "park_name"})
    return Loaded(factories, zones, parks, pd.read_csv(inputs.permits, dtype={"isic": str}))


def answer(loaded: Loaded) -> gpd.GeoDataFrame:
    zone, park = _lowest(loaded.zones, loaded.factories), _lowest(loaded.parks, loaded.factories)
    table = loaded.factories.assign(zone=zone, park=park)
    table = table.join(loaded.zones.drop(columns="geometry"), on="zone")
    table = table.join(loaded.parks.drop(columns="geometry"), on="park")
    return table.merge(loaded.permits, how="left", on=["zone_code", "isic"]).drop(columns=["zone", "park"])


def _lowest(areas: gpd.GeoDataFrame, points: gpd.GeoDataFrame) -> pd.Series:
    """Return the row of the lowest area that each point lies in, border included."""
    pairs = areas[["geometry"]].sjoin(points[["geometry"]], predicate="intersects")["index_right"]
    return pd.Series(pairs.index, index=pairs.to_numpy()).groupby(level=0).min().reindex(points.index)


def collect(loaded: Loaded, result: gpd.GeoDataFrame) -> dict[str, np.ndarray]:
    result = result.sort_values("factory_id")
    return {
        "zone": result["zone_id"].astype(object).fillna("").to_numpy().astype(str),
        "park": result["park_id"].astype(object).fillna("").to_numpy().astype(str),
        "permitted": result["permitted"].fillna(-1).to_numpy().astype(int),
    }


def main(size: str, folder: str, output: str) -> None:
    """The whole job: GeoPackage in, GeoPackage out."""
    answer(load(size, Path(folder))).to_file(output, driver="GPKG", layer="checked", use_arrow=ARROW)


if __name__ == "__main__":
    main(*sys.argv[1:])

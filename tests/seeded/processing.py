"""A seeded register through the algorithm itself: layers in, the tables of its GeoPackage out."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import geopandas as gpd
import pandas as pd
from factory_locations.processing import schema

from .errors import Seeded

LAYERS = {
    "ADMIN_PROVINCES": "provinces",
    "ADMIN_DISTRICTS": "districts",
    "ADMIN_COMMUNES": "communes",
    "LAND": "land",
    "WATER": "lakes",
    "PARKS": "parks",
    "SITES": "premises",
    "OFFICES": "offices",
    "CENTRES": "gazetteer",
}


def write(made: Seeded, folder: Path) -> dict[str, str]:
    """Write the register and every layer around it, and return the parameters of the algorithm."""
    path = folder / "seeded.gpkg"
    land = made.country.coverage
    around = {
        # Columns are appended by their position in some versions of GDAL.
        "factories": made.table.reindex(columns=[*schema.load_schema().names, "geometry"]),
        **{name: getattr(land, name) for name in ("provinces", "districts", "communes", "land", "lakes", "gazetteer")},
        "parks": made.country.parks,
        "premises": made.premises,
        "offices": made.country.offices,
    }
    schema.create_register(path, crs="EPSG:4326", layer="factories")
    for name, frame in around.items():
        frame.to_file(path, layer=name, driver="GPKG", mode="a")
    layers = {parameter: f"{path}|layername={layer}" for parameter, layer in LAYERS.items()}
    return {"FACTORIES": f"{path}|layername=factories", **layers}


def run(made: Seeded, algorithm: Callable, folder: Path) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return the problems and proposals that the algorithms write about a seeded register.

    Duplicates (C18) are what `find_duplicates` looks for, the rest is of `check_coordinates`.

    Parameters
    ----------
    made : Seeded
    algorithm : callable
        The fixture ``run``.
    folder : Path
        An empty one.
    """
    layers = write(made, folder)
    algorithm("check_coordinates", {**layers, "OUTPUT": str(folder / "found.gpkg")})
    problems, proposals = read(folder / "found.gpkg")
    algorithm("find_duplicates", {"FACTORIES": layers["FACTORIES"], "OUTPUT": str(folder / "pairs.gpkg")})
    pairs = gpd.read_file(folder / "pairs.gpkg", layer="pairs")
    twice = [
        pairs[[side, "certainty"]].rename(columns={side: "factory_id"}).assign(code="C18")
        for side in ("factory_id_a", "factory_id_b")
    ]
    return pd.concat([problems[problems["code"] != "C18"], *twice], ignore_index=True), proposals


def read(output: Path) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return the tables of problems and proposals of a result."""
    tables = (gpd.read_file(output, layer=layer).drop(columns="geometry") for layer in ("problems", "proposals"))
    problems, proposals = tables
    for table in (problems, proposals):
        table["factory_id"] = table["factory_id"].astype(object)
    return problems, proposals

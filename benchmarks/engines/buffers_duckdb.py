"""DuckDB with its spatial extension: one statement a step, on all processors."""

from __future__ import annotations

from pathlib import Path

import duckdb
import numpy as np
import shapely

from ..buffers import SEGMENTS, STEPS, answers, radii_path
from ..near import Loaded, timed
from ..paths import Inputs
from .with_duckdb import _extension

QUERIES = {
    "buffers": "select row, isic, ST_Buffer(geom, radius, {segments}::integer) as geom from factories",
    "dissolved": "select isic, ST_Union_Agg(geom) as geom from buffers_made group by isic",
    "receptors": "select b.row as source, r.row as place from buffers_made b join receptors r "
    "on ST_Intersects(b.geom, r.geom)",
    # A factory is in its own buffer: to ask for others only would keep DuckDB from its spatial join.
    "overlapping": "select b.row as source, f.row as place from buffers_made b join factories f "
    "on ST_Intersects(b.geom, f.geom)",
}


def load(size: str, folder: Path) -> Loaded:
    inputs = Inputs(size, folder)
    connection = duckdb.connect()
    connection.execute(f"load '{_extension()}'")
    for table, path in (("places", inputs.factories), ("receptors", inputs.receptors)):
        numbered = "select *, row_number() over (order by fid) - 1 as row"
        connection.execute(f"create table {table} as {numbered} from ST_Read('{path}')")
    radii = {"radius": np.load(radii_path(inputs))}
    radii["row"] = np.arange(len(radii["radius"]))
    connection.register("radii", radii)
    connection.execute("create table factories as select row, isic, geom, radius from places join radii using (row)")
    return Loaded({"connection": connection})


def answer(loaded: Loaded) -> None:
    connection = loaded.layers["connection"]
    for step in STEPS:
        query = f"create or replace table {step}_made as {QUERIES[step].format(segments=SEGMENTS)}"
        timed(loaded, step, lambda query=query: connection.execute(query))


def collect(loaded: Loaded, result: None) -> dict[str, np.ndarray]:
    connection = loaded.layers["connection"]
    polygons = [
        shapely.from_wkb([bytes(one) for (one,) in connection.execute(query).fetchall()])
        for query in (
            "select ST_AsWKB(geom) from buffers_made order by row",
            "select ST_AsWKB(geom) from dissolved_made order by isic",
        )
    ]
    pairs = []
    for step in STEPS[2:]:
        found = connection.execute(f"select source, place from {step}_made").fetchnumpy()
        pairs.append(np.c_[found["source"], found["place"]])
    pairs[1] = pairs[1][pairs[1][:, 0] != pairs[1][:, 1]]
    return {**answers(*polygons, *pairs), **loaded.times()}

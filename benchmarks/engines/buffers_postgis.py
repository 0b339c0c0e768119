"""PostGIS: one statement a step, each on the indexed layers."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import shapely

from .. import postgis
from ..buffers import SEGMENTS, STEPS, answers, radii_path
from ..near import Loaded, timed
from ..paths import Inputs

REMOTE = True
QUERIES = {
    "buffers": f"SELECT f.fid, f.isic, ST_Buffer(f.geom, r.radius, {SEGMENTS}) AS geom "
    "FROM factories f JOIN radii r ON r.fid = f.fid",
    "dissolved": "SELECT isic, ST_Union(geom) AS geom FROM buffers_made GROUP BY isic",
    "receptors": "SELECT b.fid AS source, r.fid AS place FROM buffers_made b JOIN receptors r "
    "ON ST_Intersects(b.geom, r.geom)",
    "overlapping": "SELECT b.fid AS source, f.fid AS place FROM buffers_made b JOIN factories f "
    "ON ST_Intersects(b.geom, f.geom) AND b.fid <> f.fid",
}


def load(size: str, folder: Path) -> Loaded:
    inputs = Inputs(size, folder)
    connection = postgis.connect(inputs, ("factories", "receptors"))
    with connection.cursor() as cursor:
        cursor.execute("CREATE TEMP TABLE radii (fid bigint PRIMARY KEY, radius double precision)")
        rows = ((fid, float(radius)) for fid, radius in enumerate(np.load(radii_path(inputs)), start=1))
        cursor.copy_from(postgis.lines(rows), "radii")
        cursor.execute("ANALYZE radii")
    return Loaded({"connection": connection})


def answer(loaded: Loaded) -> None:
    with loaded.layers["connection"].cursor() as cursor:
        cursor.execute("".join(f"DROP TABLE IF EXISTS {step}_made;" for step in STEPS))
        for step in STEPS:
            timed(loaded, step, lambda step=step: _make(cursor, step))


def _make(cursor, step: str) -> None:
    cursor.execute(f"CREATE TEMP TABLE {step}_made AS {QUERIES[step]}")
    cursor.execute(f"ANALYZE {step}_made")


def collect(loaded: Loaded, result: None) -> dict[str, np.ndarray]:
    with loaded.layers["connection"].cursor() as cursor:

        def polygons(query: str) -> np.ndarray:
            cursor.execute(query)
            return shapely.from_wkb([bytes(wkb) for (wkb,) in cursor.fetchall()])

        def pairs(step: str) -> np.ndarray:
            cursor.execute(f"SELECT source - 1, place - 1 FROM {step}_made")
            return np.array(cursor.fetchall(), dtype="int64").reshape(-1, 2)

        made = polygons("SELECT ST_AsBinary(geom) FROM buffers_made ORDER BY fid")
        joined = polygons("SELECT ST_AsBinary(geom) FROM dissolved_made ORDER BY isic")
        return {**answers(made, joined, *map(pairs, STEPS[2:])), **loaded.times()}

"""PostGIS: its DBSCAN as a window function, the members of each cluster collected, and the hull of each."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np

from .. import postgis
from ..clusters import DISTANCE_M, LEAST
from ..paths import Inputs

REMOTE = True
CLUSTERED = f"""
CREATE TEMP TABLE clustered AS
SELECT fid, geom, ST_ClusterDBSCAN(geom, eps := {DISTANCE_M}, minpoints := {LEAST}) OVER () AS cluster FROM factories
"""
HULLS = """
CREATE TEMP TABLE hulls AS
SELECT cluster, ST_ConvexHull(ST_Collect(geom)) AS geom FROM clustered WHERE cluster IS NOT NULL GROUP BY cluster
"""


def load(size: str, folder: Path) -> Any:
    return postgis.connect(Inputs(size, folder), ("factories",))


def answer(connection: Any) -> None:
    with connection.cursor() as cursor:
        cursor.execute("DROP TABLE IF EXISTS clustered; DROP TABLE IF EXISTS hulls")
        cursor.execute(CLUSTERED)
        cursor.execute(HULLS)


def collect(connection: Any, result: None) -> dict[str, np.ndarray]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT coalesce(cluster, -1) FROM clustered ORDER BY fid")
        cluster = np.array(cursor.fetchall(), dtype="int64").ravel()
        cursor.execute("SELECT ST_Area(geom) FROM hulls ORDER BY cluster")
        return {"cluster": cluster, "area": np.array(cursor.fetchall(), dtype="float64").ravel()}

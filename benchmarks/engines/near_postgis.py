"""PostGIS: its index-assisted nearest-neighbour operator, per factory."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from .. import postgis
from ..near import QUESTIONS, Loaded, timed
from ..paths import Inputs

REMOTE = True
QUERY = """
CREATE TEMP TABLE nearest AS
SELECT f.fid, n.metres FROM factories f CROSS JOIN LATERAL (
    SELECT f.geom <-> t.geom AS metres FROM {layer} t ORDER BY f.geom <-> t.geom LIMIT {k}
) n
"""


def load(size: str, folder: Path) -> Loaded:
    return Loaded({"connection": postgis.connect(Inputs(size, folder), ("factories", "receptors", "rivers"))})


def answer(loaded: Loaded) -> dict[str, np.ndarray]:
    out = {}
    with loaded.layers["connection"].cursor() as cursor:
        for name, layer, k in QUESTIONS:
            cursor.execute("DROP TABLE IF EXISTS nearest")
            query = QUERY.format(layer=layer, k=k)
            timed(loaded, name, lambda: cursor.execute(query))  # noqa: B023
            cursor.execute("SELECT metres FROM nearest ORDER BY fid, metres")
            out[name] = np.array(cursor.fetchall()).reshape(-1, k)
    return out


def collect(loaded: Loaded, result: dict[str, np.ndarray]) -> dict[str, np.ndarray]:
    return {**result, **loaded.times()}

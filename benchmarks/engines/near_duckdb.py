"""DuckDB with its spatial extension: a spatial join within a distance, and the least of each factory.

It has no nearest-neighbour operator, so it is told how far to look: `FAR_M`, within which all but few have a river. Of
several neighbours and of points it has no arrangement that would not be unfair to it.
"""

from __future__ import annotations

from pathlib import Path

import duckdb
import numpy as np

from ..near import FAR_M, Loaded, timed
from ..paths import Inputs
from .with_duckdb import _extension

QUERY = """
select f.fid, min(ST_Distance(f.geom, r.geom)) as metres
from factories f join rivers r on ST_DWithin(f.geom, r.geom, {far}::double) group by f.fid
"""


def load(size: str, folder: Path) -> Loaded:
    inputs = Inputs(size, folder)
    connection = duckdb.connect()
    connection.execute(f"load '{_extension()}'")
    for table, path in (("factories", inputs.factories), ("rivers", inputs.rivers)):
        connection.execute(f"create table {table} as select * from ST_Read('{path}')")
    return Loaded({"connection": connection})


def answer(loaded: Loaded) -> dict[str, np.ndarray]:
    connection = loaded.layers["connection"]
    query = f"create or replace table nearest as {QUERY.format(far=FAR_M)}"
    timed(loaded, "rivers_1", lambda: connection.execute(query))
    rows = "select coalesce(n.metres, 'infinity'::double) as m from factories f left join nearest n using (fid)"
    got = connection.execute(f"{rows} order by f.fid").fetchnumpy()["m"]
    return {"rivers_1": np.asarray(got)[:, None]}


def collect(loaded: Loaded, result: dict[str, np.ndarray]) -> dict[str, np.ndarray]:
    return {**result, **loaded.times()}

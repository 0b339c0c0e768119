"""DuckDB with its spatial extension, one SQL statement, on all processors."""

from __future__ import annotations

import sys
from pathlib import Path

import duckdb
import numpy as np

from ..paths import Inputs
from ..queries import ZONE_AND_PARK


def load(size: str, folder: Path) -> duckdb.DuckDBPyConnection:
    inputs = Inputs(size, folder)
    connection = duckdb.connect()
    connection.execute(f"load '{_extension()}'")
    for table, path in (("factories", inputs.factories), ("zones", inputs.zones), ("parks", inputs.parks)):
        connection.execute(f"create table {table} as select * from ST_Read('{path}')")
    columns = "{'zone_code': 'varchar', 'isic': 'varchar', 'permitted': 'integer'}"
    connection.execute(f"create table permits as select * from read_csv('{inputs.permits}', columns = {columns})")
    return connection


def _extension() -> Path:
    import duckdb_extension_spatial

    folder = Path(duckdb_extension_spatial.__file__).parent / "extensions"
    return next(folder.glob("*/spatial.duckdb_extension"))


def answer(connection: duckdb.DuckDBPyConnection) -> None:
    connection.execute(f"create or replace table checked as {ZONE_AND_PARK}")


def collect(connection: duckdb.DuckDBPyConnection, result: None) -> dict[str, np.ndarray]:
    columns = "coalesce(zone_id, '') as zone, coalesce(park_id, '') as park, coalesce(permitted, -1) as permitted"
    got = connection.execute(f"select {columns} from checked order by factory_id").fetchnumpy()
    return {"zone": got["zone"].astype(str), "park": got["park"].astype(str), "permitted": got["permitted"]}


def main(size: str, folder: str, output: str) -> None:
    """The whole job: GeoPackage in, GeoPackage out."""
    connection = load(size, Path(folder))
    connection.execute(f"copy ({ZONE_AND_PARK}) to '{output}' with (format gdal, driver 'GPKG', srs 'EPSG:32648')")


if __name__ == "__main__":
    main(*sys.argv[1:])

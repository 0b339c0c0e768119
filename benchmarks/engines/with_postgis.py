"""PostGIS: one SQL statement on indexed tables; the result stays in the database."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

import numpy as np

from .. import postgis
from ..paths import Inputs
from ..queries import ZONE_AND_PARK

REMOTE = True


def load(size: str, folder: Path) -> Any:
    inputs = Inputs(size, folder)
    connection = postgis.connect(inputs, ("factories", "zones", "parks"))
    with connection.cursor() as cursor, inputs.permits.open(encoding="utf-8", newline="") as file:
        cursor.execute("CREATE TEMP TABLE permits (zone_code text, isic text, permitted integer)")
        rows = [(row["zone_code"], row["isic"], int(row["permitted"])) for row in csv.DictReader(file)]
        cursor.executemany("INSERT INTO permits VALUES (%s, %s, %s)", rows)
        cursor.execute("ANALYZE permits")
    return connection


def answer(connection: Any) -> None:
    with connection.cursor() as cursor:
        cursor.execute("DROP TABLE IF EXISTS checked")
        cursor.execute(f"CREATE TEMP TABLE checked AS {ZONE_AND_PARK}")


def collect(connection: Any, result: None) -> dict[str, np.ndarray]:
    columns = "coalesce(zone_id, ''), coalesce(park_id, ''), coalesce(permitted, -1)"
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {columns} FROM checked ORDER BY factory_id")
        zone, park, permitted = zip(*cursor.fetchall())
    return {"zone": np.array(zone), "park": np.array(park), "permitted": np.array(permitted)}

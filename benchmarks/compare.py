"""Do the tools give the same answers? A speed without that is worth nothing."""

from __future__ import annotations

import csv
import sqlite3
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path

import geopandas as gpd
import numpy as np
import shapely

from .paths import Inputs

Answer = Mapping[str, np.ndarray]

# How each tool's output file says: zone, park, permitted (1, 0, -1 for no zone), one row a factory in their order.
_WRITTEN = {
    "checked": "SELECT coalesce(zone_id, ''), coalesce(park_id, ''), coalesce(permitted, -1) "
    "FROM {table} ORDER BY factory_id",
    "factory_summary": "SELECT replace(coalesce(zone_name, ''), 'Zone ', 'Z'), coalesce(park_id, ''), "
    "CASE zone_verdict WHEN 'pass' THEN 1 WHEN 'fail' THEN 0 ELSE -1 END FROM {table} ORDER BY factory_id",
}


def written(path: Path) -> Answer:
    """Read the answer out of an output GeoPackage."""
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as connection:
        tables = [name for (name,) in connection.execute("SELECT table_name FROM gpkg_contents")]
        table = "factory_summary" if "factory_summary" in tables else tables[0]
        query = _WRITTEN.get(table, _WRITTEN["checked"]).format(table=f'"{table}"')
        rows = connection.execute(query).fetchall()
    zone, park, permitted = zip(*rows)
    return {"zone": np.array(zone), "park": np.array(park), "permitted": np.array(permitted)}


def differences(reference: Answer, other: Answer, inputs: Inputs) -> tuple[int, int]:
    """Return how many factories have another answer, and how many of those only lie on a shared border.

    QGIS's join has no border rule: on a shared border it names any of the zones that touch the factory. Such an
    answer is counted apart when the zone named does touch the factory and the flag is that zone's. Ours names the same
    zone as the reference and leaves permitted or not undecided where the zones that meet differ, which is counted
    apart when they truly do.
    """
    if len(reference["zone"]) != len(other["zone"]):
        return max(len(reference["zone"]), len(other["zone"])), 0
    zone_differs = reference["zone"] != other["zone"]
    rest_differs = reference["park"] != other["park"]
    rest_differs |= ~zone_differs & (reference["permitted"] != other["permitted"])
    rows = np.flatnonzero(zone_differs & ~rest_differs)
    excused = int(_another_zone_of_the_border(other, rows, inputs).sum()) if len(rows) else 0
    same_place = ~zone_differs & (reference["park"] == other["park"])
    open_ = np.flatnonzero(same_place & (other["permitted"] == -1) & (reference["permitted"] != -1))
    excused += int(_zones_that_meet_differ(open_, inputs).sum()) if len(open_) else 0
    return int((zone_differs | rest_differs).sum()), excused


def _zones_that_meet_differ(rows: np.ndarray, inputs: Inputs) -> np.ndarray:
    """Return whether factories lie on the border between a zone that permits them and one that does not."""
    factories = gpd.read_file(inputs.factories).iloc[rows]
    zones = gpd.read_file(inputs.zones)
    flag = _flags(inputs)
    zone, factory = shapely.STRtree(factories.geometry.to_numpy()).query(
        shapely.boundary(zones.geometry.to_numpy()), predicate="intersects"
    )
    said: list[set[int | None]] = [set() for _ in rows]
    codes, activities = zones["zone_code"].to_numpy(), factories["isic"].to_numpy()
    for one, other in zip(zone.tolist(), factory.tolist()):
        said[other].add(flag.get((codes[one], activities[other])))
    return np.array([len(flags) > 1 for flags in said], dtype=bool)


def _flags(inputs: Inputs) -> dict[tuple[str, str], int]:
    """Return whether each zone code permits each activity."""
    with inputs.permits.open(encoding="utf-8", newline="") as file:
        return {(row["zone_code"], row["isic"]): int(row["permitted"]) for row in csv.DictReader(file)}


def _another_zone_of_the_border(other: Answer, rows: np.ndarray, inputs: Inputs) -> np.ndarray:
    factories = gpd.read_file(inputs.factories).iloc[rows]
    zones = gpd.read_file(inputs.zones).set_index("zone_id")
    flag = _flags(inputs)
    named = zones.reindex(other["zone"][rows])
    touches = shapely.intersects(shapely.boundary(named.geometry.to_numpy()), factories.geometry.to_numpy())
    expected = [flag.get(key) for key in zip(named["zone_code"], factories["isic"])]
    return touches & (np.array(expected, dtype=object) == other["permitted"][rows])

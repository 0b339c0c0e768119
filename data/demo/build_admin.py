"""Build ``admin.gpkg``: illustrative communes and offices around the demo register, with the same values on every run.

    python data/demo/build_admin.py [--output FOLDER]

Needs fiona, numpy, scipy and shapely, and ``demo.gpkg``. Every commune of the list of 2025 gets an area: the cells
nearest to its seeds, inside the coarse outline of its province. A factory is a seed of its own district, so every
factory of the demo lies in the district it declares.
"""

from __future__ import annotations

import argparse
import csv
import math
import random
import sqlite3
from collections import defaultdict
from contextlib import closing
from pathlib import Path
from typing import Any

import fiona
import numpy as np
import shapely
from scipy.spatial import cKDTree
from shapely.geometry import mapping

HERE = Path(__file__).resolve().parent
ADMIN_UNITS = HERE.parent / "gazetteer" / "admin_units.csv"
CRS = "EPSG:32648"
WRITTEN = "2025-01-01T00:00:00Z"
VINTAGE = 2025
NOT_FOR_DECISIONS = "Illustrative data, not for decisions."
KM = 1000.0
FACTORIES_PER_COMMUNE = 12
# The outline of Kampong Cham is from before 2014: what lies nearer to the second place has been Tboung Khmum since.
SPLIT = ("03", "25", (532.0 * KM, 1329.0 * KM), (590.0 * KM, 1325.0 * KM))
GRID_M = 0.1
COMMUNES = {
    "commune_code": "str:6", "district_code": "str:4", "province_code": "str:2", "name_en": "str:60",
    "name_km": "str:80", "vintage": "int32",
}  # fmt: skip
# Name, kind, where (km).
OFFICES = [
    ("Ministry of Industry, Science, Technology & Innovation (illustrative)", "ministry", (491.20, 1278.30)),
    ("Ministry of Commerce (illustrative)", "ministry", (482.90, 1275.90)),
    ("Council for the Development of Cambodia (illustrative)", "ministry", (491.90, 1280.10)),
    ("Provincial department, Kampong Speu (illustrative)", "department", (448.90, 1266.20)),
    ("Provincial department, Kandal (illustrative)", "department", (495.40, 1267.80)),
    ("Provincial department, Svay Rieng (illustrative)", "department", (587.20, 1226.40)),
    ("Provincial department, Preah Sihanouk (illustrative)", "department", (341.60, 1176.40)),
    ("Provincial department, Kampot (illustrative)", "department", (411.30, 1172.80)),
]
Place = tuple[float, float]


def read_units() -> list[dict[str, str]]:
    """Rows of the list of codes, as text."""
    with ADMIN_UNITS.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def read_demo() -> tuple[dict[str, Any], list[tuple[Place, str, str | None]]]:
    """Outlines of the provinces by code, and place, district and commune of every factory that has a place."""
    with fiona.open(HERE / "demo.gpkg", layer="provinces") as source:
        provinces = {f["properties"]["province_code"]: shapely.geometry.shape(f["geometry"]) for f in source}
    with fiona.open(HERE / "demo.gpkg", layer="factories") as source:
        factories = [
            (f["geometry"]["coordinates"], f["properties"]["district_code"], f["properties"]["commune_code"])
            for f in source
            if f["geometry"] is not None
        ]
    return provinces, factories


def centres(draw: random.Random, places: list[Place], number: int) -> list[Place]:
    """A number of places that share some others evenly."""
    xy = np.array(places)
    found = xy[sorted(draw.sample(range(len(xy)), number))]
    for _ in range(5):
        near = cKDTree(found).query(xy)[1]
        for k in range(number):
            if (near == k).any():
                found[k] = xy[near == k].mean(axis=0)
    return [(round(float(x), 1), round(float(y), 1)) for x, y in found]


def sample(draw: random.Random, shape: Any, number: int) -> list[Place]:
    """Places in a province, away from its border where it is large."""
    inner = shape.buffer(-1000)
    x0, y0, x1, y1 = inner.bounds
    found: list[Place] = []
    while len(found) < number:
        x, y = x0 + (x1 - x0) * draw.random(), y0 + (y1 - y0) * draw.random()
        if shapely.contains_xy(inner, x, y):
            found.append((x, y))
    return found


def seeds(
    draw: random.Random, shape: Any, listed: dict[str, list[str]], factories: list[tuple[Place, str, str | None]]
) -> list[tuple[Place, str]]:
    """Places with the commune each belongs to: the factories themselves, and middles of the communes without one."""
    of = defaultdict(list)
    for place, district, commune in factories:
        of[district or (commune or "")[:4]].append((place, commune))
    made: list[tuple[Place, str]] = []
    left: dict[str, list[str]] = {}
    middles: dict[str, Place] = {}
    for district, communes in listed.items():
        mine = of.get(district, [])
        taken = sorted({commune for _, commune in mine if commune})
        free = [code for code in communes if code not in taken]
        groups = min(math.ceil(len(mine) / FACTORIES_PER_COMMUNE), len(free))
        loose = [place for place, commune in mine if not commune]
        if loose:
            groups = min(groups, len(loose))
            hubs = centres(draw, loose, groups)
            near = cKDTree(hubs).query(np.array(loose))[1]
            made += [(place, free[k]) for place, k in zip(loose, near)]
            free = free[groups:]
            middles[district] = tuple(np.mean(loose, axis=0))
        made += [(place, commune) for place, commune in mine if commune]
        left[district] = free
    some = sample(draw, shape, 40 * sum(map(len, listed.values())))
    new = [district for district in listed if district not in middles]
    if new:
        middles.update(zip(new, centres(draw, some, len(new))))
    names = list(middles)
    nearest = cKDTree(np.array([middles[d] for d in names])).query(np.array(some))[1]
    taken_by = cKDTree(np.array([place for place, _ in made])) if made else None
    for k, district in enumerate(names):
        own = [place for place, n in zip(some, nearest) if n == k]
        if taken_by is not None:  # a commune without factories keeps away from theirs
            own = [p for p, far in zip(own, taken_by.query(np.array(own))[0]) if far > 900] or own
        wanted = len(left[district])
        if wanted:
            while len(own) < wanted:
                own += sample(draw, shape, wanted)
            made += list(zip(centres(draw, own, wanted), left[district]))
    return made


def areas(shape: Any, made: list[tuple[Place, str]]) -> dict[str, Any]:
    """The area of each commune: all cells of its seeds, inside the province."""
    places = np.array([place for place, _ in made])
    frame = shapely.box(*shape.buffer(20 * KM).bounds)
    cells = shapely.get_parts(shapely.voronoi_polygons(shapely.multipoints(places), extend_to=frame))
    points, rows = shapely.STRtree(cells).query(shapely.points(places), predicate="intersects")
    parts = defaultdict(list)
    for point, row in zip(points, rows):
        parts[made[point][1]].append(cells[row])
    found = {}
    for code, pieces in sorted(parts.items()):
        cut = shapely.set_precision(shapely.union_all(pieces), GRID_M).intersection(shape)
        polygons = [p for p in shapely.get_parts(cut) if p.geom_type == "Polygon" and p.area > 1]
        found[code] = shapely.normalize(shapely.multipolygons(polygons))
    return found


def build() -> list[dict[str, Any]]:
    """Rows of the communes, in the order of their codes."""
    provinces, factories = read_demo()
    old, new, west, east = SPLIT
    half = shapely.box(-1e7, -1e7, (west[0] + east[0]) / 2, 1e7)
    provinces[new] = provinces[old].difference(half)
    provinces[old] = provinces[old].intersection(half)
    units = read_units()
    names = {unit["code"]: unit for unit in units}
    rows = []
    for code, shape in sorted(provinces.items()):
        draw = random.Random(f"{VINTAGE}-{code}")
        listed = {
            u["code"]: [c["code"] for c in units if c["parent"] == u["code"]] for u in units if u["parent"] == code
        }
        here = [row for row in factories if (row[1] or row[2] or "")[:2] == code]
        for commune, area in areas(shape, seeds(draw, shape, listed, here)).items():
            rows.append(
                {
                    "commune_code": commune,
                    "district_code": commune[:4],
                    "province_code": commune[:2],
                    "name_en": names[commune]["name_en"],
                    "name_km": names[commune]["name_km"],
                    "vintage": VINTAGE,
                    "geometry": area,
                }
            )
    return sorted(rows, key=lambda row: row["commune_code"])


def write(folder: Path, communes: list[dict[str, Any]]) -> Path:
    """Write the file."""
    path = folder / "admin.gpkg"
    path.unlink(missing_ok=True)
    offices = [
        {"name": name, "kind": kind, "geometry": shapely.Point(x * KM, y * KM)} for name, kind, (x, y) in OFFICES
    ]
    layers = (
        ("communes", "MultiPolygon", COMMUNES, communes, "Communes (illustrative)",
         "Invented areas with the codes and names of 2025, drawn around the demo's factories inside coarse provinces."),
        ("offices", "Point", {"name": "str:80", "kind": "str:16"}, offices, "Offices (illustrative)",
         "Invented places of ministries and provincial departments."),
    )  # fmt: skip
    with fiona.Env(OGR_CURRENT_DATE=WRITTEN):
        for name, geometry, fields, rows, title, abstract in layers:
            schema = {"geometry": geometry, "properties": fields}
            about = {"VERSION": "1.3", "IDENTIFIER": title, "DESCRIPTION": f"{NOT_FOR_DECISIONS} {abstract}"}
            with fiona.open(path, "w", driver="GPKG", layer=name, schema=schema, crs=CRS, **about) as sink:
                sink.writerecords(
                    {
                        "type": "Feature",
                        "properties": {field: row[field] for field in fields},
                        "geometry": mapping(row["geometry"]),
                    }
                    for row in rows
                )
    with closing(sqlite3.connect(path)) as db:
        db.execute("VACUUM")
    return path


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--output", type=Path, default=HERE, help="folder to write into")
    communes = build()
    path = write(parser.parse_args().output, communes)
    print(f"{path}: {path.stat().st_size / 1e6:.2f} MB, {len(communes)} communes")


if __name__ == "__main__":
    main()

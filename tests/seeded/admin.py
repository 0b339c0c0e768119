"""An invented administrative coverage with the real codes: provinces, districts and communes that nest.

The codes and names are those of ``data/gazetteer/admin_units.csv``; the shapes are Voronoi cells around seeds, bent so
that their borders are as crooked as real ones, and cut by the outline of ``data/gazetteer/country.geojson``. Provinces
lie about where they are, with about their size. Everything is in EPSG:32648, in metres.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely
from scipy.spatial import cKDTree

GAZETTEER = Path(__file__).resolve().parents[2] / "data" / "gazetteer"
CRS = "EPSG:32648"
VINTAGE = 2025

# Degrees; the first place of each province is its seat, the others give it about its shape.
SEEDS = {
    "01": [(102.97, 13.59), (102.66, 13.68), (103.05, 13.93), (102.75, 13.95)],
    "02": [(103.20, 13.10), (102.75, 12.75), (103.25, 12.70), (102.80, 13.25)],
    "03": [(105.42, 12.00), (105.10, 12.20), (105.35, 12.30), (105.15, 11.92)],
    "04": [(104.67, 12.25), (104.45, 12.05), (104.65, 11.95), (104.20, 12.25)],
    "05": [(104.52, 11.45), (104.10, 11.45), (104.25, 11.75), (104.55, 11.25), (103.85, 11.65)],
    "06": [(104.90, 12.71), (104.60, 13.00), (105.30, 12.65), (105.20, 12.95)],
    "07": [(104.18, 10.61), (104.40, 10.85), (104.55, 10.72), (104.05, 10.85)],
    "08": [(104.95, 11.44), (105.15, 11.70), (105.20, 11.35), (105.05, 11.10), (104.75, 11.75), (104.69, 11.50)],
    "09": [(102.98, 11.62), (103.45, 11.30), (103.30, 11.70), (103.25, 10.95)],
    "10": [(106.02, 12.49), (106.30, 12.30), (105.85, 12.95), (106.40, 12.70), (106.15, 12.10)],
    "11": [(107.19, 12.46), (106.90, 12.75), (107.20, 12.85), (106.75, 12.35)],
    "12": [(104.91, 11.56), (104.81, 11.58), (104.87, 11.48)],
    "13": [(104.98, 13.80), (104.70, 13.95), (105.30, 13.65), (105.20, 14.10), (104.75, 13.45)],
    "14": [(105.33, 11.49), (105.45, 11.75), (105.40, 11.20), (105.20, 11.55)],
    "15": [(103.92, 12.54), (103.55, 12.30), (103.10, 12.25), (104.05, 12.35)],
    "16": [(106.99, 13.74), (107.30, 13.95), (107.20, 13.40), (106.80, 14.10)],
    "17": [(103.86, 13.36), (104.25, 13.30), (103.90, 13.70), (104.30, 13.60)],
    "18": [(103.53, 10.63), (103.75, 10.75), (103.70, 10.95)],
    "19": [(105.97, 13.52), (106.35, 13.60), (105.85, 13.95), (106.35, 14.00)],
    "20": [(105.80, 11.09), (106.10, 11.05), (105.75, 11.30), (105.90, 10.95)],
    "21": [(104.79, 10.99), (104.75, 11.20), (104.85, 10.70), (104.65, 10.90)],
    "22": [(103.52, 14.18), (103.85, 14.25), (104.20, 14.20), (103.35, 13.98)],
    "23": [(104.30, 10.50)],
    "24": [(102.61, 12.85), (102.55, 12.97)],
    "25": [(105.65, 11.91), (106.05, 11.85), (105.90, 12.15), (105.60, 12.20)],
}
# The Tonle Sap and two smaller lakes: centre in degrees, half axes in metres, turn in degrees. Communes reach across.
LAKES = [
    ("Tonle Sap", (104.05, 12.86), (52_000, 12_500), -38.0),
    ("Yeak Laom", (107.02, 13.73), (600, 500), 0.0),
    ("Boeng Tompun", (104.905, 11.505), (900, 500), 15.0),
]
INLAND_M = 2_500.0
EDGE_M = 400.0


class Coverage(NamedTuple):
    """The layers of the invented country.

    Attributes
    ----------
    provinces, districts, communes : GeoDataFrame
        ``province_code``, ``district_code``, ``commune_code`` as far as they go, ``name_en``, ``name_km``, ``vintage``.
    land, lakes : GeoDataFrame
    gazetteer : GeoDataFrame
        Points: ``code``, ``level``, ``name_en``, ``name_km``; the middle of every unit, and of one village a commune.
    country : shapely geometry
    """

    provinces: gpd.GeoDataFrame
    districts: gpd.GeoDataFrame
    communes: gpd.GeoDataFrame
    land: gpd.GeoDataFrame
    lakes: gpd.GeoDataFrame
    gazetteer: gpd.GeoDataFrame
    country: shapely.Geometry


def units() -> pd.DataFrame:
    """Return the list of codes, as text."""
    return pd.read_csv(GAZETTEER / "admin_units.csv", dtype=str, keep_default_na=False)


def seats() -> dict[str, np.ndarray]:
    """Return the place of each province's seat in metres."""
    return {code: places[0] for code, places in _seeds().items()}


@lru_cache(maxsize=2)
def coverage(seed: int = 1) -> Coverage:
    """Return the country, the same for the same seed."""
    rng = np.random.default_rng(seed)
    listed = units()
    country = shapely.unary_union(gpd.read_file(GAZETTEER / "country.geojson").to_crs(CRS).geometry.to_numpy())
    centres, codes = _commune_centres(rng, listed, country)
    shapes = _shapes(centres, codes, country)
    names = listed.set_index("code")
    communes = _level(shapes, 6, names)
    districts, provinces = (_level(_dissolved(shapes, digits), digits, names) for digits in (4, 2))
    lakes = gpd.GeoDataFrame(
        {"name": [name for name, *_ in LAKES]}, geometry=[_ellipse(*row[1:]) for row in LAKES], crs=CRS
    )
    land = gpd.GeoDataFrame({"name": ["Cambodia"]}, geometry=[country], crs=CRS)
    return Coverage(
        provinces, districts, communes, land, lakes, _gazetteer(rng, provinces, districts, communes), country
    )


@lru_cache(maxsize=1)
def _seeds() -> dict[str, np.ndarray]:
    return {
        code: np.array([(p.x, p.y) for p in gpd.GeoSeries.from_xy(*np.array(places).T, crs="EPSG:4326").to_crs(CRS)])
        for code, places in SEEDS.items()
    }


def _ellipse(centre: tuple[float, float], axes: tuple[float, float], turn: float) -> shapely.Geometry:
    at = gpd.GeoSeries.from_xy([centre[0]], [centre[1]], crs="EPSG:4326").to_crs(CRS).iloc[0]
    angle, tilt = np.linspace(0, 2 * np.pi, 120, endpoint=False), np.radians(turn)
    x, y = axes[0] * np.cos(angle), axes[1] * np.sin(angle)
    xy = np.column_stack([x * np.cos(tilt) - y * np.sin(tilt), x * np.sin(tilt) + y * np.cos(tilt)])
    return shapely.polygons(xy + np.array([at.x, at.y]))


# -- seeds -------------------------------------------------------------------------------------------------


def _commune_centres(rng: np.random.Generator, listed: pd.DataFrame, country: shapely.Geometry) -> tuple:
    """Return a centre for each commune: inside its district's share of its province's share of the country."""
    inland = country.buffer(-INLAND_M)
    shapely.prepare(inland)
    seeds = _seeds()
    owner = np.concatenate([[code] * len(places) for code, places in seeds.items()])
    tree = cKDTree(np.vstack(list(seeds.values())))
    centres, codes = [], []
    for province, places in seeds.items():
        districts = listed.loc[listed["parent"] == province, "code"].tolist()
        per_district = {code: listed.loc[listed["parent"] == code, "code"].tolist() for code in districts}
        some = _sample(rng, places, province, owner, tree, inland, 60 * sum(map(len, per_district.values())))
        middles = _lloyd(rng, some, len(districts))
        nearest = cKDTree(middles).query(some)[1]
        for number, (_, communes) in enumerate(per_district.items()):
            centres.append(_lloyd(rng, some[nearest == number], len(communes)))
            codes += communes
    return np.vstack(centres), np.array(codes)


def _sample(rng, places, province, owner, tree, inland, wanted: int) -> np.ndarray:
    """Return places in a province, denser around its seat: there communes are small."""
    low, high = places.min(axis=0) - 60_000, places.max(axis=0) + 60_000
    found: list[np.ndarray] = []
    while sum(map(len, found)) < wanted:
        xy = rng.uniform(low, high, (40_000, 2))
        xy = xy[owner[tree.query(xy)[1]] == province]
        xy = xy[shapely.contains_xy(inland, xy)]
        away = np.hypot(*(xy - places[0]).T)
        found.append(xy[rng.random(len(xy)) < 0.12 + 0.88 * np.exp(-away / 15_000)])
    return np.vstack(found)[: 4 * wanted]


def _lloyd(rng: np.random.Generator, xy: np.ndarray, number: int) -> np.ndarray:
    """Return centres that share some places evenly."""
    centres = xy[rng.choice(len(xy), number, replace=False)]
    for _ in range(6):
        near = cKDTree(centres).query(xy)[1]
        counts = np.bincount(near, minlength=number)[:, None]
        sums = np.column_stack([np.bincount(near, xy[:, axis], minlength=number) for axis in (0, 1)])
        centres = np.where(counts > 0, sums / np.maximum(counts, 1), centres)
    return centres


# -- shapes ------------------------------------------------------------------------------------------------


def _shapes(centres: np.ndarray, codes: np.ndarray, country: shapely.Geometry) -> gpd.GeoSeries:
    """Return the communes' polygons: the Voronoi cells with bent borders, cut by the outline of the country.

    One tessellation of all communes nests, whatever the borders: districts and provinces are unions of communes.
    """
    frame = shapely.box(*shapely.bounds(country.buffer(40_000)))
    cells = shapely.get_parts(shapely.voronoi_polygons(shapely.multipoints(centres), extend_to=frame))
    cells = shapely.intersection(cells, frame)
    order = shapely.STRtree(cells).query(shapely.points(centres), predicate="within")
    made = np.empty(len(centres), dtype=object)
    made[order[0]] = cells[order[1]]
    bent = shapely.transform(shapely.segmentize(made, EDGE_M), _bent)
    return gpd.GeoSeries(shapely.intersection(bent, country), index=codes, crs=CRS).sort_index()


def _bent(xy: np.ndarray) -> np.ndarray:
    """Move places by up to 0.4 km, one axis after the other, so that no two borders ever cross."""
    x, y = xy.T

    def wave(t: np.ndarray, phase: float) -> np.ndarray:
        return 300 * np.sin(2 * np.pi * t / 6_100 + phase) + 90 * np.sin(2 * np.pi * t / 1_700 + 3 * phase)

    x = x + wave(y, 0.4)
    return np.column_stack([x, y + wave(x, 1.9)])


def _dissolved(shapes: gpd.GeoSeries, digits: int) -> gpd.GeoSeries:
    frame = gpd.GeoDataFrame({"code": shapes.index.str[:digits]}, geometry=shapes.to_numpy(), crs=CRS)
    return frame.dissolve("code").geometry


def _level(shapes: gpd.GeoSeries, digits: int, names: pd.DataFrame) -> gpd.GeoDataFrame:
    codes = shapes.index.to_numpy().astype(str)
    columns = {"province_code": 2, "district_code": 4, "commune_code": 6}
    values = {name: [code[:n] for code in codes] for name, n in columns.items() if n <= digits}
    values |= {name: names.loc[codes, name].to_numpy() for name in ("name_en", "name_km")}
    return gpd.GeoDataFrame({**values, "vintage": VINTAGE}, geometry=shapes.to_numpy(), crs=CRS)


def _gazetteer(rng, provinces, districts, communes) -> gpd.GeoDataFrame:
    rows = []
    for level, frame, digits in (("province", provinces, 2), ("district", districts, 4), ("commune", communes, 6)):
        codes = frame.iloc[:, {2: 0, 4: 1, 6: 2}[digits]]
        inside = frame.geometry.centroid.where(
            frame.geometry.contains(frame.geometry.centroid), frame.representative_point()
        )
        rows.append(
            gpd.GeoDataFrame(
                {"code": codes, "level": level, "name_en": frame["name_en"], "name_km": frame["name_km"]},
                geometry=inside.to_numpy(),
                crs=CRS,
            )
        )
    villages = rows[-1].copy()
    villages["code"], villages["level"] = villages["code"] + "01", "village"
    shift = rng.uniform(-600, 600, (len(villages), 2))
    villages["geometry"] = shapely.points(shapely.get_coordinates(villages.geometry.to_numpy()) + shift)
    joined = pd.concat([*rows, villages], ignore_index=True)
    # A published list of middles has five decimals.
    degrees = shapely.get_coordinates(joined.to_crs("EPSG:4326").geometry.to_numpy()).round(5)
    return gpd.GeoDataFrame(joined.drop(columns="geometry"), geometry=shapely.points(degrees), crs="EPSG:4326").to_crs(
        CRS
    )


# -- real shapes -------------------------------------------------------------------------------------------------


def of_layers(path: Path) -> Coverage:
    """Return the coverage of real boundaries: layers adm1_provinces, adm2_districts, adm3_communes and lakes of a file.

    Codes are made up, but nest: districts are numbered within the province that holds them, communes within theirs.
    """
    read = {name: gpd.read_file(path, layer=name).to_crs(CRS) for name in ("adm1_provinces", "adm2_districts")}
    communes = gpd.read_file(path, layer="adm3_communes").to_crs(CRS)
    communes["geometry"] = shapely.make_valid(communes.geometry.to_numpy())
    provinces = read["adm1_provinces"]
    codes = _holder(communes, read["adm2_districts"])
    of_district = _holder(read["adm2_districts"], provinces)
    number = {}
    listed = []
    for district in codes:
        province = provinces["shapeISO"].iloc[of_district[district]][3:].zfill(2)
        known = number.setdefault(province, {})
        own = known.setdefault(district, [len(known) + 1, 0])
        own[1] += 1
        listed.append(f"{province}{own[0]:02d}{own[1]:02d}")
    shapes = gpd.GeoSeries(communes.geometry.to_numpy(), index=listed, crs=CRS).sort_index()
    names = pd.DataFrame({"name_en": "", "name_km": ""}, index=sorted({c[:n] for c in listed for n in (2, 4, 6)}))
    made = [_level(shapes if n == 6 else _dissolved(shapes, n), n, names) for n in (2, 4, 6)]
    country = shapely.unary_union(made[0].geometry.to_numpy())
    land = gpd.GeoDataFrame({"name": ["Cambodia"]}, geometry=[country], crs=CRS)
    lakes = gpd.read_file(path, layer="lakes").to_crs(CRS)[["geometry"]].assign(name="lake")
    return Coverage(*made, land, lakes, _gazetteer(np.random.default_rng(3), *made), country)


def _holder(small: gpd.GeoDataFrame, large: gpd.GeoDataFrame) -> list[int]:
    """Return the row of the area that holds the inner point of each of some smaller ones, or is nearest to it."""
    inner = small.geometry.representative_point().to_numpy()
    return [int(row) for row in shapely.STRtree(large.geometry.to_numpy()).nearest(inner)]

"""A register of factories in which nothing is wrong yet: places, what is written down, and what is known of each.

The table is a GeoDataFrame in EPSG:4326 with the fields of ``data/schemas/register.json``; its points are the
coordinates as a clerk wrote them down, so they carry the receiver's noise and the rounding of the text.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely
from pyproj import Transformer
from scipy.spatial import cKDTree

from . import names, texts
from .admin import CRS, Coverage, coverage, seats

# Where factories are, by province; the rest of the country shares what is left.
SHARES = {"12": 26, "08": 15, "05": 9, "20": 8, "18": 8, "03": 5, "17": 4, "02": 4, "01": 4, "21": 4, "07": 3, "14": 2}
# method, share, least and most accuracy in metres, reference point, source
METHODS = [
    ("gps", 0.50, 4, 15, "entrance", "Field visit"),
    ("image", 0.20, 10, 20, "site_centre", "Satellite image"),
    ("map", 0.15, 25, 50, "production_building", "Site plan"),
    ("address", 0.08, 100, 180, "unknown", "Application form"),
    ("survey", 0.04, 1, 2, "parcel_corner", "Cadastral survey"),
    ("unknown", 0.03, None, None, "unknown", "Old register"),
]
PARKS, OFFICES_M = 30, 250.0
_TO_DEGREES = Transformer.from_crs(CRS, "EPSG:4326", always_xy=True)


class Country(NamedTuple):
    """Everything beside the register itself: the coverage, parks, offices."""

    coverage: Coverage
    parks: gpd.GeoDataFrame
    offices: gpd.GeoDataFrame


class Clean(NamedTuple):
    """A register without errors.

    Attributes
    ----------
    table : GeoDataFrame
        The register, EPSG:4326.
    place : (n, 2) float array
        The true places, degrees.
    premises : GeoDataFrame
        Polygons (``factory_id``) of some factories, EPSG:32648.
    country : Country
    """

    table: gpd.GeoDataFrame
    place: np.ndarray
    premises: gpd.GeoDataFrame
    country: Country


@lru_cache(maxsize=2)
def country(seed: int = 1) -> Country:
    """Return the country with its parks and offices."""
    return around(coverage(seed), seed)


def around(land: Coverage, seed: int = 1) -> Country:
    """Return a coverage with parks and offices."""
    rng = np.random.default_rng(seed + 1000)
    return Country(land, _parks(rng, land), _offices(rng))


def _parks(rng: np.random.Generator, land: Coverage) -> gpd.GeoDataFrame:
    """Return rectangles of 60 to 500 ha where most factories are, clear of lakes, borders and each other."""
    lakes, shapes, rows = shapely.unary_union(land.lakes.geometry.to_numpy()), [], []
    provinces = land.provinces.set_index("province_code").geometry
    chosen = ["12", "08", "05", "20", "20", "20", "18", "18", "01", "03", "07", "21"]
    while len(shapes) < PARKS:
        code = chosen[len(shapes) % len(chosen)]
        at = seats()[code] + rng.normal(0, 9_000, 2)
        area, ratio = rng.uniform(60, 500) * 1e4, rng.uniform(1, 2)
        shape = shapely.affinity.rotate(shapely.box(-ratio, -1, ratio, 1), rng.uniform(0, 180))
        side = np.sqrt(area / shape.area)
        shape = shapely.affinity.translate(shapely.affinity.scale(shape, side, side, origin=(0, 0)), *at)
        if not provinces[code].buffer(-600).contains(shape) or shape.intersects(lakes):
            continue
        if any(shape.distance(other) < 1_500 for other in shapes):
            continue
        shapes.append(shape)
        number = len(shapes)
        rows.append(
            {"park_id": f"SEZ{number:02d}", "name_en": f"Invented SEZ {number}", "area_ha": round(shape.area / 1e4, 2)}
        )
    return gpd.GeoDataFrame(pd.DataFrame(rows).assign(vintage=2024), geometry=shapes, crs=CRS)


def _offices(rng: np.random.Generator) -> gpd.GeoDataFrame:
    """Return the ministries near the seat of the capital, and a provincial department at every seat."""
    at = [seats()["12"] + rng.normal(0, 1_200, 2) for _ in range(5)]
    ministries = ["MISTI", "Ministry of Commerce", "CDC", "City hall", "Ministry of Economy and Finance"]
    at += [place + rng.normal(0, 700, 2) for place in seats().values()]
    listed = ministries + [f"Provincial department {code}" for code in seats()]
    return gpd.GeoDataFrame({"name": listed}, geometry=shapely.points(np.array(at)), crs=CRS)


# -- places ------------------------------------------------------------------------------------------------


def _places(
    rng: np.random.Generator, n: int, here: Country, provinces: list[str] | None
) -> tuple[np.ndarray, np.ndarray]:
    """Return n places (metres) and the row of the park each stands in, -1 for none."""
    land, parks = here.coverage, here.parks
    shares = {code: SHARES.get(code, 0.6) for code in seats() if provinces is None or code in provinces}
    weight = np.array(list(shares.values())) / sum(shares.values())
    solid = shapely.difference(land.country.buffer(-300), shapely.unary_union(land.lakes.geometry.to_numpy()))
    shapely.prepare(solid)
    of = dict(zip(land.provinces["province_code"], land.provinces.geometry))
    shapely.prepare(list(of.values()))
    centres = {code: np.vstack([seats()[code], _towns(rng, of[code], 6)]) for code in shares}
    official = np.vstack([shapely.get_coordinates(f.geometry.to_numpy()) for f in (here.offices, land.gazetteer)])
    avoided = cKDTree(official)
    xy, park = np.empty((n, 2)), np.full(n, -1)
    owner = rng.choice(list(shares), n, p=weight)
    inner = shapely.buffer(parks.geometry.to_numpy(), -60)
    by_province = {code: np.flatnonzero(shapely.intersects(parks.geometry.to_numpy(), of[code])) for code in shares}
    for row, code in enumerate(owner):
        inside = -1
        if len(by_province[code]) and rng.random() < 0.28:
            inside = int(rng.choice(by_province[code]))
        while True:
            if inside >= 0:
                low, high = np.array(inner[inside].bounds).reshape(2, 2)
                at = rng.uniform(low, high)
                fine = shapely.contains_xy(inner[inside], *at)
            else:
                centre = centres[code][min(int(rng.exponential(2.0)), 6)]
                at = centre + rng.normal(0, 900 if code == "12" else 1_800, 2) * (1 if rng.random() < 0.75 else 5)
                fine = (
                    shapely.contains_xy(of[code], *at)
                    and not shapely.intersects_xy(parks.geometry.to_numpy(), *at).any()
                )
            near = avoided.query(at)[0]
            if fine and shapely.contains_xy(solid, *at) and near > OFFICES_M:
                break
        xy[row], park[row] = at, inside
    return xy, park


def _towns(rng: np.random.Generator, shape: shapely.Geometry, number: int) -> np.ndarray:
    """Return middles of towns in a province."""
    inner, low, high = shape.buffer(-3_000), *np.array(shape.bounds).reshape(2, 2)
    found: list[np.ndarray] = []
    while len(found) < number:
        at = rng.uniform(low, high)
        if shapely.contains_xy(inner, *at):
            found.append(at)
    return np.array(found)


def degrees(xy: np.ndarray) -> np.ndarray:
    """Return degrees of metres in EPSG:32648."""
    return np.column_stack(_TO_DEGREES.transform(*xy.T))


def metres(lon_lat: np.ndarray) -> np.ndarray:
    """Return metres in EPSG:32648 of degrees; infinite where there are none."""
    return np.column_stack(_TO_DEGREES.transform(*np.asarray(lon_lat, float).T, direction="INVERSE"))


def unit_of(communes: gpd.GeoDataFrame, xy: np.ndarray) -> np.ndarray:
    """Return the code of the commune in which each point (metres) lies, None where there is none."""
    codes = np.full(len(xy), None, dtype=object)
    points, shapes = shapely.STRtree(communes.geometry.to_numpy()).query(shapely.points(xy), predicate="intersects")
    codes[points] = communes["commune_code"].to_numpy()[shapes]
    return codes


# -- the register ------------------------------------------------------------------------------------------


def clean(seed: int, n: int, provinces: list[str] | None = None, where: Country | None = None) -> Clean:
    """Return a register of n factories without errors.

    Parameters
    ----------
    seed : int
    n : int
    provinces : list of str, optional
        Only these.
    where : Country, optional
        Another country than the invented one of seed 1.
    """
    rng = np.random.default_rng(seed)
    here = where or country()
    xy, park = _places(rng, n, here, provinces)
    twin = rng.random(n) < 0.03  # a second plant of one company on one compound: nothing wrong with it
    twin[0] = False
    for row in np.flatnonzero(twin):
        xy[row], park[row] = xy[row - 1], park[row - 1]
    table = pd.DataFrame(_rows(rng, n, twin))
    commune = unit_of(here.coverage.communes, xy)
    known = rng.choice([6, 4, 2], n, p=[0.94, 0.04, 0.02])
    for name, digits in (("province_code", 2), ("district_code", 4), ("commune_code", 6)):
        table[name] = [code[:digits] if k >= digits else None for code, k in zip(commune, known)]
    table["admin_vintage"] = 2025
    ids = here.parks["park_id"].to_numpy()
    table["park_id"] = [ids[p] if p >= 0 else None for p in park]
    method = rng.choice(len(METHODS), n, p=[row[1] for row in METHODS])
    method[park >= 0] = np.where(method[park >= 0] == 3, 0, method[park >= 0])
    for row in np.flatnonzero(twin):
        method[row] = method[row - 1]
    _locate(rng, table, xy, method, twin)
    table["factory_id"] = [f"KH-{code[:2]}-{row + 1:05d}" for row, code in enumerate(commune)]
    shown = gpd.GeoDataFrame(
        table, geometry=[shapely.Point(p) for p in zip(table.pop("lon"), table.pop("lat"))], crs="EPSG:4326"
    )
    return Clean(shown, degrees(xy), _premises(rng, shown, xy, park < 0), here)


def _rows(rng: np.random.Generator, n: int, twin: np.ndarray) -> list[dict]:
    weights = np.array([row[3] for row in names.TRADES], float)
    trades, rows = rng.choice(len(weights), n, p=weights / weights.sum()), []
    taken: set[str] = set()
    for row, trade in enumerate(trades):
        latin, khmer = names.name(rng, trade)
        while latin in taken:
            latin, khmer = names.name(rng, trade)
            latin += f" {rng.integers(2, 99)}" if rng.random() < 0.3 else ""
        taken.add(latin)
        _, _, isic, _, least, most = names.TRADES[trade]
        staff = int(np.exp(rng.uniform(np.log(least), np.log(most))))
        started = pd.Timestamp("1998-01-01") + pd.Timedelta(days=int(rng.integers(0, 9_000)))
        operator = rows[-1]["operator_id"] if twin[row] else f"L001-{rng.integers(10**8, 10**9)}"
        rows.append(
            {
                "name_km": khmer,
                "name_en": latin.strip(),
                "operator_id": operator,
                "licence_no": f"FP-{started.year}-{row + 1:05d}",
                "permit_type": "factory_permit" if staff >= 50 else "handicraft_registration",
                "registration_status": "registered",
                "registration_date": started,
                "isic": isic,
                "size_class": np.array(["micro", "small", "medium", "large"])[np.searchsorted([4, 49, 199], staff)],
                "size_definition_year": 2021,
                "employees": staff,
                "status": "functional",
                "status_from": started + pd.Timedelta(days=int(rng.integers(5, 400))),
                "status_to": pd.NaT,
            }
        )
    return rows


def _locate(rng, table: pd.DataFrame, xy: np.ndarray, method: np.ndarray, twin: np.ndarray) -> None:
    """Write down where each factory stands, as its method gives it, in the format of its text."""
    n = len(table)
    low, high = (np.array([row[k] or np.nan for row in METHODS], float)[method] for k in (2, 3))
    accuracy = np.round(rng.uniform(np.nan_to_num(low, nan=0), np.nan_to_num(high, nan=1)), 1)
    accuracy[np.isnan(low)] = np.nan
    angle = rng.uniform(0, 2 * np.pi, n)
    far = np.minimum(rng.rayleigh(0.4085, n), 1.0) * np.nan_to_num(accuracy, nan=60.0)  # 95 % within the accuracy
    measured = degrees(xy + far[:, None] * np.column_stack([np.cos(angle), np.sin(angle)]))
    for row in np.flatnonzero(twin):
        measured[row], accuracy[row] = measured[row - 1], accuracy[row - 1]
    written = [written_down(rng, *place) for place in measured]
    table["lon"], table["lat"] = [w[1] for w in written], [w[2] for w in written]
    table["loc_method"] = [METHODS[m][0] for m in method]
    table["loc_accuracy_m"] = accuracy
    table["loc_reference_point"] = [METHODS[m][4] for m in method]
    table["loc_datum"] = [w[3] for w in written]
    table["loc_source"] = [METHODS[m][5] for m in method]
    table["loc_date"] = table["status_from"] + pd.to_timedelta(rng.integers(30, 300, n), unit="D")
    table["loc_original"] = [w[0] for w in written]


def written_down(rng: np.random.Generator, lon: float, lat: float) -> tuple[str, float, float, str]:
    """Return a place as text in one of the usual formats, the degrees so written, and the system."""
    kind = rng.choice(["dd", "utm", "dms"], p=[0.55, 0.33, 0.12])
    if kind == "dd":
        digits = int(rng.choice([5, 6]))
        lon, lat = round(lon, digits), round(lat, digits)
        return f"{lat:.{digits}f}, {lon:.{digits}f}", lon, lat, "EPSG:4326"
    if kind == "dms":
        return *texts.dms(lon, lat, 1, int(rng.integers(5))), "EPSG:4326"
    e, n = (round(float(v), 1) for v in texts.utm(lon, lat))
    text = [f"{e:.1f} E, {n:.1f} N", f"48N {e:.1f} {n:.1f}", f"X={e:.1f} Y={n:.1f}"][rng.integers(3)]
    return text, *map(float, texts.from_utm(e, n)), "EPSG:32648"


def _premises(rng, table: gpd.GeoDataFrame, xy: np.ndarray, free: np.ndarray) -> gpd.GeoDataFrame:
    """Return rectangles around some factories that hold their written-down points."""
    points = metres(shapely.get_coordinates(table.geometry.to_numpy()))
    rows = np.flatnonzero(free & (rng.random(len(table)) < 0.15))
    middle, half = (
        (xy[rows] + points[rows]) / 2,
        np.abs(xy[rows] - points[rows]) / 2 + rng.uniform(40, 120, (len(rows), 2)),
    )
    shapes = shapely.box(*(middle - half).T, *(middle + half).T)
    return gpd.GeoDataFrame({"factory_id": table["factory_id"].to_numpy()[rows]}, geometry=shapes, crs=CRS)

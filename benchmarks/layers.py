"""Deterministic layers as large as a country's, for speed measurements.

EPSG:32648 and the extent of Cambodia: zones that tile the plane with wiggly borders (about 196 vertices each), 200
parks, and factories that crowd around towns. One factory in a thousand stands exactly on a corner of a zone, so that
every tool has to answer for shared borders. Same size, same layers, on every machine with the same numpy.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import geopandas as gpd
import numpy as np
import shapely
from scipy.spatial import Voronoi

from .paths import Inputs

CRS = "EPSG:32648"
WEST, SOUTH, EAST, NORTH = 205_000.0, 1_095_000.0, 785_000.0, 1_626_000.0
# Written into the folder of the layers; another value makes them anew.
EDITION = "2"


@dataclass(frozen=True)
class Size:
    """How much of each: factories, zones, towns that factories crowd around, receptors, rivers."""

    factories: int
    zones: int
    towns: int
    receptors: int
    rivers: int


SIZES = {
    "XS": Size(300, 60, 8, 150, 15),
    "S": Size(3_000, 500, 60, 5_000, 500),
    "M": Size(100_000, 5_000, 600, 50_000, 5_000),
    "L": Size(1_000_000, 20_000, 3_000, 50_000, 5_000),
}
PARKS = 200
RECEPTORS = ("residential", "school", "hospital", "pagoda", "market")
RIVER_VERTICES = 130

# Zone code: its share of the zones, and the ISIC classes it prohibits; about a quarter of the factories fail.
ZONES = {
    "RES": (0.20, ("1610", "1920", "2011", "2220", "2392", "2410")),
    "COM": (0.08, ("1920", "2011", "2392", "2410")),
    "MIX": (0.10, ("1920", "2011", "2410")),
    "LIND": (0.10, ("1920", "2011", "2410")),
    "HIND": (0.06, ()),
    "AGR": (0.38, ("1920", "2011", "2410")),
    "PROT": (0.08, ("1075", "1311", "1410", "1520", "1610", "1920", "2011", "2220", "2392", "2410")),
}
# ISIC class: its share of the factories.
CLASSES = {
    "1075": 0.18,
    "1311": 0.17,
    "1410": 0.15,
    "1520": 0.13,
    "1610": 0.11,
    "2011": 0.09,
    "2220": 0.07,
    "2392": 0.05,
    "2410": 0.03,
    "1920": 0.02,
}


def prepare(size: str, folder: Path) -> Inputs:
    """Make the layers of one size in `folder` unless they are there."""
    inputs = Inputs(size, folder)
    folder.mkdir(parents=True, exist_ok=True)
    stamp = folder / f"edition_{size}"
    if stamp.is_file() and stamp.read_text() == EDITION:
        return inputs
    wanted = SIZES[size]
    parks, plan = make_parks(77), make_zones(wanted.zones, 100 + wanted.zones)
    factories = make_factories(wanted, plan, 200 + wanted.factories)
    for frame, path in (
        (parks, inputs.parks),
        (plan, inputs.zones),
        (factories, inputs.factories),
        (with_register_fields(factories, parks, 300 + wanted.factories), inputs.register),
        (make_receptors(wanted, factories, 400 + wanted.factories), inputs.receptors),
        (make_rivers(wanted, factories, 500 + wanted.factories), inputs.rivers),
    ):
        path.unlink(missing_ok=True)
        frame.to_file(path, driver="GPKG", layer=path.stem, engine="pyogrio", VERSION="1.3")
    inputs.pack.write_text(pack_text(), encoding="utf-8")
    inputs.rules.write_text(rules_text(), encoding="utf-8")
    inputs.permits.write_text(permits_text(), encoding="utf-8")
    stamp.write_text(EDITION)
    return inputs


def make_zones(count: int, seed: int) -> gpd.GeoDataFrame:
    """Return polygons that tile the plane: Voronoi cells with densified borders, bent by a smooth warp.

    Neighbours share every vertex of their common border exactly, as a clean zoning plan does.
    """
    draw = np.random.default_rng(seed)
    spacing = np.sqrt((EAST - WEST) * (NORTH - SOUTH) / count)
    starts, ends = _cell_borders(np.c_[draw.uniform(WEST, EAST, count), draw.uniform(SOUTH, NORTH, count)])
    points, line = _densified(starts, ends, spacing / 48)
    borders = shapely.linestrings(np.round(_warped(points, spacing, seed + 1), 3), indices=line)
    cells = shapely.get_parts(shapely.polygonize(borders[shapely.length(borders) > 0]))
    cells = cells[draw.permutation(len(cells))]
    codes = draw.choice(list(ZONES), len(cells), p=[share for share, _ in ZONES.values()])
    number = np.arange(len(cells))
    return gpd.GeoDataFrame(
        {
            "zone_id": [f"Z{i:06d}" for i in number],
            "zone_code": codes,
            "zone_name": [f"Zone {i:06d}" for i in number],
            "vintage": np.full(len(cells), 2024),
        },
        geometry=cells,
        crs=CRS,
    )


def _cell_borders(sites: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return the two ends of every border of the sites' Voronoi cells; mirrored sites close them at the extent."""
    mirrored = [sites]
    for axis, limit in ((0, WEST), (0, EAST), (1, SOUTH), (1, NORTH)):
        copy = sites.copy()
        copy[:, axis] = 2 * limit - copy[:, axis]
        mirrored.append(copy)
    diagram = Voronoi(np.vstack(mirrored))
    ours = (diagram.ridge_points < len(sites)).any(axis=1)
    ends = np.array([diagram.ridge_vertices[i] for i in np.flatnonzero(ours)])
    return diagram.vertices[ends[:, 0]], diagram.vertices[ends[:, 1]]


def _densified(starts: np.ndarray, ends: np.ndarray, step: float) -> tuple[np.ndarray, np.ndarray]:
    """Return points along each line, ends included and unchanged to the last bit, and the line each belongs to."""
    pieces = np.maximum(np.ceil(np.hypot(*(ends - starts).T) / step).astype(int), 1)
    line = np.repeat(np.arange(len(pieces)), pieces + 1)
    first = np.cumsum(pieces + 1) - (pieces + 1)
    share = (np.arange(len(line)) - first[line]) / pieces[line]
    points = starts[line] * (1 - share)[:, None] + ends[line] * share[:, None]
    points[first], points[first + pieces] = starts, ends
    return points, line


def _warped(points: np.ndarray, spacing: float, seed: int) -> np.ndarray:
    """Bend the plane with sums of waves, gently enough that nothing folds over."""
    draw = np.random.default_rng(seed)
    moved, waves = points.copy(), 4
    for length, gradient in ((1.3, 0.2), (0.45, 0.2), (0.15, 0.12), (0.06, 0.08)):
        height = gradient * spacing * length / (2 * np.pi) / waves
        for _ in range(waves):
            angle, phases = draw.uniform(0, 2 * np.pi), draw.uniform(0, 2 * np.pi, 2)
            along = points @ (2 * np.pi / (spacing * length) * np.array([np.cos(angle), np.sin(angle)]))
            moved += 1.4 * height * np.sin(along[:, None] + phases)
    return moved


def make_parks(seed: int) -> gpd.GeoDataFrame:
    """Return round, wiggly parks of 300 to 1,000 vertices that do not touch."""
    draw = np.random.default_rng(seed)
    centres, radii = np.empty((PARKS, 2)), np.empty(PARKS)
    made = 0
    while made < PARKS:
        centre, radius = draw.uniform((WEST, SOUTH), (EAST, NORTH)), draw.uniform(3_000, 16_000)
        if (np.hypot(*(centres[:made] - centre).T) > 1.35 * (radii[:made] + radius)).all():
            centres[made], radii[made] = centre, radius
            made += 1
    number = np.arange(PARKS)
    return gpd.GeoDataFrame(
        {"park_id": [f"P{i:03d}" for i in number], "name_en": [f"Park {i:03d}" for i in number]},
        geometry=[_blob(centre, radius, draw) for centre, radius in zip(centres, radii)],
        crs=CRS,
    )


def _blob(centre: np.ndarray, radius: float, draw: np.random.Generator) -> shapely.Polygon:
    angle = np.linspace(0, 2 * np.pi, int(draw.integers(300, 1_000)), endpoint=False)
    reach = np.full(len(angle), radius)
    for wave in range(2, 30):
        reach += radius * 0.125 / wave * draw.normal() * np.sin(wave * angle + draw.uniform(0, 2 * np.pi))
    reach = np.clip(reach, 0.3 * radius, 1.3 * radius)
    return shapely.Polygon(np.c_[centre[0] + reach * np.cos(angle), centre[1] + reach * np.sin(angle)].round(3))


def make_factories(size: Size, plan: gpd.GeoDataFrame, seed: int) -> gpd.GeoDataFrame:
    """Return points around towns, a fifth of them anywhere; one in a thousand exactly on a corner of a zone."""
    draw = np.random.default_rng(seed)
    scattered = size.factories // 5
    share = draw.dirichlet(np.full(size.towns, 1.5))
    towns = draw.uniform((WEST + 15e3, SOUTH + 15e3), (EAST - 15e3, NORTH - 15e3), (size.towns, 2))
    spread = np.exp(draw.uniform(np.log(900), np.log(9_000), size.towns))
    town = np.repeat(np.arange(size.towns), draw.multinomial(size.factories - scattered, share))
    crowded = towns[town] + draw.normal(size=(len(town), 2)) * spread[town, None]
    places = np.vstack([crowded, draw.uniform((WEST, SOUTH), (EAST, NORTH), (scattered, 2))])
    places = np.clip(places, (WEST - 5e3, SOUTH - 5e3), (EAST + 5e3, NORTH + 5e3)).round(2)
    places = places[draw.permutation(len(places))]
    corners = shapely.get_coordinates(plan.geometry.values)
    cornered = draw.choice(len(places), max(len(places) // 1_000, 3), replace=False)
    places[cornered] = corners[draw.integers(len(corners), size=len(cornered))]
    number = np.arange(len(places))
    return gpd.GeoDataFrame(
        {
            "factory_id": [f"F{i:07d}" for i in number],
            "name_en": [f"Factory {i:07d} Co., Ltd." for i in number],
            "isic": draw.choice(list(CLASSES), len(places), p=list(CLASSES.values())),
            "employees": draw.integers(5, 5_000, len(places)),
            "year": draw.integers(1980, 2026, len(places)),
        },
        geometry=shapely.points(places),
        crs=CRS,
    )


def with_register_fields(factories: gpd.GeoDataFrame, parks: gpd.GeoDataFrame, seed: int) -> gpd.GeoDataFrame:
    """Return the factories with a GPS accuracy (5 to 15 m) and the park they declare.

    Four in five factories inside a park declare it; one in fifty of all declares a park at random.
    """
    draw = np.random.default_rng(seed)
    count = len(factories)
    park, inside = factories.sindex.query(parks.geometry.values, predicate="intersects")
    declared = np.full(count, -1)
    declared[inside] = park
    declared[draw.random(count) < 0.2] = -1
    anywhere = draw.random(count) < 0.02
    declared[anywhere] = draw.integers(PARKS, size=int(anywhere.sum()))
    ids = np.append(parks["park_id"].to_numpy(dtype=object), None)
    return factories.assign(
        loc_accuracy_m=draw.uniform(5, 15, count).round(1),
        park_id=ids[declared],
        size_class=draw.choice(["micro", "small", "medium", "large"], count, p=[0.4, 0.3, 0.2, 0.1]),
    )


def make_receptors(size: Size, factories: gpd.GeoDataFrame, seed: int) -> gpd.GeoDataFrame:
    """Return what factories keep away from, where the factories are: points of five classes."""
    draw = np.random.default_rng(seed)
    near = shapely.get_coordinates(factories.geometry.values)[draw.integers(len(factories), size=size.receptors)]
    number = np.arange(size.receptors)
    return gpd.GeoDataFrame(
        {
            "name": [f"Receptor {i:06d}" for i in number],
            "class": draw.choice(RECEPTORS, size.receptors),
            "vintage": draw.choice([2013, 2023], size.receptors),
        },
        geometry=shapely.points((near + draw.normal(scale=2_000, size=near.shape)).round(2)),
        crs=CRS,
    )


def make_rivers(size: Size, factories: gpd.GeoDataFrame, seed: int) -> gpd.GeoDataFrame:
    """Return lines that wander for about 30 km, of 130 vertices each."""
    draw = np.random.default_rng(seed)
    springs = shapely.get_coordinates(factories.geometry.values)[draw.integers(len(factories), size=size.rivers)]
    turns = np.cumsum(draw.normal(scale=0.3, size=(size.rivers, RIVER_VERTICES)), axis=1)
    turns += draw.uniform(0, 2 * np.pi, (size.rivers, 1))
    steps = 250 * np.stack([np.cos(turns), np.sin(turns)], axis=2)
    return gpd.GeoDataFrame(
        {"name": [f"River {i:05d}" for i in range(size.rivers)], "vintage": 2018},
        geometry=shapely.linestrings((springs[:, None, :] + np.cumsum(steps, axis=1)).round(2)),
        crs=CRS,
    )


def permits_text() -> str:
    """Return which zone permits which class, one line a pair."""
    rows = [
        f"{code},{isic},{int(isic not in prohibited)}" for code, (_, prohibited) in ZONES.items() for isic in CLASSES
    ]
    return "\n".join(["zone_code,isic,permitted", *rows]) + "\n"


def pack_text() -> str:
    """Return the same table as a rule pack."""
    zones = "\n".join(
        f"      {code}:\n"
        f"        title: {{en: {code}}}\n"
        f"        prohibits: [{', '.join(repr(isic) for isic in prohibited)}]\n"
        f"        otherwise: permits"
        for code, (_, prohibited) in ZONES.items()
    )
    return f"""pack: benchmark
version: "{EDITION}"
title: {{en: Benchmark}}
authority: none
citation: Made up for speed measurements
vintage: 2024
status: draft
licence: CC0-1.0
rules:
  - id: BENCH-ZON-01
    title: {{en: The zone permits the activity}}
    test: zone permits
    semantics: prohibit
    zones:
{zones}
  - id: BENCH-PARK-01
    title: {{en: The factory stands inside the park it declares}}
    test: inside declared park
    semantics: assess
  - id: BENCH-PARK-02
    title: {{en: A factory inside a park declares it}}
    test: declares its park
    semantics: advise
"""


def rules_text() -> str:
    """Return that pack with thirty rules about receptors and seven about rivers, by activity and size."""
    classes, lines = list(CLASSES), [pack_text().replace("pack: benchmark", "pack: rules")]
    for i in range(30):
        sizes = {"micro": 20 + 5 * i, "small": 30 + 8 * i, "medium": 50 + 10 * i, "large": 80 + 15 * i}
        lines.append(
            f"""  - id: BENCH-REC-{i:02d}
    title: {{en: Away from receptors {i}}}
    test: distance at least
    role: receptors
    classes: [{RECEPTORS[i % len(RECEPTORS)]}]
    distance_by_size: {{{", ".join(f"{size}: {metres}" for size, metres in sizes.items())}}}
    semantics: {("prohibit", "assess", "advise")[i % 3]}
    activities: {{include: ["{classes[i % 10]}", "{classes[(i + 3) % 10]}"]}}
    message: {{en: Keep away.}}
"""
        )
    for i in range(7):
        lines.append(
            f"""  - id: BENCH-WAT-{i}
    title: {{en: Away from rivers {i}}}
    test: distance at least
    role: water_supply
    classes: [water_body]
    distance_m: {50 + 50 * i}
    semantics: assess
    activities: {{include: ["{classes[i]}"]}}
"""
        )
    return "".join(lines)

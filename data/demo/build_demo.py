"""Build the demo: ``demo.gpkg`` and ``answer_key.csv``, with the same values on every run.

    python data/demo/build_demo.py [--output FOLDER] [--world-map FILE]

Needs fiona, shapely, pyproj, scipy and QGIS's own ``world_map.gpkg`` (Natural Earth, public domain). What is drawn
where is in ``places.py``; how a planar zoning coverage comes about, in ``coverage.py``. See ``README.md``.
"""

from __future__ import annotations

import argparse
import csv
import datetime as dt
import importlib.util
import math
import random
import sqlite3
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Callable
from xml.sax.saxutils import escape

import fiona
import numpy as np
import shapely
from pyproj import Transformer
from shapely.geometry import LineString, MultiPolygon, Point, Polygon, mapping

HERE = Path(__file__).resolve().parent


def beside(name: str) -> Any:
    """Load a file of this folder under its own name; ``sys.path`` stays as it is."""
    spec = importlib.util.spec_from_file_location(name, HERE / f"{name}.py")
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module  # its dataclasses look themselves up here
    spec.loader.exec_module(module)
    return module


coverage = beside("coverage")
places = beside("places")

WORLD_MAP = Path("/usr/share/qgis/resources/data/world_map.gpkg")
CRS = "EPSG:32648"
KM = 1000.0
# The file carries no time of its own: a rebuild must not differ.
WRITTEN = "2025-01-01T00:00:00Z"
REGISTER_DAY = dt.date(2025, 1, 1)
LAND_MARGIN = 150.0
SPACING = 70.0
NOT_FOR_DECISIONS = "Illustrative data, not for decisions."


def load_schema_module() -> Any:
    """The package's ``processing.schema``, loaded as QGIS loads it: the repository root is the package."""
    root = HERE.parents[1]
    if "factory_locations" not in sys.modules:
        spec = importlib.util.spec_from_file_location(
            "factory_locations", root / "__init__.py", submodule_search_locations=[str(root)]
        )
        package = importlib.util.module_from_spec(spec)
        sys.modules["factory_locations"] = package
        spec.loader.exec_module(package)
    return importlib.import_module("factory_locations.processing.schema")


def metres(points: Iterable[tuple[float, float]]) -> list[tuple[float, float]]:
    """Kilometres of a sketch to metres."""
    return [(x * KM, y * KM) for x, y in points]


def settled(geometry: Any) -> Any:
    """The geometry with coordinates rounded to a centimetre, rings begun and turned in one way."""
    return shapely.transform(shapely.normalize(geometry), lambda xy: np.round(xy, 2))


def multi(geometry: Any) -> MultiPolygon:
    """A polygon as a multi-polygon."""
    return geometry if isinstance(geometry, MultiPolygon) else MultiPolygon([geometry])


# -- land -----------------------------------------------------------------------------------------------


def read_land(world_map: Path) -> tuple[dict[str, Any], Any]:
    """Provinces by code and the country, in metres.

    Returns
    -------
    (dict of str -> shapely geometry, shapely geometry)
    """
    to_metres = Transformer.from_crs("EPSG:4326", CRS, always_xy=True)

    def projected(shape: dict) -> Any:
        xy = shapely.geometry.shape(shape)
        return shapely.transform(xy, lambda c: np.column_stack(to_metres.transform(c[:, 0], c[:, 1])))

    provinces = {}
    with fiona.open(world_map, layer="states_provinces") as source:
        for feature in source.filter(where="adm0_a3 = 'KHM'"):
            provinces[places.PROVINCES[feature["properties"]["fips"]][0]] = projected(feature["geometry"])
    capital = Polygon(metres(places.PHNOM_PENH_SINCE_2010)).union(provinces["12"])
    provinces = {code: shape if code == "12" else shape.difference(capital) for code, shape in provinces.items()}
    provinces["12"] = capital
    with fiona.open(world_map, layer="countries") as source:
        country = next(projected(f["geometry"]) for f in source.filter(where="ISO_A3 = 'KHM'"))
    return {code: settled(multi(shape)) for code, shape in sorted(provinces.items())}, settled(multi(country))


# -- shapes ---------------------------------------------------------------------------------------------


def block(seed: int, centre: Sequence[float], area: float, ratio: float, turn: float) -> Polygon:
    """An irregular four-sided site of exactly the given area in square metres, its edges slightly bent."""
    length, width = math.sqrt(area * ratio), math.sqrt(area / ratio)
    noise = random.Random(seed)
    corners = [
        (sx * length / 2 * (1 + 0.16 * (noise.random() - 0.5)), sy * width / 2 * (1 + 0.2 * (noise.random() - 0.5)))
        for sx, sy in ((-1, -1), (1, -1), (1, 1), (-1, 1))
    ]
    ring = []
    for (ax, ay), (bx, by) in zip(corners, corners[1:] + corners[:1]):
        for t in (0.03, 0.34, 0.66, 0.97):
            bend = 0.05 * (noise.random() - 0.5) if 0.1 < t < 0.9 else 0.0
            ring.append((ax + t * (bx - ax) - bend * (by - ay), ay + t * (by - ay) + bend * (bx - ax)))
    return fitted(ring, centre, area, turn)


def blob(seed: int, centre: Sequence[float], axes: Sequence[float], turn: float, rough: float = 0.22) -> Polygon:
    """A wavy oval: half axes in metres, a turn in degrees."""
    steps = 180
    ring = []
    for i in range(steps):
        angle = 2 * math.pi * i / steps
        x, y = math.cos(angle), math.sin(angle)
        wave = 1 + rough * (
            0.75 * coverage.smooth_noise(seed, 2 * x, 2 * y, 1.0)
            + 0.25 * coverage.smooth_noise(seed + 1, 6 * x, 6 * y, 1.0)
        )
        ring.append((axes[0] * x * wave, axes[1] * y * wave))
    return fitted(ring, centre, None, turn)


def fitted(ring: Sequence, centre: Sequence[float], area: float | None, turn: float) -> Polygon:
    """A ring turned, scaled to the area and moved so that its centroid is the centre."""
    shape = Polygon(ring)
    scale = math.sqrt(area / shape.area) if area else 1.0
    cx, cy = shape.centroid.coords[0]
    cos, sin = math.cos(math.radians(turn)), math.sin(math.radians(turn))
    moved = [
        (
            centre[0] + scale * ((x - cx) * cos - (y - cy) * sin),
            centre[1] + scale * ((x - cx) * sin + (y - cy) * cos),
        )
        for x, y in ring
    ]
    return settled(Polygon(moved))


def natural_line(seed: int, points: Sequence) -> LineString:
    """A sketched line made natural: corners cut, small bends added."""
    bent = coverage.smoothed(coverage.roughened(np.array(metres(points)), seed, 1, 0.12), False, 2)
    rough = coverage.smoothed(coverage.roughened(bent, seed + 1, 1, 0.12), False, 1)
    return shapely.transform(LineString(rough), lambda xy: np.round(xy, 2))


# -- parks, protected land, salt ----------------------------------------------------------------------------


def build_parks() -> list[dict[str, Any]]:
    """The published zones with illustrative shapes of the published area."""
    to_metres = Transformer.from_crs("EPSG:4326", CRS, always_xy=True)
    rows = []
    for number, row in enumerate(places.SEZ):
        park_id, name_en, name_km, province, area, lon, lat, decree, status, turn, ratio, shift, note = row
        x, y = to_metres.transform(lon, lat)
        hectares = area or places.SHAPE_WITHOUT_AREA_HA
        shape = block(100 + number, (x + shift[0], y + shift[1]), hectares * 1e4, ratio, turn)
        rows.append(
            {
                "park_id": park_id,
                "name_en": name_en,
                "name_km": f"តំបន់សេដ្ឋកិច្ចពិសេស {name_km}",
                "kind": "SEZ",
                "licence_no": f"Sub-decree {decree}" if decree else None,
                "area_ha": area,
                "status": status,
                "province_code": province,
                "vintage": places.SEZ_VINTAGE,
                "note": note,
                "geometry": multi(shape),
            }
        )
    return sorted(rows, key=lambda park: park["park_id"])


def build_protected(country: Any) -> list[dict[str, Any]]:
    """Wavy ovals on land."""
    return [
        {
            "name": name,
            "category": category,
            "vintage": places.PROTECTED_VINTAGE,
            "geometry": settled(
                multi(blob(300 + i, metres([centre])[0], metres([axes])[0], turn).intersection(country))
            ),
        }
        for i, (name, category, centre, axes, turn) in enumerate(places.PROTECTED)
    ]


def build_salt() -> list[dict[str, Any]]:
    """Salt pans that together have the published area."""
    shapes = [blob(400 + i, metres([c])[0], metres([a])[0], t, 0.15) for i, (_, c, a, t) in enumerate(places.SALT)]
    scale = math.sqrt(places.SALT_HA * 1e4 / sum(shape.area for shape in shapes))
    return [
        {
            "name": name,
            "vintage": places.SALT_VINTAGE,
            "geometry": multi(settled(shapely.affinity.scale(shape, scale, scale, origin="centroid"))),
        }
        for (name, *_), shape in zip(places.SALT, shapes)
    ]


# -- zoning -------------------------------------------------------------------------------------------------


@dataclass
class Surroundings:
    """What the rules of a plan look at, in metres."""

    provinces: dict[str, Any]
    parks: Any
    protected: Any
    salt: Any
    rivers: Any


def build_zoning(around: Surroundings) -> list[dict[str, Any]]:
    """All plans' zones, numbered so that the order of ids is the order of rows."""
    rows = []
    for number, (code, plan) in enumerate(sorted(places.PLANS.items())):
        seeds, labels = plan_cells(plan, around, 1000 * (number + 1))
        counts: Counter = Counter()
        for patch in coverage.build_patches(seeds, labels, 3, 77 + number):
            counts[patch.label] += 1
            rows.append(
                {
                    "zone_id": f"{code}-{sum(counts.values()):03d}",
                    "zone_code": patch.label,
                    "zone_name": f"{places.ZONE_NAMES[patch.label]} {counts[patch.label]}",
                    "plan": plan["name"],
                    "vintage": plan["vintage"],
                    "geometry": MultiPolygon([Polygon(patch.shell, patch.holes)]),
                }
            )
    return rows


def plan_cells(plan: dict[str, Any], around: Surroundings, seed: int) -> tuple[np.ndarray, list[str | None]]:
    """Seeds of the cells of a plan and the zone of each; None outside the plan."""
    land = shapely.union_all([around.provinces[code] for code in plan["provinces"]]).buffer(60).buffer(-360)
    step = plan["spacing"] * KM
    inside, bounds = plan_area(plan["area"], seed)
    river = around.rivers.intersection(shapely.box(*bounds))
    xy = [p for p in lattice(bounds, step, seed) if river.is_empty or river.distance(Point(p)) > 0.45 * step]
    xy += beside(river, step)
    rules = [rule_distance(rule, around) for rule in plan["rules"]]
    labels = []
    for x, y in xy:
        point = Point(x, y)
        if not inside(x, y) or not land.contains(point):
            labels.append(None)
            continue
        labels.append(zone_of(point, rules, seed))
    return np.array(xy), labels


def plan_area(area: dict[str, Any], seed: int) -> tuple[Callable[[float, float], bool], tuple]:
    """A test for being inside the plan, whose edge wanders, and its bounds with a margin for the open cells."""
    if "ellipse" in area:
        cx, cy, a, b = (value * KM for value in area["ellipse"])

        def within(x: float, y: float) -> bool:
            wave = 1 + 0.22 * coverage.smooth_noise(seed + 5, x, y, 5000)
            return ((x - cx) / a) ** 2 + ((y - cy) / b) ** 2 < wave

        outline = Point(cx, cy).buffer(max(a, b) * 1.2)
        return within, outline.buffer(2000).bounds
    line, width = LineString(metres(area["line"])), area["width"] * KM

    def near(x: float, y: float) -> bool:
        return line.distance(Point(x, y)) < width * (1 + 0.22 * coverage.smooth_noise(seed + 5, x, y, 4000))

    return near, line.buffer(width * 1.3 + 2000).bounds


def lattice(bounds: Sequence[float], step: float, seed: int) -> list[tuple[float, float]]:
    """A triangular lattice, every point shaken."""
    points = []
    for row, y in enumerate(np.arange(bounds[1], bounds[3], step * 0.866)):
        for x in np.arange(bounds[0] + (row % 2) * step / 2, bounds[2], step):
            dx, dy = coverage.unit_noise(seed + 1, x, y), coverage.unit_noise(seed + 2, x, y)
            points.append((float(x) + 0.3 * step * dx, float(y) + 0.3 * step * dy))
    return points


def beside(river: Any, step: float) -> list[tuple[float, float]]:
    """Pairs of points on either side of a river, so that cells meet along it."""
    points = []
    for line in getattr(river, "geoms", [river]):
        at = 0.0
        while line.length and at < line.length - 50:
            (ax, ay), (bx, by) = line.interpolate(at).coords[0], line.interpolate(at + 50).coords[0]
            nx, ny = (ay - by) / 50, (bx - ax) / 50
            points += [(ax + side * 0.4 * step * nx, ay + side * 0.4 * step * ny) for side in (-1, 1)]
            at += 0.75 * step
    return points


def rule_distance(rule: tuple, around: Surroundings) -> tuple[str, Any, float]:
    """A rule as (zone, geometry, reach in metres)."""
    kind, zone = rule[0], rule[1]
    if kind == "near":
        parts = [
            LineString(metres(places.ROADS[p])) if isinstance(p, str) else Point(p[0] * KM, p[1] * KM) for p in rule[2]
        ]
        return zone, shapely.union_all(parts), rule[3] * KM
    shape = {"parks": around.parks, "salt": around.salt, "protected": around.protected, "river": around.rivers}[kind]
    return zone, shape, rule[2] * KM


def zone_of(point: Point, rules: list, seed: int) -> str:
    """The zone of the first rule that reaches the point; the reach wanders by a fifth."""
    for number, (zone, shape, reach) in enumerate(rules):
        wave = 1 + 0.3 * coverage.smooth_noise(seed + 10 + number, point.x, point.y, 1800)
        if shape.distance(point) <= reach * (1 if shape.geom_type.endswith("Polygon") else wave):
            return zone
    return places.ELSE_ZONE


def permission(zone_code: str, isic: str) -> str:
    """What a zone says about an activity: permitted, conditional, prohibited, not_in_table or unknown_zone_code."""
    table = places.PERMITS.get(zone_code)
    if table is None:
        return "unknown_zone_code"
    answer, length = table.get("otherwise", "not_in_table"), 0
    for key, meaning in (("permits", "permitted"), ("conditional", "conditional"), ("prohibits", "prohibited")):
        for prefix in table.get(key, ()):
            names = isic.startswith(prefix) or (prefix == "C" and int(isic[:2]) in places.MANUFACTURING)
            if names and len(prefix) > length:
                answer, length = meaning, len(prefix)
    return answer


# -- factories ------------------------------------------------------------------------------------------------


METHODS = (
    # method, share, accuracy from and to in metres, reference point, source
    ("gps", 0.52, 5, 15, "entrance", "Field visit (illustrative)"),
    ("image", 0.20, 10, 20, "site_centre", "Satellite image (illustrative)"),
    ("map", 0.15, 25, 50, "production_building", "Site plan (illustrative)"),
    ("address", 0.08, 100, 180, "unknown", "Address in the application (illustrative)"),
    ("survey", 0.03, 1, 2, "parcel_corner", "Cadastral survey (illustrative)"),
    ("unknown", 0.02, None, None, "unknown", "Old register (illustrative)"),
)
UNKNOWN_MARGIN = 200.0
ZONE_APPEAL = {"HIND": 1.0, "LIND": 1.0, "MIX": 0.7, "COM": 0.5, "RES": 0.25, "AGR": 0.3}
STAFF = {"micro": (1, 4), "small": (5, 49), "medium": (50, 199), "large": (200, 2400)}
KHMER_DIGITS = str.maketrans("0123456789", "០១២៣៤៥៦៧៨៩")


@dataclass
class Factory:
    """A factory before it becomes a row; ``findings`` are (rule, verdict, reason, feature, note)."""

    x: float | None
    y: float | None
    province: str
    district: str
    sector: str
    isic: str | None
    park: str | None
    method: tuple
    accuracy: float | None
    findings: list[tuple] = field(default_factory=list)
    commune: str | None = None


class Ground:
    """Zones, parks and provinces with quick answers about one place."""

    def __init__(self, provinces: dict, zones: list[dict], parks: list[dict]) -> None:
        self.provinces = {code: shape.buffer(-LAND_MARGIN) for code, shape in provinces.items()}
        for shape in self.provinces.values():
            shapely.prepare(shape)
        self.zones, self.parks = zones, parks
        self.zone_shapes = np.array([zone["geometry"] for zone in zones])
        self.park_shapes = np.array([park["geometry"] for park in parks])
        self.zone_edges, self.park_edges = shapely.boundary(self.zone_shapes), shapely.boundary(self.park_shapes)
        self.zone_tree, self.park_tree = shapely.STRtree(self.zone_shapes), shapely.STRtree(self.park_shapes)
        self.plans = shapely.union_all(self.zone_shapes)
        self.rim = self.plans.boundary
        shapely.prepare([self.plans, self.rim])
        self.taken: list[tuple[float, float]] = []

    def park(self, park_id: str) -> int:
        """Row of a park."""
        return next(i for i, park in enumerate(self.parks) if park["park_id"] == park_id)

    def free(self, x: float, y: float) -> bool:
        """Whether no factory stands within `SPACING` metres."""
        return all(abs(x - a) > SPACING or abs(y - b) > SPACING for a, b in self.taken)

    def near(self, tree: Any, shapes: np.ndarray, point: Point, radius: float) -> list[int]:
        """Rows of the shapes closer than the radius, or touching the point."""
        rows = tree.query(point, predicate="dwithin", distance=radius)
        return sorted(int(i) for i in rows if shapes[i].distance(point) < radius or shapes[i].intersects(point))

    def zones_near(self, point: Point, radius: float) -> list[int]:
        """Rows of the zones that may hold the true place."""
        return self.near(self.zone_tree, self.zone_shapes, point, radius)

    def parks_near(self, point: Point, radius: float) -> list[int]:
        """Rows of the parks that may hold the true place."""
        return self.near(self.park_tree, self.park_shapes, point, radius)

    def only_zone(self, point: Point, radius: float) -> int | str | None:
        """Row of the one zone that holds the whole circle, None where there is no zone at all, else "mixed"."""
        rows = self.zones_near(point, radius)
        if not rows:
            return None
        if (
            len(rows) == 1
            and self.zone_edges[rows[0]].distance(point) > radius
            and self.zone_shapes[rows[0]].contains(point)
        ):
            return rows[0]
        return "mixed"

    def clear_of_park_edges(self, point: Point, radius: float) -> bool:
        """Whether the circle crosses no park's edge."""
        return all(self.park_edges[i].distance(point) > radius for i in self.park_tree.query(point.buffer(radius + 1)))


class Builder:
    """Places factories; every draw comes from one seeded source, so a rebuild gives the same factories."""

    def __init__(self, ground: Ground, seed: int) -> None:
        self.ground = ground
        self.random = random.Random(seed)
        self.factories: list[Factory] = []

    # draws

    def uniform(self, low: float, high: float) -> float:
        """A number between two bounds."""
        return low + (high - low) * self.random.random()

    def bell(self) -> float:
        """A number of a bell curve with standard deviation 1, from twelve even ones: the same everywhere."""
        return sum(self.random.random() for _ in range(12)) - 6

    def pick(self, weights: dict[Any, float]) -> Any:
        """One key, drawn by weight."""
        at = self.uniform(0, sum(weights.values()))
        for key, weight in weights.items():
            at -= weight
            if at < 0:
                return key
        return key

    def method(self) -> tuple[tuple, float | None]:
        """A way the coordinate was taken, and its accuracy."""
        chosen = self.pick({row: row[1] for row in METHODS})
        if chosen[2] is None:
            return chosen, None
        return chosen, round(self.uniform(chosen[2], chosen[3]), 1 if chosen[3] < 100 else 0)

    def somewhere(self, cluster: tuple) -> tuple[float, float]:
        """A place in a cluster."""
        _, _, _, kind, name, centre, spread, _, _ = cluster
        if kind == "park":
            shape = self.ground.park_shapes[self.ground.park(name)]
            x0, y0, x1, y1 = shape.bounds
            return self.uniform(x0, x1), self.uniform(y0, y1)
        cx, cy, reach = centre[0] * KM, centre[1] * KM, spread * KM
        if kind == "town":
            return cx + self.bell() * reach / 2, cy + self.bell() * reach / 2
        line = LineString(metres(places.ROADS[name]))
        at = line.project(Point(cx, cy)) + self.uniform(-reach, reach)
        (ax, ay), (bx, by) = line.interpolate(at).coords[0], line.interpolate(at + 30).coords[0]
        length = math.hypot(bx - ax, by - ay) or 1.0
        side = (1 if self.random.random() < 0.5 else -1) * (70 + abs(self.bell()) * 330)
        return ax - side * (by - ay) / length, ay + side * (bx - ax) / length

    def place(self, cluster: tuple) -> Point | None:
        """A free place of a cluster on land in its province, or None this time."""
        x, y = (round(v, 2) for v in self.somewhere(cluster))
        point = Point(x, y)
        if not self.ground.free(x, y) or not self.ground.provinces[cluster[0]].contains(point):
            return None
        return point

    def search(self, clusters: Sequence[tuple], test: Callable[[Point, tuple], Any]) -> tuple[Point, tuple, Any]:
        """Try places in the clusters until the test answers with something other than None or False."""
        for _ in range(60000):
            cluster = clusters[int(self.random.random() * len(clusters))]
            point = self.place(cluster)
            if point is None:
                continue
            answer = test(point, cluster)
            if answer is not None and answer is not False:
                return point, cluster, answer
        raise SystemExit("no place was found for a factory: the sketch in places.py leaves no room")

    def add(self, point: Point, cluster: tuple, sector: str, **more: Any) -> Factory:
        """Keep a factory."""
        self.ground.taken.append((point.x, point.y))
        isic = more.pop("isic", places.SECTORS[sector][0])
        factory = Factory(point.x, point.y, cluster[0], cluster[1], sector, isic, **more)
        self.factories.append(factory)
        return factory

    # plain factories

    def fill(self) -> None:
        """Factories without a problem, cluster by cluster; those that no plan covers are noted as such."""
        for cluster in places.CLUSTERS:
            for _ in range(cluster[7]):
                self.plain(cluster)

    def plain(self, cluster: tuple) -> Factory:
        """One factory that every rule passes, or that no plan covers."""
        method, accuracy = self.method()
        radius = 1.5 * accuracy + 15 if accuracy is not None else UNKNOWN_MARGIN
        inside = cluster[4] if cluster[3] == "park" else None
        if inside and radius > 120:
            method, accuracy, radius = METHODS[0], 8.0, 27.0

        def suits(point: Point, _: tuple) -> tuple | None:
            if not self.right_park(point, inside, radius):
                return None
            zone = self.ground.only_zone(point, radius)
            if zone == "mixed":
                return None
            if zone is None:
                return (None, self.pick(places.MIXES[cluster[8]]))
            code = self.ground.zones[zone]["zone_code"]
            if self.random.random() > ZONE_APPEAL.get(code, 0):
                return None
            fitting = {
                key: weight
                for key, weight in places.MIXES[cluster[8]].items()
                if permission(code, places.SECTORS[key][0]) == "permitted"
            }
            return (zone, self.pick(fitting)) if fitting else None

        point, cluster, (zone, sector) = self.search([cluster], suits)
        factory = self.add(point, cluster, sector, park=inside, method=method, accuracy=accuracy)
        if zone is None:
            factory.findings.append(("KH-ZON-01", "no data", "no_zoning", "", "No plan covers the place."))
        return factory

    def right_park(self, point: Point, park_id: str | None, radius: float) -> bool:
        """Whether the circle lies wholly in the one park, or in none."""
        if not self.ground.clear_of_park_edges(point, radius):
            return False
        found = [self.ground.parks[i]["park_id"] for i in self.ground.parks_near(point, 0.0)]
        return found == ([park_id] if park_id else [])

    # seeded problems of zoning

    def in_zone(self, zone_code: str, sector: str, verdict: str | None, reason: str, note: str, **more: Any) -> Factory:
        """A factory clearly inside a zone of the code, outside every park, with one expected finding."""
        accuracy = round(self.uniform(5, 15), 1)

        rows = [i for i, zone in enumerate(self.ground.zones) if zone["zone_code"] == zone_code]
        point, cluster, zone = self.inside_one_of(rows, 2 * accuracy + 15)
        factory = self.add(point, cluster, sector, park=None, method=METHODS[0], accuracy=accuracy, **more)
        if verdict:
            zone_id = self.ground.zones[zone]["zone_id"]
            factory.findings.append(("KH-ZON-01", verdict, reason, zone_id, note))
        return factory

    def inside_one_of(self, rows: Sequence[int], radius: float) -> tuple[Point, tuple, int]:
        """A free place whose circle lies in one of the zones and in no park, with its cluster and the zone's row."""
        while True:
            row = rows[int(self.random.random() * len(rows))]
            x0, y0, x1, y1 = self.ground.zone_shapes[row].bounds
            point = Point(round(self.uniform(x0, x1), 2), round(self.uniform(y0, y1), 2))
            if self.ground.only_zone(point, radius) != row or not self.right_park(point, None, 60):
                continue
            cluster = self.cluster_of(point)
            if cluster is not None and self.ground.free(point.x, point.y):
                return point, cluster, row

    def at_zone_edge(self, sector: str, wish: Callable[[list[str]], bool], differ: bool, rim: bool = False) -> Factory:
        """A factory whose circle of accuracy reaches a second zone (or, at the rim, leaves the plan)."""
        isic = places.SECTORS[sector][0]
        zones = self.ground.zones
        while True:
            row = int(self.random.random() * len(zones))
            line = self.ground.zone_edges[row]
            foot = line.interpolate(self.uniform(0, line.length))
            accuracy, angle = round(self.uniform(14, 45), 1), self.uniform(0, 2 * math.pi)
            gap = self.uniform(0.3, 0.7) * accuracy
            point = Point(round(foot.x + gap * math.cos(angle), 2), round(foot.y + gap * math.sin(angle), 2))
            found = self.ground.zones_near(point, accuracy)
            codes = [zones[i]["zone_code"] for i in found]
            leaves = self.leaves_plan(point, accuracy)
            if leaves != rim or len(found) != (1 if rim else 2) or not wish(codes):
                continue
            if self.ground.zones_near(point, accuracy + 6) != found or self.leaves_plan(point, accuracy + 6) != rim:
                continue
            # The second zone must be reached clearly, not just touched.
            if not rim and self.ground.zones_near(point, 0.85 * accuracy) != found:
                continue
            answers = {permission(code, isic) for code in codes} | ({"no_zoning"} if rim else set())
            if (
                (answers != {"permitted"}) != differ
                or (differ and len(answers) < 2)
                or not self.right_park(point, None, 150)
            ):
                continue
            cluster = self.cluster_of(point)
            if cluster is None or not self.ground.free(point.x, point.y):
                continue
            factory = self.add(point, cluster, sector, park=None, method=METHODS[2], accuracy=accuracy)
            if differ:
                names = [f"{zones[i]['zone_id']} {zones[i]['zone_code']}" for i in found] + ["no zoning"] * rim
                here = [zones[i]["zone_id"] for i in self.ground.zones_near(point, 0.0)]
                note = f"Within {accuracy} m: {', '.join(names)}."
                factory.findings.append(("KH-ZON-01", "undecided", "zones_differ", "".join(here), note))
            return factory

    def leaves_plan(self, point: Point, radius: float) -> bool:
        """Whether part of the circle is covered by no plan."""
        return not self.ground.plans.contains(point) or self.ground.rim.distance(point) < radius

    def cluster_of(self, point: Point) -> tuple | None:
        """The nearest cluster whose province holds the point, within 6 km."""
        best = None
        for cluster in OPEN_CLUSTERS:
            gap = math.hypot(point.x - cluster[5][0] * KM, point.y - cluster[5][1] * KM)
            if gap < 5 * KM and (best is None or gap < best[0]) and self.ground.provinces[cluster[0]].contains(point):
                best = (gap, cluster)
        return best[1] if best else None

    def on_border(self) -> Factory:
        """A factory on a vertex of a shared border: the zone with the lower id forbids it, the other permits."""
        sector = "garment"
        isic = places.SECTORS[sector][0]
        zones = self.ground.zones
        for _ in range(60000):
            row = int(self.random.random() * len(zones))
            ring = self.ground.zone_shapes[row].geoms[0].exterior.coords
            point = Point(ring[int(self.random.random() * len(ring))])
            touching = self.ground.zones_near(point, 0.0)
            codes = [zones[i]["zone_code"] for i in touching]
            if [permission(code, isic) for code in codes] != ["prohibited", "permitted"]:
                continue
            cluster = self.cluster_of(point)
            if cluster is None or not self.right_park(point, None, 100) or not self.ground.free(point.x, point.y):
                continue
            factory = self.add(point, cluster, sector, park=None, method=METHODS[4], accuracy=0.0)
            low, high = (zones[i]["zone_id"] for i in touching)
            note = f"Exactly on the border of {low} and {high}; the lower id decides."
            factory.findings.append(("KH-ZON-01", "fail", "prohibited", low, note))
            return factory
        raise SystemExit("no border vertex suits")

    def commune_centroid(self, commune: str, accuracy: float) -> Factory:
        """A factory known only to its commune: zones within kilometres differ."""
        clusters = [c for c in OPEN_CLUSTERS if c[1] == commune[:4]]

        def suits(point: Point, _: tuple) -> Any:
            found = self.ground.zones_near(point, accuracy)
            answers = {permission(self.ground.zones[i]["zone_code"], "1410") for i in found}
            here = self.ground.zones_near(point, 0.0)
            if "prohibited" not in answers or "permitted" not in answers or len(here) != 1:
                return None
            return here[0:1] if self.right_park(point, None, accuracy + 200) else None

        point, cluster, (zone,) = self.search(clusters, suits)
        way = ("commune_centroid", 0, 0, 0, "unknown", "Commune of the application (illustrative)")
        factory = self.add(point, cluster, "garment", park=None, method=way, accuracy=accuracy, commune=commune)
        zone_id = self.ground.zones[zone]["zone_id"]
        count = len(self.ground.zones_near(point, accuracy))
        note = f"Located by its commune only: {count} zones within {accuracy:g} m."
        factory.findings.append(("KH-ZON-01", "undecided", "zones_differ", zone_id, note))
        return factory

    # seeded problems of parks

    def in_park(self, stands_in: str, declares: str | None, reason: str, note: str) -> Factory:
        """A factory clearly inside a park that declares another one, or none."""
        cluster = next(c for c in places.CLUSTERS if c[4] == stands_in)
        factory = self.plain(cluster)
        factory.park = declares
        rule = "KH-PARK-01" if declares else "KH-PARK-02"
        factory.findings.append((rule, "fail", reason, stands_in, note))
        return factory

    def beside_park(
        self, park_id: str, declares: bool, low: float, high: float, accuracy: float, outside: bool
    ) -> Factory:
        """A factory at a distance from a park's edge, inside or outside, in a zone that permits it."""
        row = self.ground.park(park_id)
        line, shape = self.ground.park_edges[row], self.ground.park_shapes[row]
        cluster = next(c for c in places.CLUSTERS if c[4] == park_id)
        for _ in range(60000):
            foot = line.interpolate(self.uniform(0, line.length))
            gap, angle = self.uniform(low, high), self.uniform(0, 2 * math.pi)
            point = Point(round(foot.x + gap * math.cos(angle), 2), round(foot.y + gap * math.sin(angle), 2))
            if shape.contains(point) == outside or not low <= line.distance(point) <= high:
                continue
            zone = self.ground.only_zone(point, 2 * accuracy + 10)
            covered = isinstance(zone, int) and permission(self.ground.zones[zone]["zone_code"], "1410") == "permitted"
            if not covered or not self.ground.provinces[cluster[0]].contains(point):
                continue
            if not self.ground.free(point.x, point.y) or self.ground.parks_near(point, high + 2 * accuracy) != [row]:
                continue
            way = METHODS[0]
            park = park_id if declares else None
            factory = self.add(point, cluster, "garment", park=park, method=way, accuracy=accuracy)
            rule = "KH-PARK-01" if declares else "KH-PARK-02"
            distance = line.distance(point)
            if distance < accuracy:
                side = "outside" if outside else "inside"
                note = f"{distance:.1f} m {side} the edge, accuracy {accuracy:g} m."
                factory.findings.append((rule, "undecided", "on_edge", park_id, note))
            else:
                note = f"{distance:.0f} m outside the park it declares."
                factory.findings.append((rule, "fail", "outside_declared", park_id, note))
            return factory
        raise SystemExit(f"no place beside {park_id}")

    def declares_wrongly(self, province: str, park_id: str, verdict: str, reason: str, note: str) -> Factory:
        """A plain factory outside every park that declares one."""
        clusters = [c for c in OPEN_CLUSTERS if c[0] == province and c[8] in ("export", "town")]
        while True:
            factory = self.plain(clusters[int(self.random.random() * len(clusters))])
            if not factory.findings:
                break
        factory.park = park_id
        feature = "" if verdict == "no data" else park_id
        factory.findings.append(("KH-PARK-01", verdict, reason, feature, note))
        return factory

    def without_place(self, province: str, park_id: str | None) -> Factory:
        """A factory whose location is empty."""
        clusters = [c for c in places.CLUSTERS if c[0] == province and (c[4] == park_id if park_id else c[3] != "park")]
        factory = self.plain(clusters[0])
        rule = "KH-PARK-01" if park_id else "KH-PARK-02"
        factory.x = factory.y = factory.accuracy = None
        factory.method = ("unknown", 0, None, None, "unknown", "Old register (illustrative)")
        factory.findings = [
            (name, "no data", "no_location", "", "The location is empty.") for name in ("KH-ZON-01", rule)
        ]
        return factory

    # all of them

    def seed_problems(self) -> None:
        """One factory or more for every reason."""
        for zone, sector in PROHIBITED:
            self.in_zone(zone, sector, "fail", "prohibited", f"{zone} prohibits {places.SECTORS[sector][0]}.")
        for zone, sector, count in CONDITIONAL:
            for _ in range(count):
                note = f"{zone} permits {places.SECTORS[sector][0]} on condition."
                self.in_zone(zone, sector, "pass", "conditional", note)
        for zone, sector in NOT_IN_TABLE:
            note = f"The table of {zone} does not name {places.SECTORS[sector][0]}."
            self.in_zone(zone, sector, "no data", "not_in_table", note)
        for sector in ("garment", "food", "structures"):
            self.in_zone(
                "SPZ", sector, "no data", "unknown_zone_code", "The rule pack does not know the zone code SPZ."
            )
        for zone, sector in (("LIND", "garment"), ("MIX", "food"), ("LIND", "bags"), ("RES", "bakery")):
            self.in_zone(zone, sector, "no data", "no_activity", "The main activity is empty.", isic=None)
        for zone, sector, code in (("LIND", "umbrella", "9999"), ("MIX", "food", "0000"), ("LIND", "metal", "9999")):
            self.in_zone(zone, sector, "no data", "unknown_activity", f"ISIC Rev. 4 has no {code}.", isic=code)
        for sector, codes in EDGE_DIFFER:
            self.at_zone_edge(sector, lambda found, codes=codes: sorted(found) == sorted(codes), True)
        for code in ("AGR", "LIND"):
            sector = "rice" if code == "AGR" else "garment"
            self.at_zone_edge(sector, lambda found, code=code: found == [code], True, rim=True)
        for sector, codes in EDGE_SAME:
            self.at_zone_edge(sector, lambda found, codes=codes: sorted(found) == sorted(codes), False)
        self.on_border()
        for commune, accuracy in (("120510", 1900.0), ("050203", 2600.0), ("180102", 2200.0)):
            self.commune_centroid(commune, accuracy)
        self.seed_park_problems()

    def seed_park_problems(self) -> None:
        """Problems of rules KH-PARK-01 and KH-PARK-02, and empty locations."""
        self.beside_park("MHSEZ", True, 60, 200, 8.0, True)
        self.beside_park("SSEZ", True, 90, 260, 10.0, True)
        self.beside_park("PPSEZ", True, 60, 260, 12.0, True)
        for province, park_id in (("12", "PPSEZ"), ("05", "PPSEZ"), ("18", "SSEZ")):
            note = "Declares a park that lies kilometres away."
            self.declares_wrongly(province, park_id, "fail", "outside_declared", note)
        self.in_park("TSBSEZ", "MHSEZ", "inside_other", "Declares MHSEZ, stands in TSBSEZ.")
        self.in_park("SNCSEZ", "SSEZ", "inside_other", "Declares SSEZ, stands in SNCSEZ.")
        self.in_park(
            "PPSEZ", "PDSEZ", "inside_other", "Declares PDSEZ, which shares a licence number, stands in PPSEZ."
        )
        self.beside_park("PPSEZ", True, 3, 6, 12.0, False)
        self.beside_park("SSEZ", True, 4, 9, 18.0, True)
        self.beside_park("TSBSEZ", True, 3, 7, 14.0, False)
        for province, park_id in (("12", "PPSEZ2"), ("20", "SVR-3"), ("05", "KSP-1")):
            self.declares_wrongly(province, park_id, "no data", "unknown_park", "No park has this id.")
        for park_id in ("PPSEZ", "PPSEZ", "SSEZ", "SSEZ", "MHSEZ", "ONSEZ"):
            self.in_park(park_id, None, "undeclared", f"Stands in {park_id} and declares no park.")
        self.beside_park("PPSEZ", False, 4, 8, 15.0, True)
        self.beside_park("SSEZ", False, 4, 8, 15.0, False)
        self.beside_park("MHSEZ", False, 3, 8, 16.0, True)
        self.without_place("18", "SSEZ")
        self.without_place("12", None)
        self.without_place("08", None)


LIVED_IN = {"RES", "MIX", "COM"}
OPEN_CLUSTERS = [cluster for cluster in places.CLUSTERS if cluster[3] != "park"]
PROHIBITED = [
    ("RES", "plastics"), ("RES", "structures"), ("RES", "footwear"), ("RES", "metal"), ("COM", "plastics"),
    ("COM", "structures"), ("CON", "garment"), ("CON", "brick"), ("CON", "plastics"), ("AGR", "garment"),
    ("AGR", "plastics"), ("AGR", "bags"), ("LIND", "chemical"), ("LIND", "steel"), ("MIX", "carton"), ("MIX", "cement"),
]  # fmt: skip
CONDITIONAL = [
    ("AGR", "brick", 7), ("AGR", "water", 1), ("AGR", "food", 1), ("MIX", "plastics", 3), ("MIX", "metal", 2),
    ("MIX", "tannery", 1), ("LIND", "carton", 2), ("LIND", "concrete", 2), ("LIND", "tannery", 2), ("HIND", "soap", 2),
    ("HIND", "chemical", 1), ("RES", "garment", 1), ("RES", "food", 1), ("COM", "furniture", 1),
]  # fmt: skip
NOT_IN_TABLE = [("MIX", "pharma"), ("MIX", "machines"), ("MIX", "tobacco"), ("LIND", "icemaking")]
# Two zones within the accuracy: the answers differ ...
EDGE_DIFFER = [
    ("garment", ("AGR", "LIND")), ("garment", ("AGR", "MIX")), ("footwear", ("LIND", "RES")),
    ("plastics", ("MIX", "RES")), ("bags", ("AGR", "HIND")), ("plastics", ("COM", "MIX")), ("food", ("CON", "MIX")),
    ("carton", ("LIND", "MIX")),
]  # fmt: skip
# ... or are the same, which is no problem.
EDGE_SAME = [("garment", ("LIND", "MIX")), ("food", ("LIND", "MIX")), ("garment", ("HIND", "LIND"))]


# -- rows of the register -------------------------------------------------------------------------------------


def register_rows(builder: Builder) -> list[dict[str, Any]]:
    """Rows in the order of province and id, each with its findings under ``"findings"``."""
    to_degrees = Transformer.from_crs(CRS, "EPSG:4326", always_xy=True)
    draw = Builder(builder.ground, 42)
    serial: Counter = Counter()
    per_province: Counter = Counter()
    names = {code: (english, khmer) for code, english, khmer in places.PROVINCES.values()}
    rows = []
    order = sorted(
        enumerate(builder.factories), key=lambda item: (item[1].province, coverage.unit_noise(9, item[0], 0))
    )
    for _, factory in order:
        per_province[factory.province] += 1
        serial[factory.sector] += 1
        number = per_province[factory.province]
        row = identity(factory, number, serial[factory.sector], names[factory.province])
        row.update(permit(draw, factory, number))
        row.update(location(draw, factory, to_degrees))
        row["findings"] = factory.findings
        row["geometry"] = None if factory.x is None else Point(factory.x, factory.y)
        rows.append(row)
    duplicate_ids(rows)
    return rows


def identity(factory: Factory, number: int, serial: int, names: tuple[str, str]) -> dict[str, Any]:
    """Id, names, activity and administrative codes."""
    _, english, khmer, _ = places.SECTORS[factory.sector]
    isic = factory.isic
    # Some registers carry the fifth digit of the national classification, some only a group.
    if isic == "1410" and serial % 23 == 5:
        isic = "14101"
    elif isic == "1410" and serial % 31 == 7:
        isic = "141"
    return {
        "factory_id": f"KH-{factory.province}-{number:05d}",
        "name_km": f"រោងចក្រ{khmer}គំរូ {serial:03d} {names[1]}".translate(KHMER_DIGITS),
        "name_en": f"Demo {english} {serial:03d}, {names[0]}",
        "isic": isic,
        "isic_other": "1430" if isic == "1410" and serial % 9 == 4 else None,
        "province_code": factory.province,
        "district_code": factory.district,
        "commune_code": factory.commune,
        "village_code": None,
        "admin_vintage": 2025,
        "park_id": factory.park,
        "remarks": "Illustrative record, not a real factory",
    }


def permit(draw: Builder, factory: Factory, number: int) -> dict[str, Any]:
    """Permit, size, staff and status, consistent with each other."""
    weights = dict(zip(("micro", "small", "medium", "large"), places.SECTORS[factory.sector][3]))
    size = draw.pick(weights)
    low, high = STAFF[size]
    staff = int(low * (high / low) ** (draw.random.random() ** (1.6 if size == "large" else 1.0)))
    kind = "factory_permit"
    if size == "micro" or (size == "small" and staff < 20):
        kind = "handicraft_registration" if draw.random.random() < 0.8 else "permitted_handicraft"
    registered = dt.date(2004, 1, 5) + dt.timedelta(days=int(draw.uniform(0, 7400)))
    started = registered + dt.timedelta(days=int(draw.uniform(20, 400)))
    state = draw.pick({"registered": 0.9, "expired": 0.05, "applied": 0.03, "suspended": 0.02})
    status = draw.pick({"functional": 0.93, "underConstruction": 0.03, "disused": 0.03, "projected": 0.01})
    short = {"factory_permit": "FP", "handicraft_registration": "HR", "permitted_handicraft": "PH"}[kind]
    licence = f"DEMO-{short}-{registered.year}-{factory.province}{number:04d}"
    return {
        "operator_id": f"DEMO-OP-{int(draw.uniform(1, 780)):04d}",
        "licence_no": None if state == "applied" else licence,
        "permit_type": kind,
        "registration_status": state,
        "registration_date": None if state == "applied" else registered,
        "size_class": size,
        "size_definition_year": 2021,
        "employees": staff,
        "status": status,
        "status_from": min(started, REGISTER_DAY),
        "status_to": None,
    }


def location(draw: Builder, factory: Factory, to_degrees: Transformer) -> dict[str, Any]:
    """Location metadata, the original coordinate as text among it."""
    name, _, _, _, reference, source = factory.method
    row = {
        "loc_method": name,
        "loc_accuracy_m": factory.accuracy,
        "loc_reference_point": reference,
        "loc_datum": "unknown",
        "loc_source": source,
        "loc_date": None,
        "loc_original": None,
    }
    if factory.x is None:
        return row
    row["loc_date"] = dt.date(2018, 1, 8) + dt.timedelta(days=int(draw.uniform(0, 2500)))
    if draw.random.random() < 0.35:
        row["loc_datum"], row["loc_original"] = CRS, f"{factory.x:.2f} E, {factory.y:.2f} N"
    else:
        lon, lat = to_degrees.transform(factory.x, factory.y)
        row["loc_datum"], row["loc_original"] = "EPSG:4326", f"{lat:.6f}, {lon:.6f}"
    return row


def duplicate_ids(rows: list[dict[str, Any]]) -> None:
    """Give two factories the id of another one, all of them without other problems."""
    for province in ("12", "05"):
        plain = [
            row for row in rows if row["province_code"] == province and not row["findings"] and row["park_id"] is None
        ]
        first, second = plain[3], plain[-5]
        second["factory_id"] = first["factory_id"]
        second["findings"] = [("REGISTER", "", "duplicate_factory_id", "", "Two rows have this id.")]


def key_rows(rows: list[dict[str, Any]]) -> list[list[str]]:
    """Rows of the answer key, ordered by factory and rule, layer problems last."""
    key = [
        [row["factory_id"], rule, verdict, reason, feature, note]
        for row in rows
        for rule, verdict, reason, feature, note in row["findings"]
    ]
    one, other = places.OVERLAPPING_SEZ
    return [
        *sorted(key),
        ["", "LAYER", "", "overlapping_parks", f"{one};{other}", "The published points are 0.6 km apart."],
    ]


# -- receptors --------------------------------------------------------------------------------------------------


def build_receptors(ground: Ground, country: Any) -> dict[str, list[dict[str, Any]]]:
    """Schools, hospitals and residential areas around the towns, where a plan, if there is one, has people live."""
    draw = Builder(ground, 5)
    layers: dict[str, list[dict[str, Any]]] = {"schools": [], "hospitals": [], "residential": []}
    land = country.buffer(-300)

    def spot(centre: Sequence[float], radius: float) -> Point:
        while True:
            x, y = (round(c * KM + draw.bell() * radius * KM / 2, 2) for c in centre)
            point = Point(x, y)
            zones = {ground.zones[i]["zone_code"] for i in ground.zones_near(point, 0.0)}
            if land.contains(point) and zones <= LIVED_IN and not ground.parks_near(point, 300):
                return point

    for name, centre, radius, schools, hospitals, areas in places.TOWNS:
        for kind, count in (("schools", schools), ("hospitals", hospitals)):
            for i in range(count):
                title = f"{kind[:-1].capitalize()} {i + 1}, {name} (illustrative)"
                layers[kind].append(named(title, spot(centre, radius)))
        for i in range(areas):
            shape = homes(draw, lambda: spot(centre, 1.2 * radius), [row["geometry"] for row in layers["residential"]])  # noqa: B023
            layers["residential"].append(named(f"Residential area {i + 1}, {name} (illustrative)", shape))
    return layers


def named(name: str, geometry: Any) -> dict[str, Any]:
    """A row of a layer that has a name and a year only."""
    return {"name": name, "vintage": places.TOWNS_VINTAGE, "geometry": geometry}


def homes(draw: Builder, spot: Callable[[], Point], others: Sequence[Any]) -> Polygon:
    """A built-up block that touches neither another one nor a zone where nobody lives."""
    ground = draw.ground
    while True:
        point, area = spot(), draw.uniform(9e4, 42e4)
        shape = block(int(point.x), (point.x, point.y), area, draw.uniform(1.0, 2.2), draw.uniform(0, 180))
        codes = {ground.zones[int(i)]["zone_code"] for i in ground.zone_tree.query(shape, predicate="intersects")}
        if codes <= LIVED_IN and not any(shape.distance(other) < 60 for other in others):
            return shape


# -- writing ------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Layer:
    """How a layer is written and described."""

    name: str
    geometry: str
    fields: dict[str, str]
    title: str
    abstract: str
    licence: str
    vintage: str


OWN = "GPL-2.0-or-later, as the plugin"
LAYERS = (
    Layer("zoning", "MultiPolygon",
          {"zone_id": "str:12", "zone_code": "str:8", "zone_name": "str:80", "plan": "str:80", "vintage": "int32"},
          "Zoning (illustrative)", "Invented land-use plans around five towns. No such plan was ever adopted.", OWN,
          "2021-2024"),
    Layer("parks", "MultiPolygon",
          {"park_id": "str:24", "name_en": "str:80", "name_km": "str:120", "kind": "str:16", "licence_no": "str:48",
           "area_ha": "float", "status": "str:80", "province_code": "str:2", "vintage": "int32", "note": "str:160"},
          "Special economic zones (illustrative shapes)",
          "Names, sub-decrees and areas as published in 2014; the shapes are invented and have the published area.",
          "Facts as published by Open Development Cambodia; shapes " + OWN, "2014"),
    Layer("protected", "MultiPolygon", {"name": "str:80", "category": "str:40", "vintage": "int32"},
          "Protected areas (illustrative)", "Invented outlines of about the place of protected areas.", OWN, "2013"),
    Layer("salt_farmland", "MultiPolygon", {"name": "str:80", "vintage": "int32"},
          "Salt farmland of Kampot and Kep (illustrative)",
          "Invented outlines; together they have the published area of 4,748 ha.", OWN, "2022"),
    Layer("water_intakes", "Point", {"name": "str:80", "vintage": "int32"},
          "Water intakes (illustrative)", "Invented places on illustrative rivers.", OWN, "2023"),
    Layer("rivers", "LineString", {"name": "str:80", "vintage": "int32"},
          "Rivers (illustrative)", "Drawn by hand at about the place of the rivers.", OWN, "2023"),
    Layer("schools", "Point", {"name": "str:80", "vintage": "int32"},
          "Schools (illustrative)", "Invented places around towns.", OWN, "2023"),
    Layer("hospitals", "Point", {"name": "str:80", "vintage": "int32"},
          "Hospitals (illustrative)", "Invented places around towns.", OWN, "2023"),
    Layer("residential", "Polygon", {"name": "str:80", "vintage": "int32"},
          "Residential areas (illustrative)", "Invented outlines around towns.", OWN, "2023"),
    Layer("provinces", "MultiPolygon",
          {"province_code": "str:2", "name_en": "str:60", "name_km": "str:80", "vintage": "int32"},
          "Provinces (coarse outlines)",
          "Natural Earth 4.1.0 as simplified in QGIS: 24 provinces, Tboung Khmum still part of Kampong Cham, borders "
          "up to 2 km off; Phnom Penh enlarged by hand to about its extent since 2010. "
          "For orientation, not for decisions.",
          "Public domain (Natural Earth)", "2013"),
    Layer("country", "MultiPolygon", {"name_en": "str:60", "name_km": "str:80", "vintage": "int32"},
          "Country outline (coarse)", "Natural Earth 4.1.0 as simplified in QGIS. For orientation, not for decisions.",
          "Public domain (Natural Earth)", "2018"),
)  # fmt: skip
FACTORIES = Layer(
    "factories",
    "Point",
    {},
    "Register of factories (illustrative)",
    "Invented factories, none of them real, in the fields of the register's schema. Some have a seeded problem: see "
    "answer_key.csv.",
    OWN,
    "2025",
)


def described(layer: Layer) -> str:
    """The description stored with a layer: every invented layer says so first."""
    return f"{NOT_FOR_DECISIONS} {layer.abstract}" if "illustrative" in layer.title else layer.abstract


def write_layer(path: Path, layer: Layer, rows: list[dict[str, Any]]) -> None:
    """Add one layer to the GeoPackage."""
    schema = {"geometry": layer.geometry, "properties": layer.fields}
    options = {"VERSION": "1.3", "IDENTIFIER": layer.title, "DESCRIPTION": described(layer)}
    with fiona.open(path, "w", driver="GPKG", layer=layer.name, schema=schema, crs=CRS, **options) as sink:
        sink.writerecords(records(rows, list(layer.fields)))


def records(rows: Iterable[dict[str, Any]], fields: Sequence[str]) -> list[dict[str, Any]]:
    """Rows as fiona takes them."""
    return [
        {
            "type": "Feature",
            "properties": {name: fiona_value(row[name]) for name in fields},
            "geometry": None if row["geometry"] is None else mapping(row["geometry"]),
        }
        for row in rows
    ]


def fiona_value(value: Any) -> Any:
    """Dates as text, the rest as it is."""
    return value.isoformat() if isinstance(value, dt.date) else value


def layer_xml(layer: Layer) -> str:
    """Layer metadata in the words of QGIS."""
    kind = "illustrative" if "illustrative" in layer.title else "orientation only"
    return (
        "<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>\n"
        f'<qgis version="3.22.0"><identifier>{layer.name}</identifier><parentidentifier></parentidentifier>'
        f"<language>ENG</language><type>dataset</type><title>{escape(layer.title)}</title>"
        f"<abstract>{escape(described(layer))}</abstract>"
        f'<keywords vocabulary="gmd:topicCategory"><keyword>Economy</keyword></keywords>'
        f'<keywords vocabulary="status"><keyword>{kind}</keyword></keywords>'
        f"<links/><fees></fees><rights>{escape(layer.licence)}</rights><license>{escape(layer.licence)}</license>"
        "<encoding>UTF-8</encoding>"
        "<crs><spatialrefsys><wkt></wkt><proj4></proj4><srsid>0</srsid><srid>32648</srid><authid>EPSG:32648</authid>"
        "<description>WGS 84 / UTM zone 48N</description><projectionacronym>utm</projectionacronym>"
        "<ellipsoidacronym>EPSG:7030</ellipsoidacronym><geographicflag>false</geographicflag></spatialrefsys></crs>"
        f"<history>Vintage {layer.vintage}. Built by data/demo/build_demo.py.</history></qgis>"
    )


def write_metadata(path: Path, layers: Iterable[Layer]) -> None:
    """Store QGIS layer metadata in the GeoPackage's own metadata tables."""
    with closing(sqlite3.connect(path)) as db, db:
        db.execute(
            "CREATE TABLE IF NOT EXISTS gpkg_metadata (id INTEGER CONSTRAINT m_pk PRIMARY KEY ASC NOT NULL, "
            "md_scope TEXT NOT NULL DEFAULT 'dataset', md_standard_uri TEXT NOT NULL, "
            "mime_type TEXT NOT NULL DEFAULT 'text/xml', metadata TEXT NOT NULL DEFAULT '')"
        )
        db.execute(
            "CREATE TABLE IF NOT EXISTS gpkg_metadata_reference (reference_scope TEXT NOT NULL, table_name TEXT, "
            "column_name TEXT, row_id_value INTEGER, timestamp DATETIME NOT NULL "
            "DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')), md_file_id INTEGER NOT NULL, md_parent_id INTEGER, "
            "CONSTRAINT crmr_mfi_fk FOREIGN KEY (md_file_id) REFERENCES gpkg_metadata(id), "
            "CONSTRAINT crmr_mpi_fk FOREIGN KEY (md_parent_id) REFERENCES gpkg_metadata(id))"
        )
        definition = "http://www.geopackage.org/spec120/#extension_metadata"
        db.executemany(
            "INSERT INTO gpkg_extensions VALUES (?, NULL, 'gpkg_metadata', ?, 'read-write')",
            [("gpkg_metadata", definition), ("gpkg_metadata_reference", definition)],
        )
        for number, layer in enumerate(layers, 1):
            db.execute(
                "INSERT INTO gpkg_metadata VALUES (?, 'dataset', 'http://mrcc.com/qgis.dtd', 'text/xml', ?)",
                (number, layer_xml(layer)),
            )
            db.execute(
                "INSERT INTO gpkg_metadata_reference VALUES ('table', ?, NULL, NULL, ?, ?, NULL)",
                (layer.name, WRITTEN, number),
            )
            db.execute(
                "UPDATE gpkg_contents SET identifier = ?, description = ? WHERE table_name = ?",
                (layer.title, described(layer), layer.name),
            )


def write_all(folder: Path, contents: dict[str, list[dict[str, Any]]]) -> Path:
    """Write the GeoPackage and the answer key; returns the GeoPackage."""
    schema = load_schema_module()
    path = folder / "demo.gpkg"
    with fiona.Env(OGR_CURRENT_DATE=WRITTEN):
        schema.create_register(path, crs=CRS, layer="factories", overwrite=True)
        with fiona.open(path, "a", layer="factories") as sink:
            sink.writerecords(records(contents["factories"], schema.load_schema().names))
        for layer in LAYERS:
            write_layer(path, layer, contents[layer.name])
    write_metadata(path, (FACTORIES, *LAYERS))
    with closing(sqlite3.connect(path)) as db:
        db.execute("VACUUM")
    with (folder / "answer_key.csv").open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerow(["factory_id", "rule_id", "verdict", "reason", "feature_id", "note"])
        writer.writerows(key_rows(contents["factories"]))
    return path


def build(world_map: Path) -> dict[str, list[dict[str, Any]]]:
    """Rows of every layer by its name."""
    provinces, country = read_land(world_map)
    parks, protected, salt = build_parks(), build_protected(country), build_salt()
    rivers = [named(name, natural_line(600 + 7 * i, points)) for i, (name, points) in enumerate(places.RIVERS.items())]
    merged = [shapely.union_all([row["geometry"] for row in layer]) for layer in (parks, protected, salt, rivers)]
    zoning = build_zoning(Surroundings(provinces, *merged))
    ground = Ground(provinces, zoning, parks)
    builder = Builder(ground, 20250101)
    builder.seed_problems()
    builder.fill()
    names = {code: (english, khmer) for code, english, khmer in places.PROVINCES.values()}
    return {
        "factories": register_rows(builder),
        "zoning": zoning,
        "parks": parks,
        "protected": protected,
        "salt_farmland": salt,
        "rivers": rivers,
        "water_intakes": [named(name, Point(x * KM, y * KM)) for name, (x, y) in places.INTAKES],
        **build_receptors(ground, country),
        "provinces": [
            {"province_code": code, "name_en": names[code][0], "name_km": names[code][1],
             "vintage": places.PROVINCES_VINTAGE, "geometry": shape}
            for code, shape in provinces.items()
        ],
        "country": [{"name_en": "Cambodia", "name_km": "កម្ពុជា", "vintage": 2018, "geometry": country}],
    }  # fmt: skip


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--world-map", type=Path, default=WORLD_MAP, help="QGIS's world_map.gpkg")
    parser.add_argument("--output", type=Path, default=HERE, help="folder to write into")
    options = parser.parse_args()
    contents = build(options.world_map)
    path = write_all(options.output, contents)
    print(f"{path}: {path.stat().st_size / 1e6:.2f} MB")
    for name, rows in contents.items():
        print(f"  {name}: {len(rows)}")
    reasons = Counter((rule, reason) for row in contents["factories"] for rule, _, reason, _, _ in row["findings"])
    for (rule, reason), count in sorted(reasons.items()):
        print(f"  {rule} {reason}: {count}")


if __name__ == "__main__":
    main()

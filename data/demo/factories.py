"""Factories of the demo: where they stand, the problems that are seeded, their rows and the answer key."""

from __future__ import annotations

import datetime as dt
import math
import random
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import coverage
import numpy as np
import places
import shapely
from judging import Finding
from plans import permission
from pyproj import Transformer
from shapely.geometry import LineString, Point
from shapes import KM, metres

CRS = "EPSG:32648"
REGISTER_DAY = dt.date(2025, 1, 1)
LAND_MARGIN = 150.0
SPACING = 70.0
MIXED = -1

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
# Columns of the answer key by the name in a `Finding`.
KEY_FIELDS = ("factory", "rule", "verdict", "reason", "feature", "name", "verify", "note")
KHMER_DIGITS = str.maketrans("0123456789", "០១២៣៤៥៦៧៨៩")


@dataclass
class Factory:
    """A factory before it becomes a row; ``findings`` are what goes into a `Finding`, in its order."""

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

    def only_zone(self, point: Point, radius: float) -> int | None:
        """Row of the one zone that holds the whole circle, None where there is no zone at all, else `MIXED`."""
        rows = self.zones_near(point, radius)
        if not rows:
            return None
        if (
            len(rows) == 1
            and self.zone_edges[rows[0]].distance(point) > radius
            and self.zone_shapes[rows[0]].contains(point)
        ):
            return rows[0]
        return MIXED

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

    def pick(self, weights: Mapping[Any, float]) -> Any:
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
            if zone == MIXED:
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

    def at_zone_edge(self, sector: str, wanted: Sequence[str], differ: bool, rim: bool = False) -> Factory:
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
            if leaves != rim or len(found) != (1 if rim else 2) or sorted(codes) != sorted(wanted):
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
        """The nearest cluster whose province holds the point, within 5 km."""
        near = []
        for cluster in OPEN_CLUSTERS:
            x, y = cluster[5] or (0.0, 0.0)
            gap = math.hypot(point.x - x * KM, point.y - y * KM)
            if gap < 5 * KM and self.ground.provinces[cluster[0]].contains(point):
                near.append((gap, cluster))
        return min(near, key=lambda item: item[0])[1] if near else None

    def on_border(self) -> Factory:
        """A factory on a vertex of a shared border: the zone with the lower id forbids it, the other does not."""
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
            note = f"Exactly on the border of {low} and {high}; they differ."
            factory.findings.append(("KH-ZON-01", "undecided", "zones_meet", low, note))
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
            covered = (
                zone not in (None, MIXED) and permission(self.ground.zones[zone]["zone_code"], "1410") == "permitted"
            )
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
            (name, "no data", "no_location", park, "The location is empty.")
            for name, park in (("KH-ZON-01", ""), (rule, park_id or ""))
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
            self.at_zone_edge(sector, codes, True)
        for sector, code in (("rice", "AGR"), ("garment", "LIND")):
            self.at_zone_edge(sector, (code,), True, rim=True)
        for sector, codes in EDGE_SAME:
            self.at_zone_edge(sector, codes, False)
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


# -- rows of the register ------------------------------------------------------------------------------------------


def register_rows(*builders: Builder) -> list[dict[str, Any]]:
    """Rows in the order of province and id, builder by builder, each with its findings under ``"findings"``."""
    serial: Counter = Counter()
    per_province: Counter = Counter()
    rows = []
    for turn, builder in enumerate(builders):
        batch = builder_rows(builder, 42 + turn, serial, per_province)
        if turn == 0:
            duplicate_ids(batch)
        rows += batch
    return rows


def builder_rows(builder: Builder, seed: int, serial: Counter, per_province: Counter) -> list[dict[str, Any]]:
    """Rows of the factories of one builder; the numbers go on from where they are."""
    to_degrees = Transformer.from_crs(CRS, "EPSG:4326", always_xy=True)
    draw = Builder(builder.ground, seed)
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


def key_rows(rows: list[dict[str, Any]], park_vintage: int) -> list[list[str]]:
    """Rows of the answer key, ordered by factory and rule, layer problems last."""
    key = []
    for row in rows:
        for found in row["findings"]:
            finding = Finding(*found)
            if finding.rule.startswith("KH-PARK") and finding.feature:
                finding = finding._replace(vintage=park_vintage)
            key.append([row["factory_id"], *(getattr(finding, name) for name in KEY_FIELDS[1:])])
    one, other = places.OVERLAPPING_SEZ
    overlap = Finding("LAYER", "", "overlapping_parks", f"{one};{other}", "The published points are 0.6 km apart.")
    return [*sorted(key), ["", *(getattr(overlap, name) for name in KEY_FIELDS[1:])]]

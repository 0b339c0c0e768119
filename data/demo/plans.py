"""Zoning plans: the cells of a plan, the rules that give each a zone, and what a zone permits."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import coverage
import numpy as np
import places
import shapely
from shapely.geometry import LineString, MultiPolygon, Point, Polygon
from shapes import KM, metres


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
    labels: list[str | None] = []
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

"""What the rules about the surroundings say of a place, from how it lies: for the answer key.

Distances are measured one factory and one layer at a time, with shapely alone. A place that lies too near the limit of
a verdict ends the build: the key must not hang on the last digit.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np
import shapely
from shapely.geometry import Point

# How clear of its limit a verdict must be, in metres.
CLEAR = 0.3
# Boundaries from before this year are to be verified.
OLD_BEFORE = 2020
# Codes that ISIC Rev. 4 does not have, as seeded.
NO_CODES = ("9999", "0000")


class TooClose(Exception):
    """A place at which the answer hangs on the last digit."""


class Finding(NamedTuple):
    """One row of the answer key, but for the factory."""

    rule: str
    verdict: str
    reason: str
    feature: str
    note: str
    name: str = ""
    vintage: int | None = None

    @property
    def verify(self) -> str:
        """The year of the boundary where it is old and the rule is not surely kept."""
        old = self.vintage is not None and self.vintage < OLD_BEFORE
        return str(self.vintage) if old and self.verdict in ("fail", "undecided") else ""


@dataclass(frozen=True)
class Rule:
    """A rule of ``kh-baseline.yaml``: no distance means that a factory shall not stand inside."""

    layers: tuple[str, ...]
    distance: float | None = None
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()


# The rules of the pack and the layers that hold their roles and classes, repeated so that the demo is built without the
# engine. A test compares them with the pack.
WATER = ("rivers", "lakes")
PEOPLE = ("residential", "schools", "hospitals", "pagodas", "markets")
RULES = {
    "KH-PROT-01": Rule(("protected",)),
    "KH-SALT-01": Rule(("salt_farmland",), exclude=("0893",)),
    "KH-WAT-01": Rule(WATER),
    "KH-WAT-02": Rule(("water_intakes", "wells"), 1000),
    "KH-WAT-03": Rule(WATER, 1000),
    "KH-SLA-01": Rule(PEOPLE, 300, include=("1010",)),
    "KH-SLA-02": Rule(WATER, 1000, include=("1010",)),
    "KH-SLA-03": Rule(("flood_zones",), include=("1010",)),
}


class Judge:
    """Answers of every rule about the surroundings, for one place at a time."""

    def __init__(self, layers: Mapping[str, Sequence[Mapping[str, Any]]]) -> None:
        self.rows, self.shapes, self.edges = {}, {}, {}
        for key, rule in RULES.items():
            rows = [row for name in rule.layers for row in layers[name]]
            if rule.distance is None:  # a line has no inside
                rows = [row for row in rows if row["geometry"].geom_type.endswith("Polygon")]
            shapes = np.array([row["geometry"] for row in rows])
            shapely.prepare(shapes)
            self.rows[key], self.shapes[key] = rows, shapes
            self.edges[key] = np.where(shapely.get_dimensions(shapes) == 2, shapely.boundary(shapes), shapes)

    def answers(self, point: Point | None, accuracy: float | None, isic: str | None) -> list[Finding]:
        """Everything that is not plainly kept."""
        found = [self.answer(key, point, accuracy or 0.0, isic) for key in RULES]
        return [finding for finding in found if finding is not None]

    def answer(self, key: str, point: Point | None, accuracy: float, isic: str | None) -> Finding | None:
        """One rule's answer, None where it is kept or not about the factory."""
        rule = RULES[key]
        about = is_about(rule, isic)
        if about == "no":
            return None
        if point is None:
            return Finding(key, "no data", "no_location" if about == "yes" else about, "", "The location is empty.")
        placed = self.inside(key, point, accuracy) if rule.distance is None else self.near(key, point, accuracy)
        if placed is None or about == "yes":
            return placed
        note = f"Whether the rule is about it is not known, and it would not be kept. {placed.note}"
        return placed._replace(verdict="no data", reason=about, note=note)

    def inside(self, key: str, point: Point, accuracy: float) -> Finding | None:
        """A rule that a factory stands in no such area."""
        holds = shapely.contains(self.shapes[key], point)
        edge = shapely.distance(self.edges[key], point)
        if min(edge.min(), abs(edge - accuracy).min()) < CLEAR:
            raise TooClose(f"{key}: {point} is too near a limit")
        within, reached = np.flatnonzero(holds), np.flatnonzero(edge < accuracy)
        if not len(within) and not len(reached):
            return None
        which = int(within[0] if len(within) else reached[0])  # areas of one layer keep apart
        sure = bool(holds[which]) and edge[which] > accuracy
        verdict, reason = ("fail", "stands_inside") if sure else ("undecided", "area_edge")
        side = "inside" if holds[which] else "outside"
        note = f"{edge[which]:.1f} m {side} the edge, accuracy {accuracy:g} m."
        return self.about(key, which, verdict, reason, note)

    def near(self, key: str, point: Point, accuracy: float) -> Finding | None:
        """A rule that a factory keeps a distance."""
        limit = RULES[key].distance or 0.0
        gaps = shapely.distance(self.shapes[key], point)
        first, second = (int(i) for i in np.argsort(gaps)[:2])
        distance = float(gaps[first])
        # Inside an area the way out comes on top: the true place is nearer than the limit all the more surely.
        signed = distance or -float(self.edges[key][first].distance(point))
        farthest, nearest = max(signed + accuracy, 0.0), distance - accuracy
        if min(abs(farthest - limit), abs(nearest - limit)) < CLEAR:
            raise TooClose(f"{key}: {point} is too near the limit of {self.rows[key][first]['name']}")
        if nearest > limit:
            return None
        if gaps[second] - distance < CLEAR:
            raise TooClose(f"{key}: {point} is as near to two features")
        verdict, reason = ("fail", "too_near") if farthest < limit else ("undecided", "distance_unsure")
        note = f"{distance:.1f} m away, accuracy {accuracy:g} m, the rule asks for {limit:g} m."
        return self.about(key, first, verdict, reason, note)

    def about(self, key: str, which: int, verdict: str, reason: str, note: str) -> Finding:
        """A finding about a feature."""
        row = self.rows[key][which]
        return Finding(key, verdict, reason, "", note, row["name"], row["vintage"])


def is_about(rule: Rule, isic: str | None) -> str:
    """Whether a rule is about an activity: yes, no, or the reason why that cannot be told."""
    if not rule.include and not rule.exclude:
        return "yes"
    if isic is None:
        return "no_activity"
    if isic in NO_CODES:
        return "unknown_activity"
    code = isic[:4]
    named = rule.include or rule.exclude
    if code.startswith(named):
        return "yes" if rule.include else "no"
    if any(name.startswith(code) for name in named):  # a group or division that holds a class named, and others
        return "activity_too_coarse"
    return "no" if rule.include else "yes"

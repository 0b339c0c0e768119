"""Factories seeded for the rules about the surroundings: inside, at the edge, just outside of a rule's reach."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import places
from factories import METHODS, MIXED, Builder, Factory, Ground
from judging import Finding, Judge, TooClose
from plans import permission
from shapely.geometry import Point

# A place just outside of the rule's reach.
KEEPS = "pass"
TRIES = 20000


@dataclass(frozen=True)
class Seed:
    """One factory to place.

    Attributes
    ----------
    rule, verdict : str
        What must come out.
    layer : str
        The layer whose feature it is placed beside.
    gap : (float, float)
        Metres from that feature, at least and at most; negative inside an area.
    sector : str
    accuracy : float
    also : tuple of str
        Other rules that may speak here.
    name : str
        Part of the feature's name; empty for any.
    zone : tuple of str
        What the zoning may answer.
    isic : str or None
        Instead of the sector's own code; ``-`` for a main activity that is empty.
    place : (province, district) or None
        Where no cluster of factories is near.
    """

    rule: str
    verdict: str
    layer: str
    gap: tuple[float, float]
    sector: str
    accuracy: float = 8.0
    also: tuple[str, ...] = ()
    name: str = ""
    zone: tuple[str, ...] = ("permitted",)
    isic: str | None = None
    place: tuple[str, str] | None = None

    @property
    def code(self) -> str | None:
        """The main activity."""
        return None if self.isic == "-" else self.isic or str(places.SECTORS[self.sector][0])


WET = ("KH-WAT-03",)
WET_SLA = ("KH-WAT-03", "KH-SLA-02")
UNPLANNED = ("no_zoning",)
OPEN = ("permitted", "no_zoning")
KIRIROM, COAST = ("05", "0506"), ("18", "1802")
# The plan of Kampot and Kep keeps all salt farmland for conservation: zoning fails there too.
KEPT = ("prohibited",)
SEEDS = (
    # Protected areas: all boundaries are of 2013.
    Seed("KH-PROT-01", "fail", "protected", (-900, -300), "garment", name="Phnom Tamao", zone=UNPLANNED),
    Seed("KH-PROT-01", "fail", "protected", (-4000, -900), "water", name="Kirirom", zone=UNPLANNED, place=KIRIROM),
    Seed("KH-PROT-01", "fail", "protected", (-600, -60), "fish", 8.0, WET, "Ream coast", UNPLANNED, place=COAST),
    Seed("KH-PROT-01", "undecided", "protected", (-20, -8), "brick", 35.0, name="Phnom Tamao", zone=UNPLANNED),
    Seed("KH-PROT-01", "undecided", "protected", (6, 15), "rice", 28.0, WET, "Kbal Chhay", UNPLANNED, place=COAST),
    Seed("KH-PROT-01", KEEPS, "protected", (16, 30), "rice", 9.0, name="Phnom Tamao", zone=UNPLANNED),
    # Salt farmland.
    Seed("KH-SALT-01", "fail", "salt_farmland", (-600, -150), "rice", zone=KEPT, also=WET),
    Seed("KH-SALT-01", "fail", "salt_farmland", (-400, -100), "salt", zone=KEPT, also=WET, name="Angkaol"),
    Seed("KH-SALT-01", "fail", "salt_farmland", (-300, -60), "garment", zone=KEPT, also=WET, name="Kampot east"),
    Seed("KH-SALT-01", "undecided", "salt_farmland", (-12, -4), "fish", 22.0, zone=KEPT, also=WET),
    Seed("KH-SALT-01", "undecided", "salt_farmland", (4, 14), "salt", 30.0, zone=KEPT, also=WET, name="Ou Krasar"),
    Seed("KH-SALT-01", KEEPS, "salt_farmland", (16, 30), "food", 10.0, zone=KEPT, also=WET),
    Seed("KH-SALT-01", "no data", "salt_farmland", (-400, -60), "salt", zone=("no_activity",), also=WET, isic="-"),
    Seed("KH-SALT-01", KEEPS, "salt_farmland", (-700, -200), "saltworks", zone=KEPT, also=WET, name="Sangkae"),
    Seed("KH-SALT-01", KEEPS, "salt_farmland", (-400, -100), "saltworks", zone=KEPT, also=WET, name="Pong Tuek"),
    # Lakes: whoever stands in one, or at its shore, is also near public water.
    Seed("KH-WAT-01", "fail", "lakes", (-90, -50), "garment", also=WET, name="Kantaok"),
    Seed("KH-WAT-01", "fail", "lakes", (-600, -200), "structures", also=WET, name="Kob Srov", zone=KEPT),
    Seed("KH-WAT-01", "undecided", "lakes", (-9, -3), "bags", 16.0, also=WET, name="Chbar Mon"),
    Seed("KH-WAT-01", "undecided", "lakes", (4, 15), "garment", 32.0, also=WET, name="Tonle Bati", zone=UNPLANNED),
    Seed("KH-WAT-01", KEEPS, "lakes", (22, 32), "garment", 10.0, also=WET, name="Kantaok"),
    # Intakes and wells.
    Seed("KH-WAT-02", "fail", "water_intakes", (250, 700), "water", also=WET, zone=("permitted", "conditional")),
    Seed("KH-WAT-02", "fail", "wells", (90, 400), "textile"),
    Seed("KH-WAT-02", "undecided", "wells", (992, 1006), "plastics", 20.0, zone=OPEN),
    Seed("KH-WAT-02", "undecided", "water_intakes", (940, 1050), "food", 140.0, also=WET, zone=OPEN),
    Seed("KH-WAT-02", KEEPS, "wells", (1012, 1030), "soap", 7.0, zone=("conditional", "permitted", *UNPLANNED)),
    # Public water.
    Seed("KH-WAT-03", "fail", "rivers", (150, 600), "fish", zone=OPEN),
    Seed("KH-WAT-03", "undecided", "lakes", (990, 1008), "garment", 24.0),
    Seed("KH-WAT-03", "undecided", "rivers", (994, 1006), "rice", 18.0),
    Seed("KH-WAT-03", KEEPS, "lakes", (1014, 1030), "bags", 9.0),
    # Slaughterhouses and the people around them.
    Seed("KH-SLA-01", "fail", "schools", (110, 210), "slaughter"),
    Seed("KH-SLA-01", "fail", "hospitals", (120, 230), "slaughter"),
    Seed("KH-SLA-01", "fail", "markets", (60, 160), "slaughter"),
    Seed("KH-SLA-01", "fail", "residential", (-90, -20), "slaughter"),
    Seed("KH-SLA-01", "undecided", "pagodas", (296, 303), "slaughter", 12.0),
    Seed("KH-SLA-01", "undecided", "schools", (290, 308), "slaughter", 26.0),
    Seed("KH-SLA-01", KEEPS, "residential", (315, 330), "slaughter", 9.0),
    Seed("KH-SLA-01", KEEPS, "pagodas", (312, 325), "slaughter", 7.0),
    Seed("KH-SLA-01", "no data", "pagodas", (120, 220), "meat", isic="10"),
    # Slaughterhouses and water: the rule about every factory speaks of the same water.
    Seed("KH-SLA-02", "fail", "lakes", (250, 700), "slaughter", also=WET),
    Seed("KH-SLA-02", "fail", "rivers", (250, 700), "slaughter", also=WET, zone=("permitted", "conditional")),
    Seed("KH-SLA-02", "undecided", "rivers", (995, 1005), "slaughter", 15.0, also=WET),
    Seed("KH-SLA-02", KEEPS, "lakes", (1012, 1028), "slaughter", 8.0),
    # Slaughterhouses and floods.
    Seed("KH-SLA-03", "fail", "flood_zones", (-500, -80), "slaughter", also=WET_SLA, name="Prek Thnot"),
    Seed("KH-SLA-03", "fail", "flood_zones", (-1500, -200), "slaughter", 8.0, WET_SLA, "Mekong", UNPLANNED),
    Seed("KH-SLA-03", "undecided", "flood_zones", (-14, -5), "slaughter", 25.0, WET_SLA, "Serei", UNPLANNED),
    Seed("KH-SLA-03", "undecided", "flood_zones", (4, 10), "slaughter", 20.0, also=WET_SLA, name="Prek Thnot"),
    Seed("KH-SLA-03", KEEPS, "flood_zones", (16, 28), "slaughter", 10.0, also=WET_SLA, name="Waiko", zone=UNPLANNED),
)  # fmt: skip


class Sower(Builder):
    """Places the seeds after all other factories, so that those stay what they are."""

    def __init__(self, ground: Ground, seed: int, judge: Judge, layers: dict[str, list[dict[str, Any]]]) -> None:
        super().__init__(ground, seed)
        self.judge, self.layers = judge, layers

    def sow(self, seeds: Sequence[Seed] = SEEDS) -> None:
        """Place all of them."""
        for seed in seeds:
            self.place_seed(seed)

    def place_seed(self, seed: Seed) -> Factory:
        """Look around the features of the seed's layer for a place where just what is wanted comes out."""
        rows = [row for row in self.layers[seed.layer] if seed.name in row["name"]]
        shapes = [row["geometry"] for row in rows]
        edges = [shape.boundary if shape.geom_type.endswith("Polygon") else shape for shape in shapes]
        for _ in range(TRIES):
            which = int(self.random.random() * len(rows))
            point = self.beside_edge(edges[which], seed.gap)
            inside = edges[which] is not shapes[which] and shapes[which].contains(point)
            signed = edges[which].distance(point) * (-1 if inside else 1)
            if not seed.gap[0] <= signed <= seed.gap[1] or not self.ground.free(point.x, point.y):
                continue
            where = seed.place or self.cluster_of(point)
            if where is None or not self.ground.provinces[where[0]].contains(point):
                continue
            zoning = self.zoning(point, seed)
            if zoning is None or not self.right_park(point, None, 2 * seed.accuracy + 60):
                continue
            if not self.answers_as_wanted(point, seed, rows[which]["name"]):
                continue
            way = next((m for m in METHODS if m[2] is not None and m[2] <= seed.accuracy <= m[3]), METHODS[2])
            factory = self.add(point, where, seed.sector, park=None, method=way, accuracy=seed.accuracy, isic=seed.code)
            factory.findings += zoning
            return factory
        raise SystemExit(f"no place for {seed}")

    def beside_edge(self, edge: Any, gap: tuple[float, float]) -> Point:
        """A point about so far from a line or a point, on either side."""
        foot = edge.interpolate(self.uniform(0, edge.length)) if edge.length else edge
        distance, angle = self.uniform(*sorted(abs(metre) for metre in gap)), self.uniform(0, 2 * math.pi)
        return Point(round(foot.x + distance * math.cos(angle), 2), round(foot.y + distance * math.sin(angle), 2))

    def zoning(self, point: Point, seed: Seed) -> list[Finding] | None:
        """What the zoning says, nothing for a plain pass; None where that is not wanted or not certain."""
        row = self.ground.only_zone(point, 2 * seed.accuracy + 15)
        if row == MIXED:
            return None
        if row is None:
            none = Finding("KH-ZON-01", "no data", "no_zoning", "", "No plan covers the place.")
            return [none] if none.reason in seed.zone else None
        zone = self.ground.zones[row]
        code = zone["zone_code"]
        answer = "no_activity" if seed.code is None else permission(code, seed.code)
        if answer not in seed.zone:
            return None
        notes = {
            "conditional": ("pass", f"{code} permits {seed.code} on condition."),
            "prohibited": ("fail", f"{code} prohibits {seed.code}."),
            "no_activity": ("no data", "The main activity is empty."),
        }
        if answer not in notes:
            return []
        verdict, note = notes[answer]
        return [Finding("KH-ZON-01", verdict, answer, zone["zone_id"], note)]

    def answers_as_wanted(self, point: Point, seed: Seed, feature: str) -> bool:
        """Whether the seed's rule says what is wanted, of the feature wanted, and no other rule speaks."""
        try:
            answers = self.judge.answers(point, seed.accuracy, seed.code)
        except TooClose:
            return False
        mine = [answer for answer in answers if answer.rule == seed.rule]
        others = {answer.rule for answer in answers} - {seed.rule, *seed.also}
        if others:
            return False
        if seed.verdict == KEEPS:
            return not mine
        return [(answer.verdict, answer.name) for answer in mine] == [(seed.verdict, feature)]

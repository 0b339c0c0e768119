"""A small world whose verdicts are known by hand: eight zones, two parks, and factories at telling places.

The layers stand on the central meridian of UTM zone 48, where 1 m on the map is 1/0.9996 m on the ground.
"""

from __future__ import annotations

from factory_locations.tests import layers as L

SCALE = 0.9996

ZONES = [
    (L.box(0, 0, 1000), "Z1", "LIND", "Light industry", 2020),
    (L.box(1000, 0, 1000), "Z2", "RES", "Old town", 2020),
    (L.box(0, 1000, 1000), "Z3", "HIND", "Port", 2020),
    (L.box(1000, 1000, 1000), "Z4", "LIND", "Light industry north", 2020),
    (L.box(2000, 0, 1000), "Z5", "PORT", "Harbour", 2020),
    (L.box(2000, 1000, 1000), "Z6", None, "Nameless", 2020),
    (L.box(5000, 0, 1000), "Z7", "RES", "East", 2021),
    (L.box(5500, 0, 1000), "Z8", "LIND", "East again", 2021),
]
PARKS = [
    (L.box(-3000, 0, 1000), "SSEZ", "Sihanoukville SEZ", 2019),
    (L.box(-3000, 3000, 1000), "PPSEZ", "Phnom Penh SEZ", 2019),
]

# id, x, y, ISIC, accuracy, declared park
# -> zoning: verdict, reason, measured m; parks: rule, verdict, reason, measured m
NOT = None
CASES = [  # one case a line reads as a table
    ("permitted", 500, 500, "1410", 10, None, "pass", "permitted", NOT, 2, "pass", "outside", NOT),
    ("conditional", 500, 500, "1701", 10, None, "pass", "conditional", NOT, 2, "pass", "outside", NOT),
    ("prohibited", 500, 400, "2011", 10, None, "fail", "prohibited", 400, 2, "pass", "outside", NOT),
    ("not in table", 500, 500, "3510", 10, None, "no data", "not_in_table", NOT, 2, "pass", "outside", NOT),
    ("unknown code", 2500, 500, "1410", 10, None, "no data", "unknown_zone_code", NOT, 2, "pass", "outside", NOT),
    ("zone without code", 2500, 1500, "1410", 10, None, "no data", "no_zone_code", NOT, 2, "pass", "outside", NOT),
    ("no activity", 500, 500, None, 10, None, "no data", "no_activity", NOT, 2, "pass", "outside", NOT),
    ("blank activity", 500, 500, "  ", 10, None, "no data", "no_activity", NOT, 2, "pass", "outside", NOT),
    ("unknown activity", 500, 500, "9999", 10, None, "no data", "unknown_activity", NOT, 2, "pass", "outside", NOT),
    ("no zoning", 500, -500, "1410", 10, None, "no data", "no_zoning", NOT, 2, "pass", "outside", NOT),
    ("zones differ", 990, 500, "2610", 20, None, "undecided", "zones_differ", 10, 2, "pass", "outside", NOT),
    ("as near as accurate", 990, 500, "2610", 10, None, "pass", "permitted", NOT, 2, "pass", "outside", NOT),
    ("maybe no zone", -5, 500, "1410", 10, None, "undecided", "zones_differ", 5, 2, "pass", "outside", NOT),
    ("maybe a zone", 5, 500, "1410", 10, None, "undecided", "zones_differ", 5, 2, "pass", "outside", NOT),
    ("both permit", 990, 500, "1071", 20, None, "pass", "permitted", NOT, 2, "pass", "outside", NOT),
    ("one on condition", 990, 500, "1410", 20, None, "pass", "conditional", NOT, 2, "pass", "outside", NOT),
    ("both prohibit", 990, 500, "2011", 20, None, "fail", "prohibited", 10, 2, "pass", "outside", NOT),
    ("border, one permits", 1000, 500, "2610", 0, None, "undecided", "zones_meet", NOT, 2, "pass", "outside", NOT),
    ("border, one prohibits", 1500, 1000, "2610", 0, None, "undecided", "zones_meet", NOT, 2, "pass", "outside", NOT),
    ("border, both permit", 1000, 500, "1071", 0, None, "pass", "permitted", NOT, 2, "pass", "outside", NOT),
    ("corner of four", 1000, 1000, "2610", 0, None, "undecided", "zones_meet", NOT, 2, "pass", "outside", NOT),
    ("border, inaccurate", 1000, 500, "2610", 5, None, "undecided", "zones_differ", 0, 2, "pass", "outside", NOT),
    ("zones overlap", 5700, 500, "2610", 0, None, "undecided", "zones_overlap", NOT, 2, "pass", "outside", NOT),
    ("accuracy not stated", 999, 500, "2610", None, None, "pass", "permitted", NOT, 2, "pass", "outside", NOT),
    ("no location", None, None, "1410", 10, None, "no data", "no_location", NOT, 2, "no data", "no_location", NOT),
    ("lost, with park", None, None, "1410", 1, "SSEZ", "no data", "no_location", NOT, 1, "no data", "no_location", NOT),
    ("in its park", -2500, 500, "1410", 10, "SSEZ", "no data", "no_zoning", NOT, 1, "pass", "inside_declared", NOT),
    (
        "in its park by name", -2500, 500, "1410", 10, " sihanoukville  sez ",
        "no data", "no_zoning", NOT, 1, "pass", "inside_declared", NOT,
    ),
    ("outside it", -1700, 500, "1410", 10, "SSEZ", "no data", "no_zoning", NOT, 1, "fail", "outside_declared", 300),
    ("in another park", -2500, 900, "1410", 10, "PPSEZ", "no data", "no_zoning", NOT, 1, "fail", "inside_other", 2100),
    ("edge, inside", -2010, 500, "1410", 20, "SSEZ", "no data", "no_zoning", NOT, 1, "undecided", "on_edge", 10),
    ("edge, outside", -1990, 500, "1410", 20, "SSEZ", "no data", "no_zoning", NOT, 1, "undecided", "on_edge", 10),
    ("just outside", -1990, 500, "1410", 10, "SSEZ", "no data", "no_zoning", NOT, 1, "fail", "outside_declared", 10),
    ("on its border", -2000, 500, "1410", 0, "SSEZ", "no data", "no_zoning", NOT, 1, "pass", "inside_declared", NOT),
    ("no such park", -2500, 500, "1410", 10, "NOWHERE", "no data", "no_zoning", NOT, 1, "no data", "unknown_park", NOT),
    ("undeclared", -2500, 400, "1410", 10, None, "no data", "no_zoning", NOT, 2, "fail", "undeclared", 400),
    ("edge, none declared", -1990, 500, "1410", 20, None, "no data", "no_zoning", NOT, 2, "undecided", "on_edge", 10),
    ("near, none declared", -1990, 500, "1410", 10, None, "no data", "no_zoning", NOT, 2, "pass", "outside", NOT),
]  # fmt: skip
IDS = [case[0] for case in CASES]


def register(cases=CASES):
    """Return the factories of `cases` as a layer."""
    return L.factories(
        [
            (
                None if x is None else L.point(x, y),
                name,
                f"Factory {name}",
                isic,
                accuracy,
                f"{len(name) % 3:02d}",
                park,
            )
            for name, x, y, isic, accuracy, park, *_ in cases
        ]
    )

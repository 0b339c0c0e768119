"""What stands and flows around the factories: lakes, roads, flooded ground, wells, pagodas and markets, all invented.

Coordinates are kilometres in EPSG:32648, placed by eye as in ``places.py``. Some layers are of 2013 in part, so that a
finding which hangs on them asks to verify them.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import coverage
import numpy as np
import places
from factories import LIVED_IN, Builder, Ground
from shapely.geometry import LineString, Point, Polygon
from shapes import KM, blob, metres, multi, settled

OLD, RECENT = 2013, 2024
ILLUSTRATIVE_KM = "(សម្រាប់បង្ហាញ)"

# The lake in the dry season.
TONLE_SAP = [
    (446.0, 1380.5), (438.0, 1377.0), (428.0, 1381.0), (420.0, 1390.0), (411.0, 1396.0), (398.0, 1402.0),
    (384.0, 1409.0), (372.0, 1420.0), (360.0, 1432.0), (350.0, 1446.0), (347.0, 1458.0), (355.0, 1466.0),
    (366.0, 1466.0), (378.0, 1460.0), (389.0, 1450.0), (397.0, 1438.0), (405.0, 1428.0), (414.0, 1419.0),
    (424.0, 1411.0), (434.0, 1403.0), (444.0, 1393.0), (449.0, 1385.0),
]  # fmt: skip
# Other lakes: name, Khmer name, vintage, centre, half axes (km), turn.
LAKES = [
    ("Kob Srov lake", "បឹងកប់ស្រូវ", OLD, (481.4, 1286.2), (1.3, 0.8), 25),
    ("Choeung Ek lake", "បឹងជើងឯក", OLD, (488.9, 1268.9), (0.9, 0.7), 10),
    ("Chbar Ampov lake", "បឹងច្បារអំពៅ", RECENT, (500.2, 1271.2), (0.8, 0.6), 150),
    ("Kantaok pond", "ត្រពាំងកន្ទោក", RECENT, (478.0, 1279.2), (0.24, 0.16), 40),
    ("Tonle Bati", "ទន្លេបាទី", RECENT, (486.8, 1251.0), (0.9, 0.45), 70),
    ("Chbar Mon pond", "ត្រពាំងច្បារមន", RECENT, (451.6, 1268.9), (0.26, 0.18), 15),
    ("Kampot reservoir", "អាងទឹកកំពត", RECENT, (413.6, 1181.5), (0.7, 0.5), 80),
    ("Kbal Chhay reservoir", "អាងទឹកក្បាលឆាយ", OLD, (356.4, 1179.0), (0.6, 0.35), 110),
    ("Svay Rieng lake", "បឹងស្វាយរៀង", RECENT, (584.4, 1228.2), (0.5, 0.3), 60),
    ("Prek Lapouv open water", "បឹងព្រែកល្ពៅ", RECENT, (503.0, 1181.5), (1.8, 1.2), 10),
    ("Kamping Puoy reservoir", "អាងកំពីងពួយ", OLD, (279.0, 1446.0), (3.4, 1.5), 100),
    ("Trapeang Thma reservoir", "អាងត្រពាំងថ្ម", RECENT, (316.0, 1532.0), (4.6, 2.0), 95),
]

# Ground that was flooded: name, Khmer name, vintage, centre, half axes (km), turn.
FLOOD_ZONES = [
    ("Mekong south of Phnom Penh", "ទន្លេមេគង្គ ភាគខាងត្បូងភ្នំពេញ", OLD, (517.5, 1259.0), (9.5, 5.5), 130),
    ("Tonle Sap floodplain", "វាលលិចទឹកទន្លេសាប", OLD, (394.0, 1423.0), (72.0, 27.0), 138),
    ("Tonle Sap river", "ដងទន្លេសាប", OLD, (474.5, 1316.0), (12.0, 3.2), 112),
    ("Prek Thnot", "ព្រែកត្នោត", RECENT, (484.0, 1263.6), (4.2, 1.1), 3),
    ("Waiko river", "ទន្លេវៃគោ", RECENT, (586.6, 1227.4), (4.6, 1.3), 82),
    ("Kampot river", "ព្រែកកំពត", RECENT, (408.2, 1178.2), (3.4, 0.8), 100),
    ("Serei Saophoan", "សិរីសោភ័ណ", RECENT, (279.6, 1501.4), (4.8, 1.5), 20),
]

# Roads: number, class, year, points.
ROADS = [
    ("1", "national", RECENT, [*places.ROADS["NR1"], (530.0, 1246.0), (548.0, 1236.5), *places.ROADS["NR1-SR"]]),
    ("2", "national", RECENT, places.ROADS["NR2"]),
    ("3", "national", OLD, [*places.ROADS["NR3"], (459.0, 1222.0), (448.0, 1206.0), (440.0, 1195.5),
                            *reversed(places.ROADS["NR3-KP"])]),
    ("4", "national", RECENT, [*places.ROADS["NR4"], (412.0, 1243.0), (398.0, 1234.0), (384.0, 1226.0),
                               (374.5, 1216.0), (371.5, 1204.0), (370.0, 1193.5), *places.ROADS["NR4-SH"]]),
    ("5", "national", RECENT, [*places.ROADS["NR5"], (452.0, 1361.0), (420.0, 1373.0), (388.0, 1385.5),
                               (345.0, 1417.0), (305.5, 1449.5), (291.0, 1478.0), (281.4, 1502.6), (243.6, 1510.9)]),
    ("6", "national", OLD, [*places.ROADS["NR6"], (497.5, 1331.5), (489.5, 1404.0), (432.0, 1446.0), (377.0, 1478.5),
                            (330.0, 1496.0), (281.4, 1502.6)]),
    ("33", "national", RECENT, places.ROADS["NR33"]),
    ("Veng Sreng", "urban", RECENT, places.ROADS["VENG-SRENG"]),
    ("Ring road south", "urban", RECENT, places.ROADS["RING-S"]),
    ("Ring road west", "urban", RECENT, places.ROADS["RING-W"]),
]  # fmt: skip

# Towns in Khmer, for the names of pagodas, markets and wells.
TOWNS_KM = {
    "Phnom Penh": "ភ្នំពេញ", "Ta Khmau": "តាខ្មៅ", "Ang Snuol": "អង្គស្នួល", "Kampong Speu": "កំពង់ស្ពឺ",
    "Phnom Sruoch": "ភ្នំស្រួច", "Preah Sihanouk": "ព្រះសីហនុ", "Stung Hav": "ស្ទឹងហាវ", "Prey Nob": "ព្រៃនប់",
    "Svay Rieng": "ស្វាយរៀង", "Bavet": "បាវិត", "Svay Teab": "ស្វាយទាប", "Kampot": "កំពត", "Kep": "កែប",
    "Poipet": "ប៉ោយប៉ែត", "Serei Saophoan": "សិរីសោភ័ណ", "Khemarak Phoumin": "ខេមរភូមិន្ទ", "Doun Kaev": "ដូនកែវ",
    "Kampong Tralach": "កំពង់ត្រឡាច",
}  # fmt: skip
# Kind: one for so many schools, words for one of them, farther out than people live (share of the town's radius).
KINDS = {
    "pagodas": (2, "Pagoda", "វត្ត", (0.0, 1.0)),
    "markets": (4, "Market", "ផ្សារ", (0.0, 0.8)),
    "wells": (4, "Well", "អណ្តូង", (1.6, 3.2)),
}
KHMER_DIGITS = str.maketrans("0123456789", "០១២៣៤៥៦៧៨៩")


def build_lakes(country: Any) -> list[dict[str, Any]]:
    """The great lake and some small ones."""
    ring = np.array(metres([*TONLE_SAP, TONLE_SAP[0]]))
    great = Polygon(coverage.smoothed(coverage.roughened(ring, 801, 1, 0.1), True, 2)).intersection(country)
    shapes = [
        blob(810 + i, metres([centre])[0], metres([axes])[0], turn) for i, (*_, centre, axes, turn) in enumerate(LAKES)
    ]
    return [
        _row("Tonle Sap lake", "បឹងទន្លេសាប", OLD, multi(settled(great))),
        *(_row(name, khmer, vintage, multi(shape)) for (name, khmer, vintage, *_), shape in zip(LAKES, shapes)),
    ]


def build_flood_zones(country: Any) -> list[dict[str, Any]]:
    """Flooded ground, wavy ovals on land; none overlaps another."""
    rows: list[dict[str, Any]] = []
    for i, (name, khmer, vintage, centre, axes, turn) in enumerate(FLOOD_ZONES):
        shape = blob(840 + i, metres([centre])[0], metres([axes])[0], turn).intersection(country)
        row = _row(f"Flooded ground, {name}", f"តំបន់លិចទឹក {khmer}", vintage, multi(settled(shape)))
        rows.append({**row, "class": "flood"})
    return rows


def build_roads() -> list[dict[str, Any]]:
    """Roads, their corners cut."""
    rows = []
    for number, kind, vintage, points in ROADS:
        line = LineString(np.round(coverage.smoothed(np.array(metres(points)), False, 2), 2))
        national = kind == "national"
        name = f"National Road {number}" if national else number
        khmer = f"ផ្លូវជាតិលេខ{number}".translate(KHMER_DIGITS) if national else None
        rows.append({**_row(name, khmer, vintage, line), "class": kind})
    return rows


def build_around_towns(ground: Ground, country: Any) -> dict[str, list[dict[str, Any]]]:
    """Pagodas and markets where people live, wells around the towns; every third one is of 2013."""
    draw = Builder(ground, 11)
    land = country.buffer(-300)
    layers: dict[str, list[dict[str, Any]]] = {kind: [] for kind in KINDS}
    for town, centre, radius, schools, _, _ in places.TOWNS:
        for kind, (share, word, khmer, reach) in KINDS.items():
            lived_in = reach[0] == 0
            for i in range(max(1, schools // share)):
                point = _spot(draw, land, lambda: _around(draw, centre, radius, reach), lived_in)  # noqa: B023
                name = f"{word} {i + 1}, {town}"
                in_khmer = f"{khmer}ទី{i + 1} {TOWNS_KM[town]}".translate(KHMER_DIGITS)
                layers[kind].append(_row(name, in_khmer, OLD if i % 3 == 2 else RECENT, point))
    return layers


def _around(draw: Builder, centre: tuple[float, float], radius: float, reach: tuple[float, float]) -> Point:
    """A point in a ring around a town."""
    outer = radius * reach[1] * KM
    while True:
        x, y = draw.uniform(-outer, outer), draw.uniform(-outer, outer)
        if reach[0] * radius * KM <= (x * x + y * y) ** 0.5 <= outer:
            return Point(round(centre[0] * KM + x, 2), round(centre[1] * KM + y, 2))


def _spot(draw: Builder, land: Any, point_of: Callable[[], Point], lived_in: bool) -> Point:
    """A place on land outside every park; where people live, if a plan says where."""
    ground = draw.ground
    while True:
        point = point_of()
        zones = {ground.zones[i]["zone_code"] for i in ground.zones_near(point, 0.0)}
        if land.contains(point) and not ground.parks_near(point, 300) and (not lived_in or zones <= LIVED_IN):
            return point


def _row(name: str, khmer: str | None, vintage: int, geometry: Any) -> dict[str, Any]:
    name_km = None if khmer is None else f"{khmer} {ILLUSTRATIVE_KM}"
    return {"name": f"{name} (illustrative)", "name_km": name_km, "vintage": vintage, "geometry": geometry}

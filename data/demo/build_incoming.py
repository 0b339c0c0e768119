"""Build what arrives at an office: ``incoming.csv`` with its key.

    python data/demo/build_incoming.py [--output FOLDER]

Needs fiona, pyproj and shapely, and ``demo.gpkg`` and ``admin.gpkg``. Gives the same rows on every run; nothing in them
is real: a list of factories as a province would send it.
"""

from __future__ import annotations

import argparse
import csv
import datetime as dt
import random
from pathlib import Path
from typing import Any

import fiona
import numpy as np
import shapely
from pyproj import Transformer

HERE = Path(__file__).resolve().parent
PROVINCE, FIRST_NUMBER = "05", 201
DEGREES = Transformer.from_crs("EPSG:32648", "EPSG:4326", always_xy=True)
# To Indian 1960 and its grid by the translation in use in Cambodia.
_OLD = (
    "+proj=pipeline +step +proj=unitconvert +xy_in=deg +xy_out=rad +step +proj=push +v_3 +step +proj=cart +ellps=WGS84 "
    "+step +inv +proj=helmert +x=198 +y=881 +z=317 +step +inv +proj=cart +a=6377276.345 +rf=300.8017 "
    "+step +proj=pop +v_3 "
)
OLD_DEGREES = Transformer.from_pipeline(_OLD + "+step +proj=unitconvert +xy_in=rad +xy_out=deg")
OLD_GRID = Transformer.from_pipeline(_OLD + "+step +proj=utm +zone=48 +a=6377276.345 +rf=300.8017")
KHMER = str.maketrans("0123456789", "០១២៣៤៥៦៧៨៩")
CLEAR_M = 260.0  # from the border of the commune, so that the old datum and the accuracy decide nothing by chance
TOWNS = {"0507": 900, "0502": 800, "0506": 900, "0503": 900}
NAMES = [
    ("Sun Rise", "ស៊ុន រ៉ាយ"), ("Golden Hill", "ហ្គោលដិន ហ៊ីល"), ("Kampong Speu Thnot", "កំពង់ស្ពឺ ត្នោត"), ("Samnang", "សំណាង"),
    ("Chamroeun", "ចម្រើន"), ("Ly Hour", "លី ហួរ"), ("Green Field", "ហ្គ្រីន ហ្វៀល"), ("Yong Heng", "យ៉ុង ហេង"),
    ("Phnom Sruoch", "ភ្នំស្រួច"), ("Makara", "មករា"), ("Bright Future", "ប្រាយ ហ្វ្យូឆ័រ"), ("Chan Thy", "ចាន់ ធី"),
]  # fmt: skip
TRADES = [
    ("Garment", "កាត់ដេរ", "1410", 400), ("Bags", "កាបូប", "1512", 220), ("Footwear", "ស្បែកជើង", "1520", 600),
    ("Brick Kiln", "ឡឥដ្ឋ", "2392", 24), ("Rice Mill", "ម៉ាស៊ីនកិនស្រូវ", "1061", 9), ("Palm Sugar", "ស្ករត្នោត", "1072", 14),
    ("Drinking Water", "ទឹកបរិសុទ្ធ", "1104", 7), ("Feed", "ចំណីសត្វ", "1080", 40), ("Plastic", "ប្លាស្ទិក", "2220", 90),
]  # fmt: skip
HEADERS = {
    "number": "ល.រ / No.", "factory_id": "លេខសម្គាល់ / ID", "name_km": "ឈ្មោះរោងចក្រ", "name_en": "Factory name",
    "licence_no": "លេខអាជ្ញាប័ណ្ណ / Licence", "operator_id": "Tax ID", "isic": "ISIC", "employees": "កម្មករ / Workers",
    "province": "ខេត្ត / Province", "district": "ស្រុក / District", "commune": "ឃុំ / Commune", "lat": "Lat / Y",
    "lon": "Long / X", "source": "ប្រភពទីតាំង / Source", "method": "Method", "accuracy": "Accuracy (m)",
    "registered": "ថ្ងៃចុះបញ្ជី / Registered", "status": "ស្ថានភាព / Status", "closed": "ថ្ងៃបិទ / Closed",
    "zone": "តំបន់ / SEZ", "size": "ទំហំ / Size",
}  # fmt: skip
KEY = ["row", "licence_no", "code", "place", "right_lon", "right_lat", "register_id", "note"]
# Code, how many: what is seeded, in this order; the rest of the rows is sound.
SEEDED = [
    ("C01", 4), ("C02", 4), ("C03", 2), ("C04", 2), ("C05", 10), ("C06", 2), ("C08", 12), ("C09", 3), ("C10", 3),
    ("C11", 3), ("C12", 3), ("C13", 4), ("C14", 4), ("C15", 2), ("C16", 2), ("C17", 4), ("C18", 6), ("C19", 2),
    ("C20", 2), ("C23", 3), ("C24", 5), ("C25", 2),
]  # fmt: skip
# Of the rows from old maps, how many show it: the place as sent lies outside of the declared commune.
SHOWN, OUTSIDE = {"C05": 7, "C06": 1}, "outside the declared commune"
ROWS, RESENT = 120, 14
OLD_SOURCE = "ផែនទីចាស់ / Annex map of 1967"
Row = dict[str, Any]


def read(layer: str, file: str = "demo.gpkg") -> list[tuple[Row, Any]]:
    """Properties and geometry of the features of a layer."""
    with fiona.open(HERE / file, layer=layer) as source:
        return [
            (dict(f["properties"]), None if f["geometry"] is None else shapely.geometry.shape(f["geometry"]))
            for f in source
        ]


def sexagesimal(value: float, digits: int) -> tuple[int, int, float]:
    """Degrees, minutes and seconds, none of them 60."""
    unit = 10**digits
    whole = round(value * 3600 * unit)
    return whole // (3600 * unit), whole // (60 * unit) % 60, whole % (60 * unit) / unit


def dms(value: float, digits: int = 1) -> str:
    """A number of degrees as people write it."""
    d, m, s = sexagesimal(value, digits)
    return f"{d}°{m:02d}'{s:0{3 + digits}.{digits}f}\"" if digits else f"{d}°{m:02d}'{s:02.0f}\""


class Sender:
    """Makes the rows of `incoming.csv`."""

    def __init__(self) -> None:
        self.draw = random.Random(20250303)
        self.register = [row for row in read("factories") if row[0]["province_code"] == PROVINCE]
        self.communes = {row["commune_code"]: (row, shape) for row, shape in read("communes", "admin.gpkg")}
        self.offices = read("offices", "admin.gpkg")
        self.parks = read("parks")
        self.names = {row["code"]: row for row in self._units()}
        self.rows: list[Row] = []
        self.keys: list[Row] = []

    @staticmethod
    def _units() -> list[dict[str, str]]:
        with (HERE.parent / "gazetteer" / "admin_units.csv").open(encoding="utf-8", newline="") as stream:
            return list(csv.DictReader(stream))

    # a sound row

    def sound(self, code: str | None = None) -> tuple[Row, Row]:
        """A new factory without an error, and its key."""
        number = len(self.rows)
        first, trade = NAMES[number % len(NAMES)], TRADES[(number * 5 + number // 12) % len(TRADES)]
        x, y, commune = self.place()
        lon, lat = (round(v, 6) for v in DEGREES.transform(x, y))
        staff = max(3, round(trade[3] * (0.5 + self.draw.random())))
        year, day = 2008 + number % 16, 1 + number % 28
        district = self.names[commune[:4]]
        row = {
            "factory_id": f"KH-{PROVINCE}-{FIRST_NUMBER + number:05d}" if number % 3 else "",
            "name_km": f"រោងចក្រ{trade[1]} {first[1]} {number // 12 + 1}".translate(KHMER),
            "name_en": f"{first[0]} {trade[0]} {number // 12 + 1} Co., Ltd.",
            "licence_no": f"KSP-{year}-{number + 1:04d}",
            "operator_id": f"L005-{900100 + 37 * number}",
            "isic": trade[2],
            "employees": str(staff) if number % 4 else str(staff).translate(KHMER),
            "province": "កំពង់ស្ពឺ" if number % 2 else "Kampong Speu",
            "district": district["name_km"] if number % 2 else district["name_en"],
            "commune": commune if number % 5 == 0 else self.names[commune]["name_km" if number % 2 else "name_en"],
            "lat": f"{lat:.6f}",
            "lon": f"{lon:.6f}",
            "source": "Field visit",
            "method": "GPS",
            "accuracy": str(5 + number % 9),
            "registered": f"{day:02d}/{1 + number % 12:02d}/{year}",
            "status": "ដំណើរការ" if number % 2 else "Operating",
            "closed": "",
            "zone": "",
            "size": self.size(staff),
            "code": commune,
        }
        self.spell(row, lon, lat)
        key = {
            "licence_no": row["licence_no"], "code": code or "", "place": "right", "right_lon": lon, "right_lat": lat,
            "register_id": "", "note": "",
        }  # fmt: skip
        return row, key

    def spell(self, row: Row, lon: float, lat: float) -> None:
        """Write a place in one of the formats that need no repair."""
        kind = len(self.rows) % 6
        if kind == 2:
            row["lat"], row["lon"] = f"{lat:.6f}".replace(".", ","), f"{lon:.6f}".replace(".", ",")
        elif kind == 4:
            row["lat"], row["lon"] = f"{lat:.6f} N", f"{lon:.6f} E"

    def place(self) -> tuple[float, float, str]:
        """A place around one of the register's own factories, well inside a commune and outside every park."""
        while True:
            _, near = self.register[int(self.draw.random() * len(self.register))]
            if near is None:
                continue
            angle, far = 6.283 * self.draw.random(), 150 + 1500 * self.draw.random()
            x, y = round(near.x + far * np.cos(angle), 1), round(near.y + far * np.sin(angle), 1)
            point = shapely.Point(x, y)
            for code, (_, shape) in self.communes.items():
                if code[:2] == PROVINCE and shape.contains(point):
                    if shape.boundary.distance(point) > CLEAR_M and all(p.distance(point) > 300 for _, p in self.parks):
                        return x, y, code
                    break

    @staticmethod
    def size(staff: int) -> str:
        """The size class in Khmer, as of 2021."""
        return ["មីក្រូ", "តូច", "មធ្យម", "ធំ"][sum(staff > limit for limit in (4, 49, 199))]

    # errors

    def add(self, row: Row, key: Row) -> None:
        """Keep a row."""
        self.rows.append(row)
        self.keys.append(key)

    def seeded(self, code: str, number: int) -> None:
        """Add rows with one error each."""
        if code == "C14":
            self.hotspot(number)
            return
        for k in range(number):
            while True:
                row, key = self.sound(code)
                getattr(self, code.lower())(row, key, k)
                if code not in SHOWN or (key["note"] == OUTSIDE) == (k < SHOWN[code]):
                    break
            self.add(row, key)

    def grid(self, key: Row, digits: int = 1) -> tuple[float, float]:
        """The right place on the grid, rounded; the key follows the rounding."""
        e, n = (round(v, digits) for v in DEGREES.transform(key["right_lon"], key["right_lat"], direction="INVERSE"))
        key["right_lon"], key["right_lat"] = (round(v, 7) for v in DEGREES.transform(e, n))
        return e, n

    def c01(self, row: Row, key: Row, k: int) -> None:
        """Longitude in the column of latitude."""
        row["lat"], row["lon"] = f"{key['right_lon']:.6f}", f"{key['right_lat']:.6f}"

    def c02(self, row: Row, key: Row, k: int) -> None:
        """Metres, northing in the column of Y."""
        e, n = self.grid(key)
        row["lat"], row["lon"] = f"{n:.1f}", f"{e:.1f}"

    def c03(self, row: Row, key: Row, k: int) -> None:
        """Metres, easting in the column of Y."""
        e, n = self.grid(key)
        row["lat"], row["lon"] = f"{e:.1f}", f"{n:.1f}"

    def c04(self, row: Row, key: Row, k: int) -> None:
        """Degrees computed in the neighbouring zone: six degrees off."""
        e, n = self.grid(key)
        zone = 47 if k else 49
        lon, lat = Transformer.from_crs(32600 + zone, 4326, always_xy=True).transform(e, n)
        row["lat"], row["lon"] = f"{lat:.6f}", f"{lon:.6f}"
        key["place"], key["note"] = "repair", f"converted in zone {zone}"

    def c05(self, row: Row, key: Row, k: int) -> None:
        """Metres of an old map, taken for WGS 84."""
        e, n = (round(v) for v in OLD_GRID.transform(key["right_lon"], key["right_lat"]))
        key["right_lon"], key["right_lat"] = (round(v, 7) for v in OLD_GRID.transform(e, n, direction="INVERSE"))
        row.update(lat=str(n), lon=str(e), source=OLD_SOURCE, method="Map", accuracy="30")
        key["place"] = "repair"
        self.says_old(row, key)

    def c06(self, row: Row, key: Row, k: int) -> None:
        """Degrees of an old map, taken for WGS 84."""
        lon, lat = (round(v, 6) for v in OLD_DEGREES.transform(key["right_lon"], key["right_lat"]))
        key["right_lon"], key["right_lat"] = (round(v, 7) for v in OLD_DEGREES.transform(lon, lat, direction="INVERSE"))
        row.update(lat=f"{lat:.6f}", lon=f"{lon:.6f}", source="Old GPS, datum not noted", method="GPS", accuracy="30")
        key["place"] = "repair"
        self.says_old(row, key)

    def says_old(self, row: Row, key: Row) -> None:
        """Note whether the place as sent lies outside of the commune that the row declares."""
        first, second = float(row["lat"]), float(row["lon"])
        at = (second, first) if first > 1000 else DEGREES.transform(second, first, direction="INVERSE")
        off = self.communes[row["code"]][1].distance(shapely.Point(at))
        key["note"] = OUTSIDE if off > 150 else "nothing in this row alone shows it"

    def c08(self, row: Row, key: Row, k: int) -> None:
        """Texts that need reading."""
        lon, lat = key["right_lon"], key["right_lat"]
        row["lat"], row["lon"] = [
            lambda: (dms(lat), dms(lon)),
            lambda: (dms(lat).translate(KHMER), dms(lon).translate(KHMER)),
            lambda: (f"N {dms(lat, 0)}", f"E {dms(lon, 0)}"),
            lambda: (f"{lat:.6f}".translate(KHMER), f"{lon:.6f}".translate(KHMER)),
            lambda: (f"N{lat:.6f}", f"E{lon:.6f}"),
            lambda: (dms(lat).replace("°", " ").replace("'", " ").rstrip('"') + " N",
                     dms(lon).replace("°", " ").replace("'", " ").rstrip('"') + " E"),
        ][k % 6]()  # fmt: skip
        if k % 6 in (0, 1, 2, 5):
            parts = [sexagesimal(v, 0 if k % 6 == 2 else 1) for v in (lon, lat)]
            key["right_lon"], key["right_lat"] = (round(d + m / 60 + s / 3600, 7) for d, m, s in parts)

    def c09(self, row: Row, key: Row, k: int) -> None:
        """Degrees, minutes and seconds with one point."""
        parts = [sexagesimal(v, 2) for v in (key["right_lat"], key["right_lon"])]
        row["lat"], row["lon"] = (f"{d}.{m:02d}{round(s * 100):04d}" for d, m, s in parts)
        key["right_lat"], key["right_lon"] = (round(d + m / 60 + s / 3600, 7) for d, m, s in parts)
        key["place"] = "repair"

    def c10(self, row: Row, key: Row, k: int) -> None:
        """Two decimals."""
        row["lat"], row["lon"] = f"{key['right_lat']:.2f}", f"{key['right_lon']:.2f}"
        self.not_known(key, "accuracy is about 1 km, not what the row says")

    @staticmethod
    def not_known(key: Row, note: str) -> None:
        """The right place does not follow from the row."""
        key.update(place="unknown", right_lon="", right_lat="", note=note)

    def c11(self, row: Row, key: Row, k: int) -> None:
        """A digit too few, in front, on the grid or in degrees."""
        if k < 2:
            e, n = self.grid(key, 0)
            row["lat"], row["lon"] = (f"{n:.0f}"[1:], f"{e:.0f}") if k else (f"{n:.0f}", f"{e:.0f}"[1:])
        else:
            row["lat"], row["lon"] = f"{key['right_lat']:.6f}", f"{key['right_lon']:.6f}"[1:]
        key["place"] = "repair"

    def c12(self, row: Row, key: Row, k: int) -> None:
        """The middle of the commune as if it were measured."""
        middle = self.communes[row["code"]][1].centroid
        lon, lat = DEGREES.transform(middle.x, middle.y)
        row["lat"], row["lon"] = f"{lat:.5f}", f"{lon:.5f}"
        self.not_known(key, "middle of the commune: not measured")

    def c13(self, row: Row, key: Row, k: int) -> None:
        """Zeros, or a lost sign."""
        if k == 3:
            row["lat"] = f"-{float(key['right_lat']):.6f}"
            key["place"], key["note"] = "repair", "sign"
            return
        row["lat"], row["lon"] = [("0", "0"), ("0.000000", "0.000000"), (f"{key['right_lat']:.6f}", "0")][k]
        self.not_known(key, "zeros are no place")

    def hotspot(self, number: int) -> None:
        """One coordinate for several companies."""
        x, y, commune = self.place()
        lon, lat = (round(v, 5) for v in DEGREES.transform(x, y))
        for _ in range(number):
            row, key = self.sound("C14")
            unit = self.names[commune]
            row.update(lat=f"{lat:.5f}", lon=f"{lon:.5f}", commune=unit["name_km"], code=commune)
            row["district"] = self.names[commune[:4]]["name_km"]
            self.not_known(key, f"{number} companies at one place")
            self.add(row, key)

    def c15(self, row: Row, key: Row, k: int) -> None:
        """The place of the provincial department."""
        office = next(shape for about, shape in self.offices if "Kampong Speu" in about["name"])
        lon, lat = DEGREES.transform(office.x + 6 * k, office.y - 5)
        row["lat"], row["lon"] = f"{lat:.6f}", f"{lon:.6f}"
        self.not_known(key, "place of the provincial department")

    def c16(self, row: Row, key: Row, k: int) -> None:
        """Beyond the border, and in the sea."""
        row["lat"], row["lon"] = [("10.612400", "105.310250"), ("10.201500", "103.104200")][k]
        self.not_known(key, ["in Viet Nam", "in the sea"][k])

    def c17(self, row: Row, key: Row, k: int) -> None:
        """Another commune, district or province than where it stands, or a code that no list has."""
        own = row["code"]
        if k == 3:
            row["commune"] = own[:4] + "99"
            key["note"] = "no such commune"
            return
        others = [c for c in self.communes if c[:2] == PROVINCE and c[:4] != own[:4]] if k < 2 else ["080807"]
        other = others[len(others) // 2 + k] if k < 2 else others[0]
        row.update(commune=other, district=self.names[other[:4]]["name_en"], province=self.names[other[:2]]["name_en"])
        key["note"] = f"stands in {own}"

    def c18(self, row: Row, key: Row, k: int) -> None:
        """A factory of the register under another id, or a row of this file once more."""
        if k < 4:
            about, shape = self.located(3 + 5 * k)
            lon, lat = (round(v, 6) for v in DEGREES.transform(shape.x + 12, shape.y - 9))
            row.update(
                factory_id="", name_km=about["name_km"], name_en=about["name_en"].replace("Demo ", "DEMO ").upper(),
                isic=about["isic"], employees=str(about["employees"]), operator_id=about["operator_id"], commune="",
                district=self.names[about["district_code"]]["name_en"], size=self.size(about["employees"]),
                lat=f"{lat:.6f}", lon=f"{lon:.6f}",
            )  # fmt: skip
            key.update(register_id=about["factory_id"], right_lon=lon, right_lat=lat, note="in the register already")
            return
        first = self.rows[10 * (k - 3)]
        mine = {name: row[name] for name in ("factory_id", "licence_no")}
        row.update({**first, **mine})
        row["name_en"] = first["name_en"].replace("Co., Ltd.", "Company Limited").upper()
        twin = self.keys[10 * (k - 3)]
        key.update({name: twin[name] for name in ("place", "right_lon", "right_lat")})
        key["note"] = f"the factory of {first['licence_no']} once more"

    def located(self, number: int) -> tuple[Row, Any]:
        """A factory of the register that is located by GPS, licensed and at work."""
        sound = [
            (about, shape)
            for about, shape in self.register
            if shape is not None and about["licence_no"] and about["isic"] and about["loc_method"] == "gps"
            and about["status"] == "functional"
        ]  # fmt: skip
        return sound[number]

    def c19(self, row: Row, key: Row, k: int) -> None:
        """The licence number of another row."""
        row["licence_no"] = self.rows[6 + k]["licence_no"]
        key["note"] = "licence of another factory"

    def c20(self, row: Row, key: Row, k: int) -> None:
        """Declares a zone that is elsewhere."""
        row["zone"] = ["PPSEZ", "SSEZ"][k]
        key["note"] = "stands in no zone"

    def c23(self, row: Row, key: Row, k: int) -> None:
        """An activity that does not exist, a size that the staff contradicts."""
        if k < 2:
            row["isic"] = ["9999", "1490"][k]
        else:
            row.update(size="មីក្រូ", employees="310")

    def c24(self, row: Row, key: Row, k: int) -> None:
        """Words for nothing."""
        token = ["Not found", "គ្មាន", "N/A", "-", "?"][k]
        if k < 3:
            row.update(lat=token, lon=token)
            self.not_known(key, "no coordinate")
        else:
            row["operator_id"] = token

    def c25(self, row: Row, key: Row, k: int) -> None:
        """Closed before it was registered."""
        row.update(status="បិទ" if k else "Closed", closed="01/02/2001")

    def resend(self) -> None:
        """Factories of the register under their own id, some with a new figure."""
        for k in range(RESENT):
            about, shape = self.located(20 + k)
            row, key = self.sound()
            lon, lat = (round(v, 6) for v in DEGREES.transform(shape.x, shape.y))
            district = self.names[about["district_code"]]
            row.update(
                factory_id=about["factory_id"], name_km=about["name_km"], name_en=about["name_en"], commune="",
                licence_no=about["licence_no"], operator_id=about["operator_id"], isic=about["isic"],
                employees=str(about["employees"] + (7 if k % 3 == 0 else 0)), district=district["name_en"],
                lat=f"{lat:.6f}", lon=f"{lon:.6f}", zone=about["park_id"] or "", size=self.size(about["employees"]),
                registered=dt.date.fromisoformat(str(about["registration_date"])[:10]).strftime("%d/%m/%Y"),
                source=about["loc_source"], accuracy=f"{about['loc_accuracy_m']:g}",
            )  # fmt: skip
            key.update(licence_no=about["licence_no"], right_lon=lon, right_lat=lat, register_id=about["factory_id"])
            key["note"] = "new number of workers" if k % 3 == 0 else "unchanged"
            self.add(row, key)

    def everything(self) -> tuple[list[Row], list[Row]]:
        """All rows in the order of the file, and their keys."""
        wanted = ROWS - RESENT - sum(number for _, number in SEEDED)
        for _ in range(wanted):
            self.add(*self.sound())
        for code, number in SEEDED:
            self.seeded(code, number)
        self.resend()
        order = list(range(len(self.rows)))
        self.draw.shuffle(order)
        rows, keys = [self.rows[i] for i in order], [self.keys[i] for i in order]
        for number, (row, key) in enumerate(zip(rows, keys), 1):
            row["number"] = str(number).translate(KHMER) if number % 2 else str(number)
            key["row"] = number
            key["licence_no"] = row["licence_no"]
        return rows, keys


# -- writing ---------------------------------------------------------------------------------------------------


def write(path: Path, header: list[str], fields: list[str], rows: list[Row], **how: Any) -> None:
    """Write a table of text."""
    with path.open("w", encoding=how.get("encoding", "utf-8"), newline="") as stream:
        writer = csv.writer(stream, delimiter=how.get("delimiter", ","), lineterminator=how.get("end", "\n"))
        writer.writerow(header)
        writer.writerows([["" if row[f] is None else row[f] for f in fields] for row in rows])


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--output", type=Path, default=HERE, help="folder to write into")
    folder = parser.parse_args().output
    rows, keys = Sender().everything()
    # As a spreadsheet in this country saves it: byte order mark, semicolons, the line ends of Windows.
    spreadsheet = {"encoding": "utf-8-sig", "delimiter": ";", "end": "\r\n"}
    write(folder / "incoming.csv", list(HEADERS.values()), list(HEADERS), rows, **spreadsheet)
    write(folder / "incoming_key.csv", KEY, KEY, keys)
    print(f"{len(rows)} rows arrive")


if __name__ == "__main__":
    main()

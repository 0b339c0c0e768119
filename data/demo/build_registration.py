"""Rebuild `registration_extract.csv`, an invented extract of a registration system to hold the demo register against.

    python3 data/demo/build_registration.py

Every record is made of a factory of the demo by its number alone: nothing is random, so the file is the same each time.
"""

from __future__ import annotations

import csv
import sqlite3
from contextlib import closing
from pathlib import Path

HERE = Path(__file__).resolve().parent
COLUMNS = (
    "លេខលិខិតអនុញ្ញាត", "ឈ្មោះរោងចក្រ", "Factory name", "TIN", "កាលបរិច្ឆេទ", "ស្ថានភាព", "ISIC", "Workers",
    "កូអរដោនេ", "ខេត្ត", "ស្រុក", "ឃុំ", "ថ្ងៃផុតកំណត់", "Updated",
)  # fmt: skip
_KHMER = str.maketrans("0123456789", "០១២៣៤៥៦៧៨៩")
_STATES = {"registered": "Active", "applied": "Pending", "expired": "Active", "suspended": "Active"}
_NEW = 18


def factories() -> list[sqlite3.Row]:
    """Return the factories of the demo in the order of their rows."""
    with closing(sqlite3.connect(f"{(HERE / 'demo.gpkg').as_uri()}?mode=ro", uri=True)) as connection:
        connection.row_factory = sqlite3.Row
        return list(connection.execute("SELECT * FROM factories ORDER BY fid"))


def names() -> dict[str, tuple[str, str]]:
    """Return the English and the Khmer name of each administrative unit by its code."""
    with (HERE.parent / "gazetteer" / "admin_units.csv").open(encoding="utf-8", newline="") as file:
        return {row["code"]: (row["name_en"], row["name_km"]) for row in csv.DictReader(file)}


def licence(number: str, i: int) -> str:
    """Return a licence number as another clerk writes it."""
    if i % 7 == 3:
        return number.translate(_KHMER)
    if i % 11 == 5:
        head, _, tail = number.rpartition("-")
        return f"{head}-{tail.lstrip('0')}"
    return "" if i % 13 == 6 else number.lower().replace("-", " ") if i % 17 == 9 else number


def record(row: sqlite3.Row, i: int, units: dict[str, tuple[str, str]]) -> list[str]:
    """Return the record of a factory in the extract."""
    year = int(row["registration_date"][:4])
    day = "/".join(reversed(row["registration_date"].split("-")))
    expiry = f"{day[:5].replace('29/02', '28/02')}/{2024 + (i * 7) % 4}"
    province = "08" if i % 53 == 8 else row["province_code"]  # under Kandal, where the owner lives
    district = "" if province != row["province_code"] else units.get(row["district_code"], ("", ""))[i % 2]
    name = row["name_en"].upper() if i % 3 == 1 else row["name_en"].replace("Demo ", "Demo Co., Ltd. ")
    coordinate = row["loc_original"] if i % 5 == 2 and row["loc_datum"] == "EPSG:4326" else ""
    return [
        licence(row["licence_no"] or "", i),
        row["name_km"] or "",
        name,
        row["operator_id"] or "",
        day,
        _STATES[row["registration_status"]] if i % 41 != 20 else "Pending",
        "1410" if i % 37 == 11 else row["isic"] or "",
        "" if row["employees"] is None else str(row["employees"]),
        coordinate,
        units[province][1 if i % 4 else 0],
        district,
        "",
        expiry if i % 9 else "",
        f"{max(year, 2024)}-{1 + i % 12:02d}-{1 + i % 28:02d}",
    ]


def newcomer(i: int, units: dict[str, tuple[str, str]]) -> list[str]:
    """Return a record of which the demo register knows nothing; every sixth has a coordinate."""
    province = ("02", "06", "12")[i % 3]
    latitude, longitude = ((13.5, 102.88), (12.5, 104.88), (11.5, 104.88))[i % 3]
    place = f"{latitude + i / 1000:.3f}, {longitude + i / 1000:.3f}" if i % 6 == 0 else ""
    return [
        f"DEMO-FP-2025-9{i:04d}", "", f"Demo Newcomer {i:03d}", f"DEMO-OP-9{i:03d}", f"{1 + i:02d}/02/2025", "Active",
        "1030", str(12 + i), place, units[province][0], "", "", f"{1 + i:02d}/02/2028", "2025-02-20",
    ]  # fmt: skip


def main() -> None:
    """Write the file."""
    units = names()
    lines = [record(row, i, units) for i, row in enumerate(factories()) if i % 19 != 10 and row["licence_no"]]
    lines += [newcomer(i, units) for i in range(_NEW)]
    lines.append(lines[4])  # entered twice
    with (HERE / "registration_extract.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows([COLUMNS, *lines])


if __name__ == "__main__":
    main()

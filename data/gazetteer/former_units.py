"""Other spellings and former codes of the administrative units, from lists of 2010 and 2014.

Two layers of a GeoPackage of open data are read (``README.md`` says where they come from): health facilities of 2010,
which give codes and names of their communes, and the communes and districts of 2014, which give names. Only pairs of a
name and a code come out of it, no geometry. Where a place of the list of 2010 is now is told by its name, in this
order: the same code; the same district; the same province, or the one that was split from it.
"""

from __future__ import annotations

import csv
import importlib
import importlib.util
import sqlite3
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any, NamedTuple

HERE = Path(__file__).resolve().parent
ENGINE = HERE.parents[1] / "processing" / "analysis"
OF_2010 = "health facilities of 2010 (Open Development Cambodia, CC BY 3.0)"
OF_2014 = "communes of 2014 (geoBoundaries from Open Development Cambodia, CC BY 4.0)"
BY_ORDER = "order of the codes between neighbours that are known by name"
# Provinces that got communes of another one since: Tboung Khmum in 2013, Phnom Penh in 2010.
SPLIT = {"03": ("03", "25"), "08": ("08", "12"), "12": ("12", "08")}
SAME_CODE, CLOSE, CLEAR = 0.65, 0.78, 0.10
# A district is where this share of its communes is.
MOST = 0.8


class Unit(NamedTuple):
    """A unit of the list of today."""

    code: str
    names: tuple[str, ...]  # keys: Latin, Khmer


class Old(NamedTuple):
    """A commune or district of 2010."""

    code: str
    name: str


def engine() -> Any:
    """Load the module that compares names, with the modules beside it but without the plugin around them."""
    spec = importlib.util.spec_from_file_location("analysis", ENGINE / "__init__.py")
    if spec is None or spec.loader is None:
        raise SystemExit(f"{ENGINE} cannot be loaded")
    package = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = package  # the modules in it find one another here
    spec.loader.exec_module(package)
    return importlib.import_module(f"{spec.name}.admin_units")


names = engine()


def read_units(path: Path) -> dict[str, Unit]:
    """Return the units of today by code."""
    with path.open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    return {row["code"]: Unit(row["code"], (names.key(row["name_en"]), names.key(row["name_km"]))) for row in rows}


def old_units(base: Path) -> tuple[list[Old], list[Old]]:
    """Return the districts and the communes that the health facilities of 2010 lie in."""
    with closing(sqlite3.connect(f"{base.resolve().as_uri()}?mode=ro", uri=True)) as connection:
        rows = list(
            connection.execute(
                "SELECT DCODE, trim(DNAME, ''' '), CCODE, trim(CNAME) FROM health_facilities WHERE CCODE > 0 "
                "ORDER BY CCODE, fid"
            )
        )
    districts: dict[str, Counter[str]] = {}
    communes: dict[str, Counter[str]] = {}
    for district, its_name, commune, name in rows:
        district_code, code = f"{int(district):04d}", f"{int(commune):06d}"
        if not code.startswith(district_code) or not name:
            continue  # a slip of the list: 0906040 for 090604
        districts.setdefault(district_code, Counter())[its_name] += 1
        communes.setdefault(code, Counter())[" ".join(name.split())] += 1
    return commonest(districts), commonest(communes)


def commonest(found: dict[str, Counter[str]]) -> list[Old]:
    """Return the commonest spelling of each code, the first in the alphabet where two are as common."""
    return [Old(code, min(spelled, key=lambda name: (-spelled[name], name))) for code, spelled in sorted(found.items())]


def alike(old: str, unit: Unit) -> float:
    """Return how alike a name is to those of a unit."""
    return max(names.likeness(names.key(old), name) for name in unit.names)


def found_in(old: str, units: Iterable[Unit], fuzzy: bool) -> str | None:
    """Return the code of the only unit of that name, or of the only one of a close name."""
    units = list(units)
    same = [unit.code for unit in units if names.key(old) in unit.names]
    if same or not fuzzy:
        return same[0] if len(same) == 1 else None
    ranked = sorted(((alike(old, unit), unit.code) for unit in units), reverse=True)[:2]
    if not ranked or ranked[0][0] < CLOSE or (len(ranked) > 1 and ranked[0][0] - ranked[1][0] < CLEAR):
        return None
    return ranked[0][1]


def level_of(units: dict[str, Unit], prefix: str, length: int) -> list[Unit]:
    """Return the units below a prefix whose codes have a length."""
    return [unit for code, unit in units.items() if len(code) == length and code.startswith(prefix)]


def matched_communes(old: list[Old], districts: list[Old], units: dict[str, Unit]) -> dict[str, tuple[str, str]]:
    """Return the code of today of each commune of 2010 that is found, and how it was found."""
    found: dict[str, tuple[str, str]] = {}
    district_name = {district.code: district.name for district in districts}
    for commune in old:
        code = commune.code
        if code in units and alike(commune.name, units[code]) >= SAME_CODE:
            found[code] = (code, OF_2010)
            continue
        provinces = SPLIT.get(code[:2], (code[:2],))
        wide = [unit for province in provinces for unit in level_of(units, province, 4)]
        parent = found_in(district_name[code[:4]], wide, fuzzy=True) or code[:4]
        now = found_in(commune.name, level_of(units, parent, 6), fuzzy=True)
        for province in () if now else provinces:
            now = now or found_in(commune.name, level_of(units, province, 6), fuzzy=False)
        if now:
            found[code] = (now, OF_2010)
    # Two communes of 2010 that seem to be one now: the name alone does not tell which of them it is.
    uses = Counter(now for now, _ in found.values())
    return {code: match for code, match in found.items() if uses[match[0]] == 1 or match[0] == code}


def between_neighbours(found: dict[str, tuple[str, str]], units: dict[str, Unit]) -> dict[str, tuple[str, str]]:
    """Return the communes of split provinces that no name tells, but the order of the codes between two that are told.

    The codes of Tboung Khmum's districts follow those of Kampong Cham in the same order.
    """
    told: dict[str, tuple[str, str]] = {}
    pairs = sorted((old, now) for old, (now, _) in found.items() if old[:2] == "03" and now[:2] == "25")
    taken = {now for now, _ in found.values()}
    for (before, before_now), (after, after_now) in zip(pairs, pairs[1:]):
        gap = int(after) - int(before)
        if before[:4] != after[:4] or before_now[:4] != after_now[:4] or gap != int(after_now) - int(before_now):
            continue
        for step in range(1, gap):
            now = f"{int(before_now) + step:06d}"
            if now in units and now not in taken:
                told[f"{int(before) + step:06d}"] = (now, BY_ORDER)
    return told


def matched_districts(
    old: list[Old], communes: dict[str, tuple[str, str]], units: dict[str, Unit]
) -> dict[str, tuple[str, str]]:
    """Return the code of today of each district of 2010: where nearly all of its communes are now."""
    found = {}
    for district in old:
        now = Counter(new[:4] for code, (new, _) in communes.items() if code[:4] == district.code)
        if not now:
            continue
        (code, most), *_ = now.most_common(1)
        if most >= MOST * sum(now.values()) and code in units:
            found[district.code] = (code, OF_2010)
    return found


def former_rows(base: Path, units: dict[str, Unit]) -> tuple[list[list[str]], list[list[str]]]:
    """Return the rows of former codes that mean another unit today, and the aliases that the list of 2010 gives.

    Returns
    -------
    list of [old_code, vintage, old_name, new_code, source], list of [name, code, source]
    """
    districts, communes = old_units(base)
    by_name = matched_communes(communes, districts, units)
    matched = {**between_neighbours(by_name, units), **by_name}
    matched.update(matched_districts(districts, matched, units))
    old_name = {old.code: old.name for old in (*districts, *communes)}
    former, aliases = [], []
    for code, (now, source) in sorted(matched.items()):
        if now != code and code in units and now[:4] == code[:4] and len(code) == 6:
            continue  # two communes of one district have changed codes: more likely a slip of the list
        name = old_name.get(code, "")
        if now != code:
            former.append([code, "2010", name, now, source])
        if name and names.key(name) not in units[now].names:
            aliases.append([name, now, OF_2010])
    return former, aliases


def rows_of_2014(base: Path) -> Iterator[tuple[str, str, str]]:
    """Yield province (before the split), district and commune of 2014 by name; each commune lies in its district."""
    import geopandas as gpd

    layers = [gpd.read_file(base, layer=layer) for layer in ("ne_provinces_24", "adm2_districts", "adm3_communes")]
    provinces, districts, communes = layers
    districts["number"] = range(len(districts))
    centres = districts.set_geometry(districts.representative_point())
    inside = gpd.sjoin(centres, provinces[["name", "geometry"]], how="left", predicate="within")
    province = inside.drop_duplicates("number").set_index("number")["name"]
    points = communes.set_geometry(communes.representative_point())
    joined = gpd.sjoin(points[["shapeName", "geometry"]], districts[["shapeName", "number", "geometry"]], how="inner")
    for row in joined.sort_index().itertuples():
        yield province[row.number], row.shapeName_right, row.shapeName_left


def aliases_of_2014(base: Path, units: dict[str, Unit]) -> list[list[str]]:
    """Return the spellings of 2014 that are not those of today: [name, code, source].

    Inside one district each commune of 2014 is another unit of today, so that what is left over is told by exclusion
    as well.
    """
    by_district: dict[tuple[str, str], list[str]] = {}
    for province, district, commune in rows_of_2014(base):
        by_district.setdefault((province, district), []).append(commune)
    every = level_of(units, "", 2)
    rows: dict[tuple[str, str], list[str]] = {}
    for (province, district), communes in sorted(by_district.items()):
        above = found_in(province, every, fuzzy=True)
        if above is None:
            continue
        wide = [unit for code in SPLIT.get(above, (above,)) for unit in level_of(units, code, 4)]
        now = found_in(district, wide, fuzzy=True)
        if now is None:
            continue
        if names.key(district) not in units[now].names:
            rows[(district, now)] = [district, now, OF_2014]
        for commune, code in paired(communes, level_of(units, now, 6)):
            if names.key(commune) not in units[code].names:
                rows[(commune, code)] = [commune, code, OF_2014]
    return list(rows.values())


def paired(old: list[str], units: list[Unit]) -> Iterator[tuple[str, str]]:
    """Yield names with the units they mean: each the closest of the other, the same names first."""
    left = list(units)
    for name in old:
        code = found_in(name, left, fuzzy=False)
        if code:
            left = [unit for unit in left if unit.code != code]
    open_names = [name for name in old if not any(names.key(name) in unit.names for unit in units)]
    for name in open_names:
        code = found_in(name, left, fuzzy=True)
        rivals = [other for other in open_names if other != name and code and found_in(other, left, True) == code]
        if code and not rivals:
            yield name, code


def alias_rows(sources: Iterable[list[str]], units: dict[str, Unit]) -> list[list[str]]:
    """Return the aliases, once each and by code, without those that are the name of a unit beside the one meant."""
    kept: dict[tuple[str, str], list[str]] = {}
    for name, code, source in sources:
        found = "" if "*" in name else names.key(name)  # cut short
        beside = level_of(units, code[: max(len(code) - 4, 0)], len(code))
        if found and found not in units[code].names and not any(found in unit.names for unit in beside):
            kept.setdefault((code, found), [name, code, source])
    return [row for _, row in sorted(kept.items())]

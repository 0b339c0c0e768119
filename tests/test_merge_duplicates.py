"""merge_duplicates: one record of two, and back again."""

from __future__ import annotations

import json

import pytest
from factory_locations.tests import layers as L

from .test_register_store import everything, log

FIELDS = (
    ("factory_id", "text"),
    ("name_en", "text"),
    ("name_km", "text"),
    ("employees", "integer"),
    ("loc_method", "text"),
    ("loc_accuracy_m", "real"),
    ("registration_date", "date"),
)
ROWS = (
    (L.point(0, 0), "A", "Alpha", None, None, "commune_centroid", 1800.0, None),
    (L.point(900, 0), "B", "Alpha Co", "អាល់ហ្វា", 40, "gps", 5.0, "2021-03-15"),
    (None, "C", None, None, 41, "unknown", None, None),
    (L.point(50, 50), "D", "Delta", None, 5, "gps", 5.0, None),
)
PAIRS = (
    ("pair_id", "text"),
    ("factory_id_a", "text"),
    ("factory_id_b", "text"),
    ("keep", "text"),
    ("confirmed", "text"),
)


def pairs(*rows):
    return L.layer("None", PAIRS, [(None, *row) for row in rows], "", "pairs")


def made(path):
    L.saved(L.layer("Point", FIELDS, ROWS, name="factories"), path, "factories")
    return path


@pytest.fixture
def register(tmp_path, qgis_app):
    return made(tmp_path / "register.gpkg")


@pytest.fixture
def merge(run, register, tmp_path):
    def go(*rows, **given):
        asked = {
            "REGISTER": str(register),
            "PAIRS": pairs(*rows),
            "REPORT": str(tmp_path / "report.gpkg"),
            "SUMMARY": str(tmp_path / "summary.json"),
            **given,
        }
        results = run("merge_duplicates", asked)
        go.pairs = {r["pair_id"]: r for r in L.rows(tmp_path / "report.gpkg", "merges")}
        go.values = L.rows(tmp_path / "report.gpkg", "merged_values")
        go.summary = json.loads((tmp_path / "summary.json").read_text())
        go.said = run.feedback.text()
        return results

    return go


def names(path):
    return [row["factory_id"] for row in L.rows(path, "factories")]


def test_the_better_located_stays_and_takes_what_it_lacks(merge, register):
    results = merge(("p1", "A", "B", None, True), ("p2", "B", "D", None, None), ("p3", "A", "D", None, False))
    assert (results["MERGED"], results["LEFT"], results["REMOVED"]) == (1, 2, 1)
    assert names(register) == ["B", "C", "D"]
    assert {name: (row["outcome"], row["kept"], row["reason"]) for name, row in merge.pairs.items()} == {
        "p1": ("merged", "B", "merged"),
        "p2": ("left", None, "undecided"),
        "p3": ("left", None, "rejected"),
    }
    assert [(v["field"], v["kept_value"], v["other_value"], v["outcome"]) for v in merge.values] == [
        ("name_en", "Alpha Co", "Alpha", "conflict"),
        ("loc_method", "gps", "commune_centroid", "conflict"),
        ("loc_accuracy_m", "5.0", "1800.0", "conflict"),
        ("geometry", "POINT (500900 1250000)", "POINT (500000 1250000)", "conflict"),
    ]
    lines = log(register)
    assert [(r["factory_id"], r["field"], r["new_value"], r["finding_id"]) for r in lines] == [
        ("A", "*", None, "p1"),
        ("A", "geometry", None, "p1"),
    ]
    assert json.loads(lines[0]["old_value"])["name_en"] == "Alpha"


def test_a_chain_with_a_record_to_keep_and_back_again(merge, register, run):
    before = everything(register)
    results = merge(("p1", "A", "B", "A", True), ("p2", "B", "C", None, True), REASON="one permit")
    assert names(register) == ["A", "D"]
    row = L.rows(register, "factories")[0]
    assert {name: row[name] for name, _ in FIELDS} == {
        "factory_id": "A",
        "name_en": "Alpha",
        "name_km": "អាល់ហ្វា",
        "employees": 40,  # of B, which is better located than C
        "loc_method": "commune_centroid",
        "loc_accuracy_m": 1800.0,
        "registration_date": "2021-03-15",
    }
    assert {(line["finding_id"], line["why"]) for line in log(register)} == {("p1, p2", "one permit")}
    run("undo_changes", {"REGISTER": str(register), "BATCH": results["BATCH"]})
    after = everything(register)
    for found in (before, after):
        found.pop("audit", None)
        for table in ("gpkg_contents", "gpkg_ogr_contents"):
            found[table] = [line for line in found[table] if line[0] != "audit"]
    assert after == before


def test_a_record_without_a_place_takes_the_others(merge, register):
    merge(("p", "B", "C", "C", True))
    row = L.rows(register, "factories")[1]
    assert (row["factory_id"], row["loc_method"], row["loc_accuracy_m"], row["employees"]) == ("C", "gps", 5.0, 41)
    assert L.shapes(register, "factories")[1].wkt == "POINT (500900 1250000)"


def test_what_contradicts_itself_is_left(merge, register):
    before = everything(register)
    results = merge(("p1", "A", "B", "A", True), ("p2", "B", "C", "C", True), ("p3", "D", "X", None, True))
    assert results["MERGED"] == 0
    assert {name: row["reason"] for name, row in merge.pairs.items()} == {
        "p1": "keeps contradict",
        "p2": "keeps contradict",
        "p3": "not in the register",
    }
    assert "Pair p1 is left: These pairs make A, B, C one factory, and of more than one of it" in merge.said
    assert everything(register) == before


def test_a_dry_run_says_the_same_and_changes_nothing(merge, register):
    rows = [("p1", "A", "B", None, True), ("p2", "B", "C", None, True)]
    before = everything(register)
    merge(*rows, DRY_RUN=True)
    assert everything(register) == before
    tried = [(v["field"], v["outcome"]) for v in merge.values], merge.summary["counts"]
    merge(*rows)
    assert ([(v["field"], v["outcome"]) for v in merge.values], merge.summary["counts"]) == tried


def test_a_confirmed_pair_needs_two_factories(merge):
    from qgis.core import QgsProcessingException

    with pytest.raises(QgsProcessingException, match="row 1: a confirmed pair needs two factory ids that differ"):
        merge(("p1", "A", "A", None, True))


def test_with_the_real_program(qgis_process, register, tmp_path):
    (tmp_path / "pairs.csv").write_text(
        "pair_id,factory_id_a,factory_id_b,keep,confirmed\np1,A,B,,true\np2,C,D,,\n", encoding="utf-8"
    )
    done = qgis_process(
        "run", "factory:merge_duplicates", f"--REGISTER={register}", f"--PAIRS={tmp_path / 'pairs.csv'}", "--WHO=Dara"
    )
    assert done.returncode == 0, done.stderr
    assert "Merged: 1 of 2 pairs; records that left the register: 1." in done.stdout
    assert names(register) == ["B", "C", "D"]


def test_a_pair_merged_earlier_holds_up_no_other(merge, register):
    """A search into the same file keeps what is decided, also where the record has left the register since."""
    merge(("p0", "A", "X", "A", "yes"), ("p1", "A", "B", "A", "yes"), ("p2", "X", "C", None, "no"))
    assert names(register) == ["A", "C", "D"]
    assert {name: (row["outcome"], row["reason"]) for name, row in merge.pairs.items()} == {
        "p0": ("left", "not in the register"),
        "p1": ("merged", "merged"),
        "p2": ("left", "rejected"),
    }

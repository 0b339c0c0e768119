"""merge_duplicates: one record of two, and back again."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing

import pytest
from factory_locations.tests import layers as L

from .test_register_store import everything, log
from .test_register_undo import content

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
    assert {(line["finding_id"], line["factory_id"], line["why"]) for line in log(register)} == {
        ("p1, p2", "A", "one permit"),
        ("p1, p2", "B", "one permit"),
        ("p1, p2", "C", "one permit"),
    }
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


def test_a_row_that_cannot_be_merged_does_not_hold_the_others(merge, register):
    """Two records of one id, as find_duplicates names them."""
    merge(("p1", "A", "A", None, True), ("p2", "A", "", None, True), ("p3", "A", "B", None, True))
    assert {name: (row["outcome"], row["reason"], row["why"]) for name, row in merge.pairs.items()} == {
        "p1": ("left", "one id", "Both records have the factory id A. Give each an id of its own first."),
        "p2": ("left", "no factory", "It does not name two factories."),
        "p3": ("merged", "merged", None),
    }
    assert "Pair p1 is left: Both records have the factory id A" in merge.said
    assert names(register) == ["B", "C", "D"]


def test_the_proposal_of_the_search_is_kept(merge, register):
    """The fuller record, which the better located one would push out."""
    rows = [("p1", "A", "B", None, True, "A"), ("p2", "C", "D", "C", True, "D")]
    layer = L.layer("None", (*PAIRS, ("keep_proposed", "text")), [(None, *row) for row in rows], "", "pairs")
    merge(PAIRS=layer)
    assert {name: row["kept"] for name, row in merge.pairs.items()} == {"p1": "A", "p2": "C"}


def test_a_pair_whose_record_was_merged_before_follows_it(merge, register, run):
    first = merge(("p1", "A", "B", "A", True))["BATCH"]
    assert merge(("p1", "A", "B", "A", True), ("p2", "B", "D", None, False), ("p3", "B", "C", "B", True))["MERGED"] == 1
    told = f"Factory B was merged into A by batch {first}."
    assert {name: (row["outcome"], row["kept"], row["reason"], row["why"]) for name, row in merge.pairs.items()} == {
        "p1": ("left", "A", "merged before", told),
        "p2": ("left", None, "rejected", "A person has said that these are two factories."),
        "p3": ("merged", "A", "merged", told),
    }
    assert f"Pair p1 is left: {told}" in merge.said
    assert f"Pair p3: {told}" in merge.said
    assert names(register) == ["A", "D"]
    # C became A, that B had become; what was said to be two stays two.
    merge(("p2", "B", "D", None, False), ("p4", "C", "D", None, True))
    assert merge.pairs["p4"]["reason"] == "denied"
    assert names(register) == ["A", "D"]


def test_a_no_about_a_record_that_was_merged_before_holds(merge, register):
    merge(("p1", "A", "B", "A", True))
    assert merge(("p2", "A", "C", None, True), ("p3", "B", "C", None, False))["MERGED"] == 0
    assert {name: row["reason"] for name, row in merge.pairs.items()} == {"p2": "denied", "p3": "rejected"}
    assert names(register) == ["A", "C", "D"]


def test_a_merge_that_was_undone_is_not_followed(merge, register, run):
    results = merge(("p1", "A", "B", "A", True))
    run("undo_changes", {"REGISTER": str(register), "BATCH": results["BATCH"]})
    merge(("p3", "B", "C", "B", True))
    assert (merge.pairs["p3"]["kept"], merge.pairs["p3"]["why"]) == ("B", None)
    assert names(register) == ["A", "B", "D"]


def test_a_value_that_no_two_rows_may_have(merge, register, run):
    with closing(sqlite3.connect(register)) as connection, connection:
        connection.execute("CREATE UNIQUE INDEX one_name ON factories (name_km)")
    before = content(register)
    results = merge(("p", "A", "B", "A", True))
    assert results["MERGED"] == 1
    assert L.rows(register, "factories")[0]["name_km"] == "អាល់ហ្វា"
    back = run("undo_changes", {"REGISTER": str(register), "BATCH": results["BATCH"]})
    assert content(register) == before
    run("undo_changes", {"REGISTER": str(register), "BATCH": back["BATCH"]})
    assert L.rows(register, "factories")[0]["name_km"] == "អាល់ហ្វា"


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

"""The demo against its answer key: every seeded problem found with the right verdict and reason, no false alarm."""

from __future__ import annotations

import csv
import json
from collections import Counter, defaultdict

import pytest
from factory_locations.tests import layers as L

pytestmark = pytest.mark.slow  # whole runs, one after another: `make check` leaves them to `make test`

PLAIN = {"permitted", "inside_declared", "outside"}


@pytest.fixture(scope="module")
def key(root):
    with (root / "data" / "demo" / "answer_key.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def expected(key):
    """Rows of the key by factory and rule; those about layers and ids left out."""
    return {(r["factory_id"], r["rule_id"]): r for r in key if r["rule_id"].startswith("KH-")}


@pytest.fixture(scope="module")
def checked(provider, demo_gpkg, tmp_path_factory):
    """The demo checked as `make demo` does it, with every row listed."""
    from qgis import processing

    folder = tmp_path_factory.mktemp("demo")
    before = L.checksums(demo_gpkg.parent)
    processing.run(
        "factory:check_locations",
        {
            **{role.upper(): f"{demo_gpkg}|layername={role}" for role in ("factories", "zoning", "parks")},
            "ALL_ROWS": True,
            "OUTPUT": str(folder / "findings.gpkg"),
            "SUMMARY": str(folder / "summary.json"),
        },
    )
    assert L.checksums(demo_gpkg.parent) == before
    return folder


@pytest.fixture(scope="module")
def findings(checked):
    by = defaultdict(list)
    for row in L.rows(checked / "findings.gpkg", "findings"):
        by[row["factory_id"], row["rule_id"]].append(row)
    return by


def test_the_key_covers_the_verdicts(expected):
    reasons = {row["reason"] for row in expected.values()}
    assert {
        "prohibited", "conditional", "zones_differ", "no_zoning", "no_activity", "unknown_activity", "not_in_table",
        "unknown_zone_code", "no_location", "outside_declared", "inside_other", "on_edge", "unknown_park", "undeclared",
    } <= reasons  # fmt: skip


def test_every_seeded_problem_is_found(expected, findings):
    wrong = []
    for place, row in expected.items():
        got = {(found["verdict"], found["reason"]) for found in findings[place]}
        if (row["verdict"], row["reason"]) not in got:
            wrong.append((place, row["verdict"], row["reason"], sorted(got)))
    assert wrong == []


def test_there_is_no_false_alarm(expected, findings):
    alarms = [
        (place, found["verdict"], found["reason"], found["message"])
        for place, rows in findings.items()
        for found in rows
        if place not in expected and not (found["verdict"] == "pass" and found["reason"] in PLAIN)
    ]
    assert alarms == []


def test_a_listed_problem_is_found_once(key, expected, findings):
    """Two rows may share an id; then only one of them has the problem."""
    shared = {row["factory_id"] for row in key if row["reason"] == "duplicate_factory_id"}
    for place, row in expected.items():
        matching = [found for found in findings[place] if found["reason"] == row["reason"]]
        assert len(matching) == 1 or place[0] in shared, place


def test_every_factory_is_judged_by_two_rules(findings, demo_gpkg):
    register = Counter(row["factory_id"] for row in L.rows(demo_gpkg, "factories"))
    zoned = Counter({place[0]: len(rows) for place, rows in findings.items() if place[1] == "KH-ZON-01"})
    parked: Counter = Counter()
    for place, rows in findings.items():
        if place[1].startswith("KH-PARK"):
            parked[place[0]] += len(rows)
    assert zoned == parked == register


def test_the_feature_named_is_the_keys(expected, findings):
    wrong = []
    for place, row in expected.items():
        named = {found["feature_id"] or "" for found in findings[place] if found["reason"] == row["reason"]}
        if row["feature_id"] and row["feature_id"] not in named:
            wrong.append((place, row["reason"], row["feature_id"], sorted(named)))
    assert wrong == []


def test_layers_problems_are_reported_once(key, checked):
    rows = L.rows(checked / "findings.gpkg", "layer_problems")
    twice = {row["factory_id"] for row in key if row["reason"] == "duplicate_factory_id"}
    assert Counter(r["problem"] for r in rows if "used more than once" in r["problem"]) == {
        f"factory id “{factory}” is used more than once": 1 for factory in twice
    }
    (overlap,) = [row for row in key if row["reason"] == "overlapping_parks"]
    first, second = overlap["feature_id"].split(";")
    told = [row["problem"] for row in rows if row["layer"] == "parks"]
    assert len(told) == 1
    assert first in told[0]
    assert second in told[0]
    assert [row["problem"] for row in rows if row["layer"] == "zoning"] == [
        "zone code “SPZ” is not in rule pack kh-zoning-parks; polygons with it: 1"
    ]
    lost = sum(row["rule_id"] == "KH-ZON-01" and row["reason"] == "no_location" for row in key)
    assert sum("location" in row["advice"] for row in rows if row["layer"] == "factories") == lost


def test_the_summary_counts_the_key(expected, checked):
    summary = json.loads((checked / "summary.json").read_text(encoding="utf-8"))
    for rule in ("KH-ZON-01", "KH-PARK-01", "KH-PARK-02"):
        listed = Counter(row["verdict"] for (_, of), row in expected.items() if of == rule and row["verdict"] != "pass")
        counts = summary["counts"]["rules"][rule]
        assert {v: counts[v] for v in ("fail", "undecided", "no data")} == {
            v: listed.get(v, 0) for v in ("fail", "undecided", "no data")
        }, rule
    assert "llustrative" in summary["provenance"]["layers"][0]["abstract"]


def test_the_summary_fits_its_schema(checked, root):
    import jsonschema

    schema = json.loads((root / "data" / "schemas" / "summary.json").read_text(encoding="utf-8"))
    jsonschema.Draft7Validator(schema).validate(json.loads((checked / "summary.json").read_text(encoding="utf-8")))


def test_findings_say_that_the_data_is_illustrative(checked):
    from qgis.core import QgsVectorLayer

    layer = QgsVectorLayer(f"{checked / 'findings.gpkg'}|layername=findings", "findings", "ogr")
    assert "Illustrative data, not for decisions." in layer.metadata().abstract()


def test_provinces_without_a_plan_have_no_coverage(checked, expected):
    summary = json.loads((checked / "summary.json").read_text(encoding="utf-8"))
    shares = {row["province_code"]: row["share"] for row in summary["coverage"]["provinces"]}
    assert len(shares) >= 8
    assert any(share == 0 for share in shares.values())
    assert any(share > 0.9 for share in shares.values())
    covered = sum(row["with_zoning"] for row in summary["coverage"]["provinces"])
    factories = summary["counts"]["factories"]
    zoning = [row["reason"] for row in expected.values() if row["rule_id"] == "KH-ZON-01"]
    outside = zoning.count("no_zoning") + zoning.count("no_location")
    near = factories - covered - outside  # stand outside, but near enough to a zone to be undecided
    assert 0 <= near <= zoning.count("zones_differ")

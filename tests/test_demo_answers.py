"""The demo against its answer key: every seeded problem found with the right verdict and reason, no false alarm.

Twice: with the pack that ships as the default, zoning and parks only, and with the Cambodia baseline and every layer.
"""

from __future__ import annotations

import csv
import json
from collections import Counter, defaultdict
from datetime import date

import pytest
from factory_locations.tests import layers as L

pytestmark = pytest.mark.slow  # whole runs, one after another: `make check` leaves them to `make test`

PLAIN = {"permitted", "inside_declared", "outside", "far_enough", "stands_outside"}
ZONING_AND_PARKS = ("KH-ZON-01", "KH-PARK-01", "KH-PARK-02")
LAYERS = (
    "zoning", "parks", "protected", "salt_farmland", "water_intakes", "wells", "rivers", "lakes", "residential",
    "schools", "hospitals", "pagodas", "markets", "roads",
)  # fmt: skip
# In the key a boundary from before this year is one to verify; the check counts back from today.
OLD_BEFORE = 2020


@pytest.fixture(scope="module")
def key(root):
    with (root / "data" / "demo" / "answer_key.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def baseline(root):
    """The ids of the rules of the baseline pack."""
    from factory_locations.processing.rules.pack import read_pack

    return tuple(rule.id for rule in read_pack(root / "data" / "rules" / "kh-baseline.yaml").rules)


class Checked:
    """One run: what it wrote, and the rows of the key that it should have found."""

    def __init__(self, folder, rules, key) -> None:
        self.folder, self.rules = folder, rules
        self.key = [row for row in key if row["rule_id"] in rules]
        self.findings = L.rows(folder / "findings.gpkg", "findings")
        self.problems = L.rows(folder / "findings.gpkg", "layer_problems")
        self.summary = json.loads((folder / "summary.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module", params=["zoning and parks", "baseline"])
def checked(request, provider, root, demo_gpkg, key, baseline, tmp_path_factory):
    """The demo checked with every row listed."""
    from qgis import processing

    whole = request.param == "baseline"
    roles = LAYERS if whole else ("zoning", "parks")
    parameters = {role.upper(): f"{demo_gpkg}|layername={role}" for role in ("factories", *roles)}
    if whole:
        parameters["HAZARD_ZONES"] = f"{demo_gpkg}|layername=flood_zones"
        parameters["RULES"] = str(root / "data" / "rules" / "kh-baseline.yaml")
    folder = tmp_path_factory.mktemp("demo")
    before = L.checksums(demo_gpkg.parent)
    processing.run(
        "factory:check_locations",
        {
            **parameters,
            "ALL_ROWS": True,
            "BOUNDARY_AGE": date.today().year - OLD_BEFORE,
            "OUTPUT": str(folder / "findings.gpkg"),
            "SUMMARY": str(folder / "summary.json"),
        },
    )
    assert L.checksums(demo_gpkg.parent) == before
    return Checked(folder, baseline if whole else ZONING_AND_PARKS, key)


def is_plain(found) -> bool:
    return found["verdict"] == "pass" and found["reason"] in PLAIN


def test_the_key_covers_the_verdicts(key, baseline):
    """Every rule of the baseline has what is broken, what cannot be told, and what is not known."""
    verdicts = defaultdict(set)
    for row in key:
        verdicts[row["rule_id"]].add(row["verdict"])
    for rule in baseline:
        # Every slaughterhouse of the demo has its place, and what water and floods are about is always told.
        told = {"fail", "undecided"} if rule in ("KH-SLA-02", "KH-SLA-03") else {"fail", "undecided", "no data"}
        assert told <= verdicts[rule], rule
    assert {
        "prohibited", "conditional", "zones_differ", "no_zoning", "no_activity", "unknown_activity", "not_in_table",
        "unknown_zone_code", "no_location", "outside_declared", "inside_other", "on_edge", "unknown_park", "undeclared",
        "stands_inside", "area_edge", "too_near", "distance_unsure", "activity_too_coarse",
    } <= {row["reason"] for row in key}  # fmt: skip


def test_findings_are_exactly_the_key(checked):
    """Every problem is found, once, with its verdict and reason, and nothing else is."""
    listed = Counter((row["factory_id"], row["rule_id"], row["verdict"], row["reason"]) for row in checked.key)
    found = Counter(
        (row["factory_id"], row["rule_id"], row["verdict"], row["reason"])
        for row in checked.findings
        if not is_plain(row)
    )
    assert sorted((listed - found).elements()) == [], "not found"
    assert sorted((found - listed).elements()) == [], "false alarms"


def test_a_run_has_the_rules_of_its_pack(checked):
    assert {row["rule_id"] for row in checked.findings} == set(checked.rules) == set(checked.summary["counts"]["rules"])
    assert checked.summary["coverage"]["not_checked"] == []


def test_every_factory_is_judged_by_every_rule_about_it(checked, demo_gpkg):
    register = L.rows(demo_gpkg, "factories")
    every = Counter(row["factory_id"] for row in register)
    judged = defaultdict(Counter)
    for row in checked.findings:
        rule = "KH-PARK" if row["rule_id"].startswith("KH-PARK") else row["rule_id"]
        judged[rule][row["factory_id"]] += 1
    for rule, factories in judged.items():
        if rule.startswith("KH-SLA"):
            # The coarse code is answered by what it may be; a code that is empty or unknown may be any.
            about = Counter(
                row["factory_id"] for row in register if row["isic"] in ("1010", "10", "9999", "0000", None)
            )
        elif rule == "KH-SALT-01":
            about = Counter(row["factory_id"] for row in register if row["isic"] != "0893")
        else:
            about = every
        assert factories == about, rule


def test_the_feature_named_is_the_keys(checked):
    findings = defaultdict(list)
    for found in checked.findings:
        findings[found["factory_id"], found["rule_id"], found["reason"]].append(found)
    wrong = []
    for row in checked.key:
        for field in ("feature_id", "feature_name"):
            named = {found[field] or "" for found in findings[row["factory_id"], row["rule_id"], row["reason"]]}
            if row[field] and row[field] not in named:
                wrong.append((row["factory_id"], row["rule_id"], row[field], sorted(named)))
    assert wrong == []


def test_old_boundaries_are_to_be_verified(checked):
    listed = Counter(
        (row["factory_id"], row["rule_id"], f"verify: boundary dated {row['verify']}")
        for row in checked.key
        if row["verify"]
    )
    found = Counter((row["factory_id"], row["rule_id"], row["verify"]) for row in checked.findings if row["verify"])
    assert found == listed
    assert len(listed) > 5


def test_what_is_too_near_is_measured(checked):
    """The distances that the builder of the demo noted, on the plane, are the ones that the check measures."""
    noted = {
        (row["factory_id"], row["rule_id"], row["reason"]): float(row["note"].partition(" m ")[0])
        for row in checked.key
        if row["reason"] in ("too_near", "distance_unsure", "stands_inside", "area_edge")
    }
    for found in checked.findings:
        wanted = noted.get((found["factory_id"], found["rule_id"], found["reason"]))
        if wanted is not None:
            assert found["measured_m"] == pytest.approx(wanted, rel=2e-3, abs=0.1), found["message"]
            assert found["citation"]
            assert found["action"]


def test_layers_problems_are_reported_once(key, checked):
    twice = {row["factory_id"] for row in key if row["reason"] == "duplicate_factory_id"}
    assert Counter(r["problem"] for r in checked.problems if "used more than once" in r["problem"]) == {
        f"factory id “{factory}” is used more than once": 1 for factory in twice
    }
    (overlap,) = [row for row in key if row["reason"] == "overlapping_parks"]
    first, second = overlap["feature_id"].split(";")
    told = [row["problem"] for row in checked.problems if row["layer"] == "parks"]
    assert len(told) == 1
    assert first in told[0]
    assert second in told[0]
    pack = checked.summary["provenance"]["pack"]["id"]
    assert [row["problem"] for row in checked.problems if row["layer"] == "zoning"] == [
        f"zone code “SPZ” is not in rule pack {pack}; polygons with it: 1"
    ]
    lost = sum(row["rule_id"] == "KH-ZON-01" and row["reason"] == "no_location" for row in key)
    assert sum("location" in row["advice"] for row in checked.problems if row["layer"] == "factories") == lost
    assert {row["layer"] for row in checked.problems} == {"factories", "parks", "zoning"}


def test_the_summary_counts_the_key(checked):
    for rule in checked.rules:
        listed = Counter(row["verdict"] for row in checked.key if row["rule_id"] == rule)
        counts = checked.summary["counts"]["rules"][rule]
        for verdict in ("fail", "undecided", "no data"):
            assert counts[verdict] == listed[verdict], (rule, verdict)
    assert "llustrative" in checked.summary["provenance"]["layers"][0]["abstract"]


def test_the_summary_fits_its_schema(checked, root):
    import jsonschema

    schema = json.loads((root / "data" / "schemas" / "summary.json").read_text(encoding="utf-8"))
    jsonschema.Draft7Validator(schema).validate(checked.summary)


def test_findings_say_that_the_data_is_illustrative(checked):
    from qgis.core import QgsVectorLayer

    layer = QgsVectorLayer(f"{checked.folder / 'findings.gpkg'}|layername=findings", "findings", "ogr")
    assert "Illustrative data, not for decisions." in layer.metadata().abstract()


def test_provinces_without_a_plan_have_no_coverage(checked):
    coverage = checked.summary["coverage"]["provinces"]
    shares = {row["province_code"]: row["share"] for row in coverage}
    assert len(shares) >= 8
    assert any(share == 0 for share in shares.values())
    assert any(share > 0.9 for share in shares.values())
    covered = sum(row["with_zoning"] for row in coverage)
    factories = checked.summary["counts"]["factories"]
    zoning = [row["reason"] for row in checked.key if row["rule_id"] == "KH-ZON-01"]
    outside = zoning.count("no_zoning") + zoning.count("no_location")
    near = factories - covered - outside  # stand outside, but near enough to a zone to be undecided
    assert 0 <= near <= zoning.count("zones_differ")


def test_the_guide_prints_what_comes_out(checked, root, baseline):
    """The table of the example, and the sentence below it; zoning and parks come out alike without the other rules."""
    guide = (root / "docs" / "check-locations.md").read_text(encoding="utf-8")
    example = guide.partition("## An example")[2].partition("\n## ")[0]
    for rule, counts in checked.summary["counts"]["rules"].items():
        (line,) = [line for line in example.splitlines() if line.startswith(f"| `{rule}` |")]
        printed = [cell.strip() for cell in line.strip("|").split("|")]
        wanted = [counts["severity"], *(str(counts[v]) for v in ("pass", "fail", "undecided", "no data"))]
        assert printed[2:] == wanted, rule
    factories, verdicts = checked.summary["counts"]["factories"], checked.summary["counts"]["verdicts"]
    assert f"the {factories} illustrative factories" in example
    assert f"bundled register of {factories} illustrative" in (root / "README.md").read_text(encoding="utf-8")
    words = ("fail", "undecided", "no data", "pass") if checked.rules == baseline else ()
    for verdict, told in zip(words, ("{} factories fail", "{} are undecided", "{} lack data", "{} pass")):
        assert told.format(verdicts[verdict]) in example, verdict

"""Validating a pack: what it covers in the log, its rules as a page, and mistakes as an error."""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from factory_locations.processing.rules import pack as rules

pytestmark = pytest.mark.slow  # whole runs, one after another: `make check` leaves them to `make test`

HEAD = """\
pack: {name}
version: "1"
title: {{en: Rules of {name}, km: វិធាន}}
authority: Town hall & ministry
citation: Decision 12
vintage: 2024
status: {status}
licence: CC0-1.0
"""
BASE = (
    HEAD.format(name="base", status="foreign reference")
    + """\
rules:
  - id: B-1
    title: {en: Far from water}
    theme: water supply
    semantics: prohibit
    activities: {include: ["15"], exclude: ["1520"]}
    sizes: [medium, large]
    applies_to: new
    test: distance at least
    role: water_supply
    classes: [intake]
    distance_by_size: {small: 10, medium: 200, large: 1500.5}
    measured_from: premises
    measured_to: edge
    exempt_inside: parks
    action: {en: Move <it> away.}
"""
)
OWN = (
    HEAD.format(name="own", status="official")
    + """\
include: [base.yaml]
rules:
  - id: B-1
    semantics: assess
  - id: O-1
    title: {en: Far from wells, km: ឆ្ងាយពីអណ្តូង}
    theme: water supply
    semantics: advise
    test: distance at least
    role: water_supply
    distance_m: 30
  - id: O-2
    title: {en: Hazard zones}
    semantics: prohibit
    test: zone matrix
    role: hazard_zones
    levels: {"1": {include: ["20"]}, "2": {include: ["19"]}}
    matrix: {inner: {"1": permits on condition, "2": prohibits}}
    straddling: worst
  - id: O-3
    title: {en: Zones}
    semantics: prohibit
    test: zone permits
    zones: {IND: {title: {en: Industry}, permits: ["10"], prohibits: ["24"]}}
  - id: O-4
    title: {en: Away from chemical works}
    semantics: prohibit
    activities: {include: ["10"]}
    test: distance at most
    role: factories
    others: {include: ["20"]}
    distance_m: 300
  - id: O-5
    title: {en: Salt}
    semantics: prohibit
    test: overlap below
    role: salt_farmland
    share: 0.1
"""
)


@pytest.fixture
def desk(tmp_path) -> Path:
    (tmp_path / "base.yaml").write_text(BASE, encoding="utf-8")
    (tmp_path / "own.yaml").write_text(OWN, encoding="utf-8")
    return tmp_path


def page(path: Path) -> str:
    """The text of a page, which must be well-formed."""
    written = path.read_text(encoding="utf-8").removeprefix("<!DOCTYPE html>\n").replace("&ensp;", " ")
    tree = ET.fromstring(written.replace('<meta charset="utf-8">', "").replace("<br>", ""))
    return " ".join(" ".join(tree.itertext()).split())


def refused(run, **parameters) -> str:
    from qgis.core import QgsProcessingException

    with pytest.raises(QgsProcessingException) as error:
        run("validate_rules", parameters)
    return str(error.value)


def test_the_shipped_pack(run):
    results = run("validate_rules", {})
    assert results == {"RULES_COUNT": 3, "ROLES": "parks,zoning", "VALID": True}


def test_the_log_says_what_the_pack_covers(run, desk):
    results = run("validate_rules", {"RULES": str(desk / "own.yaml")})
    assert results["RULES_COUNT"] == 6
    assert results["ROLES"].split(",") == [
        "factories",
        "hazard_zones",
        "parks",
        "salt_farmland",
        "water_supply",
        "zoning",
    ]
    said = run.feedback.text()
    for line in (
        "The pack is valid: Rules of own. Rules: 6.",
        "own 1, official, 2024",
        "Includes base 1, foreign reference, 2024",
        "Rules by theme: No theme 4, Water supply 2",
        "Rules by layer: Water supply 2, Hazard zones 1, Zoning 1, Other factories 1, Salt farmland 1",
        "Rules by what breaking them is: Violation 4, Calls for an assessment 1, Advice 1",
        "Rules for every activity alike: 2.",
        "Note: Rules B-1 and O-1 both test “distance at least” (Water supply) on some of the same factories: "
        "the largest distance governs.",
        "Note: Rule B-1 is from a foreign reference; another pack makes breaking it: Calls for an assessment.",
        "Note: Rule B-1 has distances for sizes that it is not about: small.",
        "Note: Rule O-2 permits on condition but names no condition.",
    ):
        assert line in said.splitlines()
    unnamed = re.findall(r"No rule names division (\d\d) \(", said)
    assert unnamed == [str(d) for d in range(10, 34) if d not in (10, 15, 19, 20, 24)]


def test_the_catalogue_has_every_rule_in_words(run, desk):
    output = desk / "rules.html"
    results = run("validate_rules", {"RULES": str(desk / "own.yaml"), "OUTPUT_HTML": str(output)})
    assert results["OUTPUT_HTML"] == str(output)
    text = page(output)
    for words in (
        "Rules of own",
        "Town hall & ministry",
        "base 1",
        "B-1 Far from water",
        "The factory stands at least this far away from: Water supply (water intake).",
        "medium 200 m; large 1,500.5 m",
        "from the premises to the edge",
        "15 (Manufacture of leather and related products), except 1520 (Manufacture of footwear)",
        "medium, large",
        "new factories only",
        "factories inside industrial parks",
        "Move <it> away.",
        "base 1, foreign reference, 2024",
        "The factory stands at most this far away from: Other factories (20 (Manufacture of chemicals",
        "Less than 0.1 of the premises lie inside: Salt farmland.",
        "the strictest answer holds",
        "IND (Industry)",
        "24 (Manufacture of basic metals)",
        rules.read_pack(desk / "own.yaml").files["base.yaml"],
    ):
        assert words in text
    assert "Move &lt;it&gt; away." in output.read_text(encoding="utf-8")
    assert sorted(path.name for path in desk.iterdir()) == ["base.yaml", "own.yaml", "rules.html"]


@pytest.mark.parametrize("name", ["kh-baseline", "kh-zoning-parks"])
def test_the_khmer_catalogue_cites_in_khmer(run, tmp_path, root, name):
    from factory_locations.processing import i18n
    from factory_locations.qgis_plugin.translation import install_translator
    from qgis.PyQt.QtCore import QCoreApplication

    pack = rules.read_pack(root / "data" / "rules" / f"{name}.yaml")
    translator = install_translator("km")
    i18n.speak("km")
    try:
        output = tmp_path / "rules.html"
        run("validate_rules", {"RULES": str(pack.path), "OUTPUT_HTML": str(output)})
    finally:
        i18n.speak_no_more()
        QCoreApplication.removeTranslator(translator)
    text = page(output)
    for said in (pack.authority, pack.citation, *(rule.citation for rule in pack.rules)):
        assert said.km in text
        assert said.en not in text
    names = ("industrial sites within protected water buffer zones", "Planning Standards and Guidelines")
    for known in (*names, "distance at least"):  # the last is a word of the file, which a note quotes
        text = text.replace(known, "")
    text = text.partition(pack.title.km)[2].partition(pack.title.km)[2]  # the styles stand between the two titles
    # Two words in a row that are no name are the beginning of a sentence.
    assert re.findall(r"[A-Za-z]{2,} [a-z]{2,}", text) == []


def test_a_bad_pack_fails_with_every_mistake_and_writes_nothing(run, desk):
    bad = OWN.replace("share: 0.1", "share: 10").replace("distance_m: 30\n", "distance_m: -30\n")
    (desk / "own.yaml").write_text(bad, encoding="utf-8")
    said = refused(run, RULES=str(desk / "own.yaml"), OUTPUT_HTML=str(desk / "rules.html"))
    assert "own.yaml, line 19, rule O-1, distance_m: “-30” must be more than 0 m" in said
    assert "rule O-5, share: “10” must be at most 1" in said
    assert not (desk / "rules.html").exists()


@pytest.mark.parametrize(
    ("parameters", "told"),
    [
        ({"RULES": "pack.txt"}, "choose a file whose name ends in .yaml or .yml"),
        ({"RULES": "gone.yaml"}, "cannot be read"),
        ({"OUTPUT_HTML": "rules.pdf"}, "give the output a name that ends in .html, not “rules.pdf”"),
        ({"OUTPUT_HTML": "nowhere/rules.html"}, "does not exist"),
    ],
)
def test_names_that_cannot_be(run, desk, parameters, told):
    assert told in refused(run, **{name: str(desk / value) for name, value in parameters.items()})


def test_a_pack_is_never_overwritten(run, desk):
    (desk / "link.html").hardlink_to(desk / "base.yaml")
    said = refused(run, RULES=str(desk / "own.yaml"), OUTPUT_HTML=str(desk / "link.html"))
    assert "inputs are never overwritten" in said
    assert (desk / "base.yaml").read_text(encoding="utf-8") == BASE


def test_nothing_is_written_when_it_is_cancelled(run, desk, feedback):
    from qgis.core import QgsProcessingException

    feedback.cancel()
    parameters = {"RULES": str(desk / "own.yaml"), "OUTPUT_HTML": str(desk / "rules.html")}
    with pytest.raises(QgsProcessingException, match="Cancelled"):
        run("validate_rules", parameters, feedback=feedback)
    assert not (desk / "rules.html").exists()


class TestTheRealProgram:
    def test_a_good_pack(self, qgis_process, desk):
        output = desk / "rules.html"
        done = qgis_process(
            "--json", "run", "factory:validate_rules", "--", f"RULES={desk / 'own.yaml'}", f"OUTPUT_HTML={output}"
        )
        assert done.returncode == 0, done.stdout + done.stderr
        assert "Traceback" not in done.stderr
        results = json.loads(done.stdout)["results"]
        assert (results["RULES_COUNT"], results["VALID"]) == (6, True)
        assert "O-5" in page(output)

    def test_a_bad_pack(self, qgis_process, desk):
        (desk / "base.yaml").unlink()
        done = qgis_process("run", "factory:validate_rules", "--", f"RULES={desk / 'own.yaml'}")
        assert done.returncode not in (0, 134, 139, -6, -11)
        assert "own.yaml” has 1 mistake(s)" in done.stdout + done.stderr
        assert "line 9, include.0: there is no file “base.yaml”" in done.stdout + done.stderr

"""Layers with field names of their own: what published layers of zones, plants and health centres are called."""

from __future__ import annotations

import pytest
from factory_locations.tests import layers as L

# As published: economic zones of 2014, power plants, health facilities, cut to ten letters by a shapefile.
ZONES = (("map_id", "text"), ("Name", "text"), ("landarea_h", "text"))
PLANTS = (("isic", "text"), ("Name", "text"), ("Owner", "text"))
HEALTH = (
    *(("kind", "text"), ("FACILITCOD", "text"), ("FACILITNAM", "text")),
    *(("PCODE", "integer"), ("PNAME", "text")),
)
PACK = """\
pack: names-test
version: "1"
title: {en: Names}
authority: Nobody; a rule for tests
citation: None
vintage: 2020
status: foreign reference
licence: CC0-1.0
rules:
  - id: TEST-PARK
    title: {en: Declares its park}
    test: declares its park
    semantics: assess
  - id: TEST-HEALTH
    title: {en: Away from hospitals}
    test: distance at least
    role: receptors
    classes: [hospital]
    distance_m: 500
    semantics: assess
"""


@pytest.fixture
def plants():
    return L.layer("Point", PLANTS, [(L.point(500, 500), "3510", "Angkor Biomass", "CDM")], name="plants")


@pytest.fixture
def zones():
    return L.layer("Polygon", ZONES, [(L.box(0, 0, 1000), "7", "Bavet SEZ", "99")], name="zones")


@pytest.fixture
def health():
    row = (L.point(500, 700), "health centre", "010001", "Ruessei Kraok", 1, "Banteay Meanchey")
    return L.layer("Point", HEALTH, [row], name="health")


@pytest.fixture
def pack(tmp_path):
    path = tmp_path / "pack.yaml"
    path.write_text(PACK, encoding="utf-8")
    return str(path)


def test_the_check_finds_names_and_ids(run, plants, zones, health, pack, tmp_path):
    given = {"FACTORIES": plants, "PARKS": zones, "HOSPITALS": health, "RULES": pack}
    run("check_locations", {**given, "OUTPUT": str(tmp_path / "f.gpkg"), "ALL_ROWS": True})
    found = {row["rule_id"]: row for row in L.rows(tmp_path / "f.gpkg", "findings")}
    assert {row["factory_name"] for row in found.values()} == {"Angkor Biomass"}
    assert found["TEST-PARK"]["feature_id"] == "7"
    assert "7 (Bavet SEZ)" in found["TEST-PARK"]["message"]
    health_centre = found["TEST-HEALTH"]
    assert (health_centre["feature_id"], health_centre["feature_name"]) == ("010001", "Ruessei Kraok")
    said = run.feedback.info
    assert any("“map_id” was taken as Park id field (PARK_ID_FIELD)." in line for line in said)
    assert any("“Name” was taken as Factory name field (NAME_FIELD)." in line for line in said)


def test_a_site_is_told_the_same_names(run, plants, zones, health, pack, tmp_path):
    at = f"{L.X0 + 500},{L.Y0 + 500} [EPSG:32648]"
    given = {"POINT": at, "ACTIVITY": "3510", "FACTORIES": plants, "PARKS": zones, "HOSPITALS": health, "RULES": pack}
    run("assess_site", {**given, "OUTPUT": str(tmp_path / "s.gpkg")})
    found = {row["rule_id"]: row for row in L.rows(tmp_path / "s.gpkg", "findings")}
    assert found["TEST-HEALTH"]["feature_name"] == "Ruessei Kraok"
    summary = L.rows(tmp_path / "s.gpkg", "sites")[0]
    assert (summary["park_id"], summary["park_name"]) == ("7", "Bavet SEZ")


def test_the_registers_own_names_come_first(run, tmp_path):
    fields = (("Name", "text"), ("name_en", "text"), ("park_id", "text"), ("id", "text"))
    parks = L.layer("Polygon", fields, [(L.box(0, 0, 1000), "other", "Own", "P1", "9")], name="parks")
    register = L.factories([(L.point(500, 500), "F1", "One", "1410", 1.0, None, None)])
    run("check_parks", {"FACTORIES": register, "PARKS": parks, "OUTPUT": str(tmp_path / "p.gpkg")})
    (row,) = L.rows(tmp_path / "p.gpkg", "p")
    assert (row["in_park_id"], row["in_park_name"]) == ("P1", "Own")
    assert not any("was taken as" in line for line in run.feedback.info)


def test_a_layer_without_any_such_field_is_still_told(run, tmp_path):
    from qgis.core import QgsProcessingException

    parks = L.layer("Polygon", (("colour", "text"),), [(L.box(0, 0, 1000), "red")], name="parks")
    register = L.factories([(L.point(500, 500), "F1", "One", "1410", 1.0)])
    with pytest.raises(QgsProcessingException, match="Say which field of layer “parks” is the Park id field"):
        run("check_parks", {"FACTORIES": register, "PARKS": parks, "OUTPUT": str(tmp_path / "p.gpkg")})


@pytest.mark.parametrize(
    ("known", "found"),
    [(["Name", "name_km"], "Name"), (["NAME", "name"], "name"), (["FACILITYNAME"], "FACILITYNAME"), (["colour"], "")],
)
def test_names_are_found_in_any_case(known, found):
    from factory_locations.processing.checks.role_layers import NAME_FIELDS, first_of

    assert first_of(NAME_FIELDS, known) == found

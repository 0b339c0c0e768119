"""check_zoning: the same verdicts as the whole pack, beside the untouched features of the register."""

from __future__ import annotations

import pytest
from factory_locations.tests import layers as L
from factory_locations.tests.cases import CASES, PARKS, ZONES, register

ADDED = ["zone_code", "zone_name", "zone_verdict", "zone_reason", "zone_candidates", "zone_message"]


@pytest.fixture(scope="module")
def checked(provider, tmp_path_factory):
    """Every case, checked once on its own and once with the whole pack."""
    from qgis import processing

    folder = tmp_path_factory.mktemp("zoning")
    layers = {"FACTORIES": register(), "ZONING": L.zoning(ZONES)}
    single = processing.run("factory:check_zoning", {**layers, "OUTPUT": str(folder / "zoned.gpkg")})
    processing.run("factory:check_locations", {**layers, "OUTPUT": str(folder / "findings.gpkg"), "ALL_ROWS": True})
    assert single == {"OUTPUT": str(folder / "zoned.gpkg")}
    return folder


def test_every_case(checked):
    rows = {row["factory_id"]: row for row in L.rows(checked / "zoned.gpkg", "zoned")}
    got = [(name, rows[name]["zone_verdict"], rows[name]["zone_reason"]) for name, *_ in CASES]
    assert got == [(case[0], case[6], case[7]) for case in CASES]
    assert [rows[name]["zone_code"] for name in ("permitted", "border, one prohibits", "no zoning")] == [
        "LIND", "RES", None,
    ]  # fmt: skip
    assert rows["zones differ"]["zone_candidates"] == "LIND (Light industry); RES (Old town)"


def test_the_single_check_and_the_pack_say_the_same(checked):
    rows = {row["factory_id"]: row for row in L.rows(checked / "zoned.gpkg", "zoned")}
    for found in L.rows(checked / "findings.gpkg", "findings"):
        if found["rule_id"] == "KH-ZON-01":
            row = rows[found["factory_id"]]
            assert [row[f"zone_{name}"] for name in ("verdict", "reason", "message", "candidates")] == [
                found[name] for name in ("verdict", "reason", "message", "candidates")
            ]


def test_the_register_comes_through_untouched(checked):
    register_fields = [name for name, _ in L.FACTORY_FIELDS]
    rows = L.rows(checked / "zoned.gpkg", "zoned")
    assert [name for name in rows[0] if name not in ("fid", "geom")] == register_fields + ADDED
    before = [feature.attributes() for feature in register().getFeatures()]
    empty = [[None if value is None or str(value) == "NULL" else value for value in row] for row in before]
    assert [[row[name] for name in register_fields] for row in rows] == empty


@pytest.mark.parametrize("kind", ["PointZ", "PointM", "PointZM", "MultiPoint", "MultiPolygonZ", "CurvePolygon"])
def test_geometries_come_through_as_they_are(run, tmp_path, kind):
    """Height, measure and arcs belong to the register; only the judging flattens them."""
    from qgis.core import QgsGeometry, QgsVectorLayer, QgsWkbTypes

    x, y = L.X0 + 500, L.Y0 + 500
    wkt = {
        "PointZ": f"PointZ ({x} {y} 12.5)",
        "PointM": f"PointM ({x} {y} 3)",
        "PointZM": f"PointZM ({x} {y} 12.5 3)",
        "MultiPoint": f"MultiPoint (({x} {y}))",
        "MultiPolygonZ": f"MultiPolygonZ ((({x} {y} 1, {x + 9} {y} 1, {x + 9} {y + 9} 1, {x} {y} 1)))",
        "CurvePolygon": f"CurvePolygon (CircularString ({x} {y}, {x + 10} {y + 10}, {x + 20} {y}, {x + 10} {y - 10}, "
        f"{x} {y}))",
    }[kind]
    source = L.layer(kind, (("isic", "text"),), [(wkt, "1410"), (None, "1410")], name="shapes")
    for output in (str(tmp_path / "out.gpkg"), "memory:"):
        result = run("check_zoning", {"FACTORIES": source, "ZONING": L.zoning(ZONES), "OUTPUT": output})["OUTPUT"]
        written = QgsVectorLayer(result, "out", "ogr") if isinstance(result, str) else result
        placed, lost = written.getFeatures()
        assert QgsWkbTypes.displayString(written.wkbType()) == kind
        assert placed.geometry().equals(QgsGeometry.fromWkt(wkt))
        assert placed["zone_verdict"] == "pass"
        assert lost.geometry().isEmpty()  # QGIS's memory layers make an empty one of none where there is M
        assert lost["zone_reason"] == "no_location"


def test_values_of_every_type_come_through(run, tmp_path):
    """64-bit numbers, booleans, dates, moments and nulls, into a file and into memory."""
    from qgis.core import NULL, QgsVectorLayer
    from qgis.PyQt.QtCore import QDate, QDateTime, Qt

    fields = (
        ("isic", "text"), ("big", "integer"), ("flag", "boolean"), ("day", "date"), ("at", "datetime"),
        ("share", "real"), ("ឈ្មោះ", "text"),
    )  # fmt: skip
    moment = QDateTime.fromString("2026-03-04T05:06:07.000Z", Qt.DateFormat.ISODateWithMs)
    full = ("1410", 2**62 + 1, True, QDate(2026, 3, 4), moment, 0.1, "រោងចក្រ")
    source = L.layer("Point", fields, [(L.point(500, 500), *full), (L.point(500, 500), *[None] * 7)], name="typed")
    for output in (str(tmp_path / "out.gpkg"), "memory:"):
        result = run("check_zoning", {"FACTORIES": source, "ZONING": L.zoning(ZONES), "OUTPUT": output})["OUTPUT"]
        written = QgsVectorLayer(result, "out", "ogr") if isinstance(result, str) else result
        first, second = written.getFeatures()
        assert first["big"] == 2**62 + 1
        assert bool(first["flag"]) is True
        assert first["day"] == QDate(2026, 3, 4)
        assert first["at"].toUTC() == moment
        assert (first["share"], first["ឈ្មោះ"]) == (0.1, "រោងចក្រ")
        assert all(second[name] in (None, NULL) for name, _ in fields)


@pytest.mark.parametrize("algorithm", ["check_zoning", "check_parks"])
@pytest.mark.parametrize("ending", ["gpkg", "shp", "geojson"])
def test_factories_that_are_not_saved_yet(run, tmp_path, algorithm, ending):
    from qgis.core import QgsGeometry, QgsVectorLayer, QgsVectorLayerUtils

    source = L.saved(L.factories([(L.point(500, 500), "saved", None, "1410")]), tmp_path / "register.gpkg")
    register = QgsVectorLayer(source, "register", "ogr")
    register.startEditing()
    for x, name in ((600, "new"), (700, "newer")):
        given = {register.fields().lookupField("factory_id"): name, register.fields().lookupField("isic"): "1410"}
        shape = QgsGeometry.fromWkt(L.point(x, 500))
        register.addFeature(QgsVectorLayerUtils.createFeature(register, shape, given))
    areas = {"ZONING": L.zoning(ZONES)} if algorithm == "check_zoning" else {"PARKS": L.parks(PARKS)}
    output = tmp_path / f"out.{ending}"
    run(algorithm, {"FACTORIES": register, **areas, "OUTPUT": str(output)})
    written = QgsVectorLayer(str(output), "out", "ogr")
    assert {f["factory_id"] for f in written.getFeatures()} == {"saved", "new", "newer"}
    register.rollBack()


def test_zones_that_are_not_saved_yet_follow_the_others(run, tmp_path):
    """On a border the lowest id counts; saving the layer must not change the verdict."""
    from qgis.core import QgsGeometry, QgsVectorLayer, QgsVectorLayerUtils

    source = L.saved(L.zoning([(L.box(0, 0, 1000), "Z1", "RES")]), tmp_path / "zones.gpkg")
    zones = QgsVectorLayer(source, "zones", "ogr")
    zones.startEditing()
    for x, code in ((1000, "LIND"), (2000, "HIND")):
        shape = QgsGeometry.fromWkt(L.box(x, 0, 1000).replace("POLYGON ", "MULTIPOLYGON (") + ")")
        given = {zones.fields().lookupField("zone_code"): code}
        zones.addFeature(QgsVectorLayerUtils.createFeature(zones, shape, given))
    register = L.factories([(L.point(x, 500), str(x), None, "2610", 0) for x in (1000, 2000)])

    def codes(name: str) -> list[str]:
        run("check_zoning", {"FACTORIES": register, "ZONING": zones, "OUTPUT": str(tmp_path / f"{name}.gpkg")})
        return [row["zone_code"] for row in L.rows(tmp_path / f"{name}.gpkg", name)]

    unsaved = codes("unsaved")
    assert zones.commitChanges()
    assert unsaved == codes("saved") == ["RES", "LIND"]


def test_a_register_that_has_our_field_names_keeps_them(run, tmp_path):
    """Checking the output again adds fields beside the earlier ones, it does not overwrite them."""
    zones = L.zoning(ZONES)
    first = str(tmp_path / "first.gpkg")
    run("check_zoning", {"FACTORIES": register(CASES[:3]), "ZONING": zones, "OUTPUT": first})
    run("check_zoning", {"FACTORIES": first, "ZONING": zones, "OUTPUT": str(tmp_path / "second.gpkg")})
    for row in L.rows(tmp_path / "second.gpkg", "second"):
        assert row["zone_verdict"] == row["zone_verdict_2"]
        assert row["zone_message"] == row["zone_message_2"]


def test_the_output_is_in_the_registers_own_crs(run, tmp_path):
    source = L.moved(register(CASES[:1]), "EPSG:4326")
    result = run("check_zoning", {"FACTORIES": source, "ZONING": L.zoning(ZONES), "OUTPUT": "memory:"})["OUTPUT"]
    assert result.crs().authid() == "EPSG:4326"
    (feature,) = result.getFeatures()
    (original,) = source.getFeatures()
    assert feature.geometry().asWkb() == original.geometry().asWkb()
    assert feature["zone_verdict"] == "pass"


EXEMPTING = """\
pack: exempting
version: "1"
title: {en: Exempting}
authority: Test
citation: None
vintage: 2020
status: draft
licence: CC0-1.0
rules:
  - id: T-1
    title: {en: Zones}
    test: zone permits
    semantics: prohibit
    exempt_inside: parks
    zones:
      RES:
        title: {en: Residential}
        otherwise: prohibits
"""


@pytest.mark.slow
def test_the_exemption_inside_parks_needs_the_whole_check(run, tmp_path):
    """On its own the zoning check knows no parks, and says so; the whole check exempts."""
    (tmp_path / "pack.yaml").write_text(EXEMPTING, encoding="utf-8")
    zones = L.zoning([(L.box(0, 0, 2000), "Z1", "RES", "Town")])
    park = L.parks([(L.box(0, 0, 1000), "SSEZ", "Sihanoukville SEZ")])
    places = {"inside": 500, "edge": 995, "outside": 1500}
    factories = L.factories([(L.point(x, 500), name, name, "2610", 10.0) for name, x in places.items()])
    given = {"FACTORIES": factories, "ZONING": zones, "RULES": str(tmp_path / "pack.yaml")}
    output = str(tmp_path / "alone.gpkg")
    run("check_zoning", {**given, "OUTPUT": output})
    assert any("exemption inside parks is not applied here" in said for said in run.feedback.warnings)
    assert [row["zone_verdict"] for row in L.rows(output, "alone")] == ["fail"] * 3
    run("check_locations", {**given, "OUTPUT": str(tmp_path / "without parks.gpkg")})
    assert "No parks layer was given: the exemption inside parks is not applied; rules: T-1." in run.feedback.warnings
    output = str(tmp_path / "whole.gpkg")
    run("check_locations", {**given, "PARKS": park, "OUTPUT": output, "ALL_ROWS": True})
    assert not any("exemption" in said for said in run.feedback.warnings)
    rows = {row["factory_id"]: row for row in L.rows(output, "findings")}
    assert {name: (row["verdict"], row["reason"]) for name, row in rows.items()} == {
        "inside": ("exempt", "inside_park"),
        "edge": ("undecided", "park_edge"),
        "outside": ("fail", "prohibited"),
    }
    assert rows["inside"]["message"] == "Exempt: the rule does not apply inside industrial parks."
    assert rows["edge"]["message"] == (
        "With an accuracy of 10 m the factory may stand inside a park, where the rule does not apply."
    )
    summary = {row["factory_id"]: row["verdict"] for row in L.rows(output, "factory_summary")}
    assert summary == {"inside": "exempt", "edge": "undecided", "outside": "fail"}

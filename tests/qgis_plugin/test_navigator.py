"""A finding brings the map to the factory."""

from __future__ import annotations

import pytest


@pytest.fixture
def navigator(iface):
    from factory_locations.qgis_plugin.panel.navigator import FindingNavigator
    from qgis.core import QgsCoordinateReferenceSystem, QgsRectangle

    iface.canvas.resize(400, 300)
    iface.canvas.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:32648"))
    iface.canvas.setExtent(QgsRectangle(100000, 1000000, 900000, 1600000))
    instance = FindingNavigator(iface.canvas)
    yield instance
    instance.remove()


@pytest.fixture
def check(findings_layer, make_layer):
    from factory_locations.qgis_plugin.project.results import CheckLayers

    line = ["LINESTRING(501000 1270000, 508000 1270000)", "a2"]
    evidence = make_layer("Evidence", "LineString", ["finding_id:string"], [line])
    return CheckLayers(findings_layer, None, evidence)


def finding(layer, factory_id):
    return next(one for one in layer.getFeatures() if one["factory_id"] == factory_id)


def test_zooms_to_a_neighbourhood(navigator, check, iface):
    navigator.show(finding(check.findings, "F3"), check.findings, check.evidence, None)
    extent = iface.canvas.extent()
    assert extent.contains(502000, 1270000)
    assert 1000 < extent.height() < 5000


def test_shows_the_evidence_too(navigator, check, iface):
    navigator.show(finding(check.findings, "F2"), check.findings, check.evidence, None)
    assert iface.canvas.extent().contains(501000, 1270000)
    assert iface.canvas.extent().contains(508000, 1270000)


def test_selects_the_factory_in_the_register(navigator, check, make_layer):
    rows = [["POINT(0 0)", "F1"], ["POINT(501000 1270000)", "F2"]]
    register = make_layer("Factories", "Point", ["factory_id:string"], rows)
    navigator.show(finding(check.findings, "F2"), check.findings, check.evidence, register)
    assert [one["factory_id"] for one in register.selectedFeatures()] == ["F2"]


@pytest.mark.parametrize(
    ("fields", "chosen", "factory", "selected"),
    [
        (["name:string"], "", "feature 2", ["Two"]),  # a register without ids
        (["name:string"], "", "feature 9", []),  # deleted since the check
        (["name:string"], "", "Two", []),
        (["name:string", "factory_id:string"], "", "feature 2", ["Two"]),  # one has none
        (["name:string", "factory_id:string"], "", "feature 1", []),  # got one since the check
        (["name:string", "code:string"], "code", "K1", ["One"]),
        (["name:string", "code:string"], "code", "feature 2", ["Two"]),
        (["name:string", "code:integer"], "code", "11", ["One"]),
    ],
)
def test_selects_the_factory_whatever_it_is_known_by(navigator, make_layer, fields, chosen, factory, selected):
    ids = {"factory_id:string": "F1", "code:string": "K1", "code:integer": 11}
    rows = [["POINT(0 0)", "One", *(ids[one] for one in fields[1:])], ["POINT(1 1)", "Two", *[None] * len(fields[1:])]]
    register = make_layer("Factories", "Point", fields, rows)
    findings = make_layer("Findings", "Point", ["factory_id:string"], [["POINT(0 0)", factory]])
    navigator.show(next(findings.getFeatures()), findings, None, register, chosen)
    assert [one["name"] for one in register.selectedFeatures()] == selected


def test_draws_the_accuracy(navigator, check, iface):
    from qgis.gui import QgsRubberBand

    navigator.show(finding(check.findings, "F3"), check.findings, check.evidence, None)
    bands = [item for item in iface.canvas.scene().items() if isinstance(item, QgsRubberBand)]
    (circle,) = (band for band in bands if not band.asGeometry().isEmpty() and band.strokeColor().alpha() == 255)
    assert circle.asGeometry().boundingBox().width() == pytest.approx(200, rel=0.01)
    navigator.clear()
    assert circle.size() == 0


def test_works_on_a_map_in_degrees(navigator, check, iface):
    from qgis.core import QgsCoordinateReferenceSystem

    iface.canvas.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:4326"))
    navigator.show(finding(check.findings, "F3"), check.findings, check.evidence, None)
    extent = iface.canvas.extent()
    assert extent.contains(105.0184, 11.4884)
    assert extent.height() < 0.1


def test_a_factory_without_a_place_leaves_the_map(navigator, check, iface):
    before = iface.canvas.extent()
    navigator.show(finding(check.findings, "F4"), check.findings, check.evidence, None)
    assert iface.canvas.extent() == before


def test_ids_with_quotes(navigator, make_layer):

    fields = ["finding_id:string", "factory_id:string", "verdict:string"]
    layer = make_layer("Findings", "Point", fields, [["POINT(500000 1270000)", "a'1", 'O\'Neill "x"', "fail"]])
    register = make_layer("Factories", "Point", ["factory_id:string"], [["POINT(0 0)", 'O\'Neill "x"']])
    evidence = make_layer("Evidence", "LineString", ["finding_id:string"])
    navigator.show(next(layer.getFeatures()), layer, evidence, register)
    assert register.selectedFeatureCount() == 1

"""A register without a field of provinces: units tell them, in the register, in findings and in reports."""

from __future__ import annotations

import time

import pytest
from factory_locations.tests.patience import patience

PROVINCES = [
    ["POLYGON((490000 1270000,500000 1270000,500000 1280000,490000 1280000,490000 1270000))", "07"],
    ["POLYGON((500000 1270000,510000 1270000,510000 1280000,500000 1280000,500000 1270000))", "KH-23"],
]
FACTORIES = [
    ["POINT(495000 1275000)", "F1"],
    ["POINT(505000 1275000)", "F2"],
    ["POINT(505500 1275500)", "F3"],
    ["POINT(900000 1275000)", "F4"],
    [None, "F5"],
]


@pytest.fixture
def provinces(make_layer):
    return make_layer("Provinces", "Polygon", ["province_code:string"], PROVINCES)


@pytest.fixture
def register(make_layer):
    return make_layer("Factories", "Point", ["factory_id:string"], FACTORIES)


@pytest.fixture
def feed(project, register, provinces, spin):
    """The register as the panel follows it."""
    from factory_locations.qgis_plugin.panel.register.feed import RegisterFeed

    project.addMapLayers([register, provinces])
    feed = RegisterFeed()
    feed.follow(register, None, None, provinces)
    feed.wake()
    assert spin(lambda: feed.table is not None)
    yield feed
    feed.shutdown()
    feed.deleteLater()


def counted(table):
    facet = table.facets["province"]
    return {facet.keys[code]: int((facet.codes == code).sum()) for code in set(facet.codes.tolist())}


def test_the_register_is_filtered_by_the_provinces_that_its_factories_stand_in(feed):
    assert counted(feed.table) == {"07": 1, "23": 2, "": 2}


def test_a_factory_that_is_moved_is_in_another_province(feed, register, spin):
    from qgis.core import QgsGeometry, QgsPointXY

    register.startEditing()
    fid = next(one.id() for one in register.getFeatures() if one["factory_id"] == "F1")
    register.changeGeometry(fid, QgsGeometry.fromPointXY(QgsPointXY(505100, 1275000)))
    assert spin(lambda: counted(feed.table) == {"23": 3, "": 2})
    register.rollBack()


def test_units_that_come_later_are_asked_and_units_that_go_are_not(feed, register, provinces, spin):
    feed.follow(register, None, None, None)
    assert spin(lambda: "province" not in feed.table.facets)
    feed.follow(register, None, None, provinces)
    assert spin(lambda: "province" in feed.table.facets)


def test_a_register_that_tells_its_provinces_is_believed(project, make_layer, provinces, spin):
    from factory_locations.qgis_plugin.panel.register.feed import RegisterFeed

    fields = ["factory_id:string", "province_code:string"]
    register = make_layer("Factories", "Point", fields, [["POINT(495000 1275000)", "F1", "23"]])
    project.addMapLayers([register, provinces])
    feed = RegisterFeed()
    feed.follow(register, None, None, provinces)
    feed.wake()
    assert spin(lambda: feed.table is not None)
    assert counted(feed.table) == {"23": 1}
    feed.shutdown()


def test_reports_are_about_the_factories_of_a_province(feed, register):
    from factory_locations.qgis_plugin.panel.reports.offers import provinces_of

    scopes = {scope.code: scope for scope in provinces_of(feed.table)}
    assert {code: scope.count for code, scope in scopes.items()} == {"07": 1, "23": 2}
    condition = scopes["23"].condition(register.fields(), "factory_id", "province_code")
    assert condition == "trim(\"factory_id\") IN ('F2','F3')"
    register.selectByExpression(scopes["23"].features)
    assert {one["factory_id"] for one in register.selectedFeatures()} == {"F2", "F3"}


def test_findings_are_grouped_by_province(qgis_app, make_layer, provinces):
    from factory_locations.qgis_plugin.panel.check_reader import read_check, source_of
    from factory_locations.qgis_plugin.project.results import CheckLayers

    fields = ["finding_id:string", "factory_id:string", "rule_id:string", "verdict:string", "province_code:string"]
    rows = [[wkt, f"f{i}", factory, "R-1", "fail", None] for i, (wkt, factory) in enumerate(FACTORIES)]
    findings = make_layer("Findings", "Point", fields, rows)
    read = read_check(source_of(CheckLayers(findings, None, None), provinces)).findings
    group = read.groupings["province"]
    assert [group.keys[code] for code in group.codes.tolist()] == ["07", "23", "23", "", ""]
    assert "Kep" in group.titles


def test_units_below_provinces_tell_them_too(qgis_app, project, make_layer):
    from factory_locations.qgis_plugin.panel.register.by_place import outlines_of

    communes = make_layer("Communes", "Polygon", ["commune_code:string"], [[PROVINCES[0][0], "070101"]])
    outlines = outlines_of(communes, communes.crs(), project)
    inside = next(communes.getFeatures()).geometry().centroid()
    assert outlines.province_at(inside) == "07"


def test_a_register_of_thousands_is_placed_in_the_background(project, make_layer, provinces, spin):
    from factory_locations.qgis_plugin.panel.register.by_place import outlines_of
    from qgis.core import QgsGeometry, QgsPointXY

    outlines = outlines_of(provinces, provinces.crs(), project)
    places = [QgsGeometry.fromPointXY(QgsPointXY(490_000 + 2 * i, 1_275_000)) for i in range(10_000)]
    outlines.province_at(places[0])
    began = time.perf_counter()
    found = [outlines.province_at(place) for place in places]
    print(f"{time.perf_counter() - began:.2f} s for 10,000")
    assert {"07", "23"} <= set(found)
    assert time.perf_counter() - began < 1.0 * patience()

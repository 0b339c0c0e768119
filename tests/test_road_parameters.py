"""The roads of the three algorithms that follow them: the same parameters, the same answers to a bad layer."""

from __future__ import annotations

import pytest
from factory_locations.tests import layers as L

ALGORITHMS = ("proximity", "local_sourcing", "park_capacity")


def of(provider, algorithm):
    return provider.algorithm(algorithm)


@pytest.mark.parametrize("name", ["ROADS", "ROAD_OFF", "ROAD_GAP", "ROAD_CROSSINGS"])
def test_parameters_are_the_same(provider, name):
    told = [of(provider, algorithm).parameterDefinition(name) for algorithm in ALGORITHMS]
    assert len({(one.description(), one.defaultValue(), int(one.flags())) for one in told}) == 1
    assert len({one.help() for one in told}) == (3 if name == "ROADS" else 1)  # what the roads are for differs


@pytest.mark.parametrize("algorithm", ALGORITHMS)
def test_a_layer_that_is_no_roads_is_refused(provider, algorithm):
    from qgis.core import QgsProcessingContext

    one, context = of(provider, algorithm).create(), QgsProcessingContext()
    line = "LINESTRING (500000 1250000, 501000 1250000)"
    for roads, said in (
        (L.layer("Point", (), [(L.point(0, 0),)], name="wells"), "Roads: layer “wells” holds no lines"),
        (L.layer("LineString", (), [(line,)], crs="", name="drawn"), "Roads: layer “drawn” has no coordinate"),
        (L.layer("LineString", (), [], name="none"), "Roads: layer “none” has no features"),
        ("gone.gpkg", "Roads: there is no layer or file “gone.gpkg”"),
        (L.layer("LineString", (), [(line,)], name="roads"), ""),
        (None, ""),
    ):
        assert one.check_roads({"ROADS": roads}, context).startswith(said) is True
        assert bool(one.check_roads({"ROADS": roads}, context)) is bool(said)


@pytest.mark.parametrize("algorithm", ALGORITHMS)
def test_settings_are_numbers_in_reach(provider, algorithm):
    from factory_locations.processing.analysis.errors import LocationError
    from qgis.core import QgsProcessingContext

    one, context = of(provider, algorithm).create(), QgsProcessingContext()
    assert one.road_settings({}, context) == (2000.0, 20.0, False)
    assert one.road_settings({"ROAD_OFF": "1,5", "ROAD_GAP": 0, "ROAD_CROSSINGS": True}, context) == (1.5, 0.0, True)
    for given in ({"ROAD_OFF": -1}, {"ROAD_GAP": "2 km"}, {"ROAD_GAP": 1e7}):
        with pytest.raises(LocationError):
            one.road_settings(given, context)


def test_names_are_read_with_commas_or_semicolons_each_once(provider):
    from qgis.core import QgsProcessingContext

    given = {"SUM_FIELDS": " employees; area_ha,employees ,, "}
    told = of(provider, "proximity").create().names_given(given, "SUM_FIELDS", QgsProcessingContext())
    assert told == ["employees", "area_ha"]

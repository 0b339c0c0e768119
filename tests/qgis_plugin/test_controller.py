"""The check in the background, as the panel runs it."""

from __future__ import annotations

import time

import pytest

pytestmark = pytest.mark.slow  # whole runs, one after another: `make check` leaves them to `make test`


@pytest.fixture
def controller(project, provider):
    from factory_locations.qgis_plugin.panel.controller import CheckController

    instance = CheckController(project)
    instance.outcomes = []
    instance.finished.connect(lambda layers: instance.outcomes.append(("finished", layers)))
    instance.cancelled.connect(lambda: instance.outcomes.append(("cancelled", None)))
    instance.failed.connect(lambda why: instance.outcomes.append(("failed", why)))
    yield instance
    instance.shutdown()


@pytest.fixture
def parameters(project, make_layer):
    register = make_layer(
        "Factories",
        "Point",
        ["factory_id:string", "name_en:string", "isic:string", "loc_accuracy_m:double", "park_id:string"],
        [
            ["POINT(500100 1270100)", "F1", "One", "1410", 5.0, None],
            ["POINT(509000 1279000)", "F2", "Two", "1410", 5.0, None],
            ["POINT(500500 1270500)", "F3", "Three", "1410", 5.0, "NOWHERE"],
        ],
    )
    square = "POLYGON((500000 1270000, 501000 1270000, 501000 1271000, 500000 1271000, 500000 1270000))"
    zoning = make_layer("Zoning", "Polygon", ["zone_code:string"], [[square, "LIND"]])
    parks = make_layer("Parks", "Polygon", ["park_id:string", "name_en:string"], [[square, "P1", "Park"]])
    project.addMapLayers([register, zoning, parks])
    return {"FACTORIES": register.id(), "ZONING": zoning.id(), "PARKS": parks.id()}


def outcome(controller, spin):
    assert spin(lambda: bool(controller.outcomes), 60)
    return controller.outcomes.pop()


def verdicts(layers):
    return {row["factory_id"]: row["verdict"] for row in layers.factories.getFeatures()}


def test_checks_and_loads(controller, parameters, project, spin, tmp_path):
    controller.start(parameters, str(tmp_path / "out.gpkg"))
    assert controller.running
    word, layers = outcome(controller, spin)
    assert word == "finished"
    assert not controller.running
    assert layers.path == tmp_path / "out.gpkg"
    assert verdicts(layers) == {"F1": "pass", "F2": "no data", "F3": "no data"}  # undeclared: an advice
    assert project.layerTreeRoot().children()[0].name().startswith("Check ")


def test_same_findings_as_the_algorithm_alone(controller, parameters, spin, run, tmp_path):
    """One engine: the panel's run and a plain run agree row by row."""
    from qgis.core import QgsVectorLayer

    controller.start(parameters, str(tmp_path / "panel.gpkg"))
    _word, layers = outcome(controller, spin)
    results = run("check_locations", {**parameters, "OUTPUT": str(tmp_path / "plain.gpkg")})
    plain = QgsVectorLayer(results["OUTPUT"] + "|layername=findings", "plain", "ogr")
    assert plain.isValid()
    rows = [[feature.attributes() for feature in layer.getFeatures()] for layer in (layers.findings, plain)]
    assert rows[0] == rows[1]


def test_many_checks_in_the_same_threads(controller, parameters, spin):
    """pyproj 3.7 crashed at the second or third one: see `processing/threads.py`."""
    for _ in range(6):
        controller.start(parameters)
        assert outcome(controller, spin)[0] == "finished"


def test_nothing_is_overwritten(controller, parameters, spin, tmp_path):
    chosen = tmp_path / "march.gpkg"
    chosen.write_text("somebody's work")
    controller.start(parameters, str(chosen))
    _word, layers = outcome(controller, spin)
    assert chosen.read_text() == "somebody's work"
    assert layers.path.name == "march_2.gpkg"


def test_bad_parameters_are_told_before_running(controller, parameters, spin):
    controller.start({**parameters, "ZONE_FIELD": "no_such_field"})
    word, why = outcome(controller, spin)
    assert word == "failed"
    assert "no_such_field" in why
    assert not controller.running


def test_failure_inside_the_run_is_told(controller, parameters, project, spin, tmp_path):
    pack = tmp_path / "broken.yaml"
    pack.write_text("id: [", encoding="utf-8")
    before = set(project.mapLayers())
    controller.start({**parameters, "RULES": str(pack)}, str(tmp_path / "out.gpkg"))
    word, why = outcome(controller, spin)
    assert word == "failed"
    assert "broken.yaml" in why
    assert set(project.mapLayers()) == before
    assert not (tmp_path / "out.gpkg").exists()


def test_cancel_leaves_nothing(controller, parameters, project, spin, tmp_path):
    controller.start(parameters, str(tmp_path / "out.gpkg"))
    controller.cancel()
    word, _nothing = outcome(controller, spin)
    assert word == "cancelled"
    assert not (tmp_path / "out.gpkg").exists()
    assert not controller.running


def test_one_at_a_time(controller, parameters, spin):
    controller.start(parameters)
    controller.start(parameters)
    outcome(controller, spin)
    assert not controller.outcomes
    assert not controller.running


def test_shutdown_waits_and_is_silent(controller, parameters, spin):
    controller.start(parameters)
    controller.shutdown()
    spin(seconds=0.5)
    assert not controller.outcomes


@pytest.mark.parametrize("wait", [0.0, 0.002, 0.01, 0.03])
def test_removing_a_layer_stops_the_check(controller, parameters, project, spin, wait):
    """Whatever the thread is doing with the layer at that moment: it is deleted right after."""
    controller.start(parameters)
    time.sleep(wait)
    project.removeMapLayer(parameters["ZONING"])
    assert outcome(controller, spin)[0] in ("failed", "cancelled", "finished")
    assert not controller.running

"""Results come to the map as the pages of the guide show them: in their own style, and in the order that was meant."""

from __future__ import annotations

import gc
import importlib

import pytest
from factory_locations.tests import layers as L


@pytest.fixture
def project(provider):
    from qgis.core import QgsProject

    instance = QgsProject.instance()
    instance.clear()
    yield instance
    instance.clear()


@pytest.fixture
def arrive(project, feedback):
    """Run an algorithm as its dialog does, and return what has come into the project, the topmost first."""

    def arrive(identifier, parameters, output):
        from qgis.core import QgsApplication, QgsProcessingContext, QgsProcessingOutputLayerDefinition

        loading = importlib.import_module("processing.gui.Postprocessing")  # QGIS's own, as its dialogs use it
        algorithm = QgsApplication.processingRegistry().createAlgorithmById(identifier)
        context = QgsProcessingContext()
        context.setProject(project)
        given = {**parameters, "OUTPUT": QgsProcessingOutputLayerDefinition(str(output), project)}
        _, ok = algorithm.run(given, context, feedback, {}, False)
        assert ok, feedback.text()
        gc.collect()  # as it happens between the run, on its thread, and the arrival
        assert loading.handleAlgorithmResults(algorithm, context, feedback)
        found = [node.layer() for node in project.layerTreeRoot().findLayers()]
        return [(one.name(), one.renderer().type() if one.isSpatial() else "") for one in found]

    return arrive


@pytest.fixture
def factories():
    """Six factories within 500 m: one cluster."""
    rows = [(f"POINT ({500_000 + 100 * i} 1270000)", f"F{i}", "1410") for i in range(6)]
    return L.layer("Point", (("factory_id", "text"), ("isic", "text")), rows)


def test_tables_come_styled_and_in_order(arrive, project, factories, tmp_path):
    found = arrive("factory:clusters", {"FACTORIES": factories, "DISTANCE": 300}, tmp_path / "clusters.gpkg")
    assert found == [
        ("Factories and their clusters", "categorizedSymbol"),
        ("Clusters", "categorizedSymbol"),
        ("Sectors of the clusters", ""),
    ]
    assert len(project.mapLayers()) == 3


def test_a_second_result_lies_above_the_first_and_leaves_it_alone(arrive, factories, tmp_path):
    first = arrive("factory:clusters", {"FACTORIES": factories, "DISTANCE": 300}, tmp_path / "one.gpkg")
    both = arrive("factory:clusters", {"FACTORIES": factories, "DISTANCE": 200}, tmp_path / "two.gpkg")
    assert both == [*first, *first]


@pytest.mark.slow
def test_one_layer_says_the_names_of_factories(arrive, project, run, root, tmp_path):
    """Changes of findings lie on the changes of their factories, and both may lie on a register with its own names."""
    zones = L.zoning([(L.box(0, 0, 1000), "Z1", "LIND", "Light", 2020)])
    given = {}
    for name, activity in (("BEFORE", "1410"), ("AFTER", "2011")):
        given[name] = str(tmp_path / f"{name}.gpkg")
        factories = L.factories([(L.point(500, 500), "F1", "Angkor Rice", activity, 10.0)])
        run("check_locations", {"FACTORIES": factories, "ZONING": zones, "OUTPUT": given[name]})
    arrive("factory:compare_runs", given, tmp_path / "changes.gpkg")
    assert labelled(project) == ["Changes of factories"]
    project.clear()
    register = L.factories([(L.point(500, 500), "F1", "Angkor Rice", "2011", 10.0)], name="Register")
    register.loadNamedStyle(str(root / "data" / "styles" / "factories.qml"))
    project.addMapLayer(register)
    arrive("factory:compare_runs", given, tmp_path / "more.gpkg")
    assert labelled(project) == ["Register"]
    project.layerTreeRoot().findLayer(register.id()).setItemVisibilityChecked(False)
    arrive("factory:compare_runs", given, tmp_path / "most.gpkg")
    assert labelled(project) == ["Changes of factories", "Register"]


def labelled(project):
    """Return the names of the layers with labels, the topmost first."""
    return [node.name() for node in project.layerTreeRoot().findLayers() if node.layer().labelsEnabled()]


def test_a_long_legend_comes_folded(arrive, project, tmp_path):
    """Three layers of nine classes each would push every other layer out of sight."""
    rows = [(f"POINT ({500_000 + 100 * i} 1270000)", f"F{i}", isic) for i, isic in enumerate(("1410", "1311", "1072"))]
    factories = L.layer("Point", (("factory_id", "text"), ("isic", "text")), rows)
    arrive("factory:local_sourcing", {"FACTORIES": factories}, tmp_path / "sourcing.gpkg")
    nodes = {node.name(): node for node in project.layerTreeRoot().findLayers()}
    classes = {name: len(node.layer().renderer().legendSymbolItems()) for name, node in nodes.items() if drawn(node)}
    folded = {name for name, node in nodes.items() if not node.isExpanded()}
    assert folded == {name for name, count in classes.items() if count > 6}
    assert {"Unmet demand", "Who could supply whom"} <= folded
    assert "Factories by demand that could be met" not in folded


def drawn(node):
    return node.layer().isSpatial()

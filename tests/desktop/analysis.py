"""Crowding, supply and safety: the analyses from the toolbox in a real QGIS window; `test_analysis.py` starts it."""

from factory_locations.tests.desktop.stage import NAME, OUT, Stage, perform
from factory_locations.tests.desktop.toolbox import run_algorithm
from qgis.core import QgsProject, QgsRectangle
from qgis.utils import iface, plugins

RECEPTORS = ("Schools", "Hospitals", "Residential areas")
PHNOM_PENH = QgsRectangle(478_000, 1_262_000, 508_000, 1_292_000)


def layer_named(name):
    """Return a layer of the demo."""
    return QgsProject.instance().mapLayersByName(name)[0]


def results(known):
    """Return name, renderer and number of features of the layers that have come, top of the map first."""
    nodes = QgsProject.instance().layerTreeRoot().findLayers()
    new = [node.layer() for node in nodes if node.layerId() not in known]
    return [[one.name(), one.renderer().type() if one.isSpatial() else "", one.featureCount()] for one in new]


def look_at(box):
    """Move the map, given in metres of the demo."""
    iface.mapCanvas().setExtent(box)
    iface.mapCanvas().refresh()


def scenario(stage: Stage):
    """Three questions of a policy paper, each answered on the map."""
    result = stage.result
    stage.step("demo loaded")
    yield lambda: NAME in plugins
    stage.plugin.load_demo_project()
    yield stage.settled()
    stage.dock.hide()
    yield stage.pause(0.5)
    register = layer_named("Factories")
    asked = {
        "clusters": {"PARKS": layer_named("Industrial parks").id()},
        "local_sourcing": {"MAX_DISTANCE": 30_000},
        "safety_buffers": {"RECEPTORS": [layer_named(one).id() for one in RECEPTORS]},
    }
    for number, (name, more) in enumerate(asked.items(), 1):
        stage.step(name)
        known = set(QgsProject.instance().mapLayers())
        output = OUT / f"{name}.gpkg"
        parameters = {"FACTORIES": register.id(), "OUTPUT": str(output), **more}
        yield from run_algorithm(stage, f"factory:{name}", parameters, f"{number}-{name}")
        result[name] = results(known)
        look_at(PHNOM_PENH)
        yield stage.pause(0.5)
        yield stage.settled()
        yield stage.pause(0.5)
        stage.picture(f"{number}-{name}-map")
        for node in QgsProject.instance().layerTreeRoot().findLayers():
            if node.layerId() not in known:
                node.setItemVisibilityChecked(False)
    result["order"] = [node.name() for node in QgsProject.instance().layerTreeRoot().findLayers()]


perform(scenario)

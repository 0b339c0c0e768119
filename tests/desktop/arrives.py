"""A province's list is imported, and its coordinates checked, from the toolbox in a real window; see `test_arrives.py`.

FACTORY_DEMO names the folder of the demo, of which nothing is changed.
"""

import os
import shutil
from pathlib import Path

from factory_locations.tests.desktop.stage import NAME, OUT, Stage, perform
from factory_locations.tests.desktop.toolbox import run_algorithm
from qgis.core import QgsProject, QgsRectangle, QgsVectorLayer
from qgis.PyQt.QtTest import QTest
from qgis.utils import iface, plugins

DEMO = Path(os.environ["FACTORY_DEMO"])
KAMPONG_SPEU = QgsRectangle(438_000, 1_258_000, 458_000, 1_276_000)


def arrived(known):
    """Return name, renderer and number of features of the layers that have come, the topmost first."""
    nodes = QgsProject.instance().layerTreeRoot().findLayers()
    new = [node.layer() for node in nodes if node.layerId() not in known]
    return [[one.name(), one.renderer().type() if one.isSpatial() else "", one.featureCount()] for one in new]


def scenario(stage: Stage):
    """A list arrives, goes into a register of the officer's own, and what is wrong with its places is shown."""
    result, project = stage.result, QgsProject.instance()
    stage.step("a register that can be changed")
    yield lambda: NAME in plugins
    path = OUT / "register.gpkg"
    shutil.copy(DEMO / "demo.gpkg", path)
    for name in ("country", "lakes", "parks", "factories"):
        project.addMapLayer(QgsVectorLayer(f"{path}|layername={name}", name.title(), "ogr"))
    communes = QgsVectorLayer(f"{DEMO / 'admin.gpkg'}|layername=communes", "Communes", "ogr")
    project.addMapLayer(communes, False)
    layers = {one.name(): one for one in project.mapLayers().values()}
    yield from stage.open_panel()
    stage.dock.show_page(stage.part("RegisterPart").page)
    view = stage.part("RegisterPart").view
    yield lambda: view.model.total > 0
    yield stage.settled()
    result["before"] = view.counts_told()
    stage.picture("1-register")

    stage.step("imported")
    known = set(project.mapLayers())
    given = {
        "INPUT": str(DEMO / "incoming.csv"),
        "PROFILE": str(DEMO / "incoming.yaml"),
        "REGISTER": layers["Factories"].id(),
        "REPORT": str(OUT / "import.gpkg"),
        "WHO": "Sok Dara",
    }
    yield from run_algorithm(stage, "factory:import_register", given, "2-import")
    result["imported"] = arrived(known)
    yield lambda: view.counts_told() != result["before"]
    yield stage.settled()
    result["after"] = view.counts_told()
    view.filters.search.setFocus()
    QTest.keyClicks(view.filters.search, "KSP-2021-0062")
    yield stage.pause(0.5)
    result["found"] = view.model.rowCount()
    stage.picture("3-imported")

    stage.step("coordinates checked")
    known = set(project.mapLayers())
    given = {
        "FACTORIES": layers["Factories"].id(),
        "ADMIN_COMMUNES": communes.id(),
        "LAND": layers["Country"].id(),
        "WATER": layers["Lakes"].id(),
        "PARKS": layers["Parks"].id(),
        "OUTPUT": str(OUT / "coordinates.gpkg"),
    }
    yield from run_algorithm(stage, "factory:check_coordinates", given, "4-coordinates")
    result["coordinates"] = arrived(known)
    proposals = next(one for one in project.mapLayers().values() if one.source().endswith("layername=proposals"))
    result["form"] = proposals.editorWidgetSetup(proposals.fields().indexOf("accepted")).type()
    for name in ("Country", "Lakes"):
        project.layerTreeRoot().findLayer(layers[name].id()).setItemVisibilityChecked(False)
    iface.mapCanvas().setExtent(KAMPONG_SPEU)
    iface.mapCanvas().refresh()
    yield stage.pause(0.5)
    yield stage.settled()
    stage.picture("5-coordinates")


perform(scenario)

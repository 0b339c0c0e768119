"""The toolbox's dialogs start with the project's layers in a real window; `test_dialog_start.py` starts it."""

from factory_locations.processing.paths import DEFAULT_PACK
from factory_locations.qgis_plugin.project.results import all_results
from factory_locations.tests.desktop.hands import press
from factory_locations.tests.desktop.stage import NAME, Stage, perform
from factory_locations.tests.desktop.toolbox import dialogs, open_dialog, run_dialog
from qgis.core import QgsProject, QgsVectorLayer
from qgis.PyQt.QtWidgets import QDialogButtonBox, QScrollArea
from qgis.utils import plugins

DECOYS = {"AAA offices": "Point", "AAA rivers": "LineString", "AAA parcels": "Polygon"}


def shown(dialog):
    """Return what stands in a dialog, by parameter, layers by their names; without what is empty."""
    project = QgsProject.instance()
    wrappers = dialog.mainWidget().wrappers
    values = {name: wrappers[name].parameterValue() for name in wrappers}
    texts = {name: value for name, value in values.items() if isinstance(value, str) and value}
    layers = {name: project.mapLayer(value) for name, value in texts.items()}
    return {name: text if layers[name] is None else layers[name].name() for name, text in texts.items()}


def look(stage, identifier, name):
    """Open a dialog from the toolbox, and note what it starts with."""
    yield from open_dialog(stage, identifier)
    (dialog,) = dialogs()
    stage.picture(name, dialog)
    stage.result[name] = shown(dialog)


def close():
    (dialog,) = dialogs()
    dialog.buttonBox().button(QDialogButtonBox.StandardButton.Close).click()
    return lambda: not dialogs()


def scenario(stage: Stage):
    """A project with its roles, and layers that come first by their names."""
    stage.step("demo loaded")
    yield lambda: NAME in plugins
    stage.plugin.load_demo_project()
    yield stage.settled()
    for name, kind in DECOYS.items():
        QgsProject.instance().addMapLayer(QgsVectorLayer(f"{kind}?crs=EPSG:32648&field=a:string", name, "memory"))
    roles = stage.desktop.roles
    roles.assign_rules(str(DEFAULT_PACK))
    stage.result["roles"] = {role: layer.name() for role in roles.chosen() if (layer := roles.layer(role)) is not None}
    stage.result["pack"] = str(DEFAULT_PACK)

    stage.step("check")
    yield from look(stage, "factory:check_locations", "1-check")
    yield from run_dialog(stage, dialogs()[0])
    yield close()
    yield stage.settled()

    stage.step("safety")
    yield from look(stage, "factory:safety_buffers", "2-safety")
    (dialog,) = dialogs()
    to_protect = dialog.mainWidget().wrappers["RECEPTORS"]
    stage.result["to protect"] = len(to_protect.parameterValue())
    area = dialog.mainWidget().findChild(QScrollArea)
    area.ensureWidgetVisible(to_protect.wrappedWidget(), 50, 250)
    yield stage.pause(0.3)
    stage.picture("2-safety-below", dialog)
    yield close()

    stage.step("what nobody has chosen, and checks")
    yield from look(stage, "factory:import_register", "3-import")
    press(dialogs()[0].runButton())
    yield stage.pause(0.5)
    stage.picture("3-import-asked", dialogs()[0])
    stage.result["ran"] = dialogs()[0].wasExecuted()
    yield close()
    for _ in range(2):
        stage.desktop.run_check()
        yield stage.settled()
        yield stage.pause(1.5)
    stage.result["checks"] = [one.findings.id() for one in all_results(QgsProject.instance())]
    yield from look(stage, "factory:compare_runs", "4-compare")
    wrappers = dialogs()[0].mainWidget().wrappers
    stage.result["compared"] = [wrappers[name].parameterValue() for name in ("AFTER", "BEFORE")]
    yield close()
    yield from look(stage, "factory:register_quality", "5-quality")
    stage.result["measured"] = dialogs()[0].mainWidget().wrappers["FINDINGS"].parameterValue()
    yield close()

    stage.step("another layer has the role")
    roles.assign("zoning", QgsProject.instance().mapLayersByName("AAA parcels")[0])
    roles.assign("parks", None)
    yield from look(stage, "factory:check_locations", "6-changed")
    yield close()


perform(scenario)

"""The plugin's main job in a real QGIS window, from the demo to a decision; `test_window.py` starts it."""

from pathlib import Path

from factory_locations.tests.desktop.hands import click
from factory_locations.tests.desktop.stage import NAME, OUT, Stage, extent, groups, perform
from factory_locations.tests.desktop.toolbox import dialogs, run_algorithm
from qgis.core import QgsApplication, QgsProject
from qgis.PyQt.QtCore import QCoreApplication, QEvent
from qgis.PyQt.QtWidgets import QDockWidget, QTextBrowser, QToolBar
from qgis.utils import iface, loadPlugin, plugins, startPlugin, unloadPlugin

MORE = (
    *("protected", "salt_farmland", "water_intakes", "wells", "rivers", "lakes", "residential", "schools"),
    *("hospitals", "pagodas", "markets", "receptors", "roads", "hazard_zones"),
)


def traces():
    """Return what of the plugin can be found in the window."""
    window = iface.mainWindow()
    return {
        "docks": [one.objectName() for one in window.findChildren(QDockWidget) if "Factory" in one.objectName()],
        "toolbars": [one.objectName() for one in window.findChildren(QToolBar) if "Factory" in one.objectName()],
        "menus": [one.text() for one in iface.pluginMenu().actions() if "Locations" in one.text()],
        "panel_menu": [one.text() for one in window.createPopupMenu().actions() if "Factory" in one.text()],
        "provider": QgsApplication.processingRegistry().providerById("factory") is not None,
    }


def scenario(stage: Stage):
    """The main job as a person does it."""
    result = stage.result
    stage.step("plugin enabled")
    yield lambda: NAME in plugins
    plugin, desktop, dock = stage.plugin, stage.desktop, stage.dock
    result["traces_enabled"] = traces()
    result["algorithms"] = sorted(
        one.id() for one in QgsApplication.processingRegistry().providerById("factory").algorithms()
    )

    stage.step("panel shown, empty")
    yield from stage.open_panel()
    result["run_enabled_empty"] = dock.run_button.isEnabled()
    stage.picture("1-empty")

    stage.step("demo loaded")
    result["demo_loaded"] = plugin.load_demo_project()
    yield stage.settled()
    yield stage.pause(1)
    result["dirty_after_demo"] = QgsProject.instance().isDirty()
    result["layers_chosen"] = {
        role: getattr(dock.layers.layer(role), "name", str)() for role in ("factories", "zoning", "parks")
    }
    result["run_enabled_demo"] = dock.run_button.isEnabled()
    stage.picture("2-demo")
    result["roles_chosen"] = sorted(name for name in MORE if dock.layers.layer(name) is not None)
    result["needs"] = dock.layers.needs_told()
    result["saves_to"] = dock.layers.output_told()
    yield from stage.resize_dock()
    dock.layers.more_layers().setCollapsed(False)
    yield stage.pause(0.5)
    stage.picture("2-more-layers", dock)
    dock.layers.more_layers().setCollapsed(True)
    yield stage.pause(0.3)

    stage.step("check cancelled")
    outcomes = watch(desktop.controller, dock, result)
    dock.run_button.click()
    dock.cancel_button.click()
    yield lambda: bool(outcomes)
    result["first_outcome"] = outcomes[-1]

    stage.step("check run")
    before = groups()
    count = len(outcomes)
    if outcomes[-1] == "cancelled":
        dock.run_button.click()
        yield stage.pause(0.3)
        stage.picture("3-running")
        yield lambda: len(outcomes) > count
    result["outcome"] = outcomes[-1]
    yield stage.settled()
    yield stage.pause(1)
    result["new_groups"] = [name for name in groups() if name not in before]
    result["result_layers"] = result_layers()
    result["chips"] = {one.verdict: one.count() for one in dock.findings.chips.chips()}
    result["counts"] = counted(desktop)
    result["result_told"] = dock.result_told()
    result["findings"] = dock.findings.row_count()
    stage.picture("4-done")

    stage.step("finding clicked")
    result["extent_before"] = extent()
    table = dock.findings.table
    index = table.model().index(0, 1)  # its id
    click(table, index.siblingAtColumn(2))
    yield stage.pause(3)
    yield stage.settled()
    result["extent_after"] = extent()
    result["clicked"] = index.data()
    result["selected"] = dock.layers.layer("factories").selectedFeatureCount()
    stage.picture("5-finding")
    stage.picture("5-dock", dock)

    stage.step("filter typed")
    explained = dock.findings.details_text()
    dock.findings.search.setText("no such words")
    result["explained_after_filter"] = [explained, dock.findings.details_text()]
    result["selected_after_filter"] = dock.layers.layer("factories").selectedFeatureCount()
    dock.findings.search.setText("")

    stage.step("decision recorded")
    click(table, table.model().index(0, 2))
    yield stage.pause(1)
    dock.findings.decide_button.click()
    yield stage.pause(0.5)
    dialog = desktop.decision_dialog
    dialog.decision_box.setCurrentIndex(dialog.decision_box.findData("accepted"))
    dialog.officer.setText("Officer of the demo")
    dialog.reason.setPlainText("Moved in 2019; the plan of 2021 shows the new place.")
    yield stage.pause(0.3)
    stage.picture("5-decision", dialog)
    dialog.accept()
    yield stage.pause(0.5)
    result["decided"] = dock.findings.details_text()
    stage.picture("5-decided", dock)

    stage.step("decision holds in the next check")
    count = len(outcomes)
    dock.run_button.click()
    yield lambda: len(outcomes) > count
    yield stage.settled()
    result["exempt_before_after"] = [result["chips"]["exempt"], dock.findings.chips.chip("exempt").count()]
    result["groups_twice"] = [name for name in groups() if name.startswith("Check")]

    stage.step("compared with the check before")
    runs = [file.stem for file in sorted(Path(dock.layers.output_told()).parent.glob("check_*.gpkg"))]
    result["runs"] = runs
    before, after = (f"{Path(dock.layers.output_told()).parent / name}.gpkg|layername=findings" for name in runs[-2:])
    known = set(QgsProject.instance().mapLayers())
    given = {"BEFORE": before, "AFTER": after, "OUTPUT": str(OUT / "changes.gpkg")}
    yield from run_algorithm(stage, "factory:compare_runs", given, "5-compare")
    result["compared"] = {
        node.layer().name(): node.layer().featureCount()
        for node in QgsProject.instance().layerTreeRoot().findLayers()
        if node.layerId() not in known
    }
    stage.picture("5-compared")

    stage.step("filtered")
    dock.findings.chips.chip("undecided").click()
    result["findings_undecided"] = [dock.findings.chips.chip("undecided").count(), dock.findings.row_count()]
    yield stage.pause(0.3)
    stage.picture("6-filtered", dock)
    dock.findings.chips.chip("undecided").click()
    dock.findings.chips.chip("advice").click()
    yield stage.pause(0.3)
    stage.picture("6-advice", dock)

    stage.step("check failed")
    count, layer_count = len(outcomes), len(QgsProject.instance().mapLayers())
    dock.layers.rules.choose(str(OUT / "no such pack.yaml"))
    dock.run_button.click()
    yield lambda: len(outcomes) > count
    yield stage.pause(0.3)
    result["failed_outcome"] = outcomes[-1]
    result["layers_after_failure"] = len(QgsProject.instance().mapLayers()) - layer_count
    result["message"] = iface.messageBar().currentItem().text() if iface.messageBar().currentItem() else ""
    stage.picture("7-failed")
    stage.picture("7-dock", dock)
    dock.layers.rules.choose("")

    stage.step("dialogs")
    desktop.show_map_report()
    yield lambda: stage.dock.tabs.currentWidget() is stage.part("ReportsPart").page
    stage.part("ReportsPart").view.settings_link.linkActivated.emit("settings")
    yield lambda: bool(dialogs())
    (dialog,) = dialogs()
    result["map_dialog"] = [dialog.windowTitle(), dialog.isModal()]
    result["map_factories"] = str(dialog.createProcessingParameters().get("FACTORIES") or "")
    dialog.close()
    dock.show_check()
    desktop.show_help()
    yield stage.pause(0.5)
    help_window = desktop.help_window
    result["help_beyond"] = help_window.findChild(QTextBrowser).horizontalScrollBar().maximum()
    stage.picture("8-help", help_window)
    help_window.close()

    stage.step("small dock")
    yield from stage.resize_dock(320)
    result["small_width"] = dock.width()
    stage.picture("9-small", dock)

    stage.step("project closed")
    stage.new_project()
    yield stage.settled()
    result["findings_after_new"] = dock.findings.row_count()

    stage.step("disabled")
    del plugin, desktop, dock, table, index, help_window, dialog
    result["unloaded"] = unloadPlugin(NAME)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    yield stage.pause(0.5)
    result["traces_disabled"] = traces()
    result["messages_disabled"] = [one.text() for one in iface.messageBar().items() if "no such pack" in one.text()]
    stage.picture("10-disabled")

    stage.step("enabled again")
    result["reloaded"] = loadPlugin(NAME) and startPlugin(NAME)
    yield stage.pause(0.5)
    result["traces_again"] = traces()

    stage.step("disabled while a check runs")
    plugins[NAME].load_demo_project()
    yield lambda: plugins[NAME].desktop.dock.run_button.isEnabled()
    yield stage.settled()
    plugins[NAME].desktop.dock.run_button.click()
    result["running_at_unload"] = plugins[NAME].desktop.controller.running
    result["unloaded_running"] = unloadPlugin(NAME)
    yield stage.settled()
    result["groups_after_unload"] = groups()


def counted(desktop):
    """Return how often each rule gave each verdict, as the findings layer has it."""
    found = {}
    for row in desktop._layers.findings.getFeatures():
        key = f"{row['rule_id']} {row['verdict']}"
        found[key] = found.get(key, 0) + 1
    return found


def watch(controller, dock, result):
    """Return a list that grows by one word whenever a check ends."""
    outcomes = []
    controller.finished.connect(lambda _layers: outcomes.append("finished"))
    controller.cancelled.connect(lambda: outcomes.append("cancelled"))
    controller.failed.connect(lambda why: outcomes.append("failed: " + why))
    controller.started.connect(lambda: result.update(cancel_visible=dock.cancel_button.isVisible()))
    return outcomes


def result_layers():
    """Return name, provider and renderer of each layer of a check, top of the map first."""
    found = []
    for node in QgsProject.instance().layerTreeRoot().findLayers():
        layer = node.layer()
        if layer.customProperty("factory_locations/result", ""):
            kind = layer.customProperty("factory_locations/result")
            found.append([kind, layer.name(), layer.renderer().type(), layer.featureCount()])
    return found


perform(scenario)

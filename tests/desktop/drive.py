"""Drives a real QGIS window through the plugin's main job; `qgis --code` runs this file, `test_window.py` starts it.

The environment says where to write: FACTORY_DESKTOP_OUT, a folder that gets `result.json` and the pictures.
"""

import json
import os
import sys
import traceback
from pathlib import Path

from qgis.core import Qgis, QgsApplication, QgsProject
from qgis.PyQt.QtCore import QCoreApplication, QEvent, Qt, QTimer
from qgis.PyQt.QtWidgets import QApplication, QDockWidget, QLabel, QTextEdit, QToolBar
from qgis.utils import iface, loadPlugin, plugins, startPlugin, unloadPlugin

NAME = "factory_locations"
OUT = Path(os.environ["FACTORY_DESKTOP_OUT"])
STEP_SECONDS = 90
STUCK_SECONDS = 60
TICK_MS = 100
MORE = (
    *("protected", "salt_farmland", "water_intakes", "wells", "rivers", "lakes", "residential", "schools"),
    *("hospitals", "pagodas", "markets", "receptors", "roads", "hazard_zones"),
)


class Drive:
    """Runs a scenario step by step; a step yields a question that must become true before the next one."""

    def __init__(self, scenario):
        self.result = {"qgis": Qgis.QGIS_VERSION, "done": False, "error": ""}
        self._steps = scenario(self.result)
        self._waiting = None
        self._ticks = 0
        self._busy = False
        self._timer = QTimer()
        self._timer.timeout.connect(self._tick)
        self._timer.start(TICK_MS)

    def _tick(self):
        if self._busy:  # a step waits for a window that nobody will answer
            self._stuck()
            return
        self._busy = True
        try:
            self._step()
        finally:
            self._busy = False

    def _stuck(self):
        self._ticks += 1
        if self._ticks * TICK_MS > STUCK_SECONDS * 1000:
            asks = QApplication.activeModalWidget()
            texts = [one.toPlainText() for one in asks.findChildren(QTextEdit)] if asks is not None else []
            labels = [one.text() for one in asks.findChildren(QLabel)] if asks is not None else []
            self.result["error"] = "a window asks: " + "\n".join([*labels, *texts])
            self._write()
            os._exit(3)

    def _step(self):
        try:
            if self._waiting is not None and not self._waiting():
                self._ticks += 1
                if self._ticks * TICK_MS > STEP_SECONDS * 1000:
                    raise TimeoutError(f"step {self.result.get('step')} did not happen in {STEP_SECONDS} s")
                return
            self._ticks = 0
            self._waiting = next(self._steps)
            self._write()
        except StopIteration:
            self.result["done"] = True
            self._finish()
        except BaseException:
            self.result["error"] = traceback.format_exc()
            self._finish()

    def _finish(self):
        self._timer.stop()
        self._write()
        iface.newProject(False)  # or QGIS asks what shall become of layers that lie in a temporary folder
        QgsProject.instance().setDirty(False)
        iface.actionExit().trigger()

    def _write(self):
        """Keep what is known so far: after a crash it says how far QGIS came."""
        (OUT / "result.json").write_text(json.dumps(self.result, indent=1), encoding="utf-8")


def settled():
    """Wait until the map is drawn."""
    return lambda: not iface.mapCanvas().isDrawing() and QgsApplication.taskManager().countActiveTasks() == 0


def pause(seconds):
    """Wait for things that have no signal, like a flash fading."""
    ticks = iter(range(int(seconds * 1000 / TICK_MS)))
    return lambda: next(ticks, None) is None


def picture(name):
    """Save what the whole window shows."""
    iface.mainWindow().grab().save(str(OUT / f"{name}.png"))


def picture_dock(dock, name):
    """Save what the panel shows."""
    dock.grab().save(str(OUT / f"{name}.png"))


def extent():
    """Return the map's extent as plain numbers."""
    box = iface.mapCanvas().extent()
    return [box.xMinimum(), box.yMinimum(), box.xMaximum(), box.yMaximum()]


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


def groups():
    """Return the names of the layer tree's groups, top first."""
    return [group.name() for group in QgsProject.instance().layerTreeRoot().findGroups()]


def scenario(result):
    """The main job as a person does it."""
    window = iface.mainWindow()
    window.resize(1500, 940)
    for name in ("Browser", "Browser2"):
        browser = window.findChild(QDockWidget, name)
        if browser is not None:
            browser.hide()

    result["step"] = "plugin enabled"
    yield lambda: NAME in plugins
    plugin = plugins[NAME]
    desktop = plugin.desktop
    dock = desktop.dock
    result["traces_enabled"] = traces()
    result["algorithms"] = sorted(
        one.id() for one in QgsApplication.processingRegistry().providerById("factory").algorithms()
    )

    result["step"] = "panel shown, empty"
    window.findChild(QToolBar, "FactoryLocationsToolbar").actions()[0].trigger()
    yield pause(0.5)
    result["run_enabled_empty"] = dock.run_button.isEnabled()
    picture("1-empty")

    result["step"] = "demo loaded"
    result["demo_loaded"] = plugin.load_demo_project()
    yield settled()
    yield pause(1)
    result["dirty_after_demo"] = QgsProject.instance().isDirty()
    result["layers_chosen"] = {
        role: getattr(dock.layers.layer(role), "name", str)() for role in ("factories", "zoning", "parks")
    }
    result["run_enabled_demo"] = dock.run_button.isEnabled()
    picture("2-demo")
    result["roles_chosen"] = sorted(name for name in MORE if dock.layers.layer(name) is not None)
    result["needs"] = dock.layers.needs_told()
    result["saves_to"] = dock.layers.output_told()
    window.resizeDocks([dock], [400], Qt.Orientation.Horizontal)
    dock.layers.more_layers().setCollapsed(False)
    yield pause(0.5)
    picture_dock(dock, "2-more-layers")
    dock.layers.more_layers().setCollapsed(True)
    yield pause(0.3)

    result["step"] = "check cancelled"
    outcomes = watch(desktop.controller, dock, result)
    dock.run_button.click()
    dock.cancel_button.click()
    yield lambda: bool(outcomes)
    result["first_outcome"] = outcomes[-1]

    result["step"] = "check run"
    before = groups()
    count = len(outcomes)
    if outcomes[-1] == "cancelled":
        dock.run_button.click()
        yield pause(0.3)
        picture("3-running")
        yield lambda: len(outcomes) > count
    result["outcome"] = outcomes[-1]
    yield settled()
    yield pause(1)
    result["new_groups"] = [name for name in groups() if name not in before]
    result["result_layers"] = result_layers()
    result["chips"] = {one.verdict: one.count() for one in dock.findings.chips.chips()}
    result["counts"] = counted(desktop)
    result["result_told"] = dock.result_told()
    result["findings"] = dock.findings.row_count()
    picture("4-done")

    result["step"] = "finding clicked"
    result["extent_before"] = extent()
    table = dock.findings.table
    index = table.model().index(0, 1)
    click(table, index)
    yield pause(3)
    yield settled()
    result["extent_after"] = extent()
    result["clicked"] = index.data()
    result["selected"] = dock.layers.layer("factories").selectedFeatureCount()
    picture("5-finding")
    picture_dock(dock, "5-dock")

    result["step"] = "filter typed"
    explained = dock.findings.details_text()
    dock.findings.search.setText("no such words")
    result["explained_after_filter"] = [explained, dock.findings.details_text()]
    result["selected_after_filter"] = dock.layers.layer("factories").selectedFeatureCount()
    dock.findings.search.setText("")

    result["step"] = "decision recorded"
    click(table, table.model().index(0, 1))
    yield pause(1)
    dock.findings.decide_button.click()
    yield pause(0.5)
    dialog = desktop.decision_dialog
    dialog.decision_box.setCurrentIndex(dialog.decision_box.findData("accepted"))
    dialog.officer.setText("Officer of the demo")
    dialog.reason.setPlainText("Moved in 2019; the plan of 2021 shows the new place.")
    yield pause(0.3)
    dialog.grab().save(str(OUT / "5-decision.png"))
    dialog.accept()
    yield pause(0.5)
    result["decided"] = dock.findings.details_text()
    picture_dock(dock, "5-decided")

    result["step"] = "decision holds in the next check"
    count = len(outcomes)
    dock.run_button.click()
    yield lambda: len(outcomes) > count
    yield settled()
    result["exempt_before_after"] = [result["chips"]["exempt"], dock.findings.chips.chip("exempt").count()]
    result["groups_twice"] = [name for name in groups() if name.startswith("Check")]

    result["step"] = "filtered"
    dock.findings.chips.chip("undecided").click()
    result["findings_undecided"] = [dock.findings.chips.chip("undecided").count(), dock.findings.row_count()]
    yield pause(0.3)
    picture_dock(dock, "6-filtered")
    dock.findings.chips.chip("undecided").click()
    dock.findings.chips.chip("advice").click()
    yield pause(0.3)
    picture_dock(dock, "6-advice")

    result["step"] = "check failed"
    count, layer_count = len(outcomes), len(QgsProject.instance().mapLayers())
    dock.layers.rules.choose(str(OUT / "no such pack.yaml"))
    dock.run_button.click()
    yield lambda: len(outcomes) > count
    yield pause(0.3)
    result["failed_outcome"] = outcomes[-1]
    result["layers_after_failure"] = len(QgsProject.instance().mapLayers()) - layer_count
    result["message"] = iface.messageBar().currentItem().text() if iface.messageBar().currentItem() else ""
    picture("7-failed")
    picture_dock(dock, "7-dock")
    dock.layers.rules.choose("")

    result["step"] = "dialogs"
    desktop.open_map_dialog()
    yield lambda: bool(dialogs())
    (dialog,) = dialogs()
    result["map_dialog"] = [dialog.windowTitle(), dialog.isModal()]
    result["map_factories"] = str(dialog.createProcessingParameters().get("FACTORIES") or "")
    dialog.close()
    desktop.show_help()
    yield pause(0.5)
    help_window = desktop.help_window
    help_window.grab().save(str(OUT / "8-help.png"))
    help_window.close()

    result["step"] = "small dock"
    window.resizeDocks([dock], [320], Qt.Orientation.Horizontal)
    yield pause(0.5)
    result["small_width"] = dock.width()
    picture_dock(dock, "9-small")

    result["step"] = "project closed"
    QgsProject.instance().setDirty(False)
    iface.newProject()
    yield settled()
    result["findings_after_new"] = dock.findings.row_count()

    result["step"] = "disabled"
    del plugin, desktop, dock, table, index, help_window, dialog
    result["unloaded"] = unloadPlugin(NAME)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    yield pause(0.5)
    result["traces_disabled"] = traces()
    result["messages_disabled"] = [one.text() for one in iface.messageBar().items() if "no such pack" in one.text()]
    picture("10-disabled")

    result["step"] = "enabled again"
    result["reloaded"] = loadPlugin(NAME) and startPlugin(NAME)
    yield pause(0.5)
    result["traces_again"] = traces()

    result["step"] = "disabled while a check runs"
    plugins[NAME].load_demo_project()
    yield lambda: plugins[NAME].desktop.dock.run_button.isEnabled()
    yield settled()
    plugins[NAME].desktop.dock.run_button.click()
    result["running_at_unload"] = plugins[NAME].desktop.controller.running
    result["unloaded_running"] = unloadPlugin(NAME)
    yield settled()
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


def dialogs():
    """Return the windows of Processing that are open."""
    found = QApplication.topLevelWidgets()
    return [one for one in found if hasattr(one, "createProcessingParameters") and one.isVisible()]


def result_layers():
    """Return name, provider and renderer of each layer of a check, top of the map first."""
    found = []
    for node in QgsProject.instance().layerTreeRoot().findLayers():
        layer = node.layer()
        if layer.customProperty("factory_locations/result", ""):
            kind = layer.customProperty("factory_locations/result")
            found.append([kind, layer.name(), layer.renderer().type(), layer.featureCount()])
    return found


def click(table, index):
    """Press and release the mouse on a row."""
    from qgis.PyQt.QtTest import QTest

    QTest.mouseClick(
        table.viewport(),
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
        table.visualRect(index).center(),
    )


def begin():
    """Start once the window stands."""
    sys.factory_drive = Drive(scenario)  # something has to hold it


if __name__ == "__main__":  # other scenarios load this file as a module
    QTimer.singleShot(1500, begin)

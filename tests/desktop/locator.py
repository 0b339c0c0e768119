"""Drives locator bar and options page in a real QGIS window; `qgis --code` runs it, `test_locator.py` starts it.

The environment says where to write: FACTORY_DESKTOP_OUT, a folder that gets `result.json` and the pictures.
"""

import json
import os
import sys
import time
import traceback
from pathlib import Path

from qgis.core import Qgis, QgsApplication, QgsProject
from qgis.gui import QgsFilterLineEdit
from qgis.PyQt.QtCore import Qt, QTimer
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication, QDialogButtonBox, QDockWidget, QTreeView, QWidget
from qgis.utils import iface, plugins, unloadPlugin

NAME = "factory_locations"
OUT = Path(os.environ["FACTORY_DESKTOP_OUT"])
STEP_SECONDS = 30
TICK_MS = 20
result = {"qgis": Qgis.QGIS_VERSION, "done": False, "error": "", "found": {}, "ms": {}}


class Drive:
    """Runs a scenario step by step; a step yields a question that must become true before the next one."""

    def __init__(self, steps):
        self._steps = steps
        self._waiting = None
        self._ticks = 0
        self._timer = QTimer()
        self._timer.timeout.connect(self._tick)
        self._timer.start(TICK_MS)

    def _tick(self):
        try:
            if self._waiting is not None and not self._waiting():
                self._ticks += 1
                if self._ticks * TICK_MS > STEP_SECONDS * 1000:
                    raise TimeoutError(f"step {result.get('step')} did not happen in {STEP_SECONDS} s")
                return
            self._ticks = 0
            self._waiting = next(self._steps)
        except StopIteration:
            result["done"] = True
            self._finish()
        except BaseException:
            result["error"] = traceback.format_exc()
            self._finish()

    def _finish(self):
        self._timer.stop()
        (OUT / "result.json").write_text(json.dumps(result, indent=1), encoding="utf-8")
        iface.newProject(False)
        QgsProject.instance().setDirty(False)
        iface.actionExit().trigger()


def step(name):
    """Say where the scenario is, for the report of a failure."""
    result["step"] = name


def pause(seconds):
    """Wait for things that have no signal."""
    ticks = iter(range(int(seconds * 1000 / TICK_MS)))
    return lambda: next(ticks, None) is None


def settled():
    """Wait until the map is drawn and nothing runs in the background."""
    return lambda: not iface.mapCanvas().isDrawing() and QgsApplication.taskManager().countActiveTasks() == 0


def picture(name):
    """Save what the whole screen shows: the list of results is a window of its own."""
    QApplication.primaryScreen().grabWindow(0).save(str(OUT / f"locator-{name}.png"))


def line():
    """Return the line that one types into."""
    bar = next(
        one for one in iface.mainWindow().findChildren(QWidget) if "LocatorWidget" in one.metaObject().className()
    )
    return bar.findChild(QgsFilterLineEdit)


def results_view():
    """Return the list below the line."""
    views = iface.mainWindow().findChildren(QTreeView)
    return next(one for one in views if "LocatorResultsView" in one.metaObject().className())


def shown():
    """Return the texts of the list, headings too, with what stands to their right."""
    model = results_view().model()
    cells = ([model.index(row, column).data() for column in (0, 1)] for row in range(model.rowCount()))
    return [" | ".join(str(text) for text in row if text) for row in cells]


def ours(heading):
    """Return what stands below one heading."""
    texts, found, within = shown(), [], False
    model = results_view().model()
    for row, text in enumerate(texts):
        is_group = not (model.flags(model.index(row, 0)) & Qt.ItemFlag.ItemIsSelectable)
        if is_group:
            within = heading in text
        elif within:
            found.append(text)
    return found


def focus_line():
    """Press Ctrl+K, as a person does."""
    QTest.keyClick(iface.mainWindow(), Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)


def typed(text, heading, key):
    """Press Ctrl+K, type, and wait for the results."""
    box = line()
    iface.mainWindow().activateWindow()
    yield lambda: iface.mainWindow().isActiveWindow()
    focus_line()
    yield box.hasFocus
    box.clear()
    began = time.perf_counter()
    QTest.keyClicks(box, text)
    yield lambda: bool(ours(heading))
    result["ms"][key] = round(1000 * (time.perf_counter() - began))
    yield pause(0.4)
    result["found"][key] = ours(heading)[:6]
    picture(key)


def enter():
    """Take the first of the plugin's results: the line hands the arrow keys to the list."""
    view = results_view()
    model = view.model()
    for row in range(model.rowCount()):
        if result["found"][result["key"]][0].startswith(str(model.index(row, 0).data())):
            view.setCurrentIndex(model.index(row, 0))
            break
    QTest.keyClick(line(), Qt.Key.Key_Return)


def scenario():
    """Type a name, an activity and coordinates; then look at the options."""
    window = iface.mainWindow()
    window.setGeometry(0, 0, 1366, 768)
    for name in ("Browser", "Browser2"):
        browser = window.findChild(QDockWidget, name)
        if browser is not None:
            browser.hide()
    step("plugin enabled")
    yield lambda: NAME in plugins
    plugin = plugins[NAME]
    desktop = plugin.desktop
    plugin.load_demo_project()
    yield settled()
    yield pause(1)
    canvas = iface.mapCanvas()
    register = desktop.dock.layers.layer("factories")

    step("factory typed")
    yield from typed("fac garment", "Factories", "1-factories")
    result["key"] = "1-factories"
    before = canvas.extent().width()
    enter()
    yield lambda: register.selectedFeatureCount() == 1
    yield settled()
    result["zoomed"] = canvas.extent().width() / before
    result["selected"] = [one["name_en"] for one in register.selectedFeatures()]
    yield pause(0.6)
    picture("2-factory")

    step("typed again")
    yield from typed("fac mill rice", "Factories", "3-words")

    step("activity typed")
    yield from typed("isic cement", "Activities", "4-activity")
    result["key"] = "4-activity"
    enter()
    yield pause(0.5)
    site = next(one for one in desktop._parts if type(one).__name__ == "SiteCheckPart")
    result["activity"] = [
        desktop.dock.tabs.tabText(desktop.dock.tabs.currentIndex()),
        site.check.view.activity.code(),
    ]
    picture("5-activity")

    step("coordinate typed")
    yield from typed("11°33'23\"N 104°55'42\"E", "Coordinate", "6-coordinate")
    result["key"] = "6-coordinate"
    enter()
    yield pause(0.25)
    picture("7-place")
    yield settled()
    result["scale"] = canvas.scale()
    yield from typed("xy 10.8 106.7", "Coordinate", "8-abroad")
    yield from typed("xy 48.85 2.35", "Coordinate", "9-refused")
    QTest.keyClick(line(), Qt.Key.Key_Escape)

    step("options opened")
    QTimer.singleShot(0, lambda: iface.showOptionsDialog(window, "FactoryLocationsOptions"))
    yield lambda: QApplication.activeModalWidget() is not None
    yield pause(1.0)
    dialog = QApplication.activeModalWidget()
    page = next(one for one in dialog.findChildren(QWidget) if type(one).__name__ == "OptionsPage")
    result["page_shown"] = page.isVisible()
    picture("10-options")
    page.officer.setText("Sok Dara")
    page.accuracy.setValue(50.0)
    QTest.mouseClick(page.copy_button, Qt.MouseButton.LeftButton)
    result["details"] = QApplication.clipboard().text()
    QTest.mouseClick(page.again_button, Qt.MouseButton.LeftButton)
    buttons = dialog.findChild(QDialogButtonBox)
    QTest.mouseClick(buttons.button(QDialogButtonBox.StandardButton.Ok), Qt.MouseButton.LeftButton)
    yield lambda: QApplication.activeModalWidget() is None
    yield pause(0.5)
    from factory_locations.qgis_plugin import settings

    result["stored"] = [settings.officer(), settings.accuracy_m()]
    settings.set_officer("")
    settings.set_accuracy_m(0.0)

    step("dark")
    QgsApplication.setUITheme("Night Mapping")
    yield pause(0.5)
    yield from typed("fac garment", "Factories", "11-dark")
    QTest.keyClick(line(), Qt.Key.Key_Escape)
    QTimer.singleShot(0, lambda: iface.showOptionsDialog(window, "FactoryLocationsOptions"))
    yield lambda: QApplication.activeModalWidget() is not None
    yield pause(0.6)
    picture("12-dark-options")
    QApplication.activeModalWidget().reject()
    yield lambda: QApplication.activeModalWidget() is None
    yield pause(0.3)
    QgsApplication.setUITheme("default")

    step("unloaded while searching")
    focus_line()
    QTest.keyClicks(line(), " x")
    del plugin, desktop, page, dialog, site
    result["unloaded"] = unloadPlugin(NAME)
    yield pause(0.5)
    line().clear()
    QTest.keyClicks(line(), "fac garment")
    yield pause(1.0)
    result["after_unload"] = ours("Factories of the register")


def begin():
    """Start once the window stands."""
    sys.factory_locator = Drive(scenario())  # something has to hold it


QTimer.singleShot(1500, begin)

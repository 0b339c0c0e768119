"""Drives the tab of the register in a real QGIS window; `qgis --code` runs this file, `test_register.py` starts it.

The environment says where to write: FACTORY_DESKTOP_OUT, a folder that gets `result.json` and the pictures.
"""

import json
import os
import sys
import time
import traceback
from pathlib import Path

from qgis.core import Qgis, QgsApplication, QgsProject
from qgis.PyQt.QtCore import QPoint, Qt, QTimer
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication, QDialog, QDockWidget, QLineEdit, QPushButton, QToolBar
from qgis.utils import iface, plugins, unloadPlugin

NAME = "factory_locations"
OUT = Path(os.environ["FACTORY_DESKTOP_OUT"])
STEP_SECONDS = 60
TICK_MS = 50
LEFT = Qt.MouseButton.LeftButton
result = {"qgis": Qgis.QGIS_VERSION, "done": False, "error": ""}


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


def picture(name, widget=None):
    """Save what a widget, or the whole window, shows."""
    (widget or iface.mainWindow()).grab().save(str(OUT / f"register-{name}.png"))


def column(view, name):
    """Return what a column of the table shows."""
    place = view.model.columns.index(name)
    return [view.model.index(row, place).data() for row in range(view.model.rowCount())]


def cell(view, row, name):
    """Return the middle of a cell of the table."""
    return view.table.visualRect(view.model.index(row, view.model.columns.index(name))).center()


def choose(box, text):
    """Choose an entry of a combo box with the keys of its list, as a person does."""
    QTest.mouseClick(box, LEFT)
    wanted = next(row for row in range(box.count()) if text in box.itemText(row))
    index = box.model().index(wanted, 0)
    box.view().setCurrentIndex(index)
    QTest.keyClick(box.view(), Qt.Key.Key_Return)


def scenario():
    """The officer's question: which factories of a province and a sector have which verdict, show me."""
    window = iface.mainWindow()
    window.resize(1366, 740)
    for name in ("Browser", "Browser2"):
        browser = window.findChild(QDockWidget, name)
        if browser is not None:
            browser.hide()
    step("plugin enabled")
    yield lambda: NAME in plugins
    plugin = plugins[NAME]
    desktop = plugin.desktop
    dock = desktop.dock
    part = next(one for one in desktop._parts if type(one).__name__ == "RegisterPart")
    window.findChild(QToolBar, "FactoryLocationsToolbar").actions()[0].trigger()
    yield pause(0.5)
    window.resizeDocks([dock], [400], Qt.Orientation.Horizontal)
    result["opens_on"] = dock.tabs.tabText(dock.tabs.currentIndex())

    step("tab without a register")
    began = time.perf_counter()
    QTest.mouseClick(dock.tabs.tabBar(), LEFT, pos=dock.tabs.tabBar().tabRect(0).center())
    result["built_ms"] = 1000 * (time.perf_counter() - began)
    yield pause(0.5)
    view = part.view
    picture("1-empty")
    demo = next(one for one in view.findChildren(QPushButton) if one.isVisible() and "demo" in one.text())

    step("demo loaded")
    QTest.mouseClick(demo, LEFT)
    yield lambda: view.model.total > 0
    yield settled()
    yield pause(1)
    result["listed"] = view.counts_told()
    result["dirty_after_demo"] = QgsProject.instance().isDirty()
    picture("2-demo")
    picture("2-dock", dock)

    step("check run")
    dock.run_button.click()
    yield lambda: desktop.controller.running
    yield lambda: not desktop.controller.running
    yield lambda: "verdict" in view.model.columns
    yield settled()
    yield pause(0.5)
    picture("3-checked")

    step("search typed")
    view.filters.search.setFocus()
    QTest.keyClicks(view.filters.search, "garment ")
    yield pause(0.5)
    result["searched"] = [view.counts_told(), column(view, "name")[:5]]
    picture("4-searched", dock)
    view.filters.search.clear()
    yield pause(0.4)

    step("filtered")
    boxes = view.filters.boxes
    choose(boxes["province"], "Phnom Penh")
    yield pause(0.3)
    choose(boxes["sector"], "Manufacturing")
    yield pause(0.3)
    QTest.mouseClick(boxes["sector"], LEFT)
    yield pause(0.5)
    result["popup"] = [boxes["sector"].view().width(), boxes["sector"].count()]
    boxes["sector"].view().window().grab().save(str(OUT / "register-5-list.png"))
    QTest.keyClick(boxes["sector"].view(), Qt.Key.Key_Escape)
    yield pause(0.3)
    choose(boxes["verdict"], "Violation")
    yield pause(0.5)
    result["filtered"] = [view.counts_told(), sorted(set(column(view, "province")))]
    picture("5-filtered")

    step("factory clicked")
    QTest.mouseClick(view.table.viewport(), LEFT, pos=cell(view, 1, "name"))
    register = dock.layers.layer("factories")
    result["selected"] = [one["factory_id"] for one in register.selectedFeatures()]
    result["clicked"] = column(view, "id")[1]
    before = iface.mapCanvas().extent().width()
    QTest.mouseDClick(view.table.viewport(), LEFT, pos=cell(view, 1, "name"))
    yield pause(0.3)
    yield settled()
    yield pause(1.5)
    result["zoomed"] = iface.mapCanvas().extent().width() / before
    picture("6-factory")

    step("several selected with the keys")
    QTest.keyClick(view.table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(view.table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    result["several"] = register.selectedFeatureCount()
    QTest.mouseClick(view.zoom_button, LEFT)
    yield settled()
    yield pause(1.5)
    picture("7-several")

    step("menu")
    view._offer_menu(QPoint(120, 60))
    yield pause(0.4)
    menu = QApplication.activePopupWidget()
    menu.grab().save(str(OUT / "register-8-menu.png"))
    result["menu"] = [one.text() for one in menu.actions() if one.text()]
    menu.close()

    step("filter saved")
    view.ask_name()
    yield pause(0.4)
    line = view.name_dialog.findChild(QLineEdit)
    QTest.keyClicks(line, "Violations in Phnom Penh")
    picture("9-name", view.name_dialog)
    QTest.keyClick(line, Qt.Key.Key_Return)
    yield pause(0.3)
    view.filters.saved_button.menu().popup(view.filters.saved_button.mapToGlobal(QPoint(0, 24)))
    yield pause(0.4)
    view.filters.saved_button.menu().grab().save(str(OUT / "register-9-saved.png"))
    result["saved"] = [one.text() for one in view.filters.saved_button.menu().actions() if one.text()]
    view.filters.saved_button.menu().close()

    step("form opened")
    QTest.mouseClick(view.form_button, LEFT)
    yield lambda: any(
        isinstance(one, QDialog) and one.isVisible() and one.metaObject().className() == "QgsAttributeDialog"
        for one in QApplication.topLevelWidgets()
    )
    form = next(
        one
        for one in QApplication.topLevelWidgets()
        if one.isVisible() and one.metaObject().className() == "QgsAttributeDialog"
    )
    result["form_modal"] = form.isModal()
    form.close()

    step("selected on the map")
    QTest.mouseClick(view.filters.clear_button, LEFT)
    yield pause(0.3)
    some = [one.id() for one in register.getFeatures()][100:160:20]
    register.selectByIds(some)
    yield pause(0.3)
    result["from_map"] = sorted(view.model.selected_fids()) == sorted(some)
    QTest.mouseClick(view.filters.selected_button, LEFT)
    yield pause(0.3)
    result["only_selected"] = view.counts_told()
    picture("10-selected", dock)
    QTest.mouseClick(view.filters.clear_button, LEFT)

    step("findings shown")
    row = column(view, "id").index(result["clicked"])
    view.table.scrollTo(view.model.index(row, 1))
    QTest.mouseClick(view.table.viewport(), LEFT, pos=cell(view, row, "name"))
    view.show_findings()
    yield pause(0.5)
    result["findings"] = [dock.tabs.tabText(dock.tabs.currentIndex()), dock.findings.row_count()]
    picture("11-findings")
    dock.tabs.setCurrentIndex(0)

    step("small dock")
    window.resizeDocks([dock], [320], Qt.Orientation.Horizontal)
    yield pause(0.5)
    result["small_width"] = dock.width()
    picture("12-small", dock)

    step("wide dock, dark")
    window.resizeDocks([dock], [760], Qt.Orientation.Horizontal)
    picture("13-wide", dock)
    QgsApplication.setUITheme("Night Mapping")
    yield pause(0.6)
    picture("14-dark", dock)
    QgsApplication.setUITheme("default")

    step("project closed")
    QgsProject.instance().setDirty(False)
    iface.newProject(False)
    yield pause(0.5)
    result["after_new"] = [view.counts_told(), view._pages.currentIndex()]

    step("unloaded")
    result["unloaded"] = unloadPlugin(NAME)
    yield pause(0.5)
    result["docks"] = [one.objectName() for one in window.findChildren(QDockWidget) if "Factory" in one.objectName()]


def begin():
    """Start once the window stands."""
    sys.factory_register = Drive(scenario())  # something has to hold it


QTimer.singleShot(1500, begin)

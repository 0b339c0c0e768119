"""The tab of the register in a real QGIS window; `test_register.py` starts it."""

import time

from factory_locations.tests.desktop.hands import choose, click, press
from factory_locations.tests.desktop.stage import NAME, Stage, perform
from qgis.core import QgsProject
from qgis.PyQt.QtCore import QPoint, Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication, QDialog, QDockWidget, QLineEdit, QPushButton
from qgis.utils import iface, plugins, unloadPlugin


def column(view, name):
    """Return what a column of the table shows."""
    place = view.model.columns.index(name)
    return [view.model.index(row, place).data() for row in range(view.model.rowCount())]


def name_cell(view, row):
    """Return the cell that holds a factory's name."""
    return view.model.index(row, view.model.columns.index("name"))


def scenario(stage: Stage):
    """The officer's question: which factories of a province and a sector have which verdict, show me."""
    result = stage.result
    stage.step("plugin enabled")
    yield lambda: NAME in plugins
    desktop, dock, part = stage.desktop, stage.dock, stage.part("RegisterPart")
    yield from stage.open_panel()
    result["opens_on"] = dock.tabs.tabText(dock.tabs.currentIndex())

    stage.step("tab without a register")
    began = time.perf_counter()
    press(dock.tabs.tabBar(), dock.tabs.tabBar().tabRect(0).center())
    result["built_ms"] = 1000 * (time.perf_counter() - began)
    yield stage.pause(0.5)
    view = part.view
    stage.picture("1-empty")
    demo = next(one for one in view.findChildren(QPushButton) if one.isVisible() and "demo" in one.text())

    stage.step("demo loaded")
    press(demo)
    yield lambda: view.model.total > 0
    yield stage.settled()
    yield stage.pause(1)
    result["listed"] = view.counts_told()
    result["dirty_after_demo"] = QgsProject.instance().isDirty()
    stage.picture("2-demo")
    stage.picture("2-dock", dock)

    stage.step("check run")
    dock.run_button.click()
    yield lambda: desktop.controller.running
    yield lambda: not desktop.controller.running
    yield lambda: "verdict" in view.model.columns
    yield stage.settled()
    yield stage.pause(0.5)
    stage.picture("3-checked")

    stage.step("search typed")
    view.filters.search.setFocus()
    QTest.keyClicks(view.filters.search, "garment ")
    yield stage.pause(0.5)
    result["searched"] = [view.counts_told(), column(view, "name")[:5]]
    stage.picture("4-searched", dock)
    view.filters.search.clear()
    yield stage.pause(0.4)

    stage.step("found with Enter")
    QTest.keyClicks(view.filters.search, "furniture 001")
    QTest.keyClick(view.filters.search, Qt.Key.Key_Return)
    yield stage.settled()
    yield stage.pause(0.5)
    register = dock.layers.layer("factories")
    result["entered"] = [view.counts_told(), [one["factory_id"] for one in register.selectedFeatures()]]
    stage.picture("4-entered")
    view.filters.search.clear()
    register.removeSelection()
    iface.zoomFull()
    yield stage.settled()
    yield stage.pause(0.4)

    stage.step("filtered")
    boxes = view.filters.boxes
    choose(boxes["province"], "Phnom Penh")
    yield stage.pause(0.3)
    choose(boxes["sector"], "Manufacturing")
    yield stage.pause(0.3)
    press(boxes["sector"])
    yield stage.pause(0.5)
    result["popup"] = [boxes["sector"].view().width(), boxes["sector"].count()]
    stage.picture("5-list", boxes["sector"].view().window())
    QTest.keyClick(boxes["sector"].view(), Qt.Key.Key_Escape)
    yield stage.pause(0.3)
    choose(boxes["verdict"], "Violation")
    yield stage.pause(0.5)
    result["filtered"] = [view.counts_told(), sorted(set(column(view, "province")))]
    stage.picture("5-filtered")

    stage.step("factory clicked")
    click(view.table, name_cell(view, 1))
    register = dock.layers.layer("factories")
    result["selected"] = [one["factory_id"] for one in register.selectedFeatures()]
    result["clicked"] = column(view, "id")[1]
    before = iface.mapCanvas().extent().width()
    click(view.table, name_cell(view, 1), double=True)
    yield stage.pause(0.3)
    yield stage.settled()
    yield stage.pause(1.5)
    result["zoomed"] = iface.mapCanvas().extent().width() / before
    stage.picture("6-factory")

    stage.step("several selected with the keys")
    QTest.keyClick(view.table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(view.table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    result["several"] = register.selectedFeatureCount()
    press(view.zoom_button)
    yield stage.settled()
    yield stage.pause(1.5)
    stage.picture("7-several")

    stage.step("menu")
    view._offer_menu(QPoint(120, 60))
    yield stage.pause(0.4)
    menu = QApplication.activePopupWidget()
    stage.picture("8-menu", menu)
    result["menu"] = [one.text() for one in menu.actions() if one.text()]
    menu.close()

    stage.step("filter saved")
    view.ask_name()
    yield stage.pause(0.4)
    line = view.name_dialog.findChild(QLineEdit)
    QTest.keyClicks(line, "Violations in Phnom Penh")
    stage.picture("9-name", view.name_dialog)
    QTest.keyClick(line, Qt.Key.Key_Return)
    yield stage.pause(0.3)
    view.filters.saved_button.menu().popup(view.filters.saved_button.mapToGlobal(QPoint(0, 24)))
    yield stage.pause(0.4)
    stage.picture("9-saved", view.filters.saved_button.menu())
    result["saved"] = [one.text() for one in view.filters.saved_button.menu().actions() if one.text()]
    view.filters.saved_button.menu().close()

    stage.step("form opened")
    press(view.form_button)
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

    stage.step("selected on the map")
    press(view.filters.clear_button)
    yield stage.pause(0.3)
    some = [one.id() for one in register.getFeatures()][100:160:20]
    register.selectByIds(some)
    yield stage.pause(0.3)
    result["from_map"] = sorted(view.model.selected_fids()) == sorted(some)
    press(view.filters.selected_button)
    yield stage.pause(0.3)
    result["only_selected"] = view.counts_told()
    stage.picture("10-selected", dock)
    press(view.filters.clear_button)

    stage.step("findings shown")
    row = column(view, "id").index(result["clicked"])
    view.table.scrollTo(name_cell(view, row))
    click(view.table, name_cell(view, row))
    view.show_findings()
    yield stage.pause(0.5)
    result["findings"] = [dock.tabs.tabText(dock.tabs.currentIndex()), dock.findings.row_count()]
    stage.picture("11-findings")
    dock.tabs.setCurrentIndex(0)

    stage.step("small dock")
    yield from stage.resize_dock(320)
    result["small_width"] = dock.width()
    stage.picture("12-small", dock)

    stage.step("wide dock, dark")
    yield from stage.resize_dock(760)
    stage.picture("13-wide", dock)
    stage.dark()
    yield stage.pause(0.6)
    stage.picture("14-dark", dock)
    stage.dark(False)

    stage.step("project closed")
    stage.new_project()
    yield stage.pause(0.5)
    result["after_new"] = [view.counts_told(), view._pages.currentIndex()]

    stage.step("unloaded")
    result["unloaded"] = unloadPlugin(NAME)
    yield stage.pause(0.5)
    result["docks"] = [
        one.objectName() for one in stage.window.findChildren(QDockWidget) if "Factory" in one.objectName()
    ]


perform(scenario)

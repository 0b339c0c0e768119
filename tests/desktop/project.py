"""A factory project is set up in a real QGIS window; `test_project.py` starts it.

FACTORY_DEMO names a folder with the demo's GeoPackage, an earlier check of it, and a project whose schools have gone.
"""

import os
from collections import Counter
from pathlib import Path

from factory_locations.tests.desktop.hands import choose, drop, press, tick, turn, type_into
from factory_locations.tests.desktop.stage import NAME, OUT, Stage, extent, groups, perform
from qgis.core import QgsExpression, QgsPointClusterRenderer, QgsProject
from qgis.gui import QgsAttributeDialog
from qgis.PyQt.QtCore import Qt, QTimer
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import (
    QApplication,
    QComboBox,
    QGroupBox,
    QListView,
    QScrollArea,
    QTableView,
    QTabWidget,
    QToolButton,
    QWizard,
)
from qgis.utils import iface, plugins

DEMO = Path(os.environ["FACTORY_DEMO"])


def layers():
    """Return what the project holds, by role."""
    roles = plugins[NAME].desktop.roles
    return {role: roles.layer(role).source() for role in roles.chosen() if roles.layer(role) is not None}


def broken_text(dock):
    return {role: dock.layers.problem_told(role) for role in ("factories", "zoning", "schools")}


def files():
    return sorted(str(path.relative_to(OUT)) for path in OUT.rglob("*") if path.suffix in (".gpkg", ".qgz"))


def look_at_form(stage, layer, told):
    """Note what the form of a register offers."""
    feature = next(layer.getFeatures("factory_id = 'KH-07-00002'"))  # on the border of two zones
    dialog = QgsAttributeDialog(layer, feature, False, iface.mainWindow(), False)
    dialog.resize(660, 600)
    dialog.show()
    yield stage.pause(0.3)
    stage.picture("form", dialog)
    boxes = [one for one in dialog.findChildren(QComboBox) if one.isVisible() and one.findData("registered") >= 0]
    offered = [boxes[0].itemText(i) for i in range(boxes[0].count())] if boxes else []
    tabs = dialog.findChild(QTabWidget)
    titles = [tabs.tabText(i) for i in range(tabs.count())]
    tabs.setCurrentIndex(tabs.count() - 1)
    yield stage.pause(0.3)
    stage.picture("form-findings", dialog)
    rows = [table.model().rowCount() for table in dialog.findChildren(QTableView) if table.isVisible()]
    lists = [one.model().rowCount() for one in dialog.findChildren(QListView) if one.isVisible()]
    said = [one.title() for one in dialog.findChildren(QGroupBox) if one.isVisible()]
    pencils = dialog.findChildren(QToolButton, "mToggleEditingButton")
    pressed = [one.isEnabled() for one in pencils if one.isVisible()]
    dialog.close()
    dialog.deleteLater()
    told["form"] = {"tabs": titles, "offered": offered, "findings": [*rows, *lists], "said": said, "pencils": pressed}


def look_at_the_worst(stage, register, told):
    """Take a picture of the form of the factory with most findings; note whether it fits."""
    manager = QgsProject.instance().relationManager()
    findings = manager.relation("factory_findings").referencingLayer()
    counted = Counter(one["factory_id"] for one in findings.getFeatures())
    worst = counted.most_common(1)[0][0]
    feature = next(register.getFeatures(QgsExpression.createFieldEqualityExpression("factory_id", worst)))
    dialog = QgsAttributeDialog(register, feature, False, iface.mainWindow(), False)
    dialog.resize(760, 720)
    dialog.show()
    tabs = dialog.findChild(QTabWidget)
    tabs.setCurrentIndex(tabs.count() - 1)
    yield stage.pause(0.5)
    stage.picture("form-findings-several", dialog)
    areas = [one for one in dialog.findChildren(QScrollArea) if one.isVisible()]
    told["beyond"] = max(one.horizontalScrollBar().maximum() for one in areas)
    dialog.close()
    dialog.deleteLater()


def look_closely(register, scale):
    """Show the surroundings of a factory."""
    place = next(register.getFeatures("factory_id = 'KH-07-00002'")).geometry().asPoint()
    iface.mapCanvas().setCenter(place)
    iface.mapCanvas().zoomScale(scale)


def window_of():
    return plugins[NAME].desktop._parts[0].dialog


def scenario(stage: Stage):
    """From an empty folder to a project that opens again."""
    result = stage.result
    yield lambda: NAME in plugins
    desktop, dock = stage.desktop, stage.dock
    yield from stage.open_panel()
    stage.picture("0-empty")

    stage.step("wizard opened, then cancelled")
    menu = next(one.menu() for one in iface.pluginMenu().actions() if "Locations" in one.text())
    entry = {one.text().replace("&", ""): one for one in menu.actions()}
    result["menu"] = list(entry)
    entry["New factory project…"].trigger()
    yield lambda: window_of() is not None and window_of().isVisible()
    wizard = window_of()
    type_into(wizard.place.folder.lineEdit(), str(OUT / "given up"))
    press(wizard.button(QWizard.WizardButton.NextButton))
    yield stage.pause(0.3)
    QTest.keyClick(wizard, Qt.Key.Key_Escape)
    yield lambda: window_of() is None
    result["files_after_cancel"] = files()
    result["folder_after_cancel"] = (OUT / "given up").exists()

    stage.step("a new register")
    entry["New factory project…"].trigger()
    yield lambda: window_of() is not None and window_of().isVisible()
    yield stage.pause(0.3)
    wizard = window_of()
    type_into(wizard.place.folder.lineEdit(), "/no/such/place")
    yield stage.pause(0.3)
    stage.picture("1-where-wrong")
    result["next_with_bad_folder"] = wizard.button(QWizard.WizardButton.NextButton).isEnabled()
    type_into(wizard.place.folder.lineEdit(), "/proc/new")
    press(wizard.button(QWizard.WizardButton.NextButton))
    yield stage.pause(0.3)
    stage.picture("1-where-refused")
    result["after_a_folder_that_refuses"] = wizard.currentPage().title()
    type_into(wizard.place.folder.lineEdit(), str(OUT / "new"))
    type_into(wizard.place.name, "f" * 300)
    yield stage.pause(0.3)
    stage.picture("1-where-long")
    result["next_with_a_long_name"] = wizard.button(QWizard.WizardButton.NextButton).isEnabled()
    type_into(wizard.place.name, "f" * 200)
    yield stage.pause(0.3)
    stage.picture("1-where-nearly")
    type_into(wizard.place.name, "factories")
    yield stage.pause(0.3)
    stage.picture("1-where")
    press(wizard.button(QWizard.WizardButton.NextButton))
    yield stage.pause(0.3)
    stage.picture("2-register-new")
    stage.silence_ms()
    press(wizard.button(QWizard.WizardButton.NextButton))
    yield stage.pause(0.5)
    result["rules_page_ms"] = stage.silence_ms()
    yield lambda: not wizard.map.rules.reading
    choose(wizard.map.rules.box, "Cambodia baseline")
    yield stage.pause(0.3)
    stage.picture("3-map")
    press(wizard.button(QWizard.WizardButton.NextButton))
    yield stage.pause(0.3)
    stage.picture("4-layers-empty")
    stage.silence_ms()
    drop(wizard.layers.table, [DEMO / "demo.gpkg"])
    yield lambda: not wizard.pool.busy and wizard.pool.sources
    yield stage.pause(0.3)
    result["blocked_reading_ms"] = stage.silence_ms()
    result["status"] = wizard.layers.table.status()
    result["guessed"] = {role: one.name for role, one in wizard.layers.table.chosen().items()}
    stage.picture("4-layers")
    for combo in wizard.layers.table.combos.values():
        turn(combo)
    yield stage.pause(0.2)
    result["after_the_wheel"] = {role: one.name for role, one in wizard.layers.table.chosen().items()}
    stage.picture("4-layers-scrolled")
    press(wizard.button(QWizard.WizardButton.NextButton))
    yield stage.pause(0.3)
    stage.picture("5-summary")
    result["files_before_finish"] = files()
    stage.silence_ms()
    wizard.made.connect(lambda _path: result.update(blocked_making_ms=stage.silence_ms()))
    press(wizard.button(QWizard.WizardButton.FinishButton))
    yield lambda: QgsProject.instance().fileName().endswith("new/factories.qgz")
    yield stage.settled()
    yield stage.pause(1)
    stage.picture("6-made")
    project = QgsProject.instance()
    register = desktop.roles.layer("factories")
    result["new"] = {
        "files": files(),
        "roles": layers(),
        "rules": desktop.roles.rules(),
        "crs": project.crs().authid(),
        "bookmarks": [one.name() for one in project.bookmarkManager().bookmarks()],
        "groups": groups(),
        "fields": register.fields().names(),
        "status_widget": register.editorWidgetSetup(register.fields().indexOf("status")).type(),
        "dirty": project.isDirty(),
        "extent": extent(),
    }

    stage.step("a register that there is, with findings")
    entry["New factory project…"].trigger()
    yield lambda: window_of() is not None and window_of().isVisible()
    wizard = window_of()
    yield stage.pause(0.3)
    type_into(wizard.place.folder.lineEdit(), str(OUT / "new"))
    yield stage.pause(0.3)
    result["same_name_told"] = [text for text in wizard.place.problems().values() if text]
    type_into(wizard.place.name, "second")
    press(wizard.button(QWizard.WizardButton.NextButton))
    tick(wizard.register.existing)
    wizard.pool.add([DEMO / "demo.gpkg", DEMO / "check.gpkg"])
    yield lambda: not wizard.pool.busy and any("demo.gpkg" in one.place for one in wizard.pool.sources)
    yield stage.pause(0.3)
    press(wizard.register.buttons.database)
    yield stage.pause(1)
    stage.picture("7-database")
    QApplication.activeModalWidget().reject()
    yield stage.pause(0.3)
    choose(wizard.register.layer, "Zoning")
    (OUT / "README.md").write_text("no layer", encoding="utf-8")
    wizard.pool.add([OUT / "README.md"], asker=wizard.register.buttons)
    yield lambda: not wizard.pool.busy
    yield stage.pause(0.3)
    stage.picture("7-register-zones")
    result["next_with_zones"] = wizard.button(QWizard.WizardButton.NextButton).isEnabled()
    choose(wizard.register.layer, "factories")
    result["findings_found"] = wizard.register.findings.filePath()
    stage.picture("7-register-existing")
    press(wizard.button(QWizard.WizardButton.NextButton))
    yield stage.pause(0.3)
    choose(wizard.map.colour, "Verdict")
    press(wizard.button(QWizard.WizardButton.NextButton))
    yield stage.pause(0.3)
    press(wizard.button(QWizard.WizardButton.NextButton))
    yield stage.pause(0.3)
    stage.picture("8-summary")
    stage.silence_ms()
    wizard.made.connect(lambda _path: result.update(blocked_second_ms=stage.silence_ms()))
    press(wizard.button(QWizard.WizardButton.FinishButton))
    yield lambda: QgsProject.instance().fileName().endswith("new/second.qgz")
    yield stage.settled()
    yield stage.pause(1)
    stage.picture("9-verdict")
    register = desktop.roles.layer("factories")
    result["second"] = {
        "relations": {
            one.id(): [one.referencedLayer().name(), one.referencingLayer().name(), one.isValid()]
            for one in QgsProject.instance().relationManager().relations().values()
        },
        "renderer": register.renderer().type(),
        "classes": [one.label() for one in register.renderer().embeddedRenderer().categories()],
        "joined": "check_verdict" in register.fields().names(),
        "findings": dock.findings.row_count(),
    }
    yield from look_at_form(stage, register, result["second"])
    yield from look_at_the_worst(stage, register, result["second"])
    look_closely(register, 25_000)
    yield stage.settled()
    yield stage.pause(0.5)
    stage.picture("9-close")

    stage.step("layers only")
    stage.new_project()
    yield stage.settled()
    entry["Load factory layers…"].trigger()
    yield lambda: window_of() is not None and window_of().isVisible()
    dialog = window_of()
    press(dialog.demo)
    yield lambda: not dialog.pool.busy and dialog.pool.sources
    yield stage.pause(0.3)
    stage.picture("10-load")
    result["colours"] = [dialog.colour.itemText(i) for i in range(dialog.colour.count())]
    stage.silence_ms()
    press(dialog.load_button)
    yield lambda: window_of() is None
    result["blocked_loading_ms"] = stage.silence_ms()
    yield stage.settled()
    yield stage.pause(1)
    stage.picture("11-loaded")
    register = desktop.roles.layer("factories")
    result["loaded"] = {
        "groups": groups(),
        "roles": layers(),
        "clusters": isinstance(register.renderer(), QgsPointClusterRenderer),
        "classes": [one.label() for one in register.renderer().embeddedRenderer().categories()],
    }
    look_closely(register, 60_000)
    yield stage.settled()
    yield stage.pause(0.5)
    stage.picture("12-loaded-close")
    del register

    stage.step("communes beside provinces")
    entry["Load factory layers…"].trigger()
    yield lambda: window_of() is not None and window_of().isVisible()
    dialog = window_of()
    drop(dialog.table, [DEMO / "admin.gpkg"])
    yield lambda: not dialog.pool.busy and dialog.pool.sources
    result["stays"] = dialog.table.combos["admin"].currentText()
    turn(dialog.table.combos["rivers"], -20)
    yield stage.pause(0.3)
    stage.picture("12-stays")
    page, corrections = dock.tabs.currentWidget(), stage.part("CorrectionsPart")
    dock.show_page(corrections.page)
    layers_box = corrections.corrections.view.layers
    result["lack_without_communes"] = layers_box.lack_told()
    press(dialog.load_button)
    yield lambda: window_of() is None
    yield stage.settled()
    yield lambda box=layers_box: box.layer("ADMIN_COMMUNES") is not None
    result["lack_with_communes"] = layers_box.lack_told()
    (communes,) = QgsProject.instance().mapLayersByName("communes")
    stage.picture("12-communes")
    layers_box.set_layer("ADMIN_COMMUNES", None)
    yield stage.pause(0.3)
    stage.picture("12-no-communes")
    QgsProject.instance().removeMapLayer(communes)
    del communes, layers_box
    dock.show_page(page)

    stage.step("provinces have gone")
    provinces = desktop.roles.layer("admin")
    provinces.setDataSource(str(DEMO / "away.gpkg") + "|layername=provinces", provinces.name(), "ogr")
    del provinces
    dock.layers.refresh()
    yield stage.pause(0.3)
    result["provinces_gone"] = dock.layers.problem_told("admin")
    dock._area.ensureWidgetVisible(dock.layers.more_layers().combos["admin"])
    yield stage.pause(0.3)
    stage.picture("12-provinces-gone")

    stage.step("a layer has gone")
    stage.new_project()
    yield stage.settled()
    iface.messageBar().clearWidgets()
    QTimer.singleShot(1500, close_question)
    iface.addProject(str(DEMO / "gone" / "gone.qgz"))
    yield stage.settled()
    yield stage.pause(0.5)
    result["broken"] = broken_text(dock)
    result["told"] = [one.text() for one in iface.messageBar().items()]
    stage.picture("13-gone")
    stage.picture("13-gone-dock", dock)

    stage.step("dark")
    stage.dark()
    entry["New factory project…"].trigger()
    yield lambda: window_of() is not None and window_of().isVisible()
    wizard = window_of()
    type_into(wizard.place.folder.lineEdit(), "/no/such/place")
    yield stage.pause(0.3)
    stage.picture("14-dark")
    wizard.reject()
    yield lambda: window_of() is None


def close_question():
    """Keep the layers that are not there, when QGIS asks about them."""
    top = QApplication.activeModalWidget()
    if top is not None:
        top.reject()


perform(scenario)

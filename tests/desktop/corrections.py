"""Coordinates are repaired in a real QGIS window; `test_corrections.py` starts it."""

import os
import shutil
from pathlib import Path

from factory_locations.qgis_plugin.panel.corrections.results_file import source
from factory_locations.tests.desktop.hands import choose, click, press, type_into
from factory_locations.tests.desktop.stage import NAME, OUT, Stage, perform
from qgis import processing
from qgis.core import QgsProject, QgsVectorLayer
from qgis.gui import QgsMapCanvasItem
from qgis.PyQt.QtCore import QCoreApplication, QEvent, QPoint, Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication, QMessageBox
from qgis.utils import iface, plugins, unloadPlugin

DEMO = Path(os.environ["FACTORY_DEMO"])


def incoming(stage: Stage):
    """Take the list with bad coordinates into the demo's register, and add the communes and offices."""
    project = QgsProject.instance()
    register = stage.desktop.roles.layer("factories")
    path = register.source().split("|")[0]
    given = {
        "INPUT": str(DEMO / "incoming.csv"),
        "PROFILE": str(DEMO / "incoming.yaml"),
        "REGISTER": f"{path}|layername=factories",
        "REPORT": str(OUT / "import.gpkg"),
    }
    register.setReadOnly(False)
    processing.run("factory:import_register", given)
    register.setReadOnly(True)
    register.dataProvider().reloadData()
    for name in ("communes", "offices"):
        layer = QgsVectorLayer(f"{DEMO / 'admin.gpkg'}|layername={name}", name.title(), "ogr")
        project.addMapLayer(layer, False)
        project.layerTreeRoot().addLayer(layer).setItemVisibilityChecked(name == "communes")
        if name == "communes":
            layer.renderer().symbol().setOpacity(0.3)


def look_at(view, row):
    """Scroll to a proposal and click it."""
    index = view.model.index(view.model.row_of(row), 2)
    view.table.scrollTo(index)
    click(view.table, index)


def answer(box: QMessageBox, role):
    press(next(one for one in box.buttons() if box.buttonRole(one) == role))


def drawn() -> int:
    """How many items on the map are of the preview, and draw something."""
    items = [one for one in iface.mapCanvas().scene().items() if isinstance(one, QgsMapCanvasItem)]
    return sum(1 for one in items if getattr(one, "new", None) is not None)


def by_the_toolbox(stage: Stage, tab):
    """What is accepted is applied in the toolbox; the menu tells of it, and then the tab does."""
    stage.step("by the toolbox")
    proposals, menu = tab.session.proposals, tab.view.undo_button.menu()
    given = {"REGISTER": stage.desktop.roles.layer("factories").id(), "PROPOSALS": source(tab.session.path)}
    processing.run("factory:apply_corrections", {**given, "WHO": "Chan Thy", "REASON": "in the toolbox"})
    menu.popup(tab.view.mapToGlobal(tab.view.rect().center()))
    yield lambda: any("Chan Thy" in one.text() for one in menu.actions())
    yield stage.pause(0.3)
    stage.picture("16-by-the-toolbox")
    menu.close()
    stage.result["left_to_apply"] = len(proposals.accepted())


def another_register(stage: Stage, tab):
    """Another register is chosen in the tab Check, and then the first one again."""
    stage.step("another register")
    dock, roles, result = stage.dock, stage.desktop.roles, stage.result
    first = roles.layer("factories")
    shutil.copy(first.source().split("|")[0], OUT / "kep.gpkg")
    QgsProject.instance().addMapLayer(QgsVectorLayer(f"{OUT / 'kep.gpkg'}|layername=factories", "Kep", "ogr"))
    yield stage.settled()
    for name, shown in (("Kep", False), (first.name(), True)):
        dock.show_check()
        yield stage.pause(0.3)
        choose(dock.layers._layers["factories"], name)
        yield lambda name=name: roles.layer("factories").name() == name
        dock.show_page(stage.part("CorrectionsPart").page)
        yield lambda shown=shown: (tab.session.proposals is not None) is shown
        yield stage.pause(0.5)
        result[f"shown_{shown}"] = [tab.view.result.isVisible(), tab.view.begin.text() if not shown else ""]
        stage.picture("18-first-register" if shown else "17-another-register")


def scenario(stage: Stage):
    """A list has arrived: find what is wrong, decide, apply, take it back."""
    result = stage.result
    stage.step("plugin enabled")
    yield lambda: NAME in plugins
    dock, part = stage.dock, stage.part("CorrectionsPart")
    yield from stage.open_panel()
    dock.show_page(part.page)
    yield stage.pause(0.3)
    stage.picture("1-empty")

    stage.step("demo loaded")
    stage.plugin.load_demo_project()
    yield stage.settled()
    incoming(stage)
    yield from stage.resize_dock()
    dock.show_page(part.page)
    tab = part.corrections
    view, table = tab.view, tab.view.table
    yield stage.pause(0.5)
    result["compared"] = sorted(view.layers.parameters())
    stage.picture("2-begin")

    stage.step("problems found")
    stage.silence_ms()
    press(view.find_button)
    yield lambda: tab.session.proposals is not None and not tab.check.running
    yield stage.settled()
    result["find_silence_ms"] = stage.silence_ms()
    result["counted"] = view.filters.counted.text()
    result["chips"] = [chip.count() for chip in view.filters.chips.chips()]
    stage.picture("3-found")

    stage.step("what nothing is proposed for")
    told = view.details.document().find("Show these")
    result["hopeless_told"] = not told.isNull()
    press(view.details.viewport(), view.details.cursorRect(told).center() - QPoint(15, 0))
    yield stage.pause(1)
    tables = [one for one in QApplication.topLevelWidgets() if one.isVisible() and "proposal" in one.windowTitle()]
    result["hopeless"] = [iface.activeLayer().name(), iface.activeLayer().featureCount(), len(tables)]
    stage.picture("3-hopeless")
    for one in tables:
        one.close()
    yield stage.settled()

    stage.step("walked")
    proposals = tab.session.proposals
    row = next(row for row in range(len(proposals)) if proposals.texts["code"][row] == "C05")
    look_at(view, row)
    yield stage.pause(0.4)
    yield stage.settled()
    result["drawn"] = drawn()
    result["details"] = view.details.toPlainText()
    stage.picture("4-indian")
    stage.silence_ms()
    for _ in range(5):
        QTest.keyClick(table, Qt.Key.Key_Down)
        yield stage.pause(0.1)
    yield stage.settled()
    result["walk_silence_ms"] = stage.silence_ms()
    row = next(row for row in range(len(proposals)) if proposals.places[row] > 1)
    look_at(view, row)
    yield stage.pause(0.4)
    yield stage.settled()
    stage.picture("5-alternatives")
    row = next(row for row in range(len(proposals)) if proposals.texts["code"][row] == "C10")
    look_at(view, row)
    yield stage.pause(0.4)
    yield stage.settled()
    stage.picture("6-accuracy")

    stage.step("decided")
    table.go_to(0)
    QTest.keyClick(table, Qt.Key.Key_A)
    QTest.keyClick(table, Qt.Key.Key_R)
    choose(view.filters.kinds, "C05")
    yield stage.pause(0.2)
    table.selectAll()
    press(view.buttons["accepted"])
    yield lambda: not tab.session.writing
    yield stage.pause(0.3)
    stage.picture("8-selected")
    choose(view.filters.kinds, "All problems")
    press(view.bulk_button)
    yield lambda: tab.questions.dialog is not None
    yield stage.pause(0.3)
    stage.picture("9-bulk")
    answer(tab.questions.dialog, QMessageBox.ButtonRole.AcceptRole)
    yield lambda: not tab.session.writing
    result["accepted"] = len(proposals.accepted())

    stage.step("tried out")
    result["read_only"] = view.note.text()
    stage.picture("10-read-only")
    view.note.linkActivated.emit("writable")
    press(view.apply_button)
    yield lambda: tab.questions.dialog is not None
    type_into(tab.questions.dialog.officer, "Sok Dara")
    yield stage.pause(0.3)
    stage.picture("11-apply")
    result["trial"] = tab.questions.dialog.trial.applied

    stage.step("applied")
    stage.silence_ms()
    press(tab.questions.dialog.apply_button)
    yield lambda: not tab.work.changes.running and len(proposals.accepted()) == 0
    yield stage.settled()
    result["apply_silence_ms"] = stage.silence_ms()
    result["applied"] = int(proposals.applied.sum())
    table.go_to(0)
    yield stage.pause(0.4)
    yield stage.settled()
    stage.picture("12-applied")

    stage.step("taken back")
    view.undo_button.menu().popup(view.mapToGlobal(view.rect().center()))
    yield stage.pause(0.3)
    stage.picture("13-undo")
    view.undo_button.menu().actions()[0].trigger()
    view.undo_button.menu().close()
    yield lambda: tab.questions.dialog is not None
    answer(tab.questions.dialog, QMessageBox.ButtonRole.AcceptRole)
    yield lambda: not tab.work.changes.running and len(proposals.accepted()) > 0
    result["undone"] = view.told.text()
    yield stage.settled()
    stage.picture("14-undone")

    yield from by_the_toolbox(stage, tab)
    yield from another_register(stage, tab)

    stage.step("dark")
    stage.dark()
    yield stage.pause(0.5)
    stage.picture("15-dark")

    stage.step("other tab")
    dock.show_check()
    yield stage.pause(0.2)
    result["drawn_elsewhere"] = drawn()

    stage.step("unloaded")
    dock.show_page(part.page)
    yield stage.pause(0.2)
    unloadPlugin(NAME)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    yield stage.pause(0.3)
    result["drawn_after"] = drawn()


perform(scenario)

"""Locator bar and options page in a real QGIS window; `test_locator.py` starts it."""

import time

from factory_locations.tests.desktop.hands import press
from factory_locations.tests.desktop.stage import NAME, Stage, perform
from qgis.gui import QgsFilterLineEdit
from qgis.PyQt.QtCore import Qt, QTimer
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication, QDialogButtonBox, QTreeView, QWidget
from qgis.utils import iface, plugins, unloadPlugin


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


def typed(stage, text, heading, key):
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
    stage.result["ms"][key] = round(1000 * (time.perf_counter() - began))
    yield stage.pause(0.4)
    stage.result["found"][key] = ours(heading)[:6]
    stage.picture(key)


def enter(first):
    """Take the first of the plugin's results: the line hands the arrow keys to the list."""
    view = results_view()
    model = view.model()
    for row in range(model.rowCount()):
        if first.startswith(str(model.index(row, 0).data())):
            view.setCurrentIndex(model.index(row, 0))
            break
    QTest.keyClick(line(), Qt.Key.Key_Return)


def scenario(stage: Stage):
    """Type a name, an activity and coordinates; then look at the options."""
    result = stage.result
    result.update(found={}, ms={})
    stage.step("plugin enabled")
    yield lambda: NAME in plugins
    plugin, desktop = stage.plugin, stage.desktop
    plugin.load_demo_project()
    yield stage.settled()
    yield stage.pause(1)
    canvas = iface.mapCanvas()
    register = desktop.dock.layers.layer("factories")

    stage.step("factory typed")
    yield from typed(stage, "fac garment", "Factories", "1-factories")
    before = canvas.extent().width()
    enter(result["found"]["1-factories"][0])
    yield lambda: register.selectedFeatureCount() == 1
    yield stage.settled()
    result["zoomed"] = canvas.extent().width() / before
    result["selected"] = [one["name_en"] for one in register.selectedFeatures()]
    yield stage.pause(0.6)
    stage.picture("2-factory")

    stage.step("typed again")
    yield from typed(stage, "fac mill rice", "Factories", "3-words")

    stage.step("activity typed")
    yield from typed(stage, "isic cement", "Activities", "4-activity")
    enter(result["found"]["4-activity"][0])
    yield stage.pause(0.5)
    site = stage.part("SiteCheckPart")
    result["activity"] = [
        desktop.dock.tabs.tabText(desktop.dock.tabs.currentIndex()),
        site.check.view.activity.code(),
    ]
    stage.picture("5-activity")

    stage.step("coordinate typed")
    yield from typed(stage, "11°33'23\"N 104°55'42\"E", "Coordinate", "6-coordinate")
    enter(result["found"]["6-coordinate"][0])
    yield stage.pause(0.25)
    stage.picture("7-place")
    yield stage.settled()
    result["scale"] = canvas.scale()
    yield from typed(stage, "xy 10.8 106.7", "Coordinate", "8-abroad")
    yield from typed(stage, "xy 48.85 2.35", "Coordinate", "9-refused")
    QTest.keyClick(line(), Qt.Key.Key_Escape)

    stage.step("options opened")
    QTimer.singleShot(0, lambda: iface.showOptionsDialog(stage.window, "FactoryLocationsOptions"))
    yield lambda: QApplication.activeModalWidget() is not None
    yield stage.pause(1.0)
    dialog = QApplication.activeModalWidget()
    page = next(one for one in dialog.findChildren(QWidget) if type(one).__name__ == "OptionsPage")
    result["page_shown"] = page.isVisible()
    stage.picture("10-options")
    page.officer.setText("Sok Dara")
    page.accuracy.setValue(50.0)
    press(page.copy_button)
    result["details"] = QApplication.clipboard().text()
    press(page.again_button)
    buttons = dialog.findChild(QDialogButtonBox)
    press(buttons.button(QDialogButtonBox.StandardButton.Ok))
    yield lambda: QApplication.activeModalWidget() is None
    yield stage.pause(0.5)
    from factory_locations.qgis_plugin import settings

    result["stored"] = [settings.officer(), settings.accuracy_m()]
    settings.set_officer("")
    settings.set_accuracy_m(0.0)

    stage.step("dark")
    stage.dark()
    yield stage.pause(0.5)
    yield from typed(stage, "fac garment", "Factories", "11-dark")
    QTest.keyClick(line(), Qt.Key.Key_Escape)
    QTimer.singleShot(0, lambda: iface.showOptionsDialog(stage.window, "FactoryLocationsOptions"))
    yield lambda: QApplication.activeModalWidget() is not None
    yield stage.pause(0.6)
    stage.picture("12-dark-options")
    QApplication.activeModalWidget().reject()
    yield lambda: QApplication.activeModalWidget() is None
    yield stage.pause(0.3)
    stage.dark(False)

    stage.step("unloaded while searching")
    focus_line()
    QTest.keyClicks(line(), " x")
    del plugin, desktop, page, dialog, site
    result["unloaded"] = unloadPlugin(NAME)
    yield stage.pause(0.5)
    line().clear()
    QTest.keyClicks(line(), "fac garment")
    yield stage.pause(1.0)
    result["after_unload"] = ours("Factories of the register")


perform(scenario)

"""Sets up a factory project in a real QGIS window; `qgis --code` runs this file, `test_project.py` starts it.

The environment says what to read and where to write: FACTORY_DRIVE, the file `drive.py`; FACTORY_DEMO, a folder with
the demo's GeoPackage, an earlier check of it and a project whose schools have gone; FACTORY_DESKTOP_OUT, a folder that
gets `result.json`, the pictures and the projects.
"""

import importlib.util
import os
import sys
import time
from pathlib import Path

from qgis.core import QgsPointClusterRenderer, QgsProject
from qgis.gui import QgsAttributeDialog
from qgis.PyQt.QtCore import QMimeData, QPoint, QPointF, Qt, QTimer, QUrl
from qgis.PyQt.QtGui import QColor, QDragEnterEvent, QDropEvent, QPainter, QPalette
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication, QComboBox, QDockWidget, QListView, QTableView, QTabWidget, QWizard
from qgis.utils import iface, plugins

_spec = importlib.util.spec_from_file_location("factory_drive", os.environ["FACTORY_DRIVE"])
drive = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(drive)
DEMO = Path(os.environ["FACTORY_DEMO"])
OUT = Path(os.environ["FACTORY_DESKTOP_OUT"])
NAME = "factory_locations"
LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


class Pulse:
    """Measures the longest time for which the event loop did not turn."""

    def __init__(self):
        self.longest, self._last = 0.0, time.perf_counter()
        self._timer = QTimer()
        self._timer.timeout.connect(self._beat)
        self._timer.start(5)

    def _beat(self):
        now = time.perf_counter()
        self.longest, self._last = max(self.longest, now - self._last), now

    def restart(self):
        self.longest, self._last = 0.0, time.perf_counter()

    def milliseconds(self):
        return round(self.longest * 1000)


def drop(widget, paths):
    """Let files fall on a widget, as from a file manager."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    where, action = widget.rect().center(), Qt.DropAction.CopyAction
    QApplication.sendEvent(widget, QDragEnterEvent(where, action, data, LEFT, NONE))
    QApplication.sendEvent(widget, QDropEvent(QPointF(where), action, data, LEFT, NONE))


def type_into(edit, text):
    """Replace what is in a field, by keys."""
    edit.setFocus()
    edit.selectAll()
    QTest.keyClicks(edit, text)


def press(button):
    QTest.mouseClick(button, LEFT)


def tick(box):
    """Click the mark of a check box or radio button."""
    QTest.mouseClick(box, LEFT, NONE, QPoint(8, box.height() // 2))


def pick(combo, text):
    """Choose an entry of a combo box by its text, as a person does."""
    index = next(i for i in range(combo.count()) if combo.itemText(i).startswith(text))
    combo.setCurrentIndex(index)
    combo.activated.emit(index)


def picture(name):
    """Save what the screen shows: the window with what stands before it."""
    window = iface.mainWindow()
    shot = window.grab()
    top = QApplication.activeModalWidget()
    if top is not None:
        painter = QPainter(shot)
        painter.drawPixmap(top.mapToGlobal(QPoint(0, 0)) - window.mapToGlobal(QPoint(0, 0)), top.grab())
        painter.end()
    shot.save(str(OUT / f"{name}.png"))


def layers():
    """Return what the project holds, by role."""
    roles = plugins[NAME].desktop.roles
    return {role: roles.layer(role).source() for role in roles.chosen() if roles.layer(role) is not None}


def broken_text(dock):
    return {role: dock.layers.problem_told(role) for role in ("factories", "zoning", "schools")}


def files():
    return sorted(str(path.relative_to(OUT)) for path in OUT.rglob("*") if path.suffix in (".gpkg", ".qgz"))


def form_of(layer):
    """Return what the form of a register offers."""
    feature = next(layer.getFeatures("factory_id = 'KH-07-00002'"))  # the demo's first violation
    dialog = QgsAttributeDialog(layer, feature, False, iface.mainWindow(), False)
    dialog.resize(660, 600)
    dialog.show()
    for _ in range(20):
        QApplication.processEvents()
    dialog.grab().save(str(OUT / "project-form.png"))
    boxes = [one for one in dialog.findChildren(QComboBox) if one.isVisible() and one.findData("registered") >= 0]
    offered = [boxes[0].itemText(i) for i in range(boxes[0].count())] if boxes else []
    tabs = dialog.findChild(QTabWidget)
    titles = [tabs.tabText(i) for i in range(tabs.count())]
    tabs.setCurrentIndex(tabs.count() - 1)
    for _ in range(20):
        QApplication.processEvents()
    dialog.grab().save(str(OUT / "project-form-findings.png"))
    rows = [table.model().rowCount() for table in dialog.findChildren(QTableView) if table.isVisible()]
    lists = [one.model().rowCount() for one in dialog.findChildren(QListView) if one.isVisible()]
    dialog.close()
    dialog.deleteLater()
    return {"tabs": titles, "offered": offered, "findings": [*rows, *lists]}


def look_closely(register, scale):
    """Show the surroundings of a factory."""
    place = next(register.getFeatures("factory_id = 'KH-07-00002'")).geometry().asPoint()
    iface.mapCanvas().setCenter(place)
    iface.mapCanvas().zoomScale(scale)


def window_of():
    part = next(one for one in plugins[NAME].desktop._parts if type(one).__name__ == "ProjectPart")
    return part.dialog


def scenario(result):
    """From an empty folder to a project that opens again."""
    window = iface.mainWindow()
    window.resize(1366, 768)
    for name in ("Browser", "Browser2"):
        browser = window.findChild(QDockWidget, name)
        if browser is not None:
            browser.hide()
    yield lambda: NAME in plugins
    desktop = plugins[NAME].desktop
    dock = desktop.dock
    dock.show()
    window.resizeDocks([dock], [400], Qt.Orientation.Horizontal)
    yield drive.pause(0.5)
    picture("project-0-empty")
    pulse = Pulse()

    result["step"] = "wizard opened, then cancelled"
    menu = next(one.menu() for one in iface.pluginMenu().actions() if "Locations" in one.text())
    entry = {one.text().replace("&", ""): one for one in menu.actions()}
    result["menu"] = list(entry)
    entry["New factory project…"].trigger()
    yield lambda: window_of() is not None and window_of().isVisible()
    wizard = window_of()
    type_into(wizard.place.folder.lineEdit(), str(OUT / "given up"))
    press(wizard.button(QWizard.WizardButton.NextButton))
    yield drive.pause(0.3)
    QTest.keyClick(wizard, Qt.Key.Key_Escape)
    yield lambda: window_of() is None
    result["files_after_cancel"] = files()
    result["folder_after_cancel"] = (OUT / "given up").exists()

    result["step"] = "a new register"
    entry["New factory project…"].trigger()
    yield lambda: window_of() is not None and window_of().isVisible()
    yield drive.pause(0.3)
    wizard = window_of()
    type_into(wizard.place.folder.lineEdit(), "/no/such/place")
    yield drive.pause(0.3)
    picture("project-1-where-wrong")
    result["next_with_bad_folder"] = wizard.button(QWizard.WizardButton.NextButton).isEnabled()
    type_into(wizard.place.folder.lineEdit(), str(OUT / "new"))
    yield drive.pause(0.3)
    picture("project-1-where")
    press(wizard.button(QWizard.WizardButton.NextButton))
    yield drive.pause(0.3)
    picture("project-2-register-new")
    press(wizard.button(QWizard.WizardButton.NextButton))
    yield drive.pause(0.5)
    pick(wizard.map.rules.box, "Cambodia baseline")
    yield drive.pause(0.3)
    picture("project-3-map")
    press(wizard.button(QWizard.WizardButton.NextButton))
    yield drive.pause(0.3)
    picture("project-4-layers-empty")
    pulse.restart()
    drop(wizard.layers.table, [DEMO / "demo.gpkg"])
    yield lambda: not wizard.pool.busy and wizard.pool.sources
    yield drive.pause(0.3)
    result["blocked_reading_ms"] = pulse.milliseconds()
    result["status"] = wizard.layers.table.status()
    result["guessed"] = {role: one.name for role, one in wizard.layers.table.chosen().items()}
    picture("project-4-layers")
    press(wizard.button(QWizard.WizardButton.NextButton))
    yield drive.pause(0.3)
    picture("project-5-summary")
    result["files_before_finish"] = files()
    pulse.restart()
    wizard.made.connect(lambda _path: result.update(blocked_making_ms=pulse.milliseconds()))
    press(wizard.button(QWizard.WizardButton.FinishButton))
    yield lambda: QgsProject.instance().fileName().endswith("new/factories.qgz")
    yield drive.settled()
    yield drive.pause(1)
    picture("project-6-made")
    project = QgsProject.instance()
    register = desktop.roles.layer("factories")
    result["new"] = {
        "files": files(),
        "roles": layers(),
        "rules": desktop.roles.rules(),
        "crs": project.crs().authid(),
        "bookmarks": [one.name() for one in project.bookmarkManager().bookmarks()],
        "groups": drive.groups(),
        "fields": register.fields().names(),
        "status_widget": register.editorWidgetSetup(register.fields().indexOf("status")).type(),
        "dirty": project.isDirty(),
        "extent": drive.extent(),
    }

    result["step"] = "a register that there is, with findings"
    entry["New factory project…"].trigger()
    yield lambda: window_of() is not None and window_of().isVisible()
    wizard = window_of()
    yield drive.pause(0.3)
    type_into(wizard.place.folder.lineEdit(), str(OUT / "new"))
    yield drive.pause(0.3)
    result["same_name_told"] = [text for text in wizard.place.problems().values() if text]
    type_into(wizard.place.name, "second")
    press(wizard.button(QWizard.WizardButton.NextButton))
    tick(wizard.register.existing)
    wizard.pool.add([DEMO / "demo.gpkg", DEMO / "check.gpkg"])
    yield lambda: not wizard.pool.busy and any("demo.gpkg" in one.place for one in wizard.pool.sources)
    yield drive.pause(0.3)
    press(wizard.register.buttons.database)
    yield drive.pause(1)
    picture("project-7-database")
    QApplication.activeModalWidget().reject()
    yield drive.pause(0.3)
    pick(wizard.register.layer, "factories")
    result["findings_found"] = wizard.register.findings.filePath()
    picture("project-7-register-existing")
    press(wizard.button(QWizard.WizardButton.NextButton))
    yield drive.pause(0.3)
    pick(wizard.map.colour, "Verdict")
    press(wizard.button(QWizard.WizardButton.NextButton))
    yield drive.pause(0.3)
    press(wizard.button(QWizard.WizardButton.NextButton))
    yield drive.pause(0.3)
    picture("project-8-summary")
    pulse.restart()
    wizard.made.connect(lambda _path: result.update(blocked_second_ms=pulse.milliseconds()))
    press(wizard.button(QWizard.WizardButton.FinishButton))
    yield lambda: QgsProject.instance().fileName().endswith("new/second.qgz")
    yield drive.settled()
    yield drive.pause(1)
    picture("project-9-verdict")
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
        "form": form_of(register),
    }
    look_closely(register, 25_000)
    yield drive.settled()
    yield drive.pause(0.5)
    picture("project-9-close")

    result["step"] = "layers only"
    QgsProject.instance().setDirty(False)
    iface.newProject()
    yield drive.settled()
    entry["Load factory layers…"].trigger()
    yield lambda: window_of() is not None and window_of().isVisible()
    dialog = window_of()
    press(dialog.demo)
    yield lambda: not dialog.pool.busy and dialog.pool.sources
    yield drive.pause(0.3)
    picture("project-10-load")
    result["colours"] = [dialog.colour.itemText(i) for i in range(dialog.colour.count())]
    pulse.restart()
    press(dialog.load_button)
    yield lambda: window_of() is None
    result["blocked_loading_ms"] = pulse.milliseconds()
    yield drive.settled()
    yield drive.pause(1)
    picture("project-11-loaded")
    register = desktop.roles.layer("factories")
    result["loaded"] = {
        "groups": drive.groups(),
        "roles": layers(),
        "clusters": isinstance(register.renderer(), QgsPointClusterRenderer),
        "classes": [one.label() for one in register.renderer().embeddedRenderer().categories()],
    }
    look_closely(register, 60_000)
    yield drive.settled()
    yield drive.pause(0.5)
    picture("project-12-loaded-close")
    del register

    result["step"] = "a layer has gone"
    QgsProject.instance().setDirty(False)
    iface.newProject()
    yield drive.settled()
    iface.messageBar().clearWidgets()
    QTimer.singleShot(1500, close_question)
    iface.addProject(str(DEMO / "gone" / "gone.qgz"))
    yield drive.settled()
    yield drive.pause(0.5)
    result["broken"] = broken_text(dock)
    result["told"] = [one.text() for one in iface.messageBar().items()]
    picture("project-13-gone")
    drive.picture_dock(dock, "project-13-gone-dock")

    result["step"] = "dark"
    dark = QPalette()
    for role, colour in (
        (QPalette.ColorRole.Window, "#31363b"), (QPalette.ColorRole.Base, "#232629"),
        (QPalette.ColorRole.AlternateBase, "#31363b"), (QPalette.ColorRole.Button, "#31363b"),
        (QPalette.ColorRole.Text, "#eff0f1"), (QPalette.ColorRole.WindowText, "#eff0f1"),
        (QPalette.ColorRole.ButtonText, "#eff0f1"), (QPalette.ColorRole.ToolTipText, "#eff0f1"),
    ):  # fmt: skip
        dark.setColor(role, QColor(colour))
    QApplication.setPalette(dark)
    entry["New factory project…"].trigger()
    yield lambda: window_of() is not None and window_of().isVisible()
    wizard = window_of()
    type_into(wizard.place.folder.lineEdit(), "/no/such/place")
    yield drive.pause(0.3)
    picture("project-14-dark")
    wizard.reject()
    yield lambda: window_of() is None


def close_question():
    """Keep the layers that are not there, when QGIS asks about them."""
    top = QApplication.activeModalWidget()
    if top is not None:
        top.reject()


def begin():
    """Start once the window stands."""
    sys.factory_drive = drive.Drive(scenario)


QTimer.singleShot(1500, begin)

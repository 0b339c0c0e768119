"""Checks sites in a real QGIS window; `qgis --code` runs this file, `test_site.py` starts it.

The environment says where to write: FACTORY_DESKTOP_OUT, a folder that gets `result.json` and the pictures.
FACTORY_DARK asks for a dark palette.
"""

import json
import os
import sys
import time
import traceback
from pathlib import Path

from qgis.core import Qgis, QgsApplication, QgsCoordinateReferenceSystem, QgsCoordinateTransform, QgsPointXY, QgsProject
from qgis.gui import QgsMapCanvasItem
from qgis.PyQt.QtCore import QCoreApplication, QEvent, QPoint, Qt, QTimer
from qgis.PyQt.QtGui import QColor, QPalette
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication, QDockWidget, QToolBar
from qgis.utils import iface, plugins, unloadPlugin

NAME = "factory_locations"
OUT = Path(os.environ["FACTORY_DESKTOP_OUT"])
STEP_SECONDS = 40
TICK_MS = 50
LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


class Drive:
    """Runs a scenario step by step; a step yields a question that must become true before the next one."""

    def __init__(self, scenario):
        self.result = {"qgis": Qgis.QGIS_VERSION, "done": False, "error": ""}
        self._steps = scenario(self.result)
        self._waiting, self._ticks = None, 0
        self._timer = QTimer()
        self._timer.timeout.connect(self._tick)
        self._timer.start(TICK_MS)

    def _tick(self):
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
            picture("error")
            self._finish()

    def _finish(self):
        self._timer.stop()
        self._write()
        iface.newProject(False)
        QgsProject.instance().setDirty(False)
        iface.actionExit().trigger()

    def _write(self):
        (OUT / "result.json").write_text(json.dumps(self.result, indent=1), encoding="utf-8")


class Watchdog:
    """Measures how long the event loop was not heard of."""

    def __init__(self):
        self.longest, self._last = 0.0, time.perf_counter()
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)
        self._timer.start(5)

    def _tick(self):
        now = time.perf_counter()
        self.longest, self._last = max(self.longest, now - self._last), now

    def read(self):
        """Return the longest silence since the last call in milliseconds."""
        longest, self.longest, self._last = self.longest, 0.0, time.perf_counter()
        return round(longest * 1000)


def settled():
    """Wait until the map is drawn and no task runs."""
    return lambda: not iface.mapCanvas().isDrawing() and QgsApplication.taskManager().countActiveTasks() == 0


def pause(seconds):
    """Wait for things that have no signal."""
    ticks = iter(range(int(seconds * 1000 / TICK_MS)))
    return lambda: next(ticks, None) is None


def picture(name):
    """Save what the whole window shows."""
    iface.mainWindow().grab().save(str(OUT / f"site-{name}.png"))


def pixel(lon, lat):
    """Return where a place is on the canvas."""
    canvas = iface.mapCanvas()
    crs = canvas.mapSettings().destinationCrs()
    transform = QgsCoordinateTransform(QgsCoordinateReferenceSystem("EPSG:4326"), crs, QgsProject.instance())
    at = canvas.getCoordinateTransform().transform(transform.transform(QgsPointXY(lon, lat)))
    return QPoint(round(at.x()), round(at.y()))


def drag(start, end, steps):
    """Press, move and release the mouse on the map, as fast as a hand; something to wait for."""
    canvas = iface.mapCanvas().viewport()
    QTest.mousePress(canvas, LEFT, NONE, start)

    def moves():
        for i in range(1, steps + 1):
            moved(canvas, start + (end - start) * i / steps)
            yield False
        QTest.mouseRelease(canvas, LEFT, NONE, end)
        yield True

    made = moves()
    return lambda: next(made)


def moved(canvas, at):
    """Move the mouse with the button held: QTest's own moves tell of no button."""
    from qgis.PyQt.QtCore import QPointF
    from qgis.PyQt.QtGui import QMouseEvent

    event = QMouseEvent(QEvent.Type.MouseMove, QPointF(at), QPointF(canvas.mapToGlobal(at)), LEFT, LEFT, NONE)
    QApplication.sendEvent(canvas, event)


def drawn():
    """Return how many items of the tab lie on the canvas and draw something."""
    items = [one for one in iface.mapCanvas().scene().items() if isinstance(one, QgsMapCanvasItem)]
    return sum(1 for one in items if getattr(one, "size", lambda: 0)() or getattr(one, "site", None))


def dark():
    """Give QGIS a dark palette."""
    palette = QPalette()
    for role, colour in (
        (QPalette.ColorRole.Window, "#31363b"),
        (QPalette.ColorRole.Base, "#232629"),
        (QPalette.ColorRole.AlternateBase, "#2b3035"),
        (QPalette.ColorRole.Button, "#31363b"),
        (QPalette.ColorRole.Text, "#eff0f1"),
        (QPalette.ColorRole.WindowText, "#eff0f1"),
        (QPalette.ColorRole.ButtonText, "#eff0f1"),
        (QPalette.ColorRole.Highlight, "#3daee9"),
        (QPalette.ColorRole.HighlightedText, "#ffffff"),
        (QPalette.ColorRole.Link, "#6ab0f3"),
        (QPalette.ColorRole.ToolTipBase, "#31363b"),
        (QPalette.ColorRole.ToolTipText, "#eff0f1"),
    ):
        palette.setColor(role, QColor(colour))
    QApplication.setStyle("Fusion")
    QApplication.setPalette(palette)


def scenario(result):
    """A day of site checks."""
    window = iface.mainWindow()
    window.showNormal()
    window.move(0, 0)
    window.resize(1366, 768)
    for name in ("Browser", "Browser2"):
        browser = window.findChild(QDockWidget, name)
        if browser is not None:
            browser.hide()
    if os.environ.get("FACTORY_DARK"):
        dark()

    result["step"] = "plugin enabled"
    yield lambda: NAME in plugins
    plugin = plugins[NAME]
    desktop = plugin.desktop
    dock = desktop.dock
    part = next(one for one in desktop._parts if type(one).__name__ == "SiteCheckPart")
    window.findChild(QToolBar, "FactoryLocationsToolbar").actions()[0].trigger()
    window.resizeDocks([dock], [400], Qt.Orientation.Horizontal)
    dock.show_page(part.page)
    yield pause(0.5)
    view = part.check.view
    result["ready_empty"] = view.is_ready()
    picture("1-empty")

    result["step"] = "demo loaded"
    plugin.load_demo_project()
    yield settled()
    yield pause(1.0)
    window.resizeDocks([dock], [400], Qt.Orientation.Horizontal)
    dock.show_page(part.page)
    yield pause(0.5)
    result["ready_demo"] = view.is_ready()
    result["begin"] = view.answer.told()
    picture("2-demo")

    result["step"] = "activity typed"
    QTest.mouseClick(view.activity, LEFT)
    QTest.keyClicks(view.activity, "garm")
    yield pause(0.3)
    result["activities"] = view.activity.offered()
    QApplication.primaryScreen().grabWindow(0).save(str(OUT / "site-3-activity.png"))
    popup = QApplication.activePopupWidget() or view.activity
    QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, Qt.Key.Key_Return)
    yield pause(0.2)
    result["activity"] = view.activity.code()

    result["step"] = "coordinate typed wrong"
    QTest.mouseClick(view.place.text, LEFT)
    QTest.keyClicks(view.place.text, "104.8668E, hello")
    QTest.keyClick(view.place.text, Qt.Key.Key_Return)
    yield lambda: bool(view.place.told())
    result["wrong"] = view.place.told()
    yield pause(0.2)
    picture("4-wrong")

    result["step"] = "coordinate typed swapped"
    view.place.text.clear()
    dog = Watchdog()
    QTest.keyClicks(view.place.text, "104.53322, 11.42295")
    QTest.keyClick(view.place.text, Qt.Key.Key_Return)
    yield lambda: part.check.answer is not None
    yield settled()
    result["first_silence_ms"] = dog.read()
    result["swapped"] = view.place.told()
    result["headline"] = view.answer.headline()
    yield pause(0.5)
    picture("5-typed")

    result["step"] = "picked on the map"
    view.activity.choose("1010")
    canvas = iface.mapCanvas()
    before = canvas.mapTool()
    view.place.pick_button.click()
    result["picking"] = canvas.mapTool() is part.check.tool
    dog.read()
    QTest.mouseClick(canvas.viewport(), LEFT, NONE, QPoint(canvas.width() // 2 + 30, canvas.height() // 2 + 30))
    yield settled()
    yield pause(0.3)
    result["click_silence_ms"] = dog.read()
    result["clicked"] = [view.answer.headline(), view.place.text.text(), view.place.accuracy.value()]
    result["drawn"] = drawn()
    picture("6-picked")

    result["step"] = "dragged"
    answers = []
    part.check.asker.answered.connect(lambda _question, _answer: answers.append(time.perf_counter()))
    place = part.check.place
    start = pixel(place.lon, place.lat)
    dog.read()
    yield drag(start, start + QPoint(-60, -30), 40)
    dropped = time.perf_counter()
    yield lambda: bool(answers) and not part.check.asker.busy
    result["drop_to_verdict_ms"] = round((answers[-1] - dropped) * 1000)
    result["answers_while_dragging"] = len(answers)
    result["drag_silence_ms"] = dog.read()
    yield settled()
    yield pause(0.5)
    picture("7-dragged")
    result["rules"] = [view.answer.rules.row_count(), view.answer.details_text()]

    result["step"] = "rule chosen"
    index = view.answer.rules.model().index(0, 0)
    QTest.mouseClick(view.answer.rules.viewport(), LEFT, NONE, view.answer.rules.visualRect(index).center())
    yield pause(2.2)
    yield settled()
    picture("8-rule")

    result["step"] = "other places"
    view.activity.choose("2011")
    yield lambda: part.check.answer.failing
    view.answer.tabs.setCurrentIndex(1)
    yield lambda: view.answer.places.row_count() > 0 or (settled()() and "Looking" not in view.answer.places_told())
    yield settled()
    result["places"] = view.answer.places.row_count()
    index = view.answer.places.model().index(0, 0)
    QTest.mouseClick(view.answer.places.viewport(), LEFT, NONE, view.answer.places.visualRect(index).center())
    yield pause(2.2)
    yield settled()
    picture("9-places")
    view.answer.move_button.click()
    yield settled()
    yield pause(0.5)
    result["moved"] = view.answer.headline()
    picture("10-moved")

    result["step"] = "certificate"
    view.certificate_button.click()
    yield lambda: part.check.dialog is not None
    dialog = part.check.dialog
    QTest.keyClicks(dialog.applicant, "Prek Thnot Meat Co., Ltd.")
    QTest.keyClicks(dialog.reference, "APP-2026-017")
    yield pause(0.3)
    dialog.grab().save(str(OUT / "site-11-certificate.png"))
    pdf = Path(dialog.path())
    dog.read()
    dialog.accept()
    yield pdf.exists
    yield settled()
    result["certificate"] = [pdf.name, pdf.stat().st_size, dog.read()]
    (OUT / "certificate.pdf").write_bytes(pdf.read_bytes())

    result["step"] = "keyboard"
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    yield pause(0.2)
    result["tool_back"] = canvas.mapTool() is before
    view.copy_button.click()
    result["copied"] = QApplication.clipboard().text()

    result["step"] = "small dock"
    window.resizeDocks([dock], [320], Qt.Orientation.Horizontal)
    yield pause(0.5)
    result["small_width"] = dock.width()
    dock.grab().save(str(OUT / "site-12-small.png"))
    window.resizeDocks([dock], [400], Qt.Orientation.Horizontal)

    result["step"] = "tab left"
    view.place.pick_button.click()
    dock.show_check()
    yield pause(0.3)
    result["drawn_elsewhere"] = drawn()
    result["tool_elsewhere"] = canvas.mapTool() is before
    dock.show_page(part.page)
    yield settled()
    yield pause(0.3)
    result["drawn_again"] = drawn()

    result["step"] = "project closed"
    QgsProject.instance().setDirty(False)
    iface.newProject()
    yield settled()
    yield pause(0.3)
    result["after_new"] = [drawn(), view.place.text.text(), view.is_ready()]

    result["step"] = "disabled"
    plugin.load_demo_project()
    yield settled()
    dock.show_page(part.page)
    view.activity.choose("1410")
    view.place.pick_button.click()
    part.check.put(104.8668, 11.5311)
    items = len(canvas.scene().items())
    plugin = desktop = dock = part = view = index = dialog = None
    result["unloaded"] = unloadPlugin(NAME)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    yield pause(0.5)
    result["items_left"] = [drawn(), items > len(canvas.scene().items())]
    result["tool_after"] = canvas.mapTool() is before


def raised(kind, error, trace):
    """End at once where a slot raises: QGIS would open a window that nobody answers."""
    result = {"qgis": Qgis.QGIS_VERSION, "done": False}
    result["error"] = "".join(traceback.format_exception(kind, error, trace))
    (OUT / "result.json").write_text(json.dumps(result), encoding="utf-8")
    os._exit(3)


def begin():
    sys.excepthook = raised
    """Start once the window stands."""
    sys.factory_drive = Drive(scenario)  # something has to hold it


QTimer.singleShot(1500, begin)

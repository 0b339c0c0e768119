"""Sites are checked in a real QGIS window; `test_site.py` starts it."""

import time
from pathlib import Path

from factory_locations.tests.desktop.hands import click, drag, press
from factory_locations.tests.desktop.stage import NAME, OUT, Stage, perform
from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransform, QgsPointXY, QgsProject
from qgis.gui import QgsMapCanvasItem
from qgis.PyQt.QtCore import QCoreApplication, QEvent, QPoint, Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication
from qgis.utils import iface, plugins, unloadPlugin


def pixel(lon, lat):
    """Return where a place is on the canvas."""
    canvas = iface.mapCanvas()
    crs = canvas.mapSettings().destinationCrs()
    transform = QgsCoordinateTransform(QgsCoordinateReferenceSystem("EPSG:4326"), crs, QgsProject.instance())
    at = canvas.getCoordinateTransform().transform(transform.transform(QgsPointXY(lon, lat)))
    return QPoint(round(at.x()), round(at.y()))


def drawn():
    """Return how many items of the tab lie on the canvas and draw something."""
    items = [one for one in iface.mapCanvas().scene().items() if isinstance(one, QgsMapCanvasItem)]
    return sum(1 for one in items if getattr(one, "size", lambda: 0)() or getattr(one, "site", None))


def scenario(stage: Stage):
    """A day of site checks."""
    result = stage.result
    stage.step("plugin enabled")
    yield lambda: NAME in plugins
    plugin, desktop, dock, part = stage.plugin, stage.desktop, stage.dock, stage.part("SiteCheckPart")
    yield from stage.open_panel()
    dock.show_page(part.page)
    yield stage.pause(0.5)
    view = part.check.view
    result["ready_empty"] = view.is_ready()
    stage.picture("1-empty")

    stage.step("demo loaded")
    plugin.load_demo_project()
    yield stage.settled()
    yield stage.pause(1.0)
    yield from stage.resize_dock()
    dock.show_page(part.page)
    yield stage.pause(0.5)
    result["ready_demo"] = view.is_ready()
    result["begin"] = view.answer.told()
    stage.picture("2-demo")

    stage.step("activity typed")
    press(view.activity)
    QTest.keyClicks(view.activity, "garm")
    yield stage.pause(0.3)
    result["activities"] = view.activity.offered()
    stage.picture("3-activity")
    popup = QApplication.activePopupWidget() or view.activity
    QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, Qt.Key.Key_Return)
    yield stage.pause(0.2)
    result["activity"] = view.activity.code()

    stage.step("coordinate typed wrong")
    press(view.place.text)
    QTest.keyClicks(view.place.text, "104.8668E, hello")
    QTest.keyClick(view.place.text, Qt.Key.Key_Return)
    yield lambda: bool(view.place.told())
    result["wrong"] = view.place.told()
    yield stage.pause(0.2)
    stage.picture("4-wrong")

    stage.step("a link from a phone")
    for name, link in (
        ("4-short-link", "https://maps.app.goo.gl/dYh3kT8Rw1"),
        ("4-link", "https://www.google.com/maps/@11.42295,104.53322,15z"),
        ("4-abroad", "https://maps.google.com/?q=9.5000,103.5000"),
    ):
        part.check.clear()
        QTest.keyClicks(view.place.text, link)
        QTest.keyClick(view.place.text, Qt.Key.Key_Return)
        yield lambda: bool(view.place.told())
        yield stage.settled()
        yield stage.pause(0.5)
        result[name] = [view.answer.headline(), view.place.told()]
        stage.picture(name)
    part.check.clear()

    stage.step("coordinate typed swapped")
    view.place.text.clear()
    stage.silence_ms()
    QTest.keyClicks(view.place.text, "104.53322, 11.42295")
    QTest.keyClick(view.place.text, Qt.Key.Key_Return)
    yield lambda: part.check.answer is not None
    yield stage.settled()
    result["first_silence_ms"] = stage.silence_ms()
    result["swapped"] = view.place.told()
    result["headline"] = view.answer.headline()
    yield stage.pause(0.5)
    stage.picture("5-typed")

    stage.step("picked on the map")
    view.activity.choose("1010")
    canvas = iface.mapCanvas()
    before = canvas.mapTool()
    view.place.pick_button.click()
    result["picking"] = canvas.mapTool() is part.check.tool
    stage.silence_ms()
    press(canvas.viewport(), QPoint(canvas.width() // 2 + 30, canvas.height() // 2 + 30))
    yield stage.settled()
    yield stage.pause(0.3)
    result["click_silence_ms"] = stage.silence_ms()
    result["clicked"] = [view.answer.headline(), view.place.text.text(), view.place.accuracy.value()]
    result["drawn"] = drawn()
    stage.picture("6-picked")

    stage.step("dragged")
    answers = []
    part.check.asker.answered.connect(lambda _question, _answer: answers.append(time.perf_counter()))
    place = part.check.place
    start = pixel(place.lon, place.lat)
    stage.silence_ms()
    yield drag(canvas.viewport(), start, start + QPoint(-60, -30), 40)
    dropped = time.perf_counter()
    yield lambda: bool(answers) and not part.check.asker.busy
    result["drop_to_verdict_ms"] = round((answers[-1] - dropped) * 1000)
    result["answers_while_dragging"] = len(answers)
    result["drag_silence_ms"] = stage.silence_ms()
    yield stage.settled()
    yield stage.pause(0.5)
    stage.picture("7-dragged")
    result["rules"] = [view.answer.rules.row_count(), view.answer.details_text()]

    stage.step("rule chosen")
    index = view.answer.rules.model().index(0, 0)
    click(view.answer.rules, index)
    yield stage.pause(2.2)
    yield stage.settled()
    stage.picture("8-rule")

    stage.step("other places")
    view.activity.choose("2011")
    yield lambda: part.check.answer.failing
    view.answer.tabs.setCurrentIndex(1)
    yield (
        lambda: view.answer.places.row_count() > 0 or (stage.settled()() and "Looking" not in view.answer.places_told())
    )
    yield stage.settled()
    result["places"] = view.answer.places.row_count()
    index = view.answer.places.model().index(0, 0)
    click(view.answer.places, index)
    yield stage.pause(2.2)
    yield stage.settled()
    stage.picture("9-places")
    view.answer.move_button.click()
    yield stage.settled()
    yield stage.pause(0.5)
    result["moved"] = view.answer.headline()
    stage.picture("10-moved")

    stage.step("certificate")
    view.certificate_button.click()
    yield lambda: part.check.dialog is not None
    dialog = part.check.dialog
    QTest.keyClicks(dialog.applicant, "Prek Thnot Meat Co., Ltd.")
    QTest.keyClicks(dialog.reference, "APP-2026-017")
    yield stage.pause(0.3)
    stage.picture("11-certificate", dialog)
    pdf = Path(dialog.path())
    dialog.file.setFilePath("/proc/certificate.pdf")
    dialog.accept()
    yield stage.pause(0.3)
    result["refused"] = [dialog.isVisible(), dialog.applicant.text()]
    stage.picture("11-certificate-refused", dialog)
    dialog.file.setFilePath(str(pdf))
    stage.silence_ms()
    dialog.accept()
    yield pdf.exists
    yield stage.settled()
    result["certificate"] = [pdf.name, pdf.stat().st_size, stage.silence_ms()]
    (OUT / "certificate.pdf").write_bytes(pdf.read_bytes())

    stage.step("keyboard")
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    yield stage.pause(0.2)
    result["tool_back"] = canvas.mapTool() is before
    view.copy_button.click()
    result["copied"] = QApplication.clipboard().text()

    stage.step("small dock")
    yield from stage.resize_dock(320)
    result["small_width"] = dock.width()
    stage.picture("12-small", dock)
    yield from stage.resize_dock()

    stage.step("tab left")
    view.place.pick_button.click()
    dock.show_check()
    yield stage.pause(0.3)
    result["drawn_elsewhere"] = drawn()
    result["tool_elsewhere"] = canvas.mapTool() is before
    dock.show_page(part.page)
    yield stage.settled()
    yield stage.pause(0.3)
    result["drawn_again"] = drawn()

    stage.step("project closed")
    stage.new_project()
    yield stage.settled()
    yield stage.pause(0.3)
    result["after_new"] = [drawn(), view.place.text.text(), view.is_ready()]

    stage.step("disabled")
    plugin.load_demo_project()
    yield stage.settled()
    dock.show_page(part.page)
    view.activity.choose("1410")
    view.place.pick_button.click()
    part.check.put(104.8668, 11.5311)
    items = len(canvas.scene().items())
    del desktop
    plugin = dock = part = view = index = dialog = None
    result["unloaded"] = unloadPlugin(NAME)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    yield stage.pause(0.5)
    result["items_left"] = [drawn(), items > len(canvas.scene().items())]
    result["tool_after"] = canvas.mapTool() is before


perform(scenario)

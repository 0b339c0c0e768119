"""Factories are added and moved in a real QGIS window while the plugin watches; `test_live_check.py` starts it."""

import time
from functools import partial

from factory_locations.qgis_plugin.editing.live_bar import ITEM
from factory_locations.qgis_plugin.editing.live_line import ShortText
from factory_locations.tests.desktop.hands import press
from factory_locations.tests.desktop.stage import NAME, Stage, perform
from qgis.core import QgsGeometry, QgsPointXY, QgsRectangle
from qgis.PyQt.QtCore import QPoint, Qt, QTimer
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication, QDialogButtonBox, QLabel, QLineEdit, QPushButton, QTabWidget
from qgis.utils import iface, plugins, unloadPlugin

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def pixel(place):
    """Return where a place of the project's CRS is on the canvas."""
    at = iface.mapCanvas().getCoordinateTransform().transform(place)
    return QPoint(round(at.x()), round(at.y()))


def ours():
    """Return our items in the message bar."""
    return [item for item in iface.messageBar().items() if item.objectName() == ITEM]


def told():
    """Return what our item says."""
    items = ours()
    return [items[0].findChild(ShortText).toolTip(), items[0].level()] if items else None


def fill_form(stage, values):
    """Fill in the form that QGIS opens for a new factory, and close it with OK: it waits inside."""
    form = QApplication.activeModalWidget() or QApplication.activeWindow()
    tabs = form.findChild(QTabWidget)
    stage.result["tabs"] = [tabs.tabText(place) for place in range(tabs.count())]
    for tab, name, text in values:
        tabs.setCurrentIndex(stage.result["tabs"].index(tab))
        edit = form.findChild(QLineEdit, name)
        edit.setFocus()
        edit.selectAll()
        QTest.keyClicks(edit, text)
        stage.picture(f"3-form-{name}-{text}", form)
    press(form.findChild(QDialogButtonBox).button(QDialogButtonBox.StandardButton.Ok))


def read_form(stage):
    """Note what the form that is open says beside each value, and close it."""
    form = QApplication.activeModalWidget() or QApplication.activeWindow()
    tabs = form.findChild(QTabWidget)
    for place in range(tabs.count()):
        tabs.setCurrentIndex(place)
        QTest.qWait(200)
        stage.picture(f"2-hints-{place}", form)
    stage.result["hints"] = [
        label.toolTip() for label in form.findChildren(QLabel) if label.objectName().startswith("Constraint")
    ] or [label.toolTip() for label in form.findChildren(QLabel) if "stated" in label.toolTip()]
    press(form.findChild(QDialogButtonBox).button(QDialogButtonBox.StandardButton.Cancel))


def vertex_tool():
    """Take the vertex tool of the layer."""
    action = getattr(iface, "actionVertexToolActiveLayer", iface.actionVertexTool)
    action().trigger()


def drag_vertex(stage, start, end):
    """Pick a vertex up with a click, as QGIS has it, and let it go with another one; ``yield from`` it."""
    view = iface.mapCanvas().viewport()
    for at in (start - QPoint(8, 8), start):
        QTest.mouseMove(view, at)
        yield stage.pause(0.1)
    QTest.mouseClick(view, LEFT, NONE, start)
    yield stage.pause(0.2)
    for share in range(1, 11):
        QTest.mouseMove(view, start + (end - start) * share / 10)
        yield stage.pause(0.02)
    stage.silence_ms()
    QTest.mouseClick(view, LEFT, NONE, end)


def carry(stage, start, end):
    """Take a factory with QGIS's Move Feature, a click to take and a click to let go; ``yield from`` it."""
    view = iface.mapCanvas().viewport()
    QTest.mouseMove(view, start)
    QTest.mouseClick(view, LEFT, NONE, start)
    yield stage.pause(0.3)
    for share in range(1, 11):
        QTest.mouseMove(view, start + (end - start) * share / 10)
        yield stage.pause(0.02)
    stage.silence_ms()
    QTest.mouseClick(view, LEFT, NONE, end)


def look_around(stage, place, metres=1500):
    """Show the surroundings of a place; ``yield from`` it."""
    iface.mapCanvas().setExtent(around(place, metres))
    iface.mapCanvas().refresh()
    yield stage.settled()


def around(place, metres=1500):
    """Return the surroundings of a place, for the map."""
    return QgsRectangle(place.x() - metres, place.y() - metres, place.x() + metres, place.y() + metres)


def checked(stage, part, layer):
    """Wait until the factory that was changed has been looked at, and note how long that took; ``yield from`` it."""
    began = time.perf_counter()
    yield lambda: part.check.waiting
    yield lambda: not part.check.waiting
    stage.result.setdefault("seconds", []).append(round(time.perf_counter() - began, 3))
    stage.result.setdefault("silences", []).append(stage.silence_ms())


def scenario(stage: Stage):
    """An officer digitises a factory, drags it to and fro, and reads what the bar says."""
    result = stage.result
    stage.step("demo loaded")
    yield lambda: NAME in plugins
    part = stage.part("LiveCheckPart")
    yield from stage.open_panel()
    stage.plugin.load_demo_project()
    yield stage.settled()
    yield stage.pause(1)
    roles = stage.desktop.roles
    layer = roles.layer("factories")
    layer.setReadOnly(False)  # the demo is for looking at; this copy is for editing
    zones = {zone["zone_code"]: zone.geometry() for zone in roles.layer("zoning").getFeatures() if zone["plan"]}
    home = zones["RES"].pointOnSurface().asPoint()
    canvas, view = iface.mapCanvas(), iface.mapCanvas().viewport()
    iface.setActiveLayer(layer)
    canvas.setExtent(around(home))
    canvas.refresh()
    yield stage.settled()

    stage.step("editing begins")
    stage.silence_ms()
    iface.actionToggleEditing().trigger()
    yield layer.isEditable
    yield lambda: part.check is not None and not part.check.waiting
    yield stage.pause(0.2)
    result["begin_ms"] = stage.silence_ms()
    result["at_first"] = told()

    stage.step("form of a factory")
    feature = next(one for one in layer.getFeatures() if str(one["isic"]) == "1410")
    feature["loc_accuracy_m"], feature["loc_method"], feature["isic"] = None, "unknown", "9999"
    QTimer.singleShot(1500, partial(read_form, stage))
    iface.openFeatureForm(layer, feature)
    yield lambda: "hints" in result
    result["blocked"] = layer.isModified()

    stage.step("factory added")
    iface.actionAddFeature().trigger()
    yield stage.pause(0.3)
    values = (
        ("Factory", "factory_id", "KH-12-99001"),
        ("Factory", "name_en", "Angkor Cement"),
        ("Activity", "isic", "2498"),
        ("Activity", "isic", "2394"),
        ("Location", "commune_code", "070101"),
    )
    QTimer.singleShot(1500, partial(fill_form, stage, values))
    QTest.mouseMove(view, pixel(home))
    QTest.mouseClick(view, LEFT, NONE, pixel(home))
    yield lambda: layer.editBuffer().addedFeatures()
    yield from checked(stage, part, layer)
    result["added"] = told()
    yield stage.pause(0.4)
    stage.picture("4-added")

    stage.step("dragged")
    (fid,) = layer.editBuffer().addedFeatures()
    vertex_tool()
    yield stage.pause(0.3)
    yield from drag_vertex(stage, pixel(home), pixel(home) + QPoint(60, 40))
    yield from checked(stage, part, layer)
    place = layer.getFeature(fid).geometry().asPoint()
    result["dragged_m"] = home.distance(place)
    result["dragged"] = told()
    result["items"] = len(ours())
    stage.picture("5-dragged")

    stage.step("details")
    press(ours()[0].findChild(QPushButton))
    yield stage.pause(0.5)
    stage.picture("6-details")
    result["details"] = part.check.details.text.toPlainText()
    part.check.details.close()

    stage.step("beside another factory")
    other = next(one for one in layer.getFeatures() if str(one["isic"]) == "1410")
    there = other.geometry().asPoint()
    canvas.setExtent(around(there, 400))
    canvas.refresh()
    layer.changeAttributeValue(fid, layer.fields().indexOf("name_en"), other["name_en"])
    layer.changeAttributeValue(fid, layer.fields().indexOf("isic"), "1410")
    for code in ("province_code", "district_code", "commune_code"):  # filled in where it was drawn
        layer.changeAttributeValue(fid, layer.fields().indexOf(code), None)
    layer.changeGeometry(fid, QgsGeometry.fromPointXY(QgsPointXY(there.x() + 20, there.y() + 10)))
    yield from checked(stage, part, layer)
    yield stage.settled()
    result["double"] = told()
    stage.picture("7-double")

    stage.step("in light industry")
    fine = zones["LIND"].pointOnSurface().asPoint()
    canvas.setExtent(around(fine))
    canvas.refresh()
    layer.changeAttributeValue(fid, layer.fields().indexOf("size_class"), "small")
    layer.changeGeometry(fid, QgsGeometry.fromPointXY(fine))
    yield from checked(stage, part, layer)
    yield stage.settled()
    result["fine"] = told()
    stage.picture("8-fine")
    yield lambda: not ours()

    stage.step("typing meanwhile")
    stage.dock.tabs.setCurrentIndex(0)
    yield stage.pause(0.5)
    search = stage.dock.tabs.currentWidget().findChild(QLineEdit)
    search.setFocus()
    layer.changeGeometry(fid, QgsGeometry.fromPointXY(home))
    QTest.keyClicks(search, "garm")
    yield from checked(stage, part, layer)
    yield lambda: ours()
    QTest.keyClicks(stage.window.focusWidget(), "ent")
    result["typed"] = search.text()
    search.clear()

    stage.step("moved with QGIS's tool")
    garment = other.id()
    yield from look_around(stage, there)
    iface.actionMoveFeature().trigger()
    yield stage.pause(0.3)
    yield from carry(stage, pixel(there), pixel(there) + QPoint(130, 90))
    yield from checked(stage, part, layer)
    yield stage.pause(0.5)
    moved = layer.getFeature(garment).geometry().asPoint()
    result["moved_m"] = there.distance(moved)
    result["moved"] = told()
    result["bar"] = [item.text() for item in iface.messageBar().items()]
    result["on_top"] = ours()[0].isVisible() if ours() else None
    stage.picture("9-moved")

    stage.step("its vertex dragged")
    vertex_tool()
    yield stage.pause(0.3)
    yield from drag_vertex(stage, pixel(moved), pixel(moved) + QPoint(-90, 60))
    yield from checked(stage, part, layer)
    yield stage.pause(0.5)
    result["vertex_m"] = moved.distance(layer.getFeature(garment).geometry().asPoint())
    result["vertex"] = told()
    stage.picture("10-vertex")

    stage.step("dark")
    stage.dark()
    yield stage.pause(0.8)
    stage.picture("11-dark")
    stage.dark(False)
    yield stage.pause(0.5)

    stage.step("rolled back")
    layer.rollBack()
    yield stage.pause(0.5)
    result["after"] = told()

    stage.step("plugin disabled")
    layer.startEditing()
    layer.changeGeometry(other.id(), QgsGeometry.fromPointXY(home))
    yield lambda: ours()
    result["unloaded"] = unloadPlugin(NAME)
    yield stage.pause(0.3)
    result["left"] = len(ours())
    layer.rollBack()


perform(scenario)

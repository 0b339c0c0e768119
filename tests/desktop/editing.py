"""An officer draws, moves and saves factories in a real QGIS window; `test_editing.py` starts it."""

import shutil
import sqlite3
from contextlib import closing
from functools import partial

from factory_locations.processing.paths import ROOT
from factory_locations.processing.register.undo import batches, undo
from factory_locations.processing.storage.files import edited_in
from factory_locations.qgis_plugin.project.register_form import give_form
from factory_locations.tests.desktop.hands import press
from factory_locations.tests.desktop.stage import NAME, OUT, Stage, perform
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsGeometry,
    QgsPointXY,
    QgsProject,
    QgsRectangle,
    QgsVectorLayer,
)
from qgis.gui import QgsAttributeDialog, QgsRubberBand
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QObject, QPoint, Qt, QTimer
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication, QDialogButtonBox, QLabel, QLineEdit, QPushButton, QTabWidget, QToolBar
from qgis.utils import iface, plugins, unloadPlugin

FILE = OUT / "register.gpkg"


def rows(statement):
    with closing(sqlite3.connect(FILE)) as connection:
        return connection.execute(statement).fetchall()


def register_rows():
    return rows("SELECT * FROM factories ORDER BY fid")


def pixel(x, y):
    at = iface.mapCanvas().getCoordinateTransform().transform(QgsPointXY(x, y))
    return QPoint(round(at.x()), round(at.y()))


def told():
    """What stands in the message bar."""
    return [item.text() for item in iface.messageBar().items()]


def click_map(x, y):
    """Click without waiting inside: QGIS opens its form within the click."""
    QTimer.singleShot(0, partial(press, iface.mapCanvas().viewport(), pixel(x, y)))


def move_map(x, y):
    QTest.mouseMove(iface.mapCanvas().viewport(), pixel(x, y))


def forms():
    windows = [one for one in QApplication.topLevelWidgets() if one.isVisible()]
    return [
        sip.cast(one, QgsAttributeDialog) for one in windows if one.metaObject().className() == "QgsAttributeDialog"
    ]


def next_stop(widget):
    """Return the field that the tab key goes to next."""
    widget.setFocus()
    QTest.keyClick(widget, Qt.Key.Key_Tab)
    one = QApplication.focusWidget()
    while one is not None and not one.objectName():
        one = one.parentWidget()
    return one.objectName() if one is not None else ""


def name_activity(stage, form, result):
    """Type codes of an activity letter by letter; note what the form calls each, and what it would store."""
    result["activity"] = {}
    edit = form.findChild(QLineEdit, "isic")
    result["after_activity"] = next_stop(edit)
    for code in ("1410", "1499", "20", "14101", ""):
        edit.setFocus()
        edit.selectAll()
        QTest.keyClick(edit, Qt.Key.Key_Delete)
        QTest.keyClicks(edit, code)
        yield stage.pause(0.3)
        (label,) = [one for one in form.findChildren(QLabel) if one.text().startswith("Main activity")]
        stored = form.attributeForm().currentFormFeature()["isic"]
        field = label.buddy()  # as of every field of QGIS: what a screen reader calls it
        result["named_for_who_hears"] = field.objectName() == "isic" and field.isAncestorOf(edit)
        result["activity"][code] = [label.text(), str(stored), label.width() <= label.parentWidget().width()]
        stage.picture(f"1-form-activity-{code or 'none'}", form)


def scenario(stage: Stage):
    """A factory is drawn, moved with QGIS's tool, moved with ours, saved each time; then all is taken back."""
    result = stage.result
    stage.step("plugin enabled")
    yield lambda: NAME in plugins
    part = stage.part("EditingPart")

    stage.step("register opened")
    shutil.copy(ROOT / "data" / "demo" / "demo.gpkg", FILE)
    layers = {}
    for table, title in (("provinces", "Provinces"), ("factories", "Factories")):
        layers[table] = QgsVectorLayer(f"{FILE}|layername={table}", title)
        QgsProject.instance().addMapLayer(layers[table])
    register = layers["factories"]
    give_form(register)
    canvas = iface.mapCanvas()
    QgsProject.instance().setCrs(QgsCoordinateReferenceSystem("EPSG:32648"))
    before = register_rows()
    spot = register.getFeature(1).geometry().asPoint()
    yield stage.settled()
    yield stage.pause(0.5)  # QGIS zooms to all when the first layers of a project arrive
    canvas.setExtent(QgsRectangle(spot.x() - 400, spot.y() - 400, spot.x() + 400, spot.y() + 400))
    canvas.zoomScale(5000)
    yield stage.settled()
    result["register"] = part.watch.layer.name()
    iface.setActiveLayer(register)

    stage.step("factory drawn")
    iface.actionToggleEditing().trigger()
    iface.actionAddFeature().trigger()
    click_map(spot.x() + 120, spot.y() + 80)
    yield lambda: bool(forms())
    yield stage.pause(0.5)
    form = forms()[0]
    form.attributeForm().changeAttribute("factory_id", "KH-NEW-1")
    shown = form.attributeForm().currentFormFeature()
    result["form"] = {
        name: str(shown[name]) for name in ("loc_method", "loc_accuracy_m", "loc_source", "province_code")
    }
    stage.picture("1-form")
    tabs = form.findChildren(QTabWidget)
    if tabs:
        tabs[0].setCurrentIndex(1)
        yield from name_activity(stage, form, result)
        tabs[0].setCurrentIndex(2)
        yield stage.pause(0.3)
        stage.picture("2-form-location")
    ok = form.findChild(QDialogButtonBox).button(QDialogButtonBox.StandardButton.Ok)
    QTimer.singleShot(0, partial(press, ok))
    yield lambda: not forms()
    yield stage.settled()
    result["filled"] = told()
    result["steps"] = register.undoStack().count()
    stage.picture("3-drawn")

    stage.step("saved")
    stage.silence_ms()
    iface.actionSaveActiveLayerEdits().trigger()
    yield lambda: not register.isModified()
    yield stage.settled()
    result["save_silence_ms"] = stage.silence_ms()
    result["audit"] = rows("SELECT action, factory_id, field, row_key FROM audit ORDER BY audit_id")
    result["key"] = rows("SELECT fid FROM factories WHERE factory_id = 'KH-NEW-1'")[0][0]

    stage.step("moved with QGIS's own tool")
    register.removeSelection()
    iface.actionMoveFeature().trigger()
    click_map(spot.x(), spot.y())
    yield stage.pause(0.4)
    move_map(spot.x() + 60, spot.y() - 60)
    yield stage.pause(0.2)
    click_map(spot.x() + 60, spot.y() - 60)
    yield lambda: any("was moved" in one for one in told())
    yield stage.settled()
    moved = register.getFeature(1)
    result["described"] = [str(moved["loc_method"]), float(moved["loc_accuracy_m"]), str(moved["loc_source"])]
    result["original"] = str(moved["loc_original"])
    result["moved_steps"] = [register.undoStack().count(), register.undoStack().undoText()]
    stage.picture("4-moved")
    button = next(one for one in iface.messageBar().findChildren(QPushButton) if "old" in one.text())
    press(button)
    yield stage.pause(0.3)
    result["kept"] = str(register.getFeature(1)["loc_method"])

    stage.step("moved with the plugin's tool")
    register.commitChanges()
    iface.setActiveLayer(layers["provinces"])
    action = part.move_action
    bar = stage.window.findChild(QToolBar, "FactoryLocationsToolbar")
    result["in_toolbar"] = action in bar.actions()
    press(bar.widgetForAction(action))
    yield stage.pause(0.2)
    result["checked"] = action.isChecked()
    now = register.getFeature(1).geometry().asPoint()
    click_map(now.x(), now.y())
    yield lambda: part.mover().tool.carries
    move_map(now.x() - 100, now.y() + 90)
    yield stage.pause(0.5)
    stage.picture("5-carrying")
    click_map(now.x() - 150, now.y() + 100)
    yield lambda: part.mover().dialog is not None
    yield stage.pause(0.5)
    stage.picture("6-dialog")
    stage.picture("6-dialog-only", part.mover().dialog)
    buttons = part.mover().dialog.findChild(QDialogButtonBox)
    press(buttons.button(QDialogButtonBox.StandardButton.Ok))
    yield lambda: part.mover().dialog is None
    yield stage.settled()
    result["said"] = told()
    stage.picture("7-moved")
    result["active"] = iface.activeLayer().name()
    result["can_save"] = iface.actionSaveActiveLayerEdits().isEnabled()
    steps = register.undoStack().index()
    stage.window.findChild(QObject, "mActionUndo").trigger()
    yield stage.pause(0.3)
    result["undone_at_once"] = steps - register.undoStack().index()
    register.undoStack().redo()
    stage.silence_ms()
    register.commitChanges()
    result["second_save_silence_ms"] = stage.silence_ms()
    yield stage.settled()
    result["batches"] = [(one.action, one.factories) for one in batches(register)]

    stage.step("what was saved is taken back")
    stage.picture("7-saved")
    result["offered"] = told()[0]
    layers_before = len(QgsProject.instance().mapLayers())
    stage.silence_ms()
    press(next(one for one in iface.messageBar().findChildren(QPushButton) if one.text() == "Take back…"))
    yield lambda: part.undoer().dialog.button.isEnabled()
    result["undo_silence_ms"] = stage.silence_ms()
    yield stage.pause(0.3)
    stage.picture("7-take-back")
    press(part.undoer().dialog.button)
    yield lambda: part.undoer().dialog is None
    yield stage.settled()
    result["undo_told"] = told()[0]
    result["no_report"] = len(QgsProject.instance().mapLayers()) == layers_before
    stage.picture("7-taken-back")

    stage.step("taken back")
    for batch in batches(register):
        if batch.action == "edit" and not batch.undone:
            undo(register, batch.batch_id, edited=edited_in(QgsProject.instance()))
    result["as_before"] = register_rows() == before
    register.dataProvider().reloadData()

    stage.step("an id that another factory has")
    row = next(register.getFeatures())
    place = row.geometry().asPoint()
    iface.mapCanvas().setExtent(QgsRectangle(place.x() - 500, place.y() - 500, place.x() + 500, place.y() + 500))
    register.startEditing()
    twin = QgsFeature(register.fields())
    twin["factory_id"], twin["isic"] = row["factory_id"], "2011"
    twin.setGeometry(QgsGeometry.fromPointXY(QgsPointXY(place.x() + 150, place.y() + 50)))
    assert register.addFeature(twin)
    live = stage.part("LiveCheckPart").check
    yield lambda: live.waiting
    yield lambda: not live.waiting
    yield stage.settled()
    result["same_id"] = live.bar.message.text
    stage.picture("7c-same-id")
    buttons = iface.messageBar().findChildren(QPushButton)
    press(next(one for one in buttons if one.text() == "Details" and one.isVisible()))
    yield stage.pause(0.5)
    stage.picture("7c-same-id-details")
    live.details.close()
    iface.actionSaveActiveLayerEdits().trigger()
    yield lambda: not register.isModified()
    yield stage.settled()
    stage.picture("7c-same-id-saved")
    part.undo_changes()
    yield lambda: part.undoer().dialog is not None and part.undoer().dialog.button.isEnabled()
    yield stage.pause(0.3)
    stage.picture("7c-same-id-take-back")
    press(part.undoer().dialog.button)
    yield lambda: part.undoer().dialog is None
    yield stage.settled()
    stage.picture("7c-same-id-taken-back")
    result["same_id_taken_back"] = register_rows() == before
    register.dataProvider().reloadData()
    iface.messageBar().clearWidgets()

    stage.step("cut and pasted in a copy of the layer")
    copy = QgsVectorLayer(f"{FILE}|layername=factories", "Factories copy")
    QgsProject.instance().addMapLayer(copy)
    yield stage.settled()
    result["still_the_register"] = part.watch.layer.name()
    iface.setActiveLayer(copy)
    iface.actionToggleEditing().trigger()
    copy.selectByIds([1])
    iface.actionCutFeatures().trigger()
    yield stage.pause(0.3)
    iface.actionPasteFeatures().trigger()
    yield stage.pause(0.3)
    iface.actionSaveActiveLayerEdits().trigger()
    yield lambda: not copy.isModified()
    yield stage.settled()
    stage.picture("7b-pasted")
    iface.messageBar().clearWidgets()  # QGIS's own words
    last = batches(register)[0]
    result["pasted"] = [last.action, last.source, last.factories]
    copy.commitChanges()
    undo(register, last.batch_id, edited=edited_in(QgsProject.instance()))
    result["as_before_the_cut"] = register_rows() == before
    QgsProject.instance().removeMapLayer(copy.id())
    register.dataProvider().reloadData()
    iface.setActiveLayer(register)

    stage.step("across a border")
    provinces = {one["province_code"]: one.geometry() for one in layers["provinces"].getFeatures()}
    home = register.getFeature(1)
    other = next(code for code in provinces if code != home["province_code"])
    inside = provinces[other].pointOnSurface()
    inside.transform(stage_transform(layers["provinces"].crs(), register.crs()))
    part.mover().take(1)
    yield stage.settled()
    canvas.zoomScale(2_000_000)
    yield stage.settled()
    click_map(inside.asPoint().x(), inside.asPoint().y())
    yield lambda: part.mover().dialog is not None
    yield stage.pause(0.5)
    stage.picture("8-border", part.mover().dialog)
    QTest.keyClick(part.mover().dialog, Qt.Key.Key_Escape)
    yield lambda: part.mover().dialog is None

    stage.step("dark")
    stage.dark()
    part.mover().take(1)
    yield stage.settled()
    click_map(inside.asPoint().x(), inside.asPoint().y())
    yield lambda: part.mover().dialog is not None
    yield stage.pause(0.5)
    stage.picture("9-dark", part.mover().dialog)

    stage.step("unloaded in the middle")
    unloadPlugin(NAME)
    yield stage.pause(0.5)
    scene = canvas.scene()
    bands = [one for one in scene.items() if isinstance(one, QgsRubberBand) and one.size()]
    result["left"] = [len(bands), type(canvas.mapTool()).__name__, len(told())]


def stage_transform(source, target):
    from qgis.core import QgsCoordinateTransform

    return QgsCoordinateTransform(source, target, QgsProject.instance())


perform(scenario)

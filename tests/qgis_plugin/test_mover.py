"""The tool that moves a factory: what it takes, what it asks, what it writes, and that all of it is one step."""

from __future__ import annotations

from datetime import date
from types import SimpleNamespace

import pytest

PROVINCES = [
    ["POLYGON((490000 1270000, 500000 1270000, 500000 1280000, 490000 1280000, 490000 1270000))", "08", "0802"],
    ["POLYGON((500000 1270000, 510000 1270000, 510000 1280000, 500000 1280000, 500000 1270000))", "12", "1210"],
]
FIELDS = [
    "factory_id:string", "name_en:string", "province_code:string", "district_code:string", "commune_code:string",
    "loc_method:string", "loc_accuracy_m:double", "loc_reference_point:string", "loc_datum:string",
    "loc_source:string", "loc_date:date", "loc_original:string",
]  # fmt: skip
ROWS = [
    ["POINT(499900 1275000)", "F1", "Lotus", "08", "0802", "080201", "gps", 4.9, "entrance", "EPSG:4326", "Visit"],
    ["POINT(499500 1275000)", "F2", "Angkor", "08", "0802", None, "map", 100.0, None, None, None],
    ["POINT(499501 1275000)", "F3", "Bayon", "08", "0802", None, "map", 100.0, None, None, None],
]


@pytest.fixture
def desk(project, iface, make_layer):
    from factory_locations.qgis_plugin.editing.mover import FactoryMover
    from factory_locations.qgis_plugin.editing.watch import RegisterWatch
    from factory_locations.qgis_plugin.project.roles import LayerRoles
    from qgis.core import QgsRectangle

    register = make_layer("Factories", "Point", FIELDS, ROWS)
    admin = make_layer("Districts", "Polygon", ["province_code:string", "district_code:string"], PROVINCES)
    project.addMapLayers([register, admin])
    canvas = iface.mapCanvas()
    canvas.resize(600, 400)
    iface.window.setCentralWidget(canvas)
    canvas.setDestinationCrs(register.crs())
    canvas.setExtent(QgsRectangle(499_000, 1_274_500, 501_000, 1_275_500))
    canvas.zoomScale(10_000)
    roles = LayerRoles(project)
    watch = RegisterWatch(project, roles)
    said = []
    mover = FactoryMover(iface, watch, roles, lambda text, _level: said.append(text))
    iface.setActiveLayer(admin)
    desk = SimpleNamespace(
        iface=iface, register=register, admin=admin, canvas=canvas, roles=roles, mover=mover, said=said, project=project
    )
    yield desk
    mover.remove()
    watch.detach()
    roles.detach()
    if register in project.mapLayers().values() and register.isEditable():
        register.rollBack()


def mouse(desk, kind, x, y):
    """Let the tool see the mouse at a place of the map."""
    from qgis.core import QgsPointXY
    from qgis.gui import QgsMapMouseEvent
    from qgis.PyQt.QtCore import QEvent, Qt

    at = desk.mover.tool.toCanvasCoordinates(QgsPointXY(x, y))
    types = {"press": QEvent.Type.MouseButtonPress, "move": QEvent.Type.MouseMove, "up": QEvent.Type.MouseButtonRelease}
    button = Qt.MouseButton.NoButton if kind == "move" else Qt.MouseButton.LeftButton
    event = QgsMapMouseEvent(desk.canvas, types[kind], at, button, button, Qt.KeyboardModifier.NoModifier)
    tool = desk.mover.tool
    {"press": tool.canvasPressEvent, "move": tool.canvasMoveEvent, "up": tool.canvasReleaseEvent}[kind](event)


def click(desk, x, y):
    mouse(desk, "press", x, y)
    mouse(desk, "up", x, y)


def values(feature):
    from qgis.core import NULL

    found = {name: value for name, value in feature.attributeMap().items() if value not in (None, NULL)}
    if "loc_date" in found:
        found["loc_date"] = found["loc_date"].toString("yyyy-MM-dd")
    return found


def labels(dialog):
    from qgis.PyQt.QtWidgets import QLabel

    return [label.text() for label in dialog.findChildren(QLabel)]


def test_two_clicks_and_the_dialog_move_a_factory_in_one_step(desk):
    before = values(desk.register.getFeature(1))
    assert desk.mover.start()
    click(desk, 499_900, 1_275_000)
    assert desk.mover.tool.carries
    mouse(desk, "move", 499_800, 1_275_000)
    click(desk, 499_700, 1_275_000)
    dialog = desk.mover.dialog
    told = labels(dialog)
    assert "F1, Lotus" in told
    (distance,) = [text for text in told if text.endswith(" m")]
    assert abs(int(distance.split()[0]) - 200) <= 4  # a pixel is 2.6 m
    assert "Editing of “Factories” will be switched on. Nothing is saved until you save the layer." in told
    assert dialog.method.currentData() == "map"
    assert (dialog.accuracy.value(), dialog.source.text()) == (5.0, "Map at 1:10,000")
    assert dialog.units.isHidden()
    dialog.accept()

    assert desk.register.isEditable()
    assert desk.register.undoStack().count() == 1
    moved = values(desk.register.getFeature(1))
    assert moved == {
        **{name: before[name] for name in before if name != "loc_reference_point"},
        "loc_method": "map",
        "loc_accuracy_m": 5.0,
        "loc_datum": "EPSG:32648",
        "loc_source": "Map at 1:10,000",
        "loc_date": date.today().isoformat(),
        "loc_original": "11.53377287, 104.99908293",  # (499900, 1275000) in degrees
    }
    assert abs(desk.register.getGeometry(1).asPoint().x() - 499_700) < 3
    assert desk.said[-1].startswith("F1 was moved by ")
    assert desk.mover.dialog is None
    assert not desk.mover.tool.carries
    desk.register.undoStack().undo()
    assert values(desk.register.getFeature(1)) == before
    assert desk.register.getGeometry(1).asPoint().x() == 499_900


def test_the_register_is_the_active_layer_so_that_save_and_undo_are_about_it(desk):
    desk.mover.start()
    click(desk, 499_900, 1_275_000)
    assert desk.iface.activeLayer() is desk.admin  # nothing is moved yet
    click(desk, 499_700, 1_275_000)
    desk.mover.dialog.accept()
    assert desk.iface.activeLayer() is desk.register


def test_dragging_does_the_same(desk):
    desk.mover.start()
    mouse(desk, "press", 499_900, 1_275_000)
    mouse(desk, "move", 499_850, 1_275_000)
    mouse(desk, "up", 499_800, 1_275_000)
    assert desk.mover.dialog is not None
    desk.mover.dialog.reject()
    assert not desk.register.isEditable()
    assert desk.register.getGeometry(1).asPoint().x() == 499_900


def test_a_border_is_offered_and_not_crossed_by_itself(desk):
    desk.register.startEditing()
    desk.mover.start()
    for wanted in (False, True):
        click(desk, 499_900 if not wanted else 500_200, 1_275_000)
        click(desk, 500_200 if not wanted else 500_400, 1_275_000)
        dialog = desk.mover.dialog
        assert not dialog.units.isHidden()
        assert not dialog.units.isChecked()
        assert "Province code: 08 → 12\nDistrict code: 0802 → 1210\nCommune code: 080201 → (empty)" in labels(dialog)
        dialog.units.setChecked(wanted)
        dialog.accept()
        told = values(desk.register.getFeature(1))
        codes = [told.get(name) for name in ("province_code", "district_code", "commune_code")]
        assert codes == (["12", "1210", None] if wanted else ["08", "0802", "080201"])


def test_what_is_typed_stays_and_what_is_proposed_follows_the_method(desk):
    desk.mover.start()
    click(desk, 499_900, 1_275_000)
    click(desk, 499_700, 1_275_000)
    dialog = desk.mover.dialog
    dialog.method.setCurrentIndex(dialog.method.findData("gps"))
    assert (dialog.accuracy.value(), dialog.source.text()) == (4.9, "")
    dialog.accuracy.setValue(3.0)
    dialog.source.setText("Visit of Sok")
    dialog.source.textEdited.emit("Visit of Sok")
    dialog.method.setCurrentIndex(dialog.method.findData("survey"))
    assert dialog.values() == {"loc_method": "survey", "loc_accuracy_m": 3.0, "loc_source": "Visit of Sok"}
    dialog.reject()


def test_nothing_there_and_several_there(desk):
    desk.mover.start()
    click(desk, 500_700, 1_275_000)
    assert desk.said == ["No factory here: click on one, or zoom in."]
    assert not desk.mover.tool.carries
    click(desk, 499_500, 1_275_000)
    menu = desk.mover.menu
    assert [action.text() for action in menu.actions() if action.text()] == [
        "2 factories here. Which one?", "F2, Angkor", "F3, Bayon",
    ]  # fmt: skip
    menu.actions()[3].trigger()
    assert desk.mover.tool.carries
    click(desk, 499_600, 1_275_000)
    assert "F3, Bayon" in labels(desk.mover.dialog)
    desk.mover.dialog.reject()


def test_escape_lets_go_then_leaves(desk):
    from qgis.gui import QgsMapToolPan
    from qgis.PyQt.QtCore import QEvent, Qt
    from qgis.PyQt.QtGui import QKeyEvent

    pan = QgsMapToolPan(desk.canvas)
    desk.canvas.setMapTool(pan)
    desk.mover.start()
    click(desk, 499_900, 1_275_000)
    escape = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier)
    desk.mover.tool.keyPressEvent(escape)
    assert not desk.mover.tool.carries
    assert drawn(desk) == []
    assert desk.canvas.mapTool() is desk.mover.tool
    desk.mover.tool.keyPressEvent(escape)
    assert desk.canvas.mapTool() is pan
    desk.canvas.unsetMapTool(pan)


def drawn(desk):
    from factory_locations.qgis_plugin.panel.site.drawing import Overlay
    from qgis.gui import QgsRubberBand

    return [one for one in desk.canvas.scene().items() if isinstance(one, (Overlay, QgsRubberBand))]


def test_a_register_that_cannot_be_moved_in_says_why(desk, make_layer):
    desk.register.setReadOnly(True)
    assert not desk.mover.start()
    assert desk.said.pop() == (
        "“Factories” is read-only: its factories cannot be moved. Work on a copy, or ask who keeps it."
    )
    premises = make_layer("Premises", "Polygon", FIELDS, [])
    desk.project.addMapLayer(premises)
    desk.roles.assign("factories", premises)
    assert not desk.mover.start()
    assert desk.said.pop() == (
        "“Premises” holds no points. Move premises with QGIS's own tool: Edit → Move Feature(s)."
    )
    desk.roles.assign("factories", None)
    assert not desk.mover.start()
    assert desk.said.pop().startswith("Choose the layer with the factories")


def test_taking_the_register_away_takes_the_tool_and_its_drawing_away(desk):
    desk.mover.take(1)
    click(desk, 499_700, 1_275_000)
    assert desk.mover.dialog is not None
    desk.project.clear()
    assert desk.mover.dialog is None
    assert drawn(desk) == []
    assert desk.canvas.mapTool() is not desk.mover.tool


@pytest.mark.parametrize(
    ("kind", "declared", "elsewhere"),
    [
        ("integer", (8, 802, 80201), (12, 1210, None)),
        ("double", (8.0, 802.0, 80201.0), (12, 1210, None)),
        ("string", ("8", "802", "80201"), ("12", "1210", None)),
        ("string", ("08", "0802", "080201"), ("12", "1210", None)),
    ],
)
def test_codes_that_have_lost_their_zero_are_compared_whole_and_kept_as_they_are_written(
    desk, make_layer, kind, declared, elsewhere
):
    from qgis.core import QgsPointXY

    names = ("province_code", "district_code", "commune_code")
    register = make_layer(
        "Register", "Point", ["factory_id:string", *(f"{name}:{kind}" for name in names)],
        [["POINT(495000 1275000)", "F1", *declared], ["POINT(505000 1275000)", "F2", *elsewhere]],
    )  # fmt: skip
    here, there = sorted(register.getFeatures(), key=lambda one: one["factory_id"])
    west, east = QgsPointXY(104.954, 11.5338), QgsPointXY(105.046, 11.5338)
    assert desk.mover._other_units(register, here, west, 5.0) == {}
    assert desk.mover._other_units(register, there, east, 5.0) == {}
    assert desk.mover._other_units(register, here, east, 5.0) == {
        "province_code": (declared[0], elsewhere[0]),
        "district_code": (declared[1], elsewhere[1]),
        "commune_code": (declared[2], None),
    }
    new = desk.mover._other_units(register, there, west, 5.0)
    padded = kind == "string"  # nothing tells that this factory's codes are without their zero
    assert new == {
        "province_code": (elsewhere[0], "08" if padded else 8),
        "district_code": (elsewhere[1], "0802" if padded else 802),
    }


def test_a_year_that_is_none_is_another_list(desk, make_layer):
    from qgis.core import QgsField, QgsPointXY
    from qgis.PyQt.QtCore import QVariant

    fields = ["factory_id:string", "province_code:string", "district_code:string", "admin_vintage:string"]
    register = make_layer("Register", "Point", fields, [["POINT(495000 1275000)", "F1", "12", "1210", "2023/24"]])
    desk.admin.startEditing()
    desk.admin.addAttribute(QgsField("vintage", QVariant.Int))
    for unit in desk.admin.getFeatures():
        desk.admin.changeAttributeValue(unit.id(), 2, 2025)
    assert desk.admin.commitChanges()
    found = desk.mover._other_units(register, next(register.getFeatures()), QgsPointXY(104.954, 11.5338), 5.0)
    assert found == {"province_code": ("12", "08"), "district_code": ("1210", None)}


def test_a_factory_that_is_deleted_meanwhile_is_not_told_as_moved(desk):
    desk.mover.start()
    click(desk, 499_900, 1_275_000)
    click(desk, 499_700, 1_275_000)
    dialog = desk.mover.dialog
    desk.register.startEditing()
    assert desk.register.deleteFeature(1)
    dialog.accept()
    assert desk.said == ["F1, Lotus was not moved: it is no longer in “Factories”."]
    assert desk.register.undoStack().count() == 1

"""A factory that is drawn or moved on the map says where it lies and how well that is known."""

from __future__ import annotations

import pytest

# Two provinces side by side, with a district each; the border is x = 500000.
DISTRICTS = [
    ["POLYGON((490000 1270000, 500000 1270000, 500000 1280000, 490000 1280000, 490000 1270000))", "08", "0802", 2025],
    ["POLYGON((500000 1270000, 510000 1270000, 510000 1280000, 500000 1280000, 500000 1270000))", "12", "1210", 2025],
]
FIELDS = [
    "factory_id:string", "province_code:string", "district_code:string", "commune_code:string",
    "admin_vintage:integer", "loc_method:string", "loc_accuracy_m:double", "loc_reference_point:string",
    "loc_datum:string", "loc_source:string", "loc_date:date", "loc_original:string",
]  # fmt: skip


class Drawing:
    """Stands in for QGIS's tools: draws, or moves, where the mouse is let go, as one step."""

    @staticmethod
    def tool(canvas, do):
        from qgis.gui import QgsMapTool

        class Tool(QgsMapTool):
            def flags(self):
                return QgsMapTool.Flags(QgsMapTool.Flag.EditTool)

            def canvasReleaseEvent(self, event):
                do()

        return Tool(canvas)


@pytest.fixture
def desk(project, iface, make_layer, spin):
    """A window with a register and districts, at a scale of 1:10,000."""
    from factory_locations.qgis_plugin.editing.filler import PlaceFiller
    from factory_locations.qgis_plugin.editing.telling import Teller
    from factory_locations.qgis_plugin.editing.watch import RegisterWatch
    from factory_locations.qgis_plugin.project.roles import LayerRoles
    from qgis.core import QgsRectangle

    class Desk:
        pass

    desk = Desk()
    desk.said = []
    desk.register = make_layer(
        "Factories",
        "Point",
        FIELDS,
        [["POINT(495000 1275000)", "F1", "08", "0802", None, 2025, "gps", 4.9, "entrance", "EPSG:4326", "Visit"]],
    )
    desk.admin = make_layer(
        "Districts",
        "Polygon",
        ["province_code:string", "district_code:string", "vintage:integer"],
        DISTRICTS,
    )
    project.addMapLayers([desk.register, desk.admin])
    canvas = desk.canvas = iface.mapCanvas()
    canvas.resize(400, 400)
    iface.window.setCentralWidget(canvas)
    canvas.setDestinationCrs(desk.register.crs())
    canvas.setLayers([desk.register])
    canvas.setExtent(QgsRectangle(494_000, 1_274_000, 496_000, 1_276_000))
    canvas.zoomScale(10_000)
    assert round(canvas.scale()) == 10_000
    roles = LayerRoles(project)
    watch = RegisterWatch(project, roles)
    desk.iface = iface
    desk.filler = PlaceFiller(watch, canvas, roles, Teller(iface, lambda text, _level: desk.said.append(text)))
    yield desk
    desk.filler.detach()
    watch.detach()
    roles.detach()
    if desk.register.isEditable():
        desk.register.rollBack()
    if canvas.mapTool() is not None:
        canvas.unsetMapTool(canvas.mapTool())


def click(desk, spin, do):
    """Let the mouse go on the map, with a tool that then does something."""
    from qgis.PyQt.QtCore import Qt
    from qgis.PyQt.QtTest import QTest

    tool = Drawing.tool(desk.canvas, do)
    desk.canvas.setMapTool(tool)
    QTest.mouseClick(desk.canvas.viewport(), Qt.MouseButton.LeftButton, pos=desk.canvas.rect().center())
    spin(None, 0.1)


def draw(desk, x, y, **values):
    def do():
        from qgis.core import QgsFeature, QgsGeometry, QgsPointXY

        feature = QgsFeature(desk.register.fields())
        for name, value in values.items():
            feature.setAttribute(name, value)
        feature.setGeometry(QgsGeometry.fromPointXY(QgsPointXY(x, y)))
        desk.register.beginEditCommand("Add feature")
        assert desk.register.addFeature(feature)
        desk.register.endEditCommand()

    return do


def move(desk, x, y, *fids):
    def do():
        from qgis.core import QgsGeometry, QgsPointXY

        desk.register.beginEditCommand("Moved vertex")
        for fid in fids:
            assert desk.register.changeGeometry(fid, QgsGeometry.fromPointXY(QgsPointXY(x, y)))
        desk.register.endEditCommand()

    return do


def new(desk):
    """The values of the factory that was drawn, without what is empty."""
    (feature,) = [one for one in desk.register.getFeatures() if one["factory_id"] != "F1"]
    return told(feature)


def told(feature):
    from datetime import date

    from qgis.core import NULL

    values = {
        name: value
        for name, value in feature.attributeMap().items()
        if value not in (None, NULL) and name != "factory_id"
    }
    if "loc_date" in values:
        assert values["loc_date"].toString("yyyy-MM-dd") == date.today().isoformat()
        values["loc_date"] = "today"
    return values


DESCRIBED = {
    "loc_method": "map",
    "loc_accuracy_m": 5.0,  # 0.508 mm at 1:10,000
    "loc_datum": "EPSG:32648",
    "loc_source": "Map at 1:10,000",
    "loc_date": "today",
}


def test_what_is_drawn_is_described_and_one_step_back_takes_both(desk, spin):
    desk.register.startEditing()
    click(desk, spin, draw(desk, 493_000, 1_274_000, factory_id="F2"))
    assert new(desk) == {**DESCRIBED, "province_code": "08", "district_code": "0802", "admin_vintage": 2025}
    (said,) = desk.said
    assert said.startswith("Filled in: Digitised on a map, ± 5.0 m, Map at 1:10,000, ")
    assert "Province code 08, District code 0802" in said
    stack = desk.register.undoStack()
    assert (stack.count(), stack.undoText()) == (1, "Add factory")
    stack.undo()
    assert desk.register.featureCount() == 1
    stack.redo()
    assert new(desk)["district_code"] == "0802"
    assert len(desk.said) == 1
    assert desk.register.commitChanges()
    assert new(desk)["district_code"] == "0802"


def test_what_was_typed_and_defaults_stay(desk, spin):
    desk.register.startEditing()
    typed = {"loc_method": "gps", "loc_accuracy_m": 3.0, "loc_datum": "EPSG:4326", "province_code": "99"}
    click(desk, spin, draw(desk, 493_000, 1_274_000, factory_id="F2", **typed))
    # How a receiver knew the place is not told by the map.
    assert new(desk) == {**typed, "district_code": "0802", "admin_vintage": 2025}


def test_a_border_within_the_accuracy_leaves_the_unit_open(desk, spin):
    desk.register.startEditing()
    click(desk, spin, draw(desk, 500_004, 1_274_000, factory_id="F2"))
    assert new(desk) == DESCRIBED
    assert desk.said[0].endswith(" Left empty, as a border is within 5.0 m: Province code, District code.")


def test_codes_of_another_year_are_not_mixed(desk, spin):
    desk.register.startEditing()
    click(desk, spin, draw(desk, 493_000, 1_274_000, factory_id="F2", admin_vintage=2014))
    # Provinces have kept their codes; another year's district may be another district.
    assert new(desk) == {**DESCRIBED, "admin_vintage": 2014, "province_code": "08"}
    assert desk.said[0].endswith(" Not filled in, as the map has the codes of 2025, not of 2014: District code.")


def test_what_is_pasted_or_undone_is_left_as_it_is(desk, spin):
    desk.register.startEditing()
    draw(desk, 493_000, 1_274_000, factory_id="F2")()  # no hand on the map
    move(desk, 493_500, 1_274_000, 1)()
    spin(None, 0.1)
    assert new(desk) == {}
    assert told(desk.register.getFeature(1))["loc_method"] == "gps"
    assert desk.said == []


def offers(desk):
    return [item for item in desk.iface.messageBar().items() if item.objectName() == "FactoryLocationsOffer"]


def test_what_is_moved_is_described_anew_in_the_same_step_and_can_keep_its_description(desk, spin):
    from qgis.PyQt.QtWidgets import QPushButton

    before = told(desk.register.getFeature(1))
    desk.register.startEditing()
    click(desk, spin, move(desk, 494_000, 1_274_000, 1))
    lon_lat = "11.53376926, 104.95414636"  # (495000, 1275000) in degrees
    moved = told(desk.register.getFeature(1))
    assert moved.pop("loc_original") == lon_lat
    assert moved == {**DESCRIBED, "province_code": "08", "district_code": "0802", "admin_vintage": 2025}
    (item,) = offers(desk)
    assert item.text().startswith("F1 was moved. Described anew: Digitised on a map, ± 5.0 m, ")

    stack = desk.register.undoStack()
    assert (stack.count(), stack.undoText()) == (1, "Move factory")
    stack.undo()
    assert told(desk.register.getFeature(1)) == before
    assert desk.register.getGeometry(1).asPoint().x() == 495_000
    stack.redo()
    item.findChild(QPushButton).click()
    assert told(desk.register.getFeature(1)) == before
    assert desk.register.getGeometry(1).asPoint().x() == 494_000
    assert offers(desk) == []


def test_the_form_of_a_new_factory_shows_what_is_filled_in(desk, spin):
    from qgis.core import QgsFeature, QgsGeometry, QgsPointXY
    from qgis.gui import QgsAttributeDialog, QgsAttributeEditorContext, QgsGui

    QgsGui.editorWidgetRegistry().initEditors()
    desk.register.startEditing()

    def opens():
        feature = QgsFeature(desk.register.fields())
        feature.setGeometry(QgsGeometry.fromPointXY(QgsPointXY(493_000, 1_274_000)))
        feature.setAttribute("factory_id", "F2")
        desk.dialog = QgsAttributeDialog(desk.register, feature, False, None, True)
        desk.dialog.setMode(QgsAttributeEditorContext.Mode.AddFeatureMode)
        desk.dialog.show()

    click(desk, spin, opens)
    form = desk.dialog.attributeForm()
    shown = form.currentFormFeature()
    assert (shown["loc_method"], float(shown["loc_accuracy_m"]), shown["district_code"]) == ("map", 5.0, "0802")
    form.changeAttribute("district_code", "0801")  # the person knows better
    form.changeAttribute("loc_source", None)
    assert form.save()
    spin(None, 0.1)
    expected = {**DESCRIBED, "province_code": "08", "district_code": "0801", "admin_vintage": 2025}
    expected.pop("loc_source")
    assert new(desk) == expected
    assert desk.register.undoStack().count() == 1
    assert len(desk.said) == 1
    desk.dialog.close()


def test_a_year_that_is_none_is_another_list(desk, make_layer):
    register = make_layer(
        "Register", "Point", ["factory_id:string", "province_code:string", "admin_vintage:string"],
        [["POINT(495000 1275000)", "F1", None, "2023/24"]],
    )  # fmt: skip
    assert desk.filler.missing(register, next(register.getFeatures())).values == {"province_code": "08"}


def test_the_old_description_is_offered_until_the_layer_is_saved(desk, spin):
    """A feature that is not stored yet has a number that another new one may get after the saving."""
    desk.register.startEditing()
    draw(desk, 495_100, 1_275_100, factory_id="F2")()
    spin(None, 0.1)
    (fid,) = [one.id() for one in desk.register.getFeatures() if one.id() < 0]
    for saved in (lambda: desk.register.commitChanges(False), desk.register.rollBack):
        click(desk, spin, move(desk, 495_200, 1_275_200, fid))
        assert len(offers(desk)) == 1
        saved()
        assert offers(desk) == []
        fid = 1

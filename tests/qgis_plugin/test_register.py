"""The tab of the register: read in the background, searched, filtered, sorted, and at one with the map."""

from __future__ import annotations

import pytest

FIELDS = [
    "factory_id:string",
    "name_km:string",
    "name_en:string",
    "operator_id:string",
    "licence_no:string",
    "isic:string",
    "status:string",
    "province_code:string",
    "loc_accuracy_m:double",
]
ROWS = [
    [
        "POINT(500000 1270000)",
        "F10",
        "រោងចក្រ\u200bឈូក",
        "Lotus Garment",
        "OP-1",
        "L-77",
        "1410",
        "functional",
        "12",
        5.0,
    ],
    ["POINT(520000 1270000)", "F2", "ស្រូវអង្គរ", "Angkor Rice", "OP-2", "L-78", "1061", "disused", "17", 80.0],
    ["POINT(540000 1270000)", "F3", None, "Bayon Cement", "OP-1", "L-79", "2394", "functional", "07", 700.0],
    [None, "F4", "ទឹកកក កំពត", None, None, None, "3530", None, None, None],
    ["POINT(560000 1270000)", "F5", None, "Lotus Ice", "OP-3", "L-80", "C", "moved", "12", 300.0],
]


@pytest.fixture
def register(make_layer):
    return make_layer("Factories", "Point", FIELDS, ROWS)


@pytest.fixture
def desktop(iface, project, spin):
    """The plugin's desktop in a window, as wide as a small panel."""
    from factory_locations.qgis_plugin.desktop import Desktop

    iface.forms = []
    iface.openFeatureForm = lambda layer, feature, *_: iface.forms.append(feature["factory_id"])
    iface.window.resize(1366, 700)
    iface.window.show()
    instance = Desktop(iface)
    instance.dock.show()
    yield instance
    if not instance.dock.isHidden():
        instance.remove()
    spin(seconds=0.05)


def part_of(desktop):
    from factory_locations.qgis_plugin.panel.register.part import RegisterPart

    return next(one for one in desktop._parts if isinstance(one, RegisterPart))


@pytest.fixture
def part(desktop):
    return part_of(desktop)


@pytest.fixture
def view(desktop, part, project, register, spin):
    """The tab with the five factories, read."""
    project.addMapLayer(register)
    desktop.dock.show_page(part.page)
    assert spin(lambda: part.view.model.total == len(ROWS))
    return part.view


def column(view, name="id"):
    model = view.model
    place = model.columns.index(name)
    return [model.index(row, place).data() for row in range(model.rowCount())]


def look_for(view, text, spin):
    view.filters.search.setText(text)
    spin(seconds=0.3)
    return sorted(column(view))


def selected_ids(layer):
    return sorted(one["factory_id"] for one in layer.selectedFeatures())


def press(table, row, modifiers=None, name="name", button=None, double=False):
    from qgis.PyQt.QtCore import Qt
    from qgis.PyQt.QtTest import QTest

    index = table.register.index(row, table.register.columns.index(name))
    where = table.visualRect(index).center()
    do = QTest.mouseDClick if double else QTest.mouseClick
    do(
        table.viewport(),
        button or Qt.MouseButton.LeftButton,
        modifiers or Qt.KeyboardModifier.NoModifier,
        where,
    )


# --- the tab ---------------------------------------------------------------------------------------------------------


def test_stands_first_and_the_check_is_shown(desktop, part):
    tabs = desktop.dock.tabs
    assert tabs.tabText(0) == "Register"
    assert tabs.currentWidget() is not part.page
    assert tabs.currentWidget().isAncestorOf(desktop.dock.findings)
    assert part.view is None  # built when it is looked at


def test_a_narrow_panel_tells_a_factory_in_two_lines(desktop, view, spin):
    from qgis.PyQt.QtCore import Qt

    table = view.table
    table.resize(380, 300)
    assert [name for place, name in enumerate(view.model.columns) if not table.isColumnHidden(place)] == ["name"]
    assert table.horizontalHeader().length() <= table.viewport().width()
    sector = column(view, "sector")[0]
    assert view.model.lines(0) == ("Angkor Rice", sector, ("F2", "Disused (may start again)"))
    tip = view.model.index(0, 0).data(Qt.ItemDataRole.ToolTipRole).split("\n")
    assert tip == ["Angkor Rice", "ស្រូវអង្គរ", "F2", "Siem Reap", sector, "Disused (may start again)", "80 m"]
    table.resize(1200, 300)
    assert not any(table.isColumnHidden(place) for place in range(len(view.model.columns)))


def test_the_head_of_two_lines_sorts_by_what_has_no_column(view, spin):
    from factory_locations.qgis_plugin.panel.two_lines import offer_sorting
    from qgis.PyQt.QtWidgets import QMenu

    menu = QMenu()
    offer_sorting(menu, view.table)
    assert [action.text() for action in menu.actions()][:3] == ["Sort by Name", "Sort by Id", "Sort by Province"]
    menu.actions()[1].trigger()
    assert column(view) == ["F2", "F3", "F4", "F5", "F10"]


def test_says_how_to_begin_without_a_register(desktop, part, spin):
    from qgis.PyQt.QtWidgets import QPushButton

    view = desktop.dock.show_page(part.page)
    spin(seconds=0.1)
    asked = []
    desktop.dock.demo_requested.disconnect()
    desktop.dock.register_requested.disconnect()
    desktop.dock.demo_requested.connect(lambda: asked.append("demo"))
    desktop.dock.register_requested.connect(lambda: asked.append("create"))
    for button in view.findChildren(QPushButton):
        if button.isVisible():
            button.click()
    assert asked == ["demo", "create"]


def test_lists_the_register(view):
    assert view.model.columns == ("name", "id", "province", "sector", "status", "accuracy")
    assert column(view) == ["F2", "F3", "F10", "F5", "F4"]  # by name, Khmer after Latin
    assert column(view, "name") == ["Angkor Rice", "Bayon Cement", "Lotus Garment", "Lotus Ice", "ទឹកកក កំពត"]
    assert column(view, "province") == ["Siem Reap", "Kampot", "Phnom Penh", "Phnom Penh", ""]
    assert column(view, "sector")[2:] == [
        "14 Wearing apparel",
        "C Manufacturing",
        "35 Electricity, gas, steam and air conditioning supply",
    ]
    assert column(view, "status") == ["Disused (may start again)", "Functional", "Functional", "moved", ""]
    assert column(view, "accuracy") == ["80 m", "700 m", "5.0 m", "300 m", ""]
    assert view.counts_told() == "5 of 5 factories"


def test_names_are_khmer_where_qgis_is(desktop, part, project, register, spin, monkeypatch):
    from factory_locations.qgis_plugin.panel.register import feed, view

    for module in (feed, view):
        monkeypatch.setattr(module, "in_khmer", lambda: True)
    project.addMapLayer(register)
    desktop.dock.show_page(part.page)
    assert spin(lambda: part.view.model.total == len(ROWS))
    assert "រោងចក្រ\u200bឈូក" in column(part.view, "name")
    assert "Bayon Cement" in column(part.view, "name")
    assert "ភ្នំពេញ" in " ".join(column(part.view, "province"))


# --- search, filters, order ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("lotus", ["F10", "F5"]),
        ("GARMENT lotus", ["F10"]),
        ("ឈូក", ["F10"]),
        ("រោងចក្រឈូក", ["F10"]),  # the register's own has a zero-width space in it
        ("រោង\u200bចក្រឈូក", ["F10"]),
        ("ទឹកកក\u200bកំពត", ["F4"]),  # and here a space that is seen
        ("ទឹកកក កំពត", ["F4"]),
        ("lo\u200btus\u200b ice", ["F5"]),
        ("l-\u200b79", ["F3"]),
        ("l-79", ["F3"]),
        ("L/79", ["F3"]),
        ("l៧៩", ["F3"]),
        ("op-1", ["F10", "F3"]),
        ("f២", ["F2"]),
        ("nothing like it", []),
    ],
)
def test_searches_names_ids_licences_operators(view, spin, text, found):
    assert look_for(view, text, spin) == found
    assert view.counts_told() == f"{len(found)} of 5 factories"


def entries(box):
    return [box.itemText(index).strip() for index in range(box.count())]


def choose(box, key):
    index = box.findData(key)
    assert index >= 0
    box.setCurrentIndex(index)
    box.activated.emit(index)


def test_filters_count_what_they_leave(view):
    boxes = view.filters.boxes
    assert entries(boxes["province"]) == [
        "All provinces (5)",
        "Kampot (1)",
        "Phnom Penh (2)",
        "Siem Reap (1)",
        "Not stated (1)",
    ]
    assert entries(boxes["sector"])[:3] == [
        "All sectors (5)",
        "C  Manufacturing (4)",
        "10 Food products (1)",
    ]
    choose(boxes["province"], "12")
    assert sorted(column(view)) == ["F10", "F5"]
    assert entries(boxes["province"])[0] == "All provinces (5)"  # what another choice there would leave
    assert entries(boxes["status"])[:2] == ["Any status (2)", "Functional (1)"]
    choose(boxes["status"], "functional")
    assert column(view) == ["F10"]
    view.filters.clear_button.click()
    assert view.counts_told() == "5 of 5 factories"
    assert not view.filters.clear_button.isEnabled()


@pytest.mark.parametrize(
    ("facet", "key", "found"),
    [
        ("sector", "C", ["F10", "F2", "F3", "F5"]),
        ("sector", "14", ["F10"]),
        ("quality", "15", ["F10"]),
        ("quality", "100", ["F2"]),
        ("quality", "500", ["F5"]),
        ("quality", "coarse", ["F3"]),
        ("quality", "", ["F4"]),
        ("province", "", ["F4"]),
    ],
)
def test_each_filter(view, facet, key, found):
    choose(view.filters.boxes[facet], key)
    assert sorted(column(view)) == found


@pytest.mark.parametrize(
    ("name", "up", "down"),
    [
        ("id", ["F2", "F3", "F4", "F5", "F10"], ["F10", "F5", "F4", "F3", "F2"]),
        ("accuracy", ["F10", "F2", "F5", "F3", "F4"], ["F3", "F5", "F2", "F10", "F4"]),  # nothing stated is last
        ("province", ["F3", "F5", "F10", "F2", "F4"], ["F2", "F5", "F10", "F3", "F4"]),
    ],
)
def test_sorts_by_any_column(view, name, up, down):
    from qgis.PyQt.QtCore import Qt

    header = view.table.horizontalHeader()
    place = view.model.columns.index(name)
    header.setSortIndicator(place, Qt.SortOrder.AscendingOrder)
    assert column(view) == up
    header.setSortIndicator(place, Qt.SortOrder.DescendingOrder)
    assert column(view) == down


def test_filters_can_be_saved_in_the_project(view, project, tmp_path, spin):
    from factory_locations.qgis_plugin.panel.register.saved_filters import read_filters

    choose(view.filters.boxes["province"], "12")
    look_for(view, "lotus", spin)
    view.ask_name()
    view.name_dialog.setTextValue("Phnom Penh & lotus")
    view.name_dialog.accept()
    assert project.isDirty()
    assert project.write(str(tmp_path / "filters.qgz"))
    project.clear()
    assert read_filters(project) == {}
    project.read(str(tmp_path / "filters.qgz"))
    view.filters.clear()
    view.fill_saved()
    action = view.filters.saved_button.menu().actions()[0]
    assert action.text() == "Phnom Penh && lotus"
    action.trigger()
    assert view.filters.wanted().province == "12"
    assert view.filters.wanted().text == "lotus"
    view.fill_saved()
    view.filters.saved_button.menu().actions()[-1].menu().actions()[0].trigger()
    assert read_filters(project) == {}


@pytest.mark.parametrize("stored", ["", "nonsense", "[1]", '{"a": 3}', '{"a": {"province": 3, "later": "x"}}'])
def test_what_is_broken_in_a_project_is_no_filter(project, stored):
    from factory_locations.qgis_plugin.panel.register.columns import Wanted
    from factory_locations.qgis_plugin.panel.register.saved_filters import read_filters

    project.writeEntry("factory_locations", "register/filters", stored)
    assert set(read_filters(project).values()) <= {Wanted()}


def test_a_saved_filter_of_elsewhere(view, project):
    """A province without factories is an answer; a verdict without a check is none, and filters nothing."""
    from factory_locations.qgis_plugin.panel.register.columns import Wanted

    view.filters.show_wanted(Wanted(province="09", verdict="fail"))
    assert view.counts_told() == "0 of 5 factories"
    assert view.filters.boxes["province"].currentText() == "Koh Kong (0)"
    assert view.filters.wanted() == Wanted(province="09")
    view.filters.clear()
    assert view.counts_told() == "5 of 5 factories"


def test_every_control_is_named_and_reached_by_tab(view):
    from qgis.PyQt.QtWidgets import QAbstractButton, QComboBox

    for control in [*view.findChildren(QComboBox), *view.findChildren(QAbstractButton)]:
        if control.isVisible() and control.parent() is view.filters:
            assert control.accessibleName() or getattr(control, "text", str)(), control
    order, widget = [], view.filters.search
    while len(order) < 60:
        order.append(widget)
        widget = widget.nextInFocusChain()
    wanted = [*view.filters.tab_order(), view.table, view.zoom_button, view.flash_button, view.form_button]
    places = [order.index(one) for one in wanted]
    assert places == sorted(places)


# --- the map ---------------------------------------------------------------------------------------------------------


def test_selects_on_the_map_what_is_selected_here(view, register):
    from qgis.PyQt.QtCore import Qt

    press(view.table, 0)
    assert selected_ids(register) == ["F2"]
    press(view.table, 2, Qt.KeyboardModifier.ControlModifier)
    assert selected_ids(register) == ["F10", "F2"]
    press(view.table, 4, Qt.KeyboardModifier.ShiftModifier)
    assert selected_ids(register) == ["F10", "F4", "F5"]
    press(view.table, 3, Qt.KeyboardModifier.ControlModifier)
    assert selected_ids(register) == ["F10", "F4"]
    press(view.table, 1)
    assert selected_ids(register) == ["F3"]


def test_keys_walk_and_select(view, register):
    from qgis.PyQt.QtCore import Qt
    from qgis.PyQt.QtTest import QTest
    from qgis.PyQt.QtWidgets import QApplication

    press(view.table, 0)
    QTest.keyClick(view.table, Qt.Key.Key_Down)
    assert selected_ids(register) == ["F3"]
    QTest.keyClick(view.table, Qt.Key.Key_End, Qt.KeyboardModifier.ShiftModifier)
    assert selected_ids(register) == ["F10", "F3", "F4", "F5"]
    QTest.keyClick(view.table, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert len(selected_ids(register)) == 5
    QTest.keyClick(view.table, Qt.Key.Key_Home)
    QTest.keyClick(view.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.clipboard().text() == "F2"


def test_selects_here_what_is_selected_on_the_map(view, register, spin):
    told = []
    register.selectionChanged.connect(lambda *_: told.append(1))
    wanted = {one["factory_id"]: one.id() for one in register.getFeatures()}
    register.selectByIds([wanted["F5"], wanted["F4"]])
    assert len(told) == 1  # and the table does not answer
    assert [view.model.is_selected(row) for row in range(5)] == [False, False, False, True, True]
    assert view.table.currentIndex().row() == 3
    register.removeSelection()
    assert view.model.selected_fids() == []
    assert not view.zoom_button.isEnabled()


def test_a_filter_does_not_touch_the_selection(view, register, spin):
    press(view.table, 0)
    look_for(view, "cement", spin)
    assert selected_ids(register) == ["F2"]
    look_for(view, "", spin)
    assert view.model.is_selected(0)


def test_a_range_does_not_begin_at_what_a_filter_took_away(view, register, spin):
    from qgis.PyQt.QtCore import Qt

    press(view.table, 0)
    look_for(view, "lotus", spin)
    press(view.table, 1, Qt.KeyboardModifier.ShiftModifier)
    assert selected_ids(register) == ["F5"]


def test_lists_only_what_is_selected(view, register, spin):
    ids = [one.id() for one in register.getFeatures() if one["factory_id"] in ("F3", "F5")]
    view.filters.selected_button.click()
    assert column(view) == []
    register.selectByIds(ids)
    assert column(view) == ["F3", "F5"]
    assert view.counts_told() == "2 of 5 factories"


def test_an_empty_register_says_how_to_begin(desktop, iface, project, make_layer, spin, monkeypatch):
    from types import SimpleNamespace

    from factory_locations.qgis_plugin.panel import dialogs
    from qgis.core import QgsFeature

    register = make_layer("Factories", "Point", FIELDS)
    project.addMapLayer(register)
    part = part_of(desktop)
    view = desktop.dock.show_page(part.page)
    assert spin(lambda: view.model.table is not None)
    assert not view._begin.isHidden()
    opened, drawn = [], []
    monkeypatch.setattr(dialogs, "open_algorithm", lambda name, given: opened.append((name, given)))
    iface.actionAddFeature = lambda: SimpleNamespace(trigger=lambda: drawn.append(register.isEditable()))
    view._begin.linkActivated.emit("import")
    assert opened == [("factory:import_register", {"REGISTER": register})]
    view._begin.linkActivated.emit("draw")
    assert drawn == [True]
    register.addFeature(QgsFeature(register.fields()))
    assert spin(lambda: view._begin.isHidden())
    register.rollBack()


def test_enter_in_the_search_selects_the_first_found_and_goes_there(view, iface, register):
    from qgis.core import QgsCoordinateReferenceSystem, QgsRectangle
    from qgis.PyQt.QtCore import Qt
    from qgis.PyQt.QtTest import QTest

    iface.canvas.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:32648"))
    iface.canvas.setExtent(QgsRectangle(100000, 1000000, 900000, 1600000))
    drawn = []
    view.table.viewport().update = lambda *_: drawn.append(True)
    QTest.keyClicks(view.filters.search, "bayon")
    QTest.keyClick(view.filters.search, Qt.Key.Key_Return)
    assert [one["factory_id"] for one in register.selectedFeatures()] == ["F3"]
    assert view.model.is_selected(0)
    assert drawn  # so that it is shown too
    assert view.table.hasFocus()
    assert iface.canvas.extent().contains(540000, 1270000)
    assert iface.canvas.extent().height() < 5000


def test_double_click_zooms_and_flashes(view, iface, register):
    from qgis.core import QgsCoordinateReferenceSystem, QgsRectangle

    iface.canvas.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:32648"))
    iface.canvas.setExtent(QgsRectangle(100000, 1000000, 900000, 1600000))
    press(view.table, 0)
    press(view.table, 0, double=True)
    extent = iface.canvas.extent()
    assert extent.contains(520000, 1270000)
    assert extent.height() < 5000
    view.table.selectAll()
    register.selectAll()
    view.zoom_button.click()
    assert iface.canvas.extent().contains(500000, 1270000)
    assert iface.canvas.extent().contains(560000, 1270000)


def rings(iface):
    from qgis.gui import QgsRubberBand

    bands = [item for item in iface.canvas.scene().items() if isinstance(item, QgsRubberBand)]
    shapes = [band.asGeometry() for band in bands if band.iconSize() == 18]
    return [shape.asWkt(0) for shape in shapes if not shape.isEmpty()]


def test_rings_what_is_selected_as_long_as_somebody_looks(view, desktop, iface, register, spin):
    from qgis.core import QgsCoordinateReferenceSystem, QgsGeometry

    iface.canvas.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:32648"))
    press(view.table, 0)
    (ring,) = rings(iface)
    assert "520000 1270000" in ring
    register.startEditing()
    register.changeGeometry(view.model.fid(0), QgsGeometry.fromWkt("POINT(530000 1270000)"))
    assert "530000 1270000" in rings(iface)[0]
    register.rollBack()
    desktop.dock.tabs.setCurrentIndex(1)
    assert rings(iface) == []
    desktop.dock.tabs.setCurrentIndex(0)
    assert len(rings(iface)) == 1
    register.removeSelection()
    assert rings(iface) == []


def test_a_reading_in_the_background_moves_nothing(view, part, register, spin):
    """The rows stay where the eye is, and the cursor where it was."""
    press(view.table, 4)
    view.table.setFixedHeight(90)
    spin(seconds=0.1)
    view.table.verticalScrollBar().setValue(0)
    done = []
    part._feed.ready.connect(lambda _table: done.append(1))
    part._feed.read_again()
    assert spin(lambda: bool(done))
    assert view.table.verticalScrollBar().value() == 0
    assert view.model.fid(view.table.currentIndex().row()) == view.model.selected_fids()[0]


def test_says_that_there_is_no_place_to_go_to(view, iface):
    press(view.table, 4)
    view.zoom_button.click()
    assert "No location" in iface.bar.currentItem().text()


def test_opens_the_form(view, iface):
    press(view.table, 1)
    view.form_button.click()
    assert iface.forms == ["F3"]


def test_menu_of_a_factory(view, register):
    from qgis.PyQt.QtCore import Qt
    from qgis.PyQt.QtWidgets import QApplication

    press(view.table, 2, button=Qt.MouseButton.RightButton)
    assert selected_ids(register) == ["F10"]
    menu = view.context_menu()
    actions = {one.text(): one for one in menu.actions() if one.text()}
    offered = ["Zoom to", "Flash", "Open form", "Move on the map", "Copy id", "Show its findings", "Undo changes…"]
    assert list(actions) == offered
    assert not actions["Show its findings"].isEnabled()  # nothing was checked yet
    actions["Copy id"].trigger()
    assert QApplication.clipboard().text() == "F10"
    menu.deleteLater()


# --- the last check --------------------------------------------------------------------------------------------------


def test_verdicts_come_from_the_last_check(view, desktop, iface, project, findings_gpkg, spin):
    from datetime import datetime

    from factory_locations.qgis_plugin.project.results import add_results

    assert not view.filters.boxes["verdict"].isEnabled()
    layers = add_results(project, str(findings_gpkg), datetime(2025, 3, 4, 5, 6))
    assert spin(lambda: "verdict" in view.model.columns)
    box = view.filters.boxes["verdict"]
    assert entries(box) == ["Any verdict (5)", "Violation (1)", "Passes (1)", "Not checked (3)"]
    choose(box, "fail")
    assert column(view) == ["F2"]
    press(view.table, 0)
    desktop._finished(layers)
    assert spin(lambda: not desktop.reader.reading)
    view.show_findings()
    assert desktop.dock.tabs.currentWidget().isAncestorOf(desktop.dock.findings)
    assert desktop.dock.findings.narrowing.text() == "Factory F2"
    assert desktop.dock.findings.row_count() == 1
    part_of(desktop).show_findings("F10")
    assert "nothing to say about F10" in iface.bar.currentItem().text()
    project.removeMapLayers([layers.factories.id(), layers.findings.id(), layers.evidence.id()])
    desktop.dock.tabs.setCurrentIndex(0)
    assert spin(lambda: "verdict" not in view.model.columns)
    assert sorted(column(view)) == ["F10", "F2", "F3", "F4", "F5"]  # a filter on what is not there filters nothing


# --- following the layer ---------------------------------------------------------------------------------------------


def test_follows_the_edits(view, register, spin):
    from qgis.core import QgsFeature

    ids = {one["factory_id"]: one.id() for one in register.getFeatures()}
    press(view.table, 1)
    assert register.startEditing()
    name = register.fields().lookupField("name_en")
    register.changeAttributeValue(ids["F3"], name, "Zebra Cement")
    assert spin(lambda: "Zebra Cement" in column(view, "name"))
    assert view.model.selected_fids() == [ids["F3"]]
    assert view.table.currentIndex().data() is not None
    feature = QgsFeature(register.fields())
    feature["factory_id"], feature["name_en"] = "F6", "New Works"
    register.addFeature(feature)
    assert spin(lambda: "F6" in column(view))
    register.deleteFeature(ids["F2"])
    assert spin(lambda: "F2" not in column(view))
    register.undoStack().undo()
    assert spin(lambda: "F2" in column(view))
    assert register.commitChanges()
    spin(seconds=0.5)
    assert len(view.model.table.fids) == 6
    assert min(view.model.table.fids.tolist()) > 0  # the ids that new features got


def test_follows_a_rollback(view, register, spin):
    ids = {one["factory_id"]: one.id() for one in register.getFeatures()}
    register.startEditing()
    register.deleteFeatures(list(ids.values())[:2])
    assert spin(lambda: view.model.total == 3)
    register.rollBack()
    assert spin(lambda: view.model.total == 5)


def test_reads_only_what_changed(view, part, register, spin, monkeypatch):
    """One value of a large register does not read all of it again."""
    from factory_locations.qgis_plugin.panel.register import feed

    jobs = []
    real = feed.ReadTask
    monkeypatch.setattr(feed, "ReadTask", lambda job, ended: jobs.append(job) or real(job, ended))
    register.startEditing()
    first = next(register.getFeatures())
    register.changeAttributeValue(first.id(), register.fields().lookupField("status"), "disused")
    assert spin(lambda: column(view, "status").count("Disused (may start again)") == 2)
    (job,) = jobs
    assert job.source is None
    assert list(job.fresh) == [first.id()]


def test_a_filtered_layer_lists_what_it_has(view, register, spin):
    assert register.setSubsetString("\"province_code\" = '12'")
    assert spin(lambda: view.model.total == 2)


def test_reads_when_somebody_looks(view, desktop, register, spin):
    desktop.dock.tabs.setCurrentIndex(1)
    register.startEditing()
    register.deleteFeature(next(register.getFeatures()).id())
    spin(seconds=0.4)
    assert view.model.total == 5
    desktop.dock.tabs.setCurrentIndex(0)
    assert spin(lambda: view.model.total == 4)


def test_another_project_is_another_register(view, project, make_layer, register, spin):
    look_for(view, "lotus", spin)
    project.clear()
    spin(seconds=0.1)
    assert view.model.total == 0
    assert view.counts_told() == ""
    other = make_layer("Factories", "Polygon", ["factory_id:string", "isic:string", "loc_accuracy_m:double"])
    project.addMapLayer(other)
    spin(seconds=0.3)
    assert view.filters.search.text() == ""
    assert view.counts_told() == "0 of 0 factories"


def test_foreign_layers_have_the_columns_they_have(desktop, part, project, make_layer, spin):
    ring = "POLYGON((0 0, 9 0, 9 9, 0 9, 0 0))"
    layer = make_layer(
        "Factories of somebody", "Polygon", ["Name:string", "size:int"], [[ring, "A", 1], [ring, None, 2]]
    )
    project.addMapLayer(layer)
    view = desktop.dock.show_page(part.page)
    assert spin(lambda: view.model.total == 2)
    assert view.model.columns == ("name", "id")
    assert sorted(column(view, "name")) == ["", "A"]
    assert not view.filters.boxes["province"].isVisible()
    press(view.table, 0)
    view.zoom_button.click()


def test_a_layer_that_cannot_be_read_is_said(view, part, register, spin, monkeypatch):
    from factory_locations.qgis_plugin.panel.register import reader

    def broken(*_):
        raise OSError("the server is away")

    monkeypatch.setattr(reader.Source, "values", broken)
    part._feed.read_again()
    assert spin(lambda: view.problem_told() != "")
    assert "the server is away" in view.problem_told()
    monkeypatch.undo()
    view._problem.linkActivated.emit("again")
    assert spin(lambda: view.problem_told() == "")
    assert view.model.total == 5


def test_a_register_whose_file_is_gone_is_said(desktop, part, project, demo_gpkg, tmp_path, spin):
    import shutil

    from qgis.core import QgsVectorLayer

    copy = shutil.copy(demo_gpkg, tmp_path / "register.gpkg")

    layer = QgsVectorLayer("/nowhere/register.gpkg|layername=factories", "Factories", "ogr")
    project.addMapLayer(layer)
    desktop.roles.assign("factories", layer)
    view = desktop.dock.show_page(part.page)
    spin(seconds=0.1)
    assert "“Factories” cannot be opened" in view.message_told()
    layer.setDataSource(f"{copy}|layername=factories", "Factories", "ogr")
    assert spin(lambda: view.model.total == 965)
    assert view.message_told() == ""


# --- leaving ---------------------------------------------------------------------------------------------------------


def test_leaves_nothing_behind(view, desktop, part, project, register, spin, capsys):
    tabs = desktop.dock.tabs
    part._feed.read_again()
    part.remove()
    assert "Register" not in [tabs.tabText(index) for index in range(tabs.count())]
    spin(seconds=0.3)
    register.selectAll()
    register.startEditing()
    register.deleteFeature(next(register.getFeatures()).id())
    register.rollBack()
    project.clear()
    spin(seconds=0.3)
    assert "Error" not in capsys.readouterr().err
    desktop._parts = []


def test_costs_nothing_before_it_is_looked_at(desktop, part, project, register, spin):
    project.addMapLayer(register)
    spin(seconds=0.2)
    assert part.view is None
    assert part._feed is None

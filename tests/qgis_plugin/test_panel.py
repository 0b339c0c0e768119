"""The dock: what it asks, when it can run, and what it shows."""

from __future__ import annotations

import pytest
from factory_locations.qgis_plugin.panel.check_reader import read_check, source_of
from factory_locations.qgis_plugin.panel.findings_model import COLUMNS
from factory_locations.qgis_plugin.project.results import CheckLayers


def show(dock, layers):
    """Show a check at once; the desktop reads it in the background."""
    dock.show_results(layers, read_check(source_of(layers)))


@pytest.fixture
def roles(project, monkeypatch):
    """The roles of a project whose person has set the short pack, about zoning and parks only, in the options."""
    from factory_locations.qgis_plugin import settings
    from factory_locations.qgis_plugin.project.roles import LayerRoles

    monkeypatch.setattr(settings, "rules", lambda: "")
    instance = LayerRoles(project)
    yield instance
    instance.detach()


@pytest.fixture
def dock(roles):
    from factory_locations.qgis_plugin.panel.dock import CheckDock

    instance = CheckDock(roles)
    yield instance
    instance.deleteLater()


@pytest.fixture
def add(project, spin):
    """Add layers to the project and let the panel see them."""

    def add(*layers):
        project.addMapLayers(list(layers))
        spin(seconds=0.1)

    return add


@pytest.fixture
def register(make_layer):
    fields = ["factory_id:string", "name_en:string", "isic:string", "loc_accuracy_m:double", "park_id:string"]
    return make_layer("Factories", "Point", fields, [["POINT(0 0)", "F1"]])


@pytest.fixture
def zoning(make_layer):
    return make_layer("Zoning", "Polygon", ["zone_code:string"])


def test_a_project_begins_with_the_baseline(project, baseline):
    from factory_locations.qgis_plugin.project.roles import LayerRoles

    roles = LayerRoles(project)
    assert roles.rules() == baseline
    assert not project.isDirty()
    roles.detach()


def test_nothing_to_check(dock):
    assert not dock.run_button.isEnabled()
    assert dock.layers.missing()
    assert dock.findings.row_count() == 0


def test_guessed_layers_are_enough(dock, add, project, register, zoning):
    add(register, zoning)
    assert dock.layers.layer("factories") == register
    assert dock.layers.parameters() == {"FACTORIES": register.id(), "ZONING": zoning.id()}
    assert dock.run_button.isEnabled()


def test_an_empty_register_says_what_to_do_first(dock, add, make_layer, zoning, spin):
    from qgis.core import QgsFeature

    empty = make_layer("Factories", "Point", ["factory_id:string", "isic:string"])
    dock.show()
    add(empty, zoning)
    assert dock.layers.missing() == (
        "This register holds no factory yet: import a list or draw a factory in the tab Register."
    )
    assert not dock.run_button.isEnabled()
    assert dock._status.text() == dock.layers.missing()
    empty.startEditing()
    drawn = QgsFeature(empty.fields())
    drawn.setAttributes(["F1", "1410"])
    assert empty.addFeature(drawn)
    assert spin(dock.run_button.isEnabled, seconds=3)
    empty.rollBack()
    assert spin(lambda: not dock.run_button.isEnabled(), seconds=3)


@pytest.mark.parametrize("looked_at", [False, True])
def test_imported_factories_can_be_checked(dock, add, make_layer, zoning, spin, tmp_path, looked_at):
    """An import writes past the layer, whose count may be the old one."""
    from factory_locations.tests import layers as L
    from qgis.core import QgsFeature, QgsVectorLayer

    made = make_layer("Factories", "Point", ["factory_id:string", "isic:string"])
    source = L.saved(made, tmp_path / "register.gpkg", "factories")
    register, other = QgsVectorLayer(source, "Factories", "ogr"), QgsVectorLayer(source, "other", "ogr")
    dock.show()
    add(register, zoning)
    assert not dock.run_button.isEnabled()
    dock.setVisible(looked_at)
    assert other.dataProvider().addFeatures([QgsFeature(other.fields())])[0]
    if looked_at:
        register.dataProvider().reloadData()  # as an import does at its end
    dock.show()
    assert spin(dock.run_button.isEnabled, seconds=3)


def test_a_filter_that_leaves_no_factory_is_named(dock, add, register, zoning):
    register.setSubsetString("factory_id = 'none'")
    add(register, zoning)
    assert dock.layers.missing() == "The filter of “Factories” leaves no factory to check: change the filter first."


def test_factories_alone_are_not_enough(dock, add, project, register):
    add(register)
    assert "zoning" in dock.layers.missing()
    assert not dock.run_button.isEnabled()


def test_fields_are_asked_only_where_the_usual_ones_are_missing(dock, add, project, register, make_layer):
    plan = make_layer("Zoning", "Polygon", ["zone:string", "title:string"])
    add(register, plan)
    dock.show()
    assert dock.layers.field_combo("ZONE_FIELD").isVisibleTo(dock)
    assert not dock.layers.field_combo("ACTIVITY_FIELD").isVisibleTo(dock)
    assert dock.layers.parameters()["ZONE_FIELD"] == "zone"  # proposed
    dock.layers.field_combo("ZONE_FIELD").setField("title")
    assert dock.layers.parameters()["ZONE_FIELD"] == "title"
    assert "ACTIVITY_FIELD" not in dock.layers.parameters()


def test_usual_names_are_not_asked_and_ids_are_proposed(dock, add, project, make_layer):
    """The layers that are published: plants and economic zones."""
    plants = make_layer("Factories", "Point", ["wri_id:integer", "Name:string", "isic:string", "Owner:string"])
    zones = make_layer("Special economic zones", "Polygon", ["map_id:string", "NAME:string", "landarea_h:string"])
    add(plants, zones)
    dock.show()
    assert not dock.layers.field_combo("NAME_FIELD").isVisibleTo(dock)
    assert dock.layers.field_combo("PARK_ID_FIELD").isVisibleTo(dock)
    assert dock.layers.parameters()["PARK_ID_FIELD"] == "map_id"
    assert "NAME_FIELD" not in dock.layers.parameters()


def test_folding_shows_no_field_that_is_not_asked(dock, add, project, register, zoning):
    add(register, zoning)
    dock.show()
    for folded in (True, False):
        dock.layers.setCollapsed(folded)
    assert not dock.layers.field_combo("ACTIVITY_FIELD").isVisibleTo(dock)
    assert dock.layers.field_combo("ACTIVITY_FIELD").parentWidget().parentWidget().isHidden()


def test_a_needed_field_must_be_chosen(dock, add, project, register, make_layer):
    plan = make_layer("Zoning", "Polygon", ["title:string"])
    add(register, plan)
    assert not dock.run_button.isEnabled()
    assert "Zone code" in dock.layers.missing()
    dock.layers.field_combo("ZONE_FIELD").setField("title")
    assert dock.run_button.isEnabled()


def test_choice_is_stored_in_the_project(dock, add, project, register, zoning, make_layer):
    other = make_layer("Zoning of 2010", "Polygon", ["zone_code:string"])
    add(register, zoning, other)
    dock.layers.set_layer("zoning", other)
    assert project.readEntry("factory_locations", "roles/zoning")[0] == other.id()
    dock.layers.set_layer("zoning", None)
    assert "ZONING" not in dock.layers.parameters()


def test_a_removed_layer_leaves_the_panel(dock, add, project, register, zoning, make_layer, spin):
    add(register, zoning, make_layer("Wells", "Polygon", []))
    dock.layers.remember()
    project.removeMapLayer(zoning.id())
    spin(seconds=0.1)
    assert dock.layers.layer("zoning") is None  # and not the next polygon layer in the list
    assert not dock.run_button.isEnabled()


def test_results_of_a_check_are_not_offered(dock, add, project, register, make_layer):
    from factory_locations.qgis_plugin.project.roles import RESULT_PROPERTY

    result = make_layer("Zoning result", "Polygon", [])
    result.setCustomProperty(RESULT_PROPERTY, "findings")
    add(register, result)
    dock.layers.set_layer("zoning", result)
    assert dock.layers.layer("zoning") is None


def test_advice_stops_the_run(dock, add, project, register, zoning):
    add(register, zoning)
    dock.show_unavailable("Install geopandas.")
    assert not dock.run_button.isEnabled()
    dock.show_unavailable("")
    assert dock.run_button.isEnabled()


def test_running_and_done(dock, add, project, register, zoning, findings_layer):

    add(register, zoning)
    dock.show_running()
    assert not dock.run_button.isEnabled()
    assert dock.cancel_button.isVisibleTo(dock)
    show(dock, CheckLayers(findings_layer, None, None))
    assert dock.run_button.isEnabled()
    assert not dock.cancel_button.isVisibleTo(dock)
    assert dock.findings.row_count() == 4
    assert dock.map_button.isEnabled()
    dock.forget_results()
    assert dock.findings.row_count() == 0
    assert not dock.map_button.isEnabled()


def test_click_and_enter_announce_the_finding(dock, findings_layer, spin):
    from qgis.PyQt.QtCore import Qt
    from qgis.PyQt.QtTest import QTest

    show(dock, CheckLayers(findings_layer, None, None))
    chosen = []
    dock.findings.finding_chosen.connect(lambda feature: chosen.append(feature["factory_id"]))
    table = dock.findings.table
    dock.show()
    table.clicked.emit(table.model().index(0, 1))
    table.setCurrentIndex(table.model().index(2, 1))
    QTest.keyClick(table, Qt.Key.Key_Return)
    assert chosen == ["F2", "F3"]


def test_a_finding_deleted_meanwhile_is_no_error(dock, findings_layer):

    show(dock, CheckLayers(findings_layer, None, None))
    chosen = []
    dock.findings.finding_chosen.connect(chosen.append)
    findings_layer.dataProvider().truncate()
    dock.findings.choose(dock.findings.table.model().index(0, 0))
    assert not chosen


def test_narrow_enough_for_a_small_screen(dock, add, project, register, zoning, findings_layer):

    register.setName("A very long name that somebody gave to the layer of all factories of the country")
    add(register, zoning)
    show(dock, CheckLayers(findings_layer, None, None))
    assert dock.tabs.widget(0).content.widget().minimumSizeHint().width() <= 320


def test_a_tab_is_built_when_it_is_looked_at(dock, qgis_app):
    from qgis.PyQt.QtWidgets import QLabel

    built = []

    def build():
        built.append(QLabel("content"))
        return built[-1]

    page = dock.add_page("Job", "location_map", build)
    assert [dock.tabs.tabText(i) for i in range(dock.tabs.count())] == ["Check", "Job"]
    dock.show()
    qgis_app.processEvents()
    assert not built
    assert dock.show_page(page) is built[0]
    dock.tabs.setCurrentIndex(0)
    dock.tabs.setCurrentWidget(page)
    assert len(built) == 1


def test_slots_match_the_algorithm(provider):
    from factory_locations.qgis_plugin.panel.inputs import FIELD_SLOTS

    algorithm = provider.algorithm("check_locations")
    for slot in FIELD_SLOTS:
        definition = algorithm.parameterDefinition(slot.parameter)
        assert definition is not None, slot.parameter
        assert definition.parentLayerParameterName() == slot.role.upper()


@pytest.fixture
def baseline():
    from factory_locations.qgis_plugin.project.packs import BASELINE

    return str(BASELINE)


def test_more_layers_are_taken_where_rules_need_them(dock, add, project, register, zoning, make_layer, baseline):
    schools, roads = make_layer("Schools", "Point", []), make_layer("Roads", "LineString", ["class:string"])
    add(register, zoning, schools, roads)
    dock.show()
    assert "SCHOOLS" not in dock.layers.parameters()  # the usual pack has no rule about them
    dock.layers.rules.choose(baseline)
    chosen = dock.layers.parameters()
    assert chosen["SCHOOLS"] == schools.id()
    assert chosen["RULES"] == baseline
    assert "ROADS" not in chosen
    dock.layers.set_layer("schools", None)
    assert "SCHOOLS" not in dock.layers.parameters()


def test_layers_of_the_rules_stand_out(dock, add, project, register, zoning, baseline):
    add(register, zoning)
    dock.show()
    dock.layers.rules.choose(baseline)
    faces = {name: label.font().bold() for name, label in dock.layers.more_layers()._labels.items()}
    assert faces["wells"]
    assert faces["hazard_zones"]
    assert not faces["roads"]
    assert not faces["receptors"]  # the layers of one class are meant for it
    dock.layers.rules.choose("")
    assert not any(label.font().bold() for label in dock.layers.more_layers()._labels.values())


def test_says_which_layers_the_rules_lack(dock, add, project, register, zoning, make_layer, baseline):
    add(register, zoning)
    dock.show()
    assert "Industrial parks" in dock.layers.needs_told()
    dock.layers.rules.choose(baseline)
    assert "Protected areas" in dock.layers.needs_told()
    add(make_layer("Protected", "Polygon", []), make_layer("Industrial parks", "Polygon", ["park_id:string"]))
    assert "Protected areas" not in dock.layers.needs_told()
    dock.layers.rules.choose("")
    assert dock.layers.needs_told().endswith("All layers that these rules need are chosen.")


def test_says_how_many_rules_can_be_checked_on_how_many_factories(dock, add, make_layer, zoning, tmp_path, spin):
    """Three rules: one about zones, which are there, and two about wells, which are not."""
    rules = "".join(
        f"""
  - id: R-{number}
    title: {{en: Far from wells}}
    semantics: advise
    test: distance at least
    role: water_supply
    classes: [well]
    distance_m: 100
    action: {{en: Look}}
"""
        for number in (1, 2)
    )
    own = tmp_path / "own.yaml"
    own.write_text(
        f"""
pack: own
version: "1.0"
title: {{en: Own}}
authority: Test
citation: Test
vintage: 2025
status: draft
licence: CC0-1.0
rules:
  - id: R-0
    title: {{en: Apart}}
    semantics: advise
    test: distance at least
    role: factories
    distance_m: 100
    action: {{en: Look}}
{rules}
""",
        encoding="utf-8",
    )
    add(make_layer("Factories", "Point", ["factory_id:string"], [["POINT(0 0)", "F1"], ["POINT(1 1)", "F2"]]), zoning)
    dock.show()
    dock.layers.rules.choose(str(own))
    assert dock.layers.needs_told().startswith("1 of 3 rules (2025) can be checked on 2 factories. ")
    add(make_layer("Wells", "Point", []))
    assert dock.layers.needs_told().startswith("3 of 3 rules (2025) can be checked on 2 factories. ")
    register = dock.layers.layer("factories")
    register.startEditing()
    register.deleteFeature(1)
    assert spin(lambda: "on 1 factories" in dock.layers.needs_told())
    register.rollBack()


def test_roles_other_than_zoning_are_enough(dock, add, project, register, make_layer, baseline):
    add(register, make_layer("Wells", "Point", []))
    dock.show()
    assert not dock.run_button.isEnabled()
    dock.layers.rules.choose(baseline)
    assert dock.run_button.isEnabled()


def test_a_layer_of_the_wrong_geometry_is_not_offered(dock, add, project, register, make_layer):
    add(register, make_layer("Lakes", "Point", []), make_layer("Roads", "Point", []))
    assert dock.layers.more_layers().combos["lakes"].count() == 1
    assert dock.layers.more_layers().combos["roads"].count() == 1


def test_a_class_field_is_asked_where_rules_name_classes(dock, add, project, register, zoning, make_layer, baseline):
    add(register, zoning, make_layer("Flood zones", "Polygon", ["level:string"]))
    dock.show()
    asked = dock.layers.field_combo("HAZARD_ZONES_CLASS_FIELD")
    assert not asked.isVisibleTo(dock)
    dock.layers.rules.choose(baseline)
    assert asked.isVisibleTo(dock)
    assert dock.layers.parameters()["HAZARD_ZONES_CLASS_FIELD"] == "level"


def test_rules_are_offered_by_title_and_remembered(dock, roles, project, baseline, tmp_path, spin):
    dock.show()
    box = dock.layers.rules.box
    assert spin(lambda: not dock.layers.rules.reading)
    titles = [box.itemText(index) for index in range(box.count())]
    assert "Cambodia baseline, screening" in titles
    assert titles[-1] == "Other file…"
    dock.layers.rules.choose(baseline)
    assert project.readEntry("factory_locations", "rules")[0] == "shipped:kh-baseline.yaml"
    assert project.write(str(tmp_path / "p.qgz"))
    own = tmp_path / "own.yaml"
    dock.layers.rules.choose(str(own))
    assert roles.rules() == str(own)
    assert project.readEntry("factory_locations", "rules")[0] == "./own.yaml"  # moves with the project
    assert dock.layers.rules.file.isVisibleTo(dock)
    assert "own.yaml" in dock.layers.needs_told()


@pytest.fixture
def bad_pack(tmp_path):
    """A pack with a mistake in each of four rules."""
    rules = "".join(
        f"  - id: R-{n}\n    title: T\n    test: at_least\n    role: receptors\n    distanze_m: 1\n" for n in range(4)
    )
    path = tmp_path / "bad.yaml"
    path.write_text(f"pack: bad\nversion: 1\ntitle: Bad\nrules:\n{rules}", encoding="utf-8")
    return str(path)


def test_a_bad_pack_tells_its_first_mistakes(dock, add, project, register, zoning, baseline, bad_pack):
    add(register, zoning)
    dock.show()
    dock.layers.rules.choose(bad_pack)
    told = dock.layers.needs_told()
    assert "bad.yaml" in told.split("<br>")[0]
    assert len(told.split("<br>")) == 4
    assert told.split("<br>")[1].strip()
    assert "…" in told.split("<br>")[3]
    assert dock.layers._needed.toolTip().count("<br>") > 3
    dock.show_failed("The rule pack cannot be read.")
    assert "cannot be read" in dock._status.text()
    dock.layers.rules.choose(baseline)
    assert "bad.yaml" not in dock.layers.needs_told()
    assert "bad.yaml" not in dock.layers._needed.toolTip()
    assert "cannot be read" not in dock._status.text()


def required(project):
    """Return what an expression of the project says a slaughterhouse has to keep from a hospital."""
    from qgis.core import QgsExpression, QgsExpressionContext, QgsExpressionContextUtils

    context = QgsExpressionContext()
    context.appendScopes([QgsExpressionContextUtils.globalScope(), QgsExpressionContextUtils.projectScope(project)])
    asked = QgsExpression("factory_required_distance('1010', 'small', 'hospital')")
    value = asked.evaluate(context)
    assert not asked.hasEvalError(), asked.evalErrorString()
    return value


@pytest.fixture
def functions(provider):
    from factory_locations.processing.expressions import register_functions, unregister_functions

    register_functions()
    yield
    unregister_functions()


def test_expressions_answer_with_the_rules_of_the_panel(dock, project, functions, baseline):
    assert required(project) is None
    dock.layers.rules.choose(baseline)
    assert required(project) == 300
    assert project.customVariables()["factory_rules"] == baseline
    dock.layers.rules.choose("")
    assert required(project) is None
    assert "factory_rules" not in project.customVariables()


def test_expressions_follow_a_project_that_moved(roles, project, tmp_path):
    for folder in ("here", "there"):
        (tmp_path / folder).mkdir()
    assert project.write(str(tmp_path / "here" / "p.qgs"))
    roles.assign_rules(str(tmp_path / "here" / "own.yaml"))
    assert project.write()
    (tmp_path / "here" / "p.qgs").rename(tmp_path / "there" / "p.qgs")
    assert project.read(str(tmp_path / "there" / "p.qgs"))
    assert project.customVariables()["factory_rules"] == str(tmp_path / "there" / "own.yaml")
    assert not project.isDirty()


def test_another_file_must_be_named(dock, add, project, register, zoning, spin):
    add(register, zoning)
    dock.show()
    rules = dock.layers.rules
    rules.box.setCurrentIndex(rules.box.count() - 1)
    rules.box.activated.emit(rules.box.count() - 1)
    assert "file with the rules" in dock.layers.missing()
    dock.layers.refresh()  # something else in the project changes meanwhile
    assert rules.file.isVisibleTo(dock)
    assert not dock.run_button.isEnabled()


def test_says_the_full_path_of_the_findings(dock, add, project, register, zoning, documents):
    from datetime import date

    add(register, zoning)
    assert dock.layers.output_told() == str(documents / f"check_{date.today():%Y-%m-%d}.gpkg")
    dock.layers.set_output_file("march")
    assert dock.layers.output_told() == str(documents / "march.gpkg")
    assert dock.run_button.isEnabled()
    dock.layers.set_output_file("march.xlsx")
    assert "march.xlsx" in dock.layers.output_told()
    assert not dock.run_button.isEnabled()


def test_the_folder_button_tells_the_path_and_opens_the_folder(dock, findings_gpkg, project, monkeypatch):
    from datetime import datetime

    from factory_locations.qgis_plugin.panel import dock as module
    from factory_locations.qgis_plugin.project.results import add_results

    opened = []
    monkeypatch.setattr(module.QDesktopServices, "openUrl", opened.append)
    show(dock, add_results(project, str(findings_gpkg), datetime(2025, 3, 4)))
    assert dock.result_told() == str(findings_gpkg)
    assert str(findings_gpkg) in dock.folder_button.toolTip()
    dock.folder_button.click()
    assert opened[0].toLocalFile() == str(findings_gpkg.parent)


def test_earlier_findings_under_a_new_error_are_marked(dock, findings_layer):

    dock.show_failed("Something is wrong.")
    view = dock.findings
    assert not view._earlier.isVisibleTo(view)
    layers = CheckLayers(findings_layer, None, None)
    for bad in (lambda: dock.show_failed("Something is wrong."), dock.show_cancelled):
        show(dock, layers)
        assert not view._earlier.isVisibleTo(view)
        bad()
        assert view._earlier.isVisibleTo(view)
        assert not dock.folder_button.isVisibleTo(dock)
    show(dock, layers)
    assert not view._earlier.isVisibleTo(view)


def listed(dock, findings_layer, spin, width):
    """Return the table of findings in a panel of some width."""
    show(dock, CheckLayers(findings_layer, None, None))
    dock.findings.table.reset_widths()
    dock.resize(width, 800)
    dock.show()
    spin(seconds=0.2)
    return dock.findings.table


def test_a_narrow_panel_lists_findings_in_two_lines(dock, findings_layer, spin):
    from qgis.PyQt.QtCore import Qt

    table = listed(dock, findings_layer, spin, 400)
    shown = [name for column, name in enumerate(COLUMNS) if not table.isColumnHidden(column)]
    assert shown == ["kind", "factory_name"]
    assert table.horizontalHeader().length() <= table.viewport().width()
    assert table.rowHeight(0) > 1.5 * table.fontMetrics().height()
    tip = table.model().index(0, COLUMNS.index("factory_name")).data(Qt.ItemDataRole.ToolTipRole)
    assert tip == "Angkor Rice F2\nViolation: 1,240 m outside."


def test_a_wide_panel_lists_findings_in_columns_that_are_remembered(dock, findings_layer, spin):
    from factory_locations.qgis_plugin.panel.findings_table import FindingsTable

    table = listed(dock, findings_layer, spin, 900)
    assert not any(table.isColumnHidden(column) for column in range(len(COLUMNS)))
    assert table.horizontalHeader().length() <= table.viewport().width()
    table.horizontalHeader().resizeSection(COLUMNS.index("factory_name"), 171)
    dock.resize(400, 800)  # and two lines between
    spin(seconds=0.1)
    dock.resize(900, 800)
    spin(seconds=0.1)
    assert table.columnWidth(COLUMNS.index("factory_name")) == 171
    other = FindingsTable()
    other.setModel(table.model())
    other.resize(900, 300)
    other.show()
    other.lay_out()
    assert other.columnWidth(COLUMNS.index("factory_name")) == 171
    other.deleteLater()
    table.reset_widths()
    assert table.columnWidth(COLUMNS.index("factory_name")) != 171


def test_ids_are_whole_and_names_keep_their_beginning(dock, make_layer, spin):
    from qgis.PyQt.QtCore import Qt
    from qgis.PyQt.QtWidgets import QStyleOptionViewItem

    names = [f"Demo {kind} 008, Phnom Penh" for kind in ("Slaughterhouse", "Tannery")]
    rows = [["POINT(0 0)", str(n), f"KH-12-0036900{n}", name, "R", "fail"] for n, name in enumerate(names)]
    fields = [f"{one}:string" for one in ("finding_id", "factory_id", "factory_name", "rule_id", "verdict")]
    findings = make_layer("Findings", "Point", fields, rows)
    table = listed(dock, findings, spin, 900)
    column = COLUMNS.index("factory_id")
    option = QStyleOptionViewItem()
    delegate = table.itemDelegate()
    wanted = delegate.sizeHint(option, table.model().index(0, column)).width()
    assert table.columnWidth(column) >= wanted
    delegate.initStyleOption(option, table.model().index(0, COLUMNS.index("factory_name")))
    assert option.textElideMode == Qt.TextElideMode.ElideRight


def test_cells_tell_all_in_their_tooltips(dock, findings_layer):
    from qgis.PyQt.QtCore import Qt

    show(dock, CheckLayers(findings_layer, None, None))
    model = dock.findings.table.model()
    tips = [model.index(0, column).data(Qt.ItemDataRole.ToolTipRole) for column in range(4)]
    assert tips == ["Violation", "F2", "Angkor Rice F2\nViolation: 1,240 m outside.", "1,240 m outside."]


def test_a_layer_that_comes_after_a_run_is_still_proposed(dock, add, project, register, zoning, make_layer):
    add(register, zoning)
    dock.layers.remember()
    schools = make_layer("Schools", "Point", [])
    add(schools)
    assert dock.layers.layer("schools") == schools


def test_rules_about_factories_alone_need_no_layer(dock, add, project, register, tmp_path):
    own = tmp_path / "own.yaml"
    own.write_text(
        """
pack: own
version: "1.0"
title: {en: Factories apart}
authority: Test
citation: Test
vintage: 2025
status: draft
licence: CC0-1.0
rules:
  - id: OWN-01
    title: {en: Apart}
    semantics: advise
    test: distance at least
    role: factories
    distance_m: 100
    action: {en: Look}
""",
        encoding="utf-8",
    )
    add(register)
    dock.show()
    assert not dock.run_button.isEnabled()
    dock.layers.rules.choose(str(own))
    assert dock.layers.needs_told().endswith("These rules need no layer but the factories.")
    assert dock.run_button.isEnabled()

"""The dock: what it asks, when it can run, and what it shows."""

from __future__ import annotations

import pytest


@pytest.fixture
def roles(project):
    from factory_locations.qgis_plugin.project.roles import LayerRoles

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
    return make_layer("Factories", "Point", fields)


@pytest.fixture
def zoning(make_layer):
    return make_layer("Zoning", "Polygon", ["zone_code:string"])


def test_nothing_to_check(dock):
    assert not dock.run_button.isEnabled()
    assert dock.layers.missing()
    assert dock.findings.row_count() == 0


def test_guessed_layers_are_enough(dock, add, project, register, zoning):
    add(register, zoning)
    assert dock.layers.layer("factories") == register
    assert dock.layers.parameters() == {"FACTORIES": register.id(), "ZONING": zoning.id()}
    assert dock.run_button.isEnabled()


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
    from factory_locations.qgis_plugin.project.results import CheckLayers

    add(register, zoning)
    dock.show_running()
    assert not dock.run_button.isEnabled()
    assert dock.cancel_button.isVisibleTo(dock)
    dock.show_results(CheckLayers(findings_layer, None, None), "3 of 4 factories pass every rule.")
    assert dock.run_button.isEnabled()
    assert not dock.cancel_button.isVisibleTo(dock)
    assert dock.findings.row_count() == 4
    assert dock.map_button.isEnabled()
    dock.forget_results()
    assert dock.findings.row_count() == 0
    assert not dock.map_button.isEnabled()


def test_click_and_enter_announce_the_finding(dock, findings_layer, spin):
    from factory_locations.qgis_plugin.project.results import CheckLayers
    from qgis.PyQt.QtCore import Qt
    from qgis.PyQt.QtTest import QTest

    dock.findings.show_results(CheckLayers(findings_layer, None, None), "")
    chosen = []
    dock.findings.finding_chosen.connect(lambda feature: chosen.append(feature["factory_id"]))
    table = dock.findings.table
    dock.show()
    table.clicked.emit(table.model().index(0, 1))
    table.setCurrentIndex(table.model().index(2, 1))
    QTest.keyClick(table, Qt.Key.Key_Return)
    assert chosen == ["F2", "F3"]


def test_a_finding_deleted_meanwhile_is_no_error(dock, findings_layer):
    from factory_locations.qgis_plugin.project.results import CheckLayers

    dock.findings.show_results(CheckLayers(findings_layer, None, None), "")
    chosen = []
    dock.findings.finding_chosen.connect(chosen.append)
    findings_layer.dataProvider().truncate()
    dock.findings.choose(dock.findings.table.model().index(0, 0))
    assert not chosen


def test_narrow_enough_for_a_small_screen(dock, add, project, register, zoning, findings_layer):
    from factory_locations.qgis_plugin.project.results import CheckLayers

    register.setName("A very long name that somebody gave to the layer of all factories of the country")
    add(register, zoning)
    dock.show_results(CheckLayers(findings_layer, None, None), "3 of 4 factories pass every rule.")
    assert dock.widget().widget().minimumSizeHint().width() <= 320


def test_slots_match_the_algorithm(provider):
    from factory_locations.qgis_plugin.panel.inputs import FIELD_SLOTS

    algorithm = provider.algorithm("check_locations")
    for slot in FIELD_SLOTS:
        definition = algorithm.parameterDefinition(slot.parameter)
        assert definition is not None, slot.parameter
        assert definition.parentLayerParameterName() == slot.role.upper()

"""What is explained, marked on the map and selected is always the finding under the cursor, or none."""

from __future__ import annotations

import pytest


@pytest.fixture
def plugin(iface, provider):
    import factory_locations

    instance = factory_locations.classFactory(iface)
    instance.initGui()
    yield instance
    instance.unload()


@pytest.fixture
def shown(plugin, project, make_layer, findings_gpkg, spin):
    """A check in the panel, and the register it is about."""
    from datetime import datetime

    from factory_locations.qgis_plugin.project.results import add_results

    fields = ["factory_id:string", "name_en:string", "isic:string", "loc_accuracy_m:double", "park_id:string"]
    rows = [["POINT(501000 1270000)", "F2"], ["POINT(502000 1270000)", "F3"], ["POINT(0 0)", "F9"]]
    register = make_layer("Factories", "Point", fields, rows)
    project.addMapLayers([register])
    spin(seconds=0.1)
    plugin.desktop._finished(add_results(project, str(findings_gpkg), datetime(2025, 3, 4, 5, 6)))
    assert spin(lambda: not plugin.desktop.reader.reading)
    return plugin.desktop, register


def row_of(view, factory_id):
    model = view.table.model()
    (row,) = (row for row in range(model.rowCount()) if model.index(row, 1).data() == factory_id)
    return model.index(row, 1)


def marked(desktop):
    return desktop.navigator._circle.size() > 0


def selected(register):
    return sorted(one["factory_id"] for one in register.selectedFeatures())


def test_filtering_the_chosen_finding_away_clears_everything(shown):
    desktop, register = shown
    view = desktop.dock.findings
    view.choose(row_of(view, "F2"))
    assert "Angkor Rice" in view.details_text()
    assert selected(register) == ["F2"]
    assert marked(desktop)
    view.search.setText("lotus")
    assert view.row_count() == 1
    assert not view.table.currentIndex().isValid()
    assert not view.table.selectionModel().hasSelection()
    assert "Angkor Rice" not in view.details_text()
    assert selected(register) == []
    assert desktop._layers.findings.selectedFeatureCount() == 0
    assert not marked(desktop)


def test_no_row_left_clears_everything(shown):
    desktop, register = shown
    view = desktop.dock.findings
    view.choose(row_of(view, "F2"))
    view.search.setText("no such words at all")
    assert view.row_count() == 0
    assert "Angkor Rice" not in view.details_text()
    assert selected(register) == []
    assert not marked(desktop)


def test_a_chip_that_hides_the_chosen_finding_clears_everything(shown):
    desktop, register = shown
    view = desktop.dock.findings
    view.choose(row_of(view, "F2"))
    view.chips.chip("undecided").click()
    assert "Angkor Rice" not in view.details_text()
    assert selected(register) == []


def test_a_filter_that_keeps_the_finding_keeps_it_current(shown):
    desktop, register = shown
    view = desktop.dock.findings
    view.choose(row_of(view, "F3"))
    view.search.setText("f3")
    assert view.table.currentIndex().row() == 0
    assert "LIND or RES." in view.details_text()
    assert selected(register) == ["F3"]


def test_arrow_keys_bring_text_at_once_and_the_map_soon(shown, spin):
    from qgis.PyQt.QtCore import Qt
    from qgis.PyQt.QtTest import QTest

    desktop, register = shown
    view = desktop.dock.findings
    desktop.dock.show()
    view.table.sortByColumn(1, Qt.SortOrder.AscendingOrder)
    view.choose(row_of(view, "F2"))
    QTest.keyClick(view.table, Qt.Key.Key_Down)
    assert "LIND or RES." in view.details_text()
    assert selected(register) == []  # not the earlier factory's
    assert spin(lambda: selected(register) == ["F3"], 3)


def test_a_selection_made_by_hand_is_left_alone(shown):
    desktop, register = shown
    view = desktop.dock.findings
    view.choose(row_of(view, "F2"))
    register.selectByExpression("factory_id = 'F9'")
    view.search.setText("lotus")
    assert selected(register) == ["F9"]


def test_new_results_forget_the_chosen_finding(shown, findings_gpkg, project, spin):
    from datetime import datetime

    from factory_locations.qgis_plugin.project.results import add_results

    desktop, register = shown
    view = desktop.dock.findings
    view.choose(row_of(view, "F2"))
    desktop._finished(add_results(project, str(findings_gpkg), datetime(2025, 3, 4, 5, 7)))
    assert spin(lambda: not desktop.reader.reading)
    assert "Angkor Rice" not in view.details_text()
    assert selected(register) == []
    assert not marked(desktop)


def test_a_factory_without_a_place_says_so(shown):
    desktop, _register = shown
    view = desktop.dock.findings
    view.choose(row_of(view, "F2"))
    view.choose(row_of(view, "F4"))
    assert "This factory has no usable location" in view.details_text()
    assert not marked(desktop)

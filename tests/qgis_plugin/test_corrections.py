"""The tab “Corrections”: problems found, decided on, applied and taken back by the real algorithms and real widgets."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest
from factory_locations.tests import layers as L
from factory_locations.tests.test_check_coordinates import LAT, LON, REGISTER, ROWS, communes

PLACES = (f"POINT ({LAT} {LON})", f"POINT ({LON} {LAT})")
# Degrees with minutes typed as decimals: two readings lie in the commune that is declared.
MINUTES = ("POINT (104.5248 11.2138)", "F6", "Minutes", "010201", None, "gps", 5.0, "1410", None)


@pytest.fixture
def register(project, tmp_path):
    """A register in a GeoPackage, its communes beside it, both in the project."""
    from qgis.core import QgsVectorLayer

    made = L.layer("Point", REGISTER, [*ROWS, MINUTES], crs="EPSG:4326", name="factories")
    source = L.saved(made, tmp_path / "register.gpkg", "factories")
    units = L.saved(communes(field="commune_code"), tmp_path / "units.gpkg", "communes")
    layers = QgsVectorLayer(source, "Factories", "ogr"), QgsVectorLayer(units, "Communes", "ogr")
    project.addMapLayers(list(layers))
    return layers[0]


@pytest.fixture
def desktop(iface, register, provider, spin):
    from factory_locations.qgis_plugin.desktop import Desktop

    iface.window.resize(420, 740)
    iface.window.show()
    made = Desktop(iface)
    made.dock.show()
    yield made
    made.remove()
    spin(seconds=0.05)


@pytest.fixture
def part(desktop):
    from factory_locations.qgis_plugin.panel.corrections.part import CorrectionsPart

    return next(one for one in desktop._parts if isinstance(one, CorrectionsPart))


@pytest.fixture
def tab(desktop, part, spin):
    desktop.dock.show_page(part.page)
    spin(seconds=0.05)
    return part.corrections


@pytest.fixture
def found(tab, spin):
    """The tab after the problems were found."""
    click(tab.view.find_button)
    assert spin(lambda: tab.session.proposals is not None and not tab.check.running), tab.view.problem.text()
    assert spin(lambda: tab.session._log_reader is None)
    return tab


def click(button):
    from qgis.PyQt.QtCore import Qt
    from qgis.PyQt.QtTest import QTest

    assert button.isEnabled()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def press(widget, key):
    from qgis.PyQt.QtTest import QTest

    QTest.keyClick(widget, key)


def column(tab, name):
    from factory_locations.qgis_plugin.panel.corrections.model import COLUMNS

    model = tab.view.model
    return [model.index(row, COLUMNS.index(name)).data() for row in range(model.rowCount())]


def rows_of(tab, proposal_id):
    row = tab.session.proposals.texts["proposal_id"].index(proposal_id)
    return tab.view.model.row_of(row)


def go(tab, proposal_id):
    tab.view.table.go_to(rows_of(tab, proposal_id))


def stored(tab, spin):
    """What the file says by now, by proposal."""
    assert spin(lambda: not tab.session.writing)
    return {row["proposal_id"]: row["accepted"] for row in L.rows(tab.session.path, "proposals")}


def places(register):
    """Where the factories stand in the file, by id."""
    path = register.source().split("|")[0]
    ids = [row["factory_id"] for row in L.rows(path, "factories")]
    return {id_: shape and (shape.x, shape.y) for id_, shape in zip(ids, L.shapes(path, "factories"))}


def answer(tab, role):
    """Press a button of the question that is asked."""
    from qgis.PyQt.QtWidgets import QMessageBox

    box = tab.questions.dialog
    button = next(one for one in box.buttons() if box.buttonRole(one) == getattr(QMessageBox.ButtonRole, role))
    click(button)


def apply(tab, spin, who="Sok Dara"):
    click(tab.view.apply_button)
    assert spin(lambda: tab.questions.dialog is not None), tab.view.problem.text()
    tab.questions.dialog.officer.setText(who)
    click(tab.questions.dialog.apply_button)
    assert spin(lambda: not tab.work.changes.running and bool(tab.view.told.text())), tab.view.problem.text()
    assert spin(lambda: tab.session._log_reader is None)


def test_problems_are_found_into_a_file_of_their_own(found, documents):
    path = found.session.path
    assert path.parent == documents
    assert path.name.startswith("coordinates_")
    assert column(found, "factory") == ["Swapped", "Unread", "Minutes", "Minutes", "Coarse"]
    assert [text.split()[0] for text in column(found, "kind")] == ["C01", "C08", "C09", "C09", "C10"]
    moves = column(found, "moved")
    assert moves[0] == "new place"  # where it stands is no place on the Earth
    assert moves[4] == "stays"
    assert found.view.filters.counted.text() == "5 of 5"
    assert found.view.layers.parameters().keys() == {"ADMIN_COMMUNES"}


def test_places_of_one_finding_are_told_apart(found):
    from factory_locations.qgis_plugin.panel.corrections.model import BELOW_ROLE, COLUMNS

    model = found.view.model
    below = [model.index(row, COLUMNS.index("kind")).data(BELOW_ROLE) for row in range(model.rowCount())]
    assert below == ["", "", "place 1 of 2", "place 2 of 2", ""]


def test_the_search_and_the_choices_leave_what_they_count(found, spin):
    filters = found.view.filters
    assert [chip.count() for chip in filters.chips.chips()] == [3, 0, 2]
    click(filters.chips.chip("possible"))
    assert column(found, "factory") == ["Minutes", "Minutes"]
    click(filters.chips.chip("possible"))
    filters.search.setText("minu")
    assert spin(lambda: column(found, "factory") == ["Minutes", "Minutes"], seconds=3)
    assert filters.kinds.itemText(0) == "All problems (2)"
    filters.search.setText("F6")
    filters.search.returnPressed.emit()
    assert column(found, "factory") == ["Minutes", "Minutes"]


def test_a_whole_id_means_that_factory_alone():
    from pathlib import Path

    from factory_locations.qgis_plugin.panel.corrections.proposals import Wanted

    made = proposals_of(Path("x"), [("F1", "certain", 1), ("F12", "certain", 1), ("A-F1", "certain", 1)])
    assert made.search(Wanted("F1")).mask.tolist() == [True, False, False]
    assert made.search(Wanted("f1")).mask.tolist() == [True, True, True]


def test_keys_decide_and_the_file_remembers(found, spin):
    from qgis.PyQt.QtCore import Qt

    table = found.view.table
    go(found, "C01:F1:1")
    press(table, Qt.Key.Key_A)
    assert table.current() == found.session.proposals.texts["proposal_id"].index("C08:F2:1")  # on to the next
    press(table, Qt.Key.Key_R)
    assert stored(found, spin) == {
        "C01:F1:1": "yes",
        "C08:F2:1": "no",
        "C09:F6:1": None,
        "C09:F6:2": None,
        "C10:F4:1": None,
    }
    go(found, "C08:F2:1")
    press(table, Qt.Key.Key_Delete)
    assert stored(found, spin)["C08:F2:1"] is None


def test_who_decided_and_when_is_written(found, spin):
    from datetime import date

    from factory_locations.qgis_plugin import settings

    settings.set_officer("Sok Dara")
    go(found, "C01:F1:1")
    click(found.view.buttons["accepted"])
    stored(found, spin)
    row = next(row for row in L.rows(found.session.path, "proposals") if row["proposal_id"] == "C01:F1:1")
    assert (row["decided_by"], row["decided_on"]) == ("Sok Dara", date.today().isoformat())
    assert "Sok Dara" in found.view.details.toPlainText() or found.view.table.current() != 0


def test_another_place_of_a_factory_takes_the_acceptance_over(found, spin):
    go(found, "C09:F6:1")
    click(found.view.buttons["accepted"])
    go(found, "C09:F6:2")
    click(found.view.buttons["accepted"])
    decided = stored(found, spin)
    assert (decided["C09:F6:1"], decided["C09:F6:2"]) == (None, "yes")
    assert "not decided" in found.view.told.text()


def test_several_places_of_one_factory_are_not_accepted_together(found, spin):
    found.view.table.selectAll()
    click(found.view.buttons["accepted"])
    decided = stored(found, spin)
    assert decided == {"C01:F1:1": "yes", "C08:F2:1": "yes", "C09:F6:1": None, "C09:F6:2": None, "C10:F4:1": "yes"}
    assert "1 factories. Choose one of each." in found.view.told.text()


def test_all_that_are_certain_are_accepted_after_a_question(found, spin):
    assert found.view.bulk_button.text() == "Accept all 3 that are certain"
    click(found.view.bulk_button)
    assert "for 3 factories" in found.questions.dialog.text()
    answer(found, "RejectRole")
    assert set(stored(found, spin).values()) == {None}
    click(found.view.bulk_button)
    answer(found, "AcceptRole")
    decided = stored(found, spin)
    assert {name for name, accepted in decided.items() if accepted == "yes"} == {"C01:F1:1", "C08:F2:1", "C10:F4:1"}
    assert found.view.apply_button.text().replace("&", "") == "Apply 3 accepted…"


def test_what_may_be_accepted_at_once_is_what_the_engine_would_choose():
    """On a thousand invented registers: the same rows, but for findings of which two places are as certain."""
    from pathlib import Path

    import numpy as np
    import pandas as pd
    from factory_locations.processing.analysis.corrections import CERTAINTIES, CHOSEN, choose

    random = np.random.default_rng(7)
    for _ in range(1000):
        rows = [
            (
                f"F{finding % 4}",
                f"C{finding}",
                CERTAINTIES[random.integers(3)],
                rank,
                random.choice([None, True, False]),
            )
            for finding in range(8)
            for rank in range(1, random.integers(2, 4))
        ]
        made = proposals_of(
            Path("x"), [row[:1] + row[2:4] for row in rows], [row[1] for row in rows], [row[4] for row in rows]
        )
        frame = pd.DataFrame(rows, columns=["factory_id", "finding_id", "certainty", "rank", "accepted"], dtype=object)
        for least in ("certain", "likely"):
            chosen = choose(frame.assign(code="C01"), accepted_only=False, min_certainty=least) == CHOSEN
            chosen &= np.array([one is None for one in frame["accepted"]])
            bulk = made.bulk(np.ones(len(rows), dtype=bool), least)
            ties = {
                finding
                for (finding, sure), of_finding in frame[frame["accepted"].map(lambda one: one is not False)].groupby(
                    ["finding_id", "certainty"]
                )
                if len(of_finding) > 1
            }
            expected = [row for row in np.flatnonzero(chosen) if rows[row][1] not in ties or not _tied(frame, row)]
            assert bulk.rows.tolist() == expected


def _tied(frame, row):
    """Whether another place of the finding, not rejected, is as certain as this one."""
    own = frame.iloc[row]
    alike = (frame["finding_id"] == own["finding_id"]) & (frame["certainty"] == own["certainty"])
    return int((alike & frame["accepted"].map(lambda one: one is not False)).sum()) > 1


def test_several_places_that_are_as_good_are_left_to_a_person():
    from pathlib import Path

    import numpy as np

    rows = [("F1", "certain", 1), ("F1", "certain", 2), ("F2", "certain", 1), ("F2", "likely", 2), ("", "certain", 1)]
    made = proposals_of(Path("x"), rows)
    bulk = made.bulk(np.ones(5, dtype=bool))
    assert (bulk.rows.tolist(), bulk.left) == ([2], 1)
    made.decide([1], "rejected")  # then the first is alone
    assert made.bulk(np.ones(5, dtype=bool)).rows.tolist() == [0, 2]
    made.decide([3], "accepted")  # and a factory with an accepted place needs none
    assert made.bulk(np.ones(5, dtype=bool)).rows.tolist() == [0]


def test_the_bulk_offers_what_there_is_and_nothing_where_there_is_nothing(found):
    button = found.view.bulk_button
    search = found.view.filters.search
    search.setText("Minutes")  # only possible
    search.returnPressed.emit()
    assert button.text() == "Accept all 0 that are certain"
    assert not button.isEnabled()
    proposals = found.session.proposals
    proposals.certainty[:] = 1  # likely, all of them
    search.setText("Swapped")
    search.returnPressed.emit()
    assert button.text() == "Accept all 1 that are certain or likely"
    click(button)
    assert "for 1 factories" in found.questions.dialog.text()


def test_what_nothing_is_proposed_for_is_shown_as_a_layer_and_a_table(found, iface, project):
    from qgis.PyQt.QtCore import QUrl

    found.view.table.clearSelection()
    found._explain_nothing()
    text = found.view.details.toPlainText()
    assert "nothing can be proposed. Show these" in text
    for _ in range(2):  # the second time it is there already
        found.view.details.anchorClicked.emit(QUrl("hopeless"))
    (layer,) = {*iface.tables}
    assert iface.activeLayer() is layer
    assert project.layerTreeRoot().children()[0].layer() is layer
    assert layer.name() == "Problems without a proposal"
    assert layer.featureCount() == found.session.proposals.hopeless
    assert layer.renderer().type() != "singleSymbol"
    assert layer not in found._around.roles.candidates()


def test_what_is_not_chosen_is_called_none(found):
    layers = found.view.layers
    shown = {name: combo.currentText() for name, combo in layers._combos.items()}
    assert shown["ADMIN_COMMUNES"] == "Communes"
    assert {shown[name] for name in shown if layers.layer(name) is None} == {"None"}


def test_without_small_units_it_says_what_to_add(found):
    layers = found.view.layers
    communes = layers.layer("ADMIN_COMMUNES")
    assert layers.lack_told() == ""
    layers.set_layer("ADMIN_COMMUNES", None)
    assert "add one to the project" in layers.lack_told()
    layers.set_layer("ADMIN_DISTRICTS", communes)
    assert layers.lack_told() == ""


def chosen_layers(project):
    """What the project keeps as chosen by a person."""
    scope = "factory_locations"
    parameters = project.entryList(scope, "corrections/layers")
    return {name: project.readEntry(scope, f"corrections/layers/{name}")[0] for name in parameters}


def copy_of(layer):
    from qgis.core import QgsVectorLayer

    return QgsVectorLayer(layer.source(), layer.name(), "ogr")


def test_a_project_that_is_closed_leaves_no_choice_in_the_next(tab, register, project, iface, spin):
    layers, communes = tab.view.layers, tab.view.layers.layer("ADMIN_COMMUNES")
    copies = copy_of(register), copy_of(communes)
    project.addMapLayer(copy_of(communes).clone())  # the choice has something to move on to
    spin(seconds=0.05)
    iface.newProject(False)
    assert chosen_layers(project) == {}
    assert not project.isDirty()
    spin(seconds=0.05)
    project.addMapLayers(list(copies))
    assert spin(lambda: layers.layer("ADMIN_COMMUNES") is copies[1], seconds=3)
    assert chosen_layers(project) == {}


@pytest.mark.parametrize("by_a_person", [False, True])
def test_a_layer_that_is_removed_and_added_again_is_proposed_again(tab, project, spin, by_a_person):
    layers, communes = tab.view.layers, tab.view.layers.layer("ADMIN_COMMUNES")
    if by_a_person:
        layers.set_layer("ADMIN_COMMUNES", communes)
        assert chosen_layers(project) == {"ADMIN_COMMUNES": communes.id()}
    again = copy_of(communes)
    project.removeMapLayer(communes.id())
    spin(seconds=0.05)
    assert layers.layer("ADMIN_COMMUNES") is None
    assert "" not in chosen_layers(project).values()
    project.addMapLayer(again)
    assert spin(lambda: layers.layer("ADMIN_COMMUNES") is again, seconds=3)


def test_a_choice_by_key_and_by_mouse_is_kept(tab, project, spin):
    from qgis.PyQt.QtCore import Qt
    from qgis.PyQt.QtTest import QTest

    combo = tab.view.layers._combos["ADMIN_COMMUNES"]
    communes = tab.view.layers.layer("ADMIN_COMMUNES")
    assert chosen_layers(project) == {}
    press(combo, Qt.Key.Key_Home)
    assert chosen_layers(project) == {"ADMIN_COMMUNES": ""}
    assert "add one to the project" in tab.view.layers.lack_told()
    combo.showPopup()
    view = combo.view()
    QTest.mouseMove(view.viewport(), view.visualRect(combo.model().index(1, 0)).center())
    spin(seconds=0.6)  # Qt takes no click right after the list has opened
    QTest.mouseClick(
        view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualRect(combo.model().index(1, 0)).center()
    )
    assert spin(lambda: chosen_layers(project) == {"ADMIN_COMMUNES": communes.id()}, seconds=3)


def test_the_bulk_honours_the_filter(found):
    found.view.filters.search.setText("Swapped")
    found.view.filters.search.returnPressed.emit()
    click(found.view.bulk_button)
    assert "for 1 factories" in found.questions.dialog.text()
    assert "as it is filtered" in found.questions.dialog.text()


def test_applied_and_taken_back(found, register, spin):
    before = places(register)
    go(found, "C01:F1:1")
    click(found.view.buttons["accepted"])
    apply(found, spin)
    assert places(register)["F1"] == pytest.approx((LON, LAT), abs=1e-7)
    assert register.getFeature(1).geometry().asPoint().x() == pytest.approx(LON, abs=1e-7)  # the layer as it is open
    assert found.session.proposals.state(0) == "applied"
    assert found.view.apply_button.text().replace("&", "") == "Apply 0 accepted…"
    assert not found.view.apply_button.isEnabled()
    # What the register has is not decided on any more.
    go(found, "C01:F1:1")
    click(found.view.buttons["rejected"])
    assert "Undo the correction first" in found.view.told.text()
    found.fill_undo()
    entry = found.view.undo_button.menu().actions()[0]
    assert entry.text().endswith("Sok Dara: 1 factories")
    entry.trigger()
    answer(found, "AcceptRole")
    assert spin(lambda: found.view.told.text() == "Factories taken back: 1."), found.view.problem.text()
    assert spin(lambda: found.session._log_reader is None)
    assert places(register) == before
    assert found.session.proposals.state(0) == "accepted"
    assert found.view.apply_button.text().replace("&", "") == "Apply 1 accepted…"
    found.fill_undo()
    assert not found.view.undo_button.menu().actions()[0].isEnabled()


def test_what_cannot_be_applied_is_told_before(found, register, spin):
    found.view.table.selectAll()
    click(found.view.buttons["accepted"])
    register.dataProvider().changeAttributeValues({4: {register.fields().lookupField("factory_id"): "F1"}})
    click(found.view.apply_button)
    assert spin(lambda: found.questions.dialog is not None)
    trial = found.questions.dialog.trial
    assert trial.applied == 1
    assert {factory for factories in trial.left.values() for factory in factories} == {"F1", "F4"}
    assert "2 rows of the register have this id" in found.questions.dialog.left.toPlainText()
    assert "No factory of the register has this id" in found.questions.dialog.left.toPlainText()
    found.questions.dialog.officer.setText("")
    assert not found.questions.dialog.apply_button.isEnabled()  # the log keeps a name


def test_a_register_in_edit_mode_is_told(found, register, spin):
    go(found, "C01:F1:1")
    click(found.view.buttons["accepted"])
    register.startEditing()
    click(found.view.apply_button)
    assert "is being edited. Save or discard its edits" in found.view.problem.text()
    assert found.questions.dialog is None
    register.rollBack()


def test_a_read_only_register_can_be_decided_on_and_freed(found, register, spin):
    register.setReadOnly(True)
    go(found, "C01:F1:1")
    click(found.view.buttons["accepted"])
    assert "read-only in this project" in found.view.note.text()
    assert not found.view.apply_button.isEnabled()
    found.view.note.linkActivated.emit("writable")
    assert not register.readOnly()
    assert found.view.note.isHidden()
    apply(found, spin)
    assert places(register)["F1"] == pytest.approx((LON, LAT), abs=1e-7)


def test_a_later_search_keeps_the_decisions(found, spin):
    first = found.session.path
    go(found, "C08:F2:1")
    click(found.view.buttons["rejected"])
    click(found.view.find_button)
    assert spin(lambda: found.session.path != first and found.session.proposals is not None)
    assert stored(found, spin)["C08:F2:1"] == "no"
    assert first.is_file()


def test_the_result_comes_back_with_the_project(found, part, project, spin, tmp_path):
    path = found.session.path
    go(found, "C01:F1:1")
    click(found.view.buttons["accepted"])
    stored(found, spin)
    project.write(str(tmp_path / "p.qgs"))
    project.clear()
    assert spin(lambda: found.view.model.rowCount() == 0, seconds=2)
    assert found.view.result.isHidden()
    project.read(str(tmp_path / "p.qgs"))
    assert spin(lambda: found.session.proposals is not None)
    assert found.session.path == path
    assert found.session.proposals.state(0) == "accepted"


def test_a_result_that_has_gone_is_told(found, project, spin, tmp_path):
    path = found.session.path
    go(found, "C01:F1:1")
    path.rename(path.with_suffix(".bak"))
    click(found.view.buttons["accepted"])
    assert "is not there any more" in found.view.problem.text()
    assert not path.exists()
    project.write(str(tmp_path / "p.qgs"))
    project.clear()
    project.read(str(tmp_path / "p.qgs"))
    assert spin(lambda: "is not there any more" in found.view.problem.text())
    assert found.session.proposals is None
    assert found.view.result.isHidden()
    assert found.view.find_button.isEnabled()


def test_a_file_of_something_else_is_told(tab, register, spin):
    from pathlib import Path

    tab.open(Path(register.source().split("|")[0]))
    assert spin(lambda: "is no result of “Check coordinates”" in tab.view.problem.text())


def test_a_file_that_is_locked_loses_no_decision_silently(found, spin, monkeypatch):
    from factory_locations.qgis_plugin.panel.corrections import results_file

    monkeypatch.setattr(results_file, "_BUSY_SECONDS", 0.1)
    go(found, "C01:F1:1")
    with closing(sqlite3.connect(found.session.path)) as other:
        other.execute("BEGIN EXCLUSIVE")
        click(found.view.buttons["accepted"])
        assert spin(lambda: "were not written" in found.view.problem.text())
        other.rollback()
    go(found, "C01:F1:1")
    assert found.session.proposals.state(0) == "undecided"  # as it is in the file
    click(found.view.buttons["accepted"])
    assert stored(found, spin)["C01:F1:1"] == "yes"


def test_choosing_draws_both_places_and_goes_there(found, iface, spin):
    iface.canvas.resize(400, 300)
    go(found, "C09:F6:1")
    assert spin(lambda: found.preview.overlay.new is not None, seconds=3)
    overlay = found.preview.overlay
    assert overlay.old is not None
    assert [number for _, number in overlay.others] == ["2"]
    assert overlay.told == column(found, "moved")[rows_of(found, "C09:F6:1")]
    extent = iface.canvas.extent()
    assert extent.contains(overlay.old)
    assert extent.contains(overlay.new)
    go(found, "C10:F4:1")
    assert spin(lambda: found.preview.circle.numberOfVertices() > 0, seconds=3)
    found.view.hide()
    assert overlay.new is None


def test_the_declared_unit_is_outlined_and_the_map_shows_its_border(found, iface, spin):
    """A factory that stands outside of the commune that it declares: one sees of what it is outside, and how far."""
    iface.canvas.resize(400, 300)
    go(found, "C01:F1:1")
    preview = found.preview
    assert spin(lambda: preview.unit.numberOfVertices() > 3, seconds=3)
    assert preview.overlay.unit.startswith("declared: ")
    go(found, "C10:F4:1")  # stands inside of its commune: its border is not looked for
    assert spin(lambda: preview.circle.numberOfVertices() > 0, seconds=3)
    assert preview.overlay.border is None
    found.view.layers.set_layer("ADMIN_COMMUNES", None)
    go(found, "C01:F1:1")
    assert spin(lambda: preview.unit.numberOfVertices() == 0, seconds=3)
    found.view.hide()
    assert preview.unit.numberOfVertices() == 0


def test_where_a_unit_is_nearest_to_a_place_outside_of_it(qgis_app):
    from factory_locations.qgis_plugin.panel.corrections.declared import Declared
    from factory_locations.qgis_plugin.panel.corrections.preview import _border
    from qgis.core import QgsGeometry

    unit = Declared(QgsGeometry.fromWkt("POLYGON((104 11,105 11,105 12,104 12,104 11))"), "08 Kandal")
    assert _border(unit, (105.5, 11.5)) == (105.0, 11.5)
    assert _border(unit, (104.5, 11.5)) is None
    assert _border(unit, None) is None


def test_the_sentence_says_what_will_be_written(found):
    go(found, "C10:F4:1")
    told = found.view.details.toPlainText()
    assert "rounded" in told
    assert "the point stays" in told
    assert "accuracy: 555 m. Stays: method, datum." in told
    go(found, "C01:F1:1")
    assert "the place. Stays: method, accuracy, datum." in found.view.details.toPlainText()


def test_others_ask_and_lead_here(found, part, desktop, spin):
    assert (part.proposals_of("F6"), part.proposals_of("F1"), part.proposals_of("F3")) == (2, 1, 0)
    desktop.dock.show_check()
    part.show_factory("F6")
    assert desktop.dock.tabs.currentWidget() is part.page
    assert column(found, "factory") == ["Minutes", "Minutes"]
    part.show_factory("F3")
    assert "Nothing is proposed for F3" in found.view.told.text()


def test_the_plugin_goes_with_the_last_decision_written(found, desktop, spin):
    path = found.session.path
    go(found, "C01:F1:1")
    click(found.view.buttons["accepted"])
    desktop.remove()
    decided = {row["proposal_id"]: row["accepted"] for row in L.rows(path, "proposals")}
    assert decided["C01:F1:1"] == "yes"
    desktop.remove = lambda: None


def test_a_cancelled_search_leaves_nothing(tab, documents, spin):
    click(tab.view.find_button)
    assert tab.check.running
    click(tab.view.cancel_button)
    assert spin(lambda: not tab.check.running)
    spin(seconds=0.1)
    if tab.session.path is None:  # else it was faster than the hand
        assert not list(documents.iterdir())
        assert "Nothing was written" in tab.view.problem.text() or "Nothing was written" in tab.view.told.text()


def test_a_search_ends_with_its_project(tab, project, documents, spin):
    click(tab.view.find_button)
    assert tab.check.running
    project.clear()
    assert spin(lambda: not tab.check.running)
    spin(seconds=0.1)
    assert tab.session.path is None
    assert tab.view.result.isHidden()
    assert not tab.view.find_button.isEnabled()  # there is no register any more


def test_in_khmer_factories_are_called_as_the_register_calls_them(tab, found, register, monkeypatch, spin):
    from factory_locations.qgis_plugin.panel.corrections import names
    from qgis.core import QgsField
    from qgis.PyQt.QtCore import QVariant

    register.startEditing()
    register.addAttribute(QgsField("name_km", QVariant.Type.String))
    first = next(one for one in register.getFeatures() if one["factory_id"] == "F1")
    register.changeAttributeValue(first.id(), register.fields().lookupField("name_km"), "រោងចក្រ មួយ")
    assert register.commitChanges()
    monkeypatch.setattr(names, "in_khmer", lambda: True)
    found.session.read_again()
    assert spin(lambda: not found.session.reading)
    assert "រោងចក្រ មួយ" in column(found, "factory")
    assert "Unread" in column(found, "factory"), "one without a Khmer name keeps its own"
    for words in ("រោងចក្រ", "swapped"):
        found.view.filters.search.setText(words)
        found.view.filters.search.returnPressed.emit()
        assert spin(lambda: set(column(found, "factory")) == {"រោងចក្រ មួយ"}), words


def test_the_way_is_told_in_the_language_of_qgis(monkeypatch):
    from pathlib import Path

    from factory_locations.qgis_plugin.panel.corrections import model

    made = proposals_of(Path("x"), [("F1", "certain", 1)])
    made.texts["direction"] = ["NW"]
    made.numbers.update(new_lon=made.numbers["moved_m"], new_lat=made.numbers["moved_m"])
    assert model.moved(made, 0).endswith(" NW")
    monkeypatch.setattr(model, "tr", lambda text: {"NW": "ពាយ័ព្យ"}.get(text, text))
    assert model.moved(made, 0).endswith(" ពាយ័ព្យ")


def test_a_factory_without_an_id_is_left():
    from pathlib import Path

    made = proposals_of(Path("x"), [("", "certain", 1), ("F1", "certain", 1)])
    change = made.decide([0, 1], "accepted")
    assert (change.rows.tolist(), change.nameless) == ([1], 1)


def proposals_of(path, rows, findings=None, decisions=None):
    """Proposals of (factory, certainty, rank), a finding a factory unless they are told."""
    from factory_locations.qgis_plugin.panel.corrections.results_file import build

    columns = {
        "factory_id": [row[0] for row in rows],
        "finding_id": findings or [f"C01:{row[0]}" for row in rows],
        "code": ["C01"] * len(rows),
        "certainty": [row[1] for row in rows],
        "rank": [row[2] for row in rows],
        "moved_m": [1.0] * len(rows),
    }
    return build(path, list(range(1, len(rows) + 1)), columns, decisions or [None] * len(rows))


def test_what_is_told_is_not_behind_the_list_on_a_low_screen(tab, found, iface, spin):
    iface.window.resize(420, 300)
    spin(seconds=0.2)
    table, details = tab.view.table, tab.view.details
    assert details.mapTo(tab.view, details.rect().topLeft()).y() > table.mapTo(tab.view, table.rect().bottomLeft()).y()


# -- what must be shown as it is -----------------------------------------------------------------------


@pytest.fixture
def writes(monkeypatch):
    """Let the writing of decisions wait, and fail where it is told to."""
    import threading

    from factory_locations.qgis_plugin.panel.corrections import results_file

    real, gate, fails, calls = results_file.write, threading.Event(), set(), []

    def write(path, batch):
        calls.append(batch)
        gate.wait(5)
        if len(calls) in fails:
            raise results_file.ResultFileError("The disk is full.")
        return real(path, batch)

    monkeypatch.setattr(results_file, "write", write)
    return gate, fails, calls


def test_a_decision_that_was_written_stays_when_the_next_one_cannot_be(found, spin, writes):
    gate, fails, calls = writes
    fails.add(2)
    first, second = (found.session.proposals.texts["proposal_id"].index(one) for one in ("C01:F1:1", "C08:F2:1"))
    found.session.decide([first], "accepted")
    found.session.decide([second], "rejected")  # while the first is on its way
    gate.set()
    assert spin(lambda: len(calls) == 2 and not found.session.writing)
    spin(seconds=0.1)
    assert {row["proposal_id"] for row in L.rows(found.session.path, "proposals") if row["accepted"]} == {"C01:F1:1"}
    assert found.session.proposals.state(first) == "accepted"
    assert found.session.proposals.state(second) == "undecided"
    assert found.session.proposals.accepted().tolist() == [first]


def test_a_correction_that_a_person_took_back_is_not_decided_any_more(found, register, spin):
    """Neither shown as applied, nor applied again unasked."""
    from factory_locations.qgis_plugin.panel.corrections.changes import source
    from qgis import processing
    from qgis.core import QgsGeometry, QgsPointXY

    proposals = found.session.proposals
    row = proposals.texts["proposal_id"].index("C01:F1:1")
    before = places(register)["F1"]
    found.session.decide([row], "accepted")
    assert spin(lambda: not found.session.writing)
    processing.run("factory:apply_corrections", {"REGISTER": register, "PROPOSALS": source(found.session.path)})
    found.session.read_log()
    assert spin(lambda: found.session._log_reader is None)
    assert proposals.state(row) == "applied"
    register.dataProvider().reloadData()
    (fid,) = (one.id() for one in register.getFeatures() if one["factory_id"] == "F1")
    register.startEditing()
    register.changeGeometry(fid, QgsGeometry.fromPointXY(QgsPointXY(*before)))
    assert register.commitChanges(), register.commitErrors()
    found.session.read_log()
    assert spin(lambda: found.session._log_reader is None and not found.session.writing)
    assert proposals.state(row) == "undecided"
    assert not [one for one in L.rows(found.session.path, "proposals") if one["accepted"]]


@pytest.mark.parametrize(("last", "standing"), [("earlier", True), ("same", True), ("later", False), ("undone", True)])
def test_only_a_later_move_replaces_a_correction(monkeypatch, last, standing):
    """A correction that moves nothing, such as of the accuracy, stands beside the import that placed the factory."""
    from pathlib import Path

    from factory_locations.processing.register import store
    from factory_locations.qgis_plugin.panel.corrections import register_log

    def line(number, batch, action, field, undone_by=""):
        return {
            "audit_id": number, "batch_id": batch, "action": action, "field": field, "undone_by": undone_by,
            "factory_id": "F1", "finding_id": "C01:F1", "source": "result.gpkg|proposals", "changed_at": "", "who": "",
            "why": "",
        }  # fmt: skip

    lines = {
        "earlier": [line(1, "a", "import", "geometry"), line(2, "b", "correct", "loc_accuracy_m")],
        "same": [line(1, "b", "correct", "loc_accuracy_m"), line(2, "b", "correct", "geometry")],
        "later": [line(1, "b", "correct", "geometry"), line(2, "c", "edit", "geometry")],
        "undone": [
            line(1, "b", "correct", "geometry"),
            line(2, "c", "edit", "geometry", "d"),
            line(3, "d", "undo", "geometry"),
        ],
    }  # fmt: skip
    monkeypatch.setattr(store, "read_log", lambda _register: lines[last])
    log = register_log.read("register", Path("result.gpkg"))
    assert (("C01:F1", "F1") in log.standing) is standing
    assert (("C01:F1", "F1") in log.replaced) is not standing


@pytest.mark.parametrize(
    ("kind", "code"), [("string", "010201"), ("string", "KH10201"), ("integer", 10201), ("double", 10201.0)]
)
def test_the_declared_unit_is_found_however_its_code_is_written(project, make_layer, kind, code):
    from factory_locations.qgis_plugin.panel.corrections.declared import declared_unit

    register = make_layer(
        "Factories", "Point", ["factory_id:string", "commune_code:string"], [["POINT(1 1)", "F1", "010201"]]
    )
    square = "POLYGON((104 11, 105 11, 105 12, 104 12, 104 11))"
    communes = make_layer("Communes", "Polygon", [f"commune_code:{kind}"], [[square, code]])
    found = declared_unit(register, "F1", lambda level: communes if level == "ADMIN_COMMUNES" else None, project)
    assert found.called.startswith("010201")


def test_the_sign_of_certain_is_no_sign_of_a_finding():
    """A certain proposal is not a violation: it differs from every kind of finding in shape and in colour."""
    from factory_locations.processing.reports.certainty_symbols import CERTAINTIES
    from factory_locations.processing.reports.symbols import SEVERITIES, VERDICTS
    from factory_locations.qgis_plugin.panel import verdicts

    certain = CERTAINTIES["certain"][0]
    findings = [*VERDICTS.values(), *(style for style, _angle in SEVERITIES.values())]
    assert certain.shape not in {style.shape for style in findings}
    colours = {style.colour.casefold() for style in findings} | {one.casefold() for one in verdicts.COLOURS.values()}
    assert certain.colour.casefold() not in colours


def test_the_signs_of_certainties_differ_without_colour_and_show_on_light_and_dark():
    from factory_locations.qgis_plugin.panel import verdicts
    from factory_locations.qgis_plugin.panel.corrections import certainty

    def covered(icon):
        """Which pixels of a small sign are drawn at all."""
        image = icon.pixmap(16, 16).toImage()
        return {(x, y) for x in range(16) for y in range(16) if image.pixelColor(x, y).alpha() > 127}

    certain = covered(certainty.icon("certain"))
    others = [certainty.icon(name) for name in ("likely", "possible")] + [verdicts.icon(one) for one in verdicts.ORDER]
    for other in map(covered, others):
        assert len(certain ^ other) > 0.15 * len(certain | other)

    def luminance(colour):
        parts = [one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in colour.getRgbF()[:3]]
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]

    middle = luminance(certainty.colour("certain"))
    assert (1.0 + 0.05) / (middle + 0.05) >= 3  # on white
    assert (middle + 0.05) / (0.033 + 0.05) >= 3  # on #323232, QGIS's night theme


def test_with_proposals_too_the_tab_key_comes_to_everything_and_everything_has_a_name(found):
    from factory_locations.tests.qgis_plugin.manners import jumps, nameless, unreachable

    found.view.table.go_to(0)
    for faults in (unreachable, nameless, jumps):
        assert not faults(found.view), faults.__name__


def test_signs_say_in_words_what_they_mean_for_who_does_not_see_them(found):
    from factory_locations.qgis_plugin.panel.corrections.model import COLUMNS
    from qgis.PyQt.QtCore import Qt

    model, role = found.view.model, Qt.ItemDataRole.AccessibleTextRole
    for name, words in (
        ("certainty", {"Certain", "Likely", "Possible"}),
        ("state", {"Not decided", "Accepted", "Rejected", "Applied"}),
    ):
        place = COLUMNS.index(name)
        assert {model.index(row, place).data(role) for row in range(model.rowCount())} <= words
        assert model.headerData(place, Qt.Orientation.Horizontal, role)
    assert "Certain" in {model.index(row, COLUMNS.index("certainty")).data(role) for row in range(model.rowCount())}


def test_chips_of_certainty_are_pressed_with_the_keyboard(found, spin):
    from qgis.PyQt.QtCore import Qt
    from qgis.PyQt.QtWidgets import QAbstractButton

    chips = [one for one in found.view.filters.findChildren(QAbstractButton) if one.isCheckable()]
    assert len(chips) == 3
    before = found.view.model.rowCount()
    chips[0].setFocus()
    press(chips[0], Qt.Key.Key_Space)
    assert spin(lambda: found.view.model.rowCount() < before)

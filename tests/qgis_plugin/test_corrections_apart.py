"""The tab “Corrections” with two registers in a project, and with a register that others change, too."""

from __future__ import annotations

import pytest
from factory_locations.tests import layers as L
from factory_locations.tests.test_check_coordinates import REGISTER

from . import test_corrections as the_tab
from .test_corrections import apply, click, go, places, stored

register, desktop, part, tab, found = the_tab.register, the_tab.desktop, the_tab.part, the_tab.tab, the_tab.found

# Another factory with the id of one of the first register, as numbers are given anew in every province.
KEP = [
    [None, "F2", "Kep Salt Works", "230101", None, "unknown", None, "1079", None],
    ["POINT (104.3 10.5)", "F9", "Kep Pepper", "230101", None, "gps", 5.0, "1410", None],
]
ELSEWHERE = "Problems were looked for in another register."


@pytest.fixture
def kep(found, project, spin, tmp_path):
    """A second register of the project."""
    from qgis.core import QgsVectorLayer

    made = L.layer("Point", REGISTER, KEP, crs="EPSG:4326", name="factories")
    layer = QgsVectorLayer(L.saved(made, tmp_path / "kep.gpkg", "factories"), "Register of Kep", "ogr")
    project.addMapLayer(layer)
    spin(seconds=0.1)
    return layer


def choose(desktop, layer, spin):
    """Choose a layer as the factories, as a person does in the tab Check."""
    combo = desktop.dock.layers._layers["factories"]
    combo.setLayer(layer)
    combo.activated.emit(combo.currentIndex())
    spin(seconds=0.1)


def accept(tab, proposal, spin):
    go(tab, proposal)
    click(tab.view.buttons["accepted"])
    stored(tab, spin)


def find(tab, spin):
    before = tab.session.path
    click(tab.view.find_button)
    assert spin(lambda: not tab.check.running and tab.session.proposals is not None and tab.session.path != before)
    assert spin(lambda: tab.session._log_reader is None)


def test_what_was_found_in_one_register_is_neither_shown_for_another_nor_applied_to_it(
    found, desktop, register, kep, spin
):
    path = found.session.path
    accept(found, "C08:F2:1", spin)
    choose(desktop, kep, spin)
    assert found.session.proposals is None
    assert found.view.result.isHidden()
    assert ELSEWHERE in found.view.begin.text()
    assert "Register of Kep" in found.view.begin.text()
    found.try_out()
    spin(seconds=0.2)
    assert found.questions.dialog is None
    choose(desktop, register, spin)
    assert spin(lambda: found.session.proposals is not None)
    assert found.session.path == path
    assert ELSEWHERE not in found.view.begin.text()
    apply(found, spin)
    assert places(register)["F2"]
    assert not places(kep)["F2"]


def test_each_register_has_its_own_last_result_also_when_the_project_is_opened_again(
    found, desktop, register, kep, project, spin, tmp_path
):
    of_first = found.session.path
    choose(desktop, kep, spin)
    find(found, spin)
    of_kep = found.session.path
    assert of_kep != of_first
    assert "Swapped" not in the_tab.column(found, "factory")
    names = register.name(), kep.name()
    project.write(str(tmp_path / "p.qgs"))
    project.clear()
    project.read(str(tmp_path / "p.qgs"))
    first, second = (project.mapLayersByName(name)[0] for name in names)
    assert spin(lambda: found.session.proposals is not None)
    assert found.session.path == of_kep
    choose(desktop, first, spin)
    assert spin(lambda: found.session.path == of_first and found.session.proposals is not None)
    choose(desktop, second, spin)
    assert spin(lambda: found.session.path == of_kep and found.session.proposals is not None)


def test_a_search_that_ends_after_another_register_was_chosen_is_of_the_first(found, desktop, register, kep, spin):
    before = found.session.path
    click(found.view.find_button)
    choose(desktop, kep, spin)
    assert spin(lambda: not found.check.running)
    assert found.session.proposals is None
    choose(desktop, register, spin)
    assert spin(lambda: found.session.path != before and found.session.proposals is not None)


def test_nothing_is_applied_where_the_layer_was_pointed_to_another_table_meanwhile(found, register, kep, spin):
    """The last moment: the tab has not been told."""
    accept(found, "C08:F2:1", spin)
    click(found.view.apply_button)
    assert spin(lambda: found.questions.dialog is not None)
    dialog = found.questions.dialog
    register.setDataSource(kep.source(), register.name(), "ogr")
    dialog.officer.setText("Sok Dara")
    click(dialog.apply_button)
    assert spin(lambda: ELSEWHERE in found.view.problem.text())
    assert not found.work.changes.running
    found.try_out()
    spin(seconds=0.2)
    assert ELSEWHERE in found.view.problem.text()
    assert found.questions.dialog is None
    assert not places(kep)["F2"]


def test_nothing_is_asked_where_another_register_was_chosen_while_it_was_tried_out(found, desktop, kep, spin):
    accept(found, "C08:F2:1", spin)
    click(found.view.apply_button)
    assert found.work.changes.running
    choose(desktop, kep, spin)
    assert spin(lambda: not found.work.changes.running)
    spin(seconds=0.2)
    assert found.questions.dialog is None


def test_a_result_of_another_register_of_the_project_is_not_opened_for_this_one(found, desktop, kep, spin):
    path = found.session.path
    choose(desktop, kep, spin)
    found.open(path)
    spin(seconds=0.2)
    assert found.session.proposals is None
    assert f"{path.name} is of the register “Factories”" in found.view.problem.text()


def test_a_result_whose_register_has_gone_is_opened_for_the_one_that_is_chosen(
    found, desktop, register, kep, project, spin
):
    """Such as after the file of the register was renamed."""
    path = found.session.path
    project.removeMapLayer(register.id())
    choose(desktop, kep, spin)
    assert found.session.proposals is None
    found.open(path)
    assert spin(lambda: found.session.proposals is not None)


def test_a_result_of_an_older_version_is_taken_for_any_register(found, desktop, kep, project, spin):
    from factory_locations.qgis_plugin.project.roles import SCOPE

    path = found.session.path
    project.removeEntry(SCOPE, "corrections")
    project.writeEntry(SCOPE, "corrections/file", str(path))
    found.session.restore()
    assert spin(lambda: found.session.proposals is not None)
    choose(desktop, kep, spin)
    assert found.session.path == path
    find(found, spin)
    assert found.session.path != path


def test_a_result_is_remembered_by_the_folder_of_the_project(project, register, tmp_path):
    from factory_locations.qgis_plugin.panel.corrections import kept

    project.setFileName(str(tmp_path / "p.qgz"))
    (tmp_path / "moved").mkdir()
    (tmp_path / "moved" / "result.gpkg").touch()
    path = tmp_path / "result.gpkg"
    kept.keep(project, kept.Kept(path, kept.noted(register, path)))
    assert kept.result_of(project, register).path == path
    project.setFileName(str(tmp_path / "moved" / "p.qgz"))
    assert kept.result_of(project, register).path == tmp_path / "moved" / "result.gpkg"


# -- a register that others change, too --------------------------------------------------------------


def state(tab, proposal):
    proposals = tab.session.proposals
    return proposals.state(proposals.texts["proposal_id"].index(proposal))


def move(register, fid):
    from qgis.core import QgsGeometry, QgsPointXY

    register.startEditing()
    register.changeGeometry(fid, QgsGeometry.fromPointXY(QgsPointXY(104.9, 11.5)))
    assert register.commitChanges()


def apply_in_toolbox(tab, register, context=None):
    from factory_locations.qgis_plugin.panel.corrections.results_file import source
    from qgis import processing

    given = {"REGISTER": register.source(), "PROPOSALS": source(tab.session.path), "WHO": "Sok Dara", "REASON": "x"}
    return processing.run("factory:apply_corrections", given, context=context)


def apply_on_another_computer(tab, register):
    """No layer of this project hears of it."""
    from qgis.core import QgsProcessingContext

    apply_in_toolbox(tab, register, QgsProcessingContext())


def test_a_factory_that_is_moved_by_hand_is_not_shown_as_corrected(found, register, spin):
    accept(found, "C01:F1:1", spin)
    apply(found, spin)
    move(register, 1)
    assert spin(lambda: state(found, "C01:F1:1") == "undecided", seconds=5)
    assert found.view.apply_button.text().replace("&", "") == "Apply 0 accepted…"


def test_what_is_accepted_again_after_a_move_stays_accepted_when_others_are_moved(found, register, spin):
    accept(found, "C01:F1:1", spin)
    apply(found, spin)
    move(register, 1)
    assert spin(lambda: state(found, "C01:F1:1") == "undecided", seconds=5)
    accept(found, "C01:F1:1", spin)
    log = found.session.log
    move(register, 3)
    assert spin(lambda: found.session.log is not log, seconds=5)
    assert state(found, "C01:F1:1") == "accepted"


def test_what_the_toolbox_applied_is_shown_in_the_open_tab(found, register, spin):
    accept(found, "C01:F1:1", spin)
    apply_in_toolbox(found, register)
    assert spin(lambda: state(found, "C01:F1:1") == "applied", seconds=5)


def test_what_others_applied_is_shown_when_the_tab_is_looked_at_again(found, desktop, part, register, spin):
    accept(found, "C01:F1:1", spin)
    desktop.dock.show_check()
    apply_on_another_computer(found, register)
    desktop.dock.show_page(part.page)
    assert spin(lambda: state(found, "C01:F1:1") == "applied", seconds=5)
    assert not found.view.apply_button.isEnabled()


def test_the_menu_lists_what_others_applied(found, register, spin):
    from qgis.PyQt.QtCore import QPoint

    accept(found, "C01:F1:1", spin)
    apply_on_another_computer(found, register)
    menu = found.view.undo_button.menu()
    menu.popup(QPoint(0, 0))
    assert spin(lambda: menu.actions()[0].text().endswith("Sok Dara: 1 factories"), seconds=5)
    assert menu.isVisible()
    menu.close()
    assert state(found, "C01:F1:1") == "applied"


def test_a_log_that_has_not_changed_is_not_read_again(found, register, spin, monkeypatch):
    from factory_locations.processing.register import store

    real, calls = store.read_log, []
    monkeypatch.setattr(store, "read_log", lambda *given: calls.append(given) or real(*given))

    def read_anew():
        calls.clear()
        found.session.read_log()
        assert spin(lambda: found.session._log_reader is None)
        return len(calls)

    accept(found, "C01:F1:1", spin)
    apply(found, spin)
    read_anew()
    assert read_anew() == 0
    assert state(found, "C01:F1:1") == "applied"
    found.session.read_again()  # what it says is new to proposals that are read again
    assert spin(lambda: not found.session.reading and found.session._log_reader is None)
    assert state(found, "C01:F1:1") == "applied"
    assert read_anew() == 0
    accept(found, "C10:F4:1", spin)
    apply_on_another_computer(found, register)
    read_anew()
    assert state(found, "C10:F4:1") == "applied"

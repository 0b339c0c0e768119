"""Officers' decisions: asked for, written into the findings file, shown, and handed to the next check."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from factory_locations.processing.checks.history import Decision

TODAY = date(2025, 3, 4)


@pytest.fixture
def decision():
    def make(**changes):
        values = {
            "finding_id": "a2",
            "decision": "accepted",
            "reason": "Permit of 2012",
            "officer": "Dara",
            "decided_on": TODAY,
            "expires_on": date(2026, 3, 4),
        }
        return Decision(**{**values, **changes})

    return make


def rows(gpkg):
    from qgis.core import QgsVectorLayer

    layer = QgsVectorLayer(f"{gpkg}|layername=exceptions", "x", "ogr")
    return [{field.name(): feature[field.name()] for field in feature.fields()} for feature in layer.getFeatures()]


def test_recorded_with_what_it_is_about(qgis_app, findings_gpkg, decision):
    from factory_locations.qgis_plugin.project.decisions import read_decisions, record
    from qgis.PyQt.QtCore import Qt

    record(findings_gpkg, {"factory_id": "F2", "rule_id": "KH-PARK-01", "feature_id": "P1"}, decision())
    (row,) = rows(findings_gpkg)
    days = [row.pop(name).toString(Qt.DateFormat.ISODate) for name in ("decided_on", "expires_on")]
    assert days == ["2025-03-04", "2026-03-04"]
    row.pop("fid")
    assert list(row.values()) == ["a2", "F2", "KH-PARK-01", "P1", "accepted", "Permit of 2012", "Dara"]
    assert read_decisions(findings_gpkg) == {"a2": decision()}


def test_a_second_decision_replaces_the_first(qgis_app, findings_gpkg, decision):
    from factory_locations.qgis_plugin.project.decisions import read_decisions, record

    record(findings_gpkg, {}, decision())
    record(findings_gpkg, {}, decision(finding_id="a3", reason="Another finding"))
    changed = decision(decision="rejected", reason="The permit was withdrawn", expires_on=None)
    record(findings_gpkg, {}, changed)
    assert len(rows(findings_gpkg)) == 2
    assert read_decisions(findings_gpkg)["a2"] == changed


def test_leaves_no_log_that_would_stop_the_next_run(qgis_app, findings_gpkg, decision):
    from factory_locations.processing.storage.geopackage import check_destination
    from factory_locations.qgis_plugin.project.decisions import record

    record(findings_gpkg, {}, decision())
    check_destination(findings_gpkg)


def test_a_file_without_the_table_says_what_to_do(qgis_app, tmp_path, decision):
    from factory_locations.qgis_plugin.project.decisions import DecisionError, read_decisions, record

    assert read_decisions(tmp_path / "none.gpkg") == {}
    with pytest.raises(DecisionError, match="run the check again"):
        record(tmp_path / "none.gpkg", {}, decision())


def test_a_file_that_cannot_be_written_says_so(qgis_app, findings_gpkg, decision, monkeypatch):
    from factory_locations.qgis_plugin.project import decisions
    from qgis.core import QgsVectorLayer

    monkeypatch.setattr(QgsVectorLayer, "commitChanges", lambda _layer: False)
    with pytest.raises(decisions.DecisionError, match=r"findings\.gpkg"):
        decisions.record(findings_gpkg, {}, decision())
    monkeypatch.undo()
    assert rows(findings_gpkg) == []


@pytest.fixture
def dialog(qgis_app):
    from factory_locations.qgis_plugin.panel.decision_dialog import DecisionDialog
    from qgis.core import QgsSettings

    QgsSettings().remove("factory_locations/officer")
    made = []

    def make(earlier=None):
        finding = {"finding_id": "a2", "factory_id": "F2", "factory_name": "Angkor <Rice>", "message": "1 km outside."}
        made.append(DecisionDialog(finding, earlier, TODAY))
        return made[-1]

    yield make
    for one in made:
        one.deleteLater()


def answer(dialog, word="accepted"):
    dialog.decision_box.setCurrentIndex(dialog.decision_box.findData(word))
    dialog.reason.setPlainText(" Permit\nof 2012 ")
    dialog.officer.setText("Dara")


def test_dialog_wants_decision_reason_and_name(dialog):
    from qgis.PyQt.QtWidgets import QDialog

    asked = dialog()
    asked.officer.setText("")
    assert "decision" in asked.problem()
    asked.decision_box.setCurrentIndex(1)
    assert "reason" in asked.problem()
    asked.reason.setPlainText("Permit of 2012")
    assert "name" in asked.problem()
    asked.accept()
    assert asked.result() != QDialog.DialogCode.Accepted
    asked.officer.setText("Dara")
    assert asked.problem() == ""


def test_dialog_refuses_a_day_in_the_past(dialog):
    from qgis.PyQt.QtCore import QDate

    asked = dialog()
    answer(asked)
    asked.expires.setChecked(True)
    asked.expiry.setDate(QDate(2025, 3, 3))
    assert "past" in asked.problem()
    asked.expiry.setDate(QDate(2025, 3, 4))
    assert asked.problem() == ""


def test_dialog_answers_and_remembers_the_officer(dialog):
    asked = dialog()
    answer(asked, "under review")
    asked.accept()
    assert asked.decision() == Decision("a2", "under review", "Permit of 2012", "Dara", TODAY, date(2026, 3, 4))
    assert dialog().officer.text() == "Dara"


def test_dialog_proposes_a_year_and_no_officer(dialog, decision):
    asked = dialog()
    assert asked.officer.text() == ""
    assert asked.expires.isChecked()
    assert asked.decision().expires_on == date(2026, 3, 4)
    assert dialog(decision(expires_on=None)).decision().expires_on is None  # replaced: that one was to last
    asked.expires.setChecked(False)
    assert asked.decision().expires_on is None


def test_dialog_shows_what_it_replaces(dialog, decision):
    from qgis.PyQt.QtWidgets import QLabel

    asked = dialog(decision())
    assert asked.decision() == decision(officer=asked.officer.text())
    assert any("Replaces" in label.text() for label in asked.findChildren(QLabel))
    assert any("next check" in label.text() for label in asked.findChildren(QLabel))


@pytest.mark.parametrize(
    ("verdict", "reason", "word", "changes"),
    [
        ("fail", "too_near", "accepted", True),
        ("exempt", "exception", "accepted", False),
        ("exempt", "inside_park", "accepted", True),
        ("exempt", "exception", "rejected", True),
        ("fail", "too_near", "rejected", False),
    ],
)
def test_says_what_the_next_check_changes(qgis_app, decision, verdict, reason, word, changes):
    from factory_locations.qgis_plugin.panel.details import details_html

    html = details_html({"verdict": verdict, "reason": reason}, decision(decision=word))
    assert "Permit of 2012" in html
    assert ("The next check" in html) == changes


def test_the_dialog_is_as_high_as_its_content(dialog, spin):
    made = dialog()
    made.show()
    spin(seconds=0.1)
    lines = made.reason.height() / made.fontMetrics().height()
    assert lines < 5
    gap = made._buttons.y() - made._why.geometry().bottom()
    assert gap <= made.layout().spacing() + 2
    made.resize(made.width(), made.height() + 200)  # who wants to write more has the room for it
    spin(seconds=0.1)
    assert made.reason.height() / made.fontMetrics().height() > lines + 5


@pytest.fixture
def plugin(iface, provider):
    import factory_locations

    instance = factory_locations.classFactory(iface)
    instance.initGui()
    yield instance
    instance.unload()


@pytest.fixture
def desktop(plugin, project, findings_gpkg, spin):
    from factory_locations.qgis_plugin.project.results import add_results

    plugin.desktop._finished(add_results(project, str(findings_gpkg), datetime(2025, 3, 4, 5, 6)))
    assert spin(lambda: not plugin.desktop.reader.reading)
    return plugin.desktop


def choose(view, factory_id):
    model = view.table.model()
    view.choose(next(model.index(r, 1) for r in range(model.rowCount()) if model.index(r, 1).data() == factory_id))


def test_only_what_a_decision_can_change_may_be_decided(desktop):
    view = desktop.dock.findings
    assert not view.decide_button.isEnabled()
    for factory, decidable in (("F2", True), ("F3", True), ("F1", False)):
        choose(view, factory)
        assert view.decide_button.isEnabled() == decidable, factory


def test_from_the_button_to_the_next_check(desktop, findings_gpkg):
    view = desktop.dock.findings
    choose(view, "F2")
    assert desktop._decided() == {}
    view.decide_button.click()
    answer(desktop.decision_dialog)
    desktop.decision_dialog.accept()
    assert "Decision: Accepted. Dara, " in view.details_text()
    assert "Permit of 2012" in view.details_text()
    assert desktop._decided() == {"EXCEPTIONS": f"{findings_gpkg}|layername=exceptions"}
    choose(view, "F3")
    assert "Accepted" not in view.details_text()


def decide(desktop, factory_id):
    choose(desktop.dock.findings, factory_id)
    desktop.dock.findings.decide_button.click()
    answer(desktop.decision_dialog)
    desktop.decision_dialog.accept()


def tables_of_decisions(project):
    return [one for one in project.mapLayers().values() if one.source().endswith("=exceptions")]


def test_the_first_decision_brings_the_table_of_decisions_into_the_group_of_the_check(
    desktop, project, make_layer, spin
):
    register = make_layer("Factories", "Point", ["factory_id:string"], [["POINT(0 0)", "F2"]])
    project.addMapLayer(register)
    spin(seconds=0.1)
    assert tables_of_decisions(project) == []
    decide(desktop, "F2")
    (table,) = tables_of_decisions(project)
    assert table.name() == "Decisions"
    assert table.featureCount() == 1
    group = project.layerTreeRoot().findLayer(table.id()).parent()
    assert [one.layer().name() for one in group.findLayers()][-2:] == ["Factories by verdict", "Decisions"]
    assert group.name().startswith("Check ")
    relations = project.relationManager().relations()
    findings = desktop._layers.findings
    assert relations["factory_findings"].referencedLayerId() == register.id()
    assert relations["finding_decisions"].referencedLayerId() == findings.id()
    assert relations["finding_decisions"].referencingLayerId() == table.id()
    decide(desktop, "F3")
    assert tables_of_decisions(project) == [table]
    assert table.featureCount() == 2
    assert {one["finding_id"] for one in table.getFeatures()} == {"a2", "a3"}


def test_without_a_register_the_decisions_are_shown_all_the_same(desktop, project):
    decide(desktop, "F2")
    (table,) = tables_of_decisions(project)
    assert [one["finding_id"] for one in table.getFeatures()] == ["a2"]


def tabs(layer):
    return [one.name() for one in layer.editFormConfig().tabs()]


@pytest.mark.parametrize("own", [False, True])
def test_the_form_of_a_factory_shows_its_findings_unless_somebody_made_it(desktop, project, make_layer, spin, own):
    from factory_locations.qgis_plugin.project.register_form import give_form_unless_own
    from factory_locations.qgis_plugin.qt import form_tab
    from qgis.core import QgsEditFormConfig

    register = make_layer("Factories", "Point", ["factory_id:string"], [["POINT(0 0)", "F2"]])
    project.addMapLayer(register)
    form = register.editFormConfig()
    if own:
        form.setLayout(QgsEditFormConfig.EditorLayout.TabLayout)
        form.clearTabs()
        form.addTab(form_tab(form, "Mine"))
        register.setEditFormConfig(form)
    give_form_unless_own(register)  # as Load factory layers and the demo do
    before = tabs(register)
    spin(seconds=0.1)
    decide(desktop, "F2")
    assert tabs(register) == (["Mine"] if own else [*before, "Findings"])
    decide(desktop, "F3")
    assert tabs(register) == (["Mine"] if own else [*before, "Findings"])


def test_decisions_of_a_file_that_is_numbered_on_are_kept(desktop, project, findings_gpkg, decision, tmp_path):
    """The person types last month's name: that file stays, and what was decided in it goes into the new one."""
    import shutil

    from factory_locations.qgis_plugin.project.decisions import record

    old = tmp_path / "march.gpkg"
    shutil.copyfile(findings_gpkg, old)
    record(old, {}, decision())
    desktop.dock.layers.set_output_file(str(old))
    assert desktop._decided() == {"EXCEPTIONS": f"{old}|layername=exceptions"}


def test_a_decision_being_written_goes_with_the_plugin(iface, plugin, desktop):
    from factory_locations.qgis_plugin.panel.decision_dialog import DecisionDialog

    choose(desktop.dock.findings, "F2")
    desktop.dock.findings.decide_button.click()
    assert desktop.decision_dialog.isVisible()
    desktop.decision_dialog.reject()
    assert desktop.decision_dialog is None
    desktop.dock.findings.decide_button.click()
    plugin.unload()
    assert not any(one.isVisible() for one in iface.window.findChildren(DecisionDialog))

"""undo_changes: the list of batches, and one of them undone."""

from __future__ import annotations

import json

import pytest
import shapely
from factory_locations.processing.register.store import change_register
from factory_locations.tests import layers as L

from .test_register_store import everything, log, made


@pytest.fixture
def register(tmp_path, qgis_app):
    return made(tmp_path / "register.gpkg")


@pytest.fixture
def undo(run, register, tmp_path):
    def go(batch="", **given):
        asked = {"REGISTER": str(register), "BATCH": batch, "REPORT": str(tmp_path / "report.gpkg"), **given}
        results = run("undo_changes", {**asked, "SUMMARY": str(tmp_path / "summary.json")})
        go.said = run.feedback.text()
        go.batches = L.rows(tmp_path / "report.gpkg", "batches")
        go.summary = json.loads((tmp_path / "summary.json").read_text())
        return results

    return go


def move(register, factory, x, who="Sok"):
    with change_register(register, who, "a visit", source="visits.gpkg") as change:
        change.update(factory, {"employees": x}, shapely.Point(x, 5))
    return change.batch_id


def test_without_a_batch_it_lists_them(undo, register):
    assert undo()["RESTORED"] == 0
    assert "The register has no log yet" in undo.said
    assert undo.batches == []
    first, second = move(register, "F1", 1), move(register, "F2", 2, "Dara")
    before = everything(register)
    undo()
    assert [(b["batch_id"], b["who"], b["factories"], b["changes"], b["undone"]) for b in undo.batches] == [
        (second, "Dara", 1, 2, 0),
        (first, "Sok", 1, 2, 0),
    ]
    assert f"{second}  correct  Dara; factories: 1, changes: 2" in undo.said
    assert everything(register) == before


def test_a_batch_is_undone_and_the_undo_as_well(undo, register, tmp_path):
    batch = move(register, "F1", 1)
    results = undo(batch, WHO="Dara", REASON="wrong gate")
    assert (results["RESTORED"], results["LEFT"]) == (1, 0)
    assert L.rows(register, "factories") == L.rows(made(tmp_path / "new.gpkg"), "factories")
    assert {(r["who"], r["why"]) for r in log(register) if r["batch_id"] == results["BATCH"]} == {
        ("Dara", "wrong gate")
    }
    undone = L.rows(tmp_path / "report.gpkg", "undone")
    assert [(r["factory_id"], r["outcome"], r["fields"]) for r in undone] == [("F1", "restored", "employees, geometry")]
    assert undo(results["BATCH"])["RESTORED"] == 1
    assert L.shapes(register, "factories")[0].x == 1


def test_what_has_changed_since_is_named(undo, register):
    first = move(register, "F1", 1)
    second = move(register, "F1", 2)
    results = undo(first)
    assert (results["RESTORED"], results["LEFT"], results["BATCH"]) == (0, 1, "")
    assert f"Factory F1 is left: employees, the place: changed since by batch {second}" in undo.said
    assert undo.summary["counts"] == {"restored": 0, "left": 1}


def test_a_dry_run(undo, register):
    batch = move(register, "F1", 1)
    before = everything(register)
    results = undo(batch, DRY_RUN=True)
    assert (results["RESTORED"], results["BATCH"], undo.summary["batch_id"]) == (1, "", None)
    assert everything(register) == before


def test_an_unknown_batch(undo, register):
    from qgis.core import QgsProcessingException

    move(register, "F1", 1)
    with pytest.raises(QgsProcessingException, match="has no batch “x”"):
        undo("x")


def test_the_list_can_be_read_while_somebody_edits(register, run):
    from qgis.core import QgsProcessingException, QgsProject, QgsVectorLayer

    batch = move(register, "F1", 1)
    layer = QgsVectorLayer(f"{register}|layername=factories", "Factories")
    QgsProject.instance().addMapLayer(layer)
    try:
        layer.startEditing()
        assert run("undo_changes", {"REGISTER": layer.id()})["RESTORED"] == 0
        assert f"{batch}  correct  Sok" in run.feedback.text()
        with pytest.raises(QgsProcessingException, match="is being edited"):
            run("undo_changes", {"REGISTER": layer.id(), "BATCH": batch})
    finally:
        layer.rollBack()
        QgsProject.instance().clear()

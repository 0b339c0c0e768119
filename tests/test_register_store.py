"""Changing a register: all of it or nothing, every change in the log, everything else as it was."""

from __future__ import annotations

import datetime as dt
import json
import os
import re
import sqlite3
from contextlib import closing

import pytest
import shapely
from factory_locations.processing.analysis.errors import LocationError
from factory_locations.processing.register import store
from factory_locations.processing.register.store import KEEP, change_register
from factory_locations.tests import layers as L

pytestmark = pytest.mark.usefixtures("qgis_app")

FIELDS = (
    ("factory_id", "text"),
    ("name_km", "text"),
    ("employees", "integer"),
    ("loc_accuracy_m", "real"),
    ("loc_method", "text"),
    ("registration_date", "date"),
)
ROWS = (
    (L.point(0, 0), "F1", "រោងចក្រ ០១", 820, 8.0, "gps", "2021-03-15"),
    (L.point(1000, 0), "F2", None, None, None, None, None),
    (None, "F3", "", 0, 0.1, "unknown", None),
)


@pytest.fixture
def register(tmp_path, qgis_app):
    return made(tmp_path / "register.gpkg")


def made(path, rows=ROWS):
    L.saved(L.layer("Point", FIELDS, rows, name="factories"), path, "factories")
    return path


def everything(path):
    """All that a GeoPackage holds in tables of people, and what it says of them, but not when."""
    with closing(sqlite3.connect(path)) as connection:
        names = [
            name
            for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
            if name not in ("sqlite_sequence",) and not name.startswith("rtree_")
        ]
        content = {name: connection.execute(f'SELECT * FROM "{name}"').fetchall() for name in sorted(names)}
        content["gpkg_contents"] = [row[:4] + row[5:] for row in content["gpkg_contents"]]
        boxes = "SELECT id, minx, maxx, miny, maxy FROM rtree_factories_geom ORDER BY id"
        content["index"] = connection.execute(boxes).fetchall()
    return content


def log(path):
    with closing(sqlite3.connect(path)) as connection:
        connection.row_factory = sqlite3.Row
        return [dict(row) for row in connection.execute("SELECT * FROM audit ORDER BY audit_id")]


def short(path):
    return [(r["factory_id"], r["field"], r["old_value"], r["new_value"]) for r in log(path)]


def attempt(register, *steps, **given):
    """Change a register by functions that are given the change."""
    with change_register(register, **given) as change:
        for step in steps:
            step(change)


def test_a_change_is_in_the_register_and_in_the_log(register):
    with change_register(register, "Sok", "moved after a visit", "correct", "visits.gpkg") as change:
        count = change.update(
            "F1", {"loc_accuracy_m": 5, "loc_method": "gps"}, shapely.Point(500_010.25, 1_250_000.1), finding_id="x1"
        )
        assert count == 2  # the method was that before
    assert L.rows(register, "factories")[0]["loc_accuracy_m"] == 5.0
    assert L.shapes(register, "factories")[0].wkt == "POINT (500010.25 1250000.1)"
    assert short(register) == [
        ("F1", "loc_accuracy_m", "8.0", "5.0"),
        ("F1", "geometry", "POINT (500000.0 1250000.0)", "POINT (500010.25 1250000.1)"),
    ]
    line = log(register)[0]
    assert {name: line[name] for name in ("who", "why", "action", "source", "finding_id", "undone_by")} == {
        "who": "Sok",
        "why": "moved after a visit",
        "action": "correct",
        "source": "visits.gpkg",
        "finding_id": "x1",
        "undone_by": None,
    }
    assert line["batch_id"] == change.batch_id
    assert line["changed_at"].endswith("Z")


def test_nothing_else_of_the_row_is_touched(register):
    before = everything(register)["factories"]
    with change_register(register) as change:
        change.update("F1", {"employees": 900})
    after = everything(register)["factories"]
    assert after[1:] == before[1:]
    assert [a for a, b in zip(after[0], before[0]) if a != b] == [900]


def test_index_and_extent_follow(register):
    with change_register(register) as change:
        change.update("F2", {}, shapely.Point(500_100, 1_250_050))
        change.update("F3", {}, shapely.Point(500_200, 1_250_100))
    content = everything(register)
    assert [row[4:8] for row in content["gpkg_contents"] if row[0] == "factories"] == [
        (500_000.0, 1_250_000.0, 500_200.0, 1_250_100.0)
    ]
    assert [(row[0], round(row[1]), round(row[3])) for row in content["index"]] == [
        (1, 500_000, 1_250_000),
        (2, 500_100, 1_250_050),
        (3, 500_200, 1_250_100),
    ]


def test_an_error_takes_everything_back(register):
    before = everything(register)
    steps = (
        lambda change: change.update("F1", {"employees": 1}, shapely.Point(0, 0)),
        lambda change: change.remove("F2"),
        lambda change: change.add({"factory_id": "F8"}, shapely.Point(5, 5)),
        lambda change: change.update("F9", {}),
    )
    with pytest.raises(LocationError, match="Factory F9 is not in the register"):
        attempt(register, *steps)
    assert everything(register) == before


def test_any_other_exception_too(register):
    before = everything(register)
    with pytest.raises(ZeroDivisionError):
        attempt(register, lambda change: change.update("F1", {"employees": 1}), lambda change: 1 / 0)
    assert everything(register) == before


def test_a_dry_run_answers_the_same_and_writes_nothing(register):
    before, digest = everything(register), L.checksums(register.parent)
    with change_register(register, dry_run=True) as change:
        assert change.update("F1", {"employees": 1}, shapely.Point(0, 0)) == 2
        assert change.update("F1", {"employees": 1, "loc_method": "map"}) == 1  # the first is remembered
        assert change.row("F1").values["employees"] == 1
        assert change.row("F1").geometry.wkt == "POINT (0 0)"
        change.remove("F2")
        change.add({"factory_id": "F8"})
        assert (change.updated, change.added, change.removed) == ({"F1"}, {"F8"}, {"F2"})
        assert "F2" not in change
        assert "F8" in change
    assert everything(register) == before
    assert L.checksums(register.parent) == digest


def test_added_and_removed_rows_stand_whole_in_the_log(register):
    with change_register(register, action="merge") as change:
        change.remove("F1", finding_id="p1")
        change.add({"factory_id": "F4", "registration_date": dt.date(2024, 5, 20)}, shapely.Point(1, 2))
    lines = log(register)
    assert [(r["factory_id"], r["field"]) for r in lines] == [
        ("F1", "*"), ("F1", "geometry"), ("F4", "*"), ("F4", "geometry"),
    ]  # fmt: skip
    assert json.loads(lines[0]["old_value"]) == {
        "fid": 1,
        "factory_id": "F1",
        "name_km": "រោងចក្រ ០១",
        "employees": 820,
        "loc_accuracy_m": 8.0,
        "loc_method": "gps",
        "registration_date": "2021-03-15",
    }
    assert (lines[0]["new_value"], lines[1]["old_value"]) == (None, "POINT (500000.0 1250000.0)")
    assert json.loads(lines[2]["new_value"])["registration_date"] == "2024-05-20"
    assert [row["factory_id"] for row in L.rows(register, "factories")] == ["F2", "F3", "F4"]


def test_no_change_leaves_no_log(register):
    before = everything(register)
    with change_register(register) as change:
        assert change.update("F1", {"employees": 820, "loc_accuracy_m": 8}, KEEP) == 0
    assert everything(register) == before


def test_one_id_for_two_rows_is_refused(tmp_path):
    path = made(tmp_path / "r.gpkg", (*ROWS, (None, " F1", None, None, None, None, None)))
    before = everything(path)
    steps = [lambda change, who=who: change.update(who, {"employees": 2}) for who in ("F2", "F1")]
    with pytest.raises(LocationError, match=r"F1 is in the register .* 2 times"):
        attempt(path, *steps)
    assert everything(path) == before


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"nmae": "x"}, "has no field “nmae” for factory F1. It has: factory_id, name_km"),
        ({"employees": 2.5}, "“2.5” does not fit field “employees”, which holds: integer"),
        ({"registration_date": "15 March"}, "“15 March” does not fit field “registration_date”"),
        ({"factory_id": "F7"}, "its id cannot be changed"),
        ({"name_km": "a\0b"}, "does not fit field “name_km”"),
    ],
)
def test_what_does_not_fit_is_refused(register, values, said):
    with pytest.raises(LocationError, match=re.escape(said)):
        attempt(register, lambda change: change.update("F1", values))


def test_a_polygon_does_not_become_a_point(register):
    with pytest.raises(LocationError, match="a POLYGON does not fit the register"):
        attempt(register, lambda change: change.update("F1", {}, shapely.box(0, 0, 1, 1)))


def test_a_layer_in_edit_mode_is_refused(register):
    from factory_locations.processing.storage.files import edited_in
    from qgis.core import QgsProject, QgsVectorLayer

    layer = QgsVectorLayer(f"{register}|layername=factories", "my factories", "ogr")
    QgsProject.instance().addMapLayer(layer)
    try:
        layer.startEditing()
        with pytest.raises(LocationError, match="“my factories” of the register is being edited"):
            attempt(register, edited=edited_in(QgsProject.instance()))
        layer.rollBack()
        layer.setReadOnly(True)
        with pytest.raises(LocationError, match="set to read-only in the project"):
            attempt(layer)
    finally:
        QgsProject.instance().removeMapLayer(layer.id())


def test_a_shapefile_has_to_be_converted(tmp_path):
    from qgis.core import QgsCoordinateTransformContext, QgsVectorFileWriter

    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName = "ESRI Shapefile"
    path = tmp_path / "register.shp"
    layer = L.layer("Point", FIELDS, ROWS)
    QgsVectorFileWriter.writeAsVectorFormatV3(layer, str(path), QgsCoordinateTransformContext(), options)
    with pytest.raises(LocationError, match=r"ESRI Shapefile.*Convert it to a GeoPackage first"):
        attempt(path)
    with pytest.raises(LocationError, match="Convert it to a GeoPackage first"):
        attempt(layer)


@pytest.mark.slow
def test_a_locked_file_is_said_to_be_locked(register):
    with closing(sqlite3.connect(register)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(LocationError, match="locked: another program is writing to it"):
            attempt(register)


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is read-only for the administrator")
def test_a_file_that_may_not_be_written(register):
    register.chmod(0o444)
    with pytest.raises(LocationError, match="may not be written to"):
        attempt(register)


def test_readers_in_write_ahead_mode_see_the_change(register):
    """QGIS keeps a GeoPackage open like this; its log beside the file is not ours to remove."""
    with closing(sqlite3.connect(register)) as reader:
        reader.execute("PRAGMA journal_mode = WAL")
        assert reader.execute("SELECT employees FROM factories WHERE factory_id = 'F1'").fetchone() == (820,)
        with change_register(register) as change:
            change.update("F1", {"employees": 7})
        assert reader.execute("SELECT employees FROM factories WHERE factory_id = 'F1'").fetchone() == (7,)
        assert register.with_name("register.gpkg-wal").exists()
        assert reader.execute("PRAGMA journal_mode").fetchone() == ("wal",)


def test_a_table_called_audit_that_is_none(register):
    with closing(sqlite3.connect(register)) as connection, connection:
        connection.execute("CREATE TABLE audit (id INTEGER PRIMARY KEY, note TEXT)")
        connection.execute("INSERT INTO gpkg_contents (table_name, data_type) VALUES ('audit', 'attributes')")
    before = everything(register)
    with pytest.raises(LocationError, match="has a table “audit” that is not the log"):
        attempt(register, lambda change: change.update("F1", {"employees": 7}))
    assert everything(register) == before


def test_a_view_cannot_be_changed(register):
    with closing(sqlite3.connect(register)) as connection, connection:
        connection.execute("CREATE VIEW some AS SELECT factory_id, name_km FROM factories")
        connection.execute("INSERT INTO gpkg_contents (table_name, data_type) VALUES ('some', 'attributes')")
    with pytest.raises(LocationError, match="no primary key of whole numbers"):
        attempt(f"{register}|layername=some")


def test_the_log_is_named_after_the_account_where_nobody_is_named(register, monkeypatch):
    monkeypatch.setattr(store, "person", lambda: "dara")
    with change_register(register) as change:
        change.update("F1", {"employees": 7})
    assert log(register)[0]["who"] == "dara"

"""What a file holds otherwise than it reads: the log tells what is there, and an undo puts it back as it was."""

from __future__ import annotations

import datetime as dt
import json
import math
import re
import sqlite3
from contextlib import closing

import pytest
import shapely
from factory_locations.processing.analysis.errors import LocationError
from factory_locations.processing.register.store import change_register
from factory_locations.processing.register.undo import batches, undo
from factory_locations.tests import layers as L

from .test_register_store import FIELDS, attempt, everything, log, made
from .test_register_undo import changed, content, move, outcomes

pytestmark = pytest.mark.usefixtures("qgis_app")

# Column, its type, and a value that other programs put there.
ODD = (
    ("small", "SMALLINT", 100_000),
    ("medium", "MEDIUMINT", 2**40),
    ("staff", "INTEGER", "about 50"),
    ("comma", "REAL", "12,5"),
    ("exact", "NUMERIC", 2**53 + 1),
    ("single", "FLOAT", 0.1),
    ("endless", "REAL", math.inf),
    ("flag", "BOOLEAN", 2),
    ("day", "DATE", "15/01/2024"),
    ("no_day", "DATE", "2024-02-30"),
    ("year", "DATE", 2024),
    ("moment", "DATETIME", "2024-01-15T10:00:00.123456Z"),
    ("local", "DATETIME", "2024-01-15 10:00:00"),
    ("picture", "BLOB", b"\0\1"),
    ("words", "BLOB", "text"),
    ("nul", "TEXT", "a\0b"),
    ("latin", "TEXT", b"caf\xe9"),
)


@pytest.fixture
def register(tmp_path, qgis_app):
    return made(tmp_path / "register.gpkg")


def sql(path, *statements, values=()):
    """Run statements on the file as another program does, without what keeps the index of points."""
    with closing(sqlite3.connect(path)) as connection, connection:
        triggers = connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
        for name, _ in triggers:
            connection.execute(f'DROP TRIGGER "{name}"')
        for statement in statements:
            found = connection.execute(statement, values).fetchall()
        for _, made_by in triggers:
            connection.execute(made_by)
    return found


def with_odd(path, columns=ODD):
    for name, kind, value in columns:
        sql(path, f"ALTER TABLE factories ADD COLUMN {name} {kind}")
        sql(path, f"UPDATE factories SET {name} = ? WHERE factory_id = 'F1'", values=(value,))
        if isinstance(value, bytes) and kind == "TEXT":
            sql(path, f"UPDATE factories SET {name} = CAST({name} AS TEXT) WHERE factory_id = 'F1'")
    return path


def held(path):
    words = ", ".join(f"typeof({name}), hex({name})" for name, _, _ in ODD)
    return sql(path, f"SELECT {words} FROM factories ORDER BY fid")


@pytest.mark.slow
def test_a_row_comes_back_to_the_last_byte(register):
    with_odd(register)
    before = held(register)
    batch = changed(register, lambda change: change.remove("F1"))
    row = json.loads(log(register)[0]["old_value"])
    assert row["*stored"]["comma"] == ["text", "12,5"]
    assert row["*stored"]["medium"] == ["integer", str(2**40)]
    undone = undo(register, batch)
    assert held(register) == before
    undo(register, undone.batch_id)  # the row is as the log says, so that it goes again
    assert [row["factory_id"] for row in L.rows(register, "factories")] == ["F2", "F3"]
    undo(register, batch)
    assert held(register) == before


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("small", 7),
        ("medium", 7),
        ("staff", 7),
        ("comma", 7.5),
        ("day", "2024-01-15"),
        ("flag", False),
        ("latin", "café"),
    ],
)
def test_a_value_comes_back_to_the_last_byte(register, name, value):
    with_odd(register)
    before = held(register)
    batch = changed(register, lambda change: change.update("F1", {name: value}))
    assert held(register) != before
    undone = undo(register, batch)
    assert held(register) == before
    undo(register, undone.batch_id)
    assert undo(register, batch).count("restored") == 1
    assert held(register) == before


@pytest.mark.parametrize(
    ("kind", "value", "said"),
    [
        ("MEDIUMINT", 5_000_000_000, "“5000000000” does not fit field “n”, which holds: integer, -2147483648 … 214748"),
        ("SMALLINT", 70_000, "“70000” does not fit field “n”, which holds: integer, -32768 … 32767"),
        ("SMALLINT", -32_769, "“-32769” does not fit field “n”"),
    ],
)
def test_a_number_too_large_is_refused(register, kind, value, said):
    sql(register, f"ALTER TABLE factories ADD COLUMN n {kind}")
    with pytest.raises(LocationError, match=re.escape(f"Factory F1: {said}")):
        attempt(register, lambda change: change.update("F1", {"n": value}))
    with pytest.raises(LocationError, match=re.escape(said)):
        attempt(register, lambda change: change.add({"factory_id": "F9", "n": value}))


@pytest.mark.parametrize(("kind", "value"), [("SMALLINT", -32_768), ("MEDIUMINT", 2**31 - 1), ("INTEGER", 2**63 - 1)])
def test_the_largest_number_is_not(register, kind, value):
    sql(register, f"ALTER TABLE factories ADD COLUMN n {kind}")
    batch = changed(register, lambda change: change.update("F1", {"n": value}))
    assert L.rows(register, "factories")[0]["n"] == value
    assert undo(register, batch).count("restored") == 1


def test_the_log_says_what_is_there(register):
    sql(register, "ALTER TABLE factories ADD COLUMN single FLOAT")
    given = {"single": 0.1, "loc_accuracy_m": -0.0, "registration_date": dt.datetime(2024, 1, 1, 5)}
    batch = changed(register, lambda change: change.update("F1", given))
    told = {line["field"]: line["new_value"] for line in log(register)}
    (row,) = sql(register, "SELECT single, loc_accuracy_m, registration_date FROM factories WHERE factory_id = 'F1'")
    assert told == {"single": repr(row[0]), "loc_accuracy_m": "0.0", "registration_date": "2024-01-01"}
    assert undo(register, batch).count("restored") == 1


def test_a_restored_row_is_empty_where_it_was(register):
    """Whatever the table puts into new rows by itself."""
    sql(register, "ALTER TABLE factories ADD COLUMN hazard INTEGER DEFAULT 3")
    sql(register, "UPDATE factories SET hazard = NULL WHERE factory_id <> 'F2'")
    before = content(register)
    undo(register, changed(register, lambda change: change.remove("F1"), lambda change: change.remove("F2")))
    assert content(register) == before
    changed(register, lambda change: change.add({"factory_id": "F9"}))
    assert sql(register, "SELECT hazard FROM factories WHERE factory_id = 'F9'") == [(3,)]  # a new one is filled


def test_fields_that_are_gone_are_left_out_and_told(register):
    batch = changed(
        register,
        lambda change: change.update("F1", {"employees": 5, "name_km": "x"}),
        lambda change: change.update("F3", {"name_km": "y"}),
        lambda change: change.update("F2", {"employees": 6}),
    )
    whole = changed(register, lambda change: change.remove("F1"))
    sql(register, "ALTER TABLE factories RENAME COLUMN name_km TO name")
    gone = "Not restored, as the register no longer has these fields: name_km."
    assert outcomes(undo(register, whole)) == {"F1": ("restored", gone)}
    assert outcomes(undo(register, batch)) == {
        "F1": ("restored", gone),
        "F3": ("left", gone),
        "F2": ("restored", ""),
    }
    assert [row["employees"] for row in L.rows(register, "factories")] == [820, None, 0]
    assert {line["undone_by"] is None for line in log(register) if line["field"] == "name_km"} == {True}


def test_a_field_that_is_new_does_not_stand_in_the_way(register):
    batch = changed(register, lambda change: change.add({"factory_id": "F9"}, shapely.Point(1, 1)))
    sql(register, "ALTER TABLE factories ADD COLUMN extra TEXT")
    assert outcomes(undo(register, batch)) == {"F9": ("restored", "")}


def test_a_field_of_another_kind_now(register):
    batch = changed(register, lambda change: change.update("F1", {"name_km": "x"}), lambda c: c.remove("F2"))
    sql(register, "ALTER TABLE factories DROP COLUMN name_km", "ALTER TABLE factories ADD COLUMN name_km INTEGER")
    sql(register, "UPDATE factories SET name_km = 'x' WHERE factory_id = 'F1'")
    told = outcomes(undo(register, batch))
    assert told["F1"][0] == "left"
    assert told["F2"] == ("restored", "")


def test_another_table_of_the_file_is_not_touched(tmp_path, qgis_app):
    path = made(tmp_path / "two.gpkg")
    L.saved(L.layer("Point", FIELDS, [(L.point(9, 9), "F1", "Takeo", 1, None, None, None)]), path, "takeo")
    kandal, takeo = f"{path}|layername=factories", f"{path}|layername=takeo"
    batch = changed(kandal, lambda change: change.remove("F2"), lambda change: change.update("F1", {"employees": 1}))
    before = everything(path)
    said = f"Batch {batch} has changed the table “factories”, not “takeo”. Choose that table as the register."
    with pytest.raises(LocationError, match=re.escape(said)):
        undo(takeo, batch)
    assert everything(path) == before
    assert batches(takeo) == []
    with pytest.raises(LocationError, match="The latest are: none yet"):
        undo(takeo, "b1")
    other = changed(takeo, lambda change: change.update("F1", {"employees": 2}))
    assert [one.batch_id for one in batches(takeo)] == [other]
    assert undo(kandal, batch).count("restored") == 2


def as_before(path):
    """Make the log what an earlier version left."""
    for name in ("table_name", "row_key", "became", "stored", "location"):
        sql(path, f"ALTER TABLE audit DROP COLUMN {name}")


def test_the_log_of_an_earlier_version(register):
    before = content(register)
    batch = changed(register, move("F1", 1), lambda change: change.remove("F2"))
    as_before(register)
    assert [one.batch_id for one in batches(register)] == [batch]
    assert undo(register, batch).count("restored") == 2
    assert content(register) == before
    assert {line["table_name"] for line in log(register)} == {"factories"}  # of the earlier lines as well


def test_the_log_of_an_earlier_version_of_two_registers(register):
    L.saved(L.layer("Point", FIELDS, []), register, "takeo")
    kandal = f"{register}|layername=factories"
    batch = changed(kandal, move("F1", 1))
    as_before(register)
    with pytest.raises(LocationError, match=f"does not say which table batch {batch} is of, and “factories” has sev"):
        undo(kandal, batch)
    changed(kandal, move("F2", 1))
    assert [line["table_name"] for line in log(register)] == [None, "factories"]


def test_an_id_given_to_another_row(register):
    batch = changed(register, lambda change: change.update("F1", {"loc_method": "map"}))
    sql(register, "UPDATE factories SET factory_id = 'OLD' WHERE factory_id = 'F1'")
    sql(register, "UPDATE factories SET factory_id = 'F1', loc_method = 'map' WHERE factory_id = 'F2'")
    before = everything(register)
    assert outcomes(undo(register, batch)) == {
        "F1": (
            "left",
            "The row with this id is another one now (fid 2, and 1 was changed): the id was given by hand. Give the "
            "row its own id back first.",
        )
    }
    assert everything(register) == before


def test_a_row_brought_back_under_another_key_is_the_same(register):
    first = changed(register, lambda change: change.update("F1", {"employees": 1}))
    second = changed(register, lambda change: change.remove("F1"))
    sql(register, "INSERT INTO factories (fid, factory_id) VALUES (1, 'F9')")
    undo(register, second)
    assert sql(register, "SELECT fid FROM factories WHERE factory_id = 'F1'") != [(1,)]
    assert outcomes(undo(register, first)) == {"F1": ("restored", "")}


def test_an_attribute_called_geometry(tmp_path, qgis_app):
    path = tmp_path / "r.gpkg"
    fields = (*FIELDS, ("geometry", "text"))
    rows = [(L.point(0, 0), "F1", None, None, None, None, None, "POINT (1 2)")]
    L.saved(L.layer("Point", fields, rows), path, "factories")
    before = content(path)
    batch = changed(path, lambda change: change.update("F1", {"geometry": "a square"}, shapely.Point(5, 5)))
    assert [line["field"] for line in log(path)] == ['"geometry"', "geometry"]
    undone = undo(path, batch)
    assert content(path) == before
    undo(path, undone.batch_id)
    assert L.rows(path, "factories")[0]["geometry"] == "a square"


def test_ids_that_are_numbers(tmp_path, qgis_app):
    path = tmp_path / "r.gpkg"
    L.saved(L.layer("Point", (("factory_id", "real"),), [(L.point(0, 0), 5.0), (None, 0.0)]), path, "factories")
    before = content(path)
    batch = changed(path, lambda change: change.remove("5"), lambda change: change.remove("0"))
    undone = undo(path, batch)
    assert content(path) == before
    assert {line["factory_id"] for line in log(path)} == {"5", "0"}
    undo(path, undone.batch_id)
    assert L.rows(path, "factories") == []


def test_the_undo_of_an_undo_of_an_undo(register):
    before = content(register)
    batch = changed(register, lambda change: change.update("F1", {"employees": 1}), move("F2", 3))
    chain = [batch]
    for _ in range(5):
        chain.append(undo(register, chain[-1]).batch_id)
        told = {one.batch_id: one.undone_by for one in batches(register)}
        # The last stands; the one before is undone by it; what that had undone stands, and so on back.
        expected = {}
        for i, name in enumerate(reversed(chain)):
            expected[name] = "" if i % 2 == 0 else chain[len(chain) - i]
        assert told == expected
        assert (content(register) == before) == (len(chain) % 2 == 0)
    by = f"undone already, by batch {chain[1]}"
    with pytest.raises(LocationError, match=by):
        undo(register, batch)


def test_the_undo_of_an_undo_of_a_part(register):
    batch = changed(register, move("F1", 1), move("F2", 2))
    later = changed(register, move("F1", 9))
    part = undo(register, batch).batch_id
    again = undo(register, part).batch_id
    undo(register, again)
    undone = {line["factory_id"]: line["undone_by"] for line in log(register) if line["batch_id"] == batch}
    assert undone == {"F1": None, "F2": part}
    undo(register, later)
    assert outcomes(undo(register, batch)) == {"F1": ("restored", "")}


def test_a_thousand_lines_are_marked(tmp_path, qgis_app):
    path = made(tmp_path / "r.gpkg", [(L.point(i, 0), f"F{i}", None, i, None, None, None) for i in range(1200)])
    with change_register(path) as change:
        for i in range(1200):
            change.update(f"F{i}", {"employees": i + 1})
    undone = undo(path, change.batch_id)
    assert {line["undone_by"] for line in log(path) if line["batch_id"] == change.batch_id} == {undone.batch_id}

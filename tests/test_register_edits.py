"""What was changed past these tools is logged by comparing rows, and an undo takes it back."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from random import Random

import pytest
from factory_locations.processing.register.edits import log_edits, moment_of, read_rows
from factory_locations.processing.register.undo import batches, undo
from factory_locations.tests import layers as L

from .test_register_store import everything, log, made, short
from .test_register_undo import content, outcomes

pytestmark = pytest.mark.usefixtures("qgis_app")


@pytest.fixture
def register(tmp_path, qgis_app):
    return made(tmp_path / "register.gpkg")


def source(path):
    return f"{path}|layername=factories"


def edited(path, keys, *edits):
    """Change rows with QGIS's own provider, as a commit does, and log it."""
    from qgis.core import QgsVectorLayer

    before = read_rows(source(path), keys)
    layer = QgsVectorLayer(source(path), "factories")
    layer.startEditing()
    for edit in edits:
        edit(layer)
    added = []
    layer.committedFeaturesAdded.connect(lambda _, features: added.extend(one.id() for one in features))
    assert layer.commitChanges(), layer.commitErrors()
    return log_edits(source(path), before, [*keys, *added], "Sok Dara", "Factories")


def put(key, **values):
    def edit(layer):
        for name, value in values.items():
            assert layer.changeAttributeValue(key, layer.fields().lookupField(name), value)

    return edit


def moved(key, x, y):
    from qgis.core import QgsGeometry, QgsPointXY

    return lambda layer: layer.changeGeometry(key, QgsGeometry.fromPointXY(QgsPointXY(x, y)))


def added(wkt=None, **values):
    from qgis.core import QgsFeature, QgsGeometry

    def edit(layer):
        feature = QgsFeature(layer.fields())
        for name, value in values.items():
            feature.setAttribute(name, value)
        if wkt:
            feature.setGeometry(QgsGeometry.fromWkt(wkt))
        assert layer.addFeature(feature)

    return edit


def deleted(key):
    return lambda layer: layer.deleteFeature(key)


def test_values_and_places_are_logged_as_the_file_holds_them(register):
    done = edited(register, [1, 2], put(1, employees=821, loc_accuracy_m=0.1), moved(1, 500_010.25, 1_250_000.1))
    assert short(register) == [
        ("F1", "employees", "820", "821"),
        ("F1", "loc_accuracy_m", "8.0", "0.1"),
        ("F1", "geometry", "POINT (500000.0 1250000.0)", "POINT (500010.25 1250000.1)"),
    ]
    assert (done.factories, done.lines) == (("F1",), 3)
    line = log(register)[2]
    told = ("who", "action", "source", "why", "table_name", "row_key", "undone_by")
    assert [line[name] for name in told] == ["Sok Dara", "edit", "Factories", None, "factories", 1, None]
    assert json.loads(line["location"]) == {
        "geometry": "POINT (500010.25 1250000.1)",
        "loc_method": "gps",
        "loc_accuracy_m": "0.1",
    }
    assert [(b.batch_id, b.who, b.action, b.factories, b.changes) for b in batches(register)] == [
        (done.batch_id, "Sok Dara", "edit", 1, 3)
    ]


def test_an_undo_takes_back_all_of_a_commit_to_the_last_digit(register):
    before = content(register)
    done = edited(
        register,
        [1, 2, 3],
        put(1, employees=None, name_km="ថ្មី"),
        moved(1, 500_000.123456789, 1_250_000.1),
        deleted(2),
        put(3, loc_accuracy_m=12.5),
        moved(3, 499_000, 1_251_000),
        added("POINT (500700 1250700)", factory_id="F4", employees=12),
    )
    after = content(register)
    assert [row[1] for row in ids(register)] == ["F1", "F3", "F4"]
    undone = undo(register, done.batch_id)
    assert outcomes(undone) == dict.fromkeys(("F1", "F2", "F3", "F4"), ("restored", ""))
    # QGIS notes the extent by itself, also of what is undone.
    assert content(register)["factories"] == before["factories"]
    assert content(register)["index"] == before["index"]
    undo(register, undone.batch_id)
    assert content(register)["factories"] == after["factories"]


def ids(path):
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute("SELECT fid, factory_id FROM factories ORDER BY fid").fetchall()


def test_nothing_that_differs_is_nothing_that_is_logged(register):
    done = edited(register, [1], put(1, employees=820))
    assert (done.batch_id, done.factories, done.lines) == ("", (), 0)
    assert "audit" not in everything(register)


def test_another_id_is_another_factory_and_an_undo_gives_the_row_its_own_back(register):
    before = content(register)
    done = edited(register, [1], put(1, factory_id="F9"))
    assert [(r["factory_id"], r["field"], r["row_key"]) for r in log(register)] == [
        ("F1", "*", 1),
        ("F1", "geometry", 1),
        ("F9", "*", 1),
        ("F9", "geometry", 1),
    ]
    assert outcomes(undo(register, done.batch_id)) == {"F1": ("restored", ""), "F9": ("restored", "")}
    assert content(register) == before


PASTED = {"name_km": "រោងចក្រ ០១", "employees": 820, "loc_accuracy_m": 8.0, "loc_method": "gps",
          "registration_date": "2021-03-15"}  # fmt: skip


def test_a_row_cut_and_pasted_is_the_factory_that_it_was(register):
    before = content(register)["factories"]
    first = edited(register, [2], put(2, employees=1))
    second = edited(register, [1], put(1, loc_method="map"))
    pasted = edited(register, [1], deleted(1), added(L.point(5, 0), factory_id="F1", **{**PASTED, "loc_method": "map"}))
    assert pasted.factories == ("F1",)
    assert [(r["factory_id"], r["field"], r["row_key"]) for r in log(register)[2:]] == [
        ("F1", "*", 1), ("F1", "geometry", 1), ("F1", "*", 4), ("F1", "geometry", 4),
    ]  # fmt: skip
    after = content(register)["factories"]
    # The row is back under its own key.
    undone = undo(register, pasted.batch_id)
    assert outcomes(undone) == {"F1": ("restored", "")}
    assert ids(register)[0] == (1, "F1")
    undo(register, undone.batch_id)
    assert content(register)["factories"] == after
    undo(register, pasted.batch_id)
    for batch in (second.batch_id, first.batch_id):
        undo(register, batch)
    assert content(register)["factories"] == before


def test_what_was_changed_before_a_row_was_cut_and_pasted_can_be_taken_back_alone(register):
    first = edited(register, [1], put(1, employees=1))
    edited(register, [1], deleted(1), added(L.point(0, 0), factory_id="F1", **{**PASTED, "employees": 1}))
    assert outcomes(undo(register, first.batch_id)) == {"F1": ("restored", "")}
    with closing(sqlite3.connect(register)) as file:
        assert file.execute("SELECT fid, employees FROM factories WHERE factory_id = 'F1'").fetchall() == [(4, 820)]


def test_an_id_that_another_row_has_got_in_the_log_is_not_followed_to_it(register):
    first = edited(register, [1], put(1, loc_method="map"), moved(1, 1, 2))
    edited(register, [2], put(2, loc_method="map", employees=820), moved(2, 1, 2))
    before = content(register)["factories"]
    swapped = edited(register, [1, 2], put(1, factory_id="X"), put(2, factory_id="F1"), put(1, factory_id="F2"))
    assert outcomes(undo(register, first.batch_id)) == {
        "F1": ("left", f"the whole row: changed since by batch {swapped.batch_id}. Undo that one first.")
    }
    undone = undo(register, swapped.batch_id)
    assert outcomes(undone) == {"F1": ("restored", ""), "F2": ("restored", "")}
    assert content(register)["factories"] == before
    assert outcomes(undo(register, first.batch_id)) == {"F1": ("restored", "")}


def test_blanks_around_an_id_come_and_go(register):
    before = content(register)
    done = edited(register, [1], put(1, factory_id=" F1"))
    assert short(register) == [("F1", "factory_id", "F1", " F1")]
    assert outcomes(undo(register, done.batch_id)) == {"F1": ("restored", "")}
    assert content(register) == before


def test_a_row_without_an_id_is_logged_and_left_by_an_undo(register):
    done = edited(
        register,
        [2, 3],
        put(2, factory_id=None),
        put(3, factory_id="F1"),
        added("POINT (1 1)", employees=3),
    )
    lines = {(r["factory_id"], r["field"], r["row_key"]) for r in log(register)}
    assert {("F2", "*", 2), ("", "*", 2), ("F3", "*", 3), ("F1", "*", 3), ("", "*", 4)} <= lines
    undone = outcomes(undo(register, done.batch_id))
    nameless = "The row has no factory id, by which it could be found again. The log tells what was there."
    assert undone["F1"] == undone["F3"] == ("restored", "")  # row 3 is one of two with that id, and is F3 again
    assert (3, "F3") in ids(register)
    assert undone[""] == ("left", nameless)


def test_a_deleted_copy_is_left_while_another_row_has_the_id(register):
    edited(register, [], added("POINT (1 1)", factory_id="F1"))
    done = edited(register, [4], deleted(4))
    assert outcomes(undo(register, done.batch_id)) == {
        "F1": ("left", "A row of the register has this id now. Give that one an id of its own first.")
    }


def drop_triggers(connection):
    """Drop those that keep the index of the places: they call functions that plain SQLite lacks."""
    for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
        if "factories" in name:
            connection.execute(f'DROP TRIGGER "{name}"')


def test_what_other_programs_keep_in_a_row_comes_back_as_it_was(register):
    with closing(sqlite3.connect(register)) as connection, connection:
        drop_triggers(connection)
        connection.execute("UPDATE factories SET employees = '12,5', registration_date = '15/01/2024' WHERE fid < 3")
    before = content(register)["factories"]
    done = edited(register, [1, 2], put(1, employees=12, registration_date="2024-01-15"), deleted(2))
    assert outcomes(undo(register, done.batch_id)) == {"F1": ("restored", ""), "F2": ("restored", "")}
    assert content(register)["factories"] == before


TWO_ROWS = "2 rows of the register have this id. Give each an id of its own."


def test_a_row_added_with_the_id_of_another_is_taken_back_and_the_other_stays(register):
    before = content(register)["factories"]
    done = edited(register, [], added(L.point(160, 0), factory_id="F1", employees=7))
    dry = undo(register, done.batch_id, dry_run=True)
    assert (outcomes(dry), [one for _, one in ids(register)].count("F1")) == ({"F1": ("restored", "")}, 2)
    undone = undo(register, done.batch_id)
    assert outcomes(undone) == {"F1": ("restored", "")}
    assert content(register)["factories"] == before
    # The id would be there twice again.
    taken = "A row of the register has this id now. Give that one an id of its own first."
    assert outcomes(undo(register, undone.batch_id)) == {"F1": ("left", taken)}
    assert content(register)["factories"] == before


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_the_real_factory_moved_beside_a_row_with_its_id_goes_back_in_any_order(register, order):
    before = content(register)["factories"]
    batches_made = [
        edited(register, [], added(L.point(160, 0), factory_id="F1", employees=7)).batch_id,
        edited(register, [1], moved(1, 500_050, 1_250_050)).batch_id,
    ]
    for i in order:
        undone = undo(register, batches_made[i])
        assert outcomes(undone) == {"F1": ("restored", "")}
    assert content(register)["factories"] == before


def test_a_move_beside_a_row_with_the_same_id_is_taken_back_and_that_undone_too(register):
    edited(register, [], added(L.point(160, 0), factory_id="F1", employees=7))
    still = content(register)["factories"]
    done = edited(register, [1], moved(1, 500_050, 1_250_050))
    there = content(register)["factories"]
    undone = undo(register, done.batch_id)
    assert content(register)["factories"] == still
    assert outcomes(undo(register, undone.batch_id)) == {"F1": ("restored", "")}
    assert content(register)["factories"] == there


def test_of_two_rows_alike_none_is_taken_out(register):
    done = edited(register, [], added(L.point(0, 0), factory_id="F1", **PASTED))
    assert [row[1:] for row in content(register)["factories"] if row[2] == "F1"] == 2 * [
        next(row[1:] for row in content(register)["factories"] if row[0] == 1)
    ]
    before = content(register)["factories"]
    assert outcomes(undo(register, done.batch_id)) == {"F1": ("left", TWO_ROWS)}
    assert content(register)["factories"] == before


def test_rows_alike_in_what_a_batch_has_changed_are_left(register):
    edited(register, [], added(L.point(160, 0), factory_id="F1", employees=5))
    done = edited(register, [1], put(1, employees=5))
    before = content(register)["factories"]
    assert outcomes(undo(register, done.batch_id)) == {"F1": ("left", TWO_ROWS)}
    assert content(register)["factories"] == before
    # What the sentence says to do is the way out.
    edited(register, [4], put(4, factory_id="F4"))
    assert outcomes(undo(register, done.batch_id)) == {"F1": ("restored", "")}


def test_a_row_that_was_changed_since_is_not_taken_for_the_one_that_was_added(register):
    done = edited(register, [], added(L.point(160, 0), factory_id="F1", employees=7))
    later = edited(register, [4], put(4, employees=8))
    before = content(register)["factories"]
    assert outcomes(undo(register, done.batch_id)) == {"F1": ("left", TWO_ROWS)}
    assert content(register)["factories"] == before
    for batch in (later, done):
        assert outcomes(undo(register, batch.batch_id)) == {"F1": ("restored", "")}


def test_the_same_values_under_another_key_are_another_row(register):
    done = edited(register, [], added(L.point(160, 0), factory_id="F1", employees=7))
    with closing(sqlite3.connect(register)) as connection, connection:
        drop_triggers(connection)
        connection.execute("UPDATE factories SET fid = 9 WHERE fid = 4")
    assert outcomes(undo(register, done.batch_id)) == {"F1": ("left", TWO_ROWS)}
    assert (9, "F1") in ids(register)


def test_two_rows_with_an_id_in_one_saving_are_left(register):
    done = edited(register, [1], put(1, employees=1), added(L.point(160, 0), factory_id="F1", employees=7))
    both = edited(register, [], *(added(L.point(x, 9), factory_id="F8", employees=x) for x in (1, 2)))
    before = content(register)["factories"]
    assert outcomes(undo(register, done.batch_id)) == {"F1": ("left", TWO_ROWS)}
    assert outcomes(undo(register, both.batch_id)) == {"F8": ("left", TWO_ROWS)}
    assert content(register)["factories"] == before


def test_a_row_cut_and_pasted_beside_a_copy_of_its_id_is_left(register):
    edited(register, [], added(L.point(160, 0), factory_id="F1", employees=7))
    done = edited(register, [1], deleted(1), added(L.point(5, 0), factory_id="F1", **PASTED))
    before = content(register)["factories"]
    assert outcomes(undo(register, done.batch_id)) == {"F1": ("left", TWO_ROWS)}
    assert content(register)["factories"] == before


def test_an_id_that_was_given_twice_by_hand_is_taken_back(register):
    before = content(register)["factories"]
    done = edited(register, [3], put(3, factory_id="F1"))
    assert outcomes(undo(register, done.batch_id)) == {"F3": ("restored", ""), "F1": ("restored", "")}
    assert content(register)["factories"] == before


def test_a_row_whose_former_id_is_taken_keeps_the_new_one_rather_than_going(register):
    edited(register, [], added(L.point(160, 0), factory_id="F1", employees=7))
    done = edited(register, [4], put(4, factory_id="F4"))
    before = content(register)["factories"]
    taken = "A row of the register has this id now. Give that one an id of its own first."
    undone = outcomes(undo(register, done.batch_id))
    assert undone == {"F1": ("left", taken), "F4": ("left", "Its row was that of F1, which cannot be restored.")}
    assert content(register)["factories"] == before


def test_a_row_that_got_its_first_id_is_not_taken_out(register):
    edited(register, [], added(L.point(160, 0), employees=7))
    done = edited(register, [4], put(4, factory_id="F4"))
    before = content(register)["factories"]
    undone = outcomes(undo(register, done.batch_id))
    assert undone["F4"] == ("left", "Its row was that of a row without an id, which cannot be restored.")
    assert content(register)["factories"] == before


def any_edits(random, keys):
    """One or two edits of an officer who is careless with ids."""
    edits = []
    for what in random.choices(("value", "place", "new", "gone", "id"), k=random.randint(1, 2)):
        key, factory = random.choice(keys or [0]), random.choice(("F1", "F2", "F9", None))
        if what == "new" or not keys:
            edits.append(added(L.point(random.randint(0, 2), 0), factory_id=factory, employees=random.randint(1, 2)))
        elif what == "gone":
            edits.append(deleted(key))
            keys = [one for one in keys if one != key]
        elif what == "place":
            edits.append(moved(key, 500_000 + random.randint(0, 2), 1_250_000))
        elif what == "id":
            edits.append(put(key, factory_id=factory))
        else:
            edits.append(put(key, employees=random.randint(1, 2)))
    return edits


@pytest.mark.parametrize("seed", range(40))
def test_whatever_was_saved_an_undo_loses_no_row_and_changes_no_other(register, seed):
    random = Random(seed)
    states = [by_key(register)]
    for _ in range(random.randint(1, 3)):
        done = edited(register, list(states[-1]), *any_edits(random, list(states[-1])))
        states.append(by_key(register))
    if not done.batch_id:
        return  # the last saving has changed nothing
    was, is_, undone = states[-2], states[-1], undo(register, done.batch_id)
    after = by_key(register)
    assert all(row in (was.get(key), is_.get(key)) for key, row in after.items() if key in was or key in is_)
    assert after.keys() >= was.keys() & is_.keys()
    if undone.count("left") == 0:
        assert after == was


def by_key(path):
    return {row[0]: row[1:] for row in content(path)["factories"]}


@pytest.mark.parametrize("mode", ["wal", "delete"])
def test_a_moment_is_held_while_others_write(register, mode):
    with closing(sqlite3.connect(register, isolation_level=None, timeout=0)) as other:
        assert other.execute(f"PRAGMA journal_mode = {mode}").fetchone() == (mode,)
        drop_triggers(other)
        with moment_of(source(register), [1, 2, 9]) as moment:
            assert moment.factories == {1: "F1", 2: "F2"}
            other.execute("UPDATE factories SET employees = 821 WHERE fid = 1")  # is not locked
            other.execute("DELETE FROM factories WHERE fid = 2")
            rows = moment.rows()
    assert {key: row.values["employees"] for key, row in rows.items()} == {1: 820, 2: None}
    assert list(read_rows(source(register), [1, 2])) == [1]
    assert read_rows(source(register), [1])[1].values["employees"] == 821

"""Undoing a batch brings back exactly what was, and nothing that has changed since."""

from __future__ import annotations

import datetime as dt
import sqlite3
from contextlib import closing

import pytest
import shapely
from factory_locations.processing.analysis.errors import LocationError
from factory_locations.processing.register.store import change_register
from factory_locations.processing.register.undo import batches, undo
from factory_locations.tests import layers as L
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from .test_register_store import FIELDS, everything, log, made

pytestmark = pytest.mark.usefixtures("qgis_app")


@pytest.fixture
def register(tmp_path, qgis_app):
    return made(tmp_path / "register.gpkg")


def content(path):
    """The register without its log, and all of what the file says of it."""
    found = everything(path)
    found.pop("audit", None)
    found["gpkg_contents"] = [row for row in found["gpkg_contents"] if row[0] != "audit"]
    found["gpkg_ogr_contents"] = [row for row in found["gpkg_ogr_contents"] if row[0] != "audit"]
    return found


def changed(path, *steps, **given):
    with change_register(path, **given) as change:
        for step in steps:
            step(change)
    return change.batch_id


def move(factory, x, **values):
    return lambda change: change.update(factory, values, shapely.Point(x, 5))


def outcomes(undone):
    return {row.factory_id: (row.outcome, row.why) for row in undone.rows}


def test_an_undo_restores_and_can_be_undone(register):
    before = content(register)
    batch = changed(register, move("F1", 1, employees=None), move("F2", 2, name_km="ថ្មី"), move("F3", 3))
    after = content(register)
    undone = undo(register, batch, "Dara")
    assert content(register) == before
    assert outcomes(undone) == {"F1": ("restored", ""), "F2": ("restored", ""), "F3": ("restored", "")}
    lines = log(register)
    assert {(r["action"], r["who"], r["undone_by"]) for r in lines if r["batch_id"] == undone.batch_id} == {
        ("undo", "Dara", None)
    }
    assert {r["undone_by"] for r in lines if r["batch_id"] == batch} == {undone.batch_id}

    again = undo(register, undone.batch_id)
    assert content(register) == after
    assert {r["undone_by"] for r in log(register) if r["batch_id"] == batch} == {None}  # it stands again
    undo(register, batch)
    assert content(register) == before
    assert [(b.batch_id, b.action, b.factories, b.changes) for b in batches(register)][1:] == [
        (again.batch_id, "undo", 3, 5),
        (undone.batch_id, "undo", 3, 5),
        (batch, "correct", 3, 5),
    ]


def test_what_another_batch_has_changed_since_is_left_and_the_batch_named(register):
    first = changed(register, move("F1", 1), move("F2", 2))
    second = changed(register, move("F1", 9))
    undone = undo(register, first)
    assert outcomes(undone) == {
        "F1": ("left", f"the place: changed since by batch {second}. Undo that one first."),
        "F2": ("restored", ""),
    }
    undo(register, second)
    assert outcomes(undo(register, first)) == {"F1": ("restored", "")}
    assert content(register) == content(made(register.with_name("new.gpkg")))


def test_a_change_of_another_field_does_not_stand_in_the_way(register):
    first = changed(register, move("F1", 1))
    changed(register, lambda change: change.update("F1", {"employees": 5}))
    assert outcomes(undo(register, first)) == {"F1": ("restored", "")}
    row = L.rows(register, "factories")[0]
    assert (row["employees"], L.shapes(register, "factories")[0].x) == (5, L.X0)


def by_hand(path, statement):
    """Change rows as a person does, past the log."""
    with closing(sqlite3.connect(path)) as connection, connection:
        for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            if "factories" in name:
                connection.execute(f'DROP TRIGGER "{name}"')
        connection.execute(statement)


def test_an_old_point_does_not_come_back_under_a_new_description(register):
    batch = changed(register, move("F1", 1), move("F2", 2))
    by_hand(register, "UPDATE factories SET loc_method = 'survey', loc_accuracy_m = 5 WHERE factory_id = 'F1'")
    assert outcomes(undo(register, batch)) == {
        "F1": ("left", "loc_method, loc_accuracy_m: changed since, outside of the log."),
        "F2": ("restored", ""),
    }
    assert L.shapes(register, "factories")[0].x == 1


def test_an_old_description_does_not_come_back_under_a_new_point(register):
    first = changed(register, lambda change: change.update("F1", {"loc_accuracy_m": 3.0}))
    second = changed(register, move("F1", 1))
    told = f"the place: changed since by batch {second}. Undo that one first."
    assert outcomes(undo(register, first)) == {"F1": ("left", told)}
    undo(register, second)
    assert outcomes(undo(register, first)) == {"F1": ("restored", "")}


def test_of_an_older_log_the_later_lines_tell_what_described_the_place(register):
    first = changed(register, move("F1", 1), move("F2", 2))
    second = changed(register, lambda change: change.update("F1", {"loc_accuracy_m": 3.0}))
    by_hand(register, "ALTER TABLE audit DROP COLUMN location")
    told = f"loc_accuracy_m: changed since by batch {second}. Undo that one first."
    assert outcomes(undo(register, first)) == {"F1": ("left", told), "F2": ("restored", "")}
    undo(register, second)
    assert outcomes(undo(register, first)) == {"F1": ("restored", "")}


def test_a_change_by_hand_is_left_too(register):
    batch = changed(register, lambda change: change.update("F1", {"employees": 5}))
    with closing(sqlite3.connect(register)) as connection, connection:
        connection.execute("DROP TRIGGER IF EXISTS rtree_factories_geom_update1")
        for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            if "factories" in name:
                connection.execute(f'DROP TRIGGER "{name}"')
        connection.execute("UPDATE factories SET employees = 6 WHERE factory_id = 'F1'")
    undone = undo(register, batch)
    assert outcomes(undone) == {"F1": ("left", "employees: changed since, outside of the log.")}
    assert undone.batch_id == ""
    assert len(log(register)) == 1


def test_removed_and_added_rows(register):
    before = content(register)
    batch = changed(
        register,
        lambda change: change.remove("F1"),
        lambda change: change.add({"factory_id": "F8", "registration_date": dt.date(2024, 1, 1)}, shapely.Point(7, 7)),
    )
    undone = undo(register, batch)
    assert content(register) == before  # with the key that it had
    undo(register, undone.batch_id)
    assert [row["factory_id"] for row in L.rows(register, "factories")] == ["F2", "F3", "F8"]


def test_a_merge_is_restored_whole_or_not_at_all(register):
    batch = changed(
        register,
        lambda change: change.update("F2", {"employees": 820}, finding_id="p1"),
        lambda change: change.remove("F1", "p1"),
        action="merge",
    )
    later = changed(register, lambda change: change.update("F2", {"employees": 821}))
    assert outcomes(undo(register, batch)) == {
        "F2": ("left", f"employees: changed since by batch {later}. Undo that one first."),
        "F1": ("left", "It was merged with F2, which cannot be restored."),
    }
    undo(register, later)
    undo(register, batch)
    assert content(register) == content(made(register.with_name("new.gpkg")))


def test_a_coordinate_beyond_all_bounds(register):
    changed(register, lambda change: change.update("F1", {}, shapely.Point(5e79, -1e300)))
    shape = L.rows(register, "factories")[0]["geom"]
    batch = changed(register, move("F1", 1), move("F2", 2))
    undo(register, batch)
    assert L.rows(register, "factories")[0]["geom"] == shape


def test_a_dry_run_says_what_would_be_and_changes_nothing(register):
    batch = changed(register, move("F1", 1))
    before = everything(register)
    undone = undo(register, batch, dry_run=True)
    assert outcomes(undone) == {"F1": ("restored", "")}
    assert everything(register) == before


def test_an_unknown_or_undone_batch(register):
    with pytest.raises(LocationError, match=r"has no batch “b1”\. The latest are: none yet"):
        undo(register, "b1")
    batch = changed(register, move("F1", 1))
    with pytest.raises(LocationError, match=f"no batch “it's”. The latest are: {batch}"):
        undo(register, "it's")
    by = undo(register, batch).batch_id
    with pytest.raises(LocationError, match=f"undone already, by batch {by}"):
        undo(register, batch)


def test_no_log_no_batches(register):
    assert batches(register) == []


text = st.text(st.characters(blacklist_categories=("Cs",), blacklist_characters="\0"), max_size=8) | st.just("រោងចក្រ")
values = st.fixed_dictionaries(
    {
        "name_km": st.none() | text,
        "employees": st.none() | st.integers(-(2**63) + 1, 2**63 - 1),
        "loc_accuracy_m": st.none() | st.floats(allow_nan=False),
        "loc_method": st.none() | st.sampled_from(["gps", "map"]),
        "registration_date": st.none() | st.dates(dt.date(1900, 1, 1), dt.date(2100, 1, 1)),
    }
)
number = st.floats(-1e30, 1e30)  # the index of a GeoPackage holds numbers up to 1e38
place = st.none() | st.tuples(number, number) | st.just((0.1 + 0.2, -0.0))
rows = st.tuples(values, place)
tasks = st.lists(st.sampled_from(["update", "remove", "keep"]), min_size=6, max_size=6)


NOTHING = (dict.fromkeys(["name_km", "employees", "loc_accuracy_m", "loc_method", "registration_date"]), None)


@pytest.mark.slow
@example(  # a file keeps 0 of it: the log said otherwise, and the undo of the undo left the factory alone
    start=[NOTHING] * 5,
    new=[*[NOTHING] * 4, ({**NOTHING[0], "loc_accuracy_m": -0.0}, None), NOTHING],
    todo=["update"] * 6,
)
@example(  # the extent that GDAL notes of a point written where it was is not the one that it reckons anew
    start=[NOTHING, (NOTHING[0], (0.1 + 0.2, -0.0))],
    new=[NOTHING, ({**NOTHING[0], "loc_method": "gps"}, (0.1 + 0.2, -0.0)), *[NOTHING] * 4],
    todo=["update"] * 6,
)
@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(start=st.lists(rows, min_size=1, max_size=6), new=st.lists(rows, min_size=6, max_size=6), todo=tasks)
def test_apply_then_undo_is_nothing_at_all(tmp_path_factory, start, new, todo):
    path = tmp_path_factory.mktemp("any") / "r.gpkg"
    L.saved(L.layer("Point", FIELDS, [], name="factories"), path, "factories")
    changed(path, *(adding(i, *row) for i, row in enumerate(start)), action="import")
    before = content(path)
    steps = [doing(what, i, *row) for i, (what, row, _) in enumerate(zip(todo, new, start))]
    batch = changed(path, *steps, adding(99, *new[0]))
    after = content(path)
    undone = undo(path, batch)
    assert {row.outcome for row in undone.rows} == {"restored"}
    assert content(path) == before
    undo(path, undone.batch_id)
    assert content(path) == after


def point(place):
    return None if place is None else shapely.Point(*place)


def adding(i, given_values, place):
    return lambda change: change.add({"factory_id": f"F{i}", **given_values}, point(place))


def doing(what, i, given_values, place):
    return {
        "update": lambda change: change.update(f"F{i}", given_values, point(place)),
        "remove": lambda change: change.remove(f"F{i}"),
        "keep": lambda change: None,
    }[what]

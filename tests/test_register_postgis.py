"""The same in PostGIS, on a server of this test's own; skipped where PostgreSQL and PostGIS are not installed."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import tempfile
from contextlib import closing
from pathlib import Path

import pytest
import shapely
from factory_locations.processing.analysis.errors import LocationError
from factory_locations.processing.register.store import change_register
from factory_locations.processing.register.undo import batches, undo

from .test_apply_corrections import proposal, proposals, wkt
from .test_register_store import attempt

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("qgis_app")]

PROGRAMS = sorted(Path("/usr/lib/postgresql").glob("*/bin"))[-1:]
EXTENSIONS = list(Path("/usr/share/postgresql").glob("*/extension/postgis.control"))


def account():
    """PostgreSQL refuses to run as the administrator."""
    if os.geteuid() != 0:
        return None
    try:
        return pwd.getpwnam("postgres").pw_name
    except KeyError:
        pytest.skip("no account to run PostgreSQL as")


@pytest.fixture(scope="module")
def server():
    """A folder with the socket of a fresh server that nobody else can reach."""
    if not PROGRAMS or not EXTENSIONS:
        pytest.skip("PostgreSQL with PostGIS is not installed")
    user, folder = account(), Path(tempfile.mkdtemp(prefix="register-pg-", dir="/tmp"))
    if user:
        shutil.chown(folder, user)

    def call(program, *arguments):
        command = [str(PROGRAMS[0] / program), *arguments]
        subprocess.run(command, check=True, user=user, stdout=subprocess.DEVNULL, timeout=120, cwd=folder)

    data = str(folder / "data")
    try:
        call("initdb", "-D", data, "-A", "trust", "-U", "officer", "-E", "UTF8", "--no-sync")
        options = f"-k {folder} -c listen_addresses='' -c fsync=off"
        call("pg_ctl", "-D", data, "-w", "-l", str(folder / "log"), "-o", options, "start")
        try:
            yield folder
        finally:
            call("pg_ctl", "-D", data, "-w", "-m", "immediate", "stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
def sql(server):
    """Run statements and return the rows of the last."""
    psycopg2 = pytest.importorskip("psycopg2")

    def go(*statements):
        connected = closing(psycopg2.connect(host=str(server), user="officer", dbname="postgres"))
        with connected as connection, connection, connection.cursor() as cursor:
            for statement in statements:
                cursor.execute(statement)
            return cursor.fetchall() if cursor.description else []

    go("CREATE EXTENSION IF NOT EXISTS postgis", "DROP SCHEMA IF EXISTS moi CASCADE", "CREATE SCHEMA moi")
    go(
        "CREATE TABLE moi.factories (id serial PRIMARY KEY, factory_id varchar(32), name_km text, employees integer, "
        "loc_method text, loc_accuracy_m double precision, loc_original text, registration_date date, "
        "seen timestamptz, exporting boolean DEFAULT true, geom geometry(Point, 32648))",
        "CREATE INDEX ON moi.factories USING gist (geom)",
    )
    for factory, place in (("F1", (104.0, 11.5)), ("F2", (104.1, 11.5)), ("F3", None)):
        shape = f"ST_GeomFromText('{wkt(place)}', 32648)" if place else "NULL"
        go(
            "INSERT INTO moi.factories "
            "(factory_id, name_km, employees, loc_method, registration_date, seen, exporting, geom) "
            f"VALUES ('{factory}', 'រោងចក្រ', 7, 'gps', '2021-03-15', '2024-05-20 08:00:00+07', true, {shape})"
        )
    return go


@pytest.fixture
def layer(server, sql):
    from qgis.core import QgsDataSourceUri, QgsVectorLayer

    uri = QgsDataSourceUri()
    uri.setConnection(str(server), "", "postgres", "officer", "")
    uri.setDataSource("moi", "factories", "geom", "", "id")
    made = QgsVectorLayer(uri.uri(False), "factories", "postgres")
    assert made.isValid()
    return made


ALL = "SELECT *, ST_AsEWKB(geom)::text FROM moi.factories ORDER BY id"
LOG = "SELECT factory_id, field, old_value, new_value, who, undone_by FROM moi.audit ORDER BY audit_id"


def test_change_and_undo(layer, sql):
    before = sql(ALL)
    with change_register(layer, "Sok", "visit") as change:
        change.update("F1", {"employees": 9, "exporting": False}, shapely.Point(1.5, 2.25))
        change.remove("F2")
        change.add({"factory_id": "F4", "name_km": "ថ្មី"}, shapely.Point(7, 8))
    assert sql("SELECT factory_id, employees, ST_AsText(geom), ST_SRID(geom) FROM moi.factories ORDER BY 1") == [
        ("F1", 9, "POINT(1.5 2.25)", 32648),
        ("F3", 7, None, None),
        ("F4", None, "POINT(7 8)", 32648),
    ]
    assert [row[:2] for row in sql(LOG)] == [
        ("F1", "employees"), ("F1", "exporting"), ("F1", "geometry"), ("F2", "*"), ("F2", "geometry"), ("F4", "*"),
        ("F4", "geometry"),
    ]  # fmt: skip
    after = sql(ALL)
    undone = undo(layer, change.batch_id, "Dara")
    assert {row.outcome for row in undone.rows} == {"restored"}
    assert sql(ALL) == before
    assert {row[5] for row in sql(LOG) if row[4] == "Sok"} == {undone.batch_id}
    undo(layer, undone.batch_id)
    assert [row[1:] for row in sql(ALL)] == [row[1:] for row in after]
    assert [batch.action for batch in batches(layer)] == ["undo", "undo", "correct"]


def test_what_gdal_does_not_read_whole_comes_back(layer, sql):
    sql("ALTER TABLE moi.factories ADD COLUMN capital numeric, ADD COLUMN small smallint, ADD COLUMN opened time, "
        "ADD COLUMN founded date")  # fmt: skip
    sql("UPDATE moi.factories SET seen = '2024-05-20 08:00:00.123456+07', capital = 12345678901234567890.12345, "
        "opened = '07:30:00.000001', founded = 'infinity' WHERE factory_id = 'F1'")  # fmt: skip
    before = sql(ALL)
    with change_register(layer) as change:
        change.remove("F1")
    undo(layer, change.batch_id)
    assert sql(ALL) == before
    with change_register(layer) as change:
        change.update("F1", {"capital": 5, "seen": None})
    undo(layer, change.batch_id)
    assert sql(ALL) == before
    with pytest.raises(LocationError, match="“70000” does not fit field “small”, which holds: integer, -32768"):
        attempt(layer, lambda change: change.update("F1", {"small": 70000}))


def test_two_tables_and_the_log_of_an_earlier_version(server, layer, sql):
    before = sql(ALL)
    with change_register(layer) as change:
        change.update("F1", {"employees": 9})
    for name in ("table_name", "row_key", "became", "stored", "location"):
        sql(f"ALTER TABLE moi.audit DROP COLUMN {name}")
    assert undo(layer, change.batch_id).count("restored") == 1
    assert sql(ALL) == before
    assert sql("SELECT DISTINCT table_name FROM moi.audit") == [("factories",)]
    sql("CREATE TABLE moi.takeo (id serial PRIMARY KEY, factory_id text, geom geometry(Point, 32648))")
    other = f"PG:host={server} user=officer dbname=postgres|layername=moi.takeo"
    with pytest.raises(LocationError, match="has changed the table “factories”, not “takeo”"):
        undo(other, change.batch_id)


def test_an_error_takes_everything_back(layer, sql):
    before = sql(ALL)
    steps = [lambda change, who=who: change.update(who, {"employees": 9}) for who in ("F1", "F9")]
    with pytest.raises(LocationError, match="F9 is not in the register"):
        attempt(layer, *steps)
    assert sql(ALL) == before
    assert sql("SELECT to_regclass('moi.audit')") == [(None,)]


def test_a_locked_table_is_said_to_be_locked(server, layer, sql):
    import psycopg2

    with closing(psycopg2.connect(host=str(server), user="officer", dbname="postgres")) as other:
        other.cursor().execute("LOCK TABLE moi.factories IN SHARE ROW EXCLUSIVE MODE")
        with pytest.raises(LocationError, match="is locked: another program"), change_register(layer):
            pass


def test_the_algorithms(run, layer, sql):
    before = sql(ALL)
    given = proposals(proposal("p", "F1", accepted="yes", new_method="map"), proposal("q", "F2"))
    results = run("apply_corrections", {"REGISTER": layer, "PROPOSALS": given})
    assert (results["APPLIED"], results["LEFT"]) == (1, 1)
    assert sql("SELECT loc_method, loc_original FROM moi.factories WHERE factory_id = 'F1'") == [
        ("map", "11.50000000, 104.00000000")
    ]
    run("undo_changes", {"REGISTER": layer, "BATCH": results["BATCH"]})
    assert sql(ALL) == before


def test_killed_in_the_middle(server, sql, qgis_environment):
    from .test_register_crash import end, wait_for, worker

    sql("INSERT INTO moi.factories (factory_id, geom) SELECT 'G' || i, ST_SetSRID(ST_MakePoint(i, i), 32648) "
        "FROM generate_series(0, 999) i")  # fmt: skip
    sql("UPDATE moi.factories SET factory_id = replace(factory_id, 'F', 'H')",
        "UPDATE moi.factories SET factory_id = replace(factory_id, 'G', 'F')")  # fmt: skip
    before = sql(ALL)
    address = f"PG:host={server} user=officer dbname=postgres|layername=moi.factories"
    process = worker(address, qgis_environment, "row 500", count=1000)
    wait_for(process, "row 500")
    end(process)
    assert sql(ALL) == before
    assert sql("SELECT to_regclass('moi.audit')") == [(None,)]


@pytest.fixture
def watched(layer):
    """The layer in the project, with what logs its edits; and what that says."""
    from factory_locations.qgis_plugin.editing.recorder import EditRecorder
    from factory_locations.qgis_plugin.editing.watch import RegisterWatch
    from factory_locations.qgis_plugin.project.roles import LayerRoles
    from qgis.core import QgsProject

    project = QgsProject.instance()
    project.clear()
    project.addMapLayer(layer, False)
    roles = LayerRoles(project)
    watch = RegisterWatch(project, roles)
    problems: list[str] = []
    recorder = EditRecorder(watch, lambda text, _level: problems.append(text))
    yield problems
    project.setAutoTransaction(False)
    recorder.detach()
    watch.detach()
    roles.detach()
    project.takeMapLayer(layer)


def test_what_is_changed_by_hand_in_qgis_is_logged_and_undone(layer, sql, watched):
    from qgis.core import QgsFeature, QgsGeometry, QgsPointXY, QgsProject

    before = sql(ALL)
    for automatic in (False, True):
        QgsProject.instance().setAutoTransaction(automatic)
        layer.startEditing()
        assert (layer.dataProvider().transaction() is not None) is automatic
        keys = {row["factory_id"]: row.id() for row in layer.getFeatures()}
        layer.changeAttributeValue(keys["F1"], layer.fields().lookupField("employees"), 821)
        layer.changeGeometry(keys["F1"], QgsGeometry.fromPointXY(QgsPointXY(500_000.125, 1_250_000.5)))
        layer.deleteFeature(keys["F2"])
        added = QgsFeature(layer.fields())
        added.setAttribute("factory_id", "F9")
        layer.addFeature(added)
        assert layer.commitChanges(), layer.commitErrors()
        assert watched == []
        batch = batches(layer)[0]
        assert (batch.action, batch.factories) == ("edit", 3)
        keyed = dict(sql("SELECT factory_id, row_key FROM moi.audit ORDER BY audit_id"))
        assert keyed["F9"] == dict(sql("SELECT factory_id, id FROM moi.factories"))["F9"]
        undo(layer, batch.batch_id)
        assert sql(ALL) == before


def test_the_fields_of_a_table_can_be_changed_while_its_edits_are_logged(layer, sql, watched):
    """PostgreSQL changes the fields of a table when nobody reads it: whoever holds the rows must not hold up QGIS."""
    from qgis.core import QgsField, QgsProject
    from qgis.PyQt.QtCore import QVariant

    def edit(employees):
        keys = {row["factory_id"]: row.id() for row in layer.getFeatures()}
        layer.changeAttributeValue(keys["F1"], layer.fields().lookupField("employees"), employees)

    layer.startEditing()
    assert layer.addAttribute(QgsField("extra", QVariant.Int, "int4", -1, 0))
    edit(821)
    assert layer.commitChanges(), layer.commitErrors()
    assert sql("SELECT field, new_value FROM moi.audit") == [("employees", "821")]
    layer.startEditing()
    assert layer.deleteAttribute(layer.fields().lookupField("name_km"))
    assert layer.commitChanges(), layer.commitErrors()
    gone = sql("SELECT factory_id, old_value FROM moi.audit WHERE field = 'name_km' ORDER BY audit_id")
    assert gone == [(factory, "រោងចក្រ") for factory in ("F1", "F2", "F3")]
    assert watched == []
    QgsProject.instance().setAutoTransaction(True)
    layer.startEditing()
    edit(822)
    assert layer.addAttribute(QgsField("more", QVariant.Int, "int4", -1, 0))
    assert layer.commitChanges(), layer.commitErrors()
    assert len(watched) == 1
    assert watched[0].endswith("The fields of a table in a database were changed in a transaction.")
    assert sql("SELECT count(*) FROM moi.audit WHERE new_value = '822'") == [(0,)]

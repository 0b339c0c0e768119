"""A password never gets into what people pass on: project files, messages, logs, copied details, findings."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import tempfile
import zipfile
from pathlib import Path

import pytest

SECRET = "s3cret-Word"
PROGRAMS = sorted(Path("/usr/lib/postgresql").glob("*/bin"))[-1:]
EXTENSIONS = list(Path("/usr/share/postgresql").glob("*/extension/postgis.control"))


@pytest.mark.parametrize(
    ("text", "hidden"),
    [
        (f"dbname='moi' host=db user='officer' password='{SECRET}' key='id'", "password=*** key='id'"),
        (f'PG:dbname=moi password="{SECRET}"', "PG:dbname=moi password=***"),
        (f"PG:dbname=moi password={SECRET} user=officer", "password=*** user=officer"),
        (f"dbname='moi' password='{SECRET} it\\'s' sslmode=disable", "password=*** sslmode"),
        (f"postgresql://officer:{SECRET}@db/moi", "postgresql://officer:***@db/moi"),
        (f"url=https://maps.example/wfs?token={SECRET}&version=2.0.0", "token=***&version"),
        (f"PASSWORD = {SECRET}", "PASSWORD = ***"),
    ],
)
def test_hidden_in_texts(text, hidden):
    from factory_locations.processing.uri import without_passwords

    told = without_passwords(text)
    assert hidden in told
    assert SECRET not in told


@pytest.mark.parametrize("text", ["at 10:15, mail officer@moi.gov", "C:/data/register.gpkg|layername=factories", ""])
def test_other_texts_stay(text):
    from factory_locations.processing.uri import without_passwords

    assert without_passwords(text) == text


URI = f"dbname='moi' host=127.0.0.1 port=1 user='officer' password='{SECRET}' table=\"moi\".\"factories\" (geom)"


@pytest.fixture
def logged(qgis_app):
    """What the plugin writes to the log; QGIS has a page of its own for each provider, with addresses in clear."""
    from factory_locations.qgis_plugin.background import LOG
    from qgis.core import QgsApplication

    lines = []

    def hear(text, page, _level):
        if page == LOG:
            lines.append(text)

    QgsApplication.messageLog().messageReceived.connect(hear)
    yield lines
    QgsApplication.messageLog().messageReceived.disconnect(hear)


@pytest.fixture
def plugin(iface, provider):
    import factory_locations

    instance = factory_locations.classFactory(iface)
    instance.initGui()
    yield instance
    instance.unload()


def test_a_run_that_fails_tells_no_password(plugin, iface, spin, logged):
    """An address in a parameter comes back in the sentence about it, in the log, and in the details."""
    from factory_locations.qgis_plugin.trouble import CopyButton
    from qgis.core import QgsApplication

    desktop = plugin.desktop
    told = []
    desktop.controller.failed.connect(told.append)
    desktop.controller.start({"FACTORIES": URI, "ZONING": URI})
    assert spin(lambda: bool(told))
    item = iface.bar.currentItem()
    (button,) = item.findChildren(CopyButton)
    button.click()
    copied = QgsApplication.clipboard().text()
    assert "factory:check_locations" in copied
    assert "password=***" in copied
    assert "QGIS" in copied
    assert told[0] in copied
    for text in (*told, copied, item.text(), desktop.dock._status.text(), *logged):
        assert SECRET not in text


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    """The folder with the socket of a PostGIS that asks for the password."""
    if not PROGRAMS or not EXTENSIONS:
        pytest.skip("PostgreSQL with PostGIS is not installed")
    user = None
    if os.geteuid() == 0:  # PostgreSQL refuses to run as the administrator
        try:
            user = pwd.getpwnam("postgres").pw_name
        except KeyError:
            pytest.skip("no account to run PostgreSQL as")
    folder = Path(tempfile.mkdtemp(prefix="password-pg-", dir="/tmp"))
    (folder / "word").write_text(SECRET, encoding="utf-8")
    if user:
        shutil.chown(folder, user)
        shutil.chown(folder / "word", user)

    def call(program, *arguments, **more):
        command = [str(PROGRAMS[0] / program), *arguments]
        subprocess.run(command, check=True, user=user, stdout=subprocess.DEVNULL, timeout=120, cwd=folder, **more)

    data = str(folder / "data")
    try:
        call("initdb", "-D", data, "-A", "scram-sha-256", "-U", "officer", f"--pwfile={folder}/word", "--no-sync")
        options = f"-k {folder} -c listen_addresses='' -c fsync=off"
        call("pg_ctl", "-D", data, "-w", "-l", str(folder / "log"), "-o", options, "start")
        try:
            statements = (
                "CREATE EXTENSION postgis; CREATE TABLE factories (id serial PRIMARY KEY, factory_id text, "
                "name_en text, isic text, geom geometry(Point, 32648)); INSERT INTO factories (factory_id, geom) "
                "VALUES ('F1', ST_SetSRID(ST_MakePoint(500000, 1270000), 32648));"
            )
            environment = {**os.environ, "PGPASSWORD": SECRET}
            call("psql", "-h", str(folder), "-U", "officer", "-d", "postgres", "-c", statements, env=environment)
            yield folder
        finally:
            call("pg_ctl", "-D", data, "-w", "-m", "immediate", "stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
def table(server):
    """The address of a table with the password in it, as a connection that stores it gives it."""
    return (
        f"dbname='postgres' host='{server}' user='officer' password='{SECRET}' key='id' srid=32648 type=Point "
        'checkPrimaryKeyUnicity=\'1\' table="public"."factories" (geom)'
    )


def contents(path):
    with zipfile.ZipFile(path) as archive:
        return "\n".join(archive.read(name).decode("utf-8", "replace") for name in archive.namelist())


@pytest.mark.slow
def test_a_table_of_a_database_goes_into_a_project_without_it(server, table, project, tmp_path, logged):
    """The layer opens all the same, as QGIS keeps the password for the session."""
    from factory_locations.qgis_plugin.project.loading import load
    from factory_locations.qgis_plugin.project.roles import LayerRoles
    from factory_locations.qgis_plugin.project.sources import look

    source = look(table, "postgres", "factories")
    assert source is not None
    assert SECRET not in f"{source}"
    roles = LayerRoles(project)
    list(load(project, roles, {"factories": source}, "", False))
    roles.detach()
    layer = roles.layer("factories")
    assert layer.isValid()
    assert layer.featureCount() == 1
    assert project.write(str(tmp_path / "town.qgz"))
    assert SECRET not in contents(tmp_path / "town.qgz")
    assert not [line for line in logged if SECRET in line]


@pytest.mark.slow
def test_the_assistant_stores_no_password(server, table, tmp_path):
    from factory_locations.qgis_plugin.project.setup import Plan, Setup, told
    from factory_locations.qgis_plugin.project.sources import look

    source = look(table, "postgres", "factories")
    plan = Plan(folder=tmp_path / "new", register=source, layers={}, world=False, crowds=False)
    making = Setup(plan)
    making.write_files()
    list(making.build())
    assert SECRET not in contents(plan.project_path)
    assert SECRET not in f"{told(plan)}"


@pytest.mark.slow
def test_a_layer_of_the_project_is_known_by_its_address_without_it(server, table, project):
    """A person has added the table with its password: it is not loaded a second time."""
    from factory_locations.qgis_plugin.project.loading import load
    from factory_locations.qgis_plugin.project.roles import LayerRoles
    from factory_locations.qgis_plugin.project.sources import source_of
    from qgis.core import QgsVectorLayer

    layer = QgsVectorLayer(table, "factories", "postgres")
    assert layer.isValid()
    project.addMapLayer(layer)
    roles = LayerRoles(project)
    source = source_of(layer)
    assert SECRET not in f"{source}"
    list(load(project, roles, {"factories": source}, "", False))
    roles.detach()
    assert list(project.mapLayers()) == [layer.id()]


@pytest.mark.slow
def test_findings_of_a_database_name_it_without_it(server, table, project, provider, tmp_path):
    """What a check writes about its layers, and what a site check does."""
    from qgis import processing
    from qgis.core import QgsVectorLayer

    layer = QgsVectorLayer(table, "factories", "postgres")
    square = "POLYGON((490000 1260000, 510000 1260000, 510000 1280000, 490000 1280000, 490000 1260000))"
    zoning = QgsVectorLayer("Polygon?crs=EPSG:32648&field=zone_code:string", "Zoning", "memory")
    from qgis.core import QgsFeature, QgsGeometry

    feature = QgsFeature(zoning.fields())
    feature.setGeometry(QgsGeometry.fromWkt(square))
    feature.setAttributes(["LIND"])
    zoning.dataProvider().addFeature(feature)
    project.addMapLayers([layer, zoning])
    output, summary = tmp_path / "findings.gpkg", tmp_path / "summary.json"
    processing.run(
        "factory:check_locations",
        {"FACTORIES": layer, "ZONING": zoning, "OUTPUT": str(output), "SUMMARY": str(summary)},
    )
    assert SECRET.encode() not in output.read_bytes()
    assert SECRET not in summary.read_text(encoding="utf-8")

"""The tab “Corrections” over a shared register in PostGIS; skipped where PostgreSQL and PostGIS are not installed."""

from __future__ import annotations

from contextlib import closing

import pytest
from factory_locations.tests import layers as L
from factory_locations.tests.test_check_coordinates import LAT, LON, communes
from factory_locations.tests.test_register_postgis import server  # noqa: F401  (a fixture)

from . import test_corrections as the_tab

pytestmark = pytest.mark.slow


@pytest.fixture
def register(server, project, tmp_path):  # noqa: F811
    """A register in a database, one factory of which has its numbers swapped."""
    psycopg2 = pytest.importorskip("psycopg2")
    from qgis.core import QgsVectorLayer

    connected = closing(psycopg2.connect(host=str(server), user="officer", dbname="postgres"))
    with connected as connection, connection, connection.cursor() as cursor:
        cursor.execute("CREATE EXTENSION IF NOT EXISTS postgis")
        cursor.execute("CREATE SCHEMA moi")
        cursor.execute(
            "CREATE TABLE moi.factories (id serial PRIMARY KEY, factory_id text, name_en text, commune_code text, "
            "loc_original text, loc_method text, loc_accuracy_m double precision, geom geometry(Point, 4326))"
        )
        cursor.execute(
            "INSERT INTO moi.factories (factory_id, name_en, commune_code, loc_method, loc_accuracy_m, geom) VALUES "
            "('F1', 'Swapped', '010201', 'gps', 5, ST_SetSRID(ST_MakePoint(%s, %s), 4326)), "
            "('F3', 'Sound', '010201', 'gps', 5, ST_SetSRID(ST_MakePoint(%s, %s), 4326))",
            (LAT, LON, LON, LAT),
        )
    source = (
        f'host={server} user=officer dbname=postgres key=\'id\' srid=4326 type=Point table="moi"."factories" (geom)'
    )
    units = L.saved(communes(field="commune_code"), tmp_path / "units.gpkg", "communes")
    layers = QgsVectorLayer(source, "Factories", "postgres"), QgsVectorLayer(units, "Communes", "ogr")
    assert layers[0].isValid()
    project.addMapLayers(list(layers))
    return layers[0]


desktop, part, tab, found = the_tab.desktop, the_tab.part, the_tab.tab, the_tab.found


def where(register):
    return {one["factory_id"]: one.geometry().asPoint() for one in register.getFeatures()}


def test_a_shared_register_is_corrected_and_taken_back(found, register, spin):
    assert the_tab.column(found, "factory") == ["Swapped"]
    the_tab.go(found, "C01:F1:1")
    the_tab.click(found.view.buttons["accepted"])
    the_tab.apply(found, spin)
    assert where(register)["F1"].x() == pytest.approx(LON, abs=1e-7)
    assert found.session.proposals.state(0) == "applied"
    found.fill_undo()
    found.view.undo_button.menu().actions()[0].trigger()
    the_tab.answer(found, "AcceptRole")
    assert spin(lambda: found.view.told.text() == "Factories taken back: 1."), found.view.problem.text()
    assert spin(lambda: found.session._log_reader is None)
    assert where(register)["F1"].x() == pytest.approx(LAT, abs=1e-7)
    assert found.session.proposals.state(0) == "accepted"

"""The tab of the register over a shared one in PostGIS; skipped where PostgreSQL and PostGIS are not installed."""

from __future__ import annotations

from contextlib import closing

import pytest
from factory_locations.tests.test_register_postgis import server  # noqa: F401  (a fixture)

from .test_register_large import STILL_MS, Watch, patience

pytestmark = pytest.mark.slow

COUNT = 50_000


@pytest.fixture
def shared(server, qgis_app):  # noqa: F811
    """A register of 50,000 factories in a database."""
    psycopg2 = pytest.importorskip("psycopg2")
    from qgis.core import QgsVectorLayer

    connected = closing(psycopg2.connect(host=str(server), user="officer", dbname="postgres"))
    with connected as connection, connection, connection.cursor() as cursor:
        cursor.execute("CREATE EXTENSION IF NOT EXISTS postgis")
        cursor.execute("DROP TABLE IF EXISTS shared_register")
        cursor.execute(
            "CREATE TABLE shared_register (id serial PRIMARY KEY, factory_id varchar(32), name_en text, isic text, "
            "province_code varchar(2), loc_accuracy_m double precision, geom geometry(Point, 32648))"
        )
        cursor.execute(
            "INSERT INTO shared_register (factory_id, name_en, isic, province_code, loc_accuracy_m, geom) "
            "SELECT 'F' || n, 'Works ' || n, '1410', lpad((n %% 25 + 1)::text, 2, '0'), n %% 900, "
            "ST_SetSRID(ST_MakePoint(300000 + n, 1200000 + n), 32648) FROM generate_series(1, %s) AS n",
            (COUNT,),
        )
    source = f"host={server} user=officer dbname=postgres key='id' srid=32648 type=Point table=shared_register (geom)"
    layer = QgsVectorLayer(source, "Factories", "postgres")
    assert layer.isValid()
    return layer


def test_lists_selects_and_follows_a_shared_register(shared, iface, project, spin):
    from factory_locations.qgis_plugin.desktop import Desktop

    project.addMapLayer(shared)
    iface.window.resize(1366, 700)
    iface.window.show()
    desktop = Desktop(iface)
    desktop.dock.show()
    spin(seconds=0.2)
    watch = Watch()
    try:
        part = next(one for one in desktop._parts if type(one).__name__ == "RegisterPart")
        view = desktop.dock.show_page(part.page)
        assert spin(lambda: view.model.total == COUNT, seconds=60)
        spin(seconds=0.2)
        print(f"read: still {watch.longest:.0f} ms")
        assert watch.longest < STILL_MS * 2 * patience()
        assert view.model.columns == ("name", "id", "province", "sector", "accuracy")
        view.filters.search.setText("works 4999")
        assert spin(lambda: view.counts_told() == "11 of 50,000 factories")
        view.table._say(view.model.select_rows([0]))
        (chosen,) = shared.selectedFeatures()
        assert chosen["factory_id"] == "F4999"
        assert shared.startEditing()
        shared.changeAttributeValue(chosen.id(), shared.fields().lookupField("name_en"), "Works 4999 moved")
        assert spin(lambda: view.model.index(0, 0).data() == "Works 4999 moved")
        assert shared.commitChanges()
        assert spin(lambda: not part._feed.reading)
    finally:
        watch.stop()
        desktop.remove()
        spin(seconds=0.1)

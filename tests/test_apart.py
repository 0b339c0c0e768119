"""GeoPackages read apart from QGIS give what QGIS reads."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing

import pytest
from factory_locations.tests import layers as L


@pytest.fixture
def gpkg(qgis_app, tmp_path):
    """A GeoPackage of GDAL: places in EPSG:32648, one of them nowhere."""
    from qgis.core import QgsCoordinateTransformContext, QgsVectorFileWriter

    fields = (("name", "text"), ("number", "integer"))
    places = L.layer("Point", fields, [(L.point(0, 0), "ក", 1), (None, None, 2)], name="places")
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.layerName = "places"
    path = tmp_path / "with 'quotes' and #.gpkg"
    done = QgsVectorFileWriter.writeAsVectorFormatV3(places, str(path), QgsCoordinateTransformContext(), options)
    assert done[0] == QgsVectorFileWriter.WriterError.NoError, done
    return path


def test_rows_by_column_in_the_order_of_the_key(gpkg):
    from factory_locations.processing.storage.apart import columns_in, rows_in

    assert columns_in(gpkg, "places") == ["fid", "geom", "name", "number"]
    rows = rows_in(gpkg, "places")
    assert [(row["fid"], row["name"], row["number"]) for row in rows] == [(1, "ក", 1), (2, None, 2)]


def test_no_such_table_and_no_such_file(gpkg, tmp_path):
    from factory_locations.processing.storage.apart import columns_in, rows_in

    (tmp_path / "text.gpkg").write_text("no database", "utf-8")
    for path, table in ((gpkg, "rules"), (tmp_path / "none.gpkg", "places"), (tmp_path / "text.gpkg", "places")):
        assert columns_in(path, table) == rows_in(path, table) == []
    assert not (tmp_path / "none.gpkg").exists()


def test_nothing_is_written(gpkg):
    from factory_locations.processing.storage.apart import connect

    connection = connect(gpkg)
    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        connection.execute("DELETE FROM places")
    connection.close()


def test_places_and_their_crs(gpkg):
    import shapely
    from factory_locations.processing.storage.apart import crs_of, rows_in, wkb_of

    place, nowhere = (shapely.from_wkb(wkb_of(row["geom"])) for row in rows_in(gpkg, "places"))
    assert (place.x, place.y) == (L.X0, L.Y0)
    assert nowhere is None or nowhere.is_empty  # as QGIS happens to write it
    assert crs_of(gpkg, "places").authid() == crs_of(gpkg, "PLACES").authid() == "EPSG:32648"
    assert not crs_of(gpkg, "rules").isValid()


def test_a_crs_of_ones_own(gpkg):
    from factory_locations.processing.storage.apart import crs_of
    from qgis.core import QgsCoordinateReferenceSystem

    own = QgsCoordinateReferenceSystem.fromProj("+proj=tmerc +lat_0=0 +lon_0=104.5 +k=1 +x_0=0 +datum=WGS84 +units=m")
    with sqlite3.connect(gpkg) as connection:
        connection.execute(
            "UPDATE gpkg_spatial_ref_sys SET organization = 'OFFICE', definition = ? WHERE srs_id = 32648",
            (own.toWkt(),),
        )
    connection.close()
    assert "104.5" in crs_of(gpkg, "places").toProj()


@pytest.mark.parametrize("authority", ["USER", "custom", "Internal"])
def test_a_number_of_somebody_elses_computer_is_not_looked_up(gpkg, authority):
    from factory_locations.processing.storage.apart import crs_of
    from qgis.core import QgsCoordinateReferenceSystem

    utm = QgsCoordinateReferenceSystem("EPSG:32647")
    with sqlite3.connect(gpkg) as connection:
        connection.execute(
            "UPDATE gpkg_spatial_ref_sys SET organization = ?, organization_coordsys_id = 4326, definition = ? "
            "WHERE srs_id = 32648",
            (authority, utm.toWkt()),
        )
    connection.close()
    assert crs_of(gpkg, "places").toProj() == utm.toProj()


def test_a_write_ahead_log_in_a_folder_that_refuses(gpkg, tmp_path):
    """So a file looks that was copied while QGIS had it open; QGIS reads it, and so do we."""
    from factory_locations.processing.storage.apart import rows_in

    with closing(sqlite3.connect(gpkg)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("CREATE TABLE rules AS SELECT 1 AS number UNION SELECT 2")
        connection.commit()
    gpkg.chmod(0o444)
    for folder in (tmp_path, *tmp_path.parents):
        if folder.is_relative_to(tmp_path.parents[2]):
            folder.chmod(0o555 if folder == tmp_path else 0o755)
    person = os.geteuid()
    if person == 0:
        os.seteuid(65534)  # the administrator may write everywhere
    try:
        numbers = [row["number"] for row in rows_in(gpkg, "rules")]
    finally:
        os.seteuid(person)
        tmp_path.chmod(0o755)
    assert numbers == [1, 2]

"""Writing GeoPackages: everything comes back as it went in, whole or not at all."""

from __future__ import annotations

import datetime as dt
import math
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
import shapely
from factory_locations.processing.analysis.errors import Cancelled, LocationError
from factory_locations.processing.storage.geopackage import (
    Table,
    adding_rows,
    table_name,
    whole_file,
    write_geopackage,
)

pytestmark = pytest.mark.usefixtures("qgis_app")


def crs(definition: str = "EPSG:32648"):
    from qgis.core import QgsCoordinateReferenceSystem

    return QgsCoordinateReferenceSystem(definition)


def shapes(*values) -> np.ndarray:
    out = np.empty(len(values), dtype=object)
    out[:] = values
    return out


def points(count: int) -> np.ndarray:
    return shapely.points(np.column_stack([np.arange(count) * 10.0, np.arange(count) % 7]))


def table(values: dict, columns, geometries=None, kind: str = "Point", name: str = "t", **options) -> Table:
    frame = pd.DataFrame({key: pd.Series(content) for key, content in values.items()})
    if geometries is None:
        return Table(name, columns, frame, **options)
    return Table(name, columns, frame, geometries, kind, crs(), **options)


def simple(count: int = 3, name: str = "t") -> Table:
    return table({"n": list(range(count))}, [("n", "integer")], points(count), name=name)


def opened(path: Path, name: str = "t"):
    from qgis.core import QgsVectorLayer

    layer = QgsVectorLayer(f"{path}|layername={name}", name, "ogr")
    assert layer.isValid()
    return layer


def query(path: Path, sql: str, *values) -> list[tuple]:
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as connection:
        return connection.execute(sql, values).fetchall()


class TestValues:
    ALL = (
        ("text", "text"),
        ("whole", "integer"),
        ("real", "real"),
        ("flag", "boolean"),
        ("day", "date"),
        ("at", "datetime"),
    )

    def test_every_kind_comes_back(self, tmp_path):
        moment = dt.datetime(2024, 2, 29, 8, 30, 15, 250_000, dt.timezone(dt.timedelta(hours=7)))
        values = {
            "text": ["ភ្នំពេញ 🏭", "", None],
            "whole": pd.array([2**63 - 1, -(2**63), None], dtype="Int64"),
            "real": [0.1, math.nan, None],
            "flag": pd.array([True, False, None], dtype="boolean"),
            "day": [dt.date(2024, 2, 29), dt.date(1600, 1, 1), None],
            "at": pd.Series([moment, moment.replace(tzinfo=None), None], dtype=object),
        }
        write_geopackage(tmp_path / "x.gpkg", [table(values, self.ALL, points(3))])
        rows = query(tmp_path / "x.gpkg", "SELECT text, whole, real, flag, day, at FROM t ORDER BY fid")
        assert rows == [
            ("ភ្នំពេញ 🏭", 2**63 - 1, 0.1, 1, "2024-02-29", "2024-02-29T01:30:15.250Z"),  # in UTC
            ("", -(2**63), None, 0, "1600-01-01", "2024-02-29T08:30:15.250Z"),  # without a zone: as it stands
            (None, None, None, None, None, None),
        ]

    @pytest.mark.parametrize("missing", [None, math.nan, pd.NA, pd.NaT, np.nan])
    def test_whatever_is_missing_is_null(self, tmp_path, missing):
        values = {name: pd.Series([missing, missing], dtype=object) for name, _ in self.ALL}
        write_geopackage(tmp_path / "x.gpkg", [table(values, self.ALL, points(2))])
        names = ", ".join(name for name, _ in self.ALL)
        assert query(tmp_path / "x.gpkg", f"SELECT {names} FROM t") == [(None,) * 6] * 2

    @pytest.mark.parametrize(
        "whole",
        [
            np.array([1, 2], dtype="int64"),
            np.array([1, 2], dtype="int32"),
            pd.array([1, 2], dtype="Int64"),
            pd.Series([1, 2], dtype=object),
            pd.Series([np.int64(1), np.int64(2)], dtype=object),
        ],
        ids=["int64", "int32", "Int64", "objects", "numpy objects"],
    )
    def test_whole_numbers_however_they_are_held(self, tmp_path, whole):
        write_geopackage(tmp_path / "x.gpkg", [table({"n": whole}, [("n", "integer")], points(2))])
        assert query(tmp_path / "x.gpkg", "SELECT n, typeof(n) FROM t") == [(1, "integer"), (2, "integer")]

    def test_dates_and_moments_of_pandas(self, tmp_path):
        at = pd.Series(pd.to_datetime(["2024-02-29T08:30:15.25+07:00", None]))
        values = {"at": at, "naive": pd.Series(pd.to_datetime(["2024-02-29 08:30:15", None]))}
        write_geopackage(tmp_path / "x.gpkg", [table(values, [("at", "datetime"), ("naive", "datetime")], points(2))])
        rows = query(tmp_path / "x.gpkg", "SELECT at, naive FROM t")
        assert rows == [("2024-02-29T01:30:15.250Z", "2024-02-29T08:30:15.000Z"), (None, None)]

    def test_fields_keep_their_order_and_kind(self, tmp_path):
        from qgis.PyQt.QtCore import QMetaType

        columns = list(reversed(self.ALL))
        values = {name: pd.Series([None], dtype=object) for name, _ in columns}
        write_geopackage(tmp_path / "x.gpkg", [table(values, columns, points(1))])
        fields = opened(tmp_path / "x.gpkg").fields()
        assert fields.names() == ["fid", *[name for name, _ in columns]]
        kinds = QMetaType.Type
        expected = [kinds.QDateTime, kinds.QDate, kinds.Bool, kinds.Double, kinds.LongLong, kinds.QString]
        assert [int(fields.at(i).type()) for i in range(1, 7)] == [int(kind) for kind in expected]

    def test_keys_are_kept_where_given_and_made_where_not(self, tmp_path):
        keyed = table({"fid": [7, 3, 900], "n": [1, 2, 3]}, [("fid", "integer"), ("n", "integer")], points(3))
        write_geopackage(tmp_path / "x.gpkg", [keyed, simple(2, "u")])
        assert query(tmp_path / "x.gpkg", "SELECT fid, n FROM t ORDER BY n") == [(7, 1), (3, 2), (900, 3)]
        assert query(tmp_path / "x.gpkg", "SELECT fid FROM u") == [(1,), (2,)]
        layer = opened(tmp_path / "x.gpkg")
        assert layer.getFeature(900)["n"] == 3

    @pytest.mark.parametrize(
        "name", ["geom", "GEOM", "rowid", "select", "ឈ្មោះ", 'a"b', "a'b", "a b", "a.b", "geometry"]
    )
    def test_awkward_names_of_fields(self, tmp_path, name):
        write_geopackage(tmp_path / "x.gpkg", [table({name: [5]}, [(name, "integer")], points(1))])
        layer = opened(tmp_path / "x.gpkg")
        (feature,) = layer.getFeatures()
        assert feature[name] == 5
        assert feature.geometry().asPoint().x() == 0


class TestGeometries:
    @pytest.mark.parametrize(
        ("kind", "wkt"),
        [
            ("Point", "POINT (1.1 2.2)"),
            ("PointZ", "POINT Z (1.1 2.2 3.3)"),
            ("MultiPoint", "MULTIPOINT ((1 2), (3 4))"),
            ("LineString", "LINESTRING (0 0, 1.5 2.5)"),
            ("Polygon", "POLYGON ((0 0, 10 0, 10 10, 0 0), (1 0.5, 2 0.5, 2 1, 1 0.5))"),
            ("PolygonZ", "POLYGON Z ((0 0 1, 10 0 1, 10 10 1, 0 0 1))"),
            ("MultiPolygon", "MULTIPOLYGON (((0 0, 1 0, 1 1, 0 0)), ((5 5, 6 5, 6 6, 5 5)))"),
            ("MultiPolygonZ", "MULTIPOLYGON Z (((0 0 7, 1 0 7, 1 1 7, 0 0 7)))"),
            ("PointM", "POINT M (1 2 9)"),
            ("PointZM", "POINT ZM (1 2 3 9)"),
        ],
    )
    def test_stored_geometries_come_back_bit_for_bit(self, tmp_path, kind, wkt):
        from qgis.core import QgsGeometry, QgsWkbTypes

        wkb = [bytes(QgsGeometry.fromWkt(wkt).asWkb()), None]
        write_geopackage(tmp_path / "x.gpkg", [table({"n": [1, 2]}, [("n", "integer")], wkb, kind)])
        layer = opened(tmp_path / "x.gpkg")
        assert QgsWkbTypes.displayString(layer.wkbType()) == kind
        got = [f.geometry() for f in layer.getFeatures()]
        assert bytes(got[0].asWkb()) == wkb[0]
        assert got[1].isNull()
        box = QgsGeometry.fromWkt(wkt).boundingBox()
        assert query(tmp_path / "x.gpkg", "SELECT min_x, min_y, max_x, max_y FROM gpkg_contents") == [
            (box.xMinimum(), box.yMinimum(), box.xMaximum(), box.yMaximum())
        ]

    def test_absent_and_empty_geometries(self, tmp_path):
        given = shapes(shapely.Point(), None, shapely.Point(5, 6))
        write_geopackage(tmp_path / "x.gpkg", [table({"n": [1, 2, 3]}, [("n", "integer")], given)])
        got = [f.geometry() for f in opened(tmp_path / "x.gpkg").getFeatures()]
        assert [g.isNull() or g.isEmpty() for g in got] == [True, True, False]
        assert got[1].isNull()
        assert query(tmp_path / "x.gpkg", "SELECT count(*) FROM rtree_t_geom") == [(1,)]

    @pytest.mark.parametrize("given", [shapes(None, None), shapes(shapely.Point(), None)])
    def test_nothing_but_absent_geometries(self, tmp_path, given):
        write_geopackage(tmp_path / "x.gpkg", [table({"n": [1, 2]}, [("n", "integer")], given)])
        assert opened(tmp_path / "x.gpkg").featureCount() == 2
        assert query(tmp_path / "x.gpkg", "SELECT min_x FROM gpkg_contents") == [(None,)]

    def test_no_rows(self, tmp_path):
        write_geopackage(tmp_path / "x.gpkg", [simple(0)])
        layer = opened(tmp_path / "x.gpkg")
        assert layer.featureCount() == 0
        assert layer.fields().names() == ["fid", "n"]

    def test_a_table_without_geometry(self, tmp_path):
        write_geopackage(tmp_path / "x.gpkg", [table({"n": [1]}, [("n", "integer")]), simple(1, "u")])
        layer = opened(tmp_path / "x.gpkg")
        assert not layer.isSpatial()
        assert [f["n"] for f in layer.getFeatures()] == [1]
        assert query(tmp_path / "x.gpkg", "SELECT data_type FROM gpkg_contents ORDER BY table_name") == [
            ("attributes",),
            ("features",),
        ]

    def test_a_crs_of_ones_own(self, tmp_path):
        from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransform, QgsCoordinateTransformContext

        own = QgsCoordinateReferenceSystem.fromProj(
            "+proj=tmerc +lat_0=0 +lon_0=104 +k=0.9999 +x_0=300000 +y_0=0 +ellps=evrst30 "
            "+towgs84=205,880,320,0,0,0,0 +units=m +no_defs"
        )
        own.saveAsUserCrs("of its own")
        assert own.authid().startswith("USER:")
        frame = pd.DataFrame({"n": [1]})
        write_geopackage(tmp_path / "x.gpkg", [Table("t", [("n", "integer")], frame, points(1), "Point", own)])
        stored = opened(tmp_path / "x.gpkg").crs()
        assert stored.isValid()
        context = QgsCoordinateTransformContext()
        target = crs()
        here, there = (QgsCoordinateTransform(c, target, context).transform(3e5, 1.2e6) for c in (own, stored))
        assert (there.x(), there.y()) == (pytest.approx(here.x(), abs=0.01), pytest.approx(here.y(), abs=0.01))


class TestIndex:
    @pytest.mark.parametrize("count", [1, 50, 51, 52, 3000])
    def test_rectangles_find_what_lies_in_them(self, tmp_path, count):
        from qgis.core import QgsFeatureRequest, QgsRectangle

        rng = np.random.default_rng(count)
        xy = rng.uniform([2e5, 1.1e6], [8e5, 1.7e6], (count, 2))
        given = np.where(rng.uniform(size=count) < 0.1, None, shapely.buffer(shapely.points(xy), 500, quad_segs=1))
        frame = table({"n": list(range(count))}, [("n", "integer")], given, "Polygon")
        write_geopackage(tmp_path / "x.gpkg", [frame])
        layer = opened(tmp_path / "x.gpkg")
        for _ in range(20):
            x, y = rng.uniform(2e5, 8e5), rng.uniform(1.1e6, 1.7e6)
            size = float(np.exp(rng.uniform(np.log(100), np.log(300_000))))
            request = QgsFeatureRequest().setFilterRect(QgsRectangle(x, y, x + size, y + size))
            got = {f["n"] for f in layer.getFeatures(request)}
            box = shapely.box(x, y, x + size, y + size)
            bounds = shapely.box(*shapely.bounds(given).T)
            assert got == set(np.flatnonzero(shapely.intersects(bounds, box)).tolist())
        with closing(sqlite3.connect(tmp_path / "x.gpkg")) as connection:
            assert connection.execute("SELECT rtreecheck('rtree_t_geom')").fetchone() == ("ok",)
            assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)

    def test_edits_afterwards_keep_index_count_and_extent_right(self, tmp_path):
        from qgis.core import QgsFeature, QgsFeatureRequest, QgsGeometry, QgsPointXY, QgsRectangle

        write_geopackage(tmp_path / "x.gpkg", [simple(100)])
        layer = opened(tmp_path / "x.gpkg")
        layer.startEditing()
        feature = QgsFeature(layer.fields())
        feature["n"] = 1000
        feature.setGeometry(QgsGeometry.fromPointXY(QgsPointXY(-50, -50)))
        assert layer.addFeature(feature)
        assert layer.deleteFeature(1)
        assert layer.commitChanges(), layer.commitErrors()
        request = QgsFeatureRequest().setFilterRect(QgsRectangle(-60, -60, 5, 5))
        assert [f["n"] for f in layer.getFeatures(request)] == [1000]
        del layer
        again = opened(tmp_path / "x.gpkg")
        assert again.featureCount() == 100
        assert again.extent().xMinimum() == -50


class TestFile:
    def test_count_extent_version_and_description(self, tmp_path):
        frame = table({"n": [1, 2, 3]}, [("n", "integer")], points(3), description="Checked: a, b = c; ភូមិ")
        write_geopackage(tmp_path / "x.gpkg", [frame])
        path = tmp_path / "x.gpkg"
        assert query(path, "SELECT feature_count FROM gpkg_ogr_contents") == [(3,)]
        assert query(path, "SELECT min_x, min_y, max_x, max_y FROM gpkg_contents") == [(0.0, 0.0, 20.0, 2.0)]
        assert query(path, "PRAGMA user_version") == [(10300,)]
        assert query(path, "SELECT description FROM gpkg_contents") == [("Checked: a, b = c; ភូមិ",)]
        assert query(path, "SELECT srs_id FROM gpkg_geometry_columns") == [(32648,)]
        assert query(path, "PRAGMA journal_mode") == [("delete",)]

    def test_other_readers_open_it_without_a_word(self, tmp_path):
        from osgeo import gdal, ogr

        write_geopackage(tmp_path / "x.gpkg", [simple(3), table({"n": [1]}, [("n", "integer")], name="plain")])
        said: list[str] = []
        gdal.PushErrorHandler(lambda _kind, _number, text: said.append(text))
        try:
            source = ogr.Open(str(tmp_path / "x.gpkg"))
            names = [source.GetLayer(i).GetName() for i in range(source.GetLayerCount())]
            count = sum(1 for _ in source.GetLayerByName("t"))
            del source
        finally:
            gdal.PopErrorHandler()
        assert (names, count, said) == (["t", "plain"], 3, [])

    def test_geopandas_opens_it(self, tmp_path):
        geopandas = pytest.importorskip("geopandas")
        write_geopackage(tmp_path / "x.gpkg", [simple(3)])
        frame = geopandas.read_file(tmp_path / "x.gpkg", layer="t", engine="fiona")
        assert frame["n"].tolist() == [0, 1, 2]
        assert frame.crs.to_epsg() == 32648

    def test_a_style_is_found_again(self, tmp_path):
        from qgis.core import QgsMarkerSymbol, QgsSingleSymbolRenderer, QgsVectorLayer

        model = QgsVectorLayer("Point?crs=EPSG:32648&field=n:integer", "m", "memory")
        model.setRenderer(QgsSingleSymbolRenderer(QgsMarkerSymbol.createSimple({"name": "star", "size": "7.5"})))
        model.saveNamedStyle(str(tmp_path / "m.qml"))
        frame = table({"n": [1]}, [("n", "integer")], points(1), style=tmp_path / "m.qml")
        write_geopackage(tmp_path / "x.gpkg", [frame, simple(1, "unstyled")])
        layer = opened(tmp_path / "x.gpkg")
        assert layer.renderer().symbol().size() == 7.5
        assert query(tmp_path / "x.gpkg", "SELECT f_table_name, useAsDefault FROM layer_styles") == [("t", 1)]

    NAMES = ("O'Brien", 'say "so"', "រោងចក្រ", "a b", "a.b", "1st", "-", "(draft) plan", "select", "gpkg_out", "rtree_x")

    @pytest.mark.parametrize("name", NAMES)
    def test_awkward_names_of_files_and_of_the_tables_called_after_them(self, tmp_path, name):
        from qgis.core import QgsFeatureRequest, QgsRectangle

        path = tmp_path / f"{name}.gpkg"
        table_ = table_name(path)
        write_geopackage(path, [simple(60, table_)])
        layer = opened(path, table_)
        assert layer.featureCount() == 60
        near = layer.getFeatures(QgsFeatureRequest().setFilterRect(QgsRectangle(95, -1, 105, 10)))
        assert [f["n"] for f in near] == [10]

    @pytest.mark.parametrize("name", ["factories", "O'Brien", "រោងចក្រ", "a b"])
    def test_a_table_is_called_as_its_file_where_that_can_be(self, name):
        assert table_name(Path(f"/somewhere/{name}.gpkg")) == name

    def test_a_file_with_a_log_of_another_program_is_not_replaced(self, tmp_path):
        """A reader that has the old file open in write-ahead mode leaves its log beside the new file."""
        path = tmp_path / "x.gpkg"
        write_geopackage(path, [simple(5)])
        with closing(sqlite3.connect(path)) as reader:
            reader.execute("PRAGMA journal_mode = WAL")
            reader.execute("PRAGMA wal_autocheckpoint = 0")
            reader.execute("CREATE TABLE other (a)")
            reader.executemany("INSERT INTO other VALUES (?)", [("x" * 500,)] * 500)
            reader.commit()
            assert (tmp_path / "x.gpkg-wal").stat().st_size > 0
            with pytest.raises(Exception, match="open for editing in another program"):
                write_geopackage(path, [simple(7)])
            assert reader.execute("SELECT count(*) FROM t").fetchall() == [(5,)]
            assert reader.execute("SELECT count(*) FROM other").fetchall() == [(500,)]


class TestWholeOrNotAtAll:
    def test_it_replaces_what_was_there(self, tmp_path):
        write_geopackage(tmp_path / "x.gpkg", [simple(5, "old")])
        write_geopackage(tmp_path / "x.gpkg", [simple(2)])
        assert query(tmp_path / "x.gpkg", "SELECT table_name FROM gpkg_contents") == [("t",)]
        assert [p.name for p in tmp_path.iterdir()] == ["x.gpkg"]

    @pytest.mark.parametrize("error", [Cancelled, RuntimeError, MemoryError, KeyboardInterrupt])
    def test_what_ends_in_the_middle_leaves_no_trace(self, tmp_path, error):
        write_geopackage(tmp_path / "x.gpkg", [simple(5)])
        before = (tmp_path / "x.gpkg").read_bytes()

        def stop(share: float) -> None:
            if share > 0.4:
                raise error

        with pytest.raises(error):
            write_geopackage(tmp_path / "x.gpkg", [simple(1000), simple(1000, "u")], stop)
        assert (tmp_path / "x.gpkg").read_bytes() == before
        assert [p.name for p in tmp_path.iterdir()] == ["x.gpkg"]

    def test_a_value_that_cannot_be_stored(self, tmp_path):
        bad = table({"n": pd.Series([1, object()], dtype=object)}, [("n", "integer")], points(2))
        with pytest.raises((LocationError, sqlite3.Error, TypeError)):
            write_geopackage(tmp_path / "x.gpkg", [bad])
        assert not list(tmp_path.iterdir())

    def test_whole_file_moves_only_what_is_complete(self, tmp_path):
        with whole_file(tmp_path / "x.json") as partial:
            partial.write_text("{}")
            assert not (tmp_path / "x.json").exists()
            assert partial.parent == tmp_path
            assert partial.suffix == ".json"
        assert (tmp_path / "x.json").read_text() == "{}"
        with pytest.raises(ZeroDivisionError), whole_file(tmp_path / "x.json") as partial:
            partial.write_text(str(1 / 0))
        assert (tmp_path / "x.json").read_text() == "{}"
        assert [p.name for p in tmp_path.iterdir()] == ["x.json"]

    @pytest.mark.parametrize(
        ("place", "words"),
        [
            ("missing/x.gpkg", "does not exist"),
            ("", "is a folder"),
            ("a-file/x.gpkg", "does not exist"),
            (f"{'x' * 300}.gpkg", "cannot be written"),
        ],
    )
    def test_places_that_cannot_be_written_to(self, tmp_path, place, words):
        (tmp_path / "a-file").write_text("")
        with pytest.raises(LocationError, match=words):
            write_geopackage(tmp_path / place, [simple(1)])
        assert [p.name for p in tmp_path.iterdir()] == ["a-file"]

    def test_a_full_disk_is_said(self, tmp_path):
        with pytest.raises(LocationError, match="cannot be written"), whole_file(tmp_path / "x.gpkg"):
            raise OSError(28, "No space left on device")
        assert not list(tmp_path.iterdir())


class TestPieces:
    def test_pieces_are_stored_as_the_whole_is(self, tmp_path):
        frame = simple(50_000)
        write_geopackage(tmp_path / "whole.gpkg", [frame])

        def pieces():
            for start in range(0, 50_000, 7_000):
                yield frame.values.iloc[start : start + 7_000], frame.geometries[start : start + 7_000]

        parts = replace(frame, values=None, geometries=None, pieces=pieces, rows=50_000)
        steps: list[float] = []
        write_geopackage(tmp_path / "parts.gpkg", [parts], steps.append)
        for sql in ("SELECT * FROM t", "SELECT * FROM gpkg_contents", "SELECT * FROM rtree_t_geom ORDER BY id"):
            one, other = (query(tmp_path / f"{name}.gpkg", sql) for name in ("whole", "parts"))
            drop = {"SELECT * FROM gpkg_contents": 4}.get(sql)  # when it was last changed
            assert [r[:drop] for r in one] == [r[:drop] for r in other]
        assert steps == sorted(steps)
        assert steps[-1] == 1.0
        assert len(steps) > 8

    def test_no_pieces(self, tmp_path):
        none = replace(simple(3), values=None, geometries=None, pieces=lambda: iter(()), rows=0)
        write_geopackage(tmp_path / "x.gpkg", [none])
        assert opened(tmp_path / "x.gpkg").featureCount() == 0

    def test_rows_with_numbers_come_in_their_order_and_are_found_in_space(self, tmp_path):
        """Parts that end in any order: readers see the rows by number, and the index knows each of them."""
        from qgis.core import QgsFeatureRequest, QgsRectangle

        whole = simple(3_000)
        write_geopackage(
            tmp_path / "x.gpkg", [replace(whole, values=whole.values[:0], geometries=whole.geometries[:0])]
        )
        order = np.random.default_rng(1).permutation(3_000)
        with adding_rows(tmp_path / "x.gpkg", {"t": whole.columns}) as writers:
            for rows in np.array_split(order, 9):
                writers["t"].add(whole.values.iloc[rows], whole.geometries[rows], 10 * rows + 5)
        layer = opened(tmp_path / "x.gpkg")
        assert [feature.id() for feature in layer.getFeatures()] == list(range(5, 30_000, 10))
        assert [feature["n"] for feature in layer.getFeatures()] == whole.values["n"].tolist()
        xy = shapely.get_coordinates(whole.geometries)
        for x, y in xy[::400]:
            request = QgsFeatureRequest().setFilterRect(QgsRectangle(x - 30, y - 30, x + 30, y + 30))
            near = (np.abs(xy - [x, y]) <= 30).all(axis=1)
            assert {feature.id() for feature in layer.getFeatures(request)} == set(10 * np.flatnonzero(near) + 5)
        assert query(tmp_path / "x.gpkg", "SELECT rtreecheck('rtree_t_geom')") == [("ok",)]

    def test_gdals_own_validator_finds_nothing(self, tmp_path):
        """GDAL ships a script that goes through the requirements of the standard."""
        validator = pytest.importorskip("osgeo_utils.samples.validate_gpkg")
        zones = shapely.buffer(points(300), 40, quad_segs=4)
        frames = [simple(5_000), table({"n": list(range(300))}, [("n", "integer")], zones, "Polygon", name="zones")]
        write_geopackage(tmp_path / "x.gpkg", [*frames, table({"n": [1]}, [("n", "integer")], name="plain")])
        checker = validator.GPKGChecker(str(tmp_path / "x.gpkg"), abort_at_first_error=False)
        checker.check()
        assert checker.errors == []

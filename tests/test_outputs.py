"""The input's features with result fields beside them, at whatever destination Processing offers."""

from __future__ import annotations

import datetime as dt
import sqlite3
from contextlib import closing

import pandas as pd
import pytest
from factory_locations.processing.analysis.errors import Cancelled, LocationError

pytestmark = pytest.mark.usefixtures("qgis_app")

RESULTS = (("zone_code", "text"), ("distance_m", "real"), ("count", "integer"))


def quiet(_: float) -> None:
    """No progress wanted."""


def algorithm():
    """Return an algorithm with one destination, OUTPUT, ready to be asked for it."""
    from factory_locations.processing.base import FactoryAlgorithm
    from qgis.core import QgsProcessingParameterFeatureSink

    class Copy(FactoryAlgorithm):
        ID, GROUP_ID = "copy", "checks"

        def displayName(self):
            return "Copy"

        def description(self):
            return "Copy"

        def initAlgorithm(self, configuration=None):
            self.addParameter(QgsProcessingParameterFeatureSink("OUTPUT", "Output"))

    made = Copy()
    made.initAlgorithm()
    return made


def memory(kind="Point", fields=(), rows=(), crs="EPSG:32648"):
    from factory_locations.processing.fields import make_field
    from qgis.core import QgsCoordinateReferenceSystem, QgsFeature, QgsGeometry, QgsVectorLayer

    layer = QgsVectorLayer(kind, "factories", "memory")
    layer.setCrs(QgsCoordinateReferenceSystem(crs))
    layer.dataProvider().addAttributes([f if not isinstance(f, tuple) else make_field(*f) for f in fields])
    layer.updateFields()
    features = []
    for shape, *values in rows:
        feature = QgsFeature(layer.fields())
        feature.setAttributes(values)
        if shape is not None:
            feature.setGeometry(QgsGeometry.fromWkt(shape))
        features.append(feature)
    assert layer.dataProvider().addFeatures(features)[0]
    return layer


FIELDS = [("name", "text"), ("employees", "integer"), ("since", "date")]
ROWS = [("POINT (1.5 2.5)", "ភ្នំពេញ", 2**40, None), (None, None, None, None), ("POINT (3 4)", "b", 0, None)]


def frame(layer):
    from factory_locations.processing import frames
    from qgis.core import QgsProcessingContext, QgsProcessingFeatureSource

    context = QgsProcessingContext()
    source = QgsProcessingFeatureSource(layer, context)
    return frames.read_layer(
        source,
        layer,
        role="factories",
        fields=source.fields().names(),
        crs="EPSG:32648",
        tick=quiet,
        keep_wkb=True,
    )


def results(rows: int, **columns) -> pd.DataFrame:
    base = {"zone_code": ["RES"] * rows, "distance_m": [1.5] * rows, "count": [7] * rows}
    return pd.DataFrame({**base, **columns})


class Written:
    """One run of `write_features`: what it returned, and the layer behind it."""

    def __init__(self, destination, layer, values=None, tick=quiet, context=None, fields=RESULTS):
        from factory_locations.processing.storage.outputs import write_features
        from qgis.core import QgsProcessingContext, QgsProcessingUtils

        self.context = context or QgsProcessingContext()
        read = frame(layer)
        values = results(len(read.frame)) if values is None else values
        self.output = write_features(
            algorithm(), {"OUTPUT": destination}, "OUTPUT", self.context, read, values, fields, tick
        )
        self.layer = QgsProcessingUtils.mapLayerFromString(self.output, self.context)

    def rows(self, *names) -> list[tuple]:
        from qgis.core import NULL

        def plain(value):
            return None if value is None or value == NULL else value

        return [tuple(plain(f[name]) for name in names) for f in self.layer.getFeatures()]


def appending_to(first: Written, path: str):
    """Return the destination that adds names to the rows of an earlier output."""
    from qgis.core import QgsProcessingOutputLayerDefinition, QgsProperty, QgsRemappingSinkDefinition

    remapping = QgsRemappingSinkDefinition()
    remapping.setDestinationFields(first.layer.fields())
    remapping.setDestinationCrs(first.layer.crs())
    remapping.setDestinationWkbType(first.layer.wkbType())
    remapping.setFieldMap({"name": QgsProperty.fromField("name")})
    wanted = QgsProcessingOutputLayerDefinition(path)
    wanted.setRemappingDefinition(remapping)
    return wanted


DESTINATIONS = ["x.gpkg", "x.shp", "x.geojson", "x.fgb", "x.csv", "memory:", "TEMPORARY_OUTPUT", "ogr"]


def place(tmp_path, destination: str) -> str:
    if destination == "ogr":
        return f"ogr:dbname='{tmp_path / 'db.gpkg'}' table=\"checked\" (geom)"
    return str(tmp_path / destination) if destination.startswith("x.") else destination


@pytest.mark.parametrize("destination", DESTINATIONS)
def test_features_arrive_with_their_results(tmp_path, destination):
    rows = [row for row in ROWS if row[0]] if destination == "x.fgb" else ROWS  # GDAL 3.6 drops those without a place
    written = Written(place(tmp_path, destination), memory("Point", FIELDS, rows))
    assert written.layer is not None
    got = sorted(written.rows("name", "employees", "zone_code", "count"), key=str)
    empty = "" if destination == "x.csv" else None
    expected = [(row[1] or empty, row[2] if row[2] is not None else empty, "RES", 7) for row in rows]
    if destination == "x.csv":
        expected = [tuple(str(v) for v in row) for row in expected]
        got = [tuple(str(v) if v is not None else "" for v in row) for row in got]
    assert got == sorted(expected, key=str)
    if destination != "x.csv":
        places = {f["name"]: f.geometry() for f in written.layer.getFeatures()}
        assert places["ភ្នំពេញ"].asPoint().x() == pytest.approx(1.5, abs=1e-6)


@pytest.mark.parametrize("destination", ["x.gpkg", "memory:", "x.fgb", "ogr"])
@pytest.mark.parametrize(
    ("kind", "wkt"),
    [
        ("PointZ", "POINT Z (1 2 3)"),
        ("PointM", "POINT M (1 2 9)"),
        ("PointZM", "POINT ZM (1 2 3 9)"),
        ("MultiPoint", "MULTIPOINT ((1 2))"),
        ("MultiPolygonZ", "MULTIPOLYGON Z (((0 0 1, 9 0 1, 9 9 1, 0 0 1)))"),
        ("CurvePolygon", "CURVEPOLYGON (CIRCULARSTRING (0 0, 100 100, 200 0, 100 -100, 0 0))"),
        ("Polygon", "POLYGON ((0 0, 10 10, 10 0, 0 10, 0 0))"),
    ],
)
def test_geometries_are_written_as_they_were_read(tmp_path, destination, kind, wkt):
    """Not in the working CRS, not repaired, with heights and measures."""
    from qgis.core import QgsGeometry, QgsWkbTypes

    written = Written(place(tmp_path, destination), memory(kind, [("n", "integer")], [(wkt, 1)]))
    (feature,) = written.layer.getFeatures()
    assert bytes(feature.geometry().asWkb()) == bytes(QgsGeometry.fromWkt(wkt).asWkb())
    assert QgsWkbTypes.displayString(written.layer.wkbType()) == kind


@pytest.mark.parametrize("destination", ["x.gpkg", "memory:", "x.fgb"])
def test_the_layers_own_crs_is_kept(tmp_path, destination):
    written = Written(
        place(tmp_path, destination), memory("Point", [("n", "integer")], [("POINT (105 11)", 1)], "EPSG:4326")
    )
    assert written.layer.crs().authid() == "EPSG:4326"
    assert next(written.layer.getFeatures()).geometry().asPoint().x() == 105


@pytest.mark.parametrize("destination", ["x.gpkg", "memory:"])
def test_a_field_of_the_input_that_has_a_results_name_is_kept(tmp_path, destination):
    fields = [("zone_code", "text"), ("count", "integer")]
    written = Written(place(tmp_path, destination), memory("Point", fields, [("POINT (1 2)", "mine", 1)]))
    names = [n for n in written.layer.fields().names() if n != "fid"]
    assert names[:2] == ["zone_code", "count"]
    assert len(names) == 5
    assert written.rows(*names) == [("mine", 1, "RES", 1.5, 7)]


def test_fields_keep_their_order(tmp_path):
    fields = [("z", "text"), ("a", "integer"), ("m", "real")]
    written = Written(place(tmp_path, "x.gpkg"), memory("Point", fields, [("POINT (1 2)", "x", 1, 2.5)]))
    assert written.layer.fields().names() == ["fid", "z", "a", "m", "zone_code", "distance_m", "count"]


class TestKeys:
    def gpkg(self, tmp_path, rows, name="in.gpkg"):
        from qgis.core import QgsCoordinateTransformContext, QgsVectorFileWriter, QgsVectorLayer

        options = QgsVectorFileWriter.SaveVectorOptions()
        options.layerName = "t"
        layer = memory("Point", [("name", "text")], rows)
        QgsVectorFileWriter.writeAsVectorFormatV3(layer, str(tmp_path / name), QgsCoordinateTransformContext(), options)
        return QgsVectorLayer(f"{tmp_path / name}|layername=t", "t", "ogr")

    def test_of_a_geopackage_are_kept(self, tmp_path):
        layer = self.gpkg(tmp_path, [("POINT (1 2)", c) for c in "abcd"])
        layer.dataProvider().deleteFeatures([2])
        written = Written(place(tmp_path, "x.gpkg"), layer)
        assert written.rows("fid", "name") == [(1, "a"), (3, "c"), (4, "d")]

    @pytest.mark.parametrize("values", [[5, 5], [None, 1], [0, -3]])
    @pytest.mark.parametrize("name", ["fid", "FID"])
    def test_that_cannot_be_keys_are_kept_as_values(self, tmp_path, name, values):
        rows = [("POINT (1 2)", value, letter) for value, letter in zip(values, "ab")]
        written = Written(place(tmp_path, "x.gpkg"), memory("Point", [(name, "integer"), ("name", "text")], rows))
        names = written.layer.fields().names()
        mine = "fid" if values == [0, -3] else next(n for n in names if n.lower().startswith("fid_"))
        assert sorted(written.rows("name", mine)) == [("a", values[0]), ("b", values[1])]

    def test_that_are_text_are_kept_as_text(self, tmp_path):
        rows = [("POINT (1 2)", "F-1"), ("POINT (1 2)", "F-2")]
        written = Written(place(tmp_path, "x.gpkg"), memory("Point", [("fid", "text")], rows))
        mine = next(n for n in written.layer.fields().names() if n.startswith("fid_"))
        assert written.rows(mine) == [("F-1",), ("F-2",)]


class TestAwkwardFields:
    def test_names_that_differ_only_by_case(self, tmp_path):
        fields = [("Name", "text"), ("name", "text"), ("NAME", "text")]
        written = Written(place(tmp_path, "x.gpkg"), memory("Point", fields, [("POINT (1 2)", "a", "b", "c")]))
        names = [n for n in written.layer.fields().names() if n.lower().startswith("name")]
        assert len({n.lower() for n in names}) == 3
        assert written.rows(*names) == [("a", "b", "c")]

    @pytest.mark.parametrize("name", ["geom", "GEOM", "geometry", "feature_id", "ogc_fid", "rowid", 'a"b', "ឈ្មោះ"])
    @pytest.mark.parametrize("destination", ["x.gpkg", "memory:"])
    def test_awkward_names(self, tmp_path, name, destination):
        written = Written(place(tmp_path, destination), memory("Point", [(name, "integer")], [("POINT (1 2)", 5)]))
        assert written.rows(name, "zone_code") == [(5, "RES")]

    @pytest.mark.parametrize("destination", ["x.gpkg", "memory:"])
    def test_kinds_that_a_geopackage_column_cannot_be_written_fast(self, tmp_path, destination):
        from qgis.core import QgsField
        from qgis.PyQt.QtCore import QByteArray, QVariant

        field = QgsField("raw", QVariant.Type.ByteArray)
        layer = memory("Point", [field, ("n", "integer")], [("POINT (1 2)", QByteArray(b"\x00\x01"), 3)])
        written = Written(place(tmp_path, destination), layer)
        ((raw, number, code),) = written.rows("raw", "n", "zone_code")
        assert (bytes(raw), number, code) == (b"\x00\x01", 3, "RES")

    @pytest.mark.parametrize("destination", ["x.gpkg", "memory:"])
    def test_moments_and_flags(self, tmp_path, destination):
        from qgis.PyQt.QtCore import QDate, QDateTime, Qt

        moment = QDateTime.fromString("2024-02-29T08:30:15.250+07:00", Qt.DateFormat.ISODateWithMs)
        fields = [("at", "datetime"), ("flag", "boolean"), ("day", "date")]
        rows = [("POINT (1 2)", moment, True, QDate(2024, 2, 29)), ("POINT (1 2)", None, None, None)]
        written = Written(place(tmp_path, destination), memory("Point", fields, rows))
        if destination == "x.gpkg":
            with closing(sqlite3.connect(tmp_path / "x.gpkg")) as connection:
                stored = connection.execute("SELECT at, flag, day FROM x").fetchall()
            assert stored == [("2024-02-29T01:30:15.250Z", 1, "2024-02-29"), (None, None, None)]
        else:
            ((at, flag, day), nothing) = written.rows("at", "flag", "day")
            assert (at.toUTC(), flag, day) == (moment.toUTC(), True, QDate(2024, 2, 29))
            assert nothing == (None, None, None)


@pytest.mark.parametrize("destination", ["x.gpkg", "memory:", "x.geojson"])
def test_results_that_are_missing_are_null(tmp_path, destination):
    values = results(
        4,
        zone_code=pd.Series([None, pd.NA, float("nan"), "a"], dtype=object),
        distance_m=[float("nan"), None, 1.0, 2.0],
        count=pd.array([None, 1, 2, None], dtype="Int64"),
    )
    layer = memory("Point", [("n", "integer")], [("POINT (1 2)", i) for i in range(4)])
    written = Written(place(tmp_path, destination), layer, values)
    assert written.rows("zone_code", "distance_m", "count") == [
        (None, None, None),
        (None, None, 1),
        (None, 1.0, 2),
        ("a", 2.0, None),
    ]


class TestCancelled:
    def layer(self):
        return memory("Point", FIELDS, [("POINT (1 2)", "a", 1, None)] * 4500)

    @staticmethod
    def stop(share: float) -> None:
        if share > 0.3:
            raise Cancelled

    @pytest.mark.parametrize("destination", ["x.gpkg", "x.shp", "x.geojson", "x.fgb", "x.csv"])
    def test_nothing_is_left_and_nothing_else_is_touched(self, tmp_path, destination):
        neighbours = ["x.xlsx", "x.gpkg.bak", "x.shp.xml", "x.txt", "xy.shp", "x.geojson2", "x.cfg"]
        for name in neighbours:
            (tmp_path / name).write_text(name)
        with pytest.raises(Cancelled):
            Written(place(tmp_path, destination), self.layer(), tick=self.stop)
        assert sorted(p.name for p in tmp_path.iterdir()) == sorted(neighbours)

    def test_the_previous_geopackage_stays(self, tmp_path):
        Written(place(tmp_path, "x.gpkg"), memory("Point", FIELDS, ROWS))
        before = (tmp_path / "x.gpkg").read_bytes()
        with pytest.raises(Cancelled):
            Written(place(tmp_path, "x.gpkg"), self.layer(), tick=self.stop)
        assert (tmp_path / "x.gpkg").read_bytes() == before
        assert [p.name for p in tmp_path.iterdir()] == ["x.gpkg"]

    @pytest.mark.parametrize("destination", ["x.shp", "x.geojson", "x.fgb", "x.csv", "x.tab"])
    def test_the_previous_file_stays_with_all_its_parts(self, tmp_path, destination):
        from factory_locations.tests.layers import checksums

        Written(place(tmp_path, destination), memory("Point", FIELDS[:2], [("POINT (1 2)", "old", 1)]))
        before = checksums(tmp_path)
        with pytest.raises(Cancelled):
            Written(place(tmp_path, destination), self.layer(), tick=self.stop)
        assert checksums(tmp_path) == before

    def test_a_file_whose_part_cannot_be_replaced_stays_whole(self, tmp_path, monkeypatch):
        """Another program may hold one of the parts of a shapefile."""
        from factory_locations.processing.storage import outputs
        from factory_locations.tests.layers import checksums

        Written(place(tmp_path, "x.shp"), memory("Point", FIELDS, ROWS))
        before = checksums(tmp_path)
        replace = outputs.os.replace

        def held(source, target):
            if str(target).endswith("x.dbf") and "new" in str(source):
                raise PermissionError(13, "held by another program")
            replace(source, target)

        monkeypatch.setattr(outputs.os, "replace", held)
        with pytest.raises(LocationError, match="held by another program"):
            Written(place(tmp_path, "x.shp"), self.layer())
        assert checksums(tmp_path) == before

    @pytest.mark.parametrize("table", ["checked", 'a "quoted" table', "រោងចក្រ"])
    def test_the_previous_table_of_a_database_stays(self, tmp_path, table):
        quoted = table.replace('"', '\\"')
        address = f"ogr:dbname='{tmp_path / 'db.gpkg'}' table=\"{quoted}\" (geom)"
        Written(address, memory("Point", FIELDS, ROWS))
        with pytest.raises(Cancelled):
            Written(address, self.layer(), tick=self.stop)
        with closing(sqlite3.connect(tmp_path / "db.gpkg")) as connection:
            assert connection.execute("SELECT table_name FROM gpkg_contents").fetchall() == [(table,)]
        written = Written(address, memory("Point", FIELDS, ROWS[:1]))
        assert written.rows("name") == [("ភ្នំពេញ",)]
        with closing(sqlite3.connect(tmp_path / "db.gpkg")) as connection:
            assert connection.execute("SELECT table_name FROM gpkg_contents").fetchall() == [(table,)]
            assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]

    def test_appending_is_done_whole(self, tmp_path):
        """QGIS writes into the table itself: a run that is cancelled then ends with all of its rows in it."""
        first = Written(place(tmp_path, "x.gpkg"), memory("Point", FIELDS, ROWS))
        Written(appending_to(first, place(tmp_path, "x.gpkg")), self.layer(), tick=self.stop)
        with closing(sqlite3.connect(tmp_path / "x.gpkg")) as connection:
            assert connection.execute("SELECT count(*) FROM x").fetchone() == (4503,)

    def test_a_database_made_for_the_run_goes(self, tmp_path):
        with pytest.raises(Cancelled):
            Written(place(tmp_path, "ogr"), self.layer(), tick=self.stop)
        assert not list(tmp_path.iterdir())

    def test_the_other_tables_of_a_database_stay(self, tmp_path):
        """A run into one table of a GeoPackage that is cancelled must not take the register beside it along."""
        register = f"ogr:dbname='{tmp_path / 'db.gpkg'}' table=\"register\" (geom)"
        Written(register, memory("Point", FIELDS, ROWS))
        with pytest.raises(Cancelled):
            Written(place(tmp_path, "ogr"), self.layer(), tick=self.stop)
        with closing(sqlite3.connect(tmp_path / "db.gpkg")) as connection:
            tables = [name for (name,) in connection.execute("SELECT table_name FROM gpkg_contents")]
            assert connection.execute("SELECT count(*) FROM register").fetchone() == (3,)
        assert tables == ["register"]


class TestDestinations:
    def test_a_database_that_exists_gains_a_table(self, tmp_path):
        Written(f"ogr:dbname='{tmp_path / 'db.gpkg'}' table=\"register\" (geom)", memory("Point", FIELDS, ROWS))
        Written(place(tmp_path, "ogr"), memory("Point", FIELDS, ROWS))
        with closing(sqlite3.connect(tmp_path / "db.gpkg")) as connection:
            tables = [name for (name,) in connection.execute("SELECT table_name FROM gpkg_contents ORDER BY 1")]
        assert tables == ["checked", "register"]

    @pytest.mark.parametrize("destination", ["memory:", "TEMPORARY_OUTPUT", "x.gpkg", "x.shp", "x.csv", "ogr"])
    def test_what_is_to_be_loaded_is_what_was_written(self, tmp_path, destination):
        from qgis.core import QgsProcessingContext, QgsProcessingOutputLayerDefinition, QgsProject

        context = QgsProcessingContext()
        project = QgsProject()
        wanted = QgsProcessingOutputLayerDefinition(place(tmp_path, destination), project)
        written = Written(wanted, memory("Point", FIELDS, ROWS), context=context)
        assert list(context.layersToLoadOnCompletion()) == [written.output]

    def test_appending_to_a_table_never_replaces_its_file(self, tmp_path):
        from qgis.core import QgsProcessingContext

        first = Written(place(tmp_path, "x.gpkg"), memory("Point", FIELDS, ROWS))
        wanted = appending_to(first, place(tmp_path, "x.gpkg"))
        context = QgsProcessingContext()
        Written(wanted, memory("Point", FIELDS, [("POINT (9 9)", "added", 1, None)]), context=context)
        with closing(sqlite3.connect(tmp_path / "x.gpkg")) as connection:
            names = [name for (name,) in connection.execute("SELECT name FROM x")]
        assert names == ["ភ្នំពេញ", None, "b", "added"]

    @pytest.mark.parametrize("destination", ["missing/x.gpkg", "missing/x.shp", "x.nonsense/y.gpkg"])
    def test_places_that_cannot_be_written_to(self, tmp_path, destination):
        from qgis.core import QgsProcessingException

        with pytest.raises((LocationError, QgsProcessingException), match=r"missing|nonsense"):
            Written(str(tmp_path / destination), memory("Point", FIELDS, ROWS))
        assert not list(tmp_path.iterdir())


def test_the_file_says_what_it_holds(tmp_path):
    layer = memory("Point", FIELDS, ROWS)
    metadata = layer.metadata()
    metadata.setAbstract("Illustrative.")
    layer.setMetadata(metadata)
    Written(place(tmp_path, "x.gpkg"), layer)
    with closing(sqlite3.connect(tmp_path / "x.gpkg")) as connection:
        ((about,),) = connection.execute("SELECT description FROM gpkg_contents").fetchall()
    assert about == "Illustrative. Checked: factories."


def test_dates_arrive_as_dates():
    from factory_locations.processing.storage.outputs import _qt
    from qgis.PyQt.QtCore import QDate

    assert _qt(dt.date(2024, 2, 29)) == QDate(2024, 2, 29)
    moment = _qt(pd.Timestamp("2024-02-29T08:30:15.250+07:00"))
    assert moment.offsetFromUtc() == 7 * 3600
    assert moment.time().msec() == 250

"""Layers into frames: the stream and the iterator say the same, and both say what QGIS shows."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
import shapely
from factory_locations.processing.analysis.errors import Cancelled, LocationError
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

pytestmark = pytest.mark.usefixtures("qgis_app")

UTM = "EPSG:32648"
EXTENSIONS = {"GPKG": ".gpkg", "FlatGeobuf": ".fgb", "ESRI Shapefile": ".shp", "GeoJSON": ".geojson"}


def quiet(_: float) -> None:
    """No progress wanted."""


def memory(kind: str, fields=(), rows=(), crs: str = UTM, name: str = "layer"):
    """Return a memory layer; each row is (geometry as WKT or QgsGeometry or None, value, ...)."""
    from factory_locations.processing.fields import make_field
    from qgis.core import QgsCoordinateReferenceSystem, QgsFeature, QgsGeometry, QgsVectorLayer

    layer = QgsVectorLayer(kind, name, "memory")
    layer.setCrs(QgsCoordinateReferenceSystem(crs) if isinstance(crs, str) else crs)
    made = [field if not isinstance(field, tuple) else make_field(*field) for field in fields]
    assert layer.dataProvider().addAttributes(made) or not made
    layer.updateFields()
    features = []
    for shape, *values in rows:
        feature = QgsFeature(layer.fields())
        feature.setAttributes(values)
        if shape is not None:
            feature.setGeometry(QgsGeometry.fromWkt(shape) if isinstance(shape, str) else shape)
        features.append(feature)
    assert layer.dataProvider().addFeatures(features)[0]
    layer.updateExtents()
    return layer


def save(layer, path: Path, driver: str = "GPKG", table: str = "t", **options):
    """Write a layer to a file and return the layer that QGIS opens from it."""
    from qgis.core import QgsCoordinateTransformContext, QgsVectorFileWriter

    choices = QgsVectorFileWriter.SaveVectorOptions()
    choices.driverName = driver
    choices.layerName = table
    for name, value in options.items():
        setattr(choices, name, value)
    error = QgsVectorFileWriter.writeAsVectorFormatV3(layer, str(path), QgsCoordinateTransformContext(), choices)
    assert error[0] == QgsVectorFileWriter.WriterError.NoError, error
    return opened(f"{path}|layername={table}" if driver == "GPKG" else str(path))


def write(path: Path, driver: str, kind: str, fields, rows, table: str = "t"):
    """Write a file with GDAL, which keeps a missing geometry apart from an empty one; return the layer."""
    from osgeo import gdal, ogr, osr

    kinds = {"text": ogr.OFTString, "integer": ogr.OFTInteger64, "real": ogr.OFTReal, "date": ogr.OFTDate}
    gdal.UseExceptions()
    try:
        reference = osr.SpatialReference()
        reference.ImportFromEPSG(32648)
        code = getattr(ogr, f"wkb{kind.removesuffix('Z')}")
        options = [] if driver == "GPKG" else ["SPATIAL_INDEX=NO"]
        source = ogr.GetDriverByName(driver).CreateDataSource(str(path))
        layer = source.CreateLayer(table, reference, ogr.GT_SetZ(code) if kind.endswith("Z") else code, options)
        for name, what in fields:
            field = ogr.FieldDefn(name, kinds.get(what, ogr.OFTInteger))
            if what == "boolean":
                field.SetSubType(ogr.OFSTBoolean)
            layer.CreateField(field)
        layer.StartTransaction()
        for shape, *values in rows:
            feature = ogr.Feature(layer.GetLayerDefn())
            for i, content in enumerate(values):
                if content is None:
                    feature.SetFieldNull(i)
                elif isinstance(content, dt.date):
                    feature.SetField(i, content.isoformat())
                elif isinstance(content, int):
                    feature.SetFieldInteger64(i, int(content))
                else:
                    feature.SetField(i, content)
            if shape is not None:
                feature.SetGeometry(ogr.CreateGeometryFromWkt(shape) if isinstance(shape, str) else shape)
            layer.CreateFeature(feature)
        layer.CommitTransaction()
        feature = layer = source = None  # closes the file
    finally:
        gdal.DontUseExceptions()
    return opened(f"{path}|layername={table}" if driver == "GPKG" else str(path))


def opened(source: str, name: str = "layer", provider: str = "ogr"):
    from qgis.core import QgsVectorLayer

    layer = QgsVectorLayer(source, name, provider)
    assert layer.isValid(), source
    return layer


def source_of(layer, **options):
    from qgis.core import QgsProcessingContext, QgsProcessingFeatureSource

    context = QgsProcessingContext()
    source = QgsProcessingFeatureSource(layer, context, **options)
    source.kept = context  # the source reports through its context
    return source


def read(layer, fields=None, *, source=None, crs: str = UTM, fast: bool = True, **options):
    """Read a layer, through the fast path where it applies, or else (`fast=False`) through the iterator."""
    from factory_locations.processing import frames

    source = source if source is not None else source_of(layer)
    wanted = source.fields().names() if fields is None else fields
    return frames.read_layer(
        source, layer if fast else None, role="factories", fields=wanted, crs=crs, tick=quiet, **options
    )


def streams(layer, fields=None, source=None) -> bool:
    from factory_locations.processing import frames

    source = source if source is not None else source_of(layer)
    return frames.can_stream(source, layer, source.fields().names() if fields is None else fields)


def columns(result) -> pd.DataFrame:
    """Return the attributes of a result, by feature id."""
    return pd.DataFrame(result.frame.drop(columns=result.frame.geometry.name)).sort_index()


def shapes(result) -> list[bytes | None]:
    """Return the geometries of a result as WKB, by feature id."""
    array = np.asarray(result.frame.sort_index().geometry.array, dtype=object)
    return [None if g is None else shapely.to_wkb(g) for g in array]


def assert_same(first, second) -> None:
    """Two readings are equal: types, values, nulls, geometries, notes and ids."""
    pd.testing.assert_frame_equal(columns(first), columns(second))
    assert shapes(first) == shapes(second)
    assert first.frame.crs == second.frame.crs
    assert first.frame.index.dtype == second.frame.index.dtype == "int64"
    by_id = [pd.Series(r.notes, index=r.frame.index, dtype=object).sort_index().tolist() for r in (first, second)]
    assert by_id[0] == by_id[1]
    assert first.fields.names() == second.fields.names()


def both(layer, fields=None, **options):
    """Read both ways, check that they agree, and return the faster one's result."""
    assert streams(layer, fields)
    fast, slow = read(layer, fields, **options), read(layer, fields, fast=False, **options)
    assert_same(fast, slow)
    return fast


FIELDS = [
    ("name", "text"),
    ("number", "integer"),
    ("size", "real"),
    ("day", "date"),
]


def fields_of(driver: str):
    return FIELDS if driver == "GPKG" else FIELDS[:-1]  # FlatGeobuf has no dates, only date-times


texts = st.one_of(
    st.none(),
    st.sampled_from(["", "ភ្នំពេញ", "រោងចក្រ ១២៣", "🏭👩‍🏭", "a\nb", "'quoted' \"twice\"", " padded ", "NULL", "nan"]),
    st.text(st.characters(blacklist_categories=("Cs", "Cc")), max_size=12),
)
coordinates = st.floats(-1e6, 1e7, allow_nan=False, width=64)
rows = st.tuples(
    st.sampled_from(["none", "empty", "plain", "plain", "plain", "plain"]),
    coordinates,
    coordinates,
    texts,
    st.one_of(st.none(), st.integers(-(2**63) + 1, 2**63 - 1), st.sampled_from([0, 2**53 + 1, 2**31, -(2**31)])),
    st.one_of(st.none(), st.floats(allow_nan=False, allow_infinity=False), st.just(-0.0)),
    st.one_of(st.none(), st.dates(dt.date(1600, 1, 1), dt.date(2400, 12, 31))),
)


def geometry(kind: str, state: str, x: float, y: float) -> str | None:
    """Return WKT of a kind of geometry at a place."""
    if state == "none":
        return None
    single = kind.removeprefix("Multi").removesuffix("Z")
    dimension, z = (" Z", " 7.5") if kind.endswith("Z") else ("", "")
    name = f"{kind.removesuffix('Z')}{dimension}"
    if state == "empty":
        return f"{name} EMPTY"
    body = (
        f"({x!r} {y!r}{z})"
        if single == "Point"
        else f"(({x!r} {y!r}{z}, {x + 10!r} {y!r}{z}, {x + 10!r} {y + 20!r}{z}, {x!r} {y!r}{z}))"
    )
    return f"{name} ({body})" if kind.startswith("Multi") else f"{name} {body}"


def value(content):
    from qgis.PyQt.QtCore import QDate

    return QDate(content.year, content.month, content.day) if isinstance(content, dt.date) else content


@pytest.mark.parametrize("driver", ["GPKG", "FlatGeobuf"])
@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    kind=st.sampled_from(["Point", "PointZ", "MultiPoint", "Polygon", "MultiPolygon", "MultiPolygonZ"]),
    drawn=st.lists(rows, max_size=8),
)
def test_stream_and_iterator_give_equal_frames(driver, kind, drawn, tmp_path_factory):
    folder = tmp_path_factory.mktemp("layer")
    fields = fields_of(driver)
    if driver == "FlatGeobuf":  # GDAL 3.6 does not write features without geometry
        drawn = [("plain", *row[1:]) for row in drawn or [("plain", 1.0, 2.0, *[None] * 5)]]
    content = [(geometry(kind, *row[:3]), *row[3 : 3 + len(fields)]) for row in drawn]
    layer = write(folder / f"f{EXTENSIONS[driver]}", driver, kind, fields, content)
    result = both(layer, [name for name, _ in fields]) if drawn else read(layer, [name for name, _ in fields])
    table = columns(result)
    assert len(table) == len(drawn)
    kinds = {"text": "object", "integer": "Int64", "real": "float64", "date": "object"}
    assert [str(t) for t in table.dtypes] == [kinds[kind] for _, kind in fields]
    for (name, _), expected in zip(fields, zip(*[row[1:] for row in content])):
        assert [None if pd.isna(v) else v for v in table[name]] == list(expected)
    states = {"none": "no geometry", "empty": "empty geometry", "plain": None}
    assert result.notes.tolist() == [states[row[0]] for row in drawn]
    assert [g is None for g in result.frame.geometry] == [row[0] != "plain" for row in drawn]


@pytest.mark.parametrize("driver", ["GPKG", "FlatGeobuf"])
class TestEveryKindOfColumn:
    def saved(self, tmp_path, driver, rows, fields=None, kind="Point"):
        fields = fields or fields_of(driver)
        rows = [row[: 1 + len(fields)] for row in rows]
        return write(tmp_path / f"ឯកសារ 'x' \"y\"{EXTENSIONS[driver]}", driver, kind, fields, rows)

    def test_no_rows(self, tmp_path, driver):
        """GDAL 3.6 never ends the stream of an empty FlatGeobuf: an empty layer is not streamed."""
        layer = save(memory("Point", fields_of(driver)), tmp_path / f"x{EXTENSIONS[driver]}", driver)
        assert not streams(layer, ["name"])
        result = read(layer, [n for n, _ in fields_of(driver)])
        assert len(result.frame) == 0
        assert str(result.frame.crs) == UTM
        kinds = ["object", "Int64", "float64", "object"]
        assert [str(t) for t in columns(result).dtypes] == kinds[: len(fields_of(driver))]

    def test_nothing_but_nulls(self, tmp_path, driver):
        layer = self.saved(tmp_path, driver, [("POINT (1 2)", *[None] * 4)] * 3)
        result = both(layer, [n for n, _ in fields_of(driver)])
        assert columns(result).isna().all().all()

    def test_no_fields_in_use(self, tmp_path, driver):
        result = both(self.saved(tmp_path, driver, [("POINT (1 2)", "a", 1, 1.5, None)]), [])
        assert list(columns(result).columns) == []
        assert shapes(result) == [shapely.to_wkb(shapely.Point(1, 2))]

    def test_only_the_fields_in_use_in_the_order_asked(self, tmp_path, driver):
        result = both(self.saved(tmp_path, driver, [("POINT (1 2)", "a", 7, 1.5, None)]), ["size", "name"])
        assert list(columns(result).columns) == ["size", "name"]
        assert result.fields.names() == ["size", "name"]

    @pytest.mark.slow
    def test_many_rows_in_several_batches(self, tmp_path, driver):
        count = 70_000
        some = driver == "GPKG"  # without geometry
        rows = [
            (None if some and i % 11 == 0 else f"POINT ({i} {i % 97})", str(i), i, i / 7, None) for i in range(count)
        ]
        layer = self.saved(tmp_path, driver, rows)
        result = read(layer, ["number"])
        assert streams(layer, ["number"])
        assert sorted(columns(result)["number"].tolist()) == list(range(count))
        by_number = result.frame.set_index("number").geometry
        assert by_number.loc[12_345].x == 12_345
        assert [i for i in range(22) if by_number.loc[i] is None] == ([0, 11] if some else [])
        assert sum(note is not None for note in result.notes) == (len(range(0, count, 11)) if some else 0)

    def test_small_integers(self, tmp_path, driver):
        from qgis.core import QgsField
        from qgis.PyQt.QtCore import QVariant

        fields = [QgsField("small", QVariant.Type.Int), ("number", "integer")]
        rows = [("POINT (1 2)", 2**31 - 1, 2**62), ("POINT (1 2)", None, None), ("POINT (1 2)", -5, -5)]
        result = both(
            save(memory("Point", fields, rows), tmp_path / f"x{EXTENSIONS[driver]}", driver), ["small", "number"]
        )
        assert sorted(columns(result)["small"].dropna().tolist()) == [-5, 2**31 - 1]
        assert str(columns(result)["small"].dtype) == "Int64"

    def test_stored_geometries_are_kept_on_request(self, tmp_path, driver):
        rows = [("POINT Z (1 2 3)", "a", 1, 1.0, None), (None, "b", 2, 1.0, None)]
        layer = self.saved(tmp_path, driver, rows[: 2 if driver == "GPKG" else 1], kind="PointZ")
        for fast in (True, False):
            result = read(layer, ["name"], fast=fast, keep_wkb=True)
            kept = dict(zip(result.frame["name"], result.source_wkb))
            assert kept.get("b") is None
            assert shapely.from_wkb(kept["a"]).z == 3
            assert not shapely.has_z(result.frame.set_index("name").geometry["a"])
        assert read(layer, ["name"]).source_wkb is None


class TestNamesOfFields:
    """Names that clash with a frame's own parts, with the file's key, or with each other but for case."""

    @pytest.mark.parametrize(
        "name",
        [
            "geometry",
            "geom",
            "feature_id",
            "fid",
            "FID",
            "ogc_fid",
            "OGC_FID",
            "wkb_geometry",
            "index",
            "crs",
            "area",
            "ឈ្មោះ",
            'a"b',
            "a'b",
            "a,b",
            "select",
        ],
    )
    @pytest.mark.parametrize("driver", ["GPKG", "FlatGeobuf"])
    def test_awkward_names(self, tmp_path, name, driver):
        rows = [("POINT (1 2)", 5, "five"), ("POINT (3 4)", 6, "six")]
        options = {"layerOptions": ["GEOMETRY_NAME=the_geom", "FID=key"]} if driver == "GPKG" else {}
        layer = save(
            memory("Point", [(name, "integer"), ("label", "text")], rows),
            tmp_path / f"x{EXTENSIONS[driver]}",
            driver,
            **options,
        )
        assert name in layer.fields().names()
        for fast in (True, False):
            result = read(layer, [name, "label"], fast=fast)
            table = columns(result)
            assert dict(zip(table["label"], table[name])) == {"five": 5, "six": 6}
            points = dict(zip(result.frame["label"], result.frame.geometry))
            assert points["six"].x == 3
        assert_same(read(layer, [name, "label"]), read(layer, [name, "label"], fast=False))

    def test_a_key_by_another_name(self, tmp_path):
        layer = save(
            memory("Point", [("label", "text")], [("POINT (1 2)", "a")] * 3),
            tmp_path / "x.gpkg",
            layerOptions=["FID=number"],
        )
        result = both(layer, ["number", "label"])
        assert result.frame.index.tolist() == [1, 2, 3]
        assert columns(result)["number"].tolist() == [1, 2, 3]
        assert str(columns(result)["number"].dtype) == "Int64"

    @pytest.mark.parametrize("driver", ["FlatGeobuf", "GeoJSON"])
    def test_names_that_differ_only_by_case(self, tmp_path, driver):
        rows = [("POINT (1 2)", "low", "up")]
        layer = save(
            memory("Point", [("name", "text"), ("Name", "text")], rows, crs="EPSG:4326"),
            tmp_path / f"x{EXTENSIONS[driver]}",
            driver,
        )
        if layer.fields().names()[-2:] != ["name", "Name"]:
            pytest.skip("this format keeps only one of them")
        for fast in (True, False):
            table = columns(read(layer, ["name", "Name"], fast=fast))
            assert table.iloc[0].tolist() == ["low", "up"]


class TestWhatQgisShows:
    """Selection, filters, joins, virtual fields and edits: the frame holds what the person sees."""

    @pytest.fixture
    def layer(self, tmp_path):
        rows = [(f"POINT ({i} {2 * i})", f"f{i}", i) for i in range(10)]
        return save(memory("Point", [("name", "text"), ("number", "integer")], rows), tmp_path / "x.gpkg")

    def names(self, layer, **options) -> list[str]:
        return sorted(read(layer, ["name"], **options).frame["name"])

    def test_a_plain_layer_streams(self, layer):
        assert streams(layer)
        assert self.names(layer) == [f"f{i}" for i in range(10)]

    def test_selection_only(self, layer):
        from qgis.core import QgsVectorLayerSelectedFeatureSource

        layer.selectByExpression("number in (2, 5)")
        assert self.names(layer, source=source_of(QgsVectorLayerSelectedFeatureSource(layer))) == ["f2", "f5"]
        layer.removeSelection()
        assert self.names(layer, source=source_of(QgsVectorLayerSelectedFeatureSource(layer))) == []
        layer.selectAll()
        assert len(self.names(layer, source=source_of(QgsVectorLayerSelectedFeatureSource(layer)))) == 10

    def test_a_selection_that_is_not_asked_for_does_not_matter(self, layer):
        layer.selectByExpression("number in (2, 5)")
        assert len(self.names(layer)) == 10

    @pytest.mark.parametrize(
        ("subset", "expected"),
        [
            ('"number" > 7', ["f8", "f9"]),
            ("name = 'f3' OR name = 'a|layername=b'", ["f3"]),
            ("name LIKE 'f%' AND number IN (1, 2) -- | subset=1", ["f1", "f2"]),
            ("number < 2 OR name = 'ភ្នំពេញ'", ["f0", "f1"]),
            ('SELECT * FROM "t" WHERE number = 4', ["f4"]),
            ("number = 99", []),
        ],
    )
    def test_subset_strings(self, layer, subset, expected):
        assert layer.setSubsetString(subset)
        assert self.names(layer) == expected
        assert self.names(layer, fast=False) == expected

    def test_a_subset_string_in_the_source(self, layer, tmp_path):
        again = opened(f'{tmp_path / "x.gpkg"}|layername=t|subset="number" >= 8')
        assert self.names(again) == ["f8", "f9"]

    def test_feature_limit(self, layer):
        assert len(self.names(layer, source=source_of(layer, featureLimit=3))) == 3
        assert len(self.names(layer, source=source_of(layer, featureLimit=99))) == 10

    def test_filter_expression(self, layer):
        try:
            source = source_of(layer, filterExpression='"number" > 6 and "number" < 9')
        except TypeError:
            pytest.skip("this QGIS has no filter expressions on inputs")
        assert self.names(layer, source=source) == ["f7", "f8"]
        assert self.names(layer, source=source_of(layer, filterExpression="1 = 1")) == [f"f{i}" for i in range(10)]

    def test_virtual_fields(self, layer):
        from qgis.core import QgsField
        from qgis.PyQt.QtCore import QVariant

        layer.addExpressionField('"number" * 10', QgsField("tenfold", QVariant.Type.LongLong))
        result = read(layer, ["tenfold", "name"])
        assert columns(result)["tenfold"].tolist() == [10 * i for i in range(10)]
        assert streams(layer, ["name"])  # fields that are not in use do not matter

    def test_joined_fields(self, layer):
        from qgis.core import QgsProject, QgsVectorLayerJoinInfo

        other = memory("None", [("code", "integer"), ("city", "text")], [(None, 3, "កំពត"), (None, 4, "Kep")])
        QgsProject.instance().addMapLayer(other, False)
        join = QgsVectorLayerJoinInfo()
        join.setJoinLayer(other)
        join.setJoinFieldName("code")
        join.setTargetFieldName("number")
        join.setPrefix("j_")
        join.setUsingMemoryCache(True)
        assert layer.addJoin(join)
        try:
            table = columns(read(layer, ["name", "j_city"]))
            assert table.set_index("name")["j_city"].dropna().to_dict() == {"f3": "កំពត", "f4": "Kep"}
        finally:
            QgsProject.instance().removeMapLayer(other.id())

    def test_uncommitted_edits(self, layer):
        from qgis.core import QgsFeature, QgsGeometry, QgsPointXY

        layer.startEditing()
        by_name = {f["name"]: f.id() for f in layer.getFeatures()}
        layer.deleteFeature(by_name["f0"])
        layer.changeAttributeValue(by_name["f1"], layer.fields().lookupField("name"), "changed")
        layer.changeGeometry(by_name["f2"], QgsGeometry.fromPointXY(QgsPointXY(77, 78)))
        added = QgsFeature(layer.fields())
        added["name"] = "added"
        added.setGeometry(QgsGeometry.fromPointXY(QgsPointXY(5, 6)))
        assert layer.addFeature(added)
        result = read(layer, ["name"])
        assert sorted(result.frame["name"]) == sorted(["changed", "added", *[f"f{i}" for i in range(2, 10)]])
        points = dict(zip(result.frame["name"], result.frame.geometry))
        assert (points["f2"].x, points["added"].y) == (77, 6)
        layer.rollBack()
        assert self.names(layer) == [f"f{i}" for i in range(10)]

    def test_a_new_feature_has_no_key_yet(self, tmp_path):
        """QGIS shows “Autogenerate”, or the call that makes the value; the number comes with saving."""
        import sqlite3
        from contextlib import closing

        from qgis.core import QgsGeometry, QgsVectorLayerUtils

        save(memory("Point", [("name", "text")], [("POINT (1 2)", "saved")]), tmp_path / "x.gpkg")
        with closing(sqlite3.connect(tmp_path / "x.gpkg")) as connection:
            connection.execute("ALTER TABLE t ADD COLUMN number INTEGER DEFAULT 3")
            connection.execute("ALTER TABLE t ADD COLUMN day DATE DEFAULT '2024-02-29'")
            connection.execute("ALTER TABLE t ADD COLUMN code TEXT DEFAULT 'new'")
            connection.commit()
        layer = opened(f"{tmp_path / 'x.gpkg'}|layername=t")
        layer.startEditing()
        layer.addFeature(QgsVectorLayerUtils.createFeature(layer, QgsGeometry.fromWkt("POINT (3 4)"), {1: "added"}))
        rows = columns(read(layer, ["fid", "name", "number", "day", "code"])).set_index("name")
        assert rows.loc["saved", "fid"] == 1
        assert rows.loc["added"].isna().all()
        layer.rollBack()

    def test_a_change_that_leaves_the_number_of_features_alone(self, layer):
        layer.startEditing()
        layer.changeAttributeValue(1, layer.fields().lookupField("name"), "changed")
        assert "changed" in self.names(layer)
        layer.rollBack()

    def test_a_renamed_field(self, layer):
        layer.startEditing()
        assert layer.renameAttribute(layer.fields().lookupField("name"), "title")
        assert len(set(read(layer, ["title"]).frame["title"])) == 10
        assert layer.commitChanges()
        assert both(layer, ["title"]).frame["title"].tolist() == [f"f{i}" for i in range(10)]

    def test_a_field_added_but_not_saved(self, layer):
        from factory_locations.processing.fields import make_field

        layer.startEditing()
        assert layer.addAttribute(make_field("extra", "text"))
        assert columns(read(layer, ["extra", "name"]))["extra"].isna().all()
        layer.rollBack()

    def test_another_order_of_fields_in_the_project(self, layer):
        layer.setFieldAlias(layer.fields().lookupField("name"), "number")  # an alias that is another field's name
        assert columns(both(layer, ["number"]))["number"].tolist() == list(range(10))

    def test_a_memory_layer(self):
        layer = memory("Point", FIELDS, [("POINT (1 2)", "ភ", 2**62, 1.5, value(dt.date(2024, 2, 29)))])
        assert not streams(layer)
        assert columns(read(layer)).iloc[0].tolist() == ["ភ", 2**62, 1.5, dt.date(2024, 2, 29)]

    @pytest.mark.parametrize("driver", ["GPKG", "FlatGeobuf"])
    def test_booleans_are_read_through_qgis(self, tmp_path, driver):
        """GDAL 3.6 hands out wrong booleans in its stream, with and without nulls among them."""
        flags = [True, None, False, True, True, None, False, False, True]
        rows = [("POINT (1 2)", i, flag) for i, flag in enumerate(flags)]
        fields = [("number", "integer"), ("flag", "boolean")]
        layer = write(tmp_path / f"x{EXTENSIONS[driver]}", driver, "Point", fields, rows)
        table = columns(read(layer, ["number", "flag"])).sort_values("number")
        assert [None if pd.isna(v) else v for v in table["flag"]] == flags
        assert str(table["flag"].dtype) == "boolean"


class TestSources:
    def test_a_geopackage_view(self, tmp_path):
        import sqlite3

        rows = [(f"POINT ({i} {2 * i})", f"f{i}", i) for i in range(10)]
        save(memory("Point", [("name", "text"), ("number", "integer")], rows), tmp_path / "x.gpkg")
        with sqlite3.connect(tmp_path / "x.gpkg") as connection:
            connection.execute("CREATE VIEW v AS SELECT fid AS OGC_FID, geom, name, number FROM t WHERE number > 4")
            into = "INSERT INTO gpkg_contents (table_name, identifier, data_type, srs_id) VALUES "
            connection.execute(into + "('v', 'v', 'features', 32648)")
            connection.execute("INSERT INTO gpkg_geometry_columns VALUES ('v', 'geom', 'POINT', 32648, 0, 0)")
        connection.close()
        layer = opened(f"{tmp_path / 'x.gpkg'}|layername=v")
        for fast in (True, False):
            assert sorted(read(layer, ["name"], fast=fast).frame["name"]) == [f"f{i}" for i in range(5, 10)]
        assert_same(read(layer, ["name"]), read(layer, ["name"], fast=False))

    @pytest.mark.parametrize("table", ["O'Brien", 'double "quotes"', "រោងចក្រ", "with space; -- and more", "a|b"])
    def test_awkward_tables(self, tmp_path, table):
        rows = [("POINT (1 2)", "a"), ("POINT (3 4)", "b")]
        layer = memory("Point", [("name", "text")], rows)
        try:
            layer = save(layer, tmp_path / "x.gpkg", table=table)
        except AssertionError:
            pytest.skip("QGIS itself cannot write or open such a table")
        for fast in (True, False):
            assert read(layer, ["name"], fast=fast).frame["name"].tolist() == ["a", "b"]

    @pytest.mark.parametrize("folder", ["ភ្នំពេញ", "O'Brien", 'say "so"', "with space", "100%", "#1", "a+b&c"])
    def test_awkward_folders(self, tmp_path, folder):
        (tmp_path / folder).mkdir()
        layer = save(memory("Point", [("name", "text")], [("POINT (1 2)", "a")]), tmp_path / folder / "x.gpkg")
        assert layer.setSubsetString("name = 'a'")
        result = both(layer, ["name"])
        assert result.frame["name"].tolist() == ["a"]
        assert result.source == "x.gpkg|t"

    def test_one_table_of_several(self, tmp_path):
        from qgis.core import QgsVectorFileWriter

        path = tmp_path / "x.gpkg"
        save(memory("Point", [("name", "text")], [("POINT (1 2)", "first")]), path, table="one")
        overwrite = QgsVectorFileWriter.ActionOnExistingFile.CreateOrOverwriteLayer
        layer = memory("Point", [("name", "text")], [("POINT (1 2)", "second")])
        layer = save(layer, path, table="two", actionOnExistingFile=overwrite)
        assert both(layer, ["name"]).frame["name"].tolist() == ["second"]
        assert both(opened(f"{path}|layername=one"), ["name"]).frame["name"].tolist() == ["first"]
        assert both(opened(f"{path}|layerid=1"), ["name"]).frame["name"].tolist() == ["second"]

    def test_one_kind_of_geometry_out_of_a_mixed_table(self, tmp_path):
        from osgeo import ogr

        path = tmp_path / "x.gpkg"
        shapes_ = ["POINT (1 2)", "POLYGON ((0 0, 1 0, 1 1, 0 0))", "POINT (3 4)"]
        source = ogr.GetDriverByName("GPKG").CreateDataSource(str(path))
        table = source.CreateLayer("t", None, ogr.wkbUnknown)
        table.CreateField(ogr.FieldDefn("name", ogr.OFTString))
        for i, wkt in enumerate(shapes_):
            feature = ogr.Feature(table.GetLayerDefn())
            feature.SetField(0, f"f{i}")
            feature.SetGeometry(ogr.CreateGeometryFromWkt(wkt))
            table.CreateFeature(feature)
        feature = table = source = None
        layer = opened(f"{path}|layername=t|geometrytype=Point")
        layer.setCrs(memory("Point").crs())
        assert sorted(read(layer, ["name"]).frame["name"]) == sorted(f["name"] for f in layer.getFeatures())
        assert "f1" not in set(read(layer, ["name"]).frame["name"])

    def test_a_geopackage_in_a_zip(self, tmp_path):
        import zipfile

        save(memory("Point", [("name", "text")], [("POINT (1 2)", "a")]), tmp_path / "x.gpkg")
        with zipfile.ZipFile(tmp_path / "x.zip", "w") as archive:
            archive.write(tmp_path / "x.gpkg", "x.gpkg")
        layer = opened(f"/vsizip/{tmp_path / 'x.zip'}/x.gpkg|layername=t")
        assert read(layer, ["name"]).frame["name"].tolist() == ["a"]

    def test_a_damaged_file_is_not_a_short_one(self, tmp_path):
        rows = [(f"POINT ({i} {i})", "x" * 200) for i in range(2000)]
        layer = write(tmp_path / "x.gpkg", "GPKG", "Point", [("name", "text")], rows)
        source = source_of(layer)
        data = bytearray((tmp_path / "x.gpkg").read_bytes())
        middle = len(data) // 8192 * 4096
        data[middle : middle + 16 * 4096] = b"\xff" * 16 * 4096
        (tmp_path / "x.gpkg").write_bytes(data)
        with pytest.raises(LocationError, match=r"x\.gpkg"):
            read(layer, ["name"], source=source)

    def test_a_file_that_disappeared_is_not_an_empty_layer(self, tmp_path):
        layer = save(memory("Point", [("name", "text")], [("POINT (1 2)", "a")] * 3), tmp_path / "x.gpkg")
        source = source_of(layer)
        for path in tmp_path.glob("x.gpkg*"):
            path.unlink()
        with pytest.raises(LocationError, match=r"x\.gpkg.*can no longer be read"):
            read(layer, ["name"], source=source)

    @pytest.mark.parametrize("encoding", ["UTF-8", "CP1252", "ISO-8859-1", "windows-1258"])
    def test_shapefiles_in_other_encodings(self, tmp_path, encoding):
        rows = [("POINT (1 2)", "Café Đà" if encoding == "windows-1258" else "Café", 7)]
        layer = save(
            memory("Point", [("name", "text"), ("number", "integer")], rows),
            tmp_path / "x.shp",
            "ESRI Shapefile",
            fileEncoding=encoding,
        )
        assert not streams(layer, ["name"])
        got = read(layer, ["name", "number"]).frame
        assert got["name"].iloc[0].startswith("Café")
        assert got["name"].iloc[0] == next(layer.getFeatures())["name"]
        layer.setProviderEncoding("CP1251")  # what the person sees, right or wrong, is what is read
        assert read(layer, ["name"]).frame["name"].iloc[0] == next(layer.getFeatures())["name"]

    def test_delimited_text_without_geometry(self, tmp_path):
        (tmp_path / "x.csv").write_text("name,number\nភ្នំពេញ,1\nKep,2\n", encoding="utf-8")
        layer = opened(
            f"file://{tmp_path / 'x.csv'}?type=csv&detectTypes=yes&geomType=none&crs=EPSG:32648",
            provider="delimitedtext",
        )
        with pytest.raises(LocationError, match="no coordinate reference system"):
            read(layer)
        points = opened(
            f"file://{tmp_path / 'x.csv'}?type=csv&detectTypes=yes&xField=number&yField=number&crs=EPSG:32648",
            provider="delimitedtext",
        )
        result = read(points, ["name", "number"])
        assert result.frame["name"].tolist() == ["ភ្នំពេញ", "Kep"]
        assert result.frame.geometry.iloc[1].x == 2
        assert result.source == "x.csv"

    def test_passwords_are_not_told(self):
        from factory_locations.processing import frames
        from qgis.core import QgsVectorLayer

        layer = QgsVectorLayer(
            "dbname='db' host=h user='u' password='secret' table=\"s\".\"t\" (geom)", "pg", "postgres"
        )
        assert "secret" not in frames.describe_source(layer)

    def test_progress_and_cancel(self, tmp_path):
        from factory_locations.processing import frames

        layer = save(memory("Point", [("name", "text")], [("POINT (1 2)", "a")] * 5), tmp_path / "x.gpkg")

        def stop(_: float) -> None:
            raise Cancelled

        for behind in (layer, None):
            with pytest.raises(Cancelled):
                frames.read_layer(source_of(layer), behind, role="r", fields=["name"], crs=UTM, tick=stop)


class TestMoments:
    def test_date_times_keep_their_zone(self, tmp_path):
        from qgis.PyQt.QtCore import QDateTime, Qt

        moments = ["2024-02-29T08:30:15.250+07:00", "2024-02-29T01:30:15.250Z", None]
        rows = [
            ("POINT (1 2)", None if m is None else QDateTime.fromString(m, Qt.DateFormat.ISODateWithMs))
            for m in moments
        ]
        layer = memory("Point", [("at", "datetime")], rows)
        got = [None if pd.isna(v) else v for v in read(layer, ["at"]).frame["at"]]
        expected = dt.datetime(2024, 2, 29, 8, 30, 15, 250_000, dt.timezone(dt.timedelta(hours=7)))
        assert got == [expected, expected, None]
        assert [m.utcoffset() for m in got[:2]] == [dt.timedelta(hours=7), dt.timedelta(0)]
        file = save(layer, tmp_path / "x.gpkg")
        assert not streams(file, ["at"])  # the stream loses the zone
        shown = [f["at"] for f in file.getFeatures()][:2]
        for moment, qt in zip(read(file, ["at"]).frame["at"], shown):  # QGIS 3.22 drops the zone when it reads
            assert (moment.hour, moment.minute) == (qt.time().hour(), qt.time().minute())
            assert (moment.utcoffset() is None) == (qt.timeSpec() == Qt.TimeSpec.LocalTime)
            assert moment.utcoffset() is None or moment == expected

    def test_other_kinds_of_values_come_through(self):
        from qgis.core import QgsField
        from qgis.PyQt.QtCore import QByteArray, QTime, QVariant

        fields = [QgsField("at", QVariant.Type.Time), QgsField("raw", QVariant.Type.ByteArray)]
        layer = memory(
            "Point", fields, [("POINT (1 2)", QTime(8, 30), QByteArray(b"\x00\x01")), ("POINT (1 2)", None, None)]
        )
        table = columns(read(layer))
        assert table["at"].iloc[0] == QTime(8, 30)
        assert bytes(table["raw"].iloc[0]) == b"\x00\x01"
        assert table.iloc[1].isna().all()


class TestGeometries:
    def test_curves_become_lines_and_say_nothing_false(self):
        layer = memory(
            "CurvePolygon",
            [("n", "integer")],
            [("CURVEPOLYGON (CIRCULARSTRING (0 0, 100 100, 200 0, 100 -100, 0 0))", 1)],
        )
        result = read(layer)
        assert result.frame.geometry.iloc[0].geom_type == "Polygon"
        assert result.frame.geometry.iloc[0].area == pytest.approx(np.pi * 100**2, rel=1e-3)

    @pytest.mark.parametrize(
        ("kind", "wkt", "expected"),
        [
            ("PointM", "POINT M (1 2 9)", "POINT (1 2)"),
            ("PointZM", "POINT ZM (1 2 3 9)", "POINT (1 2)"),
            ("MultiPointM", "MULTIPOINT M ((1 2 9))", "MULTIPOINT (1 2)"),
            ("PolygonZM", "POLYGON ZM ((0 0 1 2, 1 0 1 2, 1 1 1 2, 0 0 1 2))", "POLYGON ((0 0, 1 0, 1 1, 0 0))"),
            ("MultiSurface", "MULTISURFACE (((0 0, 1 0, 1 1, 0 0)))", "MULTIPOLYGON (((0 0, 1 0, 1 1, 0 0)))"),
        ],
    )
    @pytest.mark.parametrize("to_file", [False, True])
    def test_measures_and_heights_are_dropped(self, tmp_path, kind, wkt, expected, to_file):
        layer = memory(kind, [("n", "integer")], [(wkt, 1)])
        layer = save(layer, tmp_path / "x.gpkg") if to_file else layer
        got = read(layer, ["n"]).frame.geometry.iloc[0]
        assert got.wkt == shapely.from_wkt(expected).wkt

    def test_curves_that_another_library_told_gdal_to_hide(self, tmp_path):
        """As pyogrio does for the whole process: layer and features then disagree about the geometry type."""
        from osgeo import ogr
        from qgis.core import QgsVectorLayer

        arc = "CURVEPOLYGON (CIRCULARSTRING (0 0, 100 100, 200 0, 100 -100, 0 0))"
        for kind, wkt, area in (
            ("MultiSurface", "MULTISURFACE (((0 0, 1 0, 1 1, 0 0)))", 0.5),
            ("CurvePolygon", arc, np.pi * 100**2),
        ):
            path = tmp_path / f"{kind}.gpkg"
            save(memory(kind, [("n", "integer")], [(wkt, 1)]), path)
            ogr.SetNonLinearGeometriesEnabledFlag(False)
            assert read(QgsVectorLayer(str(path)), ["n"]).frame.geometry.iloc[0].area == pytest.approx(area, rel=1e-3)
            ogr.SetNonLinearGeometriesEnabledFlag(True)

    # QGIS 3.44 itself raises for a file with both infinite and missing coordinates: its extent cannot be told.
    @pytest.mark.parametrize(
        ("bad", "to_file"),
        [
            ([(np.nan, 2.0), (np.inf, 2.0), (1.0, -np.inf), (np.nan, np.nan)], False),
            ([(np.nan, 2.0), (1.0, np.nan), (np.nan, np.nan)], True),
            ([(np.inf, 2.0)], True),
        ],
    )
    def test_coordinates_that_are_no_numbers(self, tmp_path, bad, to_file):
        from qgis.core import QgsGeometry, QgsPoint

        rows = [(QgsGeometry(QgsPoint(x, y)), i) for i, (x, y) in enumerate([*bad, (1.0, 2.0)])]
        layer = memory("Point", [("n", "integer")], rows)
        layer = save(layer, tmp_path / "x.gpkg") if to_file else layer
        result = both(layer, ["n"]) if to_file else read(layer, ["n"])
        assert [g is None for g in result.frame.geometry] == [True] * len(bad) + [False]
        assert [bool(n) for n in result.notes] == [True] * len(bad) + [False]
        assert len(result.problems) == len(bad)

    @pytest.mark.parametrize("to_file", [False, True])
    def test_self_intersecting_polygons_are_repaired_and_reported(self, tmp_path, to_file):
        rows = [("POLYGON ((0 0, 10 10, 10 0, 0 10, 0 0))", 1), ("POLYGON ((0 0, 10 0, 10 10, 0 10, 0 0))", 2)]
        layer = memory("Polygon", [("n", "integer")], rows)
        layer = save(layer, tmp_path / "x.gpkg") if to_file else layer
        result = both(layer, ["n"]) if to_file else read(layer, ["n"])
        assert result.frame.geometry.is_valid.all()
        assert result.frame.geometry.iloc[0].area == pytest.approx(50)
        (problem,) = result.problems
        assert problem.feature_id == 1
        assert problem.problem.startswith("repaired: Self-intersection")
        assert "Fix geometries" in problem.advice

    @pytest.mark.parametrize("to_file", [False, True])
    def test_rings_that_geos_cannot_read_do_not_end_the_run(self, tmp_path, to_file):
        """An unclosed ring, or one of two points: other software writes them."""
        import struct

        from qgis.core import QgsGeometry

        def polygon(*xy) -> QgsGeometry:
            shape = QgsGeometry()
            wkb = struct.pack("<BIII", 1, 3, 1, len(xy)) + b"".join(struct.pack("<dd", *p) for p in xy)
            shape.fromWkb(wkb)
            return shape

        rows = [
            (polygon((0, 0), (9, 0), (9, 9)), 1),
            (polygon((0, 0), (9, 0)), 2),
            (polygon((0, 0), (9, 0), (9, 9), (0, 0)), 3),
        ]
        layer = memory("Polygon", [("n", "integer")], rows)
        layer = save(layer, tmp_path / "x.gpkg") if to_file else layer
        result = read(layer, ["n"])
        assert len(result.frame) == 3
        assert result.frame.geometry.iloc[2].area == pytest.approx(40.5)
        assert {p.feature_id for p in result.problems} <= {1, 2}
        assert [p.feature_id for p in result.problems][-1] == 2

    def test_ten_thousand_vertices(self, tmp_path):
        angle = np.linspace(0, 2 * np.pi, 10_000, endpoint=False)
        ring = shapely.Polygon(np.column_stack([1000 * np.cos(angle), 1000 * np.sin(angle)]))
        layer = save(memory("Polygon", [("n", "integer")], [(ring.wkt, 1)]), tmp_path / "x.gpkg")
        result = both(layer, ["n"])
        assert shapely.get_num_coordinates(result.frame.geometry.iloc[0]) == 10_001
        assert not result.problems


class TestCoordinateSystems:
    def test_none_at_all(self):
        layer = memory("Point", [("n", "integer")], [("POINT (1 2)", 1)], crs="")
        with pytest.raises(LocationError, match="“layer” has no coordinate reference system"):
            read(layer)

    def test_into_the_working_one(self, tmp_path):
        layer = save(
            memory("Point", [("n", "integer")], [("POINT (105 11)", 1), (None, 2)], crs="EPSG:4326"),
            tmp_path / "x.gpkg",
        )
        result = both(layer, ["n"])
        assert result.frame.geometry.iloc[0].x == pytest.approx(500_000, abs=1e-6)
        assert result.crs.authid() == "EPSG:4326"
        assert result.accuracy_m == 0
        assert result.notes[1] in ("no geometry", "empty geometry")  # QGIS stores a missing point as an empty one

    def test_indian_1960_is_shifted_by_the_pinned_operation(self):
        layer = memory("Point", [("n", "integer")], [("POINT (491600 1278900)", 1)], crs="EPSG:3148")
        result = read(layer)
        point = result.frame.geometry.iloc[0]
        assert (point.x - 491_600, point.y - 1_278_900) == (pytest.approx(-419, abs=1.5), pytest.approx(323, abs=1.5))
        assert result.accuracy_m == 44
        assert "pinned" in result.operation

    def test_a_custom_one_with_its_own_shift(self):
        from factory_locations.processing.inputs import Areas, Factories, reach
        from qgis.core import QgsCoordinateReferenceSystem

        shift = "+ellps=evrst30 +towgs84=198,881,317,0,0,0,0 +units=m +no_defs"
        custom = QgsCoordinateReferenceSystem.fromProj(
            f"+proj=tmerc +lat_0=0 +lon_0=105 +k=0.9999 +x_0=500000 +y_0=0 {shift}"
        )
        assert custom.isValid()
        layer = memory("Point", [("n", "integer")], [("POINT (491600 1278900)", 1)], crs=custom)
        result = read(layer)
        point = result.frame.geometry.iloc[0]
        assert (point.x - 491_600, point.y - 1_278_900) == (pytest.approx(-419, abs=5), pytest.approx(-61, abs=5))
        none = np.empty(0)
        factories = Factories(
            result, none, none, none, none, none, np.array([10.0]), none, none, none, none, none, False, none
        )
        areas = Areas(read(memory("Point", [], [])), none, none, none, none, none)
        assert reach(factories, areas).tolist() == [10.0]  # a shift whose accuracy nobody states is no NaN

    @pytest.mark.parametrize(
        ("first", "second", "metres"),
        [
            ("EPSG:3148", "EPSG:4131", 10.0),  # one datum: both were moved by the same error
            ("EPSG:3148", UTM, 54.0),
            ("EPSG:4240", "EPSG:4147", 18.0),
            (UTM, "EPSG:32647", 10.0),
        ],
    )
    @pytest.mark.parametrize("as_accurate", [False, True])
    def test_what_shifts_add_to_the_accuracy(self, first, second, metres, as_accurate):
        """Two datums stay two where their stated accuracies happen to be the same number."""
        from dataclasses import replace

        from factory_locations.processing.inputs import Areas, Factories, reach

        one, other = (read(memory("Point", [], [("POINT (105 11)",)], crs=crs)) for crs in (first, second))
        if as_accurate and metres == 18:
            other, metres = replace(other, accuracy_m=one.accuracy_m), 16.0
        none = np.empty(0)
        factories = Factories(
            one, none, none, none, none, none, np.array([10.0]), none, none, none, none, none, False, none
        )
        assert reach(factories, Areas(other, none, none, none, none, none)).tolist() == [metres]

    def test_a_ballpark_one_is_refused(self):
        layer = memory("Point", [("n", "integer")], [("POINT (105 11)", 1)], crs="EPSG:4269")
        with pytest.raises(LocationError, match=r"NAD83.*WGS 84 / UTM zone 48N"):
            read(layer)

    def test_places_that_the_working_one_cannot_hold(self):
        layer = memory("Point", [("n", "integer")], [("POINT (105 95)", 1), ("POINT (105 11)", 2)], crs="EPSG:4326")
        result = read(layer)
        assert result.frame.geometry.iloc[0] is None
        assert "do not fit" in result.notes[0]
        assert len(result.problems) == 1


def test_what_is_valid_in_its_own_crs_only_is_repaired():
    """A hole that comes within a hundredth of a millimetre of the border, which is bent by more."""
    west, east, south, north = 105.9, 105.9017, 11.5, 11.501
    left, right, middle = (f"{x} 11.5005" for x in (west + 0.0001, east - 0.0001, (west + east) / 2))
    hole = f"({left}, {right}, {middle.split()[0]} {south + 2e-10}, {left})"
    ring = f"({west} {south}, {east} {south}, {east} {north}, {west} {north}, {west} {south})"
    layer = memory("Polygon", [("name", "text")], [(f"POLYGON ({ring}, {hole})", "a")], crs="EPSG:4326")
    for in_own in ("EPSG:4326", UTM):
        result = read(layer, crs=in_own)
        assert shapely.is_valid(result.frame.geometry.array).all()
        told = [problem.problem[:8] for problem in result.problems]
        assert told == (["repaired"] if in_own == UTM else [])

"""Layers that did not change are not read again; whatever changes them is noticed."""

from __future__ import annotations

import json
import os

import pytest
from factory_locations.tests import layers as L
from factory_locations.tests.test_assess_site import PACK, PARK_FIELDS, REGISTER_FIELDS, ZONES, at, points

pytestmark = pytest.mark.slow  # whole runs, one after another: `make check` leaves them to `make test`


@pytest.fixture
def reads(monkeypatch):
    """The layers that were really read, by name."""
    from factory_locations.processing import parameters
    from factory_locations.processing.sites import layer_store
    from factory_locations.processing.sites import layers as site_layers

    layer_store.STORE.clear()
    real, seen = parameters.read_layer, []

    def read_layer(source, layer, **more):
        seen.append(layer.name())
        return real(source, layer, **more)

    monkeypatch.setattr(parameters, "read_layer", read_layer)
    monkeypatch.setattr(site_layers, "read_layer", read_layer)
    yield seen
    layer_store.STORE.clear()


class Project:
    """Two layers of files in the project, and a question about a place 400 m from the only school."""

    def __init__(self, folder, run) -> None:
        from qgis.core import QgsProject, QgsVectorLayer

        self.folder, self.run = folder, run
        (folder / "pack.yaml").write_text(PACK.replace("test-site", "pack"), encoding="utf-8")
        self.schools_file = folder / "schools.gpkg"
        L.saved(points("schools", (1100, 500, "School")), self.schools_file, "schools")
        zoning = L.saved(L.zoning(ZONES), folder / "zoning.gpkg", "zoning")
        self.schools = QgsVectorLayer(f"{self.schools_file}|layername=schools", "schools", "ogr")
        self.zoning = QgsVectorLayer(zoning, "zoning", "ogr")
        QgsProject.instance().addMapLayers([self.schools, self.zoning])

    def distance(self, **changed):
        """Ask, and return the distance to the nearest school."""
        given = {
            "POINT": at(1500, 500),
            "ACTIVITY": "2011",
            "SIZE": 2,
            "SCHOOLS": self.schools.id(),
            "ZONING": self.zoning.id(),
            "RULES": str(self.folder / "pack.yaml"),
            **changed,
        }
        self.result = json.loads(self.run("assess_site", given)["RESULT"])
        (site,) = self.result["sites"]
        found = [row["distance_m"] for row in site["nearest"] if row["class"] == "school"]
        return round(found[0]) if found else None

    def add_school(self, x, y):
        from qgis.core import QgsFeature, QgsGeometry

        feature = QgsFeature(self.schools.fields())
        feature.setAttribute("name", "New")
        feature.setGeometry(QgsGeometry.fromWkt(L.point(x, y)))
        assert self.schools.addFeature(feature)


@pytest.fixture
def project(tmp_path, run, reads):
    from qgis.core import QgsProject

    made = Project(tmp_path, run)
    yield made
    made.schools = made.zoning = None
    QgsProject.instance().clear()


def test_the_second_question_reads_nothing(project, reads):
    assert project.distance() == 400
    assert sorted(reads) == ["schools", "zoning"]
    reads.clear()
    assert project.distance(POINT=at(1300, 500)) == 200
    assert reads == []


def test_edits_count_while_they_are_open_and_after(project, reads):
    assert project.distance() == 400
    reads.clear()
    project.schools.startEditing()
    project.add_school(1600, 500)
    assert project.distance() == 100
    assert reads == ["schools"]
    project.schools.rollBack()
    assert project.distance() == 400
    project.schools.startEditing()
    project.add_school(1550, 500)
    assert project.schools.commitChanges()
    assert project.distance() == 50
    reads.clear()
    assert project.distance() == 50
    assert reads == []


def test_a_file_that_another_program_changed(project, reads):
    assert project.distance() == 400
    from osgeo import ogr

    source = ogr.Open(str(project.schools_file), 1)
    table = source.GetLayerByName("schools")
    feature = ogr.Feature(table.GetLayerDefn())
    feature.SetGeometry(ogr.CreateGeometryFromWkt(L.point(1480, 500)))
    table.CreateFeature(feature)
    del feature, table, source
    project.schools.dataProvider().reloadData()
    project.schools.reload()
    assert project.distance() == 20


VRT_SOURCE = """<OGRVRTLayer name="places"><SrcDataSource relativeToVRT="1">places.csv</SrcDataSource>
<GeometryType>wkbPoint</GeometryType><LayerSRS>EPSG:32648</LayerSRS>
<GeometryField encoding="PointFromColumns" x="x" y="y"/></OGRVRTLayer>"""
VRT_OTHER = '<OGRVRTLayer name="places"><SrcDataSource relativeToVRT="1">inner.vrt</SrcDataSource></OGRVRTLayer>'


@pytest.mark.parametrize(
    ("name", "inside"),
    [
        ("schools.vrt", VRT_SOURCE),
        ("schools.ovf", VRT_SOURCE),
        ("schools.vrt", f'<OGRVRTUnionLayer name="all">{VRT_SOURCE}</OGRVRTUnionLayer>'),
        ("schools.vrt", f'<OGRVRTUnionLayer name="all">{VRT_OTHER}</OGRVRTUnionLayer>'),
        ("schools.vrt", VRT_SOURCE.replace('relativeToVRT="1">', ">{folder}/")),
    ],
)
def test_the_files_behind_a_virtual_format_count(project, reads, name, inside):
    def stands(x):
        (project.folder / "places.csv").write_text(f"x,y,name\n{L.X0 + x},{L.Y0 + 500},S\n", encoding="utf-8")

    for file, layers in (("inner.vrt", VRT_SOURCE), (name, inside.replace("{folder}", str(project.folder)))):
        whole = f"<OGRVRTDataSource>{layers}</OGRVRTDataSource>"
        (project.folder / file).write_text(whole, encoding="utf-8")
    given = {"SCHOOLS": str(project.folder / name)}
    stands(1000)
    assert project.distance(**given) == 500
    reads.clear()
    assert project.distance(**given) == 500
    assert reads == []
    stands(1490)
    os.utime(project.folder / "places.csv", ns=(1, 1))
    assert project.distance(**given) == 10


def test_a_virtual_format_that_asks_a_query_is_read_each_time(project, reads):
    (project.folder / "places.csv").write_text(f"x,y,name\n{L.X0 + 1000},{L.Y0 + 500},S\n", encoding="utf-8")
    queried = VRT_SOURCE.replace("<GeometryType>", "<SrcSQL>SELECT * FROM places</SrcSQL><GeometryType>")
    path = project.folder / "schools.vrt"
    path.write_text(f"<OGRVRTDataSource>{queried}</OGRVRTDataSource>", encoding="utf-8")
    for _ in range(2):
        reads.clear()
        assert project.distance(SCHOOLS=str(path)) == 500
        assert "schools" in reads


def test_a_filter_counts(project):
    assert project.distance() == 400
    project.schools.startEditing()
    project.add_school(1600, 500)
    project.schools.commitChanges()
    assert project.distance() == 100
    project.schools.setSubsetString("name = 'School'")
    assert project.distance() == 400
    project.schools.setSubsetString("")
    assert project.distance() == 100


def test_a_selection_is_never_taken_for_the_layer(project):
    from qgis.core import QgsProcessingFeatureSourceDefinition

    project.schools.startEditing()
    project.add_school(1600, 500)
    project.schools.commitChanges()
    assert project.distance() == 100
    project.schools.selectByExpression("name = 'School'")
    chosen = QgsProcessingFeatureSourceDefinition(project.schools.id(), True)
    assert project.distance(SCHOOLS=chosen) == 400
    assert project.distance() == 100


def test_another_crs_counts(project):
    from qgis.core import QgsCoordinateReferenceSystem

    assert project.distance() == 400
    project.schools.setCrs(QgsCoordinateReferenceSystem("EPSG:32647"))
    assert project.distance() > 100_000


def test_what_the_metadata_say_counts(project):
    """Of a layer whose features state no year, the metadata tell it; its abstract goes into the record."""
    from qgis.core import QgsDateTimeRange, QgsVectorLayer
    from qgis.PyQt.QtCore import QDate, QDateTime

    made = L.layer("Point", (("name", "text"),), [(L.point(1100, 500), "School")])
    schools = QgsVectorLayer(L.saved(made, project.folder / "undated.gpkg", "undated"), "undated", "ogr")

    def told():
        project.distance(SCHOOLS=schools)
        (site,) = project.result["sites"]
        (near,) = [row for row in site["nearest"] if row["class"] == "school"]
        (layer,) = [layer for layer in project.result["provenance"]["layers"] if layer["name"] == "undated"]
        return near["layer_vintage"], layer["abstract"]

    assert told() == (None, "")
    metadata = schools.metadata()
    extent = metadata.extent()
    extent.setTemporalExtents([QgsDateTimeRange(QDateTime(QDate(2010, 1, 1)), QDateTime(QDate(2013, 1, 1)))])
    metadata.setExtent(extent)
    schools.setMetadata(metadata)
    assert told() == ("2013", "")
    metadata.setAbstract("Drawn from memory.")
    schools.setMetadata(metadata)
    assert told() == ("2013", "Drawn from memory.")


def test_layers_in_memory_are_read_each_time(project, reads):
    made = points("schools in memory", (1100, 500, "School"))
    assert project.distance(SCHOOLS=made) == 400
    from qgis.core import QgsFeature, QgsGeometry

    feature = QgsFeature(made.fields())
    feature.setGeometry(QgsGeometry.fromWkt(L.point(1510, 500)))
    made.dataProvider().addFeatures([feature])
    assert project.distance(SCHOOLS=made) == 10


def test_another_field_is_another_layer(project):
    receptors = L.layer(
        "Point",
        (("a", "text"), ("b", "text")),
        [(L.point(1200, 500), "school", "pagoda"), (L.point(1400, 500), "pagoda", "school")],
        name="receptors",
    )
    given = {"SCHOOLS": None, "RECEPTORS": L.saved(receptors, project.folder / "r.gpkg", "receptors")}
    assert project.distance(**given, RECEPTORS_CLASS_FIELD="a") == 300
    assert project.distance(**given, RECEPTORS_CLASS_FIELD="b") == 100


def test_a_changed_pack_is_read_again(project):
    from factory_locations.processing.sites.layer_store import remembered_pack

    path = project.folder / "pack.yaml"
    first = remembered_pack(path)
    assert remembered_pack(path) is first
    path.write_text(path.read_text(encoding="utf-8").replace("distance_m: 200", "distance_m: 2500"), encoding="utf-8")
    assert remembered_pack(path).rules[3].distance_m == 2500


def test_what_was_longest_unused_goes_first():
    from factory_locations.processing.sites.layer_store import LayerStore

    store = LayerStore(most=10, entries=3)
    for name, heavy in (("a", 4), ("b", 4)):
        store.taken(name, lambda name=name: name, lambda _, heavy=heavy: heavy)
    assert store.taken("a", lambda: "again", lambda _: 4) == "a"
    store.taken("c", lambda: "c", lambda _: 4)
    assert store.taken("a", lambda: "again", lambda _: 4) == "a"
    assert store.taken("b", lambda: "again", lambda _: 4) == "again"
    assert store.taken("huge", lambda: "huge", lambda _: 99) == "huge"
    assert len(store) == 0
    assert store.taken(None, lambda: 7, lambda _: 1) == 7
    assert len(store) == 0


def test_the_stamp_sees_a_write_ahead_log(tmp_path):
    from factory_locations.processing.sites.layer_store import files_stamp

    path = tmp_path / "a.gpkg"
    assert files_stamp(path) is None
    path.write_bytes(b"12")
    first = files_stamp(path)
    (tmp_path / "a.gpkg-wal").write_bytes(b"")
    assert files_stamp(path) == first
    (tmp_path / "a.gpkg-wal").write_bytes(b"1")
    assert files_stamp(path) != first
    os.utime(path, ns=(1, 1))
    assert files_stamp(path) != first


def test_what_one_question_finds_is_not_told_by_the_next(project):
    """Two parks of one name, which a factory declares: a problem of the question, not of the layer."""
    from factory_locations.processing.sites.layer_store import STORE

    rows = [(L.box(x, 0, 900), f"P{x}", "Same", 2020, 90.0) for x in (1000, 5000)]
    parks = L.saved(L.layer("MultiPolygon", PARK_FIELDS, rows, name="parks"), project.folder / "parks.gpkg", "parks")
    factory = (L.point(1500, 500), "F1", "Mill", "1410", 5.0, None, "Same", 1.0)
    register = L.layer("Point", REGISTER_FIELDS, [factory], name="register")
    register = L.saved(register, project.folder / "register.gpkg", "register")
    kept = []
    for _ in range(3):
        project.distance(PARKS=parks, FACTORIES=register, POINT=at(900, 500))
        assert len([said for said in project.run.feedback.warnings if "may be any of several parks" in said]) == 1
        kept.append(str([entry.value for entry in STORE._entries.values()]).count("may be any"))
    assert kept == [0, 0, 0]


def test_problems_are_not_told_twice(project):
    bad = [*ZONES, ("POLYGON ((0 0, 1 1, 0 1, 1 0, 0 0))", "Z9", "IND", "Bow tie", 2020)]
    zoning = L.saved(L.zoning(bad), project.folder / "bad.gpkg", "bad")
    for _ in range(2):
        project.distance(ZONING=zoning)
        assert len([said for said in project.run.feedback.warnings if "bad" in said]) == 1

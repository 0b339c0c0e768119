"""Runs in threads of their own: what they need of the project is taken before, in the project's thread."""

from __future__ import annotations

import threading

import pytest
from factory_locations.tests import layers as L
from factory_locations.tests import safety_kml, sheets

SQUARE = "POLYGON((500000 1270000, 501000 1270000, 501000 1271000, 500000 1271000, 500000 1270000))"
ONE_ZONE = (
    '{"type": "FeatureCollection", "features": [{"type": "Feature", "properties": {"zone_code": "RES"}, '
    '"geometry": {"type": "Polygon", "coordinates": [[[104, 11], [105, 11], [105, 12], [104, 12], [104, 11]]]}}]}'
)
# The table is not the first of its file.
PROFILE = """profile: own
version: "1"
title: {en: Own}
key: factory_id
source: {sheet: second}
fields:
  factory_id: factory_id
  name_en: factory_name_en
defaults: {registration_status: registered, status: functional, loc_source: List 2024}
"""
FACTORIES = [["POINT(500100 1270100)", "F1", "1410"], ["POINT(509000 1279000)", "F2", "1410"]]


@pytest.fixture
def zoning(project, provider, make_layer):
    from qgis.core import QgsCoordinateReferenceSystem

    layer = make_layer("Zoning", "Polygon", ["zone_code:string"], [[SQUARE, "LIND"]])
    project.setCrs(QgsCoordinateReferenceSystem("EPSG:32648"))
    project.addMapLayer(layer)
    return layer


@pytest.fixture
def apart(project, provider, spin):
    """Run an algorithm as the toolbox does, in a thread of its own; return whether it succeeded, outputs and log."""
    from qgis.core import (
        QgsApplication,
        QgsProcessingAlgRunnerTask,
        QgsProcessingContext,
        QgsProcessingFeedback,
    )

    def run(name, parameters):
        context, feedback, ended = QgsProcessingContext(), QgsProcessingFeedback(False), []
        context.setProject(project)
        algorithm = QgsApplication.processingRegistry().createAlgorithmById(f"factory:{name}")
        task = QgsProcessingAlgRunnerTask(algorithm, parameters, context, feedback)
        task.executed.connect(lambda successful, outputs: ended.append((successful, outputs)))
        QgsApplication.taskManager().addTask(task)
        assert spin(lambda: bool(ended))
        assert context.project() is project
        return (*ended[0], feedback.textLog())

    return run


def test_the_watch_sees_a_reach(project, reaches):
    from qgis.core import QgsProject

    thread = threading.Thread(target=lambda: (QgsProject.instance(), project.mapLayers(), QgsProject().mapLayers()))
    thread.start()
    thread.join()
    told = [one.partition("\n")[0] for one in reaches]
    reaches.clear()
    assert told == ["QgsProject.instance()", "QgsProject.mapLayers"]


@pytest.mark.parametrize("name", ["its id", "its name", "itself"])
@pytest.mark.parametrize("point", ["500500,1270500", "500500,1270500 [EPSG:32648]"])
def test_a_thread_has_what_the_project_alone_knows(apart, zoning, name, point):
    given = {"its id": zoning.id(), "its name": "Zoning", "itself": zoning}[name]
    parameters = {"POINT": point, "ACTIVITY": "1410", "ZONING": given, "CRS": "ProjectCrs", "ALTERNATIVES": 0}
    successful, outputs, log = apart("assess_site", parameters)
    assert successful, log
    assert '"LIND"' in outputs["RESULT"]


@pytest.mark.parametrize("whole", [False, True])
def test_a_thread_opens_no_file(apart, project, demo_gpkg, whole, tmp_path):
    """The file is opened in the window's thread before; the watch of this folder fails where the run itself does."""
    demo = {name: f"{demo_gpkg}|layername={name}" for name in ("factories", "zoning", "parks")}
    parameters = {"FACTORIES": demo["factories"], "ZONING": demo["zoning"], "PARKS": demo["parks"]}
    if whole:  # a file named as a whole, as the button of the toolbox does
        (tmp_path / "one.geojson").write_text(ONE_ZONE, "utf-8")
        parameters["ZONING"] = str(tmp_path / "one.geojson")
    successful, _outputs, log = apart("check_zoning", {**parameters, "OUTPUT": str(tmp_path / "out.gpkg")})
    assert successful, log


def names_suggested(apart, folder, **parameters):
    """Return the columns that a run in a thread has seen in a table, and its log."""
    folder.mkdir(exist_ok=True)
    output = folder / f"{len(list(folder.iterdir()))}.yaml"
    successful, outputs, log = apart("suggest_mapping", {**parameters, "OUTPUT": str(output)})
    assert successful, log
    return outputs["COLUMNS_USED"] + outputs["COLUMNS_LEFT"], output.read_text("utf-8") + log


@pytest.fixture
def two_tables(tmp_path):
    """A GeoPackage with two tables: the first has an id, the second a name too."""
    first = L.layer("Point", (("factory_id", "text"),), [(L.point(0, 0), "F1")], name="first")
    columns = (("factory_id", "text"), ("factory_name_en", "text"))
    second = L.layer("NoGeometry", columns, [(None, "F2", "Lotus")], crs="", name="second")
    for layer in (first, second):
        L.saved(layer, tmp_path / "t.gpkg")
    return tmp_path / "t.gpkg"


def test_a_thread_reads_the_chosen_table_of_a_file(apart, two_tables, tmp_path):
    count, said = names_suggested(apart, tmp_path / "out", INPUT=str(two_tables), SHEET="second")
    assert (count, "factory_name_en" in said) == (3, True)  # with the number of the row
    assert names_suggested(apart, tmp_path / "out", INPUT=f"{two_tables}|layername=first")[0] == 2


def test_a_thread_says_which_tables_a_file_has(apart, two_tables, tmp_path):
    given = {"INPUT": str(two_tables), "SHEET": "third", "OUTPUT": str(tmp_path / "p.yaml")}
    successful, _, log = apart("suggest_mapping", given)
    assert not successful
    assert "has no table “third”. It has: first, second" in log


def test_a_thread_says_that_a_file_is_no_table(apart, tmp_path):
    (tmp_path / "t.pdf").write_bytes(b"%PDF-1.4")
    successful, _, log = apart(
        "suggest_mapping", {"INPUT": str(tmp_path / "t.pdf"), "OUTPUT": str(tmp_path / "p.yaml")}
    )
    assert not successful
    assert "cannot be opened as a table" in log


def test_a_thread_reads_the_chosen_sheet_of_a_spreadsheet(apart, tmp_path):
    content = {"first": [["factory_id"], ["F1"]], "second": [["factory_id", "factory_name_en"], ["F2", "Lotus"]]}
    sheets.xlsx(tmp_path / "t.xlsx", content)
    count, said = names_suggested(apart, tmp_path / "out", INPUT=str(tmp_path / "t.xlsx"), SHEET="second")
    assert (count, "factory_name_en" in said) == (2, True)


def test_a_thread_finds_the_encoding_of_a_shapefile(apart, tmp_path):
    from qgis.core import QgsCoordinateTransformContext, QgsVectorFileWriter

    layer = L.layer("Point", (("factory_id", "text"), ("name", "text")), [(L.point(0, 0), "F1", "រោងចក្រ")])
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName, options.fileEncoding = "ESRI Shapefile", "UTF-8"
    context = QgsCoordinateTransformContext()
    QgsVectorFileWriter.writeAsVectorFormatV3(layer, str(tmp_path / "t.shp"), context, options)
    (tmp_path / "t.cpg").unlink()
    assert "Encoding: UTF-8." in names_suggested(apart, tmp_path / "out", INPUT=str(tmp_path / "t.shp"))[1]


def test_a_thread_imports_the_chosen_table_of_a_file(apart, two_tables, tmp_path):
    (tmp_path / "p.yaml").write_text(PROFILE, "utf-8")
    outputs = {"OUTPUT": str(tmp_path / "register.gpkg"), "REPORT": str(tmp_path / "report.gpkg")}
    given = {"INPUT": str(two_tables), "PROFILE": str(tmp_path / "p.yaml"), **outputs}
    successful, results, log = apart("import_register", given)
    assert successful, log
    assert results["ROWS_READ"] == 1
    assert "Columns: fid, factory_id, factory_name_en." in log


def test_a_thread_reads_what_somebody_edits(apart, project, two_tables, tmp_path):
    from qgis.core import QgsField, QgsVectorLayer
    from qgis.PyQt.QtCore import QVariant

    source = f"{two_tables}|layername=first"
    layer = QgsVectorLayer(source, "First", "ogr")
    project.addMapLayer(layer)
    layer.startEditing()
    layer.addAttribute(QgsField("added", QVariant.String))
    for given in (layer.id(), "First", source, layer):
        assert names_suggested(apart, tmp_path / "out", INPUT=given)[0] == 3
    layer.rollBack()


@pytest.mark.parametrize("split", [False, True])
def test_a_thread_reads_all_folders_of_a_file_of_threat_zones(apart, make_layer, split, tmp_path):
    from pyproj import Transformer

    x, y = Transformer.from_crs(4326, 32648, always_xy=True).transform(safety_kml.LON, safety_kml.LAT)
    rows = [[f"POINT({x} {y - 40})", "T1", "5210"]]
    register = make_layer("Factories", "Point", ["factory_id:string", "isic:string"], rows)
    kml = safety_kml.write(tmp_path / "release.kml", split=split)
    output = tmp_path / "out.gpkg"
    given = {"FACTORIES": register, "THREAT_ZONES": [kml], "OUTPUT": str(output)}
    successful, _, log = apart("safety_buffers", given)
    assert successful, log
    assert len([row for row in L.rows(output, "zones") if row["measured_from"] == "threat zone"]) == 3


def test_a_thread_has_only_what_is_selected(apart, zoning, project, make_layer, tmp_path, reaches):
    from qgis.core import QgsProcessingFeatureSourceDefinition

    register = make_layer("Factories", "Point", ["factory_id:string", "isic:string"], FACTORIES)
    project.addMapLayer(register)
    register.selectByExpression("factory_id = 'F2'")
    selected = QgsProcessingFeatureSourceDefinition(register.id(), selectedFeaturesOnly=True)
    output = tmp_path / "findings.gpkg"
    successful, _, log = apart("check_locations", {"FACTORIES": selected, "ZONING": zoning.id(), "OUTPUT": str(output)})
    assert successful, log
    assert [row["factory_id"] for row in L.rows(output, "factory_summary")] == ["F2"]
    assert len(reaches) == 1  # QGIS knows such a part by the id of its layer only
    reaches.clear()


def test_a_thread_refuses_to_replace_what_is_being_edited(apart, zoning, project, make_layer, tmp_path):
    from qgis.core import QgsVectorLayer

    register = make_layer("Factories", "Point", ["factory_id:string", "isic:string"], FACTORIES)
    project.addMapLayer(register)
    parameters = {"FACTORIES": register, "ZONING": zoning, "OUTPUT": str(tmp_path / "findings.gpkg")}
    assert apart("check_locations", parameters)[0]
    opened = QgsVectorLayer(f"{tmp_path / 'findings.gpkg'}|layername=findings", "Findings", "ogr")
    project.addMapLayer(opened)
    opened.startEditing()
    successful, _, log = apart("check_locations", parameters)
    assert not successful
    assert "is being edited" in log


def test_qt_never_asks_python_about_the_feedback_of_a_run_with_a_lock_in_hand(qgis_app, monkeypatch):
    """In an algorithm's thread it would wait for the window, which may be waiting for the lock: QGIS stood still."""
    from factory_locations.qgis_plugin.background import RunFeedback

    def heard(_percent):
        raise AssertionError

    asked = []
    feedback = RunFeedback()
    for name in ("connectNotify", "disconnectNotify"):
        monkeypatch.setattr(RunFeedback, name, lambda _self, signal: asked.append(signal), raising=False)
    feedback.progressChanged.connect(heard)
    feedback.progressChanged.disconnect(heard)
    assert asked == []
    feedback.setProgress(50)

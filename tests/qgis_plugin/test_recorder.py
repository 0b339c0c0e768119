"""What officers change by hand stands in the log of the register after every commit, and can be taken back."""

from __future__ import annotations

import json
import sqlite3
import time
from contextlib import closing

import pytest
from factory_locations.processing.register.undo import undo
from factory_locations.processing.storage.files import edited_in
from factory_locations.tests.patience import patience


@pytest.fixture
def path(tmp_path, qgis_app):
    """A register of the schema with three factories."""
    return made(tmp_path / "register.gpkg", 3)


def made(path, count):
    from factory_locations.processing.register.schema import create_register
    from qgis.core import QgsFeature, QgsGeometry, QgsPointXY, QgsVectorLayer

    create_register(path)
    layer = QgsVectorLayer(f"{path}|layername=factories", "made")
    rows = []
    for i in range(count):
        row = QgsFeature(layer.fields())
        told = {"factory_id": f"F{i + 1}", "name_en": f"Factory {i + 1}", "employees": 10 * i, "loc_accuracy_m": 0.1}
        for name, value in {**told, "province_code": "12", "isic": "1410"}.items():
            row.setAttribute(name, value)
        row.setGeometry(QgsGeometry.fromPointXY(QgsPointXY(490_000.1 + i, 1_280_000.7)))
        rows.append(row)
    assert layer.dataProvider().addFeatures(rows)[0]
    return path


@pytest.fixture
def register(project, path):
    """The register as a layer of the project."""
    from qgis.core import QgsVectorLayer

    layer = QgsVectorLayer(f"{path}|layername=factories", "Factories")
    project.addMapLayer(layer)
    return layer


@pytest.fixture
def said():
    return []


@pytest.fixture
def recorder(project, said):
    from factory_locations.qgis_plugin.editing.recorder import EditRecorder
    from factory_locations.qgis_plugin.editing.watch import RegisterWatch
    from factory_locations.qgis_plugin.project.roles import LayerRoles

    roles = LayerRoles(project)
    watch = RegisterWatch(project, roles)
    recorder = EditRecorder(watch, lambda text, level: said.append(text))
    yield recorder
    recorder.detach()
    watch.detach()
    roles.detach()


def log(path):
    with closing(sqlite3.connect(path)) as connection:
        connection.row_factory = sqlite3.Row
        try:
            return [dict(row) for row in connection.execute("SELECT * FROM audit ORDER BY audit_id")]
        except sqlite3.OperationalError:
            return []


def short(path):
    return [(r["factory_id"], r["field"], r["old_value"], r["new_value"]) for r in log(path)]


def factories(path):
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute("SELECT * FROM factories ORDER BY fid").fetchall()


def put(layer, key, name, value):
    assert layer.changeAttributeValue(key, layer.fields().lookupField(name), value)


def at(x, y):
    from qgis.core import QgsGeometry, QgsPointXY

    return QgsGeometry.fromPointXY(QgsPointXY(x, y))


def add(layer, factory_id, geometry=None):
    from qgis.core import QgsFeature

    feature = QgsFeature(layer.fields())
    feature.setAttribute("factory_id", factory_id)
    if geometry is not None:
        feature.setGeometry(geometry)
    assert layer.addFeature(feature)


@pytest.fixture
def drawn(register, qgis_app):
    """The register drawn on a map, so that QGIS holds connections to read it."""
    from qgis.gui import QgsMapCanvas

    canvas = QgsMapCanvas()
    canvas.resize(300, 300)
    canvas.setDestinationCrs(register.crs())
    canvas.setLayers([register])
    canvas.setExtent(register.extent().buffered(100))
    canvas.refresh()
    canvas.waitWhileRendering()
    yield canvas
    canvas.setLayers([])


def edit_all(layer):
    """Change, move, delete and add in one commit."""
    put(layer, 1, "employees", 11)
    put(layer, 1, "loc_accuracy_m", 12.3)
    assert layer.changeGeometry(2, at(490_500.123456789, 1_280_100.25))
    assert layer.deleteFeature(3)
    add(layer, "F4", at(490_900, 1_280_900))


def test_a_commit_is_logged_and_an_undo_takes_it_back_to_the_last_digit(
    project, path, register, recorder, drawn, said, monkeypatch
):
    from factory_locations.qgis_plugin.editing import recorder as module

    monkeypatch.setattr(module, "officer", lambda: "Sok Dara")
    before = factories(path)
    done = []
    recorder.logged.connect(done.append)
    register.startEditing()
    edit_all(register)
    drawn.refresh()
    drawn.waitWhileRendering()
    assert register.commitChanges(), register.commitErrors()
    lines = short(path)
    assert lines[0][:2] == ("F3", "*")
    assert lines[0][3] is None
    assert lines[1:5] == [
        ("F3", "geometry", "POINT (490002.1 1280000.7)", None),
        ("F1", "employees", "0", "11"),
        ("F1", "loc_accuracy_m", "0.1", "12.3"),
        ("F2", "geometry", "POINT (490001.1 1280000.7)", "POINT (490500.123456789 1280100.25)"),
    ]
    assert lines[5][:3] == ("F4", "*", None)
    assert lines[6] == ("F4", "geometry", None, "POINT (490900.0 1280900.0)")
    assert {(r["action"], r["who"], r["source"]) for r in log(path)} == {("edit", "Sok Dara", "Factories")}
    assert log(path)[5]["row_key"] == 4  # the key that the new factory got, not QGIS's number for it
    assert said == []
    assert len(done) == 1
    assert done[0].lines == 7

    undone = undo(register, done[0].batch_id, edited=edited_in(project))
    assert undone.count("restored") == 4
    assert undone.count("left") == 0
    assert factories(path) == before


def test_saving_twice_without_leaving_edit_mode_are_two_batches(project, path, register, recorder, drawn):
    register.startEditing()
    put(register, 1, "employees", 11)
    assert register.commitChanges(False)
    put(register, 1, "employees", 12)
    assert register.commitChanges(False)
    assert register.commitChanges()  # nothing more to save
    assert short(path) == [("F1", "employees", "0", "11"), ("F1", "employees", "11", "12")]
    assert len({r["batch_id"] for r in log(path)}) == 2


def test_what_was_taken_back_before_saving_is_not_logged(path, register, recorder):
    register.startEditing()
    put(register, 1, "employees", 11)
    register.undoStack().undo()
    put(register, 2, "employees", 22)
    assert register.commitChanges()
    assert short(path) == [("F2", "employees", "10", "22")]
    register.startEditing()
    put(register, 1, "employees", 99)
    register.rollBack()
    register.startEditing()
    assert register.commitChanges()
    assert len(log(path)) == 1


def test_a_commit_that_fails_half_way_logs_what_was_stored(path, register, recorder, spin):
    with closing(sqlite3.connect(path)) as file, file:
        file.execute("CREATE TRIGGER no BEFORE INSERT ON factories BEGIN SELECT RAISE(ABORT, 'no'); END")
    register.startEditing()
    put(register, 1, "employees", 11)
    add(register, "F4", at(1, 2))
    assert not register.commitChanges()
    assert factories(path)[0][14] == 11  # QGIS stores changed values before it adds rows
    assert spin(lambda: bool(log(path)), 5)
    assert short(path) == [("F1", "employees", "0", "11")]
    with closing(sqlite3.connect(path)) as file, file:
        file.execute("DROP TRIGGER no")
    assert register.commitChanges()
    assert [(r["factory_id"], r["field"]) for r in log(path)[1:]] == [("F4", "*"), ("F4", "geometry")]


def test_a_transaction_of_the_project_is_logged_too(project, path, recorder):
    from qgis.core import QgsVectorLayer

    project.setAutoTransaction(True)
    layer = QgsVectorLayer(f"{path}|layername=factories", "Factories")
    project.addMapLayer(layer)
    layer.startEditing()
    assert layer.dataProvider().transaction() is not None
    before = factories(path)
    edit_all(layer)
    assert layer.commitChanges(), layer.commitErrors()
    lines = [(r["factory_id"], r["field"]) for r in log(path)]
    assert lines == [
        ("F3", "*"), ("F3", "geometry"), ("F1", "employees"), ("F1", "loc_accuracy_m"), ("F2", "geometry"),
        ("F4", "*"), ("F4", "geometry"),
    ]  # fmt: skip
    undo(layer, log(path)[0]["batch_id"], edited=edited_in(project))
    assert factories(path) == before
    project.setAutoTransaction(False)


def test_where_nothing_can_be_logged_it_is_said_once_before_anything_is_changed(project, tmp_path, recorder, said):
    from qgis.core import QgsVectorFileWriter, QgsVectorLayer

    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName = "ESRI Shapefile"
    made = QgsVectorLayer("Point?crs=EPSG:32648&field=factory_id:string&field=isic:string", "m", "memory")
    file = str(tmp_path / "old.shp")
    QgsVectorFileWriter.writeAsVectorFormatV3(made, file, project.transformContext(), options)
    layer = QgsVectorLayer(file, "Factories")
    project.addMapLayer(layer)
    layer.startEditing()
    add(layer, "F1")
    assert layer.commitChanges()
    layer.startEditing()
    layer.rollBack()
    assert said == [
        "What you change by hand in “Factories” is not logged and cannot be undone later. The register “old.shp” is "
        "kept as ESRI Shapefile, in which changes cannot be logged and undone. Convert it to a GeoPackage first "
        "(Export → Save Features As…, format GeoPackage), or keep it in PostGIS."
    ]


def test_a_log_that_cannot_be_written_is_told_with_what_is_not_in_it(path, register, recorder, said):
    with closing(sqlite3.connect(path)) as file, file:
        file.execute("CREATE TABLE audit (something TEXT)")
        file.execute(
            "INSERT INTO gpkg_contents (table_name, data_type, identifier) VALUES ('audit', 'attributes', 'audit')"
        )
    register.startEditing()
    put(register, 2, "employees", 11)
    add(register, "F9", at(1, 2))
    assert register.commitChanges()
    assert said == [
        "The changes are saved, but could not be logged, and cannot be undone later: F2, F9. “register.gpkg|factories” "
        "has a table “audit” that is not the log of changes. Give it another name first."
    ]
    assert [row[2] for row in factories(path)] == ["F1", "F2", "F3", "F9"]


def test_ordinary_commits_do_not_hold_up_the_window(path, register, recorder, drawn, monkeypatch):
    register.startEditing()
    for key in (1, 2, 3):
        put(register, key, "employees", 77)
    for i in range(47):
        add(register, f"N{i}", at(490_000 + i, 1_280_000))
    spent = []
    for name in ("_about_to_commit", "_committed"):
        timed(recorder, name, spent, monkeypatch)
    assert register.commitChanges()
    assert len({r["factory_id"] for r in log(path)}) == 50
    assert len(spent) == 2
    assert sum(spent) < 0.1 * patience(), spent


def timed(recorder, name, spent, monkeypatch):
    """Measure a slot of the recorder."""
    slot = getattr(recorder, name)
    for place, (signal, connected) in enumerate(recorder._connections):
        if connected == slot:

            def measured(layer):
                began = time.perf_counter()
                slot(layer)
                spent.append(time.perf_counter() - began)

            signal.disconnect(connected)
            signal.connect(measured)
            recorder._connections[place] = (signal, measured)


def test_a_big_commit_is_logged_beside_the_window_and_no_row_is_lost(project, tmp_path, recorder, monkeypatch):
    from qgis.core import QgsVectorLayer

    path = made(tmp_path / "big.gpkg", 10_000)
    layer = QgsVectorLayer(f"{path}|layername=factories", "Factories")
    project.addMapLayer(layer)
    before = factories(path)
    layer.startEditing()
    place = layer.fields().lookupField("remarks")
    for key in range(1, 10_001):
        layer.changeAttributeValue(key, place, "seen")
    spent = []
    for name in ("_about_to_commit", "_committed"):
        timed(recorder, name, spent, monkeypatch)
    assert layer.commitChanges()
    assert recorder.busy
    # The next commit waits for the log of this one, or that would tell of both.
    layer.startEditing()
    layer.changeAttributeValue(1, place, "seen again")
    assert layer.commitChanges()
    recorder.finish()
    lines = log(path)
    assert [(r["old_value"], r["new_value"]) for r in lines] == [(None, "seen")] * 10_000 + [("seen", "seen again")]
    assert max(spent[:2]) < 0.2 * patience(), spent
    batches = list(dict.fromkeys(r["batch_id"] for r in lines))
    for batch in reversed(batches):
        undo(layer, batch, edited=edited_in(project))
    assert factories(path) == before


def test_rows_that_cannot_be_read_when_they_are_stored_are_told_by_name(path, register, recorder, said, monkeypatch):
    from factory_locations.processing.register import edits

    def fails(*_):
        raise OSError("the disk has gone")

    monkeypatch.setattr(edits.Moment, "rows", fails)
    register.startEditing()
    put(register, 2, "employees", 11)
    assert register.deleteFeature(3)
    add(register, "F9", at(1, 2))
    assert register.commitChanges()
    assert said == [
        "The changes are saved, but could not be logged, and cannot be undone later: F2, F3, F9. OSError: the disk has "
        "gone"
    ]
    assert log(path) == []


def test_a_layer_that_goes_while_it_is_stored_leaves_no_thread_waiting(path, register, recorder):
    register.startEditing()
    put(register, 1, "employees", 11)
    recorder._about_to_commit(register)
    writer = recorder._commits[register.id()]
    assert writer.is_alive()
    recorder.finish_all()
    assert not writer.is_alive()


def field_of(name, kind="Int"):
    from qgis.core import QgsField
    from qgis.PyQt.QtCore import QVariant

    return QgsField(name, getattr(QVariant, kind))


def place(layer, name):
    return layer.fields().lookupField(name)


def test_a_field_added_in_the_same_saving_is_logged_with_the_edits_of_all_others(project, path, register, recorder):
    register.startEditing()
    assert register.addAttribute(field_of("extra"))
    register.updateFields()
    put(register, 1, "extra", 5)
    put(register, 1, "employees", 77)
    assert register.commitChanges(), register.commitErrors()
    assert short(path) == [("F1", "employees", "0", "77"), ("F1", "extra", None, "5")]
    assert undo(register, log(path)[0]["batch_id"], edited=edited_in(project)).count("restored") == 1
    assert (factories(path)[0][14], factories(path)[0][-1]) == (0, None)


def test_a_field_renamed_in_the_same_saving_is_the_field_that_it_was(path, register, recorder, said):
    register.startEditing()
    put(register, 1, "remarks", "precious")
    assert register.commitChanges()
    register.startEditing()
    assert register.renameAttribute(place(register, "remarks"), "note")
    put(register, 1, "employees", 78)
    put(register, 2, "note", "seen")
    assert register.commitChanges(), register.commitErrors()
    assert short(path)[1:] == [("F1", "employees", "0", "78"), ("F2", "note", None, "seen")]
    assert said == []


def test_what_a_deleted_field_held_stands_in_the_log_of_every_row(project, path, register, recorder, said):
    register.startEditing()
    put(register, 1, "remarks", "precious")
    put(register, 2, "remarks", "too")
    assert register.commitChanges()
    register.setSubsetString("\"factory_id\" <> 'F2'")  # a field goes from the rows that are not shown as well
    register.startEditing()
    assert register.deleteAttribute(place(register, "remarks"))
    put(register, 3, "employees", 78)
    assert register.commitChanges(), register.commitErrors()
    assert sorted(short(path)[2:]) == [
        ("F1", "remarks", "precious", None),
        ("F2", "remarks", "too", None),
        ("F3", "employees", "20", "78"),
    ]
    assert said == []
    # When the field is there again, its values come back too.
    register.startEditing()
    assert register.addAttribute(field_of("remarks", "String"))
    assert register.commitChanges()
    undone = undo(register, log(path)[2]["batch_id"], edited=edited_in(project))
    assert undone.count("restored") == 3
    assert [row[-1] for row in factories(path)] == ["precious", "too", None]


def test_only_the_fields_of_the_table_are_logged_not_those_of_joins_and_expressions(
    project, path, register, recorder, said
):
    from qgis.core import QgsFeature, QgsVectorLayer, QgsVectorLayerJoinInfo

    before = factories(path)
    other = QgsVectorLayer("None?field=k:string&field=v:string", "j", "memory")
    row = QgsFeature(other.fields())
    row.setAttributes(["F1", "x"])
    assert other.dataProvider().addFeatures([row])[0]
    project.addMapLayer(other)
    join = QgsVectorLayerJoinInfo()
    join.setJoinLayer(other)
    join.setJoinFieldName("k")
    join.setTargetFieldName("factory_id")
    join.setUsingMemoryCache(True)
    join.setEditable(True)
    assert register.addJoin(join)
    register.addExpressionField("employees * 2", field_of("twice"))
    other.startEditing()
    register.startEditing()
    put(register, 1, "employees", 5)
    put(register, 1, "j_v", "new")
    add(register, "F9", at(3, 4))
    assert register.commitChanges(), register.commitErrors()
    assert [line[:2] for line in short(path)] == [("F1", "employees"), ("F9", "*"), ("F9", "geometry")]
    assert not {"j_v", "twice"} & json.loads(short(path)[1][3]).keys()
    assert said == []
    undo(register, log(path)[0]["batch_id"], edited=edited_in(project))
    assert factories(path) == before
    other.rollBack()


@pytest.fixture
def elsewhere(project, make_layer, recorder):
    """Another layer that is the register, so that the one of the tests is not followed."""
    other = make_layer("Zz", "Point", ["factory_id:string", "isic:string"], [])
    project.addMapLayer(other)
    recorder._watch._roles.assign("factories", other)
    return other


def test_what_was_edited_before_the_layer_became_the_register_is_logged_too(path, register, elsewhere, recorder):
    register.startEditing()
    put(register, 1, "employees", 91)
    assert register.deleteFeature(2)
    recorder._watch._roles.assign("factories", register)
    assert register.changeGeometry(3, at(1, 2))
    assert register.commitChanges()
    assert {(r["factory_id"], r["field"]) for r in log(path)} == {
        ("F1", "employees"), ("F2", "*"), ("F2", "geometry"), ("F3", "geometry"),
    }  # fmt: skip


def test_what_was_edited_before_the_plugin_was_loaded_is_logged_too(project, path, register, said):
    from factory_locations.qgis_plugin.editing.recorder import EditRecorder
    from factory_locations.qgis_plugin.editing.watch import RegisterWatch
    from factory_locations.qgis_plugin.project.roles import LayerRoles

    register.startEditing()
    put(register, 1, "employees", 77)
    roles = LayerRoles(project)
    watch = RegisterWatch(project, roles)
    recorder = EditRecorder(watch, lambda text, level: said.append(text))
    put(register, 2, "employees", 78)
    assert register.commitChanges()
    for one in (recorder, watch, roles):
        one.detach()
    assert short(path) == [("F1", "employees", "0", "77"), ("F2", "employees", "10", "78")]
    assert said == []


def test_a_transaction_that_began_before_the_layer_became_the_register_is_told(
    project, path, elsewhere, recorder, said
):
    from qgis.core import QgsVectorLayer

    project.setAutoTransaction(True)
    layer = QgsVectorLayer(f"{path}|layername=factories", "Factories")
    project.addMapLayer(layer)
    layer.startEditing()
    recorder._watch._roles.assign("factories", layer)
    expected = [
        "What you change by hand in “Factories” is not logged and cannot be undone later. The project stores in "
        "transactions, and this one had begun before the layer was followed. Save and end editing, then start again."
    ]
    assert said == expected
    put(layer, 1, "employees", 91)
    assert layer.commitChanges()
    layer.startEditing()
    put(layer, 2, "employees", 92)
    assert layer.commitChanges()
    assert short(path) == [("F2", "employees", "10", "92")]
    assert said == expected
    project.setAutoTransaction(False)


def test_a_register_without_factory_ids_is_told_of_before_anything_is_changed(project, tmp_path, recorder, said):
    from qgis.core import QgsFeature, QgsVectorFileWriter, QgsVectorLayer

    memory = QgsVectorLayer("Point?crs=EPSG:32648&field=nr:string&field=employees:int", "m", "memory")
    row = QgsFeature(memory.fields())
    row.setAttributes(["N1", 1])
    assert memory.dataProvider().addFeatures([row])[0]
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.layerName = "factories"
    file = str(tmp_path / "r.gpkg")
    QgsVectorFileWriter.writeAsVectorFormatV3(memory, file, project.transformContext(), options)
    layer = QgsVectorLayer(f"{file}|layername=factories", "Factories")
    project.addMapLayer(layer)
    layer.startEditing()
    expected = [
        "What you change by hand in “Factories” is not logged and cannot be undone later. The register "
        "“r.gpkg|factories” has no field “factory_id”. It has: fid, nr, employees."
    ]
    assert said == expected
    put(layer, 1, "employees", 5)
    assert layer.commitChanges()
    assert said == expected


def test_every_layer_of_the_table_is_logged(project, path, register, recorder, said):
    from qgis.core import QgsVectorLayer

    copy = QgsVectorLayer(f"{path}|layername=factories", "Factories copy")
    part = QgsVectorLayer(f"{path}|layername=factories|subset=\"province_code\" = '12'", "A province")
    project.addMapLayers([copy, part])
    assert recorder._watch.layer is register
    for key, layer in enumerate((register, copy, part), start=1):
        layer.startEditing()
        put(layer, key, "employees", 4242)
        assert layer.commitChanges()
    assert [(r["factory_id"], r["field"], r["source"]) for r in log(path)] == [
        ("F1", "employees", "Factories"), ("F2", "employees", "Factories copy"), ("F3", "employees", "A province"),
    ]  # fmt: skip
    project.removeMapLayer(copy.id())
    register.startEditing()
    put(register, 1, "employees", 1)
    assert register.commitChanges()
    assert len(log(path)) == 4
    assert said == []


def test_cut_and_paste_and_a_swap_of_ids_leave_earlier_batches_to_be_taken_back(project, path, register, recorder):
    from qgis.core import QgsFeature

    states = [factories(path)]

    def saved():
        assert register.commitChanges(), register.commitErrors()
        states.append(factories(path))

    register.startEditing()
    put(register, 1, "employees", 500)
    saved()
    register.startEditing()
    pasted = QgsFeature(register.getFeature(1))
    assert register.deleteFeature(1)
    pasted.setAttribute(place(register, "fid"), None)
    assert register.addFeature(pasted)
    saved()
    register.startEditing()
    for key, name in ((4, "X"), (2, "F1"), (4, "F2")):
        put(register, key, "factory_id", name)
    saved()
    register.startEditing()
    put(register, 2, "employees", 20)
    saved()
    batches = list(dict.fromkeys(row["batch_id"] for row in log(path)))
    assert len(batches) == 4
    for batch, before in zip(reversed(batches), reversed(states[:-1])):
        undone = undo(register, batch, edited=edited_in(project))
        assert undone.count("left") == 0, undone
        assert factories(path) == before


def test_a_big_log_that_fails_is_still_to_be_read_when_the_plugin_is_unloaded_at_once(project, iface, tmp_path):
    import factory_locations
    from qgis.core import Qgis, QgsVectorLayer

    path = made(tmp_path / "big.gpkg", 600)
    with closing(sqlite3.connect(path)) as file, file:
        file.execute("CREATE TABLE audit (something TEXT)")
        file.execute(
            "INSERT INTO gpkg_contents (table_name, data_type, identifier) VALUES ('audit', 'attributes', 'audit')"
        )
    plugin = factory_locations.classFactory(iface)
    plugin.initGui()
    layer = QgsVectorLayer(f"{path}|layername=factories", "Factories")
    project.addMapLayer(layer)
    layer.startEditing()
    for key in range(1, 601):
        put(layer, key, "remarks", "seen")
    assert layer.commitChanges()
    plugin.unload()
    (item,) = iface.messageBar().items()
    assert item.level() == Qgis.MessageLevel.Critical
    assert "F8 and 592 more. “big.gpkg|factories” has a table “audit” that is not the log" in item.text()

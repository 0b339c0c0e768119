"""What is told of the editing of the register, and of nothing else."""

from __future__ import annotations

import sqlite3

import pytest

SIGNALS = (
    "register_changed",
    "editing_started",
    "editing_ended",
    "feature_added",
    "feature_deleted",
    "geometry_changed",
    "attribute_changed",
    "about_to_commit",
    "committed",
    "commit_failed",
)


@pytest.fixture
def roles(project):
    from factory_locations.qgis_plugin.project.roles import LayerRoles

    roles = LayerRoles(project)
    yield roles
    roles.detach()


def listen(watch):
    """Return a list that grows with all that the watch says: signal, name of the layer, what else."""
    said = []

    def note(name):
        def slot(layer, *more):
            said.append((name, layer.name() if layer is not None else None, *more))

        return slot

    for name in SIGNALS:
        getattr(watch, name).connect(note(name))
    return said


@pytest.fixture
def watch(project, roles):
    from factory_locations.qgis_plugin.editing.watch import RegisterWatch

    watch = RegisterWatch(project, roles)
    yield watch
    watch.detach()


@pytest.fixture
def told(watch):
    return listen(watch)


@pytest.fixture
def register(make_layer):
    rows = [["POINT(500000 1270000)", "F1", "Lotus"], ["POINT(501000 1270000)", "F2", "Angkor"]]
    return make_layer("Factories", "Point", ["factory_id:string", "name_en:string"], rows)


def new_feature(layer, *values):
    from qgis.core import QgsFeature, QgsGeometry, QgsPointXY

    feature = QgsFeature(layer.fields())
    feature.setAttributes(list(values))
    feature.setGeometry(QgsGeometry.fromPointXY(QgsPointXY(502000, 1270000)))
    return feature


def taken(told):
    said = list(told)
    told.clear()
    return said


def test_every_edit_is_told(project, register, told):
    from qgis.core import QgsGeometry, QgsPointXY

    project.addMapLayer(register)
    assert taken(told) == [("register_changed", "Factories")]
    register.startEditing()
    register.changeAttributeValue(1, 1, "Blue Lotus")
    register.changeGeometry(2, QgsGeometry.fromPointXY(QgsPointXY(501010, 1270000)))
    feature = new_feature(register, "F3", "Bayon")
    register.addFeature(feature)
    register.deleteFeature(1)
    assert taken(told) == [
        ("editing_started", "Factories"),
        ("attribute_changed", "Factories", 1, 1),
        ("geometry_changed", "Factories", 2),
        ("feature_added", "Factories", feature.id()),
        ("feature_deleted", "Factories", 1),
    ]
    assert feature.id() < 0
    register.undoStack().undo()
    assert taken(told) == [("feature_added", "Factories", 1)]
    assert register.commitChanges()
    assert taken(told) == [
        ("about_to_commit", "Factories"),
        # The new factory gets its real id.
        ("feature_deleted", "Factories", feature.id()),
        ("feature_added", "Factories", 3),
        ("committed", "Factories"),
        ("editing_ended", "Factories"),
    ]


def test_committing_lasts_as_long_as_the_commit(project, register, watch, told):
    project.addMapLayer(register)
    seen = []
    watch.feature_added.connect(lambda *_: seen.append(watch.committing))
    watch.committed.connect(lambda *_: seen.append(watch.committing))
    register.startEditing()
    register.addFeature(new_feature(register, "F3", "Bayon"))
    assert register.commitChanges()
    assert seen == [False, True, False]


def test_a_commit_that_fails_is_told_once_it_is_over(project, tmp_path, register, told, spin):
    from qgis.core import QgsVectorFileWriter, QgsVectorLayer

    path = tmp_path / "register.gpkg"
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName = "GPKG"
    QgsVectorFileWriter.writeAsVectorFormatV3(register, str(path), project.transformContext(), options)
    with sqlite3.connect(path) as file:
        file.execute("CREATE TRIGGER no BEFORE UPDATE OF name_en ON register BEGIN SELECT RAISE(ABORT, 'no'); END")
    file.close()
    register = QgsVectorLayer(str(path), "Factories")
    project.addMapLayer(register)
    register.startEditing()
    register.changeAttributeValue(1, 2, "Blue Lotus")
    taken(told)
    assert not register.commitChanges()
    assert spin(lambda: len(told) == 2, 2)
    assert taken(told) == [("about_to_commit", "Factories"), ("commit_failed", "Factories")]
    register.rollBack()
    assert [name for name, *_ in taken(told)] == ["attribute_changed", "editing_ended"]


def test_follows_the_role(project, roles, register, make_layer, told):
    other = make_layer("Mills", "Point", ["code:string"], [["POINT(1 1)", "M1"]])
    project.addMapLayers([register, other])
    taken(told)
    roles.assign("factories", other)
    assert taken(told) == [("register_changed", "Mills")]
    register.startEditing()
    register.changeAttributeValue(1, 1, "not of the register any more")
    other.startEditing()
    assert taken(told) == [("editing_started", "Mills")]
    roles.assign("factories", None)
    assert taken(told) == [("register_changed", None)]
    register.rollBack()
    other.rollBack()


def test_a_layer_that_is_edited_is_followed_to_the_end(project, roles, register, make_layer, watch, told):
    other = make_layer("Mills", "Point", ["code:string"], [["POINT(1 1)", "M1"]])
    project.addMapLayers([register, other])
    register.startEditing()
    register.changeAttributeValue(1, 1, "Blue Lotus")
    roles.assign("factories", other)
    assert watch.edited == [register]
    taken(told)
    assert register.commitChanges()
    assert [name for name, *_ in taken(told)] == ["about_to_commit", "committed", "editing_ended"]
    register.startEditing()
    assert taken(told) == []
    register.rollBack()


def test_a_layer_already_edited_is_told_when_it_becomes_the_register(project, register, told):
    register.startEditing()
    project.addMapLayer(register)
    assert taken(told) == [("register_changed", "Factories"), ("editing_started", "Factories")]
    register.rollBack()


def test_layer_removed_and_project_switched(project, register, make_layer, watch, told):
    project.addMapLayer(register)
    register.startEditing()
    taken(told)
    project.removeMapLayer(register.id())
    assert taken(told) == [("editing_ended", "Factories"), ("register_changed", None)]
    assert watch.layer is None
    project.addMapLayer(make_layer("Factories B", "Point", ["factory_id:string"], [["POINT(1 1)", "B1"]]))
    assert taken(told) == [("register_changed", "Factories B")]
    project.clear()
    assert taken(told) == [("register_changed", None)]
    assert watch.edited == []


def test_detach_leaves_no_connection(project, roles, register):
    from factory_locations.qgis_plugin.editing.watch import RegisterWatch

    project.addMapLayer(register)
    watch = RegisterWatch(project, roles)
    told = listen(watch)
    names = ("editingStarted", "editingStopped", "featureAdded", "featureDeleted", "geometryChanged")
    names += ("attributeValueChanged", "beforeCommitChanges", "afterCommitChanges")
    signals = [getattr(register, name) for name in names]
    with_watch = [register.receivers(signal) for signal in signals]
    leaving = project.receivers(project.layersWillBeRemoved), roles.receivers(roles.changed)
    watch.detach()
    assert [register.receivers(signal) for signal in signals] == [count - 1 for count in with_watch]
    after = project.receivers(project.layersWillBeRemoved), roles.receivers(roles.changed)
    assert after == (leaving[0] - 1, leaving[1] - 1)
    assert roles.receivers(roles.assigned) == 0
    register.startEditing()
    register.rollBack()
    assert told == []

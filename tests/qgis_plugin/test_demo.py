"""The demo project."""

from __future__ import annotations

import hashlib

import pytest


@pytest.fixture
def plugin(iface, provider):
    import factory_locations

    instance = factory_locations.classFactory(iface)
    instance.initGui()
    yield instance
    instance.unload()


@pytest.fixture
def copy(demo_gpkg, tmp_path):
    from factory_locations.qgis_plugin.project.demo import demo_copy

    return demo_copy(demo_gpkg, tmp_path / "profile")


@pytest.fixture
def built(project, copy):
    from factory_locations.qgis_plugin.project.demo import build_demo
    from factory_locations.qgis_plugin.project.roles import LayerRoles

    roles = LayerRoles(project)
    view = build_demo(project, roles, copy)
    yield project, roles, view
    roles.detach()


def tables(gpkg):
    from osgeo import ogr

    source = ogr.Open(str(gpkg))
    return {source.GetLayer(index).GetName() for index in range(source.GetLayerCount())}


def test_every_layer_of_the_demo_is_there(built, copy):
    from factory_locations.qgis_plugin.project.demo import contents

    project, _roles, _view = built
    held = tables(copy)
    wanted = [entry.title for group in contents() for entry in group.layers if entry.table in held]
    shown = [node.layer().name() for node in project.layerTreeRoot().findLayers()]
    assert shown == wanted
    assert [group.name() for group in project.layerTreeRoot().findGroups()] == [group.title for group in contents()]


def test_roles_rules_crs_and_view(built, copy):
    from factory_locations.qgis_plugin.project.roles import ROLES

    project, roles, view = built
    held = tables(copy)
    assert {"rivers", "schools", "hospitals", "residential", "protected", "salt_farmland", "water_intakes"} <= held
    for role in ROLES:
        table = {"admin": "provinces", "hazard_zones": "flood_zones"}.get(role, role)
        layer = roles.layer(role)
        assert (layer is not None) == (table in held), role
        assert layer is None or f"layername={table}" in layer.source(), role
    assert roles.rules().endswith("kh-baseline.yaml")
    assert project.customVariables()["factory_rules"] == roles.rules()
    assert project.crs().authid() == "EPSG:32648"
    assert view.contains(roles.layer("factories").extent())
    assert "llustrative" in project.title()


def test_what_findings_are_about_is_seen(built):
    """Nothing opaque lies on the surroundings, and every one of them is drawn where a finding is looked at."""
    project, roles, _view = built
    groups = [group.name() for group in project.layerTreeRoot().findGroups()]
    assert groups.index("Surroundings") < groups.index("Plans")
    surroundings = project.layerTreeRoot().findGroup("Surroundings")
    shown = {node.layer().name() for node in surroundings.findLayers() if node.isVisible()}
    for role in ("hospitals", "schools", "wells", "pagodas", "markets", "hazard_zones", "residential"):
        layer = roles.layer(role)
        assert layer.name() in shown, role
        assert layer.isInScaleRange(5_000), role
        assert not layer.isInScaleRange(1_000_000), role
    assert roles.layer("hospitals").labelsEnabled()
    for role in ("salt_farmland", "lakes", "rivers", "water_intakes", "protected"):
        layer = roles.layer(role)
        assert layer.name() in shown, role
        assert layer.isInScaleRange(1_000_000), role
    assert roles.layer("zoning").opacity() < 1


def test_unchecked_factories_do_not_look_like_a_pass(built):
    from factory_locations.processing.reports.symbols import VERDICTS, hue_of

    _project, roles, _view = built
    colour = hue_of(roles.layer("factories").renderer().symbol())
    assert colour == VERDICTS["not checked"].colour
    assert colour.lower() not in {style.colour.lower() for name, style in VERDICTS.items() if name != "not checked"}


def test_names_are_khmer_in_khmer(project, copy, monkeypatch):
    from factory_locations.qgis_plugin.project import localise
    from factory_locations.qgis_plugin.project.demo import build_demo
    from factory_locations.qgis_plugin.project.roles import LayerRoles

    monkeypatch.setattr(localise, "in_khmer", lambda: True)
    roles = LayerRoles(project)
    build_demo(project, roles, copy)
    for role in ("factories", "parks", "admin"):
        assert roles.layer(role).labeling().settings().fieldName.startswith('coalesce(nullif("name_km"'), role
    zones = [category.label() for category in roles.layer("zoning").renderer().categories()]
    assert "លំនៅឋាន" in zones
    roles.detach()


def test_shipped_file_cannot_be_changed_by_accident(built, demo_gpkg, copy):
    project, _roles, _view = built
    before = hashlib.sha256(demo_gpkg.read_bytes()).hexdigest()
    for layer in project.mapLayers().values():
        assert str(demo_gpkg) not in layer.source()
        assert not layer.startEditing()
    assert hashlib.sha256(demo_gpkg.read_bytes()).hexdigest() == before


def test_loading_again_restores_the_copy(demo_gpkg, copy):
    from factory_locations.qgis_plugin.project.demo import demo_copy

    copy.write_bytes(b"edited")
    assert demo_copy(demo_gpkg, copy.parent) == copy
    assert copy.read_bytes() == demo_gpkg.read_bytes()
    assert [one.name for one in copy.parent.iterdir()] == ["demo.gpkg"]


def test_missing_demo_says_so(tmp_path):
    from factory_locations.qgis_plugin.project.demo import DemoError, demo_copy

    with pytest.raises(DemoError, match=r"no-demo\.gpkg"):
        demo_copy(tmp_path / "no-demo.gpkg", tmp_path)


def test_unwritable_folder_says_so(demo_gpkg, tmp_path):
    from factory_locations.qgis_plugin.project.demo import DemoError, demo_copy

    (tmp_path / "file").write_text("in the way")
    with pytest.raises(DemoError, match="file"):
        demo_copy(demo_gpkg, tmp_path / "file" / "folder")


def test_a_person_who_keeps_the_project_keeps_it(plugin, iface, project, make_layer):
    project.addMapLayer(make_layer("Work", "Polygon", []))
    iface.keep_project = True
    assert plugin.load_demo_project() is False
    assert [layer.name() for layer in project.mapLayers().values()] == ["Work"]


def test_loaded_from_the_plugin(plugin, iface, project, spin):
    assert plugin.load_demo_project() is True
    assert spin(lambda: not project.isDirty(), 5)
    factories = plugin.desktop.dock.layers.layer("factories")
    assert factories.featureCount() >= 800
    assert iface.canvas.extent().contains(factories.extent().center())
    assert plugin.desktop.dock.run_button.isEnabled()

"""Setting up a project, loading layers, and what is told of layers that have gone; the windows without a screen."""

from __future__ import annotations

import shutil
import time
from dataclasses import replace
from pathlib import Path

import pytest
from factory_locations.tests import layers as L
from factory_locations.tests.patience import patience


@pytest.fixture
def files(demo_gpkg, tmp_path):
    """The demo's GeoPackage in a folder of its own."""
    folder = tmp_path / "given"
    folder.mkdir()
    shutil.copy(demo_gpkg, folder / "demo.gpkg")
    return folder


@pytest.fixture
def sources(qgis_app, files):
    """What the demo holds, by table."""
    from factory_locations.qgis_plugin.project.sources import search

    return {one.name: one for one in search([files]).sources}


@pytest.fixture
def roles(project):
    from factory_locations.qgis_plugin.project.roles import LayerRoles

    instance = LayerRoles(project)
    yield instance
    instance.detach()


@pytest.fixture
def plugin(iface, provider):
    import factory_locations

    instance = factory_locations.classFactory(iface)
    instance.initGui()
    yield instance
    instance.unload()


@pytest.fixture
def part(plugin):
    from factory_locations.qgis_plugin.project.part import ProjectPart

    return next(one for one in plugin.desktop._parts if isinstance(one, ProjectPart))


def plan_of(folder, sources=None, **more):
    from factory_locations.qgis_plugin.project.setup import Plan

    return Plan(folder, layers={} if sources is None else sources, **more)


def made(plan):
    """Make a project of a plan and open it again in a project of its own."""
    from factory_locations.qgis_plugin.project.setup import Setup

    making = Setup(plan)
    making.write_files()
    list(making.build())


def opened(project, plan):
    assert project.read(str(plan.project_path))
    return project


@pytest.fixture
def check(run, files):
    """A check of the demo."""
    given = {role.upper(): f"{files / 'demo.gpkg'}|layername={role}" for role in ("factories", "zoning", "parks")}
    run("check_locations", {**given, "OUTPUT": str(files / "check.gpkg")})
    return files / "check.gpkg"


# --- guesses -------------------------------------------------------------------------------------------------------


def looks(name, geometry, *fields):
    from factory_locations.qgis_plugin.project.roles import Looks
    from qgis.core import QgsWkbTypes

    kinds = {
        "point": QgsWkbTypes.GeometryType.PointGeometry,
        "line": QgsWkbTypes.GeometryType.LineGeometry,
        "polygon": QgsWkbTypes.GeometryType.PolygonGeometry,
    }
    return Looks(name, kinds[geometry], frozenset(fields))


def test_a_layer_gets_one_role_and_the_one_that_fits_best(qgis_app):
    from factory_locations.qgis_plugin.project.roles import propose

    given = [
        looks("SEZ and industrial parks", "polygon", "park_id", "licence_no"),
        looks("National parks (protected)", "polygon", "name"),
        looks("factories 2024", "point", "factory_id", "isic", "loc_accuracy_m"),
        looks("rivers", "point"),  # not drawn as a river is
        looks("something", "polygon"),
    ]
    proposed = {role: given[place].name for role, place in propose(given).items()}
    assert proposed == {
        "factories": "factories 2024",
        "parks": "SEZ and industrial parks",
        "protected": "National parks (protected)",
    }


def test_the_order_of_the_files_does_not_matter(sources):
    from factory_locations.qgis_plugin.project.roles import propose

    one = [source.looks for source in sources.values()]
    two = one[::-1]
    assert {role: one[i].name for role, i in propose(one).items()} == {
        role: two[i].name for role, i in propose(two).items()
    }


@pytest.mark.parametrize(
    "smaller",
    [
        ("communes", ["commune_code", "district_code", "province_code"], 0),  # as in the demo
        ("admin level 3", ["adm3_pcode", "adm1_pcode"], 0),
        ("Districts of Cambodia", ["name"], 0),
        ("ឃុំ", ["name_km"], 0),
        ("admin units", ["code", "name"], 6),
    ],
)
def test_communes_are_proposed_for_provinces_only_where_there_are_none(qgis_app, smaller):
    from factory_locations.qgis_plugin.project.roles import propose

    name, fields, digits = smaller
    pieces = replace(looks(name, "polygon", *fields), digits=digits)
    whole = looks("provinces", "polygon", "province_code")
    assert propose([pieces, whole])["admin"] == 1
    assert propose([pieces]) == {"admin": 0}


def test_codes_of_six_digits_are_those_of_communes(roles, project, make_layer):
    square = "POLYGON((0 0, 1 0, 1 1, 0 0))"
    small = make_layer("admin b", "Polygon", ["code:string"], [[square, "010201"]])
    whole = make_layer("admin a", "Polygon", ["code:string"], [[square, "KH-01"]])
    project.addMapLayers([small, whole])
    assert roles.layer("admin") == whole


# --- what can be loaded ----------------------------------------------------------------------------------------------


def test_a_folder_is_searched(files, sources):
    from factory_locations.qgis_plugin.project.sources import search

    assert {"factories", "zoning", "flood_zones"} <= sources.keys()
    (files / "notes.geojson").write_text("no layer", encoding="utf-8")
    found = search([files])
    assert len(found.sources) == len(sources)
    assert found.unread == (str(files / "notes.geojson"),)


def test_the_findings_of_a_check_are_known_as_such(check, files, sources):
    from factory_locations.qgis_plugin.project.sources import search

    found = search([files])
    assert found.findings == (check,)
    assert len(found.sources) == len(sources)


def test_a_search_can_be_cancelled(files):
    from factory_locations.qgis_plugin.project.sources import search

    assert search([files], lambda: False).sources == ()


@pytest.mark.parametrize(
    ("driver", "ending"),
    [
        *(("GPKG", "gpkg"), ("ESRI Shapefile", "shp"), ("GeoJSON", "geojson"), ("FlatGeobuf", "fgb"), ("KML", "kml")),
        *(("GML", "gml"), ("MapInfo File", "tab"), ("SQLite", "sqlite")),
    ],
)
def test_files_are_known_as_qgis_opens_them(qgis_app, tmp_path, driver, ending):
    """They are read apart from QGIS, and have to be taken for the same layers."""
    from factory_locations.qgis_plugin.project.sources import search, source_of
    from qgis.core import QgsCoordinateTransformContext, QgsProviderRegistry, QgsVectorFileWriter, QgsVectorLayer

    units = L.layer("Polygon", (("code", "text"), ("Name", "text")), [(L.box(0, 0, 1000), "0102", "West")])
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName, options.layerName = driver, "my units"
    path = tmp_path / f"my units.{ending}"
    QgsVectorFileWriter.writeAsVectorFormatV3(units, str(path), QgsCoordinateTransformContext(), options)
    (part,) = QgsProviderRegistry.instance().querySublayers(str(path))
    (found,) = search([path]).sources
    assert found == source_of(QgsVectorLayer(part.uri(), part.name(), "ogr"))
    assert found.looks.digits == 4


@pytest.mark.parametrize("ending", ["kml", "geojson", "gpkg"])
def test_a_layer_that_mixes_kinds_comes_in_parts_as_in_qgis(qgis_app, tmp_path, ending):
    """A folder of Google Earth holds marks and outlines together."""
    from factory_locations.qgis_plugin.project.sources import look, search

    shapes = ("POINT(104 11)", "POLYGON((104 11,105 11,105 12,104 11))", "POINT(104.5 11)", "LINESTRING(104 11,105 12)")
    path = tmp_path / f"survey.{ending}"
    mixed(path, shapes)
    found = search([path]).sources
    assert [one.open().featureCount() for one in found] == [2, 1, 1]
    assert [one.looks.geometry for one in found] == [one.open().geometryType() for one in found] == [0, 1, 2]
    assert [one.title for one in found] == [f"survey  ({kind})" for kind in ("points", "lines", "polygons")]
    assert [look(one.uri, "ogr", one.name) for one in found] == list(found)


def test_a_layer_of_one_kind_is_whole_though_it_does_not_say_so(qgis_app, tmp_path):
    from factory_locations.qgis_plugin.project.sources import search

    path = tmp_path / "survey.gpkg"
    mixed(path, ("POLYGON((104 11,105 11,105 12,104 11))", "MULTIPOLYGON(((104 11,105 11,105 12,104 11)))"))
    (found,) = search([path]).sources
    assert found.title == "survey"
    assert found.open().featureCount() == 2


def mixed(path, shapes):
    """Write a layer “survey” of any geometries."""
    from osgeo import ogr, osr

    if path.suffix == ".kml":  # as Google Earth writes it
        marks = "".join(f"<Placemark>{ogr.CreateGeometryFromWkt(shape).ExportToKML()}</Placemark>" for shape in shapes)
        kml = f'<kml xmlns="http://www.opengis.net/kml/2.2"><Document><Folder><name>survey</name>{marks}</Folder>'
        path.write_text(f"{kml}</Document></kml>", "utf-8")
        return
    crs = osr.SpatialReference()
    crs.ImportFromEPSG(4326)
    driver = ogr.GetDriverByName({".geojson": "GeoJSON", ".gpkg": "GPKG"}[path.suffix])
    dataset = driver.CreateDataSource(str(path))
    layer = dataset.CreateLayer("survey", crs, ogr.wkbUnknown)
    for shape in shapes:
        feature = ogr.Feature(layer.GetLayerDefn())
        feature.SetGeometry(ogr.CreateGeometryFromWkt(shape))
        layer.CreateFeature(feature)


def test_layers_that_end_with_the_session_are_not_offered(make_layer):
    from factory_locations.qgis_plugin.project.sources import lasting

    assert lasting([make_layer("Zoning", "Polygon", ["zone_code:string"])]) == []


def test_a_database_is_named_without_its_password(qgis_app):
    from factory_locations.qgis_plugin.project.sources import Source, place_of

    uri = "dbname='gis' host=db.example port=5432 user='me' password='secret' table=\"public\".\"factories\" (geom)"
    told = place_of(uri, "postgres")
    assert "public.factories" in told
    assert "secret" not in told
    assert "public.factories" in Source(uri, "postgres", looks("factories", "point"), told).title


# --- set-up ----------------------------------------------------------------------------------------------------------


def test_a_new_register_is_made_from_the_schema(project, tmp_path, sources):
    from factory_locations.processing.register.schema import load_schema

    plan = plan_of(tmp_path / "new", {"zoning": sources["zoning"]})
    made(plan)
    assert sorted(path.name for path in plan.folder.iterdir()) == ["factories.qgz", "register.gpkg"]
    opened(project, plan)
    (register,) = [layer for layer in project.mapLayers().values() if layer.name() == "Factories"]
    assert register.isValid()
    assert register.fields().names()[1:] == list(load_schema().names)
    assert register.crs().authid() == "EPSG:32648"
    assert register.startEditing()
    register.rollBack()


def test_the_project_can_be_moved(project, tmp_path, sources):
    plan = plan_of(tmp_path / "new")
    made(plan)
    moved = tmp_path / "moved"
    plan.folder.rename(moved)
    assert project.read(str(moved / "factories.qgz"))
    assert [layer.name() for layer in project.mapLayers().values() if not layer.isValid()] == []


def test_form_offers_titles_and_expects_what_the_schema_does(project, tmp_path):
    from qgis.core import QgsFeature, QgsFieldConstraints, QgsVectorLayerUtils

    made(plan := plan_of(tmp_path / "new"))
    opened(project, plan)
    (register,) = [layer for layer in project.mapLayers().values() if layer.name() == "Factories"]
    index = register.fields().indexOf
    assert register.attributeAlias(index("loc_accuracy_m")) == "Location accuracy (m)"
    offered = register.editorWidgetSetup(index("registration_status")).config()["map"]
    assert {"Applied for": "applied"} in offered
    assert {"12  Phnom Penh": "12"} in register.editorWidgetSetup(index("province_code")).config()["map"]
    kinds = QgsFieldConstraints.Constraint
    soft = QgsFieldConstraints.ConstraintStrength.ConstraintStrengthSoft
    for name in ("factory_id", "isic", "province_code", "loc_accuracy_m"):
        constraints = register.fields().at(index(name)).constraints()
        for kind in (kinds.ConstraintNotNull, kinds.ConstraintUnique, kinds.ConstraintExpression):
            if constraints.constraints() & kind:  # a form that refuses a register cannot repair it
                assert constraints.constraintStrength(kind) == soft, name
    assert register.fields().at(index("factory_id")).constraints().constraints() & kinds.ConstraintUnique

    def expected(name, value):
        feature = QgsFeature(register.fields())
        feature[name] = value
        return QgsVectorLayerUtils.validateAttribute(register, feature, index(name))[0]

    assert expected("factory_id", "KH-12-00014")
    assert not expected("factory_id", "no spaces please")
    assert expected("isic", "1410")
    assert not expected("isic", "14x")
    assert expected("loc_accuracy_m", 12.5)
    assert not expected("loc_accuracy_m", -1.0)
    assert expected("district_code", None)
    assert register.defaultValueDefinition(index("loc_datum")).expression() == "'EPSG:4326'"


def test_bookmarks_for_all_provinces_in_the_language(project, tmp_path, sources, monkeypatch):
    from factory_locations.qgis_plugin.project import localise
    from qgis.core import QgsRectangle

    monkeypatch.setattr(localise, "in_khmer", lambda: True)
    made(plan := plan_of(tmp_path / "new", {"admin": sources["provinces"]}))
    opened(project, plan)
    marks = project.bookmarkManager().bookmarks()
    assert len(marks) == 25
    by_name = {one.name(): one.extent() for one in marks}
    assert any("ភ្នំពេញ" in name for name in by_name)
    country = QgsRectangle(150_000, 1_100_000, 850_000, 1_700_000)
    assert all(country.contains(extent) for extent in by_name.values())
    # The outlines are older than the province, which was split from Kampong Cham.
    assert by_name["ត្បូងឃ្មុំ"] == by_name["កំពង់ចាម"]


def test_relations_lead_from_a_factory_to_decisions(project, tmp_path, sources, check):
    made(plan := plan_of(tmp_path / "new", register=sources["factories"], findings=check, colour="verdict"))
    opened(project, plan)
    relations = project.relationManager().relations()
    assert all(one.isValid() for one in relations.values())
    first, second = relations["factory_findings"], relations["finding_decisions"]
    assert first.referencingLayer() == second.referencedLayer()
    register = first.referencedLayer()
    finding = next(first.referencingLayer().getFeatures())
    assert first.getReferencedFeature(finding)["factory_id"] == finding["factory_id"]
    verdicts = {feature["factory_id"]: feature["check_verdict"] for feature in register.getFeatures()}
    assert verdicts["KH-07-00002"] == "undecided"  # on the border between two zones that differ
    tabs = [tab.name() for tab in register.editFormConfig().tabs()]
    assert tabs == ["Factory", "Activity", "Location", "Findings"]


def test_every_list_of_the_form_calls_what_is_missing_alike(make_layer):
    """QGIS adds an entry “(NULL)” to a list that has none for what is missing."""
    from factory_locations.processing.register.schema import load_schema
    from factory_locations.qgis_plugin.project.register_form import give_form
    from qgis.core import QgsValueMapFieldFormatter

    layer = make_layer("Factories", "Point", [f"{field.name}:string" for field in load_schema().fields])
    give_form(layer)
    setups = [layer.editorWidgetSetup(index) for index in range(layer.fields().count())]
    first = [setup.config()["map"][0] for setup in setups if setup.type() == "ValueMap"]
    assert len(first) > 5
    assert first == [{"(not stated)": QgsValueMapFieldFormatter.NULL_VALUE}] * len(first)


def test_a_later_check_is_related_too(project, plugin, tmp_path, sources, check, spin):
    """The first check of a new project, and each after it; a project that was not set up so is left alone."""
    from datetime import datetime

    from factory_locations.qgis_plugin.project.results import add_results

    made(plan := plan_of(tmp_path / "new", register=sources["factories"]))
    opened(project, plan)
    spin(seconds=0.1)
    assert not project.isDirty()
    assert project.relationManager().relations() == {}
    register = plugin.desktop.roles.layer("factories")
    for hour in (1, 2):
        layers = add_results(project, str(check), datetime(2026, 1, 1, hour))
        assert spin(lambda: project.relationManager().relation("factory_findings").isValid(), 5)
        spin(seconds=0.1)
        relations = project.relationManager().relations()
        assert relations["factory_findings"].referencingLayer() == layers.findings
        assert relations["finding_decisions"].referencedLayer() == layers.findings
        tabs = [tab.name() for tab in register.editFormConfig().tabs()]
        assert tabs == ["Factory", "Activity", "Location", "Findings"]
    project.write()
    opened(project, plan)
    spin(seconds=0.1)
    assert not project.isDirty()
    assert all(one.isValid() for one in project.relationManager().relations().values())
    project.clear()
    project.addMapLayer(sources["factories"].open("Factories"))
    add_results(project, str(check), datetime(2026, 1, 1, 3))
    spin(seconds=0.2)
    assert project.relationManager().relations() == {}


def test_decisions_stand_there_once_in_whatever_language_the_project_is_opened(
    project, plugin, tmp_path, sources, check, spin, monkeypatch
):
    """The project has lost a layer, so that QGIS asks about it before all of the project is there."""
    from factory_locations.qgis_plugin.project import relations
    from qgis.core import QgsProjectBadLayerHandler, QgsVectorLayer

    asked = []

    class Window(QgsProjectBadLayerHandler):
        def handleBadLayers(self, nodes):
            asked.append(len(nodes))
            spin(seconds=0.2)  # what waits in timers goes on while it is open

    made(plan := plan_of(tmp_path / "new", register=sources["factories"], findings=check))
    opened(project, plan)
    gone = QgsVectorLayer(f"{tmp_path / 'gone.gpkg'}|layername=wells", "Wells", "ogr")
    project.addMapLayer(gone)
    project.write()
    monkeypatch.setattr(relations, "tr", lambda text: f"«{text}»")
    project.setBadLayerHandler(Window())
    try:
        opened(project, plan)
        spin(seconds=0.2)
    finally:
        project.setBadLayerHandler(QgsProjectBadLayerHandler())
    assert asked == [1]
    tables = [one for one in project.mapLayers().values() if one.source().endswith("=exceptions")]
    assert [one.name() for one in tables] == ["Decisions"]
    assert project.relationManager().relation("finding_decisions").referencingLayer() == tables[0]


def test_nothing_that_is_there_is_replaced(tmp_path):
    from factory_locations.qgis_plugin.project.setup import Setup, SetupError

    folder = tmp_path / "work"
    folder.mkdir()
    (folder / "factories.qgz").write_text("mine", encoding="utf-8")
    with pytest.raises(SetupError, match="will not be replaced"):
        Setup(plan_of(folder)).write_files()
    (folder / "factories.qgz").rename(folder / "register.gpkg")
    with pytest.raises(SetupError, match=r"register\.gpkg"):
        Setup(plan_of(folder)).write_files()
    assert [(path.name, path.read_text(encoding="utf-8")) for path in folder.iterdir()] == [("register.gpkg", "mine")]


def test_a_project_that_comes_up_meanwhile_is_left_alone(qgis_app, tmp_path):
    from factory_locations.qgis_plugin.project.setup import Setup, SetupError

    plan = plan_of(tmp_path / "new")
    making = Setup(plan)
    making.write_files()
    plan.project_path.write_text("another's", encoding="utf-8")
    with pytest.raises(SetupError, match="will not be replaced"):
        list(making.build())
    assert [path.name for path in plan.folder.iterdir()] == ["factories.qgz"]
    assert plan.project_path.read_text(encoding="utf-8") == "another's"


@pytest.mark.parametrize("name", ["a" * 300, "រោងចក្រ" * 12])
def test_a_name_too_long_for_the_system_is_told_where_it_is_typed(qgis_app, tmp_path, name):
    from factory_locations.qgis_plugin.project import setup

    assert "too long" in setup.name_problem(tmp_path, name, ".qgz")
    assert "too long" in setup.register_problem(tmp_path, f"{name}.gpkg")
    assert "too long" in setup.folder_problem(str(tmp_path / name))
    assert "too long" in setup.folder_problem(str(tmp_path / name / "new"))
    assert setup.name_problem(tmp_path, name[:80], ".qgz") == ""


def test_what_the_system_says_to_saving_is_told_and_nothing_stays(qgis_app, tmp_path, monkeypatch):
    from factory_locations.qgis_plugin.project import setup

    def full(*_):
        raise OSError(28, "No space left on device", "factories.qgz")

    making = setup.Setup(plan_of(tmp_path / "new"))
    making.write_files()
    monkeypatch.setattr(setup, "_first_view", full)
    with pytest.raises(setup.SetupError, match=r"factories\.qgz.*No space left"):
        list(making.build())
    assert not (tmp_path / "new").exists()


def test_a_folder_that_refuses_is_found_by_trying_and_nothing_stays_of_it(qgis_app, tmp_path):
    from factory_locations.qgis_plugin.project import setup

    if not Path("/proc/self").is_dir():
        pytest.skip("no file system that lets nobody write")
    for refusing in ("/proc", "/proc/new"):
        assert "“/proc”" in setup.writing_problem(refusing)
    for fine in (tmp_path, tmp_path / "new"):
        assert setup.writing_problem(str(fine)) == ""
    assert [path.name for path in tmp_path.iterdir() if path.name != "Documents"] == []


@pytest.mark.parametrize("steps", [0, 1, 4])
def test_given_up_it_leaves_nothing(qgis_app, tmp_path, sources, steps):
    from factory_locations.qgis_plugin.project.setup import Setup

    making = Setup(plan_of(tmp_path / "new", {"zoning": sources["zoning"], "parks": sources["parks"]}))
    making.write_files()
    build = making.build()
    for _ in range(steps):
        next(build)
    build.close()
    making.undo()
    assert not (tmp_path / "new").exists()


def test_a_layer_that_cannot_be_opened_leaves_nothing(qgis_app, tmp_path, sources, files):
    from factory_locations.qgis_plugin.project.setup import Setup, SetupError

    making = Setup(plan_of(tmp_path / "new", {"zoning": sources["zoning"]}))
    making.write_files()
    (files / "demo.gpkg").unlink()
    with pytest.raises(SetupError, match="Zoning"):
        list(making.build())
    assert not (tmp_path / "new").exists()


def test_what_is_wrong_is_one_sentence(qgis_app, tmp_path):
    from factory_locations.qgis_plugin.project import setup
    from qgis.core import QgsCoordinateReferenceSystem as Crs

    (tmp_path / "file").write_text("", encoding="utf-8")
    told = [
        setup.folder_problem(""),
        setup.folder_problem("here"),
        setup.folder_problem(str(tmp_path / "file")),
        setup.folder_problem(str(tmp_path / "no" / "such")),
        setup.name_problem(tmp_path, "", ".qgz"),
        setup.name_problem(tmp_path, "a/b", ".qgz"),
        setup.name_problem(tmp_path, "file", ""),
        setup.register_problem(tmp_path, "register.shp"),
        setup.register_problem(tmp_path, ".gpkg"),
        setup.findings_problem(str(tmp_path / "none.gpkg")),
        setup.findings_problem(str(tmp_path / "file")),
        setup.crs_problem(Crs()),
        setup.crs_problem(Crs("EPSG:4326")),
    ]
    for sentence in told:
        assert sentence
        assert "\n" not in sentence
    assert setup.folder_problem(str(tmp_path / "new")) == ""
    assert setup.name_problem(tmp_path, "រោងចក្រ ២០២៦", ".qgz") == ""
    assert setup.register_problem(tmp_path, "register.gpkg") == ""
    assert setup.crs_problem(Crs("EPSG:32648")) == ""
    assert {path.name for path in tmp_path.iterdir()} == {"file", "Documents"}


# --- how factories are drawn -------------------------------------------------------------------------------------


def test_activities_are_the_commonest_and_the_rest_is_other(make_layer):
    from factory_locations.qgis_plugin.project.factory_looks import colour, common_divisions
    from qgis.core import QgsPointClusterRenderer

    codes = [*["1410"] * 3, *["1071"] * 2, "1520", "3400", "", None]
    layer = make_layer(
        "Factories", "Point", ["factory_id:string", "isic:string"], [["POINT(0 0)", "F", code] for code in codes]
    )
    assert common_divisions(layer) == ["10", "14", "15"]
    colour(layer, "activity")
    renderer = layer.renderer()
    assert isinstance(renderer, QgsPointClusterRenderer)
    inner = renderer.embeddedRenderer()
    labels = [one.label() for one in inner.categories()]
    assert labels == [
        "10  Food products",
        "14  Wearing apparel",
        "15  Leather and related products",
        "Other activities",
    ]
    drawn = [(one.symbol().symbolLayer(1).shape(), one.symbol().color().name()) for one in inner.categories()]
    assert len(set(drawn)) == len(drawn)


def test_no_more_than_ten_activities(make_layer):
    from factory_locations.qgis_plugin.project.factory_looks import common_divisions

    rows = [["POINT(0 0)", f"{division}10"] for division in range(10, 34) for _ in range(division)]
    layer = make_layer("Factories", "Point", ["isic:string"], rows)
    assert common_divisions(layer) == [str(division) for division in range(24, 34)]


def test_colours_of_an_empty_register_and_of_areas(make_layer):
    from factory_locations.qgis_plugin.project.factory_looks import colour, possible

    layer = make_layer("Factories", "Polygon", ["factory_id:string", "ISIC:string", "registration_status:string"])
    colour(layer, "activity")
    assert layer.renderer().type() == "categorizedSymbol"  # areas are not gathered
    assert len(layer.renderer().categories()) == 11
    colour(layer, "registration")
    assert [one.value() for one in layer.renderer().categories()][:2] == ["registered", "applied"]
    assert possible(frozenset({"isic"}), verdicts=True) == ["activity"]


def test_what_a_register_lacks_leaves_it_as_it_is(make_layer):
    from factory_locations.qgis_plugin.project.factory_looks import colour

    layer = make_layer("Factories", "Point", ["name:string"])
    colour(layer, "registration", crowds=False)
    assert layer.renderer().type() == "singleSymbol"


# --- loading -------------------------------------------------------------------------------------------------------


def test_layers_are_grouped_and_get_their_roles(project, roles, sources):
    from factory_locations.qgis_plugin.project.loading import load
    from factory_locations.qgis_plugin.project.roles import propose

    known = list(sources.values())
    chosen = {role: known[place] for role, place in propose([one.looks for one in known]).items()}
    list(load(project, roles, chosen))
    assert [one.name() for one in project.layerTreeRoot().findGroups()] == [
        "Factories",
        "Surroundings",
        "Plans",
        "Base map",
    ]
    assert {role: roles.layer(role).source() for role in chosen} == {role: one.uri for role, one in chosen.items()}
    assert roles.layer("schools").metadata().abstract() == chosen["schools"].open().metadata().abstract()
    assert not roles.layer("schools").isInScaleRange(1_000_000)
    assert "name_en" in roles.layer("admin").labeling().settings().fieldName


def test_a_register_that_is_loaded_gets_the_form_and_later_its_units(project, roles, sources):
    from factory_locations.qgis_plugin.project.loading import load

    def hint(name):
        return register.fields().field(name).constraints().constraintExpression()

    list(load(project, roles, {"factories": sources["factories"]}))
    register = roles.layer("factories")
    assert [tab.name() for tab in register.editFormConfig().tabs()] == ["Factory", "Activity", "Location"]
    assert register.attributeAlias(register.fields().lookupField("loc_accuracy_m")) == "Location accuracy (m)"
    assert "get_feature" not in hint("province_code")
    list(load(project, roles, {"admin": sources["provinces"]}))
    assert "get_feature" in hint("province_code")


def test_a_form_of_ones_own_stays(project, roles, sources):
    from factory_locations.qgis_plugin.project.register_form import give_form_unless_own
    from qgis.core import QgsEditFormConfig

    register = sources["factories"].open()
    form = register.editFormConfig()
    form.setLayout(QgsEditFormConfig.EditorLayout.TabLayout)
    register.setEditFormConfig(form)
    give_form_unless_own(register)
    assert register.fields().field("isic").constraints().constraintExpression() == ""
    other = sources["provinces"].open()
    give_form_unless_own(other)
    assert other.editFormConfig().layout() == QgsEditFormConfig.EditorLayout.GeneratedLayout


def test_a_group_is_known_whatever_language_named_it(project, roles, sources, tmp_path, monkeypatch):
    from factory_locations.qgis_plugin.project import layer_groups
    from factory_locations.qgis_plugin.project.loading import load

    list(load(project, roles, {"zoning": sources["zoning"]}))
    project.write(str(tmp_path / "p.qgz"))
    project.read(str(tmp_path / "p.qgz"))
    monkeypatch.setattr(layer_groups, "tr", lambda text: f"«{text}»")
    list(load(project, roles, {"parks": sources["parks"], "roads": sources["roads"]}))
    assert sorted(one.name() for one in project.layerTreeRoot().findGroups()) == ["Plans", "«Base map»"]


def test_a_layer_is_not_loaded_twice(project, roles, sources):
    from factory_locations.qgis_plugin.project.loading import load

    chosen = {"zoning": sources["zoning"]}
    list(load(project, roles, chosen))
    list(load(project, roles, chosen))
    assert len(project.mapLayers()) == 1
    list(load(project, roles, {"parks": sources["parks"]}))
    assert [one.name() for one in project.layerTreeRoot().findGroups()] == ["Plans"]


def test_nothing_is_added_when_one_cannot_be_opened(project, roles, sources):
    from dataclasses import replace

    from factory_locations.qgis_plugin.project.loading import LoadError, load

    gone = replace(sources["parks"], uri="/no/such/file.gpkg|layername=parks")
    with pytest.raises(LoadError, match="Industrial parks"):
        list(load(project, roles, {"zoning": sources["zoning"], "parks": gone}))
    assert project.mapLayers() == {}
    assert roles.chosen() == {}


def test_a_style_of_the_file_is_kept(project, roles, tmp_path, make_layer):
    from factory_locations.qgis_plugin.project.loading import open_for
    from factory_locations.qgis_plugin.project.sources import search
    from qgis.core import QgsCoordinateTransformContext, QgsFillSymbol, QgsSingleSymbolRenderer, QgsVectorFileWriter

    path = tmp_path / "zoning.shp"
    layer = make_layer("zoning", "Polygon", ["zone_code:string"], [["POLYGON((0 0,1 0,1 1,0 0))", "RES"]])
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName = "ESRI Shapefile"
    QgsVectorFileWriter.writeAsVectorFormatV3(layer, str(path), QgsCoordinateTransformContext(), options)
    (source,) = search([path]).sources
    assert open_for("zoning", source).renderer().type() == "categorizedSymbol"
    own = source.open()
    own.setRenderer(QgsSingleSymbolRenderer(QgsFillSymbol.createSimple({"color": "#123456"})))
    own.saveNamedStyle(str(path.with_suffix(".qml")))
    kept = open_for("zoning", source)
    assert kept.renderer().symbol().color().name() == "#123456"
    assert kept.name() == "Zoning"


# --- layers that have gone -----------------------------------------------------------------------------------------


@pytest.fixture
def gone(tmp_path, sources, files, run):
    """A project whose layer of schools is not there any more."""
    from factory_locations.qgis_plugin.project.sources import search

    run("native:savefeatures", {"INPUT": sources["schools"].uri, "OUTPUT": str(files / "schools.gpkg")})
    (schools,) = search([files / "schools.gpkg"]).sources
    made(plan := plan_of(tmp_path / "new", {"zoning": sources["zoning"], "schools": schools}))
    (files / "schools.gpkg").unlink()
    return plan


def test_a_layer_that_has_gone_is_told_below_its_role(project, roles, gone, sources, spin):
    from factory_locations.qgis_plugin.panel.dock import CheckDock

    dock = CheckDock(roles)
    opened(project, gone)
    spin(seconds=0.1)
    assert "schools.gpkg is not there" in dock.layers.problem_told("schools")
    assert dock.layers.problem_told("zoning") == ""
    assert dock.layers.layer("schools") is None
    assert roles.layer("schools") is None
    assert "SCHOOLS" not in dock.layers.parameters()
    other = sources["hospitals"].open("Schools and hospitals")
    project.addMapLayer(other)
    dock.layers.set_layer("schools", other)
    assert dock.layers.problem_told("schools") == ""
    project.clear()
    spin(seconds=0.1)
    assert dock.layers.problem_told("schools") == ""
    dock.deleteLater()


def test_provinces_that_have_gone_can_be_replaced(project, roles, make_layer, spin):
    from factory_locations.qgis_plugin.panel.dock import CheckDock
    from qgis.core import QgsVectorLayer

    away = QgsVectorLayer("/nowhere/provinces.gpkg|layername=provinces", "Provinces", "ogr")
    other = make_layer("Other provinces", "Polygon", ["province_code:string"])
    project.addMapLayers([away, other])
    roles.assign("admin", away)
    dock = CheckDock(roles)
    dock.show()
    spin(seconds=0.1)
    layers = dock.layers
    assert "provinces.gpkg is not there" in layers.problem_told("admin")
    assert not layers.more_layers().isCollapsed()
    combo = layers.more_layers().combos["admin"]
    assert combo.currentLayer() is None
    assert "Other provinces" in [combo.itemText(index) for index in range(combo.count())]
    layers.set_layer("admin", other)
    assert roles.layer("admin") == other
    assert layers.problem_told("admin") == ""
    dock.deleteLater()


def test_provinces_are_no_layer_of_a_check(project, roles, make_layer):
    from factory_locations.qgis_plugin.panel.dock import CheckDock

    project.addMapLayers(
        [
            make_layer("Factories", "Point", ["factory_id:string", "isic:string"], [["POINT(0 0)", "F1"]]),
            make_layer("Provinces", "Polygon", ["province_code:string"]),
        ]
    )
    roles.assign_rules("/no/such/pack.yaml")  # of which nothing is known: all that rules may ask about is read
    dock = CheckDock(roles)
    assert dock.layers.layer("admin") is not None
    assert "ADMIN" not in dock.layers.parameters()
    assert "zoning" in dock.layers.missing()
    dock.deleteLater()


def test_opening_such_a_project_says_so(project, plugin, iface, gone):
    opened(project, gone)
    texts = [item.text() for item in iface.bar.items()]
    assert any("Schools" in text for text in texts)


def test_a_whole_project_says_nothing(project, plugin, iface, tmp_path):
    made(plan := plan_of(tmp_path / "new"))
    opened(project, plan)
    assert [item.text() for item in iface.bar.items()] == []


# --- windows -------------------------------------------------------------------------------------------------------


def test_the_summary_says_what_the_rules_can_use(qgis_app, sources, tmp_path):
    from factory_locations.processing.paths import BASELINE_PACK, DEFAULT_PACK
    from factory_locations.qgis_plugin.project.setup import told

    layers = {role: sources[role] for role in ("zoning", "parks", "rivers", "wells")}
    layers["admin"] = sources["provinces"]
    rules = dict(told(plan_of(tmp_path, layers, rules=str(DEFAULT_PACK))))["Rules"]
    assert "Zoning and industrial parks" in rules
    assert "No rule of these asks about: Rivers and canals, Wells." in rules  # and not the provinces, which maps show
    some = dict(told(plan_of(tmp_path, layers, rules=str(BASELINE_PACK))))["Rules"]
    assert "of 11 rules" in some
    assert "11 of 11" not in some
    assert "No rule" not in some
    assert "11 of 11 rules" in dict(told(plan_of(tmp_path, all_of(sources), rules=str(BASELINE_PACK))))["Rules"]


def all_of(sources):
    from factory_locations.qgis_plugin.project.roles import propose

    found = list(sources.values())
    chosen = {role: found[place] for role, place in propose([one.looks for one in found]).items()}
    return {role: source for role, source in chosen.items() if role != "factories"}


@pytest.fixture
def wizard(iface, part):
    part.new_project()
    yield part.dialog
    if part.dialog is not None:
        part.dialog.reject()


def test_wizard_makes_what_its_summary_says(wizard, iface, part, files, tmp_path, spin, project):
    iface.addProject = lambda path: project.read(path)
    wizard.place.folder.setFilePath(str(tmp_path / "new"))
    wizard.pool.add([files])
    assert spin(lambda: not wizard.pool.busy)
    wizard.register.new.setChecked(True)
    while wizard.currentPage() is not wizard.summary:
        assert wizard.currentPage().isComplete(), wizard.currentPage().title()
        wizard.next()
    told = wizard.summary.text.text()
    assert str(tmp_path / "new" / "factories.qgz") in told
    assert "Rivers and canals: rivers" in told  # which layer, or a wrong one is seen too late
    assert not (tmp_path / "new").exists()
    wizard.accept()
    assert spin(lambda: part.dialog is None)
    assert spin(lambda: bool(project.fileName()), 5)
    assert {"factories", "zoning", "parks", "admin"} <= part.around.roles.chosen().keys()


def test_the_page_of_the_rules_opens_at_once(iface, part, spin):
    from factory_locations.qgis_plugin.project import packs

    packs._read.cache_clear()
    part.new_project()
    wizard = part.dialog
    wizard.next()
    began = time.perf_counter()
    wizard.next()
    assert wizard.currentPage() is wizard.map
    wizard.map.initializePage()
    assert time.perf_counter() - began < 0.1 * patience()
    box = wizard.map.rules.box
    assert spin(lambda: not wizard.map.rules.reading)
    assert box.itemText(0) == "Zoning and industrial parks, illustrative"
    wizard.reject()


def test_rules_that_cannot_be_read_are_told_and_stop_the_wizard(iface, part, spin, tmp_path):
    broken = tmp_path / "broken.yaml"
    broken.write_text("id: [", encoding="utf-8")
    part.new_project()
    wizard = part.dialog
    wizard.map.rules.choose(str(broken))
    wizard.next()
    wizard.next()
    assert not wizard.map.validatePage()  # Next does not wait until the others are read
    assert spin(lambda: not wizard.map.rules.reading)
    assert "broken.yaml" in wizard.map._rules_problem.text()
    assert not wizard.map.isComplete()
    wizard.reject()


def test_the_page_of_the_folder_tells_one_that_refuses_before_another_page_is_shown(wizard):
    if not Path("/proc/self").is_dir():
        pytest.skip("no file system that lets nobody write")
    wizard.place.folder.setFilePath("/proc/new")
    wizard.next()
    assert wizard.currentPage() is wizard.place
    assert "“/proc”" in wizard.place._folder_problem.text()
    assert not wizard.place._will.text()
    wizard.place.folder.setFilePath(str(Path.home() / "new"))
    assert not wizard.place._folder_problem.text()


def test_wizard_cancelled_while_it_makes(wizard, tmp_path, part, spin, files):
    wizard.place.folder.setFilePath(str(tmp_path / "new"))
    while wizard.currentPage() is not wizard.summary:
        wizard.next()
    wizard.accept()
    wizard.reject()
    assert part.dialog is None
    from qgis.core import QgsApplication

    assert spin(lambda: QgsApplication.taskManager().countActiveTasks() == 0)
    spin(seconds=0.2)
    assert not (tmp_path / "new").exists()


def test_wizard_tells_a_failure_and_can_be_corrected(wizard, tmp_path, part, spin, iface, project):
    iface.addProject = lambda path: project.read(path)
    wizard.place.folder.setFilePath(str(tmp_path / "new"))
    while wizard.currentPage() is not wizard.summary:
        wizard.next()
    (tmp_path / "new").write_text("in the way", encoding="utf-8")
    wizard.accept()
    assert spin(lambda: bool(wizard.summary.problem.text()))
    assert "is a file" in wizard.summary.problem.text()
    (tmp_path / "new").unlink()
    wizard.accept()
    assert spin(lambda: part.dialog is None)
    assert (tmp_path / "new" / "factories.qgz").is_file()


def test_unloaded_before_the_new_project_opens(wizard, tmp_path, part, iface, spin):
    opened_later = []
    iface.addProject = opened_later.append
    wizard.made.emit(str(tmp_path / "factories.qgz"))
    part.remove()
    spin(seconds=0.2)
    assert opened_later == []
    part.remove = lambda: None  # it is gone already


def test_a_register_of_which_nothing_is_known_is_drawn_alike(iface, qgis_app, sources, spin):
    from dataclasses import replace

    from factory_locations.qgis_plugin.project import setup
    from factory_locations.qgis_plugin.project.wizard import ProjectWizard

    wizard = ProjectWizard([], "", iface.mainWindow())
    plain = replace(sources["factories"], looks=looks("factories", "point", "name"))
    wizard.pool.sources = [plain]
    wizard.pool.changed.emit()
    wizard.register.existing.setChecked(True)
    wizard.register.layer.setCurrentIndex(0)
    wizard._offer_colours()
    assert not wizard.map.colour.isEnabled()
    assert ("Factories", "all drawn alike") in setup.told(wizard.plan())
    wizard.deleteLater()


@pytest.mark.parametrize(
    ("name", "geometry", "fields", "told"),
    [
        ("zoning", "polygon", ["zone_id", "zone_code", "plan"], "Zoning"),
        ("schools", "point", ["name"], "Schools"),
        ("layer 3", "polygon", ["name", "code"], "does not look like a register"),
        ("list 2026", "point", ["code", "isic"], ""),  # a register under a name of its own
        ("plots", "polygon", ["park_id", "licence_no", "company_name"], ""),  # has a park's fields too
        ("រោងចក្រ", "point", ["លេខ"], ""),
    ],
)
def test_a_layer_that_is_no_register_is_doubted(qgis_app, name, geometry, fields, told):
    from factory_locations.qgis_plugin.project.setup import register_doubt

    doubt = register_doubt(looks(name, geometry, *fields))
    assert told in doubt
    assert bool(doubt) == bool(told)


def test_the_demo_has_one_layer_that_can_be_a_register(sources):
    from factory_locations.qgis_plugin.project.setup import register_doubt

    assert [name for name, source in sources.items() if not register_doubt(source.looks)] == ["factories"]


def test_zones_as_the_register_stop_the_wizard_until_a_person_knows_better(wizard, sources):
    from qgis.PyQt.QtCore import Qt

    page = wizard.register
    wizard.pool.sources = [sources["factories"], sources["zoning"], sources["schools"]]
    wizard.pool.changed.emit()
    wizard.next()
    page.existing.setChecked(True)
    assert page.isComplete()
    assert page.vouch.isHidden()

    def choose(name):
        page.layer.setCurrentIndex(page.layer.findText(name, Qt.MatchFlag.MatchStartsWith))
        page.layer.activated.emit(page.layer.currentIndex())

    choose("zoning")
    assert not page.isComplete()
    assert "“Zoning”" in page._layer_problem.text()
    assert not page.vouch.isHidden()
    page.vouch.setChecked(True)
    assert page.isComplete()
    choose("schools")  # the word was given for another layer
    assert not page.isComplete()
    assert not page.vouch.isChecked()
    page.new.setChecked(True)
    assert page.isComplete()
    assert page.vouch.isHidden()


def test_what_cannot_be_read_is_told_on_the_page_where_it_was_added(wizard, tmp_path, spin):
    folder = tmp_path / "a folder that lies deep"
    folder.mkdir()
    (folder / "README.md").write_text("no layer", encoding="utf-8")
    register, table = wizard.register, wizard.layers.table
    register.existing.setChecked(True)
    wizard.pool.add([folder / "README.md"], asker=register.buttons)
    assert spin(lambda: not wizard.pool.busy)
    assert register._unread.text() == "No layer could be read from: README.md"
    assert register._unread.toolTip() == str(folder / "README.md")
    assert "README" not in table.status()
    wizard.pool.add([folder], asker=register.buttons)  # an empty folder: the next try takes the last word away
    assert spin(lambda: not wizard.pool.busy)
    assert register._unread.text() == ""
    table.add([folder / "README.md"])
    assert spin(lambda: not wizard.pool.busy)
    assert table.status().endswith("No layer could be read from: README.md")
    assert register._unread.text() == ""


def test_without_packages_no_register_is_offered(iface, qgis_app):
    from factory_locations.qgis_plugin.project.wizard import ProjectWizard

    wizard = ProjectWizard([], "Install fiona.", iface.mainWindow())
    assert wizard.register.existing.isChecked()
    wizard.register.new.setChecked(True)
    assert not wizard.register.isComplete()
    assert "Install fiona." in wizard.register.problems().values()
    wizard.deleteLater()


def test_every_field_of_the_windows_has_a_name_and_is_reached_by_keys(wizard, iface, roles, project):
    from factory_locations.qgis_plugin.project.load_dialog import LoadDialog
    from qgis.PyQt.QtCore import Qt
    from qgis.PyQt.QtWidgets import QComboBox

    dialog = LoadDialog(project, roles, iface.mainWindow())
    fields = [*dialog.table.combos.values(), dialog.colour, *wizard.layers.table.combos.values()]
    fields += [wizard.map.colour, wizard.register.layer, wizard.map.rules.box]
    for field in fields:
        assert isinstance(field, QComboBox)
        assert field.accessibleName()
        assert field.focusPolicy() & Qt.FocusPolicy.TabFocus
    dialog.deleteLater()


@pytest.fixture
def loading(iface, project, roles, files, demo_gpkg, tmp_path, spin):
    """The window that loads layers, in a project with provinces, with communes to load."""
    from factory_locations.qgis_plugin.project.load_dialog import LoadDialog
    from qgis.core import QgsVectorLayer

    provinces = QgsVectorLayer(f"{files / demo_gpkg.name}|layername=provinces", "My provinces", "ogr")
    project.addMapLayer(provinces)
    roles.assign("admin", provinces)
    dialog = LoadDialog(project, roles, iface.mainWindow())
    dialog.add([Path(shutil.copy(demo_gpkg.with_name("admin.gpkg"), tmp_path))])
    assert spin(lambda: not dialog.pool.busy)
    yield dialog
    dialog.reject()


def test_loading_leaves_a_role_that_has_a_layer(loading):
    combo = loading.table.combos["admin"]
    assert combo.currentText() == "stays: My provinces"
    assert "admin" not in loading.table.chosen()
    assert combo.isEnabled()  # a person may well want another


def test_a_person_can_replace_the_layer_of_a_role(loading, roles, spin):
    (communes,) = (one for one in loading.pool.sources if one.name == "communes")
    loading.table.choose("admin", communes)
    done = []
    loading.loaded.connect(lambda: done.append(True))
    loading.accept()
    assert spin(lambda: done)
    assert "layername=communes" in roles.layer("admin").source()


def test_communes_come_along_for_the_corrections_switched_off(loading, project, roles, spin):
    from factory_locations.qgis_plugin.panel.corrections.layers_box import proposed

    assert "tab Corrections" in loading.table.status()
    assert loading.load_button.isEnabled()
    done = []
    loading.loaded.connect(lambda: done.append(True))
    loading.accept()
    assert spin(lambda: done)
    (communes,) = project.mapLayersByName("communes")
    node = project.layerTreeRoot().findLayer(communes.id())
    assert not node.itemVisibilityChecked()
    assert node.parent().name() == "Plans"
    assert communes.renderer().symbol().symbolLayer(0).properties()["style"] == "no"
    assert roles.layer("admin").name() == "My provinces"
    assert proposed(roles)["ADMIN_COMMUNES"] == communes


def test_a_new_project_has_the_communes_too(project, tmp_path, sources, demo_gpkg):
    from factory_locations.qgis_plugin.project.setup import told
    from factory_locations.qgis_plugin.project.sources import search

    (communes,) = (one for one in search([demo_gpkg.with_name("admin.gpkg")]).sources if one.name == "communes")
    plan = plan_of(tmp_path / "new", {"admin": sources["provinces"]}, units=[communes])
    assert "communes" in dict(told(plan))["Layers"]
    made(plan)
    opened(project, plan)
    (layer,) = project.mapLayersByName("communes")
    assert layer.isValid()
    assert not project.layerTreeRoot().findLayer(layer.id()).itemVisibilityChecked()


def test_only_districts_and_communes_are_units(qgis_app):
    from factory_locations.qgis_plugin.project.roles import is_unit

    assert is_unit(looks("communes", "polygon", "commune_code", "province_code"))
    assert is_unit(looks("layer 7", "polygon", "adm2_pcode"))
    assert not is_unit(looks("provinces", "polygon", "province_code"))
    assert not is_unit(looks("offices", "point", "commune_code"))
    assert not is_unit(looks("factories", "polygon", "factory_id", "commune_code"))
    assert not is_unit(looks("parks", "polygon", "park_id", "licence_no", "commune_code"))


def test_a_layer_that_has_gone_is_replaced_by_what_is_loaded(iface, project, roles, files, spin):
    from factory_locations.qgis_plugin.project.load_dialog import LoadDialog
    from qgis.core import QgsVectorLayer

    gone = QgsVectorLayer("/nowhere/at/all.gpkg|layername=provinces", "gone", "ogr")
    project.addMapLayer(gone)
    roles.assign("admin", gone)
    dialog = LoadDialog(project, roles, iface.mainWindow())
    dialog.add([files])
    assert spin(lambda: not dialog.pool.busy)
    assert dialog.table.chosen()["admin"].name == "provinces"
    dialog.reject()


def test_a_choice_survives_more_files(iface, qgis_app, sources, spin, files):
    from factory_locations.qgis_plugin.project.role_table import RoleTable
    from factory_locations.qgis_plugin.project.source_pool import SourcePool

    pool = SourcePool([sources["zoning"], sources["parks"]])
    table = RoleTable(pool, ["zoning", "parks", "protected"])
    assert table.chosen() == {"zoning": sources["zoning"], "parks": sources["parks"]}
    table.choose("zoning", None)
    table.choose("protected", sources["zoning"])
    pool.add([files])
    assert spin(lambda: not pool.busy)
    chosen = {role: one.name for role, one in table.chosen().items()}
    assert chosen == {"parks": "parks", "protected": "zoning"}
    table.deleteLater()


def test_unload_leaves_nothing(iface, provider, project, files):
    import factory_locations
    from qgis.PyQt.QtCore import QCoreApplication
    from qgis.PyQt.QtWidgets import QDialog

    instance = factory_locations.classFactory(iface)
    instance.initGui()
    part = next(one for one in instance.desktop._parts if type(one).__name__ == "ProjectPart")
    part.new_project()
    part.dialog.pool.add([files])
    part.load_layers()  # one window at a time
    assert len(iface.window.findChildren(QDialog)) == 1
    instance.unload()
    QCoreApplication.sendPostedEvents(None, 52)
    assert iface.window.findChildren(QDialog) == []
    assert [action.text() for action in iface.menu.actions()] == []


@pytest.mark.parametrize(
    ("field", "khmer"), [("shapeName", False), ("ADM1_EN", False), ("NAME_1", False), ("shapeName", True)]
)
def test_provinces_of_any_origin_are_labelled(make_layer, monkeypatch, field, khmer):
    from factory_locations.qgis_plugin.project import localise
    from factory_locations.qgis_plugin.project.layer_groups import dress

    monkeypatch.setattr(localise, "in_khmer", lambda: khmer)
    layer = make_layer("Provinces", "Polygon", [f"{field}:string", "shapeISO:string"])
    dress(layer, "admin")
    assert layer.labelsEnabled()
    assert layer.labeling().settings().fieldName == f"coalesce(nullif(\"{field}\", ''))"


def test_provinces_are_labelled_in_khmer_where_their_layer_has_it(make_layer, monkeypatch):
    from factory_locations.qgis_plugin.project import localise

    layer = make_layer("Provinces", "Polygon", ["ADM1_EN:string", "ADM1_KM:string"])
    for khmer, first in ((False, "ADM1_EN"), (True, "ADM1_KM")):
        monkeypatch.setattr(localise, "in_khmer", lambda khmer=khmer: khmer)
        assert localise.name_expression(layer, ("ADM1_EN", "ADM1_KM")).startswith(f'coalesce(nullif("{first}"')


def test_a_school_is_not_called_after_its_province(make_layer):
    from factory_locations.qgis_plugin.project.layer_groups import dress

    layer = make_layer("Schools", "Point", ["province:string"])
    dress(layer, "schools")
    assert not layer.labelsEnabled()


def test_a_table_that_is_no_layer_says_how_it_comes_in(wizard, tmp_path, spin):
    (tmp_path / "sez.csv").write_text("name,lon,lat\nBavet,106.1,11.0\n", encoding="utf-8")
    (tmp_path / "notes.md").write_text("no layer", encoding="utf-8")
    table = wizard.layers.table
    table.add([tmp_path / "sez.csv"])
    assert spin(lambda: not wizard.pool.busy)
    assert "No layer could be read from: sez.csv" in table.status()
    assert "“Import into the register”" in table.status()
    assert "Add Delimited Text Layer" in table.status()
    table.add([tmp_path / "notes.md"])
    assert spin(lambda: not wizard.pool.busy)
    assert "Import" not in table.status()


RIVERS = ["LINESTRING(300000 1100000, 500000 2000000)", "Mekong"]
COUNTRY = ["POLYGON((240000 1150000, 780000 1150000, 780000 1620000, 240000 1620000, 240000 1150000))", "Kandal"]


@pytest.mark.parametrize("with_provinces", [True, False])
def test_without_a_register_the_map_shows_what_was_loaded(
    part, plugin, iface, project, roles, make_layer, with_provinces
):
    from qgis.core import QgsCoordinateReferenceSystem, QgsRectangle

    project.setCrs(QgsCoordinateReferenceSystem("EPSG:32648"))
    iface.canvas.setDestinationCrs(project.crs())
    iface.canvas.resize(600, 600)
    rivers = make_layer("Rivers", "LineString", ["name:string"], [RIVERS])
    layers = {"rivers": rivers}
    if with_provinces:
        layers["admin"] = make_layer("Provinces", "Polygon", ["name:string"], [COUNTRY])
    project.addMapLayers(list(layers.values()))
    for role, layer in layers.items():
        part.around.roles.assign(role, layer)
    iface.canvas.setExtent(QgsRectangle(0, 0, 10, 10))
    part._loaded()
    shown = iface.canvas.extent()
    assert shown.contains(layers.get("admin", rivers).extent())
    assert shown.contains(rivers.extent()) is not with_provinces


def test_the_summary_calls_the_button_as_the_button_is_called(khmer_plugin, wizard):
    from factory_locations.qgis_plugin.project.wizard import plain_of
    from qgis.PyQt.QtWidgets import QWizard

    button = plain_of(wizard.buttonText(QWizard.WizardButton.FinishButton))
    assert button == "បញ្ចប់"
    assert button in wizard.summary.subTitle()


def test_a_button_is_called_without_the_letter_that_presses_it():
    from factory_locations.qgis_plugin.project.wizard import plain_of

    assert [plain_of(text) for text in ("Finis&h", "បញ្ចប់ (&H)", "OK")] == ["Finish", "បញ្ចប់", "OK"]

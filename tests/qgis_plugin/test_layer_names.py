"""Which role the name of a layer speaks for: by whole words, as people write them, that mean nothing else."""

import pytest

KINDS = {"point": 0, "line": 1, "area": 2}


def looks(name, kind="area", *fields):
    from factory_locations.qgis_plugin.project.roles import Looks

    return Looks(name, KINDS[kind], frozenset(fields))


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Basalt geology", "area"),
        ("Broadband", "line"),
        ("Car parks", "area"),
        ("Corresponding areas", "area"),
        ("Countryside", "area"),
        ("Farewells", "point"),
        ("Fire register", "point"),
        ("Land register 2014", "area"),
        ("Non-protected forest", "area"),
        ("Park and ride", "area"),
        ("Parking", "area"),
        ("Pondok villages", "area"),
        ("Satisfactory survey", "point"),
        ("Unprotected forest", "area"),
        ("Waterparks", "area"),
    ],
)
def test_a_piece_of_another_word_says_nothing(qgis_app, name, kind):
    from factory_locations.qgis_plugin.project.roles import likeliest_role

    assert likeliest_role(looks(name, kind, "id", "name")) == ""


@pytest.mark.parametrize(
    ("name", "kind", "role"),
    [
        ("AdminBoundaries", "area", "admin"),
        ("Administrative boundaries", "area", "admin"),
        ("adm3_communes", "area", "admin"),
        ("Business parks", "area", "parks"),
        ("communes2019", "area", "admin"),
        ("factories2024", "point", "factories"),
        ("FLOODZONES", "area", "hazard_zones"),
        ("flood_zones", "area", "hazard_zones"),
        ("Health_Center", "point", "hospitals"),
        ("health_facilities", "point", "hospitals"),
        ("Health facility 2010", "point", "hospitals"),
        ("health posts", "point", "hospitals"),
        ("health centres", "point", "hospitals"),
        ("healthcentres", "point", "hospitals"),
        ("HealthCentres", "point", "hospitals"),
        ("IndustrialParks", "area", "parks"),
        ("khm_hydro_rivers", "line", "rivers"),
        ("KHMRivers", "line", "rivers"),
        ("Lakeside housing", "area", "residential"),
        ("Land-use 2030", "area", "zoning"),
        ("LandUse", "area", "zoning"),
        ("Marketing schools", "point", "schools"),
        ("National parks", "area", "protected"),
        ("parks_2014 (final)", "area", "parks"),
        ("Parks, v2", "area", "parks"),
        ("Register of companies", "point", "factories"),
        ("Salt lake", "area", "lakes"),
        ("Salt_2014", "area", "salt_farmland"),
        ("SaltFarms", "area", "salt_farmland"),
        ("Satisfactory wells", "point", "wells"),
        ("sez_2014", "area", "parks"),
        ("SEZBoundaries", "area", "parks"),
        ("SEZs", "area", "parks"),
        ("subdistricts", "area", "admin"),
        ("WaterIntakes", "point", "water_intakes"),
        ("តំបន់សេដ្ឋកិច្ចពិសេស ២០១៤", "area", "parks"),
        ("បញ្ជីរោងចក្រ\u200bឈូក", "point", "factories"),
        ("រោង\u200bចក្រ", "point", "factories"),
    ],
)
def test_words_are_found_however_they_are_written_together(qgis_app, name, kind, role):
    from factory_locations.qgis_plugin.project.roles import likeliest_role

    assert likeliest_role(looks(name, kind, "id", "name")) == role


def test_a_field_of_the_role_makes_a_doubtful_word_clear(qgis_app):
    from factory_locations.qgis_plugin.project.roles import likeliest_role

    assert likeliest_role(looks("Register Kandal", "point", "id")) == ""
    assert likeliest_role(looks("Register Kandal", "point", "id", "company_name")) == "factories"


@pytest.mark.parametrize("turn", [1, -1])
@pytest.mark.parametrize(
    ("role", "kind", "plain", "more"),
    [
        ("roads", "line", "Roads", "Reservoir roads"),
        ("factories", "point", "Factories", "Factories 2019 (old)"),
        ("rivers", "line", "rivers", "khm_hydro_rivers"),
        ("lakes", "area", "Lakes", "Drained lakes"),
    ],
)
def test_the_layer_that_says_only_that_comes_first(qgis_app, project, make_layer, turn, role, kind, plain, more):
    from factory_locations.qgis_plugin.project.roles import ROLES, guess, propose

    given = [looks(plain, kind, "id"), looks(more, kind, "id")][::turn]
    assert given[propose(given)[role]].name == plain
    geometry = {"point": "Point", "line": "LineString", "area": "Polygon"}[kind]
    layers = [make_layer(one.name, geometry, ["id:string"]) for one in given]
    assert guess(layers, ROLES[role]).name() == plain


def test_offices_and_the_country_are_found_by_whole_words(project, make_layer):
    from factory_locations.qgis_plugin.panel.corrections.layers_box import proposed
    from factory_locations.qgis_plugin.project.roles import LayerRoles

    names = ("Countryside", "Country", "Parcellation", "Officers", "Ministries")
    kinds = ("Polygon", "Polygon", "Polygon", "Point", "Point")
    project.addMapLayers([make_layer(name, kind, ["factory_id:string"]) for name, kind in zip(names, kinds)])
    found = {parameter: layer.name() for parameter, layer in proposed(LayerRoles(project)).items()}
    assert found == {"LAND": "Country", "OFFICES": "Ministries"}

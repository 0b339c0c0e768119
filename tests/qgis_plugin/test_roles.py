"""Which layer plays which part."""

from __future__ import annotations

import pytest


@pytest.fixture
def roles(project):
    from factory_locations.qgis_plugin.project.roles import LayerRoles

    instance = LayerRoles(project)
    yield instance
    instance.detach()


@pytest.fixture
def layers(project, make_layer):
    made = {
        "factories": make_layer("ROJ 2024", "Point", ["factory_id:string", "isic:string"]),
        "zoning": make_layer("Land use plan", "Polygon", ["code:string"]),
        "parks": make_layer("SEZ boundaries", "Polygon", ["name:string"]),
        "other": make_layer("Wells", "Point", ["depth:double"]),
    }
    project.addMapLayers(list(made.values()))
    return made


def test_guesses_from_fields_and_names(roles, layers):
    assert roles.layer("factories") == layers["factories"]  # by its fields
    assert roles.layer("zoning") == layers["zoning"]  # by its name
    assert roles.layer("parks") == layers["parks"]


def test_does_not_guess_without_a_sign(roles, layers):
    assert roles.layer("protected") is None
    assert roles.layer("roads") is None


@pytest.mark.parametrize(
    ("fields", "fits"),
    [
        (["ADM0_PCODE:string", "ADM1_EN:string", "ADM1_PCODE:string"], True),
        (
            ["ADM1_PCODE:string", "ADM2_EN:string", "ADM2_PCODE:string"],
            True,
        ),  # provinces in pieces
        (["ADM1_EN:string"], False),
    ],
)
def test_units_of_ocha_are_known_by_their_codes(roles, project, make_layer, fields, fits):
    layer = make_layer("khm_admbnda_v2", "Polygon", fields)
    project.addMapLayer(layer)
    assert roles.layer("admin") == (layer if fits else None)


def test_provinces_of_ocha_come_before_its_districts(roles, project, make_layer):
    districts = make_layer("khm_admbnda_adm2", "Polygon", ["ADM1_PCODE:string", "ADM2_PCODE:string"])
    provinces = make_layer("khm_admbnda_adm1", "Polygon", ["ADM1_PCODE:string"])
    project.addMapLayers([districts, provinces])
    assert roles.layer("admin") == provinces


def test_wrong_geometry_is_not_guessed(roles, project, make_layer):
    project.addMapLayer(make_layer("Zoning", "Point", ["zone_code:string"]))
    assert roles.layer("zoning") is None


def test_a_guess_leaves_the_project_unchanged(roles, layers, project):
    project.setDirty(False)
    assert roles.layer("zoning") is not None
    assert not project.isDirty()


def test_a_choice_wins_over_the_guess_and_is_stored(roles, layers, project, tmp_path):
    roles.assign("factories", layers["other"])
    assert roles.layer("factories") == layers["other"]
    assert project.readEntry("factory_locations", "roles/factories") == (layers["other"].id(), True)


def test_none_can_be_chosen(roles, layers):
    roles.assign("zoning", None)
    assert roles.layer("zoning") is None


def test_choosing_the_same_again_is_no_change(roles, layers, project):
    roles.assign("parks", layers["parks"])
    project.setDirty(False)
    roles.assign("parks", layers["parks"])
    assert not project.isDirty()


def test_survives_saving_and_opening(roles, layers, project, tmp_path):
    chosen = layers["other"].id()
    roles.assign("factories", layers["other"])
    path = str(tmp_path / "project.qgz")
    assert project.write(path)
    project.clear()
    assert roles.layer("factories") is None
    assert project.read(path)
    assert roles.layer("factories").id() == chosen


def test_a_removed_layer_is_forgotten(roles, layers, project):
    roles.assign("factories", layers["other"])
    seen = []
    roles.changed.connect(lambda: seen.append(roles.layer("factories")))
    project.removeMapLayer(layers["other"].id())
    assert project.readEntry("factory_locations", "roles/factories")[1] is False
    assert seen[-1] == layers["factories"]


def test_results_are_not_offered(roles, project, make_layer):
    from factory_locations.qgis_plugin.project.roles import RESULT_PROPERTY

    result = make_layer("Factories by verdict", "Point", ["factory_id:string", "isic:string"])
    result.setCustomProperty(RESULT_PROPERTY, "factory_summary")
    project.addMapLayer(result)
    assert roles.layer("factories") is None
    assert roles.results() == [result]


def test_unknown_role(roles):
    with pytest.raises(KeyError):
        roles.layer("airports")
    with pytest.raises(KeyError):
        roles.assign("airports", None)


def test_detached_roles_do_not_listen(project, make_layer):
    from factory_locations.qgis_plugin.project.roles import LayerRoles

    instance = LayerRoles(project)
    seen = []
    instance.changed.connect(lambda: seen.append(1))
    instance.detach()
    project.addMapLayer(make_layer("Zoning", "Polygon", []))
    assert not seen


def test_a_guessed_role_stays_with_the_layer_that_has_it(roles, project, make_layer):
    fields = ["factory_id:string", "isic:string"]
    only_named = make_layer("Factories to visit", "Point", ["note:string"])
    project.addMapLayer(only_named)
    assert roles.layer("factories") is only_named
    first = make_layer("Factories", "Point", fields)
    project.addMapLayer(first)
    assert roles.layer("factories") is first  # its fields say more than a name
    copies = [
        make_layer("Factories copy", "Point", fields),
        make_layer("Factories received", "Point", [*fields, "loc_accuracy_m:double"]),
    ]
    project.addMapLayers(copies)
    assert roles.layer("factories") is first
    project.removeMapLayer(first.id())
    assert roles.layer("factories") is copies[1]

"""Processing's dialogs of the plugin's algorithms start with the layers that the project has for the roles."""

from __future__ import annotations

import importlib

import pytest

POLYGONS = {"zoning", "parks", "protected", "salt_farmland", "lakes", "hazard_zones", "admin"}
LINES = {"rivers", "roads"}
FIELDS = {
    "factories": ["factory_id:string", "name_en:string", "isic:string"],
    "zoning": ["zone_code:string"],
    "parks": ["park_id:string", "name_en:string"],
    "admin": ["province_code:string", "name_en:string"],
}
CHECKED = {
    **{"PROTECTED": "protected", "SALT_FARMLAND": "salt_farmland", "WATER_INTAKES": "water_intakes", "WELLS": "wells"},
    **{"RIVERS": "rivers", "LAKES": "lakes", "RESIDENTIAL": "residential", "SCHOOLS": "schools"},
    **{"HOSPITALS": "hospitals", "PAGODAS": "pagodas", "MARKETS": "markets", "RECEPTORS": "receptors"},
    **{"ROADS": "roads", "HAZARD_ZONES": "hazard_zones"},
}
FACTORIES, ZONING, PARKS = {"FACTORIES": "factories"}, {"ZONING": "zoning"}, {"PARKS": "parks"}
REGISTER, PROVINCES = {"REGISTER": "factories"}, {"PROVINCES": "admin"}
# Algorithm -> parameter -> role. What is not here starts as QGIS has it.
STARTS = {
    "apply_corrections": REGISTER,
    "assess_site": {**FACTORIES, **ZONING, **PARKS, "ADMIN": "admin", **CHECKED},
    "check_coordinates": {**FACTORIES, **PARKS, "ADMIN_PROVINCES": "admin", "WATER": "lakes"},
    "check_locations": {**FACTORIES, **ZONING, **PARKS, **CHECKED},
    "check_parks": {**FACTORIES, **PARKS},
    "check_zoning": {**FACTORIES, **ZONING},
    "clusters": {**FACTORIES, **PARKS, **PROVINCES},
    "find_duplicates": FACTORIES,
    "hot_spots": FACTORIES,
    "local_sourcing": {**FACTORIES, **PROVINCES},
    "location_map": {**FACTORIES, **ZONING, **PARKS, **PROVINCES},
    "merge_duplicates": REGISTER,
    "park_capacity": {**FACTORIES, **PARKS},
    "proximity": FACTORIES,
    "reconcile_registration": REGISTER,
    "register_quality": {**FACTORIES, "ADMIN": "admin"},
    "safety_buffers": {**FACTORIES, **PROVINCES},
    "undo_changes": REGISTER,
}
WITH_RULES = {"assess_site", "check_locations", "check_zoning", "location_map", "validate_rules"}
TO_PROTECT = ("residential", "schools", "hospitals", "pagodas", "markets", "receptors")


def kind_of(role):
    return "Polygon" if role in POLYGONS else "LineString" if role in LINES else "Point"


@pytest.fixture
def roles(project, make_layer):
    """A project with a layer for every role, and others that come before them by their names."""
    from factory_locations.qgis_plugin.project.roles import ROLES, LayerRoles

    found = LayerRoles(project)
    for kind in ("Point", "LineString", "Polygon"):
        project.addMapLayer(make_layer(f"AAA {kind}", kind, ["other:string"]))
    for role in ROLES:
        layer = make_layer(f"Z {role} of mine", kind_of(role), FIELDS.get(role, ["class:string"]))
        project.addMapLayer(layer)
        found.assign(role, layer)
    yield found
    found.detach()


@pytest.fixture
def dialog(provider, roles, iface, monkeypatch):
    """Open the dialog of an algorithm as the toolbox does: ``dialog("check_parks")``."""
    from factory_locations.qgis_plugin.project.proposals import proposed
    from qgis import processing

    monkeypatch.setattr(provider, "proposes", lambda algorithm: proposed(roles, algorithm))
    monkeypatch.setattr("processing.tools.general.iface", iface)
    opened = []

    def dialog(algorithm, parameters=None):
        opened.append(processing.createAlgorithmDialog(f"factory:{algorithm}", parameters or {}))
        return opened[-1]

    yield dialog
    for one in opened:
        one.close()
        one.deleteLater()


def values(dialog):
    """Return what stands in the widgets of a dialog, by parameter."""
    wrappers = dialog.mainWidget().wrappers
    return {name: wrappers[name].parameterValue() for name in wrappers}


def names(dialog, project):
    """Return the names of the layers in a dialog, by parameter, without what is empty."""
    layers = {name: project.mapLayer(value) for name, value in values(dialog).items() if isinstance(value, str)}
    return {name: layer.name() for name, layer in layers.items() if layer is not None}


@pytest.fixture
def check(project, make_layer):
    """Leave the findings of a check of a register in the project: ``check(register, "2026-03-01T10:00:00")``."""
    from factory_locations.qgis_plugin.project.earlier import remember_register
    from factory_locations.qgis_plugin.project.results import WHEN_PROPERTY
    from factory_locations.qgis_plugin.project.roles import RESULT_PROPERTY

    def check(register, when):
        findings = make_layer(f"Findings of {when}", "Point", ["finding_id:string"])
        project.addMapLayer(findings)
        findings.setCustomProperty(RESULT_PROPERTY, "findings")
        findings.setCustomProperty(WHEN_PROPERTY, when)
        remember_register(findings, register)
        return findings

    return check


@pytest.mark.parametrize("algorithm", STARTS)
def test_dialog_starts_with_the_layers_of_the_roles(algorithm, dialog, project):
    expected = {name: f"Z {role} of mine" for name, role in STARTS[algorithm].items()}
    assert names(dialog(algorithm), project) == expected


def test_no_dialog_starts_with_a_layer_that_is_neither_of_a_role_nor_of_a_check(dialog, project, provider):
    """QGIS itself fills what must be given with the first layer of the project."""
    algorithms = [algorithm.name() for algorithm in provider.algorithms()]
    assert len(algorithms) > len(STARTS)
    shown = {algorithm: names(dialog(algorithm), project) for algorithm in algorithms}
    assert {algorithm: layers for algorithm, layers in shown.items() if layers} == {
        algorithm: {name: f"Z {role} of mine" for name, role in roles.items()} for algorithm, roles in STARTS.items()
    }


def test_what_must_be_given_and_is_not_is_asked_for(dialog):
    opened = dialog("import_register")
    assert values(opened)["INPUT"] is None
    assert not opened.algorithm().parameterDefinition("INPUT").checkValueIsAcceptable(values(opened)["INPUT"])


def test_what_must_be_given_can_be_chosen(dialog, project):
    from qgis.PyQt.QtWidgets import QComboBox

    opened = dialog("import_register")
    (table,) = project.mapLayersByName("AAA Point")
    box = opened.mainWidget().wrappers["INPUT"].wrappedWidget().findChild(QComboBox)
    offered = [box.itemText(row) for row in range(box.count())]
    assert (box.currentText(), "" in offered) == ("", False)
    box.setCurrentIndex(next(row for row, text in enumerate(offered) if text.startswith("AAA Point")))
    assert values(opened)["INPUT"] == table.id()


def test_a_role_that_must_be_given_and_has_no_layer_starts_empty(dialog, roles):
    roles.assign("parks", None)
    assert values(dialog("check_parks"))["PARKS"] is None


def test_two_checks_are_the_last_of_the_register(dialog, roles, check, project, make_layer):
    register, other = roles.layer("factories"), make_layer("Another register", "Point", ["factory_id:string"])
    project.addMapLayer(other)
    for day in ("02", "01", "03"):
        check(register, f"2026-03-{day}T10:00:00")
    check(other, "2026-03-04T10:00:00")
    assert names(dialog("compare_runs"), project) == {
        "BEFORE": "Findings of 2026-03-02T10:00:00",
        "AFTER": "Findings of 2026-03-03T10:00:00",
    }


def test_an_only_check_is_compared_with_what_a_person_chooses(dialog, roles, check, project):
    check(roles.layer("factories"), "2026-03-01T10:00:00")
    assert names(dialog("compare_runs"), project) == {"AFTER": "Findings of 2026-03-01T10:00:00"}


def test_quality_starts_with_the_last_check_of_the_register(dialog, roles, check):
    check(roles.layer("factories"), "2026-03-01T10:00:00")
    last = check(roles.layer("factories"), "2026-03-02T10:00:00")
    assert values(dialog("register_quality"))["FINDINGS"] == last.id()


@pytest.mark.parametrize("algorithm", sorted(WITH_RULES))
def test_dialog_starts_with_the_rule_pack_of_the_project(algorithm, dialog, roles):
    from factory_locations.processing.paths import BASELINE_PACK

    assert values(dialog(algorithm))["RULES"] == str(BASELINE_PACK)
    other = str(BASELINE_PACK.with_name("vn-tcvn.yaml"))
    roles.assign_rules(other)
    assert values(dialog(algorithm))["RULES"] == other


def test_every_algorithm_that_has_such_a_parameter_is_looked_at(provider):
    parameters = {name for roles in STARTS.values() for name in roles} | {"RULES"}
    having = {
        algorithm.name()
        for algorithm in provider.algorithms()
        if parameters & {one.name() for one in algorithm.parameterDefinitions()}
    }
    assert having - {"import_register"} == {*STARTS, *WITH_RULES}


def test_safety_starts_with_all_that_is_to_be_protected(dialog, project):
    from qgis.core import QgsProcessingContext, QgsProcessingUtils

    context = QgsProcessingContext()
    context.setProject(project)
    chosen = values(dialog("safety_buffers"))["RECEPTORS"]
    layers = [QgsProcessingUtils.mapLayerFromString(one, context, allowLoadingNewLayers=False) for one in chosen]
    assert [layer.name() for layer in layers] == [f"Z {role} of mine" for role in TO_PROTECT]


@pytest.mark.parametrize(
    ("algorithm", "parameter"),
    [
        ("import_register", "REGISTER"),
        ("local_sourcing", "ROADS"),
        ("park_capacity", "ROADS"),
        ("proximity", "ROADS"),
        ("safety_buffers", "RULES"),
    ],
)
def test_what_changes_the_method_or_the_register_is_left_to_a_person(algorithm, parameter, dialog, roles):
    from factory_locations.processing.paths import DEFAULT_PACK

    roles.assign_rules(str(DEFAULT_PACK))
    assert not values(dialog(algorithm))[parameter]


def test_fields_are_those_of_the_layer_of_the_role(dialog):
    box = dialog("check_parks").mainWidget().wrappers["PARK_ID_FIELD"].wrappedWidget()
    offered = [box.itemText(row) for row in range(box.count())]
    assert [one for one in offered if one] == ["park_id", "name_en"]


def test_what_is_asked_for_goes_before_the_roles(dialog, project):
    """As the history of Processing and the panel do, which fill in dialogs: also with nothing."""
    (other,) = project.mapLayersByName("AAA Polygon")
    shown = values(dialog("check_locations", {"ZONING": other.id(), "PARKS": None, "RECEPTORS": None}))
    assert (shown["ZONING"], shown["PARKS"], shown["RECEPTORS"]) == (other.id(), None, None)
    assert values(dialog("safety_buffers", {"RECEPTORS": None}))["RECEPTORS"] in (None, [])


def test_a_role_without_a_layer_starts_empty(dialog, roles, project):
    roles.assign("parks", None)
    project.removeMapLayer(roles.layer("wells"))
    shown = values(dialog("check_locations"))
    assert (shown["PARKS"], shown["WELLS"]) == (None, None)


def test_a_layer_that_cannot_be_read_is_not_proposed(dialog, roles, project):
    from qgis.core import QgsVectorLayer

    gone = QgsVectorLayer("/nowhere/parks.gpkg", "Parks", "ogr")
    project.addMapLayer(gone)
    roles.assign("parks", gone)
    assert values(dialog("check_locations"))["PARKS"] is None


def test_a_layer_of_a_geometry_that_does_not_fit_is_not_proposed(dialog, roles, project, make_layer):
    points = make_layer("Centres of parks", "Point", ["park_id:string"])
    project.addMapLayer(points)
    roles.assign("parks", points)
    assert values(dialog("check_locations"))["PARKS"] is None


def test_communes_are_not_proposed_as_provinces(dialog, roles, project, make_layer):
    communes = make_layer("Communes", "Polygon", ["commune_code:string", "province_code:string"])
    project.addMapLayer(communes)
    roles.assign("admin", communes)
    assert values(dialog("clusters"))["PROVINCES"] is None
    assert values(dialog("check_coordinates"))["ADMIN_COMMUNES"] == communes.id()


def test_nothing_is_proposed_without_a_dialog(dialog):
    """A script, a model and qgis_process get what they always got where they leave a parameter out."""
    from qgis.core import QgsApplication

    dialog("check_locations")
    for identifier in (f"factory:{algorithm}" for algorithm in STARTS):
        fresh = QgsApplication.processingRegistry().createAlgorithmById(identifier)
        told = {one.name(): one.guiDefaultValueOverride() for one in fresh.parameterDefinitions()}
        assert {name for name, value in told.items() if value} == set()
    opened = dialog("check_locations").algorithm()
    assert opened.parameterDefinition("ZONING").guiDefaultValueOverride()
    assert opened.parameterDefinition("ZONING").defaultValue() is None


def test_batch_and_a_step_of_a_model_start_as_ever(dialog, iface):
    from qgis.core import QgsProcessingModelAlgorithm

    batches = importlib.import_module("processing.gui.BatchAlgorithmDialog")
    steps = importlib.import_module("processing.modeler.ModelerParametersDialog")
    opened = dialog("check_locations").algorithm()
    model = QgsProcessingModelAlgorithm()
    step = steps.ModelerParametersDialog(opened.create(), model)
    assert step.createAlgorithm().parameterSources()["ZONING"][0].staticValue() is None
    batch = batches.BatchAlgorithmDialog(opened.create(), iface.mainWindow())
    assert not batch.mainWidget().parametersForRow(0, None)[0].get("ZONING")
    step.deleteLater()
    batch.deleteLater()


@pytest.fixture
def desktop(provider, iface):
    """The panel in a window, as the plugin joins it with the provider."""
    from factory_locations.qgis_plugin.desktop import Desktop

    found = Desktop(iface)
    yield found
    found.remove()


def test_fields_start_as_the_panel_has_them(desktop, dialog, provider, project, make_layer, monkeypatch):
    """A register of other names: the panel asks for its fields once."""
    other = make_layer("Lists", "Point", ["nr:string", "made:string"])
    project.addMapLayer(other)
    desktop.dock.layers.set_layer("factories", other)
    desktop.dock.layers.field_combo("ACTIVITY_FIELD").setField("made")
    monkeypatch.setattr(provider, "proposes", desktop.proposed)
    opened = dialog("check_locations")
    shown = values(opened)
    assert (shown["FACTORIES"], shown["ACTIVITY_FIELD"]) == (other.id(), "made")
    (decoy,) = project.mapLayersByName("AAA Point")
    panel = opened.mainWidget()
    panel.wrappers["FACTORIES"].setParameterValue(decoy.id(), panel.processing_context)
    assert not values(opened)["ACTIVITY_FIELD"]

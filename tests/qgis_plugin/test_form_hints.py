"""Hints in the register's form about codes and places: soft, quick, and right without the plugin."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from factory_locations.tests.patience import patience

PROVINCES = [
    ["POLYGON((490000 1270000,500000 1270000,500000 1280000,490000 1280000,490000 1270000))", "07"],
    ["POLYGON((500000 1270000,510000 1270000,510000 1280000,500000 1280000,500000 1270000))", "23"],
]
FIELDS = [
    "factory_id:string",
    "registration_status:string",
    "loc_method:string",
    "isic:string",
    "province_code:string",
    "commune_code:string",
    "loc_accuracy_m:double",
    "loc_datum:string",
]


@pytest.fixture
def register(project, make_layer):
    """A register in UTM with its form, and provinces beside it."""
    from factory_locations.qgis_plugin.project.register_form import give_form

    layer = make_layer("Factories", "Point", FIELDS)
    provinces = make_layer("Provinces", "Polygon", ["province_code:string"], PROVINCES)
    project.addMapLayers([layer, provinces])
    give_form(layer, (), provinces)
    return layer


def fits(layer, name, value, place=(495000, 1275000), **others):
    """Return whether the form is content with a value, and what it says where it is not."""
    from qgis.core import QgsFeature, QgsGeometry, QgsPointXY, QgsVectorLayerUtils

    feature = QgsFeature(layer.fields())
    if place is not None:
        feature.setGeometry(QgsGeometry.fromPointXY(QgsPointXY(*place)))
    for field, given in {name: value, **others}.items():
        feature[field] = given
    fine, said = QgsVectorLayerUtils.validateAttribute(layer, feature, layer.fields().indexOf(name))
    return fine, "; ".join(said)


def test_hints_are_soft(register):
    from qgis.core import QgsFieldConstraints

    soft = QgsFieldConstraints.ConstraintStrength.ConstraintStrengthSoft
    kind = QgsFieldConstraints.Constraint.ConstraintExpression
    for field in list(register.fields())[1:]:
        held = field.constraints()
        assert held.constraints() & kind, field.name()
        assert held.constraintStrength(kind) == soft


@pytest.mark.parametrize(("code", "fine"), [("1410", True), ("14", True), ("14101", True), ("1499", False)])
def test_activity_is_a_code_of_the_list(register, code, fine):
    assert fits(register, "isic", code)[0] is fine


@pytest.mark.parametrize(
    ("name", "empty", "given", "why"),
    [
        ("isic", "", "1410", "stated, because the activity decides which rules apply"),
        ("loc_method", "unknown", "gps", "stated, because how a place was found tells how far it can be trusted"),
        ("loc_accuracy_m", None, 5.0, "stated, because no check can know otherwise how far off the place may be"),
    ],
)
def test_what_much_depends_on_is_stated(register, name, empty, given, why):
    assert fits(register, name, given)[0]
    for nothing in (empty, None):
        fine, said = fits(register, name, nothing)
        assert not fine
        assert why in said


def test_of_no_place_no_accuracy_is_asked(register):
    assert fits(register, "loc_accuracy_m", None, None)[0]


def test_a_factory_that_broke_a_rule_in_the_last_check(register, project, findings_gpkg):
    """Told beside the status of its registration; without a check, and without the plugin, nothing is said."""
    from factory_locations.processing.expressions import register_functions, unregister_functions
    from qgis.core import QgsVectorLayer

    findings = QgsVectorLayer(f"{findings_gpkg}|layername=findings", "Findings")
    broke = {row["factory_id"] for row in findings.getFeatures() if row["verdict"] == "fail"}
    factory = sorted(broke)[0]
    assert fits(register, "registration_status", "registered", factory_id=factory)[0]
    project.addMapLayer(findings)
    unregister_functions()
    assert fits(register, "registration_status", "registered", factory_id=factory)[0]
    register_functions()
    try:
        fine, said = fits(register, "registration_status", "registered", factory_id=factory)
        assert not fine
        assert "breaks no rule in the last check" in said
        assert fits(register, "registration_status", "registered", factory_id="NEW")[0]
    finally:
        unregister_functions()


def test_accuracy_is_not_negative(register):
    assert fits(register, "loc_accuracy_m", 12.5)[0]
    fine, said = fits(register, "loc_accuracy_m", -5.0)
    assert not fine
    assert "at least 0" in said


def test_code_agrees_with_the_place(register):
    assert fits(register, "province_code", "07")[0]
    fine, said = fits(register, "province_code", "23")
    assert not fine
    assert "unit that the place is in" in said
    # 80 m beyond the border, which may be off by 100 m; 500 m beyond it, and so much within the accuracy.
    assert fits(register, "province_code", "23", (499920, 1275000))[0]
    assert not fits(register, "province_code", "23", (499500, 1275000))[0]
    assert fits(register, "province_code", "23", (499500, 1275000), loc_accuracy_m=600.0)[0]


def test_what_cannot_be_asked_is_taken_for_right(register):
    assert fits(register, "province_code", "07", None)[0]  # no place yet
    assert fits(register, "province_code", "11")[0]  # a code that the layer does not have
    assert fits(register, "commune_code", "230101")[0]  # no layer of communes


def test_a_layer_that_has_gone_makes_nothing_wrong(register, project):
    (provinces,) = project.mapLayersByName("Provinces")
    project.removeMapLayer(provinces)
    assert fits(register, "province_code", "23")[0]


def test_place_is_in_cambodia(register):
    assert fits(register, "loc_datum", "EPSG:4326")[0]
    fine, said = fits(register, "loc_datum", "EPSG:4326", (495000, 2275000))
    assert not fine
    assert "Cambodia" in said


def test_register_in_degrees(project, make_layer):
    from factory_locations.qgis_plugin.project.register_form import give_form
    from qgis.core import QgsCoordinateReferenceSystem

    layer = make_layer("Factories", "Point", FIELDS)
    layer.setCrs(QgsCoordinateReferenceSystem("EPSG:4326"))
    provinces = make_layer("Provinces", "Polygon", ["code:string"], PROVINCES)  # told by the codes themselves
    project.addMapLayers([layer, provinces])
    give_form(layer, (), provinces)
    assert fits(layer, "province_code", "07", (104.954, 11.534))[0]
    assert not fits(layer, "province_code", "23", (104.954, 11.534))[0]
    assert fits(layer, "loc_datum", "EPSG:4326", (104.954, 11.534))[0]
    assert not fits(layer, "loc_datum", "EPSG:4326", (11.534, 104.954))[0]


def test_no_function_of_the_plugin_is_used(register):
    from qgis.core import QgsExpression

    for field in register.fields():
        expression = QgsExpression(field.constraints().constraintExpression())
        assert not expression.hasParserError(), expression.parserErrorString()
        assert not [name for name in expression.referencedFunctions() if name.startswith("factory_")]


def test_a_keystroke_waits_for_no_layer(project, make_layer, root):
    """Among the 1,600 communes of the country an answer takes some milliseconds."""
    from factory_locations.qgis_plugin.project.register_form import give_form
    from qgis.core import QgsVectorLayer

    path = Path(root) / "data" / "demo" / "admin.gpkg"
    communes = QgsVectorLayer(f"{path}|layername=communes", "Communes", "ogr")
    layer = make_layer("Factories", "Point", FIELDS)
    project.addMapLayers([layer, communes])
    give_form(layer, (), communes)
    inside = next(communes.getFeatures())
    place = inside.geometry().pointOnSurface().asPoint()
    assert fits(layer, "commune_code", inside["commune_code"], (place.x(), place.y()))[0]
    assert not fits(layer, "commune_code", inside["commune_code"], (place.x() + 90000, place.y()))[0]
    start = time.perf_counter()
    for _ in range(20):
        fits(layer, "commune_code", inside["commune_code"], (place.x(), place.y()))
        fits(layer, "isic", "1410")
    took = (time.perf_counter() - start) / 20
    print(f"{1000 * took:.1f} ms")
    assert took < 0.05 * patience()


def test_giving_a_form_imports_nothing_heavy(root, qgis_environment):
    """The first of a session is given while somebody waits for the layers."""
    import subprocess
    import sys

    script = """
import importlib.util, sys
from qgis.core import QgsApplication, QgsVectorLayer
app = QgsApplication([], True)
app.initQgis()
import qgis.utils, qgis.gui  # newer QGIS brings some of them itself
before = set(sys.modules)
spec = importlib.util.spec_from_file_location("factory_locations", sys.argv[1] + "/__init__.py",
                                              submodule_search_locations=[sys.argv[1]])
module = sys.modules["factory_locations"] = importlib.util.module_from_spec(spec)
spec.loader.exec_module(module)
from factory_locations.qgis_plugin.project.register_form import give_form
layers = [QgsVectorLayer(f"{sys.argv[1]}/data/demo/demo.gpkg|layername={name}") for name in ("factories", "provinces")]
give_form(layers[0], (), layers[1])
print(sorted({"numpy", "pandas", "shapely", "pyproj", "scipy"} & set(sys.modules) - before))
"""
    done = subprocess.run(
        [sys.executable, "-c", script, str(root)], env=qgis_environment, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip().splitlines()[-1] == "[]"


def shown_above(layer, code):
    """Return what the form shows above the activity of a factory with a code."""
    from qgis.core import QgsEditFormConfig, QgsExpressionContext, QgsExpressionContextUtils, QgsFeature

    feature = QgsFeature(layer.fields())
    feature["isic"] = code
    context = QgsExpressionContext(QgsExpressionContextUtils.globalProjectLayerScopes(layer))
    context.setFeature(feature)
    told = layer.editFormConfig().dataDefinedFieldProperties("isic")
    return told.valueAsString(QgsEditFormConfig.DataDefinedProperty.Alias, context)[0]


@pytest.fixture
def functions(qgis_app):
    from factory_locations.processing import expressions

    expressions.register_functions()
    yield
    expressions.unregister_functions()


ALIAS = "Main activity (ISIC Rev. 4)"


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("1410", f"{ALIAS}: Manufacture of wearing apparel, except fur apparel"),
        ("14101", f"{ALIAS}: Manufacture of wearing apparel, except fur apparel"),
        ("1499", f"{ALIAS}: not a code of ISIC Rev. 4"),
        ("", ALIAS),
        (None, ALIAS),
    ],
)
def test_an_activity_is_shown_with_its_title(register, functions, code, said):
    assert shown_above(register, code) == said


def test_without_the_plugin_an_activity_has_no_title(register):
    assert shown_above(register, "1410") == ALIAS


def test_the_code_of_an_activity_is_still_typed_and_stored(register):
    index = register.fields().indexOf("isic")
    assert register.editorWidgetSetup(index).type() == "TextEdit"
    assert register.editFormConfig().labelOnTop(index)


def test_a_form_of_an_earlier_version_gets_the_titles_too(register, functions):
    from factory_locations.qgis_plugin.project.register_form import give_form_unless_own
    from qgis.core import QgsPropertyCollection

    form = register.editFormConfig()
    form.setDataDefinedFieldProperties("isic", QgsPropertyCollection())
    register.setEditFormConfig(form)
    give_form_unless_own(register)
    assert shown_above(register, "20").startswith(f"{ALIAS}: Manufacture of chemicals")

"""The functions for QGIS expressions, as labels and the field calculator call them."""

from __future__ import annotations

import pytest
from factory_locations.tests import layers as L
from factory_locations.tests.test_assess_site import PACK


@pytest.fixture
def functions(qgis_app):
    from factory_locations.processing import expressions

    expressions.register_functions()
    yield expressions
    expressions.unregister_functions()


@pytest.fixture
def pack(tmp_path):
    path = tmp_path / "test-site.yaml"
    path.write_text(PACK, encoding="utf-8")
    return path


def value(text, **variables):
    from qgis.core import QgsExpression, QgsExpressionContext, QgsExpressionContextScope

    expression = QgsExpression(text)
    assert not expression.hasParserError(), expression.parserErrorString()
    scope = QgsExpressionContextScope()
    for name, content in variables.items():
        scope.setVariable(name, content)
    context = QgsExpressionContext()
    context.appendScope(scope)
    expression.prepare(context)
    out = expression.evaluate(context)
    return expression.evalErrorString() or out


def test_required_distance(functions, pack):
    def metres(*given):
        listed = ", ".join("NULL" if one is None else f"'{one}'" for one in (*given, pack))
        return value(f"factory_required_distance({listed})")

    assert metres("2011", "medium", "school") == 300
    assert metres("2011", "Large", "school") == 500
    assert metres("2011", "micro", "school") == 50
    assert metres("C20.11", None, "school") == 500  # not recorded: the largest that may hold
    assert metres("20", "small", "receptors") == 100
    assert metres("2011", "small", "factories") == 200
    assert metres("1410", "small", "intake") == 400
    for nothing in (("1410", "small", "school"), ("2011", "small", "market"), ("9999", "small", "intake")):
        assert metres(*nothing) is None
    assert metres(None, "small", "school") is None


def test_the_largest_of_several_rules(functions, pack):
    text = PACK + PACK[PACK.index("  - id: S-SCHOOL") : PACK.index("  - id: S-PROT")].replace("S-SCHOOL", "S-OTHER")
    pack.write_text(text.replace("medium: 300", "medium: 310", 1), encoding="utf-8")
    assert value(f"factory_required_distance('2011', 'medium', 'school', '{pack}')") == 310


def test_the_pack_of_the_project(functions, pack):
    assert value("factory_required_distance('2011', 'medium', 'school')") is None  # the shipped pack has no distances
    assert value("factory_required_distance('2011', 'medium', 'school')", factory_rules=str(pack)) == 300


def test_a_question_asked_before_is_answered_from_memory(functions, pack, monkeypatch):
    asked = []
    real = functions._largest
    monkeypatch.setattr(functions, "_largest", lambda *given: asked.append(given) or real(*given))
    for _ in range(50):
        assert value(f"factory_required_distance('2011', 'medium', 'school', '{pack}')") == 300
    assert len(asked) == 1
    pack.write_text(pack.read_text(encoding="utf-8").replace("medium: 300", "medium: 301"), encoding="utf-8")
    assert value(f"factory_required_distance('2011', 'medium', 'school', '{pack}')") == 301


def test_a_pack_that_cannot_be_read_is_an_error(functions):
    assert "no-such.yaml" in value("factory_required_distance('2011', 'medium', 'school', '/no-such.yaml')")


@pytest.fixture
def checked(run, tmp_path):
    def check(name="findings.gpkg", steel="2410"):
        output = tmp_path / name
        rows = [(L.point(100, 500), "F1", "Steel", steel, 5.0), (L.point(100, 600), "F'2", "Mill", "1061", 5.0)]
        zones = [(L.box(0, 0, 1000), "Z1", "RES", "Old town", 2020)]
        run("check_locations", {"FACTORIES": L.factories(rows), "ZONING": L.zoning(zones), "OUTPUT": str(output)})
        return output

    return check


def test_verdict_from_a_file(functions, checked):
    path = checked()
    assert value(f"factory_verdict('F1', findings:='{path}')") == "fail"
    assert value(f"factory_verdict('F1', 'KH-ZON-01', '{path}')") == "fail"
    assert value(f"factory_verdict('F1', 'KH-PARK-02', '{path}')") is None  # not checked, so not listed
    assert value(f"factory_verdict('F''2', findings:='{path}')") in ("pass", "no data", "fail")
    assert value(f"factory_verdict('nobody', findings:='{path}')") is None
    assert value("factory_verdict(NULL)") is None


def test_a_new_run_is_seen(functions, checked):
    path = checked()
    assert value(f"factory_verdict('F1', findings:='{path}')") == "fail"
    checked(steel=None)
    assert value(f"factory_verdict('F1', findings:='{path}')") == "no data"


def test_a_file_is_read_once(functions, checked, monkeypatch):
    path = checked()
    read = []
    real = functions._read_verdicts
    monkeypatch.setattr(functions, "_read_verdicts", lambda path: read.append(path) or real(path))
    for _ in range(50):
        value(f"factory_verdict('F1', findings:='{path}')")
    assert len(read) == 1


def test_verdict_of_the_last_check_in_the_project(functions, checked):
    from qgis.core import QgsProject, QgsVectorLayer

    assert value("factory_verdict('F1')") is None
    old, new = checked("old.gpkg"), checked("new.gpkg", steel=None)
    try:
        for path, when in ((new, "2026-02-02T10:00:00"), (old, "2026-01-01T10:00:00")):
            layer = QgsVectorLayer(f"{path}|layername=findings", path.stem, "ogr")
            layer.setCustomProperty("factory_locations/result", "findings")
            layer.setCustomProperty("factory_locations/when", when)
            QgsProject.instance().addMapLayer(layer)
        del layer
        assert value("factory_verdict('F1')") == "no data"
        assert value("factory_verdict('F1', findings:='old')") == "fail"
        assert "neither a layer" in value("factory_verdict('F1', findings:='nothing')")
    finally:
        QgsProject.instance().clear()


def test_the_notes_of_the_panel_are_the_ones_looked_for(functions):
    from factory_locations.qgis_plugin.project import results, roles

    assert (functions._RESULT, functions._WHEN) == (roles.RESULT_PROPERTY, results.WHEN_PROPERTY)


def test_the_title_of_an_activity(functions, monkeypatch):
    from factory_locations.processing import messages

    apparel = "Manufacture of wearing apparel, except fur apparel"
    assert value("factory_activity('1410')") == value("factory_activity('14101')") == apparel
    assert value("factory_activity('10')") == "Manufacture of food products"
    for nothing in ("'1499'", "'x'", "''", "NULL"):
        assert value(f"factory_activity({nothing})") is None
    monkeypatch.setattr(messages, "interface_locale", lambda: "km_KH")
    assert value("factory_activity('1410')") == "ការផលិតសម្លៀកបំពាក់ លើកលែងសម្លៀកបំពាក់រោមសត្វ"


def test_a_file_without_findings_is_an_error(functions, demo_gpkg):
    assert "no table of findings" in value(f"factory_verdict('F1', findings:='{demo_gpkg}')")


def test_registered_with_the_plugin_and_gone_after(qgis_app):
    from factory_locations.qgis_plugin.plugin import FactoryLocationsPlugin
    from qgis.core import QgsExpression

    names = ("factory_required_distance", "factory_verdict", "factory_activity")
    plugin = FactoryLocationsPlugin(None)
    plugin.initProcessing()
    try:
        for name in names:
            assert QgsExpression.isFunctionName(name)
            function = QgsExpression.Functions()[QgsExpression.functionIndex(name)]
            assert function.group() == "Factory Locations"
            assert f"<h3>{name}</h3>" in function.helpText()
            assert function.helpText().count("<li>") >= 2
    finally:
        plugin.unload()
    assert not any(QgsExpression.isFunctionName(name) for name in names)


def test_in_a_virtual_field_of_a_layer(functions, pack):
    from qgis.core import QgsField, QgsProject
    from qgis.PyQt.QtCore import QVariant

    layer = L.factories([(L.point(100, 500), "F1", "Acid", "2011", 5.0), (L.point(1, 1), "F2", "Mill", "1061", 5.0)])
    QgsProject.instance().addMapLayer(layer, False)
    try:
        asked = f"factory_required_distance(\"isic\", 'medium', 'school', '{pack}')"
        layer.addExpressionField(asked, QgsField("asked", QVariant.Double))
        got = {feature["factory_id"]: feature["asked"] for feature in layer.getFeatures()}
        assert got["F1"] == 300
        assert not got["F2"]
    finally:
        QgsProject.instance().removeMapLayer(layer.id())

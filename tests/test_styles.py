"""The style files say what the printed maps say: both come from one module."""

from __future__ import annotations

import importlib.util
import os

import pytest

VERDICT_LOOK = {
    "fail": ("#d55e00", "triangle"),
    "undecided": ("#e69f00", "diamond"),
    "no data": ("#ffffff", "square"),
    "exempt": ("#009e73", "pentagon"),
    "pass": ("#0072b2", "circle"),
}
ZONE_CODES = ["RES", "COM", "MIX", "LIND", "HIND", "AGR", "CON"]
STYLES = [
    "changes", "duplicate_groups", "duplicate_pairs", "evidence", "factories", "factory_changes", "factory_summary",
    "findings", "parks", "quality_map", "zoning",
    "registration_matched", "registration_extract_only", "registration_field_finds", "registration_expired",
    "registration_overdue", "registration_proposals",
]  # fmt: skip
KINDS = {
    "duplicate_groups": "MultiPoint", "duplicate_pairs": "LineString", "evidence": "LineString",
    "zoning": "MultiPolygon", "parks": "MultiPolygon", "quality_map": "MultiPolygon",
}  # fmt: skip


@pytest.fixture
def build_styles(qgis_app, root, monkeypatch):
    path = root / "data" / "styles" / "build_styles.py"
    monkeypatch.setenv("QT_HASH_SEED", os.environ.get("QT_HASH_SEED", "0"))
    spec = importlib.util.spec_from_file_location("build_styles_script", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def styled(build_styles, root):
    kept = []  # a renderer dies with its layer, and Python would not know

    def load(name: str):
        layer = build_styles.STYLES[name]()
        fields = {
            "findings": ["rule_title", "reason", "measured_m", "accuracy_m", "layer_name", "layer_vintage", "action"],
            "factory_summary": ["zone_code", "zone_name", "park_name"],
        }
        from qgis.core import QgsField, QgsVectorLayer
        from qgis.PyQt.QtCore import QVariant

        kind = KINDS.get(name, "Point")
        plain = QgsVectorLayer(f"{kind}?crs=EPSG:32648", name, "memory")
        known = layer.fields().names()
        added = [QgsField(field, QVariant.String) for field in fields.get(name, []) if field not in known]
        plain.dataProvider().addAttributes([*layer.fields(), *added])
        plain.updateFields()
        said, fine = plain.loadNamedStyle(str(root / "data" / "styles" / f"{name}.qml"))
        assert fine, said
        kept.append(plain)
        return plain

    return load


@pytest.fixture
def symbols(qgis_app):
    from factory_locations.processing.reports import symbols

    return symbols


BY_SEVERITY = {"assessment": ("#8e3b78", "triangle"), "advice": ("#3493d1", "star")}


@pytest.mark.parametrize("name", ["findings", "factory_summary"])
def test_verdicts_have_the_agreed_colours_and_shapes(styled, symbols, name):
    renderer = styled(name).renderer()
    assert renderer.type() == "categorizedSymbol"
    assert "verdict" in renderer.classAttribute()
    looks = {
        category.value(): (symbols.hue_of(category.symbol()), symbols.shape_of(category.symbol()))
        for category in renderer.categories()
        if category.value()
    }
    got = {value: (hue.lower(), shape) for value, (hue, shape) in looks.items() if value in BY_SEVERITY}
    assert got == (BY_SEVERITY if name == "findings" else {})  # a finding that only advises is never drawn as a fail
    assert {value: look for value, look in looks.items() if value not in BY_SEVERITY} == VERDICT_LOOK


@pytest.mark.parametrize("name", ["findings", "factory_summary"])
def test_the_files_agree_with_the_symbols_of_the_map(styled, symbols, name):
    for category in styled(name).renderer().categories():
        verdict = category.value() or "not checked"
        if verdict in BY_SEVERITY:
            continue
        expected = symbols.verdict_marker(verdict, 2.6)
        assert symbols.hue_of(category.symbol()) == symbols.hue_of(expected)
        assert symbols.shape_of(category.symbol()) == symbols.shape_of(expected)
        assert category.symbol().size() == pytest.approx(expected.size())


@pytest.mark.parametrize("name", ["findings", "factory_summary"])
def test_the_gravest_verdict_is_drawn_last(styled, name):
    from qgis.core import QgsExpression, QgsExpressionContext, QgsFeature

    layer = styled(name)
    renderer = layer.renderer()
    assert renderer.orderByEnabled()
    order = renderer.orderBy().list()[0]
    assert order.ascending()
    expression = QgsExpression(order.expression())
    assert not expression.hasParserError(), expression.parserErrorString()
    ranks = {}
    for verdict in (None, "pass", "exempt", "no data", "undecided", "fail"):
        feature = QgsFeature(layer.fields())
        feature["verdict"] = verdict
        context = QgsExpressionContext()
        context.setFields(layer.fields())
        context.setFeature(feature)
        ranks[verdict] = expression.evaluate(context)
    assert list(ranks.values()) == sorted(ranks.values())
    assert len(set(ranks.values())) == len(ranks)


def test_a_fail_covers_a_pass_at_the_same_place(symbols):
    from qgis.core import (
        QgsFeature,
        QgsGeometry,
        QgsMapRendererSequentialJob,
        QgsMapSettings,
        QgsPointXY,
        QgsRectangle,
        QgsVectorLayer,
    )
    from qgis.PyQt.QtCore import QSize

    layer = QgsVectorLayer("Point?crs=EPSG:32648&field=verdict:string", "f", "memory")
    for verdict in ("fail", "undecided", "pass"):
        feature = QgsFeature(layer.fields())
        feature["verdict"] = verdict
        feature.setGeometry(QgsGeometry.fromPointXY(QgsPointXY(0, 0)))
        layer.dataProvider().addFeatures([feature])
    layer.setRenderer(symbols.verdict_renderer("verdict", 10))
    settings = QgsMapSettings()
    settings.setLayers([layer])
    settings.setExtent(QgsRectangle(-10, -10, 10, 10))
    settings.setOutputSize(QSize(200, 200))
    job = QgsMapRendererSequentialJob(settings)
    job.start()
    job.waitForFinished()
    assert job.renderedImage().pixelColor(100, 104).name() == VERDICT_LOOK["fail"][0]


def test_zones_have_the_colours_of_the_map(styled, symbols):
    categories = {category.value(): category for category in styled("zoning").renderer().categories()}
    assert [code for code in categories if code] == ZONE_CODES
    for code, category in categories.items():
        assert category.symbol().color().name() == symbols.zone_style(code or "").fill
        assert category.label()


@pytest.mark.parametrize("name", STYLES)
def test_expressions_of_labels_and_tips_can_be_read(styled, name):
    import re

    from qgis.core import QgsExpression

    layer = styled(name)
    assert layer.labelsEnabled()
    settings = layer.labeling().settings()
    assert settings.scaleVisibility, "labels of a whole register would bury the map"
    expressions = [settings.fieldName, *re.findall(r"\[%(.*?)%\]", layer.mapTipTemplate(), re.S)]
    assert len(expressions) > 2
    for text in expressions:
        expression = QgsExpression(text)
        assert not expression.hasParserError(), f"{text}: {expression.parserErrorString()}"


def test_a_map_tip_tells_the_finding(styled):
    from qgis.core import QgsExpression, QgsExpressionContext, QgsExpressionContextUtils, QgsFeature

    layer = styled("findings")
    feature = QgsFeature(layer.fields())
    feature["factory_name"] = "Mekong Garment"
    feature["rule_id"] = "KH-PARK-01"
    feature["verdict"] = "fail"
    feature["message"] = "Outside the park it declares."
    context = QgsExpressionContext(QgsExpressionContextUtils.globalProjectLayerScopes(layer))
    context.setFeature(feature)
    said = QgsExpression.replaceExpressionText(layer.mapTipTemplate(), context)
    assert "Mekong Garment" in said
    assert "KH-PARK-01" in said
    assert "Outside the park it declares." in said
    assert "Measured" not in said  # nothing was measured: no empty line
    assert "[%" not in said


@pytest.mark.slow
@pytest.mark.parametrize("name", STYLES)
def test_the_committed_files_are_what_the_script_writes(build_styles, root, tmp_path, styled, name):
    """Compared by what QGIS makes of them: the text differs between versions of QGIS."""
    from qgis.core import QgsReadWriteContext
    from qgis.PyQt.QtXml import QDomDocument

    build_styles.write(tmp_path)
    again = styled(name)
    said, fine = again.loadNamedStyle(str(tmp_path / f"{name}.qml"))
    assert fine, said
    committed = styled(name)

    def essence(layer):
        renderer, labeling = layer.renderer(), layer.labeling().settings()
        shown = [
            (item.label(), [part.properties() for part in item.symbol().symbolLayers()])
            for item in renderer.legendSymbolItems()
        ]
        document = QDomDocument()
        document.appendChild(labeling.format().writeXml(document, QgsReadWriteContext()))
        return (
            shown,
            labeling.fieldName,
            labeling.minimumScale,
            labeling.placement,
            layer.mapTipTemplate(),
            labeling.format().size(),
        )

    assert essence(committed) == essence(again)


TABLES = [
    "changes", "duplicate_groups", "duplicate_pairs", "evidence", "exceptions", "factory_changes", "factory_summary",
    "findings", "quality", "quality_map",
    "registration_ambiguous", "registration_conflicts", "registration_expired", "registration_extract_only",
    "registration_field_finds", "registration_matched", "registration_not_located", "registration_overdue",
    "registration_progress", "registration_proposals", "registration_register_only", "registration_unread",
]  # fmt: skip


@pytest.mark.parametrize("name", TABLES)
def test_columns_are_titled_and_in_order(build_styles, root, name):
    from qgis.core import QgsVectorLayer

    built = build_styles.STYLES[name]()
    read = QgsVectorLayer(KINDS.get(name, "Point") if built.isSpatial() else "NoGeometry", name, "memory")
    read.dataProvider().addAttributes(built.fields())
    read.updateFields()
    said, fine = read.loadNamedStyle(str(root / "data" / "styles" / f"{name}.qml"))
    assert fine, said

    def essence(layer):
        columns = [(c.name, c.hidden) for c in layer.attributeTableConfig().columns() if c.name]
        forms = [
            (f.name(), layer.attributeAlias(i), layer.editorWidgetSetup(i).type(), layer.editorWidgetSetup(i).config())
            for i, f in enumerate(layer.fields())
        ]
        return columns, forms, [layer.defaultValueDefinition(i).expression() for i in range(layer.fields().count())]

    assert essence(read) == essence(built)
    assert all(read.attributeAlias(i) for i in range(read.fields().count()))


def test_technical_columns_are_last_or_hidden(build_styles):
    layer = build_styles.STYLES["findings"]()
    columns = [c for c in layer.attributeTableConfig().columns() if c.name]
    assert {c.name for c in columns if c.hidden} == {"semantics", "role"}
    assert columns[-1].name == "finding_id"  # in sight: an officer copies it into the table of decisions
    assert [c.name for c in columns[:2]] == ["factory_id", "factory_name"]


def test_shapes_alone_tell_the_verdicts_apart(symbols):
    """In a photocopy there is no colour."""
    shapes = [symbols.VERDICTS[verdict].shape for verdict in VERDICT_LOOK]
    assert len(set(shapes)) == len(shapes)


@pytest.mark.parametrize("kind", ["FINDING_CHANGES", "FACTORY_CHANGES"])
def test_shapes_alone_tell_the_changes_apart(symbols, kind):
    """Every change has a shape or, where two share one, is hollow against filled; and QGIS knows the shape."""
    from factory_locations.processing.analysis import comparison
    from factory_locations.processing.reports import change_symbols
    from qgis.core import QgsSimpleMarkerSymbolLayerBase

    styles = getattr(change_symbols, kind)
    told = comparison.CHANGES if kind == "FINDING_CHANGES" else comparison.FACTORY_CHANGES
    assert set(styles) == set(told)
    looks = {(style.shape, style.colour == "#ffffff") for style, _ in styles.values()}
    assert len(looks) == len(styles)
    for style, _ in styles.values():
        assert QgsSimpleMarkerSymbolLayerBase.decodeShape(style.shape)[1], style.shape


def test_the_classes_of_the_choropleth(styled):
    """Dark, for much to do, to light without a jump; 0 and 1 are in, and nothing is between two classes."""
    renderer = styled("quality_map").renderer()
    ranges = [(r.lowerValue(), r.upperValue()) for r in renderer.ranges()]
    assert ranges[0] == (-1.0, -0.5)
    assert ranges[1][0] == 0
    assert ranges[-1][1] == 1
    assert [high for _, high in ranges[1:-1]] == [low for low, _ in ranges[2:]]
    colours = [r.symbol().color() for r in renderer.ranges()[1:]]
    grey = [0.299 * c.red() + 0.587 * c.green() + 0.114 * c.blue() for c in colours]
    assert all(b - a > 20 for a, b in zip(grey, grey[1:]))


def test_every_marker_stands_out_from_every_zone(symbols):
    """Rim against its white halo and against the zone: at least 2 to 1, also for the hollow marker's grey rim."""

    def luminance(colour: str) -> float:
        parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
        linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    def contrast(one: str, other: str) -> float:
        high, low = sorted((luminance(one), luminance(other)), reverse=True)
        return (high + 0.05) / (low + 0.05)

    for style in symbols.VERDICTS.values():
        assert contrast(style.outline, "#ffffff") > 4.5
        for zone in (*symbols.ZONES.values(), *symbols.OTHER_ZONES):
            assert contrast(style.outline, zone.fill) > 2


def test_unknown_codes_take_tones_of_their_own(symbols):
    others = ["A1", "B2", "C3"]
    fills = {symbols.zone_style(code, others).fill for code in others}
    assert len(fills) == 3
    assert not fills & {style.fill for style in symbols.ZONES.values()}
    assert symbols.zone_style("never seen") == symbols.ZONES[""]


def test_shapes_alone_tell_the_registration_apart(symbols):
    from factory_locations.processing.reports import registration_symbols
    from qgis.core import QgsSimpleMarkerSymbolLayerBase

    styles = [*(style for style, _ in registration_symbols.MATCHES.values()), *registration_symbols.TABLES.values()]
    assert len({style.shape for style in styles}) == len(styles)
    for style in styles:
        assert QgsSimpleMarkerSymbolLayerBase.decodeShape(style.shape)[1], style.shape

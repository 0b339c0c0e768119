"""What the layers of a map say before they are drawn: crowds, boundaries, symbols."""

from __future__ import annotations

import math

import pytest


@pytest.fixture
def layers(qgis_app):
    from factory_locations.processing.reports import map_layers

    return map_layers


@pytest.fixture
def places(layers):
    """Return places from rows of (x, y, verdict)."""

    def made(rows):
        xs, ys, verdicts = (list(column) for column in zip(*rows))
        return layers.Places(xs, ys, verdicts, 0)

    return made


def cloud(x: float, y: float, count: int, *verdicts: str) -> list[tuple[float, float, str]]:
    """Return `count` places within 100 m of a middle; verdicts in turn, `pass` where none are named."""
    said = verdicts or ("pass",)
    return [(x + 99 * math.cos(i), y + 99 * math.sin(i), said[i % len(said)]) for i in range(count)]


def gathered(layers, places, rows, radius=1000.0):
    from qgis.core import QgsRectangle

    return layers.gather(places(rows), QgsRectangle(-50_000, -50_000, 50_000, 50_000), radius)


def test_a_crowd_is_a_place_with_many(layers, places):
    found = gathered(layers, places, cloud(0, 0, 60) + cloud(20_000, 0, 45) + cloud(0, 20_000, 10))
    assert [crowd.count for crowd in found.crowds] == [60, 45]
    assert found.crowds[0].x == pytest.approx(0, abs=30)
    assert found.hidden == frozenset(range(105)), "the ten stay single"


def test_what_needs_attention_stays_single(layers, places):
    rows = cloud(0, 0, 40) + cloud(0, 0, 3, "fail", "undecided", "no data") + cloud(0, 0, 2, "exempt", "not checked")
    found = gathered(layers, places, rows)
    assert found.single == ("fail", "undecided", "no data")
    assert found.hidden == frozenset({*range(40), 43, 44})
    assert found.fails == (1,)


@pytest.mark.parametrize(
    ("urgent", "single"),
    [
        ({"no data": 70}, ("fail", "undecided")),
        ({"undecided": 70}, ("fail",)),
        ({"fail": 20, "undecided": 30, "no data": 30}, ("fail", "undecided")),
        ({"fail": 70}, ()),
    ],
)
def test_too_many_for_a_disc_are_left_to_it(layers, places, urgent, single):
    rows = cloud(0, 0, 40)
    for verdict, count in urgent.items():
        rows += cloud(0, 0, count, verdict)
    found = gathered(layers, places, rows)
    assert found.single == single
    assert found.fails == (urgent.get("fail", 0),)
    assert len(found.hidden) == 40 + sum(count for verdict, count in urgent.items() if verdict not in single)


def test_crowds_that_would_overlap_are_one(layers, places):
    found = gathered(layers, places, cloud(0, 0, 100) + cloud(1200, 0, 80))
    assert [crowd.count for crowd in found.crowds] == [180]
    assert found.crowds[0].x == pytest.approx(533, abs=40)


def test_none_beyond_the_map_is_counted(layers, places):
    assert gathered(layers, places, cloud(90_000, 0, 100) + cloud(0, 0, 5)).crowds == ()


def test_crowds_come_out_alike_whatever_the_order(layers, places):
    rows = [(x * 300.0, y * 300.0, "pass") for x in range(40) for y in range(40)]
    one, other = gathered(layers, places, rows), gathered(layers, places, rows[::-1])
    assert [(c.count, round(c.x), round(c.y)) for c in one.crowds] == [
        (c.count, round(c.x), round(c.y)) for c in other.crowds
    ]
    assert sum(crowd.count for crowd in one.crowds) <= len(rows)


def test_discs_have_areas_in_proportion(qgis_app):
    from factory_locations.processing.reports.symbols import crowd_size

    assert (crowd_size(400, 400, 1.0) / crowd_size(100, 400, 1.0)) ** 2 == pytest.approx(4, rel=0.02)
    assert crowd_size(25, 100_000, 1.0) >= 3.0, "never smaller than a marker"
    assert crowd_size(30, 30, 1.0) < 5.0, "a small crowd is not blown up"


def test_a_shared_boundary_is_drawn_once(layers, qgis_app):
    from factory_locations.tests import layers as L
    from qgis.core import QgsCoordinateTransformContext

    rows = [(L.box(0, 0, 1000), "01"), (L.box(1000, 0, 1000), "02")]
    provinces = L.layer("Polygon", (("province_code", "text"),), rows)
    lines = layers._inner_lines(provinces, QgsCoordinateTransformContext())
    assert lines.length() == pytest.approx(7000)


def test_boundaries_along_border_and_coast_are_left_to_those(layers, qgis_app):
    from qgis.core import QgsCoordinateTransformContext

    lines = layers._inner_lines(layers.demo_provinces(), QgsCoordinateTransformContext())
    outline = layers._edges(layers.demo_provinces())
    assert 0.3 < lines.length() / outline.length() < 0.7


def test_no_line_is_translucent(qgis_app):
    """Qt writes PDF paths without a beginning for such strokes; printers may refuse them."""
    from factory_locations.processing.reports import symbols as s

    lines = [
        s.province_line(), s.province_line(True), s.province_line(True, band=False), s.province_band(),
        s.border_line(), s.border_line(True), s.coast_line(), s.coast_line(True), s.shore_line(), s.evidence_line(),
    ]  # fmt: skip
    for line in lines:
        assert all(layer.color().alpha() == 255 for layer in line.symbolLayers())


def test_tones_of_unknown_zones_differ(qgis_app):
    from factory_locations.processing.reports import symbols as s

    tones = [style.fill for style in (*s.ZONES.values(), *s.OTHER_ZONES, s.PLANNED)]
    assert len(set(tones)) == len(tones)


def labels_of(layers, extent, millimetres, crs="EPSG:32648"):
    """Return where the labels of a map are, by what they say."""
    from qgis.core import (
        QgsCoordinateReferenceSystem,
        QgsExpressionContext,
        QgsExpressionContextUtils,
        QgsMapRendererSequentialJob,
        QgsMapSettings,
    )
    from qgis.PyQt.QtCore import QSize

    settings = QgsMapSettings()
    settings.setLayers(layers)
    settings.setDestinationCrs(QgsCoordinateReferenceSystem(crs))
    settings.setOutputDpi(100)
    settings.setOutputSize(QSize(*(round(side / 25.4 * 100) for side in millimetres)))
    settings.setExtent(extent)
    context = QgsExpressionContext()
    context.appendScope(QgsExpressionContextUtils.mapSettingsScope(settings))
    settings.setExpressionContext(context)
    job = QgsMapRendererSequentialJob(settings)
    job.start()
    job.waitForFinished()
    return {label.labelText: label.labelRect for label in job.takeLabelingResults().labelsWithinRect(extent)}


def test_the_capital_is_named_beside_the_crowd_that_covers_it(layers):
    """At the scale of the country the province of Phnom Penh is 7 mm wide, and its factories are a disc of 13 mm."""
    from factory_locations.processing.reports import symbols
    from factory_locations.processing.reports.words import Words
    from qgis.core import QgsCoordinateReferenceSystem as Crs
    from qgis.core import QgsCoordinateTransformContext, QgsPointXY, QgsRectangle, QgsVectorLayer

    middle = QgsPointXY(486_000, 1_276_000)
    crowd = QgsVectorLayer("Point?field=count:integer", "crowds", "memory")
    layers._fill(crowd, Crs("EPSG:32648"), [(middle, 476)])
    crowd.setRenderer(symbols.crowd_renderer("count", {476: 13.0}))
    crowd.setLabeling(symbols.silent_obstacle())
    crowd.setLabelsEnabled(True)
    look = layers.Look(Words(), 3_500_000, 965, 0)
    (names, *_), _below = layers._provinces(layers.demo_provinces(), look, QgsCoordinateTransformContext())
    extent = QgsRectangle(180_000, 1_130_000, 810_000, 1_640_000)
    found = labels_of([crowd, names], extent, (180, 146))
    assert {"PHNOM PENH", "KEP", "KANDAL", "BATTAMBANG"} <= set(found)
    beside = found["PHNOM PENH"]
    assert not beside.contains(middle)
    assert beside.distance(middle) < 12 * 3500  # 12 mm on paper

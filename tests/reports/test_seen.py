"""Which classes of a layer a legend lists: those of which something can be seen."""

from __future__ import annotations

import pytest

SCALE = 1_000_000  # a millimetre is a kilometre
MM = 1000.0
X, Y = 490_000.0, 1_275_000.0


@pytest.fixture
def seen(qgis_app):
    from factory_locations.processing.reports import seen

    return seen


def square(size: float, x: float = 0.0, y: float = 0.0) -> str:
    """Return a square of so many millimetres on the map, its middle so many from that of the map."""
    west, south = X + (x - size / 2) * MM, Y + (y - size / 2) * MM
    east, north = west + size * MM, south + size * MM
    return f"POLYGON(({west} {south}, {east} {south}, {east} {north}, {west} {north}, {west} {south}))"


def layer(kind: str, rows: list[tuple[str, str]]):
    from factory_locations.tests import layers as L

    return L.layer(kind, (("kind", "text"),), rows)


def by_kind(made, symbol, *kinds: str):
    from qgis.core import QgsCategorizedSymbolRenderer, QgsRendererCategory

    made.setRenderer(
        QgsCategorizedSymbolRenderer("kind", [QgsRendererCategory(kind, symbol(), kind.upper()) for kind in kinds])
    )
    return made


@pytest.fixture
def asked(seen):
    """Return the labels of the classes that are seen, and whether something is too small; factories in millimetres."""
    from factory_locations.processing.reports.map_layers import Places, context_signs
    from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransformContext, QgsRectangle

    def call(made, factories=(), closer: int = 0):
        places = Places([X + x * MM for x, _ in factories], [Y + y * MM for _, y in factories], [], 0)
        windows = [seen.Window(QgsRectangle(X - 50e3, Y - 50e3, X + 50e3, Y + 50e3), SCALE)]
        if closer:
            windows.append(seen.Window(QgsRectangle(X - 5e3, Y - 5e3, X + 5e3, Y + 5e3), closer))
        signs = context_signs(made, 0)
        crs, transforms = QgsCoordinateReferenceSystem("EPSG:32648"), QgsCoordinateTransformContext()
        found = seen.seen_classes(made, signs, windows, crs, transforms, 1.0, places.cells)
        return [sign.label for sign in signs if sign.key in found.keys], found.too_small

    return call


def fill():
    from factory_locations.processing.reports import symbols

    return symbols.fill("#ff0000", "#000000", 0.2)


def disc():
    from factory_locations.processing.reports.cluster_symbols import _cluster

    return _cluster("#ff0000", "#000000")


def test_a_class_without_anything_large_enough_is_not_listed(asked):
    rows = [(square(0.4), "speck"), (square(0.3, 3), "speck"), (square(0.6, 6), "small"), (square(0.2, 9), "small")]
    assert asked(by_kind(layer("Polygon", rows), fill, "speck", "small", "none")) == (["SMALL"], True)


def test_a_class_of_which_nothing_is_on_the_map_is_not_listed(asked):
    rows = [(square(5), "here"), (square(5, 400), "far")]
    assert asked(by_kind(layer("Polygon", rows), fill, "here", "far", "none")) == (["HERE"], False)


@pytest.mark.parametrize(("size", "listed"), [(1.5, False), (2.9, False), (3.5, True)])
def test_what_a_factorys_sign_covers_is_not_seen(asked, size, listed):
    made = by_kind(layer("Polygon", [(square(size), "zone")]), fill, "zone")
    assert asked(made, [(0.0, 0.0)]) == (["ZONE"] if listed else [], not listed)
    assert asked(made, [(5.0, 0.0)]) == (["ZONE"], False), "the factory stands elsewhere"


def test_what_the_enlarged_part_shows_is_listed(asked):
    made = by_kind(layer("Polygon", [(square(0.4), "near"), (square(0.4, 20), "beside")]), fill, "near", "beside")
    assert asked(made)[0] == []
    assert asked(made, closer=200_000)[0] == ["NEAR"]


def test_lines_points_and_marks_are_seen_however_small_they_are(asked):
    from factory_locations.processing.reports import symbols

    point = by_kind(
        layer("Point", [(f"POINT({X} {Y})", "school")]), lambda: symbols.factory_marker(2.0), "school", "none"
    )  # fmt: skip
    assert asked(point) == (["SCHOOL"], False)
    line = by_kind(
        layer("LineString", [(f"LINESTRING({X} {Y}, {X + 100} {Y})", "road")]), lambda: symbols.thin_line("#000000"),
        "road",
    )  # fmt: skip
    assert asked(line) == (["ROAD"], False)
    assert asked(by_kind(layer("Polygon", [(square(0.1), "cluster")]), disc, "cluster")) == (["CLUSTER"], False)


def test_a_layer_of_one_sign_is_listed_where_any_of_it_is_seen(asked):
    assert asked(layer("Polygon", [(square(0.1), ""), (square(3, 9), "")])) == ([""], True)
    assert asked(layer("Polygon", [(square(0.1), "")])) == ([], True)
    assert asked(layer("Polygon", [])) == ([], False)


def test_rules_and_ranges_are_classes_too(asked):
    from qgis.core import QgsRuleBasedRenderer

    made = layer("Polygon", [(square(3), "a"), (square(0.1, 9), "b")])
    root = QgsRuleBasedRenderer.Rule(None)
    for kind in "ab":
        root.appendChild(QgsRuleBasedRenderer.Rule(fill(), filterExp=f"\"kind\" = '{kind}'", label=kind.upper()))
    made.setRenderer(QgsRuleBasedRenderer(root))
    assert asked(made) == (["A"], True)


def test_classes_of_a_layer_too_large_to_be_read_whole_are_taken_as_seen(seen, asked, monkeypatch):
    monkeypatch.setattr(seen, "LOOKED_AT_MOST", 2)
    rows = [(square(0.1, i), "speck") for i in range(5)]
    assert asked(by_kind(layer("Polygon", rows), fill, "speck"))[0] == ["SPECK"]

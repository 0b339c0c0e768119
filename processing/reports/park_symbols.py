"""Symbols of parks by how much of them is free and by rank, and of the factories in and around them."""

from __future__ import annotations

from collections.abc import Mapping

from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsCentroidFillSymbolLayer,
    QgsExpression,
    QgsFeatureRequest,
    QgsFillSymbol,
    QgsFontMarkerSymbolLayer,
    QgsGeometryGeneratorSymbolLayer,
    QgsGraduatedSymbolRenderer,
    QgsLineSymbol,
    QgsMarkerSymbol,
    QgsMarkerSymbolLayer,
    QgsProperty,
    QgsRendererCategory,
    QgsRendererRange,
    QgsSymbol,
    QgsSymbolLayer,
    QgsWkbTypes,
)
from qgis.PyQt.QtGui import QColor

from .symbols import LATIN_FONT, PARK, VerdictStyle, arrow_head, fill, marker, thin_line

# Per cent free from, to, colour, title: the more room, the darker. Yellow to blue is read alike by all eyes. A park
# in which no factory surely or probably stands is not drawn as an empty one: nobody knows.
VACANCIES = (
    (-2.0, -0.5, "#fefefe", "Nothing known inside"),
    (-0.5, 5.0, "#f9edb4", "Full: up to 5 % free"),
    (5.0, 25.0, "#cfc08c", "5 – 25 % free"),
    (25.0, 50.0, "#8f9c8a", "25 – 50 % free"),
    (50.0, 75.0, "#4f6f8f", "50 – 75 % free"),
    (75.0, 100.0, "#1f3b73", "75 – 100 % free"),
)
# Ranks from, to, colour, relative size, title; what is ruled out is drawn as -1.
RANKS = (
    (0.5, 3.5, "#E69F00", 2.1, "Rank 1 – 3"),
    (3.5, 10.5, "#f9edb4", 1.9, "Rank 4 – 10"),
    (10.5, 1e6, "#fdfcf5", 1.7, "Rank 11 and after"),
    (-2.0, -0.5, "#b4bac0", 0.7, "Ruled out"),
)
OUTLINE = "#33404d"
LINE = "#6b6257"
# The first centimetre and a half of a line on the screen, at scales at which that says something.
STUB = "if(@map_scale < 1500000, line_substring($geometry, 0, min(length($geometry), 0.015 * @map_scale)), NULL)"
# How surely a factory is inside: to be told apart without colours, too.
HOW: Mapping[str, tuple[VerdictStyle, str]] = {
    "surely inside": (VerdictStyle("#0072B2", "circle", "#003350", 0.9), "Surely inside"),
    "probably inside": (VerdictStyle("#56B4E9", "square", "#0b3d5c", 0.85), "Probably inside"),
    "undecided": (VerdictStyle("#E69F00", "diamond", "#5f4200", 1.2), "Undecided"),
    "declared, outside": (VerdictStyle("#D55E00", "triangle", "#5c2800", 1.25), "Declares the park, stands outside"),
}
# Whether a neighbour could move in.
NEIGHBOURS: Mapping[str, tuple[VerdictStyle, str]] = {
    "yes": (VerdictStyle("#009E73", "pentagon", "#00402f", 0.9), "Shares a sector with the park, could move in"),
    "no": (VerdictStyle("#b4bac0", "circle", "#5b6770", 0.6), "Other neighbours"),
}


def _park(colour: str, size: float) -> QgsFillSymbol:
    """Return the fill of a park with a marker on it: a park is a speck on the map of a country."""
    symbol = fill(colour, OUTLINE, 0.35)
    speck = _on_it(marker(VerdictStyle(colour, "circle", OUTLINE, 1.0), size))
    far_away = QgsProperty.fromExpression("coalesce(@map_scale, 1e9) > 150000")
    speck.setDataDefinedProperty(QgsSymbolLayer.Property.PropertyLayerEnabled, far_away)
    symbol.appendSymbolLayer(speck)
    return symbol


def _on_it(point: QgsMarkerSymbol) -> QgsCentroidFillSymbolLayer:
    """Return a symbol layer that puts a marker on a point inside of a polygon."""
    layer = QgsCentroidFillSymbolLayer()
    layer.setSubSymbol(point)
    layer.setPointOnSurface(True)
    return layer


def _badge(colour: str, size: float, field: str) -> QgsFillSymbol:
    """Return a marker on a park with its rank in it; the park itself keeps the colour of the layer below.

    The number is part of the marker and no label, which would be left out where badges are dense.
    """
    badge = marker(VerdictStyle(colour, "circle", OUTLINE, 1.0), size)
    number = QgsFontMarkerSymbolLayer(LATIN_FONT, "", 0.58 * size, QColor(PARK))
    number.setFontStyle("Bold")
    number.setVerticalAnchorPoint(QgsMarkerSymbolLayer.VerticalAnchorPoint.VCenter)
    number.setDataDefinedProperty(QgsSymbolLayer.Property.PropertyCharacter, QgsProperty.fromExpression(field))
    badge.appendSymbolLayer(number)
    symbol = QgsFillSymbol()
    symbol.changeSymbolLayer(0, _on_it(badge))
    return symbol


def vacancy_renderer(field: str, basis: str, nothing: str, size: float) -> QgsGraduatedSymbolRenderer:
    """Return a renderer of parks by the per cent of their ground that is free.

    Parameters
    ----------
    field : str
        Per cent.
    basis, nothing : str
        The field that says what the vacancy hangs on, and its value for a park of which nothing is known.
    size : float
        Nominal marker size in millimetres.
    """
    ranges = [QgsRendererRange(low, high, _park(colour, size), title) for low, high, colour, title in VACANCIES]
    column, known = QgsExpression.quotedColumnRef(field), QgsExpression.quotedColumnRef(basis)
    value = f"if({known} = {QgsExpression.quotedString(nothing)}, -1, coalesce({column}, -1))"
    return QgsGraduatedSymbolRenderer(value, ranges)


def rank_renderer(field: str, size: float) -> QgsGraduatedSymbolRenderer:
    """Return a renderer of parks by rank, as badges, the best ones largest and on top; null is ruled out."""
    number = f"coalesce(to_string({QgsExpression.quotedColumnRef(field)}), '')"
    ranges = [
        QgsRendererRange(low, high, _badge(colour, size * scale, number), title)
        for low, high, colour, scale, title in RANKS
    ]
    value = f"coalesce({QgsExpression.quotedColumnRef(field)}, -1)"
    renderer = QgsGraduatedSymbolRenderer(value, ranges)
    order = QgsFeatureRequest.OrderByClause(f"if({value} < 0, -1e6, -{value})", True)
    renderer.setOrderBy(QgsFeatureRequest.OrderBy([order]))
    renderer.setOrderByEnabled(True)
    return renderer


def direction_line() -> QgsLineSymbol:
    """Return a short arrow from the edge of a park towards a facility, which may be a country away."""
    symbol = QgsLineSymbol()
    stub = QgsGeometryGeneratorSymbolLayer.create({"geometryModifier": STUB, "SymbolType": "Line"})
    arrow = thin_line(LINE)
    arrow.appendSymbolLayer(arrow_head(LINE, 2.0))
    stub.setSubSymbol(arrow)
    symbol.changeSymbolLayer(0, stub)
    return symbol


def category_renderer(
    field: str,
    looks: Mapping[str, tuple[VerdictStyle, str]],
    size: float,
    geometry: QgsWkbTypes.GeometryType,
) -> QgsCategorizedSymbolRenderer:
    """Return a renderer of factories by a word; of premises their ground is filled."""
    categories = [
        QgsRendererCategory(word, _factory(style, size, geometry), title) for word, (style, title) in looks.items()
    ]
    return QgsCategorizedSymbolRenderer(field, categories)


def _factory(style: VerdictStyle, size: float, geometry: QgsWkbTypes.GeometryType) -> QgsSymbol:
    if geometry == QgsWkbTypes.GeometryType.PolygonGeometry:
        return fill(style.colour, style.outline, 0.2)
    return marker(style, size)

"""Symbols of parks by how much of them is free and by rank, and of the factories in and around them."""

from __future__ import annotations

from collections.abc import Mapping

from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsCentroidFillSymbolLayer,
    QgsExpression,
    QgsFillSymbol,
    QgsGraduatedSymbolRenderer,
    QgsRendererCategory,
    QgsRendererRange,
    QgsSymbol,
    QgsWkbTypes,
)

from .symbols import VerdictStyle, fill, marker

# Per cent free from, to, colour, title: the more room, the darker. Yellow to blue is read alike by all eyes.
VACANCIES = (
    (-2.0, -0.5, "#ffffff", "Not known"),
    (-0.5, 5.0, "#f9edb4", "Full: up to 5 % free"),
    (5.0, 25.0, "#cfc08c", "5 – 25 % free"),
    (25.0, 50.0, "#8f9c8a", "25 – 50 % free"),
    (50.0, 75.0, "#4f6f8f", "50 – 75 % free"),
    (75.0, 100.0, "#1f3b73", "75 – 100 % free"),
)
# Ranks from, to, colour, title; what is ruled out is drawn as -1.
RANKS = (
    (-2.0, -0.5, "#ffffff", "Ruled out"),
    (0.5, 3.5, "#1f3b73", "Rank 1 – 3"),
    (3.5, 10.5, "#8f9c8a", "Rank 4 – 10"),
    (10.5, 1e6, "#f9edb4", "Rank 11 and after"),
)
OUTLINE = "#33404d"
LINE = "#6b6257"
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
    centre = QgsCentroidFillSymbolLayer()
    centre.setSubSymbol(marker(VerdictStyle(colour, "circle", OUTLINE, 1.0), size))
    centre.setPointOnSurface(True)
    symbol.appendSymbolLayer(centre)
    return symbol


def vacancy_renderer(field: str, size: float) -> QgsGraduatedSymbolRenderer:
    """Return a renderer of parks by the per cent of their ground that is free; null is not known.

    Parameters
    ----------
    field : str
    size : float
        Nominal marker size in millimetres.
    """
    ranges = [QgsRendererRange(low, high, _park(colour, size), title) for low, high, colour, title in VACANCIES]
    return QgsGraduatedSymbolRenderer(f"coalesce({QgsExpression.quotedColumnRef(field)}, -1)", ranges)


def rank_renderer(field: str, size: float) -> QgsGraduatedSymbolRenderer:
    """Return a renderer of parks by rank, the best ones largest; null is ruled out."""
    ranges = [
        QgsRendererRange(low, high, _park(colour, size * (1.3 if title == RANKS[1][3] else 1.0)), title)
        for low, high, colour, title in RANKS
    ]
    return QgsGraduatedSymbolRenderer(f"coalesce({QgsExpression.quotedColumnRef(field)}, -1)", ranges)


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

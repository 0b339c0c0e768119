"""Symbols of safety zones: dark red inside, orange, pale yellow outside, which all eyes tell apart by lightness."""

from __future__ import annotations

from collections.abc import Callable

from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsFeatureRequest,
    QgsFillSymbol,
    QgsLineSymbol,
    QgsRendererCategory,
    QgsSymbol,
    QgsWkbTypes,
)

from .symbols import VerdictStyle, arrow_head, fill, marker, outlined, thin_line

# Number of the level, fill, border, title. Levels further out are drawn like the last.
LEVELS = (
    (1, "#b2182b", "#6d0f1a", "Level 1, innermost"),
    (2, "#ef8a3c", "#a3520f", "Level 2"),
    (3, "#fbe08a", "#b3922a", "Level 3"),
    (None, "#fbf3d0", "#b8ad80", "Further out"),
)
_SEE_THROUGH = "8c"  # in hexadecimal: the map beneath stays readable
MUTUAL, ONE_WAY = "#3b1f5c", "#7a5ca8"
OUTLINE = "#5b6770"
_INK = "#33404d"
_WITH = VerdictStyle("#0072B2", "circle", "#003350", 1.0)
_WITHOUT = VerdictStyle("#ffffff", "circle", "#5b6770", 0.9)


def _by_level(symbol: Callable[[str, str], QgsSymbol], expression: str) -> QgsCategorizedSymbolRenderer:
    categories = [
        QgsRendererCategory(number if number is not None else "", symbol(colour, border), title)
        for number, colour, border, title in LEVELS
    ]
    return QgsCategorizedSymbolRenderer(expression, categories)


def zone_renderer(expression: str = '"level_no"') -> QgsCategorizedSymbolRenderer:
    """Return a renderer of zones by level, the innermost drawn last; `expression` gives the number of the level."""
    renderer = _by_level(lambda colour, border: fill(colour + _SEE_THROUGH, border, 0.26), expression)
    order = QgsFeatureRequest.OrderBy([QgsFeatureRequest.OrderByClause('"level_no"', False)])
    renderer.setOrderBy(order)
    renderer.setOrderByEnabled(True)
    return renderer


def receptor_renderer(size: float) -> QgsCategorizedSymbolRenderer:
    """Return a renderer of receptors by the innermost level that reaches them, the innermost drawn last."""

    def symbol(colour: str, border: str) -> QgsSymbol:
        made = marker(VerdictStyle(colour, "diamond", _INK, 1.1), size)
        made.symbolLayer(1).setStrokeWidth(size * 0.13)  # pale levels live by their outline, on pale zones
        return made

    renderer = _by_level(symbol, '"level_no"')
    order = QgsFeatureRequest.OrderBy([QgsFeatureRequest.OrderByClause('"level_no"', False)])
    renderer.setOrderBy(order)
    renderer.setOrderByEnabled(True)
    return renderer


def domino_renderer() -> QgsCategorizedSymbolRenderer:
    """Return a renderer of arrows from a factory to another in its zone; mutual ones are darker."""

    def arrow(colour: str) -> QgsLineSymbol:
        symbol = thin_line(colour)
        symbol.setWidth(0.35)
        head = arrow_head(colour, 2.0)
        head.setOffsetAlongLine(-1.6)  # clear of the marker of the factory it points to
        symbol.appendSymbolLayer(head)
        return symbol

    return QgsCategorizedSymbolRenderer(
        '"relation"',
        [
            QgsRendererCategory("one way", arrow(ONE_WAY), "In the zone of the other"),
            QgsRendererCategory("mutual", arrow(MUTUAL), "Each in the zone of the other"),
        ],
    )


def factory_renderer(size: float, geometry: QgsWkbTypes.GeometryType) -> QgsCategorizedSymbolRenderer:
    """Return a renderer of factories with and without zones."""

    def symbol(style: VerdictStyle) -> QgsSymbol:
        if geometry == QgsWkbTypes.GeometryType.PolygonGeometry:
            return fill(style.colour + "66", style.outline, 0.3)
        return marker(style, size)

    return QgsCategorizedSymbolRenderer(
        'if("sources" > 0, 1, 0)',
        [
            QgsRendererCategory(0, symbol(_WITHOUT), "Without a zone"),
            QgsRendererCategory(1, symbol(_WITH), "With zones"),
        ],
    )


def outline_renderer() -> QgsCategorizedSymbolRenderer:
    """Return a renderer of the outer zones widened by the accuracy: dashed; none where that hardly shows."""
    told = QgsRendererCategory(1, _outline_symbol(), "May reach as far, by the accuracy of the place")
    return QgsCategorizedSymbolRenderer('if("accuracy_m" >= 0.1 * "reach_m", 1, 0)', [told])


def _outline_symbol() -> QgsFillSymbol:
    line = thin_line(OUTLINE)
    layer = line.symbolLayer(0)
    layer.setUseCustomDashPattern(True)
    layer.setCustomDashVector([1.2, 1.0])
    return outlined(line)

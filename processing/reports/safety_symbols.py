"""Symbols of safety zones: dark red inside, orange, pale yellow outside, which all eyes tell apart by lightness."""

from __future__ import annotations

from collections.abc import Callable

from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsFeatureRequest,
    QgsFillSymbol,
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
    (4, "#fbf3d0", "#b8ad80", "Further out"),
)
LEVEL = 'min("level_no", 4)'
_SEE_THROUGH = "8c"  # in hexadecimal: the map beneath stays readable
MUTUAL, ONE_WAY = "#3b1f5c", "#7b2d8b"
OUTLINE = "#5b6770"
_INK = "#33404d"
_WITH = VerdictStyle("#0072B2", "circle", "#003350", 1.0)
_WITHOUT = VerdictStyle("#ffffff", "circle", "#5b6770", 0.9)


def _by_level(symbol: Callable[[str, str], QgsSymbol], expression: str) -> QgsCategorizedSymbolRenderer:
    categories = [
        QgsRendererCategory(number, symbol(colour, border), title) for number, colour, border, title in LEVELS
    ]
    return QgsCategorizedSymbolRenderer(expression, categories)


def zone_renderer(expression: str = LEVEL) -> QgsCategorizedSymbolRenderer:
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

    renderer = _by_level(symbol, LEVEL)
    order = QgsFeatureRequest.OrderBy([QgsFeatureRequest.OrderByClause('"level_no"', False)])
    renderer.setOrderBy(order)
    renderer.setOrderByEnabled(True)
    return renderer


def domino_renderer() -> QgsCategorizedSymbolRenderer:
    """Return a renderer of pairs: an arrow in the middle to the one in danger, a plain dark line where both are."""
    one_way, mutual = thin_line(ONE_WAY), thin_line(MUTUAL)
    one_way.setWidth(0.4)
    mutual.setWidth(0.4)
    one_way.appendSymbolLayer(arrow_head(ONE_WAY, 3.6, "centralpoint"))
    return QgsCategorizedSymbolRenderer(
        '"relation"',
        [
            QgsRendererCategory("one way", one_way, "Reaches the other"),
            QgsRendererCategory("mutual", mutual, "Each reaches the other"),
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

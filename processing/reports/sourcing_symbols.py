"""Symbols of who could supply whom: arrows by kind of product, badges of what is unmet or without a buyer."""

from __future__ import annotations

from collections.abc import Mapping

from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsFeatureRequest,
    QgsLineSymbol,
    QgsMarkerSymbol,
    QgsProperty,
    QgsRendererCategory,
    QgsSimpleLineSymbolLayer,
    QgsSimpleMarkerSymbolLayer,
    QgsSymbol,
    QgsSymbolLayer,
    QgsUnitTypes,
)
from qgis.PyQt.QtCore import QPointF
from qgis.PyQt.QtGui import QColor

from .symbols import VerdictStyle, arrow_head, marker

# Kind of product -> colour, title. Told apart with any colour vision by lightness as well.
KINDS: Mapping[str, tuple[str, str]] = {
    "agriculture": ("#009E73", "Crops, animals, fish, wood"),
    "minerals": ("#6f6257", "Salt, stone, clay, cement"),
    "food": ("#E69F00", "Food and drink"),
    "textiles": ("#b0508c", "Textiles, clothes, leather"),
    "wood and paper": ("#7d4a16", "Wood, paper, print"),
    "chemicals and plastics": ("#3f9fd6", "Chemicals, rubber, plastics"),
    "metals": ("#0b4f8a", "Metals and metal goods"),
    "machines and goods": ("#D55E00", "Machines, vehicles, other goods"),
    "other": ("#8a8a8a", "Other products"),
}
# How much of what a factory demands somebody in reach could supply.
STATUSES: Mapping[str, tuple[VerdictStyle, str]] = {
    "no demand known": (VerdictStyle("#ffffff", "circle", "#8b8f96", 0.75), "No demand known"),
    "all could be met": (VerdictStyle("#0072B2", "circle", "#003350", 0.9), "All it demands could be met"),
    "some could be met": (VerdictStyle("#E69F00", "circle", "#5f4200", 0.9), "Some of it could be met"),
    "none could be met": (VerdictStyle("#D55E00", "circle", "#5c2800", 0.9), "Nothing of it could be met"),
}
# Reason -> fill, title; in the order in which they are drawn, the last on top.
UNMET: Mapping[str, tuple[str, str]] = {
    "no location": ("#ffffff", "Buyer without a location"),
    "makers have no location": ("#ffffff", "Its makers have no location"),
    "capacity not known": ("#c9cdd2", "Capacity in reach not known"),
    "no capacity": ("#8d9299", "Suppliers in reach without capacity"),
    "capacity of the nearest used up": ("#c2dcec", "Capacity of the nearest used up"),
    "capacity used up": ("#56B4E9", "Capacity in reach used up"),
    "not by road": ("#b49ccb", "No way by road"),
    "only farther": ("#E69F00", "Made only farther away"),
    "nobody makes it": ("#D55E00", "Made by nobody here"),
}
UNUSED: Mapping[str, tuple[str, str]] = {
    "no location": ("#ffffff", "Supplier without a location"),
    "buyers have no location": ("#ffffff", "Its buyers have no location"),
    "demand not known": ("#c9cdd2", "Demand in reach not known"),
    "left over": ("#009E73", "Left over"),
    "not by road": ("#b49ccb", "No way by road"),
    "buyers only farther": ("#c2dcec", "Demanded only farther away"),
    "nobody demands it": ("#5b6770", "Demanded by nobody here"),
}
_DARK = "#33404d"
# Badges of a whole town would hide it: they are drawn closer than this.
_BADGES_FROM = 150_000
# Millimetres: the first, the others, and what the largest amount adds.
_FIRST, _OTHER, _MOST = 0.4, 0.18, 1.3
_WIDTH = (
    f'CASE WHEN "amount" > 0 THEN {_OTHER} + {_MOST} * sqrt("amount" / maximum("amount")) '
    f'WHEN "rank" = 1 THEN {_FIRST} ELSE {_OTHER} END'
)
_HEAD = f"1.4 + 1.8 * ({_WIDTH})"
_OPACITY = 'CASE WHEN "amount" > 0 OR "rank" = 1 THEN 90 ELSE 45 END'


def match_renderer(field: str = "kind") -> QgsCategorizedSymbolRenderer:
    """Return a renderer of arrows: coloured by kind, the nearest supplier strongest, as wide as the amount is large."""
    categories = [
        QgsRendererCategory(None if kind == "other" else kind, _arrow(colour), title)
        for kind, (colour, title) in KINDS.items()
    ]
    renderer = QgsCategorizedSymbolRenderer(field, categories)
    _in_order(renderer, '-"rank"')
    return renderer


def _arrow(colour: str) -> QgsLineSymbol:
    line = QgsSimpleLineSymbolLayer(QColor(colour), _FIRST)
    line.setWidthUnit(QgsUnitTypes.RenderUnit.RenderMillimeters)
    line.setDataDefinedProperty(QgsSymbolLayer.Property.PropertyStrokeWidth, QgsProperty.fromExpression(_WIDTH))
    symbol = QgsLineSymbol()
    symbol.changeSymbolLayer(0, line)
    head = arrow_head(colour, 1.9, "centralpoint")  # a factory stands on its end
    head.subSymbol().symbolLayer(0).setDataDefinedProperty(
        QgsSymbolLayer.Property.PropertySize, QgsProperty.fromExpression(_HEAD)
    )
    symbol.appendSymbolLayer(head)
    symbol.setDataDefinedProperty(QgsSymbol.Property.PropertyOpacity, QgsProperty.fromExpression(_OPACITY))
    return symbol


def status_renderer(size: float, field: str = "demand_status") -> QgsCategorizedSymbolRenderer:
    """Return a renderer of factories by how much of their demand is in reach, those with least on top."""
    categories = [
        QgsRendererCategory(status, marker(style, size), title) for status, (style, title) in STATUSES.items()
    ]
    renderer = QgsCategorizedSymbolRenderer(field, categories)
    _in_order(renderer, _order_of(field, STATUSES))
    return renderer


def unmet_renderer(size: float, field: str = "reason") -> QgsCategorizedSymbolRenderer:
    """Return a renderer of unmet demand: badges at the upper right of the factory."""
    return _badges(UNMET, "diamond", size, (1.0, -1.0), field)


def unused_renderer(size: float, field: str = "reason") -> QgsCategorizedSymbolRenderer:
    """Return a renderer of products without a buyer: badges at the lower left of the factory."""
    return _badges(UNUSED, "square", size * 0.8, (-1.0, 1.0), field)


def _badges(
    reasons: Mapping[str, tuple[str, str]], shape: str, size: float, offset: tuple[float, float], field: str
) -> QgsCategorizedSymbolRenderer:
    categories = []
    for reason, (colour, title) in reasons.items():
        layer = QgsSimpleMarkerSymbolLayer.create(
            {
                "name": shape,
                "size": str(round(size * 0.8, 3)),
                "size_unit": "MM",
                "color": colour,
                "outline_color": _DARK,
                "outline_width": "0.15",
                "outline_width_unit": "MM",
            }
        )
        layer.setOffset(QPointF(offset[0] * size * 0.55, offset[1] * size * 0.55))
        layer.setOffsetUnit(QgsUnitTypes.RenderUnit.RenderMillimeters)
        symbol = QgsMarkerSymbol()
        symbol.changeSymbolLayer(0, layer)
        near = QgsProperty.fromExpression(f"if(@map_scale > {_BADGES_FROM}, 0, 100)")
        symbol.setDataDefinedProperty(QgsSymbol.Property.PropertyOpacity, near)
        categories.append(QgsRendererCategory(reason, symbol, title))
    renderer = QgsCategorizedSymbolRenderer(field, categories)
    _in_order(renderer, _order_of(field, reasons))
    return renderer


def _order_of(field: str, values: Mapping[str, object]) -> str:
    """Return an expression for the place of a value among all: what is drawn last is on top."""
    listed = ", ".join(f"'{value}'" for value in values)
    return f'array_find(array({listed}), "{field}")'


def _in_order(renderer: QgsCategorizedSymbolRenderer, expression: str) -> None:
    renderer.setOrderBy(QgsFeatureRequest.OrderBy([QgsFeatureRequest.OrderByClause(expression, True)]))
    renderer.setOrderByEnabled(True)

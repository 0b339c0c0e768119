"""Symbols of clusters: soft fills by whether they are candidates, discs from afar, members by their place in them."""

from __future__ import annotations

from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsCentroidFillSymbolLayer,
    QgsFeatureRequest,
    QgsFillSymbol,
    QgsMarkerSymbol,
    QgsProperty,
    QgsRendererCategory,
    QgsSimpleMarkerSymbolLayer,
    QgsSymbolLayer,
)

from .symbols import VerdictStyle, fill, marker

# Value, colour, outline, title; the first is drawn last.
CANDIDATES = (
    ("yes", "#009e73", "#00654a", "Candidate for an SME cluster"),
    ("undecided", "#e69f00", "#8a5f00", "Undecided: sizes or employees are missing"),
    ("no", "#7d8fb3", "#4b5a78", "No candidate"),
)
# Value, style, size in millimetres, title.
STANDINGS = (
    ("core", VerdictStyle("#0072B2", "circle", "#003350", 1.0), 2.0, "Core of a cluster"),
    ("border", VerdictStyle("#8cc3e6", "circle", "#0072B2", 1.0), 1.7, "Edge of a cluster"),
    ("member", VerdictStyle("#0072B2", "circle", "#003350", 1.0), 2.0, "In a cluster (HDBSCAN)"),
    ("noise", VerdictStyle("#b9bdc2", "circle", "#8b9096", 1.0), 0.9, "Noise: in no cluster"),
    ("no sector", VerdictStyle("#ffffff", "circle", "#8b9096", 1.0), 1.0, "Not looked at: no sector"),
)
# Outlines take over from discs at this scale.
OUTLINE_FROM = 400_000
LABELS_FROM = 1_500_000
# ISIC's titles nearly all begin alike.
SHORT_TITLE = "regexp_replace(\"dominant_title\", '^Manufacture of (other )?', '')"
_DISC = 'clamp(2.2, 0.75 * sqrt("factories"), 11)'


def candidate_renderer() -> QgsCategorizedSymbolRenderer:
    """Return a renderer of clusters; candidates are drawn on top, and large discs below small ones."""
    categories = [
        QgsRendererCategory(value, _cluster(colour, outline), title) for value, colour, outline, title in CANDIDATES
    ]
    renderer = QgsCategorizedSymbolRenderer("candidate", categories)
    order = QgsFeatureRequest.OrderBy([QgsFeatureRequest.OrderByClause('"factories"', False)])
    renderer.setOrderBy(order)
    renderer.setOrderByEnabled(True)
    return renderer


def _cluster(colour: str, outline: str) -> QgsFillSymbol:
    """Return a soft fill with an outline, and a disc that is there only at small scales, its area as the number."""
    symbol = fill(f"{colour}40", outline, 0.4)
    layer = QgsSimpleMarkerSymbolLayer.create(
        {
            "name": "circle",
            "size": "4",
            "size_unit": "MM",
            "color": colour,
            "outline_color": "#ffffff",
            "outline_width": "0.3",
            "outline_width_unit": "MM",
        }
    )
    size = QgsProperty.fromExpression(f"if(@map_scale > {OUTLINE_FROM}, {_DISC}, 0)")
    layer.setDataDefinedProperty(QgsSymbolLayer.Property.PropertySize, size)
    disc = QgsMarkerSymbol()
    disc.changeSymbolLayer(0, layer)
    centre = QgsCentroidFillSymbolLayer()
    centre.setSubSymbol(disc)
    symbol.appendSymbolLayer(centre)
    return symbol


def _member(value: str, style: VerdictStyle, size: float) -> QgsMarkerSymbol:
    """Return the marker of a factory; from afar the disc of its cluster stands for it."""
    symbol = marker(style, size)
    if value in ("core", "border", "member"):
        for layer in symbol.symbolLayers():
            shown = QgsProperty.fromExpression(f"if(@map_scale > {OUTLINE_FROM}, 0, {layer.size()})")
            layer.setDataDefinedProperty(QgsSymbolLayer.Property.PropertySize, shown)
    return symbol


def standing_renderer() -> QgsCategorizedSymbolRenderer:
    """Return a renderer of factories by their place in a cluster; noise is drawn first."""
    categories = [
        QgsRendererCategory(value, _member(value, style, size), title) for value, style, size, title in STANDINGS
    ]
    renderer = QgsCategorizedSymbolRenderer("standing", categories)
    first = "CASE WHEN \"standing\" IN ('noise', 'no sector') THEN 0 WHEN \"standing\" = 'border' THEN 1 ELSE 2 END"
    renderer.setOrderBy(QgsFeatureRequest.OrderBy([QgsFeatureRequest.OrderByClause(first, True)]))
    renderer.setOrderByEnabled(True)
    return renderer

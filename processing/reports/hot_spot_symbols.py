"""Symbols of hot and cold spots: red and blue of ColorBrewer (RdBu), told apart by all eyes; the rest hardly there."""

from __future__ import annotations

from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsFeatureRequest,
    QgsFillSymbol,
    QgsMarkerSymbol,
    QgsRendererCategory,
)

from ..analysis.hot_spots import NOT_JUDGED, NOT_SIGNIFICANT
from .symbols import VerdictStyle, fill, marker

# Where only the normal distribution calls a cell hot or cold.
HOT_BY_Z, COLD_BY_Z = "hot by z only", "cold by z only"
# Class, fill, border, title; from the hottest to the coldest, as in a legend.
CLASSES = (
    ("hot 99 %", "#b2182be6", "#7d0f1d", "Hot spot, 99 % sure"),
    ("hot 95 %", "#ef8a62e6", "#a8553a", "Hot spot, 95 % sure"),
    ("hot 90 %", "#fddbc7e6", "#b58a70", "Hot spot, 90 % sure"),
    (HOT_BY_Z, "#b2182b12", "#b2182b", "Possible hot spot, by z only"),
    (NOT_SIGNIFICANT, "#9a9a9a0f", "#8c8c8c40", "Not significant"),
    (COLD_BY_Z, "#2166ac12", "#2166ac", "Possible cold spot, by z only"),
    ("cold 90 %", "#d1e5f0e6", "#7c9bad", "Cold spot, 90 % sure"),
    ("cold 95 %", "#67a9cfe6", "#3c7393", "Cold spot, 95 % sure"),
    ("cold 99 %", "#2166ace6", "#123d6a", "Cold spot, 99 % sure"),
    (NOT_JUDGED, "#ffffff00", "#8c8c8c80", "Not judged"),
)
TEXT = "#2b2b2b"
_DOT = VerdictStyle("#2b2b2b", "circle", "#ffffff", 1.0)


_CLASS = (
    f"CASE WHEN \"class\" <> '{NOT_SIGNIFICANT}' THEN \"class\" WHEN \"class_z\" LIKE 'hot%' THEN '{HOT_BY_Z}' "
    f"WHEN \"class_z\" LIKE 'cold%' THEN '{COLD_BY_Z}' ELSE \"class\" END"
)


def cell_renderer() -> QgsCategorizedSymbolRenderer:
    """Return a renderer of cells by their class by random draws, and where that is none, by z; the surest last."""
    categories = [QgsRendererCategory(name, _cell(colour, line), title) for name, colour, line, title in CLASSES]
    renderer = QgsCategorizedSymbolRenderer(_CLASS, categories)
    surest_last = QgsFeatureRequest.OrderByClause('coalesce("p_fdr", 1) + coalesce("p_z_fdr", 1)', False)
    renderer.setOrderBy(QgsFeatureRequest.OrderBy([surest_last]))
    renderer.setOrderByEnabled(True)
    return renderer


def _cell(colour: str, border: str) -> QgsFillSymbol:
    return fill(colour, border, 0.15)


def dot(size: float) -> QgsMarkerSymbol:
    """Return the small marker of a factory on top of the cells; `size` in millimetres."""
    return marker(_DOT, size)

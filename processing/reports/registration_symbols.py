"""Symbols of a register held against the registration: to be told apart without colours, too."""

from __future__ import annotations

from collections.abc import Mapping

from qgis.core import QgsCategorizedSymbolRenderer, QgsRendererCategory, QgsSingleSymbolRenderer

from .symbols import VerdictStyle, marker

# How sure it is that two records are one: the surest is the plainest, what needs a look stands out.
MATCHES: Mapping[str, tuple[VerdictStyle, str]] = {
    "certain": (VerdictStyle("#0072B2", "circle", "#003350", 0.92), "Certain"),
    "likely": (VerdictStyle("#56B4E9", "diamond", "#0b3d5c", 1.2), "Likely"),
    "possible": (VerdictStyle("#ffffff", "square", "#5b6770", 0.92), "Possible"),
}
# What is not as it should be, each table of its own.
TABLES: Mapping[str, VerdictStyle] = {
    "extract_only": VerdictStyle("#CC79A7", "cross_fill", "#5e2f49", 1.2),
    "field_finds": VerdictStyle("#D55E00", "triangle", "#5c2900", 1.35),
    "expired": VerdictStyle("#F0E442", "hexagon", "#5f5a00", 1.12),
    "overdue": VerdictStyle("#E69F00", "star", "#5f4200", 1.4),
}


def match_renderer(size: float) -> QgsCategorizedSymbolRenderer:
    """Return a renderer of matches by their certainty; `size` is the nominal one in millimetres."""
    categories = [QgsRendererCategory(word, marker(style, size), title) for word, (style, title) in MATCHES.items()]
    return QgsCategorizedSymbolRenderer("certainty", categories)


def table_renderer(table: str, size: float) -> QgsSingleSymbolRenderer:
    """Return the renderer of a table that is drawn in one way."""
    return QgsSingleSymbolRenderer(marker(TABLES[table], size))

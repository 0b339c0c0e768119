"""Symbols of what changed between two checks, and of a register's quality: to be told apart without colours, too."""

from __future__ import annotations

from collections.abc import Mapping

from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsExpression,
    QgsFeatureRequest,
    QgsGraduatedSymbolRenderer,
    QgsRendererCategory,
    QgsRendererRange,
)

from ..analysis import comparison as cmp
from .symbols import VerdictStyle, fill, marker

_NEW = VerdictStyle("#D55E00", "triangle", "#5c2900", 1.3)
_GONE = VerdictStyle("#009E73", "pentagon", "#00402f", 1.12)
_OTHER = VerdictStyle("#E69F00", "diamond", "#5f4200", 1.3)
_ADDED = VerdictStyle("#56B4E9", "cross_fill", "#0b3d5c", 1.2)
_REMOVED = VerdictStyle("#ffffff", "square", "#666666", 0.92)
_SAME = VerdictStyle("#b4bac0", "circle", "#5b6770", 0.7)
_UNSURE = VerdictStyle("#ffffff", "octagon", "#5b6770", 0.9)

# What each change looks like and is called, from the one drawn on top to the one below all others.
FINDING_CHANGES: Mapping[str, tuple[VerdictStyle, str]] = {
    cmp.NEW: (_NEW, "New"),
    cmp.CHANGED: (_OTHER, "Verdict or reason changed"),
    cmp.RESOLVED: (_GONE, "Resolved"),
    cmp.BOUNDARY: (VerdictStyle("#CC79A7", "hexagon", "#5e2f49", 1.1), "Boundary or layer changed"),
    cmp.LOCATION: (VerdictStyle("#0072B2", "star", "#003350", 1.35), "Coordinate of the factory changed"),
    cmp.FACTORY_ADDED: (_ADDED, "Factory added"),
    cmp.FACTORY_REMOVED: (_REMOVED, "Factory removed"),
    cmp.RULE_ADDED: (VerdictStyle("#56B4E9", "half_square", "#0b3d5c", 1.0), "Rule added to the pack"),
    cmp.RULE_REMOVED: (VerdictStyle("#ffffff", "diamond", "#666666", 1.2), "Rule no longer in the pack"),
    cmp.NOW_CHECKED: (VerdictStyle("#F0E442", "semi_circle", "#5f5a00", 1.1), "Now checked"),
    cmp.NOT_CHECKED: (_UNSURE, "No longer checked"),
    cmp.UNCHANGED: (_SAME, "Unchanged"),
}
FACTORY_CHANGES: Mapping[str, tuple[VerdictStyle, str]] = {
    cmp.WORSE: (_NEW, "Worse"),
    cmp.BETTER: (_GONE, "Better"),
    cmp.ADDED: (_ADDED, "Added"),
    cmp.REMOVED: (_REMOVED, "Removed"),
    cmp.UNCOMPARED: (_UNSURE, "Not comparable"),
    cmp.SAME: (_SAME, "The same"),
}
# Share of factories without a fault: from, to, fill. Registers are mostly sound, so the classes are narrow at the top;
# what needs work is dark. Yellow to blue is read alike by all eyes.
SHARES = (
    (0.0, 0.5, "#1f3b73"),
    (0.5, 0.8, "#5f7889"),
    (0.8, 0.9, "#9aa08a"),
    (0.9, 0.95, "#d3c58e"),
    (0.95, 1.0, "#f9edb4"),
)
_NO_FACTORIES = "#eeeeee"
_BORDER = "#8b8f96"


def change_renderer(
    field: str, changes: Mapping[str, tuple[VerdictStyle, str]], size: float
) -> QgsCategorizedSymbolRenderer:
    """Return a renderer by change that draws what needs a look first on top.

    Parameters
    ----------
    field : str
        Holds the change.
    changes : mapping of change to style and title
        In the order of their urgency.
    size : float
        Nominal marker size in millimetres.
    """
    categories = [QgsRendererCategory(change, marker(style, size), title) for change, (style, title) in changes.items()]
    renderer = QgsCategorizedSymbolRenderer(field, categories)
    name = QgsExpression.quotedColumnRef(field)
    ranks = " ".join(f"WHEN {name} = '{change}' THEN {rank}" for rank, change in enumerate(reversed(list(changes)), 1))
    order = QgsFeatureRequest.OrderByClause(f"CASE {ranks} ELSE 0 END", True)
    renderer.setOrderBy(QgsFeatureRequest.OrderBy([order]))
    renderer.setOrderByEnabled(True)
    return renderer


def share_renderer(field: str) -> QgsGraduatedSymbolRenderer:
    """Return a choropleth of a share between 0 and 1; areas without a value are grey."""
    ranges = [QgsRendererRange(-1.0, -0.5, fill(_NO_FACTORIES, _BORDER), "No factories")]
    for low, high, colour in SHARES:
        ranges.append(QgsRendererRange(low, high, fill(colour, _BORDER), f"{low:.0%} – {high:.0%}"))
    return QgsGraduatedSymbolRenderer(f"coalesce({QgsExpression.quotedColumnRef(field)}, -1)", ranges)

"""Symbols of how near something is: the nearer, the darker, in colours that all eyes read alike."""

from __future__ import annotations

from qgis.core import QgsExpression, QgsGraduatedSymbolRenderer, QgsRendererRange, QgsSymbol, QgsWkbTypes

from .symbols import VerdictStyle, fill, marker

# Metres from, metres to, colour, title. What has no distance is drawn as -1.
DISTANCES = (
    (-1.0, -0.5, "#ffffff", "None within reach"),
    (-0.5, 100.0, "#1f3b73", "up to 100 m"),
    (100.0, 500.0, "#4f6f8f", "100 – 500 m"),
    (500.0, 1_000.0, "#8f9c8a", "500 – 1,000 m"),
    (1_000.0, 5_000.0, "#cfc08c", "1 – 5 km"),
    (5_000.0, 1e8, "#f9edb4", "over 5 km"),
)
LINE = "#6b6257"
_OUTLINE = "#33404d"


def distance_renderer(field: str, size: float, geometry: QgsWkbTypes.GeometryType) -> QgsGraduatedSymbolRenderer:
    """Return a renderer of factories by a distance in metres.

    Parameters
    ----------
    field : str
        Holds the distance; null where there is none.
    size : float
        Nominal marker size in millimetres.
    geometry : QgsWkbTypes.GeometryType
        Points, or polygons of premises.
    """
    ranges = [QgsRendererRange(low, high, _symbol(c, size, geometry), title) for low, high, c, title in DISTANCES]
    return QgsGraduatedSymbolRenderer(f"coalesce({QgsExpression.quotedColumnRef(field)}, -1)", ranges)


def _symbol(colour: str, size: float, geometry: QgsWkbTypes.GeometryType) -> QgsSymbol:
    if geometry == QgsWkbTypes.GeometryType.PolygonGeometry:
        return fill(colour, _OUTLINE)
    return marker(VerdictStyle(colour, "circle", _OUTLINE, 1.0), size)

"""What a place on the map is on the ground: how well a click tells it, and a circle around it."""

from __future__ import annotations

import math

from qgis.core import QgsGeometry, QgsPointXY

# A point on a printed map is within half a millimetre: 1/50 inch, United States National Map Accuracy Standards (1947),
# for scales of 1:20,000 and smaller. A click is no better than a point that was drawn.
_ON_MAP_M = 0.000508
_M_PER_DEG = 111_320.0
_CORNERS = 72


def click_accuracy_m(scale: float) -> float:
    """Return within how many metres the true place lies of one that was clicked on a map of a scale."""
    return max(1.0, float(round(_ON_MAP_M * scale)))


def circle(lon: float, lat: float, radius_m: float) -> QgsGeometry:
    """Return a circle on the ground, as a polygon in degrees."""
    north = radius_m / _M_PER_DEG
    east = north / math.cos(math.radians(lat))
    turns = [2 * math.pi * i / _CORNERS for i in range(_CORNERS + 1)]
    ring = [QgsPointXY(lon + east * math.cos(turn), lat + north * math.sin(turn)) for turn in turns]
    return QgsGeometry.fromPolygonXY([ring])

"""The outline of Cambodia that ships with the plugin: whether a place lies in the country, roughly."""

from __future__ import annotations

import json
from functools import lru_cache
from typing import TYPE_CHECKING

from .paths import DATA

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

_OUTLINE = DATA / "gazetteer" / "country.geojson"
# The outline is drawn for maps of 1:10,000,000, and lacks the outermost islands.
COARSE_KM = 3.0
_KM_PER_DEGREE = 111.3


def outside_km(lon: float, lat: float) -> float:
    """Return how far a place lies outside of the country's outline, roughly; 0 inside."""
    from shapely import Point
    from shapely.affinity import scale

    squeeze = 0.978  # a degree of longitude at 12 degrees north, in degrees of latitude
    there = scale(Point(lon, lat), squeeze, 1.0, origin=(0, 0))
    return float(_outline(squeeze).distance(there)) * _KM_PER_DEGREE


@lru_cache(maxsize=1)
def _outline(squeeze: float) -> BaseGeometry:
    from shapely.affinity import scale
    from shapely.geometry import shape

    features = json.loads(_OUTLINE.read_text(encoding="utf-8"))["features"]
    return scale(shape(features[0]["geometry"]), squeeze, 1.0, origin=(0, 0))

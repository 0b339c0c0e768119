"""Whether a place is on the land of the country, and how far from it."""

from __future__ import annotations

import numpy as np
import shapely

from .model import Context
from .units import containing


class Land:
    """The land of the country: the polygons given for it, else the units of the coarsest level there is.

    Attributes
    ----------
    known : bool
        Whether there is any polygon to ask.
    """

    def __init__(self, context: Context) -> None:
        shapes = context.land
        if shapes is None:
            levels = [context.units[level] for level in ("province", "district", "commune") if level in context.units]
            shapes = levels[0].geometries if levels else np.empty(0, dtype=object)
        self.shapes = shapes[~shapely.is_missing(shapes)]
        self.known = len(self.shapes) > 0
        shapely.prepare(self.shapes)

    def holds(self, xy: np.ndarray) -> np.ndarray:
        """Return whether each of (n, 2) points is on land; false for NaN."""
        return containing(self.shapes, xy) >= 0

    def distance(self, xy: np.ndarray) -> np.ndarray:
        """Return metres from each point to the land, 0 on it; NaN for NaN."""
        out = np.full(len(xy), np.nan)
        rows = np.flatnonzero(np.isfinite(xy).all(axis=1))
        if len(rows) and self.known:
            tree = shapely.STRtree(self.shapes)
            points, distance = tree.query_nearest(shapely.points(xy[rows]), return_distance=True, all_matches=False)
            out[rows[points[0]]] = distance
        return out

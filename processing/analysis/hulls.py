"""The outline of each cluster of places."""

from __future__ import annotations

import numpy as np


def hulls(xy: np.ndarray, cluster: np.ndarray, *, concave: bool = False, ratio: float = 0.3) -> np.ndarray:
    """Return the outline of each cluster: (c,) object array, polygons where the places span an area."""
    raise NotImplementedError

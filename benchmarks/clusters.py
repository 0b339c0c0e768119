"""What the engines of the part `clusters` have in common: the question, the places, and what a right answer is.

An engine's answer holds ``cluster``, the number of each factory's cluster in their order (-1 for none), and ``area``,
the square metres of the convex hull of each cluster by its number. To add a tool: a module in `engines/` that gives
them, and a line in `TOOLS`.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import numpy as np
import shapely
from scipy.spatial import cKDTree

from .paths import Inputs

DISTANCE_M, LEAST = 1_000.0, 5
TITLE = f"Clusters of {LEAST} within {DISTANCE_M:,.0f} m (DBSCAN) and their convex hulls"
# Module, name, another tool, whether it runs in the other tools' Python. The first peer is what others are compared to.
TOOLS = (
    ("clusters_ours", "ours", False, False),
    ("clusters_sklearn", "scikit-learn, shapely", True, True),
    ("clusters_postgis", "PostGIS", True, False),
    ("clusters_qgis", "QGIS native", True, False),
)
REFERENCE = "clusters_sklearn"


def places(inputs: Inputs) -> np.ndarray:
    """Return x, y of each factory, (n, 2) floats; kept as a file, so that memory tells of the answer alone."""
    kept = _kept(inputs)
    if not kept.is_file() or kept.stat().st_mtime < inputs.factories.stat().st_mtime:
        import geopandas as gpd

        np.save(kept, shapely.get_coordinates(gpd.read_file(inputs.factories).geometry.to_numpy()))
    return np.load(kept)


def _kept(inputs: Inputs) -> Path:
    return inputs.folder / f"places_{inputs.size}.npy"


def wrong(xy: np.ndarray, reference: Mapping[str, np.ndarray], answer: Mapping[str, np.ndarray]) -> int:
    """Return how many factories, and hulls, are not as they have to be.

    Core points have to be parted as in the reference, and a border point has to be in a cluster that has a core point
    within the distance; noise is noise. Of a hull the area has to be that of its cluster's places.

    Parameters
    ----------
    xy : (n, 2) float array
    reference : mapping
        ``cluster``, and ``core``: whether each factory is a core point.
    answer : mapping
    """
    core, known, told = reference["core"], reference["cluster"], answer["cluster"]
    pairs, many = np.unique(np.c_[known[core], told[core]], axis=0, return_counts=True)
    same = np.ones(len(pairs), dtype=bool)
    for column in pairs.T:
        _, of, often = np.unique(column, return_inverse=True, return_counts=True)
        same &= (often[of.ravel()] == 1) & (column >= 0)
    count = int(many[~same].sum()) + int(((known < 0) != (told < 0))[~core].sum())
    border = np.flatnonzero(~core & (told >= 0))
    if len(border):
        tree = cKDTree(xy[core])
        near = tree.query_ball_point(xy[border], DISTANCE_M)
        of = told[core]
        count += sum(cluster not in of[rows] for cluster, rows in zip(told[border], near))
    return count + _wrong_areas(xy, answer)


def _wrong_areas(xy: np.ndarray, answer: Mapping[str, np.ndarray]) -> int:
    """Return how many areas are wrong; a spot or a line may be drawn in any way."""
    expected = hulls(xy, answer["cluster"])
    if len(expected) != len(answer["area"]):
        return max(len(expected), len(answer["area"]))
    area = shapely.area(expected)
    flat = 2 * area <= 0.01 * shapely.length(expected)
    return int((~flat & (np.abs(area - answer["area"]) > 1e-9 * area + 1e-3)).sum())


def hulls(xy: np.ndarray, cluster: np.ndarray) -> np.ndarray:
    """Return the convex hull of each cluster: one multipoint each, the fastest arrangement of shapely alone."""
    rows = np.argsort(cluster, kind="stable")
    rows = rows[np.searchsorted(cluster[rows], 0) :]
    if not len(rows):
        return np.empty(0, dtype=object)
    return shapely.convex_hull(shapely.multipoints(shapely.points(xy[rows]), indices=cluster[rows]))

"""The outline of each cluster of places."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import shapely

from .errors import LocationError
from .parallel import in_a_thread, in_two_threads

Tick = Callable[[float], None]

# What a cluster without area is grown by: enough for a polygon layer to hold, show and select it.
GROWN_M = 1.0
# A hull that is thinner than this (metres) is a line that rounding made an area of.
_THIN_M = 0.01
_CONCAVE_SINCE = (3, 11, 0)
# Places of the clusters that a thread outlines at once.
_AT_ONCE = 50_000
# East, north-east, north, ...: against the clock.
_DIRECTIONS = np.array([(1, 0), (1, 1), (0, 1), (-1, 1), (-1, 0), (-1, -1), (0, -1), (1, -1)], dtype="float64")
# Metres inside an edge from which rounding cannot have brought a place there.
_SURELY_M = 1e-6


def hulls(
    xy: np.ndarray,
    cluster: np.ndarray,
    *,
    concave: bool = False,
    ratio: float = 0.3,
    tick: Tick = lambda _: None,
) -> np.ndarray:
    """Return the outline of each cluster.

    A cluster whose places span no area (all on one spot, two places, places in a line) is its spot or its line grown by
    a metre, with round ends: an officer sees where it is and can select it. See `spans_area` for its area.

    Parameters
    ----------
    xy : (n, 2) float64 array
        Metres in a plane; NaN for no place.
    cluster : (n,) int array
        0, 1, ...; negative for none.
    concave : bool
        Follow the places more closely than the convex hull does: shapely's `concave_hull`, without holes.
    ratio : float
        For the concave hull: 0 for the closest outline, 1 for the convex hull.
    tick : callable
        Progress between 0 and 1; raises to cancel.
    tick : callable
        Progress between 0 and 1; raises to cancel.

    Returns
    -------
    (c,) object array of Polygon
        One for each number up to the highest, normalised; None where a number has no place. The same whatever the
        order of the rows.

    Raises
    ------
    LocationError
        If concave ones are wanted and GEOS is older than 3.11.
    """
    if concave and shapely.geos_version < _CONCAVE_SINCE:
        raise LocationError(
            "Concave outlines need GEOS 3.11 or later, and this QGIS has {version}: choose convex ones",
            version=shapely.geos_version_string,
        )
    xy = np.asarray(xy, dtype="float64")
    cluster = np.asarray(cluster, dtype="int64")
    count = int(cluster.max(initial=-1)) + 1
    out = np.full(count, None, dtype=object)
    members = np.flatnonzero((cluster >= 0) & np.isfinite(xy).all(axis=1))
    if not len(members):
        return out
    if concave:  # its triangles depend on the order of the places where several fit
        members = members[np.lexsort((xy[members, 1], xy[members, 0], cluster[members]))]
    else:
        members = members[np.argsort(cluster[members], kind="stable")]
    size = np.bincount(cluster[members], minlength=count)
    end = np.cumsum(size)

    def outline(part: slice) -> np.ndarray:
        rows = members[end[part.start] - size[part.start] : end[part.stop - 1]]
        return _outlines(xy[rows], size[part], ratio if concave else None)

    parts, shares = _parts(end), [0.0]
    if concave:  # of a large cluster it takes long, and GEOS does not stop
        drawn = in_a_thread(lambda: list(in_two_threads(outline, parts, shares.append)), lambda: tick(shares[-1]))
    else:
        drawn = list(in_two_threads(outline, parts, tick))
    for part, polygons in zip(parts, drawn):
        out[part] = polygons
    return out


def spans_area(polygons: np.ndarray) -> np.ndarray:
    """Return which outlines are wide enough to tell an area of: two metres and more on average.

    Those of a spot and of a line, which `hulls` has grown, are not.

    Parameters
    ----------
    polygons : (c,) object array of Polygon or None
        As from `hulls`.

    Returns
    -------
    (c,) bool array
    """
    return 2 * shapely.area(polygons) > 2 * GROWN_M * 1.001 * shapely.length(polygons)


def _parts(end: np.ndarray) -> list[slice]:
    """Return runs of clusters with about as many places, never less than a cluster."""
    out, begin, before = [], 0, 0
    while begin < len(end):
        stop = max(int(np.searchsorted(end, before + _AT_ONCE, side="right")), begin + 1)
        out.append(slice(begin, stop))
        begin, before = stop, int(end[stop - 1])
    return out


def _outlines(xy: np.ndarray, size: np.ndarray, ratio: float | None) -> np.ndarray:
    """Return the outline of each run of places, None for a run of none."""
    some = np.flatnonzero(size > 0)
    which = np.repeat(np.arange(len(some)), size[some])
    if ratio is None:
        outer = _outer(xy, which)
        xy, which = xy[outer], which[outer]
        # The hull of a line is that of its vertices, and one line is made faster than many points; of one place, twice.
        again = np.flatnonzero(np.append(True, np.diff(which) != 0))
        lines = np.insert(xy, again, xy[again], axis=0)
        found = shapely.convex_hull(shapely.linestrings(lines, indices=np.insert(which, again, which[again])))
    else:
        found = shapely.concave_hull(shapely.multipoints(shapely.points(xy), indices=which), ratio=ratio)
    thin = 2 * shapely.area(found) <= _THIN_M * shapely.length(found)
    found[thin] = shapely.buffer(found[thin], GROWN_M)
    out = np.full(len(size), None, dtype=object)
    out[some] = shapely.normalize(found)
    return out


def _outer(xy: np.ndarray, which: np.ndarray) -> np.ndarray:
    """Return which places may be corners of the convex hull of their cluster.

    Inside the octagon of the places that are farthest in eight directions none is (Akl and Toussaint 1978, "A fast
    convex hull algorithm").
    """
    start = np.flatnonzero(np.append(True, np.diff(which) != 0))
    corner = []
    for direction in _DIRECTIONS:
        along = xy @ direction
        farthest = np.flatnonzero(along == np.maximum.reduceat(along, start)[which])
        corner.append(xy[farthest[np.searchsorted(farthest, start)]])
    inside, sides = np.ones(len(xy), dtype=bool), np.zeros(len(start), dtype="int64")
    for begin, end in zip(corner, [*corner[1:], corner[0]]):
        side = end - begin
        length = np.hypot(*side.T)
        sides += length > 0
        far = np.where(length > 0, _SURELY_M * length, -np.inf)
        to = xy - begin[which]
        inside &= side[which, 0] * to[:, 1] - side[which, 1] * to[:, 0] > far[which]
    return ~(inside & (sides > 0)[which])

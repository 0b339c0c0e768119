"""Does a factory stand in the industrial park it declares, and declare the one it stands in?"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
import shapely
from shapely import STRtree

from .areas import SNAP_M, Candidates
from .geometry import polygonal_part
from .verdicts import FAIL, NO_DATA, PASS, UNDECIDED
from .zoning import NO_LOCATION, Judgement, decide_shares, is_sliver

# Values of `declared` besides the index of a park.
NONE_DECLARED, UNKNOWN_PARK = -1, -2

INSIDE_DECLARED = "inside_declared"
OUTSIDE_DECLARED = "outside_declared"
INSIDE_OTHER = "inside_other"
ON_EDGE = "on_edge"
UNKNOWN = "unknown_park"
OUTSIDE = "outside"
UNDECLARED = "undeclared"
INSIDE = "inside"


@dataclass(frozen=True)
class ParkRelation:
    """Where n factories stand relative to the parks.

    Attributes
    ----------
    declared : Judgement
        A factory stands inside the park it declares; None where none is declared. Its `area` is the park to name:
        the declared one, or the other park it stands in.
    undeclared : Judgement
        A factory inside a park declares it; None where one is declared.
    park : (n,) int array
        The park the coordinate lies in, -1 for none.
    conflict : (n,) int array
        The park that evidence points to: the declared park missed, or the nearest border in doubt; -1 for none.
    """

    declared: Judgement
    undeclared: Judgement
    park: np.ndarray
    conflict: np.ndarray


def judge_points(
    points: np.ndarray, accuracy: np.ndarray, parks: np.ndarray, found: Candidates, declared: np.ndarray
) -> ParkRelation:
    """Judge point factories, accuracy included.

    Parameters
    ----------
    points : (n,) object array of points or None
    accuracy : (n,) float array, metres
    parks : (k,) object array of polygons
        One geometry a park, see `one_per_park`.
    found : Candidates
        Of the points among the parks.
    declared : (n,) int array
        Index of the declared park, or `NONE_DECLARED`, or `UNKNOWN_PARK`.
    """
    located = ~shapely.is_missing(points)
    verdict, reason = _blank(len(points)), _blank(len(points))
    rows = np.flatnonzero((declared >= 0) & located)
    inside, outside = _certainly(points[rows], accuracy[rows], parks, declared[rows])
    elsewhere = (found.home[rows] >= 0) & (found.home[rows] != declared[rows])
    verdict[rows] = np.select([inside, outside], [PASS, FAIL], UNDECIDED)
    reason[rows] = np.select(
        [inside, outside & elsewhere, outside], [INSIDE_DECLARED, INSIDE_OTHER, OUTSIDE_DECLARED], ON_EDGE
    )
    first = _blank(len(points)), _blank(len(points))
    near = np.bincount(found.point, minlength=len(points)) > 0
    within = (found.home >= 0) & ~found.open
    free = (declared == NONE_DECLARED) & located
    first[0][free] = np.select([within, near], [FAIL, UNDECIDED], PASS)[free]
    first[1][free] = np.select([within, near], [UNDECLARED, ON_EDGE], OUTSIDE)[free]
    return _assemble(verdict, reason, *first, found.home, found.home_or_near(points, parks), declared, located)


def judge_polygons(
    polygons: np.ndarray,
    polygon: np.ndarray,
    area: np.ndarray,
    share: np.ndarray,
    covered: np.ndarray,
    declared: np.ndarray,
    rule: str,
) -> ParkRelation:
    """Judge polygon factories by the share of their ground in parks; parameters as in `zoning.judge_polygons`."""
    n = len(polygons)
    located = ~shapely.is_missing(polygons)
    own = area == declared[polygon]
    in_declared = np.bincount(polygon[own], weights=share[own], minlength=n)
    ground = np.nan_to_num(shapely.area(polygons))
    largest = np.full(n, -1, dtype="int64")
    order = np.lexsort((-area, share))
    largest[polygon[order]] = area[order]
    stands = ~is_sliver(share, ground[polygon])
    home = np.where(np.bincount(polygon[stands], minlength=n) > 0, largest, -1)

    verdict = decide_shares(_pass_fail(in_declared, ground), rule)
    reason = np.select(
        [verdict == PASS, verdict == UNDECIDED, (home >= 0) & (home != declared)],
        [INSIDE_DECLARED, ON_EDGE, INSIDE_OTHER],
        OUTSIDE_DECLARED,
    ).astype(object)
    verdict[declared < 0], reason[declared < 0] = None, None
    free_verdict = decide_shares(_pass_fail(1 - covered, ground), rule)
    free_reason = np.select([free_verdict == PASS, free_verdict == FAIL], [OUTSIDE, UNDECLARED], ON_EDGE).astype(object)
    free_verdict[declared != NONE_DECLARED] = free_reason[declared != NONE_DECLARED] = None
    near = np.where(free_verdict == PASS, home, largest)  # slivers of several parks may together be no sliver
    return _assemble(verdict, reason, free_verdict, free_reason, home, near, declared, located)


def one_per_park(ids: np.ndarray, geometries: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return one geometry a park: polygons that carry the same id are parts of one park.

    A gap between them that is narrower than `SNAP_M` has no border.

    Parameters
    ----------
    ids : (k,) object array of str
    geometries : (k,) object array of polygons or None

    Returns
    -------
    first : (p,) int array
        Row of each park's first polygon, in layer order.
    parks : (p,) object array
    """
    _, first, which = np.unique(ids.astype(str), return_index=True, return_inverse=True)
    order = np.argsort(first)
    parks = np.array([_joined(geometries[which == i]) for i in order], dtype=object)
    parks[shapely.is_empty(parks)] = None
    return first[order], parks


def _joined(polygons: np.ndarray) -> shapely.Geometry:
    """Return polygons as one, gaps between them that are narrower than `SNAP_M` filled, other borders as they are."""
    park, parts = shapely.union_all(polygons), shapely.get_parts(polygons)
    if (np.bincount(STRtree(parts).query(parts, predicate="dwithin", distance=SNAP_M)[0], minlength=1) == 1).all():
        return park  # each part is near itself only: no gap is that narrow
    closed = shapely.buffer(shapely.buffer(park, SNAP_M / 2, join_style="mitre"), -SNAP_M / 2, join_style="mitre")
    gaps = shapely.get_parts(shapely.difference(closed, park))
    # What rounding leaves along the borders is a million times narrower than a gap.
    gaps = gaps[shapely.area(gaps) > 1e-3 * SNAP_M * shapely.length(gaps)]
    filled = shapely.union_all([park, *shapely.buffer(gaps, SNAP_M / 10, join_style="bevel")])
    return polygonal_part(filled) or park


def nearest_of(places: np.ndarray, parks: np.ndarray, rows: np.ndarray) -> np.ndarray:
    """Return for each place which of some parks it stands in, else which is nearest.

    Parameters
    ----------
    places : (n,) object array of points, polygons or None
        Of polygons, most of the ground decides.
    parks : (k,) object array of polygons
    rows : (m,) int array
        Of the parks to choose from.
    """
    away = np.nan_to_num(shapely.distance(places[:, None], parks[rows][None, :]))
    common = np.nan_to_num(shapely.area(shapely.intersection(places[:, None], parks[rows][None, :])))
    return rows[np.lexsort((-common, away), axis=1)[:, 0]]


def not_asked(relation: ParkRelation, unasked: np.ndarray) -> ParkRelation:
    """Return the relation where of some factories no declared park is recorded: being inside one is no fault then.

    Parameters
    ----------
    unasked : (n,) bool array
        The factories that this is so of.
    """
    verdict, reason = relation.undeclared.verdict.copy(), relation.undeclared.reason.copy()
    inside = unasked & (reason == UNDECLARED)
    verdict[inside], reason[inside] = PASS, INSIDE
    return replace(relation, undeclared=Judgement(verdict, reason, relation.undeclared.area))


def _certainly(
    points: np.ndarray, accuracy: np.ndarray, parks: np.ndarray, declared: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """Return whether all the ground within the accuracy is inside, or all outside, the declared park."""
    away = shapely.distance(points, parks[declared])
    to_border = shapely.distance(points, shapely.boundary(parks)[declared])
    # "Not nearer than" instead of "at least": an accuracy that is NaN takes the coordinate as exact.
    # Within `SNAP_M` is on the border, as it is for `areas.candidates`.
    inside = (away <= SNAP_M) & ~(to_border < accuracy)
    return inside, (away > SNAP_M) & ~(away < accuracy) | np.isnan(away)


def _pass_fail(passing: np.ndarray, ground: np.ndarray) -> np.ndarray:
    both = np.column_stack([passing, 1 - passing, np.zeros(len(passing))])
    both[is_sliver(both, ground[:, None])] = 0
    return both


def _assemble(
    verdict: np.ndarray,
    reason: np.ndarray,
    free_verdict: np.ndarray,
    free_reason: np.ndarray,
    home: np.ndarray,
    near: np.ndarray,
    declared: np.ndarray,
    located: np.ndarray,
) -> ParkRelation:
    unknown = declared == UNKNOWN_PARK
    verdict[unknown], reason[unknown] = NO_DATA, UNKNOWN
    lost = ~located & (declared != NONE_DECLARED)
    verdict[lost], reason[lost] = NO_DATA, NO_LOCATION
    free_lost = ~located & (declared == NONE_DECLARED)
    free_verdict[free_lost], free_reason[free_lost] = NO_DATA, NO_LOCATION
    conflict = np.where(declared >= 0, declared, near)
    named = np.where(reason == INSIDE_OTHER, home, np.where(declared >= 0, declared, -1))
    return ParkRelation(Judgement(verdict, reason, named), Judgement(free_verdict, free_reason, near), home, conflict)


def _blank(n: int) -> np.ndarray:
    return np.full(n, None, dtype=object)

"""Is a factory far enough from, near enough to, inside or outside of features, its accuracy considered?"""

from __future__ import annotations

import numpy as np
import shapely

from .areas import Candidates
from .nearest import Bounds
from .verdicts import FAIL, NO_DATA, PASS, UNDECIDED
from .zoning import Judgement, decide_shares, is_sliver

# Reasons.
TOO_NEAR, FAR_ENOUGH = "too_near", "far_enough"
TOO_FAR, NEAR_ENOUGH, NONE_THERE = "too_far", "near_enough", "none_there"
DISTANCE_UNSURE = "distance_unsure"
STANDS_INSIDE, STANDS_OUTSIDE = "stands_inside", "stands_outside"
IN_REQUIRED, NOT_IN_REQUIRED = "in_required", "not_in_required"
AREA_EDGE = "area_edge"
SHARE_TOO_LARGE, SHARE_SMALL = "share_too_large", "share_small"
SIZE_UNKNOWN = "no_size"


def at_least(bounds: Bounds, required: np.ndarray, required_least: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Judge whether n factories keep a distance.

    Parameters
    ----------
    bounds : Bounds
        How near the nearest feature may be to each.
    required, required_least : (n,) float arrays
        Metres asked for, at most and at least; they differ where it depends on a size that is not recorded.

    Returns
    -------
    verdict, reason : (n,) object arrays of str
    """
    cases = [bounds.lowest >= required, bounds.highest < required_least, required_least < required]
    return _named(cases, [PASS, FAIL, NO_DATA, UNDECIDED], [FAR_ENOUGH, TOO_NEAR, SIZE_UNKNOWN, DISTANCE_UNSURE])


def at_most(bounds: Bounds, required: np.ndarray, required_least: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Judge whether factories are near enough; parameters as in `at_least`."""
    too_far = bounds.lowest > required
    cases = [bounds.highest <= required_least, too_far & (bounds.feature < 0), too_far, required_least < required]
    return _named(
        cases, [PASS, FAIL, FAIL, NO_DATA, UNDECIDED], [NEAR_ENOUGH, NONE_THERE, TOO_FAR, SIZE_UNKNOWN, DISTANCE_UNSURE]
    )


def inside_points(points: np.ndarray, areas: np.ndarray, found: Candidates, *, wanted: bool) -> Judgement:
    """Judge point factories by whether they stand in any area.

    Parameters
    ----------
    points : (n,) object array of points or None
    areas : (k,) object array of polygons
    found : Candidates
        Of the n factories among the areas.
    wanted : bool
        Whether they shall stand inside, or shall not.
    """
    inside = (found.home >= 0) & ~found.open
    outside = np.bincount(found.point, minlength=len(found.home)) == 0
    verdict, reason = _placed(inside, outside, wanted=wanted)
    return Judgement(verdict, reason, found.home_or_near(points, areas))


def inside_polygons(
    polygons: np.ndarray,
    polygon: np.ndarray,
    area: np.ndarray,
    share: np.ndarray,
    covered: np.ndarray,
    rule: str,
    *,
    wanted: bool,
) -> Judgement:
    """Judge premises by the share of their ground in areas; parameters as in `zoning.judge_polygons`."""
    ground = np.nan_to_num(shapely.area(polygons))
    inside, outside = covered.copy(), 1 - covered
    for part in (inside, outside):
        part[is_sliver(part, ground)] = 0
    passing, failing = (inside, outside) if wanted else (outside, inside)
    verdict = decide_shares(np.column_stack([passing, failing, np.zeros(len(inside))]), rule)
    names = (IN_REQUIRED, NOT_IN_REQUIRED) if wanted else (STANDS_OUTSIDE, STANDS_INSIDE)
    reason = np.select([verdict == PASS, verdict == FAIL], names, AREA_EDGE).astype(object)
    return Judgement(verdict, reason, largest(len(polygons), polygon, area, share))


def overlap_below(
    polygons: np.ndarray, polygon: np.ndarray, area: np.ndarray, share: np.ndarray, covered: np.ndarray, limit: float
) -> Judgement:
    """Judge premises by whether less than `limit` of their ground, 0 to 1, lies in areas."""
    ground = np.nan_to_num(shapely.area(polygons))
    covered = np.where(is_sliver(1 - covered, ground), 1.0, np.where(is_sliver(covered, ground), 0.0, covered))
    keeps = covered < limit
    verdict, reason = _named([keeps], [PASS, FAIL], [SHARE_SMALL, SHARE_TOO_LARGE])
    return Judgement(verdict, reason, largest(len(polygons), polygon, area, share))


def largest(count: int, polygon: np.ndarray, area: np.ndarray, share: np.ndarray) -> np.ndarray:
    """Return for each of `count` premises the area that holds most of it, of equals the first; -1 for none."""
    named = np.full(count, -1, dtype="int64")
    order = np.lexsort((-area, share))
    named[polygon[order]] = area[order]
    return named


def governing(required: np.ndarray, feature: np.ndarray, counts: np.ndarray) -> np.ndarray:
    """Return which of several rules asks for the largest distance from the same feature.

    Parameters
    ----------
    required : (r, n) float array
        Metres that each of r rules asks of n factories.
    feature : (r, n) int array
        The feature each was measured to.
    counts : (r, n) bool array
        The rule is not met, or not surely.

    Returns
    -------
    (r, n) int array
        The rule that governs instead, -1 where the rule itself governs or does not count.
    """
    governs = np.full(required.shape, -1, dtype="int64")
    asked = np.where(counts, required, -np.inf)
    for mine in range(len(required)):
        most = asked[mine].copy()
        for other in range(len(required)):
            larger = counts[mine] & counts[other] & (feature[other] == feature[mine]) & (asked[other] > most)
            governs[mine][larger], most[larger] = other, asked[other][larger]
    return governs


def _placed(inside: np.ndarray, outside: np.ndarray, *, wanted: bool) -> tuple[np.ndarray, np.ndarray]:
    if wanted:
        return _named([inside, outside], [PASS, FAIL, UNDECIDED], [IN_REQUIRED, NOT_IN_REQUIRED, AREA_EDGE])
    return _named([outside, inside], [PASS, FAIL, UNDECIDED], [STANDS_OUTSIDE, STANDS_INSIDE, AREA_EDGE])


def _named(cases: list[np.ndarray], verdicts: list[str], reasons: list[str]) -> tuple[np.ndarray, np.ndarray]:
    """Return the verdict and the reason of the first case that holds, the last ones where none does."""
    which = np.select(cases, range(len(cases)), len(cases))
    return np.array(verdicts, dtype=object)[which], np.array(reasons, dtype=object)[which]

"""Does the zone a factory stands in permit its activity?"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely

from . import activities as act
from .areas import Candidates
from .geometry import polygonal_part
from .verdicts import EXEMPT, FAIL, NO_DATA, PASS, UNDECIDED

# Reasons besides those of `activities.OUTCOMES`.
NO_ZONING = "no_zoning"
NO_LOCATION = "no_location"
ZONES_DIFFER = "zones_differ"
ZONES_OVERLAP = "zones_overlap"
ZONES_MEET = "zones_meet"
INSIDE_PARK = "inside_park"
PARK_EDGE = "park_edge"
SHARES_DIFFER = "shares_differ"

# How a polygon factory is judged by its area shares.
ANY, MAJORITY, ALL = "any", "majority", "all"
POLYGON_RULES = (ANY, MAJORITY, ALL)
# Ground shared by less than this is drawing noise (square metres), but never a larger part of small premises.
SLIVER_M2 = 1.0
_SLIVER_SHARE = 0.01

_NO_ZONING_BIT = 1 << len(act.OUTCOMES)
_PASS_BITS = (1 << act.PERMITTED) | (1 << act.CONDITIONAL)
_FAIL_BITS = 1 << act.PROHIBITED
_NO_DATA_BITS = (_NO_ZONING_BIT * 2 - 1) & ~_PASS_BITS & ~_FAIL_BITS


@dataclass(frozen=True)
class Judgement:
    """One rule's verdict on n factories.

    Attributes
    ----------
    verdict, reason : (n,) object arrays of str; None where the rule does not apply
    area : (n,) int array
        The polygon to name, -1 for none.
    """

    verdict: np.ndarray
    reason: np.ndarray
    area: np.ndarray


def judge_points(
    found: Candidates,
    located: np.ndarray,
    activity: np.ndarray,
    zone: np.ndarray,
    matrix: np.ndarray,
    *,
    open_outcome: int = len(act.OUTCOMES),
) -> Judgement:
    """Judge point factories by every zone they may stand in.

    Parameters
    ----------
    found : Candidates
        Of the n factories among the k zones, with every zone of a shared border.
    located : (n,) bool array
        The factory has a usable location.
    activity : (n,) int array
        Row of `matrix` for each factory.
    zone : (k,) int array
        Column of `matrix` for each zone polygon.
    matrix : (a, z) int array
        See `activities.permits_matrix`.
    open_outcome : int
        What holds where there is no zone: an outcome of the matrix, or the default, not known.
    """
    outcome = matrix[activity[found.point], zone[found.area]].astype("int64")
    mask = np.where(found.open, 1 << open_outcome, 0).astype("int64")
    np.bitwise_or.at(mask, found.point, np.left_shift(1, outcome))
    at_home = np.full(len(located), len(act.OUTCOMES), dtype="int64")
    placed = found.home >= 0
    at_home[placed] = matrix[activity[placed], zone[found.home[placed]]]
    verdict, reason = _decide(mask, at_home)
    verdict[~located], reason[~located] = NO_DATA, NO_LOCATION
    return Judgement(verdict, reason, found.home)


def _decide(mask: np.ndarray, at_home: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Turn the set of outcomes possible for each factory into its verdict and reason."""
    groups = [(mask & bits) != 0 for bits in (_PASS_BITS, _FAIL_BITS, _NO_DATA_BITS)]
    certain = np.sum(groups, axis=0) == 1
    conditional = (mask & (1 << act.CONDITIONAL)) != 0
    names = np.array([*act.OUTCOMES, NO_ZONING], dtype=object)
    verdict = np.select([~certain, groups[0], groups[1]], [UNDECIDED, PASS, FAIL], NO_DATA).astype(object)
    reason = np.select(
        [~certain, groups[0] & conditional, groups[0], groups[1]],
        [ZONES_DIFFER, "conditional", "permitted", "prohibited"],
        names[at_home],
    ).astype(object)
    return verdict, reason


def explain_differing(
    judged: Judgement,
    found: Candidates,
    points: np.ndarray,
    areas: np.ndarray,
    outcome: np.ndarray,
    accuracy: np.ndarray,
) -> None:
    """Say of zones that differ where no accuracy is the reason: they overlap, or meet, at the coordinate itself.

    Parameters
    ----------
    judged : Judgement
        Changed in place.
    found, points, areas, outcome
        As for `overlap_differs`.
    accuracy : (n,) float array
        Metres within which each factory may truly lie.
    """
    differ = judged.reason == ZONES_DIFFER
    judged.reason[differ & found.on_border & ~(accuracy > 0)] = ZONES_MEET
    judged.reason[differ & overlap_differs(found, points, areas, outcome)] = ZONES_OVERLAP


def overlap_differs(found: Candidates, points: np.ndarray, areas: np.ndarray, outcome: np.ndarray) -> np.ndarray:
    """Return whether zones that overlap at the coordinate itself differ: no better coordinate would decide.

    Parameters
    ----------
    found : Candidates
    points : (n,) object array of points or None
    areas : (k,) object array of polygons or None
    outcome : (m,) int array
        Of each pair in `found`.
    """
    pairs = np.flatnonzero(found.inside & found.overlapping[found.point])
    pairs = pairs[~shapely.touches(areas[found.area[pairs]], points[found.point[pairs]])]
    mask = np.zeros(len(points), dtype="int64")
    np.bitwise_or.at(mask, found.point[pairs], np.left_shift(1, _group(outcome[pairs])))
    return (mask & (mask - 1)) != 0


def in_question(
    judged: Judgement, found: Candidates, points: np.ndarray, areas: np.ndarray, outcome: np.ndarray
) -> np.ndarray:
    """Return the zone whose border a verdict hangs on, -1 for none; parameters as for `overlap_differs`.

    Where zones differ that is the nearest with another verdict than that of the place itself; else, and where it is
    only unplanned ground that differs, the zone that holds the coordinate, or the nearest.
    """
    group, at_home = _group(outcome), np.full(len(points), 2, dtype="int64")
    own = found.area == found.home[found.point]
    at_home[found.point[own]] = group[own]
    others = (judged.reason == ZONES_DIFFER)[found.point] & (group != at_home[found.point])
    nearest = found.nearest(others, points, areas)
    return np.where(nearest >= 0, nearest, found.home_or_near(points, areas))


def _group(outcome: np.ndarray) -> np.ndarray:
    """Return 0 for outcomes that pass, 1 for those that fail, 2 for those without data."""
    bits = np.left_shift(1, outcome.astype("int64"))
    return np.select([(bits & _PASS_BITS) != 0, (bits & _FAIL_BITS) != 0], [0, 1], 2)


def sets_condition(judged: Judgement, factory: np.ndarray, area: np.ndarray, outcome: np.ndarray) -> np.ndarray:
    """Return the polygon whose condition each conditional pass has to meet.

    Parameters
    ----------
    judged : Judgement
        Of n factories.
    factory, area, outcome : (m,) int arrays
        Pairs of a factory and a polygon it may stand in, the ones to prefer first, and what the zone says.

    Returns
    -------
    (n,) int array
        The polygon to name if it sets a condition, else the first that does; -1 where the pass is not conditional.
    """
    setting = outcome == act.CONDITIONAL
    factory, area = factory[setting], area[setting]
    first = np.full(len(judged.area), -1, dtype="int64")
    first[factory[::-1]] = area[::-1]
    named = area == judged.area[factory]
    first[factory[named]] = area[named]
    first[judged.reason != "conditional"] = -1
    return first


def exempt_inside(judgement: Judgement, wholly: np.ndarray, partly: np.ndarray) -> Judgement:
    """Apply a rule's exemption for ground inside parks.

    Parameters
    ----------
    judgement : Judgement
    wholly, partly : (n,) bool arrays
        All, or only some, of the ground on which the factory may stand is inside a park.

    Returns
    -------
    Judgement
        Wholly inside is `exempt`; partly inside stays `pass` if it passes anyway, else becomes `undecided`.
    """
    verdict, reason = judgement.verdict.copy(), judgement.reason.copy()
    applies = judgement.reason != NO_LOCATION
    doubtful = partly & ~wholly & applies & (verdict != PASS)
    verdict[doubtful], reason[doubtful] = UNDECIDED, PARK_EDGE
    verdict[wholly & applies], reason[wholly & applies] = EXEMPT, INSIDE_PARK
    return Judgement(verdict, reason, judgement.area)


def judge_polygons(
    polygons: np.ndarray,
    areas: np.ndarray,
    polygon: np.ndarray,
    area: np.ndarray,
    share: np.ndarray,
    covered: np.ndarray,
    activity: np.ndarray,
    zone: np.ndarray,
    matrix: np.ndarray,
    rule: str,
    *,
    open_outcome: int = len(act.OUTCOMES),
) -> Judgement:
    """Judge polygon factories by the share of their ground in each zone.

    Parameters
    ----------
    polygons : (n,) object array of polygons or None
    areas : (k,) object array of zone polygons or None
    polygon, area, share : (m,) arrays
        See `areas.shares`.
    covered : (n,) float array
        See `areas.covered`.
    activity, zone, matrix, open_outcome
        As for `judge_points`.
    rule : {'any', 'majority', 'all'}
        See `decide_shares`.

    Notes
    -----
    Ground on which zones overlap counts once. Where their verdicts differ there it counts for none of them: the
    premises are undecided unless the rest of their ground decides.
    """
    n = len(polygons)
    ground = np.nan_to_num(shapely.area(polygons))
    outcome = matrix[activity[polygon], zone[area]]
    by_outcome = np.zeros((n, len(act.OUTCOMES) + 1))
    np.add.at(by_outcome, (polygon, outcome), share)
    contested = np.zeros(n)
    for row in np.flatnonzero(overlapping(polygons, polygon, share, covered)):
        mine = slice(*np.searchsorted(polygon, [row, row + 1]))
        once, contested[row] = _counted_once(polygons[row], areas[area[mine]], outcome[mine])
        by_outcome[row, : len(once)] = once
    by_outcome[:, open_outcome] += 1 - covered
    by_outcome[is_sliver(by_outcome, ground[:, None])] = 0
    contested[is_sliver(contested, ground)] = 0
    passing = by_outcome[:, [act.PERMITTED, act.CONDITIONAL]].sum(axis=1)
    failing = by_outcome[:, act.PROHIBITED]
    unknown = by_outcome.sum(axis=1) - passing - failing
    verdict = decide_shares(np.column_stack([passing, failing, unknown]), rule, contested)
    names = np.array([*act.OUTCOMES, NO_ZONING], dtype=object)
    largest_unknown = names[np.argmax(np.delete(by_outcome, [0, 1, 2], axis=1), axis=1) + 3]
    reason = np.select(
        [
            (verdict == UNDECIDED) & (contested > 0),
            verdict == UNDECIDED,
            (verdict == PASS) & (by_outcome[:, act.CONDITIONAL] > 0),
            verdict == PASS,
            verdict == FAIL,
        ],
        [ZONES_OVERLAP, SHARES_DIFFER, "conditional", "permitted", "prohibited"],
        largest_unknown,
    ).astype(object)
    missing = shapely.is_missing(polygons)
    verdict[missing], reason[missing] = NO_DATA, NO_LOCATION
    return Judgement(verdict, reason, _named(ground, polygon, area, share, outcome, verdict))


def overlapping(polygons: np.ndarray, polygon: np.ndarray, share: np.ndarray, covered: np.ndarray) -> np.ndarray:
    """Return whether zones overlap on each polygon's ground; parameters as for `judge_polygons`."""
    repeated = np.bincount(polygon, weights=share, minlength=len(polygons)) - covered
    return ~is_sliver(repeated, np.nan_to_num(shapely.area(polygons)))


def _counted_once(polygon: shapely.Geometry, areas: np.ndarray, outcome: np.ndarray) -> tuple[np.ndarray, float]:
    """Return the share of a polygon's ground of each outcome, and the share on which zones overlap and differ."""
    pieces = shapely.intersection(areas, polygon)
    bits = np.left_shift(1, outcome.astype("int64"))
    grounds = [_ground(pieces[(bits & group) != 0]) for group in (_PASS_BITS, _FAIL_BITS, _NO_DATA_BITS)]
    pairs = ((0, 1), (0, 2), (1, 2))
    contested = _ground(np.array([shapely.intersection(grounds[i], grounds[j]) for i, j in pairs], dtype=object))
    shares, taken = np.zeros(len(act.OUTCOMES)), contested
    for one in (act.CONDITIONAL, *range(len(act.OUTCOMES))):  # with a condition, where it would also be without
        free = _ground(np.array([shapely.difference(_ground(pieces[outcome == one]), taken)], dtype=object))
        shares[one] += shapely.area(free)
        taken = shapely.union(taken, free)
    return shares / shapely.area(polygon), shapely.area(contested) / shapely.area(polygon)


def _ground(pieces: np.ndarray) -> shapely.Geometry:
    """Return the polygons of some geometries as one: where zones only touch, GEOS returns lines and points, too."""
    parts = [polygonal_part(piece) for piece in pieces]
    return shapely.union_all(np.array([*(part for part in parts if part is not None), shapely.Polygon()], dtype=object))


def is_sliver(share: np.ndarray, ground: np.ndarray) -> np.ndarray:
    """Return whether shares of premises are too small to count; `ground` is the premises' area in square metres."""
    return share * ground <= np.minimum(SLIVER_M2, _SLIVER_SHARE * ground)


def decide_shares(by_verdict: np.ndarray, rule: str, contested: np.ndarray | float = 0.0) -> np.ndarray:
    """Return a verdict from the shares of ground that pass, fail and have no data.

    Parameters
    ----------
    by_verdict : (n, 3) float array
        Shares of pass, fail, no data; slivers already removed.
    rule : {'any', 'majority', 'all'}
        ``any``: any failing part fails, else any part without data is `no data`. ``majority``: what holds on more
        than half of the ground. ``all``: what holds on the whole ground. Where nothing qualifies: `undecided`.
    contested : (n,) float array or 0
        Share of ground for which there are several answers; it counts for none.
    """
    verdicts = np.array([PASS, FAIL, NO_DATA], dtype=object)
    total = by_verdict.sum(axis=1) + contested
    if rule == ANY:
        failing, unknown = by_verdict[:, 1] > 0, (by_verdict[:, 2] > 0) | (total <= 0)
        several = np.broadcast_to(np.asarray(contested) > 0, failing.shape)
        return np.select([failing, several, unknown], [FAIL, UNDECIDED, NO_DATA], PASS).astype(object)
    most = by_verdict.argmax(axis=1)
    share = by_verdict[np.arange(len(most)), most]
    enough = share > 0.5 * total if rule == MAJORITY else share >= total
    return np.where(total <= 0, NO_DATA, np.where(enough, verdicts[most], UNDECIDED)).astype(object)


def _named(
    ground: np.ndarray,
    polygon: np.ndarray,
    area: np.ndarray,
    share: np.ndarray,
    outcome: np.ndarray,
    verdict: np.ndarray,
) -> np.ndarray:
    """Return the zone to name for each polygon factory: the largest of those that made it fail, else the largest."""
    counts = ~is_sliver(share, ground[polygon]) | (verdict[polygon] == FAIL)  # several slivers may make it fail
    polygon, area, share, outcome = polygon[counts], area[counts], share[counts], outcome[counts]
    decisive = (outcome == act.PROHIBITED) & (verdict[polygon] == FAIL)
    order = np.lexsort((-area, share, decisive))
    named = np.full(len(ground), -1, dtype="int64")
    named[polygon[order]] = area[order]
    return named

"""Where else a proposed site may stand: places tried inside parks and zones, and the room that parks have."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import shapely

Tick = Callable[[float], None]

# What a place that was tried is worth. The order is the code used in arrays.
REFUSED, TO_ASSESS, PASSES = range(3)
# Kinds of ground. Parks come before zones; one that is surely full is no offer at all.
PARK_WITH_ROOM, PARK, ZONE = range(3)
# Places tried in one polygon, and polygons tried at once.
_SAMPLE = 40
_AT_ONCE = 8
# Farther from the edge than need be (metres), so that no rounding puts the ground needed across it.
_CLEAR = 1.0
_NEARBY = (2.0, 5.0, 12.0)  # rings around the nearest place, in units of the ground needed


@dataclass(frozen=True)
class Offer:
    """One place that was tried and not refused.

    Attributes
    ----------
    ground : int
        The polygon it lies in, a row of those that were searched.
    point : shapely.Point
    grade : int
        `TO_ASSESS` or `PASSES`.
    away_m : float
        Planar metres from the site.
    tried, passing : int
        Places tried in the polygon, and those of them that have this grade or a better one.
    """

    ground: int
    point: shapely.Point
    grade: int
    away_m: float
    tried: int
    passing: int


def sample(ground: shapely.Geometry, site: shapely.Point, around_m: float, count: int = _SAMPLE) -> np.ndarray:
    """Return places inside a polygon, the nearest to the site first.

    Parameters
    ----------
    ground : polygon or multi-polygon
    site : point
    around_m : float
        Ground needed around each place: none is nearer to the polygon's edge.
    count : int
        About how many places a regular grid shall have; the nearest place and some around it come on top.

    Returns
    -------
    (m,) object array of points; empty where the polygon is too narrow.
    """
    inner = shapely.buffer(ground, -(around_m + _CLEAR))
    if shapely.is_empty(inner):
        return np.empty(0, dtype=object)
    nearest = shapely.get_coordinates(shapely.shortest_line(inner, site))[:1]
    xy = np.concatenate([nearest, _rings(nearest[0], around_m), _grid(inner, count)])
    # The nearest place lies on the edge of the inner polygon, where rounding may put it a hair outside.
    held = shapely.dwithin(inner, shapely.points(xy), 1e-6)
    places = np.unique(xy[held], axis=0)
    away = np.hypot(*(places - [site.x, site.y]).T)
    return shapely.points(places[np.argsort(away, kind="stable")])


def _rings(centre: np.ndarray, unit: float) -> np.ndarray:
    angle = np.linspace(0.0, 2 * np.pi, 8, endpoint=False)
    ring = np.column_stack([np.cos(angle), np.sin(angle)])
    return np.concatenate([centre + reach * max(unit, 10.0) * ring for reach in _NEARBY])


def _grid(inner: shapely.Geometry, count: int) -> np.ndarray:
    """Return a regular grid inside a polygon, and the place on it that is farthest from the edge first."""
    left, bottom, right, top = shapely.bounds(inner)
    step = max(np.sqrt(shapely.area(inner) / count), 1.0)
    x = _spread(left, right, step)
    y = _spread(bottom, top, step)
    xy = np.column_stack([axis.ravel() for axis in np.meshgrid(x, y)])
    shapely.prepare(inner)
    xy = xy[shapely.contains_xy(inner, xy[:, 0], xy[:, 1])]
    middle = shapely.get_coordinates(shapely.point_on_surface(inner))
    return np.concatenate([middle, xy])


def _spread(low: float, high: float, step: float) -> np.ndarray:
    """Return values about a step apart, from half a step inside each end; the middle where there is room for one."""
    number = int(np.clip(round((high - low) / step), 1, 200))
    return low + (np.arange(number) + 0.5) * (high - low) / number


def search(
    grounds: np.ndarray,
    site: shapely.Point,
    around_m: float,
    grade: Callable[[np.ndarray], np.ndarray],
    wanted: int,
    tick: Tick = lambda _: None,
    most: int = 200,
) -> list[Offer]:
    """Return the nearest places that were tried and not refused, one a polygon.

    Parameters
    ----------
    grounds : (k,) object array of polygons
    site : point
    around_m : float
        See `sample`.
    grade : callable
        Given (m,) points, returns (m,) ints: `REFUSED`, `TO_ASSESS` or `PASSES`.
    wanted : int
        How many to find; nearer polygons are tried first, and no more than needed.
    tick : callable
        Progress between 0 and 1; raises to cancel.
    most : int
        Polygons tried at most.

    Returns
    -------
    list of Offer
        Those that pass first, then by distance.
    """
    distance = shapely.distance(grounds, site)
    order = np.argsort(distance, kind="stable")[:most]
    offers: list[Offer] = []
    for start in range(0, len(order), _AT_ONCE):
        chunk = order[start : start + _AT_ONCE]
        nearest = sorted(offer.away_m for offer in offers if offer.grade == PASSES)
        if len(nearest) >= wanted and nearest[wanted - 1] <= distance[chunk[0]]:
            break  # what is left is farther away than what was found
        offers += _offers(grounds, chunk, site, around_m, grade)
        tick((start + len(chunk)) / len(order))
    return sorted(offers, key=lambda offer: (-offer.grade, offer.away_m))[:wanted]


def _offers(
    grounds: np.ndarray,
    rows: np.ndarray,
    site: shapely.Point,
    around_m: float,
    grade: Callable[[np.ndarray], np.ndarray],
) -> list[Offer]:
    tried = [sample(grounds[row], site, around_m) for row in rows]
    places = np.concatenate(tried)
    if not len(places):
        return []
    grades = np.split(grade(places), np.cumsum([len(part) for part in tried])[:-1])
    offers = []
    for row, points, given in zip(rows.tolist(), tried, grades):
        if not len(points) or given.max() == REFUSED:
            continue
        best = int(given.max())
        first = int(np.argmax(given == best))  # the nearest comes first
        passing = int((given >= best).sum())
        offers.append(Offer(row, points[first], best, float(points[first].distance(site)), len(points), passing))
    return offers


def room(capacity_ha: np.ndarray, ground_ha: np.ndarray, holder: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return the room that each park has.

    Parameters
    ----------
    capacity_ha : (k,) float array
        Hectares of each park; NaN where no figure is known.
    ground_ha : (n,) float array
        Hectares of each factory's ground; NaN where it is not known.
    holder : (n,) int array
        The park that each factory stands in or declares, -1 for none.

    Returns
    -------
    room_ha : (k,) float array
        NaN where it is not known: the park's area is not, or that of a factory in it.
    factories : (k,) int array
        Factories in each park.
    """
    inside = holder >= 0
    factories = np.bincount(holder[inside], minlength=len(capacity_ha))
    taken = np.bincount(holder[inside], weights=ground_ha[inside], minlength=len(capacity_ha))
    return capacity_ha - taken, factories


def ranked(kinds: Sequence[int], offers: Sequence[Offer], wanted: int) -> list[int]:
    """Return which offers to make, in order: what passes all, parks before zones, nearest first.

    Two in five are kept for zones where there are so many: a park across the country is not all there is to say.
    """
    order = sorted(range(len(offers)), key=lambda i: (-offers[i].grade, kinds[i] == ZONE, offers[i].away_m))
    zones = sum(kind == ZONE for kind in kinds)
    for_parks = wanted - min(zones, int(0.4 * wanted))
    chosen, parks = [], 0
    for i in order:
        if kinds[i] != ZONE and parks >= for_parks:
            continue
        parks += kinds[i] != ZONE
        chosen.append(i)
    return chosen[:wanted]

"""How near factories are to what surrounds them: the nearest few, and what lies in rings around them.

Which features are near is found in the plane; what is reported, and what decides on which side of a limit something
lies, is the geodesic distance on WGS 84 between the two nearest points.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import shapely

from . import areas
from .crs import GEOD, operation, scale
from .errors import LocationError
from .neighbours import DIGITS, Own, Pairs, Places, Targets, is_own, ranks
from .parallel import in_two_threads

Tick = Callable[[float], None]

COMPASS = ("north", "north-east", "east", "south-east", "south", "south-west", "west", "north-west")
# By how much, per metre of the distance squared, the plane and the ground may rank two features differently. A
# kilometre of UTM grows by 7e-9 of itself a metre at the edge of its zone.
BEND = 2e-8
# How far a scale taken at one end may be off the one in between, as a share of the distance.
SCALE_OFF = 1e-3
_DISCS_AT_ONCE = 2_000
_PAIRS_AT_ONCE = 20_000
_QUARTER = 16


@dataclass(frozen=True)
class Factories(Places):
    """The factories, in the working CRS.

    Attributes
    ----------
    crs : str
        The working CRS.
    """

    crs: str = ""

    @cached_property
    def stretch(self) -> np.ndarray:
        """Metres in the plane for a metre on the ground, at each place."""
        return scale(self.xy, self.crs)


@dataclass(frozen=True)
class Neighbours:
    """The nearest features of each place, sorted by place and rank.

    Attributes
    ----------
    place, feature : (m,) int arrays
    rank : (m,) int array
        1 for the nearest; of equally near ones (to a micrometre) the first feature.
    distance : (m,) float array
        Geodesic metres between `start` and `foot`, 0 inside a polygon.
    bearing : (m,) float array
        Degrees clockwise from true north, NaN at distance 0.
    start, foot : (m, 2) float arrays
        In the working CRS.
    """

    place: np.ndarray
    feature: np.ndarray
    rank: np.ndarray
    distance: np.ndarray
    bearing: np.ndarray
    start: np.ndarray
    foot: np.ndarray


def nearest(
    places: Factories, targets: Targets, k: int, limit: float, own: Own = (), tick: Tick = lambda _: None
) -> Neighbours:
    """Find the nearest features of each place.

    Parameters
    ----------
    places : Factories
        n of them.
    targets : Targets
    k : int
        How many of each, at most.
    limit : float
        Geodesic metres; what is farther is not looked for.
    own : sequence of ((n,) int array, (k,) int array)
        A feature with a key of the place is the place itself, and left out; a negative key is none.
    tick : callable
        Progress between 0 and 1; raises to cancel.

    Returns
    -------
    Neighbours
    """
    reach = np.minimum(limit, 4e7) * places.stretch * (1 + SCALE_OFF) if np.isfinite(limit) else limit
    reach = np.broadcast_to(np.asarray(reach, dtype="float64"), len(places.xy))
    pairs = targets.nearest(places, k, reach, own, BEND, lambda share: tick(0.7 * share))
    start, foot, distance, bearing = _measured_pairs(places, targets, pairs, lambda share: tick(0.7 + 0.3 * share))
    distance = np.where(pairs.distance == 0, 0.0, distance)
    order = np.lexsort((pairs.feature, np.round(distance, DIGITS), pairs.place))
    order = order[np.round(distance[order], DIGITS) <= limit]
    rank = ranks(pairs.place[order])
    order, rank = order[rank <= k], rank[rank <= k]
    bearing = np.where(distance == 0, np.nan, bearing)
    some = pairs.at(order)
    return Neighbours(some.place, some.feature, rank, distance[order], bearing[order], start[order], foot[order])


def _measured_pairs(places: Factories, targets: Targets, pairs: Pairs, tick: Tick) -> tuple[np.ndarray, ...]:
    """Return where each pair's distance begins and ends, the distance on the ground, and the bearing."""
    count = len(pairs)
    start, foot = np.empty((count, 2)), np.empty((count, 2))
    distance, bearing = np.empty(count), np.empty(count)
    lots = [slice(first, first + _PAIRS_AT_ONCE) for first in range(0, count, _PAIRS_AT_ONCE)]

    def ends(lot: slice) -> tuple[np.ndarray, np.ndarray]:
        return targets.ends(places, pairs.at(lot))

    for lot, (from_, to) in zip(lots, in_two_threads(ends, lots, tick) if lots else ()):
        start[lot], foot[lot] = from_, to
        distance[lot], bearing[lot] = measured(from_, to, places.crs)
    return start, foot, distance, bearing


def measured(start: np.ndarray, end: np.ndarray, crs: str) -> tuple[np.ndarray, np.ndarray]:
    """Return geodesic metres, and degrees from true north at the start, on WGS 84.

    Parameters
    ----------
    start, end : (m, 2) float arrays
        x, y in `crs`.
    crs : str
    """
    to_degrees = operation(crs, "EPSG:4326")
    (lon, lat), (lon_end, lat_end) = to_degrees.points(start).T, to_degrees.points(end).T
    azimuth, _, metres = GEOD.inv(lon, lat, lon_end, lat_end)
    return np.asarray(metres), np.asarray(azimuth) % 360.0


def compass(bearing: np.ndarray) -> np.ndarray:
    """Return the word of `COMPASS` for each bearing in degrees, None for NaN."""
    words = np.array([*COMPASS, None], dtype=object)
    number = np.floor((np.nan_to_num(bearing) + 22.5) / 45.0).astype("int64") % 8
    return words[np.where(np.isnan(bearing), 8, number)]


def ring_edges(text: str) -> tuple[float, ...]:
    """Return the limits of rings from text such as ``0, 500, 1000``; one number alone is the outer limit.

    Raises
    ------
    LocationError
        If they are no numbers that grow from 0 or more.
    """
    words = text.replace(";", ",").split(",") if any(c in text for c in ",;") else text.split()
    try:
        edges = tuple(float(word.strip().removesuffix("m")) for word in words if word.strip())
    except ValueError:
        edges = (-1.0,)
    if len(edges) == 1:
        edges = (0.0, *edges)
    grows = all(low < high for low, high in zip(edges, edges[1:]))
    if edges and (not grows or edges[0] < 0 or not np.isfinite(edges).all()):
        raise LocationError(
            "“{text}” are no rings (RINGS): give their limits in metres, growing from 0 or more and without a sign for "
            "thousands, such as 0, 500, 1000, 5000. The first may be above 0 for a ring with a hole.",
            text=text,
        )
    return edges


@dataclass(frozen=True)
class Rings:
    """What lies in rings around n places; r rings between r + 1 limits.

    Attributes
    ----------
    count : (n, r) int array
        Features by their nearest point: farther than the inner limit, up to and including the outer one. In a ring that
        begins at 0 also what holds the place.
    sums : mapping of str to (n, r) float array
        Sums of the values of these features.
    extended : (n,) float array
        Geodesic metres to which the last ring of a place was extended to meet the nearest feature; NaN where it was
        not.
    innermost : (k,) int array
        Of each feature, the innermost ring of any place that it lies in, r where it lies in none.
    """

    count: np.ndarray
    sums: Mapping[str, np.ndarray]
    extended: np.ndarray
    innermost: np.ndarray


def rings(
    places: Factories,
    targets: Targets,
    edges: Sequence[float],
    values: Mapping[str, np.ndarray],
    own: Own = (),
    *,
    extend: bool = False,
    limit: float = np.inf,
    tick: Tick = lambda _: None,
) -> Rings:
    """Count features, and add up their values, in rings around places.

    Parameters
    ----------
    places, targets, own, tick
        As for `nearest`.
    edges : sequence of float
        Limits of the rings in geodesic metres, growing.
    values : mapping of str to (k,) float array
        Numbers of each feature; NaN counts as 0.
    extend : bool
        Where all rings of a place are empty, let the last one reach to the nearest feature beyond it.
    limit : float
        Metres beyond which it does not reach.
    """
    n, r, k = len(places.xy), len(edges) - 1, len(targets.geometries)
    bounds = np.asarray(edges, dtype="float64")
    numbers = {name: np.nan_to_num(column) for name, column in values.items()}
    count, hole = np.zeros(n * r, dtype="int64"), np.zeros(n, dtype="int64")
    sums = {name: np.zeros(n * r) for name in numbers}
    innermost = np.full(k, r)
    radius = bounds[-1] * places.stretch * (1 + SCALE_OFF)
    for pairs in targets.within(places, radius, own, lambda share: tick(0.8 * share)):
        away = _ground(pairs, places, targets, bounds)
        ring = np.searchsorted(bounds, away, side="left") - 1
        if bounds[0] == 0:
            ring[away == 0] = 0
        for one in range(r - 1, -1, -1):
            some = pairs.feature[ring == one]
            innermost[some] = np.minimum(innermost[some], one)
        hole += np.bincount(pairs.place[ring < 0], minlength=n)
        inside = (ring >= 0) & (ring < r)
        cell, feature = pairs.place[inside] * r + ring[inside], pairs.feature[inside]
        count += np.bincount(cell, minlength=n * r)
        for name, column in numbers.items():
            sums[name] += np.bincount(cell, weights=column[feature], minlength=n * r)
    counts = count.reshape(n, r)
    found = {name: column.reshape(n, r) for name, column in sums.items()}
    extended = np.full(n, np.nan)
    if extend:
        empty = np.flatnonzero((counts.sum(axis=1) == 0) & np.isfinite(places.xy).all(axis=1))
        where, feature, metres = _beyond(places, targets, empty, hole, bounds[-1], limit, own, tick)
        counts[where, -1] = 1
        extended[where] = metres
        for name, column in numbers.items():
            found[name][where, -1] = column[feature]
    return Rings(counts, found, extended, innermost)


def _ground(pairs: Pairs, places: Factories, targets: Targets, bounds: np.ndarray) -> np.ndarray:
    """Return metres on the ground; to the last digit where they might be on either side of a limit."""
    away = pairs.distance / places.stretch[pairs.place]
    close = np.zeros(len(away), dtype=bool)
    for bound in bounds[bounds > 0].tolist():
        close |= np.abs(away - bound) <= 2 * BEND * bound**2 + 1e-3
    rows = np.flatnonzero(close & (pairs.distance > 0))
    if len(rows):
        exact, _ = measured(*targets.ends(places, pairs.at(rows)), places.crs)
        away[rows] = np.round(exact, DIGITS)
    return away


def _beyond(
    places: Factories,
    targets: Targets,
    rows: np.ndarray,
    hole: np.ndarray,
    last: float,
    limit: float,
    own: Own,
    tick: Tick,
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return the places at `rows` that have a feature beyond the last limit, the nearest such, and its distance."""
    if not len(rows):
        return rows, rows, np.empty(0)
    some = Factories(places.geometries[rows], places.crs)
    theirs = [(keys[rows], features) for keys, features in own]
    k = int(hole[rows].max()) + 1
    found = nearest(some, targets, k, limit, theirs, lambda share: tick(0.8 + 0.2 * share))
    out = np.flatnonzero(np.round(found.distance, DIGITS) > last)
    first = out[ranks(found.place[out]) == 1]
    return rows[found.place[first]], found.feature[first], found.distance[first]


def ground_shares(
    places: Factories, polygons: np.ndarray, edges: Sequence[float], tick: Tick = lambda _: None
) -> tuple[np.ndarray, np.ndarray]:
    """Return how much of the ground in each ring around each place polygons cover.

    Parameters
    ----------
    places : Factories
        n of them.
    polygons : (k,) object array of valid polygons or None
        Ground that several cover counts once.
    edges : sequence of float
        r + 1 limits of rings in metres, growing.
    tick : callable

    Returns
    -------
    shares : (n, r) float array
        0 to 1; NaN without a place.
    hectares : (n, r) float array
        The same ground in hectares.
    """
    flat = _without_overlaps(polygons[~shapely.is_missing(polygons)])
    n = len(places.geometries)
    here = np.flatnonzero(~shapely.is_missing(places.geometries))
    common, whole = np.zeros((n, len(edges))), np.zeros((n, len(edges)))
    for start in range(0, len(here), _DISCS_AT_ONCE):
        rows = here[start : start + _DISCS_AT_ONCE]
        for column, edge in enumerate(edges):
            if edge == 0:  # a point has no ground; premises are in the first ring as a whole
                continue
            discs = shapely.buffer(places.geometries[rows], edge * places.stretch[rows], quad_segs=_QUARTER)
            disc, _, share = areas.shares(discs, flat)
            size = shapely.area(discs)
            whole[rows, column] = size
            common[rows, column] = np.minimum(np.bincount(disc, share, minlength=len(rows)), 1.0) * size
        tick((start + len(rows)) / len(here))
    shares, hectares = np.full((n, len(edges) - 1), np.nan), np.full((n, len(edges) - 1), np.nan)
    ring = np.diff(whole[here], axis=1)
    covered = np.clip(np.diff(common[here], axis=1), 0.0, ring)
    shares[here] = covered / ring
    hectares[here] = covered / places.stretch[here][:, None] ** 2 / 1e4
    return shares, hectares


def portions(
    places: Factories,
    targets: Targets,
    edges: Sequence[float],
    values: Mapping[str, np.ndarray],
    own: Own = (),
    tick: Tick = lambda _: None,
) -> dict[str, np.ndarray]:
    """Add up values of polygons, each by the share of its own area that lies in each ring.

    Parameters and results are those of `rings`: a commune of which a tenth lies in a ring gives it a tenth of its
    people, as if they lived evenly spread.
    """
    n, polygons = len(places.geometries), targets.geometries
    numbers = {name: np.nan_to_num(column) for name, column in values.items()}
    within = {name: np.zeros((n, len(edges))) for name in numbers}
    size = shapely.area(polygons)
    here = np.flatnonzero(~shapely.is_missing(places.geometries))
    for start in range(0, len(here), _DISCS_AT_ONCE):
        rows = here[start : start + _DISCS_AT_ONCE]
        for column, edge in enumerate(edges):
            if edge == 0:
                continue
            discs = shapely.buffer(places.geometries[rows], edge * places.stretch[rows], quad_segs=_QUARTER)
            disc, polygon, share = areas.shares(discs, polygons)
            other = ~is_own(own, rows[disc], polygon)
            disc, polygon, share = disc[other], polygon[other], share[other]
            part = share * shapely.area(discs)[disc] / size[polygon]
            for name, value in numbers.items():
                within[name][rows, column] = np.bincount(disc, part * value[polygon], minlength=len(rows))
        tick((start + len(rows)) / len(here))
    return {name: np.diff(column, axis=1) for name, column in within.items()}


def _without_overlaps(polygons: np.ndarray) -> np.ndarray:
    """Return polygons that cover the same ground and do not share any."""
    if len(areas.overlaps(polygons)[0]):
        return shapely.get_parts(shapely.union_all(polygons))
    return polygons

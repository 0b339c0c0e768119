"""The nearest feature of each place: points, lines and polygons, to the edge, zero inside a polygon."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import shapely
from scipy.spatial import cKDTree
from shapely import STRtree

from .geometry import POLYGONAL, pieces
from .parallel import in_two_threads

Tick = Callable[[float], None]

_CHUNK = 10_000
# Distances that differ by less than this are equal (metres): what is left of two ways of computing one number.
_EQUAL_M = 1e-9
# Accuracies for which the nearest feature is looked for one by one; features whose pairs are held at once.
_FEW = 4
_FEATURES_AT_ONCE = 1000
_EARTH_M = 4e7


@dataclass(frozen=True)
class Nearest:
    """For n places, the nearest of k features.

    Attributes
    ----------
    feature : (n,) int array
        The nearest feature, of several at the same distance the first; -1 where none is within the limit.
    distance : (n,) float array
        Planar metres to it, 0 inside a polygon, infinite where none is within the limit.
    """

    feature: np.ndarray
    distance: np.ndarray


@dataclass(frozen=True)
class Bounds:
    """For n places, how near the nearest of k features may be, all accuracies considered.

    Attributes
    ----------
    feature : (n,) int array
        The nearest feature as the coordinates have it; -1 where none can matter.
    lowest, highest : (n,) float arrays
        Metres on the ground: the true distance to the nearest feature is between them. Negative where the place is
        surely inside a feature, infinite where none can matter.
    """

    feature: np.ndarray
    lowest: np.ndarray
    highest: np.ndarray


class Features:
    """Features indexed for being asked which is nearest; each kind of index is made once, when it is first needed.

    Parameters
    ----------
    geometries : (k,) object array of valid shapely geometries or None
        In metres, of any type.
    """

    def __init__(self, geometries: np.ndarray) -> None:
        self.geometries = geometries
        kind = shapely.get_type_id(geometries)
        self._areas = np.flatnonzero(np.isin(kind, POLYGONAL))
        self._lines = np.flatnonzero(np.isin(kind, (1, 2, 5)))
        self._points = np.flatnonzero(np.isin(kind, (0, 4)))

    @cached_property
    def _xy(self) -> tuple[np.ndarray, np.ndarray]:
        """Coordinates of all points, and the feature of each."""
        xy, owner = shapely.get_coordinates(self.geometries[self._points], return_index=True)
        return xy, self._points[owner]

    @cached_property
    def _point_tree(self) -> cKDTree:
        return cKDTree(self._xy[0])

    @cached_property
    def _edges(self) -> tuple[STRtree, np.ndarray]:
        """Pieces of all lines and borders, and the feature of each."""
        rows = np.concatenate([self._lines, self._areas])
        lines = np.concatenate([self.geometries[self._lines], shapely.boundary(self.geometries[self._areas])])
        cut, owner = pieces(lines)
        return STRtree(cut), rows[owner]

    @cached_property
    def _all(self) -> tuple[STRtree, np.ndarray]:
        """Points and pieces in one tree, for places that are polygons."""
        (tree, owner), (xy, point_owner) = self._edges, self._xy
        return STRtree(np.concatenate([tree.geometries, shapely.points(xy)])), np.concatenate([owner, point_owner])

    def nearest(
        self, places: np.ndarray, limit: float, tick: Tick = lambda _: None, itself: np.ndarray | None = None
    ) -> Nearest:
        """Find the nearest feature of each place.

        Parameters
        ----------
        places : (n,) object array of points or polygons, or None
        limit : float
            Metres; what is farther is not looked for.
        tick : callable
            Progress between 0 and 1; raises to cancel.
        itself : (n,) int array or None
            The feature that each place is itself, which is not looked for; -1 for none.
        """
        found = _Best(len(places))
        rows = np.flatnonzero(~shapely.is_missing(places))
        if not len(rows) or not len(self.geometries):
            return found.done()
        here = places[rows]
        only_points = bool((shapely.get_type_id(here) == 0).all())
        if itself is not None and not (only_points and len(self._points) == len(self.geometries)):
            return self._nearest_other(places, rows, limit, itself)
        found.take(rows, *self._holding(here))
        if only_points and len(self._points):
            found.take(rows, *self._near_points(here, limit, None if itself is None else itself[rows]))
        tick(0.2)
        if len(self._lines) or len(self._areas) or not only_points:
            tree, owner = self._edges if only_points else self._all
            parts = [rows[start : start + _CHUNK] for start in range(0, len(rows), _CHUNK)]

            def ask(part: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
                (place, piece), distance = tree.query_nearest(
                    places[part], max_distance=limit, return_distance=True, all_matches=True
                )
                return part[place], owner[piece], distance

            for answer in in_two_threads(ask, parts, lambda share: tick(0.2 + 0.8 * share)):
                found.take(*answer)
        return found.done()

    def bounds(
        self,
        places: np.ndarray,
        own: np.ndarray,
        accuracy: np.ndarray,
        scale: np.ndarray,
        farthest: float,
        tick: Tick = lambda _: None,
        itself: np.ndarray | None = None,
    ) -> Bounds:
        """Return how near the nearest feature may be to each place.

        Parameters
        ----------
        places : (n,) object array of points or polygons, or None
        own : (n,) float array
            Metres within which each place may truly lie.
        accuracy : (k,) float array
            Metres within which each feature may truly lie.
        scale : (n,) float array
            Metres in the plane for a metre on the ground, at each place.
        farthest : float
            Metres; what is surely farther does not matter.
        tick, itself
            As for `nearest`.

        Notes
        -----
        A distance changes by no more than the two ends move. Features of many different accuracies are gone through
        pair by pair; otherwise the nearest of each accuracy is enough.
        """
        lowest, highest = np.full(len(places), np.inf), np.full(len(places), np.inf)
        best = _Best(len(places))
        distinct = np.unique(accuracy)
        if len(distinct) <= _FEW:
            for value in distinct.tolist():
                rows = np.flatnonzero(accuracy == value)
                part = self if len(rows) == len(self.geometries) else self._part(rows.tobytes(), rows)
                limit = (farthest + value + float(np.max(own, initial=0.0))) * float(np.max(scale, initial=1.0))
                mine = None if itself is None else _places_in(itself, rows)
                near = part.nearest(places, limit * (1 + 1e-9), tick, mine)
                found = near.feature >= 0
                feature = np.where(found, rows[near.feature] if len(rows) else -1, -1)
                ground = near.distance / scale
                lowest = np.minimum(lowest, np.where(found, ground - value, np.inf))
                highest = np.minimum(
                    highest, np.where(found, -part.depth(places, near) / scale + ground + value, np.inf)
                )
                best.take(np.arange(len(places)), feature, near.distance)
        else:
            for place, feature, planar in self._pairs(places, own, accuracy, scale, farthest, itself, tick):
                ground = planar / scale[place]
                np.minimum.at(lowest, place, ground - accuracy[feature])
                np.minimum.at(highest, place, ground + accuracy[feature])
                best.take(place, feature, planar)
        nearest = best.done().feature
        out = lowest - own > farthest
        return Bounds(np.where(out, -1, nearest), lowest - own, highest + own)

    def _part(self, key: bytes, rows: np.ndarray) -> Features:
        """Return an index of some of the features; asked again, the same one."""
        if key not in self._kept:
            self._kept[key] = Features(self.geometries[rows])
        return self._kept[key]

    @cached_property
    def _kept(self) -> dict[bytes, Features]:
        return {}

    def depth(self, places: np.ndarray, near: Nearest) -> np.ndarray:
        """Return how deep each point is inside the polygons that hold it, 0 outside; the deepest counts."""
        out = np.zeros(len(places))
        inside = np.flatnonzero((near.distance == 0) & (shapely.get_type_id(places) == 0))
        if len(inside) and len(self._areas):
            area, which = STRtree(places[inside]).query(self.geometries[self._areas], predicate="intersects")
            border = shapely.boundary(self.geometries[self._areas])[area]
            np.maximum.at(out, inside[which], shapely.distance(places[inside[which]], border))
        return out

    def _pairs(
        self,
        places: np.ndarray,
        own: np.ndarray,
        accuracy: np.ndarray,
        scale: np.ndarray,
        farthest: float,
        itself: np.ndarray | None,
        tick: Tick,
    ) -> Iterator[tuple[np.ndarray, np.ndarray, np.ndarray]]:
        """Yield pairs of place and feature that may matter to each other, with planar metres between them."""
        tree = STRtree(places)
        widest, stretch = float(np.max(own, initial=0.0)), float(np.max(scale, initial=1.0))
        reach = np.minimum((farthest + accuracy + widest) * stretch * (1 + 1e-9), _EARTH_M)
        rows = np.flatnonzero(~shapely.is_missing(self.geometries))
        for start in range(0, len(rows), _FEATURES_AT_ONCE):
            part = rows[start : start + _FEATURES_AT_ONCE]
            which, place = tree.query(self.geometries[part], predicate="dwithin", distance=reach[part])
            feature = part[which]
            if itself is not None:
                other = itself[place] != feature
                place, feature = place[other], feature[other]
            yield place, feature, shapely.distance(places[place], self.geometries[feature])
            tick((start + len(part)) / len(rows))

    def _holding(self, places: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Return for each place the first polygon that holds or touches it, -1 for none, and the distance 0."""
        feature = np.full(len(places), -1, dtype="int64")
        if len(self._areas):
            area, place = STRtree(places).query(self.geometries[self._areas], predicate="intersects")
            order = np.argsort(-area, kind="stable")
            feature[place[order]] = self._areas[area[order]]
        return feature, np.where(feature >= 0, 0.0, np.inf)

    def _nearest_other(self, places: np.ndarray, rows: np.ndarray, limit: float, itself: np.ndarray) -> Nearest:
        """Find the nearest feature that is not the place itself, through all pairs within the limit."""
        found = _Best(len(places))
        place, feature = STRtree(self.geometries).query(places[rows], predicate="dwithin", distance=limit)
        other = itself[rows[place]] != feature
        place, feature = rows[place[other]], feature[other]
        found.take(place, feature, shapely.distance(places[place], self.geometries[feature]))
        return found.done()

    def _near_points(
        self, places: np.ndarray, limit: float, itself: np.ndarray | None
    ) -> tuple[np.ndarray, np.ndarray]:
        """Return the nearest point feature of each place; of several at one distance the first."""
        xy = shapely.get_coordinates(places)
        _, owner = self._xy
        feature, distance = np.full(len(xy), -1, dtype="int64"), np.full(len(xy), np.inf)
        rows, neighbours = np.arange(len(xy)), 2
        while len(rows):
            count = min(neighbours, len(owner))
            away, which = self._point_tree.query(
                xy[rows], k=list(range(1, count + 1)), distance_upper_bound=np.nextafter(limit, np.inf), workers=2
            )
            owners = np.append(owner, -1)[which]
            own = np.zeros(owners.shape, dtype=bool) if itself is None else owners == itself[rows][:, None]
            away[own] = np.inf
            least = away.min(axis=1, keepdims=True)
            tied = (away <= least + _EQUAL_M) & np.isfinite(away)
            some = tied.any(axis=1)
            candidates = np.where(tied, owners, len(self.geometries)).min(axis=1)
            feature[rows[some]], distance[rows[some]] = candidates[some], least[some, 0]
            rows = rows[(tied | own).all(axis=1)] if count < len(owner) else rows[:0]
            neighbours *= 4
        return feature, distance


def _places_in(features: np.ndarray, rows: np.ndarray) -> np.ndarray:
    """Return where each of some features is among sorted `rows`, -1 for one that is not."""
    place = np.searchsorted(rows, features)
    place[place >= len(rows)] = 0
    return np.where((features >= 0) & (rows[place] == features), place, -1) if len(rows) else np.full(len(features), -1)


class _Best:
    """The nearest found so far."""

    def __init__(self, count: int) -> None:
        self._feature = np.full(count, -1, dtype="int64")
        self._distance = np.full(count, np.inf)

    def take(self, rows: np.ndarray, feature: np.ndarray, distance: np.ndarray) -> None:
        """Keep the nearer of what is known and what is offered, of equals the lower feature; rows may repeat."""
        offered = feature >= 0
        rows, feature, distance = rows[offered], feature[offered], distance[offered]
        order = np.lexsort((feature, distance, rows))
        rows, feature, distance = rows[order], feature[order], distance[order]
        first = np.append(True, rows[1:] != rows[:-1]) if len(rows) else np.zeros(0, dtype=bool)
        rows, feature, distance = rows[first], feature[first], distance[first]
        known, at = self._distance[rows], self._feature[rows]
        nearer = distance < known - _EQUAL_M
        equal = ~nearer & (distance <= known + _EQUAL_M) & ((at < 0) | (feature < at))
        better = nearer | equal
        self._feature[rows[better]], self._distance[rows[better]] = feature[better], distance[better]

    def done(self) -> Nearest:
        return Nearest(self._feature, self._distance)

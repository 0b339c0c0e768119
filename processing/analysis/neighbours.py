"""The nearest few features of each place, and all within a distance: points, lines and polygons.

Points stand in a point tree. Lines and borders are cut into short pieces: some of their vertices, in a point tree, say
how far the answer can be at most, and only the pieces that are not farther are measured. Places are gone through along
a curve, so that neighbours in the plane are neighbours in memory, which makes the trees twice as fast.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, fields
from functools import cached_property

import numpy as np
import shapely
from scipy.spatial import cKDTree
from shapely import STRtree

from .geometry import POLYGONAL, pieces
from .parallel import in_two_threads

Tick = Callable[[float], None]
# Keys of places and of features: a feature with the key of a place is that place itself; negative keys are none.
Own = Sequence[tuple[np.ndarray, np.ndarray]]

# Digits of a distance that count when two are compared: micrometres.
DIGITS = 6
_LEAST_M = 10.0**-DIGITS
_CHUNK = 5_000
# Pairs of place and piece held at once, by each of two threads.
_PAIRS_AT_ONCE = 200_000
_LOTS_AT_ONCE = 8
# How many more than were asked for are returned at most, where they are hardly farther.
_SPARE = 16
_EARTH_M = 4e7
# Places of a lot that tell whether it meets too many pieces.
_SAMPLE = 100


@dataclass(frozen=True)
class Pairs:
    """Places and features that are near each other.

    Attributes
    ----------
    place, feature : (m,) int arrays
    distance : (m,) float array
        Planar metres, 0 inside a polygon.
    part : (m,) int array
        The piece of the feature that is nearest; -1 where a polygon holds the place.
    """

    place: np.ndarray
    feature: np.ndarray
    distance: np.ndarray
    part: np.ndarray

    def __len__(self) -> int:
        return len(self.place)

    def at(self, rows: np.ndarray | slice) -> Pairs:
        """Return some of the pairs, by number, by a boolean each, or a slice of them."""
        return Pairs(**{one.name: getattr(self, one.name)[rows] for one in fields(self)})

    def without(self, own: Own) -> Pairs:
        """Return the pairs of which the feature is not the place itself."""
        return self.at(~is_own(own, self.place, self.feature)) if own else self


def joined(parts: Sequence[Pairs]) -> Pairs:
    """Return all pairs of several lots."""
    if not parts:
        none = np.empty(0, dtype="int64")
        return Pairs(none, none, np.empty(0), none)
    return Pairs(**{one.name: np.concatenate([getattr(part, one.name) for part in parts]) for one in fields(Pairs)})


def nearest_of_each(pairs: Pairs) -> Pairs:
    """Return each pair of place and feature once, where it is nearest; sorted by place and feature."""
    if not len(pairs):
        return pairs
    key = pairs.place * (int(pairs.feature.max()) + 1) + pairs.feature
    order = np.argsort(key, kind="stable")
    start = np.flatnonzero(np.append(True, np.diff(key[order]) != 0))
    distance, part = np.round(pairs.distance[order], DIGITS), pairs.part[order]
    least = np.minimum.reduceat(distance, start)
    long = np.diff(np.append(start, len(order)))
    part = np.where(distance == np.repeat(least, long), part, np.iinfo("int64").max)
    lowest = np.minimum.reduceat(part, start)
    chosen = np.flatnonzero(part == np.repeat(lowest, long))
    return pairs.at(order[chosen[np.append(True, np.diff(key[order[chosen]]) != 0)]])


def by_distance(pairs: Pairs) -> Pairs:
    """Return pairs sorted by place, distance (to a micrometre) and feature."""
    return pairs.at(np.lexsort((pairs.feature, np.round(pairs.distance, DIGITS), pairs.place)))


def ranks(place: np.ndarray) -> np.ndarray:
    """Return 1, 2, 3, ... within each run of equal places."""
    if not len(place):
        return np.empty(0, dtype="int64")
    start = np.flatnonzero(np.append(True, place[1:] != place[:-1]))
    return np.arange(len(place)) - np.repeat(start, np.diff(np.append(start, len(place)))) + 1


def along_curve(xy: np.ndarray) -> np.ndarray:
    """Return an order in which neighbours in the plane follow each other (Z-order).

    Parameters
    ----------
    xy : (n, 2) float array
    """
    if not len(xy):
        return np.empty(0, dtype="int64")
    low = xy.min(axis=0)
    width = float((xy.max(axis=0) - low).max()) or 1.0
    cell = ((xy - low) * (255 / width)).astype("uint16")
    for shift, mask in ((4, 0x0F0F), (2, 0x3333), (1, 0x5555)):
        cell = (cell | (cell << np.uint16(shift))) & np.uint16(mask)
    return np.argsort(cell[:, 0] | (cell[:, 1] << np.uint16(1)), kind="stable")  # of 16 bits: by counting, in no time


def is_own(own: Own, place: np.ndarray, feature: np.ndarray) -> np.ndarray:
    """Return, per pair, whether the feature is the place itself."""
    out = np.zeros(np.broadcast(place, feature).shape, dtype=bool)
    for places, features in own:
        key = places[place]
        out |= (key >= 0) & (key == features[feature])
    return out


@dataclass(frozen=True)
class Places:
    """What is asked about.

    Attributes
    ----------
    geometries : (n,) object array of points or polygons, or None
        In metres.
    """

    geometries: np.ndarray

    @cached_property
    def xy(self) -> np.ndarray:
        """A point of each place, NaN where there is none: (n, 2) floats."""
        points = self.geometries if not self.areal else shapely.point_on_surface(self.geometries)
        there = ~shapely.is_missing(points)
        out = np.full((len(points), 2), np.nan)
        out[there] = shapely.get_coordinates(points[there])
        return out

    @cached_property
    def areal(self) -> bool:
        """Whether any place is a polygon."""
        return bool(np.isin(shapely.get_type_id(self.geometries), POLYGONAL).any())

    @cached_property
    def curve(self) -> np.ndarray:
        """The places that are somewhere, in the order in which they are gone through."""
        here = np.flatnonzero(np.isfinite(self.xy).all(axis=1))
        return here[along_curve(self.xy[here])]


class Targets:
    """What may be near, in the order in which features come that are equally far.

    Parameters
    ----------
    geometries : (k,) object array of valid shapely geometries or None
        In metres, of any type.
    """

    def __init__(self, geometries: np.ndarray) -> None:
        self.geometries = geometries
        kind = shapely.get_type_id(geometries)
        self.areal = np.isin(kind, POLYGONAL)
        self.points = bool(np.isin(kind, (-1, 0, 4)).all())

    def __len__(self) -> int:
        return len(self.geometries)

    @cached_property
    def _point_tree(self) -> _PointTree:
        return _PointTree(self.geometries)

    @cached_property
    def _piece_tree(self) -> _PieceTree:
        return _PieceTree(self.geometries)

    def _tree(self, places: Places) -> _PointTree | _PieceTree:
        return self._point_tree if self.points and not places.areal else self._piece_tree

    def nearest(
        self, places: Places, k: int, limit: np.ndarray, own: Own = (), slack: float = 0.0, tick: Tick = lambda _: None
    ) -> Pairs:
        """Find the nearest features of each place.

        Parameters
        ----------
        places : Places
            n of them.
        k : int
            How many are wanted of each.
        limit : (n,) float array
            Metres; what is farther is not looked for.
        own : sequence of ((n,) int array, (k,) int array)
            A feature with a key of the place is the place itself, and left out.
        slack : float
            Per metre: also returned are features farther than the last by less than its squared distance times this.
        tick : callable
            Progress between 0 and 1; raises to cancel.

        Returns
        -------
        Pairs
            Those of a place together, by distance (to a micrometre) and feature; up to a few more than `k` of each.
        """
        tree = self._tree(places)
        if isinstance(tree, _PieceTree) and tree.features <= 2 * k:
            pairs = tree.each(places, limit, own, tick)
            return pairs.at(ranks(pairs.place) <= k + _SPARE)

        def ask(lot: np.ndarray) -> Pairs:
            return tree.nearest(places, lot, k, limit[lot], own, slack)

        size = max(_CHUNK // k, 200)
        lots = [places.curve[start : start + size] for start in range(0, len(places.curve), size)]
        return joined(list(in_two_threads(ask, lots, tick)) if lots and tree.count else [])

    def within(self, places: Places, radius: np.ndarray, own: Own = (), tick: Tick = lambda _: None) -> Iterator[Pairs]:
        """Yield all features within a distance of each place, lot by lot, each feature of a place once.

        Parameters
        ----------
        places : Places
            n of them.
        radius : (n,) float array
            Metres; what is exactly that far counts.
        own, tick
            As for `nearest`.
        """
        tree = self._tree(places)
        lots = list(tree.lots(places, radius)) if tree.count else []

        def ask(lot: np.ndarray) -> Pairs:
            return tree.within(places, lot, radius[lot], own)

        done = 0
        for start in range(0, len(lots), _LOTS_AT_ONCE):  # more answers than these are never held
            for pairs in in_two_threads(ask, lots[start : start + _LOTS_AT_ONCE], lambda _: None):
                yield pairs
                done += 1
                tick(done / len(lots))

    def ends(self, places: Places, pairs: Pairs) -> tuple[np.ndarray, np.ndarray]:
        """Return the point of the place and that of the feature between which each distance is: (m, 2) floats."""
        return self._tree(places).ends(places, pairs)


class _PointTree:
    """Points, several of which may be one feature."""

    def __init__(self, geometries: np.ndarray) -> None:
        xy, owner = shapely.get_coordinates(geometries, return_index=True)
        order = along_curve(xy)
        self.xy, self.owner, self.count = xy[order], owner[order], len(order)
        self._tree = cKDTree(self.xy)
        self._single = bool((np.bincount(owner, minlength=1) <= 1).all())

    def nearest(self, places: Places, rows: np.ndarray, k: int, limit: np.ndarray, own: Own, slack: float) -> Pairs:
        """Ask for more and more points until all that matter are among them."""
        bound = np.nextafter(float(limit.max()) + _LEAST_M, np.inf)
        found, count = [], k + 1
        waiting = [(np.arange(len(rows)), count)]
        while waiting:
            some, count = waiting.pop()
            count = min(count, self.count)
            most = max(10 * _PAIRS_AT_ONCE // count, 1)
            if len(some) > most:
                waiting += [(some[i : i + most], count) for i in range(0, len(some), most)]
                continue
            here = rows[some]
            away, part = self._tree.query(places.xy[here], k=list(range(1, count + 1)), distance_upper_bound=bound)
            there = np.isfinite(away)
            part = np.where(there, part, 0)
            feature = self.owner[part]
            key = np.round(away, DIGITS)
            key[~there | (key > limit[some][:, None])] = np.inf
            if own:
                key[is_own(own, here[:, None], feature)] = np.inf
            row, column, reach = _few(key, feature, k, slack, single=self._single, own=bool(own))
            certain = ~there[:, -1] | (away[:, -1] > reach + _LEAST_M) | (count == self.count)
            keep = certain[row]
            row, column = row[keep], column[keep]
            found.append(Pairs(here[row], feature[row, column], away[row, column], part[row, column]))
            if not certain.all():
                waiting.append((some[~certain], 4 * count))
        return joined(found)

    def lots(self, places: Places, radius: np.ndarray) -> Iterator[np.ndarray]:
        """Yield places in lots that do not meet too many points."""
        return _lots(self._tree, places, radius, radius)

    def within(self, places: Places, rows: np.ndarray, radius: np.ndarray, own: Own) -> Pairs:
        tree = cKDTree(places.xy[rows])
        close = tree.sparse_distance_matrix(self._tree, float(radius.max()) + _LEAST_M, output_type="ndarray")
        keep = np.round(close["v"], DIGITS) <= radius[close["i"]]
        part = close["j"][keep]
        pairs = Pairs(rows[close["i"][keep]], self.owner[part], close["v"][keep], part).without(own)
        return pairs if self._single else nearest_of_each(pairs)

    def ends(self, places: Places, pairs: Pairs) -> tuple[np.ndarray, np.ndarray]:
        return places.xy[pairs.place], self.xy[pairs.part]


class _PieceTree:
    """Features of any kind, and places that may be polygons."""

    def __init__(self, geometries: np.ndarray) -> None:
        kind = shapely.get_type_id(geometries)
        lines, areas = np.flatnonzero(np.isin(kind, (1, 2, 5))), np.flatnonzero(np.isin(kind, POLYGONAL))
        points = np.flatnonzero(np.isin(kind, (0, 4)))
        rows = np.concatenate([lines, areas])
        cut, owner = pieces(np.concatenate([geometries[lines], shapely.boundary(geometries[areas])]))
        single, of = shapely.get_parts(geometries[points], return_index=True)
        self._pieces, self._owner = np.concatenate([cut, single]), np.concatenate([rows[owner], points[of]])
        self._areas, self._polygons, self._geometries = areas, geometries[areas], geometries
        self.count = len(self._pieces)
        self._tree = STRtree(self._pieces)
        self._boxes = shapely.bounds(self._pieces).reshape(-1, 4)
        xy, piece = shapely.get_coordinates(self._pieces, return_index=True)
        some = np.flatnonzero(ranks(piece) % 4 == 1)
        self._marks = cKDTree(xy[some], balanced_tree=False, compact_nodes=False)
        self._mark_of = self._owner[piece[some]]
        self._ends = xy[np.flatnonzero(ranks(piece) == 1)]
        # A piece may reach into a circle without one of these marks in it.
        self._longest = float(shapely.length(self._pieces).max(initial=0.0))
        self.features = len(np.unique(self._owner))

    def nearest(self, places: Places, rows: np.ndarray, k: int, limit: np.ndarray, own: Own, slack: float) -> Pairs:
        bound = np.minimum(self._farthest(places.xy, rows, k, own), limit)
        reach = bound + slack * np.minimum(bound, _EARTH_M) ** 2 + _LEAST_M
        reach = np.minimum(reach, limit + _LEAST_M)
        found = []
        for lot in self._split(places.xy[rows], reach):
            close = by_distance(self._close(places, rows[lot], reach[lot], own))
            rank = ranks(close.place)
            found.append(close.at(rank <= k + _SPARE))
        return joined(found)

    def _farthest(self, xy: np.ndarray, rows: np.ndarray, k: int, own: Own) -> np.ndarray:
        """Return metres within which each place surely has `k` features, infinite where there are not as many."""
        out, some = np.full(len(rows), np.inf), np.arange(len(rows))
        for tree, of, count in (
            (self._marks, self._mark_of, 1 if k == 1 and not own else 4 * k),
            (self._marks, self._mark_of, 16 * k),
            (*self._one_each, 2 * k),  # where thousands of pieces of one feature are nearer than any other
            (*self._one_each, self.features),
        ):
            for start in range(0, len(some), max(10 * _PAIRS_AT_ONCE // count, 1)):
                part = some[start : start + max(10 * _PAIRS_AT_ONCE // count, 1)]
                here = rows[part]
                away, mark = tree.query(xy[here], k=list(range(1, min(count, tree.n) + 1)))
                feature = of[mark]
                if own:
                    away[is_own(own, here[:, None], feature)] = np.inf
                fresh = np.isfinite(away) & _first_in_row(feature)
                out[part] = np.where(fresh & (np.cumsum(fresh, axis=1) == k), away, np.inf).min(axis=1)
            some = some[np.isinf(out[some])]
        return out

    @cached_property
    def _one_each(self) -> tuple[cKDTree, np.ndarray]:
        """One mark of each feature."""
        of, first = np.unique(self._mark_of, return_index=True)
        return cKDTree(np.asarray(self._marks.data)[first]), of

    def each(self, places: Places, limit: np.ndarray, own: Own, tick: Tick) -> Pairs:
        """Return the distances to all of few features, one after the other; sorted by place, distance and feature."""
        found = []
        features = np.unique(self._owner)
        for done, feature in enumerate(features.tolist()):
            theirs = [(keys, mine[[feature]]) for keys, mine in own]
            alone, part = _PieceTree(self._geometries[[feature]]), np.flatnonzero(self._owner == feature)
            for start in range(0, len(places.curve), _CHUNK):
                rows = places.curve[start : start + _CHUNK]
                pairs = alone.nearest(places, rows, 1, limit[rows], theirs, 0.0)
                own_part = np.where(pairs.part >= 0, part[pairs.part], -1)
                found.append(Pairs(pairs.place, np.full(len(pairs), feature), pairs.distance, own_part))
                tick((done + start / len(places.curve)) / len(features))
        return by_distance(joined(found))

    def _split(self, xy: np.ndarray, reach: np.ndarray) -> list[np.ndarray]:
        """Return rows in lots that do not meet too many pieces, as far as the marks tell."""
        around = np.minimum(reach, _EARTH_M) + self._longest
        every = max(len(xy) // _SAMPLE, 1)
        some = self._marks.query_ball_point(xy[::every], around[::every], p=np.inf, return_length=True)
        # Two marks a piece, and so wide a box that it has several times the pieces that will be measured.
        parts = int(some.sum()) * every // (2 * _PAIRS_AT_ONCE) + 1
        return np.array_split(np.arange(len(xy)), min(parts, len(xy)))

    def lots(self, places: Places, radius: np.ndarray) -> Iterator[np.ndarray]:
        """Yield places in lots that do not meet too many pieces."""
        for start in range(0, len(places.curve), _CHUNK):
            rows = places.curve[start : start + _CHUNK]
            yield from (rows[lot] for lot in self._split(places.xy[rows], radius[rows]))

    def within(self, places: Places, rows: np.ndarray, radius: np.ndarray, own: Own) -> Pairs:
        return self._close(places, rows, radius, own)

    def _close(self, places: Places, rows: np.ndarray, reach: np.ndarray, own: Own) -> Pairs:
        """Return every feature within reach of places, once a place."""
        here = places.geometries[rows]
        around = np.minimum(reach, _EARTH_M)[:, None] * np.array([-1, -1, 1, 1])
        row, piece = self._tree.query(shapely.box(*(shapely.bounds(here) + around).T))
        if own:
            other = ~is_own(own, rows[row], self._owner[piece])
            row, piece = row[other], piece[other]
        if not places.areal:
            near = self._may_be_nearest(places.xy[rows], row, piece, reach)
            row, piece = row[near], piece[near]
        distance = shapely.distance(here[row], self._pieces[piece])
        near = np.round(distance, DIGITS) <= reach[row]
        row, piece, distance = row[near], piece[near], distance[near]
        beside = Pairs(rows[row], self._owner[piece], distance, piece)
        return nearest_of_each(joined([beside, self._holding(here, rows).without(own)]))

    def _may_be_nearest(self, xy: np.ndarray, row: np.ndarray, piece: np.ndarray, reach: np.ndarray) -> np.ndarray:
        """Return which pairs may be within reach and the nearest of their feature, by number.

        A piece is no nearer than its box, and a feature no farther than an end of any of its pieces: for large polygons
        that spares all but a few of a hundred measurements.
        """
        if not len(row):
            return row
        box, end = self._boxes[piece], self._ends[piece]
        here = xy[row]
        beyond = np.maximum(np.maximum(box[:, :2] - here, here - box[:, 2:]), 0.0)
        least = np.hypot(beyond[:, 0], beyond[:, 1])
        most = np.hypot(end[:, 0] - here[:, 0], end[:, 1] - here[:, 1])
        key = row * (int(self._owner.max()) + 1) + self._owner[piece]
        order = np.argsort(key, kind="stable")
        start = np.flatnonzero(np.append(True, np.diff(key[order]) != 0))
        bound = np.repeat(np.minimum.reduceat(most[order], start), np.diff(np.append(start, len(order))))
        chosen = least[order] <= np.minimum(bound, reach[row[order]]) + 10 * _LEAST_M
        return np.sort(order[chosen])

    def _holding(self, here: np.ndarray, rows: np.ndarray) -> Pairs:
        """Return the polygons that hold or touch each place: at distance 0."""
        area, row = STRtree(here).query(self._polygons, predicate="intersects")
        return Pairs(rows[row], self._areas[area], np.zeros(len(row)), np.full(len(row), -1))

    def ends(self, places: Places, pairs: Pairs) -> tuple[np.ndarray, np.ndarray]:
        start = places.xy[pairs.place]
        foot = start.copy()
        apart = np.flatnonzero(pairs.part >= 0)
        line = shapely.shortest_line(places.geometries[pairs.place[apart]], self._pieces[pairs.part[apart]])
        both = shapely.get_coordinates(line).reshape(-1, 2, 2)
        start[apart], foot[apart] = both[:, 0], both[:, 1]
        return start, foot


def _lots(tree: cKDTree, places: Places, radius: np.ndarray, around: np.ndarray) -> Iterator[np.ndarray]:
    for start in range(0, len(places.curve), _CHUNK):
        rows = places.curve[start : start + _CHUNK]
        meets = tree.query_ball_point(places.xy[rows], around[rows], return_length=True, workers=2)
        number = np.cumsum(meets) // _PAIRS_AT_ONCE
        yield from np.split(rows, np.flatnonzero(np.diff(number)) + 1)


def _few(
    key: np.ndarray, feature: np.ndarray, k: int, slack: float, *, single: bool, own: bool
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return row and column of the nearest features in each row, and how far the last of them may be.

    The keys of a row grow, but for those that are infinite because they are the place's own.
    """
    order: np.ndarray | None = None
    if own or bool((key[:, 1:] == key[:, :-1]).any()):
        order = np.lexsort((feature, key), axis=-1)
        key, feature = np.take_along_axis(key, order, 1), np.take_along_axis(feature, order, 1)
    if single:
        last = key[:, k - 1] if key.shape[1] >= k else np.full(len(key), np.inf)
        take = np.isfinite(key)
        rank = np.arange(1, key.shape[1] + 1)
    else:
        take = np.isfinite(key) & _first_in_row(feature)
        rank = np.cumsum(take, axis=1)
        last = np.where(take & (rank == k), key, np.inf).min(axis=1)
    reach = last + slack * np.minimum(last, _EARTH_M) ** 2
    row, column = np.nonzero(take & (key <= reach[:, None]) & (rank <= k + _SPARE))
    return row, column if order is None else order[row, column], reach


def _first_in_row(feature: np.ndarray) -> np.ndarray:
    """Return where in each row a feature stands for the first time."""
    if feature.shape[1] == 1:
        return np.ones(feature.shape, dtype=bool)
    order = np.argsort(feature, axis=1, kind="stable")
    sorted_ = np.take_along_axis(feature, order, 1)
    again = np.zeros(feature.shape, dtype=bool)
    again[:, 1:] = sorted_[:, 1:] == sorted_[:, :-1]
    out = np.empty(feature.shape, dtype=bool)
    np.put_along_axis(out, order, ~again, 1)
    return out

"""The engine's operations on one part of the places, with the halo that each of them needs.

Each gives exactly what it would give if all places and features were asked about at once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

import numpy as np
import shapely

from . import areas, density, exposure
from . import proximity as engine
from .geometry import pieces
from .neighbours import Own, Targets
from .partitions import Box, LocalClusters, Part, Read, grown
from .zones import Sources

Tick = Callable[[float], None]
# Keys that tell which feature is which place: one array per place, one per feature of a part.
OwnKeys = Callable[[Part], Own]

# Coordinates that were moved from one CRS to another and back may be off by less.
_SLACK_M = 1e-3
_EARTH_M = 4e7


def no_own(_: Part) -> Own:
    """Say that no feature is one of the places."""
    return ()


def nearest(
    places: engine.Factories,
    read: Read,
    k: int,
    limit: float,
    halo: float,
    extent: Box,
    own: OwnKeys = no_own,
    tick: Tick = lambda _: None,
) -> Iterator[tuple[engine.Neighbours, Part]]:
    """Find the nearest features of each place of a part, reading only as far around as is needed.

    How far that is is not known beforehand: what is found within the first box bounds the answer, and the places whose
    bound leaves the box ask again in a wider one.

    Parameters
    ----------
    places : Factories
        Of the part.
    read : callable
        Gives the features that come into a box.
    k, limit
        As for `proximity.nearest`.
    halo : float
        Metres around the places to read first, above 0.
    extent : tuple of four floats
        Of all features; a box that covers it needs no further one.
    own : callable
        Given what was read, the keys that tell which feature is which place.
    tick : callable
        Progress between 0 and 1; raises to cancel.

    Yields
    ------
    Neighbours
        Of some of the places, all of each; `feature` are rows of the part given with it.
    Part
    """
    rows = np.flatnonzero(~shapely.is_missing(places.geometries))
    while len(rows):
        some = engine.Factories(places.geometries[rows], places.crs)
        box = grown(_bounds(some.geometries), halo)
        everything = _covers(box, extent)
        part = read(None if everything else box)
        theirs = [(keys[rows], features) for keys, features in own(part)]
        found = engine.nearest(some, Targets(part.geometries), k, limit, theirs, tick)
        reach = _reach(some, found, k, limit)
        sure = np.full(len(rows), True) if everything else _within(some.geometries, reach, box)
        keep = sure[found.place]
        columns = {name: getattr(found, name)[keep] for name in engine.Neighbours.__dataclass_fields__}
        yield engine.Neighbours(**{**columns, "place": rows[columns["place"]]}), part
        open_ = reach[~sure]
        rows = rows[~sure]
        if len(rows):
            halo = max(4 * halo if np.isinf(open_).any() else 0.0, float(open_[np.isfinite(open_)].max(initial=0.0)))
            halo += _SLACK_M


def _reach(places: engine.Factories, found: engine.Neighbours, k: int, limit: float) -> np.ndarray:
    """Return metres in the plane beyond which nothing can be among the nearest of each place."""
    farthest = np.zeros(len(places.geometries))
    apart = np.hypot(*(found.foot - found.start).T)
    np.maximum.at(farthest, found.place, apart + engine.BEND * apart**2)
    many = np.bincount(found.place, minlength=len(farthest)) >= k
    bound = np.where(many, farthest, np.inf)
    if np.isfinite(limit):
        bound = np.minimum(bound, min(limit, _EARTH_M) * places.stretch * (1 + engine.SCALE_OFF))
    return bound + _SLACK_M


def rings(
    places: engine.Factories,
    read: Read,
    edges: Sequence[float],
    fields: Sequence[str] = (),
    own: OwnKeys = no_own,
    tick: Tick = lambda _: None,
) -> engine.Rings:
    """Count features, and add up their values, in rings around the places of a part.

    Parameters
    ----------
    places, read, own, tick
        As for `nearest`.
    edges
        As for `proximity.rings`.
    fields : sequence of str
        Columns of what is read whose values are added up.

    Returns
    -------
    Rings
        `innermost` is that of the features read, as far as the part's own places see them.
    """
    located = ~shapely.is_missing(places.geometries)
    if not located.any():
        none = Part(np.empty(0, dtype="int64"), np.empty(0, dtype=object), {f: np.empty(0) for f in fields})
        return engine.rings(places, Targets(none.geometries), edges, {f: none.columns[f] for f in fields})
    halo = float(edges[-1] * places.stretch[located].max() * (1 + engine.SCALE_OFF)) + _SLACK_M
    part = read(grown(_bounds(places.geometries), halo))
    values: Mapping[str, np.ndarray] = {name: part.columns[name] for name in fields}
    return engine.rings(places, Targets(part.geometries), edges, values, own(part), tick=tick)


def inside(
    sources: Sources, read: Read, own: OwnKeys = no_own, tick: Tick = lambda _: None
) -> tuple[exposure.Inside, Part]:
    """Find the receptors that the zones of a part's sources reach.

    Parameters
    ----------
    sources : Sources
    read : callable
        Gives the receptors that come into a box.
    own, tick
        As for `nearest`.

    Returns
    -------
    Inside
        `receptor` are rows of the part.
    Part
    """
    reach = sources.outermost * sources.stretch
    there = ~shapely.is_missing(sources.geometries) & np.isfinite(reach)
    if not there.any():
        nothing = Part(np.empty(0, dtype="int64"), np.empty(0, dtype=object))
        return exposure.inside(sources, nothing.geometries), nothing
    # What the engine allows for between the plane and the ground, and more.
    halo = float(reach[there].max()) * 1.02 + _SLACK_M
    part = read(grown(_bounds(sources.geometries[there]), halo))
    return exposure.inside(sources, part.geometries, own(part), tick), part


def candidates(
    points: np.ndarray, accuracy: np.ndarray, read: Read, tick: Tick = lambda _: None, *, borders: bool = False
) -> tuple[areas.Candidates, Part]:
    """Find the polygons that may hold each point of a part.

    Parameters
    ----------
    points, accuracy, tick, borders
        As for `areas.candidates`.
    read : callable
        Gives the polygons that come into a box.

    Returns
    -------
    Candidates
        `area` and `home` are rows of the part.
    Part
    """
    if shapely.is_missing(points).all():
        nothing = Part(np.empty(0, dtype="int64"), np.empty(0, dtype=object))
        return areas.candidates(points, accuracy, nothing.geometries, tick), nothing
    halo = float(np.nan_to_num(accuracy, nan=0.0).max(initial=0.0)) + areas.SNAP_M + _SLACK_M
    box = _bounds(points)
    part = read(grown(box, halo) if np.isfinite(halo) else None)
    if halo > areas.SNAP_M + _SLACK_M and np.isfinite(halo):
        # Whether a border has ground on its other side is told by who shares it, and so by what lies along all of it.
        lines, _ = pieces(shapely.boundary(part.geometries))
        part = read(grown(box, halo + float(shapely.length(lines).max(initial=0.0))))
    return areas.candidates(points, accuracy, part.geometries, tick, borders=borders), part


def clusters(
    numbers: np.ndarray,
    xy: np.ndarray,
    own: np.ndarray,
    distance: float,
    least: float,
    weights: np.ndarray | None = None,
    tick: Tick = lambda _: None,
) -> LocalClusters:
    """Find the clusters of a part; `partitions.merged` puts those of all parts together.

    Parameters
    ----------
    numbers : (m,) int array
        Of the part's places and of all others within twice the distance of the box around them.
    xy : (m, 2) float array
    own : (m,) bool array
        Which of them are the part's own.
    distance, least, weights, tick
        As for `density.dbscan`.
    """
    found = density.dbscan(xy, distance, least, weights, tick)
    placed = np.isfinite(xy).all(axis=1)
    there = xy[own & placed]
    beside = np.zeros(len(xy), dtype=bool)
    if len(there):
        # The core points of this rim have all their neighbours here: what was found of them is what holds everywhere.
        low, high = there.min(axis=0) - distance, there.max(axis=0) + distance
        beside = ~own & found.core & (xy >= low).all(axis=1) & (xy <= high).all(axis=1)
    return LocalClusters(
        numbers[own], xy[own], found.cluster[own], found.core[own], numbers[beside], found.cluster[beside]
    )


def halo_of_clusters(box: Box, distance: float) -> Box:
    """Return the box in which a part has to know all places to find its clusters."""
    return grown(box, 2 * distance + _SLACK_M)


def with_numbers(found: areas.Candidates, part: Part) -> areas.Candidates:
    """Return candidates that name polygons by their number in the layer instead of their row in the part; -1 stays."""
    numbers = np.append(part.numbers, -1)
    return replace(found, area=numbers[found.area], home=numbers[found.home])


def _bounds(geometries: np.ndarray) -> Box:
    west, south, east, north = shapely.total_bounds(geometries).tolist()
    return west, south, east, north


def _covers(box: Box, other: Box) -> bool:
    return box[0] <= other[0] and box[1] <= other[1] and box[2] >= other[2] and box[3] >= other[3]


def _within(geometries: np.ndarray, reach: np.ndarray, box: Box) -> np.ndarray:
    """Return whether all that is within reach of each geometry comes into a box."""
    bounds = shapely.bounds(geometries)
    low, high = bounds[:, :2] - reach[:, None], bounds[:, 2:] + reach[:, None]
    return (low >= np.array(box[:2])).all(axis=1) & (high <= np.array(box[2:])).all(axis=1)

"""How full industrial parks are: who stands in them how surely, what ground that takes, and who stands around them.

What the register does not tell for certain stays a `Span`: the least, the likely and the most that it can be.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np
import shapely
from shapely import STRtree

from . import areas
from .crs import GEOD, operation
from .geometry import POLYGONAL, polygonal_part
from .neighbours import DIGITS, Targets
from .proximity import Factories as Places
from .proximity import measured
from .zoning import is_sliver

Tick = Callable[[float], None]

# How surely a factory stands in a park. The order is the code used in arrays.
SURELY, PROBABLY, UNDECIDED, LOST, OUTSIDE = range(5)
HOW = ("surely inside", "probably inside", "undecided", "declared, not located", "declared, outside")
# Which of them count as likely, and which as possible.
LIKELY, POSSIBLE = (SURELY, PROBABLY), (SURELY, PROBABLY, UNDECIDED, LOST)
_HALF = 0.5
# A plane measures a distance within this share of itself, see `proximity`.
_SCALE_OFF = 1e-3
_UNIONS_A_TICK = 16


@dataclass(frozen=True)
class Standing:
    """Which factories stand, may stand or say they stand in which parks; m pairs, sorted by park, then factory.

    Attributes
    ----------
    factory, park : (m,) int arrays
    how : (m,) int array
        Codes of `HOW`.
    border : (m,) float array
        Geodesic metres from a factory to the border of the park, NaN where it has no place; of premises 0 where they
        reach into the park.
    """

    factory: np.ndarray
    park: np.ndarray
    how: np.ndarray
    border: np.ndarray

    def __len__(self) -> int:
        return len(self.factory)

    def likely(self) -> np.ndarray:
        """Return which pairs count as likely: (m,) bools."""
        return np.isin(self.how, LIKELY)

    def possible(self) -> np.ndarray:
        """Return which pairs count as possible: (m,) bools."""
        return np.isin(self.how, POSSIBLE)


@dataclass(frozen=True)
class Span:
    """A number of each of n things of which not all is known.

    Attributes
    ----------
    low, likely, high : (n,) float arrays
        ``low <= likely <= high``.
    """

    low: np.ndarray
    likely: np.ndarray
    high: np.ndarray

    def at(self, rows: np.ndarray) -> Span:
        """Return some of the numbers."""
        return Span(self.low[rows], self.likely[rows], self.high[rows])


def hectares(polygons: np.ndarray, crs: str) -> np.ndarray:
    """Return areas on the WGS 84 ellipsoid.

    Parameters
    ----------
    polygons : (n,) object array of valid polygons, multi-polygons or None
    crs : str
        Their CRS.

    Returns
    -------
    (n,) float array
        Hectares; 0 for None and for what has no area.
    """
    # Normalised, so that a hole runs against the ring around it and takes its area away.
    turned = shapely.normalize(operation(crs, "EPSG:4326").geometries(polygons))
    out = np.zeros(len(polygons))
    for row in np.flatnonzero(shapely.get_dimensions(turned) == 2):
        out[row] = abs(GEOD.geometry_area_perimeter(turned[row])[0]) / 1e4
    return out


def points_in_parks(
    points: np.ndarray,
    accuracy: np.ndarray,
    known: np.ndarray,
    parks: np.ndarray,
    declared: np.ndarray,
    crs: str,
    tick: Tick = lambda _: None,
    tree: STRtree | None = None,
) -> Standing:
    """Find the parks that points stand in, or may.

    Parameters
    ----------
    points : (n,) object array of points or None
    accuracy : (n,) float array
        Metres within which each truly lies.
    known : (n,) bool array
        Whether anybody states that accuracy; a place of unknown accuracy is never surely inside.
    parks : (p,) object array of polygons
        One geometry a park.
    declared : (n,) int array
        The park that each factory declares, negative for none.
    crs : str
        The CRS of both, in metres.
    tick : callable
        Progress between 0 and 1; raises to cancel.
    tree : shapely.STRtree or None
        Of the points.
    """
    found = areas.candidates(points, accuracy, parks, lambda share: tick(0.8 * share), tree)
    factory, park = found.point, found.area
    border = shapely.boundary(parks)
    whole = ~(shapely.distance(points[factory], border[park]) < accuracy[factory])
    declares = declared[factory] == park
    how = np.select(
        [found.inside & whole & known[factory], found.inside & (whole | declares)], [SURELY, PROBABLY], UNDECIDED
    )
    pairs = _with_declared(factory, park, how, points, declared)
    return _standing(*pairs, points, border, crs)


def premises_in_parks(
    premises: np.ndarray, parks: np.ndarray, declared: np.ndarray, crs: str, tick: Tick = lambda _: None
) -> Standing:
    """Find the parks that premises stand in, by the share of their ground; parameters as in `points_in_parks`."""
    factory, park, share = areas.shares(premises, parks, lambda part: tick(0.8 * part))
    ground = shapely.area(premises)[factory]
    real = ~is_sliver(share, ground)
    factory, park, share, ground = factory[real], park[real], share[real], ground[real]
    how = np.select([is_sliver(1 - share, ground), share >= _HALF], [SURELY, PROBABLY], UNDECIDED)
    return _standing(*_with_declared(factory, park, how, premises, declared), premises, parks, crs)


def _with_declared(
    factory: np.ndarray, park: np.ndarray, how: np.ndarray, places: np.ndarray, declared: np.ndarray
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Add the pairs of factory and declared park that geometry did not find."""
    rows = np.flatnonzero(declared >= 0)
    most = int(max(declared.max(initial=-1), park.max(initial=-1))) + 1
    rows = rows[~np.isin(rows * most + declared[rows], factory * most + park)]
    missing = np.where(shapely.is_missing(places[rows]), LOST, OUTSIDE)
    return np.append(factory, rows), np.append(park, declared[rows]), np.append(how, missing)


def _standing(
    factory: np.ndarray, park: np.ndarray, how: np.ndarray, places: np.ndarray, borders: np.ndarray, crs: str
) -> Standing:
    order = np.lexsort((factory, park))
    factory, park, how = factory[order], park[order], how[order]
    metres = np.full(len(factory), np.nan)
    here = np.flatnonzero(~shapely.is_missing(places[factory]))
    ends = shapely.get_coordinates(shapely.shortest_line(places[factory[here]], borders[park[here]]))
    ends = ends.reshape(-1, 2, 2)
    metres[here] = measured(ends[:, 0], ends[:, 1], crs)[0]
    return Standing(factory, park, how, metres)


def summed(standing: Standing, values: Span, parks: int, pairs: np.ndarray | None = None) -> Span:
    """Add up a number of each factory by park: the least of those surely inside, ..., the most of those possible.

    Parameters
    ----------
    standing : Standing
    values : Span of n
        Of each factory; 0 where it does not count.
    parks : int
        How many there are.
    pairs : (m,) bool array or None
        The pairs of `standing` that count; None for all.
    """

    def add(which: np.ndarray, column: np.ndarray) -> np.ndarray:
        rows = np.flatnonzero(which if pairs is None else which & pairs)
        return np.bincount(standing.park[rows], column[standing.factory[rows]], minlength=parks)

    return Span(
        add(standing.how == SURELY, values.low),
        add(standing.likely(), values.likely),
        add(standing.possible(), values.high),
    )


def exactly(values: np.ndarray) -> Span:
    """Return numbers that are known as a span."""
    numbers = np.asarray(values, dtype="float64")
    return Span(numbers, numbers, numbers)


def assumed_ground(sizes: np.ndarray, by_size: Mapping[str, float], rows: np.ndarray) -> Span:
    """Return the ground that factories are assumed to occupy.

    Parameters
    ----------
    sizes : (n,) object array of str or None
    by_size : mapping of size class to hectares
    rows : (n,) bool array
        The factories of which it is assumed; 0 of the others.

    Returns
    -------
    Span of n
        Hectares. Without a size class: the smallest, the mean and the largest of the table.
    """
    table = list(by_size.values())
    known = np.array([size in by_size for size in sizes], dtype=bool)
    given = np.array([by_size.get(size, 0.0) for size in sizes], dtype="float64")
    spread = (min(table), sum(table) / len(table), max(table))
    return Span(*(np.where(rows, np.where(known, given, value), 0.0) for value in spread))


@dataclass(frozen=True)
class Ground:
    """The ground of premises in parks, slivers left out.

    Attributes
    ----------
    park_ha : (p,) float array
        Hectares of each park that premises cover; where they overlap, once.
    sure_ha : (p,) float array
        The same of premises that are surely inside, or whose factory surely is.
    settled : (p,) bool array
        Whether premises lie in the park with half of their ground or more.
    factory, park : (m,) int arrays
        Pairs of which the factory has ground in the park, sorted by factory, then park.
    pair_ha : (m,) float array
        Hectares of it.
    polygon, polygon_park : (l,) int arrays
        The premises that reach into each park.
    """

    park_ha: np.ndarray
    sure_ha: np.ndarray
    settled: np.ndarray
    factory: np.ndarray
    park: np.ndarray
    pair_ha: np.ndarray
    polygon: np.ndarray
    polygon_park: np.ndarray

    def of(self, standing: Standing, same: np.ndarray) -> np.ndarray:
        """Return the hectares of each pair of a standing, 0 where premises do not reach into the park.

        Parameters
        ----------
        standing : Standing
        same : (n,) int array
            The row that stands for each factory, where several rows have its id.
        """
        known = dict(zip(zip(self.factory.tolist(), self.park.tolist()), self.pair_ha.tolist()))
        triples = zip(standing.factory.tolist(), same[standing.factory].tolist(), standing.park.tolist())
        return np.array([known.get((own, p), known.get((one, p), 0.0)) for own, one, p in triples], dtype="float64")


def premises_ground(
    premises: np.ndarray,
    owner: np.ndarray,
    parks: np.ndarray,
    crs: str,
    tick: Tick = lambda _: None,
    surely: tuple[np.ndarray, np.ndarray] | None = None,
) -> Ground:
    """Measure the ground of premises in parks.

    Parameters
    ----------
    premises : (k,) object array of valid polygons or None
    owner : (k,) int array
        The factory whose premises each are, -1 where that is not known: their ground is occupied all the same.
    parks : (p,) object array of polygons
    crs : str
    tick : callable
        Progress between 0 and 1; raises to cancel.
    surely : ((k,) int array, (k,) int array) or None
        Owners and the parks that they surely stand in: their premises count as surely inside there.
    """
    which, park, share = areas.shares(premises, parks, lambda done: tick(0.5 * done))
    size = shapely.area(premises)[which]
    real = ~is_sliver(share, size)
    which, park, share, size = which[real], park[real], share[real], size[real]
    most = max(len(parks), 1)
    sure = is_sliver(1 - share, size)
    if surely is not None:
        sure |= (owner[which] >= 0) & np.isin(owner[which] * most + park, surely[0] * most + surely[1])
    common = shapely.intersection(premises[which], parks[park])
    for row in np.flatnonzero(~np.isin(shapely.get_type_id(common), POLYGONAL)).tolist():
        common[row] = polygonal_part(common[row])  # without the lines where borders touch
    together, certain = np.full(len(parks), None, dtype=object), np.full(len(parks), None, dtype=object)
    distinct = np.unique(park)
    for done, row in enumerate(distinct.tolist()):
        here = park == row
        together[row] = shapely.union_all(common[here])
        certain[row] = together[row] if sure[here].all() else shapely.union_all(common[here & sure])
        if done % _UNIONS_A_TICK == 0:
            tick(0.5 + 0.3 * done / len(distinct))
    owned = np.flatnonzero(owner[which] >= 0)
    key = owner[which[owned]] * most + park[owned]
    order = np.argsort(key, kind="stable")
    owned, key = owned[order], key[order]
    distinct, first, count = np.unique(key, return_index=True, return_counts=True)
    mine = common[owned[first]]
    for row in np.flatnonzero(count > 1).tolist():  # several polygons of one factory
        mine[row] = shapely.union_all(common[owned[first[row] : first[row] + count[row]]])
    tick(0.9)
    settled = np.bincount(park[share >= _HALF], minlength=len(parks)) > 0
    return Ground(
        hectares(together, crs),
        hectares(certain, crs),
        settled,
        distinct // most,
        distinct % most,
        hectares(mine, crs),
        which,
        park,
    )


def drawn_pairs(
    standing: Standing, ground: Ground, same: np.ndarray, points: np.ndarray, premises: np.ndarray
) -> np.ndarray:
    """Return of which pairs the ground is drawn in that very park: (m,) bools.

    It is where premises of the factory reach into the park, or where it stands within premises of another that do.

    Parameters
    ----------
    standing : Standing
    ground : Ground
        Of `premises`.
    same : (n,) int array
        The row that stands for each factory, where several rows have its id.
    points : (n,) object array of points or None
        None for factories that are themselves polygons.
    premises : (k,) object array of polygons or None
    """
    drawn = {*zip(ground.factory.tolist(), ground.park.tolist())}
    parks_of: dict[int, list[int]] = {}
    for polygon, park in zip(ground.polygon.tolist(), ground.polygon_park.tolist()):
        parks_of.setdefault(polygon, []).append(park)
    polygons, holds = STRtree(points).query(premises, predicate="intersects")
    for polygon, factory in zip(polygons.tolist(), holds.tolist()):
        drawn.update((factory, park) for park in parks_of.get(polygon, ()))
    triples = zip(standing.factory.tolist(), same[standing.factory].tolist(), standing.park.tolist())
    return np.array([(own, p) in drawn or (one, p) in drawn for own, one, p in triples], dtype=bool)


def holders(points: np.ndarray, polygons: np.ndarray) -> np.ndarray:
    """Return the first polygon that holds each point, border included, -1 for none: (n,) ints."""
    out = np.full(len(points), -1, dtype="int64")
    polygon, point = STRtree(points).query(polygons, predicate="intersects")
    order = np.argsort(-polygon, kind="stable")
    out[point[order]] = polygon[order]
    return out


def vacancy(usable: np.ndarray, occupied: Span) -> Span:
    """Return the ground that is free, never below 0: all but the most that may be occupied, and so on."""
    return Span(*(np.maximum(usable - taken, 0.0) for taken in (occupied.high, occupied.likely, occupied.low)))


def around(
    parks: np.ndarray, places: np.ndarray, standing: Standing, radius: float, crs: str, tick: Tick = lambda _: None
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Find the factories that stand around parks.

    Parameters
    ----------
    parks : (p,) object array of polygons
    places : (n,) object array of points, polygons or None
        None for a factory that does not count.
    standing : Standing
        Who stands or may stand inside is no neighbour.
    radius : float
        Geodesic metres from the park's edge; what is exactly that far counts.
    crs : str
    tick : callable
        Progress between 0 and 1; raises to cancel.

    Returns
    -------
    park, factory : (m,) int arrays
    metres : (m,) float array
        Geodesic; sorted by park, metres and factory.
    """
    asked, targets = Places(parks, crs), Targets(places)
    found = []
    for pairs in targets.within(asked, radius * asked.stretch * (1 + _SCALE_OFF), tick=tick):
        metres = np.round(measured(*targets.ends(asked, pairs), crs)[0], DIGITS)
        near = metres <= radius
        found.append((pairs.place[near], pairs.feature[near], metres[near]))
    none = np.empty(0, dtype="int64")
    park, factory = (np.concatenate([none, *(part[i] for part in found)]) for i in (0, 1))
    metres = np.concatenate([np.empty(0), *(part[2] for part in found)])
    inside = standing.how <= UNDECIDED
    count = max(len(places), 1)
    outside = ~np.isin(park * count + factory, standing.park[inside] * count + standing.factory[inside])
    park, factory, metres = park[outside], factory[outside], metres[outside]
    order = np.lexsort((factory, metres, park))
    return park[order], factory[order], metres[order]

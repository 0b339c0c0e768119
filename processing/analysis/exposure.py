"""What and who lies in safety zones: receptors by exact distance, people counted once."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np
import shapely
from scipy.spatial import cKDTree
from shapely import STRtree

from .crs import GEOD, operation
from .dissolve import dissolved, exploded
from .geometry import POLYGONAL
from .neighbours import DIGITS, Own, Places, Targets, along_curve, is_own
from .parallel import in_two_threads
from .proximity import measured
from .zones import Sources

Tick = Callable[[float], None]
# Source, receptor, geodesic metres, and what returns the two points between which they are.
_Near = tuple[np.ndarray, np.ndarray, np.ndarray, Callable[[], tuple[np.ndarray, np.ndarray]]]

# How far a planar distance may be off the geodesic one, as a share of it: what lies in between is measured exactly.
_SCALE_OFF = 0.01
# So many different radii are taken one by one; of more, those that differ by up to this factor together.
_FEW, _BAND = 32, 1.25
# Fewer sources than this are taken together with others if no radius is so many times another.
_WORTH, _WIDEST = 2_000, 2.0
# Pairs of zone and place held at once by each of two threads, and places that tell how many a zone has.
_PAIRS_AT_ONCE, _SAMPLE = 1_000_000, 100
_POINTS_AT_ONCE = 5_000
_ZONES_AT_ONCE, _LOTS_AT_ONCE = 2_000, 8
# Squares, along each side, of the grid that tells which places are near no zone.
_SQUARES = 1_000
# Places crowd: how many times their mean number an area may hold.
_CROWD = 4.0


@dataclass(frozen=True)
class Inside:
    """Receptors in the zones of sources: m pairs, sorted by source and receptor.

    Attributes
    ----------
    source, receptor : (m,) int64 arrays
    level : (m,) int64 array
        The innermost level whose zone reaches the receptor.
    distance : (m,) float64 array
        Geodesic metres from the source's geometry to the nearest point of the receptor, 0 inside.
    """

    source: np.ndarray
    receptor: np.ndarray
    level: np.ndarray
    distance: np.ndarray

    def __len__(self) -> int:
        return len(self.source)


def inside(sources: Sources, receptors: Targets | np.ndarray, own: Own = (), tick: Tick = lambda _: None) -> Inside:
    """Find the receptors that the zones of sources reach.

    The distance decides, not a polygon drawn for it: what is exactly as far as the zone reaches is inside.

    Parameters
    ----------
    sources : Sources
        n of them.
    receptors : Targets or (r,) object array of valid points, lines, polygons or None
        In the working CRS.
    own : sequence of ((n,) int array, (r,) int array)
        A receptor with a key of the source is the source itself, and left out; a negative key is none.
    tick : callable
        Progress between 0 and 1; raises to cancel.
    """
    found, _ = reached(sources, receptors, own, tick, ends=False)
    return found


def reached(
    sources: Sources, receptors: Targets | np.ndarray, own: Own = (), tick: Tick = lambda _: None, *, ends: bool = True
) -> tuple[Inside, np.ndarray]:
    """Return what `inside` does, and between which two points each distance is.

    Parameters
    ----------
    sources, receptors, own, tick
        As for `inside`.
    ends : bool
        Whether the points are wanted.

    Returns
    -------
    Inside
    (m, 2, 2) float array
        In the working CRS: the point of the source, that of the receptor; equal at distance 0. Empty if not wanted.
    """
    targets = receptors if isinstance(receptors, Targets) else Targets(receptors)
    single = np.isin(shapely.get_type_id(targets.geometries), (-1, 0)).all()
    near = _near_points if single and not sources.areal else _near_any
    none = np.empty(0, dtype="int64")
    found, points = [(none, none, none, np.empty(0))], [np.empty((0, 2, 2))]
    for source, receptor, distance, places in near(sources, targets, own, tick):
        in_level = np.round(distance, DIGITS)[:, None] <= sources.reach[source]
        rows = np.flatnonzero(in_level.any(axis=1))
        found.append((source[rows], receptor[rows], in_level[rows].argmax(axis=1), distance[rows]))
        if ends:
            points.append(np.stack([end[rows] for end in places()], axis=1))
    source, receptor, level, distance = (np.concatenate(column) for column in zip(*found))
    order = np.argsort(source * len(targets) + receptor, kind="stable")
    between = np.concatenate(points)
    return Inside(source[order], receptor[order], level[order], distance[order]), between[order] if ends else between


def _near_any(sources: Sources, targets: Targets, own: Own, tick: Tick) -> Iterator[_Near]:
    """Yield pairs of source and receptor, of any kind, among them all that a zone reaches."""
    bands = list(_bands(sources))
    size, done = sum(len(rows) for rows in bands), 0
    for rows in bands:
        places = Places(sources.geometries[rows])
        theirs = [(keys[rows], others) for keys, others in own]
        share, before = len(rows) / size, done / size
        radius = _planar(sources, rows)
        for pairs in targets.within(places, radius, theirs, lambda s: tick(before + s * share)):  # noqa: B023
            start, foot = targets.ends(places, pairs)
            distance = np.where(pairs.distance > 0, measured(start, foot, sources.crs)[0], 0.0)
            yield rows[pairs.place], pairs.feature, distance, lambda: (start, foot)  # noqa: B023
        done += len(rows)


def _near_points(sources: Sources, targets: Targets, own: Own, tick: Tick) -> Iterator[_Near]:
    """Yield the same where all are single points: nothing is measured in the plane, and each place moved only once."""
    some = np.flatnonzero(~shapely.is_missing(targets.geometries) & ~shapely.is_empty(targets.geometries))
    if not len(some):
        return
    xy = shapely.get_coordinates(targets.geometries[some])
    order = along_curve(xy)
    some, xy = some[order], xy[order]
    tree = cKDTree(xy)
    to_degrees = operation(sources.crs, "EPSG:4326")
    here, there = to_degrees.points(sources.xy), to_degrees.points(xy)
    lots = [lot for rows in _bands(sources) for lot in _lots_of_band(sources, rows, tree)]

    def ask(lot: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        radius = _planar(sources, lot)
        close = cKDTree(sources.xy[lot]).sparse_distance_matrix(tree, float(radius.max()), output_type="ndarray")
        close = close[close["v"] <= radius[close["i"]]]
        source, place = lot[close["i"]], close["j"]
        if own:
            other = ~is_own(own, source, some[place])
            source, place = source[other], place[other]
        return source, place, np.asarray(GEOD.inv(*here[source].T, *there[place].T)[2])

    for begin in range(0, len(lots), _LOTS_AT_ONCE):  # more answers than these are never held
        for source, place, distance in in_two_threads(ask, lots[begin : begin + _LOTS_AT_ONCE], lambda _: None):
            yield source, some[place], distance, lambda: (sources.xy[source], xy[place])  # noqa: B023
        tick(min((begin + _LOTS_AT_ONCE) / len(lots), 1.0))


def _planar(sources: Sources, rows: np.ndarray) -> np.ndarray:
    """Return metres in the plane beyond which surely nothing is in the zones of some sources."""
    return sources.outermost[rows] * sources.stretch[rows] * (1 + _SCALE_OFF) + 10.0**-DIGITS


def _lots_of_band(sources: Sources, rows: np.ndarray, tree: cKDTree) -> list[np.ndarray]:
    """Return the sources of a band in lots, neighbours together, that do not meet too many points."""
    rows = rows[along_curve(sources.xy[rows])]
    some = rows[:: max(len(rows) // _SAMPLE, 1)]
    meets = tree.query_ball_point(sources.xy[some], _planar(sources, some), return_length=True)
    size = min(max(_PAIRS_AT_ONCE // max(int(meets.max()), 1), 1), _POINTS_AT_ONCE)
    return [rows[start : start + size] for start in range(0, len(rows), size)]


def _bands(sources: Sources) -> Iterator[np.ndarray]:
    """Yield the sources that have a zone, those with similar radii together: a search is as wide as its widest."""
    rows = np.flatnonzero(np.isfinite(sources.outermost) & np.isfinite(sources.xy).all(axis=1))
    reach = np.maximum(sources.outermost[rows], 1.0)
    if len(np.unique(reach)) > _FEW:
        reach = _BAND ** np.ceil(np.log(reach) / np.log(_BAND))
    order = np.argsort(reach, kind="stable")
    values, starts = np.unique(reach[order], return_index=True)
    begin = 0
    for start, value in zip(starts.tolist(), values.tolist()):
        narrowest = values[np.searchsorted(starts, begin)]
        if start > begin and (start - begin >= _WORTH or value > _WIDEST * narrowest):
            yield rows[order[begin:start]]
            begin = start
    if len(rows):
        yield rows[order[begin:]]


def inside_given(
    zones: np.ndarray,
    zone_source: np.ndarray,
    zone_level: np.ndarray,
    receptors: np.ndarray,
    geometries: np.ndarray,
    crs: str,
    tick: Tick = lambda _: None,
) -> Inside:
    """Find the receptors that intersect zones given as polygons, such as imported threat zones.

    Parameters
    ----------
    zones : (z,) object array of valid polygons or None
    zone_source, zone_level : (z,) int arrays
        Whose zone each is, and which level; one source may have several polygons of a level.
    receptors : (r,) object array of valid points, lines, polygons or None
    geometries : (n,) object array of points or polygons or None
        The sources themselves, from which distances are measured; NaN distance for a source that is None.
    crs : str
        The working CRS of all.
    tick : callable
    """
    tree = STRtree(receptors)
    rows = np.flatnonzero(~shapely.is_missing(zones))
    found = [np.empty((2, 0), dtype="int64"), *_holding(tree, zones, _lots(zones, rows, receptors), tick)]
    zone, receptor = np.concatenate(found, axis=1)
    order = np.lexsort((zone_level[zone], receptor, zone_source[zone]))
    source, receptor, level = zone_source[zone][order], receptor[order], zone_level[zone][order]
    first = np.append(True, (np.diff(source) != 0) | (np.diff(receptor) != 0))[: len(source)]
    source, receptor, level = (column[first].astype("int64") for column in (source, receptor, level))
    distance = np.full(len(source), np.nan)
    known = np.flatnonzero(~shapely.is_missing(geometries[source]))
    line = shapely.shortest_line(geometries[source[known]], receptors[receptor[known]])
    ends = shapely.get_coordinates(line).reshape(-1, 2, 2)
    metres, _ = measured(ends[:, 0], ends[:, 1], crs)
    distance[known] = np.where((ends[:, 0] == ends[:, 1]).all(axis=1), 0.0, metres)
    return Inside(source, receptor, level, distance)


def _lots(zones: np.ndarray, rows: np.ndarray, places: np.ndarray) -> list[np.ndarray]:
    """Return rows of zones in lots that do not meet too many places, as far as their bounds tell."""
    if not len(rows) or shapely.is_missing(places).all():
        return []
    left, bottom, right, top = shapely.total_bounds(places).tolist()
    bounds = shapely.bounds(zones[rows])
    width, height = (
        np.clip(bounds[:, 2:], (left, bottom), (right, top)).T - np.clip(bounds[:, :2], (left, bottom), (right, top)).T
    )
    share = width * height / max((right - left) * (top - bottom), 1.0)
    meets = np.clip(_CROWD * share * len(places), 1.0, len(places))
    number = np.maximum(np.cumsum(meets) // _PAIRS_AT_ONCE, np.arange(len(rows)) // _ZONES_AT_ONCE)
    return np.split(rows, np.flatnonzero(np.diff(number)) + 1)


def _holding(tree: STRtree, zones: np.ndarray, lots: list[np.ndarray], tick: Tick) -> Iterator[np.ndarray]:
    """Yield pairs of zone and place, border included, lot by lot: (2, m) int arrays."""

    def ask(lot: np.ndarray) -> np.ndarray:
        zone, place = tree.query(zones[lot], predicate="intersects")
        return np.stack([lot[zone], place])

    for start in range(0, len(lots), _LOTS_AT_ONCE):  # more answers than these are never held
        yield from in_two_threads(ask, lots[start : start + _LOTS_AT_ONCE], lambda _: None)
        tick(min((start + _LOTS_AT_ONCE) / len(lots), 1.0))


def people_in(
    zones: np.ndarray,
    zone_group: np.ndarray,
    groups: int,
    geometries: np.ndarray,
    people: np.ndarray,
    tick: Tick = lambda _: None,
) -> np.ndarray:
    """Return the people in the zones of each group, each person once however many zones of the group overlap.

    Parameters
    ----------
    zones : (z,) object array of valid polygons or None
    zone_group : (z,) int array
        0 to ``groups - 1``; zones of a negative group count in none.
    groups : int
    geometries : (p,) object array of points, valid polygons or None
        Where people live: all people of a point that is inside or on the border; of a polygon the share of its area
        that the zones of the group cover.
    people : (p,) float array
        NaN counts as 0.
    tick : callable

    Returns
    -------
    (groups,) float array
    """
    people = np.maximum(np.nan_to_num(people), 0.0)
    areal = np.isin(shapely.get_type_id(geometries), POLYGONAL)
    rows = np.argsort(zone_group, kind="stable")
    rows = rows[(zone_group[rows] >= 0) & ~shapely.is_missing(zones[rows])]
    points, polygons = np.flatnonzero(~areal & (people > 0)), np.flatnonzero(areal & (people > 0))
    out = _at_points(
        zones, zone_group, rows, groups, geometries[points], people[points], lambda share: tick(0.5 * share)
    )
    group, polygon, share = _covered(
        zones, zone_group, rows, geometries[polygons], lambda share: tick(0.5 + 0.5 * share)
    )
    return out + np.bincount(group, share * people[polygons[polygon]], minlength=groups)


def _at_points(
    zones: np.ndarray,
    zone_group: np.ndarray,
    rows: np.ndarray,
    groups: int,
    points: np.ndarray,
    people: np.ndarray,
    tick: Tick,
) -> np.ndarray:
    """Return the people of points in any zone of each group; the zones at `rows` are sorted by group.

    A point is in a union of zones if it is in one of them, so no union is made.
    """
    out = np.zeros(groups)
    waiting = np.empty(0, dtype="int64")  # of the last group, which may go on in the next lot
    for zone, point in _holding(STRtree(points), zones, _lots(zones, rows, points), tick):
        key = np.unique(np.concatenate([waiting, zone_group[zone] * len(points) + point]))
        group, point = np.divmod(key, max(len(points), 1))
        last = group == group[-1] if len(group) else np.zeros(0, dtype=bool)
        waiting = key[last]
        out += np.bincount(group[~last], people[point[~last]], minlength=groups)
    group, point = np.divmod(waiting, max(len(points), 1))
    return out + np.bincount(group, people[point], minlength=groups)


def _covered(
    zones: np.ndarray, zone_group: np.ndarray, rows: np.ndarray, polygons: np.ndarray, tick: Tick
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return group, polygon and the share of its area that the zones of the group cover, sorted.

    The zones at `rows` are sorted by group.
    """
    group, number = np.unique(zone_group[rows], return_inverse=True)
    parts = zones[rows]
    if len(polygons) and len(group) < len(rows):
        joined = dissolved(parts, number.reshape(-1), len(group), lambda share: tick(0.5 * share))
        there = ~shapely.is_missing(joined)
        parts, group = exploded(joined[there], group[there])
    found = [np.empty((2, 0), dtype="int64")]
    lots = _lots(parts, np.arange(len(parts)), polygons)
    found += _holding(STRtree(polygons), parts, lots, lambda share: tick(0.5 + 0.2 * share))
    part, polygon = np.concatenate(found, axis=1)
    key = group[part] * len(polygons) + polygon
    order = np.lexsort((part, key))
    part, polygon, key = part[order], polygon[order], key[order]
    # What lies in one polygon altogether needs no intersection, nor does a polygon that a zone covers.
    common, crossing = shapely.area(parts[part]), np.arange(len(part))
    shapely.prepare(polygons)
    crossing = crossing[~shapely.contains_properly(polygons[polygon], parts[part])]
    common[crossing] = np.minimum(common[crossing], shapely.area(polygons[polygon[crossing]]))
    shapely.prepare(parts)
    crossing = crossing[~shapely.contains_properly(parts[part[crossing]], polygons[polygon[crossing]])]
    lots = [crossing[start : start + _ZONES_AT_ONCE] for start in range(0, len(crossing), _ZONES_AT_ONCE)]

    def measure(lot: np.ndarray) -> np.ndarray:
        return shapely.area(shapely.intersection(parts[part[lot]], polygons[polygon[lot]]))

    for area, lot in zip(in_two_threads(measure, lots, lambda share: tick(0.7 + 0.3 * share)), lots):
        common[lot] = area
    pair, number = np.unique(key, return_inverse=True)
    group, polygon = np.divmod(pair, max(len(polygons), 1))
    covered = np.bincount(number.reshape(-1), common, minlength=len(pair))
    return group, polygon, np.minimum(covered / shapely.area(polygons[polygon]), 1.0)


def people_each(
    zones: np.ndarray, geometries: np.ndarray, people: np.ndarray, tick: Tick = lambda _: None
) -> np.ndarray:
    """Return the people in each zone, as `people_in` counts them: (z,) floats."""
    return people_in(zones, np.arange(len(zones)), len(zones), geometries, people, tick)


def raster_people(
    zones: np.ndarray,
    zone_group: np.ndarray,
    groups: int,
    cell_xy: np.ndarray,
    cell_people: np.ndarray,
    tick: Tick = lambda _: None,
) -> np.ndarray:
    """Return the people of a population raster in the zones of each group; a cell counts where its centre lies.

    Parameters
    ----------
    zones, zone_group, groups, tick
        As for `people_in`; for each zone by itself, ``np.arange(z), z``.
    cell_xy : (c, 2) float array
        Centres of cells in the working CRS, NaN outside of it.
    cell_people : (c,) float array
        NaN and negative values (no data) count as 0.

    Returns
    -------
    (groups,) float array
    """
    rows = np.flatnonzero(np.isfinite(cell_xy).all(axis=1) & (np.nan_to_num(cell_people) > 0))
    rows = rows[_near_bounds(cell_xy[rows], shapely.bounds(zones[~shapely.is_missing(zones)]).reshape(-1, 4))]
    return people_in(zones, zone_group, groups, shapely.points(cell_xy[rows]), cell_people[rows], tick)


def _near_bounds(xy: np.ndarray, bounds: np.ndarray) -> np.ndarray:
    """Return which places lie in a square of a coarse grid that any of the bounds meet: most of a country does not."""
    if not len(xy) or not len(bounds):
        return np.zeros(len(xy), dtype=bool)
    low = xy.min(axis=0)
    width = np.maximum((xy.max(axis=0) - low) / _SQUARES, 1.0)
    first = np.clip(np.floor((bounds[:, :2] - low) / width), 0, _SQUARES).astype("int64")
    last = np.clip(np.floor((bounds[:, 2:] - low) / width), -1, _SQUARES).astype("int64") + 1
    met = np.zeros((_SQUARES + 2, _SQUARES + 2), dtype="int64")
    for x, y, sign in ((first, first, 1), (last, first, -1), (first, last, -1), (last, last, 1)):
        np.add.at(met, (x[:, 0], y[:, 1]), sign)
    met = met.cumsum(axis=0).cumsum(axis=1)
    square = np.floor((xy - low) / width).astype("int64")
    return met[square[:, 0], square[:, 1]] > 0


def people_reached(group: np.ndarray, receptor: np.ndarray, groups: int, people: np.ndarray) -> np.ndarray:
    """Return the people of the receptors found in each group of sources, each receptor once: (groups,) floats.

    Parameters
    ----------
    group : (m,) int array
        Group of the source of each pair that `inside` found; pairs of a negative group count in none.
    receptor : (m,) int array
    groups : int
    people : (r,) float array
        People of each receptor, NaN counts as 0.
    """
    keep = group >= 0
    key = np.unique(group[keep] * len(people) + receptor[keep])
    group, receptor = np.divmod(key, max(len(people), 1))
    return np.bincount(group, np.nan_to_num(people)[receptor], minlength=groups)

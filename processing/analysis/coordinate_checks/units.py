"""Administrative units as polygons: which one holds a point, and how far the declared one is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from functools import cached_property

import numpy as np
import pandas as pd
import shapely

# Provinces that were one until 2013, when Tboung Khmum was made of a part of Kampong Cham.
SPLIT = frozenset((frozenset(("03", "25")),))
# How many digits the codes of each level have.
DIGITS = {"province": 2, "district": 4, "commune": 6}
# A unit made of so large a share of its parts is whole.
_COMPLETE = 0.8


class Units:
    """The units of one level.

    Parameters
    ----------
    codes : (k,) object array of str
        2, 4 or 6 digits; polygons of one code are one unit.
    geometries : (k,) object array of polygons in the metric CRS, or None
    names : (k,) object array of str or None

    Attributes
    ----------
    partial : (k,) bool array
        A part of the unit has no polygon: what lies in no polygon at all may be in it.
    """

    def __init__(self, codes: np.ndarray, geometries: np.ndarray, names: np.ndarray | None = None) -> None:
        usable = ~shapely.is_missing(geometries) & np.array([bool(code) for code in codes], dtype=bool)
        number, distinct = pd.factorize(np.asarray(codes, dtype=object)[usable])
        shapes = geometries[usable]
        names = np.full(len(codes), None, dtype=object) if names is None else names
        first = np.array([np.flatnonzero(number == k)[0] for k in range(len(distinct))], dtype="int64")
        self.codes = np.asarray(distinct, dtype=object)
        self.names = np.asarray(names, dtype=object)[usable][first] if len(first) else np.empty(0, dtype=object)
        self.geometries = shapes[first].copy() if len(first) else np.empty(0, dtype=object)
        for k in np.flatnonzero(np.bincount(number, minlength=len(distinct)) > 1):
            self.geometries[k] = shapely.union_all(shapes[number == k])
        shapely.prepare(self.geometries)
        self._index = pd.Index(self.codes)
        self.partial = np.zeros(len(distinct), dtype=bool)
        self.bounds = shapely.bounds(self.geometries).reshape(-1, 4)
        self.area = shapely.area(self.geometries)

    def __len__(self) -> int:
        return len(self.codes)

    def find(self, codes: np.ndarray) -> np.ndarray:
        """Return the row of each code, -1 for one that is none."""
        return self._index.get_indexer(pd.Index(np.array([c or "" for c in codes], dtype=object)))

    @cached_property
    def centroids(self) -> np.ndarray:
        """Centroids, (k, 2) metres."""
        return shapely.get_coordinates(shapely.centroid(self.geometries)).reshape(-1, 2)

    def holds(self, unit: np.ndarray, xy: np.ndarray) -> np.ndarray:
        """Return whether unit number i holds point number i; false for unit -1 and for NaN. A border belongs to it."""
        inside = np.zeros(len(unit), dtype=bool)
        known = np.flatnonzero((unit >= 0) & np.isfinite(xy).all(axis=1))
        box = self.bounds[unit[known]]
        x, y = xy[known, 0], xy[known, 1]
        near = (x >= box[:, 0]) & (y >= box[:, 1]) & (x <= box[:, 2]) & (y <= box[:, 3])
        rows = known[near]
        rows = rows[np.argsort(unit[rows], kind="stable")]  # one polygon after another stays in the processor's cache
        inside[rows] = shapely.intersects(self.geometries[unit[rows]], shapely.points(xy[rows]))
        return inside

    def distance(self, unit: np.ndarray, xy: np.ndarray) -> np.ndarray:
        """Return metres from unit number i to point number i, 0 inside; NaN for unit -1 and for NaN.

        NaN also where a point that is in no polygon may be in the part of a unit that has none.
        """
        out = np.full(len(unit), np.nan)
        rows = np.flatnonzero((unit >= 0) & np.isfinite(xy).all(axis=1))
        out[rows] = shapely.distance(self.geometries[unit[rows]], shapely.points(xy[rows]))
        unsure = rows[self.partial[unit[rows]] & (out[rows] > 0)]
        out[unsure[self.locate(xy[unsure]) < 0]] = np.nan
        return out

    def locate(self, xy: np.ndarray) -> np.ndarray:
        """Return the unit that holds each point, -1 for none."""
        return containing(self.geometries, xy)


def with_coarser(
    units: Mapping[str, Units], listed: frozenset[str] = frozenset(), names: Mapping[str, str] | None = None
) -> dict[str, Units]:
    """Return units with those of the coarser levels that lack polygons: all finer ones that begin with a code.

    Parameters
    ----------
    units : mapping of level to Units
        A level that is given stays as it is.
    listed : frozenset of str
        Codes of the list in force, to know of which units a part has no polygon; none where nobody has it.
    names : mapping of str to str
        What units are called, by code.

    Returns
    -------
    dict of level to Units
        From the province down.
    """
    out = dict(units)
    for level, finer in (("district", ("commune",)), ("province", ("district", "commune"))):
        source = next((units[name] for name in finer if name in units), None)
        if level not in out and source is not None:
            out[level] = _joined(source, DIGITS[level], listed, names or {})
    return {level: out[level] for level in DIGITS if level in out}


def _joined(finer: Units, digits: int, listed: frozenset[str], names: Mapping[str, str]) -> Units:
    codes = np.array([code[:digits] for code in finer.codes], dtype=object)
    called = np.array([names.get(code) for code in codes], dtype=object)
    joined = Units(codes, finer.geometries, called)
    length = len(finer.codes[0]) if len(finer) else 0
    expected = Counter(code[:digits] for code in listed if len(code) == length)
    given = Counter(codes.tolist())
    # Lists of different years differ by a few units.
    joined.partial = np.array([given[code] < _COMPLETE * expected[code] for code in joined.codes], dtype=bool)
    return joined


def containing(polygons: np.ndarray, xy: np.ndarray) -> np.ndarray:
    """Return the first polygon that holds each of (n, 2) points, -1 for none and for NaN."""
    out = np.full(len(xy), -1, dtype="int64")
    rows = np.flatnonzero(np.isfinite(xy).all(axis=1))
    if not len(rows) or not len(polygons):
        return out
    tree = shapely.STRtree(shapely.points(xy[rows]))
    polygon, point = tree.query(polygons, predicate="intersects")
    order = np.argsort(-polygon, kind="stable")
    out[rows[point[order]]] = polygon[order]
    return out


class Declared:
    """The units that factories say they are in.

    Parameters
    ----------
    units : mapping of level to Units
    codes : mapping of level to (n,) object array of str or None
        What is declared; a code whose unit the layer lacks cannot be compared.
    former : mapping of str to str
        Codes of earlier lists -> today's, tried where the layer lacks a code.

    Attributes
    ----------
    rows : mapping of level to (n,) int array
        The declared unit, -1 where unknown.
    deepest : (n,) object array of str or None
        The most detailed level at which a point can be compared.
    """

    def __init__(
        self, units: Mapping[str, Units], codes: Mapping[str, np.ndarray], former: Mapping[str, str], n: int
    ) -> None:
        self.units = units
        self.rows: dict[str, np.ndarray] = {}
        self.deepest = np.full(n, None, dtype=object)
        for level in ("province", "district", "commune"):
            if level not in units:
                continue
            declared = codes.get(level, np.full(n, None, dtype=object))
            found = units[level].find(declared)
            lost = np.flatnonzero(found < 0)
            later = np.array([former.get(declared[i] or "") for i in lost], dtype=object)
            if len(lost):
                found[lost] = units[level].find(later)
            self.rows[level] = found
            self.deepest[found >= 0] = level
        self.known = np.array([level is not None for level in self.deepest], dtype=bool)

    def agreement(self, rows: np.ndarray, xy: np.ndarray) -> np.ndarray:
        """Return how many levels of those known each point agrees with, counted from the province down.

        Parameters
        ----------
        rows : (m,) int array
            The factory of each point.
        xy : (m, 2) float array

        Returns
        -------
        (m,) int array
            0 to 3; where the deepest level agrees, the number of levels that are known.
        """
        agreed = np.zeros(len(rows), dtype="int64")
        for level, unit in self.rows.items():
            agreed += self.units[level].holds(unit[rows], xy)
        full = self.inside(rows, xy)
        return np.where(full, self.depth[rows], np.minimum(agreed, np.maximum(self.depth[rows] - 1, 0)))

    @cached_property
    def depth(self) -> np.ndarray:
        """How many levels can be compared, (n,) int."""
        return (
            np.sum([unit >= 0 for unit in self.rows.values()], axis=0, dtype="int64")
            if self.rows
            else np.zeros(len(self.deepest), dtype="int64")
        )

    def inside(self, rows: np.ndarray, xy: np.ndarray) -> np.ndarray:
        """Return whether each point is in the deepest unit that its factory declares."""
        out = np.zeros(len(rows), dtype=bool)
        for level, unit in self.rows.items():
            at = np.flatnonzero(self.deepest[rows] == level)
            out[at] = self.units[level].holds(unit[rows[at]], xy[at])
        return out

    def distance(self, rows: np.ndarray, xy: np.ndarray) -> np.ndarray:
        """Return metres from each point to the deepest unit that its factory declares; NaN where there is none."""
        out = np.full(len(rows), np.nan)
        for level, unit in self.rows.items():
            at = np.flatnonzero(self.deepest[rows] == level)
            out[at] = self.units[level].distance(unit[rows[at]], xy[at])
        return out


def one_until_split(code: str, other: str) -> bool:
    """Return whether two codes differ only by the province split of 2013."""
    return frozenset((code[:2], other[:2])) in SPLIT

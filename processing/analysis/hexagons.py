"""A grid of regular hexagons: the cell of each point, the cells' shapes, and which cells are neighbours.

The hexagons have a flat top. Their size is the width across flats, which is also the distance between the centres of
neighbours. The centre of cell (0, 0) is the origin of the CRS, so that two grids of one size always coincide.

A cell is a pair of whole numbers (q, r), its axial coordinates: q counts columns to the east, r goes north within a
column; the centre is at x = q · size · √3/2, y = (r + q/2) · size.
"""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np
import shapely

from .errors import LocationError

Tick = Callable[[float], None]

# Steps from a cell to its neighbours, clockwise from north.
STEPS = np.array([(0, 1), (1, 0), (1, -1), (0, -1), (-1, 0), (-1, 1)], dtype="int64")
MOST_CELLS = 100_000
# As near to a border as this (metres) counts as on it: far below any accuracy, far above what rounding does.
BORDER_M = 1e-6
_MOST_TRIED = 20 * MOST_CELLS
_AT_ONCE = 200_000
_READABLE = (1.0, 1.5, 2.0, 3.0, 4.0, 5.0, 6.0, 8.0, 10.0)
# A key of q and r is q · _WIDE + r: 2**31 cells either way are more than the Earth has at a centimetre each.
_WIDE = np.int64(2**32)


def cells_of(xy: np.ndarray, size: float) -> np.ndarray:
    """Return the cell that each point lies in.

    A point on a border (to a micrometre) belongs to the cell farther east of those that meet there, and of two that
    are equally far east to the one farther north.

    Parameters
    ----------
    xy : (n, 2) float array
        Finite, in the CRS of the grid.
    size : float
        Width across flats in metres.

    Returns
    -------
    (n, 2) int array
        Axial coordinates.
    """
    q = xy[:, 0] / size * (2 / math.sqrt(3))
    r = xy[:, 1] / size - q / 2
    cells = _rounded(q, r)
    off = xy - centres(cells, size)
    doubtful = np.flatnonzero(_norm(off) > size / 2 - 2 * BORDER_M)
    if len(doubtful):
        cells[doubtful] = _most_north_east(xy[doubtful], cells[doubtful], size)
    return cells


def _rounded(q: np.ndarray, r: np.ndarray) -> np.ndarray:
    """Return the nearest whole cell: of the three cube coordinates the one that was rounded most is made to fit."""
    s = -q - r
    near_q, near_r, near_s = np.rint(q), np.rint(r), np.rint(s)
    off_q, off_r, off_s = np.abs(near_q - q), np.abs(near_r - r), np.abs(near_s - s)
    fit_q = (off_q > off_r) & (off_q > off_s)
    fit_r = ~fit_q & (off_r > off_s)
    near_q, near_r = np.where(fit_q, -near_r - near_s, near_q), np.where(fit_r, -near_q - near_s, near_r)
    return np.column_stack([near_q, near_r]).astype("int64")


def _norm(off: np.ndarray) -> np.ndarray:
    """Return the distance from the centre across the nearest pair of flats: half the size on the border."""
    x, y = np.abs(off[:, 0]), np.abs(off[:, 1])
    return np.maximum(y, x * (math.sqrt(3) / 2) + y / 2)


def _most_north_east(xy: np.ndarray, cells: np.ndarray, size: float) -> np.ndarray:
    """Return, of the cells that hold each point or have it on their border, the one farthest east, then north."""
    best = cells.copy()
    away = np.hypot(*(xy - centres(cells, size)).T)
    for step in STEPS:
        other = cells + step
        nearer = np.hypot(*(xy - centres(other, size)).T) <= away + 2 * BORDER_M
        touches = nearer & (_norm(xy - centres(other, size)) <= size / 2 + BORDER_M)
        further = (other[:, 0] > best[:, 0]) | ((other[:, 0] == best[:, 0]) & (other[:, 1] > best[:, 1]))
        best = np.where((touches & further)[:, None], other, best)
    return best


def centres(cells: np.ndarray, size: float) -> np.ndarray:
    """Return the centre of each cell: (n, 2) floats."""
    q, r = cells[:, 0], cells[:, 1]
    return np.column_stack([3 * q * (size / (2 * math.sqrt(3))), (2 * r + q) * (size / 2)])


def polygons(cells: np.ndarray, size: float) -> np.ndarray:
    """Return the shape of each cell, as an object array of n polygons.

    All corners lie on one lattice of whole numbers, so that neighbours share theirs to the last bit.
    """
    q, r = cells[:, 0, None], cells[:, 1, None]
    x = (3 * q + np.array([2, 1, -1, -2, -1, 1, 2])) * (size / (2 * math.sqrt(3)))
    y = (2 * r + q + np.array([0, -1, -1, 0, 1, 1, 0])) * (size / 2)
    return shapely.polygons(np.stack([x, y], axis=-1))


def hectares(size: float) -> float:
    """Return the area of a cell in hectares of the plane."""
    return size * size * (math.sqrt(3) / 2) / 10_000


def ids(cells: np.ndarray) -> np.ndarray:
    """Return the id of each cell, ``q:r``."""
    return np.array([f"{q}:{r}" for q, r in cells.tolist()], dtype=object)


def keys(cells: np.ndarray) -> np.ndarray:
    """Return a whole number for each cell that no other has; they grow with q, then r."""
    return cells[:, 0] * _WIDE + cells[:, 1]


def distinct(cells: np.ndarray) -> np.ndarray:
    """Return each cell once, from west to east and south to north."""
    _, first = np.unique(keys(cells), return_index=True)
    return cells[first]


def rows_of(wanted: np.ndarray, cells: np.ndarray) -> np.ndarray:
    """Return the row of each wanted cell among cells that `distinct` returned, -1 where it is none of them."""
    known, wanted_keys = keys(cells), keys(wanted)
    if not len(known):
        return np.full(len(wanted), -1, dtype="int64")
    at = np.minimum(np.searchsorted(known, wanted_keys), len(known) - 1)
    return np.where(known[at] == wanted_keys, at, -1)


def neighbours(cells: np.ndarray, rings: int) -> tuple[np.ndarray, np.ndarray]:
    """Return the pairs of neighbours: cells that are up to so many steps apart.

    Parameters
    ----------
    cells : (n, 2) int array
        As `distinct` returns them.
    rings : int
        1 for the six cells around each, 2 for eighteen, 3 for thirty-six.

    Returns
    -------
    (m,) int array, (m,) int array
        Rows of a cell and of a neighbour, sorted; each pair both ways, no cell with itself.
    """
    found_cell, found_other = [], []
    for q in range(-rings, rings + 1):
        for r in range(max(-rings, -q - rings), min(rings, -q + rings) + 1):
            if (q, r) == (0, 0):
                continue
            other = rows_of(cells + np.array([q, r]), cells)
            there = np.flatnonzero(other >= 0)
            found_cell.append(there)
            found_other.append(other[there])
    cell, other = np.concatenate(found_cell), np.concatenate(found_other)
    order = np.lexsort((other, cell))
    return cell[order], other[order]


def cells_in(areas: np.ndarray, size: float, tick: Tick = lambda _: None) -> np.ndarray:
    """Return the cells whose centre lies in polygons, or on a border of them.

    Parameters
    ----------
    areas : (k,) object array of polygons
    size : float
        Width across flats in metres.
    tick : callable
        Progress between 0 and 1; raises to cancel.

    Returns
    -------
    (n, 2) int array
        As `distinct` returns them.

    Raises
    ------
    LocationError
        If there would be more than `MOST_CELLS`.
    """
    if not len(areas):
        return np.empty((0, 2), dtype="int64")
    refuse_many(float(shapely.area(areas).max()) / 10_000 / hectares(size), size)
    left, bottom, right, top = shapely.total_bounds(areas)
    width = size * (math.sqrt(3) / 2)
    tall = int((top - bottom) / size) + 3
    refuse_many(((right - left) / width + 3) * tall * MOST_CELLS / _MOST_TRIED, size)
    columns = np.arange(math.floor(left / width), math.ceil(right / width) + 1, dtype="int64")
    found = [np.empty((0, 2), dtype="int64")]
    step = max(_AT_ONCE // tall, 1)
    for start in range(0, len(columns), step):
        q = np.repeat(columns[start : start + step], tall)
        lowest = np.floor(bottom / size - columns[start : start + step] / 2).astype("int64")
        r = (lowest[:, None] + np.arange(tall)).ravel()
        tried = np.column_stack([q, r])
        tree = shapely.STRtree(shapely.points(centres(tried, size)))
        found.append(tried[np.unique(tree.query(areas, predicate="intersects")[1])])
        tick((start + step) / len(columns))
    cells = distinct(np.concatenate(found))
    refuse_many(len(cells), size)
    return cells


def refuse_many(count: float, size: float) -> None:
    """Raise `LocationError` for more cells than anyone looks at."""
    if count > MOST_CELLS:
        raise LocationError(
            "Cells of {size} m would be more than {most}. Give a larger cell size (CELL_SIZE), or a smaller area.",
            size=f"{size:,g}",
            most=f"{MOST_CELLS:,}",
        )


def suggested_size(area_m2: float, count: int, least: int = 100, most: int = 20_000) -> float:
    """Return a width across flats for a number of places on some ground.

    There are about as many cells as places, so one for each were they spread evenly; but at least and at most so many.
    The width is the nearest of 1, 1.5, 2, 3, 4, 5, 6, 8 times a power of ten that keeps to that.

    Parameters
    ----------
    area_m2 : float
        Above 0.
    count : int
        Above 0.
    least, most : int
        Numbers of cells. `most` is far above `least`.
    """
    cell = area_m2 / min(max(count, least), most)
    width = math.sqrt(cell * 2 / math.sqrt(3))
    power = 10.0 ** math.floor(math.log10(width))
    near = min((step * power for step in _READABLE), key=lambda round_: abs(math.log(round_ / width)))
    while area_m2 < least * hectares(near) * 10_000:
        near = next_smaller(near)
    while area_m2 > most * hectares(near) * 10_000:
        near = _next_larger(near)
    return near


def next_smaller(size: float) -> float:
    """Return the next of the readable widths below one of them."""
    power = 10.0 ** math.floor(math.log10(size) - 1e-9)
    return max(step * power for step in _READABLE if step * power < size * (1 - 1e-9))


def _next_larger(size: float) -> float:
    power = 10.0 ** math.floor(math.log10(size) + 1e-9)
    return min(step * power for step in _READABLE if step * power > size * (1 + 1e-9))

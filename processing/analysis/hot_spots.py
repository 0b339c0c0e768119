"""Where values on a grid are high or low together, and whether that is more than chance: Getis-Ord Gi* and Moran's I.

The statistics are PySAL's (esda). How likely they are by chance is found by drawing cells at random, here and not in
esda: its pseudo p-values fold ties to the extreme side, so that with counts, where most cells hold 0, every empty cell
among empty ones is given the least p there is; and they depend on whether numba is installed.
"""

from __future__ import annotations

import warnings
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

import numpy as np

Tick = Callable[[float], None]

# Limits of the false discovery rate, and what a class is called there.
LEVELS = ((0.01, "99 %"), (0.05, "95 %"), (0.10, "90 %"))
HOT, COLD = "hot", "cold"
NOT_SIGNIFICANT, NOT_JUDGED = "not significant", "not judged"
CLASSES = (
    *(f"{HOT} {level}" for _, level in LEVELS),
    NOT_SIGNIFICANT,
    *(f"{COLD} {level}" for _, level in reversed(LEVELS)),
    NOT_JUDGED,
)
# esda's numbers of the quadrants of Moran's scatter plot.
QUADRANTS = {1: "high among high", 2: "low among high", 3: "low among low", 4: "high among low"}
MORAN_LEVEL = 0.05
# The variance of Moran's I under randomisation has n - 3 below the line.
LEAST_CELLS = 4
_DRAWS_AT_ONCE = 20_000
# Sums of the same values added in another order differ by less than this share.
_ALIKE = 1e-12


@dataclass(frozen=True)
class Global:
    """Moran's I of the whole grid: its value, what it is expected to be without any pattern, z and two-sided p."""

    i: float
    expected: float
    z: float
    p: float


@dataclass(frozen=True)
class HotSpots:
    """The statistics of n cells; NaN where there is none.

    Attributes
    ----------
    around : (n,) float array
        The sum of the values of the cell and its neighbours.
    neighbours : (n,) int array
    gi_z : (n,) float array
        Gi* as a standard normal deviate.
    p_z : (n,) float array
        Two-sided, as if `gi_z` were normally distributed.
    p : (n,) float array
        Two-sided, of random draws of as many cells.
    moran_i : (n,) float array
        Local Moran's I, binary weights.
    moran_p : (n,) float array
        Two-sided, of random draws of as many other cells as there are neighbours.
    quadrant : (n,) object array of str or None
        One of `QUADRANTS`.
    whole : Global or None
    why : str
        Why nothing was tested: ``equal``, ``few``; empty where it was.
    """

    around: np.ndarray
    neighbours: np.ndarray
    gi_z: np.ndarray
    p_z: np.ndarray
    p: np.ndarray
    moran_i: np.ndarray
    moran_p: np.ndarray
    quadrant: np.ndarray
    whole: Global | None
    why: str = ""


def hot_spots(
    values: np.ndarray,
    cell: np.ndarray,
    other: np.ndarray,
    draws: int,
    seed: int,
    tick: Tick = lambda _: None,
) -> HotSpots:
    """Compute Gi*, local and global Moran's I, with binary weights.

    Parameters
    ----------
    values : (n,) float array
        0 or more, finite.
    cell, other : (m,) int arrays
        The pairs of neighbours, each both ways, sorted; no cell with itself.
    draws : int
        How many times cells are drawn at random.
    seed : int
        The same seed gives the same draws.
    tick : callable
        Progress between 0 and 1; raises to cancel.

    Returns
    -------
    HotSpots

    References
    ----------
    Getis and Ord 1992, Geographical Analysis 24, 189-206; Ord and Getis 1995, Geographical Analysis 27, 286-306;
    Anselin 1995, Geographical Analysis 27, 93-115; Cliff and Ord 1981, Spatial Processes, chapter 2.
    """
    n = len(values)
    nothing = np.full(n, np.nan)
    count = np.bincount(cell, minlength=n)
    beside = np.bincount(cell, weights=values[other], minlength=n)
    around = values + beside
    why = "few" if n < LEAST_CELLS else "equal" if np.ptp(values) <= _ALIKE * values.max() else ""
    if why:
        blank = np.full(n, None, dtype=object)
        return HotSpots(around, count, nothing, nothing, nothing, nothing, nothing, blank, None, why)
    gi_z, moran_i, quadrant, whole = _by_esda(values, cell, other, tick)
    everywhere = count + 1 == n  # the neighbourhood is the whole grid: nothing to compare it with
    alone = count == 0
    gi_z = np.where(everywhere, np.nan, gi_z)
    moran_i = np.where(alone, np.nan, moran_i)
    quadrant[alone] = None
    high = np.isin(quadrant, (QUADRANTS[1], QUADRANTS[2]))
    p, moran_p = _by_chance(
        values, count, (around, gi_z > 0), (beside, high), draws, seed, lambda share: tick(0.3 + 0.7 * share)
    )
    return HotSpots(
        around=around,
        neighbours=count,
        gi_z=gi_z,
        p_z=np.where(everywhere, np.nan, _two_sided(gi_z)),
        p=np.where(everywhere, np.nan, p),
        moran_i=moran_i,
        moran_p=np.where(alone, np.nan, moran_p),
        quadrant=quadrant,
        whole=whole,
    )


def _two_sided(z: np.ndarray) -> np.ndarray:
    from scipy.stats import norm

    return 2 * norm.sf(np.abs(z))


def _by_esda(
    values: np.ndarray, cell: np.ndarray, other: np.ndarray, tick: Tick
) -> tuple[np.ndarray, np.ndarray, np.ndarray, Global | None]:
    """Return z of Gi*, local Moran's I, the quadrants, and the global Moran's I."""
    # numba missing, sparse matrices changed in place, islands: nothing that a person could act on.
    with warnings.catch_warnings(), np.errstate(all="ignore"):
        warnings.simplefilter("ignore")
        from esda import G_Local, Moran, Moran_Local

        tick(0.05)
        weights = _weights(len(values), cell, other)
        tick(0.1)
        local = Moran_Local(values, weights, transformation="B", permutations=0)
        tick(0.15)
        whole = None
        if len(cell):
            moran = Moran(values, weights, transformation="B", permutations=0)
            told = [float(x) for x in (moran.I, moran.EI, moran.z_rand, moran.p_rand)]
            whole = Global(*told) if np.isfinite(told).all() else None
        tick(0.2)
        star = G_Local(values, weights, transform="B", permutations=0, star=True)
    quadrant = np.array([None, *QUADRANTS.values()], dtype=object)[np.asarray(local.q, dtype="int64")]
    tick(0.3)
    return np.asarray(star.Zs, dtype="float64"), np.asarray(local.Is, dtype="float64"), quadrant, whole


def _weights(n: int, cell: np.ndarray, other: np.ndarray) -> Any:
    """Return binary weights as PySAL keeps them."""
    from libpysal.weights import W

    ends = np.searchsorted(cell, np.arange(n + 1))
    lists = other.tolist()
    return W(
        {i: lists[start:end] for i, (start, end) in enumerate(zip(ends.tolist(), ends[1:].tolist()))},
        id_order=list(range(n)),
        silence_warnings=True,
    )


def _by_chance(
    values: np.ndarray,
    count: np.ndarray,
    star: tuple[np.ndarray, np.ndarray],
    local: tuple[np.ndarray, np.ndarray],
    draws: int,
    seed: int,
    tick: Tick,
) -> tuple[np.ndarray, np.ndarray]:
    """Return how often sums of cells drawn at random are as extreme as those that are there, two-sided.

    The first m cells of a draw are a draw of m: one set of draws serves neighbourhoods of every size. And the draws
    without a cell in them are draws of the others: from all draws those with the cell are taken off.

    Parameters
    ----------
    count : (n,) int array
        Neighbours of each cell.
    star, local : ((n,) float array, (n,) bool array)
        The sum with the cell and without it, and whether to look at the upper side.
    """
    n, most = len(values), int(count.max()) + 1
    slack = _ALIKE * float(values.sum())
    rng = np.random.default_rng(seed)
    hits = np.zeros(n, dtype="int64")
    local_hits, local_draws = np.zeros(n, dtype="int64"), np.full(n, draws, dtype="int64")
    for start in range(0, draws, _DRAWS_AT_ONCE):
        drawn = _draw(rng, n, most, min(_DRAWS_AT_ONCE, draws - start), partial(tick, start / draws))
        sums = np.cumsum(values[drawn], axis=1)
        hits += _as_extreme(sums, count + 1, star, slack)
        local_hits += _as_extreme(sums, count, local, slack)
        with_it, extreme_with_it = _holding(drawn, sums, count, local, slack)
        local_hits -= extreme_with_it
        local_draws -= with_it
    tick(1.0)
    return np.minimum(2 * (hits + 1) / (draws + 1), 1.0), np.minimum(2 * (local_hits + 1) / (local_draws + 1), 1.0)


def _draw(rng: np.random.Generator, n: int, most: int, draws: int, tick: Callable[[], None]) -> np.ndarray:
    """Return draws of cells, none twice in a draw: (draws, most) ints. A cell that is there already is drawn again."""
    out = np.empty((draws, most), dtype="int64")
    for place in range(most):
        again = np.arange(draws)
        while len(again):
            tick()
            fresh = rng.integers(0, n, len(again))
            out[again, place] = fresh
            again = again[(out[again, :place] == fresh[:, None]).any(axis=1)]
    return out


def _as_extreme(sums: np.ndarray, size: np.ndarray, asked: tuple[np.ndarray, np.ndarray], slack: float) -> np.ndarray:
    """Return how many draws are as extreme as what each cell has, among draws of its own size."""
    value, upper = asked
    out = np.zeros(len(value), dtype="int64")
    for m in np.unique(size).tolist():
        rows = np.flatnonzero(size == m)
        known = np.sort(sums[:, m - 1]) if m else np.zeros(len(sums))
        above = len(known) - np.searchsorted(known, value[rows] - slack, side="left")
        below = np.searchsorted(known, value[rows] + slack, side="right")
        out[rows] = np.where(upper[rows], above, below)
    return out


def _holding(
    drawn: np.ndarray, sums: np.ndarray, size: np.ndarray, asked: tuple[np.ndarray, np.ndarray], slack: float
) -> tuple[np.ndarray, np.ndarray]:
    """Return how many draws of its own size hold each cell, and how many of those are as extreme."""
    value, upper = asked
    row, place = np.nonzero(np.arange(drawn.shape[1]) < size[drawn])
    cell = drawn[row, place]
    drawn_sum = sums[row, size[cell] - 1]
    extreme = np.where(upper[cell], drawn_sum >= value[cell] - slack, drawn_sum <= value[cell] + slack)
    n = len(size)
    return np.bincount(cell, minlength=n), np.bincount(cell[extreme], minlength=n)


def false_discovery(p: np.ndarray) -> np.ndarray:
    """Return p-values adjusted by Benjamini and Hochberg (1995): to call all up to x significant errs in a share x.

    Parameters
    ----------
    p : (n,) float array
        NaN is no test, and stays.
    """
    out = np.full(len(p), np.nan)
    tested = np.flatnonzero(~np.isnan(p))
    order = tested[np.argsort(p[tested], kind="stable")]
    raised = p[order] * len(order) / np.arange(1, len(order) + 1)
    out[order] = np.minimum(np.minimum.accumulate(raised[::-1])[::-1], 1.0)
    return out


def classes(z: np.ndarray, p: np.ndarray) -> np.ndarray:
    """Return the class of each cell, one of `CLASSES`, from its z and adjusted p."""
    out = np.full(len(z), NOT_SIGNIFICANT, dtype=object)
    for limit, level in reversed(LEVELS):
        out[(p <= limit) & (z > 0)] = f"{HOT} {level}"
        out[(p <= limit) & (z < 0)] = f"{COLD} {level}"
    out[np.isnan(p) | np.isnan(z)] = NOT_JUDGED
    return out

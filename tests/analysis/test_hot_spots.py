"""Gi*, Moran's I and their chances against the definitions, written out plainly here.

Gi*: Ord and Getis 1995, after Getis and Ord 1992. Local Moran's I: Anselin 1995. Moran's I and its variance under
randomisation: Cliff and Ord 1981.
"""

from __future__ import annotations

import itertools
import math
import warnings

import numpy as np
import pytest
from factory_locations.processing.analysis import hexagons
from factory_locations.processing.analysis import hot_spots as engine
from hypothesis import given, settings
from hypothesis import strategies as st

DRAWS = 99_999


def grid(*pairs) -> np.ndarray:
    return hexagons.distinct(np.array(pairs, dtype="int64"))


def block(width: int, height: int) -> np.ndarray:
    return grid(*itertools.product(range(width), range(height)))


def ask(values, cells, rings=1, draws=999, seed=1) -> engine.HotSpots:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        return engine.hot_spots(np.asarray(values, dtype="float64"), *hexagons.neighbours(cells, rings), draws, seed)


def weights(cells, rings=1) -> np.ndarray:
    out = np.zeros((len(cells), len(cells)))
    out[hexagons.neighbours(cells, rings)] = 1
    return out


def gi_star(x, w) -> np.ndarray:
    n, star = len(x), w + np.eye(len(x))
    mean, s = x.mean(), math.sqrt((x**2).mean() - x.mean() ** 2)
    out = []
    for row in star:
        total = row.sum()
        below = s * math.sqrt((n * (row**2).sum() - total**2) / (n - 1))
        out.append(((row * x).sum() - mean * total) / below if below else math.nan)
    return np.array(out)


def moran(x, w) -> tuple[float, float, float]:
    """Return I, what is expected, and z under randomisation."""
    n, z = len(x), x - x.mean()
    s0, s1 = w.sum(), ((w + w.T) ** 2).sum() / 2
    s2 = ((w.sum(axis=0) + w.sum(axis=1)) ** 2).sum()
    i = n / s0 * sum(w[a, b] * z[a] * z[b] for a in range(n) for b in range(n)) / (z**2).sum()
    b2 = (z**4).mean() / (z**2).mean() ** 2
    above = n * ((n * n - 3 * n + 3) * s1 - n * s2 + 3 * s0**2) - b2 * ((n * n - n) * s1 - 2 * n * s2 + 6 * s0**2)
    expected = -1 / (n - 1)
    variance = above / ((n - 1) * (n - 2) * (n - 3) * s0**2) - expected**2
    return i, expected, (i - expected) / math.sqrt(variance)


def exact(sums: list[float], value: float, upper: bool) -> float:
    close = 1e-9
    extreme = [s >= value - close if upper else s <= value + close for s in sums]
    return min(2 * sum(extreme) / len(extreme), 1.0)


@pytest.mark.slow
@settings(deadline=None, max_examples=25)
@given(st.integers(0, 2**32 - 1), st.sampled_from([1, 2]), st.sampled_from(["counts", "amounts", "lonely"]))
def test_the_statistics_are_those_of_the_definitions(seed, rings, kind):
    rng = np.random.default_rng(seed)
    cells = grid(*rng.integers(-6, 6, (60, 2)).tolist(), (30, 30))  # with gaps, and a cell far away
    n = len(cells)
    values = {
        "counts": rng.poisson(0.7, n), "amounts": rng.lognormal(3, 2, n), "lonely": np.arange(n) == n // 2,
    }[kind].astype("float64")  # fmt: skip
    if np.ptp(values) == 0:
        return
    found, w = ask(values, cells, rings), weights(cells, rings)
    assert found.gi_z == pytest.approx(gi_star(values, w), nan_ok=True)
    z = values - values.mean()
    local = (n - 1) * z * (w @ z) / (z**2).sum()
    alone = w.sum(axis=1) == 0
    assert np.where(alone, np.nan, local) == pytest.approx(found.moran_i, nan_ok=True)
    i, expected, z_i = moran(values, w)
    assert (found.whole.i, found.whole.expected) == (pytest.approx(i), pytest.approx(expected))
    assert found.whole.z == pytest.approx(z_i)
    assert found.whole.p == pytest.approx(math.erfc(abs(z_i) / math.sqrt(2)))
    assert found.p_z == pytest.approx([math.erfc(abs(one) / math.sqrt(2)) for one in found.gi_z], nan_ok=True)
    assert found.around == pytest.approx((w + np.eye(n)) @ values)
    words = {(True, True): "high among high", (False, True): "low among high"}
    words |= {(False, False): "low among low", (True, False): "high among low"}
    clear = np.abs(w @ z) > 1e-9
    for row in np.flatnonzero(clear & ~alone):
        assert found.quadrant[row] == words[bool(z[row] > 0), bool((w @ z)[row] > 0)]
    assert found.quadrant[alone].tolist() == [None] * alone.sum()


@pytest.mark.parametrize("seed", range(4))
def test_chances_by_draws_are_those_of_all_draws_there_are(seed):
    """A grid so small that every choice of cells can be counted."""
    rng = np.random.default_rng(seed)
    cells = block(4, 3)
    values = rng.poisson(0.8, 12).astype("float64") if seed % 2 else rng.lognormal(1, 1, 12)
    found = ask(values, cells, draws=DRAWS, seed=seed)
    for row, count in enumerate(found.neighbours.tolist()):
        sums = [sum(chosen) for chosen in itertools.combinations(values.tolist(), count + 1)]
        p = exact(sums, found.around[row], bool(found.gi_z[row] > 0))
        assert found.p[row] == pytest.approx(p, abs=0.012)
        others = np.delete(values, row).tolist()
        sums = [sum(chosen) for chosen in itertools.combinations(others, count)]
        high = str(found.quadrant[row]).endswith("among high")
        p = exact(sums, found.around[row] - values[row], high)
        assert found.moran_p[row] == pytest.approx(p, abs=0.012)


def test_chances_agree_with_pysal_where_no_two_sums_are_equal():
    from esda import Moran_Local
    from libpysal.weights import W

    rng = np.random.default_rng(8)
    cells = block(12, 12)
    values = rng.lognormal(2, 1, len(cells))
    found = ask(values, cells, draws=DRAWS)
    cell, other = hexagons.neighbours(cells, 1)
    w = W({i: other[cell == i].tolist() for i in range(len(cells))}, silence_warnings=True)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        theirs = Moran_Local(values, w, transformation="B", permutations=9_999, n_jobs=1, seed=3)
    # Theirs is one-sided, on the side with fewer draws; ours twice the side that the neighbours lie on.
    small = 2 * theirs.p_sim < 0.4
    assert small.sum() > 20
    assert found.moran_p[small] == pytest.approx(2 * theirs.p_sim[small], abs=0.025)


def test_a_lone_factory_makes_no_hot_spot():
    """The normal distribution calls seven cells hot at 99 % for one factory; the chance is 7 in 900, of one in each."""
    cells = block(30, 30)
    values = np.zeros(len(cells))
    values[hexagons.rows_of(np.array([[15, 15]]), cells)] = 1
    found = ask(values, cells, draws=DRAWS)
    around = found.around == 1
    assert around.sum() == 7
    assert found.gi_z[around] == pytest.approx(gi_star(values, weights(cells))[around])
    assert (found.gi_z[around] > 11).all()
    assert found.p[around] == pytest.approx(2 * 7 / 900, rel=0.1)
    by_z, by_draws = (engine.classes(found.gi_z, engine.false_discovery(p)) for p in (found.p_z, found.p))
    assert set(by_z[around]) == {"hot 99 %"}
    assert set(by_draws) == {"not significant"}


def test_empty_cells_among_empty_cells_are_no_cold_spots():
    """Where half of the ground is empty, a place without factories is nothing special: many draws have none either."""
    rng = np.random.default_rng(5)
    cells = block(40, 40)
    values = rng.poisson(0.2, len(cells)).astype("float64")
    found = ask(values, cells, draws=DRAWS)
    empty = (found.around == 0) & (found.neighbours == 6)
    assert empty.sum() > 200
    assert (found.p[empty] > 0.3).all()
    assert (found.moran_p[empty] > 0.3).all()


def test_a_crowd_is_found_and_nothing_else():
    rng = np.random.default_rng(6)
    cells = block(30, 30)
    values = rng.poisson(2, len(cells)).astype("float64")
    crowd = np.hypot(*(hexagons.centres(cells, 1.0) - hexagons.centres(np.array([[10, 15]]), 1.0)).T) < 2.1
    bare = np.hypot(*(hexagons.centres(cells, 1.0) - hexagons.centres(np.array([[22, 12]]), 1.0)).T) < 2.1
    values[crowd] += 12
    values[bare] = 0
    found = ask(values, cells, draws=DRAWS)
    class_ = engine.classes(found.gi_z, engine.false_discovery(found.p))
    hot = np.char.startswith(class_.astype(str), "hot")
    assert hot[crowd].all()
    cell, other = hexagons.neighbours(cells, 1)
    near = np.isin(np.arange(len(cells)), other[np.isin(cell, np.flatnonzero(crowd))])
    assert not hot[~near].any()
    assert found.whole.z > 10
    middle = hexagons.rows_of(np.array([[10, 15], [22, 12]]), cells)
    assert found.quadrant[middle].tolist() == ["high among high", "low among low"]
    assert found.gi_z[middle[1]] < 0


def test_the_same_seed_gives_the_same_and_another_nearly_so():
    rng = np.random.default_rng(9)
    cells = block(15, 15)
    values = rng.poisson(1, len(cells))
    one, two, other = ask(values, cells, seed=7), ask(values, cells, seed=7), ask(values, cells, seed=8)
    assert one.p.tolist() == two.p.tolist()
    assert one.p.tolist() != other.p.tolist()
    assert one.p == pytest.approx(other.p, abs=0.15)
    assert one.p.min() >= 2 / 1000


def test_nothing_to_test():
    for values, cells, why in (
        ([5.0], grid((0, 0)), "few"),
        ([1, 2, 3], grid((0, 0), (0, 1), (1, 0)), "few"),
        ([3] * 25, block(5, 5), "equal"),
        ([0] * 25, block(5, 5), "equal"),
        ([0.1 + 0.1 + 0.1, 0.3] * 12 + [0.3], block(5, 5), "equal"),  # differ in the last bit
    ):
        found = ask(values, cells)
        assert (found.why, found.whole) == (why, None)
        assert np.isnan(np.concatenate([found.gi_z, found.p, found.p_z, found.moran_i, found.moran_p])).all()
        assert set(engine.classes(found.gi_z, found.p)) == {"not judged"}
        assert engine.false_discovery(found.p).shape == found.p.shape


def test_cells_without_neighbours_and_neighbourhoods_that_are_everything():
    apart = grid((0, 0), (10, 0), (20, 0), (30, 0), (40, 0))
    found = ask([1, 0, 0, 0, 9], apart)
    assert found.whole is None  # not a single pair
    assert found.gi_z == pytest.approx(gi_star(np.array([1.0, 0, 0, 0, 9]), np.zeros((5, 5))))
    assert np.isnan(found.moran_i).all()
    assert found.p[4] == pytest.approx(2 / 5, abs=0.06)  # one of five holds as much
    flower = grid((0, 0), *hexagons.STEPS.tolist())
    found = ask([1, 2, 3, 4, 5, 6, 7], flower)
    everything = found.neighbours == 6
    assert everything.sum() == 1
    assert np.isnan(found.gi_z[everything]).all()
    assert np.isnan(found.p[everything]).all()
    assert np.isfinite(found.gi_z[~everything]).all()


def test_amounts_of_any_size():
    """Sums of large and broken numbers tie with themselves, in whatever order they are added."""
    cells = block(6, 6)
    values = np.where(np.arange(36) % 3 == 0, 0.1, 1e9 / 3)
    small = ask(values, cells, draws=9_999)
    scaled = ask(values * 1e-6, cells, draws=9_999)
    assert small.p.tolist() == scaled.p.tolist()
    assert small.gi_z == pytest.approx(scaled.gi_z)


def test_false_discovery_by_hand():
    p = np.array([0.01, np.nan, 0.04, 0.03, 0.005])
    assert engine.false_discovery(p) == pytest.approx([0.02, np.nan, 0.04, 0.04, 0.02], nan_ok=True)
    assert engine.false_discovery(np.array([0.9, 0.8])) == pytest.approx([0.9, 0.9])
    assert engine.false_discovery(np.array([np.nan])) == pytest.approx([np.nan], nan_ok=True)
    assert len(engine.false_discovery(np.empty(0))) == 0


def test_false_discovery_decides_as_pysal_does():
    from esda import fdr

    rng = np.random.default_rng(2)
    p = np.concatenate([rng.uniform(0, 1, 300), rng.uniform(0, 0.002, 40)])
    limit = fdr(p, 0.05)
    assert ((engine.false_discovery(p) <= 0.05) == (p <= limit)).all()


def test_classes_and_their_limits():
    z = np.array([3.0, 3, 3, 3, -3, -3, -3, -3, np.nan, 0])
    p = np.array([0.01, 0.05, 0.1, 0.1001, 0.01, 0.05, 0.1, 0.5, np.nan, 0.001])
    assert engine.classes(z, p).tolist() == [
        "hot 99 %", "hot 95 %", "hot 90 %", "not significant",
        "cold 99 %", "cold 95 %", "cold 90 %", "not significant", "not judged", "not significant",
    ]  # fmt: skip


def test_draws_hold_no_cell_twice_and_every_cell_as_often():
    rng = np.random.default_rng(1)
    drawn = engine._draw(rng, 8, 8, 4_000, lambda: None)
    assert (np.sort(drawn, axis=1) == np.arange(8)).all()
    for place in range(8):
        assert np.bincount(drawn[:, place], minlength=8) == pytest.approx(np.full(8, 500), abs=110)


def test_draws_are_the_same_with_every_numpy():
    drawn = engine._draw(np.random.default_rng(1), 1_000, 3, 4, lambda: None)
    assert drawn.tolist() == [[473, 34, 249], [511, 144, 311], [755, 822, 869], [950, 948, 423]]


def test_cancel():
    def stop(share):
        if share > 0.4:
            raise KeyboardInterrupt

    cells = block(10, 10)
    with pytest.raises(KeyboardInterrupt):
        engine.hot_spots(np.arange(100.0), *hexagons.neighbours(cells, 1), DRAWS, 1, stop)

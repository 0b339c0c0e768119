"""Clusters: by hand, against brute force and scikit-learn, and whatever the order of the rows."""

from __future__ import annotations

import subprocess
import sys
import time
from itertools import permutations
from pathlib import Path

import numpy as np
import pytest
import shapely
from factory_locations.processing.analysis import density, density_grid, hierarchy, hulls, parallel, spacing
from factory_locations.processing.analysis.density import (
    NOISE,
    dbscan,
    hdbscan,
    k_distances,
    spans_area,
    suggested_distance,
)
from factory_locations.processing.analysis.errors import Cancelled, LocationError
from hypothesis import given, settings
from hypothesis import strategies as st

ROOT = Path(__file__).resolve().parents[2]
NOWHERE = (np.nan, np.nan)
# Whole metres, so that distances are often exactly the limit, and many places are equal.
SPOTS = st.lists(st.tuples(st.integers(0, 12), st.integers(0, 12)), max_size=40)


def places(rows) -> np.ndarray:
    return np.array(rows, dtype="float64").reshape(-1, 2)


def by_brute_force(xy, distance, least, weights=None):
    """The definition, pair by pair: core points, groups of them, and the cluster each border point has to be in."""
    here = np.isfinite(xy).all(axis=1)
    apart = (xy[:, None, 0] - xy[None, :, 0]) ** 2 + (xy[:, None, 1] - xy[None, :, 1]) ** 2
    near = (apart <= distance * distance) & here[:, None] & here[None, :]
    weights = np.ones(len(xy)) if weights is None else np.nan_to_num(weights)
    core = here & ((near * weights).sum(axis=1) >= least)
    group = np.full(len(xy), NOISE)
    for first in np.flatnonzero(core):
        if group[first] != NOISE:
            continue
        waiting, group[first] = [first], first
        while waiting:
            for other in np.flatnonzero(near[waiting.pop()] & core & (group == NOISE)):
                group[other] = first
                waiting.append(other)
    out = group.copy()
    for row in np.flatnonzero(here & ~core):
        around = np.flatnonzero(near[row] & core)
        if len(around):
            out[row] = group[min(around, key=lambda j: (apart[row, j], xy[j, 0], xy[j, 1]))]
    ids = [g for g in np.unique(out) if g != NOISE]

    def rank(group):
        members = xy[out == group]
        west = members[:, 0].min()
        return -len(members), west, members[members[:, 0] == west, 1].min()

    number = {g: i for i, g in enumerate(sorted(ids, key=rank))}
    return np.array([number.get(g, NOISE) for g in out], dtype="int64"), core


def assert_as_by_brute_force(xy, distance, least, weights=None):
    cluster, core = by_brute_force(xy, distance, least, weights)
    found = dbscan(xy, distance, least, weights)
    assert found.core.tolist() == core.tolist()
    assert found.cluster.tolist() == cluster.tolist()


def crowds(count: int, seed: int, extent: float = 30_000.0) -> np.ndarray:
    """Places in crowds of different spread, a third of them anywhere."""
    draw = np.random.default_rng(seed)
    middle = draw.uniform(0, extent, (12, 2))
    spread = np.exp(draw.uniform(np.log(100), np.log(2_000), 12))
    which = draw.integers(12, size=count - count // 3)
    crowded = middle[which] + draw.normal(size=(len(which), 2)) * spread[which, None]
    return np.vstack([crowded, draw.uniform(0, extent, (count // 3, 2))])[draw.permutation(count)] + (
        450_000,
        1_280_000,
    )


# DBSCAN by hand


def test_two_clusters_a_border_point_and_noise():
    # A row of four 10 m apart, three around a spot, one 12 m beside the row's end, one far away, one without a place.
    xy = places([(0, 0), (10, 0), (20, 0), (30, 0), (200, 0), (205, 0), (200, 5), (30, 10), (999, 999), NOWHERE])
    found = dbscan(xy, 10.0, 3)
    assert found.cluster.tolist() == [0, 0, 0, 0, 1, 1, 1, 0, NOISE, NOISE]
    assert found.core.tolist() == [False, True, True, True, True, True, True, False, False, False]
    assert found.probability is None


def test_the_distance_itself_counts():
    xy = places([(0, 0), (3, 4), (6, 8)])
    assert dbscan(xy, 5.0, 3).cluster.tolist() == [0, 0, 0]
    assert dbscan(xy, np.nextafter(5.0, 0), 2).cluster.tolist() == [NOISE] * 3


@pytest.mark.parametrize("step", [1.0, 0.1, 1000.0, 1 / 3])
@pytest.mark.parametrize("shift", [(0.0, 0.0), (488_000.25, 1_281_000.5)])
def test_a_grid_as_wide_as_the_distance(step, shift):
    """Every pair of neighbours is a tie, which rounding moves to one side or the other: to the side of brute force."""
    across, along = np.meshgrid(np.arange(9) * step + shift[0], np.arange(7) * step + shift[1])
    xy = np.c_[across.ravel(), along.ravel()]
    for least in (2, 4, 5):
        assert_as_by_brute_force(xy, step, least)
        assert_as_by_brute_force(xy, step * np.sqrt(2), least)
    if step == 1.0 and shift == (0.0, 0.0):
        assert dbscan(xy, step, 5).core.sum() == 7 * 5


def test_a_border_point_between_two_clusters_is_of_the_nearer_then_the_westmost_then_the_southmost():
    west = [(-10, 0), (-12, 0), (-12, 1), (-12, -1)]
    east = [(x + 24, y) for x, y in west[1:]]
    found = dbscan(places([*west, (10, 0), *east, (0, 0)]), 10.0, 4)  # as far from either
    assert found.cluster[-1] == found.cluster[0]
    assert not found.core[-1]
    found = dbscan(places([*west, (9, 0), *east, (0, 0)]), 10.0, 4)
    assert found.cluster[-1] == found.cluster[4]
    # Four at 10 m: the westmost is of the western cluster; with only north and south left, the southmost.
    turned = [(y, x) for x, y in (*west, (10, 0), *east)]
    found = dbscan(places([*turned, (0, 0)]), 10.0, 4)
    assert found.cluster[-1] == found.cluster[0]
    assert places(turned)[0].tolist() == [0, -10]


def test_clusters_are_numbered_by_members_then_from_the_west_then_from_the_south():
    def three(x, y):
        return [(x, y), (x + 1, y), (x, y + 1)]

    xy = places([*three(500, 0), *three(100, 50), *three(100, 0), *three(900, 0), (901, 1)])
    assert dbscan(xy, 2.0, 3).cluster.tolist() == [3] * 3 + [2] * 3 + [1] * 3 + [0] * 4


def test_weights_count_instead_of_places():
    xy = places([(0, 0), (1, 0), (2, 0), (100, 0), (101, 0), (200, 0)])
    workers = np.array([50, 40, 10, 60, 39, 500])
    found = dbscan(xy, 2.0, 100, workers)
    assert found.core.tolist() == [True, True, True, False, False, True]
    assert found.cluster.tolist() == [0, 0, 0, NOISE, NOISE, 1]


def test_a_place_that_counts_nothing_can_still_be_in_a_cluster():
    xy = places([(0, 0), (1, 0), (2.5, 0), (50, 0)])
    found = dbscan(xy, 1.6, 10, np.array([10, np.nan, 0, 0]))
    assert found.core.tolist() == [True, True, False, False]
    assert found.cluster.tolist() == [0, 0, 0, NOISE]
    assert dbscan(xy, 1.6, 1, np.zeros(4)).cluster.tolist() == [NOISE] * 4


@pytest.mark.parametrize(
    ("distance", "least", "weights", "said"),
    [
        (0.0, 3, None, "metres above 0"),
        (-5.0, 3, None, "metres above 0"),
        (np.nan, 3, None, "metres above 0"),
        (np.inf, 3, None, "metres above 0"),
        (10.0, 0, None, "number above 0"),
        (10.0, np.nan, None, "number above 0"),
        (10.0, 3, np.array([1.0, -2.0]), "Weights below 0 or without end: 1, such as -2"),
        (10.0, 3, np.array([1.0, np.inf]), "such as inf"),
        (1e-9, 3, None, "too small for places as far apart"),
    ],
)
def test_what_makes_no_sense_is_refused_in_a_sentence(distance, least, weights, said):
    with pytest.raises(LocationError, match=said):
        dbscan(places([(0, 0), (1e6, 0)]), distance, least, weights)


def test_no_places_and_one():
    assert dbscan(places([]), 10.0, 3).cluster.tolist() == []
    assert dbscan(places([NOWHERE, NOWHERE]), 10.0, 1).cluster.tolist() == [NOISE, NOISE]
    assert dbscan(places([(5, 5)]), 10.0, 2).cluster.tolist() == [NOISE]
    alone = dbscan(places([(5, 5)]), 10.0, 1)
    assert alone.cluster.tolist() == [0]
    assert alone.core.tolist() == [True]


# DBSCAN against other methods


@settings(max_examples=150, deadline=None)
@given(SPOTS, st.integers(1, 6), st.sampled_from([1.0, 2.0, 5.0, np.sqrt(2), np.sqrt(5), 0.5, 30.0]))
def test_whole_metres_as_by_brute_force(spots, least, distance):
    assert_as_by_brute_force(places(spots), distance, least)


@settings(max_examples=100, deadline=None)
@given(
    st.lists(st.tuples(st.integers(0, 12), st.integers(0, 12), st.integers(0, 9)), max_size=40),
    st.integers(1, 30),
    st.sampled_from([1.0, 2.0, 5.0, np.sqrt(5)]),
)
def test_whole_weights_as_by_brute_force(rows, least, distance):
    rows = np.array(rows, dtype="float64").reshape(-1, 3)
    weights = np.where(rows[:, 2] == 9, np.nan, rows[:, 2])
    assert_as_by_brute_force(rows[:, :2], distance, least, weights)


@settings(max_examples=60, deadline=None)
@given(SPOTS, st.integers(1, 6), st.sampled_from([1.0, 2.0, np.sqrt(5)]))
def test_the_tree_answers_like_the_pairs(spots, least, distance):
    """What is crowded is asked of trees, what is not is measured: here all is asked of trees."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(density, "_MANY", 0)
        patch.setattr(density_grid, "_PAIRS_AT_ONCE", 0)  # and all pairs of cells one after the other
        assert_as_by_brute_force(places(spots), distance, least)


@settings(max_examples=60, deadline=None)
@given(SPOTS, st.integers(1, 6), st.sampled_from([1.0, 2.0, np.sqrt(5)]))
def test_cells_are_found_without_a_table(spots, least, distance):
    """As where there are too many cells for one."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(density_grid, "_FEW_CELLS", -(10**6))
        assert_as_by_brute_force(places(spots), distance, least)


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize(("distance", "least"), [(300.0, 4), (1_000.0, 10), (40.0, 2), (5_000.0, 200)])
def test_crowds_as_by_scikit_learn(seed, distance, least):
    peer = pytest.importorskip("sklearn.cluster").DBSCAN
    xy = crowds(2_500, seed)
    workers = np.random.default_rng(seed).integers(0, 9, len(xy))
    for weights in (None, workers):
        known = peer(eps=distance, min_samples=least).fit(xy, sample_weight=weights)
        found = dbscan(xy, distance, least, weights)
        assert np.flatnonzero(found.core).tolist() == known.core_sample_indices_.tolist()
        assert ((found.cluster == NOISE) == (known.labels_ == NOISE)).all()
        pairs = np.unique(np.c_[found.cluster, known.labels_][found.core], axis=0)
        assert len(pairs) == len(np.unique(pairs[:, 0])) == len(np.unique(pairs[:, 1])) == known.labels_.max() + 1
        assert (found.cluster[found.core].max(initial=NOISE)) + 1 == len(pairs)


@pytest.mark.parametrize("distance", [2e-3, 2e-6])
def test_places_far_from_each_other_for_the_distance(distance):
    """More cells than numbers for them: the empty ones between are left out."""
    draw = np.random.default_rng(5)
    spots = draw.integers(0, 2_000, (30, 2))[draw.integers(30, size=200)] * 500.0
    xy = spots + draw.normal(size=(200, 2)) * distance / 2
    assert_as_by_brute_force(xy, distance, 3)
    assert dbscan(xy, distance, 3).cluster.max() > 5


@pytest.mark.parametrize("way", [(1, 1), (-1, 1)])
def test_the_corner_of_the_farthest_cell_is_looked_at(way):
    """Two places that nearly a whole cell parts in both directions, and nothing between."""
    side = 1_000 / np.sqrt(2) * 0.999
    near, far = side * (1 - 1e-5), 2 * side * (1 + 1e-5)
    xy = places([(0, 0), (near, near), (far, far), (3 * side, 3 * side)]) * way
    assert 998 < np.hypot(*(xy[1] - xy[2])) < 1_000
    assert_as_by_brute_force(xy, 1_000.0, 2)
    assert dbscan(xy, 1_000.0, 2).cluster.tolist() == [0] * 4


def test_two_crowds_of_many_just_too_far_apart_and_just_near_enough():
    draw = np.random.default_rng(0)
    one = draw.uniform((0, 0), (60, 60), (3_000, 2))
    other = draw.uniform((160, 0), (220, 60), (3_000, 2))
    edge, beyond = places([(60.0, 30.0)]), places([(160.0, 30.0)])
    apart = np.vstack([one, edge, other, beyond])
    assert dbscan(apart, 100.0, 5).cluster.max() == 0
    assert dbscan(apart, np.nextafter(100.0, 0), 5).cluster.max() == 1


# The order of rows, and of threads


@settings(max_examples=100, deadline=None)
@given(SPOTS.filter(len), st.integers(1, 5), st.sampled_from([1.0, 2.0, 5.0]), st.booleans(), st.randoms())
def test_clusters_do_not_depend_on_the_order_of_rows(spots, least, distance, weighted, random):
    xy = places([*spots, NOWHERE])
    order = list(range(len(xy)))
    random.shuffle(order)
    weights = (xy[:, 0] * 0.1 + xy[:, 1] * 0.7) if weighted else None  # not exact in binary: sums depend on their order
    found = dbscan(xy, distance, least, weights)
    again = dbscan(xy[order], distance, least, None if weights is None else weights[order])
    assert again.cluster.tolist() == found.cluster[order].tolist()
    assert again.core.tolist() == found.core[order].tolist()
    drawn = density.hulls(xy, found.cluster), density.hulls(xy[order], again.cluster)
    assert shapely.equals_exact(*drawn, 0).all()
    drawn = density.hulls(xy, found.cluster, concave=True), density.hulls(xy[order], again.cluster, concave=True)
    assert shapely.equals_exact(*drawn, 0).all()


def test_sums_of_weights_are_of_one_order():
    """A tenth, two and three are more or less than six, by the last bit, as they are added."""
    xy, weights = places([(0, 0), (0, 1), (0, 2)]), np.array([0.1, 0.2, 0.3])
    assert weights[0] + weights[1] + weights[2] != weights[2] + weights[1] + weights[0]
    for least in (0.6, np.nextafter(0.6, 1)):
        told = {
            dbscan(xy[list(order)], 10.0, least, weights[list(order)]).core.any() for order in permutations(range(3))
        }
        assert len(told) == 1


def test_crowds_do_not_depend_on_the_order_of_rows_or_on_threads(monkeypatch):
    xy = crowds(60_000, 3)
    weights = np.random.default_rng(3).uniform(0, 1, len(xy))
    order = np.random.default_rng(4).permutation(len(xy))
    found = dbscan(xy, 120.0, 6), dbscan(xy, 120.0, 3.3, weights)
    again = dbscan(xy[order], 120.0, 6), dbscan(xy[order], 120.0, 3.3, weights[order])
    for one, other in zip(found, again):
        assert (other.cluster == one.cluster[order]).all()
        assert (other.core == one.core[order]).all()
        assert one.cluster.max() > 50
    drawn = density.hulls(xy, found[0].cluster)

    def one_after_the_other(work, batches, tick):
        return map(work, batches)

    for module in (density, hulls, spacing):
        monkeypatch.setattr(module, "in_two_threads", one_after_the_other)
    assert (dbscan(xy, 120.0, 6).cluster == found[0].cluster).all()
    assert (dbscan(xy, 120.0, 3.3, weights).cluster == found[1].cluster).all()
    assert shapely.equals_exact(density.hulls(xy, found[0].cluster), drawn, 0).all()


# Time, memory, and stopping


@pytest.mark.parametrize("spread", [0.0, 30.0])
def test_all_in_one_crowd_takes_no_time(spread):
    """A hundred thousand places within the distance of each other: ten milliard pairs that are not looked at."""
    xy = np.random.default_rng(1).normal(size=(100_000, 2)) * spread + 500_000
    began = time.perf_counter()
    found = dbscan(xy, 400.0, 10)
    assert found.core.all()
    assert (found.cluster == 0).all()
    weighted = dbscan(xy, 400.0, 1e9, np.full(len(xy), 3.0))
    assert (weighted.cluster == NOISE).all()
    assert len(k_distances(xy, 9)) == len(xy)
    assert time.perf_counter() - began < 10


@pytest.mark.slow
def test_a_minimum_of_many_takes_little_time():
    xy = np.random.default_rng(1).uniform(0, 1_000, (60_000, 2))
    began = time.perf_counter()
    found = dbscan(xy, 50.0, 450)
    assert time.perf_counter() - began < 20
    assert 0.2 < found.core.mean() < 0.95
    some = np.random.default_rng(2).integers(len(xy), size=300)
    near = ((xy[some][:, None] - xy[None]) ** 2).sum(axis=2) <= 50.0**2
    assert (found.core[some] == (near.sum(axis=1) >= 450)).all()


PEAK = """
import importlib.util, sys
spec = importlib.util.spec_from_file_location("factory_locations", {root!r} + "/__init__.py",
                                              submodule_search_locations=[{root!r}])
sys.modules["factory_locations"] = importlib.util.module_from_spec(spec)
import numpy as np
from factory_locations.processing.analysis.density import dbscan, hulls


def peak():
    return next(int(line.split()[1]) for line in open("/proc/self/status") if line.startswith("VmHWM")) / 1024


draw = np.random.default_rng(0)
middle = draw.uniform(0, 500_000, (3_000, 2))
xy = middle[draw.integers(3_000, size=1_000_000)] + draw.normal(size=(1_000_000, 2)) * 2_500
dbscan(xy[:1_000], 1_000, 5)
before = peak()
found = dbscan(xy, 1_000, 5)
hulls(xy, found.cluster)
print(found.cluster.max() + 1, peak() - before)
"""


@pytest.mark.slow
@pytest.mark.skipif(not Path("/proc/self/status").is_file(), reason="tells the peak of a process on Linux")
def test_a_million_places_take_less_than_250_mib():
    done = subprocess.run(
        [sys.executable, "-P", "-c", PEAK.format(root=str(ROOT))], capture_output=True, text=True, check=True
    )
    clusters, mib = done.stdout.split()
    assert int(clusters) > 100
    assert float(mib) < 250


class _Stop:
    """A tick that cancels once it was called so often, and keeps what it was told."""

    def __init__(self, after: int) -> None:
        self.after, self.told = after, []

    def __call__(self, share: float) -> None:
        self.told.append(share)
        if len(self.told) >= self.after:
            raise Cancelled


@pytest.mark.parametrize(
    "work",
    [
        lambda tick: dbscan(crowds(50_000, 0), 500.0, 5, tick=tick),
        lambda tick: hdbscan(crowds(3_000, 0), 5, tick=tick),
        lambda tick: k_distances(crowds(50_000, 0), 4, tick=tick),
        lambda tick: hulls.hulls(crowds(200_000, 0), np.arange(200_000) % 50, tick=tick),
    ],
)
def test_progress_goes_up_to_one_and_can_cancel(work):
    watched = _Stop(10**9)
    work(watched)
    assert watched.told == sorted(watched.told)
    assert 0 < watched.told[0] <= watched.told[-1] <= 1 + 1e-12
    for after in {1, 2, len(watched.told) // 2}:
        with pytest.raises(Cancelled):
            work(_Stop(max(after, 1)))


def test_cancelling_does_not_wait_for_the_library(monkeypatch):
    pytest.importorskip("sklearn.cluster")
    monkeypatch.setattr(hierarchy, "_clusters", lambda tree, least_size: time.sleep(3))
    began = time.perf_counter()
    with pytest.raises(Cancelled):
        hdbscan(crowds(200, 0), 5, tick=lambda share: _raise() if time.perf_counter() - began > 0.5 else None)
    assert time.perf_counter() - began < 2


def _raise() -> None:
    raise Cancelled


# HDBSCAN


def test_crowds_of_different_density():
    pytest.importorskip("sklearn.cluster")
    draw = np.random.default_rng(2)
    tight, loose = draw.normal(size=(40, 2)) * 20, draw.normal(size=(60, 2)) * 400 + (10_000, 0)
    found = hdbscan(np.vstack([tight, [NOWHERE], loose, [(5_000, 50_000)]]), 10)
    assert set(found.cluster[:40]) == {1}
    assert found.cluster[40] == NOISE
    assert (found.cluster[41:101] == 0).sum() > 50
    assert found.cluster[101] == NOISE
    assert found.probability[[40, 101]].tolist() == [0, 0]
    assert found.probability.max() == 1
    assert not found.core.any()


@pytest.mark.parametrize(("count", "size", "least"), [(300, 5, 1), (300, 5, 2), (2_000, 10, 2), (2_000, 25, 1)])
def test_as_scikit_learn_where_no_distances_are_equal(count, size, least):
    """With three and more places to look at several distances are equal, and scikit-learn's answer is one of many."""
    peer = pytest.importorskip("sklearn.cluster").HDBSCAN
    xy = crowds(count, count)
    known = peer(min_cluster_size=size, min_samples=least).fit(xy)
    found = hdbscan(xy, size, least)
    pairs = np.unique(np.c_[found.cluster, known.labels_], axis=0)
    assert len(pairs) == len(np.unique(known.labels_)) == len(np.unique(found.cluster)) > 3
    assert ((found.cluster == NOISE) == (known.labels_ == NOISE)).all()
    assert found.probability == pytest.approx(known.probabilities_, abs=1e-9)


@settings(max_examples=150, deadline=None)
@given(SPOTS.filter(lambda spots: len(spots) > 1), st.integers(1, 7), st.booleans())
def test_the_spanning_tree_is_a_least_one(spots, least, moved):
    """Against all pairs; on whole metres, with piles, lines and circles, and moved a little so that there are none."""
    from scipy.sparse.csgraph import connected_components, minimum_spanning_tree

    xy = places(sorted(spots))
    if moved:
        xy = xy + np.random.default_rng(len(spots)).normal(size=xy.shape) * 0.3
        xy = xy[np.lexsort((xy[:, 1], xy[:, 0]))]
    least = min(least, len(xy))
    apart = np.hypot(*(xy[:, None] - xy[None]).transpose(2, 0, 1))
    reach = np.sort(apart, axis=1)[:, least - 1]
    all_pairs = np.maximum(np.maximum(apart, 1e-3), np.maximum(reach[:, None], reach[None]))
    np.fill_diagonal(all_pairs, 0)
    found = hierarchy.spanning_tree(xy, least)
    assert found.nnz == len(np.unique(found.data)) == len(xy) - 1  # equal ones told apart, for the library to sort
    assert connected_components(found, directed=False)[0] == 1
    assert np.sort(found.data) == pytest.approx(np.sort(minimum_spanning_tree(all_pairs).data), abs=1e-9)


def test_two_crowds_are_joined_past_places_that_stand_between_them():
    """The way from (0, 0) to (10, 0) is neither a Delaunay edge nor one to a near neighbour, and the least there is."""
    crowd = [(-8, 0.0), (-8, 0.7), (-8, -0.7), (-7.9, 0.1)]
    xy = places(sorted([(0, 0), (10, 0), (5, 1), (5, -1), *crowd, *((10 - x, y) for x, y in crowd)]))
    apart = np.hypot(*(xy[:, None] - xy[None]).transpose(2, 0, 1))
    reach = np.sort(apart, axis=1)[:, 4]
    found = hierarchy.spanning_tree(xy, 5).tocoo()
    one, other = (int(np.flatnonzero((xy == spot).all(axis=1))[0]) for spot in ((0, 0), (10, 0)))
    assert {one, other} in [set(pair) for pair in zip(found.row.tolist(), found.col.tolist())]
    assert reach[[one, other]].max() < 10 < np.delete(reach, [one, other]).max()


@settings(max_examples=60, deadline=None)
@given(SPOTS.filter(len), st.integers(2, 6), st.integers(1, 5), st.randoms())
def test_hdbscan_does_not_depend_on_the_order_of_rows(spots, size, least, random):
    pytest.importorskip("sklearn.cluster")
    xy = places([*spots, NOWHERE])
    order = list(range(len(xy)))
    random.shuffle(order)
    found, again = hdbscan(xy, size, least), hdbscan(xy[order], size, least)
    assert again.cluster.tolist() == found.cluster[order].tolist()
    assert again.probability.tolist() == found.probability[order].tolist()


def test_piles_of_equal_places():
    pytest.importorskip("sklearn.cluster")
    piles = np.repeat(places([(0, 0), (500, 0), (501, 0), (9_000, 9_000)]), [30, 25, 20, 1], axis=0)
    found = hdbscan(piles, 5)
    assert found.cluster.tolist() == [0] * 30 + [1] * 25 + [2] * 20 + [NOISE]
    assert found.probability[:75].tolist() == [1.0] * 75
    assert hdbscan(np.zeros((50, 2)), 5).cluster.tolist() == [NOISE] * 50  # one crowd only: nothing to tell it from


@pytest.mark.parametrize(
    "rows", [[], [NOWHERE], [(0, 0)], [(0, 0), (0, 0)], [(0, 0), (1, 0)], [(0, 0), (1, 0), (5, 0)]]
)
def test_too_few_for_any_cluster(rows):
    pytest.importorskip("sklearn.cluster")
    assert hdbscan(places(rows), 4).cluster.tolist() == [NOISE] * len(rows)


def test_places_in_a_line():
    pytest.importorskip("sklearn.cluster")
    along = np.concatenate([np.arange(10.0), np.arange(10.0) + 1_000, np.arange(10.0) * 2 + 5_000])
    assert hdbscan(np.c_[along, 2 * along], 5).cluster.tolist() == [0] * 10 + [1] * 10 + [2] * 10


@pytest.mark.parametrize(("size", "least"), [(1, 1), (5, 0)])
def test_hdbscan_refuses_what_makes_no_sense(size, least):
    with pytest.raises(LocationError, match="smallest cluster"):
        hdbscan(places([(0, 0), (1, 1)]), size, least)


# Which distance


def test_distances_to_the_nearest_others():
    xy = places([(0, 0), (3, 4), (3, 4), (100, 0), NOWHERE])
    assert k_distances(xy, 1).tolist() == [0, 0, 5, pytest.approx(np.hypot(97, 4))]
    assert k_distances(xy, 3).tolist() == [pytest.approx(d) for d in (np.hypot(97, 4), np.hypot(97, 4), 100, 100)]
    assert k_distances(xy, 4).tolist() == []
    assert k_distances(places([]), 1).tolist() == []


@settings(max_examples=60, deadline=None)
@given(SPOTS, st.integers(1, 6))
def test_distances_as_by_brute_force(spots, k):
    xy = places(spots)
    apart = np.hypot(*(xy[:, None] - xy[None]).transpose(2, 0, 1)) if len(xy) else np.empty((0, 0))
    expected = np.sort(np.sort(apart, axis=1)[:, k]) if len(xy) > k else []
    assert k_distances(xy, k) == pytest.approx(np.array(expected))


def test_the_knee_of_a_curve():
    # Ninety places up to 100 m from the next, then a steep rise: the line from first to last is farthest above 100.
    curve = np.concatenate([np.linspace(10, 100, 90), np.linspace(200, 1_000, 10)])
    assert suggested_distance(curve) == 100
    assert suggested_distance(np.concatenate([np.zeros(50), curve])) == 100
    assert suggested_distance(np.append(curve, 500_000.0)) == 100  # one with swapped coordinates changes nothing


@pytest.mark.parametrize(
    "curve", [[], [5], [5, 9], [7, 7, 7, 7], [0, 0, 0], np.linspace(1, 9, 50), np.sqrt(np.arange(1, 50.0))]
)
def test_no_knee(curve):
    assert np.isnan(suggested_distance(np.array(curve, dtype="float64")))


# Outlines


def test_an_outline_holds_its_places():
    xy = places([(0, 0), (10, 0), (10, 10), (0, 10), (5, 5), (50, 50), NOWHERE])
    (square,) = density.hulls(xy, np.array([0, 0, 0, 0, 0, NOISE, 0]))
    assert square.equals(shapely.box(0, 0, 10, 10))
    assert spans_area(np.array([square])).tolist() == [True]


@pytest.mark.parametrize("concave", [False, True])
@pytest.mark.parametrize(
    ("rows", "shape"),
    [
        ([(5, 5)], shapely.Point(5, 5)),
        ([(5, 5)] * 4, shapely.Point(5, 5)),
        ([(0, 0), (30, 40)], shapely.LineString([(0, 0), (30, 40)])),
        ([(0, 0), (30, 40), (0, 0)], shapely.LineString([(0, 0), (30, 40)])),
        ([(0, 0), (10, 0), (20, 0), (500, 0)], shapely.LineString([(0, 0), (500, 0)])),
        ([(0, 0), (0.1, 0.3), (0.2, 0.6), (100, 300)], shapely.LineString([(0, 0), (100, 300)])),
    ],
)
def test_an_outline_without_area_is_grown_by_a_metre(rows, shape, concave):
    (outline,) = density.hulls(places(rows), np.zeros(len(rows), dtype="int64"), concave=concave)
    assert outline.geom_type == "Polygon"
    assert outline.is_valid
    assert outline.hausdorff_distance(shape.buffer(1.0)) < 0.02
    assert spans_area(np.array([outline])).tolist() == [False]


def test_clusters_without_a_place_have_no_outline():
    assert density.hulls(places([]), np.array([], dtype="int64")).tolist() == []
    assert density.hulls(places([(0, 0)]), np.array([NOISE])).tolist() == []
    found = density.hulls(places([(0, 0), NOWHERE, (1, 0)]), np.array([2, 0, 2]))
    assert [one is None for one in found] == [True, True, False]
    assert spans_area(found).tolist() == [False, False, False]


@pytest.mark.parametrize("concave", [False, True])
def test_many_outlines_as_one_after_the_other(concave):
    xy = crowds(30_000, 7)
    cluster = np.random.default_rng(7).integers(-1, 900, len(xy))
    cluster[:8_000] = 3
    found = density.hulls(xy, cluster, concave=concave)
    for number in range(0, 900, 50):
        points = shapely.multipoints(xy[cluster == number])
        expected = shapely.concave_hull(points, ratio=0.3) if concave else shapely.convex_hull(points)
        assert found[number].equals(expected)
    large = shapely.multipoints(xy[cluster == 3])
    assert found[3].equals(shapely.concave_hull(large, ratio=0.3) if concave else large.convex_hull)


@settings(max_examples=100, deadline=None)
@given(SPOTS.filter(len), st.integers(0, 3))
def test_convex_outlines_as_by_geos(spots, clusters):
    xy = places(spots) * 7.3 + (450_000.1, 1_280_000.7)
    cluster = np.arange(len(xy)) % (clusters + 1)
    for number, outline in enumerate(density.hulls(xy, cluster)):
        expected = shapely.multipoints(xy[cluster == number]).convex_hull
        if expected.area > 1:
            assert shapely.equals_exact(outline, shapely.normalize(expected), 0)
        else:
            assert not spans_area(np.array([outline]))[0]


def test_a_concave_outline_leaves_out_what_a_convex_one_holds():
    angle = np.linspace(0.2 * np.pi, 1.8 * np.pi, 200)
    ring = np.c_[np.cos(angle), np.sin(angle)] * 1_000
    xy = np.vstack([ring, ring * 0.8])
    convex, concave = (density.hulls(xy, np.zeros(400, dtype="int64"), concave=way)[0] for way in (False, True))
    assert concave.area < 0.7 * convex.area
    assert shapely.multipoints(xy).within(concave.buffer(1e-6))


def test_an_old_geos_is_said_to_have_no_concave_outlines(monkeypatch):
    monkeypatch.setattr(shapely, "geos_version", (3, 10, 2))
    with pytest.raises(LocationError, match="choose convex"):
        density.hulls(places([(0, 0)]), np.zeros(1, dtype="int64"), concave=True)


def test_an_error_in_a_thread_of_its_own_is_raised_where_it_is_waited_for():
    def fail() -> None:
        raise ValueError("no luck")

    with pytest.raises(ValueError, match="no luck"):
        parallel.in_a_thread(fail, lambda: None)

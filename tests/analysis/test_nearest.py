"""The nearest feature, against hand-made cases and brute force."""

from __future__ import annotations

import numpy as np
import pytest
import shapely
from factory_locations.processing.analysis.nearest import Features
from hypothesis import given, settings
from hypothesis import strategies as st
from shapely import LineString, MultiPoint, MultiPolygon, Point, box


def shapes(values) -> np.ndarray:
    out = np.empty(len(values), dtype=object)
    out[:] = values
    return out


MIXED = shapes([Point(0, 0), LineString([(100, -50), (100, 50)]), box(200, 0, 300, 100), None, MultiPoint([(0, 500)])])


@pytest.mark.parametrize(
    ("place", "feature", "distance"),
    [
        (Point(3, 4), 0, 5),
        (Point(90, 0), 1, 10),
        (Point(250, 50), 2, 0),  # inside
        (Point(200, 50), 2, 0),  # on the border
        (Point(310, 50), 2, 10),
        (Point(0, 490), 4, 10),
        (Point(50, 0), 0, 50),  # as far from the first as from the second: the first
        (Point(5000, 5000), -1, np.inf),
        (None, -1, np.inf),
        (box(20, -5, 30, 5), 0, 20),
        (box(95, 0, 96, 1), 1, 4),
        (box(-10, -10, 400, 200), 0, 0),  # holds several: the first
    ],
)
def test_by_hand(place, feature, distance):
    found = Features(MIXED).nearest(shapes([place]), limit=100)
    assert found.feature.tolist() == [feature]
    assert found.distance.tolist() == [pytest.approx(distance)]


def test_the_limit_itself_counts_and_what_is_beyond_does_not():
    features = Features(shapes([Point(0, 0)]))
    assert features.nearest(shapes([Point(100, 0), Point(100.001, 0)]), limit=100).feature.tolist() == [0, -1]


def test_many_features_in_one_place_give_the_first():
    features = Features(shapes([Point(9, 9)] + [Point(0, 0)] * 40))
    assert features.nearest(shapes([Point(1, 0)]), limit=10).feature.tolist() == [1]


def test_no_features_and_no_places():
    assert Features(shapes([])).nearest(shapes([Point(0, 0)]), 10).feature.tolist() == [-1]
    assert Features(shapes([None])).nearest(shapes([Point(0, 0), box(0, 0, 1, 1)]), 10).feature.tolist() == [-1, -1]
    assert len(Features(MIXED).nearest(shapes([]), 10).feature) == 0


def test_long_lines_are_cut_without_losing_a_metre():
    line = LineString([(x, 100 * np.sin(x / 40)) for x in range(0, 2000, 3)])
    places = shapely.points(np.random.default_rng(3).uniform(-100, 2100, (200, 2)))
    found = Features(shapes([line])).nearest(places, limit=1e6)
    assert found.distance == pytest.approx(shapely.distance(places, line))


def test_a_cancelled_search_stops():
    class Stop(Exception):
        pass

    def tick(_):
        raise Stop

    with pytest.raises(Stop):
        Features(MIXED).nearest(shapely.points(np.zeros((50_000, 2))), 10, tick)


def random_features(rng: np.random.Generator, count: int) -> np.ndarray:
    made = []
    for _ in range(count):
        x, y = rng.integers(0, 40, 2) * 25.0  # a lattice: equal distances happen
        kind = rng.integers(5)
        made.append(
            [
                Point(x, y),
                LineString([(x, y), (x + 50, y), (x + 50, y + 75)]),
                box(x, y, x + 50, y + 25),
                MultiPolygon([box(x, y, x + 10, y + 10), box(x + 100, y, x + 125, y + 50)]),
                MultiPoint([(x, y), (x + 200, y)]),
            ][kind]
        )
    return shapes(made)


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 2**32 - 1), st.integers(1, 30), st.sampled_from([50.0, 300.0, 1e5]), st.booleans())
def test_as_brute_force_in_whatever_order(seed, count, limit, polygonal):
    rng = np.random.default_rng(seed)
    features = random_features(rng, count)
    places = shapely.points(rng.integers(0, 80, (40, 2)) * 12.5)
    if polygonal:
        places = shapely.buffer(places, 10, cap_style="square")
    found = Features(features).nearest(places, limit)
    all_ = shapely.distance(places[:, None], features[None, :])
    best = all_.min(axis=1)
    within = best <= limit
    assert found.distance[within] == pytest.approx(best[within], abs=1e-9)
    assert (found.feature[~within] == -1).all()
    assert (found.distance[~within] == np.inf).all()
    rows = np.flatnonzero(within)
    assert all_[rows, found.feature[rows]] == pytest.approx(best[rows], abs=1e-9)
    exact = (all_ == best[:, None]).argmax(axis=1)  # of equals the first; what differs by rounding alone is either
    clear = (all_ <= best[:, None] + 1e-9).sum(axis=1) == (all_ == best[:, None]).sum(axis=1)
    assert found.feature[within & clear].tolist() == exact[within & clear].tolist()
    order = rng.permutation(len(places))
    assert Features(features).nearest(places[order], limit).feature.tolist() == found.feature[order].tolist()


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 2**32 - 1), st.integers(1, 30), st.sampled_from([50.0, 1e5]), st.booleans())
def test_the_nearest_other_of_a_crowd(seed, count, limit, polygonal):
    """Some stand in the same place, some stand alone."""
    rng = np.random.default_rng(seed)
    crowd = shapely.points(rng.integers(0, 12, (count, 2)) * 25.0)
    if polygonal:
        crowd = shapely.buffer(crowd, 5, cap_style="square")
    found = Features(crowd).nearest(crowd, limit, itself=np.arange(count))
    all_ = shapely.distance(crowd[:, None], crowd[None, :])
    np.fill_diagonal(all_, np.inf)
    best = all_.min(axis=1)
    within = best <= limit
    assert found.distance[within] == pytest.approx(best[within])
    assert found.feature[within].tolist() == (all_ <= best[:, None] + 1e-9).argmax(axis=1)[within].tolist()
    assert (found.feature[~within] == -1).all()

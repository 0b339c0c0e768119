"""What is near: hand-made cases, brute force, and what must not matter."""

from __future__ import annotations

import numpy as np
import pytest
import shapely
from factory_locations.processing.analysis import proximity as engine
from factory_locations.processing.analysis.errors import LocationError
from factory_locations.processing.analysis.neighbours import Targets
from hypothesis import given, settings
from hypothesis import strategies as st
from shapely import LineString, MultiPoint, Point, Polygon, box

CRS = "EPSG:32648"
X0, Y0 = 500_000.0, 1_250_000.0  # on the central meridian: a metre on the ground is 0.9996 in the plane
SCALE = 0.9996


def shapes(values) -> np.ndarray:
    out = np.empty(len(values), dtype=object)
    out[:] = values
    return out


def moved(values) -> np.ndarray:
    return shapely.transform(shapes(values), lambda xy: xy + np.array([X0, Y0]))


def factories(*values) -> engine.Factories:
    return engine.Factories(moved(values), CRS)


def targets(*values) -> Targets:
    return Targets(moved(values))


def pairs(found: engine.Neighbours) -> list[tuple[int, int, int]]:
    return list(zip(found.place.tolist(), found.rank.tolist(), found.feature.tolist()))


@pytest.mark.parametrize(
    ("place", "feature", "metres", "bearing"),
    [
        (Point(0, 0), Point(300, 400), 500, 36.87),
        (Point(0, 0), Point(0, -10), 10, 180),
        (Point(0, 0), LineString([(-50, 20), (50, 20)]), 20, 0),
        (Point(0, 0), box(100, -10, 200, 10), 100, 90),
        (Point(150, 0), box(100, -10, 200, 10), 0, None),
        (Point(100, 0), box(100, -10, 200, 10), 0, None),  # on the border
        (Point(0, 0), Point(0, 0), 0, None),
        (Point(0, 0), MultiPoint([(900, 0), (-70, 0)]), 70, 270),
        (box(-10, -10, 10, 10), Point(30, 0), 20, 90),  # premises are measured from their edge
        (box(-10, -10, 10, 10), Point(3, 3), 0, None),
        (box(-10, -10, 10, 10), box(-90, -90, 90, 90), 0, None),
        (box(-10, -10, 10, 10), LineString([(-50, 40), (50, 40)]), 30, 0),
    ],
)
def test_distance_and_direction_by_hand(place, feature, metres, bearing):
    found = engine.nearest(factories(place), targets(feature), 1, np.inf)
    assert found.distance.tolist() == [pytest.approx(metres / SCALE, abs=0.002)]
    assert np.isnan(found.bearing[0]) if bearing is None else found.bearing[0] == pytest.approx(bearing, abs=0.01)


@pytest.mark.parametrize(
    ("degrees", "word"),
    [(0, "north"), (22.4, "north"), (22.6, "north-east"), (90, "east"), (179, "south"), (337.6, "north"),
     (300, "north-west"), (359.9, "north"), (np.nan, None)],
)  # fmt: skip
def test_words_of_the_compass(degrees, word):
    assert engine.compass(np.array([degrees])).tolist() == [word]


def test_the_nearest_few_of_equally_far_the_first():
    around = targets(Point(0, 100), Point(100, 0), Point(0, 50), Point(-100, 0), Point(9999, 0))
    found = engine.nearest(factories(Point(0, 0)), around, 3, np.inf)
    assert pairs(found) == [(0, 1, 2), (0, 2, 0), (0, 3, 1)]


def test_the_farthest_distance_counts_on_the_ground():
    place, feature = factories(Point(0, 0)), targets(Point(1000, 0))
    assert len(engine.nearest(place, feature, 1, 1000.0).place) == 0  # 1,000.4 m
    assert len(engine.nearest(place, feature, 1, 1000.41).place) == 1


def test_a_place_is_not_its_own_neighbour():
    same = [Point(0, 0), Point(0, 0), Point(500, 0), None]
    keys = np.arange(4)
    found = engine.nearest(factories(*same), targets(*same), 1, np.inf, [(keys, keys)])
    assert pairs(found) == [(0, 1, 1), (1, 1, 0), (2, 1, 0)]
    polygons = [box(0, 0, 9, 9), box(0, 0, 9, 9), box(500, 0, 509, 9)]
    found = engine.nearest(factories(*polygons), targets(*polygons), 1, np.inf, [(keys[:3], keys[:3])])
    assert pairs(found) == [(0, 1, 1), (1, 1, 0), (2, 1, 0)]


def test_nothing_near_nothing():
    nobody, nothing = engine.Factories(shapes([]), CRS), Targets(shapes([]))
    for place in (nobody, factories(Point(0, 0)), factories(None), factories(box(0, 0, 1, 1), None)):
        for feature in (nothing, Targets(shapes([None]))):
            assert len(engine.nearest(place, feature, 2, np.inf).place) == 0
            counted = engine.rings(place, feature, (0, 100), {"people": np.ones(len(feature))}, extend=True)
            assert counted.count.sum() == 0
            assert np.isnan(counted.extended).all()
    assert len(engine.nearest(nobody, targets(Point(0, 0), box(0, 0, 1, 1)), 2, np.inf).place) == 0


def test_rings_by_hand():
    """Limits belong to the inner ring; on the ground, 499.9 m in the plane are 500.1."""
    at = [(0, 0), (300, 0), (499.79, 0), (499.9, 0), (999.5, 0), (0, 4000), (0, 6000)]
    around = targets(*map(Point, at))
    counted = engine.rings(factories(Point(0, 0), None), around, (0, 500, 1000, 5000), {"n": np.arange(7) + 1.0})
    assert counted.count.tolist() == [[3, 2, 1], [0, 0, 0]]
    assert counted.sums["n"].tolist() == [[1 + 2 + 3, 4 + 5, 6], [0, 0, 0]]
    assert counted.innermost.tolist() == [0, 0, 0, 1, 1, 2, 3]
    donut = engine.rings(factories(Point(0, 0)), around, (500, 1000), {})
    assert donut.count.tolist() == [[2]]


def test_a_limit_itself_belongs_to_the_inner_ring():
    place, feature = factories(Point(0, 0)), targets(Point(123.4, 234.5))
    exactly = float(engine.nearest(place, feature, 1, np.inf).distance[0])
    for edge, count in ((round(exactly, 6), [1, 0]), (round(exactly, 6) - 1e-5, [0, 1])):
        assert engine.rings(place, feature, (0, edge, 1000), {}).count.tolist() == [count]


def test_an_empty_ring_reaches_to_the_nearest():
    around = targets(Point(0, 50), Point(0, 9000), Point(0, 20_000), Point(0, 9000))
    place = factories(Point(0, 0), Point(0, 19_950))
    values = {"people": np.array([1.0, 10.0, 100.0, 1000.0])}
    plain = engine.rings(place, around, (100, 500, 1000), values)
    assert plain.count.tolist() == [[0, 0], [0, 0]]
    wide = engine.rings(place, around, (100, 500, 1000), values, extend=True)
    assert wide.count.tolist() == [[0, 1], [0, 1]]  # what is in the hole is not what is beyond the rings
    assert wide.extended.tolist() == [pytest.approx(9000 / SCALE, abs=0.01), pytest.approx(10_950 / SCALE, abs=0.01)]
    assert wide.sums["people"].tolist() == [[0, 10], [0, 10]]
    near = engine.rings(place, around, (100, 500, 1000), values, extend=True, limit=5000)
    assert near.count.tolist() == [[0, 0], [0, 0]]


def test_share_of_the_ground():
    """Half of the disc is covered, once by one and once by two polygons; a ring of its own is covered whole."""
    half = shapes([box(X0, Y0 - 9e3, X0 + 9e3, Y0 + 9e3)])
    place = factories(Point(0, 0), None)
    for polygons in (half, np.concatenate([half, half])):
        shares, hectares = engine.ground_shares(place, polygons, (0, 500, 1000))
        assert shares[0] == pytest.approx([0.5, 0.5], abs=1e-6)
        assert hectares[0] == pytest.approx([np.pi * 0.25e6 / 2e4, np.pi * 0.75e6 / 2e4], rel=0.002)
        assert np.isnan(shares[1]).all()
    disc = shapely.buffer(Point(X0, Y0), 500 * SCALE, quad_segs=64)
    shares, _ = engine.ground_shares(place, shapes([disc]), (0, 500, 1000))
    assert shares[0] == pytest.approx([1.0, 0.0], abs=0.002)


def test_sums_by_the_share_of_an_area():
    """A square of 200 m holds the whole disc of 50 m: π 50² / 200² of its people are in it."""
    people = {"people": np.array([1000.0, 500.0])}
    around = targets(box(-100, -100, 100, 100), box(5000, 5000, 5001, 5001))
    found = engine.portions(factories(Point(0, 0)), around, (0, 50, 9000), people)["people"]
    first = 1000 * np.pi * (50 * SCALE) ** 2 / 200**2
    assert found[0] == pytest.approx([first, 1500 - first], rel=0.005)


@pytest.mark.parametrize(
    ("text", "edges"),
    [("0, 500, 1000, 5000", (0, 500, 1000, 5000)), ("0;500", (0, 500)), ("500", (0, 500)), ("100 200", (100, 200)),
     ("", ()), ("០, ៥០០", (0, 500)), ("0,500m", (0, 500)), ("0, 0.5, 1.5", (0, 0.5, 1.5))],
)  # fmt: skip
def test_rings_from_text(text, edges):
    assert engine.ring_edges(text) == edges


@pytest.mark.parametrize("text", ["0, 1,000, 5,000", "500, 100", "-5, 10", "near", "0, 0", "0, inf", "0, nan", "0"])
def test_text_that_is_no_rings(text):
    with pytest.raises(LocationError):
        engine.ring_edges(text)


def random_shapes(rng: np.random.Generator, count: int, kinds: str) -> np.ndarray:
    out = []
    for x, y in rng.uniform(0, 8000, (count, 2)).round(1):
        kind = kinds[rng.integers(len(kinds))]
        if kind == "p":
            out.append(Point(x, y))
        elif kind == "l":
            steps = rng.normal(0, 300, (int(rng.integers(1, 30)), 2)).round(1)
            out.append(LineString(np.cumsum([[x, y], *steps], axis=0)))
        else:
            out.append(shapely.buffer(Point(x, y), rng.uniform(5, 900), quad_segs=int(rng.integers(1, 9))))
    return moved(out)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(8))
@pytest.mark.parametrize("kinds", ["p", "l", "a", "pla"])
def test_against_brute_force(kinds, seed):
    """Every distance, count and sum is that of going through all pairs with shapely."""
    rng = np.random.default_rng(seed)
    features, values = random_shapes(rng, 70, kinds), {"n": rng.uniform(0, 9, 70)}
    place = engine.Factories(random_shapes(rng, 60, "a" if seed % 4 == 3 else "p"), CRS)
    keys = [(rng.integers(-1, 9, 60), rng.integers(-1, 9, 70))] if seed % 2 else []
    line = shapely.shortest_line(place.geometries[:, None], features[None, :])
    ends = shapely.get_coordinates(line).reshape(60, 70, 2, 2)
    away = engine.measured(ends[:, :, 0].reshape(-1, 2), ends[:, :, 1].reshape(-1, 2), CRS)[0].reshape(60, 70)
    away[shapely.intersects(place.geometries[:, None], features[None, :])] = 0
    for places, theirs in keys:
        away[(places[:, None] == theirs[None, :]) & (places[:, None] >= 0)] = np.inf
    for k, limit in ((1, np.inf), (3, 900.0), (40, np.inf), (100, np.inf)):
        found = engine.nearest(place, Targets(features), k, limit, keys)
        assert found.distance == pytest.approx(away[found.place, found.feature], abs=1e-3)
        want = np.sort(np.where(away <= limit, away, np.inf), axis=1)[:, :k]
        assert found.distance == pytest.approx(want[np.isfinite(want)], abs=1e-3)
        assert (found.rank == np.concatenate([np.arange(n) + 1 for n in np.isfinite(want).sum(axis=1)])).all()
    for edges in ((0, 500, 1000, 5000), (300, 700)):
        counted = engine.rings(place, Targets(features), edges, values, keys)
        for ring, (low, high) in enumerate(zip(edges, edges[1:])):
            inside = (away <= high) & ((away > low) | (low == 0))
            assert counted.count[:, ring].tolist() == inside.sum(axis=1).tolist()
            assert counted.sums["n"][:, ring] == pytest.approx(inside @ values["n"])


GRID = st.tuples(st.integers(0, 4), st.integers(0, 4)).map(lambda xy: Point(100 * xy[0], 100 * xy[1]))
PATCH = st.tuples(st.integers(0, 3), st.integers(0, 3), st.integers(1, 2)).map(
    lambda v: box(100 * v[0], 100 * v[1], 100 * (v[0] + v[2]), 100 * (v[1] + v[2]))
)
ROAD = st.lists(st.tuples(st.integers(0, 4), st.integers(0, 4)), min_size=2, max_size=5, unique=True).map(
    lambda xy: LineString(100.0 * np.array(xy))
)


@pytest.mark.slow
@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.one_of(GRID, st.none()), min_size=1, max_size=12),
    st.lists(st.one_of(GRID, PATCH, ROAD, st.none()), max_size=14),
    st.integers(1, 5),
    st.randoms(use_true_random=False),
)
def test_the_order_of_rows_does_not_matter(places, features, k, random):
    """On a grid nearly everything is tied: identical points, points on borders, shared edges."""
    ids = list(range(len(features)))
    here = list(range(len(places)))
    random.shuffle(here)
    one = engine.nearest(factories(*places), Targets(moved(features)), k, np.inf)
    other = engine.nearest(factories(*[places[i] for i in here]), Targets(moved(features)), k, np.inf)
    told = {(p, r): (f, d) for p, r, f, d in zip(one.place, one.rank, one.feature, one.distance)}
    again = {(here[p], r): (f, d) for p, r, f, d in zip(other.place, other.rank, other.feature, other.distance)}
    assert again == told
    away = (
        np.round(shapely.distance(moved(places)[:, None], moved(features)[None, :]), 6)
        if features
        else np.empty((0, 0))
    )
    for place in range(len(places)):
        mine = [told[place, rank][0] for rank in range(1, k + 1) if (place, rank) in told]
        there = [f for f in ids if places[place] is not None and features[f] is not None]
        # Distances on the ground may tell apart what the plane does not; the sets of distances are the same.
        assert [away[place, f] for f in mine] == pytest.approx(sorted(away[place, f] for f in there)[:k])
        best = [f for f in there if away[place, f] == 0]
        assert mine[: len(best)] == best[:k]  # at distance 0 the lowest first


def test_identical_points_give_the_lowest():
    crowd = targets(*[Point(5, 5)] * 300, Point(0, 0))
    found = engine.nearest(factories(Point(5, 0), Point(5, 5)), crowd, 3, np.inf)
    assert found.feature.reshape(2, 3).tolist() == [[0, 1, 2], [0, 1, 2]] or found.feature[0] == 300
    assert found.feature.reshape(2, 3)[1].tolist() == [0, 1, 2]


def test_a_giant_among_dwarfs():
    """One line of a thousand pieces is nearer than anything else: the second nearest is found behind it."""
    river = LineString([(x, 100 * np.sin(x / 40)) for x in range(0, 60_000, 7)])
    wells = [Point(1000 * i, 5000 + 40 * i) for i in range(60)]
    around = Targets(moved([river, *wells]))
    places = factories(*[Point(900 * i, 10) for i in range(50)])
    found = engine.nearest(places, around, 3, np.inf)
    away = shapely.distance(places.geometries[:, None], around.geometries[None, :])
    assert found.feature.tolist() == np.argsort(away, axis=1)[:, :3].ravel().tolist()


def test_a_cancelled_search_stops():
    class Stop(Exception):
        pass

    def tick(_):
        raise Stop

    places = engine.Factories(shapely.points(np.random.default_rng(1).uniform(5e5, 6e5, (30_000, 2))), CRS)
    for around in (targets(Point(0, 0), Point(9, 9)), targets(Polygon([(0, 0), (9, 0), (9, 9)]), Point(3, 90))):
        with pytest.raises(Stop):
            engine.nearest(places, around, 1, np.inf, tick=tick)
        with pytest.raises(Stop):
            engine.rings(places, around, (0, 500), {}, tick=tick)

"""Sourcing: codes, reach against brute force, and sharing out against hand-made and exhaustive answers."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
import shapely
from factory_locations.processing.analysis import sourcing as engine
from factory_locations.processing.analysis.crs import geodesic_m
from factory_locations.processing.analysis.errors import Cancelled
from factory_locations.processing.analysis.roads import NO_ROAD_TO, NOT_CONNECTED, Roads
from hypothesis import given, settings
from hypothesis import strategies as st
from shapely import LineString, Point, box

CRS = "EPSG:32648"
X0, Y0 = 500_000.0, 1_250_000.0
SCALE = 0.9996
ORIGIN = np.array([X0, Y0])


def shapes(values) -> np.ndarray:
    out = np.empty(len(values), dtype=object)
    out[:] = values
    some = ~shapely.is_missing(out)
    out[some] = shapely.transform(out[some], lambda xy: xy + ORIGIN)
    return out


def side(values, keys=None) -> engine.Side:
    return engine.Side(shapes(values), () if keys is None else (np.asarray(keys),))


def group(rows, others):
    return np.asarray(rows, dtype="int64"), np.asarray(others, dtype="int64")


def told(reach):
    return list(zip(reach.row.tolist(), reach.rank.tolist(), reach.other.tolist()))


# --- codes -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("made", "demanded", "fit"),
    [
        ("1312", "1312", engine.SAME),
        ("1312", "13", engine.PART),
        ("1312", "131", engine.PART),
        ("13", "1312", engine.COARSE),
        ("1312", "1391", engine.NO_FIT),
        ("0111", "11", engine.NO_FIT),
    ],
)
def test_codes_fit_where_one_begins_with_the_other(made, demanded, fit):
    assert engine.code_fit(made, demanded) == fit


def test_the_best_of_several_products_fits():
    assert engine.best_fit(("13", "1312", "1399"), "1312", engine.code_fit) == (engine.SAME, "1312")
    assert engine.best_fit(("1410", "13"), "1312", engine.code_fit) == (engine.COARSE, "13")
    assert engine.best_fit(("1312", "1391"), "13", engine.code_fit) == (engine.PART, "1312")


def test_the_longest_code_of_a_link_decides_alone():
    links = {"10": [0, 1], "1071": [2]}
    assert engine.links_of("1061", links) == [0, 1]
    assert engine.links_of("1071", links) == [2]
    assert engine.links_of("1410", links) == ()
    assert engine.links_of("1", links) == ()  # coarser than any link: nothing follows


def test_who_could_supply_which_product():
    groups = engine.groups_that_fit(
        [("1312",), ("13", "1410"), ("0112",)], ["13", "1312", "2011", "13"], engine.code_fit
    )
    assert [(rows.tolist(), others.tolist()) for rows, others in groups] == [
        ([0, 3], [0, 1]),
        ([1], [0, 1]),
        ([2], []),
    ]
    asked = engine.turned(groups, 3)
    assert [(rows.tolist(), others.tolist()) for rows, others in asked] == [([2], []), ([0, 1], [0, 1, 3])]


def test_names_fit_themselves_alone():
    groups = engine.groups_that_fit([("rice",), ("milled rice", "bran")], ["rice", "bran", "salt"], engine.name_fit)
    assert [(rows.tolist(), others.tolist()) for rows, others in groups] == [([1], [1]), ([0], [0]), ([2], [])]


def test_one_row_of_each_place_the_one_that_fits_best():
    made = [("131",), ("1312",), ("1311",), ("1313",), ("1312", "20"), ("1311",)]
    place = np.array([0, 0, 1, 1, 2, 2])
    (rows, others), (_, parts) = engine.one_a_place(
        [group([0, 1], range(6)), group([2], [2, 3, 4, 5])], ["1312", "1312", "13"], made, place, engine.code_fit
    )
    assert (rows.tolist(), others.tolist()) == ([0, 1], [1, 2, 4])  # in place 1 nothing fits better than the first
    assert parts.tolist() == [2, 4]


def test_pairs_of_places_spread_over_all_their_rows():
    place = np.array([0, 0, 1, 2, 2])
    reach = engine.in_reach(
        side([Point(0, 0), Point(9, 0)]), side([Point(10, 0)] * 2 + [Point(20, 0)] + [Point(30, 0)] * 2),
        [group([0], [0, 2, 3]), group([1], [1, 2])], 9, 1000, CRS,
    )  # fmt: skip
    spread = engine.spread(reach, [group([0], [0, 1, 2, 3, 4]), group([1], [1, 2])], place)
    assert list(zip(spread.row.tolist(), spread.other.tolist())) == [
        (0, 0), (0, 1), (0, 2), (0, 3), (0, 4), (1, 1), (1, 2),
    ]  # fmt: skip
    assert spread.metres[:2].tolist() == [spread.metres[0]] * 2


# --- reach -----------------------------------------------------------------------------------------------------------


def test_the_nearest_two_within_the_limit_and_not_itself():
    buyers = side([Point(0, 0), Point(10_000, 0), None], keys=[7, 8, 9])
    suppliers = side([Point(0, 0), Point(3000, 4000), Point(-1000, 0), Point(90_000, 0)], keys=[7, 1, 2, 3])
    found = engine.in_reach(buyers, suppliers, [group([0, 1, 2], [0, 1, 2, 3])], 2, 50_000, CRS)
    assert told(found) == [(0, 1, 2), (0, 2, 1), (1, 1, 1), (1, 2, 0)]
    assert found.metres[:2] == pytest.approx([1000 / SCALE, 5000 / SCALE], abs=0.01)


def test_exactly_the_limit_counts_and_ties_go_to_the_first_row():
    buyers, suppliers = side([Point(0, 0)]), side([Point(900, 0), Point(500, 0), Point(-500, 0)])
    away = geodesic_m(np.array([[X0, Y0]]), np.array([[X0 + 500, Y0]]), CRS)[0]
    some = [group([0], [0, 1, 2])]
    assert told(engine.in_reach(buyers, suppliers, some, 9, np.round(away, 6), CRS)) == [(0, 1, 1), (0, 2, 2)]
    assert len(engine.in_reach(buyers, suppliers, some, 9, away - 0.001, CRS)) == 0


def test_polygons_supply_from_their_nearest_edge():
    found = engine.in_reach(side([Point(0, 0), Point(250, 50)]), side([box(200, 0, 300, 100)]), [group([0, 1], [0])], 1,
                            1000, CRS)  # fmt: skip
    assert found.metres == pytest.approx([200 / SCALE, 0], abs=0.01)
    assert found.end[0] == pytest.approx([X0 + 200, Y0])


@pytest.mark.parametrize("seed", range(4))
def test_reach_against_brute_force(seed):
    rng = np.random.default_rng(seed)
    buyers = rng.uniform(0, 30_000, (60, 2)).round(1)
    suppliers = np.concatenate([rng.uniform(0, 30_000, (40, 2)).round(1), buyers[:5]])  # some stand together
    made, wanted = rng.integers(0, 4, 45), rng.integers(0, 5, 60)
    k, limit = 3, 9000.0
    groups = engine.groups_that_fit([(str(p),) for p in made], [str(p) for p in wanted], engine.code_fit)
    found = engine.in_reach(
        side([Point(p) for p in buyers]), side([Point(p) for p in suppliers]), groups, k, limit, CRS
    )
    expected = []
    for b, at in enumerate(buyers + ORIGIN):
        rows = np.flatnonzero(made == wanted[b])
        away = np.round(geodesic_m(np.tile(at, (len(rows), 1)), suppliers[rows] + ORIGIN, CRS), 6)
        ranked = sorted(zip(away.tolist(), rows.tolist()))
        expected += [(b, i + 1, row) for i, (metres, row) in enumerate(ranked[:k]) if metres <= limit]
    assert told(found) == expected
    assert len(found) > 50


def roads(*lines):
    return Roads(shapes([LineString(line) for line in lines]), CRS)


def test_the_nearest_by_road_is_not_the_nearest():
    """Across the river the way is long; the straight distance stands beside it."""
    network = roads([(0, 0), (0, 5000), (1000, 5000), (1000, 0)], [(0, 0), (-3000, 0)], [(50_000, 0), (60_000, 0)])
    buyers = side([Point(0, 0), Point(50_000, 0)])
    suppliers = side([Point(1000, 0), Point(-3000, 0), Point(0, -900)])
    groups = [group([0, 1], [0, 1, 2])]
    found = engine.in_reach_by_road(buyers, suppliers, groups, 3, 60_000, CRS, network, 100)
    assert told(found.reach) == [(0, 1, 1), (0, 2, 0)]
    assert found.reach.road == pytest.approx([3000 / SCALE, 11_000 / SCALE], abs=0.5)
    assert found.reach.metres == pytest.approx([3000 / SCALE, 1000 / SCALE], abs=0.5)
    assert (found.barred.row.tolist(), found.barred.why.tolist()) == ([1], [NOT_CONNECTED])
    near = engine.in_reach_by_road(buyers, suppliers, groups, 3, 2000, CRS, network, 100)
    assert told(near.reach) == []  # 3,000 m is too far, and 1,000 m in a straight line are 11,000 by road
    assert (near.barred.row.tolist(), near.barred.why.tolist()) == ([0], [NO_ROAD_TO])


@pytest.mark.parametrize("seed", range(3))
def test_by_road_against_asking_every_pair(seed):
    rng = np.random.default_rng(seed)
    grid = [[(x, 0), (x, 10_000)] for x in range(0, 10_001, 1000)]
    nodes = [LineString([(0, y), *[(x, y) for x in range(1000, 10_001, 1000)]]) for y in range(0, 10_001, 1000)]
    lines = [LineString([(x, y) for y in range(0, 10_001, 1000)]) for (x, _), _ in grid]
    keep = rng.random(len(lines) + len(nodes)) < 0.6
    network = Roads(shapes([line for line, kept in zip([*lines, *nodes], keep) if kept]), CRS)
    buyers, suppliers = rng.uniform(0, 10_000, (20, 2)), rng.uniform(0, 10_000, (50, 2))
    a, b = side([Point(p) for p in buyers]), side([Point(p) for p in suppliers])
    groups = [group(range(20), range(50))]
    found = engine.in_reach_by_road(a, b, groups, 2, 8000, CRS, network, 3000)
    assert found.unsure == 0
    one, other = np.repeat(np.arange(20), 50), np.tile(np.arange(50), 20)
    ways = network.ways((buyers + ORIGIN)[one], (suppliers + ORIGIN)[other], 3000).metres.reshape(20, 50)
    # A point at a road is nearer in a straight line than by road, so that nothing can be missed.
    expected = []
    for row, metres in enumerate(np.round(np.where(np.isnan(ways), np.inf, ways), 6)):
        ranked = sorted(zip(metres.tolist(), range(50)))[:2]
        expected += [(row, i + 1, s) for i, (away, s) in enumerate(ranked) if away <= 8000]
    assert told(found.reach) == expected


def test_many_unreachable_ones_are_told_as_unsure():
    network = roads([(0, 0), (1000, 0)], [(0, 90_000), (1000, 90_000)])
    far = [Point(i, 90_000) for i in range(100)]
    found = engine.in_reach_by_road(
        side([Point(0, 0)]), side(far), [group([0], range(100))], 1, 200_000, CRS, network, 100
    )
    assert (len(found.reach), found.unsure) == (0, 1)


# --- sharing out -----------------------------------------------------------------------------------------------------


def all_pairs(buyers: int, suppliers: int):
    return np.repeat(np.arange(buyers), suppliers), np.tile(np.arange(suppliers), buyers)


def test_a_transport_problem_solved_by_hand():
    """The nearest first would bring 10 a metre far and the other 10 a hundred: 1,010; crosswise it is 40."""
    buyer, supplier = all_pairs(2, 2)
    metres = np.array([1.0, 2.0, 2.0, 100.0])  # the second bakery needs the first mill more than the first does
    shares = engine.share_out(buyer, supplier, metres, np.array([10.0, 10.0]), np.array([10.0, 10.0]))
    assert shares.amount == pytest.approx([0, 10, 10, 0])
    assert set(shares.method.tolist()) == {engine.LEAST_TRANSPORT}
    greedy = engine.share_out(
        buyer, supplier, metres, np.array([10.0, 10.0]), np.array([10.0, 10.0]), nearest_first=True
    )
    assert greedy.amount.tolist() == [10, 0, 0, 10]


def test_the_textbook_transport_problem():
    """Supplies 300, 400, 500; demands 250, 350, 400, 200; costs below. The optimum is worked by hand.

    Costs 3 1 7 4 / 2 6 5 9 / 8 3 3 2. Vogel's start and two improvements give x12 = 300, x21 = 250, x23 = 150,
    x32 = 50, x33 = 250, x34 = 200: 300 + 500 + 750 + 150 + 750 + 400 = 2,850.
    """
    costs = np.array([[3, 1, 7, 4], [2, 6, 5, 9], [8, 3, 3, 2]], dtype=float)
    buyer, supplier = all_pairs(4, 3)
    shares = engine.share_out(
        buyer, supplier, costs.T.ravel(), np.array([250.0, 350, 400, 200]), np.array([300.0, 400, 500])
    )
    table = shares.amount.reshape(4, 3).T
    assert float((table * costs).sum()) == pytest.approx(2850)
    assert table == pytest.approx(np.array([[0, 300, 0, 0], [250, 0, 150, 0], [0, 50, 250, 200]]))


def test_as_little_unmet_as_possible_comes_before_transport():
    """Serving the near buyer from the near mill would leave the other, who has no other, with nothing."""
    buyer, supplier = np.array([0, 0, 1]), np.array([0, 1, 0])
    metres = np.array([1.0, 900_000.0, 50_000.0])
    shares = engine.share_out(buyer, supplier, metres, np.array([5.0, 5.0]), np.array([5.0, 5.0]))
    assert shares.amount == pytest.approx([0, 5, 5])


def exhaustive(buyer, supplier, metres, demand, capacity):
    """Return the least unmet demand and its least transport, of all ways to hand out whole units."""
    best = (np.inf, np.inf)
    tops = [range(int(min(demand[b], capacity[s])) + 1) for b, s in zip(buyer, supplier)]
    for amounts in itertools.product(*tops):
        x = np.array(amounts)
        if (np.bincount(supplier, x, len(capacity)) > capacity).any() or (
            np.bincount(buyer, x, len(demand)) > demand
        ).any():
            continue
        best = min(best, (float(demand.sum() - x.sum()), float(x @ metres)))
    return best


@pytest.mark.parametrize("seed", range(12))
def test_least_transport_against_every_possible_way(seed):
    rng = np.random.default_rng(seed)
    buyer, supplier = all_pairs(3, 3)
    keep = np.sort(rng.choice(9, 6, replace=False))
    buyer, supplier, metres = buyer[keep], supplier[keep], rng.integers(1, 60, 6).astype(float)
    demand, capacity = rng.integers(0, 4, 3).astype(float), rng.integers(0, 4, 3).astype(float)
    shares = engine.share_out(buyer, supplier, metres, demand, capacity)
    unmet, transport = exhaustive(buyer, supplier, metres, demand, capacity)
    assert demand.sum() - shares.amount.sum() == pytest.approx(unmet, abs=1e-6)
    assert float(shares.amount @ metres) == pytest.approx(transport, rel=1e-4, abs=1e-6)


problems = st.integers(0, 2**32 - 1)


@settings(max_examples=60, deadline=None)
@given(problems, st.booleans(), st.sampled_from([1e-6, 1.0, 1e9]))
def test_nothing_is_made_or_lost(seed, nearest_first, unit):
    rng = np.random.default_rng(seed)
    b, s = rng.integers(1, 12), rng.integers(1, 12)
    buyer, supplier = all_pairs(b, s)
    keep = rng.random(b * s) < 0.4
    buyer, supplier = buyer[keep], supplier[keep]
    metres = rng.uniform(0, 50_000, len(buyer)) * (rng.random(len(buyer)) < 0.9)
    demand = rng.uniform(0, 9, b) * (rng.random(b) < 0.8) * unit
    capacity = rng.uniform(0, 9, s) * (rng.random(s) < 0.8) * unit
    shares = engine.share_out(buyer, supplier, metres, demand, capacity, nearest_first=nearest_first)
    slack = 1e-9 * unit * 9
    assert (shares.amount >= 0).all()
    assert (np.bincount(buyer, shares.amount, b) <= demand + slack).all()
    assert (np.bincount(supplier, shares.amount, s) <= capacity + slack).all()
    # Nobody who still needs something is in reach of somebody who still has some.
    needs = demand - np.bincount(buyer, shares.amount, b) > 1e-6 * unit
    has = capacity - np.bincount(supplier, shares.amount, s) > 1e-6 * unit
    assert not (needs[buyer] & has[supplier]).any()


@settings(max_examples=30, deadline=None)
@given(problems)
def test_the_order_of_pairs_changes_nothing(seed):
    rng = np.random.default_rng(seed)
    buyer, supplier = all_pairs(6, 5)
    metres = rng.integers(1, 4, 30).astype(float)  # many ties
    demand, capacity = rng.integers(0, 5, 6).astype(float), rng.integers(0, 5, 5).astype(float)
    shares = engine.share_out(buyer, supplier, metres, demand, capacity)
    order = rng.permutation(30)
    again = engine.share_out(buyer[order], supplier[order], metres[order], demand, capacity)
    assert again.amount.tolist() == shares.amount[order].tolist()


def test_equally_cheap_plans_give_one_answer():
    buyer, supplier = all_pairs(2, 2)
    shares = engine.share_out(buyer, supplier, np.full(4, 7.0), np.array([5.0, 5.0]), np.array([5.0, 5.0]))
    assert sorted(shares.amount.tolist()) == pytest.approx([0, 0, 5, 5])


def test_zero_demand_zero_capacity_and_no_pairs():
    none = np.empty(0, dtype="int64")
    assert len(engine.share_out(none, none, np.empty(0), np.array([3.0]), np.array([3.0])).amount) == 0
    one = np.array([0])
    for demand, capacity in ((0.0, 5.0), (5.0, 0.0), (0.0, 0.0)):
        shares = engine.share_out(one, one, np.array([9.0]), np.array([demand]), np.array([capacity]))
        assert shares.amount.tolist() == [0.0]


def test_a_set_that_is_too_large_is_shared_nearest_first_and_a_small_one_is_not():
    buyer, supplier = np.array([0, 0, 1, 1, 2]), np.array([0, 1, 0, 1, 2])
    metres = np.array([1.0, 2, 2, 100, 5])
    demand, capacity = np.array([10.0, 10, 4]), np.array([10.0, 10, 3])
    shares = engine.share_out(buyer, supplier, metres, demand, capacity, largest=3)
    assert shares.method.tolist() == [engine.NEAREST_FIRST] * 4 + [engine.LEAST_TRANSPORT]
    assert shares.amount == pytest.approx([10, 0, 0, 10, 3])
    assert shares.largest == 4


def test_sharing_out_can_be_cancelled():
    def stop(_share):
        raise Cancelled

    with pytest.raises(Cancelled):
        engine.share_out(np.array([0]), np.array([0]), np.ones(1), np.ones(1), np.ones(1), tick=stop)


@pytest.mark.parametrize("big", [1e3, 1e6, 1e9, 1e12])
def test_a_small_demand_is_met_beside_a_huge_one(big):
    buyer, supplier, metres = np.array([0, 1]), np.array([0, 0]), np.array([1000.0, 500.0])
    shares = engine.share_out(buyer, supplier, metres, np.array([big, 1.0]), np.array([2 * big]))
    assert shares.amount == pytest.approx([big, 1.0], rel=1e-12)


@pytest.mark.parametrize("seed", range(30))
def test_nothing_is_unmet_beside_what_is_left_over(seed):
    """Demands and capacities of very different size: no pair has both some unmet and some left, to a billionth."""
    rng = np.random.default_rng(seed)
    buyer, supplier = np.nonzero(rng.random((9, 6)) < 0.5)
    demand, capacity = (rng.uniform(1, 10, n) * 10.0 ** rng.integers(-6, 7, n) for n in (9, 6))
    metres = rng.uniform(10, 50_000, len(buyer))
    amount = engine.share_out(buyer, supplier, metres, demand, capacity).amount
    unmet = demand - np.bincount(buyer, amount, minlength=9) > 1e-9 * demand
    over = capacity - np.bincount(supplier, amount, minlength=6) > 1e-9 * capacity
    assert not (unmet[buyer] & over[supplier]).any()


# --- balance ---------------------------------------------------------------------------------------------------------


def test_demand_by_where_it_is_met_from():
    cell = np.array([0, 0, 1])
    amounts = engine.balance(
        cell, 2, np.array([10.0, 5, 8]), np.array([0, 0, 2]), np.array([4.0, 3, 8]), np.array([True, False, False])
    )
    assert (amounts.demand.tolist(), amounts.local.tolist()) == ([15, 8], [4, 0])
    assert (amounts.elsewhere.tolist(), amounts.unmet.tolist()) == ([3, 8], [8, 0])
    counted = engine.balance(
        cell, 2, np.ones(3), np.array([0, 0, 2]), np.full(3, np.inf), np.array([True, False, False])
    )
    assert (counted.local.tolist(), counted.elsewhere.tolist(), counted.unmet.tolist()) == ([1, 0], [0, 1], [1, 0])


def test_a_point_on_a_shared_border_is_in_the_first_polygon():
    polygons, points = (
        shapes([box(0, 0, 10, 10), box(10, 0, 20, 10)]),
        shapes([Point(10, 5), Point(15, 5), Point(50, 5)]),
    )
    assert engine.places_in(points, polygons).tolist() == [0, 1, -1]

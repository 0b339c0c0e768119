"""Park verdicts: every reason by hand, and the promise of certainty on random parks."""

from __future__ import annotations

import numpy as np
import pytest
import shapely
from factory_locations.processing.analysis import areas as ar
from factory_locations.processing.analysis import parks as pk
from factory_locations.processing.analysis import zoning
from hypothesis import given, settings
from hypothesis import strategies as st
from shapely.geometry import MultiPolygon, Point, Polygon, box

A, B = box(0, 0, 100, 100), box(300, 0, 400, 100)
RING = Polygon([(0, 0), (100, 0), (100, 100), (0, 100)], [[(40, 40), (60, 40), (60, 60), (40, 60)]])
NONE, UNKNOWN = pk.NONE_DECLARED, pk.UNKNOWN_PARK


def shapes(values) -> np.ndarray:
    out = np.empty(len(values), dtype=object)
    out[:] = values
    return out


def judged(points, accuracy, parks, declared) -> pk.ParkRelation:
    places = shapes([None if p is None else Point(*p) for p in points])
    radius = np.broadcast_to(np.asarray(accuracy, dtype="float64"), (len(points),)).copy()
    found = ar.candidates(places, radius, shapes(parks))
    return pk.judge_points(places, radius, shapes(parks), found, np.asarray(declared, dtype="int64"))


def one(point, accuracy, parks, declared) -> tuple:
    """Return verdict and reason of both rules, and the park stood in."""
    relation = judged([point], accuracy, parks, [declared])
    return (
        relation.declared.verdict[0],
        relation.declared.reason[0],
        relation.undeclared.verdict[0],
        relation.undeclared.reason[0],
        int(relation.park[0]),
    )


class TestDeclared:
    @pytest.mark.parametrize(
        ("point", "accuracy", "verdict", "reason", "park"),
        [
            ((50, 50), 0, "pass", "inside_declared", 0),
            ((50, 50), 50, "pass", "inside_declared", 0),  # the radius just touches the border
            ((50, 50), 50.01, "undecided", "on_edge", 0),
            ((100, 50), 0, "pass", "inside_declared", 0),  # on the border itself, taken as exact
            ((100, 50), 0.01, "undecided", "on_edge", 0),
            ((110, 50), 0, "fail", "outside_declared", -1),
            ((110, 50), 10, "fail", "outside_declared", -1),  # touching from outside
            ((110, 50), 10.01, "undecided", "on_edge", -1),
            ((350, 50), 0, "fail", "inside_other", 1),
            ((350, 50), 10, "fail", "inside_other", 1),
            ((295, 50), 10, "fail", "outside_declared", -1),  # it may be in the other park, but not in its own
            ((350, 50), 260, "undecided", "on_edge", 1),
        ],
    )
    def test_table(self, point, accuracy, verdict, reason, park):
        assert one(point, accuracy, [A, B], 0) == (verdict, reason, None, None, park)

    def test_in_the_hole_of_its_park_it_is_outside(self):
        assert one((50, 50), 0, [RING], 0)[:2] == ("fail", "outside_declared")
        assert one((50, 50), 10, [RING], 0)[:2] == ("fail", "outside_declared")
        assert one((50, 50), 10.1, [RING], 0)[:2] == ("undecided", "on_edge")
        assert one((30, 50), 10, [RING], 0)[:2] == ("pass", "inside_declared")
        assert one((30, 50), 10.1, [RING], 0)[:2] == ("undecided", "on_edge")

    def test_a_park_of_several_polygons(self):
        parts = MultiPolygon([box(0, 0, 10, 10), box(100, 0, 110, 10)])
        assert one((105, 5), 4, [parts], 0)[:2] == ("pass", "inside_declared")
        assert one((50, 5), 4, [parts], 0)[:2] == ("fail", "outside_declared")

    def test_overlapping_parks_it_is_inside_the_one_it_declares(self):
        parks = [box(0, 0, 100, 100), box(50, 0, 150, 100)]
        assert one((75, 50), 0, parks, 1)[:2] == ("pass", "inside_declared")
        assert one((75, 50), 0, parks, 0)[:2] == ("pass", "inside_declared")
        assert one((55, 50), 10, parks, 1)[:2] == ("undecided", "on_edge")
        assert one((40, 50), 5, parks, 1)[:2] == ("fail", "inside_other")

    def test_the_park_to_name_and_the_one_to_measure_to(self):
        relation = judged([(350, 50), (110, 50), (50, 50)], 0, [A, B], [0, 0, 0])
        assert relation.declared.area.tolist() == [1, 0, 0]
        assert relation.conflict.tolist() == [0, 0, 0]

    def test_unknown_parks_and_lost_places(self):
        relation = judged([(50, 50), None, None, None], 0, [A], [UNKNOWN, UNKNOWN, 0, NONE])
        assert relation.declared.verdict.tolist() == ["no data", "no data", "no data", None]
        assert relation.declared.reason.tolist() == ["unknown_park", "no_location", "no_location", None]
        assert relation.undeclared.verdict.tolist() == [None, None, None, "no data"]
        assert relation.undeclared.reason.tolist() == [None, None, None, "no_location"]
        assert relation.park.tolist() == [0, -1, -1, -1]


class TestUndeclared:
    @pytest.mark.parametrize(
        ("point", "accuracy", "verdict", "reason", "park"),
        [
            ((50, 50), 0, "fail", "undeclared", 0),
            ((50, 50), 50, "fail", "undeclared", 0),
            ((50, 50), 50.01, "undecided", "on_edge", 0),
            ((110, 50), 10, "pass", "outside", -1),
            ((110, 50), 10.01, "undecided", "on_edge", -1),
            ((200, 50), 99, "pass", "outside", -1),
            ((200, 50), 101, "undecided", "on_edge", -1),
            ((100, 50), 0, "fail", "undeclared", 0),
        ],
    )
    def test_table(self, point, accuracy, verdict, reason, park):
        assert one(point, accuracy, [A, B], NONE) == (None, None, verdict, reason, park)

    def test_between_two_parks_that_share_a_border_it_is_inside_a_park_for_certain(self):
        assert one((100, 50), 10, [A, box(100, 0, 200, 100)], NONE)[2:4] == ("fail", "undeclared")
        assert one((95, 50), 10, [A, box(100, 0, 200, 100)], NONE)[2:4] == ("fail", "undeclared")

    def test_in_a_hole(self):
        assert one((50, 50), 5, [RING], NONE)[2:4] == ("pass", "outside")
        assert one((50, 50), 15, [RING], NONE)[2:4] == ("undecided", "on_edge")

    def test_a_register_that_does_not_record_parks_is_not_blamed(self):
        places = [(50, 50), (110, 50), (95, 50), None]
        relation = pk.not_asked(judged(places, [0, 0, 10, 0], [A], [NONE] * 4), np.ones(4, dtype=bool))
        assert relation.undeclared.verdict.tolist() == ["pass", "pass", "undecided", "no data"]
        assert relation.undeclared.reason.tolist() == ["inside", "outside", "on_edge", "no_location"]

    def test_only_those_are_not_blamed_of_which_no_park_is_recorded(self):
        relation = pk.not_asked(judged([(50, 50), (50, 50)], [0, 0], [A], [NONE] * 2), np.array([True, False]))
        assert relation.undeclared.verdict.tolist() == ["pass", "fail"]

    def test_no_parks_at_all(self):
        assert one((50, 50), 10, [], NONE) == (None, None, "pass", "outside", -1)


@pytest.mark.parametrize(("off", "inside"), [(0.004, True), (0.009, True), (0.011, False), (0.5, False)])
@pytest.mark.parametrize("accuracy", [0, 0.003])
def test_both_rules_agree_on_what_is_on_the_border(off, inside, accuracy):
    declared = one((100 + off, 50), accuracy, [A, B], 0)[:2]
    undeclared = one((100 + off, 50), accuracy, [A, B], NONE)[2:4]
    assert declared == (("pass", "inside_declared") if inside else ("fail", "outside_declared"))
    assert undeclared == (("fail", "undeclared") if inside else ("pass", "outside"))


@pytest.mark.parametrize("accuracy", [np.nan, -5.0])
def test_an_accuracy_that_is_no_distance_takes_the_coordinate_as_exact(accuracy):
    assert one((95, 50), accuracy, [A], 0)[:2] == ("pass", "inside_declared")
    assert one((105, 50), accuracy, [A], 0)[:2] == ("fail", "outside_declared")
    assert one((95, 50), accuracy, [A], NONE)[2:4] == ("fail", "undeclared")


class TestOnePerPark:
    def test_polygons_with_one_id_are_one_park_in_layer_order(self):
        ids = shapes(["Z", "A", "Z", "M"])
        first, parks = pk.one_per_park(ids, shapes([box(0, 0, 1, 1), box(5, 5, 6, 6), box(3, 0, 4, 1), None]))
        assert first.tolist() == [0, 1, 3]
        assert shapely.area(parks[:2]).tolist() == [2.0, 1.0]
        assert parks[2] is None

    def test_parts_that_touch_or_overlap_have_no_border_between_them(self):
        first, parks = pk.one_per_park(
            shapes(["P", "P", "P"]), shapes([A, box(100, 0, 200, 100), box(150, 0, 250, 100)])
        )
        assert first.tolist() == [0]
        relation = judged([(100, 50)], 40, parks, [0])
        assert relation.declared.verdict[0] == "pass"

    @pytest.mark.parametrize("gap", [0.004, 0.009])
    def test_a_hairline_gap_is_no_border(self, gap):
        """Two parts with a crack between them: both rules take it for ground of the park."""
        _, parks = pk.one_per_park(shapes(["P", "P"]), shapes([A, box(100 + gap, 0, 200, 100)]))
        for x in (50, 99.9, 100 + gap / 2, 101):
            for accuracy in (0, 5):
                assert one((x, 50), accuracy, parks, 0)[:2] == ("pass", "inside_declared"), (x, accuracy)
                assert one((x, 50), accuracy, parks, NONE)[2:4] == ("fail", "undeclared"), (x, accuracy)
        assert shapely.total_bounds(parks) == pytest.approx([0, 0, 200, 100], abs=0.002)

    def test_a_wider_gap_is_one(self):
        given_ = shapes([A, box(100.011, 0, 200, 100)])
        _, parks = pk.one_per_park(shapes(["P", "P"]), given_)
        assert shapely.area(parks).sum() == shapely.area(given_).sum()
        assert one((100, 50), 5, parks, 0)[:2] == ("undecided", "on_edge")

    def test_one_missing_part_does_not_lose_the_others(self):
        _, parks = pk.one_per_park(shapes(["P", "P"]), shapes([None, A]))
        assert parks[0].equals(A)


def judged_polygons(premises, parks, declared, rule="any") -> pk.ParkRelation:
    polygons = shapes(premises)
    polygon, area, share = ar.shares(polygons, shapes(parks))
    covered = ar.covered(polygons, polygon, area, shapes(parks))
    return pk.judge_polygons(polygons, polygon, area, share, covered, np.asarray(declared, dtype="int64"), rule)


class TestPolygons:
    @pytest.mark.parametrize(
        ("premises", "any_", "majority", "all_"),
        [
            (box(10, 10, 90, 90), *[("pass", "inside_declared")] * 3),
            (box(40, 10, 140, 20), ("fail", "outside_declared"), ("pass", "inside_declared"), ("undecided", "on_edge")),
            (box(60, 10, 160, 20), *[("fail", "outside_declared")] * 2, ("undecided", "on_edge")),
            (box(50, 10, 150, 20), ("fail", "outside_declared"), ("undecided", "on_edge"), ("undecided", "on_edge")),
            (box(310, 10, 320, 20), *[("fail", "inside_other")] * 3),
            (box(200, 10, 210, 20), *[("fail", "outside_declared")] * 3),
            (None, *[("no data", "no_location")] * 3),
        ],
    )  # fmt: skip
    def test_declared(self, premises, any_, majority, all_):
        for rule, expected in zip(zoning.POLYGON_RULES, (any_, majority, all_)):
            relation = judged_polygons([premises], [A, B], [0], rule)
            assert (relation.declared.verdict[0], relation.declared.reason[0]) == expected
            assert relation.undeclared.verdict[0] is None

    @pytest.mark.parametrize(
        ("premises", "any_", "majority", "all_"),
        [
            (box(10, 10, 90, 90), *[("fail", "undeclared")] * 3),
            (box(40, 10, 140, 20), ("fail", "undeclared"), ("fail", "undeclared"), ("undecided", "on_edge")),
            (box(60, 10, 160, 20), ("fail", "undeclared"), ("pass", "outside"), ("undecided", "on_edge")),
            (box(200, 10, 210, 20), *[("pass", "outside")] * 3),
            (box(100, 10, 110, 20), *[("pass", "outside")] * 3),  # touching is not inside
            (None, *[("no data", "no_location")] * 3),
        ],
    )
    def test_undeclared(self, premises, any_, majority, all_):
        for rule, expected in zip(zoning.POLYGON_RULES, (any_, majority, all_)):
            relation = judged_polygons([premises], [A, B], [NONE], rule)
            assert (relation.undeclared.verdict[0], relation.undeclared.reason[0]) == expected
            assert relation.declared.verdict[0] is None

    def test_ground_in_two_overlapping_parks_counts_once(self):
        relation = judged_polygons([box(60, 10, 160, 20)], [A, A], [NONE], "majority")
        assert relation.undeclared.verdict[0] == "pass"  # 40 % inside, not 80 %

    def test_unknown_and_small(self):
        relation = judged_polygons([box(10, 10, 20, 20), box(1, 1, 1.5, 1.5)], [A], [UNKNOWN, 0])
        assert relation.declared.verdict.tolist() == ["no data", "pass"]
        assert relation.declared.reason.tolist() == ["unknown_park", "inside_declared"]

    def test_a_sliver_in_a_park_does_not_name_it(self):
        beside = [box(100 - 0.005, 10, 200, 110)] * 2
        relation = judged_polygons(beside, [A, B], [NONE, 1])
        assert relation.park.tolist() == [-1, -1]
        assert relation.undeclared.area[0] == -1
        assert relation.undeclared.reason[0] == "outside"
        assert (relation.declared.reason[1], relation.declared.area[1]) == ("outside_declared", 1)

    def test_slivers_in_two_parks_that_make_more_than_one_name_the_larger(self):
        relation = judged_polygons([box(99.994, 0, 300.006, 100)], [A, box(300, 0, 400, 150)], [NONE])
        assert (relation.undeclared.verdict[0], relation.undeclared.reason[0]) == ("fail", "undeclared")
        assert relation.undeclared.area[0] in (0, 1)

    def test_a_sliver_over_the_border_does_not_count(self):
        assert judged_polygons([box(10, 10, 100.005, 110 - 10)], [A], [0]).declared.verdict[0] == "pass"
        assert judged_polygons([box(10, 10, 100.1, 110 - 10)], [A], [0]).declared.verdict[0] == "fail"


@settings(max_examples=30, deadline=None)
@given(st.integers(0, 2**32 - 1))
def test_verdicts_hold_everywhere_in_reach(seed):
    rng = np.random.default_rng(seed)
    count = int(rng.integers(1, 8))
    centres = rng.uniform(0, 1000, (count, 2))
    angle = np.linspace(0, 2 * np.pi, 12, endpoint=False)
    radius = rng.uniform(40, 160, (count, 1)) * rng.uniform(0.5, 1, (count, 12))
    rings = centres[:, None, :] + radius[..., None] * np.stack([np.cos(angle), np.sin(angle)], -1)
    parks = shapely.polygons(rings)  # they overlap as they please
    points = rng.uniform(0, 1000, (30, 2))
    accuracy = np.where(rng.uniform(size=30) < 0.2, 0.0, np.exp(rng.uniform(0, np.log(200), 30)))
    declared = rng.integers(-1, count, 30)
    relation = judged(points, accuracy, parks, declared)
    everything = shapely.union_all(parks)
    for i in range(30):
        own = everything if declared[i] < 0 else parks[declared[i]]
        away, depth = shapely.distance(own, Point(points[i])), shapely.distance(own.boundary, Point(points[i]))
        if abs(depth - accuracy[i]) < 0.02:
            continue  # within the tolerance of gaps
        certainly = "inside" if away == 0 and depth > accuracy[i] else "outside" if away > accuracy[i] else None
        judgement = relation.declared if declared[i] >= 0 else relation.undeclared
        expected = {"inside": "pass", "outside": "fail"} if declared[i] >= 0 else {"inside": "fail", "outside": "pass"}
        assert judgement.verdict[i] == expected.get(certainly, "undecided")

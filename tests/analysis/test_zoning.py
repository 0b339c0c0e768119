"""Zone verdicts: tables by hand, then the promise on random ground: decided means the same everywhere in reach."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
import shapely
from factory_locations.processing.analysis import activities as act
from factory_locations.processing.analysis import areas as ar
from factory_locations.processing.analysis import zoning
from hypothesis import given, settings
from hypothesis import strategies as st
from shapely.geometry import MultiPolygon, Point, box

OUTCOME = {name: code for code, name in enumerate(act.OUTCOMES)}
VERDICT_OF = {
    "permitted": "pass",
    "conditional": "pass",
    "prohibited": "fail",
    **dict.fromkeys((*act.OUTCOMES[3:], zoning.NO_ZONING), "no data"),
}


def shapes(values) -> np.ndarray:
    out = np.empty(len(values), dtype=object)
    out[:] = values
    return out


def judged(outcomes, points, accuracy, zones) -> zoning.Judgement:
    """Judge points where zone k answers outcomes[k] to the one activity there is."""
    places = shapes([None if p is None else Point(*p) for p in points])
    radius = np.broadcast_to(np.asarray(accuracy, dtype="float64"), (len(points),)).copy()
    found = ar.candidates(places, radius, shapes(zones))
    matrix = np.array([[OUTCOME[name] for name in outcomes]], dtype="int8").reshape(1, len(outcomes))
    activity = np.zeros(len(points), dtype="int64")
    return zoning.judge_points(found, ~shapely.is_missing(places), activity, np.arange(len(zones)), matrix)


LEFT, RIGHT = box(0, 0, 100, 100), box(100, 0, 200, 100)


@pytest.mark.parametrize("outcome", act.OUTCOMES)
def test_inside_one_zone_its_answer_is_the_answer(outcome):
    result = judged([outcome], [(50, 50)], 10, [LEFT])
    assert (result.verdict[0], result.reason[0], result.area[0]) == (VERDICT_OF[outcome], outcome, 0)


@pytest.mark.parametrize(("first", "second"), list(itertools.product(act.OUTCOMES, repeat=2)))
def test_two_zones_in_reach(first, second):
    result = judged([first, second], [(95, 50)], 10, [LEFT, RIGHT])
    if VERDICT_OF[first] != VERDICT_OF[second]:
        assert (result.verdict[0], result.reason[0]) == ("undecided", "zones_differ")
    elif VERDICT_OF[first] == "pass":
        certain = "permitted" if first == second == "permitted" else "conditional"
        assert (result.verdict[0], result.reason[0]) == ("pass", certain)
    else:
        assert (result.verdict[0], result.reason[0]) == (VERDICT_OF[first], first)
    assert result.area[0] == 0


@pytest.mark.parametrize("outcome", act.OUTCOMES)
def test_a_zone_and_unplanned_ground_in_reach(outcome):
    result = judged([outcome], [(95, 50), (105, 50)], 10, [LEFT])
    if VERDICT_OF[outcome] == "no data":
        assert result.verdict.tolist() == ["no data"] * 2
        assert result.reason.tolist() == [outcome, "no_zoning"]
    else:
        assert result.verdict.tolist() == ["undecided"] * 2
        assert result.reason.tolist() == ["zones_differ"] * 2
    assert result.area.tolist() == [0, -1]


@pytest.mark.parametrize("accuracy", [0, 0.001, 5])
def test_in_a_hairline_gap_the_nearest_zone_is_taken(accuracy):
    """What is narrower than a centimetre is drawing noise, not unplanned land."""
    right = box(100.009, 0, 200, 100)
    result = judged(["permitted", "conditional"], [(100.004, 50), (100.006, 50)], accuracy, [LEFT, right])
    assert result.verdict.tolist() == ["pass"] * 2
    assert result.area.tolist() == [0, 1]
    assert judged(["permitted"] * 2, [(100.0045, 50)], accuracy, [right, LEFT]).area[0] == 0
    beyond = judged(["permitted"], [(100.02, 50)], 0, [LEFT])
    assert (beyond.verdict[0], beyond.reason[0]) == ("no data", "no_zoning")


def test_no_zone_in_reach_and_no_place():
    result = judged(["permitted"], [(500, 500), None], [10, 10], [LEFT])
    assert result.verdict.tolist() == ["no data", "no data"]
    assert result.reason.tolist() == ["no_zoning", "no_location"]
    assert result.area.tolist() == [-1, -1]


def test_no_zones_at_all():
    result = judged([], [(1, 1)], 5, [])
    assert (result.verdict[0], result.reason[0]) == ("no data", "no_zoning")


def test_the_border_rule_gives_one_answer_for_an_exact_coordinate():
    result = judged(["permitted", "prohibited"], [(100, 50)], 0, [LEFT, RIGHT])
    assert (result.verdict[0], result.reason[0], result.area[0]) == ("pass", "permitted", 0)
    result = judged(["prohibited", "permitted"], [(100, 50)], 0, [LEFT, RIGHT])
    assert result.verdict[0] == "fail"
    assert judged(["permitted", "prohibited"], [(100, 50)], 0.01, [LEFT, RIGHT]).verdict[0] == "undecided"


def test_an_exact_coordinate_where_zones_overlap_and_differ_is_undecided():
    result = judged(["permitted", "prohibited"], [(95, 50)], 0, [LEFT, box(90, 0, 200, 100)])
    assert (result.verdict[0], result.reason[0]) == ("undecided", "zones_differ")
    assert judged(["permitted", "permitted"], [(95, 50)], 0, [LEFT, box(90, 0, 200, 100)]).verdict[0] == "pass"


class TestExemption:
    def judgement(self, *pairs) -> zoning.Judgement:
        verdict, reason = zip(*pairs)
        return zoning.Judgement(shapes(verdict), shapes(reason), np.arange(len(pairs)))

    def test_table(self):
        before = self.judgement(
            ("fail", "prohibited"),
            ("fail", "prohibited"),
            ("pass", "permitted"),
            ("pass", "permitted"),
            ("undecided", "zones_differ"),
            ("no data", "no_zoning"),
            ("no data", "no_zoning"),
            ("no data", "no_location"),
            ("fail", "prohibited"),
        )
        wholly = np.array([True, False, True, False, True, True, False, True, False])
        partly = np.array([True, True, True, True, True, True, True, True, False])
        after = zoning.exempt_inside(before, wholly, partly)
        assert list(zip(after.verdict, after.reason)) == [
            ("exempt", "inside_park"),
            ("undecided", "park_edge"),
            ("exempt", "inside_park"),
            ("pass", "permitted"),
            ("exempt", "inside_park"),
            ("exempt", "inside_park"),
            ("undecided", "park_edge"),
            ("no data", "no_location"),
            ("fail", "prohibited"),
        ]
        assert before.verdict[0] == "fail"  # the judgement given is left alone
        assert (after.area == before.area).all()


class TestDecideShares:
    """Shares of ground that pass, fail and have no data, under each rule."""

    @pytest.mark.parametrize(
        ("shares", "any_", "majority", "all_"),
        [
            ((1, 0, 0), "pass", "pass", "pass"),
            ((0, 1, 0), "fail", "fail", "fail"),
            ((0, 0, 1), "no data", "no data", "no data"),
            ((0.9, 0.1, 0), "fail", "pass", "undecided"),
            ((0.1, 0.9, 0), "fail", "fail", "undecided"),
            ((0.5, 0.5, 0), "fail", "undecided", "undecided"),
            ((0.5, 0, 0.5), "no data", "undecided", "undecided"),
            ((0.6, 0, 0.4), "no data", "pass", "undecided"),
            ((0.4, 0.3, 0.3), "fail", "undecided", "undecided"),
            ((0, 0.4, 0.6), "fail", "no data", "undecided"),
            ((0, 0, 0), "no data", "no data", "no data"),
            ((0.99, 0, 0), "pass", "pass", "pass"),  # slivers were removed
        ],
    )
    def test_table(self, shares, any_, majority, all_):
        given_ = np.array([shares], dtype="float64")
        got = [zoning.decide_shares(given_, rule)[0] for rule in zoning.POLYGON_RULES]
        assert got == [any_, majority, all_]


def judged_polygons(outcomes, premises, zones, rule="any") -> zoning.Judgement:
    polygons = shapes(premises)
    polygon, area, share = ar.shares(polygons, shapes(zones))
    matrix = np.array([[OUTCOME[name] for name in outcomes]], dtype="int8").reshape(1, len(outcomes))
    activity = np.zeros(len(polygons), dtype="int64")
    covered = ar.covered(polygons, polygon, area, shapes(zones))
    zone = np.arange(len(zones))
    return zoning.judge_polygons(polygons, shapes(zones), polygon, area, share, covered, activity, zone, matrix, rule)


class TestPolygons:
    # 60 m of the 100 m long premises lie in LEFT, 40 m in RIGHT.
    PREMISES = box(40, 40, 140, 60)

    @pytest.mark.parametrize(
        ("outcomes", "rule", "verdict", "reason", "area"),
        [
            (("permitted", "permitted"), "any", "pass", "permitted", 0),
            (("permitted", "conditional"), "any", "pass", "conditional", 0),
            (("permitted", "prohibited"), "any", "fail", "prohibited", 1),
            (("permitted", "prohibited"), "majority", "pass", "permitted", 0),
            (("prohibited", "permitted"), "majority", "fail", "prohibited", 0),
            (("permitted", "prohibited"), "all", "undecided", "shares_differ", 0),
            (("prohibited", "prohibited"), "all", "fail", "prohibited", 0),
            (("permitted", "not_in_table"), "any", "no data", "not_in_table", 0),
            (("not_in_table", "no_zone_code"), "all", "no data", "not_in_table", 0),
            (("no_zone_code", "permitted"), "majority", "no data", "no_zone_code", 0),
        ],
    )
    def test_two_zones(self, outcomes, rule, verdict, reason, area):
        result = judged_polygons(outcomes, [self.PREMISES], [LEFT, RIGHT], rule)
        assert (result.verdict[0], result.reason[0], result.area[0]) == (verdict, reason, area)

    @pytest.mark.parametrize(
        ("rule", "verdict", "reason"),
        [("any", "no data", "no_zoning"), ("majority", "pass", "permitted"), ("all", "undecided", "shares_differ")],
    )
    def test_partly_on_unplanned_ground(self, rule, verdict, reason):
        result = judged_polygons(["permitted"], [self.PREMISES], [LEFT], rule)
        assert (result.verdict[0], result.reason[0]) == (verdict, reason)

    def test_half_in_two_zones_at_once_is_not_wholly_planned(self):
        """Two overlapping zones must not make up for ground that neither covers."""
        result = judged_polygons(["permitted", "permitted"], [box(50, 40, 150, 60)], [LEFT, LEFT])
        assert (result.verdict[0], result.reason[0]) == ("no data", "no_zoning")
        result = judged_polygons(["permitted", "permitted"], [box(50, 40, 150, 60)], [LEFT, LEFT], "all")
        assert result.verdict[0] == "undecided"

    @pytest.mark.parametrize(
        ("outcomes", "majority", "any_"),
        [
            # 60 m prohibit; the other 40 m permit, drawn twice
            (("prohibited", "permitted", "permitted"), ("fail", "prohibited"), ("fail", "prohibited")),
            (("permitted", "prohibited", "prohibited"), ("pass", "permitted"), ("fail", "prohibited")),
            (("permitted", "conditional", "permitted"), ("pass", "conditional"), ("pass", "conditional")),
            # the 40 m drawn twice answer differently
            (("permitted", "prohibited", "permitted"), ("pass", "permitted"), ("undecided", "zones_overlap")),
            (("prohibited", "prohibited", "permitted"), ("fail", "prohibited"), ("fail", "prohibited")),
            (("not_in_table", "prohibited", "permitted"), ("no data", "not_in_table"), ("undecided", "zones_overlap")),
        ],
    )
    def test_ground_that_is_drawn_twice_counts_once(self, outcomes, majority, any_):
        zones = [LEFT, RIGHT, RIGHT]
        for rule, expected in (("majority", majority), ("any", any_)):
            result = judged_polygons(outcomes, [self.PREMISES], zones, rule)
            assert (result.verdict[0], result.reason[0]) == expected, rule

    @pytest.mark.parametrize("rule", zoning.POLYGON_RULES)
    def test_premises_wholly_in_zones_that_overlap_and_differ(self, rule):
        result = judged_polygons(["permitted", "prohibited"], [box(10, 10, 20, 20)], [LEFT, LEFT], rule)
        assert (result.verdict[0], result.reason[0]) == ("undecided", "zones_overlap")

    def test_slivers_under_a_square_metre_do_not_count(self):
        result = judged_polygons(["permitted", "prohibited"], [box(50, 40, 100.04, 60)], [LEFT, RIGHT])  # 0.8 m²
        assert result.verdict[0] == "pass"
        result = judged_polygons(["permitted", "prohibited"], [box(50, 40, 100.06, 60)], [LEFT, RIGHT])  # 1.2 m²
        assert result.verdict[0] == "fail"

    def test_a_sliver_names_no_zone(self):
        result = judged_polygons(["permitted"], [box(99.995, 10, 200, 110)], [LEFT])
        assert (result.verdict[0], result.reason[0], result.area[0]) == ("no data", "no_zoning", -1)

    def test_premises_smaller_than_a_sliver_are_judged_all_the_same(self):
        result = judged_polygons(
            ["permitted", "prohibited"], [box(50, 50, 50.8, 50.8), box(150, 50, 150.8, 50.8)], [LEFT, RIGHT]
        )
        assert result.verdict.tolist() == ["pass", "fail"]
        assert result.reason.tolist() == ["permitted", "prohibited"]

    def test_outside_and_absent(self):
        result = judged_polygons(["permitted"], [box(500, 0, 510, 10), None], [LEFT])
        assert result.verdict.tolist() == ["no data", "no data"]
        assert result.reason.tolist() == ["no_zoning", "no_location"]
        assert result.area.tolist() == [-1, -1]

    def test_the_largest_failing_part_is_named(self):
        third = box(0, 100, 200, 200)
        premises = [box(90, 50, 150, 120)]  # 500 m² LEFT, 2500 m² RIGHT, 1200 m² third
        result = judged_polygons(["prohibited", "permitted", "prohibited"], premises, [LEFT, RIGHT, third])
        assert (result.verdict[0], result.area[0]) == ("fail", 2)

    def test_several_parts(self):
        premises = [MultiPolygon([box(10, 10, 20, 20), box(110, 10, 120, 20)])]
        assert judged_polygons(["permitted", "prohibited"], premises, [LEFT, RIGHT]).verdict[0] == "fail"
        assert (
            judged_polygons(["permitted", "prohibited"], premises, [LEFT, RIGHT], "majority").verdict[0] == "undecided"
        )


# The promise on random ground --------------------------------------------------------------------------------------

seeds = st.integers(0, 2**32 - 1)


def ground(seed: int, missing: float):
    """Return points, accuracies, zones, and what each zone answers."""
    rng = np.random.default_rng(seed)
    centres = shapely.multipoints(rng.uniform(0, 1000, (rng.integers(2, 15), 2)))
    zones = shapely.get_parts(shapely.voronoi_polygons(centres, extend_to=box(-300, -300, 1300, 1300)))
    zones = zones[rng.uniform(size=len(zones)) >= missing]
    points = rng.uniform(0, 1000, (20, 2))
    accuracy = np.where(rng.uniform(size=20) < 0.2, 0.0, np.exp(rng.uniform(0, np.log(300), 20)))
    answers = rng.choice(["permitted", "conditional", "prohibited", "not_in_table"], len(zones))
    return points, accuracy, zones, answers.tolist()


def possible(point, radius, zones, answers) -> tuple[set[str], set[str]]:
    """Return verdicts that surely occur within the radius, and those that may: by cutting the disc into pieces."""
    inner = shapely.buffer(Point(point), max(radius - 0.05, 1e-3), quad_segs=32)
    outer = shapely.buffer(Point(point), radius * 1.001 + 0.05, quad_segs=32)
    sure, maybe = set(), set()
    for disc, verdicts in ((inner, sure), (outer, maybe)):
        for zone, answer in zip(zones, answers):
            if shapely.area(shapely.intersection(disc, zone)) > 1e-9:
                verdicts.add(VERDICT_OF[answer])
        if shapely.area(shapely.difference(disc, shapely.union_all(zones))) > 1e-2:
            verdicts.add("no data")
    return sure, maybe


@settings(max_examples=12, deadline=None)
@given(seeds, st.sampled_from([0.0, 0.4]))
def test_decided_if_and_only_if_the_answer_is_the_same_everywhere_in_reach(seed, missing):
    points, accuracy, zones, answers = ground(seed, missing)
    result = judged(answers, points, accuracy, list(zones))
    for i in np.flatnonzero(accuracy > 0):
        sure, maybe = possible(points[i], accuracy[i], zones, answers)
        if len(sure) > 1:
            assert result.verdict[i] == "undecided"
        elif len(maybe) == 1:
            assert result.verdict[i] == maybe.pop()


@settings(max_examples=8, deadline=None)
@given(seeds, st.sampled_from([0.0, 0.4]))
def test_a_decided_verdict_holds_for_every_place_sampled_in_reach(seed, missing):
    points, accuracy, zones, answers = ground(seed, missing)
    result = judged(answers, points, accuracy, list(zones))
    rng = np.random.default_rng(seed)
    for i in np.flatnonzero(result.verdict != "undecided"):
        angle, share = rng.uniform(0, 2 * np.pi, 200), np.sqrt(rng.uniform(0, 1, 200))
        offset = accuracy[i] * share[:, None] * np.column_stack([np.cos(angle), np.sin(angle)])
        elsewhere = judged(answers, points[i] + 0.999 * offset, 0, list(zones))
        assert set(elsewhere.verdict) == {result.verdict[i]}


@settings(max_examples=8, deadline=None)
@given(seeds, st.sampled_from([0.0, 0.4]))
def test_an_exact_coordinate_is_never_undecided_on_a_plan_without_overlaps(seed, missing):
    points, _, zones, answers = ground(seed, missing)
    corners = shapely.get_coordinates(zones)
    assert "undecided" not in judged(answers, np.concatenate([points, corners]), 0, list(zones)).verdict


@settings(max_examples=8, deadline=None)
@given(seeds, st.permutations(range(20)))
def test_the_order_of_the_factories_does_not_matter(seed, order):
    points, accuracy, zones, answers = ground(seed, 0.2)
    straight = judged(answers, points, accuracy, list(zones))
    shuffled = judged(answers, points[order], accuracy[order], list(zones))
    assert (straight.verdict[order] == shuffled.verdict).all()
    assert (straight.reason[order] == shuffled.reason).all()
    assert (straight.area[order] == shuffled.area).all()


@settings(max_examples=8, deadline=None)
@given(seeds)
def test_a_better_accuracy_never_undoes_a_verdict(seed):
    points, accuracy, zones, answers = ground(seed, 0.2)
    coarse = judged(answers, points, accuracy, list(zones))
    fine = judged(answers, points, accuracy / 2, list(zones))
    decided = coarse.verdict != "undecided"
    assert (coarse.verdict[decided] == fine.verdict[decided]).all()

"""Candidates, shares and overlaps on squares whose answers are computed by hand, and on random coverages."""

from __future__ import annotations

import numpy as np
import pytest
import shapely
from factory_locations.processing.analysis import areas as ar
from factory_locations.processing.analysis.errors import Cancelled
from hypothesis import given, settings
from hypothesis import strategies as st
from shapely.geometry import MultiPolygon, Point, Polygon, box

# Four squares of 100 m around (100, 100):  2 | 3
#                                           0 | 1
FOUR = [box(0, 0, 100, 100), box(100, 0, 200, 100), box(0, 100, 100, 200), box(100, 100, 200, 200)]


def shapes(values) -> np.ndarray:
    out = np.empty(len(values), dtype=object)
    out[:] = values
    return out


def found(points, accuracy, areas) -> ar.Candidates:
    radius = np.broadcast_to(np.asarray(accuracy, dtype="float64"), (len(points),)).copy()
    return ar.candidates(shapes([p if p is None else Point(*p) for p in points]), radius, shapes(areas))


def pairs(result: ar.Candidates, point: int = 0) -> list[int]:
    """Areas that may hold the point."""
    return result.area[result.point == point].tolist()


class TestExactCoordinates:
    def test_in_the_middle_there_is_one_answer(self):
        result = found([(50, 50)], 0, FOUR)
        assert pairs(result) == [0]
        assert result.home.tolist() == [0]
        assert result.inside.tolist() == [True]
        assert not result.open[0]
        assert not result.on_border[0]
        assert not result.overlapping[0]

    @pytest.mark.parametrize("order", [[0, 1, 2, 3], [3, 2, 1, 0], [1, 3, 0, 2]])
    def test_a_shared_border_belongs_to_the_lowest_whatever_the_order(self, order):
        result = found([(100, 50)], 0, [FOUR[i] for i in order])
        lowest = min(order.index(0), order.index(1))
        assert pairs(result) == [lowest]
        assert result.home.tolist() == [lowest]
        assert result.on_border[0]
        assert not result.overlapping[0]
        assert not result.open[0]

    def test_the_corner_of_four_belongs_to_the_lowest(self):
        result = found([(100, 100)], 0, FOUR)
        assert pairs(result) == [0]
        assert result.on_border[0]
        assert not result.overlapping[0]

    def test_all_that_share_a_border_are_told_where_asked(self):
        places = [(100, 50), (100, 100), (50, 50)]
        result = ar.candidates(shapes([Point(*p) for p in places]), np.zeros(3), shapes(FOUR), borders=True)
        assert [result.area[result.point == i].tolist() for i in range(3)] == [[0, 1], [0, 1, 2, 3], [0]]
        assert result.home.tolist() == [0, 0, 0]
        assert result.on_border.tolist() == [True, True, False]

    @pytest.mark.parametrize("off", [0.0, 1e-9, -1e-9, 0.0009, -0.0009])
    @pytest.mark.parametrize("order", [[0, 1], [1, 0]])
    def test_what_rounding_moves_off_a_border_is_still_on_it(self, off, order):
        """A register in degrees comes back a billionth of a metre beside the border that its places lie on."""
        areas = shapes([FOUR[i] for i in order])
        result = ar.candidates(shapes([Point(100 + off, 50)]), np.zeros(1), areas, borders=True)
        assert pairs(result) == [0, 1]
        assert result.inside.all()
        assert result.on_border[0]
        assert result.home.tolist() == [0]
        assert not result.open[0]
        assert not result.overlapping[0]

    @pytest.mark.parametrize("off", [0.0011, -0.0011])
    def test_two_millimetres_beside_a_border_are_not_on_it(self, off):
        result = ar.candidates(shapes([Point(100 + off, 50)]), np.zeros(1), shapes(FOUR), borders=True)
        assert pairs(result) == [int(off > 0)]
        assert not result.on_border[0]

    @pytest.mark.parametrize("off", [1e-9, -1e-9])
    def test_near_the_outer_border_nothing_is_shared(self, off):
        result = ar.candidates(shapes([Point(off, 50)]), np.zeros(1), shapes(FOUR), borders=True)
        assert pairs(result) == [0]
        assert not result.on_border[0]
        assert not result.open[0]

    @pytest.mark.parametrize("off", [1e-9, 0.0, -1e-9])
    def test_the_border_of_another_deep_inside_a_zone_decides_nothing(self, off):
        areas = shapes([box(0, 0, 100, 100), box(50, 0, 60, 100)])
        result = ar.candidates(shapes([Point(50 - abs(off), 50)]), np.zeros(1), areas, borders=True)
        assert pairs(result) == [0]
        assert not result.on_border[0]

    def test_a_stated_accuracy_is_not_rounding(self):
        two = shapes([Point(100 + 1e-9, 50), Point(100 + 1e-9, 50)])
        result = ar.candidates(two, np.array([0.0, 5.0]), shapes(FOUR), borders=True)
        assert result.inside.tolist() == [True, True, False, True]
        assert result.on_border.tolist() == [True, False]

    def test_the_outer_border_still_holds_its_points(self):
        result = found([(0, 50), (0, 0), (200, 100)], 0, FOUR)
        assert result.home.tolist() == [0, 0, 1]
        assert not result.open.any()

    def test_inside_two_at_once_is_an_overlap_not_a_border(self):
        result = found([(50, 50)], 0, [box(0, 0, 60, 100), box(40, 0, 100, 100)])
        assert pairs(result) == [0, 1]
        assert result.overlapping[0]
        assert not result.on_border[0]

    def test_inside_one_and_on_the_border_of_another_is_inside_the_one(self):
        """Where zones overlap, a border that crosses the inside of another zone decides nothing."""
        result = found([(40, 50)], 0, [box(40, 0, 100, 100), box(0, 0, 60, 100)])
        assert result.home.tolist() == [1]
        assert pairs(result) == [1]
        assert not result.on_border[0]
        assert not result.overlapping[0]

    def test_a_hole_is_open_ground(self):
        ring = Polygon([(0, 0), (100, 0), (100, 100), (0, 100)], [[(40, 40), (60, 40), (60, 60), (40, 60)]])
        result = found([(50, 50), (40, 50), (30, 50)], 0, [ring])
        assert result.home.tolist() == [-1, 0, 0]
        assert result.open.tolist() == [True, False, False]

    def test_every_part_of_a_multi_polygon_counts(self):
        result = found([(5, 5), (105, 5), (50, 5)], 0, [MultiPolygon([box(0, 0, 10, 10), box(100, 0, 110, 10)])])
        assert result.home.tolist() == [0, 0, -1]

    def test_points_without_a_place_are_in_nothing_and_do_not_disturb_the_others(self):
        result = found([None, (50, 50), None], [0, 0, 500], FOUR)
        assert result.home.tolist() == [-1, 0, -1]
        assert result.point.tolist() == [1]
        assert result.open.tolist() == [True, False, True]

    def test_areas_without_a_shape_hold_nothing(self):
        result = found([(50, 50), (150, 50)], [0, 60], [None, FOUR[0], None, FOUR[1]])
        assert result.home.tolist() == [1, 3]
        assert pairs(result, 1) == [1, 3]

    @pytest.mark.parametrize("accuracy", [0, 10])
    def test_no_areas_at_all(self, accuracy):
        result = found([(50, 50), None], accuracy, [])
        assert result.home.tolist() == [-1, -1]
        assert result.open.all()
        assert len(result.point) == 0

    def test_no_points_at_all(self):
        result = found([], 0, FOUR)
        assert len(result.point) == len(result.home) == len(result.open) == 0


class TestWithinTheAccuracy:
    def test_touching_the_border_from_inside_is_still_certain(self):
        result = found([(50, 50)], 50, FOUR)
        assert pairs(result) == [0]
        assert not result.open[0]

    def test_reaching_just_over_the_border_names_both(self):
        result = found([(90, 50)], 10.001, FOUR)
        assert pairs(result) == [0, 1]
        assert result.inside.tolist() == [True, False]
        assert not result.open[0]

    def test_a_neighbour_exactly_at_the_radius_is_no_candidate(self):
        result = found([(100, 50)], 50, [FOUR[0], FOUR[1], box(100, 100, 200, 200)])
        assert pairs(result) == [0, 1]

    def test_the_corner_of_four_has_four_candidates(self):
        assert pairs(found([(100, 100)], 0.5, FOUR)) == [0, 1, 2, 3]

    def test_the_shared_border_has_both_candidates(self):
        result = found([(100, 50)], 0.001, FOUR)
        assert pairs(result) == [0, 1]
        assert result.inside.tolist() == [True, True]
        assert result.on_border[0]

    @pytest.mark.parametrize(("x", "open_"), [(190.0, False), (190.1, True)])
    def test_unplanned_ground_within_reach_of_one_zone(self, x, open_):
        result = found([(x, 50)], 10, FOUR)
        assert pairs(result) == [1]
        assert result.open.tolist() == [open_]

    def test_unplanned_ground_within_reach_of_two_zones(self):
        result = found([(100, 5)], 10, FOUR)
        assert pairs(result) == [0, 1]
        assert result.open.tolist() == [True]

    def test_unplanned_ground_between_the_zones(self):
        three = [FOUR[0], FOUR[1], FOUR[2]]
        assert found([(99, 99)], 5, three).open.tolist() == [True]
        assert found([(95, 95)], 7, three).open.tolist() == [False]  # the empty corner is 7.07 m away

    def test_a_hole_within_reach_is_open_ground(self):
        ring = Polygon([(0, 0), (100, 0), (100, 100), (0, 100)], [[(40, 40), (60, 40), (60, 60), (40, 60)]])
        assert found([(30, 50)], 10, [ring]).open.tolist() == [False]
        assert found([(30, 50)], 10.1, [ring]).open.tolist() == [True]
        assert found([(50, 50)], 5, [ring]).open.tolist() == [True]
        assert pairs(found([(50, 50)], 5, [ring])) == []
        assert pairs(found([(50, 50)], 10.1, [ring])) == [0]

    def test_a_hole_filled_by_another_zone_is_not_open(self):
        ring = Polygon([(0, 0), (100, 0), (100, 100), (0, 100)], [[(40, 40), (60, 40), (60, 60), (40, 60)]])
        result = found([(50, 50)], 15, [ring, box(40, 40, 60, 60)])
        assert pairs(result) == [0, 1]
        assert result.open.tolist() == [False]

    def test_a_zone_drawn_over_another_is_a_candidate_when_within_reach(self):
        """The ground does not leave the large zone, but part of it lies in the small one as well."""
        small = box(60, 40, 70, 60)
        result = found([(50, 50)], 10.5, [FOUR[0], small])
        assert pairs(result) == [0, 1]
        assert pairs(found([(50, 50)], 10, [FOUR[0], small])) == [0]
        assert pairs(found([(50, 50)], 10.5, [small, FOUR[0]])) == [0, 1]

    def test_a_zone_drawn_twice_is_two_candidates(self):
        result = found([(50, 50)], 10, [FOUR[0], FOUR[0]])
        assert pairs(result) == [0, 1]
        assert result.overlapping[0]
        assert not result.open[0]

    @pytest.mark.parametrize("gap", [0.001, 0.004, 0.009])
    @pytest.mark.parametrize("start", [100.0, 100.004, 100.0049, 100.0051])
    @pytest.mark.parametrize("radius", [1.0, 5.0, 60.0])
    def test_a_gap_under_a_centimetre_is_drawing_noise(self, gap, start, radius):
        two = [box(0, 0, start, 200), box(start + gap, 0, 200, 200)]
        result = found([(start - 0.5, 100)], radius, two)
        assert pairs(result) == [0, 1]
        assert not result.open[0]

    @pytest.mark.parametrize("gap", [0.03, 1.0])
    @pytest.mark.parametrize("radius", [1.0, 5.0, 60.0])
    def test_a_wider_gap_is_unplanned_ground(self, gap, radius):
        two = [box(0, 0, 100, 200), box(100 + gap, 0, 200, 200)]
        assert found([(99.5, 100)], radius, two).open[0]

    @pytest.mark.parametrize("accuracy", [np.nan, 0.0, -1.0])
    def test_no_stated_accuracy_takes_the_coordinate_as_exact(self, accuracy):
        result = found([(100, 50), (99.999, 50), (100, 100)], accuracy, FOUR)
        assert result.point.tolist() == [0, 1, 2]
        assert result.area.tolist() == [0, 0, 0]
        assert not result.open.any()

    @pytest.mark.parametrize("accuracy", [1e4, 1e7, np.inf])
    def test_a_giant_accuracy_reaches_everything(self, accuracy):
        result = found([(50, 50), (5000, 5000)], [accuracy, accuracy], FOUR)
        assert pairs(result, 0) == [0, 1, 2, 3]
        assert pairs(result, 1) == [0, 1, 2, 3]
        assert result.open.all()

    def test_millimetre_accuracies(self):
        result = found([(100, 50), (99.9995, 50), (50, 0)], 0.001, FOUR)
        assert pairs(result, 0) == [0, 1]
        assert pairs(result, 1) == [0, 1]
        assert not result.open[:2].any()

    def test_two_parts_of_one_zone_with_unplanned_ground_between(self):
        result = found([(9, 5)], 3, [MultiPolygon([box(0, 0, 10, 10), box(11, 0, 20, 10)])])
        assert pairs(result) == [0]
        assert result.open[0]

    def test_a_zone_that_only_touches_the_clip_does_not_hide_open_ground(self):
        """Zones whose part near the point is a spike, a line or a point after clipping leave the answer alone."""
        spike = Polygon([(0, 0), (100, 0), (100, 49), (150, 49.5), (100, 50), (100, 100), (0, 100)])
        comb = Polygon([(100, 0), (200, 0), (200, 100), (104, 100), (104, 60), (103, 60), (103, 100), (100, 100)])
        result = found([(99, 70)], 2.5, [spike, comb])
        assert pairs(result) == [0, 1]
        assert result.open.tolist() == [False]
        assert found([(101.5, 80)], 1.6, [spike, comb]).open.tolist() == [True]


def test_progress_ends_at_one_and_can_cancel():
    steps: list[float] = []
    points = shapes([Point(x, 50) for x in range(0, 200, 5)])
    ar.candidates(points, np.full(len(points), 8.0), shapes(FOUR), steps.append)
    assert steps[-1] == 1.0
    assert all(0 <= s <= 1 for s in steps)
    assert steps == sorted(steps)

    def stop(_: float) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        ar.candidates(points, np.full(len(points), 8.0), shapes(FOUR), stop)


class TestShares:
    def test_shares_are_of_the_polygons_own_area(self):
        polygon, area, share = ar.shares(shapes([box(80, 80, 120, 120), box(0, 0, 10, 10)]), shapes(FOUR))
        assert polygon.tolist() == [0, 0, 0, 0, 1]
        assert area.tolist() == [0, 1, 2, 3, 0]
        assert share == pytest.approx([0.25, 0.25, 0.25, 0.25, 1.0])

    def test_touching_is_no_share(self):
        polygon, area, share = ar.shares(shapes([box(200, 0, 210, 10), box(90, 0, 100, 10)]), shapes(FOUR))
        assert (polygon.tolist(), area.tolist(), share.tolist()) == ([1], [0], [1.0])

    def test_missing_polygons_and_areas(self):
        polygon, area, _ = ar.shares(shapes([None, box(0, 0, 10, 10)]), shapes([None, FOUR[0]]))
        assert (polygon.tolist(), area.tolist()) == ([1], [1])

    def test_progress_can_cancel(self):
        def stop(_: float) -> None:
            raise Cancelled

        with pytest.raises(Cancelled):
            ar.shares(shapes([box(0, 0, 10, 10)]), shapes(FOUR), stop)


class TestCovered:
    def covered(self, polygons, areas) -> list[float]:
        polygon, area, _ = ar.shares(shapes(polygons), shapes(areas))
        return ar.covered(shapes(polygons), polygon, area, shapes(areas)).tolist()

    def test_neighbours_add_up(self):
        assert self.covered([box(80, 80, 120, 120), box(150, 0, 250, 10)], FOUR) == pytest.approx([1.0, 0.5])

    def test_ground_in_two_areas_counts_once(self):
        assert self.covered([box(50, 0, 150, 10)], [FOUR[0], FOUR[0], box(90, 0, 110, 10)]) == pytest.approx([0.6])

    def test_nothing_covers_nothing(self):
        assert self.covered([box(900, 0, 910, 10), None], FOUR) == [0.0, 0.0]
        assert self.covered([box(0, 0, 1, 1)], []) == [0.0]
        assert self.covered([], FOUR) == []


class TestOverlaps:
    def test_each_pair_once_with_its_common_ground(self):
        first, second, common = ar.overlaps(shapes([box(0, 0, 10, 10), box(5, 0, 15, 10), box(0, 0, 10, 10)]))
        listed = sorted(zip(first.tolist(), second.tolist(), common.tolist()))
        assert listed == [(0, 1, 50.0), (0, 2, 100.0), (1, 2, 50.0)]

    def test_touching_and_slivers_are_no_overlap(self):
        first, _, _ = ar.overlaps(shapes([box(0, 0, 10, 10), box(10, 0, 20, 10), box(9.95, 10, 20, 20), None]))
        assert len(first) == 0
        first, _, _ = ar.overlaps(shapes([box(0, 0, 10, 10), box(9.95, 0, 20, 10)]), least_m2=0.4)
        assert len(first) == 1


# Random planar coverages -------------------------------------------------------------------------------------------


def coverage(rng: np.random.Generator, cells: int, missing: float, merged: bool) -> np.ndarray:
    """Return Voronoi cells of a square kilometre: neighbours share vertices exactly; some left out or joined."""
    seeds = shapely.multipoints(rng.uniform(0, 1000, (cells, 2)))
    polygons = shapely.get_parts(shapely.voronoi_polygons(seeds, extend_to=box(-500, -500, 1500, 1500)))
    polygons = polygons[rng.permutation(len(polygons))]
    if merged and len(polygons) > 3:
        pair = shapely.multipolygons([polygons[0], polygons[1]])
        if shapely.is_valid(pair):
            polygons = np.concatenate([shapes([pair]), polygons[2:]])
    return polygons[rng.uniform(size=len(polygons)) >= missing]


def places(rng: np.random.Generator, n: int, polygons: np.ndarray) -> np.ndarray:
    """Return points anywhere, some of them exactly on vertices of the coverage."""
    xy = rng.uniform(-100, 1100, (n, 2))
    if len(polygons):
        corners = shapely.get_coordinates(polygons)
        some = rng.uniform(size=n) < 0.15
        xy[some] = corners[rng.integers(len(corners), size=int(some.sum()))]
    return shapely.points(xy)


def accuracies(rng: np.random.Generator, n: int) -> np.ndarray:
    return np.where(rng.uniform(size=n) < 0.3, 0.0, np.exp(rng.uniform(np.log(0.1), np.log(400), n)))


cases = st.tuples(st.integers(0, 2**32 - 1), st.integers(2, 25), st.sampled_from([0.0, 0.0, 0.2, 0.6]), st.booleans())


def case(parameters) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    seed, cells, missing, merged = parameters
    rng = np.random.default_rng(seed)
    polygons = coverage(rng, cells, missing, merged)
    points = places(rng, 40, polygons)
    return points, accuracies(rng, len(points)), polygons


def brute_pairs(points, accuracy, areas) -> tuple[set, set]:
    """Return the pairs that must be found, and those that may be: nearer than the accuracy, or holding the point."""
    if not len(areas):
        return set(), set()
    distance = shapely.distance(points[:, None], areas[None, :])
    holds = shapely.intersects(areas[None, :], points[:, None])
    must = (distance < accuracy[:, None] - 1e-6) & (accuracy[:, None] > 0)
    may = (distance < accuracy[:, None] + 1e-6) | holds
    return set(zip(*np.nonzero(must))), set(zip(*np.nonzero(may)))


@settings(max_examples=25, deadline=None)
@given(cases)
def test_candidates_are_those_of_brute_force(parameters):
    points, accuracy, areas = case(parameters)
    result = ar.candidates(points, accuracy, areas)
    got = set(zip(result.point.tolist(), result.area.tolist()))
    must, may = brute_pairs(points, accuracy, areas)
    assert must <= got
    assert got <= may
    assert len(got) == len(result.point)  # each pair once
    holds = shapely.intersects(areas[None, :], points[:, None]) if len(areas) else np.zeros((len(points), 0), bool)
    lowest = np.where(holds.any(axis=1), holds.argmax(axis=1), -1) if len(areas) else np.full(len(points), -1)
    assert result.home.tolist() == lowest.tolist()
    assert all((i, h) in got for i, h in enumerate(result.home.tolist()) if h >= 0)
    assert (result.inside == holds[result.point, result.area]).all()


@settings(max_examples=25, deadline=None)
@given(cases)
def test_open_ground_is_what_a_disc_minus_the_zones_leaves(parameters):
    points, accuracy, areas = case(parameters)
    result = ar.candidates(points, accuracy, areas)
    covered = shapely.union_all(areas)
    holds = shapely.intersects(covered, points)
    assert result.open[~holds].all()
    assert not result.open[holds & (accuracy == 0)].any()
    for i in np.flatnonzero(holds & (accuracy > 0.1)):
        inner = shapely.buffer(points[i], accuracy[i] - 0.02, quad_segs=64)
        outer = shapely.buffer(points[i], accuracy[i] * 1.0002 + 0.02, quad_segs=64)
        if shapely.area(shapely.difference(inner, covered)) > 1e-3:
            assert result.open[i]
        if shapely.area(shapely.difference(outer, covered)) < 1e-9:
            assert not result.open[i]


@settings(max_examples=12, deadline=None)
@given(cases, st.integers(0, 10**6))
def test_the_order_of_the_points_does_not_matter(parameters, seed):
    points, accuracy, areas = case(parameters)
    order = np.random.default_rng(seed).permutation(len(points))
    straight, shuffled = ar.candidates(points, accuracy, areas), ar.candidates(points[order], accuracy[order], areas)
    assert set(zip(straight.point.tolist(), straight.area.tolist(), straight.inside.tolist())) == set(
        zip(order[shuffled.point].tolist(), shuffled.area.tolist(), shuffled.inside.tolist())
    )
    for name in ("open", "home", "on_border", "overlapping"):
        assert (getattr(straight, name)[order] == getattr(shuffled, name)).all()


@settings(max_examples=12, deadline=None)
@given(cases, st.sampled_from([(2.0**18, 2.0**20), (-4096.0, 1024.0)]))
def test_moving_everything_changes_nothing(parameters, by):
    points, accuracy, areas = case(parameters)
    # A grid of 2**-20 m is exact before and after the move, so that borders stay borders.
    points, areas = (shapely.transform(g, lambda xy: np.round(xy * 2**20) / 2**20) for g in (points, areas))
    areas = areas[shapely.is_valid(areas)]
    here = ar.candidates(points, accuracy, areas)
    there = ar.candidates(
        *(shapely.transform(points, lambda xy: xy + by), accuracy), shapely.transform(areas, lambda xy: xy + by)
    )
    for name in ("point", "area", "inside", "open", "home"):
        assert getattr(here, name).tolist() == getattr(there, name).tolist(), name


@settings(max_examples=25, deadline=None)
@given(cases)
def test_an_exact_coordinate_has_one_answer_on_a_coverage_without_overlaps(parameters):
    points, _, areas = case(parameters)
    result = ar.candidates(points, np.zeros(len(points)), areas)
    assert (np.bincount(result.point, minlength=len(points)) <= 1).all()
    assert ((result.home >= 0) ^ result.open).all()
    assert not result.overlapping.any()


@pytest.mark.parametrize("count", [1, 3, 400])
def test_setting_areas_out_of_reach_aside_changes_nothing(count):
    """What a part of a large layer answers is what the whole of it would."""
    random = np.random.default_rng(count)
    corners = random.uniform(0, 20_000, (600, 2))
    areas = shapely.box(*corners.T, *(corners + random.uniform(50, 900, (600, 2))).T)
    points = shapely.points(random.uniform(4000, 9000, (count, 2)))
    radius = random.choice([0.0, 40.0, 300.0], count)
    near = ar.in_reach(points, float(radius.max()), areas)
    assert 0 < len(near) < len(areas)
    whole = ar._candidates(points, radius, areas, lambda _: None, None)
    part = ar.candidates(points, radius, areas)
    for name in ("point", "area", "inside", "open", "home", "on_border", "overlapping"):
        np.testing.assert_array_equal(getattr(part, name), getattr(whole, name), name)


def test_no_area_in_reach_leaves_one():
    areas = shapely.box([0, 100], [0, 100], [10, 110], [10, 110])
    far = np.array([shapely.Point(9000, 9000), None], dtype=object)
    assert ar.in_reach(far, 5.0, areas).tolist() == [0]
    found = ar.candidates(far, np.array([5.0, 5.0]), areas)
    assert found.home.tolist() == [-1, -1]
    assert found.open.all()
    assert ar.in_reach(far, 5.0, areas[:0]).tolist() == []

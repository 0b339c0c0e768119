"""How full parks are: hand-computed layouts, and brute force with GEOS and geodesics on random ones."""

from __future__ import annotations

import numpy as np
import pytest
import shapely
from factory_locations.processing.analysis import capacity as cap
from factory_locations.processing.analysis.errors import Cancelled
from pyproj import Geod, Transformer

CRS = "EPSG:32648"
X0, Y0 = 500_000.0, 1_250_000.0
SCALE = 0.9996  # on the central meridian
GEOD = Geod(ellps="WGS84")
TO_DEGREES = Transformer.from_crs(32648, 4326, always_xy=True)


def box(x, y, width, height=None):
    return shapely.box(X0 + x, Y0 + y, X0 + x + width, Y0 + y + (height or width))


def points(*xy):
    return np.array([None if p is None else shapely.Point(X0 + p[0], Y0 + p[1]) for p in xy], dtype=object)


def array(*shapes):
    out = np.empty(len(shapes), dtype=object)
    out[:] = shapes
    return out


def told(standing):
    return {(f, p): cap.HOW[how] for f, p, how in zip(standing.factory, standing.park, standing.how)}


def ground_by_hand(polygon):
    """Return hectares of a polygon: its border cut into pieces of 50 m, each ring's geodesic area by itself."""
    total = 0.0
    for part in shapely.get_parts(polygon):
        rings = shapely.get_rings(part)
        for i, ring in enumerate(rings):
            x, y = shapely.get_coordinates(shapely.segmentize(ring, 50.0)).T
            area = abs(GEOD.polygon_area_perimeter(*TO_DEGREES.transform(x, y))[0])
            total += -area if i else area
    return total / 1e4


def test_hectares_are_those_of_the_ellipsoid():
    ring = box(0, 0, 3000).difference(box(500, 500, 700))
    several = shapely.MultiPolygon([box(0, 0, 400), box(90_000, 20_000, 5000, 900)])
    shapes = array(ring, several, None, shapely.Polygon())
    got = cap.hectares(shapes, CRS)
    assert got[:2] == pytest.approx(
        [ground_by_hand(ring), ground_by_hand(several)], rel=1e-7
    )  # edges bent by up to 2 mm
    assert got[0] == pytest.approx((3000**2 - 700**2) / SCALE**2 / 1e4, rel=1e-6)
    assert got[2:].tolist() == [0.0, 0.0]
    reversed_ = shapely.reverse(ring)
    assert cap.hectares(array(reversed_), CRS)[0] == pytest.approx(got[0], rel=1e-12)


def test_a_hole_is_no_ground_whichever_way_it_is_drawn():
    shell, hole = box(0, 0, 1000).exterior.coords, box(200, 200, 100).exterior.coords
    ways = [shapely.Polygon(s, [h]) for s in (shell, shell[::-1]) for h in (hole, hole[::-1])]
    assert cap.hectares(array(*ways), CRS) == pytest.approx([99 / SCALE**2] * 4, rel=1e-6)


def test_how_surely_a_point_is_inside():
    parks = array(box(0, 0, 1000), box(5000, 0, 1000))
    places = points((500, 500), (5, 500), (5, 500), (500, 500), (-5, 500), (-50, 500), None, (0, 500), (-50, 500), None)
    accuracy = np.array([10, 10, 10, 0, 10, 10, 10, 0, 10, 10.0])
    known = np.array([True, True, True, False, True, True, True, True, True, True])
    declared = np.array([-1, -1, 0, -1, 0, 0, 1, -1, -1, -1])
    standing = cap.points_in_parks(places, accuracy, known, parks, declared, CRS)
    assert told(standing) == {
        (0, 0): "surely inside",
        (1, 0): "undecided",  # 5 m from the border, accurate to 10 m
        (2, 0): "probably inside",  # the same, but it says so itself
        (3, 0): "probably inside",  # nobody states how accurate it is
        (4, 0): "undecided",  # outside, within reach; that it says so does not make it likely
        (5, 0): "declared, outside",
        (6, 1): "declared, not located",
        (7, 0): "surely inside",  # exactly on the border, exactly known
    }
    border = dict(zip(zip(standing.factory, standing.park), standing.border))
    assert border[5, 0] == pytest.approx(50 / SCALE, abs=1e-4)
    assert border[0, 0] == pytest.approx(500 / SCALE, abs=1e-3)
    assert np.isnan(border[6, 1])
    assert (np.diff(standing.park) >= 0).all()


def test_a_circle_that_touches_the_border_is_inside_and_overlapping_parks_both_count():
    parks = array(box(0, 0, 1000), box(800, 0, 1000))
    places = points((900, 500), (10, 500), (1000, 500))
    standing = cap.points_in_parks(places, np.array([100.0, 10, 0]), np.ones(3, dtype=bool), parks, np.full(3, -1), CRS)
    # the third lies on the border of the first park and inside the second
    assert told(standing) == {
        (0, 0): "surely inside",
        (0, 1): "surely inside",
        (1, 0): "surely inside",
        (2, 1): "surely inside",
    }


def random_layout(seed, n=300, p=12):
    rng = np.random.default_rng(seed)
    parks = []
    for _ in range(p):
        x, y = rng.uniform(-10_000, 10_000, 2)
        ring = [(X0 + x + r * np.cos(a), Y0 + y + r * np.sin(a))
                for a, r in zip(np.linspace(0, 2 * np.pi, 9)[:-1], rng.uniform(500, 3000, 8))]  # fmt: skip
        parks.append(shapely.Polygon(ring))
    places = points(*[None if rng.random() < 0.05 else rng.uniform(-12_000, 12_000, 2) for _ in range(n)])
    accuracy = rng.choice([0.0, 5, 50, 400, 2000], n)
    known = rng.random(n) < 0.8
    declared = np.where(rng.random(n) < 0.4, rng.integers(0, p, n), -1)
    return places, accuracy, known, array(*parks), declared


@pytest.mark.parametrize("seed", range(4))
def test_standing_against_brute_force(seed):
    places, accuracy, known, parks, declared = random_layout(seed)
    expected = {}
    for f, place in enumerate(places):
        for p, park in enumerate(parks):
            if place is None:
                if declared[f] == p:
                    expected[f, p] = "declared, not located"
                continue
            inside, border = park.contains(place), park.boundary.distance(place)
            if inside and border >= accuracy[f] and known[f]:
                expected[f, p] = "surely inside"
            elif inside and (border >= accuracy[f] or declared[f] == p):
                expected[f, p] = "probably inside"
            elif inside or border < accuracy[f]:
                expected[f, p] = "undecided"
            elif declared[f] == p:
                expected[f, p] = "declared, outside"
    standing = cap.points_in_parks(places, accuracy, known, parks, declared, CRS)
    assert told(standing) == expected
    assert {"surely inside", "undecided", "declared, outside", "probably inside"} <= set(expected.values())


def test_the_order_of_rows_changes_nothing():
    places, accuracy, known, parks, declared = random_layout(7)
    standing = cap.points_in_parks(places, accuracy, known, parks, declared, CRS)
    rng = np.random.default_rng(1)
    rows, columns = rng.permutation(len(places)), rng.permutation(len(parks))
    where = np.argsort(columns)
    mixed = np.where(declared[rows] >= 0, where[declared[rows]], -1)
    again = cap.points_in_parks(places[rows], accuracy[rows], known[rows], parks[columns], mixed, CRS)
    assert {(rows[f], columns[p]): how for (f, p), how in told(again).items()} == told(standing)


def test_premises_by_the_share_of_their_ground():
    parks = array(box(0, 0, 1000))
    premises = array(box(100, 100, 100), box(-40, 200, 100), box(-60, 400, 100), box(-99.999, 600, 100),
                     box(-500, 0, 100), None)  # fmt: skip
    declared = np.array([-1, -1, -1, -1, 0, 0])
    standing = cap.premises_in_parks(premises, parks, declared, CRS)
    assert told(standing) == {
        (0, 0): "surely inside",
        (1, 0): "probably inside",  # 60 of 100 m
        (2, 0): "undecided",  # 40 of 100 m
        (4, 0): "declared, outside",  # the fourth only touches the park by a millimetre
        (5, 0): "declared, not located",
    }
    border = dict(zip(standing.factory, standing.border))
    assert border[4] == pytest.approx(400 / SCALE, abs=1e-3)
    assert border[1] == 0


def test_overlapping_premises_count_once():
    parks = array(box(0, 0, 1000), box(1000, 0, 1000))
    premises = array(box(100, 100, 100), box(150, 100, 100), box(950, 500, 100), None)
    ground = cap.premises_ground(premises, np.array([0, 1, -1, 2]), parks, CRS)
    unit = 1 / SCALE**2
    assert ground.park_ha == pytest.approx([(1.5 + 0.5) * unit, 0.5 * unit], rel=1e-5)
    assert ground.factory.tolist() == [0, 1]
    assert ground.pair_ha == pytest.approx([unit, unit], rel=1e-5)


def test_several_polygons_of_one_factory_count_once_where_they_overlap():
    ground = cap.premises_ground(
        array(box(0, 0, 100), box(50, 0, 100)), np.array([3, 3]), array(box(-500, -500, 1000)), CRS
    )
    assert (ground.factory.tolist(), ground.park.tolist()) == ([3], [0])
    assert ground.pair_ha == pytest.approx(ground.park_ha)
    assert ground.pair_ha == pytest.approx([1.5 / SCALE**2], rel=1e-5)


def test_slivers_are_no_ground_and_the_least_is_of_what_is_surely_inside():
    parks = array(box(0, 0, 1000), box(5000, 0, 1000))
    premises = array(box(999.999, 0, 100), box(100, 100, 100), box(-40, 300, 100), box(4940, 500, 100))
    ground = cap.premises_ground(premises, np.array([0, 1, 2, 3]), parks, CRS)
    unit = 1 / SCALE**2
    assert ground.park_ha == pytest.approx([1.6 * unit, 0.4 * unit], rel=1e-5)
    assert ground.sure_ha == pytest.approx([unit, 0], rel=1e-5)
    assert ground.settled.tolist() == [True, False]  # 60 of 100 m; 40 of 100 m
    assert ground.factory.tolist() == [1, 2, 3]
    surely = np.array([2]), np.array([0])  # the coordinate of the third is surely inside
    assert cap.premises_ground(premises, np.arange(4), parks, CRS, surely=surely).sure_ha[0] == pytest.approx(
        1.6 * unit, rel=1e-5
    )


def test_ground_is_drawn_in_the_very_park_only():
    parks = array(box(0, 0, 1000), box(5000, 0, 1000))
    places = points((500, 500), (5500, 500), (5550, 500), (600, 600))
    premises = array(box(5400, 400, 200), box(550, 550, 100))
    declared = np.full(4, -1)
    standing = cap.points_in_parks(places, np.zeros(4), np.ones(4, dtype=bool), parks, declared, CRS)
    ground = cap.premises_ground(premises, np.array([0, -1]), parks, CRS)
    drawn = cap.drawn_pairs(standing, ground, np.arange(4), places, premises)
    # the first has its premises in the other park; two stand within them; the last within premises of nobody
    told = dict(zip(zip(standing.factory.tolist(), standing.park.tolist()), drawn.tolist()))
    assert told == {(0, 0): False, (1, 1): True, (2, 1): True, (3, 0): True}
    same = np.array([0, 0, 2, 3])  # the second row has the id of the first
    assert ground.of(standing, same).tolist() == pytest.approx([0, 0, 4 / SCALE**2, 0], rel=1e-5)


@pytest.mark.parametrize("seed", range(3))
def test_ground_against_one_union(seed):
    rng = np.random.default_rng(seed)
    _, _, _, parks, _ = random_layout(seed)
    premises = array(*[box(*rng.uniform(-9000, 9000, 2), *rng.uniform(50, 900, 2)) for _ in range(400)])
    ground = cap.premises_ground(premises, np.arange(400), parks, CRS)
    whole = shapely.union_all(premises)
    assert ground.park_ha == pytest.approx([ground_by_hand(whole & park) for park in parks], rel=1e-7)
    expected = {(f, p) for f in range(400) for p in range(len(parks)) if (premises[f] & parks[p]).area > 0}
    assert {*zip(ground.factory, ground.park)} == expected


def test_a_border_that_is_only_touched_is_no_ground():
    """The intersection of these is a square and a line."""
    park = shapely.Polygon([(X0, Y0), (X0 + 300, Y0), (X0 + 300, Y0 + 100), (X0, Y0 + 100)])
    corners = [(0, 50), (100, 50), (100, 200), (300, 200), (300, 100), (200, 100), (200, 250), (0, 250)]
    comb = shapely.Polygon([(X0 + x, Y0 + y) for x, y in corners])
    comb = shapely.make_valid(comb)
    ground = cap.premises_ground(array(comb), np.array([0]), array(park), CRS)
    assert ground.park_ha == pytest.approx([ground_by_hand(park & comb)], rel=1e-6)


def test_what_is_assumed_is_a_range_only_where_the_size_is_not_recorded():
    table = {"micro": 0.2, "small": 0.5, "medium": 2.0, "large": 8.0}
    sizes = np.array(["large", None, "micro", "large"], dtype=object)
    span = cap.assumed_ground(sizes, table, np.array([True, True, True, False]))
    assert span.low.tolist() == [8.0, 0.2, 0.2, 0.0]
    assert span.likely.tolist() == pytest.approx([8.0, 10.7 / 4, 0.2, 0.0])
    assert span.high.tolist() == [8.0, 8.0, 0.2, 0.0]


def test_sums_take_the_least_of_the_sure_and_the_most_of_the_possible():
    how = np.array([cap.SURELY, cap.PROBABLY, cap.UNDECIDED, cap.LOST, cap.OUTSIDE, cap.SURELY])
    standing = cap.Standing(np.arange(6), np.array([0, 0, 0, 0, 0, 2]), how, np.zeros(6))
    values = cap.Span(np.full(6, 1.0), np.full(6, 2.0), np.full(6, 3.0))
    total = cap.summed(standing, values, 3)
    assert total.low.tolist() == [1, 0, 1]
    assert total.likely.tolist() == [4, 0, 2]
    assert total.high.tolist() == [12, 0, 3]
    free = cap.vacancy(np.array([10.0, 10.0, 1.0]), total)
    assert free.low.tolist() == [0, 10, 0]
    assert free.likely.tolist() == [6, 10, 0]
    assert free.high.tolist() == [9, 10, 0]


@pytest.mark.parametrize("seed", range(3))
def test_neighbours_against_all_geodesics(seed):
    places, accuracy, known, parks, declared = random_layout(seed)
    standing = cap.points_in_parks(places, accuracy, known, parks, declared, CRS)
    park, factory, metres = cap.around(parks, places, standing, 2500.0, CRS)
    inside = {(f, p) for (f, p), how in told(standing).items() if how in cap.HOW[:3]}
    expected = {}
    for p, shape in enumerate(parks):
        for f, place in enumerate(places):
            if place is None or (f, p) in inside:
                continue
            (x, u), (y, v) = shapely.get_coordinates(shapely.shortest_line(shape, place)).T
            lon, lat = TO_DEGREES.transform([x, u], [y, v])
            away = GEOD.inv(lon[0], lat[0], lon[1], lat[1])[2]
            if away <= 2500.0:
                expected[p, f] = away
    assert set(zip(park, factory)) == set(expected)
    assert metres == pytest.approx([expected[pair] for pair in zip(park, factory)], abs=1e-5)
    assert np.lexsort((factory, metres, park)).tolist() == list(range(len(park)))


def test_a_limit_counts_and_premises_are_neighbours_from_their_edge():
    parks = array(box(0, 0, 1000))
    nobody = cap.points_in_parks(points(), np.empty(0), np.empty(0, dtype=bool), parks, np.empty(0, dtype="int64"), CRS)
    places = array(box(1000 + 500 * SCALE - 1e-5, 0, 10), box(1000 + 500 * SCALE + 0.01, 300, 10), None)
    _, factory, metres = cap.around(parks, places, nobody, 500.0, CRS)
    assert (factory.tolist(), metres) == ([0], pytest.approx([500.0], abs=1e-3))


def test_nothing_at_all():
    parks = array(box(0, 0, 1000))
    none = np.empty(0, dtype=object)
    nothing = cap.points_in_parks(none, np.empty(0), np.empty(0, dtype=bool), parks, np.empty(0, dtype="int64"), CRS)
    assert len(nothing) == 0
    ground = cap.premises_ground(none, np.empty(0, dtype="int64"), parks, CRS)
    assert ground.park_ha.tolist() == [0.0]
    assert [len(part) for part in cap.around(parks, none, nothing, 5000.0, CRS)] == [0, 0, 0]
    assert ground.of(nothing, np.empty(0, dtype="int64")).tolist() == []
    assert cap.drawn_pairs(nothing, ground, np.empty(0, dtype="int64"), none, none).tolist() == []


def test_cancelled_within_the_work():
    places, accuracy, known, parks, declared = random_layout(0)

    def stop(_):
        raise Cancelled

    with pytest.raises(Cancelled):
        cap.points_in_parks(places, accuracy, known, parks, declared, CRS, stop)
    with pytest.raises(Cancelled):
        cap.premises_ground(array(*parks), np.arange(len(parks)), parks, CRS, stop)

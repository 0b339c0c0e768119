"""Places tried inside polygons, and the room in parks: small enough to work out by hand."""

from __future__ import annotations

import numpy as np
import pytest
import shapely
from factory_locations.processing.analysis import sites as st

NAN = float("nan")


def square(x, y, side):
    return shapely.box(x, y, x + side, y + side)


@pytest.mark.parametrize(
    "ground",
    [
        square(1000, 0, 1000),
        shapely.Polygon([(0, 0), (900, 100), (300, 300), (100, 900)]),
        shapely.difference(square(0, 0, 1000), square(200, 200, 600)),
        shapely.MultiPolygon([square(0, 0, 300), square(2000, 2000, 300)]),
    ],
)
def test_places_keep_off_the_edge_and_come_nearest_first(ground):
    site = shapely.Point(-500, 500)
    places = st.sample(ground, site, 50.0)
    assert len(places) > 10
    assert shapely.contains(ground, places).all()
    assert shapely.distance(shapely.boundary(ground), places).min() > 50.0
    away = shapely.distance(places, site)
    assert (np.diff(away) >= 0).all()
    assert away[0] == pytest.approx(shapely.distance(shapely.buffer(ground, -51), site), abs=1e-6)


def test_the_nearest_place_of_a_square():
    places = st.sample(square(1000, 0, 1000), shapely.Point(0, 500), 50.0)
    assert shapely.get_coordinates(places[0]).tolist() == [[1051.0, 500.0]]


def test_a_site_inside_is_its_own_nearest_place():
    places = st.sample(square(0, 0, 1000), shapely.Point(400, 300), 50.0)
    assert shapely.get_coordinates(places[0]).tolist() == [[400.0, 300.0]]


def test_no_place_in_a_narrow_polygon():
    assert len(st.sample(shapely.box(0, 0, 5000, 101), shapely.Point(0, 0), 50.0)) == 0


def eastern(limit, grade=st.PASSES):
    """Grade places: those east of a line pass."""
    return lambda points: np.where(shapely.get_x(points) > limit, grade, st.REFUSED)


def test_the_search_returns_the_nearest_that_pass():
    grounds = np.array([square(3000, 0, 1000), square(0, 0, 1000), square(1000, 0, 1000)], dtype=object)
    offers = st.search(grounds, shapely.Point(-100, 500), 50.0, eastern(1500), 5)
    assert [offer.ground for offer in offers] == [2, 0]
    assert all(offer.point.x > 1500 for offer in offers)
    assert offers[1].away_m == pytest.approx(3151)
    assert offers[1].passing == offers[1].tried
    assert 0 < offers[0].passing < offers[0].tried


def test_what_passes_comes_before_what_is_nearer_and_to_be_assessed():
    grounds = np.array([square(0, 0, 1000), square(3000, 0, 1000)], dtype=object)

    def grade(points):
        return np.where(shapely.get_x(points) > 2000, st.PASSES, st.TO_ASSESS)

    offers = st.search(grounds, shapely.Point(-100, 500), 50.0, grade, 5)
    assert [(offer.ground, offer.grade) for offer in offers] == [(1, st.PASSES), (0, st.TO_ASSESS)]
    assert [offer.ground for offer in st.search(grounds, shapely.Point(-100, 500), 50.0, grade, 1)] == [1]


def test_the_search_stops_when_nothing_nearer_is_left():
    grounds = np.array([square(2000.0 * i, 0, 1000) for i in range(100)], dtype=object)
    asked = []

    def grade(points):
        asked.append(len(points))
        return np.full(len(points), st.PASSES)

    offers = st.search(grounds, shapely.Point(-100, 500), 50.0, grade, 3)
    assert [offer.ground for offer in offers] == [0, 1, 2]
    assert len(asked) == 1


def test_no_more_polygons_are_tried_than_allowed():
    grounds = np.array([square(2000.0 * i, 0, 1000) for i in range(50)], dtype=object)
    seen = []

    def grade(points):
        seen.extend(np.floor(shapely.get_x(points) / 2000).astype(int).tolist())
        return np.full(len(points), st.REFUSED)

    assert st.search(grounds, shapely.Point(-100, 500), 50.0, grade, 3, most=20) == []
    assert set(seen) == set(range(20))


def test_room_is_what_factories_leave():
    capacity = np.array([100.0, 50.0, NAN, 30.0])
    ground = np.array([20.0, 10.0, 60.0, 5.0, NAN, 7.0])
    holder = np.array([0, 0, 1, 2, 3, -1])
    room, factories = st.room(capacity, ground, holder)
    np.testing.assert_array_equal(room, [70.0, -10.0, NAN, NAN])
    assert factories.tolist() == [2, 1, 1, 1]
    empty, none = st.room(capacity, ground[:0], holder[:0])
    np.testing.assert_array_equal(empty, capacity)
    assert none.tolist() == [0, 0, 0, 0]


def offer(away, grade=st.PASSES):
    return st.Offer(0, shapely.Point(0, 0), grade, away, 1, 1)


def test_parks_before_zones_and_some_zones_always():
    kinds = [st.PARK, st.PARK_WITH_ROOM, st.PARK, st.PARK, st.PARK, st.ZONE, st.ZONE, st.ZONE]
    offers = [offer(away) for away in (9.0, 20.0, 30.0, 40.0, 50.0, 3.0, 1.0, 2.0)]
    assert st.ranked(kinds, offers, 5) == [0, 1, 2, 6, 7]
    assert st.ranked(kinds, offers, 1) == [0]
    assert st.ranked(kinds[:5], offers[:5], 5) == [0, 1, 2, 3, 4]
    assert st.ranked(kinds[5:], offers[5:], 5) == [1, 2, 0]


def test_what_is_to_be_assessed_comes_last():
    kinds = [st.PARK_WITH_ROOM, st.ZONE]
    assert st.ranked(kinds, [offer(1.0, st.TO_ASSESS), offer(99.0)], 5) == [1, 0]

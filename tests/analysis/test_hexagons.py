"""The grid of hexagons: hand-made cases, brute force, borders, and QGIS's own hexagons."""

from __future__ import annotations

import math

import numpy as np
import pytest
import shapely
from factory_locations.processing.analysis import hexagons
from factory_locations.processing.analysis.errors import LocationError
from hypothesis import given, settings
from hypothesis import strategies as st

SIZE = 1000.0
SIDE = SIZE / math.sqrt(3)


def cells(*pairs) -> np.ndarray:
    return np.array(pairs, dtype="int64").reshape(-1, 2)


def told(found: np.ndarray) -> list[tuple[int, int]]:
    return [tuple(pair) for pair in found.tolist()]


def at(*points) -> list[tuple[int, int]]:
    return told(hexagons.cells_of(np.array(points, dtype="float64"), SIZE))


def test_the_origin_is_a_centre_and_the_width_is_across_flats():
    (shape,) = hexagons.polygons(cells((0, 0)), SIZE)
    assert shape.centroid.distance(shapely.Point(0, 0)) < 1e-9
    left, bottom, right, top = shape.bounds
    assert (top - bottom, right - left) == (SIZE, pytest.approx(2 * SIDE))
    assert hexagons.hectares(SIZE) == pytest.approx(shape.area / 10_000) == pytest.approx(86.6025, abs=1e-4)
    assert told(hexagons.centres(cells((0, 1)), SIZE)) == [(0.0, SIZE)]
    away = np.hypot(*hexagons.centres(hexagons.STEPS, SIZE).T)
    assert away == pytest.approx([SIZE] * 6)


def test_a_point_on_a_border_belongs_to_the_east_then_to_the_north():
    assert at((0, SIZE / 2)) == [(0, 1)]  # between south and north
    assert at((0, -SIZE / 2)) == [(0, 0)]
    assert at((SIDE, 0)) == [(1, 0)]  # a corner: cells (0, 0), (1, 0) and (1, -1), of which two are as far east
    assert at((-SIDE, 0)) == [(0, 0)]  # a corner with (-1, 0) and (-1, 1)
    middle = 0.75 * SIDE, SIZE / 4  # of the side between (0, 0) and (1, 0)
    assert at(middle) == [(1, 0)]
    assert at((SIDE / 2, SIZE / 2)) == [(1, 0)]  # a corner of (0, 0), (0, 1) and (1, 0)
    nearly = SIZE / 2 - 1e-3
    assert at((0, nearly), (0, SIZE / 2 - 1e-7)) == [(0, 0), (0, 1)]  # a millimetre is not on the border


def test_corners_far_from_the_origin_are_judged_alike():
    """All corners of many cells in UTM coordinates: each point belongs to the easternmost, then northernmost cell."""
    size = 777.7
    some = hexagons.distinct(cells(*((q, r) for q in range(600, 612) for r in range(1500, 1512))))
    corners = np.unique(shapely.get_coordinates(hexagons.polygons(some, size)), axis=0)
    found = hexagons.cells_of(corners, size)
    for corner, cell in zip(corners, found):
        near = cell + np.vstack([[0, 0], hexagons.STEPS])
        away = np.hypot(*(hexagons.centres(near, size) - corner).T)
        assert tuple(cell) == max(told(near[away < away.min() + 1e-6]))


@settings(deadline=None, max_examples=60)
@given(
    st.integers(0, 2**32 - 1),
    st.floats(50, 50_000),
    st.sampled_from([(0.0, 0.0), (500_000.0, 1_250_000.0), (-300_000.0, -9e6)]),
)
def test_each_point_lies_in_the_cell_with_the_nearest_centre(seed, size, origin):
    rng = np.random.default_rng(seed)
    xy = np.array(origin) + rng.uniform(-3 * size, 3 * size, (100, 2))
    found = hexagons.cells_of(xy, size)
    middle = hexagons.cells_of(np.array([origin]), size)[0]
    every = cells(*((q, r) for q in range(-8, 9) for r in range(-12, 13))) + middle
    away = np.hypot(*(xy[:, None] - hexagons.centres(every, size)[None]).transpose(2, 0, 1))
    own = np.hypot(*(xy - hexagons.centres(found, size)).T)
    assert own == pytest.approx(away.min(axis=1), abs=1e-5)
    assert shapely.covers(shapely.buffer(hexagons.polygons(found, size), 1e-5), shapely.points(xy)).all()


def test_cells_tile_the_plane_to_the_last_bit():
    some = hexagons.distinct(cells(*((q, r) for q in range(400, 415) for r in range(900, 915))))
    shapes = hexagons.polygons(some, 3333.3)
    assert shapely.is_valid(shapes).all()
    union = shapely.union_all(shapes)
    assert union.geom_type == "Polygon"
    assert not union.interiors
    assert union.area == pytest.approx(shapely.area(shapes).sum(), rel=1e-12)
    edges: dict[tuple, int] = {}
    for shape in shapes:
        ring = shapely.get_coordinates(shape).tolist()
        for pair in zip(ring, ring[1:]):
            edges[tuple(sorted(map(tuple, pair)))] = edges.get(tuple(sorted(map(tuple, pair))), 0) + 1
    assert set(edges.values()) == {1, 2}  # each inner side is one and the same, twice
    assert sum(count == 2 for count in edges.values()) == len(hexagons.neighbours(some, 1)[0]) // 2


@pytest.mark.parametrize(("rings", "full"), [(1, 6), (2, 18), (3, 36)])
def test_neighbours_are_those_whose_centres_are_so_many_steps_away(rings, full):
    rng = np.random.default_rng(rings)
    some = hexagons.distinct(cells(*rng.integers(-9, 9, (150, 2)).tolist()))
    cell, other = hexagons.neighbours(some, rings)
    dq, dr = (some[:, None] - some[None]).transpose(2, 0, 1)
    steps = np.maximum.reduce([np.abs(dq), np.abs(dr), np.abs(dq + dr)])
    expected = np.argwhere((steps <= rings) & (steps > 0))
    assert np.column_stack([cell, other]).tolist() == expected.tolist()
    whole = hexagons.distinct(cells(*((q, r) for q in range(-4, 5) for r in range(-4, 5))))
    middle = hexagons.rows_of(cells((0, 0)), whole)[0]
    assert np.sum(hexagons.neighbours(whole, rings)[0] == middle) == full


def test_neighbours_of_one_cell_are_none():
    cell, other = hexagons.neighbours(cells((3, 4)), 2)
    assert len(cell) == len(other) == 0


def test_rows_of_cells_that_are_not_there():
    known = hexagons.distinct(cells((2, 1), (-3, 5), (2, -1), (2, 1)))
    assert told(known) == [(-3, 5), (2, -1), (2, 1)]
    assert hexagons.rows_of(cells((2, 1), (0, 0), (9, 9), (-3, 5)), known).tolist() == [2, -1, -1, 0]
    assert hexagons.rows_of(cells((2, 1)), cells()).tolist() == [-1]
    assert hexagons.ids(known).tolist() == ["-3:5", "2:-1", "2:1"]


def test_cells_with_their_centre_in_polygons():
    rng = np.random.default_rng(4)
    angle, reach = np.arange(40) / 40 * 2 * math.pi, rng.uniform(2e3, 2e4, 40)
    star = shapely.Polygon(np.column_stack([reach * np.cos(angle) + 5e5, reach * np.sin(angle) + 1.2e6]))
    hole = star.buffer(0).difference(shapely.Point(5e5, 1.2e6).buffer(1500))
    for areas in ([hole], [hole, shapely.box(6e5, 1.3e6, 6.1e5, 1.31e6)]):
        areas = np.array(areas, dtype=object)
        found = hexagons.cells_in(areas, SIZE)
        left, bottom, right, top = shapely.total_bounds(areas)
        corner, far = hexagons.cells_of(np.array([[left, bottom], [right, top]]), SIZE)
        many = cells(
            *((q, r) for q in range(corner[0] - 2, far[0] + 3) for r in range(corner[1] - 80, corner[1] + 130))
        )
        centres = shapely.points(hexagons.centres(many, SIZE))
        inside = shapely.covers(shapely.union_all(areas), centres)
        assert set(told(found)) == set(told(many[inside]))
        assert told(found) == sorted(told(found))
    assert told(hexagons.cells_in(np.empty(0, dtype=object), SIZE)) == []


def test_a_centre_on_the_border_of_the_area_is_in():
    assert told(hexagons.cells_in(np.array([shapely.box(0, -100, 100, 100)]), SIZE)) == [(0, 0)]


@pytest.mark.parametrize("shape", [shapely.box(0, 0, 6e5, 5e5), shapely.LineString([(0, 0), (6e5, 5e5)]).buffer(1)])
def test_too_many_cells_are_refused_before_they_are_made(shape):
    with pytest.raises(LocationError, match="Give a larger cell size"):
        hexagons.cells_in(np.array([shape]), 20.0)


def test_the_suggested_size():
    assert hexagons.suggested_size(181_035e6, 962) == 15_000  # Cambodia: 188 km² a factory, 14.7 km across flats
    assert hexagons.suggested_size(181_035e6, 10) == 40_000  # 50,000 m would be 84 cells
    assert hexagons.suggested_size(hexagons.hectares(50_000) * 1e6, 10) == 50_000  # exactly 100
    assert hexagons.suggested_size(181_035e6, 10**7) == 4_000  # 3,000 m would be more than 20,000
    assert hexagons.suggested_size(1e6, 500) == 50


def test_the_next_size_down():
    sizes = [10_000.0]
    while sizes[-1] > 900:
        sizes.append(hexagons.next_smaller(sizes[-1]))
    assert sizes == pytest.approx([10_000, 8000, 6000, 5000, 4000, 3000, 2000, 1500, 1000, 800])


def test_cancel():
    def stop(_):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        hexagons.cells_in(np.array([shapely.box(0, 0, 1e5, 1e5)]), SIZE, stop)


def test_qgis_draws_the_same_hexagons(run):
    """native:creategrid, its first cell laid on one of ours."""
    q, r = 700, 1100
    x, y = hexagons.centres(cells((q, r)), SIZE)[0]
    left, top = x - SIDE, y + SIZE / 2
    grid = run(
        "native:creategrid",
        {
            "TYPE": 4,
            "EXTENT": f"{left},{left + 20_000},{top - 15_000},{top} [EPSG:32648]",
            "HSPACING": SIZE,
            "VSPACING": SIZE,
            "CRS": "EPSG:32648",
            "OUTPUT": "memory:",
        },
    )["OUTPUT"]
    theirs = shapely.from_wkb([bytes(feature.geometry().asWkb()) for feature in grid.getFeatures()])
    assert len(theirs) > 300
    middle = shapely.get_coordinates(shapely.centroid(theirs))
    found = hexagons.cells_of(middle, SIZE)
    assert len(set(told(found))) == len(theirs)
    ours = hexagons.polygons(found, SIZE)
    assert shapely.area(shapely.symmetric_difference(ours, theirs)).max() < 0.01

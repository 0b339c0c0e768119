"""Parts of the work, and the halo each needs: what they find together is what one run finds."""

from __future__ import annotations

import numpy as np
import pytest
import shapely
from factory_locations.processing.analysis import areas, exposure, partitioned
from factory_locations.processing.analysis import proximity as engine
from factory_locations.processing.analysis.density import NOISE, dbscan
from factory_locations.processing.analysis.neighbours import Targets
from factory_locations.processing.analysis.partitions import LocalClusters, Part, Tile, grown, merged, tiles
from factory_locations.processing.analysis.zones import Sources
from hypothesis import given, settings
from hypothesis import strategies as st

CRS = "EPSG:32648"
X0, Y0 = 480_000.0, 1_250_000.0
ORIGIN = np.array([X0, Y0])


class Reader:
    """A layer in memory that remembers how much of it was read at most."""

    def __init__(self, geometries: np.ndarray, columns: dict | None = None) -> None:
        self.geometries, self.columns, self.most = geometries, columns or {}, 0
        self.tree = shapely.STRtree(geometries)

    def __call__(self, box) -> Part:
        rows = np.arange(len(self.geometries)) if box is None else np.sort(self.tree.query(shapely.box(*box)))
        self.most = max(self.most, len(rows))
        return Part(rows, self.geometries[rows], {name: column[rows] for name, column in self.columns.items()})

    @property
    def extent(self):
        return tuple(shapely.total_bounds(self.geometries).tolist())


def places(seed: int, n: int) -> np.ndarray:
    """Crowded and scattered places, one far away, some twice."""
    draw = np.random.default_rng(seed)
    towns = draw.uniform(0, 60_000, (5, 2))
    xy = np.vstack(
        [
            towns[draw.integers(5, size=n // 2)] + draw.normal(scale=800, size=(n // 2, 2)),
            draw.uniform(0, 60_000, (n - n // 2 - 1, 2)),
            [[190_000.0, 150_000.0]],
        ]
    )
    xy[: n // 20] = xy[n // 2 : n // 2 + n // 20]
    return np.round(xy, 1) + ORIGIN


def shares(xy: np.ndarray, most: int):
    """Yield the rows of each tile."""
    for tile in tiles(xy, most):
        yield tile, np.flatnonzero(tile.holds(xy))


@pytest.mark.parametrize("most", [1, 7, 100, 10_000])
def test_each_place_is_in_one_tile(most):
    xy = np.vstack([places(1, 500), [[np.nan, 3.0]]])
    parts = list(shares(xy, most))
    held = np.concatenate([rows for _, rows in parts])
    assert sorted(held.tolist()) == list(range(500))  # the one without a place in none
    for tile, rows in parts:
        assert tile.count == len(rows) >= 1
        assert tile.bounds == (*xy[rows].min(axis=0), *xy[rows].max(axis=0))
        assert len(rows) <= most or len(np.unique(xy[rows], axis=0)) == 1


def test_tiles_do_not_depend_on_the_order_of_rows():
    xy = places(2, 300)
    assert tiles(xy, 20) == tiles(xy[::-1], 20)


def test_places_at_one_point_are_one_tile_and_no_places_none():
    assert tiles(np.full((50, 2), 7.0), 10) == [
        Tile(-np.inf, -np.inf, np.inf, np.inf, (7.0, 7.0, 7.0, 7.0), 50),
    ]
    assert tiles(np.empty((0, 2)), 10) == []
    assert tiles(np.full((3, 2), np.nan), 10) == []


def test_a_place_on_the_line_between_two_tiles_is_in_the_eastern_one():
    """Cut at the median, 2: that place itself belongs to the part that begins there."""
    west, east = tiles(np.array([[0.0, 0.0], [1.0, 0.0], [2.0, 0.0], [9.0, 0.0]]), 2)
    assert (west.east, east.west) == (2.0, 2.0)
    assert west.holds(np.array([[2.0, 0.0]])).tolist() == [False]
    assert east.holds(np.array([[2.0, 0.0]])).tolist() == [True]


def target_layer(kind: str, seed: int) -> np.ndarray:
    draw = np.random.default_rng(seed)
    centre = places(seed + 50, 400)
    if kind == "points":
        return shapely.points(centre)
    if kind == "lines":
        steps = np.cumsum(draw.normal(scale=400, size=(400, 30, 2)), axis=1)
        return shapely.linestrings(np.round(centre[:, None, :] + steps, 1))
    return shapely.buffer(shapely.points(centre), draw.uniform(50, 3_000, 400), quad_segs=4)


def pairs(found: engine.Neighbours, numbers: np.ndarray, rows: np.ndarray) -> dict:
    values = (found.distance, found.bearing, found.start, found.foot)
    keys = zip(rows[found.place].tolist(), found.rank.tolist())
    return {
        key: (numbers[feature], *(np.asarray(value[i]).tolist() for value in values))
        for i, (key, feature) in enumerate(zip(keys, found.feature.tolist()))
    }


@pytest.mark.parametrize("kind", ["points", "lines", "polygons"])
@pytest.mark.parametrize(("k", "limit"), [(1, np.inf), (4, np.inf), (4, 2_500.0)])
@pytest.mark.parametrize("halo", [1.0, 5_000.0])
def test_nearest_by_parts_is_nearest(kind, k, limit, halo):
    xy, geometries = places(3, 400), target_layer(kind, 3)
    whole = engine.nearest(engine.Factories(shapely.points(xy), CRS), Targets(geometries), k, limit)
    wanted = pairs(whole, np.arange(400), np.arange(400))
    found = {}
    for _, rows in shares(xy, 60):
        here, read = engine.Factories(shapely.points(xy[rows]), CRS), Reader(geometries)
        for some, part in partitioned.nearest(here, read, k, limit, halo, read.extent):
            found.update(pairs(some, part.numbers, rows))
    assert sorted(found) == sorted(wanted)
    assert all(str(found[key]) == str(wanted[key]) for key in wanted)  # to the last digit, NaN included


def test_nearest_reads_no_more_than_it_needs():
    xy = np.round(np.random.default_rng(4).uniform(0, 60_000, (2_000, 2)), 1) + ORIGIN
    read = Reader(shapely.points(xy[::-1]))
    for _, rows in shares(xy, 100):
        here = engine.Factories(shapely.points(xy[rows]), CRS)
        list(partitioned.nearest(here, read, 1, np.inf, 500.0, read.extent))
    assert read.most < 500


def test_premises_and_a_factory_that_is_its_own_target():
    xy = places(5, 200)
    premises = shapely.box(xy[:, 0] - 40, xy[:, 1] - 30, xy[:, 0] + 40, xy[:, 1] + 30)
    numbers = np.arange(200)
    whole = engine.nearest(engine.Factories(premises, CRS), Targets(premises), 2, np.inf, [(numbers, numbers)])
    wanted, found = pairs(whole, numbers, numbers), {}
    for _, rows in shares(xy, 30):
        here, read = engine.Factories(premises[rows], CRS), Reader(premises)

        def own(part: Part, rows: np.ndarray = rows):
            return [(rows, part.numbers)]

        for some, part in partitioned.nearest(here, read, 2, np.inf, 100.0, read.extent, own):
            found.update(pairs(some, part.numbers, rows))
    assert sorted(found) == sorted(wanted)
    assert all(str(found[key]) == str(wanted[key]) for key in wanted)


def test_fewer_targets_than_wanted_and_none():
    xy, far = places(6, 50), shapely.points([[X0 + 500_000, Y0], [X0 - 300_000, Y0]])
    here = engine.Factories(shapely.points(xy), CRS)
    read = Reader(far)
    found = [some for some, _ in partitioned.nearest(here, read, 3, np.inf, 10.0, read.extent)]
    assert sum(len(some.place) for some in found) == 100
    none = Reader(np.empty(0, dtype=object))
    found = [some for some, _ in partitioned.nearest(here, none, 3, np.inf, 10.0, (0, 0, 0, 0))]
    assert sum(len(some.place) for some in found) == 0


@pytest.mark.parametrize("kind", ["points", "lines", "polygons"])
def test_rings_by_parts_are_rings(kind):
    xy, geometries = places(7, 400), target_layer(kind, 7)
    people = np.random.default_rng(7).integers(0, 1_000, 400).astype("float64")
    edges = (0.0, 500.0, 4_000.0)
    whole = engine.rings(engine.Factories(shapely.points(xy), CRS), Targets(geometries), edges, {"people": people})
    for _, rows in shares(xy, 60):
        here, read = engine.Factories(shapely.points(xy[rows]), CRS), Reader(geometries, {"people": people})
        found = partitioned.rings(here, read, edges, ["people"])
        np.testing.assert_array_equal(found.count, whole.count[rows])
        np.testing.assert_array_equal(found.sums["people"], whole.sums["people"][rows])


def test_a_target_exactly_on_the_edge_of_the_halo_counts():
    """1,000 m in the ring, 999.6 m in the plane of the central meridian; the place is on the side of its part."""
    place = engine.Factories(shapely.points([[500_000.0, Y0]]), CRS)
    reach = 1_000.0 / engine.measured(np.array([[500_000.0, Y0]]), np.array([[501_000.0, Y0]]), CRS)[0][0] * 1_000.0
    read = Reader(shapely.points([[500_000.0 + reach, Y0], [500_000.0 + reach + 0.01, Y0]]))
    assert partitioned.rings(place, read, (0.0, 1_000.0)).count.tolist() == [[1]]


@pytest.mark.parametrize("kind", ["points", "lines", "polygons"])
@pytest.mark.parametrize("premises", [False, True])
def test_receptors_inside_by_parts_are_inside(kind, premises):
    xy, receptors = places(11, 300), target_layer(kind, 11)
    where = shapely.buffer(shapely.points(xy), 60, quad_segs=2) if premises else shapely.points(xy)
    reach = np.random.default_rng(11).uniform(0, 2_000, (300, 1)) * [[0.5, 1.0]]
    reach[::7, 0] = np.nan
    none = np.zeros(300)
    whole = exposure.inside(Sources(where, CRS, reach, none, none.astype("int64")), receptors)
    assert len(whole) > 100
    found = []
    for _, rows in shares(xy, 40):
        some = Sources(where[rows], CRS, reach[rows], none[rows], none[rows].astype("int64"))
        part_found, part = partitioned.inside(some, Reader(receptors))
        columns = (rows[part_found.source], part.numbers[part_found.receptor], part_found.level, part_found.distance)
        found += list(zip(*(column.tolist() for column in columns)))
    columns = (whole.source, whole.receptor, whole.level, whole.distance)
    assert sorted(found) == list(zip(*(column.tolist() for column in columns)))


def zone_plan() -> np.ndarray:
    """A chequered plan of 3 km with a hole in it, borders that run in many segments, and a long thin zone."""
    x, y = np.meshgrid(np.arange(20), np.arange(20))
    boxes = shapely.box(X0 + 3e3 * x, Y0 + 3e3 * y, X0 + 3e3 * (x + 1), Y0 + 3e3 * (y + 1)).ravel()
    plan = shapely.segmentize(np.delete(boxes, [45, 210, 211]), 170.0)
    return np.append(plan, shapely.box(X0 + 100, Y0 - 400, X0 + 59_000, Y0 - 10))


@pytest.mark.parametrize("accuracy", [0.0, 40.0, 700.0])
def test_candidates_by_parts_are_candidates(accuracy):
    xy, plan = places(8, 600), zone_plan()
    xy[:40] = np.column_stack([X0 + 3e3 * (np.arange(40) % 20), Y0 + 3e3 * (np.arange(40) // 2)])
    points, radius = shapely.points(xy), np.where(np.arange(600) % 3, accuracy, accuracy / 10)
    whole = areas.candidates(points, radius, plan)
    for _, rows in shares(xy, 60):
        read = Reader(plan)
        found, part = partitioned.candidates(points[rows], radius[rows], read)
        found = partitioned.with_numbers(found, part)
        for name in ("open", "home", "on_border", "overlapping"):
            np.testing.assert_array_equal(getattr(found, name), getattr(whole, name)[rows], err_msg=name)
        mine = np.isin(whole.point, rows)
        wanted = sorted(zip(whole.point[mine].tolist(), whole.area[mine].tolist(), whole.inside[mine].tolist()))
        assert sorted(zip(rows[found.point].tolist(), found.area.tolist(), found.inside.tolist())) == wanted


def test_no_places_and_no_areas():
    nowhere = np.array([None, None], dtype=object)
    found, _ = partitioned.candidates(nowhere, np.zeros(2), Reader(zone_plan()))
    assert found.home.tolist() == [-1, -1]
    found, _ = partitioned.candidates(shapely.points([[X0, Y0]]), np.array([5.0]), Reader(np.empty(0, dtype=object)))
    assert found.home.tolist() == [-1]
    assert found.open.tolist() == [True]


def by_parts(xy: np.ndarray, most: int, distance: float, least: float, weights: np.ndarray | None = None):
    parts, order = [], []
    for tile, rows in shares(xy, most):
        west, south, east, north = partitioned.halo_of_clusters(tile.bounds, distance)
        x, y = xy[:, 0], xy[:, 1]
        near = np.flatnonzero((x >= west) & (x <= east) & (y >= south) & (y <= north))
        some = None if weights is None else weights[near]
        parts.append(partitioned.clusters(near, xy[near], np.isin(near, rows), distance, least, some))
        order.append(rows)
    out = np.full(len(xy), NOISE)
    for rows, part, cluster in zip(order, parts, merged(parts)):
        assert part.numbers.tolist() == rows.tolist()
        out[rows] = cluster
    return out


@pytest.mark.parametrize("most", [15, 60, 400])
@pytest.mark.parametrize(("distance", "least"), [(300.0, 3), (900.0, 5), (2_500.0, 8), (5_000.0, 2)])
def test_clusters_by_parts_are_clusters(most, distance, least):
    xy = places(9, 700)
    np.testing.assert_array_equal(by_parts(xy, most, distance, least), dbscan(xy, distance, least).cluster)


def test_clusters_by_weight():
    xy = places(10, 500)
    weights = np.random.default_rng(10).integers(0, 500, 500).astype("float64")
    np.testing.assert_array_equal(
        by_parts(xy, 50, 900.0, 2_000.0, weights), dbscan(xy, 900.0, 2_000.0, weights).cluster
    )


@settings(max_examples=60, deadline=None)
@given(
    cells=st.lists(st.tuples(st.integers(0, 12), st.integers(0, 12)), min_size=1, max_size=60),
    most=st.integers(1, 20),
    distance=st.sampled_from([1.0, 1.5, 2.0]),
    least=st.integers(1, 5),
)
def test_clusters_on_a_grid_of_ties(cells, most, distance, least):
    """Everything is equally far from something here, and the parts are cut through all of it."""
    xy = np.array(cells, dtype="float64")
    np.testing.assert_array_equal(by_parts(xy, most, distance, least), dbscan(xy, distance, least).cluster)


def test_a_chain_through_many_parts_is_one_cluster():
    xy = np.column_stack([np.arange(200.0), np.zeros(200)])
    assert by_parts(xy, 9, 1.0, 2).tolist() == [0] * 200


def test_merging_by_hand():
    """Two parts: cluster 0 of the first goes on as cluster 1 of the second; cluster 0 of that is by itself."""
    first = LocalClusters(
        np.array([1, 2, 3]),
        np.array([[0.0, 0.0], [1.0, 0.0], [9.0, 9.0]]),
        np.array([0, 0, NOISE]),
        np.array([True, True, False]),
        np.array([7]),
        np.array([0]),
    )
    second = LocalClusters(
        np.array([5, 6, 7]),
        np.array([[5.0, 5.0], [5.0, 6.0], [2.0, 0.0]]),
        np.array([0, 0, 1]),
        np.array([True, True, True]),
        np.array([2]),
        np.array([1]),
    )
    one, other = merged([first, second])
    assert one.tolist() == [0, 0, NOISE]
    assert other.tolist() == [1, 1, 0]
    assert merged([]) == []


def test_grown():
    assert grown((0.0, 1.0, 2.0, 3.0), 0.5) == (-0.5, 0.5, 2.5, 3.5)

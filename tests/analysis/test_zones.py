"""Safety zones: the polygons of GEOS and QGIS to the last bit, unions equal to its, ground shared out once."""

from __future__ import annotations

import numpy as np
import pytest
import shapely
from factory_locations.processing.analysis import dissolve
from factory_locations.processing.analysis import zones as engine
from factory_locations.processing.analysis.crs import scale
from factory_locations.processing.analysis.errors import Cancelled
from shapely import MultiPolygon, Point, Polygon, box

CRS = "EPSG:32648"
X0, Y0 = 500_000.0, 1_250_000.0  # on the central meridian: a metre on the ground is 0.9996 in the plane
ORIGIN = np.array([X0, Y0])
NONE = np.nan


def shapes(values) -> np.ndarray:
    out = np.empty(len(values), dtype=object)
    out[:] = list(values)
    return out


def moved(*values) -> np.ndarray:
    return shapely.transform(shapes(values), lambda xy: xy + ORIGIN)


def sources(geometries, reach, accuracy=0.0, crs=CRS) -> engine.Sources:
    n = len(geometries)
    levels = np.asarray(reach, dtype="float64").reshape(n, -1 if n else 1)
    return engine.Sources(geometries, crs, levels, np.broadcast_to(np.float64(accuracy), n), np.zeros(n, dtype="int64"))


def same_bits(one: np.ndarray, other: np.ndarray) -> bool:
    return shapely.to_wkb(one).tolist() == shapely.to_wkb(other).tolist()


def same_ground(one, other) -> bool:
    if one is None or other is None:
        return (one is None or one.is_empty) and (other is None or other.is_empty)
    return bool(shapely.symmetric_difference(one, other).area <= 1e-9 * max(one.area, other.area))


def random_discs(rng: np.random.Generator, count: int, size: float = 3000.0) -> np.ndarray:
    """Circles of a few radii, some of them at the same place, some as polygons with a hole."""
    xy = rng.uniform(0, size, (count, 2)).round(-1)
    xy[: count // 10] = xy[count // 2]
    discs = shapely.buffer(shapely.points(xy + ORIGIN), rng.choice([40.0, 90.0, 250.0], count), quad_segs=8)
    holes = shapely.buffer(shapely.points(xy + ORIGIN), 30.0, quad_segs=3)
    return np.where(rng.uniform(size=count) < 0.2, shapely.difference(discs, holes), discs)


# Buffers


@pytest.mark.parametrize("quad_segs", [1, 2, 5, 8, 16, 64])
def test_circles_are_those_of_geos_to_the_last_bit(quad_segs):
    rng = np.random.default_rng(quad_segs)
    places = shapely.points(rng.uniform([2e5, 1.1e6], [8e5, 1.6e6], (400, 2)))
    of = sources(places, np.sort(10 ** rng.uniform(-3, 5, (400, 3)), axis=1))
    found = engine.buffers(of, quad_segs)
    assert found.shape == (400, 3)
    for level in range(3):
        theirs = shapely.buffer(places, of.reach[:, level] * scale(of.xy, CRS), quad_segs=quad_segs)
        assert same_bits(found[:, level], theirs)


def test_any_source_has_the_buffer_of_geos():
    """Points that share a place, premises with a hole or of two parts, nothing at all."""
    yard = Polygon(box(0, 0, 90, 60).exterior, [box(20, 20, 40, 40).exterior])
    places = moved(Point(1, 2), Point(1, 2), yard, MultiPolygon([box(0, 0, 1, 1), box(50, 0, 51, 1)]), None)
    of = sources(places, [[5.0], [5.0], [5.0], [5.0], [5.0]])
    found = engine.buffers(of)[:, 0]
    assert same_bits(found[:4], shapely.buffer(places[:4], 5.0 * of.stretch[:4], quad_segs=16))
    assert found[4] is None


def test_a_radius_is_a_distance_on_the_ground():
    disc = engine.buffers(sources(moved(Point(0, 0)), [1000.0]))[0, 0]
    left, _, right, _ = disc.bounds
    assert (right - left) / 2 == pytest.approx(999.6, abs=0.001)
    mercator = sources(shapes([Point(11_688_546, 1_262_000)]), [1000.0], crs="EPSG:3857")
    left, _, right, _ = engine.buffers(mercator)[0, 0].bounds
    assert (right - left) / 2 == pytest.approx(1000 / np.cos(np.radians(11.27)), rel=0.005)  # at 11.27° north


def test_levels_that_are_not_there():
    of = sources(moved(Point(0, 0), box(0, 0, 9, 9), Point(0, 0)), [[NONE, 0.0, 7.0], [0.0, NONE, 7.0], [NONE] * 3])
    found = engine.buffers(of)
    assert [[zone is not None for zone in row] for row in found] == [[0, 0, 1], [1, 0, 1], [0, 0, 0]]
    assert same_ground(found[1, 0], of.geometries[1])  # nothing is added, and the premises remain
    assert of.outermost.tolist()[:2] == [7.0, 7.0]
    assert np.isnan(of.outermost[2])


def test_no_sources():
    none = engine.Sources(shapes([]), CRS, np.empty((0, 2)), np.empty(0), np.empty(0, dtype="int64"))
    assert engine.buffers(none).shape == (0, 2)
    assert engine.widened(none).shape == (0,)
    assert engine.planar_error(none) == 0.0


def test_widened_by_the_accuracy():
    of = sources(moved(Point(0, 0), Point(0, 0), None), [[100.0, 300.0], [NONE, NONE], [1.0, 1.0]], 20.0)
    found = engine.widened(of)
    assert same_bits(found[:1], shapely.buffer(of.geometries[:1], 320.0 * of.stretch[:1], quad_segs=16))
    assert found[1] is None
    assert found[2] is None
    unknown = sources(moved(Point(0, 0)), [100.0], NONE)
    assert same_bits(engine.widened(unknown), engine.buffers(unknown)[:, 0])


def test_circles_fall_back_on_geos_where_they_would_differ(monkeypatch):
    """Another GEOS may begin its circles elsewhere: what counts is what it makes."""
    places = shapely.points([[X0, Y0], [X0 + 5, Y0]])
    expected = shapely.buffer(places, 50.0, quad_segs=16)
    monkeypatch.setattr(engine, "_circle", lambda quad_segs: shapely.get_coordinates(expected[0])[::-1] / 1e6)
    assert same_bits(engine._grown(places, np.array([50.0, 50.0]), 16, lambda _: None), expected)


def test_quarter_segments_of_qgis(run):
    """QGIS's own buffer of the same radius and segments is the same polygon."""
    from qgis.core import QgsFeature, QgsGeometry, QgsProperty, QgsVectorLayer

    rng = np.random.default_rng(3)
    of = sources(shapely.points(rng.uniform([X0, Y0], [X0 + 5e4, Y0 + 5e4], (60, 2))), rng.uniform(5, 1500, 60))
    layer = QgsVectorLayer(f"Point?crs={CRS}&field=n:integer&field=r:double", "places", "memory")
    features = []
    for number, (place, radius) in enumerate(zip(of.geometries, of.reach[:, 0] * of.stretch)):
        feature, geometry = QgsFeature(layer.fields()), QgsGeometry()
        geometry.fromWkb(shapely.to_wkb(place))
        feature.setGeometry(geometry)
        feature.setAttributes([number % 4, float(radius)])
        features.append(feature)
    layer.dataProvider().addFeatures(features)
    for segments in (5, 16):
        how = {"INPUT": layer, "DISTANCE": QgsProperty.fromField("r"), "SEGMENTS": segments, "OUTPUT": "memory:"}
        grown = run("native:buffer", {**how, "DISSOLVE": False})["OUTPUT"]
        theirs = shapely.from_wkb([f.geometry().asWkb().data() for f in grown.getFeatures()])
        mine = engine.buffers(of, segments)[:, 0]
        assert shapely.symmetric_difference(mine, theirs).tolist() == [Polygon()] * 60
        joined = run("native:dissolve", {"INPUT": grown, "FIELD": ["n"], "OUTPUT": "memory:"})["OUTPUT"]
        together = engine.dissolved(mine, np.arange(60) % 4, 4)
        for feature in joined.getFeatures():
            assert same_ground(together[feature["n"]], shapely.from_wkb(feature.geometry().asWkb().data()))


# What several cover together


def test_two_discs_that_overlap_are_one():
    discs = shapely.buffer(moved(Point(0, 0), Point(80, 0), Point(500, 0)), 50.0)
    one, none, other = engine.dissolved(discs, np.array([0, 0, 2]), 3)
    assert none is None
    assert one.geom_type == other.geom_type == "Polygon"
    assert one.equals(shapely.union(discs[0], discs[1]))
    assert same_bits(shapes([other]), discs[2:])


def test_parts_that_do_not_touch_are_one_multi_polygon():
    squares = moved(box(0, 0, 1, 1), box(5, 0, 6, 1), box(1, 0, 2, 1), None, Polygon(), box(0, 0, 1, 1))
    (found,) = engine.dissolved(squares, np.zeros(6, dtype="int64"), 1)
    assert found.geom_type == "MultiPolygon"
    assert sorted(part.area for part in found.geoms) == pytest.approx([1.0, 2.0])
    assert found.is_valid


def test_a_negative_group_is_none():
    squares = moved(box(0, 0, 1, 1), box(0, 0, 9, 9))
    (found,) = engine.dissolved(squares, np.array([0, -1]), 1)
    assert found.area == pytest.approx(1.0)
    assert engine.dissolved(shapes([]), np.empty(0, dtype="int64"), 2).tolist() == [None, None]
    assert engine.dissolved(shapes([None]), np.zeros(1, dtype="int64"), 1).tolist() == [None]


@pytest.mark.parametrize("seed", range(6))
def test_unions_are_those_of_geos(seed, monkeypatch):
    """The same ground, valid, whether joined in one go or in many small steps."""
    rng = np.random.default_rng(seed)
    discs = random_discs(rng, 600)
    discs[rng.integers(600, size=20)] = None
    group = rng.integers(-1, 5, 600)
    if seed % 2:
        monkeypatch.setattr(dissolve, "_HEAP", 7)
        monkeypatch.setattr(dissolve, "_UNIONS", 2)
        monkeypatch.setattr(dissolve, "_CORNERS_OF_LOT", 300)
        monkeypatch.setattr(dissolve, "_PAIRS_AT_ONCE", 500)
        monkeypatch.setattr(dissolve, "_CROWD", seed)
    found = engine.dissolved(discs, group, 5)
    for number, mine in enumerate(found):
        theirs = shapely.union_all(discs[group == number])
        assert mine.is_valid
        assert same_ground(mine, theirs)
        assert shapely.get_num_geometries(mine) == shapely.get_num_geometries(theirs)


@pytest.mark.parametrize("quad_segs", [1, 2, 8])
@pytest.mark.parametrize("apart", [50.0, 70.0, 50.0 * 2**0.5, 100.0, 100.0 + 1e-9])
def test_discs_on_a_grid(apart, quad_segs):
    """Edges that run on each other, corners on edges, discs that only touch."""
    x, y = np.meshgrid(np.arange(9) * apart, np.arange(7) * apart)
    discs = shapely.buffer(shapely.points(np.c_[x.ravel(), y.ravel()] + ORIGIN), 50.0, quad_segs=quad_segs)
    (found,) = engine.dissolved(discs, np.zeros(63, dtype="int64"), 1)
    assert found.is_valid
    assert same_ground(found, shapely.union_all(discs))
    alone = engine.ranked(discs[:10])
    assert sum(ring.area for ring in alone if ring) == pytest.approx(shapely.union_all(discs[:10]).area)


def test_a_thousand_times_the_same_disc():
    disc = shapely.buffer(Point(X0, Y0), 100.0, quad_segs=16)
    (found,) = engine.dissolved(np.full(1000, disc, dtype=object), np.zeros(1000, dtype="int64"), 1)
    assert same_bits(shapes([found]), shapes([disc]))


def test_the_order_of_rows_does_not_matter():
    """To the last bit: not even the corner at which a ring begins."""
    rng = np.random.default_rng(1)
    discs, group = random_discs(rng, 500), rng.integers(0, 3, 500)
    first = engine.dissolved(discs, group, 3)
    for _ in range(3):
        order = rng.permutation(500)
        assert same_bits(engine.dissolved(discs[order], group[order], 3), first)


def test_one_thread_gives_the_same(monkeypatch):
    rng = np.random.default_rng(2)
    discs, group = random_discs(rng, 500), rng.integers(0, 3, 500)
    monkeypatch.setattr(dissolve, "_CORNERS_OF_LOT", 500)
    both = engine.dissolved(discs, group, 3)
    for module in (engine, dissolve):
        monkeypatch.setattr(module, "in_two_threads", lambda work, batches, tick: map(work, batches))
    assert same_bits(engine.dissolved(discs, group, 3), both)
    cut_alone = engine.ranked(both)
    monkeypatch.undo()
    assert same_bits(engine.ranked(both), cut_alone)


# Ground shared out


def test_the_highest_class_wins():
    areas = moved(box(0, 0, 2, 2), box(1, 0, 4, 2), box(0, 0, 4, 3), box(1, 1, 2, 2))
    found = engine.ranked(areas)
    assert found[0].equals(areas[0])
    assert same_ground(found[1], moved(box(2, 0, 4, 2))[0])
    assert same_ground(found[2], moved(box(0, 2, 4, 3))[0])
    assert found[3] is None
    assert engine.ranked(shapes([None, areas[0], None]))[1].equals(areas[0])
    assert engine.ranked(shapes([])).tolist() == []


@pytest.mark.parametrize("seed", range(4))
def test_ranks_are_differences_of_whole_areas(seed):
    rng = np.random.default_rng(seed)
    areas = engine.dissolved(random_discs(rng, 400), rng.integers(0, 5, 400), 5)
    found = engine.ranked(areas)
    for number, mine in enumerate(found):
        theirs = shapely.difference(areas[number], shapely.union_all(areas[:number]))
        assert same_ground(mine, theirs)
        assert mine is None or mine.is_valid
    assert sum(mine.area for mine in found) == pytest.approx(shapely.union_all(areas).area, rel=1e-9)


def test_rings_of_one_source():
    of = sources(moved(Point(0, 0), Point(0, 0), Point(0, 0)), [[100.0, 200.0, 300.0], [100.0, NONE, 300.0],
                                                              [200.0, 200.0, 300.0]])  # fmt: skip
    zones = engine.buffers(of)
    rings = engine.nested(zones)
    assert same_bits(rings[:, 0], zones[:, 0])
    assert rings[0, 1].area == pytest.approx(zones[0, 1].area - zones[0, 0].area)
    assert len(rings[0, 1].interiors) == 1
    assert rings[1, 1] is None
    assert rings[1, 2].area == pytest.approx(zones[1, 2].area - zones[1, 0].area)  # the ring goes in to the next level
    assert rings[2, 1] is None  # no ground of its own
    assert rings[2, 2].area == pytest.approx(zones[2, 2].area - zones[2, 1].area)


def test_rings_of_zones_beside_one_another():
    """Of zones that are not nested, all ground further in is left out, not that of the next level alone."""
    zones = np.array([[box(0, 0, 10, 10), box(20, 0, 30, 10), box(0, 0, 40, 10)]], dtype=object)
    filled = zones.copy()
    filled[0, 1] = shapely.union(zones[0, 0], zones[0, 1])
    assert [ring.area for ring in engine.nested(zones, filled)[0]] == [100, 100, 200]


@pytest.mark.parametrize("seed", range(3))
def test_rings_are_differences(seed):
    """Of circles, whose rings are put together from their borders, and of anything else."""
    rng = np.random.default_rng(seed)
    places = np.where(rng.uniform(size=90) < 0.7, shapely.points(rng.uniform(0, 3000, (90, 2)) + ORIGIN),
                      random_discs(rng, 90))  # fmt: skip
    reach = np.sort(rng.choice([0.0, 1e-7, 20.0, 20.0000001, 300.0, 2000.0], (90, 3)), axis=1)
    reach[rng.uniform(size=reach.shape) < 0.2] = NONE
    drawn = engine.buffers(sources(places, reach), quad_segs=int(rng.integers(1, 17)))
    rings = engine.nested(drawn)
    for zones, ring in zip(drawn, rings):
        inner = None
        for level in range(3):
            left = zones[level] if inner is None or zones[level] is None else zones[level].difference(inner)
            assert same_ground(ring[level], left)
            assert ring[level] is None or ring[level].is_valid
            inner = inner if zones[level] is None else zones[level]


def test_cut_by_provinces():
    """One area in two provinces, one inside of a province, one in none, one that only touches."""
    provinces = moved(box(0, 0, 10, 10), box(10, 0, 20, 10), None)
    areas = moved(box(8, 1, 13, 2), MultiPolygon([box(1, 1, 2, 2), box(3, 3, 4, 4)]), box(50, 0, 51, 1), None,
                  box(20, 0, 30, 10))  # fmt: skip
    area, province, pieces = engine.cut(areas, provinces)
    assert list(zip(area.tolist(), province.tolist())) == [(0, 0), (0, 1), (1, 0)]
    assert [piece.area for piece in pieces] == pytest.approx([2.0, 3.0, 2.0])
    assert [piece.geom_type for piece in pieces] == ["Polygon", "Polygon", "MultiPolygon"]
    nothing = engine.cut(shapes([]), provinces)
    assert [len(column) for column in nothing] == [0, 0, 0]


@pytest.mark.parametrize("seed", range(4))
def test_pieces_are_intersections(seed):
    rng = np.random.default_rng(seed)
    areas = engine.dissolved(random_discs(rng, 300), rng.integers(0, 4, 300), 4)
    cells = shapely.get_parts(shapely.voronoi_polygons(shapely.multipoints(rng.uniform(0, 3000, (9, 2)) + ORIGIN)))
    area, cell, pieces = engine.cut(areas, cells)
    found = dict(zip(zip(area.tolist(), cell.tolist()), pieces))
    assert list(found) == sorted(found)
    for one in range(4):
        for other in range(len(cells)):
            common = shapely.intersection(areas[one], cells[other])
            assert same_ground(found.get((one, other)), common if common.area > 0 else None)
    assert shapely.is_valid(pieces).all()


# What is stated of them


def test_area_and_radius_that_a_polygon_lacks():
    """Of a regular polygon with n corners: n / 2 sin(2π / n), and cos(π / n)."""
    for quad_segs in (1, 5, 8, 16):
        disc = shapely.buffer(Point(0, 0), 1.0, quad_segs=quad_segs)
        assert engine.area_deficit(quad_segs) == pytest.approx(1 - disc.area / np.pi, abs=1e-14)
        assert engine.radius_deficit(quad_segs) == pytest.approx(1 - disc.exterior.distance(Point(0, 0)), abs=1e-14)
    assert engine.area_deficit() == pytest.approx(0.00160561, abs=1e-8)


def test_error_of_a_planar_radius():
    """Small in UTM even at the edge of Cambodia, and no smaller than what is found around the sources themselves."""
    rng = np.random.default_rng(0)
    of = sources(shapely.points(rng.uniform([2e5, 1.1e6], [8e5, 1.6e6], (300, 2))), rng.uniform(100, 10_000, 300))
    stated = engine.planar_error(of)
    assert 1e-6 < stated < 1e-4
    zone = engine.buffers(of)[:, 0]
    rim, owner = shapely.get_coordinates(zone, return_index=True)
    from factory_locations.processing.analysis.crs import geodesic_m

    ground = geodesic_m(of.xy[owner], rim, CRS)
    assert np.abs(ground / of.reach[owner, 0] - 1).max() <= stated * 1.01
    assert engine.planar_error(sources(moved(None), [5.0])) == 0.0
    mercator = sources(shapes([Point(11_688_546, 1_262_000)]), [10_000.0], crs="EPSG:3857")
    assert engine.planar_error(mercator) > 1e-3  # stretched otherwise north to south than east to west


# Cancel


@pytest.mark.parametrize("work", ["buffers", "widened", "dissolved", "ranked", "nested", "cut"])
def test_cancelled(work):
    rng = np.random.default_rng(0)
    of = sources(shapely.points(rng.uniform(0, 3000, (300, 2)) + ORIGIN), [[50.0, 90.0]] * 300)
    zones = engine.buffers(of)
    areas = engine.dissolved(zones[:, 1], np.arange(300) % 3, 3)
    asked = []

    def stop(share: float) -> None:
        assert 0 <= share <= 1
        asked.append(share)
        raise Cancelled

    with pytest.raises(Cancelled):
        {
            "buffers": lambda: engine.buffers(of, tick=stop),
            "widened": lambda: engine.widened(of, tick=stop),
            "dissolved": lambda: engine.dissolved(zones[:, 0], np.arange(300) % 3, 3, tick=stop),
            "ranked": lambda: engine.ranked(areas, tick=stop),
            "nested": lambda: engine.nested(zones, tick=stop),
            "cut": lambda: engine.cut(areas, areas, tick=stop),
        }[work]()
    assert len(asked) == 1


def test_progress_grows_to_the_end():
    rng = np.random.default_rng(0)
    of = sources(shapely.points(rng.uniform(0, 3000, (3000, 2)) + ORIGIN), [[50.0, 90.0]] * 3000)
    told: list[float] = []
    zones = engine.buffers(of, tick=told.append)
    for task in (
        lambda: engine.dissolved(zones[:, 0], np.arange(3000) % 3, 3, tick=told.append),
        lambda: engine.ranked(engine.dissolved(zones[:, 0], np.arange(3000) % 3, 3), tick=told.append),
        lambda: engine.nested(zones, tick=told.append),
    ):
        assert told == sorted(told)
        assert told[-1] > 0.9
        told.clear()
        task()
    assert told == sorted(told)

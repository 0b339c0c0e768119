"""What and who lies in zones: by hand, by brute force, and nobody twice."""

from __future__ import annotations

import numpy as np
import pytest
import shapely
from factory_locations.processing.analysis import exposure, zones
from factory_locations.processing.analysis.dominoes import dominoes
from factory_locations.processing.analysis.errors import Cancelled
from factory_locations.processing.analysis.neighbours import Targets
from factory_locations.processing.analysis.proximity import Factories, measured, nearest
from shapely import LineString, MultiPoint, Point, Polygon, box

CRS = "EPSG:32648"
X0, Y0 = 500_000.0, 1_250_000.0  # on the central meridian: a metre on the ground is 0.9996 in the plane
ORIGIN = np.array([X0, Y0])
SCALE = 0.9996
NONE = np.nan


def shapes(values) -> np.ndarray:
    out = np.empty(len(values), dtype=object)
    out[:] = list(values)
    return out


def moved(*values) -> np.ndarray:
    return shapely.transform(shapes(values), lambda xy: xy + ORIGIN)


def sources(geometries, reach) -> zones.Sources:
    n = len(geometries)
    levels = np.asarray(reach, dtype="float64").reshape(n, -1 if n else 1)
    return zones.Sources(geometries, CRS, levels, np.zeros(n), np.zeros(n, dtype="int64"))


def rows(found) -> list[tuple]:
    other = found.receptor if isinstance(found, exposure.Inside) else found.other
    return list(zip(found.source.tolist(), other.tolist(), found.level.tolist()))


def random_shapes(rng: np.random.Generator, count: int, kinds: str, size: float = 4000.0) -> np.ndarray:
    out = []
    for x, y in rng.uniform(0, size, (count, 2)).round(-1):
        kind = kinds[rng.integers(len(kinds))]
        if kind == "p":
            out.append(Point(x, y))
        elif kind == "l":
            steps = rng.normal(0, 150, (int(rng.integers(1, 20)), 2)).round(1)
            out.append(LineString(np.cumsum([[x, y], *steps], axis=0)))
        elif kind == "a":
            disc = shapely.buffer(Point(x, y), rng.uniform(30, 300), quad_segs=int(rng.integers(1, 9)))
            out.append(disc.difference(shapely.buffer(Point(x, y), 20.0)) if rng.uniform() < 0.3 else disc)
        else:
            out.append(None)
    return moved(*out)


def random_reach(rng: np.random.Generator, count: int) -> np.ndarray:
    reach = np.sort(rng.choice([0.0, 50.0, 120.0, 400.0, 900.0], (count, 3)), axis=1)
    reach[rng.uniform(size=reach.shape) < 0.2] = np.nan
    return reach


# Receptors


@pytest.mark.parametrize(
    ("source", "receptor", "level", "metres"),
    [
        (Point(0, 0), Point(30, 40), 0, 50),
        (Point(0, 0), Point(90, 0), 1, 90),
        (Point(0, 0), Point(101, 0), None, None),
        (Point(0, 0), Point(0, 0), 0, 0),
        (Point(0, 0), LineString([(-500, 70), (500, 70)]), 1, 70),
        (Point(0, 0), box(95, -10, 900, 10), 1, 95),
        (Point(0, 0), box(-10, -10, 10, 10), 0, 0),
        (Point(0, 0), MultiPoint([(900, 0), (0, -60)]), 1, 60),
        (box(-100, -100, 100, 100), Point(0, 0), 0, 0),
        (box(-100, -100, 100, 100), Point(0, 180), 1, 80),  # from the edge of the premises
        (box(-100, -100, 100, 100), LineString([(0, 0), (5, 5)]), 0, 0),
        (box(-100, -100, 100, 100), box(140, -5, 150, 5), 0, 40),
    ],
)
def test_receptors_by_hand(source, receptor, level, metres):
    found = exposure.inside(sources(moved(source), [[51.0, 100.0]]), moved(receptor))
    assert found.level.tolist() == ([] if level is None else [level])
    assert found.distance.tolist() == ([] if level is None else [pytest.approx(metres / SCALE, abs=0.001)])


@pytest.mark.parametrize("place", [(123.4, 234.5), (0.0, -999.0), (-3.3, 4.4)])
def test_what_is_exactly_as_far_is_inside(place):
    """The same distance decides as in `proximity`: to a micrometre, on the ground."""
    source, receptor = moved(Point(0, 0)), moved(Point(place))
    (far,) = np.round(nearest(Factories(source, CRS), Targets(receptor), 1, np.inf).distance, 6).tolist()
    for reach, inside in ((far, 1), (far + 1e-6, 1), (far - 2e-6, 0)):
        assert len(exposure.inside(sources(source, [reach]), receptor)) == inside
    assert exposure.inside(sources(source, [[far, far + 1]]), receptor).level.tolist() == [0]
    polygon = zones.buffers(sources(source, [far]))[0, 0]
    assert exposure.inside(sources(source, [far]), receptor).distance[0] == pytest.approx(far, abs=1e-6)
    assert polygon.area > 0


def test_a_reach_of_nothing_holds_what_is_there():
    of = sources(moved(Point(0, 0), box(10, 10, 20, 20)), [[0.0], [0.0]])
    assert rows(exposure.inside(of, moved(Point(0, 0), Point(20, 15), Point(21, 15)))) == [(0, 0, 0), (1, 1, 0)]


def test_levels_that_are_not_there():
    of = sources(moved(*[Point(0, 0)] * 3), [[NONE, 100.0, 200.0], [50.0, NONE, 200.0], [NONE] * 3])
    assert rows(exposure.inside(of, moved(Point(80, 0)))) == [(0, 0, 1), (1, 0, 2)]


def test_a_source_is_not_its_own_receptor():
    same = moved(Point(0, 0), Point(0, 0), Point(30, 0))
    keys = [(np.array([7, 8, -1]), np.array([7, -1, -1]))]
    found = exposure.inside(sources(same, [[10.0]] * 3), same, keys)
    assert rows(found) == [(0, 1, 0), (1, 0, 0), (1, 1, 0), (2, 2, 0)]


def test_nothing_in_nothing():
    nobody, nothing = sources(shapes([]), np.empty((0, 1))), shapes([])
    for of in (nobody, sources(moved(Point(0, 0)), [5.0]), sources(moved(None), [5.0])):
        for receptors in (nothing, shapes([None])):
            assert len(exposure.inside(of, receptors)) == 0
            assert len(dominoes(of, receptors)) == 0
    assert len(exposure.inside(nobody, moved(Point(0, 0)))) == 0
    assert len(dominoes(nobody)) == 0


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize("kinds", ["pn", "ln", "an", "plan"])
def test_against_brute_force(kinds, seed):
    """Every pair, level and distance is that of going through all pairs; so it is for domino pairs."""
    rng = np.random.default_rng(seed)
    receptors = random_shapes(rng, 60, kinds)
    of = sources(random_shapes(rng, 50, "pn" if seed % 2 else "pan"), random_reach(rng, 50))
    keys = [(rng.integers(-1, 9, 50), rng.integers(-1, 9, 60))] if seed % 3 else []
    found, pairs = exposure.inside(of, receptors, keys), dominoes(of, receptors, keys)
    want = {}
    for i, source in enumerate(of.geometries):
        for j, receptor in enumerate(receptors):
            if source is None or receptor is None or any(a[i] == b[j] >= 0 for a, b in keys):
                continue
            ends = shapely.get_coordinates(shapely.shortest_line(source, receptor))
            away = 0.0 if source.intersects(receptor) else measured(ends[:1], ends[1:], CRS)[0][0]
            levels = np.flatnonzero(np.round(away, 6) <= of.reach[i])
            if len(levels):
                want[i, j] = (levels[0], away)
    assert list(zip(found.source.tolist(), found.receptor.tolist())) == sorted(want)
    assert found.level.tolist() == [want[pair][0] for pair in sorted(want)]
    assert found.distance == pytest.approx([want[pair][1] for pair in sorted(want)], abs=1e-3)
    assert rows(pairs) == rows(found)
    assert measured(pairs.start, pairs.end, CRS)[0] == pytest.approx(found.distance, abs=1e-3)
    for end, geometries in ((pairs.start, of.geometries[pairs.source]), (pairs.end, receptors[pairs.other])):
        assert shapely.distance(shapely.points(end), geometries) == pytest.approx(np.zeros(len(end)), abs=1e-6)


@pytest.mark.parametrize("many", [False, True])
def test_many_different_reaches(many, monkeypatch):
    """Few are looked for one by one, many in bands."""
    rng = np.random.default_rng(4)
    of = sources(random_shapes(rng, 300, "p"), rng.uniform(1, 900, 300).round(0 if many else -2))
    receptors = random_shapes(rng, 200, "p")
    found = exposure.inside(of, receptors)
    away = shapely.distance(of.geometries[:, None], receptors[None, :]) / SCALE
    clear = np.abs(away - of.reach) > 0.01
    got = np.zeros(away.shape, dtype=bool)
    got[found.source, found.receptor] = True
    assert (got == (away <= of.reach))[clear].all()
    monkeypatch.setattr(exposure, "_FEW", 1)
    monkeypatch.setattr(exposure, "_WORTH", 3)
    monkeypatch.setattr(exposure, "_PAIRS_AT_ONCE", 50)
    again = exposure.inside(of, receptors)
    assert rows(again) == rows(found)
    assert again.distance.tolist() == found.distance.tolist()


def test_the_order_of_rows_does_not_matter():
    rng = np.random.default_rng(5)
    of, receptors = sources(random_shapes(rng, 80, "pa"), random_reach(rng, 80)), random_shapes(rng, 90, "pla")
    one, other = rng.permutation(80), rng.permutation(90)
    first = exposure.inside(of, receptors)
    mixed = exposure.inside(sources(of.geometries[one], of.reach[one]), receptors[other])
    back = sorted(zip(one[mixed.source].tolist(), other[mixed.receptor].tolist(), mixed.level.tolist()))
    assert back == rows(first)
    assert sorted(mixed.distance) == pytest.approx(sorted(first.distance), abs=1e-6)


def test_one_thread_gives_the_same(monkeypatch):
    from factory_locations.processing.analysis import dissolve, neighbours

    rng = np.random.default_rng(6)
    of, receptors = sources(random_shapes(rng, 80, "pa"), random_reach(rng, 80)), random_shapes(rng, 90, "pla")
    polygons, people = random_shapes(rng, 40, "pa"), rng.uniform(1, 9, 40)
    drawn = zones.buffers(of)[:, 2]
    both = exposure.inside(of, receptors), exposure.people_in(drawn, np.arange(80) % 3, 3, polygons, people)
    for module in (exposure, zones, dissolve, neighbours):
        monkeypatch.setattr(module, "in_two_threads", lambda work, batches, tick: map(work, batches))
    alone = exposure.inside(of, receptors), exposure.people_in(drawn, np.arange(80) % 3, 3, polygons, people)
    assert rows(both[0]) == rows(alone[0])
    assert both[0].distance.tolist() == alone[0].distance.tolist()
    assert both[1].tolist() == alone[1].tolist()


# Zones given as polygons


def test_imported_zones():
    """A plume of two levels, of which the inner lies in the outer, and a second part of the outer."""
    plume = moved(box(0, -50, 100, 50), box(0, -100, 300, 100), box(1000, 0, 1100, 50), None, box(0, 0, 1, 1))
    receptors = moved(Point(60, 0), Point(200, 0), Point(300, 0), Point(301, 0), box(1090, 10, 1200, 20), None)
    stacks = moved(Point(0, 0), None)
    found = exposure.inside_given(
        plume, np.array([0, 0, 0, 0, 1]), np.array([0, 1, 1, 0, 0]), receptors, stacks, CRS
    )  # fmt: skip
    assert rows(found) == [(0, 0, 0), (0, 1, 1), (0, 2, 1), (0, 4, 1)]
    assert found.distance == pytest.approx(np.array([60, 200, 300, np.hypot(1090, 10)]) / SCALE, abs=0.01)
    unknown = exposure.inside_given(plume[:1], np.array([1]), np.array([2]), receptors, stacks, CRS)
    assert rows(unknown) == [(1, 0, 2)]
    assert np.isnan(unknown.distance).all()
    none = np.empty(0, dtype="int64")
    assert len(exposure.inside_given(shapes([]), none, none, receptors, stacks, CRS)) == 0
    assert len(exposure.inside_given(plume, none, none, shapes([]), stacks, CRS)) == 0


# People


def test_nobody_is_counted_twice():
    """Two discs that overlap: people of both, less those of the part that they share."""
    discs = shapely.buffer(moved(Point(0, 0), Point(100, 0)), 80.0, quad_segs=64)
    ground = moved(box(-1000, -1000, 1000, 1000))
    people, alone = np.array([4e6]), np.zeros(2, dtype="int64")  # one on each square metre
    each = exposure.people_each(discs, ground, people)
    assert each == pytest.approx(shapely.area(discs))
    lens = shapely.intersection(discs[0], discs[1]).area
    assert exposure.people_in(discs, alone, 1, ground, people) == pytest.approx([each.sum() - lens])
    # The lens of two circles: 2 r² acos(d / 2r) - d / 2 sqrt(4r² - d²).
    exact = 2 * 80**2 * np.arccos(100 / 160) - 50 * np.sqrt(4 * 80**2 - 100**2)
    assert lens == pytest.approx(exact, rel=1e-3)
    xy = np.random.default_rng(0).uniform(-200, 300, (3000, 2)) + ORIGIN
    in_one, in_other = (shapely.contains_xy(disc, xy) for disc in discs)
    counted = exposure.people_in(discs, alone, 1, shapely.points(xy), np.full(3000, 2.0))
    assert counted.tolist() == [2.0 * (in_one | in_other).sum()]
    assert exposure.people_each(discs, shapely.points(xy), np.ones(3000)).tolist() == [in_one.sum(), in_other.sum()]


def test_people_by_hand():
    """On the border counts; a negative group, no people and no place do not."""
    squares = moved(box(0, 0, 10, 10), box(10, 0, 20, 10), box(0, 0, 99, 99), None)
    group = np.array([0, 0, -1, 1])
    homes = moved(
        Point(10, 5), Point(0, 0), Point(50, 50), None, box(5, 0, 25, 20), box(1, 1, 2, 2), box(18, 8, 22, 12)
    )
    people = np.array([1.0, 10.0, 100.0, 1000.0, 400.0, NONE, 16.0])
    assert exposure.people_in(squares, group, 3, homes, people) == pytest.approx([1 + 10 + 400 * 150 / 400 + 4, 0, 0])
    assert exposure.people_each(squares, homes, people) == pytest.approx(
        [1 + 10 + 50, 1 + 100 + 4, 1 + 10 + 100 + 400 + 16, 0]
    )
    assert exposure.people_in(shapes([]), np.empty(0, dtype="int64"), 2, homes, people).tolist() == [0, 0]
    assert exposure.people_in(squares, group, 2, shapes([]), np.empty(0)).tolist() == [0, 0]


@pytest.mark.parametrize("seed", range(6))
def test_people_against_the_whole_union(seed, monkeypatch):
    rng = np.random.default_rng(seed)
    of = sources(random_shapes(rng, 150, "pan"), rng.choice([50.0, 200.0, 400.0], (150, 1)))
    drawn, group = zones.buffers(of)[:, 0], rng.integers(-1, 4, 150)
    homes, people = random_shapes(rng, 80, "paan"), rng.uniform(0, 99, 80)
    people[rng.integers(80, size=5)] = np.nan
    if seed % 2:
        monkeypatch.setattr(exposure, "_PAIRS_AT_ONCE", 10)
        monkeypatch.setattr(exposure, "_ZONES_AT_ONCE", 7)

    def expected(union) -> float:
        total = 0.0
        for home, number in zip(homes, np.nan_to_num(people)):
            if home is not None and union is not None:
                share = union.intersection(home).area / home.area if home.area else union.intersects(home)
                total += number * share
        return total

    counted = exposure.people_in(drawn, group, 4, homes, people)
    assert counted == pytest.approx([expected(shapely.union_all(drawn[group == g])) for g in range(4)])
    assert exposure.people_each(drawn, homes, people) == pytest.approx([expected(zone) for zone in drawn])
    order = rng.permutation(150)
    assert exposure.people_in(drawn[order], group[order], 4, homes, people) == pytest.approx(counted)


def test_cells_count_where_their_centre_lies():
    centres = np.array([[5.0, 5], [15, 5], [25, 5], [10, 5], [NONE, NONE], [5, 6]]) + ORIGIN
    squares = moved(box(0, 0, 10, 10), box(0, 0, 20, 10))
    people = np.array([1.0, 10, 100, 1000, 1e4, -9999])
    assert exposure.raster_people(squares, np.zeros(2, dtype="int64"), 1, centres, people).tolist() == [1011]
    assert exposure.raster_people(squares, np.arange(2), 2, centres, people).tolist() == [1001, 1011]


@pytest.mark.parametrize("where", [0.0, 2e4, -2e4])
def test_cells_far_from_every_zone_are_left_out_rightly(where):
    """As many people as when every centre is looked for, wherever the zones lie."""
    rng = np.random.default_rng(9)
    centres = rng.uniform(0, 5e4, (20_000, 2)).round(-1) + ORIGIN
    drawn = shapely.buffer(shapely.points(rng.uniform(0, 5e4, (30, 2)) + ORIGIN + where), 700.0)
    counted = exposure.raster_people(drawn, np.arange(30), 30, centres, np.ones(len(centres)))
    assert counted.tolist() == [shapely.intersects_xy(zone, centres).sum() for zone in drawn]
    same = np.repeat(centres[:1], 5, axis=0)
    around = shapely.buffer(shapely.points(same[:1]), 10.0)
    assert exposure.raster_people(around, np.zeros(1, dtype="int64"), 1, same, np.ones(5)).tolist() == [5]


def test_people_of_receptors_that_were_found():
    group, receptor = np.array([0, 0, 1, 1, -1]), np.array([2, 2, 2, 0, 1])
    assert exposure.people_reached(group, receptor, 3, np.array([5.0, 7.0, 11.0])).tolist() == [11, 16, 0]
    assert exposure.people_reached(group, receptor, 2, np.array([NONE, 7.0, 11.0])).tolist() == [11, 11]
    none = np.empty(0, dtype="int64")
    assert exposure.people_reached(none, none, 1, np.empty(0)).tolist() == [0]


# Domino pairs


def test_one_stands_in_the_zone_of_the_other_but_not_the_other_way():
    of = sources(moved(Point(0, 0), Point(300, 400), Point(9000, 0), None), [[100.0, 600.0], [400.0, NONE], [9.0, 9.0],
                                                                          [9.0, 9.0]])  # fmt: skip
    found = dominoes(of)
    assert rows(found) == [(0, 1, 1)]
    assert found.distance == pytest.approx([500 / SCALE], abs=0.001)
    assert (found.start - ORIGIN).tolist() == [[0, 0]]
    assert (found.end - ORIGIN).tolist() == [[300, 400]]


def test_premises_reach_from_edge_to_edge():
    of = sources(moved(box(0, 0, 100, 100), box(150, 20, 200, 80), box(90, 90, 95, 95)), [[60.0]] * 3)
    found = dominoes(of)
    assert rows(found) == [(0, 1, 0), (0, 2, 0), (1, 0, 0), (1, 2, 0), (2, 0, 0), (2, 1, 0)]
    assert found.distance[0] == pytest.approx(50 / SCALE, abs=0.001)
    assert (found.start - ORIGIN)[0, 0] == 100
    assert (found.end - ORIGIN)[0, 0] == 150
    assert found.distance[1] == 0
    assert found.start[1].tolist() == found.end[1].tolist()
    assert shapely.covers(of.geometries[2], Point(found.start[1]))


def test_two_factories_at_one_place_are_neighbours_and_none_is_its_own():
    of = sources(moved(*[Point(0, 0)] * 3), [[1.0]] * 3)
    assert rows(dominoes(of)) == [(a, b, 0) for a in range(3) for b in range(3) if a != b]
    same = [(np.array([4, 4, -1]), np.array([4, 4, -1]))]
    assert rows(dominoes(of, own=same)) == [(0, 2, 0), (1, 2, 0), (2, 0, 0), (2, 1, 0)]


# Cancel


@pytest.mark.parametrize("work", ["inside", "dominoes", "given", "people", "raster"])
def test_cancelled(work):
    rng = np.random.default_rng(0)
    of = sources(random_shapes(rng, 300, "p"), [[50.0]] * 300)
    drawn, none = zones.buffers(of)[:, 0], np.zeros(300, dtype="int64")
    asked = []

    def stop(share: float) -> None:
        assert 0 <= share <= 1
        asked.append(share)
        raise Cancelled

    with pytest.raises(Cancelled):
        {
            "inside": lambda: exposure.inside(of, of.geometries, tick=stop),
            "dominoes": lambda: dominoes(of, tick=stop),
            "given": lambda: exposure.inside_given(drawn, none, none, of.geometries, of.geometries, CRS, stop),
            "people": lambda: exposure.people_in(drawn, none, 1, drawn, np.ones(300), stop),
            "raster": lambda: exposure.raster_people(drawn, none, 1, of.xy, np.ones(300), stop),
        }[work]()
    assert len(asked) == 1


def test_premises_with_a_courtyard():
    """A receptor in the courtyard is not on the premises."""
    yard = Polygon(box(0, 0, 100, 100).exterior, [box(20, 20, 80, 80).exterior])
    found = exposure.inside(sources(moved(yard), [[10.0, 40.0]]), moved(Point(50, 50), Point(25, 50), Point(10, 10)))
    assert rows(found) == [(0, 0, 1), (0, 1, 0), (0, 2, 0)]
    assert found.distance == pytest.approx([30 / SCALE, 5 / SCALE, 0], abs=0.001)

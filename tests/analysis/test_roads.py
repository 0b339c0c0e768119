"""Ways along roads: hand-made networks, and all shortest ways by another method."""

from __future__ import annotations

import numpy as np
import pytest
import shapely
from factory_locations.processing.analysis import roads as r
from shapely import LineString, MultiLineString

CRS = "EPSG:32648"
ORIGIN = np.array([500_000.0, 1_250_000.0])
SCALE = 0.9996


def network(*lines, gap: float = 1.0, crossings: bool = False) -> r.Roads:
    out = np.empty(len(lines), dtype=object)
    out[:] = lines
    return r.Roads(shapely.transform(out, lambda xy: xy + ORIGIN), CRS, gap, crossings=crossings)


def way(graph: r.Roads, start, end, farthest: float = 100.0):
    found = graph.ways(ORIGIN + np.array([start], dtype=float), ORIGIN + np.array([end], dtype=float), farthest)
    return found.metres[0] * SCALE, found.why[0], found.off_start[0] * SCALE, found.off_end[0] * SCALE


ANGLE = LineString([(0, 0), (0, 1000), (1000, 1000)])


def test_along_a_bend_with_the_ways_to_and_from_the_road():
    metres, why, off_start, off_end = way(network(ANGLE), (30, 200), (500, 1040))
    assert (why, off_start, off_end) == (r.REACHED, pytest.approx(30), pytest.approx(40))
    assert metres == pytest.approx(30 + 800 + 500 + 40)


@pytest.mark.parametrize("gap", [0.0, 1.0])
def test_two_points_beside_one_segment_and_one_point_twice(gap):
    graph = network(ANGLE, gap=gap)
    assert way(graph, (10, 200), (-10, 700))[0] == pytest.approx(520)
    assert way(graph, (10, 700), (-10, 200))[0] == pytest.approx(520)
    assert way(graph, (10, 200), (10, 200))[0] == pytest.approx(20)
    assert way(graph, (0, 0), (1000, 1000))[0] == pytest.approx(2000)


def test_the_shorter_of_two_ways_round():
    ring = LineString([(0, 0), (1000, 0), (1000, 1000), (0, 1000), (0, 0)])
    assert way(network(ring), (100, 0), (0, 100))[0] == pytest.approx(200)
    assert way(network(ring), (900, 0), (0, 900))[0] == pytest.approx(1800)
    assert way(network(ring), (600, 0), (600, 1000))[0] == pytest.approx(1800)
    shortcut = LineString([(0, 0), (500, 500), (1000, 1000)])
    assert way(network(ring, shortcut), (10, 0), (1000, 990))[0] == pytest.approx(20 + 1000 * 2**0.5)


def test_what_cannot_be_reached_is_said_plainly():
    graph = network(ANGLE, LineString([(5000, 0), (6000, 0)]))
    assert np.isnan(way(graph, (0, 0), (5500, 0))[0])
    assert way(graph, (0, 0), (5500, 0))[1] == r.NOT_CONNECTED
    assert way(graph, (101, 500), (0, 0))[1] == r.NO_ROAD_FROM
    assert way(graph, (0, 0), (101, 500))[1] == r.NO_ROAD_TO
    assert way(graph, (101, 500), (0, 0))[2] == pytest.approx(101)  # how far it would be is told all the same


def test_roads_that_cross_are_not_connected_and_roads_that_nearly_meet_are():
    main, bridge = LineString([(0, 0), (1000, 0)]), LineString([(500, -500), (500, 500)])
    assert way(network(main, bridge), (0, 0), (500, 500))[1] == r.NOT_CONNECTED
    assert way(network(main, bridge, crossings=True), (0, 0), (500, 500))[0] == pytest.approx(1000)
    third = LineString([(0, -500), (1000, 500)])  # through the same place
    assert way(network(main, bridge, third, crossings=True), (0, -500), (500, 500))[0] == pytest.approx(
        500 * 2**0.5 + 500
    )
    assert network(main, bridge, third, crossings=True).islands()[0] == 1
    beside = LineString([(500, 0.8), (500, 500)])
    assert way(network(main, beside), (0, 0), (500, 500))[0] == pytest.approx(1000)
    assert way(network(main, beside, gap=0.5), (0, 0), (500, 500))[1] == r.NOT_CONNECTED
    onwards = LineString([(1000.9, 0), (2000, 0)])  # an end before an end
    assert way(network(main, onwards), (0, 0), (2000, 0))[0] == pytest.approx(2000)


def test_how_well_roads_hang_together():
    apart = (LineString([(0, 0), (0, 300)]), LineString([(5, 0), (100, 0), (100, 5)]))
    assert network(*apart).islands() == (2, pytest.approx(300 / 400))
    assert network(*apart, gap=6).islands() == (1, 1.0)
    assert network().islands() == (0, 0.0)


def test_odd_roads():
    assert way(network(), (0, 0), (1, 1))[1] == r.NO_ROAD_FROM
    assert way(network(None, LineString([(0, 0), (0, 0)])), (0, 0), (1, 1))[1] == r.NO_ROAD_FROM
    twice = MultiLineString([[(0, 0), (100, 0)], [(100, 0), (0, 0)], [(0, 0), (100, 0), (200, 0)]])
    assert way(network(twice), (10, 0), (190, 0))[0] == pytest.approx(180)
    loop = LineString([(0, 0), (100, 0), (100, 100), (0, 0)])  # nothing branches off
    assert way(network(loop), (50, 0), (100, 50))[0] == pytest.approx(100)
    nowhere = network(ANGLE).ways(np.array([[np.nan, np.nan]]), ORIGIN[None], 100.0)
    assert nowhere.why.tolist() == [r.NO_ROAD_FROM]


def grid(rng: np.random.Generator, size: int, share: float) -> tuple[list[LineString], np.ndarray]:
    """Roads between bent corners of a grid, each with a bend of its own."""
    corner = rng.uniform(-30, 30, (size, size, 2)) + 200 * np.stack(np.meshgrid(*[np.arange(size)] * 2), -1)
    corner = np.round(corner, 2)
    lines = []
    for i in range(size):
        for j in range(size):
            for di, dj in ((0, 1), (1, 0)):
                if i + di < size and j + dj < size and rng.random() < share:
                    one, other = corner[i, j], corner[i + di, j + dj]
                    bend = np.round((one + other) / 2 + rng.uniform(-40, 40, 2), 2)
                    lines.append(LineString([one, bend, other]))
    return lines, corner.reshape(-1, 2)


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize("share", [0.5, 0.9])
def test_against_all_shortest_ways(seed, share):
    """Floyd and Warshall's method on the uncontracted network, from corner to corner."""
    rng = np.random.default_rng(seed)
    lines, corners = grid(rng, 7, share)
    away = np.full((len(corners), len(corners)), np.inf)
    np.fill_diagonal(away, 0)
    for line in lines:
        one, other = (np.abs(corners - line.coords[i]).sum(axis=1).argmin() for i in (0, -1))
        away[one, other] = away[other, one] = min(away[one, other], line.length)
    used = np.flatnonzero(np.isfinite(away).sum(axis=1) > 1)
    for middle in range(len(corners)):
        away = np.minimum(away, away[:, [middle]] + away[[middle], :])
    start, end = rng.choice(used, 80), rng.choice(used, 80)
    found = network(*lines).ways(ORIGIN + corners[start], ORIGIN + corners[end], 10.0)
    there = np.isfinite(away[start, end])
    assert (found.why == r.REACHED).tolist() == there.tolist()
    assert found.metres[there] * SCALE == pytest.approx(away[start, end][there], abs=0.1)


@pytest.mark.parametrize("seed", range(3))
def test_against_qgis_network_analysis(qgis_app, seed):
    """QGIS's own graph of the same lines gives the same lengths between its nearest points on the roads."""
    from qgis.analysis import (
        QgsGraphAnalyzer,
        QgsGraphBuilder,
        QgsNetworkDistanceStrategy,
        QgsVectorLayerDirector,
    )
    from qgis.core import QgsCoordinateReferenceSystem, QgsFeature, QgsGeometry, QgsPointXY, QgsVectorLayer

    rng = np.random.default_rng(100 + seed)
    lines, _ = grid(rng, 8, 0.7)
    layer = QgsVectorLayer(f"LineString?crs={CRS}", "roads", "memory")
    features = []
    for line in lines:
        feature = QgsFeature()
        feature.setGeometry(QgsGeometry.fromPolylineXY([QgsPointXY(*(ORIGIN + xy)) for xy in line.coords]))
        features.append(feature)
    layer.dataProvider().addFeatures(features)
    points = ORIGIN + rng.uniform(0, 1400, (24, 2))
    director = QgsVectorLayerDirector(layer, -1, "", "", "", QgsVectorLayerDirector.Direction.DirectionBoth)
    director.addStrategy(QgsNetworkDistanceStrategy())
    builder = QgsGraphBuilder(QgsCoordinateReferenceSystem(CRS), True, 0.0, "")
    tied = director.makeGraph(builder, [QgsPointXY(*xy) for xy in points])
    graph = builder.graph()
    _, costs = QgsGraphAnalyzer.dijkstra(graph, graph.findVertex(tied[0]), 0)
    theirs = np.array([costs[graph.findVertex(point)] for point in tied[1:]])
    snapped = np.array([[point.x(), point.y()] for point in tied])
    found = network(*lines).ways(np.repeat(snapped[:1], 23, axis=0), snapped[1:], 10.0)
    there = theirs < 1e300
    assert (found.why == r.REACHED).tolist() == there.tolist()
    assert found.metres[there] * SCALE == pytest.approx(theirs[there], abs=0.2)

"""Random layers: the zone and the park of every factory are those that QGIS's own spatial join finds."""

from __future__ import annotations

from collections import defaultdict

import numpy as np
import pytest
import shapely

CODES = ("RES", "COM", "MIX", "LIND", "HIND", "AGR", "CON")
X0, Y0, SIZE = 400_000, 1_200_000, 50_000


def layer(kind: str, fields, rows, name: str):
    from factory_locations.processing.fields import make_field
    from qgis.core import QgsCoordinateReferenceSystem, QgsFeature, QgsGeometry, QgsVectorLayer

    made = QgsVectorLayer(kind, name, "memory")
    made.setCrs(QgsCoordinateReferenceSystem("EPSG:32648"))
    made.dataProvider().addAttributes([make_field(*field) for field in fields])
    made.updateFields()
    features = []
    for shape, *values in rows:
        feature = QgsFeature(made.fields())
        feature.setAttributes(values)
        geometry = QgsGeometry()
        geometry.fromWkb(shapely.to_wkb(shape))
        feature.setGeometry(geometry)
        features.append(feature)
    assert made.dataProvider().addFeatures(features)[0]
    return made


def factories(rng: np.random.Generator, count: int, corners: np.ndarray):
    """Points anywhere, some outside everything, some exactly on a corner of the areas."""
    xy = rng.uniform([X0 - 2000, Y0 - 2000], [X0 + SIZE + 2000, Y0 + SIZE + 2000], (count, 2))
    some = rng.uniform(size=count) < 0.1
    xy[some] = corners[rng.integers(len(corners), size=int(some.sum()))]
    rows = [(point, f"F{i:04d}", "1410") for i, point in enumerate(shapely.points(xy))]
    return layer("Point", [("factory_id", "text"), ("isic", "text")], rows, "factories")


def coverage(rng: np.random.Generator, count: int) -> np.ndarray:
    seeds = shapely.multipoints(rng.uniform([X0, Y0], [X0 + SIZE, Y0 + SIZE], (count, 2)))
    cells = shapely.get_parts(shapely.voronoi_polygons(seeds))
    cells = cells[rng.uniform(size=len(cells)) > 0.15]
    return cells[rng.permutation(len(cells))]


def blobs(rng: np.random.Generator, count: int) -> np.ndarray:
    """Star-shaped polygons that overlap as they please, some with a hole, some of two parts."""
    angle = np.linspace(0, 2 * np.pi, 24, endpoint=False)
    centres = rng.uniform([X0, Y0], [X0 + SIZE, Y0 + SIZE], (count, 2))
    radius = rng.uniform(500, 4000, (count, 1)) * rng.uniform(0.6, 1, (count, 24))
    unit = np.stack([np.cos(angle), np.sin(angle)], -1)
    outer = shapely.polygons(centres[:, None] + radius[..., None] * unit)
    inner = shapely.polygons(centres[:, None] + 0.3 * radius[..., None] * unit)
    shapes = np.where(rng.uniform(size=count) < 0.3, shapely.difference(outer, inner), outer)
    far = shapely.transform(outer, lambda xy: xy + 9000)
    return np.where(rng.uniform(size=count) < 0.2, shapely.union(shapes, far), shapes)


def joined(run, points, areas, field: str) -> dict[str, set[str]]:
    """Return, per factory, what QGIS finds it in, borders included."""
    result = run(
        "native:joinattributesbylocation",
        {
            "INPUT": points,
            "JOIN": areas,
            "PREDICATE": [0],
            "JOIN_FIELDS": [field],
            "METHOD": 0,
            "PREFIX": "j_",
            "OUTPUT": "memory:",
        },
    )
    found = defaultdict(set)
    for feature in result["OUTPUT"].getFeatures():
        if feature[f"j_{field}"]:
            found[feature["factory_id"]].add(feature[f"j_{field}"])
    return found


@pytest.mark.parametrize("seed", [1, pytest.param(2, marks=pytest.mark.slow)])
def test_the_zone_of_every_factory(run, seed):
    rng = np.random.default_rng(seed)
    cells = coverage(rng, 120)
    rows = [(shapely.multipolygons([c]), f"Z{i:04d}", CODES[i % 7], f"zone {i:04d}") for i, c in enumerate(cells)]
    zones = layer("MultiPolygon", [("zone_id", "text"), ("zone_code", "text"), ("zone_name", "text")], rows, "zoning")
    points = factories(rng, 1000, shapely.get_coordinates(cells))
    expected = joined(run, points, zones, "zone_name")
    output = run("check_zoning", {"FACTORIES": points, "ZONING": zones, "OUTPUT": "memory:"})["OUTPUT"]
    assert output.featureCount() == 1000
    border = 0
    for feature in output.getFeatures():
        found = expected.get(feature["factory_id"], set())
        assert (feature["zone_name"] or None) == (min(found) if found else None)
        assert (feature["zone_reason"] == "no_zoning") == (not found)
        if feature["zone_verdict"] == "undecided":  # exact coordinates, no overlaps: only where zones meet
            assert len(found) > 1
            assert feature["zone_reason"] == "zones_meet"
        border += len(found) > 1
    assert border > 20


@pytest.mark.parametrize("seed", [1, pytest.param(2, marks=pytest.mark.slow)])
def test_the_park_of_every_factory(run, seed):
    rng = np.random.default_rng(seed)
    shapes = blobs(rng, 60)
    rows = [(shapely.multipolygons(shapely.get_parts(s)), f"P{i:03d}", f"park {i:03d}") for i, s in enumerate(shapes)]
    parks = layer("MultiPolygon", [("park_id", "text"), ("name_en", "text")], rows, "parks")
    points = factories(rng, 1000, shapely.get_coordinates(shapes))
    expected = joined(run, points, parks, "park_id")
    output = run("check_parks", {"FACTORIES": points, "PARKS": parks, "OUTPUT": "memory:"})["OUTPUT"]
    several = 0
    for feature in output.getFeatures():
        found = expected.get(feature["factory_id"], set())
        several += len(found) > 1
        assert (feature["in_park_id"] or None) in (found or {None})
        assert feature["park_reason"] == ("inside" if found else "outside")
    assert several > 30

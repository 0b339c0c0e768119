"""The parts of safety buffers by themselves: distances, levels in words, cells of a raster, ground without overlap."""

from __future__ import annotations

import math

import numpy as np
import pytest
import shapely
from factory_locations.processing.analysis.errors import LocationError

LEVELS = ["inner", "middle", "outer"]


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("Red Threat Zone", 0),
        ("ORANGE threat zone (160 ppm)", 1),
        ("ALOHA Threat Zone 0.5 ppm = AEGL-1 (60 min)", 2),
        ("ALOHA Threat Zone 20 ppm = AEGL-3 (60 min)", 0),
        ("ERPG-2", 1),
        ("PAC 3", 0),
        ("Inner", 0),
        ("hundred", None),  # not red
        ("winner", None),
        ("zone", None),
        ("Red River plant: yellow threat zone", 2),
        ("Orange Threat Zone = AEGL-2, outer harbour", 1),
        ("inner part of the outer zone", None),
    ],
)
def test_levels_in_the_words_of_models(qgis_app, text, level):
    from factory_locations.processing.safety.threats import level_of

    assert level_of(text, LEVELS) == level


def test_a_field_of_levels_may_hold_numbers(qgis_app):
    from factory_locations.processing.safety.threats import level_of, numbered

    assert [numbered(text, LEVELS) for text in ("1", "3.0", "4", "yellow")] == [0, 2, None, 2]
    assert [level_of(text, ["near", "far"]) for text in ("red", "orange", "yellow", "far")] == [0, 1, 1, 1]
    assert level_of("yellow", ["all"]) == 0
    assert [numbered(text, ["1", "2", "3"]) for text in ("AEGL-3", "3", "PAC 1")] == [0, 2, 2]
    assert level_of("3 tanks", ["1", "2", "3"]) is None


def test_fewer_distances_than_levels(qgis_app):
    from factory_locations.processing.safety.distances import placed, typed_classes

    assert placed([1.0, 2.0, 3.0], 3) == [1.0, 2.0, 3.0]
    rows = typed_classes("a: 5, 10;\nb: 7 ; ", 3)
    assert [(row.name, [None if math.isnan(m) else m for m in row.metres]) for row in rows] == [
        ("a", [5.0, None, 10.0]),
        ("b", [None, None, 7.0]),
    ]
    with pytest.raises(LocationError, match="is no distance"):
        typed_classes("a: five", 3)


def test_names_for_more_levels_than_named(qgis_app):
    from factory_locations.processing.safety.distances import enough

    assert enough(["a", "b"], 2) == ["a", "b"]
    assert enough(["a", "b"], 4) == ["a", "b", "level 3", "level 4"]
    assert enough(["Level 3", "b"], 3) == ["Level 3", "b", "level 3 (more)"]


@pytest.mark.parametrize(
    ("text", "refused"),
    [("C: 1,500", True), ("C: 300,600,1000", True), ("C: 1, 500", False), ("C: 5,10", False), ("C: 1500, 2000", False)],
)
def test_commas_that_may_part_thousands(qgis_app, text, refused):
    from factory_locations.processing.safety.distances import typed_classes

    if refused:
        with pytest.raises(LocationError, match="may be one number or two"):
            typed_classes(text, 3)
    else:
        assert len(typed_classes(text, 3)) == 1


def test_each_pair_once_with_its_innermost_level(qgis_app):
    from factory_locations.processing.safety.findings import reduced

    who, receptor = np.array([1, 0, 1, 1]), np.array([5, 5, 5, 6])
    got = reduced(who, receptor, np.array([2, 1, 0, 1]), np.array([3.0, 4.0, 9.0, np.nan]))
    assert list(zip(got.who, got.receptor, got.level)) == [(0, 5, 1), (1, 5, 0), (1, 6, 1)]
    np.testing.assert_array_equal(got.distance, [4.0, 3.0, np.nan])
    none = np.empty(0, dtype="int64")
    assert len(reduced(none, none, none, np.empty(0)).who) == 0


def test_ground_without_overlap_is_that_of_one_after_the_other(qgis_app):
    """The short way through the outermost levels gives what taking all areas in turn gives."""
    from factory_locations.processing.analysis.zones import dissolved, ranked
    from factory_locations.processing.safety.findings import _free_of_overlap

    rng = np.random.default_rng(2)
    points = shapely.points(rng.uniform(500_000, 504_000, 120), rng.uniform(0, 4000, 120))
    kind = rng.integers(0, 4, 120)
    radius = np.array([[30.0, 100.0, 300.0], [20.0, 200.0, 250.0], [50.0, 60.0, 70.0], [100.0, 300.0, 500.0]])[kind]
    zones = shapely.buffer(np.repeat(points, 3), radius.ravel(), quad_segs=4).reshape(120, 3)
    zones[kind == 2, 1] = zones[kind == 2, 0]  # a level that adds nothing
    covered = dissolved(zones.ravel(), (kind[:, None] * 3 + np.arange(3)).ravel(), 12)
    slow, fast = ranked(covered), _free_of_overlap(covered.reshape(4, 3), lambda _: None).ravel()
    assert fast[7] is None
    for one, other in zip(slow, fast):
        assert (one is None) == (other is None)
        if one is not None:
            assert one.symmetric_difference(other).area < 1e-3
    whole = shapely.union_all(covered)
    assert sum(shapely.area(fast[fast != None])) == pytest.approx(whole.area, rel=1e-9)  # noqa: E711


def test_only_cells_around_the_zones_are_read(qgis_app, tmp_path):
    """A window of a raster of degrees gives the same people as all of it, and takes no row for a column."""
    from factory_locations.processing.safety.people import PER_CELL, read_raster
    from osgeo import gdal, osr
    from pyproj import Transformer
    from qgis.core import QgsRasterLayer

    path = str(tmp_path / "cells.tif")
    made = gdal.GetDriverByName("GTiff").Create(path, 1200, 700, 1, gdal.GDT_UInt16)
    made.SetGeoTransform((104.0, 0.001, 0, 12.0, 0, -0.001))
    reference = osr.SpatialReference()
    reference.ImportFromEPSG(4326)
    made.SetProjection(reference.ExportToWkt())
    values = np.random.default_rng(4).integers(0, 9, (700, 1200))
    made.GetRasterBand(1).WriteArray(values)
    made = None
    x, y = Transformer.from_crs(4326, 32648, always_xy=True).transform(
        *np.meshgrid(104.0 + (np.arange(1200) + 0.5) / 1000, 12.0 - (np.arange(700) + 0.5) / 1000)
    )
    low, high = np.array([430_000.0, 1_270_000.0]), np.array([455_000.0, 1_300_000.0])
    inside = (x >= low[0]) & (x <= high[0]) & (y >= low[1]) & (y <= high[1])
    ticks: list[float] = []
    got = read_raster(QgsRasterLayer(path, "cells"), PER_CELL, "EPSG:32648", np.concatenate([low, high]), ticks.append)
    here = (got.xy >= low).all(axis=1) & (got.xy <= high).all(axis=1)
    assert got.people[here].sum() == values[inside].sum() > 0
    assert len(got.people) < 1.3 * (values[inside] > 0).sum()  # not the whole raster
    assert ticks
    none = read_raster(QgsRasterLayer(path, "cells"), PER_CELL, "EPSG:32648", np.full(4, np.nan), ticks.append)
    assert none.total == 0


def test_people_per_square_kilometre_by_the_ground_of_a_cell(qgis_app):
    from factory_locations.processing.safety.people import _km2

    centres = np.array([[105.0, 11.0], [105.01, 11.0]])
    areas = _km2(centres, 0.01, 0.01, "EPSG:4326")
    assert areas == pytest.approx([1.0932 * 1.1063] * 2, rel=2e-3)  # km a hundredth of a degree at 11° north
    planar = _km2(np.array([[500_000.0, 1_250_000.0]]), 100, 100, "EPSG:32648")
    assert planar == pytest.approx([0.01 / 0.9996**2], rel=1e-6)


@pytest.mark.parametrize("crs", ["EPSG:6933", "ESRI:54009", "EPSG:3857", "EPSG:4326", "EPSG:32647", "ESRI:54030"])
def test_ground_of_a_cell_where_the_crs_shears(qgis_app, crs):
    """Against the polygon of the cell on the ellipsoid, its edges followed in small steps."""
    from factory_locations.processing.safety.people import _km2
    from pyproj import Geod, Transformer

    x, y = Transformer.from_crs(4326, crs, always_xy=True).transform(105.0, 12.5)
    size = 0.01 if crs == "EPSG:4326" else 1000.0
    edge = shapely.segmentize(shapely.box(x - size / 2, y - size / 2, x + size / 2, y + size / 2), size / 50)
    lon, lat = Transformer.from_crs(crs, 4326, always_xy=True).transform(*shapely.get_coordinates(edge).T)
    expected = abs(Geod(ellps="WGS84").polygon_area_perimeter(lon, lat)[0]) / 1e6
    assert _km2(np.array([[x, y]]), size, size, crs) == pytest.approx([expected], rel=1e-5)

"""Cleaning: what is kept, what is repaired, what is set aside, and that each is said."""

from __future__ import annotations

import numpy as np
import pytest
import shapely
from factory_locations.processing.analysis import geometry as gm
from shapely.geometry import GeometryCollection, LineString, MultiPoint, MultiPolygon, Point, Polygon, box

BOW_TIE = Polygon([(0, 0), (10, 10), (10, 0), (0, 10)])


def cleaned(*values):
    given = np.empty(len(values), dtype=object)
    given[:] = values
    before = shapely.to_wkb(given)
    out, notes = gm.clean(given)
    assert (shapely.to_wkb(given) == before).all()  # the input is left alone
    return list(out), list(notes)


def test_good_geometries_pass_unchanged():
    good = [Point(1, 2), MultiPoint([(0, 0), (1, 1)]), box(0, 0, 1, 1), LineString([(0, 0), (1, 1)])]
    out, notes = cleaned(*good)
    assert notes == [None] * 4
    assert all(a.equals_exact(b, 0) for a, b in zip(out, good))


def test_absent_and_empty_have_a_reason():
    out, notes = cleaned(None, Point(), Polygon(), MultiPolygon(), Point(1, 1))
    assert out[:4] == [None] * 4
    assert notes == ["no geometry", "empty geometry", "empty geometry", "empty geometry", None]


@pytest.mark.parametrize("bad", [(np.inf, 0), (0, -np.inf), (np.nan, 1), (1, np.nan)])
def test_coordinates_that_are_no_numbers(bad):
    out, notes = cleaned(Point(*bad), Point(3, 4))
    assert out[0] is None
    assert notes == ["coordinates are not finite numbers", None]


def test_one_bad_vertex_spoils_its_polygon_only():
    spoiled = shapely.set_coordinates(box(0, 0, 1, 1), [(0, 0), (1, np.inf), (1, 1), (0, 1), (0, 0)])
    out, notes = cleaned(spoiled, box(0, 0, 1, 1))
    assert out[0] is None
    assert notes == ["coordinates are not finite numbers", None]
    assert out[1].area == 1


def test_heights_are_dropped():
    out, notes = cleaned(Point(1, 2, 3), Polygon([(0, 0, 5), (1, 0, 5), (1, 1, 5)]), Point(1, 2))
    assert not shapely.has_z(out).any()
    assert notes == [None] * 3
    assert out[0].equals(Point(1, 2))


def test_heights_that_are_no_numbers_do_not_matter():
    out, notes = cleaned(Point(1, 2, np.nan))
    assert notes == [None]
    assert out[0].equals(Point(1, 2))


def test_a_bow_tie_is_repaired_and_said():
    out, notes = cleaned(BOW_TIE, box(0, 0, 1, 1))
    assert out[0].is_valid
    assert out[0].area == pytest.approx(50)
    assert notes[0].startswith("repaired: Self-intersection")
    assert notes[1] is None


def test_what_collapses_to_a_line_has_no_area():
    out, notes = cleaned(Polygon([(0, 0), (10, 0), (5, 0)]), Polygon([(1, 1), (1, 1), (1, 1), (1, 1)]))
    assert out == [None, None]
    assert notes == ["no area is left after repair"] * 2


def test_repair_keeps_only_the_polygons():
    spike = Polygon([(0, 0), (10, 0), (10, 10), (10, 20), (10, 10), (0, 10)])
    out, notes = cleaned(spike)
    assert out[0].geom_type in ("Polygon", "MultiPolygon")
    assert out[0].area == pytest.approx(100)
    assert notes[0].startswith("repaired")


def test_parts_that_overlap_become_one():
    out, notes = cleaned(MultiPolygon([box(0, 0, 10, 10), box(5, 0, 15, 10)]))
    assert out[0].is_valid
    assert out[0].area == pytest.approx(150)
    assert notes[0].startswith("repaired")


@pytest.mark.parametrize(
    ("parts", "area"),
    [
        ([box(0, 0, 10, 10), box(5, 5, 15, 15)], 175),
        ([box(0, 0, 10, 10), box(0, 0, 10, 10)], 100),
        ([box(0, 0, 10, 10), box(2, 2, 8, 8)], 100),
        ([box(0, 0, 10, 10), box(10, 0, 20, 10)], 200),
        ([box(0, 0, 10, 10).difference(box(2, 2, 8, 8)), box(1, 1, 5, 5)], 73),
        ([BOW_TIE, box(4, 0, 6, 10)], 68),
        ([BOW_TIE, BOW_TIE, box(20, 0, 30, 10)], 150),
    ],
)
def test_ground_that_parts_share_is_not_lost(parts, area):
    """A park drawn as two overlapping parts; in each ring that crosses itself, the even-odd rule holds."""
    out, notes = cleaned(MultiPolygon(parts))
    assert out[0].is_valid
    assert out[0].area == pytest.approx(area)
    assert notes[0].startswith("repaired")


def test_a_nested_hole_and_a_hole_outside():
    out, notes = cleaned(Polygon([(0, 0), (10, 0), (10, 10), (0, 10)], [[(20, 20), (30, 20), (30, 30), (20, 30)]]))
    assert out[0].is_valid
    assert notes[0].startswith("repaired")


def test_ten_thousand_vertices_self_intersecting():
    angle = np.linspace(0, 8 * np.pi, 10_000, endpoint=False)
    radius = 100 + 20 * np.sin(7.3 * angle)
    out, notes = cleaned(Polygon(np.column_stack([radius * np.cos(angle), radius * np.sin(angle)])))
    assert out[0].is_valid
    assert out[0].area > 0
    assert notes[0].startswith("repaired")


def test_nothing_at_all():
    out, notes = cleaned()
    assert out == []
    assert notes == []


class TestPolygonalPart:
    def test_of_a_mixture(self):
        mixed = GeometryCollection([Point(0, 0), box(0, 0, 1, 1), LineString([(0, 0), (5, 5)]), box(3, 3, 4, 4)])
        assert gm.polygonal_part(mixed).area == pytest.approx(2)
        assert gm.polygonal_part(GeometryCollection([Point(0, 0), box(0, 0, 1, 1)])).equals(box(0, 0, 1, 1))

    @pytest.mark.parametrize(
        "shape", [GeometryCollection(), Point(0, 0), LineString([(0, 0), (1, 1)]), Polygon(), MultiPolygon()]
    )
    def test_of_what_has_none(self, shape):
        assert gm.polygonal_part(shape) is None

    def test_of_nested_collections(self):
        nested = GeometryCollection([GeometryCollection([MultiPolygon([box(0, 0, 1, 1), box(2, 2, 3, 3)])])])
        assert gm.polygonal_part(nested).area == pytest.approx(2)

"""Coordinate operations: the pinned one where PROJ's default is wrong, the same as QGIS everywhere, or none at all."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pyproj
import pytest
import shapely
from factory_locations.processing.analysis import crs
from factory_locations.processing.analysis.errors import LocationError

UTM = "EPSG:32648"
# Cambodia and the islands, every half degree.
LON_LAT = np.column_stack([a.ravel() for a in np.meshgrid(np.arange(102.25, 107.8, 0.5), np.arange(9.75, 14.8, 0.5))])


def by_qgis(source: str, target: str, xy: np.ndarray) -> np.ndarray:
    from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransform, QgsCoordinateTransformContext

    transform = QgsCoordinateTransform(
        QgsCoordinateReferenceSystem(source), QgsCoordinateReferenceSystem(target), QgsCoordinateTransformContext()
    )
    moved = [transform.transform(float(x), float(y)) for x, y in xy]
    return np.array([(p.x(), p.y()) for p in moved])


SOURCES = ["EPSG:3148", "EPSG:4131", "EPSG:3149", "EPSG:32647", "EPSG:32648", "EPSG:32649", "EPSG:4326", "EPSG:3857"]
OTHER_DATUMS = ["EPSG:24048", "EPSG:4240", "EPSG:3405", "EPSG:4756", "EPSG:32248", "EPSG:4979", "EPSG:9707"]


@pytest.mark.parametrize("source", [*SOURCES, *OTHER_DATUMS])
@pytest.mark.usefixtures("qgis_app")
def test_all_over_cambodia_the_same_as_qgis(source):
    there = by_qgis("EPSG:4326", source, LON_LAT)
    ours = crs.operation(source, "EPSG:32648").points(there)
    assert np.abs(ours - by_qgis(source, "EPSG:32648", there)).max() < 0.001


@pytest.mark.parametrize("target", ["EPSG:3148", "EPSG:32647", "EPSG:32649", "EPSG:4326", "EPSG:3857"])
@pytest.mark.usefixtures("qgis_app")
def test_other_working_systems_too(target):
    for source in ("EPSG:3148", "EPSG:4131", "EPSG:32648", "EPSG:4326"):
        there = by_qgis("EPSG:4326", source, LON_LAT)
        ours = crs.operation(source, target).points(there)
        unit = 1e-8 if target == "EPSG:4326" else 0.001
        assert np.abs(ours - by_qgis(source, target, there)).max() < unit


@pytest.mark.usefixtures("qgis_app")
def test_why_the_operation_is_pinned():
    """Left to itself pyproj applies no shift from Indian 1960 in nearly all of Cambodia: over 400 m off."""
    there = by_qgis("EPSG:4326", "EPSG:4131", LON_LAT)
    naive = np.column_stack(pyproj.Transformer.from_crs(4131, 32648, always_xy=True).transform(*there.T))
    right = by_qgis("EPSG:4326", "EPSG:32648", LON_LAT)
    off = np.hypot(*(naive - right).T)
    assert np.median(off) > 400
    ours = crs.operation("EPSG:4131", "EPSG:32648").points(there)
    assert np.hypot(*(ours - right).T).max() < 0.01  # there and back without heights costs 3 mm


def test_utm_numbers_of_indian_1960_lie_529_m_from_those_of_wgs_84():
    """The signature measured for seven towns: true place = number read as WGS 84 + (-419 m E, +323 m N)."""
    towns = np.array([[491_600.0, 1_278_900.0], [337_000.0, 1_173_000.0], [225_000.0, 1_510_000.0]])
    shift = crs.operation("EPSG:3148", "EPSG:32648").points(towns) - towns
    assert shift == pytest.approx(np.tile([-419.0, 323.0], (3, 1)), abs=1.5)


class TestStatedAccuracy:
    @pytest.mark.parametrize(
        ("source", "target", "expected"),
        [
            ("EPSG:32648", "EPSG:32648", 0.0),
            ("EPSG:4326", "EPSG:32648", 0.0),
            ("EPSG:3857", "EPSG:32648", 0.0),
            ("EPSG:3148", "EPSG:32648", 44.0),
            ("EPSG:4131", "EPSG:32648", 44.0),
            ("EPSG:32648", "EPSG:3148", 44.0),
            ("EPSG:24048", "EPSG:32648", 3.0),
            ("EPSG:4131", "EPSG:3148", 0.0),  # one datum: nothing is shifted
            ("EPSG:3149", "EPSG:3148", 0.0),
        ],
    )
    def test_of_operations(self, source, target, expected):
        assert crs.operation(source, target).accuracy_m == expected

    def test_nobody_states_one_for_a_shift_of_ones_own(self):
        own = "+proj=longlat +ellps=evrst30 +towgs84=205,880,317,0,0,0,0 +no_defs +type=crs"
        assert np.isnan(crs.operation(own, "EPSG:32648").accuracy_m)


def test_a_shift_of_ones_own_is_applied():
    pinned = "+proj=utm +zone=48 +ellps=evrst30 +towgs84=198,881,317,0,0,0,0 +units=m +no_defs +type=crs"
    xy = np.array([[491_600.0, 1_278_900.0], [300_000.0, 1_150_000.0]])
    expected = crs.operation("EPSG:3148", "EPSG:32648").points(xy)
    assert crs.operation(pinned, "EPSG:32648").points(xy) == pytest.approx(expected, abs=0.001)


@pytest.mark.parametrize("source", ["EPSG:4269", "EPSG:4283", "EPSG:4030", "EPSG:2045"])
def test_where_only_a_guess_is_left_both_systems_are_named(source):
    with pytest.raises(LocationError) as refused:
        crs.operation(source, "EPSG:32648")
    assert pyproj.CRS(source).name in str(refused.value)
    assert "WGS 84 / UTM zone 48N" in str(refused.value)


def test_a_plant_grid_leads_nowhere():
    grid = 'LOCAL_CS["plant grid",UNIT["metre",1]]'
    with pytest.raises(LocationError, match="plant grid"):
        crs.operation(grid, "EPSG:32648")


class TestWorkingCrs:
    @pytest.mark.parametrize("definition", ["EPSG:32648", "EPSG:3148", "EPSG:32647", "EPSG:3857"])
    def test_projected_in_metres(self, definition):
        assert crs.working_crs(definition).is_projected

    @pytest.mark.parametrize("definition", ["EPSG:4326", "EPSG:4131", "EPSG:4979"])
    def test_degrees_are_refused(self, definition):
        with pytest.raises(LocationError, match="degrees"):
            crs.working_crs(definition)

    @pytest.mark.parametrize(
        ("definition", "unit"),
        [("EPSG:2263", "US survey foot"), ("+proj=utm +zone=48 +datum=WGS84 +units=km +type=crs", "kilometre")],
    )
    def test_other_units_are_refused(self, definition, unit):
        with pytest.raises(LocationError, match=unit):
            crs.working_crs(definition)


class TestPoints:
    def test_what_cannot_be_transformed_is_not_finite_and_does_not_spoil_the_rest(self):
        xy = np.array([[105.0, 11.0], [np.nan, 11.0], [np.inf, 11.0], [105.0, 95.0]])
        moved = crs.operation("EPSG:4326", "EPSG:32648").points(xy)
        assert np.isfinite(moved[0]).all()
        assert not np.isfinite(moved[1:]).all(axis=1).any()

    @pytest.mark.parametrize("source", ["EPSG:4326", "EPSG:32648"])
    def test_none_at_all(self, source):
        assert crs.operation(source, "EPSG:32648").points(np.empty((0, 2))).shape == (0, 2)

    def test_geometries_keep_their_kind_and_gaps(self):
        given = np.array([shapely.Point(105, 11), None, shapely.box(105, 11, 105.1, 11.1)], dtype=object)
        moved = crs.operation("EPSG:4326", "EPSG:32648").geometries(given)
        assert [None if g is None else g.geom_type for g in moved] == ["Point", None, "Polygon"]
        assert given[0].x == 105

    def test_several_threads_may_use_one_operation(self):
        expected = crs.operation("EPSG:3148", "EPSG:32648").points(np.array([[5e5, 1.2e6]] * 2000))

        def move(_: int) -> bool:
            got = crs.operation("EPSG:3148", "EPSG:32648").points(np.array([[5e5, 1.2e6]] * 2000))
            return bool((got == expected).all())

        with ThreadPoolExecutor(8) as pool:
            assert all(pool.map(move, range(64)))


class TestGeodesic:
    def test_along_the_central_meridian(self):
        """At 1 / 0.9996 of the planar distance there."""
        a, b = np.array([[500_000.0, 1_250_000.0]]), np.array([[500_000.0, 1_251_000.0]])
        assert crs.geodesic_m(a, b, "EPSG:32648") == pytest.approx([1000 / 0.9996], abs=1e-3)

    def test_in_degrees(self):
        a, b = np.array([[105.0, 11.0]]), np.array([[105.0, 12.0]])
        assert crs.geodesic_m(a, b, "EPSG:4326") == pytest.approx([110_618.0], abs=5)

    def test_nothing_and_no_numbers(self):
        assert crs.geodesic_m(np.empty((0, 2)), np.empty((0, 2)), "EPSG:32648").shape == (0,)
        a = np.array([[np.nan, 1.0], [5e5, 1.2e6], [np.inf, 0.0]])
        b = np.array([[0.0, 1.0], [5e5, 1.2e6], [1.0, 1.0]])
        assert np.isnan(crs.geodesic_m(a, b, "EPSG:32648")).tolist() == [True, False, True]

    @pytest.mark.usefixtures("qgis_app")
    @pytest.mark.parametrize("source", ["EPSG:32648", "EPSG:3857", "EPSG:4326"])
    def test_the_same_as_qgis_measures(self, source):
        from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransformContext, QgsDistanceArea, QgsPointXY

        rng = np.random.default_rng(4)
        a = crs.operation("EPSG:4326", source).points(rng.uniform([102.5, 10], [107.5, 14.5], (200, 2)))
        metre = 1e-5 if source == "EPSG:4326" else 1.0
        b = a + metre * rng.uniform(-1, 1, (200, 2)) * np.exp(rng.uniform(0, np.log(50_000), (200, 1)))
        ruler = QgsDistanceArea()
        ruler.setSourceCrs(QgsCoordinateReferenceSystem(source), QgsCoordinateTransformContext())
        ruler.setEllipsoid("EPSG:7030")
        theirs = [ruler.measureLine(QgsPointXY(*p), QgsPointXY(*q)) for p, q in zip(a.tolist(), b.tolist())]
        assert crs.geodesic_m(a, b, source) == pytest.approx(np.array(theirs), rel=1e-6, abs=2e-3)


def test_which_layers_were_shifted_alike():
    """Two datums may have the same stated accuracy; geographic and projected systems of one datum are moved alike."""
    shift = {source: crs.operation(source, UTM).shift for source in (*SOURCES, *OTHER_DATUMS)}
    assert shift["EPSG:3148"] == shift["EPSG:4131"] == shift["EPSG:3149"] != ""
    assert shift["EPSG:4240"] == shift["EPSG:24048"] != shift["EPSG:4131"]
    assert {shift[source] for source in ("EPSG:32647", "EPSG:4326", "EPSG:3857", UTM)} == {""}
    assert len({crs.operation(f"EPSG:{code}", UTM).shift for code in (4240, 4147, 4222, 4284, 4213)}) == 5


class TestBorders:
    """A straight edge of one CRS is bent in another."""

    @staticmethod
    def moved(*wkt, source="EPSG:4326"):
        given = shapely.from_wkt(np.array(wkt, dtype=object))
        return crs.operation(source, UTM).geometries(given)

    @staticmethod
    def box(west, south, east, north):
        return f"POLYGON (({west} {south}, {east} {south}, {east} {north}, {west} {north}, {west} {south}))"

    @pytest.mark.parametrize("width", [0.005, 0.02, 0.1, 0.5, 3.0])
    def test_neighbours_where_only_one_has_a_vertex_leave_no_gap(self, width):
        middle = 105.31
        south, north_west, north_east = self.moved(
            self.box(middle - width, 11.4, middle + width, 11.5),
            self.box(middle - width, 11.5, middle, 11.6),
            self.box(middle, 11.5, middle + width, 11.6),
        )
        grown = shapely.buffer([south, north_west, north_east], 0.005, join_style="mitre")
        whole = shapely.union_all(grown)
        assert whole.geom_type == "Polygon"
        assert not whole.interiors
        common = shapely.intersection(south, shapely.union(north_west, north_east))
        assert common.area < 0.005 * south.length

    @pytest.mark.parametrize("source", ["EPSG:4326", "EPSG:32647", "EPSG:3148", "EPSG:3857"])
    @pytest.mark.parametrize("kind", [shapely.Polygon, lambda ring: shapely.MultiPolygon([shapely.Polygon(ring)])])
    def test_every_place_of_a_border_stays_on_it(self, source, kind):
        to_source = crs.operation("EPSG:4326", source)
        corners = to_source.points(np.array([[102.4, 10.6], [107.3, 11.1], [105.0, 14.3]]))
        given = kind([*corners, corners[0]])
        (moved,) = crs.operation(source, UTM).geometries(np.array([given], dtype=object))
        assert moved.geom_type == given.geom_type
        border = shapely.boundary(given)
        along = shapely.line_interpolate_point(border, np.linspace(0, border.length, 5001))
        places = shapely.points(crs.operation(source, UTM).points(shapely.get_coordinates(along)))
        assert shapely.distance(places, shapely.boundary(moved)).max() < 0.005

    def test_an_edge_that_two_polygons_share_stays_shared(self):
        """Drawn from either end."""
        one, other = self.moved(
            "POLYGON ((104 11, 105.7 12.3, 104 12.3, 104 11))", "POLYGON ((105.7 12.3, 104 11, 105.7 11, 105.7 12.3))"
        )
        assert shapely.get_num_coordinates(one) > 100
        assert shapely.area(shapely.intersection(one, other)) == 0
        union = shapely.union(one, other)
        assert union.area == pytest.approx(one.area + other.area, abs=1e-3)
        shared = {tuple(xy) for xy in shapely.get_coordinates(one)} & {
            tuple(xy) for xy in shapely.get_coordinates(other)
        }
        assert len(shared) > 50

    def test_short_edges_gain_nothing_and_holes_and_parts_stay(self):
        part = "((104 11, 104.001 11, 104.001 11.001, 104 11))"
        hole = "((105 11, 106 11, 106 12, 105 12, 105 11), (105.2 11.2, 105.8 11.2, 105.8 11.8, 105.2 11.2))"
        small, large, none, point = self.moved(
            f"POLYGON {part}", f"MULTIPOLYGON ({part}, {hole})", None, "POINT (105 11)"
        )
        assert shapely.get_num_coordinates(small) == 4
        assert none is None
        assert point.geom_type == "Point"
        first, second = large.geoms
        assert shapely.get_num_coordinates(first) == 4
        assert len(second.interiors) == 1
        assert large.is_valid
        assert shapely.get_num_coordinates(second) > 100

    def test_what_cannot_be_transformed_stays_as_it_is(self):
        (moved,) = self.moved("POLYGON ((105 11, 1e9 11, 105 12, 105 11))")
        assert not np.isfinite(shapely.get_coordinates(moved)).all()

    def test_in_one_crs_nothing_is_touched(self):
        given = np.array([shapely.box(0, 0, 1e6, 1e6)], dtype=object)
        assert crs.operation(UTM, UTM).geometries(given) is given


def test_places_beyond_the_area_of_a_working_crs():
    places = np.array([[105.0, 12.0], [107.6, 14.0], [101.5, 12.0], [2.35, 48.85], [12.0, 104.0], [np.nan, np.nan]])
    assert crs.beyond("EPSG:32648", places).tolist() == [False, False, False, True, True, False]
    assert crs.beyond("EPSG:32648", places, slack_deg=0.0).tolist() == [False, False, True, True, True, False]


def test_a_working_crs_of_no_stated_area_has_no_beyond():
    custom = "+proj=tmerc +lat_0=0 +lon_0=105 +k=0.9999 +x_0=500000 +y_0=0 +datum=WGS84 +units=m +type=crs"
    assert crs.beyond(custom, np.array([[2.35, 48.85]])).tolist() == [False]

"""The map on a certificate: what is drawn where, at which scale, and how long it takes."""

from __future__ import annotations

import threading
import time
from types import SimpleNamespace

import numpy as np
import pytest
import shapely
from factory_locations.tests import layers as L
from factory_locations.tests.patience import patience

HERE = shapely.Point(L.X0, L.Y0)
LONGITUDE, LATITUDE = 105.0, 11.307  # of the place, near enough for a drawing
INK = "#1b1b1b"


def shapes(*values):
    out = np.empty(len(values), dtype=object)
    out[:] = values
    return out


def areas(*rows):
    """Rows of (west, south, east, north, code or name), metres from the place."""
    boxes = [shapely.box(L.X0 + w, L.Y0 + s, L.X0 + e, L.Y0 + n) for w, s, e, n, _ in rows]
    words = np.array([word for *_, word in rows], dtype=object)
    return SimpleNamespace(geometries=shapes(*boxes), codes=words, names=words)


def around(**given):
    nothing = {"zones": None, "parks": None, "roles": {}, "register": None, "admin": None}
    return SimpleNamespace(**{**nothing, **given})


def site(*lines, accuracy=0.0):
    """A site with open findings measured to places so many metres to the east and north."""
    degrees = [
        (LONGITUDE + east / (111_320 * np.cos(np.radians(LATITUDE))), LATITUDE + n / 111_320) for east, n in lines
    ]
    findings = [
        {
            "verdict": "fail", "severity": "violation", "measured_m": float(np.hypot(*line)),
            "line": [(LONGITUDE, LATITUDE), end],
        }
        for line, end in zip(lines, degrees)
    ]  # fmt: skip
    return {"id": "1", "longitude": LONGITUDE, "latitude": LATITUDE, "accuracy_m": accuracy, "findings": findings}


@pytest.fixture
def draw(qgis_app):
    from factory_locations.processing.reports.site_map import site_map

    def go(one, surroundings, place=HERE):
        return site_map(one, place, surroundings, L.CRS, {"RES": "Residential", "LIND": "Light industry"})

    return go


def colour(drawn, east, north, scale):
    """The colour at a place, metres from the middle of the map."""
    from factory_locations.processing.reports.site_map import _TALL_PX, MAP_PX, SHARPNESS

    metre = 96 / 0.0254 / scale
    x, y = MAP_PX / 2 + east * metre, _TALL_PX / 2 - north * metre
    return drawn.image.pixelColor(round(x * SHARPNESS), round(y * SHARPNESS)).name()


def test_zones_have_their_colours_on_their_side(draw):
    from factory_locations.processing.reports.symbols import LAND, ZONES

    plan = areas((-9000, -9000, 0, 9000, "RES"), (0, -9000, 500, 9000, "LIND"))
    drawn = draw(site(), around(zones=plan))
    # 900 m to each side in 63.5 mm: 1:28,346, the next rounder scale is 1:30,000.
    assert colour(drawn, -300, 150, 30_000) == ZONES["RES"].fill
    assert colour(drawn, 300, 150, 30_000) == ZONES["LIND"].fill
    assert colour(drawn, 700, 150, 30_000) == LAND
    assert colour(drawn, 0, 0, 30_000) == INK  # the site


def test_the_map_reaches_what_was_measured(draw):
    from factory_locations.processing.reports.site_lines import colour_of

    plan = areas((-9000, -9000, 9000, 9000, "RES"))
    far = site((0.0, -1400.0))
    drawn = draw(far, around(zones=plan))
    # 1,400 m and a little air, 3,220 m in 63.5 mm: 1:50,709, the next is 1:60,000.
    assert colour(drawn, 0, -700, 60_000) == colour_of(far["findings"][0]).lower()


def test_what_is_too_small_to_read_is_enlarged(draw):
    """In the lower right corner, 1:2,500: 96 pixels are 63.5 m."""
    from factory_locations.processing.reports.site_map import _INSET_PX, _TALL_PX, MAP_PX, SHARPNESS
    from factory_locations.processing.reports.symbols import ZONES

    plan = areas((-9000, -9000, 9000, 12, "RES"), (-9000, 12, 9000, 9000, "LIND"))
    whole, close = draw(site(), around(zones=plan)), draw(site((0.0, 12.0)), around(zones=plan))
    at = (MAP_PX - _INSET_PX + 12) * SHARPNESS, (_TALL_PX - _INSET_PX + 12) * SHARPNESS
    assert whole.image.pixelColor(*at).name() == ZONES["RES"].fill  # 600 m south of the border
    assert close.image.pixelColor(*at).name() == ZONES["LIND"].fill  # 30 m north of the site


def test_the_corner_with_a_line_stays_free(draw):
    plan = areas((-9000, -9000, 9000, 9000, "RES"))
    drawn = draw(site((0.0, 12.0), (500.0, -300.0)), around(zones=plan))
    frame = drawn.image.pixelColor(3 * 40, 1).name()  # of the map
    assert frame == INK
    assert drawn.image.pixelColor(3 * 40, 3 * 96 - 2).name() == INK  # of the enlarged part, at the upper left


def test_only_what_lies_in_view_is_in_the_legend(draw):
    near = draw(site(), around(zones=areas((-9000, -9000, 9000, 9000, "RES"))))
    with_park = draw(
        site(), around(zones=areas((-9000, -9000, 9000, 9000, "RES")), parks=areas((0, 0, 300, 300, "SEZ")))
    )
    away = areas((50_000, 0, 50_300, 300, "SEZ"))
    assert draw(site(), around(zones=areas((-9000, -9000, 9000, 9000, "RES")), parks=away)).height == near.height
    assert with_park.height == near.height  # two entries stand beside each other
    many = areas(*((-9000 + i, -9000, 9000, 9000, f"Z{i}") for i in range(40)))
    assert draw(site(), around(zones=many)).height <= 330


def test_nothing_to_draw_is_no_map(draw):
    assert draw(site(), around()) is None
    assert draw(site(), around(zones=areas((50_000, 0, 51_000, 900, "RES")))) is None
    assert draw({**site(), "longitude": None}, around(zones=areas((-9, -9, 9, 9, "RES"))), place=None) is None


def test_the_ground_of_a_site_is_outlined(draw):
    premises = shapely.box(L.X0 - 400, L.Y0 - 200, L.X0 + 400, L.Y0 + 200)
    drawn = draw(site(), around(zones=areas((-9000, -9000, 9000, 9000, "RES"))), place=premises)
    # 900 m beyond 400 m to each side, 2,600 m in 63.5 mm: 1:40,945, the next is 1:45,000.
    assert colour(drawn, 400, 50, 45_000) == INK


def test_it_is_drawn_in_a_thread_as_in_the_window(draw):
    """An assessment runs beside the desktop."""
    plan = around(zones=areas((-9000, -9000, 0, 9000, "RES"), (0, -9000, 500, 9000, "LIND")))
    here, there = draw(site((300.0, 0.0), accuracy=20.0), plan), []
    thread = threading.Thread(target=lambda: there.append(draw(site((300.0, 0.0), accuracy=20.0), plan)))
    thread.start()
    thread.join()
    assert there[0].image == here.image


def test_it_takes_a_moment_among_many_features(draw):
    random = np.random.default_rng(1)
    corners = random.uniform(-100_000, 100_000, (20_000, 2))
    plan = areas(*((x, y, x + 900, y + 900, "RES") for x, y in corners.tolist()))
    xy = random.uniform(-100_000, 100_000, (50_000, 2)) + np.array([L.X0, L.Y0])
    sites = SimpleNamespace(geometries=shapely.points(xy))
    surroundings = around(zones=plan, register=sites)
    draw(site(), surroundings)
    started = time.perf_counter()
    draw(site((0.0, 12.0), (500.0, -300.0), accuracy=20.0), surroundings)
    assert time.perf_counter() - started < 0.5 * patience()


@pytest.mark.parametrize(
    ("titles", "columns"),
    [(("COM Commercial", "Schools"), 2), (("HIND General and heavy industry", "Schools"), 1)],
)
def test_no_title_of_the_legend_is_cut(qgis_app, titles, columns):
    from factory_locations.processing.reports.site_map import _columns, _Key
    from qgis.core import QgsFillSymbol

    assert _columns([_Key(title, QgsFillSymbol()) for title in titles]) == columns

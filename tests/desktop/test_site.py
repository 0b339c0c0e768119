"""Sites are checked in a real QGIS window; `site_check.py` is what happens inside it."""

from __future__ import annotations

import re

import pytest
from factory_locations.tests.patience import patience

pytestmark = [pytest.mark.desktop, pytest.mark.slow]


@pytest.fixture(scope="module")
def drive(play):
    return play("site_check.py")


def test_begins_with_layers(drive):
    assert drive["ready_empty"] is False
    assert drive["ready_demo"] is True
    assert "coordinate" in drive["begin"]


def test_an_activity_is_found_by_an_everyday_word(drive):
    assert drive["activities"] == ["1410"]
    assert drive["activity"] == "1410"


def test_a_wrong_and_a_swapped_coordinate_are_told(drive):
    assert "not understood" in drive["wrong"]
    assert "other way round" in drive["swapped"]
    assert "Write it so" in drive["swapped"]
    assert drive["headline"]


def test_a_link_is_read_and_a_place_abroad_is_told_first(drive):
    assert "shortened link" in drive["4-short-link"][1]
    assert drive["4-link"][0]
    assert "middle of the map" in drive["4-link"][1]
    assert drive["4-abroad"][0] == "Outside Cambodia"
    assert "110 km" in drive["4-abroad"][1]


def test_a_click_and_a_drag_are_answered(drive):
    assert drive["picking"] is True
    assert re.match(r"1\d\.\d{6}, 10\d\.\d{6}$", drive["clicked"][1])
    assert drive["drawn"] >= 2
    assert drive["answers_while_dragging"] >= 2
    assert drive["drop_to_verdict_ms"] < 1000 * patience()
    assert drive["rules"][0] > 5


def test_the_window_is_never_silent_for_long(drive):
    for step in ("first", "click", "drag"):
        assert drive[f"{step}_silence_ms"] < 200 * patience(), step


def test_other_places_and_a_move(drive):
    assert drive["places"] > 0
    assert drive["moved"].startswith("Keeps the rules")


def test_a_certificate_that_cannot_be_written_keeps_the_dialog(drive):
    assert drive["refused"] == [True, "Prek Thnot Meat Co., Ltd."]


def test_a_certificate_is_written(drive):
    name, size, _ = drive["certificate"]
    assert name.startswith("certificate_APP-2026-017_Prek_Thnot_Meat")
    assert size > 5000


def test_escape_and_copy(drive):
    assert drive["tool_back"] is True
    assert re.match(r"1\d\.\d{6}, 10\d\.\d{6}$", drive["copied"])


def test_fits_a_small_dock(drive):
    assert drive["small_width"] <= 320


def test_nothing_is_left_on_the_map(drive):
    assert drive["drawn_elsewhere"] == 0
    assert drive["tool_elsewhere"] is True
    assert drive["drawn_again"] >= 1
    assert drive["after_new"] == [0, "", False]
    assert drive["unloaded"] is True
    assert drive["items_left"] == [0, True]
    assert drive["tool_after"] is True


def test_window_closes_without_a_crash_or_python_error(drive):
    assert drive.trouble() == []


def test_pictures_were_taken(drive):
    assert len(list(drive.pictures.glob("*.png"))) >= 12
    assert drive.empty_pictures() == []

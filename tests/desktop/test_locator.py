"""The locator bar and the options page in a real QGIS window; `locator.py` is what happens inside it."""

from __future__ import annotations

import pytest

pytestmark = [pytest.mark.desktop, pytest.mark.slow]


@pytest.fixture(scope="module")
def drive(play):
    return play("locator.py", seconds=150)


def test_factories_are_found_and_shown(drive):
    assert all("garment" in one.lower() for one in drive["found"]["1-factories"])
    assert len(drive["selected"]) == 1
    assert drive["zoomed"] < 0.1
    assert all("rice" in one.lower() and "mill" in one.lower() for one in drive["found"]["3-words"])


def test_activities_are_found_and_taken(drive):
    assert any("2394" in one for one in drive["found"]["4-activity"])
    assert drive["activity"] == ["Site check", "2394"]


def test_coordinates_are_understood(drive):
    assert "11.556389, 104.928333" in drive["found"]["6-coordinate"][0]  # QGIS's own answer comes below
    assert drive["scale"] == pytest.approx(5000, rel=0.02)
    assert "outside" in drive["found"]["8-abroad"][0]
    assert "48.85 and 2.35" in drive["found"]["9-refused"][0]


def test_answers_come_while_one_types(drive):
    print(drive["ms"])
    assert min(drive["ms"].values()) < 1500  # typing, QGIS's own delay, and a machine that does other things too


def test_the_options(drive):
    assert drive["page_shown"] is True
    assert drive["stored"] == ["Sok Dara", 50.0]
    assert "geopandas" in drive["details"]


def test_leaving(drive):
    assert drive["unloaded"] is True
    assert drive["after_unload"] == []
    assert drive.trouble() == []

"""Coordinates are repaired in a real QGIS window; `corrections.py` is what happens inside it."""

from __future__ import annotations

import pytest
from factory_locations.tests.patience import patience

pytestmark = [pytest.mark.desktop, pytest.mark.slow]


@pytest.fixture(scope="module")
def drive(play, root):
    return play("corrections.py", environment={"FACTORY_DEMO": str(root / "data" / "demo")})


def test_the_layers_of_the_project_are_compared_with(drive):
    assert drive["compared"] == ["ADMIN_COMMUNES", "ADMIN_PROVINCES", "LAND", "OFFICES", "PARKS", "WATER"]


def test_the_problems_are_found_and_shown(drive):
    assert drive["counted"] == "31 of 31"
    assert sum(drive["chips"]) == 31
    assert drive["drawn"] == 1
    assert "Indian 1960" in drive["details"]


def test_what_nothing_is_proposed_for_is_a_click_away(drive):
    assert drive["hopeless_told"] is True
    assert drive["hopeless"] == ["Problems without a proposal", 121, 1]  # a layer, and its table


def test_what_is_accepted_is_applied_and_taken_back(drive):
    assert "read-only" in drive["read_only"]
    assert drive["accepted"] == drive["trial"] == drive["applied"]
    assert drive["undone"] == f"Factories taken back: {drive['applied']}."


def test_what_the_toolbox_applied_is_told(drive):
    assert drive["left_to_apply"] == 0


def test_each_register_has_results_of_its_own(drive):
    visible, told = drive["shown_False"]
    assert not visible
    assert told.startswith("Problems were looked for in another register. Find problems looks for")
    assert "“Kep”" in told
    assert drive["shown_True"] == [True, ""]


def test_the_window_is_never_silent_for_long(drive):
    print({name: value for name, value in drive.items() if name.endswith("_silence_ms")})
    assert drive["walk_silence_ms"] < 300 * patience()


def test_nothing_stays_on_the_map(drive):
    assert drive["drawn_elsewhere"] == 0
    assert drive["drawn_after"] == 0
    assert drive.trouble() == []
    assert drive.empty_pictures() == []

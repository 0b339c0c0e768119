"""The register's tab in a real QGIS window; `register.py` is what happens inside it."""

from __future__ import annotations

import pytest
from factory_locations.tests.patience import patience

pytestmark = [pytest.mark.desktop, pytest.mark.slow]


@pytest.fixture(scope="module")
def drive(play):
    return play("register.py", seconds=150)


def test_the_check_is_what_opens(drive):
    assert drive["opens_on"] == "Check"


def test_the_tab_is_there_at_once(drive):
    print(f"built in {drive['built_ms']:.0f} ms")
    assert drive["built_ms"] < 1000 * patience()


def test_the_demo_is_two_clicks_away(drive):
    assert drive["listed"] == "965 of 965 factories"
    assert drive["dirty_after_demo"] is False


def test_search_and_filters_answer_the_question(drive):
    told, names = drive["searched"]
    assert names
    assert all("garment" in name.lower() for name in names)
    assert not told.startswith("965 ")
    told, provinces = drive["filtered"]
    assert provinces == ["Phnom Penh"]
    assert told.endswith(" of 965 factories")


def test_click_selects_and_double_click_zooms(drive):
    assert drive["selected"] == [drive["clicked"]]
    assert drive["zoomed"] < 0.2
    assert drive["several"] == 3


def test_the_map_selects_in_the_table(drive):
    assert drive["from_map"] is True
    assert drive["only_selected"] == "3 of 965 factories"


def test_one_enter_in_the_search_selects_the_factory(drive):
    assert drive["entered"] == ["1 of 965 factories", ["KH-01-00001"]]


def test_menu_form_and_findings(drive):
    offered = ["Zoom to", "Flash", "Open form", "Move on the map", "Copy ids", "Show its findings", "Undo changes…"]
    assert drive["menu"] == offered
    assert drive["form_modal"] is False
    tab, findings = drive["findings"]
    assert tab == "Check"
    assert findings > 0


def test_filters_are_saved(drive):
    assert drive["saved"][0] == "Violations in Phnom Penh"


def test_fits_a_small_dock(drive):
    assert drive["small_width"] <= 320


def test_closing_and_leaving(drive):
    assert drive["after_new"] == ["", 0]
    assert drive["unloaded"] is True
    assert drive["docks"] == []
    assert drive.trouble() == []

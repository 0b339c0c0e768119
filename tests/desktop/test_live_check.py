"""The check while editing in a real QGIS window; `live_check.py` is what happens inside it."""

from __future__ import annotations

import pytest
from factory_locations.tests.patience import patience

pytestmark = [pytest.mark.desktop, pytest.mark.slow]
INFO, WARNING, CRITICAL, SUCCESS = range(4)


@pytest.fixture(scope="module")
def drive(play):
    return play("live_check.py", seconds=150)


def test_editing_begins_quietly(drive):
    assert drive["at_first"] is None
    assert drive["begin_ms"] < 500 * patience()


def test_the_form_of_a_factory_says_what_it_lacks(drive):
    hints = "; ".join(drive["hints"])
    for one in (
        "stated, because no check can know otherwise how far off the place may be",
        "stated, because how a place was found tells how far it can be trusted",
        "stated, because the activity decides which rules apply",
        "of the unit that the place is in",
        "of a factory that breaks no rule in the last check",
    ):
        assert one in hints
    assert "1e+06" not in hints
    assert drive["blocked"] is False


def test_a_factory_that_is_digitised(drive):
    assert drive["added"] == ["KH-12-99001: Zone RES does not permit 2394 (KH-ZON-01)", CRITICAL]


def test_a_factory_that_is_dragged(drive):
    assert drive["dragged_m"] > 50
    assert drive["dragged"][1] == CRITICAL
    assert drive["items"] == 1


def test_the_answer_comes_while_the_hand_rests(drive):
    print(f"seconds {drive['seconds']}, window held up for {drive['silences']} ms")
    assert sorted(drive["seconds"])[3] < 0.4 * patience()
    assert sorted(drive["silences"])[3] < 100 * patience()


def test_details_say_what_to_do(drive):
    assert "land-use certificate" in drive["details"]


def test_a_double_and_then_nothing_wrong(drive):
    said, level = drive["double"]
    assert level == WARNING
    assert said.startswith("KH-12-99001: 22 m from KH-01-00010 “Demo Garment 001, Banteay Meanchey”")
    assert drive["fine"] == ["KH-12-99001: All 7 rules kept (LIND (Light industry 3), Svay Rieng)", SUCCESS]


def test_a_factory_moved_with_the_tools_of_qgis(drive):
    """Moved with Move Feature, and then by its vertex: what the place lacks is said on top of what was filled in."""
    told = "KH-01-00010: 6 of 7 rules kept; the others could not be checked (Banteay Meanchey)"
    assert drive["moved_m"] > 500
    assert drive["moved"] == [told, INFO]
    assert drive["on_top"] is True
    assert any(one.startswith("KH-01-00010 was moved. Described anew:") for one in drive["bar"])
    assert drive["vertex_m"] > 300
    assert drive["vertex"] == [told, INFO]


def test_typing_is_not_disturbed(drive):
    assert drive["typed"] == "garment"


def test_nothing_is_left(drive):
    assert drive["after"] is None
    assert drive["unloaded"] is True
    assert drive["left"] == 0
    assert drive.trouble() == []
    assert drive.empty_pictures() == []

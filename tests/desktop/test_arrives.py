"""A register arrives in a real QGIS window; `arrives.py` is what happens inside it, the tab of corrections goes on."""

from __future__ import annotations

import pytest

pytestmark = [pytest.mark.desktop, pytest.mark.slow]


@pytest.fixture(scope="module")
def drive(play, demo_gpkg):
    return play("arrives.py", environment={"FACTORY_DEMO": str(demo_gpkg.parent)})


def test_every_row_is_accounted_for(drive):
    """The figures of docs/a-list-arrives.md: 120 rows, of which two use the licence number of another."""
    given = drive["given"]["factory:import_register"]
    counts = {name: given[name] for name in ("ROWS_READ", "NEW", "UPDATED", "UNCHANGED", "REJECTED")}
    assert counts == {"ROWS_READ": 120, "NEW": 104, "UPDATED": 5, "UNCHANGED": 9, "REJECTED": 2}
    assert [count for name, _, count in drive["imported"] if name == "Rejects"] == [2]


def test_the_panel_follows_the_import(drive):
    assert drive["before"] == "965 of 965 factories"
    assert drive["after"] == "1069 of 1069 factories"
    assert drive["found"] == 1


def test_proposals_come_styled_and_with_their_form(drive):
    layers = drive["coordinates"]
    assert {renderer for _, renderer, _ in layers} <= {"categorizedSymbol", "RuleRenderer", ""}, layers
    assert all(count > 0 for _, _, count in layers), layers
    assert drive["form"] == "ValueMap"


def test_ends_well(drive):
    assert drive.trouble() == []
    assert drive.empty_pictures() == []

"""Reports are made in a real QGIS window; `reports.py` is what happens inside it."""

from __future__ import annotations

import pytest
from factory_locations.tests.patience import patience

pytestmark = [pytest.mark.desktop, pytest.mark.slow]


@pytest.fixture(scope="module")
def drive(play):
    return play("reports.py", seconds=300)


def test_an_empty_project_says_what_each_report_lacks(drive):
    lacking = drive["lacking"]
    assert lacking["rules"] == ""
    assert "run a check" in lacking["findings"]
    for key in ("map", "certificates", "quality", "monthly"):
        assert "layer of factories" in lacking[key], key


def test_the_button_of_the_check_leads_to_the_map(drive):
    assert drive["chosen_by_button"] == "map"
    assert drive["provinces"] == 3 + 1 + 1 + 11  # whole, view, selected; every; a line; provinces


def test_a_wrong_folder_is_told(drive):
    told, enabled = drive["wrong_folder"]
    assert "/nowhere/at/all" in told
    assert enabled is False


def test_a_map_is_made_and_opened(drive):
    state, reason, path = drive["map"]
    assert (state, reason) == ("done", "")
    assert path.endswith(f"{drive['name']}.pdf")
    assert "Kandal" in drive["name"]
    assert drive["name"] + "_2.pdf" in drive["told_again"]
    assert drive["opened"] == [path, path.rsplit("/", maxsplit=1)[0]]


def test_every_kind_is_made(drive):
    assert [(state, reason) for _, state, reason in drive["each"]] == [("done", "")] * 7
    assert "running" in drive["while_away"] or "waiting" in drive["while_away"] or "done" in drive["while_away"]
    suffixes = {name.rsplit(".", maxsplit=1)[-1] for name in drive["files"]}
    assert {"pdf", "png", "xlsx", "html", "gpkg", "json"} <= suffixes


def test_the_persons_layer_is_left_alone(drive):
    assert drive["selected_kept"] == ["KH-07-00002", "KH-08-00056", "KH-08-00115"]
    assert drive["filter_kept"] == ""


def test_the_window_is_never_silent_for_long(drive):
    for step in ("map", "each"):
        assert drive[f"{step}_silence_ms"] < 200 * patience(), step


def test_every_province_in_both_languages(drive):
    assert drive["files_told"].startswith("22 files")
    assert drive["queue"] == 22
    assert drive["one_cancelled"] == "cancelled"


def test_closing_the_project_cancels_what_reads_its_layers(drive):
    after = drive["after_close"]
    assert set(after) == {"done", "cancelled"}
    assert after["cancelled"] >= 10
    assert "left the project" in drive["why_cancelled"]


def test_a_hidden_panel_tells_in_the_bar(drive):
    assert "Reports made: 2." in drive["bar"]  # the rules in both languages


def test_nothing_is_left(drive):
    assert drive["unloaded"] == [True, "cancelled"]
    assert not drive.trouble()
    assert not drive.empty_pictures()

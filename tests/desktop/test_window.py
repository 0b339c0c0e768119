"""The main job in a real QGIS window; `check.py` is what happens inside it."""

from __future__ import annotations

import pytest

pytestmark = [pytest.mark.desktop, pytest.mark.slow]


@pytest.fixture(scope="module")
def drive(play):
    return play("check.py", screen=(1600, 1000), seconds=300)


def test_enabled_plugin_adds_its_parts_once(drive):
    added = drive["traces_enabled"]
    assert added["docks"] == ["FactoryLocationsPanel"]
    assert added["toolbars"] == ["FactoryLocationsToolbar"]
    assert added["menus"] == ["Factory &Locations"]
    assert added["provider"]
    assert {"factory:check_locations", "factory:check_zoning", "factory:check_parks"} <= set(drive["algorithms"])


def test_nothing_to_run_before_there_are_layers(drive):
    assert drive["run_enabled_empty"] is False


def test_demo_fills_the_panel(drive):
    assert drive["demo_loaded"] is True
    assert drive["dirty_after_demo"] is False
    assert drive["layers_chosen"] == {"factories": "Factories", "zoning": "Zoning", "parks": "Industrial parks"}
    assert drive["run_enabled_demo"] is True


def test_check_can_be_cancelled(drive):
    assert drive["cancel_visible"] is True
    assert drive["first_outcome"] in ("cancelled", "finished")  # a fast machine may be done first


def test_check_loads_styled_layers_by_verdict(drive):
    assert drive["outcome"] == "finished"
    assert len(drive["new_groups"]) == 1
    assert drive["new_groups"][0].startswith("Check 20")
    kinds = [row[0] for row in drive["result_layers"]][:3]
    assert kinds == ["evidence", "findings", "factory_summary"]
    renderers = {row[0]: row[2] for row in drive["result_layers"]}
    assert renderers["factory_summary"] == "categorizedSymbol"
    assert renderers["findings"] == "categorizedSymbol"


def test_findings_agree_with_the_answer_key(drive, root):
    """As many findings of each rule in the panel as the key of the demo says."""
    import csv

    with (root / "data" / "demo" / "answer_key.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    for rule in {row["rule_id"] for row in rows}:
        for verdict in ("fail", "undecided", "no data"):
            keyed = sum(row["rule_id"] == rule and row["verdict"] == verdict for row in rows)
            assert drive["counts"].get(f"{rule} {verdict}", 0) == keyed, (rule, verdict)


def test_click_on_a_finding_moves_the_map(drive):
    before, after = drive["extent_before"], drive["extent_after"]
    assert after != before
    assert after[2] - after[0] < (before[2] - before[0]) / 10
    assert drive["selected"] == 1


def test_chips_filter_the_table(drive):
    wanted, listed = drive["findings_undecided"]
    assert wanted == listed
    assert 0 < listed < drive["findings"]


def test_demo_brings_its_rules_and_their_layers(drive):
    assert {"protected", "salt_farmland", "water_intakes", "rivers", "schools", "hospitals", "residential"} <= set(
        drive["roles_chosen"]
    )
    assert "missing" in drive["needs"] or "All layers" in drive["needs"]


def test_says_where_the_findings_go(drive):
    assert "/Documents/check_" in drive["saves_to"]
    assert drive["saves_to"] == drive["result_told"]


def test_a_filter_leaves_nothing_of_the_earlier_finding(drive):
    before, after = drive["explained_after_filter"]
    assert drive["clicked"] in before
    assert drive["clicked"] not in after
    assert drive["selected_after_filter"] == 0


def test_a_decision_is_shown_and_holds_in_the_next_check(drive):
    assert "Moved in 2019" in drive["decided"]
    before, after = drive["exempt_before_after"]
    assert after == before + 1
    assert len(set(drive["groups_twice"])) == 2


def test_the_decision_is_all_that_has_changed_since_the_check_before(drive):
    given = drive["given"]["factory:compare_runs"]
    assert [given[name] for name in ("NEW", "RESOLVED", "CHANGED", "WORSE")] == [0, 0, 1, 0]
    assert len(drive["compared"]) == 2, drive["compared"]


def test_failure_is_told_and_adds_nothing(drive):
    assert "no such pack.yaml" in drive["failed_outcome"]
    assert "no such pack.yaml" in drive["message"]
    assert drive["layers_after_failure"] == 0


def test_map_dialog_opens_filled_in(drive):
    title, modal = drive["map_dialog"]
    assert "map" in title.lower()
    assert modal is False
    assert drive["map_factories"]


def test_pictures_of_the_help_fit_its_window(drive):
    assert drive["help_beyond"] == 0


def test_fits_a_small_dock(drive):
    assert drive["small_width"] <= 320


def test_closing_the_project_empties_the_panel(drive):
    assert drive["findings_after_new"] == 0


def test_disabled_plugin_leaves_nothing(drive):
    assert drive["unloaded"] is True
    assert drive["traces_disabled"] == {"docks": [], "toolbars": [], "menus": [], "panel_menu": [], "provider": False}


def test_disabled_plugin_takes_its_messages_along(drive):
    assert drive["messages_disabled"] == []


def test_enabled_again_works(drive):
    assert drive["reloaded"] is True
    assert drive["traces_again"] == drive["traces_enabled"]


def test_disabled_during_a_check(drive):
    assert drive["running_at_unload"] is True
    assert drive["unloaded_running"] is True
    assert not any(name.startswith("Check") for name in drive["groups_after_unload"])


def test_window_closes_without_a_crash_or_python_error(drive):
    assert drive.trouble() == []


def test_pictures_were_taken(drive):
    assert drive.empty_pictures(5000) == []
    assert (drive.pictures / "5-finding.png").exists()

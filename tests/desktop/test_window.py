"""A real QGIS window in a virtual display does the main job; `drive.py` is what happens inside it."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

pytestmark = [pytest.mark.desktop, pytest.mark.slow]

DRIVE = Path(__file__).with_name("drive.py")
SECONDS = 300


@pytest.fixture(scope="module")
def drive(qgis_environment, root, tmp_path_factory):
    """Run the scenario once; its result, and the pictures in ``build/screenshots``."""
    for program in ("qgis", "xvfb-run", "timeout"):
        if shutil.which(program) is None:
            pytest.skip(f"{program} is not installed")
    out = tmp_path_factory.mktemp("window")
    profiles = tmp_path_factory.mktemp("profiles")
    settings = profiles / "profiles" / "default" / "QGIS" / "QGIS3.ini"
    settings.parent.mkdir(parents=True)
    settings.write_text("[PythonPlugins]\nfactory_locations=true\n", encoding="utf-8")
    environment = {key: value for key, value in qgis_environment.items() if not key.startswith("QT_QPA_")}
    environment.pop("QGIS_CUSTOM_CONFIG_PATH", None)
    environment["FACTORY_DESKTOP_OUT"] = str(out)
    environment["HOME"] = str(tmp_path_factory.mktemp("home"))  # findings of unsaved projects go to its documents
    (Path(environment["HOME"]) / "Documents").mkdir()
    environment.pop("XDG_CONFIG_HOME", None)
    screen = ["xvfb-run", "-a", "-s", "-screen 0 1600x1000x24"]
    window = ["qgis", "--nologo", "--noversioncheck", "--profiles-path", str(profiles), "--code", str(DRIVE)]
    done = subprocess.run(
        ["timeout", "--kill-after=10", str(SECONDS), *screen, *window],
        env=environment,
        cwd=out,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        errors="replace",
        check=False,
    )
    report = out / "result.json"
    said = f"exit status {done.returncode}\n{done.stdout[-3000:]}\n{done.stderr[-3000:]}"
    assert report.exists(), said
    result = json.loads(report.read_text(encoding="utf-8"))
    keep_pictures(out, root / "build" / "screenshots" / f"qgis-{result['qgis'].split('-')[0]}")
    assert not result["error"], f"step {result.get('step')!r}\n{result['error']}\n{said}"
    assert result["done"], f"QGIS ended in step {result.get('step')!r}\n{said}"
    return {**result, "status": done.returncode, "said": done.stdout + done.stderr}


def keep_pictures(out: Path, folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for picture in sorted(out.glob("*.png")):
        shutil.copy(picture, folder)


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


def test_failure_is_told_and_adds_nothing(drive):
    assert "no such pack.yaml" in drive["failed_outcome"]
    assert "no such pack.yaml" in drive["message"]
    assert drive["layers_after_failure"] == 0


def test_map_dialog_opens_filled_in(drive):
    title, modal = drive["map_dialog"]
    assert "map" in title.lower()
    assert modal is False
    assert drive["map_factories"]


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
    assert drive["status"] == 0, drive["said"][-2000:]
    for word in ("Traceback", "Segmentation", "double free", "corrupt", "QGIS died"):
        assert word not in drive["said"]


def test_pictures_were_taken(drive, root):
    folder = root / "build" / "screenshots" / f"qgis-{drive['qgis'].split('-')[0]}"
    for picture in folder.glob("*.png"):
        assert os.path.getsize(picture) > 5000, picture
    assert (folder / "5-finding.png").exists()

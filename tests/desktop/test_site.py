"""Sites are checked in a real QGIS window in a virtual display; `site_check.py` is what happens inside it."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from factory_locations.tests.patience import patience

pytestmark = [pytest.mark.desktop, pytest.mark.slow]

DRIVE = Path(__file__).with_name("site_check.py")
SECONDS = 120


@pytest.fixture(scope="module")
def drive(qgis_environment, root, tmp_path_factory):
    """Run the scenario once; its result, and the pictures in ``build/screenshots``."""
    for program in ("qgis", "xvfb-run", "timeout"):
        if shutil.which(program) is None:
            pytest.skip(f"{program} is not installed")
    out = tmp_path_factory.mktemp("site")
    profiles = tmp_path_factory.mktemp("profiles")
    settings = profiles / "profiles" / "default" / "QGIS" / "QGIS3.ini"
    settings.parent.mkdir(parents=True)
    settings.write_text("[PythonPlugins]\nfactory_locations=true\n", encoding="utf-8")
    environment = {key: value for key, value in qgis_environment.items() if not key.startswith("QT_QPA_")}
    environment.pop("QGIS_CUSTOM_CONFIG_PATH", None)
    environment.pop("XDG_CONFIG_HOME", None)
    environment["FACTORY_DESKTOP_OUT"] = str(out)
    environment["HOME"] = str(tmp_path_factory.mktemp("home"))  # certificates go to its documents
    (Path(environment["HOME"]) / "Documents").mkdir()
    screen = ["xvfb-run", "-a", "-s", "-screen 0 1366x768x24"]
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
    pictures = root / "build" / "screenshots" / f"qgis-{result['qgis'].split('-')[0]}"
    pictures.mkdir(parents=True, exist_ok=True)
    for picture in sorted(out.glob("*.png")):
        shutil.copy(picture, pictures)
    assert not result["error"], f"step {result.get('step')!r}\n{result['error']}\n{said}"
    assert result["done"], f"QGIS ended in step {result.get('step')!r}\n{said}"
    return {**result, "status": done.returncode, "said": done.stdout + done.stderr, "pictures": pictures}


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
    assert "Swap" in drive["swapped"]
    assert drive["headline"]


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
    assert drive["status"] == 0, drive["said"][-2000:]
    for word in ("Traceback", "Segmentation", "double free", "corrupt", "QGIS died"):
        assert word not in drive["said"]


def test_pictures_were_taken(drive):
    pictures = list(drive["pictures"].glob("site-*.png"))
    assert len(pictures) >= 12
    for picture in pictures:
        assert os.path.getsize(picture) > 3000, picture

"""The tab of the register in a real QGIS window; `register.py` is what happens inside it."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest
from factory_locations.tests.patience import patience

pytestmark = [pytest.mark.desktop, pytest.mark.slow]

DRIVE = Path(__file__).with_name("register.py")
SECONDS = 240


@pytest.fixture(scope="module")
def drive(qgis_environment, root, tmp_path_factory):
    """Run the scenario once; its result, and the pictures in ``build/screenshots``."""
    for program in ("qgis", "xvfb-run", "timeout"):
        if shutil.which(program) is None:
            pytest.skip(f"{program} is not installed")
    out, profiles, home = (tmp_path_factory.mktemp(name) for name in ("register", "profiles", "home"))
    settings = profiles / "profiles" / "default" / "QGIS" / "QGIS3.ini"
    settings.parent.mkdir(parents=True)
    settings.write_text("[PythonPlugins]\nfactory_locations=true\n", encoding="utf-8")
    (home / "Documents").mkdir()
    environment = {key: value for key, value in qgis_environment.items() if not key.startswith("QT_QPA_")}
    environment.pop("QGIS_CUSTOM_CONFIG_PATH", None)
    environment.pop("XDG_CONFIG_HOME", None)
    environment.update(FACTORY_DESKTOP_OUT=str(out), HOME=str(home))
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
    pictures = root / "build" / "screenshots"
    pictures.mkdir(parents=True, exist_ok=True)
    for picture in out.glob("*.png"):
        shutil.copy(picture, pictures)
    assert report.exists(), said
    result = json.loads(report.read_text(encoding="utf-8"))
    assert not result["error"], f"step {result.get('step')!r}\n{result['error']}\n{said}"
    assert result["done"], f"QGIS ended in step {result.get('step')!r}\n{said}"
    return {**result, "status": done.returncode, "said": done.stdout + done.stderr}


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


def test_menu_form_and_findings(drive):
    assert drive["menu"] == ["Zoom to", "Flash", "Open form", "Copy ids", "Show its findings"]
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
    assert drive["status"] == 0, drive["said"][-2000:]
    for word in ("Traceback", "Segmentation", "double free", "corrupt", "QGIS died"):
        assert word not in drive["said"]

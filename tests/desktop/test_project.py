"""A project is set up in a real QGIS window in a virtual display; `project.py` is what happens inside it."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest
from factory_locations.tests.patience import patience

pytestmark = [pytest.mark.desktop, pytest.mark.slow]

HERE = Path(__file__).parent
SECONDS = 180
PROVINCES = 25


@pytest.fixture(scope="module")
def files(provider, demo_gpkg, tmp_path_factory):
    """A folder with the demo's GeoPackage, a check of it, and a project whose layer of schools has gone."""
    from factory_locations.qgis_plugin.project.packs import BASELINE
    from factory_locations.qgis_plugin.project.setup import Plan, Setup
    from factory_locations.qgis_plugin.project.sources import search
    from factory_locations.tests.conftest import Runner
    from qgis.core import QgsVectorLayer

    folder = tmp_path_factory.mktemp("demo")
    copy = folder / "demo.gpkg"
    shutil.copy(demo_gpkg, copy)
    run = Runner()
    given = {role.upper(): f"{copy}|layername={role}" for role in ("factories", "zoning", "parks")}
    run("check_locations", {**given, "OUTPUT": str(folder / "check.gpkg")})
    run("native:savefeatures", {"INPUT": f"{copy}|layername=schools", "OUTPUT": str(folder / "schools.gpkg")})
    run.context = run.feedback = None
    sources = {one.name: one for one in search([copy, folder / "schools.gpkg"]).sources if "schools" not in one.title}
    schools = next(one for one in search([folder / "schools.gpkg"]).sources)
    plan = Plan(
        folder / "gone",
        "gone",
        register=sources["factories"],
        layers={"zoning": sources["zoning"], "schools": schools},
        rules=str(BASELINE),
    )
    making = Setup(plan)
    making.write_files()
    list(making.build())
    (folder / "schools.gpkg").unlink()
    assert QgsVectorLayer(f"{folder / 'check.gpkg'}|layername=findings", "f", "ogr").featureCount() > 0
    return folder


@pytest.fixture(scope="module")
def drive(files, qgis_environment, root, tmp_path_factory):
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
    for name in ("QGIS_CUSTOM_CONFIG_PATH", "XDG_CONFIG_HOME"):
        environment.pop(name, None)
    home = tmp_path_factory.mktemp("home")
    (home / "Documents").mkdir()
    environment |= {
        "FACTORY_DESKTOP_OUT": str(out),
        "FACTORY_DEMO": str(files),
        "FACTORY_DRIVE": str(HERE / "drive.py"),
        "HOME": str(home),
    }
    window = [
        "qgis",
        "--nologo",
        "--noversioncheck",
        "--profiles-path",
        str(profiles),
        "--code",
        str(HERE / "project.py"),
    ]
    done = subprocess.run(
        ["timeout", "--kill-after=10", str(SECONDS), "xvfb-run", "-a", "-s", "-screen 0 1366x768x24", *window],
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
    folder = root / "build" / "screenshots" / f"qgis-{result['qgis'].split('-')[0]}"
    folder.mkdir(parents=True, exist_ok=True)
    for picture in sorted(out.glob("*.png")):
        shutil.copy(picture, folder)
    (folder / "project.json").write_text(json.dumps(result, indent=1), encoding="utf-8")
    assert not result["error"], f"step {result.get('step')!r}\n{result['error']}\n{said}"
    assert result["done"], f"QGIS ended in step {result.get('step')!r}\n{said}"
    return {**result, "status_code": done.returncode, "said": done.stdout + done.stderr}


def test_cancel_leaves_nothing(drive):
    assert drive["files_after_cancel"] == []
    assert drive["folder_after_cancel"] is False


def test_a_bad_folder_stops_the_first_page(drive):
    assert drive["next_with_bad_folder"] is False


def test_nothing_is_written_before_finish(drive):
    assert drive["files_before_finish"] == []


def test_roles_are_guessed_from_a_dropped_file(drive):
    guessed = drive["guessed"]
    assert {guessed[role] for role in ("zoning", "parks", "schools", "rivers")} == {
        "zoning",
        "parks",
        "schools",
        "rivers",
    }
    assert (guessed["hazard_zones"], guessed["admin"]) == ("flood_zones", "provinces")
    assert "factories" not in guessed


def test_the_project_opens_again_with_everything(drive):
    new = drive["new"]
    assert new["files"] == ["new/factories.qgz", "new/register.gpkg"]
    assert new["roles"].keys() >= {"factories", "zoning", "parks", "protected", "admin"}
    assert new["roles"]["factories"].endswith("register.gpkg|layername=factories")
    assert new["rules"].endswith("kh-baseline.yaml")
    assert new["crs"] == "EPSG:32648"
    assert len(new["bookmarks"]) == PROVINCES
    assert {"Phnom Penh", "Tboung Khmum"} <= set(new["bookmarks"])
    assert new["groups"] == ["Factories", "Surroundings", "Plans", "Base map"]
    assert new["status_widget"] == "ValueMap"
    assert new["dirty"] is False
    west, _south, east, _north = new["extent"]
    assert 200_000 < east - west < 2_000_000


def test_a_name_that_is_taken_is_told_beside_the_field(drive):
    (told,) = drive["same_name_told"]
    assert "factories.qgz" in told


def test_findings_are_related_to_the_register(drive):
    second = drive["second"]
    assert second["relations"] == {
        "factory_findings": ["Factories", "Findings", True],
        "finding_decisions": ["Findings", "Decisions", True],
    }
    assert drive["findings_found"].endswith("check.gpkg")
    assert second["joined"]
    assert "Fail" in second["classes"] or "fail" in str(second["classes"]).lower()
    assert second["findings"] > 0


def test_the_form_offers_the_lists_of_the_schema(drive):
    form = drive["second"]["form"]
    assert form["tabs"] == ["Factory", "Activity", "Place", "Location", "Findings"]
    assert max(form["findings"], default=0) >= 1
    assert form["offered"][:2] == ["Registered", "Applied for"]


def test_layers_only(drive):
    loaded = drive["loaded"]
    assert drive["colours"] == ["Activity", "Registration status"]
    assert loaded["groups"] == ["Factories", "Surroundings", "Plans", "Base map"]
    assert loaded["clusters"]
    assert len(loaded["classes"]) == 11
    assert loaded["roles"].keys() >= {"factories", "zoning", "parks", "protected", "schools"}


def test_a_layer_that_has_gone_is_told_where_it_matters(drive):
    assert "schools.gpkg is not there" in drive["broken"]["schools"]
    assert drive["broken"]["zoning"] == ""
    assert any("Schools" in text for text in drive["told"])


def test_the_window_breathes(drive):
    """The longest time without an event, QGIS's own opening of the project apart; other programs share the machine."""
    for name in ("reading", "making", "second", "loading"):
        assert drive[f"blocked_{name}_ms"] < 600 * patience(), name


def test_window_closes_without_a_crash_or_python_error(drive):
    assert drive["status_code"] == 0, drive["said"][-2000:]
    for word in ("Traceback", "Segmentation", "double free", "corrupt", "QGIS died"):
        assert word not in drive["said"]


def test_pictures_were_taken(drive, root):
    folder = root / "build" / "screenshots" / f"qgis-{drive['qgis'].split('-')[0]}"
    for picture in folder.glob("project-*.png"):
        assert os.path.getsize(picture) > 5000, picture
    assert (folder / "project-6-made.png").exists()

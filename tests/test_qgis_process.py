"""The real ``qgis_process`` binary: its exit status, its outputs, and no damage to memory.

QGIS puts the system's GDAL, PROJ and GEOS into the global symbol scope, and wheels then bind to those:
results can be right and the program still crash at its end. Tests inside pytest cannot see that.
"""

from __future__ import annotations

import json
import re
import sqlite3

import pytest

DAMAGE = re.compile(r"double free|corrupt|Segmentation|Aborted|stack smashing|invalid pointer|\(core dumped\)", re.I)
ALGORITHMS = (
    "check_zoning",
    "check_parks",
    "check_locations",
    "location_map",
    "create_register",
    "validate_rules",
)

pytestmark = pytest.mark.slow


def ended_well(done) -> None:
    said = f"exit status {done.returncode}\n{done.stdout}\n{done.stderr}"
    assert done.returncode == 0, said
    assert not DAMAGE.search(done.stdout + done.stderr), said
    assert "Traceback" not in done.stderr, said


def count(gpkg, table: str) -> int:
    with sqlite3.connect(f"file:{gpkg}?mode=ro", uri=True) as connection:
        return connection.execute(f'SELECT count(*) FROM "{table}"').fetchone()[0]


def tables(gpkg) -> set[str]:
    with sqlite3.connect(f"file:{gpkg}?mode=ro", uri=True) as connection:
        return {row[0] for row in connection.execute("SELECT table_name FROM gpkg_contents")}


def layers(demo_gpkg) -> list[str]:
    return [f"{role.upper()}={demo_gpkg}|layername={role}" for role in ("factories", "zoning", "parks")]


@pytest.fixture(scope="module")
def checked(qgis_process, demo_gpkg, tmp_path_factory):
    """The demo register checked once: the call, and the folder with what it wrote."""
    folder = tmp_path_factory.mktemp("checked")
    done = qgis_process(
        "--json",
        "run",
        "factory:check_locations",
        "--",
        *layers(demo_gpkg),
        f"OUTPUT={folder / 'findings.gpkg'}",
        f"SUMMARY={folder / 'summary.json'}",
    )
    return done, folder


def test_algorithms_are_listed(qgis_process):
    done = qgis_process("--json", "list")
    ended_well(done)
    providers = json.loads(done.stdout)["providers"]
    assert {f"factory:{name}" for name in ALGORITHMS} <= set(providers["factory"]["algorithms"])


@pytest.mark.parametrize("name", ALGORITHMS)
def test_help_is_there_for_every_parameter(qgis_process, name):
    done = qgis_process("--json", "help", f"factory:{name}")
    ended_well(done)
    described = json.loads(done.stdout)
    assert described["algorithm_details"]["name"]
    assert described["parameters"]


def test_check_locations_ends_well(checked):
    ended_well(checked[0])


def test_check_locations_answers_json(checked, demo_gpkg):
    done, folder = checked
    results = json.loads(done.stdout)["results"]
    assert results["OUTPUT"] == str(folder / "findings.gpkg")
    assert results["SUMMARY"] == str(folder / "summary.json")
    counts = json.loads((folder / "summary.json").read_text(encoding="utf-8"))["counts"]
    assert {"KH-ZON-01", "KH-PARK-01", "KH-PARK-02"} <= set(counts["rules"])
    # Factories, not findings: one may break several rules.
    assert sum(rule["fail"] for rule in counts["rules"].values()) >= results["FAILS"] == counts["verdicts"]["fail"] > 0


def test_check_locations_writes_its_tables(checked, demo_gpkg):
    findings = checked[1] / "findings.gpkg"
    assert {"findings", "evidence", "factory_summary", "layer_problems"} <= tables(findings)
    assert count(findings, "factory_summary") == count(demo_gpkg, "factories")


@pytest.mark.parametrize(("fail_on", "named"), [("1", "fail"), ("2", "undecided")])
def test_fail_on_is_an_exit_status_after_the_outputs(qgis_process, demo_gpkg, tmp_path, fail_on, named):
    """A scheduler sees the failure, and the findings are there all the same."""
    findings = tmp_path / "findings.gpkg"
    done = qgis_process(
        "run", "factory:check_locations", "--", *layers(demo_gpkg), f"FAIL_ON={fail_on}", f"OUTPUT={findings}"
    )
    said = done.stdout + done.stderr
    assert done.returncode not in (0, 134, 139, -6, -11), said
    assert not DAMAGE.search(said), said
    assert named in said.lower()
    assert count(findings, "factory_summary") == count(demo_gpkg, "factories")


@pytest.mark.parametrize("name", ["check_zoning", "check_parks"])
def test_single_checks_end_well(qgis_process, demo_gpkg, tmp_path, name):
    role = {"check_zoning": "zoning", "check_parks": "parks"}[name]
    checked = tmp_path / "checked.gpkg"
    done = qgis_process(
        "run",
        f"factory:{name}",
        "--",
        f"FACTORIES={demo_gpkg}|layername=factories",
        f"{role.upper()}={demo_gpkg}|layername={role}",
        f"OUTPUT={checked}",
    )
    ended_well(done)
    (table,) = tables(checked)
    assert count(checked, table) == count(demo_gpkg, "factories")


def test_create_register_ends_well(qgis_process, tmp_path):
    register = tmp_path / "register.gpkg"
    done = qgis_process("run", "factory:create_register", "--", f"OUTPUT={register}")
    ended_well(done)
    assert register.stat().st_size > 0


def test_location_map_ends_well(qgis_process, checked, demo_gpkg, tmp_path):
    picture = tmp_path / "map.png"
    done = qgis_process(
        "run",
        "factory:location_map",
        "--",
        f"FACTORIES={checked[1] / 'findings.gpkg'}|layername=factory_summary",
        "VERDICT_FIELD=verdict",
        f"ZONING={demo_gpkg}|layername=zoning",
        f"PARKS={demo_gpkg}|layername=parks",
        "DPI=96",
        f"OUTPUT={picture}",
    )
    ended_well(done)
    assert picture.read_bytes().startswith(b"\x89PNG")


def test_a_missing_layer_is_a_sentence_and_a_status(qgis_process, demo_gpkg, tmp_path):
    done = qgis_process(
        "run",
        "factory:check_locations",
        "--",
        f"FACTORIES={tmp_path / 'nowhere.gpkg'}",
        f"ZONING={demo_gpkg}|layername=zoning",
        f"OUTPUT={tmp_path / 'findings.gpkg'}",
    )
    assert done.returncode == 1, done.stdout + done.stderr
    assert "FACTORIES" in done.stderr or "nowhere.gpkg" in done.stderr
    assert "Traceback" not in done.stderr
    assert list(tmp_path.iterdir()) == []

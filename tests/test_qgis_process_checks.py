"""The checks through the real ``qgis_process``: exit status, JSON, FAIL_ON, help, paths as people type them."""

from __future__ import annotations

import json
import re
import shutil
import subprocess

import pytest
from factory_locations.tests import layers as L

pytestmark = pytest.mark.slow

DAMAGE = re.compile(r"double free|corrupt|Segmentation|Aborted|stack smashing|invalid pointer|core dumped", re.I)
FACTORIES = [
    (L.point(500, 500), "F1", "Lotus Garment", "1410", 10.0, "12", None),
    (L.point(500, 400), "F2", "Angkor Chemicals", "2011", 10.0, "12", None),
    (L.point(990, 500), "F3", "Tonle Electronics", "2610", 20.0, "12", None),
]
ZONES = [(L.box(0, 0, 1000), "Z1", "LIND", "Light", 2020), (L.box(1000, 0, 1000), "Z2", "RES", "Town", 2020)]
PARKS = [(L.box(-2000, 0, 1000), "SSEZ", "Sihanoukville SEZ", 2019)]


@pytest.fixture(scope="module")
def folder(qgis_app, tmp_path_factory):
    """A folder as people name them, with a GeoPackage in it."""
    made = tmp_path_factory.mktemp("desk") / "ឯកសារ of the GIS office (2026)"
    made.mkdir()
    L.saved(L.factories(FACTORIES), made / "the register.gpkg")
    L.saved(L.zoning(ZONES), made / "the register.gpkg")
    L.saved(L.parks(PARKS), made / "the register.gpkg")
    return made


def call(qgis_process, cwd, *arguments) -> subprocess.CompletedProcess:
    """Run the binary in a folder; whatever happens, memory stays whole and no Python error shows."""
    done = qgis_process(*arguments, cwd=cwd)
    said = f"exit status {done.returncode}\n{done.stdout}\n{done.stderr}"
    assert done.returncode not in (134, 139, -6, -11), said
    assert not DAMAGE.search(done.stdout + done.stderr), said
    assert "Traceback" not in done.stderr + done.stdout, said
    return done


def layers(source: str) -> list[str]:
    return [f"--{role.upper()}={source}|layername={role}" for role in ("factories", "zoning", "parks")]


@pytest.mark.parametrize("absolute", [True, False], ids=["absolute", "relative"])
def test_paths_with_spaces_and_khmer(qgis_process, folder, tmp_path, absolute):
    """From the folder itself by relative names, or from anywhere by absolute ones."""
    work = tmp_path / "ការងារ 1"
    shutil.copytree(folder, work)
    start = f"{work}/" if absolute else ""
    done = call(
        qgis_process, tmp_path if absolute else work,
        "--json", "run", "factory:check_locations", *layers(f"{start}the register.gpkg"),
        f"--OUTPUT={start}the findings.gpkg", f"--SUMMARY={start}the summary.json", "--ALL_ROWS=true",
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    results = json.loads(done.stdout)["results"]
    assert {"FAILS": 1, "UNDECIDED": 1, "NO_DATA": 0}.items() <= results.items()
    assert results["OUTPUT"].endswith("the findings.gpkg")
    assert results["FINDINGS"] == f"{results['OUTPUT']}|layername=findings"
    rows = {row["factory_id"]: row["verdict"] for row in L.rows(work / "the findings.gpkg", "factory_summary")}
    assert rows == {"F1": "pass", "F2": "fail", "F3": "undecided"}
    summary = json.loads((work / "the summary.json").read_text(encoding="utf-8"))
    assert summary["provenance"]["layers"][0]["source"] == "the register.gpkg|factories"
    assert sorted(path.name for path in work.iterdir()) == [
        "the findings.gpkg",
        "the register.gpkg",
        "the summary.json",
    ]


@pytest.mark.parametrize(("fail_on", "status"), [("0", 0), ("1", 1), ("2", 1)], ids=["nothing", "fail", "undecided"])
def test_fail_on_sets_the_exit_status_after_the_outputs(qgis_process, folder, tmp_path, fail_on, status):
    output, summary = tmp_path / "findings.gpkg", tmp_path / "summary.json"
    done = call(
        qgis_process, folder, "run", "factory:check_locations", *layers("the register.gpkg"),
        f"--OUTPUT={output}", f"--SUMMARY={summary}", f"--FAIL_ON={fail_on}",
    )  # fmt: skip
    assert done.returncode == status, done.stdout + done.stderr
    assert len(L.rows(output, "factory_summary")) == 3
    assert json.loads(summary.read_text(encoding="utf-8"))["counts"]["verdicts"]["fail"] == 1
    if status:
        counts = "fail 1" if fail_on == "1" else "fail 1, undecided 1"
        level = "fail" if fail_on == "1" else "fail or undecided"
        assert f"The outputs are written. Ended with an error as asked (FAIL_ON: {level}): {counts}." in done.stderr


GOOD = {"FACTORIES": "the register.gpkg|layername=factories", "ZONING": "the register.gpkg|layername=zoning"}


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"FACTORIES": "nowhere.gpkg"}, "Factories: there is no layer or file “nowhere.gpkg”."),
        ({"ZONING": GOOD["FACTORIES"]}, "Zoning: layer “factories” holds points (Point); polygons are needed."),
        ({"ZONE_FIELD": "klass"}, "Layer “zoning” has no field “klass” (ZONE_FIELD). It has: fid, zone_id"),
        ({"RULES": "none.yaml"}, "cannot be read: No such file or directory"),
        ({"DEFAULT_ACCURACY": "-3"}, "“-3” is no accuracy (DEFAULT_ACCURACY)"),
    ],
    ids=["file", "geometry", "field", "pack", "accuracy"],
)
def test_bad_input_is_a_sentence_and_a_status(qgis_process, folder, tmp_path, changed, told):
    before = L.checksums(folder)
    arguments = [f"--{name}={value}" for name, value in {**GOOD, **changed}.items()]
    done = call(
        qgis_process, folder, "run", "factory:check_locations", *arguments, f"--OUTPUT={tmp_path / 'findings.gpkg'}"
    )
    assert done.returncode == 1, done.stdout + done.stderr
    assert told in done.stderr + done.stdout
    assert list(tmp_path.iterdir()) == []
    assert L.checksums(folder) == before


def test_an_output_that_is_an_input_is_refused(qgis_process, folder):
    before = L.checksums(folder)
    for algorithm in ("check_locations", "check_zoning"):
        arguments = layers("the register.gpkg")[: 3 if algorithm == "check_locations" else 2]
        done = call(qgis_process, folder, "run", f"factory:{algorithm}", *arguments, "--OUTPUT=the register.gpkg")
        assert done.returncode == 1
        assert "inputs are never overwritten" in done.stderr + done.stdout
        assert L.checksums(folder) == before


def test_a_damaged_file_ends_the_program_in_order(qgis_process, folder, tmp_path):
    damaged = tmp_path / "damaged.gpkg"
    damaged.write_bytes((folder / "the register.gpkg").read_bytes()[:50_000])
    arguments = layers(str(damaged))
    done = call(qgis_process, folder, "run", "factory:check_locations", *arguments, f"--OUTPUT={tmp_path / 'f.gpkg'}")
    assert done.returncode == 1
    assert "It may be damaged" in done.stderr + done.stdout
    assert [path.name for path in tmp_path.iterdir()] == ["damaged.gpkg"]


@pytest.mark.parametrize("name", ["check_zoning", "check_parks", "check_locations"])
def test_help_explains_every_parameter(qgis_process, provider, folder, name):
    done = call(qgis_process, folder, "--json", "help", f"factory:{name}")
    assert done.returncode == 0
    described = json.loads(done.stdout)["parameters"]
    definitions = provider.algorithm(name).parameterDefinitions()
    assert set(described) == {p.name() for p in definitions}
    for parameter in definitions:
        assert described[parameter.name()]["description"] == parameter.description()
    shown = call(qgis_process, folder, "help", f"factory:{name}").stdout
    for parameter in definitions:
        assert parameter.name() in shown
    flat = " ".join(shown.split())
    assert "Radius in metres around the coordinate within which the true place lies." in flat

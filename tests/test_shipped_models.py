"""The models that ship: as their builder makes them, and run by the real program from end to end."""

from __future__ import annotations

import importlib.util
import json
import re
import sqlite3
from contextlib import closing

import pytest


@pytest.fixture(scope="module")
def builder(root):
    spec = importlib.util.spec_from_file_location("build_models", root / "data" / "models" / "build_models.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def models(root):
    return sorted((root / "data" / "models").glob("*.model3"))


def said(model):
    """What a model holds, apart from what each version of QGIS adds of its own."""
    steps = {
        name: (child.algorithmId(), {key: [str(one.toVariant()) for one in given] for key, given in sources.items()})
        for name, child in model.childAlgorithms().items()
        for sources in (child.parameterSources(),)
    }
    inputs = {one.name(): (one.type(), one.description(), int(one.flags())) for one in model.parameterDefinitions()}
    return steps, inputs, model.helpContent()


def test_the_files_are_those_that_the_builder_makes(builder, models, provider, tmp_path):
    from qgis.core import QgsProcessingModelAlgorithm

    assert [path.stem for path in models] == sorted(builder.MODELS)
    assert builder.main(tmp_path) == 0
    for path in models:
        shipped, made = QgsProcessingModelAlgorithm(), QgsProcessingModelAlgorithm()
        assert shipped.fromFile(str(path))
        assert made.fromFile(str(tmp_path / path.name))
        assert said(shipped) == said(made), path.name


def test_every_input_is_explained_and_every_step_is_there(models, provider):
    from qgis.core import QgsProcessingModelAlgorithm

    for path in models:
        model = QgsProcessingModelAlgorithm()
        assert model.fromFile(str(path))
        inputs = {parameter.name() for parameter in model.parameterDefinitions() if not parameter.isDestination()}
        assert {"ALG_DESC", *inputs} <= set(model.helpContent())
        for child in model.childAlgorithms().values():
            assert child.algorithm() is not None, child.algorithmId()
            known = {parameter.name() for parameter in child.algorithm().parameterDefinitions()}
            assert set(child.parameterSources()) <= known, child.algorithmId()


def rows(path, table):
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as connection:
        return connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]


@pytest.mark.slow
def test_the_monthly_report_runs_from_end_to_end(root, demo_gpkg, qgis_process, tmp_path):
    """Findings, safety zones, clusters, and a map that shows the zones by their classes."""
    layer = {name: f"{demo_gpkg}|layername={name}" for name in ("factories", "zoning", "parks", "provinces")}
    outputs = {
        "check_locations:Findings": "findings.gpkg",
        "check_locations:Summary": "summary.json",
        "safety_buffers:Safety zones": "safety.gpkg",
        "clusters:Clusters": "clusters.gpkg",
        "location_map:Map": "map.svg",
    }
    done = qgis_process(
        "run",
        str(root / "data" / "models" / "monthly-report.model3"),
        "--",
        *(f"{name.upper()}={value}" for name, value in layer.items()),
        *(f"RECEPTORS={demo_gpkg}|layername={name}" for name in ("schools", "hospitals")),
        "LANGUAGE=1",
        *(f"{name.upper()}={demo_gpkg}|layername={name}" for name in ("rivers", "protected")),
        *(f"{name}={tmp_path / file}" for name, file in outputs.items()),
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert rows(tmp_path / "findings.gpkg", "factory_summary") == rows(demo_gpkg, "factories")
    assert rows(tmp_path / "safety.gpkg", "zones") > rows(demo_gpkg, "factories")
    assert rows(tmp_path / "safety.gpkg", "by_province") > 0
    assert rows(tmp_path / "clusters.gpkg", "members") == rows(demo_gpkg, "factories")
    assert (tmp_path / "map.svg").stat().st_size > 100_000
    drawn = (tmp_path / "map.svg").read_text(encoding="utf-8")
    assert all(f">{word}<" in drawn for word in ("បន្ទាយមានជ័យ", "ទន្លេ", "តំបន់ការពារធម្មជាតិ"))


@pytest.mark.slow
def test_the_monthly_report_checks_the_whole_baseline(root, demo_gpkg, qgis_process, tmp_path):
    """With the layers that the rules are about, none of them is left unchecked, as in a check of its own."""
    names = (
        "factories", "zoning", "parks", "protected", "salt_farmland", "water_intakes", "wells", "rivers", "lakes",
        "residential", "schools", "hospitals", "pagodas", "markets",
    )  # fmt: skip
    layers = [f"{name.upper()}={demo_gpkg}|layername={name}" for name in names]
    layers += [f"HAZARD_ZONES={demo_gpkg}|layername=flood_zones", f"RULES={root / 'data/rules/kh-baseline.yaml'}"]
    alone, model = tmp_path / "alone.json", tmp_path / "model.json"
    outputs = [f"OUTPUT={tmp_path / 'alone.gpkg'}", f"SUMMARY={alone}"]
    done = qgis_process("run", "factory:check_locations", "--", *layers, *outputs)
    assert done.returncode == 0, done.stdout + done.stderr
    done = run_model(root, qgis_process, tmp_path, [*layers, f"check_locations:Summary={model}"])
    assert done.returncode == 0, done.stdout + done.stderr
    counts = json.loads(model.read_text(encoding="utf-8"))["counts"]
    assert counts == json.loads(alone.read_text(encoding="utf-8"))["counts"]
    assert len(counts["rules"]) == 11
    assert rows(tmp_path / "findings.gpkg", "factory_summary WHERE not_checked > 0") == 0


@pytest.mark.slow
def test_the_monthly_report_knows_decisions_and_the_accuracy_where_none_is_stated(
    root, demo_gpkg, qgis_process, tmp_path
):
    """An accepted finding is exempt, and 200 m leave more undecided: as in a check of its own."""
    layers = [f"{name.upper()}={demo_gpkg}|layername={name}" for name in ("factories", "zoning", "parks")]
    before, model = tmp_path / "before.gpkg", tmp_path / "findings.gpkg"
    done = qgis_process("run", "factory:check_locations", "--", *layers, "DEFAULT_ACCURACY=200", f"OUTPUT={before}")
    assert done.returncode == 0, done.stdout + done.stderr
    with closing(sqlite3.connect(before)) as connection, connection:
        (accepted,) = connection.execute("SELECT finding_id FROM findings WHERE verdict = 'fail' LIMIT 1").fetchone()
        decision = accepted, "accepted", "Permit of 2012"
        connection.execute("INSERT INTO exceptions (finding_id, decision, reason) VALUES (?, ?, ?)", decision)
    given = ["DEFAULT_ACCURACY=200", f"EXCEPTIONS={before}|layername=exceptions"]
    done = run_model(root, qgis_process, tmp_path, [*layers, *given])
    assert done.returncode == 0, done.stdout + done.stderr
    verdicts = dict(answers(before))
    assert verdicts.pop(accepted) == "fail"
    assert dict(answers(model)) == {**verdicts, accepted: "exempt"}


def answers(path):
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute("SELECT finding_id, verdict FROM findings").fetchall()


@pytest.mark.slow
def test_the_monthly_report_says_what_changed_since_an_earlier_check(root, demo_gpkg, qgis_process, tmp_path):
    """With the earlier findings the report has a second page."""
    layers = [f"{name.upper()}={demo_gpkg}|layername={name}" for name in ("factories", "zoning")]
    earlier = tmp_path / "earlier.gpkg"
    done = qgis_process("run", "factory:check_locations", "--", *layers, f"OUTPUT={earlier}")
    assert done.returncode == 0, done.stdout + done.stderr
    done = run_model(root, qgis_process, tmp_path, [*layers, f"EARLIER={earlier}"])
    assert done.returncode == 0, done.stdout + done.stderr
    written = (tmp_path / "report.pdf").read_bytes()
    assert re.findall(rb"/Type\s*/Pages.*?/Count\s+(\d+)", written, re.DOTALL)[-1] == b"2"


@pytest.mark.slow
def test_the_monthly_report_runs_with_no_more_than_it_needs(root, demo_gpkg, qgis_process, tmp_path):
    layers = [f"{name.upper()}={demo_gpkg}|layername={name}" for name in ("factories", "zoning")]
    done = run_model(root, qgis_process, tmp_path, layers)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "report.pdf" in {path.name for path in tmp_path.iterdir()}
    assert "summary.json" not in {path.name for path in tmp_path.iterdir()}


def run_model(root, qgis_process, folder, inputs):
    """Run the model with its four outputs that must be given."""
    outputs = {
        "check_locations:Findings": "findings.gpkg",
        "safety_buffers:Safety zones": "safety.gpkg",
        "clusters:Clusters": "clusters.gpkg",
        "location_map:Map": "report.pdf",
    }
    model = str(root / "data" / "models" / "monthly-report.model3")
    return qgis_process("run", model, "--", *inputs, *(f"{name}={folder / file}" for name, file in outputs.items()))

"""The algorithms as QGIS uses them: listed, described, in the background, in models, in batch, on project layers."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from factory_locations.tests import layers as L
from factory_locations.tests.cases import PARKS, ZONES, register

pytestmark = pytest.mark.slow  # whole runs, one after another: `make check` leaves them to `make test`

CASES = [
    ("permitted", 500, 500, "1410", 10, None),
    ("prohibited", 500, 400, "2011", 10, None),
    ("outside it", -1700, 500, "1410", 10, "SSEZ"),
    ("zones differ", 990, 500, "2610", 20, None),
]
VERDICTS = {"permitted": "pass", "prohibited": "fail", "outside it": "no data", "zones differ": "undecided"}


@pytest.fixture(scope="module")
def algorithms(provider):
    return {algorithm.name(): algorithm for algorithm in provider.algorithms()}


# --- what the toolbox shows ------------------------------------------------------------------------------------------

ENGLISH = re.compile(r"^[A-Z“(][^\n]*[^\s.,;:]$")


def test_every_algorithm_is_described(algorithms):
    assert {"check_zoning", "check_parks", "check_locations", "location_map", "create_register"} <= set(algorithms)
    groups = {"register": "Register", "checks": "Checks", "analysis": "Analysis", "reports": "Reports"}
    for name, algorithm in algorithms.items():
        assert algorithm.id() == f"factory:{name}"
        assert ENGLISH.match(algorithm.displayName()), name
        assert groups[algorithm.groupId()] == algorithm.group(), name
        assert len(algorithm.tags()) >= 3, name
        assert all(tag == tag.strip() and tag for tag in algorithm.tags()), name
        assert algorithm.shortDescription().endswith("."), name
        assert type(algorithm.createInstance()) is type(algorithm), name
        assert algorithm.createInstance() is not algorithm


def test_every_algorithm_has_an_icon_of_its_own(algorithms):
    paths = [Path(algorithm.svgIconPath()) for algorithm in algorithms.values()]
    assert all(path.is_file() for path in paths)
    assert len(set(paths)) == len(paths)
    assert not any(algorithm.icon().isNull() for algorithm in algorithms.values())


def test_every_parameter_is_explained(algorithms):
    for name, algorithm in algorithms.items():
        shown = algorithm.shortHelpString()
        for parameter in algorithm.parameterDefinitions():
            where = f"{name} {parameter.name()}"
            assert ENGLISH.match(parameter.description()), where
            assert parameter.help().strip().endswith((".", "?")), where
            assert parameter.help()[0].isupper() or parameter.help()[0] in "“0123456789", where
            assert parameter.help() in shown, where
            assert "  " not in parameter.help(), where


def test_algorithms_may_run_in_the_background_and_be_cancelled(algorithms):
    from qgis.core import QgsProcessingAlgorithm

    flag = QgsProcessingAlgorithm.Flag
    for name, algorithm in algorithms.items():
        flags = algorithm.flags()
        assert name == "location_map" or not flags & flag.FlagNoThreading, name  # layouts are drawn in the main thread
        assert flags & flag.FlagCanCancel, name
        assert not flags & flag.FlagHideFromToolbox, name
        assert not flags & flag.FlagHideFromModeler, name


def test_texts_are_tidy(algorithms):
    """No word twice, no space before a stop, no dots for an ellipsis, no straight quotes around words."""
    for algorithm in algorithms.values():
        parameters = algorithm.parameterDefinitions()
        texts = [algorithm.displayName(), algorithm.description(), *algorithm.tags()]
        texts += [text for parameter in parameters for text in (parameter.description(), parameter.help())]
        for text in texts:
            assert not re.search(r"\b([A-Za-z]+) \1\b", text), text
            assert not re.search(r"\s[,.;:](\s|$)", text), text
            assert not re.search(r'\.\.\.|"|\bi\.e\b|\betc\b', text), text


# --- in the background -----------------------------------------------------------------------------------------------


@pytest.fixture
def project(qgis_app):
    """The project, empty before and after, with layers added by ``project.add``."""
    from qgis.core import QgsProject

    instance = QgsProject.instance()
    instance.clear()
    yield instance
    instance.clear()


def add(project, *layers):
    for layer in layers:
        project.addMapLayer(layer)
    return layers


def in_background(algorithm_id: str, parameters: dict, project, seconds: float = 30.0):
    """Run as the toolbox does: a task on another thread; return results, success and the context."""
    from qgis.core import QgsApplication, QgsProcessingAlgRunnerTask, QgsProcessingContext, QgsProcessingFeedback
    from qgis.PyQt.QtCore import QEventLoop, QTimer

    algorithm = QgsApplication.processingRegistry().createAlgorithmById(algorithm_id)
    feedback = QgsProcessingFeedback(False)
    context = QgsProcessingContext()
    context.setProject(project)
    context.setFeedback(feedback)
    task = QgsProcessingAlgRunnerTask(algorithm, parameters, context, feedback)
    ended = []
    loop = QEventLoop()

    def end(successful, results):
        ended.append((successful, results))
        loop.quit()

    task.executed.connect(end)
    QTimer.singleShot(int(seconds * 1000), loop.quit)
    QgsApplication.taskManager().addTask(task)
    if not ended:
        loop.exec_() if hasattr(loop, "exec_") else loop.exec()
    assert ended, "the task did not end"
    return (*ended[0], context, feedback)


@pytest.mark.parametrize("saved", [False, True], ids=["memory", "file"])
@pytest.mark.parametrize("name", ["check_zoning", "check_parks", "check_locations"])
def test_runs_in_a_background_thread(project, provider, tmp_path, name, saved):
    """On layers of the open project, by their ids, in memory and in a file."""
    from qgis.core import QgsVectorLayer

    layers = {"FACTORIES": register(CASES), "ZONING": L.zoning(ZONES), "PARKS": L.parks(PARKS)}
    if saved:
        layers = {
            role: QgsVectorLayer(L.saved(layer, tmp_path / "in.gpkg", role.lower()), role, "ogr")
            for role, layer in layers.items()
        }
    add(project, *layers.values())
    wanted = {role: layer.id() for role, layer in layers.items() if provider.algorithm(name).parameterDefinition(role)}
    output = str(tmp_path / "out.gpkg")
    successful, results, _, _ = in_background(f"factory:{name}", {**wanted, "OUTPUT": output}, project)
    assert successful
    assert results["OUTPUT"] == output
    table = "factory_summary" if name == "check_locations" else "out"
    assert len(L.rows(output, table)) == len(CASES)


def test_a_background_run_that_fails_says_why(project, provider, tmp_path):
    add(project, layer := L.zoning([(None, "Z")]))
    given = {"FACTORIES": register(CASES), "ZONING": layer.id(), "RULES": str(tmp_path / "none.yaml")}
    successful, _, _, feedback = in_background(
        "factory:check_zoning", {**given, "OUTPUT": str(tmp_path / "o.gpkg")}, project
    )
    assert not successful
    assert "cannot be read: No such file or directory" in feedback.textLog()
    assert list(tmp_path.iterdir()) == []


# --- layers of the project as users have them ------------------------------------------------------------------------


def verdicts(result) -> dict[str, str]:
    from qgis.core import QgsVectorLayer

    layer = QgsVectorLayer(result, "r", "ogr") if isinstance(result, str) else result
    return {feature["factory_id"]: feature["zone_verdict"] for feature in layer.getFeatures()}


def in_memory_or_file(tmp_path, saved):
    from qgis.core import QgsVectorLayer

    layer = register(CASES)
    return QgsVectorLayer(L.saved(layer, tmp_path / "in.gpkg"), "register", "ogr") if saved else layer


both = pytest.mark.parametrize("saved", [False, True], ids=["memory", "file"])


@both
def test_selected_features_only(run, project, tmp_path, saved):
    from qgis.core import QgsProcessingFeatureSourceDefinition

    (layer,) = add(project, in_memory_or_file(tmp_path, saved))
    ids = {feature["factory_id"]: feature.id() for feature in layer.getFeatures()}
    layer.selectByIds([ids["permitted"], ids["prohibited"]])
    given = {"ZONING": L.zoning(ZONES), "OUTPUT": "memory:"}
    chosen = QgsProcessingFeatureSourceDefinition(layer.id(), True)
    assert verdicts(run("check_zoning", {"FACTORIES": chosen, **given})["OUTPUT"]) == {
        "permitted": "pass", "prohibited": "fail",
    }  # fmt: skip
    assert verdicts(run("check_zoning", {"FACTORIES": layer.id(), **given})["OUTPUT"]) == VERDICTS
    assert layer.selectedFeatureCount() == 2


@both
def test_a_filtered_layer(run, project, tmp_path, saved):
    (layer,) = add(project, in_memory_or_file(tmp_path, saved))
    assert layer.setSubsetString("\"isic\" = '1410'")
    given = {"FACTORIES": layer.id(), "ZONING": L.zoning(ZONES), "OUTPUT": "memory:"}
    assert verdicts(run("check_zoning", given)["OUTPUT"]) == {"permitted": "pass", "outside it": "no data"}


@both
def test_a_limited_number_of_features(run, project, tmp_path, saved):
    from qgis.core import QgsProcessingFeatureSourceDefinition

    (layer,) = add(project, in_memory_or_file(tmp_path, saved))
    first = QgsProcessingFeatureSourceDefinition(layer.id(), False, 2)
    given = {"FACTORIES": first, "ZONING": L.zoning(ZONES), "OUTPUT": "memory:"}
    assert verdicts(run("check_zoning", given)["OUTPUT"]) == {"permitted": "pass", "prohibited": "fail"}


@both
def test_uncommitted_edits_count_and_stay_uncommitted(run, project, tmp_path, saved):
    """An activity changed, a factory moved, one added, one deleted: judged as on the screen, saved nowhere."""
    from qgis.core import QgsFeature, QgsGeometry

    (layer,) = add(project, in_memory_or_file(tmp_path, saved))
    before = L.rows(tmp_path / "in.gpkg", "factories") if saved else []
    ids = {feature["factory_id"]: feature.id() for feature in layer.getFeatures()}
    assert layer.startEditing()
    layer.changeAttributeValue(ids["permitted"], layer.fields().lookupField("isic"), "2011")
    layer.changeGeometry(ids["zones differ"], QgsGeometry.fromWkt(L.point(1500, 500)))
    layer.deleteFeature(ids["prohibited"])
    added = QgsFeature(layer.fields())
    added.setGeometry(QgsGeometry.fromWkt(L.point(500, 500)))
    added["factory_id"], added["isic"] = "new", "1410"
    assert layer.addFeature(added)
    result = run("check_zoning", {"FACTORIES": layer.id(), "ZONING": L.zoning(ZONES), "OUTPUT": "memory:"})
    assert verdicts(result["OUTPUT"]) == {
        "permitted": "fail", "outside it": "no data", "zones differ": "fail", "new": "pass",
    }  # fmt: skip
    run(
        "check_locations",
        {"FACTORIES": layer.id(), "ZONING": L.zoning(ZONES), "OUTPUT": str(tmp_path / "findings.gpkg")},
    )
    rows = {row["factory_id"]: row["zone_verdict"] for row in L.rows(tmp_path / "findings.gpkg", "factory_summary")}
    assert rows["new"] == "pass"
    assert layer.isEditable()
    assert layer.isModified()
    assert {f["factory_id"] for f in layer.dataProvider().getFeatures()} == set(VERDICTS)
    layer.rollBack()
    assert (L.rows(tmp_path / "in.gpkg", "factories") if saved else []) == before


@both
def test_an_activity_by_expression(run, project, tmp_path, saved):
    """A virtual field serves where the register has no activity of its own."""
    from factory_locations.processing.fields import make_field

    (layer,) = add(project, in_memory_or_file(tmp_path, saved))
    layer.addExpressionField("'2' || '011'", make_field("by_expression", "text"))
    given = {"FACTORIES": layer.id(), "ZONING": L.zoning(ZONES[:1]), "OUTPUT": "memory:"}
    result = run("check_zoning", {**given, "ACTIVITY_FIELD": "by_expression"})["OUTPUT"]
    assert verdicts(result)["permitted"] == "fail"
    (feature,) = [f for f in result.getFeatures() if f["factory_id"] == "permitted"]
    assert feature["by_expression"] == "2011"


def test_a_joined_field_of_the_zoning_layer(run, project):
    """Zone codes that come from a table joined by the zone's id."""
    from qgis.core import QgsVectorLayerJoinInfo

    codes = L.layer("NoGeometry", (("zone_id", "text"), ("klass", "text")), [(None, "Z1", "RES")], name="codes")
    shapes = L.layer("Polygon", (("zone_id", "text"),), [(L.box(0, 0, 2000), "Z1")], name="shapes")
    add(project, codes, shapes)
    join = QgsVectorLayerJoinInfo()
    join.setJoinLayer(codes)
    join.setJoinFieldName("zone_id")
    join.setTargetFieldName("zone_id")
    join.setPrefix("j_")
    assert shapes.addJoin(join)
    given = {"FACTORIES": register(CASES[:2]), "ZONING": shapes.id(), "ZONE_FIELD": "j_klass", "OUTPUT": "memory:"}
    result = run("check_zoning", given)["OUTPUT"]
    assert {feature["zone_code"] for feature in result.getFeatures()} == {"RES"}


# --- what is loaded afterwards ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["check_zoning", "check_parks", "check_locations", "create_register"])
@pytest.mark.parametrize("where", ["TEMPORARY_OUTPUT", "file"])
def test_the_toolbox_loads_what_was_written_and_nothing_else(run, project, tmp_path, name, where):
    """“Open output file after running”: every layer that QGIS is told to load can be loaded."""
    from qgis.core import (
        QgsProcessingContext,
        QgsProcessingFeedback,
        QgsProcessingOutputLayerDefinition,
        QgsProcessingUtils,
    )

    target = str(tmp_path / "out.gpkg") if where == "file" else where
    context = QgsProcessingContext()
    context.setProject(project)
    given = {
        "FACTORIES": register(CASES), "ZONING": L.zoning(ZONES), "PARKS": L.parks(PARKS),
        "OUTPUT": QgsProcessingOutputLayerDefinition(target, project),
    }  # fmt: skip
    feedback = QgsProcessingFeedback(False)
    from qgis.core import QgsApplication

    algorithm = QgsApplication.processingRegistry().createAlgorithmById(f"factory:{name}")
    given = {key: value for key, value in given.items() if algorithm.parameterDefinition(key)}
    assert algorithm.checkParameterValues(given, context)[0]
    _, successful = algorithm.run(given, context, feedback, {}, False)
    assert successful, feedback.textLog()
    wanted = context.layersToLoadOnCompletion()
    loaded = {source: QgsProcessingUtils.mapLayerFromString(source, context, True) for source in wanted}
    assert all(layer is not None and layer.isValid() for layer in loaded.values()), wanted
    names = [details.name for details in wanted.values()]
    if name == "check_locations":
        assert sorted(names) == ["Evidence lines", "Factories by verdict", "Findings"]
    else:
        assert len(names) == 1


# --- models ----------------------------------------------------------------------------------------------------------


def child(model, name: str, algorithm: str, sources: dict, outputs: dict | None = None):
    """Add a step to a model; sources map a parameter to a list of model child sources."""
    from qgis.core import QgsProcessingModelChildAlgorithm, QgsProcessingModelOutput

    step = QgsProcessingModelChildAlgorithm(algorithm)
    step.setChildId(name)
    step.setDescription(name)
    for parameter, source in sources.items():
        step.addParameterSources(parameter, [source])
    listed = {}
    for output, label in (outputs or {}).items():
        made = QgsProcessingModelOutput(label)
        made.setChildId(name)
        made.setChildOutputName(output)
        listed[label] = made
    step.setModelOutputs(listed)
    model.addChildAlgorithm(step)


@pytest.fixture
def source():
    from qgis.core import QgsProcessingModelChildParameterSource

    return QgsProcessingModelChildParameterSource


def model_with_layers(source):
    from qgis.core import (
        QgsProcessingModelAlgorithm,
        QgsProcessingModelParameter,
        QgsProcessingParameterFeatureSource,
    )

    model = QgsProcessingModelAlgorithm("check", "tests")
    for name in ("FACTORIES", "ZONING", "PARKS"):
        model.addModelParameter(
            QgsProcessingParameterFeatureSource(name, name.title()), QgsProcessingModelParameter(name)
        )
    return model


def run_model(model, parameters, project):
    from qgis.core import QgsProcessingContext, QgsProcessingFeedback

    context = QgsProcessingContext()
    context.setProject(project)
    feedback = QgsProcessingFeedback(False)
    results, successful = model.run(parameters, context, feedback, {}, False)
    assert successful, feedback.textLog()
    return results, context


def test_a_model_takes_the_output_further(provider, project, source):
    """check_zoning, then QGIS's own extract by expression: the factories that fail."""
    model = model_with_layers(source)
    child(
        model, "zoning", "factory:check_zoning",
        {"FACTORIES": source.fromModelParameter("FACTORIES"), "ZONING": source.fromModelParameter("ZONING")},
    )  # fmt: skip
    child(
        model, "extract", "native:extractbyexpression",
        {
            "INPUT": source.fromChildOutput("zoning", "OUTPUT"),
            "EXPRESSION": source.fromStaticValue("\"zone_verdict\" = 'fail'"),
        },
        {"OUTPUT": "failing"},
    )  # fmt: skip
    given = {"FACTORIES": register(CASES), "ZONING": L.zoning(ZONES), "PARKS": L.parks(PARKS)}
    results, context = run_model(model, {**given, "extract:failing": "memory:"}, project)
    failing = context.takeResultLayer(results["extract:failing"])
    assert [feature["factory_id"] for feature in failing.getFeatures()] == ["prohibited"]


def test_a_model_uses_the_findings_and_the_numbers(provider, project, source, tmp_path):
    """check_locations, then a step on each of its layers; its numbers and file are outputs of the model."""
    model = model_with_layers(source)
    child(
        model, "check", "factory:check_locations",
        {
            **{name: source.fromModelParameter(name) for name in ("FACTORIES", "ZONING", "PARKS")},
            "SUMMARY": source.fromStaticValue(str(tmp_path / "summary.json")),
        },
        {"OUTPUT": "gpkg"},
    )  # fmt: skip
    for layer, expression in (
        ("FINDINGS", "\"rule_id\" = 'KH-PARK-01'"),
        ("FACTORIES_CHECKED", "\"verdict\" = 'fail'"),
        ("EVIDENCE", '"measured_m" > 100'),
    ):
        child(
            model, f"use{layer}", "native:extractbyexpression",
            {"INPUT": source.fromChildOutput("check", layer), "EXPRESSION": source.fromStaticValue(expression)},
            {"OUTPUT": "used"},
        )  # fmt: skip
    given = {"FACTORIES": register(CASES), "ZONING": L.zoning(ZONES), "PARKS": L.parks(PARKS)}
    used = {f"use{layer}:used": "memory:" for layer in ("FINDINGS", "FACTORIES_CHECKED", "EVIDENCE")}
    results, context = run_model(model, {**given, "check:gpkg": str(tmp_path / "findings.gpkg"), **used}, project)
    taken = {key: context.takeResultLayer(results[key]) for key in used}
    ids = {key: sorted(f["factory_id"] for f in layer.getFeatures()) for key, layer in taken.items()}
    assert ids == {
        "useFINDINGS:used": ["outside it"],
        "useFACTORIES_CHECKED:used": ["outside it", "prohibited"],
        "useEVIDENCE:used": ["outside it"],
    }
    assert (tmp_path / "summary.json").is_file()
    assert results["check:gpkg"] == str(tmp_path / "findings.gpkg")


def test_a_model_step_that_is_refused_leaves_nothing(provider, project, source, tmp_path):
    """Models do not ask checkParameterValues: the same sentences come from the run itself."""
    from qgis.core import QgsProcessingContext, QgsProcessingException, QgsProcessingFeedback

    model = model_with_layers(source)
    child(
        model, "check", "factory:check_locations",
        {name: source.fromModelParameter(name) for name in ("FACTORIES", "ZONING", "PARKS")},
        {"OUTPUT": "gpkg"},
    )  # fmt: skip
    given = {
        "FACTORIES": register(CASES),
        "ZONING": L.layer("LineString", (("a", "text"),), [], name="roads"),
        "PARKS": L.parks(PARKS),
    }
    context, feedback = QgsProcessingContext(), QgsProcessingFeedback(False)
    context.setProject(project)
    with pytest.raises(QgsProcessingException) as refusal:
        model.run({**given, "check:gpkg": str(tmp_path / "findings.gpkg")}, context, feedback, {}, False)
    told = str(refusal.value) + feedback.textLog()  # in the one or the other, by version of QGIS
    assert "Zoning: layer “roads” holds lines (LineString); polygons are needed." in told
    assert list(tmp_path.iterdir()) == []


# --- batch -----------------------------------------------------------------------------------------------------------


def test_batch_runs_are_independent(run, tmp_path):
    """One algorithm object after another with other inputs, as the batch window does; a failing row harms no other."""
    from qgis.core import (
        QgsApplication,
        QgsProcessingContext,
        QgsProcessingException,
        QgsProcessingFeedback,
        QgsProject,
    )

    template = QgsApplication.processingRegistry().createAlgorithmById("factory:check_locations")
    rows = [
        {"FACTORIES": register(CASES[:2]), "ZONING": L.zoning(ZONES)},
        {"FACTORIES": register([]), "ZONING": L.zoning(ZONES)},
        {"FACTORIES": register(CASES[2:]), "PARKS": L.parks(PARKS)},
    ]
    fails = []
    for i, row in enumerate(rows):
        context = QgsProcessingContext()
        context.setProject(QgsProject.instance())
        output = str(tmp_path / f"{i}.gpkg")
        try:
            results, _ = template.run({**row, "OUTPUT": output}, context, QgsProcessingFeedback(False), {}, False)
            fails.append(results["FAILS"])
        except QgsProcessingException as error:
            fails.append(str(error))
    assert fails[0] == 1
    assert "has no features" in fails[1]
    assert fails[2] == 1
    assert sorted(path.name for path in tmp_path.iterdir()) == ["0.gpkg", "2.gpkg"]


def test_an_algorithm_says_how_to_call_it(algorithms):
    """“Copy as Python command” and “as qgis_process command” work for every parameter."""
    from qgis.core import QgsProcessingContext

    given = {"FACTORIES": "a.gpkg|layername=factories", "ZONING": "a.gpkg|layername=zoning", "OUTPUT": "out.gpkg"}
    command = algorithms["check_locations"].asPythonCommand(given, QgsProcessingContext())
    assert command.startswith('processing.run("factory:check_locations", {')
    assert "'OUTPUT':'out.gpkg'" in command

"""Reports: what each needs, what it is called, the runs it becomes, and the queue that makes them."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path
from tempfile import gettempdir
from types import SimpleNamespace

import pytest

DAY = date(2026, 11, 27)
FIELDS = ["factory_id:string", "name_en:string", "isic:string", "province_code:string", "loc_accuracy_m:double"]
FACTORIES = [
    ["POINT(490000 1270000)", "F1", "Lotus", "1410", "08", 5.0],
    ["POINT(491000 1271000)", "F2", "O'Rice", "1061", "8", 5.0],
    ["POINT(340000 1180000)", "F3", "Bayon", "2394", "18", 5.0],
]


@pytest.fixture
def register(project, make_layer):
    layer = make_layer("Register", "Point", FIELDS, FACTORIES)
    project.addMapLayer(layer)
    return layer


@pytest.fixture
def canvas(qgis_app):
    from qgis.gui import QgsMapCanvas

    return QgsMapCanvas()


@pytest.fixture
def in_file(project, register, tmp_path):
    """The same register in a GeoPackage."""
    from qgis.core import QgsCoordinateTransformContext, QgsVectorFileWriter, QgsVectorLayer

    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName, options.layerName = "GPKG", "factories"
    path = tmp_path / "register.gpkg"
    code = QgsVectorFileWriter.writeAsVectorFormatV3(register, str(path), QgsCoordinateTransformContext(), options)
    assert code[0] == QgsVectorFileWriter.WriterError.NoError
    layer = QgsVectorLayer(f"{path}|layername=factories", "In a file", "ogr")
    project.addMapLayer(layer)
    return layer


@pytest.fixture
def have(register):
    """A register and nothing else."""
    from factory_locations.qgis_plugin.panel.reports.materials import Materials

    return Materials(register=register, parameters={"FACTORIES": register.id()})


@pytest.fixture
def checked(have, findings_gpkg, project):
    """A register with a check."""
    from dataclasses import replace
    from datetime import datetime

    from factory_locations.qgis_plugin.project.results import add_results

    layers = add_results(project, str(findings_gpkg), datetime(2026, 11, 20, 8, 0))
    return replace(have, results=layers)


def template(key):
    from factory_locations.qgis_plugin.panel.reports.templates import TEMPLATES

    return next(one for one in TEMPLATES if one.key == key)


def kandal():
    from factory_locations.qgis_plugin.panel.reports.scopes import PROVINCE, Scope

    return Scope(PROVINCE, 2, code="08", written=("08", "8"), fids=(1, 2), ids=("F1", "F2"))


# -- what each needs -----------------------------------------------------------------------------------


def test_nothing_but_the_rules_can_be_made_of_an_empty_project(qgis_app):
    from factory_locations.qgis_plugin.panel.reports.materials import Materials
    from factory_locations.qgis_plugin.panel.reports.templates import TEMPLATES

    why = {one.key: one.lacks(Materials()) for one in TEMPLATES}
    assert [key for key, sentence in why.items() if not sentence] == ["rules"]
    assert "run a check" in why["findings"]
    assert all("tab Check" in sentence for key, sentence in why.items() if key != "rules")


def test_a_register_alone_can_be_mapped_and_measured_but_not_certified(have):
    assert template("map").lacks(have) == ""
    assert template("quality").lacks(have) == ""
    assert "zoning or a parks layer" in template("certificates").lacks(have)
    assert "zoning layer" in template("monthly").lacks(have)


def test_the_monthly_report_needs_the_registers_own_field_names(have):
    have.parameters.update(ZONING="z", FACTORY_ID_FIELD="nr")
    assert "field names" in template("monthly").lacks(have)
    del have.parameters["FACTORY_ID_FIELD"]
    assert template("monthly").lacks(have) == ""


def test_findings_can_be_listed_after_a_check(checked):
    assert template("findings").lacks(checked) == ""


def test_a_rule_that_asks_for_no_distance_has_an_empty_cell_and_no_zero(make_layer):
    from factory_locations.qgis_plugin.panel.reports.sheets import findings_columns
    from qgis.core import QgsExpression, QgsExpressionContext, QgsExpressionContextUtils

    rows = [["POINT(0 0)", "F1", 0.0], ["POINT(0 0)", "F2", 300.0], ["POINT(0 0)", "F3", None]]
    layer = make_layer("Findings", "Point", ["factory_id:string", "required_m:double"], rows)
    column = next(one for one in findings_columns(layer.fields()) if one["name"] == "Required (m)")
    expression = QgsExpression(column["expression"])
    context = QgsExpressionContext(QgsExpressionContextUtils.globalProjectLayerScopes(layer))
    values = {}
    for feature in layer.getFeatures():
        context.setFeature(feature)
        value = expression.evaluate(context)
        values[feature["factory_id"]] = value if isinstance(value, float) else None
    assert values == {"F1": None, "F2": 300.0, "F3": None}


def test_every_template_says_what_it_is_for(qgis_app):
    from factory_locations.processing.paths import ICONS
    from factory_locations.qgis_plugin.panel.reports.templates import TEMPLATES, file_word, purpose, title

    for one in TEMPLATES:
        assert title(one.key)
        assert purpose(one.key).endswith(".")
        assert file_word(one.key)
        assert (ICONS / f"{one.icon}.svg").is_file()


# -- scopes --------------------------------------------------------------------------------------------


def test_a_province_is_found_in_every_spelling_of_its_code(register):
    condition = kandal().condition(register.fields(), "factory_id", "province_code")
    assert condition == "trim(\"province_code\") IN ('08','8')"
    register.selectByExpression(condition)
    assert {feature["factory_id"] for feature in register.selectedFeatures()} == {"F1", "F2"}


def test_a_province_in_a_field_of_numbers(make_layer):
    layer = make_layer("N", "Point", ["factory_id:string", "code:integer"])
    assert kandal().condition(layer.fields(), "factory_id", "code") == '"code" IN (8)'


def test_selected_factories_with_quotes_in_their_ids(make_layer):
    from factory_locations.qgis_plugin.panel.reports.scopes import SELECTED, Scope

    layer = make_layer("Q", "Point", ["factory_id:string"], [["POINT(0 0)", "O'1"], ["POINT(1 1)", 'P"2'], [None, "3"]])
    condition = Scope(SELECTED, 2, ids=("O'1", 'P"2')).condition(layer.fields(), "factory_id", "")
    layer.selectByExpression(condition)
    assert layer.selectedFeatureCount() == 2


def test_a_layer_without_the_field_is_told(checked):
    from factory_locations.qgis_plugin.panel.reports.ordering import OrderError, jobs

    assert checked.results.factories.fields().lookupField("province_code") < 0
    with pytest.raises(OrderError, match="province_code"):
        jobs(choice_of("map", (kandal(),)), checked)


def test_scopes_of_a_register_as_it_was_read(qgis_app):
    from factory_locations.qgis_plugin.panel.register.columns import Raw, build
    from factory_locations.qgis_plugin.panel.reports.offers import provinces_of

    raw = Raw(("id", "province"), [1, 2, 3, 4], (["F1", "F2", "F3", "F4"], ["08", "8", "18", None]))
    found = {one.code: one for one in provinces_of(build(raw))}
    assert set(found) == {"08", "18"}
    assert (found["08"].count, found["08"].written, found["08"].ids) == (2, ("08", "8"), ("F1", "F2"))


# -- names ---------------------------------------------------------------------------------------------


def choice_of(key, scopes, languages=("en",), name="map", folder=Path(), suffix=None):
    from factory_locations.qgis_plugin.panel.reports.ordering import Choice

    one = template(key)
    return Choice(one, scopes, languages, suffix or one.formats[0], Path(folder), name, DAY)


def test_a_name_says_what_about_what_and_when(qgis_app):
    from factory_locations.qgis_plugin.panel.reports.ordering import proposed
    from factory_locations.qgis_plugin.panel.reports.scopes import Scope

    assert proposed(template("map"), [kandal()], DAY) == "map_Kandal_2026-11-27"
    assert proposed(template("quality"), [Scope()], DAY) == "quality_2026-11-27"


def test_one_file_for_each_province_and_language(qgis_app):
    from factory_locations.qgis_plugin.panel.register.lists import provinces
    from factory_locations.qgis_plugin.panel.reports.scopes import PROVINCE, Scope

    every = tuple(Scope(PROVINCE, 1, code=code, written=(code,)) for code in provinces(False))
    stems = choice_of("map", every, ("en", "km"), "map_2026-11-27").stems
    assert len(every) == 25
    assert len(set(stems)) == 50
    assert stems[:2] == ["map_2026-11-27_Banteay_Meanchey_en", "map_2026-11-27_Banteay_Meanchey_km"]


def test_bad_folders_and_names_are_told(tmp_path):
    from factory_locations.qgis_plugin.panel.reports.names import problem

    assert problem(str(tmp_path), "map") == ("", "")
    folder, name = problem(str(tmp_path / "none"), "a/b")
    assert "There is no folder" in folder
    assert "cannot hold" in name
    assert all(problem("", ""))
    assert "too long" in problem(str(tmp_path), "x" * 200)[1]
    assert "at most 80 characters" in problem(str(tmp_path), "ខ" * 100)[1]  # a file system counts bytes


def test_a_number_where_any_of_the_files_is_there(tmp_path):
    from factory_locations.qgis_plugin.panel.reports.names import free_stem

    (tmp_path / "report_findings.gpkg").touch()
    (tmp_path / "report_2.pdf").touch()
    assert free_stem(tmp_path, "report", [".pdf", "_findings.gpkg"]) == "report_3"


def test_the_folder_is_remembered_in_the_project(project, tmp_path, documents):
    from factory_locations.qgis_plugin.panel.reports.names import remember_folder, remembered_folder

    assert remembered_folder(project) == str(documents)
    remember_folder(project, str(documents))
    assert not project.isDirty()  # the usual one is nothing to remember
    remember_folder(project, str(tmp_path))
    assert remembered_folder(project) == str(tmp_path)


# -- the runs that a report becomes --------------------------------------------------------------------


def order(scope, language="en", suffix=".pdf"):
    from factory_locations.qgis_plugin.panel.reports.templates import Order

    return Order(scope, language, suffix, DAY)


def test_a_map_of_a_province_before_any_check(have, register):
    from factory_locations.qgis_plugin.panel.reports.steps import Excerpt, Result

    (step,) = template("map").steps(have, order(kandal()))
    assert (step.algorithm, step.language) == ("factory:location_map", "en")
    assert step.parameters["FACTORIES"] == Excerpt(register.id(), expression=kandal().features)
    assert step.parameters["TITLE"] == "Factories: Kandal"
    assert step.parameters["SUBTITLE"] == "Register of 27 November 2026, not checked"
    assert step.parameters["OUTPUT"] == Result(".pdf")
    assert step.parameters["LANGUAGE"] == 0


def test_a_map_of_what_a_check_found_names_its_day(checked):
    from factory_locations.qgis_plugin.panel.reports.scopes import SELECTED, Scope

    picked = Scope(SELECTED, 1, ids=("F2",))
    (step,) = template("map").steps(checked, order(picked, "km"))
    assert step.parameters["FACTORIES"].layer_id == checked.results.factories.id()
    assert step.parameters["FACTORIES"].condition == "trim(\"factory_id\") IN ('F2')"
    assert step.parameters["EVIDENCE"].layer_id == checked.results.evidence.id()
    assert step.language == "km"
    assert step.parameters["LANGUAGE"] == 1
    assert "វិច្ឆិកា" in step.parameters["SUBTITLE"]  # November


def test_a_map_has_the_lakes_and_rivers_of_the_project(have, project, make_layer):
    from dataclasses import replace

    from factory_locations.qgis_plugin.panel.reports.steps import Excerpt

    lakes = make_layer("Lakes", "Polygon", ["name:string"])
    project.addMapLayer(lakes)
    (step,) = template("map").steps(replace(have, water=(lakes.id(),)), order(kandal()))
    assert step.parameters["CONTEXT"] == (Excerpt(lakes.id()),)
    (step,) = template("map").steps(have, order(kandal()))
    assert "CONTEXT" not in step.parameters


def test_the_monthly_report_is_made_in_the_language_that_was_chosen(have):
    from factory_locations.qgis_plugin.panel.reports.scopes import WHOLE, Scope

    have.parameters["ZONING"] = "z"
    for language, number in (("en", 0), ("km", 1)):
        (step,) = template("monthly").steps(have, order(Scope(WHOLE, 2), language))
        assert (step.language, step.parameters["LANGUAGE"]) == (language, number)


def test_the_monthly_report_checks_as_the_panel_does(have, findings_gpkg, no_settings):
    """Decisions count, and so does the accuracy of the options."""
    from dataclasses import replace

    from factory_locations.processing.checks.history import Decision
    from factory_locations.qgis_plugin import settings
    from factory_locations.qgis_plugin.panel.reports.scopes import Scope
    from factory_locations.qgis_plugin.project.decisions import record

    have.parameters["ZONING"] = "z"
    have = replace(have, decided=(findings_gpkg,))
    (step,) = template("monthly").steps(have, order(Scope()))
    assert {"EXCEPTIONS", "DEFAULT_ACCURACY"}.isdisjoint(step.parameters)
    record(findings_gpkg, {"finding_id": "a2"}, Decision("a2", "accepted", "Permit of 2012", "Dara", DAY, None))
    settings.set_accuracy_m(200.0)
    (step,) = template("monthly").steps(have, order(Scope()))
    assert step.parameters["EXCEPTIONS"] == f"{findings_gpkg}|layername=exceptions"
    assert step.parameters["DEFAULT_ACCURACY"] == 200.0


def test_what_the_map_shows_becomes_an_extent(have):
    from factory_locations.qgis_plugin.panel.reports.scopes import VIEW, Scope

    (step,) = template("map").steps(have, order(Scope(VIEW, extent="1,2,3,4 [EPSG:32648]")))
    assert step.parameters["EXTENT"] == "1,2,3,4 [EPSG:32648]"
    assert step.parameters["FACTORIES"].condition == ""


def test_certificates_take_the_register_for_sites(have, register, provider):
    from factory_locations.processing.fields import make_field
    from factory_locations.qgis_plugin import settings

    assert register.dataProvider().addAttributes([make_field("sez", "text")])
    register.updateFields()
    have.parameters.update(ZONING="zoning_id", DECLARED_PARK_FIELD="sez")
    settings.set_accuracy_m(40.0)
    (step,) = template("certificates").steps(have, order(kandal()))
    assert (step.parameters["ACCURACY"], step.parameters["DEFAULT_ACCURACY"]) == (40.0, 40.0)
    assert step.parameters["SITES"].expression == kandal().features
    assert step.parameters["FACTORIES"].expression == ""  # distances to others are to all of them
    assert step.parameters["SITE_ID_FIELD"] == "factory_id"
    assert step.parameters["SITE_ACCURACY_FIELD"] == "loc_accuracy_m"
    assert step.parameters["SITE_PARK_FIELD"] == "sez"
    assert "SITE_SIZE_FIELD" not in step.parameters  # this register has none


# -- private copies ------------------------------------------------------------------------------------


def test_a_layer_in_a_file_is_described_and_not_opened(project, in_file, tmp_path):
    from factory_locations.qgis_plugin.panel.reports.copies import Copies
    from factory_locations.qgis_plugin.panel.reports.steps import Excerpt, Step
    from qgis.core import QgsProject

    in_file.setSubsetString("\"factory_id\" <> 'F1'")
    excerpt = Excerpt(in_file.id(), "trim(\"province_code\") IN ('08','8')")
    step = Step("x", {"A": excerpt, "B": Excerpt(in_file.id())})
    copies = Copies(project, tmp_path, "map")
    assert copies.extracts([step]) == []
    path, ids = copies.write_project(step)
    private = QgsProject()
    assert private.read(str(path))
    one, whole = (private.mapLayer(ids[given]) for given in (excerpt, Excerpt(in_file.id())))
    assert [feature["factory_id"] for feature in one.getFeatures()] == ["F2"]
    assert whole.featureCount() == 2  # the person's own filter holds
    assert one.name() == "In a file"
    assert in_file.subsetString() == "\"factory_id\" <> 'F1'"


def test_a_layer_in_memory_or_with_unsaved_edits_is_written_first(project, register, in_file, tmp_path):
    from factory_locations.qgis_plugin.panel.reports.copies import Copies
    from factory_locations.qgis_plugin.panel.reports.steps import Excerpt, Step

    in_file.startEditing()
    in_file.changeAttributeValue(next(in_file.getFeatures()).id(), 2, "Changed")
    steps = [Step("x", {"A": Excerpt(register.id(), "true"), "B": Excerpt(in_file.id())})]
    extracts = Copies(project, tmp_path, "map").extracts(steps)
    assert [step.algorithm for step in extracts] == ["native:extractbyexpression"] * 2
    in_file.rollBack()


def test_the_reason_of_a_program_that_failed(qgis_app):
    from factory_locations.qgis_plugin.panel.reports.program import reason, values_of

    said = (
        "<string>:1: DeprecationWarning\nERROR:\tAn error was encountered while checking parameter values\n"
        "\tFactories: there is no layer or file “x”.\n"
    )
    assert reason(said) == "Factories: there is no layer or file “x”."
    assert reason("ERROR:\tNo field.\nNo field.\n") == "No field."
    assert reason("") == ""
    assert values_of({"A": ("x", "y"), "B": 1}) == [("A", "x"), ("A", "y"), ("B", "1")]


# -- the queue -----------------------------------------------------------------------------------------


@pytest.fixture
def queue(project):
    from factory_locations.qgis_plugin.panel.reports.jobs import JobQueue

    made = JobQueue(project)
    made.seen = []
    made.changed.connect(lambda job: made.seen.append((job.stem, job.state)))
    yield made
    made.shutdown()


def table_job(layer, folder, stem="findings", condition="", expression='"name_en"'):
    """A job that takes a moment: a column of a layer as a table."""
    from factory_locations.qgis_plugin.panel.reports.jobs import Job
    from factory_locations.qgis_plugin.panel.reports.steps import Excerpt, Result, Step

    columns = [{"name": "Name", "type": 10, "length": 0, "precision": 0, "expression": expression}]
    given = {"INPUT": Excerpt(layer.id(), condition), "FIELDS_MAPPING": columns, "OUTPUT": Result(".csv")}
    return Job(stem, Path(folder), stem, ".csv", [Step("native:refactorfields", given)])


def column_of(path):
    """The first column; GDAL ends a head that stands alone with a comma, or does not."""
    return [line.rstrip(",") for line in path.read_text(encoding="utf-8").split()]


def left_over():
    return sorted(one for one in os.listdir(gettempdir()) if one.startswith("factory_report_"))


def test_jobs_are_made_one_after_the_other(queue, in_file, tmp_path, spin, native):
    drained = []
    queue.drained.connect(lambda: drained.append(True))
    before = left_over()
    queue.add([table_job(in_file, tmp_path, f"t{number}") for number in range(3)])
    assert [job.state for job in queue.jobs] == ["running", "waiting", "waiting"]
    assert spin(lambda: not queue.busy)
    assert [job.state for job in queue.jobs] == ["done"] * 3
    ends = [pair for pair in queue.seen if pair[1] == "done"]
    starts = [pair for pair in queue.seen if pair[1] == "running"]
    assert queue.seen.index(ends[0]) < queue.seen.index((starts[-1][0], "running"))
    assert column_of(tmp_path / "t0.csv") == ["Name", "Lotus", "O'Rice", "Bayon"]
    assert drained == [True]
    assert left_over() == before


def test_only_the_scope_is_in_the_file_and_the_layer_keeps_no_filter(queue, in_file, tmp_path, spin, native):
    condition = kandal().condition(in_file.fields(), "factory_id", "province_code")
    queue.add([table_job(in_file, tmp_path, condition=condition)])
    assert spin(lambda: not queue.busy)
    assert column_of(tmp_path / "findings.csv") == ["Name", "Lotus", "O'Rice"]
    assert (in_file.subsetString(), in_file.featureCount()) == ("", 3)


def test_unsaved_edits_are_in_the_report(queue, in_file, tmp_path, spin, native):
    in_file.startEditing()
    feature = next(in_file.getFeatures("\"factory_id\" = 'F1'"))
    in_file.changeAttributeValue(feature.id(), in_file.fields().lookupField("name_en"), "Renamed")
    queue.add([table_job(in_file, tmp_path)])
    assert spin(lambda: not queue.busy)
    assert "Renamed" in (tmp_path / "findings.csv").read_text(encoding="utf-8")
    assert in_file.isModified()
    in_file.rollBack()


def test_nothing_is_overwritten(queue, in_file, tmp_path, spin, native):
    (tmp_path / "findings.csv").write_text("mine", encoding="utf-8")
    queue.add([table_job(in_file, tmp_path), table_job(in_file, tmp_path)])
    assert spin(lambda: not queue.busy)
    assert (tmp_path / "findings.csv").read_text(encoding="utf-8") == "mine"
    assert [job.path.name for job in queue.jobs] == ["findings_2.csv", "findings_3.csv"]


def test_a_failure_says_why_and_the_next_goes_on(queue, in_file, tmp_path, spin, native):
    gone = tmp_path / "gone"
    gone.mkdir()
    queue.add([table_job(in_file, gone), table_job(in_file, tmp_path)])
    gone.rmdir()
    assert spin(lambda: not queue.busy)
    first, second = queue.jobs
    assert first.state == "failed"
    assert "cannot be written" in first.reason
    assert "native:refactorfields" in first.details()
    assert first.reason in first.details()
    assert second.state == "done"


def test_what_waits_and_what_runs_can_be_cancelled(queue, in_file, tmp_path, spin, native):
    before = left_over()
    queue.add([table_job(in_file, tmp_path, f"t{number}") for number in range(3)])
    queue.cancel([queue.jobs[1]])
    assert [job.state for job in queue.jobs] == ["running", "cancelled", "waiting"]
    queue.cancel([queue.jobs[0]])
    assert spin(lambda: not queue.busy)
    assert [job.state for job in queue.jobs] == ["cancelled", "cancelled", "done"]
    assert sorted(one.name for one in tmp_path.glob("*.csv")) == ["t2.csv"]
    assert left_over() == before


def test_a_layer_that_leaves_takes_its_jobs_along(queue, in_file, register, project, tmp_path, spin, native):
    queue.add(
        [table_job(in_file, tmp_path, "a"), table_job(register, tmp_path, "b"), table_job(in_file, tmp_path, "c")]
    )
    project.removeMapLayer(in_file.id())
    assert spin(lambda: not queue.busy)
    assert [job.state for job in queue.jobs] == ["cancelled", "done", "cancelled"]
    assert "left the project" in queue.jobs[0].reason


def test_twenty_five_provinces(queue, in_file, tmp_path, spin, native):
    queue.add([table_job(in_file, tmp_path, f"province_{number:02}") for number in range(25)])
    assert spin(lambda: not queue.busy, 60)
    assert [job.state for job in queue.jobs] == ["done"] * 25
    assert len(list(tmp_path.glob("province_*.csv"))) == 25


@pytest.fixture
def native(qgis_app):
    """QGIS's own algorithms."""
    from qgis.analysis import QgsNativeAlgorithms
    from qgis.core import QgsApplication

    registry = QgsApplication.processingRegistry()
    if registry.algorithmById("native:refactorfields") is None:
        registry.addProvider(QgsNativeAlgorithms())


# -- the program of its own ----------------------------------------------------------------------------


@pytest.fixture
def outside(monkeypatch, qgis_environment):
    """What a separate QGIS needs to find the packages."""
    monkeypatch.setenv("PYTHONPATH", qgis_environment.get("PYTHONPATH", ""))
    monkeypatch.setenv("XDG_RUNTIME_DIR", qgis_environment["XDG_RUNTIME_DIR"])


@pytest.mark.slow
def test_the_catalogue_in_two_languages(queue, tmp_path, spin, outside, qgis_app):
    from factory_locations.qgis_plugin.panel.reports.materials import Materials
    from factory_locations.qgis_plugin.panel.reports.ordering import jobs
    from factory_locations.qgis_plugin.panel.reports.scopes import Scope

    queue.add(jobs(choice_of("rules", (Scope(),), ("en", "km"), "rules", tmp_path), Materials()))
    assert spin(lambda: not queue.busy, 60)
    assert [(job.state, job.reason) for job in queue.jobs] == [("done", "")] * 2
    english, khmer = ((tmp_path / f"rules_{code}.html").read_text(encoding="utf-8") for code in ("en", "km"))
    assert 'lang="en"' in english
    assert 'lang="km"' in khmer


@pytest.mark.slow
def test_a_map_of_a_layer_in_memory(queue, have, tmp_path, spin, outside, native):
    from factory_locations.qgis_plugin.panel.reports.ordering import jobs

    queue.add(jobs(choice_of("map", (kandal(),), name="map", folder=tmp_path), have))
    assert spin(lambda: not queue.busy, 60)
    (job,) = queue.jobs
    assert (job.state, job.reason) == ("done", "")
    assert job.path.read_bytes().startswith(b"%PDF")


@pytest.mark.slow
def test_a_map_can_be_stopped(queue, have, tmp_path, spin, outside, native):
    from factory_locations.qgis_plugin.panel.reports.ordering import jobs

    before = left_over()
    queue.add(jobs(choice_of("map", (kandal(),), name="map", folder=tmp_path), have))
    assert spin(lambda: queue._runner._apart.running)
    queue.cancel(queue.jobs)
    assert spin(lambda: not queue.busy, 5)
    assert queue.jobs[0].state == "cancelled"
    assert list(tmp_path.glob("map*")) == []
    assert left_over() == before


@pytest.mark.slow
def test_what_the_program_refuses_is_told(queue, have, tmp_path, spin, outside, native):
    from factory_locations.qgis_plugin.panel.reports.ordering import jobs

    have.parameters["RULES"] = "no.txt"
    queue.add(jobs(choice_of("rules", (kandal(),), name="rules", folder=tmp_path), have))
    assert spin(lambda: not queue.busy, 60)
    assert queue.jobs[0].state == "failed"
    assert "choose a file whose name ends in .yaml" in queue.jobs[0].reason


def test_without_the_program_the_reason_is_told(have, provider, monkeypatch):
    from factory_locations.qgis_plugin.panel.reports import needs

    assert needs.lacking(template("map"), have) == ""
    monkeypatch.setattr(needs, "program", lambda: "")
    assert "qgis_process" in needs.lacking(template("map"), have)


# -- the tab -------------------------------------------------------------------------------------------


@pytest.fixture
def desk(iface, provider, project, documents, register):
    from factory_locations.qgis_plugin.panel.dock import CheckDock
    from factory_locations.qgis_plugin.panel.register.part import RegisterPart
    from factory_locations.qgis_plugin.panel.reports.part import ReportsPart
    from factory_locations.qgis_plugin.part import Surroundings
    from factory_locations.qgis_plugin.project.roles import LayerRoles
    from qgis.PyQt.QtCore import Qt

    roles = LayerRoles(project)
    roles.assign("factories", register)
    dock = CheckDock(roles, iface.window)
    iface.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, dock)
    told, parts = [], []
    around = Surroundings(iface, project, roles, dock, lambda text, level: told.append(text), lambda: parts)
    parts += [RegisterPart(around), ReportsPart(around)]
    iface.window.show()
    yield SimpleNamespace(part=parts[1], dock=dock, told=told, project=project, register=register, documents=documents)
    for part in parts:
        part.remove()
    roles.detach()
    iface.window.hide()


def test_the_tab_offers_the_provinces_of_the_register(desk, spin):
    assert desk.part.view is None  # built when looked at
    desk.part.show("map")
    form = desk.part.view.form
    assert spin(lambda: form.scope.count() == 7)
    texts = [form.scope.itemText(row) for row in range(form.scope.count())]
    assert texts[0] == "Whole register (3)"
    assert "Kandal (2)" in texts
    assert "Every province, one file each (2)" in texts
    desk.register.selectByIds([1, 2])
    assert spin(lambda: form.scope.itemText(2) == "Selected factories: 2")


def test_a_typed_name_stays_and_a_bad_one_is_told(desk, spin):
    from qgis.PyQt.QtTest import QTest

    desk.part.show("map")
    view = desk.part.view
    assert view.form.name().startswith("map_20")
    assert view.form.folder() == str(desk.documents)
    assert view.make_button.isEnabled()
    view.form.name_field.clear()
    QTest.keyClicks(view.form.name_field, "a:b")
    assert "cannot hold" in view.form.problems_told()[1]
    assert not view.make_button.isEnabled()
    view.form.name_field.clear()
    QTest.keyClicks(view.form.name_field, "mine.pdf")
    assert view.form.name() == "mine"
    view.form.format.setCurrentIndex(1)
    assert view.form.name_field.text() == "mine.pdf"
    assert view.make_button.isEnabled()


def test_a_folder_that_refuses_is_told_below_the_folder_and_makes_no_job(desk):
    if not Path("/proc/self").is_dir():
        pytest.skip("no file system that lets nobody write")
    desk.part.show("map")
    view = desk.part.view
    view.form.folder_field.setFilePath("/proc")
    view.make_button.click()
    assert "“/proc”" in view.form.problems_told()[0]
    assert desk.part.queue.jobs == []
    view.form.folder_field.setFilePath(str(desk.documents))
    assert view.form.problems_told() == ("", "")


def test_a_report_that_cannot_be_made_says_why(desk):
    desk.part.show("findings")
    view = desk.part.view
    assert "run a check" in view.templates.told()[1]
    assert not view.make_button.isEnabled()
    desk.part.show("quality")
    assert view.templates.told()[1] == ""
    assert view.make_button.isEnabled()
    assert not view.form.language.isEnabled()
    assert "as the panel" in view.form.language.currentText()


def test_a_language_chosen_stays_chosen_past_a_report_that_has_none(desk):
    desk.part.show("map")
    form = desk.part.view.form
    form.language.setCurrentIndex(1)
    assert form.languages() == ("km",)
    desk.part.show("quality")
    assert form.languages() == ("en",)
    desk.part.show("map")
    assert form.languages() == ("km",)
    assert form.language.currentText() == "Khmer"


def test_both_languages_are_two_jobs(desk, monkeypatch):
    desk.part.show("map")
    view = desk.part.view
    added = []
    monkeypatch.setattr(desk.part.queue, "add", lambda jobs: added.extend(jobs))
    monkeypatch.setattr(view.queue_view, "choose", lambda job: None)
    view.form.language.setCurrentIndex(2)
    assert view.form.told().startswith("2 files")
    view.make_button.click()
    assert [job.title for job in added] == [
        "Whole register, English, Map of verdicts",
        "Whole register, Khmer, Map of verdicts",
    ]
    assert [job.stem[-3:] for job in added] == ["_en", "_km"]


def test_the_queue_is_listed_and_a_hidden_panel_is_told(desk, spin, native, tmp_path):
    desk.part.show("map")
    queue, listed = desk.part.queue, desk.part.view.queue_view
    gone = tmp_path / "gone"
    gone.mkdir()
    queue.add([table_job(desk.register, tmp_path), table_job(desk.register, gone, "lost")])
    gone.rmdir()
    desk.dock.hide()
    assert spin(lambda: not queue.busy)
    assert desk.told == ["Reports that failed: 1; made: 1. The tab Reports says why."]
    desk.part.show("map")
    states = [listed.list.topLevelItem(row).text(1) for row in range(2)]
    assert states == ["Done", "Failed"]
    listed.choose(queue.jobs[1])
    assert "cannot be written" in listed.reason_told()
    assert not listed.open_button.isEnabled()
    listed.choose(queue.jobs[0])
    assert listed.open_button.isEnabled()
    assert listed.reason_told() == ""
    queue.add([table_job(desk.register, tmp_path, "later")])
    desk.dock.hide()
    assert spin(lambda: not queue.busy)
    assert desk.told[1:] == ["Reports made: 1."]
    queue.clear_over()
    assert listed.list.topLevelItemCount() == 0


def test_removing_the_tab_stops_what_is_made_and_leaves_nothing(desk, native, tmp_path):
    desk.part.show("map")
    before = left_over()
    queue = desk.part.queue
    queue.add([table_job(desk.register, tmp_path)])
    count = desk.dock.tabs.count()
    desk.part.remove()
    assert desk.dock.tabs.count() == count - 1
    assert queue.jobs[0].state == "cancelled"
    assert left_over() == before
    desk.project.clear()  # nothing hears it any more


# -- whatever ids and codes look like ------------------------------------------------------------------

ODD_IDS = [
    "F1", "O'R", "A\\B", " F9", "F7 ", "រោង ១", 'q"u', "a%b", "a_b", "f2", "F2", None, "x\ny", None, "F1", "n\u00a0",
]  # fmt: skip
ODD_CODES = [
    "08", "8", " 08", "8 ", "១២", "12", "12", "012", "Kep", "O'Kep", "A\\B", None, "08", "08\u00a0", "\t08", "12\n",
]  # fmt: skip


@pytest.mark.parametrize("kind", ["memory", "GPKG", "ESRI Shapefile"])
def test_a_report_is_about_the_factories_that_were_offered(project, make_layer, provider, canvas, tmp_path, kind):
    """As many of a province as the form says, and the one that is selected."""
    from factory_locations.qgis_plugin.panel.register.columns import Raw, build
    from factory_locations.qgis_plugin.panel.register.reader import source_of
    from factory_locations.qgis_plugin.panel.reports.copies import Copies
    from factory_locations.qgis_plugin.panel.reports.offers import Offers
    from factory_locations.qgis_plugin.panel.reports.steps import Excerpt, Step
    from qgis import processing
    from qgis.core import QgsCoordinateTransformContext, QgsVectorFileWriter, QgsVectorLayer

    rows = [[f"POINT({n} 0)", one, f"n{n}", code] for n, (one, code) in enumerate(zip(ODD_IDS, ODD_CODES))]
    layer = make_layer("Factories", "Point", ["factory_id:string", "name_en:string", "province:string"], rows)
    if kind != "memory":
        path = tmp_path / ("register.gpkg" if kind == "GPKG" else "register.shp")
        options = QgsVectorFileWriter.SaveVectorOptions()
        options.driverName, options.fileEncoding = kind, "UTF-8"
        QgsVectorFileWriter.writeAsVectorFormatV3(layer, str(path), QgsCoordinateTransformContext(), options)
        layer = QgsVectorLayer(str(path), "Factories", "ogr")
    project.addMapLayer(layer)
    source = source_of(layer)
    table = build(Raw(source.known, *source.columns(lambda _share: None)))
    feed, offers = SimpleNamespace(layer=layer, table=table), Offers()

    def reported(scope):
        excerpt = Excerpt(layer.id(), expression=scope.features)
        copies = Copies(project, tmp_path, "map")
        for step in copies.extracts([Step("x", {"A": excerpt})]):
            processing.run(step.algorithm, step.parameters)
        names = [feature["name_en"] for feature in copies.layer(excerpt).getFeatures()]
        copies.close()
        return names

    provinces = [scope for scope in offers.scopes(feed, canvas) if scope.code]
    assert {scope.code: len(reported(scope)) for scope in provinces} == {one.code: one.count for one in provinces}
    assert next(scope.count for scope in provinces if scope.code == "08") == 7
    for feature in layer.getFeatures():
        layer.selectByIds([feature.id()])
        (selected,) = (scope for scope in offers.scopes(feed, canvas) if scope.kind == "selected")
        assert reported(selected) == [feature["name_en"]]


def test_numbers_with_decimals_are_ids_too(make_layer):
    from factory_locations.qgis_plugin.panel.reports.scopes import SELECTED, Scope

    layer = make_layer("Factories", "Point", ["nr:double"], [["POINT(0 0)", value] for value in (5.0, 5.5, 101.25)])
    layer.selectByExpression(Scope(SELECTED, 2, ids=("5", "5.5")).condition(layer.fields(), "nr", ""))
    assert sorted(feature["nr"] for feature in layer.selectedFeatures()) == [5.0, 5.5]


# -- the rows of a check that belong to factories ------------------------------------------------------

HERE, THERE = "POINT(495000 1275000)", "POINT(510000 1275000)"
ALIKE = [
    [HERE, "F1", "here"], [THERE, "F1", "there"], [HERE, None, "nameless here"], [THERE, " ", "nameless there"],
    [None, "F2", "nowhere"], [HERE, "F2", "somewhere"], [THERE, "N\u00a0", "blank behind"],
]  # fmt: skip


@pytest.fixture
def alike(project, make_layer, tmp_path):
    """A register whose factories share ids or have none, with a check of it."""
    from factory_locations.qgis_plugin.panel.register.columns import Raw, build
    from factory_locations.qgis_plugin.panel.register.reader import source_of
    from factory_locations.qgis_plugin.panel.reports.materials import Materials
    from factory_locations.qgis_plugin.project.results import CheckLayers

    register = make_layer("Factories", "Point", ["factory_id:string", "name_en:string"], ALIKE)
    source = source_of(register)
    table = build(Raw(source.known, *source.columns(lambda _share: None)))
    rows = [[wkt, name, label, "fail"] for (wkt, _, label), name in zip(ALIKE, table.called)]
    findings = make_layer("Findings", "Point", ["factory_id:string", "factory_name:string", "verdict:string"], rows)
    project.addMapLayers([register, findings])
    have = Materials(register=register, results=CheckLayers(findings, None, None), parameters={})
    return SimpleNamespace(register=register, table=table, have=have, folder=tmp_path)


def listed(alike, queue, spin, scope):
    from factory_locations.qgis_plugin.panel.reports.ordering import jobs

    (job,) = jobs(choice_of("findings", (scope,), suffix=".csv", folder=alike.folder), alike.have)
    queue.add([job])
    assert spin(lambda: not queue.busy)
    assert job.state == "done", job.reason
    lines = job.path.read_text(encoding="utf-8").splitlines()[1:]
    return {line.split(",")[1].strip('"') for line in lines}


def test_each_factory_has_its_own_rows_whatever_its_id(alike, queue, canvas, spin, native):
    from factory_locations.qgis_plugin.panel.reports.offers import Offers

    feed, offers = SimpleNamespace(layer=alike.register, table=alike.table), Offers()
    for feature in alike.register.getFeatures():
        alike.register.selectByIds([feature.id()])
        (selected,) = (scope for scope in offers.scopes(feed, canvas) if scope.kind == "selected")
        assert listed(alike, queue, spin, selected) == {feature["name_en"]}


def test_a_row_whose_factory_has_moved_is_not_lost(alike, queue, canvas, spin, native):
    from factory_locations.qgis_plugin.panel.reports.offers import Offers
    from qgis.core import QgsGeometry

    alike.register.dataProvider().changeGeometryValues({1: QgsGeometry.fromWkt("POINT(480000 1275000)")})
    alike.register.selectByIds([1])
    feed = SimpleNamespace(layer=alike.register, table=alike.table)
    (selected,) = (scope for scope in Offers().scopes(feed, canvas) if scope.kind == "selected")
    assert listed(alike, queue, spin, selected) == {"here"}


def test_a_hundred_thousand_factories_are_offered_at_once(qgis_app, canvas):
    import time

    from factory_locations.qgis_plugin.panel.register.columns import Raw, build
    from factory_locations.qgis_plugin.panel.reports.offers import Offers
    from factory_locations.tests.patience import patience

    number = range(100_000)
    columns = [f"F{one % 99_000}" for one in number], [f"{one % 25 + 1:02}" for one in number]
    table = build(Raw(("id", "province"), list(number), columns))
    feed = SimpleNamespace(table=table, layer=SimpleNamespace(selectedFeatureIds=lambda: list(number)))
    began = time.perf_counter()
    scopes = Offers().scopes(feed, canvas)
    took = time.perf_counter() - began
    assert (scopes[2].count, len(scopes[2].fids), len(scopes[2].sharing)) == (100_000, 100_000, 2_000)
    assert took < 0.2 * patience()


def test_a_register_without_ids_is_called_by_its_features(qgis_app):
    from factory_locations.qgis_plugin.panel.register.columns import Raw, build

    table = build(Raw(("name_en",), [7, 9], (["A", "B"],)), {"feature 7": "fail", "feature 9": "pass"})
    verdict = table.facets["verdict"]
    assert table.called == ["feature 7", "feature 9"]
    assert [verdict.keys[code] for code in verdict.codes] == ["fail", "pass"]


# -- what changed --------------------------------------------------------------------------------------


def test_the_monthly_report_is_compared_with_the_check_that_was_chosen(have, findings_gpkg):
    from dataclasses import replace

    from factory_locations.qgis_plugin.panel.reports.scopes import Scope

    have.parameters["ZONING"] = "z"
    steps = template("monthly").steps
    (step,) = steps(have, replace(order(Scope()), earlier=str(findings_gpkg)))
    assert step.parameters["EARLIER"] == str(findings_gpkg)
    assert "SUBTITLE" not in step.parameters


def test_a_monthly_report_without_comparison_says_so_only_where_there_was_a_choice(have):
    from dataclasses import replace

    from factory_locations.qgis_plugin.panel.reports.scopes import Scope

    have.parameters["ZONING"] = "z"
    steps = template("monthly").steps
    (step,) = steps(have, replace(order(Scope()), earlier=""))
    assert step.parameters["SUBTITLE"] == "Not compared with an earlier check."
    (step,) = steps(have, order(Scope()))
    assert {"SUBTITLE", "EARLIER"}.isdisjoint(step.parameters)


def test_a_check_by_other_rules_is_refused_before_anything_runs(have, findings_gpkg, tmp_path, monkeypatch):
    from dataclasses import replace

    from factory_locations.processing.paths import DATA
    from factory_locations.qgis_plugin.panel.reports.ordering import OrderError, jobs
    from factory_locations.qgis_plugin.panel.reports.scopes import Scope

    earlier = with_pack(findings_gpkg, tmp_path / "earlier.gpkg", "kh-zoning-parks 1")
    have.parameters.update(ZONING="z", RULES=str(DATA / "rules" / "kh-baseline.yaml"))
    chosen = replace(choice_of("monthly", (Scope(),), folder=tmp_path), earlier=str(earlier))
    with pytest.raises(OrderError, match="went by other rules"):
        jobs(chosen, have)
    have.parameters.pop("RULES")
    assert len(jobs(chosen, have)) == 1


def with_pack(source, target, pack):
    """A copy of a findings file whose last run went by a rule pack."""
    import shutil
    import sqlite3
    from contextlib import closing

    shutil.copy(source, target)
    with closing(sqlite3.connect(target)) as connection, connection:
        connection.execute("DROP TABLE IF EXISTS runs")
        connection.execute("CREATE TABLE runs (fid INTEGER PRIMARY KEY, pack TEXT)")
        connection.execute("INSERT INTO runs (pack) VALUES (?)", (pack,))
    return target


def test_the_form_offers_the_checks_newest_first_and_none(project, checked, findings_gpkg, tmp_path):
    from factory_locations.qgis_plugin.panel.reports.form import ReportForm
    from factory_locations.qgis_plugin.project.earlier import comparable_checks

    known = comparable_checks(project, checked.register)
    assert [one.path for one in known] == [findings_gpkg]
    form = ReportForm(project)
    form.show_earlier(known)
    form.show_template(template("monthly"))
    assert form.earlier_check() == str(findings_gpkg)
    assert [form.earlier.itemText(row) for row in range(form.earlier.count())] == [
        f"Check of {form.earlier.itemText(0).removeprefix('Check of ')}",
        "No earlier check",
    ]
    form.earlier.setCurrentIndex(1)
    form.show_earlier(known)
    assert form.earlier_check() == ""
    form.show_template(template("map"))
    assert form.earlier_check() is None


def test_without_an_earlier_check_nothing_is_asked(project):
    from factory_locations.qgis_plugin.panel.reports.form import ReportForm

    form = ReportForm(project)
    form.show_earlier([])
    form.show_template(template("monthly"))
    assert form.earlier_check() is None
    assert form.earlier.isHidden()

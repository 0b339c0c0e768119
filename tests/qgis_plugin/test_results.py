"""Where findings are written, and how they enter the project."""

from __future__ import annotations

from datetime import datetime

import pytest

NOW = datetime(2025, 3, 4, 5, 6)


def test_free_path_counts_up(tmp_path):
    from factory_locations.qgis_plugin.project.results import free_path

    wanted = tmp_path / "findings.gpkg"
    assert free_path(wanted) == wanted
    wanted.touch()
    assert free_path(wanted).name == "findings_2.gpkg"
    (tmp_path / "findings_2.gpkg").touch()
    assert free_path(wanted).name == "findings_3.gpkg"


def test_chosen_file_is_never_overwritten(project, tmp_path):
    from factory_locations.qgis_plugin.project.results import findings_path

    chosen = tmp_path / "march"
    assert findings_path(project, str(chosen), NOW).name == "march.gpkg"
    (tmp_path / "march.gpkg").write_text("somebody's work")
    assert findings_path(project, str(chosen), NOW).name == "march_2.gpkg"


def test_beside_a_saved_project_else_among_the_documents(project, tmp_path, documents):
    from factory_locations.qgis_plugin.project.results import findings_path

    assert findings_path(project, "", NOW) == documents / "check_2025-03-04.gpkg"
    assert project.write(str(tmp_path / "register.qgz"))
    assert findings_path(project, "", NOW) == tmp_path / "check_2025-03-04.gpkg"
    (tmp_path / "check_2025-03-04.gpkg").touch()
    assert findings_path(project, "", NOW).name == "check_2025-03-04_2.gpkg"


def test_a_relative_name_is_never_in_the_working_folder(project, tmp_path, documents, monkeypatch):
    from factory_locations.qgis_plugin.project.results import findings_path

    (tmp_path / "started").mkdir()
    monkeypatch.chdir(tmp_path / "started")
    assert findings_path(project, "march", NOW) == documents / "march.gpkg"
    assert project.write(str(tmp_path / "register.qgz"))
    assert findings_path(project, "march.gpkg", NOW) == tmp_path / "march.gpkg"


@pytest.mark.parametrize(
    ("typed", "word"),
    [("march.xlsx", "march.xlsx"), ("nowhere/march.gpkg", "nowhere"), (".", "folder"), ("", ""), ("march", "")],
)
def test_a_name_that_cannot_be_is_refused_in_words(project, documents, typed, word):
    from factory_locations.qgis_plugin.project.results import name_problem

    said = name_problem(project, typed)
    assert word in said
    assert bool(said) == bool(word)


def test_added_as_a_group_on_top(project, findings_gpkg, make_layer):
    from factory_locations.qgis_plugin.project.results import add_results

    project.addMapLayer(make_layer("Zoning", "Polygon", []))
    layers = add_results(project, str(findings_gpkg), NOW)
    top = project.layerTreeRoot().children()[0]
    assert top.name() == "Check 2025-03-04 05:06:00"
    assert [node.layer() for node in top.findLayers()] == [layers.evidence, layers.findings, layers.factories]
    assert layers.path == findings_gpkg
    assert layers.findings.featureCount() == 4


def test_earlier_checks_are_hidden_and_the_newest_is_found_again(project, findings_gpkg):
    from factory_locations.qgis_plugin.project.results import add_results, latest_results

    assert latest_results(project) is None
    add_results(project, str(findings_gpkg), NOW)
    second = add_results(project, str(findings_gpkg), NOW.replace(hour=9))
    newest, oldest = project.layerTreeRoot().findGroups()
    assert newest.itemVisibilityChecked()
    assert not oldest.itemVisibilityChecked()
    assert latest_results(project).findings == second.findings


def test_findings_of_earlier_checks_are_told_apart_by_their_names(project, findings_gpkg):
    from factory_locations.qgis_plugin.project.results import add_results

    made = [add_results(project, str(findings_gpkg), NOW.replace(hour=hour)) for hour in (5, 7, 9)]
    names = [one.findings.name() for one in made]
    assert names == ["Findings (2025-03-04 05:06)", "Findings (2025-03-04 07:06)", "Findings"]


def test_labels_are_not_written_twice(project, findings_gpkg, make_layer, root):
    from factory_locations.qgis_plugin.project.results import add_results

    assert add_results(project, str(findings_gpkg), NOW).factories.labelsEnabled()
    quiet = add_results(project, str(findings_gpkg), NOW, labels=False)
    assert not quiet.factories.labelsEnabled()
    assert not quiet.findings.labelsEnabled()
    named = make_layer("Register", "Point", ["factory_id:string", "name_en:string"])
    named.loadNamedStyle(str(root / "data" / "styles" / "factories.qml"))
    project.addMapLayer(named)
    assert not add_results(project, str(findings_gpkg), NOW).factories.labelsEnabled()


def test_missing_file_says_so(project, tmp_path):
    from factory_locations.qgis_plugin.project.results import ResultError, add_results

    with pytest.raises(ResultError, match="nothing"):
        add_results(project, str(tmp_path / "nothing.gpkg"), NOW)
    assert not project.mapLayers()
    assert not project.layerTreeRoot().children()


def test_outcome_counts_factories(project, findings_gpkg):
    from factory_locations.qgis_plugin.panel.check_reader import read_check, source_of
    from factory_locations.qgis_plugin.project.results import CheckLayers, add_results

    layers = add_results(project, str(findings_gpkg), NOW)
    assert read_check(source_of(layers)).outcome.headline == "2 of 3 factories pass every rule that was checked."
    assert read_check(source_of(CheckLayers(layers.findings, None, None))).outcome.headline == ""


def test_two_checks_never_have_one_name(project, findings_gpkg):
    from factory_locations.qgis_plugin.project.results import add_results

    for _ in range(2):
        add_results(project, str(findings_gpkg), NOW)
    names = [group.name() for group in project.layerTreeRoot().findGroups()]
    assert names == ["Check 2025-03-04 05:06:00 (2)", "Check 2025-03-04 05:06:00"]


def test_rules_that_were_not_checked_are_told_once_with_what_is_missing(project, findings_gpkg):
    from factory_locations.qgis_plugin.panel.check_reader import read_check, source_of
    from factory_locations.qgis_plugin.project.results import add_results

    said = read_check(source_of(add_results(project, str(findings_gpkg), NOW))).outcome
    assert said.unchecked == (
        "Rules not, or not wholly, checked: 2. Layers missing: Rivers and canals or Lakes and ponds, Hazard zones."
    )
    assert "Hazard zones: KH-SLA-03" in said.unchecked_all


def test_severities_are_drawn_apart(project, findings_gpkg):
    """A violation, an assessment and an advice; nothing but a violation is drawn as one."""
    from factory_locations.qgis_plugin.project.results import add_results
    from qgis.core import QgsFeature, QgsRenderContext

    layer = add_results(project, str(findings_gpkg), NOW).findings
    renderer = layer.renderer().clone()
    context = QgsRenderContext()
    context.expressionContext().appendScopes([])
    renderer.startRender(context, layer.fields())
    looks = {}
    for severity in ("violation", "assessment", "advice", None):
        feature = QgsFeature(layer.fields())
        feature["verdict"], feature["severity"] = "fail", severity
        context.expressionContext().setFeature(feature)
        symbol = renderer.symbolForFeature(feature, context)
        marker = symbol.symbolLayer(symbol.symbolLayerCount() - 1)
        looks[severity] = (marker.fillColor().name(), marker.properties()["name"])
    renderer.stopRender(context)
    assert looks["violation"] == looks[None] == ("#d55e00", "triangle")
    assert len(set(looks.values())) == 3
    assert looks["advice"] == ("#3493d1", "star")
    labels = [category.label() for category in layer.renderer().categories()]
    assert labels[:3] == ["Violation", "Assessment", "Advice"]


def test_list_and_map_have_the_same_colours(qgis_app):
    from factory_locations.processing.reports.symbols import SEVERITIES
    from factory_locations.qgis_plugin.panel import verdicts

    for severity, (style, _angle) in SEVERITIES.items():
        assert verdicts.colour(severity).name() == style.colour


def test_khmer_where_qgis_is_khmer_and_the_data_has_it(project, findings_gpkg, monkeypatch):
    from factory_locations.qgis_plugin.panel import check_reader
    from factory_locations.qgis_plugin.project import localise
    from factory_locations.qgis_plugin.project.results import add_results

    plain = add_results(project, str(findings_gpkg), NOW).factories
    assert "factory_name_km" not in plain.labeling().settings().fieldName
    monkeypatch.setattr(localise, "in_khmer", lambda: True)
    layers = add_results(project, str(findings_gpkg), NOW)
    assert "factory_name_km" in layers.factories.labeling().settings().fieldName
    labels = [category.label() for category in layers.factories.renderer().categories()]
    assert "មិនអនុលោម" in labels
    assert "Fails" not in labels
    monkeypatch.setattr(check_reader, "in_khmer", lambda: True)
    found = check_reader.read_check(check_reader.source_of(layers)).findings
    assert sorted(found.texts["factory_name"]) == ["", "Bayon <Cement>", "រោងចក្រឈូក", "ស្រូវអង្គរ"]

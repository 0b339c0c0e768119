"""Where findings are written, and how they enter the project."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

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


def test_beside_a_saved_project_else_temporary(project, tmp_path):
    from factory_locations.qgis_plugin.project.results import findings_path
    from qgis.core import QgsProcessingUtils

    assert findings_path(project, "", NOW).parent == Path(QgsProcessingUtils.tempFolder())
    assert project.write(str(tmp_path / "register.qgz"))
    assert findings_path(project, "", NOW) == tmp_path / "check_2025-03-04_0506.gpkg"


def test_added_as_a_group_on_top(project, findings_gpkg, make_layer):
    from factory_locations.qgis_plugin.project.results import add_results

    project.addMapLayer(make_layer("Zoning", "Polygon", []))
    layers = add_results(project, str(findings_gpkg), NOW)
    top = project.layerTreeRoot().children()[0]
    assert top.name() == "Check 2025-03-04 05:06"
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


def test_labels_are_not_written_twice(project, findings_gpkg):
    from factory_locations.qgis_plugin.project.results import add_results

    assert add_results(project, str(findings_gpkg), NOW).factories.labelsEnabled()
    quiet = add_results(project, str(findings_gpkg), NOW, labels=False)
    assert not quiet.factories.labelsEnabled()
    assert not quiet.findings.labelsEnabled()


def test_missing_file_says_so(project, tmp_path):
    from factory_locations.qgis_plugin.project.results import ResultError, add_results

    with pytest.raises(ResultError, match="nothing"):
        add_results(project, str(tmp_path / "nothing.gpkg"), NOW)
    assert not project.mapLayers()
    assert not project.layerTreeRoot().children()


def test_outcome_counts_factories(project, findings_gpkg):
    from factory_locations.qgis_plugin.panel.outcome import outcome
    from factory_locations.qgis_plugin.project.results import CheckLayers, add_results

    layers = add_results(project, str(findings_gpkg), NOW)
    assert outcome(layers) == "2 of 3 factories pass every rule."
    assert outcome(CheckLayers(layers.findings, None, None)) == ""

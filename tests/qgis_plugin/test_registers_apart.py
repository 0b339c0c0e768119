"""Two registers in one project do not mix: what was checked of one says nothing about the other.

Ids are no help: factories of two provinces may both be called F1.
"""

from __future__ import annotations

import shutil
from datetime import date
from types import SimpleNamespace

import pytest
from factory_locations.tests.qgis_plugin.test_since import FIELDS, INSIDE, OUTSIDE, check, desktop  # noqa: F401

pytestmark = pytest.mark.slow  # whole checks


@pytest.fixture
def kep(project, make_layer):
    """Another register, with the same ids."""
    layer = make_layer("Factories of Kep", "Point", FIELDS, [[INSIDE, "F1", "Another", "2011", 5.0, None]])
    project.addMapLayer(layer)
    return layer


@pytest.fixture
def saved(project, tmp_path):
    """Save a layer as a GeoPackage, and return how QGIS opens it."""
    from qgis.core import QgsVectorFileWriter

    def save(layer, name):
        options = QgsVectorFileWriter.SaveVectorOptions()
        options.layerName = "factories"
        path = tmp_path / f"{name}.gpkg"
        path.parent.mkdir(exist_ok=True)
        QgsVectorFileWriter.writeAsVectorFormatV3(layer, str(path), project.transformContext(), options)
        return f"{path}|layername=factories"

    return save


@pytest.fixture
def choose(desktop, project, spin):  # noqa: F811
    """Make a layer the register of the project."""
    from qgis.core import QgsVectorLayer

    def take(layer):
        if isinstance(layer, str):
            layer = QgsVectorLayer(layer, "Factories", "ogr")
            project.addMapLayer(layer)
        spin(seconds=0.1)  # it is offered
        combo = desktop.dock.layers._layers["factories"]
        combo.setLayer(layer)
        combo.activated.emit(combo.currentIndex())
        spin(seconds=0.3)
        assert desktop.roles.layer("factories") is layer
        return layer

    return take


def register_tab(desktop, spin):  # noqa: F811
    part = next(one for one in desktop._parts if type(one).__name__ == "RegisterPart")
    desktop.dock.show_page(part.page)
    feed = part.feed()
    assert spin(lambda: feed.current and feed.table is not None)
    spin(seconds=0.3)
    return part


def verdicts(part):
    facet = part.feed().table.facets.get("verdict")
    return set() if facet is None else {facet.keys[code] for code in facet.codes}


def test_the_register_shows_no_verdicts_of_another(desktop, spin, tmp_path, kep, choose):  # noqa: F811
    check(desktop, spin, tmp_path=tmp_path)
    part = register_tab(desktop, spin)
    assert "pass" in verdicts(part)
    choose(kep)
    register_tab(desktop, spin)
    assert verdicts(part) <= {"not checked"}


def on_map(project):
    """Return the files of the checks whose findings the map shows."""
    from factory_locations.qgis_plugin.project.results import all_results

    root = project.layerTreeRoot()
    return [one.path for one in all_results(project) if root.findLayer(one.findings.id()).isVisible()]


def test_the_list_and_the_map_follow_the_register(desktop, project, spin, tmp_path, kep, choose):  # noqa: F811
    """Each register has the findings of its own last check; one without a check has none, and says so."""
    findings = desktop.dock.findings
    first = desktop.dock.layers.layer("factories")
    own = check(desktop, spin, {"F1": OUTSIDE}, "one", tmp_path)
    rows = findings.row_count()
    assert rows
    choose(kep)
    assert findings.row_count() == 0
    assert desktop._layers is None
    assert desktop.dock._status.text() == "This register has not been checked yet."
    assert on_map(project) == []
    other = check(desktop, spin, name="two", tmp_path=tmp_path)
    assert on_map(project) == [other.path]
    choose(first)
    assert on_map(project) == [own.path]
    assert spin(lambda: findings.row_count() == rows)
    assert desktop._layers.path == own.path
    choose(kep)
    assert spin(lambda: desktop._layers is not None and desktop._layers.path == other.path)


def test_a_report_takes_no_check_of_another(desktop, spin, tmp_path, kep, choose):  # noqa: F811
    from factory_locations.qgis_plugin.panel.reports.materials import materials

    check(desktop, spin, tmp_path=tmp_path)
    assert materials(desktop.roles, desktop.dock.layers).results is not None
    choose(kep)
    assert materials(desktop.roles, desktop.dock.layers).results is None


def test_a_decision_exempts_nothing_in_another(desktop, spin, tmp_path, kep, choose):  # noqa: F811
    from factory_locations.processing.checks.history import Decision
    from factory_locations.qgis_plugin.project.decisions import read_decisions

    register = desktop.dock.layers.layer("factories")
    register.dataProvider().changeAttributeValues({1: {register.fields().lookupField("isic"): "2011"}})
    first = check(desktop, spin, name="first", tmp_path=tmp_path)
    wrong = next(row for row in first.findings.getFeatures() if (row["factory_id"], row["verdict"]) == ("F1", "fail"))
    names = [field.name() for field in first.findings.fields()]
    accepted = Decision(wrong["finding_id"], "accepted", "Permit of another ministry", "Dara", date.today(), None)
    desktop._record(first.path, dict(zip(names, wrong.attributes())), accepted)
    assert read_decisions(first.path)
    choose(kep)
    second = check(desktop, spin, name="second", tmp_path=tmp_path)
    assert {row["verdict"] for row in second.findings.getFeatures()} >= {"fail"}
    assert "exempt" not in {row["verdict"] for row in second.findings.getFeatures()}
    assert not read_decisions(second.path)


def test_a_layer_that_was_pointed_to_another_file_is_another_register(desktop, spin, tmp_path, kep, saved, choose):  # noqa: F811
    layer = choose(saved(desktop.dock.layers.layer("factories"), "a"))
    check(desktop, spin, name="one", tmp_path=tmp_path)
    layer.setDataSource(saved(kep, "b"), "Factories", "ogr")
    spin(seconds=0.3)
    check(desktop, spin, name="two", tmp_path=tmp_path)
    assert "another register" in desktop.dock.findings.since.text()


@pytest.mark.parametrize("again", ["|layername=factories", ""])
def test_a_file_that_was_added_again_is_the_same_register(desktop, spin, tmp_path, project, saved, choose, again):  # noqa: F811
    source = saved(desktop.dock.layers.layer("factories"), "a")
    layer = choose(source)
    check(desktop, spin, name="one", tmp_path=tmp_path)
    project.removeMapLayer(layer.id())
    choose(source.partition("|")[0] + again)
    check(desktop, spin, {"F2": INSIDE}, "two", tmp_path)
    assert desktop.dock.findings.since.text().startswith("Since ")
    assert "1 better" in desktop.dock.findings.since.text()


def test_a_file_through_a_linked_folder_is_the_same_register(desktop, spin, tmp_path, saved, choose):  # noqa: F811
    """As the share of an office that one project names by its drive and another by its folder."""
    source = saved(desktop.dock.layers.layer("factories"), "a")
    (tmp_path / "link").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "other").symlink_to(tmp_path, target_is_directory=True)
    choose(source)
    checked = check(desktop, spin, name="one", tmp_path=tmp_path)
    for folder in ("link", "other"):
        choose(source.replace(str(tmp_path), str(tmp_path / folder)))
        assert desktop._layers is checked, folder
    checked = check(desktop, spin, name="two", tmp_path=tmp_path / "link")
    assert desktop.dock.findings.since.text().startswith("Since ")
    for path in (source, source.replace(str(tmp_path), str(tmp_path / "link"))):
        choose(path)
        assert desktop._layers is checked, path


def test_a_check_of_an_older_version_is_known_by_its_layer(desktop, spin, tmp_path, project, kep):  # noqa: F811
    from factory_locations.qgis_plugin.project.earlier import REGISTER_PROPERTY, latest_of

    layers = check(desktop, spin, {"F1": OUTSIDE}, tmp_path=tmp_path)
    register = desktop.dock.layers.layer("factories")
    layers.findings.setCustomProperty(REGISTER_PROPERTY, register.id())
    assert latest_of(project, register) is not None
    assert latest_of(project, kep) is None


@pytest.fixture
def town(project, saved, make_layer, tmp_path):
    """A folder with a register, the findings of its check, and the name by which these know it."""
    from factory_locations.qgis_plugin.project.earlier import REGISTER_PROPERTY, remember_register

    register = opened(
        saved(make_layer("Factories", "Point", FIELDS, [[INSIDE, "F1", "One", "2011", 5.0, None]]), "t/r")
    )
    findings = opened(saved(make_layer("Findings", "Point", FIELDS, []), "t/check"))
    remember_register(findings, register)
    return SimpleNamespace(folder=tmp_path / "t", known=findings.customProperty(REGISTER_PROPERTY))


def opened(source):
    from qgis.core import QgsVectorLayer

    layer = QgsVectorLayer(source, "Factories", "ogr")
    assert layer.isValid()
    return layer


def knows(folder, known, register):
    """Whether findings in a folder are of a register, by the name that was kept with them."""
    from factory_locations.qgis_plugin.project.earlier import REGISTER_PROPERTY, is_of, register_of

    findings = opened(f"{folder / 'check.gpkg'}|layername=factories")
    findings.setCustomProperty(REGISTER_PROPERTY, known)
    return is_of(opened(f"{register}|layername=factories"), register_of(findings))


@pytest.mark.parametrize("take", [shutil.copytree, shutil.move])
def test_a_folder_that_is_moved_or_copied_keeps_its_checks(town, take, tmp_path):
    take(town.folder, tmp_path / "there")
    assert knows(tmp_path / "there", town.known, tmp_path / "there" / "r.gpkg")


def test_a_register_of_the_same_name_in_another_folder_is_another_one(town, tmp_path):
    """As when a project is saved as that of another town: its register has the same name, and the findings stay."""
    (tmp_path / "kep").mkdir()
    shutil.copy(town.folder / "r.gpkg", tmp_path / "kep")
    assert knows(town.folder, town.known, town.folder / "r.gpkg")
    assert not knows(town.folder, town.known, tmp_path / "kep" / "r.gpkg")


def test_a_table_with_two_filters_is_two_registers(desktop, spin, tmp_path, project, saved, choose):  # noqa: F811
    source = saved(desktop.dock.layers.layer("factories"), "a")
    one = choose(source)
    one.setSubsetString("factory_id = 'F1'")
    first = check(desktop, spin, name="one", tmp_path=tmp_path)
    other = opened(source)
    other.setSubsetString("factory_id <> 'F1'")
    project.addMapLayer(other)
    choose(other)
    assert desktop._layers is None
    second = check(desktop, spin, name="two", tmp_path=tmp_path)
    choose(one)
    assert desktop._layers.path == first.path
    one.setSubsetString("")  # to see all of them: no other register for that
    spin(seconds=0.1)
    choose(other)
    assert desktop._layers.path == second.path
    choose(one)
    assert desktop._layers.path == first.path


def test_another_register_is_chosen_while_one_is_checked(desktop, spin, tmp_path, project, kep, choose):  # noqa: F811
    first = desktop.dock.layers.layer("factories")
    desktop.dock.layers.set_output_file(str(tmp_path / "one"))
    desktop.dock.run_button.click()
    choose(kep)
    assert spin(lambda: not desktop.controller.running, 60)
    spin(seconds=0.3)
    assert desktop._layers is None
    assert desktop.dock.findings.row_count() == 0
    assert "another register" in desktop.dock._status.text()
    assert on_map(project) == []
    choose(first)
    assert spin(lambda: desktop.dock.findings.row_count() > 0)


def test_the_list_follows_a_layer_that_is_pointed_elsewhere(desktop, spin, tmp_path, kep, saved, choose):  # noqa: F811
    here = saved(desktop.dock.layers.layer("factories"), "a")
    layer = choose(here)
    own = check(desktop, spin, name="one", tmp_path=tmp_path)
    layer.setDataSource(saved(kep, "b"), "Factories", "ogr")
    assert spin(lambda: desktop._layers is None)
    assert desktop.dock.findings.row_count() == 0
    layer.setDataSource(here, "Factories", "ogr")
    assert spin(lambda: desktop._layers is not None and desktop._layers.path == own.path)


def test_a_check_is_of_the_register_that_it_began_with(desktop, spin, tmp_path, kep, saved, choose):  # noqa: F811
    from factory_locations.qgis_plugin.project.register_name import name_of

    layer = choose(saved(desktop.dock.layers.layer("factories"), "a"))
    began = name_of(layer)
    desktop.dock.layers.set_output_file(str(tmp_path / "one"))
    desktop.dock.run_button.click()
    assert desktop.controller._name == began
    assert spin(lambda: not desktop.controller.running, 60)


def test_decisions_in_a_file_that_is_named_are_of_its_register(desktop, spin, tmp_path, kep, choose):  # noqa: F811
    from factory_locations.processing.checks.history import Decision

    register = desktop.dock.layers.layer("factories")
    first = check(desktop, spin, {"F1": OUTSIDE}, "findings", tmp_path)
    found = next(iter(first.findings.getFeatures()))
    names = [field.name() for field in first.findings.fields()]
    accepted = Decision(found["finding_id"], "accepted", "Permit", "Dara", date.today(), None)
    desktop._record(first.path, dict(zip(names, found.attributes())), accepted)
    assert desktop._decided()
    choose(kep)
    assert desktop._decided() == {}  # though that file is still the one to be written to
    choose(register)
    assert desktop._decided()

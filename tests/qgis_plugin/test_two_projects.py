"""Two projects in one session do not mix: what is shown, drawn, looked for and proposed is of the one in front.

The second is a copy of the first, made as officers do, with other data: its layers have the same ids.
"""

from __future__ import annotations

import shutil
from datetime import datetime

import pytest

FIELDS = ["factory_id:string", "name_en:string", "isic:string", "loc_accuracy_m:double", "park_id:string"]
NONE = "No factory with these words"
SQUARE = "POLYGON((490000 1260000, 510000 1260000, 510000 1280000, 490000 1280000, 490000 1260000))"


@pytest.fixture
def plugin(iface, provider):
    import factory_locations

    instance = factory_locations.classFactory(iface)
    instance.initGui()
    yield instance
    instance.unload()


def save(layer, path):
    from qgis.core import QgsCoordinateTransformContext, QgsVectorFileWriter, QgsVectorLayer

    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName, options.layerName = "GPKG", path.stem
    code = QgsVectorFileWriter.writeAsVectorFormatV3(layer, str(path), QgsCoordinateTransformContext(), options)
    assert code[0] == QgsVectorFileWriter.WriterError.NoError
    return QgsVectorLayer(f"{path}|layername={path.stem}", layer.name(), "ogr")


def factories(make_layer, *names):
    rows = [[f"POINT({501000 + 1000 * n} 1270000)", f"{name[0]}{n}", name, "1410"] for n, name in enumerate(names)]
    return make_layer("Factories", "Point", FIELDS, rows)


@pytest.fixture
def two(project, make_layer, findings_gpkg, tmp_path):
    """Project files of two towns; the first holds a check and rules of its own, the second neither."""
    from factory_locations.processing.paths import DEFAULT_PACK
    from factory_locations.qgis_plugin.project.results import add_results
    from factory_locations.qgis_plugin.project.roles import LayerRoles

    first, second = tmp_path / "first", tmp_path / "second"
    first.mkdir()
    shutil.copy(findings_gpkg, first / "findings.gpkg")
    register = save(factories(make_layer, "Angkor Rice", "Lotus Garment"), first / "register.gpkg")
    zoning = save(make_layer("Zoning", "Polygon", ["zone_code:string"], [[SQUARE, "LIND"]]), first / "zoning.gpkg")
    project.addMapLayers([register, zoning])
    roles = LayerRoles(project)
    roles.assign("factories", register)
    roles.assign("zoning", zoning)
    project.setFileName(str(first / "town.qgz"))  # relative paths begin there
    assert project.write(str(first / "town.qgz"))
    shutil.copytree(first, second)
    (second / "findings.gpkg").unlink()
    own = first / "own_rules.yaml"
    shutil.copy(DEFAULT_PACK, own)
    roles.assign_rules(str(own))
    roles.detach()
    add_results(project, str(first / "findings.gpkg"), datetime(2025, 3, 4, 5, 6))
    assert project.write(str(first / "town.qgz"))
    project.clear()
    (second / "register.gpkg").unlink()
    save(factories(make_layer, "Bayon Cement", "Mekong Fish", "Tonle Shoes"), second / "register.gpkg")
    return first, second


@pytest.fixture
def front(plugin, iface, project, spin):
    """Bring a project to the front, and let everything settle."""
    desktop = plugin.desktop
    iface.window.show()
    desktop.dock.show()

    def go(folder):
        assert project.read(str(folder / "town.qgz"))
        desktop.dock.tabs.setCurrentIndex(0)
        feed = part(desktop, "RegisterPart").feed()
        assert spin(lambda: feed.current and feed.table is not None)
        return desktop

    return go


def part(desktop, name):
    return next(one for one in desktop._parts if type(one).__name__ == name)


def listed(desktop):
    model = part(desktop, "RegisterPart").view.model
    return sorted(model.factory_id(row) for row in range(model.rowCount()))


def found(iface, spin, text):
    from qgis.core import QgsLocatorContext

    names = []
    iface.locator.foundResult.connect(lambda result: names.append(result.displayString))
    iface.locator.fetchResults(text, QgsLocatorContext())
    spin(lambda: not iface.locator.isRunning(), seconds=10)
    spin(seconds=0.2)
    iface.locator.foundResult.disconnect()
    return names


def use(desktop, folder, spin):
    """Leave something of the first project in every corner of the panel."""
    view = part(desktop, "RegisterPart").view
    view.filters.search.setText("angkor")
    spin(lambda: view.model.rowCount() == 1)
    view.model.select_rows([0])
    view._selection_made()
    desktop.dock.layers.set_output_file(str(folder / "mine.gpkg"))
    findings = desktop.dock.findings
    findings.chips.chip("undecided").click()
    findings.chips.chip("undecided").click()
    findings.search.setText("angkor")
    findings.choose(findings.table.model().index(0, 0))
    desktop.controller.failed.emit("Something was wrong in the first town.")
    part(desktop, "LocatorPart").show_place(104.9, 11.5)
    desktop.dock.show_page(part(desktop, "SiteCheckPart").page)
    site = part(desktop, "SiteCheckPart").check
    site.view.activity.choose("1410")
    site.put(105.0, 11.48)
    spin(lambda: site.answer is not None)
    return site


def drawn(iface):
    """Return how many marks of the plugin can be seen on the map."""
    from qgis.gui import QgsRubberBand, QgsVertexMarker

    bands = [one for one in iface.canvas.scene().items() if isinstance(one, QgsRubberBand) and one.size() > 0]
    markers = [one for one in iface.canvas.scene().items() if isinstance(one, QgsVertexMarker)]
    return len(bands) + len(markers)


def test_the_second_project_shows_nothing_of_the_first(two, front, iface, spin):
    from factory_locations.processing.paths import BASELINE_PACK

    first, second = two
    desktop = front(first)
    assert listed(desktop) == ["A0", "L1"]
    assert spin(lambda: desktop.dock.findings.row_count() == 4)  # read in the background
    site = use(desktop, first, spin)
    assert site.answer is not None
    assert drawn(iface) > 0
    desktop = front(second)
    spin(lambda: drawn(iface) == 0, seconds=5)
    layers = desktop.dock.layers
    assert listed(desktop) == ["B0", "M1", "T2"]
    assert part(desktop, "RegisterPart").view.filters.search.text() == ""
    assert part(desktop, "RegisterPart").view.model.selected_fids() == []
    assert desktop.dock.findings.row_count() == 0
    assert desktop._layers is None
    assert desktop.dock._status.text() == ""
    assert layers.rules.path() == str(BASELINE_PACK)
    assert str(layers.layer("factories").source()).startswith(str(second))
    assert layers.output_file() == ""
    assert layers.output_told().startswith(str(second))
    assert site.place is None
    assert site.answer is None
    assert site.view.place.text.text() == ""
    assert site.view.activity.code() == ""
    assert site._certificates() == second
    assert drawn(iface) == 0
    assert found(iface, spin, "fac angkor") == [NONE]
    assert [name for name in found(iface, spin, "fac bayon") if "Bayon" in name]


def test_back_in_the_first_everything_is_its_own(two, front, iface, spin):
    first, second = two
    desktop = front(first)
    use(desktop, first, spin)
    front(second)
    desktop = front(first)
    assert listed(desktop) == ["A0", "L1"]
    assert spin(lambda: desktop.dock.findings.row_count() == 4)  # read in the background
    assert desktop.dock.findings.search.text() == ""
    assert desktop.dock.layers.rules.path() == str(first / "own_rules.yaml")
    assert desktop.dock.layers.output_told().startswith(str(first))
    assert [name for name in found(iface, spin, "fac angkor") if "Angkor" in name]
    assert found(iface, spin, "fac bayon") == [NONE]


def test_the_variable_for_expressions_follows(two, front, project):
    first, second = two
    front(first)
    assert project.customVariables().get("factory_rules") == str(first / "own_rules.yaml")
    front(second)
    assert "factory_rules" not in project.customVariables()


@pytest.mark.parametrize("ended", [False, True])
def test_a_project_opened_while_a_check_runs(two, front, project, spin, ended, monkeypatch):
    """The check is stopped; where it comes to its end all the same, its findings do not arrive in the next project."""
    from qgis.core import QgsApplication

    first, second = two
    desktop = front(first)
    told = []
    desktop.controller.finished.connect(lambda _layers: told.append("finished"))
    desktop.controller.failed.connect(told.append)
    desktop.controller.cancelled.connect(lambda: told.append("cancelled"))
    desktop.run_check()
    assert desktop.controller.running
    if ended:  # it comes to its end all the same
        monkeypatch.setattr(type(desktop.controller._run), "cancel", lambda run: None)
    desktop = front(second)
    spin(lambda: QgsApplication.taskManager().countActiveTasks() == 0)
    spin(seconds=0.3)
    assert told == ["cancelled"]
    assert not desktop.controller.running
    assert len(project.mapLayers()) == 2
    assert desktop.dock.findings.row_count() == 0
    assert desktop.dock._status.text() == ""
    assert desktop.dock.run_button.isEnabled()


def test_the_rules_shown_after_a_project_is_closed_are_those_that_the_next_check_goes_by(plugin, iface, project, spin):
    desktop = plugin.desktop
    iface.window.show()
    desktop.dock.show()
    desktop.dock.show_check()
    rules = desktop.dock.layers.rules
    iface.newProject(False)  # as when QGIS starts, too
    assert rules.path() == desktop.roles.rules()
    assert spin(lambda: rules.box.currentText() == "Cambodia baseline, screening", seconds=3)
    rules.choose("")
    assert desktop.roles.rules() == rules.path() == ""
    desktop.dock.layers.setCollapsed(True)  # as below the findings of a check; opening it lets Qt do what is waiting
    iface.newProject(False)
    spin(seconds=0.1)
    assert desktop.roles.rules().endswith("kh-baseline.yaml")
    assert rules.path() == desktop.roles.rules()


def test_why_a_run_failed_goes_with_its_project(plugin, iface):
    from qgis.core import Qgis

    plugin.desktop._failed("The zoning cannot be read.")
    plugin.desktop._tell(
        "Nothing was written down.", Qgis.MessageLevel.Critical
    )  # not about a run: somebody must read it
    iface.newProject(False)
    assert [item.text() for item in iface.bar.items()] == ["Nothing was written down."]

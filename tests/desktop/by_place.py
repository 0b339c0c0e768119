"""A register without a field of provinces in a real QGIS window; `test_by_place.py` starts it."""

from factory_locations.tests.desktop.hands import choose, press
from factory_locations.tests.desktop.stage import NAME, Stage, perform
from qgis.core import QgsFeature, QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QComboBox
from qgis.utils import plugins


def without_units(register):
    """Return a copy that says of no factory which unit it is in."""
    units = ("province_code", "district_code", "commune_code", "village_code")
    kept = [row for row, one in enumerate(register.fields()) if one.name() not in units]
    copy = QgsVectorLayer(f"Point?crs={register.crs().authid()}", "Own register", "memory")
    copy.dataProvider().addAttributes([register.fields().at(row) for row in kept])
    copy.updateFields()
    rows = []
    for feature in register.getFeatures():
        row = QgsFeature(copy.fields())
        row.setGeometry(feature.geometry())
        row.setAttributes([feature.attributes()[place] for place in kept])
        rows.append(row)
    copy.dataProvider().addFeatures(rows)
    return copy


def is_of_scopes(combo):
    """Return whether a list offers what a report is about."""
    return combo.findText("Whole register", Qt.MatchFlag.MatchStartsWith) >= 0


def scenario(stage: Stage):
    """An officer's own register has no provinces; the project has their outlines."""
    result = stage.result
    stage.step("demo loaded")
    yield lambda: NAME in plugins
    desktop, dock, part = stage.desktop, stage.dock, stage.part("RegisterPart")
    yield from stage.open_panel()
    stage.plugin.load_demo_project()
    yield stage.settled()
    yield stage.pause(1)

    stage.step("register without provinces")
    given = desktop.roles.layer("factories")
    own = without_units(given)
    QgsProject.instance().addMapLayer(own)
    desktop.roles.assign("factories", own)
    press(dock.tabs.tabBar(), dock.tabs.tabBar().tabRect(0).center())
    yield lambda: part.view is not None and part.view.model.total > 0
    yield lambda: "province" in part.view.model.columns
    yield stage.pause(0.5)
    stage.silence_ms()
    choose(part.view.filters.boxes["province"], "Kandal")
    yield stage.pause(0.5)
    result["filtered"] = part.view.counts_told()
    result["silence"] = stage.silence_ms()
    stage.picture("1-register")
    part.view.filters.clear_button.click()

    stage.step("check run")
    press(dock.tabs.tabBar(), dock.tabs.tabBar().tabRect(1).center())
    yield stage.pause(0.5)
    dock.run_button.click()
    yield lambda: desktop.controller.running
    yield lambda: not desktop.controller.running
    yield lambda: dock.findings.row_count() > 0
    choose(dock.findings.group_box, "By province")
    yield stage.pause(1)
    result["groups"] = list(dock.findings._model.content.groupings["province"].titles)
    stage.picture("2-findings")
    stage.step("report offered")
    press(dock.tabs.tabBar(), dock.tabs.tabBar().tabRect(4).center())
    yield stage.pause(1)
    combo = next(one for one in dock.tabs.currentWidget().findChildren(QComboBox) if is_of_scopes(one))
    result["scopes"] = [combo.itemText(row) for row in range(combo.count())]
    stage.picture("3-reports")


perform(scenario)

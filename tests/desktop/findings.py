"""The findings in groups, and what changed since the check before, in a real QGIS window; see `test_findings.py`."""

from factory_locations.tests.desktop.hands import choose, click, press
from factory_locations.tests.desktop.stage import NAME, Stage, perform
from qgis.core import QgsFeatureRequest, QgsGeometry, QgsProject
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from qgis.utils import plugins


def lines(view):
    """Return the first words of each line: the title of a group, or the id of a factory."""
    model = view.table.model()
    heads = [model.group(line) for line in range(model.rowCount())]
    return [head.title if head else model.finding(line).factory_id for line, head in enumerate(heads)]


def idle(desktop):
    """Wait until nothing of a check is under way."""
    return lambda: not (desktop.controller.running or desktop.reader.reading or desktop.comparer.comparing)


def scenario(stage: Stage):
    """An officer reads the findings rule by rule, mends a location, checks again, and sees what came of it."""
    result = stage.result
    stage.step("plugin enabled")
    yield lambda: NAME in plugins
    desktop, dock = stage.desktop, stage.dock
    view = dock.findings
    yield from stage.open_panel()
    stage.plugin.load_demo_project()
    yield stage.settled()
    yield stage.pause(1)
    result["coverage"] = dock.layers.needs_told()
    stage.picture("1-before")

    stage.step("checked")
    stage.silence_ms()
    press(dock.run_button)
    yield lambda: desktop.controller.running
    yield idle(desktop)
    yield stage.settled()
    result["since_at_first"] = view.since.text()
    choose(view.group_box, "By rule")
    yield stage.pause(0.5)
    result["rules"] = lines(view)
    stage.picture("2-rules")
    stage.picture("2-dock", dock)

    stage.step("opened by the keyboard")
    view.table.setFocus()
    for key in (Qt.Key.Key_Home, Qt.Key.Key_Right, Qt.Key.Key_Down):
        QTest.keyClick(view.table, key)
    yield stage.pause(1.5)
    yield stage.settled()
    result["opened"] = [len(lines(view)), view.details_text(), dock.layers.layer("factories").selectedFeatureCount()]
    stage.picture("3-opened")

    stage.step("by province")
    choose(view.group_box, "By province")
    yield stage.pause(0.5)
    result["provinces"] = [head for head in lines(view) if not head.startswith("KH")]
    stage.picture("4-province", dock)
    click(view.table, view.table.model().index(view.table.model().heads[-1], 0))
    yield stage.pause(0.3)

    stage.step("checked again")
    register = dock.layers.layer("factories")
    first = view.table.model().content
    factory = first.texts["factory_id"][0]
    rows = list(register.getFeatures())  # the demo is not to be changed: a copy, with one factory moved
    good = next(one for one in rows if one["factory_id"] not in set(first.texts["factory_id"]))
    own = register.materialize(QgsFeatureRequest())
    own.setName("Factories, mended")
    moved = next(one.id() for one in own.getFeatures() if one["factory_id"] == factory)
    own.dataProvider().changeGeometryValues({moved: QgsGeometry(good.geometry())})
    QgsProject.instance().addMapLayer(own)
    yield stage.pause(0.5)
    dock.layers.set_layer("factories", own)
    press(dock.run_button)
    yield lambda: desktop.controller.running
    yield idle(desktop)
    yield stage.settled()
    result["other_register"] = view.since.text()
    press(dock.run_button)
    yield lambda: desktop.controller.running
    yield idle(desktop)
    yield stage.settled()
    yield stage.pause(0.5)
    result["since"] = view.since.text()
    own.dataProvider().changeGeometryValues({moved: QgsGeometry(rows[0].geometry())})
    press(dock.run_button)
    yield lambda: desktop.controller.running
    yield idle(desktop)
    yield stage.settled()
    yield stage.pause(0.5)
    result["since_moved"] = view.since.text()
    stage.picture("5-since")
    stage.picture("5-dock", dock)
    view.since.linkActivated.emit("new")
    yield stage.pause(0.5)
    result["narrowed"] = view.narrowing.text()
    stage.picture("6-new", dock)
    press(view.narrowing.button)
    yield stage.pause(0.3)

    stage.step("dark")
    choose(view.group_box, "By rule")
    stage.dark()
    yield stage.pause(0.5)
    view.table.open_group(0, True)
    yield stage.pause(0.3)
    stage.picture("7-dark", dock)
    stage.picture("7-dark-window")
    stage.dark(False)
    choose(view.group_box, "No groups")
    yield stage.pause(0.3)
    stage.picture("8-plain", dock)


perform(scenario)

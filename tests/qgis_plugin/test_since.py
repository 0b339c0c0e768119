"""What changed since the check before: counted in a line, and listed on a click."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.slow  # whole checks

INSIDE, OUTSIDE = "POINT(500100 1270100)", "POINT(509000 1279000)"
SQUARE = "POLYGON((500000 1270000, 501000 1270000, 501000 1271000, 500000 1271000, 500000 1270000))"
FIELDS = ["factory_id:string", "name_en:string", "isic:string", "loc_accuracy_m:double", "park_id:string"]
ROWS = [
    [INSIDE, "F1", "One", "1410", 5.0, "P1"],
    [OUTSIDE, "F2", "Two", "1410", 5.0, None],
    [INSIDE, "F3", "Three", "1410", 5.0, "NOWHERE"],
]


@pytest.fixture
def desktop(iface, project, provider, make_layer, spin):
    from factory_locations.qgis_plugin.desktop import Desktop

    zoning = make_layer("Zoning", "Polygon", ["zone_code:string"], [[SQUARE, "LIND"]])
    parks = make_layer("Industrial parks", "Polygon", ["park_id:string", "name_en:string"], [[SQUARE, "P1", "Park"]])
    project.addMapLayers([make_layer("Factories", "Point", FIELDS, ROWS), zoning, parks])
    instance = Desktop(iface)
    instance.dock.show()
    iface.window.show()
    spin(seconds=0.1)
    yield instance
    instance.remove()
    spin(seconds=0.1)


def check(desktop, spin, rows=None, name="check", tmp_path=None):
    """Run a check to its end, the register's factories where `rows` has them."""
    from qgis.core import QgsGeometry

    register = desktop.dock.layers.layer("factories")
    if rows is not None:
        by_id = {row["factory_id"]: row.id() for row in register.getFeatures()}
        moves = {by_id[factory]: QgsGeometry.fromWkt(place) for factory, place in rows.items()}
        assert register.dataProvider().changeGeometryValues(moves)
    if tmp_path is not None:
        desktop.dock.layers.set_output_file(str(tmp_path / name))
    desktop.dock.run_button.click()
    settle(desktop, spin)
    return desktop._layers


def settle(desktop, spin):
    assert spin(lambda: not (desktop.controller.running or desktop.reader.reading or desktop.comparer.comparing), 60)


def listed(view):
    model = view.table.model()
    found = [model.finding(line) for line in range(model.rowCount())]
    return [(one.factory_id, one.rule_id, one.kind) for one in found if one is not None]


def ask(view, which):
    view.since.linkActivated.emit(which)


def test_new_resolved_worse_and_better(desktop, spin, tmp_path):
    view = desktop.dock.findings
    check(desktop, spin, name="first", tmp_path=tmp_path)
    assert not view.since.isVisibleTo(view)
    before = listed(view)
    assert ("F2", "KH-ZON-01", "no data") in before
    check(desktop, spin, {"F1": OUTSIDE, "F2": INSIDE}, "second", tmp_path)
    now = listed(view)
    new, resolved = set(now) - set(before), set(before) - set(now)
    told = view.since.text()
    assert f"{len(new)} new" in told
    assert f"{len(resolved)} resolved" in told
    assert "1 worse" in told
    assert "1 better" in told
    assert told.startswith("Since ")
    assert "Findings: " in view.since.toolTip()

    ask(view, "new")
    assert set(listed(view)) == new
    assert view.narrowing.text().startswith("New since")
    ask(view, "worse")
    assert {factory for factory, _, _ in listed(view)} == {"F1"}
    ask(view, "resolved")
    assert set(listed(view)) == resolved
    assert view.narrowing.text().startswith("Resolved since")
    ask(view, "better")
    assert {factory for factory, _, _ in listed(view)} == {"F2"}
    view.narrowing.button.click()
    assert listed(view) == now
    assert view.narrowing.text() == ""


def test_what_is_resolved_is_explained_and_shown_where_it_is(desktop, iface, spin, tmp_path):
    view = desktop.dock.findings
    check(desktop, spin, name="first", tmp_path=tmp_path)
    check(desktop, spin, {"F2": INSIDE}, "second", tmp_path)
    ask(view, "resolved")
    (line,) = [n for n, one in enumerate(listed(view)) if one[1] == "KH-ZON-01"]
    iface.canvas.setDestinationCrs(desktop.dock.layers.layer("factories").crs())
    view.choose(view.table.model().index(line, 1))
    told = view.details_text()
    assert "No data" in told
    assert "Now: " in told
    assert not view.decide_button.isEnabled()
    centre = iface.canvas.extent().center()
    assert (round(centre.x()), round(centre.y())) == (509000, 1279000)  # where it was found
    assert [one["factory_id"] for one in desktop.dock.layers.layer("factories").selectedFeatures()] == ["F2"]


def test_other_rules_are_not_compared(desktop, spin, tmp_path):
    from factory_locations.processing.paths import DEFAULT_PACK
    from factory_locations.qgis_plugin.project.packs import BASELINE

    view = desktop.dock.findings
    desktop.dock.layers.rules.choose(str(DEFAULT_PACK))
    check(desktop, spin, name="first", tmp_path=tmp_path)
    desktop.dock.layers.rules.choose(str(BASELINE))
    check(desktop, spin, name="second", tmp_path=tmp_path)
    assert "Not compared" in view.since.text()
    assert "kh-zoning-parks" in view.since.text()
    desktop.dock.layers.rules.choose(str(DEFAULT_PACK))
    check(desktop, spin, name="third", tmp_path=tmp_path)  # with the first, and not with the one in between
    assert "0 new" in view.since.text()


def test_another_register_is_not_compared(desktop, spin, project, make_layer, tmp_path):
    view = desktop.dock.findings
    check(desktop, spin, name="first", tmp_path=tmp_path)
    other = make_layer("Other factories", "Point", FIELDS, [[INSIDE, "X1", "Other", "1410", 5.0, None]])
    project.addMapLayer(other)
    spin(seconds=0.1)
    desktop.dock.layers.set_layer("factories", other)
    check(desktop, spin, name="second", tmp_path=tmp_path)
    assert "another register" in view.since.text()


def test_comes_back_with_the_project_and_without_the_earlier_layers(desktop, spin, project, tmp_path):
    """The file of the check before is beside; its layers have been taken out of the project."""
    view = desktop.dock.findings
    first = check(desktop, spin, name="first", tmp_path=tmp_path)
    check(desktop, spin, {"F2": INSIDE}, "second", tmp_path)
    told = view.since.text()
    project.removeMapLayers([one.id() for one in (first.findings, first.factories, first.evidence)])
    assert project.write(str(tmp_path / "p.qgz"))
    project.clear()
    assert not view.since.isVisibleTo(view)
    assert project.read(str(tmp_path / "p.qgz"))
    settle(desktop, spin)
    assert view.since.text() == told
    (tmp_path / "first.gpkg").unlink()
    assert project.read(str(tmp_path / "p.qgz"))
    settle(desktop, spin)
    assert not view.since.isVisibleTo(view)


def test_the_day_or_the_hour(qgis_app):
    from datetime import datetime

    from factory_locations.qgis_plugin.panel.comparer import said_when

    then = datetime(2026, 11, 1, 9, 5)
    assert said_when(then, datetime(2026, 12, 1, 8, 0)) == "1 Nov 2026"
    assert said_when(then, datetime(2026, 11, 1, 17, 0)) == "1 Nov 2026, 09:05"


def test_leaves_nothing_while_it_compares(desktop, spin, project, tmp_path):
    from pathlib import Path

    check(desktop, spin, name="first", tmp_path=tmp_path)
    check(desktop, spin, name="second", tmp_path=tmp_path)
    folder = Path(desktop.comparer._folder.path())
    assert list(folder.glob("*.gpkg"))
    desktop.comparer.compare(desktop._layers.findings, desktop.dock.findings.table.model().content)
    assert spin(lambda: desktop.comparer._run is not None)
    desktop.dock.findings.clear()
    desktop.comparer.shutdown()
    assert not folder.exists()

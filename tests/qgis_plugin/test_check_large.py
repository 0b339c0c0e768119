"""A hundred thousand factories in the tab of the check: from the button on, the window never stands still."""

from __future__ import annotations

import time

import pytest
from factory_locations.tests import large
from factory_locations.tests.patience import patience
from factory_locations.tests.watch import ANSWER_MS, STILL_MS, Watch, report

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def sources(qgis_app, tmp_path_factory):
    return large.country(tmp_path_factory.mktemp("country"))


@pytest.fixture
def watched(iface, project, provider, sources, spin):
    from factory_locations.qgis_plugin import settings
    from factory_locations.qgis_plugin.desktop import Desktop
    from qgis.core import QgsVectorLayer

    settings.set_grouping("")
    layers = {role: QgsVectorLayer(source, role.title(), "ogr") for role, source in sources.items()}
    project.addMapLayers(list(layers.values()))
    iface.window.resize(1366, 700)
    iface.window.show()
    desktop = Desktop(iface)
    for role, layer in layers.items():
        desktop.roles.assign(role, layer)
    desktop.dock.show()
    desktop.dock.show_check()
    spin(seconds=0.5)
    watch = Watch()
    yield desktop, watch
    watch.stop()
    desktop.remove()
    settings.set_grouping("")
    spin(seconds=0.1)


def checked(desktop, watch, spin, what):
    """Press Run, and wait until the findings are shown and compared."""
    steps = (
        ("checked", lambda: not desktop.controller.running),
        ("shown", lambda: not desktop.reader.reading),
        ("compared", lambda: not desktop.comparer.comparing),
    )
    longest = []
    desktop.dock.run_button.click()
    for step, done in steps:
        began = time.perf_counter()
        watch.reset()
        assert spin(done, seconds=60 * patience()), step
        spin(seconds=0.1)
        report(f"{what}, {step}", took=1000 * (time.perf_counter() - began), still=watch.longest)
        longest.append(watch.longest)
    return longest


def test_the_window_never_stands_still(watched, spin, project):
    from qgis.PyQt.QtCore import Qt

    desktop, watch = watched
    view = desktop.dock.findings
    longest = checked(desktop, watch, spin, "first check")
    found = view.row_count()
    assert found > large.FACTORIES
    longest += checked(desktop, watch, spin, "second check")
    assert "0 new" in view.since.text()

    def timed(what, do):
        watch.reset()
        start = time.perf_counter()
        do()
        view.table.viewport().repaint()
        took = 1000 * (time.perf_counter() - start)
        spin(seconds=0.1)
        report(what, took=took, still=watch.longest)
        longest.append(watch.longest)
        assert took < ANSWER_MS * patience(), what

    def group_by(key):
        index = view.group_box.findData(key)
        view.group_box.setCurrentIndex(index)
        view.group_box.activated.emit(index)

    table = view.table
    for key in ("rule", "province", "kind", ""):
        timed(f"group by {key or 'nothing'}", lambda key=key: group_by(key))
        timed("open all", lambda: table.open_all(True))
        assert table.model().rowCount() == found + len(table.model().heads)
        timed("close the first", lambda: table.open_group(0, False))
        timed("close all", lambda: table.open_all(False))
    for key in ("", "province"):
        group_by(key)
        for text in ("l", "lotus", "garment lotus", "kh-000777", "no such factory", ""):
            timed(f"search “{text}”", lambda text=text: view.search.setText(text))
        for kind in ("fail", "undecided"):
            timed(f"only {kind}", view.chips.chip(kind).click)
            timed(f"not only {kind}", view.chips.chip(kind).click)
        timed("open all", lambda: table.open_all(True))
        for column in range(6):
            for order in (Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder):
                timed(f"sort by {column}", lambda column=column, order=order: table.sortByColumn(column, order))
        timed("to the end", lambda: table.make_current(table.model().rowCount() - 1))
    timed("one factory", lambda: view.narrow_to_factory("KH-000777"))
    timed("all again", view.widen)
    assert max(longest) < STILL_MS * patience(), longest


def test_comes_back_with_the_project_while_the_window_lives(watched, spin, project, sources, tmp_path):
    desktop, watch = watched
    checked(desktop, watch, spin, "check")
    assert project.write(str(tmp_path / "large.qgz"))
    found = desktop.dock.findings.row_count()
    watch.reset()
    desktop._find_results()
    assert spin(lambda: not desktop.reader.reading, seconds=60 * patience())
    report("read again", still=watch.longest)
    assert desktop.dock.findings.row_count() == found
    assert watch.longest < STILL_MS * patience()

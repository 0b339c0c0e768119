"""Switched off, the plugin leaves nothing behind: of no part, whatever was done with it, the second time as the first.

It is generic: a new part is covered where its tab can be looked at, and its windows opened from the plugin's menu.
"""

from __future__ import annotations

import pytest
from factory_locations.tests.qgis_plugin.traces import living, told_parts, traces


@pytest.fixture
def layers(project, make_layer, spin):
    """A register and a zoning plan that were there before the plugin, and outlive it."""
    fields = ["factory_id:string", "name_en:string", "isic:string", "loc_accuracy_m:double", "park_id:string"]
    rows = [["POINT(501000 1270000)", "F2", "Angkor Rice"], ["POINT(502000 1270000)", "F3", "Lotus Garment"]]
    square = "POLYGON((490000 1260000, 510000 1260000, 510000 1280000, 490000 1280000, 490000 1260000))"
    made = [
        make_layer("Factories", "Point", fields, rows),
        make_layer("Zoning", "Polygon", ["zone_code:string"], [[square, "LIND"]]),
    ]
    project.addMapLayers(made)
    spin(seconds=0.1)
    return made


def switch_on(iface):
    import factory_locations

    plugin = factory_locations.classFactory(iface)
    plugin.initGui()
    return plugin


def test_as_the_panel_goes_no_tab_is_built(iface, provider, project, spin, monkeypatch):
    """Qt brings a tab to the front when the one before it goes, which began to read with a plugin that had gone."""
    from factory_locations.qgis_plugin.panel.dock import Page

    plugin = switch_on(iface)
    iface.window.show()
    dock = plugin.desktop.dock
    dock.show()
    dock.tabs.setCurrentIndex(dock.tabs.count() - 1)
    spin(seconds=0.2)
    filled, built = Page.filled, []

    def watched(page):
        if page.content is None:
            built.append(page.accessibleName())
        return filled(page)

    monkeypatch.setattr(Page, "filled", watched)
    plugin.unload()
    spin(seconds=0.3)
    assert built == []


def look_at_everything(plugin, iface, spin):
    """Show the panel and every tab of it, and press every button that can be switched on and off."""
    from qgis.PyQt.QtWidgets import QAbstractButton

    dock = plugin.desktop.dock
    iface.window.show()
    dock.show()
    for index in range(dock.tabs.count()):
        dock.tabs.setCurrentIndex(index)
        spin(seconds=0.2)
        for button in dock.tabs.currentWidget().findChildren(QAbstractButton):
            if button.isCheckable() and button.isEnabled() and button.isVisible():
                button.click()
                spin(seconds=0.02)


def open_windows(plugin, spin):
    """Choose every entry of the plugin's menu that opens a window of its own."""
    from factory_locations.qgis_plugin.project.part import ProjectPart

    desktop = plugin.desktop
    desktop.show_help()
    (part,) = (one for one in desktop._parts if isinstance(one, ProjectPart))
    part.new_project()
    spin(seconds=0.1)
    part.dialog.reject()
    part.load_layers()
    spin(seconds=0.1)


def show_a_check(plugin, project, findings_gpkg, spin):
    """A check in the panel, one of its findings on the map, and the dialog for a decision open."""
    from datetime import datetime

    from factory_locations.qgis_plugin.project.results import add_results

    desktop = plugin.desktop
    desktop._finished(add_results(project, str(findings_gpkg), datetime(2025, 3, 4, 5, 6)))
    findings = desktop.dock.findings
    findings.choose(findings.table.model().index(0, 0))
    desktop.record_decision(next(desktop._layers.findings.getFeatures()))
    desktop.controller.failed.emit("Something is wrong.")
    spin(seconds=0.1)


def search(iface, spin):
    """Ask every search of the locator bar."""
    from qgis.core import QgsLocatorContext

    for text in ("rice", "11.5, 104.9", "isic 2394"):
        iface.locator.fetchResults(text, QgsLocatorContext())
        spin(seconds=0.3)


def forget_check(project, before):
    """Take away the layers of the check, as a person does: they belong to the project, not to the plugin."""
    project.removeMapLayers([one for one in project.mapLayers() if one not in before])
    for group in project.layerTreeRoot().findGroups():
        project.layerTreeRoot().removeChildNode(group)


def differences(before, after):
    """Return what is not as it was, of counts and the like only those that differ."""
    found = {}
    for key, was in before.items():
        now = after[key]
        if isinstance(was, dict):
            was, now = (
                {one: d.get(one, 0) for one in {*was, *now} if was.get(one, 0) != now.get(one, 0)} for d in (was, now)
            )
        if was != now:
            found[key] = (was, now)
    return found


@pytest.fixture
def quiet(iface, layers, provider, spin):
    """The window before the plugin, after one round of it: what QGIS itself makes once and keeps is there by then."""
    iface.window.show()
    switch_on(iface).unload()
    spin(seconds=0.3)
    return traces(iface, layers)


@pytest.fixture
def older(quiet):
    """What other tests have left to Python's collector, and not the plugin of this one."""
    return living() + told_parts()


@pytest.mark.parametrize("rounds", [1, 2])
def test_used_and_switched_off_nothing_is_left(quiet, iface, layers, project, findings_gpkg, spin, rounds, older):
    for _ in range(rounds):
        plugin = switch_on(iface)
        assert differences(quiet, traces(iface, layers))  # it can be seen while it is there
        look_at_everything(plugin, iface, spin)
        open_windows(plugin, spin)
        search(iface, spin)
        show_a_check(plugin, project, findings_gpkg, spin)
        plugin.unload()
        del plugin
        spin(seconds=0.5)
        forget_check(project, quiet["layers"])
        # QGIS flashes the place of a finding for a moment, whoever asked it to
        spin(lambda: not differences(quiet, traces(iface, layers)), seconds=5)
        assert not differences(quiet, traces(iface, layers))
        assert living() - older == {}
        assert told_parts() - older == {}


def test_switched_off_unused_nothing_is_left(quiet, iface, layers, spin, older):
    for _ in range(2):
        switch_on(iface).unload()
        spin(seconds=0.2)
        assert not differences(quiet, traces(iface, layers))
        assert living() - older == {}
        assert told_parts() - older == {}


def test_a_trace_would_be_seen(quiet, iface, layers, project):
    """The comparison itself: a listener, a message and a variable are differences."""
    from qgis.core import QgsExpressionContextUtils

    def listener():
        return None

    project.cleared.connect(listener)
    iface.bar.pushMessage("Left behind")
    QgsExpressionContextUtils.setProjectVariable(project, "left", "behind")
    found = differences(quiet, traces(iface, layers))
    project.cleared.disconnect(listener)
    assert set(found) == {"listeners", "messages", "variables"}

"""Enabling adds, disabling removes; in qgis_process there is no window."""

from __future__ import annotations

import subprocess
import sys

import pytest

HEADLESS = """
import importlib.util, sys
spec = importlib.util.spec_from_file_location("factory_locations", sys.argv[1] + "/__init__.py",
                                              submodule_search_locations=[sys.argv[1]])
package = importlib.util.module_from_spec(spec)
sys.modules["factory_locations"] = package
spec.loader.exec_module(package)
from qgis.core import QgsApplication
app = QgsApplication([], False)
app.initQgis()
registry = QgsApplication.processingRegistry()
plugin = package.classFactory(None)
plugin.initProcessing()
print("loaded", registry.providerById("factory") is not None)
print("window", "factory_locations.qgis_plugin.desktop" in sys.modules)
plugin.unload()
print("unloaded", registry.providerById("factory") is None)
app.exitQgis()
"""


def test_without_a_window(qgis_environment, root):
    done = subprocess.run(
        [sys.executable, "-c", HEADLESS, str(root)],
        env=qgis_environment,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.split("\n")[:3] == ["loaded True", "window False", "unloaded True"]


@pytest.fixture
def plugin(iface, provider):
    """The plugin in a window; the provider of the session stays the one that is registered."""
    import factory_locations

    instance = factory_locations.classFactory(iface)
    instance.initGui()
    yield instance
    instance.unload()


def found(iface):
    from qgis.PyQt.QtWidgets import QDockWidget, QToolBar

    return (
        [one.objectName() for one in iface.window.findChildren(QDockWidget)],
        [one.objectName() for one in iface.window.findChildren(QToolBar)],
        [one.text() for one in iface.menu.actions()],
    )


def test_adds_and_removes(plugin, iface, spin):
    assert found(iface) == (["FactoryLocationsPanel"], ["FactoryLocationsToolbar"], ["Factory &Locations"])
    items = len(iface.canvas.scene().items())
    plugin.unload()
    spin(seconds=0.2)
    assert found(iface) == ([], [], [])
    assert len(iface.canvas.scene().items()) == items - 1


def test_takes_its_messages_along(plugin, iface, spin):
    for _ in range(2):  # one is shown, one waits behind it
        plugin.desktop.controller.failed.emit("Something is wrong.")
    iface.bar.pushMessage("Somebody else", "Stays.")
    spin(seconds=0.1)
    plugin.unload()
    spin(seconds=0.3)
    assert iface.bar.currentItem().text() == "Stays."
    assert len(iface.bar.items()) == 1


def test_listens_no_more_after_unload(plugin, project, make_layer, spin, capsys):
    plugin.unload()
    spin(seconds=0.2)
    project.addMapLayer(make_layer("Zoning", "Polygon", []))
    project.clear()
    assert "Error" not in capsys.readouterr().err


def test_toolbar_button_shows_the_panel(plugin, iface):
    from qgis.PyQt.QtWidgets import QToolBar

    iface.window.show()
    button = iface.window.findChild(QToolBar).actions()[0]
    assert not plugin.desktop.dock.isVisible()
    button.trigger()
    assert plugin.desktop.dock.isVisible()
    button.trigger()
    assert not plugin.desktop.dock.isVisible()


def test_every_button_has_an_icon(plugin, iface):
    from qgis.PyQt.QtWidgets import QToolBar

    actions = iface.window.findChild(QToolBar).actions()
    assert len(actions) == 5
    assert all(not one.icon().isNull() and one.text() for one in actions)


def test_a_refused_provider_is_not_removed(plugin, provider):
    """A second copy of the plugin must not take the first one's algorithms away."""
    from qgis.core import QgsApplication

    plugin.unload()
    assert QgsApplication.processingRegistry().providerById("factory") is provider


def test_panel_says_what_to_install(iface, provider, monkeypatch):
    import factory_locations
    from factory_locations.processing import dependencies

    monkeypatch.setattr(dependencies, "missing", lambda *_: ["geopandas >= 0.14"])
    instance = factory_locations.classFactory(iface)
    instance.initGui()
    try:
        assert "geopandas" in instance.desktop.controller.unavailable()
        assert not instance.desktop.dock.run_button.isEnabled()
        instance.desktop.run_check()  # nothing happens but a message
        assert "geopandas" in iface.bar.currentItem().text()
    finally:
        instance.unload()


def test_a_saved_check_comes_back_and_goes(plugin, project, findings_gpkg, tmp_path, spin):
    from datetime import datetime

    from factory_locations.qgis_plugin.project.results import add_results

    add_results(project, str(findings_gpkg), datetime(2025, 3, 4, 5, 6))
    assert project.write(str(tmp_path / "checked.qgz"))
    project.clear()
    findings = plugin.desktop.dock.findings
    assert findings.row_count() == 0
    assert project.read(str(tmp_path / "checked.qgz"))
    assert spin(lambda: findings.row_count() == 4)
    project.removeAllMapLayers()
    assert findings.row_count() == 0


def test_messages_do_not_pile_up(plugin, iface):
    """A passing one makes room for the next; one that stays stands once."""
    from qgis.core import Qgis

    for sentence in ("Broken.", "Broken.", "Also broken."):
        plugin.desktop._tell(sentence, Qgis.MessageLevel.Critical)
    for sentence in ("One.", "Two.", "Three."):
        plugin.desktop._tell(sentence, Qgis.MessageLevel.Warning)
    assert sorted(one.text() for one in iface.bar.items()) == ["Also broken.", "Broken.", "Three."]


def test_translation_is_installed_when_there_is_one(qgis_app, tmp_path):
    from factory_locations.qgis_plugin.translation import install_translator

    assert install_translator("xx", tmp_path) is None
    (tmp_path / "factory_locations_xx.qm").write_bytes(b"not a translation")
    assert install_translator("xx", tmp_path) is None


def test_language_follows_the_override(qgis_app):
    from factory_locations.qgis_plugin.translation import language
    from qgis.core import QgsSettings

    settings = QgsSettings()
    settings.setValue("locale/overrideFlag", True)
    settings.setValue("locale/userLocale", "km_KH")
    assert language() == "km"
    settings.remove("locale/overrideFlag")
    settings.remove("locale/userLocale")
    assert language() != "km"

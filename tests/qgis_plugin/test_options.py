"""The page in the options of QGIS, and what reads it."""

from __future__ import annotations

import pytest


@pytest.fixture(autouse=True)
def settings(qgis_app):
    """The plugin's settings, none of them set before and after."""
    from factory_locations.qgis_plugin import settings
    from qgis.core import QgsSettings

    def forget():
        for key in (settings.OFFICER, settings.RULES, settings.ACCURACY, settings.STREET_MAP):
            QgsSettings().remove(key)

    forget()
    yield settings
    forget()


@pytest.fixture
def desktop(iface, project, provider, spin):
    """The desktop in a stand-in for QGIS's window."""
    from factory_locations.qgis_plugin.desktop import Desktop

    made = Desktop(iface)
    yield made
    made.remove()
    spin(seconds=0.05)


@pytest.fixture
def open_page(desktop, iface):
    """Open the page, as the options of QGIS do."""
    pages = []

    def open_page():
        (factory,) = iface.option_pages
        pages.append(factory.createWidget(iface.window))
        return pages[-1]

    yield open_page
    for page in pages:
        page.deleteLater()


def pack(name):
    from factory_locations.processing.paths import DEFAULT_PACK

    return str(DEFAULT_PACK.parent / name)


def test_comes_and_goes(iface, project):
    from factory_locations.qgis_plugin.desktop import Desktop

    made = Desktop(iface)
    (factory,) = iface.option_pages
    assert factory.title() == "Factory Locations"
    assert not factory.icon().isNull()
    made.remove()
    assert iface.option_pages == []


def test_looking_changes_nothing(open_page, settings):
    from qgis.core import QgsSettings

    page = open_page()
    page.show()
    baseline = pack("kh-baseline.yaml")
    assert (page.officer.text(), page.rules.path(), page.accuracy.value()) == ("", baseline, 0.0)
    assert not any(QgsSettings().contains(key) for key in (settings.OFFICER, settings.RULES, settings.ACCURACY))


def test_what_is_set_comes_back(open_page, settings):
    page = open_page()
    page.officer.setText("  Sok Dara ")
    page.rules.choose(pack("kh-baseline.yaml"))
    page.accuracy.setValue(50.0)
    page.apply()
    assert (settings.officer(), settings.rules(), settings.accuracy_m()) == ("Sok Dara", pack("kh-baseline.yaml"), 50.0)
    again = open_page()
    assert (again.officer.text(), again.rules.path(), again.accuracy.value()) == (
        "Sok Dara",
        pack("kh-baseline.yaml"),
        50.0,
    )


def test_the_menu_leads_to_the_page(desktop, iface):
    opened = []
    iface.showOptionsDialog = lambda window, page: opened.append(page)
    entries = {one.text().replace("&", ""): one for one in desktop.dock.more_menu.actions()}
    entries["Options and language…"].trigger()
    assert opened == ["FactoryLocationsOptions"]


def test_the_language_is_chosen_for_the_next_start(open_page, settings):
    page = open_page()
    assert [page.language.itemText(row) for row in range(3)] == ["As QGIS", "English", "ខ្មែរ"]
    assert page.language.currentData() == ""
    assert page.language_hint.isHidden()
    page.language.setCurrentIndex(2)
    assert not page.language_hint.isHidden()
    page.apply()
    assert settings.language() == "km"
    again = open_page()
    assert again.language.currentData() == "km"
    assert not again.language_hint.isHidden()  # not started again yet


def test_the_plugin_speaks_the_chosen_language(iface, provider, settings):
    import factory_locations
    from factory_locations.processing.i18n import interface_locale, tr

    before = interface_locale()
    settings.set_language("km")
    plugin = factory_locations.classFactory(iface)
    plugin.initGui()
    try:
        assert interface_locale() == "km"
        assert tr("Language") == "ភាសា"
    finally:
        plugin.unload()
    assert interface_locale() == before
    assert tr("Language") == "Language"


@pytest.mark.parametrize("written", ["fr", None, 7])
def test_a_language_that_is_none_is_the_one_of_qgis(settings, written):
    from qgis.core import QgsSettings

    QgsSettings().setValue(settings.LANGUAGE, written)
    assert settings.language() == ""


def test_the_officer_is_proposed_for_a_decision(settings):
    from datetime import date

    from factory_locations.qgis_plugin.panel.decision_dialog import DecisionDialog

    settings.set_officer("Sok Dara")
    assert DecisionDialog({"finding_id": "a1"}, None, date(2025, 1, 1)).officer.text() == "Sok Dara"


def test_rules_hold_for_projects_without_their_own(desktop, open_page, project, settings):
    page = open_page()
    page.rules.choose(pack("kh-baseline.yaml"))
    page.apply()
    assert desktop.dock.layers.rules.path() == pack("kh-baseline.yaml")
    assert project.isDirty() is False
    assert "factory_rules" not in project.customVariables()  # nothing was chosen in the project


def test_a_new_project_begins_with_them(qgis_app, settings):
    from factory_locations.qgis_plugin.project.wizard import MapPage

    assert MapPage().rules.path() == pack("kh-baseline.yaml")  # before anybody has chosen any
    settings.set_rules("")
    assert MapPage().rules.path() == ""


def test_a_project_keeps_its_own_rules(desktop, project, settings, tmp_path):
    settings.set_rules(pack("kh-baseline.yaml"))
    desktop.dock.layers.rules.choose("")  # the usual ones, on purpose
    assert desktop.roles.rules() == ""
    assert project.write(str(tmp_path / "own.qgz"))
    project.clear()
    assert desktop.roles.rules() == pack("kh-baseline.yaml")
    assert project.read(str(tmp_path / "own.qgz"))
    assert desktop.roles.rules() == ""


def test_a_check_stores_the_rules_it_went_by(desktop, project, settings):
    settings.set_rules(pack("kh-baseline.yaml"))
    desktop.dock.layers.refresh()
    desktop.dock.layers.remember()
    settings.set_rules("")
    assert desktop.roles.rules() == pack("kh-baseline.yaml")
    assert project.customVariables()["factory_rules"] == pack("kh-baseline.yaml")


def test_packs_of_the_plugin_are_stored_by_name(settings, tmp_path):
    from qgis.core import QgsSettings

    settings.set_rules(pack("kh-baseline.yaml"))
    assert QgsSettings().value(settings.RULES) == "shipped:kh-baseline.yaml"
    own = str(tmp_path / "own.yaml")
    settings.set_rules(own)
    assert settings.rules() == own


def test_a_pack_still_to_be_named_is_not_stored(open_page, settings):
    settings.set_rules(pack("kh-baseline.yaml"))
    page = open_page()
    page.rules.box.setCurrentIndex(page.rules.box.count() - 1)  # Other file…
    page.apply()
    assert settings.rules() == pack("kh-baseline.yaml")


def test_the_accuracy_goes_to_the_check(desktop, monkeypatch, settings):
    given = []
    monkeypatch.setattr(desktop.controller, "start", lambda parameters, _file: given.append(parameters))
    desktop.run_check()
    settings.set_accuracy_m(75.0)
    desktop.run_check()
    assert [one.get("DEFAULT_ACCURACY") for one in given] == [None, 75.0]


def test_the_accuracy_goes_to_the_site_check(qgis_app, settings):
    """A typed coordinate has it, until somebody says otherwise or clicks."""
    from factory_locations.qgis_plugin.panel.site.place_field import CLICKED, STATED, UNKNOWN, PlaceField

    def stated(field):
        return field.method.currentData(), field.accuracy_m()

    field = PlaceField()
    field.expect_text()
    assert stated(field) == (UNKNOWN, pytest.approx(4.9))
    settings.set_accuracy_m(75.0)
    field.reset()
    field.expect_text()
    assert stated(field) == (UNKNOWN, 75.0)
    field.expect_click()
    field.show_clicked(10_000)
    assert stated(field) == (CLICKED, 5.0)
    field.expect_text()
    field.accuracy.setValue(20.0)
    field.expect_click()
    assert stated(field) == (STATED, 20.0)  # a person said so


def test_the_street_map_is_offered_or_not(open_page, desktop, settings, project):
    from factory_locations.qgis_plugin.project.wizard import MapPage

    assert not MapPage().streets.isHidden()
    page = open_page()
    page.street_map.setChecked(False)
    page.apply()
    assert MapPage().streets.isHidden()
    assert not MapPage().streets.isChecked()


@pytest.mark.parametrize("written", ["many", "-5", "nan", "inf", ""])
def test_an_accuracy_written_by_hand_does_no_harm(settings, written):
    from qgis.core import QgsSettings

    QgsSettings().setValue(settings.ACCURACY, written)
    assert settings.accuracy_m() == 0.0


# -- packages -----------------------------------------------------------------------------------------


@pytest.fixture
def without(monkeypatch):
    """Pretend that all packages are there but some."""
    from factory_locations.processing import dependencies

    stated = dependencies._stated
    absent = set()
    monkeypatch.setattr(dependencies, "_satisfied", lambda name, _least: name not in absent)
    monkeypatch.setattr(dependencies, "_stated", lambda name: "" if name in absent else stated(name))
    return absent


def test_packages_are_listed_with_their_versions(open_page, without):
    import geopandas

    page = open_page()
    assert f"geopandas &gt;= 1.0&nbsp;&nbsp;</td><td style='padding-right: 28px'>{geopandas.__version__}" in (
        page.packages.text()
    )
    assert "✗" not in page.packages.text()
    assert page.advice.text() == "All of them are there."


def test_check_again_finds_what_was_installed(open_page, without, desktop):
    without.update(("geopandas", "rapidfuzz"))
    page = open_page()
    assert page.packages.text().count("✗") == 2
    assert "<b>missing</b>" in page.packages.text()
    assert "<b>missing; some tools need it</b>" in page.packages.text()
    assert "geopandas >= 1.0, rapidfuzz >= 3.12" in page.advice.text()
    page.again_button.click()
    assert "geopandas" in desktop.dock._advice
    without.clear()
    page.again_button.click()
    assert "✗" not in page.packages.text()
    assert desktop.dock._advice == ""


def test_only_what_every_tool_needs_stops_the_check(open_page, without, desktop):
    without.add("rapidfuzz")
    page = open_page()
    page.again_button.click()
    assert "rapidfuzz" in page.advice.text()
    assert desktop.dock._advice == ""


def test_packages_installed_meanwhile_are_found(tmp_path, monkeypatch):
    """Python keeps what it has seen of a folder: it has to be told to look again."""
    from factory_locations.processing import dependencies

    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.setattr(dependencies, "OPTIONAL", {"a_package_that_comes_later": None})
    assert [one.there for one in dependencies.packages()][-1] is False
    (tmp_path / "a_package_that_comes_later.py").write_text("", encoding="utf-8")
    found = dependencies.packages()[-1]
    assert (found.there, found.version, found.optional) == (True, "", True)


def test_details_for_somebody_who_helps(open_page, without):
    from qgis.core import Qgis
    from qgis.PyQt.QtWidgets import QApplication

    without.add("fiona")
    page = open_page()
    page.copy_button.click()
    text = QApplication.clipboard().text()
    assert Qgis.QGIS_VERSION in text
    assert "fiona: missing" in text
    assert "python3-fiona" in text or "fiona" in text.splitlines()[-1]
    assert "PyYAML" in text or "yaml: " in text


@pytest.mark.parametrize(
    ("system", "flatpak", "words"),
    [
        ("Linux", "", "python3-geopandas"),
        ("Linux", "org.qgis.qgis", "flatpak run --devel --command=pip3 org.qgis.qgis install --user"),
        ("Windows", "", "OSGeo4W Shell"),
        ("Darwin", "", "pip of QGIS's own Python"),
    ],
)
def test_advice_fits_the_platform(monkeypatch, system, flatpak, words):
    from factory_locations.processing import dependencies

    monkeypatch.setattr(dependencies.platform, "system", lambda: system)
    monkeypatch.setenv("FLATPAK_ID", flatpak)
    told = dependencies.advice(["geopandas >= 1.0"])
    assert "geopandas >= 1.0" in told
    assert words in told


def test_the_flatpak_command_installs_every_package():
    from factory_locations.processing import dependencies

    named = set(dependencies.FLATPAK_COMMAND.split("--user ")[1].split())
    brought = {"numpy", "shapely", "pyproj", "yaml", "libpysal"}  # with geopandas and esda; QGIS itself needs yaml
    needed = {dependencies.DISTRIBUTIONS.get(one, one) for one in (*dependencies.REQUIRED, *dependencies.OPTIONAL)}
    assert needed - brought == named


def test_every_control_has_a_name(open_page):
    from qgis.PyQt.QtWidgets import QAbstractButton, QComboBox, QDoubleSpinBox, QLineEdit

    page = open_page()
    for one in (page.officer, page.rules.box, page.accuracy, page.street_map, page.again_button, page.copy_button):
        assert isinstance(one, (QAbstractButton, QComboBox, QDoubleSpinBox, QLineEdit))
        assert one.accessibleName() or one.text()

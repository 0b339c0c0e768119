"""A computer without a font that has Khmer letters: who needs one is told so once, and where it is to be had."""

from __future__ import annotations

import pytest


@pytest.fixture
def installed(monkeypatch, qgis_app):
    """What Qt says is installed: a list to change; empty at first."""
    from factory_locations.processing import khmer_fonts
    from factory_locations.qgis_plugin import khmer_hint
    from factory_locations.qgis_plugin.options import page

    fonts = []
    for module in (khmer_fonts, khmer_hint):
        monkeypatch.setattr(module, "families", lambda: list(fonts))
    monkeypatch.setattr(khmer_hint, "_told", [])
    assert page.khmer_fonts is khmer_fonts
    khmer_fonts.family.cache_clear()
    yield fonts
    khmer_fonts.family.cache_clear()


@pytest.fixture
def start(iface, project, provider, spin, monkeypatch):
    """Start the desktop in a language, and return the messages about fonts."""
    from factory_locations.qgis_plugin.desktop import Desktop
    from factory_locations.qgis_plugin.options import part

    made = []
    opened = []
    iface.showOptionsDialog = lambda window, page: opened.append(page)

    def start(language):
        monkeypatch.setattr(part, "language", lambda: language)
        made.append(Desktop(iface))
        spin(seconds=0.1)
        return [one for one in iface.bar.items() if "Khmer letters" in one.text()]

    start.opened, start.made = opened, made
    yield start
    for one in made:
        one.remove()
    spin(seconds=0.05)


def test_khmer_without_a_font_is_told_once_with_a_way_to_help(installed, start, iface):
    from qgis.PyQt.QtWidgets import QPushButton

    (message,) = start("km")
    (button,) = (one for one in message.findChildren(QPushButton) if one.text())
    button.click()
    assert start.opened == ["FactoryLocationsOptions"]
    iface.bar.popWidget(message)
    assert start("km") == []


@pytest.mark.parametrize(("language", "fonts"), [("km", ["Khmer OS"]), ("en", [])])
def test_nothing_is_told_where_a_font_is_there_or_none_is_needed(installed, start, language, fonts):
    installed += fonts
    assert start(language) == []


def test_a_khmer_report_in_an_english_window_needs_one_too(installed, start, iface):
    from factory_locations.qgis_plugin.panel.reports.part import ReportsPart

    assert start("en") == []
    (part,) = (one for one in start.made[0]._parts if isinstance(one, ReportsPart))
    form = part.page.filled().form
    (khmer,) = (i for i in range(form.language.count()) if tuple(form.language.itemData(i)) == ("km",))
    form.language.setCurrentIndex(khmer)
    form.language.activated.emit(khmer)
    assert [one for one in iface.bar.items() if "Khmer letters" in one.text()]


def test_the_options_say_where_to_get_one(installed):
    from factory_locations.qgis_plugin.options.page import OptionsPage

    page = OptionsPage(lambda: None, lambda _: None)
    assert "Noto Sans Khmer" in page.font_problem.text()
    assert "href='https://fonts.google.com/noto/" in page.font_problem.text()
    assert "Khmer fonts: none" in page.details()
    assert not page.font_problem.isHidden()
    installed.append("Khmer OS")
    page.check_again()
    assert page.font_problem.isHidden()
    assert "Khmer fonts: Khmer OS" in page.details()
    page.deleteLater()


@pytest.mark.parametrize(
    ("platform", "wanted"),
    [
        ("linux", "fonts-khmeros"),
        ("win32", "Khmer UI"),
        ("darwin", "Khmer Sangam MN"),
        ("freebsd14", "Install Noto Sans Khmer from https://fonts.google.com/noto/"),
    ],
)
def test_every_platform_has_its_way(platform, wanted):
    from factory_locations.processing.khmer_fonts import where_to_get_one

    told = where_to_get_one(platform=platform)
    assert wanted in told
    assert "fonts.google.com/noto/specimen/Noto+Sans+Khmer" in told


@pytest.mark.parametrize(
    ("fonts", "chosen"),
    [
        (["Noto Serif Khmer", "Leelawadee UI", "Khmer UI"], "Khmer UI"),
        (["Battambang", "Content"], "Battambang"),
        ([], "Noto Sans Khmer"),
    ],
)
def test_maps_are_set_in_a_font_that_is_there(installed, fonts, chosen):
    from factory_locations.processing.reports.symbols import font

    installed += fonts
    assert font(9, khmer=True).families() == [chosen, "Open Sans"]
    assert font(9).families() == ["Open Sans", chosen]

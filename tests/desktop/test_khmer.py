"""A Khmer QGIS, with a Khmer font that is not the usual one, and with none at all; `khmer.py` is what happens in it."""

from __future__ import annotations

import shutil
import subprocess

import pytest

pytestmark = [pytest.mark.desktop, pytest.mark.slow]

# The fonts of this computer, without some of them.
WITHOUT = """<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><include>/etc/fonts/fonts.conf</include>
<selectfont><rejectfont><pattern>
<patelt name="{what}"><string>{value}</string></patelt>
</pattern></rejectfont></selectfont>
</fontconfig>
"""


def fonts_of(pdf):
    if shutil.which("pdffonts") is None:
        return None
    return subprocess.run(["pdffonts", str(pdf)], capture_output=True, text=True, check=True).stdout


@pytest.fixture(scope="module")
def drive(play, tmp_path_factory):
    """Play it without the fonts that fontconfig finds by a pattern."""

    def drive(what, value):
        listed = tmp_path_factory.mktemp("fonts") / "fonts.conf"
        listed.write_text(WITHOUT.format(what=what, value=value), encoding="utf-8")
        played = play("khmer.py", language="km", seconds=240, environment={"FONTCONFIG_FILE": str(listed)})
        played["fonts_of_map"] = fonts_of(played.pictures / "map.pdf")  # the next run writes it anew
        return played

    return drive


@pytest.fixture(scope="module")
def without_noto(drive):
    return drive("family", "Noto Sans Khmer")


@pytest.fixture(scope="module")
def without_any(drive):
    return drive("lang", "km")


def test_nothing_is_told_where_another_font_is_there(without_noto):
    assert without_noto["fonts"] == ["Noto Serif Khmer"]
    assert (without_noto["told"], without_noto["page_says"]) == ([], "")


def test_the_tabs_are_khmer(without_noto):
    assert {name: texts for name, texts in without_noto["english"].items() if texts} == {}


def test_what_a_finding_says_begins_at_its_top(without_noto):
    assert without_noto["details_long"] > 0
    assert without_noto["details_at"] == [0, 0, 0]


def test_a_map_is_set_in_the_font_that_is_there(without_noto):
    assert [state for state, _reason in without_noto["made"]] == ["done"]
    if without_noto["fonts_of_map"] is None:
        pytest.skip("pdffonts is not installed")
    assert "NotoSerifKhmer" in without_noto["fonts_of_map"]


def test_khmer_without_a_font_is_told_once(without_any):
    assert without_any["fonts"] == []
    (told,) = without_any["told"]
    assert "Khmer letters" in told
    assert without_any["page_shown"]
    assert "fonts-khmeros" in without_any["page_says"]
    assert len(without_any["told_later"]) <= 1


def test_the_window_closes_without_a_crash_or_python_error(without_noto, without_any):
    assert (without_noto.trouble(), without_any.trouble()) == ([], [])

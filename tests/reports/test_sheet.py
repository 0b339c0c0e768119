"""Text is measured, wrapped and fitted before it is set."""

from __future__ import annotations

import pytest


@pytest.fixture
def sheet(qgis_app):
    from factory_locations.processing.reports import sheet

    return sheet


def test_wrapped_lines_fit_and_lose_nothing(sheet):
    text = "Sources: the register of factories, the land-use plan, the parks and a backdrop of the whole region"
    lines = sheet.wrap(text, 40, 7)
    assert len(lines) > 2
    assert " ".join(lines) == text
    assert all(sheet.text_width(line, 7) <= 40 for line in lines)


def test_a_long_title_shrinks_first_and_is_shortened_last(sheet):
    text = "A rather long headline for a map"
    natural = sheet.text_width(text, 18, bold=True)
    assert sheet.fit(text, natural + 1, 18, 10, bold=True) == (text, 18)
    said, size = sheet.fit(text, natural * 0.8, 18, 10, bold=True)
    assert said == text
    assert 10 < size < 18
    said, size = sheet.fit(text, natural * 0.3, 18, 10, bold=True)
    assert size == 10
    assert said.endswith("…")
    assert sheet.text_width(said, size, bold=True) <= natural * 0.3


def test_width_grows_with_the_size(sheet):
    assert sheet.text_width("Factory", 14) == pytest.approx(2 * sheet.text_width("Factory", 7))

"""Every tab and dialog in a real window, in both languages, light and dark; `manners.py` is what happens inside it."""

from __future__ import annotations

import pytest

pytestmark = [pytest.mark.desktop, pytest.mark.slow]


@pytest.fixture(scope="module", params=["en", "km"])
def looked(request, play):
    return play("manners.py", language=request.param, seconds=240)


def test_no_text_is_cut_off_in_the_panel_of_a_laptop(looked):
    width, height = looked["panel"]
    assert width <= 400
    assert height <= 700
    assert looked["cut"] == {}


def test_every_picture_shows_something(looked):
    assert looked.empty_pictures() == []


def test_window_closes_without_a_crash_or_python_error(looked):
    assert looked.trouble() == []

"""Nothing on the page overlaps, whatever there is to say."""

from __future__ import annotations

import itertools

import pytest
from factory_locations.processing.reports.content import pages_mm
from factory_locations.processing.reports.page import INSETS, Box, Heights, plan, unit_of

PAGES = list(itertools.product(("A4", "A3"), (True, False)))
LEGENDS = {
    "nothing but verdicts": Heights(40, 0, 0, 8),
    "usual": Heights(37, 38, 29, 11),
    "no zoning": Heights(37, 0, 29, 11),
    "crowded": Heights(45, 110, 60, 22),
}


@pytest.mark.parametrize(("page", "landscape"), PAGES)
@pytest.mark.parametrize("legend", LEGENDS)
@pytest.mark.parametrize("inset", INSETS)
def test_boxes_are_apart_and_on_the_page(page, landscape, legend, inset):
    width, height = pages_mm(page, landscape)
    made = plan(width, height, LEGENDS[legend], inset)
    assert (made.inset is None) == (inset == "")
    margin = 10 * unit_of(width, height) - 1e-6
    for box in made.boxes():
        assert box.w > 0
        assert box.h > 0
        assert box.x >= margin
        assert box.y >= margin
        assert box.right <= width - margin
        assert box.bottom <= height - margin
    for one, other in itertools.combinations(made.boxes(), 2):
        assert not one.overlaps(other), (one, other)


@pytest.mark.parametrize(("page", "landscape"), PAGES)
def test_the_map_has_most_of_the_page(page, landscape):
    width, height = pages_mm(page, landscape)
    made = plan(width, height, LEGENDS["usual"])
    assert made.map.w * made.map.h > 0.42 * width * height


def test_what_is_absent_has_no_box():
    for landscape in (True, False):
        made = plan(*pages_mm("A4", landscape), LEGENDS["nothing but verdicts"])
        assert made.zones is None
        assert made.keys is None


def test_overlap_means_a_shared_area():
    assert Box(0, 0, 10, 10).overlaps(Box(9, 9, 5, 5))
    assert not Box(0, 0, 10, 10).overlaps(Box(10, 0, 5, 5))


def test_a3_is_larger_but_less_than_the_page_grows():
    assert 1 < unit_of(297, 420) < 2**0.5


def test_unknown_pages_are_refused():
    with pytest.raises(KeyError):
        pages_mm("A5", True)

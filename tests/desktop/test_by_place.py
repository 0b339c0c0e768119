"""Provinces by place in a real QGIS window; `by_place.py` is what happens inside it."""

from __future__ import annotations

import pytest
from factory_locations.tests.patience import patience

pytestmark = [pytest.mark.desktop, pytest.mark.slow]


@pytest.fixture(scope="module")
def drive(play):
    return play("by_place.py", seconds=150)


def test_the_register_is_filtered_by_province(drive):
    shown, whole = (int(one) for one in drive["filtered"].split() if one.isdecimal())
    assert 0 < shown < whole
    assert drive["silence"] < 200 * patience()


def test_findings_are_grouped_by_province(drive):
    assert {"Kandal", "Phnom Penh"} <= set(drive["groups"])


def test_reports_are_offered_for_a_province(drive):
    assert any(one.startswith("Kandal") for one in drive["scopes"])
    assert any(one.startswith("Every province") for one in drive["scopes"])
    assert drive.trouble() == []
    assert drive.empty_pictures() == []

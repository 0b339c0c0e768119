"""Findings in groups and compared with the check before, in a real QGIS window; `findings.py` is what happens in it."""

from __future__ import annotations

import pytest

pytestmark = [pytest.mark.desktop, pytest.mark.slow]


@pytest.fixture(scope="module")
def drive(play):
    return play("findings.py", seconds=180)


def test_says_what_will_be_checked(drive):
    assert "can be checked on 965 factories" in drive["coverage"]


def test_groups_have_titles_in_plain_words(drive):
    assert drive["rules"]
    assert not any(title.startswith("KH-") for title in drive["rules"])
    assert "Phnom Penh" in drive["provinces"]


def test_the_keyboard_leads_into_a_group_and_the_map_follows(drive):
    count, told, selected = drive["opened"]
    assert count > len(drive["rules"])
    assert "Factory id" in told
    assert selected == 1


def test_says_what_changed(drive):
    assert drive["since_at_first"] == ""
    assert "another register" in drive["other_register"]
    assert "0 new" in drive["since"]
    assert " new" in drive["since_moved"]
    assert "0 new" not in drive["since_moved"]
    assert drive["narrowed"].startswith("New since")


def test_all_went_well(drive):
    assert drive.trouble() == []
    assert drive.empty_pictures() == []

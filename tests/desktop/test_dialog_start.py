"""The dialogs of the toolbox start with the project's layers; `dialog_start.py` is what happens inside the window."""

from __future__ import annotations

import pytest

pytestmark = [pytest.mark.desktop, pytest.mark.slow]

TO_PROTECT = {"residential", "schools", "hospitals", "pagodas", "markets", "receptors"}


@pytest.fixture(scope="module")
def opened(play):
    return play("dialog_start.py")


def test_the_check_starts_with_the_layers_of_the_roles_and_the_rule_pack(opened):
    roles, shown = opened["roles"], opened["1-check"]
    by_role = {name.lower(): layer for name, layer in shown.items()}
    assert {role: by_role.get(role) for role in roles if role != "admin"} == {
        role: layer for role, layer in roles.items() if role != "admin"
    }
    assert shown["RULES"] == opened["pack"]
    assert not [layer for layer in shown.values() if layer.startswith("AAA")]


def test_safety_starts_with_the_register_and_all_that_is_to_be_protected(opened):
    assert opened["2-safety"]["FACTORIES"] == opened["roles"]["factories"]
    assert opened["to protect"] == len(TO_PROTECT & {*opened["roles"]}) == 5


def test_what_nobody_has_chosen_is_empty_and_asked_for(opened):
    assert "INPUT" not in opened["3-import"]
    assert not opened["ran"]


def test_checks_are_compared_and_measured_as_they_were_made(opened):
    assert len(opened["checks"]) == 2
    assert opened["compared"] == opened["checks"]
    assert opened["measured"] == opened["checks"][0]


def test_the_next_dialog_follows_the_panel(opened):
    assert opened["6-changed"]["ZONING"] == "AAA parcels"
    assert "PARKS" not in opened["6-changed"]


def test_window_closes_without_a_crash_or_python_error(opened):
    assert opened.trouble() == []
    assert opened.empty_pictures() == []

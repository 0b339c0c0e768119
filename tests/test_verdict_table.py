"""What `make demo` prints at its end."""

from __future__ import annotations

import importlib.util

import pytest

RULE = {"pass": 1, "fail": 2, "undecided": 3, "no data": 4, "exempt": 5, "checked": 15}


@pytest.fixture
def table(root):
    spec = importlib.util.spec_from_file_location("verdict_table", root / ".ci" / "verdict_table.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.table


@pytest.fixture
def summary():
    return {
        "counts": {
            "verdicts": {"pass": 8, "fail": 1, "undecided": 0, "no data": 0, "exempt": 0},
            "rules": {
                "T-WELL": {**RULE, "title": "Far from wells", "severity": "advice"},
                "T-LONG": {**RULE, "title": "Far from " + "everything " * 20, "severity": "assessment"},
            },
            "reasons": {"T-WELL": {"too_near": 2}, "T-LONG": {"far_enough": 1}},
        },
        "problems": [{"problem": "rule T-WELL was not checked: no layer of well was given; factories: 9"}],
    }


def test_a_line_for_each_rule_with_its_severity(table, summary):
    lines = table(summary).splitlines()
    assert lines[0].split() == ["rule", "severity", "pass", "fail", "undecided", "no", "data", "exempt", "title"]
    assert lines[1].split() == ["T-WELL", "advice", "1", "2", "3", "4", "5", "Far", "from", "wells"]
    assert lines[2].startswith("T-LONG assessment")
    assert max(len(line) for line in lines) < 140
    assert "8 pass, 1 fail" in lines[4]


def test_all_rules_were_checked(table, summary):
    assert table(summary).splitlines()[-1] == "Every rule was checked."


@pytest.mark.parametrize("reason", ["no_layer", "class_missing", "no_areas"])
def test_a_rule_that_was_not_checked_says_why(table, summary, reason):
    summary["counts"]["reasons"]["T-WELL"] = {"too_near": 2, reason: 9}
    assert table(summary).splitlines()[-1] == summary["problems"][0]["problem"]


def test_a_rule_that_was_not_checked_is_told_without_a_problem(table, summary):
    summary["counts"]["reasons"]["T-LONG"] = {"no_layer": 9}
    assert table(summary).splitlines()[-1] == "rule T-LONG was not checked"

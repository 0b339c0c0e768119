"""Several verdicts become one."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
from factory_locations.processing.analysis import verdicts as vd


def column(*values) -> np.ndarray:
    out = np.empty(len(values), dtype=object)
    out[:] = values
    return out


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (["pass", "fail"], "fail"),
        (["undecided", "fail"], "fail"),
        (["no data", "undecided"], "undecided"),
        (["pass", "no data"], "no data"),
        (["exempt", "pass"], "exempt"),
        (["exempt", None], "exempt"),
        ([None, "pass"], "pass"),
        ([None, None], "exempt"),
        (["exempt", "exempt"], "exempt"),
    ],
)
def test_the_most_urgent_wins(given, expected):
    for order in itertools.permutations(given):
        assert vd.worst(*[column(v) for v in order]).tolist() == [expected]


def test_row_by_row():
    first = column("pass", None, "fail", None)
    second = column("no data", "exempt", "pass", None)
    assert vd.worst(first, second).tolist() == ["no data", "exempt", "fail", "exempt"]
    assert vd.worst(first).tolist() == ["pass", "exempt", "fail", "exempt"]


def test_the_words_are_those_of_the_outputs():
    assert vd.VERDICTS == ("pass", "fail", "undecided", "no data", "exempt")
    assert sorted(vd.BY_URGENCY) == sorted(vd.VERDICTS)

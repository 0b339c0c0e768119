"""Which proposals are applied."""

from __future__ import annotations

import json

import numpy as np
import pandas as pd
import pytest
from factory_locations.processing.analysis.corrections import choose, description, is_same_place
from factory_locations.processing.paths import REGISTER_SCHEMA
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

COLUMNS = ("finding_id", "factory_id", "code", "rank", "certainty", "accepted")


def proposals(*rows):
    return pd.DataFrame(rows, columns=COLUMNS, dtype=object)


MIXED = proposals(
    ("a", "F1", "C01", 1, "certain", True),
    ("b", "F2", "C01", 1, "certain", None),
    ("c", "F3", "C04", 1, "likely", None),
    ("c", "F3", "C11", 2, "possible", None),
    ("d", "F4", "C01", 1, "certain", False),
    ("e", "F5", "C11", 2, "possible", True),
    ("f", None, "C01", 1, "certain", True),
)


def test_only_what_a_person_has_accepted():
    assert choose(MIXED, accepted_only=True).tolist() == [
        "chosen", "undecided", "undecided", "undecided", "rejected", "chosen", "no factory",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("least", "third", "fourth"),
    [
        ("certain", "less certain", "other rank"),
        ("likely", "chosen", "other rank"),
        ("possible", "chosen", "other rank"),
    ],
)
def test_in_bulk_the_best_of_each_finding(least, third, fourth):
    assert choose(MIXED, accepted_only=False, min_certainty=least).tolist() == [
        "chosen", "chosen", third, fourth, "rejected", "chosen", "no factory",
    ]  # fmt: skip


def test_only_some_codes():
    assert choose(MIXED, accepted_only=False, codes=["C11"]).tolist() == [
        "other code", "other code", "other code", "other rank", "rejected", "chosen", "other code",
    ]  # fmt: skip


def test_two_for_one_factory_are_both_left():
    two = proposals(("a", "F1", "C01", 1, "certain", True), ("b", "F1", "C04", 1, "certain", True))
    assert choose(two, accepted_only=True).tolist() == ["conflict", "conflict"]
    two["accepted"] = [None, None]
    assert choose(two, accepted_only=False).tolist() == ["conflict", "conflict"]


def test_the_one_that_a_person_accepted_overrules_the_others():
    two = proposals(("a", "F1", "C01", 1, "certain", None), ("a", "F1", "C04", 2, "possible", True))
    assert choose(two, accepted_only=False).tolist() == ["overruled", "chosen"]


def test_without_proposals():
    assert choose(proposals(), accepted_only=True).tolist() == []


rows = st.tuples(
    st.sampled_from("ab"),
    st.sampled_from(["F1", "F2", "F3", None]),
    st.sampled_from(["C01", "C04"]),
    st.sampled_from([1, 2, None]),
    st.sampled_from(["certain", "likely", "possible", None]),
    st.sampled_from([True, False, None]),
)


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(st.lists(rows, max_size=8), st.booleans(), st.sampled_from(["certain", "likely", "possible"]))
def test_never_two_for_a_factory_and_never_what_was_rejected(given_rows, accepted_only, least):
    frame = proposals(*given_rows)
    chosen = frame[choose(frame, accepted_only=accepted_only, min_certainty=least) == "chosen"]
    assert chosen["factory_id"].is_unique
    assert chosen["factory_id"].notna().all()
    assert all(value is not False for value in chosen["accepted"])
    if accepted_only:
        assert all(value is True for value in chosen["accepted"])
    undecided = chosen[np.array([value is None for value in chosen["accepted"]], dtype=bool)]
    assert (undecided["rank"] == 1).all()
    assert undecided["certainty"].notna().all()


def test_a_place_is_the_same_within_what_six_decimals_lose():
    here = np.array([[104.9, 11.5]] * 4 + [[np.nan, np.nan], [np.inf, 11.5]])
    there = np.array([[104.9, 11.5], [104.9000005, 11.5], [104.90001, 11.5], [np.nan] * 2, [np.nan] * 2, [np.nan] * 2])
    assert is_same_place(here, there).tolist() == [True, True, False, False, True, True]


def test_the_same_numbers_are_one_place_even_where_no_such_place_is():
    assert is_same_place(np.array([[11.5, 104.9]]), np.array([[11.5, 104.9]])).tolist() == [True]
    assert is_same_place(np.array([[11.5, 104.9]]), np.array([[11.6, 104.9]])).tolist() == [False]


@pytest.mark.parametrize("code", [f"C{number:02d}" for number in range(1, 26)])
def test_what_describes_a_place_that_changes(code):
    """The table of docs/apply-corrections.md, written out again."""
    repaired = ["C01", "C02", "C03", "C04", "C05", "C06", "C07", "C08", "C09", "C11", "C13"]
    told = description(code, blank=False)
    assert (told == {}) == (code in repaired)
    assert description(code.lower(), blank=False) == told
    assert "loc_datum" not in description(code, blank=True)
    assert description(code, blank=True)["loc_accuracy_m"] is None


def test_the_words_for_nothing_are_those_of_the_schema():
    lists = json.loads(REGISTER_SCHEMA.read_text(encoding="utf-8"))["value_lists"]
    for field, value in description("REGISTRATION", blank=False).items():
        assert value is None or value in {one["code"] for one in lists[field]["values"]}
    assert description(None, blank=False) == description("REGISTRATION", blank=False)

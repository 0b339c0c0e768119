"""Ids as they are compared."""

from __future__ import annotations

import pytest
from factory_locations.processing.analysis.id_keys import bare_id_key, id_key, joined_id_key, keys, loose_id_key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("FP-2021-00014", " fp 2021 / 00014 "),
        ("FP-2021-00014", "FP2021.00014"),
        ("FP-2021-00014", "FP-២០២១-០០០១៤"),
        ("លេខ 12", "លេខ១២"),
        ("Ａ１２", "a12"),  # full width
    ],
)
def test_the_same_id_in_other_signs(one, other):
    assert id_key(one) == id_key(other) != ""


def test_leading_zeros_count_until_they_are_set_aside():
    assert id_key("00123") != id_key("123")
    assert loose_id_key("00123") == loose_id_key("123") == "123"
    assert loose_id_key("FP-2021-00014") == loose_id_key("FP-2021-14")
    assert loose_id_key("KH-100") != loose_id_key("KH-1")  # only leading ones


def test_separators_between_numbers_count_until_they_are_set_aside():
    assert id_key("1-23") != id_key("12-3")
    assert joined_id_key("12 345") == joined_id_key("12345")


@pytest.mark.parametrize(
    "text", [None, "", "  ", "-", "N/A", "n.a.", "0", "000", "គ្មាន", "Not found", float("nan"), "///"]
)
def test_what_is_no_id(text):
    assert id_key(text) == joined_id_key(text) == loose_id_key(text) == ""


def test_a_column():
    exact, bare = keys(["A 01", None, "a-1", "n/a"], id_key, bare_id_key)
    assert exact.tolist() == ["a-01", "", "a-1", ""]
    assert bare.tolist() == ["a1", "", "a1", ""]
    assert [made.tolist() for made in keys([], id_key)] == [[]]

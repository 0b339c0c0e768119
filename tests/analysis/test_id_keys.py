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


def test_the_word_for_number_counts_until_it_is_set_aside():
    for text in ("No. 123", "no 0123", "№ 123", "N° 123", "លេខ ១២៣", "Licence No. 00123", "#123", "123"):
        assert bare_id_key(text) == loose_id_key(text) == "123", text
    assert id_key("No. 123") != id_key("123")
    assert bare_id_key("Novo 123") == "novo123"


@pytest.mark.parametrize(
    ("one", "other"),
    [("21/1", "2/11"), ("1/12/2021", "11/2/2021"), ("1-23", "12-3"), ("1 23", "123"), ("1.234", "1234")],
)
def test_separators_between_numbers_always_count(one, other):
    for key in (id_key, joined_id_key, loose_id_key, bare_id_key):
        assert key(one) != key(other) != ""


def test_separators_beside_letters_are_set_aside():
    assert joined_id_key("FP/KH 12-3") == joined_id_key("fpkh12/3") == "fpkh12-3"
    assert bare_id_key("FP/KH 012-03") == "fpkh12-3"
    assert id_key("FP/KH 12") != id_key("FPKH12")


def test_thousands_are_one_number():
    for text in ("12 345", "12,345", "12\u00a0345"):
        assert joined_id_key(text) == bare_id_key(text) == "12345"
    assert joined_id_key("1,234,567") == "1234567"
    assert joined_id_key("12,34") == joined_id_key("12-34") != joined_id_key("1234")


@pytest.mark.parametrize(
    "text",
    [None, "", "  ", "-", "N/A", "N/A.", "n.a.", "(n. a.)", "0", "000", "0-0", "គ្មាន", "Not found", float("nan"), "///",
     "pending", "Pending...", "TBD", "To be determined", "Not Available", "in process", "In-progress", "applied", "xxx",
     "XXXXXX", "No licence", "no license yet", "none", "មិនទាន់មាន", "មិន\u200bទាន់មាន", "កំពុងស្នើសុំ", "គ្មានអាជ្ញាប័ណ្ណ",
     "No.", "Licence no. n/a", "?"],
)  # fmt: skip
def test_what_is_no_id(text):
    assert id_key(text) == joined_id_key(text) == loose_id_key(text) == bare_id_key(text) == ""


@pytest.mark.parametrize("text", ["NA-12", "X1", "Pending 7", "No. 5", "XA", "NAX", "0-1"])
def test_what_is_one(text):
    assert id_key(text) != "" != bare_id_key(text)


def test_a_column():
    exact, bare = keys(["A 01", None, "a-1", "n/a"], id_key, bare_id_key)
    assert exact.tolist() == ["a-01", "", "a-1", ""]
    assert bare.tolist() == ["a1", "", "a1", ""]
    assert [made.tolist() for made in keys([], id_key)] == [[]]

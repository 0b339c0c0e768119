"""Activity codes and the table of zones."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from factory_locations.processing.analysis import activities as act

ISIC = {
    "A": "A", "01": "A", "011": "A", "0111": "A",
    "C": "C", "10": "C", "107": "C", "1071": "C", "1072": "C", "11": "C", "15": "C", "1511": "C", "1512": "C",
    "D": "D", "35": "D",
}  # fmt: skip


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("1071", "1071"),
        (" 1071 ", "1071"),
        ("10.71", "1071"),
        ("C10.71", "1071"),
        ("c1071", "1071"),
        ("C 10 71", "1071"),
        ("10711", "1071"),  # a fifth, national digit
        (1071, "1071"),
        (1071.0, "1071"),
        (np.int64(1071), "1071"),
        (np.float64(1071.0), "1071"),
        ("0111", "0111"),
        ("C", "C"),
        ("c", "C"),
        ("ISIC 1071", "1071"),
        ("1071.0", "1071"),  # a number that became text
        ("107.0", "107"),
        ("១០៧១", "1071"),  # Khmer digits
        ("C១០.៧១", "1071"),
        ("", ""),
        ("   ", ""),
        (None, ""),
        (float("nan"), ""),
        (np.nan, ""),
        (pd.NA, ""),
    ],
)
def test_codes_are_read_however_they_are_written(code, expected):
    assert act.normalise(code) == expected


@pytest.mark.parametrize("code", ["garments", "1071;1410", "10-12", "1071?", "V10", "10²", "12345678", "-1071-x", "∞",
    "10 20", "15 20", "10/20", "10;20", "ROOM 12", "AB10", "NACE 10", "C1071 D35"])  # fmt: skip
def test_what_is_no_code_stays_as_it_is_and_is_unknown(code):
    assert act.normalise(code) == code.upper()
    assert act.normalise(code) not in ISIC


@pytest.mark.parametrize(
    ("code", "expected"),
    [("C1071", "1071"), ("A1071", "A1071"), ("C 01", "C 01"), ("A01.11", "0111"), ("C10719", "1071")],
)
def test_a_letter_that_contradicts_the_digits_makes_no_code(code, expected):
    assert act.normalise(code, ISIC) == expected


def test_numbers_that_may_have_lost_a_zero():
    isic = {"011": "A", "0111": "A", "111": "C", "1071": "C"}
    doubtful = [
        c
        for c in (111, 111.0, np.int64(111), "111", 1071, 112, 11, True, None, 111.5, -111)
        if act.may_have_lost_a_zero(c, isic)
    ]
    assert doubtful == [111, 111.0, 111]


class TestLostZeros:
    isic = frozenset(("01", "011", "0112", "014", "0141", "10", "107", "1071", "11", "14", "141", "1410"))

    def test_in_a_column_of_classes_a_group_may_be_a_class(self):
        assert act.lost_zeros(["1410", "141", "107", "10", "0112"], self.isic) == {"141": False}

    def test_alone_it_may_be_either(self):
        assert act.lost_zeros(["141"], self.isic) == {"141": False}

    def test_in_a_column_of_groups_it_is_a_group(self):
        assert act.lost_zeros(["107", "107", "141", "1410"], self.isic) == {}

    def test_what_is_no_code_without_the_zero_has_lost_it(self):
        assert act.lost_zeros(["112", "107", "107", "999", "x", "1"], self.isic) == {"112": True}

    def test_divisions_are_doubtful_only_among_groups(self):
        assert act.lost_zeros(["14", "11", "1410", "0112"], self.isic) == {}
        assert act.lost_zeros(["14", "107", "011"], self.isic) == {"14": False}

    def test_a_class_with_a_national_digit_may_have_lost_a_zero_too(self):
        assert act.lost_zeros(["10710", "1410"], self.isic) == {"1410": False}
        assert act.lost_zeros(["1071", "1410"], self.isic) == {}
        assert act.lost_zeros(["1071", "1411"], self.isic) == {}, "1411 is no class, but that is no lost zero"


def zone(otherwise=act.NOT_IN_TABLE, **prefixes) -> act.ZonePermits:
    return act.ZonePermits({k.strip("_"): v for k, v in prefixes.items()}, otherwise)


class TestLongestPrefix:
    zone = zone(
        _10=act.CONDITIONAL, _1071=act.PERMITTED, _107=act.PROHIBITED, C=act.PROHIBITED, otherwise=act.PERMITTED
    )

    @pytest.mark.parametrize(
        ("activity", "expected"),
        [
            ("1071", act.PERMITTED),
            ("1072", act.PROHIBITED),
            ("107", act.PROHIBITED),
            ("10", act.CONDITIONAL),
            ("1511", act.PROHIBITED),  # by its section
            ("15", act.PROHIBITED),
            ("C", act.PROHIBITED),
            ("0111", act.PERMITTED),  # otherwise
            ("A", act.PERMITTED),
        ],
    )
    def test_the_longest_that_fits_decides(self, activity, expected):
        assert self.zone.outcome(activity, ISIC[activity]) == expected

    def test_a_longer_prefix_than_the_activity_does_not_fit(self):
        only_bakeries = zone(_1071=act.PERMITTED)
        assert only_bakeries.outcome("10", "C") == act.NOT_IN_TABLE


def test_the_matrix_by_hand():
    permits = {
        "LIND": zone(C=act.PERMITTED, _1511=act.CONDITIONAL, otherwise=act.PROHIBITED),
        "RES": zone(_1071=act.PERMITTED, otherwise=act.NOT_IN_TABLE),
    }
    matrix = act.permits_matrix(["1071", "1511", "35", "", "9999"], ["LIND", "RES", "XYZ", None, ""], permits, ISIC)
    names = [[act.OUTCOMES[v] for v in row] for row in matrix]
    assert matrix.dtype == np.int8
    assert names == [
        ["permitted", "permitted", "unknown_zone_code", "no_zone_code", "no_zone_code"],
        ["conditional", "not_in_table", "unknown_zone_code", "no_zone_code", "no_zone_code"],
        ["prohibited", "not_in_table", "unknown_zone_code", "no_zone_code", "no_zone_code"],
        ["no_activity"] * 5,
        ["unknown_activity"] * 5,
    ]


def test_an_empty_matrix():
    assert act.permits_matrix([], [], {}, ISIC).shape == (0, 0)
    assert act.permits_matrix(["10"], [], {}, ISIC).shape == (1, 0)


class TestFactorise:
    def test_equal_values_share_a_code_and_missing_ones_too(self):
        codes, distinct = act.factorise(["a", None, "b", "a", float("nan"), pd.NA])
        assert [distinct[c] for c in codes] == ["a", None, "b", "a", None, None]
        assert len(distinct) == 3
        assert codes.dtype == np.int64

    def test_nothing_missing_and_nothing_at_all(self):
        codes, distinct = act.factorise(iter(["x", "x"]))
        assert (codes.tolist(), distinct) == ([0, 0], ["x"])
        codes, distinct = act.factorise([])
        assert (codes.tolist(), distinct) == ([], [])
        codes, distinct = act.factorise([None])
        assert (codes.tolist(), distinct) == ([0], [None])

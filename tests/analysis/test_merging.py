"""Which records are one factory, which stays, and what it takes over."""

from __future__ import annotations

import pytest
from factory_locations.processing.analysis.merging import Pair, better_located, groups, merged
from hypothesis import given
from hypothesis import strategies as st


def pair(a, b, keep=None, confirmed=True, name=None):
    return Pair(name or f"{a}{b}", a, b, keep, confirmed)


def told(*pairs):
    return [(set(group.members), group.keep, group.refusal, set(group.named)) for group in groups(pairs)]


def test_pairs_and_chains():
    assert told(pair("A", "B"), pair("C", "D", "D"), pair("E", "F", confirmed=None)) == [
        ({"A", "B"}, None, "", set()),
        ({"C", "D"}, "D", "", set()),
    ]
    assert told(pair("A", "B"), pair("C", "D"), pair("B", "C", "C")) == [({"A", "B", "C", "D"}, "C", "", set())]
    assert told(pair("A", "B", "A"), pair("B", "C", "B")) == [({"A", "B", "C"}, "A", "", set())]  # A over B over C


@pytest.mark.parametrize(
    ("pairs", "refusal", "named"),
    [
        ([pair("A", "B", "A"), pair("B", "C", "C")], "keeps contradict", {"A", "C"}),
        ([pair("A", "B", "A"), pair("A", "B", "B", name="again")], "keeps contradict", {"A", "B"}),
        ([pair("A", "B", "A"), pair("B", "C", "B"), pair("A", "C", "C")], "keeps contradict", {"A", "B", "C"}),
        ([pair("A", "B", "X")], "keep not in pair", {"X", "A", "B"}),
        ([pair("A", "B"), pair("B", "C"), pair("A", "C", confirmed=False)], "denied", {"A", "C"}),
    ],
)
def test_what_contradicts_itself(pairs, refusal, named):
    assert [(why, who) for _, _, why, who in told(*pairs)] == [(refusal, named)]


names = st.sampled_from("ABCDEF")


@given(st.lists(st.tuples(names, names, st.sampled_from([True, None])).filter(lambda p: p[0] != p[1]), max_size=8))
def test_groups_are_the_connected_parts(given_pairs):
    """The same by repeated joining of sets, the slow and simple way."""
    sets = [{a, b} for a, b, confirmed in given_pairs if confirmed]
    joined = True
    while joined:
        joined = False
        for i, one in enumerate(sets):
            for other in sets[i + 1 :]:
                if one & other:
                    one |= other
                    sets.remove(other)
                    joined = True
                    break
            if joined:
                break
    found = groups(pair(a, b, confirmed=confirmed) for a, b, confirmed in given_pairs)
    assert sorted(map(sorted, sets)) == sorted(sorted(group.members) for group in found)


def test_the_better_located():
    records = {
        "nowhere": {"loc_accuracy_m": 1.0, "loc_method": "survey"},
        "method": {"loc_accuracy_m": None, "loc_method": "commune_centroid"},
        "better": {"loc_accuracy_m": None, "loc_method": "gps"},
        "stated": {"loc_accuracy_m": 500.0, "loc_method": "unknown"},
        "odd": {"loc_accuracy_m": float("nan"), "loc_method": "else"},
    }
    placed = {name: name != "nowhere" for name in records}
    assert better_located(records, placed) == ["stated", "better", "method", "odd", "nowhere"]


def taken(result):
    return [(t.factory_id, t.field, t.kept_value, t.other_value, t.outcome) for t in result.taken]


def test_blanks_are_filled_and_nothing_is_overwritten():
    records = {
        "A": {"factory_id": "A", "name_en": "Alpha", "name_km": " ", "employees": None, "isic": "1410"},
        "B": {"factory_id": "B", "name_en": "Alfa", "name_km": None, "employees": 0, "isic": "1410"},
        "C": {"factory_id": "C", "name_en": None, "name_km": "អាល់ហ្វា", "employees": 7, "isic": None},
    }
    result = merged("A", ["B", "C"], records, dict.fromkeys("ABC", True))
    assert result.values == {"employees": 0, "name_km": "អាល់ហ្វា"}
    assert taken(result) == [
        ("B", "name_en", "Alpha", "Alfa", "conflict"),
        ("B", "employees", None, 0, "filled"),
        ("C", "name_km", " ", "អាល់ហ្វា", "filled"),
        ("C", "employees", 0, 7, "conflict"),
    ]


def test_what_describes_a_place_goes_with_the_place():
    theirs = {"loc_method": "gps", "loc_accuracy_m": 5.0, "loc_source": "visit"}
    records = {"A": {"loc_method": "unknown", "loc_accuracy_m": None, "loc_source": "letter"}, "B": theirs}
    placed = merged("A", ["B"], records, {"A": True, "B": True})
    assert (placed.values, placed.place_of) == ({}, None)  # 5 m would be about another place
    assert taken(placed) == [
        ("B", "loc_method", "unknown", "gps", "conflict"),
        ("B", "loc_accuracy_m", None, 5.0, "not taken"),
        ("B", "loc_source", "letter", "visit", "conflict"),
    ]
    moved = merged("A", ["B"], records, {"A": False, "B": True})
    assert (moved.values, moved.place_of) == ({"loc_method": "gps", "loc_accuracy_m": 5.0}, "B")
    nowhere = merged("A", ["B"], records, {"A": False, "B": False})
    assert (nowhere.values, nowhere.place_of) == ({}, None)


def test_what_depends_on_another_value_goes_only_beside_the_same():
    records = {
        "A": {"province_code": "12", "admin_vintage": 2025, "commune_code": None, "size_class": None,
              "size_definition_year": 2021, "status": "functional", "status_from": None},
        "B": {"province_code": "12", "admin_vintage": 2013, "commune_code": "120101", "size_class": "small",
              "size_definition_year": 2021, "status": "disused", "status_from": "2020-01-01"},
    }  # fmt: skip
    result = merged("A", ["B"], records, {"A": True, "B": True})
    assert result.values == {"size_class": "small"}
    assert {t[1]: t[4] for t in taken(result)} == {
        "admin_vintage": "conflict",
        "commune_code": "not taken",
        "size_class": "filled",
        "status": "conflict",
        "status_from": "not taken",
    }

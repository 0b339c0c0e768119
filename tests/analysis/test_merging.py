"""Which records are one factory, which stays, and what it takes over."""

from __future__ import annotations

import json

import pytest
from factory_locations.processing.analysis.merging import METHODS, Pair, better_located, groups, merged
from factory_locations.processing.paths import REGISTER_SCHEMA
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


two = st.sampled_from([(a, b) for a in "ABCDEF" for b in "ABCDEF" if a != b])


@given(st.lists(st.tuples(two, st.sampled_from([True, None])).map(lambda p: (*p[0], p[1])), max_size=8))
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


def test_a_hundred_thousand_pairs_take_no_square_of_time():
    """Read as it stands; with the pairs looked through for each group this takes a day."""
    many = [pair(f"A{i}", f"B{i}") for i in range(30_000)] + [pair("B0", f"C{i}") for i in range(30_000)]
    shares = []
    found = groups(many, shares.append)
    assert [len(group.members) for group in found[:2]] == [30_002, 2]
    assert len(found) == 30_000
    assert shares == sorted(shares)
    assert len(shares) > 50


def test_the_proposal_of_the_search_is_followed_where_nobody_names_one():
    proposed = [Pair("1", "A", "B", None, True, "B"), Pair("2", "B", "C", None, True, "B")]
    assert [(g.keep, g.proposed) for g in groups(proposed)] == [(None, ("B",))]
    contradicting = [Pair("1", "A", "B", None, True, "A"), Pair("2", "B", "C", None, True, "C")]
    assert [(g.keep, g.proposed, g.refusal) for g in groups(contradicting)] == [(None, ("A", "C"), "")]
    named = [Pair("1", "A", "B", "A", True, "B"), Pair("2", "B", "C", None, True, "C")]
    assert [(g.keep, g.proposed) for g in groups(named)] == [("A", ())]
    assert [g.proposed for g in groups([Pair("1", "A", "B", None, True, "X")])] == [()]


def test_the_better_located():
    records = {
        "nowhere": {"loc_accuracy_m": 1.0, "loc_method": "survey"},
        "method": {"loc_accuracy_m": None, "loc_method": "commune_centroid"},
        "better": {"loc_accuracy_m": None, "loc_method": "gps"},
        "stated": {"loc_accuracy_m": 500.0, "loc_method": "unknown"},
        "odd": {"loc_accuracy_m": float("nan"), "loc_method": "else"},
    }
    placed = {name: name != "nowhere" for name in records}
    # A GPS fix of which nothing is stated is one of 4.9 m, not of none: it is better than half a kilometre.
    assert better_located(records, placed) == ["better", "stated", "method", "odd", "nowhere"]


@pytest.mark.parametrize("nothing", [None, 0, 0.0, -1.0, -9999, float("nan"), float("inf"), "", "about 5"])
@pytest.mark.parametrize(
    ("coarse", "metres"), [("commune_centroid", 3000.0), ("province_centroid", None), ("unknown", 0.0), ("map", 44)]
)
def test_a_place_of_which_no_accuracy_is_stated_is_as_good_as_its_method(nothing, coarse, metres):
    records = {
        "coarse": {"loc_method": coarse, "loc_accuracy_m": metres},
        "fix": {"loc_method": "gps", "loc_accuracy_m": nothing},
    }
    assert better_located(records, {"coarse": True, "fix": True}) == ["fix", "coarse"]


def test_the_usual_accuracies_are_those_of_the_schema():
    from factory_locations.processing.inputs import typical_accuracies

    assert {name: METHODS[name] for name in typical_accuracies()} == typical_accuracies()
    codes = [m["code"] for m in json.loads(REGISTER_SCHEMA.read_text())["value_lists"]["loc_method"]["values"]]
    assert list(METHODS) == codes
    assert list(METHODS.values()) == sorted(METHODS.values())


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
    assert (moved.values, moved.place_of) == ({"loc_method": "gps", "loc_accuracy_m": 5.0, "loc_source": "visit"}, "B")
    assert taken(moved) == [
        ("B", "loc_method", "unknown", "gps", "filled"),
        ("B", "loc_accuracy_m", None, 5.0, "filled"),
        ("B", "loc_source", "letter", "visit", "replaced"),
    ]
    nowhere = merged("A", ["B"], records, {"A": False, "B": False})
    assert (nowhere.values, nowhere.place_of) == ({}, None)


def test_a_place_comes_with_all_that_describes_it():
    """What the other record does not say of its place is not said by the accuracy of the fix that is gone."""
    records = {
        "A": {"loc_method": "gps", "loc_accuracy_m": 5.0, "loc_date": "2015-01-01", "loc_datum": "EPSG:3148",
              "loc_reference_point": None, "loc_source": None, "loc_original": "0, 0"},
        "B": {"loc_method": "commune_centroid", "loc_accuracy_m": None, "loc_date": None, "loc_datum": None,
              "loc_reference_point": "site_centre", "loc_source": None, "loc_original": None},
        "C": {"loc_method": "survey", "loc_accuracy_m": 1.0, "loc_date": "2024-05-05", "loc_datum": None,
              "loc_reference_point": None, "loc_source": "cadastre", "loc_original": "x"},
    }  # fmt: skip
    result = merged("A", ["B", "C"], records, {"A": False, "B": True, "C": True})
    assert result.place_of == "B"
    assert result.values == {
        "loc_method": "commune_centroid",
        "loc_accuracy_m": None,
        "loc_date": None,
        "loc_datum": "unknown",
        "loc_reference_point": "site_centre",
        "loc_original": None,
    }
    assert [t[:2] + t[4:] for t in taken(result)] == [
        ("B", "loc_method", "replaced"),
        ("B", "loc_accuracy_m", "replaced"),
        ("B", "loc_reference_point", "filled"),
        ("B", "loc_datum", "replaced"),
        ("B", "loc_date", "replaced"),
        ("B", "loc_original", "replaced"),
        ("C", "loc_method", "conflict"),
        ("C", "loc_accuracy_m", "not taken"),
        ("C", "loc_date", "not taken"),
        ("C", "loc_source", "not taken"),
        ("C", "loc_original", "not taken"),
    ]


@pytest.mark.parametrize(
    ("own", "theirs", "filled"),
    [
        # A licence, its type, its status and its day are one.
        ({"licence_no": "L1"}, {"licence_no": "L2", "permit_type": "handicraft_registration"}, {}),
        ({"licence_no": "L1"}, {"licence_no": "L2", "registration_status": "expired", "registration_date": "2010"}, {}),
        ({"permit_type": "factory_permit"}, {"licence_no": "L2"}, {}),
        ({"registration_status": "unregistered"}, {"licence_no": "L2", "registration_status": "registered"}, {}),
        ({"licence_no": "L1"}, {"licence_no": "L1", "permit_type": "p"}, {"permit_type": "p"}),
        ({}, {"licence_no": "L2", "permit_type": "p"}, {"licence_no": "L2", "permit_type": "p"}),
        # A status and its days are one.
        ({"status_from": "2024"}, {"status": "decommissioned", "status_from": "2015"}, {}),
        ({"status_to": "2024"}, {"status": "disused"}, {}),
        ({"status_from": "2024"}, {"status": "disused", "status_from": "2024"}, {"status": "disused"}),
        # The codes of a unit are one, and of one list; what is finer begins with what is coarser.
        (
            {"commune_code": "120301"},
            {"province_code": "08", "district_code": "0801", "commune_code": "080101"},
            {},
        ),
        ({"commune_code": "120301"}, {"province_code": "08"}, {}),
        ({"commune_code": "120301"}, {"province_code": "12"}, {"province_code": "12"}),
        ({"province_code": "12"}, {"commune_code": "120301"}, {"commune_code": "120301"}),
        ({"province_code": "12"}, {"commune_code": "080101"}, {}),
        (
            {"province_code": "12", "admin_vintage": 2025},
            {"province_code": "12", "commune_code": "120301", "admin_vintage": 2013},
            {},
        ),
        (
            {"province_code": "12"},
            {"province_code": "12", "commune_code": "120301", "admin_vintage": 2013},
            {"commune_code": "120301", "admin_vintage": 2013},
        ),
        ({"province_code": "12"}, {"province_code": "08", "admin_vintage": 2013}, {}),
    ],
)
def test_no_record_is_composed_that_never_was(own, theirs, filled):
    names = {**own, **theirs}
    records = {"A": {**dict.fromkeys(names), **own}, "B": {**dict.fromkeys(names), **theirs}}
    result = merged("A", ["B"], records, {"A": True, "B": True})
    assert result.values == filled
    assert {t[1] for t in taken(result)} == {n for n, value in theirs.items() if own.get(n) != value}


def test_of_several_records_one_licence_is_made():
    blank = {"licence_no": None, "permit_type": None}
    records = {
        "A": blank,
        "B": {**blank, "licence_no": "L2"},
        "C": {"licence_no": "L3", "permit_type": "factory_permit"},
    }
    assert merged("A", ["B", "C"], records, dict.fromkeys("ABC", True)).values == {"licence_no": "L2"}


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

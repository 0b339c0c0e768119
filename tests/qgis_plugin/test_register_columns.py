"""Searching, filtering, counting and sorting by arrays give what one factory looked at after the other gives."""

from __future__ import annotations

import random

import numpy as np
import pytest
from factory_locations.qgis_plugin.panel.register.columns import Raw, Wanted, build
from factory_locations.qgis_plugin.panel.register.lists import accuracy_class
from factory_locations.qgis_plugin.panel.register.words import (
    as_written,
    division_code,
    folded,
    province_code,
    search_words,
    sort_key,
)

pytestmark = pytest.mark.usefixtures("qgis_app")
KNOWN = ("id", "name_en", "name_km", "province", "isic", "status", "accuracy")
ROWS = 400


def random_rows(seed):
    pick = random.Random(seed)
    words = ("Lotus", "angkor", "BAYON", "ឈូក", "អង្គរ", "Ice", "12", "២")
    rows = []
    for number in range(ROWS):
        rows.append(
            (
                f"F{pick.randrange(2000)}-{number}",
                pick.choice((None, " ".join(pick.choices(words, k=3)))),
                pick.choice((None, " ".join(pick.choices(words, k=2)))),
                pick.choice(("01", "12", 7, "Kep", None)),
                pick.choice(("1410", "14", "C", "0111", "textile", None, 1061.0)),
                pick.choice(("functional", "disused", "moved", None)),
                pick.choice((0.0, 15.0, 15.1, 100.0, 500.0, 500.5, -1.0, None, "x")),
            )
        )
    return rows


def table_of(rows, checked=None, fids=None):
    columns = tuple(list(column) for column in zip(*rows)) or tuple([] for _ in KNOWN)
    return build(Raw(KNOWN, list(fids or range(1, len(rows) + 1)), columns), checked)


def accepted(row, wanted, verdict):
    """Say whether a row is wanted, without any of the arrays."""
    text = folded(" ".join(str(value or "") for value in row[:3]))
    code = division_code(row[4])
    section = {"14": "C", "10": "C", "01": "A", "C": "C"}.get(code, "")
    unstated = "" if row[4] is None else "?"
    try:
        accuracy = float(row[6])
    except (TypeError, ValueError):
        accuracy = None
    facts = {
        "province": {province_code(row[3])},
        "sector": {code, section} - {""} or {unstated},
        "status": {row[5] or ""},
        "verdict": {verdict},
        "quality": {accuracy_class(accuracy)},
    }
    chosen = {name: getattr(wanted, name) for name in facts}
    words = search_words(wanted.text)
    found = (as_written(word).search(text) if word[0].isdigit() else word in text for word in words)
    return all(found) and all(key is None or key in facts[name] for name, key in chosen.items())


IDS = [
    ("Demo Furniture 001, Takeo", "KH-05-00101"),
    ("Demo Furniture 010, Kandal", "KH-08-00113"),
    ("Demo Furniture 027, Kep", "KH-18-00001"),
    ("Lotus 1001", "KH-18-00015"),
]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("furniture 001", [0]),  # the digits are in the other ids too
        ("furniture ០០១", [0]),
        ("001", [0]),
        ("27", [2]),
        ("15", [3]),  # zeros in front are not typed
        ("1", [0, 1, 2, 3]),
        ("113", [1]),
        ("13", []),  # the end of a number is not what it begins with
        ("0001", [3]),  # no number is just that: those that begin so
        ("00001", [2]),
        ("kh-18-0", [2, 3]),
        ("18-00015", [3]),
    ],
)
def test_a_number_is_found_from_its_beginning(typed, found):
    table = table_of([(identifier, name, None, "18", "14", None, None) for name, identifier in IDS])
    assert np.flatnonzero(table.text_mask(typed)).tolist() == found


CODES = [  # id, licence number, name
    ("KH-000012", "MIH-123/2019", "Lotus Garment"),
    ("KH-05-00101", "MIH-1/2019", "Angkor Rice Mill"),
    ("KH.12.00007", "mih 123 - 2020", "ឈូក"),
    ("KH0500101", "ឧ.ស.ប ១២៣/២០១៩", "Co-op 7"),
    ("KH-01-20001", None, "Bayon"),
]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("KH-000012", [0]),
        ("kh000012", [0]),
        ("KH 000012", [0]),
        ("kh/000012", [0]),
        ("kh.000012", [0]),
        ("kh_000012", [0]),
        ("ខ១២", []),
        ("kh០០០០១២", [0]),
        ("KH-១២", [0, 2]),  # zeros in front of a number are not typed
        ("kh12", [0, 2]),  # but they are not looked for across a hyphen, as in KH-01-20001
        ("kh-12", [0, 2]),
        ("kh012", [4]),  # unless some of them are typed
        ("kh-5-101", [1]),
        ("kh0500101", [1, 3]),
        ("KH-05-00101", [1, 3]),
        ("kh05", [1, 3]),
        ("kh-05-", [1, 3]),  # while it is typed
        ("0500101", [3]),  # digits alone are first looked for in one piece
        ("mih 123/2019", [0]),
        ("mih123/2019", [0]),
        ("MIH/123-2019", [0]),
        ("mih123", [0, 2]),
        ("mih/", [0, 1, 2]),
        ("mih - 123", [0, 2]),
        ("mih1232020", [2]),
        ("1232019", [0, 3]),  # where there is no such number, two together may be
        ("12019", [1]),
        ("ឧសប១២៣", [3]),
        ("ឧ.ស.ប 123", [3]),
        ("ឧសប-១២៣-២០", [3]),
        ("co-op", [3]),
        ("-", [0, 1, 2, 3, 4]),
        ("kh99", []),
    ],
)
def test_a_code_is_found_however_it_is_written(typed, found):
    known = ("id", "licence", "name_en")
    table = build(Raw(known, list(range(len(CODES))), tuple(list(column) for column in zip(*CODES))))
    assert np.flatnonzero(table.text_mask(typed)).tolist() == found


def test_what_is_found_stays_while_a_code_is_typed():
    known = ("id", "licence", "name_en")
    table = build(Raw(known, list(range(len(CODES))), tuple(list(column) for column in zip(*CODES))))
    for row, typed in ((0, "kh000012"), (0, "mih-123/2019"), (0, "MIH 1232019"), (1, "kh0500101"), (3, "ឧសប១២៣២០១៩")):
        for length in range(1, len(typed) + 1):
            assert table.text_mask(typed[:length])[row], typed[:length]


@pytest.mark.parametrize("seed", range(4))
def test_search_is_what_looking_at_each_row_gives(seed):
    pick, rows = random.Random(seed), random_rows(seed)
    checked = {row[0]: pick.choice(("fail", "pass", "undecided")) for row in rows[::2]}
    table = table_of(rows, checked)
    for _ in range(20):
        wanted = Wanted(
            text=pick.choice(("", "lotus", "ice ANGKOR", "ឈូក", "2", "nothing")),
            province=pick.choice((None, "01", "07", "Kep", "")),
            sector=pick.choice((None, "C", "14", "A", "?", "")),
            status=pick.choice((None, "functional", "moved", "")),
            verdict=pick.choice((None, "fail", "not checked")),
            quality=pick.choice((None, "15", "100", "500", "coarse", "")),
        )
        mask, counts = table.search(wanted, np.zeros(ROWS, dtype=bool))
        expected = [accepted(row, wanted, checked.get(row[0], "not checked")) for row in rows]
        assert mask.tolist() == expected, wanted
        for name, facet in table.facets.items():
            for key, number in zip(facet.keys, counts[name].tolist()):
                if key in facet.groups:
                    continue  # a section counts its divisions besides
                other = Wanted(**{**wanted.as_dict(), name: key})
                alike = [accepted(row, other, checked.get(row[0], "not checked")) for row in rows]
                assert number == sum(alike), (wanted, name, key)


@pytest.mark.parametrize("descending", [False, True])
def test_order_is_what_sorting_the_rows_gives(descending):
    rows = random_rows(9)
    table = table_of(rows)

    def by(key):  # `sorted` leaves what is alike in its order also when it is reversed: by id
        byid = sorted(range(ROWS), key=lambda row: sort_key(rows[row][0]))
        there = [row for row in byid if key(row) not in (None, "")]
        gone = [row for row in byid if key(row) in (None, "")]
        return [*sorted(there, key=key, reverse=descending), *gone]

    def accuracy(row):
        value = rows[row][6]
        return None if value in (None, "x") else value

    assert table.order("accuracy", descending).tolist() == by(accuracy)
    assert table.order("name", descending).tolist() == by(lambda row: sort_key(table.names[row]))
    assert table.order("id", descending).tolist() == sorted(
        range(ROWS), key=lambda row: sort_key(rows[row][0]), reverse=descending
    )


def test_order_does_not_depend_on_the_order_of_the_rows():
    rows = random_rows(5)
    shuffled = random.Random(1).sample(rows, ROWS)
    one, other = table_of(rows), table_of(shuffled)
    for column in one.columns:
        ids = [[table.ids[row] for row in table.order(column, True)] for table in (one, other)]
        assert ids[0] == ids[1], column


def test_nothing_and_one_row():
    none = table_of([])
    assert len(none) == 0
    assert none.order("name").tolist() == []
    assert none.search(Wanted(text="a", province="01"), np.zeros(0, dtype=bool))[0].tolist() == []
    assert none.rows_of([1, 2]).tolist() == []
    one = table_of([("F1", None, None, None, None, None, None)])
    assert one.search(Wanted(province="", quality=""), np.zeros(1, dtype=bool))[0].tolist() == [True]
    assert one.names == [""]


def test_rows_of_features():
    table = table_of(random_rows(2)[:5], fids=[9, 3, -4, 1, 7])
    assert sorted(table.rows_of([3, 7, 8, -4]).tolist()) == [1, 2, 4]


def test_changes_are_what_reading_again_gives():
    rows = random_rows(3)[:6]
    fids = [1, 2, 3, 4, 5, 6]
    raw = table_of(rows, fids=fids).raw
    fresh = {3: random_rows(4)[0], 9: random_rows(4)[1]}
    changed = raw.changed({2, 5}, fresh)
    assert changed.fids == [1, 3, 4, 6, 9]
    assert list(zip(*changed.columns)) == [rows[0], fresh[3], rows[3], rows[5], fresh[9]]
    assert raw.fids == fids  # what is shown meanwhile stays whole
    assert list(zip(*raw.columns)) == rows


@pytest.mark.parametrize(
    ("value", "code"),
    [
        ("1410", "14"),
        (1410, "14"),
        (1061.0, "10"),
        ("C14.10", "14"),
        ("ISIC 10.71", "10"),
        ("១៤១០", "14"),
        ("c", "C"),
        ("C", "C"),
        ("1", ""),
        ("textile", ""),
        ("", ""),
        (None, ""),
    ],
)
def test_division(value, code):
    assert division_code(value) == code


def test_numbers_in_ids_sort_by_their_value():
    assert sorted(["F10", "f2", "F1b", "F1"], key=sort_key) == ["F1", "F1b", "f2", "F10"]


def test_every_number_of_an_id_counts():
    days = ["2024-08-01-10", "2024-08-01-9", "2024-08-01-2", "2024-10-01-1"]
    assert sorted(days, key=sort_key) == ["2024-08-01-2", "2024-08-01-9", "2024-08-01-10", "2024-10-01-1"]
    assert sorted(["F2a", "F12", "Fa", "F-1", "F007"], key=sort_key) == ["F-1", "F2a", "F007", "F12", "Fa"]


def test_factories_without_an_id_have_the_verdict_that_the_check_gave_them():
    """A check calls them by the number of the feature."""
    rows = [("F1", "One", None, None, None, None, None), (None, "Two", None, None, None, None, None)]
    table = table_of(rows, {"F1": "pass", "feature 7": "fail"}, fids=[4, 7])
    assert [table.facets["verdict"].keys[code] for code in table.facets["verdict"].codes] == ["pass", "fail"]


def test_of_two_factories_with_one_id_the_worse_verdict_is_shown(make_layer):
    from factory_locations.qgis_plugin.panel.register.reader import verdicts_in, verdicts_of

    fields = ["factory_id:string", "verdict:string", "severity:string"]
    for order in (1, -1):
        rows = [["POINT(0 0)", "D", "fail", "prohibit"], ["POINT(1 1)", "D", "pass", None]][::order]
        checked = verdicts_in(
            verdicts_of(make_layer("Factories by verdict", "Point", fields, rows)), lambda _share: None
        )
        assert checked == {"D": "fail"}


def test_a_saved_filter_comes_back():
    wanted = Wanted(text="lotus", province="", sector="C", only_selected=True)
    assert wanted.as_dict() == {"text": "lotus", "province": "", "sector": "C"}
    assert Wanted.from_dict(wanted.as_dict()) == Wanted(text="lotus", province="", sector="C")

"""The register against an extract: every outcome by hand, and what must hold for any two lists."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from factory_locations.processing.analysis import reconciliation as r
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

ISIC = {"14": "C", "141": "C", "1410": "C", "1071": "C", "107": "C", "C": "C"}
DAY = np.datetime64("2025-01-31")


def frame(rows) -> pd.DataFrame:
    """Return rows of a list as the engine takes them; a commune fills its district and province."""
    full = []
    for given_row in rows:
        row = {**dict.fromkeys(r.TEXTS), **dict.fromkeys(r.NUMBERS, np.nan), **dict.fromkeys(r.DAYS), **given_row}
        commune = row["commune_code"]
        row["district_code"] = row["district_code"] or (commune and commune[:4])
        row["province_code"] = row["province_code"] or (row["district_code"] and row["district_code"][:2])
        full.append(row)
    out = pd.DataFrame(full, columns=[*r.TEXTS, *r.NUMBERS, *r.DAYS], dtype=object)
    for name in r.NUMBERS:
        out[name] = out[name].astype("float64")
    for name in r.DAYS:
        out[name] = np.array([np.datetime64(v if v else "NaT", "s") for v in out[name]], dtype="datetime64[s]")
    return out


def row(factory=None, name=None, licence=None, commune=None, at=None, **more):
    place = {"x": float(at[0]), "y": float(at[1])} if at else {}
    return {"factory_id": factory, "name_en": name, "licence_no": licence, "commune_code": commune, **place, **more}


# Twelve rows on each side. What becomes of each stands beside it.
REGISTER = [
    row("R0", "Lotus Garment Co., Ltd.", "FP-0001", "120101", (0, 0)),  # matched by licence
    row("R1", "Golden River Footwear", "FP/0002", "120102", (1000, 0)),  # the licence without its zeros and signs
    row("R2", "Angkor Rice Mill", None, "020101", (9000, 0), operator_id="OP-7"),  # operator and name
    row("R3", "Mekong Brick Kiln", None, "030101", (20000, 0)),  # name and place
    row("R4", "Tonle Ice", "FP-0005", "120101", None),  # matched, but nobody has its coordinate
    row("R5", "Bayon Plastics", "FP-0006", "120101", None),  # matched, and the extract has its coordinate
    row("R6", "Sugar Palm Foods", None, "050101", (40000, 0)),  # located, not registered
    row("R7", "Old Tannery", None, "050102", None),  # neither located nor registered
    row("R8", "Twin Star Textile", None, "080101", (60000, 0)),  # like R9 in all that counts
    row("R9", "Twin Star Textile", None, "080101", (60000, 5)),
    row("R10", "Shared Permit One", "FP-0099", "120103", (70000, 0)),  # its licence is R11's too, its name is not
    row("R11", "Quite Another Works", "FP-0099", "120104", (80000, 0)),  # its licence is there, its name is not
]
EXTRACT = [
    row(None, "LOTUS GARMENT", "fp 0001", "120101"),
    row(None, "Golden River Footwear", "FP-2", "120102"),
    row(None, "Angkor Rice Mill Ltd", None, "020102", operator_id="op 7"),
    row(None, "Mekong Brik Kiln", None, "030101"),
    row(None, "Tonle Ice", "FP-0005", "120101"),
    row(None, "Bayon Plastics", "FP-0006", "120101", (1234, 5678)),
    row(None, "Never Seen Steel", "FP-0300", "110101", (95000, 0)),  # registered, located by the extract alone
    row(None, "Nowhere Furniture", "FP-0301", "110102"),  # registered, not located
    row(None, "Twin Star Textile", None, "080101"),  # R8 or R9?
    row(None, "Shared Permit One", "FP-0099", "120103"),
    row(None, "Shared Permit One (copy)", "FP-0099", "150101"),  # the licence once more
    row(None, "Sugar Palm Orchard Foods", None, "050101"),  # possibly R6
]


@pytest.fixture(scope="module")
def matched():
    return r.match(r.Comparison(frame(REGISTER), frame(EXTRACT), 500.0))


def pairs_of(matches):
    return {
        (p.register, p.extract): (p.how, r.CERTAINTIES[p.certainty], p.exact, p.shared)
        for p in matches.pairs.itertuples()
    }


def test_who_is_whom(matched):
    assert pairs_of(matched) == {
        (0, 0): ("licence id", "certain", True, False),
        (1, 1): ("licence id", "certain", False, False),
        (2, 2): ("operator id and name", "certain", False, False),
        (3, 3): ("name and place", "likely", False, False),
        (4, 4): ("licence id", "certain", True, False),
        (5, 5): ("licence id", "certain", True, False),
        (10, 9): ("licence id", "likely", True, True),
    }
    tied = {(t.register, t.extract, t.why) for t in matched.ties.itertuples()}
    assert tied == {
        (8, 8, "name and place"),
        (9, 8, "name and place"),
    }
    assert np.flatnonzero(matched.ambiguous_register).tolist() == [8, 9]
    assert np.flatnonzero(matched.ambiguous_extract).tolist() == [8]
    assert [(s.register, s.extract, s.certainty) for s in matched.suggestions.itertuples()] == [
        (6, 11, r.POSSIBLE),
        (11, 10, r.POSSIBLE),
    ]
    # R10 and row 9 have found each other; what else has their licence is told, as is what its name and place deny.
    assert [(s.register, s.extract, s.contradicted) for s in matched.same_id.itertuples()] == [
        (10, 10, False),
        (11, 9, False),
        (11, 10, True),
    ]
    assert matched.ignored == []


def test_what_becomes_of_every_row(matched):
    known = r.records(r.Comparison(frame(REGISTER), frame(EXTRACT), 500.0), matched)
    by_register = {k.register: k.outcome for k in known.itertuples() if k.register >= 0}
    by_extract = {k.extract: k.outcome for k in known.itertuples() if k.extract >= 0}
    assert by_register == {
        0: r.MATCHED, 1: r.MATCHED, 2: r.MATCHED, 3: r.MATCHED, 4: r.NOT_LOCATED, 5: r.NOT_LOCATED, 6: r.FIELD_FIND,
        7: r.REGISTER_ONLY, 8: r.AMBIGUOUS_REGISTER, 9: r.AMBIGUOUS_REGISTER, 10: r.MATCHED, 11: r.FIELD_FIND,
    }  # fmt: skip
    assert by_extract == {
        0: r.MATCHED, 1: r.MATCHED, 2: r.MATCHED, 3: r.MATCHED, 4: r.NOT_LOCATED, 5: r.NOT_LOCATED, 6: r.EXTRACT_ONLY,
        7: r.NOT_LOCATED, 8: r.AMBIGUOUS_EXTRACT, 9: r.MATCHED, 10: r.NOT_LOCATED, 11: r.NOT_LOCATED,
    }  # fmt: skip
    told = r.progress(r.with_dates(known, DAY, {}), np.zeros(len(known), dtype=bool))
    assert r.balance(12, 12, known, told) == {
        "register": {
            "rows": 12, "matched": 5, "not_located": 2, "field_finds": 2, "register_only": 1, "ambiguous": 2,
        },
        "extract": {"rows": 12, "matched": 5, "not_located": 5, "extract_only": 1, "ambiguous": 1},
    }  # fmt: skip
    country = told.iloc[0]
    # All 12 of the extract, R6, R7 and R11, and one of R8 and R9: row 8 is one of them at most.
    assert (country["to_register"], country["completed"], country["known"]) == (16, 12, 17)
    assert country["ambiguous_counted"] == 1


def test_lost_rows_are_noticed(matched):
    known = r.records(r.Comparison(frame(REGISTER), frame(EXTRACT), 500.0), matched)
    told = r.progress(r.with_dates(known, DAY, {}), np.zeros(len(known), dtype=bool))
    with pytest.raises(ArithmeticError, match="register"):
        r.balance(13, 12, known, told)
    twice = pd.concat([known.iloc[1:], known.iloc[1:2]], ignore_index=True)
    with pytest.raises(ArithmeticError):
        r.balance(12, 12, twice, told)


def one(register, extract, metres=500.0):
    matches = r.match(r.Comparison(frame([register]), frame([extract]), metres))
    if not len(matches.pairs):
        return None
    (pair,) = matches.pairs.itertuples()
    return pair.how, r.CERTAINTIES[pair.certainty]


@pytest.mark.parametrize(
    ("mine", "theirs", "answer"),
    [
        # One licence, but the name contradicts: one if place and activity agree. The province: one. Both: another.
        (row("A", "Lotus", "7-1", "120101"), row(None, "Kiln", "7-1", "120101"), None),
        (row("A", "Lotus", "7-1", "120101", isic="1410"), row(None, "Kiln", "7-1", "120101", isic="14"),
         ("licence id", "likely")),
        (row("A", "Lotus", "7-1", "120101", isic="1410"), row(None, "Kiln", "7-1", "120102", isic="1410"), None),
        (row("A", "Lotus", "7-1", "120101", isic="1410"), row(None, "Kiln", "7-1", "120101", isic="9601"), None),
        (row("A", "Lotus Garment", "7-1", "120101"), row(None, "Bayon Garment", "7-1", "120101"),
         ("licence id", "likely")),
        # In two scripts names hardly say that they are two.
        (row("A", "Bayon", "7-1", "120101"), row(None, None, "7-1", "120101", name_km="សុខា"), ("licence id", "likely")),
        (row("A", "Lotus", "7-1", "120101"), row(None, "Lotus", "7-1", "050101"), ("licence id", "likely")),
        (row("A", "Lotus", "7-1", "120101"), row(None, "Kiln", "7-1", "050101"), None),
        (row("7", "Lotus", None, "120101"), row("7", "Kiln", None, "050101"), None),
        # Without its zeros an id is weaker: not beside another name.
        (row("A", "Lotus", "0071", "120101"), row(None, "Kiln", "71", "120101"), None),
        (row("A", None, "0071"), row(None, None, "71"), ("licence id", "likely")),
        (row("A", None, "0071", "120101"), row(None, None, "71", "120101"), ("licence id", "certain")),
        # ... and not certain by being near.
        (row("0012", "Golden Star Garment", None, "120101"), row("12", "Golden Sun Garment", None, "120101"),
         ("factory id", "likely")),
        (row("0012", "East Wind Garment", None, "120101"), row("12", "West Wind Garment", None, "120201"), None),
        (row("0012", "Golden Sun Garment", None, "120101"), row("12", "Golden Sun Garment", None, "120101"),
         ("factory id", "certain")),
        # The number tells factories of one company apart.
        (row("A", "Lotus Factory 1", None, "120101"), row(None, "Lotus Factory 2", None, "120101"), None),
        (row("A", "Lotus", None, "120101"), row(None, "Lotus", None, "050101"), None),
        (row("A", "Lotus", None, "120101"), row(None, "Lotus", None, "120102"), ("name and place", "likely")),
        (row("A", "Lotus", None, "120101"), row(None, "Lotus", None, "120201"), None),  # only a suggestion
        (row("A", "Lotus", None, "120101", (0, 0)), row(None, "Lotus", None, "050101", (499, 0)),
         ("name and place", "likely")),
        (row("A", "Lotus", None, "120101", (0, 0)), row(None, "Lotus", None, "120101", (501, 0)),
         ("name and place", "likely")),  # of one district still
        (row("A", "Lotas Works", None, "120101", (0, 0)), row(None, "Lotus Works", None, "120101", (501, 0)), None),
        (row("A", "Lotas Works", None, "120101", (0, 0), accuracy_m=5.0),
         row(None, "Lotus Works", None, "120101", (501, 0)),
         ("name and place", "likely")),
        # Nothing is known of the place: a name alone is no proof, an operator's beside it is.
        (row("A", "Lotus"), row(None, "Lotus"), None),
        (row("A", "Lotus", operator_id="K001"), row(None, "Lotus", operator_id="k 001"),
         ("operator id and name", "likely")),
        (row("A", "Lotus", operator_id="K001", commune="120101"),
         row(None, "Kiln", operator_id="K001", commune="120101"), None),
        # Two plants of one operator: by what their names say they make, by their activities, by their places.
        (row("A", "Golden Sun Washing", None, "120101", (0, 0), operator_id="K1", isic="9601"),
         row(None, "Golden Sun Garment", None, "120201", (15_000, 0), operator_id="K1", isic="1410"), None),
        (row("A", "Golden Sun Washing", None, "120101", operator_id="K1"),
         row(None, "Golden Sun Garment", None, "120101", operator_id="K1"), None),
        (row("A", "Golden Sun", None, "120101", operator_id="K1", isic="9601"),
         row(None, "Golden Sun", None, "120101", operator_id="K1", isic="1410"), None),
        # ... but a code may be mistyped where the names say the same work, or the same number.
        (row("A", "Golden Sun Garment", None, "120101", operator_id="K1", isic="1410"),
         row(None, "Golden Sun Garment", None, "120101", operator_id="K1", isic="4110"),
         ("operator id and name", "likely")),
        (row("A", "Demo Tyre 003", None, "120101", operator_id="K1", isic="2211"),
         row(None, "Demo Tyre 003", None, "120101", operator_id="K1", isic="1410"),
         ("operator id and name", "likely")),
        (row("A", "Golden Sun", None, "120101", (0, 0), operator_id="K1"),
         row(None, "Golden Sun", None, "120201", (40_000, 0), operator_id="K1"), None),
        (row("A", "Golden Sun", None, "120101", (0, 0), operator_id="K1", accuracy_m=20_000.0),
         row(None, "Golden Sun", None, "120201", (40_000, 0), operator_id="K1", accuracy_m=20_000.0),
         ("operator id and name", "certain")),
        (row("A", "Golden Sun", None, "120101", (0, 0), operator_id="K1", isic="1410"),
         row(None, "Golden Sun", None, "120201", (1_900, 0), operator_id="K1", isic="C"),
         ("operator id and name", "certain")),
        # Other licence and other operator: a namesake.
        (row("A", "Lotus", "1-1", "120101", operator_id="K1"), row(None, "Lotus", "2-2", "120101", operator_id="K2"),
         None),
        (row("A", "Lotus", "1-1", "120101"), row(None, "Lotus", "2-2", "120101"), ("name and place", "likely")),
        # A name that thousands have.
        (row("A", "Garment Factory", None, "120101"), row(None, "Garment Co., Ltd.", None, "120101"), None),
        (row("A", "Garment Factory", None, "120101", operator_id="K1"),
         row(None, "Garment Co., Ltd.", None, "120101", operator_id="K1"), ("operator id and name", "certain")),
        # In Khmer on both sides, in two scripts on either.
        (row("A", None, None, "120101", name_km="រោងចក្រសុខា"), row(None, None, None, "120101", name_km="សុខា"),
         ("name and place", "likely")),
        (row("KH-1", None), row("kh 1", None), ("factory id", "certain")),
    ],
)  # fmt: skip
def test_certainty(mine, theirs, answer):
    assert one(mine, theirs) == answer


def counted(register, extract, deadline="2024-12-31"):
    """Return the matches and the counts of the country."""
    both = r.Comparison(frame(register), frame(extract), 500.0)
    matches = r.match(both)
    known = r.with_dates(r.records(both, matches), DAY, {"": np.datetime64(deadline)})
    told = r.progress(known, np.zeros(len(known), dtype=bool))
    r.balance(len(register), len(extract), known, told)
    return matches, told.iloc[0]


def test_running_numbers_do_not_make_factories_one():
    """Both lists count from 1: rows stay free for their true partners, and what was the same is told."""
    matches, told = counted(
        [
            row("1", "Lotus Garment", None, "120101", (0, 0)),
            row("2", "Mekong Brick Kiln", None, "030101", (9000, 0)),
            row("3", "Sugar Palm Foods", None, "050101", (20000, 0)),
        ],
        [
            row("1", "Blue Zebra Steel", None, "110101"),
            row("2", "Yak Furniture", None, "080101"),
            row("3", "Lotus Garment", None, "120101"),
        ],
    )
    assert pairs_of(matches) == {(0, 2): ("name and place", "likely", False, False)}
    assert [(s.register, s.extract, s.contradicted) for s in matches.same_id.itertuples()] == [
        (0, 0, True),
        (1, 1, True),
        (2, 2, True),
    ]
    assert [(s.register, s.extract, s.how) for s in matches.suggestions.itertuples()] == [(1, 1, "factory id")]
    assert (told["to_register"], told["completed"]) == (5, 3)


@pytest.mark.parametrize("commune", [None, "120101"])
@pytest.mark.parametrize("trade", ["", " Garment"])
def test_running_numbers_in_reverse(commune, trade):
    """Five factories numbered from 1 by either office, in opposite orders: only the middle one has its own number."""
    names = [f"{name}{trade}" for name in ("Alpha", "Bravo", "Gamma", "Delta", "Epsilon")]
    mine = [row(str(i + 1), name, None, commune, isic="1410") for i, name in enumerate(names)]
    theirs = [row(str(i + 1), name, None, commune, isic="1410") for i, name in enumerate(names[::-1])]
    matches, _ = counted(mine, theirs)
    right = {(i, 4 - i) for i in range(5)} if commune else {(2, 2)}
    assert {(p.register, p.extract) for p in matches.pairs.itertuples()} == right
    assert {(s.register, s.extract) for s in matches.suggestions.itertuples()} <= {(i, 4 - i) for i in range(5)}
    if not commune:
        assert {(s.register, s.extract) for s in matches.same_id.itertuples()} == {(i, i) for i in (0, 1, 3, 4)}


def test_running_numbers_in_reverse_and_other_spellings():
    mine = [row(str(i), f"{name} Garment", None, "120101", isic="1410")
            for i, name in enumerate(("Manhattan", "Shen Zhou", "Lotus", "Bayon", "Sunrise"), 1)]  # fmt: skip
    theirs = [row(str(i), f"{name} Garment Cambodia", None, "120101", isic="1410")
              for i, name in enumerate(("Sun Rise", "Bayon", "Lotus", "Shenzhou", "Manhatan"), 1)]  # fmt: skip
    matches, _ = counted(mine, theirs)
    right = {(0, 4), (1, 3), (2, 2), (3, 1), (4, 0)}
    assert {(p.register, p.extract) for p in matches.pairs.itertuples()} == right


def test_a_namesake_that_has_its_own_row_keeps_nobody_waiting():
    """Two plants of one name in the register; one was renamed in the extract, the other has its row."""
    matches, _ = counted(
        [row(f"KH-{i}", "Lotus Garment", None, "120101", isic="1410") for i in (1, 2)],
        [row("KH-1", "Lotus Garment", None, "120101"), row("KH-2", "Bayon Tailors", None, "120101", isic="1410")],
    )
    assert pairs_of(matches) == {
        (0, 0): ("factory id", "certain", True, False),
        (1, 1): ("factory id", "likely", True, False),
    }


def test_what_one_operator_may_own_twice_is_suggested():
    matches, _ = counted(
        [row("A", "Golden Sun Washing", None, "120101", (0, 0), operator_id="K1", isic="9601")],
        [row(None, "Golden Sun Garment", None, "120201", (15_000, 0), operator_id="K1", isic="1410")],
    )
    assert [(s.register, s.extract, s.certainty) for s in matches.suggestions.itertuples()] == [(0, 0, r.POSSIBLE)]


def test_what_has_the_id_of_a_taken_row_is_not_ambiguous():
    """The licence was used twice: one factory has its row, the other is registered nowhere."""
    matches, told = counted(
        [
            row("R0", "Lotus Garment", "FP-9", "120101", (0, 0)),
            row("R1", "Quite Another Works", "FP-9", "150104", (80000, 0)),
        ],
        [row(None, "Lotus Garment", "FP-9", "120101")],
    )
    assert pairs_of(matches) == {(0, 0): ("licence id", "likely", True, True)}
    assert len(matches.ties) == 0
    assert [(s.register, s.extract, s.contradicted) for s in matches.same_id.itertuples()] == [(1, 0, True)]
    assert (told["to_register"], told["completed"], told["field_finds"], told["overdue"]) == (2, 1, 1, 1)


def test_three_factories_and_one_row_are_three_to_register():
    mine = [
        row(f"R{i}", "Lotus Garment", None, commune, (90_000 * i, 0), operator_id="K1", expires="2024-06-01")
        for i, commune in enumerate(("120101", "080101", "210101"))
    ]
    matches, told = counted(mine, [row(None, "Lotus Garment", operator_id="K1", expires="2024-06-01")])
    assert len(matches.ties) == 3
    assert (told["to_register"], told["completed"], told["ambiguous_counted"]) == (3, 1, 2)
    assert told["located"] == 3  # all of the register's, and the row has no coordinate that would be one more
    assert told["expired"] == 1  # the row's: any of the three may be it
    assert told["overdue"] == 0  # two are, but which?


def test_a_factory_and_two_equal_rows_are_counted_as_two():
    mine = row("R0", "Lotus Garment", "FP-9", "120101", (0, 0), expires="2024-06-01")
    matches, told = counted([mine], [{**mine, "factory_id": None}] * 2)
    assert len(matches.ties) == 2
    assert (told["to_register"], told["located"], told["expired"]) == (2, 2, 2)


def test_ties_are_counted_in_the_province_that_has_more():
    mine = [row(f"R{i}", "Lotus Garment", None, c, operator_id="K1") for i, c in enumerate(("120101", "080101"))]
    both = r.Comparison(frame(mine), frame([row(None, "Lotus Garment", None, operator_id="K1")]), 500.0)
    known = r.with_dates(r.records(both, r.match(both)), DAY, {})
    told = r.progress(known, np.zeros(len(known), dtype=bool))
    assert list(zip(told["code"], told["to_register"])) == [(None, 2), (None, 1), ("08", 0), ("12", 1)]


def test_a_junk_id_is_none():
    register = frame([row(f"R{i}", f"Works {chr(97 + i) * 5}", "1", "120101") for i in range(21)])
    extract = frame([row(None, "Works aaaaa", "1", "120101")])
    matches = r.match(r.Comparison(register, extract, 500.0))
    assert pairs_of(matches) == {(0, 0): ("name and place", "likely", False, False)}
    assert matches.ignored == [("licence_no", "1", 21, 1)]


def test_an_empty_side():
    for mine, theirs in ((REGISTER, []), ([], EXTRACT), ([], [])):
        register, extract = frame(mine), frame(theirs)
        matches = r.match(r.Comparison(register, extract, 500.0))
        known = r.with_dates(r.records(r.Comparison(register, extract, 500.0), matches), DAY, {})
        told = r.progress(known, np.zeros(len(known), dtype=bool))
        assert r.balance(len(register), len(extract), known, told)["register"]["rows"] == len(mine)
        assert len(r.conflicts(r.Comparison(register, extract, 500.0), matches.pairs, ISIC)) == 0
        assert told["level"].iloc[0] == "country"


def disagreements(mine, theirs):
    register, extract = frame([{"factory_id": "A", **mine}]), frame([{"factory_id": "a", **theirs}])
    matches = r.match(r.Comparison(register, extract, 500.0))
    found = r.conflicts(r.Comparison(register, extract, 500.0), matches.pairs, ISIC)
    return [(c.field, c.newer, None if np.isnan(c.days) else int(c.days)) for c in found.itertuples()]


@pytest.mark.parametrize(
    ("mine", "theirs", "fields"),
    [
        ({"isic": "14"}, {"isic": "1410"}, []),
        ({"isic": "14"}, {"isic": "C"}, []),
        ({"isic": "C14.10"}, {"isic": "14101"}, []),  # the fifth digit is the nation's own
        ({"isic": "1410"}, {"isic": "1071"}, ["isic"]),
        ({"isic": "1410"}, {}, []),
        ({"size_class": "Small"}, {"size_class": "small "}, []),
        ({"size_class": "small"}, {"size_class": "large"}, ["size_class"]),
        ({"status": "functional"}, {"status": "decommissioned"}, ["status"]),
        ({"name_en": "Lotus Co., Ltd."}, {"name_en": "LOTUS"}, []),
        ({"name_en": "Lotus Works 1"}, {"name_en": "Lotus Works 2"}, ["name_en"]),
        ({"name_en": "Lotus"}, {"name_km": "សុខា"}, []),
        ({"commune_code": "120101"}, {"commune_code": "050101"}, ["province_code"]),
        ({"commune_code": "120101"}, {"commune_code": "120201"}, ["district_code"]),
        ({"commune_code": "120101"}, {"commune_code": "120102"}, ["commune_code"]),
        ({"province_code": "12"}, {"commune_code": "120102"}, []),
        ({"licence_no": "FP-1"}, {"licence_no": "fp 01"}, []),
        ({"licence_no": "FP-1"}, {"licence_no": "FP-2"}, ["licence_no"]),
        ({"x": 0.0, "y": 0.0}, {"x": 501.0, "y": 0.0}, ["location"]),
        ({"x": 0.0, "y": 0.0, "accuracy_m": 10.0}, {"x": 501.0, "y": 0.0}, []),
        ({"registration_status": "registered"}, {"registration_status": "revoked"}, ["registration_status"]),
        ({"expires": "2024-01-31"}, {"expires": "2024-01-31"}, []),
        ({"expires": "2024-01-31"}, {}, []),
        ({"expires": "2027-12-31"}, {"expires": "2024-01-31"}, ["expires"]),
    ],
)
def test_conflicts(mine, theirs, fields):
    assert [field for field, *_ in disagreements(mine, theirs)] == fields


def test_which_is_newer():
    state = [{"status": "functional"}, {"status": "disused"}]

    def newer(mine, theirs):
        ((_, which, days),) = disagreements({**state[0], **mine}, {**state[1], **theirs})
        return which, days

    assert newer({"changed": "2024-01-01"}, {"changed": "2024-01-11"}) == ("extract", 10)
    assert newer({"changed": "2024-01-11"}, {"changed": "2024-01-01"}) == ("register", 10)
    assert newer({"changed": "2024-01-11"}, {"changed": "2024-01-11"}) == (None, 0)
    assert newer({"changed": "2024-01-11"}, {}) == (None, None)
    lasting = [{"expires": "2027-12-31", "changed": "2025-01-01"}, {"expires": "2024-01-31", "changed": "2024-12-22"}]
    assert disagreements(*lasting) == [("expires", "register", 10)]
    # The state's own day goes before the record's.
    days = {"changed": "2024-01-01", "status_from": "2023-05-01"}
    assert newer(days, {"changed": "2024-02-01", "status_from": "2023-04-30"}) == ("register", 1)


def dated(mine, theirs, deadlines, day="2025-01-31"):
    register, extract = frame([mine] if mine else []), frame([theirs] if theirs else [])
    known = r.records(r.Comparison(register, extract, 500.0), r.match(r.Comparison(register, extract, 500.0)))
    known = r.with_dates(known, np.datetime64(day), {k: np.datetime64(v) for k, v in deadlines.items()})
    (only,) = known.itertuples()
    return only


def test_permits_run_out_at_the_end_of_their_day():
    valid = row(None, "Lotus", "1-1", "120101", expires="2025-01-31")
    assert not dated(None, valid, {}).expired
    late = dated(None, valid, {}, day="2025-02-01")
    assert (late.expired, late.days_expired) == (True, 1)
    closed = dated(None, {**valid, "status": "decommissioned"}, {}, day="2025-02-01")
    assert not closed.expired
    said = dated(None, row(None, "Lotus", "1-1", registration_status="expired"), {})
    assert said.expired
    assert np.isnan(said.days_expired)


@pytest.mark.parametrize(
    ("mine", "theirs", "day"),
    [
        # The extract's day counts, unless the register's record is the newer one, or the extract has none.
        ({"expires": "2024-01-01"}, {"expires": "2026-01-01"}, "2026-01-01"),
        ({"expires": "2027-12-31", "changed": "2025-01-01"}, {"expires": "2024-01-31"}, "2024-01-31"),
        ({"expires": "2027-12-31", "changed": "2025-01-01"}, {"expires": "2024-01-31", "changed": "2024-01-31"},
         "2027-12-31"),
        ({"expires": "2027-12-31", "changed": "2024-01-01"}, {"expires": "2024-01-31", "changed": "2024-01-31"},
         "2024-01-31"),
        ({"expires": "2027-12-31", "changed": "2024-01-31"}, {"expires": "2024-01-31", "changed": "2024-01-31"},
         "2024-01-31"),
        ({"expires": "2027-12-31"}, {}, "2027-12-31"),
        ({"changed": "2025-01-01"}, {"expires": "2024-01-31", "changed": "2024-01-31"}, "2024-01-31"),
    ],
)  # fmt: skip
def test_the_last_day_of_the_newer_record_counts(mine, theirs, day):
    both = dated(row("A", None, "1-1", **mine), row(None, None, "1-1", **theirs), {})
    assert both.expires == pd.Timestamp(day)
    assert both.expired == (day < "2025")


@pytest.mark.parametrize(
    ("mine", "theirs", "completed", "overdue"),
    [
        (row("A", "Lotus", "1-1", "120101"), None, False, True),  # not in the extract
        (None, row(None, "Lotus", "1-1", "120101"), True, False),  # without a word of its state
        (None, row(None, "Lotus", "1-1", "120101", registration_status="registered"), True, False),
        (None, row(None, "Lotus", "1-1", "120101", registration_status="expired"), True, False),
        (None, row(None, "Lotus", "1-1", "120101", registration_status="applied"), False, True),
        (None, row(None, "Lotus", "1-1", "120101", registration_status="revoked"), False, True),
        (row("A", "Lotus", "1-1", "120101", status="decommissioned"), None, False, False),
        (row("A", "Lotus", "1-1", "080101"), None, False, False),  # no deadline there
    ],
)
def test_overdue(mine, theirs, completed, overdue):
    found = dated(mine, theirs, {"12": "2024-12-31"})
    assert (bool(found.completed), bool(found.overdue)) == (completed, overdue)
    assert (found.days_overdue == 31) is overdue


def test_deadlines():
    mine = row("A", "Lotus", "1-1", "120101")
    assert not dated(mine, None, {"12": "2025-01-31"}).overdue  # the last day
    assert dated(mine, None, {"12": "2025-01-30"}).overdue
    assert dated(mine, None, {"": "2024-12-31"}).days_overdue == 31
    assert not dated(mine, None, {"": "2024-12-31", "12": "2025-06-30"}).overdue
    assert dated(row("A", "Lotus"), None, {"": "2024-12-31"}).overdue  # of no province


def test_progress_per_province():
    register = frame(
        [
            row("A", "Lotus", "1-1", "120101", (0, 0)),
            row("B", "Kiln", None, "120101", (9000, 0)),
            row("C", "Mill", None, "050101", (90000, 0), status="decommissioned"),
            row("D", "Foundry", None, None, None),
        ]
    )
    extract = frame(
        [
            row(None, "Lotus", "1-1", "120101", registration_status="registered", expires="2024-12-01"),
            row(None, "Ice", "1-2", "050101", registration_status="applied"),
        ]
    )
    matches = r.match(r.Comparison(register, extract, 500.0))
    known = r.with_dates(
        r.records(r.Comparison(register, extract, 500.0), matches), DAY, {"12": np.datetime64("2024-12-31")}
    )
    told = r.progress(known, np.array([True] + [False] * (len(known) - 1)))
    rows = {(t.level, t.code): t for t in told.itertuples()}
    assert list(rows) == [("country", None), ("province", None), ("province", "05"), ("province", "12")]

    def numbers(code, *names, level="province"):
        return [getattr(rows[level, code], name) for name in names]

    names = ("to_register", "completed", "matched", "field_finds", "located", "closed", "expired", "overdue")
    assert numbers("12", *names) == [2, 1, 1, 1, 2, 0, 1, 1]
    assert numbers("05", *names) == [1, 0, 0, 1, 1, 1, 0, 0]
    assert numbers(None, *names) == [1, 0, 0, 0, 0, 0, 0, 0]
    assert numbers(None, *names, level="country") == [4, 1, 1, 2, 3, 1, 1, 1]
    assert rows["country", None].share == 0.25
    assert rows["country", None].conflicting == 1
    assert rows["province", "12"].deadline == pd.Timestamp("2024-12-31")
    assert pd.isna(rows["province", "05"].deadline)
    assert r.balance(4, 2, known, told)["register"]["field_finds"] == 2


# -- any two lists ------------------------------------------------------------------------------------------

NAMES = st.sampled_from(
    ["Lotus Garment", "Lotus Garment 2", "LOTUS GARMENT CO., LTD.", "Golden River", "Golden Rivr", "Sun", "សុខា", None]
)
LICENCES = st.sampled_from(["FP-001", "fp 1", "FP-002", "2", "N/A", "FP-003", "FP-01-3", None, None])
PLACES = st.sampled_from([None, (0, 0), (300, 0), (600, 0), (50_000, 0)])
COMMUNES = st.sampled_from([None, "120101", "120102", "120201", "050101"])
ROWS = st.lists(
    st.builds(
        lambda name, licence, commune, at, operator, isic, status: (
            row(None, name, licence, commune, at, operator_id=operator) | {"isic": isic, "status": status}
        ),
        NAMES,
        LICENCES,
        COMMUNES,
        PLACES,
        st.sampled_from([None, None, "K-1", "k 1", "K-2"]),
        st.sampled_from([None, "1410", "14"]),
        st.sampled_from([None, None, "functional", "decommissioned"]),
    ),
    max_size=9,
)
RELAXED = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@pytest.mark.slow
@RELAXED
@given(ROWS, ROWS, st.randoms(use_true_random=False))
def test_the_order_of_the_rows_changes_nothing(mine, theirs, random):
    orders = [list(range(len(side))) for side in (mine, theirs)]
    for order in orders:
        random.shuffle(order)

    def answer(first, second):
        matches = r.match(r.Comparison(frame([mine[i] for i in first]), frame([theirs[i] for i in second]), 500.0))

        def named(pairs, *columns):
            told = pairs.assign(register=[first[i] for i in pairs["register"]])
            told["extract"] = [second[i] for i in pairs["extract"]]
            return sorted(map(repr, told[["register", "extract", *columns]].itertuples(index=False, name=None)))

        both = r.Comparison(frame([mine[i] for i in first]), frame([theirs[i] for i in second]), 500.0)
        known = r.with_dates(r.records(both, matches), DAY, {"": np.datetime64("2024-12-31"), "12": DAY})
        told = r.progress(known, np.zeros(len(known), dtype=bool))
        return (
            told.drop(columns=["share", "deadline"]).to_dict("records"),
            named(matches.pairs, "how", "certainty", "exact", "shared", "place"),
            named(matches.suggestions, "how"),
            named(matches.ties, "why"),
            named(matches.same_id, "how", "contradicted"),
            sorted(first[i] for i in np.flatnonzero(matches.ambiguous_register)),
            sorted(second[i] for i in np.flatnonzero(matches.ambiguous_extract)),
            matches.ignored,
        )

    assert answer(*(list(range(len(side))) for side in (mine, theirs))) == answer(*orders)


@pytest.mark.slow
@RELAXED
@given(ROWS, ROWS)
def test_nothing_is_lost_or_told_twice(mine, theirs):
    register, extract = frame(mine), frame(theirs)
    matches = r.match(r.Comparison(register, extract, 500.0))
    known = r.with_dates(
        r.records(r.Comparison(register, extract, 500.0), matches), DAY, {"": np.datetime64("2024-01-01")}
    )
    told = r.progress(known, np.zeros(len(known), dtype=bool))
    where = r.balance(len(mine), len(theirs), known, told)
    for side in where.values():
        assert side["rows"] == sum(side.values()) - side["rows"]
    assert not matches.pairs["register"].duplicated().any()
    assert not matches.pairs["extract"].duplicated().any()
    country = told.iloc[0]
    assert country["in_extract"] == len(theirs)
    assert country["in_register"] == len(mine)
    assert country["completed"] + country["overdue"] + country["ambiguous_counted"] == country["to_register"]
    # Each open factory of either list is one to register, whoever its partner may be.
    open_ = known[~known["closed"].astype(bool)]
    for side in ("register", "extract"):
        assert country["to_register"] >= (open_[side] >= 0).sum()
    assert max(side["x"].notna().sum() for side in (register, extract)) <= country["located"] <= country["known"]
    ties = matches.ties
    assert matches.ambiguous_register[ties["register"]].all()
    assert matches.ambiguous_extract[ties["extract"]].all()


@pytest.mark.slow
@RELAXED
@given(ROWS)
def test_a_register_against_its_own_export(rows):
    """Every row is found, by its id, and there is nothing to disagree about; whatever its names and licences."""
    register = frame([{**one_row, "factory_id": f"KH-{i:03d}"} for i, one_row in enumerate(rows)])
    extract = register.sample(frac=1.0, random_state=1).reset_index(drop=True)
    matches = r.match(r.Comparison(register, extract, 500.0))
    assert len(matches.pairs) == len(register)
    assert (matches.pairs["certainty"] == r.CERTAIN).all()
    picked = register["factory_id"].to_numpy()[matches.pairs["register"]]
    assert (picked == extract["factory_id"].to_numpy()[matches.pairs["extract"]]).all()
    assert len(r.conflicts(r.Comparison(register, extract, 500.0), matches.pairs, ISIC)) == 0


@pytest.mark.slow
@pytest.mark.parametrize("names", [1, 50])
def test_a_crowd_takes_no_square_of_its_size(names):
    """Ten thousand on either side in one commune, with few names: a hundred million pairs, if all were looked at."""
    import time

    rows = [row(f"R{i}", f"Works {chr(97 + i % names) * 4}", None, "120101") for i in range(10_000)]
    register = frame(rows)
    extract = register.assign(factory_id=None)
    start = time.process_time()
    matches = r.match(r.Comparison(register, extract, 500.0))
    assert time.process_time() - start < 20
    assert len(matches.pairs) == 0  # nothing tells them apart


@pytest.mark.slow
def test_many_records_find_their_partners():
    """Two thousand without any id, spelled otherwise, in another order: no wrong pair, and hardly one missed."""
    random = np.random.default_rng(7)
    syllables = [
        "lee",
        "wan",
        "chan",
        "sok",
        "hua",
        "kim",
        "jin",
        "tai",
        "yong",
        "grand",
        "star",
        "moon",
        "river",
        "rose",
        "lotus",
        "bayon",
    ]
    rows = []
    for i in range(2000):
        words = [syllables[k].title() + syllables[j] for k, j in random.integers(0, len(syllables), (2, 2))]
        rows.append(row(f"R{i}", f"{' '.join(words)} Garment Co., Ltd.", None, f"12{1 + i % 14:02d}{1 + i % 9:02d}"))
    order = random.permutation(len(rows))
    theirs = [
        {**rows[i], "factory_id": None, "name_en": rows[i]["name_en"].upper().replace(" CO., LTD.", "")} for i in order
    ]
    matches = r.match(r.Comparison(frame(rows), frame(theirs), 500.0))
    assert (order[matches.pairs["extract"]] == matches.pairs["register"]).all()
    assert len(matches.pairs) > 1900

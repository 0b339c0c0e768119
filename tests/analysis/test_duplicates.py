"""Pairs of records that look like one factory: against known truth, false alarms, and by hand."""

from __future__ import annotations

import itertools
import time

import numpy as np
import pytest
from factory_locations.processing.analysis import duplicates as d
from factory_locations.tests import names_made
from hypothesis import given, settings
from hypothesis import strategies as st
from pyproj import Geod

FIELDS = ("ids", "names", "names_km", "licences", "operators", "activities", "communes", "provinces")
LON, LAT = 104.9, 11.55
METRE = 1 / 109_000  # of longitude there, about


def record(id_, name=None, east=0.0, **given):
    return {"ids": id_, "names": name, "lon": LON + east * METRE, "lat": LAT, **given}


def register(*records) -> d.Register:
    def column(name, empty):
        return [one.get(name, empty) for one in records]

    texts = [np.array([*column(name, None), None], dtype=object)[:-1] for name in FIELDS]
    numbers = [np.array(column(name, np.nan), dtype="float64") for name in ("lon", "lat", "accuracy", "employees")]
    return d.Register(*texts, *numbers, np.array(column("filled", 5), dtype="int64"))


def found(*records, **given) -> dict[str, str]:
    pairs = d.find(register(*records), **given).pairs
    return dict(zip(pairs["pair_id"], pairs["certainty"]))


def one(*records, **given):
    pairs = d.find(register(*records), **given).pairs
    assert len(pairs) == 1
    return pairs.iloc[0]


SAME = {"licences": "L-1", "operators": "O-1", "activities": "1410", "communes": "120101", "provinces": "12"}


def test_points_are_summed_by_hand():
    pair = one(
        record("A", "Sun Palm", **SAME, employees=100), record("B", "Sun Palm Co., Ltd.", 300, **SAME, employees=121)
    )
    points = 45 + 12 + 45 + 20 + 8 + 8  # licence, operator, name, near, activity, commune; 121 is not close to 100
    assert pair["score"] == min(points, 100) / 100
    pair = one(record("A", "Sun Palm", activities="1410"), record("B", "Sun Palm", 300, activities="1311"))
    assert pair["score"] == pytest.approx((45 + 20 - 12) / 100)
    assert (pair["certainty"], pair["against"]) == ("possible", ("activity",))


@pytest.mark.parametrize(
    ("away", "accuracy", "place"),
    [(40, None, "same"), (60, None, "near"), (120, 70, "same"), (400, None, "near"), (499, None, "near"),
     (510, None, "far"), (1200, 400, "within accuracy"), (1400, 400, "far"),
     # Together 150 m make one place, more do not: two records at the centre of a commune may be anywhere in it.
     (0, 75, "same"), (140, 75, "same"), (0, 76, "near"), (140, 76, "near"), (0, 5900, "within accuracy"),
     (300, 5900, "within accuracy")],
)  # fmt: skip
def test_place_and_accuracy(away, accuracy, place):
    more = {} if accuracy is None else {"accuracy": accuracy}
    pair = one(record("A", "Sun Palm", **SAME, **more), record("B", "Sun Palm", away, **SAME, **more))
    assert pair["place"] == place
    geod = Geod(ellps="WGS84").inv(LON, LAT, LON + away * METRE, LAT)[2]
    assert pair["distance_m"] == pytest.approx(geod, abs=1e-3)


def test_two_records_at_the_centre_of_a_commune_are_not_certain():
    centre = {"communes": "120101", "activities": "1061", "accuracy": 5900.0}
    pair = one(record("A", "Heng Heng Rice Mill", **centre), record("B", "Heng Heng Rice Mill", 0, **centre))
    assert pair["place"] == "within accuracy"
    assert pair["certainty"] != "certain"


def test_what_is_possible_at_most():
    base = {"activities": "1410", "communes": "120101", "operators": "O-1"}
    assert found(record("A", "Sun Palm 1", **base), record("B", "Sun Palm 2", 5, **base)) == {"A~B": "possible"}
    two = {"operators": "O-1", "communes": "120101"}
    assert found(
        record("A", "Sun Palm", licences="L-1", activities="1410", **two),
        record("B", "Sun Palm", 5, licences="L-2", activities="1520", **two),
    ) == {"A~B": "possible"}
    assert found(record("A", "Sun Palm", **base), record("B", "Sun Palm", 5, **base)) == {"A~B": "certain"}


def test_a_renewed_licence_is_likely_one_factory():
    base = {"activities": "1410", "communes": "120101", "operators": "O-1"}
    pair = one(record("A", "Sun Palm", licences="L-1", **base), record("B", "Sun Palm", 5, licences="L-2", **base))
    assert (pair["certainty"], pair["against"]) == ("likely", ("renewed",))


def test_branches_in_two_provinces_are_no_pair():
    base = {"operators": "O-1", "activities": "1410"}
    assert found(
        record("A", "Sun Palm", provinces="12", **base), record("B", "Sun Palm", 90_000, provinces="05", **base)
    ) == {}  # fmt: skip


def test_a_licence_on_two_places_is_told():
    pair = one(record("A", "Sun Palm", licences="FP-268"), record("B", "Long Wei", 90_000, licences="fp 268"))
    assert (pair["certainty"], pair["licence"], pair["against"]) == ("possible", "same", ("far", "name"))
    assert found(record("A", "Sun Palm", licences="N/A"), record("B", "Long Wei", 90_000, licences="N/A")) == {}


NOWHERE = {"lon": np.nan, "lat": np.nan}
OTHERS = [record(f"Z{i}", name, 60 * i) for i, name in enumerate(["Blue Zebra", "Red Quagga", "White Yak"])]


@pytest.mark.parametrize("other", ["123", "No. 123", "០០០១២៣", "0123"])
def test_a_licence_but_for_zeros_is_evidence_of_its_own(other):
    pair = one(record("A", "Sun Palm", licences="00123", **NOWHERE), record("B", "Sun Palm", licences=other, **NOWHERE))
    assert (pair["licence"], pair["certainty"], pair["score"]) == ("zeros", "likely", 0.75)
    assert found(record("A", "Sun Palm", licences="00123"), record("B", "Long Wei", 9000, licences=other)) == {}
    pair = one(record("A", "Sun Palm", licences="00123"), record("B", "Sun Palm", licences="០០១២៣"))
    assert pair["licence"] == "same"
    three = [record(name, "Sun Palm", 9000 * i, licences=licence) for i, (name, licence) in
             enumerate((("A", "1"), ("B", "01"), ("C", "001")))]  # fmt: skip
    assert found(*three) == {}


def test_an_operator_but_for_zeros_is_the_same():
    pair = one(record("A", "Sun Palm", operators="K001-9"), record("B", "Sun Palm", operators="K1-009"))
    assert pair["operator"] == "same"


@pytest.mark.parametrize("text", ["n.a.", "N/A.", "pending", "TBD", "Not Available", "in process", "xxx", "មិនទាន់មាន"])
def test_a_placeholder_is_no_licence_and_no_operator(text):
    for field in ("licences", "operators", "ids"):
        records = [record("A", "Sun Palm", **{field: text}), record("B", "Blue Moon", 5000, **{field: text})]
        assert found(*records) == {}
    pair = one(
        record("A", "Sun Palm", licences=text), record("B", "Sun Palm", 20, licences="L-7", operators=text), *OTHERS
    )
    assert (pair["licence"], pair["operator"], pair["against"]) == (None, None, ())


@pytest.mark.parametrize(("mine", "theirs"), [("21/1", "2/11"), ("1/12/2021", "11/2/2021"), ("1-23", "12-3")])
def test_separators_between_numbers_are_part_of_a_licence(mine, theirs):
    assert found(record("A", "Blue Zebra", licences=mine), record("B", "White Yak", 9000, licences=theirs)) == {}
    pair = one(record("A", "Sun Palm", licences=mine), record("B", "Sun Palm", licences=theirs))
    assert pair["licence"] == "different"
    assert one(record("A", "Sun Palm", licences="FP.2021.14"), record("B", "Sun Palm", licences="fp 2021/14"))[
        "licence"
    ] == "same"  # fmt: skip


def test_what_very_many_share_is_no_licence():
    words = itertools.product(("Zebra", "Quagga", "Yak"), ("Ox", "Elk", "Owl", "Jay", "Asp", "Ram", "Bee"))
    many = [record(f"R{i}", " ".join(two), 3000 * i, licences="wait list 3") for i, two in enumerate(words)]
    result = d.find(register(*many))
    assert (len(many), len(result.pairs)) == (21, 0)
    assert result.ignored == [("licence", "wait list 3", 21)]
    result = d.find(register(*many[:-1]))
    assert (len(result.pairs), result.ignored) == (20 * 19 / 2, [])


def test_one_wrong_coordinate_does_not_hide_a_pair():
    pair = one(record("A", "Sun Palm", operators="K1"), record("B", "Sun Palm", 9000, operators="K1"))
    assert (pair["certainty"], pair["against"]) == ("possible", ("far",))
    assert found(record("A", "Sun Palm", operators="K1"), record("B", "Sun Palms Two", 9000, operators="K1")) == {}
    assert found(record("A", "Rice Mill", operators="K1"), record("B", "Rice Mill", 9000, operators="K1")) == {}
    for field in ("licences", "activities", "provinces"):
        two = [record(name, "Sun Palm", east, operators="K1", **{field: value})
               for name, east, value in (("A", 0, "1410"), ("B", 9000, "2500"))]  # fmt: skip
        assert found(*two) == {}


def test_the_script_of_a_name_counts_and_not_its_column():
    star, base = "ហ្គោលដិន ស្តារ", {"operators": "O", "activities": "1410"}
    mixed = one(record("A", "Golden Star", **base), record("B", star, 20, **base), *OTHERS)
    assert (mixed["name"], mixed["certainty"]) == ("across", "likely")
    for columns in ({"names": star}, {"names_km": star}, {"names": f"{star} (Golden Star)"}):
        khmer = one(record("A", None, **{"names_km": star, **base}), {**record("B", None, 20, **base), **columns})
        assert khmer["name"] == "same"
    swapped = one(
        record("A", star, names_km="Golden Star", **base),
        record("B", "Golden Star", 20, names_km=star, **base),
        *OTHERS,
    )
    assert (swapped["name_score"], swapped["name_score_km"]) == (1.0, 1.0)


@pytest.mark.parametrize(
    ("mine", "theirs"),
    [
        ("Heng Heng Ice Factory", "Heng Heng Rice Mill"),
        ("Quint Major Garment", "Quint Major Washing"),
        ("រោងចក្រទឹកកក សុខា វណ្ណ", "រោងចក្រកាត់ដេរ សុខា វណ្ណ"),
    ],
)
def test_different_activities_in_the_names_speak_against_a_pair(mine, theirs):
    base = {"communes": "120101", "operators": "K1"}
    pair = one(record("A", mine, **base), record("B", theirs, 10, **base), *OTHERS)
    assert pair["certainty"] in ("likely", "possible")
    assert pair["against"] == ("trades",)
    assert pair["quotes"]["trades"] == (mine, theirs)


def test_an_activity_in_one_script_or_in_one_name_speaks_against_nothing():
    base = {"communes": "120101", "operators": "K1"}
    pair = one(record("A", "Sun Palm Garment", **base), record("B", "Sun Palm", 10, **base), *OTHERS)
    assert pair["against"] == ()
    pair = one(
        record("A", "Sun Palm Garment", names_km="ស៊ុនផាម វាយនភណ្ឌ", **base),
        record("B", "Sun Palm Textile", 10, **base), *OTHERS,
    )  # fmt: skip
    assert pair["against"] == ()


def test_names_that_are_merely_alike_are_not_certain_without_a_shared_id():
    base = {"communes": "120101", "activities": "1410", "operators": "O-1"}
    names = "Manhattan Goldways", "Manhatten Goldweys"
    pair = one(record("A", names[0], **base), record("B", names[1], 5, **base), *OTHERS)
    assert (pair["name"], pair["certainty"]) == ("alike", "likely")
    pair = one(record("A", names[0], licences="7", **base), record("B", names[1], 5, licences="7", **base), *OTHERS)
    assert (pair["name"], pair["certainty"]) == ("alike", "certain")


def test_two_persons_are_not_certain():
    base = {"communes": "120101", "activities": "1061"}
    for mine, theirs in (("Kim Heng Rice Mill", "Kim Seng Rice Mill"), ("Chea Sophal Brick", "Chea Sophea Brick")):
        assert set(found(record("A", mine, **base), record("B", theirs, 30, **base), *OTHERS).values()) <= {"possible"}


def test_the_names_that_have_the_numbers_are_quoted():
    pair = one(
        record("A", "Test Star", names_km="សុខា ១", operators="K", communes="1"),
        record("B", "Test Stars", 5, names_km="សុខា ២", operators="K", communes="1"), *OTHERS,
    )  # fmt: skip
    assert pair["against"][0] == "numbers"
    assert pair["quotes"]["numbers"] == ("សុខា ១", "សុខា ២")


def test_different_names_are_quoted_in_one_script():
    pair = one(
        record("A", "Sun Palm", names_km="សុខា", licences="7"), record("B", None, 5, names_km="ម៉ាន់ហាតថាន់", licences="7")
    )
    assert pair["against"] == ("name",)
    assert pair["quotes"]["name"] == ("សុខា", "ម៉ាន់ហាតថាន់")


def test_two_alone_are_possible_and_three_are_not():
    assert found(record("A", "Sun"), record("B", "Moon", 400)) == {"A~B": "possible"}
    assert found(record("A", "Sun"), record("B", "Moon", 400), record("C", "Star", 200)) == {}
    assert found(record("A", "Sun", licences="1"), record("B", "Moon", 400, licences="2")) == {}


def test_common_words_tell_little():
    far = [record(f"F{i}", "Garment Factory (Cambodia)", 3000 * i) for i in range(60)]
    assert found(*far) == {}
    assert found(record("A", "Rice Mill"), record("B", "Rice Mill", 300)) == {"A~B": "possible"}


def test_a_name_in_khmer_only_and_one_in_latin_only():
    pair = one(
        record("A", "Golden Star", operators="O", activities="1410"),
        record("B", None, 20, names_km="ហ្គោលដិន ស្តារ", operators="O", activities="1410"),
    )
    assert (pair["name"], pair["certainty"]) == ("across", "likely")


def test_which_to_keep():
    pair = one(record("A", "Sun Palm", filled=5), record("B", "Sun Palm", 5, filled=6))
    assert pair["keep"] == 1
    pair = one(record("A", "Sun Palm", accuracy=30), record("B", "Sun Palm", 5, accuracy=5))
    assert pair["keep"] == 1
    pair = one(record("B", "Sun Palm"), record("A", "Sun Palm", 5))
    assert (pair["row_a"], pair["keep"]) == (1, 1)  # the first by id


def test_a_chain_is_cut():
    """Each is near the next and far from the one after: neighbours pair up, and the file says so."""
    chain = [record(f"C{i}", "Sun Palm", 450 * i, activities="1410", communes="120101") for i in range(6)]
    result = d.find(register(*chain))
    assert max(len(rows) for rows in result.groups["rows"]) <= 3
    assert result.groups["chained"].all()
    members = list(itertools.chain.from_iterable(result.groups["rows"]))
    assert len(members) == len(set(members))
    cluster = [record(f"C{i}", "Sun Palm", 50 * i, **SAME) for i in range(6)]
    (group,) = d.find(register(*cluster)).groups.itertuples()
    assert (len(group.rows), group.chained) == (6, False)
    assert group.spread_m == pytest.approx(250, rel=0.01)


def scored(seed: int, factories: int = 1500):
    made = names_made.make(factories, seed)
    register_ = made.register()
    pairs = d.find(register_).pairs
    ids = list(zip(register_.ids[pairs["row_a"]], register_.ids[pairs["row_b"]]))
    truth = made.truth()
    hits = {
        least: [pair in truth for pair, c in zip(ids, pairs["certainty"]) if d.CERTAINTIES.index(c) <= i]
        for i, least in enumerate(d.CERTAINTIES)
    }
    return {least: (sum(hit) / max(len(hit), 1), sum(hit) / len(truth)) for least, hit in hits.items()}


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_precision_and_recall_on_known_duplicates(seed):
    """With units of one compound, branches and names of common words among them."""
    scores = scored(seed)
    assert scores["certain"][0] >= 0.98
    assert scores["certain"][1] >= 0.45
    assert scores["likely"][0] >= 0.97
    assert scores["likely"][1] >= 0.90
    assert scores["possible"][1] >= 0.96


def test_no_false_alarm_among_distinct_factories():
    made = names_made.make(1500, 7, share=0.0)
    assert not made.truth()
    pairs = d.find(made.register()).pairs
    assert (pairs["certainty"] == "certain").sum() == 0
    assert (pairs["certainty"] == "likely").sum() <= 2


def essence(register_: d.Register, result: d.Duplicates):
    pairs = result.pairs
    told = pairs[["pair_id", "certainty", "score", "group_id", "distance_m"]].astype(str).to_numpy().tolist()
    kept = register_.ids[pairs["keep"].to_numpy("int64")].tolist()
    groups = [(g.group_id, [register_.ids[row] for row in g.rows], g.chained) for g in result.groups.itertuples()]
    return told, kept, groups


@pytest.mark.parametrize("seed", [0, 1])
def test_order_of_the_records_does_not_matter(seed):
    made = names_made.make(400, seed)
    order = np.random.default_rng(seed).permutation(len(made.rows))
    first, second = made.register(), made.register(order)
    assert essence(first, d.find(first)) == essence(second, d.find(second))


NAMES = st.sampled_from([None, "Sun Palm", "Sun Palms 2", "Palm Sun Co.", "Long Wei", "Garment", "ហ្គោលដិន ស្តារ", "X"])
RECORDS = st.lists(
    st.fixed_dictionaries(
        {"names": NAMES, "names_km": NAMES, "licences": st.sampled_from([None, "1", "2", "-"]),
         "operators": st.sampled_from([None, "o", "p"]), "activities": st.sampled_from([None, "14", "1410", "1061"]),
         "lon": st.sampled_from([np.nan, LON, LON + 1e-3, LON + 1]), "lat": st.sampled_from([LAT, LAT + 1e-3]),
         "accuracy": st.sampled_from([np.nan, 0.0, 50.0, 5000.0]), "ids": st.sampled_from(["A", "B", "C", "D"])}
    ), max_size=9,
)  # fmt: skip


@pytest.mark.slow
@settings(max_examples=150, deadline=None)
@given(RECORDS, st.randoms(use_true_random=False))
def test_whatever_the_records(records, rng):
    result = d.find(register(*records))
    pairs = result.pairs
    assert pairs["pair_id"].is_unique
    ends = [frozenset(pair) for pair in zip(pairs["row_a"], pairs["row_b"])]
    assert all(len(end) == 2 for end in ends)
    assert len(set(ends)) == len(ends)
    assert pairs["score"].between(0, 1).all()
    assert set(pairs["certainty"]) <= set(d.CERTAINTIES)
    assert not len(pairs) or all(keep in end for keep, end in zip(pairs["keep"], ends))
    members = list(itertools.chain.from_iterable(result.groups["rows"]))
    assert len(members) == len(set(members))
    shuffled = records[:]
    rng.shuffle(shuffled)
    again = d.find(register(*shuffled)).pairs
    assert sorted(zip(again["pair_id"], again["score"])) == sorted(zip(pairs["pair_id"], pairs["score"]))


def test_candidates_miss_nothing_that_all_pairs_have(monkeypatch):
    """The blocks against every pair there is: what is likely at least must be among the candidates."""
    made = names_made.make(250, 5)
    register_ = made.register()
    quick = d.find(register_, min_certainty="likely").pairs
    n = len(register_.ids)
    i, j = np.triu_indices(n, 1)
    monkeypatch.setattr(d, "candidates", lambda table, tick: i.astype(np.int64) * n + j)
    slow = d.find(register_, min_certainty="likely").pairs
    assert set(quick["pair_id"]) <= set(slow["pair_id"])
    assert len(quick) >= 0.99 * len(slow)


@pytest.mark.slow
def test_a_crowded_park_does_not_explode():
    """5,000 factories on one square kilometre: 12.5 million pairs within the distance, few of them looked at."""
    rng = np.random.default_rng(1)
    made = names_made.make(4000, 9)
    for row in made.rows:
        row.update(lon=LON + rng.uniform(0, 0.009), lat=LAT + rng.uniform(0, 0.009))
    table = d._Table(made.register(), 500.0, 2)
    assert len(d.candidates(table)) < 60 * table.n
    start = time.monotonic()
    d.find(made.register())
    assert time.monotonic() - start < 30

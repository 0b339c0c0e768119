"""Names of factories: what is set aside, what is the same name, and what is not."""

from __future__ import annotations

import numpy as np
import pytest
from factory_locations.processing.analysis import names as n
from hypothesis import given, settings
from hypothesis import strategies as st

ALPHABET = st.sampled_from(
    [*"abcdeghinorstuvy NLC.,&()-'1234567890", *"កខគងចឆញដតថទនបផពភមយរលវសហអ្ាិីុូេែោំះ់៉១២៣", "\u200b", "é", " Co ", " Ltd",
     "No. ", " II", "រោងចក្រ", "ក្រុមហ៊ុន", "ឯ.ក", " Factory ", " S.A.R.L.", "(Cambodia)", "公司"]
)  # fmt: skip
OWN = ["Abel", "Biko", "Coda", "Dune", "Echo", "Fern", "Gala", "Hugo", "Iris", "Jade"]
NAMES = st.lists(ALPHABET, max_size=14).map("".join)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("N.L.C. Garment Co., Ltd.", "nlc garment"),
        ("N. L. C", "nlc"),
        ("NLC Garments Co.,Ltd", "nlc garment"),
        ("D & M (Cambodia) Pte. Ltd.", "dm"),
        ("Sàrl Étoile", "etoile"),
        ("S.A.R.L. Étoile", "etoile"),
        ("Etoile S.A.", "etoile"),
        ("Sunrise Manufactory Corp.", "sunrise manufacturing"),
        ("Sunrise Mfg Inc", "sunrise manufacturing"),
        ("Hong Wei Youxian Gongsi", "hong wei"),
        ("宏伟有限公司", "宏伟"),
        ("ＳＵＮ　Enterprise", "sun"),
        ("Phase II", "phase 2"),
        ("Lot No. 05", "lot 5"),
        ("Sun Palm Phase I", "sun palm phase 1"),
        ("Plant No. V", "plant 5"),
        ("Sun Palm Garment XI Co., Ltd.", "sun palm garment 11"),
        ("Sun Palm XII Garment", "sun palm 12 garment"),
        ("Sun Palm V", "sun palm 5"),
        ("Zone X Sun Palm", "zone 10 sun palm"),
        ("Unit XX", "unit 20"),
        ("Xi Wang Garment", "xi wang garment"),  # a Chinese name, and initials
        ("V Star", "v star"),
        ("Hong Vi Heng", "hong vi heng"),
        ("Sun I Palm", "sun i palm"),
        ("V.I. Sun", "vi sun"),
        ("Factory 1", "factory 1"),
        ("Factory 1 Co., Ltd.", "factory 1"),
        ("Co., Ltd.", "co ltd"),
        ("ក្រុមហ៊ុន សុខា (ខេមបូឌា) ឯ.ក", "សុខា"),
        ("រោងចក្រ សុខា ០២", "សុខា 2"),
        ("សហគ្រាសសុ\u200bខា", "សុខា"),
        ("សុខា ខូ អិលធីឌី", "សុខា"),
        ("សុខា ម.ក", "សុខា"),
        ("Sun Gramnet Facotry", "sun gramnet"),
        ("Sun Garmnet Limted", "sun garment"),
        ("King Elastic", "king elastic"),  # no misspelling of “plastic”, and so on
        ("Sun Molding", "sun molding"),
        ("Sun Folding", "sun folding"),
        ("Golding Garment", "golding garment"),
        ("Grading", "grading"),
        ("Red Society", "red society"),
        ("Sun Knotting", "sun knotting"),
        ("", ""),
        (None, ""),
        ("-", ""),
    ],
)
def test_normalise(name, expected):
    assert n.normalise([name]) == [expected]


@pytest.mark.parametrize(
    ("one", "other", "least"),
    [
        ("N.L.C. Co., Ltd.", "NLC", 1.0),
        ("Golden Star Manufactory", "Star, Golden Mfg. Co Ltd", 1.0),
        ("Manhattan (Svay Reing) SEZ", "Manhattan Svay Rieng SEZ", 0.95),
        ("Chheng Heng Garment", "Cheng Heng Garments", 0.95),
        ("Poi Pet O Neang", "Poipet O Neang", 0.9),
        ("Sunrise Garment", "Sun Rise Garment", 0.95),
        ("Sunrise", "Sun Rise Garment", 0.85),
        # One own word more, one common word less.
        ("Shen Zhou (Cambodia) Co., Ltd", "Shenzhou Cambodia Co Ltd", 0.9),
        ("Kin Tai Garment", "Kintai Garment Cambodia", 0.9),
        ("Sun Rise Textile", "Sunrise Textile International", 0.9),
        ("Star Garment", "Star Garment Cambodia", 0.9),
        ("Manhatan Textile", "Manhattan Textile", 0.95),
        ("ហ្គោលដិន ស្តារ", "ហ្គោលដិនស្ដារ ឯ.ក", 0.95),
        ("រោងចក្រកាត់ដេរសុខា", "ក្រុមហ៊ុន សុខា កាត់ដេរ", 1.0),
        ("Golden Star", "ហ្គោលដិន ស្តារ (Golden Star)", 1.0),
    ],
)
def test_the_same_name_in_another_spelling(one, other, least):
    assert n.similarity([one], [other])[0] >= least


@pytest.mark.parametrize(
    ("one", "other", "most"),
    [
        ("Factory 1", "Factory 2", 0.5),
        ("Golden Star Phase 1", "Golden Star Phase 2", 0.5),
        ("Golden Star Building A", "Golden Star Building B", 0.5),
        ("Golden Star I", "Golden Star II", 0.9),
        ("សុខា ១", "សុខា ២", 0.5),
        ("ABC Garment Factory", "XYZ Garment Factory", 0.2),
        ("Golden Star Garment", "Golden Sun Garment", 0.6),
        ("Neang Kok Koh Kong SEZ", "Suoy Chheng SEZ", 0.2),
        ("Sunrise Garment", "Sun Rise Footwear", 0.9),
        ("Sun Rise Textile", "Sunset Textile International", 0.2),
        ("NLC", "NCL", 0.0),
        ("Kampong Cham SEZ", "Kampong Thom SEZ", 0.7),
        ("សុខា", "ម៉ាន់ហាតថាន់", 0.2),
        ("", "Anything", 0.0),
    ],
)
def test_other_names(one, other, most):
    assert n.similarity([one], [other])[0] <= most


@pytest.mark.parametrize(
    ("one", "other", "most"),
    [
        ("King Elastic", "King Plastic", 0.85),
        ("Red Society", "Red", 0.85),
        ("Sun Palm XI", "Sun Palm XII", 0.5),
        ("Sun Palm Phase I", "Sun Palm Phase 2", 0.5),
        ("Sun XI Palm", "Sun XII Palm", 0.85),
        ("Kim Heng", "Kim Seng", 0.5),
        ("Kim Heng Rice Mill", "Kim Seng Rice Mill", 0.7),
        ("Chea Sophal", "Chea Sophea", 0.5),
        ("Sok Heng", "Sok Kheng", 0.5),
        ("Chea Sokha", "Chea Sokhi", 0.5),
        ("គឹមហេង", "គឹមសេង", 0.5),
    ],
)
def test_a_letter_makes_another_name(one, other, most):
    assert n.similarity([one], [other])[0] <= most


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Chea Sophal", "Chea Sophall"),
        ("Chea Sophal", "Chea Sohpal"),
        ("Leang Heng", "Laeng Heng"),
        ("Kim Heng", "Khim Heng"),
        ("Chea Vannak", "Chea Vannek"),
    ],
)
def test_short_names_are_spelt_in_several_ways(one, other):
    assert n.similarity([one], [other])[0] >= 0.85


@pytest.mark.parametrize(
    ("one", "other"),
    [("Sun Palm 5", "Sun Palm V"), ("Phase 1 Sun Palm", "Phase I Sun Palm"), ("Sun Palm XI", "Sun Palm 11")],
)
def test_roman_numbers_are_numbers(one, other):
    assert n.similarity([one], [other])[0] == 1.0


def test_a_word_that_looks_like_a_common_one_is_alike_at_most():
    """A slip of the pen, or a word that nobody has thought of."""
    alike, another = n.similarity(["Sun Palm Textle", "Sun Palm Textle"], ["Sun Palm Textile", "Moon Cake Textile"])
    assert 0.9 <= alike <= n.MISSPELT_MOST < 0.95
    assert another < 0.3
    assert n.similarity(["Sun Palm Developmet"], ["Sun Palm"])[0] <= n.MISSPELT_MOST


def test_a_word_that_several_names_have_is_no_misspelling():
    register = ["Textille Sun", "Textille Palm", "Textille Star", "Textille Hong"] + [
        f"{name} Garment" for name in OWN * 5
    ]
    weights = n.word_weights(n.normalise(register))
    pair = ["Textille"], ["Textile"]
    assert n.similarity(["Textille Sun"], ["Palm Sun"], weights)[0] < n.similarity(["Textille Sun"], ["Palm Sun"])[0]
    assert n.similarity(*pair, weights)[0] <= n.MISSPELT_MOST


@pytest.mark.parametrize(
    ("name", "trades"),
    [
        ("Heng Heng Ice Factory", {"ice"}),
        ("Heng Heng Rice Mill", {"rice"}),
        ("Heng Heng Rice Milling", {"rice"}),
        ("Heng Heng Mill", {"rice"}),
        ("Sun Steel Mill", {"metal"}),
        ("Quint Major Garments & Washing", {"garment", "washing"}),
        ("Sun Apparel", {"garment"}),
        ("រោងចក្រទឹកកក ហេង ហេង", {"ice"}),
        ("រោងចក្រកាត់ដេរសុខា", {"garment"}),
        ("Sun Palm", set()),
        (None, set()),
    ],
)
def test_what_a_name_says_is_made(name, trades):
    assert n.Names([name]).trades(0) == trades


def test_across_scripts_is_weak_evidence():
    alike, not_alike = n.similarity(["ហ្គោលដិន ស្តារ", "ហ្គោលដិន ស្តារ"], ["Golden Star", "Manhattan Shine"])
    assert not_alike < 0.5 < alike <= n.CROSS_SCRIPT_MOST


def test_words_that_many_names_share_weigh_little():
    register = [f"Dragon {name} Garment" for name in OWN * 6]
    weights = n.word_weights(n.normalise(register))
    assert weights["dragon"] < 0.2 < weights[n.sound("abel")]
    pair = (["Dragon Abel"], ["Dragon Hugo"])
    assert n.similarity(*pair, weights)[0] < 0.3 < n.similarity(*pair)[0]
    assert n.word_weights(["dragon abel"] * 49) == {}  # too few to say anything


def test_what_a_name_tells():
    names = n.Names(["Garment Factory Cambodia", "Manhattan", "Factory 7", None])
    telling = dict(zip(names.texts, names.telling))
    assert telling["garment cambodia"] == 0
    assert (telling["manhattan"], telling["factory 7"]) == (1.0, 0.5)
    assert names.codes[3] == -1


def test_clashing_designations():
    names = n.Names(["A Sun 1", "A Sun 2", "A Sun", "B Sun 1", None])
    one, other = np.array([0, 0, 0, 0]), np.array([1, 2, 3, 4])
    assert names.clashing(one, other).tolist() == [True, False, True, False]
    assert names.numbers(0) == {"a", "1"}


def test_lengths_must_agree():
    with pytest.raises(ValueError, match="1 names beside 2"):
        n.similarity(["a"], ["a", "b"])


@given(NAMES)
def test_normalising_again_changes_nothing(name):
    (once,) = n.normalise([name])
    assert n.normalise([once]) == [once]


@settings(max_examples=300)
@given(NAMES, NAMES)
def test_similarity_is_a_symmetric_share(one, other):
    forth, back = n.similarity([one, other], [other, one])
    assert 0.0 <= forth <= 1.0
    assert forth == back
    (first,), (second,) = n.normalise([one]), n.normalise([other])
    assert (first == second != "") <= (forth == 1.0)
    if n.designations(first) - n.designations(second) and n.designations(second) - n.designations(first):
        assert forth <= n.OTHER_NUMBER_MOST


@given(st.lists(st.sampled_from(OWN), min_size=1, max_size=4, unique=True))
def test_order_of_words_does_not_matter(words):
    assert n.similarity([" ".join(words)], [" ".join(reversed(words))])[0] == pytest.approx(1.0)


@given(NAMES, st.sampled_from([" Co., Ltd.", " (Cambodia)", " Sarl", "\u200b", " PLC", " ក្រុមហ៊ុន", "."]))
def test_a_legal_form_changes_nothing(name, form):
    plain = f"Manhattan {name}".strip()
    assert n.similarity([plain], [plain + form])[0] >= 0.9


def test_the_subscripts_that_look_the_same_are_one_letter():
    assert n.normalise(["រោងចក្រ កណ្\u178aាល"]) == n.normalise(["រោងចក្រ កណ្\u178fាល"])

"""Provinces, districts and communes: found by what registers say of them, and never by a guess."""

from __future__ import annotations

import random
import sqlite3
import time
from collections import Counter
from contextlib import closing

import numpy as np
import pytest
from factory_locations.processing.analysis import admin_units as A
from factory_locations.processing.analysis.admin_units import Alias, Former, read_code, resolve
from factory_locations.processing.gazetteer import load_admin_list
from hypothesis import given, settings
from hypothesis import strategies as st

# In the list of 2025 eight communes of Memut have one name: only their codes tell them apart.
KOKIR = {f"2503{number}" for number in range(14, 22)}


@pytest.fixture(scope="module")
def units():
    return load_admin_list()


def one(units, province=None, district=None, commune=None):
    """The finest code found, its certainty, how, and the note."""
    found = resolve(units, [province], [district], [commune])
    codes = [found.province_code[0], found.district_code[0], found.commune_code[0]]
    level = max((level for level in range(3) if codes[level]), default=0)
    return codes[level], found.certainty[0, level], found.how[0, level], found.note[0]


def columns(units, names):
    """The names of every unit and of its parents, a column a level."""
    return [[names.get(code[:length]) if len(code) >= length else None for code in units.codes] for length in (2, 4, 6)]


def wrong(units, found):
    """The units that do not resolve to themselves, with certainty, at every level."""
    got = (found.province_code, found.district_code, found.commune_code)
    return {
        code
        for row, code in enumerate(units.codes)
        for level in range(len(code) // 2)
        if got[level][row] != code[: 2 * level + 2] or found.certainty[row, level] != "certain"
    }


def test_every_unit_is_found_by_its_code(units):
    codes = {code: code for code in units.codes}
    assert len(codes) == 1896
    found = resolve(units, *columns(units, codes))
    assert {
        code for code in units.codes if code not in (*found.province_code, *found.district_code, *found.commune_code)
    } == set()
    # A code that meant another place before is only likely: see the former codes.
    reused = {former.old_code for former in units.former} & set(units.codes)
    assert {code for code in wrong(units, found) if code[:4] not in reused and code not in reused} == set()


@pytest.mark.parametrize("lost", [lambda code: code.lstrip("0"), lambda code: f"{int(code)}.0", lambda code: int(code)])
def test_every_unit_is_found_by_a_number_that_lost_its_zero(units, lost):
    found = resolve(units, *columns(units, {code: lost(code) for code in units.codes}))
    got = (found.province_code, found.district_code, found.commune_code)
    assert all(got[len(code) // 2 - 1][row] == code for row, code in enumerate(units.codes))


@pytest.mark.parametrize("script", ["name_en", "name_km"])
def test_every_unit_is_found_by_its_name_and_parents(units, script):
    names = dict(zip(units.codes, getattr(units, script)))
    assert wrong(units, resolve(units, *columns(units, names))) == KOKIR


@pytest.mark.parametrize("script", ["name_en", "name_km"])
def test_every_unit_is_found_with_words_of_rank(units, script):
    ranks = {"name_en": ("{} Province", "Srok {}", "{} commune"), "name_km": ("ខេត្ត{}", "ស្រុក {}", "ឃុំ{}")}[script]
    names = {code: ranks[len(code) // 2 - 1].format(name) for code, name in zip(units.codes, getattr(units, script))}
    assert wrong(units, resolve(units, *columns(units, names))) == KOKIR


def test_every_unit_is_found_in_capitals_without_spaces(units):
    names = {code: name.upper().replace(" ", "") for code, name in zip(units.codes, units.name_en)}
    # A number at the end of a name is told by its word, which needs its space.
    numbered = {
        code for code, name in zip(units.codes, units.name_en) if A.key(name) != A.key(name.upper().replace(" ", ""))
    }
    assert len(numbered) < 80
    assert wrong(units, resolve(units, *columns(units, names))) <= numbered | KOKIR


@pytest.mark.parametrize(
    ("province", "code"),
    [
        *[(name, "01") for name in ("1", "01", 1, 1.0, "1.0", "KH-1", "KH01", "០១", "01 - Banteay Meanchey")],
        *[(name, "01") for name in ("Banteay Meanchey", "Bantey Meanchey", "BANTEAY MEAN CHEY", "ខេត្ត បន្ទាយមានជ័យ")],
        *[(name, "17") for name in ("Siemreap", "Siem Reap", "Siem Reab", "Khaet Siem Reap", "Siem Reap Province")],
        *[(name, "25") for name in ("Tboung Khmum", "Tbong Khmum", "ខេត្តត្បូងឃ្មុំ", "Tboung Khmum (ត្បូងឃ្មុំ)")],
        *[
            (name, "16")
            for name in ("Ratanak Kiri", "Ratanakiri", "Ratanakiri Province", "Rattanakiri", "Rotanak Kiri")
        ],
        *[(name, "12") for name in ("Phnom Penh", "Phnom Penh City", "Phnom Penh Capital", "ភ្នំពេញ", "រាជធានីភ្នំពេញ")],
        *[(name, "18") for name in ("Sihanoukville", "Preah Sihanouk", "Krong Preah Sihanouk", "ព្រះសីហនុ")],
        *[(name, "22") for name in ("Oddar Meanchey", "Otdar Meanchey", "Oddor Meanchey", "ឧត្តរមានជ័យ")],
        *[(name, "10") for name in ("Kratie", "Kratié", "Kracheh")],
        *[(name, "21") for name in ("Takeo", "Takéo", "Ta Kaev")],
        *[(name, "23") for name in ("Kep", "Kaeb", "Krong Kep", "ក្រុងកែប")],
        *[(name, "03") for name in ("Kampong Cham", "Kompong Cham", "kampong-cham", " Kampong  Cham ")],
        *[(name, "11") for name in ("Mondulkiri", "Mondul Kiri", "Mondol Kiri")],
        *[(name, "15") for name in ("Pursat", "Pousat", "Pouthisat")],
    ],
)
def test_spellings_of_provinces(units, province, code):
    found = one(units, province)
    assert found[0] == code
    assert found[1] in ("certain", "likely")


@pytest.mark.parametrize(
    ("province", "district", "code"),
    [
        ("Banteay Meanchey", "Paoy Paet", "0110"),
        ("Banteay Meanchey", "Poipet", "0110"),
        ("Banteay Meanchey", "Krong Poi Pet", "0110"),
        ("Banteay Meanchey", "Mongkol Borei", "0102"),
        ("1", "Mongkol Borey", "0102"),
        ("Phnom Penh", "Sen Sok", "1208"),
        ("Phnom Penh", "Khan Saensokh", "1208"),
        ("Phnom Penh", "Russei Keo", "1207"),
        ("Phnom Penh", "7 Makara", "1203"),
        ("Kampong Speu", "Aural", "0504"),
        ("Kampong Speu", "Aoral", "0504"),
        ("Kampong Cham", "Memot", "2503"),
        ("Kandal", "Ta Khmau", "0811"),
        ("", "0811", "0811"),
        (None, 811, "0811"),
    ],
)
def test_spellings_of_districts(units, province, district, code):
    assert one(units, province, district)[0] == code


def test_a_commune_that_went_to_tboung_khmum(units):
    for row in (
        ("03", "0310", "031005"),
        ("Kampong Cham", "Memot", "Dar"),
        (None, None, "31005"),
        ("Kampong Cham", None, "031005"),
    ):
        found = resolve(units, *([cell] for cell in row))
        codes = (found.province_code[0], found.district_code[0], found.commune_code[0])
        assert codes == ("25", "2503", "250305"), row
        assert set(found.certainty[0]) == {"certain"}, row
    assert "was in Kampong Cham and is in Tboung Khmum now" in one(units, "Kampong Cham", "Memot", "Dar")[3]
    assert "031005 of 2010 (Dar) is 250305 now" in one(units, commune="031005")[3]


def test_a_former_code_that_only_its_neighbours_tell_is_likely(units):
    assert one(units, commune="030403")[:3] == ("250103", "likely", "former code")


def test_a_commune_that_went_from_kandal_to_phnom_penh(units):
    assert one(units, commune="080702")[:3] == ("121101", "certain", "former code")
    found = resolve(units, ["Kandal"], ["Mukh Kampul"], ["Kaoh Dach"])
    assert (found.province_code[0], found.commune_code[0]) == ("12", "121101")


def test_a_code_that_meant_another_place_is_not_certain(units):
    code, certainty, how, note = one(units, "14", "1410")
    assert (code, certainty, how) == ("1410", "likely", "code")
    assert "1413" in note
    # With its name beside it, the code of 2010 is told from that of today.
    assert one(units, "14", "1410 Prey Veng")[:2] == ("1410", "certain")


def test_a_code_and_a_name_that_contradict(units):
    code, certainty, _, note = one(units, "01 Kampot")
    assert (code, certainty) == ("01", "possible")
    assert "Banteay Meanchey" in note


def test_a_name_of_several_units_is_not_resolved(units):
    code, certainty, _, note = one(units, None, None, "Samraong")
    assert (code, certainty) == (None, None)
    assert "names" in note
    assert "(" in note, "the choices are told with their parents"
    assert one(units, None, "Samraong")[0] is None
    assert one(units, "Takeo", "Samraong")[0] == "2107"
    assert one(units, "22", "Samraong")[0] == "2204"


def test_a_commune_tells_which_of_two_districts_is_meant(units):
    name = dict(zip(units.codes, units.name_en))
    commune = next(code for code in units.codes if code[:4] == "2107" and len(code) == 6)
    code, certainty, *_ = one(units, None, "Samraong", name[commune])
    assert code[:4] == "2107"
    assert certainty == "likely"


def test_a_unit_without_its_parents_is_likely(units):
    found = resolve(units, [None], [None], ["Phsar Daeum Thkov"])
    assert (found.province_code[0], found.district_code[0], found.commune_code[0]) == ("12", "1201", "120112")
    assert list(found.certainty[0]) == ["likely"] * 3
    assert list(found.how[0]) == ["from below", "from below", "name"]


def test_a_commune_outside_the_district_told_replaces_nothing(units):
    code, certainty, _, note = one(units, "Svay Rieng", "Svay Teab", "Chrak Mtes")
    assert (code, certainty) == ("2007", "certain")
    assert "“Chrak Mtes” is not in Svay Teab; 200803 is the only one in Svay Rieng." in note


def test_a_commune_elsewhere_in_the_country_replaces_nothing(units):
    """The only Phsar Kandal is in Poipet; that of Phnom Penh has been two for decades."""
    for name, told in (("Phsar Kandal", "Phsar Kandal"), ("ផ្សារកណ្តាល", "ផ្សារកណ្តាល")):
        found = resolve(units, ["Phnom Penh"], ["Doun Penh"], [name])
        assert (found.province_code[0], found.district_code[0], found.commune_code[0]) == ("12", "1202", None)
        assert list(found.certainty[0]) == ["certain", "certain", None]
        assert f"“{told}” is several units in Doun Penh: Phsar Kandal Ti Muoy (" in found.note[0]
        assert "Phsar Kandal Ti Pir (" in found.note[0]
    assert one(units, "Banteay Meanchey", "Paoy Paet", "Phsar Kandal")[:2] == ("011003", "certain")
    assert one(units, "Phnom Penh", None, "Phsar Kandal")[:2] == ("12", "certain")
    assert one(units, None, None, "Phsar Thmei")[0] is None


def test_a_district_outside_the_province_told_replaces_nothing(units):
    found = resolve(units, ["Phnom Penh"], ["Paoy Paet"], ["Phsar Kandal"])
    assert (found.province_code[0], found.district_code[0], found.commune_code[0]) == ("12", None, None)
    assert found.certainty[0, 0] == "certain"
    assert "“Paoy Paet” is not in Phnom Penh; 0110 is the only one in Cambodia." in found.note[0]


@given(st.data())
@settings(max_examples=150, deadline=None)
def test_what_is_only_possible_never_replaces_what_is_known(units, data):
    """A province by its own name stays, whatever names of districts and communes stand beside it."""
    names = list(units.name_en)
    provinces = [name for name, level in zip(names, units.level) if level == "province"]
    province = data.draw(st.sampled_from(provinces))
    alone = resolve(units, [province], [None], [None])
    found = resolve(units, [province], [data.draw(st.sampled_from(names))], [data.draw(st.sampled_from(names))])
    if set(found.how[0]) & {"former parent", "former code"}:
        return
    assert found.province_code[0] == alone.province_code[0]
    assert found.certainty[0, 0] == "certain"


def test_a_province_that_contradicts_the_district(units):
    found = resolve(units, ["Kampot"], ["0110"], [None])
    assert (found.province_code[0], found.district_code[0]) == ("01", "0110")
    assert list(found.certainty[0][:2]) == ["possible", "possible"]
    assert "the row says Kampot" in found.note[0]


@pytest.mark.parametrize("nothing", [None, "", " ", "-", "N/A", "Not found", "គ្មាន", float("nan"), "nan"])
def test_nothing_is_nothing(units, nothing):
    assert one(units, nothing, nothing, nothing) == (None, None, None, None)


@pytest.mark.parametrize("text", ["Bangkok", "99", "990101", "Zürich", "ប៉ារីស", "???", "province"])
def test_what_is_no_unit_is_told(units, text):
    found = resolve(units, [text], None, None)
    assert found.province_code[0] is None
    assert found.note[0]
    for note in found.notes[0]:
        assert str(note) == note.template.format(**note.values)


def test_a_close_spelling_is_likely_and_only_inside_its_parent(units):
    assert one(units, "Kampot", "Tuk Chu")[:3] == ("0707", "likely", "spelling")
    assert one(units, None, "Tuk Chu")[0] is None


def test_the_first_and_the_second_of_a_name_are_two_units(units):
    assert one(units, "Phnom Penh", "Tuol Kouk", "Boeng Kak Ti Muoy")[0] == "120407"
    assert one(units, "Phnom Penh", "Tuol Kouk", "Boeng Kak 2")[0] == "120408"
    assert one(units, "Phnom Penh", "Tuol Kouk", "Boeng Kak II")[0] == "120408"
    assert A.likeness(A.key("Peus Muoy"), A.key("Peus Pir")) == 0


def test_a_small_list_by_hand():
    """One province that was split, a code used again, an alias."""
    rows = [
        ("01", "province", "", "Old", "ចាស់"),
        ("02", "province", "", "New", "ថ្មី"),
        ("0101", "district", "01", "Stayed", "ក"),
        ("0201", "district", "02", "Went", "ខ"),
        ("010101", "commune", "0101", "Here", "គ"),
        ("020101", "commune", "0201", "There", "ឃ"),
    ]
    units = A.admin_list(
        [dict(zip(("code", "level", "parent", "name_en", "name_km"), row), vintage="2025") for row in rows],
        [Former("0102", "2010", "Went", "0201"), Former("010201", "2010", "There", "020101")],
        [Alias("Gone", "0201")],
    )
    assert one(units, "Old", "Went", "There")[:3] == ("020101", "certain", "name")
    assert one(units, "Old", "Went")[:3] == ("0201", "certain", "former parent")
    assert one(units, "New", "Gone")[:3] == ("0201", "certain", "alias")
    assert one(units, None, "0102")[:3] == ("0201", "certain", "former code")
    assert one(units, "Old", "Stayed", "There")[:2] == ("0101", "certain")
    assert units.name("0201") == "Went"


def test_rows_keep_their_order_and_repeat(units):
    names = ["Kep", None, "Kampot", "Kep", "Bangkok"]
    found = resolve(units, names)
    assert list(found.province_code) == ["23", None, "07", "23", None]
    empty = resolve(units, [], [], [])
    assert len(empty.province_code) == len(empty.note) == 0
    assert empty.certainty.shape == (0, 3)


@given(
    cells=st.lists(
        st.text(max_size=20) | st.sampled_from(["Kampot", "1", "0101", "Samraong", "ខេត្ត", "()"]),
        min_size=3,
        max_size=3,
    )
)
@settings(max_examples=150, deadline=None)
def test_any_row_gives_codes_that_fit_each_other(cells):
    units = load_admin_list()
    found = resolve(units, *([cell] for cell in cells))
    known = set(units.codes)
    codes = [found.province_code[0], found.district_code[0], found.commune_code[0]]
    for level, code in enumerate(codes):
        assert (code is None) == (found.certainty[0, level] is None) == (found.how[0, level] is None)
        if code is not None:
            assert code in known
            assert len(code) == 2 * level + 2
            assert all(above is not None and code.startswith(above) for above in codes[:level])
    assert isinstance(found.note[0], (str, type(None)))


@given(st.text("abcdeភ", max_size=9), st.text("abcdeភ", max_size=9))
def test_the_ratio_is_the_same_with_and_without_the_fast_package(first, second):
    fuzz = pytest.importorskip("rapidfuzz").fuzz
    assert A._slow_ratio(first, second) == pytest.approx(fuzz.ratio(first, second) / 100)


@pytest.mark.slow
def test_a_national_register_takes_seconds(units):
    draw = random.Random(1)
    names = dict(zip(units.codes, units.name_en))
    communes = [code for code in units.codes if len(code) == 6]
    triples = []
    for code in draw.choices(communes, k=100_000):
        province, district, commune = names[code[:2]], names[code[:4]], names[code]
        if draw.random() < 0.02:  # a slip of the pen
            place = draw.randrange(len(commune))
            commune = commune[:place] + draw.choice("aeiou") + commune[place + 1 :]
        triples.append((province, district, commune))
    started = time.process_time()
    found = resolve(units, *zip(*triples))
    assert time.process_time() - started < 3
    assert np.mean(found.commune_code != None) > 0.99  # noqa: E711


def test_places_of_health_facilities(units, real_layers):
    """Names as the Ministry of Health's list of 2010 spells them; the aliases were made from the same list."""
    with closing(sqlite3.connect(f"{(real_layers / 'cambodia_base.gpkg').as_uri()}?mode=ro", uri=True)) as connection:
        rows = connection.execute("SELECT PNAME, DNAME, CNAME FROM health_facilities").fetchall()
    found = resolve(units, *zip(*rows))
    assert np.mean(found.province_code != None) > 0.99  # noqa: E711
    # Of the others most went to another district of their province since: the note names it, and a person decides.
    assert np.mean(found.commune_code != None) > 0.96  # noqa: E711
    told = ["the only one in" in (note or "") or "several units" in (note or "") for note in found.note]
    assert np.mean((found.commune_code != None) | np.array(told)) > 0.98  # noqa: E711
    plain = A.AdminList(units.codes, units.level, units.parent, units.name_en, units.name_km, units.vintage)
    alone = resolve(plain, *zip(*rows))
    assert np.mean(alone.commune_code != None) > 0.8, "without aliases and former codes"  # noqa: E711
    both = (alone.commune_code != None) & (found.commune_code != None)  # noqa: E711
    same = alone.commune_code[both] == found.commune_code[both]
    assert Counter(same)[False] < 0.01 * len(same), "spelling alone agrees with the lists"


@pytest.mark.parametrize(
    ("text", "digits", "code"),
    [
        ("10201", 6, "010201"), ("10201.0", 6, "010201"), ("KH010201", 6, "010201"), ("KH-4", 2, "04"),
        ("010201 West", 6, "010201"), ("West", 6, None), ("០១០២០១", 6, "010201"), ("(010201) West", 6, "010201"),
        ("1020101", 8, "01020101"), ("01020101", 6, None), ("n/a", 2, None), ("", 4, None), ("12 Main Street", 6, None),
    ],
)  # fmt: skip
def test_the_code_of_a_cell(text, digits, code):
    assert read_code(text, digits) == code


def test_the_subscripts_that_look_the_same_are_one_letter(units):
    """Kandal is published with the subscript of ដ and mostly typed with that of ត."""
    published, typed = "កណ្\u178aាល", "កណ្\u178fាល"
    assert A.key(published) == A.key(typed)
    for text in (published, typed, f"ខេត្\u178a{typed}"):
        assert one(units, text) == ("08", "certain", "name", None)

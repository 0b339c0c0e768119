"""The rule packs that ship: they load, say what their sources say, and say it in both languages.

The figures below were copied by hand from the project's list of facts, not from the packs: they are the second look.
"""

from __future__ import annotations

import re
import shutil
from collections import Counter
from pathlib import Path

import pytest
from factory_locations.processing.rules import pack as rules
from factory_locations.tests.test_translation import KHMER

pytestmark = pytest.mark.usefixtures("qgis_app")

FOLDER = Path(__file__).resolve().parents[1] / "data" / "rules"
FILES = sorted(FOLDER.glob("*.yaml"))
README = FOLDER / "README.md"
FOREIGN = ("vn-tcvn-4449", "hk-hkpsg-table-1-3", "in-kerala-spcb", "in-andhra-pradesh-pcb")
SIZES = ("micro", "small", "medium", "large")
SECTIONS = set("ABCDEFGHIJKLMNOPQRSTU")

HOMES = {"residential"}
SCHOOLS = {"school", "hospital", "pagoda"}  # what Kerala calls public institutions, as far as the plugin knows them
SENSITIVE = HOMES | SCHOOLS
BELIEF = {"residential", "school", "pagoda"}  # Andhra Pradesh: habitation, educational institutions, religious places
NATIONAL, STATE, LOCAL = "trunk", "primary", "tertiary"
NOBODY = None  # the rule is there, but applies to no activity until somebody says which

# rule: (activities, feature classes, metres, for every size or one figure a size: micro, small, medium, large)
FIGURES: dict[str, tuple[set[str] | None, set[str], float | tuple[float, ...]]] = {
    # Viet Nam, TCVN 4449:1987, Annex III
    "VN-TCVN-01": ({"2011"}, HOMES, 1000),
    "VN-TCVN-02": (NOBODY, HOMES, 500),
    "VN-TCVN-03": (NOBODY, HOMES, 300),
    "VN-TCVN-04": (NOBODY, HOMES, 100),
    "VN-TCVN-05": (NOBODY, HOMES, 50),
    # Hong Kong, HKPSG Table 1.3
    "HK-HKPSG-01": ({"C"}, {"residential", "school"}, 100),
    "HK-HKPSG-02": ({"C"}, {"market", "pagoda"}, 30),
    "HK-HKPSG-03": ({"C"}, {"hospital"}, 500),
    "HK-HKPSG-04": (NOBODY, SENSITIVE, 500),
    "HK-HKPSG-05": ({"1010"}, SENSITIVE | {"market"}, 300),
    "HK-HKPSG-06": ({"1010"}, SENSITIVE | {"market"}, 200),
    "HK-HKPSG-07": ({"3821"}, SENSITIVE, 100),
    "HK-HKPSG-08": (NOBODY, SENSITIVE, 200),
    "HK-HKPSG-09": (NOBODY, SENSITIVE, 200),
    "HK-HKPSG-10": (NOBODY, SENSITIVE, 100),
    # India, Kerala: scale and colour; the table has no micro, which is judged as small
    "IN-KER-RED-RES": (NOBODY, HOMES, (25, 25, 50, 100)),
    "IN-KER-RED-PUB": (NOBODY, SCHOOLS, (50, 50, 100, 100)),
    "IN-KER-ORANGE-RES": (NOBODY, HOMES, (10, 10, 15, 40)),
    "IN-KER-ORANGE-PUB": (NOBODY, SCHOOLS, (15, 15, 25, 60)),
    "IN-KER-GREEN-RES": (NOBODY, HOMES, (3, 3, 5, 15)),
    "IN-KER-GREEN-PUB": (NOBODY, SCHOOLS, (5, 5, 10, 30)),
    "IN-KER-PLYWOOD": ({"1621"}, SENSITIVE, 50),
    "IN-KER-WORKSHOP": ({"1610", "2395", "3100"}, SENSITIVE, 25),
    "IN-KER-LATERITE": ({"0810"}, SENSITIVE, 50),
    "IN-KER-PIGS": ({"0145"}, SENSITIVE, 100),
    "IN-KER-CRUSHER": ({"0810"}, SENSITIVE, 200),
    # India, Andhra Pradesh
    "IN-AP-CRUSHER-HAB": ({"0810"}, BELIEF, 500),
    "IN-AP-CRUSHER-NH": ({"0810"}, {NATIONAL}, 500),
    "IN-AP-CRUSHER-ROAD": ({"0810"}, {NATIONAL, STATE, LOCAL}, 100),
    "IN-AP-DAIRY-HAB": ({"1050"}, BELIEF, 300),
    "IN-AP-DAIRY-FILTER": ({"1050"}, BELIEF, 500),
    "IN-AP-DAIRY-RED-NH": ({"1050"}, {NATIONAL}, 50),
    "IN-AP-DAIRY-RED-SH": ({"1050"}, {STATE}, 40),
    "IN-AP-DAIRY-RED-MDR": ({"1050"}, {LOCAL}, 20),
    "IN-AP-DAIRY-ORANGE-NH": ({"1050"}, {NATIONAL}, 25),
    "IN-AP-DAIRY-ORANGE-SH": ({"1050"}, {STATE}, 20),
    "IN-AP-DAIRY-ORANGE-MDR": ({"1050"}, {LOCAL}, 10),
    "IN-AP-CEMENT-NH": ({"2394"}, {NATIONAL}, 25),
    "IN-AP-CEMENT-SH": ({"2394"}, {STATE}, 20),
    "IN-AP-CEMENT-MDR": ({"2394"}, {LOCAL}, 10),
    # Cambodia: no text gives a distance; these are screening distances, 1 km a tool's default, 300 m Hong Kong's
    "KH-WAT-02": (SECTIONS, {"intake", "well"}, 1000),
    "KH-WAT-03": (SECTIONS, {"water_body"}, 1000),
    "KH-SLA-01": ({"1010"}, SENSITIVE | {"market"}, 300),
    "KH-SLA-02": ({"1010"}, {"water_body"}, 1000),
}
EVERY_CLASS = ("residential", "school", "hospital", "pagoda", "market", "intake", "well", "water_body")
EVERY_ROAD = (NATIONAL, STATE, LOCAL)


@pytest.fixture(scope="module")
def packs(qgis_app) -> dict[str, rules.Pack]:
    return {path.stem: rules.read_pack(path) for path in FILES}


@pytest.fixture(scope="module")
def every_rule(packs) -> dict[str, rules.Rule]:
    """Every rule, as it is in the pack that it was first written in."""
    return {rule.id: rule for pack in packs.values() for rule in pack.rules if rule.pack_id == pack.id}


@pytest.fixture(scope="module")
def texts(packs) -> list[tuple[str, rules.Rule]]:
    """Every rule that a pack has, changed and taken over ones too, with the pack."""
    return [(pack.id, rule) for pack in packs.values() for rule in pack.rules]


def said_of(code: str, include: tuple[str, ...], exclude: tuple[str, ...]) -> bool:
    """Return whether a filter covers an activity: the longest prefix decides, the section letter last."""
    section = rules.isic_sections()[code]
    for prefix in [*(code[:n] for n in range(len(code), 0, -1)), section]:
        if prefix in include:
            return True
        if prefix in exclude:
            return False
    return not include


def four_digits(prefixes: set[str] | None) -> set[str]:
    wanted = prefixes or set()
    return {
        code
        for code, section in rules.isic_sections().items()
        if len(code) == 4 and (section in wanted or any(code.startswith(prefix) for prefix in wanted))
    }


def mapped(tmp_path: Path, pack: rules.Pack, rule_id: str, activity: str) -> rules.Rule:
    """Return a rule after an officer's pack, which includes the shipped one, has said whom it is about."""
    shutil.copy(pack.path, tmp_path)
    own = tmp_path / "own.yaml"
    own.write_text(
        "pack: own\nversion: '1'\ntitle: {en: Own}\nauthority: Us\ncitation: Our decision\nvintage: 2026\n"
        f"status: official\nlicence: CC0-1.0\ninclude: [{pack.path.name}]\n"
        f"rules:\n  - id: {rule_id}\n    activities: {{include: ['{activity}']}}\n",
        encoding="utf-8",
    )
    return next(rule for rule in rules.read_pack(own).rules if rule.id == rule_id)


def about(rule: rules.Rule, candidates: tuple[str, ...]) -> set[str]:
    return {name for name in candidates if not rule.classes or name in rule.classes}


def test_there_are_the_packs_we_mean_to_ship(packs):
    assert set(packs) == {"kh-zoning-parks", "kh-baseline", *FOREIGN}


def test_pack_is_named_as_its_file(packs):
    assert {name: pack.id for name, pack in packs.items()} == {name: name for name in packs}


def test_heads_are_complete(packs):
    for pack in packs.values():
        assert KHMER.search(pack.title.km), pack.id
        assert pack.licence.startswith("CC0-1.0"), pack.id
        assert pack.status == ("foreign reference" if pack.id in FOREIGN else "draft")


def test_every_distance_is_in_the_table(every_rule):
    measured = {rule.id for rule in every_rule.values() if rule.test in (rules.AT_LEAST, rules.AT_MOST)}
    assert measured == set(FIGURES)
    assert {rule.test for rule in every_rule.values() if rule.id in FIGURES} == {rules.AT_LEAST}


@pytest.mark.parametrize("rule_id", FIGURES)
def test_figure_is_what_the_source_says(every_rule, rule_id):
    _, classes, metres = FIGURES[rule_id]
    rule = every_rule[rule_id]
    wanted = metres if isinstance(metres, tuple) else (metres,) * len(SIZES)
    assert tuple(rule.required(size) for size in SIZES) == wanted
    assert rule.required(None) == max(wanted)
    assert about(rule, EVERY_ROAD if rule.role == "roads" else EVERY_CLASS) == classes
    assert not rule.sizes
    assert rule.applies_to == "both"


@pytest.mark.parametrize("rule_id", FIGURES)
def test_figure_is_asked_of_those_the_source_names(every_rule, rule_id):
    rule = every_rule[rule_id]
    covered = {code for code in rules.isic_sections() if len(code) == 4 and said_of(code, rule.include, rule.exclude)}
    assert covered == four_digits(FIGURES[rule_id][0])


@pytest.mark.parametrize("rule_id", [name for name, (activities, *_) in FIGURES.items() if activities is NOBODY])
def test_a_silent_rule_speaks_once_an_officer_says_of_whom(packs, every_rule, tmp_path, rule_id):
    rule = every_rule[rule_id]
    own = mapped(tmp_path, packs[rule.pack_id], rule_id, "2394")
    assert said_of("2394", own.include, own.exclude)
    assert not said_of("1410", own.include, own.exclude)
    assert [own.required(size) for size in SIZES] == [rule.required(size) for size in SIZES]
    assert own.severity == "advice"  # however official the including pack
    assert own.message.km == rule.message.km


def test_metres_in_titles_are_the_metres_asked_for(every_rule):
    unit = {"m": 1, "km": 1000, "ម៉ែត្រ": 1, "គីឡូម៉ែត្រ": 1000}
    for rule_id, (_, _, metres) in FIGURES.items():
        title = every_rule[rule_id].title
        english = re.findall(r"(\d+) (km|m)\b", title.en)
        khmer = re.findall(r"(\d+) (គីឡូម៉ែត្រ|ម៉ែត្រ)", title.km)
        for found in (english, khmer):
            named = {int(number) * unit[name] for number, name in found}
            assert named == (set() if isinstance(metres, tuple) else {metres}), rule_id


def test_foreign_packs_only_advise(packs):
    severities = {(pack.id, rule.severity) for pack in packs.values() for rule in pack.rules if pack.id in FOREIGN}
    assert severities == {(name, "advice") for name in FOREIGN}
    for name in FOREIGN:
        for rule in packs[name].rules:
            assert "not Cambodian law" in rule.message.en, rule.id
            assert "មិនមែនច្បាប់កម្ពុជាទេ" in rule.message.km, rule.id


def test_only_zoning_prohibits(every_rule):
    assert {rule.id for rule in every_rule.values() if rule.severity == "violation"} == {"KH-ZON-01"}


def test_cambodia_claims_no_legal_distance(packs):
    """No Cambodian text known to the project has one: every distance says that it is for screening, and whose it is."""
    measured = [rule for rule in packs["kh-baseline"].rules if rule.test == rules.AT_LEAST]
    assert len(measured) == 4
    for rule in measured:
        assert "screening distance" in rule.title.en, rule.id
        assert "ចម្ងាយពិនិត្យបឋម" in rule.title.km, rule.id
        assert re.search(r"gives? no (distance|number)", rule.message.en), rule.id
        assert re.search(
            r"\(no distance in it\)\. Screening distance of .+ not a legal figure|a foreign figure", rule.citation.en
        )


def test_baseline_covers_the_themes_and_roles(packs):
    baseline = packs["kh-baseline"]
    assert [pack.id for pack in baseline.includes] == ["kh-zoning-parks"]
    assert {rule.theme for rule in baseline.rules} == {
        "location management",
        "parks and clusters",
        "protected areas",
        "salt farmland",
        "water supply",
        "safety and environment",
    }
    verdict = {rule.role: rule.severity for rule in baseline.rules if rule.test == rules.NOT_WITHIN}
    assert verdict == dict.fromkeys(("protected", "salt_farmland", "water_supply", "hazard_zones"), "assessment")
    (salt,) = baseline.of("salt_farmland")
    assert not said_of("0893", salt.include, salt.exclude)  # salt is what the land is for
    assert said_of("1079", salt.include, salt.exclude)


def test_andhra_pradesh_stays_out_of_parks(packs):
    assert {rule.exempt_inside for rule in packs["in-andhra-pradesh-pcb"].rules} == {"parks"}
    assert not any(
        rule.exempt_inside for name in FOREIGN if name != "in-andhra-pradesh-pcb" for rule in packs[name].rules
    )


def test_where_the_source_measures_from(every_rule):
    crusher = every_rule["IN-KER-CRUSHER"]
    assert (crusher.measured_from, crusher.measured_to) == ("installation", "facade")
    assert {rule.measured_from for rule in every_rule.values() if rule.id.startswith("IN-AP-")} == {"premises"}


def test_every_rule_speaks_khmer_and_gives_its_source(texts):
    for pack, rule in texts:
        for text in (rule.title, rule.action, *([rule.message] if pack != "kh-zoning-parks" else [])):
            assert text.en, rule.id
            assert KHMER.search(text.km), rule.id
            assert not re.search('[“”"\u200b\ufeff០-៩]', text.km), rule.id
        for text in (rule.action, rule.message):
            assert (text.en[-1:], text.km[-1:]) in ((".", "។"), ("", "")), rule.id
        assert len(rule.citation.en) > 20, rule.id


CAMBODIAN = ("kh-baseline", "kh-zoning-parks")
# What stays in Latin letters inside a Khmer citation.
NAMES = (
    "industrial sites within protected water buffer zones",
    "Hong Kong Planning Standards and Guidelines",
    "Open Development Cambodia",
    "FilterMate",
    "QGIS",
    "NS/RKM/",
)


def test_the_cambodian_packs_cite_in_both_languages(packs):
    for name in CAMBODIAN:
        pack = packs[name]
        for text in (pack.authority, pack.citation, *(rule.citation for rule in pack.rules)):
            assert KHMER.search(text.km), text.en
            rest = text.km
            for known in NAMES:
                rest = rest.replace(known, "")
            assert not re.search("[A-Za-z]", rest), text.km


def test_a_khmer_citation_has_the_figures_of_the_english_and_no_others(texts, packs):
    cited = [*(pack.citation for pack in packs.values()), *(rule.citation for _, rule in texts)]
    both = [text for text in cited if text.km]
    assert len(both) >= 13
    for text in both:
        # The slash, the comma and the point belong to a number; which order a sentence has is its own affair.
        english, khmer = (sorted(re.findall(r"\d[\d.,/]*\d|\d", said)) for said in (text.en, text.km))
        assert english == khmer, text.en
        assert not re.search('[“”"\u200b\ufeff០-៩]', text.km), text.en


def test_every_rule_of_a_source_has_a_citation_of_its_own(every_rule):
    cited = Counter(rule.citation.en for rule in every_rule.values() if rule.pack_id in FOREIGN)
    assert {text for text, count in cited.items() if count > 1} == set()


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_nothing_unconfirmed_is_shipped(path):
    text = path.read_text(encoding="utf-8").lower()
    assert [word for word in ("unconfirmed", "[gk]", "todo", "fixme", "???") if word in text] == []


@pytest.mark.parametrize("path", [path for path in FILES if path.stem != "kh-zoning-parks"], ids=lambda path: path.stem)
def test_head_comment_says_what_it_is_not(path):
    head = path.read_text(encoding="utf-8").split("\npack:")[0]
    assert all(line.startswith("#") for line in head.splitlines())
    assert "# What it is: " in head
    assert "# What it is not: " in head
    assert re.search(r"screening\s+(#\s+)?only", head, re.IGNORECASE)


def test_ids_are_unique_over_all_packs(packs):
    first_written = Counter(rule.id for pack in packs.values() for rule in pack.rules if rule.pack_id == pack.id)
    assert [rule_id for rule_id, count in first_written.items() if count > 1] == []
    assert sum(first_written.values()) == 51


def test_every_activity_is_in_isic(every_rule):
    for rule in every_rule.values():
        zones = [
            prefix
            for zone in rule.zones.values()
            for prefix in (*zone.permits, *zone.permits_on_condition, *zone.prohibits)
        ]
        for prefix in (*rule.include, *rule.exclude, *zones):
            assert prefix in rules.isic_sections(), f"{rule.id}: {prefix}"


def test_readme_lists_every_pack_with_its_rules(packs):
    listed = dict(re.findall(r"^\| `([a-z0-9-]+)\.yaml` \| (\d+)", README.read_text(encoding="utf-8"), re.MULTILINE))
    own = {pack.id: str(sum(rule.pack_id == pack.id for rule in pack.rules)) for pack in packs.values()}
    assert listed == own


def test_example_of_the_readme_does_what_it_says(packs, tmp_path):
    (example,) = re.findall(r"```yaml\n(.+?)```", README.read_text(encoding="utf-8"), re.DOTALL)
    for path in FILES:
        shutil.copy(path, tmp_path)
    (tmp_path / "province-x.yaml").write_text(example, encoding="utf-8")
    own = {rule.id: rule for rule in rules.read_pack(tmp_path / "province-x.yaml").rules}
    baseline = {rule.id: rule for rule in packs["kh-baseline"].rules}
    assert set(own) == {*baseline, *(rule.id for rule in packs["hk-hkpsg-table-1-3"].rules), "PX-01"} - {"KH-WAT-03"}
    assert own["KH-WAT-02"].required("small") == 2000
    assert own["KH-WAT-02"].action == baseline["KH-WAT-02"].action
    assert own["HK-HKPSG-08"].include == ("1020", "1511")
    assert own["HK-HKPSG-08"].severity == "advice"
    assert (own["PX-01"].severity, own["PX-01"].applies_to) == ("assessment", "new")

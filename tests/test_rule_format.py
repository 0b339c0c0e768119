"""The second format of rule packs: every entry is read, and every mistake is told with file, line, rule and value."""

from __future__ import annotations

import math
from pathlib import Path

import pytest
from factory_locations.processing.analysis.errors import LocationError
from factory_locations.processing.rules import pack as rules

pytestmark = pytest.mark.usefixtures("qgis_app")

HEAD = """\
pack: test-pack
version: "1.0"
title: {en: Test}
authority: Nobody
citation: Nowhere
vintage: 2024
status: official
licence: CC0-1.0
rules:
"""
# Starts on line 10 of a pack.
DISTANCE = """\
  - id: D-1
    title: {en: Far from water}
    theme: water supply
    semantics: prohibit
    activities: {include: ["C", "1512"], exclude: ["151", "1071"]}
    sizes: [small, medium, large]
    applies_to: new
    test: distance at least
    role: water_supply
    classes: [intake, well]
    distance_m: 500
    distance_by_size: {small: 100, medium: 200.5}
    measured_from: premises
    measured_to: edge
    exempt_inside: parks
    message: {en: Wells are few., km: ទឹក}
    action: {en: Move.}
    citation: Article 5
"""
FACTORIES = """\
  - id: F-1
    title: {en: Away from chemical works}
    semantics: assess
    test: distance at least
    role: factories
    others: {include: ["20"], exclude: ["2023"]}
    distance_m: 300
"""
INSIDE = """\
  - id: I-1
    title: {en: Inside a park}
    semantics: advise
    test: within
    role: parks
"""
OUTSIDE = """\
  - id: O-1
    title: {en: Outside protected areas}
    semantics: prohibit
    test: not within
    role: protected
    classes: [core]
"""
OVERLAP = """\
  - id: S-1
    title: {en: Salt farmland is kept}
    semantics: prohibit
    test: overlap below
    role: salt_farmland
    share: 0.1
"""
MATRIX = """\
  - id: M-1
    title: {en: Hazard zones}
    semantics: assess
    test: zone matrix
    role: hazard_zones
    levels: {"1": {include: ["C"]}, "2": {include: ["10", "11"]}}
    matrix:
      inner: {"1": permits on condition, "2": prohibits}
      outer: {"1": permits, "2": permits}
    condition: {en: With an emergency plan.}
    straddling: worst
"""


def pack(tmp_path: Path, *texts: str, head: str = HEAD) -> rules.Pack:
    (tmp_path / "pack.yaml").write_text(head + "".join(texts), encoding="utf-8")
    return rules.read_pack(tmp_path / "pack.yaml")


def refused(tmp_path: Path, *texts: str, head: str = HEAD) -> str:
    with pytest.raises(LocationError) as error:
        pack(tmp_path, *texts, head=head)
    assert "pack.yaml" in str(error.value)
    return str(error.value)


class TestWhatIsRead:
    def test_every_entry(self, tmp_path):
        (rule,) = pack(tmp_path, DISTANCE).rules
        assert (rule.id, rule.theme, rule.test, rule.role) == ("D-1", "water supply", rules.AT_LEAST, "water_supply")
        assert (rule.include, rule.exclude) == (("C", "1512"), ("151", "1071"))
        assert (rule.sizes, rule.applies_to) == (("small", "medium", "large"), "new")
        assert rule.classes == ("intake", "well")
        assert (rule.distance_m, rule.distance_by_size) == (500.0, {"small": 100.0, "medium": 200.5})
        assert (rule.measured_from, rule.measured_to, rule.exempt_inside) == ("premises", "edge", "parks")
        assert (rule.message.en, rule.message.km, rule.action.en) == ("Wells are few.", "ទឹក", "Move.")
        assert (rule.citation.en, rule.severity) == ("Article 5", "violation")
        assert (rule.pack_id, rule.pack_version, rule.pack_status, rule.pack_vintage) == (
            "test-pack",
            "1.0",
            "official",
            2024,
        )

    def test_what_is_left_out(self, tmp_path):
        (rule,) = pack(tmp_path, INSIDE).rules
        assert (rule.include, rule.exclude, rule.sizes, rule.classes, rule.applies_to) == ((), (), (), (), "both")
        assert math.isnan(rule.distance_m)
        assert math.isnan(rule.share)
        assert math.isnan(rule.required("large"))
        assert (rule.theme, str(rule.message), rule.citation.en) == ("", "", "Nowhere")

    def test_other_factories(self, tmp_path):
        (rule,) = pack(tmp_path, FACTORIES).rules
        assert (rule.others_include, rule.others_exclude) == (("20",), ("2023",))

    def test_a_share(self, tmp_path):
        assert pack(tmp_path, OVERLAP).rules[0].share == 0.1

    def test_a_matrix(self, tmp_path):
        (rule,) = pack(tmp_path, MATRIX).rules
        assert rule.levels == {"1": ("C",), "2": ("10", "11")}
        assert rule.matrix["inner"] == {"1": "permits on condition", "2": "prohibits"}
        assert (rule.condition.en, rule.straddling) == ("With an emergency plan.", "worst")

    def test_rules_of_a_role(self, tmp_path):
        read = pack(tmp_path, DISTANCE, FACTORIES, INSIDE, OUTSIDE, OVERLAP, MATRIX)
        assert [rule.id for rule in read.of("parks")] == ["I-1"]
        assert read.of("roads") == ()
        assert read.rule(rules.ZONE_MATRIX).id == "M-1"

    def test_the_tests_of_before_are_about_the_role_they_imply(self):
        shipped = rules.read_pack()
        assert [rule.role for rule in shipped.rules] == ["zoning", "parks", "parks"]

    def test_the_three_tests_of_before_take_filters_too(self, tmp_path):
        text = (
            INSIDE.replace("within", "declares its park").replace("    role: parks\n", "")
            + '    activities: {exclude: ["10"]}\n    sizes: [large]\n'
        )
        (rule,) = pack(tmp_path, text).rules
        assert (rule.exclude, rule.sizes) == (("10",), ("large",))


class TestTheDistanceOfASize:
    @pytest.mark.parametrize(
        ("size", "metres"), [("small", 100), ("medium", 200.5), ("large", 500), (None, 500), ("huge", 500)]
    )
    def test_named_others_and_unknown(self, tmp_path, size, metres):
        assert pack(tmp_path, DISTANCE).rules[0].required(size) == metres

    def test_nan_is_no_size(self, tmp_path):
        assert pack(tmp_path, DISTANCE).rules[0].required(math.nan) == 500

    def test_all_sizes_named_need_no_other_distance(self, tmp_path):
        text = DISTANCE.replace("    distance_m: 500\n", "").replace("medium: 200.5", "medium: 200.5, large: 50")
        (rule,) = pack(tmp_path, text).rules
        assert rule.required(None) == 200.5
        assert math.isnan(rule.distance_m)


BAD = [
    # (rule, what stands there, what is written instead, line, words)
    (DISTANCE, "theme: water supply", "theme: water", 12, "“water” is none of: location management"),
    (DISTANCE, "theme: water", "thema: water", 12, "unknown entry: thema (did you mean theme?)"),
    (DISTANCE, "Far from water", "Far, from water", 11, "in braces a comma begins a new entry; put the text in quotes"),
    (DISTANCE, 'include: ["C"', 'include: ["Z"', 14, "activities.include.0: “Z”"),
    (DISTANCE, 'include: ["C"', 'include: ["1099"', 14, "activities.include.0: “1099” is not in ISIC Rev. 4"),
    (DISTANCE, '"1071"]', '"1099"]', 14, "activities.exclude.1: “1099” is not in ISIC Rev. 4"),
    (DISTANCE, '"1071"]', '"0111"]', 14, "“0111” is taken out but is under none of the included: C, 1512"),
    (DISTANCE, '"1071"]', '"C"]', 14, "“C” already stands under include"),
    (DISTANCE, '{include: ["C", "1512"], exclude: ["151", "1071"]}', "{}", 14, "nothing stands here"),
    (DISTANCE, '["C", "1512"]', "[]", 14, "activities.include: nothing stands here"),
    (DISTANCE, "sizes: [small,", "sizes: [tiny,", 15, "“tiny” is none of: micro, small, medium, large"),
    (DISTANCE, "sizes: [small, medium, large]", "sizes: []", 15, "nothing stands here"),
    (DISTANCE, "sizes: [small,", "sizes: [small, small,", 15, "“small” stands there twice"),
    (DISTANCE, "applies_to: new", "applies_to: old", 16, "“old” is none of: new, existing, both"),
    (DISTANCE, "test: distance at least", "test: distance", 17, "“distance” is none of"),
    (DISTANCE, "role: water_supply", "role: water", 18, "“water” is none of: zoning"),
    (DISTANCE, "    role: water_supply\n", "", 10, "missing: role"),
    (DISTANCE, "[intake, well]", "[intake, tap]", 19, "“tap” is no class of water_supply; it has: intake, well"),
    (DISTANCE, "role: water_supply", "role: receptors", 19, "“intake” is no class of receptors; it has: residential"),
    (DISTANCE, "role: water_supply", "role: factories", 19, "factories have no classes"),
    (DISTANCE, "distance_m: 500", "distance_m: -500", 20, "“-500” must be more than 0 m"),
    (DISTANCE, "distance_m: 500", "distance_m: 0", 20, "“0” must be more than 0 m"),
    (DISTANCE, "distance_m: 500", "distance_m: 50001", 20, "“50001” must be at most 50000 m"),
    (DISTANCE, "distance_m: 500", "distance_m: .inf", 20, "“.inf” must be at most 50000 m"),
    (DISTANCE, "distance_m: 500", "distance_m: .nan", 20, "“.nan” is read as nan"),
    (DISTANCE, "distance_m: 500", "distance_m: 0500", 20, "“0500” is read as 320; write it with digits only"),
    (DISTANCE, "distance_m: 500", "distance_m: 5:00", 20, "“5:00” is read as 300"),
    (DISTANCE, "distance_m: 500", "distance_m: 500 m", 20, "“500 m” is a text; a number is needed"),
    (DISTANCE, "distance_m: 500", "distance_m: yes", 20, "“yes” is read as yes or no; a number is needed"),
    (DISTANCE, "distance_m: 500", "distance_m:", 20, "nothing stands here; a number is needed"),
    (DISTANCE, "    distance_m: 500\n", "", 20, "no distance for size large"),
    (DISTANCE, "{small: 100,", "{tiny: 100,", 21, "“tiny” is none of: micro"),
    (DISTANCE, "{small: 100,", "{small: 0,", 21, "distance_by_size.small: “0” must be more than 0 m"),
    (DISTANCE, "{small: 100,", "{small: 010,", 21, "“010” is read as 8"),
    (DISTANCE, "{small: 100, medium: 200.5}", "{}", 21, "nothing stands here"),
    (DISTANCE, "measured_from: premises", "measured_from: gate", 22, "“gate” is none of: point, premises"),
    (DISTANCE, "measured_to: edge", "measured_to: gate", 23, "“gate” is none of: edge, facade"),
    (DISTANCE, "exempt_inside: parks", "exempt_inside: zoning", 24, "“zoning” is none of: parks"),
    (DISTANCE, "message: {en:", "message: {fr:", 25, "unknown entry: fr"),
    (DISTANCE, "citation: Article 5", "disabled: true", 27, "only a rule of an included pack can be disabled"),
    (DISTANCE, "citation: Article 5", "share: 0.5", 27, "share does not belong to the test “distance at least”"),
    (DISTANCE, "citation: Article 5", "others: {include: [C]}", 27, "others belongs to the role factories"),
    (DISTANCE, "citation: Article 5", "zones: {A: {title: {en: A}}}", 27, "zones does not belong to the test"),
    (FACTORIES, "    distance_m: 300\n", "", 10, "missing: distance_m"),
    (FACTORIES, "distance at least", "within", 15, "others does not belong to the test “within”"),
    (FACTORIES, '["20"]', '["2099"]', 15, "others.include.0: “2099” is not in ISIC Rev. 4"),
    (FACTORIES, '["2023"]', '["21"]', 15, "“21” is taken out but is under none of the included: 20"),
    (INSIDE, "role: parks", "role: parks\n    distance_m: 5", 15, "distance_m does not belong to the test “within”"),
    (INSIDE, "role: parks", "role: factories", 14, "“within” needs areas, which factories are not"),
    (INSIDE, "role: parks", "role: roads", 14, "“within” needs areas, which roads are not"),
    (INSIDE, "test: within", "test: declares its park", 14, "role does not belong to the test “declares its park”"),
    (OVERLAP, "    share: 0.1\n", "", 10, "missing: share"),
    (OVERLAP, "share: 0.1", "share: 0", 15, "“0” must be more than 0"),
    (OVERLAP, "share: 0.1", "share: 10", 15, "“10” must be at most 1"),
    (OVERLAP, "share: 0.1", "share: 10%", 15, "“10%” is a text; a number is needed"),
    (MATRIX, "    straddling: worst\n", "", 10, "missing: straddling"),
    (MATRIX, "straddling: worst", "straddling: best", 20, "“best” is none of: worst, largest share"),
    (MATRIX, '{"1": {include', "{1: {include", 15, "YAML takes “1” for no text; put it in quotes"),
    (MATRIX, '["10", "11"]', '["10", "C"]', 15, "levels.2.include.1: “C” already stands in level 1"),
    (MATRIX, '["10", "11"]', '["10", "1199"]', 15, "levels.2.include.1: “1199” is not in ISIC Rev. 4"),
    (MATRIX, '"2": prohibits', '"2": forbids', 17, "“forbids” is none of: permits, permits on condition, prohibits"),
    (MATRIX, ', "2": prohibits', "", 17, "no answer for level 2"),
    (MATRIX, '"2": prohibits', '"2": prohibits, "3": prohibits', 17, "“3” is no level of this rule; it has: 1, 2"),
    (MATRIX, "straddling", "classes: [inner, middle]\n    straddling", 20, "“middle” is not in the matrix"),
    (MATRIX, "role: hazard_zones", "role: receptors", 17, "“inner” is no class of receptors"),
    (MATRIX, "role: hazard_zones", "role: factories", 14, "“zone matrix” needs areas, which factories are not"),
    (MATRIX, "test: zone matrix", "test: within", 15, "levels does not belong to the test “within”"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "old", "new", "line", "words"), BAD, ids=[f"{b[2]}-{b[3]}" for b in BAD])
def test_a_mistake_is_told(tmp_path, text, old, new, line, words):
    assert text.count(old) == 1
    said = refused(tmp_path, text.replace(old, new))
    told = next(sentence for sentence in said.splitlines() if words in sentence)
    assert told.startswith(f"line {line}, ")
    assert text[8:11] in told  # the rule's id


def test_all_mistakes_are_told_at_once_in_the_order_of_the_file(tmp_path):
    text = DISTANCE.replace("500", "-5").replace("edge", "gate") + OVERLAP.replace("0.1", "10")
    lines = refused(tmp_path, text).splitlines()
    assert "3 mistake(s)" in lines[0]
    assert [line.split(",")[0] for line in lines[1:]] == ["line 20", "line 23", "line 33"]


def test_a_rule_without_a_usable_id_is_counted(tmp_path):
    said = refused(tmp_path, INSIDE, OUTSIDE.replace("id: O-1", "id: {}").replace("core", "1"))
    assert "line 15, rule number 2, id: names with values stand here; a text is needed" in said


WITHIN_PROTECTED = OUTSIDE.replace("O-1", "O-2").replace("not within", "within")
AT_MOST = DISTANCE.replace("D-1", "D-2").replace("at least", "at most").replace("500", "499")
AT_LEAST = DISTANCE.replace("D-1", "D-2")


class TestRulesThatExcludeEachOther:
    @pytest.mark.parametrize(
        ("a", "b", "words"),
        [
            (OUTSIDE, WITHIN_PROTECTED, "one wants factories inside protected, the other outside"),
            (WITHIN_PROTECTED, OUTSIDE, "one wants factories inside protected, the other outside"),
            (OUTSIDE.replace("    classes: [core]\n", ""), WITHIN_PROTECTED, "inside protected, the other outside"),
            (DISTANCE, AT_MOST, "at least 500 m and at most 499 m to water_supply cannot both be"),
            (AT_MOST, DISTANCE, "at least 500 m and at most 499 m to water_supply cannot both be"),
            (DISTANCE, AT_MOST.replace("small: 100", "small: 99"), "at least 100 m and at most 99 m"),
            (DISTANCE, AT_MOST.replace('["C", "1512"]', '["10", "151"]').replace('"151", ', ""), "cannot both be"),
            (
                OUTSIDE.replace("not within", "distance at least").replace("[core]", "[core]\n    distance_m: 1"),
                WITHIN_PROTECTED,
                "one wants factories inside protected, the other away from it",
            ),
        ],
    )
    def test_they_are_refused(self, tmp_path, a, b, words):
        said = refused(tmp_path, a, b)
        first, second = a[8:11], b[8:11]
        line = 10 + a.count("\n")
        assert f"line {line}, rule {second}: contradicts rule {first} (pack.yaml, line 10): " in said
        assert words in said

    @pytest.mark.parametrize(
        ("a", "b"),
        [
            (OUTSIDE, WITHIN_PROTECTED.replace("protected", "zoning")),
            (OUTSIDE, WITHIN_PROTECTED.replace("core", "buffer")),
            (OUTSIDE, WITHIN_PROTECTED.replace("[core]", "[core, buffer]")),
            (OUTSIDE, WITHIN_PROTECTED.replace("    classes: [core]\n", "")),
            (OUTSIDE + "    applies_to: new\n", WITHIN_PROTECTED + "    applies_to: existing\n"),
            (OUTSIDE + "    sizes: [large]\n", WITHIN_PROTECTED + "    sizes: [micro, small]\n"),
            (
                OUTSIDE + '    activities: {include: ["C"], exclude: ["10"]}\n',
                WITHIN_PROTECTED + '    activities: {include: ["10"]}\n',
            ),
            (DISTANCE, AT_MOST.replace("499", "500")),
            (DISTANCE, AT_MOST.replace("[intake, well]", "[water_body]")),
            (
                FACTORIES,
                FACTORIES.replace("F-1", "F-2")
                .replace("at least", "at most")
                .replace('["20"], exclude: ["2023"]', '["10"]'),
            ),
            (DISTANCE, AT_LEAST),
        ],
    )
    def test_those_that_only_seem_to_are_not(self, tmp_path, a, b):
        assert len(pack(tmp_path, a, b.replace("F-1", "F-2")).rules) == 2

    def test_one_factory_near_another_of_the_same_kind(self, tmp_path):
        near = FACTORIES.replace("F-1", "F-2").replace("at least", "at most").replace("300", "200")
        assert "cannot both be" in refused(tmp_path, FACTORIES, near)

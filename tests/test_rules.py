"""Rule packs: the shipped one, and a sentence with file, line and value for every mistake."""

from __future__ import annotations

from pathlib import Path

import pytest
from factory_locations.processing import i18n
from factory_locations.processing.analysis import activities as act
from factory_locations.processing.analysis.errors import LocationError
from factory_locations.processing.provenance import pack_record
from factory_locations.processing.rules import pack as rules

pytestmark = pytest.mark.usefixtures("qgis_app")

PACK = """\
pack: test-pack
version: "1.0"
title: {en: Test, km: សាកល្បង}
authority: Nobody
citation: Nowhere
vintage: 2024
status: draft
licence: CC0-1.0
rules:
  - id: T-1
    title: {en: Zones}
    test: zone permits
    semantics: prohibit
    zones:
      RES:
        title: {en: Residential}
        permits: ["1071"]
        permits_on_condition: ["10"]
        condition: {en: Small only.}
        otherwise: prohibits
      IND:
        title: {en: Industry}
        permits: ["C"]
        prohibits: ["1511", "19"]
  - id: T-2
    title: {en: Parks}
    test: inside declared park
    semantics: assess
"""


def pack(tmp_path: Path, text: str | bytes = PACK, name: str = "pack.yaml") -> rules.Pack:
    raw = text if isinstance(text, bytes) else text.encode("utf-8")
    (tmp_path / name).write_bytes(raw)
    return rules.read_pack(tmp_path / name)


@pytest.fixture
def khmer():
    i18n.speak("km")
    yield
    i18n.speak_no_more()


def complaint(tmp_path: Path, text: str | bytes) -> str:
    with pytest.raises(LocationError) as refused:
        pack(tmp_path, text)
    assert "pack.yaml" in str(refused.value)
    return str(refused.value)


def changed(old: str, new: str) -> str:
    assert PACK.count(old) == 1
    return PACK.replace(old, new)


class TestTheShippedPack:
    def test_it_loads_and_has_the_three_rules(self):
        shipped = rules.read_pack()
        assert [rule.id for rule in shipped.rules] == ["KH-ZON-01", "KH-PARK-01", "KH-PARK-02"]
        assert list(shipped.rule(rules.ZONE_PERMITS).zones) == ["RES", "COM", "MIX", "LIND", "HIND", "AGR", "CON"]
        assert len(shipped.sha256) == 64

    def test_it_is_the_one_that_an_empty_name_means(self):
        assert rules.read_pack("") == rules.read_pack(rules.DEFAULT_PACK)

    @pytest.mark.parametrize(
        ("zone", "activity", "expected"),
        [
            ("RES", "1071", "permitted"),
            ("RES", "1072", "conditional"),
            ("RES", "2410", "prohibited"),
            ("LIND", "1511", "conditional"),
            ("LIND", "1512", "permitted"),
            ("LIND", "2011", "prohibited"),
            ("LIND", "0111", "not_in_table"),
            ("HIND", "2410", "permitted"),
            ("HIND", "2011", "conditional"),
            ("AGR", "0111", "permitted"),
            ("AGR", "2392", "conditional"),
            ("AGR", "2391", "prohibited"),
            ("CON", "0111", "prohibited"),
            # A coarse code is answered by all the classes it may be.
            ("CON", "10", "prohibited"),
            ("RES", "10", "conditional"),
            ("LIND", "15", "conditional"),
            ("AGR", "23", "activity_too_coarse"),
            ("HIND", "C", "conditional"),
            ("RES", "C", "activity_too_coarse"),
        ],
    )
    def test_some_of_its_answers(self, zone, activity, expected):
        zones = rules.read_pack().rule(rules.ZONE_PERMITS).zones
        permits = {code: rules.permits_of(z) for code, z in zones.items()}
        matrix = act.permits_matrix([activity], [zone], permits, rules.isic_sections())
        assert act.OUTCOMES[matrix[0, 0]] == expected


class TestWhatIsRead:
    def test_every_part(self, tmp_path):
        read = pack(tmp_path)
        assert (read.id, read.version, read.vintage, read.status) == ("test-pack", "1.0", 2024, "draft")
        assert (read.title.en, read.title.km) == ("Test", "សាកល្បង")
        zones, parks = read.rules
        assert (zones.severity, parks.severity) == ("violation", "assessment")
        assert (zones.citation.en, zones.citation.km) == ("Nowhere", "")
        assert zones.zones["RES"].condition.en == "Small only."
        assert zones.zones["IND"].otherwise == "not in table"
        assert read.rule(rules.DECLARES_ITS_PARK) is None

    def test_a_foreign_reference_only_advises(self, tmp_path):
        read = pack(tmp_path, changed("status: draft", "status: foreign reference"))
        assert {rule.severity for rule in read.rules} == {"advice"}

    def test_permits_of_a_zone(self, tmp_path):
        zone = pack(tmp_path).rules[0].zones["RES"]
        permits = rules.permits_of(zone)
        assert permits.by_prefix == {"1071": act.PERMITTED, "10": act.CONDITIONAL}
        assert permits.otherwise == act.PROHIBITED

    def test_a_mark_at_the_beginning_and_other_line_ends(self, tmp_path):
        expected = pack(tmp_path).rules
        assert pack(tmp_path, b"\xef\xbb\xbf" + PACK.encode()).rules == expected
        assert pack(tmp_path, PACK.replace("\n", "\r\n")).rules == expected

    def test_khmer_everywhere(self, tmp_path):
        text = changed("authority: Nobody", "authority: ក្រសួងឧស្សាហកម្ម").replace("RES:", "លំនៅឋាន:")
        (tmp_path / "ភ្នំពេញ").mkdir()
        read = pack(tmp_path / "ភ្នំពេញ", text, "ច្បាប់.yaml")
        assert str(read.authority) == "ក្រសួងឧស្សាហកម្ម"
        assert "លំនៅឋាន" in read.rules[0].zones

    def test_authority_and_citation_in_both_languages(self, tmp_path):
        text = changed("authority: Nobody", "authority: {en: Nobody, km: គ្មាននរណា}").replace(
            "citation: Nowhere", "citation: {en: Nowhere, km: គ្មានទីណា}"
        )
        read = pack(tmp_path, text)
        assert (read.authority.en, read.authority.km) == ("Nobody", "គ្មាននរណា")
        assert (read.citation.en, read.citation.km) == ("Nowhere", "គ្មានទីណា")
        assert {rule.citation for rule in read.rules} == {read.citation}

    def test_a_citation_is_shown_in_khmer_where_there_is_one(self, tmp_path, khmer):
        text = changed("citation: Nowhere", "citation: {en: Nowhere, km: គ្មានទីណា}")
        own = text.replace("test: inside declared park", "test: inside declared park\n    citation: Article 5")
        read = pack(tmp_path, own)
        assert str(read.authority) == "Nobody"
        # A rule's own citation in English is nearer to the source than its pack's in Khmer.
        assert [str(rule.citation) for rule in read.rules] == ["គ្មានទីណា", "Article 5"]

    def test_records_keep_the_english(self, tmp_path, khmer):
        text = changed("authority: Nobody", "authority: {en: Nobody, km: គ្មាននរណា}").replace(
            "citation: Nowhere", "citation: {en: Nowhere, km: គ្មានទីណា}"
        )
        record = pack_record(pack(tmp_path, text))
        assert (record["authority"], record["citation"]) == ("Nobody", "Nowhere")

    def test_one_text_used_twice_by_an_anchor(self, tmp_path):
        text = changed("condition: {en: Small only.}", "condition: &small {en: Small only.}").replace(
            'prohibits: ["1511", "19"]', 'permits_on_condition: ["35"]\n        condition: *small'
        )
        assert pack(tmp_path, text).rules[0].zones["IND"].condition.en == "Small only."

    def test_the_isic_table(self):
        sections = rules.isic_sections()
        assert len([code for code in sections if len(code) == 4]) == 419
        assert len([code for code in sections if len(code) == 2]) == 88
        assert (sections["1071"], sections["107"], sections["10"], sections["C"]) == ("C",) * 4


class TestComplaints:
    """Each names the file, the line and the value."""

    @pytest.mark.parametrize(
        ("old", "new", "line", "words"),
        [
            ("status: draft", "status: final", 7, "“final” is none of: official, draft, foreign reference"),
            ("test: zone permits", "test: zone allows", 12, "“zone allows” is none of"),
            ("semantics: prohibit", "semantics: forbid", 13, "“forbid” is none of"),
            ("pack: test-pack", "pack: Test Pack", 1, "“Test Pack”"),
            ("licence: CC0-1.0\n", "", 1, "missing: licence"),
            ("        condition: {en: Small only.}\n", "", 15, "needs a condition"),
            ("citation: Nowhere", "citation: Nowhere\nauthor: me", 6, "unknown entry: author"),
            ("otherwise: prohibits", "otherwise: prohibits\n        allows: []", 21, "unknown entry: allows"),
            ("title: {en: Industry}", "title: {km: ឧស្សាហកម្ម}", 22, "missing: en"),
            ("semantics: assess", "semantics: assess\n    exempt_inside: parks", 29, "exempt_inside does not belong"),
            ('permits: ["1071"]', 'permits: ["1099"]', 17, "“1099” is not in ISIC Rev. 4"),
            ('permits: ["1071"]', 'permits: ["9x"]', 17, "“9x”"),
            ('permits: ["1071"]', 'permits: ["1071", "10", "1071"]', 17, "“1071” stands there twice"),
            ('prohibits: ["1511", "19"]', 'prohibits: ["1511", "C"]', 24, "“C” already stands under permits"),
            ("id: T-2", "id: T-1", 25, "“T-1” is used twice"),
            ("test: inside declared park", "test: zone permits", 25, "missing: zones"),
            # What YAML reads as something else than it looks like.
            ('permits: ["1071"]', "permits: [01]", 17, "“01” is read as a number; put it in quotes"),
            ('permits: ["1071"]', "permits: [0111]", 17, "“0111” is read as a number; put it in quotes"),
            ('permits: ["1071"]', "permits: [1071]", 17, "“1071” is read as a number; put it in quotes"),
            ('version: "1.0"', "version: 1.0", 2, "“1.0” is read as a number; put it in quotes"),
            ('version: "1.0"', "version: 2015-04-03", 2, "“2015-04-03” is read as a date; put it in quotes"),
            ("citation: Nowhere", "citation: No", 5, "“No” is read as yes or no; put it in quotes"),
            ("citation: Nowhere", "citation:", 5, "nothing stands here; a text is needed"),
            ("citation: Nowhere", "citation: [Nowhere]", 5, "a list stands here; a text is needed"),
            ("citation: Nowhere", "citation: {km: គ្មានទីណា}", 5, "missing: en"),
            ("citation: Nowhere", "citation: {en: Nowhere, kh: គ្មានទីណា}", 5, "unknown entry: kh"),
            ("citation: Nowhere", 'citation: {en: Nowhere, km: ""}', 5, "nothing stands here"),
            ("citation: Nowhere", 'citation: ""', 5, "nothing stands here"),
            ("authority: Nobody", "authority: {km: គ្មាននរណា}", 4, "missing: en"),
            ("semantics: assess", "semantics: assess\n    citation: {km: គ្មានទីណា}", 29, "missing: en"),
            ("vintage: 2024", 'vintage: "2024"', 6, "“2024” is a text; a whole number is needed"),
            ("vintage: 2024", "vintage: 1024", 6, "“1024”"),
            ('permits: ["1071"]', 'permits: "1071"', 17, "“1071” is a text; a list is needed"),
            ("title: {en: Industry}", "title: Industry", 22, "“Industry” is a text; names with values are needed"),
            ("title: {en: Industry}", "title: [Industry]", 22, "a list stands here; names with values are needed"),
            # Written twice: YAML would silently keep the last.
            ("status: draft", "vintage: 1", 7, "“vintage” stands here a second time, after line 6"),
            ("      IND:", "      RES:", 21, "“RES” stands here a second time, after line 15"),
            ('permits: ["C"]', 'permits: ["C"]\n        permits: []', 24, "“permits” stands here a second time"),
        ],
    )  # fmt: skip
    def test_table(self, tmp_path, old, new, line, words):
        said = complaint(tmp_path, changed(old, new))
        assert words in said
        assert f"line {line}" in said

    @pytest.mark.parametrize(
        ("text", "words"),
        [
            ("", "is empty"),
            ("# only a comment\n", "is empty"),
            ("- a\n- b\n", "a list stands here; names with values are needed"),
            ("just a sentence", "is a text; names with values are needed"),
            ("pack: [unfinished", "line"),
            ("pack: a\n\tversion: b\n", "line 2"),
            ("pack: a\n---\npack: b\n", "line"),
            ("a: &a [*a]\n", "contains itself"),
        ],
    )
    def test_what_is_no_pack_at_all(self, tmp_path, text, words):
        assert words in complaint(tmp_path, text)

    def test_tabs_are_named(self, tmp_path):
        assert "tab" in complaint(tmp_path, changed("    test: zone permits", "\ttest: zone permits"))

    def test_other_encodings(self, tmp_path):
        assert "UTF-8" in complaint(tmp_path, PACK.encode("utf-16"))
        assert "UTF-8" in complaint(tmp_path, changed("{en: Test, km: សាកល្បង}", "{en: Café}").encode("latin-1"))

    def test_characters_that_yaml_does_not_allow(self, tmp_path):
        assert "pack.yaml" in complaint(tmp_path, changed("Nobody", "No\x07body"))

    def test_files_that_cannot_be_read(self, tmp_path):
        with pytest.raises(LocationError, match="cannot be read"):
            rules.read_pack(tmp_path / "gone.yaml")
        with pytest.raises(LocationError, match="cannot be read"):
            rules.read_pack(tmp_path)

    def test_several_mistakes_in_the_order_of_the_file(self, tmp_path):
        text = PACK.replace("status: draft", "status: final").replace("semantics: assess", "semantics: x")
        text = text.replace("semantics: prohibit", "semantics: y").replace('"19"]', "19]")
        said = complaint(tmp_path, text)
        assert "4 mistake(s)" in said
        numbers = [int(part.split(",")[0]) for part in said.split("line ")[1:]]
        assert numbers == sorted(numbers)

    def test_no_code_is_run(self, tmp_path):
        complaint(tmp_path, f"pack: !!python/object/apply:os.mkdir ['{tmp_path / 'made'}']\n")
        assert not (tmp_path / "made").exists()

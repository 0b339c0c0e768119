"""A pack that takes over the rules of others, changes some and takes some out."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from factory_locations.processing.analysis.errors import LocationError
from factory_locations.processing.rules import pack as rules

pytestmark = pytest.mark.usefixtures("qgis_app")


def head(name: str, *, status: str = "official", include: str = "", vintage: int = 2020) -> str:
    included = f"include: [{include}]\n" if include else ""
    return (
        f'pack: {name}\nversion: "1"\ntitle: {{en: {name}}}\nauthority: A\ncitation: From {name}\n'
        f"vintage: {vintage}\nstatus: {status}\nlicence: CC0-1.0\n{included}rules:\n"
    )


FAR = """\
  - id: FAR
    title: {en: Far}
    semantics: prohibit
    test: distance at least
    role: water_supply
    distance_m: 500
"""
OUT = """\
  - id: OUT
    title: {en: Out}
    semantics: assess
    test: not within
    role: protected
"""
PARK = """\
  - id: PARK
    title: {en: Park}
    semantics: advise
    test: declares its park
"""


def write(folder: Path, **files: str) -> Path:
    for name, text in files.items():
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    return folder / "own.yaml"


def read(folder: Path, **files: str) -> rules.Pack:
    return rules.read_pack(write(folder, **files))


def refused(folder: Path, **files: str) -> str:
    with pytest.raises(LocationError) as error:
        read(folder, **files)
    return str(error.value)


def own(*texts: str, include: str = "base.yaml", status: str = "official") -> str:
    written = head("own", include=include, status=status, vintage=2025) + "".join(texts)
    return written if texts else written.replace("rules:\n", "")


class TestTakingOver:
    def test_the_included_rules_come_first(self, tmp_path):
        pack = read(tmp_path, base=head("base") + FAR + OUT, own=own(PARK))
        assert [rule.id for rule in pack.rules] == ["FAR", "OUT", "PARK"]
        assert [rule.pack_id for rule in pack.rules] == ["base", "base", "own"]
        assert [rule.pack_vintage for rule in pack.rules] == [2020, 2020, 2025]
        assert [included.id for included in pack.includes] == ["base"]
        assert (pack.id, pack.vintage) == ("own", 2025)

    def test_a_pack_may_only_bring_others_together(self, tmp_path):
        bundle = own(include="base.yaml, more.yaml")
        pack = read(tmp_path, base=head("base") + FAR, more=head("more") + OUT, own=bundle)
        assert [rule.id for rule in pack.rules] == ["FAR", "OUT"]

    def test_every_file_read_is_kept_with_its_hash(self, tmp_path):
        (tmp_path / "deep").mkdir()
        deep = write(tmp_path / "deep", own=head("deep") + PARK)
        base = head("base", include="deep/own.yaml") + FAR
        pack = read(tmp_path, base=base, own=own(OUT))
        assert pack.files == {
            name: hashlib.sha256((tmp_path / name).read_bytes()).hexdigest()
            for name in ("own.yaml", "base.yaml", "deep/own.yaml")
        }
        assert pack.sha256 == pack.files["own.yaml"]
        assert pack.includes[0].sha256 == pack.files["base.yaml"]
        assert deep.name == "own.yaml"
        assert [rule.id for rule in pack.rules] == ["PARK", "FAR", "OUT"]

    def test_a_pack_included_twice_counts_once(self, tmp_path):
        pack = read(
            tmp_path,
            base=head("base") + FAR,
            left=head("left", include="base.yaml") + PARK,
            right=head("right", include="./base.yaml") + OUT,
            own=own(include="left.yaml, right.yaml"),
        )
        assert [rule.id for rule in pack.rules] == ["FAR", "PARK", "OUT"]

    def test_the_shipped_pack_beside_ones_own(self, tmp_path):
        shipped = rules.DEFAULT_PACK.read_text(encoding="utf-8")
        (tmp_path / rules.DEFAULT_PACK.name).write_text(shipped, encoding="utf-8")
        pack = read(tmp_path, own=own(FAR, include=rules.DEFAULT_PACK.name))
        assert [rule.id for rule in pack.rules] == ["KH-ZON-01", "KH-PARK-01", "KH-PARK-02", "FAR"]


class TestChanging:
    def test_given_entries_replace_and_others_stay(self, tmp_path):
        pack = read(tmp_path, base=head("base") + FAR, own=own("  - id: FAR\n    distance_m: 800\n"))
        (rule,) = pack.rules
        assert (rule.distance_m, rule.title.en, rule.role) == (800, "Far", "water_supply")
        assert (rule.citation.en, rule.severity, rule.pack_id) == ("From base", "violation", "base")
        assert pack.includes[0].rules[0].distance_m == 500

    def test_an_entry_is_replaced_whole(self, tmp_path):
        base = head("base") + FAR + '    activities: {include: ["C"], exclude: ["10"]}\n'
        pack = read(tmp_path, base=base, own=own('  - id: FAR\n    activities: {include: ["20"]}\n'))
        assert (pack.rules[0].include, pack.rules[0].exclude) == (("20",), ())

    def test_of_three_packs_the_outermost_decides(self, tmp_path):
        pack = read(
            tmp_path,
            deep=head("deep") + FAR,
            base=head("base", include="deep.yaml") + "  - id: FAR\n    distance_m: 600\n    theme: water supply\n",
            own=own("  - id: FAR\n    distance_m: 700\n"),
        )
        (rule,) = pack.rules
        assert (rule.distance_m, rule.theme, rule.pack_id) == (700, "water supply", "deep")

    def test_one_of_two_included_packs_changes_the_third(self, tmp_path):
        """Whichever comes first, the changed rule holds."""
        files = {
            "base": head("base") + FAR,
            "left": head("left", include="base.yaml") + "  - id: FAR\n    distance_m: 600\n",
        }
        for order in ("left.yaml, base.yaml", "base.yaml, left.yaml"):
            assert read(tmp_path, **files, own=own(include=order)).rules[0].distance_m == 600

    def test_taking_out(self, tmp_path):
        pack = read(tmp_path, base=head("base") + FAR + OUT, own=own("  - id: FAR\n    disabled: true\n"))
        assert [rule.id for rule in pack.rules] == ["OUT"]

    def test_taking_out_and_putting_back(self, tmp_path):
        pack = read(
            tmp_path,
            deep=head("deep") + FAR + OUT,
            base=head("base", include="deep.yaml") + "  - id: FAR\n    disabled: true\n",
            own=own("  - id: FAR\n    disabled: false\n"),
        )
        assert [rule.id for rule in pack.rules] == ["FAR", "OUT"]

    def test_a_contradiction_is_mended_by_taking_one_out(self, tmp_path):
        inside = OUT.replace("OUT", "IN").replace("not within", "within")
        files = {"base": head("base") + OUT}
        assert "contradicts rule OUT (base.yaml, line 10)" in refused(tmp_path, **files, own=own(inside))
        assert [r.id for r in read(tmp_path, **files, own=own(inside, "  - id: OUT\n    disabled: true\n")).rules] == [
            "IN"
        ]


class TestSeverity:
    def test_a_foreign_reference_stays_advice(self, tmp_path):
        base = head("base", status="foreign reference") + FAR
        (rule,) = read(tmp_path, base=base, own=own("  - id: FAR\n    distance_m: 800\n")).rules
        assert (rule.severity, rule.pack_status) == ("advice", "foreign reference")

    def test_unless_an_authority_gives_it_semantics_of_its_own(self, tmp_path):
        base = head("base", status="foreign reference") + FAR
        (rule,) = read(
            tmp_path, base=base, own=own("  - id: FAR\n    semantics: prohibit\n    citation: Art 1\n")
        ).rules
        assert (rule.severity, rule.citation.en, rule.pack_status) == ("violation", "Art 1", "foreign reference")

    def test_a_foreign_reference_takes_nothing_from_what_it_includes(self, tmp_path):
        foreign = own(OUT, status="foreign reference")
        pack = read(tmp_path, base=head("base") + FAR, own=foreign)
        assert [rule.severity for rule in pack.rules] == ["violation", "advice"]

    def test_semantics_changed(self, tmp_path):
        pack = read(tmp_path, base=head("base") + FAR, own=own("  - id: FAR\n    semantics: advise\n"))
        assert pack.rules[0].severity == "advice"


class TestComplaints:
    def test_a_file_that_is_not_there(self, tmp_path):
        said = refused(tmp_path, own=own(PARK, include="gone.yaml"))
        assert f"line 9, include.0: there is no file “gone.yaml” in the folder {tmp_path}" in said

    def test_a_pack_of_the_plugin_that_is_not_beside(self, tmp_path):
        said = refused(tmp_path, own=own(PARK, include="kh-zoning-parks.yaml"))
        assert f"the plugin's own is {rules.DEFAULT_PACK}: copy it there" in said

    def test_a_circle(self, tmp_path):
        said = refused(
            tmp_path,
            own=own(PARK),
            base=head("base", include="third.yaml") + OUT,
            third=head("third", include="base.yaml") + FAR,
        )
        assert "third.yaml, line 9, include.0: the packs include each other in a circle: " in said
        assert "base.yaml → third.yaml → base.yaml" in said

    def test_itself(self, tmp_path):
        assert "own.yaml → own.yaml" in refused(tmp_path, own=own(PARK, include="own.yaml"))

    @pytest.mark.parametrize(
        ("include", "words"),
        [
            ("/base.yaml", "“/base.yaml” does not look right"),
            ("base", "“base” does not look right"),
            ("12", "“12” is read as a number; put it in quotes"),
            ("base.yaml, base.yaml", "“base.yaml” stands there twice"),
        ],
    )
    def test_names_that_are_none(self, tmp_path, include, words):
        said = refused(tmp_path, base=head("base") + FAR, own=own(PARK, include=include))
        assert words in said
        assert "line 9, include" in said

    def test_mistakes_of_all_files_the_own_first(self, tmp_path):
        said = refused(
            tmp_path,
            base=head("base") + FAR.replace("500", "-1").replace("water_supply", "water"),
            own=own(PARK, PARK.replace("advise", "urge")),
        )
        assert "Rule pack “own.yaml” has 3 mistake(s)" in said
        told = said.splitlines()[1:]
        assert told[0].startswith("own.yaml, line 17, rule PARK, semantics: “urge”")
        assert told[1].startswith("base.yaml, line 14, rule FAR, role: “water” is none of")
        assert told[2].startswith("base.yaml, line 15, rule FAR, distance_m: “-1”")

    def test_an_included_file_that_is_no_yaml(self, tmp_path):
        assert "Rule pack “base.yaml”, line" in refused(tmp_path, base="a: [", own=own(PARK))

    def test_a_new_rule_needs_all_its_entries(self, tmp_path):
        said = refused(tmp_path, base=head("base") + FAR, own=own("  - id: FAAR\n    distance_m: 800\n"))
        assert "own.yaml, line 11, rule FAAR: missing: title, test, semantics" in said

    def test_a_change_that_leaves_a_broken_rule(self, tmp_path):
        base = head("base") + FAR
        said = refused(tmp_path, base=base, own=own("  - id: FAR\n    test: within\n"))
        assert "base.yaml, line 15, rule FAR, distance_m: distance_m does not belong to the test “within”" in said
        said = refused(tmp_path, base=base, own=own("  - id: FAR\n    classes: [tap]\n"))
        assert "own.yaml, line 12, rule FAR, classes.0: “tap” is no class of water_supply" in said

    def test_two_packs_with_the_same_id(self, tmp_path):
        said = refused(
            tmp_path,
            base=head("base") + FAR,
            more=head("more") + FAR,
            own=own(PARK, include="base.yaml, more.yaml"),
        )
        assert "own.yaml, line 9, include.1: rule FAR stands in two included packs and not alike: " in said
        assert "base.yaml (line 10), more.yaml (line 10)" in said

    def test_a_second_rule_of_a_test_that_is_had_once(self, tmp_path):
        said = refused(tmp_path, base=head("base") + PARK, own=own(PARK.replace("PARK", "PARK-2")))
        assert "own.yaml, line 14, rule PARK-2, test: a second rule tests “declares its park”, which rule PARK" in said

    def test_nothing_left(self, tmp_path):
        said = refused(tmp_path, base=head("base") + FAR, own=own("  - id: FAR\n    disabled: true\n"))
        assert "no rule is left in the pack" in said

    def test_disabling_what_is_not_there(self, tmp_path):
        new = PARK + "    disabled: true\n"
        said = refused(tmp_path, base=head("base") + FAR, own=own(new))
        assert "own.yaml, line 15, rule PARK, disabled: only a rule of an included pack can be disabled" in said

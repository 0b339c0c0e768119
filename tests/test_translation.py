"""The Khmer translation: complete, current, fillable, one word for one thing, and seen by who runs QGIS in Khmer."""

from __future__ import annotations

import re
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Callable
from pathlib import Path
from string import Formatter

import pytest
from factory_locations.processing.reports.words import KHMER_OF
from factory_locations.tests import layers as L

ROOT = Path(__file__).resolve().parents[1]
TS = ROOT / "qgis_plugin" / "i18n" / "factory_locations_km.ts"
GLOSSARY = ROOT / "docs" / "glossary-km.md"
WITH_KHMER = (
    TS,
    ROOT / "processing" / "reports" / "words.py",
    ROOT / "data" / "schemas" / "register.json",
    *sorted((ROOT / "data" / "rules").glob("*.yaml")),
    ROOT / "data" / "rules" / "README.md",
    ROOT / "data" / "gazetteer" / "isic_km.csv",
    ROOT / "data" / "gazetteer" / "isic_rev4.csv",
)
KHMER = re.compile("[\u1780-\u17b3]")
KEPT = re.compile(r"`[^`]*`|EPSG:\d+|\*\.\w+|(?<![\w*])\.[a-z]{3,4}\b|\b[a-z]+_[a-z_]+\b|\n|</?\w+>|%\d")
# A sign for a subscript without a letter on either side; two vowel signs in a row; a sign that begins a word.
MISTYPED = re.compile(
    "\u17d2(?![\u1780-\u17a2\u17a5-\u17b3])|(?<![\u1780-\u17b3])\u17d2"
    "|[\u17b6-\u17c5]{2}|(?<![\u1780-\u17d3])[\u17b6-\u17d2]"
)
# Texts without words of their own, which have no Khmer letter: only their signs are another language's.
WITHOUT_WORDS = {
    **{
        same: same
        for same in (
            "{why}",
            "{entry} ({count})",
            " m",
            "± {number} m",
            "± {metres} m",
            "{metres} m",
            "{measured} m",
            "{number} m",
            "{percent} %",
            "GeoPackage (*.gpkg)",
        )
    },
    "{verdict}: {count}": "{verdict}៖ {count}",
    "{name}: {value}": "{name}៖ {value}",
    "d MMM yyyy": "yyyy-MM-dd",  # Qt knows no Khmer months
    "{told}; {more}": "{told}។ {more}",
    "{told}.": "{told}។",
    "{old} → {new}: {moved}": "{old} → {new}៖ {moved}",
    "{decision}: {count}.": "{decision}៖ {count}។",
}


# Words of the glossary that officers meet everywhere, and that mean one thing wherever they stand.
BINDING = (
    *("Factory", "Factory id", "Register", "Industrial parks", "Zoning", "Provinces", "Size class", "Activity"),
    *("Verdict", "Findings", "Evidence", "Rule", "Rule pack", "Accuracy", "Distance", "Nearest", "Officer", "Decision"),
    *("Layer", "Polygon", "Coordinate", "Longitude", "Latitude", "Working CRS", "Schema", "Folder", "Algorithm"),
    *("Plugin", "Panel", "Demo project", "Log", "Datum", "Gazetteer", "Duplicates", "Pair", "Operator", "Batch"),
    *("Accept", "Mapping profile", "Row", "Column", "Extract", "Deadline", "Ring", "Target", "Recorded decisions"),
)
# Where an English word is one of the data, of a program, or of another meaning.
NAMES = re.compile(
    r"\{\w+\}|“[^”]*”|\([^)]*\)|[\w/]+\.\w+|\b\w+_\w+\b|\.gpkg file with the tables?[^.]*"
    r"|(?:role|table) factories|[Rr]uled out"
)


def messages() -> list[tuple[str, str]]:
    """Return every source text with its translation."""
    return [(m.findtext("source"), m.findtext("translation") or "") for m in ET.parse(TS).iter("message")]


MESSAGES = messages()


def places(text: str) -> list[str]:
    return sorted(field for _, field, _, _ in Formatter().parse(text) if field is not None)


def kept(text: str) -> list[str]:
    """Return what is the same in both languages: codes, file endings, field names, line ends, tags."""
    return sorted(re.findall(KEPT, text))


def mnemonic(text: str) -> list[str]:
    return [letter.upper() for letter in re.findall(r"&(\w)", text)]


def joints(text: str) -> tuple[bool, bool, bool]:
    return text[:1].isspace(), text[-1:].isspace(), text.startswith(",")


def failing(holds: Callable[[str, str], bool]) -> list[tuple[str, str]]:
    """Return the texts, with their translation, for which something does not hold."""
    return [pair for pair in MESSAGES if not holds(*pair)]


def glossary() -> list[tuple[str, str, list[str]]]:
    """Return the rows of the glossary's tables: English, Khmer, words not to be used."""
    rows = []
    for line in GLOSSARY.read_text(encoding="utf-8").splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if line.startswith("|") and KHMER.search(line):
            english, khmer, avoid = cells[-3:]
            rows.append((english, khmer, [word.strip() for word in avoid.split(",") if word.strip()]))
    return rows


@pytest.mark.slow
def test_translation_is_complete_and_current():
    checked = subprocess.run(
        [sys.executable, str(ROOT / ".ci" / "i18n"), "--check"], capture_output=True, text=True, check=False
    )
    assert (checked.stdout, checked.returncode) == ("", 0), checked.stdout + checked.stderr


def test_every_text_of_the_plugin_is_collected():
    assert len(MESSAGES) > 300
    assert len({source for source, _ in MESSAGES}) == len(MESSAGES)


def test_places_are_the_same():
    assert failing(lambda source, khmer: places(khmer) == places(source)) == []
    for source, khmer in MESSAGES:
        khmer.format(**dict.fromkeys(places(source), "7"))


def test_codes_and_line_ends_are_the_same():
    assert failing(lambda source, khmer: kept(khmer) == kept(source)) == []


def test_texts_that_are_joined_to_others_begin_and_end_alike():
    assert failing(lambda source, khmer: joints(khmer) == joints(source)) == []


def test_every_text_is_khmer():
    assert failing(lambda source, khmer: source in WITHOUT_WORDS or bool(KHMER.search(khmer))) == []
    assert {source: khmer for source, khmer in MESSAGES if source in WITHOUT_WORDS} == WITHOUT_WORDS


def test_punctuation_is_khmer():
    assert failing(lambda source, khmer: not re.search('[“”"\u200b\ufeff]', khmer)) == []
    assert failing(lambda source, khmer: source.count("“") <= khmer.count("«") == khmer.count("»")) == []
    assert failing(lambda source, khmer: not source.endswith(".") or khmer.endswith("។")) == []


def test_menu_letters_stay():
    assert failing(lambda source, khmer: mnemonic(khmer) == mnemonic(source)) == []
    assert failing(lambda source, khmer: not mnemonic(khmer) or bool(re.search(r" \(&\w\)…?$", khmer))) == []


def test_search_tags_keep_the_english_ones():
    tags = [(source, khmer) for source, khmer in MESSAGES if re.match(r"\w+(,[\w ]+){4,}$", source)]
    assert len(tags) >= 5
    for source, khmer in tags:
        assert khmer.startswith(source + ",")
        assert all(KHMER.search(tag) for tag in khmer[len(source) + 1 :].split(","))


def test_compiled_file_is_up_to_date(khmer_plugin):
    from factory_locations.processing.i18n import tr

    assert failing(lambda source, khmer: tr(source) == khmer) == []
    assert tr("a text that nobody wrote") == "a text that nobody wrote"


def test_glossary_words_are_the_words_used():
    texts = {**KHMER_OF, **dict(MESSAGES)}
    rows = [(english, khmer) for english, khmer, _ in glossary()]
    assert len(rows) > 40
    alone = {english: (khmer, texts[english]) for english, khmer in rows if english in texts}
    assert len(alone) > 20
    assert {english for english, (wanted, used) in alone.items() if wanted != used} == set()
    everything = "\n".join(path.read_text(encoding="utf-8") for path in WITH_KHMER)
    assert [english for english, khmer in rows if khmer not in everything] == []


def has_word(text: str, word: str) -> bool:
    """Return whether an English text has a word of the glossary, in singular or plural."""
    stem = f"{word[:-1]}(?:y|ies)" if word.endswith("y") else f"{word.removesuffix('s')}s?"
    return re.search(rf"(?<![\w-]){stem}(?![\w-])", re.sub(NAMES, "", text), re.IGNORECASE) is not None


@pytest.mark.parametrize("word", BINDING)
def test_binding_words_are_used_wherever_they_are_meant(word):
    (khmer,) = {khmer for english, khmer, _ in glossary() if re.sub(r" \(.*\)", "", english) == word}
    tags = re.compile(r"\w+(,[\w ]+){4,}$")
    meant = [pair for pair in MESSAGES if has_word(pair[0], word) and not tags.match(pair[0])]
    assert meant
    assert [pair for pair in meant if khmer not in pair[1]] == []


# Not “Fails”: of a finding the panel says what that amounts to, a violation, an assessment or an advice.
@pytest.mark.parametrize("verdict", ["Passes", "Undecided", "No data", "Exempt"])
def test_panel_and_map_say_verdicts_alike(verdict):
    assert dict(MESSAGES)[verdict] == KHMER_OF[verdict]


@pytest.mark.parametrize("path", WITH_KHMER, ids=lambda path: path.name)
def test_words_to_avoid_are_avoided(path):
    text = path.read_text(encoding="utf-8")
    avoided = [word for _, _, words in glossary() for word in words]
    assert avoided
    assert [word for word in avoided if word in text] == []


@pytest.mark.parametrize("path", WITH_KHMER, ids=lambda path: path.name)
def test_khmer_is_well_formed(path):
    text = path.read_text(encoding="utf-8")
    assert [text[max(found.start() - 10, 0) : found.end() + 10] for found in MISTYPED.finditer(text)] == []


def test_toolbox_is_khmer(provider, khmer_plugin):
    texts = dict(MESSAGES)
    zoning = provider.algorithm("check_zoning").create()
    assert zoning.displayName() == texts["Check zoning"]
    assert zoning.group() == texts["Checks"]
    assert zoning.parameterDefinition("FACTORIES").description() == texts["Factories"]
    assert KHMER.search(zoning.shortHelpString())


def test_sentence_of_a_check_is_khmer(run, khmer_plugin):
    steelworks_in_town = {
        "FACTORIES": L.factories([(L.point(100, 500), "F1", "Steel", "2410", 5.0)]),
        "ZONING": L.zoning([(L.box(0, 0, 1000), "Z1", "RES", "Old town", 2020)]),
        "OUTPUT": "memory:",
    }
    (checked,) = run("check_zoning", steelworks_in_town)["OUTPUT"].getFeatures()
    assert checked["zone_verdict"] == "fail"  # the value stays English, the sentence does not
    template = dict(MESSAGES)[
        "Zone {area} does not permit activity {activity}; the zone's border is {distance} m away."
    ]
    pattern = re.sub(r"\\\{\w+\\\}", "(.+)", re.escape(template))
    area, activity, distance = re.fullmatch(pattern, checked["zone_message"]).groups()
    assert "Old town" in area
    assert activity.startswith("2410")
    assert distance == "100"


def test_an_error_is_khmer(run, khmer_plugin):
    from qgis.core import QgsProcessingException

    parameters = {
        "FACTORIES": L.factories([(L.point(100, 500), "F1", "Mill", "1061", 5.0)]),
        "ZONING": L.zoning([(L.box(0, 0, 1000), "Z1", "RES", "Old town", 2020)]),
        "RULES": "no-such-file.yaml",
        "OUTPUT": "memory:",
    }
    with pytest.raises(QgsProcessingException, match="កញ្ចប់វិធាន"):
        run("check_zoning", parameters)


def test_english_comes_back(provider, qgis_app):
    assert provider.algorithm("check_zoning").create().displayName() == "Check zoning"


def test_a_rule_pack_is_explained_in_khmer(run, khmer_plugin, tmp_path):
    run("validate_rules", {"OUTPUT_HTML": str(tmp_path / "rules.html")})
    page = (tmp_path / "rules.html").read_text(encoding="utf-8")
    for english in ("The factory stands inside the industrial park that it declares.", "Permitted on condition"):
        assert dict(MESSAGES)[english] in page
    assert "កញ្ចប់នេះត្រឹមត្រូវ" in run.feedback.text()


def test_a_mistake_in_a_pack_is_khmer(run, khmer_plugin, tmp_path):
    from qgis.core import QgsProcessingException

    (tmp_path / "own.yaml").write_text("pack: own\nrules: 7\n", encoding="utf-8")
    with pytest.raises(QgsProcessingException, match="បន្ទាត់ទី 2 rules៖ «7» ត្រូវបានអានជាចំនួន ត្រូវការបញ្ជីរាយ"):
        run("validate_rules", {"RULES": str(tmp_path / "own.yaml")})

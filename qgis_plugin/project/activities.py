"""The activities of ISIC Rev. 4, found by words of either language, by everyday words and by code."""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from functools import lru_cache

from ...processing.i18n import interface_locale
from ...processing.paths import ISIC_TABLE

# Everyday words that are in no title, by the class or group whose explanatory note names them: ISIC Rev. 4, United
# Nations, Statistical Papers M 4, https://unstats.un.org/unsd/publication/seriesm/seriesm_4rev4e.pdf. They only help to
# find a title; Khmer as an officer types it.
_WORDS = {
    "1010": "slaughterhouse abattoir សត្តឃាត",
    "1020": "prawn shrimp ប្រហុក",
    "1061": "rice mill milling husking flour ម៉ាស៊ីនកិនស្រូវ រោងម៉ាស៊ីនកិនស្រូវ អង្ករ",
    "1062": "cassava tapioca starch ដំឡូងមី",
    "1071": "bread cake biscuit នំប៉័ង",
    "1072": "sugar cane ស្ករ អំពៅ",
    "1074": "noodle មី គុយទាវ",
    "1079": "coffee tea spice pepper sauce salt ទឹកត្រី ម្រេច កាហ្វេ អំបិល",
    "1080": "animal feed ចំណីសត្វ",
    "1103": "beer brewery ស្រាបៀរ",
    "1104": "drinking water bottled water ទឹកសុទ្ធ ទឹកបរិសុទ្ធ",
    "1312": "silk cotton weaving loom សូត្រ តម្បាញ",
    "1313": "dyeing printing bleaching washing of textiles ជ្រលក់ពណ៌",
    "1410": "garment clothes sewing shirt trousers uniform កាត់ដេរ សម្លៀកបំពាក់",
    "1430": "sweater knitwear hosiery socks ចាក់ដេរ",
    "1512": "bag suitcase handbag កាបូប",
    "1520": "shoe sandal boot ស្បែកជើង",
    "1610": "timber saw mill ឈើ រោងអារឈើ",
    "1702": "carton box packaging កាតុង",
    "1811": "printing press newspaper រោងពុម្ព",
    "2012": "fertilizer compost ជី",
    "2021": "insecticide herbicide ថ្នាំកសិកម្ម",
    "2023": "soap shampoo detergent សាប៊ូ",
    "2100": "medicine drug ឱសថ ថ្នាំពេទ្យ",
    "2219": "latex glove rubber កៅស៊ូ",
    "2220": "plastic bag bottle pipe ផ្លាស្ទិក ប្លាស្ទិក",
    "2392": "brick kiln roof tile ឥដ្ឋ ឡឥដ្ឋ ក្បឿង",
    "2394": "cement lime ស៊ីម៉ងត៍ កំបោរ",
    "2395": "concrete ready-mix precast បេតុង",
    "2410": "steel mill rebar ដែក",
    "2511": "steel structure gate window frame រចនាសម្ព័ន្ធលោហៈ",
    "2732": "wire cable ខ្សែភ្លើង",
    "2930": "car parts wiring harness គ្រឿងបន្លាស់រថយន្ត",
    "3091": "motorcycle ម៉ូតូ",
    "3092": "bicycle កង់",
    "3100": "furniture chair table គ្រឿងសង្ហារិម",
    "3240": "toy doll តុក្កតា",
    "3530": "ice factory ទឹកកក",
    "3830": "recycling scrap កែច្នៃ អេតចាយ",
}
_DIGITS = str.maketrans("០១២៣៤៥៦៧៨៩", "0123456789")
_MANUFACTURING = "C"
_LEVELS = {"class": 0, "group": 1, "division": 2}
_INSIDE = 5  # the rank of what holds the words inside of others


@dataclass(frozen=True)
class Activity:
    """One code of ISIC Rev. 4.

    Attributes
    ----------
    code : str
        Two to four digits.
    title : str
        In the language of QGIS, English where there is no Khmer one.
    other : str
        The title in the other language, empty where there is none.
    """

    code: str
    title: str
    other: str

    @property
    def label(self) -> str:
        """What a list shows."""
        return f"{self.code}  {self.title}"


class Activities:
    """All codes, and the search in them.

    Parameters
    ----------
    khmer : bool
        Khmer titles come first, where there are any.
    """

    def __init__(self, khmer: bool) -> None:
        with ISIC_TABLE.open(encoding="utf-8", newline="") as file:
            rows = [row for row in csv.DictReader(file) if row["level"] != "section"]
        by_code = {row["code"]: row for row in rows}
        self._by_code: dict[str, Activity] = {}
        self._searched: list[tuple[Activity, str, str, tuple[int, int, str]]] = []
        for row in rows:
            first, second = (row["title_km"], row["title_en"]) if khmer else (row["title_en"], row["title_km"])
            activity = Activity(row["code"], first or second, second if first else "")
            self._by_code[activity.code] = activity
            own = f"{row['title_en']} {row['title_km']} {_WORDS.get(row['code'], '')}".casefold()
            above = _above(row, by_code).casefold()
            order = (int(row["section"] != _MANUFACTURING), _LEVELS[row["level"]], row["code"])
            self._searched.append((activity, own, above, order))

    def __len__(self) -> int:
        return len(self._searched)

    def named(self, code: str) -> Activity | None:
        """Return the activity with a code, None where there is none."""
        return self._by_code.get(code)

    def coded(self, text: str) -> Activity | None:
        """Return the activity whose code a text is, in digits of either script; None where it is no code."""
        return self.named(_plain(text))

    def find(self, text: str, most: int = 50) -> list[Activity]:
        """Return the activities that a text may mean, the likeliest first.

        Codes that begin as the text does come first; then titles in which its words begin words, manufacturing before
        the rest; then what belongs to a group or division with such a title. Titles that only hold them inside of
        other words, as “placement” holds “cement”, are returned where there is nothing better.
        """
        words = _plain(text).split()
        if not words:
            return []
        found = [
            (rank, order, activity)
            for activity, own, above, order in self._searched
            if (rank := _rank(activity.code, own, above, words)) is not None
        ]
        found.sort(key=lambda entry: entry[:2])
        better = [entry for entry in found if entry[0] < _INSIDE]
        return [activity for _, _, activity in (better or found)[:most]]


def _plain(text: str) -> str:
    """Return a text in small letters, with the digits that codes are written in."""
    return text.strip().casefold().translate(_DIGITS)


def _above(row: dict[str, str], by_code: dict[str, dict[str, str]]) -> str:
    """Return the titles of the group and the division that a code belongs to."""
    titles = []
    parent = by_code.get(row["parent"])
    while parent is not None:
        titles += [parent["title_en"], parent["title_km"], _WORDS.get(parent["code"], "")]
        parent = by_code.get(parent["parent"])
    return " ".join(titles)


def _rank(code: str, own: str, above: str, words: list[str]) -> int | None:
    """Return how well an activity fits some words, 0 best, None where it does not."""
    if len(words) == 1 and words[0].isdigit():
        return (0 if code == words[0] else 1) if code.startswith(words[0]) else None
    texts = [word for word in words if not code.startswith(word)]
    if not all(word in own or word in above for word in texts):
        return None
    if all(f" {word}" in f" {own}" for word in texts):
        return 2
    if all(_begins(word, own) for word in texts):
        return 3
    return 4 if all(_begins(word, own) or _begins(word, above) for word in texts) else _INSIDE


def _begins(word: str, text: str) -> bool:
    """Return whether a text has a word that begins so; Khmer writes no blanks, where any place may be a beginning."""
    return re.search(f"(?<![a-z]){re.escape(word)}", text) is not None


@lru_cache(maxsize=2)
def _activities(khmer: bool) -> Activities:
    return Activities(khmer)


def activities() -> Activities:
    """Return the activities in the language of QGIS; the table is read once."""
    return _activities(interface_locale().startswith("km"))

"""Provinces, districts and communes by the codes and names that registers give: in any script, spelling or year.

A code says which unit is meant, unless it has been given to another place since; a name says so inside its parent. What
names several units is not resolved, and the choices are told. A spelling that nobody has listed is accepted only inside
its parent, when one name there is close and no other is: "likely", never "certain".
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any, NamedTuple

import numpy as np
import pandas as pd

from .khmer import KHMER_DIGITS

try:
    from rapidfuzz import fuzz
except ImportError:  # the same numbers, more slowly
    fuzz = None  # type: ignore[assignment]

LEVELS = ("province", "district", "commune")
CERTAIN, LIKELY, POSSIBLE = "certain", "likely", "possible"
_ORDER = {CERTAIN: 0, LIKELY: 1, POSSIBLE: 2}

# A spelling is close when its likeness (0 to 1) is as high, and no sibling's comes as near.
_CLOSE, _CLEAR = 0.78, 0.10
_MOST_CHOICES = 6
_MOST_REMEMBERED = 100_000


class Former(NamedTuple):
    """A code of an earlier year: what it meant, and the unit that place belongs to now."""

    old_code: str
    vintage: str
    old_name: str
    new_code: str


class Alias(NamedTuple):
    """Another spelling of a unit's name."""

    name: str
    code: str


class Note:
    """A remark on a row: an English sentence with ``{name}`` places, to be translated where it is shown.

    Parameters
    ----------
    template : str
    **values
        What fills the places.
    """

    def __init__(self, template: str, **values: object) -> None:
        self.template = template
        self.values = values

    def __str__(self) -> str:
        return self.template.format(**self.values)

    def __repr__(self) -> str:
        return f"Note({str(self)!r})"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Note) and str(self) == str(other)

    def __hash__(self) -> int:
        return hash(str(self))


@dataclass(frozen=True, eq=False)
class AdminList:
    """The units of one year.

    Attributes
    ----------
    codes, level, parent, name_en, name_km : (n,) object arrays of str
        A province's parent is empty.
    vintage : str
        The year of the list.
    former : tuple of Former
    aliases : tuple of Alias
    """

    codes: np.ndarray
    level: np.ndarray
    parent: np.ndarray
    name_en: np.ndarray
    name_km: np.ndarray
    vintage: str = ""
    former: tuple[Former, ...] = ()
    aliases: tuple[Alias, ...] = ()

    @cached_property
    def index(self) -> _Index:
        """What `resolve` looks names and codes up in; made once."""
        return _Index(self)

    def name(self, code: str) -> str:
        """Return the Latin name of a unit, or its code where there is none such."""
        return self.index.names.get(code, code)


@dataclass(frozen=True)
class Resolved:
    """What `resolve` returns, for n rows.

    Attributes
    ----------
    province_code, district_code, commune_code : (n,) object arrays of str or None
        Of the list's year. They fit each other: a commune's district is the one that its code begins with.
    certainty : (n, 3) object array of str or None
        ``certain``, ``likely`` or ``possible`` for province, district, commune; None where there is no code.
    how : (n, 3) object array of str or None
        ``code``, ``former code``, ``name``, ``alias``, ``former parent``, ``spelling`` or ``from below``: the level was
        told by a finer one.
    notes : (n,) object array of tuples of Note
    """

    province_code: np.ndarray
    district_code: np.ndarray
    commune_code: np.ndarray
    certainty: np.ndarray
    how: np.ndarray
    notes: np.ndarray

    @property
    def note(self) -> np.ndarray:
        """The remarks of each row in English, or None."""
        texts = np.full(len(self.notes), None, dtype=object)
        for row, notes in enumerate(self.notes):
            if notes:
                texts[row] = " ".join(map(str, notes))
        return texts


class _Match(NamedTuple):
    code: str
    certainty: str
    how: str
    notes: tuple[Note, ...] = ()


class _Cell(NamedTuple):
    """What a cell says: a code, names, or nothing."""

    shown: str
    code: str
    names: tuple[str, ...]


_NOTHING = _Cell("", "", ())

# -- names --------------------------------------------------------------------------------------------

_IGNORED = re.compile("[\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u00ad]")
_KHMER = re.compile("[\u1780-\u17ff]")
_KHMER_WORDS = re.compile("^(?:រាជធានី|ខេត្ត|ខេត្ដ|ស្រុក|ខណ្ឌ|ខណ្ខ័|ក្រុង|ឃុំ|សង្កាត់)")
# Spellings of one sound that readers do not tell apart.
_KHMER_FOLDS = (("្ដ", "្ត"), ("៉", ""), ("៊", ""), ("់", ""), ("័", ""), ("៍", ""), ("៌", ""), ("៏", ""), (" ", ""))
# The sound of a numbered name: its stem, and the number.
_NUMBERED = re.compile("(.+?)(?:ទី)?([0-9])")
# Words of rank that stand behind a name in English, and before it in Khmer.
_BEHIND = frozenset(
    (
        *("province", "provincial", "prov", "city", "municipality", "municipal", "capital", "district", "dist"),
        *("commune", "comm", "town", "section", "quarter", "khan", "krong", "khaet", "sangkat"),
    )
)
# Behind a name these are part of it: Phnum Srok.
_BEFORE = _BEHIND | frozenset(
    (
        *("khet", "khett", "khaitt", "reachtheani", "rajthani", "srok", "sruk", "khand", "khann", "krung", "khum"),
        *("sankat", "sangkhat", "sangkatt", "sngkat", "of", "the", "ville", "de"),
    )
)
_ORDINALS = {
    **dict.fromkeys(("muoy", "mouy", "muay", "mouoy", "i", "1"), "1"),
    **dict.fromkeys(("pir", "pi", "ii", "2"), "2"),
    **dict.fromkeys(("bei", "bey", "iii", "3"), "3"),
    **dict.fromkeys(("buon", "boun", "iv", "4"), "4"),
}


def _is_khmer(name: str) -> bool:
    return _KHMER.search(name) is not None


@lru_cache(maxsize=1 << 16)
def key(name: str) -> str:
    """Return what two spellings of one name have in common: no case, accents, spaces, signs or words of rank.

    Parameters
    ----------
    name : str
        In Khmer or Latin script.

    Returns
    -------
    str
        Empty where the name holds nothing but words of rank.
    """
    name = _IGNORED.sub("", unicodedata.normalize("NFC", name)).translate(KHMER_DIGITS).strip()
    return _khmer_key(name) if _is_khmer(name) else _latin_key(name)


def _khmer_key(name: str) -> str:
    name = "".join(name.split()).replace("\u17d2\u178a", "\u17d2\u178f")  # they look the same: កណ្ដាល, កណ្តាល
    while True:
        shorter = _KHMER_WORDS.sub("", name)
        if shorter in ("", name):
            break
        name = shorter
    return "".join(c for c in name if c.isalnum() or unicodedata.category(c).startswith("M"))


def _latin_key(name: str) -> str:
    words = _latin_words(name)
    first, last = 0, len(words)
    while first < last - 1 and words[first] in _BEFORE:
        first += 1
    while first < last - 1 and words[last - 1] in _BEHIND:
        last -= 1
    kept = words[first:last]
    if len(kept) == 1 and kept[0] in _BEFORE:
        return ""
    if len(kept) > 1 and kept[-1] in _ORDINALS:
        number = _ORDINALS[kept[-1]]
        kept = kept[:-2] if len(kept) > 2 and kept[-2] == "ti" else kept[:-1]
        kept.append(number)
    return "".join(kept)


def _latin_words(name: str) -> list[str]:
    plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c)).lower()
    plain = re.sub("['’‘`´ʼ]", "", plain)
    return re.findall("[a-z]+|[0-9]+", plain)


_SOUNDS = (
    ("chh", "ch"),
    ("tch", "ch"),
    ("kh", "k"),
    ("ph", "p"),
    ("th", "t"),
    ("bh", "p"),
    ("nh", "n"),
    ("gn", "n"),
    ("ngk", "nk"),
    ("w", "v"),
    ("j", "ch"),
    ("q", "k"),
    ("z", "s"),
)
_ENDINGS = {"b": "p", "d": "t", "g": "k", "v": "", "h": "", "r": ""}
_VOWELS = frozenset("aeiouy")


def _sounds(folded: str) -> tuple[str, str]:
    """Return a Latin key with one letter a consonant, and its consonants alone."""
    for old, new in _SOUNDS:
        folded = folded.replace(old, new)
    kept = [c for c, after in zip(folded, [*folded[1:], ""]) if c != after]
    bones = [c for c in kept if c not in _VOWELS]
    if bones and bones[-1] in _ENDINGS:
        bones[-1] = _ENDINGS[bones[-1]]
    return "".join(kept), "".join(bones)


class _Sound(NamedTuple):
    """What is compared of a key."""

    khmer: bool
    number: str  # that a Latin name ends with: the first and the second of a name are two units
    letters: str
    bones: str


def _sound(found: str) -> _Sound:
    if _is_khmer(found):
        for old, new in _KHMER_FOLDS:
            found = found.replace(old, new)
        return _Sound(True, "", found, found)
    letters, bones = _sounds(found)
    return _Sound(False, found[-1] if found[-1:].isdigit() else "", letters, bones)


def likeness(first: str, second: str) -> float:
    """Return how alike two keys are, 0 to 1: for Latin ones the consonants count more than the vowels.

    Romanisations of Khmer differ mostly in their vowels: Poipet and Paoy Paet, Sen Sok and Saensokh.
    """
    return _alike(_sound(first), _sound(second), 0.0)


def _alike(first: _Sound, second: _Sound, least: float) -> float:
    """Return how alike two sounds are; 0 where that is below `least`, mostly without a comparison."""
    if first.khmer != second.khmer or first.number != second.number:
        return 0.0
    if first.khmer:
        return _ratio(first.letters, second.letters)
    bones = _bound(first.bones, second.bones)
    if 0.45 * _bound(first.letters, second.letters) + 0.55 * bones < least:
        return 0.0
    bones = _ratio(first.bones, second.bones)
    if 0.45 + 0.55 * bones < least:
        return 0.0
    return 0.45 * _ratio(first.letters, second.letters) + 0.55 * bones


def _bound(first: str, second: str) -> float:
    """Return the most that `_ratio` can be for texts of such lengths."""
    together = len(first) + len(second)
    return 2 * min(len(first), len(second)) / together if together else 1.0


def _ratio(first: str, second: str) -> float:
    """Return twice the longest common subsequence over the sum of the lengths."""
    if fuzz is not None:
        return fuzz.ratio(first, second) / 100
    return _slow_ratio(first, second)


def _slow_ratio(first: str, second: str) -> float:
    """Return what `_ratio` does, without the package that is fast at it."""
    if not first or not second:
        return float(first == second)
    places: dict[str, int] = {}
    for place, letter in enumerate(first):
        places[letter] = places.get(letter, 0) | 1 << place
    full = (1 << len(first)) - 1
    state = full
    for letter in second:  # a bit for each letter of `first`: zero where a common subsequence grows (Hyyrö 2004)
        common = state & places.get(letter, 0)
        state = ((state + common) | (state - common)) & full
    return 2 * (len(first) - bin(state).count("1")) / (len(first) + len(second))


# -- what is looked up --------------------------------------------------------------------------------


class _Index:
    """Names and codes of a list, by what they are looked up with."""

    def __init__(self, units: AdminList) -> None:
        self.level = dict(zip(units.codes, units.level))
        self.names = dict(zip(units.codes, units.name_en))
        self.former = {former.old_code: former for former in units.former}
        # Scope (a code, "" for the country) -> key of a name -> {code: how}. A scope holds all units below it.
        self.keys: dict[tuple[str, str], dict[str, dict[str, str]]] = {}
        for code, *names in zip(units.codes, units.name_en, units.name_km):
            for name in names:
                self._add(code, code, name, "name")
        for alias in units.aliases:
            if alias.code in self.level:
                self._add(alias.code, alias.code, alias.name, "alias")
        for former in units.former:
            if former.new_code in self.level and former.old_name:
                how = "alias" if former.old_code[:-2] == former.new_code[:-2] else "former parent"
                self._add(former.old_code, former.new_code, former.old_name, how)
                self._add(former.new_code, former.new_code, former.old_name, "alias")
        self._moved(units)
        self._spelled: dict[tuple[str, str, tuple[str, ...]], _Match | None] = {}
        self._parts: dict[tuple[str, str], dict[str, list[str]]] = {}
        self._sounds: dict[tuple[str, str], list[tuple[_Sound, dict[str, str]]]] = {}

    def by_spelling(self, scope: str, level: str, names: tuple[str, ...]) -> _Match | None:
        """Return the unit below a scope whose name is close to one of some, if no other unit's is nearly as close."""
        asked = (scope, level, names)
        if asked not in self._spelled:
            if len(self._spelled) >= _MOST_REMEMBERED:
                self._spelled.clear()
            self._spelled[asked] = self._closest(scope, level, names)
        return self._spelled[asked]

    def _closest(self, scope: str, level: str, names: tuple[str, ...]) -> _Match | None:
        place = (scope, level)
        if place not in self._sounds:
            self._sounds[place] = [(_sound(found), codes) for found, codes in self.keys.get(place, {}).items()]
        best: dict[str, float] = {}
        for wanted in map(_sound, names):
            for sound, codes in self._sounds[place]:
                alike = _alike(wanted, sound, _CLOSE - _CLEAR)
                if alike >= _CLOSE - _CLEAR:
                    for code in codes:
                        best[code] = max(best.get(code, 0.0), alike)
        ranked = sorted(best.items(), key=lambda item: -item[1])[:2]
        if not ranked or ranked[0][1] < _CLOSE or (len(ranked) > 1 and ranked[0][1] - ranked[1][1] < _CLEAR):
            return None
        return _Match(ranked[0][0], LIKELY, "spelling")

    def parts_of(self, scope: str, level: str, names: tuple[str, ...]) -> list[str]:
        """Return the units below a scope that are numbered parts of one of some names: Phsar Kandal Ti Muoy, Ti Pir."""
        place = (scope, level)
        if place not in self._parts:
            parts: dict[str, dict[str, None]] = {}
            for found, codes in self.keys.get(place, {}).items():
                part = _NUMBERED.fullmatch(_sound(found).letters)
                if part:
                    parts.setdefault(part[1], {}).update(dict.fromkeys(codes))
            self._parts[place] = {stem: sorted(codes) for stem, codes in parts.items()}
        for name in names:
            found_codes = self._parts[place].get(_sound(name).letters)
            if found_codes:
                return found_codes
        return []

    def _moved(self, units: AdminList) -> None:
        """A commune whose district has moved is looked for below the old province by all its names too."""
        moved = {
            f.old_code: f.new_code for f in units.former if len(f.old_code) == 4 and f.old_code[:2] != f.new_code[:2]
        }
        for old, new in moved.items():
            for code, *names in zip(units.codes, units.name_en, units.name_km):
                if code == new:
                    for name in names:
                        self._add(old, code, name, "former parent")
                elif len(code) == 6 and code[:4] == new:
                    for name in names:
                        self._add(old + code[4:], code, name, "former parent")

    def _add(self, place: str, code: str, name: str, how: str) -> None:
        found = key(name)
        if not found:
            return
        for scope in {place[:length] for length in range(0, len(place), 2)}:
            codes = self.keys.setdefault((scope, self.level[code]), {}).setdefault(found, {})
            codes.setdefault(code, how)


def resolve(
    units: AdminList,
    province: Sequence[Any] | None = None,
    district: Sequence[Any] | None = None,
    commune: Sequence[Any] | None = None,
) -> Resolved:
    """Find the units that rows mean.

    Parameters
    ----------
    units : AdminList
    province, district, commune : sequences of n codes or names, or None
        Text in any script, numbers that lost their leading zero, or None. A cell may hold a code and a name.

    Returns
    -------
    Resolved
    """
    columns = [column for column in (province, district, commune) if column is not None]
    n = len(columns[0]) if columns else 0
    texts = [_texts(column, n) for column in (province, district, commune)]
    unique: dict[tuple[str, ...], int] = {}
    which = np.array([unique.setdefault(cells, len(unique)) for cells in zip(*texts)], dtype="int64")
    rows = [_resolve_one(units, cells) for cells in unique]
    codes, certainty, how = (np.full((len(rows), 3), None, dtype=object) for _ in range(3))
    notes = np.empty(len(rows), dtype=object)
    for row, (matches, remarks) in enumerate(rows):
        notes[row] = tuple(dict.fromkeys(remarks))
        for level, match in enumerate(matches):
            if match is not None:
                codes[row, level], certainty[row, level], how[row, level] = match.code, match.certainty, match.how
    found = codes[which]
    return Resolved(
        found[:, 0].copy(), found[:, 1].copy(), found[:, 2].copy(), certainty[which], how[which], notes[which]
    )


def _texts(column: Sequence[Any] | None, n: int) -> np.ndarray:
    if column is None:
        return np.full(n, "", dtype=object)
    values = pd.Series(column, dtype=object)
    return values.where(values.notna(), "").astype(str).str.strip().to_numpy(dtype=object)


_CODE = re.compile(r"(?:KH[ -]?)?([0-9]{1,8})(?:\.0+)?", re.IGNORECASE)
_CODE_AND_NAME = re.compile(r"\(?([0-9]{1,8})\)?[ ]*[-–:.,/)]*[ ]*([^0-9].*)")
_MOST_DIGITS = 6  # a commune's
_NO_NAME = frozenset(("", "not found", "n/a", "na", "-", "none", "null", "nan", "unknown", "<na>", "គ្មាន", "មិនដឹង"))


def read_code(text: str, digits: int) -> str | None:
    """Return the code that a cell states, with the zero that a spreadsheet took from it; None where it states none.

    Parameters
    ----------
    text : str
        A code as ``10201``, ``10201.0``, ``KH-4``, ``010201 West`` or in Khmer digits.
    digits : int
        How many digits the codes of the column have: 2, 4, 6, or 8 of villages.
    """
    return _read_cell(text, digits).code or None


def _read_cell(text: str, length: int) -> _Cell:
    """Return what a cell of a column says whose codes have `length` digits."""
    plain = _IGNORED.sub("", text).translate(KHMER_DIGITS).strip()
    if plain.lower() in _NO_NAME:
        return _NOTHING
    found = _CODE.fullmatch(plain)
    if found and len(found.group(1)) <= max(length, _MOST_DIGITS):
        return _Cell(text, _padded(found.group(1)), ())
    found = _CODE_AND_NAME.fullmatch(plain)
    if found and len(_padded(found.group(1))) == length:
        return _Cell(text, _padded(found.group(1)), _names(found.group(2)))
    return _Cell(text, "", _names(plain))


def _padded(digits: str) -> str:
    return digits.zfill(len(digits) + len(digits) % 2)


def _names(text: str) -> tuple[str, ...]:
    """Return the keys a text may mean: all of it, or its parts where it holds two scripts or something in brackets."""
    parts = [text, *re.split(r"[()\[\]/|;]", text)]
    if _is_khmer(text) and re.search("[A-Za-z]", text):
        parts += [re.sub("[\u1780-\u17ff]+", " ", text), re.sub("[A-Za-z.'-]+", " ", text)]
    return tuple(dict.fromkeys(found for found in map(key, parts) if found))


# -- one row ------------------------------------------------------------------------------------------


class _Row:
    """One row while it is resolved: what its cells say, what is found, and what is open."""

    def __init__(self, units: AdminList, cells: Sequence[str]) -> None:
        self.units = units
        self.index = units.index
        self.cells = [_read_cell(text, 2 * level + 2) for level, text in enumerate(cells)]
        self.matches: list[_Match | None] = [None, None, None]
        self.choices: list[str] = []  # of the last level that names several units
        self.remarks: list[Note] = []

    def scopes(self, level: int) -> list[str]:
        """The units found above a level and their parents, the finest first."""
        found = [match.code for match in reversed(self.matches[:level]) if match is not None]
        return list(dict.fromkeys(code[:length] for code in found for length in range(len(code), 0, -2)))


def _resolve_one(units: AdminList, cells: Sequence[str]) -> tuple[list[_Match | None], list[Note]]:
    row = _Row(units, cells)
    for level, cell in enumerate(row.cells):
        if cell is not _NOTHING:
            row.matches[level] = _within(row, level, _find(row, level, cell))
    _make_fit(row)
    return row.matches, row.remarks


def _within(row: _Row, level: int, match: _Match | None) -> _Match | None:
    """Leave out a unit that is only possible, and lies outside of a coarser one that is known better.

    Names return all over the country: the only commune of a name may be far from the district that a row tells for
    certain. The remark on it stays.
    """
    if match is None or match.certainty != POSSIBLE:
        return match
    above = [one for one in row.matches[:level] if one is not None and one.certainty != POSSIBLE]
    return match if all(match.code.startswith(one.code) for one in above) else None


def _find(row: _Row, level: int, cell: _Cell) -> _Match | None:
    if cell.code:
        match = _by_code(row.units, row.index, cell, level, row.remarks)
        if match is not None or not cell.names:
            return match
    match = _below_choices(row, level, cell)
    if match is not None:
        return match
    scopes = row.scopes(level)
    for scope in [*scopes, ""]:
        codes, how = _named(row.index, cell, level, scope)
        if len(codes) > 1:
            row.choices = codes
            row.remarks.append(_several(row.units, cell, codes))
            return None
        if codes:
            return _weighed(row, _Match(codes[0], CERTAIN, how), level, scope, cell)
        codes = row.index.parts_of(scope, LEVELS[level], cell.names)
        if len(codes) > 1:
            row.choices = codes
            row.remarks.append(_split(row.units, cell, codes))
            return None
        # Among all of the country's names some are always alike: only those of a province or district are compared.
        match = row.index.by_spelling(scope, LEVELS[level], cell.names) if scope or not level else None
        if match is not None:
            return _weighed(row, match, level, scope, cell)
    row.remarks.append(_unknown(level, cell, row.units, scopes))
    return None


def _below_choices(row: _Row, level: int, cell: _Cell) -> _Match | None:
    """The only unit of that name below several that the coarser level may mean."""
    found = {code for scope in row.choices for code in _named(row.index, cell, level, scope)[0]}
    return _Match(found.pop(), LIKELY, "name") if len(found) == 1 else None


def _unknown(level: int, cell: _Cell, units: AdminList, scopes: Sequence[str]) -> Note:
    where = units.name(scopes[0]) if scopes else "Cambodia"
    if level == 0:
        return Note("No province is called “{text}”.", text=cell.shown)
    if level == 1:
        return Note("No district of {where} is called “{text}”.", text=cell.shown, where=where)
    return Note("No commune of {where} is called “{text}”.", text=cell.shown, where=where)


def _by_code(units: AdminList, index: _Index, cell: _Cell, level: int, remarks: list[Note]) -> _Match | None:
    former = index.former.get(cell.code)
    if index.level.get(cell.code) == LEVELS[level]:
        return _code_checked(units, index, cell, former, remarks)
    if former is not None and index.level.get(former.new_code) == LEVELS[level] and len(cell.code) == 2 * level + 2:
        remarks.append(
            Note(
                "The code {old} of {year} ({name}) is {new} now.",
                old=former.old_code,
                year=former.vintage,
                name=former.old_name or units.name(former.new_code),
                new=former.new_code,
            )
        )
        # A row without a name was told by the order of the codes alone.
        return _Match(former.new_code, CERTAIN if former.old_name else LIKELY, "former code")
    remarks.append(
        Note(
            "There is no {level} with the code {text} in the list of {year}.",
            level=LEVELS[level],
            text=cell.shown,
            year=units.vintage,
        )
    )
    return None


def _code_checked(units: AdminList, index: _Index, cell: _Cell, former: Former | None, remarks: list[Note]) -> _Match:
    """A code of the list: certain, unless it meant another place before or the name beside it is another's."""
    code = cell.code
    names = index.keys[(code[:-2], index.level[code])]
    own = {found for found, codes in names.items() if code in codes}
    if cell.names:
        if own.intersection(cell.names) or max(likeness(a, b) for a in own for b in cell.names) >= _CLOSE:
            return _Match(code, CERTAIN, "code")
        if former is not None and key(former.old_name) in cell.names:
            return _Match(former.new_code, CERTAIN, "former code")
        remarks.append(
            Note(
                "The code {code} is {name}, but the cell says “{text}”.",
                code=code,
                name=units.name(code),
                text=cell.shown,
            )
        )
        return _Match(code, POSSIBLE, "code")
    if former is not None and former.new_code != code:
        remarks.append(
            Note(
                "The code {code} is {name} now; in {year} it was {old}, which is {new} now. "
                "Check the year of the codes.",
                code=code,
                name=units.name(code),
                year=former.vintage,
                old=former.old_name,
                new=former.new_code,
            )
        )
        return _Match(code, LIKELY, "code")
    return _Match(code, CERTAIN, "code")


def _named(index: _Index, cell: _Cell, level: int, scope: str) -> tuple[list[str], str]:
    """Return the units below a scope that a cell names, and how it names them."""
    names = index.keys.get((scope, LEVELS[level]), {})
    for found in cell.names:
        codes = names.get(found)
        if codes:
            own = [code for code, how in codes.items() if how == "name"]
            here = own or [code for code, how in codes.items() if how == "alias"] or list(codes)
            return here, codes[here[0]]
    return [], ""


def _split(units: AdminList, cell: _Cell, codes: list[str]) -> Note:
    return Note(
        "“{text}” is several units in {where}: {choices}.",
        text=cell.shown,
        where=units.name(codes[0][:-2]),
        choices=", ".join(f"{units.name(code)} ({code})" for code in codes[:_MOST_CHOICES]),
    )


def _several(units: AdminList, cell: _Cell, codes: list[str]) -> Note:
    listed = [f"{code} ({', '.join(units.name(code[:n]) for n in range(len(code) - 2, 0, -2))})" for code in codes]
    more = "" if len(listed) <= _MOST_CHOICES else " …"
    return Note(
        "“{text}” names {count} units: {choices}.",
        text=cell.shown,
        count=len(codes),
        choices=", ".join(listed[:_MOST_CHOICES]) + more,
    )


def _weighed(row: _Row, match: _Match, level: int, scope: str, cell: _Cell) -> _Match:
    """Lower the certainty of a name that was not found in the parent that the row tells."""
    scopes = row.scopes(level)
    lost = any(cell is not _NOTHING and not match for cell, match in zip(row.cells[:level], row.matches))
    if len(scope) == 2 * level:
        return match
    if scopes and scope != scopes[0]:
        row.remarks.append(
            Note(
                "“{text}” is not in {parent}; {code} is the only one in {where}.",
                text=cell.shown,
                parent=row.units.name(scopes[0]),
                code=match.code,
                where=row.units.name(scope) if scope else "Cambodia",
            )
        )
        return match._replace(certainty=POSSIBLE)
    return match._replace(certainty=_weaker(match.certainty, POSSIBLE if lost else LIKELY))


def _weaker(*certainties: str) -> str:
    return max(certainties, key=_ORDER.__getitem__)


def _make_fit(row: _Row) -> None:
    """Make the levels fit each other: the finest one tells those above it."""
    units, matches = row.units, row.matches
    finest = max((level for level in range(3) if matches[level] is not None), default=0)
    lowest = matches[finest]
    if lowest is None:
        return
    for level in range(finest - 1, -1, -1):
        code, match = lowest.code[: 2 * level + 2], matches[level]
        if match is not None and match.code == code:
            continue
        if match is None:
            matches[level] = _Match(code, lowest.certainty, "from below")
            continue
        values = {
            "unit": units.name(lowest.code),
            "code": lowest.code,
            "old": units.name(match.code),
            "new": units.name(code),
        }
        finer = [below.how for below in matches[level + 1 :] if below is not None]
        if "former parent" in finer or "former code" in finer:
            row.remarks.append(Note("{unit} ({code}) was in {old} and is in {new} now.", **values))
            matches[level] = _Match(code, lowest.certainty, "former parent")
        else:
            row.remarks.append(Note("{unit} ({code}) is in {new}, but the row says {old}.", **values))
            lowest = lowest._replace(certainty=POSSIBLE)
            matches[finest], matches[level] = lowest, _Match(code, POSSIBLE, "from below")


def admin_list(
    rows: Iterable[Mapping[str, str]], former: Iterable[Former] = (), aliases: Iterable[Alias] = ()
) -> AdminList:
    """Return the list that rows of ``code, level, parent, name_en, name_km, vintage`` make."""
    kept = list(rows)
    vintage = kept[0]["vintage"] if kept else ""
    code, level, parent, name_en, name_km = (
        np.array([row[name] for row in kept], dtype=object)
        for name in ("code", "level", "parent", "name_en", "name_km")
    )
    return AdminList(code, level, parent, name_en, name_km, vintage, tuple(former), tuple(aliases))

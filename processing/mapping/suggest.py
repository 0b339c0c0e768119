"""A mapping profile proposed from the names and the values of a table's columns, each line with its reason."""

from __future__ import annotations

import difflib
import json
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from itertools import permutations
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..analysis.errors import LocationError
from ..analysis.khmer import KHMER_DIGITS
from ..i18n import tr
from ..paths import MAPPING_HEADERS
from ..register.schema import RegisterField, load_schema, reference_codes
from .apply import as_texts
from .table_input import SHEETS

if TYPE_CHECKING:
    import numpy as np

    from .table_input import TableInput

SAMPLE = 2000
_LEAST = 0.4
_LIKELY, _CERTAIN = 0.6, 0.85
_KHMER = re.compile("[\u1780-\u17ff]")
_LATIN = re.compile("[A-Za-z]")
_NUMBER = re.compile(r"-?\d+([.,]\d+)?")
_SEPARATORS = re.compile(r"[^0-9a-z\u1780-\u17ff]+")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_PLACE_PARTS = ("latitude", "longitude", "easting", "northing", "both", "wkt")
_UNITS = ("province", "district", "commune")
# Entries of the dictionary of headers that are no fields.
_NO_FIELDS = ("running", "internal")
# Fields with a list whose default says something about a factory that may not be true of it.
_CODED = ("status", "registration_status")
# What share of the rows must have a licence of their own, so that it is the key.
_KEY_SHARE = 0.9
_SHOWN_WORDS = 15
# A number with decimals, minutes or six digits, as coordinates are written and counts mostly are not.
_PRECISE = re.compile(r"^\D{0,3}(?:\d{1,3}[.,]\d{2,}|\d{6,7}(?:[.,]\d+)?|\d{1,3}\s*[°˚ºd: ]\s*\d{1,2})")
_MOST_ABLE = 8
# Between the names of one column; where a line break became a blank, the script changes.
_BETWEEN_NAMES = re.compile(r"[/|()\[\]\r\n]+|(?<=[\u1780-\u17ff])\s+(?=[A-Za-z])|(?<=[A-Za-z.])\s+(?=[\u1780-\u17ff])")
# What a column may be for by its values alone, however it is called: score where all of them fit.
_TELLING = {
    "wkt": 0.9,
    "both": 0.75,
    "latitude": 0.65,
    "longitude": 0.65,
    "easting": 0.65,
    "northing": 0.65,
    "province": 0.65,
    "name_km": 0.45,
    "isic": 0.42,
}


@dataclass(frozen=True)
class Guess:
    """One column for one purpose: how sure, between 0 and 1, and why."""

    column: str
    target: str
    score: float
    why: str

    @property
    def certainty(self) -> str:
        """How sure, in a word."""
        if self.score >= _CERTAIN:
            return tr("certain")
        return tr("likely") if self.score >= _LIKELY else tr("possible")


@dataclass(frozen=True)
class Suggestion:
    """What each column is taken for, the columns left over, and what is known of their values.

    Attributes
    ----------
    table : str
    guesses : dict of target to Guess
        Targets are fields of the register and parts of a place.
    left : dict of column to examples of its values
    texts : dict of column to its values in the sample
    has_geometry : bool
    sheet : str
        Of a spreadsheet, the one that was looked at.
    """

    table: str
    guesses: dict[str, Guess]
    left: dict[str, str]
    texts: dict[str, np.ndarray]
    has_geometry: bool
    sheet: str = ""

    @property
    def lacks(self) -> list[str]:
        """Sentences about what a register needs and no column gives."""
        said = []
        if "isic" not in self.guesses:
            said.append(
                tr("No column holds an activity (isic): rows are rejected until the profile has a default for it.")
            )
        if not any(unit in self.guesses for unit in _UNITS):
            said.append(tr("No column holds a province: rows are rejected until the profile has a default for it."))
        if not self.has_geometry and not any(part in self.guesses for part in _PLACE_PARTS):
            said.append(
                tr(
                    "No column with coordinates was found: new factories will have no point. Name the columns under "
                    "“coordinates” in the profile if there are some. Columns: {names}."
                ).format(names=", ".join(self.texts))
            )
        return said


def suggest(table: TableInput) -> Suggestion:
    """Return what the columns of a table may hold, from their names and its first rows.

    Raises
    ------
    LocationError
        If the table has no rows.
    """
    chunk = next(table.chunks(SAMPLE), None)
    if chunk is None:
        raise LocationError("{what} Nothing can be suggested for it.", what=table.without_rows)
    texts = {name: as_texts(chunk[name].tolist()) for name in table.names}
    guesses = sorted(_guesses(texts), key=lambda guess: -guess.score)
    chosen: dict[str, Guess] = {}
    used: set[str] = set()
    for guess in guesses:
        if guess.target not in chosen and guess.column not in used:
            chosen[guess.target] = guess
            used.add(guess.column)
    _one_place(chosen, table.has_geometry)
    if not table.has_geometry and not any(part in chosen for part in _PLACE_PARTS):
        used = {guess.column for guess in chosen.values()}
        chosen.update(_pair_by_values({name: values for name, values in texts.items() if name not in used}))
    _one_script(chosen, texts)
    used = {guess.column for guess in chosen.values()}
    left = {name: _examples(values) for name, values in texts.items() if name not in used}
    sheet = table.sheet if Path(table.path).suffix.lower() in SHEETS else ""
    return Suggestion(table.name, chosen, left, texts, table.has_geometry, sheet)


def _guesses(texts: dict[str, np.ndarray]) -> Iterable[Guess]:
    tests = _value_tests()
    listed = {one.name for one in load_schema().fields if one.codes}
    for column, values in texts.items():
        present = [value for value in values if value is not None]
        if _named_in("internal", column):
            continue
        by_name = _by_name(column)
        telling, borrowed = _TELLING, ""
        if is_running(column, present):  # as codes of provinces and districts 1 to n look the same
            telling = {}
            by_name.pop("factory_id", None)
        elif all(value.isdigit() and (len(value) == 1 or value[0] != "0") for value in present):
            # Codes of provinces only where the name says so: any small number looks like one.
            telling = {target: score for target, score in _TELLING.items() if target != "province"}
        elif "status" in by_name and "registration_status" not in by_name:  # many lists call both of them so
            borrowed = "registration_status"
            by_name[borrowed] = 0.9 * by_name["status"]
        for target in dict.fromkeys([*by_name, *telling]):
            named = by_name.get(target, 0.0)
            if not present:
                if named >= _LIKELY:
                    yield Guess(column, target, named * 0.5, tr("its name; it is empty"))
                continue
            test, what = tests.get(target, (None, ""))
            share = 1.0 if test is None else test(present)
            score, why = _weighed(target, named, share, test is not None, what)
            if named >= _LIKELY and target in listed and (share or target != borrowed):
                score = max(score, _LEAST)  # its words may be unknown; left out, the default would stand in for it
            if score >= _LEAST:
                yield Guess(column, target, round(score, 2), why)


def _weighed(target: str, named: float, share: float, tested: bool, what: str) -> tuple[float, str]:
    """Return how sure name and values make a target, and the reason."""
    told = tr("{share} of its values {what}").format(share=f"{share:.0%}", what=what) if what else ""
    if named:
        score = named * (0.35 + 0.65 * share) if tested else named * 0.9
        return score, "; ".join(filter(None, (tr("its name"), told)))
    return (_TELLING[target] * share, told) if share >= 0.9 else (0.0, "")


@lru_cache(maxsize=1)
def _dictionary() -> dict[str, dict[str, None]]:
    import yaml

    raw = yaml.safe_load(MAPPING_HEADERS.read_text(encoding="utf-8"))
    known = {target: {_bare(str(name)): None for name in names} for target, names in raw.items() if target != "values"}
    known.update({name: {**known[name], **{n.replace(" ", ""): None for n in known[name]}} for name in _NO_FIELDS})
    for one in load_schema().fields:
        target = {f"{unit}_code": unit for unit in _UNITS}.get(one.name, one.name)
        known.setdefault(target, {}).update({_bare(name): None for name in (one.name, one.title_en, one.title_km)})
    return known


def columns_for(field: str, columns: Sequence[str]) -> list[str]:
    """Return the columns whose name says that they hold a field of the register, the likeliest first."""
    scores = {column: _by_name(column).get(field, 0.0) for column in columns}
    return sorted((column for column in columns if scores[column] >= _LIKELY), key=lambda column: -scores[column])


@lru_cache(maxsize=1)
def _words() -> dict[str, dict[str, str]]:
    """Return for fields with a list the code of each word that lists use, folded."""
    import yaml

    from ..analysis.cells import folded

    raw = yaml.safe_load(MAPPING_HEADERS.read_text(encoding="utf-8"))["values"]
    return {
        field: {
            folded(spelled): code
            for code, words in codes.items()
            for word in words
            for spelled in dict.fromkeys((word, word.replace(" ", "-")))
        }
        for field, codes in raw.items()
    }


def _named_in(entry: str, column: str) -> bool:
    """Return whether all that a column is called, in one language or two, is in an entry of the dictionary."""
    parts = [_bare(part) for part in _parts(column)]
    return all(part in _dictionary()[entry] for part in parts) and any(parts)


def is_running(column: str, present: Sequence[str]) -> bool:
    """Return whether a column numbers the rows: those of another list, or of this one next year, have others.

    Numbers from 0 or 1 without a gap, in any order, are running numbers whatever they are called; where the name says
    so, any whole numbers are.
    """
    digits = [value.translate(KHMER_DIGITS) for value in present]
    if not digits or not all(text.isascii() and text.isdigit() for text in digits):
        return False
    numbers = [int(text) for text in digits]
    steps = sum(b - a == 1 for a, b in zip(numbers, numbers[1:]))
    in_order = numbers[0] in (0, 1) and steps >= 0.9 * (len(numbers) - 1)
    whole = any(sorted(numbers) == list(range(first, first + len(numbers))) for first in (0, 1))
    return in_order or whole or (_named_in("running", column) and len({*numbers}) > 0.5 * len(numbers))


def _bare(name: str) -> str:
    """Return a column's name as words in lower case."""
    plain = _CAMEL.sub(" ", name).lower().replace("\u200b", "").replace("\u17d2\u178a", "\u17d2\u178f")
    return _SEPARATORS.sub(" ", plain).strip()


def _parts(column: str) -> list[str]:
    """Return what a column is called, each of its names by itself: “Lat / Y” is two, “ខេត្ត (Province)” too."""
    return [part for part in _BETWEEN_NAMES.split(column) if _bare(part)]


def _by_name(column: str) -> dict[str, float]:
    """Return how well the name of a column fits each target, as a whole or the best of its parts."""
    found = _by_one_name(column)
    parts = _parts(column)
    for part in parts if len(parts) > 1 else ():
        for target, score in _by_one_name(part).items():
            found[target] = max(found.get(target, 0.0), 0.95 * score)
    return found


def _by_one_name(column: str) -> dict[str, float]:
    bare = _bare(column)
    plain = bare.replace(" ", "")
    found: dict[str, float] = {}
    for target, names in _dictionary().items():
        for name in names if target not in _NO_FIELDS else ():
            if bare == name:
                score = 1.0
            elif plain == name.replace(" ", ""):
                score = 0.95
            elif len(name) > 3 and f" {name} " in f" {bare} ":
                score = 0.5 + 0.4 * len(name) / len(bare)
            elif len(name) > 5 and difflib.SequenceMatcher(None, bare, name).ratio() > 0.88:
                score = 0.75
            else:
                continue
            found[target] = max(found.get(target, 0.0), score)
    return found


# -- values ---------------------------------------------------------------------------------------------


Test = Callable[[Sequence[str]], float]


def _value_tests() -> dict[str, tuple[Test, str]]:
    """Return for each target the share of values that may be one, and what that is called."""
    tests: dict[str, tuple[Test, str]] = {
        "factory_id": (_ids, tr("look like ids, each once")),
        "licence_no": (_distinct, tr("differ")),
        "name_km": (partial(_matching, _KHMER), tr("are Khmer")),
        "name_en": (partial(_matching, _LATIN), tr("have Latin letters")),
        "isic": (_isic, tr("are codes of ISIC")),
        "employees": (partial(_readable, "whole_number"), tr("are whole numbers")),
        "loc_accuracy_m": (partial(_readable, "number"), tr("are numbers")),
        "latitude": (partial(_between, 9.5, 15.0), tr("are latitudes of Cambodia")),
        "longitude": (partial(_between, 102.0, 108.0), tr("are longitudes of Cambodia")),
        "easting": (partial(_between, 150_000.0, 850_000.0), tr("are eastings of UTM zone 48")),
        "northing": (partial(_between, 1_040_000.0, 1_670_000.0), tr("are northings of UTM zone 48")),
        "both": (_coordinates, tr("are coordinates")),
        "wkt": (partial(_matching, re.compile(r"^\s*POINT", re.IGNORECASE)), tr("are points as WKT")),
        "province": (partial(_units, 0), tr("are provinces")),
        "district": (partial(_matching, re.compile(r"[A-Za-z\u1780-\u17ff]|^\d{3,4}$")), tr("may be names or codes")),
        "commune": (partial(_matching, re.compile(r"[A-Za-z\u1780-\u17ff]|^\d{5,6}$")), tr("may be names or codes")),
    }
    for one in load_schema().fields:
        if one.type == "date":
            tests[one.name] = (partial(_readable, "day"), tr("are dates"))
        elif one.codes:
            tests[one.name] = (partial(_listed, one.name), tr("are in the list"))
        elif one.type == "integer":
            tests.setdefault(one.name, (partial(_readable, "whole_number"), tr("are whole numbers")))
    return tests


def _share(values: Sequence[str], fits: Callable[[str], Any]) -> float:
    from ..analysis.cells import NULL_TOKENS, folded

    counted = [value for value in values if folded(value) not in NULL_TOKENS]
    return sum(1 for value in counted if fits(value)) / len(counted) if counted else 0.0


def _matching(pattern: re.Pattern[str], values: Sequence[str]) -> float:
    return _share(values, pattern.search)


def _readable(name: str, values: Sequence[str]) -> float:
    from ..analysis import cells

    read = getattr(cells, name)
    return _share(values, lambda text: _reads(read, text))


def _reads(read: Callable[[str], Any], text: str) -> bool:
    try:
        read(text)
    except LocationError:
        return False
    return True


def _distinct(values: Sequence[str]) -> float:
    from ..analysis.cells import NULL_TOKENS, folded

    counted = [value for value in values if folded(value) not in NULL_TOKENS]
    return len({*counted}) / len(counted) if counted else 0.0


def _ids(values: Sequence[str]) -> float:
    pattern = re.compile(str(load_schema().field("factory_id").pattern))
    return _share(values, pattern.fullmatch) if _distinct(values) > 0.98 else 0.3 * _distinct(values)


def _isic(values: Sequence[str]) -> float:
    known = reference_codes("gazetteer/isic_rev4.csv", "code")
    share = _share(values, lambda text: re.fullmatch("[0-9]{2,5}", text) and text[:4] in known)
    return share if any(len(value) >= 3 for value in values) else 0.5 * share


def _between(low: float, high: float, values: Sequence[str]) -> float:
    from ..analysis.cells import number

    def fits(text: str) -> bool:
        if not _NUMBER.fullmatch(text) or (high < 1000 and not re.search("[.,]", text)):
            return _degrees(low, high, text)
        return _reads(number, text) and low <= number(text) <= high

    return _share(values, fits)


def _degrees(low: float, high: float, text: str) -> bool:
    """Return whether degrees with minutes begin with degrees between bounds."""
    found = re.match(r"\D{0,2}(\d{1,3})\s*[°˚ºd]", text)
    return bool(found and low <= float(found[1]) + 0.99 and float(found[1]) <= high)


def _coordinates(values: Sequence[str]) -> float:
    from ..analysis.coordinates import read_pairs

    some = list(values[:200])
    return sum(error is None for error in read_pairs(some).error) / len(some)


def _units(place: int, values: Sequence[str]) -> float:
    from ..analysis.admin_units import resolve
    from ..gazetteer import load_admin_list

    columns: list[Any] = [None, None, None]
    columns[place] = list(values)
    found = resolve(load_admin_list(), *columns)
    return sum(certainty in ("certain", "likely") for certainty in found.certainty[:, place]) / len(values)


def _listed(name: str, values: Sequence[str]) -> float:
    from .apply import reader
    from .profile import FieldMap

    own = FieldMap(name, values=_words().get(name, {}))
    return _share(values, partial(_reads, reader(load_schema().field(name), own, "en")))


def _examples(values: np.ndarray) -> str:
    some = list(dict.fromkeys(value for value in values if value is not None))[:3]
    return ", ".join(text if len(text) <= 30 else f"{text[:29]}…" for text in some)


def _one_place(chosen: dict[str, Guess], has_geometry: bool) -> None:
    """Keep the surest way to a point, and drop the halves of others."""
    ways = {
        ("latitude", "longitude"): 0.0,
        ("easting", "northing"): 0.0,
        ("both",): 0.0,
        ("wkt",): 0.0,
    }
    for way in ways:
        scores = [chosen[part].score if part in chosen else 0.0 for part in way]
        ways[way] = min(scores)
    best = max(ways, key=lambda way: ways[way])
    keep = () if has_geometry or not ways[best] else best
    for part in _PLACE_PARTS:
        if part not in keep:
            chosen.pop(part, None)


def _pair_by_values(texts: dict[str, np.ndarray]) -> dict[str, Guess]:
    """Return the two columns that make points of Cambodia together, whatever they are called and in whatever mix.

    A column by itself may be too mixed to tell: degrees with signs, metres of the grid, and the two swapped.
    """
    from ..analysis.coordinates import read_pairs

    able = [name for name, values in texts.items() if _matching(_PRECISE, [v for v in values if v is not None]) >= 0.7]
    best: dict[str, Guess] = {}
    for first, second in permutations(able[:_MOST_ABLE], 2):
        rows = [(a, b) for a, b in zip(texts[first], texts[second]) if a is not None and b is not None][:200]
        if not rows:
            continue
        read = read_pairs([a for a, _ in rows], [b for _, b in rows])
        share = sum(error is None for error in read.error) / len(rows)
        # Swapped, the pair is read as well: what the columns are called by is how most rows have it.
        straight = sum(error is None and "swapped" not in notes for error, notes in zip(read.error, read.notes)) / len(
            rows
        )
        score = round(_TELLING["latitude"] * share, 2)
        if share >= 0.8 and straight > 0.5 and score > max((guess.score for guess in best.values()), default=0.0):
            why = tr("{share} of its values {what}").format(share=f"{share:.0%}", what=tr("are coordinates"))
            best = {
                "latitude": Guess(first, "latitude", score, why),
                "longitude": Guess(second, "longitude", score, why),
            }
    return best


def _one_script(chosen: dict[str, Guess], texts: dict[str, np.ndarray]) -> None:
    """A column of names may be called alike in both scripts: its values say which it is."""
    for one, other, script in (("name_en", "name_km", _KHMER), ("name_km", "name_en", _LATIN)):
        guess = chosen.get(one)
        if guess is None or other in chosen:
            continue
        present = [value for value in texts[guess.column] if value is not None]
        own = _LATIN if script is _KHMER else _KHMER
        if present and _matching(script, present) > 0.5 > _matching(own, present):
            chosen[other] = Guess(guess.column, other, guess.score, guess.why)
            del chosen[one]


# -- writing --------------------------------------------------------------------------------------------


def write_profile(found: Suggestion, name: str = "suggested", *, unique: bool = True) -> str:
    """Return the profile as YAML, with the reason beside each line and the columns left over as comments.

    `unique` is whether rows have to be told apart: for an import they have, for comparing two lists they need not.

    Raises
    ------
    LocationError
        If no column tells one row from another.
    """
    key, ids = _key(found, unique)
    lines = [
        "# "
        + tr("Suggested from the names and the first values of the columns of “{table}”.").format(table=found.table),
        "# " + tr("Look at every line before the first import; “possible” ones above all."),
        f"profile: {name}",
        'version: "1"',
        f"title: {{en: {_quoted(tr('Suggested for {table}').format(table=found.table))}}}",
        *([f"source: {{sheet: {_quoted(found.sheet)}}}"] if found.sheet else []),
        f"key: {key[0]}".ljust(40) + f"# {key[1]}",
        *ids,
        "fields:",
        *_field_lines(found),
        *_place_lines(found),
        *_unit_lines(found),
        *_default_lines(found),
    ]
    if found.left:
        lines += ["", "# " + tr("Columns that are not used, with examples:")]
        lines += [
            f"#   {_quoted(column)}: {examples or '–'}".replace("\n", " ") for column, examples in found.left.items()
        ]
    return "\n".join(lines) + "\n"


def write_skeleton(found: Suggestion, name: str, why: str) -> str:
    """Return a profile to fill in, where `write_profile` has none: what was found, and each other column as a comment.

    Parameters
    ----------
    found : Suggestion
    name : str
    why : str
        What is missing, as a sentence.
    """
    guessed = [_lines_of(found, field) for field in load_schema().names if field in found.guesses]
    lines = [
        _comment(why, ""),
        _comment(tr("To be filled in: name the key, and take away the “#” before each line that is right."), ""),
        f"profile: {name}",
        'version: "1"',
        f"title: {{en: {_quoted(tr('Suggested for {table}').format(table=found.table))}}}",
        *([f"source: {{sheet: {_quoted(found.sheet)}}}"] if found.sheet else []),
        "key: licence_no".ljust(40)
        + "# "
        + tr("the field by which a row is found again: {names}").format(names="factory_id, licence_no, …"),
        'ids: {pattern: "KH-{province}-{number}", digits: 5}',
        "fields:",
        *(line for one in guessed for line in one),
        *(f"  # name_en: {_quoted(column)}".ljust(48) + f"  # {examples or '–'}" for column, examples in _left(found)),
        *_place_lines(found),
        *_unit_lines(found),
        *_default_lines(found),
    ]
    fields = ", ".join(load_schema().names)
    return "\n".join([*lines, "", _comment(tr("Fields of the register: {names}").format(names=fields), "")]) + "\n"


def _left(found: Suggestion) -> list[tuple[str, str]]:
    return [(column, examples.replace("\n", " ")) for column, examples in found.left.items()]


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _line(name: str, value: str, guess: Guess, indent: str = "  ") -> str:
    return f"{indent}{name}: {value}".ljust(48) + f"  # {guess.certainty} ({guess.score:.2f}): {guess.why}"


def _key(found: Suggestion, unique: bool = True) -> tuple[tuple[str, str], list[str]]:
    """Return the key with the reason, and the lines about ids."""
    guesses = found.guesses
    given = len(_present(found, "factory_id")) if "factory_id" in guesses else 0
    ids = bool(given) and _ids(_present(found, "factory_id")) > 0.9
    if ids and given == _rows(found):
        return ("factory_id", tr("the factories have ids")), []
    pattern = '"KH-{province}-{number}"' if "province" in guesses else '"KH-{number}"'
    made = [f"ids: {{pattern: {pattern}, digits: 5}}  # " + tr("new factories get the next free number")]
    dropped = None if ids else guesses.pop("factory_id", None)
    if dropped is not None:
        found.left[dropped.column] = _examples(found.texts[dropped.column])
    numbers = [name for name in ("licence_no", "operator_id") if name in guesses and not _runs(found, name)]
    for name in numbers:
        own = len({*_present(found, name)})
        if own == _rows(found):
            return (name, tr("every row has one, and they differ")), made
        if own >= _KEY_SHARE * _rows(found):
            return (name, _mostly_own(own, _rows(found))), made
    if ids:
        return ("factory_id", _mostly_own(given, _rows(found))), []
    for column in _codes(found):
        return ("factory_id", tr("likely: made from the numbers of a column")), _from_column(found, pattern, column)
    names = [name for name in ("name_en", "name_km") if name in guesses]
    for name in names:
        if len(_present(found, name)) == _rows(found) and _distinct(_present(found, name)) == 1.0:
            return (name, tr("possible: the names differ, but may be spelled otherwise next time")), made
    for name in numbers:
        if _distinct(_present(found, name)) >= 0.5:
            told = tr("possible: most rows have one of their own; a row that repeats one is rejected")
            return (name, told), made
    for column in _runners(found):
        told = tr(
            "possible: a running number. Numbered anew, or in another list, it means another factory, and that one "
            "would be overwritten. Name a licence number or an id instead if there is one"
        )
        return ("factory_id", told), _from_column(found, pattern, column)
    repeated = next((name for name in (*numbers, *names) if name in guesses), "")
    if repeated and not unique:
        return (repeated, tr("not every row has one of its own")), made
    raise LocationError(
        "No column of “{table}” tells one row from another (an id, a licence number, a running number). Add one, or "
        "write a profile that names the key. Its columns: {names}.",
        table=found.table,
        names=", ".join(found.texts),
    )


def _mostly_own(own: int, rows: int) -> str:
    return tr("{own} of {rows} rows have one of their own; a row without one, or that repeats one, is rejected").format(
        own=own, rows=rows
    )


def _runs(found: Suggestion, target: str) -> bool:
    return is_running(found.guesses[target].column, _present(found, target))


def _from_column(found: Suggestion, pattern: str, column: str) -> list[str]:
    """Return the line that makes ids of the numbers of a column."""
    found.left.pop(column, None)
    return [
        f"ids: {{pattern: {pattern}, number: {_quoted(column)}, digits: 5}}  # " + tr("they differ in every row"),
    ]


def _numbers_of_rows(found: Suggestion) -> list[str]:
    """Return the columns, not used for anything else, that have a whole number of its own in every row."""
    found_in = []
    for column in found.left:
        values = found.texts[column].tolist()
        digits = [value.translate(KHMER_DIGITS) for value in values if value is not None]
        if len(digits) == len(values) == len({*digits}) and all(text.isascii() and text.isdigit() for text in digits):
            found_in.append(column)
    return found_in


def _codes(found: Suggestion) -> list[str]:
    """Return the columns with a number of its own in every row whose name says that it is a code."""
    named = re.compile(r"(?:^|\s)(?:\w*id|\w*code?|no|nr|number|key|លេខកូដ|លេខសម្គាល់)(?:$|\s)")
    return [
        column
        for column in _numbers_of_rows(found)
        if named.search(_bare(column))
        and not _named_in("internal", column)
        and not is_running(column, found.texts[column].tolist())
    ]


def _runners(found: Suggestion) -> list[str]:
    """Return the other columns with a number of its own in every row, those of a database last."""
    return sorted(_numbers_of_rows(found), key=lambda column: _named_in("internal", column))


def _present(found: Suggestion, target: str) -> list[str]:
    """Return the values of the column of a target, words for nothing left out."""
    from ..analysis.cells import NULL_TOKENS, folded

    values = found.texts[found.guesses[target].column]
    return [value for value in values if value is not None and folded(value) not in NULL_TOKENS]


def _rows(found: Suggestion) -> int:
    return len(next(iter(found.texts.values())))


def _field_lines(found: Suggestion) -> list[str]:
    lines = []
    names = [name for name in load_schema().names if name in found.guesses]
    for name in names:
        lines += _lines_of(found, name)
    if not lines:
        raise LocationError(
            "No column of “{table}” looks like a field of the register. Its columns: {names}.",
            table=found.table,
            names=", ".join(found.texts),
        )
    return lines


def _lines_of(found: Suggestion, name: str) -> list[str]:
    """Return the lines of one field, with what its words stand for and those that nobody knows."""
    guess, known = found.guesses[name], load_schema().field(name)
    meant, unread = _sorted_words(found, name)
    value = _quoted(guess.column)
    utc = known.type == "date" and any(map(_in_utc, _present(found, name)))
    # An unknown word must not become the default: “closed” in a word of its own would be functional.
    extra = ["wrong: empty"] if unread and name not in _CODED else []
    extra += ["utc: local day"] if utc else []
    if not meant and not (known.codes and unread):
        lines = [_line(name, f"{{from: {', '.join([value, *extra])}}}" if extra else value, guess)]
        return lines + ([_comment(_told_unread(known, unread))] if unread else [])
    lines = [_line(name, "", guess), f"    from: {value}", *(f"    {entry}" for entry in extra)]
    hidden = "" if meant else "# "
    lines.append(f"    {hidden}values:")
    lines += [f"      {_quoted(text)}: {code}" for text, code in meant.items()]
    if unread:
        what = tr("rows with these are rejected") if name in _CODED else tr("left empty")
        lines.append(
            _comment(
                tr("not understood ({what}); give each its code, one of {codes}, and take away the “#”:").format(
                    what=what, codes=", ".join(known.codes)
                ),
                "      ",
            )
        )
        lines += [f"      # {_quoted(text)}:" for text in unread[:_SHOWN_WORDS]]
        if len(unread) > _SHOWN_WORDS:
            lines.append(_comment(tr("and {count} more").format(count=len(unread) - _SHOWN_WORDS), "      "))
    return lines


def _comment(text: str, indent: str = "    ") -> str:
    return f"{indent}# {text}".replace("\n", " ")


def _told_unread(known: RegisterField, unread: Sequence[str]) -> str:
    """Say of a field without a list which values it cannot take, and what to do."""
    from ..analysis.cells import is_year

    some = ", ".join(f"“{text if len(text) <= 40 else text[:39] + '…'}”" for text in unread[:4])
    if known.type != "date":
        return tr("not understood: {examples}; give them under “values”, or they are left empty").format(examples=some)
    told = tr("not understood: {examples}; they are left empty").format(examples=some)
    if any(map(is_year, unread)):
        told += "; " + tr("“year: first” takes a year alone as its first day, “year: last” as its last")
    return told


def _in_utc(text: str) -> bool:
    from ..analysis.cells import in_utc

    return in_utc(text)


def _sorted_words(found: Suggestion, name: str) -> tuple[dict[str, str], list[str]]:
    """Return the code of each word that only the dictionary knows, and the values that nobody knows."""
    from ..analysis.cells import NULL_TOKENS, folded
    from .apply import reader
    from .profile import FieldMap

    if name == "factory_id":
        return {}, []
    read, words = reader(load_schema().field(name), FieldMap(name), "en"), _words().get(name, {})
    unread = [
        text
        for text in dict.fromkeys(_present(found, name))
        if folded(text) not in NULL_TOKENS and not _reads(read, text)
    ]
    meant: dict[str, str] = {}
    for text in unread:
        if folded(text) in words and folded(text) not in map(folded, meant):
            meant[text] = words[folded(text)]
    return meant, [text for text in unread if folded(text) not in words]


def _place_lines(found: Suggestion) -> list[str]:
    guesses = found.guesses
    if found.has_geometry:
        return ["coordinates:", "  geometry: true".ljust(48) + "  # " + tr("the rows have a geometry")]
    for first, second, order, datum in (
        ("latitude", "longitude", "lat_lon", "EPSG:4326"),
        ("easting", "northing", "x_y", "EPSG:32648"),
    ):
        if first in guesses and second in guesses:
            return [
                "coordinates:",
                _line("first", _quoted(guesses[first].column), guesses[first]),
                _line("second", _quoted(guesses[second].column), guesses[second]),
                f"  order: {order}",
                f"  datum: {datum}".ljust(48)
                + "  # "
                + tr("check: older maps are in Indian 1960 (EPSG:4131, EPSG:3148)"),
            ]
    for part in ("both", "wkt"):
        if part in guesses:
            return ["coordinates:", _line(part, _quoted(guesses[part].column), guesses[part]), "  datum: EPSG:4326"]
    return ["# " + tr("No column with coordinates was found: factories will have no point.")]


def _unit_lines(found: Suggestion) -> list[str]:
    units = [unit for unit in _UNITS if unit in found.guesses]
    if not units:
        return []
    return ["admin:", *(_line(unit, _quoted(found.guesses[unit].column), found.guesses[unit]) for unit in units)]


def _default_lines(found: Suggestion) -> list[str]:
    check = tr("check: for new factories where the source has none")
    known = {"registration_status": "registered", "status": "functional", "loc_method": "unknown"}
    lines = [f"  {name}: {value}".ljust(48) + f"  # {check}" for name, value in known.items()]
    if "isic" not in found.guesses:
        told = tr("needed: no column holds an activity; name the one of all factories, or rows are rejected")
        lines.append('  # isic: "1410"'.ljust(48) + f"  # {told}")
    if not any(unit in found.guesses for unit in _UNITS):
        told = tr("needed: no column holds a province; name the one of all factories, or rows are rejected")
        lines.append('  # province_code: "12"'.ljust(48) + f"  # {told}")
    return ["defaults:", *lines]

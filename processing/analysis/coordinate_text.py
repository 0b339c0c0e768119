"""The text of a coordinate: one spelling of signs and words, and the numbers that it may hold.

`coordinates` joins two such numbers and judges them; nothing here knows where Cambodia lies.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Iterator
from typing import Any, NamedTuple

from .errors import LocationError

# Datum of degrees -> of UTM metres. Either names the pair.
FAMILIES = {"EPSG:4326": "EPSG:32648", "EPSG:4131": "EPSG:3148"}
DATUM_NAMES = {"EPSG:4326": "WGS 84", "EPSG:4131": "Indian 1960"}
# Error in metres that the pinned operation from a datum adds.
DATUM_ERROR_M = {"EPSG:4131": 44.0, "EPSG:3148": 44.0}
# Digits that tell a place better than this say nothing about how well it is known: beside what the source says of its
# accuracy, and alone. Ten metres is about as well as anybody finds a factory without saying how.
FINE_M, FINE_ALONE_M = 1.0, 10.0
_LONGEST = 200  # characters: no coordinate is longer

# What stands for "there is none" in the registers and exports seen; a lone 0 is not among them.
NULL_TOKENS = frozenset(
    (
        *("not found", "notfound", "not available", "not applicable", "unknown", "unk", "tbd"),
        *("no data", "nodata", "no gps", "none", "null", "nil", "nan", "<na>", "inconnu", "inconnue", "néant"),
        *("n/a", "na", "n.a.", "n.a", "#n/a", "#value!", "#ref!", "-", "--", "---", "–", "—", "?", ".", "x"),
        *("គ្មាន", "មិនមាន", "មិនដឹង", "មិនស្គាល់", "គ្មានទិន្នន័យ"),
    )
)


class CoordinateError(LocationError):
    """A text that is no coordinate, or more than one.

    Attributes
    ----------
    reason : str
        Machine word: ``empty``, ``null_token``, ``not_understood``, ``ambiguous``, ``outside``, ``zero``, ``sixty``,
        ``contradiction``, ``datum``, ``zone``, ``link``.
    """

    def __init__(self, template: str, *, reason: str, **values: object) -> None:
        super().__init__(template, **values)
        self.reason = reason


class Half(NamedTuple):
    """One number of a coordinate: degrees or metres."""

    value: float
    kind: str
    axis: str  # "lat", "lon" or "" where the text does not say
    place: float  # of the last written digit, in degrees or metres
    notes: tuple[str, ...]
    signed: bool  # a letter or sign gives the hemisphere


class Cell(NamedTuple):
    """A text in one spelling of signs, and what it said besides its numbers."""

    text: str
    notes: tuple[str, ...]
    datum: str  # degrees datum named in the text, or ""
    utm_only: bool
    other: Cell | None = None  # the same text read with a zone in it
    signs: str = ""  # before words became signs: squares of the grid are named in letters


def known_to(stated_m: float, resolution_m: float, datum: str) -> float:
    """Return the radius in metres that the accuracy stated, the digits and the datum of one coordinate leave.

    Parameters
    ----------
    stated_m : float
        0 where nothing is stated, or the place is exact.
    resolution_m : float
        Half of the place of the last written digit. Digits are a lower bound: fine ones say how a number was printed,
        not how a place was found.
    datum : str
        What the numbers were in.
    """
    shift = DATUM_ERROR_M.get(datum, 0.0)
    least = FINE_ALONE_M if shift == 0.0 and stated_m == 0.0 else FINE_M
    return math.sqrt(stated_m**2 + shift**2 + (resolution_m**2 if resolution_m >= least else 0.0))


# -- one spelling of signs ----------------------------------------------------------------------------

_SIGNS = {
    **dict(zip("០១២៣៤៥៦៧៨៩", "0123456789")),
    **dict.fromkeys("ºᵒ˚⁰∘", "°"),
    **dict.fromkeys("′’‘ʹʼ´`ˈ‛‵", "'"),
    **dict.fromkeys("″”“ʺ„‟‶˝", '"'),
    **dict.fromkeys("−–—‒﹣‐‑", "-"),
    **dict.fromkeys("\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000", " "),
    **dict.fromkeys("\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u202a\u202c\u202d\u00ad"),
    **dict.fromkeys("()[]{}<>", " "),
    **dict.fromkeys("\n\r\t|&", ";"),
    "~": "?",  # marks resolution below, and is no sign of a coordinate
    "៖": ":",
    "។": " ",
    "、": ",",
    "。": ".",
    "·": ".",
}
_TABLE = str.maketrans(_SIGNS)
_KHMER_DIGIT = re.compile("[០-៩]")
_KHMER = re.compile("[\u1780-\u17ff]")
_KHMER_SIGNS = {
    "រយៈទទឹង": " LAT ",
    "រយ:ទទឹង": " LAT ",
    "ទទឹង": " LAT ",
    "រយៈបណ្តោយ": " LON ",
    "រយៈបណ្ដោយ": " LON ",
    "បណ្តោយ": " LON ",
    "បណ្ដោយ": " LON ",
    "ទិស": "",
    "ខាង": "",
    "ជើង": "N",
    "ត្បូង": "S",
    "កើត": "E",
    "លិច": "W",
    "អង្សា": "°",
    "ដឺក្រេ": "°",
    "វិនាទី": '"',
    "នាទី": "'",
    "ម៉ែត្រ": "M",
    "និង": ";",
    "តំបន់": " ZONE ",
}
_KHMER_WORD = re.compile("|".join(sorted(_KHMER_SIGNS, key=len, reverse=True)))
# Words -> signs: N S E W; L, G for latitude, longitude; X, Y for easting, northing; M stays minutes or metres.
_WORD_SIGNS = {
    **dict.fromkeys(("N", "NORTH", "NORD", "NORTHERN", "NOR"), "N"),
    **dict.fromkeys(("S", "SOUTH", "SUD", "SOUTHERN"), "S"),
    **dict.fromkeys(("E", "EAST", "EST", "EASTERN"), "E"),
    **dict.fromkeys(("W", "WEST", "OUEST", "WESTERN"), "W"),
    **dict.fromkeys(("LAT", "LATITUDE", "LATTITUDE", "LATITUD"), "L"),
    **dict.fromkeys(("LON", "LONG", "LNG", "LONGITUDE", "LONGTITUDE", "LONGITUD"), "G"),
    **dict.fromkeys(("X", "EASTING", "EASTINGS", "UTMX", "XUTM"), "X"),
    **dict.fromkeys(("Y", "NORTHING", "NORTHINGS", "UTMY", "YUTM"), "Y"),
    **dict.fromkeys(("D", "DEG", "DEGS", "DEGREE", "DEGREES", "DEGRE", "DEGRES", "DEGRÉ", "DEGRÉS"), "°"),
    **dict.fromkeys(("MIN", "MINS", "MINUTE", "MINUTES"), "'"),
    **dict.fromkeys(("SEC", "SECS", "SECOND", "SECONDS", "SECONDE", "SECONDES"), '"'),
    **dict.fromkeys(("M", "METRE", "METRES", "METER", "METERS"), "M"),
    **dict.fromkeys(("AND", "ET"), ";"),
    **dict.fromkeys(("GPS", "UTM", "COORDINATE", "COORDINATES", "COORD", "COORDS", "POINT", "LATLON", "LATLONG"), " "),
    "ME": "M E",
    "MN": "M N",
    "SN": '"N',
    "SE": '"E',
    "SS": '"S',
    "SW": '"W',
    "DN": "°N",
    "DE": "°E",
}
_WORD = re.compile("[A-ZÀ-Ý]+")
_OPEN_CIRCLE = re.compile("(?<=[0-9])O(?= *[0-9])")  # the letter o typed for a degree sign
_SECONDS = re.compile("(M *[0-9]{1,2}(?:[.,][0-9]+)?) *S")  # 33m22s: seconds, not south
# As spreadsheets write large numbers: one digit before the point. Anything longer is a number and E for east.
_SCIENTIFIC = re.compile(r"(?<![0-9.])([1-9])(?:[.,]([0-9]+))?E(?:\+0?([0-6])|0?([56]))(?![0-9.])")
_DATUM_WORD = re.compile(r"\b(?:(WGS[ _-]*(?:19)?84)|(INDIAN[ _-]*(?:19)?60)|EPSG *: *([0-9]+))\b")
_ZONE_WORD = re.compile(r"(?:\bUTM\b[ :/]*|\bZONE\b[ :]*|\bFUSEAU\b[ :]*)+([0-9]{1,2}) *([A-Z]?)\b(?![.,°'][0-9])")
_ZONE_ALONE = re.compile(r"^ *([0-9]{2}) ?([NPQ])\b[ ,;:]*|[ ,;]+([0-9]{2}) ?([NPQ]) *$")


def read_signs(text: str) -> Cell:
    """Bring a text to one spelling of signs; raises `CoordinateError` where there is nothing to read."""
    stripped = text.strip()
    if not stripped:
        raise CoordinateError("There is no coordinate: the text is empty.", reason="empty")
    if stripped.lower() in NULL_TOKENS:
        raise CoordinateError(
            "There is no coordinate: “{text}” stands for a missing value.", reason="null_token", text=stripped
        )
    if len(stripped) > _LONGEST:
        raise not_understood(text)
    notes: list[str] = []
    if len(stripped) > 2 and stripped[0] == stripped[-1] == '"':
        stripped = stripped[1:-1].strip()  # quoted as in a CSV file
    if stripped[:1] in ("'", "’", "‘") and len(stripped) > 1:
        stripped = stripped[1:]
        notes.append("apostrophe")
    if _KHMER_DIGIT.search(stripped):
        notes.append("khmer_digits")
    signs = stripped.translate(_TABLE)
    if not signs.isascii():
        signs = unicodedata.normalize("NFKC", signs).translate(_TABLE)
    signs = signs.upper()
    if _KHMER.search(signs):
        signs = _KHMER_WORD.sub(lambda found: _KHMER_SIGNS[found.group()], signs)
    if "''" in signs:
        signs = signs.replace("''", '"')
    datum = ""
    if "WGS" in signs or "INDIAN" in signs or "EPSG" in signs:
        signs, datum = _without_datum(signs, text)
    return _with_zones(signs, tuple(notes), datum, text)


def _with_zones(signs: str, notes: tuple[str, ...], datum: str, text: str) -> Cell:
    found = _ZONE_WORD.search(signs) if "UTM" in signs or "ZONE" in signs or "FUSEAU" in signs else None
    if found:
        check_zone(found.group(1), found.group(2), text)
        rest = f"{signs[: found.start()]} {signs[found.end() :]}".strip(" ,;:")
        return Cell(_words(rest), (*notes, "zone_text"), datum, True)
    plain = _words(signs)
    found = _ZONE_ALONE.search(signs)
    if found is None:
        return Cell(plain, notes, datum, False, signs=signs)
    rest = f"{signs[: found.start()]} {signs[found.end() :]}".strip(" ,;:")
    zone = Cell(_words(rest), (*notes, f"zone:{found.group(1) or found.group(3)}"), datum, True)
    return Cell(plain, notes, datum, False, zone, signs)


def _words(signs: str) -> str:
    """Replace words by signs; a word nobody knows becomes a question mark, which no pattern reads."""
    if "O" in signs:
        signs = _OPEN_CIRCLE.sub("°", signs)
    if "E" in signs:
        signs = _SCIENTIFIC.sub(_plain_digits, signs)
    signs = _WORD.sub(lambda found: _WORD_SIGNS.get(found.group(), "?"), signs)
    if "M" in signs:
        signs = _SECONDS.sub(r'\1"', signs)
    return signs.strip(" ,;:")


def _plain_digits(found: re.Match[str]) -> str:
    """Write a number in scientific notation out; `~` and the number of digits it hides mark its resolution."""
    whole, decimals, exponent = found.group(1), found.group(2) or "", int(found.group(3) or found.group(4))
    if len(decimals) > exponent:
        return f"{whole}{decimals[:exponent]}.{decimals[exponent:]}~0"
    return f"{whole}{decimals}{'0' * (exponent - len(decimals))}~{exponent - len(decimals)}"


def _without_datum(signs: str, text: str) -> tuple[str, str]:
    named: set[str] = set()
    for found in _DATUM_WORD.finditer(signs):
        wgs, indian, code = found.groups()
        named.add("EPSG:4326" if wgs else "EPSG:4131" if indian else family_of(f"EPSG:{code}", text))
    if len(named) > 1:
        raise CoordinateError("“{text}” names two datums. Keep the one it is in.", reason="contradiction", text=text)
    return _DATUM_WORD.sub(" ", signs).strip(" ,;:/"), named.pop() if named else ""


def check_zone(number: str, letter: str, text: str) -> None:
    """Refuse a UTM zone other than 48N; 48P is the same zone with its band."""
    if int(number) != 48 or letter not in ("", "N", "P"):
        raise CoordinateError(
            "“{text}” names UTM zone {zone}. Only zone 48N is read, in which all of Cambodia lies. Check the zone, or "
            "reproject the coordinate to EPSG:32648.",
            reason="zone",
            text=text,
            zone=f"{number}{letter}",
        )


def family_of(datum: str, text: str = "") -> str:
    """Return the CRS of degrees of the pair that `datum` belongs to."""
    wanted = str(datum).strip().upper()
    for degrees, metres in FAMILIES.items():
        if wanted in (degrees, metres):
            return degrees
    raise CoordinateError(
        "The datum {datum} is not read. Choose EPSG:4326 or EPSG:32648 for WGS 84, EPSG:4131 or EPSG:3148 for "
        "Indian 1960.",
        reason="datum",
        datum=datum,
    )


# -- one number ---------------------------------------------------------------------------------------

_HALF = re.compile(
    r"""
    (?P<label>[LGXY]?)[ ]*[.:=]*[ ]*
    (?P<before>[NSEW]?)[ ]*[.:=]*[ ]*
    (?P<sign>[+-]?)[ ]*
    (?:
        (?P<degrees>[0-9]{1,3})
        (?P<first>[ ]*[°:][ ]*|[ ]+|-)
        (?P<minutes>[0-9]{1,3})
        (?:
            (?P<minute_decimals>[.,][0-9]+)?[ ]*['M]?
          | (?P<second>[ ]*[':M][ ]*|[ ]+|-)
            (?P<seconds>[0-9]{1,3})(?P<second_decimals>[.,][0-9]+)?[ ]*"?
        )
      | (?P<number>[0-9]+)(?P<decimals>[.,][0-9]*)?(?P<hidden>~[0-9])?[ ]*°?(?P<metres>M?)
    )
    [ ]*(?P<after>[NSEW]?)
    """,
    re.VERBOSE,
)
GROUPED = re.compile(
    r"(?P<label>[LGXY]?) *[.:=]* *(?P<before>[NE]?) *[.:=]* *(?P<number>[0-9]{1,3}(?P<group>[ ,.'_])[0-9]{3}"
    r"(?:(?P=group)[0-9]{3})*)(?P<decimals>[.,][0-9]+)? *M? *(?P<after>[NE]?)"
)
_AXES = {"N": "lat", "S": "lat", "L": "lat", "Y": "lat", "E": "lon", "W": "lon", "G": "lon", "X": "lon", "": ""}


def numbers_of(text: str) -> list[Half]:
    """Return every reading of one number in canonical signs; an empty list where there is none."""
    found = GROUPED.fullmatch(text) if len(text) > 5 else None
    readings = [] if found is None else list(_grouped(found))
    found = _HALF.fullmatch(text)
    if found is not None:
        try:
            readings.append(_degrees_or_metres(found, text))
        except CoordinateError:
            if not readings:
                raise
    return readings


def _axis(label: str, before: str, after: str, text: str) -> tuple[str, str]:
    """Return the axis and the hemisphere's letter."""
    if before and after and before != after:
        raise CoordinateError(
            "“{text}” names two hemispheres. Keep the right one.", reason="contradiction", text=_shown(text)
        )
    letter = before or after
    axis = _AXES[letter] or _AXES[label]
    if letter and label and _AXES[label] != axis:
        raise CoordinateError(
            "“{text}” is called a latitude and a longitude at once. Keep the right one.",
            reason="contradiction",
            text=_shown(text),
        )
    return axis, letter


def _degrees_or_metres(found: re.Match[str], text: str) -> Half:
    part = found.groupdict()
    axis, letter = _axis(part["label"], part["before"], part["after"], text)
    notes: list[str] = []
    if part["degrees"] is None:
        value, kind, place = _number(part, notes)
    else:
        value, kind, place = _sixtieths(part, notes, text)
    negative = part["sign"] == "-"
    if negative and letter:
        raise CoordinateError(
            "“{text}” has a minus sign and a hemisphere's letter. Keep one of them.",
            reason="contradiction",
            text=_shown(text),
        )
    if negative or letter in ("S", "W"):
        value = -value
    return Half(value, kind, axis, place, tuple(notes), bool(letter or part["sign"]))


def _number(part: dict[str, Any], notes: list[str]) -> tuple[float, str, float]:
    whole, decimals = part["number"], part["decimals"] or ""
    if decimals.startswith(","):
        notes.append("comma_decimal")
    if decimals == ".0":
        notes.append("trailing_zero")  # a spreadsheet's: it says nothing of how finely the number is known
        decimals = ""
    value = float(f"{whole}.{decimals[1:] or '0'}") if len(whole) < 16 else math.inf
    place = 10.0 ** -(len(decimals) - 1) if len(decimals) > 1 else 1.0
    if part["hidden"]:
        notes.append("scientific")
        place = place * 10.0 ** int(part["hidden"][1:])
    return value, "utm" if len(whole) > 3 or part["metres"] else "dd", place


def _sixtieths(part: dict[str, Any], notes: list[str], text: str) -> tuple[float, str, float]:
    minutes = float(part["minutes"])
    if part["second"] is None:
        decimals, kind, unit = part["minute_decimals"] or "", "dm", 60.0
        minutes = float(f"{part['minutes']}.{decimals[1:] or '0'}")
        seconds = 0.0
    else:
        decimals, kind, unit = part["second_decimals"] or "", "dms", 3600.0
        seconds = float(f"{part['seconds']}.{decimals[1:] or '0'}")
    if minutes >= 60 or seconds >= 60:
        raise CoordinateError(
            "“{text}” has {minutes} minutes and {seconds} seconds; both must be less than 60.",
            reason="sixty",
            text=_shown(text),
            minutes=f"{minutes:g}",
            seconds=f"{seconds:g}",
        )
    if decimals.startswith(","):
        notes.append("comma_decimal")
    place = 10.0 ** -max(len(decimals) - 1, 0) / unit
    # In whole numbers as long as possible: 30 minutes are half a degree exactly.
    return float(part["degrees"]) + (minutes * 60 + seconds) / 3600, kind, place


def _grouped(found: re.Match[str]) -> Iterator[Half]:
    """Yield a number with thousands separators: metres."""
    decimals, group = found.group("decimals") or "", found.group("group")
    if decimals.startswith(group):
        return
    label, before, after = found.group("label", "before", "after")
    if before and after:
        return
    notes = ("thousands", "comma_decimal") if decimals.startswith(",") else ("thousands",)
    digits = found.group("number").replace(group, "")
    value = float(f"{digits}.{decimals[1:] or '0'}") if len(digits) < 16 else math.inf
    place = 10.0 ** -max(len(decimals) - 1, 0)
    yield Half(value, "utm", _AXES[before or after] or _AXES[label], place, notes, bool(before or after))


def _shown(text: str) -> str:
    return re.sub("~[0-9]", "", text).strip()


def not_understood(text: str) -> CoordinateError:
    """Return the refusal of a text that nothing here reads."""
    shown = text.strip()
    shown = shown if len(shown) <= 60 else f"{shown[:59]}…"
    return CoordinateError(
        "“{text}” is not understood as a coordinate. Write latitude and longitude as 11.5564, 104.9282 or "
        "11°33'23\"N 104°55'42\"E, or UTM zone 48N metres as 491234 1278450.",
        reason="not_understood",
        text=shown,
    )

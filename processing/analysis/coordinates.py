"""Coordinates as people write them: decimals, degrees and minutes in any spelling, UTM metres, in either datum.

Every text is read in all the ways it can be read. What lies outside `DOMAIN` is no reading; where more than one is
left, or none, the text is refused with a sentence that says so. Nothing is guessed: another UTM zone, degrees and
minutes packed into a decimal, a dropped digit are for `check_coordinates`, which proposes and lets a person decide.

The ranges of latitude and longitude, and of eastings and northings, do not overlap in Cambodia: which number is which
is seen from the numbers, whatever the columns are called.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np
import pandas as pd

from .crs import operation
from .errors import LocationError

# West, south, east, north in degrees of WGS 84: Cambodia with its outer islands and a margin for border surveys. UTM
# zone 48N is as wide.
DOMAIN = (102.0, 9.5, 108.0, 15.0)
STYLES = ("dd", "dms", "dm", "utm")
ORDERS = ("lat_lon", "lon_lat", "x_y")

# Datum of degrees -> of UTM metres. Either names the pair.
_FAMILIES = {"EPSG:4326": "EPSG:32648", "EPSG:4131": "EPSG:3148"}
_DATUM_NAMES = {"EPSG:4326": "WGS 84", "EPSG:4131": "Indian 1960"}
# Metres that eastings and northings of the domain lie between, in either datum, rounded outwards.
_EASTING, _NORTHING = (150_000.0, 850_000.0), (1_040_000.0, 1_670_000.0)
# No datum here moves a point by more (degrees).
_SHIFT_DEG = 0.01
_M_PER_DEG = 111_320.0
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
        ``contradiction``, ``datum``, ``zone``.
    """

    def __init__(self, template: str, *, reason: str, **values: object) -> None:
        super().__init__(template, **values)
        self.reason = reason


@dataclass(frozen=True)
class Reading:
    """One interpretation of a text.

    Attributes
    ----------
    lon, lat : float
        Degrees of WGS 84; the datum shift is already applied.
    kind : str
        ``dd`` decimal degrees, ``dms`` degrees, minutes, seconds, ``dm`` degrees and decimal minutes, ``utm`` metres.
        Where the two numbers differ, the finer kind.
    datum : str
        What the numbers were in: EPSG:4326, EPSG:32648, EPSG:4131 or EPSG:3148.
    resolution_m : float
        Half of the place of the last written digit, in metres: the larger of the two axes.
    notes : tuple of str
        Machine words: ``swapped``, ``khmer_digits``, ``comma_decimal``, ``hemisphere_from_range``, ``thousands``,
        ``scientific``, ``trailing_zero``, ``apostrophe``, ``zone_text``.
    """

    lon: float
    lat: float
    kind: str
    datum: str
    resolution_m: float
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class ReadPairs:
    """What `read_pairs` returns: arrays of one entry a row.

    Attributes
    ----------
    lon, lat, resolution_m : (n,) float arrays
        NaN where the row was refused.
    kind, datum, reason : (n,) object arrays of str or None
        `reason` is the machine word of the refusal, None where a point was read.
    notes : (n,) object array of tuples of str
    error : (n,) object array of (template, values) or None
        The sentence of the refusal, as a `CoordinateError` holds it.
    """

    lon: np.ndarray
    lat: np.ndarray
    resolution_m: np.ndarray
    kind: np.ndarray
    datum: np.ndarray
    notes: np.ndarray
    error: np.ndarray
    reason: np.ndarray


class _Half(NamedTuple):
    """One number of a coordinate: degrees or metres."""

    value: float
    kind: str
    axis: str  # "lat", "lon" or "" where the text does not say
    place: float  # of the last written digit, in degrees or metres
    notes: tuple[str, ...]
    signed: bool  # a letter or sign gives the hemisphere


class _Pair(NamedTuple):
    """Two numbers that fit each other, before the datum shift."""

    x: float
    y: float
    kind: str
    place: float
    notes: tuple[str, ...]


class _Cell(NamedTuple):
    """A text in one spelling of signs, and what it said besides its numbers."""

    text: str
    notes: tuple[str, ...]
    datum: str  # degrees datum named in the text, or ""
    utm_only: bool
    other: _Cell | None = None  # the same text read with a zone in it


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


def _cell(text: str) -> _Cell:
    """Bring a text to one spelling of signs; raises `CoordinateError` where there is nothing to read."""
    stripped = text.strip()
    if not stripped:
        raise CoordinateError("There is no coordinate: the text is empty.", reason="empty")
    if stripped.lower() in NULL_TOKENS:
        raise CoordinateError(
            "There is no coordinate: “{text}” stands for a missing value.", reason="null_token", text=stripped
        )
    if len(stripped) > _LONGEST:
        raise _not_understood(text)
    notes: list[str] = []
    if stripped[0] in "'’‘" and len(stripped) > 1:
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


def _with_zones(signs: str, notes: tuple[str, ...], datum: str, text: str) -> _Cell:
    found = _ZONE_WORD.search(signs) if "UTM" in signs or "ZONE" in signs or "FUSEAU" in signs else None
    if found:
        _check_zone(found.group(1), found.group(2), text)
        rest = f"{signs[: found.start()]} {signs[found.end() :]}".strip(" ,;:")
        return _Cell(_words(rest), (*notes, "zone_text"), datum, True)
    plain = _words(signs)
    found = _ZONE_ALONE.search(signs)
    if found is None:
        return _Cell(plain, notes, datum, False)
    rest = f"{signs[: found.start()]} {signs[found.end() :]}".strip(" ,;:")
    zone = _Cell(_words(rest), (*notes, f"zone:{found.group(1) or found.group(3)}"), datum, True)
    return _Cell(plain, notes, datum, False, zone)


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
        named.add("EPSG:4326" if wgs else "EPSG:4131" if indian else _family(f"EPSG:{code}", text))
    if len(named) > 1:
        raise CoordinateError("“{text}” names two datums. Keep the one it is in.", reason="contradiction", text=text)
    return _DATUM_WORD.sub(" ", signs).strip(" ,;:/"), named.pop() if named else ""


def _check_zone(number: str, letter: str, text: str) -> None:
    if int(number) != 48 or letter not in ("", "N", "P"):
        raise CoordinateError(
            "“{text}” names UTM zone {zone}. Only zone 48N is read, in which all of Cambodia lies. Check the zone, or "
            "reproject the coordinate to EPSG:32648.",
            reason="zone",
            text=text,
            zone=f"{number}{letter}",
        )


def _family(datum: str, text: str = "") -> str:
    """Return the CRS of degrees of the pair that `datum` belongs to."""
    wanted = str(datum).strip().upper()
    for degrees, metres in _FAMILIES.items():
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
_GROUPED = re.compile(
    r"(?P<label>[LGXY]?) *[.:=]* *(?P<before>[NE]?) *[.:=]* *(?P<number>[0-9]{1,3}(?P<group>[ ,.'_])[0-9]{3}"
    r"(?:(?P=group)[0-9]{3})*)(?P<decimals>[.,][0-9]+)? *M? *(?P<after>[NE]?)"
)
_AXES = {"N": "lat", "S": "lat", "L": "lat", "Y": "lat", "E": "lon", "W": "lon", "G": "lon", "X": "lon", "": ""}


def _halves(text: str) -> list[_Half]:
    """Return every reading of one number in canonical signs; an empty list where there is none."""
    found = _GROUPED.fullmatch(text) if len(text) > 5 else None
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


def _degrees_or_metres(found: re.Match[str], text: str) -> _Half:
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
    return _Half(value, kind, axis, place, tuple(notes), bool(letter or part["sign"]))


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


def _grouped(found: re.Match[str]) -> Iterator[_Half]:
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
    yield _Half(value, "utm", _AXES[before or after] or _AXES[label], place, notes, bool(before or after))


def _lone(text: str) -> bool:
    """Whether a text is one number and nothing else."""
    try:
        return bool(_halves(_cell(text).text))
    except CoordinateError:
        return False


def _shown(text: str) -> str:
    return re.sub("~[0-9]", "", text).strip()


# -- two numbers --------------------------------------------------------------------------------------

_KINDS = {"dd": 0, "dm": 1, "dms": 2}


def _pair(first: _Half, second: _Half, lat_first: bool | None) -> _Pair | None:
    """Join two numbers, each on the axis whose range it lies in; None where they do not fit the domain.

    `lat_first` is the order that is not noted as swapped; None for the usual one of degrees, and of metres.
    """
    if (first.kind == "utm") != (second.kind == "utm"):
        return None
    if lat_first is None:
        lat_first = first.kind != "utm"
    if first.kind == "utm":
        (west, east), (south, north) = _EASTING, _NORTHING
    else:
        west, south, east, north = DOMAIN
        west, south, east, north = west - _SHIFT_DEG, south - _SHIFT_DEG, east + _SHIFT_DEG, north + _SHIFT_DEG
    if south <= first.value <= north and west <= second.value <= east:
        lat, lon, swapped = first, second, not lat_first
    elif west <= first.value <= east and south <= second.value <= north:
        lon, lat, swapped = first, second, lat_first
    else:
        return None
    if lat.axis == "lon" or lon.axis == "lat":
        return None
    notes = list(dict.fromkeys(first.notes + second.notes))
    if swapped:
        notes.append("swapped")
    kind = first.kind if first.kind == "utm" else max(first.kind, second.kind, key=_KINDS.__getitem__)
    if kind in ("dm", "dms") and not (lat.signed and lon.signed):
        notes.append("hemisphere_from_range")
    if kind == "utm":
        place = max(lat.place, lon.place)
    else:
        place = _M_PER_DEG * max(lat.place, lon.place * math.cos(math.radians(lat.value)))
    return _Pair(lon.value, lat.value, kind, place, tuple(notes))


def _join(firsts: list[_Half], seconds: list[_Half], lat_first: bool | None, utm_only: bool) -> list[_Pair]:
    pairs = [_pair(first, second, lat_first) for first in firsts for second in seconds]
    return [pair for pair in pairs if pair is not None and (pair.kind == "utm" or not utm_only)]


def _one(pairs: list[_Pair], text: str) -> _Pair | None:
    """Return the one reading there is, None where there is none; refuse two."""
    distinct = {(pair.x, pair.y): pair for pair in reversed(pairs)}
    if len(distinct) > 1:
        first, second = list(distinct)[:2]
        raise CoordinateError(
            "“{text}” can be read as {first} and as {second} (x, y), and both lie in or near Cambodia. Write it "
            "in a way that leaves one reading, such as 11.5564, 104.9282.",
            reason="ambiguous",
            text=text,
            first=f"{first[0]:.6f}, {first[1]:.6f}",
            second=f"{second[0]:.6f}, {second[1]:.6f}",
        )
    return pairs[0] if pairs else None


def _not_understood(text: str) -> CoordinateError:
    shown = text.strip()
    shown = shown if len(shown) <= 60 else f"{shown[:59]}…"
    return CoordinateError(
        "“{text}” is not understood as a coordinate. Write latitude and longitude as 11.5564, 104.9282 or "
        "11°33'23\"N 104°55'42\"E, or UTM zone 48N metres as 491234 1278450.",
        reason="not_understood",
        text=shown,
    )


def _outside(text: str, first: float, second: float) -> CoordinateError:
    if first == 0 and second == 0:
        return CoordinateError(
            "“{text}” is 0, 0: a place in the Gulf of Guinea that stands for a missing value.", reason="zero", text=text
        )
    return CoordinateError(
        "“{text}” was read as {first} and {second}, which is outside the area that is read: latitude {south} to "
        "{north} and longitude {west} to {east}, or metres of UTM zone 48N there.",
        reason="outside",
        text=text,
        first=f"{first:.10g}",
        second=f"{second:.10g}",
        west=f"{DOMAIN[0]:g}",
        south=f"{DOMAIN[1]:g}",
        east=f"{DOMAIN[2]:g}",
        north=f"{DOMAIN[3]:g}",
    )


def _axes_contradict(text: str) -> CoordinateError:
    return CoordinateError(
        "“{text}” says which number is the latitude and which the longitude, and the numbers say otherwise. "
        "Check the letters.",
        reason="contradiction",
        text=text,
    )


def _refusal(
    text: str, halves: list[tuple[list[_Half], list[_Half]]], faults: list[CoordinateError]
) -> CoordinateError:
    """Say why a text gave no reading, by the reading that came nearest to one."""
    for firsts, seconds in halves:
        for first in firsts:
            for second in seconds:
                if (first.kind == "utm") != (second.kind == "utm"):
                    continue
                bare = _pair(first._replace(axis=""), second._replace(axis=""), True)
                return _axes_contradict(text) if bare is not None else _outside(text, first.value, second.value)
    if faults:
        return faults[0]
    if _lone(text):
        return CoordinateError(
            "“{text}” is one number. A coordinate has two: the other one is missing.",
            reason="not_understood",
            text=text,
        )
    for firsts, seconds in halves:
        if firsts and seconds:
            return _outside(text, firsts[0].value, seconds[0].value)
    return _not_understood(text)


# -- two cells ----------------------------------------------------------------------------------------


def _read_cells(first: str, second: str, family: str, lat_first: bool) -> _Pair:
    shown = f"{first.strip()}, {second.strip()}"
    cells = (_cell(first), _cell(second))
    for cell in cells:
        _check_datum(cell, family, shown)
    ways = [cells]
    if cells[0].other is not None:
        ways.append((cells[0].other, cells[1]))
    if cells[1].other is not None:
        ways.append((cells[0], cells[1].other))
    pairs, halves, faults = [], [], []
    for way in ways:
        try:
            both = (_halves(way[0].text), _halves(way[1].text))
        except CoordinateError as fault:
            faults.append(fault)
            continue
        halves.append(both)
        for pair in _join(*both, lat_first, way[0].utm_only or way[1].utm_only):
            pairs.append(pair._replace(notes=_with_notes(way[0].notes + way[1].notes, pair.notes, shown)))
    return _one(pairs, shown) or _raise(_refusal(shown, halves, faults))


def _with_notes(of_text: tuple[str, ...], of_numbers: tuple[str, ...], text: str) -> tuple[str, ...]:
    notes = []
    for note in dict.fromkeys(of_text + of_numbers):
        if note.startswith("zone:"):
            _check_zone(note[5:], "", text)
            note = "zone_text"
        notes.append(note)
    return tuple(notes)


def _raise(error: CoordinateError) -> _Pair:
    raise error


def _check_datum(cell: _Cell, family: str, text: str) -> None:
    if cell.datum and cell.datum != family:
        raise CoordinateError(
            "“{text}” names the datum {named}, but the column is read as {datum}. Choose the right datum, or import "
            "these rows by themselves.",
            reason="datum",
            text=text,
            named=_DATUM_NAMES[cell.datum],
            datum=_DATUM_NAMES[family],
        )


# -- one cell -----------------------------------------------------------------------------------------

_HARD = re.compile(" *;[ ;,]*| */ *")
_SPLIT = re.compile(
    r" *, *| +- +| +|(?<=[0-9])-(?=[0-9])|(?<=[0-9°'\"][NSEW])(?=[0-9LGXY])|(?<=[0-9°'\"])(?=[NSEWLGXY] *[.:=]* *[0-9])"
)
_LETTERS = re.compile("[NSEW]")
_DIGITS_RUN = re.compile("[0-9]+(?:[.][0-9]+)?")
# The two commonest spellings, whose parting needs no search: each number with its letter behind it, or before it.
_BEHIND = re.compile(r"([^NSEW,;]+[NS])[ ,;/-]*([^NSEW,;]+[EW])|([^NSEW,;]+[EW])[ ,;/-]*([^NSEW,;]+[NS])")
_BEFORE = re.compile(
    r"([NS][^NSEW,;/]+[0-9°'\"M])[ ,;/-]*([EW][^NSEW,;/]+)|([EW][^NSEW,;/]+[0-9°'\"M])[ ,;/-]*([NS][^NSEW,;/]+)"
)


def _partings(text: str) -> Iterator[tuple[str, str]]:
    """Yield the ways to part a cell in two numbers."""
    found = _BEHIND.fullmatch(text) or _BEFORE.fullmatch(text)
    if found is not None:
        first, second = (part for part in found.groups() if part is not None)
        yield first.strip(), second.strip()
        return
    hard = list(_HARD.finditer(text))
    if len(hard) > 1:
        return
    numbers = len(_DIGITS_RUN.findall(text))
    for found in hard or _SPLIT.finditer(text):
        before = len(_DIGITS_RUN.findall(text[: found.start()]))
        # No number has more than three parts, and decimals after a comma.
        if 0 < before < numbers and before <= 4 and numbers - before <= 4:
            yield text[: found.start()].strip(), text[found.end() :].strip()


def _read_cell(text: str, family: str) -> _Pair:
    cell = _cell(text)
    shown = text.strip()
    _check_datum(cell, family, shown)
    pairs: list[_Pair] = []
    halves: list[tuple[list[_Half], list[_Half]]] = []
    faults: list[CoordinateError] = []
    uneven: list[_Pair] = []
    way: _Cell | None = cell
    while way is not None:
        for first, second in _partings(way.text):
            try:
                both = (_halves(first), _halves(second))
            except CoordinateError as fault:
                faults.append(fault)
                continue
            if not (both[0] and both[1]):
                continue
            halves.append(both)
            lettered = any(half.axis for half in both[0] + both[1])
            even = _alike(first, second, way.text)
            for pair in _join(*both, None, way.utm_only):
                notes = _with_notes(way.notes, pair.notes, shown)
                if lettered:
                    notes = tuple(note for note in notes if note != "swapped")
                (pairs if even else uneven).append(pair._replace(notes=notes))
        way = way.other
    read = _one(pairs, shown)
    if read is not None:
        return read
    if uneven:
        _one(uneven, shown)
        raise _not_understood(text)
    raise _refusal(shown, halves, faults)


def _alike(first: str, second: str, text: str) -> bool:
    """Whether two halves are written alike where only spaces, commas or hyphens part them.

    “11 30 104” may be two numbers or three, “11,104,5” a height besides: such texts are not read.
    """
    if ";" in text or "/" in text or _LETTERS.search(text) or any(sign in text for sign in "°'\"LGXY"):
        return True
    between = text[len(first) : len(text) - len(second)]
    if between == "," and ("," in first) != ("," in second):
        return False
    if "," in between:
        return True
    grouped = _GROUPED.fullmatch(first) is not None or _GROUPED.fullmatch(second) is not None
    return grouped or len(re.split("[ :-]+", first)) == len(re.split("[ :-]+", second))


# -- readings -----------------------------------------------------------------------------------------


def read(text: str, datum: str = "EPSG:4326") -> Reading:
    """Read a coordinate of which both numbers stand in one text.

    Parameters
    ----------
    text : str
        In either order, with any separator. Latitude before longitude and easting before northing is the usual order:
        the other is noted as ``swapped`` unless letters say which is which.
    datum : str
        EPSG:4326 or EPSG:32648 for WGS 84, EPSG:4131 or EPSG:3148 for Indian 1960: whether the text is in degrees or
        metres is seen from the text.

    Returns
    -------
    Reading

    Raises
    ------
    CoordinateError
        The text is empty, not understood, outside `DOMAIN`, contradicts itself or has two readings.
    """
    family = _family(datum)
    text = _text(text)
    return _reading(_read_cell(text, family), family, text)


def read_pair(first: str, second: str, datum: str = "EPSG:4326", order: str = "lat_lon") -> Reading:
    """Read a coordinate of which the numbers stand in two texts.

    Parameters
    ----------
    first, second : str
    datum : str
        As in `read`.
    order : str
        What the columns are said to hold: ``lat_lon``, ``lon_lat`` or ``x_y``. Numbers that say otherwise are read, and
        noted as ``swapped``.

    Returns
    -------
    Reading

    Raises
    ------
    CoordinateError
        As in `read`.
    """
    family = _family(datum)
    first, second = _text(first), _text(second)
    pair = _read_cells(first, second, family, _lat_first(order))
    return _reading(pair, family, f"{first.strip()}, {second.strip()}")


def _lat_first(order: str) -> bool:
    if order not in ORDERS:
        raise CoordinateError(
            "The order {order} is unknown. Choose one of {orders}.",
            reason="order",
            order=order,
            orders=", ".join(ORDERS),
        )
    return order == "lat_lon"


def _text(value: object) -> str:
    """Return a cell as text; what spreadsheets and frames hold for nothing is empty."""
    if isinstance(value, str):
        return value
    if (
        value is None
        or value is pd.NA
        or value is pd.NaT
        or (isinstance(value, (float, np.floating)) and value != value)
    ):
        return ""
    return str(value)


def _reading(pair: _Pair, family: str, text: str) -> Reading:
    x, y = np.array([pair.x]), np.array([pair.y])
    datum = _FAMILIES[family] if pair.kind == "utm" else family
    lon, lat = _to_wgs84(x, y, datum)
    if not _inside(lon, lat)[0]:
        raise _outside(text, pair.x, pair.y)
    return Reading(float(lon[0]), float(lat[0]), pair.kind, datum, pair.place / 2, pair.notes)


def _to_wgs84(x: np.ndarray, y: np.ndarray, datum: str) -> tuple[np.ndarray, np.ndarray]:
    xy = operation(datum, "EPSG:4326").points(np.column_stack([x, y]))
    return xy[:, 0], xy[:, 1]


def _inside(lon: np.ndarray, lat: np.ndarray) -> np.ndarray:
    west, south, east, north = DOMAIN
    return (lon >= west) & (lon <= east) & (lat >= south) & (lat <= north)


# -- columns ------------------------------------------------------------------------------------------

_PLAIN = r"[0-9]{1,3}\.[0-9]+"
_PLAIN_PAIR = r"([0-9]{1,3}\.[0-9]+) *[,; ] *([0-9]{1,3}\.[0-9]+)"


def read_pairs(
    first: Sequence[Any],
    second: Sequence[Any] | None = None,
    datum: str = "EPSG:4326",
    order: str = "lat_lon",
) -> ReadPairs:
    """Read a column of coordinates, or two columns.

    Parameters
    ----------
    first : sequence of n texts or numbers
    second : sequence of n texts or numbers, optional
        None where both numbers stand in `first`: each is then read as by `read`, and as by `read_pair` otherwise.
    datum, order : str
        As in `read_pair`.

    Returns
    -------
    ReadPairs

    Raises
    ------
    CoordinateError
        The datum or the order is unknown, or the columns differ in length. Rows that cannot be read raise nothing.
    """
    family, lat_first = _family(datum), _lat_first(order)
    columns = [_column(first)] if second is None else [_column(first), _column(second)]
    if len(columns) == 2 and len(columns[0]) != len(columns[1]):
        raise CoordinateError(
            "The columns of coordinates have {first} and {second} rows; they must have as many.",
            reason="not_understood",
            first=len(columns[0]),
            second=len(columns[1]),
        )
    n = len(columns[0])
    x, y, place = np.full(n, np.nan), np.full(n, np.nan), np.full(n, np.nan)
    kind, error, reason = (np.full(n, None, dtype=object) for _ in range(3))
    notes = np.empty(n, dtype=object)
    notes[:] = [()] * n
    done = _read_plain(columns, lat_first, x, y, place, kind, notes)
    known: dict[Any, _Pair | CoordinateError] = {}
    texts = [column.to_numpy(dtype=object) for column in columns]
    for row in np.flatnonzero(~done):
        cells = tuple(column[row] for column in texts)
        found = known.get(cells)
        if found is None:
            try:
                if len(cells) == 1:
                    found = _read_cell(cells[0], family)
                else:
                    found = _read_cells(cells[0], cells[1], family, lat_first)
            except CoordinateError as fault:
                found = fault
            known[cells] = found
        if isinstance(found, CoordinateError):
            error[row], reason[row] = (found.template, found.values), found.reason
        else:
            x[row], y[row], kind[row], place[row], notes[row] = found
    return _finish(x, y, place, kind, notes, error, reason, family, texts)


def _column(values: Sequence[Any]) -> pd.Series:
    column = pd.Series(values, dtype=object).reset_index(drop=True)
    return column if pd.api.types.infer_dtype(column, skipna=False) == "string" else column.map(_text).astype(object)


def _read_plain(
    columns: list[pd.Series],
    lat_first: bool,
    x: np.ndarray,
    y: np.ndarray,
    place: np.ndarray,
    kind: np.ndarray,
    notes: np.ndarray,
) -> np.ndarray:
    """Read the rows of two plain decimals within the domain at once; returns which rows are read."""
    if len(columns) == 1:
        parts = columns[0].str.extract(rf"^{_PLAIN_PAIR}$")
        plain = parts[0].notna().to_numpy()
        texts = [parts[0][plain], parts[1][plain]]
        lat_first = True
    else:
        plain = np.logical_and.reduce([column.str.fullmatch(_PLAIN).to_numpy(dtype=bool) for column in columns])
        texts = [column[plain] for column in columns]
    done = np.zeros(len(plain), dtype=bool)
    if not plain.any():
        return done
    numbers = [text.to_numpy(dtype="U").astype("float64") for text in texts]
    decimals = [(text.str.len() - text.str.find(".") - 1).to_numpy(dtype="int64") for text in texts]
    # A spreadsheet's ".0" says nothing of the resolution: such rows go the long way.
    fine = (decimals[0] > 1) & (decimals[1] > 1)
    straight, turned = _inside(numbers[1], numbers[0]) & fine, _inside(numbers[0], numbers[1]) & fine
    rows = np.flatnonzero(plain)
    for mask, lat, lon, swapped in ((straight, 0, 1, not lat_first), (turned, 1, 0, lat_first)):
        some = rows[mask]
        x[some], y[some] = numbers[lon][mask], numbers[lat][mask]
        places = [10.0 ** -decimals[axis][mask] for axis in (lat, lon)]
        place[some] = _M_PER_DEG * np.maximum(places[0], places[1] * np.cos(np.radians(numbers[lat][mask])))
        kind[some] = "dd"
        if swapped:
            for row in some:
                notes[row] = ("swapped",)
        done[some] = True
    return done


def _finish(
    x: np.ndarray,
    y: np.ndarray,
    place: np.ndarray,
    kind: np.ndarray,
    notes: np.ndarray,
    error: np.ndarray,
    reason: np.ndarray,
    family: str,
    texts: list[np.ndarray],
) -> ReadPairs:
    """Shift the datum and refuse what then lies outside."""
    lon, lat = np.full(len(x), np.nan), np.full(len(x), np.nan)
    datum = np.full(len(x), None, dtype=object)
    metres = kind == "utm"
    for rows, crs in ((np.flatnonzero(metres), _FAMILIES[family]), (np.flatnonzero(~metres & ~np.isnan(x)), family)):
        if len(rows):
            lon[rows], lat[rows] = _to_wgs84(x[rows], y[rows], crs)
            datum[rows] = crs
    lost = ~np.isnan(x) & ~_inside(lon, lat)
    for row in np.flatnonzero(lost):
        fault = _outside(", ".join(column[row].strip() for column in texts), x[row], y[row])
        error[row], reason[row], kind[row], datum[row], notes[row] = (
            (fault.template, fault.values),
            "outside",
            None,
            None,
            (),
        )
    lon[lost] = lat[lost] = place[lost] = np.nan
    return ReadPairs(lon, lat, place / 2, kind, datum, notes, error, reason)


# -- writing ------------------------------------------------------------------------------------------

_DIGITS = {"dd": 6, "dms": 2, "dm": 4, "utm": 1}
_MOST_DIGITS = 12


def write(lon: float, lat: float, style: str = "dd", digits: int | None = None, datum: str = "EPSG:4326") -> str:
    """Write a coordinate so that reading it again gives the same point, within the digits that are written.

    Parameters
    ----------
    lon, lat : float
        Degrees of WGS 84.
    style : str
        ``dd`` 11.556400, 104.928200; ``dms`` 11°33'23.04"N 104°55'41.52"E; ``dm`` 11°33.3840'N 104°55.6920'E;
        ``utm`` 48N 492168.3 1277527.5 (easting, northing).
    digits : int, optional
        Decimals of the last part: 6 of degrees, 4 of minutes, 2 of seconds, 1 of metres if nothing is said.
    datum : str
        What to write it in, as in `read`.

    Returns
    -------
    str

    Raises
    ------
    CoordinateError
        The point is outside `DOMAIN` or not finite, or the style or the datum is unknown.
    """
    family = _family(datum)
    if style not in STYLES:
        raise CoordinateError(
            "The style {style} is unknown. Choose one of {styles}.",
            reason="style",
            style=style,
            styles=", ".join(STYLES),
        )
    if not _inside(np.array([lon], dtype=float), np.array([lat], dtype=float))[0]:
        raise _outside(f"{lat}, {lon}", lat, lon)
    decimals = min(max(_DIGITS[style] if digits is None else digits, 0), _MOST_DIGITS)
    crs = _FAMILIES[family] if style == "utm" else family
    x, y = operation("EPSG:4326", crs).points(np.array([[lon, lat]], dtype=float))[0]
    if style == "utm":
        return f"48N {x:.{decimals}f} {y:.{decimals}f}"
    if style == "dd":
        return f"{y:.{decimals}f}, {x:.{decimals}f}"
    return f"{_in_sixtieths(y, style, decimals)}N {_in_sixtieths(x, style, decimals)}E"


def _in_sixtieths(value: float, style: str, decimals: int) -> str:
    """Write degrees in whole smallest parts, so that 59.999 seconds never become 60."""
    per_degree = (60 if style == "dm" else 3600) * 10**decimals
    smallest = round(value * per_degree)
    degrees, rest = divmod(smallest, per_degree)
    width = 2 if decimals == 0 else decimals + 3
    if style == "dm":
        return f"{degrees}°{rest / 10**decimals:0{width}.{decimals}f}'"
    minutes, seconds = divmod(rest, 60 * 10**decimals)
    return f"{degrees}°{minutes:02d}'{seconds / 10**decimals:0{width}.{decimals}f}\""

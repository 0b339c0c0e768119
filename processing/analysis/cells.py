"""Values as people type them, into numbers, dates and the texts of a list."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import Any

import numpy as np
import pandas as pd

from .errors import LocationError
from .khmer import KHMER_DIGITS

# Texts that mean no value in registers seen so far, folded; a profile may name more.
NULL_TOKENS = frozenset(("not found", "n/a", "na", "#n/a", "null", "none", "nil", "-", "--", "–", "—", "?", "គ្មាន"))
# Cambodia is seven hours ahead of UTC, without summer time.
_AHEAD = timedelta(hours=7)
_YEAR = re.compile(r"\d{4}")
_YEARS = range(1900, 2101)
_INVISIBLE = "\ufeff\u200b\u200c\u200d\u2060\u00a0 \t\r\n"
# What a spreadsheet writes behind a day.
_TIME = r"(?:[T ]+\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?: ?[AaPp]\.?[Mm]\.?)?)?"
_ISO_DAY = re.compile(r"(\d{4})[-/](\d{1,2})[-/](\d{1,2})" + _TIME)
_DAY_FIRST = re.compile(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})" + _TIME)
# Years of the Buddhist era that are of our time. It begins in May, so that a year of it is one of two of ours.
_BUDDHIST = range(2400, 2700)
_ISO_MOMENT = re.compile(r"(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2})?)(?:\.\d+)?)? ?(Z|[+-]\d{2}:?\d{2})?")
_GROUPED = re.compile(r"[+-]?\d{1,3}([, ]\d{3})+(\.\d+)?")
_PLAIN = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?")
_COMMA = re.compile(r"[+-]?\d+,\d+")
# Thousands set apart by dots, as in 1.000, or decimals.
_DOTTED = re.compile(r"[+-]?\d{1,3}(\.\d{3})+")
_DOTS_THOUSANDS = re.compile(r"[+-]?\d{1,3}(\.\d{3})+(,\d+)?")


def trimmed(text: str) -> str:
    """Return a text without blanks and invisible signs around it."""
    return text.strip(_INVISIBLE)


def folded(text: str) -> str:
    """Return a text so that spellings which look alike are equal: composed, in lower case, single blanks."""
    if text.isascii():
        return " ".join(text.lower().split())
    plain = unicodedata.normalize("NFC", text).casefold()
    return " ".join("".join(c for c in plain if c not in "\ufeff\u200b\u200c\u200d\u2060").split())


def by_value(texts: np.ndarray, read: Callable[[str], Any]) -> tuple[np.ndarray, np.ndarray]:
    """Read each text of a column once, however often it stands there.

    Parameters
    ----------
    texts : (n,) object array of str or None
    read : callable
        Returns the value of a text; raises `LocationError` where it has none.

    Returns
    -------
    values : (n,) object array
        None where there is no text or no value.
    errors : (n,) object array of LocationError or None
    """
    codes, uniques = pd.factorize(texts)
    values = np.empty(len(uniques) + 1, dtype=object)
    errors = np.empty(len(uniques) + 1, dtype=object)
    for i, text in enumerate(uniques):
        try:
            values[i] = read(text)
        except LocationError as error:
            errors[i] = error
    return values[codes], errors[codes]  # -1, for no text, is the last one


def number(text: str, dots: str = "") -> float:
    """Return the number that a text is.

    Khmer digits, thousands set apart by commas or blanks, and a decimal comma are understood.

    Parameters
    ----------
    text : str
    dots : {'', 'thousands', 'decimals'}
        What dots in it are: set thousands apart, with a comma before decimals, or stand before decimals.

    Raises
    ------
    LocationError
        If it is none.
    """
    plain = _plain(text)
    if dots == "thousands" and _DOTS_THOUSANDS.fullmatch(plain):
        return float(plain.replace(".", "").replace(",", "."))
    if _GROUPED.fullmatch(plain):
        return float(plain.replace(",", "").replace(" ", ""))
    if _PLAIN.fullmatch(plain):
        value = float(plain)
        if abs(value) < 1e300:
            return value
    if _COMMA.fullmatch(plain):
        return float(plain.replace(",", "."))
    raise LocationError("“{value}” is not a number", value=text)


def _plain(text: str) -> str:
    return text.translate(KHMER_DIGITS).replace("\u00a0", " ").strip()


def whole_number(text: str, dots: str = "") -> int:
    """Return the whole number that a text is; see `number`.

    Without `dots`, a text like 1.000 is refused: it is 1 to some people and 1000 to others.
    """
    if not dots and _DOTTED.fullmatch(_plain(text)):
        raise LocationError(
            "“{value}” may be {thousands}, or a number with decimals: say under “dots” in the mapping profile which, "
            "or write it without the dot",
            value=text,
            thousands=_plain(text).replace(".", ""),
        )
    value = number(text, dots)
    if not value.is_integer():
        raise LocationError("“{value}” is not a whole number", value=text)
    return int(value)


def day(text: str, formats: Sequence[str] = (), local: bool = False, year: str = "") -> date:
    """Return the day that a text names.

    Parameters
    ----------
    text : str
    formats : sequence of str
        As of `datetime.strptime`, tried in turn. Without any: the year first, or the day first, as in Cambodia.
    local : bool
        A moment in UTC is told as the day it was in Cambodia; a day in UTC without a time is taken for the midnight at
        which the local day began, so that the day after is returned.
    year : {'', 'first', 'last'}
        The day that a year alone, such as 2014, is taken for; without it a year alone is no date.

    Raises
    ------
    LocationError
        If no format fits, something else stands beside the day, there is no such day, or the year is of the Buddhist
        era.
    """
    plain = text.translate(KHMER_DIGITS).strip()
    moment = _ISO_MOMENT.fullmatch(plain)
    if moment and not (formats and moment[3] is None):
        return _of_moment(text, moment, local)
    if formats:
        for pattern in formats:
            try:
                found = datetime.strptime(plain, pattern).date()
            except ValueError:
                continue
            return _day(text, str(found.year), str(found.month), str(found.day))
    if is_year(text):
        return _of_year(text, int(plain), year)
    if formats:
        raise LocationError("“{value}” is not a date like {formats}", value=text, formats=", ".join(formats))
    parts = _ISO_DAY.fullmatch(plain)
    if parts:
        return _day(text, parts[1], parts[2], parts[3])
    parts = _DAY_FIRST.fullmatch(plain)
    if parts:
        return _day(text, parts[3], parts[2], parts[1])
    raise LocationError("“{value}” is not a date like 2024-05-20 or 20/05/2024", value=text)


def is_year(text: str) -> bool:
    """Return whether a text is a year and nothing else."""
    return bool(_YEAR.fullmatch(text.translate(KHMER_DIGITS).strip()))


def _of_year(text: str, number: int, year: str) -> date:
    if number in _BUDDHIST:
        raise _buddhist(text, number)
    if number not in _YEARS:
        raise LocationError("“{value}” is not a date like 2024-05-20 or 20/05/2024", value=text)
    if not year:
        raise LocationError(
            "“{value}” is a year, not a day; “year: first” beside the field in the profile takes its first day, "
            "“year: last” its last",
            value=text,
        )
    return date(number, 1, 1) if year == "first" else date(number, 12, 31)


def in_utc(text: str) -> bool:
    """Return whether a date says that it is in UTC, so that it may be another day in Cambodia."""
    moment = _ISO_MOMENT.fullmatch(text.strip())
    return bool(moment and moment[3] in ("Z", "+00:00", "+0000"))


def _of_moment(text: str, moment: re.Match[str], local: bool) -> date:
    first = _day(text, *moment[1].split("-"))
    if not (local and moment[3]):
        return first
    if moment[2] is None:
        return first + timedelta(days=1)
    zone = moment[3]
    behind = timedelta(0)
    if zone != "Z":
        behind = timedelta(hours=int(zone[:3]), minutes=int(zone[0] + zone[-2:]))
    try:
        hours = datetime.strptime(moment[2][:5], "%H:%M")
    except ValueError as error:
        raise LocationError("“{value}” names a time that there is not", value=text) from error
    clock = datetime(first.year, first.month, first.day, hours.hour, hours.minute)
    return (clock - behind + _AHEAD).date()


def _buddhist(text: str, year: int) -> LocationError:
    return LocationError(
        "“{value}” is of the year {year}: if that is of the Buddhist era, {first} or {second} is meant. Write the "
        "year of the common era",
        value=text,
        year=year,
        first=year - 544,
        second=year - 543,
    )


def _day(text: str, year: str, month: str, of_month: str) -> date:
    if int(year) in _BUDDHIST:
        raise _buddhist(text, int(year))
    try:
        return date(int(year), int(month), int(of_month))
    except ValueError as error:
        raise LocationError("“{value}” names a day that there is not", value=text) from error


def chosen(text: str, known: Mapping[str, str], match: str = "whole") -> str | None:
    """Return what a text stands for, None where it is not known.

    Parameters
    ----------
    text : str
    known : mapping of folded text to code
    match : {'whole', 'begins', 'contains'}
        How much of the text must be one of the known; of several the longest counts.
    """
    wanted = folded(text)
    if wanted in known or match == "whole":
        return known.get(wanted)
    fits = [key for key in known if (wanted.startswith(key) if match == "begins" else key in wanted)]
    return known[max(fits, key=len)] if fits else None

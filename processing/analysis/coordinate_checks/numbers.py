"""The numbers behind a coordinate: as stored, as written, and as they would be with one slip undone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from .model import Register, has_text

_KHMER = {ord("០") + digit: str(digit) for digit in range(10)}
# A minus sign only where a number begins: “11.5-104.9” are two numbers, not a negative one.
_NUMBER = re.compile(r"(?<![\d.])[-\u2212+]?\d+(?:[.,]\d+)?|(?<=[A-Za-z:])[-\u2212]?\d+(?:[.,]\d+)?")
# Signs of degrees with minutes: such numbers are no decimals.
_SEXAGESIMAL = re.compile(r"[°º'’′\"”″:]|\bd\b|\bdeg", re.IGNORECASE)
_MOST_DIGITS = 12
SLIPS = frozenset(("swapped", "added", "dropped", "point"))


@dataclass(frozen=True)
class Pair:
    """Two numbers of each factory, and how they are written.

    Attributes
    ----------
    first, second : (n,) float arrays
        x and y of the layer, or the two numbers of a text in its order; NaN where there are none.
    words : sequence of (str, str) or None
        Their digits as written, for undoing a slip in one of them.
    """

    first: np.ndarray
    second: np.ndarray
    words: np.ndarray


def stored(register: Register) -> Pair:
    """Return the numbers of the layer; digits are those of the shortest decimal that gives the number again."""
    words = np.full(len(register), None, dtype=object)
    return Pair(register.x, register.y, words)


def written(register: Register) -> Pair:
    """Return the two plain numbers of each original text; none where it has more, or minutes and seconds."""
    texts = register.text("loc_original")
    first, second = np.full(len(texts), np.nan), np.full(len(texts), np.nan)
    words = np.full(len(texts), None, dtype=object)
    for row in np.flatnonzero(has_text(texts)):
        pair = plain_pair(texts[row])
        if pair is not None:
            words[row] = pair
            first[row], second[row] = float(pair[0]), float(pair[1])
    return Pair(first, second, words)


def plain_pair(text: str) -> tuple[str, str] | None:
    """Return the two numbers of a text as plain decimals.

    Of more numbers, those of a zone or an id are left out: the two with five or more digits before the point count.
    """
    plain = text.translate(_KHMER)
    if _SEXAGESIMAL.search(plain):
        return None
    # One comma between two numbers parts them: “104.9,11.5”, “491000,1280000”; more are decimal commas.
    if plain.count(",") == 1:
        plain = plain.replace(",", " ")
    found = [word.replace("\u2212", "-").replace(",", ".").lstrip("+") for word in _NUMBER.findall(plain)]
    if len(found) > 2:
        large = [word for word in found if len(word.lstrip("-").split(".")[0]) >= 5]
        found = large if len(large) == 2 else found
    if len(found) != 2 or any(len(word) > 2 * _MOST_DIGITS for word in found):
        return None
    return found[0], found[1]


def digits_of(value: float, decimals: int) -> str:
    """Return a number as somebody would have typed it: rounded, without the zeros at the end."""
    text = f"{value:.{decimals}f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def decimals(value: float) -> int:
    """Return how many decimals the shortest text of a number has; 17 where only an exponent would do."""
    text = repr(float(value))
    if "e" in text or "n" in text:
        return 17
    return len(text.split(".")[1].rstrip("0"))


def one_slip_away(word: str, kinds: frozenset[str] = SLIPS) -> Iterator[tuple[str, str]]:
    """Yield every number of which `word` may be a mistyped copy by one of some kinds of slips.

    Yields
    ------
    slip : str
        ``dropped`` (a digit is missing), ``added`` (one is too many), ``swapped`` (two neighbours changed places) or
        ``point`` (the decimal point is lost or in the wrong place).
    text : str
    """
    sign, body = ("-", word[1:]) if word.startswith("-") else ("", word)
    whole = body.replace(".", "")
    if len(whole) > _MOST_DIGITS:
        return
    seen = {body}

    def fresh(text: str) -> bool:
        known = text in seen
        seen.add(text)
        return not known

    places = [i for i, sign_ in enumerate(body) if sign_ != "."]
    for i, j in zip(places, places[1:]) if "swapped" in kinds else ():
        text = body[:i] + body[j] + body[i + 1 : j] + body[i] + body[j + 1 :]
        if fresh(text):
            yield "swapped", sign + text
    for i, sign_ in enumerate(body) if "added" in kinds else ():
        if sign_ != "." and len(whole) > 1:
            text = body[:i] + body[i + 1 :]
            if text not in ("", ".") and fresh(text):
                yield "added", sign + text
    for i in range(len(body) + 1) if "dropped" in kinds else ():
        for digit in "0123456789":
            text = body[:i] + digit + body[i:]
            if fresh(text):
                yield "dropped", sign + text
    for i in range(1, len(whole)) if "point" in kinds else ():
        text = whole[:i] + "." + whole[i:]
        if fresh(text):
            yield "point", sign + text


def from_minutes(degrees: np.ndarray) -> np.ndarray:
    """Return what DD.MMmm was meant by numbers read as decimal degrees; NaN where the minutes would be 60 or more."""
    whole = np.trunc(degrees)
    minutes = np.round(np.abs(degrees - whole) * 100, 9)
    return np.where(minutes < 60, whole + np.sign(degrees) * minutes / 60, np.nan)


def from_seconds(degrees: np.ndarray) -> np.ndarray:
    """Return what DD.MMSSss was meant by numbers read as decimal degrees; NaN where MM or SS would be 60 or more."""
    whole = np.trunc(degrees)
    rest = np.round(np.abs(degrees - whole) * 100, 9)
    minutes = np.trunc(rest)
    seconds = np.round((rest - minutes) * 100, 7)
    fits = (minutes < 60) & (seconds < 60)
    return np.where(fits, whole + np.sign(degrees) * (minutes / 60 + seconds / 3600), np.nan)

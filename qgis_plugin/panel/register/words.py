"""What people type and what stands in a register, made comparable: case, zero-width characters, digits, codes."""

from __future__ import annotations

import re
import unicodedata
from typing import Any

# Khmer text is full of them: they part words without showing, and nobody types them the same way twice.
_UNSEEN = dict.fromkeys((0x00AD, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF))
# A zero-width space beside a Khmer letter: one person types it where another types a space that is seen.
_UNSEEN_SPACE = re.compile("(?<=[\u1780-\u17dd])\u200b|\u200b(?=[\u1780-\u17dd])")
_KHMER_DIGITS = {0x17E0 + digit: str(digit) for digit in range(10)}
_FOLD = {**_UNSEEN, **_KHMER_DIGITS}
DIGITS = "0123456789"
_DIGITS = re.compile("[0-9]+")
_ACTIVITY = re.compile("(?:[IC]SIC[ :]*)?([A-U]?)[ ]*([0-9][0-9. ]*)?", re.IGNORECASE)
# What parts the pieces of an id or a licence number: another officer writes another one, or none.
_PARTING = r" \t\u00a0\-/\\._\u2010-\u2015\u2212"
_PARTED = re.compile(f"[{_PARTING}]+")
_PIECE = re.compile(f"[0-9]+|[^0-9{_PARTING}]+")
_MOST_DIGITS = 16  # longer numbers are told apart as texts
_SORTED_LENGTH = 64


def folded(text: str) -> str:
    """Return `text` as it is searched: lower case, without zero-width characters, with Western digits.

    Examples
    --------
    >>> folded("LOTUS\\u200b Garment ១២")
    'lotus garment 12'
    """
    if text.isascii():
        return text.lower()
    return unicodedata.normalize("NFC", text.translate(_FOLD)).casefold()


def spaced(text: str) -> str:
    """Return what somebody typed with the unseen spaces of Khmer as seen ones: a name may be written with either.

    Examples
    --------
    >>> spaced("ទឹកកក\\u200bកំពត")
    'ទឹកកក កំពត'
    """
    return _UNSEEN_SPACE.sub(" ", text)


def search_words(text: str) -> tuple[str, ...]:
    """Return the words of what somebody typed, longest first: it leaves the fewest to look at for the next.

    Hyphens and the like that stand alone are none.
    """
    words = {word for word in folded(spaced(text)).split() if run_together(word)}
    return tuple(sorted(words, key=lambda word: (-len(word), word)))


def run_together(code: str) -> str:
    """Return a folded id or licence number without what parts its pieces.

    Examples
    --------
    >>> run_together("mih-123/2019")
    'mih1232019'
    """
    return _PARTED.sub("", code)


def pieces(word: str) -> list[str]:
    """Return the numbers of a word and what stands between them, without what parts them.

    Examples
    --------
    >>> pieces("kh12-007")
    ['kh', '12', '007']
    """
    return _PIECE.findall(word)


def as_written(word: str) -> re.Pattern[str]:
    """Return where a word is looked for: its pieces as they may be parted, numbers at their beginning.

    Between a number and what is no number may stand a hyphen or the like, or none. Zeros in front of a number do not
    count, unless they were typed.

    Examples
    --------
    >>> [bool(as_written(one).search("kh-05-00019")) for one in ("19", "1", "0001", "9", "01", "kh5", "05/19", "kh19")]
    [True, True, True, False, False, True, True, False]
    """
    made = "(?<![0-9])" if word[0] in DIGITS else ""
    before = ""
    for piece in pieces(word):
        number = piece[0] in DIGITS
        if before:
            made += f"[{_PARTING}]" + ("*" if number != (before[0] in DIGITS) else "+")
        made += ("0*" if number and piece[0] != "0" else "") + re.escape(piece)
        before = piece
    return re.compile(made)


def whole_number(word: str) -> re.Pattern[str] | None:
    """Return where a number that was typed with zeros in front, such as ``001``, stands alone; None for other words."""
    if len(word) < 2 or not word.startswith("0") or not word.isdecimal():
        return None
    return re.compile(f"(?<![0-9]){word}(?![0-9])")


def sort_key(text: str) -> str:
    """Return what a text is sorted by: numbers in it by their value, so that ``F2`` comes before ``F10``."""
    return _DIGITS.sub(_by_value, folded(text))[:_SORTED_LENGTH]


def _by_value(found: re.Match[str]) -> str:
    """Return a number behind a character that says how many digits it has, all of them before any letter."""
    digits = found[0].lstrip("0") or "0"
    return chr(ord("0") + min(len(digits), _MOST_DIGITS)) + digits


def plain_text(value: Any) -> str:
    """Return a value as text; a whole number without decimals, nothing for None."""
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return str(value).strip()


def province_code(value: Any) -> str:
    """Return a province's code of two digits; what is no number, such as a name, as it stands.

    Examples
    --------
    >>> province_code(3), province_code("៣"), province_code("3.0"), province_code("120401"), province_code("Kep")
    ('03', '03', '03', '120401', 'Kep')
    """
    text = plain_text(value)
    whole, _, rest = text.partition(".")
    return str(int(whole)).zfill(2) if whole.isdecimal() and not rest.strip("0") else text


def division_code(value: Any) -> str:
    """Return the ISIC division of an activity code, or the letter of a section alone; empty where it says neither.

    Only for listing and filtering: what a check makes of a code is in `analysis.activities`.

    Examples
    --------
    >>> division_code("1410"), division_code("C14.10"), division_code("c"), division_code("textile")
    ('14', '14', 'C', '')
    """
    found = _ACTIVITY.fullmatch(folded(plain_text(value)).strip(".-/ "))
    if found is None:
        return ""
    digits = "".join(one for one in found[2] or "" if one.isdigit())
    return digits[:2] if len(digits) >= 2 else "" if digits else found[1].upper()

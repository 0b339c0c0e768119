"""What people type and what stands in a register, made comparable: case, zero-width characters, digits, codes."""

from __future__ import annotations

import re
import unicodedata
from typing import Any

# Khmer text is full of them: they part words without showing, and nobody types them the same way twice.
_UNSEEN = dict.fromkeys((0x00AD, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF))
_KHMER_DIGITS = {0x17E0 + digit: str(digit) for digit in range(10)}
_FOLD = {**_UNSEEN, **_KHMER_DIGITS}
_DIGITS = re.compile("[0-9]+")
_ACTIVITY = re.compile("(?:[IC]SIC[ :]*)?([A-U]?)[ ]*([0-9][0-9. ]*)?", re.IGNORECASE)
_SORTED_DIGITS = 12
_SORTED_LENGTH = 48


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


def search_words(text: str) -> tuple[str, ...]:
    """Return the words of what somebody typed, longest first: it leaves the fewest to look at for the next."""
    return tuple(sorted(set(folded(text).split()), key=lambda word: (-len(word), word)))


def sort_key(text: str) -> str:
    """Return what a text is sorted by: numbers in it by their value, so that ``F2`` comes before ``F10``."""
    key = _DIGITS.sub(lambda found: found[0].zfill(_SORTED_DIGITS), folded(text))
    return key[:_SORTED_LENGTH]


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
    >>> province_code(3), province_code("120401"), province_code("Kep")
    ('03', '120401', 'Kep')
    """
    text = plain_text(value)
    return text.zfill(2) if text.isdecimal() else text


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

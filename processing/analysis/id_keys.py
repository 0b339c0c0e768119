"""Ids made comparable: the same licence number is written in many ways, and no two records may be joined by none."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable
from functools import lru_cache

import numpy as np

# What more records than this have is no id, but a placeholder that is not in the list, or a serial number of each page.
MOST_WITH_ONE_ID = 20
# What stands in a cell for “no number”, without punctuation and spaces; x, however often, is none either.
NO_IDS = frozenset(
    (
        "na", "none", "null", "nil", "nan", "void", "empty", "blank", "missing", "notfound", "notavailable",
        "notapplicable", "notknown", "notprovided", "unknown", "unk", "nodata",
        "pending", "tbd", "tba", "tbc", "tobedetermined", "tobeannounced", "tobeconfirmed", "waiting", "awaiting",
        "inprocess", "inprogress", "processing", "underprocess", "underprocessing", "underreview", "ongoing",
        "applied", "applying", "underapplication", "inapplication", "notyet", "notyetavailable", "notyetissued",
        "notissued", "notregistered", "unregistered", "notlicensed", "notlicenced", "unlicensed", "unlicenced",
        "noid", "nonumber", "nolicence", "nolicense", "nolicenceyet", "nolicenseyet", "nolicencenumber",
        "nolicensenumber", "nopermit", "noregistration", "without", "withoutlicence", "withoutlicense",
        "គ្មាន", "គ្មានលេខ", "គ្មានអាជ្ញាប័ណ្ណ", "គ្មានអាជ្ញាបណ្ណ", "គ្មានច្បាប់", "គ្មានទិន្នន័យ",
        "អត់មាន", "អត់ទាន់មាន", "មិនមាន", "មិនទាន់មាន", "មិនទាន់មានលេខ", "មិនទាន់មានអាជ្ញាប័ណ្ណ",
        "មិនទាន់មានអាជ្ញាបណ្ណ", "មិនទាន់", "មិនទាន់ដឹង", "មិនដឹង", "មិនស្គាល់",
        "កំពុងស្នើសុំ", "កំពុងស្នើ", "កំពុងដាក់ពាក្យ", "កំពុងដំណើរការ", "កំពុងរង់ចាំ", "រង់ចាំ",
    )
)  # fmt: skip
# Words before a number that only say that it is one.
_LABELS = frozenset(("no", "nr", "number", "licence", "license", "lic", "permit", "លេខ", "អាជ្ញាប័ណ្ណលេខ", "អាជ្ញាបណ្ណលេខ"))
# Numbers, and words: letters with the vowel signs that Khmer writes around them.
_PARTS = re.compile("[0-9]+|[a-z\x80-\U0010ffff]+")
# A number whose thousands are set apart, as spreadsheets show it; no part of a longer row of numbers.
_THOUSANDS = re.compile(r"(?<![0-9])(?<![0-9][^0-9a-z])[1-9][0-9]{0,2}([ ,])[0-9]{3}(?:\1[0-9]{3})*(?![^0-9a-z]?[0-9])")


def id_key(text: object) -> str:
    """Return what of an id counts when two are compared; empty for none.

    Case and the kind of separator do not count, Khmer and other digits are Western ones. Leading zeros count.

    Examples
    --------
    >>> id_key(" fp-2021 / ០០០១៤ ")
    'fp-2021-00014'
    >>> id_key("FP2021/00014")
    'fp-2021-00014'
    >>> id_key("N/A")
    ''
    """
    return _exact(_pieces(text))


def joined_id_key(text: object) -> str:
    """Return an id without its separators, but for those between two numbers; empty for none.

    Examples
    --------
    >>> joined_id_key("FP/KH 21/1")
    'fpkh21-1'
    >>> joined_id_key("12 345")  # thousands
    '12345'
    """
    return _joined(_pieces(text, thousands=True))


def loose_id_key(text: object) -> str:
    """Return an id without a word for “number” and the leading zeros that a spreadsheet drops; empty for none.

    Examples
    --------
    >>> loose_id_key("FP-2021-00014") == loose_id_key("fp 2021 14")
    True
    >>> loose_id_key("No. 00123")
    '123'
    >>> loose_id_key("1-23") == loose_id_key("12-3")
    False
    """
    return _loose(_pieces(text))


def bare_id_key(text: object) -> str:
    """Return what two ids that are one must share, however they are written: both loose and joined."""
    return _bare(_pieces(text, thousands=True))


def _exact(pieces: list[str]) -> str:
    return "-".join(pieces)


def _joined(pieces: list[str]) -> str:
    out = ""
    for piece in pieces:
        out += f"-{piece}" if piece.isdigit() and out[-1:].isdigit() else piece
    return out


def _loose(pieces: list[str]) -> str:
    return _exact(_without_zeros(_unlabelled(pieces)))


def _bare(pieces: list[str]) -> str:
    return _joined(_without_zeros(_unlabelled(pieces)))


def _unlabelled(pieces: list[str]) -> list[str]:
    """Return the pieces of an id from its number on, where only words for “number” come before."""
    start = next((at for at, piece in enumerate(pieces) if piece not in _LABELS), len(pieces))
    return pieces[start:] if start < len(pieces) and pieces[start].isdigit() else pieces


def _without_zeros(pieces: list[str]) -> list[str]:
    return [piece.lstrip("0") or "0" if piece.isdigit() else piece for piece in pieces]


# How each is made, and whether thousands that are set apart are one number for it.
_KEYS: dict[Callable[[object], str], tuple[Callable[[list[str]], str], bool]] = {
    id_key: (_exact, False),
    joined_id_key: (_joined, True),
    loose_id_key: (_loose, False),
    bare_id_key: (_bare, True),
}


def keys(values: Iterable[object], *which: Callable[[object], str]) -> list[np.ndarray]:
    """Return keys of each id, each different text looked at once.

    Parameters
    ----------
    values : iterable of n ids, None for none
    *which : callable
        `id_key`, `joined_id_key`, `loose_id_key`, `bare_id_key`.

    Returns
    -------
    list of (n,) object arrays of str
        One for each of `which`.
    """
    listed = list(values)
    distinct = {value: i for i, value in enumerate(dict.fromkeys(listed))}
    rows = np.array([distinct[value] for value in listed], dtype="int64")
    pieces: dict[bool, list[list[str]]] = {}
    out = []
    for key in which:
        make, thousands = _KEYS[key]
        if thousands not in pieces:
            pieces[thousands] = [_pieces(value, thousands) for value in distinct]
        made = np.empty(len(distinct), dtype=object)
        made[:] = [make(of_one) for of_one in pieces[thousands]]
        out.append(made[rows])
    return out


def _pieces(text: object, thousands: bool = False) -> list[str]:
    """Return the letters and the digits of an id in turn; nothing where it is no id."""
    if text is None or text != text:
        return []
    folded = str(text)
    if not folded.isascii():
        folded = "".join(map(_plain, unicodedata.normalize("NFKC", folded.replace("°", "o"))))
    folded = folded.casefold()
    if thousands and (" " in folded or "," in folded):
        folded = _THOUSANDS.sub(lambda found: found[0].replace(found[1], ""), folded)
    pieces = _PARTS.findall(folded)
    return [] if _is_none(pieces) else pieces


def _is_none(pieces: list[str]) -> bool:
    """Return whether what stands in a cell says that there is no id: a word for it, zeros, or nothing."""
    whole = "".join(pieces)
    if not whole.strip("0") or not whole.strip("x") or whole in NO_IDS:
        return True
    told = "".join(pieces[next((at for at, piece in enumerate(pieces) if piece not in _LABELS), len(pieces)) :])
    return not told or told in NO_IDS


@lru_cache(maxsize=4096)
def _plain(character: str) -> str:
    """Return a letter as it is, a digit of any script as a Western one, all else as a separator."""
    kind = unicodedata.category(character)
    if kind == "Nd":
        return str(unicodedata.decimal(character))
    if character == ",":
        return character
    return character if kind[0] in "LMN" else " "

"""Ids made comparable: the same licence number is written in many ways, and no two records may be joined by none."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable
from functools import lru_cache

import numpy as np

# What stands in a cell for “no number”, as `id_key` spells it.
NO_IDS = frozenset(
    ("na", "none", "null", "nil", "nan", "notfound", "notavailable", "notapplicable", "unknown", "pending", "tbd",
     "tba", "no", "x", "xx", "xxx", "គ្មាន", "មិនមាន", "មិនដឹង")
)  # fmt: skip
# Numbers, and words: letters with the vowel signs that Khmer writes around them.
_PARTS = re.compile("[0-9]+|[a-z\x80-\U0010ffff]+")


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
    """Return an id without its separators: ``12 345`` is ``12345``; empty for none."""
    return _joined(_pieces(text))


def loose_id_key(text: object) -> str:
    """Return an id without the leading zeros that a spreadsheet drops, number by number; empty for none.

    Examples
    --------
    >>> loose_id_key("FP-2021-00014") == loose_id_key("fp 2021 14")
    True
    >>> loose_id_key("1-23") == loose_id_key("12-3")
    False
    """
    return _loose(_pieces(text))


def bare_id_key(text: object) -> str:
    """Return what two ids that are one must share, however they are written: no zeros, no separators."""
    return _bare(_pieces(text))


def _exact(pieces: list[str]) -> str:
    return "-".join(pieces)


def _joined(pieces: list[str]) -> str:
    return "".join(pieces)


def _loose(pieces: list[str]) -> str:
    return "-".join(_without_zeros(pieces))


def _bare(pieces: list[str]) -> str:
    return "".join(_without_zeros(pieces))


def _without_zeros(pieces: list[str]) -> list[str]:
    return [piece.lstrip("0") or "0" if piece.isdigit() else piece for piece in pieces]


_KEYS: dict[Callable[[object], str], Callable[[list[str]], str]] = {
    id_key: _exact,
    joined_id_key: _joined,
    loose_id_key: _loose,
    bare_id_key: _bare,
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
    pieces = [_pieces(value) for value in distinct]
    out = []
    for key in which:
        made = np.empty(len(pieces), dtype=object)
        made[:] = [_KEYS[key](of_one) for of_one in pieces]
        out.append(made[rows])
    return out


def _pieces(text: object) -> list[str]:
    """Return the letters and the digits of an id in turn; nothing where it is no id."""
    if text is None or text != text:
        return []
    folded = str(text)
    if not folded.isascii():
        folded = "".join(map(_plain, unicodedata.normalize("NFKC", folded)))
    pieces = _PARTS.findall(folded.casefold())
    whole = "".join(pieces)
    return [] if whole in NO_IDS or not whole.strip("0") else pieces


@lru_cache(maxsize=4096)
def _plain(character: str) -> str:
    """Return a letter as it is, a digit of any script as a Western one, all else as a separator."""
    kind = unicodedata.category(character)
    if kind == "Nd":
        return str(unicodedata.decimal(character))
    return character if kind[0] in "LMN" else " "

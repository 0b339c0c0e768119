"""Squares of the military grid (MGRS) in zone 48P, in which all of Cambodia lies: 48P VT 92177 77503."""

from __future__ import annotations

import re
from typing import NamedTuple

from .coordinate_text import check_zone, not_understood

# Zone, band, the two letters of the 100 km square, and as many digits east as north.
_SQUARE = re.compile(
    r"(?:MGRS[ :]*)?([0-9]{1,2}) ?([C-HJ-NP-X]) ?([A-HJ-NP-Z])([A-HJ-NP-V]) ?"
    r"(?:([0-9]{2,10})|([0-9]{1,5}) ([0-9]{1,5}))"
)
_COLUMNS = "STUVWXYZ"  # of zone 48 as of every third, from 100 km east on
_ROWS = "FGHJKLMNPQRSTUVABCDE"  # of even zones, from the equator northwards, again after 2,000 km
_BAND_P = range(8, 18)  # hundreds of kilometres: 8 to 16 degrees north


class Square(NamedTuple):
    """The middle of a square in metres of UTM zone 48N, and how long its sides are."""

    easting: float
    northing: float
    side: float


def read_square(signs: str, text: str) -> Square | None:
    """Return the square that a text in canonical signs names; None where it is not written as one.

    Raises
    ------
    CoordinateError
        It is one of another zone, or there is no such square.
    """
    found = _SQUARE.fullmatch(signs)
    if found is None:
        return None
    zone, band, column, row, together, east, north = found.groups()
    check_zone(zone, band, text)
    if together:
        east, north = together[: len(together) // 2], together[len(together) // 2 :]
    hundreds = _ROWS.index(row)
    if band != "P" or column not in _COLUMNS or hundreds not in _BAND_P or len(east) != len(north):
        raise not_understood(text)
    side = 10.0 ** (5 - len(east))
    easting = (_COLUMNS.index(column) + 1) * 100_000 + int(east) * side
    return Square(easting + side / 2, hundreds * 100_000 + int(north) * side + side / 2, side)

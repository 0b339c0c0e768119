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
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np
import pandas as pd

from .coordinate_text import (
    DATUM_NAMES,
    FAMILIES,
    GROUPED,
    NULL_TOKENS,
    Cell,
    CoordinateError,
    Half,
    check_zone,
    family_of,
    not_understood,
    numbers_of,
    read_signs,
)
from .crs import operation
from .grid_squares import read_square
from .map_links import link_in, written_in

__all__ = [
    "DOMAIN",
    "NULL_TOKENS",
    "ORDERS",
    "STYLES",
    "CoordinateError",
    "ReadPairs",
    "Reading",
    "read",
    "read_pair",
    "read_pairs",
    "write",
]

# West, south, east, north in degrees of WGS 84: Cambodia with its outer islands and a margin for border surveys. UTM
# zone 48N is as wide.
DOMAIN = (102.0, 9.5, 108.0, 15.0)
STYLES = ("dd", "dms", "dm", "utm")
ORDERS = ("lat_lon", "lon_lat", "x_y")

# Metres that eastings and northings of the domain lie between, in either datum, rounded outwards.
_EASTING, _NORTHING = (150_000.0, 850_000.0), (1_040_000.0, 1_670_000.0)
# No datum here moves a point by more (degrees).
_SHIFT_DEG = 0.01
_M_PER_DEG = 111_320.0


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
        Half of the place of the last written digit, in metres: the larger of the two axes. Of two decimals in degrees
        the finer one counts for both, since spreadsheets drop the zeros at the end of a number.
    notes : tuple of str
        Machine words: ``swapped``, ``khmer_digits``, ``comma_decimal``, ``hemisphere_from_range``, ``thousands``,
        ``scientific``, ``trailing_zero``, ``apostrophe``, ``zone_text``, ``mgrs``, ``map_centre``.
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


class _Pair(NamedTuple):
    """Two numbers that fit each other, before the datum shift."""

    x: float
    y: float
    kind: str
    place: float
    notes: tuple[str, ...]


# -- two numbers --------------------------------------------------------------------------------------

_KINDS = {"dd": 0, "dm": 1, "dms": 2}


def _pair(first: Half, second: Half, lat_first: bool | None) -> _Pair | None:
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
    elif first.kind == second.kind == "dd":
        place = _M_PER_DEG * min(lat.place, lon.place)
    else:
        place = _M_PER_DEG * max(lat.place, lon.place * math.cos(math.radians(lat.value)))
    return _Pair(lon.value, lat.value, kind, place, tuple(notes))


def _join(firsts: list[Half], seconds: list[Half], lat_first: bool | None, utm_only: bool) -> list[_Pair]:
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


def _outside(text: str, first: float, second: float) -> CoordinateError:
    if first == 0 and second == 0:
        return CoordinateError(
            "“{text}” is no place in Cambodia: 0, 0 is written where a coordinate is missing.", reason="zero", text=text
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


def _lone(text: str) -> bool:
    """Whether a text is one number and nothing else."""
    try:
        return bool(numbers_of(read_signs(text).text))
    except CoordinateError:
        return False


def _refusal(text: str, halves: list[tuple[list[Half], list[Half]]], faults: list[CoordinateError]) -> CoordinateError:
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
    return not_understood(text)


# -- two cells ----------------------------------------------------------------------------------------


def _read_cells(first: str, second: str, family: str, lat_first: bool) -> _Pair:
    shown = f"{first.strip()}, {second.strip()}"
    cells = (read_signs(first), read_signs(second))
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
            both = (numbers_of(way[0].text), numbers_of(way[1].text))
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
            check_zone(note[5:], "", text)
            note = "zone_text"
        notes.append(note)
    return tuple(notes)


def _raise(error: CoordinateError) -> _Pair:
    raise error


def _check_datum(cell: Cell, family: str, text: str) -> None:
    if cell.datum and cell.datum != family:
        raise CoordinateError(
            "“{text}” names the datum {named}, but the column is read as {datum}. Choose the right datum, or import "
            "these rows by themselves.",
            reason="datum",
            text=text,
            named=DATUM_NAMES[cell.datum],
            datum=DATUM_NAMES[family],
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
    # No number has more than three parts, and decimals after a comma.
    most = 4 if "," in text else 3
    ends = [run.end() for run in _DIGITS_RUN.finditer(text)]
    for found in hard or _SPLIT.finditer(text):
        before = bisect_right(ends, found.start())
        if 0 < before <= most and 0 < len(ends) - before <= most:
            yield text[: found.start()].strip(), text[found.end() :].strip()


def _read_link(link: str, family: str) -> _Pair:
    """Read the first of what a link says that is a coordinate; maps of the web are in WGS 84."""
    refused: list[CoordinateError] = []
    for written in written_in(link):
        try:
            _check_datum(Cell("", (), "EPSG:4326", False), family, written.text)
            pair = _read_text(written.text, family)
            return pair._replace(notes=(*pair.notes, *written.notes))
        except CoordinateError as fault:
            if fault.reason != "not_understood":
                raise
            refused.append(fault)
    raise refused[0]


def _read_square(cell: Cell, text: str) -> _Pair | None:
    square = read_square(cell.signs, text)
    if square is None:
        return None
    (west, east), (south, north) = _EASTING, _NORTHING
    if not (west <= square.easting <= east and south <= square.northing <= north):
        raise _outside(text, square.easting, square.northing)
    return _Pair(square.easting, square.northing, "utm", square.side, (*cell.notes, "mgrs"))


def _read_cell(text: str, family: str) -> _Pair:
    link = link_in(text)
    return _read_link(link, family) if link else _read_text(text, family)


def _read_text(text: str, family: str) -> _Pair:
    cell = read_signs(text)
    shown = text.strip()
    _check_datum(cell, family, shown)
    square = _read_square(cell, shown)
    if square is not None:
        return square
    pairs: list[_Pair] = []
    halves: list[tuple[list[Half], list[Half]]] = []
    faults: list[CoordinateError] = []
    uneven: list[_Pair] = []
    way: Cell | None = cell
    while way is not None:
        for first, second in _partings(way.text):
            try:
                both = (numbers_of(first), numbers_of(second))
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
        raise not_understood(text)
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
    grouped = GROUPED.fullmatch(first) is not None or GROUPED.fullmatch(second) is not None
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
    family = family_of(datum)
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
    family = family_of(datum)
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
    datum = FAMILIES[family] if pair.kind == "utm" else family
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
    family, lat_first = family_of(datum), _lat_first(order)
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
        place[some] = _M_PER_DEG * 10.0 ** -np.maximum(*decimals)[mask]
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
    for rows, crs in ((np.flatnonzero(metres), FAMILIES[family]), (np.flatnonzero(~metres & ~np.isnan(x)), family)):
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
    family = family_of(datum)
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
    crs = FAMILIES[family] if style == "utm" else family
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

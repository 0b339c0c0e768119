"""What a register knows already of a row that a source sends again: the coordinate, the units, the spelling of its key.

An officer's correction must not be undone because the old list comes once more, in another spelling of the same place.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from ..analysis.cells import folded
from ..analysis.id_keys import id_key, loose_id_key
from ..i18n import tr
from ..mapping.apply import RESOLUTION

if TYPE_CHECKING:
    from ..analysis.coordinates import Reading
    from ..mapping.profile import Coordinates

# A point that is as near as this (metres), or as the digits of the source tell, is where it was.
SAME_PLACE_M, COARSEST_M = 0.001, 1.0
DATUMS = ("EPSG:4326", "EPSG:32648", "EPSG:4131", "EPSG:3148")
ADMIN_CODES = ("province_code", "district_code", "commune_code", "village_code")
# A number that a program has written as one with decimals.
_WHOLE = re.compile(r"(\d+)\.0+")
_NUMBER = re.compile(r"[+-]?[0-9]+(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?")
# Numbers of a geometry that differ by no more are one number: the last bits change with every reprojection.
_SAME_NUMBER = 1e-9


@lru_cache(maxsize=4096)
def key_of(key: str) -> str:
    """Return what of a key counts: not its case, its separators or its kind of digits; leading zeros do.

    Examples
    --------
    >>> key_of("LIC 001") == key_of("lic001") == key_of("LIC-០០១")
    True
    >>> key_of("12.0") == key_of("12"), key_of("012") == key_of("12")
    (True, False)
    """
    whole = _WHOLE.fullmatch(key.strip())
    return id_key(whole[1] if whole else key) or folded(key)


def loose_key_of(key: str) -> str:
    """Return a key without leading zeros, which two factories should not differ by; see `key_of`."""
    return loose_id_key(key_of(key)) or key_of(key)


def apart_m(point: Any, other: Any) -> float:
    """Return the distance between two shapes in the units of their CRS, metres in a register."""
    there = other if other.geom_type == "Point" else other.representative_point()
    return float(there.distance(point))


def same_place(resolution: float) -> float:
    """Return how far apart two readings of one place may be, by the resolution of its digits, never a metre or more."""
    return max(SAME_PLACE_M, min(1.5 * resolution, COARSEST_M) if resolution == resolution else 0.0)


def kept_place(
    before: Any, point: Any, record: Mapping[str, Any], how: Coordinates, to_register: Any, apart: bool = False
) -> str:
    """Say why the place of a factory stays although the source puts it elsewhere; nothing where it moves.

    It stays where the source has the coordinate that was received before, however it is spelled, and the register's
    point is not where that coordinate puts it: somebody has moved it since, or removed it.

    Parameters
    ----------
    before : RegisterRow
        The factory as it is.
    point : shapely point
        Where the source puts it, in the CRS of the register.
    record : mapping
        The row that was read.
    how : Coordinates
        How the source gives places.
    to_register : operation from EPSG:4326 to the CRS of the register
    apart : bool
        The source has the coordinate that was received in a column of its own, beside its point, as an export of the
        register does. Its point stands where that coordinate puts it as long as nobody has corrected it there.

    Returns
    -------
    str
    """
    stored, received = before.values.get("loc_original"), record.get("loc_original")
    if stored is None or (received is None and not apart):
        return ""
    if apart:
        if not _uncorrected(before, point, record, to_register):
            return ""
    elif stored != received and not _received_before(before, point, record, how, to_register):
        return ""
    if not before.placed:
        return tr("the coordinate is the one received before; the factory's point was removed since, and stays away")
    if before.values.get("loc_datum") not in (None, record.get("loc_datum")) and stored == received:
        told = tr("the coordinate is the one received before, in {datum} by the register and in {other} by the source; "
                  "the register's point was kept")  # fmt: skip
        return told.format(datum=before.values["loc_datum"], other=record.get("loc_datum"))
    return tr("the coordinate is the one received before; the register's point, corrected since, was kept")


def _received_before(before: Any, point: Any, record: Mapping[str, Any], how: Coordinates, to_register: Any) -> bool:
    """Return whether the stored coordinate is the place that the source gives, and the factory was moved from there."""
    stored = str(before.values["loc_original"])
    now = record[RESOLUTION]
    read = False
    for datum in dict.fromkeys((record.get("loc_datum"), before.values.get("loc_datum"))):
        reading = _read(stored, datum, how)
        if reading is None:
            continue
        read = True
        there = _point_of(reading, to_register)
        coarser = max(reading.resolution_m, now if now == now else 0.0)
        if apart_m(point, there) > max(SAME_PLACE_M, 1.5 * coarser):
            continue
        # Not moved since: then the source has the same place in finer digits, which is news.
        return not before.placed or apart_m(there, before.geometry) > same_place(reading.resolution_m)
    return not read and _same_numbers(stored, str(record["loc_original"]))


def _uncorrected(before: Any, point: Any, record: Mapping[str, Any], to_register: Any) -> bool:
    """Return whether a source's point is where the register's own `loc_original` puts it, and the register's is not."""
    from ..mapping.profile import Coordinates

    now = record[RESOLUTION]
    # Of what order and datum the coordinate was is not told by the columns of the point.
    how = Coordinates(order="lat_lon")
    for datum in dict.fromkeys((record.get("loc_datum"), before.values.get("loc_datum"), "EPSG:4326")):
        reading = _read(str(before.values["loc_original"]), datum, how)
        if reading is None:
            continue
        there = _point_of(reading, to_register)
        near = max(same_place(reading.resolution_m), 1.5 * now if now == now else 0.0)
        if apart_m(point, there) <= near:
            return not before.placed or apart_m(there, before.geometry) > near
    return False


def _point_of(reading: Reading, to_register: Any) -> Any:
    import numpy as np
    import shapely

    return shapely.Point(to_register.points(np.array([[reading.lon, reading.lat]]))[0])


def _read(text: str, datum: Any, how: Coordinates) -> Reading | None:
    from ..analysis.coordinates import CoordinateError, read, read_pair

    if datum not in DATUMS:
        return None
    parts = text.split(", ")
    try:
        return read_pair(*parts, datum=datum, order=how.order) if len(parts) == 2 else read(text, datum)
    except CoordinateError:
        pass
    try:
        return read(text, datum)
    except CoordinateError:
        return None


def _same_numbers(first: str, second: str) -> bool:
    """Return whether two texts hold the same numbers but for their last bits."""
    ours, theirs = ([float(number) for number in _NUMBER.findall(text)] for text in (first, second))
    if not ours or len(ours) != len(theirs):
        return False
    return all(math.isclose(a, b, rel_tol=_SAME_NUMBER) for a, b in zip(ours, theirs))


def fit_units(values: dict[str, Any], before: Mapping[str, Any]) -> Iterator[tuple[str, str, str]]:
    """Keep the codes of a factory's units to one place, and yield field, code and sentence of what is not taken.

    Parameters
    ----------
    values : dict of field to new value
        What is to change; changed in place.
    before : mapping of field to value
        The factory as it is, of the fields that the register has.
    """
    if not any(name in values for name in ADMIN_CODES):
        return
    coarser = ""
    for name in ADMIN_CODES:
        code, old = values.get(name, before.get(name)), before.get(name)
        if code is not None and not str(code).startswith(coarser):
            if name in values and old is not None and str(old).startswith(coarser):
                told = tr("{code} is not in {unit}, where the factory is; the register's {old} was kept")
                yield name, code, told.format(code=code, unit=coarser, old=old)
                del values[name]
                code = old
            elif old is None:
                told = tr("{code} is not in {unit}, where the factory is; the field was left empty")
                yield name, code, told.format(code=code, unit=coarser)
                del values[name]
                code = None
            else:
                told = tr("{code} is not in {unit}, where the factory is now; the field was emptied")
                yield name, code, told.format(code=code, unit=coarser)
                values[name] = code = None
        coarser = str(code) if code is not None else coarser

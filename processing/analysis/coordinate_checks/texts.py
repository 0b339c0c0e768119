"""What the original texts of the coordinates say."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..coordinates import read_pairs
from . import numbers
from .model import Register, Said, has_text, said

INDIAN_DATUMS = ("EPSG:4131", "EPSG:3148")


@dataclass(frozen=True)
class Texts:
    """The original texts, read; arrays of n rows.

    Attributes
    ----------
    lon_lat : (n, 2) float array
        Degrees on WGS 84, read in the datum that the factory states; NaN where there is no text or it cannot be read.
    unshifted : (n, 2) float array
        The same numbers taken for WGS 84, where the factory states Indian 1960; NaN elsewhere.
    resolution_m : float array
        Half of the last written place, NaN where nothing was read.
    kind : object array of str or None
        ``dd``, ``dms``, ``dm`` or ``utm``.
    datum : object array of str or None
        What the numbers are in.
    code : object array of str
        The error that a location has which only the text can put right.
    error : object array of str or None
        Why a text cannot be read.
    indian : bool array
        The factory states Indian 1960.
    pair : numbers.Pair
    """

    lon_lat: np.ndarray
    unshifted: np.ndarray
    resolution_m: np.ndarray
    kind: np.ndarray
    datum: np.ndarray
    code: np.ndarray
    error: np.ndarray
    indian: np.ndarray
    zone: np.ndarray
    pair: numbers.Pair


def unread(texts: Texts, text: str, row: int) -> Said:
    """Return why the text of a factory is no coordinate."""
    if texts.zone[row] is not None:
        return said("text_zone", text=text, zone=texts.zone[row])
    return said("text_unread", text=text)


def read_texts(register: Register) -> Texts:
    """Read the original texts of a register."""
    n = len(register)
    texts, stated = register.text("loc_original"), register.text("loc_datum")
    indian = np.isin(stated.astype(str), INDIAN_DATUMS)
    lon_lat, unshifted, resolution = np.full((n, 2), np.nan), np.full((n, 2), np.nan), np.full(n, np.nan)
    kind, datum, error, zone = (np.full(n, None, dtype=object) for _ in range(4))
    code = np.full(n, "C08", dtype=object)
    present = has_text(texts)
    for family, rows in (
        ("EPSG:4326", np.flatnonzero(present & ~indian)),
        ("EPSG:4131", np.flatnonzero(present & indian)),
    ):
        if not len(rows):
            continue
        read = read_pairs(list(texts[rows]), None, family)
        lon_lat[rows] = np.column_stack([read.lon, read.lat])
        resolution[rows], kind[rows], datum[rows], error[rows] = read.resolution_m, read.kind, read.datum, read.reason
        for row, word, fault in zip(rows, read.reason, read.error):
            if word == "zone":
                zone[row] = fault[1]["zone"]
        swapped = np.array(["swapped" in notes for notes in read.notes], dtype=bool)
        metres = read.kind == "utm"
        in_degrees = np.isin(stated[rows].astype(str), ("EPSG:4326", "EPSG:4131"))
        code[rows] = np.select([metres & swapped, metres & in_degrees, swapped], ["C03", "C02", "C01"], "C08").astype(
            object
        )
        if family == "EPSG:4131":
            plain = read_pairs(list(texts[rows]), None, "EPSG:4326")
            unshifted[rows] = np.column_stack([plain.lon, plain.lat])
    return Texts(lon_lat, unshifted, resolution, kind, datum, code, error, indian, zone, numbers.written(register))

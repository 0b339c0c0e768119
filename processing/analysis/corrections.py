"""Which proposed corrections are to be applied, and whether a factory still stands where it stood."""

from __future__ import annotations

from collections.abc import Collection

import numpy as np
import pandas as pd

from .crs import geodesic_m

CERTAINTIES = ("certain", "likely", "possible")
CHOSEN = "chosen"
REJECTED, UNDECIDED, OTHER_CODE, LESS_CERTAIN, OTHER_RANK, OVERRULED, CONFLICT, NO_FACTORY = (
    "rejected",
    "undecided",
    "other code",
    "less certain",
    "other rank",
    "overruled",
    "conflict",
    "no factory",
)
# Codes of proposals that read the numbers of the same measurement rightly: other order, unit, zone, datum, notation or
# digit. Who measured, how and when stays true of them. C13 is one only where it has a place (a lost sign); without one
# it takes the place away. All other codes, also of other tools, propose a place that is known in another way: C21 is
# the middle of the premises.
SAME_MEASUREMENT = frozenset(("C01", "C02", "C03", "C04", "C05", "C06", "C07", "C08", "C09", "C11", "C13"))
# What describes a place that is measured anew, where nothing is said of it; the schema wants a method and a datum.
NEW_PLACE = {
    "loc_method": "unknown",
    "loc_accuracy_m": None,
    "loc_reference_point": None,
    "loc_datum": "unknown",
    "loc_source": None,
    "loc_date": None,
}
# What describes no place. Datum and source are those of `loc_original`, which stays.
NO_PLACE = {"loc_method": "unknown", "loc_accuracy_m": None, "loc_reference_point": None, "loc_date": None}
# A place is the same within this many metres: proposals may have been kept with six decimals of a degree.
SAME_PLACE_M = 0.2


def choose(
    proposals: pd.DataFrame, *, accepted_only: bool, codes: Collection[str] = (), min_certainty: str = "certain"
) -> np.ndarray:
    """Say of each proposal whether it is to be applied, or why not.

    Parameters
    ----------
    proposals : pandas.DataFrame
        n rows; ``finding_id``, ``factory_id``, ``code``, ``certainty`` (text or None), ``rank`` (number or NaN) and
        ``accepted`` (True, False or None).
    accepted_only : bool
        Apply only what a person has accepted; otherwise also what nobody has decided on, where it is of rank 1 and at
        least as certain as `min_certainty`.
    codes : collection of str
        Apply only these; all if empty.
    min_certainty : {'certain', 'likely', 'possible'}
        Of what nobody has decided on. What a person has accepted is applied however uncertain.

    Returns
    -------
    (n,) object array of str
        `CHOSEN`, or one of the other words of this module. Of several for one factory none is chosen (`CONFLICT`),
        unless a person has accepted exactly one of them (the others: `OVERRULED`).
    """
    word = np.full(len(proposals), CHOSEN, dtype=object)
    accepted = np.array([value is True for value in proposals["accepted"]], dtype=bool)
    rejected = np.array([value is False for value in proposals["accepted"]], dtype=bool)
    order = {name: place for place, name in enumerate(CERTAINTIES)}
    certainty = np.array([order.get(name, len(order)) for name in proposals["certainty"]], dtype=int)
    if accepted_only:
        word[~accepted] = UNDECIDED
    else:
        rank = pd.to_numeric(proposals["rank"], errors="coerce").to_numpy("float64", na_value=np.nan)
        word[~accepted & (certainty > order[min_certainty])] = LESS_CERTAIN
        word[~accepted & (rank != 1)] = OTHER_RANK
    if len(codes):
        word[~np.isin(proposals["code"].to_numpy(dtype=object).astype(str), list(codes))] = OTHER_CODE
    word[rejected] = REJECTED
    factory = proposals["factory_id"].to_numpy(dtype=object)
    word[(word == CHOSEN) & np.array([not name for name in factory], dtype=bool)] = NO_FACTORY
    several = _several(word, factory)
    decided = {factory[row] for row in np.flatnonzero(several & accepted)}
    overruled = several & ~accepted & np.array([name in decided for name in factory], dtype=bool)
    word[overruled] = OVERRULED
    word[_several(word, factory)] = CONFLICT
    return word


def description(code: str | None, method: str | None = None, *, blank: bool) -> dict[str, str | None]:
    """Return what the register is to say of a place that changes, where the proposal says nothing of it.

    Parameters
    ----------
    code : str or None
        Of the proposal.
    method : str or None
        That the proposal states: it is another measurement then, whatever its code.
    blank : bool
        The place is taken away.

    Returns
    -------
    dict
        By field of the register; nothing where what describes the present place is true of the new one as well.
    """
    if blank:
        return dict(NO_PLACE)
    same = not method and (code or "").strip().upper() in SAME_MEASUREMENT
    return {} if same else dict(NEW_PLACE)


def _several(word: np.ndarray, factory: np.ndarray) -> np.ndarray:
    """Return which rows are chosen together with others for the same factory."""
    chosen = word == CHOSEN
    count = pd.Series(factory[chosen]).value_counts()
    return chosen & np.array([count.get(name, 0) > 1 for name in factory], dtype=bool)


def is_same_place(a: np.ndarray, b: np.ndarray) -> np.ndarray:
    """Return whether pairs of places are one, also where both are nowhere, or the same numbers and no place on Earth.

    Parameters
    ----------
    a, b : (n, 2) float arrays
        Degrees on WGS 84, longitude first; what is not finite is nowhere.
    """
    somewhere_a, somewhere_b = np.isfinite(a).all(axis=1), np.isfinite(b).all(axis=1)
    same = ~somewhere_a & ~somewhere_b
    both = somewhere_a & somewhere_b
    same[both] = geodesic_m(a[both], b[both], "EPSG:4326") <= SAME_PLACE_M
    return same | (both & (a == b).all(axis=1))  # what needs repair most, such as swapped axes, has no distance

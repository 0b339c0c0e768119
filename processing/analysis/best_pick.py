"""Which of several coordinates of one factory to trust: the best pick of EPA's Facility Registry Service, for Cambodia.

A coordinate out of the country does not compete. The others start from the accuracy of how they were obtained; each
check that they pass (the box and the polygon of every declared unit) and a desirable method or reference point lower
the score. The lowest is preferred, and of those with a place in the country one that a person has verified always.

Source: epa.gov/enviro/html/locational/lrt/pick_best.html and verification.html.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pandas as pd

from .coordinate_checks.units import Units

# Metres taken for a coordinate that states none, by its method.
METHOD_M = {
    "survey": 1.0,
    "gps": 5.0,
    "image": 20.0,
    "map": 50.0,
    "address": 200.0,
    "village_centroid": 1_000.0,
    "commune_centroid": 3_000.0,
    "district_centroid": 12_000.0,
    "province_centroid": 40_000.0,
}
UNKNOWN_M = 5_000.0
DESIRABLE_METHODS = ("survey", "gps", "image")
DESIRABLE_POINTS = ("entrance", "site_centre", "production_building")
# What the score is multiplied by for each check that is passed, and for a desirable method or reference point.
PASSED, DESIRABLE = 0.5, 0.9
BY_PERSON = ("survey", "gps")


def pick_best(
    candidates: pd.DataFrame, xy: np.ndarray, units: Mapping[str, Units], eligible: np.ndarray
) -> pd.DataFrame:
    """Score coordinates and flag the one to prefer for each factory.

    Parameters
    ----------
    candidates : pandas.DataFrame
        n rows: ``factory_id``, ``loc_method``, ``loc_reference_point``, ``loc_source``, ``loc_date`` (text or None),
        ``loc_accuracy_m`` (metres, NaN where not stated), ``verified`` (bool), and the declared ``province_code``,
        ``district_code``, ``commune_code``, ``village_code`` as far as there are any.
    xy : (n, 2) float array
        Metres in the CRS of the units; NaN where there is no place.
    units : mapping of level to Units
    eligible : (n,) bool array
        The place is in the country.

    Returns
    -------
    pandas.DataFrame
        n rows: ``score`` (lower is better, infinite where not eligible), ``checks`` asked and ``passed``, ``verified``
        and ``preferred``.
    """
    n = len(candidates)
    method = _column(candidates, "loc_method")
    stated = candidates["loc_accuracy_m"].to_numpy("float64") if "loc_accuracy_m" in candidates else np.full(n, np.nan)
    typical = np.array([METHOD_M.get(value, UNKNOWN_M) for value in method])
    score = np.where(stated > 0, stated, typical)
    asked, passed = np.zeros(n, dtype="int64"), np.zeros(n, dtype="int64")
    for level, known in units.items():
        unit = known.find(_column(candidates, f"{level}_code"))
        box = np.full((n, 4), np.nan)
        box[unit >= 0] = known.bounds[unit[unit >= 0]]
        with np.errstate(invalid="ignore"):
            in_box = (xy >= box[:, :2]).all(axis=1) & (xy <= box[:, 2:]).all(axis=1)
        asked += 2 * (unit >= 0)
        passed += in_box.astype("int64") + known.holds(unit, xy)
    score = score * PASSED**passed
    score = np.where(np.isin(method.astype(str), DESIRABLE_METHODS), score * DESIRABLE, score)
    reference = _column(candidates, "loc_reference_point").astype(str)
    score = np.where(np.isin(reference, DESIRABLE_POINTS), score * DESIRABLE, score)
    score[~eligible | ~np.isfinite(xy).all(axis=1)] = np.inf
    verified = _verified(candidates, method)
    return pd.DataFrame(
        {
            "score": score,
            "checks": asked,
            "passed": passed,
            "verified": verified,
            "preferred": _preferred(candidates, score, verified),
        },
        index=candidates.index,
    )


def _preferred(candidates: pd.DataFrame, score: np.ndarray, verified: np.ndarray) -> np.ndarray:
    """Return which coordinate of each factory is best; of equal ones the latest, then the first."""
    dates = pd.Series(_column(candidates, "loc_date"), dtype=object).map(lambda day: str(day)[:10] if day else "")
    order = pd.DataFrame(
        {
            "id": candidates["factory_id"].to_numpy(dtype=object),
            "unverified": ~(verified & np.isfinite(score)),
            "score": score,
            "newest": -pd.to_numeric(dates.str.replace("-", "", regex=False), errors="coerce").fillna(0).to_numpy(),
            "row": np.arange(len(candidates)),
        }
    ).sort_values(["id", "unverified", "score", "newest", "row"], kind="stable")
    first = order[np.isfinite(order["score"])].drop_duplicates("id")
    preferred = np.zeros(len(candidates), dtype=bool)
    preferred[first["row"].to_numpy("int64")] = True
    return preferred


def _verified(candidates: pd.DataFrame, method: np.ndarray) -> np.ndarray:
    """Return which coordinates a person has verified: a field says so, or the source of a survey is “verified”."""
    source = np.array([(text or "").strip().casefold() for text in _column(candidates, "loc_source")], dtype=object)
    by_source = np.isin(method.astype(str), BY_PERSON) & (source == "verified")
    if "verified" not in candidates:
        return by_source
    return by_source | np.array([value is True or value == 1 for value in candidates["verified"]], dtype=bool)


def _column(candidates: pd.DataFrame, name: str) -> np.ndarray:
    if name not in candidates:
        return np.full(len(candidates), None, dtype=object)
    return candidates[name].to_numpy(dtype=object)

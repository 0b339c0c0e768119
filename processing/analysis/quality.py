"""Measures of a register's quality, per administrative unit, in the manner of ISO 19157."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd

COUNTRY, PROVINCE, DISTRICT = "country", "province", "district"


@dataclass(frozen=True)
class Measure:
    """One measure.

    Attributes
    ----------
    name : str
        Its column.
    element : str
        Data quality element of ISO 19157; empty for a measure of this project.
    iso_id : int or None
        Identifier of the standard measure in ISO 19157, where it is one.
    iso_name : str
        Its name there.
    unit : str
        ``count``, ``share`` (0 to 1) or ``m``.
    """

    name: str
    element: str
    iso_id: int | None
    iso_name: str
    unit: str


_MISSING = ("completeness: omission", None, "")
_OMISSION = ("completeness: omission", 7, "rate of missing items")
_CONCEPTUAL = (
    "logical consistency: conceptual consistency",
    10,
    "number of items not compliant with the rules of the conceptual schema",
)
_DOMAIN = ("logical consistency: domain consistency", None, "")
_POSITION = "positional accuracy"
MEASURES = (
    Measure("factories", "", None, "", "count"),
    Measure("sound_share", "", None, "", "share"),
    Measure("missing_location", *_MISSING, "count"),
    Measure("missing_location_share", *_OMISSION, "share"),
    Measure("stated_accuracy_share", _POSITION, None, "", "share"),
    Measure("mean_accuracy_m", _POSITION, 28, "mean value of positional uncertainties", "m"),
    Measure("worst_accuracy_m", _POSITION, None, "", "m"),
    Measure("centroid_share", _POSITION, None, "", "share"),
    Measure("missing_id", *_MISSING, "count"),
    Measure("duplicate_id", *_CONCEPTUAL, "count"),
    Measure("missing_activity", *_MISSING, "count"),
    Measure("missing_activity_share", *_OMISSION, "share"),
    Measure("unknown_activity", *_DOMAIN, "count"),
    Measure("missing_province", *_MISSING, "count"),
    Measure("missing_province_share", *_OMISSION, "share"),
    Measure("missing_district_share", *_OMISSION, "share"),
    Measure("missing_commune_share", *_OMISSION, "share"),
    Measure("size_inconsistent", *_CONCEPTUAL, "count"),
    Measure("checked", "", None, "", "count"),
    Measure("undecided_share", "", None, "", "share"),
    Measure("no_zoning_share", "", None, "", "share"),
)


def facts_of(
    register: pd.DataFrame,
    *,
    activities: Collection[str],
    largest_staff: Mapping[tuple[int, str], int],
    current_year: int,
) -> pd.DataFrame:
    """Return what is to be said of each factory, one column a fact.

    Parameters
    ----------
    register : pandas.DataFrame
        ``factory_id``, ``activity`` (normalised, empty for none), ``method``, ``size``: text or None; ``province``,
        ``district``, ``commune``: codes or None; ``located``: bool; ``accuracy_m``: metres, NaN where not stated;
        ``employees``, ``size_year``: numbers or NaN; ``verdict``, ``zone_reason``: of a check, None for none.
    activities : collection of str
        Every activity code there is.
    largest_staff : mapping of (year of the definition, size class) to int
        Classes without an upper bound are absent.
    current_year : int
        Of the size definition, for factories that do not state one.

    Returns
    -------
    pandas.DataFrame
        ``province``, ``district``, ``accuracy_m``, and bools: ``missing_location``, ``stated``, ``centroid``,
        ``missing_id``, ``duplicate_id``, ``missing_activity``, ``unknown_activity``, ``missing_province``,
        ``missing_district``, ``missing_commune``, ``size_inconsistent``, ``checked``, ``undecided``, ``no_zoning``, and
        ``sound``: none of the faults. A district or commune that is not recorded is no fault: the register asks for the
        province alone.
    """
    ids = register["factory_id"]
    activity = register["activity"].fillna("")
    facts = pd.DataFrame(
        {
            "province": register["province"],
            "district": register["district"],
            "accuracy_m": register["accuracy_m"].where(register["accuracy_m"].ge(0)),
            "missing_location": ~register["located"].astype(bool),
            "stated": register["accuracy_m"].ge(0),
            "centroid": register["method"].fillna("").astype(str).str.endswith("_centroid"),
            "missing_id": ids.isna(),
            "duplicate_id": ids.notna() & ids.duplicated(keep="first"),
            "missing_activity": activity == "",
            "unknown_activity": (activity != "") & ~activity.isin(list(activities)),
            **{f"missing_{level}": register[level].isna() for level in ("province", "district", "commune")},
            "size_inconsistent": _inconsistent(register, largest_staff, current_year),
            "checked": register["verdict"].notna(),
            "undecided": register["verdict"] == "undecided",
            "no_zoning": register["zone_reason"].isin(["no_zoning", "no_layer"]),
        }
    )
    faults = ["missing_location", "centroid", "missing_id", "duplicate_id", "missing_activity", "unknown_activity"]
    faulty = facts[[*faults, "missing_province", "size_inconsistent"]].any(axis=1) | ~facts["stated"]
    return facts.assign(sound=~faulty)


def _inconsistent(
    register: pd.DataFrame, largest_staff: Mapping[tuple[int, str], int], current_year: int
) -> np.ndarray:
    """Return where the staff is above what the size class allows: revenue or assets lift a class, never lower it."""
    # As numbers with a fraction, which are equal to whole ones: a year may be mistyped as infinite, or far too large.
    years = pd.to_numeric(register["size_year"], errors="coerce").astype("float64").fillna(current_year)
    sizes = register["size"].fillna("").astype(str).str.lower()
    most = np.array([largest_staff.get(pair, np.inf) for pair in zip(years, sizes)], dtype="float64")
    staff = pd.to_numeric(register["employees"], errors="coerce").to_numpy("float64")
    return staff > most


def quality(facts: pd.DataFrame) -> pd.DataFrame:
    """Return the measures of the whole register, of each province and of each district.

    Parameters
    ----------
    facts : pandas.DataFrame
        What `facts_of` returns.

    Returns
    -------
    pandas.DataFrame
        ``level``, ``code`` (None for the country, and for factories without a code), and a column for each of
        `MEASURES`; a share or an accuracy of nothing is NaN. Shares of a check are of the factories checked.
    """
    tables = [_measured(facts, pd.Series("", index=facts.index)).assign(level=COUNTRY)]
    for level in (PROVINCE, DISTRICT):
        tables.append(_measured(facts, facts[level].fillna("").astype(str)).assign(level=level))
    out = pd.concat(tables).rename_axis("code").reset_index()
    out["code"] = out["code"].astype(object).where(out["code"] != "", None)
    return out[["level", "code", *(measure.name for measure in MEASURES)]]


def _measured(facts: pd.DataFrame, unit: pd.Series) -> pd.DataFrame:
    groups = facts.groupby(unit.to_numpy(), sort=True)
    count, checked = groups.size(), groups["checked"].sum()
    sums = groups[[name for name in facts if facts[name].dtype == bool]].sum()
    out = pd.DataFrame({"factories": count, "checked": checked})
    for name in ("missing_id", "duplicate_id", "unknown_activity", "size_inconsistent"):
        out[name] = sums[name]
    for name in ("missing_location", "missing_activity", "missing_province"):
        out[name], out[f"{name}_share"] = sums[name], sums[name] / count
    for name in ("missing_district", "missing_commune"):
        out[f"{name}_share"] = sums[name] / count
    out["sound_share"], out["centroid_share"] = sums["sound"] / count, sums["centroid"] / count
    out["stated_accuracy_share"] = sums["stated"] / count
    out["mean_accuracy_m"], out["worst_accuracy_m"] = groups["accuracy_m"].mean(), groups["accuracy_m"].max()
    of_checked = checked.where(checked > 0).astype("float64")
    out["undecided_share"], out["no_zoning_share"] = sums["undecided"] / of_checked, sums["no_zoning"] / of_checked
    return out

"""What the other columns say against a record: C18, C19 and C22 to C25. None of them moves a point."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping, Sequence

import numpy as np
import pandas as pd
import shapely

from ..id_keys import MOST_WITH_ONE_ID, joined_id_key, keys
from .model import (
    CERTAIN,
    LIKELY,
    NULL_TOKENS,
    POSSIBLE,
    Areas,
    Context,
    Finding,
    Register,
    Said,
    Settings,
    said,
    widest,
)

# Midnight in Phnom Penh, as a clock in UTC tells it: a day written so is one day early. Without a zone it may be five
# in the afternoon, unless that is the hour of most of a column.
_MIDNIGHT_UTC = re.compile(r"^\d{4}-\d{2}-\d{2}[T ]17:00(?::00(?:\.0+)?)?(?P<zone>Z|\+00(?::?00)?)?$")
# Other factories of one licence that are named, and how many factories make a text without a number none.
_NAMED, _MANY = 5, 3
# Declared area over drawn area, in hectares, where the declared figure is in another unit.
_UNITS = {"m2": 1e4, "ares": 1e2, "km2": 1e-2, "rai": 6.25, "ha_for_m2": 1e-4, "thousands": 1e3, "thousandths": 1e-3}
_EXACT, _ROUGH = 0.05, 0.20
# Stated areas tell of each other from this many on; one is unlike all others that is this many times smaller or larger
# than nearly all of them, and like them within this factor.
_LEAST_AREAS, _UNLIKE, _LIKE = 10, 50.0, 1.5
_CLOSED = ("disused", "decommissioned")
_LAPSED = ("expired", "revoked", "suspended")


def duplicate_licences(register: Register, settings: Settings) -> list[Finding]:
    """Return the factories whose licence another factory at another place has too (C19)."""
    licences = register.text("licence_no")
    ids = np.array([id_ or f"#{row + 1}" for row, id_ in enumerate(register.text("factory_id"))], dtype=object)
    (key,) = keys(licences, joined_id_key)
    rows = np.flatnonzero(key != "")
    frame = pd.DataFrame({"key": key[rows], "row": rows})
    frame = frame[frame.duplicated("key", keep=False)]
    found = []
    for number, group in frame.groupby("key"):
        members = group["row"].to_numpy("int64")
        many = len(members)
        if len(set(ids[members])) < 2 or many > MOST_WITH_ONE_ID or _placeholder(number, many):
            continue
        distance = widest(register.xy[members])
        if distance <= settings.licence_m:
            continue
        for row in members:
            others = [str(ids[other]) for other in members[: _NAMED + 1] if other != row][:_NAMED]
            told = {"licence": licences[row], "others": ", ".join(others), "distance": distance}
            evidence = said("licence", **told)
            if len(members) > _NAMED + 1:
                evidence = said("licence_many", count=len(members) - 1 - _NAMED, **told)
            found.append(Finding(int(row), "C19", CERTAIN, said("C19"), (evidence,)))
    return found


def _placeholder(key: str, count: int) -> bool:
    """Return whether what so many factories share is a word for “not yet”: no licence is without a number."""
    return count >= _MANY and not any(sign.isdigit() for sign in key)


def areas_off(areas: Areas | None, register: Register, role: str) -> list[Finding]:
    """Return the sites or parks whose stated area is not that of their polygon (C22)."""
    if areas is None or areas.stated_ha is None:
        return []
    rows = {str(id_): row for row, id_ in enumerate(register.text("factory_id")) if id_} if role == "site" else {}
    drawn = shapely.area(areas.geometries) / 1e4
    found = []
    for at, (stated, measured) in enumerate(zip(areas.stated_ha, drawn)):
        if np.isnan(stated) or not measured > 0:
            continue
        told, certainty = _unit_of(stated, measured)
        if told is None:
            continue
        evidence = said(told, stated=float(stated), drawn=float(measured), ratio=float(stated / measured))
        name = str(areas.names[at] or areas.ids[at] or at + 1)
        row = rows.get(str(areas.ids[at]), -1)
        problem = said(f"C22_{role}", name=name)
        found.append(
            Finding(row, "C22", certainty, problem, (evidence,), (), "minor", str(areas.ids[at] or at + 1), name)
        )
    return found


def areas_unlike_others(register: Register) -> list[Finding]:
    """Return the factories whose stated area is zero, or off by a power of ten from what the others state (C22).

    Without a polygon only the other factories tell: an area is told where none of them is near it, and where it would
    be among the middle eight in ten of them in another unit.
    """
    stated = register.number("area_ha")
    found = [
        Finding(int(row), "C22", CERTAIN, said("C22_factory"), (said("area_none", stated=float(stated[row])),))
        for row in np.flatnonzero(stated <= 0)
    ]
    usual = stated[stated > 0]
    if len(usual) < _LEAST_AREAS:
        return found
    low, median, high = np.quantile(usual, [0.1, 0.5, 0.9])
    for row in np.flatnonzero((stated > 0) & ((stated < low / _UNLIKE) | (stated > high * _UNLIKE))):
        small = bool(stated[row] < low)
        for times in (1_000, 10_000):
            fits = float(stated[row] * times if small else stated[row] / times)
            if low / _LIKE <= fits <= high * _LIKE:
                told = said(
                    "area_small" if small else "area_large",
                    stated=float(stated[row]),
                    median=float(median),
                    times=times,
                    fits=fits,
                )
                found.append(Finding(int(row), "C22", LIKELY, said("C22_factory"), (told,)))
                break
    return found


def _unit_of(stated: float, drawn: float) -> tuple[str | None, str]:
    """Return which unit a stated area is in by its ratio to the drawn one, and how sure that is."""
    if stated <= 0:
        return "area_zero", CERTAIN
    ratio = stated / drawn
    if 1 / 1.5 <= ratio <= 1.5:
        return None, POSSIBLE
    for unit, factor in _UNITS.items():
        off = abs(ratio / factor - 1)
        if off <= (_EXACT if unit == "rai" else _ROUGH):
            sure = CERTAIN if off <= _EXACT and unit != "rai" else LIKELY
            return f"area_{unit}", sure
    return ("area_differs", POSSIBLE) if not 0.5 <= ratio <= 2 else (None, POSSIBLE)


def broken_values(problems: Sequence[tuple[int, str, str, str]]) -> list[Finding]:
    """Return a finding for each value of activity and size that the schema refuses (C23).

    Parameters
    ----------
    problems : sequence of (row, field, value, what was expected)
    """
    by_row: dict[int, list[Said]] = {}
    for row, column, value, expected in problems:
        by_row.setdefault(row, []).append(said("value", field=column, value=value, expected=expected))
    return [
        Finding(row, "C23", CERTAIN, said("C23"), tuple(evidence), severity="minor") for row, evidence in by_row.items()
    ]


def null_tokens(columns: Mapping[str, np.ndarray], dates: Mapping[str, np.ndarray]) -> list[Finding]:
    """Return the factories with a word for “nothing” where nothing should be, or with days that are one off (C24).

    Parameters
    ----------
    columns : mapping of field to (n,) object array of str or None
    dates : mapping of field to (n,) object array of text, date or None
    """
    by_row: dict[int, list[Said]] = {}
    sure: set[int] = set()
    for name, values in columns.items():
        number, distinct = pd.factorize(values, use_na_sentinel=True)
        bad = np.array([isinstance(v, str) and v.strip().casefold() in NULL_TOKENS for v in distinct], dtype=bool)
        for row in np.flatnonzero(np.append(bad, False)[number]):
            by_row.setdefault(int(row), []).append(said("token", field=name, value=values[row]))
            sure.add(int(row))
    for name, values in dates.items():
        number, distinct = pd.factorize(values, use_na_sentinel=True)
        matches = [_MIDNIGHT_UTC.match(_iso(value)) for value in distinct]
        late = np.append(np.array([found is not None for found in matches], dtype=bool), False)[number]
        zoned = np.append(np.array([bool(found and found["zone"]) for found in matches], dtype=bool), False)[number]
        usual = 2 * late.sum() > (number >= 0).sum()
        for row in np.flatnonzero(late if usual else zoned):
            day = dt.date.fromisoformat(_iso(values[row])[:10]) + dt.timedelta(days=1)
            told = said("day_before", field=name, value=_iso(values[row]), day=day.isoformat())
            by_row.setdefault(int(row), []).append(told)
            if zoned[row]:
                sure.add(int(row))
    return [
        Finding(row, "C24", CERTAIN if row in sure else POSSIBLE, said("C24"), tuple(evidence), severity="minor")
        for row, evidence in sorted(by_row.items())
    ]


def _iso(value: object) -> str:
    return value.isoformat(sep="T") if isinstance(value, dt.datetime) else str(value)


def times(register: Register, context: Context) -> list[Finding]:
    """Return the factories whose dates contradict each other, their status, or today (C25)."""
    day = {name: _days(register.frame[name]) for name in ("registration_date", "status_from", "status_to", "loc_date")
           if name in register.frame}  # fmt: skip
    n = len(register)
    none = np.full(n, np.datetime64("NaT"), dtype="datetime64[D]")
    start, end = day.get("status_from", none), day.get("status_to", none)
    status, registration = register.text("status"), register.text("registration_status")
    by_row: dict[int, list[tuple[str, Said]]] = {}

    def report(rows: np.ndarray, certainty: str, key: str, **columns: np.ndarray) -> None:
        for row in np.flatnonzero(rows):
            values = {name: str(column[row]) for name, column in columns.items()}
            by_row.setdefault(int(row), []).append((certainty, said(key, **values)))

    report(end < start, CERTAIN, "ends_before", start=start, end=end)
    closed = np.isin(status.astype(str), _CLOSED)
    if "registration_date" in day:  # a closed factory may still be located, but not registered
        registered = day["registration_date"]
        report(closed & (registered > start) & ~(end < start), LIKELY, "after_closing", day=registered, start=start)
    if not np.isnat(context.today):
        today = context.today.astype("datetime64[D]")
        for name, days in day.items():
            ahead = days > today
            if name in ("status_from", "status_to"):
                ahead &= np.isin(status.astype(str), ("functional", *_CLOSED)) & (name == "status_from")
            report(ahead, CERTAIN, "in_future", field=np.full(n, name, dtype=object), day=days)
        over = (status.astype(str) == "functional") & (end < today) & ~(end < start)
        report(over, LIKELY, "still_functional", end=end)
    lapsed = np.isin(registration.astype(str), _LAPSED) & (status.astype(str) == "functional")
    report(lapsed, POSSIBLE, "lapsed", status=registration)
    rank = {CERTAIN: 0, LIKELY: 1, POSSIBLE: 2}
    found = []
    for row, entries in sorted(by_row.items()):
        certainty = min((one for one, _ in entries), key=rank.__getitem__)
        severity = "minor" if certainty == POSSIBLE else "major"
        found.append(Finding(row, "C25", certainty, said("C25"), tuple(e for _, e in entries), severity=severity))
    return found


def _days(values: pd.Series) -> np.ndarray:
    """Return days of a column of dates, date-times or text; NaT for what is none."""
    texts = [None if value is None or value != value else str(value)[:10] for value in values.tolist()]
    return pd.to_datetime(pd.Series(texts, dtype=object), format="%Y-%m-%d", errors="coerce").to_numpy("datetime64[D]")

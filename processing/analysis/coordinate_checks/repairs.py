"""Where a factory would stand if one known slip were undone, and which of these places the evidence supports.

A factory is looked at only where its place cannot be right: there is none, it is out of the country, or it is outside
of the unit that the factory declares by more than its accuracy. Of a place that agrees with its declared unit nothing
is proposed, whatever other places would agree as well.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

import numpy as np
import pandas as pd
import shapely

from ..envelope import ENVELOPE
from . import numbers
from .country import Land
from .model import (
    CERTAIN,
    LIKELY,
    POSSIBLE,
    Finding,
    Proposal,
    Register,
    Said,
    Settings,
    has_text,
    in_envelope,
    said,
    to_degrees,
    to_metric,
)
from .texts import Texts, unread
from .units import Declared

# Slip -> code of the error, from the best founded to the least where the evidence is equal.
CODE_OF = {
    "swap": "C01",
    "utm": "C02",
    "degrees": "C02",
    "en_swap": "C03",
    "sign": "C13",
    "zone": "C04",
    "text": "C08",
    "seconds": "C09",
    "minutes": "C09",
    "digit": "C11",
}
_ORDER = {kind: place for place, kind in enumerate(CODE_OF)}
# Slips after which the numbers are no place in Cambodia: nothing but undoing them brings them back.
CLEAR = frozenset(("text", "swap", "utm", "degrees", "en_swap", "sign", "zone"))
# UTM zone 48 coordinates within Cambodia's limits (facts: E 211-785 km, N 1145-1626 km; islands from 9.9 N).
_EAST, _NORTH = (200_000.0, 800_000.0), (1_090_000.0, 1_640_000.0)
_ZONE_DEG = 6.0
_SAME_M = 50.0
# Nearer to its unit than this, a place in Cambodia is more likely one of a wrong unit code than of a mistyped digit.
_FAR_M = 500.0
# Levels and parks with which a place must agree, more than the present one, to speak of two exchanged digits.
_CLEAR_GAIN = 2
_NOTHING = {
    "tier": 3,
    "agreed": 0,
    "depth": 0,
    "full": False,
    "distance_m": np.nan,
    "in_park": False,
    "x": 0.0,
    "y": 0.0,
}
_CERTAINTY_RANK = {CERTAIN: 0, LIKELY: 1, POSSIBLE: 2}
_METRIC_DIGITS = 1
# Closer than this, stored degrees are those of the text; files keep six decimals or more.
_WRITTEN_DEG = 2e-6


@dataclass(frozen=True)
class State:
    """What is known of every factory's present place; arrays of n rows.

    Attributes
    ----------
    inside : bool
        In the deepest unit that it declares.
    distance : float
        Metres to that unit, NaN where nothing is declared or there is no place.
    park_distance : float
        Metres to the park that it declares, NaN where it declares none that is known.
    impossible : bool
        There is no place, or it is beyond Cambodia's limits.
    contradicted : bool
        It is outside of its unit or park by more than its own accuracy.
    suspect : bool
        The place cannot be right.
    """

    inside: np.ndarray
    distance: np.ndarray
    park_distance: np.ndarray
    impossible: np.ndarray
    contradicted: np.ndarray
    suspect: np.ndarray


def state_of(register: Register, declared: Declared, land: Land, parks: np.ndarray | None, settings: Settings) -> State:
    """Return what is known of the present places."""
    n = len(register)
    every = np.arange(n)
    inside = declared.inside(every, register.xy)
    distance = np.full(n, np.nan)
    distance[inside] = 0.0
    out = np.flatnonzero(~inside & declared.known & register.plausible)
    distance[out] = declared.distance(out, register.xy[out])
    tolerance = np.maximum(register.accuracy, settings.border_m)
    impossible = ~register.plausible
    suspect = impossible | (distance > tolerance)
    if land.known:
        unknown = np.flatnonzero(~declared.known & ~impossible)
        off = unknown[~land.holds(register.xy[unknown])]
        suspect[off] = land.distance(register.xy[off]) > tolerance[off]
    park_distance = np.full(n, np.nan)
    if parks is not None:
        asked = np.flatnonzero(~shapely.is_missing(parks) & ~impossible)
        park_distance[asked] = shapely.distance(parks[asked], shapely.points(register.xy[asked]))
        suspect |= park_distance > tolerance
    contradicted = np.fmax(distance, park_distance) > register.accuracy
    return State(inside, distance, park_distance, impossible, contradicted, suspect)


class _Pile:
    """Candidates of all kinds, gathered."""

    def __init__(self) -> None:
        self.parts: list[pd.DataFrame] = []

    def add(
        self, rows: np.ndarray, kind: str, lon_lat: np.ndarray, source: str, detail: Sequence[Said] | None = None
    ) -> None:
        at = np.flatnonzero(in_envelope(lon_lat))
        if len(at):
            self.parts.append(
                pd.DataFrame(
                    {
                        "row": rows[at],
                        "kind": kind,
                        "lon": lon_lat[at, 0],
                        "lat": lon_lat[at, 1],
                        "source": source,
                        "detail": [None if detail is None else detail[i] for i in at],
                    }
                )
            )

    def frame(self) -> pd.DataFrame:
        if not self.parts:
            return pd.DataFrame(columns=["row", "kind", "lon", "lat", "source", "detail"])
        return pd.concat(self.parts, ignore_index=True)


def simple_candidates(register: Register, texts: Texts, rows: np.ndarray) -> pd.DataFrame:
    """Return every place at which undoing one slip would put the factories of some rows.

    Returns
    -------
    pandas.DataFrame
        Columns row, kind, lon, lat, source (``stored`` or ``text``), detail.
    """
    pile = _Pile()
    pile.add(rows, "text", texts.lon_lat[rows], "text")
    x, y = register.x[rows], register.y[rows]
    if register.geographic:
        _degrees(pile, rows, np.column_stack([x, y]), "stored", minutes=decimals_of_text(register, texts)[rows])
        _metres(pile, rows, x, y, "stored", stored_utm=False)
    else:
        small = (np.abs(x) <= 180) & (np.abs(y) <= 180)
        for lon, lat in ((x, y), (y, x)):
            pile.add(rows[small], "degrees", np.column_stack([lon, lat])[small], "stored")
        _degrees(pile, rows, register.lon_lat[rows], "stored", minutes=decimals_of_text(register, texts)[rows])
        _metres(pile, rows, x, y, "stored", stored_utm=True)
    # Where the text can be read as it stands, it needs no other order.
    unread = np.isnan(texts.lon_lat[rows, 0])
    a, b = texts.pair.first[rows], texts.pair.second[rows]
    _degrees(pile, rows, np.column_stack([b, a]), "text", swap=unread)
    _metres(pile, rows[unread], a[unread], b[unread], "text", stored_utm=False)
    return pile.frame()


def decimals_of_text(register: Register, texts: Texts) -> np.ndarray:
    """Return whether the stored degrees may be what somebody wrote: the text has the same numbers, or there is none.

    Where the text is UTM metres, minutes and seconds, or other decimals, theirs were never read as decimal degrees.
    """
    a, b = texts.pair.first, texts.pair.second
    lon, lat = (np.column_stack([register.x, register.y]) if register.geographic else register.lon_lat).T
    same = (np.abs(a - lon) < _WRITTEN_DEG) & (np.abs(b - lat) < _WRITTEN_DEG)
    same |= (np.abs(b - lon) < _WRITTEN_DEG) & (np.abs(a - lat) < _WRITTEN_DEG)
    silent = np.isnan(a) & np.array([kind is None for kind in texts.kind], dtype=bool)
    return same | silent


def _degrees(
    pile: _Pile,
    rows: np.ndarray,
    lon_lat: np.ndarray,
    source: str,
    swap: np.ndarray | None = None,
    minutes: np.ndarray | None = None,
) -> None:
    some = np.ones(len(rows), dtype=bool) if swap is None else swap
    few = np.ones(len(rows), dtype=bool) if minutes is None else minutes
    pile.add(rows[some], "swap", lon_lat[some][:, ::-1], source)
    negative = (lon_lat < 0).any(axis=1)
    positive = np.abs(lon_lat)
    pile.add(rows[negative], "sign", positive[negative], source)
    pile.add(rows[negative], "sign", positive[negative][:, ::-1], source)
    for turn in (_ZONE_DEG, -_ZONE_DEG):
        pile.add(rows, "zone", lon_lat + np.array([turn, 0.0]), source)
    for kind, reading in (("seconds", numbers.from_seconds), ("minutes", numbers.from_minutes)):
        read = np.column_stack([reading(lon_lat[:, 0]), reading(lon_lat[:, 1])])
        pile.add(rows[few], kind, read[few], source)
        if source == "text":
            pile.add(rows, kind, read[:, ::-1], source)


def _metres(pile: _Pile, rows: np.ndarray, x: np.ndarray, y: np.ndarray, source: str, *, stored_utm: bool) -> None:
    if not stored_utm:
        pile.add(rows, "utm", _from_utm(x, y), source)
    pile.add(rows, "en_swap", _from_utm(y, x), source)


def _from_utm(east: np.ndarray, north: np.ndarray) -> np.ndarray:
    """Return degrees of UTM zone 48 coordinates, NaN beyond Cambodia's limits."""
    fits = (east >= _EAST[0]) & (east <= _EAST[1]) & (north >= _NORTH[0]) & (north <= _NORTH[1])
    return to_degrees(np.where(fits[:, None], np.column_stack([east, north]), np.nan))


def digit_candidates(register: Register, texts: Texts, rows: np.ndarray, impossible: np.ndarray) -> pd.DataFrame:
    """Return the places that one mistyped digit of one number would explain; columns as of `simple_candidates`."""
    found: list[tuple[int, float, float, bool, str, Said]] = []
    for row in rows:
        for words, source in _words(register, texts, row):
            found += [(row, *made, source, detail) for made, detail in _slips(words, bool(impossible[row]))]
    if not found:
        return _Pile().frame()
    table = pd.DataFrame(found, columns=["row", "a", "b", "metric", "source", "detail"])
    pair = table[["a", "b"]].to_numpy("float64")
    metric, source_of = table["metric"].to_numpy(dtype=bool), table["source"].to_numpy(dtype=object)
    row_of, detail_of = table["row"].to_numpy("int64"), table["detail"].to_numpy(dtype=object)
    lon_lat = pair.copy()
    lon_lat[metric] = _from_utm(*pair[metric].T)
    pile = _Pile()
    for source in ("text", "stored"):
        at = source_of == source
        pile.add(row_of[at], "digit", lon_lat[at], source, list(detail_of[at]))
    return pile.frame()


def _words(register: Register, texts: Texts, row: int) -> list[tuple[tuple[str, str], str]]:
    """Return the ways in which the numbers of a factory may have been typed."""
    out: list[tuple[tuple[str, str], str]] = []
    if texts.pair.words[row] is not None:
        out.append((texts.pair.words[row], "text"))
    x, y = register.x[row], register.y[row]
    if not np.isfinite([x, y]).all():
        return out
    if out and {float(word) for word in out[0][0]} == {x, y}:  # the text has the very numbers that are stored
        return out
    if register.geographic and max(numbers.decimals(x), numbers.decimals(y)) <= 8:
        out.append(((numbers.digits_of(x, 8), numbers.digits_of(y, 8)), "stored"))
    elif not register.geographic:
        out.append(((numbers.digits_of(x, _METRIC_DIGITS), numbers.digits_of(y, _METRIC_DIGITS)), "stored"))
        lon, lat = register.lon_lat[row]
        typed = [numbers.digits_of(value, 6) for value in (lon, lat)] if np.isfinite([lon, lat]).all() else []
        if typed and max(abs(float(typed[0]) - lon), abs(float(typed[1]) - lat)) < 2e-8:
            out.append(((typed[0], typed[1]), "stored"))
    return out


def _slips(words: tuple[str, str], impossible: bool) -> list[tuple[tuple[float, float, bool], Said]]:
    """Return (x, y, whether in metres) for each slip undone in one of two numbers, and what was done."""
    out = []
    for place in (0, 1):
        own, other = words[place], words[1 - place]
        kept = float(other)
        for slip, text in numbers.one_slip_away(own, numbers.SLIPS if impossible else _shown(own, other)):
            value = float(text)
            for a, b in ((value, kept), (kept, value)):
                metric = _EAST[0] <= a <= _EAST[1] and _NORTH[0] <= b <= _NORTH[1]
                if metric or (ENVELOPE[0] <= a <= ENVELOPE[2] and ENVELOPE[1] <= b <= ENVELOPE[3]):
                    out.append(((a, b, metric), said(f"digit_{slip}", before=own, after=text)))
    return out


def _shown(own: str, other: str) -> frozenset[str]:
    """Return the slips that may leave a place in Cambodia and yet show in the number of digits.

    A digit dropped from the decimals, or added to them, leaves one number with one decimal less or more than the other;
    in metres it would change the size of the number. Where that does not show, two neighbours may have changed places.
    """
    if "." not in own or "." not in other:
        return frozenset(("swapped",))
    more = len(own.split(".")[1]) - len(other.split(".")[1])
    return frozenset(({-1: "dropped", 1: "added"}.get(more, "swapped"),))


def judge(
    candidates: pd.DataFrame,
    register: Register,
    declared: Declared,
    state: State,
    land: Land,
    parks: np.ndarray | None,
    settings: Settings,
    stated: np.ndarray,
) -> pd.DataFrame:
    """Return the candidates that the evidence supports, the best of each factory first.

    Parameters
    ----------
    candidates : pandas.DataFrame
        Columns of `simple_candidates`.
    parks : (n,) object array of polygons or None
        The park that each factory declares.
    stated : (n,) bool array
        The text states another UTM zone than 48.

    Returns
    -------
    pandas.DataFrame
        The columns of `candidates`, and certainty, agreed, depth, distance_m, in_park, x, y.
    """
    if not len(candidates):
        return candidates.assign(
            certainty=None, agreed=0, depth=0, full=False, distance_m=np.nan, in_park=False, x=0.0, y=0.0
        )
    rows = candidates["row"].to_numpy("int64")
    xy = to_metric(candidates[["lon", "lat"]].to_numpy("float64"))
    agreed, depth = declared.agreement(rows, xy), declared.depth[rows]
    full = (depth > 0) & (agreed == depth)
    distance = np.where(full, 0.0, np.nan)
    apart = np.flatnonzero(~full & (depth > 0))
    distance[apart] = declared.distance(rows[apart], xy[apart])
    full |= (distance <= register.accuracy[rows]) & np.isin(candidates["kind"], list(CLEAR))
    on_land = land.holds(xy) if land.known else np.ones(len(rows), dtype=bool)
    off = np.flatnonzero(~on_land)
    on_land[off] = land.distance(xy[off]) <= 2000.0 if land.known else True
    in_park = np.zeros(len(rows), dtype=bool)
    if parks is not None:
        own = parks[rows]
        has = np.flatnonzero(~shapely.is_missing(own))
        in_park[has] = shapely.intersects(own[has], shapely.points(xy[has]))
    kinds = candidates["kind"].to_numpy(dtype=object)
    certainty = np.array(
        [
            _certainty(kind, lost, fits, levels, fitting, metres, solid, settings)
            for kind, lost, fits, levels, fitting, metres, solid in zip(
                kinds, state.impossible[rows], full, depth, agreed, distance, on_land
            )
        ],
        dtype=object,
    )
    # A text that is elsewhere than what was measured on the ground may be the older of the two.
    asked = np.isin(kinds, ("text",)) & register.received[rows] & ~state.impossible[rows]
    # Of a text that states another zone, zone 48 is a guess.
    guessed = np.isin(kinds, ("zone", "utm", "en_swap")) & stated[rows]
    certainty[(asked | guessed) & (certainty != None)] = POSSIBLE  # noqa: E711
    certainty[guessed & ~full] = None
    alone = (kinds == "zone") & ~(_in_finer(declared, rows, xy, full, distance, settings) | _as_written(candidates, xy))
    certainty[alone & (certainty != None)] = POSSIBLE  # noqa: E711
    out = candidates.assign(
        certainty=certainty,
        agreed=agreed,
        depth=depth,
        full=full,
        distance_m=distance,
        in_park=in_park,
        x=xy[:, 0],
        y=xy[:, 1],
    )
    # Where only the declared park speaks against the present place, the other place must be in that park.
    only_park = state.inside[rows]
    same = np.hypot(*(xy - register.xy[rows]).T) <= _SAME_M
    out = out[np.array([c is not None for c in certainty], dtype=bool) & (in_park | ~only_park) & ~same]
    return _ranked(out, register, declared)


def _in_finer(
    declared: Declared, rows: np.ndarray, xy: np.ndarray, full: np.ndarray, distance: np.ndarray, settings: Settings
) -> np.ndarray:
    """Return whether each place agrees with a declared district or commune, or is at its border.

    Six degrees beside Cambodia are Bangkok, Rayong, Nha Trang and Quy Nhon: an office there is turned into a province
    of Cambodia as well, so that a province alone says little.
    """
    deepest = declared.deepest[rows]
    out = ((deepest == "district") | (deepest == "commune")) & (full | (distance <= settings.border_m))
    for level in ("district", "commune"):
        if level in declared.rows:
            out |= declared.units[level].holds(declared.rows[level][rows], xy)
    return out


def _as_written(candidates: pd.DataFrame, xy: np.ndarray) -> np.ndarray:
    """Return whether each candidate is where the text of its factory, read as it stands, puts it."""
    rows, of_text = candidates["row"].to_numpy("int64"), (candidates["kind"] == "text").to_numpy(dtype=bool)
    written = np.full((rows.max() + 1, 2), np.nan)
    written[rows[of_text]] = xy[of_text]
    return np.hypot(*(xy - written[rows]).T) <= _SAME_M


def _certainty(
    kind: str,
    impossible: bool,
    full: bool,
    depth: int,
    agreed: int,
    distance: float,
    on_land: bool,
    settings: Settings,
) -> str | None:
    """Return how sure a candidate is, None where nothing speaks for it."""
    if not on_land:
        return None
    near = distance <= settings.border_m
    if kind in CLEAR:
        if not impossible:
            return LIKELY if kind == "text" and (full or near) else None
        if full:
            return CERTAIN
        if depth == 0:
            return CERTAIN if kind != "utm" else LIKELY
        return LIKELY if near or agreed > 0 else POSSIBLE
    if not full:
        return None
    # Several digits may have been lost, or none: of a mistyped number a person is asked.
    return POSSIBLE if kind == "digit" or depth < 2 else LIKELY


def _ranked(frame: pd.DataFrame, register: Register, declared: Declared) -> pd.DataFrame:
    """Return candidates sorted within each factory, one of each place, doubtful where several fit equally."""
    frame = frame.assign(
        tier=_tier(frame),
        sure=frame["certainty"].map(_CERTAINTY_RANK),
        order=frame["kind"].map(_ORDER),
        central=_from_centre(frame, declared),
        from_text=frame["source"] == "text",
    )
    frame = frame.sort_values(
        ["row", "tier", "sure", "in_park", "agreed", "from_text", "order", "central"],
        ascending=[True, True, True, False, False, True, True, True],
        kind="stable",
    )
    places = np.round(frame[["x", "y"]].to_numpy("float64")).astype("int64")
    frame = frame.assign(px=places[:, 0], py=places[:, 1]).drop_duplicates(["row", "px", "py"])
    best = frame.groupby("row")[["x", "y", "order", "sure"]].transform("first")
    apart = np.hypot(frame["x"] - best["x"], frame["y"] - best["y"]) > _SAME_M
    # Another place that fits as well, by a slip as plain as the first: nobody can tell which it was.
    rival = apart & (frame["sure"] == best["sure"])
    # Whatever reads as minutes and seconds reads as minutes with decimals too, half a kilometre away at most.
    rival &= ~((frame["kind"] == "minutes") & (best["order"] == _ORDER["seconds"]))
    rivals = rival.groupby(frame["row"]).transform("sum").to_numpy()
    doubtful = (rivals > 0) & (frame["sure"] == best["sure"]).to_numpy()
    lowered = {CERTAIN: LIKELY, LIKELY: POSSIBLE, POSSIBLE: POSSIBLE}
    certainty = np.where(doubtful, frame["certainty"].map(lowered), frame["certainty"])
    return frame.assign(certainty=certainty, rivals=rivals)


def _tier(frame: pd.DataFrame) -> np.ndarray:
    """Return how directly a slip explains the numbers.

    0 where its place fits, 1 where only disjoint ranges speak for it, 2 for a digit, 3 for a zone that does not fit.
    """
    kind = frame["kind"].to_numpy(dtype=object)
    clear = np.isin(kind.astype(str), [name for name in CLEAR if name != "zone"])
    return np.select([kind == "digit", frame["full"].to_numpy(dtype=bool), clear], [2, 0, 1], 3)


def _from_centre(frame: pd.DataFrame, declared: Declared) -> np.ndarray:
    """Return metres from each candidate to the centre of the unit that its factory declares."""
    out = np.zeros(len(frame))
    rows = frame["row"].to_numpy("int64")
    xy = frame[["x", "y"]].to_numpy("float64")
    for level, unit in declared.rows.items():
        at = np.flatnonzero((declared.deepest[rows] == level) & (unit[rows] >= 0))
        out[at] = np.hypot(*(xy[at] - declared.units[level].centroids[unit[rows[at]]]).T)
    return out


def find_repairs(
    register: Register,
    texts: Texts,
    declared: Declared,
    state: State,
    land: Land,
    parks: np.ndarray | None,
    settings: Settings,
    rows: np.ndarray,
) -> tuple[list[Finding], list[Finding]]:
    """Return a finding for each of some factories for which undoing a slip gives a place that fits.

    Returns
    -------
    findings, unclear : list of Finding
        Those in which a wrong code of the unit explains as much are apart, see `_unclear`.
    """
    stated = has_text(texts.zone)
    judged = judge(simple_candidates(register, texts, rows), register, declared, state, land, parks, settings, stated)
    fits = judged["row"][judged["tier"] <= 1].unique() if len(judged) else np.empty(0, dtype="int64")
    left = np.setdiff1d(rows, fits)
    away = np.fmax(state.distance[left], state.park_distance[left]) > _FAR_M
    left = left[
        np.where(
            state.impossible[left],
            declared.depth[left] >= 1,
            (declared.depth[left] >= 2) & away,
        )
    ]
    if len(left):
        digits = digit_candidates(register, texts, left, state.impossible)
        more = judge(digits, register, declared, state, land, parks, settings, stated)
        if len(more):
            both = pd.concat([judged, more], ignore_index=True) if len(judged) else more
            judged = _ranked(both, register, declared)
    by_row = groupby(judged.itertuples(), key=lambda one: int(one.row))  # sorted by row
    found = [_finding(register, texts, state, row, list(group), settings) for row, group in by_row]
    unclear = _unclear(judged, register, declared, state)
    return [f for f in found if f.row not in unclear], [f for f in found if f.row in unclear]


def _unclear(judged: pd.DataFrame, register: Register, declared: Declared, state: State) -> set[int]:
    """Return the factories whose best place two exchanged digits give, though their present place fits nearly as well.

    So are those that stand where they were measured on the ground, and of which only the text tells another place.
    A number has ten pairs of neighbours, so one of the ten places is in the declared unit now and then. It must agree
    with more of what is declared, by a clear margin: a single wrong code disagrees at one level.
    """
    if not len(judged):
        return set()
    first = judged.drop_duplicates("row")
    at = first["row"].to_numpy("int64")
    elder = (first["kind"] == "text").to_numpy() & register.received[at] & ~state.impossible[at]
    best = first[[one is not None and one.key == "digit_swapped" for one in first["detail"]]]
    rows = best["row"].to_numpy("int64")
    stays = declared.agreement(rows, register.xy[rows]) + (state.park_distance[rows] == 0)
    gain = best["agreed"].to_numpy() + best["in_park"].to_numpy() - stays
    clear = state.impossible[rows] | ((gain >= _CLEAR_GAIN) & (best["rivals"].to_numpy() == 0))
    return {*rows[~clear].tolist(), *at[elder].tolist()}


def _finding(
    register: Register, texts: Texts, state: State, row: int, group: Sequence[Any], settings: Settings
) -> Finding:
    proposals = tuple(_proposal(register, texts, state, one) for one in group[: settings.most])
    code = _code(register, texts, row, proposals[0].code)
    evidence = [now(register, state, row)]
    if texts.error[row] is not None and register.text("loc_original")[row]:
        evidence.append(unread(texts, register.text("loc_original")[row], row))
    if len(group) > settings.most:
        evidence.append(said("more_fit", count=len(group) - settings.most))
    problem = said(code)
    if code == "C04" and texts.zone[row] is not None:
        problem = said("C04_stated", zone=texts.zone[row])
    elif code == "C04" and proposals[0].certainty == POSSIBLE:
        problem = said("C04_perhaps")
    elif code == "C08" and not state.impossible[row]:
        problem = said("C08_apart")
    return Finding(row, code, proposals[0].certainty, problem, tuple(evidence), proposals)


def _code(register: Register, texts: Texts, row: int, code: str) -> str:
    """Return the code of the finding: a zero is one whatever the text says instead."""
    x, y = register.x[row], register.y[row]
    return "C13" if is_zero(np.array([x]), np.array([y]), register)[0] else code


def is_zero(x: np.ndarray, y: np.ndarray, register: Register) -> np.ndarray:
    """Return whether numbers are 0, 0 or have one zero, or are equal: no coordinate of Cambodia is."""
    null_island = register.geographic & (np.abs(x) < 0.5) & (np.abs(y) < 0.5)
    return (x == 0) | (y == 0) | ((x == y) & np.isfinite(x)) | null_island


def now(register: Register, state: State, row: int) -> Said:
    """Return what is wrong with the present place."""
    if not np.isfinite([register.x[row], register.y[row]]).all():
        return said("now_none")
    if state.impossible[row]:
        return said("now_impossible", x=_plain(register.x[row]), y=_plain(register.y[row]), crs=register.crs_name)
    if state.distance[row] > 0:
        return said("now_outside", distance=float(state.distance[row]))
    return said("now_off_land")


def _plain(value: float) -> str:
    return f"{value:.6f}".rstrip("0").rstrip(".") if abs(value) < 1000 else f"{value:.1f}".rstrip("0").rstrip(".")


def _proposal(register: Register, texts: Texts, state: State, one: Any) -> Proposal:
    row, kind = int(one.row), one.kind
    code = texts.code[row] if kind == "text" else CODE_OF[kind]
    evidence = [one.detail if one.detail is not None else said(f"by_{kind}")]
    if kind == "text":
        evidence = [said("by_text", text=register.text("loc_original")[row])]
        if not state.impossible[row]:  # the point is not what the text was misread as
            code = "C08"
            evidence.append(said("text_apart", distance=float(np.hypot(*(register.xy[row] - [one.x, one.y])))))
    elif texts.zone[row] is not None and kind in ("zone", "utm", "en_swap"):
        code = "C04"
        evidence = [said("by_other_zone", text=register.text("loc_original")[row], zone=texts.zone[row])]
    evidence += supports(one)
    accuracy = np.nan
    if kind == "text" and texts.resolution_m[row] > register.accuracy[row]:
        accuracy = round(float(texts.resolution_m[row]), 1)
    return Proposal(
        code=code,
        certainty=one.certainty,
        lon=float(one.lon),
        lat=float(one.lat),
        evidence=tuple(evidence),
        datum=texts.datum[row] if kind == "text" else None,
        accuracy_m=accuracy,
    )


def supports(one: Any) -> list[Said]:
    """Return what speaks for a candidate's place, and how many others fit as well."""
    out = []
    if one.depth == 0 or not (one.full or np.isfinite(one.distance_m)):
        out.append(said("fits_country"))
    elif one.full and one.agreed == one.depth:
        out.append(said("fits_unit", levels=int(one.agreed)))
    elif one.full:
        out.append(said("fits_nearly", distance=float(one.distance_m)))
    elif one.agreed > 0:
        out.append(said("fits_part", distance=float(one.distance_m), levels=int(one.agreed)))
    else:
        out.append(said("fits_not", distance=float(one.distance_m)))
    if one.in_park:
        out.append(said("fits_park"))
    if one.rivals:
        out.append(said("rivals", count=int(one.rivals)))
    return out

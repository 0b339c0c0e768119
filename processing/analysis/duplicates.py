"""Records of a register that look like one factory: candidate pairs, their evidence, and groups of them.

Nothing is merged here, and nothing decided: a pair is a proposal with its reasons for and against.

Which pairs are looked at (`candidates`), so that 100,000 factories take seconds and a park with thousands of them does
not make millions of pairs: those that share an id, a licence, an operator and a word, a rare word of the name or its
sound, the beginning or end of a name, and the nearest neighbours within the distance. Where very many share a word, the
nearest of them and those whose names are next in the alphabet.

Points of the evidence (`POINTS`); their sum, as a share of 100 and between 0 and 1, is the score:

===================  ==================================================================================================
factory id           same 40
licence              same 45, same but for leading zeros or "No." 30, of three or more factories 20, different -15
operator             same 12, different -12
name                 same 45, alike 35, close 20, partly -10, different -30; of common words only 20, 12, 5
name across scripts  like 12 (consonants of Khmer and Latin: weak)
place                same 30, near 20, within their accuracy 10, far -20
activity             same group or class 8, same division 3, different -12
commune              same 8; province different -20
employees            close 4
===================  ==================================================================================================

Certainty, and what is never so certain:

=========  ============================================================================================================
certain    score 0.80 or more; the same name and place, or the same licence or id and names alike; nothing against it
likely     score 0.60 or more, and no reason that makes it possible at most
possible   score 0.40 or more; or the same licence or id; or the same name and operator, and nothing but the distance
           against it; or two factories with no third nearby
=========  ============================================================================================================

Possible at most: different numbers in the names; one operator with two licences, unless name, place and activity are
the same (a licence that was renewed); operators that differ as well as licences. Likely at most: far apart, different
activity (its code, or the words of the names), operator, licence, or province.

Ids are compared as `id_keys` makes them. What more records than `MOST_WITH_ONE_ID` have is no licence and no id.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd
from scipy.spatial import cKDTree

from .crs import GEOD
from .id_keys import MOST_WITH_ONE_ID, bare_id_key, id_key, joined_id_key, keys
from .names import CROSS_SCRIPT_MOST, TRADES, Names, blocking_keys, scripts_of, trades_of

CERTAIN, LIKELY, POSSIBLE = "certain", "likely", "possible"
CERTAINTIES = (CERTAIN, LIKELY, POSSIBLE)
AT_LEAST = {CERTAIN: 0.80, LIKELY: 0.60, POSSIBLE: 0.40}

POINTS: dict[str, dict[str, int]] = {
    "id": {"same": 40},
    "licence": {"same": 45, "zeros": 30, "many": 20, "different": -15},
    "operator": {"same": 12, "different": -12},
    "name": {"same": 45, "alike": 35, "close": 20, "across": 12, "partly": -10, "different": -30},
    "common name": {"same": 20, "alike": 12, "close": 5, "across": 0, "partly": -10, "different": -30},
    "place": {"same": 30, "near": 20, "within accuracy": 10, "far": -20},
    "activity": {"same": 8, "division": 3, "different": -12},
    "commune": {"same": 8},
    "province": {"different": -20},
    "employees": {"close": 4},
}
# Similarity from which on two names are the same, alike, ...
_NAME_LEVELS = (("same", 0.95), ("alike", 0.85), ("close", 0.72), ("partly", 0.5))
_ACROSS_AT_LEAST = 0.55
# A name that tells less than this consists of words that many have.
_COMMON_BELOW = 0.6
# Two scripts: where one disagrees this much, the other does not count alone.
_DISAGREES = 0.6
SAME_PLACE_M = 50.0
# Accuracies make two places one up to here, and within reach of each other up to there.
_SAME_PLACE_MOST_M = 150.0
_REACH_MOST_M = 20_000.0
_EMPLOYEES_RATIO = 1.2
_MANY = 3

# Bounds on the pairs looked at.
_GROUP_MOST = 40
_WINDOW = 6
_NEIGHBOURS = 6
_CHUNK = 200_000
_WORTH_THREADS = 5_000
_SPREAD_MOST = 100
# Sides of a group: how many of the pairs between two parts of it must be pairs, to be one group.
_LINKED = 0.5

Tick = Callable[[float], None]


@dataclass(frozen=True)
class Register:
    """What is compared of a register; every array has n rows, None or NaN where nothing is recorded.

    Attributes
    ----------
    ids, names, names_km, licences, operators, activities, communes, provinces : object arrays of str or None
        `activities` are ISIC codes of 2 to 4 digits.
    lon, lat : float arrays
        Degrees, WGS 84.
    accuracy : float array
        Metres around the coordinate within which the place lies.
    employees : float array
    filled : int array
        How many fields of the record hold something: the fuller of two records is proposed to be kept.
    """

    ids: np.ndarray
    names: np.ndarray
    names_km: np.ndarray
    licences: np.ndarray
    operators: np.ndarray
    activities: np.ndarray
    communes: np.ndarray
    provinces: np.ndarray
    lon: np.ndarray
    lat: np.ndarray
    accuracy: np.ndarray
    employees: np.ndarray
    filled: np.ndarray


@dataclass(frozen=True)
class Duplicates:
    """What was found.

    Attributes
    ----------
    pairs : pandas.DataFrame
        A row a pair, the likeliest first. `row_a`, `row_b` are rows of the register, in the order of their ids. One
        word for each kind of `POINTS`, None where nothing is known; `name_score` (NaN: no names), `name_score_km` and
        `name_score_across`; `numbers_differ`; `distance_m` (NaN: a location is missing); `reach_m`, the sum of the
        accuracies; `alone`: no third factory is near; `against`, a tuple of reasons; `quotes`, by the reason what the
        two names are that it is about; `score`; `certainty`; `pair_id`; `group_id` (None: in no group); `keep`, the row
        that is proposed to be kept.
    groups : pandas.DataFrame
        `group_id`, `rows` (tuple), `certainty` (of its weakest pair), `pairs`, `spread_m`, `chained`: part of a longer
        chain that was cut where its links were few.
    ignored : list of (what, text, count)
        ``licence`` or ``id``, and what so many records have as it that it is none.
    """

    pairs: pd.DataFrame
    groups: pd.DataFrame
    ignored: list[tuple[str, str, int]]


def find(
    register: Register,
    max_distance: float = 500.0,
    min_certainty: str = POSSIBLE,
    tick: Tick = lambda _: None,
    workers: int = 2,
) -> Duplicates:
    """Return pairs of records that look like one factory.

    Parameters
    ----------
    register : Register
        n records, in any order: the result does not depend on it.
    max_distance : float
        Metres within which two places are near.
    min_certainty : {"certain", "likely", "possible"}
    tick : callable
        Progress between 0 and 1; raises to cancel.
    workers : int
        Threads that compare names.

    Returns
    -------
    Duplicates
    """
    order = _canonical_order(register)
    table = _Table(_sorted(register, order), max_distance, workers)
    tick(0.15)
    codes = candidates(table, lambda share: tick(0.15 + 0.35 * share))
    found = []
    for start in range(0, len(codes), _CHUNK):
        part = codes[start : start + _CHUNK]
        found.append(_judged(table, part // table.n, part % table.n))
        tick(0.5 + 0.35 * (start + len(part)) / len(codes))
    pairs = pd.concat(found, ignore_index=True) if found else _judged(table, *np.empty((2, 0), dtype=np.int64))
    pairs = pairs.sort_values(["score", "row_a", "row_b"], ascending=[False, True, True], ignore_index=True)
    pairs["pair_id"] = _numbered(f"{table.id_of(a)}~{table.id_of(b)}" for a, b in zip(pairs["row_a"], pairs["row_b"]))
    groups = _groups(table, pairs)
    pairs["keep"] = _kept(table, pairs["row_a"].to_numpy(), pairs["row_b"].to_numpy())
    tick(0.95)
    wanted = CERTAINTIES[: CERTAINTIES.index(min_certainty) + 1]
    pairs = pairs[pairs["certainty"].isin(wanted)].reset_index(drop=True)
    pairs["quotes"] = _quotes(table, pairs)
    groups = groups[groups["group_id"].isin(pairs["group_id"])].reset_index(drop=True)
    for name in ("row_a", "row_b", "keep"):
        pairs[name] = order[pairs[name].to_numpy(np.int64)]
    groups["rows"] = [tuple(int(order[row]) for row in rows) for rows in groups["rows"]]
    tick(1.0)
    return Duplicates(pairs, groups, table.ignored)


def _canonical_order(register: Register) -> np.ndarray:
    """Return the records' order by their content: neighbours at one distance are then cut off alike in any input."""
    texts = [getattr(register, name) for name in ("ids", "names", "names_km", "licences", "operators", "activities")]
    texts += [register.communes, register.provinces]
    numbers = [np.nan_to_num(getattr(register, name), nan=np.inf).tolist() for name in ("lon", "lat", "accuracy")]
    numbers += [np.nan_to_num(register.employees, nan=np.inf).tolist(), register.filled.tolist()]
    keys = list(zip(*([value or "" for value in column] for column in texts), *numbers))
    return np.array(sorted(range(len(keys)), key=keys.__getitem__), dtype=np.int64)


def _sorted(register: Register, order: np.ndarray) -> Register:
    return Register(*(getattr(register, name)[order] for name in Register.__dataclass_fields__))


def _numbered(ids: Iterable[str]) -> list[str]:
    """Return ids, those that are there already with a number: records may share their factory id."""
    seen: Counter[str] = Counter()
    out = []
    for one in ids:
        seen[one] += 1
        out.append(one if seen[one] == 1 else f"{one}#{seen[one]}")
    return out


class _Table:
    """A register with what the comparison needs, in canonical order."""

    def __init__(self, register: Register, max_distance: float, workers: int) -> None:
        self.register = register
        self.n = len(register.ids)
        self.max_distance = max_distance
        self.workers = workers
        self.latin, self.khmer = _by_script(register.names, register.names_km)
        self.names = Names(self.latin.tolist())
        self.names_km = Names(self.khmer.tolist())
        self.trades = _trades(self.names) | _trades(self.names_km)
        self.ignored: list[tuple[str, str, int]] = []
        (known,) = keys(register.ids, id_key)
        ids = [one if key else None for one, key in zip(register.ids.tolist(), known.tolist())]
        self.ids = self._told("id", register.ids, _codes(ids))
        exact, bare = (_codes(key) for key in keys(register.licences, joined_id_key, bare_id_key))
        self.licences = self._told("licence", register.licences, exact)
        self.bare_licences = np.where(_sizes(bare) > MOST_WITH_ONE_ID, -1, bare)
        self.licence_of, self.bare_licence_of = _sizes(self.licences), _sizes(self.bare_licences)
        self.operators = _codes(*keys(register.operators, bare_id_key))
        self.communes = _codes(register.communes)
        self.provinces = _codes(register.provinces)
        self.activities = [_codes(_digits(register.activities, length)) for length in (2, 3, 4)]
        self.located = np.isfinite(register.lon) & np.isfinite(register.lat)
        self.accuracy = np.where(np.isfinite(register.accuracy), register.accuracy, 0.0)
        self.places = _on_sphere(register.lon, register.lat)
        self.isolated = self._isolated()

    def id_of(self, row: int) -> str:
        return self.register.ids[row] or ""

    def _told(self, what: str, texts: np.ndarray, codes: np.ndarray) -> np.ndarray:
        """Return codes without those of too many records, which are noted."""
        size = _sizes(codes)
        many = np.flatnonzero(size > MOST_WITH_ONE_ID)
        _, first = np.unique(codes[many], return_index=True)
        self.ignored += sorted((what, str(texts[row]), int(size[row])) for row in many[first])
        return np.where(size > MOST_WITH_ONE_ID, -1, codes)

    def _isolated(self) -> np.ndarray:
        """Return for each record the only other one within the distance, -1 where there is none or several."""
        rows = np.flatnonzero(self.located)
        other = np.full(self.n, -1, dtype=np.int64)
        if len(rows) < 2:
            return other
        tree = cKDTree(self.places[rows])
        away, near = tree.query(self.places[rows], k=3, distance_upper_bound=self.max_distance, workers=self.workers)
        alone = np.isfinite(away[:, 1]) & ~np.isfinite(away[:, 2])
        own = np.arange(len(rows))
        which = np.where(near[:, 0] == own, near[:, 1], near[:, 0])
        other[rows[alone]] = rows[which[alone]]
        return other

    def distances(self, one: np.ndarray, other: np.ndarray) -> np.ndarray:
        """Return distances on the ellipsoid in metres, NaN where a location is missing; far ones by the chord."""
        away = np.sqrt(((self.places[one] - self.places[other]) ** 2).sum(axis=1))
        near = np.flatnonzero(away <= self.max_distance + 2 * _REACH_MOST_M)
        away[near] = self.on_ground(one[near], other[near])
        return away

    def on_ground(self, one: np.ndarray, other: np.ndarray) -> np.ndarray:
        """Return distances on the ellipsoid in metres, NaN where a location is missing."""
        lon, lat = self.register.lon, self.register.lat
        away = np.full(len(one), np.nan)
        there = np.flatnonzero(self.located[one] & self.located[other])
        i, j = one[there], other[there]
        away[there] = GEOD.inv(lon[i], lat[i], lon[j], lat[j])[2]
        return away


def _codes(values: Iterable[str | None]) -> np.ndarray:
    return pd.factorize(np.array([value or None for value in values], dtype=object), use_na_sentinel=True)[0]


def _sizes(codes: np.ndarray) -> np.ndarray:
    """Return for each row how many rows have its code, 0 for none."""
    counts = np.bincount(codes[codes >= 0], minlength=1)
    return np.where(codes >= 0, counts[np.maximum(codes, 0)], 0)


def _by_script(names: np.ndarray, names_km: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return names in Latin letters and in Khmer, whichever column they stand in; those in both scripts as both."""
    latin, khmer = names.copy(), names_km.copy()
    for row, (name, name_km) in enumerate(zip(names.tolist(), names_km.tolist())):
        first, second = scripts_of(name), scripts_of(name_km)
        if "khmer" in first and "khmer" not in second:
            khmer[row] = name
            latin[row] = name if "latin" in first else name_km
        elif "latin" in second and "khmer" not in second and not first:
            latin[row], khmer[row] = name_km, None
        elif "khmer" in first and "latin" not in first:
            latin[row] = None
    return latin, khmer


def _trades(names: Names) -> np.ndarray:
    """Return for each row what its name says is made there, a bit for each kind; 0 where it says nothing."""
    of_name = [sum(1 << TRADES.index(trade) for trade in trades_of(text)) for text in names.texts]
    return np.array([*of_name, 0], dtype=np.int64)[names.codes]


def _digits(codes: np.ndarray, length: int) -> list[str | None]:
    return [code[:length] if code and len(code) >= length else None for code in codes]


def _on_sphere(lon: np.ndarray, lat: np.ndarray) -> np.ndarray:
    """Return geocentric coordinates in metres (n, 3): near each other, chords are distances in any place on Earth."""
    a, e2 = GEOD.a, GEOD.es
    x, y = np.radians(lon), np.radians(lat)
    radius = a / np.sqrt(1.0 - e2 * np.sin(y) ** 2)
    return np.column_stack(
        [radius * np.cos(y) * np.cos(x), radius * np.cos(y) * np.sin(x), radius * (1.0 - e2) * np.sin(y)]
    )


def candidates(table: _Table, tick: Tick = lambda _: None) -> np.ndarray:
    """Return the pairs worth comparing as sorted int64 `first * n + second`, first < second, none twice."""
    n = table.n
    found = [
        _within(table.ids, np.arange(n), n),
        _within(table.licences, np.arange(n), n),
        _within(table.bare_licences, np.arange(n), n),
        _nearest(table, np.flatnonzero(table.located), _NEIGHBOURS),
    ]
    tick(0.2)
    for done, names in ((0.2, table.names), (0.6, table.names_km)):
        keys, rows = _keys_of(names)
        found += list(_by_key(table, names, keys, rows))
        tick(done + 0.3)
        operators = table.operators[rows]
        both = np.where(operators >= 0, operators * (keys.max(initial=0) + 1) + keys, -1)
        found.append(_within(pd.factorize(both)[0] if len(both) else both, rows, n, skip=both < 0))
        tick(done + 0.35)
    found.append(_across_scripts(table))
    codes = np.unique(np.concatenate(found))
    tick(1.0)
    return codes


def _pair_codes(one: np.ndarray, other: np.ndarray, n: int) -> np.ndarray:
    first, second = np.minimum(one, other), np.maximum(one, other)
    different = first != second
    return np.unique(first[different].astype(np.int64) * n + second[different])


def _within(
    keys: np.ndarray, rows: np.ndarray, n: int, skip: np.ndarray | None = None, most: int = _GROUP_MOST
) -> np.ndarray:
    """Return all pairs of rows that share a key, for keys of at most `most` rows."""
    keep = keys >= 0 if skip is None else ~skip
    keys, rows = keys[keep], rows[keep]
    size = _sizes(keys)
    few = (size > 1) & (size <= most)
    keys, rows = keys[few], rows[few]
    order = np.lexsort((rows, keys))
    return _side_by_side(keys[order], rows[order], n, most - 1)


def _side_by_side(keys: np.ndarray, rows: np.ndarray, n: int, most: int) -> np.ndarray:
    """Return pairs of rows of one key that are at most `most` places apart; both arrays sorted by key."""
    found = [np.empty(0, dtype=np.int64)]
    for apart in range(1, most + 1):
        same = np.flatnonzero(keys[apart:] == keys[:-apart]) if len(keys) > apart else np.empty(0, dtype=np.int64)
        if not len(same):
            break
        found.append(_pair_codes(rows[same], rows[same + apart], n))
    return np.unique(np.concatenate(found))


def _nearest(table: _Table, rows: np.ndarray, most: int) -> np.ndarray:
    """Return each row with its nearest ones within the distance."""
    if len(rows) < 2:
        return np.empty(0, dtype=np.int64)
    k = min(most + 1, len(rows))
    reach = table.max_distance * 1.0001 + 0.01  # a chord is shorter, never longer, than the way on the ground
    tree = cKDTree(table.places[rows])
    workers = table.workers if len(rows) > _WORTH_THREADS else 1
    _, near = tree.query(table.places[rows], k=k, distance_upper_bound=reach, workers=workers)
    there = near < len(rows)
    one = np.repeat(rows, k).reshape(len(rows), k)[there]
    return _pair_codes(one, rows[near[there]], table.n)


def _keys_of(names: Names) -> tuple[np.ndarray, np.ndarray]:
    """Return keys and rows: a line for each key of each row's name."""
    numbers: dict[str, int] = {}
    of_name = [[numbers.setdefault(key, len(numbers)) for key in blocking_keys(text)] for text in names.texts]
    count = np.array([len(keys) for keys in of_name], dtype=np.int64)
    flat = np.array([key for keys in of_name for key in keys], dtype=np.int64)
    start = np.concatenate([[0], np.cumsum(count)])[:-1] if len(count) else count
    named = np.flatnonzero(names.codes >= 0)
    times = count[names.codes[named]] if len(named) else np.empty(0, dtype=np.int64)
    rows = np.repeat(named, times)
    within = np.arange(len(rows)) - np.repeat(np.cumsum(times) - times, times)
    return flat[np.repeat(start[names.codes[named]], times) + within] if len(rows) else flat[:0], rows


def _by_key(table: _Table, names: Names, keys: np.ndarray, rows: np.ndarray) -> Iterable[np.ndarray]:
    """Yield pairs of rows whose names share a key that few have, and of those that many have the nearest."""
    yield _within(keys, rows, table.n)
    many = _sizes(keys) > _GROUP_MOST
    if not many.any():
        return
    keys, rows = keys[many], rows[many]
    order = np.lexsort((rows, names.codes[rows], keys))  # texts are numbered by the alphabet
    keys, rows = keys[order], rows[order]
    yield _side_by_side(keys, rows, table.n, _WINDOW)
    ends = np.flatnonzero(np.diff(keys)) + 1
    for group in np.split(rows, ends):
        yield _nearest(table, group[table.located[group]], _NEIGHBOURS)


def _across_scripts(table: _Table) -> np.ndarray:
    """Return near pairs of which one has a name in Khmer only and the other none in Khmer."""
    english, khmer = table.names.codes >= 0, table.names_km.codes >= 0
    rows = np.flatnonzero(table.located & (english != khmer))
    return _nearest(table, rows, 2 * _NEIGHBOURS)


def _judged(table: _Table, one: np.ndarray, other: np.ndarray) -> pd.DataFrame:
    """Return the pairs among these that are possible at least, with their evidence."""
    pairs = _evidence(table, one, other)
    sure = (pairs["id"] == "same") | pairs["licence"].isin(["same", "many"]) | pairs["alone"]
    sure |= pairs["operator"] == "same"
    best = pairs["points"] + POINTS["name"]["same"]
    pairs = pairs[sure | (best >= 100 * AT_LEAST[POSSIBLE])].reset_index(drop=True)
    pairs = _with_names(table, pairs)
    pairs["distance_m"] = table.on_ground(pairs["row_a"].to_numpy(), pairs["row_b"].to_numpy())
    pairs["score"] = np.clip(pairs.pop("points") / 100.0, 0.0, 1.0).round(2)
    pairs["against"] = _against(pairs)
    pairs["certainty"] = _certainty(pairs)
    return pairs[pairs["certainty"].notna()].reset_index(drop=True)


def _evidence(table: _Table, one: np.ndarray, other: np.ndarray) -> pd.DataFrame:
    """Return all evidence but names, and the sum of its points."""
    distance = table.distances(one, other)
    reach = np.minimum(table.accuracy[one] + table.accuracy[other], _REACH_MOST_M)
    words = {
        "id": _agreement(table.ids[one], table.ids[other], different=None),
        "licence": _licences(table, one, other),
        "operator": _agreement(table.operators[one], table.operators[other]),
        "place": _places(distance, reach, table.max_distance),
        "activity": _activities(table, one, other),
        "commune": _agreement(table.communes[one], table.communes[other], different=None),
        "province": _agreement(table.provinces[one], table.provinces[other], same=None),
        "employees": _close(table.register.employees[one], table.register.employees[other]),
    }
    alone = (table.isolated[one] == other) & (table.isolated[other] == one)
    for name in ("licence", "operator", "activity"):
        alone &= words[name] != "different"
    points = np.zeros(len(one))
    for name, column in words.items():
        points += _points(name, column)
    return pd.DataFrame(
        {
            "row_a": one,
            "row_b": other,
            "distance_m": distance,
            "reach_m": reach,
            **words,
            "alone": alone,
            "points": points,
        }
    )


def _agreement(
    one: np.ndarray, other: np.ndarray, same: str | None = "same", different: str | None = "different"
) -> np.ndarray:
    known = (one >= 0) & (other >= 0)
    out = np.full(len(one), None, dtype=object)
    out[known & (one == other)] = same
    out[known & (one != other)] = different
    return out


def _licences(table: _Table, one: np.ndarray, other: np.ndarray) -> np.ndarray:
    out = _agreement(table.bare_licences[one], table.bare_licences[other])
    few = table.bare_licence_of[one] < _MANY
    out[(out == "same") & few] = "zeros"
    out[(out == "same") & ~few] = None
    same = (table.licences[one] >= 0) & (table.licences[one] == table.licences[other])
    out[same] = "same"
    out[same & (table.licence_of[one] >= _MANY)] = "many"
    return out


def _points(name: str, words: np.ndarray) -> np.ndarray:
    out = np.zeros(len(words))
    for word, points in POINTS[name].items():
        out[words == word] = points
    return out


def _places(distance: np.ndarray, reach: np.ndarray, near: float) -> np.ndarray:
    out = np.full(len(distance), None, dtype=object)
    known = np.isfinite(distance)
    out[known] = "far"
    out[known & (distance <= near + reach)] = "within accuracy"
    out[known & (distance <= near) & (reach <= np.maximum(near, _SAME_PLACE_MOST_M))] = "near"
    # Two records at the centre of one commune are no metre apart, and may be anywhere in it.
    out[known & (distance <= np.maximum(SAME_PLACE_M, reach)) & (reach <= _SAME_PLACE_MOST_M)] = "same"
    return out


def _activities(table: _Table, one: np.ndarray, other: np.ndarray) -> np.ndarray:
    division, group, class_ = (_agreement(level[one], level[other]) for level in table.activities)
    out = division.copy()
    out[division == "same"] = "division"
    out[(group == "same") & (class_ != "different")] = "same"
    return out


def _close(one: np.ndarray, other: np.ndarray) -> np.ndarray:
    out = np.full(len(one), None, dtype=object)
    least, most = np.fmin(one, other), np.fmax(one, other)
    out[(least > 0) & np.isfinite(one) & np.isfinite(other) & (most <= _EMPLOYEES_RATIO * least)] = "close"
    return out


def _with_names(table: _Table, pairs: pd.DataFrame) -> pd.DataFrame:
    """Return pairs with the evidence of their names, and its points added."""
    one, other = pairs["row_a"].to_numpy(), pairs["row_b"].to_numpy()
    english, khmer, across, both = _name_scores(table, one, other)
    level = np.full(len(one), None, dtype=object)
    known = np.isfinite(both)
    level[known] = "different"
    for word, least in reversed(_NAME_LEVELS):
        level[both >= least] = word
    level[~known & (across >= _ACROSS_AT_LEAST)] = "across"
    common = _common(table, one, other)
    points = np.where(common, _points("common name", level), _points("name", level))
    return pairs.assign(
        name=level,
        name_score=english,
        name_score_km=khmer,
        name_score_across=across,
        common_name=common,
        numbers_differ=table.names.clashing(one, other) | table.names_km.clashing(one, other),
        trades_differ=(table.trades[one] != 0)
        & (table.trades[other] != 0)
        & (table.trades[one] & table.trades[other] == 0),
        points=pairs["points"] + points,
    )


def _name_scores(table: _Table, one: np.ndarray, other: np.ndarray) -> tuple[np.ndarray, ...]:
    """Return similarities in Latin, in Khmer, across, and of both scripts together; NaN where there is none."""
    english = table.names.similarity(one, other, workers=table.workers)
    khmer = table.names_km.similarity(one, other, workers=table.workers)
    across = np.full(len(one), np.nan)
    rows = np.flatnonzero(np.isnan(english) & np.isnan(khmer))
    if len(rows):
        forth = table.names.similarity(one[rows], other[rows], table.names_km, workers=table.workers)
        back = table.names.similarity(other[rows], one[rows], table.names_km, workers=table.workers)
        across[rows] = np.fmax(forth, back)
    best, worst = np.fmax(english, khmer), np.fmin(english, khmer)
    both = np.where(worst >= _DISAGREES, best, (best + worst) / 2.0)
    both = np.where(np.isnan(both) & (across > CROSS_SCRIPT_MOST), across, both)  # one script in the other's field
    return english, khmer, across, both


def _common(table: _Table, one: np.ndarray, other: np.ndarray) -> np.ndarray:
    """Return whether what tells one of the two names is only words that many have, in every script it has."""
    telling = np.fmax(_telling(table.names), _telling(table.names_km))
    return np.nan_to_num(np.fmin(telling[one], telling[other]), nan=1.0) < _COMMON_BELOW


def _telling(names: Names) -> np.ndarray:
    out = np.full(len(names.codes), np.nan)
    there = names.codes >= 0
    out[there] = names.telling[names.codes[there]]
    return out


def _against(pairs: pd.DataFrame) -> list[tuple[str, ...]]:
    """Return what speaks against each pair, in the order of its weight."""
    different = {
        name: (pairs[name] == "different").to_numpy() for name in ("licence", "operator", "activity", "province")
    }
    compound = different["licence"] & (pairs["operator"] == "same").to_numpy()
    renewed = compound & (pairs[["name", "place", "activity"]] == "same").all(axis=1).to_numpy()
    reasons = {
        "numbers": pairs["numbers_differ"].to_numpy(),
        "compound": compound & ~renewed,
        "renewed": renewed,
        "operator and licence": different["licence"] & different["operator"],
        "licence": different["licence"] & pairs["operator"].isna().to_numpy(),
        "operator": different["operator"] & ~different["licence"],
        "activity": different["activity"],
        "trades": pairs["trades_differ"].to_numpy(),
        "far": (pairs["place"] == "far").to_numpy(),
        "province": different["province"],
        "name": (pairs["name"] == "different").to_numpy(),
    }
    out: list[tuple[str, ...]] = [()] * len(pairs)
    for reason, which in reasons.items():
        for row in np.flatnonzero(which):
            out[row] = (*out[row], reason)
    return out


_POSSIBLE_AT_MOST = frozenset(("numbers", "compound", "operator and licence"))


def _quotes(table: _Table, pairs: pd.DataFrame) -> list[dict[str, tuple[str | None, str | None]]]:
    """Return the names of each pair that a reason against it is about, by reason."""
    columns = (table.latin, table.names), (table.khmer, table.names_km)
    out: list[dict[str, tuple[str | None, str | None]]] = []
    for a, b, reasons in zip(pairs["row_a"].tolist(), pairs["row_b"].tolist(), pairs["against"]):
        told: dict[str, tuple[str | None, str | None]] = {}
        both = [(texts[a], texts[b]) for texts, names in columns if names.codes[a] >= 0 and names.codes[b] >= 0]
        either = tuple(table.latin[row] or table.khmer[row] for row in (a, b))
        told["name"] = both[0] if both else (either[0], either[1])
        for texts, names in reversed(columns):
            if "numbers" in reasons and names.clashing(np.array([a]), np.array([b])).any():
                told["numbers"] = texts[a], texts[b]
        if "trades" in reasons:
            said = [next(texts[row] for texts, names in columns if names.trades(row)) for row in (a, b)]
            told["trades"] = said[0], said[1]
        out.append({reason: names for reason, names in told.items() if reason in reasons})
    return out


def _certainty(pairs: pd.DataFrame) -> np.ndarray:
    score = pairs["score"].to_numpy()
    capped = np.array([bool(_POSSIBLE_AT_MOST & {*reasons}) for reasons in pairs["against"]], dtype=bool)
    clear = np.array([not reasons for reasons in pairs["against"]], dtype=bool)
    by_id = ((pairs["id"] == "same") | (pairs["licence"] == "same")) & pairs["name"].isin(["same", "alike"])
    by_place = (pairs["place"] == "same") & (pairs["name"] == "same")
    # One coordinate may be wrong: the same name of one operator is told wherever the two are.
    astray = (pairs["name"] == "same") & (pairs["operator"] == "same") & ~pairs["common_name"]
    astray &= np.array([set(reasons) <= {"far"} for reasons in pairs["against"]], dtype=bool)
    sure = (pairs["id"] == "same") | pairs["licence"].isin(["same", "many"]) | pairs["alone"] | astray
    out = np.full(len(pairs), None, dtype=object)
    out[(score >= AT_LEAST[POSSIBLE]) | sure.to_numpy()] = POSSIBLE
    out[(score >= AT_LEAST[LIKELY]) & ~capped] = LIKELY
    out[(score >= AT_LEAST[CERTAIN]) & clear & (by_id | by_place).to_numpy()] = CERTAIN
    return out


def _kept(table: _Table, one: np.ndarray, other: np.ndarray) -> np.ndarray:
    """Return which of two records to keep: the fuller, of two as full the more accurate, then the first by id."""
    register = table.register
    place = np.where(table.located, np.where(np.isfinite(register.accuracy), register.accuracy, 1e6), np.inf)
    second = register.filled[other] > register.filled[one]
    tied = register.filled[other] == register.filled[one]
    return np.where(second | (tied & (place[other] < place[one])), other, one)


def _groups(table: _Table, pairs: pd.DataFrame) -> pd.DataFrame:
    """Return the groups of pairs that are likely at least, and note in `pairs` which one each is in.

    A chain A-B-C in which A and C are no pair may be two factories: two parts become one group only if at least half of
    the pairs between them are pairs, the likeliest first.
    """
    linked = pairs["certainty"].isin([CERTAIN, LIKELY]).to_numpy()
    edges = list(zip(pairs["row_a"][linked].tolist(), pairs["row_b"][linked].tolist()))
    part = _parts(edges)
    whole = _components(edges)
    members: dict[int, list[int]] = {}
    for row, number in part.items():
        members.setdefault(number, []).append(row)
    rows = sorted(tuple(sorted(group)) for group in members.values() if len(group) > 1)
    names = _numbered(f"G-{table.id_of(group[0])}" for group in rows)
    name_of = {row: name for name, group in zip(names, rows) for row in group}
    size = Counter(whole.values())
    ends = [(name_of.get(a), name_of.get(b)) for a, b in zip(pairs["row_a"].tolist(), pairs["row_b"].tolist())]
    pairs["group_id"] = pd.Series([a if a == b else None for a, b in ends], index=pairs.index, dtype=object)
    told = pairs[linked & pairs["group_id"].notna()]
    weakest = {name: max(group, key=CERTAINTIES.index) for name, group in told.groupby("group_id")["certainty"]}
    counts = told["group_id"].value_counts()
    return pd.DataFrame(
        {
            "group_id": names,
            "rows": rows,
            "certainty": [weakest[name] for name in names],
            "pairs": [int(counts[name]) for name in names],
            "spread_m": _spreads(table, rows),
            "chained": [size[whole[group[0]]] > len(group) for group in rows],
        }
    )


def _components(edges: Sequence[tuple[int, int]]) -> dict[int, int]:
    """Return the first row of the connected component of each row."""
    parent: dict[int, int] = {}

    def root(row: int) -> int:
        while parent.setdefault(row, row) != row:
            parent[row] = row = parent[parent[row]]
        return row

    for a, b in edges:
        first, second = sorted((root(a), root(b)))
        parent[second] = first
    return {row: root(row) for row in sorted(parent)}


def _parts(edges: Sequence[tuple[int, int]]) -> dict[int, int]:
    """Return a number of its group for each row; edges are taken in their order."""
    part: dict[int, int] = {}
    members: dict[int, list[int]] = {}
    between: dict[int, Counter[int]] = {}
    for a, b in edges:
        for row in (a, b):
            if row not in part:
                part[row], members[row], between[row] = row, [row], Counter()
    for a, b in edges:
        between[a][b] += 1
        between[b][a] += 1
    for a, b in edges:
        one, other = part[a], part[b]
        if one == other or between[one][other] < _LINKED * len(members[one]) * len(members[other]):
            continue
        if len(members[one]) < len(members[other]):
            one, other = other, one
        for row in members.pop(other):
            part[row] = one
            members[one].append(row)
        for third, count in between.pop(other).items():
            if third != one:
                between[one][third] += count
                between[third][one] += count
                del between[third][other]
        del between[one][other]
    return part


def _spreads(table: _Table, groups: Sequence[Sequence[int]]) -> np.ndarray:
    """Return the largest distance in metres between members of each, NaN where fewer than two have a location."""
    which, one, other = [], [], []
    for number, rows in enumerate(groups):
        there = [row for row in rows if table.located[row]][:_SPREAD_MOST]
        i, j = np.triu_indices(len(there), 1)
        which.append(np.full(len(i), number))
        one.append(np.array(there, dtype=np.int64)[i])
        other.append(np.array(there, dtype=np.int64)[j])
    out = np.full(len(groups), np.nan)
    if groups:
        away = table.on_ground(np.concatenate(one), np.concatenate(other))
        np.fmax.at(out, np.concatenate(which), away)
    return out

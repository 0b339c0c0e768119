"""Which rows of two lists may be one record, and the assignment in which every row has one partner at most.

Whatever is decided here depends on the values of the rows alone, never on their order.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from .names import designations, skeleton, sound, words_of

# Two candidates whose scores are closer than this are not told apart.
MARGIN = 0.01
# Most pairs that one part of a name may give, by the area in which both lists have it. A word that a whole province's
# factories have in their names tells nothing, and would cost the square of their number.
_MOST_IN_COMMUNE = 400
_MOST_NEAR = 400
_MOST_IN_DISTRICT = 144
_MOST_IN_PROVINCE = 64
_MOST_ANYWHERE = 25
_MOST_OF_OPERATOR = 2500
_MOST_OF_NAME = 2500
_WORD_START = 5
_GRAM = 4
_SKELETON = 5

Tick = Callable[[float], None]


@dataclass(frozen=True)
class Side:
    """One of the two lists, as far as it matters for who may be whom; n rows.

    Attributes
    ----------
    operators : (n,) object array of str
        Keys of the operators, empty for none.
    names : sequence of n tuples of str
        Normalised names.
    provinces, districts, communes : (n,) object arrays of str or None
    xy : (n, 2) float array
        Metres, NaN for none.
    """

    operators: np.ndarray
    names: Sequence[tuple[str, ...]]
    provinces: np.ndarray
    districts: np.ndarray
    communes: np.ndarray
    xy: np.ndarray


def one_to_one(left: np.ndarray, right: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """Return the rows that a key joins one to one, and the pairs of those that share a key with others.

    Parameters
    ----------
    left : (n,) object array of str
        The key of each row, empty for none.
    right : (m,) object array of str

    Returns
    -------
    rows_left, rows_right : (k,) int64 arrays
        Paired: the key is there once on either side.
    shared_left, shared_right : (n,) and (m,) bool arrays
        The key is on both sides, and on one of them more than once.
    """
    codes = pd.factorize(np.concatenate([left, right]).astype(object))[0].astype("int64")
    a, b = codes[: len(left)], codes[len(left) :]
    count = int(codes.max(initial=-1)) + 1
    times_a, times_b = np.bincount(a, minlength=count), np.bincount(b, minlength=count)
    known = np.zeros(count, dtype=bool)
    known[a[left != ""]] = True
    known[b[right != ""]] = True
    both = known & (times_a > 0) & (times_b > 0)
    single = both & (times_a == 1) & (times_b == 1)
    row_of = np.full(count, -1, dtype="int64")
    row_of[b] = np.arange(len(b))
    rows = np.flatnonzero(single[a])
    several = both & ~single
    return rows, row_of[a[rows]], several[a], several[b]


def shared_pairs(
    left: np.ndarray, right: np.ndarray, several_left: np.ndarray, several_right: np.ndarray, most: int
) -> tuple[np.ndarray, list[tuple[tuple[int, int], tuple[int, int]]]]:
    """Return every pair of rows under a key that several rows have, and the keys that too many have.

    Parameters
    ----------
    left, right, several_left, several_right
        As given to, and returned by, `one_to_one`.
    most : int
        Rows on a side under one key, beyond which its pairs are not made.

    Returns
    -------
    pairs : (p, 2) int64 array of rows
    beyond : list of ((row, row), (count, count))
        For each key that too many have, a row and how many there are, in the left list and in the right one.
    """
    rows = np.flatnonzero(several_left), np.flatnonzero(several_right)
    codes = _numbered(left[rows[0]], right[rows[1]])
    count = max((int(c.max(initial=-1)) for c in codes), default=-1) + 1
    times = [np.bincount(c, minlength=count) for c in codes]
    many = (times[0] > most) | (times[1] > most)
    beyond = []
    for key in np.flatnonzero(many):
        first = [int(of[np.flatnonzero(c == key)[0]]) for of, c in zip(rows, codes)]
        beyond.append(((first[0], first[1]), (int(times[0][key]), int(times[1][key]))))
    kept = [np.where(many[c], -1, c) for c in codes]
    return _join(kept[0], rows[0], kept[1], rows[1], most * most), beyond


def candidates(left: Side, right: Side, max_distance_m: float, tick: Tick = lambda _: None) -> np.ndarray:
    """Return the pairs of rows that are worth comparing: one operator, or a part of the name shared in one area.

    Parameters
    ----------
    left, right : Side
    max_distance_m : float
        Places that are nearer are one area.
    tick : callable
        Progress between 0 and 1; raises to cancel.

    Returns
    -------
    (p, 2) int64 array of rows, each pair once, in order
    """
    found = [np.empty((0, 2), dtype="int64")]
    for done, pairs in enumerate(_ways(left, right, max_distance_m)):
        found.append(pairs)
        tick(min((done + 1) / _WAYS, 1.0))
    pairs = np.concatenate(found)
    single = np.unique(pairs[:, 0] * max(len(right.names), 1) + pairs[:, 1])
    return np.column_stack(np.divmod(single, max(len(right.names), 1)))


_WAYS = 8


def _ways(left: Side, right: Side, metres: float) -> Iterator[np.ndarray]:
    rows = np.arange(len(left.names)), np.arange(len(right.names))
    operators = _numbered(left.operators, right.operators)
    yield _join(operators[0], rows[0], operators[1], rows[1], _MOST_OF_OPERATOR)
    communes = _numbered(left.communes, right.communes)
    inside = _both(operators, communes)
    yield _join(inside[0], rows[0], inside[1], rows[1], _MOST_OF_OPERATOR)
    provinces = _numbered(left.provinces, right.provinces)
    whole, whole_rows = _keys_of(left.names, right.names, lambda name: [name])
    here = _both(whole, _of_rows(provinces, whole_rows))
    yield _join(here[0], whole_rows[0], here[1], whole_rows[1], _MOST_OF_NAME)
    parts, part_rows = _keys_of(left.names, right.names, name_keys)
    districts = _numbered(left.districts, right.districts)
    for area, most in (
        (communes, _MOST_IN_COMMUNE),
        (districts, _MOST_IN_DISTRICT),
        (provinces, _MOST_IN_PROVINCE),
    ):
        here = _both(parts, _of_rows(area, part_rows))
        yield _join(here[0], part_rows[0], here[1], part_rows[1], most)
    yield _join(parts[0], part_rows[0], parts[1], part_rows[1], _MOST_ANYWHERE)
    yield _near(left, right, parts, part_rows, metres)


def name_keys(name: str) -> list[str]:
    """Return parts of a normalised name of which two spellings of one name are likely to share some.

    The words as they sound, cut to their beginning; the numbers; of Khmer, which has no spaces, each run of letters;
    and the first consonants of the whole name, which Khmer and its romanisation share.
    """
    keys = set(designations(name))
    for word in words_of(name):
        heard = sound(word)
        if word.isascii():
            keys.add(heard[:_WORD_START])
        else:
            keys.update(heard[i : i + _GRAM] for i in range(max(len(heard) - _GRAM + 1, 1)))
    bones = skeleton(name)
    if len(bones) > 2:
        keys.add(f"~{bones[:_SKELETON]}")
    return sorted(keys)


_Codes = tuple[np.ndarray, np.ndarray]


def _numbered(left: Iterable[object], right: Iterable[object]) -> _Codes:
    """Return numbers for the values of both lists, the same for the same, -1 for none."""
    first = [value or None for value in left]
    values = [*first, *(value or None for value in right)]
    codes = pd.factorize(pd.Series(values, dtype=object), use_na_sentinel=True)[0].astype("int64")
    return codes[: len(first)], codes[len(first) :]


def _both(one: _Codes, other: _Codes) -> _Codes:
    """Return numbers for pairs of values, -1 where either is not known."""
    span = max((int(codes.max(initial=-1)) for codes in other), default=-1) + 1
    first, second = (np.where((a < 0) | (b < 0), -1, a * max(span, 1) + b) for a, b in zip(one, other))
    return first, second


def _of_rows(area: _Codes, rows: _Codes) -> _Codes:
    return area[0][rows[0]], area[1][rows[1]]


def _keys_of(
    left: Sequence[tuple[str, ...]], right: Sequence[tuple[str, ...]], parts: Callable[[str], Sequence[str]]
) -> tuple[_Codes, _Codes]:
    """Return the number of each part of each row's names, and the row that it is of."""
    known: dict[str, list[int]] = {}
    number: dict[str, int] = {}
    codes, rows = [], []
    for side in (left, right):
        each = []
        for names in side:
            for name in names:
                if name not in known:
                    known[name] = [number.setdefault(part, len(number)) for part in parts(name)]
            each.append(known[names[0]] if len(names) == 1 else sorted({key for name in names for key in known[name]}))
        codes.append(np.array([key for keys in each for key in keys], dtype="int64"))
        rows.append(np.repeat(np.arange(len(side)), [len(keys) for keys in each]))
    return (codes[0], codes[1]), (rows[0], rows[1])


def _join(left: np.ndarray, left_rows: np.ndarray, right: np.ndarray, right_rows: np.ndarray, most: int) -> np.ndarray:
    """Return the pairs of rows that share a number, of those numbers that make no more than `most` pairs."""
    distinct, codes = np.unique(np.concatenate([left, right]), return_inverse=True)
    a, b = codes[: len(left)], codes[len(left) :]
    times_a, times_b = np.bincount(a, minlength=len(distinct)), np.bincount(b, minlength=len(distinct))
    fine = (distinct >= 0) & (times_a > 0) & (times_b > 0) & (times_a * times_b <= most)
    left_rows, a = left_rows[fine[a]], a[fine[a]]
    right_rows, b = right_rows[fine[b]], b[fine[b]]
    order = np.argsort(b, kind="stable")
    b, right_rows = b[order], right_rows[order]
    first, last = np.searchsorted(b, a, "left"), np.searchsorted(b, a, "right")
    lengths = last - first
    ends = np.cumsum(lengths)
    within = np.arange(int(lengths.sum())) - np.repeat(ends - lengths, lengths)
    return np.column_stack([np.repeat(left_rows, lengths), right_rows[np.repeat(first, lengths) + within]])


def _near(left: Side, right: Side, parts: _Codes, rows: _Codes, metres: float) -> np.ndarray:
    """Return pairs with a part of the name in common in the same cell of a grid, or in two that touch."""
    if not metres > 0:
        return np.empty((0, 2), dtype="int64")
    cells = [np.floor(side.xy / metres) for side in (left, right)]
    placed = [np.isfinite(cell).all(axis=1)[of] for cell, of in zip(cells, rows)]
    keys = [codes[fine] for codes, fine in zip(parts, placed)]
    of_row = [of[fine] for of, fine in zip(rows, placed)]
    if not len(keys[0]) or not len(keys[1]):
        return np.empty((0, 2), dtype="int64")
    at = [cell[of].astype("int64") for cell, of in zip(cells, of_row)]
    low = np.minimum(at[0].min(axis=0), at[1].min(axis=0)) - 1
    wide = int(max(at[0][:, 1].max(), at[1][:, 1].max()) - low[1]) + 2

    def number(cell: np.ndarray) -> np.ndarray:
        return (cell[:, 0] - low[0]) * wide + (cell[:, 1] - low[1])

    steps = [np.array([x, y]) for x in (-1, 0, 1) for y in (-1, 0, 1)]
    here = np.concatenate([number(at[0] + step) for step in steps])
    area = _numbered_cells(here, number(at[1]))
    both = _both((np.tile(keys[0], len(steps)), keys[1]), area)
    return _join(both[0], np.tile(of_row[0], len(steps)), both[1], of_row[1], _MOST_NEAR)


def _numbered_cells(left: np.ndarray, right: np.ndarray) -> _Codes:
    codes = np.unique(np.concatenate([left, right]), return_inverse=True)[1].astype("int64")
    return codes[: len(left)], codes[len(left) :]


def assign(pairs: np.ndarray, scores: np.ndarray, margin: float = MARGIN) -> tuple[np.ndarray, np.ndarray]:
    """Return which pairs are accepted so that no row is in two, and which stay undecided.

    A pair is accepted where it is the best of both its rows by more than a margin; then again among the rows left.
    What is left with a candidate in the end is a tie that the scores do not break.

    Parameters
    ----------
    pairs : (p, 2) int64 array of rows
    scores : (p,) float array
    margin : float

    Returns
    -------
    accepted, undecided : (p,) bool arrays
    """
    accepted = np.zeros(len(pairs), dtype=bool)
    alive = np.ones(len(pairs), dtype=bool)
    while alive.any():
        live = np.flatnonzero(alive)
        best = live[
            _clear_best(pairs[live, 0], scores[live], margin) & _clear_best(pairs[live, 1], scores[live], margin)
        ]
        if not len(best):
            break
        accepted[best] = True
        taken = np.isin(pairs[:, 0], pairs[best, 0]) | np.isin(pairs[:, 1], pairs[best, 1])
        alive &= ~taken
    return accepted, alive


def _clear_best(rows: np.ndarray, scores: np.ndarray, margin: float) -> np.ndarray:
    """Return where a pair is ahead of every other pair of its row by more than the margin."""
    order = np.lexsort((-scores, rows))
    sorted_rows, sorted_scores = rows[order], scores[order]
    first = np.append(True, sorted_rows[1:] != sorted_rows[:-1])
    following = np.append(sorted_scores[1:], -np.inf)
    alone = np.append(first[1:], True)
    clear = first & (alone | (sorted_scores - following > margin))
    out = np.zeros(len(rows), dtype=bool)
    out[order] = clear
    return out

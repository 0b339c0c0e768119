"""Candidates and the one-to-one assignment."""

from __future__ import annotations

import numpy as np
import pytest
from factory_locations.processing.analysis.pairing import (
    Side,
    assign,
    candidates,
    name_keys,
    one_to_one,
    shared_pairs,
)
from hypothesis import given
from hypothesis import strategies as st


def objects(*values):
    out = np.empty(len(values), dtype=object)
    out[:] = values
    return out


def side(names, operators=None, communes=None, xy=None):
    n = len(names)
    codes = communes or [None] * n
    return Side(
        operators=objects(*(operators or [""] * n)),
        names=[(name,) if name else () for name in names],
        provinces=objects(*(code and code[:2] for code in codes)),
        districts=objects(*(code and code[:4] for code in codes)),
        communes=objects(*codes),
        xy=np.array(xy or [(np.nan, np.nan)] * n, dtype="float64").reshape(-1, 2),
    )


def test_one_to_one_and_shared():
    a, b, shared_a, shared_b = one_to_one(objects("x", "y", "", "z", "z"), objects("z", "x", "", "w"))
    assert (a.tolist(), b.tolist()) == ([0], [1])
    assert shared_a.tolist() == [False, False, False, True, True]
    assert shared_b.tolist() == [True, False, False, False]
    pairs, beyond = shared_pairs(objects("x", "y", "", "z", "z"), objects("z", "x", "", "w"), shared_a, shared_b, 20)
    assert pairs.tolist() == [[3, 0], [4, 0]]
    assert beyond == []


def test_an_id_of_too_many_is_none():
    left, right = objects(*["1"] * 4, "2"), objects("1", "2", "2")
    _, _, shared_a, shared_b = one_to_one(left, right)
    pairs, beyond = shared_pairs(left, right, shared_a, shared_b, 3)
    assert pairs.tolist() == [[4, 1], [4, 2]]
    assert beyond == [((0, 0), (4, 1))]


def test_no_rows():
    nothing = objects()
    assert [part.tolist() for part in one_to_one(nothing, nothing)] == [[], [], [], []]
    assert candidates(side([]), side(["a"]), 500.0).shape == (0, 2)
    assert candidates(side([]), side([]), 500.0).shape == (0, 2)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("kampong svay sugar", "kompong svay sugar"),
        ("angkor lotus", "angkor lotus 2"),
        ("រោងម៉ាស៊ីនសុខា", "ម៉ាស៊ីនសុខាថ្មី"),
        ("sunrise", "sun rise"),
    ],
)
def test_two_spellings_share_a_part(one, other):
    assert set(name_keys(one)) & set(name_keys(other))


def test_every_way_to_a_candidate():
    left = side(
        ["alpha", "beta", "gamma", "delta", None],
        ["", "op", "", "", ""],
        ["120101", "010101", None, "050101", None],
        [(np.nan,) * 2, (np.nan,) * 2, (0, 0), (0, 0), (0, 0)],
    )
    right = side(
        ["alpha one", "omega", "gamma x", "delta", "delta"],
        ["", "op", "", "", ""],
        ["120101", None, None, "060101", None],
        [(np.nan,) * 2, (np.nan,) * 2, (400, 300), (499, 0), (50_000, 0)],
    )
    found = candidates(left, right, 500.0).tolist()
    assert found == [[0, 0], [1, 1], [2, 2], [3, 3], [3, 4]]


def test_neighbouring_cells_are_looked_at():
    """Points up to the distance apart are found wherever the grid's lines run."""
    rng = np.random.default_rng(5)
    a, b = rng.uniform(-3000, 3000, (60, 2)), rng.uniform(-3000, 3000, (60, 2))
    # Twenty words, so that none alone, in the whole of both lists, makes few pairs enough to be looked at.
    words = [f"word{i % 3:c>5}" for i in range(60)]
    found = {tuple(pair) for pair in candidates(side(words, xy=a.tolist()), side(words, xy=b.tolist()), 500.0).tolist()}
    near = {(i, j) for i in range(60) for j in range(60) if words[i] == words[j] and np.hypot(*(a[i] - b[j])) <= 500.0}
    assert near
    assert near <= found


def test_the_best_of_both_is_taken_and_ties_are_left():
    pairs = np.array([[0, 0], [0, 1], [1, 0], [2, 2], [2, 3], [4, 4]])
    scores = np.array([1.0, 0.8, 0.9, 0.7, 0.7, 0.1])
    accepted, undecided = assign(pairs, scores)
    assert pairs[accepted].tolist() == [[0, 0], [4, 4]]
    assert pairs[undecided].tolist() == [[2, 2], [2, 3]]


def test_what_a_taken_row_leaves_free_is_looked_at_again():
    pairs = np.array([[0, 0], [0, 1], [1, 0], [1, 1]])
    accepted, undecided = assign(pairs, np.array([1.0, 0.5, 0.5, 0.2]))
    assert pairs[accepted].tolist() == [[0, 0], [1, 1]]
    assert not undecided.any()


def test_no_pairs():
    accepted, undecided = assign(np.empty((0, 2), dtype="int64"), np.empty(0))
    assert accepted.tolist() == undecided.tolist() == []


SCORED = st.dictionaries(
    st.tuples(st.integers(0, 7), st.integers(0, 7)), st.integers(0, 20).map(lambda n: n / 20), max_size=30
)


@given(SCORED, st.randoms(use_true_random=False))
def test_assignments_do_not_depend_on_the_order(scored, random):
    listed = list(scored.items())
    shuffled = listed[:]
    random.shuffle(shuffled)

    def answer(items):
        pairs = np.array([pair for pair, _ in items], dtype="int64").reshape(-1, 2)
        accepted, undecided = assign(pairs, np.array([score for _, score in items]))
        return {tuple(p) for p in pairs[accepted].tolist()}, {tuple(p) for p in pairs[undecided].tolist()}

    taken, open_ = answer(listed)
    assert (taken, open_) == answer(shuffled)
    assert len({a for a, _ in taken}) == len({b for _, b in taken}) == len(taken)  # one to one
    rows = [{a for a, _ in taken}, {b for _, b in taken}]
    for (a, b), score in scored.items():
        if (a, b) in taken:
            continue
        if (a, b) in open_:  # a tie: neither row has a partner
            assert a not in rows[0]
            assert b not in rows[1]
        else:  # passed over for one that is better
            assert any(scored[pair] > score for pair in taken if pair[0] == a or pair[1] == b)

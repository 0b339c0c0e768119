"""Which park suits: points, scores and ranks computed by hand, and what cannot be read."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
from factory_locations.processing.analysis import park_ranking as rank
from factory_locations.processing.analysis.capacity import Span, exactly
from factory_locations.processing.analysis.errors import LocationError


def numbers(*values):
    return np.array(values, dtype="float64")


def span(low, likely, high):
    return Span(numbers(*low), numbers(*likely), numbers(*high))


def lists(of):
    return [part.tolist() for part in (of.low, of.likely, of.high)]


def test_weights_are_read_as_people_write_them():
    text = "vacancy 3, Port 2; power: 2\nborder crossings = 1,same sector 1.5 , substation 0"
    expected = {"vacancy": 3, "port": 2, "power": 2, "border": 1, "same sector": 1.5}
    assert rank.read_weights(text) == expected
    rank.check_criteria(expected, [])


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("vacancy", "“vacancy” in WEIGHTS is no name with a number of 0 or more behind it"),
        ("3", "“3” in WEIGHTS is no name"),
        ("vacancy three", "“vacancy three” in WEIGHTS is no name"),
        ("vacancy -3", "“vacancy -3” in WEIGHTS is no name"),
        ("vacancy 1, port - 2", "“port - 2” in WEIGHTS is no name"),
        ("port – 2", "“port – 2” in WEIGHTS is no name"),
        ("port 2, ports 1", "“port” is named twice in WEIGHTS"),
        ("vacancy 0, port 0", "No criterion in WEIGHTS has a weight above 0"),
        (" , ", "No criterion in WEIGHTS has a weight above 0"),
    ],
)
def test_weights_that_cannot_be_read(text, said):
    with pytest.raises(LocationError) as error:
        rank.read_weights(text)
    assert said in str(error.value)


def test_a_criterion_that_there_is_not():
    weights = rank.read_weights("vacancy 3, railway 1")
    rank.check_criteria(weights, ["port", "railway"])
    with pytest.raises(LocationError) as error:
        rank.check_criteria(weights, ["port"])
    assert str(error.value) == (
        "“railway” in WEIGHTS is no criterion. There are: vacancy, same sector, power, port, airport, border, highway, "
        "power plant, substation."
    )


def test_sizes_and_distances():
    sizes = ("micro", "small", "medium", "large")
    assert rank.read_sizes("micro 0.2, small 0.5 ha, MEDIUM 2, large 8", sizes)["medium"] == 2
    for text, said in (
        ("micro 0.2, small 0.5, medium 2", "SIZE_AREAS says nothing of the size class large"),
        ("micro 1, small 1, medium 1, large 1, huge 3", "“huge” in SIZE_AREAS is no size class"),
        ("micro 1, small, medium 1, large 1", "“small” in SIZE_AREAS is no name with a number"),
    ):
        with pytest.raises(LocationError) as error:
            rank.read_sizes(text, sizes)
        assert said in str(error.value)
    assert rank.read_far("Seaports 100 km") == {**rank.FAR, "port": 100}  # of those not named the usual ones
    rank.check_far(rank.read_far("railway station 10"), ["railway station"])
    with pytest.raises(LocationError) as error:
        rank.check_far(rank.read_far("prot 100"), ["port"])
    assert str(error.value) == (
        "“prot” in FAR is no kind of facilities. There are: port, airport, border, highway, power, power plant, "
        "substation, other."
    )
    with pytest.raises(LocationError, match="distance 0"):
        rank.read_far("port 0")


def test_points_for_vacancy():
    vacant = span([0, 5, 10, 3], [0, 5, 12, 6], [0, 5, 40, 9])
    assert lists(rank.vacancy_points(vacant, numbers(10, 10, 50, 20), 5.0)) == [
        [0, 0.5, 1, 0.3],
        [0, 0.5, 1, 0.6],
        [0, 0.5, 1, 0.9],
    ]
    without = rank.vacancy_points(vacant, numbers(10, 10, 50, 0), None)
    assert without.likely.tolist() == [0, 0.5, 0.24, 1.0]


def test_points_for_distances():
    straight = numbers(0, 5_000, 20_000, 30_000, np.nan)
    assert lists(rank.distance_points(straight, None, 20_000)) == [
        [1, 0.75, 0, 0, 0],
        [1, 0.75, 0, 0, 0.5],
        [1, 0.75, 0, 0, 1],
    ]
    way = numbers(0, 10_000, np.nan, np.nan, np.nan)
    near = numbers(0, 5_000, 5_000, 30_000, np.nan)
    # By road where there is a way; without one it may be anything from the straight line on.
    assert lists(rank.distance_points(near, way, 20_000)) == [
        [1, 0.5, 0, 0, 0],
        [1, 0.5, 0.375, 0, 0.5],
        [1, 0.5, 0.75, 0, 1],
    ]


def test_a_score_by_hand():
    points = {"vacancy": exactly(numbers(1, 0.5)), "port": span([0.2, 0], [0.4, 0.5], [0.4, 1])}
    score = rank.scores(points, {"vacancy": 3, "port": 1, "left out": 9})
    assert lists(score) == [
        pytest.approx([100 * 3.2 / 4, 100 * 1.5 / 4]),
        pytest.approx([100 * 3.4 / 4, 100 * 2.0 / 4]),
        pytest.approx([100 * 3.4 / 4, 100 * 2.5 / 4]),
    ]


def test_the_must_haves():
    vacant = span([5, 4.9, 0], [6, 6, 4], [9, 9, 4.9])
    assert rank.room(vacant, 5.0).tolist() == ["yes", "not certain", "no"]
    assert rank.room(vacant, None).tolist() == ["not asked"] * 3
    answers = np.array(["yes", "not asked", "not certain", "no"], dtype=object)
    pairs = list(itertools.product(answers, answers))
    one, other = (np.array([pair[i] for pair in pairs], dtype=object) for i in (0, 1))
    for (a, b), got in zip(pairs, rank.fits(one, other)):
        assert got == ("no" if "no" in (a, b) else "not certain" if "not certain" in (a, b) else "yes"), (a, b)


def test_ranks_and_ties():
    """Fitting parks go first whatever the score; ties by certain vacancy, then by id; what is ruled out has no rank."""
    fits = np.array(["no", "not certain", "yes", "yes", "yes", "yes"], dtype=object)
    score = numbers(99, 90, 50, 60, 60, 60 + 1e-9)
    certain = numbers(1, 1, 1, 7, 8, 7)
    ids = ["a", "b", "c", "z", "e", "f"]
    got = rank.ranked(fits, np.full(6, "not asked", dtype=object), score, certain, ids)
    assert [ids[row] for row in got.order] == ["e", "f", "z", "c", "b", "a"]
    assert dict(zip(ids, got.rank.tolist())) == {"e": 1, "f": 2, "z": 3, "c": 4, "b": 5, "a": 0}


def test_room_goes_before_room_that_is_not_certain():
    """Of all three nobody knows the permit: that is no reason to set a park that may be full before one with room."""
    fits = np.array(["not certain", "not certain", "yes", "no", "not certain"], dtype=object)
    rooms = np.array(["not certain", "yes", "yes", "yes", "not asked"], dtype=object)
    got = rank.ranked(fits, rooms, numbers(99, 10, 5, 100, 20), numbers(0, 9, 9, 9, 9), list("abcde"))
    assert [*"cebad"] == ["abcde"[row] for row in got.order]
    assert got.rank.tolist() == [4, 3, 1, 0, 2]


def test_points_where_nothing_is_known_are_the_middle():
    vacant = span([0, 0, 3], [50, 1, 3], [100, 3, 3])
    known = np.array([False, False, True])
    with_need = rank.vacancy_points(vacant, numbers(100, 3, 3), 5.0, known)
    assert lists(with_need) == [[0, 0, 0.3], [0.5, pytest.approx(0.15), 0.3], [1, pytest.approx(0.3), 0.3]]
    assert rank.vacancy_points(vacant, numbers(100, 3, 3), None, known).likely.tolist() == [0.5, 0.5, 1]


def test_points_for_ways_that_others_may_undercut():
    got = rank.distance_points(numbers(1_000, 1_000), numbers(8_000, 8_000), 10_000, numbers(8_000, 5_000))
    assert lists(got) == [pytest.approx([0.2, 0.2]), pytest.approx([0.2, 0.2]), pytest.approx([0.2, 0.5])]


def test_the_usual_distances_are_those_of_the_window():
    from factory_locations.processing.algorithms.park_capacity import DEFAULT_FAR

    assert rank.named_numbers(DEFAULT_FAR, "FAR", "") == rank.FAR


def test_the_order_of_parks_changes_nothing():
    rng = np.random.default_rng(3)
    fits = rng.choice(np.array(["yes", "not certain", "no"], dtype=object), 40)
    score, certain = rng.integers(0, 5, 40).astype(float), rng.integers(0, 3, 40).astype(float)
    ids = [f"P{i:02}" for i in range(40)]
    rooms = rng.choice(np.array(["yes", "not certain"], dtype=object), 40)
    first = rank.ranked(fits, rooms, score, certain, ids)
    mixed = rng.permutation(40)
    again = rank.ranked(fits[mixed], rooms[mixed], score[mixed], certain[mixed], [ids[i] for i in mixed])
    assert [ids[mixed[row]] for row in again.order] == [ids[row] for row in first.order]
    assert sorted(first.rank[first.rank > 0]) == list(range(1, int((fits != "no").sum()) + 1))

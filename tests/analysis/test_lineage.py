"""What became of clusters, by hand: one story a test; and the best assignment against all permutations."""

from __future__ import annotations

from itertools import permutations

import numpy as np
import pytest
import shapely
import shapely.affinity
from factory_locations.processing.analysis import lineage as ln


def story(before, now, least=0.5):
    """Return the lineage of two lists of sets of factories, and its links as (before, now, kind)."""
    everyone = sorted(set().union(*before, *now, set()))
    place = {name: i for i, name in enumerate(everyone)}
    labels = []
    for clusters in (before, now):
        label = np.full(len(everyone), -1, dtype="int64")
        for number, members in enumerate(clusters):
            label[[place[name] for name in members]] = number
        labels.append(label)
    rows = np.arange(len(everyone))
    found = ln.lineage(ln.by_members(*labels, (len(before), len(now)), (rows, rows)), least)
    return found, list(zip(found.before.tolist(), found.now.tolist(), found.kind.tolist()))


def test_a_cluster_that_stays():
    found, links = story([set("abcde")], [set("abcde")])
    assert links == [(0, 0, "same")]
    assert found.heir.tolist() == [0]


@pytest.mark.parametrize(
    ("now", "kind"), [("abcdef", "grown"), ("abcd", "shrunk"), ("abcdx", "changed")], ids=["more", "fewer", "others"]
)
def test_a_cluster_that_goes_on(now, kind):
    found, links = story([set("abcde")], [set(now)])
    assert links == [(0, 0, kind)]
    assert found.heir.tolist() == [0]
    assert found.change.tolist() == [kind]


def test_birth_and_death():
    found, links = story([set("abc")], [set("xyz")])
    assert links == [(0, -1, "died"), (-1, 0, "born")]
    assert found.heir.tolist() == [-1]
    assert found.change.tolist() == ["born"]


def test_a_split_leaves_the_id_with_the_part_that_is_most_like_it():
    found, links = story([set("abcdefgh")], [set("abc"), set("defgh")])
    assert links == [(0, 0, "split"), (0, 1, "split")]
    assert found.heir.tolist() == [-1, 0]
    assert found.change.tolist() == ["split", "split"]


def test_a_merger_keeps_the_id_of_the_larger():
    found, links = story([set("abc"), set("defgh")], [set("abcdefgh")])
    assert links == [(0, 0, "merged"), (1, 0, "merged")]
    assert found.heir.tolist() == [1]
    assert found.change.tolist() == ["merged"]
    assert found.shared.tolist() == [3, 5]


def test_one_splits_and_a_part_merges():
    found, links = story([set("abcdefgh"), set("wxyz")], [set("abcd"), set("efghwxyz")])
    assert links == [(0, 0, "split"), (0, 1, "merged and split"), (1, 1, "merged")]
    assert found.heir.tolist() == [0, 1]
    assert found.change.tolist() == ["split", "merged and split"]


def test_less_than_the_share_is_no_link():
    assert story([set("abcd")], [set("dxyz")], 0.5)[1] == [(0, -1, "died"), (-1, 0, "born")]
    assert story([set("abcd")], [set("cdyz")], 0.5)[1] == [(0, 0, "changed")]  # exactly the share
    assert story([set("abcd")], [set("dxyz")], 0.25)[1] == [(0, 0, "changed")]


def test_the_best_of_all_assignments_not_the_first_that_is_large():
    # Greedy would give 0 to 0 (Jaccard 3/5) and leave 1 nothing (1/7); crossed, the sum is larger.
    before = [set("abcd"), set("efg")]
    now = [set("abce"), set("d") | set("fg")]
    found, _ = story(before, now, 0.25)
    jaccard = [[len(b & n) / len(b | n) for n in now] for b in before]
    best = max(permutations(range(2)), key=lambda order: sum(jaccard[order[j]][j] for j in range(2)))
    assert found.heir.tolist() == list(best)


def test_random_stories_against_all_permutations():
    rng = np.random.default_rng(5)
    for _ in range(60):
        label = rng.integers(-1, 4, (2, 30))
        sizes = [np.bincount(one[one >= 0], minlength=4) for one in label]
        order = rng.permutation(30)
        overlaps = ln.by_members(label[0], label[1][order], (4, 4), (np.arange(30), order))
        found = ln.lineage(overlaps, 0.3)
        gain = np.zeros((4, 4))
        for i, j, n in zip(overlaps.before, overlaps.now, overlaps.shared):
            if n >= 0.3 * min(sizes[0][i], sizes[1][j]):
                gain[i, j] = n / (sizes[0][i] + sizes[1][j] - n)
        best = max(sum(gain[order[j], j] for j in range(4)) for order in permutations(range(4)))
        mine = sum(gain[i, j] for j, i in enumerate(found.heir) if i >= 0)
        assert mine == pytest.approx(best)
        kept = found.heir[found.heir >= 0]
        assert len(set(kept.tolist())) == len(kept)  # no id twice


def test_nothing_before_and_nothing_now():
    assert story([], [set("ab")])[1] == [(-1, 0, "born")]
    assert story([set("ab")], [])[1] == [(0, -1, "died")]
    assert story([], [])[1] == []


def test_a_member_that_cannot_be_known_again_counts_but_is_in_no_share():
    before, now = np.zeros(4, dtype="int64"), np.zeros(5, dtype="int64")
    overlaps = ln.by_members(before, now, (1, 1), (np.array([7, 8, 9, -1]), np.array([9, 8, 7, -1, -1])))
    assert (overlaps.shared.tolist(), overlaps.size_before.tolist(), overlaps.count_now.tolist()) == ([3], [3], [5])
    assert ln.lineage(overlaps).change.tolist() == ["grown"]
    overlaps = ln.by_members(before, now[:4], (1, 1), (np.array([7, 8, 9, -1]), np.array([9, 8, 7, -1])))
    assert ln.lineage(overlaps).change.tolist() == ["as many"]  # the fourth may be another one


def hulls(before, now, groups=("", "")):
    counts = np.full(len(before), 5), np.full(len(now), 6)
    return ln.by_hulls(before, now, counts, tuple(np.full(len(n), g, dtype=object) for n, g in zip(counts, groups)))


def test_by_hulls():
    before = np.array([shapely.box(0, 0, 100, 100), shapely.box(1000, 0, 1100, 100)], dtype=object)
    now = np.array([shapely.box(0, 0, 100, 150), shapely.box(1100, 0, 1200, 100)], dtype=object)
    overlaps = hulls(before, now)
    found = ln.lineage(overlaps)
    # The second pair only touches.
    assert list(zip(found.before, found.now, found.kind)) == [(0, 0, "grown"), (1, -1, "died"), (-1, 1, "born")]
    assert overlaps.shared.tolist() == [10_000]


def test_hulls_of_other_groups_are_not_compared():
    hull = np.array([shapely.box(0, 0, 100, 100)], dtype=object)
    assert len(hulls(hull, hull, ("13", "14")).shared) == 0
    assert len(hulls(hull, hull, ("13", "13")).shared) == 1
    assert len(hulls(hull, hull[:0]).shared) == 0


def test_by_hulls_it_is_not_said_that_factories_are_the_same_or_others():
    hull = np.array([shapely.box(0, 0, 100, 100)], dtype=object)
    counts, groups = (np.array([5]), np.array([5])), (np.array([""], dtype=object),) * 2
    assert ln.lineage(ln.by_hulls(hull, hull, counts, groups)).change.tolist() == ["as many"]
    moved = shapely.affinity.translate(hull[0], 0.3, 0.2)
    assert ln.lineage(ln.by_hulls(hull, np.array([moved]), counts, groups)).change.tolist() == ["as many"]


def test_a_line_is_known_again_though_it_moved_by_more_than_it_is_wide():
    line = shapely.LineString([(0, 0), (500, 0)])
    before, now = (np.array([shape], dtype=object) for shape in (line.buffer(1), line.buffer(1)))
    now[0] = shapely.affinity.translate(now[0], 0, 2.5)
    assert hulls(before, now).shared[0] > 0.5 * hulls(before, now).size_now[0]


def test_an_earlier_cluster_without_a_hull_is_not_called_gone():
    hull = np.array([shapely.box(0, 0, 100, 100)], dtype=object)
    found = ln.lineage(hulls(np.array([None], dtype=object), hull))
    assert found.kind.tolist() == ["not known", "not known"]
    assert found.change.tolist() == ["not known"]


def both(before, now, rows, places, renewed=((False, False), (False, False))):
    """Return the lineage of two clusters each, by members where their rows are known, else by their places."""
    members = ln.by_members(*(np.array(labels) for labels in (before, now)), (2, 2), tuple(map(np.array, rows)))
    shapes = (np.array([shapely.box(x, 0, x + 100, 100) for x in xs], dtype=object) for xs in places)
    counts, groups = (members.count_before, members.count_now), (np.full(2, "", dtype=object),) * 2
    overlaps = ln.together(members, ln.by_hulls(*shapes, counts, groups), tuple(map(np.array, renewed)), 0.5)
    return ln.lineage(overlaps)


def test_each_cluster_without_ids_is_compared_by_its_hull():
    labels = [0, 0, 1, 1]
    found = both(labels, labels, ([1, 2, -1, -1], [1, 2, -1, -1]), ([0, 900], [0, 900]))
    assert list(zip(found.before, found.now, found.kind)) == [(0, 0, "same"), (1, 1, "as many")]
    assert found.by_hulls.tolist() == [False, True]
    found = both(labels, labels, ([1, 2, -1, -1], [1, 2, -1, -1]), ([0, 900], [0, 5000]))
    assert list(zip(found.before, found.now, found.kind)) == [(0, 0, "same"), (1, -1, "died"), (-1, 1, "born")]


def test_clusters_with_ids_are_not_linked_by_the_ground():
    labels = [0, 0, 1, 1]
    found = both(labels, labels, ([1, 2, 3, 4], [3, 4, 1, 2]), ([0, 900], [0, 900]))
    assert list(zip(found.before, found.now)) == [(0, 1), (1, 0)]


def test_clusters_numbered_anew_are_compared_by_their_hull():
    labels = [0, 0, 1, 1]
    rows = [1, 2, 3, 4], [1, 2, 8, 9]
    found = both(labels, labels, rows, ([0, 900], [0, 900]))
    assert found.kind.tolist() == ["same", "died", "born"]
    found = both(labels, labels, rows, ([0, 900], [0, 910]), ((False, True), (False, True)))
    assert list(zip(found.before, found.now, found.kind)) == [(0, 0, "same"), (1, 1, "as many")]
    found = both(labels, labels, rows, ([0, 900], [0, 960]), ((False, True), (False, True)))
    assert found.kind.tolist() == ["same", "died", "born"]  # new factories beside those that are gone

"""Two checks compared: every kind of change by hand, then what must hold of any two checks."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from factory_locations.processing.analysis import comparison as cmp

UNCHECKED = ("no_layer", "class_missing", "no_areas")
COLUMNS = [
    "finding_id", "factory_id", "rule_id", "verdict", "reason", "message", "feature_id", "layer_vintage", "measured_m",
]  # fmt: skip


def run(findings=(), factories=("A", "B"), rules=("R", "S"), unchecked=(), no_data=0, at=None, severity="violation"):
    """A check; findings are (factory, rule, verdict, reason[, feature, vintage, measured])."""
    rows = []
    for factory, rule, verdict, reason, *rest in findings:
        feature, vintage, measured = (*rest, *("", "2020", np.nan)[len(rest) :])
        rows.append((f"{factory}{rule}{feature}", factory, rule, verdict, reason, "", feature, vintage, measured))
    at = at or {}
    return cmp.Run(
        pd.DataFrame(rows, columns=COLUMNS, dtype=object),
        pd.DataFrame(
            {
                "factory_id": list(factories),
                "not_checked": [int(f in unchecked) for f in factories],
                "x": [float(at.get(f, 0)) for f in factories],
                "y": 0.0,
            }
        ),
        pd.DataFrame({"rule_id": list(rules), "severity": severity, "no_data": no_data}),
    )


def change(before, after) -> str:
    found = cmp.compare_findings(before, after, UNCHECKED)
    assert len(found) == 1
    return found["change"][0]


FAIL = ("A", "R", "fail", "too_near", "S1", "2020", 100.0)


def like_fail(**changed):
    names = ("factory", "rule", "verdict", "reason", "feature", "vintage", "measured")
    return tuple({**dict(zip(names, FAIL)), **changed}.values())


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (run([FAIL]), run([FAIL]), "unchanged"),
        (run(), run([FAIL]), "new"),
        (run([FAIL]), run(), "resolved"),
        (run([FAIL]), run([like_fail(verdict="undecided", reason="distance_unsure")]), "changed"),
        (run([FAIL]), run([like_fail(reason="stands_inside")]), "changed"),
        (run([FAIL]), run([like_fail(verdict="exempt", reason="exception")]), "changed"),
        (run([FAIL]), run([like_fail(verdict="pass", reason="conditional")]), "changed"),
        (run([FAIL]), run([like_fail(verdict="pass", reason="far_enough")]), "resolved"),
        (run([like_fail(verdict="pass", reason="far_enough")]), run([FAIL]), "new"),
        (run([FAIL]), run([like_fail(measured=100.01)]), "unchanged"),
        (run([FAIL]), run([like_fail(measured=90.0)]), "boundary changed"),
        (run([FAIL]), run([like_fail(vintage="2024")]), "boundary changed"),
        (run([FAIL]), run([like_fail(feature="S2")]), "boundary changed"),
        (run([FAIL]), run([like_fail(measured=90.0)], at={"A": 10}), "location changed"),
        (run([FAIL]), run([FAIL], at={"A": 10}), "unchanged"),
        (run([FAIL]), run([like_fail(verdict="pass", reason="conditional")], at={"A": 10}), "changed"),
        (run([FAIL]), run(factories=["B"]), "factory removed"),
        (run(factories=["B"]), run([FAIL]), "factory added"),
        (run([FAIL]), run(rules=["S"]), "rule removed"),
        (run(rules=["S"]), run([FAIL]), "rule added"),
        (run([FAIL]), run(factories=["B"], rules=["S"]), "factory removed"),
        (run([FAIL]), run([like_fail(verdict="no data", reason="no_layer")]), "no longer checked"),
        (run([FAIL]), run(unchecked=["A"], no_data=2), "no longer checked"),
        (run([FAIL]), run(unchecked=["B"], no_data=1), "resolved"),
        (run([FAIL]), run([("B", "R", "no data", "no_activity")][:0], unchecked=["A"], no_data=0), "resolved"),
        (run(unchecked=["A"], no_data=2), run([FAIL]), "now checked"),
    ],
)
def test_each_kind_of_change(before, after, expected):
    assert change(before, after) == expected


def test_a_factory_without_a_location_has_not_moved():
    without = run([("A", "R", "no data", "no_location")], at={"A": np.nan})
    assert change(without, without) == "unchanged"


def factory_change(before, after) -> dict:
    findings = cmp.compare_findings(before, after, UNCHECKED)
    rows = cmp.compare_factories(before, after, findings, UNCHECKED)
    return dict(zip(rows["factory_id"], rows["change"]))


UNSURE = ("A", "R", "undecided", "distance_unsure")
UNKNOWN = ("A", "R", "no data", "no_activity")


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ([], [], "same"),
        ([FAIL], [FAIL], "same"),
        ([], [FAIL], "worse"),
        ([FAIL], [], "better"),
        ([FAIL], [UNSURE], "better"),
        ([UNKNOWN], [UNSURE], "worse"),
        ([FAIL], [FAIL, ("A", "S", "fail", "prohibited")], "worse"),
        ([FAIL, ("A", "S", "undecided", "on_edge")], [FAIL], "better"),
        ([FAIL], [UNSURE, ("A", "S", "undecided", "on_edge")], "better"),
        ([FAIL], [like_fail(verdict="exempt", reason="exception")], "better"),
        ([FAIL], [like_fail(measured=3.0)], "same"),
    ],
)
def test_better_and_worse(before, after, expected):
    assert factory_change(run(before), run(after)) == {"A": expected, "B": "same"}


def test_advice_makes_nothing_worse():
    advice = {"severity": "advice"}
    assert factory_change(run(**advice), run([FAIL], **advice)) == {"A": "not comparable", "B": "not comparable"}
    both = run([FAIL])
    both.rules.loc[both.rules["rule_id"] == "R", "severity"] = "advice"
    assert factory_change(run(), both) == {"A": "same", "B": "same"}


def test_rules_of_one_pack_only_and_unchecked_ones_do_not_count():
    assert factory_change(run([FAIL]), run(rules=["S"]))["A"] == "same"
    assert factory_change(run([FAIL]), run(unchecked=["A"], no_data=2))["A"] == "same"
    assert factory_change(run([FAIL]), run(rules=["other"])) == {"A": "not comparable", "B": "not comparable"}


def test_added_and_removed():
    assert factory_change(run(factories=["A", "B"]), run(factories=["B", "C"])) == {
        "A": "removed", "B": "same", "C": "added",
    }  # fmt: skip


def random_run(rng) -> cmp.Run:
    factories = [f"F{i}" for i in range(30) if rng.uniform() < 0.8]
    rules = [f"R{i}" for i in range(5) if rng.uniform() < 0.8]
    verdicts = [("fail", "a"), ("undecided", "b"), ("no data", "c"), ("exempt", "d"), ("pass", "conditional")]
    findings = [
        (f, r, *verdicts[rng.integers(5)], "", str(rng.integers(2020, 2022)), float(rng.integers(3)))
        for f in factories
        for r in rules
        if rng.uniform() < 0.5
    ]
    counts = [sum(f[1] == r and f[2] == "no data" for f in findings) for r in rules]
    return run(findings, factories, rules, no_data=counts, at={f: rng.integers(2) for f in factories})


MIRROR = {
    "new": "resolved", "factory added": "factory removed", "rule added": "rule removed",
    "now checked": "no longer checked", "worse": "better", "added": "removed",
}  # fmt: skip
MIRROR.update({other: one for one, other in list(MIRROR.items())})


@pytest.mark.parametrize("seed", range(20))
def test_backwards_is_the_mirror_image(seed):
    rng = np.random.default_rng(seed)
    one, other = random_run(rng), random_run(rng)
    forward, back = (cmp.compare_findings(*pair, UNCHECKED) for pair in ((one, other), (other, one)))
    key = ["factory_id", "rule_id"]
    seen = {tuple(k): c for *k, c in forward[[*key, "change"]].to_numpy()}
    assert {tuple(k): MIRROR.get(c, c) for *k, c in back[[*key, "change"]].to_numpy()} == seen
    there, again = factory_change(one, other), factory_change(other, one)
    assert {factory: MIRROR.get(c, c) for factory, c in again.items()} == there


@pytest.mark.parametrize("seed", range(10))
def test_listing_the_plain_passes_changes_nothing(seed):
    rng = np.random.default_rng(seed)
    one, other = random_run(rng), random_run(rng)
    known = set(zip(one.findings["factory_id"], one.findings["rule_id"]))
    passes = [
        (f"{f}{r}", f, r, "pass", "permitted", "", "", "2020", np.nan)
        for f in one.factories["factory_id"]
        for r in one.rules["rule_id"]
        if (f, r) not in known
    ]
    full = cmp.Run(
        pd.concat([one.findings, pd.DataFrame(passes, columns=COLUMNS, dtype=object)]), one.factories, one.rules
    )
    few, many = (cmp.compare_findings(before, other, UNCHECKED) for before in (one, full))
    names = ["factory_id", "rule_id", "change"]
    assert few[names].to_numpy().tolist() == many[names].to_numpy().tolist()
    assert cmp.count_changes(few)["findings"].sum() == len(few)


def test_every_finding_and_factory_is_told_once():
    rng = np.random.default_rng(99)
    one, other = random_run(rng), random_run(rng)
    found = cmp.compare_findings(one, other, UNCHECKED)
    assert not found.duplicated(["factory_id", "rule_id"]).any()
    assert set(found["change"]) <= set(cmp.CHANGES)
    factories = cmp.compare_factories(one, other, found, UNCHECKED)
    assert sorted(factories["factory_id"]) == sorted(
        set(one.factories["factory_id"]) | set(other.factories["factory_id"])
    )
    order = [cmp.FACTORY_CHANGES.index(c) for c in factories["change"]]
    assert order == sorted(order)


def test_nothing_at_all():
    found = cmp.compare_findings(run(factories=[]), run(factories=[]), UNCHECKED)
    assert len(found) == 0
    assert len(cmp.compare_factories(run(factories=[]), run(factories=[]), found, UNCHECKED)) == 0
    assert len(cmp.count_changes(found)) == 0

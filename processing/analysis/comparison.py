"""What changed between two checks: finding by finding, and factory by factory."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

import numpy as np
import pandas as pd

from .verdicts import ADVICE, FAIL, NO_DATA, PASS, UNDECIDED

NEW, RESOLVED, CHANGED, UNCHANGED = "new", "resolved", "changed", "unchanged"
# The verdict and its reason are the same, but what was measured is not.
BOUNDARY, LOCATION = "boundary changed", "location changed"
# A finding that is in one of the two only, for a reason that is not the factory's.
FACTORY_ADDED, FACTORY_REMOVED = "factory added", "factory removed"
RULE_ADDED, RULE_REMOVED = "rule added", "rule removed"
NOW_CHECKED, NOT_CHECKED = "now checked", "no longer checked"
# From what an officer looks at first.
CHANGES = (
    NEW,
    CHANGED,
    RESOLVED,
    BOUNDARY,
    LOCATION,
    FACTORY_ADDED,
    FACTORY_REMOVED,
    RULE_ADDED,
    RULE_REMOVED,
    NOW_CHECKED,
    NOT_CHECKED,
    UNCHANGED,
)
WORSE, BETTER, SAME, ADDED, REMOVED, UNCOMPARED = "worse", "better", "same", "added", "removed", "not comparable"
FACTORY_CHANGES = (WORSE, BETTER, ADDED, REMOVED, UNCOMPARED, SAME)

_KEY = ["factory_id", "rule_id", "nth"]
# Metres by which two measurements may differ and still be one: they are rounded to centimetres.
_SAME_M = 0.02
# A pass on this reason is listed among the findings: its condition has to be kept.
_CONDITIONAL = "conditional"


@dataclass(frozen=True)
class Run:
    """One check, as its findings file tells it.

    Attributes
    ----------
    findings : pandas.DataFrame
        ``finding_id``, ``factory_id``, ``rule_id``, ``verdict``, ``reason``, ``message``, ``feature_id``,
        ``layer_vintage``, ``measured_m`` (metres) and whatever else; with or without the plain passes.
    factories : pandas.DataFrame
        ``factory_id``, ``not_checked`` (a number of rules), ``x``, ``y`` (metres, NaN without a location), and
        whatever else.
    rules : pandas.DataFrame
        ``rule_id``, ``severity``, ``no_data`` (how many factories).
    """

    findings: pd.DataFrame
    factories: pd.DataFrame
    rules: pd.DataFrame


def compare_findings(before: Run, after: Run, unchecked: Collection[str]) -> pd.DataFrame:
    """Return every finding that one of two checks lists, with what became of it.

    A plain pass is not listed by every check, so it counts as not listed in any.

    Parameters
    ----------
    before, after : Run
        Locations of both in one CRS.
    unchecked : collection of str
        Reasons that say that a rule was not checked for want of a layer.

    Returns
    -------
    pandas.DataFrame
        ``factory_id``, ``rule_id``, ``change`` (one of `CHANGES`), and every column of the findings twice, with
        ``_before`` and ``_after`` to its name; most urgent change first.
    """
    was, now = _listed(before, unchecked), _listed(after, unchecked)
    both, side = _paired(was, now, _KEY)
    factory, rule = both["factory_id"].to_numpy(), both["rule_id"].to_numpy()
    gone = _why_absent(both, after, unchecked, (FACTORY_REMOVED, RULE_REMOVED, NOT_CHECKED), RESOLVED)
    come = _why_absent(both, before, unchecked, (FACTORY_ADDED, RULE_ADDED, NOW_CHECKED), NEW)
    moved = _moved_m(before, after).reindex(factory).fillna(0.0).to_numpy() > _SAME_M
    both["change"] = np.select(
        [side == "left_only", side == "right_only"], [gone, come], default=_difference(both, moved)
    ).astype(object)
    urgency = both["change"].map({change: i for i, change in enumerate(CHANGES)}).to_numpy()
    return _in_order(both, np.lexsort((factory.astype(str), rule.astype(str), urgency)))


def _paired(was: pd.DataFrame, now: pd.DataFrame, keys: list[str]) -> tuple[pd.DataFrame, np.ndarray]:
    """Return the rows of both frames beside each other, in the order of their keys, and the side they come from.

    The keys go in as numbers: to sort a hundred thousand texts would keep a window beside still.
    """
    left, right = pd.DataFrame({"was": np.arange(len(was))}), pd.DataFrame({"now": np.arange(len(now))})
    for key in keys:
        codes, _ = pd.factorize(np.concatenate([was[key].to_numpy(), now[key].to_numpy()]))
        left[key], right[key] = codes[: len(was)], codes[len(was) :]
    pairs = left.merge(right, how="outer", on=keys)
    rows = [pairs[name].fillna(-1).to_numpy().astype("int64") for name in ("was", "now")]
    out = {}
    for name in keys:
        out[name] = _taken(now[name], rows[1]).where(rows[1] >= 0, _taken(was[name], rows[0]))
    for frame, row, when in ((was, rows[0], "before"), (now, rows[1], "after")):
        others = was.columns if frame is now else now.columns
        for name in frame.columns:
            if name not in keys:
                out[f"{name}_{when}" if name in others else name] = _taken(frame[name], row)
    side = np.select([rows[1] < 0, rows[0] < 0], ["left_only", "right_only"], default="both")
    return pd.DataFrame(out, copy=False), side


def _taken(column: pd.Series, rows: np.ndarray) -> pd.Series:
    """Return a column at some rows, nothing where a row is below zero."""
    return column.reset_index(drop=True).reindex(np.where(rows < 0, len(column), rows)).set_axis(np.arange(len(rows)))


def _in_order(frame: pd.DataFrame, order: np.ndarray) -> pd.DataFrame:
    out = frame.iloc[order]
    return out.set_axis(np.arange(len(out)), axis=0)


def _listed(run: Run, unchecked: Collection[str]) -> pd.DataFrame:
    """Return the findings that every check lists, numbered where factories share an id."""
    found = run.findings
    plain = (found["verdict"] == PASS) & (found["reason"] != _CONDITIONAL)
    kept = found[~plain & ~found["reason"].isin(list(unchecked))].sort_values("finding_id", kind="stable")
    return kept.assign(nth=kept.groupby(["factory_id", "rule_id"], sort=False).cumcount())


def _why_absent(
    pairs: pd.DataFrame, run: Run, unchecked: Collection[str], because: tuple[str, str, str], otherwise: str
) -> np.ndarray:
    """Return why a check does not list a finding: the factory or the rule is not in it, or was not checked."""
    no_factory = ~pairs["factory_id"].isin(run.factories["factory_id"])
    no_rule = ~pairs["rule_id"].isin(run.rules["rule_id"])
    return np.select([no_factory, no_rule, not_checked(pairs, run, unchecked)], list(because), default=otherwise)


def not_checked(pairs: pd.DataFrame, run: Run, unchecked: Collection[str]) -> np.ndarray:
    """Return which pairs of factory and rule were, or may have been, left unchecked for want of a layer.

    A check that lists only what needs a look does not list these. Of such a rule it counts more factories without data
    than it lists, and of such a factory it says that rules were not checked; both together are taken as a yes, as
    what was not checked must never look resolved.
    """
    found = run.findings
    listed = found[found["reason"].isin(list(unchecked))]
    told = np.zeros(len(pairs), dtype=bool)
    if len(listed):
        told = pd.MultiIndex.from_frame(pairs[["factory_id", "rule_id"]]).isin(
            pd.MultiIndex.from_frame(listed[["factory_id", "rule_id"]])
        )
    without = found.loc[found["verdict"] == NO_DATA, "rule_id"].value_counts()
    counted = run.rules.set_index("rule_id")["no_data"].astype("float64").fillna(0.0)
    short = counted - without.reindex(counted.index).fillna(0)
    rules = short.index[short.to_numpy() > 0]
    missing = pd.to_numeric(run.factories["not_checked"], errors="coerce").fillna(0).to_numpy() > 0
    some = run.factories.loc[missing, "factory_id"]
    return told | (pairs["rule_id"].isin(rules) & pairs["factory_id"].isin(some)).to_numpy()


def _difference(both: pd.DataFrame, moved: np.ndarray) -> np.ndarray:
    """Return how findings that both checks list differ."""

    def differs(name: str) -> np.ndarray:
        one, other = (both[f"{name}_{when}"].fillna("").astype(str).to_numpy() for when in ("before", "after"))
        return one != other

    was, now = (pd.to_numeric(both[f"measured_m_{when}"], errors="coerce").to_numpy() for when in ("before", "after"))
    apart = ~np.isclose(was, now, rtol=0, atol=_SAME_M, equal_nan=True)
    layer = apart | differs("layer_vintage") | differs("feature_id")
    changed = differs("verdict") | differs("reason")
    return np.select([changed, layer & moved, layer], [CHANGED, LOCATION, BOUNDARY], default=UNCHANGED)


def _moved_m(before: Run, after: Run) -> pd.Series:
    """Return by how many metres each factory of both checks moved; one of several with an id is the first."""
    was, now = (
        run.factories.drop_duplicates("factory_id").set_index("factory_id")[["x", "y"]] for run in (before, after)
    )
    common = was.index.intersection(now.index)
    apart = now.loc[common] - was.loc[common]
    return pd.Series(np.hypot(apart["x"].to_numpy(), apart["y"].to_numpy()), index=common)


def compare_factories(before: Run, after: Run, changes: pd.DataFrame, unchecked: Collection[str]) -> pd.DataFrame:
    """Return every factory of two checks, with what became of it.

    Better and worse count only the rules that both checks have, that were checked in both, and that bind: first the
    rules broken, then those undecided, then those without data.

    Parameters
    ----------
    changes : pandas.DataFrame
        What `compare_findings` returns of the same checks.

    Returns
    -------
    pandas.DataFrame
        ``factory_id``, ``change`` (one of `FACTORY_CHANGES`), ``moved_m``, the number of changes of its findings by
        kind (``new``, ``resolved``, ``changed``), the columns of the factories twice, as in `compare_findings`.
    """
    was, now = (_numbered(run.factories) for run in (before, after))
    both, side = _paired(was, now, ["factory_id", "nth"])
    ids = both["factory_id"]
    counted = _counted(changes, before, after, unchecked)
    weights = [_burden(counted, when).reindex(ids).fillna(0).to_numpy() for when in ("before", "after")]
    step = _lexicographic(weights[1] - weights[0])
    common = set(_binding(before)) & set(_binding(after))
    both["change"] = np.select(
        [side == "left_only", side == "right_only", np.full(len(both), not common), step > 0, step < 0],
        [REMOVED, ADDED, UNCOMPARED, WORSE, BETTER],
        default=SAME,
    ).astype(object)
    both["moved_m"] = np.where(side == "both", _moved_m(before, after).reindex(ids).to_numpy(), np.nan)
    for kind in (NEW, RESOLVED, CHANGED):
        per_factory = changes.loc[changes["change"] == kind, "factory_id"].value_counts()
        both[kind] = per_factory.reindex(ids).fillna(0).astype("int64").to_numpy()
    urgency = both["change"].map({change: i for i, change in enumerate(FACTORY_CHANGES)}).to_numpy()
    return _in_order(both, np.lexsort((ids.to_numpy().astype(str), urgency)))


def _numbered(factories: pd.DataFrame) -> pd.DataFrame:
    return factories.assign(nth=factories.groupby("factory_id", sort=False).cumcount())


def _binding(run: Run) -> list[str]:
    return run.rules.loc[run.rules["severity"] != ADVICE, "rule_id"].tolist()


def _counted(changes: pd.DataFrame, before: Run, after: Run, unchecked: Collection[str]) -> pd.DataFrame:
    """Return the findings by which a factory can get better or worse."""
    common = changes["rule_id"].isin(_binding(before)) & changes["rule_id"].isin(_binding(after))
    left_out = [not_checked(changes, run, unchecked) for run in (before, after)]
    return changes[common.to_numpy() & ~left_out[0] & ~left_out[1]]


def _burden(findings: pd.DataFrame, when: str) -> pd.DataFrame:
    """Return per factory the number of rules that fail, are undecided and lack data."""
    verdict = findings[f"verdict_{when}"]
    ids = findings["factory_id"]
    columns = {name: (verdict == name).groupby(ids, sort=False).sum() for name in (FAIL, UNDECIDED, NO_DATA)}
    return pd.DataFrame(columns)


def _lexicographic(differences: np.ndarray) -> np.ndarray:
    """Return the sign of the first difference of each row that is not 0."""
    first = np.argmax(differences != 0, axis=1)
    return np.sign(differences[np.arange(len(differences)), first])


def count_changes(changes: pd.DataFrame) -> pd.DataFrame:
    """Return how often each change occurs under each rule: ``rule_id``, ``change``, ``findings``."""
    counts = changes.groupby(["rule_id", "change"], sort=False).size().rename("findings").reset_index()
    urgency = counts["change"].map({change: i for i, change in enumerate(CHANGES)}).to_numpy()
    return counts.iloc[np.lexsort((urgency, counts["rule_id"].astype(str).to_numpy()))].reset_index(drop=True)

"""What changed between two checks, ready to be shown: the answer of `factory:compare_runs`, read in the background."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from qgis.core import QgsVectorLayer

from ...processing.i18n import tr
from ..reading import Source, source_with
from .findings_data import USUAL_FIELDS, FindingsData, build

# The words of `processing.analysis.comparison`.
_NEW, _CHANGED, _RESOLVED, _WORSE, _BETTER = "new", "changed", "resolved", "worse", "better"


@dataclass(frozen=True)
class Comparison:
    """What changed since an earlier check.

    Attributes
    ----------
    when : str
        When that was, as people write it.
    counts : mapping of str to int
        Findings that are new, changed and resolved, and factories that are worse and better.
    findings, factories : mapping of str to frozenset of str
        Ids of the findings of each change, and of the factories.
    layer : QgsVectorLayer
        The changes.
    earlier : FindingsData
        Of the findings that are resolved or changed, how they were.
    resolved : (n,) bool array
        Which of these are no more.
    more : str
        All counts in sentences, and what makes the comparison doubtful.
    """

    when: str
    counts: Mapping[str, int]
    findings: Mapping[str, frozenset[str]]
    factories: Mapping[str, frozenset[str]]
    layer: QgsVectorLayer
    earlier: FindingsData
    resolved: np.ndarray
    more: str

    def title(self, which: str) -> str:
        """Return what the list is called that shows one of the counts."""
        titles = {
            _NEW: tr("New since {when}"),
            _CHANGED: tr("Changed since {when}"),
            _RESOLVED: tr("Resolved since {when}, as they were"),
            _WORSE: tr("Factories that got worse since {when}"),
            _BETTER: tr("Factories that got better since {when}: what was found then"),
        }
        return titles[which].format(when=self.when)

    def mask_now(self, which: str, data: FindingsData) -> np.ndarray | None:
        """Return which findings of the later check one of the counts is about; None for what it does not list."""
        if which == _WORSE:
            return data.holding("factory_id", self.factories[_WORSE])
        return data.holding("finding_id", self.findings[which]) if which in (_NEW, _CHANGED) else None

    def mask_then(self, which: str) -> np.ndarray:
        """Return which rows of `earlier` one of the counts is about."""
        return self.resolved if which == _RESOLVED else self.earlier.holding("factory_id", self.factories[_BETTER])


@dataclass(frozen=True)
class ChangesSource:
    """What to read of a file of changes, taken in the window's thread."""

    changes: Source
    factories: Source
    counts: Source


def source_of(output: str) -> ChangesSource:
    """Return what to read of the file that ``compare_runs`` wrote."""
    tables = {
        name: QgsVectorLayer(f"{output}|layername={name}", name, "ogr") for name in ("factory_changes", "summary")
    }
    return ChangesSource(
        source_with(changes_layer(output), {**USUAL_FIELDS, "change": ("change",)}),
        source_with(tables["factory_changes"], {name: (name,) for name in ("factory_id", "change")}),
        source_with(tables["summary"], {name: (name,) for name in ("change", "findings")}),
    )


def changes_layer(output: str) -> QgsVectorLayer:
    """Return the layer of changes in the file that ``compare_runs`` wrote."""
    return QgsVectorLayer(f"{output}|layername=changes", tr("Changes of findings"), "ogr")


def read_changes(
    source: ChangesSource, now: FindingsData, khmer: bool, pace: Callable[[float], None]
) -> dict[str, Any]:
    """Return what a `Comparison` is made of beside its layer; made to run in any thread.

    Parameters
    ----------
    source : ChangesSource
    now : FindingsData
        The later check.
    khmer : bool
    pace : callable
    """
    from ...processing.analysis.comparison import CHANGES, FACTORY_CHANGES
    from ...processing.checks.changes import report

    fids, columns = source.changes.columns(pace)
    read = dict(zip(source.changes.known, columns))
    _, rows = source.factories.columns(pace)
    factories = list(zip(*rows))
    _, counted = source.counts.columns(pace)
    by_change: Counter[str] = Counter()
    for change, count in zip(*counted):
        by_change[change] += int(count or 0)
    by_factory = Counter(change for _, change in factories)
    changes = read["change"]
    kept = [row for row, change in enumerate(changes) if change in (_RESOLVED, _CHANGED)]
    pace(1.0)
    names = dict(zip(now.texts["factory_id"], now.texts["factory_name"])) if khmer else {}
    before = {name: [column[row] for row in kept] for name, column in read.items() if name != "change"}
    earlier = build([fids[row] for row in kept], before, names, now.rule_titles, khmer, pace)
    resolved = {fids[row] for row in kept if changes[row] == _RESOLVED}
    ids = read["finding_id"]
    return {
        "counts": {
            **{name: by_change[name] for name in (_NEW, _CHANGED, _RESOLVED)},
            **{name: by_factory[name] for name in (_WORSE, _BETTER)},
        },
        "findings": {
            name: frozenset(str(one) for one, change in zip(ids, changes) if change == name)
            for name in (_NEW, _CHANGED)
        },
        "factories": {
            name: frozenset(str(one) for one, change in factories if change == name) for name in (_WORSE, _BETTER)
        },
        "earlier": earlier,
        "resolved": np.array([fid in resolved for fid in earlier.fids.tolist()], dtype=bool),
        "sentences": report(
            {change: by_change[change] for change in CHANGES}, {one: by_factory[one] for one in FACTORY_CHANGES}
        ),
    }

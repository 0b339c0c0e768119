"""One sentence about a whole check, and what it could not check."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from qgis.PyQt.QtCore import QLocale

from ...processing.i18n import named, tr
from ..project.packs import missing_words

_SHOWN = 3


@dataclass(frozen=True)
class Outcome:
    """What a check comes to.

    Attributes
    ----------
    headline : str
        How many factories pass; empty when none was checked.
    unchecked : str
        Which layers were missing, and how many rules for want of them were not checked; empty for none.
    unchecked_all : str
        The same with every layer and rule.
    """

    headline: str = ""
    unchecked: str = ""
    unchecked_all: str = ""

    def __str__(self) -> str:
        return self.headline


def outcome(verdicts: Mapping[str, int], rules: Iterable[Mapping[str, Any]]) -> Outcome:
    """Return how many factories pass, and which rules were not checked for want of which layers.

    Parameters
    ----------
    verdicts : mapping of str to int
        How many factories have each worst verdict.
    rules : iterable of mapping
        Rows of the table of rules of a findings file; `rule_id`, `role`, `not_checked` and `missing` are looked at.
    """
    total = sum(verdicts.values())
    if not total:
        return Outcome()
    locale = QLocale()
    headline = tr("{passed} of {total} factories pass every rule that was checked.").format(
        passed=locale.toString(verdicts.get("pass", 0)), total=locale.toString(total)
    )
    return Outcome(headline, *_unchecked(_rules_without_layer(rules)))


def _rules_without_layer(rules: Iterable[Mapping[str, Any]]) -> dict[str, list[str]]:
    """Return the rules that were not, or not wholly, checked, by the words for what was missing."""
    found: dict[str, list[str]] = defaultdict(list)
    for row in rules:
        if row.get("not_checked"):
            for word in missing_words(str(row.get("role") or ""), str(row.get("missing") or "")):
                found[word].append(str(row.get("rule_id")))
    return dict(found)


def _unchecked(found: dict[str, list[str]]) -> tuple[str, str]:
    if not found:
        return "", ""
    count = len({rule for rules in found.values() for rule in rules})
    names = list(found)
    listed = ", ".join(names[:_SHOWN])
    if len(names) > _SHOWN:
        listed = tr("{some} and {count} more").format(some=listed, count=len(names) - _SHOWN)
    said = tr("Rules not, or not wholly, checked: {count}. Layers missing: {layers}.").format(
        count=QLocale().toString(count), layers=listed
    )
    every = "\n".join(named(name, ", ".join(rules)) for name, rules in found.items())
    return said, every

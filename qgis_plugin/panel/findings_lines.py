"""Which lines the list of findings has: the findings that are wanted, in order, below the heads of their groups."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from .findings_model import Group

if TYPE_CHECKING:
    from .findings_data import FindingsData, Grouping


@dataclass(frozen=True)
class Lines:
    """The lines of the list.

    Attributes
    ----------
    groups : tuple of Group
        Worst first; empty where nothing is grouped.
    rows : (n,) int64 array
        What each line shows: the row of a finding, or below zero a group, -1 the first.
    heads : (g,) int64 array
        The line of each group.
    wanted : int
        How many findings there are, also in groups that are closed.
    """

    groups: tuple[Group, ...]
    rows: np.ndarray
    heads: np.ndarray
    wanted: int
    _findings: tuple[np.ndarray, ...] = ()

    def opened(self, is_open: Callable[[str], bool]) -> Lines:
        """Return the same groups, open or closed as their keys want it."""
        if not self.groups:
            return self
        groups = tuple(replace(one, open=is_open(one.key)) for one in self.groups)
        return _laid_out(groups, self._findings, self.wanted)


def arrange(
    data: FindingsData, mask: np.ndarray, order: np.ndarray, grouping: str, is_open: Callable[[str], bool]
) -> Lines:
    """Return the lines for some findings.

    Parameters
    ----------
    data : FindingsData
    mask : (n,) bool array
        The findings that are wanted.
    order : (n,) int array
        All rows in the order in which they are listed.
    grouping : str
        Key of ``data.groupings``; anything else lists the findings without groups.
    is_open : callable
        Whether the findings of the group with a key are listed.
    """
    rows = order[mask[order]].astype("int64")
    chosen = data.groupings.get(grouping)
    if chosen is None:
        return Lines((), rows, np.zeros(0, dtype="int64"), len(rows))
    counts = _table(chosen, data, rows)
    ranked = _worst_first(chosen, counts)
    place = np.empty(len(chosen.keys), dtype="int64")
    place[ranked] = np.arange(len(ranked))
    codes = place[chosen.codes[rows]]
    rows = rows[np.argsort(codes, kind="stable")]
    sizes = counts.sum(axis=1)[ranked]
    factories = _factories(data, chosen, rows)
    groups, findings = [], []
    for code, part in zip(ranked.tolist(), np.split(rows, np.cumsum(sizes)[:-1])):
        if len(part):
            kinds = tuple((kind, int(number)) for kind, number in zip(data.kinds, counts[code]) if number)
            key = chosen.keys[code]
            groups.append(Group(key, chosen.titles[code], len(part), int(factories[code]), kinds, is_open(key)))
            findings.append(part)
    return _laid_out(tuple(groups), tuple(findings), len(rows))


def _table(grouping: Grouping, data: FindingsData, rows: np.ndarray) -> np.ndarray:
    """Return how many findings of each kind (columns) each group (rows) has."""
    across = len(data.kinds)
    flat = grouping.codes[rows].astype("int64") * across + data.kind[rows]
    return np.bincount(flat, minlength=len(grouping.keys) * across).reshape(len(grouping.keys), across)


def _worst_first(grouping: Grouping, counts: np.ndarray) -> np.ndarray:
    """Return the groups, most findings of the worst kind first; what is not known comes last."""
    unknown = np.array([key == "" for key in grouping.keys], dtype=bool)
    columns = [-counts[:, column] for column in reversed(range(counts.shape[1]))]
    return np.lexsort((np.arange(len(unknown)), *columns, unknown))


def _factories(data: FindingsData, grouping: Grouping, rows: np.ndarray) -> np.ndarray:
    """Return how many factories each group is about."""
    across = int(data.factory.max()) + 1 if len(data) else 1
    seen = np.unique(grouping.codes[rows].astype("int64") * across + data.factory[rows]) // across
    return np.bincount(seen, minlength=len(grouping.keys))


def _laid_out(groups: tuple[Group, ...], findings: tuple[np.ndarray, ...], wanted: int) -> Lines:
    parts, heads, line = [np.zeros(0, dtype="int64")], [], 0
    for number, (group, rows) in enumerate(zip(groups, findings)):
        heads.append(line)
        parts.append(np.array([-1 - number], dtype="int64"))
        if group.open:
            parts.append(rows)
        line += 1 + (len(rows) if group.open else 0)
    return Lines(groups, np.concatenate(parts), np.array(heads, dtype="int64"), wanted, findings)

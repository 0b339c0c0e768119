"""The findings as columns, made once in the background: filter, order and groups are then a matter of numbers."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from ...processing.i18n import tr
from . import verdicts
from .findings_model import Finding
from .register import lists
from .register.columns import LAST, each, text_ranks
from .register.words import folded, plain_text, province_code, search_words, sort_key

Pace = Callable[[float], None]

# What is read of a finding: the names of the fields, and those that stand in for them in a table of changes.
USUAL_FIELDS: dict[str, tuple[str, ...]] = {
    "finding_id": ("finding_id",),
    "factory_id": ("factory_id",),
    "factory_name": ("factory_name",),
    "rule_id": ("rule_id",),
    "rule_title": ("rule_title",),
    "verdict": ("verdict", "verdict_before"),
    "severity": ("severity",),
    "message": ("message", "message_before"),
    "measured_m": ("measured_m", "measured_before_m"),
    "province": ("province_code",),
}


@dataclass(frozen=True)
class Grouping:
    """What findings can be grouped by.

    Attributes
    ----------
    keys, titles : tuple of str
        In the order in which groups that are as bad as each other stand; the key is empty for what is not known.
    codes : (n,) int32 array
        Of each finding, the place of its key.
    """

    keys: tuple[str, ...]
    titles: tuple[str, ...]
    codes: np.ndarray


@dataclass(frozen=True)
class FindingsData:
    """The findings of a check, worst first, then by factory id and rule.

    Attributes
    ----------
    fids : (n,) int64 array
        Feature ids in the layer.
    kinds : tuple of str
        As in `verdicts.ORDER`, and after them what is not.
    kind : (n,) int32 array
        Places in `kinds`.
    texts : dict of str to list of n str
        By field of `Finding`.
    measured : (n,) float64 array
        Metres; NaN where nothing was measured.
    searched : list of n str
        What the search looks in.
    factory : (n,) int32 array
        The same number for findings of the same factory.
    ranks : dict of str to (n,) int32 array
        By column, the place of each finding in its order.
    groupings : dict of str to Grouping
    rule_titles : dict of str to str
        By rule id, in the language of the interface.
    """

    fids: np.ndarray
    kinds: tuple[str, ...]
    kind: np.ndarray
    texts: dict[str, list[str]]
    measured: np.ndarray
    searched: list[str]
    factory: np.ndarray
    ranks: dict[str, np.ndarray]
    groupings: dict[str, Grouping]
    rule_titles: dict[str, str]
    _by_fid: np.ndarray = field(repr=False)

    def __len__(self) -> int:
        return len(self.fids)

    def finding(self, row: int) -> Finding:
        """Return one finding."""
        measured = float(self.measured[row])
        return Finding(
            fid=int(self.fids[row]),
            kind=self.kinds[self.kind[row]],
            measured_m=None if measured != measured else measured,
            **{name: texts[row] for name, texts in self.texts.items()},
        )

    def row_of(self, fid: int | None) -> int:
        """Return the row of a feature, -1 where there is none."""
        if fid is None or not len(self.fids):
            return -1
        place = min(int(np.searchsorted(self.fids, fid, sorter=self._by_fid)), len(self.fids) - 1)
        row = int(self._by_fid[place])
        return row if int(self.fids[row]) == fid else -1

    def counts(self) -> dict[str, int]:
        """Return how many findings there are of each kind, every kind of `verdicts.ORDER` named."""
        counted = np.bincount(self.kind, minlength=len(self.kinds))
        return {name: int(number) for name, number in zip(self.kinds, counted)}

    def mask(self, text: str, kinds: Collection[str], only: np.ndarray | None) -> np.ndarray:
        """Return which findings hold every word of `text`, are of some kinds (any where none is given), and `only`."""
        found = np.ones(len(self), dtype=bool) if only is None else only.copy()
        if kinds:
            found &= np.array([name in kinds for name in self.kinds], dtype=bool)[self.kind]
        for word in search_words(text):
            rows = np.flatnonzero(found)
            held = np.fromiter((word in self.searched[row] for row in rows.tolist()), dtype=bool, count=len(rows))
            found[rows] = held
        return found

    def holding(self, name: str, wanted: Collection[str]) -> np.ndarray:
        """Return which findings have one of some values in a field of `Finding`."""
        return np.fromiter((one in wanted for one in self.texts[name]), dtype=bool, count=len(self))

    def order(self, column: str, descending: bool = False) -> np.ndarray:
        """Return the rows sorted by a column; what is alike in it stands as usual, what has nothing in it last."""
        ranks = self.ranks[column]
        if descending:
            ranks = np.where(ranks == LAST, LAST, -ranks)
        return np.argsort(ranks, kind="stable")


def build(
    fids: Sequence[int],
    columns: Mapping[str, Sequence[Any]],
    names: Mapping[str, str],
    rule_titles: Mapping[str, str],
    khmer: bool,
    pace: Pace = lambda _share: None,
) -> FindingsData:
    """Return what was read, ready to be shown.

    Parameters
    ----------
    fids : sequence of n int
    columns : mapping of str to sequence of n values
        By key of `USUAL_FIELDS`; None where there is nothing.
    names : mapping of str to str
        By factory id, the name to show in place of the finding's own.
    rule_titles : mapping of str to str
        By rule id, in the language of the interface; the finding's own where there is none.
    khmer : bool
        Whether names of provinces are Khmer.
    pace : callable
        Called every few rows.
    """
    return _Maker(fids, columns, names, rule_titles, khmer, pace).data()


class _Maker:
    """Makes one `FindingsData`, a few rows at a time."""

    def __init__(
        self,
        fids: Sequence[int],
        columns: Mapping[str, Sequence[Any]],
        names: Mapping[str, str],
        rule_titles: Mapping[str, str],
        khmer: bool,
        pace: Pace,
    ) -> None:
        self._fids, self._columns, self._names = fids, columns, names
        self._khmer, self._pace = khmer, pace
        self._order = np.zeros(0, dtype="int64")
        own = dict(zip(self._texts("rule_id"), self._texts("rule_title")))
        self._titles = {**own, **{rule: title for rule, title in rule_titles.items() if title}}

    def data(self) -> FindingsData:
        texts = {name: self._texts(name) for name in ("finding_id", "factory_id", "rule_id", "message")}
        texts["factory_name"] = self._factory_names(texts["factory_id"])
        kinds, kind = self._kinds()
        ids, rules = self._ranks(texts["factory_id"]), self._ranks(texts["rule_id"])
        fids = np.array(self._fids, dtype="int64")
        self._order = np.lexsort((fids, rules, ids, kind))
        self._pace(1.0)
        texts = {name: self._sorted(values) for name, values in texts.items()}
        fids, kind = fids[self._order], kind[self._order]
        shown = [name or other for name, other in zip(texts["factory_name"], texts["factory_id"])]
        measured = self._measured()[self._order]
        ranks = {
            "kind": kind,
            "factory_id": ids[self._order],
            "factory_name": self._ranks(shown),
            "rule_id": rules[self._order],
            "measured_m": np.where(np.isnan(measured), LAST, np.unique(measured, return_inverse=True)[1]),
            "message": self._ranks(texts["message"]),
        }
        return FindingsData(
            fids=fids,
            kinds=kinds,
            kind=kind,
            texts=texts,
            measured=measured,
            searched=self._searched(texts),
            factory=self._factories(texts["factory_id"]),
            ranks=ranks,
            groupings=self._groupings(texts["rule_id"], kinds, kind),
            rule_titles=self._titles,
            _by_fid=np.argsort(fids, kind="stable"),
        )

    def _each(self, values: Sequence[Any], make: Callable[[Any], Any]) -> list[Any]:
        return each(values, make, self._pace)

    def _texts(self, name: str) -> list[str]:
        column = self._columns.get(name)
        return [""] * len(self._fids) if column is None else self._each(column, plain_text)

    def _factory_names(self, ids: list[str]) -> list[str]:
        own = self._texts("factory_name")
        return [self._names.get(one) or name for one, name in zip(ids, own)] if self._names else own

    def _sorted(self, values: list[str]) -> list[str]:
        return self._each(self._order, values.__getitem__)

    def _measured(self) -> np.ndarray:
        column = self._columns.get("measured_m") or [None] * len(self._fids)
        return np.array(self._each(column, _metres), dtype="float64")

    def _kinds(self) -> tuple[tuple[str, ...], np.ndarray]:
        pairs = zip(self._texts("verdict"), self._texts("severity"))
        kinds = self._each(list(pairs), lambda pair: verdicts.kind(*pair))
        known = (*verdicts.ORDER, *sorted(set(kinds) - set(verdicts.ORDER)))
        return known, _codes(kinds, known)

    def _ranks(self, texts: list[str]) -> np.ndarray:
        return text_ranks(self._each(texts, sort_key), self._pace)

    def _factories(self, ids: list[str]) -> np.ndarray:
        """Return a number for each factory: F1, f1 and F01 are listed side by side, and are three."""
        known: dict[str, int] = {}
        return np.array(self._each(ids, lambda one: known.setdefault(one, len(known))), dtype="int32")

    def _searched(self, texts: Mapping[str, list[str]]) -> list[str]:
        columns = [texts[name] for name in ("factory_id", "factory_name", "rule_id", "message")]
        return self._each(list(zip(*columns)), lambda parts: folded("\n".join(parts)))

    def _groupings(self, rules: list[str], kinds: tuple[str, ...], kind: np.ndarray) -> dict[str, Grouping]:
        found = {
            "rule": _grouping(rules, lambda key: self._titles.get(key) or key or tr("Rule not known")),
            "kind": Grouping(kinds, tuple(verdicts.label(one) for one in kinds), kind),
        }
        names = lists.provinces(self._khmer)
        column = self._columns.get("province")
        codes = [""] * len(self._fids) if column is None else self._each(column, province_code)
        found["province"] = _grouping(
            self._sorted(codes), lambda key: names.get(key, key) or tr("Province not known"), names.get
        )
        return found


def _grouping(
    values: Sequence[str], title: Callable[[str], str], order: Callable[[str, str], Any] = lambda key, _: key
) -> Grouping:
    keys = tuple(sorted(set(values), key=lambda key: (key == "", sort_key(order(key, key) or ""))))
    return Grouping(keys, tuple(title(key) for key in keys), _codes(values, keys))


def _codes(values: Iterable[str], keys: Sequence[str]) -> np.ndarray:
    places = {key: place for place, key in enumerate(keys)}
    return np.fromiter((places[one] for one in values), dtype="int32")


def _metres(value: Any) -> float:
    try:
        return float(value)
    except (TypeError, ValueError):  # nothing, or no number
        return float("nan")

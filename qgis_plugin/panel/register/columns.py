"""The register as columns, built once in the background: filtering and sorting are then a matter of numbers."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, fields
from typing import Any

import numpy as np

from ....processing.i18n import tr
from .. import verdicts
from . import lists
from .words import (
    DIGITS,
    as_written,
    division_code,
    folded,
    pieces,
    plain_text,
    province_code,
    run_together,
    search_words,
    sort_key,
    whole_number,
)

# Called now and then with the share done; may raise to stop.
Pace = Callable[[float], None]

# What a narrow panel has to show comes first.
COLUMNS = ("verdict", "name", "id", "province", "sector", "status", "accuracy")
FACETS = ("province", "sector", "status", "verdict", "quality")
# Field names that hold what the table shows, the register's own first.
USUAL_FIELDS: dict[str, tuple[str, ...]] = {
    "id": ("factory_id",),
    "name_en": ("name_en", "name", "factory_name"),
    "name_km": ("name_km", "factory_name_km"),
    "licence": ("licence_no", "license_no"),
    "operator": ("operator_id",),
    "province": ("province_code", "province"),
    "isic": ("isic", "isic_code", "isic4"),
    "status": ("status",),
    "accuracy": ("loc_accuracy_m", "accuracy_m"),
}
_CODES = ("id", "licence", "operator")
_SEARCHED = ("name_en", "name_km", *_CODES)
_STEP = 100
LAST = np.iinfo("int32").max


@dataclass(frozen=True)
class Raw:
    """Features as they were read, by column: a hundred thousand rows of their own would keep Python's collector busy.

    Attributes
    ----------
    known : tuple of str
        Keys of `USUAL_FIELDS` that the layer has.
    fids : list of n int
    columns : tuple of lists of n values
        One for each of `known`; None where there is nothing.
    by_place : bool
        The provinces are those that the factories stand in: no field holds them.
    """

    known: tuple[str, ...]
    fids: list[int]
    columns: tuple[list[Any], ...]
    by_place: bool = False

    def changed(self, gone: Collection[int], fresh: Mapping[int, tuple[Any, ...]]) -> Raw:
        """Return the features without those that are gone, with fresh values for some, and new ones at the end."""
        kept = [row for row, fid in enumerate(self.fids) if fid not in gone]
        fids = [self.fids[row] for row in kept]
        columns = tuple([column[row] for row in kept] for column in self.columns)
        places = {fid: row for row, fid in enumerate(fids) if fid in fresh}
        for fid, values in fresh.items():
            row = places.get(fid)
            if row is None:
                fids.append(fid)
            for column, value in zip(columns, values):
                if row is None:
                    column.append(value)
                else:
                    column[row] = value
        return Raw(self.known, fids, columns, self.by_place)


@dataclass(frozen=True)
class Facet:
    """One thing to filter by.

    Attributes
    ----------
    codes : (n,) int32 array
        Of each row, the place of its key in `keys`.
    keys : tuple of str
        In the order in which they are sorted and offered; what is not stated is last.
    labels, shorts : tuple of str
        What each key is called, and how a column shows it.
    groups : tuple of str
        A wider key that each belongs to, empty for none: an ISIC section.
    """

    codes: np.ndarray
    keys: tuple[str, ...]
    labels: tuple[str, ...]
    shorts: tuple[str, ...]
    groups: tuple[str, ...]

    def mask(self, key: str) -> np.ndarray:
        """Return which rows have `key`, or belong to it."""
        wanted = np.array(
            [key == one or (group != "" and key == group) for one, group in zip(self.keys, self.groups)], dtype=bool
        )
        return wanted[self.codes] if len(wanted) else np.zeros(len(self.codes), dtype=bool)


@dataclass(frozen=True)
class Wanted:
    """What somebody looks for; None for a facet means all of it."""

    text: str = ""
    province: str | None = None
    sector: str | None = None
    status: str | None = None
    verdict: str | None = None
    quality: str | None = None
    only_selected: bool = False

    @property
    def everything(self) -> bool:
        """Whether it leaves out nothing."""
        return self == Wanted()

    def as_dict(self) -> dict[str, str]:
        """Return what is asked for as plain values, without what the selection of a moment has to do with."""
        usual = Wanted()
        values = {one.name: getattr(self, one.name) for one in fields(self) if one.name != "only_selected"}
        return {name: value for name, value in values.items() if value != getattr(usual, name)}

    @classmethod
    def from_dict(cls, values: Mapping[str, Any]) -> Wanted:
        """Return what plain values ask for; what another version wrote there and this one does not know is left out."""
        known = {one.name for one in fields(cls)}
        texts = {name: value for name, value in values.items() if name in known and isinstance(value, str)}
        return cls(**texts)


@dataclass(frozen=True)
class Table:
    """The register, ready to be shown.

    Attributes
    ----------
    raw : Raw
    fids : (n,) int64 array
    ids, names, others : list of str
        The factory's id; its name in the interface's language; the other name where there is one.
    texts : list of str
        What the search looks in.
    codes : list of str
        The id, the licence number and the operator's id, without hyphens and the like.
    accuracy : (n,) float64 array
        Metres; NaN where nothing is stated.
    facets : dict of str to Facet
        Of `FACETS`, those that there is something to know about.
    ranks : dict of str to (n,) int32 array
        By column, the place of each row in its order; rows with nothing in the column have the largest number.
    columns : tuple of str
        Of `COLUMNS`, those that there is something to show in.
    """

    raw: Raw
    fids: np.ndarray
    ids: list[str]
    names: list[str]
    others: list[str]
    texts: list[str]
    codes: list[str]
    accuracy: np.ndarray
    facets: dict[str, Facet]
    ranks: dict[str, np.ndarray]
    columns: tuple[str, ...]
    _by_fid: np.ndarray = field(repr=False)
    _usual: np.ndarray = field(repr=False)

    def __len__(self) -> int:
        return len(self.fids)

    @property
    def bilingual(self) -> bool:
        """Whether there are names in two languages."""
        return any(self.others)

    @property
    def called(self) -> list[str]:
        """What a check calls each factory."""
        return called(self.ids, self.raw)

    def rows_of(self, fids: Iterable[int]) -> np.ndarray:
        """Return the rows of some features; features that are not in the table have none."""
        wanted = np.fromiter(fids, dtype="int64")
        if not len(self.fids) or not len(wanted):
            return np.zeros(0, dtype="int64")
        inorder = self.fids[self._by_fid]
        place = np.minimum(np.searchsorted(inorder, wanted), len(inorder) - 1)
        return self._by_fid[place[inorder[place] == wanted]]

    def text_mask(self, text: str) -> np.ndarray:
        """Return which rows hold every word of `text`; numbers from their beginning, codes however they are parted.

        Of a number with zeros in front, such as 001, those that have just that, if there are any beside the words.
        """
        words = search_words(text)
        rows = np.arange(len(self))
        for word in words:
            rows = self._holding(rows, word)
        for whole in filter(None, map(whole_number, words)):
            alone = self._that(rows, self.texts, whole.search)
            rows = alone if len(alone) else rows
        mask = np.zeros(len(self), dtype=bool)
        mask[rows] = True
        return mask

    def _holding(self, rows: np.ndarray, word: str) -> np.ndarray:
        """Return those of some rows that hold a word."""
        found = rows
        for piece in pieces(word):  # what is quickly found first: only the rows that are left are looked at closely
            found = self._that(found, self.texts, lambda one, piece=piece: piece in one)
        plain = pieces(word) == [word]
        if not plain or word[0] in DIGITS:
            found = self._that(found, self.texts, as_written(word).search)
        if plain and len(found):
            return found  # 12 is not looked for in 1/2019, as long as there is a 12
        code = run_together(word)
        codes = self._that(rows, self.codes, lambda one: code in one)
        if code[0] in DIGITS:
            codes = self._that(codes, self.codes, re.compile(f"(?<![0-9]){re.escape(code)}").search)
        return np.union1d(found, codes)

    @staticmethod
    def _that(rows: np.ndarray, texts: Sequence[str], fits: Callable[[str], object]) -> np.ndarray:
        """Return those of some rows whose text fits."""
        return rows[np.fromiter((bool(fits(texts[row])) for row in rows.tolist()), dtype=bool, count=len(rows))]

    def search(self, wanted: Wanted, selected: np.ndarray) -> tuple[np.ndarray, dict[str, np.ndarray]]:
        """Return which rows are wanted, and how many there would be for each key of each facet.

        Parameters
        ----------
        wanted : Wanted
        selected : (n,) bool array

        Returns
        -------
        (n,) bool array
        dict of str to int array
            By facet, the number of rows of each of its keys that everything else that is asked for leaves.
        """
        masks = {"text": self.text_mask(wanted.text)}
        if wanted.only_selected:
            masks["selected"] = selected
        for name, facet in self.facets.items():
            key = getattr(wanted, name)
            if key is not None:
                masks[name] = facet.mask(key)
        counts = {}
        for name, facet in self.facets.items():
            others = [mask for other, mask in masks.items() if other != name]
            counts[name] = np.bincount(facet.codes[np.logical_and.reduce(others)], minlength=len(facet.keys))
        return np.logical_and.reduce(list(masks.values())), counts

    def order(self, column: str, descending: bool = False) -> np.ndarray:
        """Return the rows sorted by a column, those with nothing in it last either way, ties by id."""
        ranks = self.ranks.get(column)
        if ranks is None:
            return self._usual
        key = ranks[self._usual]
        if descending:
            key = np.where(key == LAST, LAST, -key)
        return self._usual[np.argsort(key, kind="stable")]


def build(
    raw: Raw, checked: Mapping[str, str] | None = None, khmer: bool = False, pace: Pace = lambda _share: None
) -> Table:
    """Return a table of what was read.

    Parameters
    ----------
    raw : Raw
    checked : mapping of str to str, optional
        By factory id, what the last check found at worst, as in `verdicts.ORDER`; None without a check.
    khmer : bool
        Whether names and titles are Khmer where there are any.
    pace : callable
        Called every few rows.
    """
    maker = _Maker(raw, checked, khmer, pace)
    return maker.table()


class _Maker:
    """Builds one table, a few rows at a time."""

    def __init__(self, raw: Raw, checked: Mapping[str, str] | None, khmer: bool, pace: Pace) -> None:
        self._raw, self._checked, self._khmer, self._pace = raw, checked, khmer, pace
        self._columns = dict(zip(raw.known, raw.columns))

    def table(self) -> Table:
        raw = self._raw
        fids = np.array(raw.fids, dtype="int64")
        ids = self._texts("id") or [str(fid) for fid in raw.fids]
        names, others = self._names()
        facets = self._facets(ids)
        accuracy = self._accuracy()
        ranks = {name: facets[name].codes for name in ("province", "sector", "status", "verdict") if name in facets}
        ranks = {name: self._last(facets[name], codes) for name, codes in ranks.items()}
        ranks["id"] = self._ranks(ids)
        if names:
            ranks["name"] = self._ranks(names)
        if "accuracy" in self._columns:
            ranks["accuracy"] = _numeric_ranks(accuracy)
        return Table(
            raw=raw,
            fids=fids,
            ids=ids,
            names=names,
            others=others,
            texts=self._searched(_SEARCHED, ids),
            codes=self._each(self._searched(_CODES, ids), run_together),
            accuracy=accuracy,
            facets=facets,
            ranks=ranks,
            columns=tuple(column for column in COLUMNS if column in ranks),
            _by_fid=np.argsort(fids, kind="stable"),
            _usual=np.lexsort((fids, ranks["id"])),
        )

    def _each(self, values: Sequence[Any], make: Callable[[Any], Any]) -> list[Any]:
        return each(values, make, self._pace)

    def _texts(self, name: str) -> list[str]:
        column = self._columns.get(name)
        return [] if column is None else self._each(column, plain_text)

    def _names(self) -> tuple[list[str], list[str]]:
        english, khmer = self._texts("name_en"), self._texts("name_km")
        first, second = (khmer, english) if self._khmer else (english, khmer)
        if not first or not second:
            return first or second, []
        names = [one or other for one, other in zip(first, second)]
        return names, [other if one and one != other else "" for one, other in zip(first, second)]

    def _searched(self, names: Sequence[str], ids: Sequence[str]) -> list[str]:
        columns = [self._columns[name] for name in names if name in self._columns]
        if not columns:
            return [folded(one) for one in ids]
        made: list[str] = []
        for start in range(0, len(ids), _STEP):
            for values in zip(*(column[start : start + _STEP] for column in columns)):
                made.append(folded("\n".join(map(plain_text, values))))
            self._pace(1.0)
        return made

    def _accuracy(self) -> np.ndarray:
        column = self._columns.get("accuracy")
        if column is None:
            return np.full(len(self._raw.fids), np.nan)
        return np.array(self._each(column, _metres), dtype="float64")

    def _ranks(self, texts: list[str]) -> np.ndarray:
        return text_ranks(self._each(texts, sort_key), self._pace)

    @staticmethod
    def _last(facet: Facet, codes: np.ndarray) -> np.ndarray:
        """Return codes as ranks: what is not stated comes last."""
        missing = np.array([key == "" for key in facet.keys], dtype=bool)
        return np.where(missing[codes], LAST, codes).astype("int32") if len(missing) else codes

    def _facets(self, ids: Sequence[str]) -> dict[str, Facet]:
        found = {}
        columns = self._columns
        if "province" in columns:
            found["province"] = self._province()
        if "isic" in columns:
            found["sector"] = self._sector()
        if "status" in columns:
            found["status"] = self._status()
        if self._checked is not None:
            checked = self._checked
            kinds = [checked.get(one) or lists.NOT_CHECKED for one in called(ids, self._raw)]
            order = (*verdicts.ORDER, lists.NOT_CHECKED)
            found["verdict"] = _facet(kinds, lambda key: order.index(key) if key in order else 99, lists.verdict_label)
        if "accuracy" in columns:
            classes = self._each(columns["accuracy"], lambda value: lists.accuracy_class(_metres(value)))
            order = lists.accuracy_classes()
            found["quality"] = _facet(classes, order.index, lists.accuracy_label)
        return found

    def _province(self) -> Facet:
        names = lists.provinces(self._khmer)
        codes = self._each(self._columns["province"], province_code)
        return _facet(codes, lambda key: sort_key(names.get(key, key)), lambda key: names.get(key, key) or _unstated())

    def _sector(self) -> Facet:
        titles = lists.activities(self._khmer)
        known: dict[Any, str] = {}

        def key_of(value: Any) -> str:
            if value not in known:
                code = division_code(value)
                known[value] = code if code in titles else lists.UNKNOWN if plain_text(value) else ""
            return known[value]

        def label(key: str, short: bool = False) -> str:
            if key in titles:
                return f"{key} {titles[key].short if short else titles[key].full}"
            return tr("Unknown code") if key else _unstated()

        def group(key: str) -> str:
            return titles[key].section if key in titles else ""

        return _facet(
            self._each(self._columns["isic"], key_of),
            lambda key: (group(key) or "~", key),
            label,
            lambda key: label(key, short=True),
            group,
        )

    def _status(self) -> Facet:
        titles = lists.statuses(self._khmer)
        order = list(titles)
        return _facet(
            self._texts("status"),
            lambda key: (order.index(key) if key in titles else len(order), key),
            lambda key: titles.get(key, key) or _unstated(),
        )


def called(ids: Sequence[str], raw: Raw) -> list[str]:
    """Return what a check calls each factory: by its id, or the number of its feature where it has none."""
    stated = ids if "id" in raw.known else [""] * len(ids)
    return [one or f"feature {fid}" for one, fid in zip(stated, raw.fids)]


def _unstated() -> str:
    return tr("Not stated")


def _metres(value: Any) -> float:
    try:
        return float(value)
    except (TypeError, ValueError):  # nothing, or no number
        return float("nan")


def _facet(
    keys: Sequence[str],
    order: Callable[[str], Any],
    label: Callable[[str], str],
    short: Callable[[str], str] | None = None,
    group: Callable[[str], str] = lambda _key: "",
) -> Facet:
    distinct = set(keys)
    missing = "" in distinct
    inorder = sorted(distinct - {""}, key=order) + ([""] if missing else [])
    code = {key: number for number, key in enumerate(inorder)}
    codes = np.fromiter((code[key] for key in keys), dtype="int32", count=len(keys))
    labels = tuple(label(key) for key in inorder)
    return Facet(
        codes=codes,
        keys=tuple(inorder),
        labels=labels,
        shorts=tuple(short(key) for key in inorder) if short else labels,
        groups=tuple(group(key) for key in inorder),
    )


def each(values: Sequence[Any], make: Callable[[Any], Any], pace: Pace) -> list[Any]:
    """Return what `make` makes of each value, in slices between which others have their turn."""
    made: list[Any] = []
    for start in range(0, len(values), _STEP):
        made.extend(map(make, values[start : start + _STEP]))
        pace(1.0)
    return made


def text_ranks(keys: list[str], pace: Pace) -> np.ndarray:
    """Return the place of each text among the distinct ones; the empty text is last.

    Parameters
    ----------
    keys : list of n str
    """
    if not keys:
        return np.zeros(0, dtype="int32")
    texts = np.array(keys)
    pace(1.0)
    order = np.argsort(texts, kind="stable")  # numpy lets other threads work meanwhile; sorted() does not
    pace(1.0)
    inorder = texts[order]
    first = np.concatenate(([False], inorder[1:] != inorder[:-1]))
    ranks = np.empty(len(keys), dtype="int32")
    ranks[order] = np.cumsum(first)
    pace(1.0)
    return np.where(texts == "", LAST, ranks).astype("int32")


def _numeric_ranks(values: np.ndarray) -> np.ndarray:
    _, ranks = np.unique(values, return_inverse=True)
    return np.where(np.isnan(values), LAST, ranks).astype("int32")

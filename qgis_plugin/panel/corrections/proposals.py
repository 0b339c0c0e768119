"""Proposed repairs as columns: which are looked for, what was decided on them, and what may be accepted at once."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from ..register.words import search_words

CERTAINTIES = ("certain", "likely", "possible")
UNDECIDED, ACCEPTED, REJECTED, APPLIED = "undecided", "accepted", "rejected", "applied"
STATES = (UNDECIDED, ACCEPTED, REJECTED, APPLIED)
_UNKNOWN = len(CERTAINTIES)
SORTS = ("state", "certainty", "factory", "kind", "moved")


@dataclass(frozen=True)
class Wanted:
    """Which proposals are looked for.

    Attributes
    ----------
    words : str
        Words of the factory's name or id, in any order. A whole id means that factory alone.
    code : str or None
        The kind of problem; None for all.
    state : str or None
        One of `STATES`; None for all.
    certainties : frozenset of str
        Empty for all.
    """

    words: str = ""
    code: str | None = None
    state: str | None = None
    certainties: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Found:
    """The rows that are looked for, and how many each choice would leave, given all the others.

    Attributes
    ----------
    mask : (n,) bool array
    codes, states, certainties : dict of str to int
        By code, state or certainty; of the first two, None is how many all of them are.
    """

    mask: np.ndarray
    codes: dict[str | None, int]
    states: dict[str | None, int]
    certainties: dict[str, int]


@dataclass(frozen=True)
class Change:
    """What a decision changes, and what it had to leave.

    Attributes
    ----------
    rows : (n,) int array
        Whose decision is another one now, those that had to give way included.
    switched : int
        Proposals that were accepted before, and are undecided for another place of the same factory.
    applied : int
        Left, since the register has them, or another of the same factory: to be undone first.
    several : int
        Factories left, since several of their places were to be accepted.
    nameless : int
        Left, since they name no factory.
    """

    rows: np.ndarray
    switched: int = 0
    applied: int = 0
    several: int = 0
    nameless: int = 0


@dataclass(frozen=True)
class Decisions:
    """What is decided on all rows, by whom, and on which day."""

    decided: np.ndarray
    by: np.ndarray
    on: np.ndarray


@dataclass(frozen=True)
class Bulk:
    """What can be accepted at once: one row a factory, and the factories at which a person has to look."""

    rows: np.ndarray
    left: int


@dataclass
class Proposals:
    """All proposals of a result, n rows; `read` makes it.

    Attributes
    ----------
    path : Path
        The result.
    rowids : (n,) int array
        The number of each row in its table.
    texts : dict of str to list of str
        The columns of texts, empty where there is nothing.
    numbers : dict of str to (n,) float array
        The columns of numbers.
    problems, hopeless : int
        How many problems the result has, and how many of them have no proposal.
    factory, finding : (n,) int array
        Numbers of the factories and findings; -1 for no factory.
    certainty : (n,) int array
        Place in `CERTAINTIES`.
    code : (n,) int array
        Place in `codes`.
    decided : (n,) int array
        Place in `STATES`, without `APPLIED`.
    by, on : (n,) object array of str
        Who decided, and the day.
    applied : (n,) bool array
        Whether the register has it.
    """

    path: Path
    rowids: np.ndarray
    texts: dict[str, list[str]]
    numbers: dict[str, np.ndarray]
    problems: int
    hopeless: int
    codes: list[str]
    code: np.ndarray
    certainty: np.ndarray
    factory: np.ndarray
    finding: np.ndarray
    places: np.ndarray
    decided: np.ndarray
    by: np.ndarray
    on: np.ndarray
    applied: np.ndarray
    haystack: list[str] = field(repr=False, default_factory=list)
    by_id: dict[str, int] = field(repr=False, default_factory=dict)
    count: np.ndarray = field(repr=False, default_factory=lambda: np.zeros(0, "int64"))
    usual: np.ndarray = field(repr=False, default_factory=lambda: np.zeros(0, "int64"))
    names: np.ndarray = field(repr=False, default_factory=lambda: np.zeros(0, "int64"))

    def __len__(self) -> int:
        return len(self.rowids)

    def states(self) -> np.ndarray:
        """Return the place in `STATES` of each row."""
        return np.where(self.applied, STATES.index(APPLIED), self.decided)

    def state(self, row: int) -> str:
        """Return what was decided on a row."""
        return APPLIED if self.applied[row] else STATES[self.decided[row]]

    def of_factory(self, factory_id: str) -> int:
        """Return how many proposals a factory has."""
        place = self.by_id.get(factory_id)
        return 0 if place is None else int(self.count[place])

    def alternatives(self, row: int) -> list[int]:
        """Return the rows of the same finding, this one included, the best first."""
        rows = np.flatnonzero(self.finding == self.finding[row])
        return rows[np.argsort(self.numbers["rank"][rows], kind="stable")].tolist()

    def place(self, row: int, when: str) -> tuple[float, float] | None:
        """Return the place of a row, ``old`` or ``new``; None where there is none on the Earth."""
        lon, lat = float(self.numbers[f"{when}_lon"][row]), float(self.numbers[f"{when}_lat"][row])
        return (lon, lat) if abs(lon) <= 180 and abs(lat) <= 90 else None

    def blank(self, row: int) -> bool:
        """Return whether a row proposes to take the location away."""
        return bool(np.isnan(self.numbers["new_lon"][row]) and np.isnan(self.numbers["new_lat"][row]))

    def search(self, wanted: Wanted) -> Found:
        """Return which rows are looked for."""
        worded, states = self._worded(wanted.words), self.states()
        coded = states == states if wanted.code is None else self.code == self._code(wanted.code)
        stated = states == states if wanted.state is None else states == STATES.index(wanted.state)
        sure = np.isin(self.certainty, [CERTAINTIES.index(one) for one in wanted.certainties])
        sure |= not wanted.certainties
        by_code = np.bincount(self.code[worded & stated & sure], minlength=len(self.codes)).tolist()
        by_state = np.bincount(states[worded & coded & sure], minlength=len(STATES)).tolist()
        by_certainty = np.bincount(self.certainty[worded & coded & stated], minlength=_UNKNOWN + 1).tolist()
        return Found(
            worded & coded & stated & sure,
            {None: sum(by_code), **dict(zip(self.codes, by_code))},
            {None: sum(by_state), **dict(zip(STATES, by_state))},
            dict(zip(CERTAINTIES, by_certainty)),
        )

    def order(self, key: str = "kind", descending: bool = False) -> np.ndarray:
        """Return all rows in an order; equals by kind, certainty and factory, the places of a finding together."""
        values: np.ndarray = {
            "state": self.states(),
            "certainty": self.certainty,
            "factory": self.names,
            "kind": self.code,
            "moved": self.numbers["moved_m"],
        }[key]
        values = values.astype("float64")
        missing = np.isnan(values)
        return np.lexsort((self.usual, -values if descending else values, missing))

    def decide(self, rows: Sequence[int] | np.ndarray, state: str, by: str = "", on: str = "") -> Change:
        """Accept, reject or leave open some rows; a factory has one accepted place at most.

        Parameters
        ----------
        rows : sequence of int
        state : {'accepted', 'rejected', 'undecided'}
        by, on : str
            Who decides, and the day.
        """
        asked = np.unique(np.asarray(rows, dtype="int64"))
        locked = self.applied[asked]
        nameless = several = np.zeros(len(asked), dtype=bool)
        gives_way = np.zeros(0, dtype="int64")
        if state == ACCEPTED:
            nameless = self.factory[asked] < 0
            locked |= ~nameless & np.isin(self.factory[asked], self.factory[self.applied])
            open_ = ~nameless & ~locked
            names, counts = np.unique(self.factory[asked[open_]], return_counts=True)
            several = open_ & np.isin(self.factory[asked], names[counts > 1])
        taken = asked[~(locked | nameless | several)]
        if state == ACCEPTED:
            accepted = (self.decided == STATES.index(ACCEPTED)) & np.isin(self.factory, self.factory[taken])
            accepted[taken] = False
            gives_way = np.flatnonzero(accepted)
        changed = taken[self.decided[taken] != STATES.index(state)]
        self._put(changed, state, by, on)
        self._put(gives_way, UNDECIDED, "", "")
        return Change(
            np.concatenate([changed, gives_way]),
            switched=len(gives_way),
            applied=int(locked.sum()),
            several=len(np.unique(self.factory[asked[several]])),
            nameless=int(nameless.sum()),
        )

    def decisions(self) -> Decisions:
        """Return a copy of what is decided."""
        return Decisions(self.decided.copy(), self.by.copy(), self.on.copy())

    def put_back(self, before: Decisions) -> None:
        """Return to what was decided before."""
        self.decided, self.by, self.on = before.decided, before.by, before.on

    def bulk(self, mask: np.ndarray, least: str = "certain") -> Bulk:
        """Return what may be accepted at once among some rows: what `apply_corrections` would choose by certainty.

        That is the best place of a finding that nobody has decided on. Left to a person are findings of which another
        place is as certain, and factories with several such findings, or with a place that is accepted already.

        Parameters
        ----------
        mask : (n,) bool array
        least : {'certain', 'likely'}
        """
        undecided = (self.decided == STATES.index(UNDECIDED)) & ~self.applied
        best = mask & undecided & (self.numbers["rank"] == 1) & (self.certainty <= CERTAINTIES.index(least))
        best &= self.factory >= 0
        rivals = self._rivals()
        taken = np.isin(self.factory, self.factory[self.decided == STATES.index(ACCEPTED)])
        alone = best & ~taken & (rivals <= 1)
        names, counts = np.unique(self.factory[best & ~taken], return_counts=True)
        alone &= np.isin(self.factory, names[counts == 1])
        left = np.setdiff1d(self.factory[best & ~taken], self.factory[alone])
        return Bulk(np.flatnonzero(alone), len(left))

    def accepted(self) -> np.ndarray:
        """Return the rows that are accepted, and that the register does not have yet."""
        return np.flatnonzero((self.decided == STATES.index(ACCEPTED)) & ~self.applied)

    def show_applied(self, standing: Collection[tuple[str, str]]) -> None:
        """Mark what the register has.

        Parameters
        ----------
        standing : collection of (str, str)
            Findings and factories that the log of the register says were corrected from this result.
        """
        self.applied = np.zeros(len(self), dtype=bool)
        self.applied[self.accepted_of(standing)] = True

    def accepted_of(self, subjects: Collection[tuple[str, str]]) -> np.ndarray:
        """Return the accepted rows of some findings and factories."""
        rows = np.flatnonzero(self.decided == STATES.index(ACCEPTED)).tolist()
        findings, factories = self.texts["finding_id"], self.texts["factory_id"]
        wanted = [row for row in rows if (findings[row], factories[row]) in subjects]
        return np.array(wanted, dtype="int64")

    def _put(self, rows: np.ndarray, state: str, by: str, on: str) -> None:
        self.decided[rows] = STATES.index(state)
        self.by[rows], self.on[rows] = ("", "") if state == UNDECIDED else (by, on)

    def _rivals(self) -> np.ndarray:
        """Return for each row how many places of its finding that nobody rejected are as certain."""
        if not len(self):
            return np.zeros(0, dtype="int64")
        key = self.finding * (_UNKNOWN + 1) + self.certainty
        standing = self.decided != STATES.index(REJECTED)
        return np.bincount(key[standing], minlength=int(key.max()) + 1)[key]

    def _code(self, code: str) -> int:
        return self.codes.index(code) if code in self.codes else -1

    def _worded(self, text: str) -> np.ndarray:
        mask = np.ones(len(self), dtype=bool)
        whole = self.by_id.get(text.strip())
        if whole is not None:
            return self.factory == whole
        for word in search_words(text):
            rows = np.flatnonzero(mask)
            hay = self.haystack
            mask[rows] = np.fromiter((word in hay[row] for row in rows.tolist()), dtype=bool, count=len(rows))
        return mask

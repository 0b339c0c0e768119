"""The question of a run, and its answer: who could supply whom, what is unmet, and what nobody here demands."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields, replace
from typing import TYPE_CHECKING

from ..analysis.roads import NO_ROAD_FROM, NO_ROAD_TO
from .products import BY_CODE
from .sides import Parties

if TYPE_CHECKING:
    import numpy as np

    from ..analysis.roads import Roads
    from ..analysis.sourcing import Reach, Shares, Side

    Groups = Sequence[tuple[np.ndarray, np.ndarray]]

Tick = Callable[[float], None]

# Why demand is unmet.
NOBODY_MAKES, ONLY_FARTHER, NOT_BY_ROAD = "nobody makes it", "only farther", "not by road"
USED_UP, NEAREST_USED_UP, NOT_KNOWN = "capacity used up", "capacity of the nearest used up", "capacity not known"
NO_CAPACITY = "no capacity"
MAKERS_NOWHERE, NO_LOCATION = "makers have no location", "no location"
# Why a product has no buyer.
NOBODY_DEMANDS, BUYERS_FARTHER, LEFT_OVER = "nobody demands it", "buyers only farther", "left over"
BUYERS_NOWHERE, DEMAND_NOT_KNOWN = "buyers have no location", "demand not known"
# What decided on an amount; empty where none was shared out.
METHODS = ("", "least transport", "nearest first")
_LITTLE = 1e-9


@dataclass(frozen=True)
class Question:
    """What is asked; distances in metres on the ground."""

    limit: float = 50_000.0
    k: int = 3
    by: int = BY_CODE
    amounts: bool = False
    candidates: int = 10
    nearest_first: bool = False
    largest: int = 20_000
    unit: str = ""
    road_off: float = 2000.0


@dataclass(frozen=True)
class Lack:
    """Rows that lack the other side; arrays of m.

    Attributes
    ----------
    row : int array
    reason : object array of str
    amount : float array
        What is missing, or left over; NaN where nobody says.
    nearest : int array
        The nearest row of the other side that would fit, -1 for none.
    metres, road : float arrays
        How far it is; NaN where there is none, or nobody asked.
    note : object array of str or None
        Why there is no way by road.
    """

    row: np.ndarray
    reason: np.ndarray
    amount: np.ndarray
    nearest: np.ndarray
    metres: np.ndarray
    road: np.ndarray
    note: np.ndarray


@dataclass(frozen=True)
class Answer:
    """What was found.

    Attributes
    ----------
    matches : Reach
        Rows of buyers, and of suppliers as the others: one row of suppliers a place, the one that fits best.
    amount : (m,) float array
        What each match brings; NaN where no amounts are known.
    method : (m,) int array
        See `METHODS`.
    unmet, unused : Lack
    shares : Shares or None
        None where nothing was shared out.
    unsure : int
        Products of buyers of which a supplier that was not asked by road may be nearer.
    """

    matches: Reach
    amount: np.ndarray
    method: np.ndarray
    unmet: Lack
    unused: Lack
    shares: Shares | None
    unsure: int


class _Search:
    """Looks for what is in reach, straight or by road; remembers what was barred."""

    def __init__(self, question: Question, crs: str, roads: Roads | None) -> None:
        self.question, self.crs, self.roads = question, crs, roads
        self.unsure = 0

    def reach(self, asking: Side, other: Side, groups: Groups, k: int, tick: Tick) -> tuple[Reach, Reach | None]:
        """Return what is in reach, and of rows without any what is nearest and barred by its way (None: straight)."""
        from ..analysis.sourcing import in_reach, in_reach_by_road

        if self.roads is None:
            return in_reach(asking, other, groups, k, self.question.limit, self.crs, tick), None
        found = in_reach_by_road(
            asking, other, groups, k, self.question.limit, self.crs, self.roads, self.question.road_off, tick
        )
        self.unsure += found.unsure
        return found.reach, found.barred

    def nearest(self, asking: Side, other: Side, groups: Groups, tick: Tick) -> Reach:
        """Return the nearest of all in a straight line, however far."""
        import numpy as np

        from ..analysis.sourcing import in_reach

        return in_reach(asking, other, groups, 1, np.inf, self.crs, tick)


def ask(parties: Parties, question: Question, crs: str, roads: Roads | None, tick: Tick) -> Answer:
    """Return who could supply whom, and what lacks a supplier or a buyer."""
    import numpy as np

    from ..analysis import sourcing as engine

    supply, demand = parties.supply, parties.demand
    buyers, suppliers = parties.side(demand), parties.side(supply)
    fit = engine.code_fit if question.by == BY_CODE else engine.name_fit
    wanted = [products[0] for products in demand.products]
    groups = engine.groups_that_fit(supply.products, wanted, fit)

    def places(some: Groups) -> Groups:
        return engine.one_a_place(some, wanted, supply.products, supply.place, fit)

    search = _Search(question, crs, roads)
    shared: _Shared | None = None
    barred: Reach | None = None
    if question.amounts:
        known, giving = ~np.isnan(demand.amount), supply.amount > 0
        some = [(rows[known[rows]], others[giving[others]]) for rows, others in groups]
        candidates, _ = search.reach(buyers, suppliers, places(some), question.candidates, _part(tick, 0, 0.35))
        pairs = engine.spread(candidates, some, supply.place)
        shares = engine.share_out(
            pairs.row,
            pairs.other,
            pairs.cost,
            np.nan_to_num(demand.amount),
            np.nan_to_num(supply.amount),
            nearest_first=question.nearest_first,
            largest=question.largest,
            tick=_part(tick, 0.35, 0.5),
        )
        # A capacity of 0 supplies nobody; one that nobody knows could.
        able = giving | np.isnan(supply.amount)
        rest = [(rows[~known[rows]], others[able[others]]) for rows, others in groups]
        rest += [(rows[known[rows]], others[np.isnan(supply.amount[others])]) for rows, others in groups]
        plain, _ = search.reach(buyers, suppliers, places(rest), question.k, _part(tick, 0.5, 0.65))
        taken = shares.amount > 0
        matches, amount, method = _one_a_pair(
            _both(pairs.at(taken), plain),
            np.concatenate([shares.amount[taken], np.full(len(plain), np.nan)]),
            np.concatenate([shares.method[taken], np.full(len(plain), engine.NOT_SHARED)]),
            parties,
            fit,
        )
        shared = _Shared(shares, pairs, np.bincount(candidates.row, minlength=len(demand)), plain)
    else:
        matches, barred = search.reach(buyers, suppliers, places(groups), question.k, _part(tick, 0, 0.65))
        amount, method = np.full(len(matches), np.nan), np.full(len(matches), engine.NOT_SHARED)
    unsure = search.unsure
    unmet = _unmet(parties, question, search, groups, matches, amount, barred, shared, _part(tick, 0.65, 0.8))
    unused = _unused(parties, question, search, groups, matches, shared, _part(tick, 0.8, 1))
    return Answer(matches, amount, method, unmet, unused, shared.shares if shared else None, unsure)


@dataclass(frozen=True)
class _Shared:
    """What was shared out among which pairs, places considered for each row of buyers, and pairs without amounts."""

    shares: Shares
    pairs: Reach
    considered: np.ndarray
    plain: Reach


def _one_a_pair(
    pairs: Reach, amount: np.ndarray, method: np.ndarray, parties: Parties, fit: Callable[[str, str], int]
) -> tuple[Reach, np.ndarray, np.ndarray]:
    """Return one pair of each row of buyers and place of suppliers, with all that it brings, and ranked anew."""
    import numpy as np
    import pandas as pd

    from ..analysis.sourcing import best_fit, ranked

    supply, demand = parties.supply, parties.demand
    if not len(pairs):
        return pairs, amount, method
    place = supply.place[pairs.other]
    pair = pd.MultiIndex.from_arrays([pairs.row, place])
    if pair.has_duplicates:
        number, _ = pair.factorize()
        total = np.bincount(number, np.nan_to_num(amount))
        total[np.bincount(number, ~np.isnan(amount)) == 0] = np.nan
        decided = np.zeros(len(total), dtype=method.dtype)
        np.maximum.at(decided, number, method)
        how = [
            best_fit(supply.products[other], demand.products[row][0], fit)[0]
            for row, other in zip(pairs.row.tolist(), pairs.other.tolist())
        ]
        order = np.lexsort((pairs.other, how, number))
        first = order[np.flatnonzero(np.diff(number[order], prepend=-1))]
        pairs, amount, method = pairs.at(first), total[number[first]], decided[number[first]]
    pairs, order = ranked(pairs)
    return pairs, amount[order], method[order]


def _part(tick: Tick, start: float, end: float) -> Tick:
    return lambda share: tick(start + (end - start) * share)


def _both(one: Reach, other: Reach) -> Reach:
    """Return the pairs of both."""
    import numpy as np

    parts = {f.name: np.concatenate([getattr(one, f.name), getattr(other, f.name)]) for f in fields(one)}
    return replace(one, **parts)


def _unmet(
    parties: Parties,
    question: Question,
    search: _Search,
    groups: Groups,
    matches: Reach,
    amount: np.ndarray,
    barred: Reach | None,
    shared: _Shared | None,
    tick: Tick,
) -> Lack:
    import numpy as np

    demand, n = parties.demand, len(parties.demand)
    received = np.bincount(matches.row, np.nan_to_num(amount), minlength=n)
    matched = np.bincount(matches.row, minlength=n) > 0
    missing = demand.amount - received if question.amounts else np.full(n, np.nan)
    short = missing > _LITTLE * np.where(demand.amount > 0, demand.amount, 1.0)  # not where it is NaN
    known = question.amounts & ~np.isnan(demand.amount)
    rows = np.flatnonzero(np.where(known, short, ~matched))
    buyers, suppliers = parties.side(demand), parties.side(parties.supply)
    if shared is not None:
        count = shared.considered
        unknown = np.bincount(shared.plain.row, minlength=n) > 0
        reached = np.select(
            [unknown, count >= question.candidates, count > 0], [NOT_KNOWN, NEAREST_USED_UP, USED_UP], ""
        ).astype(object)
        # Whoever is in reach of the others has a capacity of 0.
        alone = _only(groups, rows[reached[rows] == ""], n)
        idle, barred = search.reach(buyers, suppliers, alone, 1, _part(tick, 0, 0.5))
        reached[idle.row] = NO_CAPACITY
    lack = _lonely(
        rows, buyers, suppliers, groups, search, barred, _part(tick, 0.5, 1),
        (NOBODY_MAKES, ONLY_FARTHER, MAKERS_NOWHERE),
    )  # fmt: skip
    reason = lack.reason
    if shared is not None:
        explained = reached[rows] != ""
        reason = np.where(explained, reached[rows], reason).astype(object)
        lack = _without_nearest(lack, explained)  # the nearest is in reach: that it is the nearest explains nothing
    note = np.array([_for_buyer(text) for text in lack.note], dtype=object)
    return replace(lack, reason=reason, amount=missing[rows], note=note)


def _without_nearest(lack: Lack, rows: np.ndarray) -> Lack:
    import numpy as np

    return replace(
        lack,
        nearest=np.where(rows, -1, lack.nearest),
        metres=np.where(rows, np.nan, lack.metres),
        road=np.where(rows, np.nan, lack.road),
        note=np.where(rows, None, lack.note),
    )


def _for_buyer(text: str | None) -> str | None:
    return {NO_ROAD_FROM: "no road near the buyer", NO_ROAD_TO: "no road near the supplier"}.get(text or "", text)


def _unused(
    parties: Parties,
    question: Question,
    search: _Search,
    groups: Groups,
    matches: Reach,
    shared: _Shared | None,
    tick: Tick,
) -> Lack:
    import numpy as np

    from ..analysis.sourcing import spread, turned

    supply, n = parties.supply, len(parties.supply)
    suppliers, buyers = parties.side(supply), parties.side(parties.demand)
    asked = turned(groups, n)
    left = np.full(n, np.nan)
    if shared is not None:
        left = supply.amount - np.bincount(shared.pairs.other, shared.shares.amount, minlength=n)
    over = left > _LITTLE * np.where(supply.amount > 0, supply.amount, 1.0)
    known = question.amounts & ~np.isnan(supply.amount)
    used = np.bincount(spread(matches, groups, supply.place).other, minlength=n) > 0
    waiting = np.flatnonzero(np.where(known, over, ~used))
    # A buyer in reach whom nearer ones could supply is a buyer all the same.
    some = _only(asked, waiting, n)
    within, barred = search.reach(suppliers, buyers, some, 1, _part(tick, 0, 0.4))
    reached, doubtful = np.zeros(n, dtype=bool), np.zeros(n, dtype=bool)
    reached[within.row] = True
    if shared is not None:
        unknown = np.isnan(parties.demand.amount)
        unclear = [(mine, others[unknown[others]]) for mine, others in _only(asked, np.flatnonzero(known & reached), n)]
        doubtful[search.reach(suppliers, buyers, unclear, 1, _part(tick, 0.4, 0.5))[0].row] = True
    rows = waiting[known[waiting] | ~reached[waiting]]
    lack = _lonely(
        rows, suppliers, buyers, asked, search, barred, _part(tick, 0.5, 1),
        (NOBODY_DEMANDS, BUYERS_FARTHER, BUYERS_NOWHERE),
    )  # fmt: skip
    reason = np.select([doubtful[rows], reached[rows]], [DEMAND_NOT_KNOWN, LEFT_OVER], lack.reason).astype(object)
    lack = _without_nearest(lack, reached[rows])
    names = {NO_ROAD_FROM: "no road near the supplier", NO_ROAD_TO: "no road near the buyer"}
    note = np.array([names.get(text or "", text) for text in lack.note], dtype=object)
    return replace(lack, reason=reason, amount=left[rows], note=note)


def _only(groups: Groups, rows: np.ndarray, count: int) -> Groups:
    """Return the groups with only some of the rows that ask."""
    import numpy as np

    some = np.zeros(count, dtype=bool)
    some[rows] = True
    return [(asking[some[asking]], others) for asking, others in groups if some[asking].any()]


def _lonely(
    rows: np.ndarray,
    asking: Side,
    other: Side,
    groups: Groups,
    search: _Search,
    barred: Reach | None,
    tick: Tick,
    reasons: tuple[str, str, str],
) -> Lack:
    """Return why rows have nobody in reach: for there is none, only farther, or only such as stand nowhere."""
    import numpy as np
    import shapely

    none, farther, nowhere = reasons
    n = len(asking.geometries)
    nearest, metres = np.full(n, -1), np.full(n, np.nan)
    road, note = np.full(n, np.nan), np.full(n, None, dtype=object)
    some = _only(groups, rows, n)
    found = search.nearest(asking, other, some, tick)
    nearest[found.row], metres[found.row] = found.other, found.metres
    reason = np.where(nearest >= 0, farther, none).astype(object)
    for mine, others in some:
        # Whoever stands nowhere is not found; a row itself is not looked for.
        lost = mine[nearest[mine] < 0]
        for row in lost.tolist() if len(others) else ():
            strangers = np.ones(len(others), dtype=bool)
            for own, theirs in zip(asking.keys, other.keys):
                strangers &= (theirs[others] != own[row]) | (own[row] < 0)
            reason[row] = nowhere if strangers.any() else none
    if barred is not None and len(barred):
        nearest[barred.row], metres[barred.row] = barred.other, barred.metres
        road[barred.row] = barred.road
        stopped = barred.why != ""
        reason[barred.row[stopped]] = NOT_BY_ROAD
        note[barred.row[stopped]] = barred.why[stopped]
    reason[shapely.is_missing(asking.geometries)] = NO_LOCATION
    return Lack(rows, reason[rows], np.full(len(rows), np.nan), nearest[rows], metres[rows], road[rows], note[rows])

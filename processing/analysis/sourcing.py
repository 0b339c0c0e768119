"""Who could supply whom: codes that fit, suppliers in reach, and amounts shared out at the least transport.

Both sides are rows: a row of suppliers is one place and what it makes (one product, or several that share a capacity),
a row of buyers one place and one product. Rows are in the order in which equals come: the caller sorts them by id.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, fields, replace

import numpy as np
import pandas as pd
from scipy.optimize import linprog
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import connected_components
from shapely import STRtree

from .neighbours import DIGITS, Targets, ranks
from .proximity import Factories, nearest
from .roads import REACHED, Roads

Tick = Callable[[float], None]

# How a product made fits one demanded, from best to worst.
SAME, PART, COARSE, NO_FIT = range(4)

# What decided on an amount.
NOT_SHARED, LEAST_TRANSPORT, NEAREST_FIRST = range(3)
# Pairs that hang together beyond which they are shared out nearest first: such a set takes the solver a second or two,
# in which nobody can cancel it.
LARGEST = 20_000
# Small sets are solved together, for each call of the solver costs some milliseconds.
_TOGETHER = 10_000
# How much dearer, as a share of the farthest distance, one of several equally cheap plans may be made to be.
_TIE = 1e-6
_TOLERANCE = 1e-10
_NOTHING = 1e-9
# Suppliers in a straight line that are asked by road, in the first and in the last turn.
_ASKED_MORE = 4
ASKED_MOST = 64


# --- codes -----------------------------------------------------------------------------------------------------------


def code_fit(made: str, demanded: str) -> int:
    """Return how a code of what is made fits one of what is demanded.

    Examples
    --------
    >>> [code_fit("1312", "1312"), code_fit("1312", "13"), code_fit("13", "1312"), code_fit("1410", "13")]
    [0, 1, 2, 3]
    """
    if made == demanded:
        return SAME
    if made.startswith(demanded):
        return PART
    return COARSE if demanded.startswith(made) else NO_FIT


def name_fit(made: str, demanded: str) -> int:
    """Return whether two names are the same."""
    return SAME if made == demanded else NO_FIT


def best_fit(made: Sequence[str], demanded: str, fit: Callable[[str, str], int]) -> tuple[int, str]:
    """Return how well the best of several products fits, and which it is; of equals the first."""
    found = [(fit(product, demanded), i) for i, product in enumerate(made)]
    how, which = min(found)
    return how, made[which]


def links_of(activity: str, links: Mapping[str, Sequence[int]]) -> Sequence[int]:
    """Return the rows of a table of links that hold for an activity: those of the longest code that it begins with.

    Parameters
    ----------
    activity : str
    links : mapping of the buyer's code to rows
    """
    for length in range(len(activity), 0, -1):
        if activity[:length] in links:
            return links[activity[:length]]
    return ()


def groups_that_fit(
    made: Sequence[tuple[str, ...]], demanded: Sequence[str], fit: Callable[[str, str], int]
) -> list[tuple[np.ndarray, np.ndarray]]:
    """Return, for each product demanded, the rows that demand it and the rows that could supply it.

    Parameters
    ----------
    made : sequence of s tuples of str
        The products of each row of suppliers.
    demanded : sequence of b str
        The product of each row of buyers.
    fit : callable
        `code_fit` or `name_fit`.

    Returns
    -------
    list of ((m,) int array, (n,) int array)
        Rows of buyers and of suppliers, in order; suppliers may be none.
    """
    makers: dict[str, list[int]] = defaultdict(list)
    for row, products in enumerate(made):
        for product in products:
            makers[product].append(row)
    code, products_ = pd.factorize(np.asarray(demanded, dtype=object))
    order = np.argsort(code, kind="stable")
    rows_of = np.split(order, np.cumsum(np.bincount(code, minlength=len(products_)))[:-1])
    out = []
    for product, rows in sorted(zip(products_, rows_of), key=lambda pair: pair[0]):
        # Names are many, and fit themselves alone.
        known = [product] if fit is name_fit else [other for other in makers if fit(other, product) != NO_FIT]
        fitting = {row for other in known for row in makers.get(other, ())}
        out.append((rows, np.array(sorted(fitting), dtype="int64")))
    return out


def one_a_place(
    groups: Sequence[tuple[np.ndarray, np.ndarray]],
    demanded: Sequence[str],
    made: Sequence[tuple[str, ...]],
    place: np.ndarray,
    fit: Callable[[str, str], int],
) -> list[tuple[np.ndarray, np.ndarray]]:
    """Return the same groups with one row of suppliers a place: the one that fits best, of equals the first.

    Parameters
    ----------
    groups : sequence of ((m,) int array, (n,) int array)
        As from `groups_that_fit`; all rows of buyers in a group demand one product.
    demanded : sequence of b str
    made : sequence of s tuples of str
    place : (s,) int array
        Where each row of suppliers stands.
    fit : callable
    """
    out = []
    for rows, others in groups:
        _, count = np.unique(place[others], return_counts=True)
        if len(rows) and (count > 1).any():
            product = demanded[rows[0]]
            how = np.array([best_fit(made[row], product, fit)[0] for row in others.tolist()])
            order = np.lexsort((others, how, place[others]))
            standing = place[others[order]]
            others = np.sort(others[order[np.flatnonzero(np.diff(standing, prepend=-1))]])
        out.append((rows, others))
    return out


def spread(reach: Reach, groups: Sequence[tuple[np.ndarray, np.ndarray]], place: np.ndarray) -> Reach:
    """Return pairs of all rows of the suppliers' places that fit, where `reach` has one row of each.

    Parameters
    ----------
    reach : Reach
        Of rows of buyers.
    groups : sequence of ((m,) int array, (n,) int array)
        Each row of buyers in one of them, with all rows of suppliers that fit.
    place : (s,) int array
        Where each row of suppliers stands.
    """
    if not len(reach):
        return reach
    group_of = np.full(int(reach.row.max()) + 1, -1)
    for number, (rows, _) in enumerate(groups):
        group_of[rows[rows < len(group_of)]] = number
    by_group = np.argsort(group_of[reach.row], kind="stable")
    starts = np.searchsorted(group_of[reach.row][by_group], np.arange(len(groups) + 1))
    pairs, others_ = [], []
    for number, (_, others) in enumerate(groups):
        mine = by_group[starts[number] : starts[number + 1]]
        if not len(mine):
            continue
        ordered = others[np.argsort(place[others], kind="stable")]
        first = np.searchsorted(place[ordered], place[reach.other[mine]])
        count = np.searchsorted(place[ordered], place[reach.other[mine]], side="right") - first
        step = np.arange(count.sum()) - np.repeat(np.cumsum(count) - count, count)
        pairs.append(np.repeat(mine, count))
        others_.append(ordered[np.repeat(first, count) + step])
    pair = np.concatenate(pairs)
    all_ = replace(reach.at(pair), other=np.concatenate(others_))
    return all_.at(np.argsort(pair, kind="stable"))


def ranked(reach: Reach) -> tuple[Reach, np.ndarray]:
    """Return pairs ranked anew by what they cost, of equals the first, and their numbers before."""
    order = np.lexsort((reach.other, np.round(reach.cost, DIGITS), reach.row))
    sorted_ = reach.at(order)
    return replace(sorted_, rank=ranks(sorted_.row)), order


def turned(groups: Sequence[tuple[np.ndarray, np.ndarray]], suppliers: int) -> list[tuple[np.ndarray, np.ndarray]]:
    """Return the same groups asked from the other side: rows of suppliers, and all rows that demand what they make."""
    groups_of: dict[int, list[int]] = defaultdict(list)
    for number, (_, rows) in enumerate(groups):
        for row in rows.tolist():
            groups_of[row].append(number)
    alike: dict[tuple[int, ...], list[int]] = defaultdict(list)
    for row in range(suppliers):
        alike[tuple(groups_of[row])].append(row)
    out = []
    for numbers, some in sorted(alike.items()):
        buyers = [groups[number][0] for number in numbers]
        wanted = np.unique(np.concatenate(buyers)) if buyers else np.empty(0, dtype="int64")
        out.append((np.array(some, dtype="int64"), wanted))
    return out


# --- reach -----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Side:
    """Rows of suppliers, or of buyers.

    Attributes
    ----------
    geometries : (r,) object array of points, polygons or None
        The place of each row, in the working CRS.
    keys : sequence of (r,) int arrays
        A row of the other side with an equal key, at the same position, is the same factory; negative keys are none.
    """

    geometries: np.ndarray
    keys: Sequence[np.ndarray] = ()

    def own(self, rows: np.ndarray, other: Side, others: np.ndarray) -> list[tuple[np.ndarray, np.ndarray]]:
        """Return the keys of some rows and of some of the other side."""
        return [(mine[rows], theirs[others]) for mine, theirs in zip(self.keys, other.keys)]


@dataclass(frozen=True)
class Reach:
    """Rows and what is near them, sorted by row and rank; m pairs.

    Attributes
    ----------
    row, other : (m,) int arrays
        The row that asks, and the one of the other side.
    rank : (m,) int array
        1 for the nearest; by road where there are roads.
    metres : (m,) float array
        Geodesic metres in a straight line.
    start, end : (m, 2) float arrays
        The nearest points of the two, in the working CRS.
    road : (m,) float array
        Metres by road, NaN where nobody asked or there is no way.
    why : (m,) object array of str
        Why there is no way by road, empty where there is one or nobody asked.
    """

    row: np.ndarray
    other: np.ndarray
    rank: np.ndarray
    metres: np.ndarray
    start: np.ndarray
    end: np.ndarray
    road: np.ndarray
    why: np.ndarray

    def __len__(self) -> int:
        return len(self.row)

    def at(self, rows: np.ndarray) -> Reach:
        """Return some of the pairs, by number or by a boolean each."""
        return Reach(**{one.name: getattr(self, one.name)[rows] for one in fields(self)})

    @property
    def cost(self) -> np.ndarray:
        """Metres that count: by road where there is a way, else straight."""
        return np.where(np.isnan(self.road), self.metres, self.road)


def _joined(parts: Sequence[Reach]) -> Reach:
    if not parts:
        none, place = np.empty(0, dtype="int64"), np.empty((0, 2))
        return Reach(none, none, none, np.empty(0), place, place, np.empty(0), np.empty(0, dtype=object))
    return Reach(**{one.name: np.concatenate([getattr(part, one.name) for part in parts]) for one in fields(Reach)})


def in_reach(
    asking: Side,
    other: Side,
    groups: Sequence[tuple[np.ndarray, np.ndarray]],
    k: int,
    limit: float,
    crs: str,
    tick: Tick = lambda _: None,
) -> Reach:
    """Find the nearest rows of the other side for each row, in a straight line.

    Parameters
    ----------
    asking, other : Side
    groups : sequence of ((m,) int array, (n,) int array)
        Which rows are looked for from which rows; each row asks in one group.
    k : int
        How many, at most. Equally near ones come in the order of their rows.
    limit : float
        Geodesic metres; exactly that far counts.
    crs : str
        The working CRS, in metres.
    tick : callable
        Progress between 0 and 1; raises to cancel.
    """
    total = max(sum(len(rows) for rows, _ in groups), 1)
    done, parts = 0, []
    for rows, others in groups:
        if len(others):
            here = done

            def step(share: float, here: int = here, count: int = len(rows)) -> None:
                tick((here + share * count) / total)

            places, targets = Factories(asking.geometries[rows], crs), Targets(other.geometries[others])
            near = nearest(places, targets, k, limit, asking.own(rows, other, others), step)
            unasked = np.full(len(near.place), np.nan)
            parts.append(
                Reach(
                    rows[near.place],
                    others[near.feature],
                    near.rank,
                    near.distance,
                    near.start,
                    near.foot,
                    unasked,
                    np.full(len(near.place), REACHED, dtype=object),
                )
            )
        done += len(rows)
        tick(done / total)
    reach = _joined(parts)
    parts.clear()  # millions of pairs should not be held twice
    return reach.at(np.argsort(reach.row, kind="stable"))


@dataclass(frozen=True)
class ByRoad:
    """What is in reach by road.

    Attributes
    ----------
    reach : Reach
        Pairs with a way that is not longer than the limit, ranked by road.
    barred : Reach
        Of rows without any: the pair nearest in a straight line, with its way by road or why there is none.
    unsure : int
        Rows for which a candidate that was not asked may be nearer by road.
    """

    reach: Reach
    barred: Reach
    unsure: int


def in_reach_by_road(
    asking: Side,
    other: Side,
    groups: Sequence[tuple[np.ndarray, np.ndarray]],
    k: int,
    limit: float,
    crs: str,
    roads: Roads,
    farthest_off: float,
    tick: Tick = lambda _: None,
) -> ByRoad:
    """Find the nearest rows of the other side by road; parameters as for `in_reach` and `Roads.ways`.

    A way is never shorter than the straight line, so that the nearest few by road are certain as soon as the last of
    them is not farther than the last candidate in a straight line. Where that is not so more candidates are asked, up
    to `ASKED_MOST`.
    """
    asked = min(2 * k + _ASKED_MORE, max(ASKED_MOST, k))
    straight = in_reach(asking, other, groups, asked, limit, crs, lambda share: tick(0.2 * share))
    ways = _along(straight, roads, farthest_off, lambda share: tick(0.2 + 0.4 * share))
    unsure = _unsure(ways, k, asked)
    if len(unsure) and asked < ASKED_MOST:
        again = np.zeros(len(asking.geometries), dtype=bool)
        again[unsure] = True
        some = [(rows[again[rows]], others) for rows, others in groups if again[rows].any()]
        more = in_reach(asking, other, some, ASKED_MOST, limit, crs, lambda share: tick(0.6 + 0.1 * share))
        ways = _joined(
            [ways.at(~again[ways.row]), _along(more, roads, farthest_off, lambda share: tick(0.7 + 0.3 * share))]
        )
        unsure = _unsure(ways, k, ASKED_MOST)
    there = ways.at(~np.isnan(ways.road) & (ways.road <= limit))
    there = there.at(np.lexsort((there.other, np.round(there.road, 6), there.row)))
    rank = ranks(there.row)
    reach = replace(there, rank=rank).at(rank <= k)
    barred = ways.at((ways.rank == 1) & ~np.isin(ways.row, reach.row))
    tick(1.0)
    return ByRoad(reach, barred.at(np.argsort(barred.row, kind="stable")), len(unsure))


def _along(reach: Reach, roads: Roads, farthest_off: float, tick: Tick) -> Reach:
    """Return pairs with their ways; at the same place there is nothing to go."""
    ways = roads.ways(reach.start, reach.end, farthest_off, tick)
    here = reach.metres == 0
    return replace(reach, road=np.where(here, 0.0, ways.metres), why=np.where(here, REACHED, ways.why).astype(object))


def _unsure(ways: Reach, k: int, asked: int) -> np.ndarray:
    """Return the rows of which a farther candidate in a straight line may be among the nearest by road."""
    if not len(ways):
        return np.empty(0, dtype="int64")
    size = int(ways.row.max()) + 1
    count = np.bincount(ways.row, minlength=size)
    last = np.zeros(size)
    np.maximum.at(last, ways.row, ways.metres)
    certain = np.bincount(ways.row[~np.isnan(ways.road) & (ways.road <= last[ways.row])], minlength=size)
    return np.flatnonzero((count >= asked) & (certain < k))


# --- sharing out -----------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Shares:
    """How much each of m pairs gets.

    Attributes
    ----------
    amount : (m,) float array
    method : (m,) int array
        `LEAST_TRANSPORT` or `NEAREST_FIRST`.
    largest : int
        Pairs in the largest set that hangs together.
    """

    amount: np.ndarray
    method: np.ndarray
    largest: int


def share_out(
    buyer: np.ndarray,
    supplier: np.ndarray,
    metres: np.ndarray,
    demand: np.ndarray,
    capacity: np.ndarray,
    *,
    nearest_first: bool = False,
    largest: int = LARGEST,
    tick: Tick = lambda _: None,
) -> Shares:
    """Share what suppliers have among buyers: first as little unmet demand as possible, then as little transport.

    Parameters
    ----------
    buyer, supplier : (m,) int arrays
        Rows of the pairs in reach of each other, each pair once.
    metres : (m,) float array
        What it costs to bring one unit from the one to the other.
    demand : (b,) float array
        Of each row of buyers, 0 or more.
    capacity : (s,) float array
        Of each row of suppliers, 0 or more.
    nearest_first : bool
        Do not look for the least transport: the nearest pairs take what they can, one after the other.
    largest : int
        Pairs that hang together beyond which it is done nearest first.
    tick : callable

    Returns
    -------
    Shares
        For the same rows the same, whatever the order of the pairs.

    Raises
    ------
    ArithmeticError
        If more were shared out than there is; that would be a mistake of this module.

    Notes
    -----
    Each set of rows that hang together by pairs is a transport problem, solved as a linear programme. What is not met
    comes from an imaginary supplier whose distance is longer than the longest chain of exchanges between real ones, so
    that no saving in transport can pay for leaving demand unmet.
    """
    amount, method = np.zeros(len(buyer)), np.full(len(buyer), NEAREST_FIRST)
    order = np.lexsort((supplier, buyer))
    component = _components(buyer[order], supplier[order])
    size = np.bincount(component) if len(component) else np.empty(0, dtype="int64")
    exact = (size <= largest) & (not nearest_first)
    lots = _lots(component, size, exact)
    done = 0
    for rows in lots:
        pairs = order[rows]
        given = (buyer[pairs], supplier[pairs], metres[pairs], demand, capacity)
        found = _least_transport(*given, component[rows]) if exact[component[rows[0]]] else None
        method[pairs] = NEAREST_FIRST if found is None else LEAST_TRANSPORT
        amount[pairs] = _nearest_first(*given) if found is None else found
        done += len(rows)
        tick(done / len(order))
    _check(buyer, supplier, amount, demand, capacity)
    return Shares(amount, method, int(size.max(initial=0)))


def _components(buyer: np.ndarray, supplier: np.ndarray) -> np.ndarray:
    """Return which set each pair belongs to, of those that hang together."""
    if not len(buyer):
        return np.empty(0, dtype="int64")
    first = int(buyer.max()) + 1
    size = first + int(supplier.max()) + 1
    graph = coo_matrix((np.ones(len(buyer)), (buyer, first + supplier)), shape=(size, size))
    _, label = connected_components(graph, directed=False)
    _, number = np.unique(label[buyer], return_inverse=True)
    return number.astype("int64")


def _lots(component: np.ndarray, size: np.ndarray, exact: np.ndarray) -> list[np.ndarray]:
    """Return rows in lots: small sets together, a large one or one that is shared out nearest first alone."""
    if not len(component):
        return []
    alone = ~exact | (size > _TOGETHER)
    together = np.flatnonzero(~alone)
    lot = np.empty(len(size), dtype="int64")
    lot[together] = np.cumsum(size[together]) // _TOGETHER
    lot[alone] = (int(lot[together].max(initial=-1)) + 1) + np.arange(int(alone.sum()))
    of = lot[component]
    by_lot = np.argsort(of, kind="stable")
    return np.split(by_lot, np.flatnonzero(np.diff(of[by_lot])) + 1)


def _least_transport(
    buyer: np.ndarray,
    supplier: np.ndarray,
    metres: np.ndarray,
    demand: np.ndarray,
    capacity: np.ndarray,
    component: np.ndarray,
) -> np.ndarray | None:
    """Return the amounts of least transport, None where the solver has no answer.

    Distances and amounts are scaled to the largest of each set, so that the solver's tolerances fit any unit. Demands
    that are tiny beside the largest are lost in them: what is left of those is shared out nearest first afterwards.
    """
    buyers, row = np.unique(buyer, return_inverse=True)
    suppliers, column = np.unique(supplier, return_inverse=True)
    _, part = np.unique(component, return_inverse=True)
    parts = int(part.max()) + 1
    part_of_buyer, part_of_supplier = np.zeros(len(buyers), dtype="int64"), np.zeros(len(suppliers), dtype="int64")
    part_of_buyer[row], part_of_supplier[column] = part, part
    longest = np.zeros(parts)
    np.maximum.at(longest, part, metres)
    longest = np.where(longest > 0, longest, 1.0)
    most = np.zeros(parts)
    np.maximum.at(most, part_of_buyer, demand[buyers])
    most = np.where(most > 0, most, 1.0)
    # Of n buyers and m suppliers no chain of exchanges has more than 2 min(n, m) real pairs, half of them added.
    chain = np.minimum(np.bincount(part_of_buyer, minlength=parts), np.bincount(part_of_supplier, minlength=parts))
    number = ranks(np.sort(part))[np.argsort(np.argsort(part, kind="stable"), kind="stable")]
    tie = _TIE * np.sqrt(number / np.bincount(part)[part])
    imaginary = (chain + 1.0)[part_of_buyer] * (1 + _TIE)
    n, pairs = len(buyers), len(buyer)
    received = coo_matrix(
        (
            np.ones(pairs + n),
            (np.concatenate([row, np.arange(n)]), np.arange(pairs + n)),
        ),
        shape=(n, pairs + n),
    )
    given = coo_matrix((np.ones(pairs), (column, np.arange(pairs))), shape=(len(suppliers), pairs + n))
    wanted = demand[buyers] / most[part_of_buyer]
    solved = linprog(
        np.concatenate([metres / longest[part] + tie, imaginary]),
        A_ub=given.tocsr(),
        b_ub=capacity[suppliers] / most[part_of_supplier],
        A_eq=received.tocsr(),
        b_eq=wanted,
        method="highs-ds",
        options={"primal_feasibility_tolerance": _TOLERANCE, "dual_feasibility_tolerance": _TOLERANCE},
    )
    if solved.status != 0:
        return None
    amount = np.where(solved.x[:pairs] > _NOTHING, solved.x[:pairs], 0.0) * most[part]
    amount = _trimmed(_trimmed(amount, column, capacity[suppliers]), row, demand[buyers])
    return amount + _rest(
        row, column, metres, _left(demand[buyers], row, amount), _left(capacity[suppliers], column, amount)
    )


def _left(most: np.ndarray, row: np.ndarray, amount: np.ndarray) -> np.ndarray:
    """Return what is left of each, 0 where it is no more than rounding."""
    left = most - np.bincount(row, amount, minlength=len(most))
    return np.where(left > _NOTHING * most, left, 0.0)


def _rest(
    row: np.ndarray, column: np.ndarray, metres: np.ndarray, demand: np.ndarray, capacity: np.ndarray
) -> np.ndarray:
    """Return what pairs can still bring, so that none has both some unmet and some left over."""
    out = np.zeros(len(row))
    some = np.flatnonzero((demand[row] > 0) & (capacity[column] > 0))
    if len(some):
        out[some] = _nearest_first(row[some], column[some], metres[some], demand, capacity)
    return out


def _trimmed(amount: np.ndarray, row: np.ndarray, most: np.ndarray) -> np.ndarray:
    """Return amounts of which none add up to more than they may: what the solver's tolerance left over is cut off."""
    total = np.bincount(row, amount, minlength=len(most))
    share = np.where(total > most, most / np.where(total > 0, total, 1.0), 1.0)
    return amount * share[row]


def _nearest_first(
    buyer: np.ndarray, supplier: np.ndarray, metres: np.ndarray, demand: np.ndarray, capacity: np.ndarray
) -> np.ndarray:
    """Return the amounts where the nearest pair takes what it can, then the next; of equals the first buyer's."""
    left, wanted = capacity.tolist(), demand.tolist()
    amount = np.zeros(len(buyer))
    order = np.lexsort((supplier, buyer, np.round(metres, 6)))
    for pair, b, s in zip(order.tolist(), buyer[order].tolist(), supplier[order].tolist()):
        given = min(left[s], wanted[b])
        if given > 0:
            amount[pair] = given
            left[s] -= given
            wanted[b] -= given
    return amount


def _check(
    buyer: np.ndarray, supplier: np.ndarray, amount: np.ndarray, demand: np.ndarray, capacity: np.ndarray
) -> None:
    """Raise where more is given than there is, or more received than was demanded."""
    for rows, most in ((buyer, demand), (supplier, capacity)):
        total = np.bincount(rows, amount, minlength=len(most))
        if (amount < 0).any() or (total > most * (1 + _NOTHING) + _NOTHING).any():
            raise ArithmeticError("more was shared out than there is")


# --- balance ---------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Balance:
    """What becomes of the demand in each cell (a province and a product, say); every array has c rows.

    Attributes
    ----------
    demand, local, elsewhere, unmet : float arrays
        `demand` is the sum of the other three: from the same place, from another or an unknown one, not at all.
    """

    demand: np.ndarray
    local: np.ndarray
    elsewhere: np.ndarray
    unmet: np.ndarray


def balance(
    cell: np.ndarray, cells: int, demand: np.ndarray, pair: np.ndarray, amount: np.ndarray, near: np.ndarray
) -> Balance:
    """Add up demand by where it is met from.

    Parameters
    ----------
    cell : (b,) int array
        Of each row of buyers.
    cells : int
    demand : (b,) float array
        1 of each row where buyers are counted.
    pair : (m,) int array
        The row of buyers of each pair.
    amount : (m,) float array
        What it brings; infinite where buyers are counted: any supplier will do.
    near : (m,) bool array
        The supplier stands in the same place.
    """
    local, both = np.zeros(len(demand)), np.zeros(len(demand))
    np.add.at(local, pair[near], amount[near])
    np.add.at(both, pair, amount)
    local = np.minimum(local, demand)
    elsewhere = np.maximum(np.minimum(both, demand) - local, 0.0)
    unmet = np.maximum(demand - local - elsewhere, 0.0)
    return Balance(*(np.bincount(cell, values, minlength=cells) for values in (demand, local, elsewhere, unmet)))


def places_in(points: np.ndarray, polygons: np.ndarray) -> np.ndarray:
    """Return the first polygon that holds or touches each point, -1 where none does.

    Parameters
    ----------
    points : (n,) object array of points or None
    polygons : (p,) object array of polygons or None
    """
    out = np.full(len(points), len(polygons), dtype="int64")
    if len(points) and len(polygons):
        polygon, point = STRtree(points).query(polygons, predicate="intersects")
        np.minimum.at(out, point, polygon)
    return np.where(out == len(polygons), -1, out)

"""Confirmed pairs of duplicates into one record each, the other kept whole in the log."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from qgis.core import QgsVectorLayer

from ..analysis.errors import LocationError
from ..analysis.merging import CONFLICT, Group, Pair, Taken, better_located, groups, merged
from ..base import said
from ..decisions import decision
from ..i18n import tr
from ..storage.geopackage import Table
from .corrections import plain
from .store import GEOMETRY, KEEP, MERGE, WHOLE_ROW, Change, RegisterRow
from .table import as_text, id_text

if TYPE_CHECKING:
    import pandas as pd

MERGED, LEFT = "merged", "left"
NEEDED = ("pair_id", "factory_id_a", "factory_id_b", "keep", "confirmed")
MERGE_FIELDS = (
    ("pair_id", "text"),
    ("factory_id_a", "text"),
    ("factory_id_b", "text"),
    ("outcome", "text"),
    ("kept", "text"),
    ("reason", "text"),
    ("why", "text"),
    ("dry_run", "boolean"),
    ("batch_id", "text"),
)
VALUE_FIELDS = (
    ("pairs", "text"),
    ("kept", "text"),
    ("factory_id", "text"),
    ("field", "text"),
    ("kept_value", "text"),
    ("other_value", "text"),
    ("outcome", "text"),
)


@dataclass(frozen=True)
class PairOutcome:
    """What became of one pair: `MERGED` into the record kept, or `LEFT`, in a word why and in a sentence."""

    pair: Pair
    outcome: str
    kept: str | None
    reason: str
    why: str = ""


@dataclass(frozen=True)
class ValueOutcome:
    """What became of one value of a record that is gone."""

    pairs: str
    kept: str
    taken: Taken


@dataclass(frozen=True)
class MergedAway:
    """A factory that left the register in a merge which stands: what it was, the record kept, and the day.

    `kept` is empty where the log does not tell it.
    """

    factory_id: str
    values: Mapping[str, Any]
    kept: str
    day: str


def merged_away(change: Change) -> list[MergedAway]:
    """Return the factories that a merge has taken out of a register and that are not there again, oldest first."""
    lines = [line for line in change.logged_of() if line.action == MERGE and line.field == WHOLE_ROW and line.became]
    lines = [line for line in lines if line.undone_by is None]
    into = {line.factory_id: line.became or "" for line in lines}
    found = []
    for line in lines:
        if line.factory_id in change:
            continue
        kept, seen = into[line.factory_id], {line.factory_id}
        while kept in into and kept not in change and kept not in seen:  # merged itself, later
            seen.add(kept)
            kept = into[kept]
        values = json.loads(line.old_value or "{}")
        found.append(MergedAway(line.factory_id, values, kept, (line.changed_at or "")[:10].replace("/", "-")))
    return found


def read_pairs(layer: QgsVectorLayer, called: str) -> list[Pair]:
    """Return the pairs of a layer, edits that are not saved yet included.

    Parameters
    ----------
    layer : QgsVectorLayer
        The layer ``pairs`` of `find_duplicates`.
    called : str
        What the person calls the input.

    Raises
    ------
    LocationError
        If a column is missing, or a `confirmed` is neither yes nor no.
    """
    names = layer.fields().names()
    absent = [name for name in NEEDED if name not in names]
    if absent:
        raise LocationError(
            "{label}: layer “{layer}” has no field “{field}”. Choose the layer “pairs” of a search for duplicates.",
            label=called,
            layer=layer.name(),
            field=absent[0],
        )
    found = []
    for number, feature in enumerate(layer.getFeatures()):
        pair_id, a, b, keep, confirmed = (plain(feature[name]) for name in NEEDED)
        texts = [id_text(value) for value in (pair_id, a, b, keep)]
        told = decision(confirmed, layer.name(), number + 1, "confirmed", texts[0])
        proposed = id_text(plain(feature["keep_proposed"])) if "keep_proposed" in names else ""
        found.append(Pair(texts[0] or str(number + 1), texts[1], texts[2], texts[3] or None, told, proposed or None))
    return found


def merge(
    change: Change, pairs: Sequence[Pair], reason: str, tick: Callable[[float], None]
) -> tuple[list[PairOutcome], list[ValueOutcome]]:
    """Merge the confirmed pairs in a register.

    Parameters
    ----------
    change : Change
    pairs : sequence of Pair
    reason : str
        For the log.
    tick : callable
        Progress between 0 and 1; raises to cancel.

    Returns
    -------
    outcomes : list of PairOutcome
        One of each pair, in the order given.
    values : list of ValueOutcome
    """
    found = {id(pair): _undecided(pair) for pair in pairs}
    values: list[ValueOutcome] = []
    followed = _followed(change, [pair for pair in pairs if _names_two(pair)])
    found.update({id(one.pair): one.merged_before() for one in followed if not _names_two(one.now)})
    # A record that is nowhere must not hold up the other pairs of its chain.
    gone = {id(one): _gone(change, one.now) for one in followed}
    found.update({id(one.pair): _not_there(one.pair, gone[id(one)]) for one in followed if gone[id(one)]})
    of_now = {id(one.now): one for one in followed}
    there = [one.now for one in followed if _names_two(one.now) and not gone[id(one)]]
    together = groups(there, lambda share: tick(0.1 * share))
    for i, group in enumerate(together):
        tick(0.1 + 0.9 * i / len(together))
        kept, word, why = _merge_group(change, group, reason, values)
        outcome = LEFT if word else MERGED
        for now in group.pairs:
            one = of_now[id(now)]
            told = " ".join(filter(None, (why, one.why)))
            found[id(one.pair)] = PairOutcome(one.pair, outcome, kept, word or MERGED, told)
    return [found[id(pair)] for pair in pairs], values


@dataclass(frozen=True)
class _Followed:
    """A pair, and what it is now that records of it have been merged into others; a sentence says into which."""

    pair: Pair
    now: Pair
    why: str = ""

    def merged_before(self) -> PairOutcome:
        """Return what becomes of a pair whose two records are one already."""
        if not self.pair.confirmed:
            return _undecided(self.pair)
        return PairOutcome(self.pair, LEFT, self.now.a, "merged before", self.why)


def _followed(change: Change, pairs: Sequence[Pair]) -> list[_Followed]:
    """Return pairs with the records that those which an earlier merge took out became."""
    # Also a pair that says no is followed: what it says of a record that is gone is true of the one that it became.
    if not any(pair.confirmed is not None and not (pair.a in change and pair.b in change) for pair in pairs):
        return [_Followed(pair, pair) for pair in pairs]
    became = change.merged_before()

    def now(factory: str | None) -> tuple[str | None, str]:
        first, batch, seen = factory, "", set()
        while factory in became and factory not in seen:
            seen.add(factory)
            factory, batch = became[factory]
        if factory == first:
            return first, ""
        why = tr("Factory {factory} was merged into {kept} by batch {batch}.")
        return factory, why.format(factory=first, kept=factory, batch=batch)

    found = []
    for pair in pairs:
        (a, why_a), (b, why_b) = now(pair.a), now(pair.b)
        if not (why_a or why_b):
            found.append(_Followed(pair, pair))
            continue
        keep, proposed = now(pair.keep)[0], now(pair.proposed)[0]
        of_now = Pair(pair.pair_id, a or "", b or "", keep, pair.confirmed, proposed)
        found.append(_Followed(pair, of_now, " ".join(filter(None, (why_a, why_b)))))
    return found


def _names_two(pair: Pair) -> bool:
    return bool(pair.a and pair.b and pair.a != pair.b)


def _undecided(pair: Pair) -> PairOutcome:
    """Return what becomes of a pair that is no part of a group."""
    if pair.confirmed is False:
        return PairOutcome(pair, LEFT, None, "rejected", tr("A person has said that these are two factories."))
    if pair.confirmed is None:
        return PairOutcome(pair, LEFT, None, "undecided", tr("Nobody has confirmed it yet."))
    if pair.a and pair.a == pair.b:
        why = tr("Both records have the factory id {factory}. Give each an id of its own first.")
        return PairOutcome(pair, LEFT, None, "one id", why.format(factory=pair.a))
    return PairOutcome(pair, LEFT, None, "no factory", tr("It does not name two factories."))


def _gone(change: Change, pair: Pair) -> str:
    """Return the factory of a confirmed pair that is not in the register, empty where both are."""
    if not (pair.confirmed and _names_two(pair)):
        return ""
    return next((factory for factory in (pair.a, pair.b) if not change.count(factory)), "")


def _not_there(pair: Pair, factory: str) -> PairOutcome:
    return PairOutcome(pair, LEFT, None, "not in the register", _told_count(factory, 0))


def _told_count(factory: str, count: int) -> str:
    return tr("Factory {factory}: rows of the register with this id: {count}.").format(factory=factory, count=count)


def _merge_group(change: Change, group: Group, reason: str, values: list[ValueOutcome]) -> tuple[str | None, str, str]:
    """Merge one group; return the record kept, and where it is left a word and a sentence why."""
    if group.refusal:
        return None, group.refusal, _refusal(group)
    for factory in group.members:
        count = change.count(factory)
        if count != 1:
            return None, "id not unique", _told_count(factory, count)
    rows = {factory: change.row(factory) for factory in group.members}
    records = {factory: row.values for factory, row in rows.items()}
    placed = {factory: row.placed for factory, row in rows.items()}
    best = better_located(records, placed)
    keep = group.keep or next((factory for factory in best if factory in group.proposed), best[0])
    others = [factory for factory in best if factory != keep]
    result = merged(keep, others, records, placed)
    names = ", ".join(pair.pair_id for pair in group.pairs)
    geometry: Any = KEEP if result.place_of is None else rows[result.place_of].geometry
    why = reason or tr("The same factory as {others}.").format(others=", ".join(others))
    try:  # before anything of the group is written
        change.check(keep, result.values, geometry)
        for other in others:
            change.as_logged(other)
    except LocationError as error:
        return None, "does not fit", said(error)
    # What no two rows may have, such as a licence number, is free when the record that had it is gone.
    for other in others:
        change.remove(other, names, reason or tr("The same factory as {others}.").format(others=keep), became=keep)
    change.update(keep, result.values, geometry, names, why)
    taken = [*result.taken, *_places(keep, others, rows, result.place_of)]
    values += [ValueOutcome(names, keep, one) for one in taken]
    return keep, "", ""


def _places(keep: str, others: Sequence[str], rows: Mapping[str, RegisterRow], place_of: str | None) -> list[Taken]:
    """Return what became of the places of the records that are gone."""
    from ..analysis.merging import FILLED

    mine = rows[keep if place_of is None else place_of]
    told = []
    for other in others:
        theirs = rows[other]
        if other == place_of:
            told.append(Taken(other, GEOMETRY, None, theirs.geometry.wkt, FILLED))
        elif theirs.placed and mine.placed and not theirs.geometry.equals(mine.geometry):
            told.append(Taken(other, GEOMETRY, mine.geometry.wkt, theirs.geometry.wkt, CONFLICT))
    return told


def _refusal(group: Group) -> str:
    if group.refusal == "keep not in pair":
        keep, a, b = group.named
        return tr("“keep” says {keep}, which is neither {a} nor {b}.").format(keep=keep, a=a, b=b)
    if group.refusal == "denied":
        a, b = group.named
        return tr(
            "These pairs make {members} one factory, and another pair says that {a} and {b} are two. "
            "Decide which is right."
        ).format(members=", ".join(group.members), a=a, b=b)
    return tr(
        "These pairs make {members} one factory, and of more than one of it they say to keep it: {keeps}. "
        "Name the same one in each pair."
    ).format(members=", ".join(group.members), keeps=", ".join(group.named))


def report_tables(
    outcomes: Sequence[PairOutcome], values: Sequence[ValueOutcome], batch: str, *, dry_run: bool
) -> list[Table]:
    """Return the tables of what became of each pair, and of each value of the records that are gone."""
    merges = [
        {
            "pair_id": one.pair.pair_id,
            "factory_id_a": one.pair.a,
            "factory_id_b": one.pair.b,
            "outcome": one.outcome,
            "kept": one.kept,
            "reason": one.reason,
            "why": one.why or None,
            "dry_run": dry_run,
            "batch_id": batch if one.outcome == MERGED and not dry_run else None,
        }
        for one in outcomes
    ]
    taken = [
        {
            "pairs": one.pairs,
            "kept": one.kept,
            "factory_id": one.taken.factory_id,
            "field": one.taken.field,
            "kept_value": as_text(one.taken.kept_value),
            "other_value": as_text(one.taken.other_value),
            "outcome": one.taken.outcome,
        }
        for one in values
    ]
    return [
        Table("merges", MERGE_FIELDS, _frame(merges, MERGE_FIELDS), description=tr("What became of each pair.")),
        Table(
            "merged_values",
            VALUE_FIELDS,
            _frame(taken, VALUE_FIELDS),
            description=tr("What the records kept took over, and where they say something else."),
        ),
    ]


def _frame(rows: list[dict[str, Any]], fields: tuple[tuple[str, str], ...]) -> pd.DataFrame:
    import pandas as pd

    return pd.DataFrame(rows, columns=[name for name, _ in fields], dtype=object)

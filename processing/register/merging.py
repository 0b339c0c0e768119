"""Confirmed pairs of duplicates into one record each, the other kept whole in the log."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from qgis.core import QgsVectorLayer

from ..analysis.errors import LocationError
from ..analysis.merging import CONFLICT, Group, Pair, Taken, better_located, groups, merged
from ..decisions import decision
from ..i18n import tr
from ..storage.geopackage import Table
from .corrections import plain
from .store import GEOMETRY, KEEP, Change, RegisterRow
from .table import as_text

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
        texts = [str(value).strip() if value is not None else "" for value in (pair_id, a, b, keep)]
        told = decision(confirmed, layer.name(), number + 1, "confirmed", texts[0])
        if told and not (texts[1] and texts[2] and texts[1] != texts[2]):
            raise LocationError(
                "Layer “{layer}”, row {row}: a confirmed pair needs two factory ids that differ.",
                layer=layer.name(),
                row=number + 1,
            )
        found.append(Pair(texts[0] or str(number + 1), texts[1], texts[2], texts[3] or None, told))
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
    found = {
        id(pair): PairOutcome(pair, LEFT, None, "rejected", tr("A person has said that these are two factories."))
        if pair.confirmed is False
        else PairOutcome(pair, LEFT, None, "undecided", tr("Nobody has confirmed it yet."))
        for pair in pairs
    }
    # A pair decided and merged earlier must not hold up the others of its chain.
    left = [pair for pair in pairs if not (pair.confirmed and _is_gone(change, pair, found))]
    values: list[ValueOutcome] = []
    together = groups(left)
    for i, group in enumerate(together):
        tick(i / len(together))
        kept, word, why = _merge_group(change, group, reason, values)
        outcome = LEFT if word else MERGED
        found.update({id(pair): PairOutcome(pair, outcome, kept, word or MERGED, why) for pair in group.pairs})
    return [found[id(pair)] for pair in pairs], values


def _is_gone(change: Change, pair: Pair, found: dict[int, PairOutcome]) -> bool:
    """Return whether a record of a pair is not in the register, and note that as its outcome."""
    gone = [factory for factory in (pair.a, pair.b) if not change.count(factory)]
    if gone:
        found[id(pair)] = PairOutcome(pair, LEFT, None, "not in the register", _told_count(gone[0], 0))
    return bool(gone)


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
    keep = group.keep or best[0]
    others = [factory for factory in best if factory != keep]
    result = merged(keep, others, records, placed)
    names = ", ".join(pair.pair_id for pair in group.pairs)
    geometry: Any = KEEP if result.place_of is None else rows[result.place_of].geometry
    why = reason or tr("The same factory as {others}.").format(others=", ".join(others))
    # The first may be refused by the register before anything of the group is written.
    change.update(keep, result.values, geometry, names, why)
    for other in others:
        change.remove(other, names, reason or tr("The same factory as {others}.").format(others=keep))
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

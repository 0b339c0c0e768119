"""Which records of a register are one factory, which of them stays, and what it takes over from the others."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

# Codes of `loc_method`, the best located first, with the metres that rank a place of which no accuracy is stated; they
# are used for nothing but the order. GPS: typical_accuracy_m of data/schemas/register.json. Centres: the radius of a
# circle as large as the mean unit (181,035 km²; 25 provinces, 210 districts, 1,661 communes, 14,500 villages). The
# others only lie between.
METHODS = {
    "survey": 1.0,
    "gps": 4.9,
    "image": 10.0,
    "map": 50.0,
    "address": 200.0,
    "village_centroid": 2_000.0,
    "commune_centroid": 5_900.0,
    "district_centroid": 16_600.0,
    "province_centroid": 48_000.0,
    "unknown": math.inf,
}
# What describes the place of a record, and goes only with the place.
LOCATION = (
    "loc_method",
    "loc_accuracy_m",
    "loc_reference_point",
    "loc_datum",
    "loc_source",
    "loc_date",
    "loc_original",
)
# What a record without a place says of it, where the schema wants an answer.
NO_ANSWER = {"loc_method": "unknown", "loc_datum": "unknown"}
# Values that are true only of each other: what one record says of one of them is worth nothing beside the other's rest.
TOGETHER = (
    ("licence_no", "permit_type", "registration_status", "registration_date"),
    ("status", "status_from", "status_to"),
    ("size_class", "size_definition_year"),
)
# Codes of administrative units, the finer of which begin with the coarser, and the list that they are of.
ADMIN = ("province_code", "district_code", "commune_code", "village_code")
VINTAGE = "admin_vintage"
_BESIDE = {name: tuple(other for other in unit if other != name) for unit in TOGETHER for name in unit}
FILLED, REPLACED, CONFLICT, NOT_TAKEN = "filled", "replaced", "conflict", "not taken"


@dataclass(frozen=True)
class Pair:
    """Two records that look like one factory, and what a person has decided: `confirmed` is None until then.

    `proposed` is the one that the search for duplicates would keep, where nobody has named one.
    """

    pair_id: str
    a: str
    b: str
    keep: str | None
    confirmed: bool | None
    proposed: str | None = None


@dataclass(frozen=True)
class Group:
    """Records that confirmed pairs make one factory.

    Attributes
    ----------
    members : tuple of str
        Factory ids, in the order of the pairs.
    pairs : tuple of Pair
    keep : str or None
        The one that a person wants to keep; None where nobody has said.
    proposed : tuple of str
        Where nobody has said: those that the search for duplicates would keep, one of which is to stay.
    refusal : str
        Why the group cannot be merged: ``keep not in pair``, ``keeps contradict``, ``denied``; empty if it can.
    named : tuple of str
        The factories that the refusal is about.
    """

    members: tuple[str, ...]
    pairs: tuple[Pair, ...]
    keep: str | None
    refusal: str = ""
    named: tuple[str, ...] = ()
    proposed: tuple[str, ...] = ()


@dataclass(frozen=True)
class Taken:
    """One value of a record that is to go: `FILLED` where the kept one had none, `CONFLICT` where they differ.

    `NOT_TAKEN` where the kept one had none, and the value depends on another that differs. `REPLACED` where the kept
    one's described a place that it does not have, and gave way to what describes the one taken over.
    """

    factory_id: str
    field: str
    kept_value: Any
    other_value: Any
    outcome: str


@dataclass
class Merged:
    """What a kept record takes over.

    Attributes
    ----------
    values : dict
        By field.
    place_of : str or None
        The record whose place it takes over, None for its own.
    taken : list of Taken
    """

    values: dict[str, Any] = field(default_factory=dict)
    place_of: str | None = None
    taken: list[Taken] = field(default_factory=list)


def groups(pairs: Iterable[Pair], tick: Callable[[float], None] = lambda _: None) -> list[Group]:
    """Return the records that confirmed pairs make one, chains (a = b, b = c) followed.

    Of a chain in which several records are to be kept, the one that is preferred over the others, directly or through
    others, stays; where that does not single out one, the group is refused. It is refused as well where a person has
    said of two of its records that they are not one factory.

    Parameters
    ----------
    pairs : iterable of Pair
        Of two records each.
    tick : callable
        Progress between 0 and 1; raises to cancel.
    """
    pairs = list(pairs)
    group_of: dict[str, list[str]] = {}
    for i, pair in enumerate(pairs):
        if i % 1000 == 0:
            tick(0.5 * i / len(pairs))
        if not pair.confirmed:
            continue
        together = group_of.setdefault(pair.a, [pair.a])
        other = group_of.setdefault(pair.b, [pair.b])
        if together is not other:
            # The smaller into the larger: a record changes its group no more often than its group doubles.
            small, large = (together, other) if len(together) < len(other) else (other, together)
            large += small
            group_of.update(dict.fromkeys(small, large))
    inside: dict[int, tuple[list[Pair], list[Pair]]] = {id(members): ([], []) for members in group_of.values()}
    for pair in pairs:
        if pair.confirmed:
            inside[id(group_of[pair.a])][0].append(pair)
        elif pair.confirmed is False and pair.a in group_of and group_of[pair.a] is group_of.get(pair.b):
            inside[id(group_of[pair.a])][1].append(pair)
    distinct = {id(members): members for members in group_of.values()}
    order = {name: place for place, name in enumerate(group_of)}
    found = []
    for i, (key, members) in enumerate(distinct.items()):
        if i % 1000 == 0:
            tick(0.5 + 0.5 * i / len(distinct))
        found.append(_group(tuple(sorted(members, key=order.__getitem__)), *inside[key]))
    return found


def _group(members: tuple[str, ...], confirmed: Sequence[Pair], denied: Sequence[Pair]) -> Group:
    among = tuple(confirmed)
    foreign = [pair for pair in among if pair.keep is not None and pair.keep not in (pair.a, pair.b)]
    if foreign:
        return Group(members, among, None, "keep not in pair", (str(foreign[0].keep), foreign[0].a, foreign[0].b))
    if denied:
        return Group(members, among, None, "denied", (denied[0].a, denied[0].b))
    kept = {pair.keep for pair in among if pair.keep is not None}
    left = _preferred((pair.a, pair.b, pair.keep) for pair in among)
    if kept and len(left) != 1:
        return Group(members, among, None, "keeps contradict", tuple(left or sorted(kept)))
    proposed = () if left else _preferred((pair.a, pair.b, pair.proposed) for pair in among)
    return Group(members, among, left[0] if left else None, proposed=tuple(proposed))


def _preferred(choices: Iterable[tuple[str, str, str | None]]) -> list[str]:
    """Return the records that are preferred to another and to which none is, from pairs and the preferred of each."""
    told = [(b if keep == a else a, keep) for a, b, keep in choices if keep in (a, b)]
    return sorted({str(keep) for _, keep in told} - {beaten for beaten, _ in told})


def better_located(records: Mapping[str, Mapping[str, Any]], placed: Mapping[str, bool]) -> list[str]:
    """Return factory ids, the best located first.

    One with a place comes before one without; then the smaller accuracy, which is the usual one of the method
    (`METHODS`) where none is stated (0 and less state nothing), then the better method, and the order given.
    """
    order = {name: rank for rank, name in enumerate(METHODS)}

    def worth(name: str) -> tuple[bool, float, int]:
        method = records[name].get("loc_method")
        metres = _stated(records[name].get("loc_accuracy_m"))
        if metres is None:
            metres = METHODS.get(method, math.inf) if isinstance(method, str) else math.inf
        return not placed[name], metres, order.get(str(method), len(order))

    return sorted(records, key=worth)


def _stated(accuracy: Any) -> float | None:
    """Return an accuracy in metres, None where it states nothing; some registers keep it as text."""
    try:
        metres = float(accuracy)
    except (TypeError, ValueError):
        return None
    return metres if math.isfinite(metres) and metres > 0 else None


def merged(
    keep: str, others: Sequence[str], records: Mapping[str, Mapping[str, Any]], placed: Mapping[str, bool]
) -> Merged:
    """Return what a kept record takes over from others, the first that has it; nothing that it has is overwritten.

    Parameters
    ----------
    keep : str
    others : sequence of str
        In the order in which they are asked.
    records : mapping of factory id to (mapping of field to value)
    placed : mapping of factory id to bool
        Whether the record has a place on the map.

    Notes
    -----
    What describes a place (`LOCATION`) goes only with the place itself, and then all of it: what the other record
    does not say of its place is empty afterwards. Of values that are true only of each other (`TOGETHER`, `ADMIN`)
    one is taken only where the others do not differ.
    """
    out = Merged()
    own = dict(records[keep])
    for other in others:
        theirs = records[other]
        takes_place = placed[other] and not placed[keep] and out.place_of is None
        fills = {}
        if takes_place:
            out.place_of = other
            fills = _location(other, own, theirs, out.taken)
        for name, value in theirs.items():
            if name == "factory_id" or is_blank(value) or (takes_place and name in LOCATION):
                continue
            if not is_blank(own.get(name)):
                if own[name] != value:
                    out.taken.append(Taken(other, name, own[name], value, CONFLICT))
            elif name not in LOCATION and _goes_along(name, own, theirs):
                fills[name] = value
                out.taken.append(Taken(other, name, own.get(name), value, FILLED))
            else:
                out.taken.append(Taken(other, name, own.get(name), value, NOT_TAKEN))
        own.update(fills)
        out.values.update(fills)
    return out


def _location(other: str, own: Mapping[str, Any], theirs: Mapping[str, Any], taken: list[Taken]) -> dict[str, Any]:
    """Return what describes the place of another record, all of it, and note what becomes of the kept one's own."""
    fills = {}
    for name in LOCATION:
        if name not in own:
            continue
        before, value = own[name], theirs.get(name)
        if before == value or (is_blank(before) and is_blank(value)):
            continue
        fills[name] = NO_ANSWER.get(name) if is_blank(value) else value
        if fills[name] == before:
            continue
        said_nothing = is_blank(before) or before == NO_ANSWER.get(name)
        taken.append(Taken(other, name, before, value, FILLED if said_nothing else REPLACED))
    return fills


def _goes_along(name: str, own: Mapping[str, Any], theirs: Mapping[str, Any]) -> bool:
    """Return whether all that a value depends on is the same in both records, or blank in the one that stays."""
    if name in ADMIN:
        same_list = _agrees(own.get(VINTAGE), theirs.get(VINTAGE))
        return same_list and all(_one_unit(level, own, theirs) for level in ADMIN)
    if name == VINTAGE:
        return all(_one_unit(level, own, theirs) for level in ADMIN)
    return all(_agrees(own.get(other), theirs.get(other)) for other in _BESIDE.get(name, ()))


def _agrees(own: Any, theirs: Any) -> bool:
    return is_blank(own) or own == theirs


def _one_unit(level: str, own: Mapping[str, Any], theirs: Mapping[str, Any]) -> bool:
    """Return whether a code of the kept record is of the unit that another names.

    Of a level that the other leaves blank the finer code of the two begins with the coarser: the province 12 holds the
    commune 120301, which is in no other.
    """
    mine = own.get(level)
    if is_blank(mine) or mine == theirs.get(level):
        return True
    if not is_blank(theirs.get(level)):
        return False
    finest = max((str(theirs[name]).strip() for name in ADMIN if not is_blank(theirs.get(name))), key=len, default="")
    mine = str(mine).strip()
    return bool(finest) and (mine.startswith(finest) or finest.startswith(mine))


def is_blank(value: Any) -> bool:
    """Return whether a value says nothing."""
    return value is None or value != value or (isinstance(value, str) and not value.strip())

"""Which records of a register are one factory, which of them stays, and what it takes over from the others."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

# Codes of `loc_method`, the best located first; an unknown code is as good as none.
METHODS = (
    "survey",
    "gps",
    "image",
    "map",
    "address",
    "village_centroid",
    "commune_centroid",
    "district_centroid",
    "province_centroid",
    "unknown",
)
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
# A value that means something only beside another -> that other, which must not differ between the two records.
BESIDE = {
    "size_class": ("size_definition_year",),
    "size_definition_year": ("size_class",),
    "status_from": ("status",),
    "status_to": ("status",),
    "licence_no": ("permit_type",),
    "registration_date": ("licence_no", "permit_type"),
    "district_code": ("province_code", "admin_vintage"),
    "commune_code": ("province_code", "district_code", "admin_vintage"),
    "village_code": ("province_code", "district_code", "commune_code", "admin_vintage"),
}
_UNKNOWN = "unknown"
FILLED, CONFLICT, NOT_TAKEN = "filled", "conflict", "not taken"


@dataclass(frozen=True)
class Pair:
    """Two records that look like one factory, and what a person has decided: `confirmed` is None until then."""

    pair_id: str
    a: str
    b: str
    keep: str | None
    confirmed: bool | None


@dataclass(frozen=True)
class Group:
    """Records that confirmed pairs make one factory.

    Attributes
    ----------
    members : tuple of str
        Factory ids, in the order of the pairs.
    pairs : tuple of Pair
    keep : str or None
        The one that a person wants to keep; None to leave it to the locations.
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


@dataclass(frozen=True)
class Taken:
    """One value of a record that is to go: `FILLED` where the kept one had none, `CONFLICT` where they differ.

    `NOT_TAKEN` where the kept one had none, and the value depends on another that differs.
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


def groups(pairs: Iterable[Pair]) -> list[Group]:
    """Return the records that confirmed pairs make one, chains (a = b, b = c) followed.

    Of a chain in which several records are to be kept, the one that is preferred over the others, directly or through
    others, stays; where that does not single out one, the group is refused. It is refused as well where a person has
    said of two of its records that they are not one factory.
    """
    pairs = list(pairs)
    confirmed = [pair for pair in pairs if pair.confirmed]
    group_of: dict[str, list[str]] = {}
    for pair in confirmed:
        together = group_of.setdefault(pair.a, [pair.a])
        other = group_of.setdefault(pair.b, [pair.b])
        if together is not other:
            together += other
            group_of.update(dict.fromkeys(other, together))
    distinct = {id(members): members for members in group_of.values()}
    return [
        _group(tuple(members), [pair for pair in confirmed if group_of[pair.a] is members], pairs)
        for members in distinct.values()
    ]


def _group(members: tuple[str, ...], confirmed: Sequence[Pair], pairs: Sequence[Pair]) -> Group:
    among = tuple(confirmed)
    foreign = [pair for pair in among if pair.keep is not None and pair.keep not in (pair.a, pair.b)]
    if foreign:
        return Group(members, among, None, "keep not in pair", (str(foreign[0].keep), foreign[0].a, foreign[0].b))
    denied = [pair for pair in pairs if pair.confirmed is False and pair.a in members and pair.b in members]
    if denied:
        return Group(members, among, None, "denied", (denied[0].a, denied[0].b))
    kept = {pair.keep for pair in among if pair.keep is not None}
    beaten = {pair.b if pair.keep == pair.a else pair.a for pair in among if pair.keep is not None}
    left = sorted(name for name in kept - beaten if name is not None)
    if kept and len(left) != 1:
        return Group(members, among, None, "keeps contradict", tuple(left or sorted(filter(None, kept))))
    return Group(members, among, left[0] if left else None)


def better_located(records: Mapping[str, Mapping[str, Any]], placed: Mapping[str, bool]) -> list[str]:
    """Return factory ids, the best located first.

    One with a place comes before one without; then the smaller stated accuracy, the better method, and the order given.
    """

    def worth(name: str) -> tuple[bool, float, int]:
        accuracy = records[name].get("loc_accuracy_m")
        stated = accuracy is not None and math.isfinite(accuracy)
        method = records[name].get("loc_method")
        rank = METHODS.index(method) if method in METHODS else len(METHODS)
        return not placed[name], float(accuracy) if stated and accuracy is not None else math.inf, rank

    return sorted(records, key=worth)


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
    What describes a place (`LOCATION`) goes only with the place itself, and a value that depends on another
    (`BESIDE`) only where that other does not differ.
    """
    out = Merged()
    own = dict(records[keep])
    for other in others:
        theirs = records[other]
        takes_place = placed[other] and not placed[keep] and out.place_of is None
        if takes_place:
            out.place_of = other
        fills = {}
        for name, value in theirs.items():
            if name == "factory_id" or is_blank(value):
                continue
            of_place = name in LOCATION
            blank = is_blank(own.get(name)) or (takes_place and of_place and own.get(name) == _UNKNOWN)
            if not blank:
                if own[name] != value:
                    out.taken.append(Taken(other, name, own[name], value, CONFLICT))
            elif takes_place if of_place else _goes_along(name, own, theirs):
                fills[name] = value
                out.taken.append(Taken(other, name, own.get(name), value, FILLED))
            else:
                out.taken.append(Taken(other, name, own.get(name), value, NOT_TAKEN))
        own.update(fills)
        out.values.update(fills)
    return out


def _goes_along(name: str, own: Mapping[str, Any], theirs: Mapping[str, Any]) -> bool:
    """Return whether all that a value depends on is the same in both records, or blank in the one that stays."""
    return all(is_blank(own.get(other)) or own.get(other) == theirs.get(other) for other in BESIDE.get(name, ()))


def is_blank(value: Any) -> bool:
    """Return whether a value says nothing."""
    return value is None or value != value or (isinstance(value, str) and not value.strip())

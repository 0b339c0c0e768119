"""Which factories a rule is about: by activity, by size, and by new or existing."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Protocol

import numpy as np

from .activities import classes_of, factorise

# Whether a rule applies, and if that cannot be told why. The order is the code used in arrays.
(
    DOES_NOT_APPLY,
    APPLIES,
    NO_ACTIVITY,
    TOO_COARSE,
    UNKNOWN_ACTIVITY,
    NO_SIZE,
    NO_AGE,
) = range(7)
ANSWERS = (
    "does_not_apply",
    "applies",
    "no_activity",
    "activity_too_coarse",
    "unknown_activity",
    "no_size",
    "new_or_existing_unknown",
)
SIZES = ("micro", "small", "medium", "large")
_LENGTH_OF_CLASS = 4


class Filter(Protocol):
    """What a rule says of the factories it is about; a rule of a pack is one.

    Attributes
    ----------
    include, exclude : tuples of str
        ISIC prefixes or section letters; both empty for every activity.
    sizes : tuple of str
        Empty for every size.
    applies_to : str
        `new`, `existing` or `both`.
    """

    @property
    def include(self) -> tuple[str, ...]: ...

    @property
    def exclude(self) -> tuple[str, ...]: ...

    @property
    def sizes(self) -> tuple[str, ...]: ...

    @property
    def applies_to(self) -> str: ...


def applies(
    activities: np.ndarray,
    sizes: np.ndarray | None,
    new: np.ndarray | None,
    rule: Filter,
    isic: Mapping[str, str],
) -> np.ndarray:
    """Return whether a rule applies to each factory.

    Parameters
    ----------
    activities : (n,) object array of normalised ISIC codes, None or empty where none is recorded
    sizes : (n,) object array of size classes, or None where the register has none
    new : (n,) object array of True for new, False for existing, None where not recorded; or None for all of them
    rule : Filter
    isic : mapping of every ISIC code to the letter of its section

    Returns
    -------
    (n,) int8 array, see `ANSWERS`. What one part of the filter rules out does not apply, whatever else is unknown; of
    several unknowns the activity comes first, then the size.
    """
    n = len(activities)
    activity = covered(activities, rule.include, rule.exclude, isic)
    size = _of_size(sizes, rule.sizes, n)
    age = _of_age(new, rule.applies_to, n)
    answer = np.where(activity != APPLIES, activity, np.where(size != APPLIES, size, age))
    ruled_out = (activity == DOES_NOT_APPLY) | (size == DOES_NOT_APPLY) | (age == DOES_NOT_APPLY)
    return np.where(ruled_out, DOES_NOT_APPLY, answer).astype("int8")


def covered(
    activities: np.ndarray, include: Collection[str], exclude: Collection[str], isic: Mapping[str, str]
) -> np.ndarray:
    """Return whether a filter of activities covers each factory's own; also for the other factory of a pair.

    Parameters
    ----------
    activities : (n,) object array of normalised ISIC codes, None or empty where none is recorded
    include, exclude : collections of ISIC prefixes or section letters; both empty for every activity
    isic : mapping of every ISIC code to the letter of its section

    Returns
    -------
    (n,) int8 array of `DOES_NOT_APPLY`, `APPLIES`, `NO_ACTIVITY`, `TOO_COARSE` or `UNKNOWN_ACTIVITY`.
    """
    if not include and not exclude:
        return np.full(len(activities), APPLIES, dtype="int8")
    within = covered_classes(include, exclude, isic)
    codes, distinct = factorise(activities)
    return np.array([_covered(value, within, isic) for value in distinct], dtype="int8")[codes]


def covered_classes(include: Collection[str], exclude: Collection[str], isic: Mapping[str, str]) -> frozenset[str]:
    """Return the four-digit classes that a filter covers: the longest prefix that fits a class decides.

    Parameters
    ----------
    include, exclude : collections of ISIC prefixes or section letters; without `include` all but `exclude`
    isic : mapping of every ISIC code to the letter of its section
    """
    said = {**dict.fromkeys(include, True), **dict.fromkeys(exclude, False)}
    return frozenset(
        code
        for code, section in isic.items()
        if len(code) == _LENGTH_OF_CLASS and _longest(code, section, said, otherwise=not include)
    )


def _longest(code: str, section: str, said: Mapping[str, bool], *, otherwise: bool) -> bool:
    for length in range(len(code), 0, -1):
        if code[:length] in said:
            return said[code[:length]]
    return said.get(section, otherwise)


def _covered(activity: object, within: frozenset[str], isic: Mapping[str, str]) -> int:
    if activity is None or activity == "":
        return NO_ACTIVITY
    if activity not in isic:
        return UNKNOWN_ACTIVITY
    classes = classes_of(str(activity), isic)
    hits = sum(code in within for code in classes)
    if not hits:
        return DOES_NOT_APPLY
    return APPLIES if hits == len(classes) else TOO_COARSE


def _of_size(sizes: np.ndarray | None, wanted: Collection[str], n: int) -> np.ndarray:
    if not wanted or set(wanted) >= set(SIZES):
        return np.full(n, APPLIES, dtype="int8")
    if sizes is None:
        return np.full(n, NO_SIZE, dtype="int8")
    codes, distinct = factorise(sizes)
    answers = [NO_SIZE if v not in SIZES else APPLIES if v in wanted else DOES_NOT_APPLY for v in distinct]
    return np.array(answers, dtype="int8")[codes]


def _of_age(new: np.ndarray | None, applies_to: str, n: int) -> np.ndarray:
    if applies_to == "both":
        return np.full(n, APPLIES, dtype="int8")
    if new is None:
        return np.full(n, NO_AGE, dtype="int8")
    codes, distinct = factorise(new)
    wanted = applies_to == "new"
    answers = [NO_AGE if v is None else APPLIES if bool(v) == wanted else DOES_NOT_APPLY for v in distinct]
    return np.array(answers, dtype="int8")[codes]

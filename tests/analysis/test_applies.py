"""Which factories a rule is about; what is not recorded is told, not guessed."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest
from factory_locations.processing.analysis import applies as ap
from factory_locations.processing.analysis.activities import classes_of
from hypothesis import given
from hypothesis import strategies as st

TABLE = Path(__file__).resolve().parents[2] / "data" / "gazetteer" / "isic_rev4.csv"
with TABLE.open(encoding="utf-8", newline="") as file:
    ISIC = {row["code"]: row["section"] for row in csv.DictReader(file)}
CODES = sorted(ISIC)


@dataclass(frozen=True)
class Filter:
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    sizes: tuple[str, ...] = ()
    applies_to: str = "both"


def answer(activity=None, size=None, new=None, **said) -> str:
    columns = [np.array([value], dtype=object) for value in (activity, size, new)]
    (code,) = ap.applies(*columns, Filter(**said), ISIC)
    return ap.ANSWERS[code]


@pytest.mark.parametrize(
    ("activity", "include", "exclude", "expected"),
    [
        ("1071", (), (), "applies"),
        ("nonsense", (), (), "applies"),
        (None, (), (), "applies"),
        ("1071", ("C",), (), "applies"),
        ("1071", ("10",), (), "applies"),
        ("1071", ("107",), (), "applies"),
        ("1071", ("1071",), (), "applies"),
        ("1071", ("11",), (), "does_not_apply"),
        ("0111", ("C",), (), "does_not_apply"),
        ("1071", ("C",), ("1071",), "does_not_apply"),
        ("1072", ("C",), ("1071",), "applies"),
        # The longest prefix that fits decides.
        ("1511", ("C", "1511"), ("15",), "applies"),
        ("1512", ("C", "1511"), ("15",), "does_not_apply"),
        # Without an include everything but the exclude.
        ("1071", (), ("C",), "does_not_apply"),
        ("4711", (), ("C",), "applies"),
        # A coarse code is answered by all the classes that it may be.
        ("10", ("C",), (), "applies"),
        ("10", ("107",), (), "activity_too_coarse"),
        ("107", ("C",), ("1071",), "activity_too_coarse"),
        ("C", ("C",), (), "applies"),
        ("C", ("10",), (), "activity_too_coarse"),
        ("B", ("C",), (), "does_not_apply"),
        # All classes of a group named one by one are the group.
        ("151", ("1511", "1512"), (), "applies"),
        (None, ("C",), (), "no_activity"),
        ("", ("C",), (), "no_activity"),
        (float("nan"), ("C",), (), "no_activity"),
        (None, (), ("C",), "no_activity"),
        ("9999", ("C",), (), "unknown_activity"),
        ("tannery", ("C",), (), "unknown_activity"),
    ],
)
def test_by_activity(activity, include, exclude, expected):
    assert answer(activity, include=include, exclude=exclude) == expected


@pytest.mark.parametrize(
    ("size", "sizes", "expected"),
    [
        ("small", (), "applies"),
        (None, (), "applies"),
        ("small", ("small", "large"), "applies"),
        ("micro", ("small", "large"), "does_not_apply"),
        (None, ("small",), "no_size"),
        ("", ("small",), "no_size"),
        ("huge", ("small",), "no_size"),
        (None, ("micro", "small", "medium", "large"), "applies"),
    ],
)
def test_by_size(size, sizes, expected):
    assert answer(size=size, sizes=sizes) == expected


@pytest.mark.parametrize(
    ("new", "applies_to", "expected"),
    [
        (True, "both", "applies"),
        (None, "both", "applies"),
        (True, "new", "applies"),
        (False, "new", "does_not_apply"),
        (True, "existing", "does_not_apply"),
        (False, "existing", "applies"),
        (np.True_, "new", "applies"),
        (None, "new", "new_or_existing_unknown"),
        (float("nan"), "existing", "new_or_existing_unknown"),
    ],
)
def test_by_new_or_existing(new, applies_to, expected):
    assert answer(new=new, applies_to=applies_to) == expected


@pytest.mark.parametrize(
    ("factory", "expected"),
    [
        # What one part rules out does not apply, whatever else is unknown.
        (("0111", None, None), "does_not_apply"),
        ((None, "micro", None), "does_not_apply"),
        ((None, None, False), "does_not_apply"),
        # Of several unknowns the activity is asked for first, then the size.
        ((None, None, None), "no_activity"),
        (("9999", None, None), "unknown_activity"),
        (("1071", None, None), "no_size"),
        (("1071", "large", None), "new_or_existing_unknown"),
        (("1071", "large", True), "applies"),
    ],
)
def test_all_parts_together(factory, expected):
    assert answer(*factory, include=("10",), sizes=("large",), applies_to="new") == expected


def test_many_factories_at_once():
    activities = np.array(["1071", None, "0111", "C", "1071"], dtype=object)
    sizes = np.array(["large", "large", "large", "large", None], dtype=object)
    rule = Filter(include=("10",), sizes=("large",))
    found = ap.applies(activities, sizes, None, rule, ISIC)
    assert found.dtype == np.int8
    assert found.tolist() == [ap.APPLIES, ap.NO_ACTIVITY, ap.DOES_NOT_APPLY, ap.TOO_COARSE, ap.NO_SIZE]


def test_a_register_without_the_columns():
    activities = np.array(["1071"], dtype=object)
    assert ap.applies(activities, None, None, Filter(sizes=("large",)), ISIC).tolist() == [ap.NO_SIZE]
    assert ap.applies(activities, None, None, Filter(applies_to="new"), ISIC).tolist() == [ap.NO_AGE]


def test_no_factories():
    nobody = np.array([], dtype=object)
    rule = Filter(include=("C",), sizes=("large",), applies_to="new")
    assert ap.applies(nobody, nobody, nobody, rule, ISIC).shape == (0,)


PREFIXES = st.lists(st.sampled_from(CODES), max_size=5, unique=True).map(tuple)


@given(PREFIXES, PREFIXES, PREFIXES)
def test_more_excluded_is_never_more_covered(include, exclude, more):
    before = ap.covered_classes(include, exclude, ISIC)
    assert ap.covered_classes(include, (*exclude, *more), ISIC) <= before


@given(PREFIXES, PREFIXES, st.sampled_from(CODES))
def test_a_finer_code_keeps_the_answer_of_its_coarse_parent(include, exclude, coarse):
    (parent,) = ap.covered(np.array([coarse], dtype=object), include, exclude, ISIC)
    finer = [c for c in CODES if c.startswith(coarse) or ISIC[c] == coarse]
    answers = set(ap.covered(np.array(finer, dtype=object), include, exclude, ISIC).tolist())
    if parent in (ap.APPLIES, ap.DOES_NOT_APPLY):
        assert answers == {parent}
    else:
        assert parent == ap.TOO_COARSE
        classes = np.array(classes_of(coarse, ISIC), dtype=object)
        assert set(ap.covered(classes, include, exclude, ISIC).tolist()) == {ap.APPLIES, ap.DOES_NOT_APPLY}

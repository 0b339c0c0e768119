"""Decisions of a person, however they were written down."""

from __future__ import annotations

import pytest
from factory_locations.processing.analysis.errors import LocationError
from factory_locations.processing.decisions import answers, decision, written
from hypothesis import given
from hypothesis import strategies as st


def read(value):
    return decision(value, "proposals", 3, "accepted", "C01:F1:1")


@pytest.mark.parametrize(
    "value", ["yes", "YES ", "Yes", "y", "true", "TRUE", "t", "1", "1.0", 1, 1.0, True, "បាទ", "ចាស", " បាទ/ចាស\u200b"]
)
def test_yes(value):
    assert read(value) is True


@pytest.mark.parametrize("value", ["no", "No", "n", "false", "F", "0", 0, 0.0, False, "ទេ", "\u200bទេ"])
def test_no(value):
    assert read(value) is False


@pytest.mark.parametrize("value", [None, "", "  ", "\u200b"])
def test_nothing_yet(value):
    assert read(value) is None


@pytest.mark.parametrize("value", ["perhaps", "2", 2, "yes!", "NULL"])
def test_anything_else_names_the_row(value):
    with pytest.raises(LocationError) as error:
        read(value)
    said = error.value.template.format(**error.value.values)
    assert said.startswith(f"Layer “proposals”, row 3 (C01:F1:1): “{value}” in “accepted” is neither yes nor no.")


@given(st.sampled_from([True, False, None]))
def test_what_is_written_is_read(answer):
    assert read(written(answer)) is answer


def test_the_form_offers_what_is_stored():
    assert [read(value) for value in answers()] == [True, False, None]

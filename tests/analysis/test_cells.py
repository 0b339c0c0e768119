"""Values as people type them."""

from __future__ import annotations

from datetime import date, timedelta

import numpy as np
import pytest
from factory_locations.processing.analysis import cells
from factory_locations.processing.analysis.errors import LocationError
from hypothesis import given
from hypothesis import strategies as st


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("12", 12.0),
        ("1,200", 1200.0),
        ("1 234 567", 1234567.0),
        ("12,5", 12.5),
        ("០១២", 12.0),
        ("-3.5", -3.5),
        ("1e3", 1000.0),
        (".5", 0.5),
    ],
)
def test_numbers(text, value):
    assert cells.number(text) == value


@pytest.mark.parametrize("text", ["18 Companies", "18Companies", "1,2,3", "", "nan", "inf", "1e999", "12.5.6", "0x10"])
def test_what_is_no_number(text):
    with pytest.raises(LocationError):
        cells.number(text)


def test_a_whole_number_has_no_decimals():
    assert cells.whole_number("85.0") == 85
    with pytest.raises(LocationError, match="whole"):
        cells.whole_number("85.5")


@pytest.mark.parametrize("text", ["1.000", "12.500", "1.234.567", "១.០០០", "-1.000"])
def test_dots_between_three_digits_say_two_things(text):
    with pytest.raises(LocationError, match="or a number with decimals"):
        cells.whole_number(text)


def test_a_profile_says_what_dots_are():
    assert cells.whole_number("1.000", "thousands") == 1000
    assert cells.whole_number("1.234.567", "thousands") == 1_234_567
    assert cells.whole_number("120", "thousands") == 120
    assert cells.whole_number("1.000", "decimals") == 1
    assert cells.number("1.234,5", "thousands") == 1234.5
    assert cells.number("0.125") == 0.125  # decimals are usual where a number need not be whole
    with pytest.raises(LocationError, match="whole"):
        cells.whole_number("12.500", "decimals")


@pytest.mark.parametrize(
    ("text", "formats", "local", "day"),
    [
        ("2021-03-15", (), False, date(2021, 3, 15)),
        ("15/03/2021", (), False, date(2021, 3, 15)),
        ("5.3.2021", (), False, date(2021, 3, 5)),
        ("១៥/០៣/២០២១", (), False, date(2021, 3, 15)),
        ("2021/03/15", (), False, date(2021, 3, 15)),
        ("03/15/2021", ("%m/%d/%Y",), False, date(2021, 3, 15)),
        ("Jul 2011", ("%d/%m/%Y", "%b %Y"), False, date(2011, 7, 1)),
        # The sub-decree of 16 July 2007: its midnight is 17:00 of the day before in UTC.
        ("2007-07-15Z", (), False, date(2007, 7, 15)),
        ("2007-07-15Z", (), True, date(2007, 7, 16)),
        ("2007-07-15T17:00:00Z", (), True, date(2007, 7, 16)),
        ("2007-07-15T16:59:59.5Z", (), True, date(2007, 7, 15)),
        ("2007-07-16T00:00:00+07:00", (), True, date(2007, 7, 16)),
        ("2007-07-15T12:00:00-05:00", (), True, date(2007, 7, 16)),
        ("2007-12-31Z", (), True, date(2008, 1, 1)),
        ("2007-07-15", (), True, date(2007, 7, 15)),
    ],
)
def test_days(text, formats, local, day):
    assert cells.day(text, formats, local) == day


@pytest.mark.parametrize(
    "text", ["20-05-2024 00:00", "20/05/2024 12:00:00 AM", "2024/05/20 00:00:00", "2024-5-20T7:30"]
)
def test_a_time_behind_a_day_is_left_out(text):
    assert cells.day(text) == date(2024, 5, 20)


@pytest.mark.parametrize(
    "text",
    ["2024-05-201", "20/05/20241", "20/05/2024 - 20/05/2026", "2024-05-20/2026-05-20", "20/05/2024?", "2024-05-20 25"],
)
def test_a_day_with_something_else_beside_it_is_none(text):
    with pytest.raises(LocationError, match="is not a date like"):
        cells.day(text)


@pytest.mark.parametrize(
    ("text", "formats"),
    [
        ("20/05/2567", ()),
        ("2567-05-20", ()),
        ("២០/០៥/២៥៦៧", ()),
        ("2567-05-20T17:00:00Z", ()),
        ("May 2567", ("%b %Y",)),
    ],
)
def test_a_year_of_the_buddhist_era_is_one_of_two(text, formats):
    """2567 began at Visak Bochea in May 2023 and ended in May 2024."""
    with pytest.raises(LocationError, match="2023 or 2024 is meant"):
        cells.day(text, formats)


@pytest.mark.parametrize("text", ["2021-02-30", "32/01/2021", "15 March", "2021", "Not found", "2007-07-15T25:00:00Z"])
def test_what_is_no_day(text):
    with pytest.raises(LocationError):
        cells.day(text, (), True)


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 1, 1)), st.integers(0, 24 * 60 - 1))
def test_a_moment_in_utc_is_the_day_seven_hours_on(day, minutes):
    text = f"{day.isoformat()}T{minutes // 60:02d}:{minutes % 60:02d}:00Z"
    assert cells.day(text, (), True) == day + timedelta(days=minutes >= 17 * 60)
    assert cells.day(f"{day:%d/%m/%Y}") == day


def test_each_text_is_read_once():
    asked = []

    def read(text):
        asked.append(text)
        return cells.number(text)

    values, errors = cells.by_value(np.array(["1", None, "x", "1", "x"], dtype=object), read)
    assert values.tolist() == [1.0, None, None, 1.0, None]
    assert [error is not None for error in errors] == [False, False, True, False, True]
    assert asked == ["1", "x"]


def test_nothing_to_read():
    values, errors = cells.by_value(np.array([None, None], dtype=object), cells.number)
    assert values.tolist() == errors.tolist() == [None, None]


def test_choices():
    known = {cells.folded("Operational"): "functional", cells.folded("Operational: fencing"): "projected"}
    assert cells.chosen(" OPERATIONAL ", known) == "functional"
    assert cells.chosen("Operational since 2011", known) is None
    assert cells.chosen("Operational since 2011", known, "begins") == "functional"
    assert cells.chosen("Operational: fencing and more", known, "begins") == "projected"  # the longest counts
    assert cells.chosen("now operational", known, "contains") == "functional"


def test_a_year_alone_is_a_day_only_where_it_is_said_which():
    assert cells.day("2014", year="first") == date(2014, 1, 1)
    assert cells.day("២០១៤", ("%d/%m/%Y",), year="last") == date(2014, 12, 31)
    with pytest.raises(LocationError, match="year: first"):
        cells.day("2014")
    with pytest.raises(LocationError, match="Buddhist era, 2019 or 2020 is meant"):
        cells.day("2563", year="first")
    with pytest.raises(LocationError, match="is not a date"):
        cells.day("1410", year="first")

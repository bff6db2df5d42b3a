from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.read.times import interval
from rashomon.read.times.days import bounds, holding, moved
from rashomon.read.times.feasts import feast


@pytest.mark.parametrize(
    ("value", "published", "start", "end", "precision"),
    [
        ("2021-08-20", None, "2021-08-20", "2021-08-20", 1),
        ("2021-08-20TNI", None, "2021-08-20", "2021-08-20", 1),
        ("2021-W33-WE", None, "2021-08-21", "2021-08-22", 2),
        ("2021-W33", None, "2021-08-16", "2021-08-22", 3),
        ("2021-W33", "2021-08-19", "2021-08-16", "2021-08-19", 2),
        ("2020-02", None, "2020-02-01", "2020-02-29", 4),
        ("2021-Q3", None, "2021-07-01", "2021-09-30", 5),
        ("2021-H2", None, "2021-07-01", "2021-12-31", 5),
        ("2020-WI", None, "2020-12-01", "2021-02-28", 5),
        ("1996", "2021-08-21", "1996-01-01", "1996-12-31", 5),
        ("2021", "2021-08-21", "2021-01-01", "2021-08-21", 5),
        ("198", None, "1980-01-01", "1989-12-31", 5),
        ("18", None, "1800-01-01", "1899-12-31", 5),
    ],
)
def test_interval(value: str, published: str | None, start: str, end: str, precision: int) -> None:
    found = interval(value, published)
    assert found is not None
    assert (found.start, found.end, found.precision) == (start, end, precision)


@pytest.mark.parametrize(
    "value", [None, "PAST_REF", "P5D", "XXXX-08-20", "XXXX-WXX-6", "BC0480", "2021-W60", "0000"]
)
def test_no_interval(value: str | None) -> None:
    assert interval(value, "2021-08-21") is None


@pytest.mark.parametrize(
    ("rule", "day"),
    [
        ("12-25", date(2021, 12, 25)),
        ("11/4/4", date(2021, 11, 25)),
        ("5/1/-1", date(2021, 5, 31)),
        ("E0", date(2021, 4, 4)),
        ("E-2", date(2021, 4, 2)),
    ],
)
def test_feast(rule: str, day: date) -> None:
    assert feast(rule, 2021) == day


@pytest.mark.parametrize(
    ("year", "month", "day"), [(1818, 3, 22), (1943, 4, 25), (2000, 4, 23), (2038, 4, 25)]
)
def test_easter(year: int, month: int, day: int) -> None:
    assert feast("E0", year) == date(year, month, day)


@given(st.dates(), st.sampled_from(["D", "W", "M", "Q", "Y", "10Y"]))
def test_a_day_lies_in_the_unit_that_holds_it(day: date, unit: str) -> None:
    covered = bounds(holding(day, unit))
    if covered is not None:  # the last weeks and years of the calendar have no end
        assert covered[0] <= day <= covered[1]


@given(st.dates(), st.sampled_from(["D", "M", "Y", "100Y"]), st.integers(-5000, 5000))
def test_moving_keeps_order_or_leaves_the_calendar(day: date, unit: str, count: int) -> None:
    to = moved(day, unit, count)
    assert to is None or (to >= day) == (count >= 0) or to == day

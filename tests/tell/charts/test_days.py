import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.tell.case import Case, Library
from rashomon.tell.charts import Drawing, draw_days
from rashomon.tell.charts.days import shape_of, size_of
from rashomon.values import Grade
from tests.tell.made import dossier, hostile


def _cases(*spans: tuple[str | None, str | None]) -> list[Case]:
    made = dossier()
    library = Library.of(made)
    return [
        Case.of(replace(made.events[0], id=f"e{index}", start=start, end=end), library)
        for index, (start, end) in enumerate(spans)
    ]


def _drawn(*spans: tuple[str | None, str | None]) -> Drawing:
    drawn = draw_days(_cases(*spans))
    assert drawn is not None
    return drawn


def _lengths(drawn: Drawing) -> list[float]:
    ends = re.findall(r'class="extent" x1="([^"]+)"[^>]* x2="([^"]+)"', drawn.svg)
    return [float(right) - float(left) for left, right in ends]


def test_a_date_known_to_the_month_is_as_long_as_the_month() -> None:
    day, month = _lengths(_drawn(("2023-01-01", "2023-01-01"), ("2023-01-01", "2023-01-31")))
    assert month == pytest.approx(31 * day, rel=0.02)


def test_events_stand_in_order_of_time() -> None:
    drawn = _drawn(("2023-05-01", None), ("2023-01-01", "2023-01-01"))
    first, second = re.findall(r'<a href="#([^"]+)"', drawn.svg)
    assert (first, second) == ("e-e1", "e-e0")


def test_one_day_is_not_drawn() -> None:
    assert draw_days(_cases(("2023-01-01", "2023-01-01"), (None, None))) is None


def test_what_has_no_day_is_said() -> None:
    drawn = _drawn(("2023-01-01", None), ("2023-01-02", None), (None, None), ("someday", None))
    assert "Two events have no day" in drawn.note
    assert len(drawn.rows) == 4


def test_last_days_of_the_calendar_can_be_drawn() -> None:
    assert len(_lengths(_drawn(("0001-01-01", "9999-12-31"), ("9999-12-31", "9999-12-31")))) == 2


def test_an_end_before_the_start_is_one_day() -> None:
    first, second = _lengths(_drawn(("2023-01-05", "2023-01-01"), ("2023-01-01", "2023-01-01")))
    assert first == pytest.approx(second, abs=0.2)


def test_many_events_are_those_of_the_largest_tolls() -> None:
    drawn = _drawn(*((f"2023-01-{1 + i % 28:02}", None) for i in range(60)))
    assert drawn.svg.count("<a ") == 40
    assert "20 events with lower tolls" in drawn.note
    assert len(drawn.rows) == 40


@pytest.mark.parametrize(
    ("last", "label"),
    [
        ("2023-01-02", "1 Jan 2023"),
        ("2023-02-20", "1 Jan 2023"),
        ("2023-11-01", "Jan 2023"),
        ("2033-01-01", "2024"),
    ],
)
def test_the_axis_names_no_hours(last: str, label: str) -> None:
    svg = _drawn(("2023-01-01", "2023-01-01"), (last, last)).svg
    labels = re.findall(r">([^<]+)</text>", svg.split('class="label"')[1].split("</g>")[0])
    assert label in labels
    assert len(set(labels)) == len(labels) <= 12


def test_each_grade_has_a_shape_of_its_own() -> None:
    event = dossier().events[0]
    words = ("confirmed", "fair", "weak", "contested", "discounted")
    shapes = {shape_of(replace(event, grade=Grade(word, ()))) for word in words}  # type: ignore[arg-type]
    assert len(shapes) == len(words)


@given(st.integers(0, 10**9), st.integers(0, 10**9))
def test_more_killed_are_never_drawn_smaller(one: int, other: int) -> None:
    assert (size_of(one) <= size_of(other)) == (one <= other) or size_of(one) == size_of(other)


def test_hostile_titles_stay_words() -> None:
    made = hostile()
    case = Case.of(replace(made.events[0], start="2023-01-01"), Library.of(made))
    drawn = draw_days([case, replace(case, event=replace(case.event, id="f"))])
    assert drawn is not None
    assert "<script" not in drawn.svg
    assert "\x00" not in drawn.svg

"""Made expressions against days of publication; the texts were written for these tests."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st

from rashomon.read.page import Page, parse
from rashomon.read.times import find_times
from tests import factory

_BLANK = spacy.blank("en")
_SATURDAY = "2021-08-21"
_WEEK = [(date(2021, 8, 16) + timedelta(days=n)).isoformat() for n in range(7)]


def _page(text: str, published: str | None) -> Page:
    return next(parse([factory.report(text, published=published)], _BLANK))


def _times(text: str, published: str | None = _SATURDAY) -> list[tuple[str, str, str | None]]:
    found = find_times(_page(text, published))
    return [(text[t.span.start : t.span.end], t.type, t.value) for t in found]


CASES = [
    # full dates in every order
    ("It began on 14 August 2010.", "14 August 2010", "DATE", "2010-08-14"),
    ("It began on August 14, 2010.", "August 14, 2010", "DATE", "2010-08-14"),
    ("It began on August 14th, 2010.", "August 14th, 2010", "DATE", "2010-08-14"),
    ("It began on the 14th of August 2010.", "the 14th of August 2010", "DATE", "2010-08-14"),
    (
        "It began on Saturday, 14 August 2010.",
        "Saturday, 14 August 2010",
        "DATE",
        "2010-08-14",
    ),
    ("It began on 2010-08-14.", "2010-08-14", "DATE", "2010-08-14"),
    ("It began on 14/08/2010.", "14/08/2010", "DATE", "2010-08-14"),
    ("It began on 14.08.2010.", "14.08.2010", "DATE", "2010-08-14"),
    ("It began on 8/14/10.", "8/14/10", "DATE", "2010-08-14"),
    ("MINERVA (Aug. 14, 2010) - Two died.", "Aug. 14, 2010", "DATE", "2010-08-14"),
    ("PORT ROSA, 19 APR 90 (ABC) -- Two died.", "19 APR 90", "DATE", "1990-04-19"),
    ("In 218 BC they crossed.", "218 BC", "DATE", "BC0218"),
    ("It fell in April 480 BC.", "April 480 BC", "DATE", "BC0480-04"),
    # month and day, month and year, year
    ("Two died on August 20.", "August 20", "DATE", "2021-08-20"),
    ("Two died on 20 August.", "20 August", "DATE", "2021-08-20"),
    ("Two died on Aug. 20.", "Aug. 20", "DATE", "2021-08-20"),
    ("Two died on Friday (August 20).", "Friday (August 20)", "DATE", "2021-08-20"),
    ("Two died on December 30.", "December 30", "DATE", "2020-12-30"),
    ("Two died in March 2019.", "March 2019", "DATE", "2019-03"),
    ("Two died in early March 2019.", "early March 2019", "DATE", "2019-03"),
    ("Two died in mid-March.", "mid-March", "DATE", "2021-03"),
    ("Two died in May.", "May", "DATE", "2021-05"),
    ("Two died last May.", "last May", "DATE", "2021-05"),
    ("Two died last October.", "last October", "DATE", "2020-10"),
    ("The vote is next June.", "next June", "DATE", "2022-06"),
    ("Two died in March last year.", "March last year", "DATE", "2020-03"),
    ("Two died in 1996.", "1996", "DATE", "1996"),
    ("Its 1990 invasion failed.", "1990", "DATE", "1990"),
    ("At the end of 1996 it fell.", "the end of 1996", "DATE", "1996"),
    ("In the late 1980s it fell.", "the late 1980s", "DATE", "198"),
    ("In the '80s it fell.", "the '80s", "DATE", "198"),
    ("In the nineties it fell.", "the nineties", "DATE", "199"),
    ("In the 19th century it fell.", "the 19th century", "DATE", "18"),
    ("In the spring of 1918 it fell.", "the spring of 1918", "DATE", "1918-SP"),
    ("It fell last winter.", "last winter", "DATE", "2020-WI"),
    ("It fell this summer.", "this summer", "DATE", "2021-SU"),
    ("It fell in the third quarter of 1989.", "the third quarter of 1989", "DATE", "1989-Q3"),
    ("It fell in the first quarter.", "the first quarter", "DATE", "2021-Q1"),
    ("It fell in the fourth quarter.", "the fourth quarter", "DATE", "2020-Q4"),
    ("It fell in the second half of 1989.", "the second half of 1989", "DATE", "1989-H2"),
    ("It fell in fiscal 1988.", "fiscal 1988", "DATE", "1988"),
    # from the day of publication
    ("Two died today.", "today", "DATE", "2021-08-21"),
    ("Two died yesterday.", "yesterday", "DATE", "2021-08-20"),
    ("It opens tomorrow.", "tomorrow", "DATE", "2021-08-22"),
    ("It opens tonight.", "tonight", "TIME", "2021-08-21TNI"),
    ("Two died overnight.", "overnight", "TIME", "2021-08-20TNI"),
    ("Two died last night.", "last night", "TIME", "2021-08-20TNI"),
    ("Two died this morning.", "this morning", "TIME", "2021-08-21TMO"),
    ("Two died yesterday evening.", "yesterday evening", "TIME", "2021-08-20TEV"),
    ("Two died on Friday night.", "Friday night", "TIME", "2021-08-20TNI"),
    ("Two died late Thursday.", "late Thursday", "DATE", "2021-08-19"),
    ("Two died last Saturday.", "last Saturday", "DATE", "2021-08-14"),
    ("It opens next Saturday.", "next Saturday", "DATE", "2021-08-28"),
    ("Two died last week.", "last week", "DATE", "2021-W32"),
    ("Two died this week.", "this week", "DATE", "2021-W33"),
    ("Two died earlier this month.", "earlier this month", "DATE", "2021-08"),
    ("Two died last month.", "last month", "DATE", "2021-07"),
    ("Two died last year.", "last year", "DATE", "2020"),
    ("It ends early next year.", "early next year", "DATE", "2022"),
    ("Two died two days ago.", "two days ago", "DATE", "2021-08-19"),
    ("Two died a week ago.", "a week ago", "DATE", "2021-W32"),
    ("Two died nearly three months ago.", "nearly three months ago", "DATE", "2021-05"),
    ("Two died 10 years ago.", "10 years ago", "DATE", "2011"),
    ("Two died a decade ago.", "a decade ago", "DATE", "2011"),
    ("Two died a few days ago.", "a few days ago", "DATE", "PAST_REF"),
    ("Two died over the weekend.", "the weekend", "DATE", "2021-W33-WE"),
    ("It holds now.", "now", "DATE", "PRESENT_REF"),
    ("It currently holds.", "currently", "DATE", "PRESENT_REF"),
    ("It recently fell.", "recently", "DATE", "PAST_REF"),
    ("Nobody knows the future.", "the future", "DATE", "FUTURE_REF"),
    # from the date told before
    ("It fell on 3 May 2019. The next day it rose.", "The next day", "DATE", "2019-05-04"),
    ("It fell on 3 May 2019. Two days later it rose.", "Two days later", "DATE", "2019-05-05"),
    ("It fell on 3 May 2019. A year earlier it rose.", "A year earlier", "DATE", "2018"),
    ("It fell on 3 May 2019. That month it rose.", "That month", "DATE", "2019-05"),
    ("It fell in 2019. The following year it rose.", "The following year", "DATE", "2020"),
    # times of day
    ("At 9 pm they left.", "9 pm", "TIME", "2021-08-21T21:00"),
    ("At 10:30 a.m. Wednesday they left.", "10:30 a.m. Wednesday", "TIME", "2021-08-18T10:30"),
    ("At noon Thursday they left.", "noon Thursday", "TIME", "2021-08-19T12:00"),
    ("At 21:45 they left.", "21:45", "TIME", "2021-08-21T21:45"),
    (
        "On the night of 3 May 2019 they left.",
        "the night of 3 May 2019",
        "TIME",
        "2019-05-03TNI",
    ),
    # lengths
    ("Five days after the vote it fell.", "Five days", "DURATION", "P5D"),
    ("It fell in the past three months.", "the past three months", "DURATION", "P3M"),
    ("A two-week siege ended.", "two-week", "DURATION", "P2W"),
    ("It took 24 hours.", "24 hours", "DURATION", "PT24H"),
    ("It took at least 30 days.", "at least 30 days", "DURATION", "P30D"),
    ("It took twenty-five years.", "twenty-five years", "DURATION", "P25Y"),
    ("It took two decades.", "two decades", "DURATION", "P20Y"),
    ("It took 2 1/2 years.", "2 1/2 years", "DURATION", "P2.5Y"),
    ("It took several years.", "several years", "DURATION", "PXY"),
    ("It took years.", "years", "DURATION", "PXY"),
    ("It took half an hour.", "half an hour", "DURATION", "PT0.5H"),
    # again and again
    ("They meet every day.", "every day", "SET", "P1D"),
    ("They meet daily.", "daily", "SET", "P1D"),
    ("They meet annually.", "annually", "SET", "P1Y"),
    ("They meet on Fridays.", "Fridays", "SET", "XXXX-WXX-5"),
    ("They meet every Friday.", "every Friday", "SET", "XXXX-WXX-5"),
    ("They meet every two weeks.", "every two weeks", "SET", "P2W"),
    # stretches and what is part of them
    ("It took a couple of years.", "a couple of years", "DURATION", "P2Y"),
    ("A year-long siege ended.", "year-long", "DURATION", "P1Y"),
    (
        "It held out for the first ten months of 1915.",
        "the first ten months of 1915",
        "DURATION",
        "P10M",
    ),
    ("Exports fell for the year.", "the year", "DATE", "2021"),
    ("It fell in nineteen ninety-one.", "nineteen ninety-one", "DATE", "1991"),
    # the hour of a day told before, and without a colon
    ("Two died on Friday. The blast was at 10 p.m.", "10 p.m.", "TIME", "2021-08-20T22:00"),
    ("The radio said so at 1210 GMT.", "1210 GMT", "TIME", "2021-08-21T12:10"),
    # days with names
    ("It was days before 9/11.", "9/11", "DATE", "2001-09-11"),
    ("Two died on Christmas Day 2019.", "Christmas Day 2019", "DATE", "2019-12-25"),
    ("Two died on Thanksgiving.", "Thanksgiving", "DATE", "2020-11-26"),
    ("Two died on Good Friday.", "Good Friday", "DATE", "2021-04-02"),
]


@pytest.mark.parametrize(("text", "words", "kind", "value"), CASES)
def test_expression(text: str, words: str, kind: str, value: str) -> None:
    assert (words, kind, value) in _times(text)


@pytest.mark.parametrize(
    "text",
    [
        "Some 2,000 people fled.",
        "They killed 300 fighters in 33 of the 34 provinces.",
        "He is 37 years old.",
        "A 45-year-old man died.",
        "You may march on.",
        "Prices fall to $1999.",
        "About three-quarters of it burned.",
        "A second group came.",
        "Flight MH17 and the F-16 of the 82nd division.",
        "In room 1408 of 30 Foo Street.",
    ],
)
def test_no_expression(text: str) -> None:
    dates = [each for each in _times(text) if each[1] == "DATE"]
    assert dates == []


@pytest.mark.parametrize("published", _WEEK)
@pytest.mark.parametrize(
    ("weekday", "number"),
    [("Monday", 0), ("Wednesday", 2), ("Friday", 4), ("Saturday", 5), ("Sunday", 6)],
)
def test_bare_weekday_is_of_the_last_five_days_or_tomorrows(
    weekday: str, number: int, published: str
) -> None:
    ((_, _, value),) = _times(f"Two died on {weekday}.", published)
    day, today = date.fromisoformat(value or ""), date.fromisoformat(published)
    assert day.weekday() == number
    assert timedelta(days=-1) <= today - day < timedelta(days=6)  # a page is changed tomorrow


@pytest.mark.parametrize("published", _WEEK)
def test_weekday_looks_ahead_with_its_verb(published: str) -> None:
    page = factory.page("The council will meet on Friday.", published=published)
    day = date.fromisoformat(find_times(page)[0].value or "")
    assert day.weekday() == 4
    assert timedelta(0) <= day - date.fromisoformat(published) < timedelta(days=7)


@pytest.mark.parametrize(
    ("published", "text", "value"),
    [
        ("2021-03-01", "Two died yesterday.", "2021-02-28"),
        ("2020-03-01", "Two died yesterday.", "2020-02-29"),
        ("2021-01-01", "Two died yesterday.", "2020-12-31"),
        ("2021-01-01", "Two died last month.", "2020-12"),
        ("2021-01-03", "Two died last week.", "2020-W52"),
        ("2021-03-31", "Two died a month ago.", "2021-02"),
        ("2020-02-29", "Two died a year ago.", "2019"),
        ("2024-03-05", "Two died on February 29.", "2024-02-29"),
        ("2021-08-21T23:50:00+04:30", "Two died today.", "2021-08-21"),
        ("2021-08-22T00:10:00+04:30", "Two died yesterday.", "2021-08-21"),
        ("2021-08-21T23:50:00Z", "Two died yesterday.", "2021-08-20"),
    ],
)
def test_edges_of_the_calendar(published: str, text: str, value: str) -> None:
    assert _times(text, published)[0][2] == value


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("It lasted from May to June 1955.", ["1955-05", "1955-06"]),
        ("It lasted from October to March 1945.", ["1944-10", "1945-03"]),
        ("It began on 3 May 1955 and on 4 June.", ["1955-05-03", "1955-06-04"]),
        ("It began in spring and early summer of 1943.", ["1943-SP", "1943-SU"]),
        ("It lasted from March 5-9, 1918.", ["1918-03-05", "1918-03-09"]),
        ("It fell on May 6 and 7, 1954.", ["1954-05-06", "1954-05-07"]),
        ("The war of 1915-17 ended.", ["1915", "1917"]),
        ("On May 6, 1954 and 7 others fell.", ["1954-05-06"]),
    ],
)
def test_dates_of_one_list_share_their_year(text: str, values: list[str]) -> None:
    found = [value for _, kind, value in _times(text) if kind == "DATE"]
    assert found[: len(values)] == values


@pytest.mark.parametrize("day", ["February 30", "30 February 2021", "2021-02-30", "31/02/2021"])
def test_day_that_does_not_exist_is_no_date(day: str) -> None:
    assert all((value or "").count("-") < 2 for _, _, value in _times(f"Two died on {day}."))


def test_history_carries_its_year_on() -> None:
    text = (
        "It was feared in 1801. The war began in 1803. In 1804 the coast fell, and in"
        " 1805 the hills. On 3 May 1806 a truce was signed. In June it broke. On 4 July the town"
        " burned. The war ended in 1807."
    )
    values = {words: value for words, _, value in _times(text)}
    assert values["June"] == "1806-06"
    assert values["4 July"] == "1806-07-04"


_STORY = (
    "It was feared in 1801. The war began in 1803. In 1804 the coast fell, and in 1805"
    " the hills. On 3 May 1806 a truce was signed by the former king. In December it broke. "
)


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("In January the town burned.", "January", "1807-01"),
        (
            "Papers found in 1950 told of it. In March 1807 it rained. In May it burned.",
            "May",
            "1807-05",
        ),
        ("Papers found in 1950 told of it. On 9 December it burned.", "9 December", "1806-12-09"),
        ("During that time nobody ate.", "that time", "1806-12"),
        ("Nobody ate.", "former", "PAST_REF"),
    ],
)
def test_history_goes_on_from_what_was_told(text: str, words: str, value: str) -> None:
    assert {said: told for said, _, told in _times(_STORY + text)}[words] == value


def test_a_long_text_of_dates_without_weekdays_is_history() -> None:
    text = "It began in 2003. " + " ".join(
        f"On {day} April 2006 it rained." for day in range(1, 31)
    )
    assert _times(f"{text} On 7 May it burned.", "2009-12-19")[-1][2] == "2006-05-07"


def test_news_knows_no_former_and_no_time_of_the_story() -> None:
    assert _times("The former king ate at that time.") == []


def test_year_is_inferred_from_the_weekday_without_publication() -> None:
    text = "Clashes broke out on Friday (August 20). A curfew began on August 19. It fell in 1996."
    friday, thursday, year = find_times(_page(text, None))
    assert (friday.value, friday.inferred) == ("2021-08-20", True)
    assert (thursday.value, thursday.inferred) == ("2021-08-19", True)
    assert (year.value, year.inferred) == ("1996", False)


def test_year_is_never_after_the_latest_day() -> None:
    page = _page("Clashes broke out on Friday (August 20).", None)
    assert find_times(page, latest=date(2015, 1, 1))[0].value == "2010-08-20"


def test_unknown_stays_unknown_without_any_date() -> None:
    assert _times("Two died on Saturday.", None) == [("Saturday", "DATE", "XXXX-WXX-6")]
    assert _times("Two died on August 19.", None) == [("August 19", "DATE", "XXXX-08-19")]


def test_language_without_lexicon_has_no_times() -> None:
    report = factory.report("Zwei starben am Freitag.", language="qq", published=_SATURDAY)
    assert find_times(next(parse([report], _BLANK))) == ()


@given(st.text(max_size=200))
def test_spans_are_ordered_and_quote_the_text(text: str) -> None:
    spans = [time.span for time in find_times(_page(text, _SATURDAY))]
    assert spans == sorted(spans)
    assert all(text[span.start : span.end].strip() for span in spans)
    assert all(left.end <= right.start for left, right in pairwise(spans))


@given(st.integers(1, 9999), st.sampled_from(["days", "weeks", "months", "years", "centuries"]))
def test_lengths_beyond_the_calendar_do_no_harm(count: int, unit: str) -> None:
    assert _times(f"It fell {count * 1000} {unit} ago.")

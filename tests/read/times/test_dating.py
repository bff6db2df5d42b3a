"""Which day a claim is of; the sentences were written for these tests."""

from __future__ import annotations

import pytest

from rashomon.read.times import date_claim, date_claims, find_times
from rashomon.values import Passage, Span, When
from tests import factory

_SATURDAY = "2021-08-21"


def _own(text: str, trigger: str, published: str | None = _SATURDAY) -> When | None:
    page = factory.page(text, published=published)
    return date_claim(page, factory.span(text, trigger), find_times(page))


@pytest.mark.parametrize(
    ("text", "trigger", "start", "end", "precision"),
    [
        ("Rebels attacked the town on Friday.", "attacked", "2021-08-20", "2021-08-20", 1),
        ("On Thursday, rebels attacked the town.", "attacked", "2021-08-19", "2021-08-19", 1),
        ("The army lost the town after clashes on Friday.", "clashes", "2021-08-20", None, 1),
        ("Rebels attacked the town last week.", "attacked", "2021-08-09", "2021-08-15", 3),
        ("Rebels seized the town in 1996.", "seized", "1996-01-01", "1996-12-31", 5),
        ("Rebels attacked on Monday and seized the town.", "seized", "2021-08-16", None, 1),
        # the day of saying
        (
            "Police said on Friday that two men were killed.",
            "killed",
            "2021-08-19",
            "2021-08-20",
            2,
        ),
        (
            "Rebels have retaken the bridge, local sources informed a station on Friday.",
            "retaken",
            "2021-08-19",
            "2021-08-20",
            2,
        ),
        (
            "Police said Friday that two men were killed on Tuesday.",
            "killed",
            "2021-08-17",
            None,
            1,
        ),
        ("Two men were killed on Tuesday, police said.", "killed", "2021-08-17", None, 1),
        ("A man was shot in the leg Tuesday, officials said.", "shot", "2021-08-17", None, 1),
        ("Two men were reported killed on Tuesday.", "killed", "2021-08-17", None, 1),
        ("Police responded to a shooting on Friday.", "shooting", "2021-08-20", None, 1),
        # days and hours
        ("Two men died on August 17 or August 18.", "died", "2021-08-17", "2021-08-18", 2),
        ("Two men were shot before 8 p.m. on Friday.", "shot", "2021-08-20", None, 1),
        ("A man was shot by a 5-year-old Friday.", "shot", "2021-08-20", None, 1),
        # told from another event
        (
            "Five days after the group took over the capital, clashes broke out on Friday.",
            "broke out",
            "2021-08-20",
            None,
            1,
        ),
        (
            "Five days after the group took over the capital, clashes broke out on Friday.",
            "took over",
            "2021-08-15",
            None,
            1,
        ),
        ("He was killed days before 9/11.", "killed", "2001-09-01", "2001-09-10", 4),
        ("He was killed three days after 9/11.", "killed", "2001-09-14", None, 1),
        ("Rebels have held the town since 2019.", "held", "2019-01-01", _SATURDAY, 5),
    ],
)
def test_date_of_a_claim(
    text: str, trigger: str, start: str, end: str | None, precision: int
) -> None:
    found = _own(text, trigger)
    assert found is not None
    assert (found.start, found.end, found.precision) == (start, end or start, precision)


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Rebels attacked the town.", "attacked"),
        ("The commander, who was jailed in 2009, was killed.", "killed"),
        ("Rebels recently attacked the town.", "attacked"),
        ("A man was arrested Friday for killing two guards.", "killing"),
        ("A man was shot at 9 p.m.", "shot"),
    ],
)
def test_no_date_in_the_sentence(text: str, trigger: str) -> None:
    assert _own(text, trigger) is None


def test_times_of_two_clauses_stay_apart() -> None:
    text = "The commander, who was jailed in 2009, was killed on Friday."
    jailed, killed = _own(text, "jailed"), _own(text, "killed")
    assert jailed is not None
    assert killed is not None
    assert (jailed.start, killed.start) == ("2009-01-01", "2021-08-20")


def test_the_span_of_a_date_quotes_its_words() -> None:
    text = "Rebels attacked the town on Friday."
    found = _own(text, "attacked")
    assert found is not None
    assert found.span is not None
    assert found.span.of(text) == "Friday"


def test_the_span_of_a_reckoned_date_quotes_the_distance() -> None:
    text = "Five days after the group took over the capital, clashes broke out on Friday."
    found = _own(text, "took over")
    assert found is not None
    assert found.span is not None
    assert found.span.of(text) == "Five days"


def _starts(text: str, *triggers: str, published: str | None = _SATURDAY) -> list[str | None]:
    page = factory.page(text, published=published)
    spans = [factory.span(text, trigger) for trigger in triggers]
    return [each.start if each else None for each in date_claims(page, spans, find_times(page))]


def test_undated_claims_inherit_the_news() -> None:
    text = "Two men were killed.\n\nRebels attacked the town on Friday. They wounded a guard."
    assert _starts(text, "killed", "attacked", "wounded") == ["2021-08-20"] * 3


def test_the_nearer_news_of_the_paragraph_wins() -> None:
    text = (
        "Rebels attacked the town on Friday.\n\n"
        "On Tuesday, rebels shelled a village. They wounded a guard."
    )
    assert _starts(text, "wounded") == ["2021-08-17"]


def test_background_neither_gives_nor_takes_a_date() -> None:
    text = "Rebels seized the coast in 1996. Soldiers killed two men. They had burned a village."
    assert _starts(text, "seized", "killed", "burned") == ["1996-01-01", "2021-08-21", None]


def test_a_dateline_dates_what_has_no_other_day() -> None:
    text = "MINERVA, Ruritania (Aug. 20, 2021)\nSoldiers detained two men near the border."
    assert _starts(text, "detained") == ["2021-08-20"]


def test_without_any_day_news_is_about_the_day_of_publication() -> None:
    page = factory.page("Two men were killed.", published=_SATURDAY)
    (day,) = date_claims(page, [factory.span("Two men were killed.", "killed")], ())
    assert day == When("2021-08-21", "2021-08-21", 2)


def test_a_night_that_nothing_divides_keeps_both_its_days() -> None:
    text = "Two men were killed overnight."
    page = factory.page(text, published=_SATURDAY)
    (day,) = date_claims(page, [factory.span(text, "killed")], find_times(page))
    assert day is not None
    assert (day.start, day.end, day.precision) == ("2021-08-20", "2021-08-21", 2)


@pytest.mark.parametrize(
    "text",
    [
        # what lasts, follows or is said is not when it happened
        "Police identified a man on Saturday. He was shot at his home around 5 p.m. Thursday.",
        # a trial tells of long ago
        "A man was sentenced Thursday. He shot a guard in the town on August 19, 2021.",
    ],
)
def test_the_day_of_the_deed_is_likelier_than_those_after_it(text: str) -> None:
    assert _starts(text, "shot") == ["2021-08-19"]


@pytest.mark.parametrize(
    "text",
    [
        "Posted: August 21, 2021 4:46 AM\nTwo men were killed. A guard was shot on Tuesday.",
        "Two men were killed. A guard was shot on Tuesday. The town was calm on Friday.",
        "A suspect was arrested on Friday. Two men were killed. A guard was shot on Tuesday.",
        "Two men were killed. Officers, who were called on Tuesday, left.",
        "A suspect was arrested on Friday. Two men were killed. Officers met on Tuesday.",
    ],
)
def test_the_days_of_its_own_happenings_come_first(text: str) -> None:
    triggers = ["killed", "shot"] if "shot" in text else ["killed"]
    assert set(_starts(text, *triggers)) == {"2021-08-17"}


def test_without_publication_what_is_told_first_is_the_news() -> None:
    text = (
        "On 17 October 2023 a strike killed two men. A guard died.\n\n"
        "A list of those killed was printed on 9 October 2024."
    )
    assert _starts(text, "died", published=None) == ["2023-10-17"]


def test_a_dateline_gives_way_to_the_news() -> None:
    text = "MINERVA, Ruritania (Aug. 20, 2021)\nSoldiers detained two men yesterday."
    assert _starts(text, "detained", published="2021-08-20") == ["2021-08-19"]


def test_order_of_triggers_changes_nothing() -> None:
    text = "Rebels attacked the town on Friday. They wounded a guard. Police shot a man on Monday."
    forward = _starts(text, "attacked", "wounded", "shot")
    assert _starts(text, "shot", "wounded", "attacked") == forward[::-1]


def test_lines_that_are_not_read_give_no_date() -> None:
    text = "Posted on Monday\n\nRebels attacked the town on Friday. They wounded a guard."
    furniture = (Passage(Span(0, 16), "furniture"),)
    page = factory.page(text, published=_SATURDAY, passages=furniture)
    dates = date_claims(page, [factory.span(text, "wounded")], find_times(page))
    assert [each.start for each in dates if each] == ["2021-08-20"]


def test_empty_trigger_has_no_date() -> None:
    page = factory.page("", published=_SATURDAY)
    assert date_claim(page, Span(0, 0), ()) is None
    assert date_claims(page, [Span(0, 0)], ()) == (None,)

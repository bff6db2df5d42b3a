"""What speaks for each day; the sentences were written for these tests."""

from __future__ import annotations

from datetime import date

import pytest

from rashomon.read.times import find_times
from rashomon.read.times.clues import Clues, is_told
from rashomon.read.times.dating import news_clues
from tests import factory

_SATURDAY = "2021-08-21"


def _clues(text: str, *triggers: str, published: str | None = _SATURDAY) -> Clues:
    page = factory.page(text, published=published)
    return news_clues(page, [factory.span(text, each) for each in triggers], find_times(page))


@pytest.mark.parametrize(
    ("text", "trigger", "day", "clues"),
    [
        ("Two men were shot on Thursday.", "shot", 19, {"told", "lead", "of a deed", "earliest"}),
        ("A man was arrested on Friday.", "arrested", 20, {"justice", "of a happening"}),
        ("A man remained in hospital Friday.", "remained", 20, {"aftermath"}),
        ("Two men were shot around 5 p.m. Friday.", "shot", 20, {"clock", "hour late"}),
        ("Two men were shot overnight.", "shot", 20, {"overnight", "1 days before"}),
        ("Two men were shot overnight.", "shot", 21, {"morning after", "published"}),
        ("Two men were shot.", "shot", 21, {"untold, 0 days before"}),
        ("Two men were shot in an early morning raid.", "shot", 21, {"MO of the day"}),
    ],
)
def test_clues_to_a_day(text: str, trigger: str, day: int, clues: set[str]) -> None:
    assert clues <= _clues(text, trigger)[date(2021, 8, day)]


def test_without_publication_there_are_no_clues() -> None:
    assert _clues("Two men were shot on Thursday.", "shot", published=None) == {}


def test_what_lies_back_and_is_told_by_the_way_is_no_news() -> None:
    text = "Soldiers shot a man on Friday. He was wanted for the July 2 attack on a village."
    assert date(2021, 7, 2) not in _clues(text, "shot", "attack")
    alone = "A man was charged on Friday. He was wanted for the July 2 attack on a village."
    assert date(2021, 7, 2) in _clues(alone, "attack")


def test_a_day_is_told_by_words_only() -> None:
    assert is_told({"told", "lead"})
    assert is_told({"overnight"})
    assert not is_told({"published", "MO of the day", "hour early"})

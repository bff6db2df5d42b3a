"""How clues become chances."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.read.times.ranker import NOTHING, Ranker, outlook, ranker_of

_MONDAY, _TUESDAY, _FRIDAY = date(2022, 3, 7), date(2022, 3, 8), date(2022, 3, 11)
_RANKER = Ranker({"good": 2.0, "bad": -2.0, "slight": 0.1})


@given(st.dictionaries(st.dates(), st.sets(st.sampled_from(["good", "bad", "other"])), min_size=1))
def test_chances_add_up(clues: dict[date, set[str]]) -> None:
    chances = _RANKER.chances(clues)
    assert sum(chances.values()) == pytest.approx(1)
    assert all(0 <= chance <= 1 for chance in chances.values())


@pytest.mark.parametrize(
    ("clues", "days"),
    [
        ({_MONDAY: {"good"}, _TUESDAY: {"bad"}}, (_MONDAY,)),
        ({_MONDAY: {"slight"}, _TUESDAY: set(), _FRIDAY: set()}, (_MONDAY, _TUESDAY)),
        ({_MONDAY: {"slight"}, _TUESDAY: {"bad"}, _FRIDAY: set()}, (_MONDAY,)),
        ({_MONDAY: {"overnight"}, _TUESDAY: {"morning after", "good"}}, (_MONDAY, _TUESDAY)),
        ({_MONDAY: {"overnight"}, _TUESDAY: {"morning after", "good", "told"}}, (_TUESDAY,)),
    ],
)
def test_days_of_the_news(clues: dict[date, set[str]], days: tuple[date, ...]) -> None:
    assert outlook(_RANKER, clues).days == days


def test_without_clues_nothing_is_known() -> None:
    assert outlook(_RANKER, {}) == NOTHING


def test_weights_are_by_language() -> None:
    english = ranker_of("en")
    assert english is not None
    assert english.weights["lead"] > 0 > english.weights["justice"]
    assert ranker_of("xx") is None

"""The day of news is learned from reports whose day is known."""

from __future__ import annotations

from datetime import date

from benchmarks.train_days import Example, fit

_DAYS = [date(2022, 3, day) for day in (1, 2, 3)]


def _example(fold: int, right: int) -> Example:
    clues = {day: frozenset({"told"}) for day in _DAYS}
    clues[_DAYS[right]] |= {"lead"}
    clues[_DAYS[right - 1]] |= {"justice"}
    return Example("made", fold, clues, _DAYS[right])


def test_clues_of_right_days_speak_for_a_day_and_others_against_it() -> None:
    weights = fit([_example(at % 5, at % 3) for at in range(30)]).weights
    assert weights["lead"] > 0 > weights["justice"]


def test_rare_clues_have_no_weight() -> None:
    assert fit([_example(0, 1) for _ in range(7)]).weights == {}

"""Carry years from date to date: along lists and ranges, and from sentence to sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from rashomon.read.times.grammar import Found
from rashomon.read.times.words import words_of

__all__ = ["shared_years", "year_carried"]

_TOLD = frozenset({"year", "modern", "direction", "told", "year_word", "weekday", "small", "year2"})
_TURN = 8  # months back that are rather four ahead: January after a December
_MONTHS_OF_SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}


def shared_years(text: str, found: Sequence[Found], links: frozenset[str]) -> tuple[Found, ...]:
    """Give the dates of a list or range the year told with one: "May and June 1955".

    The year told last goes back to the dates before it ("from October to March 1945": of 1944),
    else the one told first goes on to those behind it.

    Args:
        text: what the dates stand in.
        found: its expressions, in order.
        links: the words that may stand between two dates of a list.
    """
    dates = list(found)
    linked = [
        all(word.text in links for word in words_of(text[one.span.end : other.span.start]))
        for one, other in pairwise(dates)
    ]
    for index in range(len(dates) - 2, -1, -1):
        if linked[index]:
            dates[index] = _of_neighbour(dates[index], dates[index + 1], -1)
    for index in range(1, len(dates)):
        if linked[index - 1]:
            dates[index] = _of_neighbour(dates[index], dates[index - 1], 1)
    return tuple(dates)


def _of_neighbour(date: Found, other: Found, side: int) -> Found:
    """Give a date the year of the one before (`side` 1) or behind it (-1)."""
    own, its = _month(date), _month(other)
    year = other.fields.get("year") or other.fields.get("modern")
    if not own or not its or not year or "era" in other.fields or date.fields.keys() & _TOLD:
        return date
    turned = (its - own) * side > 0
    return replace(date, fields={**date.fields, "year": str(int(year) + side * turned)})


def _month(found: Found) -> int:
    season = found.fields.get("season", "")
    return int(found.fields.get("month", 0)) or _MONTHS_OF_SEASONS.get(season, 0)


def year_carried(month: int, last: str) -> str:
    """Return the year of a month in a history whose last date told was `last`."""
    year, _, rest = last.partition("-")
    told = int(rest[:2]) if rest[:2].isdigit() else 0
    if told and year.isdecimal() and told - month >= _TURN:
        return str(int(year) + 1)
    return year

"""Cut a text into the words that time expressions are made of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

__all__ = ["KINDS", "Word", "words_of"]

_WORD = re.compile(
    r"""
      (?P<letters>[^\W\d_](?:(?:\.[^\W\d_])+\b\.?|[^\W\d_]*(?:\d\w*)?))
    | (?P<iso>\d{4}-\d\d-\d\d(?:T\d\d:\d\d)?(?!\d))
    | (?P<numeric>\d{1,2}(?:/\d{1,2}/|\.\d{1,2}\.)(?:\d{4}|\d\d)(?!\d))
    | (?P<clock>\d{1,2}:\d\d(?!\d))
    | (?P<slashed>\d{1,2}/\d{1,2}(?![\d/]))
    | (?P<big>\d{1,3}(?:,\d{3})+(?!\d))
    | (?P<decimal>\d+\.\d+)
    | (?P<digits>\d+)
    | (?P<mark>\n|[^\w\s]|_)
    """,
    re.VERBOSE,
)
_SIZES = ((12, "n12"), (24, "n24"), (31, "n31"), (59, "n59"), (99, "n99"), (999, "n999"))
_YEARS = range(1000, 2200)
_MODERN = range(1900, 2050)  # nearly always a year, even where no preposition says so
_YEAR_DIGITS = 4
_COUNTABLE_DIGITS = 7  # longer ones are telephone numbers and the like

KINDS = (
    *("iso", "numeric", "clock", "slashed", "big", "decimal", "year", "modern"),
    *(name for _, name in _SIZES),
    *("word", "name", "mark", "break"),
)


class Word(NamedTuple):
    """A word in small letters, where it stands, whether it has a capital, what kind it is."""

    text: str
    start: int
    end: int
    capital: bool
    kind: str


def words_of(text: str) -> Iterator[Word]:
    """Yield the words, numbers and marks of a text; a line's end is a word of the kind `break`."""
    for match in _WORD.finditer(text):
        said = match.group()
        kind = match.lastgroup or "mark"
        capital = said[0].isupper()
        if kind == "letters":
            kind = "name" if capital else "word"
        elif kind == "digits":
            kind = _size(said)
        elif said == "\n":
            kind = "break"
        yield Word(said.lower(), match.start(), match.end(), capital, kind)


def _size(digits: str) -> str:
    if len(digits) >= _COUNTABLE_DIGITS:
        return "big"
    number = int(digits)
    if len(digits) == _YEAR_DIGITS and number in _YEARS:
        return "modern" if number in _MODERN else "year"
    return next((name for limit, name in _SIZES if number <= limit), "big")

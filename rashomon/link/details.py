"""Small facts by which reports of one kind of event differ: ages, hours, streets, full names."""

from __future__ import annotations

import re
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from functools import cache

from rashomon.lexicon import languages, section
from rashomon.link.words import is_small, is_usual, rarity, tokenize
from rashomon.text.folding import CAPITALS, fold
from rashomon.text.shadow import shadow

__all__ = ["ages_in", "full_names_in", "hour_gap", "hours_in", "streets_in"]

_NOON = 12
_DAY = 24 * 60  # minutes
_RARE = 10.0  # summed rarity from which two capitalised words are hardly a phrase
_FULL_NAME = re.compile(
    rf"(?=(?<![\w'’-])([{CAPITALS}][\w'’-]{{1,30}}) ([{CAPITALS}][\w'’-]{{1,30}}))"
)


def ages_in(text: str) -> frozenset[int]:
    """List the ages in years that a text gives: "a 14-year-old", "Ana Marsh, 30,"."""
    found = _ages().finditer(shadow(text).casefold())
    return frozenset(int(age) for match in found for age in match.groups() if age is not None)


def hours_in(text: str) -> frozenset[int]:
    """List the hours of the day that a text names, in minutes after midnight."""
    found = set()
    for match in _clock().finditer(shadow(text).casefold()):
        hour, minute = int(match["hour"]), int(match["minute"] or match["after"] or 0)
        if hour <= _NOON:
            hour = hour % _NOON + _halves()[match["half"]]
        found.add((hour * 60 + minute) % _DAY)
    return frozenset(found)


def hour_gap(left: AbstractSet[int], right: AbstractSet[int]) -> int | None:
    """Return the least time between two hours of the day, in minutes; None where one is silent."""
    gaps = [abs(a - b) for a in left for b in right]
    return min((min(gap, _DAY - gap) for gap in gaps), default=None)


def full_names_in(text: str, apart: AbstractSet[str]) -> frozenset[str]:
    """List the pairs of capitalised words that are likely people, in plain letters.

    Left out are pairs with a common word or with one of the words `apart`, as places and outlets.
    """
    names = set()
    for match in _FULL_NAME.finditer(shadow(text)):
        words = [word for part in match.groups() for word in tokenize(part)]
        known = any(is_usual(word) or is_small(word) or fold(word) in apart for word in words)
        if not known and sum(map(rarity, words)) >= _RARE:
            names.add(fold(" ".join(words)))
    return frozenset(names)


def streets_in(text: str) -> frozenset[str]:
    """List the streets that a text names, in plain letters without their kind: "marlow" Road."""
    found = _streets().finditer(shadow(text))
    return frozenset(fold(match["name"]) for match in found)


@cache
def _streets() -> re.Pattern[str]:
    """Match "Marlow Road", "Old Marlow Rd." and "12th Street"."""
    listed = [section(language, "places").words("streets") for language in languages()]
    kinds = {re.escape(word.capitalize()) for words in listed for word in words}
    word = rf"[{CAPITALS}][\w'’-]{{1,30}}"
    return re.compile(
        rf"(?<![\w'’-])(?P<name>(?:\d{{1,3}}(?:st|nd|rd|th)|{word})(?: {word})??)"
        rf" (?:{'|'.join(sorted(kinds, reverse=True))})\b"
    )


@cache
def _ages() -> re.Pattern[str]:
    before, after = _listed("age_before"), _listed("age_after")
    return re.compile(
        rf"\b(?:{before}) (\d{{1,2}})\b|\b(\d{{1,2}})[ -](?:{after})\b|, (\d{{1,2}})(?=[,.;])"
    )


@cache
def _clock() -> re.Pattern[str]:
    """Match "2:30 p.m." and "14h30"."""
    words = "|".join(map(re.escape, sorted(_halves(), reverse=True)))
    return re.compile(
        rf"\b(?P<hour>\d{{1,2}})(?:[:.](?P<minute>\d\d))? ?(?P<half>{words})(?:(?P<after>\d\d)|\b)"
    )


@cache
def _halves() -> Mapping[str, int]:
    """Map the words after an hour to the hours that they add."""
    return {
        word: int(hours)
        for language in languages()
        for hours, words in section(language, "linking").lists("hours").items()
        for word in words
    }


def _listed(key: str) -> str:
    words = {word for language in languages() for word in section(language, "linking").words(key)}
    return "|".join(map(re.escape, sorted(words, reverse=True)))

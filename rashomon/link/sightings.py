"""Mentions of happenings in their surroundings: the sentence, the words beside, the place."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rashomon.link.stems import family, stem, vague
from rashomon.link.words import Vector, is_usual, tokenize, vector
from rashomon.values import Report, Span

__all__ = ["Mention", "Sighting", "sight"]

_WORD = re.compile(r"[^\W_]+")
_STOP = re.compile(r"(?<=[.!?])[\"'”’)]*\s+(?=[\"'“‘(]?[^\W_a-z])|\n+")
_BESIDE = 6  # words on either side that count as being beside


@dataclass(frozen=True, slots=True)
class Mention:
    """A word or a few that name a happening in a report."""

    id: str
    report: str
    span: Span | None
    text: str


@dataclass(frozen=True, slots=True, eq=False)
class Sighting:
    """A mention with what stands around it.

    `order` counts the report's mentions and `word` its words; `part` is how far into the report it
    stands, from 0 to 1; `usual` is the number of the report's mentions of one family.
    """

    mention: Mention
    words: str
    family: str
    stems: frozenset[str]
    vague: bool
    order: int
    word: int
    sentence: int
    part: float
    titled: bool
    usual: int
    around: Vector
    beside: Vector
    names: frozenset[str]
    names_beside: frozenset[str]
    numerals: frozenset[str]
    before: str
    after: str


def sight(report: Report, mentions: Iterable[Mention]) -> list[Sighting]:
    """Look at all mentions of one report, in order of the text."""
    content = report.content
    found = [(match.start(), match.group()) for match in _WORD.finditer(content)]
    starts = [start for start, _ in found]
    words = [word for _, word in found]
    cuts = [0, *(match.end() for match in _STOP.finditer(content)), len(content) + 1]
    ordered = sorted(mentions, key=lambda m: (m.span.start if m.span else 0, m.id))
    usual = Counter(family(mention.text) for mention in ordered)
    sightings = []
    for order, mention in enumerate(ordered):
        start = mention.span.start if mention.span else 0
        sentence = bisect_right(cuts, start) - 1
        first = bisect_left(starts, start)
        after = first + max(1, len(mention.text.split()))
        beside = words[max(0, first - _BESIDE) : first] + words[after : after + _BESIDE]
        own = words[bisect_left(starts, cuts[sentence]) : bisect_left(starts, cuts[sentence + 1])]
        text = mention.text.lower()
        sightings.append(
            Sighting(
                mention=mention,
                words=text,
                family=family(mention.text),
                stems=frozenset(map(stem, tokenize(mention.text))),
                vague=not tokenize(text) or text in vague(),
                order=order,
                word=first,
                sentence=sentence,
                part=start / max(1, len(content)),
                titled=start < len(report.title or ""),
                usual=usual[family(mention.text)],
                around=_vector(own),
                beside=_vector(beside),
                names=_names(own[1:], usual=True) | _names(own[:1]),
                names_beside=_names(beside),
                numerals=frozenset(word for word in own if word.isdecimal()),
                before=words[first - 1].lower() if 0 < first <= len(words) else "",
                after=words[after].lower() if after < len(words) else "",
            )
        )
    return sightings


def _vector(words: Sequence[str]) -> Vector:
    return vector([word.lower() for word in words])


def _names(words: Iterable[str], *, usual: bool = False) -> frozenset[str]:
    """Collect capitalised words; those that are usual in small letters only where `usual`."""
    capitals = (word.lower() for word in words if word[0].isupper() and len(word) > 1)
    return frozenset(word for word in capitals if usual or not is_usual(word))

"""The grammar of counts over plain words: "at least a dozen", "between 20 and 25", "several".

It runs over words, not over the parse, because parsers disagree about such expressions. The
intervals are those of METHODS 2.6; their values are in `lexicon/<language>/numbers.yml`.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cache

from rashomon.lexicon import section, tongue
from rashomon.text.numerals import Numerals
from rashomon.text.phrases import Phrases, phrases

__all__ = ["Count", "Grammar", "grammar"]

_NEARLY = 0.9  # "nearly 40" is 36 to 40: a convention
_ABOUT = 0.1  # "about 40" is 36 to 44: a convention
_DOZEN = 12  # "a dozen" is 10 to 14, "two dozen" 20 to 28, "more than a dozen" 13 to 24


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """An interval over the words `start` to `end`, of which `body` to `stop` are the number.

    `best` is None where nothing can be said, `high` where the count is open. `worded` tells a
    vague word ("several") from a number; `unit` is 12 for dozens, else 1.
    """

    start: int
    body: int
    stop: int
    end: int
    low: int
    best: int | None
    high: int | None
    worded: bool = False
    ranged: bool = False
    unit: int = 1

    @property
    def point(self) -> int:
        """The number that "at least" or "nearly" starts from."""
        return self.low if self.best is None else self.best


@dataclass(frozen=True, slots=True, kw_only=True)
class Grammar:
    """The words of one language that counts are made of."""

    numerals: Numerals
    vague: Phrases[tuple[int | None, ...]]
    plurals: dict[str, tuple[int | None, ...]]
    before: Phrases[str]
    before_not_after: dict[str, tuple[str, ...]]
    after: Phrases[str]
    ranges: Phrases[str]
    closed_ranges: Phrases[str]
    range_from: frozenset[str]
    heavy: frozenset[str]
    losses: frozenset[str]
    of: frozenset[str]
    firsts: frozenset[str]  # words that a count can start with, so that most words cost one look

    def count(self, words: Sequence[str], at: int) -> Count | None:
        """Read the count that starts at `words[at]` (lower case, hyphens apart), if one does."""
        if words[at] not in self.firsts and not words[at][:1].isdigit():
            return None
        start, changes = at, []
        while (found := self.before.longest(words, at)) is not None:
            if at > 0 and words[at - 1] in self.before_not_after.get(words[at], ()):
                break
            at = found[0]
            changes.append(found[1])
        core = self._core(words, at, closed="between" in changes)
        if core is None:
            return self._core(words, start, closed=False) if changes else None
        while (found := self.after.longest(words, core.end)) is not None:
            core = replace(_CHANGES[found[1]](core), end=found[0])
        for change in reversed(changes):
            core = _CHANGES[change](core)
        return replace(core, start=start)

    def _core(self, words: Sequence[str], at: int, *, closed: bool) -> Count | None:
        return (
            self._losses(words, at)
            or self._vague(words, at)
            or self._plural(words, at)
            or self._number(words, at, closed=closed)
        )

    def _losses(self, words: Sequence[str], at: int) -> Count | None:
        """Read "heavy casualties", also with one word between, as an open count of no number."""
        if at < len(words) and words[at] in self.heavy and self.losses & {*words[at + 1 : at + 3]}:
            return _spanning(at, at + 1, (1, None, None), worded=True)
        return None

    def _vague(self, words: Sequence[str], at: int) -> Count | None:
        """Read "several", and multiply it by a scale that follows: "a couple of hundred"."""
        found = self.vague.longest(words, at)
        if found is None:
            return None
        end, row = found
        scaled = end + (end < len(words) and words[end] in self.of)
        word = words[scaled] if scaled < len(words) else ""
        if word in self.plurals:
            return self._plural(words, scaled, start=at)
        if word in self.numerals.scales:
            return _spanning(at, scaled + 1, _times(row, self.numerals.scales[word]), worded=True)
        return _spanning(at, end, row, worded=True)

    def _plural(self, words: Sequence[str], at: int, start: int | None = None) -> Count | None:
        """Read "dozens", and "tens of thousands" as their product."""
        row = self.plurals.get(words[at]) if at < len(words) else None
        if row is None:
            return None
        end = at + 1
        while end + 1 < len(words) and words[end] in self.of and words[end + 1] in self.plurals:
            row = _times(row, self.plurals[words[end + 1]][0] or 1)
            end += 2
        return _spanning(at if start is None else start, end, row, worded=True)

    def _number(self, words: Sequence[str], at: int, *, closed: bool) -> Count | None:
        """Read a number or a range of two: "20-25", "two or three", "between 20 and 25"."""
        first = self.numerals.run(words, at)
        if first is None:
            return None
        end, value = first
        if (second := self._second(words, at, first, closed=closed)) is not None:
            return second
        if words[end - 1] not in self.numerals.scales:
            return _spanning(at, end, (value, value, value))
        if self.numerals.scales[words[end - 1]] != _DOZEN:
            return _spanning(at, end, (value, value, value))
        slack = max(1, value // 6)
        return replace(_spanning(at, end, (value - slack, value, value + slack)), unit=_DOZEN)

    def _second(
        self, words: Sequence[str], at: int, first: tuple[int, int], *, closed: bool
    ) -> Count | None:
        """Read the other end of a range; an end without its scale takes that of the other."""
        end, low = first
        joint = (self.closed_ranges if closed else self.ranges).longest(words, end)
        if joint is None or (at > 0 and words[at - 1] in self.range_from):
            return None
        second = self.numerals.run(words, joint[0])
        if second is None:
            return None
        stop, high = second
        scale = self.numerals.scales.get(words[stop - 1], 1)
        if low * scale < high and words[end - 1] not in self.numerals.scales:
            low *= scale
        if low >= high:
            return None
        return replace(_spanning(at, stop, (low, round((low + high) / 2), high)), ranged=True)


@cache
def grammar(language: str) -> Grammar:
    """Build the grammar of a language from `numbers.yml`."""
    words = section(language, "numbers")
    ranges = words.ordered("ranges")
    numerals = Numerals(
        units=_whole(words.numbers("units")),
        scales=_whole(words.numbers("scales")),
        suffixes=_whole(words.numbers("suffixes")),
        articles=words.words("articles"),
        halves=words.words("halves"),
        joiners=words.words("joiners"),
        thousands=tongue(language).thousands,
        decimal=tongue(language).decimal,
    )
    vague, before = Phrases(words.numbers("vague")), Phrases(words.pairs("before"))
    plurals, heavy = words.numbers("plurals"), words.words("heavy")
    return Grammar(
        numerals=numerals,
        vague=vague,
        plurals=plurals,
        before=before,
        before_not_after=words.lists("before_not_after"),
        after=Phrases(words.pairs("after")),
        ranges=phrases(ranges),
        closed_ranges=phrases((*ranges, *words.ordered("range_and"))),
        range_from=words.words("range_from"),
        heavy=heavy,
        losses=words.words("losses"),
        of=words.words("of"),
        firsts=numerals.firsts | vague.firsts | before.firsts | heavy | frozenset(plurals),
    )


def _whole(rows: dict[str, tuple[int | None, ...]]) -> dict[str, int]:
    return {word: row[0] for word, row in rows.items() if row[0] is not None}


def _spanning(start: int, end: int, row: Sequence[int | None], *, worded: bool = False) -> Count:
    low, best, high = row
    return Count(
        start=start, body=start, stop=end, end=end,
        low=low or 0, best=best, high=high, worded=worded,
    )  # fmt: skip


def _times(row: Sequence[int | None], factor: int) -> tuple[int | None, ...]:
    return tuple(None if cell is None else cell * factor for cell in row)


def _at_least(count: Count) -> Count:
    low = count.low if count.ranged else count.point
    return replace(count, low=low, best=low, high=None)


def _more_than(count: Count) -> Count:
    """UCDP reads "more than 12" as 13; "more than a dozen" also ends before two dozen."""
    low = count.point + 1
    high = count.point + count.unit if count.unit > 1 else None
    return replace(count, low=low, best=low, high=high)


def _fewer_than(count: Count) -> Count:
    high = max(0, count.point - 1)
    return replace(count, low=0, best=high, high=high)


def _nearly(count: Count) -> Count:
    low = count.low if count.ranged else count.point
    return replace(count, low=math.ceil(_NEARLY * low), high=max(low, count.point))


def _about(count: Count) -> Count:
    if count.ranged:
        return count
    high = None if count.high is None else math.floor((1 + _ABOUT) * count.high)
    return replace(count, low=math.ceil((1 - _ABOUT) * count.low), high=high)


def _up_to(count: Count) -> Count:
    return replace(count, low=0, best=count.high or count.best)


def _same(count: Count) -> Count:
    return count


_CHANGES: dict[str, Callable[[Count], Count]] = {
    "at_least": _at_least,
    "more_than": _more_than,
    "fewer_than": _fewer_than,
    "nearly": _nearly,
    "about": _about,
    "up_to": _up_to,
    "exactly": _same,
    "between": _same,
}

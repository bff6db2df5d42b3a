"""Numbers in words and digits to whole numbers; the words come from the caller's tables."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from fractions import Fraction
from functools import cache

__all__ = ["Numerals"]

# Twelve digits are more than any count of people; longer runs are phone numbers and hashes, and
# an unbounded int() is an attack surface.
_DIGITS = (
    r"([0-9]{{1,3}}(?:[{thousands}][0-9]{{3}}){{1,3}}|[0-9]{{1,12}})"
    r"([{decimal}][0-9]{{1,6}})?([a-z]{{0,2}})"
)
_GROUP = re.compile(r"[0-9]{3}")
_OPENING = re.compile(r"[1-9][0-9]{0,2}")
_WORDS = re.compile(r"[^\s-]+|-")
_HUNDRED = 100
_THOUSAND = 1000
_GROUPS = 4  # of three digits: as many as a number in one piece has
_TEN = 10


@dataclass(frozen=True, slots=True)
class Numerals:
    """The number words of one language, all in lower case.

    `units` are the words below a hundred, `scales` what multiplies them ("hundred", "dozen"),
    `suffixes` the letters glued to digits ("k"), `articles` what means one before a scale,
    `halves` what halves a scale ("half a dozen"), `joiners` what joins hundreds and units.
    `thousands` are the marks between thousands, a blank among them, and `decimal` the decimal mark.
    """

    units: Mapping[str, int]
    scales: Mapping[str, int]
    suffixes: Mapping[str, int]
    articles: AbstractSet[str]
    halves: AbstractSet[str]
    joiners: AbstractSet[str]
    thousands: str = ","
    decimal: str = "."

    @property
    def firsts(self) -> frozenset[str]:
        """The words that a number can start with, besides digits."""
        return frozenset({*self.units, *self.scales, *self.articles, *self.halves})

    def parse(self, text: str) -> int | None:
        """Read a whole string as a number: "4,000", "twenty-two", "half a dozen", "1.2k".

        Ordinals, broken decimals and anything with another word in it give None.
        """
        digits = _digits(self.thousands, self.decimal)
        words = [
            part
            for word in text.lower().split()
            for part in ([word] if digits.fullmatch(word) else _WORDS.findall(word))
        ]
        found = self.run(words, 0)
        return found[1] if found is not None and found[0] == len(words) else None

    def run(self, words: Sequence[str], start: int) -> tuple[int, int] | None:
        """Read the longest number that starts at `words[start]`: where it ends, and its value.

        `words` are in lower case, with a hyphen as a word of its own.
        """
        at, ones = self._first(words, start)
        if ones is None:
            return None
        total, end = Fraction(0), at
        while at < len(words):
            at, step = self._step(words, at, ones, total)
            if step is None:
                break
            ones, total, end = *step, at
        value = total + ones
        return (end, int(value)) if value.denominator == 1 else None

    def _first(self, words: Sequence[str], start: int) -> tuple[int, Fraction | None]:
        """Read the first word of a number; articles and halves count only before a scale."""
        word = words[start] if start < len(words) else ""
        if (digits := self._digits(word)) is not None:
            return self._grouped(words, start, digits)
        if word in self.units:
            return start + 1, Fraction(self.units[word])
        at, value = start, Fraction(1)
        while at < len(words) and (
            words[at] in self.articles or words[at] in self.halves or words[at] == "-"
        ):
            if words[at] in self.halves:
                value = Fraction(1, 2)
            at += 1
        is_scaled = at < len(words) and words[at] in self.scales and word != "-"
        return (at, value) if is_scaled else (start, None)

    def _step(
        self, words: Sequence[str], at: int, ones: Fraction, total: Fraction
    ) -> tuple[int, tuple[Fraction, Fraction] | None]:
        """Take in one more word: a scale multiplies, a unit is added where it still fits."""
        after_digits = self._digits(words[at - 1]) is not None
        hyphen = words[at] == "-"
        joined = words[at] in self.joiners
        at += hyphen or joined
        word = words[at] if at < len(words) else ""
        if word in self.scales and not joined:
            scaled = ones * self.scales[word]
            if self.scales[word] == _HUNDRED:
                return at + 1, (scaled, total)
            return at + 1, (Fraction(0), total + scaled)
        unit = self.units.get(word, 0)
        tens = ones % _HUNDRED > _TEN and ones % _TEN == 0 and 0 < unit < _TEN and not joined
        after_scale = ones % _HUNDRED == 0 and ones + total >= _HUNDRED and not hyphen
        if unit and (tens or after_scale) and not after_digits:
            return at + 1, (ones + unit, total)
        return at, None

    def _grouped(self, words: Sequence[str], start: int, value: Fraction) -> tuple[int, Fraction]:
        """Take in the thousands that stand apart: "1 200"."""
        at = start + 1
        if " " in self.thousands and _OPENING.fullmatch(words[start]):
            while at < len(words) and at - start < _GROUPS and _GROUP.fullmatch(words[at]):
                value = value * _THOUSAND + int(words[at])
                at += 1
        return at, value

    def _digits(self, word: str) -> Fraction | None:
        found = _digits(self.thousands, self.decimal).fullmatch(word)
        if found is None or (found[3] and found[3] not in self.suffixes):
            return None
        whole = "".join(char for char in found[1] if char.isdigit())
        value = Fraction(whole + (found[2] or "").replace(self.decimal, "."))
        return value * self.suffixes[found[3]] if found[3] else value


@cache
def _digits(thousands: str, decimal: str) -> re.Pattern[str]:
    return re.compile(_DIGITS.format(thousands=re.escape(thousands), decimal=re.escape(decimal)))

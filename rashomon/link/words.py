"""How much the words of two texts say that they tell of one thing.

A word weighs by its rarity, in the texts at hand and in the language at large. The language keeps
two reports comparable that are alone in the world: with two texts, every shared word would be
common.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import TypeAlias

from rashomon.lexicon import languages, section
from rashomon.text.shadow import shadow

__all__ = ["Rarity", "Vector", "cosine", "tokenize", "vector"]

Vector: TypeAlias = Mapping[str, float]  # word to weight, of length one

_WORD = re.compile(r"[^\W_]+")
_IMAGINED = 2000  # texts that the language at large counts for, beside the texts at hand
_UNLISTED = 0.001  # share of texts that hold a word which is not in the list


def tokenize(text: str) -> list[str]:
    """Split a text into words and numbers, in lower case."""
    return _WORD.findall(shadow(text).lower())


class Rarity:
    """The inverse document frequency of words, over the texts at hand and the language at large."""

    __slots__ = ("_counts", "_texts", "_usual")

    def __init__(self, texts: Iterable[Iterable[str]]) -> None:
        """Count in how many of `texts` (each an iterable of words) every word stands."""
        self._counts: Counter[str] = Counter()
        self._texts = 0
        for words in texts:
            self._counts.update(set(words))
            self._texts += 1
        self._usual = _usual_shares()

    def is_usual(self, word: str) -> bool:
        """Tell whether `word` is common in the language, as names of days are."""
        return word in self._usual

    def count(self, word: str) -> int:
        """Say how many of the texts at hand hold `word`."""
        return self._counts[word]

    def __call__(self, word: str) -> float:
        """Return how much meeting `word` in two texts says: 0 for a word that all texts hold."""
        imagined = _IMAGINED * self._usual.get(word, _UNLISTED)
        return math.log((self._texts + _IMAGINED) / (self._counts[word] + imagined))


def vector(words: Sequence[str], rarity: Rarity) -> Vector:
    """Weigh the words of a text by rarity and, less and less, by how often they come."""
    weights = {word: (1 + math.log(count)) * rarity(word) for word, count in Counter(words).items()}
    length = math.sqrt(sum(weight * weight for weight in weights.values())) or 1.0
    return {word: weight / length for word, weight in weights.items()}


def cosine(left: Vector, right: Vector) -> float:
    """Say how alike two texts are, from 0 to 1."""
    if len(left) > len(right):
        left, right = right, left
    return min(1.0, sum(weight * right[word] for word, weight in left.items() if word in right))


@cache
def _usual_shares() -> Mapping[str, float]:
    """Load the share of texts that hold each common word, over all languages with a lexicon."""
    return {
        word: int(count) / 1000
        for language in languages()
        for count, words in section(language, "frequent").lists("per_thousand").items()
        for word in words
    }

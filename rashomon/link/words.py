"""How much the words of two texts say that they tell of one thing.

A word weighs by its rarity in the language, never in the texts at hand: so what is said of a text
does not change with the texts that come after it.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from typing import TypeAlias

from rashomon.lexicon import languages, section
from rashomon.text.shadow import shadow

__all__ = ["Vector", "cosine", "is_small", "is_usual", "rarity", "tokenize", "vector"]

Vector: TypeAlias = Mapping[str, float]  # word to weight, of length one

_WORD = re.compile(r"[^\W_]+")
_MOSTLY = 5  # tenths of a word's uses with a capital, below which it is no name
_UNLISTED = 0.0003  # share of texts that hold a word which is in no list


def tokenize(text: str) -> list[str]:
    """Split a text into words and numbers, in lower case."""
    return _WORD.findall(shadow(text).lower())


@lru_cache(maxsize=1 << 17)
def rarity(word: str) -> float:
    """Return how much meeting `word` in two texts says: its inverse document frequency.

    0 for a word that every text holds. A word common in one language counts as common in all:
    reports of several languages are weighed with one list.
    """
    return -math.log(_shares().get(word, _UNLISTED))


def is_usual(word: str) -> bool:
    """Tell whether `word` is common in a language, as names of days are."""
    return word in _usual()


def is_small(word: str) -> bool:
    """Tell whether `word` is mostly written small, as "hospital" is and names are not."""
    return word in _small()


def vector(words: Sequence[str]) -> Vector:
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
def _small() -> frozenset[str]:
    tenths = [section(language, "capitals").pairs("tenths") for language in languages()]
    return frozenset(
        word
        for lists in tenths
        for share, words in lists.items()
        if int(share) < _MOSTLY
        for word in words.split()
    )


@cache
def _shares() -> Mapping[str, float]:
    """Load the share of texts that hold each listed word, the greatest over all languages."""
    shares = dict(_usual())
    for language in languages():
        for count, words in section(language, "shares").pairs("per_ten_thousand").items():
            for word in words.split():
                shares[word] = max(shares.get(word, 0.0), int(count) / 10_000)
    return shares


@cache
def _usual() -> Mapping[str, float]:
    """Load the share of texts that hold each common word, the greatest over all languages."""
    shares: dict[str, float] = {}
    for language in languages():
        for count, words in section(language, "frequent").lists("per_thousand").items():
            for word in words:
                shares[word] = max(shares.get(word, 0.0), int(count) / 1000)
    return shares

"""The longest of many phrases that starts at a word, found without looking at them all."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Generic, TypeVar

__all__ = ["Phrases", "phrases"]

T = TypeVar("T")


class Phrases(Generic[T]):
    """Phrases of one or more words, each with a value; words are compared as they are given."""

    __slots__ = ("_by_first",)

    def __init__(self, phrases: Mapping[str, T]) -> None:
        """Take phrases whose words are separated by blanks."""
        by_first: dict[str, list[tuple[tuple[str, ...], T]]] = {}
        for phrase, value in phrases.items():
            words = tuple(phrase.split())
            by_first.setdefault(words[0], []).append((words, value))
        for entries in by_first.values():
            entries.sort(key=lambda entry: -len(entry[0]))
        self._by_first = by_first

    @property
    def firsts(self) -> frozenset[str]:
        """The words that a phrase can start with."""
        return frozenset(self._by_first)

    def longest(self, words: Sequence[str], at: int) -> tuple[int, T] | None:
        """Return where the longest phrase that starts at `words[at]` ends, and its value."""
        if not 0 <= at < len(words):
            return None
        for phrase, value in self._by_first.get(words[at], ()):
            end = at + len(phrase)
            if tuple(words[at:end]) == phrase:
                return end, value
        return None

    def occurs(self, words: Sequence[str]) -> bool:
        """Tell whether any phrase stands among `words`."""
        return any(self.longest(words, at) is not None for at in range(len(words)))


def phrases(each: Iterable[str]) -> Phrases[str]:
    """Gather phrases that are their own values."""
    return Phrases({phrase: phrase for phrase in each})

"""The words that tell a private person's name from an official's.

Where no language is given, what one language knows, all know: a name does not say which one it
stands in.
"""

from __future__ import annotations

from functools import cache

from rashomon.lexicon import Section, languages, section
from rashomon.text.folding import fold

__all__ = ["callings", "common", "kin", "never_names", "particles", "phrases", "share", "words"]

_MONTH = 4  # letters: "Jan" and "Mar" are names as well
_CALLED = ("resident", "witness", "medic")  # kinds of voices who are private people
_ORDINARY = ("civilians", "persons", "kin")  # lists of parties


@cache
def words(key: str, language: str | None = None) -> frozenset[str]:
    """Return one list of `people.yml`, folded."""
    return frozenset(
        fold(word) for each in _sections("people", language) for word in each.words(key)
    )


@cache
def phrases(key: str, language: str | None = None) -> frozenset[tuple[str, ...]]:
    """Return a list whose entries have several words, each word folded."""
    return frozenset(tuple(each.split()) for each in words(key, language))


@cache
def callings(language: str | None = None) -> frozenset[str]:
    """Gather what private people are called: farmer, nurse, witness, brother."""
    found = set(words("callings", language))
    for each in _sections("voices", language):
        kinds = each.lists("kinds")
        found |= {fold(word) for kind in _CALLED for word in kinds.get(kind, ())}
    for each in _sections("parties", language):
        found |= {fold(word) for key in _ORDINARY for word in each.words(key)}
    return frozenset(found - words("offices", language))


@cache
def kin() -> frozenset[str]:
    """Gather the words for relatives."""
    return frozenset(fold(word) for each in _sections("parties") for word in each.words("kin"))


@cache
def common() -> frozenset[str]:
    """Gather names that many people bear."""
    return frozenset(fold(word) for each in _sections("names") for word in each.words("common"))


@cache
def particles() -> frozenset[str]:
    """Gather the small words inside names: al, bin, de, van."""
    joints = (word for each in _sections("parties") for word in each.words("name_joints"))
    lineage = (word for each in _sections("names") for word in each.words("lineage"))
    return frozenset(map(fold, (*joints, *lineage))) - words("onward")


@cache
def never_names() -> frozenset[str]:
    """Gather the words with a capital that are no names: months, weekdays, what opens a line."""
    times = (
        word
        for each in _sections("times")
        for key in ("month", "weekday")
        for row in each.lists(key).values()
        for word in row
    )
    return words("plain") | {fold(word) for word in times if len(word) >= _MONTH or word == "may"}


@cache
def share(word: str) -> float:
    """Return how often a folded word begins with a capital within a sentence; 1 if unknown."""
    return _shares().get(word, 1.0)


@cache
def _shares() -> dict[str, float]:
    tenths = section("en", "capitals").pairs("tenths")
    return {word: int(tenth) / 10 for tenth, row in tenths.items() for word in row.split()}


def _sections(name: str, language: str | None = None) -> tuple[Section, ...]:
    chosen = [language] if language in languages() else languages()
    return tuple(section(str(each), name) for each in chosen)

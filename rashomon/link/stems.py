"""Words for happenings, reduced to what they have in common: "was killed", "the killings"."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from rashomon.lexicon import languages, section
from rashomon.link.words import tokenize

__all__ = ["family", "stem", "vague"]

_LEAST = 3  # letters that a stem keeps


@cache
def family(text: str) -> str:
    """Return the plainest word for what a mention names; "" where it holds no word."""
    words = [stem(word) for word in tokenize(text)]
    phrase = " ".join(words)
    return next((found for name in (phrase, *words) if (found := _families().get(name))), phrase)


@cache
def stem(word: str) -> str:
    """Take the ending off a word, roughly: only equality of the results matters."""
    word = _irregular().get(word, word)
    ending = next((e for e in _endings() if word.endswith(e) and len(word) - len(e) >= _LEAST), "")
    kept = word[: len(word) - len(ending)]
    doubled = len(kept) > _LEAST and kept[-1] == kept[-2]
    return kept[:-1] if doubled else kept


@cache
def vague() -> frozenset[str]:
    """List the words that can stand for any happening: "it", "the incident"."""
    return frozenset().union(*(section(code, "mentions").words("vague") for code in languages()))


@cache
def _families() -> Mapping[str, str]:
    return {
        " ".join(map(stem, word.split())): name
        for language in languages()
        for name, others in section(language, "mentions").lists("families").items()
        for word in (name, *others)
    }


@cache
def _endings() -> tuple[str, ...]:
    """List the endings of words of all languages, the longest first."""
    found = frozenset().union(*(section(code, "mentions").words("endings") for code in languages()))
    return tuple(sorted(found, key=lambda ending: (-len(ending), ending)))


@cache
def _irregular() -> Mapping[str, str]:
    return {
        form: word
        for language in languages()
        for form, word in section(language, "mentions").pairs("irregular").items()
    }

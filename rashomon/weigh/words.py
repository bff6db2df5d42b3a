"""The words by which speakers and sides are told apart, of every language with a lexicon."""

from __future__ import annotations

import re
from functools import cache

from rashomon.lexicon import languages, section
from rashomon.text.folding import fold
from rashomon.text.names import NameWords

__all__ = ["lexicon", "mapping", "name_words", "names", "stems", "titles"]

_WORD = re.compile(r"\w+")
_LEXICON = "weigh"


@cache
def lexicon(key: str) -> frozenset[str]:
    """Gather one list of words over all languages: a voice does not say which one it is in."""
    return frozenset().union(*(section(code, _LEXICON).words(key) for code in languages()))


@cache
def titles() -> frozenset[str]:
    """Gather the words beside a speaker's name that do not name one."""
    honorifics = (section(code, "names").words("honorifics") for code in languages())
    return frozenset().union(lexicon("light"), lexicon("former"), lexicon("bodies"), *honorifics)


@cache
def mapping(key: str) -> dict[str, str]:
    """Gather one mapping from word to word over all languages."""
    return {
        word: meaning
        for code in languages()
        for word, meaning in section(code, _LEXICON).pairs(key).items()
    }


@cache
def names() -> NameWords:
    """Gather the words that say little about whose name it is, over all languages."""
    read = [section(code, "names") for code in languages()]

    def words(key: str) -> frozenset[str]:
        return frozenset().union(*(each.words(key) for each in read))

    return NameWords(
        honorifics=words("honorifics"),
        particles=words("particles"),
        binding=words("binding"),
        light={"place": words("place_kinds")},
        forms={},
    )


def stems(name: str) -> tuple[str, ...]:
    """Fold a name's words and take the ending of a plural off, so that singular and plural meet."""
    return tuple(_singular(word) for word in _WORD.findall(fold(name)))


def name_words(name: str) -> tuple[str, ...]:
    """Return the folded words of a name that the writer wrote as proper: with a capital.

    Words of scripts without capitals count as proper.
    """
    proper = [word for word in _WORD.findall(name) if word[0].isalpha() and not word[0].islower()]
    return tuple(stem for word in proper for stem in stems(word))


def _singular(word: str) -> str:
    if word.endswith("ies") and len(word) > 4:  # noqa: PLR2004  "authorities", not "ties"
        return word[:-3] + "y"
    if word.endswith("sses"):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 3:  # noqa: PLR2004  "sources", not "gas"
        return word[:-1]
    return word

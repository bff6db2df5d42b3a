"""Names compared with the words of the lexicon at hand."""

from __future__ import annotations

from functools import cache

from rashomon.lexicon import section
from rashomon.text.names import NameKind, NameWords, name_similarity

__all__ = ["alike", "name_words"]


def alike(a: str, b: str, kind: NameKind, language: str = "en") -> float:
    """Say how surely two names are one, from 0 to 1, as news in `language` writes them."""
    return name_similarity(a, b, kind, name_words(language))


@cache
def name_words(language: str) -> NameWords:
    """Load the words that stand beside names in `language`."""
    words = section(language, "names")
    return NameWords(
        honorifics=words.words("honorifics"),
        particles=words.words("particles"),
        binding=words.words("binding"),
        light={
            "person": words.words("common"),
            "place": words.words("place_kinds"),
            "org": words.words("body_kinds"),
        },
        forms=words.pairs("legal_forms"),
    )

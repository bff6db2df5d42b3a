"""Names compared with the words of the lexicon at hand."""

from __future__ import annotations

from functools import cache

from rashomon.lexicon import languages, section
from rashomon.text.names import NameKind, NameWords, name_similarity

__all__ = ["alike", "name_words"]


def alike(a: str, b: str, kind: NameKind) -> float:
    """Say how surely two names are one, from 0 to 1, whatever language each is written in."""
    return name_similarity(a, b, kind, name_words())


@cache
def name_words() -> NameWords:
    """Gather the words that stand beside names, over all languages with a lexicon."""
    read = [section(language, "names") for language in languages()]

    def words(key: str) -> frozenset[str]:
        return frozenset().union(*(each.words(key) for each in read))

    return NameWords(
        honorifics=words("honorifics"),
        particles=words("particles"),
        binding=words("binding"),
        light={
            "person": words("common"),
            "place": words("place_kinds"),
            "org": words("body_kinds"),
        },
        forms={
            form: name
            for each in read
            for key in ("legal_forms", "bodies")
            for form, name in each.pairs(key).items()
        },
        lineage=words("lineage"),
        prefixes=tuple(sorted(words("prefixes"), key=lambda word: (-len(word), word))),
        patronymics=tuple(sorted(words("patronymics"))),
    )

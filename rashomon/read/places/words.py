"""The words of one language that tell places from other names."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from rashomon.lexicon import section
from rashomon.text.folding import fold

__all__ = ["Words", "words_of"]


@dataclass(frozen=True, slots=True)
class Words:
    """Word lists of `lexicon/<language>/places.yml`, ready to ask; all lower-case.

    `kinds` maps a word for a kind of place, singular or plural, to the GeoNames feature it asks
    for. `peoples` maps a folded adjective or name of a people to an ISO code or a place's name.
    """

    kinds: dict[str, str]
    plurals: frozenset[str]
    telling: frozenset[str]
    part_of_name: frozenset[str]
    connectors: frozenset[str]
    joining: frozenset[str]
    belonging: frozenset[str]
    glue: frozenset[str]
    prepositions: frozenset[str]
    locating: frozenset[str]
    nearby: frozenset[str]
    elsewhere: frozenset[str]
    origin: frozenset[str]
    directions: frozenset[str]
    distances: frozenset[str]
    directional: frozenset[str]
    taking: frozenset[str]
    titles: frozenset[str]
    institutions: frozenset[str]
    organisations: frozenset[str]
    dwellers: frozenset[str]
    police: frozenset[str]
    former: frozenset[str]
    streets: frozenset[str]
    premises: frozenset[str]
    never: frozenset[str]
    abbreviations: dict[str, str]
    peoples: dict[str, str]
    speaking: frozenset[str]
    common: frozenset[str]


@cache
def words_of(language: str) -> Words:
    """Read the word lists of a language."""
    words = section(language, "places")
    singular = words.pairs("kinds")
    plural = {many: singular[one] for many, one in words.pairs("plurals").items()}
    telling = words.words("telling")
    frequent = section(language, "frequent").lists("per_thousand")
    return Words(
        kinds={**plural, **singular},
        plurals=frozenset(plural),
        speaking=frozenset(country.upper() for country in words.words("speaking")),
        telling=telling | {many for many, one in words.pairs("plurals").items() if one in telling},
        abbreviations=words.pairs("abbreviations"),
        peoples={
            fold(word): place for place, names in words.lists("peoples").items() for word in names
        },
        common=frozenset(word for group in frequent.values() for word in group),
        former=section(language, "people").words("former"),
        **{
            key: words.words(key)
            for key in (
                "part_of_name",
                "connectors",
                "joining",
                "belonging",
                "glue",
                "prepositions",
                "locating",
                "nearby",
                "elsewhere",
                "origin",
                "directions",
                "distances",
                "directional",
                "taking",
                "titles",
                "institutions",
                "organisations",
                "dwellers",
                "police",
                "streets",
                "premises",
                "never",
            )
        },
    )

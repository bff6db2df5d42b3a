"""The cue lexicon: which words say, with which complement, and how far they stand behind it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal, TypeAlias

from spacy.tokens import Token

from rashomon.lexicon import section

__all__ = ["Cues", "Stance", "cues_of", "stance_of"]

Stance: TypeAlias = Literal["neutral", "committed", "distanced", "negative"]

_SAYING = (
    "clause", "object", "infinitive", "relay_verbs", "passive_opinion", "raising", "nouns",
    "adverbs", "conditionals", "according", "toll_verbs",
)  # fmt: skip
_MARKED: tuple[Stance, ...] = ("distanced", "committed", "negative")


@dataclass(frozen=True, slots=True)
class Cues:
    """`lexicon/<language>/cues.yml`, typed; the file says what each list means.

    `telling` are all words that a rule reads, `hints` those and the words that a tagger may mark.
    """

    clause: frozenset[str]
    clause_only: frozenset[str]
    object: frozenset[str]
    infinitive: frozenset[str]
    prepositions: Mapping[str, tuple[str, ...]]
    particles: Mapping[str, tuple[str, ...]]
    supported: Mapping[str, tuple[str, ...]]
    toll_verbs: frozenset[str]
    toll_nouns: frozenset[str]
    relay_verbs: frozenset[str]
    addressee_verbs: frozenset[str]
    passive_opinion: frozenset[str]
    raising: frozenset[str]
    stances: Mapping[str, Stance]
    stance_only: frozenset[str]
    presupposing: frozenset[str]
    nouns: frozenset[str]
    hearsay_nouns: frozenset[str]
    noun_prepositions: frozenset[str]
    adverbs: frozenset[str]
    conditionals: frozenset[str]
    unconfirmed: frozenset[str]
    according: frozenset[str]
    media: frozenset[str]
    silence_verbs: frozenset[str]
    silence_frames: frozenset[str]
    silence_adverbs: frozenset[str]
    silence_nouns: frozenset[str]
    unreachable: frozenset[str]
    as_words: frozenset[str]
    by_words: frozenset[str]
    object_prepositions: frozenset[str]
    expletives: frozenset[str]
    pointers: frozenset[str]
    none_words: frozenset[str]
    waiting_verbs: frozenset[str]
    telling: frozenset[str]
    hints: frozenset[str]

    def is_verb(self, token: Token) -> bool:
        """Tell whether the token is a verb that may be a cue."""
        lemma = token.lemma_.lower()
        return token.pos_ in {"VERB", "AUX"} and (
            lemma in self.clause
            or lemma in self.object
            or lemma in self.infinitive
            or lemma in self.prepositions
            or lemma in self.particles
            or lemma in self.toll_verbs
            or lemma in self.supported
            or lemma in self.relay_verbs
            or lemma in self.passive_opinion
            or lemma in self.raising
        )


def stance_of(cues: Cues, head: Token) -> Stance:
    """Tell how far the word of saying stands behind what is said."""
    return cues.stances.get(head.lemma_.lower(), "neutral")


@cache
def cues_of(language: str) -> Cues:
    """Load the cue lexicon of a language once."""
    words = section(language, "cues")
    stances: dict[str, Stance] = {}
    for stance in _MARKED:
        stances |= dict.fromkeys(words.words(stance), stance)
    telling = frozenset().union(
        *(words.words(part) for part in _SAYING),
        *(words.lists(part) for part in ("prepositions", "particles", "supported")),
    )
    return Cues(
        clause=words.words("clause"),
        clause_only=words.words("clause_only"),
        object=words.words("object"),
        infinitive=words.words("infinitive"),
        prepositions=words.lists("prepositions"),
        particles=words.lists("particles"),
        supported=words.lists("supported"),
        toll_verbs=words.words("toll_verbs"),
        toll_nouns=words.words("toll_nouns"),
        relay_verbs=words.words("relay_verbs"),
        addressee_verbs=words.words("addressee_verbs"),
        passive_opinion=words.words("passive_opinion"),
        raising=words.words("raising"),
        stances=stances,
        stance_only=words.words("stance_only"),
        presupposing=words.words("presupposing"),
        nouns=words.words("nouns"),
        hearsay_nouns=words.words("hearsay_nouns"),
        noun_prepositions=words.words("noun_prepositions"),
        adverbs=words.words("adverbs"),
        conditionals=words.words("conditionals"),
        unconfirmed=words.words("unconfirmed"),
        according=words.words("according"),
        media=words.words("media_of_saying"),
        silence_verbs=words.words("silence_verbs"),
        silence_frames=words.words("silence_frames"),
        silence_adverbs=words.words("silence_adverbs"),
        silence_nouns=words.words("silence_nouns"),
        unreachable=words.words("unreachable"),
        as_words=words.words("as_words"),
        by_words=words.words("by_words"),
        object_prepositions=words.words("object_prepositions"),
        expletives=words.words("expletives"),
        pointers=words.words("pointers"),
        none_words=words.words("none_words"),
        waiting_verbs=words.words("waiting_verbs"),
        telling=telling,
        hints=telling | words.words("hints"),
    )

"""The lexicon of happenings and parties, made ready for look-up by word form."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache

from spacy.tokens import Token

from rashomon.lexicon import FALLBACK, Bending, section, tongue
from rashomon.text.phrases import Phrases, phrases

__all__ = ["Act", "Pattern", "Phrase", "Words", "words_of"]

_GROUPS = (
    "state_forces", "fighters", "civilians", "persons", "rulers", "places", "weapons", "drugs",
    "property", "armed_sites", "base_sites", "forces", "goods", "criminals", "mobs", "aircraft",
    "diplomats", "gatherings", "armed_bodies", "hand_weapons",
)  # fmt: skip
_HUMAN = ("state_forces", "fighters", "civilians", "persons", "rulers")


@dataclass(frozen=True, slots=True)
class Act:
    """A family of triggers: the parts its arguments play, its kind of event, what it counts."""

    name: str
    frame: str
    kind: str | None
    measure: str | None

    @property
    def is_transitive(self) -> bool:
        """Tell whether a bare past form of it is passive: "12 killed", but not "bomb exploded"."""
        return self.frame in {"harm", "attack", "take"} and self.name != "explosion"


@dataclass(frozen=True, slots=True)
class Pattern:
    """A verb's trigger: words that must depend on it, or the class of its object, or nothing."""

    act: Act
    words: tuple[str, ...] = ()
    group: str | None = None


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase's trigger or means; `company` is a class that must stand in its clause."""

    value: str
    length: int
    company: str | None = None


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one language about happenings and those who take part in them."""

    acts: Mapping[str, Act]
    verbs: Mapping[str, tuple[Pattern, ...]]
    nouns: Mapping[tuple[str, ...], Phrase]
    means: Mapping[tuple[str, ...], Phrase]
    phrases: Mapping[tuple[str, ...], Phrase]  # both
    groups: Mapping[str, frozenset[str]]
    names: Mapping[str, str]
    named_groups: Mapping[tuple[str, ...], Phrase]  # common nouns that name a party
    noun_first: bool  # what describes a noun stands behind it
    longest: int  # words of the longest phrase
    of_people: Mapping[str, str]  # what a noun of taking ground means of people
    verb_forms: Mapping[str, str]
    noun_forms: Mapping[str, str]
    unopposed: Phrases[str]

    def verb(self, token: Token) -> str:
        """Return the verb that `token` can be a form of, by spelling, else the parser's lemma."""
        return self.verb_forms.get(token.lower_) or token.lemma_.lower()

    def noun(self, token: Token) -> str:
        """Return the singular that `token` can be a form of."""
        return self.noun_forms.get(token.lower_) or token.lemma_.lower()

    def among(self, token: Token, group: str) -> bool:
        """Tell whether `token` is one of the words of `group`, in any form."""
        words = self.groups[group]
        return token.lower_ in words or self.noun(token) in words


@cache
def words_of(language: str) -> Words:
    """Load the lexicon of `language`."""
    happenings, parties = section(language, "happenings"), section(language, "parties")
    own = tongue(language)
    acts = {
        name: Act(name, frame, None if kind == "-" else kind, None if measure == "-" else measure)
        for name, (frame, kind, measure) in section(FALLBACK, "happenings").lists("acts").items()
    }
    groups = {
        name: file.words(name)
        for file in (happenings, parties)
        for name, entry in file.entries.items()
        if isinstance(entry, list)
    }
    groups |= {name: frozenset() for file in (happenings, parties) for name in file.absent}
    groups["human"] = frozenset().union(*(groups[name] for name in _HUMAN))
    verbs = _patterns(happenings.lists("verbs"), acts)
    irregular = happenings.pairs("irregular")
    lemmas = {*verbs, *groups["light"], *groups["suffered"], *groups["answer"]}
    lemmas |= {
        verb
        for name in ("claiming", "accusing", "ascribing", "taking_place")
        for verb in groups[name]
    }
    nouns, means = _phrases(happenings.lists("nouns")), _phrases(happenings.lists("means"))
    none = _phrases({"none": happenings.ordered("means_none")})
    heads = {key[0 if own.noun_first else -1] for key in (*nouns, *means)} | {
        word for name in _GROUPS for word in groups[name]
    }
    heads |= {word for patterns in verbs.values() for p in patterns for word in p.words}
    return Words(
        acts=acts,
        verbs=verbs,
        nouns=nouns,
        means={**means, **none},
        phrases={**means, **nouns},
        groups=groups,
        names=parties.pairs("names"),
        of_people=happenings.pairs("of_people"),
        named_groups=_named(parties.pairs("named_groups")),
        noun_first=own.noun_first,
        longest=max(map(len, (*nouns, *means, *none))),
        verb_forms={**_forms(lemmas, own.verbs), **irregular},
        noun_forms={**_forms(heads, own.nouns), **happenings.pairs("plurals")},
        unopposed=phrases(happenings.words("unopposed")),
    )


def _patterns(
    entries: Mapping[str, Iterable[str]], acts: Mapping[str, Act]
) -> dict[str, tuple[Pattern, ...]]:
    found: dict[str, list[Pattern]] = defaultdict(list)
    for name, patterns in entries.items():
        for pattern in patterns:
            verb, *rest = pattern.split()
            group = rest.pop()[1:-1] if rest and rest[-1].startswith("<") else None
            found[verb].append(Pattern(acts[name], tuple(rest), group))
    return {verb: tuple(sorted(patterns, key=_modesty)) for verb, patterns in found.items()}


def _modesty(pattern: Pattern) -> tuple[int, bool, bool]:
    """Sort patterns: the more one asks for the sooner it is tried, things before people."""
    return -len(pattern.words), pattern.group is None, pattern.group in {*_HUMAN, "human"}


def _phrases(entries: Mapping[str, Iterable[str]]) -> dict[tuple[str, ...], Phrase]:
    found = {}
    for value, each_phrase in entries.items():
        for phrase in each_phrase:
            words, _, company = phrase.partition(" ~")
            # tokenizers part some words at hyphens and apostrophes and leave others whole
            for said in {words.replace("-", " "), words, words.replace("'", "' ")}:
                key = tuple(said.split())
                found[key] = Phrase(value, len(key), company or None)
    return found


def _named(names: Mapping[str, str]) -> dict[tuple[str, ...], Phrase]:
    return {
        key: replace(phrase, value=names[phrase.value])
        for key, phrase in _phrases({noun: [noun] for noun in names}).items()
    }


def _forms(lemmas: Iterable[str], bending: Bending) -> dict[str, str]:
    forms = {form: lemma for lemma in sorted(lemmas) for form in bending.forms(lemma)}
    for lemma in lemmas:
        forms.setdefault(lemma, lemma)
    return forms

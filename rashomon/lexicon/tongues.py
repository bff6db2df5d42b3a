"""What holds for a language as a whole: its pipeline, how its words bend, how its trees look."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from rashomon.lexicon.load import Section, section

__all__ = ["FALLBACK", "SPOKEN", "Bending", "Rule", "Shape", "Tongue", "tongue"]

FALLBACK = "en"  # the language of a report too short to tell its own
SPOKEN = "en"  # what the product itself speaks; what reports say stays in their own words


@dataclass(frozen=True, slots=True)
class Rule:
    """`new` takes the place of one of the `old` names where the word has all the `features`."""

    new: str
    old: frozenset[str]
    features: frozenset[str]

    def fits(self, name: str, features: Iterable[str]) -> bool:
        """Tell whether the rule is for a word of this name and these features."""
        return name in self.old and self.features <= {*features}


@dataclass(frozen=True, slots=True)
class Bending:
    """How words get their other forms: each pattern that fits a word gives forms of it."""

    rules: tuple[tuple[re.Pattern[str], tuple[str, ...]], ...]

    def forms(self, word: str) -> Iterator[str]:
        """Yield the forms of a word that the rules of spelling give."""
        for pattern, endings in self.rules:
            for ending in endings if pattern.search(word) else ():
                yield pattern.sub(ending, word, count=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """How trees of Universal Dependencies become those that the rules of `read` are written for.

    The file says what each list means.
    """

    relations: tuple[Rule, ...]
    tags: tuple[Rule, ...]
    entities: Mapping[str, str]
    clausal: frozenset[str]
    negations: frozenset[str]
    with_negations: frozenset[str]
    agents: frozenset[str]
    infinitive_marks: frozenset[str]
    gerund_marks: frozenset[str]
    prepositional_adverbs: frozenset[str]
    adjectives: frozenset[str]
    times: frozenset[str]
    framing: frozenset[str]
    saying: frozenset[str]
    helpers: frozenset[str]
    numerals: frozenset[str]
    verb_forms: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tongue:
    """`lexicon/<language>/language.yml`, typed.

    `shape` is None where the pipeline's trees are already those that the rules are written for.
    """

    code: str
    name: str
    model: str
    install: str
    perfect: frozenset[str]
    being: frozenset[str]
    agents: frozenset[str]
    verbs: Bending
    nouns: Bending
    noun_first: bool
    thousands: str
    decimal: str
    shape: Shape | None


@cache
def tongue(language: str) -> Tongue:
    """Load what holds for a language as a whole.

    Raises:
        MissingPartError: the language has no lexicon.
        DataError: an entry of the file is missing or wrong.
    """
    words = section(language, "language")
    marks = words.pairs("numbers")
    return Tongue(
        code=language,
        name=words.pairs("pipeline")["name"],
        model=words.pairs("pipeline")["model"],
        install=words.pairs("pipeline")["install"],
        perfect=words.words("perfect"),
        being=words.words("being"),
        agents=words.words("agents"),
        verbs=_bending(words, "verb_forms"),
        nouns=_bending(words, "noun_forms"),
        noun_first=words.pairs("order")["noun"] == "first",
        thousands=marks["thousands"],
        decimal=marks["decimal"],
        shape=_shape(language, words) if words.ordered("relations") else None,
    )


def _bending(words: Section, key: str) -> Bending:
    return Bending(
        tuple((re.compile(pattern), forms) for pattern, forms in words.lists(key).items())
    )


def _shape(language: str, words: Section) -> Shape:
    return Shape(
        relations=_rules(words, "relations"),
        tags=_rules(words, "tags"),
        entities=words.pairs("entities"),
        clausal=words.words("clausal"),
        negations=words.words("negations"),
        with_negations=words.words("with_negations"),
        agents=words.words("agents"),
        infinitive_marks=words.words("infinitive_marks"),
        gerund_marks=words.words("gerund_marks"),
        prepositional_adverbs=words.words("prepositional_adverbs"),
        adjectives=words.words("adjectives"),
        times=words.words("times"),
        framing=words.words("framing"),
        saying=words.words("saying"),
        helpers=words.words("perfect"),
        numerals=frozenset(section(language, "numbers").numbers("units")),
        verb_forms=_verb_forms(language, words),
    )


def _verb_forms(language: str, words: Section) -> dict[str, str]:
    """Spell out the forms of the verbs that stand in the lists named under `verbs_of`."""
    bending = _bending(words, "verb_forms")
    verbs = {
        word
        for name, keys in words.lists("verbs_of").items()
        for key in keys
        for word in section(language, name).words(key)
        if " " not in word
    }
    for patterns in section(language, "happenings").lists("verbs").values():
        verbs |= {pattern.split()[0] for pattern in patterns}
    forms = {form: verb for verb in sorted(verbs) for form in bending.forms(verb)}
    irregular = section(language, "happenings").pairs("irregular") | words.pairs("irregular")
    return {**forms, **{verb: verb for verb in verbs}, **irregular}


def _rules(words: Section, key: str) -> tuple[Rule, ...]:
    """Read lines such as "VBN < VERB|AUX VerbForm=Part Tense=Past"."""
    rules = []
    for line in words.ordered(key):
        new, _, rest = line.partition(" < ")
        old, *features = rest.split()
        rules.append(Rule(new, frozenset(old.split("|")), frozenset(features)))
    return tuple(rules)

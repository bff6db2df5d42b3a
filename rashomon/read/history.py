"""Signs that a clause tells history: old dates, anchors, the pluperfect, sums over the years.

Weights are those of METHODS 2.4, set by hand; see `currency` for how they are added up.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Token

from rashomon.lexicon import section
from rashomon.read.clauses import (
    auxiliaries,
    group,
    is_passive,
    is_pluperfect,
    makes_perfect,
    subjects,
)
from rashomon.read.reasons import weighed
from rashomon.text.phrases import Phrases, phrases

__all__ = ["History", "history"]

ANCHOR = 3.0  # "five days after X took over Y", "since X took over"
OLD_YEAR = 3.0
PHRASE = 2.0
PLUPERFECT = 2.0
SINCE = 2.0  # "200 people have been killed since January"
LIFE = 1.0
FIRST = 1.0
DATED_BY_ANOTHER = 1.0  # "was killed days before the vote"
HABIT = 2.0  # "they used to attack"

_VERBAL = frozenset({"VERB", "AUX"})
_YEARS = range(1000, 2100)
_YEAR_DIGITS = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class History:
    """The words of one language that put a clause into the past."""

    since: frozenset[str]
    anchors: frozenset[str]
    stretches: frozenset[str]
    phrases: Phrases[str]
    lives: Phrases[str]
    first: frozenset[str]
    used: frozenset[str]
    months: frozenset[str]
    sums: Phrases[str]
    deeds: frozenset[str]
    terms: frozenset[str]
    persons: frozenset[str]
    occasions: frozenset[str]
    struggles: frozenset[str]
    definite: frozenset[str]

    def weight(self, root: Token, this_year: int | None, *, is_lead: bool) -> float:
        """Add up the signs that the clause of `root` is history.

        `this_year` is the year of the report; where it is unknown, a bare year counts as old
        outside the lead.
        """
        verb = root if root.pos_ in _VERBAL else _verb_or_root(root)
        is_old = any(
            year < this_year if this_year is not None else not is_lead
            for year in self._years(root, verb)
        )
        is_first = any(
            child.lower_ in self.first and child.dep_ == "advmod" for child in verb.children
        )
        is_dated = any(
            child.lower_ in self.anchors and self._has_stretch(child) for child in verb.children
        )
        signs = (
            (ANCHOR * self._is_anchor(root), "it only dates another happening"),
            (OLD_YEAR * is_old, "an old year dates it"),
            (PHRASE * self._has_phrase(root, self.phrases), "a phrase of looking back"),
            (PLUPERFECT * (is_pluperfect(verb) and not _is_reported(verb)), "the past perfect"),
            (SINCE * self._is_since(verb), "a sum since some day"),
            (FIRST * is_first, "it is told as what came first"),
            (DATED_BY_ANOTHER * is_dated, "another happening dates it"),
            (HABIT * (verb.dep_ == "xcomp" and verb.head.lemma_ in self.used), "a former habit"),
            (LIFE * self._is_life(verb), "somebody's life is told"),
        )
        return sum(weighed(points, "currency", f"history: {rule}", verb) for points, rule in signs)

    def _is_anchor(self, root: Token) -> bool:
        """Match a clause or a noun that only dates another: since it, or days after it."""
        for token in (root, *root.ancestors):
            if token.lower_ in self.since and token.dep_ == "prep":
                return True
            if token.lower_ in self.anchors and token.dep_ == "prep" and self._has_stretch(token):
                return True
            for child in token.children:
                if child.dep_ != "mark" or token.dep_ == "ROOT":
                    continue
                if child.lower_ in self.since or (
                    child.lower_ in self.anchors and self._has_stretch(token)
                ):
                    return True
        return False

    def _has_stretch(self, token: Token) -> bool:
        """Tell whether "five days" or "a year" stands right before the word that dates."""
        return any(
            child.lower_ in self.stretches and child.dep_ in {"npadvmod", "nmod", "dep", "obl"}
            for child in token.children
        ) or (token.i > 0 and token.doc[token.i - 1].lower_ in self.stretches)

    def _years(self, root: Token, verb: Token) -> Iterator[int]:
        """Yield the years that date the clause, by way of prepositions and months only."""
        for token in root.sent:
            if len(token) != _YEAR_DIGITS or not (token.text.isascii() and token.text.isdigit()):
                continue
            if int(token.text) in _YEARS and (
                self._reaches(token, {root, verb}) or token in root.ancestors
            ):
                yield int(token.text)

    def _reaches(self, token: Token, goals: set[Token]) -> bool:
        if token.i > token.sent.start and token.nbor(-1).pos_ == "ADP":
            token = token.nbor(-1)  # "in 1996 rebels seized": the year is not the rebels'
            if token.i == token.sent.start:
                return True  # it dates the whole sentence
        while token.head != token:
            token = token.head
            if token in goals:
                return True
            is_date = token.ent_type_ == "DATE" or token.lower_ in self.months
            if not is_date and token.pos_ != "ADP":
                return False
        return False

    def _has_phrase(self, root: Token, those: Phrases[str]) -> bool:
        sentence = root.sent
        lower = [token.lower_ for token in sentence]
        over = group(root)
        return any(
            those.longest(lower, at) is not None and group(sentence[at]) == over
            for at in range(len(lower))
        )

    def _is_since(self, verb: Token) -> bool:
        perfect = any(makes_perfect(auxiliary) for auxiliary in auxiliaries(verb))
        return perfect and (
            self._has_phrase(verb, self.sums)
            or any(
                child.lower_ in self.since or (child.dep_ == "advcl" and self._marks_since(child))
                for child in verb.children
            )
        )

    def _marks_since(self, clause: Token) -> bool:
        return any(child.dep_ == "mark" and child.lower_ in self.since for child in clause.children)

    def is_aside(self, act: Token) -> bool:
        """Tell whether an act is named for something else, whatever day the sentence names.

        For a person who is known for it ("led bombings", "is responsible for many attacks"; a day
        in the same clause makes news of it), for the sentence served for it, for its anniversary.
        """
        if any(each.lemma_.lower() in self.occasions for each in act.ancestors):
            return True
        if act.lemma_.lower() in self.struggles and self._is_portrait(act):
            return True
        governor = next((each for each in act.ancestors if self._tells_deeds(each)), None)
        if governor is None:
            return False
        if governor.lemma_ in self.terms:
            return any(each.dep_ == "prep" for each in act.ancestors if each.head == governor)
        clause = governor if governor.pos_ in _VERBAL else _verb_or_root(governor)
        return (
            self._is_indefinite_plural(act)
            and self._is_of_person(clause, governor)
            and not any(each.ent_type_ == "DATE" for each in clause.subtree)
        )

    def _is_portrait(self, act: Token) -> bool:
        """Tell whether an act only says who somebody is: "was a leader of the revolt"."""
        above = next((t for t in act.ancestors if t.dep_ == "attr" or t.pos_ in _VERBAL), act)
        return above.dep_ == "attr" and any(map(self._is_person, subjects(above.head)))

    def _tells_deeds(self, token: Token) -> bool:
        word = token.lemma_.lower()
        return word in self.deeds or token.lower_ in self.deeds or word in self.terms

    def _is_indefinite_plural(self, act: Token) -> bool:
        return act.tag_ == "NNS" and not any(
            child.lower_ in self.definite or child.dep_ == "poss" for child in act.children
        )

    def _is_of_person(self, clause: Token, governor: Token) -> bool:
        """Tell whether a clause is of one person, or characterises persons ("men wanted for")."""
        if clause.dep_ in {"relcl", "acl"}:
            return self._is_person(clause.head)
        first = group(clause)
        if first.dep_ in {"relcl", "acl"}:
            return self._is_person(first.head)
        is_act = governor.pos_ in _VERBAL and not is_passive(governor)
        return any(
            self._is_person(subject) and not (is_act and subject.tag_ in {"NNS", "NNPS"})
            for subject in (*subjects(clause), *subjects(first))
        )

    def _is_person(self, noun: Token) -> bool:
        return noun.lemma_.lower() in self.persons or noun.ent_type_ == "PERSON"

    def _is_life(self, verb: Token) -> bool:
        """Match a subject introduced by its life: "Karim, known as the Lion, was killed"."""
        return any(
            self.lives.longest([token.lower_ for token in phrase], at) is not None
            for subject in subjects(verb)
            for phrase in [list(subject.subtree)]
            for at in range(len(phrase))
        )


def _is_reported(verb: Token) -> bool:
    """Tell whether the tense only follows that of a verb of saying: "said they had killed"."""
    while verb.dep_ == "conj":
        verb = verb.head
    return verb.dep_ == "ccomp"


def _verb_or_root(noun: Token) -> Token:
    return next((parent for parent in noun.ancestors if parent.pos_ in _VERBAL), noun)


@cache
def history(language: str) -> History:
    """Load the words of a language from `currency.yml`."""
    words = section(language, "currency")
    return History(
        since=words.words("since"),
        anchors=words.words("anchors"),
        stretches=words.words("stretches"),
        phrases=phrases(words.words("history")),
        lives=phrases(words.words("lives")),
        first=words.words("first"),
        used=words.words("used"),
        months=words.words("months"),
        sums=phrases(words.words("sums")),
        deeds=words.words("deeds"),
        terms=words.words("terms"),
        persons=words.words("persons"),
        occasions=words.words("occasions"),
        struggles=words.words("struggles"),
        definite=words.words("definite"),
    )

"""Which numbers cover more than one incident: tolls, totals, counts since a day or over a week."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from rashomon.lexicon import section
from rashomon.read.clauses import group, verb_over
from rashomon.text.phrases import Phrases, phrases

__all__ = ["Tolls", "tolls"]

_NEAR = 5  # words
_VERBAL = frozenset({"VERB", "AUX"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_OBJECTS = frozenset({"dobj", "obj"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Tolls:
    """The words of one language that mark a cumulative count."""

    toll: frozenset[str]
    totals: frozenset[str]
    rising: frozenset[str]
    bringing: frozenset[str]
    so_far: Phrases[str]
    since: frozenset[str]
    since_not_after: frozenset[str]
    window_before: frozenset[str]
    window_past: frozenset[str]
    window_units: frozenset[str]
    window_counted: frozenset[str]
    window_numbers: frozenset[str]
    stretch: frozenset[str]

    def cues(self, sentence: Tokens) -> tuple[Token, ...]:
        """Find the words of a sentence that can make its counts cumulative."""
        words = [token.lower_ for token in sentence]
        return tuple(
            token for at, token in enumerate(sentence) if self._is_cue(sentence, words, at)
        )

    def covers(self, cues: tuple[Token, ...], head: Token) -> bool:
        """Tell whether one of the sentence's `cues` makes the count at `head` cumulative."""
        over = group(head)
        return any(self._applies(cue, head, over) for cue in cues)

    def _is_cue(self, sentence: Tokens, words: list[str], at: int) -> bool:
        word = words[at]
        if word in self.since:
            # "the first attack since May" says nothing of how many died in it
            if self.since_not_after & {*words[max(at - _NEAR, 0) : at]}:
                return False
            return sentence[at].dep_ == "mark" or sentence[at].head.pos_ in _VERBAL
        return (
            word in self.toll
            or word in self.totals
            or self.so_far.longest(words, at) is not None
            or (word in self.window_before and self._is_window(words, at))
        )

    def _is_window(self, words: list[str], at: int) -> bool:
        """Match "over the past two weeks", "in three days of fighting", "in 24 hours"."""
        ahead = words[at + 1 : at + 7]
        units = [index for index, word in enumerate(ahead) if word in self.window_units]
        if not units:
            return False
        is_counted = units[0] > 0 and all(
            word in self.window_numbers or word.isdigit() for word in ahead[: units[0]]
        )
        if is_counted and words[at] in self.window_counted:
            return True
        past = any(word in self.window_past for word in ahead[: units[0]])
        return past or any(word in self.stretch for word in ahead[units[0] + 1 : units[0] + 3])

    def _applies(self, cue: Token, head: Token, over: Token) -> bool:
        word = cue.lower_
        if word in self.toll:
            return (head.i > cue.i or self._is_brought(cue, head)) and (
                group(cue) == over or cue in head.ancestors
            )
        if word in self.totals:
            return self._is_risen(cue, head) or self._is_brought(cue, head)
        if word in self.since and cue.dep_ == "mark":
            return group(cue.head.head) == over
        return group(cue) == over

    def _is_risen(self, total: Token, head: Token) -> bool:
        """Match "the number of dead rose to 45"."""
        verb = verb_over(head)
        return (
            verb is not None
            and verb.lower_ in self.rising
            and head.i > verb.i
            and any(
                child.dep_ in _SUBJECTS and (child == total or child.is_ancestor(total))
                for child in verb.children
            )
        )

    def _is_brought(self, total: Token, head: Token) -> bool:
        """Match "bringing the number of dead to 45" and "brought to 45 the number of dead"."""
        verb = verb_over(head)
        return (
            verb is not None
            and verb.lower_ in self.bringing
            and any(
                child.dep_ in _OBJECTS and (child == total or child.is_ancestor(total))
                for child in verb.children
            )
            and not any(parent.dep_ in _OBJECTS for parent in _up_to(head, verb))
        )


def _up_to(token: Token, verb: Token) -> Iterator[Token]:
    while token != verb:
        yield token
        token = token.head


@cache
def tolls(language: str) -> Tolls:
    """Load the words of a language from `numbers.yml`."""
    words = section(language, "numbers")
    return Tolls(
        toll=words.words("toll"),
        totals=words.words("totals"),
        rising=words.words("rising"),
        bringing=words.words("bringing"),
        so_far=phrases(words.words("so_far")),
        since=words.words("since"),
        since_not_after=words.words("since_not_after"),
        window_before=words.words("window_before"),
        window_past=words.words("window_past"),
        window_units=words.words("window_units"),
        window_counted=words.words("window_counted"),
        window_numbers=frozenset(words.numbers("units")) | words.words("articles"),
        stretch=words.words("stretch"),
    )

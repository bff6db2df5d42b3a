"""Counts told before of the people whom a clause only points back to: "the men were killed"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from spacy.tokens import Token

from rashomon.lexicon import Section
from rashomon.read.quantities import Quantity

__all__ = ["recalled"]

_FAR = 120  # words back: some three sentences
_PLURAL = {"NNS", "NNPS"}


def recalled(token: Token, quantities: Sequence[Quantity], words: Section) -> Quantity | None:
    """Return the count of the people that `token` points back to, if only one can be meant.

    "The gunmen" are the last gunmen who were counted; "them" and "both" the only people counted
    in the two sentences before the word. `quantities` are in the order of the text.
    """
    here = bisect_left(quantities, token.i, key=lambda quantity: quantity.head.i)
    pronoun = token.lower_ in words.words("counted_before")
    if not pronoun and not (token.tag_ in _PLURAL and _is_definite(token, words)):
        return None
    found = []
    for quantity in reversed(quantities[max(0, here - _FAR) : here]):
        if token.i - quantity.head.i > _FAR:
            break
        is_near = quantity.head.sent.end >= token.sent.start
        if pronoun and not is_near:
            break
        if _can_be(quantity, token, words, pronoun=pronoun):
            found.append(quantity)
    if pronoun and len({quantity.best for quantity in found}) > 1:
        return None
    return found[0] if found else None


def _is_definite(token: Token, words: Section) -> bool:
    return any(child.lower_ in words.words("definite") for child in token.children)


def _can_be(quantity: Quantity, token: Token, words: Section, *, pronoun: bool) -> bool:
    noun = quantity.noun
    if noun is None or quantity.part or quantity.cumulative or quantity.low < 2:  # noqa: PLR2004
        return False
    if not pronoun:
        return noun.lemma_.lower() == token.lemma_.lower()
    names = {noun.lower_, noun.lemma_.lower()}
    people = ("state_forces", "fighters", "civilians", "persons")
    return any(names & words.words(group) for group in people)

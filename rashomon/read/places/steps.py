"""Which places hang on an event's clause, by rules: for languages without a trained ranker.

The place of a source ("sources in X said"), of an institution ("the X government") or of another
clause is not the event's.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import takewhile

from spacy.tokens import Token

from rashomon.read.page import Page
from rashomon.read.places.words import Words
from rashomon.text.folding import fold
from rashomon.values import Place

__all__ = ["is_in_other_clause", "is_no_site", "places_by_steps"]

# Relations that end a clause: what hangs above one belongs to another event.
_CLAUSES = frozenset({"ccomp", "relcl", "advcl", "parataxis", "csubj", "acl"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "agent"})
# Steps that are not counted: they lead within one phrase.
_FREE = frozenset({"pobj", "prep", "compound", "appos", "conj", "nmod", "amod", "pcomp", "nummod"})
_FARTHEST = (
    3.0  # cost from which a place is not the event's; best accuracy on half of `event_place`
)
_COUNTRY = 6  # UCDP where_prec


@dataclass(frozen=True, slots=True)
class _Fit:
    """How far a place is from the trigger over the parse."""

    cost: float
    start: int
    place: Place


def places_by_steps(
    page: Page, trigger: Token, places: Sequence[Place], words: Words
) -> tuple[Place, ...]:
    """List those of a sentence's places that are the event's, the finest of the nearest first.

    "A, B and C districts in Y" gives A, B, C and then Y, the area that holds them.
    """
    fits = [
        _Fit(cost, place.span.start, place)
        for place in places
        if not is_no_site(page, place, words)
        and (cost := _cost(trigger, page.tokens(place.span).root, words)) < _FARTHEST
    ]
    if not fits:
        return ()
    nearest = min(fits, key=lambda fit: (fit.cost, fit.start)).place
    ordered = sorted(fits, key=lambda fit: (not _is_of(nearest, fit.place), fit.cost, fit.start))
    chain = [fit.place for fit in ordered if _is_of(nearest, fit.place)]
    chain.sort(key=lambda place: place.precision or _COUNTRY)
    return tuple(chain) + tuple(fit.place for fit in ordered if fit.place not in chain)


def _is_of(one: Place, other: Place) -> bool:
    """Tell whether two places lie in one another, or are named as one group in one province."""
    if one.country != other.country:
        return False
    return None in {one.admin1, other.admin1} or one.admin1 == other.admin1


def is_no_site(page: Page, place: Place, words: Words) -> bool:
    """Tell whether a name stands for a people or belongs to an institution's or person's name."""
    tokens = page.tokens(place.span)
    if fold(tokens.text) in words.peoples:
        return True
    behind = page.doc[tokens.end] if tokens.end < len(page.doc) else None
    if behind is not None and behind.lower_ in words.institutions:
        return True
    root = tokens.root
    if place.precision == _COUNTRY and root.dep_ in {"nsubj", "compound"}:
        return True  # a country that acts: "X captured the heights", "X troops"
    if root.head.dep_ == "agent" or root.head.lower_ in words.elsewhere:
        return True
    if _is_of_noun(root, words):
        return True
    return root.dep_ in {"compound", "nmod", "poss"} and root.head.lower_ in words.institutions


def _is_of_noun(place: Token, words: Words) -> bool:
    """Match "a soldier from X", and "the government of X" where a language says so."""
    link, noun = place.head.lower_, place.head.head
    if link in words.origin and noun.pos_ in {"NOUN", "PROPN"}:
        return True
    return link in words.belonging and noun.lower_ in words.institutions


def is_in_other_clause(trigger: Token, place: Token) -> bool:
    """Tell whether a place stands in a clause beside or below the trigger's own."""
    above = {trigger.i, *(token.i for token in trigger.ancestors)}
    down = takewhile(lambda token: token.i not in above, (place, *place.ancestors))
    return any(token.dep_ in _CLAUSES for token in down)


def _cost(trigger: Token, place: Token, words: Words) -> float:
    """Count the steps over the parse from a place up to the trigger's clause and down to it."""
    above = [trigger, *trigger.ancestors]
    heights = {token.i: height for height, token in enumerate(above)}
    cost = 0.0
    token = place
    located = False
    while token.i not in heights:
        if token.dep_ == "prep" or token.pos_ == "ADP":
            located = located or token.lower_ in words.locating
        if token.dep_ in _CLAUSES:
            cost += 2.0
        elif token.dep_ in _SUBJECTS:
            cost += 1.0
        elif token.dep_ not in _FREE:
            cost += 0.5
        else:
            cost += 0.25
        speaks = token.dep_ in _SUBJECTS
        if token.head is token:
            return _FARTHEST
        token = token.head
        if speaks and token.i in heights and heights[token.i] > 0 and _is_told(above, token):
            return _FARTHEST  # the place of who tells it
    for step in above[: heights[token.i]]:
        cost += 1.5 if step.dep_ in _CLAUSES else 0.75 if step.dep_ == "conj" else 0.25
    return cost if located else cost + 1.0


def _is_told(above: Iterable[Token], verb: Token) -> bool:
    """Tell whether the trigger is what the subject of `verb` says."""
    return any(token.dep_ == "ccomp" and token.head is verb for token in above)

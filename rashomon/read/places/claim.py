"""Which place is where an event happened.

The place must hang on the event's own clause: the place of a source ("sources in X said"), of an
institution ("the X government") or of another clause is not the event's.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Token

from rashomon.read.page import Page, span_of
from rashomon.read.places.words import Words, words_of
from rashomon.text.folding import fold
from rashomon.values import Place, Span

__all__ = ["place_claim", "places_of_clause"]

# Relations that end a clause: what hangs above one belongs to another event.
_CLAUSES = frozenset({"ccomp", "relcl", "advcl", "parataxis", "csubj", "acl"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "agent"})
# Steps that are not counted: they lead within one phrase.
_FREE = frozenset({"pobj", "prep", "compound", "appos", "conj", "nmod", "amod", "pcomp", "nummod"})
_FARTHEST = (
    3.0  # cost from which a place is not the event's; best accuracy on half of `event_place`
)
_NEAR = 2  # UCDP where_prec of a place that is only near
_COUNTRY = 6
_DISTANCE = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class _Fit:
    """How far a place is from the trigger over the parse."""

    cost: float
    start: int
    place: Place


def place_claim(page: Page, trigger: Span, places: Sequence[Place]) -> Place | None:
    """Choose the place where the event of `trigger` happened.

    First the places of its clause, of which the finest counts ("X district, Y province" is X);
    then the nearest sentence before it that says where something is, back to the lead. A place
    that the event is only near gets precision 2; one that no map has yields to one that is on it.
    None where the report names no fitting place.
    """
    words = words_of(page.language)
    own = places_of_clause(page, trigger, places)
    chosen = own[0] if own else _of_earlier_sentence(page, trigger, places, words)
    if chosen is not None and chosen.lat is None:
        # a street or a building that no map has says less than the town it is told of with
        known = [place for place in places if place.lat is not None]
        near = next((place for place in own if place.lat is not None), None)
        chosen = near or _of_earlier_sentence(page, trigger, known, words) or chosen
    return _refined(page, chosen, words) if chosen is not None else None


def places_of_clause(page: Page, trigger: Span, places: Sequence[Place]) -> tuple[Place, ...]:
    """List the places of the trigger's clause, the finest of the nearest first.

    "A, B and C districts in Y" gives A, B, C and then Y, the area that holds them.
    """
    words = words_of(page.language)
    tokens = page.tokens(trigger)
    if not len(tokens):
        return ()
    root = tokens.root
    sentence = span_of(root.sent)
    fits = [
        _Fit(cost, place.span.start, place)
        for place in places[_from(places, sentence.start) : _from(places, sentence.end)]
        if sentence.holds(place.span) and not _is_no_site(page, place, words)
        if (cost := _cost(root, page.tokens(place.span).root, words)) < _FARTHEST
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


def _is_no_site(page: Page, place: Place, words: Words) -> bool:
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


def _of_earlier_sentence(
    page: Page, trigger: Span, places: Sequence[Place], words: Words
) -> Place | None:
    """Find the last place named before the trigger's sentence as where something is."""
    tokens = page.tokens(trigger)
    limit = span_of(tokens.root.sent).start if len(tokens) else trigger.start
    found: list[Place] = []
    sentence: Span | None = None
    for at in range(_from(places, limit) - 1, -1, -1):
        place = places[at]
        if place.span.end > limit:
            continue
        if sentence is not None and not sentence.holds(place.span):
            break
        located = _preposition(page, place, words) in words.locating
        if located and not _is_no_site(page, place, words):
            sentence = sentence or span_of(page.tokens(place.span)[0].sent)
            found.append(place)
    return min(
        found, key=lambda place: (place.precision or _COUNTRY, place.span.start), default=None
    )


def _from(places: Sequence[Place], offset: int) -> int:
    """Return the index of the first place that starts at `offset` or behind it."""
    return bisect_left(places, offset, key=lambda place: place.span.start)


def _preposition(page: Page, place: Place, words: Words) -> str:
    """Return the preposition that a place's name follows, past "the" and "northern"."""
    at = page.tokens(place.span).start - 1
    while at >= 0 and (page.doc[at].lower_ in words.directional or page.doc[at].pos_ == "DET"):
        at -= 1
    return str(page.doc[at].lower_) if at >= 0 else ""


def _refined(page: Page, place: Place, words: Words) -> Place:
    """Set precision 2 where the words put the event near a place and not in it."""
    if place.precision is None or place.precision >= _COUNTRY - 1:
        return place
    at = page.tokens(place.span).start - 1
    preposition = page.doc[at].lower_ if at >= 0 else ""
    away = preposition in words.joining | words.origin and at > 0
    before = page.doc[at - 1].lower_ if away else ""
    if preposition in words.nearby or before in words.directions or before in words.distances:
        return replace(place, precision=max(_NEAR, place.precision))
    return place

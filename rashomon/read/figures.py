"""Attach the numbers of a clause to what they count in a happening."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence

from spacy.tokens import Token

from rashomon.lexicon import Section, section
from rashomon.read.happening import Happening
from rashomon.read.page import Page, span_of
from rashomon.read.quantities import Quantity
from rashomon.read.reasons import because
from rashomon.values import Figure, Participant, Span

__all__ = ["figures_of"]

_CASUALTIES = {"killed", "wounded"}
_PEOPLE = ("state_forces", "fighters", "civilians", "persons")
_ACTIVE = {"VBZ", "VBP", "VBG", "NNS"}  # "kills", also where it is taken for a noun
_REACH = 6  # words between a headline's verb and its count


def figures_of(
    page: Page, happening: Happening, quantities: Sequence[Quantity]
) -> tuple[Figure, ...]:
    """Return the counts of a happening's victims, casualties or districts, each once.

    `quantities` are those of the page in the order of the text. A single named or definite person
    counts one ("the farmer", "he"). A part of a whole ("12 people, including three children")
    counts a participant of role "other", so that nobody adds it to the whole.
    """
    if happening.measure is None:
        return ()
    words = section(page.language, "parties")
    near = _near(happening.root, quantities)
    found: dict[Span, Figure] = {}
    for token, of in happening.counted:
        participant = happening.participants[of] if of is not None else None
        figure = _figure(happening.measure, token, of, near)
        is_somebody = participant is not None and token != happening.root
        if figure is None and participant and is_somebody and _is_one(token, participant, words):
            span = span_of(token)
            figure = Figure(
                measure=happening.measure,
                low=1,
                best=1,
                high=1,
                wording=span.of(page.content),
                span=span,
                of=of,
            )
            because(figure, "figure", "somebody without a number is one", token, at=span)
        if figure is not None and figure.span is not None:
            found.setdefault(figure.span, figure)
    if not found and (page.in_headline(happening.trigger) or _is_unfinished(happening.root)):
        beside = _beside(happening, near, words)
        rule = "the number stands beside the verb of a headline, whose grammar is lost"
        figure = _counted(happening.measure, beside, None, rule) if beside is not None else None
        return (figure,) if figure is not None else ()
    return tuple(found.values())


def _is_unfinished(token: Token) -> bool:
    """Tell whether a word's sentence lacks its full stop, as headlines do."""
    words = [word for word in token.sent if not word.is_space]
    return not words[-1].is_punct


def _beside(happening: Happening, near: Mapping[int, Quantity], words: Section) -> Quantity | None:
    """Return the count of people that stands next to a headline's verb: "12 MINERS KILLED".

    Parsers lose the grammar of headlines; there the dead stand before a participle and after
    "kills".
    """
    if happening.measure not in _CASUALTIES:
        return None
    people = frozenset().union(*(words.words(name) for name in _PEOPLE))
    at = happening.root.i
    counts = [
        (position, quantity)
        for position, quantity in sorted(near.items())
        if position == quantity.head.i
        and (quantity.noun is None or {quantity.noun.lower_, quantity.noun.lemma_.lower()} & people)
    ]
    after = next((q for position, q in counts if at < position <= at + _REACH), None)
    before = next((q for position, q in reversed(counts) if at - _REACH <= position < at), None)
    return after if happening.root.tag_ in _ACTIVE else before


def _near(root: Token, quantities: Sequence[Quantity]) -> dict[int, Quantity]:
    """Index the quantities of the root's sentence by the words that carry them."""
    start, end = root.sent.start, root.sent.end
    first = bisect_left(quantities, start, key=lambda quantity: quantity.head.i)
    last = bisect_left(quantities, end, key=lambda quantity: quantity.head.i)
    here = quantities[first:last]
    return {q.head.i: q for q in here} | {q.noun.i: q for q in here if q.noun is not None}


def _figure(
    measure: str, token: Token, of: int | None, near: Mapping[int, Quantity]
) -> Figure | None:
    beside = (near[child.i] for child in token.children if child.tag_ == "CD" and child.i in near)
    quantity = near.get(token.i) or next(beside, None)
    if quantity is None:
        return None
    return _counted(measure, quantity, of, "the number goes with a word that the trigger counts")


def _counted(measure: str, quantity: Quantity, of: int | None, rule: str) -> Figure:
    figure = Figure(
        measure=measure,
        low=quantity.low,
        best=quantity.best,
        high=quantity.high,
        wording=quantity.wording,
        span=quantity.span,
        of=of,
        scope="cumulative" if quantity.cumulative else "incident",
    )
    return because(figure, "figure", rule, quantity.head, quantity.noun, at=quantity.span)


def _is_one(token: Token, participant: Participant, words: Section) -> bool:
    """Tell whether somebody without a number is one person, not a party or a body of people."""
    if token.lower_ in words.words("he_or_she"):
        return True
    is_collective = token.lower_ in words.words("collectives") or participant.side in {
        participant.name,
        token.text,
    }
    return token.tag_ in {"NN", "NNP"} and not is_collective

"""Attach the numbers of a clause to what they count in a happening."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence

from spacy.tokens import Token

from rashomon.lexicon import Section, section
from rashomon.read.happening import Happening
from rashomon.read.page import Page, span_of
from rashomon.read.quantities import Quantity
from rashomon.values import Figure, Participant, Span

__all__ = ["figures_of"]


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
    words = section(page.report.language or "en", "parties")
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
        if figure is not None and figure.span is not None:
            found.setdefault(figure.span, figure)
    return tuple(found.values())


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
    return Figure(
        measure=measure,
        low=quantity.low,
        best=quantity.best,
        high=quantity.high,
        wording=quantity.wording,
        span=quantity.span,
        of=of,
        scope="cumulative" if quantity.cumulative else "incident",
    )


def _is_one(token: Token, participant: Participant, words: Section) -> bool:
    """Tell whether somebody without a number is one person, not a party or a body of people."""
    if token.lower_ in words.words("he_or_she"):
        return True
    is_collective = token.lower_ in words.words("collectives") or participant.side in {
        participant.name,
        token.text,
    }
    return token.tag_ in {"NN", "NNP"} and not is_collective

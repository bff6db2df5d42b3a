"""Attach the numbers of a clause to what they count in a happening."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from rashomon.read.happening import Happening
from rashomon.read.page import Page, span_of
from rashomon.read.quantities import Quantity
from rashomon.values import Figure

__all__ = ["figures_of"]


def figures_of(page: Page, happening: Happening, quantities: Sequence[Quantity]) -> tuple[Figure, ...]:
    """Return the counts of a happening's victims, casualties or districts, each once.

    A single named or definite person counts one. A part of a whole ("including three children")
    gives no figure of its own here.
    """
    if happening.measure is None:
        return ()
    found: dict[tuple[int, int], Figure] = {}
    by_token = {q.head.i: q for q in quantities} | {q.noun.i: q for q in quantities if q.noun}
    for token, of in happening.counted:
        for figure in _count(token, of, happening, by_token):
            found.setdefault((figure.span.start, figure.span.end) if figure.span else (0, 0), figure)
    return tuple(found.values())


def _count(token: Token, of: int | None, happening: Happening, by_token: dict[int, Quantity]) -> Iterator[Figure]:
    measure = happening.measure or ""
    quantity = _quantity(token, by_token)
    if quantity is not None:
        whole = not quantity.part or (of is not None and happening.participants[of].role == "other")
        if whole:
            yield Figure(
                measure=measure, low=quantity.low, best=quantity.best, high=quantity.high, wording=quantity.wording,
                span=quantity.span, of=of, scope="cumulative" if quantity.cumulative else "incident",
            )
    elif of is not None and _is_one(token):
        yield Figure(measure=measure, low=1, best=1, high=1, wording=token.text, span=span_of(token), of=of)


def _quantity(token: Token, by_token: dict[int, Quantity]) -> Quantity | None:
    found = by_token.get(token.i)
    if found is not None:
        return found
    return next((by_token[c.i] for c in token.children if c.tag_ == "CD" and c.i in by_token), None)


def _is_one(token: Token) -> bool:
    return token.tag_ in {"NN", "NNP"} or token.lower_ in {"he", "she", "him", "her"}

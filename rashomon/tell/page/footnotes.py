"""Footnotes: a claim's number in its event, leading to the claim's words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rashomon.tell.case import Case, anchor

__all__ = ["Footnote", "Footnotes", "footnotes"]

_MOST = 8  # numbers after one phrase


@dataclass(frozen=True, slots=True)
class Footnote:
    """A claim's number, and the id of its words on the page."""

    number: int
    anchor: str
    report: str  # letter


@dataclass(frozen=True, slots=True)
class Footnotes:
    """The footnotes of one phrase; `more` found no room."""

    shown: tuple[Footnote, ...] = ()
    more: int = 0


def footnotes(case: Case, claims: Sequence[str]) -> Footnotes:
    """Number claims for a phrase that rests on them, in the order of their numbers."""
    known = sorted(set(claims) & set(case.numbers), key=lambda claim: case.numbers[claim])
    told = {claim.id: claim for claim in case.claims}
    shown = tuple(
        Footnote(
            case.numbers[each],
            anchor(told[each].report, told[each].trigger),
            case.library.letters[told[each].report],
        )
        for each in known[:_MOST]
    )
    return Footnotes(shown, len(known) - len(shown))

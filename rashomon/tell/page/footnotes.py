"""Footnotes: a claim's label ("B3": the third claim of report B), leading to its words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rashomon.tell.case import Case, anchor
from rashomon.tell.words import voice_name

__all__ = ["Footnote", "Footnotes", "footnotes", "speakers"]

_MOST = 6  # labels after one phrase
_MOST_SPEAKERS = 4


@dataclass(frozen=True, slots=True)
class Footnote:
    """A claim's label, and the id of its words on the page."""

    label: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Footnotes:
    """The footnotes of one phrase; `more` found no room."""

    shown: tuple[Footnote, ...] = ()
    more: int = 0


def footnotes(case: Case, claims: Sequence[str]) -> Footnotes:
    """Label claims for a phrase that rests on them, in the order in which they are told."""
    known = sorted(set(claims) & set(case.numbers), key=lambda claim: case.numbers[claim])
    told = {claim.id: claim for claim in case.claims}
    shown = tuple(
        Footnote(case.library.labels[each], anchor(told[each].report, told[each].trigger))
        for each in known[:_MOST]
    )
    return Footnotes(shown, len(known) - len(shown))


def speakers(case: Case, claims: Sequence[str]) -> tuple[str, ...]:
    """Name those on whose word claims rest: voices, or the reports that name nobody."""
    wanted = set(claims)
    named = dict.fromkeys(
        voice_name(claim.voices[-1])
        if len(claim.voices) > 1
        else f"report {case.library.letters[claim.report]}, which names nobody"
        for claim in case.claims
        if claim.id in wanted
    )
    shown = list(named)[:_MOST_SPEAKERS]
    rest = len(named) - len(shown)
    return (*shown, *([f"{rest} more"] if rest else []))

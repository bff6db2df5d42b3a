"""The notes beside a text: each claim under its label, as it was read, and its event."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rashomon.tell.case import Case, Library, anchor, claim_anchor, event_anchor, in_order
from rashomon.tell.words import interval, kind_beside, period, phrases, voice_name
from rashomon.values import Claim, Figure, Reading

__all__ = ["NoteView", "events_by_claim", "notes", "owners"]

_MOST_FIGURES = 4


@dataclass(frozen=True, slots=True)
class NoteView:
    """One claim as it was read, beside its text."""

    label: str
    anchor: str
    words: str  # the trigger
    target: str  # the id of the trigger's words
    what: str
    chain: tuple[str, ...]  # from the origin to who passed it on; empty where nobody is named
    told_as: str
    figures: tuple[str, ...]
    when: str | None
    where: str | None
    event: str | None  # the event's title
    event_anchor: str | None
    aside: str | None  # why it stands in no event


def events_by_claim(cases: Sequence[Case]) -> dict[str, tuple[str, str]]:
    """Return the title and the anchor of the event that each claim is of."""
    return {
        claim.id: (case.event.title or case.event.kind, event_anchor(case.event.id))
        for case in cases
        for claim in case.claims
    }


def notes(
    reading: Reading | None, library: Library, events: Mapping[str, tuple[str, str]]
) -> tuple[NoteView, ...]:
    """Note every claim of a report in the order of its text."""
    claims = in_order(reading.claims) if reading else []
    return tuple(_note(claim, library, events.get(claim.id)) for claim in claims)


def owners(reading: Reading | None, library: Library) -> dict[int, str]:
    """Return the label of the claim that each marked character belongs to.

    Where several claims share words, the trigger's claim comes first, then that of a figure, a
    voice, a day, a place; of equals the first in the text.
    """
    found: dict[int, str] = {}
    claims = in_order(reading.claims) if reading else []
    for part in (_places, _days, _voices, _figures, _triggers):
        for claim in reversed(claims):
            for start, end in part(claim):
                found.update(dict.fromkeys(range(start, end), library.labels[claim.id]))
    return found


def _places(claim: Claim) -> list[tuple[int, int]]:
    return [claim.place.span] if claim.place else []


def _days(claim: Claim) -> list[tuple[int, int]]:
    return [claim.date.span] if claim.date and claim.date.span else []


def _voices(claim: Claim) -> list[tuple[int, int]]:
    return [voice.span for voice in claim.voices if voice.span]


def _figures(claim: Claim) -> list[tuple[int, int]]:
    return [figure.span for figure in claim.figures if figure.span]


def _triggers(claim: Claim) -> list[tuple[int, int]]:
    return [claim.trigger]


def _note(claim: Claim, library: Library, event: tuple[str, str] | None) -> NoteView:
    label = library.labels[claim.id]
    words = phrases()
    noun = words.lists("kinds").get(claim.kind, (claim.kind.lower(),))[0]
    unreal = "" if claim.reality == "actual" else f", {claim.reality}"
    title, target = event or (None, None)
    return NoteView(
        label=label,
        anchor=claim_anchor(label),
        words=library.quote(claim.report, claim.trigger),
        target=anchor(claim.report, claim.trigger),
        what=f"{noun}{unreal}",
        chain=_chain(claim),
        told_as=words.pairs("certainty").get(claim.certainty, claim.certainty),
        figures=tuple(_figure(claim, each) for each in claim.figures[:_MOST_FIGURES]),
        when=period(claim.date.start, claim.date.end) if claim.date else None,
        where=claim.place.name if claim.place else None,
        event=title,
        event_anchor=target,
        aside=None if event else words.pairs("asides")[claim.currency],
    )


def _chain(claim: Claim) -> tuple[str, ...]:
    if len(claim.voices) <= 1:
        return ()
    origin, *relays = reversed(claim.voices[1:])
    named = voice_name(origin)
    return (
        f"{named} ({kind})" if (kind := kind_beside(origin)) else named,
        *(voice_name(voice) for voice in relays),
    )


def _figure(claim: Claim, figure: Figure) -> str:
    of = ""
    if figure.of is not None and 0 <= figure.of < len(claim.participants):
        counted = claim.participants[figure.of]
        of = f", {counted.side or counted.name}"
    amount = interval(figure.low if figure.low is not None else figure.best, figure.high)
    scope = " over several incidents" if figure.scope == "cumulative" else ""
    return f"{amount} {figure.measure}{of}{scope}"

"""The claims of one report as they are shown: numbered, each part with the reasons for it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rashomon.read import Explained, Explanation, Reason
from rashomon.tell.words import UNKNOWN, capital, interval, period, phrases, voice_kind, voice_name
from rashomon.values import Claim, Figure, Participant, Place, Report, Span, Voice, When

__all__ = ["ClaimView", "PartView", "ReasonView", "claim_views"]


@dataclass(frozen=True, slots=True)
class ReasonView:
    """A rule in words, the words it saw, their list of the lexicon; a probability, points."""

    rule: str
    seen: tuple[tuple[str, Span], ...]
    entry: str | None
    p: float | None
    points: float | None


@dataclass(frozen=True, slots=True)
class PartView:
    """A part of a claim, what was read, and why."""

    name: str
    value: str
    reasons: tuple[ReasonView, ...]


@dataclass(frozen=True, slots=True)
class ClaimView:
    """A claim under its number among the claims of its report."""

    number: int
    claim: Claim
    trigger: str
    words: str  # the clause
    parts: tuple[PartView, ...]

    @property
    def summary(self) -> str:
        """The claim in one line: how it is told, who tells it, figures, day, place."""
        claim = self.claim
        told = " < ".join(voice_name(voice) for voice in claim.voices)
        figures = ", ".join(_figure(figure) for figure in claim.figures)
        when = period(claim.date.start, claim.date.end) if claim.date else None
        parts = (
            f"{claim.reality}, {claim.currency}, {claim.certainty}",
            f"told by {told}",
            figures,
            when,
            claim.place.name if claim.place else None,
        )
        return "; ".join(part for part in parts if part)


def claim_views(report: Report, explained: Explained) -> tuple[ClaimView, ...]:
    """Number the claims of a report in the order of the text and lay out their parts."""
    content = report.content
    return tuple(
        ClaimView(
            number,
            claim,
            _words(content, claim.trigger),
            _words(content, claim.span),
            tuple(_parts(content, claim, explained.claims[claim.id])),
        )
        for number, claim in enumerate(explained.reading.claims, start=1)
    )


def _parts(content: str, claim: Claim, explanations: tuple[Explanation, ...]) -> Iterator[PartView]:
    names = phrases().pairs("parts")
    for each in explanations:
        name = names[each.part]
        numbered = name if each.index is None else f"{name} {each.index + 1}"
        yield PartView(
            capital(numbered),
            _value(content, claim, each),
            tuple(_reason(content, reason) for reason in each.reasons),
        )


def _reason(content: str, reason: Reason) -> ReasonView:
    seen = tuple((_words(content, span), span) for span in reason.seen)
    return ReasonView(reason.rule, seen, reason.entry, reason.p, reason.points)


def _words(content: str, span: Span) -> str:
    return " ".join(span.of(content).split())


def _value(content: str, claim: Claim, explanation: Explanation) -> str:
    part, index = explanation.part, explanation.index or 0
    if part == "voice":
        return _voice(claim.voices[index])
    if part == "participant":
        return _participant(claim.participants[index])
    if part == "figure":
        return _figure(claim.figures[index])
    if part == "date":
        return _day(claim.date)
    if part == "place":
        return _place(claim.place)
    return _words(content, claim.trigger) if part == "trigger" else str(getattr(claim, part))


def _voice(voice: Voice) -> str:
    side = f", of {voice.side}" if voice.side else ""
    return f"{voice_name(voice)} ({voice_kind(voice)}{side})"


def _participant(each: Participant) -> str:
    side = f", of {each.side}" if each.side and each.side != each.name else ""
    return f"{each.role}: {each.name}{side}"


def _figure(figure: Figure) -> str:
    best = "" if figure.best in {None, figure.low} else f", best {figure.best}"
    sum_of = ", a sum over several incidents" if figure.scope == "cumulative" else ""
    return f"{interval(figure.low, figure.high)} {figure.measure}{best}{sum_of}"


def _day(when: When | None) -> str:
    if when is None:
        return UNKNOWN
    meaning = phrases().pairs("when").get(str(when.precision), "")
    return f"{period(when.start, when.end) or when.start} ({meaning})"


def _place(place: Place | None) -> str:
    if place is None:
        return UNKNOWN
    names = dict.fromkeys(
        name for name in (place.name, place.admin2, place.admin1, place.country) if name
    )
    known = f"{place.lat:.2f}, {place.lon:.2f}" if place.lat is not None and place.lon else None
    meaning = phrases().pairs("where").get(str(place.precision))
    notes = "; ".join(note for note in (meaning, known or "on no map") if note)
    return f"{', '.join(names)} ({notes})"

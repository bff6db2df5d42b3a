"""What telling needs at hand: reports by letter, an event's claims in order, every figure said."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from rashomon.tell.words import letter, phrases
from rashomon.values import (
    Account,
    Claim,
    Dossier,
    Event,
    Figure,
    Finding,
    Participant,
    Report,
    Span,
    Voice,
    identify,
)

__all__ = [
    "Case",
    "Library",
    "Said",
    "anchor",
    "claim_anchor",
    "event_anchor",
    "in_order",
    "report_anchor",
]

_SAFE_ID = re.compile(r"[A-Za-z0-9_.-]{1,80}")


def _slug(name: str) -> str:
    return name if _SAFE_ID.fullmatch(name) else identify(name)


def report_anchor(report: str) -> str:
    """Return the page's id for a report; an id that a fragment cannot hold is hashed."""
    return f"r-{_slug(report)}"


def event_anchor(event: str) -> str:
    """Return the page's id for an event."""
    return f"e-{_slug(event)}"


def anchor(report: str, span: Span) -> str:
    """Return the page's id for the words that a span of a report points at."""
    return f"{report_anchor(report)}-{span.start}"


def claim_anchor(label: str) -> str:
    """Return the page's id for the note on a claim, by its label."""
    return f"c-{label}"


def in_order(claims: Iterable[Claim]) -> list[Claim]:
    """Put claims of one report in the order of its text."""
    return sorted(claims, key=lambda claim: (claim.trigger, claim.id))


@dataclass(frozen=True, slots=True)
class Library:
    """The reports and claims of a dossier by id, and the letters under which they are shown."""

    reports: Mapping[str, Report]
    claims: Mapping[str, Claim]
    letters: Mapping[str, str]  # in order of publication
    labels: Mapping[str, str]  # of claims: the report's letter and the place in its text, "B3"

    @classmethod
    def of(cls, dossier: Dossier) -> Library:
        """Order the reports by day of publication; those without a day come last."""
        ordered = sorted(dossier.reports, key=lambda each: (each.published or "9999", each.id))
        letters = {report.id: letter(index) for index, report in enumerate(ordered)}
        return cls(
            reports={report.id: report for report in ordered},
            claims=dossier.claims(),
            letters=letters,
            labels={
                claim.id: f"{letters[reading.report]}{index}"
                for reading in dossier.readings
                if reading.report in letters
                for index, claim in enumerate(in_order(reading.claims), start=1)
            },
        )

    def turn(self, report: str) -> tuple[int, str]:
        """Return what puts reports in their order: Z comes before AA."""
        letter = self.letters[report]
        return len(letter), letter

    def quote(self, report: str, span: Span) -> str:
        """Return the exact words at a span, on one line."""
        return " ".join(span.of(self.reports[report].content).split())


@dataclass(frozen=True, slots=True)
class Said:
    """One figure of one claim: what is counted of whom, and who says so."""

    claim: Claim
    figure: Figure
    side: str  # a side's name, "civilians" or "unknown"

    @property
    def origin(self) -> Voice | None:
        """The innermost voice; None where the report speaks for itself and names nobody."""
        return self.claim.voices[-1] if len(self.claim.voices) > 1 else None

    @property
    def relays(self) -> tuple[Voice, ...]:
        """The voices between the origin and the publisher, the nearest to the origin first."""
        return tuple(reversed(self.claim.voices[1:-1]))


@dataclass(frozen=True, slots=True)
class Case:
    """An event with the claims and accounts behind it, in the order in which they are told."""

    event: Event
    library: Library
    claims: tuple[Claim, ...]
    accounts: tuple[Account, ...]
    numbers: Mapping[str, int]  # the footnote number of each claim

    @classmethod
    def of(cls, event: Event, library: Library) -> Case:
        """Gather what the library holds of an event; what it does not hold is left out."""
        known = (library.claims[each] for each in event.claims if each in library.claims)
        told = sorted(
            (claim for claim in known if claim.report in library.reports),
            key=lambda claim: (library.turn(claim.report), claim.trigger, claim.id),
        )
        return cls(
            event=event,
            library=library,
            claims=tuple(told),
            accounts=tuple(
                sorted(
                    (each for each in event.accounts if each.report in library.reports),
                    key=lambda account: library.turn(account.report),
                )
            ),
            numbers={claim.id: index for index, claim in enumerate(told, start=1)},
        )

    def side_of(self, participant: Participant) -> str:
        """Return the name under which the event knows a participant's side."""
        wanted = (participant.side or "").casefold()
        if not wanted:
            return "unknown"
        for side in self.event.sides:
            if wanted in {side.name.casefold(), *(alias.casefold() for alias in side.aliases)}:
                return side.name
        civilians = phrases().words("civilians")
        return "civilians" if wanted in civilians else participant.side or "unknown"

    def said(self) -> Iterator[Said]:
        """Yield every figure of the event's claims, in the order in which they are told."""
        for claim in self.claims:
            yield from self.said_in(claim)

    def said_in(self, claim: Claim) -> Iterator[Said]:
        """Yield the figures of one claim."""
        for figure in claim.figures:
            yield Said(claim, figure, self._counted(claim, figure))

    def said_of(self, finding: Finding) -> tuple[Said, ...]:
        """Return the figures that a finding weighs: those of its side, or all for the total."""
        weighed = {*finding.supporting, *finding.dissenting}
        found = [
            said
            for said in self.said()
            if said.figure.measure == finding.measure and (not weighed or said.claim.id in weighed)
        ]
        of_side = [said for said in found if said.side.casefold() == finding.of.casefold()]
        return tuple(of_side or found)

    def _counted(self, claim: Claim, figure: Figure) -> str:
        if figure.of is None or not 0 <= figure.of < len(claim.participants):
            return "unknown"
        return self.side_of(claim.participants[figure.of])

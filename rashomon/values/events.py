"""Views over claims: what happened, according to whom."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from rashomon.values.groups import Doubt, Side
from rashomon.values.readings import Claim, Measure, Reading
from rashomon.values.texts import Issue, Report

__all__ = [
    "Account",
    "Contradiction",
    "Counts",
    "Dossier",
    "Estimate",
    "Event",
    "EventPlace",
    "Finding",
    "Grade",
    "GradeWord",
    "Position",
    "Revision",
    "Step",
]

GradeWord: TypeAlias = Literal["confirmed", "fair", "weak", "contested", "discounted"]


@dataclass(frozen=True, slots=True, kw_only=True)
class EventPlace:
    """Where an event happened; `precision` is UCDP's where_prec."""

    name: str
    country: str | None = None
    admin1: str | None = None
    admin2: str | None = None
    lat: float | None = None
    lon: float | None = None
    geonameid: int | None = None
    precision: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """What one report tells of an event. Accounts with one `origin` are not independent."""

    report: str
    claims: tuple[str, ...]
    origin: str
    copied_from: str | None = None


@dataclass(frozen=True, slots=True)
class Estimate:
    """What a model takes a toll to be, and ends that held the number in 90 of 100 settled cases.

    Never the finding itself, which follows a rule that can be told in a sentence.
    """

    low: int
    best: int
    high: int


@dataclass(frozen=True, slots=True)
class Step:
    """What an origin gave as the toll on one day."""

    day: str
    low: int | None
    best: int | None
    high: int | None
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Revision:
    """A toll that one origin changed from day to day: a sequence, and no contradiction.

    `by` names the origin, where it has a name.
    """

    origin: str
    by: str | None
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """Low, best and high of one measure for one side, with the claims behind them.

    `of` is a side's name, "civilians", "unknown" or "total"; a high of None is open. `estimate`
    is a second answer, of a model; `revisions` tell how origins changed what they told.
    """

    measure: Measure
    of: str
    low: int | None
    best: int | None
    high: int | None
    rule: str
    supporting: tuple[str, ...] = ()
    dissenting: tuple[str, ...] = ()
    origins: int = 0
    estimate: Estimate | None = None
    revisions: tuple[Revision, ...] = ()


@dataclass(frozen=True, slots=True)
class Position:
    """One side of a contradiction: a value, who claims it, and from how many origins."""

    value: str
    claims: tuple[str, ...]
    origins: int


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Claims that cannot all be true of one event; silence is never one."""

    aspect: str
    positions: tuple[Position, ...]
    explanation: str


@dataclass(frozen=True, slots=True)
class Counts:
    """How much stands behind an event: numbers that are never added up.

    `mentions` are claims, `outlets` publishers, `relays` outlets that were quoted, `origins` those
    on whose word it rests; of these `neutral` have no side, and `circular` only cite each other.
    """

    mentions: int
    outlets: int
    relays: int
    origins: int
    sides: int
    neutral: int
    circular: int = 0


@dataclass(frozen=True, slots=True)
class Grade:
    """How far an event is borne out, with the reasons that decided it."""

    word: GradeWord
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """A view over claims: what happened, according to whom."""

    id: str
    kind: str
    title: str
    episode: str
    start: str | None
    end: str | None
    date_precision: int | None
    place: EventPlace | None
    sides: tuple[Side, ...]
    reports: tuple[str, ...]
    claims: tuple[str, ...]
    accounts: tuple[Account, ...]
    findings: tuple[Finding, ...]
    contradictions: tuple[Contradiction, ...]
    origins: int
    grade: Grade
    doubts: tuple[Doubt, ...] = ()
    formerly: tuple[str, ...] = ()
    counts: Counts | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossier:
    """All that is known after a run: the reports, what was read in them, the events seen in that.

    Reports and readings come in order of report id, events in order of their first day.
    """

    reports: tuple[Report, ...]
    readings: tuple[Reading, ...]
    events: tuple[Event, ...]
    issues: tuple[Issue, ...] = ()

    def claims(self) -> dict[str, Claim]:
        """Index every claim by its id."""
        return {claim.id: claim for reading in self.readings for claim in reading.claims}

"""What is read in one report: times, places, attributions and claims."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from rashomon.values.texts import Issue, Span

__all__ = [
    "Attribution",
    "Certainty",
    "Claim",
    "Currency",
    "Figure",
    "Measure",
    "Participant",
    "Place",
    "Reading",
    "Reality",
    "Role",
    "Scope",
    "Time",
    "TimeType",
    "Voice",
    "VoiceKind",
    "When",
]

TimeType: TypeAlias = Literal["DATE", "TIME", "DURATION", "SET"]
Reality: TypeAlias = Literal["actual", "negated", "hypothetical", "planned"]
Currency: TypeAlias = Literal["news", "background", "other"]
Certainty: TypeAlias = Literal[
    "asserted", "claimed", "hearsay", "unconfirmed", "denied", "no comment"
]
Role: TypeAlias = Literal["actor", "target", "victim", "other"]
Scope: TypeAlias = Literal["incident", "cumulative"]
Measure: TypeAlias = str  # killed, wounded, captured, missing, displaced, casualties, districts
VoiceKind: TypeAlias = Literal[
    "publisher",
    "agency",
    "outlet",
    "official",
    "party",
    "resident",
    "witness",
    "medic",
    "ngo",
    "document",
    "social",
    "expert",
    "unnamed",
]


@dataclass(frozen=True, slots=True)
class Time:
    """A time expression; `value` as in TIMEX3, resolved against the day of publication."""

    span: Span
    type: TimeType
    value: str | None
    inferred: bool = False  # resolved without a publication date, from other dates in the text


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A place name and the gazetteer row it means; `lat` and `lon` are null where none is known.

    `precision` is UCDP's where_prec, 1 (exact) to 7 (sea or air).
    """

    span: Span
    name: str
    geonameid: int | None = None
    lat: float | None = None
    lon: float | None = None
    feature: str | None = None
    country: str | None = None  # ISO 3166-1 alpha-2
    admin1: str | None = None
    admin2: str | None = None
    precision: int | None = None


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who says, the words of saying, what is said; each in zero or more pieces.

    `within` is the index of the attribution whose content holds this one.
    """

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    within: int | None = None


@dataclass(frozen=True, slots=True)
class Voice:
    """One hop of a chain of telling. The publisher of a report without one has no name.

    `side` is the party that it speaks for, as the report names it.
    """

    name: str | None
    kind: VoiceKind
    span: Span | None = None
    side: str | None = None


@dataclass(frozen=True, slots=True)
class Participant:
    """Somebody or something with a part in the happening; `side` is whom they belong to."""

    role: Role
    name: str
    span: Span | None = None
    side: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A count as an interval: "at least 15" is low 15, best 15 and no high.

    `of` is the index of the participant who is counted; `wording` and `span` quote the number.
    """

    measure: Measure
    low: int | None
    best: int | None
    high: int | None
    wording: str
    span: Span | None = None
    of: int | None = None
    scope: Scope = "incident"


@dataclass(frozen=True, slots=True)
class When:
    """The first and last day on which something can have happened, as ISO dates.

    `precision` is UCDP's date_prec: 1 day, 2 two to six days, 3 week, 4 month, 5 longer.
    """

    start: str
    end: str
    precision: int
    span: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One assertion in one report that something happened. It never changes.

    `id` is its anchor (report, trigger span, slot), so that a decision outlives a better reader.
    `voices` is the chain of telling from the publisher down to the origin.
    """

    id: str
    report: str
    kind: str
    trigger: Span
    span: Span
    reality: Reality = "actual"
    currency: Currency = "news"
    certainty: Certainty = "asserted"
    voices: tuple[Voice, ...] = ()
    participants: tuple[Participant, ...] = ()
    figures: tuple[Figure, ...] = ()
    place: Place | None = None
    date: When | None = None
    headline: bool = False
    made_by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """All that was read in one report."""

    report: str
    times: tuple[Time, ...] = ()
    places: tuple[Place, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    claims: tuple[Claim, ...] = ()
    issues: tuple[Issue, ...] = ()

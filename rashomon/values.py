"""The frozen types that every room hands to the next.

A `Report` is read into a `Reading`, which holds `Claim`s: facts about a text ("this report, at
this span, says this"). Claims of one happening are gathered into an `Event`, which is only a view
and can be computed again at any time. The fields follow `docs/contract.md`, where each one is
explained; all are equal by value.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from typing import Literal, NamedTuple, TypeAlias

from rashomon.errors import DataError

__all__ = [
    "MISSING_MODEL",
    "Account",
    "Attribution",
    "Certainty",
    "Claim",
    "Contradiction",
    "Counts",
    "Currency",
    "Dossier",
    "Doubt",
    "Estimate",
    "Event",
    "EventPlace",
    "Figure",
    "Finding",
    "Grade",
    "GradeWord",
    "Group",
    "Issue",
    "Judgement",
    "Measure",
    "Participant",
    "Passage",
    "PassageKind",
    "Place",
    "Position",
    "Reading",
    "Reality",
    "Report",
    "Revision",
    "Role",
    "Scope",
    "Side",
    "Span",
    "Step",
    "Time",
    "TimeType",
    "Voice",
    "VoiceKind",
    "When",
    "identify",
]

JSONScalar: TypeAlias = str | int | float | bool | None
PassageKind: TypeAlias = Literal["headline", "subhead", "teaser", "caption", "furniture"]
TimeType: TypeAlias = Literal["DATE", "TIME", "DURATION", "SET"]
Reality: TypeAlias = Literal["actual", "negated", "hypothetical", "planned"]
Currency: TypeAlias = Literal["news", "background", "other"]
Certainty: TypeAlias = Literal[
    "asserted", "claimed", "hearsay", "unconfirmed", "denied", "no comment"
]
Role: TypeAlias = Literal["actor", "target", "victim", "other"]
Scope: TypeAlias = Literal["incident", "cumulative"]
GradeWord: TypeAlias = Literal["confirmed", "fair", "weak", "contested", "discounted"]
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


def identify(*parts: JSONScalar) -> str:
    """Derive a short stable id: the first 16 hex digits of SHA-256 over a JSON array of `parts`.

    JSON keeps the borders between parts, so ("a", "bc") and ("ab", "c") differ.
    """
    canonical = json.dumps(parts, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(canonical.encode("utf-8", "surrogatepass")).hexdigest()[:16]


class Span(NamedTuple):
    """A stretch of a report's content: Unicode code points, 0-based, `end` excluded."""

    start: int
    end: int

    def of(self, content: str) -> str:
        """Quote the words that the span points at."""
        return content[self.start : self.end]

    def holds(self, other: Span) -> bool:
        """Tell whether `other` lies wholly inside."""
        return self.start <= other.start and other.end <= self.end

    def meets(self, other: Span) -> bool:
        """Tell whether the two share at least one character."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of a report that is not running text, so that no claim starts in it.

    The headline is marked too: its claims count only where the body does not say the same.
    """

    span: Span
    kind: PassageKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One text as it was gathered. `content` is what every span points into; it never changes."""

    id: str
    text: str
    title: str | None = None
    url: str | None = None
    publisher: str | None = None
    byline: str | None = None
    language: str | None = None  # ISO 639-1
    published: str | None = None  # ISO 8601 date or date-time
    passages: tuple[Passage, ...] = ()

    @property
    def content(self) -> str:
        """The title, a blank line and the text; the text alone where there is no title."""
        return f"{self.title}\n\n{self.text}" if self.title else self.text


MISSING_MODEL = "missing-model"  # the code of a report that waits for the model of its language


@dataclass(frozen=True, slots=True)
class Issue:
    """Something that could not be made sense of: data, not an exception.

    `code` is the stable handle; `message` says what was received, what was expected and what to
    do; `where` is a file with its line, where there is one.
    """

    code: str
    message: str
    span: Span | None = None
    where: str | None = None


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """How surely two tellings (a report's claims of one incident) are of the same event, and why.

    `left` < `right`; `p` is a probability, or None where a rule forbids the link; `episode` says
    that both may be of one episode, whether of one event or not.
    """

    left: str
    right: str
    p: float | None
    why: tuple[str, ...]
    made_by: str
    episode: bool = False

    def __post_init__(self) -> None:
        """Refuse a pair out of order, so that one pair has one judgement."""
        if self.left >= self.right:
            msg = f"judgement ids must be ordered and distinct: got {self.left!r}, {self.right!r}"
            raise DataError(msg)


@dataclass(frozen=True, slots=True)
class Doubt:
    """A reason to think that an event is two, or belongs to another; `parts` are claim ids."""

    kind: str
    parts: tuple[tuple[str, ...], ...]
    p: float | None
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """What linking hands to weighing: the claims of one event and how its reports hang together.

    `copies` pairs a report with the report it was copied from, oldest first. `sides` unite the
    spellings of one party: the `side` of a participant is a name or alias of one, unless he only
    speaks.
    """

    id: str
    episode: str
    claims: tuple[Claim, ...]
    sides: tuple[Side, ...] = ()
    copies: tuple[tuple[str, str], ...] = ()
    doubts: tuple[Doubt, ...] = ()
    formerly: tuple[str, ...] = ()


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


@dataclass(frozen=True, slots=True)
class Side:
    """One side of an event under the name most reports use; `aliases` are the other spellings."""

    name: str
    role: Role
    aliases: tuple[str, ...] = ()


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

"""The frozen types that every room hands to the next.

A `Report` is read into a `Reading`, which holds `Claim`s: facts about a text ("this report, at
this span, says this"). Claims of one happening are gathered into an `Event`, which is only a view
and can be computed again at any time. The fields follow `docs/contract.md`, where each one is
explained; all are equal by value.
"""

from rashomon.values.events import (
    Account,
    Contradiction,
    Counts,
    Dossier,
    Estimate,
    Event,
    EventPlace,
    Finding,
    Grade,
    GradeWord,
    Position,
    Revision,
    Step,
)
from rashomon.values.groups import Doubt, Group, Judgement, Side
from rashomon.values.ids import JSONScalar, identify
from rashomon.values.readings import (
    Attribution,
    Certainty,
    Claim,
    Currency,
    Figure,
    Measure,
    Participant,
    Place,
    Reading,
    Reality,
    Role,
    Scope,
    Time,
    TimeType,
    Voice,
    VoiceKind,
    When,
)
from rashomon.values.texts import MISSING_MODEL, Issue, Passage, PassageKind, Report, Span

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
    "JSONScalar",
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

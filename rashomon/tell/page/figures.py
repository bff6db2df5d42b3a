"""The figures of an event: each finding with its rule, and every telling of a number."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from rashomon.tell.case import Case, Said, anchor
from rashomon.tell.findings import heading, told_findings
from rashomon.tell.page.footnotes import Footnotes, footnotes
from rashomon.tell.tolls import is_counted
from rashomon.tell.words import (
    UNKNOWN,
    count,
    day,
    interval,
    kind_beside,
    number,
    phrases,
    voice_name,
)
from rashomon.values import Finding, Revision

__all__ = ["FigureView", "RevisionView", "StepView", "Telling", "figure_views", "tellings"]

_MOST_TELLINGS = 60  # rows of an event's table


@dataclass(frozen=True, slots=True)
class Telling:
    """One figure as one report tells it, and the chain by which it came there."""

    heading: str  # what is counted of whom
    quotes: tuple[tuple[str, str], ...]  # the words and their anchors
    read_as: str
    chain: tuple[str, ...]  # from the origin to the report
    certainty: str
    published: str | None


@dataclass(frozen=True, slots=True)
class StepView:
    """What was counted on one day; `later` says how long after the day before."""

    day: str
    amount: str
    later: str | None
    notes: Footnotes


@dataclass(frozen=True, slots=True)
class RevisionView:
    """How one origin changed its count: a sequence, no contradiction."""

    by: str
    steps: tuple[StepView, ...]


@dataclass(frozen=True, slots=True)
class FigureView:
    """Low, best and high of one measure for one side, and all that stands behind it.

    `model` says how many a model takes it to be, where that is another number than the rule's.
    """

    heading: str
    low: str
    best: str
    high: str
    is_open: bool  # no upper bound, although a figure is told
    rule: str
    model: str | None
    revisions: tuple[RevisionView, ...]
    origins: int
    supporting: Footnotes
    dissenting: Footnotes


def figure_views(case: Case) -> Iterator[FigureView]:
    """Yield the findings that say anything, people before things, sides before wholes."""
    for finding in told_findings(case):
        low, best, high = (
            UNKNOWN if value is None else number(value)
            for value in (finding.low, finding.best, finding.high)
        )
        yield FigureView(
            heading=heading(finding),
            low=low,
            best=best,
            high=high,
            is_open=finding.high is None and finding.best is not None,
            rule=finding.rule,
            model=_model(finding),
            revisions=tuple(_revision(case, each) for each in finding.revisions),
            origins=finding.origins,
            supporting=footnotes(case, finding.supporting),
            dissenting=footnotes(case, finding.dissenting),
        )


def tellings(case: Case) -> tuple[tuple[Telling, ...], int]:
    """List every figure told, each once under the first finding that weighs it.

    Returns:
        The tellings that a table has room for, and how many more there are.
    """
    told: set[Said] = set()
    found: list[Telling] = []
    for finding in told_findings(case):
        new = [said for said in case.said_of(finding) if said not in told]
        told.update(new)
        found += _tellings(case, heading(finding), new)
    return tuple(found[:_MOST_TELLINGS]), max(len(found) - _MOST_TELLINGS, 0)


def _model(finding: Finding) -> str | None:
    """Say what the model makes of a finding; nothing where it says the same."""
    guess = finding.estimate
    if guess is None or guess.best == finding.best:
        return None
    return (
        f"A model fitted to settled tolls takes it to be {number(guess.best)}; in 90 of 100 such "
        f"cases the number lay between {number(guess.low)} and {number(guess.high)}. "
        f"It is a guess beside the rule, not a finding."
    )


def _revision(case: Case, revision: Revision) -> RevisionView:
    """Set the counts of an origin in order: 12 on one day, then 15 two days later."""
    steps = []
    before: date | None = None
    for step in revision.steps:
        told = date.fromisoformat(step.day)
        apart = 0 if before is None else (told - before).days
        amount = interval(step.low if step.low is not None else step.best, step.high)
        steps.append(
            StepView(
                day=day(step.day) or step.day,
                amount=amount,
                later=f"{count(apart, 'day', 'days')} later" if apart else None,
                notes=footnotes(case, step.claims),
            )
        )
        before = told
    return RevisionView(revision.by or "nobody named", tuple(steps))


def _tellings(case: Case, heading: str, told: Sequence[Said]) -> Iterator[Telling]:
    """Yield each way of telling once, with every place where a report tells it so."""
    rows: dict[tuple[object, ...], list[Said]] = {}
    for said in told:
        chain = _chain(case, said)
        rows.setdefault((chain, _read_as(said), said.claim.certainty), []).append(said)
    for group in rows.values():
        first = group[0]
        certainty = first.claim.certainty
        yield Telling(
            heading=heading,
            quotes=tuple(dict.fromkeys(_quote(case, said) for said in group)),
            read_as=_read_as(first),
            chain=_chain(case, first),
            certainty=phrases().pairs("certainty").get(certainty, certainty),
            published=day(case.library.reports[first.claim.report].published),
        )


def _quote(case: Case, said: Said) -> tuple[str, str]:
    """Return the words of a figure and their anchor."""
    report, span = said.claim.report, said.figure.span or said.claim.trigger
    return case.library.quote(report, span) or said.figure.wording, anchor(report, span)


def _read_as(said: Said) -> str:
    if not is_counted(said):
        return "not counted"
    figure = said.figure
    return interval(figure.low if figure.low is not None else figure.best, figure.high)


def _chain(case: Case, said: Said) -> tuple[str, ...]:
    """Name every hop from the origin to the report, the origin with its kind."""
    report = f"report {case.library.letters[said.claim.report]}"
    if said.origin is None:
        return ("nobody named", report)
    origin = voice_name(said.origin)
    if kind := kind_beside(said.origin):
        origin = f"{origin} ({kind})"
    return (origin, *(voice_name(voice) for voice in said.relays), report)

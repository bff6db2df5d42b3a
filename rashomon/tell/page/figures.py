"""The figures of an event: each finding with its drawing and every telling behind it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from rashomon.tell.case import Case, Said, anchor
from rashomon.tell.tolls import is_counted, people_measures
from rashomon.tell.words import (
    UNKNOWN,
    capital,
    count,
    day,
    interval,
    number,
    phrases,
    voice_kind,
    voice_name,
)
from rashomon.values import Finding, Revision, Step

__all__ = ["FigureView", "Telling", "figure_views"]

_MOST_TELLINGS = 40  # rows under one figure
_WHOLES = ("total", "unknown")


@dataclass(frozen=True, slots=True)
class Telling:
    """One figure as one report tells it, and the chain by which it came there."""

    quotes: tuple[tuple[str, str], ...]  # the words and their anchors
    read_as: str
    chain: tuple[str, ...]  # from the origin to the report
    certainty: str
    published: str | None


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
    revisions: tuple[str, ...]  # how an origin changed its count: a sequence, no contradiction
    origins: int
    tellings: tuple[Telling, ...]
    more: int


def figure_views(case: Case) -> Iterator[FigureView]:
    """Yield the findings that say anything, people before things, sides before wholes."""
    order = phrases().ordered("participles")
    rank = {measure: index for index, measure in enumerate(order)}
    shown = [finding for finding in case.event.findings if _says_more(case, finding)]
    told: set[Said] = set()
    for finding in sorted(
        shown,
        key=lambda each: (
            rank.get(each.measure, len(rank)),
            each.measure,
            each.of == "total",
            each.of == "unknown",
        ),
    ):
        new = [said for said in case.said_of(finding) if said not in told]
        told.update(new)
        yield _figure_view(case, finding, new)


def _says_more(case: Case, finding: Finding) -> bool:
    """Leave out a finding without content, and a total that only repeats one side."""
    if not case.said_of(finding) and finding.best is None and finding.high is None:
        return False
    if finding.of != "total":
        return True
    parts = [
        each
        for each in case.event.findings
        if each.measure == finding.measure and each.of != "total" and case.said_of(each)
    ]
    bounds = (finding.low, finding.best, finding.high)
    return len(parts) != 1 or (parts[0].low, parts[0].best, parts[0].high) != bounds


def _figure_view(case: Case, finding: Finding, tellings: Sequence[Said]) -> FigureView:
    """Show a finding with the tellings that no finding before it has shown."""
    rows = tuple(_tellings(case, tellings))
    of = {"total": "all together", "unknown": "side unknown"}.get(finding.of, finding.of)
    is_of_things = finding.of in _WHOLES and finding.measure not in people_measures()
    low, best, high = (
        UNKNOWN if value is None else number(value)
        for value in (finding.low, finding.best, finding.high)
    )
    return FigureView(
        heading=capital(finding.measure) + ("" if is_of_things else f", {of}"),
        low=low,
        best=best,
        high=high,
        is_open=finding.high is None and finding.best is not None,
        rule=finding.rule,
        model=_model(finding),
        revisions=tuple(map(_revision, finding.revisions)),
        origins=finding.origins,
        tellings=rows[:_MOST_TELLINGS],
        more=max(len(rows) - _MOST_TELLINGS, 0),
    )


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


def _revision(revision: Revision) -> str:
    """Say how a count changed: "police: 12, then 15 (2 days later)"."""
    first, *later = revision.steps
    words = [_stepped(first)]
    for before, step in zip(revision.steps, later, strict=False):
        apart = (date.fromisoformat(step.day) - date.fromisoformat(before.day)).days
        words.append(f"then {_stepped(step)} ({count(apart, 'day', 'days')} later)")
    return f"{revision.by or 'nobody named'}: {', '.join(words)}."


def _stepped(step: Step) -> str:
    return interval(step.low if step.low is not None else step.best, step.high)


def _tellings(case: Case, told: Sequence[Said]) -> Iterator[Telling]:
    """Yield each way of telling once, with every place where a report tells it so."""
    rows: dict[tuple[object, ...], list[Said]] = {}
    for said in told:
        chain = _chain(case, said)
        rows.setdefault((chain, _read_as(said), said.claim.certainty), []).append(said)
    for group in rows.values():
        first = group[0]
        certainty = first.claim.certainty
        yield Telling(
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
    if said.origin.name:
        origin = f"{origin} ({voice_kind(said.origin)})"
    return (origin, *(voice_name(voice) for voice in said.relays), report)

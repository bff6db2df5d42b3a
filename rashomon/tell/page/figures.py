"""The figures of an event: each finding with its drawing and every telling behind it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rashomon.tell.case import Case, Said, anchor
from rashomon.tell.charts import Toll, draw_toll
from rashomon.tell.words import (
    UNKNOWN,
    capital,
    day,
    interval,
    number,
    phrases,
    voice_kind,
    voice_name,
)
from rashomon.values import Finding

__all__ = ["FigureView", "Telling", "figure_views"]

_MOST_TELLINGS = 40  # rows under one figure
_WHOLES = ("total", "unknown")


@dataclass(frozen=True, slots=True)
class Telling:
    """One figure as one report tells it, and the chain by which it came there."""

    words: str
    anchor: str
    read_as: str
    chain: tuple[str, ...]  # from the origin to the report
    certainty: str
    letter: str
    published: str | None


@dataclass(frozen=True, slots=True)
class FigureView:
    """Low, best and high of one measure for one side, and all that stands behind it."""

    heading: str
    low: str
    best: str
    high: str
    is_open: bool  # no upper bound, although a figure is told
    rule: str
    origins: int
    chart: Toll | None
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
    of = {"total": "all together", "unknown": "side unknown"}.get(finding.of, finding.of)
    low, best, high = (
        UNKNOWN if value is None else number(value)
        for value in (finding.low, finding.best, finding.high)
    )
    return FigureView(
        heading=f"{capital(finding.measure)}, {of}",
        low=low,
        best=best,
        high=high,
        is_open=finding.high is None and finding.best is not None,
        rule=finding.rule,
        origins=finding.origins,
        chart=draw_toll(case, finding) if tellings else None,
        tellings=tuple(_telling(case, said) for said in tellings[:_MOST_TELLINGS]),
        more=max(len(tellings) - _MOST_TELLINGS, 0),
    )


def _telling(case: Case, said: Said) -> Telling:
    claim, figure = said.claim, said.figure
    report = case.library.reports[claim.report]
    span = figure.span or claim.trigger
    return Telling(
        words=case.library.quote(claim.report, span) or figure.wording,
        anchor=anchor(claim.report, span),
        read_as=interval(figure.low if figure.low is not None else figure.best, figure.high),
        chain=_chain(case, said),
        certainty=phrases().pairs("certainty").get(claim.certainty, claim.certainty),
        letter=case.library.letters[claim.report],
        published=day(report.published),
    )


def _chain(case: Case, said: Said) -> tuple[str, ...]:
    """Name every hop from the origin to the report, the origin with its kind."""
    report = f"report {case.library.letters[said.claim.report]}"
    if said.origin is None:
        return ("nobody named", report)
    origin = voice_name(said.origin)
    if said.origin.name:
        origin = f"{origin} ({voice_kind(said.origin)})"
    return (origin, *(voice_name(voice) for voice in said.relays), report)

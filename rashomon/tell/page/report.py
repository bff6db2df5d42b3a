"""One report's text on the page, with its marks and the ways back to the events."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rashomon.tell.case import Case, Library, event_anchor, report_anchor
from rashomon.tell.links import followable
from rashomon.tell.texts import Back, Line, lines
from rashomon.tell.words import day
from rashomon.values import Reading, Report

__all__ = ["ReportView", "backs_by_report", "report_view"]


@dataclass(frozen=True, slots=True)
class ReportView:
    """One report with its marked text."""

    anchor: str
    letter: str
    publisher: str | None
    byline: str | None
    published: str | None
    url: str | None  # only what a browser may follow safely
    language: str | None
    lines: tuple[Line, ...]
    events: tuple[Back, ...]
    issues: tuple[str, ...]


def backs_by_report(cases: Sequence[Case]) -> dict[str, dict[int, list[Back]]]:
    """Place the ways back: by report, then by the character after which they stand."""
    found: dict[str, dict[int, list[Back]]] = {}
    for case in cases:
        target = event_anchor(case.event.id)
        for claim in case.claims:
            content = case.library.reports[claim.report].content
            end = claim.span.start + len(claim.span.of(content).rstrip())
            back = Back(case.numbers[claim.id], case.event.title, target)
            found.setdefault(claim.report, {}).setdefault(end, []).append(back)
    return found


def report_view(
    report: Report,
    reading: Reading | None,
    library: Library,
    backs: Mapping[int, Sequence[Back]],
) -> ReportView:
    """Work out what a report's section shows."""
    events = {back.target: back for at in sorted(backs) for back in backs[at]}
    return ReportView(
        anchor=report_anchor(report.id),
        letter=library.letters[report.id],
        publisher=report.publisher,
        byline=report.byline,
        published=day(report.published),
        url=followable(report.url),
        language=report.language,
        lines=tuple(lines(report, reading, backs)),
        events=tuple(events.values()),
        issues=tuple(issue.message for issue in reading.issues) if reading else (),
    )

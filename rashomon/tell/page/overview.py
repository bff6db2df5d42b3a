"""The whole page: what was read, what was skipped, then the events, then the texts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from rashomon.tell.case import Case, Library
from rashomon.tell.charts import Drawing, draw_days, draw_map
from rashomon.tell.page.event import EventView, event_view
from rashomon.tell.page.report import ReportView, backs_by_report, report_view
from rashomon.tell.words import capital, count, day, period
from rashomon.values import Dossier, Issue

__all__ = ["IssueView", "Overview", "overview"]

_MOST_ISSUES = 8  # messages under one code


@dataclass(frozen=True, slots=True)
class IssueView:
    """What was skipped or not understood, by its code."""

    code: str
    count: int
    messages: tuple[str, ...]
    more: int


@dataclass(frozen=True, slots=True)
class Overview:
    """The page: its numbers, its events, its reports."""

    title: str
    reports: tuple[ReportView, ...]
    publishers: tuple[tuple[str, int], ...]  # with how many reports each
    days: str | None  # of publication
    undated: int
    claims: int
    episodes: int
    events: tuple[EventView, ...]
    issues: tuple[IssueView, ...]
    map: Drawing | None
    time_line: Drawing | None


def overview(dossier: Dossier) -> Overview:
    """Work out all that the page shows."""
    library = Library.of(dossier)
    cases = [Case.of(event, library) for event in dossier.events]
    readings = {reading.report: reading for reading in dossier.readings}
    reports = list(library.reports.values())
    dated = sorted(
        report.published for report in reports if report.published and day(report.published)
    )
    publishers = Counter(report.publisher for report in reports if report.publisher)
    backs = backs_by_report(cases)
    titles = {event.id: event.title or event.kind for event in dossier.events}
    return Overview(
        title=_title(dossier),
        reports=tuple(
            report_view(report, readings.get(report.id), library, backs.get(report.id, {}))
            for report in reports
        ),
        publishers=tuple(sorted(publishers.items(), key=lambda pair: (-pair[1], pair[0]))),
        days=period(dated[0], dated[-1]) if dated else None,
        undated=len(reports) - len(dated),
        claims=len(library.claims),
        episodes=len({event.episode for event in dossier.events}),
        events=tuple(event_view(case, titles) for case in cases),
        issues=tuple(_issues(_all_issues(dossier, library))),
        map=draw_map(cases),
        time_line=draw_days(cases),
    )


def _title(dossier: Dossier) -> str:
    events = capital(count(len(dossier.events), "event", "events"))
    return f"{events} in {count(len(dossier.reports), 'report', 'reports')}"


def _all_issues(dossier: Dossier, library: Library) -> list[Issue]:
    """Put what readings complain of, under the report's letter, after what gathering skipped."""
    found = list(dossier.issues)
    for reading in dossier.readings:
        report = f"report {library.letters.get(reading.report, reading.report)}"
        found += [replace(issue, where=report) for issue in reading.issues]
    return found


def _issues(issues: Sequence[Issue]) -> Iterator[IssueView]:
    by_code: dict[str, list[Issue]] = {}
    for issue in issues:
        by_code.setdefault(issue.code, []).append(issue)
    for code, found in sorted(by_code.items()):
        messages = [
            f"{each.where}: {each.message}" if each.where else each.message for each in found
        ]
        yield IssueView(
            code, len(found), tuple(messages[:_MOST_ISSUES]), max(len(found) - _MOST_ISSUES, 0)
        )

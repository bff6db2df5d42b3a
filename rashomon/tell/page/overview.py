"""The whole page: what was read, what was skipped, then the events, then the texts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from rashomon.tell.case import Case, Library
from rashomon.tell.charts import Drawing, draw_days, draw_map
from rashomon.tell.page.claims import events_by_claim
from rashomon.tell.page.event import EventView, event_view
from rashomon.tell.page.report import ReportView, report_view
from rashomon.tell.words import capital, count, day, period
from rashomon.values import Dossier, Issue

__all__ = ["Choice", "IssueView", "Overview", "overview"]

_MOST_ISSUES = 8  # messages under one code


@dataclass(frozen=True, slots=True)
class IssueView:
    """What was skipped or not understood, by its code."""

    code: str
    count: int
    messages: tuple[str, ...]
    more: int


@dataclass(frozen=True, slots=True)
class Choice:
    """A way to narrow the table of events: by what, and the values there are, with how many."""

    name: str
    label: str
    options: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Overview:
    """The page: its numbers, its events, its reports."""

    title: str
    reports: tuple[ReportView, ...]
    publishers: tuple[tuple[str, int], ...]  # with how many reports each
    days: str | None  # of publication
    undated: int
    characters: int  # of all texts
    claims: int
    episodes: int
    grades: tuple[tuple[str, int], ...]
    events: tuple[EventView, ...]
    choices: tuple[Choice, ...]
    first: str | None  # day on which an event can have happened, as ISO dates
    last: str | None
    time_line: Drawing | None
    map: Drawing | None
    skipped: tuple[IssueView, ...]  # what gathering left out
    issues: tuple[IssueView, ...]  # what reading could not make sense of


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
    titles = {event.id: event.title or event.kind for event in dossier.events}
    events = tuple(event_view(case, titles) for case in cases)
    told = events_by_claim(cases)
    return Overview(
        title=_title(dossier),
        reports=tuple(
            report_view(report, readings.get(report.id), library, told) for report in reports
        ),
        publishers=tuple(sorted(publishers.items(), key=lambda pair: (-pair[1], pair[0]))),
        days=period(dated[0], dated[-1]) if dated else None,
        undated=len(reports) - len(dated),
        characters=sum(len(report.content) for report in reports),
        claims=len(library.claims),
        episodes=len({event.episode for event in dossier.events}),
        grades=_counted(event.grade for event in events),
        events=events,
        choices=tuple(_choices(events)),
        first=min((each.start for each in events if each.start and day(each.start)), default=None),
        last=max((each.end for each in events if each.end and day(each.end)), default=None),
        time_line=draw_days(cases),
        map=draw_map(cases),
        skipped=tuple(_issues(dossier.issues)),
        issues=tuple(_issues(_unread(dossier, library))),
    )


def _title(dossier: Dossier) -> str:
    events = capital(count(len(dossier.events), "event", "events"))
    return f"{events} in {count(len(dossier.reports), 'report', 'reports')}"


def _choices(events: Sequence[EventView]) -> Iterator[Choice]:
    """Offer a choice wherever there is one."""
    offered = (
        ("grade", "Grade", [event.grade for event in events]),
        ("kind", "Kind", [event.what for event in events]),
        ("country", "Country", [event.country or "not known" for event in events]),
    )
    for name, label, values in offered:
        options = _counted(values)
        if len(options) > 1:
            yield Choice(name, label, options)


def _counted(values: Iterable[str]) -> tuple[tuple[str, int], ...]:
    return tuple(sorted(Counter(values).items(), key=lambda pair: (-pair[1], pair[0])))


def _unread(dossier: Dossier, library: Library) -> list[Issue]:
    """Put what readings complain of under their reports' letters."""
    return [
        replace(issue, where=f"report {library.letters.get(reading.report, reading.report)}")
        for reading in dossier.readings
        for issue in reading.issues
    ]


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

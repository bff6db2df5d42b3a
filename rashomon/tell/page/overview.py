"""The whole page: what was read, what was skipped, then the events, then the texts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from rashomon.tell.case import Case, Library, report_anchor
from rashomon.tell.charts import Drawing, draw_days, draw_map
from rashomon.tell.page.claims import events_by_claim
from rashomon.tell.page.event import EventRow, EventView, event_row, event_view
from rashomon.tell.page.report import ReportView, report_view
from rashomon.tell.words import capital, count, day, period
from rashomon.values import Dossier, Issue, Reading, Report

__all__ = ["Book", "Choice", "IssueView", "Overview", "TextRow", "overview"]

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
class TextRow:
    """One report in the list of texts."""

    anchor: str
    letter: str
    publisher: str | None
    published: str | None


@dataclass(frozen=True, slots=True)
class Book:
    """The events and the texts behind an overview, each laid out in its turn and then forgotten."""

    cases: tuple[Case, ...]
    library: Library
    readings: Mapping[str, Reading]

    def events(self) -> Iterator[EventView]:
        """Lay out event by event."""
        titles = {case.event.id: case.event.title or case.event.kind for case in self.cases}
        return (event_view(case, titles) for case in self.cases)

    def texts(self) -> Iterator[ReportView]:
        """Lay out text by text, in order of publication."""
        told = events_by_claim(self.cases)
        for report in self.library.reports.values():
            yield report_view(report, self.readings.get(report.id), self.library, told)


@dataclass(frozen=True, slots=True)
class Overview:
    """The page: its numbers, its events, its reports, and what is told of each."""

    title: str
    texts: tuple[TextRow, ...]
    publishers: tuple[tuple[str, int], ...]  # with how many reports each
    days: str | None  # of publication
    undated: int
    characters: int  # of all texts
    claims: int
    episodes: int
    grades: tuple[tuple[str, int], ...]
    rows: tuple[EventRow, ...]
    choices: tuple[Choice, ...]
    first: str | None  # day on which an event can have happened, as ISO dates
    last: str | None
    time_line: Drawing | None
    map: Drawing | None
    skipped: tuple[IssueView, ...]  # what gathering left out
    issues: tuple[IssueView, ...]  # what reading could not make sense of
    book: Book


def overview(dossier: Dossier) -> Overview:
    """Work out what the page shows first."""
    library = Library.of(dossier)
    cases = tuple(Case.of(event, library) for event in dossier.events)
    reports = list(library.reports.values())
    dated = sorted(
        report.published for report in reports if report.published and day(report.published)
    )
    publishers = Counter(report.publisher for report in reports if report.publisher)
    rows = tuple(map(event_row, cases))
    return Overview(
        title=_title(dossier),
        texts=tuple(_text_row(report, library) for report in reports),
        publishers=tuple(sorted(publishers.items(), key=lambda pair: (-pair[1], pair[0]))),
        days=period(dated[0], dated[-1]) if dated else None,
        undated=len(reports) - len(dated),
        characters=sum(len(report.content) for report in reports),
        claims=len(library.claims),
        episodes=len({event.episode for event in dossier.events}),
        grades=_counted(row.grade for row in rows),
        rows=rows,
        choices=tuple(_choices(rows)),
        first=min((each.start for each in rows if each.start and day(each.start)), default=None),
        last=max((each.end for each in rows if each.end and day(each.end)), default=None),
        time_line=draw_days(cases),
        map=draw_map(cases),
        skipped=tuple(_issues(dossier.issues)),
        issues=tuple(_issues(_unread(dossier, library))),
        book=Book(cases, library, {reading.report: reading for reading in dossier.readings}),
    )


def _text_row(report: Report, library: Library) -> TextRow:
    return TextRow(
        anchor=report_anchor(report.id),
        letter=library.letters[report.id],
        publisher=report.publisher,
        published=day(report.published),
    )


def _title(dossier: Dossier) -> str:
    events = capital(count(len(dossier.events), "event", "events"))
    return f"{events} in {count(len(dossier.reports), 'report', 'reports')}"


def _choices(rows: Sequence[EventRow]) -> Iterator[Choice]:
    """Offer a choice wherever there is one."""
    offered = (
        ("grade", "Grade", [row.grade for row in rows]),
        ("kind", "Kind", [row.what for row in rows]),
        ("country", "Country", [row.country or "not known" for row in rows]),
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

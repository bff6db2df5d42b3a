"""Events and reports as HTML for the output of a notebook's cell.

A fragment of a page that is not ours: it has no style sheet, script, id or link to itself, so it
changes nothing around it and nothing around it is needed; marks are styled in place.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from rashomon.tell.case import Case
from rashomon.tell.compare import Comparison
from rashomon.tell.compare.show import Line as CompareLine
from rashomon.tell.compare.show import comparison_lines
from rashomon.tell.page.render import render_part
from rashomon.tell.sentence import paragraph, plain
from rashomon.tell.texts import Line, Piece, excerpt, lines
from rashomon.tell.words import UNKNOWN, day, killed, number, period, place, voice_name
from rashomon.values import Claim, Event, Finding, Reading, Report

__all__ = ["comparison_html", "event_html", "events_html", "report_html"]

_MOST_QUOTES = 24  # claims quoted under one event; the report page has them all
_MOST_EVENTS = 60  # rows of a list of events


@dataclass(frozen=True, slots=True)
class _Quote:
    """The words of a claim with their marks, and who says them through whom."""

    letter: str
    publisher: str
    published: str | None
    voices: tuple[str, ...]
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class _Row:
    """A finding in words."""

    what: str
    low: str
    best: str
    high: str
    rule: str


@dataclass(frozen=True, slots=True)
class _Event:
    event: Event
    when: str
    where: str
    lead: str
    rows: tuple[_Row, ...]
    quotes: tuple[_Quote, ...]
    more: int


@dataclass(frozen=True, slots=True)
class _Report:
    report: Report
    published: str | None
    lines: tuple[Line, ...]
    issues: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Listed:
    title: str
    when: str
    where: str
    killed: str
    origins: int
    grade: str


@dataclass(frozen=True, slots=True)
class _List:
    head: str
    rows: tuple[_Listed, ...]
    more: int


@dataclass(frozen=True, slots=True)
class _Compared:
    name: str
    lines: tuple[CompareLine, ...]
    more: int


def event_html(case: Case, readings: Mapping[str, Reading]) -> str:
    """Show an event: what an editor would write, the figures with their rules, the exact words."""
    event = case.event
    # several claims can stand in the same words
    told = {(claim.report, claim.span): claim for claim in reversed(case.claims)}
    claims = [claim for claim in case.claims if told[claim.report, claim.span] is claim]
    quotes = tuple(_quote(case, claim, readings) for claim in claims[:_MOST_QUOTES])
    return render_part(
        "notebook.html.j2",
        "event",
        _Event(
            event,
            _when(event),
            _where(event),
            plain(paragraph(case)),
            tuple(map(_row, event.findings)),
            quotes,
            len(claims) - len(quotes),
        ),
    )


def report_html(report: Report, reading: Reading | None) -> str:
    """Show a report's text with voices, cues, figures, places and times marked."""
    issues = tuple(issue.message for issue in reading.issues) if reading else ()
    told = tuple(lines(report, reading, {}))
    shown = _Report(report, day(report.published), told, issues)
    return render_part("notebook.html.j2", "report", shown)


def events_html(events: Sequence[Event], reports: int) -> str:
    """Show a list of events, a row each."""
    head = f"{len(events)} event{'' if len(events) == 1 else 's'} in {reports} report"
    listed = _List(
        f"{head}{'' if reports == 1 else 's'}",
        tuple(map(_listed, islice(events, _MOST_EVENTS))),
        max(len(events) - _MOST_EVENTS, 0),
    )
    return render_part("notebook.html.j2", "events", listed)


def comparison_html(comparison: Comparison, name: str) -> str:
    """Show a comparison as a list: what both have and how it differs, then what one has."""
    told = list(comparison_lines(comparison))
    shown = _Compared(name, tuple(told[:_MOST_EVENTS]), max(len(told) - _MOST_EVENTS, 0))
    return render_part("notebook.html.j2", "compared", shown)


def _quote(case: Case, claim: Claim, readings: Mapping[str, Reading]) -> _Quote:
    report = case.library.reports[claim.report]
    return _Quote(
        case.library.letters[report.id],
        report.publisher or "publisher not known",
        day(report.published),
        tuple(voice_name(voice) for voice in reversed(claim.voices[1:])),
        tuple(excerpt(report, readings.get(report.id), claim.span)),
    )


def _row(finding: Finding) -> _Row:
    bounds = (finding.low, finding.best, finding.high)
    low, best, high = (UNKNOWN if each is None else number(each) for each in bounds)
    return _Row(f"{finding.measure}, {finding.of}", low, best, high, finding.rule)


def _listed(event: Event) -> _Listed:
    return _Listed(
        event.title,
        _when(event),
        _where(event),
        "/".join(killed(event)),
        event.origins,
        event.grade.word,
    )


def _when(event: Event) -> str:
    return period(event.start, event.end) or UNKNOWN


def _where(event: Event) -> str:
    return place(event.place) or UNKNOWN

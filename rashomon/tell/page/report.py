"""One report's text on the page, with its marks and the notes on its claims beside it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from rashomon.tell.case import Library, claim_anchor, report_anchor
from rashomon.tell.links import followable
from rashomon.tell.page.claims import NoteView, notes, owners
from rashomon.tell.texts import Back, Line, Piece, lines
from rashomon.tell.words import day
from rashomon.values import Reading, Report

__all__ = ["LineView", "ReportView", "Run", "report_view"]


@dataclass(frozen=True, slots=True)
class Run:
    """Pieces that lead to one claim, under its label; or to none."""

    label: str | None
    target: str | None
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class LineView:
    """One line of a report, in runs."""

    runs: tuple[Run, ...]
    is_headline: bool


@dataclass(frozen=True, slots=True)
class ReportView:
    """One report with its marked text."""

    anchor: str
    letter: str
    title: str | None
    publisher: str | None
    byline: str | None
    published: str | None
    url: str | None  # only what a browser may follow safely
    language: str | None
    lines: tuple[LineView, ...]
    notes: tuple[NoteView, ...]
    events: tuple[tuple[str, str], ...]  # titles and anchors
    issues: tuple[str, ...]


def report_view(
    report: Report,
    reading: Reading | None,
    library: Library,
    events: Mapping[str, tuple[str, str]],
) -> ReportView:
    """Work out what a report's section shows; `events` tells of each claim its event."""
    noted = notes(reading, library, events)
    told = dict.fromkeys(
        (note.event, note.event_anchor) for note in noted if note.event and note.event_anchor
    )
    return ReportView(
        anchor=report_anchor(report.id),
        letter=library.letters[report.id],
        title=report.title,
        publisher=report.publisher,
        byline=report.byline,
        published=day(report.published),
        url=followable(report.url),
        language=report.language,
        lines=_lines(report, reading, library),
        notes=noted,
        events=tuple((title, anchor) for title, anchor in told if title and anchor),
        issues=tuple(issue.message for issue in reading.issues) if reading else (),
    )


def _lines(report: Report, reading: Reading | None, library: Library) -> tuple[LineView, ...]:
    backs: dict[int, list[Back]] = {}
    for claim in reading.claims if reading else ():
        label = library.labels[claim.id]
        end = claim.span.start + len(claim.span.of(report.content).rstrip())
        backs.setdefault(end, []).append(Back(label, claim_anchor(label)))
    owner = owners(reading, library)
    return tuple(_line(line, owner) for line in lines(report, reading, backs))


def _line(line: Line, owner: Mapping[int, str]) -> LineView:
    """Put together neighbouring pieces of one claim, so that each is one link."""
    runs = []
    for label, pieces in groupby(line.pieces, key=lambda piece: _owner(piece, owner)):
        target = None if label is None else claim_anchor(label)
        runs.append(Run(label, target, tuple(pieces)))
    return LineView(_parted(runs), line.is_headline)


def _owner(piece: Piece, owner: Mapping[int, str]) -> str | None:
    return owner.get(piece.start) if piece.marks and piece.text.strip() else None


def _parted(runs: Sequence[Run]) -> tuple[Run, ...]:
    """End a run where something is put behind a piece, such as a footnote: a link holds no link."""
    found: list[Run] = []
    for run in runs:
        begun: list[Piece] = []
        for piece in run.pieces:
            begun.append(piece)
            if piece.backs or piece.unread:
                found.append(Run(run.label, run.target, tuple(begun)))
                begun = []
        if begun:
            found.append(Run(run.label, run.target, tuple(begun)))
    return tuple(found)

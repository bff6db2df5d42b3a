"""A report's text cut at the edges of all marks, so that marks may overlap and no word is lost."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from rashomon.tell.case import anchor
from rashomon.tell.words import phrases
from rashomon.values import Claim, Reading, Report, Span

__all__ = ["Back", "Line", "Piece", "anchored", "excerpt", "lines"]


@dataclass(frozen=True, slots=True)
class Back:
    """The way from a claim's words to what is noted of the claim under its label."""

    label: str
    target: str  # the id of the note on the page


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters under the same marks.

    A mark is one letter, as the style sheet names it: v who says, c says, f figure, p place,
    t time, h what happened, s not read.
    """

    text: str
    marks: str = ""
    anchor: str | None = None
    backs: tuple[Back, ...] = ()
    unread: str | None = None  # why the passage that ends with this piece was not read
    start: int = 0  # the first character's place in the content


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a report."""

    pieces: tuple[Piece, ...]
    is_headline: bool


def lines(
    report: Report,
    reading: Reading | None,
    backs: Mapping[int, Sequence[Back]],
    more: Iterable[tuple[Span, str]] = (),
) -> Iterator[Line]:
    """Yield the lines of a report with their marks; `backs` stand after the given characters.

    `more` are marks beside those of the reading; what they stand on can be linked to. Blank lines
    are left out; all other characters are kept, each in one piece.
    """
    pieces: list[Piece] = []
    line_start = 0
    for start, piece in _pieces(report, reading, backs, tuple(more)):
        if piece.text != "\n":
            pieces.append(piece)
            continue
        yield from _line(report, line_start, pieces)
        pieces, line_start = [], start + 1
    yield from _line(report, line_start, pieces)


def excerpt(report: Report, reading: Reading | None, span: Span) -> Iterator[Piece]:
    """Yield the words of a span with their marks, on one line."""
    for start, piece in _pieces(report, reading, {span.end: ()}, [(span, "")]):
        if span.start <= start < span.end:
            yield Piece(" " if piece.text == "\n" else piece.text, piece.marks)


def anchored(claim: Claim) -> Iterator[Span]:
    """Yield the spans of a claim that the page links to."""
    yield claim.trigger
    yield claim.span
    yield from (figure.span for figure in claim.figures if figure.span)
    yield from (each.span for each in claim.participants if each.span)
    yield from (voice.span for voice in claim.voices if voice.span)
    if claim.date and claim.date.span:
        yield claim.date.span
    if claim.place:
        yield claim.place.span


def _line(report: Report, start: int, pieces: Sequence[Piece]) -> Iterator[Line]:
    if any(piece.text.strip() for piece in pieces):
        in_title = bool(report.title) and start < len(report.title or "")
        marked = any(
            each.kind == "headline" and each.span.start <= start < each.span.end
            for each in report.passages
        )
        yield Line(tuple(pieces), is_headline=in_title or marked)


def _pieces(
    report: Report,
    reading: Reading | None,
    backs: Mapping[int, Sequence[Back]],
    more: Sequence[tuple[Span, str]],
) -> Iterator[tuple[int, Piece]]:
    """Sweep over the content from edge to edge with the marks that are open."""
    content = report.content
    marks = [*_marks(reading), *_skipped(report), *more]
    anchors = {span.start for claim in _claims(reading) for span in anchored(claim)}
    anchors |= {span.start for span, _ in more}
    reasons = _reasons(report)
    begins, ends = (
        _by_place((s.start, m) for s, m in marks),
        _by_place((s.end, m) for s, m in marks),
    )
    edges = {0, len(content), *begins, *ends, *anchors, *backs, *reasons}
    edges |= {at + step for at, char in enumerate(content) if char == "\n" for step in (0, 1)}
    opened: Counter[str] = Counter()
    for start, end in pairwise(sorted(edge for edge in edges if 0 <= edge <= len(content))):
        opened.update(begins.get(start, ()))
        opened.subtract(ends.get(start, ()))
        yield (
            start,
            Piece(
                content[start:end],
                "".join(sorted(mark for mark, times in opened.items() if times > 0)),
                anchor(report.id, Span(start, end)) if start in anchors else None,
                tuple(backs.get(end, ())),
                reasons.get(end),
                start,
            ),
        )


def _marks(reading: Reading | None) -> Iterator[tuple[Span, str]]:
    if reading is None:
        return
    for said in reading.attributions:
        yield from ((span, "v") for span in said.source)
        yield from ((span, "c") for span in said.cue)
    yield from ((each.span, "t") for each in reading.times)
    yield from ((each.span, "p") for each in reading.places)
    for claim in reading.claims:
        yield claim.trigger, "h"
        yield from ((each.span, "v") for each in claim.voices if each.span)
        yield from ((each.span, "f") for each in claim.figures if each.span)


def _skipped(report: Report) -> Iterator[tuple[Span, str]]:
    return ((each.span, "s") for each in report.passages if each.kind != "headline")


def _reasons(report: Report) -> dict[int, str]:
    """Place each passage's reason after its last word."""
    reasons = phrases().pairs("unread")
    return {
        each.span.start + len(each.span.of(report.content).rstrip()): reasons[each.kind]
        for each in report.passages
        if each.kind in reasons
    }


def _claims(reading: Reading | None) -> tuple[Claim, ...]:
    return () if reading is None else reading.claims


def _by_place(placed: Iterable[tuple[int, str]]) -> dict[int, list[str]]:
    found: dict[int, list[str]] = {}
    for place, mark in placed:
        found.setdefault(place, []).append(mark)
    return found

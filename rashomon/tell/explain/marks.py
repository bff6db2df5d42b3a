"""Which words of a report are shown under which mark; marks may overlap."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rashomon.tell.explain.claims import ClaimView
from rashomon.values import Reading, Report, Span

__all__ = ["Mark", "Step", "marks_of", "steps"]


@dataclass(frozen=True, slots=True, order=True)
class Mark:
    """A mark by its letter in `telling.yml`; what happened carries the number of its claim."""

    letter: str
    number: int | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """A stretch of text, the marked stretches that end before it, and those that it opens.

    `inside` are all that it lies in, from the widest to the narrowest.
    """

    text: str
    closed: tuple[Span, ...]
    opened: tuple[Span, ...]
    inside: tuple[Span, ...]


def marks_of(
    report: Report, reading: Reading, claims: tuple[ClaimView, ...]
) -> dict[Span, set[Mark]]:
    """Return the marks of a report by the characters that they stand on."""
    found: dict[Span, set[Mark]] = {}
    for span, mark in _marks(report, reading, claims):
        if span.start < span.end:
            found.setdefault(span, set()).add(mark)
    return found


def steps(content: str, marked: Iterable[Span]) -> Iterator[Step]:
    """Cut a text at the edges of what is marked, so that brackets round it can be nested.

    What crosses the end of another is closed there and opened again behind it.
    """
    begins: dict[int, list[Span]] = {}
    for span in sorted(set(marked), key=lambda each: (each.start, -each.end)):
        begins.setdefault(span.start, []).append(span)
    ends = {span.end for spans in begins.values() for span in spans}
    edges = sorted({0, len(content), *begins, *ends})
    inside: list[Span] = []
    for start, end in zip(edges, [*edges[1:], len(content)], strict=True):
        lowest = next((at for at, span in enumerate(inside) if span.end <= start), len(inside))
        closed = inside[lowest:]
        opened = [*(span for span in closed if span.end > start), *begins.get(start, ())]
        inside = [*inside[:lowest], *opened]
        yield Step(content[start:end], tuple(reversed(closed)), tuple(opened), tuple(inside))


def _marks(
    report: Report, reading: Reading, claims: tuple[ClaimView, ...]
) -> Iterator[tuple[Span, Mark]]:
    for said in reading.attributions:
        yield from ((span, Mark("v")) for span in said.source)
        yield from ((span, Mark("c")) for span in said.cue)
        yield from ((span, Mark("q")) for span in said.content)
    yield from ((each.span, Mark("t")) for each in reading.times)
    yield from ((each.span, Mark("p")) for each in reading.places)
    for view in claims:
        claim = view.claim
        yield claim.trigger, Mark("h", view.number)
        yield from ((each.span, Mark("v")) for each in claim.voices if each.span)
        yield from ((each.span, Mark("f")) for each in claim.figures if each.span)
        yield from ((each.span, Mark("x")) for each in claim.participants if each.span)
    for passage in report.passages:
        yield passage.span, Mark("headline" if passage.kind == "headline" else "s")

"""Everything that was read in one text, as labelled stretches of its characters."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rashomon.tell.words import interval, phrases, voice_kind, voice_name
from rashomon.values import Claim, Dossier, Figure, Place, Reading, Report, Span

__all__ = ["LABELS", "Mark", "counted", "marks", "says", "texts"]

# What each label marks, in the words of the glossary.
LABELS = {
    "VOICE": "who says it",
    "CUE": "the words of saying",
    "CONTENT": "what is said",
    "CLAIM": "the clause that asserts a happening",
    "TRIGGER": "the word that names the happening",
    "PARTICIPANT": "who took part",
    "FIGURE": "a count",
    "PLACE": "a place",
    "TIME": "a day or time",
}


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of a report's content, what it is, and how it was read, in a few words."""

    span: Span
    label: str
    note: str = ""
    claim: str | None = None
    geonameid: int | None = None


def texts(dossier: Dossier) -> Iterator[tuple[Report, tuple[Mark, ...]]]:
    """Yield each report with its marks, in the order of the dossier."""
    readings = {reading.report: reading for reading in dossier.readings}
    for report in dossier.reports:
        reading = readings.get(report.id)
        yield report, marks(report, reading) if reading else ()


def marks(report: Report, reading: Reading) -> tuple[Mark, ...]:
    """Return the marks of a reading in the order of the text, the longer first.

    Words that are marked twice in the same way are kept once; a mark without characters is left
    out.
    """
    length = len(report.content)
    found: dict[tuple[Span, str, str | None], Mark] = {}
    for mark in _all(reading):
        if 0 <= mark.span.start < mark.span.end <= length:
            own = mark.claim if mark.label in {"CLAIM", "TRIGGER"} else None
            found.setdefault((mark.span, mark.label, own), mark)
    order = list(LABELS)
    return tuple(
        sorted(
            found.values(),
            key=lambda mark: (
                mark.span.start,
                -mark.span.end,
                order.index(mark.label),
                mark.claim or "",
            ),
        )
    )


def says(reading: Reading) -> Iterator[tuple[Span, Span]]:
    """Yield each voice with each stretch that it says."""
    for said in reading.attributions:
        for source in said.source:
            yield from ((source, content) for content in said.content)


def _all(reading: Reading) -> Iterator[Mark]:
    """Yield every mark; what a claim tells of a stretch comes before what stands beside it."""
    for claim in reading.claims:
        yield from _of_claim(claim)
    for said in reading.attributions:
        yield from (Mark(span, "VOICE") for span in said.source)
        yield from (Mark(span, "CUE") for span in said.cue)
        yield from (Mark(span, "CONTENT") for span in said.content)
    for time in reading.times:
        yield Mark(time.span, "TIME", time.value or "")
    for place in reading.places:
        yield _of_place(place, None)


def _of_claim(claim: Claim) -> Iterator[Mark]:
    kind = claim.kind if claim.reality == "actual" else f"{claim.kind}, {claim.reality}"
    yield Mark(claim.span, "CLAIM", _told(claim), claim.id)
    yield Mark(claim.trigger, "TRIGGER", kind, claim.id)
    for voice in claim.voices:
        if voice.span is not None:
            yield Mark(voice.span, "VOICE", voice_kind(voice), claim.id)
    for each in claim.participants:
        if each.span is not None:
            side = f" of {each.side}" if each.side else ""
            yield Mark(each.span, "PARTICIPANT", f"{each.role}{side}", claim.id)
    for figure in claim.figures:
        if figure.span is not None:
            yield Mark(figure.span, "FIGURE", counted(claim, figure), claim.id)
    if claim.place is not None:
        yield _of_place(claim.place, claim.id)
    if claim.date is not None and claim.date.span is not None:
        days = "/".join(dict.fromkeys((claim.date.start, claim.date.end)))
        yield Mark(claim.date.span, "TIME", days, claim.id)


def _told(claim: Claim) -> str:
    """Say how sure it is told, and through whom: "claimed; villagers, Hill Post"."""
    certainty = phrases().pairs("certainty").get(claim.certainty, claim.certainty)
    return f"{certainty}; {', '.join(voice_name(voice) for voice in reversed(claim.voices))}"


def counted(claim: Claim, figure: Figure) -> str:
    """Say what a count means: "killed 18–20, raiders"."""
    low = figure.low if figure.low is not None else figure.best
    of = ""
    if figure.of is not None and 0 <= figure.of < len(claim.participants):
        counted = claim.participants[figure.of]
        of = f", {counted.side or counted.name}"
    scope = " in all" if figure.scope == "cumulative" else ""
    return f"{figure.measure} {interval(low, figure.high)}{scope}{of}"


def _of_place(place: Place, claim: str | None) -> Mark:
    known = dict.fromkeys(filter(None, (place.name, place.admin2, place.admin1, place.country)))
    return Mark(place.span, "PLACE", ", ".join(known), claim, place.geonameid)

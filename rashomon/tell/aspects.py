"""What each claim says, aspect by aspect: the exact words, where they stand, how they were read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from rashomon.lexicon import KINDS
from rashomon.tell.case import Case, anchor
from rashomon.tell.comparison import Amount, Days, Name, Spot, Value
from rashomon.tell.words import capital, interval, period, phrases, voice_name
from rashomon.text.folding import fold
from rashomon.values import Claim, Figure, Span

__all__ = ["Aspect", "Entry", "entries", "rank"]

_LONGEST_QUOTE = 90  # characters
_LAND = "territory"  # stands in the lexicon's phrases for what changed hands
_SILENT = frozenset({"no comment", "denied"})
_STATEMENT = "Statement only"


@dataclass(frozen=True, slots=True)
class Aspect:
    """One aspect of an event, as a row names it; `key` is what contradictions call it."""

    label: str
    key: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One quotation: the exact words, where they stand, who says so, how we read them.

    `clause` is what they stand in, where the words are only a part of it.
    """

    words: str
    anchor: str
    claim: str
    voices: tuple[str, ...]
    note: str | None
    value: Value
    clause: str | None = None
    disputed: bool = False


def entries(case: Case, claim: Claim) -> Iterator[tuple[Aspect, Entry]]:
    """Yield what a claim says of each aspect."""
    yield from _settled(case, claim)
    if claim.certainty in _SILENT:
        yield _response(case, claim)
        return
    if claim.reality != "actual":
        status = Name(claim.reality)
        words = _around(case, claim)
        yield Aspect("Status", "status"), _entry(case, claim, words, status, claim.reality)
        return
    yield from _happening(case, claim)
    yield from _people(case, claim)
    if claim.date is not None and claim.date.span is not None:
        days = period(claim.date.start, claim.date.end)
        entry = _entry(case, claim, claim.date.span, Days.of(claim.date), days)
        yield Aspect("When", "date"), entry
    if claim.place is not None:
        where = claim.place
        entry = _entry(case, claim, where.span, Spot.of(where), where.name)
        yield Aspect("Where", "place"), entry
    yield from _figures(case, claim)


def rank(aspect: Aspect) -> tuple[int, str]:
    """Order aspects as they are told: what, who, when, where, losses, land, who answers."""
    losses = phrases().ordered("participles")
    order = ("kind", "actor", "target", "date", "place", *losses, "casualties", _LAND)
    last = ("responsibility", "status", "correction", "response")
    if aspect.key in order:
        return order.index(aspect.key), aspect.label
    late = last.index(aspect.key) + 1 if aspect.key in last else 0
    return len(order) + late, aspect.label


def _happening(case: Case, claim: Claim) -> Iterator[tuple[Aspect, Entry]]:
    """Quote the word for what happened, and the clause on what changed hands."""
    is_aside = claim.kind == _STATEMENT and case.event.kind != _STATEMENT
    if claim.headline or is_aside:
        return
    kind = KINDS.get(claim.kind)
    noun = phrases().lists("kinds").get(claim.kind, (claim.kind,))[0]
    told = Name(kind.event_type if kind else claim.kind)
    word = _entry(case, claim, claim.trigger, told, noun)
    yield Aspect("What", "kind"), replace(word, voices=())  # who says so stands with the rest
    if _LAND in noun:
        taken = {case.side_of(each) for each in claim.participants if each.role == "actor"}
        value = Name(" ".join(sorted(taken)).casefold())
        yield Aspect("Territory", _LAND), _entry(case, claim, _around(case, claim), value)


def _response(case: Case, claim: Claim) -> tuple[Aspect, Entry]:
    """Tell who denies, or has not commented."""
    sides = {case.side_of(each) for each in claim.participants} - {"unknown"}
    speaker = claim.voices[-1] if len(claim.voices) > 1 else None
    of = speaker.side if speaker and speaker.side else next(iter(sorted(sides)), "")
    label = f"Response, {of}" if of else "Response"
    attitude = Name(claim.certainty, exclusive=True)
    note = phrases().pairs("certainty").get(claim.certainty)
    words = _around(case, claim)
    return Aspect(label, "response"), _entry(case, claim, words, attitude, note)


def _settled(case: Case, claim: Claim) -> Iterator[tuple[Aspect, Entry]]:
    """Quote what the accounts say on who is responsible, how things stand, what was taken back."""
    aspects = {"responsibility": "Responsibility", "status": "Status", "correction": "Taken back"}
    for found in case.event.contradictions:
        for position in found.positions:
            if found.aspect in aspects and claim.id in position.claims:
                value = Name(position.value.casefold(), exclusive=True)
                entry = _entry(case, claim, _around(case, claim), value, position.value)
                yield Aspect(aspects[found.aspect], found.aspect), entry


def _people(case: Case, claim: Claim) -> Iterator[tuple[Aspect, Entry]]:
    labels = {"actor": "By whom", "target": "Against whom"}
    if claim.kind == _STATEMENT and case.event.kind != _STATEMENT:
        return  # who only speaks did not do it
    for participant in claim.participants:
        if participant.role in labels and participant.span is not None:
            side = case.side_of(participant)
            value = Name((participant.name if side == "unknown" else side).casefold())
            known = None if side == "unknown" else side
            entry = _entry(case, claim, participant.span, value, known)
            yield Aspect(labels[participant.role], participant.role), entry


def _figures(case: Case, claim: Claim) -> Iterator[tuple[Aspect, Entry]]:
    for said in case.said_in(claim):
        figure = said.figure
        span = figure.span or claim.trigger
        entry = _entry(case, claim, span, Amount.of(figure), _read_as(figure))
        yield _counted(figure, said.side), entry


def _counted(figure: Figure, side: str) -> Aspect:
    """Name the row of a figure; what is counted of land stands with the land."""
    nouns = phrases().lists("nouns")
    if figure.measure in nouns and figure.measure != "casualties":
        return Aspect("Territory", _LAND)
    of = "" if side == "unknown" else f", {side}"
    scope = " in all" if figure.scope == "cumulative" else ""
    return Aspect(f"{capital(figure.measure)}{scope}{of}", figure.measure)


def _read_as(figure: Figure) -> str | None:
    nouns = phrases().lists("nouns")
    bounds = interval(figure.low, figure.high)
    if figure.measure in nouns and figure.measure != "casualties":
        return f"{bounds} {nouns[figure.measure][1]}"
    return None if bounds in figure.wording or figure.best is None else bounds


def _entry(case: Case, claim: Claim, span: Span, value: Value, note: str | None = None) -> Entry:
    """Quote a span. A voice stands with it only where its own clause holds the words."""
    words = _clipped(case.library.quote(claim.report, span))
    clause = case.library.quote(claim.report, claim.span)
    told = len(claim.voices) > 1 and claim.span.meets(span)
    return Entry(
        words=words,
        anchor=anchor(claim.report, span),
        claim=claim.id,
        voices=(voice_name(claim.voices[-1]),) if told else (),
        note=note if note and fold(note) not in fold(words) else None,
        value=value,
        clause=clause if words != clause else None,
    )


def _around(case: Case, claim: Claim) -> Span:
    """Return the clause, or from its trigger on where the clause is too long to quote."""
    if claim.span.end - claim.span.start <= _LONGEST_QUOTE:
        return claim.span
    content = case.library.reports[claim.report].content
    end = min(claim.trigger.start + _LONGEST_QUOTE, claim.span.end)
    if end < claim.span.end:
        end = max(content.rfind(" ", claim.trigger.end, end), claim.trigger.end)
    return Span(claim.trigger.start, end)


def _clipped(words: str) -> str:
    return words if len(words) <= _LONGEST_QUOTE else f"{words[: _LONGEST_QUOTE - 1].rstrip()}…"

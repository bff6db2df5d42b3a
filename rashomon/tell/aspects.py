"""The accounts of one event side by side: one row an aspect, one cell an account.

A cell holds the report's exact words and a state. Silence is never agreement, and an account agrees
only with one of another origin: a copy repeats. What does not compare is said to be unclear.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

from rashomon.lexicon import KINDS
from rashomon.tell.case import Case, anchor
from rashomon.tell.comparison import Amount, Days, Name, Spot, Value, same
from rashomon.tell.words import capital, interval, name_key, period, phrases, voice_name
from rashomon.text.folding import fold
from rashomon.values import Account, Claim, Span

__all__ = ["Cell", "Entry", "Row", "State", "rows", "shown_accounts"]

State: TypeAlias = Literal["agree", "differ", "repeat", "unclear", "alone", "silent"]

_MOST_ACCOUNTS = 12  # columns; the reports beyond them are listed under the table
_MOST_ENTRIES = 5  # what a cell quotes before it says how many more there are
_LONGEST_QUOTE = 90  # characters


@dataclass(frozen=True, slots=True)
class Entry:
    """One quotation: the exact words, where they stand, who says so, how we read them."""

    words: str
    anchor: str
    claim: str
    voices: tuple[str, ...]
    note: str | None
    value: Value
    disputed: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """What one account says about one aspect; `more` quotations were left out."""

    state: State
    entries: tuple[Entry, ...] = ()
    more: int = 0


@dataclass(frozen=True, slots=True)
class Row:
    """One aspect over all accounts, in the order of the accounts."""

    label: str
    cells: tuple[Cell, ...]

    @property
    def disputed(self) -> bool:
        """Tell whether any account differs."""
        return any(cell.state == "differ" for cell in self.cells)


def rows(case: Case) -> tuple[Row, ...]:
    """Lay the accounts side by side; an aspect of which nobody speaks has no row."""
    found: dict[tuple[str, str], dict[str, list[Entry]]] = {}
    for claim in sorted(case.claims, key=lambda each: each.kind != case.event.kind):
        for label, aspect, entry in _entries(case, claim):
            found.setdefault((label, aspect), {}).setdefault(claim.report, []).append(entry)
    return tuple(
        _row(case, label, aspect, found[label, aspect])
        for label, aspect in sorted(found, key=lambda key: _rank(*key))
    )


def shown_accounts(case: Case) -> tuple[Account, ...]:
    """Choose the accounts that a table has room for: originals before copies, in order."""
    if len(case.accounts) <= _MOST_ACCOUNTS:
        return case.accounts
    originals = [each for each in case.accounts if each.copied_from is None]
    copies = [each for each in case.accounts if each.copied_from is not None]
    chosen = {each.report for each in [*originals, *copies][:_MOST_ACCOUNTS]}
    return tuple(each for each in case.accounts if each.report in chosen)


def _rank(label: str, aspect: str) -> tuple[int, str]:
    order = ("kind", "actor", "target", "date", "place", *phrases().ordered("participles"))
    late = len(order) + (aspect == "response")
    return (order.index(aspect) if aspect in order else late, label)


def _entries(case: Case, claim: Claim) -> Iterator[tuple[str, str, Entry]]:
    """Yield what a claim says, as (row label, aspect, entry)."""
    if claim.certainty in {"no comment", "denied"}:
        attitude = Name(claim.certainty, exclusive=True)
        yield "Response", "response", _entry(case, claim, claim.span, attitude)
        return
    if not claim.headline:
        kind = KINDS.get(claim.kind)
        told = Name(kind.event_type if kind else claim.kind)
        unreal = None if claim.reality == "actual" else claim.reality
        yield "What", "kind", _entry(case, claim, _around(case, claim), told, unreal)
    if claim.reality != "actual":
        return
    yield from _people(case, claim)
    if claim.date is not None and claim.date.span is not None:
        days = period(claim.date.start, claim.date.end)
        value = Days.of(claim.date)
        yield "When", "date", _entry(case, claim, claim.date.span, value, days)
    if claim.place is not None:
        where = claim.place
        entry = _entry(case, claim, where.span, Spot.of(where), where.name)
        yield "Where", "place", entry
    yield from _figures(case, claim)


def _people(case: Case, claim: Claim) -> Iterator[tuple[str, str, Entry]]:
    labels = {"actor": "By whom", "target": "Against whom"}
    for participant in claim.participants:
        if participant.role in labels and participant.span is not None:
            side = case.side_of(participant)
            value = Name((participant.name if side == "unknown" else side).casefold())
            known = None if side == "unknown" else side
            entry = _entry(case, claim, participant.span, value, known)
            yield labels[participant.role], participant.role, entry


def _figures(case: Case, claim: Claim) -> Iterator[tuple[str, str, Entry]]:
    for said in case.said_in(claim):
        figure = said.figure
        of = "" if said.side == "unknown" else f", {said.side}"
        scope = " in all" if figure.scope == "cumulative" else ""
        label = f"{capital(figure.measure)}{scope}{of}"
        bounds = interval(figure.low, figure.high)
        note = None if bounds in figure.wording or figure.best is None else bounds
        span = figure.span or claim.trigger
        entry = _entry(case, claim, span, Amount.of(figure), note=note)
        yield label, figure.measure, entry


def _entry(case: Case, claim: Claim, span: Span, value: Value, note: str | None = None) -> Entry:
    """Quote a span. A voice stands with it only where its own clause holds the words."""
    words = _clipped(case.library.quote(claim.report, span))
    told = len(claim.voices) > 1 and claim.span.meets(span)
    return Entry(
        words=words,
        anchor=anchor(claim.report, span),
        claim=claim.id,
        voices=(voice_name(claim.voices[-1]),) if told else (),
        note=note if note and fold(note) not in fold(words) else None,
        value=value,
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


def _row(case: Case, label: str, aspect: str, told: dict[str, list[Entry]]) -> Row:
    disputed = {
        claim
        for contradiction in case.event.contradictions
        if contradiction.aspect == aspect
        or (aspect, contradiction.aspect) in {("actor", "responsibility"), ("kind", "status")}
        for position in contradiction.positions
        for claim in position.claims
    }
    cells = [_cell(case, account, told, disputed) for account in shown_accounts(case)]
    return Row(label, tuple(cells))


def _cell(case: Case, account: Account, told: dict[str, list[Entry]], disputed: set[str]) -> Cell:
    entries = told.get(account.report)
    if not entries:
        return Cell("silent")
    marked = [replace(each, disputed=each.claim in disputed) for each in entries]
    distinct = _merged(sorted(marked, key=lambda entry: not entry.disputed))
    return Cell(
        _state(case, account, told, is_disputed=any(each.disputed for each in marked)),
        tuple(distinct[:_MOST_ENTRIES]),
        max(len(distinct) - _MOST_ENTRIES, 0),
    )


def _merged(entries: Iterable[Entry]) -> list[Entry]:
    """Quote the same words once, with all who say them."""
    merged: dict[tuple[str, str | None], Entry] = {}
    for each in entries:
        key = (_letters(each.words), each.note)
        known = merged.get(key, each)
        voices = {name_key(name): name for name in reversed((*known.voices, *each.voices))}
        merged[key] = replace(known, voices=tuple(reversed(voices.values())))
    return list(merged.values())


def _letters(words: str) -> str:
    """Return what tells quotations apart: a comma or a capital does not."""
    return "".join(char for char in words.casefold() if char.isalnum())


def _state(
    case: Case, account: Account, told: dict[str, list[Entry]], *, is_disputed: bool
) -> State:
    """Compare an account with the others: differ outranks agree, agree outranks repeat."""
    if is_disputed:
        return "differ"
    own = {entry.value for entry in told[account.report]}
    found: set[State] = set()
    for other in shown_accounts(case):
        if account.report in {other.report, other.copied_from} or other.report not in told:
            continue
        verdict = _compared(own, {entry.value for entry in told[other.report]})
        if verdict is False:
            found.add("differ")
        elif other.origin == account.origin:
            found.add("repeat")
        else:
            found.add("agree" if verdict else "unclear")
    ranked: tuple[State, ...] = ("differ", "agree", "repeat", "unclear")
    return next((state for state in ranked if state in found), "alone")


def _compared(own: set[Value], other: set[Value]) -> bool | None:
    """Tell whether two accounts share a value; if none, whether any values exclude each other."""
    verdicts = {same(left, right) for left in own for right in other}
    if True in verdicts:
        return True
    return False if False in verdicts else None

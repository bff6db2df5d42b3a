"""The accounts of one event side by side: one row an aspect, one cell an account.

Silence is never agreement, and an account agrees only with one of another origin: a copy repeats.
What does not compare is said to be unclear.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from typing import Literal, TypeAlias

from rashomon.tell.aspects import Aspect, Entry, entries, rank
from rashomon.tell.case import Case
from rashomon.tell.comparison import Value, same
from rashomon.tell.words import name_key
from rashomon.values import Account

__all__ = ["Cell", "Row", "State", "rows", "shown_accounts"]

State: TypeAlias = Literal["agree", "differ", "outlier", "repeat", "unclear", "alone", "silent"]

_MOST_ACCOUNTS = 12  # columns; the reports beyond them are listed under the table
_MOST_ENTRIES = 6  # what a cell quotes before it says how many more there are
_FEWEST_AGAINST = 2  # reports that agree with each other, to make another one an outlier


@dataclass(frozen=True, slots=True)
class Cell:
    """What one account says about one aspect; `more` quotations were left out.

    `others` are the letters of the reports that the state is about: those it agrees with, differs
    from or repeats.
    """

    state: State
    entries: tuple[Entry, ...] = ()
    more: int = 0
    others: tuple[str, ...] = ()

    @property
    def together(self) -> tuple[tuple[Entry, ...], ...]:
        """The quotations, those read alike from the same voices together."""
        alike: dict[tuple[object, ...], list[Entry]] = {}
        for each in self.entries:
            alike.setdefault((each.note, each.voices, each.disputed), []).append(each)
        return tuple(map(tuple, alike.values()))

    @property
    def clauses(self) -> tuple[str, ...]:
        """The sentences in which the quoted words stand, each once."""
        return tuple(dict.fromkeys(each.clause for each in self.entries if each.clause))


@dataclass(frozen=True, slots=True)
class Row:
    """One aspect over all accounts, in the order of the accounts."""

    label: str
    cells: tuple[Cell, ...]

    @property
    def disputed(self) -> bool:
        """Tell whether any account differs, or words of it are disputed."""
        return any(
            cell.state in {"differ", "outlier"} or any(entry.disputed for entry in cell.entries)
            for cell in self.cells
        )

    @property
    def silent(self) -> int:
        """Count the accounts that say nothing."""
        return sum(cell.state == "silent" for cell in self.cells)


def rows(case: Case) -> tuple[Row, ...]:
    """Lay the accounts side by side; an aspect of which nobody speaks has no row."""
    found: dict[Aspect, dict[str, list[Entry]]] = {}
    for claim in sorted(case.claims, key=lambda each: each.kind != case.event.kind):
        for aspect, entry in entries(case, claim):
            found.setdefault(aspect, {}).setdefault(claim.report, []).append(entry)
    return tuple(_row(case, aspect, found[aspect]) for aspect in sorted(found, key=rank))


def shown_accounts(case: Case) -> tuple[Account, ...]:
    """Choose the accounts that a table has room for: originals before copies, in order."""
    if len(case.accounts) <= _MOST_ACCOUNTS:
        return case.accounts
    originals = [each for each in case.accounts if each.copied_from is None]
    copies = [each for each in case.accounts if each.copied_from is not None]
    chosen = {each.report for each in [*originals, *copies][:_MOST_ACCOUNTS]}
    return tuple(each for each in case.accounts if each.report in chosen)


def _row(case: Case, aspect: Aspect, told: dict[str, list[Entry]]) -> Row:
    disputed = {
        claim
        for contradiction in case.event.contradictions
        if contradiction.aspect == aspect.key
        for position in contradiction.positions
        for claim in position.claims
    }
    marked = {
        report: [replace(each, disputed=each.claim in disputed) for each in said]
        for report, said in told.items()
    }
    accounts = shown_accounts(case)
    return Row(aspect.label, tuple(_cell(case, each, accounts, marked) for each in accounts))


def _cell(
    case: Case, account: Account, accounts: Sequence[Account], told: dict[str, list[Entry]]
) -> Cell:
    said = told.get(account.report)
    if not said:
        return Cell("silent")
    distinct = _merged(sorted(said, key=lambda entry: not entry.disputed))
    state, others = _state(account, accounts, told)
    return Cell(
        state,
        tuple(distinct[:_MOST_ENTRIES]),
        max(len(distinct) - _MOST_ENTRIES, 0),
        tuple(case.library.letters[each.report] for each in others),
    )


def _merged(said: Iterable[Entry]) -> list[Entry]:
    """Quote the same words once, with all who say them."""
    merged: dict[tuple[str, str | None], Entry] = {}
    for each in said:
        key = (_letters(each.words), each.note)
        known = merged.get(key, each)
        voices = {name_key(name): name for name in reversed((*known.voices, *each.voices))}
        merged[key] = replace(known, voices=tuple(reversed(voices.values())))
    return list(merged.values())


def _letters(words: str) -> str:
    """Return what tells quotations apart: a comma or a capital does not."""
    return "".join(char for char in words.casefold() if char.isalnum())


def _state(
    account: Account, accounts: Sequence[Account], told: dict[str, list[Entry]]
) -> tuple[State, list[Account]]:
    """Compare an account with the others: differ outranks agree, agree outranks repeat.

    Who is with the greater part, agrees: the mark is put on the others.
    """
    found: dict[State, list[Account]] = {}
    for other in accounts:
        if account.report in {other.report, other.copied_from} or other.report not in told:
            continue
        verdict = _compared(told[account.report], told[other.report])
        if verdict is False:
            found.setdefault("differ", []).append(other)
        elif other.origin == account.origin:
            found.setdefault("repeat", []).append(other)
        else:
            found.setdefault("agree" if verdict else "unclear", []).append(other)
    against, agreeing = found.get("differ", []), found.get("agree", [])
    if against and not agreeing and _are_of_one_mind(against, told):
        return "outlier", against
    if len(agreeing) >= len(against) > 0:
        return "agree", agreeing
    if not agreeing and any(entry.disputed for entry in told[account.report]):
        return "differ", against
    ranked: tuple[State, ...] = ("differ", "agree", "repeat")
    state = next((each for each in ranked if each in found), None)
    if state is None:
        return ("unclear" if "unclear" in found else "alone"), []
    return state, found[state]


def _are_of_one_mind(others: Sequence[Account], told: dict[str, list[Entry]]) -> bool:
    """Tell whether all of these accounts, of several origins, agree with each other."""
    return len({each.origin for each in others}) >= _FEWEST_AGAINST and all(
        _compared(told[left.report], told[right.report]) for left, right in combinations(others, 2)
    )


def _compared(own: Sequence[Entry], other: Sequence[Entry]) -> bool | None:
    """Tell whether two accounts share a value; if none, whether any values exclude each other."""
    verdicts = {same(left, right) for left in _values(own) for right in _values(other)}
    if True in verdicts:
        return True
    return False if False in verdicts else None


def _values(said: Sequence[Entry]) -> set[Value]:
    return {entry.value for entry in said}

"""Copies among many reports, found through prints, and reprints folded into what they repeat."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from rashomon.link.components import components
from rashomon.link.copies import Copy, is_furniture, repeats
from rashomon.link.memory import Memory, Notebook, Seen, Shelf, chunks, unseen
from rashomon.link.nearness import published_day
from rashomon.link.postings import Crowd
from rashomon.link.sheets import Sheet, sheet
from rashomon.link.tellings import Telling, tellings_of
from rashomon.values import Report

__all__ = ["families", "find_copies", "fold", "note_copies"]

_CROWD = 40  # a print of more reports than this leads to the first of them only
_SHARED = 2  # prints; a stretch of 16 words holds two


def find_copies(reports: Sequence[Report]) -> tuple[Copy, ...]:
    """Find every pair of reports where one repeats the other, in order of the ids."""
    notebook = Notebook(Shelf(reports, ()))
    names = [report.id for report in reports]
    note_copies(notebook, names)
    return tuple(notebook.copies(names))


def note_copies(memory: Memory, reports: Collection[str], seen: Seen = unseen) -> set[str]:
    """Find the copies of new reports; return these and all whose copies have changed.

    What counts as page furniture, and what as a crowd, may change with every report, and then the
    copies of all who have those words are found again: the result is that of all reports at once.
    """
    shaken = set(reports)
    for chunk in chunks(sorted(reports)):
        shaken |= _post(memory, chunk)
    before: set[Copy] = set()
    for chunk in chunks(sorted(shaken)):
        before |= set(memory.copies(chunk))
        memory.set_copies(chunk, ())
    after: set[Copy] = set()
    for chunk in chunks(sorted(shaken), seen):
        found = set(_copies_of(memory, chunk, shaken))
        memory.set_copies((), found)
        after |= found
    return set(reports) | {name for copy in before ^ after for name in (copy.report, copy.original)}


def families(memory: Memory, reports: Collection[str]) -> list[list[str]]:
    """Gather each report with all duplicates of it, of those, and so on."""
    waiting = set(reports)
    found = []
    while waiting:
        family: set[str] = set()
        fringe = {waiting.pop()}
        while fringe:
            family |= fringe
            copies = memory.copies(fringe)
            fringe = {
                name
                for copy in copies
                if copy.kind == "duplicate"
                for name in (copy.report, copy.original)
            } - family
        waiting -= family
        found.append(sorted(family))
    return sorted(found)


def fold(memory: Memory, families: Sequence[Sequence[str]]) -> Iterator[Telling]:
    """List the tellings of families of duplicates.

    Where several of a family tell of one thing only and repeat each other, the first published
    bears the claims of all: so a hundred reprints of one report are judged once.
    """
    names = [name for family in families for name in family]
    reports, readings = memory.reports(names), memory.readings(names)
    for family in families:
        told = {
            name: tellings_of(reports[name], readings[name]) for name in family if name in readings
        }
        alone = {name: tellings[0] for name, tellings in told.items() if len(tellings) == 1}
        for name, tellings in told.items():
            if name not in alone:
                yield from tellings
        for members in _hang_together(memory, alone):
            first = min(members, key=lambda name: _seniority(reports[name]))
            claims = [claim for name in members for claim in alone[name].claims]
            yield replace(alone[first], claims=tuple(claims))


def _hang_together(memory: Memory, alone: Mapping[str, Telling]) -> list[list[str]]:
    repeated = memory.copies(alone) if len(alone) > 1 else ()
    edges = [
        (copy.report, copy.original)
        for copy in repeated
        if copy.kind == "duplicate" and copy.report in alone and copy.original in alone
    ]
    return components(alone, edges)


def _seniority(report: Report) -> tuple[str, int, str]:
    return report.published or "9999", -len(report.text), report.id


def _post(memory: Memory, names: Sequence[str]) -> set[str]:
    """Enter the prints of reports; return who else has a print that now leads elsewhere."""
    reports = memory.reports(names)
    prints = {name: _prints(_sheet(report)) for name, report in reports.items()}
    keys = {key for own in prints.values() for key in own}
    before = memory.crowds("print", keys)
    memory.post(
        "print",
        [
            (key, name, published_day(reports[name]))
            for name, own in prints.items()
            for key in sorted(own)
        ],
    )
    after = memory.crowds("print", keys)
    turned = [key for key, crowd in after.items() if _role(before.get(key)) != _role(crowd)]
    return {name for names in memory.holders("print", turned).values() for name in names}


def _role(crowd: Crowd | None) -> tuple[bool, str | None]:
    """Say whether a print is furniture, and to whom alone it leads."""
    if crowd is None:
        return False, None
    return _is_furniture(crowd), crowd.first if crowd.size > _CROWD else None


def _is_furniture(crowd: Crowd) -> bool:
    return is_furniture(crowd.size, crowd.days)


def _copies_of(memory: Memory, names: Sequence[str], shaken: Collection[str]) -> Iterator[Copy]:
    """Compare some reports with all that share prints; one of two `shaken` with the first."""
    own = set(names)
    reports = dict(memory.reports(names))
    sheets = {name: _sheet(report) for name, report in reports.items()}
    pairs = [
        (left, right)
        for left, right in _sharing(memory, {name: _prints(sheets[name]) for name in sheets})
        if (left if left in shaken else right) in own
    ]
    reports |= memory.reports({name for pair in pairs for name in pair} - reports.keys())
    compared = {name: (reports[name], _sheet(reports[name])) for pair in pairs for name in pair}
    keys = {key for _, sheet in compared.values() for key in _prints(sheet)}
    furniture = frozenset(
        key for key, crowd in memory.crowds("print", keys).items() if _is_furniture(crowd)
    )
    runs = {name: (report, sheet.without(furniture)) for name, (report, sheet) in compared.items()}
    for left, right in sorted(pairs):
        copy = repeats(runs[left], runs[right])
        if copy is not None:
            yield copy


def _sharing(memory: Memory, prints: Mapping[str, frozenset[int]]) -> set[tuple[str, str]]:
    """Pair each report with those that have enough prints in common with it."""
    crowds = memory.crowds("print", {key for own in prints.values() for key in own})
    first = {key: crowd.first for key, crowd in crowds.items() if crowd.size > _CROWD}
    led = {key for name, own in prints.items() for key in own if first.get(key, name) == name}
    holders = memory.holders("print", led & crowds.keys())
    pairs = set()
    for name, own in prints.items():
        shared: Counter[str] = Counter()
        for key in own & crowds.keys():
            leads = first.get(key, name)
            shared.update(holders[key] if leads == name else [leads])
        pairs |= {
            (min(name, other), max(name, other))
            for other, count in shared.items()
            if count >= _SHARED and other != name
        }
    return pairs


def _prints(sheet: Sheet) -> frozenset[int]:
    return frozenset(sheet.prints.tolist())


@lru_cache(maxsize=2048)
def _sheet(report: Report) -> Sheet:
    return sheet(report)

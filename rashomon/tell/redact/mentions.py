"""Where a report names people: what the pipeline saw, and what stands as names do.

A pipeline misses names that it was not trained on, in lists above all; a name after "farmer" or
before an age is one whatever it looks like.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cache

from rashomon.tell.redact.atoms import Run, Text
from rashomon.tell.redact.evidence import holds_office, is_addressed, is_private
from rashomon.tell.redact.words import callings, common, words
from rashomon.values import Span

__all__ = ["Mention", "fronts", "mentions"]

_LISTED = re.compile(r"\s{0,2}(?:,|;|and|et|,\s?and)\s{1,2}|\s?,?\s(?:and|et)\s")
_LONGEST = 6  # words of one person's name


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in a text, its words folded without initials, and what stands beside it."""

    run: Run
    words: tuple[str, ...]
    office: bool
    private: bool


def mentions(text: Text, seen: Iterable[Span], kept: AbstractSet[tuple[str, ...]]) -> list[Mention]:
    """Return the names of people in a text, in order; where two meet, the longer one.

    `seen` are names that a pipeline found. What is in `kept`, folded, is the name of a place, a
    party or a publisher, unless something private stands beside it.
    """
    found = {
        run
        for span in seen
        if (whole := text.run_at(span))
        for part in _parts(text, whole)
        for run in _trimmed(text, part)
    }
    runs = [
        each for run in text.runs() for part in _parts(text, run) for each in _trimmed(text, part)
    ]
    found.update(run for run in runs if _looks_personal(text, run))
    found.update(_listed(text, runs, found, kept))
    return list(_apart(_told(text, found, kept)))


def _told(
    text: Text, found: Iterable[Run], kept: AbstractSet[tuple[str, ...]]
) -> Iterator[Mention]:
    for run in found:
        if _names_a_thing(text, run):
            continue
        private = is_private(text, run)
        folds = tuple(word for word in text.folds(run) if len(word) > 1)
        bones = tuple(atom.bones for atom in text.atoms[run.first : run.last + 1])
        if not folds or (not private and not kept.isdisjoint({text.folds(run), bones})):
            continue
        yield Mention(run, folds, holds_office(text, run), private)


def _parts(text: Text, run: Run) -> Iterator[Run]:
    """Cut a run where an office stands in it: "Defence Minister Omar Karimi"."""
    first = run.first
    for at in range(run.first, run.last):
        if text.atoms[at].fold in text.words("offices"):
            if at > first:
                yield Run(first, at - 1)
            first = at + 1
    yield Run(first, run.last)


def _trimmed(text: Text, run: Run) -> Iterator[Run]:
    """Let a name go back to its beginning and on to its end, without titles and callings."""
    first, last = run.first, run.last
    while (
        first > 0
        and text.joined(first - 1)
        and text.can_name(first - 1)
        and text.atoms[first - 1].fold not in fronts(text.language)
    ):
        first -= 1
    while first < last and (
        text.atoms[first].fold in fronts(text.language) or not text.atoms[first].capital
    ):
        first += 1
    for at in range(first, last):
        if not text.joined(at):  # a name ends with its line and its sentence
            last = at
            break
    while last > first and not text.atoms[last].capital:
        last -= 1
    while (
        text.joined(last)
        and text.goes_on(last + 1)
        and text.atoms[last + 1].fold not in text.words("offices")
    ):
        last += 1
    if text.atoms[first].capital and last - first < _LONGEST:
        yield Run(first, last)


@cache
def fronts(language: str | None = None) -> frozenset[str]:
    """Gather the titles and callings that stand before names."""
    titles = (words(key, language) for key in ("courtesy", "offices", "former", "plain"))
    return callings(language).union(*titles)


def _looks_personal(text: Text, run: Run) -> bool:
    """Tell whether a run of capitals stands as a person's name does, or holds a common one."""
    following = text.atoms[run.last + 1].fold if text.joined(run.last) else ""
    if following in text.words("offices"):
        return False  # "Defence Minister"
    if is_private(text, run) or is_addressed(text, run):
        return True
    folds = text.folds(run)
    return len(folds) > 1 and not common().isdisjoint(folds)


def _names_a_thing(text: Text, run: Run) -> bool:
    """Tell whether a street, a brigade or a paper bears the name."""
    if text.atoms[run.last].fold in text.words("named_after") and run.last > run.first:
        return True
    beyond = run.last + 1
    if (
        run.last == run.first
        and text.joined(run.last)
        and text.atoms[beyond].fold in text.words("followers")
    ):
        return True  # "the Arden fighters" are a group of that name
    return (
        text.joined(run.last)
        and text.atoms[beyond].capital
        and text.atoms[beyond].fold in text.words("named_after")
    )


def _listed(
    text: Text, runs: list[Run], found: Collection[Run], kept: AbstractSet[tuple[str, ...]]
) -> Iterator[Run]:
    """Yield the names that stand in one list with a person's."""
    taken = {at for run in found for at in range(run.first, run.last + 1)}
    person = [not taken.isdisjoint(range(run.first, run.last + 1)) for run in runs]
    for order in (range(1, len(runs)), range(len(runs) - 2, -1, -1)):
        for at in order:
            beside = at - 1 if order.step > 0 else at + 1
            if person[beside] and not person[at]:
                between = text.content[
                    text.span(runs[min(at, beside)]).end : text.span(runs[max(at, beside)]).start
                ]
                several = runs[at].last > runs[at].first
                alike = runs[beside].last == runs[beside].first and is_private(text, runs[beside])
                if (
                    (several or alike)
                    and _LISTED.fullmatch(between)
                    and text.folds(runs[at]) not in kept
                ):
                    person[at] = True
                    yield runs[at]


def _apart(found: Iterable[Mention]) -> Iterator[Mention]:
    """Yield mentions in order, the longest where several meet."""
    taken = -1
    for mention in sorted(found, key=lambda each: (each.run.first, -each.run.last)):
        if mention.run.first > taken:
            taken = mention.run.last
            yield mention

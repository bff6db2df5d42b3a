"""Which event of ours is which of theirs: one to one, the best fitting pairs first.

Only events that share a day and a neighbourhood are looked at, so that a file of 300,000 rows
costs what its own size does.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from rashomon.tell.compare.differences import Difference, differences
from rashomon.tell.compare.likeness import FEWEST, Likeness, Ours, days_apart, likeness
from rashomon.tell.compare.theirs import Theirs
from rashomon.tell.countries import countries
from rashomon.text.folding import fold, skeleton
from rashomon.values import Issue

__all__ = ["Comparison", "Match", "Scope", "compare"]

_CELL = 0.5  # degrees: with the cells beside it, everything within 50 km is looked at
_NEAR = 3  # days beside an event's own on which theirs is looked for
_WIDE = 40  # days from which an event is looked up by its first, middle and last ones only
# Events of theirs under one key that are looked at: more on one day at one place are a dump.
_CROWD = 200
_BESIDE = timedelta(days=7)  # beside our first and last day: what may be theirs alone


@dataclass(frozen=True, slots=True)
class Match:
    """One event in both collections, why it is taken for one, and what differs."""

    ours: Ours
    theirs: Theirs
    score: float
    why: tuple[str, ...]
    differences: tuple[Difference, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two collections side by side. `outside` counts theirs from other days or countries."""

    matched: tuple[Match, ...]
    only_theirs: tuple[Theirs, ...]
    only_ours: tuple[Ours, ...]
    outside: int
    issues: tuple[Issue, ...]


@dataclass(frozen=True, slots=True)
class Scope:
    """The days and countries of which our reports tell; None for all."""

    first: date
    last: date
    countries: frozenset[str] | None  # folded names

    @classmethod
    def of(cls, ours: Sequence[Ours]) -> Scope | None:
        """Return what our events cover; None where there are none."""
        if not ours:
            return None
        codes = {each.country for each in ours}
        known = [countries()[code] for code in codes if code in countries()]
        names = {fold(name) for each in known for name in (each.name, each.ged_name)}
        return cls(
            _moved(min(each.start for each in ours), -_BESIDE),
            _moved(max(each.end for each in ours), _BESIDE),
            # where one of ours has no country, theirs may be of any
            frozenset(names) if len(known) == len(codes) else None,
        )

    def holds(self, theirs: Theirs) -> bool:
        """Tell whether an event of theirs is one that our reports could have told of."""
        if days_apart(self.first, self.last, theirs.start, theirs.end):
            return False
        if self.countries is None or theirs.country is None:
            return True
        name = fold(theirs.country)
        return name in self.countries or fold(theirs.country.split(" (")[0]) in self.countries


def compare(ours: Iterable[Ours], found: Iterable[Theirs | Issue]) -> Comparison:
    """Match events, the pair with the highest score first, each event once.

    Nothing can be looked up for an event of ours without a day: it stays alone.
    """
    ours = tuple(ours)
    dated = [each for each in ours if each.days is not None]
    scope = Scope.of(dated)
    issues: list[Issue] = []
    theirs: list[Theirs] = []
    outside = 0
    for each in found:
        if isinstance(each, Issue):
            issues.append(each)
        elif scope is None or scope.holds(each):
            theirs.append(each)
        else:
            outside += 1
    matches = _matched(dated, theirs)
    ours_taken = {id(match.ours) for match in matches}
    theirs_taken = {id(match.theirs) for match in matches}
    return Comparison(
        tuple(sorted(matches, key=lambda each: (each.ours.start, each.ours.event.id))),
        tuple(
            sorted(
                (each for each in theirs if id(each) not in theirs_taken),
                key=lambda each: (each.start, each.id),
            )
        ),
        tuple(each for each in ours if id(each) not in ours_taken),
        outside,
        tuple(issues),
    )


def _matched(ours: Sequence[Ours], theirs: Sequence[Theirs]) -> list[Match]:
    index: dict[Hashable, list[int]] = defaultdict(list)
    for number, each in enumerate(theirs):
        for key in _keys(each.start, each.end, 0, _places_of_theirs(each)):
            if len(index[key]) < _CROWD:
                index[key].append(number)
    scored: list[tuple[float, int, int, Likeness]] = []
    for at, event in enumerate(ours):
        keys = _keys(event.start, event.end, _NEAR, _places_of_ours(event))
        for number in sorted({number for key in keys for number in index.get(key, ())}):
            found = likeness(event, theirs[number])
            if found is not None and found.score >= FEWEST:
                scored.append((-found.score, at, number, found))
    matches = []
    left, right = set[int](), set[int]()
    for _, at, number, found in sorted(scored, key=lambda each: each[:3]):
        if at not in left and number not in right:
            left.add(at)
            right.add(number)
            told = differences(ours[at], theirs[number])
            matches.append(Match(ours[at], theirs[number], found.score, found.why, told))
    return matches


def _keys(
    start: date, end: date, near: int, places: Iterable[Hashable]
) -> Iterator[tuple[int, Hashable]]:
    """Pair each day on which an event can have been with each of its places."""
    first, last = start.toordinal() - near, end.toordinal() + near
    wide = last - first > _WIDE + 2 * near
    # months: both sides of a wide event are found under the months that it touches
    days = range(first, last + 1) if not wide else ()
    months = {-(day // 30) for day in (first, last, *range(first, last, 30))}
    for place in places:
        yield from ((day, place) for day in days)
        yield from ((month, place) for month in months)


def _places_of_theirs(theirs: Theirs) -> Iterator[Hashable]:
    if theirs.lat is not None and theirs.lon is not None:
        yield _cell(theirs.lat, theirs.lon)
    yield from _names(theirs.place, theirs.admin1)


def _places_of_ours(ours: Ours) -> Iterator[Hashable]:
    where = ours.event.place
    if where is None:
        return
    if where.lat is not None and where.lon is not None:
        row, column = _cell(where.lat, where.lon)
        yield from ((row + up, column + right) for up in (-1, 0, 1) for right in (-1, 0, 1))
    yield from _names(where.name, where.admin1)
    yield from _names(where.admin2, None)


def _names(*names: str | None) -> Iterator[Hashable]:
    """Yield names of places as keys: their consonants, since spellings differ."""
    for name in names:
        if name:
            bare = name.split(" - ")[0].removesuffix(" province").removesuffix(" district")
            yield skeleton(bare) or fold(bare)


def _cell(lat: float, lon: float) -> tuple[int, int]:
    return math.floor(lat / _CELL), math.floor(lon / _CELL)


def _moved(day: date, by: timedelta) -> date:
    try:
        return day + by
    except OverflowError:
        return day

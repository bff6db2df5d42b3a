"""From what is told to one toll per origin: restatements, names, sums over sides, corrections."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import TypeAlias

from rashomon.text.folding import skeleton
from rashomon.weigh.sides import CIVILIANS, TOTAL, UNKNOWN
from rashomon.weigh.tolls import Toll

__all__ = ["histories", "per_side", "wholes"]

_Name: TypeAlias = tuple[str, ...]
_WITH_FATHERS = 3  # words of a name from which it holds a father's name beside the person's own


def per_side(tolls: Iterable[Toll]) -> dict[str, tuple[Toll, ...]]:
    """Return each side's tolls of one measure, one an origin."""
    sides: dict[str, list[Toll]] = defaultdict(list)
    for toll in tolls:
        sides[toll.of].append(toll)
    return {side: _latest(_by_report(told, _largest)) for side, told in sorted(sides.items())}


def wholes(tolls: Iterable[Toll]) -> tuple[Toll, ...]:
    """Return all the killed (wounded, ...) that each origin tells of, one toll an origin.

    In one report the largest holds of the stated whole, the sum over the sides and the number of
    victims named. Who tells of fewer than are surely named in one report told early, or of a part.
    """
    told = tuple(tolls)
    named = max((_surely_named(said) for said in _reports(told).values()), default=0)
    return _latest(
        replace(toll, partial=True) if toll.ceiling < named else toll
        for toll in _by_report(told, _whole)
    )


def histories(tolls: Iterable[Toll], of: str) -> dict[str, tuple[Toll, ...]]:
    """Return what each origin told of a side, or in all, day by day, where later days differ.

    What says less than a count, a part or one person, is no step; nor is a count that fits the one
    before it.
    """
    days: dict[tuple[str, str], list[Toll]] = defaultdict(list)
    for toll in _by_report(tolls, _whole if of == TOTAL else _largest):
        if toll.best is not None and not toll.partial and toll.day:
            days[toll.origin.id, toll.day[:10]].append(toll)
    steps: dict[str, list[Toll]] = defaultdict(list)
    for (origin, _), told in sorted(days.items()):
        step = _largest(told)
        if not steps[origin] or not step.meets(steps[origin][-1]):
            steps[origin].append(step)
    return {origin: tuple(told) for origin, told in steps.items() if len(told) > 1}


def _reports(tolls: Iterable[Toll]) -> dict[str, list[Toll]]:
    reports: dict[str, list[Toll]] = defaultdict(list)
    for toll in tolls:
        reports[toll.report].append(toll)
    return reports


def _by_report(tolls: Iterable[Toll], summarise: Callable[[Sequence[Toll]], Toll]) -> list[Toll]:
    summaries: list[Toll] = []
    for told in _reports(tolls).values():
        origins: dict[str, list[Toll]] = defaultdict(list)
        for toll in told:
            origins[toll.origin.id].append(toll)
        summaries += _at_least_the_named([summarise(said) for said in origins.values()], told)
    return summaries


def _latest(tolls: Iterable[Toll]) -> tuple[Toll, ...]:
    """Keep what each origin says last; the largest where it says two things at one time."""
    origins: dict[str, list[Toll]] = defaultdict(list)
    for toll in tolls:
        origins[toll.origin.id].append(toll)
    kept = []
    for told in origins.values():
        said = [toll for toll in told if not toll.partial] or told  # "he died" takes nothing back
        last = max(toll.day for toll in said)
        kept.append(_largest([toll for toll in said if toll.day == last]))
    return tuple(sorted(kept, key=lambda toll: toll.origin.id))


def _largest(tolls: Sequence[Toll]) -> Toll:
    """Join restatements into the largest of them; the narrower of two with one best figure."""
    top = max(tolls, key=lambda toll: (_point(toll), not toll.partial, -toll.ceiling, toll.claims))
    agreeing = {claim for toll in tolls if toll.meets(top) for claim in toll.claims}
    names = frozenset[tuple[str, ...]]().union(*(toll.names for toll in tolls))
    return replace(top, claims=tuple(sorted(agreeing)), names=names)


def _point(toll: Toll) -> int:
    return toll.best if toll.best is not None else -1


def _whole(tolls: Sequence[Toll]) -> Toll:
    """Return the toll over all sides that one origin tells of in one report."""
    claims: dict[tuple[str, ...], list[Toll]] = defaultdict(list)
    sides: dict[str, list[Toll]] = defaultdict(list)
    for toll in tolls:
        claims[toll.claims].append(toll)
        sides[toll.of].append(toll)
    unsided = sides.pop(UNKNOWN, [])
    candidates = [_sum(told) for told in claims.values()] + unsided
    largest = [_largest(told) for told in sides.values()]
    groups = [toll for toll in largest if _point(toll) > 1]  # one person is told of many times
    if len(groups) > 1:
        candidates.append(_sum(groups))
    whole = _largest(candidates)
    partial = whole.partial or whole.of not in (UNKNOWN, CIVILIANS, TOTAL)
    return replace(whole, of=TOTAL, partial=partial)


def _sum(tolls: Sequence[Toll]) -> Toll:
    """Add tolls of different sides; one without a side that equals the others is their sum."""
    sided = [toll for toll in tolls if toll.of != UNKNOWN]
    parts = sum(toll.best or 0 for toll in sided)
    if sided and any(toll.best == parts for toll in tolls if toll.of == UNKNOWN):
        return _sum(sided)
    first = min(tolls, key=lambda toll: (toll.tier, toll.of))
    known = [toll.best for toll in tolls if toll.best is not None]
    highs = [toll.high for toll in tolls]
    return replace(
        first,
        of=first.of if len(tolls) == 1 else TOTAL,
        low=sum(toll.floor for toll in tolls),
        best=sum(known) if known else None,
        high=None if None in highs else sum(high or 0 for high in highs),
        claims=tuple(sorted({claim for toll in tolls for claim in toll.claims})),
        tier=max(toll.tier for toll in tolls),
        enemy=any(toll.enemy for toll in tolls),
        names=frozenset[tuple[str, ...]]().union(*(toll.names for toll in tolls)),
        partial=len(tolls) == 1 and first.partial,
        listed=any(toll.listed for toll in tolls),
    )


def _at_least_the_named(summaries: Sequence[Toll], told: Sequence[Toll]) -> Sequence[Toll]:
    """Raise the largest toll of a report to the number of victims whom the report names."""
    named = _people((toll.names for toll in told), _is_one)
    top = max(summaries, key=lambda toll: (_point(toll), toll.origin.id))
    if named <= max(_point(top), 0):
        return summaries
    claims = tuple(sorted({claim for toll in told if toll.names for claim in toll.claims}))
    high = None if top.high is None else max(named, top.high)
    low = max(top.floor, _surely_named(told))
    raised = replace(top, low=low, best=named, high=high, claims=claims, partial=False)
    raised = replace(raised, listed=low < named)
    return [raised if toll is top else toll for toll in summaries]


def _surely_named(told: Iterable[Toll]) -> int:
    """Count the people of a report who cannot be one of another, however misspelt."""
    return _people((toll.names for toll in told), _may_be_one)


def _people(
    names: Iterable[frozenset[tuple[str, ...]]], same: Callable[[_Name, _Name], bool]
) -> int:
    """Count distinct people by their full names, letters that clerks disagree about left out."""
    told = {tuple(skeleton(" ".join(name)).split()) for name in frozenset().union(*names)}
    kept: list[_Name] = []
    for name in sorted(told, key=lambda name: (-len(name), name)):
        if not any(same(name, longer) for longer in kept):
            kept.append(name)
    return len(kept)


def _is_one(name: _Name, longer: _Name) -> bool:
    """Tell whether a name is a shorter form of another.

    A son's name may hold all of his father's: of names of three words the first is the person's.
    """
    return set(name) <= set(longer) and (name[0] == longer[0] or len(name) < _WITH_FATHERS)


def _may_be_one(name: _Name, longer: _Name) -> bool:
    """Tell whether two names can be one with a word misspelt or left out."""
    apart = len(set(name) - set(longer)) <= 1
    return _is_one(name, longer) or (name[0] == longer[0] and apart)

"""How many were wounded, where reports count those who were hit: "four were shot, one died".

A word such as "shot" does not say who lived, so the reader counts casualties; and who is wounded in
one report may have died by the next. Those who were hit and not killed were wounded.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from rashomon.values import Finding
from rashomon.weigh.people import People
from rashomon.weigh.sides import TOTAL

__all__ = ["with_survivors"]


def with_survivors(findings: Sequence[Finding], people: People) -> tuple[Finding, ...]:
    """Set the total of the wounded to those who were hit and lived, where that is known better.

    It is raised to the casualties without the killed, and to the people told of one by one without
    those of them who died. A single wounded person who died is no longer one of the wounded.
    """
    totals = {finding.measure: finding for finding in findings if finding.of == TOTAL}
    wounded, killed, hit = (totals.get(each) for each in ("wounded", "killed", "casualties"))
    dead = max(killed.best or 0 if killed else 0, people.killed)
    told = wounded.best or 0 if wounded else 0
    lived = max(0, people.hurt - dead)
    spared = max(0, (hit.best or 0) - dead) if hit is not None else 0
    if max(lived, spared) > told:
        found = _spared(hit, wounded, spared, dead) if hit is not None and spared >= lived else None
        return _replaced(findings, wounded, found or _told_apart(people, lived, wounded))
    if wounded is not None and told == 1 and dead and not lived and people.killed == people.hurt:
        died = replace(wounded, low=0, best=0, rule=f"Best 0: who was hurt died. {wounded.rule}")
        return _replaced(findings, wounded, died)
    return tuple(findings)


def _spared(hit: Finding, wounded: Finding | None, best: int, dead: int) -> Finding:
    taken = f", less the {dead:,} of them who died" if dead else ""
    high = None if hit.high is None else max(best, hit.high - dead)
    return replace(
        hit,
        measure="wounded",
        low=min(best, max(0, (hit.low or 0) - dead), *_ends(wounded)),
        best=best,
        high=high,
        rule=f"Best {best:,}: those told to have been hit{taken}. Of the hit: {hit.rule}",
    )


def _told_apart(people: People, lived: int, wounded: Finding | None) -> Finding:
    died = f"; {people.hurt - lived:,} of {people.hurt:,} died" if people.hurt > lived else ""
    return Finding(
        measure="wounded",
        of=TOTAL,
        low=min((1, lived, *_ends(wounded))),
        best=lived,
        high=lived if wounded is None or wounded.high is not None else None,
        rule=f"Best {lived:,}: different people told of one by one{died}.",
        supporting=people.claims,
        origins=wounded.origins if wounded else 1,
    )


def _ends(wounded: Finding | None) -> tuple[int, ...]:
    return (wounded.low,) if wounded is not None and wounded.low is not None else ()


def _replaced(
    findings: Sequence[Finding], old: Finding | None, new: Finding
) -> tuple[Finding, ...]:
    """Put `new` in the place of `old`, or at the end."""
    if old is None:
        return (*findings, new)
    return tuple(new if finding is old else finding for finding in findings)

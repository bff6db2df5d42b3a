"""Judging the pairs of tellings that new reports bring, or change."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import product

from rashomon.link.blocks import mark, worth_comparing
from rashomon.link.cluster import LEAST
from rashomon.link.copies import Copy
from rashomon.link.episodes import one_episode
from rashomon.link.features import compare
from rashomon.link.judge import judge
from rashomon.link.memory import Memory, Seen, chunks, unseen
from rashomon.link.portraits import Portrait, portray
from rashomon.link.reprints import families, fold
from rashomon.values import Judgement

__all__ = ["Redrawn", "binds", "drop_pairs", "judge_pairs", "redraw"]


@dataclass(slots=True)
class Redrawn:
    """What drawing portraits anew leads to.

    `dirty` are the tellings whose pairs must be judged; `shaken` those of which some may not be
    worth comparing any more; `touched` those that were judged together with what is gone or drawn
    anew; `events` those that held its claims.
    """

    dirty: set[str]
    shaken: set[str]
    touched: set[str]
    events: set[str]


def redraw(memory: Memory, reports: Collection[str], seen: Seen = unseen) -> Redrawn:
    """Draw the portraits of all that some reports tell, anew."""
    redrawn = Redrawn(set(), set(), set(), set())
    for some in chunks(families(memory, reports), seen):
        old = memory.portraits_of([name for family in some for name in family])
        gone = [portrait.id for portrait in old]
        redrawn.touched |= _ends(memory.judgements(gone))
        redrawn.events |= {event.id for event in memory.events(gone)}
        new = [portray(telling) for telling in fold(memory, some)]
        memory.set_portraits(gone, new)
        turned = mark(memory, new, old)
        redrawn.dirty |= turned.rare | {portrait.id for portrait in new}
        redrawn.shaken |= turned.common
    return redrawn


def judge_pairs(memory: Memory, tellings: Collection[str], seen: Seen = unseen) -> set[str]:
    """Judge every pair of these tellings with one that is worth comparing.

    Returns:
        The tellings that were judged together with these before.
    """
    touched: set[str] = set()
    for chunk in chunks(sorted(tellings)):
        touched |= _ends(memory.judgements(chunk))
        memory.set_judgements(chunk, ())
    for chunk in chunks(sorted(tellings), seen):
        memory.set_judgements((), list(_judge_some(memory, chunk, tellings)))
    return touched


def drop_pairs(memory: Memory, tellings: Collection[str]) -> list[Judgement]:
    """Forget what was judged between some tellings that are not worth comparing any more.

    Returns:
        The judgements that are forgotten.
    """
    portraits = memory.portraits(tellings)
    copies = memory.copies({name for each in portraits.values() for name in each.reports})
    worth = worth_comparing(memory, portraits.values())
    worth |= _copied(memory, portraits.values(), copies)
    found = [
        judgement
        for judgement in memory.judgements(portraits.keys())
        if judgement.left in portraits and judgement.right in portraits
    ]
    lapsed = [each for each in found if (each.left, each.right) not in worth]
    memory.drop_judgements(lapsed)
    return lapsed


def binds(judgement: Judgement) -> bool:
    """Tell whether two tellings may come into one event through this judgement."""
    return judgement.p is not None and (judgement.p >= LEAST or judgement.episode)


def _copied(
    memory: Memory, portraits: Collection[Portrait], copies: Sequence[Copy]
) -> set[tuple[str, str]]:
    """Pair tellings with those of the reports that their report repeats, or that repeat it."""
    ends = {name for copy in copies for name in (copy.report, copy.original)}
    found = [*portraits, *memory.portraits_of(ends)]
    told: defaultdict[str, set[str]] = defaultdict(set)
    for portrait in found:
        told[portrait.report].add(portrait.id)
    return {
        (min(pair), max(pair))
        for copy in copies
        for pair in product(told[copy.report], told[copy.original])
        if pair[0] != pair[1]
    }


def _ends(judgements: Sequence[Judgement]) -> set[str]:
    return {name for judgement in judgements for name in (judgement.left, judgement.right)}


def _judge_some(
    memory: Memory, chunk: Sequence[str], tellings: Collection[str]
) -> Iterator[Judgement]:
    """Judge the pairs of some tellings; one of two `tellings` has its turn with the first."""
    portraits = dict(memory.portraits(chunk))
    reports = {name for portrait in portraits.values() for name in portrait.reports}
    copies = memory.copies(reports)
    overlaps = {frozenset((copy.report, copy.original)): copy.overlap for copy in copies}
    pairs = worth_comparing(memory, portraits.values()) | _copied(
        memory, portraits.values(), copies
    )
    others = {name for pair in pairs for name in pair} - portraits.keys()
    portraits |= memory.portraits(others)
    own = set(chunk)
    for left, right in sorted(pairs):
        first = left if left in tellings else right
        if first not in own:
            continue
        a, b = portraits[left], portraits[right]
        features = compare(a, b, overlaps.get(frozenset((a.report, b.report)), 0.0))
        judgement = replace(judge(a, b, features), episode=one_episode(a, b))
        if judgement.p is None or binds(judgement):
            yield judgement

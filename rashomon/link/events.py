"""Events out of judged tellings: those that hang together, and those that nothing tells apart."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import product

from rashomon.link.cluster import Merge, agglomerate
from rashomon.link.episodes import nothing_tells_apart, one_episode
from rashomon.link.portraits import Portrait
from rashomon.values import Judgement

__all__ = ["GatheredEvent", "Judged", "gather_events"]

# Chosen on the developer incidents, held out: see benchmarks/train_links.py.
_CUT = 0.25  # mean probability from which two groups become one


@dataclass(frozen=True, slots=True)
class Judged:
    """Tellings and what was judged about their pairs, by index; `apart` pairs never meet."""

    portraits: Sequence[Portrait]
    judgements: Mapping[tuple[int, int], Judgement]
    apart: Sequence[tuple[int, int]]

    def mean(self, left: Sequence[int], right: Sequence[int]) -> float:
        """Return the mean probability over all pairs of two groups; unjudged pairs count as 0."""
        pairs = (tuple(sorted(pair)) for pair in product(left, right))
        found = (self.judgements.get(pair) for pair in pairs)  # type: ignore[arg-type]  # two ints
        return sum(j.p for j in found if j and j.p is not None) / (len(left) * len(right))

    def forbidden(self) -> set[tuple[int, int]]:
        """Return the pairs that must not meet."""
        return {pair for pair, j in self.judgements.items() if j.p is None} | set(self.apart)

    def best(self, left: Sequence[int], right: Sequence[int]) -> Judgement | None:
        """Return the surest judgement between two groups; None where no pair was judged."""
        pairs = (tuple(sorted(pair)) for pair in product(left, right))
        found = (self.judgements.get(pair) for pair in pairs)  # type: ignore[arg-type]  # two ints
        return max(
            (j for j in found if j and j.p is not None),
            key=lambda j: (j.p, j.left, j.right),
            default=None,
        )


@dataclass(frozen=True, slots=True)
class GatheredEvent:
    """The tellings of one event, by index, and the merges that made it one."""

    members: tuple[int, ...]
    merges: tuple[Merge, ...] = field(default=())


def gather_events(judged: Judged) -> tuple[GatheredEvent, ...]:
    """Gather tellings into events, in order of their members.

    First those that hang together on average; then, inside one episode, those that nothing tells
    apart.
    """
    likely = {pair: j.p for pair, j in judged.judgements.items() if j.p is not None}
    against = [pair for pair, j in judged.judgements.items() if j.p is None]
    groups, merges = agglomerate(len(judged.portraits), likely, judged.apart, _CUT, against)
    groups, more = _join_undecided(groups, judged, judged.forbidden())
    made: defaultdict[int, list[Merge]] = defaultdict(list)
    home = {member: index for index, group in enumerate(groups) for member in group}
    for merge in (*merges, *more):
        made[home[merge.left[0]]].append(merge)
    return tuple(GatheredEvent(group, tuple(made[index])) for index, group in enumerate(groups))


def _join_undecided(
    groups: Sequence[tuple[int, ...]], judged: Judged, apart: set[tuple[int, int]]
) -> tuple[list[tuple[int, ...]], list[Merge]]:
    """Join groups of one episode that nothing tells apart, the likeliest first."""
    portraits = judged.portraits
    home = {member: group for group in groups for member in group}
    undecided = sorted(
        (-j.p, pair)
        for pair, j in judged.judgements.items()
        if j.p is not None
        and home[pair[0]] != home[pair[1]]
        and one_episode(portraits[pair[0]], portraits[pair[1]])
    )
    merges = []
    for _, (one, other) in undecided:
        left, right = home[one], home[other]
        if left == right or any(tuple(sorted(p)) in apart for p in product(left, right)):
            continue
        if nothing_tells_apart([portraits[i] for i in left], [portraits[i] for i in right]):
            merges.append(Merge(left, right, judged.mean(left, right)))
            joined = tuple(sorted(left + right))
            home.update(dict.fromkeys(joined, joined))
    return sorted(set(home.values())), merges

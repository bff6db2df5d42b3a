"""What linking is not sure of, stated with the event instead of decided in silence."""

from __future__ import annotations

from collections.abc import Sequence

from rashomon.link.events import GatheredEvent, Judged
from rashomon.values import Doubt

__all__ = ["may_be_two", "may_belong"]

_SURE = 0.6  # an event that only a less likely merge holds together may be two
_POSSIBLE = 0.1  # an event kept apart from another at this mean probability may belong to it


def may_be_two(event: GatheredEvent, judged: Judged) -> tuple[Doubt, ...]:
    """State the least likely merge of an event, if it is doubtful at all."""
    merge = min(event.merges, key=lambda merge: (merge.p, merge.left), default=None)
    if merge is None or merge.p >= _SURE:
        return ()
    parts = (_claim_ids(merge.left, judged), _claim_ids(merge.right, judged))
    return (
        Doubt(
            "may be two events",
            tuple(sorted(parts)),
            round(merge.p, 3),
            _why(merge.left, merge.right, judged),
        ),
    )


def may_belong(
    events: Sequence[GatheredEvent], judged: Judged, ids: Sequence[str]
) -> list[tuple[Doubt, ...]]:
    """State for every event the other event that it most likely belongs to, if any.

    Two events of which something forbids that they are one are told apart, and leave no doubt.
    """
    home = {member: index for index, event in enumerate(events) for member in event.members}
    apart = {frozenset((home[left], home[right])) for left, right in judged.forbidden()}
    near: list[set[int]] = [set() for _ in events]
    for left, right in judged.judgements:
        pair = {home[left], home[right]}
        if len(pair) > 1 and frozenset(pair) not in apart:
            near[home[left]].add(home[right])
            near[home[right]].add(home[left])
    doubts: list[tuple[Doubt, ...]] = []
    for index, event in enumerate(events):
        means = [
            (judged.mean(event.members, events[other].members), ids[other], other)
            for other in sorted(near[index])
        ]
        p, name, other = max(means, default=(0.0, "", -1))
        if p < _POSSIBLE:
            doubts.append(())
            continue
        why = _why(event.members, events[other].members, judged)
        doubts.append(
            (
                Doubt(
                    f"may belong to {name}", (_claim_ids(event.members, judged),), round(p, 3), why
                ),
            )
        )
    return doubts


def _claim_ids(members: Sequence[int], judged: Judged) -> tuple[str, ...]:
    return tuple(sorted(claim for index in members for claim in judged.portraits[index].claims))


def _why(left: Sequence[int], right: Sequence[int], judged: Judged) -> str:
    judgement = judged.best(left, right)
    return (
        "; ".join(judgement.why) if judgement is not None and judgement.why else "little in common"
    )

"""Ids that events keep from run to run, as long as they keep most of their claims."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from rashomon.values import Claim, Group, identify

__all__ = ["Former", "Identity", "heirs", "name_events"]

Identity = tuple[str, tuple[str, ...]]  # the id and the ids that the event has absorbed


@dataclass(frozen=True, slots=True)
class Former:
    """What is known of an event as it stood before: `formerly` are the ids it has absorbed."""

    id: str
    reports: tuple[str, ...]
    claims: tuple[str, ...]
    formerly: tuple[str, ...] = ()


def name_events(groups: Sequence[Sequence[Claim]], former: Sequence[Former]) -> list[Identity]:
    """Give every group of claims an id, from `former` events where it continues one.

    A former id goes to the group that holds most of the former event's claims; of several former
    events in one group the one with most claims in it lends its id and the others are listed as
    absorbed. A new event is named after the smallest of its claim ids, and after the events that
    its claims have left, if any.
    """
    home = {claim.id: index for index, group in enumerate(groups) for claim in group}
    own = [{claim.id for claim in group} for group in groups]
    lenders: dict[int, list[tuple[int, str]]] = {}
    absorbed: dict[str, tuple[str, ...]] = {}
    for event in former:
        shares = Counter(home[claim] for claim in event.claims if claim in home)
        if shares:
            index, share = min(shares.items(), key=lambda pair: (-pair[1], pair[0]))
            lenders.setdefault(index, []).append((-share, event.id))
            absorbed[event.id] = event.formerly
    names: list[Identity] = []
    for index, claims in enumerate(own):
        lent = [event for _, event in sorted(lenders.get(index, []))]
        if not lent:
            # a former event's own id may be made of the claim that has left it
            left = sorted({event.id for event in former if not claims.isdisjoint(event.claims)})
            names.append((identify("event", min(claims), *left), ()))
            continue
        older = {old for event in lent for old in (event, *absorbed[event])} - {lent[0]}
        names.append((lent[0], tuple(sorted(older))))
    return names


def heirs(groups: Sequence[Group], former: Sequence[Former]) -> dict[str, tuple[str, ...]]:
    """Tell into which events the claims of former ones have gone, where that is more than one."""
    home = {claim.id: group.id for group in groups for claim in group.claims}
    found = {
        event.id: sorted({home[claim] for claim in event.claims if claim in home})
        for event in former
    }
    return {event: tuple(into) for event, into in found.items() if len(into) > 1}

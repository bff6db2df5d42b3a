"""Ids that events keep from run to run, as long as they keep most of their claims."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from rashomon.values import Claim, Event, identify

__all__ = ["Identity", "name_events"]

Identity = tuple[str, tuple[str, ...]]  # the id and the ids that the event has absorbed


def name_events(groups: Sequence[Sequence[Claim]], former: Sequence[Event]) -> list[Identity]:
    """Give every group of claims an id, from `former` events where it continues one.

    A former id goes to the group that holds most of the former event's claims; of several former
    events in one group the one with most claims in it lends its id and the others are listed as
    absorbed. A new event is named after the smallest of its claim ids.
    """
    home = {claim.id: index for index, group in enumerate(groups) for claim in group}
    heirs: dict[int, list[tuple[int, str]]] = {}
    absorbed: dict[str, tuple[str, ...]] = {}
    for event in former:
        shares = Counter(home[claim] for claim in event.claims if claim in home)
        if shares:
            index, share = min(shares.items(), key=lambda pair: (-pair[1], pair[0]))
            heirs.setdefault(index, []).append((-share, event.id))
            absorbed[event.id] = event.formerly
    names: list[Identity] = []
    for index, group in enumerate(groups):
        lent = [event for _, event in sorted(heirs.get(index, []))]
        if not lent:
            names.append((identify("event", min(claim.id for claim in group)), ()))
            continue
        older = {old for event in lent for old in (event, *absorbed[event])} - {lent[0]}
        names.append((lent[0], tuple(sorted(older))))
    return names

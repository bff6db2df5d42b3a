"""Regions: tellings that may come into one event, and so must be gathered together.

What happens in one region depends on nothing outside it, so a new report leaves all others alone.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from itertools import combinations, pairwise

from rashomon.link.components import components
from rashomon.link.events import Judged
from rashomon.link.ids import Former
from rashomon.link.memory import Memory, chunks
from rashomon.link.pairs import binds
from rashomon.values import Judgement

__all__ = ["affected", "episodes", "judged", "regions"]


def affected(
    memory: Memory, touched: Collection[str], lapsed: Sequence[Judgement]
) -> list[list[str]]:
    """Gather the regions that some tellings are in, or in which a judgement has lapsed.

    One that did not bind means nothing between two regions: most that lapse are such, as when a
    word has become common.
    """
    pairs = [(each.left, each.right) for each in lapsed]
    bound = {name for each in lapsed if binds(each) for name in (each.left, each.right)}
    home = {
        name: region
        for region in map(frozenset, regions(memory, set(touched).union(*pairs)))
        for name in region
    }
    changed = {home[name] for name in bound | set(touched) if name in home}
    changed |= {home[left] for left, right in pairs if home[left] == home[right]}
    return sorted(map(sorted, changed))


def regions(memory: Memory, touched: Collection[str]) -> list[list[str]]:
    """Gather the tellings around some, each with all that it may hang together with.

    Tellings of one former event are of one region, so that only one of them inherits its id.
    """
    known: set[str] = set()
    edges: list[tuple[str, str]] = []
    fringe = set(memory.portraits(touched))
    while fringe:
        known |= fringe
        new: list[tuple[str, str]] = []
        for chunk in chunks(sorted(fringe)):
            new += [(each.left, each.right) for each in memory.judgements(chunk) if binds(each)]
            for tellings in tellings_of_events(memory, memory.events(chunk)).values():
                new += pairwise(tellings)
        edges += new
        fringe = {name for edge in new for name in edge} - known
    return components(known, edges)


def judged(memory: Memory, tellings: Collection[str]) -> Judged:
    """Recall all that was judged between some tellings, in order of report and telling."""
    portraits = sorted(
        memory.portraits(tellings).values(), key=lambda portrait: (portrait.report, portrait.id)
    )
    index = {portrait.id: number for number, portrait in enumerate(portraits)}
    judgements = {}
    for judgement in memory.judgements(list(index)):
        if judgement.left in index and judgement.right in index:
            left, right = sorted((index[judgement.left], index[judgement.right]))
            judgements[left, right] = judgement
    in_report: defaultdict[str, list[int]] = defaultdict(list)
    for number, portrait in enumerate(portraits):
        in_report[portrait.report].append(number)
    apart = [pair for members in in_report.values() for pair in combinations(members, 2)]
    return Judged(portraits, dict(sorted(judgements.items())), apart)


def episodes(memory: Memory, event_of: Mapping[str, str]) -> dict[str, str]:
    """Name the episode of events and of all that hang together with them, by event.

    An episode bears the smallest id of its events. `event_of` gives the events of tellings that
    have just been gathered; what it does not give is as `memory` knows it.
    """
    home = dict(event_of)
    edges: list[tuple[str, str]] = []
    fringe = set(home)
    while fringe:
        reached: set[str] = set()
        met: list[tuple[str, str]] = []
        for chunk in chunks(sorted(fringe)):
            found = [each for each in memory.judgements(chunk) if each.episode]
            met += [(each.left, each.right) for each in found]
        beyond = {name for edge in met for name in edge} - home.keys()
        for event, tellings in tellings_of_events(memory, memory.events(beyond)).items():
            home |= dict.fromkeys(tellings, event)
            reached.update(tellings)
        edges += met
        fringe = reached
    joined = [(home[left], home[right]) for left, right in edges if left in home and right in home]
    return {
        event: members[0] for members in components(set(home.values()), joined) for event in members
    }


def tellings_of_events(memory: Memory, events: Sequence[Former]) -> dict[str, list[str]]:
    """List the tellings that bear claims of events, in order, by event."""
    event_of = {claim: event.id for event in events for claim in event.claims}
    found: defaultdict[str, set[str]] = defaultdict(set)
    for portrait in memory.portraits_of({name for event in events for name in event.reports}):
        for claim in portrait.claims:
            if claim in event_of:
                found[event_of[claim]].add(portrait.id)
    return {event: sorted(tellings) for event, tellings in found.items()}

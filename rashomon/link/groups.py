"""Linking on one page: readings into tellings, tellings into events, events into episodes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import combinations, groupby

from rashomon.link.blocks import candidates
from rashomon.link.copies import Copy, find_copies
from rashomon.link.doubts import may_be_two, may_belong
from rashomon.link.episodes import one_episode
from rashomon.link.events import Judged, gather_events
from rashomon.link.features import compare
from rashomon.link.ids import name_events
from rashomon.link.judge import judge
from rashomon.link.portraits import Portrait, portray
from rashomon.link.sides import unite
from rashomon.link.tellings import Telling, tellings_of
from rashomon.values import Claim, Event, Group, Reading, Report

__all__ = ["judge_all", "link"]


def link(
    reports: Sequence[Report], readings: Sequence[Reading], former: Sequence[Event] = ()
) -> tuple[Group, ...]:
    """Gather the claims of all readings into events, in order of the events' ids.

    The result is the same whatever the order of the arguments. `former` events lend their ids to
    the events that hold most of their claims. Claims about the background are left out.
    """
    copies = find_copies(reports)
    judged = judge_all(_fold_reprints(_tellings(reports, readings), copies), copies)
    events = gather_events(judged)
    claims = [_claims(event.members, judged.portraits) for event in events]
    names = name_events(claims, former)
    ids = [name for name, _ in names]
    episodes = _episodes([event.members for event in events], judged, ids)
    possible = may_belong(events, judged, ids)
    published = {report.id: report.published or "9999" for report in reports}
    copies_of: defaultdict[str, list[Copy]] = defaultdict(list)
    for copy in copies:
        copies_of[copy.report].append(copy)
    groups = [
        Group(
            id=name,
            episode=episodes[index],
            claims=claims[index],
            sides=unite(claims[index]),
            copies=_among(copies_of, claims[index], published),
            doubts=may_be_two(events[index], judged) + possible[index],
            formerly=formerly,
        )
        for index, (name, formerly) in enumerate(names)
    ]
    return tuple(sorted(groups, key=lambda group: group.id))


def judge_all(tellings: Sequence[Telling], copies: Sequence[Copy]) -> Judged:
    """Judge every pair of tellings that is worth comparing."""
    portraits = [portray(telling) for telling in tellings]
    copied = {frozenset((copy.report, copy.original)): copy.overlap for copy in copies}
    judgements = {}
    for left, right in candidates(portraits, copied):
        a, b = portraits[left], portraits[right]
        overlap = copied.get(frozenset((a.telling.report.id, b.telling.report.id)), 0.0)
        judgements[left, right] = judge(a, b, compare(a, b, overlap))
    return Judged(portraits, judgements, _of_one_report(portraits))


def _tellings(reports: Sequence[Report], readings: Sequence[Reading]) -> list[Telling]:
    """List the tellings of all reports in order of their ids."""
    read = {reading.report: reading for reading in readings}
    found = [
        telling
        for report in reports
        if report.id in read
        for telling in tellings_of(report, read[report.id])
    ]
    return sorted(found, key=lambda telling: (telling.report.id, telling.id))


def _fold_reprints(tellings: Sequence[Telling], copies: Sequence[Copy]) -> list[Telling]:
    """Add the claims of a reprint to the telling it repeats, where both tell of one thing only.

    So a hundred reprints of one report are judged once, and make no word common.
    """
    alone = {telling.report.id: telling for telling in tellings if telling.alone}
    original: dict[str, str] = {}
    for copy in copies:
        if copy.kind == "duplicate" and copy.report in alone and copy.original in alone:
            left, right = (_root(name, original) for name in (copy.report, copy.original))
            if left != right:
                original[left] = right
    claims = {name: list(telling.claims) for name, telling in alone.items()}
    for name in original:
        claims[_root(name, original)] += alone[name].claims
    return [
        replace(telling, claims=tuple(claims[telling.report.id])) if telling.alone else telling
        for telling in tellings
        if telling.report.id not in original
    ]


def _root(name: str, original: Mapping[str, str]) -> str:
    while name in original:
        name = original[name]
    return name


def _of_one_report(portraits: Sequence[Portrait]) -> tuple[tuple[int, int], ...]:
    """Pair the tellings of one report, which the report itself tells apart."""
    numbered = groupby(enumerate(portraits), key=lambda pair: pair[1].telling.report.id)
    return tuple(
        pair for _, members in numbered for pair in combinations([index for index, _ in members], 2)
    )


def _claims(members: Sequence[int], portraits: Sequence[Portrait]) -> tuple[Claim, ...]:
    claims = [claim for index in members for claim in portraits[index].telling.claims]
    return tuple(sorted(claims, key=lambda claim: (claim.report, claim.trigger, claim.id)))


def _episodes(events: Sequence[tuple[int, ...]], judged: Judged, ids: Sequence[str]) -> list[str]:
    """Name the episode of every event: the smallest id of the events that hang together."""
    event_of = {member: index for index, members in enumerate(events) for member in members}
    episode = list(range(len(events)))

    def root(index: int) -> int:
        while episode[index] != index:
            episode[index] = index = episode[episode[index]]
        return index

    for left, right in judged.judgements:
        if one_episode(judged.portraits[left], judged.portraits[right]):
            episode[root(event_of[left])] = root(event_of[right])
    smallest: dict[int, str] = {}
    for index, name in enumerate(ids):
        smallest[root(index)] = min(name, smallest.get(root(index), name))
    return [smallest[root(index)] for index in range(len(events))]


def _among(
    copies: Mapping[str, Sequence[Copy]], claims: Sequence[Claim], published: Mapping[str, str]
) -> tuple[tuple[str, str], ...]:
    """Pair every copied report of one event with the report it most repeats, oldest copy first."""
    members = {claim.report for claim in claims}
    among = [copy for report in members for copy in copies.get(report, ())]
    original: dict[str, str] = {}
    for copy in sorted(among, key=lambda copy: (-copy.overlap, copy.report, copy.original)):
        free = copy.report not in original and copy.original in members
        # whoever credits whom may go round in a circle; the least overlap breaks it
        if free and _root(copy.original, original) != copy.report:
            original[copy.report] = copy.original
    return tuple(sorted(original.items(), key=lambda pair: (published[pair[0]], pair)))

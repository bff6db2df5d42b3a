"""Linking on one page: what new reports bring is compared, judged and gathered into groups.

Every step looks only at what the new reports touch, and its result depends on the reports alone
and not on the order in which they came: one at a time or all at once, the groups are the same.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from typing import TypeAlias

from rashomon.link.copies import Copy
from rashomon.link.doubts import may_be_two, may_belong
from rashomon.link.events import Judged, gather_events
from rashomon.link.ids import Former, heirs, name_events
from rashomon.link.memory import Memory, Notebook, Shelf
from rashomon.link.pairs import drop_pairs, judge_pairs, redraw
from rashomon.link.regions import affected, episodes, judged
from rashomon.link.reprints import note_copies
from rashomon.link.sides import unite
from rashomon.values import Claim, Event, Group, Reading, Report

__all__ = ["Change", "link", "take_in"]

_TOGETHER = 400  # tellings of several regions that are gathered in one go


Progress: TypeAlias = Callable[[str, int, int], None]
"""Called with a step of linking, how much of it is done and how much there is."""


def _silent(_step: str, _done: int, _total: int) -> None:
    """Tell nobody how far linking is."""


@dataclass(frozen=True, slots=True)
class Change:
    """What taking in reports has changed.

    `groups` are the events that are new or may differ, in order of id; `gone` the ids of events
    that are no more; `split` tells into which events the claims of one have gone, where there are
    several; `episodes` gives the episode of events that are not among `groups` and may have moved
    to another.
    """

    groups: tuple[Group, ...]
    gone: tuple[str, ...] = ()
    split: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    episodes: Mapping[str, str] = field(default_factory=dict)


def link(
    reports: Sequence[Report], readings: Sequence[Reading], former: Sequence[Event] = ()
) -> tuple[Group, ...]:
    """Gather the claims of all readings into events, in order of the events' ids.

    The result is the same whatever the order of the arguments. `former` events lend their ids to
    the events that hold most of their claims. Claims about the background are left out.
    """
    known = [Former(each.id, each.reports, each.claims, each.formerly) for each in former]
    return take_in(
        Notebook(Shelf(reports, readings), known), [report.id for report in reports]
    ).groups


def take_in(memory: Memory, reports: Collection[str], progress: Progress = _silent) -> Change:
    """Link reports that `memory` holds, but has not linked yet, with all that it has."""
    changed = note_copies(memory, reports, partial(progress, "compare texts"))
    redrawn = redraw(memory, changed, partial(progress, "look at tellings"))
    touched = redrawn.dirty | redrawn.touched
    touched |= judge_pairs(memory, redrawn.dirty, partial(progress, "judge pairs"))
    lapsed = drop_pairs(memory, redrawn.shaken - redrawn.dirty)
    found = affected(memory, touched, lapsed)
    return _regroup(memory, found, redrawn.events)


def _regroup(memory: Memory, found: Sequence[Sequence[str]], shaken: Collection[str]) -> Change:
    """Gather the tellings of regions into events anew; `shaken` events may have none left."""
    groups: list[Group] = []
    event_of: dict[str, str] = {}
    gone = set(shaken)
    split: dict[str, tuple[str, ...]] = {}
    for tellings in _in_batches(found):
        former = memory.events(tellings)
        among = judged(memory, tellings)
        made = _groups(memory, among, former)
        for group, members in made:
            event_of |= {among.portraits[index].id: group.id for index in members}
        groups += [group for group, _ in made]
        gone |= {event.id for event in former}
        split |= heirs([group for group, _ in made], former)
    episode = episodes(memory, event_of)
    own = {group.id for group in groups}
    return Change(
        groups=tuple(
            replace(group, episode=episode[group.id])
            for group in sorted(groups, key=lambda group: group.id)
        ),
        gone=tuple(sorted(gone - own)),
        split=split,
        episodes={event: name for event, name in sorted(episode.items()) if event not in own},
    )


def _in_batches(found: Sequence[Sequence[str]]) -> Iterator[list[str]]:
    """Put small regions together, so that a memory is asked about many at once."""
    batch: list[str] = []
    for region in found:
        batch += region
        if len(batch) >= _TOGETHER:
            yield batch
            batch = []
    if batch:
        yield batch


def _groups(
    memory: Memory, among: Judged, former: Sequence[Former]
) -> list[tuple[Group, tuple[int, ...]]]:
    """Make the groups of one or more whole regions, each with its tellings; no episode yet."""
    events = gather_events(among)
    names = {name for portrait in among.portraits for name in portrait.reports}
    readings = memory.readings(names)
    known = {claim.id: claim for reading in readings.values() for claim in reading.claims}
    claims = [_claims(event.members, among, known) for event in events]
    identities = name_events(claims, former)
    ids = [name for name, _ in identities]
    possible = may_belong(events, among, ids)
    copies = _by_report(memory.copies(names))
    reports = memory.reports(names)
    published = {name: report.published or "9999" for name, report in reports.items()}
    return [
        (
            Group(
                id=name,
                episode=name,
                claims=claims[index],
                sides=unite(claims[index]),
                copies=_among(copies, claims[index], published),
                doubts=may_be_two(events[index], among) + possible[index],
                formerly=formerly,
            ),
            events[index].members,
        )
        for index, (name, formerly) in enumerate(identities)
    ]


def _claims(members: Sequence[int], among: Judged, known: Mapping[str, Claim]) -> tuple[Claim, ...]:
    claims = [known[name] for index in members for name in among.portraits[index].claims]
    return tuple(sorted(claims, key=lambda claim: (claim.report, claim.trigger, claim.id)))


def _by_report(copies: Sequence[Copy]) -> dict[str, list[Copy]]:
    found: defaultdict[str, list[Copy]] = defaultdict(list)
    for copy in copies:
        found[copy.report].append(copy)
    return found


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


def _root(name: str, original: Mapping[str, str]) -> str:
    while name in original:
        name = original[name]
    return name

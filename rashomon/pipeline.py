"""The whole computation on one page: gather, read, link, weigh, tell.

Read this first. Each stage is a plain call on values; what a stage needs is an argument. Stages
come in three shapes only: one report at a time (gather, read), one group at a time (weigh), and
one fold over all (link). Only `run` touches a store and files.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from rashomon import tell
from rashomon.batches import batched
from rashomon.gather import gather, prepare
from rashomon.link import MADE_BY as LINKED_BY
from rashomon.link import Change, link, take_in
from rashomon.read import FOUND_BY, Pipelines, Reader, find_people
from rashomon.store import LinkMemory, Store
from rashomon.tell.compare import Comparison, compare_dossier
from rashomon.tell.redact import redact
from rashomon.values import Dossier, Event, Issue, Reading, Report
from rashomon.weigh import DEFAULT, weigh
from rashomon.weigh import MADE_BY as WEIGHED_BY

__all__ = [
    "Progress",
    "Summary",
    "Terms",
    "collect",
    "compare",
    "events_of",
    "link_all",
    "read",
    "redacted",
    "redacted_in",
    "run",
    "settle",
]

_BATCH = 32  # reports between two commits: what a killed run must read again at most
_LINKED_TOGETHER = 500  # reports between two commits
_MANY = 1000  # reports from which linking in memory and storing the result is faster

Progress = Callable[[str, int, int], None]
"""Called with a stage's name, how much of it is done and how much there is (0: not known)."""


@dataclass(frozen=True, slots=True)
class Summary:
    """What a run did: reports gathered, new to the store and read now; events that changed.

    Of these, `merged` became part of another event, and `split` came apart into several.
    """

    gathered: int
    new: int
    read: int
    changed: int
    merged: int = 0
    split: int = 0


@dataclass(frozen=True, slots=True)
class Terms:
    """What a run goes by: the day from which dates are future, and who settles figures how.

    `rule` names a convention of `rashomon.weigh`; `formats` name formats of `rashomon.tell`. With
    `redact`, private persons' names are pseudonyms in all that is told, though not in the store.
    """

    as_of: date
    rule: str = DEFAULT
    formats: tuple[str, ...] = tell.ALWAYS
    redact: bool = False


def run(
    paths: Iterable[Path],
    out: Path | None,
    *,
    store: Store,
    reader: Reader,
    terms: Terms,
    progress: Progress,
) -> tuple[Dossier, Summary]:
    """Read reports, say what happened according to whom, and write it to the folder `out`, if any.

    What is in the store already is neither read nor linked again, unless by another version or
    another rule; the events are those of all that is in it.
    """
    gathered, new, issues = _gather_into(store, paths, terms.as_of, progress)
    read_now = _read_into(store, reader, progress)
    past = len(store.history())
    changed = _link_into(store, terms.rule, progress)
    history = store.history()[past:]
    merged = {event for change, event, _ in history if change == "merged"}
    split = {event for change, event, _ in history if change == "split"}
    known = store.dossier()
    dossier = replace(known, issues=(*issues, *_unread(known.readings)))
    if terms.redact:
        dossier = redacted_in(store, dossier, reader.pipelines)
    if out is not None:
        tell.write(dossier, out, terms.formats)
    return dossier, Summary(gathered, new, read_now, changed, len(merged), len(split))


def collect(paths: Iterable[Path], as_of: date) -> Iterator[Report | Issue]:
    """Gather reports and mark in each what is running text and what is not."""
    for found in gather(paths, as_of=as_of):
        yield prepare(found) if isinstance(found, Report) else found


def read(reports: Iterable[Report], reader: Reader) -> Iterator[Reading]:
    """Read reports that somebody made by hand, one reading for each, in order."""
    return reader.read(prepare(report) for report in reports)


def events_of(
    reports: Iterable[Report],
    readings: Iterable[Reading],
    former: Iterable[Event],
    progress: Progress,
    rule: str = DEFAULT,
) -> tuple[Event, ...]:
    """Link readings into groups and weigh each; `former` events lend their ids to the new ones."""
    by_id = {report.id: report for report in reports}
    progress("link", 0, 0)
    groups = link(tuple(by_id.values()), tuple(readings), tuple(former))
    events = []
    for done, group in enumerate(groups, start=1):
        events.append(weigh(group, by_id, rule))
        progress("weigh", done, len(groups))
    return tuple(sorted(events, key=lambda event: (event.start or "9999", event.id)))


def redacted(dossier: Dossier, pipelines: Pipelines, secret: bytes) -> Dossier:
    """Replace private persons' names in a dossier: find who is named, then hide who is private.

    Raises:
        MissingPartError: the model of a report's language is not installed.
    """
    seen = {report.id: names for report, names in find_people(dossier.reports, pipelines)}
    return redact(dossier, seen, secret)


def redacted_in(store: Store, dossier: Dossier, pipelines: Pipelines) -> Dossier:
    """Do so for the dossier of a store, which remembers who is named in each report.

    Raises:
        MissingPartError: the model of a report's language is not installed.
    """
    found_by = f"{FOUND_BY}, {pipelines.model or 'the model of each language'}"
    known = store.people(found_by)
    unknown = (report for report in dossier.reports if report.id not in known)
    for batch in batched(find_people(unknown, pipelines), _BATCH):
        found = [(report.id, names) for report, names in batch]
        store.keep_people(found, found_by)
        known.update(found)
    return redact(dossier, known, store.secret())


def compare(dossier: Dossier, path: Path) -> Comparison:
    """Set the events of a dossier beside those of a GED or ACLED CSV, read line by line.

    Raises:
        DataError: the file is neither.
    """
    with path.open(encoding="utf-8-sig", errors="replace", newline="") as lines:
        return compare_dossier(dossier, lines, path.name)


def _gather_into(
    store: Store, paths: Iterable[Path], as_of: date, progress: Progress
) -> tuple[int, int, tuple[Issue, ...]]:
    gathered = new = 0
    issues: list[Issue] = []
    for batch in batched(collect(paths, as_of), _BATCH):
        reports = [found for found in batch if isinstance(found, Report)]
        issues += [found for found in batch if isinstance(found, Issue)]
        added, refused = store.add(reports)
        issues += refused
        gathered += len(reports)
        new += added
        progress("gather", gathered, 0)
    return gathered, new, tuple(issues)


def _read_into(store: Store, reader: Reader, progress: Progress) -> int:
    unread = tuple(store.unread(reader.made_by))
    done = 0
    for batch in batched(reader.read(unread), _BATCH):
        store.save(batch, reader.made_by)
        done += len(batch)
        progress("read", done, len(unread))
    return done


def _link_into(store: Store, rule: str, progress: Progress) -> int:
    """Link what is not linked yet; return how many events had to change for it.

    A few reports are linked in the store, batch by batch; many are linked all at once and in
    memory, together with those that are linked already. The events are the same.
    """
    unlinked = store.unlinked(f"{LINKED_BY}, {WEIGHED_BY}, rule {rule}")
    if len(unlinked) < _MANY or 2 * len(unlinked) < len(read := store.read()):
        changed = 0
        for done, batch in enumerate(batched(unlinked, _LINKED_TOGETHER), start=1):
            with store.linking(batch) as memory:
                changed += settle(memory, take_in(memory, batch), rule)
            progress("link", min(done * _LINKED_TOGETHER, len(unlinked)), len(unlinked))
        return changed
    with store.linking(unlinked) as memory:
        return settle(memory, link_all(memory, read, progress), rule, progress)


def link_all(memory: LinkMemory, names: Collection[str], progress: Progress) -> Change:
    """Link all reports of a store in memory, and store the links.

    Python looks for cycles among all values that live, again and again; here there are millions and
    no cycles, so it need not look until the work is done.
    """
    gc.disable()
    try:
        notebook = memory.copy_out()
        change = take_in(notebook, names, progress)
        memory.copy_in(notebook)
    finally:
        gc.enable()
    return change


def settle(memory: LinkMemory, change: Change, rule: str, progress: Progress | None = None) -> int:
    """Weigh the groups of a change and store the events; return how many rows had to change."""
    names = {claim.report for group in change.groups for claim in group.claims}
    reports = memory.reports(names)
    events = []
    for done, group in enumerate(change.groups, start=1):
        events.append(weigh(group, reports, rule))
        if progress is not None:
            progress("weigh", done, len(change.groups))
    return memory.settle(change, events)


def _unread(readings: Iterable[Reading]) -> Iterator[Issue]:
    """Yield why reports in the store were not read, naming the report."""
    for reading in readings:
        for issue in reading.issues:
            yield replace(issue, where=f"report {reading.report}")

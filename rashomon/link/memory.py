"""What linking remembers from one report to the next.

`Notebook` keeps it in dictionaries for one run; the store keeps the same in tables, so that a
report can join a hundred thousand others without reading them again.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from hashlib import blake2b
from typing import Literal, Protocol, TypeAlias, TypeVar

from rashomon.link.copies import Copy
from rashomon.link.ids import Former
from rashomon.link.portraits import Portrait
from rashomon.link.postings import Crowd, Posting, Postings
from rashomon.values import Judgement, Reading, Report

__all__ = ["Index", "Memory", "Notebook", "Seen", "Shelf", "Texts", "chunks", "number", "unseen"]

T = TypeVar("T")

_CHUNK = 256

Index: TypeAlias = Literal["print", "mark"]
"""`print`: which reports hold a run of words; `mark`: which tellings bear a mark (see `blocks`)."""


Seen: TypeAlias = Callable[[int, int], None]
"""Called with how much of a step of linking is done, and how much there is."""


def unseen(_done: int, _total: int) -> None:
    """Tell nobody how far linking is."""


class Texts(Protocol):
    """Where reports and readings are. Names not known are passed over in silence."""

    def reports(self, names: Collection[str]) -> Mapping[str, Report]:
        """Look up reports by id."""

    def readings(self, names: Collection[str]) -> Mapping[str, Reading]:
        """Look up readings by report."""


class Memory(Texts, Protocol):
    """What a place must do to keep linking's memory. Names not known are passed over in silence."""

    def post(self, index: Index, postings: Iterable[Posting]) -> None:
        """Enter postings; one that is there already stays."""

    def unpost(self, index: Index, postings: Iterable[Posting]) -> None:
        """Take postings out."""

    def crowds(self, index: Index, keys: Collection[int]) -> Mapping[int, Crowd]:
        """Say how many have each key, of the keys that several have."""

    def holders(self, index: Index, keys: Collection[int]) -> Mapping[int, Sequence[str]]:
        """List who has each key, in order of name."""

    def copies(self, reports: Collection[str]) -> Sequence[Copy]:
        """List the copies with one of `reports` on either side, in order."""

    def set_copies(self, reports: Collection[str], copies: Iterable[Copy]) -> None:
        """Make `copies` all the copies with one of `reports` on either side."""

    def portraits(self, tellings: Collection[str]) -> Mapping[str, Portrait]:
        """Look up portraits by telling."""

    def portraits_of(self, reports: Collection[str]) -> Sequence[Portrait]:
        """List the portraits that bear claims of one of `reports`."""

    def set_portraits(self, gone: Collection[str], portraits: Iterable[Portrait]) -> None:
        """Take the tellings `gone` out, with all judgements on them, and keep `portraits`."""

    def judgements(self, tellings: Collection[str]) -> Sequence[Judgement]:
        """List the judgements with one of `tellings` on either side, in order."""

    def set_judgements(self, tellings: Collection[str], judgements: Iterable[Judgement]) -> None:
        """Make `judgements` all those with one of `tellings` on either side."""

    def drop_judgements(self, judgements: Iterable[Judgement]) -> None:
        """Forget single judgements."""

    def events(self, tellings: Collection[str]) -> Sequence[Former]:
        """List the events, as they stood last, that hold a claim of one of `tellings`."""


class Shelf:
    """Reports and readings in dictionaries."""

    def __init__(self, reports: Iterable[Report], readings: Iterable[Reading]) -> None:
        """Hold some reports and their readings."""
        self._reports = {report.id: report for report in reports}
        self._readings = {reading.report: reading for reading in readings}

    def reports(self, names: Collection[str]) -> Mapping[str, Report]:
        """Look up reports by id."""
        return {name: self._reports[name] for name in names if name in self._reports}

    def readings(self, names: Collection[str]) -> Mapping[str, Reading]:
        """Look up readings by report."""
        return {name: self._readings[name] for name in names if name in self._readings}


class Notebook:
    """A memory in dictionaries, for texts that are elsewhere."""

    def __init__(self, texts: Texts, events: Iterable[Former] = ()) -> None:
        """Start from texts and the events known before; no link is known yet."""
        self.reports = texts.reports
        self.readings = texts.readings
        self._event_of = {claim: event for event in events for claim in event.claims}
        self._postings: dict[Index, Postings] = {"print": Postings(), "mark": Postings()}
        self._copies: defaultdict[str, dict[str, Copy]] = defaultdict(dict)
        self._portraits: dict[str, Portrait] = {}
        self._tellings: defaultdict[str, set[str]] = defaultdict(set)
        self._judgements: defaultdict[str, dict[str, Judgement]] = defaultdict(dict)

    def post(self, index: Index, postings: Iterable[Posting]) -> None:
        """Enter postings; one that is there already stays."""
        for posting in postings:
            self._postings[index].add(posting)

    def unpost(self, index: Index, postings: Iterable[Posting]) -> None:
        """Take postings out."""
        for posting in postings:
            self._postings[index].remove(posting)

    def crowds(self, index: Index, keys: Collection[int]) -> Mapping[int, Crowd]:
        """Say how many have each key, of the keys that several have."""
        return self._postings[index].crowds(keys)

    def holders(self, index: Index, keys: Collection[int]) -> Mapping[int, Sequence[str]]:
        """List who has each key, in order of name."""
        return self._postings[index].holders(keys)

    def everything(
        self,
    ) -> tuple[Mapping[Index, Postings], list[Copy], list[Portrait], list[Judgement]]:
        """Return all that is remembered, but the events."""
        return (
            self._postings,
            self.copies(self._copies.keys()),
            list(self._portraits.values()),
            self.judgements(self._judgements.keys()),
        )

    def copies(self, reports: Collection[str]) -> list[Copy]:
        """List the copies with one of `reports` on either side, in order."""
        found = {copy for name in reports for copy in self._copies.get(name, {}).values()}
        return sorted(found, key=lambda copy: (copy.report, copy.original))

    def set_copies(self, reports: Collection[str], copies: Iterable[Copy]) -> None:
        """Make `copies` all the copies with one of `reports` on either side."""
        for name in reports:
            for other in self._copies.pop(name, {}):
                self._copies[other].pop(name, None)
        for copy in copies:
            self._copies[copy.report][copy.original] = copy
            self._copies[copy.original][copy.report] = copy

    def portraits(self, tellings: Collection[str]) -> Mapping[str, Portrait]:
        """Look up portraits by telling."""
        return {name: self._portraits[name] for name in tellings if name in self._portraits}

    def portraits_of(self, reports: Collection[str]) -> Sequence[Portrait]:
        """List the portraits that bear claims of one of `reports`."""
        names = {telling for name in reports for telling in self._tellings.get(name, ())}
        return [self._portraits[name] for name in sorted(names)]

    def set_portraits(self, gone: Collection[str], portraits: Iterable[Portrait]) -> None:
        """Take the tellings `gone` out, with all judgements on them, and keep `portraits`."""
        self.set_judgements(gone, ())
        for name in gone:
            if (portrait := self._portraits.pop(name, None)) is not None:
                for report in portrait.reports:
                    self._tellings[report].discard(name)
        for portrait in portraits:
            self._portraits[portrait.id] = portrait
            for report in portrait.reports:
                self._tellings[report].add(portrait.id)

    def judgements(self, tellings: Collection[str]) -> list[Judgement]:
        """List the judgements with one of `tellings` on either side, in order."""
        found = {
            (judgement.left, judgement.right): judgement
            for name in tellings
            for judgement in self._judgements.get(name, {}).values()
        }
        return [found[pair] for pair in sorted(found)]

    def set_judgements(self, tellings: Collection[str], judgements: Iterable[Judgement]) -> None:
        """Make `judgements` all those with one of `tellings` on either side."""
        for name in tellings:
            for other in self._judgements.pop(name, {}):
                self._judgements[other].pop(name, None)
        for judgement in judgements:
            self._judgements[judgement.left][judgement.right] = judgement
            self._judgements[judgement.right][judgement.left] = judgement

    def drop_judgements(self, judgements: Iterable[Judgement]) -> None:
        """Forget single judgements."""
        for judgement in judgements:
            self._judgements[judgement.left].pop(judgement.right, None)
            self._judgements[judgement.right].pop(judgement.left, None)

    def events(self, tellings: Collection[str]) -> Sequence[Former]:
        """List the events, as they stood last, that hold a claim of one of `tellings`."""
        claims = (claim for each in self.portraits(tellings).values() for claim in each.claims)
        found = {
            self._event_of[claim].id: self._event_of[claim]
            for claim in claims
            if claim in self._event_of
        }
        return [found[name] for name in sorted(found)]


@lru_cache(maxsize=1 << 17, typed=True)
def number(*parts: Hashable) -> int:
    """Make one 64-bit number of any values that print alike when they are alike."""
    words = repr(parts).encode("utf-8", "surrogatepass")
    return int.from_bytes(blake2b(words, digest_size=8).digest(), "big", signed=True)


def chunks(names: Sequence[T], seen: Seen = unseen) -> Iterator[Sequence[T]]:
    """Cut a list into pieces that a memory is asked about at once; `seen` hears how far that is."""
    for start in range(0, len(names), _CHUNK):
        yield names[start : start + _CHUNK]
        seen(min(start + _CHUNK, len(names)), len(names))

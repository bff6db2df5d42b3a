"""Which tellings are worth comparing: those that share rare words, or a place or party in time.

Never all pairs: a mark that more than `_CROWD` tellings bear is no mark.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, product

from rashomon.link.memory import Memory, Notebook, Shelf, number
from rashomon.link.nearness import ordinal
from rashomon.link.portraits import Portrait
from rashomon.link.postings import Crowd, Posting
from rashomon.link.words import is_small, rarity, tokenize

__all__ = ["Turned", "candidates", "mark", "worth_comparing"]

_CROWD = 60
_WORDS = 40  # the weightiest words of a telling that are marks
_NAME = 2.0  # how much more a name weighs than another word
_ENOUGH = 11.0  # summed rarity of shared words, about two rare words
_RARE = 6.0  # rarity from which a name is enough alone, in a title or among a telling's rarest ...
_NAMES = 10  # ... of this number
_WEEK = 7  # days; a name is enough for reports of one week or of two in a row
_DAYS = 3  # a bucket of days; a telling is in its own bucket and in the next


@dataclass(frozen=True, slots=True)
class Turned:
    """Who bears a mark that has become rare, and who one that has become common."""

    rare: frozenset[str]
    common: frozenset[str]


def mark(memory: Memory, new: Collection[Portrait], old: Collection[Portrait] = ()) -> Turned:
    """Enter the marks of tellings in the place of those of old ones."""
    gone, come = _postings(old), _postings(new)
    marks = {key for key, _, _ in (*gone, *come)}
    before = memory.crowds("mark", marks)
    memory.unpost("mark", gone)
    memory.post("mark", come)
    after = memory.crowds("mark", marks)
    was, now = _common(before), _common(after)
    return Turned(_bearers(memory, was - now), _bearers(memory, now - was))


def worth_comparing(memory: Memory, portraits: Collection[Portrait]) -> set[tuple[str, str]]:
    """Pair each of some tellings with all that are worth comparing with it, by rising id."""
    marks = {portrait.id: _marks(portrait) for portrait in portraits}
    crowds = memory.crowds("mark", {key for own in marks.values() for key in own})
    rare = {key for key, crowd in crowds.items() if crowd.size <= _CROWD}
    bearers = memory.holders("mark", rare)
    found = set()
    for name, own in marks.items():
        shared: defaultdict[str, float] = defaultdict(float)
        for key in sorted(own.keys() & rare):
            for other in bearers[key]:
                shared[other] += own[key]
        found |= {
            (min(name, other), max(name, other))
            for other, weight in shared.items()
            if weight >= _ENOUGH and other != name
        }
    return found


def candidates(
    portraits: Sequence[Portrait], copies: Iterable[frozenset[str]] = ()
) -> list[tuple[int, int]]:
    """List the pairs of these tellings that are worth comparing, as indices in rising order.

    `copies` are pairs of report ids that repeat each other.
    """
    notebook = Notebook(Shelf((), ()))
    mark(notebook, portraits)
    index = {portrait.id: number for number, portrait in enumerate(portraits)}
    told: defaultdict[str, list[str]] = defaultdict(list)
    for portrait in portraits:
        told[portrait.report].append(portrait.id)
    pairs = worth_comparing(notebook, portraits)
    for left, right in map(sorted, copies):
        pairs |= set(product(told.get(left, ()), told.get(right, ())))
    return sorted({(min(a, b), max(a, b)) for a, b in ((index[x], index[y]) for x, y in pairs)})


def _postings(portraits: Collection[Portrait]) -> list[Posting]:
    return [
        (key, portrait.id, portrait.published)
        for portrait in portraits
        for key in sorted(_marks(portrait))
    ]


def _common(crowds: Mapping[int, Crowd]) -> set[int]:
    return {key for key, crowd in crowds.items() if crowd.size > _CROWD}


def _bearers(memory: Memory, marks: Collection[int]) -> frozenset[str]:
    return frozenset(name for names in memory.holders("mark", marks).values() for name in names)


def _marks(portrait: Portrait) -> dict[int, float]:
    """Weigh the marks of a telling: a name, a place or two parties in time are enough alone."""
    words = sorted(
        (-weight * (_NAME if word in portrait.names else 1), word)
        for word, weight in portrait.words.items()
    )
    marks = {number("word", word): rarity(word) for _, word in words[:_WORDS]}
    enough = _place_and_time(portrait) | _name_and_time(portrait)
    return marks | dict.fromkeys((number(*key) for key in enough), _ENOUGH)


def _name_and_time(portrait: Portrait) -> set[tuple[Hashable, ...]]:
    """Make a key of each rare name with each week in which a report of it may have come out.

    A party's name is one only in a title: it stands in all reports of its war.
    """
    if portrait.published is None:
        return set()
    known = sorted((-rarity(word), word) for word in portrait.names)[:_NAMES]
    parties = {word for party in portrait.parties for word in tokenize(party)}
    names = {word for _, word in known} - parties | portrait.title.keys()
    week = portrait.published // _WEEK
    return {
        ("name", word, each)
        for word in names
        if rarity(word) >= _RARE and not is_small(word)
        for each in (week, week + 1)
    }


def _place_and_time(portrait: Portrait) -> set[tuple[Hashable, ...]]:
    """Make a key of each place or pair of parties with each three days it may have been in."""
    days = [ordinal(when.start) for when in portrait.days] or (
        [portrait.published] if portrait.published is not None else []
    )
    buckets = {bucket for day in days for bucket in (day // _DAYS, day // _DAYS + 1)}
    keys: set[tuple[Hashable, ...]] = {
        (place.country, place.admin1, place.geonameid or place.name.casefold())
        for place in portrait.places
    }
    keys |= {
        (place.country, place.admin1, *parties)
        for place in portrait.places
        for parties in combinations(sorted(portrait.parties), 2)
    }
    return {(*key, bucket) for key in keys for bucket in buckets}

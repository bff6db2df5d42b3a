"""Which tellings are worth comparing: those that share rare words, or a place or party in time.

Never all pairs: a key that brings together more tellings than `_CROWD` is no key.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Sequence
from itertools import combinations, product

from rashomon.link.nearness import ordinal
from rashomon.link.portraits import Portrait
from rashomon.link.words import rarity

__all__ = ["candidates"]

# On the developer incidents (2,072 reports, 909 true pairs) these leave 40,000 of 2,145,000 pairs.
_CROWD = 60
_WORDS = 40  # the weightiest words of a telling that are keys
_NAME = 2.0  # how much more a name weighs than another word
_ENOUGH = 10.5  # summed rarity of shared key words, about two rare words
_DAYS = 3  # a bucket of days; a telling is in its own bucket and in the next


def candidates(
    portraits: Sequence[Portrait], copies: Iterable[frozenset[str]] = ()
) -> list[tuple[int, int]]:
    """List the pairs worth comparing, as indices in rising order.

    `copies` are pairs of report ids that repeat each other.
    """
    shared: defaultdict[tuple[int, int], float] = defaultdict(float)
    for word, members in _by_key(_rare_words(each) for each in portraits).items():
        for pair in _pairs(members):
            shared[pair] += rarity(str(word))
    found = {pair for pair, weight in shared.items() if weight >= _ENOUGH}
    for members in _by_key(_place_and_time(each) for each in portraits).values():
        found.update(_pairs(members))
    by_report = _by_key([each.telling.report.id] for each in portraits)
    for left, right in map(sorted, copies):
        found.update(
            (min(pair), max(pair))
            for pair in product(by_report.get(left, ()), by_report.get(right, ()))
        )
    return sorted(found)


def _by_key(keys: Iterable[Iterable[Hashable]]) -> dict[Hashable, list[int]]:
    members: defaultdict[Hashable, list[int]] = defaultdict(list)
    for index, own in enumerate(keys):
        for key in own:
            members[key].append(index)
    return members


def _pairs(members: Sequence[int]) -> Iterable[tuple[int, int]]:
    return combinations(members, 2) if len(members) <= _CROWD else ()


def _rare_words(portrait: Portrait) -> list[str]:
    """List the weightiest words of a telling, names before others."""
    known = [
        (-weight * (_NAME if word in portrait.names else 1), word)
        for word, weight in portrait.words.items()
    ]
    return [word for _, word in sorted(known)[:_WORDS]]


def _place_and_time(portrait: Portrait) -> set[tuple[Hashable, ...]]:
    """Make a key of each place or pair of parties with each three days it may have been in."""
    days = [ordinal(when.start) for when in portrait.days] or (
        [portrait.published] if portrait.published is not None else []
    )
    buckets = {bucket for day in days for bucket in (day // _DAYS, day // _DAYS + 1)}
    marks: set[tuple[Hashable, ...]] = {
        (place.country, place.admin1, place.geonameid or place.name.casefold())
        for place in portrait.places
    }
    marks |= {
        (place.country, place.admin1, *parties)
        for place in portrait.places
        for parties in combinations(sorted(portrait.parties), 2)
    }
    return {(*mark, bucket) for mark in marks for bucket in buckets}

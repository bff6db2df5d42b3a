"""Episodes: fighting of the same parties in one province within days of each other.

Two accounts inside one episode that nothing tells apart are taken as one event, with the doubt
stated; what a day, a place, a party or a victim's name tells apart stays apart.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product

from rashomon.link.differences import days_apart, disjoint, other_district
from rashomon.link.features import named_parties
from rashomon.link.nearness import closeness, day_gap
from rashomon.link.portraits import Portrait

__all__ = ["nothing_tells_apart", "one_episode"]

_PROVINCE = 0.4  # grade of `closeness`
_DAYS = 3


def one_episode(left: Portrait, right: Portrait) -> bool:
    """Tell whether two tellings share a province, a named party and, within three days, the time.

    A telling without any day is taken to fit in time.
    """
    return (
        bool(named_parties(left.parties) & named_parties(right.parties))
        and any(closeness(a, b) >= _PROVINCE for a, b in product(left.places, right.places))
        and _days_between(left, right) <= _DAYS
    )


def nothing_tells_apart(left: Sequence[Portrait], right: Sequence[Portrait]) -> bool:
    """Tell whether no two tellings of two groups differ in day, district, parties or victims."""
    return not any(_told_apart(a, b) for a, b in product(left, right))


def _told_apart(left: Portrait, right: Portrait) -> bool:
    return (
        left.report == right.report
        or days_apart(left, right) > 0
        or other_district(left, right)
        or disjoint(named_parties(left.parties), named_parties(right.parties))
        or disjoint(left.victims, right.victims)
    )


def _days_between(left: Portrait, right: Portrait) -> int:
    if left.days and right.days:
        return min(day_gap(a, b) for a, b in product(left.days, right.days))
    if left.published is None or right.published is None:
        return 0
    return abs(left.published - right.published)

"""What tells two tellings apart: another day, another district, other names on either side."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from itertools import product

from rashomon.link.nearness import closeness, day_gap, to_district
from rashomon.link.portraits import Portrait

__all__ = ["days_apart", "disjoint", "other_district"]

_DISTRICT = 0.6  # grade of `closeness`


def days_apart(left: Portrait, right: Portrait) -> int:
    """Count the days between all that one names and all that the other names.

    0 where they meet, and where one of them names no exact day.
    """
    if not all(any(when.precision == 1 for when in each.days) for each in (left, right)):
        return 0
    return min(day_gap(a, b) for a, b in product(left.days, right.days))


def other_district(left: Portrait, right: Portrait) -> bool:
    """Tell whether both name places known to the district, and none near one of the other's."""
    pairs = product(left.places, right.places)
    known = [closeness(a, b) for a, b in pairs if to_district(a, b)]
    return bool(known) and max(known) < _DISTRICT


def disjoint(left: AbstractSet[object], right: AbstractSet[object]) -> bool:
    """Tell whether both name something, and nothing in common."""
    return bool(left) and bool(right) and not left & right

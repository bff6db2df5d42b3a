"""What tells two tellings apart: another day, another district, other names on either side."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from itertools import product

from rashomon.link.nearness import closeness, day_gap, ordinal, to_district
from rashomon.link.portraits import Portrait

__all__ = ["days_apart", "disjoint", "other_day", "other_district"]

_DISTRICT = 0.6  # grade of `closeness`


def other_day(left: Portrait, right: Portrait) -> bool:
    """Tell whether both name exact days, and none in common."""
    exact = [
        day_gap(a, b) for a, b in product(left.days, right.days) if a.precision == b.precision == 1
    ]
    return bool(exact) and min(exact) > 0


def other_district(left: Portrait, right: Portrait) -> bool:
    """Tell whether both name places known to the district, and none near one of the other's."""
    pairs = product(left.places, right.places)
    known = [closeness(a, b) for a, b in pairs if to_district(a, b)]
    return bool(known) and max(known) < _DISTRICT


def days_apart(left: Portrait, right: Portrait) -> int:
    """Count the days between two tellings that name one exact day each; 0 where one does not."""
    first, second = _only_day(left), _only_day(right)
    return 0 if first is None or second is None else abs(first - second)


def disjoint(left: AbstractSet[str], right: AbstractSet[str]) -> bool:
    """Tell whether both name something, and nothing in common."""
    return bool(left) and bool(right) and not left & right


def _only_day(portrait: Portrait) -> int | None:
    exact = {ordinal(when.start) for when in portrait.days if when.precision == 1}
    return exact.pop() if len(exact) == 1 else None

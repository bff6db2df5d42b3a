"""Whether two accounts say the same about one aspect: yes, no, or not to be told."""

from __future__ import annotations

from dataclasses import dataclass

from rashomon.values import Figure, Place, When

__all__ = ["Amount", "Days", "Name", "Spot", "Value", "same"]


@dataclass(frozen=True, slots=True)
class Amount:
    """A count as an interval; None is open. Counts of different scope do not compare."""

    low: int | None
    high: int | None
    scope: str

    @classmethod
    def of(cls, figure: Figure) -> Amount:
        """Take the bounds of a figure."""
        low = figure.low if figure.low is not None else figure.best
        return cls(low, figure.high, figure.scope)


@dataclass(frozen=True, slots=True)
class Days:
    """The first and the last day that are meant, as ISO dates."""

    start: str
    end: str

    @classmethod
    def of(cls, when: When) -> Days:
        """Take the days of a date."""
        return cls(when.start, when.end)


@dataclass(frozen=True, slots=True)
class Spot:
    """A place by its names, from itself up to its country."""

    name: str
    geonameid: int | None
    holders: tuple[str, ...]  # country, admin1, admin2, as far as they are known
    precision: int | None

    @classmethod
    def of(cls, place: Place) -> Spot:
        """Take the place and what holds it."""
        holders = (place.country, place.admin1, place.admin2)
        named = tuple(holder.casefold() for holder in holders if holder)
        return cls(place.name.casefold(), place.geonameid, named, place.precision)


@dataclass(frozen=True, slots=True)
class Name:
    """A kind, a side or an attitude. Unlike names differ only where `exclusive`."""

    name: str
    exclusive: bool = False


Value = Amount | Days | Spot | Name


def same(left: Value, right: Value) -> bool | None:
    """Tell whether both can be true (True), cannot (False), or do not compare (None)."""
    if isinstance(left, Amount) and isinstance(right, Amount):
        return _same_amount(left, right)
    if isinstance(left, Days) and isinstance(right, Days):
        return left.start <= right.end and right.start <= left.end
    if isinstance(left, Spot) and isinstance(right, Spot):
        return _same_spot(left, right)
    if isinstance(left, Name) and isinstance(right, Name):
        if left.name == right.name:
            return True
        return False if left.exclusive and right.exclusive else None
    return None


def _same_amount(left: Amount, right: Amount) -> bool | None:
    if left.scope != right.scope or None in {left.low, right.low}:
        return None
    highest_low = max(left.low or 0, right.low or 0)
    highs = [high for high in (left.high, right.high) if high is not None]
    return not highs or highest_low <= min(highs)


def _same_spot(left: Spot, right: Spot) -> bool | None:
    """Compare names and ids first, then whether one place holds the other, then the provinces."""
    if left.geonameid is not None and left.geonameid == right.geonameid:
        return True
    if left.name == right.name or left.name in right.holders or right.name in left.holders:
        return True
    if any(here != there for here, there in zip(left.holders, right.holders, strict=False)):
        return False
    return None

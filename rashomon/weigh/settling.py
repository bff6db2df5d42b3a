"""The rule of this project: low, best and high of one side from one toll an origin.

The rule (METHODS 5.2): neutral observers outrank a side's word about its own losses, which it may
play down; that outranks press, officials and witnesses, and those outrank parties about their enemy
and whoever names no source. Within the best rank the middle of the independent origins holds, the
lower of two middles; where only parties speak, the lowest attributed figure. Conflicting claims are
never averaged.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from rashomon.weigh.tolls import Tier, Toll
from rashomon.weigh.wording import plural, whose

__all__ = ["Settled", "settle", "telling", "whole_counts"]

_FRESH_DAYS = 3  # METHODS 5.2: what is older than this before the last report weighs less
_STALE_WEIGHT = 0.7


class Chosen(NamedTuple):
    """A best figure and the sentence that says why it was chosen."""

    best: int | None
    why: str


@dataclass(frozen=True, slots=True)
class Settled:
    """The answer for one side, and the sentences of its rule."""

    low: int | None
    best: int | None
    high: int | None
    rule: str


def settle(tolls: Sequence[Toll]) -> Settled:
    """Choose low, best and high from one toll an origin; the order of `tolls` does not matter."""
    chosen = _best(tolls)
    low, low_why = _low(tolls)
    high, high_why = _high(tolls)
    if chosen.best is not None:
        low = min(low, chosen.best)
        high = None if high is None else max(high, chosen.best)
    return Settled(low, chosen.best, high, " ".join(filter(None, (chosen.why, low_why, high_why))))


def _best(tolls: Sequence[Toll]) -> Chosen:
    specific = telling([toll for toll in tolls if toll.best is not None])
    if not specific:
        return Chosen(None, f"No best figure: {whose(t.origin for t in tolls)} gave no number.")
    tier = min(toll.tier for toll in specific)
    pool = [toll for toll in specific if toll.tier is tier]
    if tier is Tier.PARTY:
        return _least_claimed(pool)
    best = _middle(pool)
    if len({toll.best for toll in specific}) == 1:
        return Chosen(best, f"Best {best:,}: {_agreement(specific)}")
    if len(pool) < len(specific) and len({toll.best for toll in pool}) == 1:
        return Chosen(
            best, f"Best {best:,}: from {whose(t.origin for t in pool)}, {_STANDING[tier]}."
        )
    standing = "" if len(pool) == len(specific) else f" ({_STANDING[tier]})"
    return Chosen(
        best,
        f"Best {best:,}: the middle of what {plural(len(pool), 'independent origin')} told"
        f"{standing}, the lower where two are in the middle.",
    )


def telling(tolls: Sequence[Toll]) -> Sequence[Toll]:
    """Leave out what says less than a count: a part where others count, none where some do.

    "Nobody was hurt" is mostly said of a part (nobody inside, none of the police); it holds
    against counts only where it comes from a better source than they do.
    """
    counting = whole_counts(tolls)
    some = [toll for toll in counting if toll.best != 0]
    if not some:
        return counting
    trusted = min(toll.tier for toll in some)
    return [toll for toll in counting if toll.best != 0 or toll.tier < trusted]


def whole_counts(tolls: Sequence[Toll]) -> Sequence[Toll]:
    """Leave out counts of a part that are not larger than the largest count of the whole."""
    whole = max((toll.best or 0 for toll in tolls if not toll.partial), default=-1)
    return [toll for toll in tolls if not toll.partial or (toll.best or 0) > whole]


_STANDING = {
    Tier.NEUTRAL: "without a side in it",
    Tier.OWN: "about losses of their own",
    Tier.PRESS: "who speak for no side",
}


def _least_claimed(pool: Sequence[Toll]) -> Chosen:
    """Choose where only parties and nameless voices speak: a majority, else the lowest."""
    attributed = [toll for toll in pool if not toll.origin.faceless]
    basis = attributed or pool
    value, votes = max(Counter(toll.best for toll in basis).items(), key=lambda pair: pair[1])
    kind = "attributed figure" if attributed and len(attributed) < len(pool) else "figure"
    if value is not None and votes * 2 > len(basis):
        best, reason = value, _agreement([toll for toll in basis if toll.best == value], kind)
    else:
        best = min(toll.best for toll in basis if toll.best is not None)
        reason = f"the lowest {kind}, for want of a majority."
    if all(toll.enemy or toll.origin.side for toll in basis):
        reason = f"{reason[:-1]}; all who give one are parties to it."
    elif not attributed:
        reason = f"{reason[:-1]}; no source is named."
    return Chosen(best, f"Best {best:,}: {reason}")


def _agreement(tolls: Sequence[Toll], kind: str = "figure") -> str:
    who = whose(toll.origin for toll in tolls)
    if len(tolls) == 1:
        return f"the only {kind}, from {who}."
    return f"{plural(len(tolls), 'independent origin')} agree ({who})."


def _middle(pool: Sequence[Toll]) -> int:
    """Return the lower weighted median of the best figures."""
    last = max(toll.day for toll in pool)
    weighted = sorted((toll.best or 0, _freshness(toll.day, last)) for toll in pool)
    half, seen = sum(weight for _, weight in weighted) / 2, 0.0
    for point, weight in weighted:
        seen += weight
        if seen >= half - 1e-9:
            return point
    return weighted[-1][0]


def _freshness(day: str, last: str) -> float:
    try:
        gap = (date.fromisoformat(last[:10]) - date.fromisoformat(day[:10])).days
    except ValueError:
        return 1.0
    return 1.0 if gap <= _FRESH_DAYS else _STALE_WEIGHT


def _low(tolls: Sequence[Toll]) -> tuple[int, str]:
    tolls = whole_counts(tolls)
    trusted = [toll for toll in tolls if toll.tier is not Tier.PARTY]
    if not trusted and any(toll.enemy for toll in tolls):
        return 0, "Low 0: no neutral report, and none by the side that lost them."
    if all(toll.running for toll in tolls):
        return 0, "Low 0: nobody counts this event alone."
    basis = [toll for toll in trusted or tolls if toll.best is not None] or trusted or tolls
    low = min(toll.floor for toll in basis)
    spread = len({(toll.low, toll.high) for toll in tolls}) > 1
    least = [toll for toll in basis if toll.floor == low]
    if all(toll.listed for toll in least):
        return low, f"Low {low:,}: of those told of one by one, some may be told of twice."
    said_by = whose(toll.origin for toll in least)
    return low, f"Low {low:,}: the least told by {said_by}." if spread else ""


def _high(tolls: Sequence[Toll]) -> tuple[int | None, str]:
    """Return the largest upper end; "at least N" is bounded by whoever tells of N or more."""
    closed = [toll for toll in tolls if toll.high is not None]
    high = max((toll.ceiling for toll in closed), default=-1)
    if any(toll.high is None and toll.floor > high for toll in tolls) or not closed:
        numbered = any(toll.best is not None for toll in tolls)
        reason = "the largest count is only told as a least" if numbered else "none was told"
        return None, f"No upper end: {reason}."
    top = [toll for toll in closed if toll.high == high]
    spread = len({(toll.low, toll.high) for toll in tolls}) > 1
    if not spread:
        return high, ""
    is_bare = all(toll.origin.faceless and toll.origin.name is not None for toll in top)
    basis = ", with no source named" if is_bare else ""
    return high, f"High {high:,}: the most told, by {whose(t.origin for t in top)}{basis}."

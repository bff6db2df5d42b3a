"""The conventions by which others settle a toll, beside our own: UCDP GED, ACLED, Airwars.

What a project publishes of its rule is told apart from what was inferred from its rows (CODEBOOKS
1.6, 2.9 and 5): each sentence of a finding names the convention, and `docs/conventions.md` says
which part is which.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from rashomon.errors import UsageError
from rashomon.weigh.settling import Settled, settle, telling
from rashomon.weigh.tolls import Tier, Toll
from rashomon.weigh.wording import whose

__all__ = ["CONVENTIONS", "DEFAULT", "Convention", "convention"]

Settle: TypeAlias = Callable[[Sequence[Toll]], Settled]

DEFAULT = "rashomon"
# What ACLED counts for "tens", "dozens" and "hundreds" (CODEBOOKS 2.9), by what we read them as.
_ACLED_WORDS: Mapping[tuple[int, int | None], int] = {(11, 99): 10, (24, 99): 12, (100, 999): 100}


@dataclass(frozen=True, slots=True)
class Convention:
    """How figures are settled: `splits` tells whether sides are counted apart."""

    name: str
    settle: Settle
    splits: bool = True


def convention(name: str) -> Convention:
    """Return a convention by its name.

    Raises:
        UsageError: there is none of that name.
    """
    if name not in CONVENTIONS:
        known = ", ".join(CONVENTIONS)
        msg = f"got rule {name!r}; the rules are: {known}"
        raise UsageError(msg)
    return CONVENTIONS[name]


def _ucdp(tolls: Sequence[Toll]) -> Settled:
    """Settle as UCDP GED does: the lowest of the most reliable; a party's boast raises the high.

    Inferred from rows where sources differ: 70 of 100 have best = low, and a party's count of its
    enemy's dead stands in the high. An only figure is taken as it is, whoever gives it; but where
    the side that is said to have lost people says that it lost none, the boast is only the high.
    """
    denying = [toll for toll in tolls if toll.best == 0 and toll.origin.side == toll.of]
    numbered = [toll for toll in (*telling(tolls), *denying) if toll.best is not None]
    if not numbered:
        return _unnumbered(tolls, "UCDP's way")
    trusted = [toll for toll in numbered if not toll.enemy] or numbered
    tier = min(toll.tier for toll in trusted)
    pool = [toll for toll in trusted if toll.tier is tier]
    best = _lowest(pool)
    ends = [toll.high if toll.high is not None else toll.best or 0 for toll in numbered]
    low, high = min(best, *(toll.floor for toll in trusted)), max(best, *ends)
    lowest = [toll for toll in pool if toll.best == best]
    why = f"UCDP's way: best is the lowest of the most reliable, from {_whose(lowest)}"
    return Settled(low, best, high, f"{why}; low and high are the least and the most told.")


def _acled(tolls: Sequence[Toll]) -> Settled:
    """Settle as ACLED's codebook says: the lowest, until a better or a corroborated one comes."""
    numbered = [toll for toll in telling(tolls) if toll.best is not None or toll.low]
    if not numbered:
        return Settled(0, 0, 0, "ACLED's way: without a number, nobody is counted.")
    told = Counter(_acled_number(toll) for toll in numbered)
    neutral = [toll for toll in numbered if toll.tier is Tier.NEUTRAL]
    borne_out = [toll for toll in numbered if told[_acled_number(toll)] > 1]
    pool = neutral or borne_out or numbered
    number = min(map(_acled_number, pool))
    reason = "that two origins give" if pool is borne_out else "told"
    reason = "from a neutral source" if pool is neutral else reason
    who = _whose([toll for toll in pool if _acled_number(toll) == number])
    return Settled(number, number, number, f"ACLED's way: the lowest number {reason}, by {who}.")


def _airwars(tolls: Sequence[Toll]) -> Settled:
    """Settle as Airwars does: from the least to the most that anybody gives, without a best."""
    numbered = [toll for toll in telling(tolls) if toll.best is not None or toll.low]
    if not numbered:
        return _unnumbered(tolls, "Airwars' way")
    low = min(toll.floor for toll in numbered)
    high = max(toll.high if toll.high is not None else _number(toll) for toll in numbered)
    return Settled(low, None, high, "Airwars' way: from the least to the most that a source gives.")


def _unnumbered(tolls: Sequence[Toll], way: str) -> Settled:
    low = min((toll.floor for toll in tolls), default=0)
    return Settled(low, None, None, f"{way}: nobody gives a number.")


def _lowest(tolls: Sequence[Toll]) -> int:
    return min(toll.best for toll in tolls if toll.best is not None)


def _number(toll: Toll) -> int:
    return toll.best if toll.best is not None else toll.floor


def _acled_number(toll: Toll) -> int:
    """Turn a vague word into ACLED's number for it: "dozens" is 12."""
    return _ACLED_WORDS.get((toll.floor, toll.high), _number(toll))


def _whose(tolls: Sequence[Toll]) -> str:
    return whose(toll.origin for toll in tolls)


CONVENTIONS: Mapping[str, Convention] = {
    each.name: each
    for each in (
        Convention(DEFAULT, settle),
        Convention("ucdp", _ucdp),
        Convention("acled", _acled, splits=False),
        Convention("airwars", _airwars),
    )
}

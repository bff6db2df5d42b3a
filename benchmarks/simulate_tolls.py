"""Rank ways of settling a toll on made events with copies, biased sides and early counts.

    python -m benchmarks.simulate_tolls [--events 4000]

The simulation of METHODS 5.7: 1 to 6 origins, each printed by up to five more papers; parties tell
too many of their enemy's dead and too few of their own; the first hours miss some; a few tolls are
stray. It assumes the biases, so it ranks ways of settling; it does not prove the constants.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from math import exp, log1p
from statistics import mean, median

from benchmarks.train_model import START
from rashomon.weigh.conventions import convention
from rashomon.weigh.model import fitted_model, middle
from rashomon.weigh.origins import Origin
from rashomon.weigh.settling import Settled
from rashomon.weigh.tolls import Tier, Toll

__all__ = ["Made", "main", "make", "scores"]

DAY = date(2024, 5, 1)
_TIERS = {
    "neutral": Tier.NEUTRAL,
    "own": Tier.OWN,
    "press": Tier.PRESS,
    "enemy": Tier.PARTY,
    "unattributed": Tier.PARTY,
}
_SHARES = (0.2, 0.15, 0.3, 0.2, 0.15)  # of origins, in the order of the tiers above
_MOST = 3000


@dataclass(frozen=True, slots=True)
class Made:
    """A made event: the true toll, one toll an origin, and how often each was printed."""

    true: int
    tolls: tuple[Toll, ...]
    printed: tuple[int, ...]

    @property
    def all(self) -> list[int]:
        """Every number in print, copies included."""
        pairs = zip(self.tolls, self.printed, strict=True)
        return [toll.best or 0 for toll, times in pairs for _ in range(times)]


def make(chance: random.Random) -> Made:
    """Make one event."""
    true = min(_MOST, max(1, round(START.prior.median * exp(chance.gauss(0, START.prior.spread)))))
    kinds = chance.choices(list(_TIERS), _SHARES, k=chance.randint(1, 6))
    tolls = tuple(_told(chance, kind, true, f"o{n}") for n, kind in enumerate(kinds))
    return Made(true, tolls, tuple(chance.randint(1, 6) for _ in tolls))


def _told(chance: random.Random, kind: str, true: int, name: str) -> Toll:
    source = START.sources[kind]
    lag = chance.randint(0, 4)
    known = 1 - START.missing * exp(-lag / START.days)
    number = true * source.bias * known * exp(chance.gauss(0, source.spread))
    if chance.random() < source.stray:
        number = exp(chance.uniform(0, log1p(_MOST)))
    best = max(0, round(number))
    return Toll(
        measure="killed",
        of="total",
        low=best,
        best=best,
        high=best,
        claims=(name,),
        report=name,
        origin=Origin(name, name, "expert"),
        tier=_TIERS[kind],
        enemy=kind == "enemy",
        day=(DAY + timedelta(lag)).isoformat(),
    )


def ways() -> dict[str, Callable[[Made], float]]:
    """Name the ways of settling that are compared."""
    rules = {name: convention(name).settle for name in ("rashomon", "ucdp", "acled")}
    since = DAY.isoformat()
    return {
        "the largest of all": lambda made: max(made.all),
        "the latest": lambda made: max(made.tolls, key=lambda toll: toll.day).best or 0,
        "the mean of all": lambda made: mean(made.all),
        "the median of all": lambda made: median(made.all),
        "the median of origins": lambda made: median(toll.best or 0 for toll in made.tolls),
        **{f"the rule {name}": _by(settle) for name, settle in rules.items()},
        "the model, fitted constants": lambda made: middle(made.tolls, since, fitted_model()),
        "the model, the constants simulated": lambda made: middle(made.tolls, since, START),
    }


def _by(settle: Callable[[Sequence[Toll]], Settled]) -> Callable[[Made], float]:
    return lambda made: settle(made.tolls).best or 0


def scores(events: Sequence[Made]) -> dict[str, tuple[float, float]]:
    """Return for each way the mean error in the log of one more, and the share within a quarter."""
    found = {}
    for name, settle in ways().items():
        told = [(settle(made), made.true) for made in events]
        found[name] = (
            mean(abs(log1p(number) - log1p(true)) for number, true in told),
            mean(abs(number - true) <= true / 4 for number, true in told),
        )
    return found


def main(argv: Sequence[str] | None = None) -> None:
    """Print the table of ways."""
    parser = argparse.ArgumentParser(description="Rank ways of settling a toll on made events.")
    parser.add_argument("--events", type=int, default=4000)
    args = parser.parse_args(argv)
    chance = random.Random(20240501)  # noqa: S311  made events, always the same
    table = scores([make(chance) for _ in range(args.events)])
    for name, (error, near) in table.items():
        sys.stdout.write(f"| {name} | {error:.3f} | {near:.2f} |\n")


if __name__ == "__main__":
    main()

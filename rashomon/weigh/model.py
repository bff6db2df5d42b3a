"""A second answer beside the rule: how many it may have been, given who tends to tell too many.

The model of METHODS 5.4. What an origin tells is the true toll times a bias that goes with who
speaks (a party counts too many of its enemy's dead and too few of its own), times chance; a few
tolls have nothing to do with the event at all. A report of the first hours misses some of the
dead. The posterior is computed on a grid of tolls, so that it is exact and always the same. Its
middle is the answer; the interval around it is as wide as the middle was wrong in settled cases
(conformal, METHODS 5.8), reading errors included. It is an answer of a model, and is always shown
as one: the rule's figure stays the finding.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from math import ceil, erf, exp, expm1, floor, inf, log, log1p, sqrt
from typing import Any

import numpy as np
import numpy.typing as npt

from rashomon.values import Estimate
from rashomon.weigh.tolls import Tier, Toll

__all__ = [
    "LEAST",
    "Calibration",
    "Model",
    "Prior",
    "Source",
    "complete",
    "days_between",
    "ends",
    "estimate",
    "fitted_model",
    "likelihood",
    "middle",
    "source_kind",
    "tier_of",
    "width",
]

_GRID = 400
LEAST, _MOST = 0.3, 100_000.0  # true tolls on the grid; the least stands for "nobody"
_LOG_RANGE = log(_MOST) - log(LEAST)  # over which a stray toll is as likely as any other
_HALF = 0.5  # a count of people is right to half a person
_ENOUGH = 50  # settled cases, below which an interval is not printed (METHODS 5.8)

Log = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Source:
    """How one sort of origin tells tolls: times `bias`, within `spread`, or astray altogether."""

    bias: float
    spread: float
    stray: float


@dataclass(frozen=True, slots=True)
class Prior:
    """What tolls are like before anybody speaks: their median and the spread of their logarithm."""

    median: float
    spread: float


@dataclass(frozen=True, slots=True)
class Calibration:
    """How wrong the model was in settled cases: 90 of 100 within `q` of the log of one more."""

    cases: int
    q: float


@dataclass(frozen=True, slots=True)
class Model:
    """All constants of the model: `missing` of the dead at first, of whom `days` tell most.

    `calibration` is by measure and tier: "killed press".
    """

    prior: Prior
    missing: float
    days: float
    sources: Mapping[str, Source]
    calibration: Mapping[str, Calibration]


def estimate(tolls: Sequence[Toll], since: str | None = None) -> Estimate | None:
    """Return the middle of the posterior and an interval that held the truth in 90 of 100 cases.

    Args:
        tolls: one an origin, of one measure and side; the order does not matter.
        since: the day of the event, from which the hours to a report are counted; where it is not
            known, no report counts as early.

    Returns:
        None where nobody gives a number or an interval, and where too few settled cases of the
        measure, told by such origins, are known to say how wrong the model may be.
    """
    telling = _telling(tolls)
    if not telling:
        return None
    settled = fitted_model().calibration.get(tier_of(telling))
    if settled is None or settled.cases < _ENOUGH:
        return None
    best = middle(telling, since, fitted_model())
    low, high = expm1(max(log1p(best) - settled.q, 0.0)), expm1(log1p(best) + settled.q)
    return Estimate(min(ceil(low - _HALF), round(best)), round(best), floor(high + _HALF))


def middle(tolls: Sequence[Toll], since: str | None, model: Model) -> float:
    """Return the median of what the model believes."""
    grid = np.linspace(log(LEAST), log(_MOST), _GRID)
    score = -(((grid - log(model.prior.median)) / model.prior.spread) ** 2) / 2
    for toll in sorted(_telling(tolls), key=lambda toll: (toll.origin.id, toll.claims)):
        known = complete(toll, since, model)
        score = score + np.log(likelihood(toll, grid, model.sources[source_kind(toll)], known))
    weights = np.exp(score - score.max())
    reached = np.cumsum(weights) / weights.sum()
    found = exp(float(np.interp(0.5, reached, grid)))
    return 0.0 if found < _HALF else found


def tier_of(tolls: Sequence[Toll]) -> str:
    """Name the measure and the best tier of some tolls: the cell in which the model is settled."""
    return f"{tolls[0].measure} {min(toll.tier for toll in tolls).name.lower()}"


def source_kind(toll: Toll) -> str:
    """Name the sort of origin that tells a toll."""
    if toll.enemy:
        return "enemy"
    if toll.tier is Tier.OWN:
        return "own"
    if toll.tier is Tier.NEUTRAL:
        return "neutral"
    return "press" if toll.tier is Tier.PRESS else "unattributed"


def likelihood(toll: Toll, true: Log, source: Source, known: float = 1.0) -> Log:
    """Return how likely it is to tell this interval, for each log of a true toll.

    `known` is the share of the dead who were known when it was told.
    """
    lower, upper = ends(toll)
    at = true + log(source.bias) + log(known)
    aimed = _below(upper, at, source.spread) - _below(lower, at, source.spread)
    return (1 - source.stray) * np.clip(aimed, 0, 1) + source.stray * width(lower, upper)


def complete(toll: Toll, since: str | None, model: Model) -> float:
    """Return the share of the dead that is known when a toll is told: less in the first hours."""
    return 1.0 - model.missing * exp(-days_between(toll, since) / model.days)


def days_between(toll: Toll, since: str | None) -> float:
    """Count the days from an event to a telling; endless where one of the two has no day."""
    try:
        days = (date.fromisoformat(toll.day[:10]) - date.fromisoformat(since or "")).days
    except ValueError:
        return inf
    return max(days, 0)


def ends(toll: Toll) -> tuple[float, float]:
    """Return the ends between which a toll lies, half a person beyond what is told."""
    upper = inf if toll.high is None else toll.high + _HALF
    return max(toll.floor - _HALF, 0.0), upper


def width(lower: float, upper: float) -> float:
    """Return the chance that a toll which has nothing to do with the event falls between ends."""
    return max((log(min(upper, _MOST)) - log(max(lower, LEAST))) / _LOG_RANGE, 1e-9)


def _telling(tolls: Sequence[Toll]) -> list[Toll]:
    return [toll for toll in tolls if toll.best is not None or toll.low or toll.high is not None]


def _below(end: float, middles: Log, spread: float) -> Log:
    if end <= 0:
        return np.zeros_like(middles)
    if end == inf:
        return np.ones_like(middles)
    return np.array([(1 + erf((log(end) - m) / (spread * sqrt(2)))) / 2 for m in middles.tolist()])


@cache
def fitted_model() -> Model:
    """Return the constants in use, which `benchmarks/train_model.py` has fitted."""
    text = (files("rashomon.weigh") / "model.json").read_text(encoding="utf-8")
    constants: dict[str, Any] = json.loads(text)
    return Model(
        prior=Prior(**constants["prior"]),
        missing=constants["early"]["missing"],
        days=constants["early"]["days"],
        sources={name: Source(**each) for name, each in constants["sources"].items()},
        calibration={name: Calibration(**each) for name, each in constants["calibration"].items()},
    )

"""A second answer beside the rule: how many it may have been, given who tends to tell too many.

The model of METHODS 5.4. What an origin tells is the true toll times a bias that goes with who
speaks (a party counts too many of its enemy's dead and too few of its own), times chance; a few
tolls have nothing to do with the event at all. A report of the first hours misses some of the
dead. The posterior is computed on a grid of tolls, so that it is exact and always the same. It is
an answer of a model, and is always shown as one: the rule's figure stays the finding.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from math import erf, exp, inf, log, sqrt
from typing import Any

import numpy as np
import numpy.typing as npt

from rashomon.values import Estimate
from rashomon.weigh.tolls import Tier, Toll

__all__ = ["Source", "estimate", "source_of"]

_GRID = 400
_LEAST, _MOST = 0.3, 100_000.0  # true tolls on the grid; the least stands for "nobody"
_LOG_RANGE = log(_MOST) - log(_LEAST)  # over which a stray toll is as likely as any other
_TAIL = 0.05  # outside either end of the interval: it holds 90 of 100
_HALF = 0.5  # a count of people is right to half a person

Log = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Source:
    """How one sort of origin tells tolls: times `bias`, within `spread`, or astray altogether."""

    bias: float
    spread: float
    stray: float


def estimate(tolls: Sequence[Toll], since: str | None = None) -> Estimate | None:
    """Return the middle of the posterior and the interval that holds 90 of 100.

    Args:
        tolls: one an origin, of one measure and side; the order does not matter.
        since: the day of the event, from which the hours to a report are counted; where it is not
            known, no report counts as early.

    Returns:
        None where nobody gives a number or an interval.
    """
    telling = [toll for toll in tolls if toll.best is not None or toll.low or toll.high is not None]
    if not telling:
        return None
    grid = np.linspace(log(_LEAST), log(_MOST), _GRID)
    prior = _constants()["prior"]
    score = -(((grid - log(prior["median"])) / prior["spread"]) ** 2) / 2
    for toll in sorted(telling, key=lambda toll: (toll.origin.id, toll.claims)):
        score = score + np.log(_likelihood(toll, grid, since))
    weights = np.exp(score - score.max())
    reached = np.cumsum(weights) / weights.sum()
    low, best, high = (
        round(exp(float(np.interp(share, reached, grid)))) for share in (_TAIL, 0.5, 1 - _TAIL)
    )
    return Estimate(low, best, high)


def source_of(toll: Toll) -> Source:
    """Return how tolls like this one are told."""
    return _sources()[_kind(toll)]


def _kind(toll: Toll) -> str:
    if toll.enemy:
        return "enemy"
    if toll.tier is Tier.OWN:
        return "own"
    if toll.tier is Tier.NEUTRAL:
        return "neutral"
    return "press" if toll.tier is Tier.PRESS else "unattributed"


def _likelihood(toll: Toll, grid: Log, since: str | None) -> Log:
    """Return how likely it is to tell this interval, for each true toll of the grid."""
    source = source_of(toll)
    lower, upper = _ends(toll)
    middle = grid + log(source.bias) + log(_complete(toll, since))
    aimed = _below(upper, middle, source.spread) - _below(lower, middle, source.spread)
    width = (log(min(upper, _MOST)) - log(max(lower, _LEAST))) / _LOG_RANGE
    return (1 - source.stray) * np.clip(aimed, 0, 1) + source.stray * max(width, 1e-9)


def _ends(toll: Toll) -> tuple[float, float]:
    """Return the ends between which a toll lies, half a person beyond what is told."""
    upper = inf if toll.high is None else toll.high + _HALF
    return max(toll.floor - _HALF, 0.0), upper


def _below(end: float, middle: Log, spread: float) -> Log:
    if end <= 0:
        return np.zeros_like(middle)
    if end == inf:
        return np.ones_like(middle)
    return np.array([(1 + erf((log(end) - m) / (spread * sqrt(2)))) / 2 for m in middle.tolist()])


def _complete(toll: Toll, since: str | None) -> float:
    """Return the share of the dead that is known when a toll is told: less in the first hours."""
    early = _constants()["early"]
    try:
        days = (date.fromisoformat(toll.day[:10]) - date.fromisoformat(since or "")).days
    except ValueError:
        return 1.0
    return 1.0 - float(early["missing"]) * exp(-max(days, 0) / float(early["days"]))


@cache
def _sources() -> dict[str, Source]:
    return {name: Source(**each) for name, each in _constants()["sources"].items()}


@cache
def _constants() -> dict[str, Any]:
    text = (files("rashomon.weigh") / "model.json").read_text(encoding="utf-8")
    constants: dict[str, Any] = json.loads(text)
    return constants

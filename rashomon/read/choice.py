"""The chance of each of several, of which one is right: a logistic choice by their scores."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import TypeVar

__all__ = ["chances"]

K = TypeVar("K")


def chances(scores: Mapping[K, float]) -> dict[K, float]:
    """Share out one chance by the scores; no score, however large, overflows."""
    most = max(scores.values(), default=0.0)
    powers = {key: math.exp(score - most) for key, score in scores.items()}
    whole = math.fsum(powers.values())  # exact: the order of the keys changes nothing
    return {key: power / whole for key, power in powers.items()}

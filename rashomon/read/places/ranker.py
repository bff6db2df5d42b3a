"""How likely it is that an event happened at a site: a logistic regression over its clues."""

from __future__ import annotations

import json
import math
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

__all__ = ["Ranker", "ranker_of"]


@dataclass(frozen=True, slots=True)
class Ranker:
    """The weights of one language, made by `benchmarks/train_places.py`."""

    bias: float
    weights: dict[str, float]

    def chance(self, clues: AbstractSet[str]) -> float:
        """Return the chance that the event of a trigger happened at the site of these clues."""
        # exact, so that a set's order, which differs from run to run, decides no tie
        score = self.bias + math.fsum(self.weights.get(clue, 0.0) for clue in clues)
        return 1 / (1 + math.exp(-max(score, -700.0)))  # beyond, exp overflows


@cache
def ranker_of(language: str) -> Ranker | None:
    """Load the weights of a language; None where nobody has trained any."""
    file = files("rashomon.read.places") / f"where.{language}.json"
    if not file.is_file():
        return None
    data = json.loads(file.read_text(encoding="utf-8"))
    return Ranker(data["bias"], data["weights"])

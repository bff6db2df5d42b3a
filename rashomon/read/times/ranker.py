"""How likely each day is that of a report's news: a logistic choice among days by their clues."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files

from rashomon.read.choice import chances
from rashomon.read.times.clues import Clues

__all__ = ["NOTHING", "Outlook", "Ranker", "outlook", "ranker_of"]

_LIKELY = 0.5  # a day alone is likelier than not; below it the next is told with it
_OTHERWISE = frozenset({"told", "hour early", "hour by day", "hour late"})


@dataclass(frozen=True, slots=True)
class Outlook:
    """How likely each day is that of the news, and the one day, or two in a row, that it may be.

    Both are empty where nothing is known. `is_said`: on the likeliest day something was only said.
    """

    chances: Mapping[date, float]
    days: tuple[date, ...]
    is_said: bool = False

    def chance(self, start: str, end: str) -> float:
        """Return the chance that the news is of one of these days."""
        return math.fsum(p for day, p in self.chances.items() if start <= day.isoformat() <= end)


NOTHING = Outlook({}, ())


@dataclass(frozen=True, slots=True)
class Ranker:
    """The weights of one language, made by `benchmarks/train_days.py`."""

    weights: Mapping[str, float]

    def chances(self, clues: Mapping[date, AbstractSet[str]]) -> dict[date, float]:
        """Return the chance of each day that the news is of it; the chances add up to 1."""
        scores = {
            day: math.fsum(self.weights.get(clue, 0.0) for clue in told)
            for day, told in sorted(clues.items())
        }
        return chances(scores)


def outlook(ranker: Ranker, clues: Clues) -> Outlook:
    """Weigh the clues of a report; a night that nothing divides keeps both its days."""
    chances = ranker.chances(clues)
    if not chances:
        return NOTHING
    first, *others = sorted(chances, key=lambda day: (-chances[day], day))
    pair = tuple(sorted((first, *others[:1])))
    if (pair[-1] - pair[0]).days == 1 and (chances[first] < _LIKELY or _is_night(clues, *pair)):
        return Outlook(chances, pair)
    is_said = "said" in clues[first] and "of a deed" not in clues[first]
    return Outlook(chances, (first,), is_said)


def _is_night(clues: Clues, evening: date, morning: date) -> bool:
    """Tell whether two days are only those of one night: told "overnight", without an hour."""
    if "overnight" not in clues[evening] or "morning after" not in clues[morning]:
        return False
    return not _OTHERWISE & (clues[evening] | clues[morning])


@cache
def ranker_of(language: str) -> Ranker | None:
    """Load the weights of a language; None where nobody has trained any."""
    file = files("rashomon.read.times") / f"news.{language}.json"
    if not file.is_file():
        return None
    return Ranker(json.loads(file.read_text(encoding="utf-8"))["weights"])

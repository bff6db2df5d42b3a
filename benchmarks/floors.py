"""What was reached, measure by measure, and whether new scores still reach it."""

from __future__ import annotations

import hashlib
import json
import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal, TypeAlias

from benchmarks.inputs import find

__all__ = [
    "FLOORS",
    "TOLERANCE",
    "Floors",
    "Row",
    "Verdict",
    "compare",
    "digest",
    "load",
    "measures",
    "raised",
    "save",
]

FLOORS = Path(__file__).with_name("floors.json")
# Points. Readings are deterministic: this much is left for another machine's arithmetic.
TOLERANCE = 0.2
_WRAPPERS = ("scores", "results")  # where the scorers keep their numbers

Verdict: TypeAlias = Literal["held", "above", "FELL", "absent"]


@dataclass(frozen=True, slots=True)
class Floors:
    """The floors of one task by measure, in points, and the gold that they were measured on."""

    measures: Mapping[str, float]
    gold: str | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """One measure against its floor."""

    task: str
    measure: str
    floor: float
    now: float | None

    @property
    def verdict(self) -> Verdict:
        """Whether the floor holds; a measure that the scores lack is absent, not fallen."""
        if self.now is None:
            return "absent"
        if self.now < self.floor - TOLERANCE:
            return "FELL"
        return "above" if _floored(self.now) > self.floor else "held"


def measures(scores: Mapping[str, object]) -> dict[str, float]:
    """Flatten a scorer's answer: the names on the way to a number, joined by " · "."""
    inner = next((scores[name] for name in _WRAPPERS if name in scores), scores)
    return dict(_flat(inner))


def compare(task: str, floors: Floors, scores: Mapping[str, object]) -> tuple[Row, ...]:
    """Set a task's scores against its floors, in the order of the floors."""
    now = measures(scores)
    return tuple(Row(task, name, floor, now.get(name)) for name, floor in floors.measures.items())


def raised(floors: Floors, scores: Mapping[str, object], gold: str | None) -> Floors:
    """Return the floors raised to what was measured; none is ever lowered."""
    now = measures(scores)
    reached = {
        name: max(floor, _floored(now.get(name, floor))) for name, floor in floors.measures.items()
    }
    return replace(floors, measures=reached, gold=gold or floors.gold)


def digest(folder: Path) -> str | None:
    """Return a short hash of a task's gold, so that floors are compared on the same data only."""
    gold = find(folder, "gold.jsonl") or find(folder, "gold.json")
    return hashlib.sha256(gold.read_bytes()).hexdigest()[:16] if gold else None


def load(path: Path) -> dict[str, Floors]:
    """Read the floors of all tasks."""
    tasks = json.loads(path.read_text(encoding="utf-8"))
    return {task: Floors(each["floors"], each["gold"]) for task, each in tasks.items()}


def save(floors: Mapping[str, Floors], path: Path) -> None:
    """Write the floors of all tasks, so that a change is one line of a diff."""
    tasks = {
        task: {"gold": each.gold, "floors": each.measures} for task, each in sorted(floors.items())
    }
    path.write_text(json.dumps(tasks, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def _floored(points: float) -> float:
    return math.floor(round(points * 10, 6)) / 10


def _flat(scores: object, path: str = "") -> Iterator[tuple[str, float]]:
    if isinstance(scores, dict):
        for name, value in scores.items():
            yield from _flat(value, f"{path} · {name}" if path else str(name))
    elif isinstance(scores, int | float) and not isinstance(scores, bool):
        yield path, float(scores)

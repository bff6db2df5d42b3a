"""The axis of a toll: from zero, straight or by logarithm, with numbers that do not touch."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

__all__ = ["Axis", "axis_of"]

_LOG_RATIO = 8  # an axis whose largest value is this many times its smallest is drawn by logarithm
_TICK_GAP = 36.0  # units between two numbers on the axis
_LINEAR_TICKS = 4


@dataclass(frozen=True, slots=True)
class Axis:
    """An axis from 0 to `largest` over `span` units, and the numbers written at it."""

    largest: int
    is_log: bool
    ticks: tuple[int, ...]
    span: tuple[float, float]

    def at(self, value: int) -> float:
        """Say where a value lies."""
        left, right = self.span
        scale = _scale(is_log=self.is_log)
        return left + (right - left) * scale(value) / scale(self.largest)


def axis_of(values: Sequence[int], span: tuple[float, float]) -> Axis:
    """Choose the axis for these values."""
    largest = max(*values, 1)
    smallest = min((value for value in values if value > 0), default=1)
    bare = Axis(largest, largest >= _LOG_RATIO * smallest, (), span)
    ticks = [largest]
    for value in _round_numbers(largest) if bare.is_log else _steps(largest):
        if all(abs(bare.at(value) - bare.at(tick)) >= _TICK_GAP for tick in ticks):
            ticks.append(value)
    return Axis(largest, bare.is_log, tuple(sorted(ticks)), span)


def _scale(*, is_log: bool) -> Callable[[float], float]:
    """Return the scale that Vega-Lite calls "symlog" (with constant 1) or "linear"."""
    return math.log1p if is_log else float


def _round_numbers(largest: int) -> list[int]:
    """Return 0, 1, 3, 10, 30 and so on below `largest`, the powers of ten first."""
    tens = [10**power for power in range(len(str(largest)))]
    return [value for value in (0, *tens, *(3 * ten for ten in tens)) if value < largest]


def _steps(largest: int) -> list[int]:
    rough = max(largest / _LINEAR_TICKS, 1)
    ten = 10 ** math.floor(math.log10(rough))
    step = next(times * ten for times in (1, 2, 5, 10) if times * ten >= rough)
    return list(range(0, largest, step))

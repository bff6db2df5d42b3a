"""Names on a map that touch neither each other nor a mark."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeAlias

from rashomon.tell.charts.view import HEIGHT, WIDTH

__all__ = ["Label", "Labels"]

_Frame: TypeAlias = tuple[float, float, float, float]

_LETTER, _HIGH = 7.0, 15.0  # units of a character and of a line
_BOLD = 1.15  # the names of places are wider by so much
_EDGE = 6.0
_SHIFTS = (0.0, 18.0, -18.0, 36.0, -36.0)


@dataclass(frozen=True, slots=True)
class Label:
    """A name at the foot of its line."""

    x: float
    y: float
    text: str
    css: str
    align: str = "center"

    @property
    def frame(self) -> _Frame:
        """Return the room that it takes, estimated."""
        wide = Labels.width(self.text) * (_BOLD if self.css == "place" else 1)
        left = {"left": self.x, "center": self.x - wide / 2, "right": self.x - wide}[self.align]
        return left, self.y - _HIGH, left + wide, self.y + 3


@dataclass(slots=True)
class Labels:
    """The names placed so far, and the room that they and the marks take."""

    placed: list[Label] = field(default_factory=list)
    taken: list[_Frame] = field(default_factory=list)

    def block(self, x: float, y: float, reach: float) -> None:
        """Keep a mark free of names."""
        self.taken.append((x - reach, y - reach, x + reach, y + reach))

    def beside(self, label: Label, reach: float) -> None:
        """Place a name right or left of a mark, above or below it; nowhere without room."""
        x, y = label.x, label.y
        self._place(
            iter(
                (
                    replace(label, x=x + reach + 3, y=y + 4, align="left"),
                    replace(label, x=x - reach - 3, y=y + 4, align="right"),
                    replace(label, y=y - reach - 4),
                    replace(label, y=y + reach + 14),
                )
            )
        )

    def over(self, label: Label, spots: Sequence[tuple[float, float]], *, may_shift: bool) -> None:
        """Place a name at the first free spot, or a line or two off; nowhere without room."""
        shifts = _SHIFTS if may_shift else _SHIFTS[:1]
        self._place(replace(label, x=x, y=y + shift) for x, y in spots for shift in shifts)

    @staticmethod
    def width(text: str) -> float:
        """Return the room that a name takes, estimated."""
        return len(text) * _LETTER

    def _place(self, tries: Iterator[Label]) -> None:
        for each in tries:
            if self._is_free(each.frame):
                self.placed.append(each)
                self.taken.append(each.frame)
                return

    def _is_free(self, frame: _Frame) -> bool:
        left, top, right, foot = frame
        inside = (
            left >= _EDGE and top >= _EDGE and right <= WIDTH - _EDGE and foot <= HEIGHT - _EDGE
        )
        return inside and all(
            right <= other[0] or other[2] <= left or foot <= other[1] or other[3] <= top
            for other in self.taken
        )

"""Find quickly which attributions hold a place of the text."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate

from rashomon.values import Span

__all__ = ["Holding"]


class Holding:
    """An index over contents: a look-up costs what it finds, not what the report holds."""

    def __init__(self, contents: Sequence[Iterable[Span]]) -> None:
        """Index the pieces of each content under its position in `contents`."""
        pieces = sorted((piece, index) for index, each in enumerate(contents) for piece in each)
        self._pieces = pieces
        self._starts = [piece.start for piece, _ in pieces]
        self._reach = list(accumulate((piece.end for piece, _ in pieces), max))
        self._sizes = [sum(piece.end - piece.start for piece in each) for each in contents]

    def over(self, span: Span) -> list[int]:
        """List the contents with a piece that holds `span`, the widest first."""
        found = set()
        at = bisect_right(self._starts, span.start) - 1
        while at >= 0 and self._reach[at] >= span.end:
            piece, index = self._pieces[at]
            if piece.holds(span):
                found.add(index)
            at -= 1
        return sorted(found, key=lambda index: (-self._sizes[index], index))

    def touching(self, span: Span) -> list[int]:
        """List the contents with a piece that shares a character with `span`, in order."""
        found = set()
        at = bisect_left(self._starts, span.end) - 1
        while at >= 0 and self._reach[at] > span.start:
            piece, index = self._pieces[at]
            if piece.meets(span):
                found.add(index)
            at -= 1
        return sorted(found)

    def meeting(self, span: Span) -> bool:
        """Tell whether any piece shares a character with `span`."""
        at = bisect_left(self._starts, span.end) - 1
        return at >= 0 and self._reach[at] > span.start

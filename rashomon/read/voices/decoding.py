"""The most likely tags of many lines at once, and how sure each stretch of them is.

A linear-chain conditional random field: a word's score for each tag plus a score for each move from
tag to tag. Moves that cannot be (the end of a source after the start of a content) score so low
that no way goes over them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

__all__ = ["Chain", "Stretch"]

Scores = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words `start` to `end` (exclusive) of one role; `p` is how probable exactly that is."""

    role: int
    start: int
    end: int
    p: float


@dataclass(frozen=True, slots=True)
class Chain:
    """Scores of the moves from tag (row) to tag (column), of beginning and of ending with a tag.

    Tag 0 is outside; each role has four in a row: its first, an inner, its last and its only word.
    """

    moves: Scores
    first: Scores
    last: Scores

    def decode(self, scores: Scores, lengths: Sequence[int]) -> list[list[Stretch]]:
        """Return the stretches of each line.

        Args:
            scores: lines by words by tags; words behind a line's length are not looked at.
            lengths: the words of each line, one at least.
        """
        ends = np.asarray(lengths)
        tags = self._best(scores, ends)
        before = self._forward(scores)
        after = self._backward(scores, ends)
        rows = np.arange(len(ends))
        total = _added(before[rows, ends - 1] + self.last)
        return [
            [
                Stretch(role, start, end, float(np.exp(min(0.0, weight - total[row]))))
                for role, start, end in _stretches(tags[row, :length])
                for weight in [
                    self._weight(scores[row], tags[row], start, end)
                    + before[row, start, tags[row, start]]
                    - scores[row, start, tags[row, start]]
                    + after[row, end - 1, tags[row, end - 1]]
                ]
            ]
            for row, length in enumerate(lengths)
        ]

    def _best(self, scores: Scores, ends: NDArray[np.int64]) -> NDArray[np.int64]:
        """Viterbi, every line in step."""
        count, width, _ = scores.shape
        rows = np.arange(count)
        back = np.zeros(scores.shape, dtype=np.int64)
        best = self.first + scores[:, 0]
        final = best.copy()
        for at in range(1, width):
            ways = best[:, :, None] + self.moves
            back[:, at] = ways.argmax(1)
            best = ways.max(1) + scores[:, at]
            going = ends > at
            final[going] = best[going]
        tags = np.zeros((count, width), dtype=np.int64)
        tags[rows, ends - 1] = (final + self.last).argmax(1)
        for at in range(width - 1, 0, -1):
            going = ends > at
            tags[going, at - 1] = back[rows[going], at, tags[going, at]]
        return tags

    def _forward(self, scores: Scores) -> Scores:
        """Weigh all ways up to each tag of each word, its own score included."""
        weights = np.empty_like(scores)
        weights[:, 0] = self.first + scores[:, 0]
        for at in range(1, scores.shape[1]):
            weights[:, at] = self._through(weights[:, at - 1], np.exp(self.moves)) + scores[:, at]
        return weights

    def _backward(self, scores: Scores, ends: NDArray[np.int64]) -> Scores:
        """Weigh all ways on from each tag of each word, its own score not included."""
        weights = np.empty_like(scores)
        weights[:, -1] = self.last
        for at in range(scores.shape[1] - 2, -1, -1):
            on = self._through(weights[:, at + 1] + scores[:, at + 1], np.exp(self.moves).T)
            weights[:, at] = np.where((ends - 1 <= at)[:, None], self.last, on)
        return weights

    @staticmethod
    def _through(weights: Scores, moves: Scores) -> Scores:
        top = weights.max(1, keepdims=True)
        through: Scores = np.log(np.maximum(np.exp(weights - top) @ moves, 1e-30)) + top
        return through

    def _weight(self, scores: Scores, tags: NDArray[np.int64], start: int, end: int) -> float:
        own = scores[np.arange(start, end), tags[start:end]].sum()
        return float(own + self.moves[tags[start : end - 1], tags[start + 1 : end]].sum())


def _added(weights: Scores) -> Scores:
    top = weights.max(1)
    added: Scores = top + np.log(np.exp(weights - top[:, None]).sum(1))
    return added


def _stretches(tags: NDArray[np.int64]) -> list[tuple[int, int, int]]:
    """List role, start and end of each stretch; tags are as `Chain` numbers them."""
    found, start = [], 0
    for at, tag in enumerate(tags.tolist()):
        role, part = divmod(tag - 1, 4)
        if part in {0, 3}:
            start = at
        if tag and part in {2, 3}:
            found.append((role, start, at + 1))
    return found

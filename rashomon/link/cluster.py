"""Groups out of judged pairs: average linkage over the pairs that were judged.

A pair that was not worth judging counts as 0, so a group must hang together as a whole. What is
forbidden for two members is forbidden for their groups.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

__all__ = ["LEAST", "Merge", "agglomerate"]

LEAST = 0.05  # pairs less likely than this are left out of the graph; they count as 0


@dataclass(frozen=True, slots=True)
class Merge:
    """Two groups became one at mean probability `p`."""

    left: tuple[int, ...]
    right: tuple[int, ...]
    p: float


def agglomerate(
    size: int, pairs: Mapping[tuple[int, int], float], apart: Iterable[tuple[int, int]], cut: float
) -> tuple[list[tuple[int, ...]], list[Merge]]:
    """Merge the likeliest two groups of 0..size-1 until none reaches `cut`.

    Returns:
        The groups, their members and themselves in rising order, and the merges in the order in
        which they were made. Equal pairs are taken in order of their members, so the result
        depends on the numbering and on nothing else.
    """
    groups: dict[int, tuple[int, ...]] = {index: (index,) for index in range(size)}
    near: dict[int, dict[int, float]] = {index: {} for index in range(size)}
    foes: dict[int, set[int]] = {index: set() for index in range(size)}
    for left, right in apart:
        foes[left].add(right)
        foes[right].add(left)
    for (left, right), p in pairs.items():
        if p >= LEAST and right not in foes[left]:
            near[left][right] = near[right][left] = p
    queue = [(-p, left, right) for left in near for right, p in near[left].items() if left < right]
    heapq.heapify(queue)
    merges = []
    following = size
    while queue and -queue[0][0] >= cut:
        p, left, right = heapq.heappop(queue)
        if left not in groups or right not in groups:
            continue
        merges.append(Merge(groups[left], groups[right], -p))
        _join(left, right, following, groups=groups, near=near, foes=foes)
        for other, mean in near[following].items():
            heapq.heappush(queue, (-mean, other, following))
        following += 1
    return sorted(groups.values()), merges


def _join(
    left: int,
    right: int,
    new: int,
    *,
    groups: dict[int, tuple[int, ...]],
    near: dict[int, dict[int, float]],
    foes: dict[int, set[int]],
) -> None:
    """Replace two groups by one whose nearness to others is the mean over all member pairs."""
    left_size, right_size = len(groups[left]), len(groups[right])
    groups[new] = tuple(sorted(groups.pop(left) + groups.pop(right)))
    left_near, right_near = near.pop(left), near.pop(right)
    foes[new] = foes.pop(left) | foes.pop(right)
    for foe in foes[new]:
        foes[foe] = foes[foe] - {left, right} | {new}
    near[new] = {}
    for other in sorted((left_near.keys() | right_near.keys()) - {left, right}):
        near[other].pop(left, None)
        near[other].pop(right, None)
        if other not in foes[new]:
            total = left_near.get(other, 0.0) * left_size + right_near.get(other, 0.0) * right_size
            near[new][other] = near[other][new] = total / (left_size + right_size)

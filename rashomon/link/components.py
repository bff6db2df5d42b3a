"""What hangs together: names that edges lead to from one another."""

from __future__ import annotations

from collections.abc import Iterable

__all__ = ["components"]


def components(names: Iterable[str], edges: Iterable[tuple[str, str]]) -> list[list[str]]:
    """Gather names that edges lead to from one another; all in rising order."""
    near: dict[str, set[str]] = {name: set() for name in names}
    for left, right in edges:
        near[left].add(right)
        near[right].add(left)
    found = []
    for name in list(near):
        if name not in near:
            continue
        reached = {name}
        fringe = [name]
        while fringe:
            following = near.pop(fringe.pop()) - reached
            reached |= following
            fringe += following
        found.append(sorted(reached))
    return sorted(found)

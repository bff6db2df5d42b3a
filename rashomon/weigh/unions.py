"""Sets that grow together: the union-find of one event's origins."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Generic, Protocol, TypeVar

__all__ = ["Unions"]


class _Ordered(Protocol):
    def __lt__(self, other: Any, /) -> bool: ...  # noqa: ANN401  typeshed orders values so


K = TypeVar("K", bound=_Ordered)


class Unions(Generic[K]):
    """Disjoint sets of keys; the smallest key stands for its set, so order does not matter."""

    def __init__(self, keys: Iterable[K]) -> None:
        """Start with every key alone."""
        self._parent = {key: key for key in keys}

    def members(self) -> tuple[K, ...]:
        """Return every key."""
        return tuple(self._parent)

    def find(self, key: K) -> K:
        """Return the key that stands for the set of `key`; a new key stands for itself."""
        root = self._parent.setdefault(key, key)
        while self._parent[root] != root:
            root = self._parent[root]
        while self._parent[key] != root:
            self._parent[key], key = root, self._parent[key]
        return root

    def join(self, one: K, other: K) -> None:
        """Make the sets of two keys one."""
        first, second = sorted((self.find(one), self.find(other)))
        self._parent[second] = first

    def join_all(self, keys: Iterable[K]) -> None:
        """Make the sets of all keys one."""
        ordered = sorted(keys)
        for key in ordered[1:]:
            self.join(ordered[0], key)

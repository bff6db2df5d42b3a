"""Streams in pieces. `itertools` has the same from Python 3.12 on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TypeVar

__all__ = ["batched"]

T = TypeVar("T")


def batched(values: Iterable[T], size: int) -> Iterator[tuple[T, ...]]:
    """Cut a stream into tuples of `size` values, the last of which may be shorter."""
    remaining = iter(values)
    while batch := tuple(islice(remaining, size)):
        yield batch

"""Streams are cut without waiting for their end."""

from __future__ import annotations

from itertools import count

from hypothesis import given
from hypothesis import strategies as st

from rashomon.batches import batched


@given(st.lists(st.integers()), st.integers(1, 9))
def test_batches_are_full_but_for_the_last_and_lose_nothing(values: list[int], size: int) -> None:
    batches = list(batched(values, size))
    assert [value for batch in batches for value in batch] == values
    assert all(len(batch) == size for batch in batches[:-1])
    assert all(batches)


def test_an_endless_stream_is_cut_as_it_comes() -> None:
    assert next(batched(count(), 3)) == (0, 1, 2)

"""The best tags are the best of all ways, and their probability is that of all ways."""

from __future__ import annotations

from itertools import pairwise, product

import numpy as np
import pytest

from rashomon.read.voices.decoding import Chain

TAGS = 5  # outside and one role


def chain(seed: int) -> Chain:
    chance = np.random.default_rng(seed)
    can = np.array(
        [[1, 1, 0, 0, 1], [0, 0, 1, 1, 0], [0, 0, 1, 1, 0], [1, 1, 0, 0, 1], [1, 1, 0, 0, 1]]
    )
    moves = np.where(can == 1, chance.normal(size=can.shape), -1e4)
    first = np.where([1, 1, 0, 0, 1], 0.3, -1e4)
    last = np.where([1, 0, 0, 1, 1], -0.2, -1e4)
    return Chain(*(each.astype(np.float32) for each in (moves, first, last)))


def weight(chain: Chain, scores: np.ndarray, way: tuple[int, ...]) -> float:
    moves = sum(float(chain.moves[a, b]) for a, b in pairwise(way))
    own = sum(float(scores[at, tag]) for at, tag in enumerate(way))
    return float(chain.first[way[0]]) + moves + own + float(chain.last[way[-1]])


def stretches(way: tuple[int, ...]) -> list[tuple[int, int]]:
    found, start = [], 0
    for at, tag in enumerate(way):
        start = at if tag in {1, 4} else start
        if tag in {3, 4}:
            found.append((start, at + 1))
    return found


@pytest.mark.parametrize("seed", range(12))
def test_every_way_is_weighed(seed: int) -> None:
    ruled = chain(seed)
    scores = np.random.default_rng(seed + 100).normal(size=(4, TAGS), scale=2).astype(np.float32)
    ways = {way: weight(ruled, scores, way) for way in product(range(TAGS), repeat=4)}
    best = max(ways, key=ways.__getitem__)
    (decoded,) = ruled.decode(scores[None], [4])
    assert [(each.start, each.end) for each in decoded] == stretches(best)
    total = sum(np.exp(each) for each in ways.values())
    for each in decoded:
        same = [w for way, w in ways.items() if (each.start, each.end) in stretches(way)]
        assert each.p == pytest.approx(sum(np.exp(w) for w in same) / total, rel=1e-3)


def test_what_stands_behind_a_line_changes_nothing() -> None:
    scores = np.random.default_rng(3).normal(size=(2, 6, TAGS), scale=2).astype(np.float32)
    alone = chain(3).decode(scores[:1, :4], [4])[0]
    together = chain(3).decode(scores, [4, 6])[0]
    assert [(e.start, e.end) for e in alone] == [(e.start, e.end) for e in together]
    assert [e.p for e in alone] == pytest.approx([e.p for e in together], rel=1e-4)

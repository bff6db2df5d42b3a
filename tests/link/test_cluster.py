"""Average linkage with pairs that must not meet."""

from hypothesis import given
from hypothesis import strategies as st

from rashomon.link.cluster import agglomerate


def groups(
    size: int, pairs: dict[tuple[int, int], float], *apart: tuple[int, int], cut: float = 0.5
) -> list[tuple[int, ...]]:
    return agglomerate(size, pairs, apart, cut)[0]


def test_a_chain_is_not_a_group() -> None:
    chain = {(0, 1): 0.9, (1, 2): 0.8}  # 0 and 2 were not worth comparing
    assert groups(3, chain) == [(0, 1), (2,)]


def test_a_group_hangs_together_on_average() -> None:
    assert groups(3, {(0, 1): 0.9, (1, 2): 0.8, (0, 2): 0.3}) == [(0, 1, 2)]


def test_what_is_forbidden_for_two_is_forbidden_for_their_groups() -> None:
    pairs = {(0, 1): 0.9, (1, 2): 0.9, (2, 3): 0.95, (1, 3): 0.9, (0, 2): 0.9}
    assert groups(4, pairs, (0, 3)) == [(0, 1), (2, 3)]


def test_what_speaks_against_one_pair_in_four_is_outvoted() -> None:
    pairs = dict.fromkeys([(0, 1), (2, 3), (0, 2), (1, 2), (1, 3)], 0.9)
    assert agglomerate(4, pairs, (), 0.5, against=[(0, 3)])[0] == [(0, 1, 2, 3)]


def test_what_speaks_against_half_of_the_pairs_is_not() -> None:
    pairs = dict.fromkeys([(0, 1), (1, 2)], 0.9)
    assert agglomerate(3, pairs, (), 0.4, against=[(0, 2)])[0] == [(0, 1), (2,)]


def test_merges_tell_how_sure_they_were() -> None:
    merges = agglomerate(3, {(0, 1): 0.9, (1, 2): 0.8, (0, 2): 0.3}, (), 0.5)[1]
    assert [(merge.left, merge.right, round(merge.p, 2)) for merge in merges] == [
        ((0,), (1,), 0.9),
        ((2,), (0, 1), 0.55),
    ]


pairs_of_eight = st.dictionaries(
    st.tuples(st.integers(0, 7), st.integers(0, 7)).filter(lambda pair: pair[0] < pair[1]),
    st.floats(0, 1),
)


@given(pairs_of_eight, st.lists(st.tuples(st.integers(0, 7), st.integers(0, 7))))
def test_groups_part_the_members_and_keep_foes_apart(
    pairs: dict[tuple[int, int], float], foes: list[tuple[int, int]]
) -> None:
    foes = [(a, b) for a, b in foes if a != b]
    found = groups(8, pairs, *foes)
    assert sorted(member for group in found for member in group) == list(range(8))
    assert not any(a in group and b in group for group in found for a, b in foes)

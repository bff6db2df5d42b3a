"""How surely two spellings are of one name, from the letters alone.

Words are aligned one by one, because reports reorder names, drop middle ones and write them
together. What is left over on both sides speaks against the pair more than what only one side
has. Whether two bearers of one name are one person is not for spelling to say.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Literal, TypeAlias

from rapidfuzz.distance import Levenshtein

from rashomon.text.folding import fold, skeleton

__all__ = ["NameKind", "NameWords", "name_similarity"]

NameKind: TypeAlias = Literal["person", "place", "org"]

# Set one at a time on the developer pairs of the names benchmark; average precision by kind, with
# persons 86.8, bodies 92.5, places 87.5 (edit distance alone: 74.7, 84.6, 84.6).
_ALIGNED = 0.6  # words less alike than this are different words
_SKELETON = 0.95  # equal consonants
_INITIAL = 0.8
_LIGHT = 0.35  # weight of a word that many names have
_ABSENT = 0.15  # cost of a word that only one side has, as a share of its weight
_CONFLICT = 1.0  # cost of a word on each side that the other does not have
_TURNED = 0.1  # cost of "Last First" for "First Last"
_SHUFFLED = 0.6  # cost of any other order: "Ahmad bin Hasan", "Hasan bin Ahmad"
# The score with the best F1 on the same pairs, which becomes .5 for the caller.
_DIVIDE: Mapping[NameKind, float] = {"person": 0.86, "place": 0.65, "org": 0.86}
_ACRONYM = 0.9
_ANOTHER_PERSON = 0.45  # "Ahmad Massoud" and his father "Ahmad Shah Massoud"

_Pairs: TypeAlias = tuple[tuple[int, int, float], ...]  # left word, right word, how alike


@dataclass(frozen=True, slots=True, eq=False)
class NameWords:
    """The words of a language that say little about whose name it is; all of them folded.

    `honorifics` and `particles` are dropped, `binding` words join the next one, `light` words
    weigh little, `forms` maps a legal form ("ltd") to what it stands for ("limited").
    """

    honorifics: frozenset[str]
    particles: frozenset[str]
    binding: frozenset[str]
    light: Mapping[NameKind, frozenset[str]]
    forms: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class _Word:
    """One word of a name: its letters, their skeleton, and how much it tells."""

    letters: str
    bones: str
    weight: float


def name_similarity(a: str, b: str, kind: NameKind, words: NameWords) -> float:
    """Say how alike two names are, from 0 (other names) to 1 (one spelling); .5 divides them.

    Two persons whose names differ only in a middle word of one ("Ahmad Massoud", "Ahmad Shah
    Massoud") stay below the divide: fathers and sons are called so.
    """
    left, right = _words(a, kind, words), _words(b, kind, words)
    if not left or not right:
        return float(fold(a) == fold(b))
    pairs = _align(left, right)
    score = max(_weigh(left, right, pairs), 0.0)
    if kind == "org" and _is_acronym(left, right):
        score = max(score, _ACRONYM)
    else:
        score = max(score, _together(left, right))
    score = _calibrate(score, _DIVIDE[kind])
    if kind == "person" and _middle_name_added(left, right, pairs):
        return min(score, _ANOTHER_PERSON)
    return score


def _calibrate(score: float, divide: float) -> float:
    """Stretch a score so that `divide` becomes .5 and the ends stay."""
    if score < divide:
        return score / divide / 2
    return 0.5 + (score - divide) / (1 - divide) / 2


@lru_cache(maxsize=1 << 16)
def _words(name: str, kind: NameKind, words: NameWords) -> tuple[_Word, ...]:
    """Split a name into the words that tell something."""
    tokens = fold(name).split()
    if kind == "org":
        tokens = [part for token in tokens for part in words.forms.get(token, token).split()]
    for dropped in (words.particles, words.honorifics):
        tokens = [token for token in tokens if token not in dropped] or tokens
    light = words.light.get(kind, frozenset())
    bound = _bind(tokens, words.binding)
    return tuple(
        _Word(token, skeleton(token) or token, _LIGHT if token in light else 1.0) for token in bound
    )


def _bind(tokens: list[str], binding: frozenset[str]) -> list[str]:
    bound: list[str] = []
    joins = False
    for token in tokens:
        if joins:
            bound[-1] += token
        else:
            bound.append(token)
        joins = token in binding
    return bound


@lru_cache(maxsize=1 << 18)
def _alike(a: str, b: str, bones_a: str, bones_b: str) -> float:
    """Compare two words: letters, or consonants where the spelling follows another alphabet."""
    if a == b:
        return 1.0
    if len(a) == 1 or len(b) == 1:
        return _INITIAL if a[0] == b[0] else 0.0
    letters = Levenshtein.normalized_similarity(a, b)
    if bones_a == bones_b and len(bones_a) > 1:
        return max(letters, _SKELETON)
    return letters


def _align(left: tuple[_Word, ...], right: tuple[_Word, ...]) -> _Pairs:
    """Pair the words of two names, the surest pairs first, each word once."""
    scored = sorted(
        (
            (_alike(x.letters, y.letters, x.bones, y.bones), -abs(i - j), i, j)
            for i, x in enumerate(left)
            for j, y in enumerate(right)
        ),
        reverse=True,
    )
    used_left: set[int] = set()
    used_right: set[int] = set()
    pairs = []
    for score, _, i, j in scored:
        if score >= _ALIGNED and i not in used_left and j not in used_right:
            used_left.add(i)
            used_right.add(j)
            pairs.append((i, j, score))
    return tuple(pairs)


def _weigh(left: tuple[_Word, ...], right: tuple[_Word, ...], pairs: _Pairs) -> float:
    """Weigh what the words agree on against what is left over on one side or on both."""
    weight = sum(left[i].weight + right[j].weight for i, j, _ in pairs) / 2
    agreed = sum((left[i].weight + right[j].weight) * score for i, j, score in pairs) / 2
    left_over = [word for i, word in enumerate(left) if i not in {i for i, _, _ in pairs}]
    right_over = [word for j, word in enumerate(right) if j not in {j for _, j, _ in pairs}]
    conflict = min(len(left_over), len(right_over))
    absent = abs(sum(x.weight for x in left_over) - sum(x.weight for x in right_over))
    cost = _CONFLICT * conflict + _ABSENT * absent + _disorder(pairs)
    return agreed / (weight + cost)


def _disorder(pairs: _Pairs) -> float:
    """Price the order: none for the same, little for one turned round, more for any other."""
    order = [j for _, j, _ in sorted(pairs)]
    drops = sum(x > y for x, y in pairwise(order))
    if not drops:
        return 0.0
    return _TURNED if drops == 1 and order[-1] < order[0] else _SHUFFLED


def _together(left: tuple[_Word, ...], right: tuple[_Word, ...]) -> float:
    """Compare the names written as one word each: word division is the clerk's choice."""
    a, b = ("".join(word.letters for word in side) for side in (left, right))
    bones_a, bones_b = ("".join(word.bones for word in side) for side in (left, right))
    return max(
        Levenshtein.normalized_similarity(a, b),
        _SKELETON * Levenshtein.normalized_similarity(bones_a, bones_b),
    )


def _middle_name_added(left: tuple[_Word, ...], right: tuple[_Word, ...], pairs: _Pairs) -> bool:
    """Tell whether one is "First Last" and the other "First Middle Last", initials apart."""
    if {len(left), len(right)} != {2, 3} or len(pairs) != 2:  # noqa: PLR2004  two words and three
        return False
    longer = left if len(left) > len(right) else right
    places = [(i, j) if longer is left else (j, i) for i, j, _ in pairs]
    middle = longer[1].letters
    return sorted(places) == [(0, 0), (2, 1)] and len(middle) > 1


def _is_acronym(left: tuple[_Word, ...], right: tuple[_Word, ...]) -> bool:
    short, long = sorted((left, right), key=len)
    return (
        len(short) == 1
        and len(long) > 2  # noqa: PLR2004  two letters stand for too much
        and short[0].letters == "".join(word.letters[0] for word in long)
    )

"""Numbers and speakers in the words of a careful editor."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from rashomon.lexicon import SPOKEN, section
from rashomon.weigh.origins import Origin
from rashomon.weigh.sides import CIVILIANS, TOTAL, UNKNOWN

__all__ = ["NOBODY", "counted", "interval", "listed", "plural", "sentence", "whose"]

NOBODY = "nobody named"
_DESCRIBED = frozenset({"medic", "resident", "witness", "expert", "document"})
_DETERMINED = ("the ", "a ", "an ", "his ", "her ", "their ", "one ", "some ")
_MENTIONED = 4  # speakers in one sentence, beyond which they are counted instead


def interval(low: int | None, best: int | None, high: int | None) -> str:
    """Say an interval: "40", "36 to 40", "at least 15", "up to 9", "an unknown number"."""
    if high is None:
        floor = low if low is not None else best
        return f"at least {floor:,}" if floor else "an unknown number"
    if low is None or (low == 0 and high > 0):
        return f"up to {high:,}"
    return f"{low:,}" if low == high else f"{low:,} to {high:,}"


def listed(words: Iterable[str]) -> str:
    """Join words as a sentence does: "a, b and c"."""
    *before, last = words
    return f"{', '.join(before)} and {last}" if before else last


def plural(number: int, noun: str) -> str:
    """Say a count: "1 origin", "3 origins"."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def whose(origins: Iterable[Origin]) -> str:
    """Name who says something; nameless origins once, many as a count."""
    names = sorted({_spoken(origin) for origin in origins})
    if len(names) > _MENTIONED:
        names = [*names[: _MENTIONED - 1], f"{len(names) - _MENTIONED + 1} others"]
    return listed(names)


def _spoken(origin: Origin) -> str:
    """Name an origin within a sentence: "a doctor", "police", "Ada Fell"."""
    name = origin.name or NOBODY
    last = name.casefold().rpartition(" ")[2]
    if name.casefold() in _plurals():
        return name.casefold()
    is_one = name.islower() and origin.kind in _DESCRIBED and not name.startswith(_DETERMINED)
    if not is_one or last.endswith("s") or last in _plurals():
        return name
    return f"{'an' if name[0] in 'aeiou' else 'a'} {name}"


@cache
def _plurals() -> frozenset[str]:
    return section(SPOKEN, "weigh").words("plurals")


def counted(of: str) -> str:
    """Say whose people a finding counts, after a number."""
    return {CIVILIANS: "civilians", UNKNOWN: "people", TOTAL: "people"}.get(of, of)


def sentence(words: str) -> str:
    """Begin with a capital and leave the rest as it is written."""
    return words[:1].upper() + words[1:]

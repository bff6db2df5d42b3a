"""An index in dictionaries: who has a key, and how many, and since when."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import TypeAlias

__all__ = ["Crowd", "Posting", "Postings"]

Posting: TypeAlias = tuple[int, str, int | None]
"""A key, who has it, and the day he was published, as `date.toordinal` counts."""


@dataclass(frozen=True, slots=True)
class Crowd:
    """How many have one key, who comes first by name, and from which day to which."""

    size: int
    first: str
    earliest: int | None
    latest: int | None

    @property
    def days(self) -> int:
        """Days between the first publication and the last; 0 where none is known."""
        return 0 if self.earliest is None or self.latest is None else self.latest - self.earliest


class Postings:
    """An index of postings. Most keys have one holder, who is kept without a dictionary."""

    def __init__(self) -> None:
        """Start empty."""
        self._single: dict[int, tuple[str, int | None]] = {}
        self._several: dict[int, dict[str, int | None]] = {}
        self._crowds: dict[int, Crowd] = {}

    def __iter__(self) -> Iterator[Posting]:
        """Yield every posting."""
        for key, (name, day) in self._single.items():
            yield key, name, day
        for key, held in self._several.items():
            for name, day in held.items():
                yield key, name, day

    def add(self, posting: Posting) -> None:
        """Enter a posting; one that is there already stays."""
        key, name, day = posting
        if key in self._several:
            if name not in self._several[key]:
                self._several[key][name] = day
                self._crowds[key] = _joined(self._crowds[key], name, day)
        elif key in self._single:
            first = self._single[key]
            if first[0] != name:
                del self._single[key]
                self._several[key] = dict([first, (name, day)])
                self._crowds[key] = _joined(_alone(first), name, day)
        else:
            self._single[key] = name, day

    def remove(self, posting: Posting) -> None:
        """Take a posting out, if it is there."""
        key, name, _ = posting
        if key in self._several:
            held = self._several.pop(key)
            del self._crowds[key]
            held.pop(name, None)
            for other, day in held.items():
                self.add((key, other, day))
        elif key in self._single and self._single[key][0] == name:
            del self._single[key]

    def crowds(self, keys: Collection[int]) -> dict[int, Crowd]:
        """Say how many have each key, of the keys that several have."""
        return {key: self._crowds[key] for key in keys if key in self._crowds}

    def holders(self, keys: Collection[int]) -> dict[int, list[str]]:
        """List who has each key, in order of name."""
        found = {key: [self._single[key][0]] for key in keys if key in self._single}
        return found | {key: sorted(self._several[key]) for key in keys if key in self._several}


def _alone(holder: tuple[str, int | None]) -> Crowd:
    return Crowd(1, holder[0], holder[1], holder[1])


def _joined(crowd: Crowd, name: str, day: int | None) -> Crowd:
    earliest, latest = crowd.earliest, crowd.latest
    if day is not None:
        earliest = day if earliest is None else min(earliest, day)
        latest = day if latest is None else max(latest, day)
    return Crowd(crowd.size + 1, min(crowd.first, name), earliest, latest)

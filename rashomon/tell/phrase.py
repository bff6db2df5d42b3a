"""A stretch of our own words, and the claims that it rests on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

__all__ = ["Phrase", "Sentence"]


@dataclass(frozen=True, slots=True)
class Phrase:
    """A stretch of our own words and the ids of the claims that it rests on."""

    text: str
    claims: tuple[str, ...] = ()


Sentence: TypeAlias = list[Phrase]

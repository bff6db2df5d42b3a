"""How a name sounds, as far as clerks of several alphabets agree about it."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from anyascii import anyascii

__all__ = ["consonants", "is_latin", "romanize", "sound"]

# What transliterations write for one sound; the longer spelling first.
_SOUNDS = (
    ("tch", "c"), ("dzh", "j"), ("sch", "s"), ("kh", "h"), ("gh", "g"), ("zh", "j"), ("dj", "j"),
    ("sh", "s"), ("ch", "c"), ("ts", "s"), ("ph", "f"), ("th", "t"), ("dh", "d"), ("ou", "u"),
    ("oo", "u"), ("ee", "i"), ("ie", "i"), ("ei", "i"), ("ij", "i"), ("iy", "i"), ("ey", "i"),
    ("ay", "ai"), ("aw", "au"), ("ow", "u"),
)  # fmt: skip
_LETTERS = str.maketrans({"q": "k", "v": "w", "y": "i", "o": "u", "e": "i", "x": "h", "z": "s"})
_DOUBLED = re.compile(r"(.)\1+")
_LATIN = ("LATIN", "MODIFIER LETTER")  # how Unicode's names of such letters begin
_WEAK = re.compile(r"[aeiouwyh]")  # vowels, and consonants that may stand for one


@lru_cache(maxsize=1 << 16)
def is_latin(name: str) -> bool:
    """Tell whether a name has no letters but Latin ones, with or without marks."""
    return name.isascii() or all(
        unicodedata.name(char, "").startswith(_LATIN) for char in name if char.isalpha()
    )


def romanize(name: str) -> str:
    """Write the letters of any alphabet in plain Latin ones: "Юсуф" is "Yusuf"."""
    return anyascii(name)


@lru_cache(maxsize=1 << 16)
def sound(word: str) -> str:
    """Reduce a folded word to its sounds, vowels included: "yousef" and "jusuf" come close."""
    for spelt, plain in _SOUNDS:
        if spelt in word:
            word = word.replace(spelt, plain)
    return _DOUBLED.sub(r"\1", word.translate(_LETTERS))


def consonants(letters: str) -> str:
    """Reduce folded letters to consonants that stand for nothing else: "kwh nwr" is "kuh-e nur"."""
    heard = sound(letters)
    return heard[:1] + _WEAK.sub("", heard[1:])

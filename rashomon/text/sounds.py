"""How a name sounds, as far as clerks of several alphabets agree about it."""

from __future__ import annotations

import re
from functools import lru_cache

__all__ = ["consonants", "romanize", "sound"]

# What transliterations write for one sound; the longer spelling first.
_SOUNDS = (
    ("tch", "c"), ("dzh", "j"), ("sch", "s"), ("kh", "h"), ("gh", "g"), ("zh", "j"), ("dj", "j"),
    ("sh", "s"), ("ch", "c"), ("ts", "s"), ("ph", "f"), ("th", "t"), ("dh", "d"), ("ou", "u"),
    ("oo", "u"), ("ee", "i"), ("ie", "i"), ("ei", "i"), ("ij", "i"), ("iy", "i"), ("ey", "i"),
    ("ay", "ai"), ("aw", "au"), ("ow", "u"),
)  # fmt: skip
_LETTERS = str.maketrans({"q": "k", "v": "w", "y": "i", "o": "u", "e": "i", "x": "h", "z": "s"})
_DOUBLED = re.compile(r"(.)\1+")
_WEAK = re.compile(r"[aeiouwyh]")  # vowels, and consonants that may stand for one
_CYRILLIC = {
    "а": "a", "б": "b", "в": "v", "г": "g", "ґ": "g", "д": "d", "е": "e", "є": "ye", "ё": "yo",
    "ж": "zh", "з": "z", "и": "i", "і": "i", "ї": "yi", "й": "y", "к": "k", "л": "l", "м": "m",
    "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ў": "w", "ф": "f",
    "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "", "ы": "y", "ь": "", "э": "e",
    "ю": "yu", "я": "ya",
}  # fmt: skip
_ROMAN = str.maketrans(
    {**_CYRILLIC, **{letter.upper(): latin for letter, latin in _CYRILLIC.items()}}
)


def romanize(name: str) -> str:
    """Write the Cyrillic letters of a name in Latin ones; all others stay."""
    return name if name.isascii() else name.translate(_ROMAN)


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

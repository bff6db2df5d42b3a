"""Keys under which the spellings of one name meet.

Names reach reports through many alphabets and many clerks: "Pul-e Ḩişār", "Pol-e-Hesar". `fold`
takes away what keyboards lose (marks, case, apostrophes, hyphens); `skeleton` takes away what
transliterations disagree about (vowels, doubled letters, digraphs), and so is only safe inside a
small set of names: on towns of Afghanistan, Syria, Yemen and Ukraine equal skeletons found .40 to
.55 of a row's other spellings, and .01 to .04 of the nearest of 150 other names of the country.
"""

from __future__ import annotations

import re
import unicodedata

__all__ = ["CAPITALS", "fold", "skeleton"]

# Latin letters that can begin a name, for a class of a pattern.
CAPITALS = "".join(char for char in map(chr, range(0x41, 0x180)) if char.isupper())

# Letters that Unicode does not take apart into a base and a mark.
_UNDIVIDED = {
    "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ß": "ss", "æ": "ae", "œ": "oe",
    "ı": "i", "ħ": "h", "ŧ": "t", "ŋ": "ng", "ə": "a",
}  # fmt: skip
_DROPPED = "'’‘`´ʻʼʽʾʿˈ′ʹ‛ʺ\"“”.·"  # ayn, hamza, soft signs; dots of abbreviation
_APART = "-‐‑‒–—―_/,;:()[]"
_FOLDED = str.maketrans({**_UNDIVIDED, **dict.fromkeys(_DROPPED, ""), **dict.fromkeys(_APART, " ")})
_PLAIN = re.compile(r"[a-z ]*")
# The Persian linking vowel and the Arabic and Romance articles, which clerks write or leave out.
_PARTICLES = frozenset({"e", "i", "ye", "yi", "al", "el", "ul", "de"})
_DIGRAPHS = (
    ("tch", "C"), ("kh", "h"), ("gh", "g"), ("sh", "S"), ("ch", "C"), ("zh", "j"), ("dj", "j"),
    ("ts", "s"), ("ph", "f"), ("th", "t"), ("dh", "d"),
)  # fmt: skip
_MERGED = str.maketrans({"q": "k", "c": "k", "v": "w"})
_GLIDE = re.compile(r"(?<=[aeiou])w(?![aeiou])")  # the w of "Naw Zad", which others write "Now"
_DOUBLED = re.compile(r"(.)\1+")
_SILENT = str.maketrans(dict.fromkeys("aeiouy", ""))


def fold(name: str) -> str:
    """Make case, marks, apostrophes, hyphens and spacing of `name` plain; the words stay apart."""
    lowered = name.lower()
    if not _PLAIN.fullmatch(lowered):
        parts = unicodedata.normalize("NFKD", lowered).lower()  # taken apart, "㎴" is "pV"
        lowered = "".join(char for char in parts if not unicodedata.combining(char))
        lowered = lowered.translate(_FOLDED)
    return " ".join(lowered.split())


def skeleton(name: str) -> str:
    """Reduce each word of `name` to the consonants that transliterations agree about.

    Linking vowels and articles go where another word remains; a leading vowel becomes "A". Words
    stay apart by one space, so a caller may also join them. Scripts other than Latin pass through.
    """
    words = fold(name).split()
    kept = [word for word in words if word not in _PARTICLES] or words
    return " ".join(_bones(word) for word in kept)


def _bones(word: str) -> str:
    for digraph, letter in _DIGRAPHS:
        if digraph in word:
            word = word.replace(digraph, letter)
    word = _DOUBLED.sub(r"\1", _GLIDE.sub("", word).translate(_MERGED))
    first = "A" if word[0] in "aeiou" else word[0]
    return first + word[1:].translate(_SILENT)

"""Cut words into the pieces that a small language model has vectors for.

The rule is WordPiece's, as BERT has it without case: lower case, no accents, the longest piece that
fits, again and again. Quotation marks are told apart by the way they face first, because one mark
for both (the straight one) hides from a model where speech begins.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from rashomon.values import Span

__all__ = ["Vocabulary", "facing", "words_in"]

_WORD = re.compile(r"[^\W_]+|[^\w\s]|_")
_MARKS = re.compile("[\"“”„‟«»″]|''|``")
_SINGLES = re.compile("['‘’‚‛′`´]")
_OPEN, _CLOSED = frozenset("“„«"), frozenset("”»")
_BEFORE_OPENING = frozenset("([{-–—/:'\"‘“")
_LONGEST = 60  # letters; a longer word is no word, and the search for pieces is quadratic in it
_KEPT = 20_000  # words whose pieces are remembered, a small multiple of a newspaper's


def words_in(text: str, start: int, end: int) -> list[Span]:
    """List the words and single marks of a stretch of `text`."""
    return [Span(*match.span()) for match in _WORD.finditer(text, start, end)]


def facing(text: str) -> str:
    """Give every quotation mark of `text` the way it faces, keeping its length."""
    text = _MARKS.sub(_double, text)
    return _SINGLES.sub(_single, text)


def _double(mark: re.Match[str]) -> str:
    if mark.group() in _OPEN or (mark.group() not in _CLOSED and _opens(mark)):
        return "“" * len(mark.group())
    return "”" * len(mark.group())


def _single(mark: re.Match[str]) -> str:
    text, end = mark.string, mark.end()
    return "‘" if _opens(mark) and end < len(text) and text[end].isalnum() else "'"


def _opens(mark: re.Match[str]) -> bool:
    text, start, end = mark.string, mark.start(), mark.end()
    if start and not text[start - 1].isspace() and text[start - 1] not in _BEFORE_OPENING:
        return False
    return end < len(text) and not text[end].isspace()


class Vocabulary:
    """The pieces a model knows, by number."""

    def __init__(self, pieces: Iterable[str]) -> None:
        """Number `pieces` in order; "[UNK]", "[CLS]", "[SEP]" and "[PAD]" must be among them."""
        self._numbers = {piece: number for number, piece in enumerate(pieces)}
        self.unknown = self._numbers["[UNK]"]
        self.first = self._numbers["[CLS]"]
        self.last = self._numbers["[SEP]"]
        self.filler = self._numbers["[PAD]"]
        self.pieces = lru_cache(_KEPT)(self._pieces)

    def __len__(self) -> int:
        return len(self._numbers)

    def _pieces(self, word: str) -> tuple[int, ...]:
        """Cut a word into its pieces, never none."""
        plain = unicodedata.normalize("NFD", word.lower())
        plain = "".join(char for char in plain if unicodedata.category(char) != "Mn")
        if not plain or len(plain) > _LONGEST:
            return (self.unknown,)
        found: list[int] = []
        start = 0
        while start < len(plain):
            for end in range(len(plain), start, -1):
                number = self._numbers.get(("##" if start else "") + plain[start:end])
                if number is not None:
                    break
            else:
                return (self.unknown,)
            found.append(number)
            start = end
        return tuple(found)

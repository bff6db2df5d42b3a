"""A text cut into words that can be parts of names."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from rashomon.tell.redact.words import never_names, particles, share, words
from rashomon.text.folding import fold, skeleton
from rashomon.values import Span

__all__ = ["Atom", "Run", "Text"]

# Letters with their marks; an apostrophe between letters; characters that nobody sees.
_WORD = re.compile(
    r"[^\W\d_](?:[^\W\d_]|[\u0300-\u036f\u00ad\u200b-\u200d\u2060]|['’ʼ`´](?=[^\W\d_]))*"
)
_UNSEEN = re.compile(r"[\u00ad\u200b-\u200d\u2060]")
_POSSESSIVE = re.compile(r"['’][sS]$")
_ELIDED = re.compile(r"^(?:[cdjlmnst]|qu)['’](?=\w)", re.IGNORECASE)  # "d'Omar"
_WITHIN = re.compile(r"[ \t\u00a0\u202f]{1,3}|[-‐‑]|\n(?=\S)|[ \t]?\n(?=\S)")
_INITIAL = re.compile(r"\.[ \t\u00a0]{0,2}")
_SHORT = 2  # letters of an abbreviated name that a full stop may follow: "Md."
_SMALL = 5  # letters of a word that a headline in Headline Style does not write small
_FEW = 3  # words of a line that have no style


class Atom(NamedTuple):
    """A word: its place, its letters folded, their consonants, whether it begins with a capital."""

    span: Span
    fold: str
    bones: str
    capital: bool
    owns: bool  # "Karimi's"


@dataclass(frozen=True, slots=True, order=True)
class Run:
    """Words from `first` to `last`, both included, that stand together."""

    first: int
    last: int

    def meets(self, other: Run) -> bool:
        """Tell whether the two share a word."""
        return self.first <= other.last and other.first <= self.last


class Text:
    """A text with its words."""

    def __init__(self, content: str, language: str | None = None) -> None:
        """Cut `content` into words; without a language, all are looked up in."""
        self.content = content
        self.language = language
        self._styles: dict[int, bool] = {}  # by the first character of a line
        self.atoms = tuple(_atom(found) for found in _WORD.finditer(content))

    def words(self, key: str) -> frozenset[str]:
        """Return a list of words of the text's language."""
        return words(key, self.language)

    def gap(self, at: int) -> str:
        """Return what stands between a word and the next one; all that is left after the last."""
        end = self.atoms[at].span.end
        following = at + 1 < len(self.atoms)
        return self.content[end : self.atoms[at + 1].span.start if following else len(self.content)]

    def joined(self, at: int) -> bool:
        """Tell whether a word and the next one can be of one name."""
        if at + 1 >= len(self.atoms):
            return False
        gap = self.gap(at)
        if _WITHIN.fullmatch(gap):
            return not self.atoms[at].owns
        return self.is_abbreviated(at) and _INITIAL.fullmatch(gap) is not None

    def is_abbreviated(self, at: int) -> bool:
        """Tell whether the full stop behind a word can be its own: "Capt.", "K."."""
        word = self.atoms[at].fold
        return len(word) <= _SHORT or word in self.words("abbreviated")

    def span(self, run: Run) -> Span:
        """Return the characters of a run."""
        return Span(self.atoms[run.first].span.start, self.atoms[run.last].span.end)

    def folds(self, run: Run) -> tuple[str, ...]:
        """Return the words of a run, folded."""
        return tuple(atom.fold for atom in self.atoms[run.first : run.last + 1])

    def run_at(self, span: Span) -> Run | None:
        """Return the words that a span touches."""
        first = bisect_right(self.atoms, span.start, key=lambda atom: atom.span.end)
        last = bisect_left(self.atoms, span.end, key=lambda atom: atom.span.start) - 1
        return Run(first, last) if first <= last else None

    def runs(self) -> Iterator[Run]:
        """Yield the longest runs of words that a name can consist of."""
        at = 0
        while at < len(self.atoms):
            if not self.can_name(at):
                at += 1
                continue
            last = self._last(at)
            yield Run(at, last)
            at = last + 1

    def can_name(self, at: int) -> bool:
        """Tell whether a word can be a person's name or part of it."""
        atom = self.atoms[at]
        return atom.capital and atom.fold not in never_names() and share(atom.fold) >= 0.5  # noqa: PLR2004  more often than not

    def goes_on(self, at: int) -> bool:
        """Tell whether a name goes on with a word: there a capital makes "Green" a name, too."""
        atom = self.atoms[at]
        return self.can_name(at) or (
            atom.capital and atom.fold not in never_names() and not self._in_headline(at)
        )

    def _in_headline(self, at: int) -> bool:
        """Tell whether a word stands in a line whose words all begin with a capital."""
        start = self.content.rfind("\n", 0, self.atoms[at].span.start) + 1
        if start not in self._styles:
            end = self.content.find("\n", start)
            line = self.run_at(Span(start, end if end >= 0 else len(self.content)))
            atoms = self.atoms[line.first : line.last + 1] if line else ()
            small = any(not atom.capital and len(atom.fold) >= _SMALL for atom in atoms)
            self._styles[start] = len(atoms) > _FEW and not small
        return self._styles[start]

    def _last(self, first: int) -> int:
        """Follow a name to its end; a particle belongs to it where a name goes on behind it."""
        at = first
        while self.joined(at):
            beyond = at + 1
            while self.atoms[beyond].fold in particles() and self.joined(beyond):
                beyond += 1
            if not self.goes_on(beyond):
                break
            at = beyond
        return at


def _atom(found: re.Match[str]) -> Atom:
    word = found.group()
    start = found.start()
    if elided := _ELIDED.match(word):
        word, start = word[elided.end() :], start + elided.end()
    owns = _POSSESSIVE.search(word)
    if owns:
        word = word[: owns.start()]
    span = Span(start, start + len(word))
    return Atom(span, *_letters(word), word[:1].isupper(), owns is not None)


@lru_cache(maxsize=1 << 16)
def _letters(word: str) -> tuple[str, str]:
    """Return a word folded, and its consonants."""
    plain = fold(_UNSEEN.sub("", word)).replace(" ", "")
    return plain, skeleton(plain) or plain

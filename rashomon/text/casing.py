"""Give lines set in capitals, in Headline Style or without any capital their ordinary casing.

Taggers are trained on ordinary sentences and lose names and verbs where case says nothing. What a
word looks like in ordinary writing is asked of the rest of the text first, then of what is known of
the language; a word that neither knows is taken for a name. No character is added or taken away.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal, TypeAlias

__all__ = ["Casing", "recase", "words_of"]

_Style: TypeAlias = Literal["capitals", "headline", "small"]

_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*")
_DIGIT = re.compile(r"\d")
_LINE = re.compile(r"[^\n]+")
# Between two words where a sentence begins; not behind an initial ("U.S. troops").
_ENDS = re.compile(r"(?<!\b\w)\.[\"')\]]*\s|[!?][\"')\]]*\s|\[$|[,:]\s+\"$")
_DATELINE = re.compile(r".{1,60}?(?:\s--?\s|\)\s?-\s?)")
_SHOUTED = 0.6  # share of a line's words in capitals from which it is set in capitals
_FEWEST = 3  # words from which a line has a style
_LONGEST_HEADLINE = 30  # words
_COMMON = 0.2  # share of capitals below which a word says how a line is set
# A word is taken for a part of a name by its own share of capitals and its neighbours' ("Liberation
# Front"). Fitted together, each of eight collections held out: 94.1 % of words right; the share
# alone from .5 on, 93.4 %.
_NEIGHBOUR = 0.6
_NAMED = 0.9
_JOINTS = frozenset({" ", "-"})
_ACRONYM = 5  # letters


@dataclass(frozen=True, slots=True)
class Casing:
    """What is known of ordinary casing in a language.

    `shares` says of words in lower case in which share of their uses within a sentence they begin
    with a capital, `is_form` whether ordinary writing has a word just as it is given.
    """

    shares: Mapping[str, float]
    is_form: Callable[[str], bool]

    def share(self, word: str) -> float:
        """Return how often a word in lower case is written with a capital; 1 if it is unknown."""
        bare = word.removesuffix("'s")
        known = self.shares.get(bare)
        if known is not None:
            return known
        return float(not self.is_form(bare) or self.is_form(_titled(bare)))


def recase(text: str, casing: Casing) -> str:
    """Write the odd lines of `text` as ordinary sentences; the result has exactly its length."""
    if not casing.shares:
        return text
    lines = [line.group() for line in _LINE.finditer(text)]
    styles = [_style(line, casing) for line in lines]
    if not any(styles):
        return text
    own = _own_forms(line for line, style in zip(lines, styles, strict=True) if style is None)
    waiting = iter(zip(lines, styles, strict=True))

    def written(_: re.Match[str]) -> str:
        line, style = next(waiting)
        if style is None:
            return line
        dateline = _DATELINE.match(line) if style == "capitals" else None
        start = dateline.end() if dateline is not None else 0
        return line[:start] + _recased(line[start:], style, casing, own)

    return _LINE.sub(written, text)


def _style(line: str, casing: Casing) -> _Style | None:
    """Tell how a line is set where it is no ordinary sentence."""
    words = [word for word in _WORD.findall(line) if len(word) > 1]
    if len(words) < _FEWEST:
        return None
    upper = sum(word.isupper() for word in words)
    if upper > _SHOUTED * len(words):
        return "capitals"
    if line.islower():
        return "small"
    if len(words) > _LONGEST_HEADLINE or line.rstrip().endswith((".", "?", "!")):
        return None
    common = [word for word in words[1:] if casing.shares.get(word.lower(), 1) < _COMMON]
    long = [word for word in common if len(word) > _FEWEST]
    capitals = sum(word[0].isupper() for word in long)
    return "headline" if capitals > 1 and capitals > _SHOUTED * len(long) else None


def _own_forms(lines: Iterable[str]) -> dict[str, str]:
    """Collect how the ordinary lines of a text write their words within a sentence."""
    seen: dict[str, Counter[str]] = {}
    for line in lines:
        for word, starts in words_of(line):
            if not starts:
                seen.setdefault(word.group().lower(), Counter())[word.group()] += 1
    return {word: forms.most_common(1)[0][0] for word, forms in seen.items()}


def words_of(line: str) -> Iterator[tuple[re.Match[str], bool]]:
    """Yield the words of a line, each with whether it begins a sentence."""
    end = 0
    for word in _WORD.finditer(line):
        ended = _ENDS.search(line, end, word.start()) is not None
        yield word, ended if end else not _DIGIT.search(line, 0, word.start())
        end = word.end()


def _recased(line: str, style: _Style, casing: Casing, own: Mapping[str, str]) -> str:
    words = list(words_of(line))
    shares = [casing.share(word.group().lower()) for word, _ in words]
    beside = _greatest_beside(line, [word for word, _ in words], shares)
    chars = list(line)
    for at, (word, starts) in enumerate(words):
        lower = word.group().lower()
        if lower in own:
            new = own[lower]
            new = _titled(new) if starts else new
        elif _is_acronym(line, word, casing, style):
            continue
        elif starts or shares[at] + _NEIGHBOUR * beside[at] >= _NAMED:
            new = word.group() if style == "headline" else _titled(lower)
        else:
            new = lower
        if len(new) == len(word.group()):
            chars[word.start() : word.end()] = new
    return "".join(chars)


def _greatest_beside(
    line: str, words: Sequence[re.Match[str]], shares: Sequence[float]
) -> list[float]:
    """Return for each word the greater share of the words that only a blank or hyphen parts."""
    greatest = [0.0] * len(shares)
    for at, (one, other) in enumerate(pairwise(words)):
        if line[one.end() : other.start()] in _JOINTS:
            greatest[at] = max(greatest[at], shares[at + 1])
            greatest[at + 1] = max(greatest[at + 1], shares[at])
    return greatest


def _is_acronym(line: str, word: re.Match[str], casing: Casing, style: _Style) -> bool:
    """Tell whether letters stay as they are in a line in capitals."""
    letters = word.group()
    if not letters.isupper() or style == "headline":
        return letters.isupper()
    around = line[word.start() - 1 : word.start()] + line[word.end() : word.end() + 1]
    if len(letters) == 1:
        return letters != "A" or around[1:] == "."
    if around[:1].isdigit():
        return False  # "the 2nd"
    if around[-1:].isdigit() or around in {"[]", "()"}:
        return True
    if letters.lower() in casing.shares or len(letters) > _ACRONYM:
        return False
    return casing.is_form(letters) and not casing.is_form(_titled(letters.lower()))


def _titled(word: str) -> str:
    first = word[:1].upper()
    return first + word[1:] if len(first) == 1 else word

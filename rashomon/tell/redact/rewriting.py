"""A text with pseudonyms in it, and where each character of the old one has gone."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from rashomon.tell.redact.scope import Hidden
from rashomon.values import Span

__all__ = ["Rewriting", "rewritten"]


@dataclass(frozen=True, slots=True)
class Rewriting:
    """`text` is the new text; each piece that was replaced has its old and its new place."""

    text: str
    old: tuple[Span, ...]
    new: tuple[Span, ...]

    def moved(self, span: Span) -> Span:
        """Return where the words of a span stand now; a name that it cuts is taken in whole.

        An empty span stays empty: it goes before the name that it stood in.
        """
        start = self._moved(span.start, at_end=False)
        if span.start >= span.end:
            return Span(start, start)
        return Span(start, self._moved(span.end, at_end=True))

    def _moved(self, at: int, *, at_end: bool) -> int:
        index = bisect_right(self.old, at, key=lambda span: span.start) - 1
        if index < 0:
            return at
        old, new = self.old[index], self.new[index]
        if at >= old.end:
            return at - old.end + new.end
        return new.end if at_end and at > old.start else new.start


def rewritten(text: str, hidden: Iterable[Hidden]) -> Rewriting:
    """Replace what is hidden in a text; the pieces come in order and apart from each other."""
    parts: list[str] = []
    old: list[Span] = []
    new: list[Span] = []
    done = length = 0
    for each in hidden:
        parts += (text[done : each.span.start], each.pseudonym)
        start = length + each.span.start - done
        length = start + len(each.pseudonym)
        old.append(each.span)
        new.append(Span(start, length))
        done = each.span.end
    return Rewriting("".join((*parts, text[done:])), tuple(old), tuple(new))

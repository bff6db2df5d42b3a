"""Put the marks of a line together: which source and which content belong to which cue.

Nearness decides, measured in characters, with what stands between counted as more. On the marked
sources, cues and contents of PolNeAR's training texts, 95 % of the attributions come together
exactly; the constants were chosen there.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rashomon.read.voices.tagger import Mark
from rashomon.values import Span

__all__ = ["Linked", "link"]

_SENTENCE_END = re.compile(r"[.!?][\"'”’)]*\s+[\"'“‘(]*[A-Z0-9]")
_QUOTES = frozenset("\"'“‘«„`")
_OVER_CUE = 20  # characters that another cue between counts
_OVER_SENTENCE = 150  # that the end of a sentence between counts
_OVER_CONTENT = 60  # that a content between a source and its cue counts
_FOLLOWING = 80  # that a source behind its cue counts: "said Ali" is rarer than "Ali said"
_PRECEDING = 20  # that a content before its cue counts
_FARTHEST = 200  # from which on a source belongs to somebody else
_RELEASED = 200  # characters farther that a content may go to a cue that would have none


@dataclass(frozen=True, slots=True)
class Linked:
    """A cue with its source, if one is marked, and its contents, if any."""

    cue: Mark
    source: Mark | None
    contents: tuple[Mark, ...]

    @property
    def p(self) -> float:
        """How probable the least probable part is."""
        parts = [self.cue, *self.contents]
        if self.source is not None:
            parts.append(self.source)
        return min(part.p for part in parts)


def link(text: str, marks: Sequence[Mark]) -> list[Linked]:
    """Put the marks of one line of `text` together, in order of their cues."""
    cues = [mark for mark in marks if mark.role == "cue"]
    contents = [mark for mark in marks if mark.role == "content"]
    sources = {cue: _source(text, cue, marks) for cue in cues}
    given: dict[Mark, Mark] = {}
    for content in contents:
        near = [cue for cue in cues if _reaches(text, cue, sources[cue], content)]
        if near:
            given[content] = min(near, key=lambda c: _distance(text, content, c, sources[c], cues))
    for cue in cues:
        if cue not in given.values():
            _take_one(text, cue, given, sources, cues)
    return [
        Linked(cue, sources[cue], tuple(c for c in contents if given.get(c) == cue)) for cue in cues
    ]


def _source(text: str, cue: Mark, marks: Sequence[Mark]) -> Mark | None:
    best, least = None, _FARTHEST
    for source in marks:
        if source.role != "source":
            continue
        between = _between(source.span, cue.span)
        over = [mark for mark in marks if between.holds(mark.span)]
        far = (
            _length(text, between)
            + _OVER_CUE * sum(mark.role == "cue" for mark in over)
            + _OVER_CONTENT * sum(mark.role == "content" for mark in over)
            + _FOLLOWING * (source.span.start > cue.span.start)
        )
        if far < least:
            best, least = source, far
    return best


def _reaches(text: str, cue: Mark, source: Mark | None, content: Mark) -> bool:
    """Tell whether what is said can be that cue's: in other sentences, only quotations are."""
    if text[content.span.start] in _QUOTES:
        return True
    ways = [_between(part.span, content.span) for part in (cue, source) if part is not None]
    return not all(_ends_sentence(text, way) for way in ways)


def _distance(
    text: str, content: Mark, cue: Mark, source: Mark | None, cues: Sequence[Mark]
) -> int:
    """Count the characters between a content and the nearer of cue and source."""
    ways = [_between(part.span, content.span) for part in (cue, source) if part is not None]
    far = min(
        _length(text, way)
        + _OVER_CUE * sum(way.holds(other.span) for other in cues if other != cue)
        for way in ways
    )
    return far + _PRECEDING * (content.span.start < cue.span.start)


def _take_one(
    text: str,
    cue: Mark,
    given: dict[Mark, Mark],
    sources: dict[Mark, Mark | None],
    cues: Sequence[Mark],
) -> None:
    """Give a cue without content one of a cue that has several, if it is about as near."""
    owners = list(given.values())
    spare = [content for content, owner in given.items() if owners.count(owner) > 1]
    if not spare:
        return

    def farther(content: Mark) -> int:
        owner = given[content]
        return _distance(text, content, cue, sources[cue], cues) - _distance(
            text, content, owner, sources[owner], cues
        )

    nearest = min(spare, key=farther)
    if farther(nearest) < _RELEASED:
        given[nearest] = cue


def _between(one: Span, other: Span) -> Span:
    """Return the characters between two spans, none where they touch."""
    first, second = sorted((one, other))
    return Span(min(first.end, second.start), second.start)


def _length(text: str, between: Span) -> int:
    return between.end - between.start + _OVER_SENTENCE * _ends_sentence(text, between)


def _ends_sentence(text: str, between: Span) -> bool:
    near = text[max(between.start - 1, 0) : between.end + 2]
    return _SENTENCE_END.search(near) is not None

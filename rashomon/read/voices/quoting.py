"""Give every quotation to its speaker, over several sentences and paragraphs."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from rashomon.read.voices.holding import Holding
from rashomon.text.quotes import Quotation
from rashomon.values import Span

__all__ = ["Saying", "give_quotations"]

_SENTENCE = re.compile(r"\W{1,2}[^\W\d_a-z].*[.!?…]\W{0,3}", re.DOTALL)  # a capital, a full stop


@dataclass(frozen=True, slots=True)
class Saying:
    """An attribution before nesting, within its sentence.

    `speech`: a quotation nearby may be its content; `weak`: rather than the content it has. `rule`
    tells what found it, `p` how probable it is where that was the tagger.
    """

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    sentence: Span
    speech: bool = False
    weak: bool = False
    rule: str = field(default="", compare=False)
    p: float | None = field(default=None, compare=False)

    @property
    def frame(self) -> Span:
        """The stretch from the first to the last character of source and cue."""
        parts = (*self.source, *self.cue)
        return Span(min(part.start for part in parts), max(part.end for part in parts))

    @property
    def end(self) -> int:
        """Where the last part, or the sentence of the words of saying, ends."""
        return max(self.sentence.end, *(part.end for part in (*self.source, *self.content)))

    def takes(self, span: Span) -> bool:
        """Tell whether a quotation is part of the content."""
        return any(piece.meets(span) for piece in self.content)


def give_quotations(
    content: str, sayings: Sequence[Saying], quotations: Sequence[Quotation]
) -> list[Saying]:
    """Complete what is said with the quotations, and drop sayings that say nothing.

    What a quoted speaker says of others stays that speaker's word: sayings inside of a quotation
    are left out.
    """
    spans = [quotation.span for quotation in quotations]
    starts = [span.start for span in spans]
    outside = [each for each in sayings if not _is_inside(each.cue[0], spans, starts)]
    given = [_widened(each, _around(each, spans, starts)) for each in outside]
    taken = {
        span
        for each in given
        for span in _around(each, spans, starts)
        if not each.weak and each.takes(span)
    }
    given = [
        _nearest(content, each, _around(each, spans, starts), taken) if each.speech else each
        for each in given
    ]
    return _continued(content, [saying for saying in given if saying.content], spans)


def _is_inside(cue: Span, spans: Sequence[Span], starts: Sequence[int]) -> bool:
    at = bisect_right(starts, cue.start) - 1
    return at >= 0 and spans[at].holds(cue)


def _around(saying: Saying, spans: Sequence[Span], starts: Sequence[int]) -> Sequence[Span]:
    """Return the quotations that a saying touches, and one more on either side."""
    pieces = (saying.frame, *saying.content)
    first = bisect_right(starts, min(piece.start for piece in pieces)) - 1
    last = bisect_right(starts, max(piece.end for piece in pieces))
    return spans[max(first, 0) : last + 1]


def _widened(saying: Saying, spans: Sequence[Span]) -> Saying:
    """Take the whole of a quotation of which the parse gave only a part."""
    kept = list(saying.content)
    for span in spans:
        if span.meets(saying.frame):
            continue
        cut = [piece for piece in kept if piece.meets(span)]
        if not cut or any(piece.holds(span) for piece in cut):
            continue
        joined = Span(
            min(span.start, *(p.start for p in cut)), max(span.end, *(p.end for p in cut))
        )
        apart = any(part.meets(joined) for part in (*saying.cue, *saying.source))
        kept = [piece for piece in kept if piece not in cut]
        kept += [*(p for p in cut if not span.holds(p)), span] if apart else [joined]
    return replace(saying, content=tuple(sorted(set(kept))))


def _nearest(content: str, saying: Saying, spans: Sequence[Span], taken: set[Span]) -> Saying:
    """Take the quotations right before and right after the words of saying.

    A clause already found is kept, and only a quotation cut in two by the words of saying joins it.
    """
    frame = saying.frame
    empty = saying.weak or not saying.content
    direct = any(span.start <= piece.start < span.end for piece in saying.content for span in spans)
    if not empty and not direct:
        return saying
    before = [span for span in spans if span.end <= frame.start][-1:]
    after = [span for span in spans if span.start >= frame.end][:1]
    found = [span for span in before if _is_gap(content, span.end, frame.start)]
    found += [
        span
        for span in after
        if (empty or saying.sentence.meets(span)) and _is_gap(content, frame.end, span.start)
    ]
    found = [span for span in found if span not in taken]
    if not found:
        return saying
    taken.update(found)
    kept = () if empty else saying.content
    return replace(saying, content=tuple(sorted({*kept, *found})), weak=False)


def _is_gap(content: str, start: int, end: int) -> bool:
    """Tell whether only punctuation lies between: no words, no end of a sentence."""
    return not content[start:end].strip(" \t\u00a0\n,:")


def _continued(content: str, sayings: Sequence[Saying], spans: Sequence[Span]) -> list[Saying]:
    """Add the quotations that nobody has spoken yet to whoever spoke last, where they go on."""
    done = sorted(sayings, key=lambda each: each.frame)
    holding = Holding([each.content for each in done])
    at, last = 0, -1
    direct = set(spans)
    for span in spans:
        while at < len(done) and done[at].frame.end <= span.start:
            last = at if last < 0 or done[at].end > done[last].end else last
            at += 1
        if last < 0 or holding.meeting(span):
            continue
        speaker = done[last]
        is_direct = speaker.speech and any(piece in direct for piece in speaker.content)
        if is_direct and _goes_on(content, speaker, span):
            done[last] = replace(speaker, content=(*speaker.content, span))
    return done


def _goes_on(content: str, saying: Saying, span: Span) -> bool:
    """Tell whether the quotation goes on with what was said.

    It does where no words stand between, and, in the same paragraph, where it is a sentence of its
    own: nobody else has spoken since.
    """
    between = content[saying.end : span.start]
    if not any(char.isalnum() for char in between):
        return True
    return "\n" not in between and _SENTENCE.fullmatch(content, span.start, span.end) is not None

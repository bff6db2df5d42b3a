"""Read who says it off a headline: "X: what X says", "What X says: X"."""

from __future__ import annotations

import re

from rashomon.read.page import Page
from rashomon.read.voices.quoting import Saying
from rashomon.read.voices.speakers import Words
from rashomon.values import Span

__all__ = ["headline_saying"]

_COLON = re.compile(r"(?P<before>[^:\n]*\S)(?P<colon>:)\s+(?P<after>[^:\n]*\S)")
_LONGEST = 6  # words that may name a speaker


def headline_saying(page: Page, words: Words) -> Saying | None:
    """Return the saying of a headline with one colon, if a speaker stands on one side of it."""
    title = page.report.title
    found = _COLON.fullmatch(title.strip()) if title else None
    if title is None or found is None or found["before"].lower() in words.labels:
        return None
    shift = len(title) - len(title.lstrip())
    before, colon, after = (_span(found, part, shift) for part in ("before", "colon", "after"))
    if _names(page, after, words):
        source, content = after, before
    elif len(before.of(page.content).split()) <= _LONGEST:
        source, content = before, after
    else:
        return None
    end = content.end - (content.of(page.content)[-1] == ".")
    line = Span(before.start, after.end)
    said = (Span(content.start, end),)
    return Saying((source,), (colon,), said, line, rule="a headline with a colon")


def _span(found: re.Match[str], part: str, shift: int) -> Span:
    return Span(found.start(part) + shift, found.end(part) + shift)


def _names(page: Page, span: Span, words: Words) -> bool:
    """Tell whether the words name a speaker: "police", "Interior Ministry"."""
    said = span.of(page.content).rstrip(".").split()
    return len(said) <= _LONGEST and said[-1].lower() in words.kinds

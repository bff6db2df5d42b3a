"""Where a report says that it was written: "EXAMPLETON, Ohio (AP) -- ..."."""

from __future__ import annotations

import re

from rashomon.read.page import Page
from rashomon.values import Place, Span

__all__ = ["dateline_of", "is_capital_dateline"]

# Behind the name: the area or the day, the agency, a dash between blanks.
_BEHIND = re.compile(r"(?:,[^\n()]{1,30})?(?: ?\([^()\n]{1,40}\))? ?(?:-{1,2}|[–—/]|>>)\s")


def dateline_of(page: Page, place: Place) -> Span | None:
    """Return the dateline that begins with a place: it opens a paragraph, a dash sets it off."""
    start, end = place.span
    if page.in_headline(place.span) or (start and page.content[start - 1] != "\n"):
        return None
    match = _BEHIND.match(page.content, end)
    return Span(start, match.end()) if match else None


def is_capital_dateline(content: str, span: Span) -> bool:
    """Tell whether a name in capitals opens a line and a dash sets it off, as agencies do."""
    opens = not span.start or content[span.start - 1] == "\n"
    return opens and span.of(content).isupper() and bool(_BEHIND.match(content, span.end))

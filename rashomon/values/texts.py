"""What comes in: reports, and what is said of their text before it is read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple, TypeAlias

__all__ = ["MISSING_MODEL", "Issue", "Passage", "PassageKind", "Report", "Span"]

MISSING_MODEL = "missing-model"  # the code of a report that waits for the model of its language
PassageKind: TypeAlias = Literal["headline", "subhead", "teaser", "caption", "furniture"]


class Span(NamedTuple):
    """A stretch of a report's content: Unicode code points, 0-based, `end` excluded."""

    start: int
    end: int

    def of(self, content: str) -> str:
        """Quote the words that the span points at."""
        return content[self.start : self.end]

    def holds(self, other: Span) -> bool:
        """Tell whether `other` lies wholly inside."""
        return self.start <= other.start and other.end <= self.end

    def meets(self, other: Span) -> bool:
        """Tell whether the two share at least one character."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of a report that is not running text, so that no claim starts in it.

    The headline is marked too: its claims count only where the body does not say the same.
    """

    span: Span
    kind: PassageKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One text as it was gathered. `content` is what every span points into; it never changes."""

    id: str
    text: str
    title: str | None = None
    url: str | None = None
    publisher: str | None = None
    byline: str | None = None
    language: str | None = None  # ISO 639-1
    published: str | None = None  # ISO 8601 date or date-time
    passages: tuple[Passage, ...] = ()

    @property
    def content(self) -> str:
        """The title, a blank line and the text; the text alone where there is no title."""
        return f"{self.title}\n\n{self.text}" if self.title else self.text


@dataclass(frozen=True, slots=True)
class Issue:
    """Something that could not be made sense of: data, not an exception.

    `code` is the stable handle; `message` says what was received, what was expected and what to
    do; `where` is a file with its line, where there is one.
    """

    code: str
    message: str
    span: Span | None = None
    where: str | None = None

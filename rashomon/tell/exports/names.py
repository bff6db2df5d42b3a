"""Which words of a report name a person, and which name anybody."""

from __future__ import annotations

from functools import cached_property

from rashomon.tell.redact.atoms import Text
from rashomon.tell.redact.mentions import mentions
from rashomon.values import Report, Span

__all__ = ["Names"]


class Names:
    """The names of one report, as its words show them, without a language model."""

    def __init__(self, report: Report) -> None:
        """Look names up when they are asked for."""
        self._report = report

    @cached_property
    def _text(self) -> Text:
        return Text(self._report.content, self._report.language)

    @cached_property
    def _people(self) -> tuple[Span, ...]:
        found = mentions(self._text, (), frozenset())
        return tuple(self._text.span(each.run) for each in found)

    def person(self, span: Span) -> bool:
        """Tell whether a person's name stands there."""
        return any(span.meets(each) for each in self._people)

    def proper(self, span: Span) -> bool:
        """Tell whether every word there is one that names are made of."""
        run = self._text.run_at(span)
        return run is not None and all(map(self._text.can_name, range(run.first, run.last + 1)))

"""An explained report as a page of its own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rashomon.read import Explained
from rashomon.tell.case import anchor
from rashomon.tell.explain.claims import ClaimView, claim_views
from rashomon.tell.page.render import render
from rashomon.tell.texts import Back, Line, lines
from rashomon.tell.words import day
from rashomon.values import Report, Span

__all__ = ["explain_page"]


@dataclass(frozen=True, slots=True)
class _Page:
    """What the template shows; `report` gives the address of words in the text."""

    report: Report
    published: str | None
    lines: tuple[Line, ...]
    claims: tuple[ClaimView, ...]
    issues: tuple[str, ...]

    def address(self, span: Span) -> str:
        """Return the id of the words at a span."""
        return anchor(self.report.id, span)


def explain_page(report: Report, explained: Explained) -> str:
    """Render the text of a report with its marks, and its claims with the reasons for each part.

    The page is self-contained: no script, no request; all text of others is escaped.
    """
    claims = claim_views(report, explained)
    backs: dict[int, list[Back]] = {}
    for view in claims:
        back = Back(str(view.number), f"claim-{view.number}")
        backs.setdefault(view.claim.trigger.end, []).append(back)
    return render(
        "explain.html.j2",
        _Page(
            report,
            day(report.published),
            tuple(lines(report, explained.reading, backs, tuple(_more(explained)))),
            claims,
            tuple(issue.message for issue in explained.reading.issues),
        ),
    )


def _more(explained: Explained) -> Iterator[tuple[Span, str]]:
    """Yield what is said, who took part, and all words that a reason saw."""
    for said in explained.reading.attributions:
        yield from ((span, "q") for span in said.content)
    for claim in explained.reading.claims:
        yield from ((each.span, "x") for each in claim.participants if each.span)
        for explanation in explained.claims[claim.id]:
            for reason in explanation.reasons:
                yield from ((span, "") for span in reason.seen)

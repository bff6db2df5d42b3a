"""An explained report for programs."""

from __future__ import annotations

from rashomon.codec import encode
from rashomon.read import Explained, Explanation
from rashomon.values import Report

__all__ = ["explain_record"]


def explain_record(report: Report, explained: Explained) -> dict[str, object]:
    """Return the report, its reading as in the contract, and for each claim's id its reasons.

    A reason gives its rule, the spans and words that it saw, and, where there is one, its list in
    the lexicon, a probability, and the points that it adds to a sum.
    """
    return {
        "report": encode(report),
        "reading": encode(explained.reading),
        "reasons": {
            claim: [_part(report.content, each) for each in explanations]
            for claim, explanations in explained.claims.items()
        },
    }


def _part(content: str, explanation: Explanation) -> dict[str, object]:
    return {
        "part": explanation.part,
        "index": explanation.index,
        "because": [
            {
                "rule": reason.rule,
                "seen": [{"span": encode(span), "words": span.of(content)} for span in reason.seen],
                "entry": reason.entry,
                "p": reason.p,
                "points": reason.points,
            }
            for reason in explanation.reasons
        ],
    }

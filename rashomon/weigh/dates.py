"""On which days an event can have happened."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from rashomon.values import Claim, Report, When

__all__ = ["choose_days", "precision"]

_SHARP = 2  # date_prec up to which a claim names its days itself
_MOST = 0.5  # share of the reports that settles a day
_BEFORE_PUBLICATION = 6  # days before the first report in which an undated event is looked for
_SPANS = ((0, 1), (5, 2), (6, 3), (30, 4))  # CODEBOOKS 1.3: days between the ends -> date_prec


def precision(start: str, end: str) -> int:
    """Return UCDP's date_prec of a span of days: 1 day, 2 two to six days, 3 week, 4 month, 5."""
    days = (date.fromisoformat(end) - date.fromisoformat(start)).days
    return next((code for most, code in _SPANS if days <= most), 5)


def choose_days(
    claims: Sequence[Claim], reports: Mapping[str, Report], roots: Mapping[str, str]
) -> When | None:
    """Choose the first and last day: the day most reports agree on, else all days they name.

    Without a dated claim, the event lies in the week before the first report; None where that is
    unknown too. Copies have no vote.
    """
    told = _told(claims, roots)
    if told:
        sharp = [when for when in told if when.precision <= _SHARP] or told
        return _agreed(sharp) or _spanning(sharp)
    published = sorted(
        report.published[:10]
        for claim in claims
        if (report := reports.get(roots[claim.report])) and report.published
    )
    if not published:
        return None
    last = date.fromisoformat(published[0])
    first = last - timedelta(days=_BEFORE_PUBLICATION)
    return When(first.isoformat(), published[0], precision(first.isoformat(), published[0]))


def _told(claims: Sequence[Claim], roots: Mapping[str, str]) -> list[When]:
    """Return what each report says most often, the sharper date first where two are even."""
    votes: dict[str, Counter[tuple[str, str]]] = defaultdict(Counter)
    for claim in claims:
        if claim.date is not None:
            votes[roots[claim.report]][claim.date.start, claim.date.end] += 1
    return [
        When(start, end, precision(start, end))
        for _, told in sorted(votes.items())
        for start, end in [min(told, key=lambda ends: (-told[ends], _length(ends), ends))]
    ]


def _length(ends: tuple[str, str]) -> int:
    return (date.fromisoformat(ends[1]) - date.fromisoformat(ends[0])).days


def _agreed(told: Sequence[When]) -> When | None:
    """Return the span that at least half of the reports name, within which others may be vaguer."""
    counts = Counter((when.start, when.end) for when in told)
    ends = min(counts, key=lambda pair: (-counts[pair], _length(pair), pair))
    if counts[ends] >= len(told) * _MOST:
        return When(*ends, precision(*ends))
    return None


def _spanning(told: Sequence[When]) -> When:
    start, end = min(when.start for when in told), max(when.end for when in told)
    return When(start, end, precision(start, end))

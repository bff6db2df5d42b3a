"""Tellings: what one report says of one incident.

By default all news of a report is of one incident. A report that also mentions another current
event, or that says in words, days or places that it tells of several, holds several tellings.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from rashomon.lexicon import languages, section
from rashomon.link.nearness import far_apart, same_place
from rashomon.text.shadow import shadow
from rashomon.values import Claim, Reading, Report, Span

__all__ = ["Telling", "tellings_of"]

_BEFORE = 60  # characters before a clause in which "in a separate incident" still belongs to it


@dataclass(frozen=True, slots=True)
class Telling:
    """The claims of one report about one incident. `alone`: the report tells of nothing else."""

    id: str
    report: Report
    claims: tuple[Claim, ...]
    alone: bool

    @property
    def main(self) -> tuple[Claim, ...]:
        """The claims that something did happen, or all where there is none."""
        return tuple(claim for claim in self.claims if _is_main(claim)) or self.claims

    def paragraphs(self) -> str:
        """Quote the text that tells: the whole report, or the paragraphs with its claims."""
        text = shadow(self.report.content)
        kept = [Span(0, len(text))] if self.alone else list(_around(text, self.claims))
        hidden = [p.span for p in self.report.passages if p.kind != "headline"]
        return "\n".join(_without(text, span, hidden) for span in kept)


def tellings_of(report: Report, reading: Reading) -> tuple[Telling, ...]:
    """Group the claims of a report that are not background into tellings, in order of text.

    Claims that nothing happened or will happen, and mere statements, join the telling before them;
    they make a telling of their own only where the report's news is nothing else.
    """
    claims = sorted(
        (claim for claim in reading.claims if claim.currency != "background"),
        key=lambda claim: (claim.trigger, claim.id),
    )
    main = [claim for claim in claims if _is_main(claim)]
    if not main:
        main = [claim for claim in claims if claim.currency == "news"]
    parts: list[list[Claim]] = []
    for claim in sorted(main, key=lambda claim: claim.currency != "news"):
        home = next((part for part in parts if not _told_apart(claim, part, report)), None)
        if home is None:
            parts.append([claim])
        else:
            home.append(claim)
    if parts:
        placed = {claim.id for part in parts for claim in part}
        for claim in claims:
            if claim.id not in placed:
                _nearest(claim, parts).append(claim)
    return tuple(
        Telling(min(claim.id for claim in part), report, tuple(sorted(part, key=_position)), alone)
        for alone in [len(parts) == 1]
        for part in parts
    )


def _is_main(claim: Claim) -> bool:
    return (
        claim.reality == "actual"
        and claim.kind != "Statement only"
        and claim.certainty != "no comment"
    )


def _position(claim: Claim) -> tuple[int, int, str]:
    return (*claim.trigger, claim.id)


def _told_apart(claim: Claim, part: Sequence[Claim], report: Report) -> bool:
    """Tell whether the report makes clear that `claim` is not of the incident of `part`."""
    first = part[0]
    if (claim.currency == "news") != (first.currency == "news"):
        return True
    if _says_apart(claim, report):
        return not any(_says_apart(other, report) and _near(claim, other) for other in part)
    return all(_other_place(claim, other) for other in part) or any(
        _other_day(claim, other) and _other_district(claim, other) for other in part
    )


def _near(claim: Claim, other: Claim) -> bool:
    return abs(claim.span.start - other.span.start) <= _BEFORE


def _other_place(claim: Claim, other: Claim) -> bool:
    return far_apart(claim.place, other.place)


def _other_district(claim: Claim, other: Claim) -> bool:
    return (
        claim.place is not None
        and other.place is not None
        and not same_place(claim.place, other.place)
    )


def _other_day(claim: Claim, other: Claim) -> bool:
    """Tell whether both name a day and not the same: a death in hospital the day after does too."""
    left, right = claim.date, other.date
    if left is None or right is None or left.precision != 1 or right.precision != 1:
        return False
    return left.end < right.start or right.end < left.start


def _says_apart(claim: Claim, report: Report) -> bool:
    start = max(0, claim.span.start - _BEFORE)
    words = report.content[start : claim.trigger.end]
    opening = max(words.rfind(mark, 0, claim.span.start - start) for mark in ".\n!?") + 1
    return _apart().search(words[opening:].casefold()) is not None


@cache
def _apart() -> re.Pattern[str]:
    phrases = sorted(
        phrase for language in languages() for phrase in section(language, "linking").words("apart")
    )
    return re.compile(r"\b(?:" + "|".join(map(re.escape, phrases)) + r")\b")


def _nearest(claim: Claim, parts: Sequence[list[Claim]]) -> list[Claim]:
    """Find the telling whose claim stands closest before `claim`, else closest at all."""
    return min(
        parts,
        key=lambda part: min(
            (
                other.trigger.start > claim.trigger.start,
                abs(other.trigger.start - claim.trigger.start),
            )
            for other in part
        ),
    )


def _around(text: str, claims: Iterable[Claim]) -> Iterable[Span]:
    """Yield the lines in which the claims stand, each once."""
    seen = set()
    for claim in claims:
        start = text.rfind("\n", 0, claim.span.start) + 1
        if start not in seen:
            seen.add(start)
            end = text.find("\n", claim.span.start)
            yield Span(start, len(text) if end < 0 else end)


def _without(text: str, span: Span, hidden: Sequence[Span]) -> str:
    kept, at = [], span.start
    for gap in sorted(hidden):
        if gap.meets(span):
            kept.append(text[at : max(at, gap.start)])
            at = max(at, gap.end)
    kept.append(text[at : span.end])
    return " ".join(kept)

"""Tellings: what one report says of one incident.

By default all news of a report is of one incident. A report that also mentions another current
event, or that says in words, days or places that it tells of several, holds several tellings.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from rashomon.lexicon import languages, section
from rashomon.link.nearness import closeness, day_gap
from rashomon.text.shadow import shadow
from rashomon.values import Claim, Place, Reading, Report, Span

__all__ = ["Telling", "tellings_of"]

_BEFORE = 60  # characters before a clause in which "in a separate incident" still belongs to it
_DISTRICT, _COUNTRY = 0.6, 0.2  # grades of `closeness`: same, and not known well enough


@dataclass(frozen=True, slots=True)
class Telling:
    """The claims of one report about one incident.

    `others` are the claims of the report's other tellings; `first`: this is the report's main news;
    `places` are all that the report names.
    """

    id: str
    report: Report
    claims: tuple[Claim, ...]
    others: tuple[Claim, ...] = ()
    first: bool = True
    places: tuple[Place, ...] = ()

    @property
    def alone(self) -> bool:
        """Tell whether the report tells of nothing else."""
        return not self.others

    @property
    def main(self) -> tuple[Claim, ...]:
        """The claims that something did happen, or all where there is none."""
        return tuple(claim for claim in self.claims if _is_main(claim)) or self.claims

    def paragraphs(self) -> str:
        """Quote the text that tells, without captions and furniture.

        The telling of the report's main news has the whole text but the lines of other tellings.
        """
        text = shadow(self.report.content)
        hidden = [p.span for p in self.report.passages if p.kind != "headline"]
        own, others = set(_lines(text, self.claims)), set(_lines(text, self.others))
        kept = _all_but(text, others - own) if self.first else sorted(own)
        return "\n".join(_without(text, span, hidden) for span in kept)


def tellings_of(report: Report, reading: Reading) -> tuple[Telling, ...]:
    """Group the claims of a report that are not background into tellings, in order of text.

    Claims that nothing happened or will happen, and mere statements, join the telling before them;
    they make a telling of their own only where the report's news is nothing else. A headline is of
    what the text below it tells first, however else it puts it.
    """
    claims = sorted(
        (claim for claim in reading.claims if claim.currency != "background"),
        key=lambda claim: (claim.trigger, claim.id),
    )
    parts: list[list[Claim]] = []
    for claim in sorted(_leading(claims), key=lambda claim: claim.currency != "news"):
        home = next((part for part in parts if not _told_apart(claim, part, report)), None)
        if home is None:
            parts.append([claim])
        else:
            home.append(claim)
    if parts:
        placed = {claim.id for part in parts for claim in part}
        for claim in claims:
            if claim.id not in placed:
                (parts[0] if claim.headline else _nearest(claim, parts)).append(claim)
    return tuple(
        Telling(
            id=min(claim.id for claim in part),
            report=report,
            claims=tuple(sorted(part, key=_position)),
            others=tuple(claim for other in parts if other is not part for claim in other),
            first=part is parts[0],
            places=reading.places,
        )
        for part in parts
    )


def _leading(claims: Sequence[Claim]) -> list[Claim]:
    """List the claims that can make a telling: what happened, else the news; a headline last."""
    main = [claim for claim in claims if _is_main(claim)]
    main = main or [claim for claim in claims if claim.currency == "news"]
    return [claim for claim in main if not claim.headline] or main


def _is_main(claim: Claim) -> bool:
    return (
        claim.reality == "actual"
        and claim.kind != "Statement only"
        and claim.certainty != "no comment"
    )


def _position(claim: Claim) -> tuple[int, int, str]:
    return (*claim.trigger, claim.id)


def _told_apart(claim: Claim, part: Sequence[Claim], report: Report) -> bool:
    """Tell whether the report makes clear that `claim` is not of the incident of `part`.

    Words that say so are enough. Else day and district must both differ; where the reader takes
    only one of the two for the report's news, it is enough that the district differs, or the day
    of something with a toll of its own.
    """
    if _says_apart(claim, report):
        return not any(_says_apart(other, report) and _near(claim, other) for other in part)
    other_day = _all_differ([_same_day(claim, other) for other in part])
    other_district = _all_differ([_same_district(claim, other, report) for other in part])
    if (claim.currency == "news") != (part[0].currency == "news"):
        return other_district or (other_day and bool(claim.figures))
    return other_day and other_district


def _all_differ(same: Iterable[bool | None]) -> bool:
    """Tell whether something could be compared (not None) and nothing was the same."""
    known = [each for each in same if each is not None]
    return bool(known) and not any(known)


def _near(claim: Claim, other: Claim) -> bool:
    return abs(claim.span.start - other.span.start) <= _BEFORE


def _same_district(claim: Claim, other: Claim, report: Report) -> bool | None:
    """Compare districts; where somebody came from or goes to is not where it happened."""
    if claim.place is None or other.place is None:
        return None
    if any(_is_whence(place, report) for place in (claim.place, other.place)):
        return None
    grade = closeness(claim.place, other.place)
    return None if grade == _COUNTRY else grade >= _DISTRICT


def _same_day(claim: Claim, other: Claim) -> bool | None:
    """Compare exact days; alone they tell nothing apart, as the wounded die the day after."""
    left, right = claim.date, other.date
    if left is None or right is None or left.precision != 1 or right.precision != 1:
        return None
    return day_gap(left, right) == 0


def _says_apart(claim: Claim, report: Report) -> bool:
    start = max(0, claim.span.start - _BEFORE)
    words = report.content[start : claim.trigger.end]
    opening = max(words.rfind(mark, 0, claim.span.start - start) for mark in ".\n!?") + 1
    return _apart().search(words[opening:].casefold()) is not None


def _is_whence(place: Place, report: Report) -> bool:
    before = report.content[max(0, place.span.start - _BEFORE) : place.span.start]
    return _whence().search(before.casefold()) is not None


@cache
def _apart() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_phrases('apart')})\b")


@cache
def _whence() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_phrases('whence')})\s+$")


def _phrases(name: str) -> str:
    phrases = {
        phrase for language in languages() for phrase in section(language, "linking").words(name)
    }
    return "|".join(map(re.escape, sorted(phrases)))


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


def _lines(text: str, claims: Iterable[Claim]) -> Iterator[Span]:
    """Yield the lines in which the claims start."""
    for claim in claims:
        end = text.find("\n", claim.span.start)
        yield Span(text.rfind("\n", 0, claim.span.start) + 1, len(text) if end < 0 else end)


def _all_but(text: str, lines: Iterable[Span]) -> Iterator[Span]:
    """Yield the stretches of `text` between some lines."""
    at = 0
    for start, end in sorted(lines):
        if start > at:
            yield Span(at, start)
        at = end
    yield Span(at, len(text))


def _without(text: str, span: Span, hidden: Sequence[Span]) -> str:
    kept, at = [], span.start
    for gap in sorted(hidden):
        if gap.meets(span):
            kept.append(text[at : max(at, gap.start)])
            at = max(at, gap.end)
    kept.append(text[at : span.end])
    return " ".join(kept)

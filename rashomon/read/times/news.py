"""The days of a report's news, which date what it tells without a day."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

from spacy.tokens import Token

from rashomon.lexicon import section
from rashomon.read.clauses import makes_perfect
from rashomon.read.page import Page
from rashomon.read.reasons import about, because
from rashomon.read.times.days import bounds, day_of, when
from rashomon.read.times.marks import Mark, hangs_below, is_aside, tells, verb_of, within
from rashomon.read.times.ranker import Outlook
from rashomon.values import Span, When

__all__ = ["News", "on_or_before"]

_FRESH = 45  # days: older than this, and what a report dates is its background
_DAYS = 2  # date_prec: within six days
_SLIGHT = 0.2  # of the likeliest day's chance, with which a day can be that of other news


class News:
    """The days of a report's news, in the order of the text.

    They are the days on which its own happenings are told, else those of its main clauses, else
    that of its dateline, else any fresh day in it, else that of publication and the day before.
    """

    def __init__(
        self,
        page: Page,
        marks: Mapping[int, Sequence[Mark]],
        own: Sequence[tuple[Token, When]],
        dateline: When | None,
        likely: Outlook,
    ) -> None:
        """Gather them from the marks of each sentence and the words and days of happenings.

        `likely` tells how likely each day is that of the news, where that is known.
        """
        self._page = page
        self._likely = likely
        in_order = [mark for near in marks.values() for mark in near]
        self._best = _likeliest(likely.days, in_order)
        first, last = _fresh_days(page, in_order, dateline)
        fresh = {
            start: [mark for mark in near if _is_fresh(page, mark, first, last)]
            for start, near in marks.items()
        }
        aside = {mark.time.span for mark in in_order if is_aside(mark)}
        told = [
            (root, day)
            for root, day in sorted(own, key=lambda each: _start(each[1]))
            if day.precision <= _DAYS and within(day, first, last) and day.span not in aside
            if not _is_background(page, root)
        ]
        justice = section(page.language, "times").words("justice")
        self._days = (
            [day for root, day in told if root.lemma_.lower() not in justice]
            or [day for start in fresh for day in _main(page, fresh[start], marks[start])]
            or [day for _, day in told]
            or ([dateline] if dateline else [])
            or [mark.when for near in fresh.values() for mark in near if mark.when]
            or _published(page)
        )

    def day_for(self, trigger: Span) -> When | None:
        """Return the last news told in the paragraph before `trigger`, else the first news."""
        about(trigger)
        tokens = self._page.tokens(trigger)
        if not len(tokens) or _is_background(self._page, tokens.root):
            return because(
                None, "date", "it is told as before the news, and takes no day of theirs"
            )
        paragraph = self._page.text.rfind("\n", 0, trigger.start)
        last = bisect_left(self._days, trigger.start, key=_start) - 1
        if last >= 0 and _start(self._days[last]) > paragraph and self._may_be(self._days[last]):
            told = self._within(self._days[last])
            return because(
                told, "date", "it is the last day of news told in its paragraph", told.span
            )
        if self._best is not None:
            why = f"{self._chance(self._best):.0%} likely to be the day of the report's news"
            return because(self._best, "date", why, self._best.span)
        if not self._days:
            return because(None, "date", "no day is told, and none of publication is known")
        first = self._days[0]
        return because(first, "date", "the report's first news is of that day", first.span)

    def narrowed(self, trigger: Span, told: When) -> When:
        """Narrow two days of its own sentence ("said on Friday") to the day of the news in them."""
        about(trigger)
        narrow = self._within(told)
        if narrow == told:
            return told
        return because(narrow, "date", "of its own days it is the likeliest", told.span)

    def _within(self, told: When) -> When:
        best = self._best
        if best is None or self._likely.is_said or told.precision != _DAYS:
            return told
        if best.start != best.end:
            return told
        return replace(best, span=told.span) if told.start <= best.start <= told.end else told

    def _may_be(self, told: When) -> bool:
        """Tell whether a day has a chance to be that of the news: a court day has none."""
        return self._best is None or self._chance(told) >= _SLIGHT * self._chance(self._best)

    def _chance(self, told: When) -> float:
        return self._likely.chance(told.start, told.end)


def _likeliest(days: Sequence[date], marks: Sequence[Mark]) -> When | None:
    """Return the likeliest days with the words that tell them, less exact where none do."""
    if not days:
        return None
    covering = [
        mark.when
        for mark in marks
        if mark.when and not mark.side and mark.when.precision <= _DAYS
        if mark.when.start <= days[0].isoformat() <= mark.when.end
    ]
    found = when(days[0], days[-1])
    if not covering:
        return replace(found, precision=_DAYS)
    return replace(found, span=covering[0].span)


def _is_fresh(page: Page, mark: Mark, first: date | None, last: date | None) -> bool:
    """Tell whether a mark can date news: a day not long ago, and not that of an arrest."""
    if mark.when is None or mark.side or mark.when.precision > _DAYS:
        return False
    justice = section(page.language, "times").words("justice")
    return within(mark.when, first, last) and verb_of(mark.root).lemma_ not in justice


def _main(page: Page, marks: Sequence[Mark], sentence: Sequence[Mark]) -> Iterator[When]:
    """Yield the fresh days that a sentence tells in its main clauses, in the order of the text."""
    anchors = [mark.offset.anchor for mark in sentence if mark.offset]
    for mark in marks:
        below = any(hangs_below(mark.root, anchor) for anchor in anchors)
        if mark.when is None or below or is_aside(mark):
            continue
        verb = verb_of(mark.root)
        beside = [each for each in sentence if each.when and verb_of(each.root) == verb]
        if not tells(page, verb):
            yield mark.when
        elif len(beside) == 1:
            yield on_or_before(mark.when)
        elif mark == min(beside, key=_mark_start):
            yield mark.when


def _mark_start(mark: Mark) -> str:
    return mark.when.start if mark.when else ""


def _start(told: When) -> int:
    return told.span.start if told.span is not None else 0


def on_or_before(said: When) -> When:
    """Return the day something was said and the day before: when what was said has happened."""
    covered = bounds(said.start)
    if covered is None or said.precision > 1:
        return said
    return replace(when(covered[0] - timedelta(days=1), covered[0]), span=said.span)


def _published(page: Page) -> list[When]:
    """Return the day of publication with the day before, where it is known."""
    day = day_of(page.report.published)
    return [when(day - timedelta(days=1), day)] if day else []


def _fresh_days(
    page: Page, marks: Iterable[Mark], dateline: When | None
) -> tuple[date | None, date | None]:
    """Return the days of news: up to the report, or without its day around the first day told."""
    last = day_of(page.report.published)
    if last is not None:
        return last - timedelta(days=_FRESH), last + timedelta(days=1)
    told = (mark.when for mark in marks if mark.when and mark.when.precision == 1)
    told_first = dateline or next(told, None)
    first = day_of(told_first.start) if told_first else None
    if first is None:
        return None, None
    return first - timedelta(days=_FRESH), first + timedelta(days=_FRESH)


def _is_background(page: Page, verb: Token) -> bool:
    """Tell whether a verb is in the past perfect or in a clause with "since" or "after"."""
    after = section(page.language, "times").words("after_words")
    children = list(verb.children)
    perfect = any(each.tag_ == "VBD" and makes_perfect(each) for each in children)
    since = verb.dep_ in {"advcl", "pcomp"} and (
        verb.head.lower_ in after or any(each.lower_ in after for each in children)
    )
    return since or (verb.tag_ == "VBN" and perfect)

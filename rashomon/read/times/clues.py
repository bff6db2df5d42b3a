"""What in a report speaks for each of the days on which its news can have happened."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from datetime import date, timedelta
from functools import cache

from spacy.tokens import Token

from rashomon.lexicon import section
from rashomon.read.page import Page
from rashomon.read.times.days import bounds, day_of
from rashomon.read.times.marks import Mark, is_aside, is_overnight, overnight_words, tells, verb_of
from rashomon.values import Span, Time, When

__all__ = ["Clues", "clues_of", "is_told"]

Clues = dict[date, set[str]]

_LAST_YEAR = 400  # days before publication, within which a court's deed mostly lies
_FRESH = 45  # days: older than this, and what most reports date is their background
_DAYS = 2  # date_prec: within six days
_LEAD = 600  # characters: the headline and about three sentences
_OPENING = 1500  # characters in which "this morning" or "overnight" is mostly of the news
_APART = 3  # days before publication that are told apart
_WEEK = 7
_MORNING, _EVENING = 8, 16  # hours that part night, day and evening
_OVERNIGHT, _DEED = "overnight", "of a deed"
_WORD = re.compile(r"\w+")


def clues_of(
    page: Page,
    times: Iterable[Time],
    marks: Iterable[Mark],
    own: Iterable[When],
    triggers: Iterable[Span],
) -> Clues:
    """Return the clues to each fresh day that is told, to that of publication and the one before.

    Args:
        page: a report; without a day of publication it has no clues.
        times: its time expressions.
        marks: those that hang in the parse.
        own: the days that happenings have from their own sentences.
        triggers: the words of the happenings.
    """
    last = day_of(page.report.published)
    if last is None:
        return {}
    dated = {when.span for when in own}
    words = [page.tokens(trigger) for trigger in triggers]
    beside = {each.root.sent.start for each in words if len(each)}
    found: Clues = defaultdict(set)
    for mark in marks:
        for day, clue in _of_days(mark, list(_of_mark(page, mark, dated, beside))):
            if last - timedelta(days=_LAST_YEAR) <= day <= last + timedelta(days=1):
                found[day].add(clue)
    told = _of_now(found, last)
    found = defaultdict(set, {day: found[day] for day in told})
    if told:
        found[told[0]].add("earliest")
    before = last - timedelta(days=1)
    found[last].add("published")
    found[before].add("published")
    for part in _parts(page):
        found[last].add(f"{part} of the day")
        found[before].add(f"{part} of the day before")
    for day, clue in _hours(times, last):
        found[day].add(clue)
    for day, clues in found.items():
        away = _away((day - last).days)
        clues.add(away if told else f"untold, {away}")
    return found


def is_told(clues: AbstractSet[str]) -> bool:
    """Tell whether words of the report name a day, and not only its publication does."""
    return not clues.isdisjoint({"told", "from: told", "to: told", _OVERNIGHT})


def _of_now(found: Clues, last: date) -> list[date]:
    """Leave out what lies back and is told by the way, where a deed of the last week is told."""
    week = last - timedelta(days=_WEEK)
    if not any(day >= week and _DEED in found[day] for day in found):
        return sorted(found)
    return sorted(day for day in found if day >= week or "plain" in found[day])


def _of_days(mark: Mark, clues: Sequence[str]) -> Iterator[tuple[date, str]]:
    """Spread the clues of a mark over its days; a longer stretch is told by its two ends."""
    if mark.when is None or mark.side or mark.when.precision > _DAYS:
        return
    first, last = bounds(mark.when.start), bounds(mark.when.end)
    if first is None or last is None:
        return
    for clue in clues:
        if clue == _OVERNIGHT:
            yield first[0], _OVERNIGHT
            yield last[0], "morning after"
        elif first == last:
            yield first[0], clue
        else:
            yield first[0], f"from: {clue}"
            yield last[0], f"to: {clue}"


def _of_mark(page: Page, mark: Mark, dated: set[Span | None], beside: set[int]) -> Iterator[str]:
    """Yield what the words of a mark and their place in the text say."""
    if is_overnight(page, mark.time):
        yield _OVERNIGHT
        return
    yield "told"
    if mark.time.span.start < _LEAD:
        yield "lead"
    if mark.root.sent.start in beside:
        yield "beside a happening"
    yield "aside" if is_aside(mark) else "plain"
    hour = (mark.time.value or "").partition("T")[2]
    if hour:
        yield "clock" if hour[0].isdigit() else hour
    after = list(_of_verb(page, verb_of(mark.root)))
    yield from after
    if mark.time.span in dated:
        yield "of a happening"
        if not {"said", "justice", "aftermath"} & set(after):
            yield _DEED


def _of_verb(page: Page, verb: Token) -> Iterator[str]:
    """Yield what the verb above a mark says: of a telling, of what followed, of what goes on."""
    words = section(page.language, "times")
    if tells(page, verb):
        yield "said"
    for name in ("justice", "aftermath"):
        if verb.lemma_.lower() in words.words(name):
            yield name
    if verb.tag_ in {"VBG", "VBZ", "VBP"}:
        yield "going on"


def _hours(times: Iterable[Time], last: date) -> Iterator[tuple[date, str]]:
    """Yield the days of the hours that are told, each with the part of the day they lie in."""
    for time in times:
        day, _, hour = (time.value or "").partition("T")
        at = day_of(day) if time.type == "TIME" and hour[:2].isdigit() else None
        if at is not None and last - timedelta(days=_LAST_YEAR) <= at <= last:
            number = int(hour[:2]) % 24
            part = "early" if number < _MORNING else "by day" if number < _EVENING else "late"
            yield at, f"hour {part}"


def _parts(page: Page) -> list[str]:
    """Return the parts of the day that the opening names, with or without their day."""
    words = _part_words(page.language)
    opening = _WORD.findall(page.text[:_OPENING].lower())
    return sorted({words[word] for word in opening if word in words})


@cache
def _part_words(language: str) -> dict[str, str]:
    """Return the words for parts of the day, each with the part."""
    parts = section(language, "times").lists("part")
    words = {word: part for part, listed in parts.items() for word in listed}
    return words | dict.fromkeys(overnight_words(language), _OVERNIGHT)


def _away(days: int) -> str:
    """Say how far a day is from that of publication."""
    if days > 0:
        return "after publication"
    if days >= -_APART:
        return f"{-days} days before"
    if days >= -_FRESH:
        return "days before" if days >= -_WEEK else "weeks before"
    return "long before"

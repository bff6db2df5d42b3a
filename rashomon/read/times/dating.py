"""On which days what a report claims has happened."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

from spacy.tokens import Token

from rashomon.lexicon import section
from rashomon.read.page import Page
from rashomon.read.reasons import about, because
from rashomon.read.times.clues import Clues, clues_of, is_told
from rashomon.read.times.days import bounds, day_of, when
from rashomon.read.times.marks import (
    ASIDE,
    Mark,
    Offset,
    dateline_of,
    hangs_below,
    is_aside,
    marks_of,
    shifted,
    tells,
)
from rashomon.read.times.news import News, on_or_before
from rashomon.read.times.ranker import NOTHING, outlook, ranker_of
from rashomon.values import Span, Time, When

__all__ = ["date_claim", "date_claims", "news_clues"]

_EDGES = frozenset({"relcl", "acl", "advcl", "ccomp", "csubj", "parataxis", "conj", "acl:relcl"})
_CHARGES = frozenset({"prep", "advcl", "xcomp", "dobj", "obj"})
_FAR = 100  # a cost that no path within a clause reaches
_SAID = 20
_NESTED = 3
_LOOSE = 10
_BACK = 6  # "by Friday": within the week that ends on it


def date_claim(page: Page, trigger: Span, times: Sequence[Time]) -> When | None:
    """Date the happening at `trigger` from its own sentence.

    A time in its clause gives the day, a time of the verb of saying the day on or before which it
    happened, "five days after ..." the distance to another dated clause. None where the sentence
    tells no day.
    """
    return _from_sentence(page, trigger, _by_sentence(marks_of(page, times)))


def date_claims(
    page: Page, triggers: Sequence[Span], times: Sequence[Time]
) -> tuple[When | None, ...]:
    """Date happenings, those without a time of their own by the news told around them.

    An undated happening takes the day of the last news of its paragraph, else of the first news of
    the report. What is told in the past perfect takes none.
    """
    hung = marks_of(page, times)
    marks = _by_sentence(hung)
    dated = [_from_sentence(page, trigger, marks) for trigger in triggers]
    for trigger, day in zip(triggers, dated, strict=True):
        about(trigger)
        because(day, "date", "a time of its own sentence gives it", day.span if day else None)
    own = [
        (page.tokens(trigger).root, day)
        for trigger, day in zip(triggers, dated, strict=True)
        if day is not None
    ]
    ranker = ranker_of(page.language)
    clues = clues_of(page, times, hung, [day for _, day in own], triggers) if ranker else {}
    dateline = dateline_of(page, times)
    told = any(is_told(each) for each in clues.values())
    likely = outlook(ranker, clues) if ranker and (told or dateline is None) else NOTHING
    news = News(page, marks, own, dateline, likely)
    return tuple(
        news.narrowed(trigger, day) if day else news.day_for(trigger)
        for trigger, day in zip(triggers, dated, strict=True)
    )


def news_clues(page: Page, triggers: Sequence[Span], times: Sequence[Time]) -> Clues:
    """Return the clues to the days of a report's news, as `date_claims` weighs them."""
    hung = marks_of(page, times)
    marks = _by_sentence(hung)
    dated = (_from_sentence(page, trigger, marks) for trigger in triggers)
    return clues_of(page, times, hung, [day for day in dated if day is not None], triggers)


def _by_sentence(marks: Iterable[Mark]) -> dict[int, list[Mark]]:
    """Gather the marks of each sentence, keyed by its first token, in the order of the text."""
    found: dict[int, list[Mark]] = {}
    for mark in marks:
        found.setdefault(mark.root.sent.start, []).append(mark)
    return found


def _from_sentence(page: Page, trigger: Span, marks: Mapping[int, list[Mark]]) -> When | None:
    tokens = page.tokens(trigger)
    if not len(tokens):
        return None
    root = tokens.root
    near = marks.get(root.sent.start, [])
    for mark in near:
        if mark.offset is not None:
            told = _beside(page, root, mark.offset, near)
            return replace(told, span=told.span or mark.time.span) if told else None
    return _dated(page, root, near)


def _beside(page: Page, root: Token, offset: Offset, marks: Sequence[Mark]) -> When | None:
    """Date a word of a sentence that says "five days after": from either end of the distance."""
    inner = [mark for mark in marks if hangs_below(mark.root, offset.anchor)]
    outer = [mark for mark in marks if mark not in inner]
    inside = hangs_below(root, offset.anchor)
    known = _dated(page, root, inner if inside else outer)
    if known is not None:
        return known
    if inside:
        main = offset.anchor.head if offset.anchor.dep_ == "advcl" else offset.anchor.head.head
        told = _dated(page, main, outer)
        return shifted(told, offset.unit, offset.count, -offset.side) if told else None
    told = next((mark.when for mark in inner if mark.when), None)
    return shifted(told, offset.unit, offset.count, offset.side) if told else None


def _dated(page: Page, root: Token, marks: Iterable[Mark]) -> When | None:
    costs = [
        (_cost(page, root, mark), abs(mark.root.i - root.i), mark)
        for mark in marks
        if mark.when is not None
    ]
    if not costs:
        return None
    cost, _, mark = min(costs, key=lambda each: each[:2])
    if cost >= _FAR or mark.when is None:
        return None
    if cost >= _SAID:
        said = [each for each_cost, _, each in costs if each_cost < _FAR and each.when]
        if len(said) == 1:
            return on_or_before(mark.when)
        # "confirmed today the capture of ... June 14"
        mark = min(said, key=lambda each: each.when.start if each.when else "")
    beneath = mark.root.is_ancestor(root)  # "after 1996, when ...": in 1996
    return _bounded(page, mark) if mark.side and not beneath else mark.when


def _cost(page: Page, root: Token, mark: Mark) -> int:
    """Count the steps of the parse from a trigger to a time; more where it dates something else."""
    up = [root, *root.ancestors]
    down = [mark.root, *mark.root.ancestors]
    meeting = next((token for token in up if token in down), None)
    if meeting is None:
        return _FAR
    rise, fall = up[: up.index(meeting)], down[: down.index(meeting)]
    cost = len(rise) + len(fall)
    if any(tells(page, token) for token in fall):
        return cost + _SAID
    if any(token.dep_ in _EDGES for token in fall):
        cost += _LOOSE if mark.when and mark.when.precision == 1 and not is_aside(mark) else _FAR
    if any(token.dep_ in {"relcl", "acl"} and token.head != meeting for token in rise):
        return _FAR + cost
    if _is_charge(page, meeting, rise):
        return _FAR + cost
    if fall and mark.root.dep_ in ASIDE and mark.root.head != root:
        cost += _NESTED
    if rise and meeting.pos_ == "VERB" and tells(page, meeting):
        cost += _SAID
    return cost


def _is_charge(page: Page, verb: Token, path: Sequence[Token]) -> bool:
    """Tell whether a path leads up to what somebody "was arrested on Friday for".

    Or to what they "remained in hospital on Friday after".
    """
    words = section(page.language, "times")
    later = words.words("justice") | words.words("aftermath")
    return len(path) > 1 and verb.lemma_ in later and path[-1].dep_ in _CHARGES


def _bounded(page: Page, mark: Mark) -> When | None:
    """Open the days of "since May" up to the report, and those of "by Friday" back by ten units."""
    covered = bounds(mark.time.value or "")
    if mark.when is None or covered is None:
        return mark.when
    start, end = covered
    if mark.side > 0:
        last = day_of(page.report.published) or date(end.year, 12, 31)
        opened = when(start, max(end, last))
    else:
        opened = when(start - (end - start + timedelta(days=1)) * _BACK, end)
    return replace(opened, span=mark.time.span)

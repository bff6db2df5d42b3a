"""On which days what a report claims has happened."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

from spacy.tokens import Token

from rashomon.lexicon import section
from rashomon.read.page import Page
from rashomon.read.times.days import bounds, day_of, when
from rashomon.read.times.marks import Mark, Offset, dateline_of, marks_of, shifted, within
from rashomon.values import Span, Time, When

__all__ = ["date_claim", "date_claims"]

_FRESH = 45  # days: older than this, and what a report dates is its background
_EDGES = frozenset({"relcl", "acl", "advcl", "ccomp", "csubj", "parataxis", "conj", "acl:relcl"})
_ASIDE = frozenset({"compound", "nmod", "poss", "amod", "nummod"})
_DAYS = 2  # date_prec: within six days
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
    the report, else of the dateline. What is told in the past perfect takes none.
    """
    marks = _by_sentence(marks_of(page, times))
    fresh = _fresh_days(page, times)
    news = tuple(told for near in marks.values() for told in _news(page, near, fresh))
    dateline = dateline_of(page, times)
    return tuple(
        _from_sentence(page, trigger, marks) or _inherited(page, trigger, news, dateline)
        for trigger in triggers
    )


def _by_sentence(marks: Iterable[Mark]) -> dict[int, list[Mark]]:
    """Gather the marks of each sentence, keyed by its first token, in the order of the text."""
    found: dict[int, list[Mark]] = {}
    for mark in marks:
        found.setdefault(mark.root.sent.start, []).append(mark)
    return found


def _news(
    page: Page, marks: Sequence[Mark], fresh: tuple[date | None, date | None]
) -> Iterator[When]:
    """Yield the fresh days that a sentence tells in its main clauses, in the order of the text."""
    anchors = [mark.offset.anchor for mark in marks if mark.offset]
    for mark in marks:
        if mark.when is None or mark.side or not within(mark.when, *fresh):
            continue
        if mark.when.precision > _DAYS or _is_aside(mark):
            continue
        if any(_under(mark.root, anchor) for anchor in anchors):
            continue
        verb = _verb_of(mark.root)
        beside = [each for each in marks if each.when and _verb_of(each.root) == verb]
        if verb.lemma_ not in _cues(page):
            yield mark.when
        elif len(beside) == 1:
            yield _on_or_before(mark.when)
        elif mark == _earliest(beside):
            yield mark.when


def _earliest(marks: Sequence[Mark]) -> Mark:
    return min(marks, key=lambda each: each.when.start if each.when else "")


def _verb_of(token: Token) -> Token:
    return next((each for each in token.ancestors if each.pos_ in {"VERB", "AUX"}), token)


def _cues(page: Page) -> frozenset[str]:
    return section(page.report.language or "en", "cues").words("clause")


def _from_sentence(page: Page, trigger: Span, marks: Mapping[int, list[Mark]]) -> When | None:
    tokens = page.tokens(trigger)
    if not len(tokens):
        return None
    root = tokens.root
    near = marks.get(root.sent.start, [])
    for mark in near:
        if mark.offset is not None:
            return _beside(page, root, mark.offset, near)
    return _dated(page, root, near)


def _beside(page: Page, root: Token, offset: Offset, marks: Sequence[Mark]) -> When | None:
    """Date a word of a sentence that says "five days after": from either end of the distance."""
    inner = [mark for mark in marks if _under(mark.root, offset.anchor)]
    outer = [mark for mark in marks if mark not in inner]
    inside = _under(root, offset.anchor)
    known = _dated(page, root, inner if inside else outer)
    if known is not None:
        return known
    if inside:
        main = offset.anchor.head if offset.anchor.dep_ == "advcl" else offset.anchor.head.head
        told = _dated(page, main, outer)
        return shifted(told, offset.unit, offset.count, -offset.side) if told else None
    told = next((mark.when for mark in inner if mark.when), None)
    return shifted(told, offset.unit, offset.count, offset.side) if told else None


def _under(token: Token, head: Token) -> bool:
    return token == head or head.is_ancestor(token)


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
            return _on_or_before(mark.when)
        mark = _earliest(said)  # "confirmed today the capture of ... June 14"
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
    if any(token.dep_ in _EDGES for token in fall):
        cost += _LOOSE if mark.when and mark.when.precision == 1 and not _is_aside(mark) else _FAR
    if any(token.dep_ in {"relcl", "acl"} and token.head != meeting for token in rise):
        return _FAR + cost
    if fall and mark.root.dep_ in _ASIDE and mark.root.head != root:
        cost += _NESTED
    if rise and meeting.pos_ == "VERB" and meeting.lemma_ in _cues(page):
        cost += _SAID
    return cost


def _is_aside(mark: Mark) -> bool:
    """Tell whether a day is of something told by the way: "who fled in May", "the May 3 raid".

    A day at the very end of a sentence does not: parsers hang it on the last clause before it, and
    news puts the day of its main clause there.
    """
    rest = mark.root.doc[mark.root.right_edge.i + 1 : mark.root.sent.end]
    if all(token.is_punct or token.is_space for token in rest):
        return False
    named = mark.root.dep_ in _ASIDE - {"poss"} and mark.root.head.pos_ == "NOUN"
    return named or any(each.dep_ == "relcl" for each in mark.root.ancestors)


def _on_or_before(said: When) -> When:
    """News is told on the day it happened or on the next."""
    covered = bounds(said.start)
    if covered is None or said.precision > 1:
        return said
    told = when(covered[0] - timedelta(days=1), covered[0])
    return replace(told, span=said.span)


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


def _fresh_days(page: Page, times: Iterable[Time]) -> tuple[date | None, date | None]:
    """Return the days of news: up to the report, or without its day to the last day it tells."""
    last = day_of(page.report.published)
    if last is None:
        told = [day for time in times if time.type != "SET" and (day := day_of(time.value))]
        last = max(told, default=None)
    return (last - timedelta(days=_FRESH), last + timedelta(days=1)) if last else (None, None)


def _inherited(
    page: Page, trigger: Span, news: Sequence[When], dateline: When | None
) -> When | None:
    tokens = page.tokens(trigger)
    if not len(tokens) or _is_background(page, tokens.root):
        return None
    paragraph = page.text.rfind("\n", 0, trigger.start)
    last = bisect_left(news, trigger.start, key=_start) - 1
    if last >= 0 and _start(news[last]) > paragraph:
        return news[last]
    return news[0] if news else dateline


def _start(told: When) -> int:
    return told.span.start if told.span is not None else 0


def _is_background(page: Page, verb: Token) -> bool:
    """Tell whether a verb is in the past perfect or in a clause with "since" or "after"."""
    after = section(page.report.language or "en", "times").words("after_words")
    children = list(verb.children)
    perfect = any(each.tag_ == "VBD" and each.lemma_ == "have" for each in children)
    since = verb.dep_ in {"advcl", "pcomp"} and (
        verb.head.lower_ in after or any(each.lower_ in after for each in children)
    )
    return since or (verb.tag_ == "VBN" and perfect)

"""Time expressions as marks in the parse: where each hangs and which days it covers."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache

from spacy.tokens import Token

from rashomon.lexicon import section
from rashomon.read.page import Page
from rashomon.read.times.days import bounds, day_of, interval, moved, when
from rashomon.text.folding import CAPITALS
from rashomon.values import Time, When

__all__ = [
    "ASIDE",
    "Mark",
    "Offset",
    "dateline_of",
    "hangs_below",
    "is_aside",
    "is_overnight",
    "marks_of",
    "overnight_words",
    "shifted",
    "tells",
    "verb_of",
    "within",
]

_CONTENT = frozenset({"ccomp", "dobj", "obj", "parataxis", "xcomp", "acomp", "oprd"})
ASIDE = frozenset({"compound", "nmod", "poss", "amod", "nummod"})

_LENGTH = re.compile(r"P(T?)(\d+(?:\.\d+)?|X)(DE|CE|[DWMQYH])")
_UNITS = {"DE": "10Y", "CE": "100Y", "H": "TH"}
_PLACE = re.compile(
    rf"(?:^|\s)[{CAPITALS}][{CAPITALS}' -]{{2,}}(?:, ?[^\W\d_][\w. ]{{0,30}})?,? ?\(?$"
)  # "KABUL, Afghanistan ("
_PROSE = re.compile(r"\b[a-z]{3,}")
_VAGUE = 10  # "days before" reaches back so many units
_ABOUT = 2  # date_prec of a day that is only near
_DATELINE = 80  # characters before a date that can be its dateline's


@dataclass(frozen=True, slots=True)
class Offset:
    """A length that counts from an event: "five days after". A `count` of None is "days after"."""

    unit: str
    count: float | None
    side: int
    anchor: Token  # the word of the event it counts from


@dataclass(frozen=True, slots=True)
class Mark:
    """A time expression that covers days, or counts from an event, at its head word.

    `side` is 1 where it only bounds from below ("since May"), -1 from above ("by Friday").
    """

    time: Time
    root: Token
    when: When | None
    side: int = 0
    offset: Offset | None = None


def marks_of(page: Page, times: Iterable[Time]) -> tuple[Mark, ...]:
    """Hang times into the parse; datelines and what covers no days are left out."""
    marks: list[Mark] = []
    for time in times:
        mark = _mark(page, time)
        if mark is not None:
            marks.append(mark)
            if len(marks) > 1 and _is_choice(page, marks[-2], mark):
                marks[-2:] = _either(marks[-2], mark)
    return tuple(marks)


def _is_choice(page: Page, one: Mark, other: Mark) -> bool:
    between = page.text[one.time.span.end : other.time.span.start].lower().split()
    words = section(page.language, "times")
    return bool(words.words("choice") & set(between)) and set(between) <= words.words("links")


def _either(one: Mark, other: Mark) -> tuple[Mark, Mark]:
    """Give both days of "on October 9 or 10" to either."""
    first, last = one.when and bounds(one.when.start), other.when and bounds(other.when.end)
    if not first or not last or first[0] > last[1]:
        return one, other
    both = when(first[0], last[1])
    return (
        replace(one, when=replace(both, span=one.time.span)),
        replace(other, when=replace(both, span=other.time.span)),
    )


def dateline_of(page: Page, times: Iterable[Time]) -> When | None:
    """Return the day of the first dateline: about then happened what is told without a day."""
    for time in times:
        day = day_of(time.value)
        if day is not None and _tells_day(page, time) and _in_dateline(page, time):
            return When(day.isoformat(), day.isoformat(), _ABOUT, time.span)
    return None


def shifted(known: When, unit: str, count: float | None, side: int) -> When | None:
    """Move days by a length; a vague one gives all days from the first to ten units away."""
    start, end = bounds(known.start), bounds(known.end)
    if start is None or end is None:
        return None
    if count is not None:
        to = moved(start[0], unit, side * count), moved(end[0], unit, side * count)
    elif side < 0:
        to = moved(start[0], unit, -_VAGUE), start[0] - timedelta(days=1)
    else:
        to = end[0] + timedelta(days=1), moved(end[0], unit, _VAGUE)
    return when(to[0], to[1]) if to[0] and to[1] else None


def within(known: When, first: date | None, last: date | None) -> bool:
    """Tell whether the days lie between two days, where these are known."""
    covered = bounds(known.start)
    return covered is not None and (
        (first is None or first <= covered[0]) and (last is None or covered[0] <= last)
    )


def _mark(page: Page, time: Time) -> Mark | None:
    tokens = page.tokens(time.span)
    if not len(tokens) or time.value is None or _in_dateline(page, time):
        return None
    words = section(page.language, "times")
    root = tokens.root
    if time.type == "DURATION":
        offset = _offset(time, tokens[-1], words.words("after_words"), words.words("before_words"))
        lately = _lately(page, time, words.lists("direction")["-1"])
        return Mark(time, root, lately, offset=offset) if offset or lately else None
    known = interval(time.value, page.report.published)
    if known is None or time.type == "SET":
        return None
    if is_overnight(page, time):
        evening = date.fromisoformat(known.start)
        known = when(evening, evening + timedelta(days=1))
    known = When(known.start, known.end, known.precision, time.span)
    link = root.head if root.dep_ in {"pobj", "pcomp"} else None
    before = link.lower_ if link is not None and link.i == tokens.start - 1 else ""
    side = (before in words.words("after_words")) - (before in words.words("before_words"))
    if "T" in time.value:
        side = 0  # "before 8:30 p.m. on Saturday": on that day
        if not _tells_day(page, time):
            return None  # "at 10 p.m.", of a day told elsewhere
    return Mark(time, root if side else _of_what_is_said(page, root), known, side=side)


def is_overnight(page: Page, time: Time) -> bool:
    """Tell whether a time is the night between two days: "overnight"."""
    return time.span.of(page.text).lower() in overnight_words(page.language)


@cache
def overnight_words(language: str) -> frozenset[str]:
    """Return the words for the night that ended this morning."""
    return frozenset(section(language, "times").lists("dayword").get("0NI-", ()))


def _tells_day(page: Page, time: Time) -> bool:
    """Tell whether a time is more than an hour: "10 p.m." is of a day told elsewhere."""
    if "T" not in (time.value or ""):
        return True
    words = _day_words(page.language)
    return any(token.lower_ in words for token in page.tokens(time.span))


@cache
def _day_words(language: str) -> frozenset[str]:
    """Return the words that tell a day, and not only an hour."""
    words = section(language, "times")
    listed = (
        words.lists(name).values()
        for name in ("weekday", "month", "dayword", "direction", "told", "holiday")
    )
    return frozenset(
        part for lists in listed for each in lists for word in each for part in word.split()
    )


def _of_what_is_said(page: Page, root: Token) -> Token:
    """Return the verb of what is said for a time that parsers hang on "said" behind it.

    "He was shot on Friday, police said", "police said he was shot in the leg on Friday".
    """
    cue = verb_of(root)
    if cue.lemma_ not in section(page.language, "cues").words("clause"):
        return root
    said = next((each for each in cue.children if each.dep_ == "ccomp"), root)
    return said if said.i < root.i and (root.i < cue.i or cue.i < said.i) else root


def verb_of(token: Token) -> Token:
    """Return the verb above a word; the word itself where there is none."""
    return next((each for each in token.ancestors if each.pos_ in {"VERB", "AUX"}), token)


def tells(page: Page, verb: Token) -> bool:
    """Tell whether somebody says something; not in "was reported killed", "responded to it"."""
    if verb.lemma_ not in section(page.language, "cues").words("clause"):
        return False
    if _is_appended(verb):
        return True
    beside = {child.dep_ for child in verb.children}
    return bool(beside & _CONTENT) and not beside & {"nsubjpass", "auxpass"}


def _is_appended(verb: Token) -> bool:
    """Tell whether a verb ends its sentence behind a comma: "..., sources informed them on Friday".

    Parsers take such a word of saying for one more deed.
    """
    head = verb.head
    joined = any(child.dep_ == "cc" and child.i < verb.i for child in head.children)
    return verb.dep_ == "conj" and head.i < verb.i and not joined


def hangs_below(token: Token, head: Token) -> bool:
    """Tell whether a word is `head` or stands below it in the parse."""
    return token == head or head.is_ancestor(token)


def is_aside(mark: Mark) -> bool:
    """Tell whether a day is of something told by the way: "who fled in May", "the May 3 raid".

    A day at the very end of a sentence does not: parsers hang it on the last clause before it, and
    news puts the day of its main clause there.
    """
    rest = mark.root.doc[mark.root.right_edge.i + 1 : mark.root.sent.end]
    if all(token.is_punct or token.is_space for token in rest):
        return False
    named = mark.root.dep_ in ASIDE - {"poss"} and mark.root.head.pos_ == "NOUN"
    return named or any(each.dep_ == "relcl" for each in mark.root.ancestors)


def _lately(page: Page, time: Time, past: tuple[str, ...]) -> When | None:
    """Return the days of "the past two days", which end with the report's."""
    length = _LENGTH.fullmatch(time.value or "")
    last = day_of(page.report.published)
    words = page.text[time.span.start : time.span.end].lower().split()
    if length is None or length[2] == "X" or last is None or not set(past) & set(words):
        return None
    first = moved(last, _UNITS.get(length[3], length[3]), -float(length[2]))
    return replace(when(first, last), span=time.span) if first else None


def _offset(
    time: Time, last: Token, after: frozenset[str], before: frozenset[str]
) -> Offset | None:
    length = _LENGTH.fullmatch(time.value or "")
    link = last.nbor() if last.i + 1 < len(last.doc) else last
    side = (link.lower_ in after) - (link.lower_ in before)
    if length is None or side == 0 or link is last:
        return None
    inner = [child for child in link.children if child.dep_ in {"pobj", "pcomp"}]
    anchor = link.head if link.dep_ == "mark" else inner[0] if inner else None
    if anchor is None or anchor.i <= link.i:
        return None
    count = None if length[2] == "X" else float(length[2])
    return Offset(_UNITS.get(length[3], length[3]), count, side, anchor)


def _is_stamp(page: Page, before: str) -> bool:
    """Tell whether what stands before a time says when was written: "Updated: "."""
    word, colon, rest = before.rpartition(":")
    is_label = bool(colon) and not rest.strip()
    words = [each.lstrip("([") for each in (word if is_label else before).split()]
    stamps = section(page.language, "times").words("stamps")
    if is_label:  # "Posted on: "
        return any(each.lower() in stamps for each in words[-2:])
    return bool(words) and words[-1].lower() in stamps and words[-1][0].isupper()


def _in_dateline(page: Page, time: Time) -> bool:
    """Tell whether a time is a dateline's or a heading's: it tells when was written, not what."""
    text = page.text
    after = text[time.span.end : time.span.end + 3].lstrip(" ")
    before = text[max(time.span.start - _DATELINE, 0) : time.span.start]
    line = before.rpartition("\n")[2]
    if _is_stamp(page, line):
        return True
    if after[:1] in {")", "-", "(", "\n", ""} and (
        _PLACE.search(line) or (len(line) < len(before) and not _PROSE.search(line))
    ):
        return True
    sentence = page.tokens(time.span).root.sent
    return not any(token.pos_ in {"VERB", "AUX"} for token in sentence)

"""Mark what of a report is no running text: headline, subheads, teasers, captions, furniture.

The rules look at whole lines only, and at their neighbours. They are meant to miss rather than to
mark: a line that is marked away can tell nothing any more.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from rashomon.gather.language import language_of
from rashomon.lexicon import languages, section
from rashomon.text.shadow import shadow
from rashomon.values import Passage, PassageKind, Report, Span

__all__ = ["prepare"]

_HEADLINE = 200  # characters a headline can have at most
_SUBHEAD = 110  # METHODS 2.5
_SHORT = 160  # characters up to which one phrase gives a whole line away
_TEASER = 250  # a teaser may quote a long headline
_FEW_WORDS = 5  # a line of so few words between paragraphs is a subhead whatever its case
_TITLE_CASE = 0.6  # share of capitalised words from which a line is in title case
_SHOUTED = 0.6  # share of upper case from which case tells nothing
_NARROW = 0.6  # a subhead is at most this share of its wider neighbour: else the text is wrapped
_STOPS = ".!?…;:,"
_CLOSERS = "\"')]"
_BYLINE_WORDS = 7


@dataclass(frozen=True, slots=True)
class _Phrases:
    """One language's boilerplate, ready to be matched with lines in lower case."""

    labels: tuple[tuple[PassageKind, re.Pattern[str]], ...]
    starts: tuple[tuple[PassageKind, tuple[str, ...]], ...]
    holds: tuple[tuple[PassageKind, tuple[str, ...]], ...]
    lines: frozenset[str]
    by: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Line:
    """A line without its edge blanks, and whether a blank line follows."""

    span: Span
    text: str
    then_blank: bool


def prepare(report: Report) -> Report:
    """Fill in the language and the passages of a report; a language that is given is trusted."""
    passages = report.passages or tuple(_passages(report))
    language = report.language or language_of(_running(report.content, passages))
    return replace(report, language=language, passages=passages)


def _passages(report: Report) -> Iterator[Passage]:
    """Yield passages in the order of the text."""
    content = shadow(report.content)
    lines = tuple(_lines(content))
    words, is_shouted = _phrases(), _is_shouted(content)
    kinds = [_boilerplate(line.text, words) for line in lines]
    head = _headline(report, lines, kinds, is_shouted=is_shouted)
    for index, line in enumerate(lines):
        kind = "headline" if index in head else kinds[index]
        if kind is None and index > 0 and not is_shouted and _is_subhead(lines, index, head):
            kind = "subhead"
        if kind is not None and len(lines) > 1:
            yield Passage(line.span, kind)


def _headline(
    report: Report,
    lines: Sequence[_Line],
    kinds: Sequence[PassageKind | None],
    *,
    is_shouted: bool,
) -> frozenset[int]:
    """Return the lines that are the headline: the title and its repeat, or a headline-like line."""
    if report.title:
        title = shadow(report.title).strip()
        named = {i for i, line in enumerate(lines) if line.span.end <= len(report.title)}
        repeat = len(named)
        again = repeat < len(lines) and lines[repeat].text == title
        return frozenset(named | ({repeat} if again else set()))
    at = next((index for index, kind in enumerate(kinds) if kind is None), None)
    if at is None or is_shouted:
        return frozenset()
    first = lines[at]
    is_one = (
        len(first.text) < _HEADLINE
        and first.then_blank
        and not _has_stop(first.text)
        and len(first.text.split()) > 2  # noqa: PLR2004  "For release" is no headline
        and any(_is_body(line.text) for line in lines[at + 1 :])
    )
    return frozenset({at}) if is_one else frozenset()


def _boilerplate(text: str, words: _Phrases) -> PassageKind | None:
    """Match a line with the phrases of teasers, captions and furniture."""
    lower = text.lower()
    if lower.strip(" .:*|-") in words.lines or _is_byline(text, words):
        return "furniture"
    if len(lower) <= _TEASER:
        for kind, pattern in words.labels:
            if pattern.match(lower):
                return kind
    if len(lower) <= _SHORT:
        for kind, starts in words.starts:
            if any(lower.startswith(start) for start in starts):
                return kind
        for kind, held in words.holds:
            if any(each in lower for each in held):
                return kind
    return None


def _is_byline(text: str, words: _Phrases) -> bool:
    """Match "By Jane Doe, Staff Writer", a short line of capitalised words."""
    first, *rest = text.split()[: _BYLINE_WORDS + 1]
    return (
        first.lower() in words.by
        and 1 < len(rest) < _BYLINE_WORDS
        and not text.isupper()
        and not _has_stop(text)
        and all(word[:1].isupper() or not word[:1].isalpha() for word in rest)
    )


def _is_subhead(lines: Sequence[_Line], index: int, head: frozenset[int]) -> bool:
    """Tell whether a short line without a stop stands between paragraphs of running text."""
    text = lines[index].text
    if index + 1 >= len(lines) or index - 1 in head or len(text) > _SUBHEAD or _has_stop(text):
        return False
    before, after = lines[index - 1].text, lines[index + 1].text
    first = text.lstrip("\"'")[:1]
    return (
        first.isupper()
        and after.lstrip("\"'([")[:1].isupper()
        and _has_stop(before)
        and _is_body(after)
        and len(text) <= _NARROW * max(len(before), len(after))
        and (_is_title_case(text) or _is_quoted(text) or len(text.split()) <= _FEW_WORDS)
    )


def _is_body(text: str) -> bool:
    return len(text) > _SUBHEAD or _has_stop(text)


def _has_stop(text: str) -> bool:
    return text.rstrip(_CLOSERS)[-1:] in _STOPS if text else False


def _is_quoted(text: str) -> bool:
    return text[:1] in "\"'" and text[-1:] in "\"'"


def _is_title_case(text: str) -> bool:
    words = [word for word in text.split() if word[:1].isalpha()]
    return sum(word[:1].isupper() for word in words) >= _TITLE_CASE * max(1, len(words))


def _is_shouted(text: str) -> bool:
    upper = sum(char.isupper() for char in text)
    return upper > _SHOUTED * max(1, sum(char.isalpha() for char in text))


def _lines(text: str) -> Iterator[_Line]:
    """Yield the lines that are not blank."""
    start = 0
    pending: Span | None = None
    for raw in text.split("\n"):
        stripped = raw.strip()
        if pending is not None:
            yield _Line(pending, text[pending.start : pending.end], not stripped)
        at = start + len(raw) - len(raw.lstrip())
        pending = Span(at, at + len(stripped)) if stripped else None
        start += len(raw) + 1
    if pending is not None:
        yield _Line(pending, text[pending.start : pending.end], then_blank=False)


def _running(content: str, passages: Sequence[Passage]) -> str:
    """Join what no passage covers; the whole text where that leaves nothing."""
    parts, at = [], 0
    for passage in passages:
        parts.append(content[at : passage.span.start])
        at = passage.span.end
    running = "".join([*parts, content[at:]])
    return running if running.strip() else content


@cache
def _phrases() -> _Phrases:
    """Gather the phrases of all languages: the page tells its language only without them."""
    files = [section(language, "boilerplate") for language in languages()]

    def ordered(key: str) -> tuple[str, ...]:
        return tuple(dict.fromkeys(phrase for words in files for phrase in words.ordered(key)))

    return _Phrases(
        labels=tuple(
            (kind, _labels(ordered(key))) for kind, key in _keys("labels") if kind != "furniture"
        ),
        starts=tuple((kind, ordered(key)) for kind, key in _keys("starts")),
        holds=tuple((kind, ordered(key)) for kind, key in _keys("holds") if kind != "teaser"),
        lines=frozenset(ordered("furniture_lines")),
        by=frozenset(ordered("by")),
    )


def _keys(kinds: str) -> Iterator[tuple[PassageKind, str]]:
    each: tuple[PassageKind, ...] = ("teaser", "caption", "furniture")
    for kind in each:
        yield kind, f"{kind}_{kinds}"


def _labels(phrases: Sequence[str]) -> re.Pattern[str]:
    """Match a line that is a label, or a label with a colon, a bar, a chevron or a spaced dash."""
    longest = sorted(phrases, key=len, reverse=True)
    return re.compile(rf"[*•>\[(\s]*(?:{'|'.join(map(re.escape, longest))})\s*(?:[:|>»]|- |$)")

"""Pair quotation marks, so that words between them can be given to their speaker.

Works on the stored text, not its shadow: curly marks know which way they face. Only the outermost
pair counts; a quotation inside a quotation belongs to the speaker of the outer one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from rashomon.values import Span

__all__ = ["Quotation", "find_quotations"]

_LINE = re.compile(r"[^\n\r\u2028\u2029]+")
_DOUBLE = re.compile("[\"“”„‟«»″]|''|``|‘‘|’’")
_SINGLE = re.compile("[‘’'‚‛]")
_OPENS = frozenset("“„«") | {"``", "‘‘"}
_CLOSES = frozenset("”»") | {"’’"}
_SPACED = frozenset("«")  # French sets a blank behind it
_BEFORE_OPENING = frozenset(" \t\u00a0\u2009\u202f([{-–—/:")


@dataclass(frozen=True, slots=True)
class Quotation:
    """One quotation within one paragraph, marks included.

    `closed` is false where it runs to the end of the paragraph without a closing mark;
    `continues` is true where it takes up an unclosed one of the paragraph before.
    """

    span: Span
    closed: bool = True
    continues: bool = False


def find_quotations(text: str) -> tuple[Quotation, ...]:
    """Find the outermost quotations of every paragraph (line) of `text`, in order."""
    found: list[Quotation] = []
    is_open = False
    for line in _LINE.finditer(text):
        if not line.group().strip():
            continue
        quotations = list(_in_line(text, Span(line.start(), line.end())))
        if is_open and quotations and not text[line.start() : quotations[0].span.start].strip():
            first = quotations[0]
            quotations[0] = Quotation(first.span, first.closed, continues=True)
        found += quotations
        is_open = bool(quotations) and not quotations[-1].closed
    return tuple(found)


def _in_line(text: str, line: Span) -> Iterator[Quotation]:
    """Pair the double marks; single marks count only outside of them."""
    outside = line.start
    opened: re.Match[str] | None = None
    for mark in _DOUBLE.finditer(text, line.start, line.end):
        if opened is None or _must_open(text, mark, line):
            if _can_open(text, mark, line):
                opened = mark
            continue
        yield from _single(text, Span(outside, opened.start()))
        yield Quotation(Span(opened.start(), mark.end()))
        outside, opened = mark.end(), None
    if opened is None:
        yield from _single(text, Span(outside, line.end))
        return
    yield from _single(text, Span(outside, opened.start()))
    end = opened.end() + len(text[opened.end() : line.end].rstrip())
    if end > opened.end():
        yield Quotation(Span(opened.start(), end), closed=False)


def _can_open(text: str, mark: re.Match[str], line: Span) -> bool:
    if mark.group() in _CLOSES:
        return False
    if mark.group() in _SPACED:
        return bool(text[mark.end() : line.end].strip())
    return mark.end() < line.end and not text[mark.end()].isspace()


def _must_open(text: str, mark: re.Match[str], line: Span) -> bool:
    """Tell whether the mark can only be an opening one (the earlier one was never closed)."""
    if mark.group() in _CLOSES or mark.end() >= line.end:
        return False
    if mark.group() not in _SPACED and not text[mark.end()].isalnum():
        return False
    return mark.group() in _OPENS or text[mark.start() - 1] in _BEFORE_OPENING


def _single(text: str, stretch: Span) -> Iterator[Quotation]:
    """Pair single marks, which are apostrophes too: a pair must face the right way."""
    opened: int | None = None
    closers: list[int] = []
    for mark in _SINGLE.finditer(text, stretch.start, stretch.end):
        at = mark.start()
        before = text[at - 1] if at > stretch.start else " "
        after = text[at + 1] if at + 1 < stretch.end else " "
        if mark.group() != "’" and before in _BEFORE_OPENING and after.isalnum():
            if opened is not None and closers:
                yield Quotation(Span(opened, _closer(text, closers) + 1))
            opened, closers = at, []
        elif opened is not None and not before.isspace() and not after.isalnum():
            closers.append(at)
    if opened is not None and closers:
        yield Quotation(Span(opened, _closer(text, closers) + 1))


def _closer(text: str, closers: list[int]) -> int:
    """Choose the mark that closes: the first after punctuation, else the first of all.

    The others are plural possessives ("the guards' post").
    """
    return next((at for at in closers if text[at - 1] in ",.!?…"), closers[0])
